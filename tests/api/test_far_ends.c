/* Orders, payments and scans at their far ends: what runs out, what is too late in more than one
 * way, what is swept piece by piece. Every test ends with the store verified. */
#include "order_house.h"

/* ---- payments nobody answers ---- */

/* A worker that leases and never answers: the command is asked for again and again, then parked for
 * a person; it is never taken for done or for refused. */
static void silence_ends_in_the_backlog(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    uint32_t asked = 0;
    for (int i = 0; i < TC_ATTEMPTS_MAX + 20; i++) {
        tc_payment_command again[1];
        pass(MINUTE + 1);
        if (lease(again, 1, MINUTE) == 0) break;
        assert_int_equal(again[0].command, command.command);
        assert_int_equal(again[0].kind, TC_PAYMENT_QUERY);
        assert_memory_equal(again[0].idempotency_key, command.idempotency_key, 16);
        asked++;
    }
    assert_int_equal(asked, TC_ATTEMPTS_MAX);
    no_command_is_due();
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_backlog_get(snapshot, &backlog, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(backlog.parked, 1);
    assert_state(made.order, TC_ORDER_OVERDUE);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    /* The truth may still come, by the provider's own event. */
    assert_int_equal(
        say("evt", TC_PAYMENT_EVENT_AUTHORISED, "pi_late", command.idempotency_key, SEAT), TC_OK);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
}

/* ---- money that comes when there is nothing like it any more ---- */

static tc_payment_command overdue(tc_order_create_result *made, uint32_t first, uint32_t seats,
                                  uint32_t places) {
    *made = buy(first, seats, places, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    pass(made->deadline_ms - H0->now_ms);
    assert_state(made->order, TC_ORDER_OVERDUE);
    return command;
}

static void fill_pool(void) {
    tc_snapshot *snapshot = house_snapshot(H0);
    tc_pool_view pool = TC_POOL_VIEW_INIT;
    assert_int_equal(tc_pool_get(snapshot, H0->event[0], H0->pool[0], &pool, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    for (uint32_t left = pool.free; left;) {
        uint32_t now = left < 20 ? left : 20;
        buy(0, 0, now, TC_PAY_PAID);
        left -= now;
    }
}

static void late_money_needs_places_too(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 0, 1, 2);
    buy(0, 1, 0, TC_PAY_PAID); /* the seat has others like it */
    fill_pool();               /* the places have not */
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_SEATS);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CANCELLED);
    assert_int_equal(balance(TC_ACCOUNT_REVENUE), balance(TC_ACCOUNT_REVENUE));
}

static void late_money_of_places_alone(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 0, 0, 2);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    tc_order_create_result other;
    command = overdue(&other, 0, 0, 2);
    fill_pool();
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi2"), TC_OK);
    assert_state(other.order, TC_ORDER_VOIDING);
}

static void limit_buyers(uint32_t limit) {
    tc_event_update_request request = TC_EVENT_UPDATE_REQUEST_INIT;
    request.event = H0->event[0];
    request.fields = TC_EVENT_FIELD_LIMIT_PER_BUYER;
    request.limit_per_buyer = limit;
    assert_int_equal(tc_event_update(H0->engine, &request, NULL, NULL), TC_OK);
}

