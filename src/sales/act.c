/* Carrying out a step of the saga: one small function an action of the table, run in the table's
 * order. Apply only: nothing here may be refused, and nothing outside calls anything here but
 * tci_step_apply. Places and tickets are moved in places.c, money in books.c. */
#include "outbox/outbox.h"
#include "sales/step.h"
#include "ticketcore/event.h"
#include "ticketcore/feed_types.h"
#include "ticketcore/hold.h"
#include "ticketcore/outbox.h"

static void act_claim(tci_ctx *ctx, tci_step *step) {
    tci_hold_claim(ctx, step->order.hold, step->order.id, step->order.deadline_ms);
}

static void act_free(tci_ctx *ctx, tci_step *step) {
    if (step->hold.id == 0 || step->hold.state != TC_HOLD_LIVE) return;
    tci_hold_free(ctx, step->hold.id, step->hold.expires_at_ms <= ctx->now_ms);
}

/* No worker has the open command: it never was. What that means follows as a step of its own. */
static void act_withdraw(tci_ctx *ctx, tci_step *step) {
    tci_payment_cmd command;
    if (!tci_payment_cmd_load(ctx->view, step->payment.command, &command)) return;
    if (!tci_payment_cmd_can_withdraw(&command)) return;
    tci_payment_cmd_finish(ctx->view, &command, TCI_COMMAND_WITHDRAWN);
    step->payment.command = 0;
    step->follows =
        command.kind == TC_PAYMENT_CAPTURE ? TCI_SAGA_CAPTURE_FAILED : TCI_SAGA_DECLINED;
}

static void act_close(tci_ctx *ctx, tci_step *step) {
    tci_payment_cmd command;
    if (!tci_payment_cmd_load(ctx->view, step->payment.command, &command)) return;
    /* A capture that failed says nothing of the void that is under way: the reservation is there.
     */
    if (step->fact.event == TCI_SAGA_CAPTURE_FAILED && command.kind == TC_PAYMENT_VOID) return;
    step->payment.command = 0;
    if (command.state == TCI_COMMAND_OPEN)
        tci_payment_cmd_finish(ctx->view, &command, TCI_COMMAND_MOOT);
}

static void open_command(tci_ctx *ctx, tci_step *step, uint8_t kind) {
    TCI_ASSERT(step->payment.id != 0 && step->payment.command == 0);
    tci_payment_cmd command = {.order = step->order.id,
                               .payment = step->payment.id,
                               .kind = kind,
                               .currency = step->payment.currency,
                               .amount = step->payment.amount,
                               .deadline_ms = step->order.deadline_ms};
    step->payment.command = tci_payment_cmd_open(ctx, &command);
}

/* A payment of its own for each try, so that what comes late of an old one can be told apart. */
static void act_authorise(tci_ctx *ctx, tci_step *step) {
    tci_event_rules rules = {0};
    tci_event_rules_load(ctx->view, step->order.event, &rules);
    if (step->payment.id) tci_payment_save(ctx->view, &step->payment);
    step->payment = (tci_payment){.id = tci_payment_take(ctx->view),
                                  .order = step->order.id,
                                  .prev = step->order.payment_last,
                                  .state = TC_PAYMENT_OPEN,
                                  .capture = rules.capture,
                                  .currency = step->order.currency,
                                  .amount = step->order.total,
                                  .created_at_ms = ctx->now_ms};
    step->order.payment_last = step->payment_made = step->payment.id;
    step->order.method = TC_PAY_PROVIDER;
    if (step->fact.token.len) {
        step->payment.flags |= TCI_PAYMENT_HAS_TOKEN;
        tci_payment_set_token(ctx->view, step->payment.id, step->fact.token);
    }
    bool at_once = rules.capture == TC_CAPTURE_AT_ONCE;
    open_command(ctx, step, at_once ? TC_PAYMENT_CHARGE : TC_PAYMENT_AUTHORISE);
}

static void act_capture(tci_ctx *ctx, tci_step *step) {
    open_command(ctx, step, TC_PAYMENT_CAPTURE);
}

static void act_void(tci_ctx *ctx, tci_step *step) {
    open_command(ctx, step, TC_PAYMENT_VOID);
}

