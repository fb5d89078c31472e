/* The generator of lives: buyers, the box office, the provider, workers, gates and time, each with
 * its share of mistakes, repetitions and lateness. Reads the model, never an engine. */
#include "model_generate.h"

#include <string.h>

enum { PROFILES = 6, DRAWN = 5 }; /* the last is a crowd's, for worlds that are made for one */

/* How often each kind is drawn, by profile: a plain on-sale, payments, the box office, gates and
 * mail, churn, a crowd. */
static const struct {
    uint32_t kind;
    uint32_t weight[PROFILES];
} WEIGHTS[] = {
    {SIM_HOLD, {30, 16, 14, 8, 40, 90}}, {SIM_BEST, {8, 4, 4, 3, 8, 1}},
    {SIM_EXTEND, {5, 2, 2, 1, 8, 2}},    {SIM_RELEASE, {6, 2, 3, 1, 16, 2}},
    {SIM_EXPIRE, {2, 1, 2, 1, 6, 1}},    {SIM_SWAP, {5, 2, 2, 1, 10, 1}},
    {SIM_BLOCK, {1, 0, 5, 0, 2, 0}},     {SIM_UNBLOCK, {1, 0, 5, 0, 2, 0}},
    {SIM_CHANNEL, {1, 0, 3, 0, 1, 0}},   {SIM_POOL, {1, 1, 4, 0, 2, 1}},
    {SIM_EVENT, {1, 1, 2, 1, 1, 0}},     {SIM_TYPE, {1, 1, 2, 0, 0, 0}},
    {SIM_SWEEP, {1, 1, 1, 1, 2, 1}},     {SIM_ORDER, {20, 16, 12, 9, 5, 4}},
    {SIM_CANCEL, {2, 4, 3, 1, 1, 1}},    {SIM_PAY, {2, 6, 3, 1, 1, 1}},
    {SIM_SETTLE, {2, 3, 5, 1, 1, 1}},    {SIM_REFUND, {2, 6, 10, 2, 1, 1}},
    {SIM_LEASE, {6, 14, 6, 2, 1, 1}},    {SIM_ANSWER, {14, 30, 12, 5, 2, 2}},
    {SIM_WEBHOOK, {4, 14, 6, 1, 1, 1}},  {SIM_VOID, {1, 0, 2, 2, 0, 0}},
    {SIM_REISSUE, {1, 0, 2, 4, 0, 0}},   {SIM_SCAN, {4, 1, 2, 30, 1, 0}},
    {SIM_MESSAGE, {1, 1, 1, 8, 1, 0}},   {SIM_MLEASE, {3, 2, 2, 10, 1, 0}},
    {SIM_MANSWER, {6, 3, 2, 16, 1, 0}},  {SIM_MRETRY, {1, 0, 0, 3, 0, 0}},
    {SIM_MCANCEL, {1, 0, 0, 3, 0, 0}},   {SIM_BAD, {1, 1, 1, 1, 1, 0}},
};

enum { WEIGHT_COUNT = sizeof WEIGHTS / sizeof WEIGHTS[0] };

void generator_begin(generator *g, const world *from) {
    memset(g, 0, sizeof *g);
    g->random.state = from->seed * UINT64_C(0xD1342543DE82EF95) + 1;
    g->profile = from->crowd ? DRAWN : sim_roll(&g->random, DRAWN);
    static const uint32_t CALLS[] = {1, 4, 16, 64, 200};
    g->call_max = from->single ? 1 : from->crowd ? 200 : CALLS[sim_roll(&g->random, 5)];
}

static bool one_in(generator *g, uint32_t n) {
    return sim_roll(&g->random, n) == 0;
}

/* ---- whom a command is about ---- */

static uint32_t some_hold(generator *g, const model *m) {
    if (m->holds == 0 || one_in(g, 60)) return 0;
    if (m->live_count && !one_in(g, 5)) return m->live[sim_roll(&g->random, m->live_count)];
    uint32_t back = m->holds < 30 ? m->holds : 30;
    return m->holds - sim_roll(&g->random, back);
}

