/* Damage to orders, one field at a time, under the engine's feet: the verifier sees each. A sound
 * store passes first, so a finding is the damage's. */
#include "../api/order_house.h"
#include "engine/engine_internal.h"
#include "sales/sales.h"

static tci_txn *txn;
static tci_view *view;

static tci_view *write_begin(void) {
    assert_int_equal(tci_store_begin(H0->engine->store, TCI_TXN_WRITE, &txn), TC_OK);
    assert_int_equal(tci_view_new(&view), TC_OK);
    tci_view_begin(view, txn, true);
    return view;
}

static void write_end(void) {
    assert_int_equal(tci_view_flush(view), TC_OK);
    assert_int_equal(tci_txn_commit(txn), TC_OK);
    tci_view_end(view);
    tci_view_free(view);
}

static uint64_t faults(void) {
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return report.faults_count;
}

/* What each test damages. */
enum { ORDER = 1 };

static tci_order order;

static void open_order(void) {
    assert_int_equal(faults(), 0);
    assert_true(tci_order_load(write_begin(), ORDER, &order));
}

static void save_order(void) {
    tci_order_save(view, &order);
    write_end();
    assert_int_not_equal(faults(), 0);
}

static void a_wrong_total_is_seen(void **state) {
    (void)state;
    buy(0, 2, 0, TC_PAY_PAID);
    open_order();
    order.total++;
    save_order();
}

static void wrong_money_taken_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    open_order();
    order.captured--;
    save_order();
}

static void money_taken_of_a_cancelled_order_is_seen(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(cancel(made.order, NULL), TC_OK);
    open_order();
    order.captured = SEAT;
    save_order();
}

static void a_state_without_its_seats_is_seen(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_OFFLINE);
    assert_int_equal(cancel(made.order, NULL), TC_OK);
    open_order();
    order.state = TC_ORDER_SETTLED;
    save_order();
}

static void seats_sold_to_an_order_that_is_over_are_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    open_order();
    order.state = TC_ORDER_REFUNDED;
    save_order();
}

static void a_hold_that_is_another_orders_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_OFFLINE);
    tc_hold_create_result other = hold(5, 1, 0);
    open_order();
    order.hold = other.hold;
    save_order();
}

static void a_deadline_without_a_row_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_OFFLINE);
    open_order();
    tci_order_set_due(view, ORDER, order.deadline_ms, 0);
    save_order();
}

static void a_row_without_its_order_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    open_order();
    tci_order_set_due(view, ORDER, 0, H0->now_ms + 5);
    save_order();
}

static void a_deadline_on_an_order_that_rests_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    open_order();
    order.deadline_ms = H0->now_ms + 5;
    tci_order_set_due(view, ORDER, 0, order.deadline_ms);
    save_order();
}

static void waiting_for_no_command_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    open_order();
    tci_payment payment;
    tci_payment_cmd command;
    assert_true(tci_payment_load(view, order.payment_last, &payment));
    assert_true(tci_payment_cmd_load(view, payment.command, &command));
    tci_payment_cmd_finish(view, &command, TCI_COMMAND_MOOT);
    save_order();
}

static void a_payment_that_is_not_authorised_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    open_order();
    tci_payment payment;
    assert_true(tci_payment_load(view, order.payment_last, &payment));
    payment.state = TC_PAYMENT_DECLINED;
    tci_payment_save(view, &payment);
    save_order();
}

static void wrong_counts_of_refunds_are_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    open_order();
    order.refunds_failed = 1;
    save_order();
}

static void a_refund_without_a_command_is_seen(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_equal(refund(made.order, NULL, 0, 0, 0), TC_OK);
    open_order();
    tci_refund back;
    assert_true(tci_refund_load(view, order.refund_last, &back));
    back.command = 0;
    tci_refund_save(view, &back);
    save_order();
}

/* A walk along a chain that leads back to itself ends, for readers and for verify. */
static void a_payment_before_itself_is_seen(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 1, 0, TC_PAY_PROVIDER);
    open_order();
    tci_payment payment;
    assert_true(tci_payment_load(view, order.payment_last, &payment));
    payment.prev = payment.id;
    tci_payment_save(view, &payment);
    save_order();
    tc_payment all[2];
    uint32_t count = 77;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_payment_list(snapshot, made.order, all, 2, &count, NULL), TC_E_CORRUPT);
    assert_int_equal(count, 77);
    tc_snapshot_close(snapshot);
}

