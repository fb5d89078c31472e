/* One commit: run the calls of a batch against the stage, then put, seal and commit what they
 * changed. Called by the leader only. A batch in which everything was refused commits nothing. */
#include <stdlib.h>

#include "engine/engine_internal.h"

int32_t tci_stage_new(tci_stage *stage) {
    memset(stage, 0, sizeof *stage);
    tci_buf_init(&stage->events, NULL, 0);
    return tci_view_new(&stage->view);
}

void tci_stage_free(tci_stage *stage) {
    tci_view_free(stage->view);
    tci_arena_free(&stage->arena);
    tci_buf_free(&stage->events);
    free(stage->frame_ends);
    memset(stage, 0, sizeof *stage);
}

/* The position of a commit in its batch: which call of which unit comes next. */
typedef struct cursor {
    tci_unit *unit;
    size_t at;
} cursor;

static tci_call *cursor_next(cursor *from) {
    while (from->unit && from->at >= from->unit->count) {
        from->unit = from->unit->next;
        from->at = 0;
    }
    return from->unit ? &from->unit->calls[from->at++] : NULL;
}

static void answer_error(tci_call *call, int32_t code, const char *where) {
    call->code = code;
    tci_buf_clear(&call->answer);
    tci_fail(&call->error, code, NULL, where && *where ? "%s (%s)" : "%s", tc_error_sentence(code),
             where);
}

/* Give the refusal's detail to the call. Conflicts leave the arena; when memory is out for that the
 * refusal still stands, with its first conflict's numbers only. */
static void answer_refusal(tci_ctx *ctx, tci_call *call, int32_t code) {
    call->code = code;
    call->error = ctx->refusal;
    call->error.size = sizeof call->error;
    uint32_t kept = TCI_MIN(ctx->refusal.conflicts_count, (uint32_t)TC_HOLD_SEATS_MAX);
    call->error.conflicts = NULL;
    call->error.conflicts_capacity = 0;
    if (kept && ctx->conflicts) {
        call->conflicts = malloc(kept * sizeof *call->conflicts);
        if (call->conflicts) {
            memcpy(call->conflicts, ctx->conflicts, kept * sizeof *call->conflicts);
            call->error.conflicts = call->conflicts;
            call->error.conflicts_capacity = kept;
        }
    }
}

static bool has_request_id(const tci_call *call) {
    static const tc_request_id NONE;
    return memcmp(&call->request_id, &NONE, sizeof NONE) != 0;
}

/* The answer of an earlier command with this request id. True when there was one. */
static bool answer_stored(tci_ctx *ctx, tci_call *call) {
    tci_slice stored;
    bool matches;
    if (!tci_request_find(ctx, call, &stored, &matches)) return false;
    if (!matches) {
        tci_refuse(ctx, TC_E_REQUEST_MISMATCH, "request_id", 0, NULL);
        answer_refusal(ctx, call, TC_E_REQUEST_MISMATCH);
        return true;
    }
    tci_buf_bytes(&call->answer, stored.data, stored.len);
    call->code = call->answer.failed ? TC_E_NOMEM : TC_OK;
    call->replayed = true;
    return true;
}

static void sweep_all(tci_ctx *ctx, const tci_domain *domain, uint32_t limit) {
    uint32_t left = 0;
    for (size_t i = 0; domain->sweeps[i]; i++) left += domain->sweeps[i](ctx, limit);
    ctx->sweep_pending = left != 0;
}

/* TC_OK: everything that was written so far was written whole. */
static int32_t failure_of(const tci_ctx *ctx) {
    int32_t status = tci_view_status(ctx->view);
    return status == TC_OK && (ctx->events->failed || ctx->arena->failed) ? TC_E_NOMEM : status;
}

/* `spoiled`: a sweep that was asked for could not be done whole, so nothing of the stage may land.
 */
static int32_t decide(tci_ctx *ctx, const tci_domain *domain, tci_call *call, void **plan,
                      bool *spoiled) {
    for (;;) {
        ctx->seed = call->seed;
        ctx->want_sweep = false;
        ctx->conflicts = NULL;
        ctx->refusal.conflicts_count = 0;
        ctx->refusal.event = ctx->refusal.subject = 0;
        ctx->refusal.expected_version = ctx->refusal.actual_version = 0;
        int32_t code = call->op->decide(ctx, call->command, plan);
        if (tci_view_status(ctx->view) != TC_OK || !ctx->want_sweep) return code;
        sweep_all(ctx, domain, UINT32_MAX);
        int32_t failure = failure_of(ctx);
        *spoiled = failure != TC_OK;
        if (*spoiled) return failure;
        TCI_ASSERT(!ctx->sweep_pending);
    }
}

