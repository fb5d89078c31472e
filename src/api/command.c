/* Running commands of any kind: one, many, or submitted to a queue. Turns request structs into
 * calls by their verb and answers into result structs. Holds no knowledge of any kind. */
#include <stdlib.h>

#include "api/work.h"

/* The request at full size: the caller's own when it has this library's size, else a copy. */
static int32_t full_request(const tci_verb *verb, const void *request, tci_arena *arena,
                            const void **full, tc_error *error) {
    uint32_t size = 0;
    if (request) memcpy(&size, request, sizeof size);
    if (size == verb->request_size) {
        *full = request;
        return TC_OK;
    }
    void *copy = tci_arena_alloc(arena, verb->request_size);
    if (!copy) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    *full = copy;
    return tci_struct_in(request, verb->request_min, verb->request_size, copy, "request", error);
}

static int32_t check_result(const tci_verb *verb, const void *result, tc_error *error) {
    if (!result) return TC_OK;
    if (verb->result_size == 0)
        return tci_fail(error, TC_E_INVALID, "result", "this kind has no result; give NULL");
    union {
        max_align_t align;
        uint8_t bytes[TCI_RESULT_MAX];
    } full;
    TCI_ASSERT(verb->result_size <= sizeof full);
    return tci_struct_in(result, verb->result_min, verb->result_size, &full, "result", error);
}

int32_t tci_work_prepare(tc_engine *engine, uint32_t kind, const void *request, const void *result,
                         tci_call_work *work, tci_call *call, tci_arena *arena, tci_buf *commands,
                         tc_error *error) {
    work->verb = tci_verb_find(kind);
    if (!work->verb) return tci_fail(error, TC_E_INVALID, "kind", "0x%x is no command kind", kind);
    int32_t code = full_request(work->verb, request, arena, &work->request, error);
    if (code == TC_OK) code = check_result(work->verb, result, error);
    if (code != TC_OK) return code;
    tci_call_init(call);
    call->op = work->verb->op;
    call->request_id = ((const tci_request_head *)work->request)->request_id;
    work->begin = commands->len;
    code = work->verb->encode(engine, work->request, call, commands, error);
    if (code == TC_OK && commands->failed) code = tci_fail(error, TC_E_NOMEM, NULL, NULL);
    work->length = commands->len - work->begin;
    if (code != TC_OK) commands->len = work->begin;
    return code;
}

int32_t tci_work_finish(tc_engine *engine, const tci_call_work *work, const tci_call *call,
                        void *result, tc_error *error) {
    if (call->code != TC_OK)
        return error ? tci_error_give_refusal(error, &call->error) : call->code;
    if (!result || !work->verb->decode) return TC_OK;
    union {
        max_align_t align;
        uint8_t bytes[TCI_RESULT_MAX];
    } full;
    TCI_ASSERT(work->verb->result_size <= sizeof full);
    uint32_t size;
    memcpy(&size, result, sizeof size);
    memset(&full, 0, work->verb->result_size);
    memcpy(&full, result, TCI_MIN(size, work->verb->result_size));
    work->verb->decode(engine, work->request, call, &full);
    tci_struct_out(result, &full, work->verb->result_size);
    return TC_OK;
}

int32_t tc_command_run(tc_engine *engine, uint32_t kind, const void *request, void *result,
                       tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code != TC_OK) return code;
    uint8_t room[2048];
    tci_call call;
    tci_call_work work;
    tci_arena arena = {0};
    tci_buf command;
    tci_buf_init(&command, room, sizeof room);
    code = tci_work_prepare(engine, kind, request, result, &work, &call, &arena, &command, error);
    if (code == TC_OK) {
        call.command = tci_buf_slice(&command);
        tci_engine_run(engine, &call, 1);
        code = tci_work_finish(engine, &work, &call, result, error);
        tci_call_free(&call);
    }
    tci_buf_free(&command);
    tci_arena_free(&arena);
    return code;
}

/* A batch in the making: the commands that passed their checks, in order. */
typedef struct batch {
    tci_call *calls;
    tci_call_work *works;
    tc_command **commands;
    size_t count;
    tci_arena arena;
    tci_buf bytes;
} batch;

static int32_t batch_check(const tc_command *commands, size_t count, tc_error *error) {
    if (count && !commands)
        return tci_fail(error, TC_E_INVALID, "commands", "commands may not be NULL");
    if (count > TC_BATCH_MAX)
        return tci_fail(error, TC_E_LIMIT, "count", "count is %zu; it may be at most %d", count,
                        TC_BATCH_MAX);
    for (size_t i = 0; i < count; i++) {
        if (commands[i].size != sizeof *commands)
            return tci_fail(error, TC_E_INVALID, "commands", "commands[%zu].size is %u, not %zu", i,
                            commands[i].size, sizeof *commands);
        if (!tci_verb_find(commands[i].kind))
            return tci_fail(error, TC_E_INVALID, "commands", "commands[%zu].kind 0x%x is no kind",
                            i, commands[i].kind);
    }
    return TC_OK;
}

static bool batch_new(batch *made, size_t count) {
    *made = (batch){0};
    tci_buf_init(&made->bytes, NULL, 0);
    made->calls = malloc(count * sizeof *made->calls);
    made->works = malloc(count * sizeof *made->works);
    made->commands = malloc(count * sizeof(tc_command *));
    return made->calls && made->works && made->commands;
}

static void batch_free(batch *made) {
    for (size_t i = 0; i < made->count; i++) tci_call_free(&made->calls[i]);
    free(made->calls);
    free(made->works);
    free(made->commands);
    tci_arena_free(&made->arena);
    tci_buf_free(&made->bytes);
}

int32_t tc_command_batch(tc_engine *engine, tc_command *commands, size_t count, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code == TC_OK) code = batch_check(commands, count, error);
    if (code != TC_OK || count == 0) return code;
    batch made;
    if (!batch_new(&made, count)) {
        batch_free(&made);
        return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    }
    for (size_t i = 0; i < count; i++) {
        tc_command *command = &commands[i];
        size_t at = made.count;
        command->code = tci_work_prepare(engine, command->kind, command->request, command->result,
                                         &made.works[at], &made.calls[at], &made.arena, &made.bytes,
                                         command->error);
        if (command->code == TC_OK) made.commands[made.count++] = command;
        else if (made.bytes.failed) break;
    }
    if (made.bytes.failed) {
        batch_free(&made);
        return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    }
    for (size_t i = 0; i < made.count; i++)
        made.calls[i].command =
            tci_slice_of(made.bytes.data + made.works[i].begin, made.works[i].length);
    tci_engine_run(engine, made.calls, made.count);
    for (size_t i = 0; i < made.count; i++)
        made.commands[i]->code = tci_work_finish(engine, &made.works[i], &made.calls[i],
                                                 made.commands[i]->result, made.commands[i]->error);
    batch_free(&made);
    return TC_OK;
}
