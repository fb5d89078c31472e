/* payment.answer: what the provider answered to a leased command becomes a fact for the saga, or
 * another try. A fact counts whenever it comes and once; "not yet" and "don't know" count only from
 * the worker that has the lease. */
#include "payment/incoming.h"
#include "ticketcore/command.h"

typedef struct outcome_rule {
    tci_saga_event done;
    tci_saga_event refused;
} outcome_rule;

/* What the end of a command means to the saga. */
static const outcome_rule MEANS[] = {
    [TC_PAYMENT_AUTHORISE] = {TCI_SAGA_AUTHORISED, TCI_SAGA_DECLINED},
    [TC_PAYMENT_CHARGE] = {TCI_SAGA_CAPTURED, TCI_SAGA_DECLINED},
    [TC_PAYMENT_CAPTURE] = {TCI_SAGA_CAPTURED, TCI_SAGA_CAPTURE_FAILED},
    [TC_PAYMENT_VOID] = {TCI_SAGA_VOIDED, TCI_SAGA_VOID_FAILED},
    [TC_PAYMENT_REFUND] = {TCI_SAGA_REFUNDED, TCI_SAGA_REFUND_FAILED},
};

typedef enum action {
    ACTION_DUPLICATE, /* known: nothing changes */
    ACTION_FACT,      /* a step of the saga */
    ACTION_AGAIN,     /* it did not happen: try again */
    ACTION_ASK        /* it may have happened: query */
} action;

typedef struct answer_plan {
    tci_payment_cmd command;
    uint32_t attempt;
    uint8_t outcome;
    uint16_t currency;
    int64_t amount;
    const uint8_t *reference_hash;
    tci_slice reference;
    action action;
    tci_incoming incoming;
} answer_plan;

static bool read_answer(tci_slice bytes, answer_plan *plan) {
    tci_reader reader = tci_reader_of(bytes);
    plan->command.id = tci_read_u64(&reader);
    plan->attempt = tci_read_u32(&reader);
    plan->outcome = tci_read_u8(&reader);
    plan->currency = tci_read_u16(&reader);
    plan->amount = tci_read_i64(&reader);
    plan->reference_hash = tci_read_bytes(&reader, 16);
    plan->reference = tci_read_text(&reader);
    return tci_reader_done(&reader) && plan->outcome >= TC_OUTCOME_DONE &&
           plan->outcome <= TC_OUTCOME_ABSENT;
}

static int32_t lease_lost(tci_ctx *ctx, const answer_plan *plan) {
    return tci_refuse(ctx, TC_E_LEASE_LOST, "attempt", plan->command.id, NULL);
}

/* A command that has its end: the same answer again, a fact that came late, or a contradiction. */
static int32_t judge_ended(tci_ctx *ctx, answer_plan *plan) {
    uint8_t state = plan->command.state;
    bool done = plan->outcome == TC_OUTCOME_DONE, declined = plan->outcome == TC_OUTCOME_DECLINED;
    bool known = (state == TCI_COMMAND_DONE && done) ||
                 (state == TCI_COMMAND_REFUSED && declined) ||
                 (state == TCI_COMMAND_MOOT && declined);
    plan->action = known ? ACTION_DUPLICATE : ACTION_FACT;
    /* Refused, withdrawn or overtaken, and yet it happened: the truth is taken. */
    return known || (done && state != TCI_COMMAND_DONE) ? TC_OK : lease_lost(ctx, plan);
}

static int32_t judge_open(tci_ctx *ctx, answer_plan *plan) {
    const tci_payment_cmd *command = &plan->command;
    bool has_lease = command->flags & TCI_COMMAND_LEASED && command->attempt == plan->attempt;
    bool query = command->flags & TCI_COMMAND_QUERY;
    switch (plan->outcome) {
    case TC_OUTCOME_DONE:
    case TC_OUTCOME_DECLINED:
        if (plan->attempt == 0 || plan->attempt > command->attempt) return lease_lost(ctx, plan);
        plan->action = ACTION_FACT;
        return TC_OK;
    case TC_OUTCOME_ABSENT:
        if (has_lease && !query)
            return tci_refuse(ctx, TC_E_INVALID, "outcome", command->id,
                              "outcome: ABSENT answers a query only");
        plan->action = ACTION_AGAIN;
        break;
    case TC_OUTCOME_FAILED: plan->action = query ? ACTION_ASK : ACTION_AGAIN; break;
    default: plan->action = ACTION_ASK; break;
    }
    return has_lease ? TC_OK : lease_lost(ctx, plan);
}

static int32_t check_money(tci_ctx *ctx, const answer_plan *plan) {
    const tci_payment_cmd *command = &plan->command;
    if (plan->currency && plan->currency != command->currency)
        return tci_refuse(ctx, TC_E_CURRENCY, "currency", command->id, NULL);
    if (plan->amount && plan->amount != command->amount)
        return tci_refuse_amount(ctx, "amount_minor", command->id, plan->amount, command->amount);
    return TC_OK;
}

