/**
 * @file availability.h
 * @brief What can be had: counts, a two-bit map, seats with versions, and what changed since.
 *
 * Everything here judges expiry at the snapshot's time: the seats of a hold that is dead at that
 * millisecond are free, with the version they have after the hold's end, whether or not anything
 * has swept it yet.
 *
 * The *inventory version* of an event grows by one with every changed seat. It is what a live page
 * remembers to ask tc_availability_since() next time.
 */
#ifndef TICKETCORE_AVAILABILITY_H
#define TICKETCORE_AVAILABILITY_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An event's seats and places, counted by state. */
typedef struct tc_availability {
    uint32_t size;              /**< sizeof(tc_availability), by ::TC_AVAILABILITY_INIT */
    uint32_t seats;             /**< seat numbers there are, retired ones included */
    uint64_t event;             /**< event id */
    uint64_t inventory_version; /**< of the event */
    uint32_t free;              /**< seats free */
    uint32_t held;              /**< seats held */
    uint32_t sold;              /**< seats sold */
    uint32_t blocked;           /**< seats blocked */
    uint32_t pools;             /**< pools there are */
    uint32_t reserved;          /**< 0 */
    uint64_t pool_capacity;     /**< places of all pools */
    uint64_t pool_held;         /**< places of pools held */
    uint64_t pool_sold;         /**< places of pools sold */
} tc_availability;

/** Initialiser of a ::tc_availability. */
#define TC_AVAILABILITY_INIT                                                                       \
    { sizeof(tc_availability), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** What tc_availability_counts() counts by. */
typedef enum tc_availability_by {
    TC_BY_CATEGORY = 1, /**< one count a category of the map, from 1 */
    TC_BY_SECTION = 2,  /**< one count a section of the map, from 1 */
    TC_BY_CHANNEL = 3   /**< one count a channel, 0 … ::TC_CHANNELS_MAX - 1 */
} tc_availability_by;

/** Seats of one category, section or channel by state. */
typedef struct tc_availability_count {
    uint32_t key;      /**< the category, section or channel */
    uint32_t free;     /**< seats free */
    uint32_t held;     /**< seats held */
    uint32_t sold;     /**< seats sold */
    uint32_t blocked;  /**< seats blocked */
    uint32_t reserved; /**< 0 */
} tc_availability_count;

/** One seat, decoded. Sixteen bits of state would do; two words make it quick. */
typedef struct tc_seat_status {
    uint32_t version; /**< what a command may expect */
    uint32_t state;   /**< a ::tc_seat_state */
} tc_seat_status;

/** One seat that changed. */
typedef struct tc_seat_change {
    uint32_t seat;    /**< number in the event */
    uint32_t version; /**< what it has now */
    uint32_t state;   /**< a ::tc_seat_state, as it is now */
} tc_seat_change;

/**
 * Count an event's seats and pool places by state.
 * @param snapshot     an open snapshot; its time judges expiry
 * @param event        event id
 * @param availability caller-owned; written only on ::TC_OK
 * @param error        may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL or a wrong size
 * @retval TC_E_NOT_FOUND no such event
 * @since 0.1
 */
TC_API int32_t tc_availability_get(tc_snapshot *snapshot, uint64_t event,
                                   tc_availability *availability, tc_error *error);

/**
 * Count an event's seats by state, for every category, section or channel.
 * @param snapshot an open snapshot; its time judges expiry
 * @param event    event id
 * @param by       a ::tc_availability_by
 * @param counts   caller's room for `capacity` counts, or NULL with capacity 0; in order of their
 * key
 * @param capacity entries of room
 * @param[out] count how many there are, however many fitted
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL, or an unknown `by`
 * @retval TC_E_NOT_FOUND no such event
 * @since 0.1
 */
TC_API int32_t tc_availability_counts(tc_snapshot *snapshot, uint64_t event, uint32_t by,
                                      tc_availability_count *counts, uint32_t capacity,
                                      uint32_t *count, tc_error *error);

/**
 * Copy the two-bit map of an event's seats: seat n is at bits 2·(n mod 4) … +1 of byte n div 4, and
 * reads 0 free, 1 held, 2 sold, 3 blocked or retired. Bits past the last seat are 0.
 * @param snapshot an open snapshot; its time judges expiry
 * @param event    event id
 * @param bits     caller's room, or NULL with capacity 0 to ask for the length
 * @param capacity bytes of room
 * @param[out] length bytes of the map, (seats + 3) div 4; written on success and on ::TC_E_BUFFER
 * @param[out] inventory_version of the event; may be NULL
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL
 * @retval TC_E_BUFFER    the room is too small; `length` says what is needed
 * @retval TC_E_NOT_FOUND no such event
 * @since 0.1
 */
TC_API int32_t tc_availability_map(tc_snapshot *snapshot, uint64_t event, uint8_t *bits,
                                   size_t capacity, size_t *length, uint64_t *inventory_version,
                                   tc_error *error);

/**
 * Read the state and version of many seats of an event in order of their number.
 * @param snapshot an open snapshot; its time judges expiry
 * @param event    event id
 * @param first    number of the first seat wanted
 * @param seats    caller's room for `capacity` seats, or NULL with capacity 0
 * @param capacity entries of room
 * @param[out] count seats from `first` to the last there is, however many fitted
 * @param[out] inventory_version of the event; may be NULL
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL
 * @retval TC_E_NOT_FOUND no such event
 * @since 0.1
 */
TC_API int32_t tc_availability_seats(tc_snapshot *snapshot, uint64_t event, uint32_t first,
                                     tc_seat_status *seats, uint32_t capacity, uint32_t *count,
                                     uint64_t *inventory_version, tc_error *error);

/**
 * What changed in an event since an inventory version, each seat once, in order of its number.
 *
 * The answer holds every seat that changed. While the changes since then are few (about 250) it
 * holds no other; when they are more it holds whole neighbourhoods of about 500 seats in which
 * something changed, so apply it without counting on a difference. Seats that dead holds give back
 * are in it too, again and again until the store is swept.
 * @param snapshot an open snapshot; its time judges expiry
 * @param event    event id
 * @param since    an inventory version had before; 0: every seat
 * @param changes  caller's room for `capacity` changes, or NULL with capacity 0
 * @param capacity entries of room
 * @param[out] count changes there are, however many fitted; when more than `capacity`, take all the
 *                 seats by tc_availability_seats() or call again with more room
 * @param[out] inventory_version to remember for the next call; not NULL
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_INVALID   NULL, or `since` lies in the future of the event
 * @retval TC_E_NOT_FOUND no such event
 * @since 0.1
 */
TC_API int32_t tc_availability_since(tc_snapshot *snapshot, uint64_t event, uint64_t since,
                                     tc_seat_change *changes, uint32_t capacity, uint32_t *count,
                                     uint64_t *inventory_version, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
