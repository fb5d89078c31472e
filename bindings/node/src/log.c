/* Sentences of the engine, from any thread and from inside its own locks: copied into a ring, and
 * told in the environment's thread when its loop comes by. The oldest give way when it does not. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

enum { LOG_LINES = 256, LOG_BYTES = 400 };

typedef struct log_line {
    int32_t level;
    char area[24];
    char sentence[LOG_BYTES];
} log_line;

struct tn_log {
    uv_async_t async; /* first: libuv's handle is this */
    uv_mutex_t lock;
    tn_state *state;
    uint32_t first, waiting;
    log_line lines[LOG_LINES];
};

static void copy_text(char *to, size_t size, const char *from) {
    size_t length = from ? strlen(from) : 0;
    if (length >= size) length = size - 1;
    if (length) memcpy(to, from, length);
    to[length] = '\0';
}

void tn_log_take(void *user_data, int32_t level, const char *area, const char *sentence) {
    struct tn_log *log = user_data;
    uv_mutex_lock(&log->lock);
    if (log->waiting == LOG_LINES) {
        log->first = (log->first + 1) % LOG_LINES;
        log->waiting--;
    }
    log_line *line = &log->lines[(log->first + log->waiting++) % LOG_LINES];
    line->level = level;
    copy_text(line->area, sizeof line->area, area);
    copy_text(line->sentence, sizeof line->sentence, sentence);
    uv_mutex_unlock(&log->lock);
    uv_async_send(&log->async);
}

static void tell(uv_async_t *async) {
    struct tn_log *log = (struct tn_log *)async;
    tn_state *state = log->state;
    tn_out out = {0};
    uint32_t count = 0;
    if (state->dying) return;
    uv_mutex_lock(&log->lock);
    for (; log->waiting; log->waiting--, count++) {
        const log_line *line = &log->lines[log->first];
        tn_put_u32(&out, (uint32_t)line->level);
        tn_decode_text(line->area, strlen(line->area), &out);
        tn_decode_text(line->sentence, strlen(line->sentence), &out);
        log->first = (log->first + 1) % LOG_LINES;
    }
    uv_mutex_unlock(&log->lock);
    napi_handle_scope scope;
    if (count && napi_open_handle_scope(state->env, &scope) == napi_ok) {
        tn_give(state, &out);
        tn_tell(state, state->on_log, count, 0);
        napi_close_handle_scope(state->env, scope);
    }
    free(out.bytes);
}

struct tn_log *tn_log_new(tn_state *state) {
    struct tn_log *log = calloc(1, sizeof *log);
    if (!log) return NULL;
    log->state = state;
    uv_mutex_init(&log->lock);
    if (uv_async_init(state->loop, &log->async, tell)) {
        free(log);
        return NULL;
    }
    uv_unref((uv_handle_t *)&log->async);
    return log;
}

static void closed(uv_handle_t *handle) {
    struct tn_log *log = (struct tn_log *)handle;
    tn_state *state = log->state;
    uv_mutex_destroy(&log->lock);
    free(log);
    tn_uv_closed(state);
}

void tn_log_close(struct tn_log *log) {
    log->state->closing++;
    uv_close((uv_handle_t *)&log->async, closed);
}
