/* What the files of the noun "order" lend each other. */
#ifndef TICKETCORE_CLI_ORDER_H
#define TICKETCORE_CLI_ORDER_H

#include "nouns.h"

extern const cli_word cli_order_states[];

/** One seat, or places of one pool, and what decides what they may be sold as. */
typedef struct cli_place {
    uint64_t event;
    uint32_t category; /**< of the seat; 0: a pool's */
    uint32_t pool;     /**< 0: a seat */
    uint32_t quantity;
    char name[48]; /**< for messages: "seat 7" */
} cli_place;

/** The one ticket type that is on sale for a place; else a usage error that names those there are.
 */
int cli_choose_type(cli_call *call, const cli_place *place, uint32_t channel, tc_order_item *item);
/** What --type says: one item for each place; the caller frees. */
int cli_read_types(cli_call *call, uint32_t places, tc_order_item **items, uint32_t *count);

/** A line of an order or a quote, with its currency. */
typedef struct cli_line_row {
    tc_order_line line;
    char currency[4];
} cli_line_row;
extern const cli_field cli_line_fields[];

/* order_quote.c: what places would cost. */
int cli_order_quote(cli_call *call);
extern const cli_option cli_order_quote_options[];
extern const cli_field cli_order_quote_fields[];

/** What the hold's places are sold as, in its order; the caller frees `items` in any case. */
int cli_order_items(cli_call *call, uint64_t hold, const tc_secret *secret, tc_order_item **items,
                    uint32_t *count);

/* order_money.c: what moves an order's money. */
int cli_order_pay(cli_call *call);
int cli_order_settle(cli_call *call);
int cli_order_cancel(cli_call *call);
int cli_order_refund(cli_call *call);
extern const cli_field cli_order_result_fields[];
extern const cli_option cli_order_pay_options[];
extern const cli_option cli_order_settle_options[];
extern const cli_option cli_order_cancel_options[];
extern const cli_option cli_order_refund_options[];

#endif
