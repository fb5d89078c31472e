/* Reading maps from a snapshot: versions, their parts, seats; the export and the drawing. */
#include "api/catalog.h"
#include "api/text.h"
#include "catalog/event.h"
#include "catalog/map.h"

/* One version of a map, found. */
typedef struct map_at {
    tci_map map;
    tci_map_version version;
    tci_layout_head head;
    uint64_t id;
    uint32_t number;
} map_at;

static int32_t find_version(tc_snapshot *snapshot, uint64_t map, uint32_t number, map_at *out,
                            tc_error *error) {
    tci_view *view = tci_snapshot_view(snapshot);
    if (!tci_map_load(view, map, &out->map)) return tci_fail_missing(error, "map", 0, map);
    out->id = map;
    out->number = number ? number : out->map.newest;
    if (!tci_map_version_load(view, map, out->number, &out->version) ||
        !tci_layout_head_load(view, out->version.layout, &out->head))
        return tci_fail(error, TC_E_NOT_FOUND, "map_version", "map %llu has no version %u",
                        (unsigned long long)map, out->number);
    return TC_OK;
}

static void fill_map(tc_snapshot *snapshot, const map_at *at, tc_map_view *out) {
    const tci_layout_head *head = &at->head;
    *out = (tc_map_view)TC_MAP_VIEW_INIT;
    out->status = at->version.status;
    out->map = at->id;
    out->version = at->map.version;
    out->venue = at->map.venue;
    out->created_at_ms = at->version.created_at_ms;
    out->published_at_ms = at->version.published_at_ms;
    out->name = tci_keep_text(snapshot, at->map.name);
    out->units = tci_keep_text(snapshot, head->units);
    out->map_version = at->number;
    out->newest_version = at->map.newest;
    out->published_version = at->map.published;
    out->seats = head->live;
    out->seats_retired = head->numbers - head->live;
    out->seat_numbers = head->numbers;
    out->rows = head->rows;
    out->categories = head->categories;
    out->sections = head->sections;
    out->areas = head->areas;
    out->min_x = head->box.min_x;
    out->min_y = head->box.min_y;
    out->max_x = head->box.max_x;
    out->max_y = head->box.max_y;
    out->focal_x = head->focal_x;
    out->focal_y = head->focal_y;
}

int32_t tc_map_get(tc_snapshot *snapshot, uint64_t map, uint32_t map_version, tc_map_view *view,
                   tc_error *error) {
    tc_map_view full;
    map_at at;
    int32_t code = tci_struct_in(view, sizeof full, sizeof full, &full, "view", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find_version(snapshot, map, map_version, &at, error);
    if (code == TC_OK) fill_map(snapshot, &at, &full);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) tci_struct_out(view, &full, sizeof full);
    return code;
}

/* Walk the ids of maps behind `after`: of one venue by its index, or of all. A map's own row is
 * followed by its versions', which have longer keys. Answers the next cursor, 0 at the end. */
static uint64_t list_maps(tc_snapshot *snapshot, const tc_map_list_request *wish, tci_rows *rows,
                          uint32_t most) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_key prefix = tci_key_of(0, TCI_SPACE_MAP);
    if (wish->venue) {
        prefix = tci_event_index_key(TCI_INDEX_VENUE_MAP);
        tci_key_u64(&prefix, wish->venue);
    }
    tci_key from = prefix;
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t last = 0, next = 0;
    if (wish->after == UINT64_MAX) return 0;
    tci_key_u64(&from, wish->after + 1);
    tci_cursor_open(&cursor, view, &prefix, &from);
    while (tci_cursor_next(&cursor, &key, &value)) {
        map_at at;
        if (key.len != (size_t)prefix.len + 8) continue;
        uint64_t id = tci_load64_be((const uint8_t *)key.data + prefix.len);
        if (find_version(snapshot, id, 0, &at, NULL) != TC_OK) continue;
        if (rows->count == most) {
            next = last;
            break;
        }
        tc_map_view full;
        fill_map(snapshot, &at, &full);
        tci_rows_give(rows, &full, sizeof full);
        last = id;
    }
    tci_cursor_close(&cursor);
    return next;
}

