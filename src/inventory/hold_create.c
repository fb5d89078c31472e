/* The operations that make a hold: of named seats and quantities, of the best seats, and instead of
 * another hold. The judging and taking is take.c's, the search best.c's. */
#include "inventory/best.h"
#include "inventory/take.h"
#include "ticketcore/command.h"

/* A new hold, decided. */
typedef struct create_plan {
    tci_take take;
    uint8_t secret[16];
    tci_hold instead; /* swap: the old hold; id 0: none */
    int64_t first_at_ms;
    int64_t expires_at_ms;
    uint32_t seats;
    bool adjacent;
} create_plan;

/* What every request that makes a hold begins with: flags u32, channel u16, buyer 16, secret 16,
 * ttl_ms i64. */
static int64_t read_head(tci_reader *in, create_plan *plan) {
    plan->take.flags = tci_read_u32(in);
    plan->take.channel = tci_read_u16(in);
    const uint8_t *buyer = tci_read_bytes(in, 16);
    const uint8_t *secret = tci_read_bytes(in, 16);
    if (buyer) memcpy(plan->take.buyer, buyer, 16);
    if (secret) memcpy(plan->secret, secret, 16);
    int64_t ttl = tci_read_i64(in);
    if (ttl < 0 || ttl > TC_HOLD_TTL_MS_MAX || plan->take.channel >= TC_CHANNELS_MAX)
        in->failed = true;
    return ttl;
}

/* seats u32, pools u32, then (event u64, target u32, expected or quantity u32) of each. */
static int32_t read_items(tci_ctx *ctx, tci_reader *in, create_plan *plan) {
    tci_take *take = &plan->take;
    uint32_t seats = tci_read_u32(in), pools = tci_read_u32(in);
    if (in->failed || seats > TC_HOLD_SEATS_MAX || pools > TC_HOLD_POOLS_MAX || seats + pools == 0)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    plan->seats = seats;
    take->count = seats + pools;
    take->items = tci_arena_array(ctx->arena, take->count, sizeof *take->items);
    if (!take->items) return TC_E_NOMEM;
    for (uint32_t i = 0; i < take->count; i++) {
        tci_take_item *item = &take->items[i];
        item->pool = i >= seats;
        item->event = tci_read_u64(in);
        item->target = tci_read_u32(in);
        uint32_t more = tci_read_u32(in);
        item->quantity = item->pool ? more : 1;
        item->expected = item->pool ? 0 : more;
        if (item->quantity == 0 || item->target > INT32_MAX)
            return tci_refuse(ctx, TC_E_INVALID, "command", i, NULL);
    }
    if (!tci_reader_done(in)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    return TC_OK;
}

static int32_t create_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    create_plan *plan = TCI_ARENA_NEW(ctx->arena, create_plan);
    if (!plan) return TC_E_NOMEM;
    int64_t ttl = read_head(&in, plan);
    int32_t code = read_items(ctx, &in, plan);
    if (code == TC_OK) code = tci_take_check(ctx, &plan->take);
    plan->first_at_ms = ctx->now_ms;
    if (code == TC_OK)
        code = tci_take_expiry(ctx, &plan->take, plan->first_at_ms, ttl, &plan->expires_at_ms);
    *out = plan;
    return code;
}

/* The answer: hold u64, version u32, expires_at_ms i64, adjacent u32, seats u32, then (event u64,
 * seat u32, version u32) of each. */
static void create_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const create_plan *plan = arg;
    const tci_take *take = &plan->take;
    uint32_t few[16], *versions = few;
    if (take->count > TCI_COUNT(few))
        versions = tci_arena_alloc(ctx->arena, take->count * sizeof *versions);
    if (!versions) {
        tci_view_no_memory(ctx->view); /* nothing of this is committed */
        return;
    }
    if (plan->instead.id) tci_hold_free(ctx, plan->instead.id, false);
    tci_hold hold =
        tci_take_apply(ctx, take, plan->secret, plan->first_at_ms, plan->expires_at_ms, versions);
    tci_buf_u64(answer, hold.id);
    tci_buf_u32(answer, hold.version);
    tci_buf_i64(answer, hold.expires_at_ms);
    tci_buf_u32(answer, plan->adjacent);
    tci_buf_u32(answer, plan->seats);
    for (uint32_t i = 0; i < plan->seats; i++) {
        TCI_ASSERT(!take->items[i].pool);
        tci_buf_u64(answer, take->items[i].event);
        tci_buf_u32(answer, take->items[i].target);
        tci_buf_u32(answer, versions[i]);
    }
}

const tci_op tci_op_hold_create = {TC_HOLD_CREATE, 1, "hold.create", create_decide, create_apply};

/* head, then the old hold u64, its secret hash 16, expected u32, then the items. Buyer and channel
 * are the old hold's. */
