/**
 * @file checkin.h
 * @brief Check-in: one scan at a gate, its answer, and what was scanned.
 *
 * A refused scan is an answer, not an error: the call answers ::TC_OK and the result says why
 * nobody may enter. Every scan is recorded, refused or not. When several reasons apply the first of
 * this order is answered: unknown, forged, wrong event, void, reissued, already used.
 */
#ifndef TICKETCORE_CHECKIN_H
#define TICKETCORE_CHECKIN_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Answers of a scan, in the order in which they are judged; valid when none of the others is. */
typedef enum tc_scan_answer {
    TC_SCAN_VALID = 0,       /**< let them in; the ticket is now used */
    TC_SCAN_UNKNOWN = 1,     /**< not a barcode of ours, or there is no such ticket */
    TC_SCAN_FORGED = 2,      /**< a barcode's form, but its signature or key is wrong */
    TC_SCAN_WRONG_EVENT = 3, /**< a ticket of another event */
    TC_SCAN_VOID = 4,        /**< the ticket was refunded, cancelled or voided */
    TC_SCAN_REISSUED = 5,    /**< an older barcode: the ticket was reissued since */
    TC_SCAN_USED = 6         /**< its holder has entered already; the result says when and where */
} tc_scan_answer;

/** Name of an answer, like "wrong_event"; "unknown_answer" for others. Static. @since 0.1 */
TC_API const char *tc_scan_answer_name(uint32_t answer);
/** One English sentence for the person at the gate. Never NULL; static. @since 0.1 */
TC_API const char *tc_scan_answer_sentence(uint32_t answer);

/** Request of tc_checkin_scan(). Give a barcode, or a ticket with its serial. */
typedef struct tc_checkin_scan_request {
    uint32_t size;  /**< sizeof(tc_checkin_scan_request), by ::TC_CHECKIN_SCAN_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint64_t event;           /**< the event this gate lets people into */
    const char *barcode;      /**< text of the barcode; NULL: `ticket` and `serial` are given */
    uint64_t ticket;          /**< ticket id, when there is no barcode; the host vouches for it */
    uint32_t serial;          /**< its serial; 0: the present one */
    uint32_t gate;            /**< number of the gate, the host's own */
    uint32_t list;            /**< check-in list; must be 0, the list of everybody */
    uint32_t reserved;        /**< must be 0 */
    uint8_t nonce[16];        /**< random, of this scan, so that an upload repeated by a gate is one
                                   entry; all zero: none */
} tc_checkin_scan_request;

/** Initialiser of a ::tc_checkin_scan_request. */
#define TC_CHECKIN_SCAN_REQUEST_INIT                                                               \
    {                                                                                              \
        sizeof(tc_checkin_scan_request), 0, {{0}}, 0, NULL, 0, 0, 0, 0, 0, {                       \
            0                                                                                      \
        }                                                                                          \
    }

/** Result of tc_checkin_scan(). */
typedef struct tc_checkin_scan_result {
    uint32_t size;         /**< sizeof(tc_checkin_scan_result), by ::TC_CHECKIN_SCAN_RESULT_INIT */
    uint32_t answer;       /**< a ::tc_scan_answer */
    uint64_t entry;        /**< number of this scan in the event, from 1 */
    uint64_t ticket;       /**< ticket id; 0 when unknown or forged */
    uint64_t order;        /**< its order; 0 when unknown, forged or of another event */
    uint32_t seat;         /**< its seat, or UINT32_MAX */
    uint32_t type;         /**< its ticket type; 0 when unknown, forged or of another event */
    int64_t scanned_at_ms; /**< when this scan was taken */
    int64_t used_at_ms;    /**< when the ticket's holder entered; 0: not yet */
    uint32_t used_gate;    /**< where the ticket's holder entered */
    uint32_t repeated;     /**< 1: this nonce was uploaded before; this is the answer of then */
} tc_checkin_scan_result;

/** Initialiser of a ::tc_checkin_scan_result. */
#define TC_CHECKIN_SCAN_RESULT_INIT                                                                \
    { sizeof(tc_checkin_scan_result), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Judge one scan at a gate and record it. The time of the scan is the engine's clock.
 * @param engine  an open engine
 * @param request what was scanned and where; read only during the call
 * @param result  the answer; may not be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          judged and recorded, durable: `answer` says whether to let them in
 * @retval TC_E_NOT_FOUND there is no such event; nothing changed
 * @retval TC_E_REQUEST_MISMATCH the nonce was used for another ticket or gate; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size or flag, neither barcode nor ticket; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_checkin_scan(tc_engine *engine, const tc_checkin_scan_request *request,
                               tc_checkin_scan_result *result, tc_error *error);

/** One recorded scan. Its layout is fixed. */
typedef struct tc_scan_entry {
    uint64_t entry;        /**< number in the event, from 1 */
    uint64_t ticket;       /**< ticket id; 0 when unknown or forged */
    int64_t scanned_at_ms; /**< when */
    uint32_t gate;         /**< where */
    uint32_t serial;       /**< serial that was shown; 0 when unknown or forged */
    uint32_t answer;       /**< a ::tc_scan_answer */
    uint32_t list;         /**< check-in list; 0 */
} tc_scan_entry;

/**
 * List the scans of an event in the order in which they were recorded.
 * @param snapshot an open snapshot
 * @param event    event id
 * @param after    0: from the first; else the `entry` of the last one seen
 * @param[out] entries  caller's room for `capacity` entries
 * @param capacity entries of room, from 1
 * @param[out] count how many were written; fewer than `capacity`: this was the last page
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        listed; may be empty
 * @retval TC_E_INVALID NULL or no room
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_checkin_list(tc_snapshot *snapshot, uint64_t event, uint64_t after,
                               tc_scan_entry *entries, uint32_t capacity, uint32_t *count,
                               tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
