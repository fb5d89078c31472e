/**
 * @file order.h
 * @brief Orders: a quote frozen over a hold, driven by its saga to tickets and money, or to
 * neither.
 *
 * An order takes a hold over, freezes its price and then waits for money. The saga (docs/guides/
 * sagas.md, one static table) decides what every answer, event, deadline and wish does to it. Never
 * a payment without seats or an answer under way; never seats sold without a payment taken or being
 * taken. An order's id is no authority: its secret is, or ::TC_ORDER_AS_HOST.
 */
#ifndef TICKETCORE_ORDER_H
#define TICKETCORE_ORDER_H

#include "base.h"
#include "quote.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where an order stands. Disk format. */
typedef enum tc_order_state {
    TC_ORDER_NONE = 0,        /**< not begun; never seen in an order */
    TC_ORDER_PENDING = 1,     /**< seats held, money awaited by hand until the deadline */
    TC_ORDER_AUTHORISING = 2, /**< seats held, an authorisation is under way */
    TC_ORDER_UNKNOWN = 3,     /**< seats held, the authorisation's outcome is being queried */
    TC_ORDER_DECLINED = 4,    /**< seats held, the payment failed; pay again before the deadline */
    TC_ORDER_CANCELLING = 5,  /**< cancelled while the authorisation's answer is still open */
    TC_ORDER_OVERDUE = 6,     /**< deadline passed while the authorisation's answer is still open */
    TC_ORDER_VOIDING = 7,     /**< no seats; the authorisation is being voided */
    TC_ORDER_VOID_FAILED = 8, /**< no seats; the void failed: cancel again, or void by hand */
    TC_ORDER_CANCELLED = 9,   /**< no seats, no money: given up */
    TC_ORDER_EXPIRED = 10,    /**< no seats, no money: not paid in time */
    TC_ORDER_CAPTURING = 11, /**< confirmed: seats sold, tickets issued; the capture is under way */
    TC_ORDER_UNWINDING = 12, /**< taken back after confirming, while the capture's answer is open */
    TC_ORDER_SETTLED = 13, /**< confirmed: seats sold, tickets issued, money taken (or none due) */
    TC_ORDER_REFUNDING = 14,       /**< one or more refunds are under way */
    TC_ORDER_PARTLY_REFUNDED = 15, /**< settled, a part of the money went back or was lost in a
                                        dispute */
    TC_ORDER_REFUND_FAILED = 16,   /**< a refund failed: refund again, or by hand */
    TC_ORDER_REFUNDED = 17,        /**< no seats; all the money went back */
    TC_ORDER_DISPUTED = 18,        /**< the buyer disputes the payment at the bank */
    TC_ORDER_CHARGED_BACK = 19     /**< no seats; the dispute was lost and the money is gone */
} tc_order_state;

/** How an order is paid. Disk format. */
typedef enum tc_pay_method {
    TC_PAY_NONE = 0,     /**< not said; refused where a method is asked for */
    TC_PAY_PROVIDER = 1, /**< authorised and captured through leased payment commands */
    TC_PAY_OFFLINE = 2,  /**< pending until tc_order_settle() says that the money came */
    TC_PAY_PAID = 3,     /**< taken already (box office): confirmed in this very command */
    TC_PAY_FREE = 4      /**< nothing to pay: the total must be 0; confirmed in this very command */
} tc_pay_method;

/** Why an order was given up. Disk format. */
typedef enum tc_order_reason {
    TC_ORDER_REASON_NONE = 0,     /**< it was not */
    TC_ORDER_REASON_BUYER = 1,    /**< cancelled with the order's secret */
    TC_ORDER_REASON_HOST = 2,     /**< cancelled by the host */
    TC_ORDER_REASON_DEADLINE = 3, /**< not paid in time */
    TC_ORDER_REASON_CAPTURE = 4,  /**< the capture failed after it was confirmed */
    TC_ORDER_REASON_SEATS = 5,    /**< the money came late and its seats were gone */
    TC_ORDER_REASON_EVENT = 6,    /**< the event was cancelled */
    TC_ORDER_REASON_DISPUTE = 7,  /**< a dispute was lost */
    TC_ORDER_REASON_PROVIDER = 8  /**< the provider voided or refunded it by itself */
} tc_order_reason;

