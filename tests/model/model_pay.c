/* The model's payment worker's side: what may be leased, what an answer or a provider's event
 * means, and what is known already. */
#include "model_saga.h"

#include <string.h>

/* How a kind is tried again: failures, first delay, longest delay. From the guide's table. */
static const struct {
    uint32_t failures;
    int64_t first_ms, cap_ms;
} TRIES[] = {[TC_PAYMENT_AUTHORISE] = {6, 1000, 30000},  [TC_PAYMENT_CHARGE] = {6, 1000, 30000},
             [TC_PAYMENT_CAPTURE] = {20, 5000, 3600000}, [TC_PAYMENT_VOID] = {20, 5000, 3600000},
             [TC_PAYMENT_REFUND] = {20, 5000, 3600000},  [TC_PAYMENT_QUERY] = {100, 2000, 3600000}};

static bool begins(const model_command *command) {
    return command->kind == TC_PAYMENT_AUTHORISE || command->kind == TC_PAYMENT_CHARGE;
}

/* The delay doubles; half of it is by lot. */
static void back_off(model *m, model_command *command, uint32_t kind, uint32_t n) {
    int64_t delay = TRIES[kind].first_ms;
    for (uint32_t i = 1; i < n && delay < TRIES[kind].cap_ms; i++) delay *= 2;
    if (delay > TRIES[kind].cap_ms) delay = TRIES[kind].cap_ms;
    command->due_from_ms = m->now_ms + delay / 2;
    command->due_to_ms = m->now_ms + delay;
}

/* ---- leasing ---- */

/* Worth handing out: an authorisation that was not begun in time is not begun any more. */
static bool leasable(const model *m, const model_command *command) {
    if (command->state != PAY_OPEN || command->parked) return false;
    bool idle = !command->leased && !command->query;
    return !begins(command) || !idle || m->now_ms < command->deadline_ms;
}

static bool check_leased(model *m, const sim_command *c, const uint64_t *at) {
    if (at[0] == 0 || at[0] > m->commands) return model_wrong(m, "leased command %d", (int)at[0]);
    model_command *command = &m->command[at[0]];
    if (!leasable(m, command) || command->due_from_ms > m->now_ms)
        return model_wrong(m, "payment command %d was leased and is not due", (int)at[0]);
    if (command->leased) { /* the lease before it ended in silence */
        bool first = command->queries++ == 0;
        command->query = 1;
        if (first && begins(command)) {
            fact f = {.order = command->order, .payment = command->payment, .event = E_UNKNOWN};
            saga_run(m, &f);
        }
    }
    command->leased = 1;
    command->attempt++;
    command->due_from_ms = command->due_to_ms = m->now_ms + (c->b ? c->b : 60000);
    if (command->attempt == 1) command->leased_call = m->call;
    command->key[0] = at[7];
    command->key[1] = at[8];
    uint32_t kind = command->query ? TC_PAYMENT_QUERY : command->kind;
    return model_expect(m, "order of a leased command", at[1], command->order) &&
           model_expect(m, "payment of a leased command", at[2], command->payment) &&
           model_expect(m, "kind of a leased command", at[3], kind) &&
           model_expect(m, "attempt of a leased command", at[4], command->attempt) &&
           model_expect(m, "amount of a leased command", at[5], (uint64_t)command->amount) &&
           model_expect(m, "lease_until_ms", at[6], (uint64_t)command->due_to_ms);
}

static bool step_lease(model *m, const sim_command *c, const sim_answer *a) {
    uint32_t sure = 0;
    if (a->code != TC_OK) return model_wrong(m, "a lease answered %s", tc_error_name(a->code));
    for (uint32_t i = 0; i < m->open_count; i++) {
        const model_command *command = &m->command[m->open[i]];
        sure += leasable(m, command) && command->due_to_ms <= m->now_ms;
    }
    uint64_t count = a->at[AT_LEASE_COUNT];
    if (count > c->a) return model_wrong(m, "%d commands leased of %u", (int)count, c->a);
    if (count < c->a && count < sure)
        return model_wrong(m, "%d commands leased, %u are due", (int)count, sure);
    for (uint32_t i = 0; i < count; i++)
        if (!check_leased(m, c, &a->at[AT_LEASE_FIRST + i * AT_LEASE_WIDTH])) return false;
    return true;
}

/* ---- what is known ---- */

