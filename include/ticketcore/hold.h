/**
 * @file hold.h
 * @brief Holds: seats and places taken for one buyer for a time, all or none.
 *
 * A hold may take seats of several events and quantities from several pools. It lives until its
 * expiry and is dead at that millisecond, whether or not anything has swept it. Who knows its id
 * and its ::tc_secret may extend, swap and release it; the id alone is no authority.
 */
#ifndef TICKETCORE_HOLD_H
#define TICKETCORE_HOLD_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a hold is. */
typedef enum tc_hold_state {
    TC_HOLD_LIVE = 1,     /**< its seats and places are its own */
    TC_HOLD_RELEASED = 2, /**< given back by its owner, or swapped for another */
    TC_HOLD_EXPIRED = 3,  /**< its time ran out, or the host ended it */
    TC_HOLD_SOLD = 4      /**< its seats and places were sold */
} tc_hold_state;

/** Flags of the requests that make a hold. Both are for the host's own office, not for the public.
 */
typedef enum tc_hold_flag {
    TC_HOLD_ANY_TIME = 1,     /**< also outside the event's sale window */
    TC_HOLD_ALLOW_ORPHANS = 2 /**< a single left-over seat is no reason to refuse */
} tc_hold_flag;

/** One seat of a hold. */
typedef struct tc_hold_seat {
    uint64_t event;   /**< event id */
    uint32_t seat;    /**< number in the event, from 0 */
    uint32_t version; /**< asked: the version expected, 0: any. Answered: the version it now has */
} tc_hold_seat;

/** A quantity from one pool. */
typedef struct tc_hold_pool {
    uint64_t event;    /**< event id */
    uint32_t pool;     /**< number in the event, from 1 */
    uint32_t quantity; /**< 1 … ::TC_POOL_QUANTITY_MAX */
} tc_hold_pool;

/** Hold named seats and quantities. */
typedef struct tc_hold_create_request {
    uint32_t size;            /**< sizeof(tc_hold_create_request), by its INIT */
    uint32_t flags;           /**< ::tc_hold_flag values, or-ed */
    tc_request_id request_id; /**< all zero: none */
    int64_t ttl_ms; /**< time to live, 1 … ::TC_HOLD_TTL_MS_MAX and the cap of each of its
                         events; 0: the shortest default of its events */
    const tc_hold_seat *seats; /**< the seats, each once; may be NULL with seats_count 0 */
    const tc_hold_pool *pools; /**< the quantities, each pool once; may be NULL with pools_count 0
                                */
    const char *buyer;    /**< the host's key of the person, 1 … ::TC_BUYER_MAX bytes, under which
                               limits are counted; NULL or "": nobody in particular (refused
                               where an event has a limit per buyer) */
    uint32_t seats_count; /**< 0 … ::TC_HOLD_SEATS_MAX; with pools_count at least 1 */
    uint32_t pools_count; /**< 0 … ::TC_HOLD_POOLS_MAX */
    uint32_t channel;     /**< 0 … ::TC_CHANNELS_MAX - 1: may take this channel's and the
                               public's seats and pools */
    uint32_t reserved;    /**< must be 0 */
} tc_hold_create_request;

/** Initialiser of a ::tc_hold_create_request. */
#define TC_HOLD_CREATE_REQUEST_INIT                                                                \
    { sizeof(tc_hold_create_request), 0, {{0}}, 0, NULL, NULL, NULL, 0, 0, 0, 0 }

/** The hold that was made. */
typedef struct tc_hold_create_result {
    uint32_t size;         /**< sizeof(tc_hold_create_result), by its INIT */
    uint32_t version;      /**< 1 */
    uint64_t hold;         /**< its id */
    int64_t expires_at_ms; /**< when it dies, UTC */
    tc_secret secret;      /**< the authority over it */
    tc_hold_seat *seats; /**< caller's room, or NULL: its seats with the versions they now have, in
                              the order of the request (best seats: row by row) */
    uint32_t seats_capacity; /**< entries `seats` has room for */
    uint32_t seats_count;    /**< seats of the hold, however many fitted */
    uint32_t adjacent; /**< best seats: 1 when all sit next to each other in one row; else 0 */
    uint32_t reserved; /**< 0 */
} tc_hold_create_result;

