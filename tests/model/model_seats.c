/* The model's seats, pools and holds: what may be held, what stands in the way, what time ends.
 * Rows are plain runs of numbers: seat = row * row_seats + place in the row. */
#include "model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void model_seat_set(model *m, uint32_t event, uint32_t seat, uint32_t state) {
    model_seat *at = &m->event[event].seat[seat];
    at->state = state;
    at->version++;
    at->hold = 0;
    at->ticket = 0;
    m->event[event].inventory_version++;
}

static model_event *event_of(model *m, uint32_t event) {
    return event < m->world->events ? &m->event[event] : NULL;
}

/* A command may name a hold, of this life or of none. */
static uint64_t hold_named(const model *m, const sim_command *c) {
    return model_of_tag(m, c->ref);
}

static model_hold *hold_at(model *m, uint64_t id) {
    return id && id <= m->holds ? &m->hold[id] : NULL;
}

bool model_hold_lives(const model *m, uint64_t id) {
    return id && id <= m->holds && m->hold[id].state == TC_HOLD_LIVE;
}

/* Its seats and places become free. */
void model_hold_end(model *m, uint64_t id, uint32_t state) {
    model_hold *hold = &m->hold[id];
    for (uint32_t i = 0; i < hold->items_count; i++) {
        const sim_item *item = &hold->items[i];
        if (item->pool) m->event[item->event].pool[item->pool].held -= item->quantity;
        else model_seat_set(m, item->event, item->target, TC_SEAT_FREE);
    }
    hold->state = state;
    hold->version++;
    if (state != TC_HOLD_EXPIRED || hold->expires_ms > m->now_ms) hold->expires_ms = m->now_ms;
    for (uint32_t i = 0; i < m->live_count; i++)
        if (m->live[i] == id) {
            m->live[i] = m->live[--m->live_count];
            break;
        }
}

/* The items of a hold become held by it. */
void model_hold_take(model *m, uint64_t id) {
    model_hold *hold = &m->hold[id];
    hold->state = TC_HOLD_LIVE;
    for (uint32_t i = 0; i < hold->items_count; i++) {
        sim_item *item = &hold->items[i];
        if (item->pool) {
            m->event[item->event].pool[item->pool].held += item->quantity;
            continue;
        }
        model_seat_set(m, item->event, item->target, TC_SEAT_HELD);
        m->event[item->event].seat[item->target].hold = id;
        item->version = m->event[item->event].seat[item->target].version;
    }
    MODEL_ROOM(m->live, m->live_count, m->live_room);
    m->live[m->live_count++] = (uint32_t)id;
}

void model_expire_holds(model *m) {
    for (uint32_t i = 0; i < m->live_count;) {
        uint32_t id = m->live[i];
        if (m->hold[id].expires_ms <= m->now_ms) model_hold_end(m, id, TC_HOLD_EXPIRED);
        else i++;
    }
}

/* Places a buyer holds and owns in an event. */
uint64_t model_buyer_places(const model *m, uint32_t event, uint32_t buyer) {
    uint64_t places = 0;
    for (uint32_t i = 0; i < m->live_count; i++) {
        const model_hold *hold = &m->hold[m->live[i]];
        for (uint32_t k = 0; hold->buyer == buyer && k < hold->items_count; k++)
            if (hold->items[k].event == event) places += hold->items[k].quantity;
    }
    return places + m->event[event].owned[buyer];
}

/* ---- what stands in the way ---- */

typedef struct wish {
    const sim_item *items;
    uint32_t count, channel, buyer, flags;
    uint64_t instead; /* the hold that is given back for it; 0: none */
} wish;

static uint32_t row_of(const world_event *in, uint32_t seat) {
    return seat / in->row_seats;
}

static bool channel_open(uint32_t mine, uint32_t its) {
    return its == TC_CHANNEL_PUBLIC || its == mine;
}

static bool is_free(const model_seat *seat, const wish *w) {
    return seat->state == TC_SEAT_FREE ||
           (w->instead && seat->state == TC_SEAT_HELD && seat->hold == w->instead);
}

static bool wants(const wish *w, uint32_t event, uint32_t seat) {
    for (uint32_t i = 0; i < w->count; i++)
        if (!w->items[i].pool && w->items[i].event == event && w->items[i].target == seat)
            return true;
    return false;
}

