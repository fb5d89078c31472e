/* The model's orders: the quote, places sold and returned, seats for late money, and the buyer's
 * and the host's wishes. What follows from them is model_saga.c. */
#include "model_saga.h"

#include <string.h>

enum { REMEMBERED_MS = 86400000, REGAIN_MS = 60000 };

void model_post(model *m, uint32_t debit, uint32_t credit, int64_t amount) {
    m->debit[debit] += amount;
    m->credit[credit] += amount;
}

uint64_t model_open_command(model *m, const model_command *like) {
    MODEL_ROOM(m->command, m->commands + 1, m->commands_room);
    uint64_t id = ++m->commands;
    model_command *command = &m->command[id];
    *command = *like;
    command->state = PAY_OPEN;
    command->nth = ++m->order[like->order].commands;
    command->due_from_ms = command->due_to_ms = m->now_ms;
    int64_t day = REMEMBERED_MS;
    if (like->kind == TC_PAYMENT_CAPTURE || like->kind == TC_PAYMENT_VOID)
        command->deadline_ms = m->now_ms + 6 * day;
    if (like->kind == TC_PAYMENT_REFUND) command->deadline_ms = m->now_ms + 30 * day;
    MODEL_ROOM(m->open, m->open_count, m->open_room);
    m->open[m->open_count++] = (uint32_t)id;
    return id;
}

void model_close_command(model *m, uint64_t id, uint32_t state) {
    if (!id || m->command[id].state != PAY_OPEN) return;
    m->command[id].state = state;
    m->command[id].leased = m->command[id].parked = 0;
    for (uint32_t i = 0; i < m->open_count; i++)
        if (m->open[i] == id) {
            m->open[i] = m->open[--m->open_count];
            return;
        }
}

uint32_t model_refunds(const model *m, uint64_t order, uint32_t state) {
    uint32_t count = 0;
    for (uint32_t i = 1; i <= m->refunds; i++)
        count += m->refund[i].order == order && m->refund[i].state == state &&
                 (!m->refund[i].stray || state == TC_REFUND_FAILED);
    return count;
}

void model_command_happened(model *m, uint64_t id) {
    if (!id) return;
    model_close_command(m, id, PAY_DONE);
    m->command[id].state = PAY_DONE;
}

uint32_t model_good_tickets(const model *m, uint64_t id) {
    const model_order *order = &m->order[id];
    uint32_t good = 0;
    for (uint32_t i = 0; i < order->lines_count; i++) {
        const model_line *line = &order->line[i];
        for (uint32_t n = 0; line->first && n < line->quantity; n++)
            good += m->event[line->event].ticket[line->first + n].state != TC_TICKET_VOIDED;
    }
    return good;
}

/* ---- places ---- */

static void issue(model *m, uint64_t id, uint32_t at) {
    model_order *order = &m->order[id];
    model_line *line = &order->line[at];
    model_event *event = &m->event[line->event];
    line->first = event->tickets + 1;
    for (uint32_t n = 0; n < line->quantity; n++) {
        MODEL_ROOM(event->ticket, event->tickets + 1, event->tickets_room);
        model_ticket *ticket = &event->ticket[++event->tickets];
        int64_t share = line->total / line->quantity;
        *ticket = (model_ticket){.state = TC_TICKET_VALID,
                                 .version = 1,
                                 .serial = 1,
                                 .seat = line->pool ? TC_TICKET_NO_SEAT : line->target,
                                 .pool = line->pool,
                                 .type = line->type,
                                 .line = at,
                                 .order = id,
                                 .issued_ms = m->now_ms};
        ticket->price = share + (n < line->total % line->quantity ? 1 : 0);
    }
    event->owned[order->buyer] += line->quantity;
}

