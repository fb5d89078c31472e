/* The writer with a toy domain of one operation: group commit, request ids, batches, submitted
 * units, refusals without a commit, failures of the stage and of the commit. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#include "engine/engine_internal.h"

/* add: slot (u64), delta (i64), then what to do (u8): 0 add, 1 refuse, 2 fail the stage, 3 ask for
 * a sweep until nothing is pending. Answer: the new value. */
typedef struct add_plan {
    uint64_t slot;
    int64_t delta;
    uint8_t what;
} add_plan;

static int32_t add_decide(tci_ctx *ctx, tci_slice command, void **plan) {
    tci_reader reader = tci_reader_of(command);
    add_plan *made = TCI_ARENA_NEW(ctx->arena, add_plan);
    if (!made) return TC_E_NOMEM;
    made->slot = tci_read_u64(&reader);
    made->delta = tci_read_i64(&reader);
    made->what = tci_read_u8(&reader);
    if (!tci_reader_done(&reader)) return tci_refuse(ctx, TC_E_INVALID, "command", 0, NULL);
    if (made->what == 1) return tci_refuse(ctx, TC_E_STATE, "slot", made->slot, "refused as asked");
    if (made->what == 3 && ctx->sweep_pending) ctx->want_sweep = true;
    *plan = made;
    return TC_OK;
}

static void add_apply(tci_ctx *ctx, void *plan, tci_buf *answer) {
    const add_plan *made = plan;
    uint64_t value = tci_slot_get(ctx->view, 7, (uint32_t)made->slot) + (uint64_t)made->delta;
    tci_slot_set(ctx->view, 7, (uint32_t)made->slot, value);
    tci_emit(ctx, 1, 7, made->slot, value, tci_slice_of(NULL, 0));
    if (made->what == 2) ctx->events->failed = true;
    tci_buf_u64(answer, value);
}

static const tci_op ADD = {0x7701, 1, "toy.add", add_decide, add_apply};

static uint32_t sweep_left;
static bool sweep_breaks; /* the one that a command asks for, half way */
static uint32_t toy_sweep(tci_ctx *ctx, uint32_t limit) {
    if (sweep_breaks && limit == UINT32_MAX) {
        tci_slot_set(ctx->view, 7, 9, 1);
        TCI_PROVE(ctx->view, !sweep_breaks);
    }
    sweep_left = limit >= sweep_left ? 0 : sweep_left - limit;
    return sweep_left;
}
static uint32_t (*const SWEEPS[])(tci_ctx *, uint32_t) = {toy_sweep, NULL};
static void toy_init(tci_ctx *ctx, const uint8_t seed[32]) {
    (void)seed;
    tci_slot_set(ctx->view, 7, 0, 100);
}
static void (*const INITS[])(tci_ctx *, const uint8_t *) = {toy_init, NULL};
static const tci_domain TOY = {.sweeps = SWEEPS, .inits = INITS};

static tc_engine *open_toy(uint32_t flags, uint32_t batch_max, uint32_t depth) {
    tc_engine_options options = TC_ENGINE_OPTIONS_INIT;
    options.flags = TC_OPEN_MEMORY | flags;
    options.batch_max = batch_max;
    options.queue_depth = depth;
    options.clock_ms = 1000;
    tc_engine *engine = NULL;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tci_engine_open(NULL, &options, &TOY, &engine, &error), TC_OK);
    return engine;
}

static int setup(void **state) {
    sweep_left = 0;
    *state = open_toy(TC_OPEN_MANUAL_CLOCK, 0, 0);
    return 0;
}

static int teardown(void **state) {
    return tci_engine_close(*state, NULL);
}

typedef struct toy_call {
    tci_call call;
    tci_buf bytes;
    uint8_t room[32];
} toy_call;

static void toy_make(toy_call *toy, uint64_t slot, int64_t delta, uint8_t what) {
    tci_call_init(&toy->call);
    tci_buf_init(&toy->bytes, toy->room, sizeof toy->room);
    tci_buf_u64(&toy->bytes, slot);
    tci_buf_i64(&toy->bytes, delta);
    tci_buf_u8(&toy->bytes, what);
    toy->call.op = &ADD;
    toy->call.command = tci_buf_slice(&toy->bytes);
}