/* Does the wish leave a single seat in this row that another block of its size would not? */
static bool leaves_orphan(const model *m, const wish *w, uint32_t event, uint32_t row) {
    const world_event *in = &m->world->event[event];
    uint32_t first = row * in->row_seats, taken = 0;
    bool orphan = false, avoidable = false;
    for (uint32_t i = 0; i < in->row_seats; i++) taken += wants(w, event, first + i);
    for (uint32_t begin = 0; begin < in->row_seats;) {
        uint32_t end = begin, touched = 0;
        while (end < in->row_seats) {
            const model_seat *seat = &m->event[event].seat[first + end];
            if (!is_free(seat, w) || !channel_open(w->channel, seat->channel)) break;
            touched += wants(w, event, first + end++);
        }
        uint32_t length = end - begin;
        for (uint32_t i = begin; touched && length > 1 && i < end; i++) {
            bool left = i == begin || wants(w, event, first + i - 1);
            bool right = i + 1 == end || wants(w, event, first + i + 1);
            if (!wants(w, event, first + i) && left && right) orphan = true;
        }
        for (uint32_t start = 0; length >= taken && start <= length - taken; start++)
            if (start != 1 && length - taken - start != 1) avoidable = true;
        begin = end + 1;
    }
    return orphan && avoidable;
}

static void judge_orphans(const model *m, const wish *w, refusals *set) {
    if (w->flags & TC_HOLD_ALLOW_ORPHANS) return;
    for (uint32_t event = 0; event < m->world->events; event++) {
        const world_event *in = &m->world->event[event];
        if (!in->orphan_rule) continue;
        for (uint32_t row = 0; row < in->rows; row++) {
            bool touched = false;
            for (uint32_t i = 0; i < w->count; i++)
                touched |= !w->items[i].pool && w->items[i].event == event &&
                           w->items[i].target < in->seats && row_of(in, w->items[i].target) == row;
            if (touched && leaves_orphan(m, w, event, row)) refuse(set, TC_E_ORPHAN);
        }
    }
}

static uint32_t places_of(const sim_item *items, uint32_t count, uint32_t event) {
    uint32_t places = 0;
    for (uint32_t i = 0; i < count; i++)
        if (items[i].event == event) places += items[i].quantity;
    return places;
}

static void judge_event(const model *m, const wish *w, uint32_t event, refusals *set) {
    const world_event *in = &m->world->event[event];
    uint32_t places = places_of(w->items, w->count, event);
    bool any_time = w->flags & TC_HOLD_ANY_TIME;
    if (places == 0) return;
    if (!any_time && (m->event[event].status != TC_EVENT_ON_SALE || m->now_ms >= in->starts_at_ms))
        refuse(set, TC_E_NOT_ON_SALE);
    if (!in->limit_per_buyer) return;
    uint64_t has = model_buyer_places(m, event, w->buyer);
    if (w->instead) {
        const model_hold *old = &m->hold[w->instead];
        has -= places_of(old->items, old->items_count, event);
    }
    if (w->buyer == 0 || has + places > in->limit_per_buyer) refuse(set, TC_E_BUYER_LIMIT);
}

static void judge_pool(const model *m, const wish *w, const sim_item *item, refusals *set) {
    const model_pool *pool = &m->event[item->event].pool[item->pool];
    uint32_t left = pool->capacity - pool->held - pool->sold;
    if (item->pool > m->world->event[item->event].pools) {
        refuse(set, TC_E_NOT_FOUND);
        return;
    }
    const model_hold *old = w->instead ? &m->hold[w->instead] : NULL;
    for (uint32_t i = 0; old && i < old->items_count; i++)
        if (old->items[i].pool == item->pool && old->items[i].event == item->event)
            left += old->items[i].quantity;
    if (!channel_open(w->channel, pool->channel)) refuse(set, TC_E_CHANNEL);
    if (!pool->open) refuse(set, TC_E_POOL_CLOSED);
    if (item->quantity > left) refuse(set, TC_E_POOL_SHORT);
}

