/* Reading a layout: what a seat is, where it stands, what it is called. Called by all of the domain
 * through catalog.h, on the hot path too; must never write. */
#include "catalog/map_compiled.h"

#include "base/checksum.h"

const tci_array tci_layout_seats = {TCI_SPACE_LAYOUT_SEAT, 32, true};
const tci_array tci_layout_rows = {TCI_SPACE_LAYOUT_ROW, 16, true};
const tci_array tci_layout_order = {TCI_SPACE_LAYOUT_ORDER, 4, true};

tci_key tci_layout_text_key(uint32_t layout, uint8_t kind, uint32_t number) {
    tci_key key = tci_key_of(0, TCI_SPACE_LAYOUT_TEXT);
    tci_key_u32(&key, layout);
    tci_key_u8(&key, kind);
    tci_key_u32(&key, number);
    return key;
}

tci_key tci_layout_name_prefix(uint32_t layout) {
    tci_key key = tci_key_of(0, TCI_SPACE_LAYOUT_NAME);
    tci_key_u32(&key, layout);
    return key;
}

uint64_t tci_layout_name_hash(tci_slice name) {
    return tci_checksum(name.data, name.len, 0);
}

static bool has_text(tci_view *view, uint32_t layout, uint8_t kind, uint32_t number);

static bool text_reader(tci_view *view, uint32_t layout, uint8_t kind, uint32_t number,
                        tci_reader *reader) {
    tci_key key = tci_layout_text_key(layout, kind, number);
    tci_slice value;
    if (layout == 0) return false;
    if (!tci_row_get(view, &key, &value)) {
        if (has_text(view, layout, kind, number)) tci_view_missing(view, &key);
        return false;
    }
    *reader = tci_reader_of(value);
    return true;
}

/* Was this written with the layout? */
static bool has_text(tci_view *view, uint32_t layout, uint8_t kind, uint32_t number) {
    tci_layout_head head;
    if (kind == TCI_LAYOUT_HEAD) return true;
    if (!tci_layout_head_load(view, layout, &head)) return false;
    switch (kind) {
    case TCI_LAYOUT_CATEGORY: return number >= 1 && number <= head.categories;
    case TCI_LAYOUT_SECTION: return number >= 1 && number <= head.sections;
    case TCI_LAYOUT_AREA: return number >= 1 && number <= head.areas;
    case TCI_LAYOUT_ROWS: return (uint64_t)number * TCI_LAYOUT_CHUNK < head.rows;
    default: return (uint64_t)number * TCI_LAYOUT_CHUNK < head.numbers;
    }
}

bool tci_seat_info_load(tci_view *view, uint32_t layout, uint32_t seat, tci_seat_info *info) {
    if (layout == 0 || seat >= TC_SEATS_MAX) return false;
    const uint8_t *at = tci_array_get(view, &tci_layout_seats, 0, tci_layout_at(layout, seat));
    if (!at) return false;
    *info = (tci_seat_info){
        .category = tci_load16(at),
        .section = tci_load16(at + 2),
        .row = tci_load32(at + 4),
        .place = tci_load16(at + 8),
        .flags = tci_load16(at + 10),
        .left = tci_load32(at + 12),
        .right = tci_load32(at + 16),
        .x = (int32_t)tci_load32(at + 20),
        .y = (int32_t)tci_load32(at + 24),
        .focal = tci_load32(at + 28),
    };
    return info->category != 0 || (info->flags & TC_SEAT_FLAG_RETIRED);
}

bool tci_layout_row_load(tci_view *view, uint32_t layout, uint32_t row, tci_layout_row *out) {
    if (layout == 0 || row >= TC_ROWS_MAX) return false;
    const uint8_t *at = tci_array_get(view, &tci_layout_rows, 0, tci_layout_at(layout, row));
    if (!at || tci_load32(at + 4) == 0) return false;
    *out = (tci_layout_row){
        .first = tci_load32(at),
        .count = tci_load32(at + 4),
        .section = tci_load16(at + 8),
        .category = tci_load16(at + 10),
    };
    return true;
}

uint8_t tci_layout_row_kind(tci_view *view, uint32_t layout, uint32_t row) {
    if (layout == 0 || row >= TC_ROWS_MAX) return TC_ROW_LINE;
    const uint8_t *at = tci_array_get(view, &tci_layout_rows, 0, tci_layout_at(layout, row));
    return at ? at[12] : TC_ROW_LINE;
}

