/* What falls due by itself: orders whose money did not come in time. Run by the engine at the head
 * of every batch; costs one number of the HEAD page while nothing is due. */
#include "sales/sales.h"

enum { PIECE = 256 };

/* Collect first: a step deletes the rows that the cursor walks. */
static uint32_t collect(tci_ctx *ctx, uint64_t *orders, uint32_t capacity, int64_t *next_due) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_ORDER_DUE);
    tci_cursor cursor;
    tci_slice key, value;
    uint32_t found = 0;
    *next_due = INT64_MAX;
    tci_cursor_open(&cursor, ctx->view, &prefix, NULL);
    while (found < capacity && tci_cursor_next(&cursor, &key, &value)) {
        const uint8_t *at = key.data;
        TCI_ASSERT(key.len == 25);
        int64_t due = tci_key_time_at(at + 9);
        if (due > ctx->now_ms) {
            *next_due = due;
            break;
        }
        orders[found++] = tci_load64_be(at + 17);
    }
    tci_cursor_close(&cursor);
    return found;
}

uint32_t tci_sales_sweep(tci_ctx *ctx, uint32_t limit) {
    uint32_t done = 0;
    while (tci_order_next_due(ctx->view) <= ctx->now_ms) {
        uint64_t orders[PIECE];
        int64_t next_due;
        uint32_t count = collect(ctx, orders, TCI_MIN(PIECE, limit - done), &next_due);
        if (tci_view_status(ctx->view) != TC_OK) return 0;
        for (uint32_t i = 0; i < count; i++) {
            tci_fact fact = {
                .order = orders[i], .event = TCI_SAGA_DEADLINE, .reason = TC_ORDER_REASON_DEADLINE};
            tci_step_run(ctx, &fact);
            if (tci_view_status(ctx->view) != TC_OK) return 0;
        }
        done += count;
        if (done == limit) return 1;
        if (count < PIECE) tci_order_set_next_due(ctx->view, next_due);
    }
    return 0;
}

void tci_order_as_of(tci_view *view, int64_t now_ms, tci_order *order) {
    if (!tci_saga_states[order->state].due || order->deadline_ms > now_ms) return;
    const tci_saga_cell *cell = tci_saga_look(order->state, TCI_SAGA_DEADLINE);
    TCI_ASSERT(cell->verdict == TCI_SAGA_GO);
    order->state = cell->next;
    order->version++;
    order->deadline_ms = 0;
    if (order->reason == TC_ORDER_REASON_NONE) order->reason = TC_ORDER_REASON_DEADLINE;
    tci_payment payment;
    tci_payment_cmd command;
    bool withdrawn = cell->actions & TCI_ACT_WITHDRAW &&
                     tci_payment_load(view, order->payment_last, &payment) &&
                     tci_payment_cmd_load(view, payment.command, &command) &&
                     tci_payment_cmd_can_withdraw(&command);
    if (!withdrawn) return;
    /* No worker has it: the step goes on to what a refusal leads to. */
    order->state = tci_saga_look(order->state, TCI_SAGA_DECLINED)->next;
    order->version++;
}
