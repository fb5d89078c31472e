/* The store in memory: transactions over the tree of store_mem_tree.c. One writer at a time
 * publishes versions; readers keep the root they began with and never wait for it. What a commit
 * replaced is freed by a later writer, once no reader is that old. Used by tests and the simulator;
 * the same calls give the same tree. Must never do I/O or look at a clock. */
#include <stdlib.h>

#include "store/store_mem_internal.h"

#define READERS_DEFAULT 1024u
#define BYTES_DEFAULT (UINT64_C(32) << 30)
#define PAGE_BYTES 4096u

/* Its address tells threads apart. */
static _Thread_local char thread_tag;

static mem_store *store_of(const tci_txn *txn) {
    return (mem_store *)txn->store;
}

static int32_t begin_read(mem_store *store, tci_txn **txn) {
    pthread_mutex_lock(&store->lock);
    if (store->readers == store->max_readers) {
        pthread_mutex_unlock(&store->lock);
        return TC_E_READERS_FULL;
    }
    mem_txn *made = store->idle;
    if (made) store->idle = made->next;
    else made = malloc(sizeof *made);
    if (made) {
        mem_version *version = store->newest;
        version->readers++;
        store->readers++;
        *made = (mem_txn){.version = version, .root = version->root, .id = version->id};
    }
    pthread_mutex_unlock(&store->lock);
    if (!made) return TC_E_NOMEM;
    made->base = (tci_txn){store->base.ops, &store->base, TCI_TXN_READ};
    *txn = &made->base;
    return TC_OK;
}

static void end_read(mem_store *store, mem_txn *txn) {
    TCI_ASSERT(txn->scans == 0);
    pthread_mutex_lock(&store->lock);
    TCI_ASSERT(txn->version->readers > 0 && store->readers > 0);
    txn->version->readers--;
    store->readers--;
    txn->next = store->idle;
    store->idle = txn;
    pthread_mutex_unlock(&store->lock);
}

static int32_t begin_write(mem_store *store, uint32_t mode, tci_txn **txn) {
    if (store->read_only) return TC_E_READ_ONLY;
    /* A second one in this thread would wait for itself. */
    if (atomic_load_explicit(&store->writer, memory_order_relaxed) == &thread_tag) return TC_E_BUSY;
    mem_txn *made = malloc(sizeof *made);
    if (!made) return TC_E_NOMEM;
    pthread_mutex_lock(&store->lock);
    while (store->writing) pthread_cond_wait(&store->writer_left, &store->lock);
    store->writing = true;
    mem_version *version = store->newest;
    pthread_mutex_unlock(&store->lock);
    atomic_store_explicit(&store->writer, &thread_tag, memory_order_relaxed);
    *made = (mem_txn){.version = version, .root = version->root, .id = version->id + 1};
    made->base = (tci_txn){store->base.ops, &store->base, mode};
    *txn = &made->base;
    return TC_OK;
}

/* The writer leaves. What only versions before the oldest reader's had is freed; versions go in
 * order, so a block retired by one cannot be in any that is left. */
static void end_write(mem_store *store, mem_txn *txn) {
    mem_version *gone = NULL;
    atomic_store_explicit(&store->writer, NULL, memory_order_relaxed);
    pthread_mutex_lock(&store->lock);
    TCI_ASSERT(store->writing);
    while (store->oldest != store->newest && store->oldest->readers == 0) {
        mem_version *version = store->oldest;
        store->oldest = version->next;
        version->next = gone;
        gone = version;
    }
    store->writing = false;
    pthread_cond_signal(&store->writer_left);
    pthread_mutex_unlock(&store->lock);
    while (gone) {
        mem_version *version = gone;
        gone = version->next;
        tci_mem_free_list(store, version->retired);
        free(version);
    }
    free(txn);
}

static int32_t mem_begin(tci_store *base, uint32_t mode, tci_txn **txn) {
    mem_store *store = (mem_store *)base;
    if (store->fork_generation != tci_store_fork_generation()) return TC_E_FORKED;
    if (mode == TCI_TXN_READ) return begin_read(store, txn);
    if ((mode & ~(uint32_t)TCI_TXN_RELAXED) == TCI_TXN_WRITE) return begin_write(store, mode, txn);
    return TC_E_INVALID;
}

static int32_t check_key(tci_slice key) {
    if (key.len == 0) return TC_E_INVALID;
    return key.len > TCI_KEY_MAX ? TC_E_LIMIT : TC_OK;
}

static int32_t mem_get(tci_txn *base, tci_slice key, tci_slice *value) {
    mem_txn *txn = (mem_txn *)base;
    if (txn->failed != TC_OK) return txn->failed;
    int32_t code = check_key(key);
    if (code != TC_OK) return code;
    const mem_value *found = tci_mem_find(txn->root, key);
    if (!found) return TCI_ABSENT;
    *value = tci_slice_of(found->bytes, found->len);
    return TC_OK;
}

