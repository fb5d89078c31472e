/* A batch by hand over the memory store, for tests of ledger and payment commands: the world
 * between sf_begin and sf_commit is one commit. */
#ifndef SALES_FIXTURE_H
#define SALES_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "engine/engine_internal.h"
#include "payment/payment.h"

#define UNUSED __attribute__((unused))

static tci_store *sf_store;
static tci_stage sf_stage;
static tci_txn *sf_txn;
static tci_ctx sf_ctx;
static int64_t sf_now_ms;

UNUSED static tci_ctx *sf_begin(void) {
    assert_int_equal(tci_store_begin(sf_store, TCI_TXN_WRITE, &sf_txn), TC_OK);
    tci_view_begin(sf_stage.view, sf_txn, true);
    tci_events_begin(&sf_stage);
    sf_ctx = (tci_ctx){.view = sf_stage.view,
                       .arena = &sf_stage.arena,
                       .events = &sf_stage.events,
                       .now_ms = sf_now_ms,
                       .seed = 42};
    return &sf_ctx;
}

UNUSED static void sf_commit(void) {
    assert_int_equal(tci_view_status(sf_stage.view), TC_OK);
    assert_int_equal(tci_view_flush(sf_stage.view), TC_OK);
    assert_int_equal(tci_txn_commit(sf_txn), TC_OK);
    tci_view_end(sf_stage.view);
    tci_arena_clear(&sf_stage.arena);
}

UNUSED static int sf_setup(void **state) {
    (void)state;
    tci_store_config config = {.create = true};
    sf_now_ms = 1000000;
    assert_int_equal(tci_store_open_mem(&config, &sf_store, NULL), TC_OK);
    return tci_stage_new(&sf_stage);
}

UNUSED static int sf_teardown(void **state) {
    (void)state;
    tci_stage_free(&sf_stage);
    tci_store_close(sf_store);
    return 0;
}

UNUSED static void sf_complain(void *user_data, const char *what, uint64_t partition,
                               uint64_t subject, const char *sentence) {
    (void)partition, (void)what, (void)subject, (void)sentence;
    ++*(uint32_t *)user_data;
}

/* Faults the verifier finds, in a batch of its own. */
UNUSED static uint32_t sf_faults(void) {
    uint32_t faults = 0;
    tci_verify_sink sink = {.fault = sf_complain, .user_data = &faults};
    tci_ctx *ctx = sf_begin();
    tci_payment_verify(ctx->view, ctx->now_ms, &sink);
    sf_commit();
    return faults;
}

#define SF_TEST(name) cmocka_unit_test_setup_teardown(name, sf_setup, sf_teardown)

#endif
