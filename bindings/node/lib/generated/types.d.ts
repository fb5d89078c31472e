// Made by scripts/gen_node.py from the public headers; do not edit.
import { FeedEvent, RequestId, Secret, CommandOptions, TicketcoreError } from '../../index.js';

/** What availabilityCounts() counts by. */
export type AvailabilityBy =
  /** One count a category of the map, from 1. */
  | 'category'
  /** One count a section of the map, from 1. */
  | 'section'
  /** One count a channel, 0 … CHANNELS_MAX - 1. */
  | 'channel';

export const AvailabilityBy: {
  readonly CATEGORY: 'category';
  readonly SECTION: 'section';
  readonly CHANNEL: 'channel';
};

/** Flags of backup(). */
export type BackupFlag =
  /** Leave free pages out: slower, smaller. */
  | 'compact';

export const BackupFlag: {
  readonly COMPACT: 'compact';
};

/** Answers of a scan, in the order in which they are judged; valid when none of the others is. */
export type ScanAnswer =
  /** Let them in; the ticket is now used. */
  | 'valid'
  /** Not a barcode of ours, or there is no such ticket. */
  | 'unknown'
  /** A barcode's form, but its signature or key is wrong. */
  | 'forged'
  /** A ticket of another event. */
  | 'wrong_event'
  /** The ticket was refunded, cancelled or voided. */
  | 'void'
  /** An older barcode: the ticket was reissued since. */
  | 'reissued'
  /** Its holder has entered already; the result says when and where. */
  | 'used';

export const ScanAnswer: {
  readonly VALID: 'valid';
  readonly UNKNOWN: 'unknown';
  readonly FORGED: 'forged';
  readonly WRONG_EVENT: 'wrong_event';
  readonly VOID: 'void';
  readonly REISSUED: 'reissued';
  readonly USED: 'used';
};

/**
 * What a command does. The name of its function, request and result follow from it: 'hold_create'
 * is holdCreate() with HoldCreateRequest and HoldCreateResult.
 */
export type CommandKind =
  /** A new venue. */
  | 'venue_create'
  /** Change a venue. */
  | 'venue_update'
  /** Remove a venue no event uses. */
  | 'venue_delete'
  /** A new seat map, as a draft, from a document. */
  | 'map_create'
  /** A new draft version of a map. */
  | 'map_update'
  /** Make a draft usable by events. */
  | 'map_publish'
  /** Remove a map no event uses. */
  | 'map_delete'
  /** A new event. */
  | 'event_create'
  /** Change an event. */
  | 'event_update'
  /** Remove an event of which nothing is sold. */
  | 'event_delete'
  /** A new ticket type with its price. */
  | 'ticket_type_create'
  /** Change a ticket type. */
  | 'ticket_type_update'
  /** Remove a ticket type. */
  | 'ticket_type_delete'
  /** Hold named seats and quantities. */
  | 'hold_create'
  /** Hold the best seats available. */
  | 'hold_best'
  /** Let a hold live longer. */
  | 'hold_extend'
  /** Give a hold back. */
  | 'hold_release'
  /** End a hold now, without its secret. */
  | 'hold_expire'
  /** Release one hold and make another, or neither. */
  | 'hold_swap'
  /** Take free seats off sale. */
  | 'seat_block'
  /** Put blocked seats on sale. */
  | 'seat_unblock'
  /** Allot seats to a channel. */
  | 'seat_channel'
  /** A new pool of places without numbers. */
  | 'pool_create'
  /** Grow, shrink, open, close a pool. */
  | 'pool_update'
  /** Tidy expired holds, deadlines and old records. */
  | 'sweep'
  /** An order from holds, its quote frozen. */
  | 'order_create'
  /** Give up an order that is not yet paid. */
  | 'order_cancel'
  /** Begin, or begin again, an order's payment. */
  | 'order_pay'
  /** An offline payment was received by hand. */
  | 'order_settle'
  /** Refund an order whole, by tickets, or by amount. */
  | 'order_refund'
  /** Take payment commands to carry out. */
  | 'payment_lease'
  /** What the provider answered to a payment command. */
  | 'payment_answer'
  /** What the provider said by itself (a webhook). */
  | 'payment_event'
  /** Make a ticket worthless. */
  | 'ticket_void'
  /** A new serial; the old one is dead. */
  | 'ticket_reissue'
  /** A new key for barcodes. */
  | 'signing_key_rotate'
  /** One scan at a gate. */
  | 'checkin_scan'
  /** Queue a message of the host's own. */
  | 'message_create'
  /** Take messages to send. */
  | 'message_lease'
  /** What became of a leased message. */
  | 'message_answer'
  /** Send a dead letter again. */
  | 'message_retry'
  /** Give up a message that waits. */
  | 'message_cancel'
  /** Set a message template. */
  | 'template_put'
  /** Remove a message template. */
  | 'template_delete'
  /** Create or move a durable consumer of the feed. */
  | 'consumer_set'
  /** Remove a durable consumer of the feed. */
  | 'consumer_delete'
  /** Drop the feed's oldest events. */
  | 'feed_prune';

export const CommandKind: {
  readonly VENUE_CREATE: 'venue_create';
  readonly VENUE_UPDATE: 'venue_update';
  readonly VENUE_DELETE: 'venue_delete';
  readonly MAP_CREATE: 'map_create';
  readonly MAP_UPDATE: 'map_update';
  readonly MAP_PUBLISH: 'map_publish';
  readonly MAP_DELETE: 'map_delete';
  readonly EVENT_CREATE: 'event_create';
  readonly EVENT_UPDATE: 'event_update';
  readonly EVENT_DELETE: 'event_delete';
  readonly TICKET_TYPE_CREATE: 'ticket_type_create';
  readonly TICKET_TYPE_UPDATE: 'ticket_type_update';
  readonly TICKET_TYPE_DELETE: 'ticket_type_delete';
  readonly HOLD_CREATE: 'hold_create';
  readonly HOLD_BEST: 'hold_best';
  readonly HOLD_EXTEND: 'hold_extend';
  readonly HOLD_RELEASE: 'hold_release';
  readonly HOLD_EXPIRE: 'hold_expire';
  readonly HOLD_SWAP: 'hold_swap';
  readonly SEAT_BLOCK: 'seat_block';
  readonly SEAT_UNBLOCK: 'seat_unblock';
  readonly SEAT_CHANNEL: 'seat_channel';
  readonly POOL_CREATE: 'pool_create';
  readonly POOL_UPDATE: 'pool_update';
  readonly SWEEP: 'sweep';
  readonly ORDER_CREATE: 'order_create';
  readonly ORDER_CANCEL: 'order_cancel';
  readonly ORDER_PAY: 'order_pay';
  readonly ORDER_SETTLE: 'order_settle';
  readonly ORDER_REFUND: 'order_refund';
  readonly PAYMENT_LEASE: 'payment_lease';
  readonly PAYMENT_ANSWER: 'payment_answer';
  readonly PAYMENT_EVENT: 'payment_event';
  readonly TICKET_VOID: 'ticket_void';
  readonly TICKET_REISSUE: 'ticket_reissue';
  readonly SIGNING_KEY_ROTATE: 'signing_key_rotate';
  readonly CHECKIN_SCAN: 'checkin_scan';
  readonly MESSAGE_CREATE: 'message_create';
  readonly MESSAGE_LEASE: 'message_lease';
  readonly MESSAGE_ANSWER: 'message_answer';
  readonly MESSAGE_RETRY: 'message_retry';
  readonly MESSAGE_CANCEL: 'message_cancel';
  readonly TEMPLATE_PUT: 'template_put';
  readonly TEMPLATE_DELETE: 'template_delete';
  readonly CONSUMER_SET: 'consumer_set';
  readonly CONSUMER_DELETE: 'consumer_delete';
  readonly FEED_PRUNE: 'feed_prune';
};

/** Flags of EngineOptions. */
export type OpenFlag =
  /** Make the store when there is none. */
  | 'create'
  /** With CREATE: refuse when there is one ('STORE_EXISTS'). */
  | 'exclusive'
  /** No commands; snapshots only. Works where nothing can be written, too, while nobody has the store open who can write. */
  | 'read_only'
  /** Acknowledge before the last flush: consistent after any crash, but the last commits may be lost in a power cut. */
  | 'relaxed'
  /** Keep everything in memory, for tests; `path` is ignored. */
  | 'memory'
  /** Time stands still until setClock() moves it. */
  | 'manual_clock'
  /** The machine's clock is right: this handle's first commit may be more than CLOCK_JUMP_MS_MAX after the store's last one. For a store that nobody wrote to for long. */
  | 'clock_jump';

export const OpenFlag: {
  readonly CREATE: 'create';
  readonly EXCLUSIVE: 'exclusive';
  readonly READ_ONLY: 'read_only';
  readonly RELAXED: 'relaxed';
  readonly MEMORY: 'memory';
  readonly MANUAL_CLOCK: 'manual_clock';
  readonly CLOCK_JUMP: 'clock_jump';
};

/** Levels of the log callback. */
export type LogLevel =
  /** Something failed. */
  | 'error'
  /** Something needs care soon. */
  | 'warn'
  /** Life of the engine: opened, recovered, closed. */
  | 'info'
  /** For people who work on the engine. */
  | 'debug';

export const LogLevel: {
  readonly ERROR: 'error';
  readonly WARN: 'warn';
  readonly INFO: 'info';
  readonly DEBUG: 'debug';
};

/** What a caller can do about an error. */
export type ErrorClass =
  /** Not an error. */
  | 'none'
  /** The request itself is at fault; sending it again will not help. */
  | 'refused'
  /** Somebody was first; read again and decide anew. */
  | 'conflict'
  /** Nothing happened; the same request may work a moment later. */
  | 'retry'
  /** The store or its disk needs care. */
  | 'store'
  /** This handle is finished; reopen. */
  | 'fatal';

export const ErrorClass: {
  readonly NONE: 'none';
  readonly REFUSED: 'refused';
  readonly CONFLICT: 'conflict';
  readonly RETRY: 'retry';
  readonly STORE: 'store';
  readonly FATAL: 'fatal';
};

/** Answers of every call. Numbers never change their meaning. */
export type Code =
  /** Done. */
  | 'OK'
  /** Refused: an argument is missing or out of its range; afterwards: nothing changed. */
  | 'INVALID'
  /** Refused: a stated limit is exceeded; afterwards: nothing changed. */
  | 'LIMIT'
  /** Refused: there is no such object, or it is not yours; afterwards: nothing changed. */
  | 'NOT_FOUND'
  /** Refused: an object of that name already exists; afterwards: nothing changed. */
  | 'EXISTS'
  /** Refused: the object's state does not allow this; afterwards: nothing changed. */
  | 'STATE'
  /** Conflict: the object has another version than expected; afterwards: nothing changed. */
  | 'VERSION'
  /** Refused: something else still depends on the object; afterwards: nothing changed. */
  | 'IN_USE'
  /** Refused: the request id was used with another content; afterwards: nothing changed. */
  | 'REQUEST_MISMATCH'
  /** Refused: a sum of money or a count would overflow; afterwards: nothing changed. */
  | 'OVERFLOW'
  /** Refused: the text is malformed; afterwards: nothing changed. */
  | 'PARSE'
  /** Retry: memory is exhausted; afterwards: nothing changed. */
  | 'NOMEM'
  /** Retry: children are still open or work is in flight; afterwards: nothing changed. */
  | 'BUSY'
  /** Retry: the time given has passed; afterwards: nothing changed. */
  | 'TIMEOUT'
  /** Refused: this build or store does not support it; afterwards: nothing changed. */
  | 'UNSUPPORTED'
  /** Refused: the caller's buffer is too small; afterwards: nothing changed. */
  | 'BUFFER'
  /** Retry: the queue is full; afterwards: nothing changed. */
  | 'QUEUE_FULL'
  /** Fatal: the commit failed and may or may not have landed; afterwards: unknown: reopen and send the same request id again. */
  | 'OUTCOME_UNKNOWN'
  /** Fatal: an earlier failure closed this handle for good; afterwards: nothing changed by this call: reopen. */
  | 'POISONED'
  /** Fatal: the handle was opened before a fork; afterwards: nothing changed: open the store in the child. */
  | 'FORKED'
  /** Store: reading or writing the store failed; afterwards: nothing changed. */
  | 'IO'
  /** Store: a record's checksum or shape is wrong; afterwards: nothing changed. */
  | 'CORRUPT'
  /** Store: the path holds something that is not a ticketcore store; afterwards: nothing changed. */
  | 'NOT_A_STORE'
  /** Store: the store was written by a newer library; afterwards: nothing changed. */
  | 'FORMAT_NEWER'
  /** Store: the store's format or its LMDB's is not one this library reads; afterwards: nothing changed. */
  | 'FORMAT_FOREIGN'
  /** Store: the disk or the store's map is full; afterwards: nothing changed. */
  | 'STORE_FULL'
  /** Store: the store was opened or lies on a medium for reading only; afterwards: nothing changed. */
  | 'READ_ONLY'
  /** Store: this process has the store open with other options; afterwards: nothing changed. */
  | 'ALREADY_OPEN'
  /** Store: the file system cannot hold a store safely; afterwards: nothing changed. */
  | 'FILESYSTEM'
  /** Store: the store's lock cannot be had; afterwards: nothing changed. */
  | 'LOCKED'
  /** Retry: every reader slot is taken; afterwards: nothing changed. */
  | 'READERS_FULL'
  /** Store: the store's file is shorter than its contents; afterwards: nothing changed. */
  | 'TRUNCATED'
  /** Store: the store's files may not be used by this user; afterwards: nothing changed. */
  | 'PERMISSION'
  /** Store: there is no store at the path; afterwards: nothing changed. */
  | 'NO_STORE'
  /** Store: there is already something at the path; afterwards: nothing changed. */
  | 'STORE_EXISTS'
  /** Conflict: the store met a conflicting writer; afterwards: nothing changed. */
  | 'STORE_CONFLICT'
  /** Store: the machine's clock is too far ahead of the store's last commit; afterwards: nothing changed: put the clock right, or open with 'clock_jump' if it is. */
  | 'CLOCK'
  /** Conflict: a seat is held, sold or blocked; afterwards: nothing changed. */
  | 'SEAT_TAKEN'
  /** Conflict: a seat has another version than expected; afterwards: nothing changed. */
  | 'SEAT_VERSION'
  /** Refused: a seat's state does not allow this; afterwards: nothing changed. */
  | 'SEAT_STATE'
  /** Refused: a seat belongs to another channel; afterwards: nothing changed. */
  | 'CHANNEL'
  /** Conflict: a pool has not that many left; afterwards: nothing changed. */
  | 'POOL_SHORT'
  /** Refused: the pool is closed; afterwards: nothing changed. */
  | 'POOL_CLOSED'
  /** Conflict: no seats satisfy the wish; afterwards: nothing changed. */
  | 'NO_SEATS'
  /** Refused: the take would leave a single seat; afterwards: nothing changed. */
  | 'ORPHAN'
  /** Refused: the buyer's limit is reached; afterwards: nothing changed. */
  | 'BUYER_LIMIT'
  /** Refused: the hold has expired; afterwards: nothing changed. */
  | 'HOLD_EXPIRED'
  /** Refused: the hold was released or turned into an order; afterwards: nothing changed. */
  | 'HOLD_ENDED'
  /** Refused: the hold would live longer than its cap; afterwards: nothing changed. */
  | 'HOLD_LIFE'
  /** Refused: tickets have been sold; afterwards: nothing changed. */
  | 'SOLD'
  /** Refused: the new map drops seats that are held or sold; afterwards: nothing changed. */
  | 'SEATS_IN_USE'
  /** Refused: this is not on sale now; afterwards: nothing changed. */
  | 'NOT_ON_SALE'
  /** Refused: there is no price for this ticket type; afterwards: nothing changed. */
  | 'PRICE'
  /** Refused: the amount is not the frozen quote's; afterwards: nothing changed. */
  | 'AMOUNT'
  /** Refused: the currency is not the frozen quote's; afterwards: nothing changed. */
  | 'CURRENCY'
  /** Refused: the refund is more than what was captured; afterwards: nothing changed. */
  | 'REFUND'
  /** Conflict: the lease ran out or was answered already; afterwards: nothing changed. */
  | 'LEASE_LOST'
  /** Refused: the barcode's signature or form is wrong; afterwards: nothing changed. */
  | 'FORGED'
  /** Refused: the template is malformed or lacks a variable; afterwards: nothing changed. */
  | 'TEMPLATE'
  /** Refused: the cursor points before the oldest event kept; afterwards: nothing changed: start from the oldest. */
  | 'FEED_PRUNED';

export const Code: {
  readonly OK: 'OK';
  readonly INVALID: 'INVALID';
  readonly LIMIT: 'LIMIT';
  readonly NOT_FOUND: 'NOT_FOUND';
  readonly EXISTS: 'EXISTS';
  readonly STATE: 'STATE';
  readonly VERSION: 'VERSION';
  readonly IN_USE: 'IN_USE';
  readonly REQUEST_MISMATCH: 'REQUEST_MISMATCH';
  readonly OVERFLOW: 'OVERFLOW';
  readonly PARSE: 'PARSE';
  readonly NOMEM: 'NOMEM';
  readonly BUSY: 'BUSY';
  readonly TIMEOUT: 'TIMEOUT';
  readonly UNSUPPORTED: 'UNSUPPORTED';
  readonly BUFFER: 'BUFFER';
  readonly QUEUE_FULL: 'QUEUE_FULL';
  readonly OUTCOME_UNKNOWN: 'OUTCOME_UNKNOWN';
  readonly POISONED: 'POISONED';
  readonly FORKED: 'FORKED';
  readonly IO: 'IO';
  readonly CORRUPT: 'CORRUPT';
  readonly NOT_A_STORE: 'NOT_A_STORE';
  readonly FORMAT_NEWER: 'FORMAT_NEWER';
  readonly FORMAT_FOREIGN: 'FORMAT_FOREIGN';
  readonly STORE_FULL: 'STORE_FULL';
  readonly READ_ONLY: 'READ_ONLY';
  readonly ALREADY_OPEN: 'ALREADY_OPEN';
  readonly FILESYSTEM: 'FILESYSTEM';
  readonly LOCKED: 'LOCKED';
  readonly READERS_FULL: 'READERS_FULL';
  readonly TRUNCATED: 'TRUNCATED';
  readonly PERMISSION: 'PERMISSION';
  readonly NO_STORE: 'NO_STORE';
  readonly STORE_EXISTS: 'STORE_EXISTS';
  readonly STORE_CONFLICT: 'STORE_CONFLICT';
  readonly CLOCK: 'CLOCK';
  readonly SEAT_TAKEN: 'SEAT_TAKEN';
  readonly SEAT_VERSION: 'SEAT_VERSION';
  readonly SEAT_STATE: 'SEAT_STATE';
  readonly CHANNEL: 'CHANNEL';
  readonly POOL_SHORT: 'POOL_SHORT';
  readonly POOL_CLOSED: 'POOL_CLOSED';
  readonly NO_SEATS: 'NO_SEATS';
  readonly ORPHAN: 'ORPHAN';
  readonly BUYER_LIMIT: 'BUYER_LIMIT';
  readonly HOLD_EXPIRED: 'HOLD_EXPIRED';
  readonly HOLD_ENDED: 'HOLD_ENDED';
  readonly HOLD_LIFE: 'HOLD_LIFE';
  readonly SOLD: 'SOLD';
  readonly SEATS_IN_USE: 'SEATS_IN_USE';
  readonly NOT_ON_SALE: 'NOT_ON_SALE';
  readonly PRICE: 'PRICE';
  readonly AMOUNT: 'AMOUNT';
  readonly CURRENCY: 'CURRENCY';
  readonly REFUND: 'REFUND';
  readonly LEASE_LOST: 'LEASE_LOST';
  readonly FORGED: 'FORGED';
  readonly TEMPLATE: 'TEMPLATE';
  readonly FEED_PRUNED: 'FEED_PRUNED';
};

/** Where an event is in its life. Seats can be held only while it is on sale. */
export type EventStatus =
  /** Being prepared. */
  | 'draft'
  /** On sale within its sale window. */
  | 'on_sale'
  /** No new holds; live holds may still be paid. */
  | 'paused'
  /** It will not take place. */
  | 'cancelled'
  /** It is over. */
  | 'ended';

export const EventStatus: {
  readonly DRAFT: 'draft';
  readonly ON_SALE: 'on_sale';
  readonly PAUSED: 'paused';
  readonly CANCELLED: 'cancelled';
  readonly ENDED: 'ended';
};

/** Rules of an event that are on or off. */
export type EventFlag =
  /** Buyers' own picks may not leave a single seat either. */
  | 'orphan_rule';

export const EventFlag: {
  readonly ORPHAN_RULE: 'orphan_rule';
};

/** What becomes of money that was authorised after its hold had died. */
export type LateMoney =
  /** The same seats if still free, else equivalent ones, else void or refund. */
  | 'equivalent'
  /** The same seats if still free, else void or refund. */
  | 'same_seats'
  /** Void or refund at once. */
  | 'void';

export const LateMoney: {
  readonly EQUIVALENT: 'equivalent';
  readonly SAME_SEATS: 'same_seats';
  readonly VOID: 'void';
};

/** How payments of an event are taken. */
export type Capture =
  /** Authorise, sell the seats, then capture. */
  | 'after'
  /** One charge: authorised and captured together. */
  | 'at_once';

export const Capture: {
  readonly AFTER: 'after';
  readonly AT_ONCE: 'at_once';
};

/** Which fields an update changes; others stay. */
export type EventField =
  /** `name`. */
  | 'name'
  /** `description`. */
  | 'description'
  /** `category`. */
  | 'category'
  /** `tags` and `tagsCount`: the whole set. */
  | 'tags'
  /** `venue`. */
  | 'venue'
  /** `map` and `mapVersion`. */
  | 'map'
  /** `startsAtMs` and `endsAtMs`. */
  | 'times'
  /** `saleFromMs` and `saleUntilMs`. */
  | 'sale_window'
  /** `currency`. */
  | 'currency'
  /** `status`. */
  | 'status'
  /** `rules`, a set of EventFlag. */
  | 'rules'
  /** `holdTtlMs` and `holdLifeMs`. */
  | 'hold_times'
  /** `limitPerBuyer`. */
  | 'limit_per_buyer'
  /** `limitPerOrder`. */
  | 'limit_per_order'
  /** `lateMoney`. */
  | 'late_money'
  /** `capture`. */
  | 'capture';

export const EventField: {
  readonly NAME: 'name';
  readonly DESCRIPTION: 'description';
  readonly CATEGORY: 'category';
  readonly TAGS: 'tags';
  readonly VENUE: 'venue';
  readonly MAP: 'map';
  readonly TIMES: 'times';
  readonly SALE_WINDOW: 'sale_window';
  readonly CURRENCY: 'currency';
  readonly STATUS: 'status';
  readonly RULES: 'rules';
  readonly HOLD_TIMES: 'hold_times';
  readonly LIMIT_PER_BUYER: 'limit_per_buyer';
  readonly LIMIT_PER_ORDER: 'limit_per_order';
  readonly LATE_MONEY: 'late_money';
  readonly CAPTURE: 'capture';
};

/** Flags of a ConsumerSetRequest. */
export type ConsumerFlag =
  /** Refuse when it exists ('EXISTS'). */
  | 'create'
  /** Put it at the end of the feed, whatever `cursor` says. */
  | 'at_end';

export const ConsumerFlag: {
  readonly CREATE: 'create';
  readonly AT_END: 'at_end';
};

