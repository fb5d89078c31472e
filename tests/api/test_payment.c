/* Payments: the saga through leases, answers and events that come late, twice, out of order or not
 * at all. Each test ends with the whole store verified. */
#include "order_house.h"

static void an_order_is_authorised_sold_and_captured(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_PROVIDER);
    assert_int_equal(made.state, TC_ORDER_AUTHORISING);
    assert_int_not_equal(made.payment, 0);
    assert_int_equal(seat_state(0), TC_SEAT_HELD);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CAPTURING);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(balance(TC_ACCOUNT_RECEIVABLE), 2 * SEAT);
    assert_int_equal(messages_of(TC_MESSAGE_ORDER_CONFIRMED), 1);
    verify_now();
    tc_payment_command capture = work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_equal(capture.amount_minor, 2 * SEAT);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(balance(TC_ACCOUNT_RECEIVABLE), 0);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), 2 * SEAT);
    no_command_is_due();
}

static void a_lease_tells_the_worker_what_it_needs(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PROVIDER);
    request.token = "pm_card_visa";
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    tc_payment_command first = lease_one(TC_PAYMENT_AUTHORISE);
    static const uint8_t NONE[16];
    assert_string_equal(first.token, "pm_card_visa");
    assert_string_equal(first.reference, "");
    assert_string_equal(first.currency, "EUR");
    assert_int_equal(first.order, made.order);
    assert_int_equal(first.payment, made.payment);
    assert_int_equal(first.attempt, 1);
    assert_int_equal(first.deadline_ms, made.deadline_ms);
    assert_int_equal(first.lease_until_ms, H0->now_ms + MINUTE);
    assert_memory_not_equal(first.idempotency_key, NONE, 16);
    assert_int_equal(answer(&first, TC_OUTCOME_DONE, "pi_7"), TC_OK);
    tc_payment_command second = lease_one(TC_PAYMENT_CAPTURE);
    assert_string_equal(second.reference, "pi_7");
    assert_string_equal(second.token, "");
    assert_memory_not_equal(first.idempotency_key, second.idempotency_key, 16);
}

static void one_charge_needs_one_command(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_CAPTURE, TC_CAPTURE_AT_ONCE);
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_CHARGE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), SEAT);
    no_command_is_due();
}

