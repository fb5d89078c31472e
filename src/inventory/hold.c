/* Holds: their records and items, and what becomes of one that exists: checked, claimed by an
 * order, sold, given back. Making one is take.c; expiry's order is queue.c. */
#include "inventory/hold.h"
#include "base/secret.h"
#include "ticketcore/feed_types.h"

const tci_array tci_holds_array = {TCI_SPACE_HOLD, 88, true};
const tci_array tci_hold_items_array = {TCI_SPACE_HOLD_ITEM, 16, true};

/* Top bits of an item's target and version. */
#define ITEM_POOL (UINT32_C(1) << 31)
#define ITEM_COUNTED (UINT32_C(1) << 31)

bool tci_hold_load(tci_view *view, uint64_t hold, tci_hold *out) {
    if (hold == 0 || hold < tci_slot_get(view, 0, TCI_SLOT_HOLD_OLDEST) ||
        hold >= tci_slot_peek(view, 0, TCI_SLOT_HOLD_NEXT))
        return false;
    const uint8_t *at = tci_array_get(view, &tci_holds_array, 0, hold);
    if (!at || tci_load32(at) == 0) return false;
    out->id = hold;
    out->version = tci_load32(at);
    out->state = at[4];
    out->ttl_class = at[5];
    out->channel = tci_load16(at + 6);
    out->item_count = tci_load32(at + 8);
    out->item_first = tci_load64(at + 16);
    out->next = tci_load64(at + 24);
    out->order = tci_load64(at + 32);
    out->created_at_ms = tci_load_i64(at + 40);
    out->expires_at_ms = tci_load_i64(at + 48);
    memcpy(out->buyer, at + 56, 16);
    memcpy(out->secret, at + 72, 16);
    return true;
}

void tci_hold_store(tci_view *view, const tci_hold *hold) {
    TCI_ASSERT(hold->id && hold->version);
    uint8_t *at = tci_array_at(view, &tci_holds_array, 0, hold->id);
    tci_store32(at, hold->version);
    at[4] = hold->state;
    at[5] = hold->ttl_class;
    tci_store16(at + 6, hold->channel);
    tci_store32(at + 8, hold->item_count);
    tci_store32(at + 12, 0);
    tci_store64(at + 16, hold->item_first);
    tci_store64(at + 24, hold->next);
    tci_store64(at + 32, hold->order);
    tci_store_i64(at + 40, hold->created_at_ms);
    tci_store_i64(at + 48, hold->expires_at_ms);
    memcpy(at + 56, hold->buyer, 16);
    memcpy(at + 72, hold->secret, 16);
}

bool tci_hold_item_load_counted(tci_view *view, uint64_t index, tci_hold_item *out, bool *counted) {
    const uint8_t *at = tci_array_get(view, &tci_hold_items_array, 0, index);
    if (!at) return false;
    uint32_t target = tci_load32(at + 4), version = tci_load32(at + 8);
    out->event = tci_load32(at);
    out->pool = (target & ITEM_POOL) != 0;
    out->target = target & ~ITEM_POOL;
    out->version = version & ~ITEM_COUNTED;
    out->quantity = tci_load32(at + 12);
    *counted = (version & ITEM_COUNTED) != 0;
    return out->event != 0;
}

bool tci_hold_item_load(tci_view *view, uint64_t index, tci_hold_item *out) {
    bool counted;
    return tci_hold_item_load_counted(view, index, out, &counted);
}

void tci_hold_item_store(tci_view *view, uint64_t index, const tci_hold_item *item, bool counted) {
    TCI_ASSERT(item->event && item->event <= UINT32_MAX && !(item->target & ITEM_POOL));
    TCI_ASSERT(!(item->version & ITEM_COUNTED) && item->quantity);
    uint8_t *at = tci_array_at(view, &tci_hold_items_array, 0, index);
    tci_store32(at, (uint32_t)item->event);
    tci_store32(at + 4, item->target | (item->pool ? ITEM_POOL : 0));
    tci_store32(at + 8, item->version | (counted ? ITEM_COUNTED : 0));
    tci_store32(at + 12, item->quantity);
}

