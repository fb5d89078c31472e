/* payment.event: what the provider says by itself. The event's id is kept in the transaction of its
 * effect, so that the same webhook a hundred times is one. Finds the payment, and for refunds the
 * refund, that the event is about; what follows is the saga's. */
#include "payment/incoming.h"
#include "ticketcore/command.h"

typedef struct event_plan {
    const uint8_t *event_hash;
    uint8_t kind; /* a tc_payment_event_kind */
    uint16_t currency;
    int64_t amount;
    const uint8_t *reference; /* hash; zero: none */
    const uint8_t *key;       /* zero: none */
    bool repeated;            /* the id is known */
    uint64_t command;         /* the refund's attempt it is about; 0: not said */
    tci_payment payment;
    tci_refund refund;
    bool mark_told; /* an answer brought this refund's end before */
    tci_incoming incoming;
} event_plan;

static const struct {
    tci_saga_event event;
    uint8_t reason;
} MEANS[] = {
    [TC_PAYMENT_EVENT_AUTHORISED] = {TCI_SAGA_AUTHORISED, 0},
    [TC_PAYMENT_EVENT_DECLINED] = {TCI_SAGA_DECLINED, 0},
    [TC_PAYMENT_EVENT_CAPTURED] = {TCI_SAGA_CAPTURED, 0},
    [TC_PAYMENT_EVENT_CAPTURE_FAILED] = {TCI_SAGA_CAPTURE_FAILED, TC_ORDER_REASON_CAPTURE},
    [TC_PAYMENT_EVENT_VOIDED] = {TCI_SAGA_VOIDED, TC_ORDER_REASON_PROVIDER},
    [TC_PAYMENT_EVENT_VOID_FAILED] = {TCI_SAGA_VOID_FAILED, 0},
    [TC_PAYMENT_EVENT_REFUNDED] = {TCI_SAGA_REFUNDED, 0},
    [TC_PAYMENT_EVENT_REFUND_FAILED] = {TCI_SAGA_REFUND_FAILED, 0},
    [TC_PAYMENT_EVENT_DISPUTE_OPENED] = {TCI_SAGA_DISPUTE_OPENED, 0},
    [TC_PAYMENT_EVENT_DISPUTE_WON] = {TCI_SAGA_DISPUTE_WON, 0},
    [TC_PAYMENT_EVENT_DISPUTE_LOST] = {TCI_SAGA_DISPUTE_LOST, TC_ORDER_REASON_DISPUTE},
};

static bool read_event(tci_slice bytes, event_plan *plan) {
    tci_reader reader = tci_reader_of(bytes);
    plan->event_hash = tci_read_bytes(&reader, 16);
    plan->kind = tci_read_u8(&reader);
    plan->currency = tci_read_u16(&reader);
    plan->amount = tci_read_i64(&reader);
    plan->reference = tci_read_bytes(&reader, 16);
    plan->key = tci_read_bytes(&reader, 16);
    return tci_reader_done(&reader) && plan->kind >= TC_PAYMENT_EVENT_AUTHORISED &&
           plan->kind <= TC_PAYMENT_EVENT_DISPUTE_LOST && plan->amount >= 0 &&
           plan->amount <= TC_AMOUNT_MAX;
}

static bool is_set(const uint8_t hash[16]) {
    static const uint8_t ZERO[16];
    return memcmp(hash, ZERO, 16) != 0;
}

static bool is_about_refund(const event_plan *plan) {
    return plan->kind == TC_PAYMENT_EVENT_REFUNDED || plan->kind == TC_PAYMENT_EVENT_REFUND_FAILED;
}

