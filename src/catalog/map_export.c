/* Writing a layout in our own JSON form, so that reading it again gives the same layout: seats in
 * the order of their places, aisles said, numbers exact. Reads only. */
#include "catalog/map.h"
#include "catalog/print.h"

typedef struct exporter {
    tci_view *view;
    uint32_t layout;
    tci_layout_head head;
    tci_buf *buf;
    uint32_t chunk; /* of the texts at hand; UINT32_MAX: none */
    uint32_t chunk_count;
    tci_layout_seat_text texts[TCI_LAYOUT_CHUNK];
} exporter;

static void print_point(exporter *e, const char *name, int32_t x, int32_t y) {
    tci_print(e->buf, name);
    tci_print(e->buf, "{\"x\":");
    tci_print_scaled(e->buf, x, e->head.scale);
    tci_print(e->buf, ",\"y\":");
    tci_print_scaled(e->buf, y, e->head.scale);
    tci_print(e->buf, "}");
}

static void print_text(exporter *e, const char *name, tci_slice text) {
    tci_print(e->buf, name);
    tci_print_json(e->buf, text);
}

static bool print_categories(exporter *e) {
    tci_print(e->buf, ",\n \"categories\":[");
    for (uint32_t i = 1; i <= e->head.categories; i++) {
        tci_layout_category category;
        if (!tci_layout_category_load(e->view, e->layout, i, &category)) return false;
        print_text(e, i > 1 ? ",\n  {\"name\":" : "\n  {\"name\":", category.name);
        print_text(e, ",\"color\":", category.color);
        tci_print(e->buf, "}");
    }
    tci_print(e->buf, "]");
    return true;
}

static bool category_name(exporter *e, uint16_t number, tci_slice *name) {
    tci_layout_category category;
    if (!tci_layout_category_load(e->view, e->layout, number, &category)) return false;
    *name = category.name;
    return true;
}

/* Texts of a seat; neighbours are mostly in the chunk at hand. */
static const tci_layout_seat_text *seat_text(exporter *e, uint32_t seat) {
    if (e->chunk != seat / TCI_LAYOUT_CHUNK) {
        e->chunk = seat / TCI_LAYOUT_CHUNK;
        e->chunk_count = tci_layout_seat_texts(e->view, e->layout, e->chunk, e->texts);
    }
    uint32_t at = seat % TCI_LAYOUT_CHUNK;
    return at < e->chunk_count ? &e->texts[at] : NULL;
}

static bool print_seat(exporter *e, uint32_t seat, uint16_t row_category) {
    tci_seat_info info;
    const tci_layout_seat_text *text = seat_text(e, seat);
    if (!text || !tci_seat_info_load(e->view, e->layout, seat, &info)) return false;
    print_text(e, "{\"label\":", text->label);
    print_text(e, ",\"name\":", text->name);
    tci_print(e->buf, ",\"x\":");
    tci_print_scaled(e->buf, info.x, e->head.scale);
    tci_print(e->buf, ",\"y\":");
    tci_print_scaled(e->buf, info.y, e->head.scale);
    if (info.category != row_category) {
        tci_slice name;
        if (!category_name(e, info.category, &name)) return false;
        print_text(e, ",\"category\":", name);
    }
    if (info.flags & TC_SEAT_FLAG_ACCESSIBLE) tci_print(e->buf, ",\"accessible\":true");
    if (info.flags & TC_SEAT_FLAG_COMPANION) tci_print(e->buf, ",\"companion\":true");
    if (info.flags & TC_SEAT_FLAG_RESTRICTED_VIEW) tci_print(e->buf, ",\"restricted_view\":true");
    bool left = info.flags & TC_SEAT_FLAG_AISLE_LEFT, right = info.flags & TC_SEAT_FLAG_AISLE_RIGHT;
    if (left || right)
        tci_print(e->buf, left && right ? ",\"aisle\":\"both\""
                          : left        ? ",\"aisle\":\"left\""
                                        : ",\"aisle\":\"right\"");
    tci_print(e->buf, "}");
    return true;
}

