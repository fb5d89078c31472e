/**
 * @file limits.h
 * @brief Every stated limit. Going over one answers ::TC_E_LIMIT and names the field and the limit.
 */
#ifndef TICKETCORE_LIMITS_H
#define TICKETCORE_LIMITS_H

/** Seats in one map, and so in one event. */
#define TC_SEATS_MAX 1000000
/** Seats in one hold, over all its events. */
#define TC_HOLD_SEATS_MAX 1000
/** Pools one hold may draw on. */
#define TC_HOLD_POOLS_MAX 32
/** Items (seats and pool draws) in one hold. */
#define TC_HOLD_ITEMS_MAX (TC_HOLD_SEATS_MAX + TC_HOLD_POOLS_MAX)
/** Longest time to live of a hold, milliseconds: seven days. An event may set a lower cap. */
#define TC_HOLD_TTL_MS_MAX 604800000
/** Time to live of a hold when none is given, milliseconds: 15 minutes. */
#define TC_HOLD_TTL_MS_DEFAULT 900000
/** Total life of a hold with its extensions when the event says nothing, milliseconds: 2 hours. */
#define TC_HOLD_LIFE_MS_DEFAULT 7200000
/** Quantity drawn from one pool in one hold. */
#define TC_POOL_QUANTITY_MAX 100000
/** Capacity of one pool. */
#define TC_POOL_CAPACITY_MAX 1000000000
/** Pools in one event. */
#define TC_POOLS_MAX 1000
/** Price categories in one map. */
#define TC_CATEGORIES_MAX 250
/** Sections in one map. */
#define TC_SECTIONS_MAX 2000
/** Channels in one event; channel 0 is the public one. */
#define TC_CHANNELS_MAX 16
/** Ticket types in one event. */
#define TC_TICKET_TYPES_MAX 500
/** Bytes of a name (venue, event, section, ticket type …), UTF-8, without the NUL. */
#define TC_NAME_MAX 200
/** Bytes of a short code: row and seat labels, tags, locales, currency, time zone names. */
#define TC_LABEL_MAX 63
/** Bytes of a free text such as a description. */
#define TC_TEXT_MAX 16000
/** Tags of one event. */
#define TC_TAGS_MAX 16
/** Bytes of an address a message goes to: e-mail (RFC 5321), telephone number, token or URL. */
#define TC_ADDRESS_MAX 500
/** Bytes of the buyer's key, the host's own name for a person, under which limits are counted. */
#define TC_BUYER_MAX 64
/** Tickets of one order. */
#define TC_ORDER_TICKETS_MAX 2000
/** Bytes of a payment provider's reference or event id. */
#define TC_REFERENCE_MAX 128
/** Bytes of an imported map document. */
#define TC_IMPORT_BYTES_MAX (256 * 1024 * 1024)
/** Depth of nesting of imported JSON. */
#define TC_JSON_DEPTH_MAX 32
/** Bytes of a message template. */
#define TC_TEMPLATE_MAX 65536
/** Bytes of a rendered message body. */
#define TC_BODY_MAX 262144
/** Commands in one batch call. */
#define TC_BATCH_MAX 65536
/** Commands a completion queue may hold in flight. */
#define TC_QUEUE_MAX 1048576
/** Attempts at one message or payment command before it is given up. */
#define TC_ATTEMPTS_MAX 100
/** Milliseconds a lease lasts at most: one hour. */
#define TC_LEASE_MS_MAX 3600000
/** The latest moment, UTC milliseconds: the end of the year 9999. The clock and every time that is
 * given stay within it. */
#define TC_TIME_MS_MAX 253402300799999
/** How far the machine's clock may be ahead of the store's last commit, milliseconds: 180 days; see
 * ::TC_OPEN_CLOCK_JUMP. */
#define TC_CLOCK_JUMP_MS_MAX 15552000000
/** The largest amount in minor units; sums over it are refused. */
#define TC_AMOUNT_MAX 1000000000000000

#endif
