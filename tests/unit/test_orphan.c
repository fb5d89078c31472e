/* The orphan rule for manual picks, in a house of 3 rows of 8. */
#include "house_fixture.h"

enum { LENGTH = 8 };

static fx_layout *hall;

static int strict_house(void **state) {
    if (fx_setup(state)) return 1;
    hall = fx_layout_make(1, 3, LENGTH, 3, 1);
    fx_event(1, 1);
    fx_rules[1].flags = TC_EVENT_ORPHAN_RULE;
    return 0;
}

static int32_t pick(uint32_t count, ...) {
    tc_hold_seat seats[LENGTH];
    va_list args;
    va_start(args, count);
    for (uint32_t i = 0; i < count; i++) seats[i] = (tc_hold_seat){1, va_arg(args, uint32_t), 0};
    va_end(args);
    return fx_create((fx_wish){0}, seats, count, NULL, 0);
}

static void block(uint32_t first, uint32_t count) {
    tc_seat_version seats[LENGTH];
    for (uint32_t i = 0; i < count; i++) seats[i] = (tc_seat_version){first + i, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats, count), TC_OK);
}

static void single_at_the_end_is_refused_by_name(void **state) {
    (void)state;
    assert_int_equal(pick(2, 1u, 2u), TC_E_ORPHAN);
    assert_int_equal(fx.ctx.refusal.subject, 0);
    assert_int_equal(fx.ctx.refusal.event, 1);
    assert_int_equal(pick(2, 5u, 6u), TC_E_ORPHAN);
    assert_int_equal(fx.ctx.refusal.subject, 7);
    assert_int_equal(fx_totals(1).held, 0);
}

static void single_in_the_middle_is_refused(void **state) {
    (void)state;
    assert_int_equal(pick(2, 2u, 4u), TC_E_ORPHAN);
    assert_int_equal(fx.ctx.refusal.subject, 3);
}

static void clean_picks_pass(void **state) {
    (void)state;
    assert_int_equal(pick(2, 0u, 1u), TC_OK);
    assert_int_equal(pick(2, 4u, 5u), TC_OK);
    assert_int_equal(pick(2, 2u, 3u), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void take_is_judged_whole(void **state) {
    (void)state;
    /* One by one the middle would be left alone; together nothing is. */
    assert_int_equal(pick(3, 0u, 2u, 1u), TC_OK);
    assert_int_equal(pick(3, 3u, 4u, 6u), TC_E_ORPHAN);
}

static void old_single_is_not_this_takes_fault(void **state) {
    (void)state;
    block(1, 1); /* seat 0 is alone already */
    assert_int_equal(pick(2, 2u, 3u), TC_OK);
}

static void filling_a_single_passes(void **state) {
    (void)state;
    block(1, 1);
    assert_int_equal(pick(1, 0u), TC_OK);
}

static void last_possible_booking_passes(void **state) {
    (void)state;
    block(3, 5); /* three seats left in the row, two are wanted: one must stay alone */
    assert_int_equal(pick(2, 0u, 1u), TC_OK);
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
    assert_int_equal(pick(2, 1u, 2u), TC_OK);
    assert_int_equal(fx_release(2, 7, 0), TC_OK);
    assert_int_equal(pick(1, 1u), TC_E_ORPHAN); /* one person can sit at the end */
    assert_int_equal(pick(1, 0u), TC_OK);
}

static void another_run_of_the_row_is_another_way(void **state) {
    (void)state;
    block(3, 1);                                    /* 0 … 2 and 4 … 7 */
    assert_int_equal(pick(2, 0u, 1u), TC_E_ORPHAN); /* 4 and 5 avoid it */
    assert_int_equal(pick(2, 4u, 5u), TC_OK);
    assert_int_equal(pick(2, 6u, 7u), TC_OK);
    assert_int_equal(pick(2, 0u, 1u), TC_OK); /* now nothing does */
}

static void other_rows_do_not_matter(void **state) {
    (void)state;
    block(2, 6); /* two seats left in row 0; rows 1 and 2 are empty */
    assert_int_equal(pick(1, 0u), TC_OK);
    assert_int_equal(pick(1, 9u), TC_E_ORPHAN);
}

static void two_rows_are_judged_each(void **state) {
    (void)state;
    assert_int_equal(pick(4, 0u, 1u, 9u, 10u), TC_E_ORPHAN);
    assert_int_equal(fx.ctx.refusal.subject, 8);
    assert_int_equal(pick(4, 0u, 1u, 8u, 9u), TC_OK);
}

static void aisle_ends_a_run(void **state) {
    (void)state;
    hall->seat[3].right = TCI_SEAT_NONE;
    hall->seat[4].left = TCI_SEAT_NONE;
    assert_int_equal(pick(2, 2u, 3u), TC_OK);
    assert_int_equal(pick(2, 5u, 6u), TC_E_ORPHAN);
}

static void accessible_seats_are_walls(void **state) {
    (void)state;
    hall->seat[0].flags = TC_SEAT_FLAG_ACCESSIBLE;
    assert_int_equal(pick(2, 1u, 2u), TC_OK); /* seat 0 is not left alone: it is apart */
    assert_int_equal(pick(1, 0u), TC_OK);
    hall->seat[8].flags = TC_SEAT_FLAG_COMPANION;
    assert_int_equal(pick(2, 10u, 11u), TC_E_ORPHAN);
    assert_int_equal(fx.ctx.refusal.subject, 9);
}

static void channel_seats_of_others_are_walls(void **state) {
    (void)state;
    tc_seat_version house = {0, 0};
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 2, &house, 1), TC_OK);
    assert_int_equal(pick(2, 1u, 2u), TC_OK);
}

