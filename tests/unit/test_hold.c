/* Holds on their pages: taking, refusing, extending, releasing, selling, swapping, limits. */
#include "house_fixture.h"

static int house_of_40(void **state) {
    if (fx_setup(state)) return 1;
    fx_layout_make(1, 4, 10, 2, 2);
    fx_event(1, 1);
    return 0;
}

static void assert_refused(int32_t code, int32_t expected, uint64_t subject) {
    assert_int_equal(code, expected);
    assert_int_equal(fx.ctx.refusal.code, expected);
    assert_int_equal(fx.ctx.refusal.subject, subject);
    assert_int_equal(fx_faults(), 0);
}

static void hold_takes_its_seats(void **state) {
    (void)state;
    assert_int_equal(fx_hold(3, 2), TC_OK);
    assert_int_equal(fx_last.hold, 1);
    assert_int_equal(fx_last.version, 1);
    assert_int_equal(fx_last.count, 2);
    assert_int_equal(fx_last.seats[1].seat, 4);
    assert_int_equal(fx_last.seats[1].version, 2);
    assert_int_equal(fx_last.expires_at_ms, fx.now_ms + TC_HOLD_TTL_MS_DEFAULT);
    tci_seat seat = fx_seat(1, 3);
    assert_int_equal(seat.state, TC_SEAT_HELD);
    assert_int_equal(seat.owner, 1);
    assert_int_equal(seat.version, 2);
    assert_int_equal(fx.events, 1);
    assert_int_equal(fx_faults(), 0);
}

static void hold_ids_grow(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 5; i++) {
        assert_int_equal(fx_hold(i * 2, 2), TC_OK);
        assert_int_equal(fx_last.hold, i + 1);
    }
    assert_int_equal(fx_faults(), 0);
}

static void taken_seats_are_refused_with_all_conflicts(void **state) {
    (void)state;
    assert_int_equal(fx_hold(3, 2), TC_OK);
    assert_refused(fx_hold(2, 4), TC_E_SEAT_TAKEN, 3);
    assert_int_equal(fx.ctx.refusal.conflicts_count, 2);
    assert_int_equal(fx_conflicts[0].seat, 3);
    assert_int_equal(fx_conflicts[0].state, TC_SEAT_HELD);
    assert_int_equal(fx_conflicts[0].actual_version, 2);
    assert_int_equal(fx_conflicts[1].seat, 4);
    assert_int_equal(fx_seat(1, 2).state, TC_SEAT_FREE);
    assert_int_equal(fx_seat(1, 5).version, 1);
}

static void expected_version_is_compared(void **state) {
    (void)state;
    tc_hold_seat seats[] = {{1, 7, 1}, {1, 8, 3}};
    assert_refused(fx_create((fx_wish){0}, seats, 2, NULL, 0), TC_E_SEAT_VERSION, 8);
    assert_int_equal(fx_conflicts[0].expected_version, 3);
    assert_int_equal(fx_conflicts[0].actual_version, 1);
    seats[1].version = 1;
    assert_int_equal(fx_create((fx_wish){0}, seats, 2, NULL, 0), TC_OK);
}

static void seat_twice_is_refused_by_name(void **state) {
    (void)state;
    tc_hold_seat seats[] = {{1, 7, 0}, {1, 9, 0}, {1, 7, 0}};
    assert_refused(fx_create((fx_wish){0}, seats, 3, NULL, 0), TC_E_INVALID, 7);
    assert_int_equal(fx.ctx.refusal.conflicts_count, 1);
    assert_int_equal(fx_conflicts[0].seat, 7);
}

static void unknown_seat_and_event_are_not_found(void **state) {
    (void)state;
    assert_refused(fx_hold(39, 2), TC_E_NOT_FOUND, 40);
    tc_hold_seat seat = {5, 0, 0};
    assert_refused(fx_create((fx_wish){0}, &seat, 1, NULL, 0), TC_E_NOT_FOUND, 5);
    seat.event = UINT64_C(1) << 33;
    assert_refused(fx_create((fx_wish){0}, &seat, 1, NULL, 0), TC_E_NOT_FOUND, seat.event);
}

