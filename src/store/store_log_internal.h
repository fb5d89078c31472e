/* What the parts of the log store share: a store over another one, whose commits go to a log with
 * one flush and are folded into the store below now and then. Only src/store/store_log*.c may
 * include it. See docs/decisions/0011. */
#ifndef TCI_STORE_LOG_INTERNAL_H
#define TCI_STORE_LOG_INTERNAL_H

#include <pthread.h>

#include "base/checksum.h"
#include "base/error.h"
#include "store/log_file.h"
#include "store/log_frame.h"
#include "store/store.h"
#include "store/tail.h"

typedef struct log_txn log_txn;
typedef struct log_scan log_scan;
typedef struct log_epoch log_epoch;

/* From one fold to the next: a moment of the store below, and the tail over it. */
struct log_epoch {
    tci_tail *tail;
    uint64_t base_txn; /* transaction id of the fold, below */
    uint64_t base_seq; /* the newest commit in it */
    uint32_t refs;     /* readers, and the store for its present one; guarded by the lock */
    log_txn *oldest;   /* readers, by the moment they see */
    log_txn *newest;
    log_epoch *next; /* among the past or the retired */
};

struct log_txn {
    tci_txn base;
    tci_txn *below;
    log_epoch *epoch;
    uint64_t seq;   /* the newest commit it sees; of a writer the one it makes */
    log_txn *older; /* readers of the epoch */
    log_txn *newer; /* likewise; or the next idle one */
    log_scan *idle_scans;
    int32_t failed;   /* first failed put or del of a writer */
    uint64_t horizon; /* of a writer: no reader sees what is older */
};

struct log_scan {
    tci_scan base;
    tci_scan *below;
    tci_tail_node *at; /* next node of the tail */
    tci_slice key;     /* next record below */
    tci_slice value;
    bool more;   /* there is one */
    bool placed; /* the record below was answered: step over it first */
    bool begun;  /* a seek has been made */
    log_scan *next;
};

typedef struct log_store {
    tci_store base;
    tci_store *below;
    char *path;
    bool read_only;
    uint32_t fork_generation;
    _Atomic int32_t poison;
    tci_log_file file;
    log_txn writer; /* the one write transaction */
    tci_buf frame;  /* its frame */
    uint8_t *room;  /* for a record being made from a patch */
    size_t room_bytes;
    tci_tail_pool pool; /* the writer's, and of whoever catches up */
    bool unsettled;     /* a frame may not be flushed yet */
    bool logged;        /* the store below refers to the log */
    bool wrote_last;    /* the newest frame is this handle's */
    uint32_t direct;    /* commits without the log; after a few it is worth one */
    uint64_t suspect;   /* fold behind which a reader found a frame that does not follow */
    uint64_t seen;      /* what was published when a reader last read all there is */
    /* guards what follows; taken for moments only, never while the store below may wait */
    pthread_mutex_t lock;
    log_epoch *epoch;
    tci_store_stat below_stat; /* of the store below, when the epoch began */
    uint64_t fold_pages;       /* what folding the epoch's tail takes at most */
    log_epoch *past;           /* folded since, and still read */
    log_epoch *retired;        /* nobody's any more */
    tci_log_at end;            /* behind the newest frame this handle knows */
    log_txn *idle;
} log_store;

extern const tci_store_ops tci_log_ops;

/* What the store below keeps of the log, in a record that nobody above sees. */
typedef struct log_state {
    uint8_t id[TCI_LOG_ID_BYTES];
    uint64_t seq;
    uint64_t chain;
    bool attached; /* the log may hold more: the store is not whole without it */
} log_state;
/* TCI_ABSENT: this store never had a log. */
int32_t tci_log_state_get(tci_txn *below, log_state *state);
int32_t tci_log_state_put(tci_txn *below, const log_state *state);
bool tci_log_state_is(tci_slice key);

/* store_log_follow.c: knowing what other handles have written. Under the lock. */
/* Bring this handle up to the newest fold (that of `below`) and the frames behind it: of a writer
 * all there are, else up to what is published. TCI_ABSENT: somebody folded meanwhile, take a newer
 * transaction below. */
int32_t tci_log_follow(log_store *store, tci_txn *below, uint64_t base_txn, bool writer);
log_epoch *tci_log_epoch_new(log_store *store, uint64_t base_txn, uint64_t base_seq);
/* The store's present epoch is this one from now on. It takes the measure of the room below. */
void tci_log_epoch_set(log_store *store, log_epoch *epoch);
/* A reader leaves; the last of a past epoch retires it. */
void tci_log_epoch_leave(log_store *store, log_epoch *epoch);
/* The writer only: give back the tails nobody reads any more. */
void tci_log_free_retired(log_store *store);

/* store_log_commit.c */
int32_t tci_log_commit(tci_txn *base);
/* Put everything in the tail into the store below and begin a new tail. Takes the writer's
 * transaction below with it, whatever the answer. */
int32_t tci_log_fold(log_store *store, log_txn *txn, bool changed, bool attached);
/* Every record of the tail as of a moment, into a transaction of a store without it. */
int32_t tci_log_put_all(const log_epoch *epoch, uint64_t seq, tci_txn *to);

/* store_log_check.c: TC_E_CORRUPT, and which page of the log. */
int32_t tci_log_check_frames(log_store *store, tci_store_damage *damage);

/* store_log_room.c */
/* Pages that folding this tail takes at most. */
uint64_t tci_log_fold_pages(const log_store *store, const tci_tail *tail);
/* Whether it takes more than half of what the store below has. */
bool tci_log_fold_is_tight(const log_store *store, const tci_tail *tail);

/* store_log_scan.c */
int32_t tci_log_scan_open(tci_txn *base, tci_scan **scan);
int32_t tci_log_scan_seek(tci_scan *base, tci_slice key, tci_slice *found, tci_slice *value);
int32_t tci_log_scan_next(tci_scan *base, tci_slice *found, tci_slice *value);
void tci_log_scan_close(tci_scan *base);

#endif
