/* The sweep and what it keeps: queues by time to live, rows of irregular holds, the lower bound of
 * the next death, budgets, and dropping records that ended long ago. */
#include "house_fixture.h"

static int house_of_200(void **state) {
    if (fx_setup(state)) return 1;
    fx_layout_make(1, 20, 10, 20, 1);
    fx_event(1, 1);
    fx_rules[1].hold_life_ms = INT64_C(1) << 50;
    return 0;
}

static int32_t hold_for(uint32_t seat, int64_t ttl) {
    tc_hold_seat one = {1, seat, 0};
    return fx_create((fx_wish){.ttl_ms = ttl}, &one, 1, NULL, 0);
}

static int64_t next_due(void) {
    int64_t due = tci_next_due(fx_read());
    fx_read_end();
    return due;
}

/* One batch that does nothing but sweep; answers what is left. */
static uint32_t sweep(uint32_t limit) {
    fx.no_sweep = true;
    tci_ctx *ctx = fx_begin();
    uint32_t left = tci_inventory_sweep(ctx, limit);
    fx_commit();
    fx.no_sweep = false;
    return left;
}

static uint32_t dead_count(int64_t now_ms) {
    tci_dead dead;
    tci_hold hold;
    uint32_t count = 0;
    tci_dead_open(&dead, fx_read(), now_ms);
    while (tci_dead_next(&dead, &hold)) {
        assert_true(hold.expires_at_ms <= now_ms);
        assert_int_equal(hold.state, TC_HOLD_LIVE);
        count++;
    }
    tci_dead_close(&dead);
    fx_read_end();
    return count;
}

static void nothing_due_costs_nothing(void **state) {
    (void)state;
    assert_int_equal(hold_for(0, 1000), TC_OK);
    fx.now_ms += 999;
    tci_ctx *ctx = fx_begin();
    assert_int_equal(tci_inventory_sweep(ctx, 100), 0);
    assert_int_equal(ctx->event_count, 0);
    fx_commit();
    assert_int_equal(fx_totals(1).held, 1);
}

static void due_holds_expire_and_tell_the_feed(void **state) {
    (void)state;
    assert_int_equal(hold_for(0, 1000), TC_OK);
    assert_int_equal(hold_for(1, 1000), TC_OK);
    fx.now_ms += 1000;
    assert_int_equal(sweep(100), 0);
    assert_int_equal(fx.events, 2);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_EXPIRED);
    assert_int_equal(fx_hold_of(1).expires_at_ms, fx.now_ms);
    assert_int_equal(fx_seat(1, 1).version, 3);
    assert_int_equal(next_due(), INT64_MAX);
    assert_int_equal(fx_faults(), 0);
}

static void budget_is_kept_and_the_rest_stays_due(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 10; i++) assert_int_equal(hold_for(i, 1000), TC_OK);
    fx.now_ms += 1000;
    assert_int_equal(dead_count(fx.now_ms), 10);
    assert_int_not_equal(sweep(4), 0);
    assert_int_equal(fx.events, 4);
    assert_int_equal(dead_count(fx.now_ms), 6);
    assert_true(next_due() <= fx.now_ms);
    assert_int_equal(fx_totals(1).held, 0); /* six look held on their pages */
    assert_int_not_equal(sweep(0), 0);
    assert_int_equal(sweep(6), 0);
    assert_int_equal(dead_count(fx.now_ms), 0);
    assert_int_equal(fx_faults(), 0);
}

static void fifteen_times_to_live_have_queues(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 15; i++) {
        assert_int_equal(hold_for(i, 1000 + i), TC_OK);
        assert_int_not_equal(fx_hold_of(fx_last.hold).ttl_class, TCI_HOLD_IRREGULAR);
    }
    assert_int_equal(hold_for(20, 5000), TC_OK);
    assert_int_equal(fx_hold_of(16).ttl_class, TCI_HOLD_IRREGULAR);
    assert_int_equal(hold_for(21, 1007), TC_OK);
    assert_int_equal(fx_hold_of(17).ttl_class, fx_hold_of(8).ttl_class);
    assert_int_equal(fx_faults(), 0);
    fx.now_ms += 1007;
    assert_int_equal(dead_count(fx.now_ms), 9);
    assert_int_equal(sweep(100), 0);
    assert_int_equal(next_due(), fx.now_ms + 1);
    fx.now_ms += 4000;
    assert_int_equal(dead_count(fx.now_ms), 8);
    assert_int_equal(sweep(100), 0);
    assert_int_equal(next_due(), INT64_MAX);
    assert_int_equal(fx_totals(1).free, 200);
    assert_int_equal(fx_faults(), 0);
}

