/* A call from bytes to bytes: reads, and batches of commands. Nothing here knows JavaScript, so it
 * runs in any thread. An answer is a code, and in `out` what it answered or its error. */
#include "core.h"

#include <string.h>

void *tn_call_room(tn_call *call, const tn_type *type, size_t count) {
    unsigned char *room = tn_arena_take(&call->arena, count, type->size);
    if (room && type->init)
        for (size_t i = 0; i < count; i++) memcpy(room + i * type->size, type->init, type->size);
    return room;
}

int32_t tn_call_read(const tn_read *read, tc_engine *engine, tc_snapshot *snapshot, tn_in in,
                     tn_out *out) {
    static const tc_error plain = TC_ERROR_INIT;
    tn_call call;
    call.engine = engine;
    call.snapshot = snapshot;
    call.error = plain;
    call.in = in;
    call.out = out;
    out->used = 0;
    tn_arena_begin(&call.arena);
    int32_t code = read->run(&call);
    if (out->full && code >= 0) code = TC_E_NOMEM;
    if (code < 0 && code != TN_E_BROKEN) {
        out->used = 0;
        tn_decode_error(code, &call.error, out);
    }
    out->full = false;
    tn_arena_end(&call.arena);
    return code;
}

bool tn_answer_room(const tn_command *command, const void *request, void *result, tn_arena *arena) {
    const tn_type *type = command->result;
    if (!type) return true;
    if (type->init) memcpy(result, type->init, type->size);
    else memset(result, 0, type->size);
    if (command->room_field == TN_NONE) return true;
    const tn_field *list = &type->fields[command->room_field];
    uint32_t count = command->room_constant;
    if (command->room_from != TN_NONE)
        memcpy(&count, (const char *)request + command->room_from, sizeof count);
    if (count == 0) count = 1;
    if (count > 20000) count = 20000; /* more the engine refuses or does not answer */
    size_t width = list->kind == TN_LIST ? list->element->size : sizeof(uint64_t);
    unsigned char *room = tn_arena_take(arena, count, width);
    if (!room) return false;
    if (list->kind == TN_LIST && list->element->init)
        for (uint32_t i = 0; i < count; i++) memcpy(room + i * width, list->element->init, width);
    memcpy((char *)result + list->offset, &room, sizeof room);
    memcpy((char *)result + list->room, &count, sizeof count);
    return true;
}

typedef struct batch {
    tc_command *commands;
    const tn_command **kinds;
    tc_error *errors;
    uint32_t count;
    tn_arena arena;
} batch;

static bool take_command(batch *all, uint32_t at, tn_in *in) {
    static const tc_error no_error = TC_ERROR_INIT;
    static const tc_command no_command = TC_COMMAND_INIT;
    uint32_t row;
    tn_arena *arena = &all->arena;
    if (!tn_take(in, &row, sizeof row) || row >= TN_COMMANDS_COUNT) return false;
    const tn_command *kind = &TN_COMMANDS[row];
    void *request = tn_arena_take(arena, 1, kind->request->size);
    void *result = kind->result ? tn_arena_take(arena, 1, kind->result->size) : NULL;
    if (!request || (kind->result && !result) || !tn_encode(kind->request, in, request, arena) ||
        !tn_answer_room(kind, request, result, arena))
        return false;
    tc_error *error = &all->errors[at];
    *error = no_error;
    error->conflicts_capacity = tn_conflicts_room(kind->request, request);
    if (error->conflicts_capacity)
        error->conflicts = tn_arena_take(arena, error->conflicts_capacity, sizeof(tc_conflict));
    if (!error->conflicts) error->conflicts_capacity = 0;
    all->kinds[at] = kind;
    all->commands[at] = no_command;
    all->commands[at].kind = kind->kind;
    all->commands[at].request = request;
    all->commands[at].result = result;
    all->commands[at].error = error;
    return true;
}

/* In: how many, and each with its row. Out: each with its code. */
int32_t tn_call_batch(tc_engine *engine, tn_in in, tn_out *out) {
    tc_error error = TC_ERROR_INIT;
    batch all;
    int32_t code = TN_E_BROKEN;
    out->used = 0;
    tn_arena_begin(&all.arena);
    if (!tn_take(&in, &all.count, sizeof all.count) || all.count > (size_t)(in.end - in.at) / 8)
        return TN_E_BROKEN;
    all.commands = tn_arena_take(&all.arena, all.count, sizeof *all.commands);
    all.kinds = tn_arena_take(&all.arena, all.count, sizeof *all.kinds);
    all.errors = tn_arena_take(&all.arena, all.count, sizeof *all.errors);
    bool fine = all.commands && all.kinds && all.errors;
    for (uint32_t i = 0; fine && i < all.count; i++) fine = take_command(&all, i, &in);
    if (fine) {
        code = tc_command_batch(engine, all.commands, all.count, &error);
        if (code < 0) tn_decode_error(code, &error, out);
        for (uint32_t i = 0; code >= 0 && i < all.count; i++) {
            const tc_command *one = &all.commands[i];
            tn_put(out, &one->code, sizeof one->code);
            if (one->code < 0) tn_decode_error(one->code, one->error, out);
            else if (all.kinds[i]->result) tn_decode(all.kinds[i]->result, one->result, out);
        }
    }
    tn_arena_end(&all.arena);
    return code;
}
