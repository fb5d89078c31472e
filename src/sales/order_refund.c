/* order.refund: how much may go back, for which tickets, and by which way. The table decides
 * whether the order's state allows it; here the amounts and the tickets are judged. */
#include "sales/change.h"
#include "ticketcore/command.h"

/* The tickets named are the order's, good, and named once; `paid` is what they cost together. */
static int32_t check_tickets(tci_ctx *ctx, const tci_change *change, int64_t *paid) {
    const tci_fact *fact = &change->fact;
    *paid = 0;
    for (uint32_t i = 0; i < fact->tickets_count; i++) {
        tci_ticket ticket;
        uint64_t id = fact->tickets[i];
        if (!tci_ticket_load(ctx->view, id, &ticket) || ticket.order != fact->order)
            return tci_refuse(ctx, TC_E_NOT_FOUND, "tickets", id, NULL);
        if (ticket.state == TC_TICKET_VOIDED)
            return tci_refuse(ctx, TC_E_STATE, "tickets", id, "tickets: one is void already");
        for (uint32_t k = 0; k < i; k++)
            if (fact->tickets[k] == id)
                return tci_refuse(ctx, TC_E_INVALID, "tickets", id, "tickets: one is named twice");
        if (!tci_money_add(*paid, ticket.price_minor, paid))
            return tci_refuse(ctx, TC_E_OVERFLOW, "tickets", id, NULL);
    }
    return TC_OK;
}

/* Money that may still be asked back: taken, and neither gone nor on its way. */
static int64_t refundable(tci_ctx *ctx, const tci_order *order) {
    int64_t left = order->captured - order->refunded;
    uint64_t next = order->refund_last;
    for (tci_refund refund; tci_refund_load(ctx->view, next, &refund); next = refund.prev)
        if (!refund.stray && refund.state != TC_REFUND_DONE) left -= refund.amount;
    return TCI_MAX(left, 0);
}

static bool has_failed_by_hand(tci_ctx *ctx, const tci_order *order) {
    uint64_t next = order->refund_last;
    for (tci_refund refund; tci_refund_load(ctx->view, next, &refund); next = refund.prev)
        if (refund.state == TC_REFUND_FAILED && refund.payment == 0) return true;
    return false;
}

/* There are failed refunds to try again: the order's own, or, where the state has nothing to refund
 * by itself, those of a second payment. */
static bool may_retry(tci_ctx *ctx, const tci_order *order) {
    if (order->state == TC_ORDER_REFUND_FAILED) return true;
    bool refuses = tci_saga_look(order->state, TCI_SAGA_REFUND_WHOLE)->verdict == TCI_SAGA_REFUSE;
    uint64_t next = order->refunds_failed && refuses ? order->refund_last : 0;
    for (tci_refund refund; tci_refund_load(ctx->view, next, &refund); next = refund.prev)
        if (refund.state == TC_REFUND_FAILED && refund.stray) return true;
    return false;
}

static int32_t plan_retry(tci_ctx *ctx, tci_change *change) {
    tci_fact *fact = &change->fact;
    fact->event = TCI_SAGA_REFUND_RETRY;
    fact->beside = change->order.state != TC_ORDER_REFUND_FAILED;
    fact->by_hand = change->flags & TC_ORDER_BY_HAND;
    if (!fact->by_hand && has_failed_by_hand(ctx, &change->order))
        return tci_refuse(ctx, TC_E_STATE, "flags", fact->order,
                          "the money came by hand and goes back by hand: TC_ORDER_BY_HAND");
    return tci_step_plan(ctx, fact, &change->step);
}

static int32_t plan_refund(tci_ctx *ctx, tci_change *change) {
    tci_fact *fact = &change->fact;
    tci_order *order = &change->order;
    int64_t left = refundable(ctx, order), paid;
    int32_t code = check_tickets(ctx, change, &paid);
    if (code != TC_OK) return code;
    bool names = fact->tickets_count != 0;
    bool capturing = order->state == TC_ORDER_CAPTURING;
    if (fact->amount > left && !capturing)
        return tci_refuse(ctx, TC_E_REFUND, "amount_minor", (uint64_t)left, NULL);
    /* Tickets refunded in part before may cost more than is left of the money. */
    bool whole = !names && fact->amount == 0;
    if (fact->amount == 0) fact->amount = names ? TCI_MIN(paid, left) : left;
    uint32_t good = tci_order_good_tickets(ctx->view, order);
    whole |= names && fact->tickets_count == good;
    whole |= order->total > 0 && !capturing && fact->amount == left;
    fact->event = whole ? TCI_SAGA_REFUND_WHOLE : TCI_SAGA_REFUND_PART;
    fact->by_hand = change->flags & TC_ORDER_BY_HAND || order->method != TC_PAY_PROVIDER;
    if (fact->amount == 0 && order->total > 0 && !capturing && order->state != TC_ORDER_UNWINDING)
        return tci_refuse(ctx, TC_E_STATE, "order", fact->order,
                          "no money was taken, or all of it is going back already");
    if (fact->amount == 0 && order->total == 0 && good == 0)
        return tci_refuse(ctx, TC_E_STATE, "order", fact->order, "no ticket of it is good");
    change->amount = fact->amount;
    return tci_step_plan(ctx, fact, &change->step);
}

static int32_t decide_refund(tci_ctx *ctx, tci_slice command, void **out) {
    tci_change *change = TCI_ARENA_NEW(ctx->arena, tci_change);
    if (!change) return TC_E_NOMEM;
    tci_reader reader = tci_reader_of(command);
    int32_t code = tci_change_begin(ctx, &reader, change);
    if (code != TC_OK) return code;
    tci_fact *fact = &change->fact;
    fact->amount = tci_read_i64(&reader);
    change->text = tci_read_text(&reader);
    fact->tickets_count = tci_read_u32(&reader);
    if (reader.failed || tci_reader_left(&reader) != (size_t)fact->tickets_count * 8 ||
        fact->amount < 0 || fact->amount > TC_AMOUNT_MAX ||
        fact->tickets_count > TC_ORDER_TICKETS_MAX || change->text.len > TC_REFERENCE_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    uint64_t *tickets = tci_arena_array(ctx->arena, fact->tickets_count + 1u, sizeof *tickets);
    if (!tickets) return TC_E_NOMEM;
    for (uint32_t i = 0; i < fact->tickets_count; i++) tickets[i] = tci_read_u64(&reader);
    fact->tickets = tickets;
    fact->reason =
        change->flags & TC_ORDER_EVENT_GONE ? TC_ORDER_REASON_EVENT : TC_ORDER_REASON_HOST;
    bool retry = fact->amount == 0 && fact->tickets_count == 0 && may_retry(ctx, &change->order);
    *out = change;
    return retry ? plan_retry(ctx, change) : plan_refund(ctx, change);
}

static void apply_refund(tci_ctx *ctx, void *plan, tci_buf *answer) {
    tci_change *change = plan;
    bool changes = change->step.cell->verdict != TCI_SAGA_STAY;
    if (change->text.len && changes)
        tci_order_set_reference(ctx->view, &change->step.order, change->text);
    tci_step_apply(ctx, &change->step);
    tci_change_answer(change, answer);
}

const tci_op tci_op_order_refund = {TC_ORDER_REFUND, 1, "order.refund", decide_refund,
                                    apply_refund};
