/* The saga's table, transcribed from the guide by hand, and what each of its actions does to the
 * model. Kept apart from the engine's own table so that a slip in either shows. */
#include "model_saga.h"

#include <string.h>

#define LATE "xfV5"
#define LATE_TAKEN "xflR5"

#define SEATED(state)                                                                              \
    {state, E_AUTHORISED, TC_ORDER_CAPTURING, "xsC1"},                                             \
        {state, E_AUTHORISED_NO, TC_ORDER_VOIDING, LATE},                                          \
        {state, E_CAPTURED, TC_ORDER_SETTLED, "xsc1"}, {                                           \
        state, E_CAPTURED_NO, S_BOOKS, LATE_TAKEN                                                  \
    }
#define BY_HAND(state)                                                                             \
    {state, E_SETTLED, TC_ORDER_SETTLED, "sh1"}, {                                                 \
        state, E_SETTLED_NO, S_BOOKS, "flR5"                                                       \
    }
#define GIVEN_UP(state)                                                                            \
    {state, E_CAPTURED, S_BOOKS, "xlR"}, {                                                         \
        state, E_CAPTURED_NO, S_BOOKS, "xlR"                                                       \
    }
#define REFUNDS(state)                                                                             \
    {state, E_REFUND_PART, S_BOOKS, "nbR"}, {state, E_REFUND_WHOLE, S_BOOKS, "rbR"},               \
        {state, E_DISPUTE_OPENED, TC_ORDER_DISPUTED, "o"},                                         \
        {state, E_DISPUTE_LOST_PART, S_BOOKS, "j"}, {                                              \
        state, E_DISPUTE_LOST, TC_ORDER_CHARGED_BACK, "rj4"                                        \
    }

