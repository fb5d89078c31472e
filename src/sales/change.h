/* What cancel, pay, settle and refund share: reading their head, checking who asks and which
 * version, and their common answer. Only src/sales includes this. */
#ifndef TCI_SALES_CHANGE_H
#define TCI_SALES_CHANGE_H

#include "sales/sales.h"

typedef struct tci_change {
    uint32_t flags;
    uint32_t expected;
    tci_order order;
    tci_fact fact;
    tci_step step;
    tci_slice text; /* the reference given, or empty */
    int64_t amount; /* for the answer */
} tci_change;

/* Decide: the head of the command: order (8), flags (4), expected version (4), secret's hash (16).
 */
int32_t tci_change_begin(tci_ctx *ctx, tci_reader *reader, tci_change *change);
/* Decide: exactly the frozen total. */
int32_t tci_change_check_money(tci_ctx *ctx, const tci_change *change, uint16_t currency,
                               int64_t amount, const char *field);
/* Apply: what the public result is decoded from. */
void tci_change_answer(const tci_change *change, tci_buf *answer);

#endif
