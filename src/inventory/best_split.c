/* Groups, for those who do not fit into one row: within a section with nobody alone, then over
 * sections with nobody alone, then within a section and over sections with somebody alone. Fewer
 * groups are better, nearer groups are better. Greedy: the longest runs first, and the nearest run
 * that takes the rest. Only reads. */
#include <stdlib.h>

#include "inventory/best.h"

/* A run of open neighbours. */
typedef struct run {
    uint32_t near; /* index of the row */
    uint32_t from; /* first cell */
    uint32_t length;
    uint32_t mean; /* distance to the focal point */
    uint16_t section;
    bool used;
} run;

typedef struct piece {
    run *run;
    uint32_t count;
} piece;

typedef struct split {
    tci_best *best;
    run *runs;
    uint32_t run_count;
    uint32_t run_capacity;
    uint32_t longest;   /* length of the longest run */
    piece *pieces;      /* of the try in hand */
    piece *best_pieces; /* of the best try */
    uint32_t best_count;
    uint64_t best_cost;
    uint32_t quantity;
    uint32_t max_rows;
    bool alone; /* somebody may sit alone */
    bool found;
    uint32_t singles[TC_SECTIONS_MAX + 2]; /* runs of one seat met in each section */
} split;

/* Single seats serve only where somebody sits alone, and then no more of a section than there are
 * persons: the nearest. */
static bool wants_run(split *all, uint16_t section, uint32_t length) {
    if (length > 1) return true;
    TCI_ASSERT(section < TCI_COUNT(all->singles));
    return all->alone && all->singles[section]++ < all->quantity;
}

static bool add_run(split *all, const run *one) {
    if (all->run_count == all->run_capacity) {
        uint32_t capacity = all->run_capacity ? all->run_capacity * 2 : 256;
        run *grown = tci_arena_alloc(all->best->arena, capacity * sizeof *grown);
        if (!grown) {
            all->best->failed = true;
            return false;
        }
        if (all->run_count) memcpy(grown, all->runs, all->run_count * sizeof *grown);
        all->runs = grown;
        all->run_capacity = capacity;
    }
    all->runs[all->run_count++] = *one;
    all->longest = TCI_MAX(all->longest, one->length);
    return true;
}

/* In a row that the map tells all about: runs by its bits, and the middle seat's distance. */
static bool add_plain_row(split *all, uint32_t near, const tci_near_row *row) {
    tci_best *best = all->best;
    for (uint32_t from = 0, to; from < row->count; from = to + 1) {
        for (to = from; to < row->count; to++)
            if (!tci_best_shows_free(best, tci_best_seat_at(best, row, to))) break;
        if (to == from || !wants_run(all, row->section, to - from)) continue;
        tci_seat_info info = {.focal = row->focal};
        uint32_t middle = tci_best_seat_at(best, row, from + (to - from) / 2);
        tci_seat_info_load(best->view, best->house->layout, middle, &info);
        run one = {.near = near,
                   .from = from,
                   .length = to - from,
                   .mean = info.focal,
                   .section = row->section};
        if (!add_run(all, &one)) return false;
    }
    return true;
}

static bool add_row(split *all, uint32_t near, const tci_near_row *row) {
    if (tci_best_row_plain(all->best, row)) return add_plain_row(all, near, row);
    uint32_t count = tci_best_row_cells(all->best, row);
    const tci_best_cell *cells = all->best->cells;
    for (uint32_t from = 0, to; from < count; from = to) {
        to = from + 1;
        if (!cells[from].open) continue;
        uint64_t sum = cells[from].focal;
        for (; to < count && cells[to].joined; to++) sum += cells[to].focal;
        if (!wants_run(all, row->section, to - from)) continue;
        run one = {.near = near,
                   .from = from,
                   .length = to - from,
                   .mean = (uint32_t)(sum / (to - from)),
                   .section = row->section};
        if (!add_run(all, &one)) return false;
    }
    return !all->best->failed;
}

/* All runs that may serve, nearest row first. False when memory is out. */
static bool gather(split *all) {
    all->run_count = all->longest = 0;
    memset(all->singles, 0, sizeof all->singles);
    for (uint32_t i = 0; i < all->best->rows; i++) {
        tci_near_row row;
        if (!tci_near_load(all->best->house, i, &row)) break;
        if (tci_best_row_wanted(all->best, &row) && !add_row(all, i, &row)) return false;
    }
    return true;
}

/* Where each run goes: stable, so that runs of one key stay nearest first. */
static uint32_t key_of(const split *all, const run *one, bool by_section) {
    return by_section ? one->section : all->longest - one->length;
}

/* A copy of the runs in order of their key; lengths and sections are small numbers, so counting
 * does it. NULL when memory is out. */
