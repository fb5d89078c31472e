/* What a step does to the ledger and to the sums in order and payment. Each action of the table
 * that begins with "book" is one function here; nothing else posts for an order. */
#include "sales/step.h"

static void post(tci_ctx *ctx, tci_step *step, uint8_t debit, uint8_t credit, int64_t amount,
                 uint8_t reason) {
    tci_posting posting = {.order = step->order.id,
                           .debit = debit,
                           .credit = credit,
                           .reason = reason,
                           .currency = step->order.currency,
                           .amount = amount};
    tci_ledger_post(ctx, &posting, &step->order.ledger_last);
}

static void sum_lines(tci_ctx *ctx, const tci_order *order, int64_t *revenue, int64_t *fees,
                      int64_t *tax) {
    int64_t total = 0;
    *revenue = *fees = *tax = 0;
    for (uint32_t i = 0; i < order->lines; i++) {
        tci_line line;
        int64_t its_revenue, its_fees, its_tax;
        if (!tci_line_load(ctx->view, order->line_first + i, &line)) return;
        tci_line_split(&line, &its_revenue, &its_fees, &its_tax);
        *revenue += its_revenue;
        *fees += its_fees;
        *tax += its_tax;
        total += tci_line_total(&line);
    }
    TCI_ASSERT(total == order->total && *revenue + *fees + *tax == total);
}

void tci_book_sale(tci_ctx *ctx, tci_step *step, uint8_t debit) {
    int64_t revenue, fees, tax;
    sum_lines(ctx, &step->order, &revenue, &fees, &tax);
    post(ctx, step, debit, TC_ACCOUNT_REVENUE, revenue, TC_POSTING_SALE);
    post(ctx, step, debit, TC_ACCOUNT_FEES, fees, TC_POSTING_SALE);
    post(ctx, step, debit, TC_ACCOUNT_TAX, tax, TC_POSTING_SALE);
}

void tci_act_unsell(tci_ctx *ctx, tci_step *step) {
    int64_t revenue, fees, tax;
    TCI_ASSERT(step->order.captured == 0);
    sum_lines(ctx, &step->order, &revenue, &fees, &tax);
    post(ctx, step, TC_ACCOUNT_REVENUE, TC_ACCOUNT_RECEIVABLE, revenue, TC_POSTING_REVERSAL);
    post(ctx, step, TC_ACCOUNT_FEES, TC_ACCOUNT_RECEIVABLE, fees, TC_POSTING_REVERSAL);
    post(ctx, step, TC_ACCOUNT_TAX, TC_ACCOUNT_RECEIVABLE, tax, TC_POSTING_REVERSAL);
}

static void capture(tci_step *step) {
    TCI_ASSERT(step->payment.id != 0 && step->payment.captured == 0);
    step->payment.captured = step->payment.amount;
    if (step->stray) return;
    TCI_ASSERT(step->order.captured == 0 && step->payment.amount == step->order.total);
    step->order.captured = step->payment.amount;
}

/* With a sale in the same step the sale is booked straight to where the money is. */
void tci_act_book_capture(tci_ctx *ctx, tci_step *step) {
    capture(step);
    if (step->cell->actions & TCI_ACT_SELL) return;
    post(ctx, step, TC_ACCOUNT_CLEARING, TC_ACCOUNT_RECEIVABLE, step->payment.amount,
         TC_POSTING_CAPTURE);
}

void tci_act_book_hand(tci_ctx *ctx, tci_step *step) {
    (void)ctx;
    TCI_ASSERT(step->cell->actions & TCI_ACT_SELL);
    TCI_ASSERT(step->order.captured == 0);
    step->order.captured = step->order.total;
}

void tci_act_book_late(tci_ctx *ctx, tci_step *step) {
    if (step->fact.by_hand) {
        TCI_ASSERT(step->order.captured == 0);
        step->order.captured = step->order.total;
        post(ctx, step, TC_ACCOUNT_CASH, TC_ACCOUNT_OWED, step->order.total, TC_POSTING_LATE);
        return;
    }
    capture(step);
    post(ctx, step, TC_ACCOUNT_CLEARING, TC_ACCOUNT_OWED, step->payment.amount, TC_POSTING_LATE);
}

void tci_act_book_refund(tci_ctx *ctx, tci_step *step) {
    post(ctx, step, TC_ACCOUNT_REFUNDS, TC_ACCOUNT_OWED, step->fact.amount, TC_POSTING_REFUND);
}

/* Money of a payment went back at the provider. */
static void pay_out(tci_ctx *ctx, tci_step *step, int64_t amount) {
    tci_payment *payment = &step->payment;
    payment->refunded = TCI_MIN(payment->refunded + amount, payment->captured);
    post(ctx, step, TC_ACCOUNT_OWED, TC_ACCOUNT_CLEARING, amount, TC_POSTING_REFUNDED);
}

static void emit_refunded(tci_ctx *ctx, const tci_order *order, int64_t amount) {
    uint8_t payload[8];
    tci_store_i64(payload, amount);
    tci_emit(ctx, TC_FEED_ORDER_REFUNDED, order->event, order->id, order->version,
             tci_slice_of(payload, sizeof payload));
}

/* One of the refund's attempts did it. Its last one, if that is another, is no longer wanted: taken
 * back if no worker can have carried it out, else still asked for, since it may have paid too. */