static void hold_over_two_events(void **state) {
    (void)state;
    fx_event(2, 1);
    tc_hold_seat seats[] = {{2, 5, 0}, {1, 5, 0}, {2, 6, 0}};
    assert_int_equal(fx_create((fx_wish){0}, seats, 3, NULL, 0), TC_OK);
    assert_int_equal(fx_last.seats[0].event, 2);
    assert_int_equal(fx_last.seats[1].event, 1);
    assert_int_equal(fx_totals(1).held, 1);
    assert_int_equal(fx_totals(2).held, 2);
    assert_int_equal(fx_faults(), 0);
    tc_hold_seat mixed[] = {{1, 9, 0}, {2, 6, 0}};
    assert_refused(fx_create((fx_wish){0}, mixed, 2, NULL, 0), TC_E_SEAT_TAKEN, 6);
    assert_int_equal(fx_seat(1, 9).state, TC_SEAT_FREE);
}

static void large_hold_is_all_or_nothing(void **state) {
    (void)state;
    fx_layout_make(2, 10, 100, 10, 1);
    fx_event(2, 2);
    tc_hold_seat seats[1000];
    for (uint32_t i = 0; i < 1000; i++) seats[i] = (tc_hold_seat){2, 999 - i, 0};
    assert_int_equal(fx_create((fx_wish){0}, seats + 999, 1, NULL, 0), TC_OK);
    assert_refused(fx_create((fx_wish){0}, seats, 1000, NULL, 0), TC_E_SEAT_TAKEN, 0);
    assert_int_equal(fx_totals(2).held, 1);
    assert_int_equal(fx_expire(1), TC_OK);
    assert_int_equal(fx_create((fx_wish){0}, seats, 1000, NULL, 0), TC_OK);
    assert_int_equal(fx_last.seats[0].seat, 999);
    assert_int_equal(fx_totals(2).free, 0);
    assert_int_equal(fx_faults(), 0);
}

static void not_on_sale_is_refused_but_not_for_the_office(void **state) {
    (void)state;
    fx_rules[1].status = TC_EVENT_PAUSED;
    assert_refused(fx_hold(0, 1), TC_E_NOT_ON_SALE, 1);
    tc_hold_seat seat = {1, 0, 0};
    fx_wish office = {.flags = TC_HOLD_ANY_TIME};
    assert_int_equal(fx_create(office, &seat, 1, NULL, 0), TC_OK);
}

static void ttl_is_capped_by_the_event(void **state) {
    (void)state;
    tc_hold_seat seat = {1, 0, 0};
    fx_rules[1].hold_life_ms = 10 * FX_MINUTE;
    fx_rules[1].hold_ttl_ms = 5 * FX_MINUTE;
    fx_wish wish = {.ttl_ms = 10 * FX_MINUTE + 1};
    assert_refused(fx_create(wish, &seat, 1, NULL, 0), TC_E_HOLD_LIFE, 0);
    assert_int_equal(fx_create((fx_wish){0}, &seat, 1, NULL, 0), TC_OK);
    assert_int_equal(fx_last.expires_at_ms, fx.now_ms + 5 * FX_MINUTE);
}

static void extend_moves_the_expiry_up_to_the_cap(void **state) {
    (void)state;
    fx_rules[1].hold_life_ms = 30 * FX_MINUTE;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    int64_t born = fx.now_ms;
    fx.now_ms += 10 * FX_MINUTE;
    assert_int_equal(fx_extend(1, 7, 20 * FX_MINUTE), TC_OK);
    assert_int_equal(fx_hold_of(1).expires_at_ms, born + 30 * FX_MINUTE);
    assert_int_equal(fx_hold_of(1).version, 2);
    assert_int_equal(fx_hold_of(1).ttl_class, TCI_HOLD_IRREGULAR);
    assert_refused(fx_extend(1, 7, 20 * FX_MINUTE + 1), TC_E_HOLD_LIFE, 1);
    assert_int_equal(fx_extend(1, 7, 1), TC_OK); /* never sooner */
    assert_int_equal(fx_hold_of(1).expires_at_ms, born + 30 * FX_MINUTE);
    assert_int_equal(fx_faults(), 0);
}

static void secrets_are_authority(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    assert_refused(fx_release(1, 8, 0), TC_E_NOT_FOUND, 1);
    assert_refused(fx_extend(1, 8, 1), TC_E_NOT_FOUND, 1);
    assert_refused(fx_release(2, 7, 0), TC_E_NOT_FOUND, 2);
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
}

