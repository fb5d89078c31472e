/* Transactions of the log store: begin, get, put, del, abort, and the handle's life. A reader is a
 * transaction of the store below together with a tail and a moment; the writer holds the write
 * transaction below all the time, which is the one lock between handles and processes. Called
 * through the port only. */
#include <stdlib.h>
#include <unistd.h>

#include "store/store_log_internal.h"

/* How often a reader may find that a fold went by before we say that the store is too busy. */
#define TRIES 1000
/* Who opens a store whose log is longer folds it. */
#define LONG_LOG_BYTES (UINT64_C(256) << 10)

static int32_t usable(const log_store *store) {
    if (store->fork_generation != tci_store_fork_generation()) return TC_E_FORKED;
    return atomic_load(&store->poison);
}

static log_txn *take_idle(log_store *store) {
    pthread_mutex_lock(&store->lock);
    log_txn *txn = store->idle;
    if (txn) store->idle = txn->newer;
    pthread_mutex_unlock(&store->lock);
    return txn ? txn : calloc(1, sizeof *txn);
}

static void give_idle(log_store *store, log_txn *txn) {
    pthread_mutex_lock(&store->lock);
    txn->newer = store->idle;
    store->idle = txn;
    pthread_mutex_unlock(&store->lock);
}

/* Under the lock: a reader of the newest moment enters the epoch's line. */
static void enter(log_store *store, log_txn *txn) {
    log_epoch *epoch = store->epoch;
    epoch->refs++;
    txn->epoch = epoch;
    txn->seq = store->end.seq;
    txn->newer = NULL;
    txn->older = epoch->newest;
    if (epoch->newest) epoch->newest->newer = txn;
    else epoch->oldest = txn;
    epoch->newest = txn;
}

static void leave(log_store *store, log_txn *txn) {
    log_epoch *epoch = txn->epoch;
    pthread_mutex_lock(&store->lock);
    if (txn->older) txn->older->newer = txn->newer;
    else epoch->oldest = txn->newer;
    if (txn->newer) txn->newer->older = txn->older;
    else epoch->newest = txn->older;
    tci_log_epoch_leave(store, epoch);
    txn->newer = store->idle;
    store->idle = txn;
    pthread_mutex_unlock(&store->lock);
}

static int32_t begin_read(log_store *store, uint32_t mode, tci_txn **txn) {
    log_txn *made = take_idle(store);
    if (!made) return TC_E_NOMEM;
    int32_t code = TCI_ABSENT;
    for (int i = 0; code == TCI_ABSENT && i < TRIES; i++) {
        code = tci_store_begin(store->below, TCI_TXN_READ, &made->below);
        if (code != TC_OK) break;
        pthread_mutex_lock(&store->lock);
        code = tci_log_follow(store, made->below, tci_txn_id(made->below), false);
        if (code == TC_OK) enter(store, made);
        pthread_mutex_unlock(&store->lock);
        if (code != TC_OK) tci_txn_abort(made->below);
    }
    if (code != TC_OK) {
        give_idle(store, made);
        return code == TCI_ABSENT ? TC_E_BUSY : code;
    }
    made->base = (tci_txn){&tci_log_ops, &store->base, mode};
    made->failed = TC_OK;
    *txn = &made->base;
    return TC_OK;
}

static int32_t begin_write(log_store *store, uint32_t mode, tci_txn **txn) {
    tci_txn *below;
    if (store->read_only) return TC_E_READ_ONLY;
    int32_t code = tci_store_begin(store->below, TCI_TXN_WRITE, &below);
    if (code != TC_OK) return code;
    log_txn *made = &store->writer;
    pthread_mutex_lock(&store->lock);
    code = tci_log_follow(store, below, tci_txn_id(below) - 1, true);
    if (code == TC_OK) {
        log_epoch *epoch = store->epoch;
        *made = (log_txn){.below = below, .epoch = epoch, .seq = store->end.seq + 1};
        made->horizon = epoch->oldest ? epoch->oldest->seq : store->end.seq;
        tci_log_free_retired(store);
    }
    pthread_mutex_unlock(&store->lock);
    if (code == TC_OK) code = atomic_load(&store->poison);
    if (code != TC_OK) {
        tci_txn_abort(below);
        return code == TCI_ABSENT ? TC_E_BUSY : code;
    }
    made->base = (tci_txn){&tci_log_ops, &store->base, mode};
    *txn = &made->base;
    return TC_OK;
}

static int32_t log_begin(tci_store *base, uint32_t mode, tci_txn **txn) {
    log_store *store = (log_store *)base;
    int32_t code = usable(store);
    if (code != TC_OK) return code;
    if (mode == TCI_TXN_READ) return begin_read(store, mode, txn);
    if ((mode & ~(uint32_t)TCI_TXN_RELAXED) == TCI_TXN_WRITE) return begin_write(store, mode, txn);
    return TC_E_INVALID;
}

