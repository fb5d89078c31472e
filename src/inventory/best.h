/* The best seats available: the wish, the answer, and the pieces of the search. Only src/inventory
 * includes this. The search reads; it never writes and takes nothing. */
#ifndef TCI_BEST_H
#define TCI_BEST_H

#include "inventory/house.h"

/* Rows of an event in order of their nearest seat's distance to the focal point. Made with the
 * house, so that the search meets the best rows first and can stop early. */
typedef struct tci_near_row {
    uint32_t row;
    uint32_t focal;      /* distance of its nearest seat */
    uint32_t first_seat; /* its seats have consecutive numbers from here; TCI_SEAT_NONE: they do not
                          */
    uint32_t first_place;
    uint32_t count;
    uint16_t section;
    uint16_t category; /* of all its seats, 0: mixed */
    bool plain; /* one category, nothing accessible, all its seats joined: the map is enough */
} tci_near_row;

/* Apply: (re)write the index of an event; answers how many rows it has. */
void tci_near_build(tci_ctx *ctx, tci_house *house);
void tci_near_drop(tci_house *house);
bool tci_near_load(const tci_house *house, uint32_t index, tci_near_row *out);

typedef struct tci_best_wish {
    const uint32_t *categories; /* any of them; count 0: every one */
    const uint32_t *sections;
    uint32_t category_count;
    uint32_t section_count;
    uint32_t quantity;   /* persons */
    uint32_t accessible; /* of them who need an accessible seat */
    uint32_t max_rows;   /* groups at most, 0: any */
    uint16_t channel;
    bool allow_orphans;
} tci_best_wish;

typedef struct tci_best_answer {
    uint32_t *seats; /* room for `quantity` */
    uint32_t count;
    bool adjacent;
} tci_best_answer;

/* TC_OK, or TC_E_NO_SEATS, or TC_E_NOMEM. Everything held on the pages counts as held. */
int32_t tci_best_find(tci_view *view, tci_arena *arena, const tci_house *house,
                      const tci_best_wish *wish, tci_best_answer *answer);

/* A seat of the row in hand. */
typedef struct tci_best_cell {
    uint32_t seat;
    uint32_t focal;
    bool joined;     /* with the cell before, and both may be taken */
    bool open;       /* may be taken for this wish */
    bool accessible; /* an accessible seat */
} tci_best_cell;

/* The search: its wish, its rows, and room for the row in hand. */
typedef struct tci_best {
    tci_view *view;
    tci_arena *arena;
    const tci_house *house;
    const tci_best_wish *wish;
    uint32_t rows;
    uint8_t category_set[(TC_CATEGORIES_MAX + 8) / 8];
    uint8_t section_set[(TC_SECTIONS_MAX + 8) / 8];
    const uint8_t *bits; /* page of the two-bit map in hand */
    uint64_t bits_page;
    tci_best_cell *cells;
    uint32_t cell_capacity;
    bool with_accessible; /* accessible and companion seats may be taken */
    bool only_accessible; /* nothing else may */
    bool failed;          /* memory is out */
} tci_best;

/* best_row.c */
bool tci_best_row_wanted(const tci_best *best, const tci_near_row *row);
/* The longest run of free seats, by the two-bit map alone: never less than what can be taken. */
uint32_t tci_best_row_longest(tci_best *best, const tci_near_row *row);
/* The row's seats are told apart by the two-bit map alone for this wish. */
bool tci_best_row_plain(const tci_best *best, const tci_near_row *row);
/* The seat at a place of the row, and whether the two-bit map shows it free. */
uint32_t tci_best_seat_at(const tci_best *best, const tci_near_row *row, uint32_t place);
bool tci_best_shows_free(tci_best *best, uint32_t seat);
/* Load the row's cells; answers their number. */
uint32_t tci_best_row_cells(tci_best *best, const tci_near_row *row);

/* A block of adjacent seats of a row. */
typedef struct tci_best_block {
    uint32_t near;  /* index of the row */
    uint32_t first; /* cell */
    uint32_t count;
    uint32_t accessible; /* accessible seats in it */
    uint64_t focal_sum;
    bool orphans; /* leaves a single seat */
    bool found;
} tci_best_block;

/* The best block of `count` in the run of cells [from, to). */
void tci_best_in_run(const tci_best *best, uint32_t near, uint32_t from, uint32_t to,
                     uint32_t count, tci_best_block *block);
/* Is a better than b? Orphans apart. */
bool tci_best_better(const tci_best *best, const tci_best_block *a, const tci_best_block *b);

/* best_split.c: several groups. */
bool tci_best_split(tci_best *best, uint32_t quantity, uint32_t max_rows, tci_best_answer *answer);

#endif