uint64_t tci_hold_of_owner(tci_view *view, uint32_t owner) {
    uint64_t last = tci_slot_peek(view, 0, TCI_SLOT_HOLD_NEXT) - 1;
    uint64_t hold = (last & ~UINT64_C(0xFFFFFFFF)) | owner;
    if (hold > last && hold > UINT32_MAX) hold -= UINT64_C(1) << 32;
    return hold;
}

int32_t tci_hold_check(tci_ctx *ctx, uint64_t hold, const uint8_t *secret_hash, tci_hold *out) {
    bool found = tci_hold_load(ctx->view, hold, out);
    if (!found || (secret_hash && !tci_secret_equal(out->secret, secret_hash)))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "hold", hold, NULL);
    if (tci_hold_lives(out, ctx->now_ms)) return TC_OK;
    bool expired = out->state == TC_HOLD_LIVE || out->state == TC_HOLD_EXPIRED;
    return tci_refuse(ctx, expired ? TC_E_HOLD_EXPIRED : TC_E_HOLD_ENDED, "hold", hold, NULL);
}

int32_t tci_hold_check_until(tci_ctx *ctx, const tci_hold *hold, int64_t expires_at_ms) {
    uint64_t seen = 0;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        tci_hold_item item;
        tci_event_rules rules;
        if (!tci_hold_item_load(ctx->view, hold->item_first + i, &item)) continue;
        if (item.event == seen) continue;
        seen = item.event;
        if (!tci_event_rules_load(ctx->view, item.event, &rules)) continue;
        int64_t life = rules.hold_life_ms ? rules.hold_life_ms : TC_HOLD_LIFE_MS_DEFAULT;
        if (expires_at_ms - hold->created_at_ms > life)
            return tci_refuse(ctx, TC_E_HOLD_LIFE, "ttl_ms", hold->id, NULL);
    }
    return TC_OK;
}

void tci_hold_claim(tci_ctx *ctx, uint64_t hold, uint64_t order, int64_t expires_at_ms) {
    tci_hold record;
    bool found = tci_hold_load(ctx->view, hold, &record);
    if (!found) return; /* trimmed: nothing is left to claim or to let go */
    TCI_PROVE(ctx->view, order == 0 || record.order == 0 || record.order == order);
    record.order = order;
    record.version++;
    if (expires_at_ms && expires_at_ms != record.expires_at_ms) {
        TCI_PROVE(ctx->view, tci_hold_lives(&record, ctx->now_ms));
        tci_hold_reschedule(ctx, &record, expires_at_ms);
        uint8_t payload[8];
        tci_store_i64(payload, expires_at_ms);
        tci_emit(ctx, TC_FEED_HOLD_EXTENDED, 0, hold, record.version, tci_slice_of(payload, 8));
    }
    tci_hold_store(ctx->view, &record);
}

void tci_hold_emit(tci_ctx *ctx, uint16_t type, const tci_hold *hold, const void *head,
                   size_t head_len, const tci_hold_item *items, uint32_t count) {
    tci_buf payload;
    size_t room = head_len + (size_t)count * 16;
    uint8_t small[512];
    void *at = room > sizeof small ? tci_arena_alloc(ctx->arena, room) : small;
    if (!at) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    tci_buf_init(&payload, at, TCI_MAX(room, sizeof small));
    tci_buf_bytes(&payload, head, head_len);
    for (uint32_t i = 0; i < count; i++) {
        tci_buf_u64(&payload, items[i].event);
        tci_buf_u32(&payload, items[i].target | (items[i].pool ? ITEM_POOL : 0));
        tci_buf_u32(&payload, items[i].version);
    }
    TCI_ASSERT(payload.len == room);
    tci_emit(ctx, type, 0, hold->id, hold->version, tci_buf_slice(&payload));
    tci_buf_free(&payload);
}

