/* Proves a layout: every place holds one seat that knows it stands there, neighbours agree with
 * each other, counts equal what they count, every live name leads to its seat. Reads only. */
#include <stdlib.h>

#include "catalog/verify.h"

typedef struct checker {
    tci_view *view;
    tci_verify_sink *sink;
    uint32_t layout;
    tci_layout_head head;
    uint32_t *by_category; /* live seats */
    uint32_t *by_section;
    uint32_t live;
} checker;

static void check(checker *c, bool good, uint64_t subject, const char *sentence) {
    c->sink->checked++;
    if (!good)
        tci_catalog_fault(c->sink, "layout", 0, c->layout, "%s (%llu)", sentence,
                          (unsigned long long)subject);
}

/* The neighbour to the right has this seat to its left; there is an aisle where there is none. */
static void check_neighbours(checker *c, uint32_t seat, const tci_seat_info *info) {
    tci_seat_info other;
    if (info->right != TCI_SEAT_NONE)
        check(c,
              tci_seat_info_load(c->view, c->layout, info->right, &other) && other.left == seat &&
                  other.row == info->row,
              seat, "a seat's right neighbour does not know it");
    if (info->left != TCI_SEAT_NONE)
        check(c,
              tci_seat_info_load(c->view, c->layout, info->left, &other) && other.right == seat &&
                  other.row == info->row,
              seat, "a seat's left neighbour does not know it");
    bool parted = info->flags & TC_SEAT_FLAG_AISLE_RIGHT;
    check(c, !parted || info->right == TCI_SEAT_NONE, seat, "a seat has a neighbour over an aisle");
}

static void check_row(checker *c, uint32_t number, uint32_t *place) {
    tci_layout_row row;
    if (!tci_layout_row_load(c->view, c->layout, number, &row)) {
        check(c, false, number, "a row is missing");
        return;
    }
    check(c, row.first == *place, number, "a row does not begin where the one before ends");
    check(c, row.section >= 1 && row.section <= c->head.sections, number, "a row is of no section");
    for (uint32_t i = 0; i < row.count; i++) {
        uint32_t seat = tci_layout_place(c->view, c->layout, row.first + i);
        tci_seat_info info;
        bool found = seat < c->head.numbers && tci_seat_info_load(c->view, c->layout, seat, &info);
        check(c, found && info.row == number && info.place == i && info.section == row.section,
              row.first + i, "a place holds a seat that stands elsewhere");
        if (!found) continue;
        check(c, info.category >= 1 && info.category <= c->head.categories, seat,
              "a seat is of no category");
        check(c, row.category == 0 || row.category == info.category, seat,
              "a seat is of another category than its row");
        check_neighbours(c, seat, &info);
        if (info.category <= c->head.categories) c->by_category[info.category]++;
        if (info.section <= c->head.sections) c->by_section[info.section]++;
        c->live++;
    }
    *place = row.first + row.count;
}

static void check_counts(checker *c) {
    check(c, c->live == c->head.live, c->live, "the seats in rows are not as many as it says");
    for (uint32_t i = 1; i <= c->head.categories; i++) {
        tci_layout_category category;
        check(c,
              tci_layout_category_load(c->view, c->layout, i, &category) &&
                  category.seats == c->by_category[i],
              i, "a category is missing or miscounts its seats");
    }
    for (uint32_t i = 1; i <= c->head.sections; i++) {
        tci_layout_section section;
        check(c,
              tci_layout_section_load(c->view, c->layout, i, &section) &&
                  section.seats == c->by_section[i],
              i, "a section is missing or miscounts its seats");
    }
    for (uint32_t i = 1; i <= c->head.areas; i++) {
        tci_layout_area area;
        check(c, tci_layout_area_load(c->view, c->layout, i, &area), i, "an area is missing");
    }
}

/* Numbers beyond the live seats are retired; names of live ones find them. */
static void check_numbers(checker *c) {
    uint32_t retired = 0;
    for (uint32_t i = 0; i < c->head.numbers; i++) {
        tci_seat_info info;
        tci_layout_seat_text text;
        bool found = tci_seat_info_load(c->view, c->layout, i, &info) &&
                     tci_layout_seat_text_load(c->view, c->layout, i, &text);
        check(c, found, i, "a seat or its name is missing");
        if (!found) continue;
        if (info.flags & TC_SEAT_FLAG_RETIRED) retired++;
        else
            check(c, tci_layout_find(c->view, c->layout, text.name) == i, i,
                  "a seat's name does not lead to it");
    }
    check(c, retired + c->live == c->head.numbers, retired,
          "live and retired seats are not as many as there are numbers");
}

void tci_layout_verify(tci_view *view, uint32_t layout, tci_verify_sink *sink) {
    checker c = {.view = view, .sink = sink, .layout = layout};
    if (!tci_layout_head_load(view, layout, &c.head)) {
        tci_catalog_fault(sink, "layout", 0, layout, "layout %u is missing", (unsigned)layout);
        return;
    }
    c.by_category = calloc(c.head.categories + 1u, sizeof *c.by_category);
    c.by_section = calloc(c.head.sections + 1u, sizeof *c.by_section);
    if (c.by_category && c.by_section) {
        uint32_t place = 0;
        for (uint32_t i = 0; i < c.head.rows; i++) check_row(&c, i, &place);
        check_counts(&c);
        check_numbers(&c);
    } else {
        tci_view_no_memory(view);
    }
    free(c.by_category);
    free(c.by_section);
}