static void empty_queue_serves_another_time_to_live(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 15; i++) assert_int_equal(hold_for(i, 1000 + i), TC_OK);
    fx.now_ms += 1003;
    assert_int_equal(sweep(100), 0);
    assert_int_equal(hold_for(30, 9999), TC_OK);
    assert_int_not_equal(fx_hold_of(16).ttl_class, TCI_HOLD_IRREGULAR);
    assert_int_equal(fx_faults(), 0);
    fx.now_ms += 10000;
    assert_int_equal(sweep(100), 0);
    assert_int_equal(fx_faults(), 0);
}

static void ended_holds_leave_their_queue_when_their_time_comes(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 6; i++) assert_int_equal(hold_for(i, 1000), TC_OK);
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
    fx_sell(3, 1);
    assert_int_equal(fx_extend(4, 7, 5000), TC_OK);
    int64_t due = fx.now_ms + 1000;
    assert_true(next_due() <= due);
    fx.now_ms = due;
    assert_int_equal(dead_count(fx.now_ms), 3);
    assert_int_equal(sweep(100), 0);
    assert_int_equal(fx.events, 3);
    assert_int_equal(fx_hold_of(4).state, TC_HOLD_LIVE);
    assert_int_equal(next_due(), due + 4000);
    assert_int_equal(fx_faults(), 0);
}

static void extended_hold_dies_at_its_new_time(void **state) {
    (void)state;
    assert_int_equal(hold_for(0, 1000), TC_OK);
    assert_int_equal(fx_extend(1, 7, 3000), TC_OK);
    assert_int_equal(fx_extend(1, 7, 4000), TC_OK);
    int64_t dies = fx.now_ms + 4000;
    fx.now_ms += 1000;
    assert_int_equal(sweep(10), 0);
    assert_int_equal(next_due(), dies);
    fx.now_ms = dies - 1;
    assert_int_equal(dead_count(fx.now_ms), 0);
    assert_int_equal(dead_count(dies), 1);
    fx.now_ms = dies;
    assert_int_equal(sweep(10), 0);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_EXPIRED);
    assert_int_equal(fx_faults(), 0);
}

static void many_irregular_holds_within_a_budget(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 200; i++) {
        assert_int_equal(hold_for(i, 100000), TC_OK);
        assert_int_equal(fx_extend(fx_last.hold, 7, 200000 + i % 7), TC_OK);
    }
    fx.now_ms += 300000;
    assert_int_equal(sweep(UINT32_MAX - 1), 0);
    assert_int_equal(fx.events, 200);
    assert_int_equal(fx_totals(1).free, 200);
    assert_int_equal(fx_faults(), 0);
}

static void irregular_budget_runs_out(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 20; i++) {
        assert_int_equal(hold_for(i, 100000), TC_OK);
        assert_int_equal(fx_extend(fx_last.hold, 7, 200000), TC_OK);
    }
    fx.now_ms += 300000;
    assert_int_not_equal(sweep(25), 0); /* twenty pops of the queue, five of the rows */
    assert_int_equal(fx.events, 5);
    assert_int_equal(dead_count(fx.now_ms), 15);
    assert_int_equal(sweep(15), 0);
    assert_int_equal(fx_faults(), 0);
}

static void bound_is_lower_for_a_shorter_hold(void **state) {
    (void)state;
    assert_int_equal(hold_for(0, 10000), TC_OK);
    assert_int_equal(next_due(), fx.now_ms + 10000);
    assert_int_equal(hold_for(1, 20), TC_OK);
    assert_int_equal(next_due(), fx.now_ms + 20);
    assert_int_equal(hold_for(2, 50), TC_OK);
    assert_int_equal(next_due(), fx.now_ms + 20);
}

static void old_records_are_dropped(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 300; i++) {
        assert_int_equal(fx_hold(i % 100 * 2, 2), TC_OK);
        assert_int_equal(fx_release(fx_last.hold, 7, 0), TC_OK);
    }
    assert_int_equal(hold_for(0, 1000), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    assert_int_equal(sweep(1000), 0); /* queues are empty, nothing is a day old */
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_RELEASED);
    fx.now_ms += TCI_HOLD_KEEP_MS;
    assert_int_equal(hold_for(3, 1), TC_OK);
    fx.now_ms += 1;
    assert_int_equal(sweep(1000), 0);
    tci_hold hold;
    assert_false(tci_hold_load(fx_read(), 1, &hold));
    assert_null(tci_page_read(fx.reader, 0, TCI_SPACE_HOLD, 0));
    assert_null(tci_page_read(fx.reader, 0, TCI_SPACE_HOLD_ITEM, 0));
    assert_true(tci_hold_load(fx.reader, 302, &hold));
    fx_read_end();
    assert_int_equal(fx_release(1, 7, 0), TC_E_NOT_FOUND);
    assert_int_equal(fx_faults(), 0);
    assert_int_equal(hold_for(5, 1000), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void live_hold_keeps_its_page(void **state) {
    (void)state;
    assert_int_equal(hold_for(199, INT64_C(7) * 24 * 60 * FX_MINUTE), TC_OK);
    for (uint32_t i = 0; i < 100; i++) {
        assert_int_equal(fx_hold(i, 1), TC_OK);
        assert_int_equal(fx_release(fx_last.hold, 7, 0), TC_OK);
    }
    for (uint32_t day = 0; day < 5; day++) {
        fx.now_ms += TCI_HOLD_KEEP_MS;
        assert_int_equal(hold_for(0, 1), TC_OK);
        fx.now_ms += 1;
        assert_int_equal(sweep(1000), 0);
    }
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_LIVE);
    assert_int_equal(fx_hold_of(2).state, TC_HOLD_RELEASED);
    assert_int_equal(fx_faults(), 0);
}