static bool known(const model_payment *payment, saga_event event) {
    switch (event) {
    case E_AUTHORISED:
        return payment->authorised || payment->captured_seen || payment->voided || payment->at_once;
    case E_DECLINED:
        return payment->authorised || payment->captured_seen ||
               payment->state == TC_PAYMENT_DECLINED;
    case E_CAPTURED: return payment->captured_seen;
    case E_VOIDED: return payment->voided || payment->captured_seen;
    case E_DISPUTE_OPENED: return payment->disputed_seen || payment->dispute_over;
    case E_DISPUTE_WON:
    case E_DISPUTE_LOST: return payment->dispute_over;
    default: return false;
    }
}

static bool refund_known(const model *m, const fact *f) {
    if (!f->refund) return false;
    uint32_t state = m->refund[f->refund].state;
    return state == TC_REFUND_DONE || (state == TC_REFUND_FAILED && f->event == E_REFUND_FAILED);
}

/* A fact from the provider: planned, and whether it is one that was known. */
static fact_plan incoming(model *m, fact *f, bool *duplicate) {
    fact_plan plan = {.verdict = SAGA_STAYS};
    /* Each attempt of a refund pays once; a second one that did is money of its own. */
    if (f->event == E_REFUNDED && f->refund && m->refund[f->refund].state == TC_REFUND_DONE &&
        f->command && m->command[f->command].state != PAY_DONE)
        f->event = E_REFUNDED_AGAIN;
    *duplicate = known(&m->payment[f->payment], f->event) ||
                 (f->event != E_REFUNDED_AGAIN && refund_known(m, f));
    if (*duplicate) return plan;
    plan = saga_plan(m, f);
    *duplicate = plan.verdict == SAGA_STAYS;
    return plan;
}

static bool check_paid(model *m, uint64_t order, uint64_t payment, bool duplicate,
                       const sim_answer *a) {
    return model_expect(m, "order", a->at[AT_PAID_ORDER], order) &&
           model_expect(m, "order's state", a->at[AT_PAID_STATE], m->order[order].state) &&
           model_expect(m, "payment", a->at[AT_PAID_PAYMENT], payment) &&
           model_expect(m, "duplicate", a->at[AT_PAID_DUPLICATE], duplicate);
}

/* ---- answers ---- */

/* The ordinal-th payment command of an order; 0: none such. */
uint64_t model_command_of(const model *m, const sim_command *c) {
    uint64_t order = model_of_tag(m, c->ref);
    for (uint64_t id = 1; order != SIM_NOBODY && id <= m->seen_commands; id++)
        if (m->command[id].order == order && m->command[id].nth == c->ordinal) return id;
    return 0;
}

bool model_key_known(const model *m, uint64_t command) {
    return m->command[command].attempt && m->command[command].leased_call != m->call;
}

static saga_event meaning(const model_command *command, bool done) {
    switch (command->kind) {
    case TC_PAYMENT_AUTHORISE: return done ? E_AUTHORISED : E_DECLINED;
    case TC_PAYMENT_CHARGE: return done ? E_CAPTURED : E_DECLINED;
    case TC_PAYMENT_CAPTURE: return done ? E_CAPTURED : E_CAPTURE_FAILED;
    case TC_PAYMENT_VOID: return done ? E_VOIDED : E_VOID_FAILED;
    default: return done ? E_REFUNDED : E_REFUND_FAILED;
    }
}

enum { AS_DUPLICATE, AS_FACT, AS_AGAIN, AS_ASK };

/* What an answer is, by the rules of tc_payment_answer(). */
static int judge_answer(const model_command *command, const sim_command *c, refusals *set) {
    bool done = c->b == TC_OUTCOME_DONE, declined = c->b == TC_OUTCOME_DECLINED;
    if (c->d == 1) refuse(set, TC_E_AMOUNT);
    if (c->d == 2) refuse(set, TC_E_CURRENCY);
    if (command->state != PAY_OPEN) {
        bool same = (command->state == PAY_DONE && done) ||
                    (command->state == PAY_REFUSED && declined) ||
                    (command->state == PAY_MOOT && declined);
        if (!same && !(done && command->state != PAY_DONE)) refuse(set, TC_E_LEASE_LOST);
        return same ? AS_DUPLICATE : AS_FACT;
    }
    if (done || declined) {
        if (c->a == 0 || c->a > command->attempt) refuse(set, TC_E_LEASE_LOST);
        return AS_FACT;
    }
    bool mine = command->leased && command->attempt == c->a;
    if (!mine) refuse(set, TC_E_LEASE_LOST);
    if (c->b == TC_OUTCOME_ABSENT) {
        if (!command->query) refuse(set, TC_E_INVALID);
        return AS_AGAIN;
    }
    return c->b == TC_OUTCOME_FAILED && !command->query ? AS_AGAIN : AS_ASK;
}