static int32_t add(tc_engine *engine, uint64_t slot, int64_t delta, uint8_t what, uint64_t *value) {
    toy_call toy;
    toy_make(&toy, slot, delta, what);
    tci_engine_run(engine, &toy.call, 1);
    int32_t code = toy.call.code;
    if (code == TC_OK && value) *value = tci_load64(toy.call.answer.data);
    tci_call_free(&toy.call);
    return code;
}

static uint64_t read_slot(tc_engine *engine, uint64_t partition, uint32_t slot) {
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    uint64_t value = tci_slot_get(tci_snapshot_view(snapshot), partition, slot);
    tc_snapshot_close(snapshot);
    return value;
}

static void test_new_store_runs_inits(void **state) {
    assert_int_equal(read_slot(*state, 7, 0), 100);
}

static void test_one_command_commits(void **state) {
    uint64_t value;
    assert_int_equal(add(*state, 0, 5, 0, &value), TC_OK);
    assert_int_equal(value, 105);
    assert_int_equal(read_slot(*state, 7, 0), 105);
    assert_int_equal(read_slot(*state, 0, TCI_SLOT_BATCH), 1);
    assert_int_equal(read_slot(*state, 0, TCI_SLOT_CLOCK), 1000);
    assert_int_equal(read_slot(*state, 0, TCI_SLOT_FEED_NEXT), 2);
}

static void test_refusal_has_detail_and_commits_nothing(void **state) {
    tc_engine *engine = *state;
    toy_call toy;
    assert_int_equal(add(engine, 0, 1, 0, NULL), TC_OK);
    toy_make(&toy, 3, 1, 1);
    tci_engine_run(engine, &toy.call, 1);
    assert_int_equal(toy.call.code, TC_E_STATE);
    assert_string_equal(toy.call.error.field, "slot");
    assert_string_equal(toy.call.error.message, "refused as asked");
    assert_int_equal(toy.call.error.subject, 3);
    assert_int_equal(toy.call.answer.len, 0);
    tci_call_free(&toy.call);
    assert_int_equal(read_slot(engine, 0, TCI_SLOT_BATCH), 1);
    assert_int_equal(atomic_load(&engine->metrics.empty_batches), 1);
}

static void test_same_request_id_answers_again(void **state) {
    tc_engine *engine = *state;
    toy_call first, second;
    toy_make(&first, 1, 5, 0);
    toy_make(&second, 1, 5, 0);
    tc_request_id_new(&first.call.request_id);
    second.call.request_id = first.call.request_id;
    tci_engine_run(engine, &first.call, 1);
    tci_engine_run(engine, &second.call, 1);
    assert_int_equal(second.call.code, TC_OK);
    assert_false(first.call.replayed);
    assert_true(second.call.replayed);
    assert_int_equal(tci_load64(second.call.answer.data), 5);
    assert_int_equal(read_slot(engine, 7, 1), 5);
    tci_call_free(&first.call);
    tci_call_free(&second.call);
}

static void test_same_request_id_other_content_is_refused(void **state) {
    tc_engine *engine = *state;
    toy_call first, second;
    toy_make(&first, 1, 5, 0);
    toy_make(&second, 1, 6, 0);
    tc_request_id_new(&first.call.request_id);
    second.call.request_id = first.call.request_id;
    tci_engine_run(engine, &first.call, 1);
    tci_engine_run(engine, &second.call, 1);
    assert_int_equal(second.call.code, TC_E_REQUEST_MISMATCH);
    assert_int_equal(read_slot(engine, 7, 1), 5);
    tci_call_free(&first.call);
    tci_call_free(&second.call);
}

