/* Faults at every index: each operation is run with its Nth system call on files, and then its Nth
 * call of the store's port, going wrong in every way, once and from then on, for N from 1 until the
 * operation ends without reaching it. See docs/proof/faults.md. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "inject.h"
#include "judge.h"
#include "port.h"

/* The prepared store has fewer pages than this, and grows by fewer than the rest. */
#define LIMIT_PAGES_MAX 100u

static prove_options options;
static prove_counts *counts;
static house the_house;

/* One fault, or two. */
typedef struct fault {
    bool port;
    bool limit; /* no file of the process may pass `at` pages */
    int way;
    uint32_t at;
    bool sticky;
    inject_way also; /* a second one, at a later system call */
    uint32_t also_at;
} fault;

typedef struct job {
    const fault *which;
    verdict *v;
    uint8_t *trace; /* shared: the calls of the run */
    bool golden;
} job;

static void fault_name(const fault *which, char *text, size_t room) {
    const char *way = which->limit  ? "file-limit"
                      : which->port ? port_way_name((port_way)which->way)
                                    : inject_way_name((inject_way)which->way);
    int at = snprintf(text, room, "%s:%u:%s", way, which->at, which->sticky ? "on" : "once");
    if (which->also_at && at > 0 && (size_t)at < room)
        snprintf(text + at, room - (size_t)at, "+%s:%u", inject_way_name(which->also),
                 which->also_at);
}

/* A real limit of the machine: writes beyond it are cut short or answer EFBIG. */
static void limit_files(rlim_t bytes) {
    struct rlimit limit;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = bytes;
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) abort();
}

static void arm(void *argument, tc_engine *engine) {
    const fault *which = ((const job *)argument)->which;
    if (which->limit) {
        limit_files((rlim_t)which->at * 4096);
        return;
    }
    if (which->port) {
        if (!engine) return;
        port_wrap(engine);
        port_arm((port_way)which->way, which->at, which->sticky);
        return;
    }
    inject_arm((inject_way)which->way, which->at, which->sticky);
    if (which->also_at) inject_also(which->also, which->also_at);
}

static void disarm(void *argument, verdict *v) {
    const job *this = argument;
    if (this->which->limit) {
        limit_files(RLIM_INFINITY);
        return;
    }
    if (this->which->port) {
        v->calls = port_disarm();
        v->reached = port_reached();
        return;
    }
    v->calls = inject_disarm();
    v->reached = inject_reached();
    memcpy(this->trace, inject_trace(), INJECT_TRACE_MAX);
}

static void run_job(void *argument) {
    job *this = argument;
    const window with = {arm, disarm, this};
    judge_run(&options, &the_house, &with, this->golden, this->v);
}

static void run_dead(void *argument) {
    judge_dead(&options, &the_house, ((job *)argument)->v);
}

static void complain(const op *one, const fault *which, const char *what) {
    char name[80];
    fault_name(which, name, sizeof name);
    prove_complain(counts, "faults", one, name, what);
}

/* Run one case in a child of its own and judge it. False: the fault was not reached. */
static bool run_case(job *this, const op *one) {
    verdict *v = this->v;
    char text[120];
    v->reached = v->began = false;
    v->wrong[0] = '\0';
    v->code = 0;
    int status = prove_child(run_job, this, 60);
    if (status == INJECT_DEAD) {
        v->reached = true;
        atomic_fetch_add(&counts->deaths, 1);
        status = prove_child(run_dead, this, 60);
        if (status != 0) snprintf(v->wrong, sizeof v->wrong, "judging ended with %d", status);
    } else if (status != 0) {
        snprintf(text, sizeof text, status == 128 + 14 ? "it hangs (%s)" : "it ended with %s %d",
                 status > 128 ? "signal" : "status", status > 128 ? status - 128 : status);
        v->reached = v->began;
        snprintf(v->wrong, sizeof v->wrong, "%s%s", text,
                 v->began ? "" : ", before the operation began");
    }
    if (this->which->limit) v->reached = v->code != TC_OK;
    if (v->wrong[0]) complain(one, this->which, v->wrong);
    fault_name(this->which, text, sizeof text);
    if (v->reached) prove_trace(counts, one, text, status == 0 ? v->code : status);
    if (v->reached && !this->golden) atomic_fetch_add(&counts->faults, 1);
    if (v->code == TC_E_OUTCOME_UNKNOWN) atomic_fetch_add(&counts->unknown, 1);
    return v->reached || v->wrong[0];
}

static bool asked_for(const fault *which) {
    char name[80];
    if (!options.fault) return true;
    fault_name(which, name, sizeof name);
    return strcmp(options.fault, name) == 0;
}

/* The short tier takes one way in so many, another one for each index. */
static bool in_tier(const op *one, const fault *which) {
    static const unsigned PART[] = {
        [TIER_SHORT] = 29, [TIER_QUICK] = 1, [TIER_FULL] = 1, [TIER_SOAK] = 1};
    unsigned part = PART[options.tier];
    unsigned turn = (unsigned)which->way * 7 + which->at * 3 + which->sticky;
    turn += prove_turn(&options, one);
    return part == 1 || turn % part == 0;
}