uint32_t tci_layout_place(tci_view *view, uint32_t layout, uint32_t place) {
    if (layout == 0 || place >= TC_SEATS_MAX) return TCI_SEAT_NONE;
    const uint8_t *at = tci_array_get(view, &tci_layout_order, 0, tci_layout_at(layout, place));
    /* stored + 1, so that a place never written is none */
    return at ? tci_load32(at) - 1 : TCI_SEAT_NONE;
}

bool tci_layout_head_load(tci_view *view, uint32_t layout, tci_layout_head *out) {
    tci_reader reader;
    if (!text_reader(view, layout, TCI_LAYOUT_HEAD, 0, &reader)) return false;
    out->numbers = tci_read_u32(&reader);
    out->rows = tci_read_u32(&reader);
    out->categories = tci_read_u16(&reader);
    out->sections = tci_read_u16(&reader);
    out->areas = tci_read_u32(&reader);
    out->live = tci_read_u32(&reader);
    out->scale = tci_read_u32(&reader);
    out->box = tci_layout_box_read(&reader);
    out->focal_x = (int32_t)tci_read_u32(&reader);
    out->focal_y = (int32_t)tci_read_u32(&reader);
    out->focal_given = tci_read_u8(&reader) != 0;
    out->units = tci_read_short(&reader);
    /* Whoever reads on allocates and counts by these. */
    return !reader.failed && out->numbers <= TC_SEATS_MAX && out->live <= out->numbers &&
           out->rows <= TC_ROWS_MAX && out->categories <= TC_CATEGORIES_MAX &&
           out->sections <= TC_SECTIONS_MAX && out->areas <= TC_AREAS_MAX;
}

bool tci_layout_load(tci_view *view, uint32_t layout, tci_layout *out) {
    tci_layout_head head;
    if (!tci_layout_head_load(view, layout, &head)) return false;
    *out = (tci_layout){head.numbers, head.rows, head.categories, head.sections};
    return true;
}

bool tci_layout_category_load(tci_view *view, uint32_t layout, uint32_t number,
                              tci_layout_category *out) {
    tci_reader reader;
    if (!text_reader(view, layout, TCI_LAYOUT_CATEGORY, number, &reader)) return false;
    tci_layout_category_read(&reader, out);
    return !reader.failed;
}

bool tci_layout_section_load(tci_view *view, uint32_t layout, uint32_t number,
                             tci_layout_section *out) {
    tci_reader reader;
    if (!text_reader(view, layout, TCI_LAYOUT_SECTION, number, &reader)) return false;
    tci_layout_section_read(&reader, out);
    return !reader.failed;
}

bool tci_layout_area_load(tci_view *view, uint32_t layout, uint32_t number, tci_layout_area *out) {
    tci_reader reader;
    if (!text_reader(view, layout, TCI_LAYOUT_AREA, number, &reader)) return false;
    tci_layout_area_read(&reader, out);
    return !reader.failed;
}

uint32_t tci_layout_seat_texts(tci_view *view, uint32_t layout, uint32_t chunk,
                               tci_layout_seat_text out[TCI_LAYOUT_CHUNK]) {
    tci_reader reader;
    uint32_t count = 0;
    if (!text_reader(view, layout, TCI_LAYOUT_SEATS, chunk, &reader)) return 0;
    for (; count < TCI_LAYOUT_CHUNK && tci_reader_left(&reader) && !reader.failed; count++) {
        out[count].label = tci_read_short(&reader);
        out[count].name = tci_read_short(&reader);
    }
    return count;
}

uint32_t tci_layout_row_labels(tci_view *view, uint32_t layout, uint32_t chunk,
                               tci_slice out[TCI_LAYOUT_CHUNK]) {
    tci_reader reader;
    uint32_t count = 0;
    if (!text_reader(view, layout, TCI_LAYOUT_ROWS, chunk, &reader)) return 0;
    for (; count < TCI_LAYOUT_CHUNK && tci_reader_left(&reader) && !reader.failed; count++)
        out[count] = tci_read_short(&reader);
    return count;
}