static void release_frees_with_a_new_version(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    assert_int_equal(fx_release(1, 7, 9), TC_E_VERSION);
    assert_int_equal(fx.ctx.refusal.actual_version, 1);
    assert_int_equal(fx_release(1, 7, 1), TC_OK);
    assert_int_equal(fx_seat(1, 0).state, TC_SEAT_FREE);
    assert_int_equal(fx_seat(1, 0).version, 3);
    assert_int_equal(fx_seat(1, 0).owner, 0);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_RELEASED);
    assert_refused(fx_release(1, 7, 0), TC_E_HOLD_ENDED, 1);
    assert_refused(fx_extend(1, 7, 1), TC_E_HOLD_ENDED, 1);
}

static void expire_now_needs_no_secret(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    assert_int_equal(fx_expire(1), TC_OK);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_EXPIRED);
    assert_int_equal(fx_hold_of(1).expires_at_ms, fx.now_ms);
    assert_refused(fx_expire(1), TC_E_HOLD_EXPIRED, 1);
    assert_refused(fx_release(1, 7, 0), TC_E_HOLD_EXPIRED, 1);
}

static void dead_at_its_millisecond(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT - 1;
    assert_int_equal(fx_hold(0, 2), TC_E_SEAT_TAKEN);
    fx.now_ms++;
    assert_int_equal(fx_release(1, 7, 0), TC_E_HOLD_EXPIRED);
    assert_int_equal(fx_hold(0, 2), TC_OK);
    assert_int_equal(fx_last.seats[0].version, 4);
    assert_int_equal(fx_faults(), 0);
}

static void unswept_holds_are_dead_for_the_next(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 10; i++) assert_int_equal(fx_hold(i, 1), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 2;
    assert_int_equal(fx_hold(9, 1), TC_OK); /* the engine is asked to sweep, then decides again */
    assert_int_equal(fx_last.hold, 11);
    assert_int_equal(fx_faults(), 0);
}

static void sale_ends_the_hold(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    fx_sell(1, 100);
    tci_seat seat = fx_seat(1, 1);
    assert_int_equal(seat.state, TC_SEAT_SOLD);
    assert_int_equal(seat.owner, 101);
    assert_int_equal(seat.version, 3);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_SOLD);
    assert_int_equal(fx_totals(1).sold, 2);
    assert_refused(fx_release(1, 7, 0), TC_E_HOLD_ENDED, 1);
    assert_refused(fx_hold(1, 1), TC_E_SEAT_TAKEN, 1);
    assert_int_equal(fx_conflicts[0].state, TC_SEAT_SOLD);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    assert_int_equal(fx_hold(5, 1), TC_OK); /* the sold hold leaves its queue, its seats stay */
    assert_int_equal(fx_seat(1, 1).state, TC_SEAT_SOLD);
    assert_int_equal(fx_faults(), 0);
}

static void returned_seat_is_free_again(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    fx_sell(1, 100);
    tci_ctx *ctx = fx_begin();
    tci_seat_return(ctx, 1, 1, 101);
    fx_commit();
    assert_int_equal(fx_seat(1, 1).state, TC_SEAT_FREE);
    assert_int_equal(fx_seat(1, 1).version, 4);
    assert_int_equal(fx_faults(), 0);
    assert_int_equal(fx_hold(1, 1), TC_OK);
}

static void claimed_hold_is_its_orders(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    tci_ctx *ctx = fx_begin();
    tci_hold_claim(ctx, 1, 5, fx.now_ms + 20 * FX_MINUTE);
    fx_commit();
    assert_int_equal(fx_hold_of(1).order, 5);
    assert_int_equal(fx_hold_of(1).expires_at_ms, fx.now_ms + 20 * FX_MINUTE);
    assert_refused(fx_release(1, 7, 0), TC_E_STATE, 1);
    assert_refused(fx_expire(1), TC_E_STATE, 1);
    assert_refused(fx_swap(1, 7, (tc_hold_seat[]){{1, 9, 0}}, 1, NULL, 0, 0), TC_E_STATE, 1);
    fx.now_ms += 20 * FX_MINUTE;
    assert_int_equal(fx_hold(0, 2), TC_OK); /* claimed or not, its time is its time */
    assert_int_equal(fx_faults(), 0);
}

static void unclaim_gives_the_hold_back_to_its_buyer(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    tci_ctx *ctx = fx_begin();
    tci_hold_claim(ctx, 1, 5, 0);
    tci_hold_claim(ctx, 1, 0, 0);
    fx_commit();
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
}

