/* The face of sales: orders and their lines, quotes, and the one way an order changes, a step of
 * its saga. A step is planned in decide (it may be refused) and carried out in apply (it cannot
 * be); payments bring their answers and events here as facts. */
#ifndef TCI_SALES_H
#define TCI_SALES_H

#include "inventory/inventory.h"
#include "payment/payment.h"
#include "sales/contact.h"
#include "ticketcore/quote.h"
#include "ticketcore/ticket.h"
#include "tickets/tickets.h"

/* ---- orders and lines (record.c, text.c) ---- */

enum { TCI_ORDER_HAS_TEXT = 0x80 }; /* of tci_order.contacts; below: 1 << channel */

typedef struct tci_order {
    uint64_t id;
    uint32_t version;
    uint8_t state;    /* a tc_order_state */
    uint8_t method;   /* a tc_pay_method */
    uint8_t reason;   /* a tc_order_reason */
    uint8_t contacts; /* bit per tc_message_channel with an address, TCI_ORDER_HAS_TEXT */
    uint64_t hold;
    uint64_t event; /* of its first line */
    uint64_t line_first;
    uint32_t lines;
    uint32_t tickets; /* places of all its lines */
    uint16_t refunds_open;
    uint16_t refunds_failed; /* stray ones too */
    uint16_t currency;       /* packed */
    int64_t total;
    int64_t captured;
    int64_t refunded;
    int64_t created_at_ms;
    int64_t confirmed_at_ms;
    int64_t deadline_ms; /* 0: it does not wait for its buyer */
    uint8_t buyer[16];   /* keyed hash; zero: none */
    uint8_t secret[16];  /* keyed hash */
    uint64_t ledger_last;
    uint64_t payment_last;
    uint64_t refund_last;
} tci_order;

typedef struct tci_line {
    uint64_t order;
    uint64_t event;
    uint64_t prev;   /* newest line of the event before this order's; 0: none, or not its first */
    uint32_t target; /* seat, or pool */
    uint32_t quantity;
    uint32_t type;         /* ticket type */
    uint32_t ticket_first; /* number in the event; 0: not issued */
    int64_t price;
    int64_t fee;
    int64_t tax;
    uint32_t tax_bp;
    uint32_t returned; /* places that went back on sale */
    bool pool;
    bool inclusive; /* price and fee contain the tax */
} tci_line;

static inline int64_t tci_line_total(const tci_line *line) {
    return line->price + line->fee + (line->inclusive ? 0 : line->tax);
}

bool tci_order_load(tci_view *view, uint64_t order, tci_order *out);
bool tci_line_load(tci_view *view, uint64_t index, tci_line *out);
/* Apply. */
void tci_order_save(tci_view *view, const tci_order *order);
void tci_line_save(tci_view *view, uint64_t index, const tci_line *line);
/* Apply: the row by which the deadline is swept, moved or gone with the state. */
void tci_order_set_due(tci_view *view, uint64_t order, int64_t from_ms, int64_t to_ms);
/* No order falls due before; INT64_MAX: none waits. */
int64_t tci_order_next_due(tci_view *view);
void tci_order_set_next_due(tci_view *view, int64_t due_ms);

/* The order's reference and contacts as one row: reference, count (1), then channel (1), locale,
 * address each. */
bool tci_order_text(tci_view *view, uint64_t order, tci_slice *text);
void tci_order_set_text(tci_view *view, uint64_t order, tci_slice text);
tci_slice tci_order_reference(tci_view *view, const tci_order *order);
/* Apply: another reference; the contacts stay. */
void tci_order_set_reference(tci_view *view, tci_order *order, tci_slice reference);

/* The order as the sweep will have made it: a deadline counts at its millisecond, swept or not. */
void tci_order_as_of(tci_view *view, int64_t now_ms, tci_order *order);
/* Tickets of the order that are not void. */
uint32_t tci_order_good_tickets(tci_view *view, const tci_order *order);

/* ---- quotes (quote.c) ---- */

typedef struct tci_quote_place {
    uint64_t event;
    bool pool;
    uint32_t target;
    uint32_t quantity;
    uint32_t type;
} tci_quote_place;