/* What the seat in the way would be refused with; TC_OK: it is not in the way. */
static int32_t judge_seat(const model *m, const wish *w, const sim_item *item) {
    if (item->target >= m->world->event[item->event].seats) return TC_E_NOT_FOUND;
    const model_seat *seat = &m->event[item->event].seat[item->target];
    if (!is_free(seat, w)) return TC_E_SEAT_TAKEN;
    if (item->version && item->version != seat->version) return TC_E_SEAT_VERSION;
    if (!channel_open(w->channel, seat->channel)) return TC_E_CHANNEL;
    return TC_OK;
}

static void judge_wish(const model *m, const wish *w, refusals *set) {
    bool sound = true;
    if (w->count == 0) refuse(set, TC_E_INVALID);
    for (uint32_t i = 0; i < w->count; i++) {
        const sim_item *item = &w->items[i];
        for (uint32_t k = 0; k < i; k++)
            if (w->items[k].event == item->event && w->items[k].pool == item->pool &&
                (item->pool || w->items[k].target == item->target))
                refuse(set, TC_E_INVALID);
        if (item->event >= m->world->events) {
            refuse(set, TC_E_NOT_FOUND);
            sound = false;
            continue;
        }
        if (item->pool) {
            judge_pool(m, w, item, set);
            continue;
        }
        int32_t code = judge_seat(m, w, item);
        if (code != TC_OK) refuse(set, code);
    }
    for (uint32_t event = 0; event < m->world->events; event++) judge_event(m, w, event, set);
    if (sound) judge_orphans(m, w, set);
}

static bool same_conflict(const uint64_t *at, const model *m, const sim_item *item) {
    static const model_seat NONE;
    bool exists = item->target < m->world->event[item->event].seats;
    const model_seat *seat = exists ? &m->event[item->event].seat[item->target] : &NONE;
    return at[0] == item->event + 1 && at[1] == item->target && at[2] == seat->state &&
           at[3] == item->version && at[4] == seat->version;
}

/* A refusal over seats lists every one in the way, by event and number; its code is the first's. */
static bool check_conflicts(model *m, const wish *w, const sim_answer *a) {
    uint32_t found = 0;
    if (a->code != TC_E_SEAT_TAKEN && a->code != TC_E_SEAT_VERSION) return true;
    for (uint32_t event = 0; event < m->world->events; event++)
        for (uint32_t seat = 0; seat < m->world->event[event].seats + SIM_ITEMS_MAX; seat++)
            for (uint32_t i = 0; i < w->count; i++) {
                const sim_item *item = &w->items[i];
                if (item->pool || item->event != event || item->target != seat) continue;
                int32_t code = judge_seat(m, w, item);
                if (code == TC_OK) continue;
                const uint64_t *at = &a->at[AT_ERROR_FIRST + found * AT_CONFLICT_WIDTH];
                if (found == 0 && code != a->code)
                    return model_wrong(m, "the first seat in the way is refused with %s",
                                       tc_error_name(code));
                if (found >= a->at[AT_ERROR_CONFLICTS] || !same_conflict(at, m, item))
                    return model_wrong(m, "event %u seat %u is not conflict %u of the answer",
                                       event + 1, seat, found);
                found++;
            }
    return model_expect(m, "number of conflicts", a->at[AT_ERROR_CONFLICTS], found);
}

/* ---- making holds ---- */

static int64_t shortest_ttl(const model *m, const sim_item *items, uint32_t count) {
    int64_t shortest = INT64_MAX;
    for (uint32_t i = 0; i < count; i++) {
        if (items[i].event >= m->world->events) continue;
        int64_t its = m->world->event[items[i].event].hold_ttl_ms;
        if (its < shortest) shortest = its;
    }
    return shortest;
}

static int64_t life_cap(const model *m, const sim_item *items, uint32_t count) {
    int64_t cap = INT64_MAX;
    for (uint32_t i = 0; i < count; i++) {
        if (items[i].event >= m->world->events) continue;
        int64_t its = m->world->event[items[i].event].hold_life_ms;
        if (its < cap) cap = its;
    }
    return cap;
}

