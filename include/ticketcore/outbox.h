/**
 * @file outbox.h
 * @brief The outbox: messages written in the commit that caused them, leased to workers, sent by
 * the host, answered, tried again, dead-lettered.
 *
 * The engine sends nothing. A worker leases messages (tc_message_lease()), reads each one rendered
 * (tc_message_get()), sends it by the host's own means and answers (tc_message_answer()). A worker
 * that dies loses its lease, and another takes the message: so a message is sent at least once, and
 * `id` in the message is what a receiver recognises a repetition by.
 *
 * Order: messages to one recipient (those of one order, or those with the same address of their
 * own) on one channel are handed out one at a time, in the order in which they were queued; the
 * next waits until the one before is sent, dead or cancelled. A message with a not-before time
 * takes its place when that time comes. Between recipients no order is promised.
 *
 * What is not true any more does not go out: a lease cancels, instead of handing it out, an order's
 * confirmation when all its tickets are void since, and a request to pay
 * (::TC_MESSAGE_ORDER_PENDING,
 * ::TC_MESSAGE_PAYMENT_FAILED) when the order does not wait for money any more. Everything else
 * says what is so when it is rendered.
 */
#ifndef TICKETCORE_OUTBOX_H
#define TICKETCORE_OUTBOX_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Ways a message goes. */
typedef enum tc_message_channel {
    TC_MESSAGE_EMAIL = 1,  /**< to an e-mail address; subject and body */
    TC_MESSAGE_SMS = 2,    /**< to a telephone number; body only */
    TC_MESSAGE_PUSH = 3,   /**< to a device token; subject and body */
    TC_MESSAGE_WEBHOOK = 4 /**< to a URL; a JSON body, signed by tc_webhook_sign() */
} tc_message_channel;

/** What a message is about: the name of its template. Numbers from 1,000 on are the host's own. */
typedef enum tc_message_kind {
    TC_MESSAGE_ORDER_CONFIRMED = 1,  /**< paid, tickets issued */
    TC_MESSAGE_ORDER_PENDING = 2,    /**< made, to be paid offline */
    TC_MESSAGE_ORDER_CANCELLED = 3,  /**< given up, by whomever */
    TC_MESSAGE_ORDER_REFUNDED = 4,   /**< money returned, whole or in part */
    TC_MESSAGE_PAYMENT_FAILED = 5,   /**< the payment was declined */
    TC_MESSAGE_LATE_PAYMENT = 6,     /**< paid after the hold had died; voided or refunded */
    TC_MESSAGE_TICKET_REISSUED = 7,  /**< a ticket has a new barcode */
    TC_MESSAGE_EVENT_REMINDER = 8,   /**< the show is near */
    TC_MESSAGE_EVENT_CHANGED = 9,    /**< time or place changed */
    TC_MESSAGE_EVENT_CANCELLED = 10, /**< the show is off */
    TC_MESSAGE_OFFER = 11,           /**< seats for somebody on the waiting list */
    TC_MESSAGE_CUSTOM = 1000         /**< the first of the host's own, 1,000 … 65,535 */
} tc_message_kind;

/** States of a message. */
typedef enum tc_message_state {
    TC_MESSAGE_QUEUED = 1,   /**< waits for its first or next attempt */
    TC_MESSAGE_LEASED = 2,   /**< with a worker */
    TC_MESSAGE_SENT = 3,     /**< sent, with a receipt */
    TC_MESSAGE_DEAD = 4,     /**< given up: too many attempts, or failed for good */
    TC_MESSAGE_CANCELLED = 5 /**< not to be sent any more */
} tc_message_state;

/** Name of a kind, like "order_confirmed"; "custom" from 1,000 on, "unknown" for others. Static.
 * @since 0.1 */
TC_API const char *tc_message_kind_name(uint32_t kind);
/** Name of a channel, like "email"; "unknown" for others. Static. @since 0.1 */
TC_API const char *tc_message_channel_name(uint32_t channel);
/** Name of a state, like "queued"; "unknown" for others. Static. @since 0.1 */
TC_API const char *tc_message_state_name(uint32_t state);

/** A variable for a template. Its layout is fixed. */
typedef struct tc_variable {
    const char *name;  /**< 1 … ::TC_LABEL_MAX bytes: letters, digits, underscore, dot */
    const char *value; /**< UTF-8, at most ::TC_TEXT_MAX bytes; NULL: empty */
} tc_variable;