static bool print_row(exporter *e, uint32_t number, bool first) {
    static const char *const KINDS[] = {"", ",\"kind\":\"table\"", ",\"kind\":\"booth\""};
    tci_layout_row row;
    tci_slice label, category;
    uint8_t kind = tci_layout_row_kind(e->view, e->layout, number);
    if (!tci_layout_row_load(e->view, e->layout, number, &row) ||
        !tci_layout_row_label(e->view, e->layout, number, &label))
        return false;
    print_text(e, first ? "\n   {\"label\":" : ",\n   {\"label\":", label);
    tci_print(e->buf, KINDS[TCI_MIN(kind, TC_ROW_BOOTH)]);
    if (row.category) {
        if (!category_name(e, row.category, &category)) return false;
        print_text(e, ",\"category\":", category);
    }
    tci_print(e->buf, ",\"seats\":[");
    for (uint32_t i = 0; i < row.count; i++) {
        tci_print(e->buf, i ? ",\n    " : "\n    ");
        if (!print_seat(e, tci_layout_place(e->view, e->layout, row.first + i), row.category))
            return false;
    }
    tci_print(e->buf, "]}");
    return true;
}

static bool print_area(exporter *e, const tci_layout_area *area, bool first) {
    print_text(e, first ? "\n   {\"name\":" : ",\n   {\"name\":", area->name);
    tci_print(e->buf, ",\"capacity\":");
    tci_print_uint(e->buf, area->capacity);
    if (area->category) {
        tci_slice category;
        if (!category_name(e, area->category, &category)) return false;
        print_text(e, ",\"category\":", category);
    }
    tci_print(e->buf, ",\"x\":");
    tci_print_scaled(e->buf, area->x, e->head.scale);
    tci_print(e->buf, ",\"y\":");
    tci_print_scaled(e->buf, area->y, e->head.scale);
    for (uint32_t i = 0; i < area->points; i++) {
        int32_t x, y;
        tci_layout_area_point(area, i, &x, &y);
        tci_print(e->buf, i ? ",[" : ",\"polygon\":[[");
        tci_print_scaled(e->buf, x, e->head.scale);
        tci_print(e->buf, ",");
        tci_print_scaled(e->buf, y, e->head.scale);
        tci_print(e->buf, "]");
    }
    tci_print(e->buf, area->points ? "]}" : "}");
    return true;
}

/* Areas of one section, or those outside of any (0). */
static bool print_areas(exporter *e, uint32_t section, const char *name) {
    bool first = true;
    for (uint32_t i = 1; i <= e->head.areas; i++) {
        tci_layout_area area;
        if (!tci_layout_area_load(e->view, e->layout, i, &area)) return false;
        if (area.section != section) continue;
        if (first) tci_print(e->buf, name);
        if (!print_area(e, &area, first)) return false;
        first = false;
    }
    if (!first) tci_print(e->buf, "]");
    return true;
}

/* Rows stand section by section, so one walk over them serves all sections. */
static bool print_section(exporter *e, uint32_t number, uint32_t *row) {
    tci_layout_section section;
    if (!tci_layout_section_load(e->view, e->layout, number, &section)) return false;
    print_text(e, number > 1 ? ",\n  {\"name\":" : "\n  {\"name\":", section.name);
    if (section.zone.len) print_text(e, ",\"zone\":", section.zone);
    if (section.focal_given) print_point(e, ",\"focal\":", section.focal_x, section.focal_y);
    tci_print(e->buf, ",\"rows\":[");
    for (uint32_t i = 0; i < section.rows; i++)
        if (!print_row(e, (*row)++, i == 0)) return false;
    tci_print(e->buf, "]");
    if (!print_areas(e, number, ",\"areas\":[")) return false;
    tci_print(e->buf, "}");
    return true;
}

bool tci_map_export_json(tci_view *view, uint32_t layout, tci_slice name, tci_buf *buf) {
    exporter e = {.view = view, .layout = layout, .buf = buf, .chunk = UINT32_MAX};
    uint32_t row = 0;
    if (!tci_layout_head_load(view, layout, &e.head)) return false;
    tci_print(buf, "{\"ticketcore_map\":1");
    print_text(&e, ",\n \"name\":", name);
    if (e.head.units.len) print_text(&e, ",\n \"units\":", e.head.units);
    tci_print(buf, ",\n \"scale\":");
    tci_print_uint(buf, e.head.scale);
    if (e.head.focal_given) print_point(&e, ",\n \"focal\":", e.head.focal_x, e.head.focal_y);
    if (!print_categories(&e) || !print_areas(&e, 0, ",\n \"areas\":[")) return false;
    tci_print(buf, ",\n \"sections\":[");
    for (uint32_t i = 1; i <= e.head.sections; i++)
        if (!print_section(&e, i, &row)) return false;
    tci_print(buf, "]}\n");
    return !buf->failed;
}