bool tci_layout_row_label(tci_view *view, uint32_t layout, uint32_t row, tci_slice *label) {
    tci_slice labels[TCI_LAYOUT_CHUNK];
    if (row >= TC_ROWS_MAX) return false;
    uint32_t count = tci_layout_row_labels(view, layout, row / TCI_LAYOUT_CHUNK, labels);
    if (row % TCI_LAYOUT_CHUNK >= count) return false;
    *label = labels[row % TCI_LAYOUT_CHUNK];
    return true;
}

bool tci_layout_seat_text_load(tci_view *view, uint32_t layout, uint32_t seat,
                               tci_layout_seat_text *out) {
    tci_layout_seat_text texts[TCI_LAYOUT_CHUNK];
    if (seat >= TC_SEATS_MAX) return false;
    uint32_t count = tci_layout_seat_texts(view, layout, seat / TCI_LAYOUT_CHUNK, texts);
    if (seat % TCI_LAYOUT_CHUNK >= count) return false;
    *out = texts[seat % TCI_LAYOUT_CHUNK];
    return true;
}

/* Look through one row of the name table; answers whether the search is over. */
static bool find_in_entries(tci_view *view, uint32_t layout, tci_slice entries, uint64_t hash,
                            tci_slice name, uint32_t *seat) {
    const uint8_t *bytes = entries.data;
    size_t count = entries.len / TCI_NAME_ENTRY_BYTES, low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (tci_load64(bytes + middle * TCI_NAME_ENTRY_BYTES) < hash) low = middle + 1;
        else high = middle;
    }
    for (; low < count; low++) {
        const uint8_t *entry = bytes + low * TCI_NAME_ENTRY_BYTES;
        if (tci_load64(entry) != hash) return true;
        tci_layout_seat_text text;
        uint32_t number = tci_load32(entry + 8);
        if (tci_layout_seat_text_load(view, layout, number, &text) && text.name.len == name.len &&
            memcmp(text.name.data, name.data, name.len) == 0) {
            *seat = number;
            return true;
        }
    }
    return false; /* the row ends with this hash: it may go on in the next */
}

uint32_t tci_layout_find(tci_view *view, uint32_t layout, tci_slice name) {
    if (layout == 0 || name.len == 0 || name.len > TC_SEAT_NAME_MAX) return TCI_SEAT_NONE;
    uint64_t hash = tci_layout_name_hash(name);
    uint32_t seat = TCI_SEAT_NONE;
    tci_key prefix = tci_layout_name_prefix(layout), from = prefix;
    tci_key_u64(&from, hash);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, &from);
    while (tci_cursor_next(&cursor, &key, &value) &&
           !find_in_entries(view, layout, value, hash, name, &seat)) {}
    tci_cursor_close(&cursor);
    tci_seat_info info;
    if (seat == TCI_SEAT_NONE || !tci_seat_info_load(view, layout, seat, &info) ||
        (info.flags & TC_SEAT_FLAG_RETIRED))
        return TCI_SEAT_NONE;
    return seat;
}

static void copy_text(char *to, size_t max, tci_slice text) {
    size_t len = TCI_MIN(text.len, max);
    if (len) memcpy(to, text.data, len);
    to[len] = '\0';
}

bool tci_seat_labels_load(tci_view *view, uint32_t layout, uint32_t seat, tci_seat_labels *labels) {
    tci_seat_info info;
    tci_layout_seat_text text;
    tci_layout_category category;
    tci_layout_section section;
    tci_slice row;
    memset(labels, 0, sizeof *labels);
    if (!tci_seat_info_load(view, layout, seat, &info) ||
        !tci_layout_seat_text_load(view, layout, seat, &text))
        return false;
    copy_text(labels->seat, TC_LABEL_MAX, text.label);
    copy_text(labels->name, TC_LABEL_MAX * 2, text.name);
    if (info.flags & TC_SEAT_FLAG_RETIRED) return true;
    if (tci_layout_category_load(view, layout, info.category, &category))
        copy_text(labels->category, TC_NAME_MAX, category.name);
    if (tci_layout_section_load(view, layout, info.section, &section))
        copy_text(labels->section, TC_NAME_MAX, section.name);
    if (tci_layout_row_label(view, layout, info.row, &row))
        copy_text(labels->row, TC_LABEL_MAX, row);
    return true;
}