/** Variables of one message. */
#define TC_MESSAGE_VARIABLES_MAX 64
/** Bytes of all variables of one message, names and values. */
#define TC_MESSAGE_VARIABLE_BYTES_MAX 32000
/** Bytes of a dedupe key. */
#define TC_DEDUPE_MAX 128
/** Messages in one lease. */
#define TC_MESSAGE_LEASE_MAX 1000
/** Attempts at a message when nothing else is said. With the waiting times between them, two days.
 */
#define TC_MESSAGE_ATTEMPTS_DEFAULT 16
/** The longest wait between two attempts that the engine chooses, milliseconds: one day. */
#define TC_MESSAGE_RETRY_MS_MAX 86400000

/** Request of tc_message_create(). */
typedef struct tc_message_create_request {
    uint32_t size;            /**< its own size, by ::TC_MESSAGE_CREATE_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint32_t kind;            /**< a ::tc_message_kind, or the host's own number */
    uint32_t channel;         /**< a ::tc_message_channel */
    uint64_t event;           /**< whose variables to have, or 0 */
    uint64_t order;           /**< whose variables, contact and locale to have, or 0 */
    uint64_t ticket;          /**< whose variables to have, or 0 */
    const char *address;      /**< where to; NULL: the contact of `order` */
    const char *locale;       /**< BCP 47, like "de-AT"; NULL: that of `order`, or the default */
    const char *dedupe_key;   /**< NULL: none; else a second message with it is not queued */
    const tc_variable *variables; /**< more variables; they hide the engine's own; may be NULL */
    uint32_t variables_count;     /**< entries of `variables`, at most ::TC_MESSAGE_VARIABLES_MAX */
    uint32_t attempts_max;        /**< 1 … ::TC_ATTEMPTS_MAX; 0: ::TC_MESSAGE_ATTEMPTS_DEFAULT */
    int64_t not_before_ms;        /**< earliest time to send it, UTC milliseconds; 0: at once */
} tc_message_create_request;

/** Initialiser of a ::tc_message_create_request. */
#define TC_MESSAGE_CREATE_REQUEST_INIT                                                             \
    { sizeof(tc_message_create_request), 0, {{0}}, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, 0, 0, 0 }

/** Result of tc_message_create(). */
typedef struct tc_message_create_result {
    uint32_t size;      /**< sizeof(tc_message_create_result), by ::TC_MESSAGE_CREATE_RESULT_INIT */
    uint32_t duplicate; /**< 1: the dedupe key was there; `message` is the earlier one */
    uint64_t message;   /**< its number */
} tc_message_create_result;

/** Initialiser of a ::tc_message_create_result. */
#define TC_MESSAGE_CREATE_RESULT_INIT                                                              \
    { sizeof(tc_message_create_result), 0, 0 }

/**
 * Queue a message of the host's own. Those of orders are queued by the engine.
 * @param engine  an open engine
 * @param request what, how and where to; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          queued, durable; or queued before under the same dedupe key
 * @retval TC_E_NOT_FOUND event, order or ticket does not exist; nothing changed
 * @retval TC_E_LIMIT     too many or too long variables, or a time after ::TC_TIME_MS_MAX; nothing
 *                        changed
 * @retval TC_E_INVALID   NULL, a wrong size or flag, an unknown kind or channel, neither address
 * nor order, a malformed variable name; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_message_create(tc_engine *engine, const tc_message_create_request *request,
                                 tc_message_create_result *result, tc_error *error);

/** A message in a worker's hands. Its layout is fixed. */
typedef struct tc_leased_message {
    uint64_t message;       /**< its number */
    uint64_t lease;         /**< proof of the lease, for tc_message_answer() */
    uint64_t event;         /**< or 0 */
    uint64_t order;         /**< or 0 */
    uint64_t ticket;        /**< or 0 */
    int64_t lease_until_ms; /**< when another worker may take it */
    uint32_t kind;          /**< a ::tc_message_kind */
    uint32_t channel;       /**< a ::tc_message_channel */
    uint32_t attempts;      /**< attempts so far, this one counted */
    uint32_t reserved;      /**< 0 */
} tc_leased_message;

/** Request of tc_message_lease(). */
typedef struct tc_message_lease_request {
    uint32_t size;  /**< sizeof(tc_message_lease_request), by ::TC_MESSAGE_LEASE_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint32_t channels;        /**< bit (1 << channel) of each to take; 0: all */
    uint32_t max;             /**< most to take, 1 … ::TC_MESSAGE_LEASE_MAX; 0: 1 */
    uint32_t lease_ms;        /**< how long it is theirs, 1 … ::TC_LEASE_MS_MAX; 0: 60,000 */
    uint32_t worker;          /**< the host's own number of the worker, to be seen in the outbox */
} tc_message_lease_request;