/* What a hold's items become: free again (ticket NULL) or sold. One item, and what it is now. */
typedef struct ending {
    tci_house house; /* of the last item's event */
    const uint32_t *tickets;
} ending;

static void end_item(tci_ctx *ctx, const tci_hold *hold, ending *end, uint32_t at,
                     tci_hold_item *item) {
    bool counted;
    *item = (tci_hold_item){0};
    bool found = tci_hold_item_load_counted(ctx->view, hold->item_first + at, item, &counted);
    if (!found ||
        (end->house.event != item->event && !tci_house_open(ctx->view, item->event, &end->house))) {
        /* A live hold's items and houses cannot be missing unless reading failed. */
        TCI_PROVE(ctx->view, false);
        return;
    }
    int64_t places = item->quantity;
    bool sell = end->tickets != NULL;
    if (item->pool) {
        tci_pool_move(&end->house, item->target, -places, sell ? places : 0);
    } else {
        tci_seat seat = {0};
        if (!tci_house_seat(&end->house, item->target, &seat)) {
            TCI_PROVE(ctx->view, false);
            return;
        }
        /* The double proof: held, by this hold, at the version this hold gave it. */
        TCI_PROVE(ctx->view, seat.state == TC_SEAT_HELD);
        TCI_PROVE(ctx->view, seat.owner == (uint32_t)hold->id);
        TCI_PROVE(ctx->view, seat.version == item->version);
        item->version =
            tci_house_change(&end->house, item->target, &seat, sell ? TC_SEAT_SOLD : TC_SEAT_FREE,
                             sell ? end->tickets[at] : 0);
    }
    if (counted) tci_buyer_move(ctx->view, item->event, hold->buyer, -places, sell ? places : 0);
}

/* End a live hold. What it leaves is in `items` for the feed. */
static void end_hold(tci_ctx *ctx, uint64_t id, const uint32_t *tickets, uint8_t state,
                     uint16_t feed_type) {
    tci_hold hold;
    if (!tci_hold_load(ctx->view, id, &hold)) {
        TCI_PROVE(ctx->view, false);
        return;
    }
    TCI_PROVE(ctx->view, hold.state == TC_HOLD_LIVE);
    TCI_PROVE(ctx->view, state != TC_HOLD_SOLD || hold.expires_at_ms > ctx->now_ms);
    tci_hold_item few[16], *items = few;
    if (hold.item_count > TCI_COUNT(few))
        items = tci_arena_array(ctx->arena, hold.item_count, sizeof *items);
    if (!items) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    ending end = {.tickets = tickets};
    for (uint32_t i = 0; i < hold.item_count; i++) end_item(ctx, &hold, &end, i, &items[i]);
    if (hold.ttl_class == TCI_HOLD_IRREGULAR) tci_hold_unschedule(ctx, &hold);
    hold.state = state;
    hold.version++;
    hold.expires_at_ms = TCI_MIN(hold.expires_at_ms, ctx->now_ms);
    tci_hold_store(ctx->view, &hold);
    uint8_t order[8];
    tci_store64(order, hold.order);
    tci_hold_emit(ctx, feed_type, &hold, order, tickets ? sizeof order : 0, items, hold.item_count);
}

void tci_hold_sell(tci_ctx *ctx, uint64_t hold, const uint32_t *tickets) {
    TCI_ASSERT(tickets != NULL);
    end_hold(ctx, hold, tickets, TC_HOLD_SOLD, TC_FEED_HOLD_SOLD);
}

void tci_hold_free(tci_ctx *ctx, uint64_t hold, bool expired) {
    end_hold(ctx, hold, NULL, expired ? TC_HOLD_EXPIRED : TC_HOLD_RELEASED,
             expired ? TC_FEED_HOLD_EXPIRED : TC_FEED_HOLD_RELEASED);
}
