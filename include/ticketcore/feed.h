/**
 * @file feed.h
 * @brief The change feed: every commit's events of record, in one order, and its durable consumers.
 *
 * Every event has a sequence number; numbers begin at 1 and have no gaps. A consumer reads from a
 * cursor, does its work, and stores the cursor it got: in a place of its own, or in the store under
 * a name (tc_consumer_set()). A cursor before the oldest event kept is an error, never a silent
 * gap. The feed holds no personal data.
 */
#ifndef TICKETCORE_FEED_H
#define TICKETCORE_FEED_H

#include "base.h"
#include "feed_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A place in the feed. Opaque; all zero is the oldest event kept. Store it as it is. */
typedef struct tc_feed_cursor {
    uint64_t position; /**< opaque; grows along the feed */
} tc_feed_cursor;

/** One event of record. Its layout is fixed; `payload` lives as long as the snapshot. */
typedef struct tc_feed_event {
    uint64_t sequence;   /**< number in the feed, from 1, without gaps */
    int64_t time_ms;     /**< the engine's clock at its commit */
    uint64_t commit;     /**< number of its batch: events with one number became visible together */
    uint64_t event;      /**< the show it is about, or 0 */
    uint64_t subject;    /**< number of the hold, order, ticket … */
    uint64_t version;    /**< the subject's version after it */
    const void *payload; /**< as the type's line in feed_types.h says; not aligned */
    uint32_t payload_size; /**< bytes of payload */
    uint32_t type;         /**< a ::tc_feed_type */
} tc_feed_event;

/**
 * Read events from a cursor on.
 * @param snapshot an open snapshot
 * @param cursor   where to begin
 * @param[out] events  caller's room for `capacity` entries; payloads live as long as the snapshot
 * @param capacity entries of room, from 1
 * @param[out] count how many were written; 0: the cursor stands at the end
 * @param[out] next  where to go on; equal to `cursor` at the end
 * @param error    may be NULL; written only on failure
 * @retval TC_OK            read
 * @retval TC_E_FEED_PRUNED the cursor points before the oldest event kept; `error->subject` is the
 *                          oldest sequence number, and the oldest cursor all zero
 * @retval TC_E_INVALID     NULL, no room, or a cursor beyond the end
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_feed_read(tc_snapshot *snapshot, tc_feed_cursor cursor, tc_feed_event *events,
                            uint32_t capacity, uint32_t *count, tc_feed_cursor *next,
                            tc_error *error);

/**
 * The two ends of the feed.
 * @param snapshot an open snapshot
 * @param[out] oldest cursor of the oldest event kept; may be NULL
 * @param[out] end    cursor behind the newest event; may be NULL
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_INVALID NULL snapshot
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_feed_ends(tc_snapshot *snapshot, tc_feed_cursor *oldest, tc_feed_cursor *end,
                            tc_error *error);

/** Cursor that begins at a sequence number; 0: at the oldest kept. @since 0.1 */
TC_API tc_feed_cursor tc_feed_cursor_at(uint64_t sequence);
/** Sequence number of the event a cursor stands before; 0: the oldest kept. @since 0.1 */
TC_API uint64_t tc_feed_cursor_sequence(tc_feed_cursor cursor);

/**
 * Wait until there is something to read at a cursor, whichever process commits it. A commit of this
 * process wakes the caller at once; one of another process within about 10 ms.
 * @param engine     an open engine
 * @param cursor     from tc_feed_read(); all zero answers as soon as the feed holds anything
 * @param timeout_ms milliseconds to wait at most; 0: only look; negative: for ever
 * @param error      may be NULL; written only on failure
 * @retval 1 there is something to read (or the cursor was pruned: reading will say so)
 * @retval 0 nothing came in time
 * @retval TC_E_INVALID NULL
 * @since 0.1
 */
TC_API int32_t tc_feed_wait(tc_engine *engine, tc_feed_cursor cursor, int64_t timeout_ms,
                            tc_error *error);

/** Name of an event type, like "hold.created"; NULL for an unknown one. Static. @since 0.1 */
TC_API const char *tc_feed_type_name(uint32_t type);

