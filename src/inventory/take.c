/* Taking seats and places, all or none: the judgement that lists every conflict, and the doing that
 * cannot fail. Called by everything that makes a hold. It never frees anything: a swap frees first.
 */
#include "inventory/take.h"

#include <stdlib.h>

#include "ticketcore/event.h"
#include "ticketcore/feed_types.h"

static int item_order(const tci_take_item *a, const tci_take_item *b) {
    if (a->pool != b->pool) return a->pool ? 1 : -1;
    if (a->event != b->event) return a->event < b->event ? -1 : 1;
    return (a->target > b->target) - (a->target < b->target);
}

static int pointer_order(const void *a, const void *b) {
    return item_order(*(const tci_take_item *const *)a, *(const tci_take_item *const *)b);
}

/* Most takes are a few neighbours already in order: insertion first, the library for the rest. */
static bool sort_items(tci_ctx *ctx, tci_take *take) {
    take->sorted = tci_arena_alloc(ctx->arena, take->count * sizeof *take->sorted);
    if (!take->sorted) return false;
    for (uint32_t i = 0; i < take->count; i++) take->sorted[i] = &take->items[i];
    if (take->count > 24) {
        qsort(take->sorted, take->count, sizeof *take->sorted, pointer_order);
        return true;
    }
    for (uint32_t i = 1; i < take->count; i++) {
        const tci_take_item *item = take->sorted[i];
        uint32_t at = i;
        for (; at && item_order(item, take->sorted[at - 1]) < 0; at--)
            take->sorted[at] = take->sorted[at - 1];
        take->sorted[at] = item;
    }
    return true;
}

static int32_t refuse_duplicates(tci_ctx *ctx, const tci_take *take) {
    int32_t code = TC_OK;
    for (uint32_t i = 1; i < take->count; i++) {
        const tci_take_item *item = take->sorted[i];
        if (item_order(take->sorted[i - 1], item) != 0) continue;
        if (code == TC_OK) {
            code = tci_refuse(ctx, TC_E_INVALID, item->pool ? "pools" : "seats", item->target,
                              item->pool ? "pool % is named twice" : "seat % is named twice");
            ctx->refusal.event = item->event;
        }
        tci_conflict_seat(ctx, item, NULL);
    }
    return code;
}

/* Every event of the take, once, in order; with its rules and its house. */
static int32_t open_events(tci_ctx *ctx, tci_take *take) {
    take->events = tci_arena_alloc(ctx->arena, take->count * sizeof *take->events);
    if (!take->events) return TC_E_NOMEM;
    take->event_count = 0;
    take->ttl_default_ms = take->life_cap_ms = INT64_MAX;
    for (uint32_t i = 0; i < take->count; i++) {
        const tci_take_item *item = take->sorted[i];
        tci_take_event *known = (tci_take_event *)(uintptr_t)tci_take_event_of(take, item->event);
        if (known) {
            known->places += item->quantity;
            continue;
        }
        tci_take_event opened = {.event = item->event, .places = item->quantity};
        if (item->event > UINT32_MAX ||
            !tci_event_rules_load(ctx->view, item->event, &opened.rules) ||
            !tci_house_open(ctx->view, item->event, &opened.house)) {
            tci_refuse(ctx, TC_E_NOT_FOUND, "event", item->event, NULL);
            ctx->refusal.event = item->event;
            return TC_E_NOT_FOUND;
        }
        uint32_t at = take->event_count++;
        for (; at && take->events[at - 1].event > item->event; at--)
            take->events[at] = take->events[at - 1];
        take->events[at] = opened;
        const tci_event_rules *rules = &opened.rules;
        int64_t life = rules->hold_life_ms ? rules->hold_life_ms : TC_HOLD_LIFE_MS_DEFAULT;
        int64_t ttl = rules->hold_ttl_ms ? rules->hold_ttl_ms : TC_HOLD_TTL_MS_DEFAULT;
        take->life_cap_ms = TCI_MIN(take->life_cap_ms, life);
        take->ttl_default_ms = TCI_MIN(take->ttl_default_ms, TCI_MIN(ttl, life));
    }
    return TC_OK;
}