/* Every index of one way, until the operation ends without reaching it. */
static void every_index(job *this, const op *one, fault *which, uint32_t calls,
                        const uint8_t *trace) {
    if (atomic_load(&counts->complaints) >= options.enough) return;
    for (which->at = 1; which->at <= INJECT_TRACE_MAX; which->at++) {
        bool known = which->at <= calls;
        if (!which->port && known &&
            !inject_applies((inject_way)which->way, (inject_call)trace[which->at - 1]))
            continue;
        if ((known || which->port) && !in_tier(one, which)) continue;
        if (!asked_for(which)) {
            if (which->at > calls + 64) return;
            continue;
        }
        /* Clearing up fails too when it is asked to go on failing, or when it is what failed. */
        this->v->lenient = true;
        if (!which->port && !which->sticky && known) {
            inject_call call = (inject_call)trace[which->at - 1];
            this->v->lenient = call == CALL_REMOVE || call == CALL_OPEN || call == CALL_STAT;
        }
        if (!run_case(this, one)) return;
        if (atomic_load(&counts->complaints) >= options.enough) return;
    }
}

/* Real limits on the size of files, every few pages up to where none is met. */
static void every_limit(job *this, const op *one, fault *which) {
    for (uint32_t pages = 1; pages < LIMIT_PAGES_MAX; pages += 3) {
        *which = (fault){.limit = true, .at = pages, .sticky = true};
        this->v->lenient = true;
        if (options.tier == TIER_SHORT && pages % 29 != 1) continue;
        if (asked_for(which)) (void)run_case(this, one);
        if (atomic_load(&counts->complaints) >= options.enough) return;
    }
}

static uint64_t next_random(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* Two faults in one operation, at random. */
static void compound(job *this, const op *one, fault *which, uint32_t calls) {
    uint64_t state = options.seed;
    for (const char *at = one->name; *at; at++) state = state * 31 + (unsigned char)*at;
    unsigned rounds = options.tier == TIER_SOAK ? 2000 : options.tier == TIER_FULL ? 100 : 0;
    for (unsigned i = 0; calls && i < rounds; i++) {
        *which = (fault){.way = 1 + (int)(next_random(&state) % (WAY_DEAD - 1)),
                         .at = 1 + (uint32_t)(next_random(&state) % calls)};
        which->also = (inject_way)(1 + next_random(&state) % (WAY_COUNT - 1));
        which->also_at = which->at + 1 + (uint32_t)(next_random(&state) % 12);
        this->v->lenient = true;
        if (asked_for(which)) (void)run_case(this, one);
    }
}

/* What makes a commit durable: its frame is written to the log and then flushed. Or, without a log,
 * its pages are flushed, and only then its head page is written, through a descriptor that flushes
 * by itself. In both there is a flush behind the first write. */
static bool is_durable(const uint8_t *trace, uint32_t calls) {
    bool written = false, flushed = false;
    for (uint32_t i = 0; i < calls && i < INJECT_TRACE_MAX; i++) {
        flushed |= trace[i] == CALL_SYNC && written;
        written |= trace[i] == CALL_WRITE;
    }
    return flushed;
}

/* What the operation does without a fault, twice: it must be the same, or nothing can be judged. */
static bool learn(job *this, const op *one, fault *which) {
    verdict *v = this->v;
    truth first;
    this->golden = true;
    *which = (fault){.way = WAY_NONE};
    (void)run_case(this, one);
    if (v->wrong[0]) return false;
    first = v->found;
    (void)run_case(this, one);
    this->golden = false;
    if (memcmp(&first, &v->found, sizeof first) != 0) {
        complain(one, which, "two runs without a fault differ");
        return false;
    }
    v->truth = first;
    if (one->kind == OP_COMMAND && !is_durable(this->trace, v->calls)) {
        complain(one, which, "it is acknowledged without a flush");
        return false;
    }
    return true;
}

static void work(unsigned worker, const op *one) {
    if (atomic_load(&counts->complaints) >= options.enough) return;
    if (options.tier == TIER_SHORT && prove_turn(&options, one) % 6) return;
    static uint8_t trace[INJECT_TRACE_MAX];
    verdict *v = prove_share(sizeof *v);
    fault which;
    job this = {&which, v, prove_share(INJECT_TRACE_MAX), false};
    v->worker = worker;
    v->one = one;
    if (!learn(&this, one, &which)) return;
    uint32_t calls = v->calls;
    memcpy(trace, this.trace, sizeof trace);
    for (int way = WAY_EIO; way < WAY_COUNT; way++)
        for (int sticky = 0; sticky < (way >= WAY_DEAD ? 1 : 2); sticky++) {
            which = (fault){.way = way, .sticky = sticky != 0};
            every_index(&this, one, &which, calls, trace);
        }
    compound(&this, one, &which, calls);
    if (one->kind == OP_COMMAND || one->kind == OP_PLACE) every_limit(&this, one, &which);
    if (one->kind == OP_PURE || one->kind == OP_OPEN || one->kind == OP_CLOSE) return;
    for (int way = PORT_IO; way < PORT_WAYS; way++)
        for (int sticky = 0; sticky < 2; sticky++) {
            which = (fault){.port = true, .way = way, .sticky = sticky != 0};
            every_index(&this, one, &which, 0, trace);
        }
}

int main(int argc, char **argv) {
    prove_begin(argc, argv, "faults", &options, &the_house, &counts);
    prove_work(&options, counts, "faults", work);
    return prove_end(&options, counts, "faults");
}
