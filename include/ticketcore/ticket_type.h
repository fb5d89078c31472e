/**
 * @file ticket_type.h
 * @brief Ticket types: what a place costs, to whom and when. The currency is the event's.
 */
#ifndef TICKETCORE_TICKET_TYPE_H
#define TICKETCORE_TICKET_TYPE_H

#include "command.h"
#include "snapshot.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Whether a ticket type can be bought. */
typedef enum tc_ticket_type_status {
    TC_TICKET_TYPE_OFF = 0,    /**< not for sale; what was sold stays good */
    TC_TICKET_TYPE_ON_SALE = 1 /**< for sale within its window */
} tc_ticket_type_status;

/** Which fields an update changes; others stay. */
typedef enum tc_ticket_type_field {
    TC_TICKET_TYPE_FIELD_NAME = 0x001,        /**< `name` */
    TC_TICKET_TYPE_FIELD_DESCRIPTION = 0x002, /**< `description` */
    TC_TICKET_TYPE_FIELD_PLACE = 0x004,       /**< `category` and `pool` */
    TC_TICKET_TYPE_FIELD_CHANNELS = 0x008,    /**< `channels` */
    TC_TICKET_TYPE_FIELD_PRICE = 0x010,       /**< `price_minor` and `fee_minor` */
    TC_TICKET_TYPE_FIELD_TAX = 0x020,         /**< `tax_bp` and `tax_inclusive` */
    TC_TICKET_TYPE_FIELD_SALE_WINDOW = 0x040, /**< `sale_from_ms` and `sale_until_ms` */
    TC_TICKET_TYPE_FIELD_PER_ORDER = 0x080,   /**< `min_per_order` and `max_per_order` */
    TC_TICKET_TYPE_FIELD_STATUS = 0x100       /**< `status` */
} tc_ticket_type_field;

/** A new ticket type of an event. */
typedef struct tc_ticket_type_create_request {
    uint32_t size;            /**< by ::TC_TICKET_TYPE_CREATE_REQUEST_INIT */
    uint32_t flags;           /**< must be 0 */
    tc_request_id request_id; /**< all zero: none */
    uint64_t event;           /**< id of the event */
    int64_t price_minor;      /**< price of one, 0 … ::TC_AMOUNT_MAX minor units */
    int64_t fee_minor;        /**< fee on top of one, 0 … ::TC_AMOUNT_MAX minor units */
    int64_t sale_from_ms;     /**< 0: with the event */
    int64_t sale_until_ms;    /**< after `sale_from_ms`; 0: with the event */
    const char *name;         /**< 1 … ::TC_NAME_MAX bytes of UTF-8 */
    const char *description;  /**< at most ::TC_TEXT_MAX bytes; may be NULL */
    uint32_t category;      /**< number of the map's category it is for, from 1; 0: any. Numbers are
                                 those of tc_map_category_list() */
    uint32_t pool;          /**< pool it draws on (general admission); 0: it is for a seat */
    uint32_t channels;      /**< bit `1 << channel` for each it is sold through, 16 bits; 0: all */
    uint32_t tax_bp;        /**< tax in basis points, 0 … 100,000 (1,900 is 19 %) */
    uint32_t tax_inclusive; /**< 1: price and fee contain the tax; 0: it is added */
    uint32_t min_per_order; /**< fewest of it in an order that has any; 0: no such rule */
    uint32_t max_per_order; /**< most of it in an order; 0: no such rule */
    uint32_t status; /**< a ::tc_ticket_type_status; ::TC_TICKET_TYPE_CREATE_REQUEST_INIT says
                          on sale */
} tc_ticket_type_create_request;

/** Initialiser of a ::tc_ticket_type_create_request. */
#define TC_TICKET_TYPE_CREATE_REQUEST_INIT                                                         \
    {                                                                                              \
        sizeof(tc_ticket_type_create_request), 0, {{0}}, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, \
            0, 0, TC_TICKET_TYPE_ON_SALE                                                           \
    }

/** What making or changing a ticket type answers. */
typedef struct tc_ticket_type_result {
    uint32_t size;        /**< by ::TC_TICKET_TYPE_RESULT_INIT */
    uint32_t ticket_type; /**< its number in the event, from 1 */
    uint64_t event;       /**< the event */
    uint64_t version;     /**< its version now; 0 when it was deleted */
} tc_ticket_type_result;

/** Initialiser of a ::tc_ticket_type_result. */
#define TC_TICKET_TYPE_RESULT_INIT                                                                 \
    { sizeof(tc_ticket_type_result), 0, 0, 0 }

/** A change of a ticket type. Only the fields named in `fields` change. Orders that were made keep
 * the price they froze. */
