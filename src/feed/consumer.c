/* Durable named consumers: a row each, name to cursor. Moving one is a command like any other, but
 * makes no event of record. Positions only ever name places the feed has. */
#include "feed/feed.h"
#include "ticketcore/command.h"

#define CONSUMER_BYTES 24u

static tci_key consumer_key(tci_slice name) {
    TCI_ASSERT(name.len >= 1 && name.len <= TC_CONSUMER_NAME_MAX);
    tci_key key = tci_key_of(0, TCI_SPACE_CONSUMER);
    tci_key_bytes(&key, name.data, name.len);
    return key;
}

bool tci_consumer_read(tci_slice value, tci_consumer *out) {
    tci_reader reader = tci_reader_of(value);
    out->position = tci_read_u64(&reader);
    out->version = tci_read_u64(&reader);
    out->updated_at_ms = tci_read_i64(&reader);
    return tci_reader_done(&reader);
}

bool tci_consumer_load(tci_view *view, tci_slice name, tci_consumer *out) {
    tci_key key = consumer_key(name);
    tci_slice value;
    return tci_row_get(view, &key, &value) && tci_consumer_read(value, out);
}

static void consumer_store(tci_view *view, tci_slice name, const tci_consumer *consumer) {
    uint8_t value[CONSUMER_BYTES];
    tci_store64(value, consumer->position);
    tci_store64(value + 8, consumer->version);
    tci_store_i64(value + 16, consumer->updated_at_ms);
    tci_key key = consumer_key(name);
    tci_row_put(view, &key, tci_slice_of(value, sizeof value));
}

/* Visits every consumer: how many there are, and where the slowest stands. */
static uint32_t survey(tci_view *view, uint64_t *slowest) {
    tci_key prefix = tci_key_of(0, TCI_SPACE_CONSUMER);
    tci_cursor cursor;
    tci_slice key, value;
    uint32_t count = 0;
    *slowest = UINT64_MAX;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_consumer consumer;
        if (!tci_consumer_read(value, &consumer)) continue;
        *slowest = TCI_MIN(*slowest, consumer.position);
        count++;
    }
    tci_cursor_close(&cursor);
    return count;
}

uint64_t tci_consumer_slowest(tci_view *view) {
    uint64_t slowest;
    survey(view, &slowest);
    return slowest;
}

typedef struct consumer_plan {
    tci_slice name;
    tci_consumer next;
    bool created;
} consumer_plan;

/* Command: flags (4), position (8), expected version (8), name. */
static int32_t decide_set(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    uint32_t flags = tci_read_u32(&reader);
    uint64_t position = tci_read_u64(&reader);
    uint64_t expected = tci_read_u64(&reader);
    tci_slice name = tci_read_text(&reader);
    if (!tci_reader_done(&reader) || name.len == 0 || name.len > TC_CONSUMER_NAME_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "name", 0, NULL);
    tci_consumer now = {0};
    bool exists = tci_consumer_load(ctx->view, name, &now);
    uint64_t slowest, oldest = tci_feed_oldest(ctx->view), end = tci_feed_end(ctx->view);
    if (exists && (flags & TC_CONSUMER_CREATE))
        return tci_refuse(ctx, TC_E_EXISTS, "name", 0, NULL);
    if (!exists && expected != 0)
        return tci_refuse(ctx, TC_E_NOT_FOUND, "name", 0, "there is no consumer of that name");
    if (expected != 0 && expected != now.version)
        return tci_refuse_version(ctx, "expected_version", 0, expected, now.version);
    if (!exists && survey(ctx->view, &slowest) >= TC_CONSUMERS_MAX)
        return tci_refuse(ctx, TC_E_LIMIT, "name", TC_CONSUMERS_MAX,
                          "name: a store has at most 1,000 consumers");
    if (flags & TC_CONSUMER_AT_END) position = end;
    else if (position == 0) position = oldest;
    if (position < oldest) return tci_refuse(ctx, TC_E_FEED_PRUNED, "cursor", oldest, NULL);
    if (position > end)
        return tci_refuse(ctx, TC_E_INVALID, "cursor", end,
                          "cursor: it points beyond the end of the feed");
    consumer_plan *plan = TCI_ARENA_NEW(ctx->arena, consumer_plan);
    if (!plan) return TC_E_NOMEM;
    plan->name = name;
    plan->created = !exists;
    plan->next = (tci_consumer){position, now.version + 1, ctx->now_ms};
    *out = plan;
    return TC_OK;
}

static void apply_set(tci_ctx *ctx, void *from, tci_buf *answer) {
    const consumer_plan *plan = from;
    TCI_ASSERT(plan->next.position >= tci_feed_oldest(ctx->view));
    consumer_store(ctx->view, plan->name, &plan->next);
    tci_buf_u32(answer, plan->created);
    tci_buf_u64(answer, plan->next.version);
    tci_buf_u64(answer, plan->next.position);
}

/* Command: expected version (8), name. */
static int32_t decide_delete(tci_ctx *ctx, tci_slice command, void **out) {
    tci_reader reader = tci_reader_of(command);
    uint64_t expected = tci_read_u64(&reader);
    tci_slice name = tci_read_text(&reader);
    if (!tci_reader_done(&reader) || name.len == 0 || name.len > TC_CONSUMER_NAME_MAX)
        return tci_refuse(ctx, TC_E_INVALID, "name", 0, NULL);
    tci_consumer now;
    if (!tci_consumer_load(ctx->view, name, &now))
        return tci_refuse(ctx, TC_E_NOT_FOUND, "name", 0, "there is no consumer of that name");
    if (expected != 0 && expected != now.version)
        return tci_refuse_version(ctx, "expected_version", 0, expected, now.version);
    consumer_plan *plan = TCI_ARENA_NEW(ctx->arena, consumer_plan);
    if (!plan) return TC_E_NOMEM;
    plan->name = name;
    *out = plan;
    return TC_OK;
}

static void apply_delete(tci_ctx *ctx, void *from, tci_buf *answer) {
    const consumer_plan *plan = from;
    tci_key key = consumer_key(plan->name);
    tci_row_del(ctx->view, &key);
    (void)answer;
}

const tci_op tci_op_consumer_set = {TC_CONSUMER_SET, 1, "consumer.set", decide_set, apply_set};
const tci_op tci_op_consumer_delete = {TC_CONSUMER_DELETE, 1, "consumer.delete", decide_delete,
                                       apply_delete};
