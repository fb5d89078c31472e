/* Orders: quotes, the four ways to pay, deadlines, cancelling. Each test ends with the whole store
 * verified. */
#include "order_house.h"

/* ---- quotes ---- */

static int32_t quote(uint32_t kind, uint32_t target, uint32_t quantity, uint32_t type,
                     tc_order_quote_result *out) {
    tc_quote_item item = {H0->event[0], kind, target, quantity, type};
    tc_order_quote_request request = TC_ORDER_QUOTE_REQUEST_INIT;
    request.items = &item;
    request.items_count = 1;
    tc_snapshot *snapshot = house_snapshot(H0);
    int32_t code = tc_order_quote(snapshot, &request, out, NULL);
    tc_snapshot_close(snapshot);
    return code;
}

static void a_quote_takes_nothing(void **state) {
    (void)state;
    tc_order_line line;
    tc_order_quote_result out = TC_ORDER_QUOTE_RESULT_INIT;
    out.lines = &line;
    out.lines_capacity = 1;
    assert_int_equal(quote(TC_PLACE_POOL, H0->pool[0], 4, 2, &out), TC_OK);
    assert_int_equal(out.total_minor, 4 * PLACE);
    assert_string_equal(out.currency, "EUR");
    assert_int_equal(out.tickets, 4);
    assert_int_equal(line.quantity, 4);
    assert_int_equal(line.ticket_first, 0);
    assert_int_equal(quote(TC_PLACE_SEAT, 3, 0, 1, &out), TC_OK);
    assert_int_equal(out.total_minor, SEAT);
    assert_int_equal(seat_state(3), TC_SEAT_FREE);
}

static void a_quote_refuses_what_an_order_would(void **state) {
    (void)state;
    tc_order_quote_result out = TC_ORDER_QUOTE_RESULT_INIT;
    assert_int_equal(quote(TC_PLACE_SEAT, 3, 1, 2, &out), TC_E_PRICE);
    assert_int_equal(quote(TC_PLACE_SEAT, 3000, 1, 1, &out), TC_E_NOT_FOUND);
    assert_int_equal(quote(TC_PLACE_SEAT, 3, 1, 77, &out), TC_E_NOT_FOUND);
    assert_int_equal(quote(7, 3, 1, 1, &out), TC_E_LIMIT);
    assert_int_equal(quote(TC_PLACE_SEAT, 3, 2, 1, &out), TC_E_LIMIT);
}

/* ---- the till ---- */

static void a_paid_order_is_confirmed_at_once(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 3, TC_PAY_PAID);
    assert_int_equal(made.state, TC_ORDER_SETTLED);
    assert_int_equal(made.total_minor, 2 * SEAT + 3 * PLACE);
    assert_int_equal(made.tickets_count, 5);
    assert_int_equal(made.deadline_ms, 0);
    assert_int_equal(made.version, 1);
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(house_ticket(H0, last_tickets[i]).order, made.order);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(balance(TC_ACCOUNT_CASH), made.total_minor);
    assert_int_equal(balance(TC_ACCOUNT_REVENUE), -made.total_minor);
    assert_int_equal(messages_of(TC_MESSAGE_ORDER_CONFIRMED), 1);
    no_command_is_due();
}

static void a_free_order_is_confirmed_at_once(void **state) {
    (void)state;
    tc_ticket_type_update_request price = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    price.event = H0->event[0];
    price.ticket_type = 1;
    price.fields = TC_TICKET_TYPE_FIELD_PRICE;
    price.price_minor = 0;
    assert_int_equal(tc_ticket_type_update(H0->engine, &price, NULL, NULL), TC_OK);
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_FREE);
    assert_int_equal(made.state, TC_ORDER_SETTLED);
    assert_int_equal(made.tickets_count, 2);
    assert_int_equal(balance(TC_ACCOUNT_REVENUE), 0);
    /* What costs nothing waits for nobody, whatever way of paying was named. */
    made = buy(2, 1, 0, TC_PAY_PROVIDER);
    assert_int_equal(made.state, TC_ORDER_SETTLED);
    no_command_is_due();
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(seat_state(2), TC_SEAT_FREE);
}

