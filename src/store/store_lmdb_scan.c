/* Scans of the LMDB store: one LMDB cursor each. Cursors of read transactions are kept and renewed,
 * because a command opens several. Must never be used after its transaction ended. */
#include <stdlib.h>

#include "store/store_lmdb_internal.h"

static int cursor_open(tci_lmdb_txn *txn, tci_lmdb_scan *scan) {
    /* LMDB frees the cursors of a write transaction when it ends, so only those of readers are
     * worth keeping. */
    if (scan->cursor) return mdb_cursor_renew(txn->txn, scan->cursor);
    return mdb_cursor_open(txn->txn, ((tci_lmdb_store *)txn->base.store)->env->dbi, &scan->cursor);
}

int32_t tci_lmdb_scan_open(tci_txn *base, tci_scan **scan) {
    tci_lmdb_txn *txn = (tci_lmdb_txn *)base;
    if (txn->failed != TC_OK) return txn->failed;
    tci_lmdb_scan *made = txn->idle_scans;
    if (made) txn->idle_scans = made->next;
    else made = calloc(1, sizeof *made);
    if (!made) return TC_E_NOMEM;
    int rc = cursor_open(txn, made);
    if (rc != MDB_SUCCESS) {
        if (made->cursor) mdb_cursor_close(made->cursor);
        free(made);
        return tci_lmdb_code(rc);
    }
    made->base.ops = base->ops;
    made->base.txn = base;
    made->placed = made->ended = false;
    made->next = NULL;
    txn->open_scans++;
    *scan = &made->base;
    return TC_OK;
}

static int32_t move(tci_lmdb_scan *scan, MDB_val *key, MDB_cursor_op op, tci_slice *found,
                    tci_slice *value) {
    tci_lmdb_txn *txn = (tci_lmdb_txn *)scan->base.txn;
    if (txn->failed != TC_OK) return txn->failed;
    MDB_val data;
    int rc = mdb_cursor_get(scan->cursor, key, &data, op);
    scan->placed = rc == MDB_SUCCESS;
    scan->ended = rc == MDB_NOTFOUND;
    if (rc != MDB_SUCCESS) return tci_lmdb_code(rc);
    if (key->mv_size == 0 || key->mv_size > TCI_KEY_MAX) return TC_E_CORRUPT; /* no key of ours */
    *found = tci_slice_of(key->mv_data, key->mv_size);
    *value = tci_slice_of(data.mv_data, data.mv_size);
    return TC_OK;
}

int32_t tci_lmdb_scan_seek(tci_scan *base, tci_slice key, tci_slice *found, tci_slice *value) {
    tci_lmdb_scan *scan = (tci_lmdb_scan *)base;
    if (key.len > TCI_KEY_MAX) return TC_E_LIMIT;
    MDB_val at = {key.len, (void *)(uintptr_t)key.data};
    return move(scan, &at, key.len ? MDB_SET_RANGE : MDB_FIRST, found, value);
}

/* LMDB's own answer to "next" of a cursor at its end or never placed depends on how it came there,
 * so the scan remembers. */
int32_t tci_lmdb_scan_next(tci_scan *base, tci_slice *found, tci_slice *value) {
    tci_lmdb_scan *scan = (tci_lmdb_scan *)base;
    if (scan->ended) return TCI_ABSENT;
    MDB_val at = {0, NULL};
    return move(scan, &at, scan->placed ? MDB_NEXT : MDB_FIRST, found, value);
}

void tci_lmdb_scan_close(tci_scan *base) {
    if (!base) return;
    tci_lmdb_scan *scan = (tci_lmdb_scan *)base;
    tci_lmdb_txn *txn = (tci_lmdb_txn *)base->txn;
    TCI_ASSERT(txn->open_scans > 0);
    txn->open_scans--;
    if (base->txn->mode & TCI_TXN_READ) {
        scan->next = txn->idle_scans;
        txn->idle_scans = scan;
        return;
    }
    mdb_cursor_close(scan->cursor);
    free(scan);
}

void tci_lmdb_scans_free(tci_lmdb_txn *txn) {
    while (txn->idle_scans) {
        tci_lmdb_scan *scan = txn->idle_scans;
        txn->idle_scans = scan->next;
        mdb_cursor_close(scan->cursor);
        free(scan);
    }
}
