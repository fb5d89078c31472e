/* Orders after they were paid: refunds of money taken by hand, and every way to read them. Each
 * test ends with the whole store verified. */
#include "order_house.h"

/* ---- refunds of money taken by hand ---- */

static void a_paid_order_is_refunded_whole_by_hand(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 3, TC_PAY_PAID);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(last_order.state, TC_ORDER_REFUNDED);
    assert_int_equal(last_order.amount_minor, made.total_minor);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    for (uint32_t i = 0; i < 5; i++)
        assert_int_equal(house_ticket(H0, last_tickets[i]).state, TC_TICKET_VOIDED);
    assert_int_equal(balance(TC_ACCOUNT_CASH), 0);
    assert_int_equal(balance(TC_ACCOUNT_REFUNDS), made.total_minor);
    assert_int_equal(messages_of(TC_MESSAGE_ORDER_REFUNDED), 1);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_E_STATE);
}

static void tickets_are_refunded_one_by_one(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 2, TC_PAY_PAID);
    uint64_t tickets[4];
    memcpy(tickets, last_tickets, sizeof tickets);
    assert_int_equal(refund(made.order, &tickets[1], 1, 0, 0), TC_OK);
    assert_int_equal(last_order.amount_minor, SEAT);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(seat_state(1), TC_SEAT_FREE);
    assert_int_equal(refund(made.order, &tickets[1], 1, 0, 0), TC_E_STATE);
    assert_int_equal(refund(made.order, &tickets[2], 1, 0, 0), TC_OK);
    assert_int_equal(last_order.amount_minor, PLACE);
    verify_now();
    uint64_t rest[] = {tickets[0], tickets[3]};
    assert_int_equal(refund(made.order, rest, 2, 0, 0), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED);
    assert_int_equal(get(made.order).refunded_minor, made.total_minor);
}

static void a_refund_by_amount_leaves_the_tickets(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(refund(made.order, NULL, 0, 1000, 0), TC_OK);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(refund(made.order, NULL, 0, 2001, 0), TC_E_REFUND);
    assert_int_equal(refund(made.order, NULL, 0, 2000, 0), TC_OK);
    assert_state(made.order, TC_ORDER_REFUNDED); /* nothing is paid: nothing stays sold */
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
}

static void a_fee_may_be_kept_of_a_refund(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(refund(made.order, last_tickets, 1, 2500, 0), TC_OK);
    assert_state(made.order, TC_ORDER_PARTLY_REFUNDED);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    assert_int_equal(get(made.order).refunded_minor, 2500);
}

static void refunds_of_nonsense_are_refused(void **state) {
    (void)state;
    tc_order_create_result other = buy(3, 1, 0, TC_PAY_PAID);
    uint64_t foreign = last_tickets[0];
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_PAID);
    uint64_t twice[] = {last_tickets[0], last_tickets[0]};
    assert_int_equal(refund(made.order, &foreign, 1, 0, 0), TC_E_NOT_FOUND);
    assert_int_equal(refund(made.order, twice, 2, 0, 0), TC_E_INVALID);
    assert_int_equal(refund(made.order, NULL, 1, 0, 0), TC_E_INVALID);
    assert_int_equal(refund(made.order, NULL, 0, -1, 0), TC_E_INVALID);
    assert_int_equal(refund(made.order, NULL, 0, 0, 64), TC_E_INVALID);
    assert_int_equal(refund(777, NULL, 0, 0, 0), TC_E_NOT_FOUND);
    tc_order_create_result pending = buy(4, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(refund(pending.order, NULL, 0, 0, 0), TC_E_STATE);
    assert_state(other.order, TC_ORDER_SETTLED);
}

static void a_ticket_voided_by_hand_still_gives_its_seat_back(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 2, TC_PAY_PAID);
    assert_int_equal(house_void(H0, last_tickets[0], 0), TC_OK);
    assert_int_equal(house_void(H0, last_tickets[2], 0), TC_OK);
    assert_int_equal(seat_state(0), TC_SEAT_SOLD);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    assert_int_equal(seat_state(0), TC_SEAT_FREE);
    tc_pool_view pool = TC_POOL_VIEW_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_pool_get(snapshot, H0->event[0], H0->pool[0], &pool, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_int_equal(pool.sold, 0);
}

static void seats_come_back_after_a_refund_and_sell_again(void **state) {
    (void)state;
    for (int i = 0; i < 4; i++) {
        tc_order_create_result made = buy(0, 3, 4, TC_PAY_PAID);
        assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    }
    assert_int_equal(balance(TC_ACCOUNT_CASH), 0);
}

/* ---- reading ---- */