/** Initialiser of a ::tc_message_lease_request. */
#define TC_MESSAGE_LEASE_REQUEST_INIT                                                              \
    { sizeof(tc_message_lease_request), 0, {{0}}, 0, 0, 0, 0 }

/** Result of tc_message_lease(). Give room for at least `max` entries: what does not fit is leased
 * all the same and waits until its lease runs out. */
typedef struct tc_message_lease_result {
    uint32_t size; /**< sizeof(tc_message_lease_result), by ::TC_MESSAGE_LEASE_RESULT_INIT */
    uint32_t messages_count;     /**< how many were leased; 0: nothing is due */
    tc_leased_message *messages; /**< caller's room */
    uint32_t messages_capacity;  /**< entries of room */
    uint32_t reserved;           /**< 0 */
    int64_t next_due_ms; /**< no message becomes due before this time; 0: more may be due now,
                              INT64_MAX: none waits */
} tc_message_lease_result;

/** Initialiser of a ::tc_message_lease_result. */
#define TC_MESSAGE_LEASE_RESULT_INIT                                                               \
    { sizeof(tc_message_lease_result), 0, NULL, 0, 0, 0 }

/**
 * Take messages that are due, oldest first.
 * @param engine  an open engine
 * @param request how many and which; read only during the call
 * @param result  may not be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK        leased, durable; possibly none
 * @retval TC_E_LIMIT   max or lease_ms above its limit; nothing changed
 * @retval TC_E_INVALID NULL, a wrong size or flag, an unknown channel; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_message_lease(tc_engine *engine, const tc_message_lease_request *request,
                                tc_message_lease_result *result, tc_error *error);

/** What became of a leased message. */
typedef enum tc_message_outcome {
    TC_MESSAGE_OUTCOME_SENT = 1,   /**< sent */
    TC_MESSAGE_OUTCOME_RETRY = 2,  /**< failed; may work later */
    TC_MESSAGE_OUTCOME_FAILED = 3, /**< failed for good: the address does not exist … */
    TC_MESSAGE_OUTCOME_CANCEL = 4  /**< not sent and not wanted any more */
} tc_message_outcome;

/** Request of tc_message_answer(). */
typedef struct tc_message_answer_request {
    uint32_t size;  /**< sizeof(tc_message_answer_request), by ::TC_MESSAGE_ANSWER_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint64_t message;         /**< its number */
    uint64_t lease;           /**< from the ::tc_leased_message */
    uint32_t outcome;         /**< a ::tc_message_outcome */
    uint32_t retry_after_ms;  /**< RETRY: wait this long; 0: attempts⁴ seconds ± 10 %, at most
                                   ::TC_MESSAGE_RETRY_MS_MAX */
    const char *receipt; /**< provider's reference or reason, at most ::TC_REFERENCE_MAX bytes; no
                              personal data; may be NULL */
} tc_message_answer_request;

/** Initialiser of a ::tc_message_answer_request. */
#define TC_MESSAGE_ANSWER_REQUEST_INIT                                                             \
    { sizeof(tc_message_answer_request), 0, {{0}}, 0, 0, 0, 0, NULL }

/** Result of tc_message_answer() and tc_message_retry(). */
typedef struct tc_message_change_result {
    uint32_t size;       /**< its own size, by the matching INIT */
    uint32_t state;      /**< a ::tc_message_state, after it */
    uint64_t message;    /**< its number */
    int64_t next_due_ms; /**< when it will be tried again; 0: never */
} tc_message_change_result;

/** Result of tc_message_answer(). */
typedef tc_message_change_result tc_message_answer_result;

/** Initialiser of a ::tc_message_answer_result. */
#define TC_MESSAGE_ANSWER_RESULT_INIT                                                              \
    { sizeof(tc_message_answer_result), 0, 0, 0 }

/**
 * Say what became of a leased message. An answer that comes after the lease ran out still counts,
 * as long as nobody else has taken the message since.
 * @param engine  an open engine
 * @param request which, and what; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK           noted, durable
 * @retval TC_E_NOT_FOUND  there is no such message; nothing changed
 * @retval TC_E_LEASE_LOST answered before, or somebody else has it now; nothing changed
 * @retval TC_E_INVALID    NULL, a wrong size or flag, an unknown outcome; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_message_answer(tc_engine *engine, const tc_message_answer_request *request,
                                 tc_message_answer_result *result, tc_error *error);

/** Request of tc_message_retry(). */
typedef struct tc_message_retry_request {
    uint32_t size;  /**< sizeof(tc_message_retry_request), by ::TC_MESSAGE_RETRY_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint64_t message;         /**< its number */
} tc_message_retry_request;

