/* Request ids: the stored answer of every command that carried one, kept for at least 24 hours in
 * the transaction of its effect. Kept by generation: a new one begins every 24 hours, look-ups see
 * the present and the one before, older ones are deleted a few rows a batch. */
#include "engine/engine_internal.h"

#define GENERATION_MS INT64_C(86400000)
#define TIDY_ROWS 256

static tci_key request_key(uint64_t generation, const tci_call *call) {
    tci_key key = tci_key_of(0, TCI_SPACE_REQUEST);
    tci_key_u32(&key, (uint32_t)generation);
    tci_key_bytes(&key, call->request_key, sizeof call->request_key);
    return key;
}

bool tci_request_find(tci_ctx *ctx, const tci_call *call, tci_slice *answer, bool *matches) {
    uint64_t present = tci_slot_get(ctx->view, 0, TCI_SLOT_REQUEST_GENERATION);
    for (uint64_t back = 0; back <= 1 && back <= present; back++) {
        tci_key key = request_key(present - back, call);
        tci_slice value;
        if (!tci_row_get(ctx->view, &key, &value)) continue;
        tci_reader reader = tci_reader_of(value);
        *matches = tci_read_u64(&reader) == call->content;
        *answer = tci_slice_of(reader.at, tci_reader_left(&reader));
        return !reader.failed;
    }
    return false;
}

void tci_request_keep(tci_ctx *ctx, const tci_call *call) {
    uint64_t present = tci_slot_get(ctx->view, 0, TCI_SLOT_REQUEST_GENERATION);
    tci_key key = request_key(present, call);
    size_t len = 8 + call->answer.len;
    uint8_t *value = tci_arena_alloc(ctx->arena, len);
    if (!value) {
        ctx->events->failed = true; /* abandons the batch: the id would be forgotten */
        return;
    }
    tci_store64(value, call->content);
    if (call->answer.len) memcpy(value + 8, call->answer.data, call->answer.len);
    tci_row_put(ctx->view, &key, tci_slice_of(value, len));
}

/* Delete rows of a generation that is too old; answers how many. */
static int tidy_rows(tci_ctx *ctx, uint64_t generation) {
    tci_key keys[TIDY_ROWS];
    tci_key prefix = tci_key_of(0, TCI_SPACE_REQUEST);
    tci_key_u32(&prefix, (uint32_t)generation);
    tci_cursor cursor;
    tci_slice key, value;
    int count = 0;
    tci_cursor_open(&cursor, ctx->view, &prefix, NULL);
    while (count < TIDY_ROWS && tci_cursor_next(&cursor, &key, &value)) {
        keys[count].len = (uint8_t)key.len;
        memcpy(keys[count++].bytes, key.data, key.len);
    }
    tci_cursor_close(&cursor);
    for (int i = 0; i < count; i++) tci_row_del(ctx->view, &keys[i]);
    return count;
}

/* Begin a new generation when its time has come, forget the old. Answers whether it wrote. */
bool tci_request_tidy(tci_ctx *ctx) {
    uint64_t present = tci_slot_get(ctx->view, 0, TCI_SLOT_REQUEST_GENERATION);
    uint64_t oldest = tci_slot_get(ctx->view, 0, TCI_SLOT_REQUEST_OLDEST);
    int64_t since = (int64_t)tci_slot_get(ctx->view, 0, TCI_SLOT_REQUEST_SINCE);
    bool wrote = false;
    if (since == 0 || ctx->now_ms - since >= GENERATION_MS) {
        if (since != 0) tci_slot_set(ctx->view, 0, TCI_SLOT_REQUEST_GENERATION, ++present);
        tci_slot_set(ctx->view, 0, TCI_SLOT_REQUEST_SINCE, (uint64_t)ctx->now_ms);
        wrote = true;
    }
    if (present >= 2 && oldest < present - 1) {
        if (tidy_rows(ctx, oldest) < TIDY_ROWS)
            tci_slot_set(ctx->view, 0, TCI_SLOT_REQUEST_OLDEST, oldest + 1);
        wrote = true;
    }
    return wrote;
}