static void a_free_order_must_cost_nothing(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_FREE);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_AMOUNT);
}

static void what_the_buyer_saw_is_what_it_costs(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PAID);
    memcpy(request.expected_currency, "EUR", 4);
    request.expected_total_minor = SEAT - 1;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_AMOUNT);
    request.expected_total_minor = SEAT;
    memcpy(request.expected_currency, "USD", 4);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_CURRENCY);
    memcpy(request.expected_currency, "EUR", 4);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_OK);
}

static void a_quote_is_frozen_in_the_order(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    tc_ticket_type_update_request price = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    price.event = H0->event[0];
    price.ticket_type = 1;
    price.fields = TC_TICKET_TYPE_FIELD_PRICE;
    price.price_minor = 9999;
    assert_int_equal(tc_ticket_type_update(H0->engine, &price, NULL, NULL), TC_OK);
    assert_int_equal(settle(made.order, 9999), TC_E_AMOUNT);
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_int_equal(get(made.order).total_minor, SEAT);
}

static void a_hold_is_ordered_by_its_secret_only(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PAID);
    request.hold_secret.bytes[0] ^= 1;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_NOT_FOUND);
    request.hold = 999;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_NOT_FOUND);
}

static void a_hold_is_ordered_once(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_STATE);
    held = hold(1, 1, 0);
    request = order_of(&held, 1, 0, TC_PAY_PAID);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_HOLD_ENDED);
}

static void a_dead_hold_is_not_ordered(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PAID);
    house_pass(H0, held.expires_at_ms - H0->now_ms);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_HOLD_EXPIRED);
}

static void every_place_is_sold_as_something(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 2, 3);
    tc_order_create_request request = order_of(&held, 2, 3, TC_PAY_PAID);
    request.items_count = 2;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    tc_order_item items[] = {{1, 1}, {1, 1}, {2, 2}, {2, 1}, {2, 1}};
    request.items = items;
    request.items_count = 3;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    request.items_count = 5;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    request.items_count = 4;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_OK);
}

static void a_pools_quantity_may_be_split_over_ticket_types(void **state) {
    (void)state;
    tc_ticket_type_create_request type = TC_TICKET_TYPE_CREATE_REQUEST_INIT;
    type.event = H0->event[0];
    type.name = "Child";
    type.price_minor = 500;
    type.pool = H0->pool[0];
    assert_int_equal(tc_ticket_type_create(H0->engine, &type, NULL, NULL), TC_OK);
    tc_hold_create_result held = hold(0, 0, 5);
    tc_order_item items[] = {{2, 2}, {3, 0}};
    tc_order_create_request request = order_of(&held, 0, 5, TC_PAY_PAID);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    request.items = items;
    request.items_count = 2;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    assert_int_equal(made.total_minor, 2 * PLACE + 3 * 500);
    assert_int_equal(made.tickets_count, 5);
}

static void the_same_request_id_gives_the_same_order(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PAID);
    tc_order_create_result one = TC_ORDER_CREATE_RESULT_INIT, two = one;
    assert_int_equal(tc_request_id_new(&request.request_id), TC_OK);
    assert_int_equal(tc_order_create(H0->engine, &request, &one, NULL), TC_OK);
    assert_int_equal(tc_order_create(H0->engine, &request, &two, NULL), TC_OK);
    assert_int_equal(one.order, two.order);
    assert_memory_equal(&one.secret, &two.secret, sizeof one.secret);
    assert_int_equal(two.tickets_count, 1);
    request.method = TC_PAY_OFFLINE;
    assert_int_equal(tc_order_create(H0->engine, &request, &two, NULL), TC_E_REQUEST_MISMATCH);
}