/**
 * An event as one line of JSON, its payload decoded by its type into "data", a repeated part as
 * "items":
 * {"sequence":12,"time_ms":…,"commit":3,"type":"hold.created","event":4,"hold":9,"version":1,
 * "data":{"expires_at_ms":…,"items":[{"event":4,"target":10,"version":2}]}}. 64-bit numbers are
 * written as numbers; parse them as integers.
 * @param event    an event whose snapshot is still open
 * @param buffer   caller's room, or NULL with capacity 0 to ask for the length
 * @param capacity bytes of room, for the text and its NUL
 * @param[out] length bytes of the text without its NUL; may be NULL; also written on ::TC_E_BUFFER
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_BUFFER  the room is too small
 * @retval TC_E_INVALID NULL
 * @retval TC_E_NOMEM   memory is out
 * @since 0.1
 */
TC_API int32_t tc_feed_event_json(const tc_feed_event *event, char *buffer, size_t capacity,
                                  size_t *length, tc_error *error);

/** Bytes of a consumer's name. */
#define TC_CONSUMER_NAME_MAX 48
/** Consumers of one store. */
#define TC_CONSUMERS_MAX 1000

/** A durable named consumer. Its layout is fixed. */
typedef struct tc_consumer {
    char name[TC_CONSUMER_NAME_MAX + 8]; /**< its name */
    tc_feed_cursor cursor;               /**< where it goes on reading; 0: at the oldest kept */
    uint64_t version;                    /**< 1 at birth, +1 a change */
    int64_t updated_at_ms;               /**< when it last moved */
    uint64_t lag;                        /**< events from its cursor to the end */
    uint32_t pruned;                     /**< 1: events it had not read are gone */
    uint32_t reserved;                   /**< 0 */
} tc_consumer;

/** Request of tc_consumer_set(). */
typedef struct tc_consumer_set_request {
    uint32_t size;  /**< sizeof(tc_consumer_set_request), by ::TC_CONSUMER_SET_REQUEST_INIT */
    uint32_t flags; /**< ::tc_consumer_flag values, or-ed */
    tc_request_id request_id;  /**< all zero: none */
    const char *name;          /**< 1 … ::TC_CONSUMER_NAME_MAX bytes of UTF-8 */
    tc_feed_cursor cursor;     /**< where it goes on; all zero: the oldest kept */
    uint64_t expected_version; /**< 0: any, and make it when it does not exist */
} tc_consumer_set_request;

/** Flags of a tc_consumer_set_request. */
typedef enum tc_consumer_flag {
    TC_CONSUMER_CREATE = 1, /**< refuse when it exists (::TC_E_EXISTS) */
    TC_CONSUMER_AT_END = 2  /**< put it at the end of the feed, whatever `cursor` says */
} tc_consumer_flag;

/** Initialiser of a ::tc_consumer_set_request. */
#define TC_CONSUMER_SET_REQUEST_INIT                                                               \
    { sizeof(tc_consumer_set_request), 0, {{0}}, NULL, {0}, 0 }

/** Result of tc_consumer_set(). */
typedef struct tc_consumer_set_result {
    uint32_t size;         /**< sizeof(tc_consumer_set_result), by ::TC_CONSUMER_SET_RESULT_INIT */
    uint32_t created;      /**< 1: it did not exist */
    uint64_t version;      /**< version of the consumer after it */
    tc_feed_cursor cursor; /**< where it stands */
} tc_consumer_set_result;

/** Initialiser of a ::tc_consumer_set_result. */
#define TC_CONSUMER_SET_RESULT_INIT                                                                \
    {                                                                                              \
        sizeof(tc_consumer_set_result), 0, 0, {                                                    \
            0                                                                                      \
        }                                                                                          \
    }

