/* From a read document to a compiled map: names and categories checked, coordinates turned into
 * whole map units, rows put in order, aisles and distances found, everything written flat. Runs on
 * the importing thread; linear in the number of seats but for the sorting inside rows. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "catalog/map_doc.h"
#include "catalog/map_import.h"

/* Coordinates lie within ± this many map units. */
#define COORDINATE_MAX 1000000000.0

typedef struct compiler {
    tci_doc *doc;
    tci_buf *out;
    uint32_t *row_order; /* rows that have seats, by section */
    uint32_t rows;
    tci_place *places; /* all seats, in the order of their places */
    tci_place *spare;
    double *gaps;
    tci_layout_category *categories;
    tci_layout_section *sections;
    tci_box box;
    bool box_used;
    int32_t focal_x, focal_y;
    int32_t *points;
} compiler;

static bool no_memory(compiler *c) {
    return tci_doc_fail(c->doc, TC_E_NOMEM, 0, NULL, "memory is exhausted");
}

static bool whole_number(double value) {
    return value == floor(value);
}

/* Map units in one unit of the document: 1 when every coordinate is whole, else 100. */
static void choose_scale(tci_doc *doc) {
    bool whole = true;
    if (doc->scale) return;
    for (uint32_t i = 0; whole && i < doc->seats_count; i++)
        whole = whole_number(doc->seats[i].x) && whole_number(doc->seats[i].y);
    for (uint32_t i = 0; whole && i < doc->areas_count; i++)
        whole = whole_number(doc->areas[i].x) && whole_number(doc->areas[i].y);
    doc->scale = whole ? 1 : 100;
}

/* Whole map units; false when it is not finite or too far out. */
static bool to_units(const tci_doc *doc, double value, int32_t *out) {
    double scaled = floor(value * doc->scale + 0.5);
    if (!isfinite(scaled) || scaled < -COORDINATE_MAX || scaled > COORDINATE_MAX) return false;
    *out = (int32_t)scaled;
    return true;
}

static bool out_of_range(compiler *c, uint64_t line, const char *path) {
    return tci_doc_fail(c->doc, TC_E_PARSE, line, path,
                        "a coordinate is not finite or beyond 1,000,000,000 map units");
}

static bool check_categories(compiler *c) {
    tci_doc *doc = c->doc;
    for (uint32_t i = 0; i < doc->categories_count; i++) {
        const tci_doc_category *category = &doc->categories[i];
        if (category->declared) continue;
        tci_slice name = tci_doc_slice(doc, category->name);
        return tci_doc_fail(doc, TC_E_PARSE, category->line, category->path,
                            "there is no category \"%.*s\"", (int)TCI_MIN(name.len, (size_t)80),
                            (const char *)name.data);
    }
    return true;
}

/* The name of a seat that has none: section, row and label. */
static bool derive_name(compiler *c, const tci_doc_row *row, uint32_t k, tci_doc_seat *seat) {
    tci_doc *doc = c->doc;
    char text[TC_NAME_MAX + 2 * TC_LABEL_MAX + 4];
    tci_slice section = tci_doc_slice(doc, doc->sections[row->section].name);
    tci_slice line = tci_doc_slice(doc, row->label), label = tci_doc_slice(doc, seat->label);
    int len = snprintf(text, sizeof text, "%.*s-%.*s%s%.*s", (int)section.len,
                       (const char *)section.data, (int)line.len, (const char *)line.data,
                       line.len ? "-" : "", (int)label.len, (const char *)label.data);
    if (len > TC_SEAT_NAME_MAX) {
        char path[48];
        tci_doc_seat_path(doc, row, k, "name", path, sizeof path);
        return tci_doc_fail(doc, TC_E_LIMIT, seat->line, path,
                            "section, row and label make a name longer than %d bytes: give one",
                            TC_SEAT_NAME_MAX);
    }
    seat->name = tci_doc_keep(doc, tci_slice_of(text, (size_t)len));
    return doc->code == TC_OK;
}

typedef struct name_wanted {
    const tci_doc *doc;
    tci_slice name;
} name_wanted;

