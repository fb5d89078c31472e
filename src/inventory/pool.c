/* Pools of places without numbers: their records, making and changing them, and places that come
 * back. Drawing on them is part of a hold (take.c, hold.c). */
#include "inventory/hold.h"
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"

static const uint8_t POOL_OPEN = 1;

bool tci_pool_load(const tci_house *house, uint32_t pool, tci_pool *out) {
    if (pool == 0 || pool > house->pools) return false;
    const uint8_t *at = tci_array_get(house->view, &tci_pools_array, house->event, pool);
    if (!at) return false;
    out->capacity = tci_load32(at);
    out->held = tci_load32(at + 4);
    out->sold = tci_load32(at + 8);
    out->version = tci_load32(at + 12);
    out->open = (at[16] & POOL_OPEN) != 0;
    out->channel = at[17];
    return out->version != 0;
}

bool tci_pool_exists(tci_view *view, uint64_t event, uint32_t pool) {
    tci_house house;
    tci_pool record;
    return tci_house_open(view, event, &house) && tci_pool_load(&house, pool, &record);
}

void tci_pool_store(tci_house *house, uint32_t pool, const tci_pool *in) {
    TCI_PROVE(house->view, (uint64_t)in->held + in->sold <= in->capacity);
    TCI_ASSERT(in->capacity <= TC_POOL_CAPACITY_MAX && in->version);
    uint8_t *at = tci_array_at(house->view, &tci_pools_array, house->event, pool);
    tci_store32(at, in->capacity);
    tci_store32(at + 4, in->held);
    tci_store32(at + 8, in->sold);
    tci_store32(at + 12, in->version);
    at[16] = in->open ? POOL_OPEN : 0;
    at[17] = in->channel;
}

void tci_pool_move(tci_house *house, uint32_t pool, int64_t held, int64_t sold) {
    tci_pool record;
    if (!tci_pool_load(house, pool, &record)) {
        TCI_PROVE(house->view, false);
        return;
    }
    int64_t held_now = record.held + held, sold_now = record.sold + sold;
    TCI_PROVE(house->view, held_now >= 0 && sold_now >= 0);
    TCI_PROVE(house->view, held_now + sold_now <= record.capacity);
    record.held = (uint32_t)held_now;
    record.sold = (uint32_t)sold_now;
    tci_pool_store(house, pool, &record);
    tci_house_places(house, held, sold);
}

void tci_pool_return(tci_ctx *ctx, uint64_t event, uint32_t pool, uint32_t quantity) {
    tci_house house;
    tci_pool record;
    if (!tci_house_open(ctx->view, event, &house) || !tci_pool_load(&house, pool, &record)) {
        TCI_PROVE(ctx->view, false);
        return;
    }
    TCI_PROVE(ctx->view, quantity <= record.sold);
    tci_pool_move(&house, pool, 0, -(int64_t)quantity);
    uint8_t payload[4];
    tci_store32(payload, quantity);
    tci_emit(ctx, TC_FEED_POOL_RETURNED, event, pool, record.version, tci_slice_of(payload, 4));
}

static tci_key name_key(uint64_t event, uint32_t pool) {
    tci_key key = tci_key_of(event, TCI_SPACE_POOL_TEXT);
    tci_key_u32(&key, pool);
    return key;
}

bool tci_pool_name(tci_view *view, uint64_t event, uint32_t pool, tci_slice *name) {
    tci_key key = name_key(event, pool);
    return tci_row_must(view, &key, name);
}

static void name_put(tci_ctx *ctx, uint64_t event, uint32_t pool, tci_slice name) {
    tci_key key = name_key(event, pool);
    tci_row_put(ctx->view, &key, name);
}

typedef struct pool_plan {
    uint64_t event;
    uint32_t pool;
    bool rename;
    tci_slice name;
    tci_pool record;
} pool_plan;

static void emit_pool(tci_ctx *ctx, uint16_t type, const pool_plan *plan) {
    uint8_t payload[5];
    tci_store32(payload, plan->record.capacity);
    payload[4] = plan->record.open;
    size_t len = type == TC_FEED_POOL_CREATED ? 4 : 5;
    tci_emit(ctx, type, plan->event, plan->pool, plan->record.version, tci_slice_of(payload, len));
}

/* What src/api has checked already; a command that comes from elsewhere may say anything. */
static bool in_limits(uint32_t capacity, uint32_t channel, tci_slice name) {
    return capacity <= TC_POOL_CAPACITY_MAX && channel < TC_CHANNELS_MAX && name.len <= TC_NAME_MAX;
}