static void test_request_id_within_one_batch(void **state) {
    tc_engine *engine = *state;
    toy_call first;
    tci_call calls[2];
    toy_make(&first, 1, 5, 0);
    tc_request_id_new(&first.call.request_id);
    for (int i = 0; i < 2; i++) {
        tci_call_init(&calls[i]);
        calls[i].op = &ADD;
        calls[i].command = first.call.command;
        calls[i].request_id = first.call.request_id;
    }
    tci_engine_run(engine, calls, 2);
    assert_int_equal(calls[0].code, TC_OK);
    assert_int_equal(calls[1].code, TC_OK);
    assert_true(calls[1].replayed);
    assert_int_equal(read_slot(engine, 7, 1), 5);
    tci_call_free(&calls[0]);
    tci_call_free(&calls[1]);
    tci_call_free(&first.call);
}

/* 24 to 48 hours later the id is still known; after that it is swept and takes effect anew. */
static void test_request_ids_are_kept_a_day_and_then_swept(void **state) {
    tc_engine *engine = *state;
    tc_request_id id;
    tc_request_id_new(&id);
    const int64_t day = 86400000;
    static const struct {
        int64_t at_ms;
        bool replayed;
    } STEPS[] = {{1000, false},
                 {2000, true},
                 {86400000 - 1, true},
                 {86400000 + 5000, true},
                 {2 * INT64_C(86400000) - 1, true}};
    for (size_t i = 0; i < TCI_COUNT(STEPS); i++) {
        toy_call toy;
        assert_int_equal(tc_engine_set_clock(engine, STEPS[i].at_ms, NULL), TC_OK);
        toy_make(&toy, 1, 5, 0);
        toy.call.request_id = id;
        tci_engine_run(engine, &toy.call, 1);
        assert_int_equal(toy.call.code, TC_OK);
        assert_int_equal(toy.call.replayed, STEPS[i].replayed);
        tci_call_free(&toy.call);
    }
    for (int i = 2; i < 6; i++) {
        assert_int_equal(tc_engine_set_clock(engine, i * day + 9000, NULL), TC_OK);
        assert_int_equal(add(engine, 2, 1, 0, NULL), TC_OK);
    }
    toy_call toy;
    toy_make(&toy, 1, 5, 0);
    toy.call.request_id = id;
    tci_engine_run(engine, &toy.call, 1);
    assert_false(toy.call.replayed);
    assert_int_equal(read_slot(engine, 7, 1), 10);
    tci_call_free(&toy.call);
}

static void test_batch_answers_each_in_order(void **state) {
    toy_call toys[50];
    tci_call calls[50];
    for (int i = 0; i < 50; i++) {
        toy_make(&toys[i], 1, 1, i % 5 == 4);
        tci_call_init(&calls[i]);
        calls[i].op = &ADD;
        calls[i].command = toys[i].call.command;
    }
    tci_engine_run(*state, calls, 50);
    uint64_t expected = 0;
    for (int i = 0; i < 50; i++) {
        if (i % 5 == 4) {
            assert_int_equal(calls[i].code, TC_E_STATE);
        } else {
            assert_int_equal(calls[i].code, TC_OK);
            assert_int_equal(tci_load64(calls[i].answer.data), ++expected);
        }
        tci_call_free(&calls[i]);
        tci_call_free(&toys[i].call);
    }
    assert_int_equal(read_slot(*state, 0, TCI_SLOT_BATCH), 1);
}

static void test_batch_above_the_limit_takes_more_commits(void **state) {
    (void)state;
    tc_engine *engine = open_toy(0, 10, 0);
    toy_call toys[35];
    tci_call calls[35];
    for (int i = 0; i < 35; i++) {
        toy_make(&toys[i], 1, 1, 0);
        tci_call_init(&calls[i]);
        calls[i].op = &ADD;
        calls[i].command = toys[i].call.command;
    }
    tci_engine_run(engine, calls, 35);
    assert_int_equal(read_slot(engine, 7, 1), 35);
    assert_int_equal(read_slot(engine, 0, TCI_SLOT_BATCH), 4);
    for (int i = 0; i < 35; i++) {
        assert_int_equal(calls[i].code, TC_OK);
        tci_call_free(&calls[i]);
        tci_call_free(&toys[i].call);
    }
    assert_int_equal(tci_engine_close(engine, NULL), TC_OK);
}

