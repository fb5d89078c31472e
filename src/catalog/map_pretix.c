/* Reader of the seating-plan form of pretix: zones with rows of seats, each positioned against its
 * parent. Members it does not know are skipped, as the form is not ours. Zones of one name become
 * one section; areas with a text become standing areas without a capacity. */
#include "catalog/map_read.h"

#include <math.h>
#include <stdio.h>

/* Where the reader is. */
typedef struct plan_reader {
    tci_json *json;
    tci_doc *doc;
    uint32_t zone;           /* index in the document */
    uint32_t zone_row;       /* index in the zone */
    tci_doc_section section; /* the zone's own */
} plan_reader;

static bool read_seat(plan_reader *r, uint32_t row) {
    enum { GUID, NUMBER, POSITION, CATEGORY, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"seat_guid", "seat_number", "position",
                                                 "category"};
    tci_json *json = r->json;
    uint32_t seen = 0, category = UINT32_MAX;
    tci_doc_point position = {0};
    tci_doc_seat *seat = tci_doc_add_seat(r->doc);
    int key;
    if (!seat) return tci_read_good(json, r->doc);
    if (!tci_json_object(json)) return false;
    seat->line = (uint32_t)json->line;
    seat->row = row;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case GUID: good = tci_read_label(json, r->doc, 1, TC_SEAT_NAME_MAX, &seat->name); break;
        case NUMBER:
            good = tci_read_label_or_number(json, r->doc, 0, TC_LABEL_MAX, &seat->label);
            break;
        case POSITION: good = tci_read_point(json, &position); break;
        case CATEGORY: good = tci_read_category(json, r->doc, &category); break;
        default: good = tci_json_skip(json); break;
        }
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    if (!(seen & 1u << GUID)) return tci_json_fail(json, TC_E_PARSE, "a seat needs seat_guid");
    if (!(seen & 1u << POSITION)) return tci_json_fail(json, TC_E_PARSE, "a seat needs position");
    if (!(seen & 1u << CATEGORY)) return tci_json_fail(json, TC_E_PARSE, "a seat needs category");
    seat->x = position.x;
    seat->y = position.y;
    seat->category = (uint16_t)category;
    return true;
}

static bool read_seats(plan_reader *r, uint32_t row) {
    if (!tci_json_array(r->json)) return false;
    while (tci_json_element(r->json)) {
        if (r->doc->rows[row].count == TC_ROW_SEATS_MAX)
            return tci_json_fail(r->json, TC_E_LIMIT, "a row has at most %d seats",
                                 TC_ROW_SEATS_MAX);
        if (!read_seat(r, row)) return false;
        r->doc->rows[row].count++;
    }
    return r->json->code == TC_OK;
}

static bool read_row(plan_reader *r) {
    enum { NUMBER, POSITION, SEATS, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"row_number", "position", "seats"};
    tci_json *json = r->json;
    tci_doc *doc = r->doc;
    uint32_t seen = 0, index = doc->rows_count;
    tci_doc_point position = {0};
    int key;
    if (!tci_doc_add_row(doc)) return tci_read_good(json, doc);
    doc->rows[index].first = doc->seats_count;
    doc->rows[index].source_section = r->zone;
    doc->rows[index].source_row = r->zone_row;
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case NUMBER: {
            tci_doc_text label = 0;
            good = tci_read_label_or_number(json, doc, 0, TC_LABEL_MAX, &label);
            doc->rows[index].label = label;
            break;
        }
        case POSITION: good = tci_read_point(json, &position); break;
        case SEATS: good = read_seats(r, index); break;
        default: good = tci_json_skip(json); break;
        }
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    const tci_doc_row *row = &doc->rows[index];
    for (uint32_t i = 0; i < row->count; i++) {
        doc->seats[row->first + i].x += position.x;
        doc->seats[row->first + i].y += position.y;
    }
    return true;
}

static bool read_rows(plan_reader *r) {
    if (!tci_json_array(r->json)) return false;
    for (r->zone_row = 0; tci_json_element(r->json); r->zone_row++)
        if (!read_row(r)) return false;
    return r->json->code == TC_OK;
}

/* What an area may say about its shape. */
typedef struct area_shape {
    char kind[12];
    tci_doc_text text;
    tci_doc_point position;
    double radius_x, radius_y, width, height, rotation;
    uint32_t points_first;
} area_shape;

static bool read_radius(plan_reader *r, area_shape *shape) {
    static const char *const KEYS[] = {"radius"};
    uint32_t seen = 0;
    int key;
    if (!tci_json_object(r->json)) return false;
    while ((key = tci_json_known(r->json, KEYS, 1, &seen)) != TCI_JSON_END) {
        tci_doc_point both = {0};
        bool good = false;
        if (key != 0) {
            good = tci_json_skip(r->json);
        } else if (tci_json_peek(r->json) == TCI_JSON_OBJECT) {
            good = tci_read_point(r->json, &both);
            shape->radius_x = both.x;
            shape->radius_y = both.y;
        } else {
            good = tci_json_number(r->json, &shape->radius_x);
            shape->radius_y = shape->radius_x;
        }
        if (!good) return false;
    }
    return r->json->code == TC_OK;
}

