/* Commits of the log store: one frame and one flush, or a fold, which puts the whole tail into the
 * store below in one durable transaction of its own and lets the log begin again. Must never tell
 * that a commit failed when it may have landed. */
#include <stdlib.h>

#include "store/store_log_internal.h"

/* A log this long, or a tail of so much memory, is folded. */
#define FOLD_LOG_BYTES (UINT64_C(4) << 20)
#define FOLD_TAIL_BYTES (UINT64_C(64) << 20)

/* Commits that a handle makes without a log before it begins one. */
#define DIRECT_COMMITS 3u

/* What was there before the commit. */
static int32_t before_of(const log_txn *txn, const tci_tail_version *now, tci_slice key,
                         tci_slice *before) {
    const tci_tail_version *version = now->older;
    *before = tci_slice_of(NULL, 0);
    if (version && !version->dropped) *before = tci_slice_of(version->bytes, version->len);
    if (version) return TC_OK;
    int32_t code = tci_txn_get(txn->below, key, before);
    return code == TCI_ABSENT ? TC_OK : code;
}

static int32_t write_frame(log_store *store, const log_txn *txn) {
    tci_buf *frame = &store->frame;
    const tci_tail *tail = txn->epoch->tail;
    int32_t code = TC_OK;
    tci_buf_clear(frame);
    (void)tci_buf_take(frame, TCI_LOG_HEAD);
    for (size_t i = 0; code == TC_OK && i < tail->changed_count; i++) {
        const tci_tail_node *node = tail->changed[i];
        const tci_tail_version *now = tci_tail_at(node, txn->seq);
        tci_slice key = tci_slice_of(node->key, node->key_len), before;
        if (now->dropped) {
            tci_frame_drop(frame, key);
            continue;
        }
        code = before_of(txn, now, key, &before);
        if (code == TC_OK) tci_frame_put(frame, key, before, tci_slice_of(now->bytes, now->len));
    }
    return code == TC_OK && frame->failed ? TC_E_NOMEM : code;
}

static void publish(log_store *store, tci_log_at end) {
    pthread_mutex_lock(&store->lock);
    store->end = end;
    store->fold_pages = tci_log_fold_pages(store, store->epoch->tail);
    atomic_store_explicit(store->file.published, end.seq, memory_order_release);
    pthread_mutex_unlock(&store->lock);
}

int32_t tci_log_put_all(const log_epoch *epoch, uint64_t seq, tci_txn *to) {
    int32_t code = TC_OK;
    const tci_tail_node *node = tci_tail_seek(epoch->tail, tci_slice_of("", 0));
    for (; node && code == TC_OK; node = tci_tail_next(node)) {
        const tci_tail_version *now = tci_tail_at(node, seq);
        tci_slice key = tci_slice_of(node->key, node->key_len);
        if (!now) continue; /* taken back, or later */
        if (!now->dropped) code = tci_txn_put(to, key, tci_slice_of(now->bytes, now->len));
        else if ((code = tci_txn_del(to, key)) == TCI_ABSENT) code = TC_OK;
    }
    return code;
}

/* The new epoch, unless a reader was quicker to see the fold. */
static void begin_epoch(log_store *store, log_epoch *epoch, const log_state *state) {
    pthread_mutex_lock(&store->lock);
    if (store->epoch->base_txn < epoch->base_txn) {
        tci_log_epoch_set(store, epoch);
        store->end = (tci_log_at){state->seq, state->chain, TCI_LOG_BEGIN};
    } else {
        epoch->next = store->retired;
        store->retired = epoch;
    }
    if (store->file.published) atomic_store(store->file.published, state->seq);
    store->unsettled = false;
    store->logged = state->attached;
    store->wrote_last = true;
    pthread_mutex_unlock(&store->lock);
}

static int32_t abandon(log_store *store, log_txn *txn, tci_txn *below, int32_t code) {
    tci_tail_undo(txn->epoch->tail, txn->seq);
    if (below) tci_txn_abort(below);
    if (tc_error_class(code) == TC_CLASS_FATAL) atomic_store(&store->poison, TC_E_POISONED);
    return code;
}

