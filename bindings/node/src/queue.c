/* Commands in flight. Many are handed over in one crossing; when the queue's descriptor says so,
 * all answers there are are written for JavaScript and it is called once. A flight keeps what its
 * answer needs until it is taken. */
#include "core.h"

#include <stdlib.h>
#include <string.h>

typedef struct flight {
    const tn_command *command;
    uint32_t token;
    void *result;
    tn_arena arena;
} flight;

struct tn_queue {
    uv_poll_t poll; /* first: libuv's handle is this */
    tc_queue *queue;
    tn_state *state;
    napi_ref callback;
    tn_out out;
};

enum { MOST_AT_ONCE = 4096 };

static void put_answer(tn_out *out, uint32_t token, uint32_t row, int32_t code,
                       const tc_error *error, const void *result) {
    tn_put_u32(out, token);
    tn_put_u32(out, row);
    tn_put(out, &code, sizeof code);
    if (code < 0) tn_decode_error(code, error, out);
    else if (TN_COMMANDS[row].result) tn_decode(TN_COMMANDS[row].result, result, out);
}

static void land(flight *one) {
    tn_arena_end(&one->arena);
    free(one);
}

static void set_watch(struct tn_queue *queue) {
    if (tc_queue_in_flight(queue->queue)) uv_ref((uv_handle_t *)&queue->poll);
    else uv_unref((uv_handle_t *)&queue->poll);
}

static void readable(uv_poll_t *poll, int status, int events) {
    struct tn_queue *queue = (struct tn_queue *)poll;
    tn_state *state = queue->state;
    uint32_t count = 0;
    (void)status;
    (void)events;
    if (state->dying) return;
    queue->out.used = 0;
    while (count < MOST_AT_ONCE) {
        tc_completion completion = TC_COMPLETION_INIT;
        if (tc_queue_next(queue->queue, &completion, 0, NULL) != 1) break;
        flight *one = completion.user_data;
        put_answer(&queue->out, one->token, (uint32_t)(one->command - TN_COMMANDS), completion.code,
                   &completion.error, one->result);
        land(one);
        count++;
    }
    set_watch(queue);
    napi_handle_scope scope;
    if (!count || napi_open_handle_scope(state->env, &scope) != napi_ok) return;
    tn_give(state, &queue->out);
    tn_tell(state, queue->callback, count, tc_queue_in_flight(queue->queue));
    napi_close_handle_scope(state->env, scope);
}

/* queueOpen(engine, capacity, callback): a handle, or a code with its error in the answer. */
napi_value tn_queue_open(napi_env env, napi_callback_info info) {
    napi_value values[3];
    tn_state *state = tn_arguments(env, info, 3, values);
    tc_error error = TC_ERROR_INIT;
    double number = TC_E_NOMEM;
    tn_handle *engine = tn_handle_of(state, tn_number(env, values[0]), TN_ENGINE);
    if (!engine) return tn_value(env, TC_E_INVALID);
    const uint32_t of = tn_handle_index(state, engine);
    struct tn_queue *queue = calloc(1, sizeof *queue);
    if (!queue) return tn_value(env, TC_E_NOMEM);
    int32_t code = tc_queue_open(engine->as.engine, (uint32_t)tn_number(env, values[1]),
                                 &queue->queue, &error);
    if (code >= 0 && uv_poll_init(state->loop, &queue->poll, tc_queue_fd(queue->queue))) {
        tc_queue_close(queue->queue, NULL);
        code = TC_E_NOMEM;
    }
    if (code < 0) {
        free(queue);
        state->out.used = 0;
        tn_decode_error(code, &error, &state->out);
        tn_give(state, &state->out);
        return tn_value(env, code);
    }
    tn_handle *handle = tn_handle_new(state, TN_QUEUE, &number);
    queue->state = state;
    napi_create_reference(env, values[2], 1, &queue->callback);
    uv_poll_start(&queue->poll, UV_READABLE, readable);
    uv_unref((uv_handle_t *)&queue->poll);
    handle->as.queue = queue;
    handle->of = of;
    return tn_value(env, number);
}

