/* Proves the tickets: every record whole and in one state, counters equal to what they count, every
 * seat sold to the ticket that names it, every ticket in its order, every scan numbered and its
 * nonce found both ways, every signing key able to sign. */
#include <sodium.h>

#include "engine/verify.h"
#include "inventory/inventory.h"
#include "sales/contact.h"
#include "ticketcore/seat.h"
#include "tickets/internal.h"

typedef struct tally {
    tci_verify_sink *sink;
    uint64_t event;
    uint32_t used;
    uint32_t voided;
    uint32_t entered; /* tickets that were ever used */
    uint64_t entries; /* scans that let somebody in */
} tally;

static void fault(const tally *at, const char *what, uint64_t subject, const char *sentence) {
    at->sink->fault(at->sink->user_data, what, at->event, subject, sentence);
}

static void check_place(tci_view *view, const tally *at, const tci_ticket *ticket) {
    uint64_t id = tci_ticket_id(ticket->event, ticket->number);
    if ((ticket->seat == TCI_SEAT_NONE) == (ticket->pool == 0))
        fault(at, "ticket place", id, "a ticket is not for exactly one seat or one pool");
    if (ticket->seat == TCI_SEAT_NONE || ticket->state == TC_TICKET_VOIDED) return;
    tci_seat seat;
    if (!tci_seat_load(view, ticket->event, ticket->seat, &seat) || seat.state != TC_SEAT_SOLD ||
        seat.owner != ticket->number)
        fault(at, "ticket place", id, "a ticket's seat is not sold to it");
}

static void check_order(tci_view *view, const tally *at, const tci_ticket *ticket) {
    uint64_t id = tci_ticket_id(ticket->event, ticket->number), first;
    uint32_t count;
    if (!tci_order_line_tickets(view, ticket->order, ticket->line, &first, &count) || id < first ||
        id - first >= count)
        fault(at, "ticket order", id, "a ticket's order line does not name it");
}

static void check_ticket(tci_view *view, tally *at, uint32_t number) {
    tci_ticket ticket;
    uint64_t id = tci_ticket_id(at->event, number);
    at->sink->checked++;
    if (!tci_ticket_load(view, id, &ticket)) {
        fault(at, "ticket", id, "a ticket that was issued has no record");
        return;
    }
    bool used = ticket.state == TC_TICKET_USED, voided = ticket.state == TC_TICKET_VOIDED;
    at->used += used;
    at->voided += voided;
    at->entered += ticket.used_at_ms != 0;
    if (ticket.state < TC_TICKET_VALID || ticket.state > TC_TICKET_VOIDED)
        fault(at, "ticket state", id, "a ticket has no known state");
    if (ticket.serial == 0 || ticket.serial > ticket.version)
        fault(at, "ticket serial", id, "a ticket's serial does not go with its version");
    if (used != (ticket.used_at_ms != 0) && !voided)
        fault(at, "ticket state", id, "a ticket's state and its time of use contradict each other");
    if (voided != (ticket.voided_at_ms != 0))
        fault(at, "ticket state", id,
              "a ticket's state and its time of voiding contradict each other");
    check_place(view, at, &ticket);
    check_order(view, at, &ticket);
}

static void check_scans(tci_view *view, tally *at) {
    uint64_t next = tci_scan_entry_next(view, at->event);
    for (uint64_t entry = 1; entry < next; entry++) {
        tci_scan_record scan;
        at->sink->checked++;
        if (!tci_scan_entry_load(view, at->event, entry, &scan)) {
            fault(at, "scan", entry, "an entry of check-in is missing or malformed");
            continue;
        }
        if (scan.answer == TC_SCAN_VALID) at->entries++;
        if (scan.answer == TC_SCAN_VALID && scan.ticket >> 32 != at->event)
            fault(at, "scan", entry, "a scan let in a ticket of another event");
    }
    tci_key prefix = tci_key_of(at->event, TCI_SPACE_SCAN);
    tci_key_u8(&prefix, TCI_SCAN_ROW_NONCE);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        at->sink->checked++;
        uint64_t entry = value.len == 8 ? tci_load64(value.data) : 0;
        if (entry == 0 || entry >= next)
            fault(at, "scan nonce", entry, "a scan's nonce names no entry");
    }
    tci_cursor_close(&cursor);
}

static void check_event(tci_view *view, tci_verify_sink *sink, uint64_t event) {
    tally at = {.sink = sink, .event = event};
    uint32_t next = tci_ticket_next(view, event);
    for (uint32_t number = 1; number < next; number++) check_ticket(view, &at, number);
    check_scans(view, &at);
    if (at.used != tci_ticket_used_count(view, event) ||
        at.voided != tci_ticket_void_count(view, event))
        fault(&at, "ticket counters", event, "the counters of used and void tickets are wrong");
    if (at.entered != at.entries)
        fault(&at, "ticket entries", event, "tickets used and scans that let in differ in number");
}

static void check_keys(tci_view *view, tci_verify_sink *sink) {
    tally at = {.sink = sink};
    uint32_t newest = tci_signing_key_newest(view);
    if (newest == 0) fault(&at, "signing key", 0, "the store has no signing key");
    for (uint32_t id = 1; id <= newest; id++) {
        tci_signing_key key;
        uint8_t public_key[32], secret_key[64];
        sink->checked++;
        bool sound = tci_signing_key_load(view, id, &key) &&
                     crypto_sign_seed_keypair(public_key, secret_key, key.seed) == 0 &&
                     memcmp(public_key, key.public_key, sizeof public_key) == 0;
        sodium_memzero(secret_key, sizeof secret_key);
        sodium_memzero(&key, sizeof key);
        if (!sound) fault(&at, "signing key", id, "a signing key is missing or its halves differ");
    }
}

void tci_tickets_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink) {
    uint64_t events = tci_slot_peek(view, 0, TCI_SLOT_EVENT_NEXT);
    (void)now_ms;
    check_keys(view, sink);
    for (uint64_t event = 1; event < events; event++) check_event(view, sink, event);
}