int32_t tci_log_fold(log_store *store, log_txn *txn, bool changed, bool attached) {
    log_state state = {
        .seq = changed ? txn->seq : txn->seq - 1, .chain = store->end.chain, .attached = attached};
    /* A commit that never was a frame: the chain goes on from what it would have been. */
    if (changed) state.chain = tci_checksum(&state.seq, sizeof state.seq, state.chain);
    memcpy(state.id, store->file.id, TCI_LOG_ID_BYTES);
    log_epoch *epoch = tci_log_epoch_new(store, tci_txn_id(txn->below), state.seq);
    if (!epoch) return abandon(store, txn, txn->below, TC_E_NOMEM);
    int32_t code = tci_log_put_all(txn->epoch, txn->seq, txn->below);
    if (code == TC_OK) code = tci_log_state_put(txn->below, &state);
    if (code != TC_OK) {
        abandon(store, txn, txn->below, code);
    } else {
        code = tci_txn_commit(txn->below);
        if (code != TC_OK) abandon(store, txn, NULL, code);
    }
    if (code != TC_OK) {
        tci_tail_free(epoch->tail);
        free(epoch);
        return code;
    }
    tci_tail_settle(txn->epoch->tail);
    begin_epoch(store, epoch, &state);
    return TC_OK;
}

static int32_t append(log_store *store, log_txn *txn) {
    tci_log_at end = store->end;
    uint32_t flags = store->unsettled ? 0 : TCI_FRAME_SETTLED;
    bool relaxed = (txn->base.mode & TCI_TXN_RELAXED) != 0;
    if (relaxed) flags |= TCI_FRAME_RELAXED;
    int32_t code = tci_log_file_append(&store->file, &end, &store->frame, flags);
    if (code != TC_OK) return code;
    store->unsettled = relaxed;
    store->wrote_last = true;
    tci_tail_settle(txn->epoch->tail);
    publish(store, end);
    tci_txn_abort(txn->below);
    return TC_OK;
}

/* A commit may be acknowledged from the log only while a later fold surely finds room below. */
static bool fold_is_due(const log_store *store, const tci_tail *tail) {
    return store->end.pos >= FOLD_LOG_BYTES || tail->bytes >= FOLD_TAIL_BYTES ||
           tci_log_fold_is_tight(store, tail);
}

/* A store that is opened for a command or two stays whole without a log, and costs what it did. */
static int32_t commit_direct(log_store *store, log_txn *txn) {
    if (store->direct++ < DIRECT_COMMITS) return tci_log_fold(store, txn, true, false);
    int32_t code = TC_OK;
    if (store->file.fd < 0 && tci_log_file_open(&store->file, store->path, false) != TC_OK)
        code = tci_log_file_make(&store->file, store->path);
    return code == TC_OK ? tci_log_fold(store, txn, true, true)
                         : abandon(store, txn, txn->below, code);
}

int32_t tci_log_commit(tci_txn *base) {
    log_txn *txn = (log_txn *)base;
    log_store *store = (log_store *)base->store;
    if (store->fork_generation != tci_store_fork_generation()) return TC_E_FORKED;
    if (!(base->mode & TCI_TXN_WRITE)) {
        base->ops->abort(base);
        return TC_E_READ_ONLY;
    }
    const tci_tail *tail = txn->epoch->tail;
    if (txn->failed != TC_OK) return abandon(store, txn, txn->below, txn->failed);
    if (tail->changed_count == 0) return abandon(store, txn, txn->below, TC_OK);
    if (!store->logged) return commit_direct(store, txn);
    if (fold_is_due(store, tail)) return tci_log_fold(store, txn, true, true);
    int32_t code = write_frame(store, txn);
    if (code == TC_OK) code = append(store, txn);
    if (code == TC_E_LIMIT) return tci_log_fold(store, txn, true, true);
    return code == TC_OK ? TC_OK : abandon(store, txn, txn->below, code);
}