static const saga_row ROWS[] = {
    {TC_ORDER_PENDING, E_PAY_PROVIDER, TC_ORDER_AUTHORISING, "A"},
    SEATED(TC_ORDER_PENDING),
    BY_HAND(TC_ORDER_PENDING),
    {TC_ORDER_PENDING, E_CANCEL, TC_ORDER_CANCELLED, "f4"},
    {TC_ORDER_PENDING, E_DEADLINE, TC_ORDER_EXPIRED, "f4"},
    SEATED(TC_ORDER_AUTHORISING),
    {TC_ORDER_AUTHORISING, E_DECLINED, TC_ORDER_DECLINED, "x3"},
    {TC_ORDER_AUTHORISING, E_CAPTURE_FAILED, TC_ORDER_DECLINED, "x3"},
    {TC_ORDER_AUTHORISING, E_VOIDED, TC_ORDER_DECLINED, "x3"},
    {TC_ORDER_AUTHORISING, E_CANCEL, TC_ORDER_CANCELLING, "wf4"},
    {TC_ORDER_AUTHORISING, E_DEADLINE, TC_ORDER_OVERDUE, "wf4"},
    {TC_ORDER_AUTHORISING, E_UNKNOWN, TC_ORDER_UNKNOWN, ""},
    SEATED(TC_ORDER_UNKNOWN),
    {TC_ORDER_UNKNOWN, E_DECLINED, TC_ORDER_DECLINED, "x3"},
    {TC_ORDER_UNKNOWN, E_CAPTURE_FAILED, TC_ORDER_DECLINED, "x3"},
    {TC_ORDER_UNKNOWN, E_VOIDED, TC_ORDER_DECLINED, "x3"},
    {TC_ORDER_UNKNOWN, E_CANCEL, TC_ORDER_CANCELLING, "wf4"},
    {TC_ORDER_UNKNOWN, E_DEADLINE, TC_ORDER_OVERDUE, "wf4"},
    {TC_ORDER_DECLINED, E_PAY_PROVIDER, TC_ORDER_AUTHORISING, "A"},
    {TC_ORDER_DECLINED, E_PAY_OFFLINE, TC_ORDER_PENDING, "2"},
    SEATED(TC_ORDER_DECLINED),
    BY_HAND(TC_ORDER_DECLINED),
    {TC_ORDER_DECLINED, E_CANCEL, TC_ORDER_CANCELLED, "f4"},
    {TC_ORDER_DECLINED, E_DEADLINE, TC_ORDER_EXPIRED, "f4"},
    {TC_ORDER_CANCELLING, E_AUTHORISED, TC_ORDER_VOIDING, "xV"},
    {TC_ORDER_CANCELLING, E_AUTHORISED_NO, TC_ORDER_VOIDING, "xV"},
    GIVEN_UP(TC_ORDER_CANCELLING),
    {TC_ORDER_CANCELLING, E_DECLINED, TC_ORDER_CANCELLED, "x"},
    {TC_ORDER_CANCELLING, E_CAPTURE_FAILED, TC_ORDER_CANCELLED, "x"},
    {TC_ORDER_CANCELLING, E_VOIDED, TC_ORDER_CANCELLED, "x"},
    SEATED(TC_ORDER_OVERDUE),
    {TC_ORDER_OVERDUE, E_DECLINED, TC_ORDER_EXPIRED, "x"},
    {TC_ORDER_OVERDUE, E_CAPTURE_FAILED, TC_ORDER_EXPIRED, "x"},
    {TC_ORDER_OVERDUE, E_VOIDED, TC_ORDER_EXPIRED, "x"},
    {TC_ORDER_OVERDUE, E_CANCEL, TC_ORDER_CANCELLING, ""},
    GIVEN_UP(TC_ORDER_VOIDING),
    {TC_ORDER_VOIDING, E_VOIDED, TC_ORDER_CANCELLED, "x"},
    {TC_ORDER_VOIDING, E_VOID_FAILED, TC_ORDER_VOID_FAILED, "x"},
    GIVEN_UP(TC_ORDER_VOID_FAILED),
    {TC_ORDER_VOID_FAILED, E_VOIDED, TC_ORDER_CANCELLED, "x"},
    {TC_ORDER_VOID_FAILED, E_VOIDED_BY_HAND, TC_ORDER_CANCELLED, "x"},
    {TC_ORDER_VOID_FAILED, E_CANCEL, TC_ORDER_VOIDING, "V"},
    {TC_ORDER_CANCELLED, E_AUTHORISED, TC_ORDER_VOIDING, "xV"},
    {TC_ORDER_CANCELLED, E_AUTHORISED_NO, TC_ORDER_VOIDING, "xV"},
    GIVEN_UP(TC_ORDER_CANCELLED),
    {TC_ORDER_CANCELLED, E_SETTLED, S_BOOKS, "lR5"},
    {TC_ORDER_CANCELLED, E_SETTLED_NO, S_BOOKS, "lR5"},
    SEATED(TC_ORDER_EXPIRED),
    {TC_ORDER_EXPIRED, E_SETTLED, TC_ORDER_SETTLED, "sh1"},
    {TC_ORDER_EXPIRED, E_SETTLED_NO, S_BOOKS, "lR5"},
    {TC_ORDER_CAPTURING, E_CAPTURED, TC_ORDER_SETTLED, "xc"},
    {TC_ORDER_CAPTURING, E_CAPTURED_NO, TC_ORDER_SETTLED, "xc"},
    {TC_ORDER_CAPTURING, E_CAPTURE_FAILED, TC_ORDER_VOIDING, "xruV4"},
    {TC_ORDER_CAPTURING, E_VOIDED, TC_ORDER_CANCELLED, "xru4"},
    {TC_ORDER_CAPTURING, E_REFUND_WHOLE, TC_ORDER_UNWINDING, "wru4"},
    GIVEN_UP(TC_ORDER_UNWINDING),
    {TC_ORDER_UNWINDING, E_CAPTURE_FAILED, TC_ORDER_VOIDING, "xV"},
    {TC_ORDER_UNWINDING, E_VOIDED, TC_ORDER_CANCELLED, "x"},
    REFUNDS(TC_ORDER_SETTLED),
    REFUNDS(TC_ORDER_REFUNDING),
    {TC_ORDER_REFUNDING, E_REFUNDED, S_BOOKS, "d6"},
    {TC_ORDER_REFUNDING, E_REFUND_FAILED, S_BOOKS, ""},
    REFUNDS(TC_ORDER_PARTLY_REFUNDED),
    {TC_ORDER_PARTLY_REFUNDED, E_REFUNDED, S_BOOKS, "d6"},
    REFUNDS(TC_ORDER_REFUND_FAILED),
    {TC_ORDER_REFUND_FAILED, E_REFUND_AGAIN, S_BOOKS, "Y"},
    {TC_ORDER_REFUND_FAILED, E_REFUNDED, S_BOOKS, "d6"},
    {TC_ORDER_REFUND_FAILED, E_REFUND_FAILED, S_BOOKS, ""},
    {TC_ORDER_DISPUTED, E_DISPUTE_WON, S_BOOKS, "i"},
    {TC_ORDER_DISPUTED, E_DISPUTE_LOST, TC_ORDER_CHARGED_BACK, "rj4"},
    {TC_ORDER_DISPUTED, E_DISPUTE_LOST_PART, S_BOOKS, "j"},
    {TC_ORDER_REFUNDED, E_DISPUTE_OPENED, TC_ORDER_REFUNDED, "o"},
    {TC_ORDER_REFUNDED, E_DISPUTE_WON, TC_ORDER_REFUNDED, "i"},
    {TC_ORDER_REFUNDED, E_DISPUTE_LOST, TC_ORDER_REFUNDED, "j"},
    {TC_ORDER_DISPUTED, E_REFUNDED, TC_ORDER_DISPUTED, "d6"},
    {TC_ORDER_DISPUTED, E_REFUND_FAILED, TC_ORDER_DISPUTED, ""},
    {TC_ORDER_CHARGED_BACK, E_REFUNDED, TC_ORDER_CHARGED_BACK, "d6"},
    {TC_ORDER_CHARGED_BACK, E_REFUND_FAILED, TC_ORDER_CHARGED_BACK, ""},
    {S_STRAY, E_AUTHORISED, S_SAME, "xV"},
    {S_STRAY, E_AUTHORISED_NO, S_SAME, "xV"},
    {S_STRAY, E_DECLINED, S_SAME, "x"},
    {S_STRAY, E_CAPTURED, S_SAME, "xlR"},
    {S_STRAY, E_CAPTURED_NO, S_SAME, "xlR"},
    {S_STRAY, E_CAPTURE_FAILED, S_SAME, "x"},
    {S_STRAY, E_VOIDED, S_SAME, "x"},
    {S_STRAY, E_REFUNDED, S_SAME, "d"},
    {S_STRAY, E_REFUND_FAILED, S_SAME, ""},
    {S_STRAY, E_REFUND_AGAIN, S_SAME, "Y"},
    {S_STRAY, E_REFUNDED_AGAIN, S_SAME, "g"},
    {S_STRAY, E_DISPUTE_OPENED, S_SAME, "o"},
    {S_STRAY, E_DISPUTE_WON, S_SAME, "i"},
    {S_STRAY, E_DISPUTE_LOST, S_SAME, "j"},
};

