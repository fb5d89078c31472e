/* The tickets of an event: a packed array in its partition, and the counts by state beside it.
 * Sales issues and voids through here; check-in and reissue change through here. Counters are
 * changed where the state is, nowhere else. */
#include "ticketcore/feed_types.h"
#include "tickets/internal.h"

#define TICKET_BYTES 72

static const tci_array TICKETS = {TCI_SPACE_TICKET, TICKET_BYTES, true};

static void ticket_read(const uint8_t *at, tci_ticket *out) {
    out->version = tci_load32(at);
    out->state = at[4];
    out->seat = tci_load32(at + 8);
    out->pool = tci_load32(at + 12);
    out->type = tci_load32(at + 16);
    out->line = tci_load32(at + 20);
    out->order = tci_load64(at + 24);
    out->price_minor = tci_load_i64(at + 32);
    out->serial = tci_load32(at + 40);
    out->used_gate = tci_load32(at + 44);
    out->issued_at_ms = tci_load_i64(at + 48);
    out->used_at_ms = tci_load_i64(at + 56);
    out->voided_at_ms = tci_load_i64(at + 64);
}

static void ticket_write(uint8_t *at, const tci_ticket *ticket) {
    tci_store32(at, ticket->version);
    tci_store32(at + 4, ticket->state);
    tci_store32(at + 8, ticket->seat);
    tci_store32(at + 12, ticket->pool);
    tci_store32(at + 16, ticket->type);
    tci_store32(at + 20, ticket->line);
    tci_store64(at + 24, ticket->order);
    tci_store_i64(at + 32, ticket->price_minor);
    tci_store32(at + 40, ticket->serial);
    tci_store32(at + 44, ticket->used_gate);
    tci_store_i64(at + 48, ticket->issued_at_ms);
    tci_store_i64(at + 56, ticket->used_at_ms);
    tci_store_i64(at + 64, ticket->voided_at_ms);
}

static void ticket_store(tci_view *view, const tci_ticket *ticket) {
    TCI_ASSERT(ticket->number != 0 && ticket->version != 0);
    ticket_write(tci_array_at(view, &TICKETS, ticket->event, ticket->number - 1), ticket);
}

bool tci_ticket_load(tci_view *view, uint64_t ticket, tci_ticket *out) {
    uint64_t event = ticket >> 32;
    uint32_t number = (uint32_t)ticket;
    if (event == 0 || number == 0 || number >= tci_ticket_next(view, event)) return false;
    const uint8_t *at = tci_array_get(view, &TICKETS, event, number - 1);
    if (!at || tci_load32(at) == 0) return false;
    out->event = event;
    out->number = number;
    ticket_read(at, out);
    return true;
}

uint32_t tci_ticket_next(tci_view *view, uint64_t event) {
    return (uint32_t)tci_slot_peek(view, event, TCI_SLOT_EVENT_TICKET_NEXT);
}

uint32_t tci_ticket_used_count(tci_view *view, uint64_t event) {
    return (uint32_t)tci_slot_get(view, event, TCI_SLOT_EVENT_TICKETS_USED);
}

uint32_t tci_ticket_void_count(tci_view *view, uint64_t event) {
    return (uint32_t)tci_slot_get(view, event, TCI_SLOT_EVENT_TICKETS_VOID);
}

uint32_t tci_ticket_issue(tci_ctx *ctx, const tci_ticket *from) {
    TCI_ASSERT(from->event != 0 && from->event <= UINT32_MAX && from->order != 0);
    TCI_ASSERT((from->seat == TCI_SEAT_NONE) != (from->pool == 0) && from->price_minor >= 0);
    tci_ticket ticket = *from;
    uint64_t number = tci_slot_take(ctx->view, ticket.event, TCI_SLOT_EVENT_TICKET_NEXT, 1);
    TCI_ASSERT(number < UINT32_MAX);
    ticket.number = (uint32_t)number;
    ticket.version = 1;
    ticket.serial = 1;
    ticket.state = TC_TICKET_VALID;
    ticket.issued_at_ms = ctx->now_ms;
    ticket.used_at_ms = ticket.voided_at_ms = 0;
    ticket.used_gate = 0;
    ticket_store(ctx->view, &ticket);
    uint8_t payload[16];
    tci_store64(payload, ticket.order);
    tci_store32(payload + 8, ticket.seat);
    tci_store32(payload + 12, ticket.type);
    tci_emit(ctx, TC_FEED_TICKET_ISSUED, ticket.event, tci_ticket_id(ticket.event, ticket.number),
             1, tci_slice_of(payload, sizeof payload));
    return ticket.number;
}

static void move_count(tci_view *view, uint64_t event, uint32_t slot, bool from, bool to) {
    if (from == to) return;
    uint64_t count = tci_slot_get(view, event, slot);
    TCI_ASSERT(to || count > 0);
    tci_slot_set(view, event, slot, to ? count + 1 : count - 1);
}

uint32_t tci_ticket_change(tci_ctx *ctx, const tci_ticket *before, tci_ticket *after) {
    TCI_ASSERT(before->event == after->event && before->number == after->number);
    TCI_ASSERT(before->state != TC_TICKET_VOIDED); /* void is for ever */
    after->version = before->version + 1;
    move_count(ctx->view, after->event, TCI_SLOT_EVENT_TICKETS_USED,
               before->state == TC_TICKET_USED, after->state == TC_TICKET_USED);
    move_count(ctx->view, after->event, TCI_SLOT_EVENT_TICKETS_VOID, false,
               after->state == TC_TICKET_VOIDED);
    ticket_store(ctx->view, after);
    return after->version;
}

void tci_ticket_void(tci_ctx *ctx, uint64_t id) {
    tci_ticket ticket;
    bool exists = tci_ticket_load(ctx->view, id, &ticket);
    TCI_PROVE(ctx->view, exists);
    if (!exists) return;
    tci_ticket after = ticket;
    after.state = TC_TICKET_VOIDED;
    after.voided_at_ms = ctx->now_ms;
    tci_ticket_change(ctx, &ticket, &after);
    uint8_t payload[8];
    tci_store64(payload, after.order);
    tci_emit(ctx, TC_FEED_TICKET_VOIDED, after.event, id, after.version,
             tci_slice_of(payload, sizeof payload));
}