static bool same_name(const void *user_data, uint32_t value) {
    const name_wanted *wanted = user_data;
    tci_slice name = tci_doc_slice(wanted->doc, wanted->doc->seats[value].name);
    return name.len == wanted->name.len && memcmp(name.data, wanted->name.data, name.len) == 0;
}

static bool enter_name(compiler *c, tci_doc_index *index, const tci_doc_row *row, uint32_t k) {
    tci_doc *doc = c->doc;
    tci_doc_seat *seat = &doc->seats[row->first + k];
    if (!seat->name && !derive_name(c, row, k, seat)) return false;
    name_wanted wanted = {doc, tci_doc_slice(doc, seat->name)};
    uint64_t hash = tci_layout_name_hash(wanted.name);
    uint32_t value;
    uint32_t slot = tci_doc_index_find(index, hash, same_name, &wanted, &value);
    if (value != UINT32_MAX) {
        char path[48];
        const char *member = doc->form == TC_MAP_FORM_PRETIX ? "seat_guid" : "name";
        tci_doc_seat_path(doc, row, k, member, path, sizeof path);
        return tci_doc_fail(doc, TC_E_PARSE, seat->line, path,
                            "the name \"%.*s\" stands at another seat already, in line %u",
                            (int)wanted.name.len, (const char *)wanted.name.data,
                            (unsigned)doc->seats[value].line);
    }
    return tci_doc_index_put(index, slot, hash, row->first + k) || no_memory(c);
}

/* Every seat has a name and no other has it. */
static bool check_names(compiler *c) {
    tci_doc_index index = {0};
    bool good = true;
    for (uint32_t r = 0; good && r < c->doc->rows_count; r++) {
        const tci_doc_row *row = &c->doc->rows[r];
        for (uint32_t k = 0; good && k < row->count; k++) good = enter_name(c, &index, row, k);
    }
    tci_doc_index_free(&index);
    return good;
}

static bool area_named(const tci_doc *doc, uint32_t before, tci_slice name) {
    for (uint32_t i = 0; i < before; i++) {
        tci_slice other = tci_doc_slice(doc, doc->areas[i].name);
        if (other.len == name.len && memcmp(other.data, name.data, name.len) == 0) return true;
    }
    return false;
}

/* Areas have names of their own. The pretix form promises none, so there a number is added. */
static bool check_areas(compiler *c) {
    tci_doc *doc = c->doc;
    for (uint32_t i = 0; i < doc->areas_count; i++) {
        tci_slice name = tci_doc_slice(doc, doc->areas[i].name);
        if (!area_named(doc, i, name)) continue;
        if (doc->form != TC_MAP_FORM_PRETIX)
            return tci_doc_fail(doc, TC_E_PARSE, 0, "areas", "two areas are called \"%.*s\"",
                                (int)TCI_MIN(name.len, (size_t)80), (const char *)name.data);
        char text[TC_NAME_MAX + 16];
        int keep = (int)TCI_MIN(name.len, (size_t)TC_NAME_MAX - 12), len = 0;
        const uint8_t *bytes = name.data;
        while (keep > 0 && (size_t)keep < name.len && (bytes[keep] & 0xC0) == 0x80) keep--;
        for (unsigned n = 2; n < TC_AREAS_MAX + 2; n++) {
            len = snprintf(text, sizeof text, "%.*s (%u)", keep, (const char *)name.data, n);
            if (!area_named(doc, doc->areas_count, tci_slice_of(text, (size_t)len))) break;
        }
        doc->areas[i].name = tci_doc_keep(doc, tci_slice_of(text, (size_t)len));
    }
    return doc->code == TC_OK;
}

/* Rows that have seats, those of a section together, else as they stood. */
static void order_rows(compiler *c) {
    const tci_doc *doc = c->doc;
    c->rows = 0;
    uint32_t starts[TC_SECTIONS_MAX + 1] = {0};
    for (uint32_t i = 0; i < doc->rows_count; i++)
        if (doc->rows[i].count) starts[doc->rows[i].section + 1]++;
    for (uint32_t s = 0; s < doc->sections_count; s++) starts[s + 1] += starts[s];
    for (uint32_t i = 0; i < doc->rows_count; i++) {
        if (!doc->rows[i].count) continue;
        c->row_order[starts[doc->rows[i].section]++] = i;
        c->rows++;
    }
}

