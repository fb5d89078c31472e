/* What a house does from day to day, one random action after another: holds, orders by every
 * method, payments, refunds, expiry, messages, the gate. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "harness.h"
#include "life_internal.h"

enum { MINUTE_MS = 60000 };

bool life_judge(life *it, const char *what, int32_t code) {
    if (code == TC_OK) {
        life_look(it);
        return true;
    }
    int32_t class = tc_error_class(code);
    if (class == TC_CLASS_STORE || class == TC_CLASS_FATAL || code == TC_E_INVALID)
        life_failed(it, what, code, NULL);
    it->refused++;
    return false;
}

static uint32_t below(life *it, uint32_t n) {
    return random_below(&it->random, n);
}

static life_hold *keep_hold(life *it, const tc_hold_create_result *made, uint32_t seats,
                            uint32_t places) {
    if (it->holds_count == LIFE_OWN_MAX) it->holds_count = 0;
    life_hold *kept = &it->holds[it->holds_count++];
    *kept = (life_hold){made->hold, made->secret, seats, places};
    return kept;
}

static life_hold take_hold(life *it) {
    uint32_t at = below(it, it->holds_count);
    life_hold taken = it->holds[at];
    it->holds[at] = it->holds[--it->holds_count];
    return taken;
}

/* One or two neighbours, sometimes with places of the pool; NULL when they are taken. */
static life_hold *make_hold(life *it) {
    tc_hold_seat wish[2];
    tc_hold_pool places = {it->event, it->pool, 1 + below(it, 3)};
    tc_hold_create_request request = TC_HOLD_CREATE_REQUEST_INIT;
    tc_hold_create_result made = TC_HOLD_CREATE_RESULT_INIT;
    uint32_t seat = below(it, LIFE_SEATS / 2) * 2;
    request.seats_count = 1 + below(it, 2);
    for (uint32_t i = 0; i < request.seats_count; i++)
        wish[i] = (tc_hold_seat){it->event, seat + i, 0};
    request.seats = wish;
    request.pools = &places;
    request.pools_count = below(it, 4) == 0;
    request.flags = TC_HOLD_ALLOW_ORPHANS;
    request.buyer = "ada";
    request.request_id = life_request(it);
    if (!LIFE_TRY(it, tc_hold_create, &request, &made)) return NULL;
    return keep_hold(it, &made, request.seats_count, request.pools_count ? places.quantity : 0);
}

static void do_hold(life *it) {
    (void)make_hold(it);
}

static void do_best(life *it) {
    tc_hold_best_request request = TC_HOLD_BEST_REQUEST_INIT;
    tc_hold_best_result made = TC_HOLD_BEST_RESULT_INIT;
    request.event = it->event;
    request.quantity = 1 + below(it, 3);
    request.request_id = life_request(it);
    if (LIFE_TRY(it, tc_hold_best, &request, &made)) keep_hold(it, &made, request.quantity, 0);
}

static void do_release(life *it) {
    if (it->holds_count == 0) return;
    life_hold hold = take_hold(it);
    tc_hold_release_request request = TC_HOLD_RELEASE_REQUEST_INIT;
    request.hold = hold.hold;
    request.secret = hold.secret;
    request.request_id = life_request(it);
    LIFE_TRY(it, tc_hold_release, &request, NULL);
}

static void do_extend(life *it) {
    if (it->holds_count == 0) return;
    const life_hold *hold = &it->holds[below(it, it->holds_count)];
    tc_hold_extend_request request = TC_HOLD_EXTEND_REQUEST_INIT;
    request.hold = hold->hold;
    request.secret = hold->secret;
    request.ttl_ms = 20 * MINUTE_MS;
    request.request_id = life_request(it);
    LIFE_TRY(it, tc_hold_extend, &request, NULL);
}

