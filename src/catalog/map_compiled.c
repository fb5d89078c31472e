/* Reading a compiled map out of a command, and the records it shares with the stored layout. Must
 * take any bytes without going past them: commands are replayed from files. */
#include "catalog/map_compiled.h"

tci_slice tci_read_short(tci_reader *reader) {
    uint8_t len = tci_read_u8(reader);
    const uint8_t *at = tci_read_bytes(reader, len);
    return tci_slice_of(at, at ? len : 0);
}

void tci_buf_short(tci_buf *buf, tci_slice text) {
    TCI_ASSERT(text.len <= 255);
    tci_buf_u8(buf, (uint8_t)text.len);
    tci_buf_bytes(buf, text.data, text.len);
}

void tci_layout_box_write(tci_buf *buf, const tci_box *box) {
    tci_buf_u32(buf, (uint32_t)box->min_x);
    tci_buf_u32(buf, (uint32_t)box->min_y);
    tci_buf_u32(buf, (uint32_t)box->max_x);
    tci_buf_u32(buf, (uint32_t)box->max_y);
}

tci_box tci_layout_box_read(tci_reader *reader) {
    tci_box box;
    box.min_x = (int32_t)tci_read_u32(reader);
    box.min_y = (int32_t)tci_read_u32(reader);
    box.max_x = (int32_t)tci_read_u32(reader);
    box.max_y = (int32_t)tci_read_u32(reader);
    return box;
}

void tci_layout_category_write(tci_buf *buf, const tci_layout_category *category) {
    tci_buf_short(buf, category->name);
    tci_buf_short(buf, category->color);
    tci_buf_u32(buf, category->seats);
}

void tci_layout_category_read(tci_reader *reader, tci_layout_category *out) {
    out->name = tci_read_short(reader);
    out->color = tci_read_short(reader);
    out->seats = tci_read_u32(reader);
}

void tci_layout_section_write(tci_buf *buf, const tci_layout_section *section) {
    tci_buf_short(buf, section->name);
    tci_buf_short(buf, section->zone);
    tci_buf_u32(buf, section->seats);
    tci_buf_u32(buf, section->rows);
    tci_layout_box_write(buf, &section->box);
    tci_buf_u32(buf, (uint32_t)section->focal_x);
    tci_buf_u32(buf, (uint32_t)section->focal_y);
    tci_buf_u8(buf, section->focal_given);
}

void tci_layout_section_read(tci_reader *reader, tci_layout_section *out) {
    out->name = tci_read_short(reader);
    out->zone = tci_read_short(reader);
    out->seats = tci_read_u32(reader);
    out->rows = tci_read_u32(reader);
    out->box = tci_layout_box_read(reader);
    out->focal_x = (int32_t)tci_read_u32(reader);
    out->focal_y = (int32_t)tci_read_u32(reader);
    out->focal_given = tci_read_u8(reader) != 0;
}

void tci_layout_area_write(tci_buf *buf, const tci_layout_area *area) {
    TCI_ASSERT(area->polygon.len == (size_t)area->points * 8);
    tci_buf_short(buf, area->name);
    tci_buf_u16(buf, area->section);
    tci_buf_u16(buf, area->category);
    tci_buf_u32(buf, area->capacity);
    tci_buf_u32(buf, (uint32_t)area->x);
    tci_buf_u32(buf, (uint32_t)area->y);
    tci_buf_u32(buf, area->points);
    tci_buf_bytes(buf, area->polygon.data, area->polygon.len);
}

void tci_layout_area_read(tci_reader *reader, tci_layout_area *out) {
    out->name = tci_read_short(reader);
    out->section = tci_read_u16(reader);
    out->category = tci_read_u16(reader);
    out->capacity = tci_read_u32(reader);
    out->x = (int32_t)tci_read_u32(reader);
    out->y = (int32_t)tci_read_u32(reader);
    out->points = tci_read_u32(reader);
    size_t bytes = (size_t)out->points * 8;
    if (out->points > TC_AREA_POINTS_MAX) reader->failed = true;
    const uint8_t *at = tci_read_bytes(reader, bytes);
    out->polygon = tci_slice_of(at, at ? bytes : 0);
    if (!at) out->points = 0;
}

void tci_layout_area_point(const tci_layout_area *area, uint32_t point, int32_t *x, int32_t *y) {
    TCI_ASSERT(point < area->points);
    const uint8_t *at = (const uint8_t *)area->polygon.data + (size_t)point * 8;
    *x = (int32_t)tci_load32(at);
    *y = (int32_t)tci_load32(at + 4);
}