const tci_take_event *tci_take_event_of(const tci_take *take, uint64_t event) {
    uint32_t low = 0, high = take->event_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (take->events[middle].event < event) low = middle + 1;
        else high = middle;
    }
    bool found = low < take->event_count && take->events[low].event == event;
    return found ? &take->events[low] : NULL;
}

bool tci_take_has(const tci_take *take, uint64_t event, uint32_t seat) {
    tci_take_item wanted = {.event = event, .target = seat};
    uint32_t low = 0, high = take->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (item_order(take->sorted[middle], &wanted) < 0) low = middle + 1;
        else high = middle;
    }
    return low < take->count && item_order(take->sorted[low], &wanted) == 0;
}

bool tci_take_seat_free(const tci_take *take, const tci_seat *seat) {
    if (seat->state == TC_SEAT_FREE) return true;
    return take->instead && seat->state == TC_SEAT_HELD &&
           seat->owner == (uint32_t)take->instead->id;
}

void tci_conflict_seat(tci_ctx *ctx, const tci_take_item *item, const tci_seat *seat) {
    if (item->pool) return;
    tc_conflict conflict = {.event = item->event,
                            .seat = item->target,
                            .state = seat ? seat->state : TC_SEAT_FREE,
                            .expected_version = item->expected,
                            .actual_version = seat ? seat->version : 0};
    tci_refuse_seat(ctx, &conflict);
}

bool tci_seat_swept_late(tci_ctx *ctx, const tci_seat *seat) {
    if (!ctx->sweep_pending || seat->state != TC_SEAT_HELD) return false;
    tci_hold hold;
    if (!tci_hold_load(ctx->view, tci_hold_of_owner(ctx->view, seat->owner), &hold)) return false;
    return !tci_hold_lives(&hold, ctx->now_ms);
}

/* What stands against taking this seat; TC_OK: nothing. */
static int32_t judge_seat(tci_ctx *ctx, const tci_take *take, const tci_take_event *event,
                          const tci_take_item *item, tci_seat *seat) {
    if (!tci_house_seat(&event->house, item->target, seat)) return TC_E_NOT_FOUND;
    if (!tci_take_seat_free(take, seat)) {
        ctx->want_sweep |= tci_seat_swept_late(ctx, seat);
        return TC_E_SEAT_TAKEN;
    }
    if (item->expected && item->expected != seat->version) return TC_E_SEAT_VERSION;
    if (!tci_channel_open(take->channel, tci_house_channel(&event->house, item->target)))
        return TC_E_CHANNEL;
    if (seat->version > TCI_SEAT_VERSION_MAX - TCI_SEAT_VERSION_ROOM) return TC_E_LIMIT;
    return TC_OK;
}

/* All seats are judged, so that the refusal lists every one in the way. */
static int32_t judge_seats(tci_ctx *ctx, const tci_take *take, uint32_t *seats) {
    int32_t code = TC_OK;
    uint32_t i = 0;
    const tci_take_event *event = NULL;
    for (; i < take->count && !take->sorted[i]->pool; i++) {
        const tci_take_item *item = take->sorted[i];
        tci_seat seat = {0};
        if (!event || event->event != item->event) event = tci_take_event_of(take, item->event);
        TCI_ASSERT(event != NULL);
        int32_t against = judge_seat(ctx, take, event, item, &seat);
        if (against == TC_OK) continue;
        tci_conflict_seat(ctx, item, &seat);
        if (code != TC_OK) continue;
        code = tci_refuse(ctx, against, "seats", item->target, NULL);
        ctx->refusal.event = item->event;
        ctx->refusal.expected_version = item->expected;
        ctx->refusal.actual_version = seat.version;
    }
    *seats = i;
    return code;
}

/* What the replaced hold has of a pool comes back before the new one draws on it. */
static uint32_t drawn_instead(tci_ctx *ctx, const tci_take *take, uint64_t event, uint32_t pool) {
    uint32_t quantity = 0;
    for (uint32_t i = 0; take->instead && i < take->instead->item_count; i++) {
        tci_hold_item item;
        if (tci_hold_item_load(ctx->view, take->instead->item_first + i, &item) && item.pool &&
            item.event == event && item.target == pool)
            quantity += item.quantity;
    }
    return quantity;
}