/* The buyer bought again meanwhile: the late order would be over the limit, whichever seats. */
static void late_money_keeps_the_buyers_limit(void **state) {
    (void)state;
    tc_order_create_result same = buy(0, 2, 0, TC_PAY_PROVIDER);
    tc_order_create_result moved = buy(4, 2, 0, TC_PAY_PROVIDER);
    tc_payment_command both[2];
    assert_int_equal(lease(both, 2, TC_LEASE_MS_MAX), 2);
    pass(moved.deadline_ms - H0->now_ms);
    limit_buyers(3);
    buy(4, 2, 0, TC_PAY_PAID);
    assert_int_equal(answer(&both[0], TC_OUTCOME_DONE, "pi1"), TC_OK);
    assert_state(same.order, TC_ORDER_VOIDING);
    assert_int_equal(answer(&both[1], TC_OUTCOME_DONE, "pi2"), TC_OK);
    assert_state(moved.order, TC_ORDER_VOIDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
}

/* ---- deadlines, piece by piece ---- */

static void deadlines_pass_a_few_at_a_time(void **state) {
    (void)state;
    enum { ORDERS = 7 };
    uint64_t orders[ORDERS];
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    for (uint32_t i = 0; i < ORDERS; i++) {
        made = buy(i * 2, 1, 0, TC_PAY_OFFLINE);
        orders[i] = made.order;
    }
    house_pass(H0, made.deadline_ms - H0->now_ms);
    /* Dead at its millisecond for every reader, swept or not. */
    for (uint32_t i = 0; i < ORDERS; i++) assert_state(orders[i], TC_ORDER_EXPIRED);
    tc_sweep_request request = TC_SWEEP_REQUEST_INIT;
    request.limit = 2;
    for (uint32_t i = 0; i < ORDERS; i++) {
        assert_int_equal(tc_sweep(H0->engine, &request, NULL, NULL), TC_OK);
        verify_now();
    }
    for (uint32_t i = 0; i < ORDERS; i++) {
        assert_state(orders[i], TC_ORDER_EXPIRED);
        assert_int_equal(get(orders[i]).reason, TC_ORDER_REASON_DEADLINE);
        assert_int_equal(seat_state(i * 2), TC_SEAT_FREE);
    }
}

/* ---- refunds of more than one kind ---- */

static void tickets_of_another_order_are_not_refunded(void **state) {
    (void)state;
    tc_order_create_result one = buy(0, 2, 0, TC_PAY_PAID);
    uint64_t mine = last_tickets[0];
    buy(4, 1, 0, TC_PAY_PAID);
    uint64_t both[] = {mine, last_tickets[0]}, twice[] = {mine, mine};
    int64_t before = balance(TC_ACCOUNT_REFUNDS);
    assert_int_not_equal(refund(one.order, both, 2, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_int_not_equal(refund(one.order, twice, 2, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_int_not_equal(refund(one.order, &mine, 1, 3 * SEAT, TC_ORDER_BY_HAND), TC_OK);
    assert_int_equal(balance(TC_ACCOUNT_REFUNDS), before);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(refund(one.order, &mine, 1, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_int_not_equal(refund(one.order, &mine, 1, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(seat_state(1), TC_SEAT_SOLD);
}

/* ---- a nonce is of one scan, to the serial ---- */

static void a_nonce_is_of_one_serial(void **state) {
    (void)state;
    char old[TC_BARCODE_MAX], fresh[TC_BARCODE_MAX];
    buy(0, 1, 0, TC_PAY_PAID);
    uint64_t ticket = last_tickets[0];
    house_barcode(H0, ticket, old);
    tc_checkin_scan_request request = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
    request.event = H0->event[0];
    request.gate = 3;
    request.barcode = old;
    request.nonce[3] = 9;
    tc_ticket_reissue_request reissue = TC_TICKET_REISSUE_REQUEST_INIT;
    reissue.ticket = ticket;
    assert_int_equal(tc_ticket_reissue(H0->engine, &reissue, NULL, NULL), TC_OK);
    assert_int_equal(tc_checkin_scan(H0->engine, &request, &result, NULL), TC_OK);
    assert_int_not_equal(result.answer, TC_SCAN_VALID);
    house_barcode(H0, ticket, fresh);
    request.barcode = fresh;
    assert_int_equal(tc_checkin_scan(H0->engine, &request, &result, NULL), TC_E_REQUEST_MISMATCH);
    request.barcode = old;
    assert_int_equal(tc_checkin_scan(H0->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.repeated, 1);
    request.barcode = fresh;
    request.nonce[3] = 10;
    assert_int_equal(tc_checkin_scan(H0->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.answer, TC_SCAN_VALID);
}

/* ---- sums at the limit ---- */

static int32_t order_at_price(int64_t price_minor, int64_t fee_minor, uint32_t seats) {
    tc_ticket_type_update_request change = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    change.event = H0->event[0];
    change.ticket_type = 1;
    change.price_minor = price_minor;
    change.fee_minor = fee_minor;
    change.fields = TC_TICKET_TYPE_FIELD_PRICE;
    assert_int_equal(tc_ticket_type_update(H0->engine, &change, NULL, NULL), TC_OK);
    tc_hold_create_result held = hold(0, seats, 0);
    tc_order_create_request request = order_of(&held, seats, 0, TC_PAY_PAID);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    int32_t code = tc_order_create(H0->engine, &request, &made, NULL);
    tc_hold_release_request release = TC_HOLD_RELEASE_REQUEST_INIT;
    release.hold = held.hold;
    release.secret = held.secret;
    if (code != TC_OK) assert_int_equal(tc_hold_release(H0->engine, &release, NULL, NULL), TC_OK);
    return code;
}

static void totals_stop_at_the_limit(void **state) {
    (void)state;
    assert_int_equal(order_at_price(TC_AMOUNT_MAX, 0, 2), TC_E_OVERFLOW);
    assert_int_equal(order_at_price(0, TC_AMOUNT_MAX, 2), TC_E_OVERFLOW);
    assert_int_equal(order_at_price(TC_AMOUNT_MAX, TC_AMOUNT_MAX, 1), TC_E_OVERFLOW);
    assert_int_equal(order_at_price(TC_AMOUNT_MAX / 2 + 1, TC_AMOUNT_MAX / 2 + 1, 1),
                     TC_E_OVERFLOW);
    assert_int_equal(balance(TC_ACCOUNT_REVENUE), 0);
    assert_int_equal(order_at_price(TC_AMOUNT_MAX - 7, 7, 1), TC_OK);
    assert_int_equal(balance(TC_ACCOUNT_CASH), TC_AMOUNT_MAX);
}

/* ---- what there may be so many of ---- */

static void keys_stop_at_their_limit(void **state) {
    (void)state;
    tc_signing_key_rotate_request request = TC_SIGNING_KEY_ROTATE_REQUEST_INIT;
    uint32_t made = 1; /* the store's first */
    int32_t code;
    while ((code = tc_signing_key_rotate(H0->engine, &request, NULL, NULL)) == TC_OK) made++;
    assert_int_equal(code, TC_E_LIMIT);
    assert_int_equal(made, 10000);
    /* The last of them signs, and it verifies. */
    char text[TC_BARCODE_MAX];
    buy(0, 1, 0, TC_PAY_PAID);
    house_barcode(H0, last_tickets[0], text);
    tc_checkin_scan_request scan = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result result = TC_CHECKIN_SCAN_RESULT_INIT;
    scan.event = H0->event[0];
    scan.barcode = text;
    assert_int_equal(tc_checkin_scan(H0->engine, &scan, &result, NULL), TC_OK);
    assert_int_equal(result.answer, TC_SCAN_VALID);
}

static void pools_stop_at_their_limit(void **state) {
    (void)state;
    tc_pool_create_request request = TC_POOL_CREATE_REQUEST_INIT;
    request.event = H0->event[1];
    request.name = "One of many";
    request.capacity = 1;
    uint32_t made = 1;
    int32_t code;
    while ((code = tc_pool_create(H0->engine, &request, NULL, NULL)) == TC_OK) made++;
    assert_int_equal(code, TC_E_LIMIT);
    assert_int_equal(made, TC_POOLS_MAX);
}

/* ---- webhooks ---- */

static void webhooks_are_signed_within_limits(void **state) {
    (void)state;
    static const char SECRET[] = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz";
    char signature[TC_WEBHOOK_SIGNATURE_MAX], id[300], secret[300] = "whsec_";
    memset(id, 'a', sizeof id);
    id[257] = 0;
    assert_int_equal(tc_webhook_sign(SECRET, id, 1, "{}", 2, signature, NULL), TC_E_INVALID);
    id[256] = 0;
    assert_int_equal(tc_webhook_sign(SECRET, id, 1, "{}", 2, signature, NULL), TC_OK);
    id[100] = '.';
    assert_int_equal(tc_webhook_sign(SECRET, id, 1, "{}", 2, signature, NULL), TC_E_INVALID);
    memset(secret + 6, 'A', 200);
    assert_int_equal(tc_webhook_sign(secret, "m", 1, "{}", 2, signature, NULL), TC_E_INVALID);
    secret[6 + 128] = 0;
    assert_int_equal(tc_webhook_sign(secret, "m", 1, "{}", 2, signature, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(SECRET, "m", 1, NULL, 2, signature, NULL), TC_E_INVALID);
    assert_int_equal(tc_webhook_sign(SECRET, "m", 1, NULL, 0, signature, NULL), TC_OK);
}

/* ---- refunds made at the provider ---- */

static tc_order_create_result captured(uint32_t seats) {
    tc_order_create_result made = buy(0, seats, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    return made;
}

static void no_more_comes_back_than_was_left(void **state) {
    (void)state;
    tc_order_create_result made = captured(3);
    assert_int_equal(refund(made.order, NULL, 0, SEAT, 0), TC_OK);
    tc_payment_command done = work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    char reference[40];
    snprintf(reference, sizeof reference, "pi_%llu", (unsigned long long)done.payment);
    int64_t before = balance(TC_ACCOUNT_CLEARING);
    assert_int_not_equal(say("more", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, 3 * SEAT), TC_OK);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), before);
    /* Of what is left a part by the provider itself, then the rest, whatever it was. */
    assert_int_equal(say("part", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, SEAT / 2), TC_OK);
    assert_int_equal(get(made.order).refunded_minor, SEAT + SEAT / 2);
    assert_int_equal(say("part", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, SEAT / 2), TC_OK);
    assert_int_equal(get(made.order).refunded_minor, SEAT + SEAT / 2);
    assert_int_equal(last_payment.duplicate, 1);
}

static void an_event_without_its_payment_is_not_found(void **state) {
    (void)state;
    tc_order_create_result made = captured(1);
    uint8_t key[16] = {9};
    assert_int_equal(say("a", TC_PAYMENT_EVENT_CAPTURED, "pi_nobody", NULL, 0), TC_E_NOT_FOUND);
    assert_int_equal(say("b", TC_PAYMENT_EVENT_CAPTURED, NULL, key, 0), TC_E_NOT_FOUND);
    assert_int_equal(say("c", TC_PAYMENT_EVENT_CAPTURED, "pi_1", key, 0), TC_E_NOT_FOUND);
    assert_state(made.order, TC_ORDER_SETTLED);
}

/* ---- money for what does not take place ---- */

static void late_money_for_a_cancelled_event_goes_back(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 0, 2, 0);
    set_rule(TC_EVENT_FIELD_STATUS, TC_EVENT_CANCELLED);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CANCELLED);
    assert_int_equal(balance(TC_ACCOUNT_REVENUE), 0);
}

static void late_money_for_what_is_over_goes_back(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    pass(HOUSE_END + 1 - H0->now_ms);
    assert_int_equal(say("late", TC_PAYMENT_EVENT_AUTHORISED, "pi", command.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
}

/* ---- holds over two events, and of nobody ---- */

static tc_hold_create_result hold_two_events(uint32_t seat) {
    const tc_hold_seat seats[] = {{H0->event[0], seat, 0}, {H0->event[1], seat, 0}};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    request.seats = seats;
    request.seats_count = 2;
    assert_int_equal(tc_hold_create(H0->engine, &request, &held, NULL), TC_OK);
    return held;
}

static void the_shortest_of_two_events_times_to_live(void **state) {
    (void)state;
    for (int first = 0; first < 2; first++) {
        tc_event_update_request request = TC_EVENT_UPDATE_REQUEST_INIT;
        request.event = H0->event[first];
        request.fields = TC_EVENT_FIELD_HOLD_TIMES;
        request.hold_ttl_ms = 5 * MINUTE;
        request.hold_life_ms = 60 * MINUTE;
        assert_int_equal(tc_event_update(H0->engine, &request, NULL, NULL), TC_OK);
        request.event = H0->event[1 - first];
        request.hold_ttl_ms = first ? 0 : 9 * MINUTE; /* 0: the default, a quarter of an hour */
        assert_int_equal(tc_event_update(H0->engine, &request, NULL, NULL), TC_OK);
        tc_hold_create_result held = hold_two_events((uint32_t)first);
        assert_int_equal(held.expires_at_ms, H0->now_ms + 5 * MINUTE);
        pass(MINUTE);
        tc_hold_extend_request extend = TC_HOLD_EXTEND_REQUEST_INIT;
        tc_hold_extend_result extended = TC_HOLD_EXTEND_RESULT_INIT;
        extend.hold = held.hold;
        extend.secret = held.secret;
        assert_int_equal(tc_hold_extend(H0->engine, &extend, &extended, NULL), TC_OK);
        assert_int_equal(extended.expires_at_ms, H0->now_ms + 5 * MINUTE);
    }
}

/* Late money over two events, of a buyer nobody named: one event's seat is sold, the other's not.
 */
static void late_money_moves_one_event_of_two(void **state) {
    (void)state;
    tc_hold_create_result held = hold_two_events(0);
    tc_order_create_request request = order_of(&held, 2, 0, TC_PAY_PROVIDER);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    pass(made.deadline_ms - H0->now_ms);
    limit_buyers(1);
    buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    tc_order_line lines[2];
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_order_lines(snapshot, made.order, NULL, lines, 2, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(count, 2);
    assert_int_equal(lines[0].event, H0->event[0]);
    assert_int_not_equal(lines[0].target, 0);
    assert_int_equal(lines[1].event, H0->event[1]);
}

static void a_fee_times_its_places_stops_at_the_limit(void **state) {
    (void)state;
    tc_ticket_type_update_request change = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    change.event = H0->event[0];
    change.ticket_type = 2;
    change.fee_minor = TC_AMOUNT_MAX;
    change.fields = TC_TICKET_TYPE_FIELD_PRICE;
    assert_int_equal(tc_ticket_type_update(H0->engine, &change, NULL, NULL), TC_OK);
    tc_hold_create_result held = hold(0, 0, 2);
    tc_order_create_request request = order_of(&held, 0, 2, TC_PAY_PAID);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_E_OVERFLOW);
    assert_int_equal(balance(TC_ACCOUNT_CASH), 0);
}

/* ---- what contradicts the past ---- */

static void a_command_done_is_not_undone_by_its_answer(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    assert_int_not_equal(answer(&command, TC_OUTCOME_DECLINED, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, NULL), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_not_equal(pay(made.order, TC_PAY_PROVIDER), TC_OK);
    assert_int_not_equal(pay(made.order, TC_PAY_OFFLINE), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    no_command_is_due();
}

static void late_money_for_an_ended_event_goes_back(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 0, 2, 0);
    set_rule(TC_EVENT_FIELD_STATUS, TC_EVENT_ENDED);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(silence_ends_in_the_backlog),
        OH(late_money_needs_places_too),
        OH(late_money_of_places_alone),
        OH(late_money_keeps_the_buyers_limit),
        OH(deadlines_pass_a_few_at_a_time),
        OH(tickets_of_another_order_are_not_refunded),
        OH(a_nonce_is_of_one_serial),
        OH(totals_stop_at_the_limit),
        OH(keys_stop_at_their_limit),
        OH(pools_stop_at_their_limit),
        OH(webhooks_are_signed_within_limits),
        OH(no_more_comes_back_than_was_left),
        OH(an_event_without_its_payment_is_not_found),
        OH(late_money_for_a_cancelled_event_goes_back),
        OH(late_money_for_what_is_over_goes_back),
        OH(the_shortest_of_two_events_times_to_live),
        OH(late_money_moves_one_event_of_two),
        OH(a_fee_times_its_places_stops_at_the_limit),
        OH(a_command_done_is_not_undone_by_its_answer),
        OH(late_money_for_an_ended_event_goes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
