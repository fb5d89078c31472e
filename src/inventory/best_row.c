/* Rows as the search for the best seats sees them: the index by nearness, and the cells of one row.
 * The index is written when a house is made or refitted; everything else here reads. */
#include <stdlib.h>

#include "inventory/best.h"
#include "ticketcore/map.h"

static const tci_array NEAR = {TCI_SPACE_ROW_NEAR, 28, true};

enum { NEAR_PLAIN = 1 };

bool tci_near_load(const tci_house *house, uint32_t index, tci_near_row *out) {
    const uint8_t *at = tci_array_get(house->view, &NEAR, house->event, index);
    if (!at) return false;
    out->row = tci_load32(at);
    out->focal = tci_load32(at + 4);
    out->first_seat = tci_load32(at + 8);
    out->first_place = tci_load32(at + 12);
    out->count = tci_load32(at + 16);
    out->section = tci_load16(at + 20);
    out->category = tci_load16(at + 22);
    out->plain = (tci_load32(at + 24) & NEAR_PLAIN) != 0;
    return true;
}

static void near_store(tci_house *house, uint32_t index, const tci_near_row *row) {
    uint8_t *at = tci_array_at(house->view, &NEAR, house->event, index);
    tci_store32(at, row->row);
    tci_store32(at + 4, row->focal);
    tci_store32(at + 8, row->first_seat);
    tci_store32(at + 12, row->first_place);
    tci_store32(at + 16, row->count);
    tci_store16(at + 20, row->section);
    tci_store16(at + 22, row->category);
    tci_store32(at + 24, row->plain ? NEAR_PLAIN : 0);
}

static int near_order(const void *a, const void *b) {
    const tci_near_row *x = a, *y = b;
    if (x->focal != y->focal) return x->focal < y->focal ? -1 : 1;
    return (x->row > y->row) - (x->row < y->row);
}

static tci_near_row near_of(const tci_house *house, uint32_t number, const tci_layout_row *row) {
    tci_near_row near = {.row = number,
                         .focal = UINT32_MAX,
                         .first_seat = tci_layout_place(house->view, house->layout, row->first),
                         .first_place = row->first,
                         .count = row->count,
                         .section = row->section,
                         .category = row->category};
    uint32_t first = near.first_seat, goes_on = first;
    const uint16_t apart = TC_SEAT_FLAG_ACCESSIBLE | TC_SEAT_FLAG_COMPANION | TC_SEAT_FLAG_RETIRED;
    near.plain = row->category != 0;
    for (uint32_t i = 0; i < row->count; i++) {
        uint32_t seat = tci_layout_place(house->view, house->layout, row->first + i);
        tci_seat_info info = {.flags = apart};
        if (seat != first + i) near.first_seat = TCI_SEAT_NONE;
        if (tci_seat_info_load(house->view, house->layout, seat, &info))
            near.focal = TCI_MIN(near.focal, info.focal);
        near.plain = near.plain && seat == goes_on && !(info.flags & apart);
        goes_on = info.right;
    }
    return near;
}

void tci_near_build(tci_ctx *ctx, tci_house *house) {
    tci_layout layout;
    tci_near_drop(house);
    if (house->layout == 0 || !tci_layout_load(ctx->view, house->layout, &layout)) return;
    tci_near_row *rows = tci_arena_alloc(ctx->arena, ((size_t)layout.rows + 1) * sizeof *rows);
    if (!rows) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    uint32_t count = 0;
    for (uint32_t i = 0; i < layout.rows; i++) {
        tci_layout_row row;
        if (tci_layout_row_load(ctx->view, house->layout, i, &row) && row.count)
            rows[count++] = near_of(house, i, &row);
    }
    qsort(rows, count, sizeof *rows, near_order);
    for (uint32_t i = 0; i < count; i++) near_store(house, i, &rows[i]);
    tci_store64(tci_house_head(house) + (size_t)TCI_SLOT_EVENT_ROWS * 8, count);
}

