/**
 * @file event.h
 * @brief Events: what is sold, when, under which rules; listing and searching them.
 */
#ifndef TICKETCORE_EVENT_H
#define TICKETCORE_EVENT_H

#include "command.h"
#include "snapshot.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where an event is in its life. Seats can be held only while it is on sale. */
typedef enum tc_event_status {
    TC_EVENT_DRAFT = 1,     /**< being prepared */
    TC_EVENT_ON_SALE = 2,   /**< on sale within its sale window */
    TC_EVENT_PAUSED = 3,    /**< no new holds; live holds may still be paid */
    TC_EVENT_CANCELLED = 4, /**< it will not take place */
    TC_EVENT_ENDED = 5      /**< it is over */
} tc_event_status;

/** Rules of an event that are on or off. */
typedef enum tc_event_flag {
    TC_EVENT_ORPHAN_RULE = 1 /**< buyers' own picks may not leave a single seat either */
} tc_event_flag;

/** What becomes of money that was authorised after its hold had died. */
typedef enum tc_late_money {
    TC_LATE_MONEY_EQUIVALENT = 0, /**< the same seats if still free, else equivalent ones, else void
                                       or refund */
    TC_LATE_MONEY_SAME_SEATS = 1, /**< the same seats if still free, else void or refund */
    TC_LATE_MONEY_VOID = 2        /**< void or refund at once */
} tc_late_money;

/** How payments of an event are taken. */
typedef enum tc_capture {
    TC_CAPTURE_AFTER = 0,  /**< authorise, sell the seats, then capture */
    TC_CAPTURE_AT_ONCE = 1 /**< one charge: authorised and captured together */
} tc_capture;

/** Which fields an update changes; others stay. */
typedef enum tc_event_field {
    TC_EVENT_FIELD_NAME = 0x0001,            /**< `name` */
    TC_EVENT_FIELD_DESCRIPTION = 0x0002,     /**< `description` */
    TC_EVENT_FIELD_CATEGORY = 0x0004,        /**< `category` */
    TC_EVENT_FIELD_TAGS = 0x0008,            /**< `tags` and `tags_count`: the whole set */
    TC_EVENT_FIELD_VENUE = 0x0010,           /**< `venue` */
    TC_EVENT_FIELD_MAP = 0x0020,             /**< `map` and `map_version` */
    TC_EVENT_FIELD_TIMES = 0x0040,           /**< `starts_at_ms` and `ends_at_ms` */
    TC_EVENT_FIELD_SALE_WINDOW = 0x0080,     /**< `sale_from_ms` and `sale_until_ms` */
    TC_EVENT_FIELD_CURRENCY = 0x0100,        /**< `currency` */
    TC_EVENT_FIELD_STATUS = 0x0200,          /**< `status` */
    TC_EVENT_FIELD_RULES = 0x0400,           /**< `rules`, a set of ::tc_event_flag */
    TC_EVENT_FIELD_HOLD_TIMES = 0x0800,      /**< `hold_ttl_ms` and `hold_life_ms` */
    TC_EVENT_FIELD_LIMIT_PER_BUYER = 0x1000, /**< `limit_per_buyer` */
    TC_EVENT_FIELD_LIMIT_PER_ORDER = 0x2000, /**< `limit_per_order` */
    TC_EVENT_FIELD_LATE_MONEY = 0x4000,      /**< `late_money` */
    TC_EVENT_FIELD_CAPTURE = 0x8000          /**< `capture` */
} tc_event_field;