static void office_may_leave_singles(void **state) {
    (void)state;
    tc_hold_seat seats[] = {{1, 1, 0}, {1, 2, 0}};
    fx_wish office = {.flags = TC_HOLD_ALLOW_ORPHANS};
    assert_int_equal(fx_create(office, seats, 2, NULL, 0), TC_OK);
}

static void events_without_the_rule_do_not_ask(void **state) {
    (void)state;
    fx_rules[1].flags = 0;
    assert_int_equal(pick(2, 1u, 2u), TC_OK);
}

static void dead_neighbours_are_free(void **state) {
    (void)state;
    assert_int_equal(pick(2, 0u, 1u), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    /* Seat 1 is still held on its page; it is free, and taking it leaves seat 0 alone. */
    assert_int_equal(pick(2, 1u, 2u), TC_E_ORPHAN);
    assert_int_equal(fx.ctx.refusal.subject, 0);
}

static void swap_counts_its_own_seats_as_free(void **state) {
    (void)state;
    assert_int_equal(pick(2, 0u, 1u), TC_OK);
    tc_hold_seat seats[] = {{1, 1, 0}, {1, 2, 0}};
    assert_int_equal(fx_swap(1, 7, seats, 2, NULL, 0, 0), TC_E_ORPHAN);
    tc_hold_seat next[] = {{1, 2, 0}, {1, 3, 0}};
    assert_int_equal(fx_swap(1, 7, next, 2, NULL, 0, 0), TC_OK);
}

static void best_seats_pass_the_rule(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 8; i++) {
        tci_best_wish wish = {.quantity = 3};
        assert_int_equal(fx_best((fx_wish){0}, &wish), TC_OK);
    }
    assert_int_equal(fx_totals(1).free, 0);
}

int main(void) {
#define ORPHAN_TEST(name) cmocka_unit_test_setup_teardown(name, strict_house, fx_teardown)
    const struct CMUnitTest tests[] = {
        ORPHAN_TEST(single_at_the_end_is_refused_by_name),
        ORPHAN_TEST(single_in_the_middle_is_refused),
        ORPHAN_TEST(clean_picks_pass),
        ORPHAN_TEST(take_is_judged_whole),
        ORPHAN_TEST(old_single_is_not_this_takes_fault),
        ORPHAN_TEST(filling_a_single_passes),
        ORPHAN_TEST(last_possible_booking_passes),
        ORPHAN_TEST(another_run_of_the_row_is_another_way),
        ORPHAN_TEST(other_rows_do_not_matter),
        ORPHAN_TEST(two_rows_are_judged_each),
        ORPHAN_TEST(aisle_ends_a_run),
        ORPHAN_TEST(accessible_seats_are_walls),
        ORPHAN_TEST(channel_seats_of_others_are_walls),
        ORPHAN_TEST(office_may_leave_singles),
        ORPHAN_TEST(events_without_the_rule_do_not_ask),
        ORPHAN_TEST(dead_neighbours_are_free),
        ORPHAN_TEST(swap_counts_its_own_seats_as_free),
        ORPHAN_TEST(best_seats_pass_the_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