static int32_t writable(const mem_txn *txn, tci_slice key) {
    if (!(txn->base.mode & TCI_TXN_WRITE)) return TC_E_READ_ONLY;
    return txn->failed != TC_OK ? txn->failed : check_key(key);
}

static int32_t mem_put(tci_txn *base, tci_slice key, tci_slice value) {
    mem_txn *txn = (mem_txn *)base;
    if (value.len > TCI_VALUE_MAX) return TC_E_LIMIT;
    int32_t code = writable(txn, key);
    if (code != TC_OK) return code;
    txn->changed = true;
    return tci_mem_put(txn, key, value) ? TC_OK : txn->failed;
}

static int32_t mem_del(tci_txn *base, tci_slice key) {
    mem_txn *txn = (mem_txn *)base;
    int32_t code = writable(txn, key);
    if (code != TC_OK) return code;
    if (!tci_mem_find(txn->root, key)) return TCI_ABSENT;
    txn->changed = true;
    return tci_mem_del(txn, key) ? TC_OK : txn->failed;
}

static int32_t mem_scan_open(tci_txn *base, tci_scan **scan) {
    mem_txn *txn = (mem_txn *)base;
    if (txn->failed != TC_OK) return txn->failed;
    mem_scan *made = malloc(sizeof *made);
    if (!made) return TC_E_NOMEM;
    made->base = (tci_scan){base->ops, base};
    made->depth = 0;
    made->ended = false;
    txn->scans++;
    *scan = &made->base;
    return TC_OK;
}

/* What the path points at; when that is behind the last entry of a leaf, the next leaf's first. */
static int32_t scan_answer(mem_scan *scan, tci_slice *found, tci_slice *value) {
    while (scan->depth > 0) {
        uint32_t level = scan->depth - 1;
        const mem_node *node = scan->path[level];
        if (scan->at[level] >= node->count) {
            if (--scan->depth > 0) scan->at[scan->depth - 1]++;
            continue;
        }
        if (node->leaf) {
            const mem_value *at = node->slots[scan->at[level]];
            const mem_key *key = &node->keys[scan->at[level]];
            *found = tci_slice_of(key->bytes, key->len);
            *value = tci_slice_of(at->bytes, at->len);
            return TC_OK;
        }
        TCI_ASSERT(scan->depth < TCI_MEM_DEPTH_MAX);
        scan->path[scan->depth] = node->slots[scan->at[level]];
        scan->at[scan->depth++] = 0;
    }
    scan->ended = true;
    return TCI_ABSENT;
}

static int32_t mem_scan_seek(tci_scan *base, tci_slice key, tci_slice *found, tci_slice *value) {
    mem_scan *scan = (mem_scan *)base;
    const mem_txn *txn = (const mem_txn *)base->txn;
    if (txn->failed != TC_OK) return txn->failed;
    if (key.len > TCI_KEY_MAX) return TC_E_LIMIT;
    scan->depth = 0;
    scan->ended = false;
    if (key.len == 0) key.data = "";
    for (const mem_node *node = txn->root; node;) {
        uint32_t level = scan->depth++;
        bool same;
        scan->path[level] = node;
        scan->at[level] =
            node->leaf ? tci_mem_leaf_find(node, key, &same) : tci_mem_branch_find(node, key);
        node = node->leaf ? NULL : node->slots[scan->at[level]];
    }
    return scan_answer(scan, found, value);
}

static int32_t mem_scan_next(tci_scan *base, tci_slice *found, tci_slice *value) {
    mem_scan *scan = (mem_scan *)base;
    const mem_txn *txn = (const mem_txn *)base->txn;
    if (txn->failed != TC_OK) return txn->failed;
    if (scan->ended) return TCI_ABSENT;
    if (scan->depth == 0) return mem_scan_seek(base, tci_slice_of("", 0), found, value);
    scan->at[scan->depth - 1]++;
    return scan_answer(scan, found, value);
}

static void mem_scan_close(tci_scan *base) {
    if (!base) return;
    mem_txn *txn = (mem_txn *)base->txn;
    TCI_ASSERT(txn->scans > 0);
    txn->scans--;
    free(base);
}

static void mem_abort(tci_txn *base) {
    if (!base) return;
    mem_txn *txn = (mem_txn *)base;
    mem_store *store = store_of(base);
    if (base->mode & TCI_TXN_READ) {
        end_read(store, txn);
        return;
    }
    TCI_ASSERT(txn->scans == 0);
    /* Retired blocks are the newest version's and stay with it. */
    tci_mem_free_list(store, txn->fresh);
    end_write(store, txn);
}