/** A new event. */
typedef struct tc_event_create_request {
    uint32_t size;            /**< by ::TC_EVENT_CREATE_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint64_t venue;           /**< where; 0: nowhere yet */
    uint64_t map;             /**< seat map; 0: no numbered seats */
    int64_t starts_at_ms;     /**< UTC milliseconds, at most ::TC_TIME_MS_MAX as every time; must be
                                   given */
    int64_t ends_at_ms;       /**< UTC milliseconds, not before the start; 0: not said */
    int64_t sale_from_ms;     /**< 0: at once */
    int64_t sale_until_ms;    /**< after `sale_from_ms`; 0: until it starts */
    int64_t hold_ttl_ms;      /**< life of a hold when its request says nothing, 1,000 …
                                   ::TC_HOLD_TTL_MS_MAX; 0: ::TC_HOLD_TTL_MS_DEFAULT */
    int64_t hold_life_ms;     /**< life of a hold with all extensions, `hold_ttl_ms` …
                                   ::TC_HOLD_TTL_MS_MAX; 0: ::TC_HOLD_LIFE_MS_DEFAULT */
    const char *name;         /**< 1 … ::TC_NAME_MAX bytes of UTF-8 */
    const char *description;  /**< at most ::TC_TEXT_MAX bytes; may be NULL */
    const char *category;    /**< kind or genre such as "concert", at most ::TC_LABEL_MAX bytes; may
                                  be NULL */
    const char *currency;    /**< three capital letters (ISO 4217); must be given */
    const char *const *tags; /**< `tags_count` texts of 1 … ::TC_LABEL_MAX bytes, no two equal */
    size_t tags_count;       /**< at most ::TC_TAGS_MAX */
    uint32_t map_version;    /**< published version of the map; 0: the newest published */
    uint32_t status;         /**< a ::tc_event_status; 0: ::TC_EVENT_DRAFT */
    uint32_t rules;          /**< ::tc_event_flag values, or-ed */
    uint32_t late_money;     /**< a ::tc_late_money */
    uint32_t capture;        /**< a ::tc_capture */
    uint32_t limit_per_buyer; /**< places one buyer may hold and own; 0: no limit */
    uint32_t limit_per_order; /**< places in one order; 0: no limit */
    uint32_t reserved;        /**< must be 0 */
} tc_event_create_request;

/** Initialiser of a ::tc_event_create_request. */
#define TC_EVENT_CREATE_REQUEST_INIT                                                               \
    {                                                                                              \
        sizeof(tc_event_create_request), 0, {{0}}, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL, \
            NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0                                                        \
    }

/** What making or changing an event answers. */
typedef struct tc_event_result {
    uint32_t size;        /**< by ::TC_EVENT_RESULT_INIT */
    uint32_t seats;       /**< seat numbers of its map, retired ones included; 0 without a map */
    uint64_t event;       /**< id of the event */
    uint64_t version;     /**< its version now; 0 when it was deleted */
    uint32_t map_version; /**< version of the map it uses; 0 without a map */
    uint32_t reserved;    /**< 0 */
} tc_event_result;

/** Initialiser of a ::tc_event_result. */
#define TC_EVENT_RESULT_INIT                                                                       \
    { sizeof(tc_event_result), 0, 0, 0, 0, 0 }

/** A change of an event. Only the fields named in `fields` change; of those, NULL and 0 mean what
 * they mean at creation. */
typedef struct tc_event_update_request {
    uint32_t size;             /**< by ::TC_EVENT_UPDATE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t event;            /**< id of the event */
    uint64_t expected_version; /**< version it must have; 0: any */
    uint64_t venue;            /**< as in ::tc_event_create_request */
    uint64_t map;              /**< as in ::tc_event_create_request */
    int64_t starts_at_ms;      /**< as in ::tc_event_create_request */
    int64_t ends_at_ms;        /**< as in ::tc_event_create_request */
    int64_t sale_from_ms;      /**< as in ::tc_event_create_request */
    int64_t sale_until_ms;     /**< as in ::tc_event_create_request */
    int64_t hold_ttl_ms;       /**< as in ::tc_event_create_request */
    int64_t hold_life_ms;      /**< as in ::tc_event_create_request */
    const char *name;          /**< as in ::tc_event_create_request */
    const char *description;   /**< as in ::tc_event_create_request */
    const char *category;      /**< as in ::tc_event_create_request */
    const char *currency;      /**< as in ::tc_event_create_request */
    const char *const *tags;   /**< as in ::tc_event_create_request */
    size_t tags_count;         /**< as in ::tc_event_create_request */
    uint32_t map_version;      /**< as in ::tc_event_create_request */
    uint32_t status;           /**< as in ::tc_event_create_request */
    uint32_t rules;            /**< as in ::tc_event_create_request */
    uint32_t late_money;       /**< as in ::tc_event_create_request */
    uint32_t capture;          /**< as in ::tc_event_create_request */
    uint32_t limit_per_buyer;  /**< as in ::tc_event_create_request */
    uint32_t limit_per_order;  /**< as in ::tc_event_create_request */
    uint32_t fields;           /**< ::tc_event_field values, or-ed; at least one */
} tc_event_update_request;

/** Initialiser of a ::tc_event_update_request. */
#define TC_EVENT_UPDATE_REQUEST_INIT                                                               \
    {                                                                                              \
        sizeof(tc_event_update_request), 0, {{0}}, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, \
            NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0                                                  \
    }

/** Removal of an event. */
typedef struct tc_event_delete_request {
    uint32_t size;             /**< by ::TC_EVENT_DELETE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t event;            /**< id of the event */
    uint64_t expected_version; /**< version it must have; 0: any */
} tc_event_delete_request;