void tci_near_drop(tci_house *house) {
    uint64_t count = tci_slot_get(house->view, house->event, TCI_SLOT_EVENT_ROWS);
    uint32_t per_page = tci_array_per_page(&NEAR);
    for (uint64_t page = 0; page * per_page < count; page++)
        tci_page_drop(house->view, house->event, TCI_SPACE_ROW_NEAR, page);
    tci_store64(tci_house_head(house) + (size_t)TCI_SLOT_EVENT_ROWS * 8, 0);
}

static bool in_set(const uint8_t *set, uint32_t value) {
    return (set[value / 8] >> (value % 8) & 1) != 0;
}

bool tci_best_row_wanted(const tci_best *best, const tci_near_row *row) {
    const tci_best_wish *wish = best->wish;
    if (wish->section_count && !in_set(best->section_set, row->section)) return false;
    return !wish->category_count || !row->category || in_set(best->category_set, row->category);
}

/* A page that was never written is all free. */
bool tci_best_shows_free(tci_best *best, uint32_t seat) {
    uint64_t page = seat / TCI_BITS_PER_PAGE;
    if (page != best->bits_page) {
        best->bits = tci_page_read(best->view, best->house->event, TCI_SPACE_SEAT_BITS, page);
        best->bits_page = page;
    }
    if (!best->bits) return true;
    return (best->bits[seat % TCI_BITS_PER_PAGE / 4] >> (seat % 4 * 2) & 3) == TC_SEAT_FREE;
}

uint32_t tci_best_seat_at(const tci_best *best, const tci_near_row *row, uint32_t i) {
    if (row->first_seat != TCI_SEAT_NONE) return row->first_seat + i;
    return tci_layout_place(best->view, best->house->layout, row->first_place + i);
}

bool tci_best_row_plain(const tci_best *best, const tci_near_row *row) {
    return row->plain && best->house->channels == 0 && !best->only_accessible;
}

uint32_t tci_best_row_longest(tci_best *best, const tci_near_row *row) {
    uint32_t longest = 0, run = 0;
    for (uint32_t i = 0; i < row->count; i++) {
        run = tci_best_shows_free(best, tci_best_seat_at(best, row, i)) ? run + 1 : 0;
        longest = TCI_MAX(longest, run);
    }
    return longest;
}

/* May this wish have the seat? Judged by what it is, its category and its channel. */
static bool seat_open(const tci_best *best, uint32_t seat, const tci_seat_info *info) {
    const uint16_t apart = TC_SEAT_FLAG_ACCESSIBLE | TC_SEAT_FLAG_COMPANION;
    if (info->flags & TC_SEAT_FLAG_RETIRED) return false;
    if (best->only_accessible && !(info->flags & TC_SEAT_FLAG_ACCESSIBLE)) return false;
    if (!best->with_accessible && info->flags & apart) return false;
    if (best->wish->category_count && !in_set(best->category_set, info->category)) return false;
    if (best->house->channels == 0) return true;
    uint8_t channel = tci_house_channel(best->house, seat);
    return channel == TC_CHANNEL_PUBLIC || channel == best->wish->channel;
}

uint32_t tci_best_row_cells(tci_best *best, const tci_near_row *row) {
    if (row->count > best->cell_capacity) {
        best->cells = tci_arena_alloc(best->arena, row->count * sizeof *best->cells);
        best->cell_capacity = best->cells ? row->count : 0;
        best->failed |= best->cells == NULL;
        if (!best->cells) return 0;
    }
    uint32_t goes_on = TCI_SEAT_NONE; /* the seat that would be joined with the cell before */
    for (uint32_t i = 0; i < row->count; i++) {
        tci_best_cell *cell = &best->cells[i];
        tci_seat_info info;
        *cell = (tci_best_cell){.seat = tci_best_seat_at(best, row, i)};
        uint32_t joined = goes_on;
        goes_on = TCI_SEAT_NONE;
        if (!tci_best_shows_free(best, cell->seat) ||
            !tci_seat_info_load(best->view, best->house->layout, cell->seat, &info) ||
            !seat_open(best, cell->seat, &info))
            continue;
        cell->open = true;
        cell->joined = cell->seat == joined;
        cell->focal = info.focal;
        cell->accessible = (info.flags & TC_SEAT_FLAG_ACCESSIBLE) != 0;
        goes_on = info.right;
    }
    return row->count;
}