static bool check_made(model *m, const sim_command *c, const sim_answer *a) {
    const model_hold *hold = &m->hold[m->holds];
    uint32_t seats = 0;
    bool best = c->kind == SIM_BEST;
    if (!model_expect(m, "hold", a->at[AT_HOLD], m->holds) ||
        !model_expect(m, "hold's version", a->at[AT_HOLD_VERSION], 1) ||
        !model_expect(m, "expires_at_ms", a->at[AT_HOLD_EXPIRES], (uint64_t)hold->expires_ms) ||
        (!best && !model_expect(m, "adjacent", a->at[AT_HOLD_ADJACENT], 0)))
        return false;
    for (uint32_t i = 0; i < hold->items_count; i++) {
        const sim_item *item = &hold->items[i];
        if (item->pool) continue;
        const uint64_t *at = &a->at[AT_HOLD_FIRST + seats++ * 3];
        if (!model_expect(m, "event of a seat", at[0], item->event + 1) ||
            !model_expect(m, "seat", at[1], item->target) ||
            !model_expect(m, "version of a seat", at[2], item->version))
            return false;
    }
    return model_expect(m, "seats of the hold", a->at[AT_HOLD_SEATS], seats);
}

static model_hold *new_hold(model *m) {
    MODEL_ROOM(m->hold, m->holds + 1, m->holds_room);
    model_hold *hold = &m->hold[++m->holds];
    memset(hold, 0, sizeof *hold);
    hold->version = 1;
    return hold;
}

static bool step_hold(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    wish w = {c->items, c->items_count, c->a, c->b, c->flags, 0};
    judge_wish(m, &w, &set);
    int64_t ttl = c->time_ms ? c->time_ms : shortest_ttl(m, c->items, c->items_count);
    if (ttl > life_cap(m, c->items, c->items_count)) refuse(&set, TC_E_HOLD_LIFE);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0 && check_conflicts(m, &w, a);
    model_hold *hold = new_hold(m);
    hold->channel = c->a;
    hold->buyer = c->b;
    hold->created_ms = m->now_ms;
    hold->expires_ms = m->now_ms + ttl;
    hold->items_count = c->items_count;
    memcpy(hold->items, c->items, sizeof hold->items);
    model_hold_take(m, m->holds);
    model_made(m, c->tag, m->holds);
    hold->tag = c->tag;
    return check_made(m, c, a);
}

static void judge_hold(const model *m, const sim_command *c, bool secret, bool claimed_may,
                       refusals *set) {
    uint64_t id = hold_named(m, c);
    if (id == SIM_NOBODY || (secret && c->wrong)) {
        refuse(set, TC_E_NOT_FOUND);
        return;
    }
    const model_hold *hold = &m->hold[id];
    bool old = hold->state != TC_HOLD_LIVE && m->now_ms - hold->expires_ms > 86400000;
    if (old) refuse(set, TC_E_NOT_FOUND);
    if (hold->state == TC_HOLD_EXPIRED) refuse(set, TC_E_HOLD_EXPIRED);
    if (hold->state == TC_HOLD_RELEASED || hold->state == TC_HOLD_SOLD)
        refuse(set, TC_E_HOLD_ENDED);
    if (c->version && c->version != hold->version) refuse(set, TC_E_VERSION);
    if (hold->order && !claimed_may) refuse(set, TC_E_STATE);
}

static bool step_swap(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    uint64_t old = hold_named(m, c);
    const model_hold *was = hold_at(m, old);
    judge_hold(m, c, true, false, &set);
    wish w = {c->items,
              c->items_count,
              was ? was->channel : 0,
              was ? was->buyer : 0,
              c->flags,
              was && was->state == TC_HOLD_LIVE ? old : 0};
    judge_wish(m, &w, &set);
    int64_t expires = c->time_ms ? m->now_ms + c->time_ms : was ? was->expires_ms : 0;
    if (was && expires - was->created_ms > life_cap(m, c->items, c->items_count))
        refuse(&set, TC_E_HOLD_LIFE);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0 && check_conflicts(m, &w, a);
    model_hold_end(m, old, TC_HOLD_RELEASED);
    model_hold *hold = new_hold(m);
    was = &m->hold[old];
    hold->channel = was->channel;
    hold->buyer = was->buyer;
    hold->created_ms = was->created_ms;
    hold->expires_ms = expires;
    hold->items_count = c->items_count;
    memcpy(hold->items, c->items, sizeof hold->items);
    model_hold_take(m, m->holds);
    model_made(m, c->tag, m->holds);
    hold->tag = c->tag;
    return check_made(m, c, a);
}