static void tell_with(tci_ctx *ctx, tci_step *step, uint16_t kind, tci_slice variables) {
    for (uint8_t channel = TC_MESSAGE_EMAIL; channel <= (uint8_t)TC_MESSAGE_WEBHOOK; channel++) {
        if (!(step->order.contacts & 1u << channel)) continue;
        tci_message_new message = {.kind = kind,
                                   .channel = channel,
                                   .event = step->order.event,
                                   .order = step->order.id,
                                   .variables = variables};
        tci_message_queue(ctx, &message);
    }
}

static void tell(tci_ctx *ctx, tci_step *step, uint16_t kind) {
    tell_with(ctx, step, kind, tci_slice_of(NULL, 0));
}

static void tell_confirmed(tci_ctx *ctx, tci_step *step) {
    tell(ctx, step, TC_MESSAGE_ORDER_CONFIRMED);
}
static void tell_pending(tci_ctx *ctx, tci_step *step) {
    tell(ctx, step, TC_MESSAGE_ORDER_PENDING);
}
static void tell_declined(tci_ctx *ctx, tci_step *step) {
    tell(ctx, step, TC_MESSAGE_PAYMENT_FAILED);
}
static void tell_cancelled(tci_ctx *ctx, tci_step *step) {
    bool gone = step->fact.reason == TC_ORDER_REASON_EVENT;
    tell(ctx, step, gone ? TC_MESSAGE_EVENT_CANCELLED : TC_MESSAGE_ORDER_CANCELLED);
}
static void tell_late(tci_ctx *ctx, tci_step *step) {
    tell(ctx, step, TC_MESSAGE_LATE_PAYMENT);
}
/* How much went back is a fact of this refund, not of the order: the message carries it. */
static void tell_refunded(tci_ctx *ctx, tci_step *step) {
    char currency[4];
    uint8_t room[256];
    tci_buf facts;
    tci_buf_init(&facts, room, sizeof room);
    tci_currency_unpack(step->order.currency, currency);
    tci_message_refund_facts(&facts, step->refund.id, step->refund.amount, currency);
    TCI_ASSERT(step->refund.id != 0 && facts.data == room);
    tell_with(ctx, step, TC_MESSAGE_ORDER_REFUNDED, tci_buf_slice(&facts));
}

/* In the order in which they run. */
static const struct {
    uint32_t action;
    void (*run)(tci_ctx *ctx, tci_step *step);
} ACTS[] = {
    {TCI_ACT_CLAIM, act_claim},
    {TCI_ACT_WITHDRAW, act_withdraw},
    {TCI_ACT_CLOSE, act_close},
    {TCI_ACT_FREE, act_free},
    {TCI_ACT_SELL, tci_act_sell},
    {TCI_ACT_RETURN, tci_act_return},
    {TCI_ACT_RETURN_NAMED, tci_act_return_named},
    {TCI_ACT_UNSELL, tci_act_unsell},
    {TCI_ACT_BOOK_CAPTURE, tci_act_book_capture},
    {TCI_ACT_BOOK_HAND, tci_act_book_hand},
    {TCI_ACT_BOOK_LATE, tci_act_book_late},
    {TCI_ACT_BOOK_REFUND, tci_act_book_refund},
    {TCI_ACT_BOOK_REFUNDED, tci_act_book_refunded},
    {TCI_ACT_BOOK_AGAIN, tci_act_book_again},
    {TCI_ACT_BOOK_DISPUTE, tci_act_book_dispute},
    {TCI_ACT_BOOK_WON, tci_act_book_won},
    {TCI_ACT_BOOK_LOST, tci_act_book_lost},
    {TCI_ACT_AUTHORISE, act_authorise},
    {TCI_ACT_CAPTURE, act_capture},
    {TCI_ACT_VOID, act_void},
    {TCI_ACT_REFUND, tci_act_refund},
    {TCI_ACT_RETRY_REFUNDS, tci_act_retry_refunds},
    {TCI_ACT_TELL_CONFIRMED, tell_confirmed},
    {TCI_ACT_TELL_PENDING, tell_pending},
    {TCI_ACT_TELL_DECLINED, tell_declined},
    {TCI_ACT_TELL_CANCELLED, tell_cancelled},
    {TCI_ACT_TELL_LATE, tell_late},
    {TCI_ACT_TELL_REFUNDED, tell_refunded},
};

