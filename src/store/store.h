/* The store port: an ordered, transactional key-value store behind which LMDB, memory, or one day a
 * distributed engine stands. Everything above sees only this header (and the view over it). Keys
 * are at most TCI_KEY_MAX bytes, ordered by memcmp, and begin with their partition. No pointer got
 * from a transaction outlives it. One thread uses a transaction at a time; any thread may. */
#ifndef TCI_STORE_H
#define TCI_STORE_H

#include "base/base.h"

#define TCI_KEY_MAX 64
/* Longest value. A key or value that is too long answers TC_E_LIMIT, an empty key TC_E_INVALID, and
 * the transaction goes on; an empty value is fine. */
#define TCI_VALUE_MAX 1048576
/* Answer of a look-up that found nothing (not an error, so not negative). */
#define TCI_ABSENT 1

typedef struct tci_store tci_store;
typedef struct tci_txn tci_txn;
typedef struct tci_scan tci_scan;

/* What a transaction is for; one of READ and WRITE, RELAXED may be added to WRITE. */
enum {
    TCI_TXN_READ = 1,
    TCI_TXN_WRITE = 2,
    TCI_TXN_RELAXED = 4 /* the commit may be lost in a power cut; the store stays consistent */
};

typedef struct tci_store_config {
    const char *path;     /* folder of the store; ignored by the memory store */
    uint64_t map_bytes;   /* LMDB map; 0: 32 GiB (2 GiB where pointers have 32 bits) */
    uint32_t max_readers; /* 0: 1024 */
    bool create;          /* make it when there is none */
    bool exclusive;       /* with create: refuse when there is one already (TC_E_STORE_EXISTS) */
    bool read_only;
    /* Fills a new store inside its first transaction. Called at most once, before anybody else can
     * see the store. */
    int32_t (*init)(tci_txn *txn, void *user_data);
    void *user_data;
} tci_store_config;

typedef struct tci_store_stat {
    uint64_t last_txn_id;   /* of the newest commit */
    uint64_t map_bytes;     /* what the store may grow to */
    uint64_t used_bytes;    /* high-water mark of pages in use */
    uint64_t file_bytes;    /* size of the data file */
    uint64_t free_pages;    /* pages on the free list; 0 where it is not known cheaply */
    uint64_t waiting_pages; /* of those, the ones freed since the oldest open reader's moment: not
                               to be used again before it ends */
    uint32_t page_bytes;
    uint32_t tree_depth; /* levels of the tree; 0: not known */
    uint64_t tree_pages; /* its pages, without what records larger than half a page have alone */
    uint32_t readers;    /* reader slots in use */
    uint32_t max_readers;
    uint32_t oldest_reader_pid; /* its process; 0: none, or not known */
    uint64_t oldest_reader_lag; /* commits since the oldest open reader's moment */
} tci_store_stat;

/* What is wrong below the records: a page of the data file, and a static sentence about it. */
typedef struct tci_store_damage {
    uint64_t page;
    const char *what;
    bool readable; /* only room is lost: every record can still be read */
    bool in_log;   /* the page is one of the log, not of the data file */
} tci_store_damage;

/* What to change in a copy; TCI_ABSENT: nothing. */
typedef int32_t (*tci_copy_finish)(tci_txn *txn, void *user_data);

/* One implementation of the port. Every function answers TC_OK, TCI_ABSENT where it looks
 * something up, or a negative TC_E_… code. */