static void test_failed_stage_abandons_the_commit(void **state) {
    tc_engine *engine = *state;
    tci_call calls[3];
    toy_call toys[3];
    for (int i = 0; i < 3; i++) {
        toy_make(&toys[i], 1, 1, i == 1 ? 2 : 0);
        tci_call_init(&calls[i]);
        calls[i].op = &ADD;
        calls[i].command = toys[i].call.command;
    }
    tci_engine_run(engine, calls, 3);
    assert_int_equal(calls[0].code, TC_E_NOMEM);
    assert_int_equal(calls[1].code, TC_E_NOMEM);
    /* The third was not in the abandoned commit; it runs in the next. */
    assert_int_equal(calls[2].code, TC_OK);
    assert_int_equal(read_slot(engine, 7, 1), 1);
    for (int i = 0; i < 3; i++) {
        tci_call_free(&calls[i]);
        tci_call_free(&toys[i].call);
    }
}

static void test_want_sweep_sweeps_all_then_decides_again(void **state) {
    sweep_left = 10000;
    assert_int_equal(add(*state, 1, 1, 3, NULL), TC_OK);
    assert_int_equal(sweep_left, 0);
}

/* What a sweep wrote before it found the records wrong may not land with the next command. */
static void test_sweep_that_breaks_lands_nothing(void **state) {
    tc_engine *engine = *state;
    toy_call toys[2];
    tci_call calls[2];
    sweep_left = 10000;
    sweep_breaks = true;
    for (uint8_t i = 0; i < 2; i++) {
        toy_make(&toys[i], i + 1u, 1, i ? 0 : 3);
        tci_call_init(&calls[i]);
        calls[i].op = &ADD;
        calls[i].command = toys[i].call.command;
    }
    tci_engine_run(engine, calls, 2);
    sweep_breaks = false;
    assert_int_equal(calls[0].code, TC_E_CORRUPT);
    assert_int_equal(calls[1].code, TC_OK);
    assert_int_equal(read_slot(engine, 7, 1), 0);
    assert_int_equal(read_slot(engine, 7, 2), 1);
    assert_int_equal(read_slot(engine, 7, 9), 0);
    for (int i = 0; i < 2; i++) {
        tci_call_free(&calls[i]);
        tci_call_free(&toys[i].call);
    }
}

static void test_clock_never_runs_backward(void **state) {
    tc_engine *engine = *state;
    int64_t now;
    assert_int_equal(tc_engine_set_clock(engine, 5000, NULL), TC_OK);
    assert_int_equal(add(engine, 0, 1, 0, NULL), TC_OK);
    atomic_store(&engine->manual_ms, 3000); /* as when the machine's clock is set back */
    assert_int_equal(tc_engine_clock(engine, &now, NULL), TC_OK);
    assert_int_equal(now, 5000);
    assert_int_equal(add(engine, 0, 1, 0, NULL), TC_OK);
    assert_int_equal(read_slot(engine, 0, TCI_SLOT_CLOCK), 5000);
    assert_int_equal(tc_engine_set_clock(engine, 4000, NULL), TC_E_INVALID);
}

static void test_snapshot_keeps_its_moment(void **state) {
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(*state, &snapshot, NULL), TC_OK);
    assert_int_equal(add(*state, 0, 5, 0, NULL), TC_OK);
    assert_int_equal(tci_slot_get(tci_snapshot_view(snapshot), 7, 0), 100);
    assert_int_equal(tc_snapshot_commit(snapshot), 0);
    assert_int_equal(tc_snapshot_refresh(snapshot, NULL), TC_OK);
    assert_int_equal(tci_slot_get(tci_snapshot_view(snapshot), 7, 0), 105);
    assert_int_equal(tc_snapshot_commit(snapshot), 1);
    tc_snapshot_close(snapshot);
}