/** Initialiser of a ::tc_event_delete_request. */
#define TC_EVENT_DELETE_REQUEST_INIT                                                               \
    { sizeof(tc_event_delete_request), 0, {{0}}, 0, 0 }

/** An event as a snapshot shows it. Strings are never NULL and live as long as the snapshot. */
typedef struct tc_event_view {
    uint32_t size;            /**< by ::TC_EVENT_VIEW_INIT */
    uint32_t status;          /**< a ::tc_event_status */
    uint64_t event;           /**< id */
    uint64_t version;         /**< 1 at birth, +1 a change */
    uint64_t venue;           /**< 0: none */
    uint64_t map;             /**< 0: none */
    int64_t created_at_ms;    /**< when it was made */
    int64_t updated_at_ms;    /**< when it was last changed */
    int64_t starts_at_ms;     /**< UTC milliseconds */
    int64_t ends_at_ms;       /**< 0: not said */
    int64_t sale_from_ms;     /**< 0: at once */
    int64_t sale_until_ms;    /**< 0: until it starts */
    int64_t hold_ttl_ms;      /**< life of a hold when its request says nothing */
    int64_t hold_life_ms;     /**< life of a hold with all extensions */
    const char *name;         /**< its name */
    const char *description;  /**< "" when there is none */
    const char *category;     /**< "" when there is none */
    const char *venue_name;   /**< "" when there is no venue */
    const char *const *tags;  /**< `tags_count` texts, sorted by bytes */
    size_t tags_count;        /**< number of tags */
    uint32_t map_version;     /**< 0 without a map */
    uint32_t seats;           /**< seat numbers of its map, retired ones included */
    uint32_t rules;           /**< ::tc_event_flag values, or-ed */
    uint32_t late_money;      /**< a ::tc_late_money */
    uint32_t capture;         /**< a ::tc_capture */
    uint32_t limit_per_buyer; /**< 0: no limit */
    uint32_t limit_per_order; /**< 0: no limit */
    uint32_t on_sale;         /**< 1: on sale at the snapshot's moment by status and sale window */
    char currency[8];         /**< ISO 4217 code with its NUL */
} tc_event_view;

/** Initialiser of a ::tc_event_view. */
#define TC_EVENT_VIEW_INIT                                                                         \
    {                                                                                              \
        sizeof(tc_event_view), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL,      \
            NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, {                                                     \
            0                                                                                      \
        }                                                                                          \
    }

/** A place in a list of events. Opaque; all zero is the beginning. It stays good when events come
 * and go between pages: nothing is shown twice or left out unless its own start was moved. */
typedef struct tc_event_cursor {
    uint8_t bytes[16]; /**< opaque */
} tc_event_cursor;

/** Which events to list. All filters given must hold. Order: by start, then id. */
typedef struct tc_event_list_request {
    uint32_t size;           /**< by ::TC_EVENT_LIST_REQUEST_INIT */
    uint32_t flags;          /**< must be 0 */
    tc_event_cursor after;   /**< `next` of the page before; all zero: from the first */
    uint64_t venue;          /**< only at this venue; 0: at any */
    int64_t starts_from_ms;  /**< only those that start then or later; 0: no bound */
    int64_t starts_until_ms; /**< only those that start before then; 0: no bound */
    const char *category;    /**< only of this category, compared by bytes; NULL: of any */
    const char *tag;         /**< only with this tag, compared by bytes; NULL: any */
    const char *text;        /**< only those whose name has, for each word given, a word that begins
                                  so. Case does not matter for ASCII, Latin-1, Greek and Cyrillic
                                  letters; accents do. NULL: any */
    uint32_t statuses;       /**< bits `1 << status` of the ::tc_event_status wanted; 0: all */
    uint32_t limit;          /**< most entries wanted; 0: as many as there is room for */
} tc_event_list_request;

/** Initialiser of a ::tc_event_list_request. */
#define TC_EVENT_LIST_REQUEST_INIT                                                                 \
    { sizeof(tc_event_list_request), 0, {{0}}, 0, 0, 0, NULL, NULL, NULL, 0, 0 }

/** One page of events. */
typedef struct tc_event_list_result {
    uint32_t size;            /**< by ::TC_EVENT_LIST_RESULT_INIT */
    uint32_t more;            /**< 1: there are more, from `next` on */
    tc_event_cursor next;     /**< cursor of the page after */
    tc_event_view *events;    /**< caller's room */
    uint32_t events_capacity; /**< entries of room, at least 1 */
    uint32_t events_count;    /**< entries written */
} tc_event_list_result;