static run *sorted(split *all, const run *runs, bool by_section) {
    uint32_t keys = by_section ? TC_SECTIONS_MAX + 2u : all->longest + 1u;
    uint32_t *at = tci_arena_array(all->best->arena, keys + 1u, sizeof *at);
    run *to = tci_arena_alloc(all->best->arena, all->run_count * sizeof *to);
    all->best->failed |= !at || !to;
    if (!at || !to) return NULL;
    for (uint32_t i = 0; i < all->run_count; i++) {
        TCI_ASSERT(key_of(all, &runs[i], by_section) < keys);
        at[key_of(all, &runs[i], by_section) + 1]++;
    }
    for (uint32_t i = 1; i <= keys; i++) at[i] += at[i - 1];
    for (uint32_t i = 0; i < all->run_count; i++)
        to[at[key_of(all, &runs[i], by_section)]++] = runs[i];
    return to;
}

/* The nearest unused run that seats everybody left. Runs stand longest first. */
static run *nearest_for(run *runs, uint32_t count, uint32_t left) {
    run *nearest = NULL;
    for (uint32_t i = 0; i < count && runs[i].length >= left; i++)
        if (!runs[i].used && (!nearest || runs[i].mean < nearest->mean)) nearest = &runs[i];
    return nearest;
}

/* Seat everybody in these runs, longest first; keep the try when it is the best so far. */
static void try_runs(split *all, run *runs, uint32_t count) {
    uint32_t left = all->quantity, pieces = 0, next = 0;
    uint64_t cost = 0;
    uint32_t smallest = all->alone ? 1 : 2;
    for (uint32_t i = 0; i < count; i++) runs[i].used = false;
    while (left) {
        TCI_ASSERT(pieces < all->quantity);
        run *one = nearest_for(runs, count, left);
        uint32_t persons = left;
        if (!one) {
            while (next < count && runs[next].used) next++;
            if (next == count) return;
            one = &runs[next];
            persons = TCI_MIN(one->length, left);
            if (left - persons == 1 && !all->alone)
                persons--; /* two groups of two, not three and one */
            if (persons < smallest) return;
        }
        if (all->max_rows && pieces == all->max_rows) return;
        one->used = true;
        all->pieces[pieces++] = (piece){one, persons};
        left -= persons;
        cost += (uint64_t)one->mean * persons;
    }
    if (all->found &&
        (pieces > all->best_count || (pieces == all->best_count && cost >= all->best_cost)))
        return;
    memcpy(all->best_pieces, all->pieces, pieces * sizeof *all->pieces);
    all->best_count = pieces;
    all->best_cost = cost;
    all->found = true;
}

/* `runs` stand section by section, longest first in each. */
static void try_sections(split *all, run *runs) {
    for (uint32_t from = 0, to; from < all->run_count; from = to) {
        uint64_t seats = 0;
        for (to = from; to < all->run_count && runs[to].section == runs[from].section; to++)
            seats += runs[to].length;
        if (seats >= all->quantity) try_runs(all, runs + from, to - from);
    }
}

static int order_nearness(const void *a, const void *b) {
    const piece *x = a, *y = b;
    if (x->run->near != y->run->near) return x->run->near < y->run->near ? -1 : 1;
    return (x->run->from > y->run->from) - (x->run->from < y->run->from);
}

static void take_pieces(split *all, tci_best_answer *answer) {
    qsort(all->best_pieces, all->best_count, sizeof *all->best_pieces, order_nearness);
    for (uint32_t i = 0; i < all->best_count; i++) {
        const piece *one = &all->best_pieces[i];
        tci_near_row row;
        tci_best_block block = {0};
        if (!tci_near_load(all->best->house, one->run->near, &row)) return;
        tci_best_row_cells(all->best, &row);
        tci_best_in_run(all->best, one->run->near, one->run->from,
                        one->run->from + one->run->length, one->count, &block);
        TCI_PROVE(all->best->view, block.found);
        if (!block.found) return;
        for (uint32_t k = 0; k < one->count; k++)
            answer->seats[answer->count++] = all->best->cells[block.first + k].seat;
    }
}

/* Gather and try; first within sections, then over them. */
static void try_all(split *all) {
    uint64_t open = 0;
    if (!gather(all)) return;
    for (uint32_t i = 0; i < all->run_count; i++) open += all->runs[i].length;
    if (open < all->quantity) return;
    run *longest_first = sorted(all, all->runs, false);
    run *by_section = longest_first ? sorted(all, longest_first, true) : NULL;
    if (!by_section) return;
    try_sections(all, by_section);
    if (!all->found) try_runs(all, longest_first, all->run_count);
}

bool tci_best_split(tci_best *best, uint32_t quantity, uint32_t max_rows, tci_best_answer *answer) {
    split *all = TCI_ARENA_NEW(best->arena, split);
    best->failed |= all == NULL;
    if (!all) return false;
    *all = (split){.best = best, .quantity = quantity, .max_rows = max_rows};
    all->pieces = tci_arena_alloc(best->arena, quantity * sizeof *all->pieces);
    all->best_pieces = tci_arena_alloc(best->arena, quantity * sizeof *all->best_pieces);
    best->failed |= !all->pieces || !all->best_pieces;
    if (best->failed) return false;
    try_all(all);
    all->alone = true;
    if (!all->found && !best->failed) try_all(all);
    if (!all->found) return false;
    take_pieces(all, answer);
    return true;
}