static int32_t find_payment(tci_ctx *ctx, event_plan *plan) {
    tci_payment_cmd command;
    uint64_t id = 0;
    if (is_set(plan->key) && tci_payment_cmd_by_key(ctx->view, plan->key, &command)) {
        id = command.payment;
        if (command.refund && is_about_refund(plan) &&
            tci_refund_load(ctx->view, command.refund, &plan->refund))
            plan->command = command.id;
    } else if (!is_set(plan->key) && is_set(plan->reference)) {
        id = tci_payment_find(ctx->view, plan->reference);
    }
    if (!tci_payment_load(ctx->view, id, &plan->payment))
        return tci_refuse(ctx, TC_E_NOT_FOUND, is_set(plan->key) ? "idempotency_key" : "reference",
                          0, NULL);
    return TC_OK;
}

/* The refund an event without a key means: one that waits for it, by amount; else one whose end
 * came by an answer and whose event is this. */
static void find_refund(tci_ctx *ctx, event_plan *plan) {
    tci_order order;
    if (plan->refund.id || !tci_order_load(ctx->view, plan->payment.order, &order)) return;
    static const uint8_t WANTED[] = {TC_REFUND_OPEN, TC_REFUND_FAILED, TC_REFUND_DONE};
    for (size_t i = 0; i < TCI_COUNT(WANTED); i++) {
        uint64_t next = order.refund_last;
        for (tci_refund each; tci_refund_load(ctx->view, next, &each); next = each.prev) {
            bool fits = each.payment == plan->payment.id && each.state == WANTED[i] &&
                        (plan->amount == 0 || plan->amount == each.amount) &&
                        !(each.state == TC_REFUND_DONE && each.told);
            if (!fits) continue;
            plan->refund = each;
            return;
        }
    }
}

/* An old attempt's failure says nothing of the one under way: that one is still asked for. So is
 * one of several when the event does not say which of them it is about. */
static bool is_followed(const event_plan *plan) {
    const tci_refund *refund = &plan->refund;
    if (plan->kind != TC_PAYMENT_EVENT_REFUND_FAILED || refund->id == 0) return false;
    return plan->command ? refund->command > plan->command
                         : refund->state == TC_REFUND_OPEN && refund->tries > 1;
}

static int32_t check_money(tci_ctx *ctx, const event_plan *plan) {
    const tci_payment *payment = &plan->payment;
    if (plan->currency && plan->currency != payment->currency)
        return tci_refuse(ctx, TC_E_CURRENCY, "currency", payment->order, NULL);
    if (plan->amount == 0) return TC_OK;
    bool part = is_about_refund(plan) || plan->kind >= TC_PAYMENT_EVENT_DISPUTE_OPENED;
    int64_t whole = plan->refund.id ? plan->refund.amount : payment->amount;
    bool wrong = plan->refund.id ? plan->amount != whole
                 : part          ? plan->amount > payment->captured
                                 : plan->amount != whole;
    if (wrong) return tci_refuse_amount(ctx, "amount_minor", payment->order, plan->amount, whole);
    return TC_OK;
}

/* More came back than was left: the second attempt of a refund that has had its end. */
static bool find_tried_twice(tci_ctx *ctx, const event_plan *plan, tci_fact *fact) {
    tci_order order;
    if (!tci_order_load(ctx->view, plan->payment.order, &order)) return false;
    uint64_t next = order.refund_last;
    for (tci_refund each; tci_refund_load(ctx->view, next, &each); next = each.prev) {
        bool fits = each.payment == plan->payment.id && each.state == TC_REFUND_DONE &&
                    each.tries && (plan->amount == 0 || plan->amount == each.amount);
        if (!fits) continue;
        fact->event = TCI_SAGA_REFUNDED_AGAIN;
        fact->refund = each.id;
        return true;
    }
    return false;
}

