/**
 * @file seat.h
 * @brief Seats of an event: what state one is in, and the host's own changes to them.
 *
 * A seat is named by its event and its number there, from 0. Every seat has a version, 1 at birth
 * and +1 with every change. A change that names the version it expects is refused when the seat has
 * another one; 0 expects nothing.
 */
#ifndef TICKETCORE_SEAT_H
#define TICKETCORE_SEAT_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** What a seat is. */
typedef enum tc_seat_state {
    TC_SEAT_FREE = 0,    /**< may be held */
    TC_SEAT_HELD = 1,    /**< belongs to one live hold */
    TC_SEAT_SOLD = 2,    /**< belongs to one ticket */
    TC_SEAT_BLOCKED = 3, /**< not for sale */
    TC_SEAT_RETIRED = 4  /**< the event's present map no longer has it */
} tc_seat_state;

/** The channel every seat is in until it is allotted; seats in it are open to holds of any channel.
 */
#define TC_CHANNEL_PUBLIC 0

/** A seat of a known event and its version. */
typedef struct tc_seat_version {
    uint32_t seat;    /**< number in the event, from 0 */
    uint32_t version; /**< asked: the version expected, 0: any. Answered: the version it now has */
} tc_seat_version;

/** One seat as a snapshot shows it. */
typedef struct tc_seat_view {
    uint32_t size;         /**< sizeof(tc_seat_view), by ::TC_SEAT_VIEW_INIT */
    uint32_t state;        /**< a ::tc_seat_state; the seats of a dead hold are free */
    uint64_t event;        /**< event id */
    uint32_t seat;         /**< number in the event */
    uint32_t version;      /**< what a command may expect */
    uint32_t channel;      /**< 0: public; else only holds that name this channel may take it */
    uint32_t ticket;       /**< number of its ticket in the event while sold, else 0 */
    uint64_t hold;         /**< its hold while held, else 0. An id, not an authority */
    int64_t expires_at_ms; /**< when that hold dies, UTC; 0 unless held */
    uint32_t category;     /**< category of the map, from 1; 0 for a retired seat */
    uint32_t section;      /**< section of the map, from 1; 0 for a retired seat */
} tc_seat_view;