/* Rows follow each other and have all the seats; everything is of a category and a section there
 * is.
 */
static bool rows_sane(const tci_compiled *map) {
    uint32_t place = 0;
    for (uint32_t r = 0; r < map->rows; r++) {
        tci_compiled_row row = tci_compiled_row_at(map, r);
        if (row.first != place || row.count == 0 || row.count > map->live - place) return false;
        if (row.count > TC_ROW_SEATS_MAX || row.section == 0 || row.section > map->sections ||
            row.category > map->categories || row.kind > TC_ROW_BOOTH)
            return false;
        for (; place < row.first + row.count; place++) {
            tci_compiled_seat seat = tci_compiled_seat_at(map, place);
            if (seat.category == 0 || seat.category > map->categories) return false;
        }
    }
    return place == map->live;
}

static bool texts_whole(tci_slice texts, uint64_t count) {
    tci_reader reader = tci_reader_of(texts);
    for (uint64_t i = 0; i < count && !reader.failed; i++) (void)tci_read_short(&reader);
    return tci_reader_done(&reader);
}

static bool parts_sane(const tci_compiled *map) {
    tci_reader reader = tci_reader_of(map->category_part);
    tci_layout_category category;
    tci_layout_section section;
    tci_layout_area area = {0};
    for (uint32_t i = 0; i < map->categories; i++) tci_layout_category_read(&reader, &category);
    if (!tci_reader_done(&reader)) return false;
    reader = tci_reader_of(map->section_part);
    for (uint32_t i = 0; i < map->sections; i++) tci_layout_section_read(&reader, &section);
    if (!tci_reader_done(&reader)) return false;
    reader = tci_reader_of(map->area_part);
    for (uint32_t i = 0; i < map->areas; i++) {
        tci_layout_area_read(&reader, &area);
        if (area.category > map->categories || area.section > map->sections) return false;
    }
    return tci_reader_done(&reader) && texts_whole(map->row_labels, map->rows) &&
           texts_whole(map->seat_texts, 2 * (uint64_t)map->live);
}

bool tci_compiled_read(tci_slice bytes, tci_compiled *out) {
    tci_reader reader = tci_reader_of(bytes);
    memset(out, 0, sizeof *out);
    out->form = tci_read_u32(&reader);
    out->live = tci_read_u32(&reader);
    out->rows = tci_read_u32(&reader);
    out->categories = tci_read_u16(&reader);
    out->sections = tci_read_u16(&reader);
    out->areas = tci_read_u32(&reader);
    out->scale = tci_read_u32(&reader);
    out->box = tci_layout_box_read(&reader);
    out->focal_x = (int32_t)tci_read_u32(&reader);
    out->focal_y = (int32_t)tci_read_u32(&reader);
    out->focal_given = tci_read_u8(&reader) != 0;
    out->units = tci_read_short(&reader);
    out->name = tci_read_short(&reader);
    out->category_part = tci_read_text(&reader);
    out->section_part = tci_read_text(&reader);
    out->area_part = tci_read_text(&reader);
    out->row_labels = tci_read_text(&reader);
    out->seat_texts = tci_read_text(&reader);
    if (reader.failed || out->live > TC_SEATS_MAX || out->rows > TC_ROWS_MAX ||
        out->categories > TC_CATEGORIES_MAX || out->sections > TC_SECTIONS_MAX ||
        out->areas > TC_AREAS_MAX)
        return false;
    out->row_part = tci_read_bytes(&reader, (size_t)out->rows * TCI_COMPILED_ROW);
    out->seat_part = tci_read_bytes(&reader, (size_t)out->live * TCI_COMPILED_SEAT);
    return tci_reader_done(&reader) && rows_sane(out) && parts_sane(out);
}

tci_compiled_row tci_compiled_row_at(const tci_compiled *compiled, uint32_t row) {
    TCI_ASSERT(row < compiled->rows);
    const uint8_t *at = compiled->row_part + (size_t)row * TCI_COMPILED_ROW;
    return (tci_compiled_row){tci_load32(at), tci_load32(at + 4), tci_load16(at + 8),
                              tci_load16(at + 10), at[12]};
}

tci_compiled_seat tci_compiled_seat_at(const tci_compiled *compiled, uint32_t place) {
    TCI_ASSERT(place < compiled->live);
    const uint8_t *at = compiled->seat_part + (size_t)place * TCI_COMPILED_SEAT;
    return (tci_compiled_seat){tci_load16(at), tci_load16(at + 2), (int32_t)tci_load32(at + 4),
                               (int32_t)tci_load32(at + 8), tci_load32(at + 12)};
}