/** Flags of a FeedPruneRequest. */
export type FeedPruneFlag =
  /** Also what named consumers have not read; they will be told. */
  | 'force';

export const FeedPruneFlag: {
  readonly FORCE: 'force';
};

/** Types of events of record. Numbers never change their meaning. */
export type FeedType =
  /**  */
  | 'venue.created'
  /**  */
  | 'venue.updated'
  /**  */
  | 'venue.deleted'
  /**  */
  | 'map.created'
  /**  */
  | 'map.published'
  /**  */
  | 'map.deleted'
  /**  */
  | 'event.created'
  /**  */
  | 'event.updated'
  /**  */
  | 'event.deleted'
  /**  */
  | 'ticket_type.created'
  /**  */
  | 'ticket_type.updated'
  /**  */
  | 'ticket_type.deleted'
  /**  */
  | 'hold.created'
  /**  */
  | 'hold.extended'
  /**  */
  | 'hold.released'
  /**  */
  | 'hold.expired'
  /**  */
  | 'hold.sold'
  /**  */
  | 'hold.regained'
  /**  */
  | 'seat.blocked'
  /**  */
  | 'seat.unblocked'
  /**  */
  | 'seat.allotted'
  /**  */
  | 'seat.returned'
  /**  */
  | 'pool.created'
  /**  */
  | 'pool.updated'
  /**  */
  | 'pool.returned'
  /**  */
  | 'order.created'
  /**  */
  | 'order.state'
  /**  */
  | 'order.confirmed'
  /**  */
  | 'order.cancelled'
  /**  */
  | 'order.refunded'
  /**  */
  | 'payment.command'
  /**  */
  | 'payment.event'
  /**  */
  | 'ledger.posted'
  /**  */
  | 'ticket.issued'
  /**  */
  | 'ticket.voided'
  /**  */
  | 'ticket.reissued'
  /**  */
  | 'signing_key.rotated'
  /**  */
  | 'checkin.scanned'
  /**  */
  | 'message.queued'
  /**  */
  | 'message.sent'
  /**  */
  | 'message.failed'
  /**  */
  | 'message.cancelled'
  /**  */
  | 'template.changed';

export const FeedType: {
  readonly VENUE_CREATED: 'venue.created';
  readonly VENUE_UPDATED: 'venue.updated';
  readonly VENUE_DELETED: 'venue.deleted';
  readonly MAP_CREATED: 'map.created';
  readonly MAP_PUBLISHED: 'map.published';
  readonly MAP_DELETED: 'map.deleted';
  readonly EVENT_CREATED: 'event.created';
  readonly EVENT_UPDATED: 'event.updated';
  readonly EVENT_DELETED: 'event.deleted';
  readonly TICKET_TYPE_CREATED: 'ticket_type.created';
  readonly TICKET_TYPE_UPDATED: 'ticket_type.updated';
  readonly TICKET_TYPE_DELETED: 'ticket_type.deleted';
  readonly HOLD_CREATED: 'hold.created';
  readonly HOLD_EXTENDED: 'hold.extended';
  readonly HOLD_RELEASED: 'hold.released';
  readonly HOLD_EXPIRED: 'hold.expired';
  readonly HOLD_SOLD: 'hold.sold';
  readonly HOLD_REGAINED: 'hold.regained';
  readonly SEAT_BLOCKED: 'seat.blocked';
  readonly SEAT_UNBLOCKED: 'seat.unblocked';
  readonly SEAT_ALLOTTED: 'seat.allotted';
  readonly SEAT_RETURNED: 'seat.returned';
  readonly POOL_CREATED: 'pool.created';
  readonly POOL_UPDATED: 'pool.updated';
  readonly POOL_RETURNED: 'pool.returned';
  readonly ORDER_CREATED: 'order.created';
  readonly ORDER_STATE: 'order.state';
  readonly ORDER_CONFIRMED: 'order.confirmed';
  readonly ORDER_CANCELLED: 'order.cancelled';
  readonly ORDER_REFUNDED: 'order.refunded';
  readonly PAYMENT_COMMAND: 'payment.command';
  readonly PAYMENT_EVENT: 'payment.event';
  readonly LEDGER_POSTED: 'ledger.posted';
  readonly TICKET_ISSUED: 'ticket.issued';
  readonly TICKET_VOIDED: 'ticket.voided';
  readonly TICKET_REISSUED: 'ticket.reissued';
  readonly SIGNING_KEY_ROTATED: 'signing_key.rotated';
  readonly CHECKIN_SCANNED: 'checkin.scanned';
  readonly MESSAGE_QUEUED: 'message.queued';
  readonly MESSAGE_SENT: 'message.sent';
  readonly MESSAGE_FAILED: 'message.failed';
  readonly MESSAGE_CANCELLED: 'message.cancelled';
  readonly TEMPLATE_CHANGED: 'template.changed';
};

/** What a hold is. */
export type HoldState =
  /** Its seats and places are its own. */
  | 'live'
  /** Given back by its owner, or swapped for another. */
  | 'released'
  /** Its time ran out, or the host ended it. */
  | 'expired'
  /** Its seats and places were sold. */
  | 'sold';

export const HoldState: {
  readonly LIVE: 'live';
  readonly RELEASED: 'released';
  readonly EXPIRED: 'expired';
  readonly SOLD: 'sold';
};

/** Flags of the requests that make a hold. Both are for the host's own office, not for the public. */
export type HoldFlag =
  /** Also outside the event's sale window. */
  | 'any_time'
  /** A single left-over seat is no reason to refuse. */
  | 'allow_orphans';

export const HoldFlag: {
  readonly ANY_TIME: 'any_time';
  readonly ALLOW_ORPHANS: 'allow_orphans';
};

/** The chart of accounts. Disk format. A balance is debits minus credits. */
export type Account =
  /** None. */
  | 'none'
  /** Buyers owe us: sold and not yet captured. */
  | 'receivable'
  /** The payment provider owes us: captured. */
  | 'clearing'
  /** Taken by hand: till, bank. */
  | 'cash'
  /** Price of tickets sold, without tax. */
  | 'revenue'
  /** Fees on tickets sold, without tax. */
  | 'fees'
  /** Tax on tickets sold. */
  | 'tax'
  /** Sold, then refunded. */
  | 'refunds'
  /** We owe buyers: refunds under way, money that came without seats. */
  | 'owed'
  /** Kept back by the provider while a dispute is open. */
  | 'disputes'
  /** Lost in disputes. */
  | 'chargebacks'
  /** Accounts there are, with NONE. */
  | 'count';

export const Account: {
  readonly NONE: 'none';
  readonly RECEIVABLE: 'receivable';
  readonly CLEARING: 'clearing';
  readonly CASH: 'cash';
  readonly REVENUE: 'revenue';
  readonly FEES: 'fees';
  readonly TAX: 'tax';
  readonly REFUNDS: 'refunds';
  readonly OWED: 'owed';
  readonly DISPUTES: 'disputes';
  readonly CHARGEBACKS: 'chargebacks';
  readonly COUNT: 'count';
};

/** Why a posting was made. Disk format. */
export type PostingReason =
  /** An order was confirmed. */
  | 'sale'
  /** A payment was captured. */
  | 'capture'
  /** Money was taken by hand. */
  | 'by_hand'
  /** A confirmed order was taken back before money was taken. */
  | 'reversal'
  /** Money came for which there are no seats. */
  | 'late'
  /** A refund was asked for. */
  | 'refund'
  /** A refund was carried out. */
  | 'refunded'
  /** A dispute was opened. */
  | 'dispute'
  /** A dispute was won. */
  | 'dispute_won'
  /** A dispute was lost. */
  | 'dispute_lost';

export const PostingReason: {
  readonly SALE: 'sale';
  readonly CAPTURE: 'capture';
  readonly BY_HAND: 'by_hand';
  readonly REVERSAL: 'reversal';
  readonly LATE: 'late';
  readonly REFUND: 'refund';
  readonly REFUNDED: 'refunded';
  readonly DISPUTE: 'dispute';
  readonly DISPUTE_WON: 'dispute_won';
  readonly DISPUTE_LOST: 'dispute_lost';
};

/** What the seats of a row stand along. */
export type RowKind =
  /** A line or curve with two ends. */
  | 'line'
  /** Around a table. */
  | 'table'
  /** Around the table of a booth. */
  | 'booth';

export const RowKind: {
  readonly LINE: 'line';
  readonly TABLE: 'table';
  readonly BOOTH: 'booth';
};

/** The form of a map document. */
export type MapForm =
  /** JSON with `zones`: seating plan; other JSON: ours; else CSV. */
  | 'auto'
  /** Our own JSON form. */
  | 'ticketcore'
  /** The seating-plan JSON of pretix. */
  | 'pretix'
  /** Comma-separated values (RFC 4180) with a header line. */
  | 'csv';

export const MapForm: {
  readonly AUTO: 'auto';
  readonly TICKETCORE: 'ticketcore';
  readonly PRETIX: 'pretix';
  readonly CSV: 'csv';
};

/** Where a version of a map is in its life. */
export type MapStatus =
  /** Not yet for events. */
  | 'draft'
  /** Events may use it; it never changes again. */
  | 'published';

export const MapStatus: {
  readonly DRAFT: 'draft';
  readonly PUBLISHED: 'published';
};

/** Attributes of a seat. */
export type SeatFlag =
  /** A wheelchair place, or reachable without steps. */
  | 'accessible'
  /** For who comes with the person on an accessible seat. */
  | 'companion'
  /** One does not see everything from it. */
  | 'restricted_view'
  /** An aisle, or a gap as wide as one, before it in its row. */
  | 'aisle_left'
  /** The same after it in its row. */
  | 'aisle_right'
  /** At a table or in a booth: its neighbours go round. */
  | 'table'
  /** The map no longer has it; its number is kept. */
  | 'retired';

export const SeatFlag: {
  readonly ACCESSIBLE: 'accessible';
  readonly COMPANION: 'companion';
  readonly RESTRICTED_VIEW: 'restricted_view';
  readonly AISLE_LEFT: 'aisle_left';
  readonly AISLE_RIGHT: 'aisle_right';
  readonly TABLE: 'table';
  readonly RETIRED: 'retired';
};

/** Where an order stands. Disk format. */
export type OrderState =
  /** Not begun; never seen in an order. */
  | 'none'
  /** Seats held, money awaited by hand until the deadline. */
  | 'pending'
  /** Seats held, an authorisation is under way. */
  | 'authorising'
  /** Seats held, the authorisation's outcome is being queried. */
  | 'unknown'
  /** Seats held, the payment failed; pay again before the deadline. */
  | 'declined'
  /** Cancelled while the authorisation's answer is still open. */
  | 'cancelling'
  /** Deadline passed while the authorisation's answer is still open. */
  | 'overdue'
  /** No seats; the authorisation is being voided. */
  | 'voiding'
  /** No seats; the void failed: cancel again, or void by hand. */
  | 'void_failed'
  /** No seats, no money: given up. */
  | 'cancelled'
  /** No seats, no money: not paid in time. */
  | 'expired'
  /** Confirmed: seats sold, tickets issued; the capture is under way. */
  | 'capturing'
  /** Taken back after confirming, while the capture's answer is open. */
  | 'unwinding'
  /** Confirmed: seats sold, tickets issued, money taken (or none due). */
  | 'settled'
  /** One or more refunds are under way. */
  | 'refunding'
  /** Settled, a part of the money went back or was lost in a dispute. */
  | 'partly_refunded'
  /** A refund failed: refund again, or by hand. */
  | 'refund_failed'
  /** No seats; all the money went back. */
  | 'refunded'
  /** The buyer disputes the payment at the bank. */
  | 'disputed'
  /** No seats; the dispute was lost and the money is gone. */
  | 'charged_back';

export const OrderState: {
  readonly NONE: 'none';
  readonly PENDING: 'pending';
  readonly AUTHORISING: 'authorising';
  readonly UNKNOWN: 'unknown';
  readonly DECLINED: 'declined';
  readonly CANCELLING: 'cancelling';
  readonly OVERDUE: 'overdue';
  readonly VOIDING: 'voiding';
  readonly VOID_FAILED: 'void_failed';
  readonly CANCELLED: 'cancelled';
  readonly EXPIRED: 'expired';
  readonly CAPTURING: 'capturing';
  readonly UNWINDING: 'unwinding';
  readonly SETTLED: 'settled';
  readonly REFUNDING: 'refunding';
  readonly PARTLY_REFUNDED: 'partly_refunded';
  readonly REFUND_FAILED: 'refund_failed';
  readonly REFUNDED: 'refunded';
  readonly DISPUTED: 'disputed';
  readonly CHARGED_BACK: 'charged_back';
};

/** How an order is paid. Disk format. */
export type PayMethod =
  /** Not said; refused where a method is asked for. */
  | 'none'
  /** Authorised and captured through leased payment commands. */
  | 'provider'
  /** Pending until orderSettle() says that the money came. */
  | 'offline'
  /** Taken already (box office): confirmed in this very command. */
  | 'paid'
  /** Nothing to pay: the total must be 0; confirmed in this very command. */
  | 'free';

export const PayMethod: {
  readonly NONE: 'none';
  readonly PROVIDER: 'provider';
  readonly OFFLINE: 'offline';
  readonly PAID: 'paid';
  readonly FREE: 'free';
};

/** Why an order was given up. Disk format. */
export type OrderReason =
  /** It was not. */
  | 'none'
  /** Cancelled with the order's secret. */
  | 'buyer'
  /** Cancelled by the host. */
  | 'host'
  /** Not paid in time. */
  | 'deadline'
  /** The capture failed after it was confirmed. */
  | 'capture'
  /** The money came late and its seats were gone. */
  | 'seats'
  /** The event was cancelled. */
  | 'event'
  /** A dispute was lost. */
  | 'dispute'
  /** The provider voided or refunded it by itself. */
  | 'provider';

export const OrderReason: {
  readonly NONE: 'none';
  readonly BUYER: 'buyer';
  readonly HOST: 'host';
  readonly DEADLINE: 'deadline';
  readonly CAPTURE: 'capture';
  readonly SEATS: 'seats';
  readonly EVENT: 'event';
  readonly DISPUTE: 'dispute';
  readonly PROVIDER: 'provider';
};

/** Flags of the requests of this header. */
export type OrderFlag =
  /** Act without the order's secret, on the host's own authority. */
  | 'as_host'
  /** OrderRefund(): the money was given back outside the engine. */
  | 'by_hand'
  /** Cancel, refund: because the event does not take place. */
  | 'event_gone';

export const OrderFlag: {
  readonly AS_HOST: 'as_host';
  readonly BY_HAND: 'by_hand';
  readonly EVENT_GONE: 'event_gone';
};

/** Ways a message goes. */
export type MessageChannel =
  /** To an e-mail address; subject and body. */
  | 'email'
  /** To a telephone number; body only. */
  | 'sms'
  /** To a device token; subject and body. */
  | 'push'
  /** To a URL; a JSON body, signed by webhookSign(). */
  | 'webhook';

export const MessageChannel: {
  readonly EMAIL: 'email';
  readonly SMS: 'sms';
  readonly PUSH: 'push';
  readonly WEBHOOK: 'webhook';
};

/** What a message is about: the name of its template. Numbers from 1,000 on are the host's own. */
export type MessageKind =
  /** Paid, tickets issued. */
  | 'order_confirmed'
  /** Made, to be paid offline. */
  | 'order_pending'
  /** Given up, by whomever. */
  | 'order_cancelled'
  /** Money returned, whole or in part. */
  | 'order_refunded'
  /** The payment was declined. */
  | 'payment_failed'
  /** Paid after the hold had died; voided or refunded. */
  | 'late_payment'
  /** A ticket has a new barcode. */
  | 'ticket_reissued'
  /** The show is near. */
  | 'event_reminder'
  /** Time or place changed. */
  | 'event_changed'
  /** The show is off. */
  | 'event_cancelled'
  /** Seats for somebody on the waiting list. */
  | 'offer'
  /** The first of the host's own, 1,000 … 65,535. */
  | 'custom';

export const MessageKind: {
  readonly ORDER_CONFIRMED: 'order_confirmed';
  readonly ORDER_PENDING: 'order_pending';
  readonly ORDER_CANCELLED: 'order_cancelled';
  readonly ORDER_REFUNDED: 'order_refunded';
  readonly PAYMENT_FAILED: 'payment_failed';
  readonly LATE_PAYMENT: 'late_payment';
  readonly TICKET_REISSUED: 'ticket_reissued';
  readonly EVENT_REMINDER: 'event_reminder';
  readonly EVENT_CHANGED: 'event_changed';
  readonly EVENT_CANCELLED: 'event_cancelled';
  readonly OFFER: 'offer';
  readonly CUSTOM: 'custom';
};

/** States of a message. */
export type MessageState =
  /** Waits for its first or next attempt. */
  | 'queued'
  /** With a worker. */
  | 'leased'
  /** Sent, with a receipt. */
  | 'sent'
  /** Given up: too many attempts, or failed for good. */
  | 'dead'
  /** Not to be sent any more. */
  | 'cancelled';

export const MessageState: {
  readonly QUEUED: 'queued';
  readonly LEASED: 'leased';
  readonly SENT: 'sent';
  readonly DEAD: 'dead';
  readonly CANCELLED: 'cancelled';
};

/** What became of a leased message. */
export type MessageOutcome =
  /** Sent. */
  | 'sent'
  /** Failed; may work later. */
  | 'retry'
  /** Failed for good: the address does not exist …. */
  | 'failed'
  /** Not sent and not wanted any more. */
  | 'cancel';

export const MessageOutcome: {
  readonly SENT: 'sent';
  readonly RETRY: 'retry';
  readonly FAILED: 'failed';
  readonly CANCEL: 'cancel';
};

/** What a payment command asks for. Disk format. */
export type PaymentKind =
  /** Reserve the amount on the buyer's side. */
  | 'authorise'
  /** Take the amount that was authorised. */
  | 'capture'
  /** Let go of what was authorised. */
  | 'void'
  /** Give an amount that was captured back. */
  | 'refund'
  /** Find out what became of the command with this idempotency key. */
  | 'query'
  /** Authorise and capture in one (events with 'at_once'). */
  | 'charge';

export const PaymentKind: {
  readonly AUTHORISE: 'authorise';
  readonly CAPTURE: 'capture';
  readonly VOID: 'void';
  readonly REFUND: 'refund';
  readonly QUERY: 'query';
  readonly CHARGE: 'charge';
};

/** What became of a payment command at the provider. */
export type PaymentOutcome =
  /** It happened. Query: the command asked about happened. */
  | 'done'
  /** It did not happen and will not under this key. */
  | 'declined'
  /** It did not happen; try again later. Query: no answer, ask again. */
  | 'failed'
  /** It may have happened: the engine will query. */
  | 'unknown'
  /** Query only: the provider never saw the command; it is done anew. */
  | 'absent';

export const PaymentOutcome: {
  readonly DONE: 'done';
  readonly DECLINED: 'declined';
  readonly FAILED: 'failed';
  readonly UNKNOWN: 'unknown';
  readonly ABSENT: 'absent';
};

/** What a provider reports by itself (webhook). Disk format. */
export type PaymentEventKind =
  /** An amount is reserved. */
  | 'authorised'
  /** The authorisation was refused. */
  | 'declined'
  /** The amount was taken. */
  | 'captured'
  /** The amount could not be taken. */
  | 'capture_failed'
  /** The reservation is gone: voided, or lapsed. */
  | 'voided'
  /** The reservation could not be voided. */
  | 'void_failed'
  /** An amount went back. */
  | 'refunded'
  /** An amount could not be given back. */
  | 'refund_failed'
  /** The buyer disputes; the provider keeps the amount back. */
  | 'dispute_opened'
  /** The amount is ours again. */
  | 'dispute_won'
  /** The amount is gone. */
  | 'dispute_lost';

export const PaymentEventKind: {
  readonly AUTHORISED: 'authorised';
  readonly DECLINED: 'declined';
  readonly CAPTURED: 'captured';
  readonly CAPTURE_FAILED: 'capture_failed';
  readonly VOIDED: 'voided';
  readonly VOID_FAILED: 'void_failed';
  readonly REFUNDED: 'refunded';
  readonly REFUND_FAILED: 'refund_failed';
  readonly DISPUTE_OPENED: 'dispute_opened';
  readonly DISPUTE_WON: 'dispute_won';
  readonly DISPUTE_LOST: 'dispute_lost';
};

/** Where a payment stands. Disk format. */
export type PaymentState =
  /** Its authorisation is under way. */
  | 'open'
  /** Reserved, not taken. */
  | 'authorised'
  /** Taken. */
  | 'captured'
  /** Refused, or given up before it began; no money. */
  | 'declined'
  /** Reserved once, let go. */
  | 'voided'
  /** Taken, and disputed. */
  | 'disputed'
  /** Taken, disputed, lost. */
  | 'charged_back';

export const PaymentState: {
  readonly OPEN: 'open';
  readonly AUTHORISED: 'authorised';
  readonly CAPTURED: 'captured';
  readonly DECLINED: 'declined';
  readonly VOIDED: 'voided';
  readonly DISPUTED: 'disputed';
  readonly CHARGED_BACK: 'charged_back';
};

/** Where a refund stands. Disk format. */
export type RefundState =
  /** Its command is under way. */
  | 'open'
  /** The money went back. */
  | 'done'
  /** It failed; see orderRefund(). */
  | 'failed';

export const RefundState: {
  readonly OPEN: 'open';
  readonly DONE: 'done';
  readonly FAILED: 'failed';
};

/** Flags of PoolCreateRequest. */
export type PoolCreateFlag =
  /** The pool begins closed. */
  | 'closed';

export const PoolCreateFlag: {
  readonly CLOSED: 'closed';
};

/** What a PoolUpdateRequest sets. */
export type PoolUpdateFlag =
  /** Set the capacity. */
  | 'capacity'
  /** Open or close it. */
  | 'open'
  /** Set the name. */
  | 'name'
  /** Set the channel. */
  | 'channel';

export const PoolUpdateFlag: {
  readonly CAPACITY: 'capacity';
  readonly OPEN: 'open';
  readonly NAME: 'name';
  readonly CHANNEL: 'channel';
};

/** Kinds of places a line may sell. */
export type PlaceKind =
  /** A numbered seat. */
  | 'seat'
  /** Places of a pool. */
  | 'pool';

export const PlaceKind: {
  readonly SEAT: 'seat';
  readonly POOL: 'pool';
};

/** What a seat is. */
export type SeatState =
  /** May be held. */
  | 'free'
  /** Belongs to one live hold. */
  | 'held'
  /** Belongs to one ticket. */
  | 'sold'
  /** Not for sale. */
  | 'blocked'
  /** The event's present map no longer has it. */
  | 'retired';

export const SeatState: {
  readonly FREE: 'free';
  readonly HELD: 'held';
  readonly SOLD: 'sold';
  readonly BLOCKED: 'blocked';
  readonly RETIRED: 'retired';
};

/** Flags of a template. */
export type TemplateFlag =
  /** The body is HTML: `{{name}}` is escaped for it. */
  | 'html';

export const TemplateFlag: {
  readonly HTML: 'html';
};

/** How templateRender() escapes `{{name}}`. */
export type TemplateEscaping =
  /** As it is. */
  | 'none'
  /** & < > " ' as character references. */
  | 'html'
  /** As inside a JSON string (RFC 8259). */
  | 'json';

export const TemplateEscaping: {
  readonly NONE: 'none';
  readonly HTML: 'html';
  readonly JSON: 'json';
};

