/* The module as JavaScript sees it: calls with numbers, and two buffers for everything else. One
 * state an environment, so worker threads do not meet; when an environment ends, what it left open
 * is drained and closed. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

tn_state *tn_arguments(napi_env env, napi_callback_info info, size_t count, napi_value *values) {
    void *state = NULL;
    napi_get_cb_info(env, info, &count, values, NULL, &state);
    return state;
}

double tn_number(napi_env env, napi_value value) {
    double number = -1;
    if (napi_get_value_double(env, value, &number) != napi_ok) return -1;
    return number >= 0 && number < 9007199254740992.0 ? number : -1;
}

napi_value tn_value(napi_env env, double number) {
    napi_value made = NULL;
    napi_create_double(env, number, &made);
    return made;
}

/* What does not fit into the buffer goes into one of its own, which large() hands out. */
void tn_give(tn_state *state, const tn_out *out) {
    napi_value made;
    void *to = NULL;
    const double used = (double)out->used;
    memcpy(state->answer_at + state->answer_size, &used, sizeof used);
    if (out->used <= state->answer_size) {
        if (out->used) memcpy(state->answer_at, out->bytes, out->used);
        return;
    }
    if (napi_create_arraybuffer(state->env, out->used, &to, &made) != napi_ok) return;
    memcpy(to, out->bytes, out->used);
    if (state->large) napi_delete_reference(state->env, state->large);
    napi_create_reference(state->env, made, 1, &state->large);
}

/* Calls back in the environment's thread, promises' work included; what it throws is uncaught. */
void tn_tell(tn_state *state, napi_ref function, double a, double b) {
    napi_env env = state->env;
    napi_value call, global, given[2] = {tn_value(env, a), tn_value(env, b)}, error;
    if (!function || napi_get_reference_value(env, function, &call) != napi_ok) return;
    napi_get_global(env, &global);
    if (napi_make_callback(env, NULL, global, call, 2, given, NULL) == napi_pending_exception &&
        napi_get_and_clear_last_exception(env, &error) == napi_ok)
        napi_fatal_exception(env, error);
}

/* setup(request, answer, onLog) */
static napi_value setup(napi_env env, napi_callback_info info) {
    napi_value values[3];
    tn_state *state = tn_arguments(env, info, 3, values);
    if (state->request) napi_delete_reference(env, state->request);
    napi_create_reference(env, values[0], 1, &state->request);
    napi_get_arraybuffer_info(env, values[0], (void **)&state->request_at, &state->request_size);
    if (state->answer) return tn_value(env, 0);
    napi_create_reference(env, values[1], 1, &state->answer);
    napi_get_arraybuffer_info(env, values[1], (void **)&state->answer_at, &state->answer_size);
    state->answer_size -= 8; /* at its end: how long an answer is */
    napi_create_reference(env, values[2], 1, &state->on_log);
    return tn_value(env, 0);
}

/* large(): the answer that did not fit; null: it did. */
static napi_value large(napi_env env, napi_callback_info info) {
    tn_state *state = tn_arguments(env, info, 0, NULL);
    napi_value made = NULL;
    if (!state->large) {
        napi_get_null(env, &made);
        return made;
    }
    napi_get_reference_value(env, state->large, &made);
    napi_delete_reference(env, state->large);
    state->large = NULL;
    return made;
}

/* read(number, handle, length): the code; arguments and answer are in the buffers. */
static napi_value read_now(napi_env env, napi_callback_info info) {
    napi_value values[3];
    tn_state *state = tn_arguments(env, info, 3, values);
    size_t row = (size_t)tn_number(env, values[0]), length = (size_t)tn_number(env, values[2]);
    if (row >= TN_READS_COUNT || length > state->request_size) return tn_value(env, TN_E_BROKEN);
    tc_engine *engine = NULL;
    tc_snapshot *snapshot = NULL;
    if (TN_READS[row].over != TN_OVER_NOTHING) {
        tn_what what = TN_READS[row].over == TN_OVER_ENGINE ? TN_ENGINE : TN_SNAPSHOT;
        tn_handle *handle = tn_handle_of(state, tn_number(env, values[1]), what);
        if (!handle) return tn_value(env, 1);
        if (what == TN_SNAPSHOT && handle->busy) return tn_value(env, 2);
        if (what == TN_ENGINE) engine = handle->as.engine;
        else snapshot = handle->as.snapshot;
    }
    tn_in in = {state->request_at, state->request_at + length};
    int32_t code = tn_call_read(&TN_READS[row], engine, snapshot, in, &state->out);
    tn_give(state, &state->out);
    return tn_value(env, code);
}

static napi_value fail(tn_state *state, int32_t code, const tc_error *error) {
    state->out.used = 0;
    tn_decode_error(code, error, &state->out);
    tn_give(state, &state->out);
    return tn_value(state->env, code);
}