static void an_order_is_read_with_its_secret(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 2);
    tc_order_create_request request = order_of(&held, 1, 2, TC_PAY_PAID);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    request.reference = "till 7";
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    tc_snapshot *snapshot = house_snapshot(H0);
    tc_order out = TC_ORDER_INIT;
    tc_secret wrong = {{3}};
    assert_int_equal(tc_order_get(snapshot, made.order, &made.secret, &out, NULL), TC_OK);
    assert_string_equal(out.reference, "till 7");
    assert_int_equal(out.tickets, 3);
    assert_int_equal(out.lines, 2);
    assert_int_equal(out.method, TC_PAY_PAID);
    assert_int_equal(out.captured_minor, made.total_minor);
    assert_int_equal(tc_order_get(snapshot, made.order, &wrong, &out, NULL), TC_E_NOT_FOUND);
    assert_int_equal(tc_order_get(snapshot, 99, NULL, &out, NULL), TC_E_NOT_FOUND);
    tc_order_line lines[2];
    uint32_t count = 0;
    assert_int_equal(tc_order_lines(snapshot, made.order, &made.secret, lines, 2, &count, NULL),
                     TC_OK);
    assert_int_equal(count, 2);
    assert_int_equal(lines[0].kind, TC_PLACE_SEAT);
    assert_int_equal(lines[1].kind, TC_PLACE_POOL);
    assert_int_equal(lines[1].quantity, 2);
    assert_int_not_equal(lines[1].ticket_first, 0);
    assert_int_equal(tc_order_lines(snapshot, made.order, &wrong, lines, 2, &count, NULL),
                     TC_E_NOT_FOUND);
    assert_int_equal(tc_order_lines(snapshot, made.order, NULL, NULL, 0, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
}

static void contacts_are_read_back(void **state) {
    (void)state;
    tc_hold_create_result held = hold(0, 1, 0);
    tc_order_create_request request = order_of(&held, 1, 0, TC_PAY_PAID);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    tc_contact contacts[2] = {{sizeof(tc_contact), TC_MESSAGE_EMAIL, "a@example.org", "de-AT"},
                              {sizeof(tc_contact), TC_MESSAGE_SMS, "+431", NULL}};
    request.contacts = contacts;
    request.contacts_count = 2;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    assert_int_equal(messages_of(TC_MESSAGE_ORDER_CONFIRMED), 2);
    tc_snapshot *snapshot = house_snapshot(H0);
    tc_contact found[2] = {TC_CONTACT_INIT, TC_CONTACT_INIT};
    uint32_t count = 0;
    assert_int_equal(tc_order_contacts(snapshot, made.order, found, 2, &count, NULL), TC_OK);
    assert_int_equal(count, 2);
    assert_string_equal(found[0].address, "a@example.org");
    assert_string_equal(found[0].locale, "de-AT");
    assert_int_equal(found[1].channel, TC_MESSAGE_SMS);
    assert_string_equal(found[1].locale, "");
    tc_snapshot_close(snapshot);
}

static void orders_are_listed_newest_first_in_pages(void **state) {
    (void)state;
    uint64_t made[7];
    for (int i = 0; i < 7; i++) made[i] = buy((uint32_t)i, 1, 0, TC_PAY_PAID).order;
    tc_order_list_request request = TC_ORDER_LIST_REQUEST_INIT;
    tc_order page[3] = {TC_ORDER_INIT, TC_ORDER_INIT, TC_ORDER_INIT};
    tc_snapshot *snapshot = house_snapshot(H0);
    uint32_t seen = 0, count = 0;
    request.limit = 3;
    do {
        assert_int_equal(tc_order_list(snapshot, &request, page, &count, &request.after, NULL),
                         TC_OK);
        for (uint32_t i = 0; i < count; i++) assert_int_equal(page[i].id, made[6 - seen++]);
    } while (request.after);
    assert_int_equal(seen, 7);
    tc_snapshot_close(snapshot);
}

static void orders_are_listed_by_event_buyer_and_state(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    uint64_t pending = buy(1, 1, 0, TC_PAY_OFFLINE).order;
    sale other = house_sell(H0, 1, 0, 1, 1); /* the other event, nobody's */
    tc_order page[10] = {TC_ORDER_INIT};
    uint32_t count = 0;
    uint64_t next = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    tc_order_list_request request = TC_ORDER_LIST_REQUEST_INIT;
    request.event = H0->event[1];
    assert_int_equal(tc_order_list(snapshot, &request, page, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(page[0].id, other.order);
    request.event = 0;
    request.buyer = "ada";
    assert_int_equal(tc_order_list(snapshot, &request, page, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 2);
    request.states = 1u << TC_ORDER_PENDING;
    assert_int_equal(tc_order_list(snapshot, &request, page, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(page[0].id, pending);
    request.buyer = "eve";
    assert_int_equal(tc_order_list(snapshot, &request, page, &count, &next, NULL), TC_OK);
    assert_int_equal(count, 0);
    tc_snapshot_close(snapshot);
}

static void an_order_of_two_events_is_listed_once_in_each(void **state) {
    (void)state;
    tc_hold_seat seats[3] = {{H0->event[0], 0, 0}, {H0->event[1], 0, 0}, {H0->event[0], 1, 0}};
    tc_hold_create_request want = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    want.seats = seats;
    want.seats_count = 3;
    assert_int_equal(tc_hold_create(H0->engine, &want, &held, NULL), TC_OK);
    tc_order_create_request request = order_of(&held, 3, 0, TC_PAY_PAID);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    assert_int_equal(tc_order_create(H0->engine, &request, &made, NULL), TC_OK);
    tc_snapshot *snapshot = house_snapshot(H0);
    for (int i = 0; i < 2; i++) {
        tc_order page[4] = {TC_ORDER_INIT};
        uint32_t count = 0;
        tc_order_list_request list = TC_ORDER_LIST_REQUEST_INIT;
        list.event = H0->event[i];
        list.limit = 1;
        assert_int_equal(tc_order_list(snapshot, &list, page, &count, &list.after, NULL), TC_OK);
        assert_int_equal(count, 1);
        if (list.after == 0) continue;
        assert_int_equal(tc_order_list(snapshot, &list, page, &count, &list.after, NULL), TC_OK);
        assert_int_equal(count, 0);
    }
    tc_snapshot_close(snapshot);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
}

static void payments_by_hand_are_listed(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PAID);
    tc_payment payment;
    tc_refund refunds[2];
    uint32_t count = 0;
    assert_int_equal(refund(made.order, NULL, 0, 500, 0), TC_OK);
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_list(snapshot, made.order, &payment, 1, &count, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(payment.id, 0);
    assert_int_equal(payment.method, TC_PAY_PAID);
    assert_int_equal(payment.captured_minor, SEAT);
    assert_int_equal(payment.refunded_minor, 500);
    assert_int_equal(tc_refund_list(snapshot, made.order, refunds, 2, &count, NULL), TC_OK);
    assert_int_equal(count, 1);
    assert_int_equal(refunds[0].state, TC_REFUND_DONE);
    tc_snapshot_close(snapshot);
}

static void an_orders_postings_are_listed_newest_first(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PAID);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    tc_ledger_entry entries[8], journal[8];
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_ledger_entries(snapshot, made.order, entries, 8, &count, NULL), TC_OK);
    assert_int_equal(count, 3);
    assert_int_equal(entries[2].reason, TC_POSTING_SALE);
    assert_int_equal(entries[2].debit, TC_ACCOUNT_CASH);
    assert_int_equal(entries[1].reason, TC_POSTING_REFUND);
    assert_int_equal(entries[0].reason, TC_POSTING_REFUNDED);
    assert_int_equal(tc_ledger_journal(snapshot, 0, journal, 8, &count, NULL), TC_OK);
    assert_int_equal(count, 3);
    assert_int_equal(journal[0].id, entries[2].id);
    assert_int_equal(tc_ledger_journal(snapshot, journal[2].id, journal, 8, &count, NULL), TC_OK);
    assert_int_equal(count, 0);
    assert_int_equal(tc_ledger_entries(snapshot, 99, entries, 8, &count, NULL), TC_E_NOT_FOUND);
    tc_snapshot_close(snapshot);
}

static void fees_and_taxes_have_accounts_of_their_own(void **state) {
    (void)state;
    tc_ticket_type_update_request price = TC_TICKET_TYPE_UPDATE_REQUEST_INIT;
    price.event = H0->event[0];
    price.ticket_type = 1;
    price.fields = TC_TICKET_TYPE_FIELD_PRICE | TC_TICKET_TYPE_FIELD_TAX;
    price.price_minor = 1000;
    price.fee_minor = 100;
    price.tax_bp = 1000;
    assert_int_equal(tc_ticket_type_update(H0->engine, &price, NULL, NULL), TC_OK);
    assert_int_equal(buy(0, 1, 0, TC_PAY_PAID).total_minor, 1210);
    assert_int_equal(balance(TC_ACCOUNT_REVENUE), -1000);
    assert_int_equal(balance(TC_ACCOUNT_FEES), -100);
    assert_int_equal(balance(TC_ACCOUNT_TAX), -110);
    assert_int_equal(balance(TC_ACCOUNT_CASH), 1210);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        OH(a_paid_order_is_refunded_whole_by_hand),
        OH(tickets_are_refunded_one_by_one),
        OH(a_refund_by_amount_leaves_the_tickets),
        OH(a_fee_may_be_kept_of_a_refund),
        OH(refunds_of_nonsense_are_refused),
        OH(a_ticket_voided_by_hand_still_gives_its_seat_back),
        OH(seats_come_back_after_a_refund_and_sell_again),
        OH(an_order_is_read_with_its_secret),
        OH(contacts_are_read_back),
        OH(orders_are_listed_newest_first_in_pages),
        OH(orders_are_listed_by_event_buyer_and_state),
        OH(an_order_of_two_events_is_listed_once_in_each),
        OH(payments_by_hand_are_listed),
        OH(an_orders_postings_are_listed_newest_first),
        OH(fees_and_taxes_have_accounts_of_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
