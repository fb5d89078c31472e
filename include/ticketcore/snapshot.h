/**
 * @file snapshot.h
 * @brief One consistent moment of the store. Every reading call takes one.
 *
 * A snapshot never waits for the writer and the writer never waits for it. Keep it short: a store
 * with an old snapshot open cannot reuse space.
 */
#ifndef TICKETCORE_SNAPSHOT_H
#define TICKETCORE_SNAPSHOT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Open a snapshot of the newest commit, at the engine's present time.
 * @param engine   an open engine; it cannot be closed while the snapshot is open
 * @param[out] snapshot caller closes it with tc_snapshot_close()
 * @param error    may be NULL; written only on failure
 * @retval TC_OK             open
 * @retval TC_E_READERS_FULL every reader slot of the store is taken; retry
 * @retval TC_E_NOMEM        nothing happened
 * @thread the snapshot may move between threads but serves one at a time
 * @since 0.1
 */
TC_API int32_t tc_snapshot_open(tc_engine *engine, tc_snapshot **snapshot, tc_error *error);

/**
 * Move a snapshot to the newest commit and the present time. Cheaper than closing and opening.
 * Strings got from it before are gone.
 * @retval TC_OK it stands at the newest commit
 * @since 0.1
 */
TC_API int32_t tc_snapshot_refresh(tc_snapshot *snapshot, tc_error *error);

/** The moment at which the snapshot judges expiry, UTC milliseconds; 0 for NULL. @since 0.1 */
TC_API int64_t tc_snapshot_time(const tc_snapshot *snapshot);

/** The number of the commit the snapshot shows; 0 for NULL. @since 0.1 */
TC_API uint64_t tc_snapshot_commit(const tc_snapshot *snapshot);

/** Close a snapshot. Strings got from it are gone. NULL is fine. @since 0.1 */
TC_API void tc_snapshot_close(tc_snapshot *snapshot);

#ifdef __cplusplus
}
#endif
#endif