static void sweep_command_answers_what_is_left(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 10; i++) assert_int_equal(hold_for(i, 1000), TC_OK);
    fx.now_ms += 1000;
    fx.no_sweep = true;
    tci_buf command;
    tci_buf_init(&command, NULL, 0);
    tci_buf_u32(&command, 7);
    assert_int_equal(fx_run(&tci_op_sweep, &command), TC_OK);
    assert_int_not_equal(tci_load32(fx.answer.data), 0);
    assert_int_equal(fx_run(&tci_op_sweep, &command), TC_OK);
    assert_int_equal(tci_load32(fx.answer.data), 0);
    assert_true(tci_load_i64(fx.answer.data + 4) == INT64_MAX);
    tci_buf_free(&command);
    fx.no_sweep = false;
    assert_int_equal(fx_faults(), 0);
}

static void regained_hold_is_swept_again(void **state) {
    (void)state;
    assert_int_equal(hold_for(0, 1000), TC_OK);
    assert_int_equal(hold_for(1, 1000), TC_OK);
    assert_int_equal(fx_release(1, 7, 0), TC_OK); /* still linked in its queue */
    tci_ctx *ctx = fx_begin();
    tci_hold hold;
    assert_true(tci_hold_load(ctx->view, 1, &hold));
    assert_true(tci_hold_regain_check(ctx, &hold));
    tci_hold_regain(ctx, 1, fx.now_ms + 5000);
    fx_commit();
    assert_int_equal(fx_faults(), 0);
    fx.now_ms += 1000;
    assert_int_equal(dead_count(fx.now_ms), 1);
    assert_int_equal(sweep(10), 0);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_LIVE);
    fx.now_ms += 4000;
    assert_int_equal(sweep(10), 0);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_EXPIRED);
    assert_int_equal(fx_faults(), 0);
}

static void hold_made_for_late_money_takes_no_queue(void **state) {
    (void)state;
    assert_int_equal(hold_for(0, 1000), TC_OK);
    fx.now_ms += 1000;
    tci_ctx *ctx = fx_begin();
    tci_hold hold;
    tci_hold_item items[1];
    assert_true(tci_hold_load(ctx->view, 1, &hold));
    assert_true(tci_hold_equivalent(ctx, &hold, items));
    tci_hold_make(ctx, &hold, items, 1, fx.now_ms + 777);
    fx_commit();
    assert_int_equal(fx_hold_of(2).ttl_class, TCI_HOLD_IRREGULAR);
    assert_int_equal(next_due(), fx.now_ms + 777);
    assert_int_equal(fx_faults(), 0);
}

int main(void) {
#define SWEEP_TEST(name) cmocka_unit_test_setup_teardown(name, house_of_200, fx_teardown)
    const struct CMUnitTest tests[] = {
        SWEEP_TEST(nothing_due_costs_nothing),
        SWEEP_TEST(due_holds_expire_and_tell_the_feed),
        SWEEP_TEST(budget_is_kept_and_the_rest_stays_due),
        SWEEP_TEST(fifteen_times_to_live_have_queues),
        SWEEP_TEST(empty_queue_serves_another_time_to_live),
        SWEEP_TEST(ended_holds_leave_their_queue_when_their_time_comes),
        SWEEP_TEST(extended_hold_dies_at_its_new_time),
        SWEEP_TEST(many_irregular_holds_within_a_budget),
        SWEEP_TEST(irregular_budget_runs_out),
        SWEEP_TEST(bound_is_lower_for_a_shorter_hold),
        SWEEP_TEST(old_records_are_dropped),
        SWEEP_TEST(live_hold_keeps_its_page),
        SWEEP_TEST(sweep_command_answers_what_is_left),
        SWEEP_TEST(regained_hold_is_swept_again),
        SWEEP_TEST(hold_made_for_late_money_takes_no_queue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