static void do_swap(life *it) {
    if (it->holds_count == 0) return;
    life_hold hold = take_hold(it);
    tc_hold_seat wish = {it->event, below(it, LIFE_SEATS), 0};
    tc_hold_swap_request request = TC_HOLD_SWAP_REQUEST_INIT;
    tc_hold_swap_result made = TC_HOLD_CREATE_RESULT_INIT;
    request.hold = hold.hold;
    request.secret = hold.secret;
    request.seats = &wish;
    request.seats_count = 1;
    request.flags = TC_HOLD_ALLOW_ORPHANS;
    request.request_id = life_request(it);
    if (LIFE_TRY(it, tc_hold_swap, &request, &made)) keep_hold(it, &made, 1, 0);
    else it->holds[it->holds_count++] = hold;
}

/* An order of a new hold. */
static uint64_t order_by(life *it, uint32_t method) {
    static const tc_contact CONTACT = {sizeof CONTACT, TC_MESSAGE_EMAIL, "ada@example.org", "en"};
    if (!make_hold(it)) return 0;
    life_hold hold = it->holds[--it->holds_count];
    tc_order_item items[3] = {{1, 1}, {1, 1}, {1, 1}};
    tc_order_create_request request = TC_ORDER_CREATE_REQUEST_INIT;
    tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
    items[hold.seats] = (tc_order_item){2, hold.places};
    request.hold = hold.hold;
    request.hold_secret = hold.secret;
    request.items = items;
    request.items_count = hold.seats + (hold.places != 0);
    request.method = method;
    request.contacts = &CONTACT;
    request.contacts_count = 1;
    request.token = method == TC_PAY_PROVIDER ? "tok_visa" : NULL;
    request.request_id = life_request(it);
    if (!LIFE_TRY(it, tc_order_create, &request, &made)) return 0;
    if (it->orders_count == LIFE_OWN_MAX) it->orders_count = 0;
    it->orders[it->orders_count++] = made.order;
    return made.order;
}

static void do_paid(life *it) {
    order_by(it, TC_PAY_PAID);
}

static void do_provider(life *it) {
    order_by(it, TC_PAY_PROVIDER);
}

static void do_offline(life *it) {
    uint64_t order = order_by(it, TC_PAY_OFFLINE);
    if (order == 0 || below(it, 3) == 0) return;
    tc_snapshot *snapshot;
    tc_order view = TC_ORDER_INIT;
    if (tc_snapshot_open(it->engine, &snapshot, NULL) != TC_OK) return;
    int32_t code = tc_order_get(snapshot, order, NULL, &view, NULL);
    tc_snapshot_close(snapshot);
    if (code != TC_OK) life_failed(it, "order_get", code, NULL);
    tc_order_settle_request request = TC_ORDER_SETTLE_REQUEST_INIT;
    request.order = order;
    request.amount_minor = view.total_minor;
    memcpy(request.currency, "EUR", 4);
    request.request_id = life_request(it);
    LIFE_TRY(it, tc_order_settle, &request, NULL);
}

static void do_cancel(life *it) {
    if (it->orders_count == 0) return;
    tc_order_cancel_request request = TC_ORDER_CANCEL_REQUEST_INIT;
    request.order = it->orders[below(it, it->orders_count)];
    request.flags = TC_ORDER_AS_HOST;
    request.request_id = life_request(it);
    LIFE_TRY(it, tc_order_cancel, &request, NULL);
}

static void do_refund(life *it) {
    if (it->orders_count == 0) return;
    uint64_t tickets[8];
    tc_ticket all[8];
    uint32_t count = 0;
    uint64_t next = 0;
    tc_order_refund_request request = TC_ORDER_REFUND_REQUEST_INIT;
    request.order = it->orders[below(it, it->orders_count)];
    request.request_id = life_request(it);
    if (below(it, 2)) {
        tc_snapshot *snapshot;
        tc_ticket_list_request list = TC_TICKET_LIST_REQUEST_INIT;
        list.order = request.order;
        list.limit = 8;
        all[0] = (tc_ticket)TC_TICKET_INIT;
        if (tc_snapshot_open(it->engine, &snapshot, NULL) != TC_OK) return;
        if (tc_ticket_list(snapshot, &list, all, &count, &next, NULL) != TC_OK) count = 0;
        tc_snapshot_close(snapshot);
        for (uint32_t i = 0; i < count; i++) tickets[i] = all[i].id;
        request.tickets = tickets;
        request.tickets_count = count ? 1 : 0;
    }
    LIFE_TRY(it, tc_order_refund, &request, NULL);
}