#define B(event) (UINT32_C(1) << (event))
#define AUTH_BOTH (B(E_AUTHORISED) | B(E_AUTHORISED_NO))
#define TAKEN_BOTH (B(E_CAPTURED) | B(E_CAPTURED_NO))
#define MOOT                                                                                       \
    (AUTH_BOTH | TAKEN_BOTH | B(E_DECLINED) | B(E_UNKNOWN) | B(E_VOIDED) | B(E_VOID_FAILED) |      \
     B(E_DEADLINE))

/* "Nothing changes": the lists under the guide's tables. */
static const uint32_t STAYS[S_STRAY + 1] = {
    [TC_ORDER_PENDING] = B(E_PAY_OFFLINE) | B(E_DECLINED) | B(E_UNKNOWN) | B(E_CAPTURE_FAILED) |
                         B(E_VOIDED) | B(E_VOID_FAILED),
    [TC_ORDER_AUTHORISING] = B(E_VOID_FAILED),
    [TC_ORDER_UNKNOWN] = B(E_UNKNOWN) | B(E_VOID_FAILED),
    [TC_ORDER_DECLINED] =
        B(E_DECLINED) | B(E_UNKNOWN) | B(E_CAPTURE_FAILED) | B(E_VOIDED) | B(E_VOID_FAILED),
    [TC_ORDER_CANCELLING] = B(E_UNKNOWN) | B(E_VOID_FAILED) | B(E_CANCEL) | B(E_DEADLINE),
    [TC_ORDER_OVERDUE] = B(E_UNKNOWN) | B(E_VOID_FAILED) | B(E_DEADLINE),
    [TC_ORDER_VOIDING] = AUTH_BOTH | B(E_DECLINED) | B(E_UNKNOWN) | B(E_CAPTURE_FAILED) |
                         B(E_CANCEL) | B(E_DEADLINE),
    [TC_ORDER_VOID_FAILED] = AUTH_BOTH | B(E_DECLINED) | B(E_UNKNOWN) | B(E_CAPTURE_FAILED) |
                             B(E_VOID_FAILED) | B(E_DEADLINE),
    [TC_ORDER_CANCELLED] = B(E_DECLINED) | B(E_UNKNOWN) | B(E_CAPTURE_FAILED) | B(E_VOIDED) |
                           B(E_VOID_FAILED) | B(E_CANCEL) | B(E_VOIDED_BY_HAND) | B(E_DEADLINE),
    [TC_ORDER_EXPIRED] = B(E_DECLINED) | B(E_UNKNOWN) | B(E_CAPTURE_FAILED) | B(E_VOIDED) |
                         B(E_VOID_FAILED) | B(E_CANCEL) | B(E_DEADLINE),
    [TC_ORDER_CAPTURING] =
        AUTH_BOTH | B(E_DECLINED) | B(E_UNKNOWN) | B(E_VOID_FAILED) | B(E_DEADLINE),
    [TC_ORDER_UNWINDING] = AUTH_BOTH | B(E_DECLINED) | B(E_UNKNOWN) | B(E_VOID_FAILED) |
                           B(E_CANCEL) | B(E_DEADLINE) | B(E_REFUND_WHOLE),
    [TC_ORDER_SETTLED] = MOOT | B(E_DISPUTE_WON),
    [TC_ORDER_REFUNDING] = MOOT | B(E_CAPTURE_FAILED) | B(E_DISPUTE_WON),
    [TC_ORDER_PARTLY_REFUNDED] = MOOT | B(E_REFUND_FAILED) | B(E_DISPUTE_WON),
    [TC_ORDER_REFUND_FAILED] = MOOT | B(E_CAPTURE_FAILED) | B(E_DISPUTE_WON),
    [TC_ORDER_REFUNDED] =
        MOOT | B(E_CAPTURE_FAILED) | B(E_CANCEL) | B(E_REFUNDED) | B(E_REFUND_FAILED),
    [TC_ORDER_DISPUTED] = MOOT | B(E_DISPUTE_OPENED),
    [TC_ORDER_CHARGED_BACK] = MOOT | B(E_CAPTURE_FAILED) | B(E_CANCEL) | B(E_DISPUTE_OPENED) |
                              B(E_DISPUTE_LOST) | B(E_DISPUTE_LOST_PART),
    [S_STRAY] = B(E_UNKNOWN) | B(E_VOID_FAILED),
};

