/**
 * @file base.h
 * @brief What every other header stands on: handles, ids, time, money, errors.
 *
 * Conventions of the whole interface, said once:
 *
 * - Times are int64 UTC milliseconds since 1970-01-01 and end in `_ms`; money is int64 minor units
 *   and ends in `_minor`, beside an ISO 4217 code.
 * - Ids are 64-bit numbers the engine gives in order, from 1. An id is never authority; holds,
 *   orders and tickets also have a 128-bit random ::tc_secret.
 * - Structs that cross the border begin with `uint32_t size`, set by the matching `TC_…_INIT`. Zero
 *   means default. They only grow at the end; trailing bytes this library does not know must be 0.
 * - Calls return `int32_t`: ::TC_OK (0), a negative `TC_E_…` code, or 1 / 0 from an iterator.
 *   Outputs are untouched on failure. Detail goes to an optional ::tc_error, always the last
 * argument.
 * - Inputs are read only during the call. Results are caller-owned values. Strings in a view live
 * as long as their snapshot.
 * - Every function may be called from any thread unless its text says otherwise.
 */
#ifndef TICKETCORE_BASE_H
#define TICKETCORE_BASE_H

#include <stddef.h>
#include <stdint.h>

#include "errors.h"
#include "limits.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Marks what the shared library exports. */
#if defined(__GNUC__)
#define TC_API __attribute__((visibility("default")))
#else
#define TC_API
#endif

/** Version of these headers, as in semantic versioning. */
#define TC_VERSION_MAJOR 0
/** Minor version of these headers. */
#define TC_VERSION_MINOR 1
/** Patch version of these headers. */
#define TC_VERSION_PATCH 0
/** Version of these headers as text. */
#define TC_VERSION_TEXT "0.1.0"
/** Number of the disk format this library reads and writes; independent of the library's version.
 */
#define TC_DISK_FORMAT 1

/** An open store and everything behind it. Opaque; see engine.h. */
typedef struct tc_engine tc_engine;
/** One consistent moment of the store, for reading. Opaque; see snapshot.h. */
typedef struct tc_snapshot tc_snapshot;
/** A bounded queue of completions of submitted commands. Opaque; see command.h. */
typedef struct tc_queue tc_queue;

/**
 * A 128-bit id the caller gives a command so that it takes effect once however often it is sent.
 * All zero means none. Time-ordered ids (UUID version 7, RFC 9562) keep the store's request table
 * local and are what tc_request_id_new() makes; any 16 bytes with enough randomness work.
 */
typedef struct tc_request_id {
    uint8_t bytes[16]; /**< the id, in order of transmission */
} tc_request_id;

/** The 128-bit random authority over a hold, an order or a ticket. The store keeps a keyed hash. */
typedef struct tc_secret {
    uint8_t bytes[16]; /**< the secret; never log it */
} tc_secret;

/** One seat that stood in the way of a command. */
typedef struct tc_conflict {
    uint64_t event;            /**< event id */
    uint32_t seat;             /**< seat number in the event, from 0 */
    uint32_t state;            /**< a ::tc_seat_state, as it is */
    uint32_t expected_version; /**< what the request expected; 0: any */
    uint32_t actual_version;   /**< what the seat has */
} tc_conflict;

/**
 * Detail of a failure. Set it up with ::TC_ERROR_INIT; written only when a call fails.
 * `conflicts` may point at room of the caller's for `conflicts_capacity` entries; the call writes
 * as many as fit and sets `conflicts_count` to how many there are.
 */
typedef struct tc_error {
    uint32_t size;    /**< sizeof(tc_error), by ::TC_ERROR_INIT */
    int32_t code;     /**< the code the call also returned */
    uint64_t event;   /**< event of the subject, or 0 */
    uint64_t subject; /**< number of what the error is about: a seat, a hold, an order … */
    uint64_t expected_version; /**< version the caller expected, or 0; of ::TC_E_POOL_SHORT,
                                    ::TC_E_BUYER_LIMIT and ::TC_E_AMOUNT what was wanted, the limit,
                                    the amount said */
    uint64_t actual_version; /**< version found, or 0; of these what is left, had already, right */
    uint64_t line;           /**< line of a malformed text input, from 1, or 0 */
    tc_conflict *conflicts;  /**< caller's room for conflicting seats; may be NULL */
    uint32_t conflicts_capacity; /**< entries `conflicts` has room for */
    uint32_t conflicts_count;    /**< conflicting seats there were */
    char field[48];              /**< name of the offending field, or "" */
    char message[232];           /**< one English sentence, naming the field and the limit */
} tc_error;

/** Initialiser of a ::tc_error. */
#define TC_ERROR_INIT                                                                              \
    { sizeof(tc_error), 0, 0, 0, 0, 0, 0, NULL, 0, 0, "", "" }

/** Version of the library linked at run time, as text like "0.1.0". Never NULL; static. @since 0.1
 */
TC_API const char *tc_version(void);

/**
 * Make a time-ordered random request id (UUID version 7, RFC 9562).
 * @param[out] id  caller-owned; not NULL
 * @retval TC_OK        written
 * @retval TC_E_INVALID `id` is NULL
 * @since 0.1
 */
TC_API int32_t tc_request_id_new(tc_request_id *id);

#ifdef __cplusplus
}
#endif
#endif
