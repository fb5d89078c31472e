/* What the files of the noun "order" lend each other. */
#ifndef TICKETCORE_CLI_ORDER_H
#define TICKETCORE_CLI_ORDER_H

#include "nouns.h"

extern const cli_word cli_order_states[];

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