static void sell_hold(model *m, uint64_t order) {
    uint64_t id = m->order[order].hold;
    model_hold *hold = &m->hold[id];
    for (uint32_t i = 0; i < hold->items_count; i++) {
        sim_item *item = &hold->items[i];
        model_event *event = &m->event[item->event];
        if (item->pool) {
            event->pool[item->pool].held -= item->quantity;
            event->pool[item->pool].sold += item->quantity;
            continue;
        }
        model_seat_set(m, item->event, item->target, TC_SEAT_SOLD);
        const model_order *its = &m->order[order];
        for (uint32_t k = 0; k < its->lines_count; k++)
            if (!its->line[k].pool && its->line[k].event == item->event &&
                its->line[k].target == item->target)
                event->seat[item->target].ticket = its->line[k].first;
    }
    hold->state = TC_HOLD_SOLD;
    hold->version++;
    if (hold->expires_ms > m->now_ms) hold->expires_ms = m->now_ms;
    for (uint32_t i = 0; i < m->live_count; i++)
        if (m->live[i] == id) {
            m->live[i] = m->live[--m->live_count];
            break;
        }
}

/* Other places were found: the engine's answer says which. */
static void move_lines(model *m, const fact *f) {
    model_order *order = &m->order[f->order];
    uint64_t from = order->hold;
    MODEL_ROOM(m->hold, m->holds + 1, m->holds_room);
    uint64_t id = ++m->holds;
    m->hold[id] = m->hold[from];
    model_hold *hold = &m->hold[id];
    hold->version = 2; /* made, and claimed */
    hold->created_ms = m->now_ms;
    hold->expires_ms = m->now_ms + REGAIN_MS;
    for (uint32_t i = 0; i < order->lines_count; i++)
        order->line[i].target = (uint32_t)f->answer->at[f->late_at + 1 + i];
    for (uint32_t i = 0, line = 0; i < hold->items_count; i++) {
        hold->items[i].target = order->line[line].target;
        for (uint32_t left = hold->items[i].quantity; left && line < order->lines_count; line++)
            left -= order->line[line].quantity;
    }
    order->hold = id;
    model_hold_take(m, id);
}

void model_sell(model *m, fact *f, const fact_plan *plan) {
    model_order *order = &m->order[f->order];
    if (plan->source == SOURCE_EQUIVALENT) {
        move_lines(m, f);
    } else if (plan->source == SOURCE_REGAIN) {
        m->hold[order->hold].version++;
        m->hold[order->hold].expires_ms = m->now_ms + REGAIN_MS;
        model_hold_take(m, order->hold);
    }
    for (uint32_t i = 0; i < order->lines_count; i++) issue(m, f->order, i);
    sell_hold(m, f->order);
    order->confirmed_ms = m->now_ms;
}

void model_return_ticket(model *m, uint64_t id) {
    model_ticket *ticket = model_ticket_at(m, id);
    uint32_t event = (uint32_t)(id >> 32) - 1;
    if (ticket->state != TC_TICKET_VOIDED) {
        ticket->state = TC_TICKET_VOIDED;
        ticket->version++;
        ticket->voided_ms = m->now_ms;
    }
    if (ticket->returned) return;
    ticket->returned = 1;
    m->event[event].owned[m->order[ticket->order].buyer]--;
    if (ticket->pool) m->event[event].pool[ticket->pool].sold--;
    else model_seat_set(m, event, ticket->seat, TC_SEAT_FREE);
}

void model_return_all(model *m, uint64_t id) {
    const model_order *order = &m->order[id];
    for (uint32_t i = 0; i < order->lines_count; i++) {
        const model_line *line = &order->line[i];
        for (uint32_t n = 0; line->first && n < line->quantity; n++)
            model_return_ticket(m, m->event[line->event].id << 32 | (line->first + n));
    }
    model_cancel_dated(m, id);
}

/* ---- late money ---- */

static bool place_free(const model *m, const model_hold *hold, const sim_item *item) {
    if (item->pool) {
        const model_pool *pool = &m->event[item->event].pool[item->pool];
        return pool->held + pool->sold + item->quantity <= pool->capacity;
    }
    const model_seat *seat = &m->event[item->event].seat[item->target];
    return seat->state == TC_SEAT_FREE &&
           (seat->channel == TC_CHANNEL_PUBLIC || seat->channel == hold->channel);
}

static bool buyer_allows(const model *m, const model_hold *hold) {
    for (uint32_t event = 0; event < m->world->events; event++) {
        uint32_t limit = m->world->event[event].limit_per_buyer, places = 0;
        for (uint32_t i = 0; i < hold->items_count; i++)
            if (hold->items[i].event == event) places += hold->items[i].quantity;
        if (limit && hold->buyer && places &&
            model_buyer_places(m, event, hold->buyer) + places > limit)
            return false;
    }
    return true;
}

