/* Writing and removing a layout, and numbering its seats. Called by apply of the map commands only;
 * a layout that was written never changes. Everything is linear in the number of seats. */
#include "catalog/map_compiled.h"

static void write_seat(tci_view *view, uint32_t layout, uint32_t seat, const tci_seat_info *info) {
    uint8_t *at = tci_array_at(view, &tci_layout_seats, 0, tci_layout_at(layout, seat));
    tci_store16(at, info->category);
    tci_store16(at + 2, info->section);
    tci_store32(at + 4, info->row);
    tci_store16(at + 8, info->place);
    tci_store16(at + 10, info->flags);
    tci_store32(at + 12, info->left);
    tci_store32(at + 16, info->right);
    tci_store32(at + 20, (uint32_t)info->x);
    tci_store32(at + 24, (uint32_t)info->y);
    tci_store32(at + 28, info->focal);
}

/* Neighbours of the seat at a place of its row: the next number that way, unless an aisle parts
 * them or the row ends; round tables have no end. */
static void set_neighbours(tci_seat_info *info, const tci_compiled_row *row,
                           const uint32_t *numbers) {
    const uint32_t *in_row = numbers + row->first;
    uint32_t place = info->place, last = row->count - 1;
    bool ring = row->kind != TC_ROW_LINE && row->count > 2;
    info->left = info->right = TCI_SEAT_NONE;
    if (!(info->flags & TC_SEAT_FLAG_AISLE_LEFT)) {
        if (place > 0) info->left = in_row[place - 1];
        else if (ring) info->left = in_row[last];
    }
    if (!(info->flags & TC_SEAT_FLAG_AISLE_RIGHT)) {
        if (place < last) info->right = in_row[place + 1];
        else if (ring) info->right = in_row[0];
    }
}

static void write_rows(tci_view *view, uint32_t layout, const tci_compiled *compiled,
                       const tci_numbering *numbering) {
    const uint32_t *numbers = numbering->seats;
    for (uint32_t r = 0; r < compiled->rows; r++) {
        tci_compiled_row row = tci_compiled_row_at(compiled, r);
        TCI_ASSERT(row.count > 0 && row.count <= compiled->live - row.first);
        uint8_t *at = tci_array_at(view, &tci_layout_rows, 0, tci_layout_at(layout, r));
        tci_store32(at, row.first);
        tci_store32(at + 4, row.count);
        tci_store16(at + 8, row.section);
        tci_store16(at + 10, row.category ? numbering->categories[row.category - 1] : 0);
        at[12] = row.kind;
        for (uint32_t i = 0; i < row.count; i++) {
            uint32_t place = row.first + i;
            tci_compiled_seat seat = tci_compiled_seat_at(compiled, place);
            TCI_ASSERT(seat.category >= 1 && seat.category <= compiled->categories);
            tci_seat_info info = {
                .category = numbering->categories[seat.category - 1],
                .section = row.section,
                .row = r,
                .place = (uint16_t)i,
                .flags = seat.flags,
                .x = seat.x,
                .y = seat.y,
                .focal = seat.focal,
            };
            set_neighbours(&info, &row, numbers);
            write_seat(view, layout, numbers[place], &info);
            tci_store32(tci_array_at(view, &tci_layout_order, 0, tci_layout_at(layout, place)),
                        numbers[place] + 1);
        }
    }
}

/* Texts by seat number: those of the compiled map, and of the layout before for retired ones. */
static tci_layout_seat_text *gather_texts(tci_ctx *ctx, const tci_compiled *compiled,
                                          const tci_numbering *numbering) {
    const uint32_t *numbers = numbering->seats;
    uint32_t count = numbering->numbers, previous = numbering->previous;
    tci_layout_seat_text *texts = tci_arena_array(ctx->arena, count + 1u, sizeof *texts);
    if (!texts) return NULL;
    tci_reader reader = tci_reader_of(compiled->seat_texts);
    for (uint32_t i = 0; i < compiled->live; i++) {
        TCI_ASSERT(numbers[i] < count);
        texts[numbers[i]].label = tci_read_short(&reader);
        texts[numbers[i]].name = tci_read_short(&reader);
    }
    tci_layout_seat_text chunk[TCI_LAYOUT_CHUNK];
    for (uint32_t first = 0; previous && first < count; first += TCI_LAYOUT_CHUNK) {
        uint32_t found =
            tci_layout_seat_texts(ctx->view, previous, first / TCI_LAYOUT_CHUNK, chunk);
        for (uint32_t i = 0; i < found && first + i < count; i++)
            if (texts[first + i].name.len == 0) texts[first + i] = chunk[i];
    }
    return texts;
}

