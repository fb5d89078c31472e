/* Seats without holds: words, block, unblock, channels, and a house's own life: made, refitted,
 * dropped. */
#include "house_fixture.h"

static fx_layout *hall;

static int house_of_40(void **state) {
    if (fx_setup(state)) return 1;
    hall = fx_layout_make(1, 4, 10, 2, 2);
    fx_event(1, 1);
    return 0;
}

static void word_packs_and_unpacks(void **state) {
    (void)state;
    const tci_seat seats[] = {{TC_SEAT_FREE, 1, 0},
                              {TC_SEAT_HELD, TCI_SEAT_VERSION_MAX, UINT32_MAX},
                              {TC_SEAT_SOLD, 77, 1},
                              {TC_SEAT_RETIRED, 2, 0}};
    for (size_t i = 0; i < TCI_COUNT(seats); i++) {
        tci_seat back = tci_seat_of(tci_seat_word(&seats[i]));
        assert_int_equal(back.state, seats[i].state);
        assert_int_equal(back.version, seats[i].version);
        assert_int_equal(back.owner, seats[i].owner);
    }
}

static void new_house_is_free_at_version_one(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 40; i++) {
        tci_seat seat = fx_seat(1, i);
        assert_int_equal(seat.state, TC_SEAT_FREE);
        assert_int_equal(seat.version, 1);
        assert_int_equal(seat.owner, 0);
    }
    tc_availability totals = fx_totals(1);
    assert_int_equal(totals.seats, 40);
    assert_int_equal(totals.free, 40);
    assert_int_equal(totals.inventory_version, 1);
    assert_int_equal(fx_faults(), 0);
}

static void house_without_seats(void **state) {
    (void)state;
    fx_event(2, 0);
    assert_int_equal(fx_totals(2).seats, 0);
    tc_hold_seat seat = {2, 0, 0};
    assert_int_equal(fx_create((fx_wish){0}, &seat, 1, NULL, 0), TC_E_NOT_FOUND);
    assert_int_equal(fx_faults(), 0);
}

static void block_and_unblock(void **state) {
    (void)state;
    tc_seat_version seats[] = {{3, 0}, {9, 1}};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats, 2), TC_OK);
    assert_int_equal(fx_seat(1, 3).state, TC_SEAT_BLOCKED);
    assert_int_equal(fx_totals(1).blocked, 2);
    assert_int_equal(fx_hold(3, 1), TC_E_SEAT_TAKEN);
    assert_int_equal(fx_conflicts[0].state, TC_SEAT_BLOCKED);
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats, 1), TC_E_SEAT_TAKEN);
    seats[0].version = 2;
    seats[1].version = 2;
    assert_int_equal(fx_seats(&tci_op_seat_unblock, 1, 0, seats, 2), TC_OK);
    assert_int_equal(fx_seat(1, 9).version, 3);
    assert_int_equal(fx_totals(1).free, 40);
    assert_int_equal(fx_seats(&tci_op_seat_unblock, 1, 0, seats, 1), TC_E_SEAT_STATE);
    assert_int_equal(fx_faults(), 0);
}

static void block_is_all_or_none(void **state) {
    (void)state;
    assert_int_equal(fx_hold(5, 2), TC_OK);
    tc_seat_version seats[] = {{4, 0}, {5, 0}, {6, 0}, {7, 9}};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats, 4), TC_E_SEAT_TAKEN);
    assert_int_equal(fx.ctx.refusal.conflicts_count, 3);
    assert_int_equal(fx.ctx.refusal.subject, 5);
    assert_int_equal(fx_conflicts[2].seat, 7);
    assert_int_equal(fx_conflicts[2].expected_version, 9);
    assert_int_equal(fx_seat(1, 4).state, TC_SEAT_FREE);
}

static void block_waits_for_no_dead_hold(void **state) {
    (void)state;
    assert_int_equal(fx_hold(5, 2), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    tc_seat_version seat = {5, 3}; /* the version it has once the hold is swept */
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, &seat, 1), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void seat_twice_is_refused(void **state) {
    (void)state;
    tc_seat_version seats[] = {{4, 0}, {8, 0}, {4, 0}};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, seats, 3), TC_E_INVALID);
    assert_int_equal(fx.ctx.refusal.subject, 4);
    assert_int_equal(fx_conflicts[0].seat, 4);
}

static void unknown_seat_and_event(void **state) {
    (void)state;
    tc_seat_version seat = {40, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, &seat, 1), TC_E_NOT_FOUND);
    assert_int_equal(fx_seats(&tci_op_seat_block, 6, 0, &seat, 1), TC_E_NOT_FOUND);
}

