/* Scans of the log store: the tail and the store below, merged in key order as one moment sees
 * them. Must never show the log's own record. */
#include <stdlib.h>

#include "store/store_log_internal.h"

int32_t tci_log_scan_open(tci_txn *base, tci_scan **scan) {
    log_txn *txn = (log_txn *)base;
    if (txn->failed != TC_OK) return txn->failed;
    log_scan *made = txn->idle_scans;
    if (made) txn->idle_scans = made->next;
    else made = calloc(1, sizeof *made);
    if (!made) return TC_E_NOMEM;
    *made = (log_scan){.base = {base->ops, base}};
    int32_t code = tci_scan_open(txn->below, &made->below);
    if (code != TC_OK) {
        free(made);
        return code;
    }
    *scan = &made->base;
    return TC_OK;
}

static int32_t below_answer(log_scan *scan, int32_t code) {
    while (code == TC_OK && tci_log_state_is(scan->key))
        code = tci_scan_next(scan->below, &scan->key, &scan->value);
    scan->more = code == TC_OK;
    return code == TCI_ABSENT ? TC_OK : code;
}

static int32_t below_next(log_scan *scan) {
    return below_answer(scan, tci_scan_next(scan->below, &scan->key, &scan->value));
}

/* The smaller of both heads; at the same key the tail's is the newer. */
static int32_t answer(log_scan *scan, tci_slice *found, tci_slice *value) {
    const log_txn *txn = (const log_txn *)scan->base.txn;
    for (;;) {
        const tci_tail_version *version = NULL;
        while (scan->at && !(version = tci_tail_at(scan->at, txn->seq)))
            scan->at = tci_tail_next(scan->at);
        if (!scan->at && !scan->more) return TCI_ABSENT;
        int order = !scan->at ? 1 : !scan->more ? -1 : tci_tail_order(scan->at, scan->key);
        if (order > 0) {
            *found = scan->key;
            *value = scan->value;
            scan->more = false; /* fetched at the next step: these stay valid until then */
            scan->placed = true;
            return TC_OK;
        }
        if (order == 0) {
            int32_t code = below_next(scan);
            if (code != TC_OK) return code;
        }
        const tci_tail_node *node = scan->at;
        scan->at = tci_tail_next(node);
        if (version->dropped) continue;
        *found = tci_slice_of(node->key, node->key_len);
        *value = tci_slice_of(version->bytes, version->len);
        return TC_OK;
    }
}

int32_t tci_log_scan_seek(tci_scan *base, tci_slice key, tci_slice *found, tci_slice *value) {
    log_scan *scan = (log_scan *)base;
    const log_txn *txn = (const log_txn *)base->txn;
    if (txn->failed != TC_OK) return txn->failed;
    if (key.len > TCI_KEY_MAX) return TC_E_LIMIT;
    scan->placed = false;
    scan->at = tci_tail_seek(txn->epoch->tail, key.len ? key : tci_slice_of("", 0));
    int32_t code = below_answer(scan, tci_scan_seek(scan->below, key, &scan->key, &scan->value));
    scan->begun = true;
    return code == TC_OK ? answer(scan, found, value) : code;
}

int32_t tci_log_scan_next(tci_scan *base, tci_slice *found, tci_slice *value) {
    log_scan *scan = (log_scan *)base;
    const log_txn *txn = (const log_txn *)base->txn;
    if (txn->failed != TC_OK) return txn->failed;
    if (!scan->begun) return tci_log_scan_seek(base, tci_slice_of("", 0), found, value);
    if (scan->placed) {
        scan->placed = false;
        int32_t code = below_next(scan);
        if (code != TC_OK) return code;
    }
    return answer(scan, found, value);
}

void tci_log_scan_close(tci_scan *base) {
    if (!base) return;
    log_scan *scan = (log_scan *)base;
    log_txn *txn = (log_txn *)base->txn;
    tci_scan_close(scan->below);
    if (base->txn->mode & TCI_TXN_READ) {
        scan->next = txn->idle_scans;
        txn->idle_scans = scan;
    } else {
        free(scan);
    }
}
