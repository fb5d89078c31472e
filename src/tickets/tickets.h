/* The face of tickets for sales. A ticket's id is event << 32 | number in the event. A ticket keeps
 * no secret: its order's opens it, and so does its own, derived from what the store keeps of its
 * order's (src/api/ticket.c). */
#ifndef TCI_TICKETS_H
#define TCI_TICKETS_H

#include "engine/command.h"

typedef struct tci_ticket {
    uint64_t event;
    uint32_t number; /* in the event, from 1 */
    uint32_t version;
    uint8_t state; /* a tc_ticket_state: valid, used, void */
    uint32_t seat; /* or TCI_SEAT_NONE */
    uint32_t pool; /* or 0 */
    uint32_t type; /* ticket type in the event */
    uint64_t order;
    uint32_t line;       /* of the order */
    int64_t price_minor; /* what was paid for it, fees and taxes in */
    uint32_t serial;     /* +1 a reissue; a barcode of an older one is dead */
    int64_t issued_at_ms;
    int64_t used_at_ms;   /* first successful check-in, 0: none */
    int64_t voided_at_ms; /* 0: not void */
    uint32_t used_gate;   /* of the first successful check-in */
} tci_ticket;

static inline uint64_t tci_ticket_id(uint64_t event, uint32_t number) {
    return event << 32 | number;
}

bool tci_ticket_load(tci_view *view, uint64_t ticket, tci_ticket *out);
/* Apply: write a new ticket (number, version, serial, state, issued_at_ms are set here, the times
 * and gate of its use are 0); answers its number in the event. Emits ticket.issued. Consecutive
 * calls for one event answer consecutive numbers. */
uint32_t tci_ticket_issue(tci_ctx *ctx, const tci_ticket *ticket);
/* The number the next issue in this event will answer. */
uint32_t tci_ticket_next(tci_view *view, uint64_t event);
/* Apply: void a valid or used ticket; emits ticket.voided. */
void tci_ticket_void(tci_ctx *ctx, uint64_t ticket);

/* A new store's first signing key. */
void tci_tickets_init(tci_ctx *ctx, const uint8_t seed[32]);

struct tci_verify_sink;
void tci_tickets_verify(tci_view *view, int64_t now_ms, struct tci_verify_sink *sink);

extern const tci_op tci_op_ticket_void, tci_op_ticket_reissue, tci_op_signing_key_rotate,
    tci_op_checkin_scan;

#endif