static uint32_t some_order(generator *g, const model *m) {
    if (m->orders == 0) return 0;
    uint32_t back = m->orders < 24 ? m->orders : one_in(g, 10) ? m->orders : 24;
    return m->orders - sim_roll(&g->random, back);
}

static uint32_t hold_version(generator *g, const model *m, uint32_t id) {
    if (!id || !one_in(g, 4)) return 0;
    return m->hold[id].version + (one_in(g, 4) ? 1 : 0);
}

/* ---- buyers ---- */

static uint32_t seat_version(generator *g, const model *m, uint32_t event, uint32_t seat) {
    if (seat >= m->world->event[event].seats || !one_in(g, 3)) return 0;
    uint32_t version = m->event[event].seat[seat].version;
    return one_in(g, 5) ? version + 1 - 2 * sim_roll(&g->random, 2) : version;
}

static void draw_seats(generator *g, const model *m, sim_command *c, uint32_t event) {
    const world_event *in = &m->world->event[event];
    uint32_t count = 1 + sim_roll(&g->random, one_in(g, 4) ? 5 : 2);
    uint32_t first = sim_roll(&g->random, in->seats);
    /* Look a little for a free one: most buyers do. */
    for (uint32_t tries = 0; tries < 6 && !one_in(g, 8); tries++) {
        if (m->event[event].seat[first].state == TC_SEAT_FREE) break;
        first = sim_roll(&g->random, in->seats);
    }
    for (uint32_t i = 0; i < count && c->items_count < SIM_ITEMS_MAX; i++) {
        uint32_t seat = one_in(g, 12) ? sim_roll(&g->random, in->seats + 1) : first + i;
        if (seat >= in->seats && !one_in(g, 8)) seat = first;
        if (i && seat == first) continue;
        c->items[c->items_count++] = (sim_item){event, 0, seat, 1, seat_version(g, m, event, seat)};
    }
}

static void draw_places(generator *g, const model *m, sim_command *c, uint32_t event) {
    uint32_t pools = m->world->event[event].pools;
    if (!pools || c->items_count == SIM_ITEMS_MAX) return;
    uint32_t pool = 1 + sim_roll(&g->random, pools + (one_in(g, 30) ? 1 : 0));
    if (pool > WORLD_POOLS_MAX) pool = 1;
    c->items[c->items_count++] =
        (sim_item){event, pool, 0, 1 + sim_roll(&g->random, one_in(g, 10) ? 40 : 4), 0};
}

/* Seats first, then places, as a request has them. */
static void draw_items(generator *g, const model *m, sim_command *c) {
    uint32_t event = sim_roll(&g->random, m->world->events);
    uint32_t other = sim_roll(&g->random, m->world->events);
    bool seats = !one_in(g, 4), more = other != event && one_in(g, 3);
    if (m->world->crowd && !one_in(g, 3)) seats = false;
    if (seats) draw_seats(g, m, c, event);
    if (more && c->items_count < 5) draw_seats(g, m, c, other);
    if (!seats || one_in(g, 4)) draw_places(g, m, c, event);
    if (more) draw_places(g, m, c, other);
    if (one_in(g, 80) && c->items_count && c->items_count < SIM_ITEMS_MAX) {
        c->items[c->items_count] = c->items[c->items_count - 1]; /* named twice */
        c->items_count++;
    }
    if (one_in(g, 150) && c->items_count) c->items[0].event = WORLD_EVENTS_MAX;
}

static int64_t draw_ttl(generator *g, const model *m, uint32_t event) {
    const world_event *in = &m->world->event[event < m->world->events ? event : 0];
    if (m->world->crowd) return 0;
    switch (sim_roll(&g->random, 6)) {
    case 0: return 1 + sim_roll(&g->random, 5);
    case 1: return 1 + (int64_t)sim_roll(&g->random, 120000);
    case 2: return in->hold_life_ms;
    case 3: return one_in(g, 4) ? in->hold_life_ms + 1 : 60000;
    default: return 0;
    }
}

static uint32_t draw_channel(generator *g) {
    return one_in(g, 4) ? 1 + sim_roll(&g->random, 2) : 0;
}

