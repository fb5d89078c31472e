/* Transactions of the LMDB store: begin, get, put, del, commit. Called through the port only. Write
 * transactions are LMDB's one write transaction of the environment; read transactions are pooled.
 * Must never abort after a failed commit, and never let a commit pass whose id is not the one after
 * the newest on disk. */
#include <errno.h>
#include <stdlib.h>

#include "store/store_lmdb_internal.h"

/* Commits between two looks for reader slots of dead processes. */
#define READER_CHECK_COMMITS 1000u

/* How long a resize waits for our open transactions; the caller may itself hold one of them. */
#define DRAIN_MS 1000u

/* Its address tells threads apart. */
static _Thread_local char thread_tag;

bool tci_lmdb_is_writer(const tci_lmdb_env *env) {
    return atomic_load_explicit(&env->writer, memory_order_relaxed) == &thread_tag;
}

static tci_lmdb_env *env_of(const tci_store *store) {
    return ((const tci_lmdb_store *)(const void *)store)->env;
}

static void read_free(tci_lmdb_txn *txn) {
    tci_lmdb_scans_free(txn);
    mdb_txn_abort(txn->txn);
    free(txn);
}

/* End of a transaction of ours; a read one, reset, keeps its slot in the pool while there is room.
 */
static void leave(tci_lmdb_env *env, tci_lmdb_txn *back) {
    tci_lmdb_txn *extra = tci_lmdb_gate_leave(env, back);
    if (extra) read_free(extra);
}

void tci_lmdb_drop_idle(tci_lmdb_env *env) {
    pthread_mutex_lock(&env->gate);
    tci_lmdb_txn *txn = env->idle;
    env->idle = NULL;
    env->idle_count = 0;
    pthread_mutex_unlock(&env->gate);
    while (txn) {
        tci_lmdb_txn *next = txn->next;
        read_free(txn);
        txn = next;
    }
}

/* One try at a read transaction; on failure nothing is held. */
static int read_try(tci_lmdb_env *env, tci_lmdb_txn **txn) {
    tci_lmdb_txn *got = NULL;
    tci_lmdb_gate_enter(env, &got);
    bool pooled = got != NULL;
    int rc = ENOMEM;
    if (pooled) rc = mdb_txn_renew(got->txn);
    else if ((got = calloc(1, sizeof *got)))
        rc = mdb_txn_begin(env->env, NULL, MDB_RDONLY, &got->txn);
    if (rc == MDB_SUCCESS) {
        *txn = got;
        return rc;
    }
    leave(env, pooled ? got : NULL);
    if (!pooled) free(got);
    return rc;
}

static int32_t begin_read(tci_lmdb_store *store, uint32_t mode, tci_txn **txn) {
    tci_lmdb_env *env = store->env;
    tci_lmdb_txn *got = NULL;
    int32_t code = TC_OK;
    int rc = MDB_SUCCESS;
    for (int attempt = 0; attempt < 3; attempt++) {
        rc = read_try(env, &got);
        if (rc == MDB_MAP_RESIZED) {
            code = tci_lmdb_adopt_map(env, DRAIN_MS);
            if (code != TC_OK) return code;
        } else if (rc == MDB_READERS_FULL) {
            /* Ours that nobody uses, and those of processes that died. */
            tci_lmdb_drop_idle(env);
            (void)mdb_reader_check(env->env, NULL);
        } else {
            break;
        }
    }
    if (rc == MDB_PANIC) tci_lmdb_poison(env);
    if (rc != MDB_SUCCESS) return tci_lmdb_code(rc);
    got->base.ops = &tci_lmdb_ops;
    got->base.store = &store->base;
    got->base.mode = mode;
    got->id = mdb_txn_id(got->txn);
    got->failed = TC_OK;
    TCI_DEBUG_ASSERT(got->open_scans == 0);
    *txn = &got->base;
    return TC_OK;
}

/* The txn id must follow the newest commit on disk. It does not when a process died while it set up
 * the lock file and our id began again at 0: writing on would lose commits. */
static bool id_follows(tci_lmdb_env *env, MDB_txn *txn) {
    MDB_envinfo info;
    return mdb_env_info(env->env, &info) == MDB_SUCCESS &&
           mdb_txn_id(txn) == info.me_last_txnid + 1;
}

/* Under LMDB's writer lock: how the commit's last step is to be flushed. mdb_txn_begin of 0.9.24
 * ignores MDB_NOMETASYNC, so it is set on the environment, where only the writer reads it. */
static void set_relaxed(tci_lmdb_env *env, bool relaxed) {
    if (env->meta_unsynced == relaxed) return;
    int rc = mdb_env_set_flags(env->env, MDB_NOMETASYNC, relaxed);
    TCI_ASSERT(rc == MDB_SUCCESS);
    env->meta_unsynced = relaxed;
}