/* The payment worker: lease what is due and answer it, mostly well. */
static void do_payments(life *it) {
    tc_payment_command commands[4];
    tc_payment_lease_request lease = TC_PAYMENT_LEASE_REQUEST_INIT;
    tc_payment_lease_result leased = TC_PAYMENT_LEASE_RESULT_INIT;
    lease.worker = 1;
    lease.max = 4;
    leased.commands = commands;
    leased.commands_capacity = 4;
    if (!LIFE_TRY(it, tc_payment_lease, &lease, &leased)) return;
    for (uint32_t i = 0; i < leased.commands_count; i++) {
        tc_payment_answer_request answer = TC_PAYMENT_ANSWER_REQUEST_INIT;
        char reference[40];
        snprintf(reference, sizeof reference, "pi_%llu", (unsigned long long)commands[i].payment);
        static const uint32_t MOODS[] = {TC_OUTCOME_DONE, TC_OUTCOME_DONE,     TC_OUTCOME_DONE,
                                         TC_OUTCOME_DONE, TC_OUTCOME_DECLINED, TC_OUTCOME_UNKNOWN};
        answer.command = commands[i].command;
        answer.attempt = commands[i].attempt;
        answer.outcome = MOODS[below(it, 6)];
        answer.amount_minor = commands[i].amount_minor;
        memcpy(answer.currency, commands[i].currency, 4);
        answer.reference = reference;
        LIFE_TRY(it, tc_payment_answer, &answer, NULL);
    }
}

/* Time passes, mostly little; what fell due is swept at once, so that the clock of the newest
 * commit judges as a reader's does. */
static void do_time(life *it) {
    int64_t now_ms;
    tc_sweep_request sweep = TC_SWEEP_REQUEST_INIT;
    tc_engine_clock(it->engine, &now_ms, NULL);
    it->clock_ms = now_ms + (below(it, 3) ? 1000 : 6 * MINUTE_MS);
    int32_t code = tc_engine_set_clock(it->engine, it->clock_ms, NULL);
    if (code != TC_OK && code != TC_E_INVALID) life_failed(it, "set_clock", code, NULL);
    LIFE_TRY(it, tc_sweep, &sweep, NULL);
}

static void do_message(life *it) {
    tc_message_create_request request = TC_MESSAGE_CREATE_REQUEST_INIT;
    request.kind = TC_MESSAGE_EVENT_REMINDER;
    request.channel = TC_MESSAGE_SMS;
    request.event = it->event;
    request.address = "+43123456";
    request.request_id = life_request(it);
    LIFE_TRY(it, tc_message_create, &request, NULL);
}

static void do_post(life *it) {
    tc_leased_message messages[4];
    tc_message_lease_request lease = TC_MESSAGE_LEASE_REQUEST_INIT;
    tc_message_lease_result leased = TC_MESSAGE_LEASE_RESULT_INIT;
    lease.max = 1 + below(it, 4);
    leased.messages = messages;
    leased.messages_capacity = 4;
    if (!LIFE_TRY(it, tc_message_lease, &lease, &leased)) return;
    for (uint32_t i = 0; i < leased.messages_count; i++) {
        tc_message_answer_request answer = TC_MESSAGE_ANSWER_REQUEST_INIT;
        answer.message = messages[i].message;
        answer.lease = messages[i].lease;
        answer.outcome = below(it, 4) ? TC_MESSAGE_OUTCOME_SENT : TC_MESSAGE_OUTCOME_RETRY;
        LIFE_TRY(it, tc_message_answer, &answer, NULL);
    }
}