static void draw_hold(generator *g, const model *m, sim_command *c) {
    draw_items(g, m, c);
    c->event = 0;
    c->time_ms = draw_ttl(g, m, c->items_count ? c->items[0].event : 0);
    c->a = draw_channel(g);
    c->b = one_in(g, 6) ? 0 : 1 + sim_roll(&g->random, WORLD_BUYERS);
    c->flags = one_in(g, 10) ? 1u << sim_roll(&g->random, 2) : 0;
    if (c->flags & TC_HOLD_ANY_TIME) c->flags = TC_HOLD_ALLOW_ORPHANS;
}

static void draw_best(generator *g, const model *m, sim_command *c) {
    c->event = sim_roll(&g->random, m->world->events);
    c->time_ms = draw_ttl(g, m, c->event);
    c->a = draw_channel(g);
    c->b = one_in(g, 6) ? 0 : 1 + sim_roll(&g->random, WORLD_BUYERS);
    c->c = 1 + sim_roll(&g->random, 6);
    c->d = one_in(g, 3) ? 1 + sim_roll(&g->random, m->world->event[c->event].categories) : 0;
    c->ordinal = one_in(g, 4) ? 1 + sim_roll(&g->random, 2) : 0;
    c->flags = one_in(g, 6) ? TC_HOLD_ALLOW_ORPHANS : 0;
}

static void draw_swap(generator *g, const model *m, sim_command *c) {
    uint32_t id = some_hold(g, m);
    c->ref = id ? m->hold[id].tag : 0;
    c->version = hold_version(g, m, id);
    c->wrong = one_in(g, 40);
    c->time_ms = one_in(g, 2) ? 0 : draw_ttl(g, m, 0);
    c->flags = one_in(g, 10) ? TC_HOLD_ALLOW_ORPHANS : 0;
    if (id && one_in(g, 2) && !m->hold[id].items[0].pool) {
        c->items[c->items_count++] = m->hold[id].items[0]; /* keep one of them */
        if (one_in(g, 2)) c->items[0].version = 0;
        if (one_in(g, 2)) draw_places(g, m, c, c->items[0].event);
        return;
    }
    draw_items(g, m, c);
}

static void draw_about_hold(generator *g, const model *m, sim_command *c) {
    uint32_t id = some_hold(g, m);
    c->ref = id ? m->hold[id].tag : 0;
    c->version = hold_version(g, m, id);
    if (c->kind != SIM_EXPIRE) c->wrong = one_in(g, 30);
    if (c->kind == SIM_EXTEND) c->time_ms = draw_ttl(g, m, 0);
}

/* ---- the box office ---- */

static void draw_seat_change(generator *g, const model *m, sim_command *c) {
    c->event = sim_roll(&g->random, m->world->events);
    uint32_t count = 1 + sim_roll(&g->random, 3), seats = m->world->event[c->event].seats;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t seat = sim_roll(&g->random, seats + (one_in(g, 20) ? 1 : 0));
        for (uint32_t tries = 0; c->kind == SIM_UNBLOCK && tries < 20; tries++) {
            if (seat < seats && m->event[c->event].seat[seat].state == TC_SEAT_BLOCKED) break;
            seat = sim_roll(&g->random, seats);
        }
        c->items[c->items_count++] =
            (sim_item){c->event, 0, seat, 1, seat_version(g, m, c->event, seat)};
    }
    if (c->kind == SIM_CHANNEL) c->a = sim_roll(&g->random, 3);
}

static void draw_pool(generator *g, const model *m, sim_command *c) {
    c->event = sim_roll(&g->random, m->world->events);
    uint32_t pools = m->world->event[c->event].pools;
    c->a = pools ? 1 + sim_roll(&g->random, pools) : 1;
    const model_pool *pool = &m->event[c->event].pool[c->a];
    c->flags = 1 + sim_roll(&g->random, 3);
    c->b = pool->held + pool->sold + sim_roll(&g->random, 30) - (one_in(g, 4) ? 1 : 0);
    if (c->b > TC_POOL_CAPACITY_MAX) c->b = 0;
    if (m->world->crowd) c->b += 100000;
    c->c = m->world->crowd || !one_in(g, 5);
    if (one_in(g, 4)) c->version = pool->version + one_in(g, 4);
}

