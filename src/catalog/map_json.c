/* Reader of our own JSON form of maps, described in docs/guides/maps.md. Strict: a member it does
 * not know is a mistake, so that a mistyped one cannot vanish. */
#include "catalog/map_read.h"

/* Where the reader is. */
typedef struct form_reader {
    tci_json *json;
    tci_doc *doc;
    uint32_t section;      /* index, UINT32_MAX outside of sections */
    uint32_t section_row;  /* index in the section */
    uint32_t row_category; /* what the row's seats are when they do not say; UINT32_MAX: not said */
} form_reader;

/* One of a list of words; answers its index in `out`. */
static bool read_word(tci_json *json, const char *const *words, uint32_t count, const char *wanted,
                      uint32_t *out) {
    tci_slice text;
    if (!tci_read_checked(json, 1, TC_LABEL_MAX, &text)) return false;
    for (uint32_t i = 0; i < count; i++) {
        if (strlen(words[i]) == text.len && memcmp(words[i], text.data, text.len) == 0) {
            *out = i;
            return true;
        }
    }
    return tci_json_fail(json, TC_E_PARSE, "the word must be one of %s", wanted);
}

static bool read_aisle(tci_json *json, uint16_t *flags) {
    static const char *const WORDS[] = {"left", "right", "both"};
    static const uint16_t FLAGS[] = {TC_SEAT_FLAG_AISLE_LEFT, TC_SEAT_FLAG_AISLE_RIGHT,
                                     TC_SEAT_FLAG_AISLE_LEFT | TC_SEAT_FLAG_AISLE_RIGHT};
    uint32_t word = 0;
    if (!read_word(json, WORDS, 3, "left, right, both", &word)) return false;
    *flags = (uint16_t)(*flags | FLAGS[word]);
    return true;
}

static bool read_flag(tci_json *json, uint16_t flag, uint16_t *flags) {
    bool on = false;
    if (!tci_json_bool(json, &on)) return false;
    if (on) *flags = (uint16_t)(*flags | flag);
    return true;
}

static bool read_seat(form_reader *r) {
    enum { LABEL, NAME, X, Y, CATEGORY, ACCESSIBLE, COMPANION, RESTRICTED, AISLE, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {
        "label",           "name", "x", "y", "category", "accessible", "companion",
        "restricted_view", "aisle"};
    tci_json *json = r->json;
    uint32_t seen = 0, category = UINT32_MAX;
    tci_doc_seat *seat = tci_doc_add_seat(r->doc);
    int key;
    if (!seat) return tci_read_good(json, r->doc);
    if (!tci_json_object(json)) return false;
    seat->line = (uint32_t)json->line;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case LABEL:
            good = tci_read_label_or_number(json, r->doc, 1, TC_LABEL_MAX, &seat->label);
            break;
        case NAME: good = tci_read_label(json, r->doc, 1, TC_SEAT_NAME_MAX, &seat->name); break;
        case X: good = tci_json_number(json, &seat->x); break;
        case Y: good = tci_json_number(json, &seat->y); break;
        case CATEGORY: good = tci_read_category(json, r->doc, &category); break;
        case ACCESSIBLE: good = read_flag(json, TC_SEAT_FLAG_ACCESSIBLE, &seat->flags); break;
        case COMPANION: good = read_flag(json, TC_SEAT_FLAG_COMPANION, &seat->flags); break;
        case RESTRICTED: good = read_flag(json, TC_SEAT_FLAG_RESTRICTED_VIEW, &seat->flags); break;
        case AISLE: good = read_aisle(json, &seat->flags); break;
        default: good = tci_read_unknown(json, true); break;
        }
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    if (!(seen & 1u << LABEL)) return tci_json_fail(json, TC_E_PARSE, "a seat needs a label");
    if (!(seen & 1u << X) || !(seen & 1u << Y))
        return tci_json_fail(json, TC_E_PARSE, "a seat needs x and y");
    seat->category = category == UINT32_MAX ? UINT16_MAX : (uint16_t)category;
    return true;
}

static bool read_seats(form_reader *r, uint32_t row) {
    if (!tci_json_array(r->json)) return false;
    while (tci_json_element(r->json)) {
        if (r->doc->rows[row].count == TC_ROW_SEATS_MAX)
            return tci_json_fail(r->json, TC_E_LIMIT, "a row has at most %d seats",
                                 TC_ROW_SEATS_MAX);
        if (!read_seat(r)) return false;
        r->doc->rows[row].count++;
    }
    return r->json->code == TC_OK;
}

/* Seats without a category have their row's. */
static bool settle_categories(form_reader *r, const tci_doc_row *row) {
    for (uint32_t i = 0; i < row->count; i++) {
        tci_doc_seat *seat = &r->doc->seats[row->first + i];
        if (seat->category != UINT16_MAX) continue;
        if (r->row_category == UINT32_MAX) {
            char path[48];
            tci_doc_seat_path(r->doc, row, i, "category", path, sizeof path);
            tci_doc_fail(r->doc, TC_E_PARSE, seat->line, path,
                         "neither the seat nor its row has a category");
            return tci_read_good(r->json, r->doc);
        }
        seat->category = (uint16_t)r->row_category;
    }
    return true;
}