/** Initialiser of a ::tc_message_retry_request. */
#define TC_MESSAGE_RETRY_REQUEST_INIT                                                              \
    { sizeof(tc_message_retry_request), 0, {{0}}, 0 }

/** Result of tc_message_retry(). */
typedef tc_message_change_result tc_message_retry_result;

/** Initialiser of a ::tc_message_retry_result. */
#define TC_MESSAGE_RETRY_RESULT_INIT                                                               \
    { sizeof(tc_message_retry_result), 0, 0, 0 }

/**
 * Queue a dead letter again, its attempts counted from 0; or make one that waits for another
 * attempt due now.
 * @param engine  an open engine
 * @param request which; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          queued, durable
 * @retval TC_E_NOT_FOUND there is no such message; nothing changed
 * @retval TC_E_STATE     it is leased, sent or cancelled; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size or flag; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_message_retry(tc_engine *engine, const tc_message_retry_request *request,
                                tc_message_retry_result *result, tc_error *error);

/** Request of tc_message_cancel(). */
typedef struct tc_message_cancel_request {
    uint32_t size;  /**< sizeof(tc_message_cancel_request), by ::TC_MESSAGE_CANCEL_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint64_t message;         /**< its number */
} tc_message_cancel_request;

/** Initialiser of a ::tc_message_cancel_request. */
#define TC_MESSAGE_CANCEL_REQUEST_INIT                                                             \
    { sizeof(tc_message_cancel_request), 0, {{0}}, 0 }

/** Result of tc_message_cancel(). */
typedef tc_message_change_result tc_message_cancel_result;

/** Initialiser of a ::tc_message_cancel_result. */
#define TC_MESSAGE_CANCEL_RESULT_INIT                                                              \
    { sizeof(tc_message_cancel_result), 0, 0, 0 }

/**
 * Give up a message that is queued or dead. One that is leased is cancelled by its answer.
 * @param engine  an open engine
 * @param request which; read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          cancelled, durable
 * @retval TC_E_NOT_FOUND there is no such message; nothing changed
 * @retval TC_E_STATE     it is leased, sent or cancelled; nothing changed
 * @retval TC_E_INVALID   NULL, a wrong size or flag; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_message_cancel(tc_engine *engine, const tc_message_cancel_request *request,
                                 tc_message_cancel_result *result, tc_error *error);

/** One message. Strings live as long as the snapshot they came from. */
typedef struct tc_message {
    uint32_t size;         /**< sizeof(tc_message), by ::TC_MESSAGE_INIT */
    uint32_t state;        /**< a ::tc_message_state */
    uint64_t id;           /**< its number */
    uint64_t event;        /**< or 0 */
    uint64_t order;        /**< or 0 */
    uint64_t ticket;       /**< or 0 */
    uint32_t kind;         /**< a ::tc_message_kind */
    uint32_t channel;      /**< a ::tc_message_channel */
    uint32_t attempts;     /**< attempts so far */
    uint32_t attempts_max; /**< attempts after which it is dead */
    uint32_t worker;       /**< the worker of the last lease */
    uint32_t html;         /**< 1: the body is HTML; 0: plain text, or JSON for a webhook */
    int64_t queued_at_ms;  /**< when it was queued */
    int64_t due_ms;        /**< queued: earliest next attempt; leased: end of the lease; else 0 */
    int64_t done_at_ms;    /**< when it was sent, dead or cancelled; 0: it is not */
    const char *address;   /**< where to; "" when the order has no contact for this channel */
    const char *locale;    /**< locale asked for; "" for the default */
    const char *receipt;   /**< of the last answer, or "" */
    const char *subject;   /**< rendered; "" for SMS and webhooks; NULL in lists */
    const char *body;      /**< rendered, at most ::TC_BODY_MAX bytes; NULL in lists */
    size_t body_length;    /**< bytes of `body` */
} tc_message;

/** Initialiser of a ::tc_message. */
#define TC_MESSAGE_INIT                                                                            \
    {                                                                                              \
        sizeof(tc_message), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL,      \
            NULL, 0                                                                                \
    }