/* event u64, flags u32, capacity u32, channel u32, name */
static int32_t create_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    pool_plan *plan = TCI_ARENA_NEW(ctx->arena, pool_plan);
    if (!plan) return TC_E_NOMEM;
    plan->event = tci_read_u64(&in);
    plan->record.open = !(tci_read_u32(&in) & TC_POOL_CREATE_CLOSED);
    plan->record.capacity = tci_read_u32(&in);
    uint32_t channel = tci_read_u32(&in);
    plan->record.channel = (uint8_t)channel;
    plan->name = tci_read_text(&in);
    plan->record.version = 1;
    plan->rename = true;
    if (!tci_reader_done(&in) || !in_limits(plan->record.capacity, channel, plan->name))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_house house;
    tci_event_rules rules;
    if (!tci_event_rules_load(ctx->view, plan->event, &rules) ||
        !tci_house_open(ctx->view, plan->event, &house))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", plan->event, NULL);
    if (house.pools >= TC_POOLS_MAX)
        return tci_refuse(ctx, TC_E_LIMIT, "pool", house.pools,
                          "an event has at most TC_POOLS_MAX (1,000) pools");
    plan->pool = house.pools + 1;
    *out = plan;
    return TC_OK;
}

static void create_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const pool_plan *plan = arg;
    tci_house house;
    if (!tci_house_open(ctx->view, plan->event, &house)) return;
    tci_store64(tci_house_head(&house) + (size_t)TCI_SLOT_EVENT_POOLS * 8, plan->pool);
    tci_pool_store(&house, plan->pool, &plan->record);
    name_put(ctx, plan->event, plan->pool, plan->name);
    emit_pool(ctx, TC_FEED_POOL_CREATED, plan);
    tci_buf_u32(answer, plan->pool);
    tci_buf_u32(answer, plan->record.version);
}

const tci_op tci_op_pool_create = {TC_POOL_CREATE, 1, "pool.create", create_decide, create_apply};

/* What an update asks: event u64, pool u32, expected u32, flags u32, capacity u32, open u32,
 * channel u32, name */
typedef struct pool_change {
    uint32_t pool;
    uint32_t expected_version;
    uint32_t flags;
    uint32_t capacity;
    uint32_t open;
    uint32_t channel;
} pool_change;

static int32_t judge_change(tci_ctx *ctx, const pool_change *change, tci_pool *record) {
    if (change->expected_version && change->expected_version != record->version)
        return tci_refuse_version(ctx, "pool", change->pool, change->expected_version,
                                  record->version);
    if (record->version == UINT32_MAX)
        return tci_refuse(ctx, TC_E_LIMIT, "pool", change->pool, "the version has reached its end");
    if (change->flags & TC_POOL_SET_CAPACITY) {
        uint64_t used = (uint64_t)record->held + record->sold;
        if (change->capacity < used) {
            ctx->want_sweep = ctx->sweep_pending;
            tci_refuse(ctx, TC_E_POOL_SHORT, "capacity", change->pool,
                       "the capacity would fall below what is held and sold");
            ctx->refusal.expected_version = change->capacity;
            ctx->refusal.actual_version = used;
            return TC_E_POOL_SHORT;
        }
        record->capacity = change->capacity;
    }
    if (change->flags & TC_POOL_SET_OPEN) record->open = change->open != 0;
    if (change->flags & TC_POOL_SET_CHANNEL) record->channel = (uint8_t)change->channel;
    record->version++;
    return TC_OK;
}

static int32_t update_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    pool_plan *plan = TCI_ARENA_NEW(ctx->arena, pool_plan);
    if (!plan) return TC_E_NOMEM;
    pool_change change;
    plan->event = tci_read_u64(&in);
    change.pool = plan->pool = tci_read_u32(&in);
    change.expected_version = tci_read_u32(&in);
    change.flags = tci_read_u32(&in);
    change.capacity = tci_read_u32(&in);
    change.open = tci_read_u32(&in);
    change.channel = tci_read_u32(&in);
    plan->name = tci_read_text(&in);
    plan->rename = (change.flags & TC_POOL_SET_NAME) != 0;
    if (!tci_reader_done(&in) ||
        !in_limits(change.flags & TC_POOL_SET_CAPACITY ? change.capacity : 0,
                   change.flags & TC_POOL_SET_CHANNEL ? change.channel : 0,
                   plan->rename ? plan->name : tci_slice_of(NULL, 0)))
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    tci_house house;
    tci_event_rules rules;
    if (!tci_event_rules_load(ctx->view, plan->event, &rules) ||
        !tci_house_open(ctx->view, plan->event, &house))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", plan->event, NULL);
    if (!tci_pool_load(&house, plan->pool, &plan->record)) {
        tci_refuse(ctx, TC_E_NOT_FOUND, "pool", plan->pool, NULL);
        ctx->refusal.event = plan->event;
        return TC_E_NOT_FOUND;
    }
    *out = plan;
    return judge_change(ctx, &change, &plan->record);
}

static void update_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const pool_plan *plan = arg;
    tci_house house;
    if (!tci_house_open(ctx->view, plan->event, &house)) return;
    tci_pool_store(&house, plan->pool, &plan->record);
    if (plan->rename) name_put(ctx, plan->event, plan->pool, plan->name);
    emit_pool(ctx, TC_FEED_POOL_UPDATED, plan);
    tci_buf_u32(answer, plan->record.version);
}

const tci_op tci_op_pool_update = {TC_POOL_UPDATE, 1, "pool.update", update_decide, update_apply};