static void test_close_with_a_snapshot_open_is_busy(void **state) {
    tc_snapshot *snapshot;
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tc_snapshot_open(*state, &snapshot, NULL), TC_OK);
    assert_int_equal(tci_engine_close(*state, &error), TC_E_BUSY);
    tc_snapshot_close(snapshot);
}

static void test_snapshot_serves_one_thread_at_a_time(void **state) {
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(*state, &snapshot, NULL), TC_OK);
    assert_int_equal(tci_snapshot_enter(snapshot, NULL), TC_OK);
    assert_int_equal(tci_snapshot_enter(snapshot, NULL), TC_E_BUSY);
    assert_int_equal(tci_snapshot_leave(snapshot, TC_OK, NULL), TC_OK);
    assert_int_equal(tci_snapshot_enter(snapshot, NULL), TC_OK);
    assert_int_equal(tci_snapshot_leave(snapshot, TC_OK, NULL), TC_OK);
    tc_snapshot_close(snapshot);
}

static void *hammer(void *argument) {
    for (int i = 0; i < 500; i++)
        if (add(argument, 1, 1, (uint8_t)(i % 10 == 9), NULL) != (i % 10 == 9 ? TC_E_STATE : TC_OK))
            return argument;
    return NULL;
}

static void test_many_threads_lose_nothing(void **state) {
    pthread_t threads[16];
    for (int i = 0; i < 16; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, hammer, *state), 0);
    for (int i = 0; i < 16; i++) {
        void *failed;
        pthread_join(threads[i], &failed);
        assert_null(failed);
    }
    assert_int_equal(read_slot(*state, 7, 1), 16 * 450);
    assert_int_equal(read_slot(*state, 0, TCI_SLOT_FEED_NEXT), 1 + 16 * 450);
}

static _Atomic uint32_t finished;
static void count_finish(tci_unit *unit) {
    (void)unit;
    atomic_fetch_add(&finished, 1);
}

static void test_submitted_and_waiting_callers_mix(void **state) {
    enum { N = 1000 };
    tc_engine *engine = *state;
    toy_call *toys = calloc(N, sizeof *toys);
    tci_unit *units = calloc(N, sizeof *units);
    atomic_store(&finished, 0);
    assert_int_equal(tci_engine_start_thread(engine), TC_OK);
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, hammer, engine), 0);
    for (int i = 0; i < N; i++) {
        toy_make(&toys[i], 2, 1, 0);
        units[i] = (tci_unit){.calls = &toys[i].call, .count = 1, .finish = count_finish};
        assert_int_equal(tci_engine_submit(engine, &units[i]), TC_OK);
    }
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    while (atomic_load(&finished) < N) sched_yield();
    assert_int_equal(read_slot(engine, 7, 1), 4 * 450);
    assert_int_equal(read_slot(engine, 7, 2), N);
    for (int i = 0; i < N; i++) tci_call_free(&toys[i].call);
    free(toys);
    free(units);
}

/* A store whose commit fails as a dying disk's does. */
static tci_store_ops broken_ops;
static int32_t broken_code;
static const tci_store_ops *sound_ops;
static int32_t broken_commit(tci_txn *txn) {
    sound_ops->abort(txn);
    return broken_code;
}
static int32_t broken_begin(tci_store *store, uint32_t mode, tci_txn **txn) {
    int32_t code = sound_ops->begin(store, mode, txn);
    if (code == TC_OK) (*txn)->ops = &broken_ops;
    return code;
}
static void break_store(tc_engine *engine, int32_t code) {
    sound_ops = engine->store->ops;
    broken_ops = *sound_ops;
    broken_ops.commit = broken_commit;
    broken_ops.begin = broken_begin;
    broken_code = code;
    engine->store->ops = &broken_ops;
}