/* Are there, for every seat of the hold, as many free ones of its event and category? */
static bool equivalent_exists(const model *m, const model_hold *hold) {
    for (uint32_t i = 0; i < hold->items_count; i++) {
        const sim_item *item = &hold->items[i];
        if (item->pool) {
            if (!place_free(m, hold, item)) return false;
            continue;
        }
        const world_event *in = &m->world->event[item->event];
        uint32_t category = item->target / in->row_seats % in->categories, wanted = 0, open = 0;
        for (uint32_t k = 0; k < hold->items_count; k++)
            wanted += !hold->items[k].pool && hold->items[k].event == item->event &&
                      hold->items[k].target / in->row_seats % in->categories == category;
        for (uint32_t seat = 0; seat < in->seats; seat++) {
            sim_item one = {item->event, 0, seat, 1, 0};
            open += seat / in->row_seats % in->categories == category && place_free(m, hold, &one);
        }
        if (open < wanted) return false;
    }
    return true;
}

static bool went_well(const fact *f) {
    return f->answer &&
           (f->answered_state == TC_ORDER_CAPTURING || f->answered_state == TC_ORDER_SETTLED);
}

uint32_t model_late_seats(model *m, const fact *f) {
    const model_order *order = &m->order[f->order];
    const model_hold *hold = &m->hold[order->hold];
    uint32_t event = order->line[0].event;
    const world_event *in = &m->world->event[event];
    if (hold->order != f->order || hold->state == TC_HOLD_SOLD) return SOURCE_NONE;
    for (uint32_t i = 0; i < order->lines_count; i++) {
        uint32_t its = order->line[i].event, status = m->event[its].status;
        if (status == TC_EVENT_CANCELLED || status == TC_EVENT_ENDED ||
            m->now_ms >= m->world->event[its].starts_at_ms)
            return SOURCE_NONE;
    }
    if (in->late_money == TC_LATE_MONEY_VOID) return SOURCE_NONE;
    bool same = buyer_allows(m, hold);
    for (uint32_t i = 0; i < hold->items_count; i++) same &= place_free(m, hold, &hold->items[i]);
    uint32_t source = same ? SOURCE_REGAIN : SOURCE_NONE;
    if (!same && in->late_money == TC_LATE_MONEY_EQUIVALENT && buyer_allows(m, hold) &&
        equivalent_exists(m, hold))
        source = SOURCE_EQUIVALENT;
    /* A hold that ended over a day ago may be forgotten. */
    if (m->now_ms - hold->expires_ms >= REMEMBERED_MS && !went_well(f)) return SOURCE_NONE;
    return source;
}

/* ---- the quote ---- */

static int64_t half_even(int64_t amount, int64_t numerator, int64_t denominator) {
    int64_t product = amount * numerator, whole = product / denominator;
    int64_t rest = product % denominator;
    if (rest * 2 > denominator || (rest * 2 == denominator && whole % 2)) whole++;
    return whole;
}

static void price_line(const model *m, model_line *line) {
    const world_type *type = &m->world->event[line->event].type[line->type];
    const model_type *now = &m->event[line->event].type[line->type];
    line->price = now->price * line->quantity;
    line->fee = now->fee * line->quantity;
    int64_t base = line->price + line->fee;
    if (type->tax_inclusive) line->tax = half_even(base, type->tax_bp, 10000 + type->tax_bp);
    else line->tax = half_even(base, type->tax_bp, 10000);
    line->total = base + (type->tax_inclusive ? 0 : line->tax);
}

static void judge_line(const model *m, const model_hold *hold, const model_line *line,
                       refusals *set) {
    const world_event *in = &m->world->event[line->event];
    uint32_t status = m->event[line->event].status;
    if (status != TC_EVENT_ON_SALE && status != TC_EVENT_PAUSED) refuse(set, TC_E_NOT_ON_SALE);
    if (line->type == 0 || line->type > in->types) {
        refuse(set, TC_E_NOT_FOUND);
        return;
    }
    const world_type *type = &in->type[line->type];
    if (!m->event[line->event].type[line->type].on_sale) refuse(set, TC_E_NOT_ON_SALE);
    if (type->channels && !(type->channels >> hold->channel & 1)) refuse(set, TC_E_PRICE);
    if (type->pool != line->pool) refuse(set, TC_E_PRICE);
    if (!line->pool && type->category &&
        line->target / in->row_seats % in->categories + 1 != type->category)
        refuse(set, TC_E_PRICE);
}

