/* The search for the best seats: first a block of neighbours in one row, nearest the focal point by
 * mean distance and leaving no single seat; then one that leaves a single seat; then groups
 * (best_split.c). Rows come nearest first, so the search stops as soon as no row ahead can win. */
#include "inventory/best.h"

static void set_add(uint8_t *set, size_t bytes, const uint32_t *values, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        if (values[i] / 8 < bytes) set[values[i] / 8] |= (uint8_t)(1u << values[i] % 8);
}

/* With accessible seats asked for, a block that uses up fewer of them beyond the wish is better. */
bool tci_best_better(const tci_best *best, const tci_best_block *a, const tci_best_block *b) {
    if (!b->found) return true;
    uint32_t wanted = best->wish->accessible;
    uint32_t spare_a = a->accessible - TCI_MIN(a->accessible, wanted);
    uint32_t spare_b = b->accessible - TCI_MIN(b->accessible, wanted);
    if (spare_a != spare_b) return spare_a < spare_b;
    return a->focal_sum < b->focal_sum; /* equal: the one found first, in the nearer row */
}

/* Orphans are counted within the run: a run's ends are walls for every buyer of this kind. */
static bool leaves_single(const tci_best *best, uint32_t before, uint32_t after) {
    return !best->wish->allow_orphans && (before == 1 || after == 1);
}

void tci_best_in_run(const tci_best *best, uint32_t near, uint32_t from, uint32_t to,
                     uint32_t count, tci_best_block *block) {
    const tci_best_cell *cells = best->cells;
    uint32_t need = best->with_accessible ? best->wish->accessible : 0;
    tci_best_block at = {.near = near, .count = count, .found = true};
    if (count == 0 || to - from < count) return;
    for (uint32_t i = from; i < to; i++) {
        at.focal_sum += cells[i].focal;
        at.accessible += cells[i].accessible;
        if (i - from + 1 > count) {
            at.focal_sum -= cells[i - count].focal;
            at.accessible -= cells[i - count].accessible;
        }
        if (i - from + 1 < count || at.accessible < need) continue;
        at.first = i + 1 - count;
        at.orphans = leaves_single(best, at.first - from, to - (i + 1));
        bool wins = !block->found || (block->orphans && !at.orphans) ||
                    (block->orphans == at.orphans && tci_best_better(best, &at, block));
        if (wins) *block = at;
    }
}

/* The best block of a row: one without orphans and one with, each only if it beats what there is.
 */
static void search_row(tci_best *best, uint32_t near, const tci_near_row *row,
                       tci_best_block *clean, tci_best_block *other) {
    uint32_t count = tci_best_row_cells(best, row);
    for (uint32_t from = 0, to; from < count; from = to) {
        to = from + 1;
        if (!best->cells[from].open) continue;
        while (to < count && best->cells[to].joined) to++;
        tci_best_block block = {0};
        tci_best_in_run(best, near, from, to, best->wish->quantity, &block);
        if (!block.found) continue;
        tci_best_block *rival = block.orphans ? other : clean;
        if (tci_best_better(best, &block, rival)) *rival = block;
    }
}

static void take_block(tci_best *best, const tci_best_block *block, tci_best_answer *answer) {
    tci_near_row row;
    if (!tci_near_load(best->house, block->near, &row)) return;
    tci_best_row_cells(best, &row);
    for (uint32_t i = 0; i < block->count; i++)
        answer->seats[answer->count++] = best->cells[block->first + i].seat;
}

/* No row ahead can win: its nearest seat is already farther than the block's mean. */
static bool out_of_reach(const tci_best *best, const tci_near_row *row,
                         const tci_best_block *clean) {
    return clean->found && clean->accessible <= best->wish->accessible &&
           (uint64_t)row->focal * best->wish->quantity >= clean->focal_sum;
}