static void test_unknown_outcome_poisons_the_handle(void **state) {
    tc_engine *engine = *state;
    break_store(engine, TC_E_OUTCOME_UNKNOWN);
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_E_OUTCOME_UNKNOWN);
    engine->store->ops = sound_ops;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_E_POISONED);
    tc_error error = TC_ERROR_INIT;
    assert_int_equal(tci_engine_enter(engine, &error), TC_E_POISONED);
    assert_int_equal(tc_error_class(error.code), TC_CLASS_FATAL);
}

static void test_full_store_refuses_and_goes_on(void **state) {
    tc_engine *engine = *state;
    break_store(engine, TC_E_STORE_FULL);
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_E_STORE_FULL);
    engine->store->ops = sound_ops;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
    assert_int_equal(read_slot(engine, 7, 1), 1);
}

/* A store that says it is nearly full. */
static int32_t full_stat(tci_store *store, tci_store_stat *stat) {
    int32_t code = sound_ops->stat(store, stat);
    stat->map_bytes = 1000000;
    stat->page_bytes = 4096;
    stat->used_bytes = 950000;
    stat->free_pages = 0;
    return code;
}
static const uint16_t ADD_CODE[] = {0x7701, 0};

static void test_nearly_full_store_takes_only_what_gives_back(void **state) {
    tc_engine *engine = *state;
    tci_domain passing = TOY;
    passing.when_full = ADD_CODE;
    sound_ops = engine->store->ops;
    broken_ops = *sound_ops;
    broken_ops.stat = full_stat;
    engine->store->ops = &broken_ops;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_E_STORE_FULL);
    engine->domain = &passing;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
    engine->domain = &TOY;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_E_STORE_FULL);
    engine->store->ops = sound_ops;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
}

/* A repeated request is no new work. */
static void test_nearly_full_store_answers_again(void **state) {
    tc_engine *engine = *state;
    toy_call first, second;
    toy_make(&first, 1, 5, 0);
    toy_make(&second, 1, 5, 0);
    tc_request_id_new(&first.call.request_id);
    second.call.request_id = first.call.request_id;
    tci_engine_run(engine, &first.call, 1);
    assert_int_equal(first.call.code, TC_OK);
    sound_ops = engine->store->ops;
    broken_ops = *sound_ops;
    broken_ops.stat = full_stat;
    engine->store->ops = &broken_ops;
    engine->fullness.until_look = 0;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_E_STORE_FULL);
    tci_engine_run(engine, &second.call, 1);
    assert_int_equal(second.call.code, TC_OK);
    assert_true(second.call.replayed);
    engine->store->ops = sound_ops;
    tci_call_free(&first.call);
    tci_call_free(&second.call);
}

static uint32_t commits_to_fail;
static int32_t roomless_commit(tci_txn *txn) {
    txn->ops = sound_ops;
    if (commits_to_fail == 0) return tci_txn_commit(txn);
    commits_to_fail--;
    tci_txn_abort(txn);
    return TC_E_STORE_FULL;
}

/* Five commands in one call over a store whose next commits find no room. */
static void add_five(tc_engine *engine, uint32_t failing, int32_t expected) {
    toy_call toys[5];
    tci_call calls[5];
    tci_domain passing = TOY;
    passing.when_full = ADD_CODE;
    engine->domain = &passing;
    break_store(engine, TC_E_STORE_FULL);
    broken_ops.commit = roomless_commit;
    commits_to_fail = failing;
    for (int i = 0; i < 5; i++) {
        toy_make(&toys[i], 1, 1, 0);
        calls[i] = toys[i].call;
        tci_buf_init(&calls[i].answer, calls[i].room, sizeof calls[i].room);
    }
    tci_engine_run(engine, calls, 5);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(calls[i].code, expected);
        if (expected == TC_OK) assert_int_equal(tci_load64(calls[i].answer.data), i + 1);
        tci_call_free(&calls[i]);
    }
    engine->store->ops = sound_ops;
    engine->domain = &TOY;
}

static void test_a_commit_too_large_is_run_as_smaller_ones(void **state) {
    tc_engine *engine = *state;
    add_five(engine, 1, TC_OK);
    assert_int_equal(atomic_load(&engine->metrics.commits), 5);
    assert_int_equal(read_slot(engine, 7, 1), 5);
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
}

