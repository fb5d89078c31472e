/**
 * @file quote.h
 * @brief What places cost: the lines of a quote and of an order, and the read-only quote.
 *
 * Rules, said once: price and fee of a line are the ticket type's times the quantity. Tax applies
 * to price plus fee, in basis points, rounded half to even once a line; inclusive tax is contained
 * in them, exclusive tax comes on top. The total is the sum of the lines.
 */
#ifndef TICKETCORE_QUOTE_H
#define TICKETCORE_QUOTE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Kinds of places a line may sell. */
typedef enum tc_place_kind {
    TC_PLACE_SEAT = 0, /**< a numbered seat */
    TC_PLACE_POOL = 1  /**< places of a pool */
} tc_place_kind;

/** One line of an order. All amounts are of the whole line. */
typedef struct tc_order_line {
    uint64_t event;         /**< event id */
    uint32_t kind;          /**< a ::tc_place_kind */
    uint32_t target;        /**< seat number, or pool */
    uint32_t quantity;      /**< places; 1 for a seat */
    uint32_t ticket_type;   /**< ticket type of the event */
    int64_t price_minor;    /**< price, times quantity */
    int64_t fee_minor;      /**< fee, times quantity */
    int64_t tax_minor;      /**< tax, rounded half to even on the line */
    int64_t total_minor;    /**< what the line costs */
    uint64_t ticket_first;  /**< id of its first ticket, the others follow; 0: not issued */
    uint32_t tax_bp;        /**< basis points of the tax */
    uint32_t tax_inclusive; /**< 1: price and fee contain the tax */
} tc_order_line;

/** One place, or places of one pool, to be quoted. */
typedef struct tc_quote_item {
    uint64_t event;       /**< event id */
    uint32_t kind;        /**< a ::tc_place_kind */
    uint32_t target;      /**< seat number, or pool */
    uint32_t quantity;    /**< places; 1 for a seat (0 means 1) */
    uint32_t ticket_type; /**< ticket type of the event */
} tc_quote_item;

/** What to quote. */
typedef struct tc_order_quote_request {
    uint32_t size;              /**< sizeof, by ::TC_ORDER_QUOTE_REQUEST_INIT */
    uint32_t flags;             /**< must be 0 */
    const tc_quote_item *items; /**< places, in any order */
    uint32_t items_count;       /**< 1 … ::TC_HOLD_ITEMS_MAX */
    uint32_t channel;           /**< sales channel, 0 … ::TC_CHANNELS_MAX - 1 */
} tc_order_quote_request;

/** Initialiser of a ::tc_order_quote_request. */
#define TC_ORDER_QUOTE_REQUEST_INIT                                                                \
    { sizeof(tc_order_quote_request), 0, NULL, 0, 0 }

/** A quote. */
typedef struct tc_order_quote_result {
    uint32_t size;           /**< sizeof, by ::TC_ORDER_QUOTE_RESULT_INIT */
    uint32_t lines_capacity; /**< entries `lines` has room for */
    tc_order_line *lines; /**< caller's room, or NULL; one per item, as many as fit are written */
    int64_t price_minor;  /**< sum of the lines' prices */
    int64_t fee_minor;    /**< sum of the lines' fees */
    int64_t tax_minor;    /**< sum of the lines' taxes */
    int64_t total_minor;  /**< what an order of these would cost */
    char currency[4];     /**< of all amounts */
    uint32_t tickets;     /**< places */
} tc_order_quote_result;

/** Initialiser of a ::tc_order_quote_result. */
#define TC_ORDER_QUOTE_RESULT_INIT                                                                 \
    { sizeof(tc_order_quote_result), 0, NULL, 0, 0, 0, 0, {0}, 0 }

/**
 * What places would cost now. Takes nothing, promises nothing: tc_order_create() freezes it.
 * @param snapshot an open snapshot
 * @param request  read only during the call
 * @param result   caller-owned; written only on ::TC_OK
 * @param error    may be NULL; written only on failure
 * @retval TC_OK            written
 * @retval TC_E_NOT_FOUND   no such event, seat or ticket type
 * @retval TC_E_PRICE       the ticket type is not for this place
 * @retval TC_E_NOT_ON_SALE the ticket type is not on sale now
 * @retval TC_E_LIMIT       more or fewer than an order may have
 * @retval TC_E_CURRENCY    events of several currencies
 * @retval TC_E_OVERFLOW    a sum goes over ::TC_AMOUNT_MAX
 * @since 0.1
 */
TC_API int32_t tc_order_quote(tc_snapshot *snapshot, const tc_order_quote_request *request,
                              tc_order_quote_result *result, tc_error *error);

#ifdef __cplusplus
}
#endif
#endif