/** Initialiser of a ::tc_hold_create_result. */
#define TC_HOLD_CREATE_RESULT_INIT                                                                 \
    { sizeof(tc_hold_create_result), 0, 0, 0, {{0}}, NULL, 0, 0, 0, 0 }

/**
 * Hold seats and quantities for one buyer, all or none.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure. Its conflicts list every seat in the
 * way, in order of event and number, with expected and actual version and state; the code is that
 * of the first
 * @retval TC_OK             durable: the seats and places are this hold's until it expires
 * @retval TC_E_INVALID      a field is out of range or a seat or pool is named twice; nothing
 * changed
 * @retval TC_E_LIMIT        over a stated limit, or a seat's version has reached its end; nothing
 *                           changed
 * @retval TC_E_NOT_FOUND    no such event, seat or pool; nothing changed
 * @retval TC_E_NOT_ON_SALE  an event is not on sale now; nothing changed
 * @retval TC_E_SEAT_TAKEN   a seat is held, sold, blocked or retired; nothing changed
 * @retval TC_E_SEAT_VERSION a seat is free but has another version; nothing changed
 * @retval TC_E_CHANNEL      a seat or pool belongs to another channel; nothing changed
 * @retval TC_E_POOL_SHORT   a pool has not that many left; nothing changed
 * @retval TC_E_POOL_CLOSED  a pool is closed; nothing changed
 * @retval TC_E_ORPHAN       the event refuses single left-over seats and this leaves one (the
 *                           subject) that another choice in the row avoids; nothing changed
 * @retval TC_E_BUYER_LIMIT  the buyer would have more than the event allows; nothing changed
 * @retval TC_E_HOLD_LIFE    ttl_ms is over the cap of an event; nothing changed
 * @retval TC_E_QUEUE_FULL   nothing happened, retry
 * @retval TC_E_OUTCOME_UNKNOWN reopen and send the same request id again
 * @since 0.1
 */
TC_API int32_t tc_hold_create(tc_engine *engine, const tc_hold_create_request *request,
                              tc_hold_create_result *result, tc_error *error);

/** Hold the best seats available. */
typedef struct tc_hold_best_request {
    uint32_t size;              /**< sizeof(tc_hold_best_request), by its INIT */
    uint32_t flags;             /**< ::tc_hold_flag values, or-ed; with ::TC_HOLD_ALLOW_ORPHANS a
                                     single left-over seat does not count against a choice */
    tc_request_id request_id;   /**< all zero: none */
    uint64_t event;             /**< event id */
    int64_t ttl_ms;             /**< as in ::tc_hold_create_request */
    const uint32_t *categories; /**< categories wanted, any of them; NULL with 0: every one */
    const uint32_t *sections;   /**< sections wanted, any of them; NULL with 0: every one */
    const char *buyer;          /**< as in ::tc_hold_create_request */
    uint32_t categories_count;  /**< 0 … ::TC_CATEGORIES_MAX */
    uint32_t sections_count;    /**< 0 … ::TC_SECTIONS_MAX */
    uint32_t quantity;          /**< persons, 1 … ::TC_HOLD_BEST_MAX */
    uint32_t accessible;        /**< how many of them need an accessible seat, 0 … quantity */
    uint32_t channel;           /**< as in ::tc_hold_create_request */
    uint32_t max_rows; /**< the most groups to split into; 1: together or not at all; 0: any */
} tc_hold_best_request;

/** Persons one best-seats command may seat. */
#define TC_HOLD_BEST_MAX 200

/** Initialiser of a ::tc_hold_best_request. */
#define TC_HOLD_BEST_REQUEST_INIT                                                                  \
    { sizeof(tc_hold_best_request), 0, {{0}}, 0, 0, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0 }

/** Same shape as for named seats. */
typedef tc_hold_create_result tc_hold_best_result;
/** Initialiser of a ::tc_hold_best_result. */
#define TC_HOLD_BEST_RESULT_INIT TC_HOLD_CREATE_RESULT_INIT

