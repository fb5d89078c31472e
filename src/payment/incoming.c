/* Facts from the provider, whichever way they came: an answer and an event about the same thing
 * take effect once, in whichever order. */
#include "payment/incoming.h"

static const tci_saga_cell KNOWN = {TCI_SAGA_STAY, TC_ORDER_NONE, 0};

int32_t tci_incoming_nothing(tci_ctx *ctx, const tci_fact *fact, tci_incoming *incoming) {
    tci_step *step = &incoming->step;
    *step = (tci_step){.fact = *fact, .cell = &KNOWN, .follows = TCI_SAGA_EVENTS};
    if (!tci_order_load(ctx->view, fact->order, &step->order))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "order", fact->order, NULL);
    if (!tci_payment_load(ctx->view, fact->payment, &step->payment))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "payment", fact->payment, NULL);
    return TC_OK;
}

/* A refund has its end once too; a failed one may still succeed. */
static bool refund_knows(tci_ctx *ctx, const tci_fact *fact) {
    tci_refund refund;
    if (!fact->refund || !tci_refund_load(ctx->view, fact->refund, &refund)) return false;
    if (refund.state == TC_REFUND_DONE) return true;
    return refund.state == TC_REFUND_FAILED && fact->event == TCI_SAGA_REFUND_FAILED;
}

/* Each attempt of a refund is paid out once. One that was done although another one was: that is
 * money of its own. */
static bool is_paid_again(tci_ctx *ctx, const tci_fact *fact) {
    tci_refund refund;
    tci_payment_cmd command;
    return fact->event == TCI_SAGA_REFUNDED && fact->command &&
           tci_refund_load(ctx->view, fact->refund, &refund) && refund.state == TC_REFUND_DONE &&
           tci_payment_cmd_load(ctx->view, fact->command, &command) &&
           command.state != TCI_COMMAND_DONE;
}

int32_t tci_incoming_plan(tci_ctx *ctx, const tci_fact *given, tci_incoming *incoming) {
    tci_payment payment;
    tci_fact fact = *given;
    if (is_paid_again(ctx, &fact)) fact.event = TCI_SAGA_REFUNDED_AGAIN;
    bool again = fact.event == TCI_SAGA_REFUNDED_AGAIN;
    bool loaded = tci_payment_load(ctx->view, fact.payment, &payment);
    bool known = loaded && tci_payment_knows(&payment, fact.event);
    if (!loaded || known || (!again && refund_knows(ctx, &fact))) {
        incoming->duplicate = true;
        return tci_incoming_nothing(ctx, &fact, incoming);
    }
    int32_t code = tci_step_plan(ctx, &fact, &incoming->step);
    if (code != TC_OK) return code;
    incoming->duplicate = incoming->step.cell->verdict == TCI_SAGA_STAY;
    return TC_OK;
}

void tci_incoming_apply(tci_ctx *ctx, tci_incoming *incoming) {
    if (incoming->duplicate) return;
    tci_step_apply(ctx, &incoming->step);
}

void tci_incoming_answer(const tci_incoming *incoming, tci_buf *answer) {
    const tci_step *step = &incoming->step;
    tci_buf_u64(answer, step->order.id);
    tci_buf_u64(answer, step->payment.id);
    tci_buf_u8(answer, step->order.state);
    tci_buf_u8(answer, incoming->duplicate);
}
