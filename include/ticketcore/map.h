/**
 * @file map.h
 * @brief Seat maps: importing, checking, versions, reading, exporting and drawing them.
 *
 * A map has versions. Each is a draft until it is published; only published ones serve events. A
 * seat keeps its number over all versions of a map for as long as its name stays; the number of a
 * seat that goes is retired, and comes back only with the name. Price categories keep their numbers
 * in the same way; one that goes stays in the list without seats. The forms are described in the
 * guide "Seat maps".
 */
#ifndef TICKETCORE_MAP_H
#define TICKETCORE_MAP_H

#include "command.h"
#include "snapshot.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Bytes of a seat's own name (guid) in a map. */
#define TC_SEAT_NAME_MAX 126
/** Rows in one map. */
#define TC_ROWS_MAX 250000
/** Seats in one row. */
#define TC_ROW_SEATS_MAX 10000
/** Standing areas in one map. */
#define TC_AREAS_MAX 1000
/** Points of the polygon of one standing area. */
#define TC_AREA_POINTS_MAX 200

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

/** What the seats of a row stand along. */
typedef enum tc_row_kind {
    TC_ROW_LINE = 0,  /**< a line or curve with two ends */
    TC_ROW_TABLE = 1, /**< around a table */
    TC_ROW_BOOTH = 2  /**< around the table of a booth */
} tc_row_kind;

/** The form of a map document. */
typedef enum tc_map_form {
    TC_MAP_FORM_AUTO = 0,       /**< JSON with `zones`: seating plan; other JSON: ours; else CSV */
    TC_MAP_FORM_TICKETCORE = 1, /**< our own JSON form */
    TC_MAP_FORM_PRETIX = 2,     /**< the seating-plan JSON of pretix */
    TC_MAP_FORM_CSV = 3         /**< comma-separated values (RFC 4180) with a header line */
} tc_map_form;

/** Where a version of a map is in its life. */
typedef enum tc_map_status {
    TC_MAP_DRAFT = 1,    /**< not yet for events */
    TC_MAP_PUBLISHED = 2 /**< events may use it; it never changes again */
} tc_map_status;

/** A new map, as a draft, from a document. */
typedef struct tc_map_create_request {
    uint32_t size;            /**< by ::TC_MAP_CREATE_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint64_t venue;           /**< the venue it belongs to; 0: none */
    const char *name;         /**< at most ::TC_NAME_MAX bytes; NULL: the document's own */
    const char *text;         /**< the document, UTF-8; need not end in NUL */
    size_t text_bytes;        /**< 1 … ::TC_IMPORT_BYTES_MAX */
    size_t reserved_bytes;    /**< must be 0 */
    uint32_t form;            /**< a ::tc_map_form */
    uint32_t reserved;        /**< must be 0 */
} tc_map_create_request;

/** Initialiser of a ::tc_map_create_request. */
#define TC_MAP_CREATE_REQUEST_INIT                                                                 \
    { sizeof(tc_map_create_request), 0, {{0}}, 0, NULL, NULL, 0, 0, 0, 0 }

/** What importing, publishing or deleting a map answers. */
typedef struct tc_map_result {
    uint32_t size;          /**< by ::TC_MAP_RESULT_INIT */
    uint32_t map_version;   /**< the version it was about, from 1; 0 when the map was deleted */
    uint64_t map;           /**< id of the map */
    uint64_t version;       /**< version of the map object, for `expected_version`; 0: deleted */
    uint32_t seats;         /**< seats in this version */
    uint32_t seats_added;   /**< of them, new against the version before */
    uint32_t seats_retired; /**< numbers of seats no longer there, of all versions */
    uint32_t seat_numbers;  /**< seats + seats_retired: numbers run from 0 to this, exclusive */
} tc_map_result;

/** Initialiser of a ::tc_map_result. */
#define TC_MAP_RESULT_INIT                                                                         \
    { sizeof(tc_map_result), 0, 0, 0, 0, 0, 0, 0 }

