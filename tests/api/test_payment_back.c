/* Money on its way back: refunds, disputes, and the work list of the payment worker. Each test ends
 * with the whole store verified. */
#include "order_house.h"

/* ---- refunds through the provider ---- */

static tc_order_create_result settled(uint32_t seats) {
    tc_order_create_result made = buy(0, seats, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    return made;
}

static void a_whole_refund_gives_seats_back_before_the_money(void **state) {
    (void)state;
    tc_order_create_result made = settled(2);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(last_order.amount_minor, 2 * SEAT);
    assert_int_not_equal(last_order.refund, 0);
    assert_state(made.order, TC_ORDER_REFUNDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(balance(TC_ACCOUNT_OWED), -2 * SEAT);
    verify_now();
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), 0);
    assert_int_equal(balance(TC_ACCOUNT_OWED), 0);
}

static void refunds_may_overlap(void **state) {
    (void)state;
    tc_order_create_result made = settled(3);
    uint64_t tickets[3] = {(H0->event[0] << 32) | 1, (H0->event[0] << 32) | 2,
                           (H0->event[0] << 32) | 3};
    assert_int_equal(refund(made.order, &tickets[0], 1, 0, 0), TC_OK);
    assert_int_equal(refund(made.order, &tickets[1], 1, 0, 0), TC_OK);
    assert_int_equal(get(made.order).refunds_open, 2);
    tc_payment_command both[2];
    assert_int_equal(lease(both, 2, MINUTE), 2);
    assert_int_equal(answer(&both[1], TC_OUTCOME_DONE, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDING);
    assert_int_equal(answer(&both[0], TC_OUTCOME_DONE, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
    assert_int_equal(get(made.order).refunded_minor, 2 * SEAT);
    assert_int_equal(refund(made.order, NULL, 0, SEAT + 1, 0), TC_E_REFUND);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_REFUNDED);
}

static void a_refund_that_fails_is_tried_again(void **state) {
    (void)state;
    tc_order_create_result made = settled(1);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DECLINED);
    assert_state(made.order, TC_ORDER_REFUND_FAILED);
    verify_now();
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDING);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_REFUNDED);
}

static void a_refund_that_fails_is_given_back_by_hand(void **state) {
    (void)state;
    tc_order_create_result made = settled(1);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DECLINED);
    assert_int_equal(refund(made.order, NULL, 0, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(balance(TC_ACCOUNT_CASH), -SEAT);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), SEAT);
}

static void a_failed_refund_may_still_arrive(void **state) {
    (void)state;
    tc_order_create_result made = settled(1);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    tc_payment_command command = work(TC_PAYMENT_REFUND, TC_OUTCOME_DECLINED);
    assert_int_equal(say("e", TC_PAYMENT_EVENT_REFUNDED, NULL, command.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED);
}

static void a_refund_of_a_provider_may_go_by_hand(void **state) {
    (void)state;
    tc_order_create_result made = settled(1);
    assert_int_equal(refund(made.order, NULL, 0, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED);
    no_command_is_due();
}

static void an_event_about_an_answered_refund_is_not_another_refund(void **state) {
    (void)state;
    tc_order_create_result made = settled(2);
    assert_int_equal(refund(made.order, NULL, 0, SEAT, 0), TC_OK);
    tc_payment_command command = work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    char reference[40];
    snprintf(reference, sizeof reference, "pi_%llu", (unsigned long long)command.payment);
    assert_int_equal(say("e1", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, SEAT), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    assert_int_equal(get(made.order).refunded_minor, SEAT);
    /* another one of the same amount is another one */
    assert_int_equal(say("e2", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, SEAT), TC_OK);
    assert_int_equal(last_payment.duplicate, 0);
    assert_int_equal(get(made.order).refunded_minor, 2 * SEAT);
    assert_state(made.order, TC_ORDER_REFUNDED);
}

static void a_refund_made_at_the_provider_is_booked(void **state) {
    (void)state;
    tc_order_create_result made = settled(2);
    tc_payment payment;
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_list(snapshot, made.order, &payment, 1, &count, NULL), TC_OK);
    char reference[40];
    snprintf(reference, sizeof reference, "%s", payment.reference);
    tc_snapshot_close(snapshot);
    assert_int_equal(say("e1", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, 1000), TC_OK);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    verify_now();
    assert_int_equal(say("e2", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, 0), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_PROVIDER);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), 0);
    assert_int_equal(say("e3", TC_PAYMENT_EVENT_REFUNDED, reference, NULL, 1), TC_E_STATE);
}

/* ---- disputes ---- */

static int32_t dispute(const tc_order_create_result *made, const char *id, uint32_t kind) {
    char reference[40];
    snprintf(reference, sizeof reference, "pi_%llu", (unsigned long long)made->payment);
    return say(id, kind, reference, NULL, 0);
}

static void a_won_dispute_changes_nothing_in_the_end(void **state) {
    (void)state;
    tc_order_create_result made = settled(1);
    assert_int_equal(dispute(&made, "d1", TC_PAYMENT_EVENT_DISPUTE_OPENED), TC_OK);
    assert_state(made.order, TC_ORDER_DISPUTED);
    assert_int_equal(balance(TC_ACCOUNT_DISPUTES), SEAT);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), 0);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    verify_now();
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_E_STATE);
    assert_int_equal(dispute(&made, "d2", TC_PAYMENT_EVENT_DISPUTE_WON), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), SEAT);
}

