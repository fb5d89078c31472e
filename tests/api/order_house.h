/* Orders and payments over the house of sold_house.h: holds, orders by every method, a worker that
 * leases and answers, a provider's events. Every test ends with the store verified. Public headers
 * only. */
#ifndef TEST_ORDER_HOUSE_H
#define TEST_ORDER_HOUSE_H

#include "sold_house.h"
#include "ticketcore/care.h"

#define UNUSED __attribute__((unused))

enum { MINUTE = 60000, SEAT = 3000, PLACE = 1050 };

static house *H0; /* of the running test */

UNUSED static void verify_now(void) {
    tc_fault faults[8];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = faults;
    report.faults_capacity = 8;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_verify(snapshot, &report, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    for (uint64_t i = 0; i < report.faults_count && i < 8; i++)
        print_error("%s %llu: %s\n", faults[i].what, (unsigned long long)faults[i].subject,
                    faults[i].sentence);
    assert_int_equal(report.faults_count, 0);
}

UNUSED static int oh_setup(void **state) {
    H0 = house_new(NULL);
    *state = H0;
    return 0;
}

UNUSED static int oh_teardown(void **state) {
    verify_now();
    return house_teardown(state);
}

UNUSED static tc_hold_create_result hold(uint32_t first, uint32_t seats, uint32_t places) {
    tc_hold_seat named[20];
    tc_hold_pool pool = {H0->event[0], H0->pool[0], places};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result held = TC_HOLD_CREATE_RESULT_INIT;
    for (uint32_t i = 0; i < seats; i++) named[i] = (tc_hold_seat){H0->event[0], first + i, 0};
    request.seats = named;
    request.seats_count = seats;
    request.pools = &pool;
    request.pools_count = places != 0;
    request.buyer = "ada";
    assert_int_equal(tc_hold_create(H0->engine, &request, &held, NULL), TC_OK);
    return held;
}

/* One full-price item a seat, then the places. Lives until the next call. */
UNUSED static tc_order_create_request order_of(const tc_hold_create_result *held, uint32_t seats,
                                               uint32_t places, uint32_t method) {
    static tc_order_item items[32];
    static const tc_contact CONTACT = {sizeof CONTACT, TC_MESSAGE_EMAIL, "ada@example.org", "en"};
    for (uint32_t i = 0; i < seats; i++) items[i] = (tc_order_item){1, 1};
    items[seats] = (tc_order_item){2, places};
    tc_order_create_request request = TC_ORDER_CREATE_REQUEST_INIT;
    request.hold = held->hold;
    request.hold_secret = held->secret;
    request.items = items;
    request.items_count = seats + (places != 0);
    request.method = method;
    request.contacts = &CONTACT;
    request.contacts_count = 1;
    return request;
}

static uint64_t last_tickets[64];

/* Hold and order in one go. */
UNUSED static tc_order_create_result buy(uint32_t first, uint32_t seats, uint32_t places,
                                         uint32_t method) {
    tc_hold_create_result held = hold(first, seats, places);
    tc_order_create_request request = order_of(&held, seats, places, method);
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    made.tickets = last_tickets;
    made.tickets_capacity = 64;
    tc_error error = TC_ERROR_INIT;
    int32_t code = tc_order_create(H0->engine, &request, &made, &error);
    if (code != TC_OK) print_error("order: %s\n", error.message);
    assert_int_equal(code, TC_OK);
    return made;
}

UNUSED static tc_order get(uint64_t order) {
    tc_order out = TC_ORDER_INIT;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_order_get(snapshot, order, NULL, &out, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    out.reference = NULL;
    return out;
}

UNUSED static uint32_t state_of(uint64_t order) {
    return get(order).state;
}

#define assert_state(order, wanted)                                                                \
    assert_string_equal(tc_order_state_name(state_of(order)), tc_order_state_name(wanted))

/* Debits minus credits of the only currency. */
UNUSED static int64_t balance(uint32_t account) {
    tc_ledger_balance all[2];
    uint32_t count = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    assert_int_equal(tc_ledger_balances(snapshot, all, 2, &count, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    if (count == 0) return 0;
    assert_int_equal(count, 1);
    return all[0].debit_minor[account] - all[0].credit_minor[account];
}

UNUSED static uint32_t seat_state(uint32_t seat) {
    tc_snapshot *snapshot = house_snapshot(H0);
    tc_seat_view view = TC_SEAT_VIEW_INIT;
    assert_int_equal(tc_seat_get(snapshot, H0->event[0], seat, &view, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    return view.state;
}

/* ---- the payment worker ---- */

UNUSED static uint32_t lease(tc_payment_command *commands, uint32_t max, uint32_t lease_ms) {
    tc_payment_lease_request request = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result result = TC_PAYMENT_LEASE_RESULT_INIT;
    request.worker = 1;
    request.max = max;
    request.lease_ms = lease_ms;
    result.commands = commands;
    result.commands_capacity = max;
    assert_int_equal(tc_payment_lease(H0->engine, &request, &result, NULL), TC_OK);
    assert_true(result.commands_count <= max);
    return result.commands_count;
}

/* The one command that is due. */
UNUSED static tc_payment_command lease_one(uint32_t kind) {
    tc_payment_command commands[4];
    assert_int_equal(lease(commands, 4, MINUTE), 1);
    assert_string_equal(tc_payment_kind_name(commands[0].kind), tc_payment_kind_name(kind));
    return commands[0];
}

UNUSED static void no_command_is_due(void) {
    tc_payment_command commands[4];
    assert_int_equal(lease(commands, 4, MINUTE), 0);
}

static tc_payment_result last_payment;

UNUSED static int32_t answer(const tc_payment_command *command, uint32_t outcome,
                             const char *reference) {
    tc_payment_answer_request request = TC_PAYMENT_ANSWER_REQUEST_INIT;
    request.command = command->command;
    request.attempt = command->attempt;
    request.outcome = outcome;
    request.amount_minor = command->amount_minor;
    memcpy(request.currency, command->currency, 4);
    request.reference = reference;
    last_payment = (tc_payment_result)TC_PAYMENT_RESULT_INIT;
    return tc_payment_answer(H0->engine, &request, &last_payment, NULL);
}

/* Lease the one due command, which must be of this kind, and answer it. */
UNUSED static tc_payment_command work(uint32_t kind, uint32_t outcome) {
    tc_payment_command command = lease_one(kind);
    char reference[40];
    snprintf(reference, sizeof reference, "pi_%llu", (unsigned long long)command.payment);
    assert_int_equal(answer(&command, outcome, reference), TC_OK);
    return command;
}

UNUSED static int32_t say(const char *event_id, uint32_t kind, const char *reference,
                          const uint8_t *key, int64_t amount_minor) {
    tc_payment_event_request request = TC_PAYMENT_EVENT_REQUEST_INIT;
    request.event_id = event_id;
    request.kind = kind;
    request.reference = reference;
    request.amount_minor = amount_minor;
    if (amount_minor) memcpy(request.currency, "EUR", 4);
    if (key) memcpy(request.idempotency_key, key, 16);
    last_payment = (tc_payment_result)TC_PAYMENT_RESULT_INIT;
    return tc_payment_event(H0->engine, &request, &last_payment, NULL);
}

UNUSED static int32_t cancel(uint64_t order, const tc_secret *secret) {
    tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
    request.order = order;
    if (secret) request.secret = *secret;
    else request.flags = TC_ORDER_AS_HOST;
    return tc_order_cancel(H0->engine, &request, NULL, NULL);
}

static tc_order_result last_order;

UNUSED static int32_t refund(uint64_t order, const uint64_t *tickets, uint32_t count,
                             int64_t amount_minor, uint32_t flags) {
    tc_order_refund_request request = TC_ORDER_REFUND_REQUEST_INIT;
    request.order = order;
    request.tickets = tickets;
    request.tickets_count = count;
    request.amount_minor = amount_minor;
    request.flags = flags;
    last_order = (tc_order_result)TC_ORDER_RESULT_INIT;
    return tc_order_refund(H0->engine, &request, &last_order, NULL);
}

UNUSED static int32_t settle(uint64_t order, int64_t amount_minor) {
    tc_order_settle_request request = TC_ORDER_SETTLE_REQUEST_INIT;
    request.order = order;
    request.amount_minor = amount_minor;
    memcpy(request.currency, "EUR", 4);
    return tc_order_settle(H0->engine, &request, NULL, NULL);
}

UNUSED static int32_t pay(uint64_t order, uint32_t method) {
    tc_order_pay_request request = TC_ORDER_PAY_REQUEST_INIT;
    request.order = order;
    request.flags = TC_ORDER_AS_HOST;
    request.method = method;
    last_order = (tc_order_result)TC_ORDER_RESULT_INIT;
    return tc_order_pay(H0->engine, &request, &last_order, NULL);
}

/* Let time pass, and let the sweeps of a batch see it. */
UNUSED static void pass(int64_t ms) {
    tc_sweep_request request = TC_SWEEP_REQUEST_INIT;
    house_pass(H0, ms);
    assert_int_equal(tc_sweep(H0->engine, &request, NULL, NULL), TC_OK);
}

UNUSED static uint32_t messages_of(uint32_t kind) {
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message all[64];
    uint32_t count = 0, found = 0;
    uint64_t next = 0;
    tc_snapshot *snapshot = house_snapshot(H0);
    request.limit = 64;
    all[0] = (tc_message)TC_MESSAGE_INIT;
    assert_int_equal(tc_message_list(snapshot, &request, all, &count, &next, NULL), TC_OK);
    for (uint32_t i = 0; i < count; i++) found += all[i].kind == kind;
    tc_snapshot_close(snapshot);
    return found;
}

UNUSED static void set_rule(uint64_t field, uint32_t value) {
    tc_event_update_request request = TC_EVENT_UPDATE_REQUEST_INIT;
    request.event = H0->event[0];
    request.fields = (uint32_t)field;
    request.late_money = request.capture = request.status = value;
    assert_int_equal(tc_event_update(H0->engine, &request, NULL, NULL), TC_OK);
}

#define OH(name) cmocka_unit_test_setup_teardown(name, oh_setup, oh_teardown)

#endif
