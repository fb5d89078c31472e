/**
 * @file venue.h
 * @brief Venues: where events take place and seat maps belong.
 */
#ifndef TICKETCORE_VENUE_H
#define TICKETCORE_VENUE_H

#include "command.h"
#include "snapshot.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Which fields an update changes; others stay. */
typedef enum tc_venue_field {
    TC_VENUE_FIELD_NAME = 1,          /**< `name` */
    TC_VENUE_FIELD_ADDRESS = 2,       /**< `address` */
    TC_VENUE_FIELD_CITY = 4,          /**< `city` */
    TC_VENUE_FIELD_COUNTRY = 8,       /**< `country` */
    TC_VENUE_FIELD_TIME_ZONE = 16,    /**< `time_zone` */
    TC_VENUE_FIELD_CAPACITY_NOTE = 32 /**< `capacity_note` */
} tc_venue_field;

/** A new venue. */
typedef struct tc_venue_create_request {
    uint32_t size;            /**< by ::TC_VENUE_CREATE_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    const char *name;         /**< 1 … ::TC_NAME_MAX bytes of UTF-8 */
    const char *address;      /**< street and number, at most ::TC_ADDRESS_MAX bytes; may be NULL */
    const char *city;         /**< at most ::TC_NAME_MAX bytes; may be NULL */
    const char *country;      /**< two capital letters (ISO 3166-1 alpha-2); may be NULL */
    const char *time_zone;    /**< IANA time-zone name such as "Europe/Berlin", at most
                                   ::TC_LABEL_MAX bytes; only its form is checked; may be NULL */
    const char *capacity_note; /**< free words such as "1,200 seated, 3,000 standing", at most
                                    ::TC_NAME_MAX bytes; may be NULL */
} tc_venue_create_request;

/** Initialiser of a ::tc_venue_create_request. */
#define TC_VENUE_CREATE_REQUEST_INIT                                                               \
    { sizeof(tc_venue_create_request), 0, {{0}}, NULL, NULL, NULL, NULL, NULL, NULL }

/** What making or changing a venue answers. */
typedef struct tc_venue_result {
    uint32_t size;     /**< by ::TC_VENUE_RESULT_INIT */
    uint32_t reserved; /**< 0 */
    uint64_t venue;    /**< id of the venue */
    uint64_t version;  /**< its version now; 0 when it was deleted */
} tc_venue_result;

/** Initialiser of a ::tc_venue_result. */
#define TC_VENUE_RESULT_INIT                                                                       \
    { sizeof(tc_venue_result), 0, 0, 0 }

/** A change of a venue. Only the fields named in `fields` change; of those, NULL clears. */
typedef struct tc_venue_update_request {
    uint32_t size;             /**< by ::TC_VENUE_UPDATE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t venue;            /**< id of the venue */
    uint64_t expected_version; /**< version it must have; 0: any */
    const char *name;          /**< as in ::tc_venue_create_request */
    const char *address;       /**< as in ::tc_venue_create_request */
    const char *city;          /**< as in ::tc_venue_create_request */
    const char *country;       /**< as in ::tc_venue_create_request */
    const char *time_zone;     /**< as in ::tc_venue_create_request */
    const char *capacity_note; /**< as in ::tc_venue_create_request */
    uint32_t fields;           /**< ::tc_venue_field values, or-ed; at least one */
    uint32_t reserved;         /**< must be 0 */
} tc_venue_update_request;

/** Initialiser of a ::tc_venue_update_request. */
#define TC_VENUE_UPDATE_REQUEST_INIT                                                               \
    { sizeof(tc_venue_update_request), 0, {{0}}, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0 }

/** Removal of a venue. */
typedef struct tc_venue_delete_request {
    uint32_t size;             /**< by ::TC_VENUE_DELETE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t venue;            /**< id of the venue */
    uint64_t expected_version; /**< version it must have; 0: any */
} tc_venue_delete_request;

/** Initialiser of a ::tc_venue_delete_request. */
#define TC_VENUE_DELETE_REQUEST_INIT                                                               \
    { sizeof(tc_venue_delete_request), 0, {{0}}, 0, 0 }