/**
 * Create or move a durable consumer. Does not itself appear in the feed.
 * @param engine  an open engine
 * @param request which and where to; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          set, durable
 * @retval TC_E_EXISTS    it exists and ::TC_CONSUMER_CREATE was given; nothing changed
 * @retval TC_E_NOT_FOUND it does not exist and a version was expected; nothing changed
 * @retval TC_E_VERSION   another version than expected: somebody else moved it; nothing changed
 * @retval TC_E_FEED_PRUNED the cursor points before the oldest event kept; nothing changed
 * @retval TC_E_LIMIT     more than ::TC_CONSUMERS_MAX; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size, flag or name, a cursor beyond the end; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_consumer_set(tc_engine *engine, const tc_consumer_set_request *request,
                               tc_consumer_set_result *result, tc_error *error);

/**
 * Read one consumer.
 * @param snapshot an open snapshot
 * @param name     its name
 * @param[out] out caller-owned
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          `out` was written
 * @retval TC_E_NOT_FOUND there is none of that name
 * @retval TC_E_INVALID   NULL
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_consumer_get(tc_snapshot *snapshot, const char *name, tc_consumer *out,
                               tc_error *error);

/**
 * List all consumers by name.
 * @param snapshot an open snapshot
 * @param[out] list caller's room for `capacity` entries; may be NULL with 0
 * @param capacity entries of room
 * @param[out] count how many there are; as many as fit are written
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        listed
 * @retval TC_E_INVALID NULL
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_consumer_list(tc_snapshot *snapshot, tc_consumer *list, uint32_t capacity,
                                uint32_t *count, tc_error *error);

/** Request of tc_consumer_delete(). */
typedef struct tc_consumer_delete_request {
    uint32_t size;  /**< sizeof(tc_consumer_delete_request), by ::TC_CONSUMER_DELETE_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    const char *name;          /**< its name */
    uint64_t expected_version; /**< 0: any */
} tc_consumer_delete_request;

/** Initialiser of a ::tc_consumer_delete_request. */
#define TC_CONSUMER_DELETE_REQUEST_INIT                                                            \
    { sizeof(tc_consumer_delete_request), 0, {{0}}, NULL, 0 }

/**
 * Remove a consumer; pruning no longer waits for it. The command's kind has no result.
 * @param engine  an open engine
 * @param request which; read only during the call
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          gone, durable
 * @retval TC_E_NOT_FOUND there is none of that name; nothing changed
 * @retval TC_E_VERSION   another version than expected; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size, flag or name; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_consumer_delete(tc_engine *engine, const tc_consumer_delete_request *request,
                                  tc_error *error);

/** Flags of a tc_feed_prune_request. */
typedef enum tc_feed_prune_flag {
    TC_FEED_PRUNE_FORCE = 1 /**< also what named consumers have not read; they will be told */
} tc_feed_prune_flag;

/** Request of tc_feed_prune(). */
typedef struct tc_feed_prune_request {
    uint32_t size;            /**< sizeof(tc_feed_prune_request), by ::TC_FEED_PRUNE_REQUEST_INIT */
    uint32_t flags;           /**< ::tc_feed_prune_flag values, or-ed */
    tc_request_id request_id; /**< all zero: none */
    tc_feed_cursor before;    /**< drop what stands before it; all zero: no such limit */
    int64_t before_ms;        /**< drop what is older; UTC milliseconds, at most ::TC_TIME_MS_MAX;
                                   0: no such limit */
} tc_feed_prune_request;

/** Initialiser of a ::tc_feed_prune_request. */
#define TC_FEED_PRUNE_REQUEST_INIT                                                                 \
    { sizeof(tc_feed_prune_request), 0, {{0}}, {0}, 0 }

/** Result of tc_feed_prune(). */
typedef struct tc_feed_prune_result {
    uint32_t size;         /**< sizeof(tc_feed_prune_result), by ::TC_FEED_PRUNE_RESULT_INIT */
    uint32_t more;         /**< 1: there is more to drop; call again */
    uint64_t dropped;      /**< events dropped */
    tc_feed_cursor oldest; /**< the oldest event kept */
} tc_feed_prune_result;

/** Initialiser of a ::tc_feed_prune_result. */
#define TC_FEED_PRUNE_RESULT_INIT                                                                  \
    {                                                                                              \
        sizeof(tc_feed_prune_result), 0, 0, {                                                      \
            0                                                                                      \
        }                                                                                          \
    }

/**
 * Drop the feed's oldest events, a bounded piece a call, by whole records (so a few that might go
 * stay). Never drops what a named consumer has not read, unless forced.
 * @param engine  an open engine
 * @param request up to where; at least one of the limits; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK        done, durable; possibly nothing was there to drop
 * @retval TC_E_INVALID NULL, a wrong size or flag, no limit, a cursor beyond the end; nothing
 * changed
 * @since 0.1
 */
TC_API int32_t tc_feed_prune(tc_engine *engine, const tc_feed_prune_request *request,
                             tc_feed_prune_result *result, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