static void widen(tci_box *box, bool *used, int32_t x, int32_t y) {
    if (!*used) *box = (tci_box){x, y, x, y};
    *used = true;
    box->min_x = TCI_MIN(box->min_x, x);
    box->min_y = TCI_MIN(box->min_y, y);
    box->max_x = TCI_MAX(box->max_x, x);
    box->max_y = TCI_MAX(box->max_y, y);
}

static bool place_row(compiler *c, const tci_doc_row *row, uint32_t first) {
    const tci_doc *doc = c->doc;
    tci_layout_section *section = &c->sections[row->section];
    tci_place *places = c->places + first;
    for (uint32_t k = 0; k < row->count; k++) {
        const tci_doc_seat *seat = &doc->seats[row->first + k];
        tci_place *place = &places[k];
        *place = (tci_place){.flags = seat->flags, .seat = row->first + k};
        bool good = to_units(doc, seat->x, &place->x);
        if (!good || !to_units(doc, seat->y, &place->y)) {
            char path[48];
            tci_doc_seat_path(doc, row, k, good ? "y" : "x", path, sizeof path);
            return out_of_range(c, seat->line, path);
        }
        bool used = section->seats != 0;
        widen(&section->box, &used, place->x, place->y);
        widen(&c->box, &c->box_used, place->x, place->y);
        section->seats++;
        TCI_ASSERT(seat->category < doc->categories_count);
        c->categories[seat->category].seats++;
    }
    section->rows++;
    tci_row_sort(places, c->spare, row->count, row->kind);
    tci_row_part(places, row->count, row->kind, c->gaps);
    return true;
}

static bool place_areas(compiler *c) {
    tci_doc *doc = c->doc;
    for (uint32_t i = 0; i < doc->points_count; i++) {
        int32_t *to = c->points + (size_t)i * 2;
        if (!to_units(doc, doc->points[i * 2], &to[0]) ||
            !to_units(doc, doc->points[i * 2 + 1], &to[1]))
            return out_of_range(c, 0, "areas");
        widen(&c->box, &c->box_used, to[0], to[1]);
    }
    for (uint32_t i = 0; i < doc->areas_count; i++) {
        int32_t x, y;
        if (!to_units(doc, doc->areas[i].x, &x) || !to_units(doc, doc->areas[i].y, &y))
            return out_of_range(c, 0, "areas");
        widen(&c->box, &c->box_used, x, y);
    }
    return true;
}

static bool place_focals(compiler *c) {
    tci_doc *doc = c->doc;
    c->focal_x = (int32_t)(((int64_t)c->box.min_x + c->box.max_x) / 2);
    c->focal_y = c->box.min_y;
    if (doc->focal.given &&
        (!to_units(doc, doc->focal.x, &c->focal_x) || !to_units(doc, doc->focal.y, &c->focal_y)))
        return out_of_range(c, 0, "focal");
    for (uint32_t i = 0; i < doc->sections_count; i++) {
        const tci_doc_section *from = &doc->sections[i];
        tci_layout_section *to = &c->sections[i];
        to->name = tci_doc_slice(doc, from->name);
        to->zone = tci_doc_slice(doc, from->zone);
        to->focal_given = from->focal.given;
        to->focal_x = c->focal_x;
        to->focal_y = c->focal_y;
        if (from->focal.given && (!to_units(doc, from->focal.x, &to->focal_x) ||
                                  !to_units(doc, from->focal.y, &to->focal_y)))
            return out_of_range(c, 0, "focal");
    }
    return true;
}

static size_t begin_part(tci_buf *buf) {
    tci_buf_u32(buf, 0);
    return buf->len;
}

static void end_part(tci_buf *buf, size_t start) {
    if (!buf->failed) tci_store32(buf->data + start - 4, (uint32_t)(buf->len - start));
}