typedef struct tc_ticket_type_update_request {
    uint32_t size;             /**< by ::TC_TICKET_TYPE_UPDATE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t event;            /**< id of the event */
    uint64_t expected_version; /**< version the ticket type must have; 0: any */
    int64_t price_minor;       /**< as in ::tc_ticket_type_create_request */
    int64_t fee_minor;         /**< as in ::tc_ticket_type_create_request */
    int64_t sale_from_ms;      /**< as in ::tc_ticket_type_create_request */
    int64_t sale_until_ms;     /**< as in ::tc_ticket_type_create_request */
    const char *name;          /**< as in ::tc_ticket_type_create_request */
    const char *description;   /**< as in ::tc_ticket_type_create_request */
    uint32_t ticket_type;      /**< number of the ticket type in the event */
    uint32_t category;         /**< as in ::tc_ticket_type_create_request */
    uint32_t pool;             /**< as in ::tc_ticket_type_create_request */
    uint32_t channels;         /**< as in ::tc_ticket_type_create_request */
    uint32_t tax_bp;           /**< as in ::tc_ticket_type_create_request */
    uint32_t tax_inclusive;    /**< as in ::tc_ticket_type_create_request */
    uint32_t min_per_order;    /**< as in ::tc_ticket_type_create_request */
    uint32_t max_per_order;    /**< as in ::tc_ticket_type_create_request */
    uint32_t status;           /**< as in ::tc_ticket_type_create_request */
    uint32_t fields;           /**< ::tc_ticket_type_field values, or-ed; at least one */
} tc_ticket_type_update_request;

/** Initialiser of a ::tc_ticket_type_update_request. */
#define TC_TICKET_TYPE_UPDATE_REQUEST_INIT                                                         \
    {                                                                                              \
        sizeof(tc_ticket_type_update_request), 0, {{0}}, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, \
            0, 0, 0, 0, 0, 0                                                                       \
    }

/** Removal of a ticket type. */
typedef struct tc_ticket_type_delete_request {
    uint32_t size;             /**< by ::TC_TICKET_TYPE_DELETE_REQUEST_INIT */
    uint32_t flags;            /**< must be 0 */
    tc_request_id request_id;  /**< all zero: none */
    uint64_t event;            /**< id of the event */
    uint64_t expected_version; /**< version the ticket type must have; 0: any */
    uint32_t ticket_type;      /**< number of the ticket type in the event */
    uint32_t reserved;         /**< must be 0 */
} tc_ticket_type_delete_request;

/** Initialiser of a ::tc_ticket_type_delete_request. */
#define TC_TICKET_TYPE_DELETE_REQUEST_INIT                                                         \
    { sizeof(tc_ticket_type_delete_request), 0, {{0}}, 0, 0, 0, 0 }

/** A ticket type as a snapshot shows it. Strings are never NULL and live as long as the snapshot.
 */
typedef struct tc_ticket_type_view {
    uint32_t size;           /**< by ::TC_TICKET_TYPE_VIEW_INIT */
    uint32_t ticket_type;    /**< number in the event, from 1 */
    uint64_t event;          /**< the event */
    uint64_t version;        /**< 1 at birth, +1 a change */
    int64_t price_minor;     /**< price of one */
    int64_t fee_minor;       /**< fee on top of one */
    int64_t sale_from_ms;    /**< 0: with the event */
    int64_t sale_until_ms;   /**< 0: with the event */
    const char *name;        /**< its name */
    const char *description; /**< "" when there is none */
    uint32_t category;       /**< of the map; 0: any */
    uint32_t pool;           /**< 0: it is for a seat */
    uint32_t channels;       /**< bits; 0: all */
    uint32_t tax_bp;         /**< tax in basis points */
    uint32_t tax_inclusive;  /**< 1: price and fee contain the tax */
    uint32_t min_per_order;  /**< 0: no such rule */
    uint32_t max_per_order;  /**< 0: no such rule */
    uint32_t status;         /**< a ::tc_ticket_type_status */
    char currency[8];        /**< the event's ISO 4217 code with its NUL */
} tc_ticket_type_view;

/** Initialiser of a ::tc_ticket_type_view. */
#define TC_TICKET_TYPE_VIEW_INIT                                                                   \
    {                                                                                              \
        sizeof(tc_ticket_type_view), 0, 0, 0, 0, 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, {    \
            0                                                                                      \
        }                                                                                          \
    }