/** States of a ticket. */
export type TicketState =
  /** Good for entry. */
  | 'valid'
  /** Its holder has entered. */
  | 'used'
  /** Worthless: refunded, cancelled or voided by hand. */
  | 'voided';

export const TicketState: {
  readonly VALID: 'valid';
  readonly USED: 'used';
  readonly VOIDED: 'voided';
};

/** Flags of a TicketListRequest. */
export type TicketListFlag =
  /** Fill section, row, label and type_name; else they are undefined. */
  | 'labels';

export const TicketListFlag: {
  readonly LABELS: 'labels';
};

/** How a barcode's validity lies to a time. */
export type BarcodeWindow =
  /** Within its validity, or no time was given. */
  | 'in_time'
  /** Before it. */
  | 'too_early'
  /** After it. */
  | 'too_late';

export const BarcodeWindow: {
  readonly IN_TIME: 'in_time';
  readonly TOO_EARLY: 'too_early';
  readonly TOO_LATE: 'too_late';
};

/** Whether a ticket type can be bought. */
export type TicketTypeStatus =
  /** Not for sale; what was sold stays good. */
  | 'off'
  /** For sale within its window. */
  | 'on_sale';

export const TicketTypeStatus: {
  readonly OFF: 'off';
  readonly ON_SALE: 'on_sale';
};

/** Which fields an update changes; others stay. */
export type TicketTypeField =
  /** `name`. */
  | 'name'
  /** `description`. */
  | 'description'
  /** `category` and `pool`. */
  | 'place'
  /** `channels`. */
  | 'channels'
  /** `priceMinor` and `feeMinor`. */
  | 'price'
  /** `taxBp` and `taxInclusive`. */
  | 'tax'
  /** `saleFromMs` and `saleUntilMs`. */
  | 'sale_window'
  /** `minPerOrder` and `maxPerOrder`. */
  | 'per_order'
  /** `status`. */
  | 'status';

export const TicketTypeField: {
  readonly NAME: 'name';
  readonly DESCRIPTION: 'description';
  readonly PLACE: 'place';
  readonly CHANNELS: 'channels';
  readonly PRICE: 'price';
  readonly TAX: 'tax';
  readonly SALE_WINDOW: 'sale_window';
  readonly PER_ORDER: 'per_order';
  readonly STATUS: 'status';
};

/** Which fields an update changes; others stay. */
export type VenueField =
  /** `name`. */
  | 'name'
  /** `address`. */
  | 'address'
  /** `city`. */
  | 'city'
  /** `country`. */
  | 'country'
  /** `timeZone`. */
  | 'time_zone'
  /** `capacityNote`. */
  | 'capacity_note';

export const VenueField: {
  readonly NAME: 'name';
  readonly ADDRESS: 'address';
  readonly CITY: 'city';
  readonly COUNTRY: 'country';
  readonly TIME_ZONE: 'time_zone';
  readonly CAPACITY_NOTE: 'capacity_note';
};

export const DISK_FORMAT: number;
export const CONSUMER_NAME_MAX: number;
export const CONSUMERS_MAX: number;
export const HOLD_BEST_MAX: number;
export const SEATS_MAX: number;
export const HOLD_SEATS_MAX: number;
export const HOLD_POOLS_MAX: number;
export const HOLD_TTL_MS_MAX: number;
export const HOLD_TTL_MS_DEFAULT: number;
export const HOLD_LIFE_MS_DEFAULT: number;
export const POOL_QUANTITY_MAX: number;
export const POOL_CAPACITY_MAX: number;
export const POOLS_MAX: number;
export const CATEGORIES_MAX: number;
export const SECTIONS_MAX: number;
export const CHANNELS_MAX: number;
export const TICKET_TYPES_MAX: number;
export const NAME_MAX: number;
export const LABEL_MAX: number;
export const TEXT_MAX: number;
export const TAGS_MAX: number;
export const ADDRESS_MAX: number;
export const BUYER_MAX: number;
export const ORDER_TICKETS_MAX: number;
export const REFERENCE_MAX: number;
export const IMPORT_BYTES_MAX: number;
export const JSON_DEPTH_MAX: number;
export const TEMPLATE_MAX: number;
export const BODY_MAX: number;
export const BATCH_MAX: number;
export const QUEUE_MAX: number;
export const ATTEMPTS_MAX: number;
export const LEASE_MS_MAX: number;
export const TIME_MS_MAX: number;
export const CLOCK_JUMP_MS_MAX: number;
export const AMOUNT_MAX: number;
export const ROWS_MAX: number;
export const ROW_SEATS_MAX: number;
export const AREAS_MAX: number;
export const AREA_POINTS_MAX: number;
export const SEAT_NAME_MAX: number;
export const MESSAGE_VARIABLES_MAX: number;
export const MESSAGE_VARIABLE_BYTES_MAX: number;
export const DEDUPE_MAX: number;
export const MESSAGE_LEASE_MAX: number;
export const MESSAGE_ATTEMPTS_DEFAULT: number;
export const MESSAGE_RETRY_MS_MAX: number;
export const WEBHOOK_SIGNATURE_MAX: number;
export const WEBHOOK_TOLERANCE_S: number;
export const CHANNEL_PUBLIC: number;
export const SEAT_CHANGE_MAX: number;
export const LOCALE_MAX: number;
export const TEMPLATE_SUBJECT_MAX: number;
export const BARCODE_MAX: number;

/** A new venue. */
export interface VenueCreateRequest {
  /** 1 … NAME_MAX bytes of UTF-8. */
  name: string;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Street and number, at most ADDRESS_MAX bytes; may be undefined. */
  address?: string;
  /** At most NAME_MAX bytes; may be undefined. */
  city?: string;
  /** Two capital letters (ISO 3166-1 alpha-2); may be undefined. */
  country?: string;
  /**
   * IANA time-zone name such as "Europe/Berlin", at most LABEL_MAX bytes; only its form is
   * checked; may be undefined.
   */
  timeZone?: string;
  /** Free words such as "1,200 seated, 3,000 standing", at most NAME_MAX bytes; may be undefined. */
  capacityNote?: string;
}

/** What making or changing a venue answers. */
export interface VenueResult {
  /** Id of the venue. */
  readonly venue: bigint;
  /** Its version now; 0 when it was deleted. */
  readonly version: bigint;
}

/** A change of a venue. Only the fields named in `fields` change; of those, undefined clears. */
export interface VenueUpdateRequest {
  /** Id of the venue. */
  venue: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version it must have; 0: any. */
  expectedVersion?: bigint;
  /** 1 … NAME_MAX bytes of UTF-8. */
  name?: string;
  /** Street and number, at most ADDRESS_MAX bytes; may be undefined. */
  address?: string;
  /** At most NAME_MAX bytes; may be undefined. */
  city?: string;
  /** Two capital letters (ISO 3166-1 alpha-2); may be undefined. */
  country?: string;
  /**
   * IANA time-zone name such as "Europe/Berlin", at most LABEL_MAX bytes; only its form is
   * checked; may be undefined.
   */
  timeZone?: string;
  /** Free words such as "1,200 seated, 3,000 standing", at most NAME_MAX bytes; may be undefined. */
  capacityNote?: string;
  /** VenueField values, or-ed; at least one. */
  fields?: readonly VenueField[];
}

/** Removal of a venue. */
export interface VenueDeleteRequest {
  /** Id of the venue. */
  venue: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version it must have; 0: any. */
  expectedVersion?: bigint;
}

/** A new map, as a draft, from a document. */
export interface MapCreateRequest {
  /** The document, UTF-8; need not end in NUL. */
  text: string | Uint8Array;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** The venue it belongs to; 0: none. */
  venue?: bigint;
  /** At most NAME_MAX bytes; undefined: the document's own. */
  name?: string;
  /** A MapForm. */
  form?: MapForm;
}

/** What importing, publishing or deleting a map answers. */
export interface MapResult {
  /** The version it was about, from 1; 0 when the map was deleted. */
  readonly mapVersion: number;
  /** Id of the map. */
  readonly map: bigint;
  /** Version of the map object, for `expectedVersion`; 0: deleted. */
  readonly version: bigint;
  /** Seats in this version. */
  readonly seats: number;
  /** Of them, new against the version before. */
  readonly seatsAdded: number;
  /** Numbers of seats no longer there, of all versions. */
  readonly seatsRetired: number;
  /** Seats + seats_retired: numbers run from 0 to this, exclusive. */
  readonly seatNumbers: number;
}

/** A new draft version of a map, from a document. */
export interface MapUpdateRequest {
  /** Id of the map. */
  map: bigint;
  /** The document, UTF-8; need not end in NUL. */
  text: string | Uint8Array;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version the map object must have; 0: any. */
  expectedVersion?: bigint;
  /** At most NAME_MAX bytes; undefined: as it was. */
  name?: string;
  /** A MapForm. */
  form?: MapForm;
}

/** Publication of a draft. */
export interface MapPublishRequest {
  /** Id of the map. */
  map: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version the map object must have; 0: any. */
  expectedVersion?: bigint;
  /** The draft; 0: the newest version. */
  mapVersion?: number;
}

/** Removal of a map with all its versions. */
export interface MapDeleteRequest {
  /** Id of the map. */
  map: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version the map object must have; 0: any. */
  expectedVersion?: bigint;
}

/** A new event. */
export interface EventCreateRequest {
  /** At most TIME_MS_MAX as every time; must be given. */
  startsAt: Date;
  /** 1 … NAME_MAX bytes of UTF-8. */
  name: string;
  /** Three capital letters (ISO 4217); must be given. */
  currency: string;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Where; 0: nowhere yet. */
  venue?: bigint;
  /** Seat map; 0: no numbered seats. */
  map?: bigint;
  /** Not before the start; null: not said. */
  endsAt?: Date;
  /** Null: at once. */
  saleFrom?: Date;
  /** After `saleFromMs`; null: until it starts. */
  saleUntil?: Date;
  /**
   * Milliseconds; life of a hold when its request says nothing, 1,000 … HOLD_TTL_MS_MAX; 0:
   * HOLD_TTL_MS_DEFAULT.
   */
  holdTtlMs?: number;
  /**
   * Milliseconds; life of a hold with all extensions, `holdTtlMs` … HOLD_TTL_MS_MAX; 0:
   * HOLD_LIFE_MS_DEFAULT.
   */
  holdLifeMs?: number;
  /** At most TEXT_MAX bytes; may be undefined. */
  description?: string;
  /** Kind or genre such as "concert", at most LABEL_MAX bytes; may be undefined. */
  category?: string;
  /** `tagsCount` texts of 1 … LABEL_MAX bytes, no two equal. */
  tags?: Iterable<string>;
  /** Published version of the map; 0: the newest published. */
  mapVersion?: number;
  /** A EventStatus; 0: 'draft'. */
  status?: EventStatus;
  /** EventFlag values, or-ed. */
  rules?: readonly EventFlag[];
  /** A LateMoney. */
  lateMoney?: LateMoney;
  /** A Capture. */
  capture?: Capture;
  /** Places one buyer may hold and own; 0: no limit. */
  limitPerBuyer?: number;
  /** Places in one order; 0: no limit. */
  limitPerOrder?: number;
}

/** What making or changing an event answers. */
export interface EventResult {
  /** Seat numbers of its map, retired ones included; 0 without a map. */
  readonly seats: number;
  /** Id of the event. */
  readonly event: bigint;
  /** Its version now; 0 when it was deleted. */
  readonly version: bigint;
  /** Version of the map it uses; 0 without a map. */
  readonly mapVersion: number;
}

/**
 * A change of an event. Only the fields named in `fields` change; of those, undefined and 0 mean
 * what they mean at creation.
 */
export interface EventUpdateRequest {
  /** Id of the event. */
  event: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version it must have; 0: any. */
  expectedVersion?: bigint;
  /** Where; 0: nowhere yet. */
  venue?: bigint;
  /** Seat map; 0: no numbered seats. */
  map?: bigint;
  /** At most TIME_MS_MAX as every time; must be given. */
  startsAt?: Date;
  /** Not before the start; null: not said. */
  endsAt?: Date;
  /** Null: at once. */
  saleFrom?: Date;
  /** After `saleFromMs`; null: until it starts. */
  saleUntil?: Date;
  /**
   * Milliseconds; life of a hold when its request says nothing, 1,000 … HOLD_TTL_MS_MAX; 0:
   * HOLD_TTL_MS_DEFAULT.
   */
  holdTtlMs?: number;
  /**
   * Milliseconds; life of a hold with all extensions, `holdTtlMs` … HOLD_TTL_MS_MAX; 0:
   * HOLD_LIFE_MS_DEFAULT.
   */
  holdLifeMs?: number;
  /** 1 … NAME_MAX bytes of UTF-8. */
  name?: string;
  /** At most TEXT_MAX bytes; may be undefined. */
  description?: string;
  /** Kind or genre such as "concert", at most LABEL_MAX bytes; may be undefined. */
  category?: string;
  /** Three capital letters (ISO 4217); must be given. */
  currency?: string;
  /** `tagsCount` texts of 1 … LABEL_MAX bytes, no two equal. */
  tags?: Iterable<string>;
  /** Published version of the map; 0: the newest published. */
  mapVersion?: number;
  /** A EventStatus; 0: 'draft'. */
  status?: EventStatus;
  /** EventFlag values, or-ed. */
  rules?: readonly EventFlag[];
  /** A LateMoney. */
  lateMoney?: LateMoney;
  /** A Capture. */
  capture?: Capture;
  /** Places one buyer may hold and own; 0: no limit. */
  limitPerBuyer?: number;
  /** Places in one order; 0: no limit. */
  limitPerOrder?: number;
  /** EventField values, or-ed; at least one. */
  fields?: readonly EventField[];
}

/** Removal of an event. */
export interface EventDeleteRequest {
  /** Id of the event. */
  event: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version it must have; 0: any. */
  expectedVersion?: bigint;
}

/** A new ticket type of an event. */
export interface TicketTypeCreateRequest {
  /** Id of the event. */
  event: bigint;
  /** Price of one, 0 … AMOUNT_MAX minor units. */
  priceMinor: bigint;
  /** 1 … NAME_MAX bytes of UTF-8. */
  name: string;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Fee on top of one, 0 … AMOUNT_MAX minor units. */
  feeMinor?: bigint;
  /** Null: with the event. */
  saleFrom?: Date;
  /** After `saleFromMs`; null: with the event. */
  saleUntil?: Date;
  /** At most TEXT_MAX bytes; may be undefined. */
  description?: string;
  /**
   * Number of the map's category it is for, from 1; 0: any. Numbers are those of
   * mapCategoryList().
   */
  category?: number;
  /** Pool it draws on (general admission); 0: it is for a seat. */
  pool?: number;
  /** Bit `1 << channel` for each it is sold through, 16 bits; 0: all. */
  channels?: readonly number[];
  /** Tax in basis points, 0 … 100,000 (1,900 is 19 %). */
  taxBp?: number;
  /** True: price and fee contain the tax; false: it is added. */
  taxInclusive?: boolean;
  /** Fewest of it in an order that has any; 0: no such rule. */
  minPerOrder?: number;
  /** Most of it in an order; 0: no such rule. */
  maxPerOrder?: number;
  /** A TicketTypeStatus; TICKET_TYPE_CREATE_REQUEST_INIT says on sale. */
  status?: TicketTypeStatus;
}

/** What making or changing a ticket type answers. */
export interface TicketTypeResult {
  /** Its number in the event, from 1. */
  readonly ticketType: number;
  /** The event. */
  readonly event: bigint;
  /** Its version now; 0 when it was deleted. */
  readonly version: bigint;
}

/**
 * A change of a ticket type. Only the fields named in `fields` change. Orders that were made keep
 * the price they froze.
 */
export interface TicketTypeUpdateRequest {
  /** Id of the event. */
  event: bigint;
  /** Number of the ticket type in the event. */
  ticketType: number;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version the ticket type must have; 0: any. */
  expectedVersion?: bigint;
  /** Price of one, 0 … AMOUNT_MAX minor units. */
  priceMinor?: bigint;
  /** Fee on top of one, 0 … AMOUNT_MAX minor units. */
  feeMinor?: bigint;
  /** Null: with the event. */
  saleFrom?: Date;
  /** After `saleFromMs`; null: with the event. */
  saleUntil?: Date;
  /** 1 … NAME_MAX bytes of UTF-8. */
  name?: string;
  /** At most TEXT_MAX bytes; may be undefined. */
  description?: string;
  /**
   * Number of the map's category it is for, from 1; 0: any. Numbers are those of
   * mapCategoryList().
   */
  category?: number;
  /** Pool it draws on (general admission); 0: it is for a seat. */
  pool?: number;
  /** Bit `1 << channel` for each it is sold through, 16 bits; 0: all. */
  channels?: readonly number[];
  /** Tax in basis points, 0 … 100,000 (1,900 is 19 %). */
  taxBp?: number;
  /** True: price and fee contain the tax; false: it is added. */
  taxInclusive?: boolean;
  /** Fewest of it in an order that has any; 0: no such rule. */
  minPerOrder?: number;
  /** Most of it in an order; 0: no such rule. */
  maxPerOrder?: number;
  /** A TicketTypeStatus; TICKET_TYPE_CREATE_REQUEST_INIT says on sale. */
  status?: TicketTypeStatus;
  /** TicketTypeField values, or-ed; at least one. */
  fields?: readonly TicketTypeField[];
}

/** Removal of a ticket type. */
export interface TicketTypeDeleteRequest {
  /** Id of the event. */
  event: bigint;
  /** Number of the ticket type in the event. */
  ticketType: number;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Version the ticket type must have; 0: any. */
  expectedVersion?: bigint;
}

/** One seat of a hold. */
export interface HoldSeat {
  /** Event id. */
  event: bigint;
  /** Number in the event, from 0. */
  seat: number;
  /** Asked: the version expected, 0: any. Answered: the version it now has. */
  version?: number;
}

/** A quantity from one pool. */
export interface HoldPool {
  /** Event id. */
  event: bigint;
  /** Number in the event, from 1. */
  pool: number;
  /** 1 … POOL_QUANTITY_MAX. */
  quantity: number;
}

/** Hold named seats and quantities. */
export interface HoldCreateRequest {
  /** HoldFlag values, or-ed. */
  flags?: readonly HoldFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /**
   * Milliseconds; time to live, 1 … HOLD_TTL_MS_MAX and the cap of each of its events; 0: the
   * shortest default of its events.
   */
  ttlMs?: number;
  /** The seats, each once; may be undefined with seats_count 0. */
  seats?: Iterable<HoldSeat>;
  /** The quantities, each pool once; may be undefined with pools_count 0. */
  pools?: Iterable<HoldPool>;
  /**
   * The host's key of the person, 1 … BUYER_MAX bytes, under which limits are counted; undefined
   * or "": nobody in particular (refused where an event has a limit per buyer).
   */
  buyer?: string;
  /** 0 … CHANNELS_MAX - 1: may take this channel's and the public's seats and pools. */
  channel?: number;
}

/** The hold that was made. */
export interface HoldCreateResult {
  /** 1. */
  readonly version: number;
  /** Its id. */
  readonly hold: bigint;
  /** When it dies. */
  readonly expiresAt: Date;
  /** The authority over it. */
  readonly secret: Secret;
  /**
   * Caller's room, or undefined: its seats with the versions they now have, in the order of the
   * request (best seats: row by row).
   */
  readonly seats: readonly HoldSeat[];
  /** Best seats: 1 when all sit next to each other in one row; else 0. */
  readonly adjacent: boolean;
}

/** Hold the best seats available. */
export interface HoldBestRequest {
  /** Event id. */
  event: bigint;
  /** Persons, 1 … HOLD_BEST_MAX. */
  quantity: number;
  /**
   * HoldFlag values, or-ed; with 'allow_orphans' a single left-over seat does not count against a
   * choice.
   */
  flags?: readonly HoldFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /**
   * Milliseconds; time to live, 1 … HOLD_TTL_MS_MAX and the cap of each of its events; 0: the
   * shortest default of its events.
   */
  ttlMs?: number;
  /** Categories wanted, any of them; undefined with 0: every one. */
  categories?: Iterable<number>;
  /** Sections wanted, any of them; undefined with 0: every one. */
  sections?: Iterable<number>;
  /**
   * The host's key of the person, 1 … BUYER_MAX bytes, under which limits are counted; undefined
   * or "": nobody in particular (refused where an event has a limit per buyer).
   */
  buyer?: string;
  /** How many of them need an accessible seat, 0 … quantity. */
  accessible?: number;
  /** 0 … CHANNELS_MAX - 1: may take this channel's and the public's seats and pools. */
  channel?: number;
  /** The most groups to split into; 1: together or not at all; 0: any. */
  maxRows?: number;
}

/** Let a hold live longer. */
export interface HoldExtendRequest {
  /** Its id. */
  hold: bigint;
  /** Its secret. */
  secret: Secret | Uint8Array;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /**
   * Milliseconds; to live from now on, 1 … HOLD_TTL_MS_MAX; 0: the shortest default of its events.
   * Never makes it die sooner.
   */
  ttlMs?: number;
  /** Of the hold; 0: any. */
  expectedVersion?: number;
}

/** The hold after its extension. */
export interface HoldExtendResult {
  /** The hold's version now. */
  readonly version: number;
  /** When it dies. */
  readonly expiresAt: Date;
}

/** Give a hold back. */
export interface HoldReleaseRequest {
  /** Its id. */
  hold: bigint;
  /** Its secret. */
  secret: Secret | Uint8Array;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Of the hold; 0: any. */
  expectedVersion?: number;
}

/** The hold after its end. */
export interface HoldReleaseResult {
  /** The hold's version now. */
  readonly version: number;
}

/** End a hold now, by the host's right. */
export interface HoldExpireRequest {
  /** Its id. */
  hold: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Of the hold; 0: any. */
  expectedVersion?: number;
}

/** Release one hold and make another, or neither. */
export interface HoldSwapRequest {
  /** The old hold. */
  hold: bigint;
  /** Its secret. */
  secret: Secret | Uint8Array;
  /** HoldFlag values, or-ed. */
  flags?: readonly HoldFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /**
   * Milliseconds; of the new hold from now on; 0: until the old one would have died. Its whole
   * life counts from the beginning of the old one's.
   */
  ttlMs?: number;
  /**
   * The new hold's seats, each once; those of the old hold may be among them, with the version the
   * old hold gave them or 0.
   */
  seats?: Iterable<HoldSeat>;
  /** The new hold's quantities, each pool once. */
  pools?: Iterable<HoldPool>;
  /** Of the old hold; 0: any. */
  expectedVersion?: number;
}

/** A seat of a known event and its version. */
export interface SeatVersion {
  /** Number in the event, from 0. */
  seat: number;
  /** Asked: the version expected, 0: any. Answered: the version it now has. */
  version?: number;
}

/** Change seats of one event: for seatBlock() and seatUnblock(). */
export interface SeatBlockRequest {
  /** Event id. */
  event: bigint;
  /** The seats, each once. */
  seats: Iterable<SeatVersion>;
  /** All zero: none. */
  requestId?: string | Uint8Array;
}

/** What became of the seats of a block, unblock or channel command. */
export interface SeatBlockResult {
  /** Caller's room, or undefined; the seats in the order of the request. */
  readonly seats: readonly SeatVersion[];
  /** Of the event, after the change. */
  readonly inventoryVersion: bigint;
}

/** Allot seats to a channel, for seatChannel(). */
export interface SeatChannelRequest {
  /** Event id. */
  event: bigint;
  /** The seats, each once. */
  seats: Iterable<SeatVersion>;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0 … CHANNELS_MAX - 1; 0 gives them back to the public. */
  channel?: number;
}