/* A ticket of an own order, if there are any. */
static uint64_t some_ticket(life *it) {
    tc_availability seats = TC_AVAILABILITY_INIT;
    tc_ticket_counts counts = {.size = sizeof counts};
    tc_snapshot *snapshot;
    if (tc_snapshot_open(it->engine, &snapshot, NULL) != TC_OK) return 0;
    (void)tc_availability_get(snapshot, it->event, &seats, NULL);
    (void)tc_ticket_count(snapshot, it->event, &counts, NULL);
    tc_snapshot_close(snapshot);
    return counts.issued ? it->event << 32 | (1 + below(it, counts.issued)) : 0;
}

static void do_gate(life *it) {
    tc_checkin_scan_request request = TC_CHECKIN_SCAN_REQUEST_INIT;
    tc_checkin_scan_result entry = TC_CHECKIN_SCAN_RESULT_INIT;
    request.event = it->event;
    request.ticket = some_ticket(it);
    request.gate = 1 + below(it, 3);
    request.request_id = life_request(it);
    if (request.ticket) LIFE_TRY(it, tc_checkin_scan, &request, &entry);
}

static void do_ticket(life *it) {
    tc_ticket_reissue_request reissue = TC_TICKET_REISSUE_REQUEST_INIT;
    tc_ticket_void_request end = TC_TICKET_VOID_REQUEST_INIT;
    reissue.ticket = end.ticket = some_ticket(it);
    reissue.request_id = end.request_id = life_request(it);
    if (reissue.ticket == 0) return;
    if (below(it, 3)) LIFE_TRY(it, tc_ticket_reissue, &reissue, NULL);
    else LIFE_TRY(it, tc_ticket_void, &end, NULL);
}

static void do_block(life *it) {
    tc_seat_version seat = {below(it, LIFE_SEATS), 0};
    tc_seat_block_request request = TC_SEAT_BLOCK_REQUEST_INIT;
    request.event = it->event;
    request.seats = &seat;
    request.seats_count = 1;
    request.request_id = life_request(it);
    if (LIFE_TRY(it, tc_seat_block, &request, NULL) && below(it, 3)) {
        request.request_id = life_request(it);
        LIFE_TRY(it, tc_seat_unblock, &request, NULL);
    }
}

static void do_template(life *it) {
    tc_template_put_request request = TC_TEMPLATE_PUT_REQUEST_INIT;
    char body[4000];
    size_t length = 200 + below(it, 3600);
    memset(body, 'x', length);
    body[length] = '\0';
    request.kind = TC_MESSAGE_CUSTOM + below(it, 3);
    request.channel = TC_MESSAGE_SMS;
    request.body = body;
    request.request_id = life_request(it);
    LIFE_TRY(it, tc_template_put, &request, NULL);
}

static void do_prune(life *it) {
    tc_feed_prune_request request = TC_FEED_PRUNE_REQUEST_INIT;
    tc_feed_cursor end;
    tc_snapshot *snapshot;
    if (tc_snapshot_open(it->engine, &snapshot, NULL) != TC_OK) return;
    (void)tc_feed_ends(snapshot, NULL, &end, NULL);
    tc_snapshot_close(snapshot);
    uint64_t last = tc_feed_cursor_sequence(end);
    request.before = tc_feed_cursor_at(last > 20 ? last - 20 : 1);
    request.request_id = life_request(it);
    LIFE_TRY(it, tc_feed_prune, &request, NULL);
}