/** Flags of the requests of this header. */
typedef enum tc_order_flag {
    TC_ORDER_AS_HOST = 1,   /**< act without the order's secret, on the host's own authority */
    TC_ORDER_BY_HAND = 2,   /**< tc_order_refund(): the money was given back outside the engine */
    TC_ORDER_EVENT_GONE = 4 /**< cancel, refund: because the event does not take place */
} tc_order_flag;

/** What one item of the hold is sold as. The items of a request follow the hold's items in their
 * order; a pool's quantity may be split over several consecutive ones. */
typedef struct tc_order_item {
    uint32_t ticket_type; /**< ticket type of the item's event */
    uint32_t quantity; /**< 1 for a seat (0 means 1); places of a pool: 0 means all its hold has */
} tc_order_item;

/** Where a person can be reached. */
typedef struct tc_contact {
    uint32_t size;       /**< sizeof(tc_contact), by ::TC_CONTACT_INIT */
    uint32_t channel;    /**< a ::tc_message_channel */
    const char *address; /**< 1 … ::TC_ADDRESS_MAX bytes */
    const char *locale;  /**< BCP 47 tag such as "de-AT", up to ::TC_LABEL_MAX bytes; NULL: none */
} tc_contact;

/** Initialiser of a ::tc_contact. */
#define TC_CONTACT_INIT                                                                            \
    { sizeof(tc_contact), 0, NULL, NULL }

/** A new order. */
typedef struct tc_order_create_request {
    uint32_t size;              /**< sizeof, by ::TC_ORDER_CREATE_REQUEST_INIT */
    uint32_t flags;             /**< must be 0 */
    tc_request_id request_id;   /**< all zero: none */
    uint64_t hold;              /**< a live hold */
    tc_secret hold_secret;      /**< its secret */
    const tc_order_item *items; /**< one or more per item of the hold, in its order */
    uint32_t items_count;       /**< 1 … ::TC_HOLD_ITEMS_MAX */
    uint32_t method;            /**< a ::tc_pay_method */
    const char *buyer; /**< the host's name for the person, up to ::TC_BUYER_MAX bytes; NULL:
                            the hold's */
    const tc_contact *contacts;   /**< at most one per channel; NULL: none */
    uint32_t contacts_count;      /**< 0 … 4 */
    char expected_currency[4];    /**< ISO 4217 code the buyer saw; "": expect nothing */
    int64_t expected_total_minor; /**< total the buyer saw; looked at when expected_currency is set
                                   */
    int64_t pay_within_ms; /**< money is awaited this long, 1 … ::TC_HOLD_TTL_MS_MAX, within the
                                hold's life cap; 0: until the hold expires */
    const char *reference; /**< the host's own or the till's reference, up to ::TC_REFERENCE_MAX
                                bytes; NULL: none */
    const char *token;     /**< PROVIDER: what the payment worker needs to charge the buyer, up to
                                ::TC_REFERENCE_MAX bytes; NULL: none. Not a card number */
} tc_order_create_request;

/** Initialiser of a ::tc_order_create_request. */
#define TC_ORDER_CREATE_REQUEST_INIT                                                               \
    {                                                                                              \
        sizeof(tc_order_create_request), 0, {{0}}, 0, {{0}}, NULL, 0, 0, NULL, NULL, 0, {0}, 0, 0, \
            NULL, NULL                                                                             \
    }

/** What became of a new order. */
typedef struct tc_order_create_result {
    uint32_t size;       /**< sizeof, by ::TC_ORDER_CREATE_RESULT_INIT */
    uint32_t state;      /**< a ::tc_order_state */
    uint64_t order;      /**< its id */
    tc_secret secret;    /**< authority over it; given only here (and to the same request id) */
    int64_t total_minor; /**< the frozen total */
    int64_t deadline_ms; /**< when it expires unpaid, UTC milliseconds; 0: it is confirmed */
    uint64_t payment;    /**< its payment, PROVIDER only; else 0 */
    char currency[4];    /**< of the total */
    uint32_t version;    /**< of the order: 1 */
    uint64_t *tickets;   /**< caller's room for the ids of issued tickets; may be NULL */
    uint32_t tickets_capacity; /**< entries `tickets` has room for */
    uint32_t tickets_count;    /**< tickets issued; 0 while it is not confirmed */
} tc_order_create_result;

