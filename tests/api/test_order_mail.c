/* What an order's mails say when the order has changed before they go: a refund names its amount,
 * a confirmation names what is still valid, and one that is not true any more does not go out. */
#include <stdbool.h>
#include <unistd.h>

#include "order_house.h"

static tc_leased_message leased[8];

/* Lease what is due; answers how many. */
static uint32_t lease_mail(void) {
    tc_message_lease_request request = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result result = TC_MESSAGE_LEASE_RESULT_INIT;
    request.max = 8;
    result.messages = leased;
    result.messages_capacity = 8;
    assert_int_equal(tc_message_lease(H0->engine, &request, &result, NULL), TC_OK);
    return result.messages_count;
}

static void answer_mail(const tc_leased_message *message, uint32_t outcome) {
    tc_message_answer_request request = TC_MESSAGE_ANSWER_REQUEST_INIT;
    request.message = message->message;
    request.lease = message->lease;
    request.outcome = outcome;
    assert_int_equal(tc_message_answer(H0->engine, &request, NULL, NULL), TC_OK);
}

/* The state of an order's first message of a kind; 0: there is none. */
static uint32_t mail_state(uint64_t order, uint32_t kind) {
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message all[16];
    uint32_t count = 0, state = 0;
    uint64_t next = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    request.limit = 16;
    request.order = order;
    all[0] = (tc_message)TC_MESSAGE_INIT;
    assert_int_equal(tc_message_list(snapshot, &request, all, &count, &next, NULL), TC_OK);
    for (uint32_t i = count; i-- > 0;)
        if (all[i].kind == kind) state = all[i].state;
    tc_snapshot_close(snapshot);
    return state;
}

static void expect_body(uint64_t message, const char *wanted, bool is_in) {
    tc_message out = TC_MESSAGE_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_message_get(snapshot, message, &out, NULL), TC_OK);
    if ((strstr(out.body, wanted) != NULL) != is_in)
        fail_msg("\"%s\" is %s: %s", wanted, is_in ? "missing" : "there", out.body);
    tc_snapshot_close(snapshot);
}

