/* What decide and apply call: refusals and the seed's stream; and the life of a call. Nothing here
 * reads or writes the store, and nothing formats text: refusals are as hot as successes. */
#include <stdlib.h>

#include "engine/engine.h"

int32_t tci_refuse(tci_ctx *ctx, int32_t code, const char *field, uint64_t subject,
                   const char *message) {
    TCI_DEBUG_ASSERT(code < 0);
    tc_error *refusal = &ctx->refusal;
    refusal->code = code;
    refusal->subject = subject;
    refusal->field[0] = '\0';
    if (field) strncat(refusal->field, field, sizeof refusal->field - 1);
    refusal->message[0] = '\0';
    strncat(refusal->message, message ? message : tc_error_sentence(code),
            sizeof refusal->message - 1);
    return code;
}

int32_t tci_refuse_version(tci_ctx *ctx, const char *field, uint64_t subject, uint64_t expected,
                           uint64_t actual) {
    tci_refuse(ctx, TC_E_VERSION, field, subject, NULL);
    ctx->refusal.expected_version = expected;
    ctx->refusal.actual_version = actual;
    return TC_E_VERSION;
}

void tci_refuse_seat(tci_ctx *ctx, const tc_conflict *conflict) {
    tc_error *refusal = &ctx->refusal;
    if (!ctx->conflicts) {
        ctx->conflicts = tci_arena_alloc(ctx->arena, TC_HOLD_SEATS_MAX * sizeof *ctx->conflicts);
        if (!ctx->conflicts) return;
    }
    if (refusal->conflicts_count < TC_HOLD_SEATS_MAX)
        ctx->conflicts[refusal->conflicts_count] = *conflict;
    refusal->conflicts_count++;
}

uint64_t tci_seed_next(tci_ctx *ctx) {
    ctx->seed += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t z = ctx->seed;
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

void tci_call_init(tci_call *call) {
    memset(call, 0, offsetof(tci_call, room));
    call->error.size = sizeof call->error;
    tci_buf_init(&call->answer, call->room, sizeof call->room);
}

void tci_call_free(tci_call *call) {
    tci_buf_free(&call->answer);
    free(call->conflicts);
    call->conflicts = NULL;
}