static bool find_together(tci_best *best, tci_best_answer *answer) {
    tci_best_block clean = {0}, other = {0};
    for (uint32_t i = 0; i < best->rows && !best->failed; i++) {
        tci_near_row row;
        if (!tci_near_load(best->house, i, &row)) break;
        if (out_of_reach(best, &row, &clean)) break;
        if (row.count < best->wish->quantity || !tci_best_row_wanted(best, &row)) continue;
        if (tci_best_row_longest(best, &row) < best->wish->quantity) continue;
        search_row(best, i, &row, &clean, &other);
    }
    const tci_best_block *won = clean.found ? &clean : &other;
    if (!won->found) return false;
    take_block(best, won, answer);
    answer->adjacent = true;
    return true;
}

/* Accessible seats one by one, nearest first: for who cannot be seated in one block. */
static bool find_accessible(tci_best *best, tci_best_answer *answer) {
    uint32_t wanted = best->wish->accessible, kept = 0;
    uint64_t *nearest = tci_arena_alloc(best->arena, (size_t)wanted * sizeof *nearest);
    best->failed |= nearest == NULL;
    if (!nearest) return false;
    best->only_accessible = true;
    for (uint32_t i = 0; i < best->rows; i++) {
        tci_near_row row;
        if (!tci_near_load(best->house, i, &row)) break;
        if (kept == wanted && row.focal > nearest[kept - 1] >> 32) break;
        if (!tci_best_row_wanted(best, &row)) continue;
        uint32_t count = tci_best_row_cells(best, &row);
        for (uint32_t k = 0; k < count; k++) {
            if (!best->cells[k].open) continue;
            uint64_t one = (uint64_t)best->cells[k].focal << 32 | best->cells[k].seat;
            if (kept == wanted && one >= nearest[kept - 1]) continue;
            uint32_t at = kept < wanted ? kept++ : kept - 1;
            for (; at && nearest[at - 1] > one; at--) nearest[at] = nearest[at - 1];
            nearest[at] = one;
        }
    }
    best->only_accessible = false;
    if (kept < wanted) return false;
    for (uint32_t i = 0; i < wanted; i++) answer->seats[answer->count++] = (uint32_t)nearest[i];
    return true;
}

static bool find_with_accessible(tci_best *best, tci_best_answer *answer) {
    const tci_best_wish *whole = best->wish;
    best->with_accessible = true;
    if (find_together(best, answer)) return true;
    if (whole->max_rows == 1 || !find_accessible(best, answer)) return false;
    best->with_accessible = false;
    if (answer->count == whole->quantity) return true;
    tci_best_wish rest = *whole;
    rest.quantity -= whole->accessible;
    rest.accessible = 0;
    best->wish = &rest;
    bool found = find_together(best, answer);
    if (!found) found = tci_best_split(best, rest.quantity, whole->max_rows, answer);
    best->wish = whole;
    answer->adjacent = false;
    return found;
}

int32_t tci_best_find(tci_view *view, tci_arena *arena, const tci_house *house,
                      const tci_best_wish *wish, tci_best_answer *answer) {
    tci_stock stock;
    answer->count = 0;
    answer->adjacent = false;
    tci_house_stock(house, TCI_STOCK_TOTAL, &stock);
    if (house->layout == 0 || stock.count[TC_SEAT_FREE] < wish->quantity) return TC_E_NO_SEATS;
    tci_best best = {.view = view,
                     .arena = arena,
                     .house = house,
                     .wish = wish,
                     .bits_page = UINT64_MAX,
                     .rows = (uint32_t)tci_slot_get(view, house->event, TCI_SLOT_EVENT_ROWS)};
    set_add(best.category_set, sizeof best.category_set, wish->categories, wish->category_count);
    set_add(best.section_set, sizeof best.section_set, wish->sections, wish->section_count);
    bool found = wish->accessible
                     ? find_with_accessible(&best, answer)
                     : find_together(&best, answer) ||
                           (wish->max_rows != 1 &&
                            tci_best_split(&best, wish->quantity, wish->max_rows, answer));
    TCI_PROVE(view, !found || best.failed || answer->count == wish->quantity);
    if (best.failed) return TC_E_NOMEM;
    return found && answer->count == wish->quantity ? TC_OK : TC_E_NO_SEATS;
}