static void another_buyers_hold_is_refused(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PAID);
    request.buyer = "bob";
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    request.buyer = "ada";
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_OK);
}

static void an_order_may_wait_only_as_long_as_its_hold_may_live(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_OFFLINE);
    request.pay_within_ms = INT64_C(3) * 3600 * 1000;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_HOLD_LIFE);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    request.pay_within_ms = 3600 * 1000;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    assert_int_equal(made.deadline_ms, H0->now_ms + 3600 * 1000);
    pass(3600 * 1000 - 1);
    assert_int_equal(seat_state(0), TC_SEAT_HELD);
    assert_state(made.order, TC_ORDER_PENDING);
    pass(1);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_state(made.order, TC_ORDER_EXPIRED);
}

static void bad_contacts_are_refused(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PAID);
    tc_contact contacts[2] = {TC_CONTACT_INIT, TC_CONTACT_INIT};
    request.contacts = contacts;
    contacts[0].channel = 77;
    contacts[0].address = "x";
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_LIMIT);
    contacts[0].channel = TC_MESSAGE_SMS;
    contacts[0].address = "";
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    contacts[0].address = contacts[1].address = "+43 1";
    contacts[1].channel = TC_MESSAGE_SMS;
    request.contacts_count = 2;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    request.contacts_count = 5;
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_E_LIMIT);
}

/* ---- offline ---- */

static void an_offline_order_is_settled_by_hand(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_OFFLINE);
    assert_int_equal(made.state, TC_ORDER_PENDING);
    assert_int_equal(messages_of(TC_MESSAGE_ORDER_PENDING), 1);
    assert_int_equal(settle(made.order, made.total_minor), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(balance(TC_ACCOUNT_CASH), made.total_minor);
    assert_int_equal(settle(made.order, made.total_minor), TC_E_STATE);
}

static void money_by_hand_after_the_deadline_gets_the_same_seats(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 1, TC_PAY_OFFLINE);
    pass(made.deadline_ms - H0->now_ms);
    assert_state(made.order, TC_ORDER_EXPIRED);
    assert_int_equal(settle(made.order, made.total_minor), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(seat_state(1), TC_SEAT_SOLD);
}

static void money_by_hand_without_seats_is_owed_back(void **state) {
    (void)state;
    set_rule(TC_EVENT_FIELD_LATE_MONEY, TC_LATE_MONEY_SAME_SEATS);
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    pass(made.deadline_ms - H0->now_ms);
    buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_state(made.order, TC_ORDER_REFUND_FAILED);
    assert_int_equal(balance(TC_ACCOUNT_OWED), -SEAT);
    verify_now();
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_E_STATE);
    assert_int_equal(refund(made.order, NULL, 0, 0, TC_ORDER_BY_HAND), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(balance(TC_ACCOUNT_OWED), 0);
    assert_int_equal(balance(TC_ACCOUNT_CASH), SEAT);
}

static void late_money_by_hand_gets_equivalent_seats(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    pass(made.deadline_ms - H0->now_ms);
    buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(settle(made.order, SEAT), TC_OK);
    assert_state(made.order, TC_ORDER_SETTLED);
    tc_order_line line;
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_order_lines(snapshot, made.order, NULL, &line, 1, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_not_equal(line.target, 0);
    assert_int_equal(seat_state(line.target), TC_SEAT_SOLD);
}

static void settling_needs_the_frozen_amount_and_currency(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    tc_order_settle_request request = TC_ORDER_SETTLE_REQUEST_INIT;
    request.order = made.order;
    request.amount_minor = SEAT;
    memcpy(request.currency, "USD", 4);
    assert_int_equal(tc_order_settle(H0->engine, &request, NULL, NULL), TC_E_CURRENCY);
    memcpy(request.currency, "EUR", 4);
    request.expected_version = 9;
    assert_int_equal(tc_order_settle(H0->engine, &request, NULL, NULL), TC_E_VERSION);
    request.order = 999;
    assert_int_equal(tc_order_settle(H0->engine, &request, NULL, NULL), TC_E_NOT_FOUND);
}

/* ---- cancelling and deadlines ---- */

static void a_cancelled_order_frees_its_seats(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 5, TC_PAY_OFFLINE);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK);
    assert_state(made.order, TC_ORDER_CANCELLED);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_BUYER);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(messages_of(TC_MESSAGE_ORDER_CANCELLED), 1);
    assert_int_equal(cancel(made.order, &made.secret), TC_OK); /* it was already */
    assert_int_equal(get(made.order).version, 2);
    buy(0, 2, 5, TC_PAY_PAID);
}

