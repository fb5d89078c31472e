/* Refunds within a step: a record for each, and the command that carries it out, or none where the
 * money goes back by hand or went back outside. Who may be refunded what is decided in
 * order_refund.c. */
#include "sales/step.h"

/* What is refunded: what was asked for, or all the money that came without seats. */
static int64_t refund_amount(const tci_step *step) {
    tci_saga_event event = step->fact.event;
    if (event == TCI_SAGA_REFUND_PART || event == TCI_SAGA_REFUND_WHOLE) return step->fact.amount;
    if (step->fact.by_hand) return step->order.captured - step->order.refunded;
    return step->payment.captured - step->payment.refunded;
}

static void open_command(tci_ctx *ctx, tci_step *step, tci_refund *refund) {
    tci_payment_cmd command = {.order = step->order.id,
                               .payment = refund->payment,
                               .refund = refund->id,
                               .kind = TC_PAYMENT_REFUND,
                               .currency = step->order.currency,
                               .amount = refund->amount};
    refund->command = tci_payment_cmd_open(ctx, &command);
    if (refund->tries < UINT8_MAX) refund->tries++;
}

void tci_act_refund(tci_ctx *ctx, tci_step *step) {
    int64_t amount = refund_amount(step);
    TCI_ASSERT(amount >= 0);
    if (amount == 0) return;
    tci_order *order = &step->order;
    tci_refund refund = {.id = tci_refund_take(ctx->view),
                         .order = order->id,
                         .prev = order->refund_last,
                         .payment = step->fact.by_hand ? 0 : step->payment.id,
                         .state = TC_REFUND_OPEN,
                         .stray = step->stray,
                         .amount = amount,
                         .created_at_ms = ctx->now_ms};
    TCI_ASSERT(step->fact.by_hand || step->payment.id != 0);
    bool asked =
        step->fact.event == TCI_SAGA_REFUND_PART || step->fact.event == TCI_SAGA_REFUND_WHOLE;
    /* Money that came by hand without seats waits for a hand to give it back. */
    if (step->fact.by_hand && !asked) refund.state = TC_REFUND_FAILED;
    else if (step->fact.by_hand || step->fact.outside) step->follows = TCI_SAGA_REFUNDED;
    else open_command(ctx, step, &refund);
    if (!refund.stray && refund.state == TC_REFUND_OPEN) order->refunds_open++;
    if (refund.state == TC_REFUND_FAILED) order->refunds_failed++;
    order->refund_last = step->refund_made = refund.id;
    tci_refund_save(ctx->view, &refund);
}

/* The attempt before this one, parked so that a person saw it, is at its end. */
static void end_parked(tci_ctx *ctx, const tci_refund *refund) {
    tci_payment_cmd command;
    bool open = tci_payment_cmd_load(ctx->view, refund->command, &command) &&
                command.state == TCI_COMMAND_OPEN;
    if (open) tci_payment_cmd_finish(ctx->view, &command, TCI_COMMAND_REFUSED);
}

void tci_act_retry_refunds(tci_ctx *ctx, tci_step *step) {
    tci_order *order = &step->order;
    uint64_t next = order->refund_last;
    for (tci_refund refund; tci_refund_load(ctx->view, next, &refund); next = refund.prev) {
        if (refund.state != TC_REFUND_FAILED || (step->beside && !refund.stray)) continue;
        TCI_ASSERT(order->refunds_failed > 0);
        order->refunds_failed--;
        if (!refund.stray) order->refunds_open++;
        end_parked(ctx, &refund);
        refund.state = TC_REFUND_OPEN;
        if (step->fact.by_hand) {
            refund.payment = refund.command = 0;
            step->follows = TCI_SAGA_REFUNDED;
        } else {
            TCI_ASSERT(refund.payment != 0);
            open_command(ctx, step, &refund);
        }
        step->refund_made = refund.id;
        tci_refund_save(ctx->view, &refund);
    }
}

void tci_act_refund_failed(tci_ctx *ctx, tci_step *step) {
    tci_refund *refund = &step->refund;
    if (refund->id == 0 || refund->state != TC_REFUND_OPEN) return;
    refund->state = TC_REFUND_FAILED;
    tci_refund_save(ctx->view, refund);
    step->order.refunds_failed++;
    tci_payment_cmd command;
    bool open = tci_payment_cmd_load(ctx->view, refund->command, &command) &&
                command.state == TCI_COMMAND_OPEN;
    /* The order of a stray payment may be at rest, where nobody looks: the backlog tells too. */
    if (open && refund->stray) tci_payment_cmd_park(ctx->view, &command);
    else if (open) tci_payment_cmd_finish(ctx->view, &command, TCI_COMMAND_REFUSED);
    if (refund->stray) return;
    TCI_ASSERT(step->order.refunds_open > 0);
    step->order.refunds_open--;
}