/** A new pool. */
export interface PoolCreateRequest {
  /** Event id. */
  event: bigint;
  /** 1 … NAME_MAX bytes of UTF-8. */
  name: string;
  /** PoolCreateFlag values, or-ed. */
  flags?: readonly PoolCreateFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0 … POOL_CAPACITY_MAX. */
  capacity?: number;
  /** 0 … CHANNELS_MAX - 1; 0: public. */
  channel?: number;
}

/** The pool that was made. */
export interface PoolCreateResult {
  /** Number in the event, from 1. */
  readonly pool: number;
  /** 1. */
  readonly version: number;
}

/** A change to a pool. */
export interface PoolUpdateRequest {
  /** Event id. */
  event: bigint;
  /** Number in the event. */
  pool: number;
  /** PoolUpdateFlag values, or-ed; the rest stays as it is. */
  flags?: readonly PoolUpdateFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0: any. */
  expectedVersion?: number;
  /** With 'name': 1 … NAME_MAX bytes of UTF-8. */
  name?: string;
  /** With 'capacity': held + sold … POOL_CAPACITY_MAX. */
  capacity?: number;
  /** With 'open': 1 or 0. */
  open?: boolean;
  /** With 'channel': 0 … CHANNELS_MAX - 1. */
  channel?: number;
}

/** The pool after its change. */
export interface PoolUpdateResult {
  /** The pool's version now. */
  readonly version: number;
}

/** Tidy what time has ended. */
export interface SweepRequest {
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Holds to expire at most; 0: 10,000. */
  limit?: number;
}

/** What a sweep left. */
export interface SweepResult {
  /** 0: every hold due was swept; else sweep again. */
  readonly left: number;
  /** No live hold dies before this moment; null: none lives. */
  readonly nextDue: Date | null;
}

/**
 * What one item of the hold is sold as. The items of a request follow the hold's items in their
 * order; a pool's quantity may be split over several consecutive ones.
 */
export interface OrderItem {
  /** Ticket type of the item's event. */
  ticketType: number;
  /** 1 for a seat (0 means 1); places of a pool: 0 means all its hold has. */
  quantity?: number;
}

/** Where a person can be reached. */
export interface Contact {
  /** A MessageChannel. */
  channel: MessageChannel;
  /** 1 … ADDRESS_MAX bytes. */
  address: string;
  /** BCP 47 tag such as "de-AT", up to LABEL_MAX bytes; undefined: none. */
  locale?: string;
}

/** A new order. */
export interface OrderCreateRequest {
  /** A live hold. */
  hold: bigint;
  /** Its secret. */
  holdSecret: Secret | Uint8Array;
  /** One or more per item of the hold, in its order. */
  items: Iterable<OrderItem>;
  /** A PayMethod. */
  method: PayMethod;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** The host's name for the person, up to BUYER_MAX bytes; undefined: the hold's. */
  buyer?: string;
  /** At most one per channel; undefined: none. */
  contacts?: Iterable<Contact>;
  /** ISO 4217 code the buyer saw; "": expect nothing. */
  expectedCurrency?: string;
  /** Total the buyer saw; looked at when expected_currency is set. */
  expectedTotalMinor?: bigint;
  /**
   * Milliseconds; money is awaited this long, 1 … HOLD_TTL_MS_MAX, within the hold's life cap; 0:
   * until the hold expires.
   */
  payWithinMs?: number;
  /** The host's own or the till's reference, up to REFERENCE_MAX bytes; undefined: none. */
  reference?: string;
  /**
   * PROVIDER: what the payment worker needs to charge the buyer, up to REFERENCE_MAX bytes;
   * undefined: none. Not a card number.
   */
  token?: string;
}

/** What became of a new order. */
export interface OrderCreateResult {
  /** A OrderState. */
  readonly state: OrderState;
  /** Its id. */
  readonly order: bigint;
  /** Authority over it; given only here (and to the same request id). */
  readonly secret: Secret;
  /** The frozen total. */
  readonly totalMinor: bigint;
  /** When it expires unpaid; null: it is confirmed. */
  readonly deadline: Date | null;
  /** Its payment, PROVIDER only; else 0. */
  readonly payment: bigint;
  /** Of the total. */
  readonly currency: string;
  /** Of the order: 1. */
  readonly version: number;
  /** Caller's room for the ids of issued tickets; may be undefined. */
  readonly tickets: readonly bigint[];
}

/** Give an order up. */
export interface OrderCancelRequest {
  /** The order. */
  order: bigint;
  /** 'as_host', 'event_gone', 'by_hand'. */
  flags?: readonly OrderFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Its secret; not looked at with 'as_host'. */
  secret?: Secret | Uint8Array;
  /** 0: any. */
  expectedVersion?: number;
}

/** What a change made of an order. Result of cancel, pay, settle and refund. */
export interface OrderResult {
  /** A OrderState: where it stands now. */
  readonly state: OrderState;
  /** Its id. */
  readonly order: bigint;
  /** Its version now. */
  readonly version: number;
  /** False: it stood so already. */
  readonly changed: boolean;
  /** Settle: taken; refund: being refunded; else 0. */
  readonly amountMinor: bigint;
  /** The payment begun by orderPay(); else 0. */
  readonly payment: bigint;
  /** The refund begun by orderRefund(); else 0. */
  readonly refund: bigint;
}

/** Begin an order's payment again, perhaps by another method. */
export interface OrderPayRequest {
  /** The order. */
  order: bigint;
  /** 'provider' or 'offline'. */
  method: PayMethod;
  /** 'as_host'. */
  flags?: readonly OrderFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Its secret; not looked at with 'as_host'. */
  secret?: Secret | Uint8Array;
  /** 0: any. */
  expectedVersion?: number;
  /**
   * PROVIDER: what the payment worker needs to charge the buyer, up to REFERENCE_MAX bytes;
   * undefined: none. Not a card number.
   */
  token?: string;
  /** Looked at when expected_currency is set. */
  expectedTotalMinor?: bigint;
  /** "": expect nothing. */
  expectedCurrency?: string;
  /** Milliseconds; a new deadline from now, within the hold's life cap; 0: keep it. */
  payWithinMs?: number;
}

/** Money that came by hand. */
export interface OrderSettleRequest {
  /** The order. */
  order: bigint;
  /** Of the amount. */
  currency: string;
  /** What came; must be the frozen total. */
  amountMinor: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0: any. */
  expectedVersion?: number;
  /** Of the bank or till, up to REFERENCE_MAX bytes; undefined: keep. */
  reference?: string;
}

/** A refund: whole (no tickets, amount 0), by tickets, by amount, or tickets at another amount. */
export interface OrderRefundRequest {
  /** The order. */
  order: bigint;
  /** 'by_hand', 'event_gone'; always the host's act. */
  flags?: readonly OrderFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0: any. */
  expectedVersion?: number;
  /** Tickets to void; their places go back on sale at once. */
  tickets?: Iterable<bigint>;
  /** 0: what was paid for the tickets, or for everything that is left. */
  amountMinor?: bigint;
  /** Why, or the till's reference, up to REFERENCE_MAX bytes; undefined. */
  reference?: string;
}

/** Take payment commands to carry out. */
export interface PaymentLeaseRequest {
  /** The worker's own number, for people. */
  worker: bigint;
  /** Commands wanted, 1 … 1,000. */
  max: number;
  /** All zero: none (a lease needs none). */
  requestId?: string | Uint8Array;
  /** Milliseconds; how long they are this worker's, 1 … LEASE_MS_MAX; 0: 60,000. */
  leaseMs?: number;
}

/** One payment command to carry out. */
export interface PaymentCommand {
  /** Its number, for paymentAnswer(). */
  readonly command: bigint;
  /** Order it is about. */
  readonly order: bigint;
  /** Payment of the order. */
  readonly payment: bigint;
  /** A PaymentKind. */
  readonly kind: PaymentKind;
  /** Query: kind of the command asked about; else 0. */
  readonly about: PaymentKind | number;
  /** Amount. */
  readonly amountMinor: bigint;
  /** Of the amount. */
  readonly currency: string;
  /** 1 at first; for paymentAnswer(). */
  readonly attempt: number;
  /** The same for every attempt and query of the command. */
  readonly idempotencyKey: Uint8Array;
  /** Answer before this time. */
  readonly leaseUntil: Date;
  /** It is not tried again after this time. */
  readonly deadline: Date;
  /** The provider's reference of the payment, or "". */
  readonly reference: string;
  /** Authorise: the order's token, or "". */
  readonly token: string;
}

/** What was leased. */
export interface PaymentLeaseResult {
  /** Caller's room. */
  readonly commands: readonly PaymentCommand[];
  /** When work not leased now falls due; null: nothing waits. */
  readonly nextDue: Date | null;
}

/** What the provider answered to a leased command. */
export interface PaymentAnswerRequest {
  /** The command. */
  command: bigint;
  /** The attempt that is answered. */
  attempt: number;
  /** A PaymentOutcome. */
  outcome: PaymentOutcome;
  /** All zero: none (the command and its outcome suffice). */
  requestId?: string | Uint8Array;
  /** What the provider says the amount is; 0: it does not. */
  amountMinor?: bigint;
  /** Of that amount; "": it does not say. */
  currency?: string;
  /** The provider's reference, up to REFERENCE_MAX bytes; undefined: none. */
  reference?: string;
}

/** What an answer or an event made of an order. */
export interface PaymentResult {
  /** A OrderState: where the order stands now. */
  readonly state: OrderState;
  /** The order. */
  readonly order: bigint;
  /** The payment. */
  readonly payment: bigint;
  /** True: this was known; nothing changed. */
  readonly duplicate: boolean;
}

/** What a provider said by itself. */
export interface PaymentEventRequest {
  /** The provider's id of the event, 1 … REFERENCE_MAX bytes. */
  eventId: string;
  /** A PaymentEventKind. */
  kind: PaymentEventKind;
  /** All zero: none (the event's id suffices). */
  requestId?: string | Uint8Array;
  /** Of the amount; "": not said. */
  currency?: string;
  /** 0: not said (a refund or dispute of everything). */
  amountMinor?: bigint;
  /** The provider's reference of the payment; undefined: use the key. */
  reference?: string;
  /** Of the command it is about; all zero: use the reference. */
  idempotencyKey?: Uint8Array;
}

/** Request of ticketVoid(). */
export interface TicketVoidRequest {
  /** Ticket id. */
  ticket: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0: any. */
  expectedVersion?: number;
}

/** Result of ticketVoid() and ticketReissue(). */
export interface TicketChangeResult {
  /** Version of the ticket after the change. */
  readonly version: number;
  /** Ticket id. */
  readonly ticket: bigint;
  /** Serial of the ticket after the change. */
  readonly serial: number;
  /** A TicketState. */
  readonly state: TicketState;
}

/** Request of ticketReissue(). */
export interface TicketReissueRequest {
  /** Ticket id. */
  ticket: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0: any. */
  expectedVersion?: number;
}

/** Request of signingKeyRotate(). */
export interface SigningKeyRotateRequest {
  /** All zero: none. */
  requestId?: string | Uint8Array;
}

/** Result of signingKeyRotate(). */
export interface SigningKeyRotateResult {
  /** Number of the new key. */
  readonly key: number;
  /** Its public half. */
  readonly publicKey: Uint8Array;
}

/** Request of checkinScan(). Give a barcode, or a ticket with its serial. */
export interface CheckinScanRequest {
  /** The event this gate lets people into. */
  event: bigint;
  /** Number of the gate, the host's own. */
  gate: number;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Text of the barcode; undefined: `ticket` and `serial` are given. */
  barcode?: string;
  /** Ticket id, when there is no barcode; the host vouches for it. */
  ticket?: bigint;
  /** Its serial; 0: the present one. */
  serial?: number;
  /** Check-in list; must be 0, the list of everybody. */
  list?: number;
  /** Random, of this scan, so that an upload repeated by a gate is one entry; all zero: none. */
  nonce?: Uint8Array;
}

/** Result of checkinScan(). */
export interface CheckinScanResult {
  /** A ScanAnswer. */
  readonly answer: ScanAnswer;
  /** Number of this scan in the event, from 1. */
  readonly entry: bigint;
  /** Ticket id; 0 when unknown or forged. */
  readonly ticket: bigint;
  /** Its order; 0 when unknown, forged or of another event. */
  readonly order: bigint;
  /** Its seat, or null. */
  readonly seat: number | null;
  /** Its ticket type; 0 when unknown, forged or of another event. */
  readonly type: number;
  /** When this scan was taken. */
  readonly scannedAt: Date;
  /** When the ticket's holder entered; null: not yet. */
  readonly usedAt: Date | null;
  /** Where the ticket's holder entered. */
  readonly usedGate: number;
  /** True: this nonce was uploaded before; this is the answer of then. */
  readonly repeated: boolean;
}

/** A variable for a template. Its layout is fixed. */
export interface Variable {
  /** 1 … LABEL_MAX bytes: letters, digits, underscore, dot. */
  name: string;
  /** UTF-8, at most TEXT_MAX bytes; undefined: empty. */
  value?: string;
}

/** Request of messageCreate(). */
export interface MessageCreateRequest {
  /** A MessageKind, or the host's own number. */
  kind: MessageKind | number;
  /** A MessageChannel. */
  channel: MessageChannel;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Whose variables to have, or 0. */
  event?: bigint;
  /** Whose variables, contact and locale to have, or 0. */
  order?: bigint;
  /** Whose variables to have, or 0. */
  ticket?: bigint;
  /** Where to; undefined: the contact of `order`. */
  address?: string;
  /** BCP 47, like "de-AT"; undefined: that of `order`, or the default. */
  locale?: string;
  /** Undefined: none; else a second message with it is not queued. */
  dedupeKey?: string;
  /** More variables; they hide the engine's own; may be undefined. */
  variables?: Iterable<Variable>;
  /** 1 … ATTEMPTS_MAX; 0: MESSAGE_ATTEMPTS_DEFAULT. */
  attemptsMax?: number;
  /** Earliest time to send it; null: at once. */
  notBefore?: Date;
}

/** Result of messageCreate(). */
export interface MessageCreateResult {
  /** True: the dedupe key was there; `message` is the earlier one. */
  readonly duplicate: boolean;
  /** Its number. */
  readonly message: bigint;
}

/** Request of messageLease(). */
export interface MessageLeaseRequest {
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Bit (1 << channel) of each to take; 0: all. */
  channels?: readonly (MessageChannel | number)[];
  /** Most to take, 1 … MESSAGE_LEASE_MAX; 0: 1. */
  max?: number;
  /** Milliseconds; how long it is theirs, 1 … LEASE_MS_MAX; 0: 60,000. */
  leaseMs?: number;
  /** The host's own number of the worker, to be seen in the outbox. */
  worker?: number;
}

/** A message in a worker's hands. Its layout is fixed. */
export interface LeasedMessage {
  /** Its number. */
  readonly message: bigint;
  /** Proof of the lease, for messageAnswer(). */
  readonly lease: bigint;
  /** Or 0. */
  readonly event: bigint;
  /** Or 0. */
  readonly order: bigint;
  /** Or 0. */
  readonly ticket: bigint;
  /** When another worker may take it. */
  readonly leaseUntil: Date;
  /** A MessageKind. */
  readonly kind: MessageKind;
  /** A MessageChannel. */
  readonly channel: MessageChannel;
  /** Attempts so far, this one counted. */
  readonly attempts: number;
}

/**
 * Result of messageLease(). Give room for at least `max` entries: what does not fit is leased all
 * the same and waits until its lease runs out.
 */
export interface MessageLeaseResult {
  /** Caller's room. */
  readonly messages: readonly LeasedMessage[];
  /** No message becomes due before this time; null: more may be due now, null: none waits. */
  readonly nextDue: Date | null;
}

/** Request of messageAnswer(). */
export interface MessageAnswerRequest {
  /** Its number. */
  message: bigint;
  /** From the LeasedMessage. */
  lease: bigint;
  /** A MessageOutcome. */
  outcome: MessageOutcome;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /**
   * Milliseconds; RETRY: wait this long; 0: attempts⁴ seconds ± 10 %, at most
   * MESSAGE_RETRY_MS_MAX.
   */
  retryAfterMs?: number;
  /**
   * Provider's reference or reason, at most REFERENCE_MAX bytes; no personal data; may be
   * undefined.
   */
  receipt?: string;
}

/** Result of messageAnswer() and messageRetry(). */
export interface MessageChangeResult {
  /** A MessageState, after it. */
  readonly state: MessageState;
  /** Its number. */
  readonly message: bigint;
  /** When it will be tried again; null: never. */
  readonly nextDue: Date | null;
}

/** Request of messageRetry(). */
export interface MessageRetryRequest {
  /** Its number. */
  message: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
}

/** Request of messageCancel(). */
export interface MessageCancelRequest {
  /** Its number. */
  message: bigint;
  /** All zero: none. */
  requestId?: string | Uint8Array;
}

/** Request of templatePut(). */
export interface TemplatePutRequest {
  /** A MessageKind, or the host's own number. */
  kind: MessageKind | number;
  /** A MessageChannel. */
  channel: MessageChannel;
  /** 1 … TEMPLATE_MAX bytes. */
  body: string;
  /** TemplateFlag values, or-ed. */
  flags?: readonly TemplateFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** BCP 47, like "de" or "de-AT"; undefined or "": the default. */
  locale?: string;
  /** At most TEMPLATE_SUBJECT_MAX bytes; may be undefined. */
  subject?: string;
  /** 0: any, and make it when it does not exist. */
  expectedVersion?: number;
}

/** Result of templatePut(). */
export interface TemplatePutResult {
  /** Version of the template after it. */
  readonly version: number;
  /** Its number; `subject` in the feed's events. */
  readonly id: bigint;
}

/** Request of templateDelete(). */
export interface TemplateDeleteRequest {
  /** A MessageKind, or the host's own number. */
  kind: MessageKind | number;
  /** A MessageChannel. */
  channel: MessageChannel;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** As it was put. */
  locale?: string;
  /** 0: any. */
  expectedVersion?: number;
}

/** Request of consumerSet(). */
export interface ConsumerSetRequest {
  /** 1 … CONSUMER_NAME_MAX bytes of UTF-8. */
  name: string;
  /** ConsumerFlag values, or-ed. */
  flags?: readonly ConsumerFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Where it goes on; all zero: the oldest kept. */
  cursor?: bigint;
  /** 0: any, and make it when it does not exist. */
  expectedVersion?: bigint;
}

/** Result of consumerSet(). */
export interface ConsumerSetResult {
  /** True: it did not exist. */
  readonly created: boolean;
  /** Version of the consumer after it. */
  readonly version: bigint;
  /** Where it stands. */
  readonly cursor: bigint;
}

/** Request of consumerDelete(). */
export interface ConsumerDeleteRequest {
  /** Its name. */
  name: string;
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** 0: any. */
  expectedVersion?: bigint;
}

/** Request of feedPrune(). */
export interface FeedPruneRequest {
  /** FeedPruneFlag values, or-ed. */
  flags?: readonly FeedPruneFlag[];
  /** All zero: none. */
  requestId?: string | Uint8Array;
  /** Drop what stands before it; all zero: no such limit. */
  before?: bigint;
  /** Drop what is older, at most TIME_MS_MAX; null: no such limit. */
  beforeTime?: Date;
}

/** Result of feedPrune(). */
export interface FeedPruneResult {
  /** True: there is more to drop; call again. */
  readonly more: boolean;
  /** Events dropped. */
  readonly dropped: bigint;
  /** The oldest event kept. */
  readonly oldest: bigint;
}

/** An event's seats and places, counted by state. */
export interface Availability {
  /** Seat numbers there are, retired ones included. */
  readonly seats: number;
  /** Event id. */
  readonly event: bigint;
  /** Of the event. */
  readonly inventoryVersion: bigint;
  /** Seats free. */
  readonly free: number;
  /** Seats held. */
  readonly held: number;
  /** Seats sold. */
  readonly sold: number;
  /** Seats blocked. */
  readonly blocked: number;
  /** Pools there are. */
  readonly pools: number;
  /** Places of all pools. */
  readonly poolCapacity: bigint;
  /** Places of pools held. */
  readonly poolHeld: bigint;
  /** Places of pools sold. */
  readonly poolSold: bigint;
}

/** Seats of one category, section or channel by state. */
export interface AvailabilityCount {
  /** The category, section or channel. */
  readonly key: number;
  /** Seats free. */
  readonly free: number;
  /** Seats held. */
  readonly held: number;
  /** Seats sold. */
  readonly sold: number;
  /** Seats blocked. */
  readonly blocked: number;
}

/** One seat, decoded. Sixteen bits of state would do; two words make it quick. */
export interface SeatStatus {
  /** What a command may expect. */
  readonly version: number;
  /** A SeatState. */
  readonly state: SeatState;
}

/** One seat that changed. */
export interface SeatChange {
  /** Number in the event. */
  readonly seat: number;
  /** What it has now. */
  readonly version: number;
  /** A SeatState, as it is now. */
  readonly state: SeatState;
}

/** One thing that is wrong with a store. */
export interface Fault {
  /** A word for the kind: "checksum", "seat", "hold", "counter", "ledger" …. */
  readonly what: string;
  /** What is wrong, naming the record. */
  readonly sentence: string;
  /** Event of the record, 0: none. */
  readonly event: bigint;
  /** Number of the record. */
  readonly subject: bigint;
}

/** What a verification found. `faults` may point at room of the caller's. */
export interface VerifyReport {
  /** Caller's room; may be undefined when faults_capacity is 0. */
  readonly faults: readonly Fault[];
  /** Records whose checksum was recomputed. */
  readonly records: bigint;
  /** Invariants looked at. */
  readonly facts: bigint;
  /** Number of the commit that was verified. */
  readonly commit: bigint;
}

/** One recorded scan. Its layout is fixed. */
export interface ScanEntry {
  /** Number in the event, from 1. */
  readonly entry: bigint;
  /** Ticket id; 0 when unknown or forged. */
  readonly ticket: bigint;
  /** When. */
  readonly scannedAt: Date;
  /** Where. */
  readonly gate: number;
  /** Serial that was shown; 0 when unknown or forged. */
  readonly serial: number;
  /** A ScanAnswer. */
  readonly answer: ScanAnswer;
  /** Check-in list; 0. */
  readonly list: number;
}

/** State of a store, for people and monitors. */
export interface EngineStat {
  /** Number of the store's disk format. */
  readonly diskFormat: number;
  /** Random, made at creation. */
  readonly storeId: Uint8Array;
  /** When the store was made. */
  readonly createdAt: Date;
  /** The engine's clock at the last commit. */
  readonly clock: Date;
  /** Commits since creation. */
  readonly commits: bigint;
  /** Sequence number the next event of record will get. */
  readonly feedNext: bigint;
  /** Oldest sequence number kept. */
  readonly feedOldest: bigint;
  /** The most the store may grow to. */
  readonly mapBytes: bigint;
  /** Bytes in use, high-water mark. */
  readonly usedBytes: bigint;
  /** Size of the data file. */
  readonly fileBytes: bigint;
  /** Page size of the store. */
  readonly pageBytes: number;
  /** Reader slots in use, all processes. */
  readonly readers: number;
  /** Reader slots there are. */
  readonly maxReaders: number;
  /** Snapshots open on this handle. */
  readonly snapshots: number;
  /** Commits since the oldest snapshot's moment, all processes. */
  readonly oldestReaderLag: bigint;
  /** Events ever made. */
  readonly events: bigint;
  /** Holds ever made. */
  readonly holds: bigint;
  /** Orders ever made. */
  readonly orders: bigint;
  /** Messages ever queued. */
  readonly messages: bigint;
  /**
   * How far the machine's clock is behind `clockMs`; above null: time stands still until it has
   * caught up.
   */
  readonly clockBehind: Date | null;
}