static void swap_may_overlap(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 3), TC_OK);
    int64_t expires = fx_last.expires_at_ms;
    fx.now_ms += FX_MINUTE;
    tc_hold_seat seats[] = {{1, 2, 2}, {1, 3, 0}};
    assert_int_equal(fx_swap(1, 7, seats, 2, NULL, 0, 0), TC_OK);
    assert_int_equal(fx_last.hold, 2);
    assert_int_equal(fx_last.expires_at_ms, expires);
    assert_int_equal(fx_seat(1, 0).state, TC_SEAT_FREE);
    assert_int_equal(fx_seat(1, 2).owner, 2);
    assert_int_equal(fx_seat(1, 2).version, 4);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_RELEASED);
    assert_int_equal(fx.events, 2);
    assert_int_equal(fx_faults(), 0);
}

static void refused_swap_keeps_the_old_hold(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    assert_int_equal(fx_hold(4, 2), TC_OK);
    tc_hold_seat seats[] = {{1, 0, 0}, {1, 4, 0}};
    assert_refused(fx_swap(1, 7, seats, 2, NULL, 0, 0), TC_E_SEAT_TAKEN, 4);
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_LIVE);
    assert_int_equal(fx_seat(1, 1).owner, 1);
    assert_refused(fx_swap(1, 8, seats, 1, NULL, 0, 0), TC_E_NOT_FOUND, 1);
    assert_refused(fx_swap(1, 7, seats, 1, NULL, 0, 3 * TC_HOLD_LIFE_MS_DEFAULT), TC_E_HOLD_LIFE,
                   0);
}

static void swap_counts_life_from_the_first_seat(void **state) {
    (void)state;
    fx_rules[1].hold_life_ms = 20 * FX_MINUTE;
    fx_wish wish = {.ttl_ms = 10 * FX_MINUTE};
    tc_hold_seat seat = {1, 0, 0};
    assert_int_equal(fx_create(wish, &seat, 1, NULL, 0), TC_OK);
    fx.now_ms += 9 * FX_MINUTE;
    assert_int_equal(fx_swap(1, 7, &seat, 1, NULL, 0, 12 * FX_MINUTE), TC_E_HOLD_LIFE);
    assert_int_equal(fx_swap(1, 7, &seat, 1, NULL, 0, 11 * FX_MINUTE), TC_OK);
    fx.now_ms += FX_MINUTE;
    assert_int_equal(fx_extend(2, 7, 11 * FX_MINUTE), TC_E_HOLD_LIFE);
    assert_int_equal(fx_faults(), 0);
}

static void buyer_limit_counts_held_and_sold(void **state) {
    (void)state;
    fx_rules[1].limit_per_buyer = 4;
    fx_wish anna = {.buyer = 1}, ben = {.buyer = 2};
    tc_hold_seat seats[] = {{1, 0, 0}, {1, 1, 0}, {1, 2, 0}};
    assert_int_equal(fx_create(anna, seats, 3, NULL, 0), TC_OK);
    fx_sell(1, 1);
    tc_hold_seat more[] = {{1, 5, 0}, {1, 6, 0}};
    assert_refused(fx_create(anna, more, 2, NULL, 0), TC_E_BUYER_LIMIT, 4);
    assert_int_equal(fx.ctx.refusal.actual_version, 3);
    assert_int_equal(fx_create(anna, more, 1, NULL, 0), TC_OK);
    assert_int_equal(fx_create(ben, more + 1, 1, NULL, 0), TC_OK);
    assert_refused(fx_create((fx_wish){0}, (tc_hold_seat[]){{1, 9, 0}}, 1, NULL, 0),
                   TC_E_BUYER_LIMIT, 4);
    assert_int_equal(fx_release(2, 7, 0), TC_OK);
    tci_ctx *ctx = fx_begin();
    uint8_t buyer[16];
    memset(buyer, 1, sizeof buyer);
    tci_seat_return(ctx, 1, 0, 1);
    tci_buyer_return(ctx, 1, buyer, 1);
    fx_commit();
    tc_hold_seat two[] = {{1, 0, 0}, {1, 5, 0}};
    assert_int_equal(fx_create(anna, two, 2, NULL, 0), TC_OK);
    assert_int_equal(fx_faults(), 0);
}

