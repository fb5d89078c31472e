/**
 * @file ticket.h
 * @brief Tickets: reading them, their barcodes, voiding and reissuing, and the keys that sign.
 *
 * Tickets are issued by the commit that confirms their order. A ticket's id is its event's id in
 * the high 32 bits and its number in the event in the low 32; it is never authority. Authority is
 * the secret of its order, or the ticket's own, which tc_ticket_secret() derives and a reissue
 * ends.
 *
 * A barcode is made when it is asked for: who asks needs no write, and a gate needs no store to
 * check it, only the public keys. Its signature is Ed25519 (RFC 8032); its text is base32 (RFC
 * 4648, upper case, no padding), which a QR code carries in its compact alphanumeric mode.
 */
#ifndef TICKETCORE_TICKET_H
#define TICKETCORE_TICKET_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** `seat` of a ticket that is for no seat. */
#define TC_TICKET_NO_SEAT UINT32_MAX
/** Room for any barcode's text with its NUL, bytes. Longer texts are no barcodes. */
#define TC_BARCODE_MAX 192

/** States of a ticket. */
typedef enum tc_ticket_state {
    TC_TICKET_VALID = 1, /**< good for entry */
    TC_TICKET_USED = 2,  /**< its holder has entered */
    TC_TICKET_VOIDED = 3 /**< worthless: refunded, cancelled or voided by hand */
} tc_ticket_state;

/** One ticket. Strings live as long as the snapshot they came from. */
typedef struct tc_ticket {
    uint32_t size;         /**< sizeof(tc_ticket), by ::TC_TICKET_INIT */
    uint32_t state;        /**< a ::tc_ticket_state */
    uint64_t id;           /**< event << 32 | number */
    uint64_t event;        /**< event id */
    uint64_t order;        /**< order id */
    uint32_t number;       /**< number in the event, from 1 */
    uint32_t line;         /**< line of the order, from 0 */
    uint32_t version;      /**< 1 at birth, +1 a change */
    uint32_t serial;       /**< 1 at birth, +1 a reissue; barcodes of older serials are dead */
    uint32_t seat;         /**< seat number in the event, or ::TC_TICKET_NO_SEAT */
    uint32_t pool;         /**< pool of the place, or 0 */
    uint32_t type;         /**< ticket type in the event */
    uint32_t used_gate;    /**< gate of the entry, when used */
    int64_t price_minor;   /**< what was paid for it, fees and taxes in */
    int64_t issued_at_ms;  /**< when it was issued */
    int64_t used_at_ms;    /**< when its holder entered; 0: not yet */
    int64_t voided_at_ms;  /**< when it was voided; 0: it was not */
    const char *section;   /**< name of the seat's section, or "" */
    const char *row;       /**< label of the seat's row, or "" */
    const char *label;     /**< label of the seat, or "" */
    const char *type_name; /**< name of the ticket type, or "" */
} tc_ticket;

/** Initialiser of a ::tc_ticket. */
#define TC_TICKET_INIT                                                                             \
    { sizeof(tc_ticket), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL }

/**
 * Read one ticket.
 * @param snapshot an open snapshot
 * @param ticket   ticket id
 * @param secret   the ticket's or its order's secret; NULL: the host vouches for the reader
 * @param[out] out caller-owned; `size` set; strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          read
 * @retval TC_E_NOT_FOUND there is no such ticket, or the secret is neither of the two
 * @retval TC_E_INVALID   NULL or a wrong size
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_ticket_get(tc_snapshot *snapshot, uint64_t ticket, const tc_secret *secret,
                             tc_ticket *out, tc_error *error);

/** Flags of a tc_ticket_list_request. */
typedef enum tc_ticket_list_flag {
    TC_TICKET_LIST_LABELS = 1 /**< fill section, row, label and type_name; else they are NULL */
} tc_ticket_list_flag;

/** Which tickets to list. Set `event`, `order` or both. */
typedef struct tc_ticket_list_request {
    uint32_t size;  /**< sizeof(tc_ticket_list_request), by ::TC_TICKET_LIST_REQUEST_INIT */
    uint32_t flags; /**< ::tc_ticket_list_flag values, or-ed */
    uint64_t event; /**< tickets of this event; 0: of any (then `order` must be set) */
    uint64_t order; /**< tickets of this order; 0: of any (then `event` must be set) */
    const tc_secret *secret; /**< the order's secret; NULL: the host vouches for the reader */
    uint64_t after;          /**< 0: from the beginning; else `next` of the page before */
    uint32_t limit;          /**< most to answer, 1 … 10,000; 0: 100 */
    uint32_t state;          /**< only this ::tc_ticket_state; 0: all */
} tc_ticket_list_request;