/** Which ticket types to list, in order of number. */
typedef struct tc_ticket_type_list_request {
    uint32_t size;  /**< by ::TC_TICKET_TYPE_LIST_REQUEST_INIT */
    uint32_t flags; /**< must be 0 */
    uint64_t event; /**< id of the event */
    uint32_t after; /**< `next` of the page before; 0: from the first */
    uint32_t limit; /**< most entries wanted; 0: as many as there is room for */
} tc_ticket_type_list_request;

/** Initialiser of a ::tc_ticket_type_list_request. */
#define TC_TICKET_TYPE_LIST_REQUEST_INIT                                                           \
    { sizeof(tc_ticket_type_list_request), 0, 0, 0, 0 }

/** One page of ticket types. */
typedef struct tc_ticket_type_list_result {
    uint32_t size;                     /**< by ::TC_TICKET_TYPE_LIST_RESULT_INIT */
    uint32_t next;                     /**< cursor of the page after; 0: this was the last */
    tc_ticket_type_view *ticket_types; /**< caller's room */
    uint32_t ticket_types_capacity;    /**< entries of room, at least 1 */
    uint32_t ticket_types_count;       /**< entries written */
} tc_ticket_type_list_result;

/** Initialiser of a ::tc_ticket_type_list_result. */
#define TC_TICKET_TYPE_LIST_RESULT_INIT                                                            \
    { sizeof(tc_ticket_type_list_result), 0, NULL, 0, 0 }

/**
 * Make a ticket type.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          made; version 1
 * @retval TC_E_NOT_FOUND there is no such event, its map has no such category, or it has no such
 * pool; nothing changed
 * @retval TC_E_LIMIT     a text is too long, a time after ::TC_TIME_MS_MAX, or the event has
 *                        ::TC_TICKET_TYPES_MAX; nothing
 * changed
 * @retval TC_E_INVALID   a field is missing or out of range; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_ticket_type_create(tc_engine *engine,
                                     const tc_ticket_type_create_request *request,
                                     tc_ticket_type_result *result, tc_error *error);

/**
 * Change a ticket type.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          changed; its version went up by one
 * @retval TC_E_NOT_FOUND there is no such event, ticket type, category or pool; nothing changed
 * @retval TC_E_VERSION   it has another version, told in the error; nothing changed
 * @retval TC_E_INVALID   a field is out of range or none is named; nothing changed
 * @retval TC_E_LIMIT     a text is too long or a time after ::TC_TIME_MS_MAX; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_ticket_type_update(tc_engine *engine,
                                     const tc_ticket_type_update_request *request,
                                     tc_ticket_type_result *result, tc_error *error);

/**
 * Remove a ticket type of an event of which nothing is held and nothing was ever sold.
 * @param engine  an open engine
 * @param request read only during the call
 * @param result  caller-owned, or NULL; written only on ::TC_OK
 * @param error   may be NULL; written only on failure
 * @retval TC_OK          gone; its number is never used again
 * @retval TC_E_NOT_FOUND there is no such event or ticket type; nothing changed
 * @retval TC_E_VERSION   it has another version; nothing changed
 * @retval TC_E_SOLD      the event has sold something: set the status to off; nothing changed
 * @retval TC_E_IN_USE    holds on the event are live; nothing changed
 * @return otherwise as tc_command_run()
 * @since 0.1
 */
TC_API int32_t tc_ticket_type_delete(tc_engine *engine,
                                     const tc_ticket_type_delete_request *request,
                                     tc_ticket_type_result *result, tc_error *error);

/**
 * Read a ticket type.
 * @param snapshot    an open snapshot
 * @param event       id of the event
 * @param ticket_type its number in the event
 * @param[out] view   caller-owned; its strings live as long as the snapshot
 * @param error       may be NULL; written only on failure
 * @retval TC_OK          written
 * @retval TC_E_NOT_FOUND there is no such event or ticket type
 * @retval TC_E_INVALID   NULL or a wrong size
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_ticket_type_get(tc_snapshot *snapshot, uint64_t event, uint32_t ticket_type,
                                  tc_ticket_type_view *view, tc_error *error);

/**
 * List an event's ticket types in order of number, one page a call.
 * @param snapshot an open snapshot
 * @param request  event and cursor
 * @param result   caller's room; the views' strings live as long as the snapshot
 * @param error    may be NULL; written only on failure
 * @retval TC_OK          a page was written, perhaps an empty one
 * @retval TC_E_NOT_FOUND there is no such event
 * @retval TC_E_INVALID   NULL, no room or a wrong size
 * @thread one thread at a time per snapshot
 * @since 0.1
 */
TC_API int32_t tc_ticket_type_list(tc_snapshot *snapshot,
                                   const tc_ticket_type_list_request *request,
                                   tc_ticket_type_list_result *result, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