static void many_seats_tell_the_feed_in_pieces(void **state) {
    (void)state;
    fx_layout_make(2, 60, 50, 10, 3);
    fx_event(2, 2);
    tc_seat_version *seats = calloc(3000, sizeof *seats);
    assert_non_null(seats);
    for (uint32_t i = 0; i < 3000; i++) seats[i].seat = i;
    assert_int_equal(fx_seats(&tci_op_seat_block, 2, 0, seats, 3000), TC_OK);
    assert_int_equal(fx.events, 3);
    assert_int_equal(fx_totals(2).blocked, 3000);
    assert_int_equal(fx_faults(), 0);
    free(seats);
}

static void channel_seats_are_for_holds_that_name_it(void **state) {
    (void)state;
    tc_seat_version seats[] = {{0, 0}, {1, 0}};
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 2, seats, 2), TC_OK);
    assert_int_equal(fx_seat(1, 0).version, 2);
    assert_int_equal(fx_hold(1, 2), TC_E_CHANNEL);
    assert_int_equal(fx.ctx.refusal.subject, 1);
    tc_hold_seat both[] = {{1, 1, 0}, {1, 2, 0}};
    assert_int_equal(fx_create((fx_wish){.channel = 3}, both, 2, NULL, 0), TC_E_CHANNEL);
    assert_int_equal(fx_create((fx_wish){.channel = 2}, both, 2, NULL, 0), TC_OK);
    assert_int_equal(fx_faults(), 0);
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 0, seats, 2), TC_E_SEAT_TAKEN);
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 0, seats, 2), TC_OK);
    assert_int_equal(fx_hold(0, 2), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void allotting_to_the_same_channel_is_a_change_too(void **state) {
    (void)state;
    tc_seat_version seat = {0, 1};
    assert_int_equal(fx_seats(&tci_op_seat_channel, 1, 0, &seat, 1), TC_OK);
    assert_int_equal(fx_seat(1, 0).version, 2);
    assert_int_equal(fx_faults(), 0);
}

static void retired_seats_of_the_layout_are_not_for_sale(void **state) {
    (void)state;
    hall->seat[7].flags = TC_SEAT_FLAG_RETIRED;
    hall->seat[7].category = 0;
    hall->seat[7].section = 0;
    fx_event(2, 1);
    assert_int_equal(fx_seat(2, 7).state, TC_SEAT_RETIRED);
    assert_int_equal(fx_totals(2).free, 39);
    assert_int_equal(fx_totals(2).blocked, 0);
    tc_hold_seat seat = {2, 7, 0};
    assert_int_equal(fx_create((fx_wish){0}, &seat, 1, NULL, 0), TC_E_SEAT_TAKEN);
    assert_int_equal(fx_conflicts[0].state, TC_SEAT_RETIRED);
}

static int32_t refit(uint32_t layout) {
    tci_ctx *ctx = fx_begin();
    int32_t code = tci_inventory_check_layout(ctx, 1, layout);
    while (ctx->want_sweep) {
        tci_inventory_sweep(ctx, UINT32_MAX);
        ctx->want_sweep = ctx->sweep_pending = false;
        code = tci_inventory_check_layout(ctx, 1, layout);
    }
    if (code == TC_OK) tci_inventory_set_layout(ctx, 1, layout);
    uint32_t kept = ctx->refusal.conflicts_count;
    if (code != TC_OK) memcpy(fx_conflicts, ctx->conflicts, kept * sizeof *fx_conflicts);
    fx_commit();
    return code;
}

static void larger_layout_adds_free_seats(void **state) {
    (void)state;
    assert_int_equal(fx_hold(5, 2), TC_OK);
    fx_layout_make(2, 6, 10, 3, 3);
    assert_int_equal(refit(2), TC_OK);
    tc_availability totals = fx_totals(1);
    assert_int_equal(totals.seats, 60);
    assert_int_equal(totals.free, 58);
    assert_int_equal(totals.inventory_version, 1 + 2 + 20);
    assert_int_equal(fx_seat(1, 5).version, 2);
    assert_int_equal(fx_hold(58, 2), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void smaller_layout_retires_free_seats_only(void **state) {
    (void)state;
    fx_layout_make(2, 3, 10, 2, 2);
    assert_int_equal(fx_hold(29, 2), TC_OK);
    assert_int_equal(refit(2), TC_E_SEATS_IN_USE);
    assert_int_equal(fx.ctx.refusal.conflicts_count, 1);
    assert_int_equal(fx_conflicts[0].seat, 30);
    assert_int_equal(fx_totals(1).free, 38);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    assert_int_equal(refit(2), TC_OK);
    assert_int_equal(fx_seat(1, 30).state, TC_SEAT_RETIRED);
    assert_int_equal(fx_totals(1).free, 30);
    assert_int_equal(fx_totals(1).seats, 40);
    assert_int_equal(fx_faults(), 0);
    assert_int_equal(refit(1), TC_OK); /* and back */
    assert_int_equal(fx_seat(1, 31).state, TC_SEAT_FREE);
    assert_int_equal(fx_seat(1, 31).version, 3);
    assert_int_equal(fx_totals(1).free, 40);
    assert_int_equal(fx_faults(), 0);
}

static void renamed_seats_get_a_new_version(void **state) {
    (void)state;
    fx_layout *other = fx_layout_make(2, 4, 10, 2, 2);
    other->name[4] = 900;
    other->name[5] = 901;
    assert_int_equal(fx_hold(5, 1), TC_OK);
    assert_int_equal(refit(2), TC_E_SEATS_IN_USE);
    assert_int_equal(fx_expire(1), TC_OK);
    assert_int_equal(refit(2), TC_OK);
    assert_int_equal(fx_seat(1, 4).version, 2);
    assert_int_equal(fx_seat(1, 3).version, 1);
    assert_int_equal(fx_faults(), 0);
}

static void recount_follows_categories(void **state) {
    (void)state;
    fx_layout *other = fx_layout_make(2, 4, 10, 2, 2);
    for (uint32_t i = 0; i < 10; i++) other->seat[i].category = 2;
    tc_seat_version seat = {3, 0};
    assert_int_equal(fx_seats(&tci_op_seat_block, 1, 0, &seat, 1), TC_OK);
    assert_int_equal(refit(2), TC_OK);
    tc_availability_count counts[2];
    tci_house house;
    assert_true(tci_house_open(fx_read(), 1, &house));
    assert_int_equal(tci_availability_by_key(fx.now_ms, &house, TC_BY_CATEGORY, counts, 2), 2);
    fx_read_end();
    assert_int_equal(counts[0].free, 10);
    assert_int_equal(counts[1].free, 29);
    assert_int_equal(counts[1].blocked, 1);
    assert_int_equal(fx_faults(), 0);
}

static void many_counters_go_beyond_the_head(void **state) {
    (void)state;
    fx_layout_make(2, 400, 5, 1, 200); /* 400 sections, 200 categories */
    fx_event(2, 2);
    tc_hold_seat seats[] = {{2, 1999, 0}, {2, 0, 0}};
    assert_int_equal(fx_create((fx_wish){0}, seats, 2, NULL, 0), TC_OK);
    tc_availability_count *counts = calloc(400, sizeof *counts);
    tci_house house;
    assert_non_null(counts);
    assert_true(tci_house_open(fx_read(), 2, &house));
    assert_int_equal(tci_availability_by_key(fx.now_ms, &house, TC_BY_SECTION, counts, 400), 400);
    fx_read_end();
    assert_int_equal(counts[399].held, 1);
    assert_int_equal(counts[399].free, 4);
    assert_int_equal(counts[398].free, 5);
    free(counts);
    assert_int_equal(fx_faults(), 0);
}

static void untouched_until_something_is_held_or_was_sold(void **state) {
    (void)state;
    assert_true(tci_inventory_is_untouched(fx_read(), 1));
    fx_read_end();
    assert_int_equal(fx_hold(0, 1), TC_OK);
    assert_false(tci_inventory_is_untouched(fx_read(), 1));
    fx_read_end();
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
    assert_true(tci_inventory_is_untouched(fx_read(), 1));
    fx_read_end();
    assert_int_equal(fx_hold(0, 1), TC_OK);
    fx_sell(2, 1);
    tci_ctx *ctx = fx_begin();
    tci_seat_return(ctx, 1, 0, 1);
    fx_commit();
    assert_int_equal(fx_totals(1).sold, 0);
    assert_false(tci_inventory_is_untouched(fx_read(), 1)); /* it has a history */
    fx_read_end();
}

static void deleted_house_leaves_nothing(void **state) {
    (void)state;
    fx_event(2, 1);
    assert_int_equal(fx_pool(2, 10, 0, 0), TC_OK);
    tc_seat_version seat = {0, 0};
    assert_int_equal(fx_seats(&tci_op_seat_channel, 2, 2, &seat, 1), TC_OK);
    tci_ctx *ctx = fx_begin();
    tci_inventory_delete(ctx, 2);
    fx_known[2] = false;
    fx_commit();
    static const uint8_t SPACES[] = {TCI_SPACE_SEAT,  TCI_SPACE_SEAT_BITS, TCI_SPACE_SEAT_CHANNEL,
                                     TCI_SPACE_STOCK, TCI_SPACE_POOL,      TCI_SPACE_ROW_NEAR};
    tci_view *view = fx_read();
    for (size_t i = 0; i < TCI_COUNT(SPACES); i++)
        assert_null(tci_page_read(view, 2, SPACES[i], 0));
    tci_slice name;
    assert_false(tci_pool_name(view, 2, 1, &name));
    fx_read_end();
    tc_hold_seat gone = {2, 0, 0};
    assert_int_equal(fx_create((fx_wish){0}, &gone, 1, NULL, 0), TC_E_NOT_FOUND);
    assert_int_equal(fx_faults(), 0);
    fx_event(2, 1); /* the number serves again */
    assert_int_equal(fx_create((fx_wish){0}, &gone, 1, NULL, 0), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

/* The verifier is only worth something if it finds what is wrong: each plants one fault. */
static void plant(void (*how)(tci_house *house)) {
    tci_house house;
    tci_ctx *ctx = fx_begin();
    assert_true(tci_house_open(ctx->view, 1, &house));
    how(&house);
    fx_commit();
    assert_true(fx_faults() > 0);
}

static void plant_state(tci_house *house) {
    tci_seat seat = {TC_SEAT_SOLD, 1, 5};
    tci_house_write(house, 12, &seat);
}
static void plant_owner(tci_house *house) {
    tci_seat seat = {TC_SEAT_HELD, 2, 9};
    tci_house_write(house, 0, &seat);
}
static void plant_version(tci_house *house) {
    tci_seat seat = {TC_SEAT_HELD, 3, 1};
    tci_house_write(house, 0, &seat);
}
static void plant_bits(tci_house *house) {
    tci_page_write(house->view, house->event, TCI_SPACE_SEAT_BITS, 0)[5] ^= 1;
}
static void plant_counter(tci_house *house) {
    tci_house_count(house, TCI_STOCK_CATEGORY, TC_SEAT_FREE, -1);
}
static void plant_places(tci_house *house) {
    tci_house_places(house, 1, 0);
}
static void plant_due(tci_house *house) {
    tci_slot_set(house->view, 0, TCI_SLOT_NEXT_DUE, INT64_MAX);
}
static void plant_queue(tci_house *house) {
    tci_slot_set(house->view, 0, TCI_SLOT_HOLD_HEAD, 0);
}
static void plant_free_seat(tci_house *house) {
    tci_seat seat = {TC_SEAT_FREE, 3, 0};
    tci_house_write(house, 0, &seat);
}
static void plant_ticketless(tci_house *house) {
    tci_seat seat = {TC_SEAT_SOLD, 3, 0};
    tci_house_write(house, 30, &seat);
}

static void verifier_finds_planted_faults(void **state) {
    static void (*const PLANTS[])(tci_house *) = {
        plant_state,  plant_owner, plant_version, plant_bits,      plant_counter,
        plant_places, plant_due,   plant_queue,   plant_free_seat, plant_ticketless};
    for (size_t i = 0; i < TCI_COUNT(PLANTS); i++) {
        assert_int_equal(fx_hold(0, 2), TC_OK);
        assert_int_equal(fx_faults(), 0);
        plant(PLANTS[i]);
        fx_teardown(state);
        house_of_40(state);
    }
}

int main(void) {
#define SEAT_TEST(name) cmocka_unit_test_setup_teardown(name, house_of_40, fx_teardown)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(word_packs_and_unpacks),
        SEAT_TEST(new_house_is_free_at_version_one),
        SEAT_TEST(house_without_seats),
        SEAT_TEST(block_and_unblock),
        SEAT_TEST(block_is_all_or_none),
        SEAT_TEST(block_waits_for_no_dead_hold),
        SEAT_TEST(seat_twice_is_refused),
        SEAT_TEST(unknown_seat_and_event),
        SEAT_TEST(many_seats_tell_the_feed_in_pieces),
        SEAT_TEST(channel_seats_are_for_holds_that_name_it),
        SEAT_TEST(allotting_to_the_same_channel_is_a_change_too),
        SEAT_TEST(retired_seats_of_the_layout_are_not_for_sale),
        SEAT_TEST(larger_layout_adds_free_seats),
        SEAT_TEST(smaller_layout_retires_free_seats_only),
        SEAT_TEST(renamed_seats_get_a_new_version),
        SEAT_TEST(recount_follows_categories),
        SEAT_TEST(many_counters_go_beyond_the_head),
        SEAT_TEST(untouched_until_something_is_held_or_was_sold),
        SEAT_TEST(deleted_house_leaves_nothing),
        SEAT_TEST(verifier_finds_planted_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