saga_verdict saga_look(uint32_t state, saga_event event, saga_row *row) {
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        if (ROWS[i].state != state || ROWS[i].event != event) continue;
        *row = ROWS[i];
        return SAGA_GOES;
    }
    return STAYS[state] & B(event) ? SAGA_STAYS : SAGA_REFUSED;
}

bool saga_wants_seats(uint32_t state) {
    return state == TC_ORDER_PENDING || state == TC_ORDER_AUTHORISING ||
           state == TC_ORDER_UNKNOWN || state == TC_ORDER_DECLINED || state == TC_ORDER_OVERDUE ||
           state == TC_ORDER_EXPIRED;
}

bool saga_waits(uint32_t state) {
    return state == TC_ORDER_PENDING || state == TC_ORDER_AUTHORISING ||
           state == TC_ORDER_UNKNOWN || state == TC_ORDER_DECLINED;
}

/* Money of a payment that is not the order's own any more. */
bool saga_is_stray(const model *m, const model_order *order, uint64_t payment) {
    if (m->payment[payment].stray || order->payment != payment) return true;
    uint32_t state = order->state;
    bool paid = state == TC_ORDER_SETTLED || state == TC_ORDER_REFUNDING ||
                state == TC_ORDER_PARTLY_REFUNDED || state == TC_ORDER_REFUND_FAILED ||
                state == TC_ORDER_REFUNDED || state == TC_ORDER_DISPUTED;
    return paid && order->method != TC_PAY_PROVIDER;
}

fact_plan saga_plan(model *m, fact *f) {
    fact_plan plan = {.verdict = SAGA_REFUSED};
    model_order *order = &m->order[f->order];
    plan.stray = f->payment && saga_is_stray(m, order, f->payment);
    plan.beside = plan.stray || (f->refund && m->refund[f->refund].stray) || f->beside ||
                  f->event == E_REFUNDED_AGAIN;
    if (!f->payment && f->refund) f->payment = m->refund[f->refund].payment;
    if (!f->payment) f->payment = order->payment;
    bool brings = f->event == E_AUTHORISED || f->event == E_CAPTURED || f->event == E_SETTLED;
    if (brings && !plan.beside && saga_wants_seats(order->state)) {
        const model_hold *hold = &m->hold[order->hold];
        bool lives = hold->state == TC_HOLD_LIVE && hold->order == f->order;
        plan.source = lives ? SOURCE_HOLD : model_late_seats(m, f);
        if (plan.source == SOURCE_NONE) f->event++; /* the same, no seats */
    }
    if (f->event == E_DISPUTE_LOST && !plan.beside) {
        const model_payment *payment = &m->payment[f->payment];
        int64_t left = payment->captured - payment->refunded;
        int64_t amount = payment->disputed               ? payment->disputed
                         : f->amount && f->amount < left ? f->amount
                                                         : left;
        if (order->captured - order->refunded > amount) { /* some of the money stays */
            f->event = E_DISPUTE_LOST_PART;
            f->reason = 0;
        }
    }
    plan.verdict = saga_look(plan.beside ? S_STRAY : order->state, f->event, &plan.row);
    return plan;
}

