/* What the parts of the LMDB store share: the environment that all handles of one process on one
 * store have in common, its transactions, and the steps of opening. Only src/store/store_lmdb*.c
 * may include it; nothing else in the project may include lmdb.h. */
#ifndef TCI_STORE_LMDB_INTERNAL_H
#define TCI_STORE_LMDB_INTERNAL_H

#include <lmdb.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/types.h>

#include "base/error.h"
#include "store/store.h"

#define TCI_LMDB_DATA "data.mdb"
#define TCI_LMDB_LOCK "lock.mdb"
#define TCI_LMDB_OPEN "open.lock"
/* Folders in which a store is being made or copied; anything of this name that nobody locks is the
 * left-over of a dead creator. */
#define TCI_LMDB_TEMP ".ticketcore-new-"

typedef struct tci_lmdb_txn tci_lmdb_txn;
typedef struct tci_lmdb_scan tci_lmdb_scan;
typedef struct tci_lmdb_env tci_lmdb_env;

struct tci_lmdb_txn {
    tci_txn base;
    MDB_txn *txn;
    MDB_cursor *cursor; /* of a write transaction: puts and deletes, which come in key order */
    tci_lmdb_scan *idle_scans; /* of a read transaction: closed scans, to be used again */
    tci_lmdb_txn *next;        /* in the pool */
    uint64_t id;
    int32_t failed; /* first failed put or del: the commit answers it and nothing lands */
    uint32_t open_scans;
    bool relaxed;
    bool changed;
};

struct tci_lmdb_scan {
    tci_scan base;
    MDB_cursor *cursor;
    tci_lmdb_scan *next;
    bool placed; /* a seek or next found something, and no end was met since */
    bool ended;
};

/* One MDB_env, shared by every handle this process has on the store. */
struct tci_lmdb_env {
    tci_lmdb_env *next; /* in the registry */
    MDB_env *env;
    MDB_dbi dbi;
    dev_t dev; /* identity of the data file, and of the lock file */
    ino_t ino;
    dev_t lock_dev;
    ino_t lock_ino;
    uint64_t map_bytes; /* the map this process asked for, at least */
    uint32_t handles;   /* guarded by the registry */
    uint32_t fork_generation;
    int presence_fd; /* open.lock, on which our process's byte is locked; -1: none */
    bool read_only;
    bool shared; /* tci_lmdb_share() holds a byte of the data file */

    _Atomic int32_t poison;       /* the answer to everything from then on; 0: sound */
    _Atomic(const void *) writer; /* tag of the thread that holds the write transaction */
    _Atomic bool unsynced;        /* relaxed commits since the last durable one */
    bool meta_unsynced;           /* MDB_NOMETASYNC is set; guarded by LMDB's writer lock */
    uint64_t commits;             /* guarded by LMDB's writer lock */
    tci_lmdb_txn write_txn;       /* likewise */

    pthread_mutex_t gate; /* guards what follows */
    pthread_cond_t gate_moved;
    uint32_t active; /* transactions of this process; the map may change only at 0 */
    bool resizing;
    tci_lmdb_txn *idle;
    uint32_t idle_count;
    uint32_t idle_max; /* kept with their reader slots, which are all processes' */
};

typedef struct tci_lmdb_store {
    tci_store base;
    tci_lmdb_env *env;
    uint32_t fork_generation;
    bool read_only;
} tci_lmdb_store;

extern const tci_store_ops tci_lmdb_ops;

/* store_lmdb.c */
/* This thread has the write transaction, and would wait for itself. */
bool tci_lmdb_is_writer(const tci_lmdb_env *env);
/* Give back the pooled read transactions and their reader slots. Under no lock. */
void tci_lmdb_drop_idle(tci_lmdb_env *env);

/* store_lmdb_scan.c */
int32_t tci_lmdb_scan_open(tci_txn *base, tci_scan **scan);
int32_t tci_lmdb_scan_seek(tci_scan *base, tci_slice key, tci_slice *found, tci_slice *value);
int32_t tci_lmdb_scan_next(tci_scan *base, tci_slice *found, tci_slice *value);
void tci_lmdb_scan_close(tci_scan *base);
/* The pooled cursors of a read transaction that goes away for good. */
void tci_lmdb_scans_free(tci_lmdb_txn *txn);

/* store_lmdb_care.c */
/* Our code for one of LMDB's or the system's. */
int32_t tci_lmdb_code(int rc);
/* A transaction of ours begins (may wait for a resize) and ends. `idle`: where to put a pooled read
 * transaction, or NULL; it becomes NULL when the pool is empty. `back`: a reset one to keep in the
 * pool, or NULL. Answers one that the pool had no room for, to be freed by the caller. */
void tci_lmdb_gate_enter(tci_lmdb_env *env, tci_lmdb_txn **idle);
tci_lmdb_txn *tci_lmdb_gate_leave(tci_lmdb_env *env, tci_lmdb_txn *back);
/* Take over a map that another process made larger, once no transaction of ours is open.
 * TC_E_BUSY: they did not end within wait_ms. */