static void buyer_limit_frees_what_a_swap_gives_up(void **state) {
    (void)state;
    fx_rules[1].limit_per_buyer = 3;
    fx_wish anna = {.buyer = 1};
    tc_hold_seat seats[] = {{1, 0, 0}, {1, 1, 0}, {1, 2, 0}, {1, 3, 0}};
    assert_int_equal(fx_create(anna, seats, 3, NULL, 0), TC_OK);
    assert_int_equal(fx_swap(1, 7, seats + 1, 3, NULL, 0, 0), TC_OK);
    assert_refused(fx_swap(2, 7, seats, 4, NULL, 0, 0), TC_E_BUYER_LIMIT, 3);
}

static void limit_set_later_does_not_miscount(void **state) {
    (void)state;
    fx_wish anna = {.buyer = 1};
    tc_hold_seat seats[] = {{1, 0, 0}, {1, 1, 0}, {1, 2, 0}, {1, 3, 0}};
    assert_int_equal(fx_create(anna, seats, 2, NULL, 0), TC_OK);
    fx_rules[1].limit_per_buyer = 2;
    assert_int_equal(fx_create(anna, seats + 2, 2, NULL, 0), TC_OK);
    assert_int_equal(fx_release(1, 7, 0), TC_OK); /* was not counted, is not taken off */
    assert_int_equal(fx_create(anna, seats, 1, NULL, 0), TC_E_BUYER_LIMIT);
    assert_int_equal(fx_faults(), 0);
}

static void version_at_its_end_is_refused(void **state) {
    (void)state;
    tci_ctx *ctx = fx_begin();
    tci_house house;
    tci_house_open(ctx->view, 1, &house);
    tci_seat worn = {TC_SEAT_FREE, TCI_SEAT_VERSION_MAX - TCI_SEAT_VERSION_ROOM + 1, 0};
    tci_house_write(&house, 0, &worn);
    worn.version--;
    tci_house_write(&house, 1, &worn);
    fx_commit();
    assert_refused(fx_hold(0, 1), TC_E_LIMIT, 0);
    assert_int_equal(fx_hold(1, 1), TC_OK);
    assert_int_equal(fx_release(1, 7, 0), TC_OK);
    assert_refused(fx_hold(1, 1), TC_E_LIMIT, 1);
}

static void malformed_command_is_refused(void **state) {
    (void)state;
    tci_buf command;
    fx_head(&command, (fx_wish){0});
    tci_buf_u32(&command, 5);
    tci_buf_u32(&command, 0);
    assert_int_equal(fx_run(&tci_op_hold_create, &command), TC_E_INVALID);
    tci_buf_free(&command);
    tci_buf_init(&command, NULL, 0);
    assert_int_equal(fx_run(&tci_op_hold_release, &command), TC_E_INVALID);
    assert_int_equal(fx_run(&tci_op_hold_extend, &command), TC_E_INVALID);
    assert_int_equal(fx_run(&tci_op_hold_expire, &command), TC_E_INVALID);
    assert_int_equal(fx_run(&tci_op_hold_swap, &command), TC_E_INVALID);
    assert_int_equal(fx_run(&tci_op_hold_best, &command), TC_E_INVALID);
    tci_buf_free(&command);
}

static void owner_low_half_finds_the_hold(void **state) {
    (void)state;
    tci_ctx *ctx = fx_begin();
    tci_slot_set(ctx->view, 0, TCI_SLOT_HOLD_NEXT, (UINT64_C(5) << 32) + 3);
    assert_int_equal(tci_hold_of_owner(ctx->view, 2), (UINT64_C(5) << 32) + 2);
    assert_int_equal(tci_hold_of_owner(ctx->view, 3), (UINT64_C(4) << 32) + 3);
    assert_int_equal(tci_hold_of_owner(ctx->view, UINT32_MAX), (UINT64_C(4) << 32) + UINT32_MAX);
    tci_slot_set(ctx->view, 0, TCI_SLOT_HOLD_NEXT, 1);
    fx_commit();
}

static void regain_takes_the_same_seats_again(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    tci_ctx *ctx = fx_begin();
    tci_hold hold;
    assert_true(tci_hold_load(ctx->view, 1, &hold));
    assert_true(tci_hold_regain_check(ctx, &hold));
    tci_hold_regain(ctx, 1, fx.now_ms + FX_MINUTE);
    fx_commit();
    assert_int_equal(fx_hold_of(1).state, TC_HOLD_LIVE);
    assert_int_equal(fx_seat(1, 0).owner, 1);
    assert_int_equal(fx_seat(1, 0).version, 4);
    assert_int_equal(fx_faults(), 0);
    fx_sell(1, 1);
    assert_int_equal(fx_faults(), 0);
}