/** A new draft version of a map, from a document. */
typedef struct tc_map_update_request {
    uint32_t size;             /**< by ::TC_MAP_UPDATE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t map;              /**< id of the map */
    uint64_t expected_version; /**< version the map object must have; 0: any */
    const char *name;          /**< at most ::TC_NAME_MAX bytes; NULL: as it was */
    const char *text;          /**< the document, UTF-8; need not end in NUL */
    size_t text_bytes;         /**< 1 … ::TC_IMPORT_BYTES_MAX */
    size_t reserved_bytes;     /**< must be 0 */
    uint32_t form;             /**< a ::tc_map_form */
    uint32_t reserved;         /**< must be 0 */
} tc_map_update_request;

/** Initialiser of a ::tc_map_update_request. */
#define TC_MAP_UPDATE_REQUEST_INIT                                                                 \
    { sizeof(tc_map_update_request), 0, {{0}}, 0, 0, NULL, NULL, 0, 0, 0, 0 }

/** Publication of a draft. */
typedef struct tc_map_publish_request {
    uint32_t size;             /**< by ::TC_MAP_PUBLISH_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t map;              /**< id of the map */
    uint64_t expected_version; /**< version the map object must have; 0: any */
    uint32_t map_version;      /**< the draft; 0: the newest version */
    uint32_t reserved;         /**< must be 0 */
} tc_map_publish_request;

/** Initialiser of a ::tc_map_publish_request. */
#define TC_MAP_PUBLISH_REQUEST_INIT                                                                \
    { sizeof(tc_map_publish_request), 0, {{0}}, 0, 0, 0, 0 }

/** Removal of a map with all its versions. */
typedef struct tc_map_delete_request {
    uint32_t size;             /**< by ::TC_MAP_DELETE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t map;              /**< id of the map */
    uint64_t expected_version; /**< version the map object must have; 0: any */
} tc_map_delete_request;

/** Initialiser of a ::tc_map_delete_request. */
#define TC_MAP_DELETE_REQUEST_INIT                                                                 \
    { sizeof(tc_map_delete_request), 0, {{0}}, 0, 0 }

/** One version of a map as a snapshot shows it. Strings are never NULL and live as long as the
 * snapshot. Positions are in map units: the document's numbers times its `scale`, rounded. */
typedef struct tc_map_view {
    uint32_t size;           /**< by ::TC_MAP_VIEW_INIT */
    uint32_t status;         /**< a ::tc_map_status, of this version */
    uint64_t map;            /**< id */
    uint64_t version;        /**< version of the map object, for `expected_version` */
    uint64_t venue;          /**< 0: none */
    int64_t created_at_ms;   /**< when this version was imported */
    int64_t published_at_ms; /**< when this version was published; 0: never */
    const char *name;        /**< the map's name */
    const char *units;    /**< what one unit of the document is, such as "cm"; "" when not said */
    uint32_t map_version; /**< this version, from 1 */
    uint32_t newest_version;    /**< the newest there is */
    uint32_t published_version; /**< the newest published; 0: none */
    uint32_t seats;             /**< seats in this version */
    uint32_t seats_retired;     /**< numbers of seats no longer there */
    uint32_t seat_numbers;      /**< seats + seats_retired */
    uint32_t rows;              /**< rows, tables and booths */
    uint32_t categories;        /**< price categories */
    uint32_t sections;          /**< sections */
    uint32_t areas;             /**< standing areas */
    int32_t min_x;              /**< left of the box around all seats and areas */
    int32_t min_y;              /**< top of it */
    int32_t max_x;              /**< right of it */
    int32_t max_y;              /**< bottom of it */
    int32_t focal_x;            /**< focal point of the map, where everyone looks */
    int32_t focal_y;            /**< focal point of the map */
} tc_map_view;

/** Initialiser of a ::tc_map_view. */
#define TC_MAP_VIEW_INIT                                                                           \
    {                                                                                              \
        sizeof(tc_map_view), 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,  \
            0, 0, 0                                                                                \
    }