static void judge_counts(const model *m, const model_order *order, refusals *set) {
    for (uint32_t i = 0; i < order->lines_count; i++) {
        const model_line *line = &order->line[i];
        const world_event *in = &m->world->event[line->event];
        uint32_t of_event = 0, of_type = 0;
        for (uint32_t k = 0; k < order->lines_count; k++) {
            if (order->line[k].event != line->event) continue;
            of_event += order->line[k].quantity;
            if (order->line[k].type == line->type) of_type += order->line[k].quantity;
        }
        if (in->limit_per_order && of_event > in->limit_per_order) refuse(set, TC_E_LIMIT);
        if (line->type > in->types) continue;
        uint32_t most = in->type[line->type].max_per_order;
        if (most && of_type > most) refuse(set, TC_E_LIMIT);
    }
}

/* The request's items follow the hold's in their order; a pool's may be split. */
static bool match(const model_hold *hold, const sim_command *c, model_order *order) {
    uint32_t item = 0, left = hold->items_count ? hold->items[0].quantity : 0;
    for (uint32_t i = 0; i < c->items_count; i++) {
        if (item == hold->items_count) return false;
        const sim_item *from = &hold->items[item];
        uint32_t quantity = c->items[i].quantity ? c->items[i].quantity : left;
        if (quantity > left) return false;
        order->line[i] = (model_line){.event = from->event,
                                      .pool = from->pool,
                                      .target = from->pool ? from->pool : from->target,
                                      .quantity = quantity,
                                      .type = c->items[i].target};
        left -= quantity;
        if (left == 0 && ++item < hold->items_count) left = hold->items[item].quantity;
    }
    order->lines_count = c->items_count;
    return item == hold->items_count;
}

static void judge_order(model *m, const sim_command *c, uint64_t hold_id, model_order *order,
                        refusals *set) {
    if (hold_id == SIM_NOBODY || c->wrong) {
        refuse(set, TC_E_NOT_FOUND);
        return;
    }
    const model_hold *hold = &m->hold[hold_id];
    bool dead = hold->state != TC_HOLD_LIVE;
    if (dead && m->now_ms - hold->expires_ms > REMEMBERED_MS) refuse(set, TC_E_NOT_FOUND);
    if (hold->state == TC_HOLD_EXPIRED) refuse(set, TC_E_HOLD_EXPIRED);
    else if (dead) refuse(set, TC_E_HOLD_ENDED);
    if (hold->order) refuse(set, TC_E_STATE);
    if (!match(hold, c, order)) {
        refuse(set, TC_E_INVALID);
        return;
    }
    for (uint32_t i = 0; i < order->lines_count; i++) {
        model_line *line = &order->line[i];
        judge_line(m, hold, line, set);
        if (line->type == 0 || line->type > m->world->event[line->event].types) continue;
        price_line(m, line);
        order->total += line->total;
        order->tickets += line->quantity;
    }
    judge_counts(m, order, set);
    if (c->b == 3) refuse(set, TC_E_CURRENCY);
    if ((c->b == 1 || c->b == 2) && c->amount != order->total) refuse(set, TC_E_AMOUNT);
    if (c->a == TC_PAY_FREE && order->total) refuse(set, TC_E_AMOUNT);
    order->method = order->total ? c->a : TC_PAY_FREE;
    order->buyer = hold->buyer;
    bool waits = order->method == TC_PAY_PROVIDER || order->method == TC_PAY_OFFLINE;
    if (!waits) return;
    order->deadline_ms = c->time_ms ? m->now_ms + c->time_ms : hold->expires_ms;
    for (uint32_t i = 0; order->deadline_ms > hold->expires_ms && i < hold->items_count; i++)
        if (order->deadline_ms - hold->created_ms >
            m->world->event[hold->items[i].event].hold_life_ms)
            refuse(set, TC_E_HOLD_LIFE);
}

