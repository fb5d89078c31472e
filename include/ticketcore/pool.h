/**
 * @file pool.h
 * @brief Pools of places without numbers: general admission, quotas, parking.
 *
 * A pool belongs to an event and counts: capacity, held, sold. Holds draw quantities from it. Its
 * capacity never falls below what is held and sold.
 */
#ifndef TICKETCORE_POOL_H
#define TICKETCORE_POOL_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A pool as a snapshot shows it. */
typedef struct tc_pool_view {
    uint32_t size;     /**< sizeof(tc_pool_view), by ::TC_POOL_VIEW_INIT */
    uint32_t pool;     /**< number in the event, from 1 */
    uint64_t event;    /**< event id */
    uint32_t version;  /**< what an update may expect; held and sold do not change it */
    uint32_t capacity; /**< places there are */
    uint32_t held;     /**< places of live holds */
    uint32_t sold;     /**< places sold */
    uint32_t free;     /**< capacity - held - sold */
    uint32_t open;     /**< 1: may be held; 0: closed */
    uint32_t channel;  /**< 0: public; else only holds that name this channel may draw on it */
    uint32_t reserved; /**< 0 */
    const char *name;  /**< lives as long as the snapshot */
} tc_pool_view;

/** Initialiser of a ::tc_pool_view. */
#define TC_POOL_VIEW_INIT                                                                          \
    { sizeof(tc_pool_view), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL }

/** Flags of tc_pool_create_request. */
typedef enum tc_pool_create_flag {
    TC_POOL_CREATE_CLOSED = 1 /**< the pool begins closed */
} tc_pool_create_flag;

/** A new pool. */
typedef struct tc_pool_create_request {
    uint32_t size;            /**< sizeof(tc_pool_create_request), by its INIT */
    uint32_t flags;           /**< ::tc_pool_create_flag values, or-ed */
    tc_request_id request_id; /**< all zero: none */
    uint64_t event;           /**< event id */
    const char *name;         /**< 1 … ::TC_NAME_MAX bytes of UTF-8 */
    uint32_t capacity;        /**< 0 … ::TC_POOL_CAPACITY_MAX */
    uint32_t channel;         /**< 0 … ::TC_CHANNELS_MAX - 1; 0: public */
} tc_pool_create_request;

/** Initialiser of a ::tc_pool_create_request. */
#define TC_POOL_CREATE_REQUEST_INIT                                                                \
    { sizeof(tc_pool_create_request), 0, {{0}}, 0, NULL, 0, 0 }

/** The pool that was made. */
typedef struct tc_pool_create_result {
    uint32_t size;     /**< sizeof(tc_pool_create_result), by its INIT */
    uint32_t pool;     /**< number in the event, from 1 */
    uint32_t version;  /**< 1 */
    uint32_t reserved; /**< 0 */
} tc_pool_create_result;

/** Initialiser of a ::tc_pool_create_result. */
#define TC_POOL_CREATE_RESULT_INIT                                                                 \
    { sizeof(tc_pool_create_result), 0, 0, 0 }

/**
 * Make a pool in an event.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          durable
 * @retval TC_E_INVALID   a field is out of range; nothing changed
 * @retval TC_E_LIMIT     over a stated limit, or ::TC_POOLS_MAX pools there are; nothing changed
 * @retval TC_E_NOT_FOUND no such event; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_pool_create(tc_engine *engine, const tc_pool_create_request *request,
                              tc_pool_create_result *result, tc_error *error);

/** What a tc_pool_update_request sets. */
typedef enum tc_pool_update_flag {
    TC_POOL_SET_CAPACITY = 1, /**< set the capacity */
    TC_POOL_SET_OPEN = 2,     /**< open or close it */
    TC_POOL_SET_NAME = 4,     /**< set the name */
    TC_POOL_SET_CHANNEL = 8   /**< set the channel */
} tc_pool_update_flag;

/** A change to a pool. */
typedef struct tc_pool_update_request {
    uint32_t size;             /**< sizeof(tc_pool_update_request), by its INIT */
    uint32_t flags;            /**< ::tc_pool_update_flag values, or-ed; the rest stays as it is */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t event;            /**< event id */
    uint32_t pool;             /**< number in the event */
    uint32_t expected_version; /**< 0: any */
    const char *name;          /**< with ::TC_POOL_SET_NAME: 1 … ::TC_NAME_MAX bytes of UTF-8 */
    uint32_t capacity;         /**< with ::TC_POOL_SET_CAPACITY: held + sold …
                                    ::TC_POOL_CAPACITY_MAX */
    uint32_t open;             /**< with ::TC_POOL_SET_OPEN: 1 or 0 */
    uint32_t channel;          /**< with ::TC_POOL_SET_CHANNEL: 0 … ::TC_CHANNELS_MAX - 1 */
    uint32_t reserved;         /**< must be 0 */
} tc_pool_update_request;

/** Initialiser of a ::tc_pool_update_request. */
#define TC_POOL_UPDATE_REQUEST_INIT                                                                \
    { sizeof(tc_pool_update_request), 0, {{0}}, 0, 0, 0, NULL, 0, 0, 0, 0 }

/** The pool after its change. */
typedef struct tc_pool_update_result {
    uint32_t size;    /**< sizeof(tc_pool_update_result), by its INIT */
    uint32_t version; /**< the pool's version now */
} tc_pool_update_result;

/** Initialiser of a ::tc_pool_update_result. */
#define TC_POOL_UPDATE_RESULT_INIT                                                                 \
    { sizeof(tc_pool_update_result), 0 }

/**
 * Grow, shrink, open, close, rename a pool.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK           durable
 * @retval TC_E_INVALID    a field is out of range; nothing changed
 * @retval TC_E_LIMIT      over a stated limit; nothing changed
 * @retval TC_E_NOT_FOUND  no such pool; nothing changed
 * @retval TC_E_VERSION    the pool has another version; nothing changed
 * @retval TC_E_POOL_SHORT the capacity would fall below what is held and sold; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_pool_update(tc_engine *engine, const tc_pool_update_request *request,
                              tc_pool_update_result *result, tc_error *error);

/**
 * Read one pool.
 * @param snapshot an open snapshot; its time judges expiry
 * @param event    event id
 * @param pool     number in the event, from 1
 * @param view     caller-owned; written only on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL or a wrong size
 * @retval TC_E_NOT_FOUND no such event, or no such pool in it
 * @since 0.1
 */
TC_API int32_t tc_pool_get(tc_snapshot *snapshot, uint64_t event, uint32_t pool, tc_pool_view *view,
                           tc_error *error);

/**
 * Read the pools of an event in their order.
 * @param snapshot an open snapshot; its time judges expiry
 * @param event    event id
 * @param after    number of the last pool seen; 0 at first
 * @param pools    caller's room for `capacity` views; each `size` is set by the call
 * @param capacity entries of room, at least 1
 * @param[out] count views written; fewer than `capacity` means these were the last
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL or no room
 * @retval TC_E_NOT_FOUND no such event
 * @since 0.1
 */
TC_API int32_t tc_pool_list(tc_snapshot *snapshot, uint64_t event, uint32_t after,
                            tc_pool_view *pools, uint32_t capacity, uint32_t *count,
                            tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
