/**
 * @file map_seat.h
 * @brief The parts of a seat map: categories, sections, standing areas, seats; reading them.
 */
#ifndef TICKETCORE_MAP_SEAT_H
#define TICKETCORE_MAP_SEAT_H

#include "base.h"
#include "snapshot.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of a seat's own name (guid) in a map. */
#define TC_SEAT_NAME_MAX 126

/** Attributes of a seat. */
typedef enum tc_seat_flag {
    TC_SEAT_FLAG_ACCESSIBLE = 0x0001, /**< a wheelchair place, or reachable without steps */
    TC_SEAT_FLAG_COMPANION = 0x0002,  /**< for who comes with the person on an accessible seat */
    TC_SEAT_FLAG_RESTRICTED_VIEW = 0x0004, /**< one does not see everything from it */
    TC_SEAT_FLAG_AISLE_LEFT = 0x0008,      /**< an aisle, or a gap as wide as one, before it in its
                                                row */
    TC_SEAT_FLAG_AISLE_RIGHT = 0x0010,     /**< the same after it in its row */
    TC_SEAT_FLAG_TABLE = 0x0020,           /**< at a table or in a booth: its neighbours go round */
    TC_SEAT_FLAG_RETIRED = 0x8000          /**< the map no longer has it; its number is kept */
} tc_seat_flag;

/** A price category of a version of a map. */
typedef struct tc_map_category {
    uint32_t size;     /**< by ::TC_MAP_CATEGORY_INIT */
    uint32_t category; /**< number, from 1 */
    const char *name;  /**< its name */
    const char *color; /**< "#rrggbb" */
    uint32_t seats;    /**< seats of it */
    uint32_t reserved; /**< 0 */
} tc_map_category;

/** Initialiser of a ::tc_map_category. */
#define TC_MAP_CATEGORY_INIT                                                                       \
    { sizeof(tc_map_category), 0, NULL, NULL, 0, 0 }

/** A section of a version of a map. */
typedef struct tc_map_section {
    uint32_t size;    /**< by ::TC_MAP_SECTION_INIT */
    uint32_t section; /**< number, from 1 */
    const char *name; /**< its name */
    const char *zone; /**< its own id in the document (`zone_id`), or "" */
    uint32_t seats;   /**< seats in it */
    uint32_t rows;    /**< rows, tables and booths in it */
    int32_t min_x;    /**< left of the box around its seats, map units */
    int32_t min_y;    /**< top of it */
    int32_t max_x;    /**< right of it */
    int32_t max_y;    /**< bottom of it */
    int32_t focal_x;  /**< where its seats look */
    int32_t focal_y;  /**< where its seats look */
} tc_map_section;

/** Initialiser of a ::tc_map_section. */
#define TC_MAP_SECTION_INIT                                                                        \
    { sizeof(tc_map_section), 0, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0 }

/** A standing area of a version of a map: a proposal for a pool. */
typedef struct tc_map_area {
    uint32_t size;     /**< by ::TC_MAP_AREA_INIT */
    uint32_t area;     /**< number, from 1 */
    const char *name;  /**< its name */
    const char *zone;  /**< name of the section it lies in, or "" */
    uint32_t capacity; /**< places; 0: not said */
    uint32_t category; /**< price category; 0: none */
    int32_t x;         /**< middle of it, map units */
    int32_t y;         /**< middle of it */
} tc_map_area;

/** Initialiser of a ::tc_map_area. */
#define TC_MAP_AREA_INIT                                                                           \
    { sizeof(tc_map_area), 0, NULL, NULL, 0, 0, 0, 0 }

/** A seat of a version of a map. Strings are never NULL and live as long as the snapshot. */
typedef struct tc_map_seat {
    uint32_t size;             /**< by ::TC_MAP_SEAT_INIT */
    uint32_t seat;             /**< number, from 0: what holds and tickets use */
    const char *name;          /**< the map's own name for it */
    const char *section_label; /**< name of its section; "" when retired */
    const char *row_label;     /**< label of its row; "" when retired */
    const char *seat_label;    /**< its label in the row */
    uint32_t category;         /**< price category, from 1; 0 when retired */
    uint32_t section;          /**< section, from 1; 0 when retired */
    uint32_t row;              /**< row, from 0; UINT32_MAX when retired */
    uint32_t place;            /**< place in its row, from 0 */
    uint32_t seat_flags;       /**< ::tc_seat_flag values, or-ed */
    uint32_t left;             /**< neighbour before it; UINT32_MAX at an end or aisle */
    uint32_t right;            /**< neighbour after it; UINT32_MAX at an end or aisle */
    uint32_t focal_distance;   /**< to the focal point of its section, map units */
    int32_t x;                 /**< position, map units */
    int32_t y;                 /**< position, map units, growing downward */
} tc_map_seat;

/** Initialiser of a ::tc_map_seat. */
#define TC_MAP_SEAT_INIT                                                                           \
    { sizeof(tc_map_seat), 0, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/**
 * The price categories of a version of a map, in order of number.
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param categories  caller's room; may be NULL with capacity 0 to ask for the number
 * @param capacity    entries of room
 * @param[out] count  how many there are; as many as fit were written
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such map or version
 * @retval TC_E_INVALID   NULL
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_category_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                                    tc_map_category *categories, uint32_t capacity, uint32_t *count,
                                    tc_error *error);

/**
 * The sections of a version of a map, in order of number.
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param sections    caller's room; may be NULL with capacity 0 to ask for the number
 * @param capacity    entries of room
 * @param[out] count  how many there are; as many as fit were written
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such map or version
 * @retval TC_E_INVALID   NULL
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_section_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                                   tc_map_section *sections, uint32_t capacity, uint32_t *count,
                                   tc_error *error);

/**
 * The standing areas of a version of a map, in order of number. Make pools of them with
 * tc_pool_create().
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param areas       caller's room; may be NULL with capacity 0 to ask for the number
 * @param capacity    entries of room
 * @param[out] count  how many there are; as many as fit were written
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such map or version
 * @retval TC_E_INVALID   NULL
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_area_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                                tc_map_area *areas, uint32_t capacity, uint32_t *count,
                                tc_error *error);

/**
 * Seats of a version of a map, in order of number, from one number on. Retired ones included.
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param first       number of the first seat wanted
 * @param seats       caller's room
 * @param capacity    entries of room, at least 1
 * @param[out] count  entries written; fewer than `capacity` at the end
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such map or version
 * @retval TC_E_INVALID   NULL or no room
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_seat_list(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                                uint32_t first, tc_map_seat *seats, uint32_t capacity,
                                uint32_t *count, tc_error *error);

/**
 * Find a seat by the map's own name for it.
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param name        as in the document (`name`, `seat_guid`)
 * @param[out] seat   its number
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such map, version or seat, or the seat is retired
 * @retval TC_E_INVALID   NULL
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_seat_find(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                                const char *name, uint32_t *seat, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
