/* Commands as a log would hold them: the first byte picks an operation, the second the time, the
 * rest is its encoded command, as raw as it comes. Decided, and applied when decided, over the
 * house; then everything is given up. */
#include "api/domain.h"
#include "api/verb.h"
#include "engine/engine_internal.h"
#include "house.h"

static const tci_verb *const TABLES[] = {
    tci_verbs_catalog, tci_verbs_inventory, tci_verbs_sales, tci_verbs_payment,
    tci_verbs_tickets, tci_verbs_outbox,    tci_verbs_feed,
};

static const tci_op *pick(unsigned number) {
    unsigned count = 0;
    for (size_t t = 0; t < TCI_COUNT(TABLES); t++)
        for (const tci_verb *verb = TABLES[t]; verb->kind; verb++) count++;
    number %= count;
    for (size_t t = 0; t < TCI_COUNT(TABLES); t++)
        for (const tci_verb *verb = TABLES[t]; verb->kind; verb++)
            if (number-- == 0) return verb->op;
    return NULL;
}

/* As src/engine/stage.c runs one. */
static void run(tc_engine *engine, const tci_op *op, tci_slice command, int64_t now_ms) {
    static tci_stage stage;
    if (!stage.view) FUZZ_MUST(tci_stage_new(&stage) == TC_OK);
    tci_txn *txn;
    tci_buf answer;
    tci_buf_init(&answer, NULL, 0);
    FUZZ_MUST(tci_store_begin(engine->store, TCI_TXN_WRITE, &txn) == TC_OK);
    tci_view_begin(stage.view, txn, true);
    tci_events_begin(&stage);
    tci_ctx ctx = {.view = stage.view, .arena = &stage.arena, .events = &stage.events};
    ctx.now_ms = now_ms;
    ctx.seed = 5;
    void *plan = NULL;
    for (int round = 0; round < 2; round++) {
        ctx.want_sweep = false;
        int32_t code = op->decide(&ctx, command, &plan);
        if (code == TC_OK) op->apply(&ctx, plan, &answer);
        else FUZZ_MUST(code < 0);
        if (!ctx.want_sweep) break;
        for (size_t i = 0; tci_domain_all.sweeps[i]; i++)
            tci_domain_all.sweeps[i](&ctx, UINT32_MAX);
    }
    FUZZ_MUST(tci_view_status(stage.view) == TC_OK);
    (void)tci_events_put(&stage, now_ms, 99);
    FUZZ_MUST(tci_view_flush(stage.view) == TC_OK);
    tci_view_end(stage.view);
    tci_txn_abort(txn);
    tci_arena_clear(&stage.arena);
    tci_buf_free(&answer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static tc_engine *engine;
    static const int64_t LATER[] = {0, 1000, 600000, 7200000, 90000000, INT64_C(3000000000)};
    if (!engine) engine = fuzz_house_new(NULL);
    if (size < 2) return 0;
    uint8_t *command = malloc(size - 2 ? size - 2 : 1);
    FUZZ_MUST(command != NULL);
    if (size > 2) memcpy(command, data + 2, size - 2);
    run(engine, pick(data[0]), tci_slice_of(command, size - 2),
        HOUSE_T0 + 3000 + LATER[data[1] % TCI_COUNT(LATER)]);
    free(command);
    return 0;
}