/**
 * Hold the best seats available in one event. In this order: seats next to each other in one row
 * that leave no single seat, nearest the focal point by their mean distance; next to each other; in
 * several groups within a section with nobody alone; the same over sections; any. Accessible and
 * companion seats are left out unless `accessible` asks. The same store gives the same answer.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK            durable: the seats are this hold's until it expires
 * @retval TC_E_INVALID     a field is out of range; nothing changed
 * @retval TC_E_LIMIT       over a stated limit; nothing changed
 * @retval TC_E_NOT_FOUND   no such event; nothing changed
 * @retval TC_E_NOT_ON_SALE the event is not on sale now; nothing changed
 * @retval TC_E_NO_SEATS    no seats satisfy the wish; nothing changed
 * @retval TC_E_BUYER_LIMIT the buyer would have more than the event allows; nothing changed
 * @retval TC_E_HOLD_LIFE   ttl_ms is over the cap of the event; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_hold_best(tc_engine *engine, const tc_hold_best_request *request,
                            tc_hold_best_result *result, tc_error *error);

/** Let a hold live longer. */
typedef struct tc_hold_extend_request {
    uint32_t size;             /**< sizeof(tc_hold_extend_request), by its INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t hold;             /**< its id */
    tc_secret secret;          /**< its secret */
    int64_t ttl_ms;            /**< to live from now on, 1 … ::TC_HOLD_TTL_MS_MAX; 0: the shortest
                                    default of its events. Never makes it die sooner */
    uint32_t expected_version; /**< of the hold; 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_hold_extend_request;

/** Initialiser of a ::tc_hold_extend_request. */
#define TC_HOLD_EXTEND_REQUEST_INIT                                                                \
    { sizeof(tc_hold_extend_request), 0, {{0}}, 0, {{0}}, 0, 0, 0 }

/** The hold after its extension. */
typedef struct tc_hold_extend_result {
    uint32_t size;         /**< sizeof(tc_hold_extend_result), by its INIT */
    uint32_t version;      /**< the hold's version now */
    int64_t expires_at_ms; /**< when it dies, UTC */
} tc_hold_extend_result;

/** Initialiser of a ::tc_hold_extend_result. */
#define TC_HOLD_EXTEND_RESULT_INIT                                                                 \
    { sizeof(tc_hold_extend_result), 0, 0 }

/**
 * Let a live hold live until `ttl_ms` from now, up to its events' cap on its whole life.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK             durable
 * @retval TC_E_INVALID      a field is out of range; nothing changed
 * @retval TC_E_NOT_FOUND    no such hold, or another secret; nothing changed
 * @retval TC_E_VERSION      the hold has another version; nothing changed
 * @retval TC_E_HOLD_EXPIRED it is dead; nothing changed
 * @retval TC_E_HOLD_ENDED   it was released or sold; nothing changed
 * @retval TC_E_HOLD_LIFE    it would live longer than its cap; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_hold_extend(tc_engine *engine, const tc_hold_extend_request *request,
                              tc_hold_extend_result *result, tc_error *error);

/** Give a hold back. */
typedef struct tc_hold_release_request {
    uint32_t size;             /**< sizeof(tc_hold_release_request), by its INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t hold;             /**< its id */
    tc_secret secret;          /**< its secret */
    uint32_t expected_version; /**< of the hold; 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_hold_release_request;

/** Initialiser of a ::tc_hold_release_request. */
#define TC_HOLD_RELEASE_REQUEST_INIT                                                               \
    { sizeof(tc_hold_release_request), 0, {{0}}, 0, {{0}}, 0, 0 }

/** The hold after its end. */
typedef struct tc_hold_release_result {
    uint32_t size;    /**< sizeof(tc_hold_release_result), by its INIT */
    uint32_t version; /**< the hold's version now */
} tc_hold_release_result;

/** Initialiser of a ::tc_hold_release_result. */
#define TC_HOLD_RELEASE_RESULT_INIT                                                                \
    { sizeof(tc_hold_release_result), 0 }

/**
 * Give a live hold back; its seats and places are free.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK             durable
 * @retval TC_E_INVALID      a field is out of range; nothing changed
 * @retval TC_E_NOT_FOUND    no such hold, or another secret; nothing changed
 * @retval TC_E_VERSION      the hold has another version; nothing changed
 * @retval TC_E_STATE        an order has claimed it: cancel the order; nothing changed
 * @retval TC_E_HOLD_EXPIRED it is dead already; nothing changed
 * @retval TC_E_HOLD_ENDED   it was released or sold; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_hold_release(tc_engine *engine, const tc_hold_release_request *request,
                               tc_hold_release_result *result, tc_error *error);

/** End a hold now, by the host's right. */
typedef struct tc_hold_expire_request {
    uint32_t size;             /**< sizeof(tc_hold_expire_request), by its INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t hold;             /**< its id */
    uint32_t expected_version; /**< of the hold; 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_hold_expire_request;

/** Initialiser of a ::tc_hold_expire_request. */
#define TC_HOLD_EXPIRE_REQUEST_INIT                                                                \
    { sizeof(tc_hold_expire_request), 0, {{0}}, 0, 0, 0 }

/** Same shape as for releasing. */
typedef tc_hold_release_result tc_hold_expire_result;
/** Initialiser of a ::tc_hold_expire_result. */
#define TC_HOLD_EXPIRE_RESULT_INIT TC_HOLD_RELEASE_RESULT_INIT

/**
 * End a live hold now, without its secret. For the host alone: never give buyers a way to it.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK             durable: the hold is expired, its seats and places are free
 * @retval TC_E_INVALID      a field is out of range; nothing changed
 * @retval TC_E_NOT_FOUND    no such hold; nothing changed
 * @retval TC_E_VERSION      the hold has another version; nothing changed
 * @retval TC_E_STATE        an order has claimed it: cancel the order; nothing changed
 * @retval TC_E_HOLD_EXPIRED it is dead already; nothing changed
 * @retval TC_E_HOLD_ENDED   it was released or sold; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_hold_expire(tc_engine *engine, const tc_hold_expire_request *request,
                              tc_hold_expire_result *result, tc_error *error);

/** Release one hold and make another, or neither. */
typedef struct tc_hold_swap_request {
    uint32_t size;            /**< sizeof(tc_hold_swap_request), by its INIT */
    uint32_t flags;           /**< ::tc_hold_flag values, or-ed */
    tc_request_id request_id; /**< all zero: none */
    uint64_t hold;            /**< the old hold */
    tc_secret secret;         /**< its secret */
    int64_t ttl_ms; /**< of the new hold from now on; 0: until the old one would have died.
                         Its whole life counts from the beginning of the old one's */
    const tc_hold_seat *seats; /**< the new hold's seats, each once; those of the old hold may be
                                  among them, with the version the old hold gave them or 0 */
    const tc_hold_pool *pools; /**< the new hold's quantities, each pool once */
    uint32_t seats_count;      /**< 0 … ::TC_HOLD_SEATS_MAX; with pools_count at least 1 */
    uint32_t pools_count;      /**< 0 … ::TC_HOLD_POOLS_MAX */
    uint32_t expected_version; /**< of the old hold; 0: any */
    uint32_t reserved;         /**< must be 0 */
} tc_hold_swap_request;

/** Initialiser of a ::tc_hold_swap_request. */
#define TC_HOLD_SWAP_REQUEST_INIT                                                                  \
    { sizeof(tc_hold_swap_request), 0, {{0}}, 0, {{0}}, 0, NULL, NULL, 0, 0, 0, 0 }

/** Same shape as for named seats. */
typedef tc_hold_create_result tc_hold_swap_result;
/** Initialiser of a ::tc_hold_swap_result. */
#define TC_HOLD_SWAP_RESULT_INIT TC_HOLD_CREATE_RESULT_INIT

/**
 * Release one hold and make another for the same buyer and channel in one step, or do neither. The
 * new hold has an id and a secret of its own.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure. Its conflicts list every seat in the way
 * @retval TC_OK             durable: the old hold is released, the new one is live
 * @retval TC_E_NOT_FOUND    no such hold, or another secret; or no such event, seat or pool;
 * nothing changed
 * @retval TC_E_VERSION      the old hold has another version; nothing changed
 * @retval TC_E_STATE        an order has claimed the old hold; nothing changed
 * @retval TC_E_HOLD_EXPIRED the old hold is dead; nothing changed
 * @retval TC_E_HOLD_ENDED   the old hold was released or sold; nothing changed
 * @retval TC_E_HOLD_LIFE    the new hold would live longer than the cap; nothing changed
 * @return otherwise what tc_hold_create() answers; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_hold_swap(tc_engine *engine, const tc_hold_swap_request *request,
                            tc_hold_swap_result *result, tc_error *error);

/** Tidy what time has ended. */
typedef struct tc_sweep_request {
    uint32_t size;            /**< sizeof(tc_sweep_request), by its INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint32_t limit;           /**< holds to expire at most; 0: 10,000 */
    uint32_t reserved;        /**< must be 0 */
} tc_sweep_request;

/** Initialiser of a ::tc_sweep_request. */
#define TC_SWEEP_REQUEST_INIT                                                                      \
    { sizeof(tc_sweep_request), 0, {{0}}, 0, 0 }

/** What a sweep left. */
typedef struct tc_sweep_result {
    uint32_t size;       /**< sizeof(tc_sweep_result), by its INIT */
    uint32_t left;       /**< 0: every hold due was swept; else sweep again */
    int64_t next_due_ms; /**< no live hold dies before this moment, UTC; INT64_MAX: none lives */
} tc_sweep_result;

/** Initialiser of a ::tc_sweep_result. */
#define TC_SWEEP_RESULT_INIT                                                                       \
    { sizeof(tc_sweep_result), 0, 0 }

/**
 * Sweep dead holds and tell the feed. Nothing depends on it: every commit sweeps a little, and dead
 * holds are dead on every path at once. A host with idle nights may call it now and then so that
 * the feed hears of expiries soon.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK        durable
 * @retval TC_E_INVALID a field is out of range; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_sweep(tc_engine *engine, const tc_sweep_request *request, tc_sweep_result *result,
                        tc_error *error);

/** A hold as a snapshot shows it. */
typedef struct tc_hold_view {
    uint32_t size;         /**< sizeof(tc_hold_view), by ::TC_HOLD_VIEW_INIT */
    uint32_t version;      /**< what a command may expect */
    uint64_t hold;         /**< its id */
    uint32_t state;        /**< a ::tc_hold_state at the snapshot's time */
    uint32_t channel;      /**< the channel it named */
    uint32_t seats;        /**< seats it has, or had */
    uint32_t pools;        /**< pools it draws on, or drew */
    uint64_t order;        /**< the order that claims it, or 0 */
    int64_t created_at_ms; /**< when it, or the first hold it was swapped from, was made, UTC */
    int64_t expires_at_ms; /**< when it dies; when it ended, if it has ended; UTC */
} tc_hold_view;

/** Initialiser of a ::tc_hold_view. */
#define TC_HOLD_VIEW_INIT                                                                          \
    { sizeof(tc_hold_view), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Read a hold as its owner.
 * @param snapshot an open snapshot; its time judges expiry
 * @param hold     its id
 * @param secret   its secret; not NULL
 * @param view     caller-owned; written only on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL or a wrong size
 * @retval TC_E_NOT_FOUND no such hold, or another secret; also one that ended over a day ago
 * @since 0.1
 */
TC_API int32_t tc_hold_get(tc_snapshot *snapshot, uint64_t hold, const tc_secret *secret,
                           tc_hold_view *view, tc_error *error);

/**
 * Read a hold as the host, without its secret. Never give buyers a way to it.
 * @param snapshot an open snapshot; its time judges expiry
 * @param hold     its id
 * @param view     caller-owned; written only on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL or a wrong size
 * @retval TC_E_NOT_FOUND no such hold; also one that ended over a day ago
 * @since 0.1
 */
TC_API int32_t tc_hold_peek(tc_snapshot *snapshot, uint64_t hold, tc_hold_view *view,
                            tc_error *error);

/**
 * Read the seats a hold has, or had when it ended.
 * @param snapshot an open snapshot
 * @param hold     its id
 * @param seats    caller's room for `capacity` seats, or NULL with capacity 0; with the versions
 * the hold gave them
 * @param capacity entries of room
 * @param[out] count seats of the hold, however many fitted
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL
 * @retval TC_E_NOT_FOUND no such hold; also one that ended over a day ago
 * @since 0.1
 */
TC_API int32_t tc_hold_seats(tc_snapshot *snapshot, uint64_t hold, tc_hold_seat *seats,
                             uint32_t capacity, uint32_t *count, tc_error *error);

/**
 * Read the quantities a hold draws, or drew when it ended.
 * @param snapshot an open snapshot
 * @param hold     its id
 * @param pools    caller's room for `capacity` quantities, or NULL with capacity 0
 * @param capacity entries of room
 * @param[out] count pools of the hold, however many fitted
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL
 * @retval TC_E_NOT_FOUND no such hold; also one that ended over a day ago
 * @since 0.1
 */
TC_API int32_t tc_hold_pools(tc_snapshot *snapshot, uint64_t hold, tc_hold_pool *pools,
                             uint32_t capacity, uint32_t *count, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