/** Initialiser of a ::tc_seat_view. */
#define TC_SEAT_VIEW_INIT                                                                          \
    { sizeof(tc_seat_view), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * Read one seat.
 * @param snapshot an open snapshot; its time judges expiry
 * @param event    event id
 * @param seat     number in the event, from 0
 * @param view     caller-owned; written only on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL or a wrong size
 * @retval TC_E_NOT_FOUND no such event, or no such seat in it
 * @since 0.1
 */
TC_API int32_t tc_seat_get(tc_snapshot *snapshot, uint64_t event, uint32_t seat, tc_seat_view *view,
                           tc_error *error);

/** Change seats of one event: for tc_seat_block() and tc_seat_unblock(). */
typedef struct tc_seat_block_request {
    uint32_t size;                /**< sizeof(tc_seat_block_request), by its INIT */
    uint32_t flags;               /**< must be 0 */
    tc_request_id request_id;     /**< all zero: none */
    uint64_t event;               /**< event id */
    const tc_seat_version *seats; /**< the seats, each once */
    uint32_t seats_count;         /**< 1 … ::TC_SEAT_CHANGE_MAX */
    uint32_t reserved;            /**< must be 0 */
} tc_seat_block_request;

/** Seats one block, unblock or channel command may name. */
#define TC_SEAT_CHANGE_MAX 20000

/** Initialiser of a ::tc_seat_block_request. */
#define TC_SEAT_BLOCK_REQUEST_INIT                                                                 \
    { sizeof(tc_seat_block_request), 0, {{0}}, 0, NULL, 0, 0 }

/** What became of the seats of a block, unblock or channel command. */
typedef struct tc_seat_block_result {
    uint32_t size;           /**< sizeof(tc_seat_block_result), by its INIT */
    uint32_t seats_capacity; /**< entries `seats` has room for */
    tc_seat_version *seats;  /**< caller's room, or NULL; the seats in the order of the request */
    uint32_t seats_count;    /**< seats changed, however many fitted */
    uint32_t reserved;       /**< 0 */
    uint64_t inventory_version; /**< of the event, after the change */
} tc_seat_block_result;

/** Initialiser of a ::tc_seat_block_result. */
#define TC_SEAT_BLOCK_RESULT_INIT                                                                  \
    { sizeof(tc_seat_block_result), 0, NULL, 0, 0, 0 }

/** Same shape as for blocking. */
typedef tc_seat_block_request tc_seat_unblock_request;
/** Same shape as for blocking. */
typedef tc_seat_block_result tc_seat_unblock_result;
/** Initialiser of a ::tc_seat_unblock_request. */
#define TC_SEAT_UNBLOCK_REQUEST_INIT TC_SEAT_BLOCK_REQUEST_INIT
/** Initialiser of a ::tc_seat_unblock_result. */
#define TC_SEAT_UNBLOCK_RESULT_INIT TC_SEAT_BLOCK_RESULT_INIT

/**
 * Take free seats off sale, all or none.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure. Its conflicts list every seat in the way
 * @retval TC_OK             durable: the seats are blocked
 * @retval TC_E_INVALID      a field is out of range or a seat is named twice; nothing changed
 * @retval TC_E_LIMIT        too many seats, or a seat's version has reached its end; nothing
 * changed
 * @retval TC_E_NOT_FOUND    no such event or seat; nothing changed
 * @retval TC_E_SEAT_TAKEN   a seat is held, sold or blocked already; nothing changed
 * @retval TC_E_SEAT_VERSION a seat has another version; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_seat_block(tc_engine *engine, const tc_seat_block_request *request,
                             tc_seat_block_result *result, tc_error *error);

/**
 * Put blocked seats on sale, all or none.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure. Its conflicts list every seat in the way
 * @retval TC_OK             durable: the seats are free
 * @retval TC_E_INVALID      a field is out of range or a seat is named twice; nothing changed
 * @retval TC_E_LIMIT        too many seats, or a seat's version has reached its end; nothing
 * changed
 * @retval TC_E_NOT_FOUND    no such event or seat; nothing changed
 * @retval TC_E_SEAT_STATE   a seat is not blocked; nothing changed
 * @retval TC_E_SEAT_VERSION a seat has another version; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_seat_unblock(tc_engine *engine, const tc_seat_unblock_request *request,
                               tc_seat_unblock_result *result, tc_error *error);

/** Allot seats to a channel, for tc_seat_channel(). */
typedef struct tc_seat_channel_request {
    uint32_t size;                /**< sizeof(tc_seat_channel_request), by its INIT */
    uint32_t flags;               /**< must be 0 */
    tc_request_id request_id;     /**< all zero: none */
    uint64_t event;               /**< event id */
    const tc_seat_version *seats; /**< the seats, each once */
    uint32_t seats_count;         /**< 1 … ::TC_SEAT_CHANGE_MAX */
    uint32_t channel; /**< 0 … ::TC_CHANNELS_MAX - 1; 0 gives them back to the public */
} tc_seat_channel_request;

/** Initialiser of a ::tc_seat_channel_request. */
#define TC_SEAT_CHANNEL_REQUEST_INIT                                                               \
    { sizeof(tc_seat_channel_request), 0, {{0}}, 0, NULL, 0, 0 }

/** Same shape as for blocking. */
typedef tc_seat_block_result tc_seat_channel_result;
/** Initialiser of a ::tc_seat_channel_result. */
#define TC_SEAT_CHANNEL_RESULT_INIT TC_SEAT_BLOCK_RESULT_INIT

/**
 * Allot free or blocked seats to a channel, all or none. A seat in a channel other than the public
 * one is only for holds that name this channel.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  may be NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure. Its conflicts list every seat in the way
 * @retval TC_OK             durable: the seats are the channel's
 * @retval TC_E_INVALID      a field is out of range or a seat is named twice; nothing changed
 * @retval TC_E_LIMIT        too many seats, or a seat's version has reached its end; nothing
 * changed
 * @retval TC_E_NOT_FOUND    no such event or seat; nothing changed
 * @retval TC_E_SEAT_TAKEN   a seat is held or sold; nothing changed
 * @retval TC_E_SEAT_VERSION a seat has another version; nothing changed
 * @since 0.1
 */
TC_API int32_t tc_seat_channel(tc_engine *engine, const tc_seat_channel_request *request,
                               tc_seat_channel_result *result, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