/** A venue as a snapshot shows it. Strings are never NULL and live as long as the snapshot. */
typedef struct tc_venue_view {
    uint32_t size;             /**< by ::TC_VENUE_VIEW_INIT */
    uint32_t reserved;         /**< 0 */
    uint64_t venue;            /**< id */
    uint64_t version;          /**< 1 at birth, +1 a change */
    int64_t created_at_ms;     /**< when it was made */
    int64_t updated_at_ms;     /**< when it was last changed */
    const char *name;          /**< its name */
    const char *address;       /**< "" when there is none */
    const char *city;          /**< "" when there is none */
    const char *country;       /**< "" when there is none */
    const char *time_zone;     /**< "" when there is none */
    const char *capacity_note; /**< "" when there is none */
} tc_venue_view;

/** Initialiser of a ::tc_venue_view. */
#define TC_VENUE_VIEW_INIT                                                                         \
    { sizeof(tc_venue_view), 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL }

/** Which venues to list, in order of id. */
typedef struct tc_venue_list_request {
    uint32_t size;       /**< by ::TC_VENUE_LIST_REQUEST_INIT */
    uint32_t flags;      /**< must be 0 */
    uint64_t after;      /**< `next` of the page before; 0: from the first */
    const char *country; /**< only of this country; NULL: of any */
    const char *text;    /**< only with a word of the name or city that begins so; NULL: any */
    uint32_t limit;      /**< most entries wanted; 0: as many as there is room for */
    uint32_t reserved;   /**< must be 0 */
} tc_venue_list_request;

/** Initialiser of a ::tc_venue_list_request. */
#define TC_VENUE_LIST_REQUEST_INIT                                                                 \
    { sizeof(tc_venue_list_request), 0, 0, NULL, NULL, 0, 0 }

/** One page of venues. */
typedef struct tc_venue_list_result {
    uint32_t size;            /**< by ::TC_VENUE_LIST_RESULT_INIT */
    uint32_t reserved;        /**< 0 */
    uint64_t next;            /**< cursor of the page after; 0: this was the last */
    tc_venue_view *venues;    /**< caller's room */
    uint32_t venues_capacity; /**< entries of room, at least 1 */
    uint32_t venues_count;    /**< entries written */
} tc_venue_list_result;

/** Initialiser of a ::tc_venue_list_result. */
#define TC_VENUE_LIST_RESULT_INIT                                                                  \
    { sizeof(tc_venue_list_result), 0, 0, NULL, 0, 0 }

/**
 * Make a venue.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK        made; version 1
 * @retval TC_E_INVALID a field is missing or malformed; nothing changed
 * @retval TC_E_LIMIT   a text is too long; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_venue_create(tc_engine *engine, const tc_venue_create_request *request,
                               tc_venue_result *result, tc_error *error);

/**
 * Change a venue.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          changed; the version went up by one
 * @retval TC_E_NOT_FOUND there is no such venue; nothing changed
 * @retval TC_E_VERSION   it has another version, told in the error; nothing changed
 * @retval TC_E_INVALID   a field is malformed or none is named; nothing changed
 * @retval TC_E_LIMIT     a text is too long; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_venue_update(tc_engine *engine, const tc_venue_update_request *request,
                               tc_venue_result *result, tc_error *error);

/**
 * Remove a venue that no event and no map uses.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          gone; its id is never used again
 * @retval TC_E_NOT_FOUND there is no such venue; nothing changed
 * @retval TC_E_VERSION   it has another version; nothing changed
 * @retval TC_E_IN_USE    an event or a map belongs to it, told in the error; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_venue_delete(tc_engine *engine, const tc_venue_delete_request *request,
                               tc_venue_result *result, tc_error *error);

/**
 * Read a venue.
 * @param snapshot an open snapshot
 * @param venue    id
 * @param[out] view caller-owned; its strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such venue
 * @retval TC_E_INVALID   NULL or a wrong size
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_venue_get(tc_snapshot *snapshot, uint64_t venue, tc_venue_view *view,
                            tc_error *error);

/**
 * List venues in order of id, one page a call.
 * @param snapshot an open snapshot
 * @param request  filters and cursor
 * @param result   caller's room; the views' strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        a page was written, perhaps an empty one
 * @retval TC_E_INVALID NULL, no room or a wrong size
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_venue_list(tc_snapshot *snapshot, const tc_venue_list_request *request,
                             tc_venue_list_result *result, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