static void draw_event_change(generator *g, const model *m, sim_command *c) {
    static const uint32_t STATES[] = {TC_EVENT_ON_SALE, TC_EVENT_ON_SALE,   TC_EVENT_ON_SALE,
                                      TC_EVENT_PAUSED,  TC_EVENT_CANCELLED, TC_EVENT_ENDED};
    c->event = sim_roll(&g->random, m->world->events);
    c->a = m->event[c->event].status == TC_EVENT_ON_SALE ? STATES[sim_roll(&g->random, 6)]
                                                         : TC_EVENT_ON_SALE;
    if (one_in(g, 4)) c->version = (uint32_t)m->event[c->event].version + one_in(g, 4);
}

static void draw_type(generator *g, const model *m, sim_command *c) {
    static const int64_t PRICES[] = {3000, 1999, 0, 10050, 333, 7, 45000};
    c->event = sim_roll(&g->random, m->world->events);
    c->a = 1 + sim_roll(&g->random, m->world->event[c->event].types);
    c->flags = one_in(g, 2) ? TC_TICKET_TYPE_FIELD_PRICE : TC_TICKET_TYPE_FIELD_STATUS;
    c->amount = PRICES[sim_roll(&g->random, 7)];
    c->b = !one_in(g, 4);
    if (one_in(g, 4)) c->version = m->event[c->event].type[c->a].version + one_in(g, 4);
}

/* ---- orders ---- */

static uint32_t type_for(generator *g, const model *m, const sim_item *item) {
    const world_event *in = &m->world->event[item->event];
    if (one_in(g, 25)) return 1 + sim_roll(&g->random, in->types + 1);
    if (item->pool) return 3 + item->pool;
    bool first = item->target / in->row_seats % in->categories == 0;
    return first && one_in(g, 2) ? 2 : one_in(g, 12) ? 3 : 1;
}

static void draw_order(generator *g, const model *m, sim_command *c) {
    static const uint32_t METHODS[] = {TC_PAY_PROVIDER, TC_PAY_PROVIDER, TC_PAY_PROVIDER,
                                       TC_PAY_PROVIDER, TC_PAY_OFFLINE,  TC_PAY_PAID,
                                       TC_PAY_PAID,     TC_PAY_FREE};
    uint32_t id = some_hold(g, m);
    for (uint32_t tries = 0; id && tries < 4 && m->hold[id].order; tries++) id = some_hold(g, m);
    const model_hold *hold = &m->hold[id];
    int64_t total = 0;
    c->ref = id ? hold->tag : 0;
    c->wrong = one_in(g, 40);
    c->a = METHODS[sim_roll(&g->random, 8)];
    for (uint32_t i = 0; id && i < hold->items_count; i++) {
        const sim_item *item = &hold->items[i];
        uint32_t quantity = item->quantity, type = type_for(g, m, item);
        bool split = item->pool && quantity > 1 && one_in(g, 4) && c->items_count < 6;
        if (c->items_count == SIM_ITEMS_MAX) break;
        if (split) c->items[c->items_count++] = (sim_item){0, 0, type, 1, 0};
        c->items[c->items_count++] = (sim_item){0, 0, type, one_in(g, 2) ? 0 : quantity - split, 0};
        const model_type *now = &m->event[item->event].type[type <= WORLD_TYPES_MAX ? type : 0];
        total += (now->price + now->fee) * quantity; /* right where there is no tax */
    }
    if (!id) c->items[c->items_count++] = (sim_item){0, 0, 1, 1, 0};
    if (one_in(g, 50) && c->items_count > 1) c->items_count--;
    c->b = one_in(g, 10) ? 1 + sim_roll(&g->random, 3) : 0;
    c->amount = c->b == 2 ? total + 1 : c->b ? total : 0;
    c->c = one_in(g, 3) ? sim_roll(&g->random, 16) << 1 : 2;
    c->d = sim_roll(&g->random, 3);
    c->time_ms = one_in(g, 3) ? 1 + (int64_t)sim_roll(&g->random, 400000) : 0;
}

static uint32_t order_version(generator *g, const model *m, uint32_t id) {
    return id && one_in(g, 6) ? m->order[id].version + one_in(g, 4) : 0;
}

