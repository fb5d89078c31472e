/* Pools: drawing, refusing, growing, shrinking, closing, channels, returns, dead holds. */
#include "house_fixture.h"

static int house_with_pool(void **state) {
    if (fx_setup(state)) return 1;
    fx_layout_make(1, 4, 10, 2, 2);
    fx_event(1, 1);
    assert_int_equal(fx_pool(1, 10, 0, 0), TC_OK);
    return 0;
}

static int32_t update(uint32_t flags, uint32_t expected, uint32_t capacity, uint32_t open,
                      uint32_t channel) {
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u64(&command, 1);
    tci_buf_u32(&command, 1);
    tci_buf_u32(&command, expected);
    tci_buf_u32(&command, flags);
    tci_buf_u32(&command, capacity);
    tci_buf_u32(&command, open);
    tci_buf_u32(&command, channel);
    tci_buf_text(&command, tci_slice_str("Terrace"));
    int32_t code = fx_run(&tci_op_pool_update, &command);
    tci_buf_free(&command);
    return code;
}

static void new_pool_is_open_and_empty(void **state) {
    (void)state;
    tci_pool pool = fx_pool_of(1, 1);
    assert_int_equal(pool.capacity, 10);
    assert_int_equal(pool.version, 1);
    assert_true(pool.open);
    assert_int_equal(fx_totals(1).pools, 1);
    assert_int_equal(fx_totals(1).pool_capacity, 10);
    tci_slice name;
    assert_true(tci_pool_name(fx_read(), 1, 1, &name));
    assert_memory_equal(name.data, "Floor", 5);
    fx_read_end();
}

static void numbers_follow_one_another(void **state) {
    (void)state;
    for (uint32_t i = 2; i < 140; i++) {
        assert_int_equal(fx_pool(1, i, 0, 0), TC_OK);
        assert_int_equal(tci_load32(fx.answer.data), i);
    }
    assert_int_equal(fx_pool_of(1, 139).capacity, 139);
    assert_int_equal(fx_faults(), 0);
}

static void unknown_event_has_no_pools(void **state) {
    (void)state;
    assert_int_equal(fx_pool(3, 1, 0, 0), TC_E_NOT_FOUND);
}

static void draw_holds_and_release_returns(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 7), TC_OK);
    assert_int_equal(fx_pool_of(1, 1).held, 7);
    assert_int_equal(fx_pool_of(1, 1).version, 1);
    assert_int_equal(fx_faults(), 0);
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
    assert_int_equal(fx_pool_of(1, 1).held, 0);
}

static void short_pool_is_refused(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 7), TC_OK);
    assert_int_equal(fx_pool_hold(1, 4), TC_E_POOL_SHORT);
    assert_int_equal(fx.ctx.refusal.subject, 1);
    assert_int_equal(fx.ctx.refusal.actual_version, 3); /* how many are left */
    assert_int_equal(fx_pool_hold(1, 3), TC_OK);
    assert_int_equal(fx_pool_hold(1, 1), TC_E_POOL_SHORT);
    assert_int_equal(fx_faults(), 0);
}

static void unknown_pool_is_not_found(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(2, 1), TC_E_NOT_FOUND);
    assert_int_equal(fx_pool_hold(0, 1), TC_E_NOT_FOUND);
}

static void pool_twice_is_refused(void **state) {
    (void)state;
    tc_hold_pool twice[] = {{1, 1, 1}, {1, 1, 2}};
    assert_int_equal(fx_create((fx_wish){0}, NULL, 0, twice, 2), TC_E_INVALID);
}

static void seats_and_places_together(void **state) {
    (void)state;
    tc_hold_seat seat = {1, 0, 0};
    tc_hold_pool many = {1, 1, 11}, few = {1, 1, 2};
    assert_int_equal(fx_create((fx_wish){0}, &seat, 1, &many, 1), TC_E_POOL_SHORT);
    assert_int_equal(fx_seat(1, 0).state, TC_SEAT_FREE);
    assert_int_equal(fx_create((fx_wish){0}, &seat, 1, &few, 1), TC_OK);
    assert_int_equal(fx_last.count, 1);
    fx_sell(1, 10);
    assert_int_equal(fx_pool_of(1, 1).sold, 2);
    assert_int_equal(fx_pool_of(1, 1).held, 0);
    assert_int_equal(fx_faults(), 0);
}