/**
 * Read one message with its subject and body rendered now, from its template and from what it is
 * about. The snapshot must be opened or refreshed after the lease.
 * @param snapshot an open snapshot
 * @param message  its number
 * @param[out] out caller-owned; strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          read
 * @retval TC_E_NOT_FOUND there is no such message
 * @retval TC_E_LIMIT     the body would be longer than ::TC_BODY_MAX
 * @retval TC_E_INVALID   NULL or a wrong size
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_message_get(tc_snapshot *snapshot, uint64_t message, tc_message *out,
                              tc_error *error);

/** Which messages to list. */
typedef struct tc_message_list_request {
    uint32_t size;     /**< sizeof(tc_message_list_request), by ::TC_MESSAGE_LIST_REQUEST_INIT */
    uint32_t flags;    /**< must be 0 */
    uint64_t after;    /**< 0: from the first; else `next` of the page before */
    uint64_t order;    /**< only of this order; 0: all */
    uint32_t state;    /**< only in this ::tc_message_state; 0: all */
    uint32_t channel;  /**< only on this ::tc_message_channel; 0: all */
    uint32_t limit;    /**< most to answer, 1 … 10,000; 0: 100 */
    uint32_t reserved; /**< must be 0 */
} tc_message_list_request;

/** Initialiser of a ::tc_message_list_request. */
#define TC_MESSAGE_LIST_REQUEST_INIT                                                               \
    { sizeof(tc_message_list_request), 0, 0, 0, 0, 0, 0, 0 }

/**
 * List messages in the order in which they were queued, without subject and body. One call looks at
 * 100,000 messages at most, so a page may be short, or empty, and yet not the last.
 * @param snapshot an open snapshot
 * @param request  which and how many; read only during the call
 * @param[out] messages caller's room for `limit` entries (100 when 0), the first set up with
 *                  ::TC_MESSAGE_INIT: its size is that of all
 * @param[out] count    how many were written
 * @param[out] next     what to pass as `after` for the next page; 0: this was the last
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        listed
 * @retval TC_E_LIMIT   limit above 10,000
 * @retval TC_E_INVALID NULL, a wrong size, an unknown state or channel
 * @thread one at a time on one snapshot
 * @since 0.1
 */
TC_API int32_t tc_message_list(tc_snapshot *snapshot, const tc_message_list_request *request,
                               tc_message *messages, uint32_t *count, uint64_t *next,
                               tc_error *error);

/** Bytes of a webhook's signature text with its NUL. */
#define TC_WEBHOOK_SIGNATURE_MAX 64
/** Seconds a webhook's timestamp may lie beside the receiver's clock. */
#define TC_WEBHOOK_TOLERANCE_S 300

/**
 * Sign a webhook by the Standard Webhooks specification (standardwebhooks.com): HMAC-SHA256 over
 * "id.timestamp.body", as text "v1,base64". Send it with the headers webhook-id,
 * webhook-timestamp and webhook-signature.
 * @param secret      "whsec_" and base64 of 24 … 64 bytes
 * @param id          the message's id, without a dot; repetitions of one message keep it
 * @param timestamp_s UTC seconds
 * @param body        the body's bytes
 * @param body_length how many
 * @param[out] signature room of ::TC_WEBHOOK_SIGNATURE_MAX bytes
 * @param error       may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_INVALID NULL, a malformed secret, an empty id or one with a dot, a negative time
 * @retval TC_E_LIMIT   a time after the year 9999
 * @since 0.1
 */
TC_API int32_t tc_webhook_sign(const char *secret, const char *id, int64_t timestamp_s,
                               const void *body, size_t body_length, char *signature,
                               tc_error *error);

/**
 * Check a webhook's signature, in constant time. For receivers and tests.
 * @param secret      as in tc_webhook_sign()
 * @param id          the header webhook-id
 * @param timestamp_s the header webhook-timestamp
 * @param body        the body's bytes as they came
 * @param body_length how many
 * @param signatures  the header webhook-signature: one or more, with spaces between
 * @param now_s       the receiver's clock, UTC seconds
 * @param error       may be NULL; written only on failure
 * @retval TC_OK        one of the signatures is right and the time is near
 * @retval TC_E_FORGED  none is right, or the timestamp is more than ::TC_WEBHOOK_TOLERANCE_S away
 * @retval TC_E_INVALID NULL, a malformed secret, id or time
 * @retval TC_E_LIMIT   a time after the year 9999
 * @since 0.1
 */
TC_API int32_t tc_webhook_verify(const char *secret, const char *id, int64_t timestamp_s,
                                 const void *body, size_t body_length, const char *signatures,
                                 int64_t now_s, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