/** Initialiser of a ::tc_event_list_result. */
#define TC_EVENT_LIST_RESULT_INIT                                                                  \
    { sizeof(tc_event_list_result), 0, {{0}}, NULL, 0, 0 }

/**
 * Make an event, with all seats of its map free.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          made; version 1
 * @retval TC_E_NOT_FOUND there is no such venue, map or version of it; nothing changed
 * @retval TC_E_STATE     the map's version is a draft, or none is published; nothing changed
 * @retval TC_E_INVALID   a field is missing or out of range; nothing changed
 * @retval TC_E_LIMIT     a text is too long, there are too many tags, or a time is after
 *                        ::TC_TIME_MS_MAX; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_event_create(tc_engine *engine, const tc_event_create_request *request,
                               tc_event_result *result, tc_error *error);

/**
 * Change an event. Another map, or another version of it, is taken only if every held and sold seat
 * is still there under its name; other seats keep their numbers by name within versions of one map.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure; its conflicts name the seats in the way
 * @retval TC_OK             changed; the version went up by one
 * @retval TC_E_NOT_FOUND    there is no such event, venue, map or version; nothing changed
 * @retval TC_E_VERSION      it has another version, told in the error; nothing changed
 * @retval TC_E_STATE        the map's version is a draft; nothing changed
 * @retval TC_E_SEATS_IN_USE the new map drops held or sold seats; nothing changed
 * @retval TC_E_SOLD         the currency cannot change once anything was sold; nothing changed
 * @retval TC_E_IN_USE       the currency cannot change while holds are live or a ticket type has a
 * price or fee in it, or a ticket type is for a category that another map lacks; nothing changed
 * @retval TC_E_INVALID      a field is out of range or none is named; nothing changed
 * @retval TC_E_LIMIT        a text is too long, there are too many tags, or a time is after
 *                           ::TC_TIME_MS_MAX; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_event_update(tc_engine *engine, const tc_event_update_request *request,
                               tc_event_result *result, tc_error *error);

/**
 * Remove an event with its seats, pools and ticket types.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          gone; its id is never used again
 * @retval TC_E_NOT_FOUND there is no such event; nothing changed
 * @retval TC_E_VERSION   it has another version; nothing changed
 * @retval TC_E_SOLD      something of it was sold, even if returned since: cancel it instead;
 *                        nothing changed
 * @retval TC_E_IN_USE    holds on it are live; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_event_delete(tc_engine *engine, const tc_event_delete_request *request,
                               tc_event_result *result, tc_error *error);

/**
 * Read an event.
 * @param snapshot an open snapshot
 * @param event    id
 * @param[out] view caller-owned; its strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such event
 * @retval TC_E_INVALID   NULL or a wrong size
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_event_get(tc_snapshot *snapshot, uint64_t event, tc_event_view *view,
                            tc_error *error);

/**
 * List or search events, one page a call. Venue, category, tag and time use an index in the order
 * of the list; `text` looks through all events that have its longest word.
 * @param snapshot an open snapshot
 * @param request  filters and cursor
 * @param result   caller's room; the views' strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK        a page was written, perhaps an empty one
 * @retval TC_E_INVALID NULL, no room, a wrong size or a text without a word
 * @retval TC_E_LIMIT   a text is too long or a time is after ::TC_TIME_MS_MAX
 * @retval TC_E_NOMEM   nothing was written
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_event_list(tc_snapshot *snapshot, const tc_event_list_request *request,
                             tc_event_list_result *result, tc_error *error);

/**
 * Draw an event's house as SVG 1.1: its map with every seat by its state.
 * @param snapshot an open snapshot
 * @param event    id; it must have a map
 * @param buffer   caller's room, or NULL with capacity 0 to ask for the length
 * @param capacity bytes of room, for the text and its NUL
 * @param[out] length bytes of the text without its NUL; written on success and on ::TC_E_BUFFER
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_BUFFER    the room is too small; `length` says what is needed
 * @retval TC_E_NOT_FOUND there is no such event, or it has no map
 * @retval TC_E_INVALID   NULL
 * @retval TC_E_NOMEM     nothing was written
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_event_svg(tc_snapshot *snapshot, uint64_t event, char *buffer, size_t capacity,
                            size_t *length, tc_error *error);

/**
 * Find a seat of an event by the map's own name for it.
 * @param snapshot an open snapshot
 * @param event    id; it must have a map
 * @param name     as in the imported document (`name`, `seat_guid`)
 * @param[out] seat its number, what holds and tickets use
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such event or seat, or the seat is retired
 * @retval TC_E_INVALID   NULL
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_event_seat_find(tc_snapshot *snapshot, uint64_t event, const char *name,
                                  uint32_t *seat, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