/* The provider refunded by itself what nobody here asked for: asked and done in one. */
static int32_t plan_outside(tci_ctx *ctx, event_plan *plan, tci_fact *fact) {
    const tci_payment *payment = &plan->payment;
    int64_t left = payment->captured - payment->refunded;
    fact->amount = plan->amount ? plan->amount : left;
    bool refunded = plan->kind == TC_PAYMENT_EVENT_REFUNDED;
    if (refunded && (left == 0 || fact->amount > left) && find_tried_twice(ctx, plan, fact))
        return TC_OK;
    if (!refunded || payment->flags & TCI_PAYMENT_STRAY)
        return tci_refuse(ctx, TC_E_NOT_FOUND, "reference", payment->order,
                          "there is no such refund");
    if (left == 0) return tci_refuse(ctx, TC_E_STATE, "reference", payment->order, NULL);
    if (fact->amount > left)
        return tci_refuse_amount(ctx, "amount_minor", payment->order, plan->amount, left);
    tci_order order;
    fact->event = fact->amount == left ? TCI_SAGA_REFUND_WHOLE : TCI_SAGA_REFUND_PART;
    bool loaded = tci_order_load(ctx->view, payment->order, &order);
    if (loaded && tci_saga_look(order.state, fact->event)->verdict == TCI_SAGA_REFUSE) {
        /* The order has nothing to give back (by hand, it may have): this money is gone besides. */
        fact->event = TCI_SAGA_REFUNDED_AGAIN;
        return TC_OK;
    }
    fact->outside = true;
    fact->reason = TC_ORDER_REASON_PROVIDER;
    return TC_OK;
}

static int32_t decide_event(tci_ctx *ctx, tci_slice bytes, void **out) {
    event_plan *plan = TCI_ARENA_NEW(ctx->arena, event_plan);
    if (!plan) return TC_E_NOMEM;
    *out = plan;
    if (!read_event(bytes, plan)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_fact fact = {.event = MEANS[plan->kind].event, .reason = MEANS[plan->kind].reason};
    fact.order = tci_provider_event_find(ctx->view, plan->event_hash, &fact.payment);
    if (fact.order) {
        plan->repeated = plan->incoming.duplicate = true;
        return tci_incoming_nothing(ctx, &fact, &plan->incoming);
    }
    int32_t code = find_payment(ctx, plan);
    if (code == TC_OK && is_about_refund(plan)) find_refund(ctx, plan);
    if (code == TC_OK && is_followed(plan)) {
        fact.order = plan->payment.order;
        fact.payment = plan->payment.id;
        plan->incoming.duplicate = true;
        return tci_incoming_nothing(ctx, &fact, &plan->incoming);
    }
    if (code == TC_OK) code = check_money(ctx, plan);
    if (code != TC_OK) return code;
    fact.order = plan->payment.order;
    fact.payment = plan->payment.id;
    fact.refund = plan->refund.id;
    fact.amount = plan->amount;
    fact.command = plan->command;
    plan->mark_told = plan->refund.id != 0;
    if (is_about_refund(plan) && !plan->refund.id) code = plan_outside(ctx, plan, &fact);
    return code == TC_OK ? tci_incoming_plan(ctx, &fact, &plan->incoming) : code;
}

static void apply_event(tci_ctx *ctx, void *data, tci_buf *answer) {
    event_plan *plan = data;
    tci_step *step = &plan->incoming.step;
    if (!plan->repeated) {
        tci_provider_event_keep(ctx->view, plan->event_hash, step->order.id, step->payment.id);
        uint8_t payload[9] = {plan->kind};
        tci_store_i64(payload + 1, plan->amount);
        tci_emit(ctx, TC_FEED_PAYMENT_EVENT, 0, step->order.id, step->payment.id,
                 tci_slice_of(payload, sizeof payload));
        tci_incoming_apply(ctx, &plan->incoming);
    }
    tci_refund refund;
    bool made = step->fact.outside || step->fact.event == TCI_SAGA_REFUNDED_AGAIN;
    if (made && step->refund_made) {
        plan->mark_told = true;
        plan->refund.id = step->refund_made;
    }
    if (plan->mark_told && tci_refund_load(ctx->view, plan->refund.id, &refund)) {
        refund.told = true;
        tci_refund_save(ctx->view, &refund);
    }
    tci_incoming_answer(&plan->incoming, answer);
}

const tci_op tci_op_payment_event = {TC_PAYMENT_EVENT, 1, "payment.event", decide_event,
                                     apply_event};