static void begin(model *m, uint64_t id) {
    model_order *order = &m->order[id];
    model_hold *hold = &m->hold[order->hold];
    hold->order = id;
    hold->version++;
    if (order->deadline_ms) {
        hold->expires_ms = order->deadline_ms;
        MODEL_ROOM(m->waiting, m->waiting_count, m->waiting_room);
        m->waiting[m->waiting_count++] = (uint32_t)id;
    }
    fact f = {.order = id, .event = E_BEGIN};
    fact_plan plan = {.verdict = SAGA_GOES, .source = SOURCE_HOLD};
    if (order->method == TC_PAY_PROVIDER)
        plan.row = (saga_row){0, E_BEGIN, TC_ORDER_AUTHORISING, "A"};
    else if (order->method == TC_PAY_OFFLINE)
        plan.row = (saga_row){0, E_BEGIN, TC_ORDER_PENDING, "2"};
    else if (order->method == TC_PAY_PAID)
        plan.row = (saga_row){0, E_BEGIN, TC_ORDER_SETTLED, "sh1"};
    else plan.row = (saga_row){0, E_BEGIN, TC_ORDER_SETTLED, "s1"};
    saga_apply(m, &f, &plan);
}

static bool step_order(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    uint64_t hold = model_of_tag(m, c->ref);
    MODEL_ROOM(m->order, m->orders + 1, m->orders_room);
    model_order *order = &m->order[m->orders + 1];
    memset(order, 0, sizeof *order);
    judge_order(m, c, hold, order, &set);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    uint64_t id = ++m->orders;
    order->hold = hold;
    order->contacts = c->c;
    order->created_ms = m->now_ms;
    model_made(m, c->tag, id);
    order->tag = c->tag;
    begin(m, id);
    return model_expect(m, "order", a->at[AT_ORDER], id) &&
           model_expect(m, "order's state", a->at[AT_ORDER_STATE], order->state) &&
           model_expect(m, "order's version", a->at[AT_ORDER_VERSION], order->version) &&
           model_expect(m, "total_minor", a->at[AT_ORDER_TOTAL], (uint64_t)order->total) &&
           model_expect(m, "deadline_ms", a->at[AT_ORDER_DEADLINE], (uint64_t)order->deadline_ms) &&
           model_expect(m, "payment", a->at[AT_ORDER_PAYMENT], order->payment) &&
           model_expect(m, "tickets", a->at[AT_ORDER_TICKETS],
                        order->confirmed_ms ? order->tickets : 0);
}

/* ---- wishes about an order ---- */

static uint64_t judge_change(const model *m, const sim_command *c, bool secret, refusals *set) {
    uint64_t id = model_of_tag(m, c->ref);
    if (id == SIM_NOBODY || (secret && c->wrong)) refuse(set, TC_E_NOT_FOUND);
    if (id == SIM_NOBODY) return 0;
    if (c->version && c->version != m->order[id].version) refuse(set, TC_E_VERSION);
    return id;
}

static bool check_change(model *m, uint64_t id, const fact *f, bool changed, int64_t amount,
                         const sim_answer *a) {
    const model_order *order = &m->order[id];
    return model_expect(m, "order's state", a->at[AT_DONE_STATE], order->state) &&
           model_expect(m, "order", a->at[AT_DONE_ORDER], id) &&
           model_expect(m, "order's version", a->at[AT_DONE_VERSION], order->version) &&
           model_expect(m, "changed", a->at[AT_DONE_CHANGED], changed) &&
           model_expect(m, "amount_minor", a->at[AT_DONE_AMOUNT], (uint64_t)amount) &&
           model_expect(m, "payment", a->at[AT_DONE_PAYMENT], f->payment_made) &&
           model_expect(m, "refund", a->at[AT_DONE_REFUND], f->refund_made);
}

