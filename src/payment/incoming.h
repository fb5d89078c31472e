/* What answers and provider's events share: a fact about a payment, filtered by what the payment
 * has had already, then a step of the saga. Only src/payment includes this. */
#ifndef TCI_PAYMENT_INCOMING_H
#define TCI_PAYMENT_INCOMING_H

#include "sales/sales.h"

typedef struct tci_incoming {
    tci_step step;
    bool duplicate; /* known: nothing changes */
} tci_incoming;

/* Decide: a fact from the provider. Known facts become a step that stays. */
int32_t tci_incoming_plan(tci_ctx *ctx, const tci_fact *fact, tci_incoming *incoming);
/* Decide: no fact, but order and payment are wanted for the answer. */
int32_t tci_incoming_nothing(tci_ctx *ctx, const tci_fact *fact, tci_incoming *incoming);
/* Apply. */
void tci_incoming_apply(tci_ctx *ctx, tci_incoming *incoming);
/* Apply: what tc_payment_result is decoded from. */
void tci_incoming_answer(const tci_incoming *incoming, tci_buf *answer);

#endif