int32_t tci_lmdb_adopt_map(tci_lmdb_env *env, uint32_t wait_ms);
/* What a failed mdb_txn_commit means: a code that says nothing landed, or TC_E_OUTCOME_UNKNOWN with
 * the environment poisoned. */
int32_t tci_lmdb_judge_commit(tci_lmdb_env *env, int rc);
void tci_lmdb_poison(tci_lmdb_env *env);
int32_t tci_lmdb_stat(tci_store *base, tci_store_stat *stat);
int32_t tci_lmdb_check_readers(tci_store *base, uint32_t *cleared);
/* Alive, of this process, not poisoned. */
int32_t tci_lmdb_usable(const tci_lmdb_store *store);

/* store_lmdb_check.c */
/* What the head of a data file says; read before LMDB may see the file. */
typedef struct tci_lmdb_head {
    dev_t dev;
    ino_t ino;
    uint64_t map_bytes;
    uint32_t page_bytes;
} tci_lmdb_head;
/* Refuse what is not an LMDB 0.9 file of this machine's kind, without any risk of a signal. */
int32_t tci_lmdb_check_head(int folder, tci_lmdb_head *head, tc_error *error);
/* Refuse a file that is shorter than what the snapshot `txn_id` refers to. A read transaction of
 * that id must be open and nothing read through it yet. TCI_ABSENT: the snapshot is not on record
 * any more, take another. */
int32_t tci_lmdb_check_size(int data_fd, uint32_t page_bytes, uint64_t txn_id, tc_error *error);
/* store_lmdb_tree.c */
/* Leaves and long values looked at on opening: about a millisecond's worth. */
#define TCI_LMDB_OPEN_LEAVES 1024u
/* Walk the snapshot's trees below the records, every branch and `leaves_max` leaves and long
 * values; with UINT64_MAX also that no page is lost. A read transaction of that id must be open.
 * TC_E_CORRUPT: the damage tells. TCI_ABSENT as above. */
int32_t tci_lmdb_check_tree(int data_fd, uint32_t page_bytes, uint64_t txn_id, uint64_t leaves_max,
                            tci_store_damage *damage);
/* The same over all of the newest commit; for the port. */
int32_t tci_lmdb_check(tci_store *base, tci_store_damage *damage);

/* Refuse network and foreign file systems. */
int32_t tci_lmdb_check_filesystem(int folder, tc_error *error);
/* For tests: what statfs is taken to answer; 0: ask the system. */
void tci_lmdb_pretend_filesystem(uint64_t type);

/* store_lmdb_open.c */
/* Make an environment over a folder: mdb_env_open, the main database, the pool. `flags` besides
 * MDB_NOTLS. Nothing is registered. */
int32_t tci_lmdb_env_open(const char *path, uint64_t map_bytes, uint32_t max_readers,
                          unsigned flags, tci_lmdb_env **env, tc_error *error);
/* Sync what is not, close and free. */
int32_t tci_lmdb_env_close(tci_lmdb_env *env);
/* A handle lets go of a registered environment; the last one closes it. */
void tci_lmdb_release(tci_lmdb_env *env);

/* store_lmdb_share.c */
/* Keep the data file to ourselves and to those who open it our way: without marks in the lock file,
 * or with them through the folder of that inode. Until tci_lmdb_unshare() or the closing of the
 * descriptor. TC_E_LOCKED: it is open in another way; the sentence says which. */
int32_t tci_lmdb_share(int data_fd, bool markless, ino_t folder, tc_error *error);
void tci_lmdb_unshare(int data_fd);

/* store_lmdb_create.c */
typedef enum tci_lmdb_place {
    TCI_PLACE_MISSING, /* nothing there */
    TCI_PLACE_EMPTY,   /* a folder with nothing in it */
    TCI_PLACE_STORE,   /* a folder with a data file */
    TCI_PLACE_OTHER    /* something else */
} tci_lmdb_place;
/* What is at a path; a negative code when it cannot be seen. */
int32_t tci_lmdb_place_of(const char *path, tc_error *error);
/* Make a store at a path where there is none, whole or not at all: `fill` writes the data file into
 * the folder it is given. TCI_ABSENT: somebody else came first; look again. */
typedef int32_t (*tci_lmdb_fill)(void *user_data, const char *folder, tc_error *error);
int32_t tci_lmdb_create(const char *path, tci_lmdb_fill fill, void *user_data, tc_error *error);
/* Flush a store's folder and the name it has in its parent; 0 or an errno. */
int tci_lmdb_flush_names(int folder);
int32_t tci_lmdb_copy(tci_store *base, const char *path, bool compact, tci_copy_finish finish,
                      void *user_data, tc_error *error);
/* One commit into a store that nobody else can see yet, in a folder being made; `fill` answers
 * TCI_ABSENT when there is nothing to commit. */
int32_t tci_lmdb_commit_unseen(const char *folder, uint64_t map_bytes, tci_copy_finish fill,
                               void *user_data, tc_error *error);

/* store_lmdb_fork.c */
/* The process-wide lock around the registry and every opening and closing. */
void tci_lmdb_registry_lock(void);
void tci_lmdb_registry_unlock(void);
/* The environments of this process; under the registry's lock. Those of a parent are put aside. */
tci_lmdb_env **tci_lmdb_registry(void);

#endif