/** An event as a snapshot shows it. Strings are never undefined and live as long as the snapshot. */
export interface EventView {
  /** A EventStatus. */
  readonly status: EventStatus;
  /** Id. */
  readonly event: bigint;
  /** 1 at birth, +1 a change. */
  readonly version: bigint;
  /** 0: none. */
  readonly venue: bigint;
  /** 0: none. */
  readonly map: bigint;
  /** When it was made. */
  readonly createdAt: Date;
  /** When it was last changed. */
  readonly updatedAt: Date;
  /**  */
  readonly startsAt: Date;
  /** Null: not said. */
  readonly endsAt: Date | null;
  /** Null: at once. */
  readonly saleFrom: Date | null;
  /** Null: until it starts. */
  readonly saleUntil: Date | null;
  /** Milliseconds; life of a hold when its request says nothing. */
  readonly holdTtlMs: number;
  /** Milliseconds; life of a hold with all extensions. */
  readonly holdLifeMs: number;
  /** Its name. */
  readonly name: string;
  /** "" when there is none. */
  readonly description: string;
  /** "" when there is none. */
  readonly category: string;
  /** "" when there is no venue. */
  readonly venueName: string;
  /** `tagsCount` texts, sorted by bytes. */
  readonly tags: readonly string[];
  /** 0 without a map. */
  readonly mapVersion: number;
  /** Seat numbers of its map, retired ones included. */
  readonly seats: number;
  /** EventFlag values, or-ed. */
  readonly rules: readonly EventFlag[];
  /** A LateMoney. */
  readonly lateMoney: LateMoney;
  /** A Capture. */
  readonly capture: Capture;
  /** 0: no limit. */
  readonly limitPerBuyer: number;
  /** 0: no limit. */
  readonly limitPerOrder: number;
  /** True: on sale at the snapshot's moment by status and sale window. */
  readonly onSale: boolean;
  /** ISO 4217 code with its NUL. */
  readonly currency: string;
}

/** Which events to list. All filters given must hold. Order: by start, then id. */
export interface EventListRequest {
  /** `next` of the page before; all zero: from the first. */
  after?: Uint8Array;
  /** Only at this venue; 0: at any. */
  venue?: bigint;
  /** Only those that start then or later; null: no bound. */
  startsFrom?: Date;
  /** Only those that start before then; null: no bound. */
  startsUntil?: Date;
  /** Only of this category, compared by bytes; undefined: of any. */
  category?: string;
  /** Only with this tag, compared by bytes; undefined: any. */
  tag?: string;
  /**
   * Only those whose name has, for each word given, a word that begins so. Case does not matter
   * for ASCII, Latin-1, Greek and Cyrillic letters; accents do. undefined: any.
   */
  text?: string;
  /** Bits `1 << status` of the EventStatus wanted; 0: all. */
  statuses?: readonly (EventStatus | number)[];
  /** Most entries wanted; 0: as many as there is room for. */
  limit?: number;
}

/** One page of events. */
export interface EventListResult {
  /** True: there are more, from `next` on. */
  readonly more: boolean;
  /** Cursor of the page after. */
  readonly next: Uint8Array;
  /** Caller's room. */
  readonly events: readonly EventView[];
}

/** A durable named consumer. Its layout is fixed. */
export interface Consumer {
  /** Its name. */
  readonly name: string;
  /** Where it goes on reading; 0: at the oldest kept. */
  readonly cursor: bigint;
  /** 1 at birth, +1 a change. */
  readonly version: bigint;
  /** When it last moved. */
  readonly updatedAt: Date;
  /** Events from its cursor to the end. */
  readonly lag: bigint;
  /** True: events it had not read are gone. */
  readonly pruned: boolean;
}

/** A hold as a snapshot shows it. */
export interface HoldView {
  /** What a command may expect. */
  readonly version: number;
  /** Its id. */
  readonly hold: bigint;
  /** A HoldState at the snapshot's time. */
  readonly state: HoldState;
  /** The channel it named. */
  readonly channel: number;
  /** Seats it has, or had. */
  readonly seats: number;
  /** Pools it draws on, or drew. */
  readonly pools: number;
  /** The order that claims it, or 0. */
  readonly order: bigint;
  /** When it, or the first hold it was swapped from, was made. */
  readonly createdAt: Date;
  /** When it dies; when it ended, if it has ended. */
  readonly expiresAt: Date;
}

/** The balances of one currency. */
export interface LedgerBalance {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Postings made in it. */
  readonly postings: bigint;
  /** Sum of debits, by Account. */
  readonly debitMinor: readonly bigint[];
  /** Sum of credits, by Account. */
  readonly creditMinor: readonly bigint[];
}

/** One posting. */
export interface LedgerEntry {
  /** Its number, in order of posting. */
  readonly id: bigint;
  /** Order it is about. */
  readonly order: bigint;
  /** A Account. */
  readonly debit: Account;
  /** A Account. */
  readonly credit: Account;
  /** Amount, above 0. */
  readonly amountMinor: bigint;
  /** When. */
  readonly at: Date;
  /** A PostingReason. */
  readonly reason: PostingReason;
  /** Of the amount. */
  readonly currency: string;
}

/** What a document holds, found by mapValidate(). */
export interface MapReport {
  /** The MapForm it is in. */
  readonly form: MapForm;
  /** Seats. */
  readonly seats: number;
  /** Rows, tables and booths. */
  readonly rows: number;
  /** Sections. */
  readonly sections: number;
  /** Price categories. */
  readonly categories: number;
  /** Standing areas. */
  readonly areas: number;
  /** Places in rows where neighbours are parted by an aisle or a gap. */
  readonly aisles: number;
  /** Accessible seats. */
  readonly accessible: number;
  /** Companion seats. */
  readonly companion: number;
  /** Seats with restricted view. */
  readonly restrictedView: number;
  /** Places in standing areas together. */
  readonly areaCapacity: bigint;
  /** Left of the box around everything, map units. */
  readonly minX: number;
  /** Top of it. */
  readonly minY: number;
  /** Right of it. */
  readonly maxX: number;
  /** Bottom of it. */
  readonly maxY: number;
  /** The document's own name for the map, or "". */
  readonly name: string;
}

/**
 * One version of a map as a snapshot shows it. Strings are never undefined and live as long as the
 * snapshot. Positions are in map units: the document's numbers times its `scale`, rounded.
 */
export interface MapView {
  /** A MapStatus, of this version. */
  readonly status: MapStatus;
  /** Id. */
  readonly map: bigint;
  /** Version of the map object, for `expectedVersion`. */
  readonly version: bigint;
  /** 0: none. */
  readonly venue: bigint;
  /** When this version was imported. */
  readonly createdAt: Date;
  /** When this version was published; null: never. */
  readonly publishedAt: Date | null;
  /** The map's name. */
  readonly name: string;
  /** What one unit of the document is, such as "cm"; "" when not said. */
  readonly units: string;
  /** This version, from 1. */
  readonly mapVersion: number;
  /** The newest there is. */
  readonly newestVersion: number;
  /** The newest published; 0: none. */
  readonly publishedVersion: number;
  /** Seats in this version. */
  readonly seats: number;
  /** Numbers of seats no longer there. */
  readonly seatsRetired: number;
  /** Seats + seats_retired. */
  readonly seatNumbers: number;
  /** Rows, tables and booths. */
  readonly rows: number;
  /** Price categories. */
  readonly categories: number;
  /** Sections. */
  readonly sections: number;
  /** Standing areas. */
  readonly areas: number;
  /** Left of the box around all seats and areas. */
  readonly minX: number;
  /** Top of it. */
  readonly minY: number;
  /** Right of it. */
  readonly maxX: number;
  /** Bottom of it. */
  readonly maxY: number;
  /** Focal point of the map, where everyone looks. */
  readonly focalX: number;
  /** Focal point of the map. */
  readonly focalY: number;
}

/** Which maps to list, in order of id. Each is shown in its newest version. */
export interface MapListRequest {
  /** `next` of the page before; 0: from the first. */
  after?: bigint;
  /** Only of this venue; 0: of any. */
  venue?: bigint;
  /** Most entries wanted; 0: as many as there is room for. */
  limit?: number;
}

/** One page of maps. */
export interface MapListResult {
  /** Cursor of the page after; 0: this was the last. */
  readonly next: bigint;
  /** Caller's room. */
  readonly maps: readonly MapView[];
}

/** A price category of a version of a map. */
export interface MapCategory {
  /** Number, from 1. */
  readonly category: number;
  /** Its name. */
  readonly name: string;
  /** "#rrggbb". */
  readonly color: string;
  /** Seats of it. */
  readonly seats: number;
}

/** A section of a version of a map. */
export interface MapSection {
  /** Number, from 1. */
  readonly section: number;
  /** Its name. */
  readonly name: string;
  /** Its own id in the document (`zoneId`), or "". */
  readonly zone: string;
  /** Seats in it. */
  readonly seats: number;
  /** Rows, tables and booths in it. */
  readonly rows: number;
  /** Left of the box around its seats, map units. */
  readonly minX: number;
  /** Top of it. */
  readonly minY: number;
  /** Right of it. */
  readonly maxX: number;
  /** Bottom of it. */
  readonly maxY: number;
  /** Where its seats look. */
  readonly focalX: number;
  /** Where its seats look. */
  readonly focalY: number;
}

/** A standing area of a version of a map: a proposal for a pool. */
export interface MapArea {
  /** Number, from 1. */
  readonly area: number;
  /** Its name. */
  readonly name: string;
  /** Name of the section it lies in, or "". */
  readonly zone: string;
  /** Places; 0: not said. */
  readonly capacity: number;
  /** Price category; 0: none. */
  readonly category: number;
  /** Middle of it, map units. */
  readonly x: number;
  /** Middle of it. */
  readonly y: number;
}

/** A seat of a version of a map. Strings are never undefined and live as long as the snapshot. */
export interface MapSeat {
  /** Number, from 0: what holds and tickets use. */
  readonly seat: number;
  /** The map's own name for it. */
  readonly name: string;
  /** Name of its section; "" when retired. */
  readonly sectionLabel: string;
  /** Label of its row; "" when retired. */
  readonly rowLabel: string;
  /** Its label in the row. */
  readonly seatLabel: string;
  /** Price category, from 1; 0 when retired. */
  readonly category: number;
  /** Section, from 1; 0 when retired. */
  readonly section: number;
  /** Row, from 0; null when retired. */
  readonly row: number | null;
  /** Place in its row, from 0. */
  readonly place: number;
  /** SeatFlag values, or-ed. */
  readonly seatFlags: readonly SeatFlag[];
  /** Neighbour before it; null at an end or aisle. */
  readonly left: number | null;
  /** Neighbour after it; null at an end or aisle. */
  readonly right: number | null;
  /** To the focal point of its section, map units. */
  readonly focalDistance: number;
  /** Position, map units. */
  readonly x: number;
  /** Position, map units, growing downward. */
  readonly y: number;
}

/** An order as it stands. */
export interface Order {
  /** A OrderState. */
  readonly state: OrderState;
  /** Its id. */
  readonly id: bigint;
  /** 1 at birth, +1 a change. */
  readonly version: number;
  /** A PayMethod: the present one. */
  readonly method: PayMethod;
  /** Event of its first line. */
  readonly event: bigint;
  /** The hold it was made from (or its equivalent, after late money). */
  readonly hold: bigint;
  /** The frozen total. */
  readonly totalMinor: bigint;
  /** Money taken so far. */
  readonly capturedMinor: bigint;
  /** Money given back so far, chargebacks included. */
  readonly refundedMinor: bigint;
  /**  */
  readonly createdAt: Date;
  /** When its seats were sold; null: never. */
  readonly confirmedAt: Date | null;
  /** When it expires unpaid; null: it does not wait. */
  readonly deadline: Date | null;
  /** Of all its amounts. */
  readonly currency: string;
  /** A OrderReason: why it was given up. */
  readonly reason: OrderReason;
  /** Its lines. */
  readonly lines: number;
  /** Places of all its lines. */
  readonly tickets: number;
  /** Refunds not answered yet. */
  readonly refundsOpen: number;
  /** Refunds that failed and wait for a person, those of a second payment too; see orderRefund(). */
  readonly refundsFailed: number;
  /** The host's reference, or ""; lives as long as the snapshot. */
  readonly reference: string;
}

/** One line of an order. All amounts are of the whole line. */
export interface OrderLine {
  /** Event id. */
  readonly event: bigint;
  /** A PlaceKind. */
  readonly kind: PlaceKind;
  /** Seat number, or pool. */
  readonly target: number;
  /** Places; 1 for a seat. */
  readonly quantity: number;
  /** Ticket type of the event. */
  readonly ticketType: number;
  /** Price, times quantity. */
  readonly priceMinor: bigint;
  /** Fee, times quantity. */
  readonly feeMinor: bigint;
  /** Tax, rounded half to even on the line. */
  readonly taxMinor: bigint;
  /** What the line costs. */
  readonly totalMinor: bigint;
  /** Id of its first ticket, the others follow; 0: not issued. */
  readonly ticketFirst: bigint;
  /** Basis points of the tax. */
  readonly taxBp: number;
  /** True: price and fee contain the tax. */
  readonly taxInclusive: boolean;
}

/** Which orders to list, newest first. */
export interface OrderListRequest {
  /** Orders with a line of this event; 0: all. */
  event?: bigint;
  /** Orders of this buyer's key; undefined: all. */
  buyer?: string;
  /** 1 << OrderState, or-ed; 0: all. */
  states?: readonly (OrderState | number)[];
  /** Orders wanted, 1 … 1,000; 0: 100. */
  limit?: number;
  /** `next` of the call before; 0: begin. */
  after?: bigint;
}

/** One message. Strings live as long as the snapshot they came from. */
export interface Message {
  /** A MessageState. */
  readonly state: MessageState;
  /** Its number. */
  readonly id: bigint;
  /** Or 0. */
  readonly event: bigint;
  /** Or 0. */
  readonly order: bigint;
  /** Or 0. */
  readonly ticket: bigint;
  /** A MessageKind. */
  readonly kind: MessageKind;
  /** A MessageChannel. */
  readonly channel: MessageChannel;
  /** Attempts so far. */
  readonly attempts: number;
  /** Attempts after which it is dead. */
  readonly attemptsMax: number;
  /** The worker of the last lease. */
  readonly worker: number;
  /** True: the body is HTML; false: plain text, or JSON for a webhook. */
  readonly html: boolean;
  /** When it was queued. */
  readonly queuedAt: Date;
  /** Queued: earliest next attempt; leased: end of the lease; else 0. */
  readonly due: Date | null;
  /** When it was sent, dead or cancelled; null: it is not. */
  readonly doneAt: Date | null;
  /** Where to; "" when the order has no contact for this channel. */
  readonly address: string;
  /** Locale asked for; "" for the default. */
  readonly locale: string;
  /** Of the last answer, or "". */
  readonly receipt: string;
  /** Rendered; "" for SMS and webhooks; undefined in lists. */
  readonly subject: string | null;
  /** Rendered, at most BODY_MAX bytes; undefined in lists. */
  readonly body: string | null;
  /** Bytes of `body`. */
  readonly bodyLength: bigint;
}

/** Which messages to list. */
export interface MessageListRequest {
  /** 0: from the first; else `next` of the page before. */
  after?: bigint;
  /** Only of this order; 0: all. */
  order?: bigint;
  /** Only in this MessageState; 0: all. */
  state?: MessageState;
  /** Only on this MessageChannel; 0: all. */
  channel?: MessageChannel;
  /** Most to answer, 1 … 10,000; 0: 100. */
  limit?: number;
}

/** One payment of an order. */
export interface Payment {
  /** Its id; 0: money taken by hand. */
  readonly id: bigint;
  /** Its order. */
  readonly order: bigint;
  /** A PayMethod. */
  readonly method: PayMethod;
  /** A PaymentState. */
  readonly state: PaymentState;
  /** What it is for. */
  readonly amountMinor: bigint;
  /** What was taken. */
  readonly capturedMinor: bigint;
  /** What went back, chargebacks included. */
  readonly refundedMinor: bigint;
  /** When it began. */
  readonly createdAt: Date;
  /** Of all its amounts. */
  readonly currency: string;
  /** The provider's reference, or ""; lives as long as the snapshot. */
  readonly reference: string;
}

/** One refund of an order. */
export interface Refund {
  /** Its id. */
  readonly id: bigint;
  /** Its order. */
  readonly order: bigint;
  /** Payment it takes from; 0: by hand. */
  readonly payment: bigint;
  /** Amount. */
  readonly amountMinor: bigint;
  /** When it was asked for. */
  readonly createdAt: Date;
  /** A RefundState. */
  readonly state: RefundState;
  /**
   * True: beside the order's own money: of a second payment, paid out though another attempt of
   * the same refund was too, or given back by the provider when the order had nothing left to
   * give.
   */
  readonly beside: boolean;
}

/** How much payment work there is. */
export interface PaymentBacklog {
  /** True: more than 100,000 commands wait and the counts stop there. */
  readonly capped: boolean;
  /** Commands that may be leased now. */
  readonly due: bigint;
  /** Commands a worker has. */
  readonly leased: bigint;
  /** Commands that wait for their retry. */
  readonly waiting: bigint;
  /** Commands given up on: a person must find out (paymentEvent()). */
  readonly parked: bigint;
  /** Since when the oldest due command could be leased; null: none. */
  readonly oldestDue: Date | null;
}

/** A pool as a snapshot shows it. */
export interface PoolView {
  /** Number in the event, from 1. */
  readonly pool: number;
  /** Event id. */
  readonly event: bigint;
  /** What an update may expect; held and sold do not change it. */
  readonly version: number;
  /** Places there are. */
  readonly capacity: number;
  /** Places of live holds. */
  readonly held: number;
  /** Places sold. */
  readonly sold: number;
  /** Capacity - held - sold. */
  readonly free: number;
  /** True: may be held; false: closed. */
  readonly open: boolean;
  /** 0: public; else only holds that name this channel may draw on it. */
  readonly channel: number;
  /** Lives as long as the snapshot. */
  readonly name: string;
}

/** One place, or places of one pool, to be quoted. */
export interface QuoteItem {
  /** Event id. */
  event: bigint;
  /** Seat number, or pool. */
  target: number;
  /** Ticket type of the event. */
  ticketType: number;
  /** A PlaceKind. */
  kind?: PlaceKind;
  /** Places; 1 for a seat (0 means 1). */
  quantity?: number;
}

/** What to quote. */
export interface OrderQuoteRequest {
  /** Places, in any order. */
  items: Iterable<QuoteItem>;
  /** Sales channel, 0 … CHANNELS_MAX - 1. */
  channel?: number;
}

/** A quote. */
export interface OrderQuoteResult {
  /** Caller's room, or undefined; one per item, as many as fit are written. */
  readonly lines: readonly OrderLine[];
  /** Sum of the lines' prices. */
  readonly priceMinor: bigint;
  /** Sum of the lines' fees. */
  readonly feeMinor: bigint;
  /** Sum of the lines' taxes. */
  readonly taxMinor: bigint;
  /** What an order of these would cost. */
  readonly totalMinor: bigint;
  /** Of all amounts. */
  readonly currency: string;
  /** Places. */
  readonly tickets: number;
}

/** One seat as a snapshot shows it. */
export interface SeatView {
  /** A SeatState; the seats of a dead hold are free. */
  readonly state: SeatState;
  /** Event id. */
  readonly event: bigint;
  /** Number in the event. */
  readonly seat: number;
  /** What a command may expect. */
  readonly version: number;
  /** 0: public; else only holds that name this channel may take it. */
  readonly channel: number;
  /** Number of its ticket in the event while sold, else 0. */
  readonly ticket: number;
  /** Its hold while held, else 0. An id, not an authority. */
  readonly hold: bigint;
  /** When that hold dies; 0 unless held. */
  readonly expiresAt: Date | null;
  /** Category of the map, from 1; 0 for a retired seat. */
  readonly category: number;
  /** Section of the map, from 1; 0 for a retired seat. */
  readonly section: number;
}

/** One template. Strings live as long as the snapshot they came from. */
export interface Template {
  /** TemplateFlag values, or-ed. */
  readonly flags: readonly TemplateFlag[];
  /** Its number; 0: the engine's own. */
  readonly id: bigint;
  /** A MessageKind, or the host's own number. */
  readonly kind: MessageKind | number;
  /** A MessageChannel. */
  readonly channel: MessageChannel;
  /** 1 at birth, +1 a change; 0: the engine's own. */
  readonly version: number;
  /** When it was put. */
  readonly updatedAt: Date | null;
  /** "" for the default. */
  readonly locale: string;
  /** Source text; "" for none. */
  readonly subject: string;
  /** Source text; undefined in lists. */
  readonly body: string | null;
}

/** One ticket. Strings live as long as the snapshot they came from. */
export interface Ticket {
  /** A TicketState. */
  readonly state: TicketState;
  /** Event << 32 | number. */
  readonly id: bigint;
  /** Event id. */
  readonly event: bigint;
  /** Order id. */
  readonly order: bigint;
  /** Number in the event, from 1. */
  readonly number: number;
  /** Line of the order, from 0. */
  readonly line: number;
  /** 1 at birth, +1 a change. */
  readonly version: number;
  /** 1 at birth, +1 a reissue; barcodes of older serials are dead. */
  readonly serial: number;
  /** Seat number in the event, or TICKET_NO_SEAT. */
  readonly seat: number | null;
  /** Pool of the place, or 0. */
  readonly pool: number;
  /** Ticket type in the event. */
  readonly type: number;
  /** Gate of the entry, when used. */
  readonly usedGate: number;
  /** What was paid for it, fees and taxes in. */
  readonly priceMinor: bigint;
  /** When it was issued. */
  readonly issuedAt: Date;
  /** When its holder entered; null: not yet. */
  readonly usedAt: Date | null;
  /** When it was voided; null: it was not. */
  readonly voidedAt: Date | null;
  /** Name of the seat's section, or "". */
  readonly section: string;
  /** Label of the seat's row, or "". */
  readonly row: string;
  /** Label of the seat, or "". */
  readonly label: string;
  /** Name of the ticket type, or "". */
  readonly typeName: string;
}

/** Which tickets to list. Set `event`, `order` or both. */
export interface TicketListRequest {
  /** TicketListFlag values, or-ed. */
  flags?: readonly TicketListFlag[];
  /** Tickets of this event; 0: of any (then `order` must be set). */
  event?: bigint;
  /** Tickets of this order; 0: of any (then `event` must be set). */
  order?: bigint;
  /** The order's secret; undefined: the host vouches for the reader. */
  secret?: Secret | Uint8Array;
  /** 0: from the beginning; else `next` of the page before. */
  after?: bigint;
  /** Most to answer, 1 … 10,000; 0: 100. */
  limit?: number;
  /** Only this TicketState; 0: all. */
  state?: TicketState;
}

/** How many tickets an event has, by state. */
export interface TicketCounts {
  /** Ever issued. */
  readonly issued: number;
  /** Used now. */
  readonly used: number;
  /** Void now. */
  readonly voided: number;
}

/** A public key that barcodes are checked against. Its layout is fixed. */
export interface PublicKey {
  /** Number of the key, from 1; a barcode names it. */
  readonly id: number;
  /** When it was made. */
  readonly createdAt: Date;
  /** The Ed25519 public key (RFC 8032). */
  readonly key: Uint8Array;
  /** True: new barcodes are signed by it. */
  readonly current: boolean;
}

