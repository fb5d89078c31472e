/* Planning a step of the saga: which row, which event (are there seats for this money?), is it
 * known already, may it happen. Only reads. The table itself is src/payment/saga.c; carrying a cell
 * out is act.c. */
#include "sales/step.h"
#include "ticketcore/event.h"
#include "ticketcore/hold.h"

/* Events that bring money, and what they are where no seats can be had for it. */
static tci_saga_event without_seats(tci_saga_event event) {
    switch (event) {
    case TCI_SAGA_AUTHORISED: return TCI_SAGA_AUTHORISED_NO_SEATS;
    case TCI_SAGA_CAPTURED: return TCI_SAGA_CAPTURED_NO_SEATS;
    case TCI_SAGA_SETTLED: return TCI_SAGA_SETTLED_NO_SEATS;
    default: return event;
    }
}

bool tci_payment_knows(const tci_payment *payment, tci_saga_event event) {
    uint16_t saw = payment->flags;
    bool authorised = saw & TCI_PAYMENT_SAW_AUTHORISED, captured = saw & TCI_PAYMENT_SAW_CAPTURED,
         voided = saw & TCI_PAYMENT_SAW_VOIDED;
    switch (event) {
    case TCI_SAGA_AUTHORISED:
        /* One charge is captured by itself: that will be the fact that counts. */
        return authorised || captured || voided || payment->capture == TC_CAPTURE_AT_ONCE;
    case TCI_SAGA_DECLINED: return authorised || captured || payment->state == TC_PAYMENT_DECLINED;
    case TCI_SAGA_CAPTURED: return captured;
    case TCI_SAGA_VOIDED: return voided || captured;
    case TCI_SAGA_DISPUTE_OPENED: return saw & (TCI_PAYMENT_SAW_DISPUTE | TCI_PAYMENT_DISPUTE_OVER);
    case TCI_SAGA_DISPUTE_WON:
    case TCI_SAGA_DISPUTE_LOST: return saw & TCI_PAYMENT_DISPUTE_OVER;
    default: return false;
    }
}

bool tci_payment_is_stray(const tci_order *order, const tci_payment *payment) {
    if (payment->flags & TCI_PAYMENT_STRAY) return true;
    if (payment->id != order->payment_last) return true;
    /* The order was paid by hand: what the provider brings besides is not its own. */
    const tci_saga_state *state = &tci_saga_states[order->state];
    bool paid = state->money == TCI_MONEY_TAKEN || state->money == TCI_MONEY_GIVEN_BACK;
    return paid && order->method != TC_PAY_PROVIDER;
}

/* Does one of the order's events not take place any more? Nobody is sold a part of what he paid. */
static bool is_one_off(tci_ctx *ctx, const tci_order *order) {
    tci_event_rules rules;
    tci_line line;
    uint64_t seen = 0;
    for (uint32_t i = 0; i < order->lines; i++) {
        if (!tci_line_load(ctx->view, order->line_first + i, &line)) return true;
        if (line.event == seen) continue;
        seen = line.event;
        if (!tci_event_rules_load(ctx->view, seen, &rules)) return true;
        int64_t over_ms = rules.ends_at_ms ? rules.ends_at_ms : rules.starts_at_ms;
        if (rules.status == TC_EVENT_CANCELLED || rules.status == TC_EVENT_ENDED ||
            (over_ms && ctx->now_ms >= over_ms))
            return true;
    }
    return false;
}

/* The late-money rule of the order's event. */
static uint8_t find_late_seats(tci_ctx *ctx, tci_step *step) {
    tci_event_rules rules;
    const tci_hold *hold = &step->hold;
    if (is_one_off(ctx, &step->order)) return TCI_SOURCE_NONE;
    if (!tci_event_rules_load(ctx->view, step->order.event, &rules)) return TCI_SOURCE_NONE;
    if (rules.late_money == TC_LATE_MONEY_VOID) return TCI_SOURCE_NONE;
    if (tci_hold_regain_check(ctx, hold)) return TCI_SOURCE_REGAIN;
    if (rules.late_money != TC_LATE_MONEY_EQUIVALENT) return TCI_SOURCE_NONE;
    step->items = tci_arena_array(ctx->arena, hold->item_count, sizeof *step->items);
    if (!step->items || !tci_hold_equivalent(ctx, hold, step->items)) return TCI_SOURCE_NONE;
    return TCI_SOURCE_EQUIVALENT;
}

static uint8_t find_seats(tci_ctx *ctx, tci_step *step) {
    const tci_hold *hold = &step->hold;
    if (hold->id == 0 || hold->order != step->order.id) return TCI_SOURCE_NONE;
    if (hold->state == TC_HOLD_SOLD) return TCI_SOURCE_NONE;
    if (hold->state == TC_HOLD_LIVE && hold->expires_at_ms > ctx->now_ms) return TCI_SOURCE_HOLD;
    return find_late_seats(ctx, step);
}

static int32_t load_subjects(tci_ctx *ctx, const tci_fact *fact, tci_step *step) {
    if (!tci_order_load(ctx->view, fact->order, &step->order))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "order", fact->order, NULL);
    if (fact->refund && !tci_refund_load(ctx->view, fact->refund, &step->refund))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "refund", fact->refund, NULL);
    uint64_t payment = fact->payment          ? fact->payment
                       : step->refund.payment ? step->refund.payment
                                              : step->order.payment_last;
    if (payment && !tci_payment_load(ctx->view, payment, &step->payment)) step->payment.id = 0;
    if (!tci_hold_load(ctx->view, step->order.hold, &step->hold)) step->hold.id = 0;
    if (fact->payment && step->payment.id)
        step->stray = tci_payment_is_stray(&step->order, &step->payment);
    step->beside = step->stray || (fact->refund && step->refund.stray) || fact->beside ||
                   fact->event == TCI_SAGA_REFUNDED_AGAIN;
    return TC_OK;
}

int32_t tci_step_plan(tci_ctx *ctx, const tci_fact *fact, tci_step *step) {
    *step = (tci_step){.fact = *fact, .follows = TCI_SAGA_EVENTS};
    int32_t code = load_subjects(ctx, fact, step);
    if (code != TC_OK) return code;
    const tci_saga_state *state = &tci_saga_states[step->order.state];
    tci_saga_event event = fact->event;
    bool brings_money = without_seats(event) != event;
    if (brings_money && !step->beside && state->wants_seats) {
        step->source = find_seats(ctx, step);
        if (step->source == TCI_SOURCE_NONE) event = without_seats(event);
    }
    bool lost = event == TCI_SAGA_DISPUTE_LOST && !step->beside;
    if (lost && tci_dispute_leaves_money(step)) {
        event = TCI_SAGA_DISPUTE_LOST_PART;
        step->fact.reason = TC_ORDER_REASON_NONE; /* it is not given up */
    }
    step->fact.event = event;
    step->cell = tci_saga_look(step->beside ? TCI_SAGA_STRAY : step->order.state, event);
    if (step->cell->verdict == TCI_SAGA_REFUSE)
        return tci_refuse(ctx, TC_E_STATE, "order", fact->order, NULL);
    return TC_OK;
}

void tci_step_run(tci_ctx *ctx, const tci_fact *fact) {
    tci_step *step = TCI_ARENA_NEW(ctx->arena, tci_step);
    if (!step) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    int32_t code = tci_step_plan(ctx, fact, step);
    TCI_PROVE(ctx->view, code == TC_OK);
    if (code == TC_OK) tci_step_apply(ctx, step);
}