/* Every fact counts once a payment: what it has had is written down with its effect. */
static void note_payment(tci_ctx *ctx, tci_step *step) {
    static const struct {
        uint16_t flag;
        uint8_t state; /* 0: as it is */
    } NOTES[TCI_SAGA_EVENTS] = {
        [TCI_SAGA_AUTHORISED] = {TCI_PAYMENT_SAW_AUTHORISED, TC_PAYMENT_AUTHORISED},
        [TCI_SAGA_AUTHORISED_NO_SEATS] = {TCI_PAYMENT_SAW_AUTHORISED, TC_PAYMENT_AUTHORISED},
        [TCI_SAGA_CAPTURED] = {TCI_PAYMENT_SAW_CAPTURED, TC_PAYMENT_CAPTURED},
        [TCI_SAGA_CAPTURED_NO_SEATS] = {TCI_PAYMENT_SAW_CAPTURED, TC_PAYMENT_CAPTURED},
        [TCI_SAGA_VOIDED] = {TCI_PAYMENT_SAW_VOIDED, TC_PAYMENT_VOIDED},
        [TCI_SAGA_VOIDED_BY_HAND] = {TCI_PAYMENT_SAW_VOIDED, TC_PAYMENT_VOIDED},
        [TCI_SAGA_DECLINED] = {0, TC_PAYMENT_DECLINED},
        [TCI_SAGA_DISPUTE_OPENED] = {TCI_PAYMENT_SAW_DISPUTE, TC_PAYMENT_DISPUTED},
        [TCI_SAGA_DISPUTE_WON] = {TCI_PAYMENT_DISPUTE_OVER, TC_PAYMENT_CAPTURED},
        [TCI_SAGA_DISPUTE_LOST] = {TCI_PAYMENT_DISPUTE_OVER, TC_PAYMENT_CHARGED_BACK},
        [TCI_SAGA_DISPUTE_LOST_PART] = {TCI_PAYMENT_DISPUTE_OVER, TC_PAYMENT_CHARGED_BACK},
    };
    tci_payment *payment = &step->payment;
    if (payment->id == 0) return;
    payment->flags |= NOTES[step->fact.event].flag;
    if (step->stray) payment->flags |= TCI_PAYMENT_STRAY;
    if (NOTES[step->fact.event].state) payment->state = NOTES[step->fact.event].state;
    /* A capture that fails leaves the reservation; one that was to do both leaves nothing. */
    bool failed = step->fact.event == TCI_SAGA_CAPTURE_FAILED;
    if (failed && !(payment->flags & TCI_PAYMENT_SAW_AUTHORISED))
        payment->state = TC_PAYMENT_DECLINED;
    if (payment->state != TC_PAYMENT_OPEN && payment->flags & TCI_PAYMENT_HAS_TOKEN) {
        tci_payment_set_token(ctx->view, payment->id, tci_slice_of(NULL, 0));
        payment->flags &= (uint16_t)~TCI_PAYMENT_HAS_TOKEN;
    }
}

static void note_order(tci_ctx *ctx, tci_step *step) {
    tci_order *order = &step->order;
    switch (step->fact.event) {
    case TCI_SAGA_AUTHORISED:
    case TCI_SAGA_CAPTURED:
    case TCI_SAGA_AUTHORISED_NO_SEATS:
    case TCI_SAGA_CAPTURED_NO_SEATS:
        if (!step->stray) order->method = TC_PAY_PROVIDER;
        break;
    case TCI_SAGA_SETTLED:
    case TCI_SAGA_SETTLED_NO_SEATS:
    case TCI_SAGA_PAY_OFFLINE: order->method = TC_PAY_OFFLINE; break;
    default: break;
    }
    if (step->fact.deadline_ms && step->hold.id) {
        order->deadline_ms = step->fact.deadline_ms;
        tci_hold_claim(ctx, step->hold.id, order->id, order->deadline_ms);
    }
    if (step->fact.event == TCI_SAGA_REFUND_FAILED) tci_act_refund_failed(ctx, step);
}