saga_verdict saga_run(model *m, fact *f) {
    fact_plan plan = saga_plan(m, f);
    if (plan.verdict == SAGA_GOES) saga_apply(m, f, &plan);
    return plan.verdict;
}

/* ---- its actions ---- */

static bool has(const saga_row *row, char action) {
    return strchr(row->actions, action) != NULL;
}

static void note(model *m, fact *f, const fact_plan *plan) {
    model_payment *payment = f->payment ? &m->payment[f->payment] : NULL;
    model_order *order = &m->order[f->order];
    bool own = !plan->beside;
    if (own && has(&plan->row, 's')) order->reason = TC_ORDER_REASON_NONE;
    else if (own && order->reason == TC_ORDER_REASON_NONE) order->reason = f->reason;
    if (own && has(&plan->row, '5')) order->reason = TC_ORDER_REASON_SEATS;
    bool provider = f->event == E_AUTHORISED || f->event == E_AUTHORISED_NO ||
                    f->event == E_CAPTURED || f->event == E_CAPTURED_NO;
    if (own && provider) order->method = TC_PAY_PROVIDER;
    if (f->event == E_SETTLED || f->event == E_SETTLED_NO || f->event == E_PAY_OFFLINE)
        order->method = TC_PAY_OFFLINE;
    if (!payment) return;
    if (plan->stray) payment->stray = 1;
    switch (f->event) {
    case E_AUTHORISED:
    case E_AUTHORISED_NO:
        payment->authorised = true;
        payment->state = TC_PAYMENT_AUTHORISED;
        break;
    case E_CAPTURED:
    case E_CAPTURED_NO:
        payment->captured_seen = true;
        payment->state = TC_PAYMENT_CAPTURED;
        break;
    case E_VOIDED:
    case E_VOIDED_BY_HAND:
        payment->voided = true;
        payment->state = TC_PAYMENT_VOIDED;
        break;
    case E_DECLINED: payment->state = TC_PAYMENT_DECLINED; break;
    case E_CAPTURE_FAILED:
        if (!payment->authorised) payment->state = TC_PAYMENT_DECLINED;
        break;
    case E_DISPUTE_OPENED:
        payment->disputed_seen = true;
        payment->state = TC_PAYMENT_DISPUTED;
        break;
    case E_DISPUTE_WON:
        payment->dispute_over = true;
        payment->state = TC_PAYMENT_CAPTURED;
        break;
    case E_DISPUTE_LOST:
    case E_DISPUTE_LOST_PART:
        payment->dispute_over = true;
        payment->state = TC_PAYMENT_CHARGED_BACK;
        break;
    default: break;
    }
}

static void act_free(model *m, const model_order *order) {
    if (m->hold[order->hold].state == TC_HOLD_LIVE)
        model_hold_end(m, order->hold, TC_HOLD_RELEASED);
}

static uint64_t own_command(model *m, const fact *f, uint32_t kind) {
    const model_payment *payment = &m->payment[f->payment];
    model_command like = {.order = f->order,
                          .payment = f->payment,
                          .kind = kind,
                          .amount = payment->amount,
                          .deadline_ms = m->order[f->order].deadline_ms};
    return model_open_command(m, &like);
}

static void act_authorise(model *m, fact *f) {
    model_order *order = &m->order[f->order];
    uint32_t event = order->line[0].event;
    bool at_once = m->world->event[event].capture == TC_CAPTURE_AT_ONCE;
    MODEL_ROOM(m->payment, m->payments + 1, m->payments_room);
    uint64_t id = ++m->payments;
    m->payment[id] = (model_payment){.order = f->order,
                                     .prev = order->payment,
                                     .state = TC_PAYMENT_OPEN,
                                     .at_once = at_once,
                                     .amount = order->total,
                                     .created_ms = m->now_ms};
    order->payment = f->payment = f->payment_made = id;
    order->method = TC_PAY_PROVIDER;
    m->payment[id].command = own_command(m, f, at_once ? TC_PAYMENT_CHARGE : TC_PAYMENT_AUTHORISE);
}