/* Judge the saga's own refusal, then do it. */
static bool finish_change(model *m, fact *f, refusals *set, int64_t amount, const sim_answer *a) {
    fact_plan plan = {.verdict = SAGA_REFUSED};
    if (f->order) {
        f->answer = a->code == TC_OK ? a : NULL;
        f->answered_state = a->at[AT_DONE_STATE];
        f->late_at = AT_DONE_LATE;
        plan = saga_plan(m, f);
        if (plan.verdict == SAGA_REFUSED) refuse(set, TC_E_STATE);
    }
    int verdict = model_judge(m, set, a);
    if (verdict <= 0) return verdict == 0;
    if (plan.verdict == SAGA_GOES) saga_apply(m, f, &plan);
    return check_change(m, f->order, f, plan.verdict == SAGA_GOES, amount, a);
}

static bool step_cancel(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    bool host = c->flags & TC_ORDER_AS_HOST;
    fact f = {.order = judge_change(m, c, !host, &set), .event = E_CANCEL};
    if (f.order && c->flags & TC_ORDER_BY_HAND && m->order[f.order].state == TC_ORDER_VOID_FAILED)
        f.event = E_VOIDED_BY_HAND;
    f.reason = c->flags & TC_ORDER_EVENT_GONE ? TC_ORDER_REASON_EVENT
               : host                         ? TC_ORDER_REASON_HOST
                                              : TC_ORDER_REASON_BUYER;
    return finish_change(m, &f, &set, 0, a);
}

static bool step_pay(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    fact f = {.order = judge_change(m, c, !(c->flags & TC_ORDER_AS_HOST), &set)};
    f.event = c->a == TC_PAY_PROVIDER ? E_PAY_PROVIDER : E_PAY_OFFLINE;
    if (f.order) {
        const model_order *order = &m->order[f.order];
        const model_hold *hold = &m->hold[order->hold];
        f.deadline_ms = c->time_ms ? m->now_ms + c->time_ms : 0;
        if (c->b && c->amount != order->total) refuse(&set, TC_E_AMOUNT);
        for (uint32_t i = 0; f.deadline_ms > hold->expires_ms && i < hold->items_count; i++)
            if (saga_waits(order->state) && f.deadline_ms - hold->created_ms >
                                                m->world->event[hold->items[i].event].hold_life_ms)
                refuse(&set, TC_E_HOLD_LIFE);
    }
    return finish_change(m, &f, &set, 0, a);
}

static bool step_settle(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    fact f = {.order = judge_change(m, c, false, &set), .event = E_SETTLED, .by_hand = true};
    if (f.order && c->amount != m->order[f.order].total) refuse(&set, TC_E_AMOUNT);
    if (c->b) refuse(&set, TC_E_CURRENCY);
    return finish_change(m, &f, &set, c->amount, a);
}

/* Taken, and neither gone back nor on its way. */
static int64_t refundable(const model *m, uint64_t id) {
    int64_t left = m->order[id].captured - m->order[id].refunded;
    for (uint32_t i = 1; i <= m->refunds; i++)
        if (m->refund[i].order == id && !m->refund[i].stray && m->refund[i].state != TC_REFUND_DONE)
            left -= m->refund[i].amount;
    return left > 0 ? left : 0;
}

static uint32_t refund_tickets(const model *m, const sim_command *c, uint64_t id,
                               uint64_t tickets[SIM_ITEMS_MAX], int64_t *paid, refusals *set) {
    for (uint32_t i = 0; i < c->items_count; i++) {
        sim_command one = {.ref = c->ref, .ordinal = c->items[i].target};
        tickets[i] = model_ticket_of(m, &one);
        const model_ticket *ticket = model_ticket_at(m, tickets[i]);
        if (!ticket || ticket->order != id) {
            refuse(set, TC_E_NOT_FOUND);
            continue;
        }
        if (ticket->state == TC_TICKET_VOIDED) refuse(set, TC_E_STATE);
        for (uint32_t k = 0; k < i; k++)
            if (tickets[k] == tickets[i]) refuse(set, TC_E_INVALID);
        *paid += ticket->price;
    }
    return c->items_count;
}

static bool refund_again(model *m, const sim_command *c, fact *f, refusals *set,
                         const sim_answer *a) {
    f->event = E_REFUND_AGAIN;
    f->beside = m->order[f->order].state != TC_ORDER_REFUND_FAILED;
    f->by_hand = c->flags & TC_ORDER_BY_HAND;
    for (uint32_t i = 1; i <= m->refunds; i++)
        if (m->refund[i].order == f->order && m->refund[i].state == TC_REFUND_FAILED &&
            !m->refund[i].payment && !m->refund[i].stray && !f->by_hand)
            refuse(set, TC_E_STATE);
    return finish_change(m, f, set, 0, a);
}

