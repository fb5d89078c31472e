/* What may take long: opening, closing, batches, long reads. Each runs in a thread of libuv's pool
 * on bytes of its own and calls JavaScript back with its code. The handle it works on is marked
 * meanwhile and cannot be closed. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

typedef struct job job;
struct job {
    napi_async_work work;
    napi_ref callback;
    tn_state *state;
    void (*run)(job *one);
    void (*finish)(job *one);
    double handle; /* busy meanwhile, or -1 */
    tc_engine *engine;
    tc_snapshot *snapshot;
    const tn_read *read;
    unsigned char *bytes;
    size_t length;
    tn_out out;
    int32_t code;
    double answer;
};

static tn_handle *any_handle(tn_state *state, double number) {
    tn_handle *found = tn_handle_of(state, number, TN_ENGINE);
    return found ? found : tn_handle_of(state, number, TN_SNAPSHOT);
}

static void execute(napi_env env, void *data) {
    (void)env;
    job *one = data;
    one->run(one);
}

static void complete(napi_env env, napi_status status, void *data) {
    job *one = data;
    tn_state *state = one->state;
    if (status == napi_cancelled) one->code = TC_E_BUSY;
    tn_handle *busy = any_handle(state, one->handle);
    if (busy) busy->busy--;
    state->jobs--;
    if (one->finish && status != napi_cancelled) one->finish(one);
    if (!state->dying) {
        tn_give(state, &one->out);
        tn_tell(state, one->callback, one->code, one->answer);
    }
    napi_delete_reference(env, one->callback);
    napi_delete_async_work(env, one->work);
    free(one->out.bytes);
    free(one->bytes);
    free(one);
    tn_end_if_idle(state);
}

/* A job with a copy of its bytes; NULL: no memory. */
static job *job_new(tn_state *state, napi_value bytes, size_t length) {
    void *from = NULL;
    size_t size = 0;
    napi_get_typedarray_info(state->env, bytes, NULL, &size, &from, NULL, NULL);
    if (length > size) length = size;
    job *one = calloc(1, sizeof *one);
    if (!one) return NULL;
    one->bytes = malloc(length + 1);
    if (!one->bytes) {
        free(one);
        return NULL;
    }
    if (length) memcpy(one->bytes, from, length);
    one->bytes[length] = 0;
    one->length = length;
    one->state = state;
    one->handle = -1;
    return one;
}

static napi_value start(job *one, napi_value callback) {
    napi_env env = one->state->env;
    napi_value name;
    napi_create_string_utf8(env, "ticketcore", NAPI_AUTO_LENGTH, &name);
    napi_create_reference(env, callback, 1, &one->callback);
    napi_create_async_work(env, NULL, name, execute, complete, one, &one->work);
    tn_handle *busy = any_handle(one->state, one->handle);
    if (busy) busy->busy++;
    one->state->jobs++;
    napi_queue_async_work(env, one->work);
    return tn_value(env, 0);
}

/* Bytes: the length of the path, the path and a NUL, and the options. */
static void run_open(job *one) {
    tn_in in = {one->bytes, one->bytes + one->length};
    tc_engine_options options;
    tc_error error = TC_ERROR_INIT;
    tn_arena arena;
    uint32_t length;
    one->code = TN_E_BROKEN;
    if (!tn_take(&in, &length, sizeof length) || length >= (size_t)(in.end - in.at)) return;
    const char *path = (const char *)in.at;
    in.at += length + 1;
    tn_arena_begin(&arena);
    if (tn_encode(&tn_type_tc_engine_options, &in, &options, &arena)) {
        options.log = tn_log_take;
        options.log_user_data = one->state->log;
        one->code = tc_engine_open(path, &options, &one->engine, &error);
        if (one->code < 0) tn_decode_error(one->code, &error, &one->out);
    }
    tn_arena_end(&arena);
}

static void finish_open(job *one) {
    if (one->code < 0) return;
    tn_handle *made = tn_handle_new(one->state, TN_ENGINE, &one->answer);
    if (made) made->as.engine = one->engine;
    else one->code = TC_E_NOMEM;
    if (!made) tc_engine_close(one->engine, NULL);
}

