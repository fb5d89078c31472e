/* Planting a fault in a store through a command of the test's own, and asking one verifier whether
 * it sees it. A verifier that misses a planted fault is the fault. */
#ifndef TEST_PLANTED_H
#define TEST_PLANTED_H

#include "../api/sold_house.h"
#include "engine/engine.h"
#include "engine/verify.h"

typedef void (*verifier)(tci_view *view, int64_t now_ms, tci_verify_sink *sink);

/* What the planting command does; one at a time. */
static void (*planted)(tci_ctx *ctx);

static int32_t plant_decide(tci_ctx *ctx, tci_slice command, void **plan) {
    (void)ctx, (void)command;
    *plan = NULL;
    return TC_OK;
}

static void plant_apply(tci_ctx *ctx, void *plan, tci_buf *answer) {
    (void)plan, (void)answer;
    planted(ctx);
}

static const tci_op PLANT = {0x7F01, 1, "test.plant", plant_decide, plant_apply};

static void plant(tc_engine *engine, void (*what)(tci_ctx *ctx)) {
    tci_call call;
    planted = what;
    tci_call_init(&call);
    call.op = &PLANT;
    call.command = tci_slice_of("x", 1);
    tci_engine_run(engine, &call, 1);
    assert_int_equal(call.code, TC_OK);
    tci_call_free(&call);
}

typedef struct findings {
    const char *wanted;
    uint32_t count; /* faults of the kind wanted */
    uint32_t others;
} findings;

static void find(void *user_data, const char *what, uint64_t partition, uint64_t subject,
                 const char *sentence) {
    findings *to = user_data;
    (void)partition, (void)subject;
    assert_true(strlen(sentence) > 10);
    if (to->wanted && strcmp(what, to->wanted) == 0) to->count++;
    else to->others++;
}

static findings verify_by(tc_engine *engine, verifier by, const char *wanted) {
    findings to = {.wanted = wanted};
    tci_verify_sink sink = {find, &to, 0};
    tc_snapshot *snapshot;
    assert_int_equal(tc_snapshot_open(engine, &snapshot, NULL), TC_OK);
    assert_int_equal(tci_snapshot_enter(snapshot, NULL), TC_OK);
    by(tci_snapshot_view(snapshot), tci_snapshot_now(snapshot), &sink);
    /* What is gone is damage to every reader; tc_verify() goes on after it. */
    int32_t status = tci_view_status(tci_snapshot_view(snapshot));
    assert_true(status == TC_OK || status == TC_E_CORRUPT);
    tci_view_clear_status(tci_snapshot_view(snapshot));
    assert_int_equal(tci_snapshot_leave(snapshot, TC_OK, NULL), TC_OK);
    tc_snapshot_close(snapshot);
    assert_true(sink.checked > 0);
    return to;
}

/* The store is sound; then the fault is planted and must be seen as what it is. */
static void expect_seen(tc_engine *engine, verifier by, void (*what)(tci_ctx *ctx),
                        const char *wanted) {
    findings before = verify_by(engine, by, NULL);
    assert_int_equal(before.others, 0);
    plant(engine, what);
    assert_true(verify_by(engine, by, wanted).count > 0);
}

static inline int planted_teardown(void **state) {
    house *h = *state;
    int32_t code = tc_engine_close(h->engine, NULL);
    free(h);
    return code;
}

#endif
