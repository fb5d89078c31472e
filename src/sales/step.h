/* What the files of a step share: the actions that move places and money. Only src/sales includes
 * this; act.c calls them in the table's order. */
#ifndef TCI_SALES_STEP_H
#define TCI_SALES_STEP_H

#include "sales/sales.h"

/* places.c */
void tci_act_sell(tci_ctx *ctx, tci_step *step);
void tci_act_return(tci_ctx *ctx, tci_step *step);
void tci_act_return_named(tci_ctx *ctx, tci_step *step);

/* books.c */
/* The sale itself, from the account the money is in or is expected from. */
void tci_book_sale(tci_ctx *ctx, tci_step *step, uint8_t debit);
void tci_act_unsell(tci_ctx *ctx, tci_step *step);
void tci_act_book_capture(tci_ctx *ctx, tci_step *step);
void tci_act_book_hand(tci_ctx *ctx, tci_step *step);
void tci_act_book_late(tci_ctx *ctx, tci_step *step);
void tci_act_book_refund(tci_ctx *ctx, tci_step *step);
void tci_act_book_refunded(tci_ctx *ctx, tci_step *step);
void tci_act_book_again(tci_ctx *ctx, tci_step *step);
void tci_act_book_dispute(tci_ctx *ctx, tci_step *step);
void tci_act_book_won(tci_ctx *ctx, tci_step *step);
void tci_act_book_lost(tci_ctx *ctx, tci_step *step);
/* A dispute that is lost now is about a part of the order's money only. */
bool tci_dispute_leaves_money(const tci_step *step);

/* refund.c */
void tci_act_refund(tci_ctx *ctx, tci_step *step);
void tci_act_retry_refunds(tci_ctx *ctx, tci_step *step);
void tci_act_refund_failed(tci_ctx *ctx, tci_step *step);

#endif