static void returned_places_can_be_had_again(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 10), TC_OK);
    fx_sell(1, 1);
    assert_int_equal(fx_pool_hold(1, 1), TC_E_POOL_SHORT);
    tci_ctx *ctx = fx_begin();
    tci_pool_return(ctx, 1, 1, 3);
    fx_commit();
    assert_int_equal(fx_pool_hold(1, 3), TC_OK);
    assert_int_equal(fx_pool_hold(1, 1), TC_E_POOL_SHORT);
    assert_int_equal(fx_faults(), 0);
}

static void capacity_grows_and_shrinks_to_what_is_used(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 6), TC_OK);
    assert_int_equal(update(TC_POOL_SET_CAPACITY, 0, 5, 0, 0), TC_E_POOL_SHORT);
    assert_int_equal(fx.ctx.refusal.actual_version, 6);
    assert_int_equal(update(TC_POOL_SET_CAPACITY, 1, 6, 0, 0), TC_OK);
    assert_int_equal(fx_pool_of(1, 1).version, 2);
    assert_true(fx_pool_of(1, 1).open);
    assert_int_equal(fx_pool_hold(1, 1), TC_E_POOL_SHORT);
    assert_int_equal(update(TC_POOL_SET_CAPACITY, 1, 20, 0, 0), TC_E_VERSION);
    assert_int_equal(fx.ctx.refusal.actual_version, 2);
    assert_int_equal(update(TC_POOL_SET_CAPACITY, 2, 20, 0, 0), TC_OK);
    assert_int_equal(fx_pool_hold(1, 14), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void shrinking_waits_for_no_dead_hold(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 6), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    assert_int_equal(update(TC_POOL_SET_CAPACITY, 0, 0, 0, 0), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void closed_pool_gives_nothing(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 2), TC_OK);
    assert_int_equal(update(TC_POOL_SET_OPEN, 0, 0, 0, 0), TC_OK);
    assert_int_equal(fx_pool_of(1, 1).capacity, 10);
    assert_int_equal(fx_pool_hold(1, 1), TC_E_POOL_CLOSED);
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
    assert_int_equal(update(TC_POOL_SET_OPEN, 0, 0, 1, 0), TC_OK);
    assert_int_equal(fx_pool_hold(1, 10), TC_OK);
}

static void pool_may_begin_closed(void **state) {
    (void)state;
    assert_int_equal(fx_pool(1, 5, TC_POOL_CREATE_CLOSED, 0), TC_OK);
    assert_int_equal(fx_pool_hold(2, 1), TC_E_POOL_CLOSED);
}

static void pool_of_a_channel(void **state) {
    (void)state;
    assert_int_equal(fx_pool(1, 5, 0, 4), TC_OK);
    tc_hold_pool draw = {1, 2, 1};
    assert_int_equal(fx_pool_hold(2, 1), TC_E_CHANNEL);
    assert_int_equal(fx_create((fx_wish){.channel = 4}, NULL, 0, &draw, 1), TC_OK);
    assert_int_equal(update(TC_POOL_SET_CHANNEL, 0, 0, 0, 4), TC_OK);
    assert_int_equal(fx_pool_hold(1, 1), TC_E_CHANNEL);
}

static void rename_keeps_the_rest(void **state) {
    (void)state;
    assert_int_equal(update(TC_POOL_SET_NAME, 0, 0, 0, 0), TC_OK);
    tci_slice name;
    assert_true(tci_pool_name(fx_read(), 1, 1, &name));
    assert_memory_equal(name.data, "Terrace", 7);
    fx_read_end();
    assert_int_equal(fx_pool_of(1, 1).capacity, 10);
}