static void a_lost_dispute_takes_the_tickets(void **state) {
    (void)state;
    tc_order_create_result made = settled(1);
    assert_int_equal(dispute(&made, "d1", TC_PAYMENT_EVENT_DISPUTE_OPENED), TC_OK);
    assert_int_equal(dispute(&made, "d2", TC_PAYMENT_EVENT_DISPUTE_LOST), TC_OK);
    assert_state(made.order, TC_ORDER_CHARGED_BACK);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(balance(TC_ACCOUNT_CHARGEBACKS), SEAT);
    assert_int_equal(balance(TC_ACCOUNT_DISPUTES), 0);
    assert_int_equal(get(made.order).refunded_minor, SEAT);
}

static void a_dispute_lost_before_it_was_opened_is_lost_once(void **state) {
    (void)state;
    tc_order_create_result made = settled(1);
    assert_int_equal(dispute(&made, "d2", TC_PAYMENT_EVENT_DISPUTE_LOST), TC_OK);
    assert_state(made.order, TC_ORDER_CHARGED_BACK);
    assert_int_equal(dispute(&made, "d1", TC_PAYMENT_EVENT_DISPUTE_OPENED), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    assert_int_equal(balance(TC_ACCOUNT_CHARGEBACKS), SEAT);
}

static void a_refund_under_way_ends_during_a_dispute(void **state) {
    (void)state;
    tc_order_create_result made = settled(2);
    assert_int_equal(refund(made.order, NULL, 0, 1000, 0), TC_OK);
    assert_int_equal(dispute(&made, "d1", TC_PAYMENT_EVENT_DISPUTE_OPENED), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_DISPUTED);
    assert_int_equal(dispute(&made, "d2", TC_PAYMENT_EVENT_DISPUTE_WON), TC_OK);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
}

static void what_was_not_captured_is_not_disputed(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    assert_int_equal(dispute(&made, "d1", TC_PAYMENT_EVENT_DISPUTE_OPENED), TC_E_STATE);
}

/* ---- the work itself ---- */

static void workers_share_the_work(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 6; i++) buy(i, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command one[4], two[4];
    assert_int_equal(lease(one, 4, MINUTE), 4);
    assert_int_equal(lease(two, 4, MINUTE), 2);
    for (int i = 0; i < 4; i++)
        for (int k = 0; k < 2; k++) assert_int_not_equal(one[i].command, two[k].command);
}

static void the_backlog_counts_what_waits(void **state) {
    (void)state;
    for (uint32_t i = 0; i < 4; i++) buy(i, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command leased[2];
    assert_int_equal(lease(leased, 2, MINUTE), 2);
    assert_int_equal(answer(&leased[0], TC_OUTCOME_FAILED, NULL), TC_OK);
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_backlog_get(snapshot, &backlog, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(backlog.due, 2);
    assert_int_equal(backlog.leased, 1);
    assert_int_equal(backlog.waiting, 1);
    assert_int_equal(backlog.parked, 0);
    assert_int_equal(backlog.oldest_due_ms, H0->now_ms);
}

static void a_lease_says_when_to_come_back(void **state) {
    (void)state;
    tc_payment_lease_request request = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result result = TC_PAYMENT_LEASE_RESULT_INIT;
    tc_payment_command command;
    result.commands = &command;
    result.commands_capacity = request.max = 1;
    request.lease_ms = 1234;
    assert_int_equal(tc_payment_lease(H0->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.commands_count, 0);
    assert_true(result.next_due_ms == INT64_MAX);
    buy(0, 1, 0, TC_PAY_PROVIDER);
    assert_int_equal(tc_payment_lease(H0->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.commands_count, 1);
    assert_int_equal(tc_payment_lease(H0->engine, &request, &result, NULL), TC_OK);
    assert_int_equal(result.commands_count, 0);
    assert_int_equal(result.next_due_ms, H0->now_ms + 1234);
}

static void bad_leases_are_refused(void **state) {
    (void)state;
    tc_payment_lease_request request = TC_PAYMENT_LEASE_REQUEST_INIT;
    assert_int_equal(tc_payment_lease(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    request.max = 1001;
    assert_int_equal(tc_payment_lease(H0->engine, &request, NULL, NULL), TC_E_LIMIT);
    request.max = 1;
    request.lease_ms = TC_LEASE_MS_MAX + 1;
    assert_int_equal(tc_payment_lease(H0->engine, &request, NULL, NULL), TC_E_LIMIT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(a_whole_refund_gives_seats_back_before_the_money),
        OH(refunds_may_overlap),
        OH(a_refund_that_fails_is_tried_again),
        OH(a_refund_that_fails_is_given_back_by_hand),
        OH(a_failed_refund_may_still_arrive),
        OH(a_refund_of_a_provider_may_go_by_hand),
        OH(an_event_about_an_answered_refund_is_not_another_refund),
        OH(a_refund_made_at_the_provider_is_booked),
        OH(a_won_dispute_changes_nothing_in_the_end),
        OH(a_lost_dispute_takes_the_tickets),
        OH(a_dispute_lost_before_it_was_opened_is_lost_once),
        OH(a_refund_under_way_ends_during_a_dispute),
        OH(what_was_not_captured_is_not_disputed),
        OH(workers_share_the_work),
        OH(the_backlog_counts_what_waits),
        OH(a_lease_says_when_to_come_back),
        OH(bad_leases_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
