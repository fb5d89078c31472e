/**
 * @file payment.h
 * @brief Payments without I/O: the engine says what to do (leased commands), the host's worker says
 * what the provider answered (answers) and what the provider said by itself (events).
 *
 * The worker's loop: lease, do it at the provider under the command's idempotency key, answer. A
 * worker may die anywhere: a lease that runs out comes back as a query about the same command,
 * since an unknown outcome is asked for and never assumed. Answers and events may come late, twice
 * or out of order; each takes effect once.
 */
#ifndef TICKETCORE_PAYMENT_H
#define TICKETCORE_PAYMENT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a payment command asks for. Disk format. */
typedef enum tc_payment_kind {
    TC_PAYMENT_AUTHORISE = 1, /**< reserve the amount on the buyer's side */
    TC_PAYMENT_CAPTURE = 2,   /**< take the amount that was authorised */
    TC_PAYMENT_VOID = 3,      /**< let go of what was authorised */
    TC_PAYMENT_REFUND = 4,    /**< give an amount that was captured back */
    TC_PAYMENT_QUERY = 5,     /**< find out what became of the command with this idempotency key */
    TC_PAYMENT_CHARGE = 6 /**< authorise and capture in one (events with ::TC_CAPTURE_AT_ONCE) */
} tc_payment_kind;

/** What became of a payment command at the provider. */
typedef enum tc_payment_outcome {
    TC_OUTCOME_DONE = 1,     /**< it happened. Query: the command asked about happened */
    TC_OUTCOME_DECLINED = 2, /**< it did not happen and will not under this key */
    TC_OUTCOME_FAILED = 3,   /**< it did not happen; try again later. Query: no answer, ask again */
    TC_OUTCOME_UNKNOWN = 4,  /**< it may have happened: the engine will query */
    TC_OUTCOME_ABSENT = 5    /**< query only: the provider never saw the command; it is done anew */
} tc_payment_outcome;

/** What a provider reports by itself (webhook). Disk format. */
typedef enum tc_payment_event_kind {
    TC_PAYMENT_EVENT_AUTHORISED = 1,     /**< an amount is reserved */
    TC_PAYMENT_EVENT_DECLINED = 2,       /**< the authorisation was refused */
    TC_PAYMENT_EVENT_CAPTURED = 3,       /**< the amount was taken */
    TC_PAYMENT_EVENT_CAPTURE_FAILED = 4, /**< the amount could not be taken */
    TC_PAYMENT_EVENT_VOIDED = 5,         /**< the reservation is gone: voided, or lapsed */
    TC_PAYMENT_EVENT_VOID_FAILED = 6,    /**< the reservation could not be voided */
    TC_PAYMENT_EVENT_REFUNDED = 7,       /**< an amount went back */
    TC_PAYMENT_EVENT_REFUND_FAILED = 8,  /**< an amount could not be given back */
    TC_PAYMENT_EVENT_DISPUTE_OPENED = 9, /**< the buyer disputes; the provider keeps the amount back
                                          */
    TC_PAYMENT_EVENT_DISPUTE_WON = 10,   /**< the amount is ours again */
    TC_PAYMENT_EVENT_DISPUTE_LOST = 11   /**< the amount is gone */
} tc_payment_event_kind;

/** Where a payment stands. Disk format. */
typedef enum tc_payment_state {
    TC_PAYMENT_OPEN = 1,        /**< its authorisation is under way */
    TC_PAYMENT_AUTHORISED = 2,  /**< reserved, not taken */
    TC_PAYMENT_CAPTURED = 3,    /**< taken */
    TC_PAYMENT_DECLINED = 4,    /**< refused, or given up before it began; no money */
    TC_PAYMENT_VOIDED = 5,      /**< reserved once, let go */
    TC_PAYMENT_DISPUTED = 6,    /**< taken, and disputed */
    TC_PAYMENT_CHARGED_BACK = 7 /**< taken, disputed, lost */
} tc_payment_state;