static void an_event_that_only_authorises_a_charge_changes_nothing(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_CAPTURE, TC_CAPTURE_AT_ONCE);
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command charge = lease_one(TC_PAYMENT_CHARGE);
    assert_int_equal(say("e1", TC_PAYMENT_EVENT_AUTHORISED, NULL, charge.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_AUTHORISING);
    assert_int_equal(say("e2", TC_PAYMENT_EVENT_CAPTURED, NULL, charge.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
}

/* ---- declined ---- */

static void a_declined_order_keeps_its_seats_and_is_paid_again(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_state(made.order, TC_ORDER_DECLINED);
    assert_int_equal(seat_state(0), TC_SEAT_HELD);
    assert_int_equal(messages_of(TC_MESSAGE_PAYMENT_FAILED), 1);
    assert_int_equal(pay(made.order, TC_PAY_PROVIDER), TC_OK);
    assert_int_not_equal(last_order.payment, made.payment);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_SETTLED);
    tc_payment payments[3];
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_list(snapshot, made.order, payments, 3, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(count, 2);
    assert_int_equal(payments[0].state, TC_PAYMENT_CAPTURED);
    assert_int_equal(payments[1].state, TC_PAYMENT_DECLINED);
}

static void a_payment_under_way_is_not_begun_again(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    assert_int_equal(pay(made.order, TC_PAY_PROVIDER), TC_E_STATE);
    assert_int_equal(pay(made.order, TC_PAY_OFFLINE), TC_E_STATE);
    assert_int_equal(pay(999, TC_PAY_OFFLINE), TC_E_NOT_FOUND);
    assert_int_equal(pay(made.order, TC_PAY_PAID), TC_E_LIMIT);
}

static void a_declined_order_may_be_paid_by_hand(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_int_equal(pay(made.order, TC_PAY_OFFLINE), TC_OK);
    assert_state(made.order, TC_ORDER_PENDING);
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
}

static void a_declined_order_expires(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    pass(made.deadline_ms - H0->now_ms);
    assert_state(made.order, TC_ORDER_EXPIRED);
    assert_int_equal(pay(made.order, TC_PAY_PROVIDER), TC_E_STATE);
}

static void a_decline_that_turns_out_a_yes_is_a_yes(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, NULL), TC_OK);
    assert_int_equal(last_payment.duplicate, 0);
    assert_state(made.order, TC_ORDER_CAPTURING);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void a_late_yes_of_an_old_payment_is_voided(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command old = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_int_equal(pay(made.order, TC_PAY_PROVIDER), TC_OK);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_equal(say("late", TC_PAYMENT_EVENT_AUTHORISED, NULL, old.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    tc_payment_command undo = work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_int_equal(undo.payment, old.payment);
    assert_state(made.order, TC_ORDER_SETTLED);
}

static void late_money_of_an_old_payment_is_refunded(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command old = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_int_equal(pay(made.order, TC_PAY_OFFLINE), TC_OK);
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_int_equal(say("late", TC_PAYMENT_EVENT_CAPTURED, NULL, old.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(balance(TC_ACCOUNT_OWED), -SEAT);
    verify_now();
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_int_equal(balance(TC_ACCOUNT_OWED), 0);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), 0);
    assert_state(made.order, TC_ORDER_SETTLED);
}

static void a_refund_of_an_old_payment_that_fails_is_parked(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command old = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DECLINED);
    assert_int_equal(pay(made.order, TC_PAY_OFFLINE), TC_OK);
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_int_equal(say("late", TC_PAYMENT_EVENT_CAPTURED, NULL, old.idempotency_key, SEAT),
                     TC_OK);
    tc_payment_command back = work(TC_PAYMENT_REFUND, TC_OUTCOME_DECLINED);
    tc_payment_backlog backlog = TC_PAYMENT_BACKLOG_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_backlog_get(snapshot, &backlog, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(backlog.parked, 1);
    verify_now();
    assert_int_equal(say("found", TC_PAYMENT_EVENT_REFUNDED, NULL, back.idempotency_key, SEAT),
                     TC_OK);
    assert_int_equal(balance(TC_ACCOUNT_OWED), 0);
}

/* ---- unknown, lost, late, twice ---- */

static void silence_is_queried(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command first = lease_one(TC_PAYMENT_AUTHORISE);
    no_command_is_due();
    pass(MINUTE);
    tc_payment_command query = lease_one(TC_PAYMENT_QUERY);
    assert_int_equal(query.command, first.command);
    assert_int_equal(query.about, TC_PAYMENT_AUTHORISE);
    assert_int_equal(query.attempt, 2);
    assert_memory_equal(query.idempotency_key, first.idempotency_key, 16);
    assert_state(made.order, TC_ORDER_UNKNOWN);
    assert_int_equal(answer(&query, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void an_unknown_outcome_is_queried(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_UNKNOWN);
    assert_state(made.order, TC_ORDER_UNKNOWN);
    no_command_is_due();
    pass(5000);
    work(TC_PAYMENT_QUERY, TC_OUTCOME_UNKNOWN);
    pass(10000);
    work(TC_PAYMENT_QUERY, TC_OUTCOME_DECLINED);
    assert_state(made.order, TC_ORDER_DECLINED);
}

static void what_the_provider_never_saw_is_done_anew(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command first = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_UNKNOWN);
    pass(5000);
    work(TC_PAYMENT_QUERY, TC_OUTCOME_ABSENT);
    pass(5000);
    tc_payment_command again = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    assert_int_equal(again.command, first.command);
    assert_memory_equal(again.idempotency_key, first.idempotency_key, 16);
    assert_state(made.order, TC_ORDER_CAPTURING);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void absent_answers_a_query_only(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    assert_int_equal(answer(&command, TC_OUTCOME_ABSENT, NULL), TC_E_INVALID);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, NULL), TC_OK);
}

static void a_busy_provider_is_tried_again(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_FAILED);
    assert_state(made.order, TC_ORDER_AUTHORISING);
    no_command_is_due();
    pass(2000);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CAPTURING);
    for (int i = 0; i < 5; i++) {
        work(TC_PAYMENT_CAPTURE, TC_OUTCOME_FAILED);
        pass(INT64_C(5000) << i);
    }
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_SETTLED);
}

static void a_provider_that_stays_busy_declines(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    for (int i = 0; i < 6; i++) {
        assert_state(made.order, TC_ORDER_AUTHORISING);
        work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_FAILED);
        pass(MINUTE / 2);
    }
    assert_state(made.order, TC_ORDER_DECLINED);
    no_command_is_due();
}

static void the_same_answer_twice_is_a_duplicate(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    assert_int_equal(last_payment.duplicate, 0);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, NULL), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    assert_int_equal(answer(&command, TC_OUTCOME_DECLINED, NULL), TC_E_LEASE_LOST);
    assert_int_equal(answer(&command, TC_OUTCOME_UNKNOWN, NULL), TC_E_LEASE_LOST);
    tc_payment_command capture = work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_equal(answer(&capture, TC_OUTCOME_DONE, NULL), TC_OK);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), SEAT);
}

