/* The audit of the buyers' journals: every acknowledgement they wrote down must still hold, in the
 * state it had or one it may have come to; and no seat was confirmed to two of them without a
 * refund between. Reads the store through the audit's snapshot; judges, changes nothing. */
#include "demo_audit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* One confirmation of one seat, from a journal. */
typedef struct claim {
    uint32_t seat;
    const demo_journey *journey;
} claim;

static void lose(audit *a, const demo_journey *journey, const char *what, uint64_t number,
                 const char *why) {
    a->verdict->lost++;
    audit_find("buyer %" PRIu64 ": %s %" PRIu64 " %s", journey->id, what, number, why);
}

static void judge_hold(audit *a, const demo_journey *journey) {
    tc_hold_view hold = TC_HOLD_VIEW_INIT;
    tc_hold_seat seats[DEMO_WISH_MAX];
    uint32_t count = 0;
    a->verdict->acks++;
    a->verdict->holds++;
    if (tc_hold_get(a->snapshot, journey->hold, &journey->hold_secret, &hold, NULL) != TC_OK ||
        tc_hold_seats(a->snapshot, journey->hold, seats, DEMO_WISH_MAX, &count, NULL) != TC_OK) {
        lose(a, journey, "hold", journey->hold, "is not in the store");
        return;
    }
    bool same = count == journey->held_count;
    for (uint32_t i = 0; same && i < count; i++) same = seats[i].seat == journey->held[i];
    if (!same) lose(a, journey, "hold", journey->hold, "has other seats");
    if (hold.state == TC_HOLD_LIVE)
        lose(a, journey, "hold", journey->hold, "still lives after its time");
    if (journey->released) {
        a->verdict->acks++;
        if (hold.state != TC_HOLD_RELEASED)
            lose(a, journey, "hold", journey->hold, "was released and is not");
    }
}

/* What the tickets of a seat may have come to: good, or void for a reason that is written down. */
static bool may_be_void(const audit_order *order, const demo_journey *journey, uint32_t seat) {
    if (audit_taken_back(order)) return true;
    if (journey->refund_at_us == 0) return false;
    return journey->refund_ticket == 0 || journey->refund_seat == seat;
}

static void judge_tickets(audit *a, const demo_journey *journey, const audit_order *order) {
    tc_ticket tickets[2 * DEMO_WISH_MAX];
    tc_ticket_list_request request = TC_TICKET_LIST_REQUEST_INIT;
    uint32_t count = 0;
    uint64_t next = 0;
    for (int i = 0; i < 2 * DEMO_WISH_MAX; i++) tickets[i] = (tc_ticket)TC_TICKET_INIT;
    request.order = journey->order;
    request.secret = &journey->order_secret;
    request.limit = 2 * DEMO_WISH_MAX;
    if (tc_ticket_list(a->snapshot, &request, tickets, &count, &next, NULL) != TC_OK ||
        count != journey->tickets) {
        lose(a, journey, "order", journey->order, "has not the tickets it was confirmed with");
        return;
    }
    for (uint32_t i = 0; i < journey->sold_count; i++) {
        const tc_ticket *ticket = NULL;
        for (uint32_t t = 0; t < count; t++)
            if (tickets[t].seat == journey->sold[i]) ticket = &tickets[t];
        if (!ticket) lose(a, journey, "seat", journey->sold[i], "was confirmed and has no ticket");
        else if (ticket->state == TC_TICKET_VOIDED && !may_be_void(order, journey, ticket->seat))
            lose(a, journey, "seat", journey->sold[i], "was confirmed and its ticket is void");
    }
}

static void judge_order(audit *a, const demo_journey *journey) {
    tc_order view = TC_ORDER_INIT;
    a->verdict->acks++;
    const audit_order *order = audit_order_of(a, journey->order);
    if (!order ||
        tc_order_get(a->snapshot, journey->order, &journey->order_secret, &view, NULL) != TC_OK) {
        lose(a, journey, "order", journey->order, "is not in the store");
        return;
    }
    if (order->total_minor != journey->total_minor)
        lose(a, journey, "order", journey->order, "has another total");
    if (journey->confirmed_at_us) {
        a->verdict->acks++;
        if (!order->confirmed)
            lose(a, journey, "order", journey->order, "was confirmed and is not");
        else judge_tickets(a, journey, order);
    }
    if (journey->stage == DEMO_REFUNDED) {
        a->verdict->acks++;
        bool back = order->state == TC_ORDER_REFUNDED || order->state == TC_ORDER_PARTLY_REFUNDED;
        if (!back || order->refunded_minor < journey->refund_minor)
            lose(a, journey, "order", journey->order, "was refunded and is not");
    }
}

static int by_seat_and_time(const void *left, const void *right) {
    const claim *a = left, *b = right;
    if (a->seat != b->seat) return a->seat < b->seat ? -1 : 1;
    int64_t at_a = a->journey->confirmed_at_us, at_b = b->journey->confirmed_at_us;
    return (at_a > at_b) - (at_a < at_b);
}

/* Of two buyers who were told "this seat is yours", the earlier one asked for the money back before
 * the later one was told. Seats the saga itself took back are not claims. */
static void judge_claims(audit *a, const claim *claims, size_t count) {
    for (size_t i = 1; i < count; i++) {
        const demo_journey *first = claims[i - 1].journey, *second = claims[i].journey;
        if (claims[i - 1].seat != claims[i].seat) continue;
        bool given_back = first->refund_at_us && first->refund_at_us < second->confirmed_at_us &&
                          (first->refund_ticket == 0 || first->refund_seat == claims[i].seat);
        if (given_back) continue;
        a->verdict->double_sold++;
        audit_find("seat %u was confirmed to buyer %" PRIu64 " and to buyer %" PRIu64,
                   claims[i].seat, first->id, second->id);
    }
}

static size_t add_claims(audit *a, claim *claims, size_t count, const demo_journey *journey) {
    const audit_order *order = audit_order_of(a, journey->order);
    if (!journey->confirmed_at_us || (order && audit_taken_back(order))) return count;
    for (uint32_t i = 0; i < journey->sold_count; i++)
        claims[count++] = (claim){journey->sold[i], journey};
    return count;
}

/* Confirmed with other seats than it held. */
static bool was_moved(const demo_journey *journey) {
    return journey->confirmed_at_us && journey->sold_count == journey->held_count &&
           memcmp(journey->sold, journey->held, journey->sold_count * sizeof journey->sold[0]) != 0;
}

bool audit_buyers(audit *a) {
    size_t journeys = 0, count = 0;
    for (uint32_t slot = 0; slot < a->options->processes; slot++)
        journeys += a->records[slot].count;
    claim *claims = calloc(journeys * DEMO_WISH_MAX + 1, sizeof *claims);
    if (!claims) return false;
    for (uint32_t slot = 0; slot < a->options->processes; slot++) {
        for (size_t i = 0; i < a->records[slot].count; i++) {
            const demo_journey *journey = &a->records[slot].journeys[i];
            if (journey->hold) judge_hold(a, journey);
            if (journey->order) judge_order(a, journey);
            count = add_claims(a, claims, count, journey);
            a->verdict->resumed += journey->resumed;
            a->verdict->moved += was_moved(journey);
        }
    }
    qsort(claims, count, sizeof *claims, by_seat_and_time);
    judge_claims(a, claims, count);
    free(claims);
    return true;
}