static void refunds_in_a_circle_are_seen(void **state) {
    (void)state;
    tc_order_create_result made = buy(0, 2, 0, TC_PAY_PROVIDER);
    work(TC_PAYMENT_AUTHORISE, TC_OUTCOME_DONE);
    work(TC_PAYMENT_CAPTURE, TC_OUTCOME_DONE);
    assert_int_equal(refund(made.order, NULL, 0, 100, 0), TC_OK);
    assert_int_equal(refund(made.order, NULL, 0, 200, 0), TC_OK);
    open_order();
    tci_refund first;
    assert_true(tci_refund_load(view, 1, &first));
    first.prev = 2;
    tci_refund_save(view, &first);
    save_order();
    tc_refund all[4];
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_refund_list(snapshot, made.order, all, 4, &count, NULL), TC_E_CORRUPT);
    tc_snapshot_close(snapshot);
    assert_int_equal(refund(made.order, NULL, 0, 300, 0), TC_E_CORRUPT);
}

static void a_line_of_another_order_is_seen(void **state) {
    (void)state;
    buy(0, 2, 0, TC_PAY_PAID);
    open_order();
    tci_line line;
    assert_true(tci_line_load(view, order.line_first, &line));
    line.order = 2;
    tci_line_save(view, order.line_first, &line);
    save_order();
}

static void a_line_with_another_price_is_seen(void **state) {
    (void)state;
    buy(0, 2, 0, TC_PAY_PAID);
    open_order();
    tci_line line;
    assert_true(tci_line_load(view, order.line_first, &line));
    line.price--;
    tci_line_save(view, order.line_first, &line);
    save_order();
}

static void a_line_on_another_seat_is_seen(void **state) {
    (void)state;
    buy(0, 2, 0, TC_PAY_PAID);
    open_order();
    tci_line line;
    assert_true(tci_line_load(view, order.line_first, &line));
    line.target = 7;
    tci_line_save(view, order.line_first, &line);
    save_order();
}

static void a_place_returned_under_a_good_ticket_is_seen(void **state) {
    (void)state;
    buy(0, 0, 3, TC_PAY_PAID);
    open_order();
    tci_line line;
    assert_true(tci_line_load(view, order.line_first, &line));
    line.returned = 1;
    tci_line_save(view, order.line_first, &line);
    save_order();
}

static void a_chain_of_postings_cut_off_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    open_order();
    order.ledger_last = 0;
    save_order();
}

static void a_posting_too_many_is_seen(void **state) {
    (void)state;
    buy(0, 1, 0, TC_PAY_PAID);
    open_order();
    tci_stage stage;
    assert_int_equal(tci_stage_new(&stage), TC_OK);
    tci_events_begin(&stage);
    tci_ctx ctx = {.view = view, .arena = &stage.arena, .events = &stage.events, .now_ms = 5};
    tci_posting posting = {.order = ORDER,
                           .debit = TC_ACCOUNT_CASH,
                           .credit = TC_ACCOUNT_OWED,
                           .reason = TC_POSTING_LATE,
                           .currency = order.currency,
                           .amount = 1};
    tci_ledger_post(&ctx, &posting, &order.ledger_last);
    tci_stage_free(&stage);
    save_order();
}

/* The store is damaged: it is only closed. */
static int close_house(void **state) {
    house *h = *state;
    int32_t code = tc_engine_close(h->engine, NULL);
    free(h);
    return code;
}

#define V(name) cmocka_unit_test_setup_teardown(name, oh_setup, close_house)

int main(void) {
    const struct CMUnitTest tests[] = {
        V(a_wrong_total_is_seen),
        V(wrong_money_taken_is_seen),
        V(money_taken_of_a_cancelled_order_is_seen),
        V(a_state_without_its_seats_is_seen),
        V(seats_sold_to_an_order_that_is_over_are_seen),
        V(a_hold_that_is_another_orders_is_seen),
        V(a_deadline_without_a_row_is_seen),
        V(a_row_without_its_order_is_seen),
        V(a_deadline_on_an_order_that_rests_is_seen),
        V(waiting_for_no_command_is_seen),
        V(a_payment_that_is_not_authorised_is_seen),
        V(wrong_counts_of_refunds_are_seen),
        V(a_refund_without_a_command_is_seen),
        V(a_payment_before_itself_is_seen),
        V(refunds_in_a_circle_are_seen),
        V(a_line_of_another_order_is_seen),
        V(a_line_with_another_price_is_seen),
        V(a_line_on_another_seat_is_seen),
        V(a_place_returned_under_a_good_ticket_is_seen),
        V(a_chain_of_postings_cut_off_is_seen),
        V(a_posting_too_many_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