static void book_capture(model *m, fact *f, const fact_plan *plan) {
    model_payment *payment = &m->payment[f->payment];
    payment->captured = payment->amount;
    if (!plan->stray) m->order[f->order].captured = payment->amount;
}

static void book_lost(model *m, fact *f, const fact_plan *plan) {
    model_payment *payment = &m->payment[f->payment];
    model_order *order = &m->order[f->order];
    int64_t left = payment->captured - payment->refunded;
    int64_t amount = payment->disputed               ? payment->disputed
                     : f->amount && f->amount < left ? f->amount
                                                     : left;
    model_post(m, TC_ACCOUNT_CHARGEBACKS,
               payment->disputed ? TC_ACCOUNT_DISPUTES : TC_ACCOUNT_CLEARING, amount);
    payment->disputed = 0;
    payment->refunded += amount;
    if (payment->refunded > payment->captured) payment->refunded = payment->captured;
    if (plan->stray) return;
    order->refunded += amount;
    if (order->refunded > order->captured) order->refunded = order->captured;
}

static void book_refunded(model *m, fact *f) {
    model_refund *refund = &m->refund[f->refund];
    model_order *order = &m->order[f->order];
    if (!refund->stray) {
        order->refunded += refund->amount;
        if (order->refunded > order->captured) order->refunded = order->captured;
    }
    if (refund->payment) {
        model_payment *payment = &m->payment[refund->payment];
        payment->refunded += refund->amount;
        if (payment->refunded > payment->captured) payment->refunded = payment->captured;
    }
    refund->state = TC_REFUND_DONE;
    model_post(m, TC_ACCOUNT_OWED, refund->payment ? TC_ACCOUNT_CLEARING : TC_ACCOUNT_CASH,
               refund->amount);
    /* The attempt that did it; one that no worker can have carried out besides never was. */
    uint64_t last = refund->command, did = f->command ? f->command : last;
    if (refund->payment && did) {
        if (last != did && !m->command[last].leased && !m->command[last].query)
            model_close_command(m, last, PAY_WITHDRAWN);
        model_command_happened(m, did);
        refund->command = did;
        if (refund->tries) refund->tries--;
    }
    /* A refund that leaves no money voids every ticket. */
    if (!refund->stray && order->refunded == order->captured) model_return_all(m, f->order);
}

/* A refund that was done already was carried out by another of its attempts too, or the provider
 * gave back what the order had not to give. */
static void book_again(model *m, fact *f) {
    MODEL_ROOM(m->refund, m->refunds + 1, m->refunds_room);
    model_refund none = {.amount = f->amount}, *first = f->refund ? &m->refund[f->refund] : &none;
    model_payment *payment = &m->payment[f->payment];
    uint64_t id = f->refund_made = ++m->refunds;
    m->refund[id] = (model_refund){.order = f->order,
                                   .payment = f->payment,
                                   .command = f->command,
                                   .state = TC_REFUND_DONE,
                                   .stray = 1,
                                   .amount = first->amount,
                                   .created_ms = m->now_ms};
    if (first->tries) first->tries--;
    if (f->command) m->command[f->command].refund = id;
    model_command_happened(m, f->command);
    payment->refunded += first->amount;
    if (payment->refunded > payment->captured) payment->refunded = payment->captured;
    model_post(m, TC_ACCOUNT_REFUNDS, TC_ACCOUNT_OWED, first->amount);
    model_post(m, TC_ACCOUNT_OWED, TC_ACCOUNT_CLEARING, first->amount);
}

static void book_sale(model *m, const model_order *order, uint32_t account, bool back) {
    int64_t tax = 0;
    for (uint32_t i = 0; i < order->lines_count; i++) tax += order->line[i].tax;
    /* Price and fee are one account here: how an inclusive tax is split over them is not said. */
    model_post(m, back ? TC_ACCOUNT_REVENUE : account, back ? account : TC_ACCOUNT_REVENUE,
               order->total - tax);
    model_post(m, back ? TC_ACCOUNT_TAX : account, back ? account : TC_ACCOUNT_TAX, tax);
}

static uint64_t refund_command(model *m, uint64_t refund) {
    model_refund *its = &m->refund[refund];
    its->tries++;
    model_command like = {.order = its->order,
                          .payment = its->payment,
                          .refund = refund,
                          .kind = TC_PAYMENT_REFUND,
                          .amount = its->amount};
    return model_open_command(m, &like);
}

