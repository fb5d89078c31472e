/* The audit: after the sale everything that buyers, provider and carrier wrote down outside the
 * store is compared with what the store holds, and the store with itself. It uses none of the
 * engine's own checks until the last step, where the engine's verification walks everything once
 * more. */
#include "demo_audit.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE = 1000, TICKETS_PAGE = 4000, MESSAGES_PAGE = 2000, FINDINGS_MAX = 20, FAULTS_MAX = 8 };

void audit_find(const char *format, ...) {
    static int findings;
    if (++findings > FINDINGS_MAX) return;
    va_list arguments;
    va_start(arguments, format);
    fputs("audit: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    if (findings == FINDINGS_MAX) fputs("audit: further findings are counted only\n", stderr);
}

audit_order *audit_order_of(audit *a, uint64_t order) {
    if (order == 0 || order >= a->orders_count || a->orders[order].state == 0) return NULL;
    return &a->orders[order];
}

bool audit_taken_back(const audit_order *order) {
    return order->reason == TC_ORDER_REASON_CAPTURE || order->reason == TC_ORDER_REASON_PROVIDER;
}

static bool room_for_order(audit *a, uint64_t order) {
    if (order < a->orders_count) return true;
    size_t count = a->orders_count ? a->orders_count : 4096;
    while (count <= order) count *= 2;
    audit_order *orders = realloc(a->orders, count * sizeof *orders);
    if (!orders) return false;
    memset(orders + a->orders_count, 0, (count - a->orders_count) * sizeof *orders);
    a->orders = orders;
    a->orders_count = count;
    return true;
}

bool audit_walk_orders(audit *a) {
    tc_order_list_request request = TC_ORDER_LIST_REQUEST_INIT;
    tc_order *page = calloc(PAGE, sizeof *page);
    int32_t code = page ? TC_OK : TC_E_NOMEM;
    request.limit = PAGE;
    do {
        uint32_t count = 0;
        for (int i = 0; page && i < PAGE; i++) page[i] = (tc_order)TC_ORDER_INIT;
        if (code == TC_OK)
            code = tc_order_list(a->snapshot, &request, page, &count, &request.after, &a->error);
        for (uint32_t i = 0; code == TC_OK && i < count; i++) {
            if (!room_for_order(a, page[i].id)) {
                code = TC_E_NOMEM;
                break;
            }
            audit_order *order = &a->orders[page[i].id];
            order->state = page[i].state;
            order->method = page[i].method;
            order->reason = page[i].reason;
            order->confirmed = page[i].confirmed_at_ms != 0;
            order->total_minor = page[i].total_minor;
            order->captured_minor = page[i].captured_minor;
            order->refunded_minor = page[i].refunded_minor;
            a->verdict->orders += order->confirmed;
            a->verdict->refunded += order->confirmed && page[i].refunded_minor > 0;
            a->verdict->given_up += !order->confirmed;
            a->verdict->seatless += !order->confirmed && order->reason == TC_ORDER_REASON_SEATS;
            a->verdict->late += order->confirmed && order->method == TC_PAY_PROVIDER &&
                                page[i].confirmed_at_ms >= page[i].created_at_ms + a->show->ttl_ms;
            a->verdict->taken_back += order->confirmed && audit_taken_back(order);
        }
    } while (code == TC_OK && request.after != 0);
    free(page);
    a->error.code = code;
    return code == TC_OK || !demo_say_error("orders cannot be listed", &a->error);
}

static void count_ticket(audit *a, const tc_ticket *ticket) {
    audit_order *order = audit_order_of(a, ticket->order);
    if (!order) {
        a->verdict->lost++;
        audit_find("ticket %" PRIu64 " belongs to order %" PRIu64 ", which does not exist",
                   ticket->id, ticket->order);
        return;
    }
    order->tickets++;
    if (ticket->state == TC_TICKET_VOIDED) return;
    order->tickets_valid++;
    order->valid_minor += ticket->price_minor;
    if (ticket->seat == TC_TICKET_NO_SEAT) {
        a->valid_standing++;
    } else if (ticket->seat < a->show->seats) {
        if (++a->valid_of_seat[ticket->seat] == 2) {
            a->verdict->double_sold++;
            audit_find("seat %u has two valid tickets, one of them %" PRIu64, ticket->seat,
                       ticket->id);
        }
    }
}

bool audit_walk_tickets(audit *a) {
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    tc_ticket *page = calloc(TICKETS_PAGE, sizeof *page);
    int32_t code = page ? TC_OK : TC_E_NOMEM;
    request.event = a->show->event;
    request.limit = TICKETS_PAGE;
    do {
        uint32_t count = 0;
        for (int i = 0; page && i < TICKETS_PAGE; i++) page[i] = (tc_ticket)TC_TICKET_INIT;
        if (code == TC_OK)
            code = tc_ticket_list(a->snapshot, &request, page, &count, &request.after, &a->error);
        for (uint32_t i = 0; code == TC_OK && i < count; i++) count_ticket(a, &page[i]);
    } while (code == TC_OK && request.after != 0);
    free(page);
    a->error.code = code;
    return code == TC_OK || !demo_say_error("tickets cannot be listed", &a->error);
}

/* Every confirmed order told its buyer exactly once, unless all of it went back before, and what
 * the store calls sent is in the carrier's file. */
static void judge_messages(audit *a) {
    for (size_t id = 1; id < a->orders_count; id++) {
        const audit_order *order = &a->orders[id];
        uint32_t wanted = order->confirmed ? 1 : 0;
        bool told = order->delivered == wanted ||
                    (order->overtaken == wanted && order->state != TC_ORDER_SETTLED);
        if (order->state == 0 || (order->confirmations == wanted && told)) continue;
        a->verdict->lost++;
        audit_find("order %zu, %s, has %u confirmations, %u of them delivered", id,
                   tc_order_state_name(order->state), order->confirmations, order->delivered);
    }
}

bool audit_walk_messages(audit *a) {
    demo_sent sent;
    tc_message_list_request request = TC_MESSAGE_LIST_REQUEST_INIT;
    tc_message *page = calloc(MESSAGES_PAGE, sizeof *page);
    bool readable = demo_sent_read(a->show->books, &sent);
    int32_t code = !page ? TC_E_NOMEM : readable ? TC_OK : TC_E_IO;
    request.limit = MESSAGES_PAGE;
    do {
        uint32_t count = 0;
        for (int i = 0; page && i < MESSAGES_PAGE; i++) page[i] = (tc_message)TC_MESSAGE_INIT;
        if (code == TC_OK)
            code = tc_message_list(a->snapshot, &request, page, &count, &request.after, &a->error);
        for (uint32_t i = 0; code == TC_OK && i < count; i++) {
            bool delivered = demo_sent_has(&sent, page[i].id);
            audit_order *order = audit_order_of(a, page[i].order);
            if (order && page[i].kind == TC_MESSAGE_ORDER_CONFIRMED) {
                order->confirmations++;
                order->delivered += delivered;
                order->overtaken += page[i].state == TC_MESSAGE_CANCELLED;
            }
            /* Cancelled behind a worker that died between sending and saying so. */
            if (delivered && page[i].state == TC_MESSAGE_CANCELLED) continue;
            if (delivered == (page[i].state == TC_MESSAGE_SENT)) continue;
            a->verdict->lost++;
            audit_find("message %" PRIu64 " is %s in the store and %s the carrier's file",
                       page[i].id, tc_message_state_name(page[i].state),
                       delivered ? "in" : "not in");
        }
    } while (code == TC_OK && request.after != 0);
    free(page);
    a->verdict->messages = sent.count;
    demo_sent_free(&sent);
    a->error.code = code;
    if (code == TC_OK) judge_messages(a);
    return code == TC_OK || !demo_say_error("messages cannot be listed", &a->error);
}

/* The engine's own proof of every invariant, after ours. */
static bool verify(audit *a) {
    tc_fault faults[FAULTS_MAX];
    tc_verify_report report = TC_VERIFY_REPORT_INIT;
    report.faults = faults;
    report.faults_capacity = FAULTS_MAX;
    if (tc_verify(a->snapshot, &report, &a->error) != TC_OK)
        return !demo_say_error("the store cannot be verified", &a->error);
    for (uint32_t i = 0; i < report.faults_count && i < FAULTS_MAX; i++)
        audit_find("verify, %s: %s", faults[i].what, faults[i].sentence);
    a->verdict->verified = report.faults_count == 0;
    a->verdict->verified_facts = report.facts;
    a->verdict->verified_records = report.records;
    return true;
}

static bool read_records(audit *a) {
    for (uint32_t slot = 0; slot < a->options->processes; slot++) {
        if (demo_record_read(a->show->books, slot, &a->records[slot])) continue;
        fprintf(stderr, "demo: the journal of buyer process %u cannot be read\n", slot);
        return false;
    }
    return true;
}

bool demo_audit(const demo_options *options, const demo_show *show, demo_verdict *verdict) {
    audit a = {.options = options, .show = show, .verdict = verdict, .error = TC_ERROR_INIT};
    memset(verdict, 0, sizeof *verdict);
    a.valid_of_seat = calloc(show->seats, sizeof *a.valid_of_seat);
    bool good = a.valid_of_seat && read_records(&a);
    if (good && tc_snapshot_open(show->engine, &a.snapshot, &a.error) != TC_OK)
        good = !demo_say_error("the store cannot be read", &a.error);
    good = good && audit_walk_orders(&a) && audit_walk_tickets(&a) && audit_walk_messages(&a) &&
           audit_buyers(&a) && audit_seats(&a) && audit_money(&a) && verify(&a);
    tc_snapshot_close(a.snapshot);
    for (uint32_t slot = 0; slot < DEMO_PROCESSES_MAX; slot++) demo_record_free(&a.records[slot]);
    free(a.valid_of_seat);
    free(a.orders);
    return good;
}