static void write_text(tci_view *view, uint32_t layout, uint8_t kind, uint32_t number,
                       tci_buf *buf) {
    tci_key key = tci_layout_text_key(layout, kind, number);
    tci_row_put(view, &key, tci_buf_slice(buf));
    tci_buf_clear(buf);
}

static void write_seat_texts(tci_view *view, uint32_t layout, const tci_layout_seat_text *texts,
                             uint32_t count, tci_buf *buf) {
    for (uint32_t i = 0; i < count; i++) {
        tci_buf_short(buf, texts[i].label);
        tci_buf_short(buf, texts[i].name);
        if (i % TCI_LAYOUT_CHUNK == TCI_LAYOUT_CHUNK - 1 || i == count - 1)
            write_text(view, layout, TCI_LAYOUT_SEATS, i / TCI_LAYOUT_CHUNK, buf);
    }
}

static void write_retired(tci_view *view, uint32_t layout, uint32_t count) {
    const tci_seat_info retired = {
        .row = TCI_SEAT_NONE,
        .flags = TC_SEAT_FLAG_RETIRED,
        .left = TCI_SEAT_NONE,
        .right = TCI_SEAT_NONE,
    };
    tci_seat_info info;
    for (uint32_t i = 0; i < count; i++) /* its page may have no other seat */
        if (!tci_array_at(view, &tci_layout_seats, 0, tci_layout_at(layout, i)) ||
            !tci_seat_info_load(view, layout, i, &info))
            write_seat(view, layout, i, &retired);
}

static void write_head(tci_view *view, uint32_t layout, const tci_compiled *compiled,
                       const tci_numbering *numbering, tci_buf *buf) {
    tci_buf_u32(buf, numbering->numbers);
    tci_buf_u32(buf, compiled->rows);
    tci_buf_u16(buf, (uint16_t)numbering->category_count);
    tci_buf_u16(buf, compiled->sections);
    tci_buf_u32(buf, compiled->areas);
    tci_buf_u32(buf, compiled->live);
    tci_buf_u32(buf, compiled->scale);
    tci_layout_box_write(buf, &compiled->box);
    tci_buf_u32(buf, (uint32_t)compiled->focal_x);
    tci_buf_u32(buf, (uint32_t)compiled->focal_y);
    tci_buf_u8(buf, compiled->focal_given);
    tci_buf_short(buf, compiled->units);
    write_text(view, layout, TCI_LAYOUT_HEAD, 0, buf);
}

/* Every category under its number; one the document no longer has stays, without seats. */
static void write_categories(tci_view *view, uint32_t layout, const tci_compiled *compiled,
                             const tci_numbering *numbering, tci_buf *buf) {
    tci_layout_category category;
    for (uint32_t i = 1; numbering->previous && i <= numbering->category_count; i++) {
        if (!tci_layout_category_load(view, numbering->previous, i, &category)) continue;
        category.seats = 0;
        tci_layout_category_write(buf, &category);
        write_text(view, layout, TCI_LAYOUT_CATEGORY, i, buf);
    }
    tci_reader reader = tci_reader_of(compiled->category_part);
    for (uint32_t i = 0; i < compiled->categories; i++) {
        tci_layout_category_read(&reader, &category);
        tci_layout_category_write(buf, &category);
        write_text(view, layout, TCI_LAYOUT_CATEGORY, numbering->categories[i], buf);
    }
}

