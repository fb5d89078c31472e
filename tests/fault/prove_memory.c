/* Allocations that fail at every index: each operation is run with its Nth allocation failing, once
 * and from then on, for N from 1 until it ends without reaching it. The answer is TC_E_NOMEM, or
 * the operation did without; nothing changed, nothing leaks. See docs/proof/faults.md. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "judge.h"
#include "starve.h"

static prove_options options;
static prove_counts *counts;
static house the_house;

typedef struct job {
    verdict *v;
    uint32_t at, every;
    bool sticky, golden, finished;
    uint32_t done; /* cases whose fault was reached */
} job;

static void arm(void *argument, tc_engine *engine) {
    const job *this = argument;
    (void)engine;
    starve_arm(this->at, this->sticky);
}

static void disarm(void *argument, verdict *v) {
    (void)argument;
    v->calls = starve_disarm();
    v->reached = starve_reached();
}

static void fault_name(const job *this, char *text, size_t room) {
    snprintf(text, room, "%u:%s", this->at, this->sticky ? "on" : "once");
}

static void complain(const job *this, const char *what) {
    char name[40];
    fault_name(this, name, sizeof name);
    prove_complain(counts, "memory", this->v->one, name, what);
}

/* One case, in this process. */
static void run_one(job *this) {
    verdict *v = this->v;
    const window with = {arm, disarm, this};
    v->reached = v->began = false;
    v->wrong[0] = '\0';
    int64_t before = starve_live();
    judge_run(&options, &the_house, &with, this->golden, v);
    int64_t leaked = starve_live() - before;
    if (v->reached && v->code != TC_OK && v->code != TC_E_NOMEM && !v->wrong[0])
        snprintf(v->wrong, sizeof v->wrong, "answers %s, not NOMEM: %s", tc_error_name(v->code),
                 v->said);
    /* The first run of a process fills what the C library keeps for ever. */
    if (leaked && v->reached && !v->wrong[0])
        snprintf(v->wrong, sizeof v->wrong, "%lld blocks leak", (long long)leaked);
}

static void learn(void *argument) {
    job *this = argument;
    truth first;
    this->golden = true;
    this->at = 0;
    run_one(this);
    first = this->v->found;
    if (!this->v->wrong[0]) run_one(this);
    this->golden = false;
    if (!this->v->wrong[0] && memcmp(&first, &this->v->found, sizeof first) != 0)
        snprintf(this->v->wrong, sizeof this->v->wrong, "two runs without a fault differ");
    if (this->v->wrong[0]) complain(this, this->v->wrong);
    this->v->truth = first;
}

/* All indexes from this->at on, until one is not reached. */
static void run_all(void *argument) {
    job *this = argument;
    char name[40];
    uint32_t from = this->at;
    this->at = 0; /* warm up: nothing fails */
    run_one(this);
    for (this->at = from;; this->at += this->every) {
        fault_name(this, name, sizeof name);
        if (options.fault && strcmp(options.fault, name) != 0) {
            if (this->at > 100000) break;
            continue;
        }
        run_one(this);
        if (this->v->wrong[0]) complain(this, this->v->wrong);
        if (!this->v->reached) break;
        prove_trace(counts, this->v->one, name, this->v->code);
        atomic_fetch_add(&counts->faults, 1);
        if (atomic_load(&counts->complaints) >= options.enough) break;
    }
    this->finished = true;
    if (starve_leaked()) complain(this, "the sanitizer found leaks among these");
}

/* Long operations allocate thousands of times, record by record alike; outside the full tiers they
 * take part with every index of their beginning and a share of the rest. */
static uint32_t stride(uint32_t calls) {
    static const uint32_t MOST[] = {
        [TIER_SHORT] = 6, [TIER_QUICK] = 500, [TIER_FULL] = 20000, [TIER_SOAK] = UINT32_MAX};
    return 1 + calls / MOST[options.tier];
}

static void work(unsigned worker, const op *one) {
    if (options.tier == TIER_SHORT && prove_turn(&options, one) % 3) return;
    job *this = prove_share(sizeof *this);
    verdict *v = this->v = prove_share(sizeof *v);
    char text[80];
    v->worker = worker;
    v->one = one;
    v->lenient = true;
    if (prove_child(learn, this, 60) != 0) complain(this, "it ends without any fault");
    if (v->wrong[0]) return;
    uint32_t calls = v->calls;
    for (int sticky = 0; sticky < 2; sticky++) {
        this->sticky = sticky != 0;
        this->every = options.fault ? 1 : stride(calls);
        this->finished = false;
        for (this->at = 1 + (uint32_t)(options.seed % this->every); !this->finished;
             this->at += this->every) {
            int status = prove_child(run_all, this, 600);
            if (this->finished) break;
            snprintf(text, sizeof text, "it ended with %s %d", status > 128 ? "signal" : "status",
                     status > 128 ? status - 128 : status);
            complain(this, text);
            if (atomic_load(&counts->complaints) >= options.enough) break;
        }
    }
}

int main(int argc, char **argv) {
    if (!starve_works()) {
        puts("prove memory: result=ok seed=0 seconds=0 skipped=1 (no allocator to stand before)");
        return 0;
    }
    prove_begin(argc, argv, "memory", &options, &the_house, &counts);
    prove_work(&options, counts, "memory", work);
    return prove_end(&options, counts, "memory");
}