static void test_a_full_disk_fails_a_batch_at_once(void **state) {
    tc_engine *engine = *state;
    add_five(engine, 100, TC_E_STORE_FULL);
    assert_int_equal(commits_to_fail, 98);
    assert_int_equal(read_slot(engine, 7, 1), 0);
    engine->fullness.until_look = 0;
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
}

static char told[256];
static uint32_t told_count;
static void listen(void *user_data, int32_t level, const char *area, const char *sentence) {
    (void)user_data;
    assert_string_equal(area, "store");
    assert_int_equal(level, TC_LOG_WARN);
    strncpy(told, sentence, sizeof told - 1);
    told_count++;
}

static int32_t old_stat(tci_store *store, tci_store_stat *stat) {
    int32_t code = sound_ops->stat(store, stat);
    stat->oldest_reader_lag = 20000;
    stat->oldest_reader_pid = 77;
    return code;
}

static void test_an_old_snapshot_is_told_once_a_minute(void **state) {
    tc_engine *engine = *state;
    sound_ops = engine->store->ops;
    broken_ops = *sound_ops;
    broken_ops.stat = old_stat;
    engine->store->ops = &broken_ops;
    engine->log = listen;
    told_count = 0;
    for (int i = 0; i < 200; i++) assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
    assert_int_equal(told_count, 1);
    assert_non_null(strstr(told, "process 77 has a snapshot open that is 20000 commits old"));
    engine->fullness.told_reader_us -= 61 * 1000000;
    for (int i = 0; i < 100; i++) assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
    assert_int_equal(told_count, 2);
    engine->store->ops = sound_ops;
    engine->log = NULL;
}

static void test_queue_full_is_told_and_changes_nothing(void **state) {
    (void)state;
    tc_engine *engine = open_toy(0, 0, 4);
    atomic_store(&engine->waiting, 4); /* as if four commands waited */
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_E_QUEUE_FULL);
    atomic_store(&engine->waiting, 3);
    assert_int_equal(add(engine, 1, 1, 0, NULL), TC_OK);
    atomic_store(&engine->waiting, 0);
    assert_int_equal(read_slot(engine, 7, 1), 1);
    assert_int_equal(tci_engine_close(engine, NULL), TC_OK);
}

static void test_feed_records_hold_whole_frames_without_gaps(void **state) {
    tci_call *calls = calloc(600, sizeof *calls);
    toy_call toy;
    toy_make(&toy, 1, 1, 0);
    for (int i = 0; i < 600; i++) {
        tci_call_init(&calls[i]);
        calls[i].op = &ADD;
        calls[i].command = toy.call.command;
    }
    tci_engine_run(*state, calls, 600);
    for (int i = 0; i < 600; i++) tci_call_free(&calls[i]);
    free(calls);
    tci_call_free(&toy.call);
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(*state, &snapshot, NULL), TC_OK);
    tci_key prefix = tci_key_of(0, TCI_SPACE_FEED);
    tci_cursor cursor;
    tci_slice key, value;
    uint64_t expected = 1, records = 0;
    tci_cursor_open(&cursor, tci_snapshot_view(snapshot), &prefix, NULL);
    for (; tci_cursor_next(&cursor, &key, &value); records++) {
        tci_reader reader = tci_reader_of(value);
        assert_int_equal(tci_read_u64(&reader), expected);
        tci_read_u64(&reader);
        tci_read_u64(&reader);
        uint32_t count = tci_read_u32(&reader);
        assert_int_equal(tci_reader_left(&reader), count * 28u);
        assert_true(value.len <= TCI_PAGE_BYTES - 8);
        expected += count;
    }
    tci_cursor_close(&cursor);
    tc_snapshot_close(snapshot);
    assert_int_equal(expected, 601);
    assert_true(records >= 5);
}