static void dead_holds_leave_their_places(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 8), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    tci_house house;
    tci_pool pool;
    assert_true(tci_house_open(fx_read(), 1, &house));
    assert_true(tci_pool_at(fx.now_ms - 1, &house, 1, &pool));
    assert_int_equal(pool.held, 8);
    assert_true(tci_pool_at(fx.now_ms, &house, 1, &pool));
    assert_int_equal(pool.held, 0);
    fx_read_end();
    assert_int_equal(fx_totals(1).pool_held, 0);
    assert_int_equal(fx_pool_hold(1, 10), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void swap_draws_on_what_it_gives_back(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 8), TC_OK);
    tc_hold_pool more = {1, 1, 10}, most = {1, 1, 11};
    assert_int_equal(fx_swap(1, 7, NULL, 0, &most, 1, 0), TC_E_POOL_SHORT);
    assert_int_equal(fx_swap(1, 7, NULL, 0, &more, 1, 0), TC_OK);
    assert_int_equal(fx_pool_of(1, 1).held, 10);
    assert_int_equal(fx_faults(), 0);
}

static void limits_count_places(void **state) {
    (void)state;
    fx_rules[1].limit_per_buyer = 4;
    tc_hold_pool draw = {1, 1, 3};
    tc_hold_seat seats[] = {{1, 0, 0}, {1, 1, 0}};
    assert_int_equal(fx_create((fx_wish){.buyer = 1}, seats, 2, &draw, 1), TC_E_BUYER_LIMIT);
    assert_int_equal(fx_create((fx_wish){.buyer = 1}, seats, 1, &draw, 1), TC_OK);
    assert_int_equal(fx_create((fx_wish){.buyer = 1}, seats + 1, 1, NULL, 0), TC_E_BUYER_LIMIT);
    assert_int_equal(fx_faults(), 0);
}

static void regain_needs_the_places(void **state) {
    (void)state;
    assert_int_equal(fx_pool_hold(1, 8), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    assert_int_equal(fx_pool_hold(1, 3), TC_OK);
    tci_ctx *ctx = fx_begin();
    tci_hold hold;
    assert_true(tci_hold_load(ctx->view, 1, &hold));
    assert_false(tci_hold_regain_check(ctx, &hold));
    tci_hold_free(ctx, 2, false);
    assert_true(tci_hold_regain_check(ctx, &hold));
    tci_hold_item items[1];
    assert_true(tci_hold_equivalent(ctx, &hold, items));
    assert_int_equal(items[0].quantity, 8);
    tci_hold_regain(ctx, 1, fx.now_ms + 1);
    fx_commit();
    assert_int_equal(fx_pool_of(1, 1).held, 8);
    assert_int_equal(fx_faults(), 0);
}

int main(void) {
#define POOL_TEST(name) cmocka_unit_test_setup_teardown(name, house_with_pool, fx_teardown)
    const struct CMUnitTest tests[] = {
        POOL_TEST(new_pool_is_open_and_empty),
        POOL_TEST(numbers_follow_one_another),
        POOL_TEST(unknown_event_has_no_pools),
        POOL_TEST(draw_holds_and_release_returns),
        POOL_TEST(short_pool_is_refused),
        POOL_TEST(unknown_pool_is_not_found),
        POOL_TEST(pool_twice_is_refused),
        POOL_TEST(seats_and_places_together),
        POOL_TEST(returned_places_can_be_had_again),
        POOL_TEST(capacity_grows_and_shrinks_to_what_is_used),
        POOL_TEST(shrinking_waits_for_no_dead_hold),
        POOL_TEST(closed_pool_gives_nothing),
        POOL_TEST(pool_may_begin_closed),
        POOL_TEST(pool_of_a_channel),
        POOL_TEST(rename_keeps_the_rest),
        POOL_TEST(dead_holds_leave_their_places),
        POOL_TEST(swap_draws_on_what_it_gives_back),
        POOL_TEST(limits_count_places),
        POOL_TEST(regain_needs_the_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
