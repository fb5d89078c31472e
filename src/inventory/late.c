/* Late money: a payment was authorised after its hold died. First the same seats and places, if all
 * are still free; else equivalent ones. The rule itself is the event's and sales' (late_money). */
#include "inventory/best.h"
#include "inventory/take.h"
#include "ticketcore/feed_types.h"
#include "ticketcore/map.h"

/* A hold that died may still look live on its page; then the engine must sweep before deciding. */
static bool is_swept(tci_ctx *ctx, const tci_hold *hold) {
    if (!ctx->sweep_pending) return true;
    ctx->want_sweep = true;
    TCI_ASSERT(!tci_hold_lives(hold, ctx->now_ms));
    return false;
}

/* Are the pool's places there, and is its event? The pool may be closed: the buyer had them. */
static bool pool_is_free(tci_ctx *ctx, const tci_hold_item *item) {
    tci_house house;
    tci_pool pool;
    return tci_house_open(ctx->view, item->event, &house) &&
           tci_pool_load(&house, item->target, &pool) &&
           (uint64_t)pool.held + pool.sold + item->quantity <= pool.capacity;
}

static bool seat_is_free(tci_ctx *ctx, const tci_hold *hold, const tci_hold_item *item) {
    tci_house house;
    tci_seat seat;
    return tci_house_open(ctx->view, item->event, &house) &&
           tci_house_seat(&house, item->target, &seat) && seat.state == TC_SEAT_FREE &&
           seat.version <= TCI_SEAT_VERSION_MAX - TCI_SEAT_VERSION_ROOM &&
           tci_channel_open(hold->channel, tci_house_channel(&house, item->target));
}

/* The buyer's limits hold again: places of this hold in the event, added up where it first appears.
 */
static bool buyer_allows(tci_ctx *ctx, const tci_hold *hold, uint64_t event) {
    tci_event_rules rules;
    if (!tci_event_rules_load(ctx->view, event, &rules)) return false;
    if (rules.limit_per_buyer == 0 || !tci_buyer_known(hold->buyer)) return true;
    tci_buyer row = tci_buyer_load(ctx->view, event, hold->buyer);
    uint64_t places = (uint64_t)row.held + row.sold;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        tci_hold_item item;
        if (tci_hold_item_load(ctx->view, hold->item_first + i, &item) && item.event == event)
            places += item.quantity;
    }
    return places <= rules.limit_per_buyer;
}

bool tci_hold_regain_check(tci_ctx *ctx, const tci_hold *hold) {
    if (!is_swept(ctx, hold)) return false;
    if (hold->state != TC_HOLD_EXPIRED && hold->state != TC_HOLD_RELEASED) return false;
    uint64_t seen = 0;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        tci_hold_item item;
        if (!tci_hold_item_load(ctx->view, hold->item_first + i, &item)) return false;
        if (item.event != seen && !buyer_allows(ctx, hold, item.event)) return false;
        seen = item.event;
        if (item.pool ? !pool_is_free(ctx, &item) : !seat_is_free(ctx, hold, &item)) return false;
    }
    return true;
}

static tci_hold_item *load_items(tci_ctx *ctx, const tci_hold *hold) {
    tci_hold_item *items = tci_arena_array(ctx->arena, hold->item_count, sizeof *items);
    for (uint32_t i = 0; items && i < hold->item_count; i++)
        if (!tci_hold_item_load(ctx->view, hold->item_first + i, &items[i])) return NULL;
    return items;
}

void tci_hold_regain(tci_ctx *ctx, uint64_t id, int64_t expires_at_ms) {
    tci_hold hold;
    bool found = tci_hold_load(ctx->view, id, &hold);
    tci_hold_item *items = found ? load_items(ctx, &hold) : NULL;
    if (!items) {
        tci_view_no_memory(ctx->view); /* unless reading failed: nothing of this is committed */
        return;
    }
    TCI_PROVE(ctx->view, hold.state == TC_HOLD_EXPIRED || hold.state == TC_HOLD_RELEASED);
    TCI_ASSERT(expires_at_ms > ctx->now_ms);
    tci_take_items(ctx, &hold, items);
    tci_hold_reschedule(ctx, &hold, expires_at_ms); /* while it is not live yet: no row to remove */
    hold.state = TC_HOLD_LIVE;
    hold.version++;
    tci_hold_store(ctx->view, &hold);
    uint8_t head[8];
    tci_store_i64(head, expires_at_ms);
    tci_hold_emit(ctx, TC_FEED_HOLD_REGAINED, &hold, head, sizeof head, items, hold.item_count);
}

