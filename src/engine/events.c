/* Events of record: frames collected while commands apply, put as records of the feed in the commit
 * that made them. A record holds whole frames and fits a page where its frames do. */
#include <stdlib.h>

#include "engine/engine_internal.h"

#define FRAME_HEAD 28u
#define RECORD_HEAD 28u
/* Payload of a record that still gives one page with its checksum. */
#define RECORD_ROOM (TCI_PAGE_BYTES - 8u)

void tci_events_begin(tci_stage *stage) {
    tci_buf_clear(&stage->events);
    stage->frame_count = 0;
}

/* The stage's buffer is its first member reached from the context: ctx->events points into it. */
static tci_stage *stage_of(tci_ctx *ctx) {
    return (tci_stage *)(void *)((char *)ctx->events - offsetof(tci_stage, events));
}

static bool frames_grow(tci_stage *stage) {
    if (stage->frame_count < stage->frame_capacity) return true;
    size_t capacity = stage->frame_capacity ? stage->frame_capacity * 2 : 1024;
    uint32_t *ends = realloc(stage->frame_ends, capacity * sizeof *ends);
    if (!ends) return false;
    stage->frame_ends = ends;
    stage->frame_capacity = capacity;
    return true;
}

void tci_emit(tci_ctx *ctx, uint16_t type, uint64_t event, uint64_t subject, uint64_t version,
              tci_slice payload) {
    tci_stage *stage = stage_of(ctx);
    TCI_ASSERT(payload.len <= TCI_ROW_MAX - FRAME_HEAD - RECORD_HEAD);
    uint8_t *at = tci_buf_take(&stage->events, FRAME_HEAD + payload.len);
    if (!at || !frames_grow(stage)) {
        stage->events.failed = true; /* abandons the commit */
        return;
    }
    tci_store16(at, type);
    tci_store16(at + 2, (uint16_t)payload.len);
    tci_store64(at + 4, event);
    tci_store64(at + 12, subject);
    tci_store64(at + 20, version);
    if (payload.len) memcpy(at + FRAME_HEAD, payload.data, payload.len);
    stage->frame_ends[stage->frame_count++] = (uint32_t)stage->events.len;
    ctx->event_count++;
}

static int32_t put_record(tci_stage *stage, uint64_t sequence, int64_t now_ms, uint64_t batch,
                          uint32_t count, tci_slice frames) {
    uint8_t *record = tci_arena_alloc(&stage->arena, RECORD_HEAD + frames.len);
    if (!record) return TC_E_NOMEM;
    tci_store64(record, sequence);
    tci_store_i64(record + 8, now_ms);
    tci_store64(record + 16, batch);
    tci_store32(record + 24, count);
    memcpy(record + RECORD_HEAD, frames.data, frames.len);
    tci_key key = tci_key_of(0, TCI_SPACE_FEED);
    tci_key_u64(&key, sequence);
    tci_row_put(stage->view, &key, tci_slice_of(record, RECORD_HEAD + frames.len));
    return TC_OK;
}

int32_t tci_events_put(tci_stage *stage, int64_t now_ms, uint64_t batch) {
    if (stage->events.failed) return TC_E_NOMEM;
    if (stage->frame_count == 0) return TC_OK;
    uint64_t sequence = tci_slot_peek(stage->view, 0, TCI_SLOT_FEED_NEXT);
    uint32_t begin = 0, first = 0;
    for (uint32_t i = 0; i < stage->frame_count; i++) {
        uint32_t end = stage->frame_ends[i];
        bool last = i + 1 == stage->frame_count;
        bool full = !last && stage->frame_ends[i + 1] - begin > RECORD_ROOM - RECORD_HEAD;
        if (!last && !full) continue;
        tci_slice frames = tci_slice_of(stage->events.data + begin, end - begin);
        int32_t code = put_record(stage, sequence, now_ms, batch, i + 1 - first, frames);
        if (code != TC_OK) return code;
        sequence += i + 1 - first;
        begin = end;
        first = i + 1;
    }
    tci_slot_set(stage->view, 0, TCI_SLOT_FEED_NEXT, sequence);
    return TC_OK;
}