static bool read_row(form_reader *r) {
    enum { LABEL, KIND, CATEGORY, SEATS, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"label", "kind", "category", "seats"};
    static const char *const KINDS[] = {"row", "table", "booth"};
    tci_json *json = r->json;
    tci_doc *doc = r->doc;
    uint32_t seen = 0, index = doc->rows_count, kind = TC_ROW_LINE;
    tci_doc_text label = 0;
    int key;
    if (!tci_doc_add_row(doc)) return tci_read_good(json, doc);
    doc->rows[index].section = doc->rows[index].source_section = r->section;
    doc->rows[index].source_row = r->section_row;
    doc->rows[index].first = doc->seats_count;
    r->row_category = UINT32_MAX;
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case LABEL: good = tci_read_label_or_number(json, doc, 0, TC_LABEL_MAX, &label); break;
        case KIND: good = read_word(json, KINDS, 3, "row, table, booth", &kind); break;
        case CATEGORY: good = tci_read_category(json, doc, &r->row_category); break;
        case SEATS: good = read_seats(r, index); break;
        default: good = tci_read_unknown(json, true); break;
        }
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    if (!(seen & 1u << SEATS)) return tci_json_fail(json, TC_E_PARSE, "a row needs seats");
    doc->rows[index].label = label;
    doc->rows[index].kind = (uint8_t)kind;
    for (uint32_t i = 0; kind != TC_ROW_LINE && i < doc->rows[index].count; i++) {
        tci_doc_seat *seat = &doc->seats[doc->rows[index].first + i];
        seat->flags = (uint16_t)(seat->flags | TC_SEAT_FLAG_TABLE);
    }
    return settle_categories(r, &doc->rows[index]);
}

/* [[x, y], …] */
static bool read_polygon(form_reader *r, tci_doc_area *area) {
    uint32_t count = 0, first = r->doc->points_count;
    if (!tci_json_array(r->json)) return false;
    while (tci_json_element(r->json)) {
        double at[2] = {0, 0};
        int n = 0;
        if (count++ == TC_AREA_POINTS_MAX)
            return tci_json_fail(r->json, TC_E_LIMIT, "an area has at most %d points",
                                 TC_AREA_POINTS_MAX);
        if (!tci_json_array(r->json)) return false;
        while (tci_json_element(r->json)) {
            if (n == 2) return tci_json_fail(r->json, TC_E_PARSE, "a point is [x, y]");
            if (!tci_json_number(r->json, &at[n++])) return false;
        }
        if (r->json->code != TC_OK) return false;
        if (n != 2) return tci_json_fail(r->json, TC_E_PARSE, "a point is [x, y]");
        if (!tci_doc_add_point(r->doc, at[0], at[1])) return tci_read_good(r->json, r->doc);
    }
    area->points_first = first;
    area->points_count = r->doc->points_count - first;
    return r->json->code == TC_OK;
}

/* The middle of the polygon's box, for an area that gives no position. */
static void set_middle(const tci_doc *doc, tci_doc_area *area) {
    const double *at = doc->points + (size_t)area->points_first * 2;
    double min_x = at[0], max_x = at[0], min_y = at[1], max_y = at[1];
    for (uint32_t i = 1; i < area->points_count; i++) {
        min_x = TCI_MIN(min_x, at[i * 2]);
        max_x = TCI_MAX(max_x, at[i * 2]);
        min_y = TCI_MIN(min_y, at[i * 2 + 1]);
        max_y = TCI_MAX(max_y, at[i * 2 + 1]);
    }
    area->x = (min_x + max_x) / 2;
    area->y = (min_y + max_y) / 2;
}

static bool read_capacity(tci_json *json, uint32_t *capacity) {
    double number = 0;
    if (!tci_json_number(json, &number)) return false;
    if (!(number >= 0 && number <= TC_POOL_CAPACITY_MAX) || number != (double)(uint32_t)number)
        return tci_json_fail(json, TC_E_LIMIT, "a capacity is a whole number, 0 to %d",
                             TC_POOL_CAPACITY_MAX);
    *capacity = (uint32_t)number;
    return true;
}

static bool read_area(form_reader *r) {
    enum { NAME, CAPACITY, CATEGORY, X, Y, POLYGON, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"name", "capacity", "category",
                                                 "x",    "y",        "polygon"};
    tci_json *json = r->json;
    uint32_t seen = 0, category = UINT32_MAX;
    tci_doc_area *area = tci_doc_add_area(r->doc);
    int key;
    if (!area) return tci_read_good(json, r->doc);
    area->section = r->section;
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case NAME: good = tci_read_label(json, r->doc, 1, TC_NAME_MAX, &area->name); break;
        case CAPACITY: good = read_capacity(json, &area->capacity); break;
        case CATEGORY: good = tci_read_category(json, r->doc, &category); break;
        case X: good = tci_json_number(json, &area->x); break;
        case Y: good = tci_json_number(json, &area->y); break;
        case POLYGON: good = read_polygon(r, area); break;
        default: good = tci_read_unknown(json, true); break;
        }
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    if (!area->name) return tci_json_fail(json, TC_E_PARSE, "an area needs a name");
    bool placed = (seen & 1u << X) && (seen & 1u << Y);
    if (!placed && (area->points_count == 0 || (seen & (1u << X | 1u << Y))))
        return tci_json_fail(json, TC_E_PARSE, "an area needs x and y, or a polygon");
    if (!placed) set_middle(r->doc, area);
    area->category = category == UINT32_MAX ? 0 : (uint16_t)(category + 1);
    return true;
}