static void cancelling_needs_the_secret(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    tc_secret wrong = {{1}};
    assert_int_equal(cancel(made.order, &wrong), TC_E_NOT_FOUND);
    assert_int_equal(cancel(999, NULL), TC_E_NOT_FOUND);
    assert_int_equal(cancel(made.order, NULL), TC_OK);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_HOST);
}

static void cancelling_takes_an_expected_version(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
    tc_error error = TC_ERROR_INIT;
    request.order = made.order;
    request.flags = TC_ORDER_AS_HOST;
    request.expected_version = 3;
    assert_int_equal(tc_order_cancel(H0->engine, &request, NULL, &error), TC_E_VERSION);
    assert_int_equal(error.actual_version, 1);
    request.expected_version = 1;
    assert_int_equal(tc_order_cancel(H0->engine, &request, NULL, NULL), TC_OK);
}

static void flags_of_the_host_need_the_hosts_authority(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
    request.order = made.order;
    request.secret = made.secret;
    request.flags = TC_ORDER_EVENT_GONE;
    assert_int_equal(tc_order_cancel(H0->engine, &request, NULL, NULL), TC_E_INVALID);
    request.flags = TC_ORDER_EVENT_GONE | TC_ORDER_AS_HOST;
    assert_int_equal(tc_order_cancel(H0->engine, &request, NULL, NULL), TC_OK);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_EVENT);
    assert_int_equal(messages_of(TC_MESSAGE_EVENT_CANCELLED), 1);
}

static void a_confirmed_order_is_not_cancelled(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(cancel(made.order, NULL), TC_E_STATE);
}

static void a_claimed_hold_is_not_released_by_its_buyer(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(tc_order_create(H0->engine, &request, NULL, NULL), TC_OK);
    tc_hold_release_request release = TC_HOLD_RELEASE_REQUEST_INIT;
    release.hold = held.hold;
    release.secret = held.secret;
    assert_int_equal(tc_hold_release(H0->engine, &release, NULL, NULL), TC_E_STATE);
}

static void an_overdue_order_expires_by_itself(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    pass(made.deadline_ms - H0->now_ms - 1);
    assert_state(made.order, TC_ORDER_PENDING);
    pass(1);
    assert_state(made.order, TC_ORDER_EXPIRED);
    assert_int_equal(get(made.order).reason, TC_ORDER_REASON_DEADLINE);
    assert_int_equal(get(made.order).deadline_ms, 0);
    assert_int_equal(cancel(made.order, NULL), TC_OK);
    assert_state(made.order, TC_ORDER_EXPIRED);
}

static void a_deadline_counts_before_anything_swept_it(void **state) {
    (void)state;
    tc_order_create_result offline = buy(0, 1, 0, TC_PAY_OFFLINE);
    tc_order_create_result unbegun = buy(1, 1, 0, TC_PAY_PROVIDER);
    house_pass(H0, offline.deadline_ms - H0->now_ms - 1);
    assert_state(offline.order, TC_ORDER_PENDING);
    house_pass(H0, 1);
    tc_order seen[2] = {get(offline.order), get(unbegun.order)};
    assert_int_equal(seen[0].state, TC_ORDER_EXPIRED);
    assert_int_equal(seen[1].state, TC_ORDER_EXPIRED);
    assert_int_equal(seen[0].reason, TC_ORDER_REASON_DEADLINE);
    pass(0);
    for (int i = 0; i < 2; i++) {
        tc_order swept = get(seen[i].id);
        assert_memory_equal(&swept, &seen[i], sizeof swept);
    }
}