static void draw_change(generator *g, const model *m, sim_command *c) {
    uint32_t id = some_order(g, m);
    c->ref = id ? m->order[id].tag : 0;
    c->version = order_version(g, m, id);
    if (c->kind == SIM_CANCEL) {
        static const uint32_t FLAGS[] = {0, TC_ORDER_AS_HOST, TC_ORDER_AS_HOST | TC_ORDER_BY_HAND,
                                         TC_ORDER_AS_HOST | TC_ORDER_EVENT_GONE};
        c->flags = FLAGS[sim_roll(&g->random, 4)];
        c->wrong = one_in(g, 20);
    } else if (c->kind == SIM_PAY) {
        c->flags = one_in(g, 2) ? TC_ORDER_AS_HOST : 0;
        c->wrong = one_in(g, 20);
        c->a = one_in(g, 4) ? TC_PAY_OFFLINE : TC_PAY_PROVIDER;
        c->b = one_in(g, 5);
        c->amount = id && c->b ? m->order[id].total + one_in(g, 3) : 0;
        c->time_ms = one_in(g, 2) ? 1 + (int64_t)sim_roll(&g->random, 300000) : 0;
    } else {
        c->amount = id ? m->order[id].total + (one_in(g, 12) ? 1 : 0) : 5;
        c->b = one_in(g, 20);
    }
}

static void draw_refund(generator *g, const model *m, sim_command *c) {
    uint32_t id = some_order(g, m);
    for (uint32_t tries = 0; id && tries < 4 && !m->order[id].confirmed_ms; tries++)
        id = some_order(g, m);
    c->ref = id ? m->order[id].tag : 0;
    c->version = order_version(g, m, id);
    c->flags = one_in(g, 5) ? TC_ORDER_BY_HAND : one_in(g, 8) ? TC_ORDER_EVENT_GONE : 0;
    uint32_t tickets = id ? m->order[id].tickets : 1;
    if (one_in(g, 2)) {
        uint32_t count = 1 + sim_roll(&g->random, 3);
        for (uint32_t i = 0; i < count; i++) {
            uint32_t ordinal = sim_roll(&g->random, tickets + one_in(g, 20));
            bool twice = false;
            for (uint32_t k = 0; k < c->items_count; k++) twice |= c->items[k].target == ordinal;
            if (twice && !one_in(g, 20)) continue;
            c->items[c->items_count++] = (sim_item){0, 0, ordinal, 1, 0};
        }
    }
    if (one_in(g, 3) && id)
        c->amount = 1 + (int64_t)sim_roll(&g->random, (uint32_t)m->order[id].total + 2);
}

/* ---- the provider and its worker ---- */

static uint32_t some_command(generator *g, const model *m) {
    if (!m->commands) return 0;
    for (uint32_t tries = 0; m->open_count && tries < 8 && !one_in(g, 6); tries++) {
        uint32_t id = m->open[sim_roll(&g->random, m->open_count)];
        if (m->command[id].leased) return id;
    }
    uint32_t back = m->commands < 40 ? m->commands : 40;
    return m->commands - sim_roll(&g->random, back);
}

static void draw_answer(generator *g, const model *m, sim_command *c) {
    static const uint32_t OUTCOMES[] = {TC_OUTCOME_DONE,    TC_OUTCOME_DONE,     TC_OUTCOME_DONE,
                                        TC_OUTCOME_DONE,    TC_OUTCOME_DECLINED, TC_OUTCOME_FAILED,
                                        TC_OUTCOME_UNKNOWN, TC_OUTCOME_ABSENT};
    uint32_t id = some_command(g, m);
    const model_command *command = &m->command[id];
    c->ref = id ? m->order[command->order].tag : 0;
    c->ordinal = command->nth;
    c->a = command->attempt;
    if (one_in(g, 15) && c->a) c->a += 1 - 2 * sim_roll(&g->random, 2);
    c->b = OUTCOMES[sim_roll(&g->random, 8)];
    if (c->b == TC_OUTCOME_ABSENT && !command->query && !one_in(g, 10)) c->b = TC_OUTCOME_FAILED;
    c->c = one_in(g, 3);
    c->d = one_in(g, 10) ? 1 + sim_roll(&g->random, 3) : 0;
}

