/**
 * @file errors.h
 * @brief Every error code, its class and the state it leaves. Made by scripts/gen_errors.py from
 * src/base/errors.def; do not edit.
 */
#ifndef TICKETCORE_ERRORS_H
#define TICKETCORE_ERRORS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a caller can do about an error. */
typedef enum tc_error_class_id {
    TC_CLASS_NONE = 0,     /**< not an error */
    TC_CLASS_REFUSED = 1,  /**< the request itself is at fault; sending it again will not help */
    TC_CLASS_CONFLICT = 2, /**< somebody was first; read again and decide anew */
    TC_CLASS_RETRY = 3,    /**< nothing happened; the same request may work a moment later */
    TC_CLASS_STORE = 4,    /**< the store or its disk needs care */
    TC_CLASS_FATAL = 5     /**< this handle is finished; reopen */
} tc_error_class_id;

/** Answers of every call. Numbers never change their meaning. */
typedef enum tc_code {
    TC_OK = 0, /**< done */
    TC_E_INVALID = -1, /**< refused: an argument is missing or out of its range; afterwards: nothing changed */
    TC_E_LIMIT = -2, /**< refused: a stated limit is exceeded; afterwards: nothing changed */
    TC_E_NOT_FOUND = -3, /**< refused: there is no such object, or it is not yours; afterwards: nothing changed */
    TC_E_EXISTS = -4, /**< refused: an object of that name already exists; afterwards: nothing changed */
    TC_E_STATE = -5, /**< refused: the object's state does not allow this; afterwards: nothing changed */
    TC_E_VERSION = -6, /**< conflict: the object has another version than expected; afterwards: nothing changed */
    TC_E_IN_USE = -7, /**< refused: something else still depends on the object; afterwards: nothing changed */
    TC_E_REQUEST_MISMATCH = -8, /**< refused: the request id was used with another content; afterwards: nothing changed */
    TC_E_OVERFLOW = -9, /**< refused: a sum of money or a count would overflow; afterwards: nothing changed */
    TC_E_PARSE = -10, /**< refused: the text is malformed; afterwards: nothing changed */
    TC_E_NOMEM = -11, /**< retry: memory is exhausted; afterwards: nothing changed */
    TC_E_BUSY = -12, /**< retry: children are still open or work is in flight; afterwards: nothing changed */
    TC_E_TIMEOUT = -13, /**< retry: the time given has passed; afterwards: nothing changed */
    TC_E_UNSUPPORTED = -14, /**< refused: this build or store does not support it; afterwards: nothing changed */
    TC_E_BUFFER = -15, /**< refused: the caller's buffer is too small; afterwards: nothing changed */
    TC_E_QUEUE_FULL = -30, /**< retry: the queue is full; afterwards: nothing changed */
    TC_E_OUTCOME_UNKNOWN = -31, /**< fatal: the commit failed and may or may not have landed; afterwards: unknown: reopen and send the same request id again */
    TC_E_POISONED = -32, /**< fatal: an earlier failure closed this handle for good; afterwards: nothing changed by this call: reopen */
    TC_E_FORKED = -33, /**< fatal: the handle was opened before a fork; afterwards: nothing changed: open the store in the child */
    TC_E_IO = -34, /**< store: reading or writing the store failed; afterwards: nothing changed */
    TC_E_CORRUPT = -35, /**< store: a record's checksum or shape is wrong; afterwards: nothing changed */
    TC_E_NOT_A_STORE = -36, /**< store: the path holds something that is not a ticketcore store; afterwards: nothing changed */
    TC_E_FORMAT_NEWER = -37, /**< store: the store was written by a newer library; afterwards: nothing changed */
    TC_E_FORMAT_FOREIGN = -38, /**< store: the store's format or its LMDB's is not one this library reads; afterwards: nothing changed */
    TC_E_STORE_FULL = -39, /**< store: the disk or the store's map is full; afterwards: nothing changed */
    TC_E_READ_ONLY = -40, /**< store: the store was opened or lies on a medium for reading only; afterwards: nothing changed */
    TC_E_ALREADY_OPEN = -41, /**< store: this process has the store open with other options; afterwards: nothing changed */
    TC_E_FILESYSTEM = -42, /**< store: the file system cannot hold a store safely; afterwards: nothing changed */
    TC_E_LOCKED = -43, /**< store: the store's lock cannot be had; afterwards: nothing changed */
    TC_E_READERS_FULL = -44, /**< retry: every reader slot is taken; afterwards: nothing changed */
    TC_E_TRUNCATED = -45, /**< store: the store's file is shorter than its contents; afterwards: nothing changed */
    TC_E_PERMISSION = -46, /**< store: the store's files may not be used by this user; afterwards: nothing changed */
    TC_E_NO_STORE = -47, /**< store: there is no store at the path; afterwards: nothing changed */
    TC_E_STORE_EXISTS = -48, /**< store: there is already something at the path; afterwards: nothing changed */
    TC_E_STORE_CONFLICT = -49, /**< conflict: the store met a conflicting writer; afterwards: nothing changed */
    TC_E_CLOCK = -50, /**< store: the machine's clock is too far ahead of the store's last commit; afterwards: nothing changed: put the clock right, or open with TC_OPEN_CLOCK_JUMP if it is */
    TC_E_SEAT_TAKEN = -60, /**< conflict: a seat is held, sold or blocked; afterwards: nothing changed */
    TC_E_SEAT_VERSION = -61, /**< conflict: a seat has another version than expected; afterwards: nothing changed */
    TC_E_SEAT_STATE = -62, /**< refused: a seat's state does not allow this; afterwards: nothing changed */
    TC_E_CHANNEL = -63, /**< refused: a seat belongs to another channel; afterwards: nothing changed */
    TC_E_POOL_SHORT = -64, /**< conflict: a pool has not that many left; afterwards: nothing changed */
    TC_E_POOL_CLOSED = -65, /**< refused: the pool is closed; afterwards: nothing changed */
    TC_E_NO_SEATS = -66, /**< conflict: no seats satisfy the wish; afterwards: nothing changed */
    TC_E_ORPHAN = -67, /**< refused: the take would leave a single seat; afterwards: nothing changed */
    TC_E_BUYER_LIMIT = -68, /**< refused: the buyer's limit is reached; afterwards: nothing changed */
    TC_E_HOLD_EXPIRED = -69, /**< refused: the hold has expired; afterwards: nothing changed */
    TC_E_HOLD_ENDED = -70, /**< refused: the hold was released or turned into an order; afterwards: nothing changed */
    TC_E_HOLD_LIFE = -71, /**< refused: the hold would live longer than its cap; afterwards: nothing changed */
    TC_E_SOLD = -72, /**< refused: tickets have been sold; afterwards: nothing changed */
    TC_E_SEATS_IN_USE = -73, /**< refused: the new map drops seats that are held or sold; afterwards: nothing changed */
    TC_E_NOT_ON_SALE = -74, /**< refused: this is not on sale now; afterwards: nothing changed */
    TC_E_PRICE = -90, /**< refused: there is no price for this ticket type; afterwards: nothing changed */
    TC_E_AMOUNT = -91, /**< refused: the amount is not the frozen quote's; afterwards: nothing changed */
    TC_E_CURRENCY = -92, /**< refused: the currency is not the frozen quote's; afterwards: nothing changed */
    TC_E_REFUND = -93, /**< refused: the refund is more than what was captured; afterwards: nothing changed */
    TC_E_LEASE_LOST = -94, /**< conflict: the lease ran out or was answered already; afterwards: nothing changed */
    TC_E_FORGED = -110, /**< refused: the barcode's signature or form is wrong; afterwards: nothing changed */
    TC_E_TEMPLATE = -120, /**< refused: the template is malformed or lacks a variable; afterwards: nothing changed */
    TC_E_FEED_PRUNED = -130 /**< refused: the cursor points before the oldest event kept; afterwards: nothing changed: start from the oldest */
} tc_code;

#ifndef TC_API
#if defined(__GNUC__)
#define TC_API __attribute__((visibility("default")))
#else
#define TC_API
#endif
#endif

/** Class of a code, a ::tc_error_class_id. An unknown code answers ::TC_CLASS_FATAL. @since 0.1 */
TC_API int32_t tc_error_class(int32_t code);

/** Name of a code without its prefix, like "SEAT_TAKEN"; "UNKNOWN" for others. Static. @since 0.1 */
TC_API const char *tc_error_name(int32_t code);

/** One English sentence for a code. Never NULL; static. @since 0.1 */
TC_API const char *tc_error_sentence(int32_t code);

#ifdef __cplusplus
}
#endif
#endif