static void write_names_of_things(tci_view *view, uint32_t layout, const tci_compiled *compiled,
                                  const tci_numbering *numbering, tci_buf *buf) {
    tci_reader reader = tci_reader_of(compiled->section_part);
    for (uint32_t i = 1; i <= compiled->sections; i++) {
        tci_layout_section section;
        tci_layout_section_read(&reader, &section);
        tci_layout_section_write(buf, &section);
        write_text(view, layout, TCI_LAYOUT_SECTION, i, buf);
    }
    reader = tci_reader_of(compiled->area_part);
    for (uint32_t i = 1; i <= compiled->areas; i++) {
        tci_layout_area area;
        tci_layout_area_read(&reader, &area);
        if (area.category) area.category = numbering->categories[area.category - 1];
        tci_layout_area_write(buf, &area);
        write_text(view, layout, TCI_LAYOUT_AREA, i, buf);
    }
    reader = tci_reader_of(compiled->row_labels);
    for (uint32_t i = 0; i < compiled->rows; i++) {
        tci_buf_short(buf, tci_read_short(&reader));
        if (i % TCI_LAYOUT_CHUNK == TCI_LAYOUT_CHUNK - 1 || i == compiled->rows - 1)
            write_text(view, layout, TCI_LAYOUT_ROWS, i / TCI_LAYOUT_CHUNK, buf);
    }
}

void tci_layout_write(tci_ctx *ctx, uint32_t layout, const tci_compiled *compiled,
                      const tci_numbering *numbering) {
    uint32_t count = numbering->numbers;
    TCI_ASSERT(layout != 0 && count >= compiled->live);
    enum { ROOM = 32 * 1024 }; /* the longest text row: 64 labels and names, or a polygon */
    tci_layout_seat_text *texts = gather_texts(ctx, compiled, numbering);
    void *room = tci_arena_alloc(ctx->arena, ROOM);
    tci_name_entry *entries = tci_arena_array(ctx->arena, count + 1u, sizeof *entries);
    tci_name_entry *spare = tci_arena_array(ctx->arena, count + 1u, sizeof *spare);
    if (!texts || !room || !entries || !spare) {
        ctx->events->failed = true; /* abandons the batch: memory is out */
        return;
    }
    tci_buf buf;
    tci_buf_init(&buf, room, ROOM);
    write_head(ctx->view, layout, compiled, numbering, &buf);
    write_categories(ctx->view, layout, compiled, numbering, &buf);
    write_names_of_things(ctx->view, layout, compiled, numbering, &buf);
    write_rows(ctx->view, layout, compiled, numbering);
    if (count > compiled->live) write_retired(ctx->view, layout, count);
    write_seat_texts(ctx->view, layout, texts, count, &buf);
    for (uint32_t i = 0; i < count; i++)
        entries[i] = (tci_name_entry){tci_layout_name_hash(texts[i].name), i};
    tci_names_write(ctx->view, layout, tci_names_sort(entries, spare, count), count, &buf);
    TCI_ASSERT(!buf.owned);
}

static void drop_pages(tci_view *view, const tci_array *array, uint32_t layout, uint32_t count) {
    if (count == 0) return;
    uint32_t per_page = tci_array_per_page(array);
    uint64_t last = tci_layout_at(layout, count - 1) / per_page;
    for (uint64_t page = tci_layout_at(layout, 0) / per_page; page <= last; page++)
        tci_page_drop(view, 0, array->space, page);
}

static void delete_texts(tci_view *view, uint32_t layout, uint8_t kind, uint32_t first,
                         uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        tci_key key = tci_layout_text_key(layout, kind, i);
        tci_row_del(view, &key);
    }
}

void tci_layout_delete(tci_ctx *ctx, uint32_t layout) {
    tci_layout_head head;
    tci_view *view = ctx->view;
    if (!tci_layout_head_load(view, layout, &head)) return;
    tci_names_delete(ctx, layout);
    drop_pages(view, &tci_layout_seats, layout, head.numbers);
    drop_pages(view, &tci_layout_rows, layout, head.rows);
    drop_pages(view, &tci_layout_order, layout, head.live);
    uint32_t seat_chunks = (head.numbers + TCI_LAYOUT_CHUNK - 1) / TCI_LAYOUT_CHUNK;
    uint32_t row_chunks = (head.rows + TCI_LAYOUT_CHUNK - 1) / TCI_LAYOUT_CHUNK;
    delete_texts(view, layout, TCI_LAYOUT_CATEGORY, 1, head.categories + 1u);
    delete_texts(view, layout, TCI_LAYOUT_SECTION, 1, head.sections + 1u);
    delete_texts(view, layout, TCI_LAYOUT_AREA, 1, head.areas + 1u);
    delete_texts(view, layout, TCI_LAYOUT_SEATS, 0, seat_chunks);
    delete_texts(view, layout, TCI_LAYOUT_ROWS, 0, row_chunks);
    delete_texts(view, layout, TCI_LAYOUT_HEAD, 0, 1);
}