/** What a barcode says. */
export interface Barcode {
  /** The key that signed it. */
  readonly key: number;
  /** Event id. */
  readonly event: bigint;
  /** Ticket id. */
  readonly ticket: bigint;
  /** Number of the ticket in the event. */
  readonly number: number;
  /** Serial of the ticket; compare with the revocation list. */
  readonly serial: number;
  /** Seat number, or TICKET_NO_SEAT. */
  readonly seat: number | null;
  /** A BarcodeWindow. */
  readonly window: BarcodeWindow;
  /** Null: from the beginning. */
  readonly validFrom: Date | null;
  /** Null: for ever. */
  readonly validUntil: Date | null;
}

/** A ticket of which some or all barcodes are dead. Its layout is fixed. */
export interface Revocation {
  /** Ticket id. */
  readonly ticket: bigint;
  /** Barcodes of serials below are dead; UINT32_MAX: all are. */
  readonly minSerial: number;
  /** The ticket's TicketState. */
  readonly state: TicketState;
}

/**
 * A ticket type as a snapshot shows it. Strings are never undefined and live as long as the
 * snapshot.
 */
export interface TicketTypeView {
  /** Number in the event, from 1. */
  readonly ticketType: number;
  /** The event. */
  readonly event: bigint;
  /** 1 at birth, +1 a change. */
  readonly version: bigint;
  /** Price of one. */
  readonly priceMinor: bigint;
  /** Fee on top of one. */
  readonly feeMinor: bigint;
  /** Null: with the event. */
  readonly saleFrom: Date | null;
  /** Null: with the event. */
  readonly saleUntil: Date | null;
  /** Its name. */
  readonly name: string;
  /** "" when there is none. */
  readonly description: string;
  /** Of the map; 0: any. */
  readonly category: number;
  /** 0: it is for a seat. */
  readonly pool: number;
  /** Bits; 0: all. */
  readonly channels: readonly number[];
  /** Tax in basis points. */
  readonly taxBp: number;
  /** True: price and fee contain the tax. */
  readonly taxInclusive: boolean;
  /** 0: no such rule. */
  readonly minPerOrder: number;
  /** 0: no such rule. */
  readonly maxPerOrder: number;
  /** A TicketTypeStatus. */
  readonly status: TicketTypeStatus;
  /** The event's ISO 4217 code with its NUL. */
  readonly currency: string;
}

/** Which ticket types to list, in order of number. */
export interface TicketTypeListRequest {
  /** Id of the event. */
  event: bigint;
  /** `next` of the page before; 0: from the first. */
  after?: number;
  /** Most entries wanted; 0: as many as there is room for. */
  limit?: number;
}

/** One page of ticket types. */
export interface TicketTypeListResult {
  /** Cursor of the page after; 0: this was the last. */
  readonly next: number;
  /** Caller's room. */
  readonly ticketTypes: readonly TicketTypeView[];
}

/** A venue as a snapshot shows it. Strings are never undefined and live as long as the snapshot. */
export interface VenueView {
  /** Id. */
  readonly venue: bigint;
  /** 1 at birth, +1 a change. */
  readonly version: bigint;
  /** When it was made. */
  readonly createdAt: Date;
  /** When it was last changed. */
  readonly updatedAt: Date;
  /** Its name. */
  readonly name: string;
  /** "" when there is none. */
  readonly address: string;
  /** "" when there is none. */
  readonly city: string;
  /** "" when there is none. */
  readonly country: string;
  /** "" when there is none. */
  readonly timeZone: string;
  /** "" when there is none. */
  readonly capacityNote: string;
}

/** Which venues to list, in order of id. */
export interface VenueListRequest {
  /** `next` of the page before; 0: from the first. */
  after?: bigint;
  /** Only of this country; undefined: of any. */
  country?: string;
  /** Only with a word of the name or city that begins so; undefined: any. */
  text?: string;
  /** Most entries wanted; 0: as many as there is room for. */
  limit?: number;
}

/** One page of venues. */
export interface VenueListResult {
  /** Cursor of the page after; 0: this was the last. */
  readonly next: bigint;
  /** Caller's room. */
  readonly venues: readonly VenueView[];
}

/** One seat that stood in the way of a command. */
export interface Conflict {
  /** Event id. */
  readonly event: bigint;
  /** Seat number in the event, from 0. */
  readonly seat: number;
  /** A SeatState, as it is. */
  readonly state: SeatState;
  /** What the request expected; 0: any. */
  readonly expectedVersion: number;
  /** What the seat has. */
  readonly actualVersion: number;
}

export type HoldBestResult = HoldCreateResult;
export type HoldExpireResult = HoldReleaseResult;
export type HoldSwapResult = HoldCreateResult;
export type OrderCancelResult = OrderResult;
export type OrderPayResult = OrderResult;
export type OrderSettleResult = OrderResult;
export type OrderRefundResult = OrderResult;
export type MessageAnswerResult = MessageChangeResult;
export type MessageRetryResult = MessageChangeResult;
export type MessageCancelResult = MessageChangeResult;
export type PaymentAnswerResult = PaymentResult;
export type PaymentEventResult = PaymentResult;
export type SeatUnblockRequest = SeatBlockRequest;
export type SeatUnblockResult = SeatBlockResult;
export type SeatChannelResult = SeatBlockResult;
export type TicketVoidResult = TicketChangeResult;
export type TicketReissueResult = TicketChangeResult;

/** One change: a plain value that may be run, put in a batch, kept and sent again. */
export interface Command<Answer = unknown> {
  readonly name: string;
  readonly request: object;
  /** Only of its type: what it answers. */
  readonly answers?: Answer;
}

/** Every command as a value. */
export const command: {
  /** Make a venue. */
  venueCreate(request: VenueCreateRequest): Command<VenueResult>;
  /** Change a venue. */
  venueUpdate(request: VenueUpdateRequest): Command<VenueResult>;
  /** Remove a venue that no event and no map uses. */
  venueDelete(request: VenueDeleteRequest): Command<VenueResult>;
  /** Import a document as a new map. Its version 1 is a draft. */
  mapCreate(request: MapCreateRequest): Command<MapResult>;
  /** Import a document as the next version of a map, a draft. Seats keep their numbers by name. */
  mapUpdate(request: MapUpdateRequest): Command<MapResult>;
  /** Publish a draft, so that events may use it. */
  mapPublish(request: MapPublishRequest): Command<MapResult>;
  /** Remove a map with all its versions. Refused while an event uses any of them. */
  mapDelete(request: MapDeleteRequest): Command<MapResult>;
  /** Make an event, with all seats of its map free. */
  eventCreate(request: EventCreateRequest): Command<EventResult>;
  /**
   * Change an event. Another map, or another version of it, is taken only if every held and sold
   * seat is still there under its name; other seats keep their numbers by name within versions of
   * one map.
   */
  eventUpdate(request: EventUpdateRequest): Command<EventResult>;
  /** Remove an event with its seats, pools and ticket types. */
  eventDelete(request: EventDeleteRequest): Command<EventResult>;
  /** Make a ticket type. */
  ticketTypeCreate(request: TicketTypeCreateRequest): Command<TicketTypeResult>;
  /** Change a ticket type. */
  ticketTypeUpdate(request: TicketTypeUpdateRequest): Command<TicketTypeResult>;
  /** Remove a ticket type of an event of which nothing is held and nothing was ever sold. */
  ticketTypeDelete(request: TicketTypeDeleteRequest): Command<TicketTypeResult>;
  /** Hold seats and quantities for one buyer, all or none. */
  holdCreate(request?: HoldCreateRequest): Command<HoldCreateResult>;
  /**
   * Hold the best seats available in one event. In this order: seats next to each other in one row
   * that leave no single seat, nearest the focal point by their mean distance; next to each other;
   * in several groups within a section with nobody alone; the same over sections; any. Accessible
   * and companion seats are left out unless `accessible` asks. The same store gives the same
   * answer.
   */
  holdBest(request: HoldBestRequest): Command<HoldCreateResult>;
  /** Let a live hold live until `ttlMs` from now, up to its events' cap on its whole life. */
  holdExtend(request: HoldExtendRequest): Command<HoldExtendResult>;
  /** Give a live hold back; its seats and places are free. */
  holdRelease(request: HoldReleaseRequest): Command<HoldReleaseResult>;
  /** End a live hold now, without its secret. For the host alone: never give buyers a way to it. */
  holdExpire(request: HoldExpireRequest): Command<HoldReleaseResult>;
  /**
   * Release one hold and make another for the same buyer and channel in one step, or do neither.
   * The new hold has an id and a secret of its own.
   */
  holdSwap(request: HoldSwapRequest): Command<HoldCreateResult>;
  /** Take free seats off sale, all or none. */
  seatBlock(request: SeatBlockRequest): Command<SeatBlockResult>;
  /** Put blocked seats on sale, all or none. */
  seatUnblock(request: SeatBlockRequest): Command<SeatBlockResult>;
  /**
   * Allot free or blocked seats to a channel, all or none. A seat in a channel other than the
   * public one is only for holds that name this channel.
   */
  seatChannel(request: SeatChannelRequest): Command<SeatBlockResult>;
  /** Make a pool in an event. */
  poolCreate(request: PoolCreateRequest): Command<PoolCreateResult>;
  /** Grow, shrink, open, close, rename a pool. */
  poolUpdate(request: PoolUpdateRequest): Command<PoolUpdateResult>;
  /**
   * Sweep dead holds and tell the feed. Nothing depends on it: every commit sweeps a little, and
   * dead holds are dead on every path at once. A host with idle nights may call it now and then so
   * that the feed hears of expiries soon.
   */
  sweep(request?: SweepRequest): Command<SweepResult>;
  /**
   * Turn a live hold into an order: check what its places may be sold as, freeze the quote, claim
   * the hold, begin its payment. PAID and FREE orders are confirmed in the same commit: seats
   * sold, tickets issued, ledger posted, messages queued.
   */
  orderCreate(request: OrderCreateRequest): Command<OrderCreateResult>;
  /**
   * Cancel an order that is not confirmed. Its seats are free at once; money that is under way is
   * voided when its answer comes. In 'void_failed' it tries the void again, or, with 'by_hand',
   * records that it was voided outside.
   */
  orderCancel(request: OrderCancelRequest): Command<OrderResult>;
  /** Pay a pending or declined order, by another payment of its own. */
  orderPay(request: OrderPayRequest): Command<OrderResult>;
  /**
   * Record that an offline payment was received, and confirm the order. After the deadline the
   * event's late-money rule decides: the same seats, equivalent ones, or the money must be given
   * back by hand ('refund_failed' until orderRefund() with 'by_hand').
   */
  orderSettle(request: OrderSettleRequest): Command<OrderResult>;
  /**
   * Refund an order whole, by tickets, or by amount. Tickets are void and places on sale again at
   * once; the money follows through a leased refund command, or by hand (PAID, OFFLINE, or
   * 'by_hand'). A whole refund of an order whose capture is under way waits for that answer. In
   * 'refund_failed', without tickets and amount, it tries what failed again; so it does in any
   * state that nothing can be refunded in, where the refund of a second payment failed.
   */
  orderRefund(request: OrderRefundRequest): Command<OrderResult>;
  /**
   * Lease payment commands that are due, oldest due first. They come back, as queries, when the
   * lease runs out unanswered.
   */
  paymentLease(request: PaymentLeaseRequest): Command<PaymentLeaseResult>;
  /**
   * Answer a leased command. DONE and DECLINED are facts and are taken even when the lease has run
   * out; the same answer again is a duplicate. FAILED and UNKNOWN count only while the lease is
   * the answerer's.
   */
  paymentAnswer(request: PaymentAnswerRequest): Command<PaymentResult>;
  /**
   * Take a provider's event. Its id is kept in the transaction of its effect: the same id again is
   * a duplicate, whatever else it says.
   */
  paymentEvent(request: PaymentEventRequest): Command<PaymentResult>;
  /**
   * Make a ticket worthless. Its seat stays sold: a refund of the order is what puts it on sale
   * again.
   */
  ticketVoid(request: TicketVoidRequest): Command<TicketChangeResult>;
  /** Give a ticket a new serial: every barcode and ticket secret handed out before is dead. */
  ticketReissue(request: TicketReissueRequest): Command<TicketChangeResult>;
  /**
   * Sign barcodes by a new key from now on. Barcodes of older keys stay valid; hand gates the new
   * list of public keys.
   */
  signingKeyRotate(request?: SigningKeyRotateRequest): Command<SigningKeyRotateResult>;
  /** Judge one scan at a gate and record it. The time of the scan is the engine's clock. */
  checkinScan(request: CheckinScanRequest): Command<CheckinScanResult>;
  /** Queue a message of the host's own. Those of orders are queued by the engine. */
  messageCreate(request: MessageCreateRequest): Command<MessageCreateResult>;
  /** Take messages that are due, oldest first. */
  messageLease(request?: MessageLeaseRequest): Command<MessageLeaseResult>;
  /**
   * Say what became of a leased message. An answer that comes after the lease ran out still
   * counts, as long as nobody else has taken the message since.
   */
  messageAnswer(request: MessageAnswerRequest): Command<MessageChangeResult>;
  /**
   * Queue a dead letter again, its attempts counted from 0; or make one that waits for another
   * attempt due now.
   */
  messageRetry(request: MessageRetryRequest): Command<MessageChangeResult>;
  /** Give up a message that is queued or dead. One that is leased is cancelled by its answer. */
  messageCancel(request: MessageCancelRequest): Command<MessageChangeResult>;
  /** Set a template. Messages that are queued already are rendered by it too. */
  templatePut(request: TemplatePutRequest): Command<TemplatePutResult>;
  /**
   * Remove a template; the next one of the fallback takes its place. The command's kind has no
   * result.
   */
  templateDelete(request: TemplateDeleteRequest): Command<void>;
  /** Create or move a durable consumer. Does not itself appear in the feed. */
  consumerSet(request: ConsumerSetRequest): Command<ConsumerSetResult>;
  /** Remove a consumer; pruning no longer waits for it. The command's kind has no result. */
  consumerDelete(request: ConsumerDeleteRequest): Command<void>;
  /**
   * Drop the feed's oldest events, a bounded piece a call, by whole records (so a few that might
   * go stay). Never drops what a named consumer has not read, unless forced.
   */
  feedPrune(request?: FeedPruneRequest): Command<FeedPruneResult>;
};