/** Take payment commands to carry out. */
typedef struct tc_payment_lease_request {
    uint32_t size;            /**< sizeof, by ::TC_PAYMENT_LEASE_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none (a lease needs none) */
    uint64_t worker;          /**< the worker's own number, for people */
    uint32_t max;             /**< commands wanted, 1 … 1,000 */
    uint32_t lease_ms; /**< how long they are this worker's, 1 … ::TC_LEASE_MS_MAX; 0: 60,000 */
} tc_payment_lease_request;

/** Initialiser of a ::tc_payment_lease_request. */
#define TC_PAYMENT_LEASE_REQUEST_INIT                                                              \
    { sizeof(tc_payment_lease_request), 0, {{0}}, 0, 0, 0 }

/** One payment command to carry out. */
typedef struct tc_payment_command {
    uint64_t command;            /**< its number, for tc_payment_answer() */
    uint64_t order;              /**< order it is about */
    uint64_t payment;            /**< payment of the order */
    uint32_t kind;               /**< a ::tc_payment_kind */
    uint32_t about;              /**< query: kind of the command asked about; else 0 */
    int64_t amount_minor;        /**< amount */
    char currency[4];            /**< of the amount */
    uint32_t attempt;            /**< 1 at first; for tc_payment_answer() */
    uint8_t idempotency_key[16]; /**< the same for every attempt and query of the command */
    int64_t lease_until_ms;      /**< answer before this time */
    int64_t deadline_ms;         /**< it is not tried again after this time */
    char reference[TC_REFERENCE_MAX + 8]; /**< the provider's reference of the payment, or "" */
    char token[TC_REFERENCE_MAX + 8];     /**< authorise: the order's token, or "" */
} tc_payment_command;

/** What was leased. */
typedef struct tc_payment_lease_result {
    uint32_t size;                /**< sizeof, by ::TC_PAYMENT_LEASE_RESULT_INIT */
    uint32_t commands_capacity;   /**< entries `commands` has room for; give at least the request's
                                       max: what does not fit comes back when its lease runs out */
    tc_payment_command *commands; /**< caller's room */
    uint32_t commands_count;      /**< commands leased */
    uint32_t reserved;            /**< 0 */
    int64_t next_due_ms; /**< when work not leased now falls due; INT64_MAX: nothing waits */
} tc_payment_lease_result;

/** Initialiser of a ::tc_payment_lease_result. */
#define TC_PAYMENT_LEASE_RESULT_INIT                                                               \
    { sizeof(tc_payment_lease_result), 0, NULL, 0, 0, 0 }

/**
 * Lease payment commands that are due, oldest due first. They come back, as queries, when the lease
 * runs out unanswered.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK        `commands_count` of them are this worker's; 0: nothing is due
 * @retval TC_E_INVALID a field is out of range; nothing changed
 * @retval TC_E_LIMIT   max or lease_ms above its limit; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_payment_lease(tc_engine *engine, const tc_payment_lease_request *request,
                                tc_payment_lease_result *result, tc_error *error);

/** What the provider answered to a leased command. */
typedef struct tc_payment_answer_request {
    uint32_t size;            /**< sizeof, by ::TC_PAYMENT_ANSWER_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none (the command and its outcome suffice) */
    uint64_t command;         /**< the command */
    uint32_t attempt;         /**< the attempt that is answered */
    uint32_t outcome;         /**< a ::tc_payment_outcome */
    int64_t amount_minor;     /**< what the provider says the amount is; 0: it does not */
    char currency[4];         /**< of that amount; "": it does not say */
    uint32_t reserved;        /**< must be 0 */
    const char *reference; /**< the provider's reference, up to ::TC_REFERENCE_MAX bytes; NULL: none
                            */
} tc_payment_answer_request;

/** Initialiser of a ::tc_payment_answer_request. */
#define TC_PAYMENT_ANSWER_REQUEST_INIT                                                             \
    { sizeof(tc_payment_answer_request), 0, {{0}}, 0, 0, 0, 0, {0}, 0, NULL }