/* One command of a submission: 0 submitted or answered, 1 no room, negative broken. */
static int hand_over(struct tn_queue *queue, tc_engine *engine, tn_in *in, tn_out *out,
                     uint32_t *refused) {
    uint32_t row, token;
    tc_error error = TC_ERROR_INIT;
    if (!tn_take(in, &row, sizeof row)) return -1;
    if (row == UINT32_MAX) return 0; /* withdrawn before it came here */
    if (!tn_take(in, &token, sizeof token) || row >= TN_COMMANDS_COUNT) return -1;
    const tn_command *kind = &TN_COMMANDS[row];
    flight *one = malloc(sizeof *one);
    tn_arena words; /* of the request: gone when the engine has copied it */
    int32_t code = TC_E_NOMEM;
    if (!one) return 1;
    one->command = kind;
    one->token = token;
    tn_arena_begin(&one->arena);
    tn_arena_begin(&words);
    void *request = tn_arena_take(&words, 1, kind->request->size);
    one->result = kind->result ? tn_arena_take(&one->arena, 1, kind->result->size) : NULL;
    if (!request || !tn_encode(kind->request, in, request, &words)) {
        tn_arena_end(&words);
        land(one);
        return -1;
    }
    if ((one->result || !kind->result) && tn_answer_room(kind, request, one->result, &one->arena)) {
        tc_command command = TC_COMMAND_INIT;
        command.kind = kind->kind;
        command.request = request;
        command.result = one->result;
        code = tc_command_submit(engine, &command, queue->queue, one, &error);
    }
    tn_arena_end(&words);
    if (code >= 0) return 0;
    land(one);
    if (code == TC_E_QUEUE_FULL) return 1;
    put_answer(out, token, row, code, &error, NULL);
    ++*refused;
    return 0;
}

/* submit(queue, bytes, count, length): how many of the framed commands were taken; the answer has
 * how many of those were refused at once, and they. */
napi_value tn_queue_submit(napi_env env, napi_callback_info info) {
    napi_value values[4];
    tn_state *state = tn_arguments(env, info, 4, values);
    tn_handle *handle = tn_handle_of(state, tn_number(env, values[0]), TN_QUEUE);
    void *bytes = NULL;
    size_t size = 0;
    if (!handle) return tn_value(env, TC_E_INVALID);
    struct tn_queue *queue = handle->as.queue;
    tc_engine *engine = state->handles[handle->of].as.engine;
    if (napi_get_typedarray_info(env, values[1], NULL, &size, &bytes, NULL, NULL) != napi_ok)
        return tn_value(env, TN_E_BROKEN);
    const uint32_t count = (uint32_t)tn_number(env, values[2]);
    const size_t length = (size_t)tn_number(env, values[3]);
    tn_in in = {bytes, (unsigned char *)bytes + (length < size ? length : size)};
    uint32_t taken = 0, refused = 0;
    state->out.used = 0;
    tn_put_u32(&state->out, 0);
    for (; taken < count; taken++) {
        uint32_t frame;
        if (!tn_take(&in, &frame, sizeof frame) || frame > (size_t)(in.end - in.at))
            return tn_value(env, TN_E_BROKEN);
        tn_in one = {in.at, in.at + frame};
        int done = hand_over(queue, engine, &one, &state->out, &refused);
        if (done < 0) return tn_value(env, TN_E_BROKEN);
        if (done > 0) break;
        in.at += frame;
    }
    memcpy(state->out.bytes, &refused, sizeof refused);
    tn_give(state, &state->out);
    set_watch(queue);
    return tn_value(env, taken);
}

static void closed(uv_handle_t *poll) {
    struct tn_queue *queue = (struct tn_queue *)poll;
    tn_state *state = queue->state;
    free(queue->out.bytes);
    free(queue);
    tn_uv_closed(state);
}

void tn_queue_end(tn_state *state, tn_handle *handle) {
    struct tn_queue *queue = handle->as.queue;
    while (tc_queue_in_flight(queue->queue)) {
        tc_completion completion = TC_COMPLETION_INIT;
        if (tc_queue_next(queue->queue, &completion, -1, NULL) != 1) break;
        land(completion.user_data);
    }
    uv_poll_stop(&queue->poll);
    state->closing++;
    uv_close((uv_handle_t *)&queue->poll, closed);
    tc_queue_close(queue->queue, NULL);
    if (queue->callback) napi_delete_reference(state->env, queue->callback);
    tn_handle_free(handle);
}

/* queueClose(queue): what is in flight is waited for and its answers are dropped. */
napi_value tn_queue_close(napi_env env, napi_callback_info info) {
    napi_value values[1];
    tn_state *state = tn_arguments(env, info, 1, values);
    tn_handle *handle = tn_handle_of(state, tn_number(env, values[0]), TN_QUEUE);
    if (handle) tn_queue_end(state, handle);
    return tn_value(env, 0);
}