/** Initialiser of a ::tc_order_create_result. */
#define TC_ORDER_CREATE_RESULT_INIT                                                                \
    { sizeof(tc_order_create_result), 0, 0, {{0}}, 0, 0, 0, {0}, 0, NULL, 0, 0 }

/**
 * Turn a live hold into an order: check what its places may be sold as, freeze the quote, claim the
 * hold, begin its payment. PAID and FREE orders are confirmed in the same commit: seats sold,
 * tickets issued, ledger posted, messages queued.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK             durable; the hold belongs to the order
 * @retval TC_E_INVALID      a field is missing or out of range; nothing changed
 * @retval TC_E_NOT_FOUND    no such hold or not its secret, no such event or ticket type; nothing
 * changed
 * @retval TC_E_HOLD_EXPIRED the hold is dead; nothing changed
 * @retval TC_E_HOLD_ENDED   the hold was released or sold; nothing changed
 * @retval TC_E_STATE        another order has the hold; nothing changed
 * @retval TC_E_HOLD_LIFE    pay_within_ms goes beyond the hold's life cap; nothing changed
 * @retval TC_E_PRICE        the ticket type is not for this place (category, channel, pool);
 * nothing changed
 * @retval TC_E_NOT_ON_SALE  the ticket type is not on sale now; nothing changed
 * @retval TC_E_LIMIT        more or fewer than an order may have; nothing changed
 * @retval TC_E_AMOUNT       the total is not the expected one, or FREE and not 0; nothing changed,
 * and `actual_version` of the error is the total
 * @retval TC_E_CURRENCY     another currency than expected, or events of several; nothing changed
 * @retval TC_E_OVERFLOW     a sum goes over ::TC_AMOUNT_MAX; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_order_create(tc_engine *engine, const tc_order_create_request *request,
                               tc_order_create_result *result, tc_error *error);

/** What a change made of an order. Result of cancel, pay, settle and refund. */
typedef struct tc_order_result {
    uint32_t size;        /**< sizeof, by ::TC_ORDER_RESULT_INIT */
    uint32_t state;       /**< a ::tc_order_state: where it stands now */
    uint64_t order;       /**< its id */
    uint32_t version;     /**< its version now */
    uint32_t changed;     /**< 0: it stood so already */
    int64_t amount_minor; /**< settle: taken; refund: being refunded; else 0 */
    uint64_t payment;     /**< the payment begun by tc_order_pay(); else 0 */
    uint64_t refund;      /**< the refund begun by tc_order_refund(); else 0 */
} tc_order_result;

/** Initialiser of a ::tc_order_result. */
#define TC_ORDER_RESULT_INIT                                                                       \
    { sizeof(tc_order_result), 0, 0, 0, 0, 0, 0, 0 }

/** Result of tc_order_cancel(). */
typedef tc_order_result tc_order_cancel_result;
/** Initialiser of a ::tc_order_cancel_result. */
#define TC_ORDER_CANCEL_RESULT_INIT TC_ORDER_RESULT_INIT
/** Result of tc_order_pay(). */
typedef tc_order_result tc_order_pay_result;
/** Initialiser of a ::tc_order_pay_result. */
#define TC_ORDER_PAY_RESULT_INIT TC_ORDER_RESULT_INIT
/** Result of tc_order_settle(). */
typedef tc_order_result tc_order_settle_result;
/** Initialiser of a ::tc_order_settle_result. */
#define TC_ORDER_SETTLE_RESULT_INIT TC_ORDER_RESULT_INIT
/** Result of tc_order_refund(). */
typedef tc_order_result tc_order_refund_result;
/** Initialiser of a ::tc_order_refund_result. */
#define TC_ORDER_REFUND_RESULT_INIT TC_ORDER_RESULT_INIT

