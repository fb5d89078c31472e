/* The failing port. Its handles are the real port's own; only their tables of functions are
 * replaced, so a transaction behaves in everything else as it always does. */
#include "port.h"

#include <stdatomic.h>

#include "engine/engine_internal.h"

enum { BEGINS = 1, READS = 2, WRITES = 4, COMMITS = 8 };

static const struct {
    const char *name;
    int32_t code;
    unsigned of; /* calls it means something to */
} WAYS[PORT_WAYS] = {
    [PORT_NONE] = {"port-none", TC_OK, BEGINS | READS | WRITES | COMMITS},
    [PORT_IO] = {"port-io", TC_E_IO, BEGINS | READS | WRITES | COMMITS},
    [PORT_CORRUPT] = {"port-corrupt", TC_E_CORRUPT, READS},
    [PORT_FULL] = {"port-full", TC_E_STORE_FULL, WRITES | COMMITS},
    [PORT_NOMEM] = {"port-nomem", TC_E_NOMEM, BEGINS | READS | WRITES | COMMITS},
    [PORT_CONFLICT] = {"port-conflict", TC_E_STORE_CONFLICT, BEGINS | COMMITS},
    [PORT_DONE_UNKNOWN] = {"port-done-unknown", TC_E_OUTCOME_UNKNOWN, COMMITS},
};

static const tci_store_ops *real;
static tci_store_ops front;
static _Atomic bool armed, reached;
static _Atomic uint32_t count;
static uint32_t fault_at;
static bool fault_sticky;
static port_way fault_way;
/* A put or del of the write transaction failed: LMDB then refuses its commit, and so do we. */
static int32_t spoiled;

const char *port_way_name(port_way way) {
    return WAYS[way].name;
}

void port_arm(port_way way, uint32_t at, bool sticky) {
    fault_way = way;
    fault_at = at;
    fault_sticky = sticky;
    spoiled = TC_OK;
    atomic_store(&count, 0);
    atomic_store(&reached, false);
    atomic_store(&armed, true);
}

uint32_t port_disarm(void) {
    atomic_store(&armed, false);
    return atomic_load(&count);
}

bool port_reached(void) {
    return atomic_load(&reached);
}

/* Count a call; what it is to answer instead of being carried out. */
static int32_t meet(unsigned kind) {
    if (!atomic_load(&armed) || !(WAYS[fault_way].of & kind)) return TC_OK;
    uint32_t number = atomic_fetch_add(&count, 1) + 1;
    if (!fault_at || number < fault_at || (number > fault_at && !fault_sticky)) return TC_OK;
    atomic_store(&reached, true);
    return WAYS[fault_way].code;
}

static int32_t front_begin(tci_store *store, uint32_t mode, tci_txn **txn) {
    int32_t code = meet(BEGINS);
    if (code != TC_OK) return code;
    code = real->begin(store, mode, txn);
    if (code != TC_OK) return code;
    (*txn)->ops = &front;
    if (mode & TCI_TXN_WRITE) spoiled = TC_OK;
    return code;
}

static int32_t front_get(tci_txn *txn, tci_slice key, tci_slice *value) {
    int32_t code = meet(READS);
    return code != TC_OK ? code : real->get(txn, key, value);
}

static int32_t front_put(tci_txn *txn, tci_slice key, tci_slice value) {
    int32_t code = spoiled != TC_OK ? spoiled : meet(WRITES);
    if (code == TC_OK) return real->put(txn, key, value);
    return spoiled = code;
}

static int32_t front_del(tci_txn *txn, tci_slice key) {
    int32_t code = spoiled != TC_OK ? spoiled : meet(WRITES);
    if (code == TC_OK) return real->del(txn, key);
    return spoiled = code;
}

static int32_t front_scan_open(tci_txn *txn, tci_scan **scan) {
    int32_t code = meet(READS);
    if (code != TC_OK) return code;
    code = real->scan_open(txn, scan);
    if (code == TC_OK) (*scan)->ops = &front;
    return code;
}

static int32_t front_seek(tci_scan *scan, tci_slice key, tci_slice *found, tci_slice *value) {
    int32_t code = meet(READS);
    return code != TC_OK ? code : real->scan_seek(scan, key, found, value);
}

static int32_t front_next(tci_scan *scan, tci_slice *found, tci_slice *value) {
    int32_t code = meet(READS);
    return code != TC_OK ? code : real->scan_next(scan, found, value);
}

static int32_t front_commit(tci_txn *txn) {
    int32_t code = spoiled != TC_OK ? spoiled : meet(COMMITS);
    if (code == TC_OK) return real->commit(txn);
    if (code == TC_E_OUTCOME_UNKNOWN) {
        (void)real->commit(txn);
        return code;
    }
    real->abort(txn);
    return code == TC_E_IO ? TC_E_OUTCOME_UNKNOWN : code;
}

void port_wrap(tc_engine *engine) {
    real = engine->store->ops;
    front = *real;
    front.begin = front_begin;
    front.get = front_get;
    front.put = front_put;
    front.del = front_del;
    front.scan_open = front_scan_open;
    front.scan_seek = front_seek;
    front.scan_next = front_next;
    front.commit = front_commit;
    engine->store->ops = &front;
}