static int32_t refuse_pool(tci_ctx *ctx, int32_t code, const tci_take_item *item, uint64_t left) {
    tci_refuse(ctx, code, "pools", item->target, NULL);
    ctx->refusal.event = item->event;
    if (code == TC_E_POOL_SHORT) {
        ctx->refusal.expected_version = item->quantity;
        ctx->refusal.actual_version = left;
    }
    return code;
}

static int32_t judge_pool(tci_ctx *ctx, const tci_take *take, const tci_take_item *item) {
    const tci_take_event *event = tci_take_event_of(take, item->event);
    tci_pool pool;
    TCI_ASSERT(event != NULL);
    if (!tci_pool_load(&event->house, item->target, &pool))
        return refuse_pool(ctx, TC_E_NOT_FOUND, item, 0);
    if (!tci_channel_open(take->channel, pool.channel))
        return refuse_pool(ctx, TC_E_CHANNEL, item, 0);
    if (!pool.open) return refuse_pool(ctx, TC_E_POOL_CLOSED, item, 0);
    uint64_t left = (uint64_t)pool.capacity - pool.held - pool.sold +
                    drawn_instead(ctx, take, item->event, item->target);
    if (item->quantity <= left) return TC_OK;
    ctx->want_sweep |= ctx->sweep_pending;
    return refuse_pool(ctx, TC_E_POOL_SHORT, item, left);
}

/* Places of the replaced hold that are counted in the buyer's row. */
static uint64_t counted_instead(tci_ctx *ctx, const tci_take *take, uint64_t event) {
    uint64_t places = 0;
    for (uint32_t i = 0; take->instead && i < take->instead->item_count; i++) {
        tci_hold_item item;
        bool counted;
        if (tci_hold_item_load_counted(ctx->view, take->instead->item_first + i, &item, &counted) &&
            counted && item.event == event)
            places += item.quantity;
    }
    return places;
}

static int32_t judge_buyer(tci_ctx *ctx, const tci_take *take, const tci_take_event *event) {
    uint32_t limit = event->rules.limit_per_buyer;
    if (limit == 0) return TC_OK;
    const char *why = NULL;
    uint64_t has = 0;
    if (!tci_buyer_known(take->buyer)) {
        why = "buyer: the event limits places per buyer, so a hold must name one";
    } else {
        tci_buyer row = tci_buyer_load(ctx->view, event->event, take->buyer);
        has = (uint64_t)row.held + row.sold - counted_instead(ctx, take, event->event);
        if (has + event->places <= limit) return TC_OK;
        ctx->want_sweep |= ctx->sweep_pending;
    }
    tci_refuse(ctx, TC_E_BUYER_LIMIT, "buyer", limit, why);
    ctx->refusal.event = event->event;
    ctx->refusal.expected_version = limit;
    ctx->refusal.actual_version = has;
    return TC_E_BUYER_LIMIT;
}

int32_t tci_take_check(tci_ctx *ctx, tci_take *take) {
    TCI_ASSERT(take->count > 0);
    if (!sort_items(ctx, take)) return TC_E_NOMEM;
    int32_t code = refuse_duplicates(ctx, take);
    if (code == TC_OK) code = open_events(ctx, take);
    bool any_time = (take->flags & TC_HOLD_ANY_TIME) != 0;
    for (uint32_t i = 0; code == TC_OK && !any_time && i < take->event_count; i++)
        code = tci_event_check_on_sale(ctx, take->events[i].event, &take->events[i].rules);
    uint32_t seats = 0;
    if (code == TC_OK) code = judge_seats(ctx, take, &seats);
    for (uint32_t i = seats; code == TC_OK && i < take->count; i++)
        code = judge_pool(ctx, take, take->sorted[i]);
    bool orphans = (take->flags & TC_HOLD_ALLOW_ORPHANS) == 0;
    for (uint32_t i = 0; code == TC_OK && i < take->event_count; i++) {
        const tci_take_event *event = &take->events[i];
        code = judge_buyer(ctx, take, event);
        if (code == TC_OK && orphans && event->rules.flags & TC_EVENT_ORPHAN_RULE)
            code = tci_orphan_check(ctx, take, event);
    }
    return code;
}