static bool read_rectangle(plan_reader *r, area_shape *shape) {
    static const char *const KEYS[] = {"width", "height"};
    double *const to[] = {&shape->width, &shape->height};
    uint32_t seen = 0;
    int key;
    if (!tci_json_object(r->json)) return false;
    while ((key = tci_json_known(r->json, KEYS, 2, &seen)) != TCI_JSON_END)
        if (key < 0 ? !tci_json_skip(r->json) : !tci_json_number(r->json, to[key])) return false;
    return r->json->code == TC_OK;
}

static bool read_polygon(plan_reader *r) {
    static const char *const KEYS[] = {"points"};
    uint32_t seen = 0, count = 0;
    int key;
    if (!tci_json_object(r->json)) return false;
    while ((key = tci_json_known(r->json, KEYS, 1, &seen)) != TCI_JSON_END) {
        if (key != 0) {
            if (!tci_json_skip(r->json)) return false;
            continue;
        }
        if (!tci_json_array(r->json)) return false;
        while (tci_json_element(r->json)) {
            tci_doc_point point = {0};
            if (count++ == TC_AREA_POINTS_MAX)
                return tci_json_fail(r->json, TC_E_LIMIT, "an area has at most %d points",
                                     TC_AREA_POINTS_MAX);
            if (!tci_read_point(r->json, &point)) return false;
            if (!tci_doc_add_point(r->doc, point.x, point.y)) return tci_read_good(r->json, r->doc);
        }
    }
    return r->json->code == TC_OK;
}

static bool read_area_text(plan_reader *r, area_shape *shape) {
    static const char *const KEYS[] = {"text"};
    uint32_t seen = 0;
    int key;
    if (tci_json_peek(r->json) != TCI_JSON_OBJECT) return tci_json_skip(r->json);
    if (!tci_json_object(r->json)) return false;
    while ((key = tci_json_known(r->json, KEYS, 1, &seen)) != TCI_JSON_END)
        if (key < 0 ? !tci_json_skip(r->json)
                    : !tci_read_label(r->json, r->doc, 0, TC_NAME_MAX, &shape->text))
            return false;
    return r->json->code == TC_OK;
}

/* Corners of the shape, relative to its position, as points of the document. */
static bool add_corners(plan_reader *r, const area_shape *shape) {
    enum { ROUND = 24 };
    if (strcmp(shape->kind, "rectangle") == 0) {
        double turn = shape->rotation * 3.141592653589793 / 180;
        for (int i = 0; i < 4; i++) {
            double x = i == 1 || i == 2 ? shape->width : 0, y = i >= 2 ? shape->height : 0;
            if (!tci_doc_add_point(r->doc, x * cos(turn) - y * sin(turn),
                                   x * sin(turn) + y * cos(turn)))
                return false;
        }
    } else if (strcmp(shape->kind, "circle") == 0 || strcmp(shape->kind, "ellipse") == 0) {
        for (int i = 0; i < ROUND; i++) {
            double angle = i * 6.283185307179586 / ROUND;
            if (!tci_doc_add_point(r->doc, shape->radius_x * cos(angle),
                                   shape->radius_y * sin(angle)))
                return false;
        }
    }
    return true;
}

static bool keep_area(plan_reader *r, const area_shape *shape) {
    tci_doc *doc = r->doc;
    if (!shape->text) {
        doc->points_count = shape->points_first; /* a decoration */
        return true;
    }
    if (!add_corners(r, shape)) return tci_read_good(r->json, doc);
    tci_doc_area *area = tci_doc_add_area(doc);
    if (!area) return tci_read_good(r->json, doc);
    area->name = shape->text;
    area->section = r->zone; /* becomes the section's index when the zone is done */
    area->x = shape->position.x;
    area->y = shape->position.y;
    area->points_first = shape->points_first;
    area->points_count = doc->points_count - shape->points_first;
    for (uint32_t i = 0; i < area->points_count; i++) {
        doc->points[(area->points_first + i) * 2] += area->x;
        doc->points[(area->points_first + i) * 2 + 1] += area->y;
    }
    return true;
}

static bool read_area(plan_reader *r) {
    enum { SHAPE, POSITION, TEXT, ROTATION, CIRCLE, ELLIPSE, RECTANGLE, POLYGON, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"shape",  "position", "text",      "rotation",
                                                 "circle", "ellipse",  "rectangle", "polygon"};
    area_shape shape = {.points_first = r->doc->points_count};
    tci_json *json = r->json;
    tci_slice kind;
    uint32_t seen = 0;
    int key;
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case SHAPE:
            good = tci_read_checked(json, 0, sizeof shape.kind - 1, &kind);
            if (good && kind.len) memcpy(shape.kind, kind.data, kind.len);
            break;
        case POSITION: good = tci_read_point(json, &shape.position); break;
        case TEXT: good = read_area_text(r, &shape); break;
        case ROTATION: good = tci_json_number(json, &shape.rotation); break;
        case CIRCLE:
        case ELLIPSE: good = read_radius(r, &shape); break;
        case RECTANGLE: good = read_rectangle(r, &shape); break;
        case POLYGON: good = read_polygon(r); break;
        default: good = tci_json_skip(json); break;
        }
        if (!good) return false;
    }
    return json->code == TC_OK && keep_area(r, &shape);
}