/* snapshotOpen(engine): a handle, or a code. */
static napi_value snapshot_open(napi_env env, napi_callback_info info) {
    napi_value values[1];
    tn_state *state = tn_arguments(env, info, 1, values);
    tc_error error = TC_ERROR_INIT;
    tc_snapshot *made = NULL;
    double number = 0;
    tn_handle *engine = tn_handle_of(state, tn_number(env, values[0]), TN_ENGINE);
    if (!engine) return tn_value(env, 1);
    const uint32_t of = tn_handle_index(state, engine);
    int32_t code = tc_snapshot_open(engine->as.engine, &made, &error);
    if (code < 0) return fail(state, code, &error);
    tn_handle *handle = tn_handle_new(state, TN_SNAPSHOT, &number);
    if (!handle) {
        tc_snapshot_close(made);
        return fail(state, TC_E_NOMEM, NULL);
    }
    handle->as.snapshot = made;
    handle->of = of;
    return tn_value(env, number);
}

enum { REFRESH, MOMENT, COMMIT, CLOSE };

/* snapshot(handle, what): refreshes it, tells its time or commit in the answer, or closes it. */
static napi_value snapshot_do(napi_env env, napi_callback_info info) {
    napi_value values[2];
    tn_state *state = tn_arguments(env, info, 2, values);
    tc_error error = TC_ERROR_INIT;
    tn_handle *handle = tn_handle_of(state, tn_number(env, values[0]), TN_SNAPSHOT);
    if (!handle) return tn_value(env, 1);
    if (handle->busy) return tn_value(env, 2);
    state->out.used = 0;
    int32_t code = 0;
    if (tn_number(env, values[1]) == REFRESH) {
        code = tc_snapshot_refresh(handle->as.snapshot, &error);
    } else if (tn_number(env, values[1]) == MOMENT) {
        double time = (double)tc_snapshot_time(handle->as.snapshot);
        tn_put(&state->out, &time, sizeof time);
    } else if (tn_number(env, values[1]) == COMMIT) {
        uint64_t commit = tc_snapshot_commit(handle->as.snapshot);
        tn_put(&state->out, &commit, sizeof commit);
    } else {
        tc_snapshot_close(handle->as.snapshot);
        tn_handle_free(handle);
    }
    if (code < 0) return fail(state, code, &error);
    tn_give(state, &state->out);
    return tn_value(env, 0);
}

/* ---- the end of an environment */

void tn_uv_closed(tn_state *state) {
    state->closing--;
    if (!state->dying || state->closing) return;
    free(state->handles);
    free(state->out.bytes);
    napi_async_cleanup_hook_handle hook = state->hook;
    free(state);
    napi_remove_async_cleanup_hook(hook);
}

void tn_end_if_idle(tn_state *state) {
    if (!state->dying || state->jobs) return;
    state->closing++; /* none of those below is the last */
    for (uint32_t i = 0; i < state->handles_count; i++)
        if (state->handles[i].what == TN_QUEUE) tn_queue_end(state, &state->handles[i]);
    for (uint32_t i = 0; i < state->handles_count; i++) {
        if (state->handles[i].what != TN_ENGINE) continue;
        tn_snapshots_close(state, i);
        tc_engine_close(state->handles[i].as.engine, NULL);
        tn_handle_free(&state->handles[i]);
    }
    tn_log_close(state->log);
    tn_uv_closed(state);
}

static void environment_ends(napi_async_cleanup_hook_handle hook, void *data) {
    tn_state *state = data;
    (void)hook;
    state->dying = true;
    tn_end_if_idle(state);
}

static bool add(napi_env env, napi_value to, const char *name, napi_callback call, void *data) {
    napi_value made;
    return napi_create_function(env, name, NAPI_AUTO_LENGTH, call, data, &made) == napi_ok &&
           napi_set_named_property(env, to, name, made) == napi_ok;
}

#ifdef NODE_API_MODULE_GET_API_VERSION
NAPI_MODULE_EXPORT int32_t NODE_API_MODULE_GET_API_VERSION(void);
#endif

NAPI_MODULE_INIT() {
    static const struct {
        const char *name;
        napi_callback call;
    } calls[] = {{"setup", setup},
                 {"large", large},
                 {"read", read_now},
                 {"snapshotOpen", snapshot_open},
                 {"snapshot", snapshot_do},
                 {"open", tn_job_open},
                 {"close", tn_job_close},
                 {"batch", tn_job_batch},
                 {"readLater", tn_job_read},
                 {"queueOpen", tn_queue_open},
                 {"submit", tn_queue_submit},
                 {"queueClose", tn_queue_close}};
    tn_state *state = calloc(1, sizeof *state);
    napi_value signature;
    if (!state) return NULL;
    state->env = env;
    if (napi_get_uv_event_loop(env, &state->loop) != napi_ok || !(state->log = tn_log_new(state)) ||
        napi_add_async_cleanup_hook(env, environment_ends, state, &state->hook) != napi_ok) {
        free(state);
        return NULL;
    }
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++)
        if (!add(env, exports, calls[i].name, calls[i].call, state)) return NULL;
    napi_create_string_utf8(env, TN_SIGNATURE, NAPI_AUTO_LENGTH, &signature);
    napi_set_named_property(env, exports, "signature", signature);
    return exports;
}
