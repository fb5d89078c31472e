/* Looking at the log's bytes again: every frame that this handle's newest moment rests on must
 * still stand in the file as it was written. Called by verify through the port, beside readers and
 * writers. Must never tell of damage where only a fold went by. */
#include <fcntl.h>
#include <unistd.h>

#include "store/store_log_internal.h"

/* How often a fold may go by while we look. */
#define TRIES 100

/* A descriptor of our own, for a handle may take over another log meanwhile. */
static int32_t file_of(log_store *store, tci_log_file *file) {
    tci_log_file_init(file);
    pthread_mutex_lock(&store->lock);
    file->fd = fcntl(store->file.fd, F_DUPFD_CLOEXEC, 0);
    pthread_mutex_unlock(&store->lock);
    return file->fd >= 0 ? TC_OK : TC_E_IO;
}

/* TCI_ABSENT: the frame at `at` is not there. */
static int32_t walk(log_store *store, const log_txn *moment, tci_log_at *at) {
    log_state state;
    tci_log_file file;
    tci_slice payload;
    uint32_t flags;
    int32_t code = tci_log_state_get(moment->below, &state);
    if (code == TCI_ABSENT || (code == TC_OK && !state.attached)) return TC_OK;
    if (code == TC_OK) code = file_of(store, &file);
    if (code != TC_OK) return code;
    *at = (tci_log_at){state.seq, state.chain, TCI_LOG_BEGIN};
    while (code == TC_OK && at->seq < moment->seq)
        code = tci_log_file_read(&file, at, &payload, &flags);
    tci_log_file_close(&file);
    return code;
}

static int32_t fold_went_by(log_store *store, const log_txn *moment, bool *went_by) {
    tci_txn *now;
    int32_t code = tci_store_begin(store->below, TCI_TXN_READ, &now);
    if (code != TC_OK) return code;
    *went_by = tci_txn_id(now) != tci_txn_id(moment->below);
    tci_txn_abort(now);
    return TC_OK;
}

int32_t tci_log_check_frames(log_store *store, tci_store_damage *damage) {
    for (int i = 0; i < TRIES; i++) {
        tci_txn *moment;
        tci_log_at at = {0, 0, 0};
        bool went_by = false;
        int32_t code = tci_store_begin(&store->base, TCI_TXN_READ, &moment);
        if (code != TC_OK) return code;
        code = walk(store, (const log_txn *)moment, &at);
        bool missing = code == TCI_ABSENT;
        if (missing) code = fold_went_by(store, (const log_txn *)moment, &went_by);
        tci_txn_abort(moment);
        if (code != TC_OK || !missing) return code;
        if (went_by) continue;
        *damage = (tci_store_damage){.page = at.pos / TCI_TAIL_PAGE_BYTES,
                                     .what = "a frame that was acknowledged is not there",
                                     .in_log = true};
        return TC_E_CORRUPT;
    }
    return TC_E_BUSY;
}