static void regain_asks_for_a_sweep_first(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    fx.sweep_limit = 0;
    tci_ctx *ctx = fx_begin();
    assert_true(ctx->sweep_pending);
    tci_hold hold;
    assert_true(tci_hold_load(ctx->view, 1, &hold));
    assert_false(tci_hold_regain_check(ctx, &hold));
    assert_true(ctx->want_sweep);
    fx_commit();
}

static void regain_is_refused_when_a_seat_is_gone(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 2), TC_OK);
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    assert_int_equal(fx_hold(1, 1), TC_OK);
    tci_ctx *ctx = fx_begin();
    tci_hold hold;
    assert_true(tci_hold_load(ctx->view, 1, &hold));
    assert_false(tci_hold_regain_check(ctx, &hold));
    tci_hold_item items[2];
    assert_true(tci_hold_equivalent(ctx, &hold, items));
    assert_int_equal(items[0].event, 1);
    uint64_t made = tci_hold_make(ctx, &hold, items, 2, fx.now_ms + FX_MINUTE);
    assert_int_equal(made, 3);
    fx_commit();
    assert_int_equal(fx_hold_of(3).state, TC_HOLD_LIVE);
    assert_int_equal(fx_faults(), 0);
    assert_int_equal(fx_release(3, 7, 0), TC_OK); /* the buyer's secret opens it */
}

static void equivalent_stays_in_its_category(void **state) {
    (void)state;
    assert_int_equal(fx_hold(0, 10), TC_OK); /* category 1: rows 0 and 1 */
    fx.now_ms += TC_HOLD_TTL_MS_DEFAULT;
    assert_int_equal(fx_hold(0, 11), TC_OK); /* nine seats of category 1 are left */
    tci_ctx *ctx = fx_begin();
    tci_hold hold;
    tci_hold_item items[10];
    assert_true(tci_hold_load(ctx->view, 1, &hold));
    assert_false(tci_hold_equivalent(ctx, &hold, items));
    fx_commit();
}

int main(void) {
#define HOUSE_TEST(name) cmocka_unit_test_setup_teardown(name, house_of_40, fx_teardown)
    const struct CMUnitTest tests[] = {
        HOUSE_TEST(hold_takes_its_seats),
        HOUSE_TEST(hold_ids_grow),
        HOUSE_TEST(taken_seats_are_refused_with_all_conflicts),
        HOUSE_TEST(expected_version_is_compared),
        HOUSE_TEST(seat_twice_is_refused_by_name),
        HOUSE_TEST(unknown_seat_and_event_are_not_found),
        HOUSE_TEST(hold_over_two_events),
        HOUSE_TEST(large_hold_is_all_or_nothing),
        HOUSE_TEST(not_on_sale_is_refused_but_not_for_the_office),
        HOUSE_TEST(ttl_is_capped_by_the_event),
        HOUSE_TEST(extend_moves_the_expiry_up_to_the_cap),
        HOUSE_TEST(secrets_are_authority),
        HOUSE_TEST(release_frees_with_a_new_version),
        HOUSE_TEST(expire_now_needs_no_secret),
        HOUSE_TEST(dead_at_its_millisecond),
        HOUSE_TEST(unswept_holds_are_dead_for_the_next),
        HOUSE_TEST(sale_ends_the_hold),
        HOUSE_TEST(returned_seat_is_free_again),
        HOUSE_TEST(claimed_hold_is_its_orders),
        HOUSE_TEST(unclaim_gives_the_hold_back_to_its_buyer),
        HOUSE_TEST(swap_may_overlap),
        HOUSE_TEST(refused_swap_keeps_the_old_hold),
        HOUSE_TEST(swap_counts_life_from_the_first_seat),
        HOUSE_TEST(buyer_limit_counts_held_and_sold),
        HOUSE_TEST(buyer_limit_frees_what_a_swap_gives_up),
        HOUSE_TEST(limit_set_later_does_not_miscount),
        HOUSE_TEST(version_at_its_end_is_refused),
        HOUSE_TEST(malformed_command_is_refused),
        HOUSE_TEST(owner_low_half_finds_the_hold),
        HOUSE_TEST(regain_takes_the_same_seats_again),
        HOUSE_TEST(regain_asks_for_a_sweep_first),
        HOUSE_TEST(regain_is_refused_when_a_seat_is_gone),
        HOUSE_TEST(equivalent_stays_in_its_category),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