/** Every change as a method whose promise is resolved when it is durable. */
export declare class EngineCommands {
  /**
   * Make a venue.
   * @throws InvalidError: a field is missing or malformed; nothing changed
   * @throws LimitError: a text is too long; nothing changed
   */
  venueCreate(request: VenueCreateRequest, options?: CommandOptions): Promise<VenueResult>;
  /**
   * Change a venue.
   * @throws NotFoundError: there is no such venue; nothing changed
   * @throws VersionError: it has another version, told in the error; nothing changed
   * @throws InvalidError: a field is malformed or none is named; nothing changed
   * @throws LimitError: a text is too long; nothing changed
   */
  venueUpdate(request: VenueUpdateRequest, options?: CommandOptions): Promise<VenueResult>;
  /**
   * Remove a venue that no event and no map uses.
   * @throws NotFoundError: there is no such venue; nothing changed
   * @throws VersionError: it has another version; nothing changed
   * @throws InUseError: an event or a map belongs to it, told in the error; nothing changed
   */
  venueDelete(request: VenueDeleteRequest, options?: CommandOptions): Promise<VenueResult>;
  /**
   * Import a document as a new map. Its version 1 is a draft.
   * @throws ParseError: the document is malformed: `line`, `field` (where it says so, such as
   * "zones[2].rows[5].seats[3].category") and the reason; nothing changed
   * @throws LimitError: a stated limit is exceeded, told like that; nothing changed
   * @throws NotFoundError: there is no such venue; nothing changed
   * @throws InvalidError: an argument is missing or out of range; nothing changed
   * @throws NomemError: nothing changed
   */
  mapCreate(request: MapCreateRequest, options?: CommandOptions): Promise<MapResult>;
  /**
   * Import a document as the next version of a map, a draft. Seats keep their numbers by name.
   * @throws ParseError: as mapCreate(); nothing changed
   * @throws LimitError: as mapCreate(), or retired numbers and seats together are more than
   * SEATS_MAX; nothing changed
   * @throws NotFoundError: there is no such map; nothing changed
   * @throws VersionError: it has another version, told in the error; nothing changed
   * @throws InvalidError: an argument is missing or out of range; nothing changed
   * @throws NomemError: nothing changed
   */
  mapUpdate(request: MapUpdateRequest, options?: CommandOptions): Promise<MapResult>;
  /**
   * Publish a draft, so that events may use it.
   * @throws NotFoundError: there is no such map or version; nothing changed
   * @throws StateError: it is published already; nothing changed
   * @throws VersionError: the map has another version, told in the error; nothing changed
   */
  mapPublish(request: MapPublishRequest, options?: CommandOptions): Promise<MapResult>;
  /**
   * Remove a map with all its versions. Refused while an event uses any of them.
   * @throws NotFoundError: there is no such map; nothing changed
   * @throws VersionError: it has another version; nothing changed
   * @throws InUseError: an event uses it, told in the error; nothing changed
   */
  mapDelete(request: MapDeleteRequest, options?: CommandOptions): Promise<MapResult>;
  /**
   * Make an event, with all seats of its map free.
   * @throws NotFoundError: there is no such venue, map or version of it; nothing changed
   * @throws StateError: the map's version is a draft, or none is published; nothing changed
   * @throws InvalidError: a field is missing or out of range; nothing changed
   * @throws LimitError: a text is too long, there are too many tags, or a time is after
   * TIME_MS_MAX; nothing changed
   */
  eventCreate(request: EventCreateRequest, options?: CommandOptions): Promise<EventResult>;
  /**
   * Change an event. Another map, or another version of it, is taken only if every held and sold
   * seat is still there under its name; other seats keep their numbers by name within versions of
   * one map.
   * @throws NotFoundError: there is no such event, venue, map or version; nothing changed
   * @throws VersionError: it has another version, told in the error; nothing changed
   * @throws StateError: the map's version is a draft; nothing changed
   * @throws SeatsInUseError: the new map drops held or sold seats; nothing changed
   * @throws SoldError: the currency cannot change once anything was sold; nothing changed
   * @throws InUseError: the currency cannot change while holds are live or a ticket type has a
   * price or fee in it, or a ticket type is for a category that another map lacks; nothing changed
   * @throws InvalidError: a field is out of range or none is named; nothing changed
   * @throws LimitError: a text is too long, there are too many tags, or a time is after
   * TIME_MS_MAX; nothing changed
   */
  eventUpdate(request: EventUpdateRequest, options?: CommandOptions): Promise<EventResult>;
  /**
   * Remove an event with its seats, pools and ticket types.
   * @throws NotFoundError: there is no such event; nothing changed
   * @throws VersionError: it has another version; nothing changed
   * @throws SoldError: something of it was sold, even if returned since: cancel it instead;
   * nothing changed
   * @throws InUseError: holds on it are live; nothing changed
   */
  eventDelete(request: EventDeleteRequest, options?: CommandOptions): Promise<EventResult>;
  /**
   * Make a ticket type.
   * @throws NotFoundError: there is no such event, its map has no such category, or it has no such
   * pool; nothing changed
   * @throws LimitError: a text is too long, a time after TIME_MS_MAX, or the event has
   * TICKET_TYPES_MAX; nothing changed
   * @throws InvalidError: a field is missing or out of range; nothing changed
   */
  ticketTypeCreate(request: TicketTypeCreateRequest, options?: CommandOptions): Promise<TicketTypeResult>;
  /**
   * Change a ticket type.
   * @throws NotFoundError: there is no such event, ticket type, category or pool; nothing changed
   * @throws VersionError: it has another version, told in the error; nothing changed
   * @throws InvalidError: a field is out of range or none is named; nothing changed
   * @throws LimitError: a text is too long or a time after TIME_MS_MAX; nothing changed
   */
  ticketTypeUpdate(request: TicketTypeUpdateRequest, options?: CommandOptions): Promise<TicketTypeResult>;
  /**
   * Remove a ticket type of an event of which nothing is held and nothing was ever sold.
   * @throws NotFoundError: there is no such event or ticket type; nothing changed
   * @throws VersionError: it has another version; nothing changed
   * @throws SoldError: the event has sold something: set the status to off; nothing changed
   * @throws InUseError: holds on the event are live; nothing changed
   */
  ticketTypeDelete(request: TicketTypeDeleteRequest, options?: CommandOptions): Promise<TicketTypeResult>;
  /**
   * Hold seats and quantities for one buyer, all or none.
   * @throws InvalidError: a field is out of range or a seat or pool is named twice; nothing
   * changed
   * @throws LimitError: over a stated limit, or a seat's version has reached its end; nothing
   * changed
   * @throws NotFoundError: no such event, seat or pool; nothing changed
   * @throws NotOnSaleError: an event is not on sale now; nothing changed
   * @throws SeatTakenError: a seat is held, sold, blocked or retired; nothing changed
   * @throws SeatVersionError: a seat is free but has another version; nothing changed
   * @throws ChannelError: a seat or pool belongs to another channel; nothing changed
   * @throws PoolShortError: a pool has not that many left; nothing changed
   * @throws PoolClosedError: a pool is closed; nothing changed
   * @throws OrphanError: the event refuses single left-over seats and this leaves one (the
   * subject) that another choice in the row avoids; nothing changed
   * @throws BuyerLimitError: the buyer would have more than the event allows; nothing changed
   * @throws HoldLifeError: ttl_ms is over the cap of an event; nothing changed
   * @throws QueueFullError: nothing happened, retry
   * @throws OutcomeUnknownError: reopen and send the same request id again
   */
  holdCreate(request?: HoldCreateRequest, options?: CommandOptions): Promise<HoldCreateResult>;
  /**
   * Hold the best seats available in one event. In this order: seats next to each other in one row
   * that leave no single seat, nearest the focal point by their mean distance; next to each other;
   * in several groups within a section with nobody alone; the same over sections; any. Accessible
   * and companion seats are left out unless `accessible` asks. The same store gives the same
   * answer.
   * @throws InvalidError: a field is out of range; nothing changed
   * @throws LimitError: over a stated limit; nothing changed
   * @throws NotFoundError: no such event; nothing changed
   * @throws NotOnSaleError: the event is not on sale now; nothing changed
   * @throws NoSeatsError: no seats satisfy the wish; nothing changed
   * @throws BuyerLimitError: the buyer would have more than the event allows; nothing changed
   * @throws HoldLifeError: ttl_ms is over the cap of the event; nothing changed
   */
  holdBest(request: HoldBestRequest, options?: CommandOptions): Promise<HoldCreateResult>;
  /**
   * Let a live hold live until `ttlMs` from now, up to its events' cap on its whole life.
   * @throws InvalidError: a field is out of range; nothing changed
   * @throws NotFoundError: no such hold, or another secret; nothing changed
   * @throws VersionError: the hold has another version; nothing changed
   * @throws HoldExpiredError: it is dead; nothing changed
   * @throws HoldEndedError: it was released or sold; nothing changed
   * @throws HoldLifeError: it would live longer than its cap; nothing changed
   */
  holdExtend(request: HoldExtendRequest, options?: CommandOptions): Promise<HoldExtendResult>;
  /**
   * Give a live hold back; its seats and places are free.
   * @throws InvalidError: a field is out of range; nothing changed
   * @throws NotFoundError: no such hold, or another secret; nothing changed
   * @throws VersionError: the hold has another version; nothing changed
   * @throws StateError: an order has claimed it: cancel the order; nothing changed
   * @throws HoldExpiredError: it is dead already; nothing changed
   * @throws HoldEndedError: it was released or sold; nothing changed
   */
  holdRelease(request: HoldReleaseRequest, options?: CommandOptions): Promise<HoldReleaseResult>;
  /**
   * End a live hold now, without its secret. For the host alone: never give buyers a way to it.
   * @throws InvalidError: a field is out of range; nothing changed
   * @throws NotFoundError: no such hold; nothing changed
   * @throws VersionError: the hold has another version; nothing changed
   * @throws StateError: an order has claimed it: cancel the order; nothing changed
   * @throws HoldExpiredError: it is dead already; nothing changed
   * @throws HoldEndedError: it was released or sold; nothing changed
   */
  holdExpire(request: HoldExpireRequest, options?: CommandOptions): Promise<HoldReleaseResult>;
  /**
   * Release one hold and make another for the same buyer and channel in one step, or do neither.
   * The new hold has an id and a secret of its own.
   * @throws NotFoundError: no such hold, or another secret; or no such event, seat or pool;
   * nothing changed
   * @throws VersionError: the old hold has another version; nothing changed
   * @throws StateError: an order has claimed the old hold; nothing changed
   * @throws HoldExpiredError: the old hold is dead; nothing changed
   * @throws HoldEndedError: the old hold was released or sold; nothing changed
   * @throws HoldLifeError: the new hold would live longer than the cap; nothing changed
   */
  holdSwap(request: HoldSwapRequest, options?: CommandOptions): Promise<HoldCreateResult>;
  /**
   * Take free seats off sale, all or none.
   * @throws InvalidError: a field is out of range or a seat is named twice; nothing changed
   * @throws LimitError: too many seats, or a seat's version has reached its end; nothing changed
   * @throws NotFoundError: no such event or seat; nothing changed
   * @throws SeatTakenError: a seat is held, sold or blocked already; nothing changed
   * @throws SeatVersionError: a seat has another version; nothing changed
   */
  seatBlock(request: SeatBlockRequest, options?: CommandOptions): Promise<SeatBlockResult>;
  /**
   * Put blocked seats on sale, all or none.
   * @throws InvalidError: a field is out of range or a seat is named twice; nothing changed
   * @throws LimitError: too many seats, or a seat's version has reached its end; nothing changed
   * @throws NotFoundError: no such event or seat; nothing changed
   * @throws SeatStateError: a seat is not blocked; nothing changed
   * @throws SeatVersionError: a seat has another version; nothing changed
   */
  seatUnblock(request: SeatBlockRequest, options?: CommandOptions): Promise<SeatBlockResult>;
  /**
   * Allot free or blocked seats to a channel, all or none. A seat in a channel other than the
   * public one is only for holds that name this channel.
   * @throws InvalidError: a field is out of range or a seat is named twice; nothing changed
   * @throws LimitError: too many seats, or a seat's version has reached its end; nothing changed
   * @throws NotFoundError: no such event or seat; nothing changed
   * @throws SeatTakenError: a seat is held or sold; nothing changed
   * @throws SeatVersionError: a seat has another version; nothing changed
   */
  seatChannel(request: SeatChannelRequest, options?: CommandOptions): Promise<SeatBlockResult>;
  /**
   * Make a pool in an event.
   * @throws InvalidError: a field is out of range; nothing changed
   * @throws LimitError: over a stated limit, or POOLS_MAX pools there are; nothing changed
   * @throws NotFoundError: no such event; nothing changed
   */
  poolCreate(request: PoolCreateRequest, options?: CommandOptions): Promise<PoolCreateResult>;
  /**
   * Grow, shrink, open, close, rename a pool.
   * @throws InvalidError: a field is out of range; nothing changed
   * @throws LimitError: over a stated limit; nothing changed
   * @throws NotFoundError: no such pool; nothing changed
   * @throws VersionError: the pool has another version; nothing changed
   * @throws PoolShortError: the capacity would fall below what is held and sold; nothing changed
   */
  poolUpdate(request: PoolUpdateRequest, options?: CommandOptions): Promise<PoolUpdateResult>;
  /**
   * Sweep dead holds and tell the feed. Nothing depends on it: every commit sweeps a little, and
   * dead holds are dead on every path at once. A host with idle nights may call it now and then so
   * that the feed hears of expiries soon.
   * @throws InvalidError: a field is out of range; nothing changed
   */
  sweep(request?: SweepRequest, options?: CommandOptions): Promise<SweepResult>;
  /**
   * Turn a live hold into an order: check what its places may be sold as, freeze the quote, claim
   * the hold, begin its payment. PAID and FREE orders are confirmed in the same commit: seats
   * sold, tickets issued, ledger posted, messages queued.
   * @throws InvalidError: a field is missing or out of range; nothing changed
   * @throws NotFoundError: no such hold or not its secret, no such event or ticket type; nothing
   * changed
   * @throws HoldExpiredError: the hold is dead; nothing changed
   * @throws HoldEndedError: the hold was released or sold; nothing changed
   * @throws StateError: another order has the hold; nothing changed
   * @throws HoldLifeError: pay_within_ms goes beyond the hold's life cap; nothing changed
   * @throws PriceError: the ticket type is not for this place (category, channel, pool); nothing
   * changed
   * @throws NotOnSaleError: the ticket type is not on sale now; nothing changed
   * @throws LimitError: more or fewer than an order may have; nothing changed
   * @throws AmountError: the total is not the expected one, or FREE and not 0; nothing changed,
   * and `actualVersion` of the error is the total
   * @throws CurrencyError: another currency than expected, or events of several; nothing changed
   * @throws OverflowError: a sum goes over AMOUNT_MAX; nothing changed
   */
  orderCreate(request: OrderCreateRequest, options?: CommandOptions): Promise<OrderCreateResult>;
  /**
   * Cancel an order that is not confirmed. Its seats are free at once; money that is under way is
   * voided when its answer comes. In 'void_failed' it tries the void again, or, with 'by_hand',
   * records that it was voided outside.
   * @throws NotFoundError: no such order or not its secret; nothing changed
   * @throws VersionError: another version; nothing changed
   * @throws StateError: it is confirmed: refund it; nothing changed
   */
  orderCancel(request: OrderCancelRequest, options?: CommandOptions): Promise<OrderResult>;
  /**
   * Pay a pending or declined order, by another payment of its own.
   * @throws NotFoundError: no such order or not its secret; nothing changed
   * @throws VersionError: another version; nothing changed
   * @throws StateError: a payment is under way, or the order is over; nothing changed
   * @throws HoldExpiredError: its seats are no longer held; nothing changed
   * @throws HoldLifeError: pay_within_ms goes beyond the hold's life cap; nothing changed
   * @throws AmountError: not the frozen total; nothing changed
   * @throws CurrencyError: not the frozen currency; nothing changed
   */
  orderPay(request: OrderPayRequest, options?: CommandOptions): Promise<OrderResult>;
  /**
   * Record that an offline payment was received, and confirm the order. After the deadline the
   * event's late-money rule decides: the same seats, equivalent ones, or the money must be given
   * back by hand ('refund_failed' until orderRefund() with 'by_hand').
   * @throws NotFoundError: no such order; nothing changed
   * @throws VersionError: another version; nothing changed
   * @throws StateError: it does not wait for money by hand; nothing changed
   * @throws AmountError: not the frozen total; nothing changed
   * @throws CurrencyError: not the frozen currency; nothing changed
   */
  orderSettle(request: OrderSettleRequest, options?: CommandOptions): Promise<OrderResult>;
  /**
   * Refund an order whole, by tickets, or by amount. Tickets are void and places on sale again at
   * once; the money follows through a leased refund command, or by hand (PAID, OFFLINE, or
   * 'by_hand'). A whole refund of an order whose capture is under way waits for that answer. In
   * 'refund_failed', without tickets and amount, it tries what failed again; so it does in any
   * state that nothing can be refunded in, where the refund of a second payment failed.
   * @throws NotFoundError: no such order, or a ticket is not of it; nothing changed
   * @throws VersionError: another version; nothing changed
   * @throws StateError: no money was taken, all went back, or a ticket is void; nothing changed
   * @throws RefundError: more than what was captured and not yet refunded; nothing changed
   * @throws LimitError: too many tickets; nothing changed
   */
  orderRefund(request: OrderRefundRequest, options?: CommandOptions): Promise<OrderResult>;
  /**
   * Lease payment commands that are due, oldest due first. They come back, as queries, when the
   * lease runs out unanswered.
   * @throws InvalidError: a field is out of range; nothing changed
   * @throws LimitError: max or lease_ms above its limit; nothing changed
   */
  paymentLease(request: PaymentLeaseRequest, options?: CommandOptions): Promise<PaymentLeaseResult>;
  /**
   * Answer a leased command. DONE and DECLINED are facts and are taken even when the lease has run
   * out; the same answer again is a duplicate. FAILED and UNKNOWN count only while the lease is
   * the answerer's.
   * @throws NotFoundError: no such command; nothing changed
   * @throws LeaseLostError: FAILED or UNKNOWN of a lease that is over, or an answer that
   * contradicts the one known; nothing changed
   * @throws AmountError: not the command's amount; nothing changed
   * @throws CurrencyError: not the command's currency; nothing changed
   */
  paymentAnswer(request: PaymentAnswerRequest, options?: CommandOptions): Promise<PaymentResult>;
  /**
   * Take a provider's event. Its id is kept in the transaction of its effect: the same id again is
   * a duplicate, whatever else it says.
   * @throws NotFoundError: no payment has that reference or key (yet: an event may overtake the
   * answer that brings the reference); nothing changed, have it sent again
   * @throws AmountError: another amount than the payment's; nothing changed
   * @throws CurrencyError: another currency than the payment's; nothing changed
   * @throws StateError: it contradicts what is known (for instance a dispute of what was never
   * captured); nothing changed
   */
  paymentEvent(request: PaymentEventRequest, options?: CommandOptions): Promise<PaymentResult>;
  /**
   * Make a ticket worthless. Its seat stays sold: a refund of the order is what puts it on sale
   * again.
   * @throws NotFoundError: there is no such ticket; nothing changed
   * @throws StateError: it is void already; nothing changed
   * @throws VersionError: another version than expected; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag; nothing changed
   */
  ticketVoid(request: TicketVoidRequest, options?: CommandOptions): Promise<TicketChangeResult>;
  /**
   * Give a ticket a new serial: every barcode and ticket secret handed out before is dead.
   * @throws NotFoundError: there is no such ticket; nothing changed
   * @throws StateError: it is void or used; nothing changed
   * @throws VersionError: another version than expected; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag; nothing changed
   */
  ticketReissue(request: TicketReissueRequest, options?: CommandOptions): Promise<TicketChangeResult>;
  /**
   * Sign barcodes by a new key from now on. Barcodes of older keys stay valid; hand gates the new
   * list of public keys.
   * @throws LimitError: there are 10,000 keys already; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag; nothing changed
   */
  signingKeyRotate(request?: SigningKeyRotateRequest, options?: CommandOptions): Promise<SigningKeyRotateResult>;
  /**
   * Judge one scan at a gate and record it. The time of the scan is the engine's clock.
   * @throws NotFoundError: there is no such event; nothing changed
   * @throws RequestMismatchError: the nonce was used for another ticket or gate; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag, neither barcode nor ticket; nothing
   * changed
   */
  checkinScan(request: CheckinScanRequest, options?: CommandOptions): Promise<CheckinScanResult>;
  /**
   * Queue a message of the host's own. Those of orders are queued by the engine.
   * @throws NotFoundError: event, order or ticket does not exist; nothing changed
   * @throws LimitError: too many or too long variables, or a time after TIME_MS_MAX; nothing
   * changed
   * @throws InvalidError: undefined, a wrong size or flag, an unknown kind or channel, neither
   * address nor order, a malformed variable name; nothing changed
   */
  messageCreate(request: MessageCreateRequest, options?: CommandOptions): Promise<MessageCreateResult>;
  /**
   * Take messages that are due, oldest first.
   * @throws LimitError: max or lease_ms above its limit; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag, an unknown channel; nothing changed
   */
  messageLease(request?: MessageLeaseRequest, options?: CommandOptions): Promise<MessageLeaseResult>;
  /**
   * Say what became of a leased message. An answer that comes after the lease ran out still
   * counts, as long as nobody else has taken the message since.
   * @throws NotFoundError: there is no such message; nothing changed
   * @throws LeaseLostError: answered before, or somebody else has it now; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag, an unknown outcome; nothing changed
   */
  messageAnswer(request: MessageAnswerRequest, options?: CommandOptions): Promise<MessageChangeResult>;
  /**
   * Queue a dead letter again, its attempts counted from 0; or make one that waits for another
   * attempt due now.
   * @throws NotFoundError: there is no such message; nothing changed
   * @throws StateError: it is leased, sent or cancelled; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag; nothing changed
   */
  messageRetry(request: MessageRetryRequest, options?: CommandOptions): Promise<MessageChangeResult>;
  /**
   * Give up a message that is queued or dead. One that is leased is cancelled by its answer.
   * @throws NotFoundError: there is no such message; nothing changed
   * @throws StateError: it is leased, sent or cancelled; nothing changed
   * @throws InvalidError: undefined, a wrong size or flag; nothing changed
   */
  messageCancel(request: MessageCancelRequest, options?: CommandOptions): Promise<MessageChangeResult>;
  /**
   * Set a template. Messages that are queued already are rendered by it too.
   * @throws TemplateError: malformed: `error->field` is "subject" or "body", `error->line` its
   * line and `error->subject` the byte, from 1; nothing changed
   * @throws NotFoundError: it does not exist and a version was expected; nothing changed
   * @throws VersionError: another version than expected; nothing changed
   * @throws LimitError: subject or body too long; nothing changed
   * @throws InvalidError: undefined, a wrong size, flag, kind, channel or locale; nothing changed
   */
  templatePut(request: TemplatePutRequest, options?: CommandOptions): Promise<TemplatePutResult>;
  /**
   * Remove a template; the next one of the fallback takes its place. The command's kind has no
   * result.
   * @throws NotFoundError: there is none; nothing changed
   * @throws VersionError: another version than expected; nothing changed
   * @throws InvalidError: undefined, a wrong size, flag, kind, channel or locale; nothing changed
   */
  templateDelete(request: TemplateDeleteRequest, options?: CommandOptions): Promise<void>;
  /**
   * Create or move a durable consumer. Does not itself appear in the feed.
   * @throws ExistsError: it exists and 'create' was given; nothing changed
   * @throws NotFoundError: it does not exist and a version was expected; nothing changed
   * @throws VersionError: another version than expected: somebody else moved it; nothing changed
   * @throws FeedPrunedError: the cursor points before the oldest event kept; nothing changed
   * @throws LimitError: more than CONSUMERS_MAX; nothing changed
   * @throws InvalidError: undefined, a wrong size, flag or name, a cursor beyond the end; nothing
   * changed
   */
  consumerSet(request: ConsumerSetRequest, options?: CommandOptions): Promise<ConsumerSetResult>;
  /**
   * Remove a consumer; pruning no longer waits for it. The command's kind has no result.
   * @throws NotFoundError: there is none of that name; nothing changed
   * @throws VersionError: another version than expected; nothing changed
   * @throws InvalidError: undefined, a wrong size, flag or name; nothing changed
   */
  consumerDelete(request: ConsumerDeleteRequest, options?: CommandOptions): Promise<void>;
  /**
   * Drop the feed's oldest events, a bounded piece a call, by whole records (so a few that might
   * go stay). Never drops what a named consumer has not read, unless forced.
   * @throws InvalidError: undefined, a wrong size or flag, no limit, a cursor beyond the end;
   * nothing changed
   */
  feedPrune(request?: FeedPruneRequest, options?: CommandOptions): Promise<FeedPruneResult>;
}

/** What an engine answers about itself. */
export declare class EngineReads {
  /**
   * The engine's clock: UTC milliseconds, never running backward within a store even when the
   * machine's clock does: then time stands still until the machine has caught up, and the log says
   * so. A clock that is wrong the other way cannot be taken back, so a command that would move the
   * store more than CLOCK_JUMP_MS_MAX on is refused ('CLOCK', from any command) unless the host
   * says that it is right ('clock_jump', or a manual clock).
   * @throws InvalidError: undefined
   */
  clock(): Date;
  /**
   * Move the clock of an engine opened with 'manual_clock'. A time before the present one is
   * refused.
   * @throws InvalidError: the clock is not manual, or would run backward; nothing changed
   * @throws LimitError: `nowMs` is after TIME_MS_MAX; nothing changed
   */
  setClock(now: Date): void;
  /**
   * Read the state of the store.
   * @throws InvalidError: undefined or a wrong size
   */
  stat(): EngineStat;
  /**
   * Metrics as OpenMetrics 1.0 text, ending in "# EOF\n". Families whose names begin with
   * ticketcore_store_, ticketcore_payment_ or ticketcore_outbox_ are the store's, the same through
   * every handle; the others are this handle's, from its opening on.
   * @throws BufferError: the room is too small; `length` says what is needed
   * @throws InvalidError: undefined
   */
  metrics(): string;
}