/* The order's own refunds failed, or, where it has nothing to refund, a second payment's. */
static bool may_refund_again(const model *m, uint64_t id) {
    saga_row row;
    uint32_t state = m->order[id].state;
    if (state == TC_ORDER_REFUND_FAILED) return true;
    if (saga_look(state, E_REFUND_WHOLE, &row) != SAGA_REFUSED) return false;
    for (uint32_t i = 1; i <= m->refunds; i++)
        if (m->refund[i].order == id && m->refund[i].state == TC_REFUND_FAILED &&
            m->refund[i].stray)
            return true;
    return false;
}

static bool step_refund(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    uint64_t tickets[SIM_ITEMS_MAX];
    int64_t paid = 0, asked;
    fact f = {.order = judge_change(m, c, false, &set), .tickets = tickets, .amount = c->amount};
    f.reason = c->flags & TC_ORDER_EVENT_GONE ? TC_ORDER_REASON_EVENT : TC_ORDER_REASON_HOST;
    if (!f.order) return finish_change(m, &f, &set, 0, a);
    const model_order *order = &m->order[f.order];
    if (!c->amount && !c->items_count && may_refund_again(m, f.order))
        return refund_again(m, c, &f, &set, a);
    int64_t left = refundable(m, f.order);
    f.tickets_count = refund_tickets(m, c, f.order, tickets, &paid, &set);
    uint32_t good = model_good_tickets(m, f.order);
    bool capturing = order->state == TC_ORDER_CAPTURING, names = f.tickets_count;
    if (c->amount > left && !capturing) refuse(&set, TC_E_REFUND);
    if (!f.amount) f.amount = !names ? left : paid < left ? paid : left;
    asked = f.amount;
    /* All good tickets, or all the money that is left: that is the whole. */
    bool whole = (!names && !c->amount) || (names && f.tickets_count == good) ||
                 (order->total && !capturing && f.amount == left);
    f.event = whole ? E_REFUND_WHOLE : E_REFUND_PART;
    f.by_hand = c->flags & TC_ORDER_BY_HAND || order->method != TC_PAY_PROVIDER;
    if (!f.amount && order->total && !capturing && order->state != TC_ORDER_UNWINDING)
        refuse(&set, TC_E_STATE);
    if (!f.amount && !order->total && !good) refuse(&set, TC_E_STATE);
    return finish_change(m, &f, &set, asked, a);
}

bool model_orders_step(model *m, const sim_command *c, const sim_answer *a) {
    switch (c->kind) {
    case SIM_ORDER: return step_order(m, c, a);
    case SIM_CANCEL: return step_cancel(m, c, a);
    case SIM_PAY: return step_pay(m, c, a);
    case SIM_SETTLE: return step_settle(m, c, a);
    default: return step_refund(m, c, a);
    }
}

/* Is an order overdue whose hold lives on? */
bool model_lags(const model *m) {
    for (uint32_t i = 0; i < m->waiting_count; i++) {
        const model_order *order = &m->order[m->waiting[i]];
        if (order->deadline_ms && order->deadline_ms <= m->now_ms &&
            m->hold[order->hold].state == TC_HOLD_LIVE)
            return true;
    }
    return false;
}

/* Deadlines that have passed take effect, the earliest first. */
void model_deadlines(model *m) {
    for (;;) {
        uint64_t next = 0;
        for (uint32_t i = 0; i < m->waiting_count;) {
            uint64_t id = m->waiting[i];
            const model_order *order = &m->order[id];
            if (!order->deadline_ms) {
                m->waiting[i] = m->waiting[--m->waiting_count];
                continue;
            }
            if (order->deadline_ms <= m->now_ms &&
                (!next || order->deadline_ms < m->order[next].deadline_ms ||
                 (order->deadline_ms == m->order[next].deadline_ms && id < next)))
                next = id;
            i++;
        }
        if (!next) return;
        fact f = {.order = next, .event = E_DEADLINE, .reason = TC_ORDER_REASON_DEADLINE};
        saga_run(m, &f);
    }
}