static uint32_t says_of(generator *g, uint32_t kind) {
    bool good = !one_in(g, 4);
    if (one_in(g, 5)) return 1 + sim_roll(&g->random, 11);
    switch (kind) {
    case TC_PAYMENT_AUTHORISE:
        return good ? TC_PAYMENT_EVENT_AUTHORISED : TC_PAYMENT_EVENT_DECLINED;
    case TC_PAYMENT_CHARGE: return good ? TC_PAYMENT_EVENT_CAPTURED : TC_PAYMENT_EVENT_DECLINED;
    case TC_PAYMENT_CAPTURE:
        return good ? TC_PAYMENT_EVENT_CAPTURED : TC_PAYMENT_EVENT_CAPTURE_FAILED;
    case TC_PAYMENT_VOID: return good ? TC_PAYMENT_EVENT_VOIDED : TC_PAYMENT_EVENT_VOID_FAILED;
    default: return good ? TC_PAYMENT_EVENT_REFUNDED : TC_PAYMENT_EVENT_REFUND_FAILED;
    }
}

static void draw_webhook(generator *g, const model *m, sim_command *c) {
    uint32_t id = some_command(g, m);
    const model_command *command = &m->command[id];
    c->ref = id ? m->order[command->order].tag : 0;
    c->ordinal = command->nth;
    c->a = says_of(g, command->kind);
    c->b = one_in(g, 4);
    c->c = g->next_webhook && one_in(g, 6) ? 1 + sim_roll(&g->random, g->next_webhook)
                                           : ++g->next_webhook;
    c->d = one_in(g, 30);
    if (one_in(g, 3)) c->amount = command->amount + (one_in(g, 8) ? 1 : 0);
}

/* ---- gates and mail ---- */

static void draw_ticket(generator *g, const model *m, sim_command *c) {
    uint32_t id = some_order(g, m);
    for (uint32_t tries = 0; id && tries < 6 && !m->order[id].confirmed_ms; tries++)
        id = some_order(g, m);
    c->ref = id ? m->order[id].tag : 0;
    c->ordinal = id ? sim_roll(&g->random, m->order[id].tickets + (one_in(g, 30) ? 1 : 0)) : 0;
    const model_ticket *ticket = model_ticket_at(m, model_ticket_of(m, c));
    if (c->kind != SIM_SCAN) {
        c->version = ticket && one_in(g, 4) ? ticket->version + one_in(g, 4) : 0;
        return;
    }
    c->event = id && m->order[id].lines_count ? m->order[id].line[0].event : 0;
    if (one_in(g, 20)) c->event = sim_roll(&g->random, m->world->events);
    if (one_in(g, 200)) c->event = WORLD_EVENTS_MAX;
    c->a = ticket && !one_in(g, 3) ? ticket->serial - (one_in(g, 8) && ticket->serial > 1) : 0;
    c->b = 1 + sim_roll(&g->random, 3);
    c->c = !one_in(g, 3)                   ? 0
           : g->next_nonce && one_in(g, 3) ? 1 + sim_roll(&g->random, g->next_nonce)
                                           : ++g->next_nonce;
    c->d = one_in(g, 60);
}

static void draw_message(generator *g, const model *m, sim_command *c) {
    uint32_t id = some_order(g, m);
    c->a = one_in(g, 2) ? TC_MESSAGE_EVENT_REMINDER : TC_MESSAGE_CUSTOM + sim_roll(&g->random, 5);
    c->b = 1 + sim_roll(&g->random, 4);
    if (id && !one_in(g, 4)) c->ref = m->order[id].tag;
    if (!c->ref || one_in(g, 3)) c->c = 1 + sim_roll(&g->random, 4);
    if (one_in(g, 3))
        c->d = g->next_dedupe && one_in(g, 3) ? 1 + sim_roll(&g->random, g->next_dedupe)
                                              : ++g->next_dedupe;
    c->version = one_in(g, 2) ? 1 + sim_roll(&g->random, 3) : 0;
    c->time_ms = one_in(g, 3) ? 1 + (int64_t)sim_roll(&g->random, 3600000) : 0;
}