static void a_refund_mail_names_the_amount(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_PAID);
    assert_int_equal(lease_mail(), 1);
    answer_mail(&leased[0], TC_MESSAGE_OUTCOME_SENT);
    assert_int_equal(refund(made.order, &last_tickets[1], 1, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_int_equal(refund(made.order, NULL, 0, 5, TC_ORDER_BY_HAND), TC_OK);
    assert_int_equal(lease_mail(), 1);
    assert_int_equal(leased[0].kind, TC_MESSAGE_ORDER_REFUNDED);
    expect_body(leased[0].message, "30.00 EUR of your order", true);
    expect_body(leased[0].message, "of it given back so far 30.05 EUR", true);
    expect_body(leased[0].message, "Tickets still valid: 1", true);
    expect_body(leased[0].message, "Tickets no longer valid: 1\nStalls, row 1, seat 2\n", true);
    answer_mail(&leased[0], TC_MESSAGE_OUTCOME_SENT);
    assert_int_equal(lease_mail(), 1); /* each refund has its own */
    expect_body(leased[0].message, "0.05 EUR of your order", true);
}

static void a_refund_by_the_provider_is_told_when_it_is_done(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_equal(lease_mail(), 1);
    answer_mail(&leased[0], TC_MESSAGE_OUTCOME_SENT);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(lease_mail(), 0);
    work(TC_PAYMENT_REFUND, TC_OUTCOME_DONE);
    assert_int_equal(lease_mail(), 1);
    expect_body(leased[0].message, "30.00 EUR of your order", true);
}

static void a_confirmation_says_what_is_still_valid(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_PAID);
    assert_int_equal(refund(made.order, &last_tickets[0], 1, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_int_equal(lease_mail(), 1); /* the refund's mail waits behind it */
    assert_int_equal(leased[0].kind, TC_MESSAGE_ORDER_CONFIRMED);
    expect_body(leased[0].message, "confirmed: 1 ticket(s)", true);
    expect_body(leased[0].message, "row 1, seat 2", true);
    expect_body(leased[0].message, "row 1, seat 1", false);
}

static void a_confirmation_of_nothing_does_not_go_out(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_PAID);
    assert_int_equal(refund(made.order, NULL, 0, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_int_equal(lease_mail(), 1);
    assert_int_equal(leased[0].kind, TC_MESSAGE_ORDER_REFUNDED);
    assert_int_equal(mail_state(made.order, TC_MESSAGE_ORDER_CONFIRMED), TC_MESSAGE_CANCELLED);
    answer_mail(&leased[0], TC_MESSAGE_OUTCOME_SENT);
    assert_int_equal(lease_mail(), 0);
}

static void nor_does_one_that_failed_before(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(lease_mail(), 1);
    answer_mail(&leased[0], TC_MESSAGE_OUTCOME_RETRY);
    assert_int_equal(refund(made.order, NULL, 0, 0, TC_ORDER_BY_HAND), TC_OK);
    pass(10 * MINUTE);
    /* The refund's mail stood behind it in the line and is free now, at the latest in the next. */
    uint32_t got = lease_mail();
    if (got == 0) got = lease_mail();
    assert_int_equal(got, 1);
    assert_int_equal(leased[0].kind, TC_MESSAGE_ORDER_REFUNDED);
    assert_int_equal(mail_state(made.order, TC_MESSAGE_ORDER_CONFIRMED), TC_MESSAGE_CANCELLED);
}

static void a_request_to_pay_does_not_go_out_once_paid(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_int_equal(lease_mail(), 1);
    assert_int_equal(leased[0].kind, TC_MESSAGE_ORDER_CONFIRMED);
    assert_int_equal(mail_state(made.order, TC_MESSAGE_ORDER_PENDING), TC_MESSAGE_CANCELLED);
}

static void nor_once_cancelled(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(cancel(made.order, NULL), TC_OK);
    assert_int_equal(lease_mail(), 1);
    assert_int_equal(leased[0].kind, TC_MESSAGE_ORDER_CANCELLED);
    expect_body(leased[0].message, "1 ticket(s), 30.00 EUR", true);
}

static void the_feed_tells_that_it_was_dropped(void **state) {
    (void)state;
    tc_feed_event events[64];
    tc_feed_cursor at = {0};
    uint32_t count, seen = 0;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(refund(made.order, NULL, 0, 0, TC_ORDER_BY_HAND), TC_OK);
    lease_mail();
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_feed_read(snapshot, at, events, 64, &count, &at, NULL), TC_OK);
    for (uint32_t i = 0; i < count; i++) seen += events[i].type == TC_FEED_MESSAGE_CANCELLED;
    assert_int_equal(seen, 1);
    tc_snapshot_close(snapshot);
}

/* 15:06 in Greenwich is five in the afternoon in Vienna, in summer. */
static void a_time_is_the_venues(void **state) {
    (void)state;
    bool known = access("/usr/share/zoneinfo/Europe/Vienna", R_OK) == 0;
    buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(lease_mail(), 1);
    expect_body(leased[0].message, "2025-07-15 17:06 CEST", known);
    expect_body(leased[0].message, "2025-07-15 15:06 UTC", !known);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(a_refund_mail_names_the_amount),
        OH(a_refund_by_the_provider_is_told_when_it_is_done),
        OH(a_confirmation_says_what_is_still_valid),
        OH(a_confirmation_of_nothing_does_not_go_out),
        OH(nor_does_one_that_failed_before),
        OH(a_request_to_pay_does_not_go_out_once_paid),
        OH(nor_once_cancelled),
        OH(the_feed_tells_that_it_was_dropped),
        OH(a_time_is_the_venues),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