static bool step_extend(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    model_hold *hold = hold_at(m, hold_named(m, c));
    int64_t expires = 0;
    judge_hold(m, c, true, true, &set);
    if (hold) {
        int64_t ttl = c->time_ms ? c->time_ms : shortest_ttl(m, hold->items, hold->items_count);
        expires = m->now_ms + ttl;
        if (expires < hold->expires_ms) expires = hold->expires_ms;
        if (expires - hold->created_ms > life_cap(m, hold->items, hold->items_count))
            refuse(&set, TC_E_HOLD_LIFE);
    }
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    hold->version++;
    hold->expires_ms = expires;
    return model_expect(m, "hold's version", a->at[AT_CHANGE_VERSION], hold->version) &&
           model_expect(m, "expires_at_ms", a->at[AT_CHANGE_EXPIRES], (uint64_t)expires);
}

static bool step_end(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    judge_hold(m, c, c->kind == SIM_RELEASE, false, &set);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    uint64_t id = hold_named(m, c);
    model_hold_end(m, id, c->kind == SIM_RELEASE ? TC_HOLD_RELEASED : TC_HOLD_EXPIRED);
    return model_expect(m, "hold's version", a->at[AT_CHANGE_VERSION], m->hold[id].version);
}

/* ---- the best seats ---- */

typedef struct block_view {
    double mean; /* distance to the focal point */
    bool single; /* leaves a seat alone */
} block_view;

/* Seats the wish may have: one row, `count` from place `from`. */
static bool block_open(const model *m, const wish *w, uint32_t event, uint32_t category,
                       uint32_t row, uint32_t from, uint32_t count) {
    const world_event *in = &m->world->event[event];
    if (from + count > in->row_seats) return false;
    if (category && row % in->categories + 1 != category) return false;
    for (uint32_t i = 0; i < count; i++) {
        const model_seat *seat = &m->event[event].seat[row * in->row_seats + from + i];
        if (!is_free(seat, w) || !channel_open(w->channel, seat->channel)) return false;
    }
    return true;
}

static block_view look_at_block(const model *m, const wish *w, uint32_t event, uint32_t row,
                                uint32_t from, uint32_t count) {
    block_view view = {0, false};
    const world_event *in = &m->world->event[event];
    bool left = from > 0 && block_open(m, w, event, 0, row, from - 1, 1);
    bool left2 = from > 1 && block_open(m, w, event, 0, row, from - 2, 1);
    bool right = block_open(m, w, event, 0, row, from + count, 1);
    bool right2 = block_open(m, w, event, 0, row, from + count + 1, 1);
    view.single = (left && !left2) || (right && !right2);
    for (uint32_t i = 0; i < count; i++) {
        double x = 50.0 * (from + i) - 25.0 * (in->row_seats - 1), y = 80.0 * row;
        view.mean += sqrt(x * x + y * y) / count;
    }
    return view;
}

/* Of all blocks in one row: is there one, one without a single seat, and how near can it be? */
static bool best_block(const model *m, const wish *w, const sim_command *c, block_view *best) {
    const world_event *in = &m->world->event[c->event];
    bool found = false;
    for (uint32_t row = 0; row < in->rows; row++)
        for (uint32_t from = 0; from < in->row_seats; from++) {
            if (!block_open(m, w, c->event, c->d, row, from, c->c)) continue;
            block_view at = look_at_block(m, w, c->event, row, from, c->c);
            if (w->flags & TC_HOLD_ALLOW_ORPHANS) at.single = false;
            if (!found || (best->single && !at.single) ||
                (best->single == at.single && at.mean < best->mean))
                *best = at;
            found = true;
        }
    return found;
}

/* The answer's seats are open, different, of the category; together if that can be, and then as
 * near as can be. */