static void draw_posted(generator *g, const model *m, sim_command *c) {
    if (c->kind == SIM_MANSWER) c->a = TC_MESSAGE_OUTCOME_SENT;
    if (!m->messages) return;
    uint32_t id = m->messages - sim_roll(&g->random, m->messages < 40 ? m->messages : 40);
    for (uint32_t tries = 0; m->post_count && tries < 8 && !one_in(g, 10); tries++) {
        id = m->post[sim_roll(&g->random, m->post_count)];
        if (c->kind != SIM_MANSWER || m->message[id].state == TC_MESSAGE_LEASED) break;
    }
    const model_message *message = &m->message[id];
    c->ref = message->tag ? message->tag : message->order ? m->order[message->order].tag : 0;
    c->ordinal = message->tag ? 0 : message->nth;
    if (c->kind != SIM_MANSWER) return;
    static const uint32_t OUTCOMES[] = {TC_MESSAGE_OUTCOME_SENT,   TC_MESSAGE_OUTCOME_SENT,
                                        TC_MESSAGE_OUTCOME_SENT,   TC_MESSAGE_OUTCOME_RETRY,
                                        TC_MESSAGE_OUTCOME_FAILED, TC_MESSAGE_OUTCOME_CANCEL};
    c->a = OUTCOMES[sim_roll(&g->random, 6)];
    c->b = message->attempts - (one_in(g, 15) && message->attempts ? 1 : 0);
    if (c->a == TC_MESSAGE_OUTCOME_RETRY && one_in(g, 2)) c->c = 1 + sim_roll(&g->random, 90000);
    c->d = one_in(g, 3);
}

static void draw_kind(generator *g, const model *m, sim_command *c) {
    switch (c->kind) {
    case SIM_HOLD: draw_hold(g, m, c); break;
    case SIM_BEST: draw_best(g, m, c); break;
    case SIM_SWAP: draw_swap(g, m, c); break;
    case SIM_EXTEND:
    case SIM_RELEASE:
    case SIM_EXPIRE: draw_about_hold(g, m, c); break;
    case SIM_BLOCK:
    case SIM_UNBLOCK:
    case SIM_CHANNEL: draw_seat_change(g, m, c); break;
    case SIM_POOL: draw_pool(g, m, c); break;
    case SIM_EVENT: draw_event_change(g, m, c); break;
    case SIM_TYPE: draw_type(g, m, c); break;
    case SIM_SWEEP: c->a = one_in(g, 2) ? 0 : 1 + sim_roll(&g->random, 5); break;
    case SIM_ORDER: draw_order(g, m, c); break;
    case SIM_CANCEL:
    case SIM_PAY:
    case SIM_SETTLE: draw_change(g, m, c); break;
    case SIM_REFUND: draw_refund(g, m, c); break;
    case SIM_LEASE:
        c->a = 1 + sim_roll(&g->random, 12);
        c->b = one_in(g, 2) ? 0 : 1 + sim_roll(&g->random, 100000);
        break;
    case SIM_ANSWER: draw_answer(g, m, c); break;
    case SIM_WEBHOOK: draw_webhook(g, m, c); break;
    case SIM_VOID:
    case SIM_REISSUE:
    case SIM_SCAN: draw_ticket(g, m, c); break;
    case SIM_MESSAGE: draw_message(g, m, c); break;
    case SIM_MLEASE:
        c->a = one_in(g, 3) ? sim_roll(&g->random, 16) << 1 : 0;
        c->b = sim_roll(&g->random, 13);
        c->c = one_in(g, 2) ? 0 : 1 + sim_roll(&g->random, 100000);
        break;
    case SIM_MANSWER:
    case SIM_MRETRY:
    case SIM_MCANCEL: draw_posted(g, m, c); break;
    default: c->a = sim_roll(&g->random, 10); break;
    }
}

/* ---- time, and the call ---- */