static const struct {
    void (*action)(life *it);
    uint32_t weight;
} ACTIONS[] = {
    {do_hold, 14},    {do_best, 4},     {do_release, 9},  {do_extend, 3}, {do_swap, 4},
    {do_paid, 14},    {do_provider, 9}, {do_offline, 5},  {do_cancel, 4}, {do_refund, 7},
    {do_payments, 9}, {do_time, 6},     {do_message, 3},  {do_post, 4},   {do_gate, 3},
    {do_ticket, 3},   {do_block, 4},    {do_template, 2}, {do_prune, 2},
};

void life_note(life *it) {
    do_message(it);
}

void life_step(life *it) {
    uint32_t all = 0;
    for (size_t i = 0; i < sizeof ACTIONS / sizeof *ACTIONS; i++) all += ACTIONS[i].weight;
    uint32_t draw = below(it, all);
    size_t i = 0;
    while (draw >= ACTIONS[i].weight) draw -= ACTIONS[i++].weight;
    ACTIONS[i].action(it);
}

void life_batch(life *it, uint32_t count) {
    tc_command *commands = calloc(count, sizeof *commands);
    tc_hold_create_request *requests = calloc(count, sizeof *requests);
    tc_hold_seat *seats = calloc(count, sizeof *seats);
    if (!commands || !requests || !seats) life_failed(it, "memory", TC_E_NOMEM, NULL);
    for (uint32_t i = 0; i < count; i++) {
        seats[i] = (tc_hold_seat){it->event, below(it, LIFE_SEATS), 0};
        requests[i] = (tc_hold_create_request)TC_HOLD_CREATE_REQUEST_INIT;
        requests[i].seats = &seats[i];
        requests[i].seats_count = 1;
        requests[i].flags = TC_HOLD_ALLOW_ORPHANS;
        requests[i].ttl_ms = (1 + below(it, 12)) * 5 * MINUTE_MS;
        requests[i].request_id = life_request(it);
        commands[i] = (tc_command)TC_COMMAND_INIT;
        commands[i].kind = TC_HOLD_CREATE;
        commands[i].request = &requests[i];
    }
    int32_t code = tc_command_batch(it->engine, commands, count, NULL);
    if (code != TC_OK) life_failed(it, "batch", code, NULL);
    life_look(it);
    free(commands);
    free(requests);
    free(seats);
}

bool life_goes_on(tc_engine *engine, uint64_t seed, char *sentence, size_t room) {
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *snapshot;
    tc_fault fault;
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    tc_hold_best_request best = TC_HOLD_BEST_REQUEST_INIT;
    tc_hold_best_result held = TC_HOLD_BEST_RESULT_INIT;
    best.event = 1;
    best.quantity = 1 + (uint32_t)(seed % 2);
    int32_t code = tc_hold_best(engine, &best, &held, &error);
    if (code == TC_OK) {
        const tc_order_item items[2] = {{1, 1}, {1, 1}};
        tc_order_create_request order = TC_ORDER_CREATE_REQUEST_INIT;
        tc_order_create_result made = TC_ORDER_CREATE_RESULT_INIT;
        order.hold = held.hold;
        order.hold_secret = held.secret;
        order.items = items;
        order.items_count = best.quantity;
        order.method = TC_PAY_PAID;
        code = tc_order_create(engine, &order, &made, &error);
    }
    int32_t class = tc_error_class(code);
    if (code != TC_OK && (class == TC_CLASS_STORE || class == TC_CLASS_FATAL)) {
        snprintf(sentence, room, "it does not go on: %s: %.150s", tc_error_name(code),
                 error.message);
        return false;
    }
    report.faults = &fault;
    report.faults_capacity = 1;
    code = tc_snapshot_open(engine, &snapshot, NULL);
    if (code == TC_OK) {
        code = tc_verify(snapshot, &report, NULL);
        tc_snapshot_close(snapshot);
    }
    if (code == TC_OK && report.faults_count == 0) return true;
    snprintf(sentence, room, "after going on: %s: %.150s", tc_error_name(code),
             report.faults_count ? fault.sentence : "");
    return false;
}