static int32_t decide_answer(tci_ctx *ctx, tci_slice bytes, void **out) {
    answer_plan *plan = TCI_ARENA_NEW(ctx->arena, answer_plan);
    if (!plan) return TC_E_NOMEM;
    if (!read_answer(bytes, plan)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    uint64_t id = plan->command.id;
    tci_payment_cmd *command = &plan->command;
    if (!tci_payment_cmd_load(ctx->view, id, command))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "command", id, NULL);
    int32_t code = check_money(ctx, plan);
    if (code == TC_OK)
        code = command->state == TCI_COMMAND_OPEN ? judge_open(ctx, plan) : judge_ended(ctx, plan);
    if (code != TC_OK) return code;
    tci_fact fact = {
        .order = command->order, .payment = command->payment, .refund = command->refund};
    if (command->refund) fact.command = id;
    bool done = plan->outcome == TC_OUTCOME_DONE;
    fact.event = done ? MEANS[command->kind].done : MEANS[command->kind].refused;
    fact.reason = fact.event == TCI_SAGA_CAPTURE_FAILED ? TC_ORDER_REASON_CAPTURE : 0;
    *out = plan;
    if (plan->action != ACTION_FACT) return tci_incoming_nothing(ctx, &fact, &plan->incoming);
    return tci_incoming_plan(ctx, &fact, &plan->incoming);
}

static bool refund_is(tci_ctx *ctx, uint64_t refund, uint8_t state) {
    tci_refund record;
    return tci_refund_load(ctx->view, refund, &record) && record.state == state;
}

static void apply_fact(tci_ctx *ctx, answer_plan *plan) {
    tci_payment_cmd *command = &plan->command;
    tci_payment *payment = &plan->incoming.step.payment;
    bool done = plan->outcome == TC_OUTCOME_DONE;
    bool stuck = !done && plan->incoming.step.cell->verdict == TCI_SAGA_STAY &&
                 command->kind == TC_PAYMENT_VOID;
    /* What becomes of a refund's attempt is the step's. One that has failed already stays parked.
     */
    bool by_step = command->kind == TC_PAYMENT_REFUND &&
                   (!plan->incoming.duplicate || refund_is(ctx, command->refund, TC_REFUND_FAILED));
    if (command->state == TCI_COMMAND_OPEN && stuck) {
        tci_payment_cmd_park(ctx->view, command); /* nobody else would see to this money */
    } else if (command->state == TCI_COMMAND_OPEN && !by_step) {
        tci_payment_cmd_finish(ctx->view, command, done ? TCI_COMMAND_DONE : TCI_COMMAND_REFUSED);
        if (payment->command == command->id) payment->command = 0;
        tci_payment_save(ctx->view, payment);
    }
    tci_incoming_apply(ctx, &plan->incoming);
}

/* Is it still wanted that the command happens? Not when its order was given up meanwhile. */
static bool is_wanted(tci_ctx *ctx, const answer_plan *plan) {
    const tci_step *step = &plan->incoming.step;
    bool stray = tci_payment_is_stray(&step->order, &step->payment);
    switch (plan->command.kind) {
    case TC_PAYMENT_AUTHORISE:
    case TC_PAYMENT_CHARGE: return !stray && tci_saga_states[step->order.state].due;
    case TC_PAYMENT_CAPTURE: return !stray && step->order.state == TC_ORDER_CAPTURING;
    case TC_PAYMENT_REFUND: /* another attempt may have done it meanwhile */
        return refund_is(ctx, plan->command.refund, TC_REFUND_OPEN);
    default: return true;
    }
}

/* It did not happen. Unwanted, or the rule's tries used up: as good as refused. */
static void apply_again(tci_ctx *ctx, answer_plan *plan) {
    bool wanted = is_wanted(ctx, plan);
    if (tci_payment_cmd_again(ctx, &plan->command, true) && wanted) return;
    plan->outcome = TC_OUTCOME_DECLINED;
    tci_fact fact = plan->incoming.step.fact;
    int32_t code = tci_incoming_plan(ctx, &fact, &plan->incoming);
    TCI_PROVE(ctx->view, code == TC_OK);
    if (code == TC_OK) apply_fact(ctx, plan);
}

static void apply_ask(tci_ctx *ctx, answer_plan *plan) {
    tci_payment_cmd *command = &plan->command;
    bool first = !(command->flags & TCI_COMMAND_QUERY);
    tci_payment_cmd_again(ctx, command, false);
    bool begins = command->kind == TC_PAYMENT_AUTHORISE || command->kind == TC_PAYMENT_CHARGE;
    if (!first || !begins) return;
    tci_fact fact = {
        .order = command->order, .payment = command->payment, .event = TCI_SAGA_UNKNOWN};
    tci_step_run(ctx, &fact);
    tci_order_load(ctx->view, command->order, &plan->incoming.step.order);
}

static void apply_answer(tci_ctx *ctx, void *data, tci_buf *answer) {
    answer_plan *plan = data;
    tci_incoming *incoming = &plan->incoming;
    if (plan->action != ACTION_DUPLICATE && plan->reference.len) {
        tci_payment_set_reference(ctx->view, &incoming->step.payment, plan->reference_hash,
                                  plan->reference);
        tci_payment_save(ctx->view, &incoming->step.payment);
    }
    switch (plan->action) {
    case ACTION_DUPLICATE: incoming->duplicate = true; break;
    case ACTION_FACT: apply_fact(ctx, plan); break;
    case ACTION_AGAIN: apply_again(ctx, plan); break;
    case ACTION_ASK: apply_ask(ctx, plan); break;
    }
    tci_incoming_answer(incoming, answer);
}

const tci_op tci_op_payment_answer = {TC_PAYMENT_ANSWER, 1, "payment.answer", decide_answer,
                                      apply_answer};
