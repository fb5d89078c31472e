/* Commits as others see them: telling those who wait, and waiting, across processes too. */
#include <time.h>

#include "engine/engine_internal.h"

/* How long a waiter sleeps before it looks for commits of other processes. */
#define POLL_MS 5

void tci_engine_seen_commit(tc_engine *engine, uint64_t batch) {
    atomic_store(&engine->last_commit, batch);
    if (atomic_load(&engine->commit_waiters) == 0) return;
    pthread_mutex_lock(&engine->commit_lock);
    pthread_cond_broadcast(&engine->commit_wake);
    pthread_mutex_unlock(&engine->commit_lock);
}

/* The newest commit of any process. */
static uint64_t newest_commit(tc_engine *engine) {
    tc_snapshot *snapshot;
    if (tc_snapshot_open(engine, &snapshot, NULL) != TC_OK)
        return atomic_load(&engine->last_commit);
    uint64_t commit = tc_snapshot_commit(snapshot);
    tc_snapshot_close(snapshot);
    return commit;
}

static struct timespec in_ms(int64_t ms) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += ms / 1000;
    until.tv_nsec += ms % 1000 * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    return until;
}

int32_t tci_engine_wait_commit(tc_engine *engine, uint64_t after_commit, int64_t timeout_ms) {
    uint64_t began = tci_monotonic_us();
    atomic_fetch_add(&engine->commit_waiters, 1);
    int32_t found = 0;
    for (;;) {
        if (atomic_load(&engine->last_commit) > after_commit ||
            newest_commit(engine) > after_commit) {
            found = 1;
            break;
        }
        int64_t left =
            timeout_ms < 0 ? POLL_MS : timeout_ms - (int64_t)((tci_monotonic_us() - began) / 1000);
        if (left <= 0) break;
        struct timespec until = in_ms(TCI_MIN(left, (int64_t)POLL_MS));
        pthread_mutex_lock(&engine->commit_lock);
        if (atomic_load(&engine->last_commit) <= after_commit)
            pthread_cond_timedwait(&engine->commit_wake, &engine->commit_lock, &until);
        pthread_mutex_unlock(&engine->commit_lock);
    }
    atomic_fetch_sub(&engine->commit_waiters, 1);
    return found;
}