static void end_attempts(tci_ctx *ctx, tci_step *step) {
    tci_refund *refund = &step->refund;
    tci_payment_cmd last, did;
    uint64_t id = step->fact.command ? step->fact.command : refund->command;
    bool has_last = tci_payment_cmd_load(ctx->view, refund->command, &last);
    if (has_last && last.id != id && tci_payment_cmd_can_withdraw(&last))
        tci_payment_cmd_finish(ctx->view, &last, TCI_COMMAND_WITHDRAWN);
    if (!tci_payment_cmd_load(ctx->view, id, &did)) return;
    TCI_ASSERT(did.kind == TC_PAYMENT_REFUND && did.refund == refund->id);
    TCI_PROVE(ctx->view, did.state != TCI_COMMAND_DONE);
    tci_payment_cmd_happened(ctx->view, &did);
    refund->command = id;
    if (refund->tries) refund->tries--;
}

void tci_act_book_refunded(tci_ctx *ctx, tci_step *step) {
    tci_refund *refund = &step->refund;
    TCI_ASSERT(refund->id != 0 && refund->state != TC_REFUND_DONE);
    tci_order *order = &step->order;
    bool by_hand = refund->payment == 0, failed = refund->state == TC_REFUND_FAILED;
    if (failed || !refund->stray) {
        uint16_t *counted = failed ? &order->refunds_failed : &order->refunds_open;
        TCI_PROVE(ctx->view, *counted > 0);
        if (*counted == 0) return;
        --*counted;
    }
    if (!refund->stray)
        order->refunded = TCI_MIN(order->refunded + refund->amount, order->captured);
    if (by_hand) {
        post(ctx, step, TC_ACCOUNT_OWED, TC_ACCOUNT_CASH, refund->amount, TC_POSTING_REFUNDED);
    } else {
        TCI_ASSERT(step->payment.id == refund->payment);
        pay_out(ctx, step, refund->amount);
        end_attempts(ctx, step);
    }
    refund->state = TC_REFUND_DONE;
    tci_refund_save(ctx->view, refund);
    emit_refunded(ctx, order, refund->amount);
    /* Refunds that crossed may together leave no money though none of them was of the whole. */
    if (!refund->stray && order->refunded == order->captured) tci_act_return(ctx, step);
}

/* A refund that had its end was carried out once more, by another of its attempts, or the provider
 * gave back what the order has not to give: that money is gone too. It is a refund of its own,
 * beside the order's money, which stays as it is. */
void tci_act_book_again(tci_ctx *ctx, tci_step *step) {
    tci_refund *first = &step->refund;
    tci_order *order = &step->order;
    TCI_ASSERT(step->payment.id != 0 && (first->id == 0 || first->state == TC_REFUND_DONE));
    tci_refund again = {.id = tci_refund_take(ctx->view),
                        .order = order->id,
                        .prev = order->refund_last,
                        .payment = step->payment.id,
                        .command = step->fact.command,
                        .state = TC_REFUND_DONE,
                        .stray = true,
                        .amount = first->id ? first->amount : step->fact.amount,
                        .created_at_ms = ctx->now_ms};
    tci_payment_cmd command;
    if (tci_payment_cmd_load(ctx->view, again.command, &command)) {
        TCI_ASSERT(command.refund == first->id && command.amount == first->amount);
        command.refund = again.id;
        tci_payment_cmd_happened(ctx->view, &command);
    }
    if (first->tries) first->tries--;
    if (first->id) tci_refund_save(ctx->view, first);
    tci_refund_save(ctx->view, &again);
    order->refund_last = step->refund_made = again.id;
    post(ctx, step, TC_ACCOUNT_REFUNDS, TC_ACCOUNT_OWED, again.amount, TC_POSTING_REFUND);
    pay_out(ctx, step, again.amount);
    emit_refunded(ctx, order, again.amount);
}

/* What a dispute is about: the amount said, or all that is left; never more than that. */
static int64_t disputed_amount(const tci_step *step) {
    int64_t left = step->payment.captured - step->payment.refunded;
    return step->fact.amount ? TCI_MIN(step->fact.amount, left) : left;
}

void tci_act_book_dispute(tci_ctx *ctx, tci_step *step) {
    step->payment.disputed = disputed_amount(step);
    post(ctx, step, TC_ACCOUNT_DISPUTES, TC_ACCOUNT_CLEARING, step->payment.disputed,
         TC_POSTING_DISPUTE);
}

void tci_act_book_won(tci_ctx *ctx, tci_step *step) {
    post(ctx, step, TC_ACCOUNT_CLEARING, TC_ACCOUNT_DISPUTES, step->payment.disputed,
         TC_POSTING_DISPUTE_WON);
    step->payment.disputed = 0;
}

/* A dispute may be lost that was never heard of before: its opening overtook or was lost. */
void tci_act_book_lost(tci_ctx *ctx, tci_step *step) {
    tci_payment *payment = &step->payment;
    bool opened = payment->disputed != 0;
    int64_t amount = opened ? payment->disputed : disputed_amount(step);
    post(ctx, step, TC_ACCOUNT_CHARGEBACKS, opened ? TC_ACCOUNT_DISPUTES : TC_ACCOUNT_CLEARING,
         amount, TC_POSTING_DISPUTE_LOST);
    payment->disputed = 0;
    payment->refunded = TCI_MIN(payment->refunded + amount, payment->captured);
    if (step->stray) return;
    tci_order *order = &step->order;
    order->refunded = TCI_MIN(order->refunded + amount, order->captured);
}

bool tci_dispute_leaves_money(const tci_step *step) {
    int64_t amount = step->payment.disputed ? step->payment.disputed : disputed_amount(step);
    return step->order.captured - step->order.refunded > amount;
}
