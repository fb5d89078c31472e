/* The public calls of the feed: reading it from a snapshot, waiting for it, its named consumers,
 * and the verbs that move and prune. Holds no state; what a cursor means is decided in src/feed. */
#include <time.h>

#include "api/text.h"
#include "api/verb.h"
#include "engine/engine.h"
#include "feed/feed.h"
#include "ticketcore/feed.h"

tc_feed_cursor tc_feed_cursor_at(uint64_t sequence) {
    return (tc_feed_cursor){sequence};
}

uint64_t tc_feed_cursor_sequence(tc_feed_cursor cursor) {
    return cursor.position;
}

/* Where a cursor stands in this view; refuses what was pruned and what is not yet. */
static int32_t resolve(tci_view *view, tc_feed_cursor cursor, uint64_t *sequence, tc_error *error) {
    uint64_t oldest = tci_feed_oldest(view), end = tci_feed_end(view);
    *sequence = cursor.position ? cursor.position : oldest;
    if (*sequence < oldest) {
        tci_fail(error, TC_E_FEED_PRUNED, "cursor", "events before number %llu were dropped",
                 (unsigned long long)oldest);
        if (error) error->subject = oldest;
        return TC_E_FEED_PRUNED;
    }
    if (*sequence > end)
        return tci_fail(error, TC_E_INVALID, "cursor", "the cursor points beyond the end, %llu",
                        (unsigned long long)end);
    return TC_OK;
}

int32_t tc_feed_read(tc_snapshot *snapshot, tc_feed_cursor cursor, tc_feed_event *events,
                     uint32_t capacity, uint32_t *count, tc_feed_cursor *next, tc_error *error) {
    int32_t code = tci_check_not_null(events, "events", error);
    if (code == TC_OK) code = tci_check_not_null(count, "count", error);
    if (code == TC_OK) code = tci_check_not_null(next, "next", error);
    if (code == TC_OK) code = tci_check_range(capacity, 1, UINT32_MAX, "capacity", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    uint64_t sequence;
    uint32_t found = 0;
    code = resolve(view, cursor, &sequence, error);
    if (code == TC_OK) {
        code = tci_feed_read(view, sequence, events, capacity, &found);
        if (code != TC_OK)
            tci_fail(error, code, "cursor", "the feed has a gap or a malformed record after %llu",
                     (unsigned long long)(sequence + found));
    }
    code = tci_snapshot_leave(snapshot, code, error);
    if (code != TC_OK) return code;
    *count = found;
    *next = found ? tc_feed_cursor_at(sequence + found) : cursor;
    return TC_OK;
}

int32_t tc_feed_ends(tc_snapshot *snapshot, tc_feed_cursor *oldest, tc_feed_cursor *end,
                     tc_error *error) {
    int32_t code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    uint64_t first = tci_feed_oldest(tci_snapshot_view(snapshot));
    uint64_t last = tci_feed_end(tci_snapshot_view(snapshot));
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code != TC_OK) return code;
    if (oldest) oldest->position = first;
    if (end) end->position = last;
    return TC_OK;
}

static int64_t monotonic_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int32_t tc_feed_wait(tc_engine *engine, tc_feed_cursor cursor, int64_t timeout_ms,
                     tc_error *error) {
    int64_t began = monotonic_ms();
    for (;;) {
        tc_snapshot *snapshot;
        int32_t code = tc_snapshot_open(engine, &snapshot, error);
        if (code != TC_OK) return code;
        tc_feed_cursor end;
        uint64_t commit = tc_snapshot_commit(snapshot);
        code = tc_feed_ends(snapshot, NULL, &end, error);
        tc_snapshot_close(snapshot);
        if (code != TC_OK) return code;
        if (end.position > TCI_MAX(cursor.position, 1u)) return 1;
        int64_t left = timeout_ms;
        if (timeout_ms > 0) {
            left = timeout_ms - (monotonic_ms() - began);
            if (left <= 0) return 0;
        }
        if (left == 0) return 0;
        if (tci_engine_wait_commit(engine, commit, left) == 0 && timeout_ms >= 0) return 0;
    }
}

int32_t tc_feed_event_json(const tc_feed_event *event, char *buffer, size_t capacity,
                           size_t *length, tc_error *error) {
    int32_t code = tci_check_not_null(event, "event", error);
    if (code == TC_OK) code = tci_text_check(buffer, capacity, error);
    if (code == TC_OK && event->payload_size && !event->payload)
        code = tci_fail(error, TC_E_INVALID, "event", "the event has a size but no payload");
    if (code != TC_OK) return code;
    uint8_t room[1024];
    tci_buf text;
    tci_buf_init(&text, room, sizeof room);
    tci_feed_json(event, &text);
    if (text.failed) code = tci_fail(error, TC_E_NOMEM, NULL, NULL);
    else code = tci_text_give(tci_buf_slice(&text), buffer, capacity, length, error);
    tci_buf_free(&text);
    return code;
}

static void fill_consumer(tci_view *view, tci_slice name, const tci_consumer *from,
                          tc_consumer *out) {
    uint64_t end = tci_feed_end(view), oldest = tci_feed_oldest(view);
    *out = (tc_consumer){0};
    memcpy(out->name, name.data, TCI_MIN(name.len, (size_t)TC_CONSUMER_NAME_MAX));
    out->cursor.position = from->position;
    out->version = from->version;
    out->updated_at_ms = from->updated_at_ms;
    out->lag = end > from->position ? end - from->position : 0;
    out->pruned = from->position < oldest;
}

