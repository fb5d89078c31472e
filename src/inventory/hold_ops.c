/* The operations on a hold that exists: extend, release, expire now. */
#include "inventory/hold.h"
#include "ticketcore/command.h"
#include "ticketcore/feed_types.h"

typedef struct hold_plan {
    tci_hold hold;
    int64_t expires_at_ms; /* extend */
} hold_plan;

static int32_t check_version(tci_ctx *ctx, const tci_hold *hold, uint32_t expected) {
    if (expected == 0 || expected == hold->version) return TC_OK;
    return tci_refuse_version(ctx, "hold", hold->id, expected, hold->version);
}

/* Only the order that claims a hold may end it. */
static int32_t check_unclaimed(tci_ctx *ctx, const tci_hold *hold) {
    if (hold->order == 0) return TC_OK;
    return tci_refuse(ctx, TC_E_STATE, "hold", hold->id, "an order has claimed the hold");
}

/* The shortest default of the hold's events. */
static int64_t default_ttl(tci_ctx *ctx, const tci_hold *hold) {
    int64_t shortest = INT64_MAX;
    uint64_t seen = 0;
    for (uint32_t i = 0; i < hold->item_count; i++) {
        tci_hold_item item;
        tci_event_rules rules;
        if (!tci_hold_item_load(ctx->view, hold->item_first + i, &item) || item.event == seen)
            continue;
        seen = item.event;
        if (!tci_event_rules_load(ctx->view, item.event, &rules)) continue;
        shortest = TCI_MIN(shortest,
                           rules.hold_ttl_ms ? rules.hold_ttl_ms : (int64_t)TC_HOLD_TTL_MS_DEFAULT);
    }
    return shortest == INT64_MAX ? TC_HOLD_TTL_MS_DEFAULT : shortest;
}

/* hold u64, secret hash 16, ttl_ms i64, expected u32 */
static int32_t extend_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    hold_plan *plan = TCI_ARENA_NEW(ctx->arena, hold_plan);
    if (!plan) return TC_E_NOMEM;
    uint64_t id = tci_read_u64(&in);
    const uint8_t *secret = tci_read_bytes(&in, 16);
    int64_t ttl = tci_read_i64(&in);
    uint32_t expected = tci_read_u32(&in);
    if (!secret || !tci_reader_done(&in) || ttl < 0 || ttl > TC_HOLD_TTL_MS_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    int32_t code = tci_hold_check(ctx, id, secret, &plan->hold);
    if (code == TC_OK) code = check_version(ctx, &plan->hold, expected);
    if (code != TC_OK) return code;
    plan->expires_at_ms = ctx->now_ms + (ttl ? ttl : default_ttl(ctx, &plan->hold));
    plan->expires_at_ms = TCI_MAX(plan->expires_at_ms, plan->hold.expires_at_ms);
    *out = plan;
    return tci_hold_check_until(ctx, &plan->hold, plan->expires_at_ms);
}

static void extend_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    hold_plan *plan = arg;
    tci_hold *hold = &plan->hold;
    hold->version++;
    if (plan->expires_at_ms != hold->expires_at_ms)
        tci_hold_reschedule(ctx, hold, plan->expires_at_ms);
    tci_hold_store(ctx->view, hold);
    uint8_t payload[8];
    tci_store_i64(payload, hold->expires_at_ms);
    tci_emit(ctx, TC_FEED_HOLD_EXTENDED, 0, hold->id, hold->version, tci_slice_of(payload, 8));
    tci_buf_u32(answer, hold->version);
    tci_buf_i64(answer, hold->expires_at_ms);
}

const tci_op tci_op_hold_extend = {TC_HOLD_EXTEND, 1, "hold.extend", extend_decide, extend_apply};

static int32_t end_decide(tci_ctx *ctx, uint64_t id, const uint8_t *secret, uint32_t expected,
                          void **out) {
    hold_plan *plan = TCI_ARENA_NEW(ctx->arena, hold_plan);
    if (!plan) return TC_E_NOMEM;
    int32_t code = tci_hold_check(ctx, id, secret, &plan->hold);
    if (code == TC_OK) code = check_version(ctx, &plan->hold, expected);
    if (code == TC_OK) code = check_unclaimed(ctx, &plan->hold);
    *out = plan;
    return code;
}

/* hold u64, secret hash 16, expected u32 */
static int32_t release_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    uint64_t id = tci_read_u64(&in);
    const uint8_t *secret = tci_read_bytes(&in, 16);
    uint32_t expected = tci_read_u32(&in);
    if (!secret || !tci_reader_done(&in)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    return end_decide(ctx, id, secret, expected, out);
}

static void release_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const hold_plan *plan = arg;
    tci_hold_free(ctx, plan->hold.id, false);
    tci_buf_u32(answer, plan->hold.version + 1);
}

const tci_op tci_op_hold_release = {TC_HOLD_RELEASE, 1, "hold.release", release_decide,
                                    release_apply};

/* hold u64, expected u32 */
static int32_t expire_decide(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader in = tci_reader_of(command);
    uint64_t id = tci_read_u64(&in);
    uint32_t expected = tci_read_u32(&in);
    if (!tci_reader_done(&in)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    return end_decide(ctx, id, NULL, expected, out);
}

static void expire_apply(tci_ctx *ctx, void *arg, tci_buf *answer) {
    const hold_plan *plan = arg;
    tci_hold_free(ctx, plan->hold.id, true);
    tci_buf_u32(answer, plan->hold.version + 1);
}

const tci_op tci_op_hold_expire = {TC_HOLD_EXPIRE, 1, "hold.expire", expire_decide, expire_apply};