static void emit_change(tci_ctx *ctx, const tci_order *order, uint8_t from) {
    uint8_t payload[2] = {from, order->state};
    if (from != TC_ORDER_NONE)
        tci_emit(ctx, TC_FEED_ORDER_STATE, order->event, order->id, order->version,
                 tci_slice_of(payload, sizeof payload));
    if (order->state == TC_ORDER_CANCELLED || order->state == TC_ORDER_EXPIRED)
        tci_emit(ctx, TC_FEED_ORDER_CANCELLED, order->event, order->id, order->version,
                 tci_slice_of(&order->reason, 1));
}

static uint8_t next_state(tci_ctx *ctx, tci_step *step) {
    const tci_order *order = &step->order;
    bool by_books = step->cell->verdict == TCI_SAGA_BOOKS;
    uint8_t next = step->beside || by_books ? order->state : step->cell->next;
    if (step->beside) by_books = tci_saga_states[next].by_books;
    /* Settled, and the refund of an earlier payment waits for a person. */
    if (next == TC_ORDER_SETTLED && order->refunds_failed) by_books = true;
    if (!by_books) return next;
    tci_saga_books books = {.captured_minor = order->captured,
                            .refunded_minor = order->refunded,
                            .open = order->refunds_open,
                            .failed = order->refunds_failed,
                            .tickets = tci_order_good_tickets(ctx->view, order)};
    return tci_saga_by_books(&books);
}

/* The reason stays the first one while the order is being given up, and goes when it is confirmed.
 */
static void set_reason(tci_step *step) {
    tci_order *order = &step->order;
    if (step->beside) return;
    if (step->cell->actions & TCI_ACT_SELL) order->reason = TC_ORDER_REASON_NONE;
    else if (order->reason == TC_ORDER_REASON_NONE) order->reason = step->fact.reason;
    if (step->cell->actions & TCI_ACT_TELL_LATE) order->reason = TC_ORDER_REASON_SEATS;
}

/* What the table leads to by itself: a command taken back is an answer; money by hand is there at
 * once. */
static void follow(tci_ctx *ctx, const tci_step *step) {
    tci_fact fact = {.order = step->order.id, .payment = step->payment.id};
    if (step->follows == TCI_SAGA_EVENTS) return;
    fact.event = step->follows;
    if (step->follows != TCI_SAGA_REFUNDED) {
        tci_step_run(ctx, &fact);
        return;
    }
    fact.payment = 0;
    uint64_t refund = step->order.refund_last;
    for (tci_refund each; tci_refund_load(ctx->view, refund, &each); refund = each.prev) {
        if (each.state != TC_REFUND_OPEN || each.command != 0) continue;
        fact.refund = each.id;
        tci_step_run(ctx, &fact);
    }
}

void tci_step_apply(tci_ctx *ctx, tci_step *step) {
    tci_order *order = &step->order;
    if (step->cell->verdict == TCI_SAGA_STAY) return;
    TCI_ASSERT(step->cell->verdict == TCI_SAGA_GO || step->cell->verdict == TCI_SAGA_BOOKS);
    uint8_t from = order->state;
    int64_t due_from = tci_saga_states[from].due ? order->deadline_ms : 0;
    order->version++;
    set_reason(step);
    note_payment(ctx, step);
    note_order(ctx, step);
    for (size_t i = 0; i < TCI_COUNT(ACTS); i++)
        if (step->cell->actions & ACTS[i].action) ACTS[i].run(ctx, step);
    order->state = next_state(ctx, step);
    if (!tci_saga_states[order->state].due) order->deadline_ms = 0;
    TCI_ASSERT(!tci_saga_states[order->state].due || order->deadline_ms != 0);
    tci_order_set_due(ctx->view, order->id, due_from, order->deadline_ms);
    if (step->payment.id) tci_payment_save(ctx->view, &step->payment);
    tci_order_save(ctx->view, order);
    if (from != order->state) emit_change(ctx, order, from);
    follow(ctx, step);
    /* The answer shows where the order stands in the end. */
    if (step->follows != TCI_SAGA_EVENTS) tci_order_load(ctx->view, order->id, order);
}