typedef struct tci_store_ops {
    const char *name;
    /* TC_E_STORE_CONFLICT: LMDB's count of commits is not the disk's; TC_E_BUSY: this thread has
     * the write transaction, or a grown map waits for open snapshots. Nothing was begun. */
    int32_t (*begin)(tci_store *store, uint32_t mode, tci_txn **txn);
    /* value stays valid until the next put or del in a write transaction, else until its end */
    int32_t (*get)(tci_txn *txn, tci_slice key, tci_slice *value);
    int32_t (*put)(tci_txn *txn, tci_slice key, tci_slice value);
    int32_t (*del)(tci_txn *txn, tci_slice key); /* TCI_ABSENT when there was none */
    /* A scan sees keys in order. seek finds the first key >= the one given. Writing through the
     * same transaction invalidates the scan until its next seek. */
    int32_t (*scan_open)(tci_txn *txn, tci_scan **scan);
    int32_t (*scan_seek)(tci_scan *scan, tci_slice key, tci_slice *found, tci_slice *value);
    int32_t (*scan_next)(tci_scan *scan, tci_slice *found, tci_slice *value);
    void (*scan_close)(tci_scan *scan);
    /* Ends the transaction whatever the answer. TC_E_OUTCOME_UNKNOWN: it may have landed; the store
     * refuses everything from then on. Any other failure (TC_E_STORE_FULL, TC_E_NOMEM, TC_E_LIMIT
     * for more changes than one transaction holds, or what a put failed with): nothing landed. */
    int32_t (*commit)(tci_txn *txn);
    void (*abort)(tci_txn *txn); /* also ends a read transaction */
    uint64_t (*txn_id)(const tci_txn *txn);
    int32_t (*stat)(tci_store *store, tci_store_stat *stat);
    /* Look at how the newest commit's records hang together below them, all of it, and that every
     * page is used once or free once. TC_E_CORRUPT: the damage says how they do not, and unless it
     * is readable, reading on may cost a signal. NULL: nothing to look at. */
    int32_t (*check)(tci_store *store, tci_store_damage *damage);
    int32_t (*check_readers)(tci_store *store, uint32_t *cleared); /* slots of dead processes */
    /* Hot copy into a new folder, durable when it returns; compact leaves free pages out. `finish`,
     * which may be NULL, changes the copy before anybody sees it. */
    int32_t (*copy)(tci_store *store, const char *path, bool compact, tci_copy_finish finish,
                    void *user_data, tc_error *error);
    void (*close)(tci_store *store);
} tci_store_ops;

/* Every implementation's handles begin with these. */
struct tci_store {
    const tci_store_ops *ops;
};
struct tci_txn {
    const tci_store_ops *ops;
    tci_store *store;
    uint32_t mode;
};
struct tci_scan {
    const tci_store_ops *ops;
    tci_txn *txn;
};

/* store_lmdb.c: the folder at config->path, by the open protocol of docs/decisions/0002. */
int32_t tci_store_open_lmdb(const tci_store_config *config, tci_store **store, tc_error *error);
/* store_log.c: the same, with a log in front: a commit is one write and one flush. */
int32_t tci_store_open_log(const tci_store_config *config, tci_store **store, tc_error *error);
/* store_mem.c: nothing outlives the handle. */
int32_t tci_store_open_mem(const tci_store_config *config, tci_store **store, tc_error *error);

/* Grows by one in the child of every fork; handles of an older generation may not be used. */
uint32_t tci_store_fork_generation(void);

static inline int32_t tci_store_begin(tci_store *store, uint32_t mode, tci_txn **txn) {
    return store->ops->begin(store, mode, txn);
}
static inline int32_t tci_txn_get(tci_txn *txn, tci_slice key, tci_slice *value) {
    return txn->ops->get(txn, key, value);
}
static inline int32_t tci_txn_put(tci_txn *txn, tci_slice key, tci_slice value) {
    return txn->ops->put(txn, key, value);
}
static inline int32_t tci_txn_del(tci_txn *txn, tci_slice key) {
    return txn->ops->del(txn, key);
}
static inline int32_t tci_txn_commit(tci_txn *txn) {
    return txn->ops->commit(txn);
}
static inline void tci_txn_abort(tci_txn *txn) {
    txn->ops->abort(txn);
}
static inline uint64_t tci_txn_id(const tci_txn *txn) {
    return txn->ops->txn_id(txn);
}
static inline int32_t tci_scan_open(tci_txn *txn, tci_scan **scan) {
    return txn->ops->scan_open(txn, scan);
}
static inline int32_t tci_scan_seek(tci_scan *scan, tci_slice key, tci_slice *found,
                                    tci_slice *value) {
    return scan->ops->scan_seek(scan, key, found, value);
}
static inline int32_t tci_scan_next(tci_scan *scan, tci_slice *found, tci_slice *value) {
    return scan->ops->scan_next(scan, found, value);
}
static inline void tci_scan_close(tci_scan *scan) {
    scan->ops->scan_close(scan);
}
static inline int32_t tci_store_stat_get(tci_store *store, tci_store_stat *stat) {
    return store->ops->stat(store, stat);
}
static inline int32_t tci_store_copy(tci_store *store, const char *path, bool compact,
                                     tc_error *error) {
    return store->ops->copy(store, path, compact, NULL, NULL, error);
}
static inline void tci_store_close(tci_store *store) {
    store->ops->close(store);
}

#endif