static const char KEPT_FOR[] = "nearly: what is left is kept for what gives back";

/* Run one call. False: the stage is no longer sound and the whole commit must be abandoned. */
static bool run_call(tci_ctx *ctx, const tc_engine *engine, tci_call *call) {
    bool keeps = has_request_id(call);
    bool spoiled = false;
    void *plan = NULL;
    tci_arena_clear(ctx->arena);
    int32_t code = TCI_ABSENT;
    if (!keeps || !answer_stored(ctx, call)) {
        if (tci_view_status(ctx->view) == TC_OK && !tci_fullness_admits(engine, call->op->code)) {
            answer_error(call, TC_E_STORE_FULL, KEPT_FOR);
            return true;
        }
        code = decide(ctx, engine->domain, call, &plan, &spoiled);
    }
    if (spoiled) return false;
    if (tci_view_status(ctx->view) != TC_OK) {
        /* Reading failed; nothing of this command was written. */
        answer_error(call, tci_view_status(ctx->view), tci_view_status_where(ctx->view));
        tci_view_clear_status(ctx->view);
        return true;
    }
    if (code == TCI_ABSENT) return true;
    if (ctx->arena->failed) code = TC_E_NOMEM; /* whatever decide made of it */
    if (code != TC_OK) {
        if (ctx->refusal.code == code) answer_refusal(ctx, call, code);
        else answer_error(call, code, NULL);
        return true;
    }
    call->op->apply(ctx, plan, &call->answer);
    if (keeps) tci_request_keep(ctx, call);
    call->code = TC_OK;
    return failure_of(ctx) == TC_OK && !call->answer.failed;
}

/* What the commit ended with, told to every call of it when it did not land. */
static void abandon(cursor from, const cursor *to, int32_t code, const char *where) {
    for (tci_call *call;
         (from.unit != to->unit || from.at != to->at) && (call = cursor_next(&from));) {
        call->replayed = false;
        answer_error(call, code, where);
    }
}

/* Forget what was answered, to run the calls again; answers how many they are. */
static uint32_t take_back(cursor from, const cursor *to) {
    uint32_t count = 0;
    for (tci_call *call;
         (from.unit != to->unit || from.at != to->at) && (call = cursor_next(&from)); count++) {
        tci_buf_clear(&call->answer);
        free(call->conflicts);
        call->conflicts = NULL;
        call->error.conflicts = NULL;
        call->error.conflicts_capacity = 0;
        call->replayed = false;
    }
    return count;
}

/* A commit found no room. What gives back may still find it, one command at a time; when not even
 * one does, none of the batch will. */
static void run_smaller(tc_engine *engine, cursor from, cursor *at) {
    const cursor end = {NULL, 0};
    bool tried = engine->fullness.tight;
    if (!tried && tci_fullness_tighten(engine, take_back(from, at))) {
        *at = from;
        return;
    }
    if (tried) *at = end;
    abandon(from, at, TC_E_STORE_FULL, NULL);
}

static int32_t seal(tci_stage *stage, int64_t now_ms, uint64_t *batch) {
    *batch = tci_slot_get(stage->view, 0, TCI_SLOT_BATCH) + 1;
    tci_slot_set(stage->view, 0, TCI_SLOT_BATCH, *batch);
    tci_slot_set(stage->view, 0, TCI_SLOT_CLOCK, (uint64_t)now_ms);
    int32_t code = tci_events_put(stage, now_ms, *batch);
    if (code == TC_OK) code = tci_view_status(stage->view);
    return code == TC_OK ? tci_view_flush(stage->view) : code;
}

/* Run up to batch_max calls from the cursor; answers whether anything changed. A failure of the
 * stage shows in *failure. */
static bool run_calls(tc_engine *engine, tci_ctx *ctx, cursor *at, int32_t *failure) {
    tci_stage *stage = &engine->stage;
    tci_fullness_look(engine);
    bool changed = tci_request_tidy(ctx);
    sweep_all(ctx, engine->domain, tci_fullness_sweep_limit(engine));
    *failure = failure_of(ctx);
    uint32_t count = 0;
    for (; *failure == TC_OK && count < engine->batch_max; count++) {
        if (count && tci_fullness_closes(engine, stage->view)) break;
        tci_call *call = cursor_next(at);
        if (!call) break;
        if (!run_call(ctx, engine, call)) {
            *failure = failure_of(ctx);
            if (*failure == TC_OK) *failure = TC_E_NOMEM; /* of the answer */
        }
        changed |= call->code == TC_OK && !call->replayed;
    }
    tci_histogram_add(&engine->metrics.batch_commands, count);
    if (*failure != TC_OK && count == 0) cursor_next(at);
    return changed || ctx->event_count != 0;
}