int32_t tci_take_expiry(tci_ctx *ctx, const tci_take *take, int64_t first_at_ms, int64_t ttl_ms,
                        int64_t *expires_at_ms) {
    int64_t ttl = ttl_ms ? ttl_ms : take->ttl_default_ms;
    int64_t expires = ctx->now_ms + ttl;
    if (expires - first_at_ms > take->life_cap_ms) {
        tci_refuse(ctx, TC_E_HOLD_LIFE, "ttl_ms", 0, NULL);
        ctx->refusal.expected_version = (uint64_t)ttl;
        ctx->refusal.actual_version = (uint64_t)take->life_cap_ms;
        return TC_E_HOLD_LIFE;
    }
    *expires_at_ms = expires;
    return TC_OK;
}

void tci_take_items(tci_ctx *ctx, const tci_hold *hold, tci_hold_item *items) {
    tci_house house = {0};
    bool counts = false;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        tci_hold_item *item = &items[i];
        if (house.event != item->event) {
            tci_event_rules rules;
            if (!tci_house_open(ctx->view, item->event, &house) ||
                !tci_event_rules_load(ctx->view, item->event, &rules)) {
                TCI_PROVE(ctx->view, false);
                return;
            }
            counts = rules.limit_per_buyer && tci_buyer_known(hold->buyer);
        }
        if (item->pool) {
            tci_pool pool = {0};
            tci_pool_move(&house, item->target, item->quantity, 0);
            if (tci_pool_load(&house, item->target, &pool)) item->version = pool.version;
            item->version &= TCI_SEAT_VERSION_MAX;
        } else {
            tci_seat seat = {0};
            if (!tci_house_seat(&house, item->target, &seat)) {
                TCI_PROVE(ctx->view, false);
                return;
            }
            TCI_PROVE(ctx->view, seat.state == TC_SEAT_FREE && item->quantity == 1);
            item->version =
                tci_house_change(&house, item->target, &seat, TC_SEAT_HELD, (uint32_t)hold->id);
        }
        if (counts) tci_buyer_move(ctx->view, item->event, hold->buyer, item->quantity, 0);
        tci_hold_item_store(ctx->view, hold->item_first + i, item, counts);
    }
}

tci_hold tci_take_apply(tci_ctx *ctx, const tci_take *take, const uint8_t secret[16],
                        int64_t first_at_ms, int64_t expires_at_ms, uint32_t *versions) {
    tci_view *view = ctx->view;
    tci_hold hold = {.version = 1,
                     .state = TC_HOLD_LIVE,
                     .channel = take->channel,
                     .item_count = take->count,
                     .created_at_ms = first_at_ms,
                     .expires_at_ms = expires_at_ms};
    hold.id = tci_slot_take(view, 0, TCI_SLOT_HOLD_NEXT, 1);
    hold.item_first = tci_slot_take(view, 0, TCI_SLOT_HOLD_ITEM_NEXT, take->count);
    memcpy(hold.buyer, take->buyer, sizeof hold.buyer);
    memcpy(hold.secret, secret, sizeof hold.secret);
    tci_hold_item few[16], *items = few;
    if (take->count > TCI_COUNT(few))
        items = tci_arena_alloc(ctx->arena, take->count * sizeof *items);
    if (!items) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return hold;
    }
    for (uint32_t i = 0; i < take->count; i++) {
        const tci_take_item *from = &take->items[i];
        items[i] = (tci_hold_item){.event = from->event,
                                   .pool = from->pool,
                                   .target = from->target,
                                   .quantity = from->quantity};
    }
    tci_take_items(ctx, &hold, items);
    tci_hold_enqueue(ctx, &hold, take->irregular ? 0 : expires_at_ms - ctx->now_ms);
    tci_hold_store(view, &hold);
    uint8_t head[8];
    tci_store_i64(head, expires_at_ms);
    tci_hold_emit(ctx, TC_FEED_HOLD_CREATED, &hold, head, sizeof head, items, take->count);
    for (uint32_t i = 0; versions && i < take->count; i++) versions[i] = items[i].version;
    return hold;
}