static int32_t mem_commit(tci_txn *base) {
    mem_txn *txn = (mem_txn *)base;
    mem_store *store = store_of(base);
    int32_t code = txn->failed;
    if (code == TC_OK && !(base->mode & TCI_TXN_WRITE)) code = TC_E_READ_ONLY;
    mem_version *version = NULL;
    if (code == TC_OK && txn->changed && !(version = malloc(sizeof *version))) code = TC_E_NOMEM;
    if (code != TC_OK || !version) {
        mem_abort(base);
        return code;
    }
    TCI_ASSERT(txn->scans == 0);
    tci_mem_settle(store, txn->fresh);
    *version = (mem_version){.root = txn->root, .id = txn->id};
    pthread_mutex_lock(&store->lock);
    TCI_ASSERT(store->newest == txn->version && store->newest->id + 1 == txn->id);
    store->newest->retired = txn->retired;
    store->newest->next = version;
    store->newest = version;
    pthread_mutex_unlock(&store->lock);
    end_write(store, txn);
    return TC_OK;
}

static uint64_t mem_txn_id(const tci_txn *base) {
    return ((const mem_txn *)(const void *)base)->id;
}

static int32_t mem_stat(tci_store *base, tci_store_stat *stat) {
    mem_store *store = (mem_store *)base;
    tci_store_stat answer = {.map_bytes = store->bytes_max, .page_bytes = PAGE_BYTES};
    answer.used_bytes = answer.file_bytes = atomic_load(&store->bytes);
    answer.max_readers = store->max_readers;
    pthread_mutex_lock(&store->lock);
    answer.last_txn_id = store->newest->id;
    answer.readers = store->readers;
    const mem_version *oldest = store->oldest;
    while (oldest != store->newest && oldest->readers == 0) oldest = oldest->next;
    answer.oldest_reader_lag = store->newest->id - oldest->id;
    pthread_mutex_unlock(&store->lock);
    *stat = answer;
    return TC_OK;
}

static int32_t mem_check_readers(tci_store *base, uint32_t *cleared) {
    (void)base;
    if (cleared) *cleared = 0;
    return TC_OK;
}

static int32_t mem_copy(tci_store *base, const char *path, bool compact, tci_copy_finish finish,
                        void *user_data, tc_error *error) {
    (void)base, (void)path, (void)compact, (void)finish, (void)user_data;
    return tci_fail(error, TC_E_UNSUPPORTED, NULL, "a store in memory has no files to copy");
}

static void mem_close(tci_store *base) {
    if (!base) return;
    mem_store *store = (mem_store *)base;
    /* Of a parent process: its threads may have been in the middle of anything. */
    if (store->fork_generation != tci_store_fork_generation()) return;
    TCI_ASSERT(!store->writing && store->readers == 0);
    tci_mem_free_tree(store, store->newest->root);
    while (store->oldest) {
        mem_version *version = store->oldest;
        store->oldest = version->next;
        tci_mem_free_list(store, version->retired);
        free(version);
    }
    while (store->idle) {
        mem_txn *txn = store->idle;
        store->idle = txn->next;
        free(txn);
    }
    TCI_ASSERT(atomic_load(&store->bytes) == 0);
    pthread_cond_destroy(&store->writer_left);
    pthread_mutex_destroy(&store->lock);
    free(store);
}

static const tci_store_ops OPS = {
    .name = "memory",
    .begin = mem_begin,
    .get = mem_get,
    .put = mem_put,
    .del = mem_del,
    .scan_open = mem_scan_open,
    .scan_seek = mem_scan_seek,
    .scan_next = mem_scan_next,
    .scan_close = mem_scan_close,
    .commit = mem_commit,
    .abort = mem_abort,
    .txn_id = mem_txn_id,
    .stat = mem_stat,
    .check_readers = mem_check_readers,
    .copy = mem_copy,
    .close = mem_close,
};

static int32_t fill(mem_store *store, const tci_store_config *config) {
    if (!config->init) return TC_OK;
    tci_txn *txn;
    int32_t code = mem_begin(&store->base, TCI_TXN_WRITE, &txn);
    if (code != TC_OK) return code;
    code = config->init(txn, config->user_data);
    if (code == TC_OK) return mem_commit(txn);
    mem_abort(txn);
    return code;
}

int32_t tci_store_open_mem(const tci_store_config *config, tci_store **store, tc_error *error) {
    mem_store *made = calloc(1, sizeof *made);
    mem_version *version = calloc(1, sizeof *version);
    if (!made || !version) {
        free(made);
        free(version);
        return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    }
    made->base.ops = &OPS;
    made->fork_generation = tci_store_fork_generation();
    made->oldest = made->newest = version;
    made->max_readers = config->max_readers ? config->max_readers : READERS_DEFAULT;
    made->bytes_max = config->map_bytes ? config->map_bytes : BYTES_DEFAULT;
    pthread_mutex_init(&made->lock, NULL);
    pthread_cond_init(&made->writer_left, NULL);
    int32_t code = fill(made, config);
    made->read_only = config->read_only;
    if (code != TC_OK) {
        mem_close(&made->base);
        return tci_fail(error, code, NULL, "the store's first commit failed: %s",
                        tc_error_sentence(code));
    }
    *store = &made->base;
    return TC_OK;
}