/* Seats of one event and category of the dead hold, to be found again together. */
typedef struct group {
    uint64_t event;
    uint32_t category;
    uint32_t quantity;
    uint32_t accessible;
} group;

static bool in_group(tci_ctx *ctx, const group *one, const tci_hold_item *item, bool *accessible) {
    tci_house house;
    tci_seat_info info;
    if (item->pool || item->event != one->event ||
        !tci_house_open(ctx->view, item->event, &house) ||
        !tci_seat_info_load(ctx->view, house.layout, item->target, &info))
        return false;
    *accessible = (info.flags & TC_SEAT_FLAG_ACCESSIBLE) != 0;
    return info.category == one->category;
}

/* Find the group's seats anew and put them in the places of the old ones. `done` marks items. */
static bool replace_group(tci_ctx *ctx, const tci_hold *hold, const group *one,
                          tci_hold_item *items, bool *done) {
    tci_house house;
    if (!tci_house_open(ctx->view, one->event, &house)) return false;
    tci_best_wish wish = {.categories = &one->category,
                          .category_count = 1,
                          .quantity = one->quantity,
                          .accessible = one->accessible,
                          .channel = hold->channel,
                          .allow_orphans = true};
    tci_best_answer answer = {
        .seats = tci_arena_alloc(ctx->arena, one->quantity * sizeof *answer.seats)};
    int32_t code = TC_E_NOMEM;
    if (answer.seats) code = tci_best_find(ctx->view, ctx->arena, &house, &wish, &answer);
    if (code == TC_E_NOMEM) tci_view_no_memory(ctx->view); /* nobody may take it for a refusal */
    if (code != TC_OK) return false;
    uint32_t next = 0;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        bool accessible;
        if (done[i] || !in_group(ctx, one, &items[i], &accessible)) continue;
        tci_seat seat;
        if (next == answer.count || !tci_house_seat(&house, answer.seats[next], &seat) ||
            seat.version > TCI_SEAT_VERSION_MAX - TCI_SEAT_VERSION_ROOM)
            return false;
        items[i].target = answer.seats[next++];
        items[i].version = seat.version;
        done[i] = true;
    }
    return next == answer.count;
}

/* The group that item `first` begins. */
static bool group_of(tci_ctx *ctx, const tci_hold *hold, const tci_hold_item *items, uint32_t first,
                     group *one) {
    tci_house house;
    tci_seat_info info;
    if (!tci_house_open(ctx->view, items[first].event, &house) ||
        !tci_seat_info_load(ctx->view, house.layout, items[first].target, &info) ||
        info.category == 0)
        return false;
    *one = (group){.event = items[first].event, .category = info.category};
    for (uint32_t i = first; i < hold->item_count; i++) {
        bool accessible;
        if (!in_group(ctx, one, &items[i], &accessible)) continue;
        one->quantity++;
        one->accessible += accessible;
    }
    return true;
}

bool tci_hold_equivalent(tci_ctx *ctx, const tci_hold *hold, tci_hold_item *items) {
    if (!is_swept(ctx, hold)) return false;
    bool *done = tci_arena_array(ctx->arena, hold->item_count, sizeof *done);
    tci_hold_item *old = load_items(ctx, hold);
    if (!done || !old) {
        tci_view_no_memory(ctx->view); /* nobody may take it for a refusal */
        return false;
    }
    memcpy(items, old, hold->item_count * sizeof *items);
    uint64_t seen = 0;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        group one;
        if (old[i].event != seen && !buyer_allows(ctx, hold, old[i].event)) return false;
        seen = old[i].event;
        if (old[i].pool) {
            if (!pool_is_free(ctx, &old[i])) return false;
        } else if (!done[i]) {
            if (!group_of(ctx, hold, old, i, &one)) return false;
            if (!replace_group(ctx, hold, &one, items, done)) return false;
        }
    }
    return true;
}

uint64_t tci_hold_make(tci_ctx *ctx, const tci_hold *like, const tci_hold_item *items,
                       uint32_t count, int64_t expires_at_ms) {
    tci_take take = {.count = count, .channel = like->channel, .irregular = true};
    take.items = tci_arena_array(ctx->arena, count, sizeof *take.items);
    if (!take.items) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return 0;
    }
    memcpy(take.buyer, like->buyer, sizeof take.buyer);
    for (uint32_t i = 0; i < count; i++)
        take.items[i] = (tci_take_item){.event = items[i].event,
                                        .target = items[i].target,
                                        .quantity = items[i].quantity,
                                        .pool = items[i].pool};
    return tci_take_apply(ctx, &take, like->secret, ctx->now_ms, expires_at_ms, NULL).id;
}