static int32_t lock_writer(tci_lmdb_env *env, MDB_txn **txn) {
    int rc = MDB_SUCCESS;
    for (int attempt = 0; attempt < 3; attempt++) {
        tci_lmdb_gate_enter(env, NULL);
        rc = mdb_txn_begin(env->env, NULL, 0, txn);
        if (rc == MDB_SUCCESS) return TC_OK;
        leave(env, NULL);
        if (rc != MDB_MAP_RESIZED) break;
        int32_t code = tci_lmdb_adopt_map(env, DRAIN_MS);
        if (code != TC_OK) return code;
    }
    if (rc == MDB_PANIC) tci_lmdb_poison(env);
    return tci_lmdb_code(rc);
}

static int32_t begin_write(tci_lmdb_store *store, uint32_t mode, tci_txn **txn) {
    tci_lmdb_env *env = store->env;
    if (store->read_only) return TC_E_READ_ONLY;
    if (tci_lmdb_is_writer(env)) return TC_E_BUSY;
    MDB_txn *got = NULL;
    int32_t code = lock_writer(env, &got);
    if (code != TC_OK) return code;
    code = atomic_load(&env->poison);
    if (code == TC_OK && !id_follows(env, got)) {
        tci_lmdb_poison(env);
        code = TC_E_STORE_CONFLICT;
    }
    if (code != TC_OK) {
        mdb_txn_abort(got);
        leave(env, NULL);
        return code;
    }
    atomic_store_explicit(&env->writer, &thread_tag, memory_order_relaxed);
    tci_lmdb_txn *made = &env->write_txn;
    *made = (tci_lmdb_txn){.base = {&tci_lmdb_ops, &store->base, mode}, .txn = got};
    made->id = mdb_txn_id(got);
    made->relaxed = (mode & TCI_TXN_RELAXED) != 0;
    set_relaxed(env, made->relaxed);
    *txn = &made->base;
    return TC_OK;
}

static int32_t lmdb_begin(tci_store *base, uint32_t mode, tci_txn **txn) {
    tci_lmdb_store *store = (tci_lmdb_store *)base;
    int32_t code = tci_lmdb_usable(store);
    if (code != TC_OK) return code;
    if (mode == TCI_TXN_READ) return begin_read(store, mode, txn);
    if ((mode & ~(uint32_t)TCI_TXN_RELAXED) == TCI_TXN_WRITE) return begin_write(store, mode, txn);
    return TC_E_INVALID;
}

static int32_t lmdb_get(tci_txn *base, tci_slice key, tci_slice *value) {
    tci_lmdb_txn *txn = (tci_lmdb_txn *)base;
    if (txn->failed != TC_OK) return txn->failed;
    if (key.len == 0) return TC_E_INVALID;
    if (key.len > TCI_KEY_MAX) return TC_E_LIMIT;
    MDB_val at = {key.len, (void *)(uintptr_t)key.data};
    MDB_val data;
    int rc = mdb_get(txn->txn, env_of(base->store)->dbi, &at, &data);
    if (rc != MDB_SUCCESS) return tci_lmdb_code(rc);
    *value = tci_slice_of(data.mv_data, data.mv_size);
    return TC_OK;
}

/* What may be changed, and the cursor to change it with. */
static int32_t writable(tci_lmdb_txn *txn, tci_slice key) {
    if (!(txn->base.mode & TCI_TXN_WRITE)) return TC_E_READ_ONLY;
    if (txn->failed != TC_OK) return txn->failed;
    if (key.len == 0) return TC_E_INVALID;
    if (key.len > TCI_KEY_MAX) return TC_E_LIMIT;
    TCI_DEBUG_ASSERT(tci_lmdb_is_writer(env_of(txn->base.store)));
    if (txn->cursor) return TC_OK;
    int rc = mdb_cursor_open(txn->txn, env_of(txn->base.store)->dbi, &txn->cursor);
    return tci_lmdb_code(rc);
}

/* LMDB refuses everything after a failed put or del; so do we, with the first failure's code. */
static int32_t spoiled(tci_lmdb_txn *txn, int rc) {
    txn->failed = tci_lmdb_code(rc);
    TCI_ASSERT(txn->failed < 0);
    return txn->failed;
}

static int32_t lmdb_put(tci_txn *base, tci_slice key, tci_slice value) {
    tci_lmdb_txn *txn = (tci_lmdb_txn *)base;
    if (value.len > TCI_VALUE_MAX) return TC_E_LIMIT;
    int32_t code = writable(txn, key);
    if (code != TC_OK) return code;
    MDB_val at = {key.len, (void *)(uintptr_t)key.data};
    MDB_val data = {value.len, (void *)(uintptr_t)value.data};
    txn->changed = true;
    int rc = mdb_cursor_put(txn->cursor, &at, &data, 0);
    return rc == MDB_SUCCESS ? TC_OK : spoiled(txn, rc);
}