static void finish_fact(model *m, uint64_t id, bool done, fact *f, const fact_plan *plan,
                        bool duplicate) {
    model_command *command = &m->command[id];
    bool stuck = !done && plan->verdict == SAGA_STAYS && command->kind == TC_PAYMENT_VOID;
    bool by_step = command->kind == TC_PAYMENT_REFUND &&
                   (!duplicate || m->refund[command->refund].state == TC_REFUND_FAILED);
    if (command->state == PAY_OPEN && stuck) {
        command->parked = 1;
        command->leased = 0;
    } else if (command->state == PAY_OPEN && !by_step) {
        model_close_command(m, id, done ? PAY_DONE : PAY_REFUSED);
        if (m->payment[command->payment].command == id) m->payment[command->payment].command = 0;
    }
    if (!duplicate && plan->verdict == SAGA_GOES) saga_apply(m, f, plan);
}

/* Is it still wanted that it happens? */
static bool wanted(const model *m, const model_command *command) {
    const model_order *order = &m->order[command->order];
    bool stray = saga_is_stray(m, order, command->payment);
    if (begins(command)) return !stray && saga_waits(order->state);
    if (command->kind == TC_PAYMENT_CAPTURE) return !stray && order->state == TC_ORDER_CAPTURING;
    if (command->kind == TC_PAYMENT_REFUND)
        return m->refund[command->refund].state == TC_REFUND_OPEN;
    return true;
}

/* It did not happen: again later, or as good as refused. Whether the lot puts the next try beyond
 * the deadline only the engine knows: the state it answers tells. */
static bool answer_again(model *m, uint64_t id, const sim_answer *a) {
    model_command *command = &m->command[id];
    bool want = wanted(m, command), duplicate = false;
    command->leased = command->query = command->queries = 0;
    back_off(m, command, command->kind, ++command->failed);
    bool again = want && command->failed < TRIES[command->kind].failures;
    if (again && command->due_from_ms > command->deadline_ms) again = false;
    if (again && command->due_to_ms > command->deadline_ms)
        again = a->at[AT_PAID_STATE] == m->order[command->order].state;
    if (again) return check_paid(m, command->order, command->payment, false, a);
    fact f = {.order = command->order,
              .payment = command->payment,
              .refund = command->refund,
              .command = command->refund ? id : 0,
              .event = meaning(command, false)};
    f.reason = f.event == E_CAPTURE_FAILED ? TC_ORDER_REASON_CAPTURE : 0;
    fact_plan plan = incoming(m, &f, &duplicate);
    finish_fact(m, id, false, &f, &plan, duplicate);
    command = &m->command[id];
    return check_paid(m, command->order, command->payment, duplicate, a);
}

static bool answer_ask(model *m, uint64_t id, const sim_answer *a) {
    model_command *command = &m->command[id];
    bool first = !command->query;
    command->leased = 0;
    command->query = 1;
    if (++command->queries > 100) command->parked = 1;
    else back_off(m, command, TC_PAYMENT_QUERY, command->queries);
    if (first && begins(command)) {
        fact f = {.order = command->order, .payment = command->payment, .event = E_UNKNOWN};
        saga_run(m, &f);
    }
    return check_paid(m, command->order, command->payment, false, a);
}