static bool read_areas(form_reader *r) {
    if (!tci_json_array(r->json)) return false;
    while (tci_json_element(r->json))
        if (!read_area(r)) return false;
    return r->json->code == TC_OK;
}

static bool read_rows(form_reader *r) {
    if (!tci_json_array(r->json)) return false;
    for (r->section_row = 0; tci_json_element(r->json); r->section_row++)
        if (!read_row(r)) return false;
    return r->json->code == TC_OK;
}

static bool read_section(form_reader *r) {
    enum { NAME, ZONE, FOCAL, ROWS, AREAS, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"name", "zone", "focal", "rows", "areas"};
    tci_json *json = r->json;
    tci_doc *doc = r->doc;
    uint32_t seen = 0;
    tci_doc_section section = {0};
    int key;
    if (!tci_doc_add_section(doc)) return tci_read_good(json, doc);
    r->section = doc->sections_count - 1;
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case NAME: good = tci_read_label(json, doc, 1, TC_NAME_MAX, &section.name); break;
        case ZONE:
            good = tci_read_label_or_number(json, doc, 0, TC_LABEL_MAX, &section.zone);
            break;
        case FOCAL: good = tci_read_point(json, &section.focal); break;
        case ROWS: good = read_rows(r); break;
        case AREAS: good = read_areas(r); break;
        default: good = tci_read_unknown(json, true); break;
        }
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    if (!section.name) return tci_json_fail(json, TC_E_PARSE, "a section needs a name");
    tci_slice name = tci_doc_slice(doc, section.name);
    if (tci_doc_section_named(doc, name) != UINT32_MAX)
        return tci_json_fail(json, TC_E_PARSE, "two sections are called \"%.*s\"",
                             (int)TCI_MIN(name.len, (size_t)80), (const char *)name.data);
    doc->sections[r->section] = section;
    if (!tci_doc_section_enter(doc, r->section)) return tci_read_good(json, doc);
    r->section = UINT32_MAX;
    return true;
}

static bool read_version(tci_json *json) {
    double number = 0;
    if (!tci_json_number(json, &number)) return false;
    if (number == 1) return true;
    return tci_json_fail(json, TC_E_PARSE, "this library reads version 1 of the form");
}

static bool read_scale(tci_json *json, tci_doc *doc) {
    double number = 0;
    if (!tci_json_number(json, &number)) return false;
    for (uint32_t scale = 1; scale <= 1000000; scale *= 10) {
        if (number != scale) continue;
        doc->scale = scale;
        return true;
    }
    return tci_json_fail(json, TC_E_PARSE, "scale is a power of ten, 1 to 1000000");
}

bool tci_doc_read_ticketcore(tci_doc *doc, tci_slice text) {
    enum { VERSION, NAME, UNITS, SCALE, FOCAL, CATEGORIES, SECTIONS, AREAS, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {
        "ticketcore_map", "name", "units", "scale", "focal", "categories", "sections", "areas"};
    tci_json json;
    form_reader r = {.json = &json, .doc = doc, .section = UINT32_MAX};
    uint32_t seen = 0;
    int key;
    doc->scale = 1;
    tci_json_begin(&json, text, doc->error);
    bool good = tci_json_object(&json);
    while (good && (key = tci_json_known(&json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        switch (key) {
        case VERSION: good = read_version(&json); break;
        case NAME: good = tci_read_label(&json, doc, 0, TC_NAME_MAX, &doc->name); break;
        case UNITS: good = tci_read_label(&json, doc, 0, TC_LABEL_MAX, &doc->units); break;
        case SCALE: good = read_scale(&json, doc); break;
        case FOCAL: good = tci_read_point(&json, &doc->focal); break;
        case CATEGORIES: good = tci_read_categories(&json, doc, true); break;
        case AREAS: good = read_areas(&r); break;
        case SECTIONS:
            good = tci_json_array(&json);
            while (good && tci_json_element(&json)) good = read_section(&r);
            break;
        default: good = tci_read_unknown(&json, true); break;
        }
    }
    if (json.code == TC_OK && tci_json_finish(&json)) {
        if (!(seen & 1u << VERSION))
            tci_json_fail(&json, TC_E_PARSE, "a map begins with \"ticketcore_map\": 1");
        else if (!(seen & 1u << SECTIONS) && !(seen & 1u << AREAS))
            tci_json_fail(&json, TC_E_PARSE, "a map needs sections or areas");
    }
    tci_read_good(&json, doc);
    tci_json_free(&json);
    return doc->code == TC_OK;
}
