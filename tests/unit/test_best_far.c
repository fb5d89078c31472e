/* Best seats where the choice is wide: many accessible seats to choose from, halls too broken for
 * one block, rows without places, and more runs than the first room for them. What is found is
 * compared with a plain search over every seat. */
#include "house_fixture.h"

enum { ROWS = 24, LENGTH = 12 };

static fx_layout *hall;

static int wide_house(void **state) {
    if (fx_setup(state)) return 1;
    hall = fx_layout_make(1, ROWS, LENGTH, 4, 2);
    return 0;
}

static void mark(uint32_t every) {
    for (uint32_t seat = 0; seat < ROWS * LENGTH; seat++)
        if (seat % every == every / 2) hall->seat[seat].flags |= TC_SEAT_FLAG_ACCESSIBLE;
    fx_event(1, 1);
}

static bool is_accessible(uint32_t seat) {
    return (hall->seat[seat].flags & TC_SEAT_FLAG_ACCESSIBLE) != 0;
}

static uint32_t accessible_taken(void) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < fx_last.count; i++) found += is_accessible(fx_last.seats[i].seat);
    return found;
}

static void block_one(uint32_t seat) {
    tc_seat_version one = {seat, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, &one, 1), TC_OK);
}

/* Of all accessible seats that are free the nearest, by a search over every one. */
static void assert_nearest_accessible(uint32_t wanted) {
    uint64_t farthest = 0, nearer = 0;
    for (uint32_t i = 0; i < fx_last.count; i++) {
        uint32_t seat = fx_last.seats[i].seat;
        uint64_t distance = (uint64_t)hall->seat[seat].focal << 32 | seat;
        if (is_accessible(seat) && distance > farthest) farthest = distance;
    }
    for (uint32_t seat = 0; seat < ROWS * LENGTH; seat++) {
        bool mine = false;
        for (uint32_t i = 0; i < fx_last.count; i++) mine |= fx_last.seats[i].seat == seat;
        bool open = mine || fx_seat(1, seat).state == TC_SEAT_FREE;
        uint64_t distance = (uint64_t)hall->seat[seat].focal << 32 | seat;
        nearer += open && is_accessible(seat) && distance <= farthest;
    }
    assert_int_equal(nearer, wanted);
}

static void accessible_seats_one_by_one_are_the_nearest(void **state) {
    (void)state;
    mark(7); /* never two side by side */
    for (uint32_t wanted = 2; wanted <= 6; wanted++) {
        tci_best_wish wish = {.quantity = wanted, .accessible = wanted};
        assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
        assert_int_equal(fx_last.count, wanted);
        assert_int_equal(accessible_taken(), wanted);
        assert_int_equal(fx_last.adjacent, 0);
        assert_nearest_accessible(wanted);
        assert_int_equal(fx_faults(), 0);
    }
}

static void companions_sit_elsewhere_when_they_must(void **state) {
    (void)state;
    mark(7);
    tci_best_wish wish = {.quantity = 5, .accessible = 3};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.count, 5);
    assert_int_equal(accessible_taken(), 3);
    assert_int_equal(fx_faults(), 0);
}

static void accessible_seats_that_are_taken_are_passed_over(void **state) {
    (void)state;
    mark(7);
    for (uint32_t seat = 0; seat < 6 * LENGTH; seat++)
        if (is_accessible(seat)) block_one(seat);
    tci_best_wish wish = {.quantity = 3, .accessible = 3};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_nearest_accessible(3);
    for (uint32_t i = 0; i < 3; i++) assert_true(fx_last.seats[i].seat >= 6 * LENGTH);
}

static void more_accessible_seats_than_there_are(void **state) {
    (void)state;
    mark(97);
    tci_best_wish wish = {.quantity = 4, .accessible = 4};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_E_NO_SEATS);
    assert_int_equal(fx_totals(1).held, 0);
}

static void accessible_seats_of_one_category(void **state) {
    (void)state;
    mark(7);
    uint32_t two = 2;
    tci_best_wish wish = {.quantity = 3, .accessible = 3, .categories = &two, .category_count = 1};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(hall->seat[fx_last.seats[i].seat].category, 2);
        assert_true(is_accessible(fx_last.seats[i].seat));
    }
}

/* Every second seat blocked: runs of one, more of them than the first room holds. */
static void a_hall_of_single_seats(void **state) {
    (void)state;
    fx_layout *big = fx_layout_make(1, 60, 12, 4, 2);
    fx_event(1, 1);
    tc_seat_version seats[500];
    for (uint32_t i = 0; i < 360; i++) seats[i] = (tc_seat_version){i * 2, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats, 180), TC_OK);
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats + 180, 180), TC_OK);
    tci_best_wish wish = {.quantity = 7};
    assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    assert_int_equal(fx_last.count, 7);
    assert_int_equal(fx_last.adjacent, 0);
    for (uint32_t i = 0; i < 7; i++) {
        assert_true(fx_last.seats[i].seat % 2 == 1);
        assert_true(big->seat[fx_last.seats[i].seat].row < 4);
    }
    assert_int_equal(fx_faults(), 0);
}

#define FAR(name) cmocka_unit_test_setup_teardown(name, wide_house, fx_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        FAR(accessible_seats_one_by_one_are_the_nearest),
        FAR(companions_sit_elsewhere_when_they_must),
        FAR(accessible_seats_that_are_taken_are_passed_over),
        FAR(more_accessible_seats_than_there_are),
        FAR(accessible_seats_of_one_category),
        FAR(a_hall_of_single_seats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