static bool step_answer(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    uint64_t id = model_command_of(m, c);
    int as = AS_FACT;
    bool done = c->b == TC_OUTCOME_DONE, duplicate = false;
    fact_plan plan = {.verdict = SAGA_STAYS};
    fact f = {0};
    if (c->a == 0) refuse(&set, TC_E_INVALID);
    if (!id) refuse(&set, TC_E_NOT_FOUND);
    else as = judge_answer(&m->command[id], c, &set);
    if (id && as == AS_FACT && set.count == 0) {
        const model_command *command = &m->command[id];
        f = (fact){.order = command->order,
                   .payment = command->payment,
                   .refund = command->refund,
                   .command = command->refund ? id : 0,
                   .event = meaning(command, done),
                   .answer = a->code == TC_OK ? a : NULL,
                   .answered_state = a->at[AT_PAID_STATE],
                   .late_at = AT_PAID_LATE};
        f.reason = f.event == E_CAPTURE_FAILED ? TC_ORDER_REASON_CAPTURE : 0;
        plan = incoming(m, &f, &duplicate);
        if (plan.verdict == SAGA_REFUSED) refuse(&set, TC_E_STATE);
    }
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    uint64_t order = m->command[id].order, payment = m->command[id].payment;
    if (as != AS_DUPLICATE && c->c) m->payment[payment].has_reference = true;
    if (as == AS_DUPLICATE) return check_paid(m, order, payment, true, a);
    if (as == AS_AGAIN) return answer_again(m, id, a);
    if (as == AS_ASK) return answer_ask(m, id, a);
    finish_fact(m, id, done, &f, &plan, duplicate);
    return check_paid(m, order, payment, duplicate, a);
}

/* ---- what the provider says by itself ---- */

/* The refund an event without a key means: one that waits for it, by amount; else one whose end
 * came by an answer and whose event this is. */
static uint64_t refund_of(const model *m, uint64_t payment, int64_t amount) {
    static const uint32_t WANTED[] = {TC_REFUND_OPEN, TC_REFUND_FAILED, TC_REFUND_DONE};
    for (size_t i = 0; i < 3; i++)
        for (uint64_t id = m->refunds; id > 0; id--) {
            const model_refund *refund = &m->refund[id];
            if (refund->payment != payment || refund->state != WANTED[i]) continue;
            if (amount && amount != refund->amount) continue;
            if (refund->state == TC_REFUND_DONE && refund->told) continue;
            return id;
        }
    return 0;
}

static const struct {
    saga_event event;
    uint32_t reason;
} SAYS[] = {
    [TC_PAYMENT_EVENT_AUTHORISED] = {E_AUTHORISED, 0},
    [TC_PAYMENT_EVENT_DECLINED] = {E_DECLINED, 0},
    [TC_PAYMENT_EVENT_CAPTURED] = {E_CAPTURED, 0},
    [TC_PAYMENT_EVENT_CAPTURE_FAILED] = {E_CAPTURE_FAILED, TC_ORDER_REASON_CAPTURE},
    [TC_PAYMENT_EVENT_VOIDED] = {E_VOIDED, TC_ORDER_REASON_PROVIDER},
    [TC_PAYMENT_EVENT_VOID_FAILED] = {E_VOID_FAILED, 0},
    [TC_PAYMENT_EVENT_REFUNDED] = {E_REFUNDED, 0},
    [TC_PAYMENT_EVENT_REFUND_FAILED] = {E_REFUND_FAILED, 0},
    [TC_PAYMENT_EVENT_DISPUTE_OPENED] = {E_DISPUTE_OPENED, 0},
    [TC_PAYMENT_EVENT_DISPUTE_WON] = {E_DISPUTE_WON, 0},
    [TC_PAYMENT_EVENT_DISPUTE_LOST] = {E_DISPUTE_LOST, TC_ORDER_REASON_DISPUTE},
};

/* The provider refunded what nobody here asked for: asked and done in one. */
static void outside(const model *m, const sim_command *c, fact *f, refusals *set) {
    const model_payment *payment = &m->payment[f->payment];
    int64_t left = payment->captured - payment->refunded;
    bool over = left == 0 || c->amount > left;
    for (uint64_t id = m->refunds; over && c->a == TC_PAYMENT_EVENT_REFUNDED && id > 0; id--) {
        const model_refund *refund = &m->refund[id];
        if (refund->payment != f->payment || refund->state != TC_REFUND_DONE || !refund->tries ||
            (c->amount && c->amount != refund->amount))
            continue;
        f->event = E_REFUNDED_AGAIN;
        f->refund = id;
        return;
    }
    if (c->a == TC_PAYMENT_EVENT_REFUND_FAILED || payment->stray) refuse(set, TC_E_NOT_FOUND);
    else if (left == 0) refuse(set, TC_E_STATE);
    f->amount = c->amount ? c->amount : left;
    if (f->amount > left) refuse(set, TC_E_AMOUNT);
    saga_row row;
    f->event = f->amount == left ? E_REFUND_WHOLE : E_REFUND_PART;
    if (saga_look(m->order[f->order].state, f->event, &row) == SAGA_REFUSED) {
        f->event = E_REFUNDED_AGAIN; /* the order has nothing to give */
        return;
    }
    f->outside = true;
    f->reason = TC_ORDER_REASON_PROVIDER;
}