static bool check_best(model *m, const wish *w, const sim_command *c, const sim_answer *a,
                       sim_item *items) {
    const world_event *in = &m->world->event[c->event];
    uint32_t count = (uint32_t)a->at[AT_HOLD_SEATS], low = UINT32_MAX, high = 0;
    bool one_row = true;
    if (!model_expect(m, "seats of the hold", count, c->c)) return false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t seat = (uint32_t)a->at[AT_HOLD_FIRST + i * 3 + 1];
        if (seat >= in->seats ||
            !block_open(m, w, c->event, c->d, row_of(in, seat), seat % in->row_seats, 1))
            return model_wrong(m, "best seat %u may not be had", seat);
        for (uint32_t k = 0; k < i; k++)
            if (items[k].target == seat) return model_wrong(m, "best seat %u is there twice", seat);
        items[i] = (sim_item){c->event, 0, seat, 1, 0};
        if (seat < low) low = seat;
        if (seat > high) high = seat;
        one_row &= row_of(in, seat) == row_of(in, items[0].target);
    }
    bool together = one_row && high - low + 1 == count;
    block_view best = {0, false};
    bool can = best_block(m, w, c, &best);
    if (!model_expect(m, "adjacent", a->at[AT_HOLD_ADJACENT], together)) return false;
    if (!can) return true;
    if (!together) return model_wrong(m, "the best seats are apart and need not be");
    block_view is = look_at_block(m, w, c->event, row_of(in, low), low % in->row_seats, count);
    if (w->flags & TC_HOLD_ALLOW_ORPHANS) is.single = false;
    if (is.single && !best.single) return model_wrong(m, "the best seats leave a single one");
    if (is.mean > best.mean + 1.5)
        return model_wrong(m, "mean distance %.3f, could be %.3f", is.mean, best.mean);
    return true;
}

static bool step_best(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    const world_event *in = &m->world->event[c->event];
    sim_item items[SIM_ITEMS_MAX] = {{0}};
    wish w = {items, 0, c->a, c->b, c->flags, 0};
    block_view best;
    uint32_t open = 0;
    for (uint32_t i = 0; i < in->seats; i++)
        open += block_open(m, &w, c->event, c->d, row_of(in, i), i % in->row_seats, 1);
    sim_item all = {c->event, 0, 0, c->c, 0};
    wish whole = {&all, 1, c->a, c->b, c->flags, 0};
    judge_event(m, &whole, c->event, &set);
    int64_t ttl = c->time_ms ? c->time_ms : in->hold_ttl_ms;
    if (ttl > in->hold_life_ms) refuse(&set, TC_E_HOLD_LIFE);
    if (open < c->c || (c->ordinal == 1 && !best_block(m, &w, c, &best)))
        refuse(&set, TC_E_NO_SEATS);
    /* With a number of groups between one and any, either may be. */
    if (c->ordinal > 1 && a->code == TC_E_NO_SEATS && !best_block(m, &w, c, &best)) return true;
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    if (!check_best(m, &w, c, a, items)) return false;
    model_hold *hold = new_hold(m);
    hold->channel = c->a;
    hold->buyer = c->b;
    hold->created_ms = m->now_ms;
    hold->expires_ms = m->now_ms + ttl;
    hold->items_count = c->c;
    memcpy(hold->items, items, sizeof items);
    model_hold_take(m, m->holds);
    model_made(m, c->tag, m->holds);
    hold->tag = c->tag;
    return check_made(m, c, a);
}

/* ---- the host's own changes ---- */

static int32_t against_change(const model_seat *seat, const sim_command *c, uint32_t version) {
    if (c->kind == SIM_UNBLOCK) {
        if (seat->state != TC_SEAT_BLOCKED) return TC_E_SEAT_STATE;
    } else if (seat->state != TC_SEAT_FREE &&
               !(c->kind == SIM_CHANNEL && seat->state == TC_SEAT_BLOCKED)) {
        return TC_E_SEAT_TAKEN;
    }
    return version && version != seat->version ? TC_E_SEAT_VERSION : TC_OK;
}

