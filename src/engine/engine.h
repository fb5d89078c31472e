/* The engine's inner face for src/api: running commands, opening snapshots, the store's keys. */
#ifndef TCI_ENGINE_H
#define TCI_ENGINE_H

#include "engine/command.h"
#include "ticketcore/command.h"
#include "ticketcore/engine.h"
#include "ticketcore/snapshot.h"

/* One command in flight. Lives on its caller's stack (synchronous), in the caller's batch, or on
 * the heap (submitted). The leader of a batch fills everything below `answer`. */
typedef struct tci_call {
    const tci_op *op;
    tci_slice command;        /* encoded by src/api; stays valid until answered */
    tc_request_id request_id; /* all zero: none */
    uint8_t request_key[16];  /* what the store knows of it; filled by tci_engine_run */
    uint64_t content;         /* checksum of operation and command; likewise */
    uint64_t seed;
    tc_secret secret; /* what src/api made for the caller; never enters the store */
    tci_buf answer;   /* what apply wrote, or the stored answer of the request id */
    int32_t code;
    bool replayed;          /* the answer was stored earlier */
    tc_error error;         /* detail when code < 0; conflicts point into `conflicts` */
    tc_conflict *conflicts; /* malloc'd, freed by tci_call_free */
    uint8_t room[256];      /* where `answer` begins */
} tci_call;

void tci_call_init(tci_call *call);
void tci_call_free(tci_call *call);

/* Calls that are answered together: one, or those of a batch call. The engine links it while it
 * waits; its owner gives it room until it is answered. */
typedef struct tci_unit {
    tci_call *calls;
    size_t count;
    struct tci_unit *next;
    _Atomic uint32_t state;
    void (*finish)(struct tci_unit *unit); /* submitted units: called by the leader; else NULL */
    void *owner;
} tci_unit;

/* Run calls in the order given, in as few commits as the batch limit allows; returns when all are
 * answered (each has its own code). The engine must be checked by tci_engine_enter first. */
void tci_engine_run(tc_engine *engine, tci_call *calls, size_t count);

/* Hand a unit over; `finish` is called on the leader's thread once it is answered. Answers
 * TC_E_QUEUE_FULL or a failure of tci_engine_enter, then nothing happened. */
int32_t tci_engine_submit(tc_engine *engine, tci_unit *unit);
/* Start the thread that leads batches of submitted units; any number of times. */
int32_t tci_engine_start_thread(tc_engine *engine);

/* Open and close; tc_engine_open gives the domain. */
int32_t tci_engine_open(const char *path, const tc_engine_options *options,
                        const tci_domain *domain, tc_engine **engine, tc_error *error);
int32_t tci_engine_close(tc_engine *engine, tc_error *error);
/* Hot copy of the store into a new folder. */
int32_t tci_engine_copy(tc_engine *engine, const char *path, bool compact, tc_error *error);
/* Whether the store's records hang together below them; for verify. */
int32_t tci_engine_check(tc_engine *engine, tci_store_damage *damage);
/* Children (snapshots, queues) keep a handle open. */
void tci_engine_add_child(tc_engine *engine, int32_t by);
/* Wait until a commit after this one is visible, of any process. 1: there is one; 0: time is up. */
int32_t tci_engine_wait_commit(tc_engine *engine, uint64_t after_commit, int64_t timeout_ms);
void tci_engine_log(const tc_engine *engine, int32_t level, const char *area, const char *format,
                    ...) TCI_PRINTF(4, 5);
/* What the handle and the store know by themselves; the rest of the struct is left alone. */
void tci_engine_fill_stat(tc_engine *engine, tc_engine_stat *stat);
/* Metrics of the writer as OpenMetrics text, without the closing line. */
void tci_engine_write_metrics(tc_engine *engine, tci_buf *text);

/* Every public call begins here: alive, not forked, not poisoned. Fills `error`. */
int32_t tci_engine_enter(tc_engine *engine, tc_error *error);

/* Keyed hash (BLAKE2b, the store's key) of a secret; what the store keeps. 16 bytes. */
void tci_engine_hash_secret(const tc_engine *engine, const tc_secret *secret, uint8_t hash[16]);
/* A secret for a command: from the request id when there is one, so that a repeated command gets
 * the same; else random. `purpose` keeps those of different things apart. */
void tci_engine_make_secret(const tc_engine *engine, const tc_request_id *request_id,
                            const char *purpose, tc_secret *secret);
/* Another secret from one secret, for the n-th part of a thing (the tickets of an order). */
void tci_engine_part_secret(const tc_engine *engine, const tc_secret *whole, uint64_t n,
                            tc_secret *part);
/* Keyed 64-bit hash of a host-given text (a buyer's key, a provider's event id). Not reversible
 * without the store; equal texts give equal hashes in one store. */
void tci_engine_hash_text(const tc_engine *engine, tci_slice text, uint8_t hash[16]);
/* The engine's clock as a snapshot or a deadline sees it. */
int64_t tci_engine_now(tc_engine *engine);
/* How far the machine's clock is behind the store's; 0: it is not, or the clock is manual. */
int64_t tci_engine_clock_behind(const tc_engine *engine, int64_t store_ms);

/* Snapshots: what a reading call works on. */
tci_view *tci_snapshot_view(tc_snapshot *snapshot);
int64_t tci_snapshot_now(const tc_snapshot *snapshot);
tc_engine *tci_snapshot_engine(const tc_snapshot *snapshot);
/* Scratch memory that lives as long as the snapshot (strings of views). */
tci_arena *tci_snapshot_arena(tc_snapshot *snapshot);
/* Begin and end of a reading call: checks the handle, takes its lock; on leave a read failure
 * becomes the answer. A snapshot may be used by one thread at a time; a second gets TC_E_BUSY. */
int32_t tci_snapshot_enter(tc_snapshot *snapshot, tc_error *error);
int32_t tci_snapshot_leave(tc_snapshot *snapshot, int32_t code, tc_error *error);

#endif