static int32_t swap_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    create_plan *plan = TCI_ARENA_NEW(ctx->arena, create_plan);
    if (!plan) return TC_E_NOMEM;
    int64_t ttl = read_head(&in, plan);
    uint64_t id = tci_read_u64(&in);
    const uint8_t *secret = tci_read_bytes(&in, 16);
    uint32_t expected = tci_read_u32(&in);
    if (!secret) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    int32_t code = read_items(ctx, &in, plan);
    tci_hold *old = &plan->instead;
    if (code == TC_OK) code = tci_hold_check(ctx, id, secret, old);
    if (code == TC_OK && expected && expected != old->version)
        code = tci_refuse_version(ctx, "hold", id, expected, old->version);
    if (code == TC_OK && old->order)
        code = tci_refuse(ctx, TC_E_STATE, "hold", id, "an order has claimed the hold");
    if (code != TC_OK) return code;
    tci_take *take = &plan->take;
    take->instead = old;
    take->channel = old->channel;
    memcpy(take->buyer, old->buyer, sizeof take->buyer);
    code = tci_take_check(ctx, take);
    plan->first_at_ms = old->created_at_ms;
    if (ttl == 0) ttl = old->expires_at_ms - ctx->now_ms;
    if (code == TC_OK)
        code = tci_take_expiry(ctx, take, plan->first_at_ms, ttl, &plan->expires_at_ms);
    *out = plan;
    return code;
}

const tci_op tci_op_hold_swap = {TC_HOLD_SWAP, 1, "hold.swap", swap_decide, create_apply};

static const uint32_t *read_set(tci_ctx *ctx, tci_reader *in, uint32_t max, uint32_t *count) {
    *count = tci_read_u32(in);
    if (in->failed || *count > max) {
        in->failed = true;
        return NULL;
    }
    uint32_t *values = tci_arena_alloc(ctx->arena, ((size_t)*count + 1) * sizeof *values);
    if (!values) in->failed = true;
    for (uint32_t i = 0; values && i < *count; i++) values[i] = tci_read_u32(in);
    return values;
}

/* The seats found become the items of the plan. */
static int32_t find_best(tci_ctx *ctx, uint64_t event, const tci_best_wish *wish,
                         create_plan *plan) {
    tci_house house;
    tci_event_rules rules;
    tci_take *take = &plan->take;
    if (event > UINT32_MAX || !tci_event_rules_load(ctx->view, event, &rules) ||
        !tci_house_open(ctx->view, event, &house))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "event", event, NULL);
    int32_t code = TC_OK;
    if (!(take->flags & TC_HOLD_ANY_TIME)) code = tci_event_check_on_sale(ctx, event, &rules);
    if (code != TC_OK) return code;
    if (ctx->sweep_pending) {
        ctx->want_sweep = true; /* the best may look held by holds that are dead */
        return TC_E_BUSY;
    }
    take->items = tci_arena_array(ctx->arena, wish->quantity, sizeof *take->items);
    tci_best_answer answer = {
        .seats = tci_arena_alloc(ctx->arena, wish->quantity * sizeof *answer.seats)};
    if (!take->items || !answer.seats) return TC_E_NOMEM;
    code = tci_best_find(ctx->view, ctx->arena, &house, wish, &answer);
    if (code == TC_E_NO_SEATS) {
        tci_refuse(ctx, TC_E_NO_SEATS, "quantity", wish->quantity, NULL);
        ctx->refusal.event = event;
    }
    if (code != TC_OK) return code;
    for (uint32_t i = 0; i < answer.count; i++)
        take->items[i] = (tci_take_item){.event = event, .target = answer.seats[i], .quantity = 1};
    take->count = plan->seats = answer.count;
    plan->adjacent = answer.adjacent;
    return TC_OK;
}

/* head, then event u64, quantity u32, accessible u32, max_rows u32, categories, sections (each a
 * count u32 and its values u32). */
static int32_t best_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    create_plan *plan = TCI_ARENA_NEW(ctx->arena, create_plan);
    if (!plan) return TC_E_NOMEM;
    int64_t ttl = read_head(&in, plan);
    uint64_t event = tci_read_u64(&in);
    tci_best_wish wish = {.quantity = tci_read_u32(&in)};
    wish.accessible = tci_read_u32(&in);
    wish.max_rows = tci_read_u32(&in);
    wish.channel = plan->take.channel;
    wish.allow_orphans = (plan->take.flags & TC_HOLD_ALLOW_ORPHANS) != 0;
    wish.categories = read_set(ctx, &in, TC_CATEGORIES_MAX, &wish.category_count);
    wish.sections = read_set(ctx, &in, TC_SECTIONS_MAX, &wish.section_count);
    if (!tci_reader_done(&in) || wish.quantity == 0 || wish.quantity > TC_HOLD_BEST_MAX ||
        wish.accessible > wish.quantity)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    int32_t code = find_best(ctx, event, &wish, plan);
    if (code != TC_OK) return code;
    plan->take.flags |= TC_HOLD_ALLOW_ORPHANS; /* the search has done what could be done */
    code = tci_take_check(ctx, &plan->take);
    plan->first_at_ms = ctx->now_ms;
    if (code == TC_OK)
        code = tci_take_expiry(ctx, &plan->take, plan->first_at_ms, ttl, &plan->expires_at_ms);
    *out = plan;
    return code;
}

const tci_op tci_op_hold_best = {TC_HOLD_BEST, 1, "hold.best", best_decide, create_apply};