static bool step_seats(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    model_event *event = event_of(m, c->event);
    for (uint32_t i = 0; i < c->items_count; i++) {
        uint32_t seat = c->items[i].target;
        for (uint32_t k = 0; k < i; k++)
            if (c->items[k].target == seat) refuse(&set, TC_E_INVALID);
        if (!event || seat >= m->world->event[c->event].seats) {
            refuse(&set, TC_E_NOT_FOUND);
            continue;
        }
        int32_t code = against_change(&event->seat[seat], c, c->items[i].version);
        if (code != TC_OK) refuse(&set, code);
    }
    if (!event) refuse(&set, TC_E_NOT_FOUND);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    for (uint32_t i = 0; i < c->items_count; i++) {
        uint32_t seat = c->items[i].target;
        uint32_t state = c->kind == SIM_BLOCK     ? TC_SEAT_BLOCKED
                         : c->kind == SIM_UNBLOCK ? TC_SEAT_FREE
                                                  : event->seat[seat].state;
        model_seat_set(m, c->event, seat, state);
        if (c->kind == SIM_CHANNEL) event->seat[seat].channel = c->a;
        if (!model_expect(m, "version of a seat", a->at[AT_BLOCK_FIRST + i],
                          event->seat[seat].version))
            return false;
    }
    return model_expect(m, "seats changed", a->at[AT_BLOCK_COUNT], c->items_count) &&
           model_expect(m, "inventory_version", a->at[AT_BLOCK_INVENTORY],
                        event->inventory_version);
}

static bool step_pool(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    model_event *event = event_of(m, c->event);
    model_pool *pool =
        event && c->a && c->a <= m->world->event[c->event].pools ? &event->pool[c->a] : NULL;
    if (!pool) refuse(&set, TC_E_NOT_FOUND);
    if (pool && c->version && c->version != pool->version) refuse(&set, TC_E_VERSION);
    if (pool && c->flags & TC_POOL_SET_CAPACITY && c->b < pool->held + pool->sold)
        refuse(&set, TC_E_POOL_SHORT);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    if (c->flags & TC_POOL_SET_CAPACITY) pool->capacity = c->b;
    if (c->flags & TC_POOL_SET_OPEN) pool->open = c->c;
    pool->version++;
    return model_expect(m, "pool's version", a->at[0], pool->version);
}

static bool step_event(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    model_event *event = event_of(m, c->event);
    if (!event) refuse(&set, TC_E_NOT_FOUND);
    if (event && c->version && c->version != event->version) refuse(&set, TC_E_VERSION);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    event->status = c->a;
    event->version++;
    return model_expect(m, "event's version", a->at[0], event->version);
}

static bool step_type(model *m, const sim_command *c, const sim_answer *a) {
    refusals set = {{0}, 0};
    model_event *event = event_of(m, c->event);
    bool known = event && c->a && c->a <= m->world->event[c->event].types;
    model_type *type = known ? &event->type[c->a] : NULL;
    if (!type) refuse(&set, TC_E_NOT_FOUND);
    if (type && c->version && c->version != type->version) refuse(&set, TC_E_VERSION);
    int verdict = model_judge(m, &set, a);
    if (verdict <= 0) return verdict == 0;
    if (c->flags & TC_TICKET_TYPE_FIELD_PRICE) type->price = c->amount;
    if (c->flags & TC_TICKET_TYPE_FIELD_STATUS) type->on_sale = c->b;
    type->version++;
    return model_expect(m, "ticket type's version", a->at[0], type->version);
}

static bool step_sweep(model *m, const sim_command *c, const sim_answer *a) {
    int64_t due = INT64_MAX;
    (void)c;
    if (a->code != TC_OK) return model_wrong(m, "a sweep answered %s", tc_error_name(a->code));
    for (uint32_t i = 0; i < m->live_count; i++)
        if (m->hold[m->live[i]].expires_ms < due) due = m->hold[m->live[i]].expires_ms;
    if (a->at[0] == 0 && (int64_t)a->at[1] > due)
        return model_wrong(m, "next_due_ms %lld is after a hold that dies at %lld",
                           (long long)a->at[1], (long long)due);
    return true;
}

bool model_seats_step(model *m, const sim_command *c, const sim_answer *a) {
    switch (c->kind) {
    case SIM_HOLD: return step_hold(m, c, a);
    case SIM_BEST: return step_best(m, c, a);
    case SIM_EXTEND: return step_extend(m, c, a);
    case SIM_SWAP: return step_swap(m, c, a);
    case SIM_BLOCK:
    case SIM_UNBLOCK:
    case SIM_CHANNEL: return step_seats(m, c, a);
    case SIM_POOL: return step_pool(m, c, a);
    case SIM_EVENT: return step_event(m, c, a);
    case SIM_TYPE: return step_type(m, c, a);
    case SIM_SWEEP: return step_sweep(m, c, a);
    default: return step_end(m, c, a);
    }
}