/* Answers whether the money is back at once. */
static bool act_refund(model *m, fact *f, const fact_plan *plan) {
    const model_order *order = &m->order[f->order];
    bool asked = f->event == E_REFUND_PART || f->event == E_REFUND_WHOLE;
    const model_payment *payment = &m->payment[f->payment];
    int64_t amount = asked        ? f->amount
                     : f->by_hand ? order->captured - order->refunded
                                  : payment->captured - payment->refunded;
    if (amount == 0) return false;
    MODEL_ROOM(m->refund, m->refunds + 1, m->refunds_room);
    uint64_t id = f->refund_made = ++m->refunds;
    m->refund[id] = (model_refund){.order = f->order,
                                   .payment = f->by_hand ? 0 : f->payment,
                                   .state = TC_REFUND_OPEN,
                                   .stray = plan->stray,
                                   .amount = amount,
                                   .created_ms = m->now_ms};
    if (f->by_hand && !asked) m->refund[id].state = TC_REFUND_FAILED;
    else if (f->by_hand || f->outside) return true;
    else m->refund[id].command = refund_command(m, id);
    return false;
}

static bool act_again(model *m, fact *f, bool beside) {
    for (uint64_t id = m->refunds; id > 0; id--) {
        model_refund *refund = &m->refund[id];
        if (refund->order != f->order || refund->state != TC_REFUND_FAILED) continue;
        if (beside && !refund->stray) continue;
        model_close_command(m, refund->command, PAY_REFUSED); /* of a stray one: parked */
        refund->state = TC_REFUND_OPEN;
        f->refund_made = id;
        if (f->by_hand) refund->payment = refund->command = 0;
        else refund->command = refund_command(m, id);
    }
    return f->by_hand;
}

/* A command that no worker has never was. */
static bool act_withdraw(model *m, fact *f, saga_event *then) {
    model_payment *payment = &m->payment[f->payment];
    uint64_t id = payment->command;
    if (!id || m->command[id].state != PAY_OPEN || m->command[id].leased || m->command[id].query)
        return false;
    *then = m->command[id].kind == TC_PAYMENT_CAPTURE ? E_CAPTURE_FAILED : E_DECLINED;
    model_close_command(m, id, PAY_WITHDRAWN);
    payment->command = 0;
    return true;
}

static void tell(model *m, const fact *f, char what) {
    static const uint32_t KINDS[] = {TC_MESSAGE_ORDER_CONFIRMED, TC_MESSAGE_ORDER_PENDING,
                                     TC_MESSAGE_PAYMENT_FAILED,  TC_MESSAGE_ORDER_CANCELLED,
                                     TC_MESSAGE_LATE_PAYMENT,    TC_MESSAGE_ORDER_REFUNDED};
    uint32_t kind = KINDS[what - '1'];
    if (what == '4' && f->reason == TC_ORDER_REASON_EVENT) kind = TC_MESSAGE_EVENT_CANCELLED;
    model_tell(m, f->order, kind);
}

/* One action of a row. Answers true when the money of a refund is back at once. */
static bool act(model *m, fact *f, const fact_plan *plan, char action, saga_event *then) {
    model_order *order = &m->order[f->order];
    model_payment *payment = &m->payment[f->payment];
    int64_t left;
    switch (action) {
    case 'x':
        /* A capture that failed says nothing of a void that is under way. */
        if (f->event == E_CAPTURE_FAILED && payment->command &&
            m->command[payment->command].kind == TC_PAYMENT_VOID)
            return false;
        model_close_command(m, payment->command, PAY_MOOT);
        payment->command = 0;
        return false;
    case 'w': act_withdraw(m, f, then); return false;
    case 'f': act_free(m, order); return false;
    case 's':
        model_sell(m, f, plan);
        book_sale(m, order,
                  has(&plan->row, 'h')   ? TC_ACCOUNT_CASH
                  : has(&plan->row, 'c') ? TC_ACCOUNT_CLEARING
                                         : TC_ACCOUNT_RECEIVABLE,
                  false);
        return false;
    case 'r': model_return_all(m, f->order); return false;
    case 'n':
        for (uint32_t i = 0; i < f->tickets_count; i++) model_return_ticket(m, f->tickets[i]);
        return false;
    case 'u': book_sale(m, order, TC_ACCOUNT_RECEIVABLE, true); return false;
    case 'c':
        book_capture(m, f, plan);
        if (!has(&plan->row, 's'))
            model_post(m, TC_ACCOUNT_CLEARING, TC_ACCOUNT_RECEIVABLE, payment->amount);
        return false;
    case 'h': order->captured = order->total; return false;
    case 'l':
        if (f->by_hand) order->captured = order->total;
        else book_capture(m, f, plan);
        model_post(m, f->by_hand ? TC_ACCOUNT_CASH : TC_ACCOUNT_CLEARING, TC_ACCOUNT_OWED,
                   f->by_hand ? order->total : payment->amount);
        return false;
    case 'b': model_post(m, TC_ACCOUNT_REFUNDS, TC_ACCOUNT_OWED, f->amount); return false;
    case 'd': book_refunded(m, f); return false;
    case 'g': book_again(m, f); return false;
    case 'o':
        left = payment->captured - payment->refunded;
        payment->disputed = f->amount && f->amount < left ? f->amount : left;
        model_post(m, TC_ACCOUNT_DISPUTES, TC_ACCOUNT_CLEARING, payment->disputed);
        return false;
    case 'i':
        model_post(m, TC_ACCOUNT_CLEARING, TC_ACCOUNT_DISPUTES, payment->disputed);
        payment->disputed = 0;
        return false;
    case 'j': book_lost(m, f, plan); return false;
    case 'A': act_authorise(m, f); return false;
    case 'C': payment->command = own_command(m, f, TC_PAYMENT_CAPTURE); return false;
    case 'V': payment->command = own_command(m, f, TC_PAYMENT_VOID); return false;
    case 'R': return act_refund(m, f, plan);
    case 'Y': return act_again(m, f, plan->beside);
    default: tell(m, f, action); return false;
    }
}