/** Initialiser of a ::tc_ticket_list_request. */
#define TC_TICKET_LIST_REQUEST_INIT                                                                \
    { sizeof(tc_ticket_list_request), 0, 0, 0, NULL, 0, 0, 0 }

/**
 * List tickets of an event by number, or of an order in the order they were issued.
 * @param snapshot an open snapshot
 * @param request  which and how many; read only during the call
 * @param[out] tickets caller-owned room for `limit` entries (100 when 0), the first set up with
 *                  ::TC_TICKET_INIT: its size is that of all
 * @param[out] count   how many were written
 * @param[out] next    what to pass as `after` for the next page; 0: this was the last
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          listed; a page may be empty
 * @retval TC_E_NOT_FOUND the event or order does not exist, or the secret is not the order's
 * @retval TC_E_INVALID   NULL, a wrong size, an unknown flag, neither event nor order
 * @retval TC_E_LIMIT     limit above 10,000
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_ticket_list(tc_snapshot *snapshot, const tc_ticket_list_request *request,
                              tc_ticket *tickets, uint32_t *count, uint64_t *next, tc_error *error);

/** How many tickets an event has, by state. */
typedef struct tc_ticket_counts {
    uint32_t size;   /**< sizeof(tc_ticket_counts), by ::TC_TICKET_COUNTS_INIT */
    uint32_t issued; /**< ever issued */
    uint32_t used;   /**< used now */
    uint32_t voided; /**< void now */
} tc_ticket_counts;

/** Initialiser of a ::tc_ticket_counts. */
#define TC_TICKET_COUNTS_INIT                                                                      \
    { sizeof(tc_ticket_counts), 0, 0, 0 }

/**
 * Count the tickets of an event.
 * @param snapshot an open snapshot
 * @param event    event id
 * @param[out] counts caller-owned; `size` set
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written; all zero when nothing was sold
 * @retval TC_E_INVALID   NULL, a wrong size, or 0 for the event
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_ticket_count(tc_snapshot *snapshot, uint64_t event, tc_ticket_counts *counts,
                               tc_error *error);

/**
 * Derive a ticket's own secret from its order's, to hand the ticket to somebody else. It opens this
 * one ticket and nothing of the order; a reissue ends it.
 * @param snapshot     an open snapshot
 * @param ticket       ticket id
 * @param order_secret the secret of its order
 * @param[out] secret  caller-owned
 * @param error        may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such ticket, or it is not the order's
 * @retval TC_E_INVALID   NULL
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_ticket_secret(tc_snapshot *snapshot, uint64_t ticket,
                                const tc_secret *order_secret, tc_secret *secret, tc_error *error);

/**
 * Make a ticket's barcode: signed by the newest key, for its present serial.
 * @param snapshot an open snapshot
 * @param ticket   ticket id
 * @param secret   the ticket's or its order's secret; NULL: the host vouches for the reader
 * @param buffer   caller's room for the text and its NUL; ::TC_BARCODE_MAX is always enough
 * @param capacity bytes of room
 * @param[out] length bytes of the text without its NUL; may be NULL; also written on ::TC_E_BUFFER
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such ticket, or the secret is neither of the two
 * @retval TC_E_STATE     the ticket is void
 * @retval TC_E_BUFFER    the room is too small
 * @retval TC_E_INVALID   NULL
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_ticket_barcode(tc_snapshot *snapshot, uint64_t ticket, const tc_secret *secret,
                                 char *buffer, size_t capacity, size_t *length, tc_error *error);

/** A public key that barcodes are checked against. Its layout is fixed. */
typedef struct tc_public_key {
    uint32_t id;           /**< number of the key, from 1; a barcode names it */
    uint32_t current;      /**< 1: new barcodes are signed by it */
    int64_t created_at_ms; /**< when it was made */
    uint8_t key[32];       /**< the Ed25519 public key (RFC 8032) */
} tc_public_key;