/** Which maps to list, in order of id. Each is shown in its newest version. */
typedef struct tc_map_list_request {
    uint32_t size;     /**< by ::TC_MAP_LIST_REQUEST_INIT */
    uint32_t flags;    /**< must be 0 */
    uint64_t after;    /**< `next` of the page before; 0: from the first */
    uint64_t venue;    /**< only of this venue; 0: of any */
    uint32_t limit;    /**< most entries wanted; 0: as many as there is room for */
    uint32_t reserved; /**< must be 0 */
} tc_map_list_request;

/** Initialiser of a ::tc_map_list_request. */
#define TC_MAP_LIST_REQUEST_INIT                                                                   \
    { sizeof(tc_map_list_request), 0, 0, 0, 0, 0 }

/** One page of maps. */
typedef struct tc_map_list_result {
    uint32_t size;          /**< by ::TC_MAP_LIST_RESULT_INIT */
    uint32_t reserved;      /**< 0 */
    uint64_t next;          /**< cursor of the page after; 0: this was the last */
    tc_map_view *maps;      /**< caller's room */
    uint32_t maps_capacity; /**< entries of room, at least 1 */
    uint32_t maps_count;    /**< entries written */
} tc_map_list_result;

/** Initialiser of a ::tc_map_list_result. */
#define TC_MAP_LIST_RESULT_INIT                                                                    \
    { sizeof(tc_map_list_result), 0, 0, NULL, 0, 0 }

/** What a document holds, found by tc_map_validate(). */
typedef struct tc_map_report {
    uint32_t size;       /**< by ::TC_MAP_REPORT_INIT */
    uint32_t form;       /**< the ::tc_map_form it is in */
    uint32_t seats;      /**< seats */
    uint32_t rows;       /**< rows, tables and booths */
    uint32_t sections;   /**< sections */
    uint32_t categories; /**< price categories */
    uint32_t areas;      /**< standing areas */
    uint32_t aisles;     /**< places in rows where neighbours are parted by an aisle or a gap */
    uint32_t accessible; /**< accessible seats */
    uint32_t companion;  /**< companion seats */
    uint32_t restricted_view;   /**< seats with restricted view */
    uint32_t reserved;          /**< 0 */
    uint64_t area_capacity;     /**< places in standing areas together */
    int32_t min_x;              /**< left of the box around everything, map units */
    int32_t min_y;              /**< top of it */
    int32_t max_x;              /**< right of it */
    int32_t max_y;              /**< bottom of it */
    char name[TC_NAME_MAX + 8]; /**< the document's own name for the map, or "" */
} tc_map_report;

/** Initialiser of a ::tc_map_report. */
#define TC_MAP_REPORT_INIT                                                                         \
    {                                                                                              \
        sizeof(tc_map_report), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, {                   \
            0                                                                                      \
        }                                                                                          \
    }

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
 * Import a document as a new map. Its version 1 is a draft.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          imported
 * @retval TC_E_PARSE     the document is malformed: `line`, `field` (where it says so, such as
 *                        "zones[2].rows[5].seats[3].category") and the reason; nothing changed
 * @retval TC_E_LIMIT     a stated limit is exceeded, told like that; nothing changed
 * @retval TC_E_NOT_FOUND there is no such venue; nothing changed
 * @retval TC_E_INVALID   an argument is missing or out of range; nothing changed
 * @retval TC_E_NOMEM     nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_map_create(tc_engine *engine, const tc_map_create_request *request,
                             tc_map_result *result, tc_error *error);