int32_t tc_map_list(tc_snapshot *snapshot, const tc_map_list_request *request,
                    tc_map_list_result *result, tc_error *error) {
    tc_map_list_request wish;
    tc_map_list_result full;
    tci_rows rows;
    int32_t code = tci_struct_in(request, sizeof wish, sizeof wish, &wish, "request", error);
    if (code == TC_OK)
        code = tci_struct_in(result, sizeof full, sizeof full, &full, "result", error);
    if (code == TC_OK) code = tci_check_flags(wish.flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_flags(wish.reserved, 0, "reserved", error);
    if (code == TC_OK)
        code = tci_check_range(full.maps_capacity, 1, INT32_MAX, "maps_capacity", error);
    if (code == TC_OK)
        code = tci_rows_begin(&rows, full.maps, full.maps_capacity, sizeof(tc_map_view), "maps",
                              error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    full.next = list_maps(snapshot, &wish, &rows, tci_page_size(wish.limit, rows.capacity));
    full.maps_count = rows.count;
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) tci_struct_out(result, &full, sizeof full);
    return code;
}

static void give_category(tc_snapshot *snapshot, uint32_t layout, uint32_t number, tci_rows *rows) {
    tci_layout_category category;
    tc_map_category full = TC_MAP_CATEGORY_INIT;
    if (!tci_layout_category_load(tci_snapshot_view(snapshot), layout, number, &category)) return;
    full.category = number;
    full.name = tci_keep_text(snapshot, category.name);
    full.color = tci_keep_text(snapshot, category.color);
    full.seats = category.seats;
    tci_rows_give(rows, &full, sizeof full);
}

static void give_section(tc_snapshot *snapshot, uint32_t layout, uint32_t number, tci_rows *rows) {
    tci_layout_section section;
    tc_map_section full = TC_MAP_SECTION_INIT;
    if (!tci_layout_section_load(tci_snapshot_view(snapshot), layout, number, &section)) return;
    full.section = number;
    full.name = tci_keep_text(snapshot, section.name);
    full.zone = tci_keep_text(snapshot, section.zone);
    full.seats = section.seats;
    full.rows = section.rows;
    full.min_x = section.box.min_x;
    full.min_y = section.box.min_y;
    full.max_x = section.box.max_x;
    full.max_y = section.box.max_y;
    full.focal_x = section.focal_x;
    full.focal_y = section.focal_y;
    tci_rows_give(rows, &full, sizeof full);
}

static void give_area(tc_snapshot *snapshot, uint32_t layout, uint32_t number, tci_rows *rows) {
    tci_view *view = tci_snapshot_view(snapshot);
    tci_layout_area area;
    tci_layout_section section;
    tc_map_area full = TC_MAP_AREA_INIT;
    if (!tci_layout_area_load(view, layout, number, &area)) return;
    bool inside = area.section && tci_layout_section_load(view, layout, area.section, &section);
    full.area = number;
    full.name = tci_keep_text(snapshot, area.name);
    full.zone = inside ? tci_keep_text(snapshot, section.name) : "";
    full.capacity = area.capacity;
    full.category = area.category;
    full.x = area.x;
    full.y = area.y;
    tci_rows_give(rows, &full, sizeof full);
}

/* The three lists of a version's parts: how many there are, and how to give one. */
typedef struct part_list {
    uint32_t entry_size;
    const char *field;
    uint32_t (*count)(const tci_layout_head *head);
    void (*give)(tc_snapshot *snapshot, uint32_t layout, uint32_t number, tci_rows *rows);
} part_list;

static uint32_t count_categories(const tci_layout_head *head) {
    return head->categories;
}

static uint32_t count_sections(const tci_layout_head *head) {
    return head->sections;
}

static uint32_t count_areas(const tci_layout_head *head) {
    return head->areas;
}

static const part_list CATEGORIES = {sizeof(tc_map_category), "categories", count_categories,
                                     give_category};
static const part_list SECTIONS = {sizeof(tc_map_section), "sections", count_sections,
                                   give_section};
static const part_list AREAS = {sizeof(tc_map_area), "areas", count_areas, give_area};

static int32_t list_parts(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                          const part_list *list, void *entries, uint32_t capacity, uint32_t *count,
                          tc_error *error) {
    tci_rows rows;
    map_at at;
    uint32_t total = 0;
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK)
        code = tci_rows_begin(&rows, entries, capacity, list->entry_size, list->field, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find_version(snapshot, map, map_version, &at, error);
    if (code == TC_OK) total = list->count(&at.head);
    for (uint32_t i = 1; code == TC_OK && i <= total && !tci_rows_full(&rows); i++)
        list->give(snapshot, at.version.layout, i, &rows);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = total;
    return code;
}

int32_t tc_map_category_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                             tc_map_category *categories, uint32_t capacity, uint32_t *count,
                             tc_error *error) {
    return list_parts(snapshot, map, map_version, &CATEGORIES, categories, capacity, count, error);
}