static int32_t log_get(tci_txn *base, tci_slice key, tci_slice *value) {
    log_txn *txn = (log_txn *)base;
    if (txn->failed != TC_OK) return txn->failed;
    if (key.len == 0) return TC_E_INVALID;
    if (key.len > TCI_KEY_MAX) return TC_E_LIMIT;
    const tci_tail_node *node = tci_tail_find(txn->epoch->tail, key);
    const tci_tail_version *version = node ? tci_tail_at(node, txn->seq) : NULL;
    if (!version) return tci_txn_get(txn->below, key, value);
    if (version->dropped) return TCI_ABSENT;
    *value = tci_slice_of(version->bytes, version->len);
    return TC_OK;
}

static int32_t change(log_txn *txn, tci_slice key, const void *bytes, size_t len) {
    int32_t code = tci_tail_put(txn->epoch->tail, key, bytes, len, txn->seq, txn->horizon);
    if (code != TC_OK) txn->failed = code;
    return code;
}

static int32_t writable(const log_txn *txn, tci_slice key) {
    if (!(txn->base.mode & TCI_TXN_WRITE)) return TC_E_READ_ONLY;
    if (txn->failed != TC_OK) return txn->failed;
    if (key.len == 0) return TC_E_INVALID;
    return key.len > TCI_KEY_MAX ? TC_E_LIMIT : TC_OK;
}

static int32_t log_put(tci_txn *base, tci_slice key, tci_slice value) {
    log_txn *txn = (log_txn *)base;
    if (value.len > TCI_VALUE_MAX) return TC_E_LIMIT;
    int32_t code = writable(txn, key);
    return code == TC_OK ? change(txn, key, value.len ? value.data : "", value.len) : code;
}

static int32_t log_del(tci_txn *base, tci_slice key) {
    log_txn *txn = (log_txn *)base;
    tci_slice there;
    int32_t code = writable(txn, key);
    if (code == TC_OK) code = log_get(base, key, &there);
    return code == TC_OK ? change(txn, key, NULL, 0) : code;
}

static void log_abort(tci_txn *base) {
    if (!base) return;
    log_txn *txn = (log_txn *)base;
    log_store *store = (log_store *)base->store;
    if (store->fork_generation != tci_store_fork_generation()) return;
    if (base->mode & TCI_TXN_WRITE) {
        tci_tail_undo(txn->epoch->tail, txn->seq);
        tci_txn_abort(txn->below);
    } else {
        tci_txn_abort(txn->below);
        leave(store, txn);
    }
}

static uint64_t log_txn_id(const tci_txn *base) {
    return ((const log_txn *)(const void *)base)->seq;
}

/* Under the lock: commits since the oldest reader of this handle began. */
static uint64_t oldest_lag(const log_store *store) {
    uint64_t oldest = store->end.seq;
    if (store->epoch->oldest) oldest = TCI_MIN(oldest, store->epoch->oldest->seq);
    for (const log_epoch *epoch = store->past; epoch; epoch = epoch->next)
        if (epoch->oldest) oldest = TCI_MIN(oldest, epoch->oldest->seq);
    return store->end.seq - oldest;
}

/* As if the tail were folded. With a snapshot older than that open, what the fold frees waits. */
static int32_t log_stat(tci_store *base, tci_store_stat *stat) {
    log_store *store = (log_store *)base;
    int32_t code = tci_store_stat_get(store->below, stat);
    if (code != TC_OK) return code;
    pthread_mutex_lock(&store->lock);
    uint64_t lag = oldest_lag(store);
    stat->last_txn_id = store->end.seq;
    /* Of other processes' readers only the folds since are known, and that all of this epoch is. */
    if (stat->oldest_reader_lag) stat->oldest_reader_lag += store->end.seq - store->epoch->base_seq;
    if (lag > stat->oldest_reader_lag) {
        stat->oldest_reader_lag = lag;
        stat->oldest_reader_pid = (uint32_t)getpid();
    }
    stat->used_bytes += store->fold_pages * stat->page_bytes;
    if (stat->oldest_reader_lag) {
        stat->free_pages += store->fold_pages;
        stat->waiting_pages += store->fold_pages;
    }
    pthread_mutex_unlock(&store->lock);
    return TC_OK;
}

static int32_t log_check(tci_store *base, tci_store_damage *damage) {
    log_store *store = (log_store *)base;
    int32_t code = store->below->ops->check(store->below, damage);
    return code == TC_OK ? tci_log_check_frames(store, damage) : code;
}

static int32_t log_check_readers(tci_store *base, uint32_t *cleared) {
    const log_store *store = (const log_store *)base;
    return store->below->ops->check_readers(store->below, cleared);
}