static uint32_t by_the_books(const model *m, uint64_t id) {
    const model_order *order = &m->order[id];
    if (model_refunds(m, id, TC_REFUND_OPEN)) return TC_ORDER_REFUNDING;
    if (model_refunds(m, id, TC_REFUND_FAILED)) return TC_ORDER_REFUND_FAILED;
    if (order->captured == order->refunded && model_good_tickets(m, id) == 0)
        return TC_ORDER_REFUNDED;
    return order->refunded ? TC_ORDER_PARTLY_REFUNDED : TC_ORDER_SETTLED;
}

static bool is_by_books(uint32_t state) {
    return state == TC_ORDER_SETTLED || state == TC_ORDER_REFUNDING ||
           state == TC_ORDER_PARTLY_REFUNDED || state == TC_ORDER_REFUND_FAILED ||
           state == TC_ORDER_REFUNDED;
}

/* A person is to see to it. */
static void model_park(model *m, uint64_t command) {
    if (!command || m->command[command].state != PAY_OPEN) return;
    m->command[command].parked = 1;
    m->command[command].leased = 0;
}

/* Refunds that need no worker are carried out by a step of their own each. */
static void back_at_once(model *m, const fact *f) {
    for (uint64_t id = m->refunds; id > 0; id--) {
        const model_refund *refund = &m->refund[id];
        if (refund->order != f->order || refund->state != TC_REFUND_OPEN || refund->command)
            continue;
        fact back = {.order = f->order, .refund = id, .event = E_REFUNDED};
        saga_run(m, &back);
    }
}

void saga_apply(model *m, fact *f, const fact_plan *plan) {
    model_order *order = &m->order[f->order];
    saga_event then = E_BEGIN;
    bool back = false;
    order->version++;
    note(m, f, plan);
    if (f->deadline_ms) {
        model_hold *hold = &m->hold[order->hold];
        order->deadline_ms = f->deadline_ms;
        hold->version++;
        hold->expires_ms = f->deadline_ms;
    }
    if (f->event == E_REFUND_FAILED && f->refund && m->refund[f->refund].state == TC_REFUND_OPEN) {
        uint64_t last = m->refund[f->refund].command;
        m->refund[f->refund].state = TC_REFUND_FAILED;
        if (m->refund[f->refund].stray) model_park(m, last);
        else model_close_command(m, last, PAY_REFUSED);
    }
    for (const char *at = plan->row.actions; *at; at++) back |= act(m, f, plan, *at, &then);
    uint32_t next = plan->beside ? order->state : plan->row.next;
    bool books = next == S_BOOKS || (plan->beside && is_by_books(next)) ||
                 (next == TC_ORDER_SETTLED && model_refunds(m, f->order, TC_REFUND_FAILED));
    order->state = books ? by_the_books(m, f->order) : next;
    if (!saga_waits(order->state)) order->deadline_ms = 0;
    if (then != E_BEGIN) {
        fact follow = {.order = f->order, .payment = f->payment, .event = then};
        saga_run(m, &follow);
    }
    if (back) back_at_once(m, f);
}
