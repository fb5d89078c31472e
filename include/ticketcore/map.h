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
#include "map_seat.h"
#include "snapshot.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Rows in one map. */
#define TC_ROWS_MAX 250000
/** Seats in one row. */
#define TC_ROW_SEATS_MAX 10000
/** Standing areas in one map. */
#define TC_AREAS_MAX 1000
/** Points of the polygon of one standing area. */
#define TC_AREA_POINTS_MAX 200

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
