/* Snapshots: a read transaction, a view over it and the time it judges by. Closed ones are kept to
 * be opened again without asking malloc. */
#include <stdlib.h>

#include "engine/engine_internal.h"

#define IDLE_MAX 32u

struct tc_snapshot {
    tc_engine *engine;
    tci_txn *txn;
    tci_view *view;
    tci_arena arena;
    int64_t now_ms;
    uint64_t commit;
    _Atomic uint32_t in_use;
    tc_snapshot *next_idle;
};

static tc_snapshot *take_idle(tc_engine *engine) {
    pthread_mutex_lock(&engine->snapshot_lock);
    tc_snapshot *snapshot = engine->idle_snapshots;
    if (snapshot) {
        engine->idle_snapshots = snapshot->next_idle;
        engine->idle_count--;
    }
    pthread_mutex_unlock(&engine->snapshot_lock);
    if (snapshot) return snapshot;
    snapshot = calloc(1, sizeof *snapshot);
    if (snapshot && tci_view_new(&snapshot->view) != TC_OK) {
        free(snapshot);
        snapshot = NULL;
    }
    return snapshot;
}

static void snapshot_free(tc_snapshot *snapshot) {
    tci_view_free(snapshot->view);
    tci_arena_free(&snapshot->arena);
    free(snapshot);
}

static void give_idle(tc_engine *engine, tc_snapshot *snapshot) {
    pthread_mutex_lock(&engine->snapshot_lock);
    bool keep = engine->idle_count < IDLE_MAX;
    if (keep) {
        snapshot->next_idle = engine->idle_snapshots;
        engine->idle_snapshots = snapshot;
        engine->idle_count++;
    }
    pthread_mutex_unlock(&engine->snapshot_lock);
    if (!keep) snapshot_free(snapshot);
}

void tci_snapshots_free(tc_engine *engine) {
    for (tc_snapshot *snapshot = engine->idle_snapshots; snapshot;) {
        tc_snapshot *next = snapshot->next_idle;
        snapshot_free(snapshot);
        snapshot = next;
    }
    engine->idle_snapshots = NULL;
}

static void snapshot_end(tc_snapshot *snapshot) {
    if (snapshot->txn) {
        tci_view_end(snapshot->view);
        tci_txn_abort(snapshot->txn);
        snapshot->txn = NULL;
    }
    tci_arena_clear(&snapshot->arena);
}

static int32_t snapshot_begin(tc_snapshot *snapshot, tc_error *error) {
    tc_engine *engine = snapshot->engine;
    int32_t code = tci_store_begin(engine->store, TCI_TXN_READ, &snapshot->txn);
    if (code != TC_OK) {
        snapshot->txn = NULL;
        return tci_fail(error, code, NULL, NULL);
    }
    tci_view_begin(snapshot->view, snapshot->txn, false);
    tci_head_must(snapshot->view);
    int64_t clock = (int64_t)tci_slot_get(snapshot->view, 0, TCI_SLOT_CLOCK);
    snapshot->commit = tci_slot_get(snapshot->view, 0, TCI_SLOT_BATCH);
    snapshot->now_ms = tci_clock_now(engine, clock);
    code = tci_view_status(snapshot->view);
    if (code == TC_OK) return TC_OK;
    /* A snapshot that does not know its own moment would judge expiry wrongly. */
    snapshot_end(snapshot);
    return tci_fail(error, code, NULL, NULL);
}

int32_t tc_snapshot_open(tc_engine *engine, tc_snapshot **snapshot, tc_error *error) {
    int32_t code = tci_engine_enter(engine, error);
    if (code != TC_OK) return code;
    if (!snapshot) return tci_fail(error, TC_E_INVALID, "snapshot", "snapshot may not be NULL");
    tc_snapshot *made = take_idle(engine);
    if (!made) return tci_fail(error, TC_E_NOMEM, NULL, NULL);
    made->engine = engine;
    code = snapshot_begin(made, error);
    if (code != TC_OK) {
        give_idle(engine, made);
        return code;
    }
    tci_engine_add_child(engine, 1);
    atomic_fetch_add(&engine->open_snapshots, 1);
    *snapshot = made;
    return TC_OK;
}

int32_t tc_snapshot_refresh(tc_snapshot *snapshot, tc_error *error) {
    if (!snapshot) return tci_fail(error, TC_E_INVALID, "snapshot", "snapshot may not be NULL");
    int32_t code = tci_engine_enter(snapshot->engine, error);
    if (code != TC_OK) return code;
    if (atomic_exchange(&snapshot->in_use, 1))
        return tci_fail(error, TC_E_BUSY, "snapshot", "another thread is using the snapshot");
    snapshot_end(snapshot);
    code = snapshot_begin(snapshot, error);
    atomic_store(&snapshot->in_use, 0);
    return code;
}

void tc_snapshot_close(tc_snapshot *snapshot) {
    if (!snapshot) return;
    tc_engine *engine = snapshot->engine;
    if (engine->fork_generation != tci_store_fork_generation()) return;
    snapshot_end(snapshot);
    give_idle(engine, snapshot);
    atomic_fetch_sub(&engine->open_snapshots, 1);
    tci_engine_add_child(engine, -1);
}

int64_t tc_snapshot_time(const tc_snapshot *snapshot) {
    return snapshot ? snapshot->now_ms : 0;
}

uint64_t tc_snapshot_commit(const tc_snapshot *snapshot) {
    return snapshot ? snapshot->commit : 0;
}

tci_view *tci_snapshot_view(tc_snapshot *snapshot) {
    return snapshot->view;
}

int64_t tci_snapshot_now(const tc_snapshot *snapshot) {
    return snapshot->now_ms;
}

tc_engine *tci_snapshot_engine(const tc_snapshot *snapshot) {
    return snapshot->engine;
}

tci_arena *tci_snapshot_arena(tc_snapshot *snapshot) {
    return &snapshot->arena;
}

int32_t tci_snapshot_enter(tc_snapshot *snapshot, tc_error *error) {
    if (!snapshot) return tci_fail(error, TC_E_INVALID, "snapshot", "snapshot may not be NULL");
    int32_t code = tci_engine_enter(snapshot->engine, error);
    if (code != TC_OK) return code;
    if (!snapshot->txn)
        return tci_fail(error, TC_E_INVALID, "snapshot", "an earlier refresh failed; close it");
    if (atomic_exchange_explicit(&snapshot->in_use, 1, memory_order_acquire))
        return tci_fail(error, TC_E_BUSY, "snapshot", "another thread is using the snapshot");
    return TC_OK;
}

int32_t tci_snapshot_leave(tc_snapshot *snapshot, int32_t code, tc_error *error) {
    int32_t status = tci_view_status(snapshot->view);
    if (status != TC_OK) {
        code = tci_fail(error, status, NULL, "%s (%s)", tc_error_sentence(status),
                        tci_view_status_where(snapshot->view));
        tci_view_clear_status(snapshot->view);
    } else if (snapshot->arena.failed) {
        code = tci_fail(error, TC_E_NOMEM, NULL, NULL);
    }
    snapshot->arena.failed = false;
    atomic_store_explicit(&snapshot->in_use, 0, memory_order_release);
    return code;
}