int32_t tc_map_section_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                            tc_map_section *sections, uint32_t capacity, uint32_t *count,
                            tc_error *error) {
    return list_parts(snapshot, map, map_version, &SECTIONS, sections, capacity, count, error);
}

int32_t tc_map_area_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                         tc_map_area *areas, uint32_t capacity, uint32_t *count, tc_error *error) {
    return list_parts(snapshot, map, map_version, &AREAS, areas, capacity, count, error);
}

/* Section and row labels of the seat before: most seats share them, and the snapshot keeps one. */
typedef struct label_memo {
    uint32_t section, row;
    const char *section_label, *row_label;
} label_memo;

static void fill_labels(tc_snapshot *snapshot, uint32_t layout, const tci_seat_info *info,
                        label_memo *memo, tc_map_seat *out) {
    tci_view *view = tci_snapshot_view(snapshot);
    out->section_label = out->row_label = "";
    if (info->flags & TC_SEAT_FLAG_RETIRED) return;
    if (memo->section != info->section) {
        tci_layout_section section;
        bool found = tci_layout_section_load(view, layout, info->section, &section);
        memo->section_label = found ? tci_keep_text(snapshot, section.name) : "";
        memo->section = info->section;
    }
    if (memo->row != info->row) {
        tci_slice label;
        bool found = tci_layout_row_label(view, layout, info->row, &label);
        memo->row_label = found ? tci_keep_text(snapshot, label) : "";
        memo->row = info->row;
    }
    out->section_label = memo->section_label;
    out->row_label = memo->row_label;
}

static bool fill_seat(tc_snapshot *snapshot, uint32_t layout, uint32_t seat,
                      const tci_layout_seat_text *text, label_memo *memo, tc_map_seat *out) {
    tci_seat_info info;
    if (!tci_seat_info_load(tci_snapshot_view(snapshot), layout, seat, &info)) return false;
    *out = (tc_map_seat)TC_MAP_SEAT_INIT;
    out->seat = seat;
    out->name = tci_keep_text(snapshot, text->name);
    out->seat_label = tci_keep_text(snapshot, text->label);
    fill_labels(snapshot, layout, &info, memo, out);
    out->category = info.category;
    out->section = info.section;
    out->row = info.row;
    out->place = info.place;
    out->seat_flags = info.flags;
    out->left = info.left;
    out->right = info.right;
    out->focal_distance = info.focal;
    out->x = info.x;
    out->y = info.y;
    return true;
}