static void write_head(const compiler *c) {
    const tci_doc *doc = c->doc;
    tci_buf *out = c->out;
    tci_buf_u32(out, doc->form);
    tci_buf_u32(out, doc->seats_count);
    tci_buf_u32(out, c->rows);
    tci_buf_u16(out, (uint16_t)doc->categories_count);
    tci_buf_u16(out, (uint16_t)doc->sections_count);
    tci_buf_u32(out, doc->areas_count);
    tci_buf_u32(out, doc->scale);
    tci_layout_box_write(out, &c->box);
    tci_buf_u32(out, (uint32_t)c->focal_x);
    tci_buf_u32(out, (uint32_t)c->focal_y);
    tci_buf_u8(out, doc->focal.given);
    tci_buf_short(out, tci_doc_slice(doc, doc->units));
    tci_buf_short(out, tci_doc_slice(doc, doc->name));
}

/* Colours for categories that bring none; easy to tell apart for most eyes. */
static const char *const PALETTE[] = {"#4176a5", "#fca700", "#3a9d6e", "#c8553d", "#8067b7",
                                      "#2aa7b8", "#b5527e", "#8a8d2b", "#5b6c85", "#d98b5f"};

static void write_categories(const compiler *c) {
    const tci_doc *doc = c->doc;
    size_t start = begin_part(c->out);
    for (uint32_t i = 0; i < doc->categories_count; i++) {
        const tci_doc_category *from = &doc->categories[i];
        tci_layout_category category = {
            .name = tci_doc_slice(doc, from->name),
            .color = from->color ? tci_doc_slice(doc, from->color)
                                 : tci_slice_str(PALETTE[i % TCI_COUNT(PALETTE)]),
            .seats = c->categories[i].seats,
        };
        tci_layout_category_write(c->out, &category);
    }
    end_part(c->out, start);
}

static void write_sections(const compiler *c) {
    size_t start = begin_part(c->out);
    for (uint32_t i = 0; i < c->doc->sections_count; i++)
        tci_layout_section_write(c->out, &c->sections[i]);
    end_part(c->out, start);
}

static void write_area(const compiler *c, const tci_doc_area *from) {
    const tci_doc *doc = c->doc;
    uint8_t room[TC_AREA_POINTS_MAX * 8];
    tci_layout_area area = {
        .name = tci_doc_slice(doc, from->name),
        .section = from->section == UINT32_MAX ? 0 : (uint16_t)(from->section + 1),
        .category = from->category,
        .capacity = from->capacity,
        .points = from->points_count,
    };
    TCI_ASSERT(from->points_count <= TC_AREA_POINTS_MAX);
    for (uint32_t i = 0; i < from->points_count; i++) {
        const int32_t *point = c->points + ((size_t)from->points_first + i) * 2;
        tci_store32(room + (size_t)i * 8, (uint32_t)point[0]);
        tci_store32(room + (size_t)i * 8 + 4, (uint32_t)point[1]);
    }
    area.polygon = tci_slice_of(room, (size_t)from->points_count * 8);
    to_units(doc, from->x, &area.x); /* checked by place_areas */
    to_units(doc, from->y, &area.y);
    tci_layout_area_write(c->out, &area);
}

/* Areas outside of sections first, then section by section, as the export writes them. */
static void write_areas(const compiler *c) {
    const tci_doc *doc = c->doc;
    size_t start = begin_part(c->out);
    for (uint32_t i = 0; i < doc->areas_count; i++)
        if (doc->areas[i].section == UINT32_MAX) write_area(c, &doc->areas[i]);
    for (uint32_t s = 0; doc->areas_count && s < doc->sections_count; s++)
        for (uint32_t i = 0; i < doc->areas_count; i++)
            if (doc->areas[i].section == s) write_area(c, &doc->areas[i]);
    end_part(c->out, start);
}

static void write_texts(const compiler *c) {
    const tci_doc *doc = c->doc;
    size_t start = begin_part(c->out);
    for (uint32_t i = 0; i < c->rows; i++)
        tci_buf_short(c->out, tci_doc_slice(doc, doc->rows[c->row_order[i]].label));
    end_part(c->out, start);
    start = begin_part(c->out);
    for (uint32_t i = 0; i < doc->seats_count; i++) {
        const tci_doc_seat *seat = &doc->seats[c->places[i].seat];
        tci_buf_short(c->out, tci_doc_slice(doc, seat->label));
        tci_buf_short(c->out, tci_doc_slice(doc, seat->name));
    }
    end_part(c->out, start);
}

