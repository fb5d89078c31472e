/* Late money: the provider's yes comes when the hold is dead; the event's rule decides. Each test
 * ends with the whole store verified. */
#include "order_house.h"

/* ---- late money ---- */

/* An order whose authorisation is out when its hold dies. */
static tc_payment_command overdue(tc_order_create_result *made, uint32_t seats) {
    *made = buy(0, seats, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    pass(made->deadline_ms - H0->now_ms);
    assert_state(made->order, TC_ORDER_OVERDUE);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    verify_now();
    return command;
}

static void late_money_regains_the_same_seats(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 2);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(seat_state(1), TC_SEAT_SOLD);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_NONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void late_money_gets_equivalent_seats(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 2);
    buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    tc_order_line lines[2];
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_order_lines(snapshot, made.order, NULL, lines, 2, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    for (int i = 0; i < 2; i++) assert_int_equal(seat_state(lines[i].target), TC_SEAT_SOLD);
    assert_int_not_equal(lines[0].target, lines[1].target);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void late_money_may_be_for_the_same_seats_only(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_LATE_MONEY, TC_LATE_MONEY_SAME_SEATS);
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 1);
    buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_SEATS);
    assert_int_equal(messages_of(TC_MESSAGE_LATE_PAYMENT), 1);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CANCELLED);
}

static void late_money_may_be_let_go_of_always(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_LATE_MONEY, TC_LATE_MONEY_VOID);
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 1);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
}

static void late_money_that_was_captured_is_refunded(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_LATE_MONEY, TC_LATE_MONEY_VOID);
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 1);
    assert_int_equal(say("e", TC_PAYMENT_EVENT_CAPTURED, NULL, command.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDING);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), 0);
}

static void late_money_of_a_cancelled_event_is_let_go_of(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 1);
    set_rule(TC_EVENT_FIELD_STATUS, TC_EVENT_CANCELLED);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
}

static void late_money_of_a_full_house_is_let_go_of(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 1);
    buy(0, 20, 0, TC_PAY_PAID);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
}

static void a_late_no_ends_the_order(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 1);
    assert_int_equal(answer(&command, TC_OUTCOME_DECLINED, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_EXPIRED);
}

static void money_exactly_at_the_deadline_is_late(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_LATE_MONEY, TC_LATE_MONEY_VOID);
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    house_pass(H0, made.deadline_ms - H0->now_ms); /* nothing has swept yet */
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
}

static void an_order_never_begun_expires_without_a_trace_at_the_provider(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    pass(made.deadline_ms - H0->now_ms);
    assert_state(made.order, TC_ORDER_EXPIRED);
    no_command_is_due();
}

static void an_overdue_order_may_be_cancelled_for_good(void **state) {
    (void)state;
    tc_order_create_result made;
    tc_payment_command command = overdue(&made, 1);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLING);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING); /* no seats: it was the buyer's will */
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(late_money_regains_the_same_seats),
        OH(late_money_gets_equivalent_seats),
        OH(late_money_may_be_for_the_same_seats_only),
        OH(late_money_may_be_let_go_of_always),
        OH(late_money_that_was_captured_is_refunded),
        OH(late_money_of_a_cancelled_event_is_let_go_of),
        OH(late_money_of_a_full_house_is_let_go_of),
        OH(a_late_no_ends_the_order),
        OH(money_exactly_at_the_deadline_is_late),
        OH(an_order_never_begun_expires_without_a_trace_at_the_provider),
        OH(an_overdue_order_may_be_cancelled_for_good),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
