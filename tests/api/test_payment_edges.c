/* Payments at their far ends: payouts nobody can place, several ways of one refund, commands that
 * are answered after their order went another way. Every test ends with the store verified. */
#include "order_house.h"

static char reference[40];

static tc_order_create_result settled(uint32_t first, uint32_t seats) {
    tc_order_create_result made = buy(first, seats, 0, TC_PAY_PROVIDER);
    tc_payment_command command = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    snprintf(reference, sizeof reference, "pi_%llu", (unsigned long long)command.payment);
    return made;
}

static int32_t paid_back(const char *id, int64_t amount_minor) {
    return say(id, TC_PAYMENT_EVENT_REFUNDED, reference, NULL, amount_minor);
}

/* Ask for a part, let the first attempt fail and the second succeed, and hear of it. */
static void refund_by_second_attempt(uint64_t order, int64_t amount_minor, const char *id) {
    assert_int_equal(refund(order, NULL, 0, amount_minor, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DECLINED);
    assert_int_equal(refund(order, NULL, 0, 0, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_int_equal(paid_back(id, amount_minor), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
}

static uint32_t refunds_of(uint64_t order, tc_refund *all, uint32_t room) {
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_refund_list(snapshot, order, all, room, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return count;
}

/* ---- payouts told by the payment alone ---- */

static void a_second_payout_without_its_amount_is_found(void **state) {
    (void)state;
    tc_order_create_result made = settled(0, 1);
    refund_by_second_attempt(made.order, SEAT, "w1");
    assert_int_equal(paid_back("w2", 0), TC_OK);
    assert_int_equal(last_payment.duplicate, 0);
    tc_refund all[4];
    assert_int_equal(refunds_of(made.order, all, 4), 2);
    assert_int_equal(all[0].amount_minor, SEAT);
    assert_int_equal(all[0].beside, 1);
    assert_int_equal(paid_back("w3", 0), TC_E_STATE); /* there was no third attempt */
    assert_int_equal(refunds_of(made.order, all, 4), 2);
}

/* Of several refunds the one of this amount was paid twice; one by hand is none of the payment's.
 */
static void a_second_payout_is_of_the_refund_with_its_amount(void **state) {
    (void)state;
    tc_order_create_result made = settled(0, 3);
    refund_by_second_attempt(made.order, 5000, "w1");
    assert_int_equal(refund(made.order, NULL, 0, 1000, TC_ORDER_BY_HAND), TC_OK);
    refund_by_second_attempt(made.order, 2000, "w2");
    assert_int_equal(get(made.order).refunded_minor, 8000);
    assert_int_equal(paid_back("w3", 5000), TC_OK); /* 2000 of the payment are left */
    tc_refund all[8];
    assert_int_equal(refunds_of(made.order, all, 8), 4);
    assert_int_equal(all[0].amount_minor, 5000);
    assert_int_equal(all[0].beside, 1);
    assert_int_equal(get(made.order).refunded_minor, 8000);
}

/* A refund that failed was paid by nobody: a payout of another size is not its second one. */
static void a_failed_refund_was_not_paid_twice(void **state) {
    (void)state;
    tc_order_create_result made = settled(0, 2);
    refund_by_second_attempt(made.order, 4000, "w1");
    assert_int_equal(refund(made.order, NULL, 0, 500, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DECLINED);
    assert_int_equal(paid_back("w2", 4000), TC_OK);
    tc_refund all[4];
    assert_int_equal(refunds_of(made.order, all, 4), 3);
    assert_int_equal(all[0].beside, 1);
    assert_state(made.order, TC_ORDER_REFUND_FAILED);
}

static void more_than_is_left_is_refused_by_its_amount(void **state) {
    (void)state;
    tc_order_create_result made = settled(0, 2);
    assert_int_equal(paid_back("w1", 1000), TC_OK);
    assert_int_equal(paid_back("w2", 5500), TC_E_AMOUNT);
    assert_int_equal(get(made.order).refunded_minor, 1000);
    assert_int_equal(paid_back("w2", 5000), TC_OK); /* a refused event was not heard */
    assert_state(made.order, TC_ORDER_REFUNDED);
}

/* ---- paying again ---- */

/* The hold may be lengthened for the new try only as far as its event allows. */
static void another_try_keeps_the_events_cap(void **state) {
    (void)state;
    tc_event_update_request cap = TC_EVENT_UPDATE_REQUEST_INIT;
    cap.event = H0->event[0];
    cap.fields = TC_EVENT_FIELD_HOLD_TIMES;
    cap.hold_ttl_ms = 10 * MINUTE;
    cap.hold_life_ms = 20 * MINUTE;
    assert_int_equal(tc_event_update(H0->engine, &cap, NULL, NULL), TC_OK);
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    tc_order_pay_request again = TC_ORDER_PAY_REQUEST_INIT;
    again.order = made.order;
    again.flags = TC_ORDER_AS_HOST;
    again.method = TC_PAY_PROVIDER;
    again.pay_within_ms = 21 * MINUTE;
    assert_int_equal(tc_order_pay(H0->engine, &again, NULL, NULL), TC_E_HOLD_LIFE);
    assert_state(made.order, TC_ORDER_DECLINED);
    again.pay_within_ms = 20 * MINUTE;
    assert_int_equal(tc_order_pay(H0->engine, &again, NULL, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_AUTHORISING);
}

/* ---- late money ---- */

static void late_money_of_an_event_that_ended_goes_back(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    pass(40 * MINUTE);
    set_rule(TC_EVENT_FIELD_STATUS, TC_EVENT_ENDED);
    assert_int_equal(say("w", TC_PAYMENT_EVENT_AUTHORISED, NULL, command.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
}

static void late_money_after_the_end_goes_back(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    pass(HOUSE_END - HOUSE_T0);
    assert_int_equal(say("w", TC_PAYMENT_EVENT_AUTHORISED, NULL, command.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
}

/* ---- two refunds that fail ---- */

/* Two parts fail, one succeeds: trying again is for those that failed, each once. */
static void only_what_failed_is_tried_again(void **state) {
    (void)state;
    tc_order_create_result made = settled(0, 3);
    tc_payment_command all[4];
    for (int i = 0; i < 3; i++) assert_int_equal(refund(made.order, NULL, 0, 1000 + i, 0), TC_OK);
    assert_int_equal(lease(all, 4, MINUTE), 3);
    for (int i = 0; i < 3; i++)
        assert_int_equal(answer(&all[i], i == 1 ? TC_OUTCOME_DONE : TC_OUTCOME_DECLINED, NULL),
                         TC_OK);
    assert_state(made.order, TC_ORDER_REFUND_FAILED);
    assert_int_equal(get(made.order).refunds_failed, 2);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(get(made.order).refunds_failed, 0);
    assert_int_equal(get(made.order).refunds_open, 2);
    assert_int_equal(lease(all, 4, MINUTE), 2);
    for (int i = 0; i < 2; i++) assert_int_equal(answer(&all[i], TC_OUTCOME_DONE, NULL), TC_OK);
    assert_int_equal(get(made.order).refunded_minor, 3003);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
}

/* ---- beside the order's own money ---- */

static uint64_t parked(void) {
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_backlog_get(snapshot, &backlog, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return backlog.parked;
}

/* A reservation of an earlier payment that the provider does not let go of is shown to a person. */
static void a_void_of_an_old_payment_that_fails_is_parked(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command old = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_int_equal(pay(made.order, TC_PAY_PROVIDER), TC_OK);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_equal(say("late", TC_PAYMENT_EVENT_AUTHORISED, NULL, old.idempotency_key, SEAT),
                     TC_OK);
    tc_payment_command undo = work(TC_PAYMENT_VOID, TC_OUTCOME_DECLINED);
    assert_int_equal(undo.payment, old.payment);
    assert_int_equal(parked(), 1);
    assert_state(made.order, TC_ORDER_SETTLED);
    no_command_is_due();
    assert_int_equal(say("gone", TC_PAYMENT_EVENT_VOIDED, NULL, old.idempotency_key, SEAT), TC_OK);
    assert_int_equal(parked(), 0);
}

/* While one part failed and another is under way, asking for the rest is a refund, no new try. */
static void the_rest_is_refunded_beside_what_failed(void **state) {
    (void)state;
    tc_order_create_result made = settled(0, 3);
    tc_payment_command all[4];
    assert_int_equal(refund(made.order, NULL, 0, 1000, 0), TC_OK);
    assert_int_equal(refund(made.order, NULL, 0, 2000, 0), TC_OK);
    assert_int_equal(lease(all, 4, MINUTE), 2);
    assert_int_equal(answer(&all[0], TC_OUTCOME_DECLINED, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDING);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(last_order.amount_minor, 3 * SEAT - 3000);
    assert_int_equal(get(made.order).refunds_failed, 1);
    assert_int_equal(get(made.order).refunds_open, 2);
}

/* In a dispute the order's own refunds wait for the bank; there is nothing to try again. */
static void a_refund_that_failed_in_a_dispute_waits_for_the_bank(void **state) {
    (void)state;
    tc_order_create_result made = settled(0, 2);
    assert_int_equal(refund(made.order, NULL, 0, 500, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_int_equal(refund(made.order, NULL, 0, 1000, 0), TC_OK);
    tc_payment_command back = lease_one(TC_PAYMENT_REFUND);
    assert_int_equal(refund(made.order, NULL, 0, 700, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_int_equal(say("d", TC_PAYMENT_EVENT_DISPUTE_OPENED, reference, NULL, 0), TC_OK);
    assert_int_equal(answer(&back, TC_OUTCOME_DECLINED, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_DISPUTED);
    assert_int_equal(get(made.order).refunds_failed, 1);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_E_STATE);
    assert_int_equal(get(made.order).refunds_failed, 1);
    assert_int_equal(say("w", TC_PAYMENT_EVENT_DISPUTE_WON, reference, NULL, 0), TC_OK);
    assert_state(made.order, TC_ORDER_REFUND_FAILED);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
}

/* In a dispute a second payment's refund is tried again, and the order's own is left alone. */
static void in_a_dispute_only_the_second_payments_refund_is_tried_again(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_PROVIDER);
    tc_payment_command old = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_int_equal(pay(made.order, TC_PAY_PROVIDER), TC_OK);
    tc_payment_command first = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    snprintf(reference, sizeof reference, "pi_%llu", (unsigned long long)first.payment);
    assert_int_equal(say("late", TC_PAYMENT_EVENT_CAPTURED, NULL, old.idempotency_key, 2 * SEAT),
                     TC_OK);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DECLINED);
    assert_state(made.order, TC_ORDER_REFUND_FAILED);
    assert_int_equal(refund(made.order, NULL, 0, 1000, 0), TC_OK);
    tc_payment_command own = lease_one(TC_PAYMENT_REFUND);
    assert_int_equal(say("d", TC_PAYMENT_EVENT_DISPUTE_OPENED, reference, NULL, 0), TC_OK);
    assert_int_equal(answer(&own, TC_OUTCOME_DECLINED, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_DISPUTED);
    assert_int_equal(get(made.order).refunds_failed, 2);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(get(made.order).refunds_failed, 1);
    tc_payment_command again = work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_int_equal(again.payment, old.payment);
    assert_state(made.order, TC_ORDER_DISPUTED);
    assert_int_equal(get(made.order).refunded_minor, 0);
    no_command_is_due();
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(a_second_payout_without_its_amount_is_found),
        OH(a_second_payout_is_of_the_refund_with_its_amount),
        OH(a_failed_refund_was_not_paid_twice),
        OH(more_than_is_left_is_refused_by_its_amount),
        OH(another_try_keeps_the_events_cap),
        OH(late_money_of_an_event_that_ended_goes_back),
        OH(late_money_after_the_end_goes_back),
        OH(only_what_failed_is_tried_again),
        OH(a_void_of_an_old_payment_that_fails_is_parked),
        OH(the_rest_is_refunded_beside_what_failed),
        OH(a_refund_that_failed_in_a_dispute_waits_for_the_bank),
        OH(in_a_dispute_only_the_second_payments_refund_is_tried_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