static void write_rows(const compiler *c) {
    const tci_doc *doc = c->doc;
    uint32_t first = 0;
    for (uint32_t i = 0; i < c->rows; i++) {
        const tci_doc_row *row = &doc->rows[c->row_order[i]];
        uint16_t category = doc->seats[c->places[first].seat].category;
        bool mixed = false;
        for (uint32_t k = 1; k < row->count && !mixed; k++)
            mixed = doc->seats[c->places[first + k].seat].category != category;
        tci_buf_u32(c->out, first);
        tci_buf_u32(c->out, row->count);
        tci_buf_u16(c->out, (uint16_t)(row->section + 1));
        tci_buf_u16(c->out, mixed ? 0 : (uint16_t)(category + 1));
        tci_buf_u32(c->out, row->kind);
        first += row->count;
    }
}

static void write_seats(const compiler *c) {
    const tci_doc *doc = c->doc;
    const tci_place *places = c->places;
    for (uint32_t i = 0; i < c->rows; i++) {
        const tci_doc_row *row = &doc->rows[c->row_order[i]];
        const tci_layout_section *section = &c->sections[row->section];
        for (uint32_t k = 0; k < row->count; k++) {
            const tci_place *place = places++;
            double far =
                hypot((double)place->x - section->focal_x, (double)place->y - section->focal_y);
            tci_buf_u16(c->out, (uint16_t)(doc->seats[place->seat].category + 1));
            tci_buf_u16(c->out, place->flags);
            tci_buf_u32(c->out, (uint32_t)place->x);
            tci_buf_u32(c->out, (uint32_t)place->y);
            tci_buf_u32(c->out, (uint32_t)floor(far + 0.5));
        }
    }
}

static bool begin(compiler *c, tci_doc *doc) {
    uint32_t longest = 1;
    for (uint32_t i = 0; i < doc->rows_count; i++) longest = TCI_MAX(longest, doc->rows[i].count);
    c->row_order = calloc((size_t)doc->rows_count + 1, sizeof *c->row_order);
    c->places = calloc((size_t)doc->seats_count + 1, sizeof *c->places);
    c->spare = calloc(longest, sizeof *c->spare);
    c->gaps = calloc(longest, sizeof *c->gaps);
    c->categories = calloc((size_t)doc->categories_count + 1, sizeof *c->categories);
    c->sections = calloc((size_t)doc->sections_count + 1, sizeof *c->sections);
    c->points = calloc((size_t)doc->points_count + 1, 2 * sizeof *c->points);
    return (c->row_order && c->places && c->spare && c->gaps && c->categories && c->sections &&
            c->points) ||
           no_memory(c);
}

static bool place_rows(compiler *c) {
    uint32_t first = 0;
    order_rows(c);
    for (uint32_t i = 0; i < c->rows; i++) {
        const tci_doc_row *row = &c->doc->rows[c->row_order[i]];
        if (!place_row(c, row, first)) return false;
        first += row->count;
    }
    TCI_ASSERT(first == c->doc->seats_count);
    return true;
}

int32_t tci_doc_compile(tci_doc *doc, tci_buf *compiled) {
    compiler c = {.doc = doc, .out = compiled};
    if (doc->code == TC_OK && doc->seats_count == 0 && doc->areas_count == 0)
        tci_doc_fail(doc, TC_E_PARSE, 0, NULL, "the map has neither seats nor areas");
    if (doc->code == TC_OK && begin(&c, doc) && check_categories(&c)) {
        choose_scale(doc);
        if (check_names(&c) && check_areas(&c) && place_rows(&c) && place_areas(&c) &&
            place_focals(&c)) {
            write_head(&c);
            write_categories(&c);
            write_sections(&c);
            write_areas(&c);
            write_texts(&c);
            write_rows(&c);
            write_seats(&c);
            if (compiled->failed) no_memory(&c);
        }
    }
    free(c.row_order);
    free(c.places);
    free(c.spare);
    free(c.gaps);
    free(c.categories);
    free(c.sections);
    free(c.points);
    return doc->code;
}