static void judge_amount(const model *m, const sim_command *c, const fact *f, refusals *set) {
    const model_payment *payment = &m->payment[f->payment];
    if (c->d) refuse(set, TC_E_CURRENCY);
    if (!c->amount) return;
    bool part = c->a == TC_PAYMENT_EVENT_REFUNDED || c->a == TC_PAYMENT_EVENT_REFUND_FAILED ||
                c->a >= TC_PAYMENT_EVENT_DISPUTE_OPENED;
    bool wrong = f->refund ? c->amount != m->refund[f->refund].amount
                 : part    ? c->amount > payment->captured
                           : c->amount != payment->amount;
    if (wrong) refuse(set, TC_E_AMOUNT);
}

static bool step_webhook(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    MODEL_ROOM(m->webhook, c->c, m->webhook_room);
    if (m->webhook[c->c]) { /* whatever else it says */
        if (a->code != TC_OK)
            return model_wrong(m, "a repeated event answered %s", tc_error_name(a->code));
        uint64_t payment = m->webhook[c->c];
        return check_paid(m, m->payment[payment].order, payment, true, a);
    }
    uint64_t command = model_command_of(m, c);
    bool by_reference = c->b,
         about_refund = c->a == TC_PAYMENT_EVENT_REFUNDED || c->a == TC_PAYMENT_EVENT_REFUND_FAILED;
    fact f = {.event = SAYS[c->a].event,
              .reason = SAYS[c->a].reason,
              .amount = c->amount,
              .answer = a->code == TC_OK ? a : NULL,
              .answered_state = a->at[AT_PAID_STATE],
              .late_at = AT_PAID_LATE};
    fact_plan plan = {.verdict = SAGA_STAYS};
    bool duplicate = false;
    if (!command || (by_reference && !m->payment[m->command[command].payment].has_reference) ||
        (!by_reference && !model_key_known(m, command))) {
        refuse(&set, TC_E_NOT_FOUND);
    } else {
        f.payment = m->command[command].payment;
        f.order = m->command[command].order;
        if (about_refund && !by_reference) f.refund = m->command[command].refund;
        if (f.refund) f.command = command;
        if (about_refund && !f.refund) f.refund = refund_of(m, f.payment, c->amount);
        judge_amount(m, c, &f, &set);
        bool mark = f.refund != 0;
        /* An old attempt's failure says nothing of the one under way, nor does one that may be. */
        bool older = mark && c->a == TC_PAYMENT_EVENT_REFUND_FAILED &&
                     (f.command ? m->refund[f.refund].command > f.command
                                : m->refund[f.refund].state == TC_REFUND_OPEN &&
                                      m->refund[f.refund].tries > 1);
        if (older) {
            if (a->code != TC_OK)
                return model_wrong(m, "an event about an old attempt answered %s",
                                   tc_error_name(a->code));
            m->webhook[c->c] = (uint32_t)f.payment;
            return check_paid(m, f.order, f.payment, true, a);
        }
        if (about_refund && !f.refund) outside(m, c, &f, &set);
        if (set.count == 0) plan = incoming(m, &f, &duplicate);
        if (plan.verdict == SAGA_REFUSED) refuse(&set, TC_E_STATE);
        int verdict = model_judge(m, &set, a);
        if (verdict <= 0) return verdict == 0;
        m->webhook[c->c] = (uint32_t)f.payment;
        uint64_t payment = f.payment;
        if (!duplicate && plan.verdict == SAGA_GOES) saga_apply(m, &f, &plan);
        bool made = f.refund_made && (f.outside || f.event == E_REFUNDED_AGAIN);
        if (mark && !made) m->refund[f.refund].told = 1;
        if (made) m->refund[f.refund_made].told = 1;
        return check_paid(m, f.order, payment, duplicate, a);
    }
    return model_judge(m, &set, a) == 0;
}

bool model_pay_step(model *m, const sim_command *c, const sim_answer *a) {
    switch (c->kind) {
    case SIM_LEASE: return step_lease(m, c, a);
    case SIM_ANSWER: return step_answer(m, c, a);
    default: return step_webhook(m, c, a);
    }
}