/**
 * Import a document as the next version of a map, a draft. Seats keep their numbers by name.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          imported
 * @retval TC_E_PARSE     as tc_map_create(); nothing changed
 * @retval TC_E_LIMIT     as tc_map_create(), or retired numbers and seats together are more than
 *                        ::TC_SEATS_MAX; nothing changed
 * @retval TC_E_NOT_FOUND there is no such map; nothing changed
 * @retval TC_E_VERSION   it has another version, told in the error; nothing changed
 * @retval TC_E_INVALID   an argument is missing or out of range; nothing changed
 * @retval TC_E_NOMEM     nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_map_update(tc_engine *engine, const tc_map_update_request *request,
                             tc_map_result *result, tc_error *error);

/**
 * Publish a draft, so that events may use it.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          published
 * @retval TC_E_NOT_FOUND there is no such map or version; nothing changed
 * @retval TC_E_STATE     it is published already; nothing changed
 * @retval TC_E_VERSION   the map has another version, told in the error; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_map_publish(tc_engine *engine, const tc_map_publish_request *request,
                              tc_map_result *result, tc_error *error);

/**
 * Remove a map with all its versions. Refused while an event uses any of them.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          gone; its id is never used again
 * @retval TC_E_NOT_FOUND there is no such map; nothing changed
 * @retval TC_E_VERSION   it has another version; nothing changed
 * @retval TC_E_IN_USE    an event uses it, told in the error; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_map_delete(tc_engine *engine, const tc_map_delete_request *request,
                             tc_map_result *result, tc_error *error);

/**
 * Check a document without a store: everything tc_map_create() checks.
 * @param text       the document, UTF-8; need not end in NUL; read only during the call
 * @param text_bytes 1 … ::TC_IMPORT_BYTES_MAX
 * @param form       a ::tc_map_form
 * @param report     caller-owned, or NULL; written only on ::TC_OK
 * @param error      may be NULL; written only on failure
 * @retval TC_OK        it could be imported
 * @retval TC_E_PARSE   malformed: `line`, `field` and the reason
 * @retval TC_E_LIMIT   a stated limit is exceeded
 * @retval TC_E_INVALID an argument is missing or out of range
 * @retval TC_E_NOMEM   not checked
 * @since 0.1
 */
TC_API int32_t tc_map_validate(const char *text, size_t text_bytes, uint32_t form,
                               tc_map_report *report, tc_error *error);

/**
 * Read one version of a map.
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param[out] view   caller-owned; its strings live as long as the snapshot
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such map or version
 * @retval TC_E_INVALID   NULL or a wrong size
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_get(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                          tc_map_view *view, tc_error *error);

/**
 * List maps in order of id, one page a call.
 * @param snapshot an open snapshot
 * @param request  filters and cursor
 * @param result   caller's room; the views' strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        a page was written, perhaps an empty one
 * @retval TC_E_INVALID NULL, no room or a wrong size
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_list(tc_snapshot *snapshot, const tc_map_list_request *request,
                           tc_map_list_result *result, tc_error *error);

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

/**
 * Write a version of a map in our own JSON form. Imported again it gives the same layout.
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param buffer      caller's room, or NULL with capacity 0 to ask for the length
 * @param capacity    bytes of room, for the text and its NUL
 * @param[out] length bytes of the text without its NUL; written on success and on ::TC_E_BUFFER
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_BUFFER    the room is too small; `length` says what is needed
 * @retval TC_E_NOT_FOUND there is no such map or version
 * @retval TC_E_INVALID   NULL
 * @retval TC_E_NOMEM     nothing was written
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_export(tc_snapshot *snapshot, uint64_t map, uint32_t map_version,
                             char *buffer, size_t capacity, size_t *length, tc_error *error);

/**
 * Draw a version of a map as SVG 1.1: seats in their categories' colours, rows, sections, legend.
 * @param snapshot    an open snapshot
 * @param map         id
 * @param map_version version; 0: the newest
 * @param buffer      caller's room, or NULL with capacity 0 to ask for the length
 * @param capacity    bytes of room, for the text and its NUL
 * @param[out] length bytes of the text without its NUL; written on success and on ::TC_E_BUFFER
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_BUFFER    the room is too small; `length` says what is needed
 * @retval TC_E_NOT_FOUND there is no such map or version
 * @retval TC_E_INVALID   NULL
 * @retval TC_E_NOMEM     nothing was written
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_map_svg(tc_snapshot *snapshot, uint64_t map, uint32_t map_version, char *buffer,
                          size_t capacity, size_t *length, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