static void an_answer_that_is_out_at_the_deadline_is_awaited(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    tc_payment_command command = lease_one(TC_PAYMENT_AUTHORISE);
    house_pass(H0, made.deadline_ms - H0->now_ms);
    tc_order seen = get(made.order);
    assert_int_equal(seen.state, TC_ORDER_OVERDUE);
    pass(0);
    tc_order swept = get(made.order);
    assert_memory_equal(&swept, &seen, sizeof swept);
    assert_int_equal(answer(&command, TC_OUTCOME_DECLINED, NULL), TC_OK);
}

static void many_overdue_orders_expire_together(void **state) {
    (void)state;
    uint64_t first = buy(0, 0, 1, TC_PAY_OFFLINE).order, last = 0;
    for (int i = 0; i < 39; i++) last = buy(0, 0, 2, TC_PAY_OFFLINE).order;
    pass(60 * MINUTE);
    for (uint64_t order = first; order <= last; order++) assert_state(order, TC_ORDER_EXPIRED);
}

static void an_offline_order_can_be_paid_by_provider_instead(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(pay(made.order, TC_PAY_PROVIDER), TC_OK);
    assert_int_not_equal(last_order.payment, 0);
    assert_state(made.order, TC_ORDER_AUTHORISING);
    assert_int_equal(settle(made.order, SEAT), TC_E_STATE);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_state(made.order, TC_ORDER_SETTLED);
    assert_int_equal(balance(TC_ACCOUNT_CASH), 0);
    assert_int_equal(balance(TC_ACCOUNT_CLEARING), SEAT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(a_quote_takes_nothing),
        OH(a_quote_refuses_what_an_order_would),
        OH(a_paid_order_is_confirmed_at_once),
        OH(a_free_order_is_confirmed_at_once),
        OH(a_free_order_must_cost_nothing),
        OH(what_the_buyer_saw_is_what_it_costs),
        OH(a_quote_is_frozen_in_the_order),
        OH(a_hold_is_ordered_by_its_secret_only),
        OH(a_hold_is_ordered_once),
        OH(a_dead_hold_is_not_ordered),
        OH(every_place_is_sold_as_something),
        OH(a_pools_quantity_may_be_split_over_ticket_types),
        OH(the_same_request_id_gives_the_same_order),
        OH(another_buyers_hold_is_refused),
        OH(an_order_may_wait_only_as_long_as_its_hold_may_live),
        OH(bad_contacts_are_refused),
        OH(an_offline_order_is_settled_by_hand),
        OH(money_by_hand_after_the_deadline_gets_the_same_seats),
        OH(money_by_hand_without_seats_is_owed_back),
        OH(late_money_by_hand_gets_equivalent_seats),
        OH(settling_needs_the_frozen_amount_and_currency),
        OH(a_cancelled_order_frees_its_seats),
        OH(cancelling_needs_the_secret),
        OH(cancelling_takes_an_expected_version),
        OH(flags_of_the_host_need_the_hosts_authority),
        OH(a_confirmed_order_is_not_cancelled),
        OH(a_claimed_hold_is_not_released_by_its_buyer),
        OH(an_overdue_order_expires_by_itself),
        OH(a_deadline_counts_before_anything_swept_it),
        OH(an_answer_that_is_out_at_the_deadline_is_awaited),
        OH(many_overdue_orders_expire_together),
        OH(an_offline_order_can_be_paid_by_provider_instead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
