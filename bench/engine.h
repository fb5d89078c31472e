/* What the two halves of the engine as a subject share: engine.c opens, holds and confirms;
 * engine_jobs.c has the other jobs. */
#ifndef BENCH_ENGINE_H
#define BENCH_ENGINE_H

#include <ticketcore/ticketcore.h>

#include "bench.h"
#include "shop.h"

typedef struct engine_subject {
    const bench_plan *plan;
    tc_engine *engine;
    uint64_t *events;
    uint64_t event_count;
    uint64_t *tickets;           /* of BENCH_GATE: ids in the order of operations */
    tc_feed_cursor expired_from; /* of BENCH_EXPIRY: where the feed ended before */
} engine_subject;

/* A client of the other jobs. */
typedef struct engine_worker {
    const engine_subject *of;
    tc_snapshot *snapshot;
    void *room; /* for what is read */
    tc_command *commands;
    void *requests;
} engine_worker;

void engine_check(int32_t code, const char *what, const tc_error *error);
bool engine_worker_has(bench_job job); /* is it one of engine_jobs.c? */
/* What a job and what is beside it need before the clock starts. */
void engine_prepare(engine_subject *subject);
engine_worker *engine_worker_new(const engine_subject *subject);
void engine_worker_free(engine_worker *mine);
uint32_t engine_worker_run(engine_worker *mine, uint64_t first, uint32_t count);
bool engine_worker_beside(engine_worker *mine, uint64_t turn);
uint64_t engine_worker_taken(engine_subject *subject);

#endif