/** Every reading call, at the one moment the snapshot shows. */
export declare class SnapshotReads {
  /**
   * Count an event's seats and pool places by state.
   * @throws InvalidError: undefined or a wrong size
   * @throws NotFoundError: no such event
   */
  availabilityGet(event: bigint): Availability;
  /**
   * Count an event's seats by state, for every category, section or channel.
   * @throws InvalidError: undefined, or an unknown `by`
   * @throws NotFoundError: no such event
   */
  availabilityCounts(event: bigint, by: AvailabilityBy): readonly AvailabilityCount[];
  /**
   * Copy the two-bit map of an event's seats: seat n is at bits 2·(n mod 4) … +1 of byte n div 4,
   * and reads 0 free, 1 held, 2 sold, 3 blocked or retired. Bits past the last seat are 0.
   * @throws InvalidError: undefined
   * @throws BufferError: the room is too small; `length` says what is needed
   * @throws NotFoundError: no such event
   */
  availabilityMap(event: bigint): { readonly bits: Uint8Array; readonly inventoryVersion: bigint };
  /**
   * Read the state and version of many seats of an event in order of their number.
   * @throws InvalidError: undefined
   * @throws NotFoundError: no such event
   */
  availabilitySeats(event: bigint, first: number): { readonly seats: readonly SeatStatus[]; readonly inventoryVersion: bigint };
  /**
   * What changed in an event since an inventory version, each seat once, in order of its number.
   * The answer holds every seat that changed. While the changes since then are few (about 250) it
   * holds no other; when they are more it holds whole neighbourhoods of about 500 seats in which
   * something changed, so apply it without counting on a difference. Seats that dead holds give
   * back are in it too, again and again until the store is swept.
   * @throws InvalidError: undefined, or `since` lies in the future of the event
   * @throws NotFoundError: no such event
   */
  availabilitySince(event: bigint, since: bigint): { readonly changes: readonly SeatChange[]; readonly inventoryVersion: bigint };
  /**
   * Walk the whole store of one moment and prove its invariants: every page of the data file in
   * use once or free once; every checksum; every seat in one state with one owner; counters equal
   * to what they count; every index both ways; money summing to zero; tickets, orders and payments
   * agreeing with each other.
   * @throws IoError: the store could not be read; `report` is untouched
   * @throws InvalidError: undefined or a wrong size
   * @throws NomemError: memory is out; `report` is untouched
   */
  verify(): Promise<VerifyReport>;
  /**
   * List the scans of an event in the order in which they were recorded.
   * @throws InvalidError: undefined or no room
   */
  checkinList(event: bigint, after: bigint, limit?: number): readonly ScanEntry[];
  /**
   * Read an event.
   * @throws NotFoundError: there is no such event
   * @throws InvalidError: undefined or a wrong size
   */
  eventGet(event: bigint): EventView;
  /**
   * List or search events, one page a call. Venue, category, tag and time use an index in the
   * order of the list; `text` looks through all events that have its longest word.
   * @throws InvalidError: undefined, no room, a wrong size or a text without a word
   * @throws LimitError: a text is too long or a time is after TIME_MS_MAX
   * @throws NomemError: nothing was written
   */
  eventList(request?: EventListRequest): EventListResult;
  /**
   * Draw an event's house as SVG 1.1: its map with every seat by its state.
   * @throws BufferError: the room is too small; `length` says what is needed
   * @throws NotFoundError: there is no such event, or it has no map
   * @throws InvalidError: undefined
   * @throws NomemError: nothing was written
   */
  eventSvg(event: bigint): Promise<string>;
  /**
   * Find a seat of an event by the map's own name for it.
   * @throws NotFoundError: there is no such event or seat, or the seat is retired
   * @throws InvalidError: undefined
   */
  eventSeatFind(event: bigint, name: string): number;
  /**
   * Read events from a cursor on.
   * @throws FeedPrunedError: the cursor points before the oldest event kept; `error->subject` is
   * the oldest sequence number, and the oldest cursor all zero
   * @throws InvalidError: undefined, no room, or a cursor beyond the end
   */
  feedRead(cursor: bigint, limit?: number): { readonly events: readonly FeedEvent[]; readonly next: bigint };
  /**
   * The two ends of the feed.
   * @throws InvalidError: undefined snapshot
   */
  feedEnds(): { readonly oldest: bigint; readonly end: bigint };
  /**
   * Read one consumer.
   * @throws NotFoundError: there is none of that name
   * @throws InvalidError: undefined
   */
  consumerGet(name: string): Consumer;
  /**
   * List all consumers by name.
   * @throws InvalidError: undefined
   */
  consumerList(): readonly Consumer[];
  /**
   * Read a hold as its owner.
   * @throws InvalidError: undefined or a wrong size
   * @throws NotFoundError: no such hold, or another secret; also one that ended over a day ago
   */
  holdGet(hold: bigint, secret: Secret | Uint8Array): HoldView;
  /**
   * Read a hold as the host, without its secret. Never give buyers a way to it.
   * @throws InvalidError: undefined or a wrong size
   * @throws NotFoundError: no such hold; also one that ended over a day ago
   */
  holdPeek(hold: bigint): HoldView;
  /**
   * Read the seats a hold has, or had when it ended.
   * @throws InvalidError: undefined
   * @throws NotFoundError: no such hold; also one that ended over a day ago
   */
  holdSeats(hold: bigint): readonly HoldSeat[];
  /**
   * Read the quantities a hold draws, or drew when it ended.
   * @throws InvalidError: undefined
   * @throws NotFoundError: no such hold; also one that ended over a day ago
   */
  holdPools(hold: bigint): readonly HoldPool[];
  /**
   * Read the balances of every currency, in the order of their first posting.
   * @throws InvalidError: undefined
   */
  ledgerBalances(): readonly LedgerBalance[];
  /**
   * Read an order's postings, newest first.
   * @throws NotFoundError: no such order
   */
  ledgerEntries(order: bigint): readonly LedgerEntry[];
  /**
   * Read the whole journal in the order of posting.
   * @throws InvalidError: undefined or no room
   */
  ledgerJournal(after: bigint, limit?: number): readonly LedgerEntry[];
  /**
   * Read one version of a map.
   * @throws NotFoundError: there is no such map or version
   * @throws InvalidError: undefined or a wrong size
   */
  mapGet(map: bigint, mapVersion: number): MapView;
  /**
   * List maps in order of id, one page a call.
   * @throws InvalidError: undefined, no room or a wrong size
   */
  mapList(request?: MapListRequest): MapListResult;
  /**
   * Write a version of a map in our own JSON form. Imported again it gives the same layout.
   * @throws BufferError: the room is too small; `length` says what is needed
   * @throws NotFoundError: there is no such map or version
   * @throws InvalidError: undefined
   * @throws NomemError: nothing was written
   */
  mapExport(map: bigint, mapVersion: number): Promise<string>;
  /**
   * Draw a version of a map as SVG 1.1: seats in their categories' colours, rows, sections,
   * legend.
   * @throws BufferError: the room is too small; `length` says what is needed
   * @throws NotFoundError: there is no such map or version
   * @throws InvalidError: undefined
   * @throws NomemError: nothing was written
   */
  mapSvg(map: bigint, mapVersion: number): Promise<string>;
  /**
   * The price categories of a version of a map, in order of number.
   * @throws NotFoundError: there is no such map or version
   * @throws InvalidError: undefined
   */
  mapCategoryList(map: bigint, mapVersion: number): readonly MapCategory[];
  /**
   * The sections of a version of a map, in order of number.
   * @throws NotFoundError: there is no such map or version
   * @throws InvalidError: undefined
   */
  mapSectionList(map: bigint, mapVersion: number): readonly MapSection[];
  /**
   * The standing areas of a version of a map, in order of number. Make pools of them with
   * poolCreate().
   * @throws NotFoundError: there is no such map or version
   * @throws InvalidError: undefined
   */
  mapAreaList(map: bigint, mapVersion: number): readonly MapArea[];
  /**
   * Seats of a version of a map, in order of number, from one number on. Retired ones included.
   * @throws NotFoundError: there is no such map or version
   * @throws InvalidError: undefined or no room
   */
  mapSeatList(map: bigint, mapVersion: number, first: number, limit?: number): readonly MapSeat[];
  /**
   * Find a seat by the map's own name for it.
   * @throws NotFoundError: there is no such map, version or seat, or the seat is retired
   * @throws InvalidError: undefined
   */
  mapSeatFind(map: bigint, mapVersion: number, name: string): number;
  /**
   * Read an order.
   * @throws NotFoundError: no such order, or not its secret
   * @throws InvalidError: undefined or a wrong size
   */
  orderGet(order: bigint, secret?: Secret | Uint8Array): Order;
  /**
   * Read an order's lines, in the order of its hold's items.
   * @throws NotFoundError: no such order, or not its secret
   */
  orderLines(order: bigint, secret?: Secret | Uint8Array): readonly OrderLine[];
  /**
   * Read an order's contacts. Personal data: host-side only.
   * @throws NotFoundError: no such order
   */
  orderContacts(order: bigint): readonly Contact[];
  /**
   * List orders, newest first. A call looks at no more than 100,000 orders, so it may give fewer
   * than `limit` and still have a `next`.
   * @throws InvalidError: a field is out of range
   * @throws LimitError: limit above 1,000
   */
  orderList(request?: OrderListRequest): { readonly orders: readonly Order[]; readonly next: bigint };
  /**
   * Read one message with its subject and body rendered now, from its template and from what it is
   * about. The snapshot must be opened or refreshed after the lease.
   * @throws NotFoundError: there is no such message
   * @throws LimitError: the body would be longer than BODY_MAX
   * @throws InvalidError: undefined or a wrong size
   */
  messageGet(message: bigint): Message;
  /**
   * List messages in the order in which they were queued, without subject and body. One call looks
   * at 100,000 messages at most, so a page may be short, or empty, and yet not the last.
   * @throws LimitError: limit above 10,000
   * @throws InvalidError: undefined, a wrong size, an unknown state or channel
   */
  messageList(request?: MessageListRequest): { readonly messages: readonly Message[]; readonly next: bigint };
  /**
   * List an order's payments, newest first.
   * @throws NotFoundError: no such order
   */
  paymentList(order: bigint): readonly Payment[];
  /**
   * List an order's refunds, newest first.
   * @throws NotFoundError: no such order
   */
  refundList(order: bigint): readonly Refund[];
  /**
   * Count the payment work that is due, leased, waiting and parked.
   * @throws InvalidError: undefined or a wrong size
   */
  paymentBacklogGet(): PaymentBacklog;
  /**
   * Read one pool.
   * @throws InvalidError: undefined or a wrong size
   * @throws NotFoundError: no such event, or no such pool in it
   */
  poolGet(event: bigint, pool: number): PoolView;
  /**
   * Read the pools of an event in their order.
   * @throws InvalidError: undefined or no room
   * @throws NotFoundError: no such event
   */
  poolList(event: bigint, after: number, limit?: number): readonly PoolView[];
  /**
   * What places would cost now. Takes nothing, promises nothing: orderCreate() freezes it.
   * @throws NotFoundError: no such event, seat or ticket type
   * @throws PriceError: the ticket type is not for this place
   * @throws NotOnSaleError: the ticket type is not on sale now
   * @throws LimitError: more or fewer than an order may have
   * @throws CurrencyError: events of several currencies
   * @throws OverflowError: a sum goes over AMOUNT_MAX
   */
  orderQuote(request: OrderQuoteRequest): OrderQuoteResult;
  /**
   * Read one seat.
   * @throws InvalidError: undefined or a wrong size
   * @throws NotFoundError: no such event, or no such seat in it
   */
  seatGet(event: bigint, seat: number): SeatView;
  /**
   * Find the template a message of this kind, channel and locale is rendered by, fallback
   * included.
   * @throws InvalidError: undefined, a wrong size, an unknown kind or channel, a malformed locale
   */
  templateGet(kind: MessageKind | number, channel: MessageChannel, locale?: string): Template;
  /**
   * List the templates that were put, by kind, channel and locale, without their bodies.
   * @throws InvalidError: undefined
   */
  templateList(): readonly Template[];
  /**
   * Read one ticket.
   * @throws NotFoundError: there is no such ticket, or the secret is neither of the two
   * @throws InvalidError: undefined or a wrong size
   */
  ticketGet(ticket: bigint, secret?: Secret | Uint8Array): Ticket;
  /**
   * List tickets of an event by number, or of an order in the order they were issued.
   * @throws NotFoundError: the event or order does not exist, or the secret is not the order's
   * @throws InvalidError: undefined, a wrong size, an unknown flag, neither event nor order
   * @throws LimitError: limit above 10,000
   */
  ticketList(request?: TicketListRequest): { readonly tickets: readonly Ticket[]; readonly next: bigint };
  /**
   * Count the tickets of an event.
   * @throws InvalidError: undefined, a wrong size, or 0 for the event
   */
  ticketCount(event: bigint): TicketCounts;
  /**
   * Derive a ticket's own secret from its order's, to hand the ticket to somebody else. It opens
   * this one ticket and nothing of the order; a reissue ends it.
   * @throws NotFoundError: there is no such ticket, or it is not the order's
   * @throws InvalidError: undefined
   */
  ticketSecret(ticket: bigint, orderSecret: Secret | Uint8Array): Secret;
  /**
   * Make a ticket's barcode: signed by the newest key, for its present serial.
   * @throws NotFoundError: there is no such ticket, or the secret is neither of the two
   * @throws StateError: the ticket is void
   * @throws BufferError: the room is too small
   * @throws InvalidError: undefined
   */
  ticketBarcode(ticket: bigint, secret?: Secret | Uint8Array): string;
  /**
   * Export the public keys, oldest first: what an offline gate needs to check barcodes.
   * @throws InvalidError: undefined
   */
  signingKeyList(): readonly PublicKey[];
  /**
   * Export an event's revocation list: void and reissued tickets, by number. For offline gates.
   * @throws InvalidError: undefined or no room
   */
  revocationList(event: bigint, after: bigint, limit?: number): { readonly list: readonly Revocation[]; readonly next: bigint };
  /**
   * Read a ticket type.
   * @throws NotFoundError: there is no such event or ticket type
   * @throws InvalidError: undefined or a wrong size
   */
  ticketTypeGet(event: bigint, ticketType: number): TicketTypeView;
  /**
   * List an event's ticket types in order of number, one page a call.
   * @throws NotFoundError: there is no such event
   * @throws InvalidError: undefined, no room or a wrong size
   */
  ticketTypeList(request: TicketTypeListRequest): TicketTypeListResult;
  /**
   * Read a venue.
   * @throws NotFoundError: there is no such venue
   * @throws InvalidError: undefined or a wrong size
   */
  venueGet(venue: bigint): VenueView;
  /**
   * List venues in order of id, one page a call.
   * @throws InvalidError: undefined, no room or a wrong size
   */
  venueList(request?: VenueListRequest): VenueListResult;
}

/** Version of the library linked at run time, as text like "0.1.0". Never undefined; static. */
export function version(): string;
/**
 * Make a time-ordered random request id (UUID version 7, RFC 9562).
 * @throws InvalidError: `id` is undefined
 */
export function requestIdNew(): RequestId;
/** Name of an answer, like "wrong_event"; "unknown_answer" for others. Static. */
export function scanAnswerName(answer: ScanAnswer | number): string | null;
/** One English sentence for the person at the gate. Never undefined; static. */
export function scanAnswerSentence(answer: ScanAnswer | number): string | null;
/** Class of a code, a ErrorClass. An unknown code answers 'fatal'. */
export function errorClass(code: number): number;
/** Name of a code without its prefix, like "SEAT_TAKEN"; "UNKNOWN" for others. Static. */
export function errorName(code: number): string;
/** One English sentence for a code. Never undefined; static. */
export function errorSentence(code: number): string;
/** Cursor that begins at a sequence number; 0: at the oldest kept. */
export function feedCursorAt(sequence: bigint): bigint;
/** Sequence number of the event a cursor stands before; 0: the oldest kept. */
export function feedCursorSequence(cursor: bigint): bigint;
/** Name of an event type, like "hold.created"; undefined for an unknown one. Static. */
export function feedTypeName(type: FeedType | number): string | null;
/** An account's name, like "receivable"; "?" for an unknown number. Static. */
export function accountName(account: Account | number): string | null;
/** A posting reason's name, like "sale"; "?" for an unknown number. Static. */
export function postingReasonName(reason: PostingReason | number): string | null;
/**
 * Check a document without a store: everything mapCreate() checks.
 * @throws ParseError: malformed: `line`, `field` and the reason
 * @throws LimitError: a stated limit is exceeded
 * @throws InvalidError: an argument is missing or out of range
 * @throws NomemError: not checked
 */
export function mapValidate(text: string | Uint8Array, form: MapForm): Promise<MapReport>;
/** An order state's name, like "authorising"; "?" for an unknown number. Static. */
export function orderStateName(state: OrderState | number): string | null;
/** Name of a kind, like "order_confirmed"; "custom" from 1,000 on, "unknown" for others. Static. */
export function messageKindName(kind: MessageKind | number): string | null;
/** Name of a channel, like "email"; "unknown" for others. Static. */
export function messageChannelName(channel: MessageChannel | number): string | null;
/** Name of a state, like "queued"; "unknown" for others. Static. */
export function messageStateName(state: MessageState | number): string | null;
/**
 * Sign a webhook by the Standard Webhooks specification (standardwebhooks.com): HMAC-SHA256 over
 * "id.timestamp.body", as text "v1,base64". Send it with the headers webhook-id, webhook-timestamp
 * and webhook-signature.
 * @throws InvalidError: undefined, a malformed secret, an empty id or one with a dot, a negative
 * time
 * @throws LimitError: a time after the year 9999
 */
export function webhookSign(secret: string, id: string, timestampS: bigint, body: string | Uint8Array): string;
/**
 * Check a webhook's signature, in constant time. For receivers and tests.
 * @throws ForgedError: none is right, or the timestamp is more than WEBHOOK_TOLERANCE_S away
 * @throws InvalidError: undefined, a malformed secret, id or time
 * @throws LimitError: a time after the year 9999
 */
export function webhookVerify(secret: string, id: string, timestampS: bigint, body: string | Uint8Array, signatures: string, nowS: bigint): void;
/** A payment command kind's name, like "capture"; "?" for an unknown number. Static. */
export function paymentKindName(kind: PaymentKind | number): string | null;
/**
 * Render a template's text without a store: to try one out.
 * @throws TemplateError: malformed: `error->line` is its line, `error->subject` the byte, from 1
 * @throws BufferError: the room is too small
 * @throws LimitError: the text is longer than TEMPLATE_MAX or the answer than BODY_MAX
 * @throws InvalidError: undefined or an unknown escaping
 * @throws NomemError: memory is out
 */
export function templateRender(text: string, variables: Iterable<Variable>, escaping: TemplateEscaping): string;
/**
 * Check a barcode offline: no store, no clock of the engine's. Whether the ticket was voided,
 * reissued or used is not in it; see revocationList() and checkinScan().
 * @throws ParseError: this is not one of our barcodes at all, or of a later version
 * @throws ForgedError: it has a barcode's form, but the signature is wrong or the key unknown
 * @throws InvalidError: undefined or a wrong size, or a time before 1970
 * @throws LimitError: a time after TIME_MS_MAX
 */
export function barcodeVerify(keys: Iterable<PublicKey>, text: string, now?: Date): Barcode;

/** The request itself is at fault; sending it again will not help. */
export class RefusedError extends TicketcoreError {}
/** Somebody was first; read again and decide anew. */
export class ConflictedError extends TicketcoreError {}
/** Nothing happened; the same request may work a moment later. */
export class TryAgainError extends TicketcoreError {}
/** The store or its disk needs care. */
export class StoreFailedError extends TicketcoreError {}
/** This engine is finished; open the store again. */
export class HandleDeadError extends TicketcoreError {}
/** An argument is missing or out of its range. Afterwards: Nothing changed. */
export class InvalidError extends RefusedError {}
/** A stated limit is exceeded. Afterwards: Nothing changed. */
export class LimitError extends RefusedError {}
/** There is no such object, or it is not yours. Afterwards: Nothing changed. */
export class NotFoundError extends RefusedError {}
/** An object of that name already exists. Afterwards: Nothing changed. */
export class ExistsError extends RefusedError {}
/** The object's state does not allow this. Afterwards: Nothing changed. */
export class StateError extends RefusedError {}
/** The object has another version than expected. Afterwards: Nothing changed. */
export class VersionError extends ConflictedError {}
/** Something else still depends on the object. Afterwards: Nothing changed. */
export class InUseError extends RefusedError {}
/** The request id was used with another content. Afterwards: Nothing changed. */
export class RequestMismatchError extends RefusedError {}
/** A sum of money or a count would overflow. Afterwards: Nothing changed. */
export class OverflowError extends RefusedError {}
/** The text is malformed. Afterwards: Nothing changed. */
export class ParseError extends RefusedError {}
/** Memory is exhausted. Afterwards: Nothing changed. */
export class NomemError extends TryAgainError {}
/** Children are still open or work is in flight. Afterwards: Nothing changed. */
export class BusyError extends TryAgainError {}
/** The time given has passed. Afterwards: Nothing changed. */
export class TimeoutError extends TryAgainError {}
/** This build or store does not support it. Afterwards: Nothing changed. */
export class UnsupportedError extends RefusedError {}
/** The caller's buffer is too small. Afterwards: Nothing changed. */
export class BufferError extends RefusedError {}
/** The queue is full. Afterwards: Nothing changed. */
export class QueueFullError extends TryAgainError {}
/**
 * The commit failed and may or may not have landed. Afterwards: Unknown: reopen and send the same
 * request id again.
 */
export class OutcomeUnknownError extends HandleDeadError {}
/**
 * An earlier failure closed this handle for good. Afterwards: Nothing changed by this call:
 * reopen.
 */
export class PoisonedError extends HandleDeadError {}
/** The handle was opened before a fork. Afterwards: Nothing changed: open the store in the child. */
export class ForkedError extends HandleDeadError {}
/** Reading or writing the store failed. Afterwards: Nothing changed. */
export class IoError extends StoreFailedError {}
/** A record's checksum or shape is wrong. Afterwards: Nothing changed. */
export class CorruptError extends StoreFailedError {}
/** The path holds something that is not a ticketcore store. Afterwards: Nothing changed. */
export class NotAStoreError extends StoreFailedError {}
/** The store was written by a newer library. Afterwards: Nothing changed. */
export class FormatNewerError extends StoreFailedError {}
/** The store's format or its LMDB's is not one this library reads. Afterwards: Nothing changed. */
export class FormatForeignError extends StoreFailedError {}
/** The disk or the store's map is full. Afterwards: Nothing changed. */
export class StoreFullError extends StoreFailedError {}
/** The store was opened or lies on a medium for reading only. Afterwards: Nothing changed. */
export class ReadOnlyError extends StoreFailedError {}
/** This process has the store open with other options. Afterwards: Nothing changed. */
export class AlreadyOpenError extends StoreFailedError {}
/** The file system cannot hold a store safely. Afterwards: Nothing changed. */
export class FilesystemError extends StoreFailedError {}
/** The store's lock cannot be had. Afterwards: Nothing changed. */
export class LockedError extends StoreFailedError {}
/** Every reader slot is taken. Afterwards: Nothing changed. */
export class ReadersFullError extends TryAgainError {}
/** The store's file is shorter than its contents. Afterwards: Nothing changed. */
export class TruncatedError extends StoreFailedError {}
/** The store's files may not be used by this user. Afterwards: Nothing changed. */
export class PermissionError extends StoreFailedError {}
/** There is no store at the path. Afterwards: Nothing changed. */
export class NoStoreError extends StoreFailedError {}
/** There is already something at the path. Afterwards: Nothing changed. */
export class StoreExistsError extends StoreFailedError {}
/** The store met a conflicting writer. Afterwards: Nothing changed. */
export class StoreConflictError extends ConflictedError {}
/**
 * The machine's clock is too far ahead of the store's last commit. Afterwards: Nothing changed:
 * put the clock right, or open with TC_OPEN_CLOCK_JUMP if it is.
 */
export class ClockError extends StoreFailedError {}
/** A seat is held, sold or blocked. Afterwards: Nothing changed. */
export class SeatTakenError extends ConflictedError {}
/** A seat has another version than expected. Afterwards: Nothing changed. */
export class SeatVersionError extends ConflictedError {}
/** A seat's state does not allow this. Afterwards: Nothing changed. */
export class SeatStateError extends RefusedError {}
/** A seat belongs to another channel. Afterwards: Nothing changed. */
export class ChannelError extends RefusedError {}
/** A pool has not that many left. Afterwards: Nothing changed. */
export class PoolShortError extends ConflictedError {}
/** The pool is closed. Afterwards: Nothing changed. */
export class PoolClosedError extends RefusedError {}
/** No seats satisfy the wish. Afterwards: Nothing changed. */
export class NoSeatsError extends ConflictedError {}
/** The take would leave a single seat. Afterwards: Nothing changed. */
export class OrphanError extends RefusedError {}
/** The buyer's limit is reached. Afterwards: Nothing changed. */
export class BuyerLimitError extends RefusedError {}
/** The hold has expired. Afterwards: Nothing changed. */
export class HoldExpiredError extends RefusedError {}
/** The hold was released or turned into an order. Afterwards: Nothing changed. */
export class HoldEndedError extends RefusedError {}
/** The hold would live longer than its cap. Afterwards: Nothing changed. */
export class HoldLifeError extends RefusedError {}
/** Tickets have been sold. Afterwards: Nothing changed. */
export class SoldError extends RefusedError {}
/** The new map drops seats that are held or sold. Afterwards: Nothing changed. */
export class SeatsInUseError extends RefusedError {}
/** This is not on sale now. Afterwards: Nothing changed. */
export class NotOnSaleError extends RefusedError {}
/** There is no price for this ticket type. Afterwards: Nothing changed. */
export class PriceError extends RefusedError {}
/** The amount is not the frozen quote's. Afterwards: Nothing changed. */
export class AmountError extends RefusedError {}
/** The currency is not the frozen quote's. Afterwards: Nothing changed. */
export class CurrencyError extends RefusedError {}
/** The refund is more than what was captured. Afterwards: Nothing changed. */
export class RefundError extends RefusedError {}
/** The lease ran out or was answered already. Afterwards: Nothing changed. */
export class LeaseLostError extends ConflictedError {}
/** The barcode's signature or form is wrong. Afterwards: Nothing changed. */
export class ForgedError extends RefusedError {}
/** The template is malformed or lacks a variable. Afterwards: Nothing changed. */
export class TemplateError extends RefusedError {}
/**
 * The cursor points before the oldest event kept. Afterwards: Nothing changed: start from the
 * oldest.
 */
export class FeedPrunedError extends RefusedError {}

/** The payload of each type of event. */
export interface FeedData {
  'venue.created': Record<string, never>;
  'venue.updated': Record<string, never>;
  'venue.deleted': Record<string, never>;
  'map.created': { readonly mapVersion: number; readonly seats: number };
  'map.published': { readonly mapVersion: number; readonly layout: number };
  'map.deleted': Record<string, never>;
  'event.created': { readonly layout: number; readonly seats: number; readonly startsAt: Date };
  'event.updated': { readonly layout: number; readonly status: number; readonly startsAt: Date };
  'event.deleted': Record<string, never>;
  'ticket_type.created': { readonly priceMinor: bigint };
  'ticket_type.updated': { readonly priceMinor: bigint };
  'ticket_type.deleted': Record<string, never>;
  'hold.created': { readonly expiresAt: Date; readonly items: readonly { readonly event: bigint; readonly target: number; readonly version: number }[] };
  'hold.extended': { readonly expiresAt: Date };
  'hold.released': { readonly items: readonly { readonly event: bigint; readonly target: number; readonly version: number }[] };
  'hold.expired': { readonly items: readonly { readonly event: bigint; readonly target: number; readonly version: number }[] };
  'hold.sold': { readonly order: bigint; readonly items: readonly { readonly event: bigint; readonly target: number; readonly version: number }[] };
  'hold.regained': { readonly expiresAt: Date; readonly items: readonly { readonly event: bigint; readonly target: number; readonly version: number }[] };
  'seat.blocked': { readonly items: readonly { readonly seat: number; readonly version: number }[] };
  'seat.unblocked': { readonly items: readonly { readonly seat: number; readonly version: number }[] };
  'seat.allotted': { readonly channel: number; readonly items: readonly { readonly seat: number; readonly version: number }[] };
  'seat.returned': { readonly seat: number; readonly version: number; readonly ticket: number };
  'pool.created': { readonly capacity: number };
  'pool.updated': { readonly capacity: number; readonly open: number };
  'pool.returned': { readonly quantity: number };
  'order.created': { readonly totalMinor: bigint; readonly lines: number };
  'order.state': { readonly from: number; readonly to: number };
  'order.confirmed': { readonly totalMinor: bigint; readonly tickets: number };
  'order.cancelled': { readonly reason: number };
  'order.refunded': { readonly amountMinor: bigint };
  'payment.command': { readonly command: bigint; readonly kind: number; readonly amountMinor: bigint };
  'payment.event': { readonly kind: number; readonly amountMinor: bigint };
  'ledger.posted': { readonly debit: number; readonly credit: number; readonly amountMinor: bigint };
  'ticket.issued': { readonly order: bigint; readonly seat: number; readonly type: number };
  'ticket.voided': { readonly order: bigint };
  'ticket.reissued': { readonly serial: number };
  'signing_key.rotated': Record<string, never>;
  'checkin.scanned': { readonly answer: number; readonly gate: number };
  'message.queued': { readonly kind: number; readonly channel: number };
  'message.sent': { readonly attempts: number };
  'message.failed': { readonly attempts: number; readonly dead: number };
  'message.cancelled': Record<string, never>;
  'template.changed': Record<string, never>;
}