typedef struct tci_quote {
    int64_t price;
    int64_t fee;
    int64_t tax;
    int64_t total;
    uint32_t tickets;
    char currency[4];
} tci_quote;

/* Decide: what these places cost as these ticket types, sold through this channel at now_ms. Writes
 * a line each (order, prev, ticket_first stay 0). Refuses as tc_order_quote says. */
int32_t tci_quote_make(tci_ctx *ctx, const tci_quote_place *places, uint32_t count,
                       uint32_t channel, tci_line *lines, tci_quote *quote);
/* Pure: price, fee and tax of one line. False on overflow. */
bool tci_quote_line(const tci_ticket_type *type, uint32_t quantity, tci_line *line);
/* Pure: how a line's total is booked: revenue, fees, tax. */
void tci_line_split(const tci_line *line, int64_t *revenue, int64_t *fees, int64_t *tax);

/* ---- a step of the saga (step.c plans, act.c carries out) ---- */

typedef enum tci_seat_source {
    TCI_SOURCE_NONE,
    TCI_SOURCE_HOLD,      /* the order's hold lives */
    TCI_SOURCE_REGAIN,    /* it died; the same places are still free */
    TCI_SOURCE_EQUIVALENT /* it died; as good places are free */
} tci_seat_source;

/* What happened. Facts about money leave the choice between "seats" and "no seats" to the plan. */
typedef struct tci_fact {
    uint64_t order;
    tci_saga_event event;
    uint64_t payment;        /* facts of the provider */
    uint64_t refund;         /* REFUNDED…, REFUND_FAILED: which */
    uint64_t command;        /* REFUNDED…: the attempt it is about; 0: not said */
    int64_t amount;          /* refund, dispute: how much; 0: all that is left */
    const uint64_t *tickets; /* REFUND_PART: those to void */
    uint32_t tickets_count;
    uint8_t reason;      /* a tc_order_reason, where the order is given up by it */
    uint8_t method;      /* PAY_…: a tc_pay_method */
    bool by_hand;        /* money that moves outside the provider */
    bool outside;        /* a refund that the provider made by itself */
    bool beside;         /* REFUND_RETRY: only what is not the order's own money */
    int64_t deadline_ms; /* PAY_…: the new one; 0: keep */
    tci_slice token;     /* PAY_PROVIDER */
} tci_fact;

typedef struct tci_step {
    tci_fact fact;
    tci_order order;     /* as found; as it will be while acting */
    tci_payment payment; /* id 0: none */
    tci_refund refund;   /* id 0: none */
    const tci_saga_cell *cell;
    bool stray;             /* of a payment that is not the order's own */
    bool beside;            /* so, or of a refund beside the order's own money */
    uint8_t source;         /* a tci_seat_source */
    tci_hold hold;          /* with a source, or live; id 0: none */
    tci_hold_item *items;   /* EQUIVALENT: the other places */
    tci_saga_event follows; /* what the step itself brought about, TCI_SAGA_EVENTS: nothing */
    uint64_t payment_made;
    uint64_t refund_made;
} tci_step;

/* Decide: look the fact up in the table. TC_OK, or a refusal; step->cell->verdict TCI_SAGA_STAY
 * means that nothing will change. */
int32_t tci_step_plan(tci_ctx *ctx, const tci_fact *fact, tci_step *step);
/* Apply: carry it out, and what follows from it. */
void tci_step_apply(tci_ctx *ctx, tci_step *step);
/* Apply, for facts that the table never refuses: plan and carry out. */
void tci_step_run(tci_ctx *ctx, const tci_fact *fact);
/* A provider's fact that this payment is known to have had, or that is overtaken. */
bool tci_payment_knows(const tci_payment *payment, tci_saga_event event);
/* Is this payment's money not the order's own (any more)? */
bool tci_payment_is_stray(const tci_order *order, const tci_payment *payment);

/* The engine's sweep hook: cancel what is overdue. */
uint32_t tci_sales_sweep(tci_ctx *ctx, uint32_t limit);
/* Orders against lines, tickets, holds, payments and ledger. */
void tci_sales_verify(tci_view *view, int64_t now_ms, tci_verify_sink *sink);

extern const tci_op tci_op_order_create, tci_op_order_cancel, tci_op_order_pay, tci_op_order_settle,
    tci_op_order_refund;

#endif