static void list_seats(tc_snapshot *snapshot, const map_at *at, uint32_t first, tci_rows *rows) {
    tci_layout_seat_text texts[TCI_LAYOUT_CHUNK];
    uint32_t layout = at->version.layout, chunk = UINT32_MAX, in_chunk = 0;
    label_memo memo = {UINT32_MAX, UINT32_MAX, "", ""};
    for (uint32_t seat = first; seat < at->head.numbers && !tci_rows_full(rows); seat++) {
        tc_map_seat full;
        if (chunk != seat / TCI_LAYOUT_CHUNK) {
            chunk = seat / TCI_LAYOUT_CHUNK;
            in_chunk = tci_layout_seat_texts(tci_snapshot_view(snapshot), layout, chunk, texts);
        }
        uint32_t in = seat % TCI_LAYOUT_CHUNK;
        if (in < in_chunk && fill_seat(snapshot, layout, seat, &texts[in], &memo, &full))
            tci_rows_give(rows, &full, sizeof full);
    }
}

int32_t tc_map_seat_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version, uint32_t first,
                         tc_map_seat *seats, uint32_t capacity, uint32_t *count, tc_error *error) {
    tci_rows rows;
    map_at at;
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_range(capacity, 1, UINT32_MAX, "capacity", error);
    if (code == TC_OK)
        code = tci_rows_begin(&rows, seats, capacity, sizeof(tc_map_seat), "seats", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find_version(snapshot, map, map_version, &at, error);
    if (code == TC_OK) list_seats(snapshot, &at, first, &rows);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *count = rows.count;
    return code;
}

int32_t tc_map_seat_find(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                         const char *name, uint32_t *seat, tc_error *error) {
    map_at at;
    uint32_t found = TCI_SEAT_NONE;
    int32_t code = tci_check_not_null(name, "name", error);
    if (code == TC_OK) code = tci_check_not_null(seat, "seat", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    code = find_version(snapshot, map, map_version, &at, error);
    if (code == TC_OK)
        found = tci_layout_find(tci_snapshot_view(snapshot), at.version.layout,
                                tci_slice_of(name, strlen(name)));
    if (code == TC_OK && found == TCI_SEAT_NONE)
        code =
            tci_fail(error, TC_E_NOT_FOUND, "name", "map %llu, version %u, has no seat \"%.60s\"",
                     (unsigned long long)map, at.number, name);
    code = tci_snapshot_leave(snapshot, code, error);
    if (code == TC_OK) *seat = found;
    return code;
}

typedef bool (*map_writer)(tci_view *view, uint32_t layout, tci_slice name, tci_buf *buf);

static bool draw_plain(tci_view *view, uint32_t layout, tci_slice name, tci_buf *buf) {
    return tci_map_draw(view, layout, name, tci_slice_of(NULL, 0), buf);
}

static int32_t write_map(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                         map_writer writer, char *buffer, size_t capacity, size_t *length,
                         tc_error *error) {
    map_at at;
    tci_buf text;
    int32_t code = tci_check_not_null(length, "length", error);
    if (code == TC_OK) code = tci_text_check(buffer, capacity, error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_buf_init(&text, NULL, 0);
    code = find_version(snapshot, map, map_version, &at, error);
    if (code == TC_OK &&
        !writer(tci_snapshot_view(snapshot), at.version.layout, at.map.name, &text))
        code = tci_fail(error, text.failed ? TC_E_NOMEM : TC_E_CORRUPT, NULL, NULL);
    if (code == TC_OK) code = tci_text_give(tci_buf_slice(&text), buffer, capacity, length, error);
    tci_buf_free(&text);
    return tci_snapshot_leave(snapshot, code, error);
}

int32_t tc_map_export(tc_snapshot *snapshot, uint64_t map, uint32_t map_version, char *buffer,
                      size_t capacity, size_t *length, tc_error *error) {
    return write_map(snapshot, map, map_version, tci_map_export_json, buffer, capacity, length,
                     error);
}

int32_t tc_map_svg(tc_snapshot *snapshot, uint64_t map, uint32_t map_version, char *buffer,
                   size_t capacity, size_t *length, tc_error *error) {
    return write_map(snapshot, map, map_version, draw_plain, buffer, capacity, length, error);
}
