/* The face of the outbox for the rest of the domain: queue a message in the commit that causes it.
 */
#ifndef TCI_OUTBOX_H
#define TCI_OUTBOX_H

#include "engine/command.h"

/* A message as its cause queues it. What it says is rendered when it is leased, from its template
 * and from what it is about; so queuing one writes one record of a packed page. */
typedef struct tci_message_new {
    uint16_t kind;         /* a tc_message_kind: order confirmed, order refunded, … */
    uint8_t channel;       /* a tc_message_channel: e-mail, SMS, push, webhook */
    uint64_t event;        /* or 0 */
    uint64_t order;        /* or 0: where the address is found when `address` is empty */
    uint64_t ticket;       /* or 0 */
    int64_t not_before_ms; /* 0: at once */
    uint64_t dedupe;     /* 0: none; else a second message with it is not queued. The top bit is the
                          * hosts': engine keys leave it clear */
    tci_slice address;   /* empty: the order's contact */
    tci_slice variables; /* encoded name/value pairs (tci_variables_write), or empty */
    tci_slice locale;    /* empty: the order's */
    uint8_t attempts_max; /* 0: the default */
} tci_message_new;

/* Apply: answers the message's number, 0 when its dedupe key was there already. */
uint64_t tci_message_queue(tci_ctx *ctx, const tci_message_new *message);
/* What a message about a refund says of it, as its `variables`: refund_id, refund_amount (with the
 * currency's decimals), refund_amount_minor. */
void tci_message_refund_facts(tci_buf *out, uint64_t refund, int64_t amount_minor,
                              const char currency[4]);
/* Apply: drop messages of an order that wait for their time (cancelled with the show). */
void tci_message_cancel_order(tci_ctx *ctx, uint64_t order);

/* Milliseconds the message that should have been leased first has been waiting; 0: none is due. */
int64_t tci_outbox_lag(tci_view *view, int64_t now_ms);

struct tci_verify_sink;
void tci_outbox_verify(tci_view *view, int64_t now_ms, struct tci_verify_sink *sink);

extern const tci_op tci_op_message_create, tci_op_message_lease, tci_op_message_answer,
    tci_op_message_retry, tci_op_message_cancel, tci_op_template_put, tci_op_template_delete;

#endif
