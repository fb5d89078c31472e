/* The engine's own state, shared by the files of src/engine and by nobody else. */
#ifndef TCI_ENGINE_INTERNAL_H
#define TCI_ENGINE_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "base/checksum.h"
#include "base/error.h"
#include "base/secret.h"
#include "engine/engine.h"
#include "engine/fullness.h"

/* Units wait on one of these words, by their batch's number; one wake a batch serves them all. */
#define BATCH_WORDS 64u
#define HISTOGRAM_BUCKETS 40

enum { UNIT_WAITING = 0, UNIT_LEAD = 1, UNIT_DONE = 2 };

/* Counts of values by power of two; one writer at a time. */
typedef struct tci_histogram {
    _Atomic uint64_t buckets[HISTOGRAM_BUCKETS];
    _Atomic uint64_t sum;
    _Atomic uint64_t count;
} tci_histogram;

typedef struct tci_metrics {
    _Atomic uint64_t commits;
    _Atomic uint64_t commit_failures;
    _Atomic uint64_t empty_batches; /* everything refused: no commit, no flush */
    _Atomic uint64_t done;
    _Atomic uint64_t refused;
    _Atomic uint64_t replayed;
    _Atomic uint64_t events;
    tci_histogram batch_commands;
    tci_histogram commit_us;
} tci_metrics;

/* The leader's working set: one leader at a time, so one set an engine. */
typedef struct tci_stage {
    tci_view *view;
    tci_arena arena;
    tci_buf events;       /* frames of this commit */
    uint32_t *frame_ends; /* where each frame ends in `events` */
    size_t frame_capacity;
    uint32_t frame_count;
} tci_stage;

struct tc_engine {
    tci_store *store;
    const tci_domain *domain;
    uint32_t flags;
    uint32_t fork_generation;
    uint32_t batch_max;
    uint32_t queue_depth;
    _Atomic int32_t poisoned; /* the code that every call answers from then on; 0: sound */
    _Atomic int32_t children;
    /* from the store's format row */
    uint32_t disk_format;
    uint8_t store_id[16];
    uint8_t hash_key[32];
    int64_t created_at_ms;
    uint64_t fixed_seed;
    bool seeded; /* the seed is the caller's, not random */
    _Atomic uint64_t seed_count;
    /* clock */
    _Atomic int64_t clock_floor;
    _Atomic int64_t manual_ms;
    _Atomic bool clock_trusted; /* however far it is ahead: new store, or the host says so */
    bool clock_stands;          /* the machine is behind, and the log was told; the leader's */
    bool clock_refused;         /* it is too far ahead, likewise */
    /* log */
    int32_t log_level;
    tc_log_function log;
    void *log_user_data;
    /* writer: the lock guards the forming batch and who leads */
    pthread_mutex_t lock;
    tci_unit *forming_first;
    tci_unit *forming_last;
    uint32_t forming_number;
    bool leading;
    _Atomic uint64_t waiting; /* commands queued or being run */
    _Atomic uint32_t words[BATCH_WORDS];
    tci_stage stage;
    tci_fullness fullness; /* the leader's */
    /* the thread that leads for submitted units */
    pthread_t thread;
    pthread_cond_t thread_wake;
    bool thread_runs;
    bool thread_leads; /* told to lead */
    bool thread_stop;
    /* commits seen, for waiting */
    pthread_mutex_t commit_lock;
    pthread_cond_t commit_wake;
    _Atomic uint64_t last_commit;
    _Atomic uint32_t commit_waiters;
    /* snapshots to use again */
    pthread_mutex_t snapshot_lock;
    tc_snapshot *idle_snapshots;
    uint32_t idle_count;
    _Atomic uint32_t open_snapshots;
    tci_metrics metrics;
};

/* writer.c */
int32_t tci_writer_begin(tc_engine *engine);
void tci_writer_end(tc_engine *engine);
/* stage.c: one commit's worth of calls, under leadership. */
int32_t tci_stage_begin(tc_engine *engine, tci_txn **txn);
void tci_stage_run(tc_engine *engine, tci_unit *first, tci_txn *txn, int32_t code);
int32_t tci_stage_new(tci_stage *stage);
void tci_stage_free(tci_stage *stage);
/* events.c */
void tci_events_begin(tci_stage *stage);
int32_t tci_events_put(tci_stage *stage, int64_t now_ms, uint64_t batch);
/* requests.c */
bool tci_request_find(tci_ctx *ctx, const tci_call *call, tci_slice *answer, bool *matches);
void tci_request_keep(tci_ctx *ctx, const tci_call *call);
bool tci_request_tidy(tci_ctx *ctx);
/* clock.c */
/* Now, not before the store's last commit. */
int64_t tci_clock_now(tc_engine *engine, int64_t store_ms);
/* Before a commit: may it be made at the time that it is? Tells the log what is odd. `where` gets
 * the detail of a refusal. */
int32_t tci_clock_judge(tc_engine *engine, int64_t store_ms, char *where, size_t size);
/* The first look at a store's clock. */
void tci_clock_open(tc_engine *engine, int64_t store_ms);
/* handle.c */
void tci_engine_poison(tc_engine *engine, int32_t code);
/* commits.c */
void tci_engine_seen_commit(tc_engine *engine, uint64_t batch);
/* snapshot.c */
void tci_snapshots_free(tc_engine *engine);
/* metrics.c */
void tci_histogram_add(tci_histogram *histogram, uint64_t value);
uint64_t tci_monotonic_us(void);

#endif