static int32_t lmdb_del(tci_txn *base, tci_slice key) {
    tci_lmdb_txn *txn = (tci_lmdb_txn *)base;
    int32_t code = writable(txn, key);
    if (code != TC_OK) return code;
    MDB_val at = {key.len, (void *)(uintptr_t)key.data};
    MDB_val data;
    int rc = mdb_cursor_get(txn->cursor, &at, &data, MDB_SET);
    if (rc == MDB_NOTFOUND) return TCI_ABSENT;
    txn->changed = true;
    if (rc == MDB_SUCCESS) rc = mdb_cursor_del(txn->cursor, 0);
    return rc == MDB_SUCCESS ? TC_OK : spoiled(txn, rc);
}

/* Before LMDB lets the next writer in, after which the transaction's memory is that writer's. */
static void leave_writer(tci_lmdb_env *env, tci_lmdb_txn *txn) {
    TCI_ASSERT(txn == &env->write_txn);
    TCI_ASSERT(tci_lmdb_is_writer(env));
    TCI_ASSERT(txn->open_scans == 0);
    atomic_store_explicit(&env->writer, NULL, memory_order_relaxed);
}

static void lmdb_abort(tci_txn *base) {
    if (!base) return;
    tci_lmdb_txn *txn = (tci_lmdb_txn *)base;
    tci_lmdb_store *store = (tci_lmdb_store *)base->store;
    /* After a fork the transaction is the parent's; its memory goes with the handle. */
    if (store->fork_generation != tci_store_fork_generation()) return;
    tci_lmdb_env *env = store->env;
    if (base->mode & TCI_TXN_WRITE) {
        leave_writer(env, txn);
        mdb_txn_abort(txn->txn);
        leave(env, NULL);
    } else {
        TCI_ASSERT(txn->open_scans == 0);
        mdb_txn_reset(txn->txn);
        leave(env, txn);
    }
}

/* The map was full: the next try may find pages that a dead reader held, or a larger map. */
static void make_room(tci_lmdb_env *env) {
    (void)mdb_reader_check(env->env, NULL);
    (void)tci_lmdb_adopt_map(env, 0);
}

static int32_t lmdb_commit(tci_txn *base) {
    tci_lmdb_txn *txn = (tci_lmdb_txn *)base;
    tci_lmdb_store *store = (tci_lmdb_store *)base->store;
    if (store->fork_generation != tci_store_fork_generation()) return TC_E_FORKED;
    tci_lmdb_env *env = store->env;
    int32_t failed = txn->failed;
    if (failed == TC_OK && !(base->mode & TCI_TXN_WRITE)) failed = TC_E_READ_ONLY;
    if (failed != TC_OK) {
        lmdb_abort(base);
        if (failed == TC_E_STORE_FULL) make_room(env);
        return failed;
    }
    bool changed = txn->changed;
    bool relaxed = txn->relaxed;
    if (changed) env->commits++;
    bool check = changed && env->commits % READER_CHECK_COMMITS == 0;
    /* Told before the commit, so that closing never misses one that landed. */
    if (changed && relaxed) atomic_store(&env->unsynced, true);
    leave_writer(env, txn);
    int rc = mdb_txn_commit(txn->txn); /* frees it, whatever the answer */
    leave(env, NULL);
    if (rc != MDB_SUCCESS) return tci_lmdb_judge_commit(env, rc);
    if (check) (void)mdb_reader_check(env->env, NULL);
    return TC_OK;
}

static uint64_t lmdb_txn_id(const tci_txn *base) {
    return ((const tci_lmdb_txn *)(const void *)base)->id;
}

static void lmdb_close(tci_store *base) {
    if (!base) return;
    tci_lmdb_store *store = (tci_lmdb_store *)base;
    /* Of a parent process: LMDB's and the registry's things stay untouched. */
    if (store->fork_generation == tci_store_fork_generation()) tci_lmdb_release(store->env);
    free(store);
}

const tci_store_ops tci_lmdb_ops = {
    .name = "lmdb",
    .begin = lmdb_begin,
    .get = lmdb_get,
    .put = lmdb_put,
    .del = lmdb_del,
    .scan_open = tci_lmdb_scan_open,
    .scan_seek = tci_lmdb_scan_seek,
    .scan_next = tci_lmdb_scan_next,
    .scan_close = tci_lmdb_scan_close,
    .commit = lmdb_commit,
    .abort = lmdb_abort,
    .txn_id = lmdb_txn_id,
    .stat = tci_lmdb_stat,
    .check = tci_lmdb_check,
    .check_readers = tci_lmdb_check_readers,
    .copy = tci_lmdb_copy,
    .close = lmdb_close,
};