int32_t tc_consumer_get(tc_snapshot *snapshot, const char *name, tc_consumer *out,
                        tc_error *error) {
    int32_t code = tci_check_not_null(out, "out", error);
    if (code == TC_OK) code = tci_check_text(name, 1, TC_CONSUMER_NAME_MAX, "name", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    tci_consumer found;
    if (tci_consumer_load(view, tci_slice_str(name), &found))
        fill_consumer(view, tci_slice_str(name), &found, out);
    else code = tci_fail(error, TC_E_NOT_FOUND, "name", "there is no consumer \"%.60s\"", name);
    return tci_snapshot_leave(snapshot, code, error);
}

int32_t tc_consumer_list(tc_snapshot *snapshot, tc_consumer *list, uint32_t capacity,
                         uint32_t *count, tc_error *error) {
    int32_t code = tci_check_not_null(count, "count", error);
    if (code == TC_OK && capacity) code = tci_check_not_null(list, "list", error);
    if (code == TC_OK) code = tci_snapshot_enter(snapshot, error);
    if (code != TC_OK) return code;
    tci_view *view = tci_snapshot_view(snapshot);
    tci_key prefix = tci_key_of(0, TCI_SPACE_CONSUMER);
    tci_cursor cursor;
    tci_slice key, value;
    uint32_t found = 0;
    tci_cursor_open(&cursor, view, &prefix, NULL);
    while (tci_cursor_next(&cursor, &key, &value)) {
        tci_consumer consumer;
        if (!tci_consumer_read(value, &consumer)) continue;
        tci_slice name = tci_slice_of((const uint8_t *)key.data + prefix.len, key.len - prefix.len);
        if (found < capacity) fill_consumer(view, name, &consumer, &list[found]);
        found++;
    }
    tci_cursor_close(&cursor);
    code = tci_snapshot_leave(snapshot, TC_OK, error);
    if (code == TC_OK) *count = found;
    return code;
}

static int32_t encode_set(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                          tc_error *error) {
    const tc_consumer_set_request *request = from;
    (void)engine, (void)call;
    int32_t code =
        tci_check_flags(request->flags, TC_CONSUMER_CREATE | TC_CONSUMER_AT_END, "flags", error);
    if (code == TC_OK) code = tci_check_text(request->name, 1, TC_CONSUMER_NAME_MAX, "name", error);
    if (code != TC_OK) return code;
    tci_buf_u32(command, request->flags);
    tci_buf_u64(command, request->cursor.position);
    tci_buf_u64(command, request->expected_version);
    tci_buf_text(command, tci_slice_str(request->name));
    return TC_OK;
}

static void decode_set(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_consumer_set_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->created = tci_read_u32(&answer);
    result->version = tci_read_u64(&answer);
    result->cursor.position = tci_read_u64(&answer);
}

static int32_t encode_delete(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                             tc_error *error) {
    const tc_consumer_delete_request *request = from;
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, 0, "flags", error);
    if (code == TC_OK) code = tci_check_text(request->name, 1, TC_CONSUMER_NAME_MAX, "name", error);
    if (code != TC_OK) return code;
    tci_buf_u64(command, request->expected_version);
    tci_buf_text(command, tci_slice_str(request->name));
    return TC_OK;
}

static int32_t encode_prune(tc_engine *engine, const void *from, tci_call *call, tci_buf *command,
                            tc_error *error) {
    const tc_feed_prune_request *request = from;
    (void)engine, (void)call;
    int32_t code = tci_check_flags(request->flags, TC_FEED_PRUNE_FORCE, "flags", error);
    if (code == TC_OK && request->before.position == 0 && request->before_ms == 0)
        code = tci_fail(error, TC_E_INVALID, "before", "before or before_ms must be given");
    if (code == TC_OK)
        code = tci_check_range(request->before_ms, 0, TC_TIME_MS_MAX, "before_ms", error);
    if (code != TC_OK) return code;
    tci_buf_u32(command, request->flags);
    tci_buf_u64(command, request->before.position);
    tci_buf_i64(command, request->before_ms);
    return TC_OK;
}

static void decode_prune(tc_engine *engine, const void *request, const tci_call *call, void *to) {
    tc_feed_prune_result *result = to;
    tci_reader answer = tci_reader_of(tci_buf_slice(&call->answer));
    (void)engine, (void)request;
    result->more = tci_read_u32(&answer);
    result->dropped = tci_read_u64(&answer);
    result->oldest.position = tci_read_u64(&answer);
}

#define SIZES(name) sizeof(name), sizeof(name)
const tci_verb tci_verbs_feed[] = {
    {TC_CONSUMER_SET, &tci_op_consumer_set, SIZES(tc_consumer_set_request),
     SIZES(tc_consumer_set_result), encode_set, decode_set},
    {TC_CONSUMER_DELETE, &tci_op_consumer_delete, SIZES(tc_consumer_delete_request), 0, 0,
     encode_delete, NULL},
    {TC_FEED_PRUNE, &tci_op_feed_prune, SIZES(tc_feed_prune_request), SIZES(tc_feed_prune_result),
     encode_prune, decode_prune},
    {0},
};

int32_t tc_consumer_set(tc_engine *engine, const tc_consumer_set_request *request,
                        tc_consumer_set_result *result, tc_error *error) {
    return tc_command_run(engine, TC_CONSUMER_SET, request, result, error);
}

int32_t tc_consumer_delete(tc_engine *engine, const tc_consumer_delete_request *request,
                           tc_error *error) {
    return tc_command_run(engine, TC_CONSUMER_DELETE, request, NULL, error);
}

int32_t tc_feed_prune(tc_engine *engine, const tc_feed_prune_request *request,
                      tc_feed_prune_result *result, tc_error *error) {
    return tc_command_run(engine, TC_FEED_PRUNE, request, result, error);
}