static void a_fact_counts_after_the_lease_ran_out(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command old = lease_one(TC_PAYMENT_AUTHORISE);
    pass(MINUTE);
    tc_payment_command query = lease_one(TC_PAYMENT_QUERY);
    assert_int_equal(answer(&old, TC_OUTCOME_FAILED, NULL), TC_E_LEASE_LOST);
    assert_int_equal(answer(&old, TC_OUTCOME_UNKNOWN, NULL), TC_E_LEASE_LOST);
    assert_int_equal(answer(&old, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    assert_int_equal(answer(&query, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void an_attempt_that_was_never_leased_answers_nothing(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    command.attempt = 2;
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, NULL), TC_E_LEASE_LOST);
    command.command = 99;
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, NULL), TC_E_NOT_FOUND);
}

static void another_amount_or_currency_is_refused(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE), wrong = command;
    wrong.amount_minor++;
    assert_int_equal(answer(&wrong, TC_OUTCOME_DONE, NULL), TC_E_AMOUNT);
    wrong = command;
    memcpy(wrong.currency, "USD", 4);
    assert_int_equal(answer(&wrong, TC_OUTCOME_DONE, NULL), TC_E_CURRENCY);
    assert_int_equal(say("e", TC_PAYMENT_EVENT_AUTHORISED, NULL, command.idempotency_key, SEAT + 1),
                     TC_E_AMOUNT);
    assert_int_equal(say("e", TC_PAYMENT_EVENT_AUTHORISED, NULL, command.idempotency_key, SEAT),
                     TC_OK);
}

static void an_event_before_the_answer_is_enough(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    assert_int_equal(say("e1", TC_PAYMENT_EVENT_AUTHORISED, NULL, command.idempotency_key, 0),
                     TC_OK);
    assert_state(made.order, TC_ORDER_CAPTURING);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void an_event_comes_once_however_often_it_comes(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(say("e1", TC_PAYMENT_EVENT_AUTHORISED, NULL, command.idempotency_key, 0),
                         TC_OK);
        assert_int_equal(last_payment.duplicate, i != 0);
        assert_int_equal(last_payment.order, made.order);
    }
    /* the id decides, whatever else it says */
    assert_int_equal(say("e1", TC_PAYMENT_EVENT_CAPTURED, NULL, command.idempotency_key, 0), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    assert_state(made.order, TC_ORDER_CAPTURING);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
}

static void events_out_of_order_lead_to_the_same_end(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    assert_int_equal(say("e2", TC_PAYMENT_EVENT_CAPTURED, NULL, command.idempotency_key, SEAT),
                     TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(say("e1", TC_PAYMENT_EVENT_AUTHORISED, NULL, command.idempotency_key, SEAT),
                     TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    no_command_is_due();
}

static void an_event_finds_its_payment_by_reference(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    assert_int_equal(say("e1", TC_PAYMENT_EVENT_AUTHORISED, "pi_1", NULL, 0), TC_E_NOT_FOUND);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi_1"), TC_OK);
    lease_one(TC_PAYMENT_CAPTURE);
    assert_int_equal(say("e2", TC_PAYMENT_EVENT_CAPTURED, "pi_1", NULL, 0), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(say("e3", TC_PAYMENT_EVENT_CAPTURED, NULL, NULL, 0), TC_E_INVALID);
    assert_int_equal(say("", TC_PAYMENT_EVENT_CAPTURED, "pi_1", NULL, 0), TC_E_INVALID);
}

/* ---- captures that fail ---- */

static void a_failed_capture_takes_the_tickets_back(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 1, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DECLINED);
    assert_state(made.order, TC_ORDER_VOIDING);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_CAPTURE);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(balance(TC_ACCOUNT_REVENUE), 0);
    verify_now();
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CANCELLED);
}

static void a_reservation_that_lapses_takes_the_tickets_back(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    tc_payment_command capture = lease_one(TC_PAYMENT_CAPTURE);
    assert_int_equal(say("e", TC_PAYMENT_EVENT_VOIDED, NULL, capture.idempotency_key, 0), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLED);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(answer(&capture, TC_OUTCOME_DECLINED, NULL), TC_OK);
    assert_int_equal(last_payment.duplicate, 1);
}

static void an_unknown_capture_is_queried_and_the_order_stays_confirmed(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    lease_one(TC_PAYMENT_CAPTURE);
    pass(MINUTE);
    assert_state(made.order, TC_ORDER_CAPTURING);
    work(TC_PAYMENT_QUERY, TC_OUTCOME_ABSENT);
    pass(5000);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_SETTLED);
}