/**
 * Export the public keys, oldest first: what an offline gate needs to check barcodes.
 * @param snapshot an open snapshot
 * @param keys     caller's room for `capacity` entries; may be NULL with 0
 * @param capacity entries of room
 * @param[out] count how many there are; as many as fit are written, from the oldest
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_INVALID NULL
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_signing_key_list(tc_snapshot *snapshot, tc_public_key *keys, uint32_t capacity,
                                   uint32_t *count, tc_error *error);

/** How a barcode's validity lies to a time. */
typedef enum tc_barcode_window {
    TC_BARCODE_IN_TIME = 1,   /**< within its validity, or no time was given */
    TC_BARCODE_TOO_EARLY = 2, /**< before it */
    TC_BARCODE_TOO_LATE = 3   /**< after it */
} tc_barcode_window;

/** What a barcode says. */
typedef struct tc_barcode {
    uint32_t size;          /**< sizeof(tc_barcode), by ::TC_BARCODE_INIT */
    uint32_t key;           /**< the key that signed it */
    uint64_t event;         /**< event id */
    uint64_t ticket;        /**< ticket id */
    uint32_t number;        /**< number of the ticket in the event */
    uint32_t serial;        /**< serial of the ticket; compare with the revocation list */
    uint32_t seat;          /**< seat number, or ::TC_TICKET_NO_SEAT */
    uint32_t window;        /**< a ::tc_barcode_window */
    int64_t valid_from_ms;  /**< 0: from the beginning */
    int64_t valid_until_ms; /**< 0: for ever */
} tc_barcode;

