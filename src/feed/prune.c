/* Dropping the feed's oldest records, a bounded number a command, never past a named consumer
 * unless forced. Whole records only, so the oldest event kept always begins a record. */
#include "feed/feed.h"
#include "ticketcore/command.h"

/* Records one command drops at most: bounds the pages it dirties. */
#define PRUNE_RECORDS 4096u

typedef struct prune_plan {
    uint64_t *records; /* first sequence numbers to drop */
    uint32_t count;
    uint32_t more;
    uint64_t from;
    uint64_t oldest; /* afterwards */
} prune_plan;

static void collect(tci_view *view, prune_plan *plan, uint64_t limit, int64_t before_ms) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_FEED);
    tci_cursor cursor;
    tci_slice key, value;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_feed_record record;
        if (!tci_feed_record_read(value, &record)) break;
        if (record.first + record.count > limit) break;
        if (before_ms != 0 && record.time_ms >= before_ms) break;
        if (plan->count == PRUNE_RECORDS) {
            plan->more = 1;
            break;
        }
        plan->records[plan->count++] = record.first;
        plan->oldest = record.first + record.count;
    }
    tci_cursor_close(&cursor);
}

/* Command: flags (4), before (8), before_ms (8). */
static int32_t decide_prune(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    uint32_t flags = tci_read_u32(&reader);
    uint64_t before = tci_read_u64(&reader);
    int64_t before_ms = tci_read_i64(&reader);
    uint64_t end = tci_feed_end(ctx->view);
    if (!tci_reader_done(&reader)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    if (before > end)
        return tci_refuse(ctx, TC_E_INVALID, "before", end,
                          "before: it points beyond the end of the feed");
    uint64_t limit = before ? before : end;
    if (!(flags & TC_FEED_PRUNE_FORCE)) limit = TCI_MIN(limit, tci_consumer_slowest(ctx->view));
    prune_plan *plan = TCI_ARENA_NEW(ctx->arena, prune_plan);
    if (!plan) return TC_E_NOMEM;
    plan->records = tci_arena_array(ctx->arena, PRUNE_RECORDS, sizeof *plan->records);
    if (!plan->records) return TC_E_NOMEM;
    plan->from = plan->oldest = tci_feed_oldest(ctx->view);
    collect(ctx->view, plan, limit, before_ms);
    *out = plan;
    return TC_OK;
}

static void apply_prune(tci_ctx *ctx, void *from, tci_buf *answer) {
    const prune_plan *plan = from;
    TCI_ASSERT(plan->oldest >= plan->from);
    TCI_PROVE(ctx->view, plan->oldest <= tci_feed_end(ctx->view));
    for (uint32_t i = 0; i < plan->count; i++) {
        tci_key key = tci_key_of(0, TCI_SPACE_FEED);
        tci_key_u64(&key, plan->records[i]);
        tci_row_del(ctx->view, &key);
    }
    if (plan->count) tci_slot_set(ctx->view, 0, TCI_SLOT_FEED_OLDEST, plan->oldest);
    tci_buf_u32(answer, plan->more);
    tci_buf_u64(answer, plan->oldest - plan->from);
    tci_buf_u64(answer, plan->oldest);
}

const tci_op tci_op_feed_prune = {TC_FEED_PRUNE, 1, "feed.prune", decide_prune, apply_prune};