/* The calls that run_calls would have run. */
static void skip_calls(const tc_engine *engine, cursor *at) {
    for (uint32_t count = 0; count < engine->batch_max && cursor_next(at); count++) {}
}

/* One transaction. Moves the cursor past the calls it answered. */
static void run_commit(tc_engine *engine, tci_txn *txn, cursor *at) {
    tci_stage *stage = &engine->stage;
    cursor from = *at;
    tci_view_begin(stage->view, txn, true);
    tci_events_begin(stage);
    tci_ctx ctx = {.view = stage->view, .arena = &stage->arena, .events = &stage->events};
    char odd[80] = "";
    tci_head_must(stage->view);
    int64_t store_ms = (int64_t)tci_slot_get(stage->view, 0, TCI_SLOT_CLOCK);
    int32_t code = tci_clock_judge(engine, store_ms, odd, sizeof odd);
    bool timely = code == TC_OK, changed = false;
    uint64_t batch = 0;
    ctx.now_ms = tci_clock_now(engine, store_ms);
    if (timely) changed = run_calls(engine, &ctx, at, &code);
    else skip_calls(engine, at);
    if (code == TC_OK && changed) code = seal(stage, ctx.now_ms, &batch);
    const char *where = code == TC_OK ? "" : timely ? tci_view_status_where(stage->view) : odd;
    if (code != TC_OK || !changed) {
        tci_txn_abort(txn);
        if (code == TC_OK) atomic_fetch_add(&engine->metrics.empty_batches, 1);
    } else {
        uint64_t began = tci_monotonic_us();
        code = tci_txn_commit(txn);
        tci_histogram_add(&engine->metrics.commit_us, tci_monotonic_us() - began);
    }
    if (code != TC_OK) {
        if (code == TC_E_STORE_FULL) run_smaller(engine, from, at);
        else abandon(from, at, code, where);
        atomic_fetch_add(&engine->metrics.commit_failures, 1);
        if (tc_error_class(code) == TC_CLASS_FATAL) tci_engine_poison(engine, TC_E_POISONED);
    } else if (changed) {
        atomic_store(&engine->clock_trusted, false);
        atomic_fetch_add(&engine->metrics.commits, 1);
        atomic_fetch_add(&engine->metrics.events, ctx.event_count);
        tci_engine_seen_commit(engine, batch);
    }
    tci_view_end(stage->view);
    tci_arena_clear(&stage->arena);
}

static void count_answers(tc_engine *engine, cursor from) {
    uint64_t done = 0, refused = 0, replayed = 0;
    for (tci_call *call; (call = cursor_next(&from));) {
        done += call->code == TC_OK;
        refused += call->code != TC_OK;
        replayed += call->replayed;
    }
    atomic_fetch_add(&engine->metrics.done, done);
    atomic_fetch_add(&engine->metrics.refused, refused);
    atomic_fetch_add(&engine->metrics.replayed, replayed);
}

int32_t tci_stage_begin(tc_engine *engine, tci_txn **txn) {
    int32_t code = atomic_load(&engine->poisoned);
    if (code != TC_OK) return code;
    uint32_t mode = TCI_TXN_WRITE | (engine->flags & TC_OPEN_RELAXED ? TCI_TXN_RELAXED : 0u);
    code = tci_store_begin(engine->store, mode, txn);
    if (tc_error_class(code) == TC_CLASS_FATAL) tci_engine_poison(engine, TC_E_POISONED);
    return code;
}

/* The batch's first transaction was begun before the batch was closed, so that callers could join
 * while another process wrote; more are begun here when one commit may not hold all its commands.
 */
void tci_stage_run(tc_engine *engine, tci_unit *first, tci_txn *txn, int32_t code) {
    cursor at = {first, 0};
    while (code == TC_OK) {
        run_commit(engine, txn, &at);
        cursor peek = at;
        if (!cursor_next(&peek)) break;
        code = tci_stage_begin(engine, &txn);
    }
    const cursor end = {NULL, 0};
    if (code != TC_OK) abandon(at, &end, code, NULL);
    count_answers(engine, (cursor){first, 0});
}