/** What an answer or an event made of an order. */
typedef struct tc_payment_result {
    uint32_t size;      /**< sizeof, by ::TC_PAYMENT_RESULT_INIT */
    uint32_t state;     /**< a ::tc_order_state: where the order stands now */
    uint64_t order;     /**< the order */
    uint64_t payment;   /**< the payment */
    uint32_t duplicate; /**< 1: this was known; nothing changed */
    uint32_t reserved;  /**< 0 */
} tc_payment_result;

/** Initialiser of a ::tc_payment_result. */
#define TC_PAYMENT_RESULT_INIT                                                                     \
    { sizeof(tc_payment_result), 0, 0, 0, 0, 0 }

/** Result of tc_payment_answer(). */
typedef tc_payment_result tc_payment_answer_result;
/** Initialiser of a ::tc_payment_answer_result. */
#define TC_PAYMENT_ANSWER_RESULT_INIT TC_PAYMENT_RESULT_INIT
/** Result of tc_payment_event(). */
typedef tc_payment_result tc_payment_event_result;
/** Initialiser of a ::tc_payment_event_result. */
#define TC_PAYMENT_EVENT_RESULT_INIT TC_PAYMENT_RESULT_INIT

/**
 * Answer a leased command. DONE and DECLINED are facts and are taken even when the lease has run
 * out; the same answer again is a duplicate. FAILED and UNKNOWN count only while the lease is the
 * answerer's.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK           recorded, with its effect on the order; or a duplicate
 * @retval TC_E_NOT_FOUND  no such command; nothing changed
 * @retval TC_E_LEASE_LOST FAILED or UNKNOWN of a lease that is over, or an answer that contradicts
 * the one known; nothing changed
 * @retval TC_E_AMOUNT     not the command's amount; nothing changed
 * @retval TC_E_CURRENCY   not the command's currency; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_payment_answer(tc_engine *engine, const tc_payment_answer_request *request,
                                 tc_payment_answer_result *result, tc_error *error);

/** What a provider said by itself. */
typedef struct tc_payment_event_request {
    uint32_t size;            /**< sizeof, by ::TC_PAYMENT_EVENT_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none (the event's id suffices) */
    const char *event_id;     /**< the provider's id of the event, 1 … ::TC_REFERENCE_MAX bytes */
    uint32_t kind;            /**< a ::tc_payment_event_kind */
    char currency[4];         /**< of the amount; "": not said */
    int64_t amount_minor;     /**< 0: not said (a refund or dispute of everything) */
    const char *reference;    /**< the provider's reference of the payment; NULL: use the key */
    uint8_t idempotency_key[16]; /**< of the command it is about; all zero: use the reference */
} tc_payment_event_request;

/** Initialiser of a ::tc_payment_event_request. */
#define TC_PAYMENT_EVENT_REQUEST_INIT                                                              \
    {                                                                                              \
        sizeof(tc_payment_event_request), 0, {{0}}, NULL, 0, {0}, 0, NULL, {                       \
            0                                                                                      \
        }                                                                                          \
    }

/**
 * Take a provider's event. Its id is kept in the transaction of its effect: the same id again is a
 * duplicate, whatever else it says.
 * @param engine  an open engine
 * @param request read only during the call; its origin must have been verified by the host
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          taken, with its effect on the order; or a duplicate
 * @retval TC_E_NOT_FOUND no payment has that reference or key (yet: an event may overtake the
 * answer that brings the reference); nothing changed, have it sent again
 * @retval TC_E_AMOUNT    another amount than the payment's; nothing changed
 * @retval TC_E_CURRENCY  another currency than the payment's; nothing changed
 * @retval TC_E_STATE     it contradicts what is known (for instance a dispute of what was never
 *                        captured); nothing changed
 * @since 0.1
 */
TC_API int32_t tc_payment_event(tc_engine *engine, const tc_payment_event_request *request,
                                tc_payment_event_result *result, tc_error *error);