static bool read_areas(plan_reader *r) {
    if (!tci_json_array(r->json)) return false;
    while (tci_json_element(r->json))
        if (!read_area(r)) return false;
    return r->json->code == TC_OK;
}

/* The zone's section, found by name or made; and its position added to all that stands in it. */
static bool place_zone(plan_reader *r, const tci_doc_point *position, uint32_t first_row,
                       uint32_t first_area) {
    tci_doc *doc = r->doc;
    tci_slice name = tci_doc_slice(doc, r->section.name);
    uint32_t section = tci_doc_section_named(doc, name);
    if (section == UINT32_MAX) {
        tci_doc_section *made = tci_doc_add_section(doc);
        if (!made) return tci_read_good(r->json, doc);
        section = doc->sections_count - 1;
        *made = r->section;
        if (!tci_doc_section_enter(doc, section)) return tci_read_good(r->json, doc);
    }
    uint32_t first_seat =
        first_row < doc->rows_count ? doc->rows[first_row].first : doc->seats_count;
    for (uint32_t i = first_row; i < doc->rows_count; i++) doc->rows[i].section = section;
    for (uint32_t i = first_seat; i < doc->seats_count; i++) {
        doc->seats[i].x += position->x;
        doc->seats[i].y += position->y;
    }
    for (uint32_t i = first_area; i < doc->areas_count; i++) {
        tci_doc_area *area = &doc->areas[i];
        area->section = section;
        area->x += position->x;
        area->y += position->y;
        for (uint32_t k = 0; k < area->points_count; k++) {
            doc->points[(area->points_first + k) * 2] += position->x;
            doc->points[(area->points_first + k) * 2 + 1] += position->y;
        }
    }
    return true;
}

static bool read_zone(plan_reader *r) {
    enum { NAME, ZONE_ID, POSITION, FOCAL, ROWS, AREAS, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"name",  "zone_id", "position",
                                                 "focal", "rows",    "areas"};
    tci_json *json = r->json;
    uint32_t seen = 0, first_row = r->doc->rows_count, first_area = r->doc->areas_count;
    tci_doc_point position = {0};
    int key;
    r->section = (tci_doc_section){0};
    if (!tci_json_object(json)) return false;
    while ((key = tci_json_known(json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        bool good = false;
        switch (key) {
        case NAME: good = tci_read_label(json, r->doc, 0, TC_NAME_MAX, &r->section.name); break;
        case ZONE_ID:
            good = tci_read_label_or_number(json, r->doc, 0, TC_LABEL_MAX, &r->section.zone);
            break;
        case POSITION: good = tci_read_point(json, &position); break;
        case FOCAL: good = tci_read_point(json, &r->section.focal); break;
        case ROWS: good = read_rows(r); break;
        case AREAS: good = read_areas(r); break;
        default: good = tci_json_skip(json); break;
        }
        if (!good) return false;
    }
    if (json->code != TC_OK) return false;
    if (!r->section.name) {
        char name[24];
        int len = snprintf(name, sizeof name, "Zone %u", (unsigned)r->zone + 1);
        r->section.name = tci_doc_keep(r->doc, tci_slice_of(name, (size_t)len));
    }
    return place_zone(r, &position, first_row, first_area);
}

bool tci_doc_read_pretix(tci_doc *doc, tci_slice text) {
    enum { NAME, CATEGORIES, ZONES, FOCAL, KEYS_COUNT };
    static const char *const KEYS[KEYS_COUNT] = {"name", "categories", "zones", "focal"};
    tci_json json;
    plan_reader r = {.json = &json, .doc = doc};
    uint32_t seen = 0;
    int key;
    tci_json_begin(&json, text, doc->error);
    bool good = tci_json_object(&json);
    while (good && (key = tci_json_known(&json, KEYS, KEYS_COUNT, &seen)) != TCI_JSON_END) {
        switch (key) {
        case NAME: good = tci_read_label(&json, doc, 0, TC_NAME_MAX, &doc->name); break;
        case CATEGORIES: good = tci_read_categories(&json, doc, false); break;
        case FOCAL: good = tci_read_point(&json, &doc->focal); break;
        case ZONES:
            good = tci_json_array(&json);
            for (r.zone = 0; good && tci_json_element(&json); r.zone++) good = read_zone(&r);
            break;
        default: good = tci_json_skip(&json); break;
        }
    }
    if (json.code == TC_OK && tci_json_finish(&json)) {
        if (!(seen & 1u << ZONES)) tci_json_fail(&json, TC_E_PARSE, "a seating plan needs zones");
        else if (!(seen & 1u << CATEGORIES))
            tci_json_fail(&json, TC_E_PARSE, "a seating plan needs categories");
    }
    tci_read_good(&json, doc);
    tci_json_free(&json);
    return doc->code == TC_OK;
}