/** Give an order up. */
typedef struct tc_order_cancel_request {
    uint32_t size;             /**< sizeof, by ::TC_ORDER_CANCEL_REQUEST_INIT */
    uint32_t flags;            /**< ::TC_ORDER_AS_HOST, ::TC_ORDER_EVENT_GONE, ::TC_ORDER_BY_HAND */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t order;            /**< the order */
    tc_secret secret;          /**< its secret; not looked at with ::TC_ORDER_AS_HOST */
    uint32_t expected_version; /**< 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_order_cancel_request;

/** Initialiser of a ::tc_order_cancel_request. */
#define TC_ORDER_CANCEL_REQUEST_INIT                                                               \
    { sizeof(tc_order_cancel_request), 0, {{0}}, 0, {{0}}, 0, 0 }

/**
 * Cancel an order that is not confirmed. Its seats are free at once; money that is under way is
 * voided when its answer comes. In ::TC_ORDER_VOID_FAILED it tries the void again, or, with
 * ::TC_ORDER_BY_HAND, records that it was voided outside.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          cancelled, or on its way (`state` says); `changed` 0: it was already
 * @retval TC_E_NOT_FOUND no such order or not its secret; nothing changed
 * @retval TC_E_VERSION   another version; nothing changed
 * @retval TC_E_STATE     it is confirmed: refund it; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_order_cancel(tc_engine *engine, const tc_order_cancel_request *request,
                               tc_order_cancel_result *result, tc_error *error);

/** Begin an order's payment again, perhaps by another method. */
typedef struct tc_order_pay_request {
    uint32_t size;                /**< sizeof, by ::TC_ORDER_PAY_REQUEST_INIT */
    uint32_t flags;               /**< ::TC_ORDER_AS_HOST */
    tc_request_id request_id;     /**< all zero: none */
    uint64_t order;               /**< the order */
    tc_secret secret;             /**< its secret; not looked at with ::TC_ORDER_AS_HOST */
    uint32_t expected_version;    /**< 0: any */
    uint32_t method;              /**< ::TC_PAY_PROVIDER or ::TC_PAY_OFFLINE */
    const char *token;            /**< as in tc_order_create_request */
    int64_t expected_total_minor; /**< looked at when expected_currency is set */
    char expected_currency[4];    /**< "": expect nothing */
    uint32_t reserved;            /**< must be 0 */
    int64_t pay_within_ms; /**< a new deadline from now, within the hold's life cap; 0: keep it */
} tc_order_pay_request;

/** Initialiser of a ::tc_order_pay_request. */
#define TC_ORDER_PAY_REQUEST_INIT                                                                  \
    { sizeof(tc_order_pay_request), 0, {{0}}, 0, {{0}}, 0, 0, NULL, 0, {0}, 0, 0 }

/**
 * Pay a pending or declined order, by another payment of its own.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK             the payment is begun
 * @retval TC_E_NOT_FOUND    no such order or not its secret; nothing changed
 * @retval TC_E_VERSION      another version; nothing changed
 * @retval TC_E_STATE        a payment is under way, or the order is over; nothing changed
 * @retval TC_E_HOLD_EXPIRED its seats are no longer held; nothing changed
 * @retval TC_E_HOLD_LIFE    pay_within_ms goes beyond the hold's life cap; nothing changed
 * @retval TC_E_AMOUNT       not the frozen total; nothing changed
 * @retval TC_E_CURRENCY     not the frozen currency; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_order_pay(tc_engine *engine, const tc_order_pay_request *request,
                            tc_order_pay_result *result, tc_error *error);

/** Money that came by hand. */
typedef struct tc_order_settle_request {
    uint32_t size;             /**< sizeof, by ::TC_ORDER_SETTLE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0; settling is always the host's act */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t order;            /**< the order */
    uint32_t expected_version; /**< 0: any */
    char currency[4];          /**< of the amount */
    int64_t amount_minor;      /**< what came; must be the frozen total */
    const char *reference; /**< of the bank or till, up to ::TC_REFERENCE_MAX bytes; NULL: keep */
} tc_order_settle_request;

/** Initialiser of a ::tc_order_settle_request. */
#define TC_ORDER_SETTLE_REQUEST_INIT                                                               \
    { sizeof(tc_order_settle_request), 0, {{0}}, 0, 0, {0}, 0, NULL }

/**
 * Record that an offline payment was received, and confirm the order. After the deadline the
 * event's late-money rule decides: the same seats, equivalent ones, or the money must be given back
 * by hand
 * (::TC_ORDER_REFUND_FAILED until tc_order_refund() with ::TC_ORDER_BY_HAND).
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          recorded; `state` says what became of it
 * @retval TC_E_NOT_FOUND no such order; nothing changed
 * @retval TC_E_VERSION   another version; nothing changed
 * @retval TC_E_STATE     it does not wait for money by hand; nothing changed
 * @retval TC_E_AMOUNT    not the frozen total; nothing changed
 * @retval TC_E_CURRENCY  not the frozen currency; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_order_settle(tc_engine *engine, const tc_order_settle_request *request,
                               tc_order_settle_result *result, tc_error *error);

/** A refund: whole (no tickets, amount 0), by tickets, by amount, or tickets at another amount. */
typedef struct tc_order_refund_request {
    uint32_t size;  /**< sizeof, by ::TC_ORDER_REFUND_REQUEST_INIT */
    uint32_t flags; /**< ::TC_ORDER_BY_HAND, ::TC_ORDER_EVENT_GONE; always the host's act */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t order;            /**< the order */
    uint32_t expected_version; /**< 0: any */
    uint32_t tickets_count;    /**< 0 … ::TC_ORDER_TICKETS_MAX */
    const uint64_t *tickets;   /**< tickets to void; their places go back on sale at once */
    int64_t amount_minor;  /**< 0: what was paid for the tickets, or for everything that is left */
    const char *reference; /**< why, or the till's reference, up to ::TC_REFERENCE_MAX bytes; NULL
                            */
} tc_order_refund_request;

/** Initialiser of a ::tc_order_refund_request. */
#define TC_ORDER_REFUND_REQUEST_INIT                                                               \
    { sizeof(tc_order_refund_request), 0, {{0}}, 0, 0, 0, NULL, 0, NULL }

/**
 * Refund an order whole, by tickets, or by amount. Tickets are void and places on sale again at
 * once; the money follows through a leased refund command, or by hand (PAID, OFFLINE, or
 * ::TC_ORDER_BY_HAND). A whole refund of an order whose capture is under way waits for that answer.
 * In ::TC_ORDER_REFUND_FAILED, without tickets and amount, it tries what failed again; so it does
 * in any state that nothing can be refunded in, where the refund of a second payment failed.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          begun, or done (`state` says)
 * @retval TC_E_NOT_FOUND no such order, or a ticket is not of it; nothing changed
 * @retval TC_E_VERSION   another version; nothing changed
 * @retval TC_E_STATE     no money was taken, all went back, or a ticket is void; nothing changed
 * @retval TC_E_REFUND    more than what was captured and not yet refunded; nothing changed
 * @retval TC_E_LIMIT     too many tickets; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_order_refund(tc_engine *engine, const tc_order_refund_request *request,
                               tc_order_refund_result *result, tc_error *error);

/** An order as it stands. */
typedef struct tc_order {
    uint32_t size;           /**< sizeof(tc_order), by ::TC_ORDER_INIT */
    uint32_t state;          /**< a ::tc_order_state */
    uint64_t id;             /**< its id */
    uint32_t version;        /**< 1 at birth, +1 a change */
    uint32_t method;         /**< a ::tc_pay_method: the present one */
    uint64_t event;          /**< event of its first line */
    uint64_t hold;           /**< the hold it was made from (or its equivalent, after late money) */
    int64_t total_minor;     /**< the frozen total */
    int64_t captured_minor;  /**< money taken so far */
    int64_t refunded_minor;  /**< money given back so far, chargebacks included */
    int64_t created_at_ms;   /**< UTC milliseconds */
    int64_t confirmed_at_ms; /**< when its seats were sold; 0: never */
    int64_t deadline_ms;     /**< when it expires unpaid; 0: it does not wait */
    char currency[4];        /**< of all its amounts */
    uint32_t reason;         /**< a ::tc_order_reason: why it was given up */
    uint32_t lines;          /**< its lines */
    uint32_t tickets;        /**< places of all its lines */
    uint32_t refunds_open;   /**< refunds not answered yet */
    uint32_t refunds_failed; /**< refunds that failed and wait for a person, those of a second
                                  payment too; see tc_order_refund() */
    const char *reference;   /**< the host's reference, or ""; lives as long as the snapshot */
} tc_order;

/** Initialiser of a ::tc_order. */
#define TC_ORDER_INIT                                                                              \
    { sizeof(tc_order), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, {0}, 0, 0, 0, 0, 0, NULL }

/**
 * Read an order.
 * @param snapshot an open snapshot
 * @param order    its id
 * @param secret   the order's secret; NULL: on the host's own authority
 * @param[out] out caller-owned; written only on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND no such order, or not its secret
 * @retval TC_E_INVALID   NULL or a wrong size
 * @since 0.1
 */
TC_API int32_t tc_order_get(tc_snapshot *snapshot, uint64_t order, const tc_secret *secret,
                            tc_order *out, tc_error *error);

/**
 * Read an order's lines, in the order of its hold's items.
 * @param snapshot   an open snapshot
 * @param order      its id
 * @param secret     the order's secret; NULL: on the host's own authority
 * @param lines      caller's room; may be NULL with capacity 0
 * @param capacity   entries `lines` has room for
 * @param[out] count how many there are; as many as fit were written
 * @param error      may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND no such order, or not its secret
 * @since 0.1
 */
TC_API int32_t tc_order_lines(tc_snapshot *snapshot, uint64_t order, const tc_secret *secret,
                              tc_order_line *lines, uint32_t capacity, uint32_t *count,
                              tc_error *error);

/**
 * Read an order's contacts. Personal data: host-side only.
 * @param snapshot   an open snapshot
 * @param order      its id
 * @param contacts   caller's room, the first set up with ::TC_CONTACT_INIT: its size is that of
 *                   all; may be NULL with capacity 0. Strings live as long as the snapshot
 * @param capacity   entries `contacts` has room for
 * @param[out] count how many there are; as many as fit were written
 * @param error      may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND no such order
 * @since 0.1
 */
TC_API int32_t tc_order_contacts(tc_snapshot *snapshot, uint64_t order, tc_contact *contacts,
                                 uint32_t capacity, uint32_t *count, tc_error *error);

/** Which orders to list, newest first. */
typedef struct tc_order_list_request {
    uint32_t size;     /**< sizeof, by ::TC_ORDER_LIST_REQUEST_INIT */
    uint32_t flags;    /**< must be 0 */
    uint64_t event;    /**< orders with a line of this event; 0: all */
    const char *buyer; /**< orders of this buyer's key; NULL: all */
    uint32_t states;   /**< 1 << ::tc_order_state, or-ed; 0: all */
    uint32_t limit;    /**< orders wanted, 1 … 1,000; 0: 100 */
    uint64_t after;    /**< `next` of the call before; 0: begin */
} tc_order_list_request;

/** Initialiser of a ::tc_order_list_request. */
#define TC_ORDER_LIST_REQUEST_INIT                                                                 \
    { sizeof(tc_order_list_request), 0, 0, NULL, 0, 0, 0 }

/**
 * List orders, newest first. A call looks at no more than 100,000 orders, so it may give fewer than
 * `limit` and still have a `next`.
 * @param snapshot   an open snapshot
 * @param request    read only during the call
 * @param orders     caller's room for `limit` entries, the first set up with ::TC_ORDER_INIT: its
 *                   size is that of all
 * @param[out] count how many were written
 * @param[out] next  for `after` of the next call; 0: that was all
 * @param error      may be NULL; written only on failure
 * @retval TC_OK        written
 * @retval TC_E_INVALID a field is out of range
 * @retval TC_E_LIMIT   limit above 1,000
 * @since 0.1
 */
TC_API int32_t tc_order_list(tc_snapshot *snapshot, const tc_order_list_request *request,
                             tc_order *orders, uint32_t *count, uint64_t *next, tc_error *error);

/** An order state's name, like "authorising"; "?" for an unknown number. Static. @since 0.1 */
TC_API const char *tc_order_state_name(uint32_t state);

#ifdef __cplusplus
}
#endif
#endif