/* Everything into the store below. Attached to no log it is whole by itself. */
static int32_t fold_now(log_store *store, bool attached) {
    tci_txn *txn;
    int32_t code = log_begin(&store->base, TCI_TXN_WRITE, &txn);
    if (code != TC_OK) return code;
    if (store->logged) return tci_log_fold(store, &store->writer, false, attached);
    log_abort(txn);
    return TC_OK;
}

/* In the copy of the store below, before anybody sees it: what the log had, and that there is no
 * log any more. A fold that came between is newer than our moment. */
static int32_t finish_copy(tci_txn *copy, void *user_data) {
    const log_txn *moment = user_data;
    log_state state;
    int32_t code = tci_log_state_get(copy, &state);
    if (code != TC_OK || !state.attached) return code;
    if (state.seq == moment->epoch->base_seq) {
        code = tci_log_put_all(moment->epoch, moment->seq, copy);
        state.seq = moment->seq;
        state.chain = tci_checksum(&state.seq, sizeof state.seq, state.chain);
    }
    state.attached = false;
    return code == TC_OK ? tci_log_state_put(copy, &state) : code;
}

static int32_t log_copy(tci_store *base, const char *path, bool compact, tci_copy_finish finish,
                        void *user_data, tc_error *error) {
    log_store *store = (log_store *)base;
    tci_txn *moment;
    TCI_ASSERT(!finish && !user_data);
    int32_t code = log_begin(base, TCI_TXN_READ, &moment);
    if (code != TC_OK) return tci_fail(error, code, NULL, NULL);
    code = store->below->ops->copy(store->below, path, compact, finish_copy, moment, error);
    log_abort(moment);
    return code;
}

static void store_free(log_store *store) {
    tci_log_file_close(&store->file);
    if (store->epoch) tci_log_epoch_set(store, NULL);
    tci_log_free_retired(store);
    tci_tail_pool_free(&store->pool);
    while (store->idle) {
        log_txn *txn = store->idle;
        store->idle = txn->newer;
        while (txn->idle_scans) {
            log_scan *scan = txn->idle_scans;
            txn->idle_scans = scan->next;
            free(scan);
        }
        free(txn);
    }
    if (store->below) tci_store_close(store->below);
    pthread_mutex_destroy(&store->lock);
    tci_buf_free(&store->frame);
    free(store->room);
    free(store->path);
    free(store);
}

static void log_close(tci_store *base) {
    if (!base) return;
    log_store *store = (log_store *)base;
    if (usable(store) == TC_OK && store->logged && store->wrote_last) (void)fold_now(store, false);
    /* In the child of a fork everything is the parent's; only memory is given back. */
    store_free(store);
}

/* Take over what a dead writer left, and what would be long to read again. */
static int32_t settle(log_store *store) {
    tci_txn *txn;
    int32_t code = log_begin(&store->base, store->read_only ? TCI_TXN_READ : TCI_TXN_WRITE, &txn);
    if (code != TC_OK) return code;
    bool fold = !store->read_only && store->logged && store->end.pos > LONG_LOG_BYTES;
    if (fold) return tci_log_fold(store, &store->writer, false, true);
    log_abort(txn);
    return TC_OK;
}

int32_t tci_store_open_log(const tci_store_config *config, tci_store **store, tc_error *error) {
    log_store *made = calloc(1, sizeof *made);
    if (!made) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    pthread_mutex_init(&made->lock, NULL);
    tci_log_file_init(&made->file);
    tci_buf_init(&made->frame, NULL, 0);
    made->base.ops = &tci_log_ops;
    made->read_only = config->read_only;
    made->fork_generation = tci_store_fork_generation();
    int32_t code = tci_store_open_lmdb(config, &made->below, error);
    if (code == TC_OK && !(made->path = strdup(config->path)))
        code = tci_fail(error, TC_E_NOMEM, NULL, NULL);
    if (code == TC_OK) {
        code = settle(made);
        if (code == TC_E_CORRUPT)
            tci_fail(error, code, "path", TCI_LOG_NAME " is damaged, missing, or another store's");
        else if (code != TC_OK) code = tci_fail(error, code, "path", NULL);
    }
    if (code != TC_OK) {
        store_free(made);
        return code;
    }
    *store = &made->base;
    return TC_OK;
}

const tci_store_ops tci_log_ops = {
    .name = "log",
    .begin = log_begin,
    .get = log_get,
    .put = log_put,
    .del = log_del,
    .scan_open = tci_log_scan_open,
    .scan_seek = tci_log_scan_seek,
    .scan_next = tci_log_scan_next,
    .scan_close = tci_log_scan_close,
    .commit = tci_log_commit,
    .abort = log_abort,
    .txn_id = log_txn_id,
    .stat = log_stat,
    .check = log_check,
    .check_readers = log_check_readers,
    .copy = log_copy,
    .close = log_close,
};
