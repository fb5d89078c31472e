/**
 * @file feed_types.h
 * @brief Every event of record of the feed: its number, name, subject and payload. Made by
 * scripts/gen_feed.py from src/feed/types.def; do not edit.
 *
 * Payload fields stand in the order given, little-endian, without padding; `*( … )` repeats to the
 * end. In events of holds `target` is a seat number, or 0x80000000 | pool for a pool.
 */
#ifndef TICKETCORE_FEED_TYPES_H
#define TICKETCORE_FEED_TYPES_H

/** Types of events of record. Numbers never change their meaning. */
typedef enum tc_feed_type {
    /** "venue.created": the subject is the venue; no payload */
    TC_FEED_VENUE_CREATED = 0x0101,
    /** "venue.updated": the subject is the venue; no payload */
    TC_FEED_VENUE_UPDATED = 0x0102,
    /** "venue.deleted": the subject is the venue; no payload */
    TC_FEED_VENUE_DELETED = 0x0103,
    /** "map.created": the subject is the map; payload `map_version:u32 seats:u32` */
    TC_FEED_MAP_CREATED = 0x0111,
    /** "map.published": the subject is the map; payload `map_version:u32 layout:u32` */
    TC_FEED_MAP_PUBLISHED = 0x0112,
    /** "map.deleted": the subject is the map; no payload */
    TC_FEED_MAP_DELETED = 0x0113,
    /** "event.created": the subject is the event;
     * payload `layout:u32 seats:u32 starts_at_ms:i64` */
    TC_FEED_EVENT_CREATED = 0x0121,
    /** "event.updated": the subject is the event;
     * payload `layout:u32 status:u32 starts_at_ms:i64` */
    TC_FEED_EVENT_UPDATED = 0x0122,
    /** "event.deleted": the subject is the event; no payload */
    TC_FEED_EVENT_DELETED = 0x0123,
    /** "ticket_type.created": the subject is the ticket type; payload `price_minor:i64` */
    TC_FEED_TICKET_TYPE_CREATED = 0x0131,
    /** "ticket_type.updated": the subject is the ticket type; payload `price_minor:i64` */
    TC_FEED_TICKET_TYPE_UPDATED = 0x0132,
    /** "ticket_type.deleted": the subject is the ticket type; no payload */
    TC_FEED_TICKET_TYPE_DELETED = 0x0133,
    /** "hold.created": the subject is the hold;
     * payload `expires_at_ms:i64 *(event:u64 target:u32 version:u32)` */
    TC_FEED_HOLD_CREATED = 0x0201,
    /** "hold.extended": the subject is the hold; payload `expires_at_ms:i64` */
    TC_FEED_HOLD_EXTENDED = 0x0202,
    /** "hold.released": the subject is the hold; payload `*(event:u64 target:u32 version:u32)` */
    TC_FEED_HOLD_RELEASED = 0x0203,
    /** "hold.expired": the subject is the hold; payload `*(event:u64 target:u32 version:u32)` */
    TC_FEED_HOLD_EXPIRED = 0x0204,
    /** "hold.sold": the subject is the hold;
     * payload `order:u64 *(event:u64 target:u32 version:u32)` */
    TC_FEED_HOLD_SOLD = 0x0205,
    /** "hold.regained": the subject is the hold;
     * payload `expires_at_ms:i64 *(event:u64 target:u32 version:u32)` */
    TC_FEED_HOLD_REGAINED = 0x0206,
    /** "seat.blocked": the subject is the event; payload `*(seat:u32 version:u32)` */
    TC_FEED_SEAT_BLOCKED = 0x0211,
    /** "seat.unblocked": the subject is the event; payload `*(seat:u32 version:u32)` */
    TC_FEED_SEAT_UNBLOCKED = 0x0212,
    /** "seat.allotted": the subject is the event; payload `channel:u32 *(seat:u32 version:u32)` */
    TC_FEED_SEAT_ALLOTTED = 0x0213,
    /** "seat.returned": the subject is the event; payload `seat:u32 version:u32 ticket:u32` */
    TC_FEED_SEAT_RETURNED = 0x0214,
    /** "pool.created": the subject is the pool; payload `capacity:u32` */
    TC_FEED_POOL_CREATED = 0x0221,
    /** "pool.updated": the subject is the pool; payload `capacity:u32 open:u8` */
    TC_FEED_POOL_UPDATED = 0x0222,
    /** "pool.returned": the subject is the pool; payload `quantity:u32` */
    TC_FEED_POOL_RETURNED = 0x0223,
    /** "order.created": the subject is the order; payload `total_minor:i64 lines:u32` */
    TC_FEED_ORDER_CREATED = 0x0301,
    /** "order.state": the subject is the order; payload `from:u8 to:u8` */
    TC_FEED_ORDER_STATE = 0x0302,
    /** "order.confirmed": the subject is the order; payload `total_minor:i64 tickets:u32` */
    TC_FEED_ORDER_CONFIRMED = 0x0303,
    /** "order.cancelled": the subject is the order; payload `reason:u8` */
    TC_FEED_ORDER_CANCELLED = 0x0304,
    /** "order.refunded": the subject is the order; payload `amount_minor:i64` */
    TC_FEED_ORDER_REFUNDED = 0x0305,
    /** "payment.command": the subject is the order;
     * payload `command:u64 kind:u8 amount_minor:i64` */
    TC_FEED_PAYMENT_COMMAND = 0x0401,
    /** "payment.event": the subject is the order; payload `kind:u8 amount_minor:i64` */
    TC_FEED_PAYMENT_EVENT = 0x0402,
    /** "ledger.posted": the subject is the order;
     * payload `debit:u16 credit:u16 amount_minor:i64` */
    TC_FEED_LEDGER_POSTED = 0x0403,
    /** "ticket.issued": the subject is the ticket; payload `order:u64 seat:u32 type:u32` */
    TC_FEED_TICKET_ISSUED = 0x0501,
    /** "ticket.voided": the subject is the ticket; payload `order:u64` */
    TC_FEED_TICKET_VOIDED = 0x0502,
    /** "ticket.reissued": the subject is the ticket; payload `serial:u32` */
    TC_FEED_TICKET_REISSUED = 0x0503,
    /** "signing_key.rotated": the subject is the signing key; no payload */
    TC_FEED_SIGNING_KEY_ROTATED = 0x0511,
    /** "checkin.scanned": the subject is the ticket; payload `answer:u8 gate:u32` */
    TC_FEED_CHECKIN_SCANNED = 0x0521,
    /** "message.queued": the subject is the message; payload `kind:u16 channel:u8` */
    TC_FEED_MESSAGE_QUEUED = 0x0601,
    /** "message.sent": the subject is the message; payload `attempts:u32` */
    TC_FEED_MESSAGE_SENT = 0x0602,
    /** "message.failed": the subject is the message; payload `attempts:u32 dead:u8` */
    TC_FEED_MESSAGE_FAILED = 0x0603,
    /** "message.cancelled": the subject is the message; no payload */
    TC_FEED_MESSAGE_CANCELLED = 0x0604,
    /** "template.changed": the subject is the template; no payload */
    TC_FEED_TEMPLATE_CHANGED = 0x0611
} tc_feed_type;

#endif