/** Initialiser of a ::tc_barcode. */
#define TC_BARCODE_INIT                                                                            \
    { sizeof(tc_barcode), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Check a barcode offline: no store, no clock of the engine's. Whether the ticket was voided,
 * reissued or used is not in it; see tc_revocation_list() and tc_checkin_scan().
 * @param keys   the public keys, from tc_signing_key_list()
 * @param count  how many
 * @param text   the barcode's text; lower case is read too
 * @param now_ms the time to judge its validity at, UTC milliseconds, 0 … ::TC_TIME_MS_MAX; 0: do
 *               not judge
 * @param[out] barcode caller-owned; written only on ::TC_OK
 * @param error  may be NULL; written only on failure
 * @retval TC_OK        the signature is right; `window` says whether now is its time
 * @retval TC_E_PARSE   this is not one of our barcodes at all, or of a later version
 * @retval TC_E_FORGED  it has a barcode's form, but the signature is wrong or the key unknown
 * @retval TC_E_INVALID NULL or a wrong size, or a time before 1970
 * @retval TC_E_LIMIT   a time after ::TC_TIME_MS_MAX
 * @since 0.1
 */
TC_API int32_t tc_barcode_verify(const tc_public_key *keys, uint32_t count, const char *text,
                                 int64_t now_ms, tc_barcode *barcode, tc_error *error);

/** A ticket of which some or all barcodes are dead. Its layout is fixed. */
typedef struct tc_revocation {
    uint64_t ticket;     /**< ticket id */
    uint32_t min_serial; /**< barcodes of serials below are dead; UINT32_MAX: all are */
    uint32_t state;      /**< the ticket's ::tc_ticket_state */
} tc_revocation;

/**
 * Export an event's revocation list: void and reissued tickets, by number. For offline gates.
 * @param snapshot an open snapshot
 * @param event    event id
 * @param after    0: from the beginning; else `next` of the page before
 * @param[out] list  caller's room for `capacity` entries
 * @param capacity entries of room, from 1
 * @param[out] count how many were written
 * @param[out] next  what to pass as `after` for the next page; 0: this was the last
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        listed; may be empty
 * @retval TC_E_INVALID NULL or no room
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_revocation_list(tc_snapshot *snapshot, uint64_t event, uint64_t after,
                                  tc_revocation *list, uint32_t capacity, uint32_t *count,
                                  uint64_t *next, tc_error *error);

/** Request of tc_ticket_void(). */
typedef struct tc_ticket_void_request {
    uint32_t size;  /**< sizeof(tc_ticket_void_request), by ::TC_TICKET_VOID_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t ticket;           /**< ticket id */
    uint32_t expected_version; /**< 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_ticket_void_request;

/** Initialiser of a ::tc_ticket_void_request. */
#define TC_TICKET_VOID_REQUEST_INIT                                                                \
    { sizeof(tc_ticket_void_request), 0, {{0}}, 0, 0, 0 }

/** Result of tc_ticket_void() and tc_ticket_reissue(). */
typedef struct tc_ticket_change_result {
    uint32_t size;    /**< its own size, by the matching INIT */
    uint32_t version; /**< version of the ticket after the change */
    uint64_t ticket;  /**< ticket id */
    uint32_t serial;  /**< serial of the ticket after the change */
    uint32_t state;   /**< a ::tc_ticket_state */
} tc_ticket_change_result;

/** Result of tc_ticket_void(). */
typedef tc_ticket_change_result tc_ticket_void_result;

/** Initialiser of a ::tc_ticket_void_result. */
#define TC_TICKET_VOID_RESULT_INIT                                                                 \
    { sizeof(tc_ticket_void_result), 0, 0, 0, 0 }

/**
 * Make a ticket worthless. Its seat stays sold: a refund of the order is what puts it on sale
 * again.
 * @param engine  an open engine
 * @param request the ticket; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          void, durable
 * @retval TC_E_NOT_FOUND there is no such ticket; nothing changed
 * @retval TC_E_STATE     it is void already; nothing changed
 * @retval TC_E_VERSION   another version than expected; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size or flag; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_ticket_void(tc_engine *engine, const tc_ticket_void_request *request,
                              tc_ticket_void_result *result, tc_error *error);

/** Request of tc_ticket_reissue(). */
typedef struct tc_ticket_reissue_request {
    uint32_t size;  /**< sizeof(tc_ticket_reissue_request), by ::TC_TICKET_REISSUE_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t ticket;           /**< ticket id */
    uint32_t expected_version; /**< 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_ticket_reissue_request;

/** Initialiser of a ::tc_ticket_reissue_request. */
#define TC_TICKET_REISSUE_REQUEST_INIT                                                             \
    { sizeof(tc_ticket_reissue_request), 0, {{0}}, 0, 0, 0 }

/** Result of tc_ticket_reissue(). */
typedef tc_ticket_change_result tc_ticket_reissue_result;

/** Initialiser of a ::tc_ticket_reissue_result. */
#define TC_TICKET_REISSUE_RESULT_INIT                                                              \
    { sizeof(tc_ticket_reissue_result), 0, 0, 0, 0 }

/**
 * Give a ticket a new serial: every barcode and ticket secret handed out before is dead.
 * @param engine  an open engine
 * @param request the ticket; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          reissued, durable
 * @retval TC_E_NOT_FOUND there is no such ticket; nothing changed
 * @retval TC_E_STATE     it is void or used; nothing changed
 * @retval TC_E_VERSION   another version than expected; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size or flag; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_ticket_reissue(tc_engine *engine, const tc_ticket_reissue_request *request,
                                 tc_ticket_reissue_result *result, tc_error *error);

/** Request of tc_signing_key_rotate(). */
typedef struct tc_signing_key_rotate_request {
    uint32_t size;            /**< its own size, by ::TC_SIGNING_KEY_ROTATE_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
} tc_signing_key_rotate_request;

/** Initialiser of a ::tc_signing_key_rotate_request. */
#define TC_SIGNING_KEY_ROTATE_REQUEST_INIT                                                         \
    {                                                                                              \
        sizeof(tc_signing_key_rotate_request), 0, {                                                \
            { 0 }                                                                                  \
        }                                                                                          \
    }

/** Result of tc_signing_key_rotate(). */
typedef struct tc_signing_key_rotate_result {
    uint32_t size;          /**< its own size, by ::TC_SIGNING_KEY_ROTATE_RESULT_INIT */
    uint32_t key;           /**< number of the new key */
    uint8_t public_key[32]; /**< its public half */
} tc_signing_key_rotate_result;

/** Initialiser of a ::tc_signing_key_rotate_result. */
#define TC_SIGNING_KEY_ROTATE_RESULT_INIT                                                          \
    {                                                                                              \
        sizeof(tc_signing_key_rotate_result), 0, {                                                 \
            0                                                                                      \
        }                                                                                          \
    }

/**
 * Sign barcodes by a new key from now on. Barcodes of older keys stay valid; hand gates the new
 * list of public keys.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK        rotated, durable
 * @retval TC_E_LIMIT   there are 10,000 keys already; nothing changed
 * @retval TC_E_INVALID NULL, a wrong size or flag; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_signing_key_rotate(tc_engine *engine,
                                     const tc_signing_key_rotate_request *request,
                                     tc_signing_key_rotate_result *result, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