static void test_wait_commit_sees_a_commit_and_times_out(void **state) {
    assert_int_equal(tci_engine_wait_commit(*state, 0, 0), 0);
    assert_int_equal(tci_engine_wait_commit(*state, 0, 12), 0);
    assert_int_equal(add(*state, 0, 1, 0, NULL), TC_OK);
    assert_int_equal(tci_engine_wait_commit(*state, 0, 1000), 1);
    assert_int_equal(tci_engine_wait_commit(*state, 1, 0), 0);
}

static void test_secrets_repeat_with_the_request_id_only(void **state) {
    tc_request_id id, none = {{0}};
    tc_secret a, b, c, d;
    tc_request_id_new(&id);
    tci_engine_make_secret(*state, &id, "hold", &a);
    tci_engine_make_secret(*state, &id, "hold", &b);
    tci_engine_make_secret(*state, &id, "order", &c);
    assert_memory_equal(&a, &b, sizeof a);
    assert_memory_not_equal(&a, &c, sizeof a);
    tci_engine_make_secret(*state, &none, "hold", &c);
    tci_engine_make_secret(*state, &none, "hold", &d);
    assert_memory_not_equal(&c, &d, sizeof a);
}

static void test_request_ids_are_version_7_and_in_order(void **state) {
    (void)state;
    tc_request_id a, b;
    assert_int_equal(tc_request_id_new(&a), TC_OK);
    assert_int_equal(tc_request_id_new(&b), TC_OK);
    assert_int_equal(a.bytes[6] >> 4, 7);
    assert_int_equal(a.bytes[8] >> 6, 2);
    assert_true(memcmp(a.bytes, b.bytes, 6) <= 0);
    assert_memory_not_equal(&a, &b, sizeof a);
    assert_int_equal(tc_request_id_new(NULL), TC_E_INVALID);
}

#define WITH_ENGINE(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_ENGINE(test_new_store_runs_inits),
        WITH_ENGINE(test_one_command_commits),
        WITH_ENGINE(test_refusal_has_detail_and_commits_nothing),
        WITH_ENGINE(test_same_request_id_answers_again),
        WITH_ENGINE(test_same_request_id_other_content_is_refused),
        WITH_ENGINE(test_request_id_within_one_batch),
        WITH_ENGINE(test_request_ids_are_kept_a_day_and_then_swept),
        WITH_ENGINE(test_batch_answers_each_in_order),
        WITH_ENGINE(test_batch_above_the_limit_takes_more_commits),
        WITH_ENGINE(test_failed_stage_abandons_the_commit),
        WITH_ENGINE(test_want_sweep_sweeps_all_then_decides_again),
        WITH_ENGINE(test_sweep_that_breaks_lands_nothing),
        WITH_ENGINE(test_clock_never_runs_backward),
        WITH_ENGINE(test_snapshot_keeps_its_moment),
        WITH_ENGINE(test_close_with_a_snapshot_open_is_busy),
        WITH_ENGINE(test_snapshot_serves_one_thread_at_a_time),
        WITH_ENGINE(test_many_threads_lose_nothing),
        WITH_ENGINE(test_submitted_and_waiting_callers_mix),
        WITH_ENGINE(test_unknown_outcome_poisons_the_handle),
        WITH_ENGINE(test_full_store_refuses_and_goes_on),
        WITH_ENGINE(test_nearly_full_store_takes_only_what_gives_back),
        WITH_ENGINE(test_nearly_full_store_answers_again),
        WITH_ENGINE(test_a_commit_too_large_is_run_as_smaller_ones),
        WITH_ENGINE(test_a_full_disk_fails_a_batch_at_once),
        WITH_ENGINE(test_an_old_snapshot_is_told_once_a_minute),
        WITH_ENGINE(test_queue_full_is_told_and_changes_nothing),
        WITH_ENGINE(test_feed_records_hold_whole_frames_without_gaps),
        WITH_ENGINE(test_wait_commit_sees_a_commit_and_times_out),
        WITH_ENGINE(test_secrets_repeat_with_the_request_id_only),
        WITH_ENGINE(test_request_ids_are_version_7_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