/* To just before, at or after the death of a hold or a deadline, or some way on. */
static int64_t draw_pause(generator *g, const model *m) {
    int64_t to = 0;
    if (m->world->crowd && one_in(g, 2)) return 900001; /* all of them at once */
    if (m->live_count && one_in(g, 3))
        to = m->hold[m->live[sim_roll(&g->random, m->live_count)]].expires_ms;
    else if (m->waiting_count && one_in(g, 3))
        to = m->order[m->waiting[sim_roll(&g->random, m->waiting_count)]].deadline_ms;
    to += (int64_t)sim_roll(&g->random, 3) - 1;
    bool far = to - m->now_ms > 120000 && !one_in(g, 6);
    if (to > m->now_ms && !far) return to - m->now_ms;
    if (one_in(g, 300)) return INT64_C(86400000) + sim_roll(&g->random, 100000000);
    if (one_in(g, 60)) return 3600000 + (int64_t)sim_roll(&g->random, 7200000);
    return 1 + (int64_t)sim_roll(&g->random, one_in(g, 4) ? 60000 : 1500);
}

static uint32_t draw_weighted(generator *g) {
    uint32_t sum = 0;
    for (uint32_t i = 0; i < WEIGHT_COUNT; i++) sum += WEIGHTS[i].weight[g->profile];
    uint32_t at = sim_roll(&g->random, sum);
    for (uint32_t i = 0;; i++) {
        if (at < WEIGHTS[i].weight[g->profile]) return WEIGHTS[i].kind;
        at -= WEIGHTS[i].weight[g->profile];
    }
}

static bool may_carry_request(uint32_t kind) {
    return kind != SIM_LEASE && kind != SIM_MLEASE && kind != SIM_SWEEP && kind != SIM_BAD &&
           kind != SIM_SCAN && kind != SIM_MANSWER;
}

/* Something else under the same request id. */
static void change_content(sim_command *c) {
    switch (c->kind) {
    case SIM_HOLD:
    case SIM_BEST:
    case SIM_EXTEND:
    case SIM_ORDER: c->time_ms++; break;
    case SIM_BLOCK:
    case SIM_UNBLOCK:
    case SIM_CHANNEL: c->items[0].version += 7; break;
    case SIM_ANSWER: c->c ^= 1; break;
    case SIM_WEBHOOK: c->amount++; break;
    case SIM_MESSAGE: c->a++; break;
    case SIM_MRETRY:
    case SIM_MCANCEL: break;
    default: c->version += 7; break;
    }
}

/* Sent again as it was, or with another content. */
static bool send_again(generator *g, sim_command *c) {
    if (!g->past_count || !one_in(g, 25)) return false;
    uint32_t tag = c->tag, batch = c->batch;
    uint32_t many = g->past_count < 64 ? g->past_count : 64;
    *c = g->past[sim_roll(&g->random, many)];
    c->tag = tag;
    c->batch = batch;
    if (one_in(g, 4)) change_content(c);
    return true;
}

static void draw_command(generator *g, const model *m, sim_command *c) {
    memset(c, 0, sizeof *c);
    c->tag = ++g->next_tag;
    c->batch = g->next_batch;
    if (send_again(g, c)) return;
    c->kind = draw_weighted(g);
    draw_kind(g, m, c);
    /* What depends on when it is sent is another content later. */
    bool dated = (c->kind == SIM_MESSAGE && c->time_ms) ||
                 (c->kind == SIM_WEBHOOK && !model_key_known(m, model_command_of(m, c)));
    if (!may_carry_request(c->kind) || dated || !one_in(g, 5)) return;
    c->request = ++g->next_request;
    g->past[g->past_count++ % 64] = *c;
}

uint32_t generator_call(generator *g, const model *m, sim_command *commands, uint32_t room) {
    g->next_batch++;
    bool pause = one_in(g, m->world->crowd ? 150 : g->call_max > 8 ? 2 : 4);
    if (pause || one_in(g, 60)) {
        memset(commands, 0, sizeof *commands);
        commands->tag = ++g->next_tag;
        commands->batch = g->next_batch;
        commands->kind = pause ? SIM_CLOCK : SIM_REOPEN;
        if (pause) commands->time_ms = draw_pause(g, m);
        else commands->a = one_in(g, 2);
        return 1;
    }
    uint32_t count = 1 + sim_roll(&g->random, g->call_max);
    if (count > room) count = room;
    for (uint32_t i = 0; i < count; i++) draw_command(g, m, &commands[i]);
    return count;
}