static void a_refund_before_the_capture_is_answered_waits_for_it(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    tc_payment_command capture = lease_one(TC_PAYMENT_CAPTURE);
    assert_int_equal(refund(made.order, NULL, 0, 1000, 0), TC_E_STATE);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_state(made.order, TC_ORDER_UNWINDING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    verify_now();
    assert_int_equal(answer(&capture, TC_OUTCOME_DONE, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDING);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), 0);
}

static void a_refund_before_the_capture_is_begun_voids(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(last_order.state, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CANCELLED);
}

static void an_unwound_capture_that_failed_voids(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    tc_payment_command capture = lease_one(TC_PAYMENT_CAPTURE);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    /* not tried again: nobody wants it any more */
    assert_int_equal(answer(&capture, TC_OUTCOME_FAILED, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CANCELLED);
}

/* ---- cancelling while money is under way ---- */

static void cancelling_before_any_worker_had_it_ends_at_once(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLED);
    no_command_is_due();
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
}

static void money_of_a_cancelled_order_is_voided(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLING);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    verify_now();
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_CANCELLED);
}

static void a_cancelled_authorisation_is_not_tried_again(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK);
    assert_int_equal(answer(&command, TC_OUTCOME_FAILED, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLED);
    no_command_is_due();
}

static void money_captured_for_a_cancelled_order_is_refunded(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_CAPTURE, TC_CAPTURE_AT_ONCE);
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_CHARGE);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDING);
    assert_int_equal(balance(TC_ACCOUNT_OWED), -SEAT);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_REFUNDED);
}

static void a_void_that_fails_waits_for_a_person(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK);
    assert_int_equal(answer(&command, TC_OUTCOME_DONE, "pi"), TC_OK);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DECLINED);
    assert_state(made.order, TC_ORDER_VOID_FAILED);
    verify_now();
    assert_int_equal(cancel(made.order, NULL), TC_OK); /* again */
    assert_state(made.order, TC_ORDER_VOIDING);
    work(TC_PAYMENT_VOID, TC_OUTCOME_DECLINED);
    tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
    request.order = made.order;
    request.flags = TC_ORDER_AS_HOST | TC_ORDER_BY_HAND;
    assert_int_equal(tc_order_cancel(H0->engine, &request, NULL, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(an_order_is_authorised_sold_and_captured),
        OH(a_lease_tells_the_worker_what_it_needs),
        OH(one_charge_needs_one_command),
        OH(an_event_that_only_authorises_a_charge_changes_nothing),
        OH(a_declined_order_keeps_its_seats_and_is_paid_again),
        OH(a_payment_under_way_is_not_begun_again),
        OH(a_declined_order_may_be_paid_by_hand),
        OH(a_declined_order_expires),
        OH(a_decline_that_turns_out_a_yes_is_a_yes),
        OH(a_late_yes_of_an_old_payment_is_voided),
        OH(late_money_of_an_old_payment_is_refunded),
        OH(a_refund_of_an_old_payment_that_fails_is_parked),
        OH(silence_is_queried),
        OH(an_unknown_outcome_is_queried),
        OH(what_the_provider_never_saw_is_done_anew),
        OH(absent_answers_a_query_only),
        OH(a_busy_provider_is_tried_again),
        OH(a_provider_that_stays_busy_declines),
        OH(the_same_answer_twice_is_a_duplicate),
        OH(a_fact_counts_after_the_lease_ran_out),
        OH(an_attempt_that_was_never_leased_answers_nothing),
        OH(another_amount_or_currency_is_refused),
        OH(an_event_before_the_answer_is_enough),
        OH(an_event_comes_once_however_often_it_comes),
        OH(events_out_of_order_lead_to_the_same_end),
        OH(an_event_finds_its_payment_by_reference),
        OH(a_failed_capture_takes_the_tickets_back),
        OH(a_reservation_that_lapses_takes_the_tickets_back),
        OH(an_unknown_capture_is_queried_and_the_order_stays_confirmed),
        OH(a_refund_before_the_capture_is_answered_waits_for_it),
        OH(a_refund_before_the_capture_is_begun_voids),
        OH(an_unwound_capture_that_failed_voids),
        OH(cancelling_before_any_worker_had_it_ends_at_once),
        OH(money_of_a_cancelled_order_is_voided),
        OH(a_cancelled_authorisation_is_not_tried_again),
        OH(money_captured_for_a_cancelled_order_is_refunded),
        OH(a_void_that_fails_waits_for_a_person),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