/* open(bytes, length, callback): callback(code, handle). */
napi_value tn_job_open(napi_env env, napi_callback_info info) {
    napi_value values[3];
    tn_state *state = tn_arguments(env, info, 3, values);
    job *one = job_new(state, values[0], (size_t)tn_number(env, values[1]));
    if (!one) return tn_value(env, TC_E_NOMEM);
    one->run = run_open;
    one->finish = finish_open;
    return start(one, values[2]);
}

static void run_close(job *one) {
    tc_error error = TC_ERROR_INIT;
    one->code = tc_engine_close(one->engine, &error);
    if (one->code < 0) tn_decode_error(one->code, &error, &one->out);
}

static void finish_close(job *one) {
    if (one->code >= 0) return;
    tn_handle *again = tn_handle_new(one->state, TN_ENGINE, &one->answer);
    if (again) again->as.engine = one->engine;
}

/* close(engine, none, callback): 0, or a code when something still uses it. Snapshots are closed
 * with it; callback(code, a new handle when it failed). */
napi_value tn_job_close(napi_env env, napi_callback_info info) {
    napi_value values[3];
    tn_state *state = tn_arguments(env, info, 3, values);
    tn_handle *engine = tn_handle_of(state, tn_number(env, values[0]), TN_ENGINE);
    if (!engine) return tn_value(env, TC_E_INVALID);
    const uint32_t at = tn_handle_index(state, engine);
    if (engine->busy) return tn_value(env, TC_E_BUSY);
    for (uint32_t i = 0; i < state->handles_count; i++) {
        const tn_handle *one = &state->handles[i];
        if (one->of == at && ((one->what == TN_SNAPSHOT && one->busy) || one->what == TN_QUEUE))
            return tn_value(env, TC_E_BUSY);
    }
    job *one = job_new(state, values[1], 0);
    if (!one) return tn_value(env, TC_E_NOMEM);
    tn_snapshots_close(state, at);
    one->engine = engine->as.engine;
    one->run = run_close;
    one->finish = finish_close;
    tn_handle_free(engine);
    return start(one, values[2]);
}

static void run_batch(job *one) {
    tn_in in = {one->bytes, one->bytes + one->length};
    one->code = tn_call_batch(one->engine, in, &one->out);
}

/* batch(engine, bytes, length, callback) */
napi_value tn_job_batch(napi_env env, napi_callback_info info) {
    napi_value values[4];
    tn_state *state = tn_arguments(env, info, 4, values);
    double number = tn_number(env, values[0]);
    tn_handle *engine = tn_handle_of(state, number, TN_ENGINE);
    job *one = engine ? job_new(state, values[1], (size_t)tn_number(env, values[2])) : NULL;
    if (!one) return tn_value(env, engine ? TC_E_NOMEM : TC_E_INVALID);
    one->handle = number;
    one->engine = engine->as.engine;
    one->run = run_batch;
    return start(one, values[3]);
}

static void run_read(job *one) {
    tn_in in = {one->bytes, one->bytes + one->length};
    one->code = tn_call_read(one->read, one->engine, one->snapshot, in, &one->out);
}

/* readLater(number, handle, bytes, length, callback) */
napi_value tn_job_read(napi_env env, napi_callback_info info) {
    napi_value values[5];
    tn_state *state = tn_arguments(env, info, 5, values);
    size_t row = (size_t)tn_number(env, values[0]);
    double number = tn_number(env, values[1]);
    if (row >= TN_READS_COUNT) return tn_value(env, TN_E_BROKEN);
    const tn_over over = TN_READS[row].over;
    tn_handle *handle =
        over == TN_OVER_NOTHING
            ? NULL
            : tn_handle_of(state, number, over == TN_OVER_ENGINE ? TN_ENGINE : TN_SNAPSHOT);
    if (over != TN_OVER_NOTHING && !handle) return tn_value(env, TC_E_INVALID);
    if (over == TN_OVER_SNAPSHOT && handle->busy) return tn_value(env, TC_E_BUSY);
    job *one = job_new(state, values[2], (size_t)tn_number(env, values[3]));
    if (!one) return tn_value(env, TC_E_NOMEM);
    one->read = &TN_READS[row];
    if (handle) {
        one->handle = number;
        if (over == TN_OVER_ENGINE) one->engine = handle->as.engine;
        else one->snapshot = handle->as.snapshot;
    }
    one->run = run_read;
    return start(one, values[4]);
}