/** One payment of an order. */
typedef struct tc_payment {
    uint64_t id;            /**< its id; 0: money taken by hand */
    uint64_t order;         /**< its order */
    uint32_t method;        /**< a ::tc_pay_method */
    uint32_t state;         /**< a ::tc_payment_state */
    int64_t amount_minor;   /**< what it is for */
    int64_t captured_minor; /**< what was taken */
    int64_t refunded_minor; /**< what went back, chargebacks included */
    int64_t created_at_ms;  /**< when it began */
    char currency[4];       /**< of all its amounts */
    uint32_t reserved;      /**< 0 */
    const char *reference;  /**< the provider's reference, or ""; lives as long as the snapshot */
} tc_payment;

/**
 * List an order's payments, newest first.
 * @param snapshot   an open snapshot
 * @param order      the order
 * @param payments   caller's room; may be NULL with capacity 0
 * @param capacity   entries `payments` has room for
 * @param[out] count how many there are; as many as fit were written
 * @param error      may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND no such order
 * @since 0.1
 */
TC_API int32_t tc_payment_list(tc_snapshot *snapshot, uint64_t order, tc_payment *payments,
                               uint32_t capacity, uint32_t *count, tc_error *error);

/** Where a refund stands. Disk format. */
typedef enum tc_refund_state {
    TC_REFUND_OPEN = 1,  /**< its command is under way */
    TC_REFUND_DONE = 2,  /**< the money went back */
    TC_REFUND_FAILED = 3 /**< it failed; see tc_order_refund() */
} tc_refund_state;

/** One refund of an order. */
typedef struct tc_refund {
    uint64_t id;           /**< its id */
    uint64_t order;        /**< its order */
    uint64_t payment;      /**< payment it takes from; 0: by hand */
    int64_t amount_minor;  /**< amount */
    int64_t created_at_ms; /**< when it was asked for */
    uint32_t state;        /**< a ::tc_refund_state */
    uint32_t beside; /**< 1: beside the order's own money: of a second payment, paid out though
                          another attempt of the same refund was too, or given back by the provider
                          when the order had nothing left to give */
} tc_refund;

/**
 * List an order's refunds, newest first.
 * @param snapshot   an open snapshot
 * @param order      the order
 * @param refunds    caller's room; may be NULL with capacity 0
 * @param capacity   entries `refunds` has room for
 * @param[out] count how many there are; as many as fit were written
 * @param error      may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND no such order
 * @since 0.1
 */
TC_API int32_t tc_refund_list(tc_snapshot *snapshot, uint64_t order, tc_refund *refunds,
                              uint32_t capacity, uint32_t *count, tc_error *error);

/** How much payment work there is. */
typedef struct tc_payment_backlog {
    uint32_t size;         /**< sizeof, by ::TC_PAYMENT_BACKLOG_INIT */
    uint32_t capped;       /**< 1: more than 100,000 commands wait and the counts stop there */
    uint64_t due;          /**< commands that may be leased now */
    uint64_t leased;       /**< commands a worker has */
    uint64_t waiting;      /**< commands that wait for their retry */
    uint64_t parked;       /**< commands given up on: a person must find out (tc_payment_event()) */
    int64_t oldest_due_ms; /**< since when the oldest due command could be leased; 0: none */
} tc_payment_backlog;

/** Initialiser of a ::tc_payment_backlog. */
#define TC_PAYMENT_BACKLOG_INIT                                                                    \
    { sizeof(tc_payment_backlog), 0, 0, 0, 0, 0, 0 }

/**
 * Count the payment work that is due, leased, waiting and parked.
 * @param snapshot an open snapshot
 * @param[out] out caller-owned; written only on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_INVALID NULL or a wrong size
 * @since 0.1
 */
TC_API int32_t tc_payment_backlog_get(tc_snapshot *snapshot, tc_payment_backlog *out,
                                      tc_error *error);

/** A payment command kind's name, like "capture"; "?" for an unknown number. Static. @since 0.1 */
TC_API const char *tc_payment_kind_name(uint32_t kind);

#ifdef __cplusplus
}
#endif
#endif
