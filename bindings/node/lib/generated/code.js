// Made by scripts/gen_node.py from the public headers; do not edit.
'use strict';
const wire = require('../wire.js');
const { FeedEvent, HANDLE, RUN, flags, item_text, item_u32, item_u64, list, mask, named, read_text, read_u32, read_u64 } = wire;

exports.signature = 'b416805828c15303';

const V_tc_availability_by = { 1: 'category', 2: 'section', 3: 'channel' };
const N_tc_availability_by = new Map(Object.entries(V_tc_availability_by).map(([v, n]) => [n, Number(v)]));
const V_tc_backup_flag = { 1: 'compact' };
const N_tc_backup_flag = new Map(Object.entries(V_tc_backup_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_scan_answer = { 0: 'valid', 1: 'unknown', 2: 'forged', 3: 'wrong_event', 4: 'void', 5: 'reissued', 6: 'used' };
const N_tc_scan_answer = new Map(Object.entries(V_tc_scan_answer).map(([v, n]) => [n, Number(v)]));
const V_tc_command_kind = { 257: 'venue_create', 258: 'venue_update', 259: 'venue_delete', 273: 'map_create', 274: 'map_update', 275: 'map_publish', 276: 'map_delete', 289: 'event_create', 290: 'event_update', 291: 'event_delete', 305: 'ticket_type_create', 306: 'ticket_type_update', 307: 'ticket_type_delete', 513: 'hold_create', 514: 'hold_best', 515: 'hold_extend', 516: 'hold_release', 517: 'hold_expire', 518: 'hold_swap', 529: 'seat_block', 530: 'seat_unblock', 531: 'seat_channel', 545: 'pool_create', 546: 'pool_update', 561: 'sweep', 769: 'order_create', 770: 'order_cancel', 771: 'order_pay', 772: 'order_settle', 773: 'order_refund', 1025: 'payment_lease', 1026: 'payment_answer', 1027: 'payment_event', 1281: 'ticket_void', 1282: 'ticket_reissue', 1297: 'signing_key_rotate', 1313: 'checkin_scan', 1537: 'message_create', 1538: 'message_lease', 1539: 'message_answer', 1540: 'message_retry', 1541: 'message_cancel', 1553: 'template_put', 1554: 'template_delete', 1793: 'consumer_set', 1794: 'consumer_delete', 1795: 'feed_prune' };
const N_tc_command_kind = new Map(Object.entries(V_tc_command_kind).map(([v, n]) => [n, Number(v)]));
const V_tc_open_flag = { 1: 'create', 2: 'exclusive', 4: 'read_only', 8: 'relaxed', 16: 'memory', 32: 'manual_clock', 64: 'clock_jump' };
const N_tc_open_flag = new Map(Object.entries(V_tc_open_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_log_level = { 1: 'error', 2: 'warn', 3: 'info', 4: 'debug' };
const N_tc_log_level = new Map(Object.entries(V_tc_log_level).map(([v, n]) => [n, Number(v)]));
const V_tc_error_class_id = { 0: 'none', 1: 'refused', 2: 'conflict', 3: 'retry', 4: 'store', 5: 'fatal' };
const N_tc_error_class_id = new Map(Object.entries(V_tc_error_class_id).map(([v, n]) => [n, Number(v)]));
const V_tc_code = { 0: 'OK', '-1': 'INVALID', '-2': 'LIMIT', '-3': 'NOT_FOUND', '-4': 'EXISTS', '-5': 'STATE', '-6': 'VERSION', '-7': 'IN_USE', '-8': 'REQUEST_MISMATCH', '-9': 'OVERFLOW', '-10': 'PARSE', '-11': 'NOMEM', '-12': 'BUSY', '-13': 'TIMEOUT', '-14': 'UNSUPPORTED', '-15': 'BUFFER', '-30': 'QUEUE_FULL', '-31': 'OUTCOME_UNKNOWN', '-32': 'POISONED', '-33': 'FORKED', '-34': 'IO', '-35': 'CORRUPT', '-36': 'NOT_A_STORE', '-37': 'FORMAT_NEWER', '-38': 'FORMAT_FOREIGN', '-39': 'STORE_FULL', '-40': 'READ_ONLY', '-41': 'ALREADY_OPEN', '-42': 'FILESYSTEM', '-43': 'LOCKED', '-44': 'READERS_FULL', '-45': 'TRUNCATED', '-46': 'PERMISSION', '-47': 'NO_STORE', '-48': 'STORE_EXISTS', '-49': 'STORE_CONFLICT', '-50': 'CLOCK', '-60': 'SEAT_TAKEN', '-61': 'SEAT_VERSION', '-62': 'SEAT_STATE', '-63': 'CHANNEL', '-64': 'POOL_SHORT', '-65': 'POOL_CLOSED', '-66': 'NO_SEATS', '-67': 'ORPHAN', '-68': 'BUYER_LIMIT', '-69': 'HOLD_EXPIRED', '-70': 'HOLD_ENDED', '-71': 'HOLD_LIFE', '-72': 'SOLD', '-73': 'SEATS_IN_USE', '-74': 'NOT_ON_SALE', '-90': 'PRICE', '-91': 'AMOUNT', '-92': 'CURRENCY', '-93': 'REFUND', '-94': 'LEASE_LOST', '-110': 'FORGED', '-120': 'TEMPLATE', '-130': 'FEED_PRUNED' };
const N_tc_code = new Map(Object.entries(V_tc_code).map(([v, n]) => [n, Number(v)]));
const V_tc_event_status = { 1: 'draft', 2: 'on_sale', 3: 'paused', 4: 'cancelled', 5: 'ended' };
const N_tc_event_status = new Map(Object.entries(V_tc_event_status).map(([v, n]) => [n, Number(v)]));
const V_tc_event_flag = { 1: 'orphan_rule' };
const N_tc_event_flag = new Map(Object.entries(V_tc_event_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_late_money = { 0: 'equivalent', 1: 'same_seats', 2: 'void' };
const N_tc_late_money = new Map(Object.entries(V_tc_late_money).map(([v, n]) => [n, Number(v)]));
const V_tc_capture = { 0: 'after', 1: 'at_once' };
const N_tc_capture = new Map(Object.entries(V_tc_capture).map(([v, n]) => [n, Number(v)]));
const V_tc_event_field = { 1: 'name', 2: 'description', 4: 'category', 8: 'tags', 16: 'venue', 32: 'map', 64: 'times', 128: 'sale_window', 256: 'currency', 512: 'status', 1024: 'rules', 2048: 'hold_times', 4096: 'limit_per_buyer', 8192: 'limit_per_order', 16384: 'late_money', 32768: 'capture' };
const N_tc_event_field = new Map(Object.entries(V_tc_event_field).map(([v, n]) => [n, Number(v)]));
const V_tc_consumer_flag = { 1: 'create', 2: 'at_end' };
const N_tc_consumer_flag = new Map(Object.entries(V_tc_consumer_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_feed_prune_flag = { 1: 'force' };
const N_tc_feed_prune_flag = new Map(Object.entries(V_tc_feed_prune_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_feed_type = { 257: 'venue.created', 258: 'venue.updated', 259: 'venue.deleted', 273: 'map.created', 274: 'map.published', 275: 'map.deleted', 289: 'event.created', 290: 'event.updated', 291: 'event.deleted', 305: 'ticket_type.created', 306: 'ticket_type.updated', 307: 'ticket_type.deleted', 513: 'hold.created', 514: 'hold.extended', 515: 'hold.released', 516: 'hold.expired', 517: 'hold.sold', 518: 'hold.regained', 529: 'seat.blocked', 530: 'seat.unblocked', 531: 'seat.allotted', 532: 'seat.returned', 545: 'pool.created', 546: 'pool.updated', 547: 'pool.returned', 769: 'order.created', 770: 'order.state', 771: 'order.confirmed', 772: 'order.cancelled', 773: 'order.refunded', 1025: 'payment.command', 1026: 'payment.event', 1027: 'ledger.posted', 1281: 'ticket.issued', 1282: 'ticket.voided', 1283: 'ticket.reissued', 1297: 'signing_key.rotated', 1313: 'checkin.scanned', 1537: 'message.queued', 1538: 'message.sent', 1539: 'message.failed', 1540: 'message.cancelled', 1553: 'template.changed' };
const N_tc_feed_type = new Map(Object.entries(V_tc_feed_type).map(([v, n]) => [n, Number(v)]));
const V_tc_hold_state = { 1: 'live', 2: 'released', 3: 'expired', 4: 'sold' };
const N_tc_hold_state = new Map(Object.entries(V_tc_hold_state).map(([v, n]) => [n, Number(v)]));
const V_tc_hold_flag = { 1: 'any_time', 2: 'allow_orphans' };
const N_tc_hold_flag = new Map(Object.entries(V_tc_hold_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_account = { 0: 'none', 1: 'receivable', 2: 'clearing', 3: 'cash', 4: 'revenue', 5: 'fees', 6: 'tax', 7: 'refunds', 8: 'owed', 9: 'disputes', 10: 'chargebacks', 11: 'count' };
const N_tc_account = new Map(Object.entries(V_tc_account).map(([v, n]) => [n, Number(v)]));
const V_tc_posting_reason = { 1: 'sale', 2: 'capture', 3: 'by_hand', 4: 'reversal', 5: 'late', 6: 'refund', 7: 'refunded', 8: 'dispute', 9: 'dispute_won', 10: 'dispute_lost' };
const N_tc_posting_reason = new Map(Object.entries(V_tc_posting_reason).map(([v, n]) => [n, Number(v)]));
const V_tc_row_kind = { 0: 'line', 1: 'table', 2: 'booth' };
const N_tc_row_kind = new Map(Object.entries(V_tc_row_kind).map(([v, n]) => [n, Number(v)]));
const V_tc_map_form = { 0: 'auto', 1: 'ticketcore', 2: 'pretix', 3: 'csv' };
const N_tc_map_form = new Map(Object.entries(V_tc_map_form).map(([v, n]) => [n, Number(v)]));
const V_tc_map_status = { 1: 'draft', 2: 'published' };
const N_tc_map_status = new Map(Object.entries(V_tc_map_status).map(([v, n]) => [n, Number(v)]));
const V_tc_seat_flag = { 1: 'accessible', 2: 'companion', 4: 'restricted_view', 8: 'aisle_left', 16: 'aisle_right', 32: 'table', 32768: 'retired' };
const N_tc_seat_flag = new Map(Object.entries(V_tc_seat_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_order_state = { 0: 'none', 1: 'pending', 2: 'authorising', 3: 'unknown', 4: 'declined', 5: 'cancelling', 6: 'overdue', 7: 'voiding', 8: 'void_failed', 9: 'cancelled', 10: 'expired', 11: 'capturing', 12: 'unwinding', 13: 'settled', 14: 'refunding', 15: 'partly_refunded', 16: 'refund_failed', 17: 'refunded', 18: 'disputed', 19: 'charged_back' };
const N_tc_order_state = new Map(Object.entries(V_tc_order_state).map(([v, n]) => [n, Number(v)]));
const V_tc_pay_method = { 0: 'none', 1: 'provider', 2: 'offline', 3: 'paid', 4: 'free' };
const N_tc_pay_method = new Map(Object.entries(V_tc_pay_method).map(([v, n]) => [n, Number(v)]));
const V_tc_order_reason = { 0: 'none', 1: 'buyer', 2: 'host', 3: 'deadline', 4: 'capture', 5: 'seats', 6: 'event', 7: 'dispute', 8: 'provider' };
const N_tc_order_reason = new Map(Object.entries(V_tc_order_reason).map(([v, n]) => [n, Number(v)]));
const V_tc_order_flag = { 1: 'as_host', 2: 'by_hand', 4: 'event_gone' };
const N_tc_order_flag = new Map(Object.entries(V_tc_order_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_message_channel = { 1: 'email', 2: 'sms', 3: 'push', 4: 'webhook' };
const N_tc_message_channel = new Map(Object.entries(V_tc_message_channel).map(([v, n]) => [n, Number(v)]));
const V_tc_message_kind = { 1: 'order_confirmed', 2: 'order_pending', 3: 'order_cancelled', 4: 'order_refunded', 5: 'payment_failed', 6: 'late_payment', 7: 'ticket_reissued', 8: 'event_reminder', 9: 'event_changed', 10: 'event_cancelled', 11: 'offer', 1000: 'custom' };
const N_tc_message_kind = new Map(Object.entries(V_tc_message_kind).map(([v, n]) => [n, Number(v)]));
const V_tc_message_state = { 1: 'queued', 2: 'leased', 3: 'sent', 4: 'dead', 5: 'cancelled' };
const N_tc_message_state = new Map(Object.entries(V_tc_message_state).map(([v, n]) => [n, Number(v)]));
const V_tc_message_outcome = { 1: 'sent', 2: 'retry', 3: 'failed', 4: 'cancel' };
const N_tc_message_outcome = new Map(Object.entries(V_tc_message_outcome).map(([v, n]) => [n, Number(v)]));
const V_tc_payment_kind = { 1: 'authorise', 2: 'capture', 3: 'void', 4: 'refund', 5: 'query', 6: 'charge' };
const N_tc_payment_kind = new Map(Object.entries(V_tc_payment_kind).map(([v, n]) => [n, Number(v)]));
const V_tc_payment_outcome = { 1: 'done', 2: 'declined', 3: 'failed', 4: 'unknown', 5: 'absent' };
const N_tc_payment_outcome = new Map(Object.entries(V_tc_payment_outcome).map(([v, n]) => [n, Number(v)]));
const V_tc_payment_event_kind = { 1: 'authorised', 2: 'declined', 3: 'captured', 4: 'capture_failed', 5: 'voided', 6: 'void_failed', 7: 'refunded', 8: 'refund_failed', 9: 'dispute_opened', 10: 'dispute_won', 11: 'dispute_lost' };
const N_tc_payment_event_kind = new Map(Object.entries(V_tc_payment_event_kind).map(([v, n]) => [n, Number(v)]));
const V_tc_payment_state = { 1: 'open', 2: 'authorised', 3: 'captured', 4: 'declined', 5: 'voided', 6: 'disputed', 7: 'charged_back' };
const N_tc_payment_state = new Map(Object.entries(V_tc_payment_state).map(([v, n]) => [n, Number(v)]));
const V_tc_refund_state = { 1: 'open', 2: 'done', 3: 'failed' };
const N_tc_refund_state = new Map(Object.entries(V_tc_refund_state).map(([v, n]) => [n, Number(v)]));
const V_tc_pool_create_flag = { 1: 'closed' };
const N_tc_pool_create_flag = new Map(Object.entries(V_tc_pool_create_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_pool_update_flag = { 1: 'capacity', 2: 'open', 4: 'name', 8: 'channel' };
const N_tc_pool_update_flag = new Map(Object.entries(V_tc_pool_update_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_place_kind = { 0: 'seat', 1: 'pool' };
const N_tc_place_kind = new Map(Object.entries(V_tc_place_kind).map(([v, n]) => [n, Number(v)]));
const V_tc_seat_state = { 0: 'free', 1: 'held', 2: 'sold', 3: 'blocked', 4: 'retired' };
const N_tc_seat_state = new Map(Object.entries(V_tc_seat_state).map(([v, n]) => [n, Number(v)]));
const V_tc_template_flag = { 1: 'html' };
const N_tc_template_flag = new Map(Object.entries(V_tc_template_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_template_escaping = { 0: 'none', 1: 'html', 2: 'json' };
const N_tc_template_escaping = new Map(Object.entries(V_tc_template_escaping).map(([v, n]) => [n, Number(v)]));
const V_tc_ticket_state = { 1: 'valid', 2: 'used', 3: 'voided' };
const N_tc_ticket_state = new Map(Object.entries(V_tc_ticket_state).map(([v, n]) => [n, Number(v)]));
const V_tc_ticket_list_flag = { 1: 'labels' };
const N_tc_ticket_list_flag = new Map(Object.entries(V_tc_ticket_list_flag).map(([v, n]) => [n, Number(v)]));
const V_tc_barcode_window = { 1: 'in_time', 2: 'too_early', 3: 'too_late' };
const N_tc_barcode_window = new Map(Object.entries(V_tc_barcode_window).map(([v, n]) => [n, Number(v)]));
const V_tc_ticket_type_status = { 0: 'off', 1: 'on_sale' };
const N_tc_ticket_type_status = new Map(Object.entries(V_tc_ticket_type_status).map(([v, n]) => [n, Number(v)]));
const V_tc_ticket_type_field = { 1: 'name', 2: 'description', 4: 'place', 8: 'channels', 16: 'price', 32: 'tax', 64: 'sale_window', 128: 'per_order', 256: 'status' };
const N_tc_ticket_type_field = new Map(Object.entries(V_tc_ticket_type_field).map(([v, n]) => [n, Number(v)]));
const V_tc_venue_field = { 1: 'name', 2: 'address', 4: 'city', 8: 'country', 16: 'time_zone', 32: 'capacity_note' };
const N_tc_venue_field = new Map(Object.entries(V_tc_venue_field).map(([v, n]) => [n, Number(v)]));
exports.enums = {
  AvailabilityBy: Object.freeze({ CATEGORY: 'category', SECTION: 'section', CHANNEL: 'channel' }),
  BackupFlag: Object.freeze({ COMPACT: 'compact' }),
  ScanAnswer: Object.freeze({ VALID: 'valid', UNKNOWN: 'unknown', FORGED: 'forged', WRONG_EVENT: 'wrong_event', VOID: 'void', REISSUED: 'reissued', USED: 'used' }),
  CommandKind: Object.freeze({ VENUE_CREATE: 'venue_create', VENUE_UPDATE: 'venue_update', VENUE_DELETE: 'venue_delete', MAP_CREATE: 'map_create', MAP_UPDATE: 'map_update', MAP_PUBLISH: 'map_publish', MAP_DELETE: 'map_delete', EVENT_CREATE: 'event_create', EVENT_UPDATE: 'event_update', EVENT_DELETE: 'event_delete', TICKET_TYPE_CREATE: 'ticket_type_create', TICKET_TYPE_UPDATE: 'ticket_type_update', TICKET_TYPE_DELETE: 'ticket_type_delete', HOLD_CREATE: 'hold_create', HOLD_BEST: 'hold_best', HOLD_EXTEND: 'hold_extend', HOLD_RELEASE: 'hold_release', HOLD_EXPIRE: 'hold_expire', HOLD_SWAP: 'hold_swap', SEAT_BLOCK: 'seat_block', SEAT_UNBLOCK: 'seat_unblock', SEAT_CHANNEL: 'seat_channel', POOL_CREATE: 'pool_create', POOL_UPDATE: 'pool_update', SWEEP: 'sweep', ORDER_CREATE: 'order_create', ORDER_CANCEL: 'order_cancel', ORDER_PAY: 'order_pay', ORDER_SETTLE: 'order_settle', ORDER_REFUND: 'order_refund', PAYMENT_LEASE: 'payment_lease', PAYMENT_ANSWER: 'payment_answer', PAYMENT_EVENT: 'payment_event', TICKET_VOID: 'ticket_void', TICKET_REISSUE: 'ticket_reissue', SIGNING_KEY_ROTATE: 'signing_key_rotate', CHECKIN_SCAN: 'checkin_scan', MESSAGE_CREATE: 'message_create', MESSAGE_LEASE: 'message_lease', MESSAGE_ANSWER: 'message_answer', MESSAGE_RETRY: 'message_retry', MESSAGE_CANCEL: 'message_cancel', TEMPLATE_PUT: 'template_put', TEMPLATE_DELETE: 'template_delete', CONSUMER_SET: 'consumer_set', CONSUMER_DELETE: 'consumer_delete', FEED_PRUNE: 'feed_prune' }),
  OpenFlag: Object.freeze({ CREATE: 'create', EXCLUSIVE: 'exclusive', READ_ONLY: 'read_only', RELAXED: 'relaxed', MEMORY: 'memory', MANUAL_CLOCK: 'manual_clock', CLOCK_JUMP: 'clock_jump' }),
  LogLevel: Object.freeze({ ERROR: 'error', WARN: 'warn', INFO: 'info', DEBUG: 'debug' }),
  ErrorClass: Object.freeze({ NONE: 'none', REFUSED: 'refused', CONFLICT: 'conflict', RETRY: 'retry', STORE: 'store', FATAL: 'fatal' }),
  Code: Object.freeze({ OK: 'OK', INVALID: 'INVALID', LIMIT: 'LIMIT', NOT_FOUND: 'NOT_FOUND', EXISTS: 'EXISTS', STATE: 'STATE', VERSION: 'VERSION', IN_USE: 'IN_USE', REQUEST_MISMATCH: 'REQUEST_MISMATCH', OVERFLOW: 'OVERFLOW', PARSE: 'PARSE', NOMEM: 'NOMEM', BUSY: 'BUSY', TIMEOUT: 'TIMEOUT', UNSUPPORTED: 'UNSUPPORTED', BUFFER: 'BUFFER', QUEUE_FULL: 'QUEUE_FULL', OUTCOME_UNKNOWN: 'OUTCOME_UNKNOWN', POISONED: 'POISONED', FORKED: 'FORKED', IO: 'IO', CORRUPT: 'CORRUPT', NOT_A_STORE: 'NOT_A_STORE', FORMAT_NEWER: 'FORMAT_NEWER', FORMAT_FOREIGN: 'FORMAT_FOREIGN', STORE_FULL: 'STORE_FULL', READ_ONLY: 'READ_ONLY', ALREADY_OPEN: 'ALREADY_OPEN', FILESYSTEM: 'FILESYSTEM', LOCKED: 'LOCKED', READERS_FULL: 'READERS_FULL', TRUNCATED: 'TRUNCATED', PERMISSION: 'PERMISSION', NO_STORE: 'NO_STORE', STORE_EXISTS: 'STORE_EXISTS', STORE_CONFLICT: 'STORE_CONFLICT', CLOCK: 'CLOCK', SEAT_TAKEN: 'SEAT_TAKEN', SEAT_VERSION: 'SEAT_VERSION', SEAT_STATE: 'SEAT_STATE', CHANNEL: 'CHANNEL', POOL_SHORT: 'POOL_SHORT', POOL_CLOSED: 'POOL_CLOSED', NO_SEATS: 'NO_SEATS', ORPHAN: 'ORPHAN', BUYER_LIMIT: 'BUYER_LIMIT', HOLD_EXPIRED: 'HOLD_EXPIRED', HOLD_ENDED: 'HOLD_ENDED', HOLD_LIFE: 'HOLD_LIFE', SOLD: 'SOLD', SEATS_IN_USE: 'SEATS_IN_USE', NOT_ON_SALE: 'NOT_ON_SALE', PRICE: 'PRICE', AMOUNT: 'AMOUNT', CURRENCY: 'CURRENCY', REFUND: 'REFUND', LEASE_LOST: 'LEASE_LOST', FORGED: 'FORGED', TEMPLATE: 'TEMPLATE', FEED_PRUNED: 'FEED_PRUNED' }),
  EventStatus: Object.freeze({ DRAFT: 'draft', ON_SALE: 'on_sale', PAUSED: 'paused', CANCELLED: 'cancelled', ENDED: 'ended' }),
  EventFlag: Object.freeze({ ORPHAN_RULE: 'orphan_rule' }),
  LateMoney: Object.freeze({ EQUIVALENT: 'equivalent', SAME_SEATS: 'same_seats', VOID: 'void' }),
  Capture: Object.freeze({ AFTER: 'after', AT_ONCE: 'at_once' }),
  EventField: Object.freeze({ NAME: 'name', DESCRIPTION: 'description', CATEGORY: 'category', TAGS: 'tags', VENUE: 'venue', MAP: 'map', TIMES: 'times', SALE_WINDOW: 'sale_window', CURRENCY: 'currency', STATUS: 'status', RULES: 'rules', HOLD_TIMES: 'hold_times', LIMIT_PER_BUYER: 'limit_per_buyer', LIMIT_PER_ORDER: 'limit_per_order', LATE_MONEY: 'late_money', CAPTURE: 'capture' }),
  ConsumerFlag: Object.freeze({ CREATE: 'create', AT_END: 'at_end' }),
  FeedPruneFlag: Object.freeze({ FORCE: 'force' }),
  FeedType: Object.freeze({ VENUE_CREATED: 'venue.created', VENUE_UPDATED: 'venue.updated', VENUE_DELETED: 'venue.deleted', MAP_CREATED: 'map.created', MAP_PUBLISHED: 'map.published', MAP_DELETED: 'map.deleted', EVENT_CREATED: 'event.created', EVENT_UPDATED: 'event.updated', EVENT_DELETED: 'event.deleted', TICKET_TYPE_CREATED: 'ticket_type.created', TICKET_TYPE_UPDATED: 'ticket_type.updated', TICKET_TYPE_DELETED: 'ticket_type.deleted', HOLD_CREATED: 'hold.created', HOLD_EXTENDED: 'hold.extended', HOLD_RELEASED: 'hold.released', HOLD_EXPIRED: 'hold.expired', HOLD_SOLD: 'hold.sold', HOLD_REGAINED: 'hold.regained', SEAT_BLOCKED: 'seat.blocked', SEAT_UNBLOCKED: 'seat.unblocked', SEAT_ALLOTTED: 'seat.allotted', SEAT_RETURNED: 'seat.returned', POOL_CREATED: 'pool.created', POOL_UPDATED: 'pool.updated', POOL_RETURNED: 'pool.returned', ORDER_CREATED: 'order.created', ORDER_STATE: 'order.state', ORDER_CONFIRMED: 'order.confirmed', ORDER_CANCELLED: 'order.cancelled', ORDER_REFUNDED: 'order.refunded', PAYMENT_COMMAND: 'payment.command', PAYMENT_EVENT: 'payment.event', LEDGER_POSTED: 'ledger.posted', TICKET_ISSUED: 'ticket.issued', TICKET_VOIDED: 'ticket.voided', TICKET_REISSUED: 'ticket.reissued', SIGNING_KEY_ROTATED: 'signing_key.rotated', CHECKIN_SCANNED: 'checkin.scanned', MESSAGE_QUEUED: 'message.queued', MESSAGE_SENT: 'message.sent', MESSAGE_FAILED: 'message.failed', MESSAGE_CANCELLED: 'message.cancelled', TEMPLATE_CHANGED: 'template.changed' }),
  HoldState: Object.freeze({ LIVE: 'live', RELEASED: 'released', EXPIRED: 'expired', SOLD: 'sold' }),
  HoldFlag: Object.freeze({ ANY_TIME: 'any_time', ALLOW_ORPHANS: 'allow_orphans' }),
  Account: Object.freeze({ NONE: 'none', RECEIVABLE: 'receivable', CLEARING: 'clearing', CASH: 'cash', REVENUE: 'revenue', FEES: 'fees', TAX: 'tax', REFUNDS: 'refunds', OWED: 'owed', DISPUTES: 'disputes', CHARGEBACKS: 'chargebacks', COUNT: 'count' }),
  PostingReason: Object.freeze({ SALE: 'sale', CAPTURE: 'capture', BY_HAND: 'by_hand', REVERSAL: 'reversal', LATE: 'late', REFUND: 'refund', REFUNDED: 'refunded', DISPUTE: 'dispute', DISPUTE_WON: 'dispute_won', DISPUTE_LOST: 'dispute_lost' }),
  RowKind: Object.freeze({ LINE: 'line', TABLE: 'table', BOOTH: 'booth' }),
  MapForm: Object.freeze({ AUTO: 'auto', TICKETCORE: 'ticketcore', PRETIX: 'pretix', CSV: 'csv' }),
  MapStatus: Object.freeze({ DRAFT: 'draft', PUBLISHED: 'published' }),
  SeatFlag: Object.freeze({ ACCESSIBLE: 'accessible', COMPANION: 'companion', RESTRICTED_VIEW: 'restricted_view', AISLE_LEFT: 'aisle_left', AISLE_RIGHT: 'aisle_right', TABLE: 'table', RETIRED: 'retired' }),
  OrderState: Object.freeze({ NONE: 'none', PENDING: 'pending', AUTHORISING: 'authorising', UNKNOWN: 'unknown', DECLINED: 'declined', CANCELLING: 'cancelling', OVERDUE: 'overdue', VOIDING: 'voiding', VOID_FAILED: 'void_failed', CANCELLED: 'cancelled', EXPIRED: 'expired', CAPTURING: 'capturing', UNWINDING: 'unwinding', SETTLED: 'settled', REFUNDING: 'refunding', PARTLY_REFUNDED: 'partly_refunded', REFUND_FAILED: 'refund_failed', REFUNDED: 'refunded', DISPUTED: 'disputed', CHARGED_BACK: 'charged_back' }),
  PayMethod: Object.freeze({ NONE: 'none', PROVIDER: 'provider', OFFLINE: 'offline', PAID: 'paid', FREE: 'free' }),
  OrderReason: Object.freeze({ NONE: 'none', BUYER: 'buyer', HOST: 'host', DEADLINE: 'deadline', CAPTURE: 'capture', SEATS: 'seats', EVENT: 'event', DISPUTE: 'dispute', PROVIDER: 'provider' }),
  OrderFlag: Object.freeze({ AS_HOST: 'as_host', BY_HAND: 'by_hand', EVENT_GONE: 'event_gone' }),
  MessageChannel: Object.freeze({ EMAIL: 'email', SMS: 'sms', PUSH: 'push', WEBHOOK: 'webhook' }),
  MessageKind: Object.freeze({ ORDER_CONFIRMED: 'order_confirmed', ORDER_PENDING: 'order_pending', ORDER_CANCELLED: 'order_cancelled', ORDER_REFUNDED: 'order_refunded', PAYMENT_FAILED: 'payment_failed', LATE_PAYMENT: 'late_payment', TICKET_REISSUED: 'ticket_reissued', EVENT_REMINDER: 'event_reminder', EVENT_CHANGED: 'event_changed', EVENT_CANCELLED: 'event_cancelled', OFFER: 'offer', CUSTOM: 'custom' }),
  MessageState: Object.freeze({ QUEUED: 'queued', LEASED: 'leased', SENT: 'sent', DEAD: 'dead', CANCELLED: 'cancelled' }),
  MessageOutcome: Object.freeze({ SENT: 'sent', RETRY: 'retry', FAILED: 'failed', CANCEL: 'cancel' }),
  PaymentKind: Object.freeze({ AUTHORISE: 'authorise', CAPTURE: 'capture', VOID: 'void', REFUND: 'refund', QUERY: 'query', CHARGE: 'charge' }),
  PaymentOutcome: Object.freeze({ DONE: 'done', DECLINED: 'declined', FAILED: 'failed', UNKNOWN: 'unknown', ABSENT: 'absent' }),
  PaymentEventKind: Object.freeze({ AUTHORISED: 'authorised', DECLINED: 'declined', CAPTURED: 'captured', CAPTURE_FAILED: 'capture_failed', VOIDED: 'voided', VOID_FAILED: 'void_failed', REFUNDED: 'refunded', REFUND_FAILED: 'refund_failed', DISPUTE_OPENED: 'dispute_opened', DISPUTE_WON: 'dispute_won', DISPUTE_LOST: 'dispute_lost' }),
  PaymentState: Object.freeze({ OPEN: 'open', AUTHORISED: 'authorised', CAPTURED: 'captured', DECLINED: 'declined', VOIDED: 'voided', DISPUTED: 'disputed', CHARGED_BACK: 'charged_back' }),
  RefundState: Object.freeze({ OPEN: 'open', DONE: 'done', FAILED: 'failed' }),
  PoolCreateFlag: Object.freeze({ CLOSED: 'closed' }),
  PoolUpdateFlag: Object.freeze({ CAPACITY: 'capacity', OPEN: 'open', NAME: 'name', CHANNEL: 'channel' }),
  PlaceKind: Object.freeze({ SEAT: 'seat', POOL: 'pool' }),
  SeatState: Object.freeze({ FREE: 'free', HELD: 'held', SOLD: 'sold', BLOCKED: 'blocked', RETIRED: 'retired' }),
  TemplateFlag: Object.freeze({ HTML: 'html' }),
  TemplateEscaping: Object.freeze({ NONE: 'none', HTML: 'html', JSON: 'json' }),
  TicketState: Object.freeze({ VALID: 'valid', USED: 'used', VOIDED: 'voided' }),
  TicketListFlag: Object.freeze({ LABELS: 'labels' }),
  BarcodeWindow: Object.freeze({ IN_TIME: 'in_time', TOO_EARLY: 'too_early', TOO_LATE: 'too_late' }),
  TicketTypeStatus: Object.freeze({ OFF: 'off', ON_SALE: 'on_sale' }),
  TicketTypeField: Object.freeze({ NAME: 'name', DESCRIPTION: 'description', PLACE: 'place', CHANNELS: 'channels', PRICE: 'price', TAX: 'tax', SALE_WINDOW: 'sale_window', PER_ORDER: 'per_order', STATUS: 'status' }),
  VenueField: Object.freeze({ NAME: 'name', ADDRESS: 'address', CITY: 'city', COUNTRY: 'country', TIME_ZONE: 'time_zone', CAPACITY_NOTE: 'capacity_note' }),
};
exports.FEED_TYPES = V_tc_feed_type;
exports.CODES = V_tc_code;

exports.constants = {
  DISK_FORMAT: 1,
  CONSUMER_NAME_MAX: 48,
  CONSUMERS_MAX: 1000,
  HOLD_BEST_MAX: 200,
  SEATS_MAX: 1000000,
  HOLD_SEATS_MAX: 1000,
  HOLD_POOLS_MAX: 32,
  HOLD_TTL_MS_MAX: 604800000,
  HOLD_TTL_MS_DEFAULT: 900000,
  HOLD_LIFE_MS_DEFAULT: 7200000,
  POOL_QUANTITY_MAX: 100000,
  POOL_CAPACITY_MAX: 1000000000,
  POOLS_MAX: 1000,
  CATEGORIES_MAX: 250,
  SECTIONS_MAX: 2000,
  CHANNELS_MAX: 16,
  TICKET_TYPES_MAX: 500,
  NAME_MAX: 200,
  LABEL_MAX: 63,
  TEXT_MAX: 16000,
  TAGS_MAX: 16,
  ADDRESS_MAX: 500,
  BUYER_MAX: 64,
  ORDER_TICKETS_MAX: 2000,
  REFERENCE_MAX: 128,
  IMPORT_BYTES_MAX: 268435456,
  JSON_DEPTH_MAX: 32,
  TEMPLATE_MAX: 65536,
  BODY_MAX: 262144,
  BATCH_MAX: 65536,
  QUEUE_MAX: 1048576,
  ATTEMPTS_MAX: 100,
  LEASE_MS_MAX: 3600000,
  TIME_MS_MAX: 253402300799999,
  CLOCK_JUMP_MS_MAX: 15552000000,
  AMOUNT_MAX: 1000000000000000,
  ROWS_MAX: 250000,
  ROW_SEATS_MAX: 10000,
  AREAS_MAX: 1000,
  AREA_POINTS_MAX: 200,
  SEAT_NAME_MAX: 126,
  MESSAGE_VARIABLES_MAX: 64,
  MESSAGE_VARIABLE_BYTES_MAX: 32000,
  DEDUPE_MAX: 128,
  MESSAGE_LEASE_MAX: 1000,
  MESSAGE_ATTEMPTS_DEFAULT: 16,
  MESSAGE_RETRY_MS_MAX: 86400000,
  WEBHOOK_SIGNATURE_MAX: 64,
  WEBHOOK_TOLERANCE_S: 300,
  CHANNEL_PUBLIC: 0,
  SEAT_CHANGE_MAX: 20000,
  LOCALE_MAX: 35,
  TEMPLATE_SUBJECT_MAX: 1000,
  BARCODE_MAX: 192,
};

const K_tc_venue_create_request = new Set(['name', 'requestId', 'address', 'city', 'country', 'timeZone', 'capacityNote']);
function e_tc_venue_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.name;
  if (v != null) { n++; m |= 1; w.text(v, 'name'); } else w.missing('name');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.address;
  if (v != null) { n++; m |= 4; w.text(v, 'address'); } else if (v === null) n++;
  v = o.city;
  if (v != null) { n++; m |= 8; w.text(v, 'city'); } else if (v === null) n++;
  v = o.country;
  if (v != null) { n++; m |= 16; w.text(v, 'country'); } else if (v === null) n++;
  v = o.timeZone;
  if (v != null) { n++; m |= 32; w.text(v, 'timeZone'); } else if (v === null) n++;
  v = o.capacityNote;
  if (v != null) { n++; m |= 64; w.text(v, 'capacityNote'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_venue_create_request);
}
function d_tc_venue_result(r) {
  return {
    venue: r.u64(),
    version: r.u64(),
  };
}
const K_tc_venue_update_request = new Set(['venue', 'requestId', 'expectedVersion', 'name', 'address', 'city', 'country', 'timeZone', 'capacityNote', 'fields']);
function e_tc_venue_update_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.venue;
  if (v != null) { n++; m |= 1; w.u64(v, 'venue'); } else w.missing('venue');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.name;
  if (v != null) { n++; m |= 8; w.text(v, 'name'); } else if (v === null) n++;
  v = o.address;
  if (v != null) { n++; m |= 16; w.text(v, 'address'); } else if (v === null) n++;
  v = o.city;
  if (v != null) { n++; m |= 32; w.text(v, 'city'); } else if (v === null) n++;
  v = o.country;
  if (v != null) { n++; m |= 64; w.text(v, 'country'); } else if (v === null) n++;
  v = o.timeZone;
  if (v != null) { n++; m |= 128; w.text(v, 'timeZone'); } else if (v === null) n++;
  v = o.capacityNote;
  if (v != null) { n++; m |= 256; w.text(v, 'capacityNote'); } else if (v === null) n++;
  v = o.fields;
  if (v != null) { n++; m |= 512; w.flags(v, N_tc_venue_field, 'fields'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_venue_update_request);
}
const K_tc_venue_delete_request = new Set(['venue', 'requestId', 'expectedVersion']);
function e_tc_venue_delete_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.venue;
  if (v != null) { n++; m |= 1; w.u64(v, 'venue'); } else w.missing('venue');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_venue_delete_request);
}
const K_tc_map_create_request = new Set(['text', 'requestId', 'venue', 'name', 'form']);
function e_tc_map_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.text;
  if (v != null) { n++; m |= 1; w.blob(v, 'text'); } else w.missing('text');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.venue;
  if (v != null) { n++; m |= 4; w.u64(v, 'venue'); } else if (v === null) n++;
  v = o.name;
  if (v != null) { n++; m |= 8; w.text(v, 'name'); } else if (v === null) n++;
  v = o.form;
  if (v != null) { n++; m |= 16; w.number(v, N_tc_map_form, false, 'form'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_map_create_request);
}
function d_tc_map_result(r) {
  return {
    mapVersion: r.u32(),
    map: r.u64(),
    version: r.u64(),
    seats: r.u32(),
    seatsAdded: r.u32(),
    seatsRetired: r.u32(),
    seatNumbers: r.u32(),
  };
}
const K_tc_map_update_request = new Set(['map', 'text', 'requestId', 'expectedVersion', 'name', 'form']);
function e_tc_map_update_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.map;
  if (v != null) { n++; m |= 1; w.u64(v, 'map'); } else w.missing('map');
  v = o.text;
  if (v != null) { n++; m |= 2; w.blob(v, 'text'); } else w.missing('text');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 8; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.name;
  if (v != null) { n++; m |= 16; w.text(v, 'name'); } else if (v === null) n++;
  v = o.form;
  if (v != null) { n++; m |= 32; w.number(v, N_tc_map_form, false, 'form'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_map_update_request);
}
const K_tc_map_publish_request = new Set(['map', 'requestId', 'expectedVersion', 'mapVersion']);
function e_tc_map_publish_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.map;
  if (v != null) { n++; m |= 1; w.u64(v, 'map'); } else w.missing('map');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.mapVersion;
  if (v != null) { n++; m |= 8; w.u32(v, 'mapVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_map_publish_request);
}
const K_tc_map_delete_request = new Set(['map', 'requestId', 'expectedVersion']);
function e_tc_map_delete_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.map;
  if (v != null) { n++; m |= 1; w.u64(v, 'map'); } else w.missing('map');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_map_delete_request);
}
const K_tc_event_create_request = new Set(['startsAt', 'name', 'currency', 'requestId', 'venue', 'map', 'endsAt', 'saleFrom', 'saleUntil', 'holdTtlMs', 'holdLifeMs', 'description', 'category', 'tags', 'mapVersion', 'status', 'rules', 'lateMoney', 'capture', 'limitPerBuyer', 'limitPerOrder']);
function e_tc_event_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.startsAt;
  if (v != null) { n++; m |= 1; w.time(v, 'startsAt'); } else w.missing('startsAt');
  v = o.name;
  if (v != null) { n++; m |= 2; w.text(v, 'name'); } else w.missing('name');
  v = o.currency;
  if (v != null) { n++; m |= 4; w.text(v, 'currency'); } else w.missing('currency');
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.venue;
  if (v != null) { n++; m |= 16; w.u64(v, 'venue'); } else if (v === null) n++;
  v = o.map;
  if (v != null) { n++; m |= 32; w.u64(v, 'map'); } else if (v === null) n++;
  v = o.endsAt;
  if (v != null) { n++; m |= 64; w.time(v, 'endsAt'); } else if (v === null) n++;
  v = o.saleFrom;
  if (v != null) { n++; m |= 128; w.time(v, 'saleFrom'); } else if (v === null) n++;
  v = o.saleUntil;
  if (v != null) { n++; m |= 256; w.time(v, 'saleUntil'); } else if (v === null) n++;
  v = o.holdTtlMs;
  if (v != null) { n++; m |= 512; w.duration(v, true, true, 'holdTtlMs'); } else if (v === null) n++;
  v = o.holdLifeMs;
  if (v != null) { n++; m |= 1024; w.duration(v, true, true, 'holdLifeMs'); } else if (v === null) n++;
  v = o.description;
  if (v != null) { n++; m |= 2048; w.text(v, 'description'); } else if (v === null) n++;
  v = o.category;
  if (v != null) { n++; m |= 4096; w.text(v, 'category'); } else if (v === null) n++;
  v = o.tags;
  if (v != null) { n++; m |= 8192; w.list(v, item_text, 'tags'); } else if (v === null) n++;
  v = o.mapVersion;
  if (v != null) { n++; m |= 16384; w.u32(v, 'mapVersion'); } else if (v === null) n++;
  v = o.status;
  if (v != null) { n++; m |= 32768; w.number(v, N_tc_event_status, false, 'status'); } else if (v === null) n++;
  v = o.rules;
  if (v != null) { n++; m |= 65536; w.flags(v, N_tc_event_flag, 'rules'); } else if (v === null) n++;
  v = o.lateMoney;
  if (v != null) { n++; m |= 131072; w.number(v, N_tc_late_money, false, 'lateMoney'); } else if (v === null) n++;
  v = o.capture;
  if (v != null) { n++; m |= 262144; w.number(v, N_tc_capture, false, 'capture'); } else if (v === null) n++;
  v = o.limitPerBuyer;
  if (v != null) { n++; m |= 524288; w.u32(v, 'limitPerBuyer'); } else if (v === null) n++;
  v = o.limitPerOrder;
  if (v != null) { n++; m |= 1048576; w.u32(v, 'limitPerOrder'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_event_create_request);
}
function d_tc_event_result(r) {
  return {
    seats: r.u32(),
    event: r.u64(),
    version: r.u64(),
    mapVersion: r.u32(),
  };
}
const K_tc_event_update_request = new Set(['event', 'requestId', 'expectedVersion', 'venue', 'map', 'startsAt', 'endsAt', 'saleFrom', 'saleUntil', 'holdTtlMs', 'holdLifeMs', 'name', 'description', 'category', 'currency', 'tags', 'mapVersion', 'status', 'rules', 'lateMoney', 'capture', 'limitPerBuyer', 'limitPerOrder', 'fields']);
function e_tc_event_update_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.venue;
  if (v != null) { n++; m |= 8; w.u64(v, 'venue'); } else if (v === null) n++;
  v = o.map;
  if (v != null) { n++; m |= 16; w.u64(v, 'map'); } else if (v === null) n++;
  v = o.startsAt;
  if (v != null) { n++; m |= 32; w.time(v, 'startsAt'); } else if (v === null) n++;
  v = o.endsAt;
  if (v != null) { n++; m |= 64; w.time(v, 'endsAt'); } else if (v === null) n++;
  v = o.saleFrom;
  if (v != null) { n++; m |= 128; w.time(v, 'saleFrom'); } else if (v === null) n++;
  v = o.saleUntil;
  if (v != null) { n++; m |= 256; w.time(v, 'saleUntil'); } else if (v === null) n++;
  v = o.holdTtlMs;
  if (v != null) { n++; m |= 512; w.duration(v, true, true, 'holdTtlMs'); } else if (v === null) n++;
  v = o.holdLifeMs;
  if (v != null) { n++; m |= 1024; w.duration(v, true, true, 'holdLifeMs'); } else if (v === null) n++;
  v = o.name;
  if (v != null) { n++; m |= 2048; w.text(v, 'name'); } else if (v === null) n++;
  v = o.description;
  if (v != null) { n++; m |= 4096; w.text(v, 'description'); } else if (v === null) n++;
  v = o.category;
  if (v != null) { n++; m |= 8192; w.text(v, 'category'); } else if (v === null) n++;
  v = o.currency;
  if (v != null) { n++; m |= 16384; w.text(v, 'currency'); } else if (v === null) n++;
  v = o.tags;
  if (v != null) { n++; m |= 32768; w.list(v, item_text, 'tags'); } else if (v === null) n++;
  v = o.mapVersion;
  if (v != null) { n++; m |= 65536; w.u32(v, 'mapVersion'); } else if (v === null) n++;
  v = o.status;
  if (v != null) { n++; m |= 131072; w.number(v, N_tc_event_status, false, 'status'); } else if (v === null) n++;
  v = o.rules;
  if (v != null) { n++; m |= 262144; w.flags(v, N_tc_event_flag, 'rules'); } else if (v === null) n++;
  v = o.lateMoney;
  if (v != null) { n++; m |= 524288; w.number(v, N_tc_late_money, false, 'lateMoney'); } else if (v === null) n++;
  v = o.capture;
  if (v != null) { n++; m |= 1048576; w.number(v, N_tc_capture, false, 'capture'); } else if (v === null) n++;
  v = o.limitPerBuyer;
  if (v != null) { n++; m |= 2097152; w.u32(v, 'limitPerBuyer'); } else if (v === null) n++;
  v = o.limitPerOrder;
  if (v != null) { n++; m |= 4194304; w.u32(v, 'limitPerOrder'); } else if (v === null) n++;
  v = o.fields;
  if (v != null) { n++; m |= 8388608; w.flags(v, N_tc_event_field, 'fields'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_event_update_request);
}
const K_tc_event_delete_request = new Set(['event', 'requestId', 'expectedVersion']);
function e_tc_event_delete_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_event_delete_request);
}
const K_tc_ticket_type_create_request = new Set(['event', 'priceMinor', 'name', 'requestId', 'feeMinor', 'saleFrom', 'saleUntil', 'description', 'category', 'pool', 'channels', 'taxBp', 'taxInclusive', 'minPerOrder', 'maxPerOrder', 'status']);
function e_tc_ticket_type_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.priceMinor;
  if (v != null) { n++; m |= 2; w.i64(v, 'priceMinor'); } else w.missing('priceMinor');
  v = o.name;
  if (v != null) { n++; m |= 4; w.text(v, 'name'); } else w.missing('name');
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.feeMinor;
  if (v != null) { n++; m |= 16; w.i64(v, 'feeMinor'); } else if (v === null) n++;
  v = o.saleFrom;
  if (v != null) { n++; m |= 32; w.time(v, 'saleFrom'); } else if (v === null) n++;
  v = o.saleUntil;
  if (v != null) { n++; m |= 64; w.time(v, 'saleUntil'); } else if (v === null) n++;
  v = o.description;
  if (v != null) { n++; m |= 128; w.text(v, 'description'); } else if (v === null) n++;
  v = o.category;
  if (v != null) { n++; m |= 256; w.u32(v, 'category'); } else if (v === null) n++;
  v = o.pool;
  if (v != null) { n++; m |= 512; w.u32(v, 'pool'); } else if (v === null) n++;
  v = o.channels;
  if (v != null) { n++; m |= 1024; w.mask(v, null, 'channels'); } else if (v === null) n++;
  v = o.taxBp;
  if (v != null) { n++; m |= 2048; w.u32(v, 'taxBp'); } else if (v === null) n++;
  v = o.taxInclusive;
  if (v != null) { n++; m |= 4096; w.bool(v, 'taxInclusive'); } else if (v === null) n++;
  v = o.minPerOrder;
  if (v != null) { n++; m |= 8192; w.u32(v, 'minPerOrder'); } else if (v === null) n++;
  v = o.maxPerOrder;
  if (v != null) { n++; m |= 16384; w.u32(v, 'maxPerOrder'); } else if (v === null) n++;
  v = o.status;
  if (v != null) { n++; m |= 32768; w.number(v, N_tc_ticket_type_status, false, 'status'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_ticket_type_create_request);
}
function d_tc_ticket_type_result(r) {
  return {
    ticketType: r.u32(),
    event: r.u64(),
    version: r.u64(),
  };
}
const K_tc_ticket_type_update_request = new Set(['event', 'ticketType', 'requestId', 'expectedVersion', 'priceMinor', 'feeMinor', 'saleFrom', 'saleUntil', 'name', 'description', 'category', 'pool', 'channels', 'taxBp', 'taxInclusive', 'minPerOrder', 'maxPerOrder', 'status', 'fields']);
function e_tc_ticket_type_update_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.ticketType;
  if (v != null) { n++; m |= 2; w.u32(v, 'ticketType'); } else w.missing('ticketType');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 8; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.priceMinor;
  if (v != null) { n++; m |= 16; w.i64(v, 'priceMinor'); } else if (v === null) n++;
  v = o.feeMinor;
  if (v != null) { n++; m |= 32; w.i64(v, 'feeMinor'); } else if (v === null) n++;
  v = o.saleFrom;
  if (v != null) { n++; m |= 64; w.time(v, 'saleFrom'); } else if (v === null) n++;
  v = o.saleUntil;
  if (v != null) { n++; m |= 128; w.time(v, 'saleUntil'); } else if (v === null) n++;
  v = o.name;
  if (v != null) { n++; m |= 256; w.text(v, 'name'); } else if (v === null) n++;
  v = o.description;
  if (v != null) { n++; m |= 512; w.text(v, 'description'); } else if (v === null) n++;
  v = o.category;
  if (v != null) { n++; m |= 1024; w.u32(v, 'category'); } else if (v === null) n++;
  v = o.pool;
  if (v != null) { n++; m |= 2048; w.u32(v, 'pool'); } else if (v === null) n++;
  v = o.channels;
  if (v != null) { n++; m |= 4096; w.mask(v, null, 'channels'); } else if (v === null) n++;
  v = o.taxBp;
  if (v != null) { n++; m |= 8192; w.u32(v, 'taxBp'); } else if (v === null) n++;
  v = o.taxInclusive;
  if (v != null) { n++; m |= 16384; w.bool(v, 'taxInclusive'); } else if (v === null) n++;
  v = o.minPerOrder;
  if (v != null) { n++; m |= 32768; w.u32(v, 'minPerOrder'); } else if (v === null) n++;
  v = o.maxPerOrder;
  if (v != null) { n++; m |= 65536; w.u32(v, 'maxPerOrder'); } else if (v === null) n++;
  v = o.status;
  if (v != null) { n++; m |= 131072; w.number(v, N_tc_ticket_type_status, false, 'status'); } else if (v === null) n++;
  v = o.fields;
  if (v != null) { n++; m |= 262144; w.flags(v, N_tc_ticket_type_field, 'fields'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_ticket_type_update_request);
}
const K_tc_ticket_type_delete_request = new Set(['event', 'ticketType', 'requestId', 'expectedVersion']);
function e_tc_ticket_type_delete_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.ticketType;
  if (v != null) { n++; m |= 2; w.u32(v, 'ticketType'); } else w.missing('ticketType');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 8; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_ticket_type_delete_request);
}
const K_tc_hold_seat = new Set(['event', 'seat', 'version']);
function e_tc_hold_seat(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.seat;
  if (v != null) { n++; m |= 2; w.u32(v, 'seat'); } else w.missing('seat');
  v = o.version;
  if (v != null) { n++; m |= 4; w.u32(v, 'version'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_hold_seat);
}
function d_tc_hold_seat(r) {
  return {
    event: r.u64(),
    seat: r.u32(),
    version: r.u32(),
  };
}
const K_tc_hold_pool = new Set(['event', 'pool', 'quantity']);
function e_tc_hold_pool(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.pool;
  if (v != null) { n++; m |= 2; w.u32(v, 'pool'); } else w.missing('pool');
  v = o.quantity;
  if (v != null) { n++; m |= 4; w.u32(v, 'quantity'); } else w.missing('quantity');
  w.end(at, m);
  w.known(o, n, K_tc_hold_pool);
}
function d_tc_hold_pool(r) {
  return {
    event: r.u64(),
    pool: r.u32(),
    quantity: r.u32(),
  };
}
const K_tc_hold_create_request = new Set(['flags', 'requestId', 'ttlMs', 'seats', 'pools', 'buyer', 'channel']);
function e_tc_hold_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.flags;
  if (v != null) { n++; m |= 1; w.flags(v, N_tc_hold_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.ttlMs;
  if (v != null) { n++; m |= 4; w.duration(v, true, true, 'ttlMs'); } else if (v === null) n++;
  v = o.seats;
  if (v != null) { n++; m |= 8; w.list(v, e_tc_hold_seat, 'seats'); } else if (v === null) n++;
  v = o.pools;
  if (v != null) { n++; m |= 16; w.list(v, e_tc_hold_pool, 'pools'); } else if (v === null) n++;
  v = o.buyer;
  if (v != null) { n++; m |= 32; w.text(v, 'buyer'); } else if (v === null) n++;
  v = o.channel;
  if (v != null) { n++; m |= 64; w.u32(v, 'channel'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_hold_create_request);
}
function d_tc_hold_create_result(r) {
  return {
    version: r.u32(),
    hold: r.u64(),
    expiresAt: r.time(),
    secret: r.secret(),
    seats: list(r, d_tc_hold_seat),
    adjacent: r.u32() !== 0,
  };
}
const K_tc_hold_best_request = new Set(['event', 'quantity', 'flags', 'requestId', 'ttlMs', 'categories', 'sections', 'buyer', 'accessible', 'channel', 'maxRows']);
function e_tc_hold_best_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.quantity;
  if (v != null) { n++; m |= 2; w.u32(v, 'quantity'); } else w.missing('quantity');
  v = o.flags;
  if (v != null) { n++; m |= 4; w.flags(v, N_tc_hold_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.ttlMs;
  if (v != null) { n++; m |= 16; w.duration(v, true, true, 'ttlMs'); } else if (v === null) n++;
  v = o.categories;
  if (v != null) { n++; m |= 32; w.list(v, item_u32, 'categories'); } else if (v === null) n++;
  v = o.sections;
  if (v != null) { n++; m |= 64; w.list(v, item_u32, 'sections'); } else if (v === null) n++;
  v = o.buyer;
  if (v != null) { n++; m |= 128; w.text(v, 'buyer'); } else if (v === null) n++;
  v = o.accessible;
  if (v != null) { n++; m |= 256; w.u32(v, 'accessible'); } else if (v === null) n++;
  v = o.channel;
  if (v != null) { n++; m |= 512; w.u32(v, 'channel'); } else if (v === null) n++;
  v = o.maxRows;
  if (v != null) { n++; m |= 1024; w.u32(v, 'maxRows'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_hold_best_request);
}
const K_tc_hold_extend_request = new Set(['hold', 'secret', 'requestId', 'ttlMs', 'expectedVersion']);
function e_tc_hold_extend_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.hold;
  if (v != null) { n++; m |= 1; w.u64(v, 'hold'); } else w.missing('hold');
  v = o.secret;
  if (v != null) { n++; m |= 2; w.secret(v, 'secret'); } else w.missing('secret');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.ttlMs;
  if (v != null) { n++; m |= 8; w.duration(v, true, true, 'ttlMs'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 16; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_hold_extend_request);
}
function d_tc_hold_extend_result(r) {
  return {
    version: r.u32(),
    expiresAt: r.time(),
  };
}
const K_tc_hold_release_request = new Set(['hold', 'secret', 'requestId', 'expectedVersion']);
function e_tc_hold_release_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.hold;
  if (v != null) { n++; m |= 1; w.u64(v, 'hold'); } else w.missing('hold');
  v = o.secret;
  if (v != null) { n++; m |= 2; w.secret(v, 'secret'); } else w.missing('secret');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 8; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_hold_release_request);
}
function d_tc_hold_release_result(r) {
  return {
    version: r.u32(),
  };
}
const K_tc_hold_expire_request = new Set(['hold', 'requestId', 'expectedVersion']);
function e_tc_hold_expire_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.hold;
  if (v != null) { n++; m |= 1; w.u64(v, 'hold'); } else w.missing('hold');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_hold_expire_request);
}
const K_tc_hold_swap_request = new Set(['hold', 'secret', 'flags', 'requestId', 'ttlMs', 'seats', 'pools', 'expectedVersion']);
function e_tc_hold_swap_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.hold;
  if (v != null) { n++; m |= 1; w.u64(v, 'hold'); } else w.missing('hold');
  v = o.secret;
  if (v != null) { n++; m |= 2; w.secret(v, 'secret'); } else w.missing('secret');
  v = o.flags;
  if (v != null) { n++; m |= 4; w.flags(v, N_tc_hold_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.ttlMs;
  if (v != null) { n++; m |= 16; w.duration(v, true, true, 'ttlMs'); } else if (v === null) n++;
  v = o.seats;
  if (v != null) { n++; m |= 32; w.list(v, e_tc_hold_seat, 'seats'); } else if (v === null) n++;
  v = o.pools;
  if (v != null) { n++; m |= 64; w.list(v, e_tc_hold_pool, 'pools'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 128; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_hold_swap_request);
}
const K_tc_seat_version = new Set(['seat', 'version']);
function e_tc_seat_version(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.seat;
  if (v != null) { n++; m |= 1; w.u32(v, 'seat'); } else w.missing('seat');
  v = o.version;
  if (v != null) { n++; m |= 2; w.u32(v, 'version'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_seat_version);
}
function d_tc_seat_version(r) {
  return {
    seat: r.u32(),
    version: r.u32(),
  };
}
const K_tc_seat_block_request = new Set(['event', 'seats', 'requestId']);
function e_tc_seat_block_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.seats;
  if (v != null) { n++; m |= 2; w.list(v, e_tc_seat_version, 'seats'); } else w.missing('seats');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_seat_block_request);
}
function d_tc_seat_block_result(r) {
  return {
    seats: list(r, d_tc_seat_version),
    inventoryVersion: r.u64(),
  };
}
const K_tc_seat_channel_request = new Set(['event', 'seats', 'requestId', 'channel']);
function e_tc_seat_channel_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.seats;
  if (v != null) { n++; m |= 2; w.list(v, e_tc_seat_version, 'seats'); } else w.missing('seats');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.channel;
  if (v != null) { n++; m |= 8; w.u32(v, 'channel'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_seat_channel_request);
}
const K_tc_pool_create_request = new Set(['event', 'name', 'flags', 'requestId', 'capacity', 'channel']);
function e_tc_pool_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.name;
  if (v != null) { n++; m |= 2; w.text(v, 'name'); } else w.missing('name');
  v = o.flags;
  if (v != null) { n++; m |= 4; w.flags(v, N_tc_pool_create_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.capacity;
  if (v != null) { n++; m |= 16; w.u32(v, 'capacity'); } else if (v === null) n++;
  v = o.channel;
  if (v != null) { n++; m |= 32; w.u32(v, 'channel'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_pool_create_request);
}
function d_tc_pool_create_result(r) {
  return {
    pool: r.u32(),
    version: r.u32(),
  };
}
const K_tc_pool_update_request = new Set(['event', 'pool', 'flags', 'requestId', 'expectedVersion', 'name', 'capacity', 'open', 'channel']);
function e_tc_pool_update_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.pool;
  if (v != null) { n++; m |= 2; w.u32(v, 'pool'); } else w.missing('pool');
  v = o.flags;
  if (v != null) { n++; m |= 4; w.flags(v, N_tc_pool_update_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 16; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.name;
  if (v != null) { n++; m |= 32; w.text(v, 'name'); } else if (v === null) n++;
  v = o.capacity;
  if (v != null) { n++; m |= 64; w.u32(v, 'capacity'); } else if (v === null) n++;
  v = o.open;
  if (v != null) { n++; m |= 128; w.bool(v, 'open'); } else if (v === null) n++;
  v = o.channel;
  if (v != null) { n++; m |= 256; w.u32(v, 'channel'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_pool_update_request);
}
function d_tc_pool_update_result(r) {
  return {
    version: r.u32(),
  };
}
const K_tc_sweep_request = new Set(['requestId', 'limit']);
function e_tc_sweep_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.requestId;
  if (v != null) { n++; m |= 1; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 2; w.u32(v, 'limit'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_sweep_request);
}
function d_tc_sweep_result(r) {
  return {
    left: r.u32(),
    nextDue: r.time(),
  };
}
const K_tc_order_item = new Set(['ticketType', 'quantity']);
function e_tc_order_item(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.ticketType;
  if (v != null) { n++; m |= 1; w.u32(v, 'ticketType'); } else w.missing('ticketType');
  v = o.quantity;
  if (v != null) { n++; m |= 2; w.u32(v, 'quantity'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_item);
}
function d_tc_order_item(r) {
  return {
    ticketType: r.u32(),
    quantity: r.u32(),
  };
}
const K_tc_contact = new Set(['channel', 'address', 'locale']);
function e_tc_contact(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.channel;
  if (v != null) { n++; m |= 1; w.number(v, N_tc_message_channel, false, 'channel'); } else w.missing('channel');
  v = o.address;
  if (v != null) { n++; m |= 2; w.text(v, 'address'); } else w.missing('address');
  v = o.locale;
  if (v != null) { n++; m |= 4; w.text(v, 'locale'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_contact);
}
function d_tc_contact(r) {
  return {
    channel: named(V_tc_message_channel, r.u32()),
    address: r.text(),
    locale: r.text(),
  };
}
const K_tc_order_create_request = new Set(['hold', 'holdSecret', 'items', 'method', 'requestId', 'buyer', 'contacts', 'expectedCurrency', 'expectedTotalMinor', 'payWithinMs', 'reference', 'token']);
function e_tc_order_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.hold;
  if (v != null) { n++; m |= 1; w.u64(v, 'hold'); } else w.missing('hold');
  v = o.holdSecret;
  if (v != null) { n++; m |= 2; w.secret(v, 'holdSecret'); } else w.missing('holdSecret');
  v = o.items;
  if (v != null) { n++; m |= 4; w.list(v, e_tc_order_item, 'items'); } else w.missing('items');
  v = o.method;
  if (v != null) { n++; m |= 8; w.number(v, N_tc_pay_method, false, 'method'); } else w.missing('method');
  v = o.requestId;
  if (v != null) { n++; m |= 16; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.buyer;
  if (v != null) { n++; m |= 32; w.text(v, 'buyer'); } else if (v === null) n++;
  v = o.contacts;
  if (v != null) { n++; m |= 64; w.list(v, e_tc_contact, 'contacts'); } else if (v === null) n++;
  v = o.expectedCurrency;
  if (v != null) { n++; m |= 128; w.chars(v, 4, 'expectedCurrency'); } else if (v === null) n++;
  v = o.expectedTotalMinor;
  if (v != null) { n++; m |= 256; w.i64(v, 'expectedTotalMinor'); } else if (v === null) n++;
  v = o.payWithinMs;
  if (v != null) { n++; m |= 512; w.duration(v, true, true, 'payWithinMs'); } else if (v === null) n++;
  v = o.reference;
  if (v != null) { n++; m |= 1024; w.text(v, 'reference'); } else if (v === null) n++;
  v = o.token;
  if (v != null) { n++; m |= 2048; w.text(v, 'token'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_create_request);
}
function d_tc_order_create_result(r) {
  return {
    state: named(V_tc_order_state, r.u32()),
    order: r.u64(),
    secret: r.secret(),
    totalMinor: r.i64(),
    deadline: r.time(),
    payment: r.u64(),
    currency: r.text(),
    version: r.u32(),
    tickets: list(r, read_u64),
  };
}
const K_tc_order_cancel_request = new Set(['order', 'flags', 'requestId', 'secret', 'expectedVersion']);
function e_tc_order_cancel_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.order;
  if (v != null) { n++; m |= 1; w.u64(v, 'order'); } else w.missing('order');
  v = o.flags;
  if (v != null) { n++; m |= 2; w.flags(v, N_tc_order_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.secret;
  if (v != null) { n++; m |= 8; w.secret(v, 'secret'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 16; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_cancel_request);
}
function d_tc_order_result(r) {
  return {
    state: named(V_tc_order_state, r.u32()),
    order: r.u64(),
    version: r.u32(),
    changed: r.u32() !== 0,
    amountMinor: r.i64(),
    payment: r.u64(),
    refund: r.u64(),
  };
}
const K_tc_order_pay_request = new Set(['order', 'method', 'flags', 'requestId', 'secret', 'expectedVersion', 'token', 'expectedTotalMinor', 'expectedCurrency', 'payWithinMs']);
function e_tc_order_pay_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.order;
  if (v != null) { n++; m |= 1; w.u64(v, 'order'); } else w.missing('order');
  v = o.method;
  if (v != null) { n++; m |= 2; w.number(v, N_tc_pay_method, false, 'method'); } else w.missing('method');
  v = o.flags;
  if (v != null) { n++; m |= 4; w.flags(v, N_tc_order_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.secret;
  if (v != null) { n++; m |= 16; w.secret(v, 'secret'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 32; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.token;
  if (v != null) { n++; m |= 64; w.text(v, 'token'); } else if (v === null) n++;
  v = o.expectedTotalMinor;
  if (v != null) { n++; m |= 128; w.i64(v, 'expectedTotalMinor'); } else if (v === null) n++;
  v = o.expectedCurrency;
  if (v != null) { n++; m |= 256; w.chars(v, 4, 'expectedCurrency'); } else if (v === null) n++;
  v = o.payWithinMs;
  if (v != null) { n++; m |= 512; w.duration(v, true, true, 'payWithinMs'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_pay_request);
}
const K_tc_order_settle_request = new Set(['order', 'currency', 'amountMinor', 'requestId', 'expectedVersion', 'reference']);
function e_tc_order_settle_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.order;
  if (v != null) { n++; m |= 1; w.u64(v, 'order'); } else w.missing('order');
  v = o.currency;
  if (v != null) { n++; m |= 2; w.chars(v, 4, 'currency'); } else w.missing('currency');
  v = o.amountMinor;
  if (v != null) { n++; m |= 4; w.i64(v, 'amountMinor'); } else w.missing('amountMinor');
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 16; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.reference;
  if (v != null) { n++; m |= 32; w.text(v, 'reference'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_settle_request);
}
const K_tc_order_refund_request = new Set(['order', 'flags', 'requestId', 'expectedVersion', 'tickets', 'amountMinor', 'reference']);
function e_tc_order_refund_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.order;
  if (v != null) { n++; m |= 1; w.u64(v, 'order'); } else w.missing('order');
  v = o.flags;
  if (v != null) { n++; m |= 2; w.flags(v, N_tc_order_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 8; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  v = o.tickets;
  if (v != null) { n++; m |= 16; w.list(v, item_u64, 'tickets'); } else if (v === null) n++;
  v = o.amountMinor;
  if (v != null) { n++; m |= 32; w.i64(v, 'amountMinor'); } else if (v === null) n++;
  v = o.reference;
  if (v != null) { n++; m |= 64; w.text(v, 'reference'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_refund_request);
}
const K_tc_payment_lease_request = new Set(['worker', 'max', 'requestId', 'leaseMs']);
function e_tc_payment_lease_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.worker;
  if (v != null) { n++; m |= 1; w.u64(v, 'worker'); } else w.missing('worker');
  v = o.max;
  if (v != null) { n++; m |= 2; w.u32(v, 'max'); } else w.missing('max');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.leaseMs;
  if (v != null) { n++; m |= 8; w.duration(v, false, true, 'leaseMs'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_payment_lease_request);
}
function d_tc_payment_command(r) {
  return {
    command: r.u64(),
    order: r.u64(),
    payment: r.u64(),
    kind: named(V_tc_payment_kind, r.u32()),
    about: named(V_tc_payment_kind, r.u32()),
    amountMinor: r.i64(),
    currency: r.text(),
    attempt: r.u32(),
    idempotencyKey: r.bytes(),
    leaseUntil: r.time(),
    deadline: r.time(),
    reference: r.text(),
    token: r.text(),
  };
}
function d_tc_payment_lease_result(r) {
  return {
    commands: list(r, d_tc_payment_command),
    nextDue: r.time(),
  };
}
const K_tc_payment_answer_request = new Set(['command', 'attempt', 'outcome', 'requestId', 'amountMinor', 'currency', 'reference']);
function e_tc_payment_answer_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.command;
  if (v != null) { n++; m |= 1; w.u64(v, 'command'); } else w.missing('command');
  v = o.attempt;
  if (v != null) { n++; m |= 2; w.u32(v, 'attempt'); } else w.missing('attempt');
  v = o.outcome;
  if (v != null) { n++; m |= 4; w.number(v, N_tc_payment_outcome, false, 'outcome'); } else w.missing('outcome');
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.amountMinor;
  if (v != null) { n++; m |= 16; w.i64(v, 'amountMinor'); } else if (v === null) n++;
  v = o.currency;
  if (v != null) { n++; m |= 32; w.chars(v, 4, 'currency'); } else if (v === null) n++;
  v = o.reference;
  if (v != null) { n++; m |= 64; w.text(v, 'reference'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_payment_answer_request);
}
function d_tc_payment_result(r) {
  return {
    state: named(V_tc_order_state, r.u32()),
    order: r.u64(),
    payment: r.u64(),
    duplicate: r.u32() !== 0,
  };
}
const K_tc_payment_event_request = new Set(['eventId', 'kind', 'requestId', 'currency', 'amountMinor', 'reference', 'idempotencyKey']);
function e_tc_payment_event_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.eventId;
  if (v != null) { n++; m |= 1; w.text(v, 'eventId'); } else w.missing('eventId');
  v = o.kind;
  if (v != null) { n++; m |= 2; w.number(v, N_tc_payment_event_kind, false, 'kind'); } else w.missing('kind');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.currency;
  if (v != null) { n++; m |= 8; w.chars(v, 4, 'currency'); } else if (v === null) n++;
  v = o.amountMinor;
  if (v != null) { n++; m |= 16; w.i64(v, 'amountMinor'); } else if (v === null) n++;
  v = o.reference;
  if (v != null) { n++; m |= 32; w.text(v, 'reference'); } else if (v === null) n++;
  v = o.idempotencyKey;
  if (v != null) { n++; m |= 64; w.raw(v, 16, 'idempotencyKey'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_payment_event_request);
}
const K_tc_ticket_void_request = new Set(['ticket', 'requestId', 'expectedVersion']);
function e_tc_ticket_void_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.ticket;
  if (v != null) { n++; m |= 1; w.u64(v, 'ticket'); } else w.missing('ticket');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_ticket_void_request);
}
function d_tc_ticket_change_result(r) {
  return {
    version: r.u32(),
    ticket: r.u64(),
    serial: r.u32(),
    state: named(V_tc_ticket_state, r.u32()),
  };
}
const K_tc_ticket_reissue_request = new Set(['ticket', 'requestId', 'expectedVersion']);
function e_tc_ticket_reissue_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.ticket;
  if (v != null) { n++; m |= 1; w.u64(v, 'ticket'); } else w.missing('ticket');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_ticket_reissue_request);
}
const K_tc_signing_key_rotate_request = new Set(['requestId']);
function e_tc_signing_key_rotate_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.requestId;
  if (v != null) { n++; m |= 1; w.requestId(v, 'requestId'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_signing_key_rotate_request);
}
function d_tc_signing_key_rotate_result(r) {
  return {
    key: r.u32(),
    publicKey: r.bytes(),
  };
}
const K_tc_checkin_scan_request = new Set(['event', 'gate', 'requestId', 'barcode', 'ticket', 'serial', 'list', 'nonce']);
function e_tc_checkin_scan_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.gate;
  if (v != null) { n++; m |= 2; w.u32(v, 'gate'); } else w.missing('gate');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.barcode;
  if (v != null) { n++; m |= 8; w.text(v, 'barcode'); } else if (v === null) n++;
  v = o.ticket;
  if (v != null) { n++; m |= 16; w.u64(v, 'ticket'); } else if (v === null) n++;
  v = o.serial;
  if (v != null) { n++; m |= 32; w.u32(v, 'serial'); } else if (v === null) n++;
  v = o.list;
  if (v != null) { n++; m |= 64; w.u32(v, 'list'); } else if (v === null) n++;
  v = o.nonce;
  if (v != null) { n++; m |= 128; w.raw(v, 16, 'nonce'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_checkin_scan_request);
}
function d_tc_checkin_scan_result(r) {
  return {
    answer: named(V_tc_scan_answer, r.u32()),
    entry: r.u64(),
    ticket: r.u64(),
    order: r.u64(),
    seat: r.u32OrNull(),
    type: r.u32(),
    scannedAt: r.time(),
    usedAt: r.time(),
    usedGate: r.u32(),
    repeated: r.u32() !== 0,
  };
}
const K_tc_variable = new Set(['name', 'value']);
function e_tc_variable(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.name;
  if (v != null) { n++; m |= 1; w.text(v, 'name'); } else w.missing('name');
  v = o.value;
  if (v != null) { n++; m |= 2; w.text(v, 'value'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_variable);
}
function d_tc_variable(r) {
  return {
    name: r.text(),
    value: r.text(),
  };
}
const K_tc_message_create_request = new Set(['kind', 'channel', 'requestId', 'event', 'order', 'ticket', 'address', 'locale', 'dedupeKey', 'variables', 'attemptsMax', 'notBefore']);
function e_tc_message_create_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.kind;
  if (v != null) { n++; m |= 1; w.number(v, N_tc_message_kind, true, 'kind'); } else w.missing('kind');
  v = o.channel;
  if (v != null) { n++; m |= 2; w.number(v, N_tc_message_channel, false, 'channel'); } else w.missing('channel');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.event;
  if (v != null) { n++; m |= 8; w.u64(v, 'event'); } else if (v === null) n++;
  v = o.order;
  if (v != null) { n++; m |= 16; w.u64(v, 'order'); } else if (v === null) n++;
  v = o.ticket;
  if (v != null) { n++; m |= 32; w.u64(v, 'ticket'); } else if (v === null) n++;
  v = o.address;
  if (v != null) { n++; m |= 64; w.text(v, 'address'); } else if (v === null) n++;
  v = o.locale;
  if (v != null) { n++; m |= 128; w.text(v, 'locale'); } else if (v === null) n++;
  v = o.dedupeKey;
  if (v != null) { n++; m |= 256; w.text(v, 'dedupeKey'); } else if (v === null) n++;
  v = o.variables;
  if (v != null) { n++; m |= 512; w.list(v, e_tc_variable, 'variables'); } else if (v === null) n++;
  v = o.attemptsMax;
  if (v != null) { n++; m |= 1024; w.u32(v, 'attemptsMax'); } else if (v === null) n++;
  v = o.notBefore;
  if (v != null) { n++; m |= 2048; w.time(v, 'notBefore'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_message_create_request);
}
function d_tc_message_create_result(r) {
  return {
    duplicate: r.u32() !== 0,
    message: r.u64(),
  };
}
const K_tc_message_lease_request = new Set(['requestId', 'channels', 'max', 'leaseMs', 'worker']);
function e_tc_message_lease_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.requestId;
  if (v != null) { n++; m |= 1; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.channels;
  if (v != null) { n++; m |= 2; w.mask(v, N_tc_message_channel, 'channels'); } else if (v === null) n++;
  v = o.max;
  if (v != null) { n++; m |= 4; w.u32(v, 'max'); } else if (v === null) n++;
  v = o.leaseMs;
  if (v != null) { n++; m |= 8; w.duration(v, false, true, 'leaseMs'); } else if (v === null) n++;
  v = o.worker;
  if (v != null) { n++; m |= 16; w.u32(v, 'worker'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_message_lease_request);
}
function d_tc_leased_message(r) {
  return {
    message: r.u64(),
    lease: r.u64(),
    event: r.u64(),
    order: r.u64(),
    ticket: r.u64(),
    leaseUntil: r.time(),
    kind: named(V_tc_message_kind, r.u32()),
    channel: named(V_tc_message_channel, r.u32()),
    attempts: r.u32(),
  };
}
function d_tc_message_lease_result(r) {
  return {
    messages: list(r, d_tc_leased_message),
    nextDue: r.time(),
  };
}
const K_tc_message_answer_request = new Set(['message', 'lease', 'outcome', 'requestId', 'retryAfterMs', 'receipt']);
function e_tc_message_answer_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.message;
  if (v != null) { n++; m |= 1; w.u64(v, 'message'); } else w.missing('message');
  v = o.lease;
  if (v != null) { n++; m |= 2; w.u64(v, 'lease'); } else w.missing('lease');
  v = o.outcome;
  if (v != null) { n++; m |= 4; w.number(v, N_tc_message_outcome, false, 'outcome'); } else w.missing('outcome');
  v = o.requestId;
  if (v != null) { n++; m |= 8; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.retryAfterMs;
  if (v != null) { n++; m |= 16; w.duration(v, false, true, 'retryAfterMs'); } else if (v === null) n++;
  v = o.receipt;
  if (v != null) { n++; m |= 32; w.text(v, 'receipt'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_message_answer_request);
}
function d_tc_message_change_result(r) {
  return {
    state: named(V_tc_message_state, r.u32()),
    message: r.u64(),
    nextDue: r.time(),
  };
}
const K_tc_message_retry_request = new Set(['message', 'requestId']);
function e_tc_message_retry_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.message;
  if (v != null) { n++; m |= 1; w.u64(v, 'message'); } else w.missing('message');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_message_retry_request);
}
const K_tc_message_cancel_request = new Set(['message', 'requestId']);
function e_tc_message_cancel_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.message;
  if (v != null) { n++; m |= 1; w.u64(v, 'message'); } else w.missing('message');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_message_cancel_request);
}
const K_tc_template_put_request = new Set(['kind', 'channel', 'body', 'flags', 'requestId', 'locale', 'subject', 'expectedVersion']);
function e_tc_template_put_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.kind;
  if (v != null) { n++; m |= 1; w.number(v, N_tc_message_kind, true, 'kind'); } else w.missing('kind');
  v = o.channel;
  if (v != null) { n++; m |= 2; w.number(v, N_tc_message_channel, false, 'channel'); } else w.missing('channel');
  v = o.body;
  if (v != null) { n++; m |= 4; w.text(v, 'body'); } else w.missing('body');
  v = o.flags;
  if (v != null) { n++; m |= 8; w.flags(v, N_tc_template_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 16; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.locale;
  if (v != null) { n++; m |= 32; w.text(v, 'locale'); } else if (v === null) n++;
  v = o.subject;
  if (v != null) { n++; m |= 64; w.text(v, 'subject'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 128; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_template_put_request);
}
function d_tc_template_put_result(r) {
  return {
    version: r.u32(),
    id: r.u64(),
  };
}
const K_tc_template_delete_request = new Set(['kind', 'channel', 'requestId', 'locale', 'expectedVersion']);
function e_tc_template_delete_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.kind;
  if (v != null) { n++; m |= 1; w.number(v, N_tc_message_kind, true, 'kind'); } else w.missing('kind');
  v = o.channel;
  if (v != null) { n++; m |= 2; w.number(v, N_tc_message_channel, false, 'channel'); } else w.missing('channel');
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.locale;
  if (v != null) { n++; m |= 8; w.text(v, 'locale'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 16; w.u32(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_template_delete_request);
}
const K_tc_consumer_set_request = new Set(['name', 'flags', 'requestId', 'cursor', 'expectedVersion']);
function e_tc_consumer_set_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.name;
  if (v != null) { n++; m |= 1; w.text(v, 'name'); } else w.missing('name');
  v = o.flags;
  if (v != null) { n++; m |= 2; w.flags(v, N_tc_consumer_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 4; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.cursor;
  if (v != null) { n++; m |= 8; w.u64(v, 'cursor'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 16; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_consumer_set_request);
}
function d_tc_consumer_set_result(r) {
  return {
    created: r.u32() !== 0,
    version: r.u64(),
    cursor: r.u64(),
  };
}
const K_tc_consumer_delete_request = new Set(['name', 'requestId', 'expectedVersion']);
function e_tc_consumer_delete_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.name;
  if (v != null) { n++; m |= 1; w.text(v, 'name'); } else w.missing('name');
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.expectedVersion;
  if (v != null) { n++; m |= 4; w.u64(v, 'expectedVersion'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_consumer_delete_request);
}
const K_tc_feed_prune_request = new Set(['flags', 'requestId', 'before', 'beforeTime']);
function e_tc_feed_prune_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.flags;
  if (v != null) { n++; m |= 1; w.flags(v, N_tc_feed_prune_flag, 'flags'); } else if (v === null) n++;
  v = o.requestId;
  if (v != null) { n++; m |= 2; w.requestId(v, 'requestId'); } else if (v === null) n++;
  v = o.before;
  if (v != null) { n++; m |= 4; w.u64(v, 'before'); } else if (v === null) n++;
  v = o.beforeTime;
  if (v != null) { n++; m |= 8; w.time(v, 'beforeTime'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_feed_prune_request);
}
function d_tc_feed_prune_result(r) {
  return {
    more: r.u32() !== 0,
    dropped: r.u64(),
    oldest: r.u64(),
  };
}
function d_tc_availability(r) {
  return {
    seats: r.u32(),
    event: r.u64(),
    inventoryVersion: r.u64(),
    free: r.u32(),
    held: r.u32(),
    sold: r.u32(),
    blocked: r.u32(),
    pools: r.u32(),
    poolCapacity: r.u64(),
    poolHeld: r.u64(),
    poolSold: r.u64(),
  };
}
function d_tc_availability_count(r) {
  return {
    key: r.u32(),
    free: r.u32(),
    held: r.u32(),
    sold: r.u32(),
    blocked: r.u32(),
  };
}
function d_tc_seat_status(r) {
  return {
    version: r.u32(),
    state: named(V_tc_seat_state, r.u32()),
  };
}
function d_tc_seat_change(r) {
  return {
    seat: r.u32(),
    version: r.u32(),
    state: named(V_tc_seat_state, r.u32()),
  };
}
function d_tc_fault(r) {
  return {
    what: r.text(),
    sentence: r.text(),
    event: r.u64(),
    subject: r.u64(),
  };
}
function d_tc_verify_report(r) {
  return {
    faults: list(r, d_tc_fault),
    records: r.u64(),
    facts: r.u64(),
    commit: r.u64(),
  };
}
function d_tc_scan_entry(r) {
  return {
    entry: r.u64(),
    ticket: r.u64(),
    scannedAt: r.time(),
    gate: r.u32(),
    serial: r.u32(),
    answer: named(V_tc_scan_answer, r.u32()),
    list: r.u32(),
  };
}
function d_tc_engine_stat(r) {
  return {
    diskFormat: r.u32(),
    storeId: r.bytes(),
    createdAt: r.time(),
    clock: r.time(),
    commits: r.u64(),
    feedNext: r.u64(),
    feedOldest: r.u64(),
    mapBytes: r.u64(),
    usedBytes: r.u64(),
    fileBytes: r.u64(),
    pageBytes: r.u32(),
    readers: r.u32(),
    maxReaders: r.u32(),
    snapshots: r.u32(),
    oldestReaderLag: r.u64(),
    events: r.u64(),
    holds: r.u64(),
    orders: r.u64(),
    messages: r.u64(),
    clockBehind: r.time(),
  };
}
function d_tc_event_view(r) {
  return {
    status: named(V_tc_event_status, r.u32()),
    event: r.u64(),
    version: r.u64(),
    venue: r.u64(),
    map: r.u64(),
    createdAt: r.time(),
    updatedAt: r.time(),
    startsAt: r.time(),
    endsAt: r.time(),
    saleFrom: r.time(),
    saleUntil: r.time(),
    holdTtlMs: r.f64(),
    holdLifeMs: r.f64(),
    name: r.text(),
    description: r.text(),
    category: r.text(),
    venueName: r.text(),
    tags: list(r, read_text),
    mapVersion: r.u32(),
    seats: r.u32(),
    rules: flags(V_tc_event_flag, r.u32()),
    lateMoney: named(V_tc_late_money, r.u32()),
    capture: named(V_tc_capture, r.u32()),
    limitPerBuyer: r.u32(),
    limitPerOrder: r.u32(),
    onSale: r.u32() !== 0,
    currency: r.text(),
  };
}
const K_tc_event_list_request = new Set(['after', 'venue', 'startsFrom', 'startsUntil', 'category', 'tag', 'text', 'statuses', 'limit']);
function e_tc_event_list_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.after;
  if (v != null) { n++; m |= 1; w.raw(v, 16, 'after'); } else if (v === null) n++;
  v = o.venue;
  if (v != null) { n++; m |= 2; w.u64(v, 'venue'); } else if (v === null) n++;
  v = o.startsFrom;
  if (v != null) { n++; m |= 4; w.time(v, 'startsFrom'); } else if (v === null) n++;
  v = o.startsUntil;
  if (v != null) { n++; m |= 8; w.time(v, 'startsUntil'); } else if (v === null) n++;
  v = o.category;
  if (v != null) { n++; m |= 16; w.text(v, 'category'); } else if (v === null) n++;
  v = o.tag;
  if (v != null) { n++; m |= 32; w.text(v, 'tag'); } else if (v === null) n++;
  v = o.text;
  if (v != null) { n++; m |= 64; w.text(v, 'text'); } else if (v === null) n++;
  v = o.statuses;
  if (v != null) { n++; m |= 128; w.mask(v, N_tc_event_status, 'statuses'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 256; w.u32(v, 'limit'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_event_list_request);
}
function d_tc_event_list_result(r) {
  return {
    more: r.u32() !== 0,
    next: r.bytes(),
    events: list(r, d_tc_event_view),
  };
}
const K_tc_feed_event = new Set(['sequence', 'time', 'commit', 'event', 'subject', 'version', 'payload', 'type']);
function e_tc_feed_event(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.sequence;
  if (v != null) { n++; m |= 1; w.u64(v, 'sequence'); } else w.missing('sequence');
  v = o.time;
  if (v != null) { n++; m |= 2; w.time(v, 'time'); } else w.missing('time');
  v = o.commit;
  if (v != null) { n++; m |= 4; w.u64(v, 'commit'); } else w.missing('commit');
  v = o.event;
  if (v != null) { n++; m |= 8; w.u64(v, 'event'); } else if (v === null) n++;
  v = o.subject;
  if (v != null) { n++; m |= 16; w.u64(v, 'subject'); } else w.missing('subject');
  v = o.version;
  if (v != null) { n++; m |= 32; w.u64(v, 'version'); } else w.missing('version');
  v = o.payload;
  if (v != null) { n++; m |= 64; w.blob(v, 'payload'); } else w.missing('payload');
  v = o.type;
  if (v != null) { n++; m |= 128; w.number(v, N_tc_feed_type, false, 'type'); } else w.missing('type');
  w.end(at, m);
  w.known(o, n, K_tc_feed_event);
}
function d_tc_feed_event(r) {
  return new FeedEvent({
    sequence: r.u64(),
    time: r.time(),
    commit: r.u64(),
    event: r.u64(),
    subject: r.u64(),
    version: r.u64(),
    payload: r.bytes(),
    type: named(V_tc_feed_type, r.u32()),
  });
}
function d_tc_consumer(r) {
  return {
    name: r.text(),
    cursor: r.u64(),
    version: r.u64(),
    updatedAt: r.time(),
    lag: r.u64(),
    pruned: r.u32() !== 0,
  };
}
function d_tc_hold_view(r) {
  return {
    version: r.u32(),
    hold: r.u64(),
    state: named(V_tc_hold_state, r.u32()),
    channel: r.u32(),
    seats: r.u32(),
    pools: r.u32(),
    order: r.u64(),
    createdAt: r.time(),
    expiresAt: r.time(),
  };
}
function d_tc_ledger_balance(r) {
  return {
    currency: r.text(),
    postings: r.u64(),
    debitMinor: r.row(),
    creditMinor: r.row(),
  };
}
function d_tc_ledger_entry(r) {
  return {
    id: r.u64(),
    order: r.u64(),
    debit: named(V_tc_account, r.u32()),
    credit: named(V_tc_account, r.u32()),
    amountMinor: r.i64(),
    at: r.time(),
    reason: named(V_tc_posting_reason, r.u32()),
    currency: r.text(),
  };
}
function d_tc_map_report(r) {
  return {
    form: named(V_tc_map_form, r.u32()),
    seats: r.u32(),
    rows: r.u32(),
    sections: r.u32(),
    categories: r.u32(),
    areas: r.u32(),
    aisles: r.u32(),
    accessible: r.u32(),
    companion: r.u32(),
    restrictedView: r.u32(),
    areaCapacity: r.u64(),
    minX: r.i32(),
    minY: r.i32(),
    maxX: r.i32(),
    maxY: r.i32(),
    name: r.text(),
  };
}
function d_tc_map_view(r) {
  return {
    status: named(V_tc_map_status, r.u32()),
    map: r.u64(),
    version: r.u64(),
    venue: r.u64(),
    createdAt: r.time(),
    publishedAt: r.time(),
    name: r.text(),
    units: r.text(),
    mapVersion: r.u32(),
    newestVersion: r.u32(),
    publishedVersion: r.u32(),
    seats: r.u32(),
    seatsRetired: r.u32(),
    seatNumbers: r.u32(),
    rows: r.u32(),
    categories: r.u32(),
    sections: r.u32(),
    areas: r.u32(),
    minX: r.i32(),
    minY: r.i32(),
    maxX: r.i32(),
    maxY: r.i32(),
    focalX: r.i32(),
    focalY: r.i32(),
  };
}
const K_tc_map_list_request = new Set(['after', 'venue', 'limit']);
function e_tc_map_list_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.after;
  if (v != null) { n++; m |= 1; w.u64(v, 'after'); } else if (v === null) n++;
  v = o.venue;
  if (v != null) { n++; m |= 2; w.u64(v, 'venue'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 4; w.u32(v, 'limit'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_map_list_request);
}
function d_tc_map_list_result(r) {
  return {
    next: r.u64(),
    maps: list(r, d_tc_map_view),
  };
}
function d_tc_map_category(r) {
  return {
    category: r.u32(),
    name: r.text(),
    color: r.text(),
    seats: r.u32(),
  };
}
function d_tc_map_section(r) {
  return {
    section: r.u32(),
    name: r.text(),
    zone: r.text(),
    seats: r.u32(),
    rows: r.u32(),
    minX: r.i32(),
    minY: r.i32(),
    maxX: r.i32(),
    maxY: r.i32(),
    focalX: r.i32(),
    focalY: r.i32(),
  };
}
function d_tc_map_area(r) {
  return {
    area: r.u32(),
    name: r.text(),
    zone: r.text(),
    capacity: r.u32(),
    category: r.u32(),
    x: r.i32(),
    y: r.i32(),
  };
}
function d_tc_map_seat(r) {
  return {
    seat: r.u32(),
    name: r.text(),
    sectionLabel: r.text(),
    rowLabel: r.text(),
    seatLabel: r.text(),
    category: r.u32(),
    section: r.u32(),
    row: r.u32OrNull(),
    place: r.u32(),
    seatFlags: flags(V_tc_seat_flag, r.u32()),
    left: r.u32OrNull(),
    right: r.u32OrNull(),
    focalDistance: r.u32(),
    x: r.i32(),
    y: r.i32(),
  };
}
function d_tc_order(r) {
  return {
    state: named(V_tc_order_state, r.u32()),
    id: r.u64(),
    version: r.u32(),
    method: named(V_tc_pay_method, r.u32()),
    event: r.u64(),
    hold: r.u64(),
    totalMinor: r.i64(),
    capturedMinor: r.i64(),
    refundedMinor: r.i64(),
    createdAt: r.time(),
    confirmedAt: r.time(),
    deadline: r.time(),
    currency: r.text(),
    reason: named(V_tc_order_reason, r.u32()),
    lines: r.u32(),
    tickets: r.u32(),
    refundsOpen: r.u32(),
    refundsFailed: r.u32(),
    reference: r.text(),
  };
}
function d_tc_order_line(r) {
  return {
    event: r.u64(),
    kind: named(V_tc_place_kind, r.u32()),
    target: r.u32(),
    quantity: r.u32(),
    ticketType: r.u32(),
    priceMinor: r.i64(),
    feeMinor: r.i64(),
    taxMinor: r.i64(),
    totalMinor: r.i64(),
    ticketFirst: r.u64(),
    taxBp: r.u32(),
    taxInclusive: r.u32() !== 0,
  };
}
const K_tc_order_list_request = new Set(['event', 'buyer', 'states', 'limit', 'after']);
function e_tc_order_list_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else if (v === null) n++;
  v = o.buyer;
  if (v != null) { n++; m |= 2; w.text(v, 'buyer'); } else if (v === null) n++;
  v = o.states;
  if (v != null) { n++; m |= 4; w.mask(v, N_tc_order_state, 'states'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 8; w.u32(v, 'limit'); } else if (v === null) n++;
  v = o.after;
  if (v != null) { n++; m |= 16; w.u64(v, 'after'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_list_request);
}
function d_tc_message(r) {
  return {
    state: named(V_tc_message_state, r.u32()),
    id: r.u64(),
    event: r.u64(),
    order: r.u64(),
    ticket: r.u64(),
    kind: named(V_tc_message_kind, r.u32()),
    channel: named(V_tc_message_channel, r.u32()),
    attempts: r.u32(),
    attemptsMax: r.u32(),
    worker: r.u32(),
    html: r.u32() !== 0,
    queuedAt: r.time(),
    due: r.time(),
    doneAt: r.time(),
    address: r.text(),
    locale: r.text(),
    receipt: r.text(),
    subject: r.text(),
    body: r.text(),
    bodyLength: r.u64(),
  };
}
const K_tc_message_list_request = new Set(['after', 'order', 'state', 'channel', 'limit']);
function e_tc_message_list_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.after;
  if (v != null) { n++; m |= 1; w.u64(v, 'after'); } else if (v === null) n++;
  v = o.order;
  if (v != null) { n++; m |= 2; w.u64(v, 'order'); } else if (v === null) n++;
  v = o.state;
  if (v != null) { n++; m |= 4; w.number(v, N_tc_message_state, false, 'state'); } else if (v === null) n++;
  v = o.channel;
  if (v != null) { n++; m |= 8; w.number(v, N_tc_message_channel, false, 'channel'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 16; w.u32(v, 'limit'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_message_list_request);
}
function d_tc_payment(r) {
  return {
    id: r.u64(),
    order: r.u64(),
    method: named(V_tc_pay_method, r.u32()),
    state: named(V_tc_payment_state, r.u32()),
    amountMinor: r.i64(),
    capturedMinor: r.i64(),
    refundedMinor: r.i64(),
    createdAt: r.time(),
    currency: r.text(),
    reference: r.text(),
  };
}
function d_tc_refund(r) {
  return {
    id: r.u64(),
    order: r.u64(),
    payment: r.u64(),
    amountMinor: r.i64(),
    createdAt: r.time(),
    state: named(V_tc_refund_state, r.u32()),
    beside: r.u32() !== 0,
  };
}
function d_tc_payment_backlog(r) {
  return {
    capped: r.u32() !== 0,
    due: r.u64(),
    leased: r.u64(),
    waiting: r.u64(),
    parked: r.u64(),
    oldestDue: r.time(),
  };
}
function d_tc_pool_view(r) {
  return {
    pool: r.u32(),
    event: r.u64(),
    version: r.u32(),
    capacity: r.u32(),
    held: r.u32(),
    sold: r.u32(),
    free: r.u32(),
    open: r.u32() !== 0,
    channel: r.u32(),
    name: r.text(),
  };
}
const K_tc_quote_item = new Set(['event', 'target', 'ticketType', 'kind', 'quantity']);
function e_tc_quote_item(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.target;
  if (v != null) { n++; m |= 2; w.u32(v, 'target'); } else w.missing('target');
  v = o.ticketType;
  if (v != null) { n++; m |= 4; w.u32(v, 'ticketType'); } else w.missing('ticketType');
  v = o.kind;
  if (v != null) { n++; m |= 8; w.number(v, N_tc_place_kind, false, 'kind'); } else if (v === null) n++;
  v = o.quantity;
  if (v != null) { n++; m |= 16; w.u32(v, 'quantity'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_quote_item);
}
function d_tc_quote_item(r) {
  return {
    event: r.u64(),
    target: r.u32(),
    ticketType: r.u32(),
    kind: named(V_tc_place_kind, r.u32()),
    quantity: r.u32(),
  };
}
const K_tc_order_quote_request = new Set(['items', 'channel']);
function e_tc_order_quote_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.items;
  if (v != null) { n++; m |= 1; w.list(v, e_tc_quote_item, 'items'); } else w.missing('items');
  v = o.channel;
  if (v != null) { n++; m |= 2; w.u32(v, 'channel'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_order_quote_request);
}
function d_tc_order_quote_result(r) {
  return {
    lines: list(r, d_tc_order_line),
    priceMinor: r.i64(),
    feeMinor: r.i64(),
    taxMinor: r.i64(),
    totalMinor: r.i64(),
    currency: r.text(),
    tickets: r.u32(),
  };
}
function d_tc_seat_view(r) {
  return {
    state: named(V_tc_seat_state, r.u32()),
    event: r.u64(),
    seat: r.u32(),
    version: r.u32(),
    channel: r.u32(),
    ticket: r.u32(),
    hold: r.u64(),
    expiresAt: r.time(),
    category: r.u32(),
    section: r.u32(),
  };
}
function d_tc_template(r) {
  return {
    flags: flags(V_tc_template_flag, r.u32()),
    id: r.u64(),
    kind: named(V_tc_message_kind, r.u32()),
    channel: named(V_tc_message_channel, r.u32()),
    version: r.u32(),
    updatedAt: r.time(),
    locale: r.text(),
    subject: r.text(),
    body: r.text(),
  };
}
function d_tc_ticket(r) {
  return {
    state: named(V_tc_ticket_state, r.u32()),
    id: r.u64(),
    event: r.u64(),
    order: r.u64(),
    number: r.u32(),
    line: r.u32(),
    version: r.u32(),
    serial: r.u32(),
    seat: r.u32OrNull(),
    pool: r.u32(),
    type: r.u32(),
    usedGate: r.u32(),
    priceMinor: r.i64(),
    issuedAt: r.time(),
    usedAt: r.time(),
    voidedAt: r.time(),
    section: r.text(),
    row: r.text(),
    label: r.text(),
    typeName: r.text(),
  };
}
const K_tc_ticket_list_request = new Set(['flags', 'event', 'order', 'secret', 'after', 'limit', 'state']);
function e_tc_ticket_list_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.flags;
  if (v != null) { n++; m |= 1; w.flags(v, N_tc_ticket_list_flag, 'flags'); } else if (v === null) n++;
  v = o.event;
  if (v != null) { n++; m |= 2; w.u64(v, 'event'); } else if (v === null) n++;
  v = o.order;
  if (v != null) { n++; m |= 4; w.u64(v, 'order'); } else if (v === null) n++;
  v = o.secret;
  if (v != null) { n++; m |= 8; w.secret(v, 'secret'); } else if (v === null) n++;
  v = o.after;
  if (v != null) { n++; m |= 16; w.u64(v, 'after'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 32; w.u32(v, 'limit'); } else if (v === null) n++;
  v = o.state;
  if (v != null) { n++; m |= 64; w.number(v, N_tc_ticket_state, false, 'state'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_ticket_list_request);
}
function d_tc_ticket_counts(r) {
  return {
    issued: r.u32(),
    used: r.u32(),
    voided: r.u32(),
  };
}
const K_tc_public_key = new Set(['id', 'createdAt', 'key', 'current']);
function e_tc_public_key(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.id;
  if (v != null) { n++; m |= 1; w.u32(v, 'id'); } else w.missing('id');
  v = o.createdAt;
  if (v != null) { n++; m |= 2; w.time(v, 'createdAt'); } else w.missing('createdAt');
  v = o.key;
  if (v != null) { n++; m |= 4; w.raw(v, 32, 'key'); } else w.missing('key');
  v = o.current;
  if (v != null) { n++; m |= 8; w.bool(v, 'current'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_public_key);
}
function d_tc_public_key(r) {
  return {
    id: r.u32(),
    createdAt: r.time(),
    key: r.bytes(),
    current: r.u32() !== 0,
  };
}
function d_tc_barcode(r) {
  return {
    key: r.u32(),
    event: r.u64(),
    ticket: r.u64(),
    number: r.u32(),
    serial: r.u32(),
    seat: r.u32OrNull(),
    window: named(V_tc_barcode_window, r.u32()),
    validFrom: r.time(),
    validUntil: r.time(),
  };
}
function d_tc_revocation(r) {
  return {
    ticket: r.u64(),
    minSerial: r.u32(),
    state: named(V_tc_ticket_state, r.u32()),
  };
}
function d_tc_ticket_type_view(r) {
  return {
    ticketType: r.u32(),
    event: r.u64(),
    version: r.u64(),
    priceMinor: r.i64(),
    feeMinor: r.i64(),
    saleFrom: r.time(),
    saleUntil: r.time(),
    name: r.text(),
    description: r.text(),
    category: r.u32(),
    pool: r.u32(),
    channels: mask(null, r.u32()),
    taxBp: r.u32(),
    taxInclusive: r.u32() !== 0,
    minPerOrder: r.u32(),
    maxPerOrder: r.u32(),
    status: named(V_tc_ticket_type_status, r.u32()),
    currency: r.text(),
  };
}
const K_tc_ticket_type_list_request = new Set(['event', 'after', 'limit']);
function e_tc_ticket_type_list_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.event;
  if (v != null) { n++; m |= 1; w.u64(v, 'event'); } else w.missing('event');
  v = o.after;
  if (v != null) { n++; m |= 2; w.u32(v, 'after'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 4; w.u32(v, 'limit'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_ticket_type_list_request);
}
function d_tc_ticket_type_list_result(r) {
  return {
    next: r.u32(),
    ticketTypes: list(r, d_tc_ticket_type_view),
  };
}
function d_tc_venue_view(r) {
  return {
    venue: r.u64(),
    version: r.u64(),
    createdAt: r.time(),
    updatedAt: r.time(),
    name: r.text(),
    address: r.text(),
    city: r.text(),
    country: r.text(),
    timeZone: r.text(),
    capacityNote: r.text(),
  };
}
const K_tc_venue_list_request = new Set(['after', 'country', 'text', 'limit']);
function e_tc_venue_list_request(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.after;
  if (v != null) { n++; m |= 1; w.u64(v, 'after'); } else if (v === null) n++;
  v = o.country;
  if (v != null) { n++; m |= 2; w.text(v, 'country'); } else if (v === null) n++;
  v = o.text;
  if (v != null) { n++; m |= 4; w.text(v, 'text'); } else if (v === null) n++;
  v = o.limit;
  if (v != null) { n++; m |= 8; w.u32(v, 'limit'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_venue_list_request);
}
function d_tc_venue_list_result(r) {
  return {
    next: r.u64(),
    venues: list(r, d_tc_venue_view),
  };
}
function d_tc_conflict(r) {
  return {
    event: r.u64(),
    seat: r.u32(),
    state: named(V_tc_seat_state, r.u32()),
    expectedVersion: r.u32(),
    actualVersion: r.u32(),
  };
}
const K_tc_engine_options = new Set(['flags', 'mapBytes', 'maxReaders', 'queueDepth', 'batchMax', 'logLevel', 'clock', 'seed']);
function e_tc_engine_options(w, o) {
  w.object(o);
  const at = w.begin();
  let m = 0, n = 0, v;
  v = o.flags;
  if (v != null) { n++; m |= 1; w.flags(v, N_tc_open_flag, 'flags'); } else if (v === null) n++;
  v = o.mapBytes;
  if (v != null) { n++; m |= 2; w.u64(v, 'mapBytes'); } else if (v === null) n++;
  v = o.maxReaders;
  if (v != null) { n++; m |= 4; w.u32(v, 'maxReaders'); } else if (v === null) n++;
  v = o.queueDepth;
  if (v != null) { n++; m |= 8; w.u32(v, 'queueDepth'); } else if (v === null) n++;
  v = o.batchMax;
  if (v != null) { n++; m |= 16; w.u32(v, 'batchMax'); } else if (v === null) n++;
  v = o.logLevel;
  if (v != null) { n++; m |= 32; w.number(v, N_tc_log_level, false, 'logLevel'); } else if (v === null) n++;
  v = o.clock;
  if (v != null) { n++; m |= 64; w.time(v, 'clock'); } else if (v === null) n++;
  v = o.seed;
  if (v != null) { n++; m |= 128; w.u64(v, 'seed'); } else if (v === null) n++;
  w.end(at, m);
  w.known(o, n, K_tc_engine_options);
}
function d_tc_engine_options(r) {
  return {
    flags: flags(V_tc_open_flag, r.u32()),
    mapBytes: r.u64(),
    maxReaders: r.u32(),
    queueDepth: r.u32(),
    batchMax: r.u32(),
    logLevel: named(V_tc_log_level, r.u32()),
    clock: r.time(),
    seed: r.u64(),
  };
}
exports.options = e_tc_engine_options;
exports.conflict = d_tc_conflict;

/** Row by row: name, what writes the request, what reads the answer. */
const COMMANDS = [
  { row: 0, name: 'venueCreate', encode: e_tc_venue_create_request, decode: d_tc_venue_result },
  { row: 1, name: 'venueUpdate', encode: e_tc_venue_update_request, decode: d_tc_venue_result },
  { row: 2, name: 'venueDelete', encode: e_tc_venue_delete_request, decode: d_tc_venue_result },
  { row: 3, name: 'mapCreate', encode: e_tc_map_create_request, decode: d_tc_map_result },
  { row: 4, name: 'mapUpdate', encode: e_tc_map_update_request, decode: d_tc_map_result },
  { row: 5, name: 'mapPublish', encode: e_tc_map_publish_request, decode: d_tc_map_result },
  { row: 6, name: 'mapDelete', encode: e_tc_map_delete_request, decode: d_tc_map_result },
  { row: 7, name: 'eventCreate', encode: e_tc_event_create_request, decode: d_tc_event_result },
  { row: 8, name: 'eventUpdate', encode: e_tc_event_update_request, decode: d_tc_event_result },
  { row: 9, name: 'eventDelete', encode: e_tc_event_delete_request, decode: d_tc_event_result },
  { row: 10, name: 'ticketTypeCreate', encode: e_tc_ticket_type_create_request, decode: d_tc_ticket_type_result },
  { row: 11, name: 'ticketTypeUpdate', encode: e_tc_ticket_type_update_request, decode: d_tc_ticket_type_result },
  { row: 12, name: 'ticketTypeDelete', encode: e_tc_ticket_type_delete_request, decode: d_tc_ticket_type_result },
  { row: 13, name: 'holdCreate', encode: e_tc_hold_create_request, decode: d_tc_hold_create_result },
  { row: 14, name: 'holdBest', encode: e_tc_hold_best_request, decode: d_tc_hold_create_result },
  { row: 15, name: 'holdExtend', encode: e_tc_hold_extend_request, decode: d_tc_hold_extend_result },
  { row: 16, name: 'holdRelease', encode: e_tc_hold_release_request, decode: d_tc_hold_release_result },
  { row: 17, name: 'holdExpire', encode: e_tc_hold_expire_request, decode: d_tc_hold_release_result },
  { row: 18, name: 'holdSwap', encode: e_tc_hold_swap_request, decode: d_tc_hold_create_result },
  { row: 19, name: 'seatBlock', encode: e_tc_seat_block_request, decode: d_tc_seat_block_result },
  { row: 20, name: 'seatUnblock', encode: e_tc_seat_block_request, decode: d_tc_seat_block_result },
  { row: 21, name: 'seatChannel', encode: e_tc_seat_channel_request, decode: d_tc_seat_block_result },
  { row: 22, name: 'poolCreate', encode: e_tc_pool_create_request, decode: d_tc_pool_create_result },
  { row: 23, name: 'poolUpdate', encode: e_tc_pool_update_request, decode: d_tc_pool_update_result },
  { row: 24, name: 'sweep', encode: e_tc_sweep_request, decode: d_tc_sweep_result },
  { row: 25, name: 'orderCreate', encode: e_tc_order_create_request, decode: d_tc_order_create_result },
  { row: 26, name: 'orderCancel', encode: e_tc_order_cancel_request, decode: d_tc_order_result },
  { row: 27, name: 'orderPay', encode: e_tc_order_pay_request, decode: d_tc_order_result },
  { row: 28, name: 'orderSettle', encode: e_tc_order_settle_request, decode: d_tc_order_result },
  { row: 29, name: 'orderRefund', encode: e_tc_order_refund_request, decode: d_tc_order_result },
  { row: 30, name: 'paymentLease', encode: e_tc_payment_lease_request, decode: d_tc_payment_lease_result },
  { row: 31, name: 'paymentAnswer', encode: e_tc_payment_answer_request, decode: d_tc_payment_result },
  { row: 32, name: 'paymentEvent', encode: e_tc_payment_event_request, decode: d_tc_payment_result },
  { row: 33, name: 'ticketVoid', encode: e_tc_ticket_void_request, decode: d_tc_ticket_change_result },
  { row: 34, name: 'ticketReissue', encode: e_tc_ticket_reissue_request, decode: d_tc_ticket_change_result },
  { row: 35, name: 'signingKeyRotate', encode: e_tc_signing_key_rotate_request, decode: d_tc_signing_key_rotate_result },
  { row: 36, name: 'checkinScan', encode: e_tc_checkin_scan_request, decode: d_tc_checkin_scan_result },
  { row: 37, name: 'messageCreate', encode: e_tc_message_create_request, decode: d_tc_message_create_result },
  { row: 38, name: 'messageLease', encode: e_tc_message_lease_request, decode: d_tc_message_lease_result },
  { row: 39, name: 'messageAnswer', encode: e_tc_message_answer_request, decode: d_tc_message_change_result },
  { row: 40, name: 'messageRetry', encode: e_tc_message_retry_request, decode: d_tc_message_change_result },
  { row: 41, name: 'messageCancel', encode: e_tc_message_cancel_request, decode: d_tc_message_change_result },
  { row: 42, name: 'templatePut', encode: e_tc_template_put_request, decode: d_tc_template_put_result },
  { row: 43, name: 'templateDelete', encode: e_tc_template_delete_request, decode: null },
  { row: 44, name: 'consumerSet', encode: e_tc_consumer_set_request, decode: d_tc_consumer_set_result },
  { row: 45, name: 'consumerDelete', encode: e_tc_consumer_delete_request, decode: null },
  { row: 46, name: 'feedPrune', encode: e_tc_feed_prune_request, decode: d_tc_feed_prune_result },
];
exports.COMMANDS = COMMANDS;

class EngineCommands {
  venueCreate(request = {}, options) {
    return this[RUN](COMMANDS[0], request, options);
  }
  venueUpdate(request = {}, options) {
    return this[RUN](COMMANDS[1], request, options);
  }
  venueDelete(request = {}, options) {
    return this[RUN](COMMANDS[2], request, options);
  }
  mapCreate(request = {}, options) {
    return this[RUN](COMMANDS[3], request, options);
  }
  mapUpdate(request = {}, options) {
    return this[RUN](COMMANDS[4], request, options);
  }
  mapPublish(request = {}, options) {
    return this[RUN](COMMANDS[5], request, options);
  }
  mapDelete(request = {}, options) {
    return this[RUN](COMMANDS[6], request, options);
  }
  eventCreate(request = {}, options) {
    return this[RUN](COMMANDS[7], request, options);
  }
  eventUpdate(request = {}, options) {
    return this[RUN](COMMANDS[8], request, options);
  }
  eventDelete(request = {}, options) {
    return this[RUN](COMMANDS[9], request, options);
  }
  ticketTypeCreate(request = {}, options) {
    return this[RUN](COMMANDS[10], request, options);
  }
  ticketTypeUpdate(request = {}, options) {
    return this[RUN](COMMANDS[11], request, options);
  }
  ticketTypeDelete(request = {}, options) {
    return this[RUN](COMMANDS[12], request, options);
  }
  holdCreate(request = {}, options) {
    return this[RUN](COMMANDS[13], request, options);
  }
  holdBest(request = {}, options) {
    return this[RUN](COMMANDS[14], request, options);
  }
  holdExtend(request = {}, options) {
    return this[RUN](COMMANDS[15], request, options);
  }
  holdRelease(request = {}, options) {
    return this[RUN](COMMANDS[16], request, options);
  }
  holdExpire(request = {}, options) {
    return this[RUN](COMMANDS[17], request, options);
  }
  holdSwap(request = {}, options) {
    return this[RUN](COMMANDS[18], request, options);
  }
  seatBlock(request = {}, options) {
    return this[RUN](COMMANDS[19], request, options);
  }
  seatUnblock(request = {}, options) {
    return this[RUN](COMMANDS[20], request, options);
  }
  seatChannel(request = {}, options) {
    return this[RUN](COMMANDS[21], request, options);
  }
  poolCreate(request = {}, options) {
    return this[RUN](COMMANDS[22], request, options);
  }
  poolUpdate(request = {}, options) {
    return this[RUN](COMMANDS[23], request, options);
  }
  sweep(request = {}, options) {
    return this[RUN](COMMANDS[24], request, options);
  }
  orderCreate(request = {}, options) {
    return this[RUN](COMMANDS[25], request, options);
  }
  orderCancel(request = {}, options) {
    return this[RUN](COMMANDS[26], request, options);
  }
  orderPay(request = {}, options) {
    return this[RUN](COMMANDS[27], request, options);
  }
  orderSettle(request = {}, options) {
    return this[RUN](COMMANDS[28], request, options);
  }
  orderRefund(request = {}, options) {
    return this[RUN](COMMANDS[29], request, options);
  }
  paymentLease(request = {}, options) {
    return this[RUN](COMMANDS[30], request, options);
  }
  paymentAnswer(request = {}, options) {
    return this[RUN](COMMANDS[31], request, options);
  }
  paymentEvent(request = {}, options) {
    return this[RUN](COMMANDS[32], request, options);
  }
  ticketVoid(request = {}, options) {
    return this[RUN](COMMANDS[33], request, options);
  }
  ticketReissue(request = {}, options) {
    return this[RUN](COMMANDS[34], request, options);
  }
  signingKeyRotate(request = {}, options) {
    return this[RUN](COMMANDS[35], request, options);
  }
  checkinScan(request = {}, options) {
    return this[RUN](COMMANDS[36], request, options);
  }
  messageCreate(request = {}, options) {
    return this[RUN](COMMANDS[37], request, options);
  }
  messageLease(request = {}, options) {
    return this[RUN](COMMANDS[38], request, options);
  }
  messageAnswer(request = {}, options) {
    return this[RUN](COMMANDS[39], request, options);
  }
  messageRetry(request = {}, options) {
    return this[RUN](COMMANDS[40], request, options);
  }
  messageCancel(request = {}, options) {
    return this[RUN](COMMANDS[41], request, options);
  }
  templatePut(request = {}, options) {
    return this[RUN](COMMANDS[42], request, options);
  }
  templateDelete(request = {}, options) {
    return this[RUN](COMMANDS[43], request, options);
  }
  consumerSet(request = {}, options) {
    return this[RUN](COMMANDS[44], request, options);
  }
  consumerDelete(request = {}, options) {
    return this[RUN](COMMANDS[45], request, options);
  }
  feedPrune(request = {}, options) {
    return this[RUN](COMMANDS[46], request, options);
  }
}
exports.EngineCommands = EngineCommands;

class EngineReads extends EngineCommands {
  async backup(path, flags) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.text(path, 'path');
      if (flags != null) { m |= 2; w.flags(flags, N_tc_backup_flag, 'flags'); }
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'backup');
    }
    return wire.readLater(8, this, w, (r) => undefined);
  }
  clock() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'clock');
    }
    const r = wire.read(14, this[HANDLE], w);
    return r.time();
  }
  setClock(now) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.time(now, 'now');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'setClock');
    }
    wire.read(15, this[HANDLE], w);
  }
  stat() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'stat');
    }
    const r = wire.read(16, this[HANDLE], w);
    return d_tc_engine_stat(r);
  }
  metrics() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'metrics');
    }
    const r = wire.read(17, this[HANDLE], w);
    return r.text();
  }
  async feedWait(cursor, timeoutMs) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(cursor, 'cursor');
      m |= 2; w.duration(timeoutMs, true, true, 'timeoutMs');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'feedWait');
    }
    return wire.readLater(29, this, w, (r) => r.u32() !== 0);
  }
}
exports.EngineReads = EngineReads;

class SnapshotReads {
  availabilityGet(event) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'availabilityGet');
    }
    const r = wire.read(0, this[HANDLE], w);
    return d_tc_availability(r);
  }
  availabilityCounts(event, by) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.number(by, N_tc_availability_by, false, 'by');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'availabilityCounts');
    }
    const r = wire.read(1, this[HANDLE], w);
    return list(r, d_tc_availability_count);
  }
  availabilityMap(event) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'availabilityMap');
    }
    const r = wire.read(2, this[HANDLE], w);
    return ({ bits: r.bytes(), inventoryVersion: r.u64() });
  }
  availabilitySeats(event, first) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u32(first, 'first');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'availabilitySeats');
    }
    const r = wire.read(3, this[HANDLE], w);
    return ({ seats: list(r, d_tc_seat_status), inventoryVersion: r.u64() });
  }
  availabilitySince(event, since) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u64(since, 'since');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'availabilitySince');
    }
    const r = wire.read(4, this[HANDLE], w);
    return ({ changes: list(r, d_tc_seat_change), inventoryVersion: r.u64() });
  }
  async verify() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'verify');
    }
    return wire.readLater(7, this, w, (r) => d_tc_verify_report(r));
  }
  async dump(fd) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.i32(fd, 'fd');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'dump');
    }
    return wire.readLater(9, this, w, (r) => r.u64());
  }
  checkinList(event, after, limit = 1000) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u64(after, 'after');
      m |= 4; w.u32(limit, 'limit');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'checkinList');
    }
    const r = wire.read(13, this[HANDLE], w);
    return list(r, d_tc_scan_entry);
  }
  eventGet(event) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'eventGet');
    }
    const r = wire.read(21, this[HANDLE], w);
    return d_tc_event_view(r);
  }
  eventList(request = {}) {
    const w = wire.begin();
    try {
      e_tc_event_list_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'eventList');
    }
    const r = wire.read(22, this[HANDLE], w);
    return d_tc_event_list_result(r);
  }
  async eventSvg(event) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'eventSvg');
    }
    return wire.readLater(23, this, w, (r) => r.text());
  }
  eventSeatFind(event, name) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.text(name, 'name');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'eventSeatFind');
    }
    const r = wire.read(24, this[HANDLE], w);
    return r.u32();
  }
  feedRead(cursor, limit = 1000) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(cursor, 'cursor');
      m |= 2; w.u32(limit, 'limit');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'feedRead');
    }
    const r = wire.read(25, this[HANDLE], w);
    return ({ events: list(r, d_tc_feed_event), next: r.u64() });
  }
  feedEnds() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'feedEnds');
    }
    const r = wire.read(26, this[HANDLE], w);
    return ({ oldest: r.u64(), end: r.u64() });
  }
  consumerGet(name) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.text(name, 'name');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'consumerGet');
    }
    const r = wire.read(32, this[HANDLE], w);
    return d_tc_consumer(r);
  }
  consumerList() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'consumerList');
    }
    const r = wire.read(33, this[HANDLE], w);
    return list(r, d_tc_consumer);
  }
  holdGet(hold, secret) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(hold, 'hold');
      m |= 2; w.secret(secret, 'secret');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'holdGet');
    }
    const r = wire.read(34, this[HANDLE], w);
    return d_tc_hold_view(r);
  }
  holdPeek(hold) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(hold, 'hold');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'holdPeek');
    }
    const r = wire.read(35, this[HANDLE], w);
    return d_tc_hold_view(r);
  }
  holdSeats(hold) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(hold, 'hold');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'holdSeats');
    }
    const r = wire.read(36, this[HANDLE], w);
    return list(r, d_tc_hold_seat);
  }
  holdPools(hold) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(hold, 'hold');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'holdPools');
    }
    const r = wire.read(37, this[HANDLE], w);
    return list(r, d_tc_hold_pool);
  }
  ledgerBalances() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ledgerBalances');
    }
    const r = wire.read(38, this[HANDLE], w);
    return list(r, d_tc_ledger_balance);
  }
  ledgerEntries(order) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(order, 'order');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ledgerEntries');
    }
    const r = wire.read(39, this[HANDLE], w);
    return list(r, d_tc_ledger_entry);
  }
  ledgerJournal(after, limit = 1000) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(after, 'after');
      m |= 2; w.u32(limit, 'limit');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ledgerJournal');
    }
    const r = wire.read(40, this[HANDLE], w);
    return list(r, d_tc_ledger_entry);
  }
  mapGet(map, mapVersion) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapGet');
    }
    const r = wire.read(44, this[HANDLE], w);
    return d_tc_map_view(r);
  }
  mapList(request = {}) {
    const w = wire.begin();
    try {
      e_tc_map_list_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'mapList');
    }
    const r = wire.read(45, this[HANDLE], w);
    return d_tc_map_list_result(r);
  }
  async mapExport(map, mapVersion) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapExport');
    }
    return wire.readLater(46, this, w, (r) => r.text());
  }
  async mapSvg(map, mapVersion) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapSvg');
    }
    return wire.readLater(47, this, w, (r) => r.text());
  }
  mapCategoryList(map, mapVersion) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapCategoryList');
    }
    const r = wire.read(48, this[HANDLE], w);
    return list(r, d_tc_map_category);
  }
  mapSectionList(map, mapVersion) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapSectionList');
    }
    const r = wire.read(49, this[HANDLE], w);
    return list(r, d_tc_map_section);
  }
  mapAreaList(map, mapVersion) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapAreaList');
    }
    const r = wire.read(50, this[HANDLE], w);
    return list(r, d_tc_map_area);
  }
  mapSeatList(map, mapVersion, first, limit = 1000) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      m |= 4; w.u32(first, 'first');
      m |= 8; w.u32(limit, 'limit');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapSeatList');
    }
    const r = wire.read(51, this[HANDLE], w);
    return list(r, d_tc_map_seat);
  }
  mapSeatFind(map, mapVersion, name) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(map, 'map');
      m |= 2; w.u32(mapVersion, 'mapVersion');
      m |= 4; w.text(name, 'name');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'mapSeatFind');
    }
    const r = wire.read(52, this[HANDLE], w);
    return r.u32();
  }
  orderGet(order, secret) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(order, 'order');
      if (secret != null) { m |= 2; w.secret(secret, 'secret'); }
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'orderGet');
    }
    const r = wire.read(53, this[HANDLE], w);
    return d_tc_order(r);
  }
  orderLines(order, secret) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(order, 'order');
      if (secret != null) { m |= 2; w.secret(secret, 'secret'); }
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'orderLines');
    }
    const r = wire.read(54, this[HANDLE], w);
    return list(r, d_tc_order_line);
  }
  orderContacts(order) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(order, 'order');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'orderContacts');
    }
    const r = wire.read(55, this[HANDLE], w);
    return list(r, d_tc_contact);
  }
  orderList(request = {}) {
    const w = wire.begin();
    try {
      e_tc_order_list_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'orderList');
    }
    const r = wire.read(56, this[HANDLE], w);
    return ({ orders: list(r, d_tc_order), next: r.u64() });
  }
  messageGet(message) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(message, 'message');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'messageGet');
    }
    const r = wire.read(61, this[HANDLE], w);
    return d_tc_message(r);
  }
  messageList(request = {}) {
    const w = wire.begin();
    try {
      e_tc_message_list_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'messageList');
    }
    const r = wire.read(62, this[HANDLE], w);
    return ({ messages: list(r, d_tc_message), next: r.u64() });
  }
  paymentList(order) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(order, 'order');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'paymentList');
    }
    const r = wire.read(65, this[HANDLE], w);
    return list(r, d_tc_payment);
  }
  refundList(order) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(order, 'order');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'refundList');
    }
    const r = wire.read(66, this[HANDLE], w);
    return list(r, d_tc_refund);
  }
  paymentBacklogGet() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'paymentBacklogGet');
    }
    const r = wire.read(67, this[HANDLE], w);
    return d_tc_payment_backlog(r);
  }
  poolGet(event, pool) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u32(pool, 'pool');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'poolGet');
    }
    const r = wire.read(69, this[HANDLE], w);
    return d_tc_pool_view(r);
  }
  poolList(event, after, limit = 1000) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u32(after, 'after');
      m |= 4; w.u32(limit, 'limit');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'poolList');
    }
    const r = wire.read(70, this[HANDLE], w);
    return list(r, d_tc_pool_view);
  }
  orderQuote(request = {}) {
    const w = wire.begin();
    try {
      e_tc_order_quote_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'orderQuote');
    }
    const r = wire.read(71, this[HANDLE], w);
    return d_tc_order_quote_result(r);
  }
  seatGet(event, seat) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u32(seat, 'seat');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'seatGet');
    }
    const r = wire.read(72, this[HANDLE], w);
    return d_tc_seat_view(r);
  }
  templateGet(kind, channel, locale) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.number(kind, N_tc_message_kind, true, 'kind');
      m |= 2; w.number(channel, N_tc_message_channel, false, 'channel');
      if (locale != null) { m |= 4; w.text(locale, 'locale'); }
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'templateGet');
    }
    const r = wire.read(73, this[HANDLE], w);
    return d_tc_template(r);
  }
  templateList() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'templateList');
    }
    const r = wire.read(74, this[HANDLE], w);
    return list(r, d_tc_template);
  }
  ticketGet(ticket, secret) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(ticket, 'ticket');
      if (secret != null) { m |= 2; w.secret(secret, 'secret'); }
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ticketGet');
    }
    const r = wire.read(76, this[HANDLE], w);
    return d_tc_ticket(r);
  }
  ticketList(request = {}) {
    const w = wire.begin();
    try {
      e_tc_ticket_list_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'ticketList');
    }
    const r = wire.read(77, this[HANDLE], w);
    return ({ tickets: list(r, d_tc_ticket), next: r.u64() });
  }
  ticketCount(event) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ticketCount');
    }
    const r = wire.read(78, this[HANDLE], w);
    return d_tc_ticket_counts(r);
  }
  ticketSecret(ticket, orderSecret) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(ticket, 'ticket');
      m |= 2; w.secret(orderSecret, 'orderSecret');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ticketSecret');
    }
    const r = wire.read(79, this[HANDLE], w);
    return r.secret();
  }
  ticketBarcode(ticket, secret) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(ticket, 'ticket');
      if (secret != null) { m |= 2; w.secret(secret, 'secret'); }
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ticketBarcode');
    }
    const r = wire.read(80, this[HANDLE], w);
    return r.text();
  }
  signingKeyList() {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'signingKeyList');
    }
    const r = wire.read(81, this[HANDLE], w);
    return list(r, d_tc_public_key);
  }
  revocationList(event, after, limit = 1000) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u64(after, 'after');
      m |= 4; w.u32(limit, 'limit');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'revocationList');
    }
    const r = wire.read(83, this[HANDLE], w);
    return ({ list: list(r, d_tc_revocation), next: r.u64() });
  }
  ticketTypeGet(event, ticketType) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(event, 'event');
      m |= 2; w.u32(ticketType, 'ticketType');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'ticketTypeGet');
    }
    const r = wire.read(84, this[HANDLE], w);
    return d_tc_ticket_type_view(r);
  }
  ticketTypeList(request = {}) {
    const w = wire.begin();
    try {
      e_tc_ticket_type_list_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'ticketTypeList');
    }
    const r = wire.read(85, this[HANDLE], w);
    return d_tc_ticket_type_list_result(r);
  }
  venueGet(venue) {
    const w = wire.begin();
    try {
      const at = w.begin();
      let m = 0;
      m |= 1; w.u64(venue, 'venue');
      w.end(at, m);
    } catch (e) {
      throw wire.fault(w, e, 'venueGet');
    }
    const r = wire.read(86, this[HANDLE], w);
    return d_tc_venue_view(r);
  }
  venueList(request = {}) {
    const w = wire.begin();
    try {
      e_tc_venue_list_request(w, request);
    } catch (e) {
      throw wire.fault(w, e, 'venueList');
    }
    const r = wire.read(87, this[HANDLE], w);
    return d_tc_venue_list_result(r);
  }
}
exports.SnapshotReads = SnapshotReads;

function version() {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'version');
  }
  const r = wire.read(5, 0, w);
  return r.text();
}
function requestIdNew() {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'requestIdNew');
  }
  const r = wire.read(6, 0, w);
  return r.requestId();
}
async function load(path, fd) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.text(path, 'path');
    m |= 2; w.i32(fd, 'fd');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'load');
  }
  return wire.readLater(10, null, w, (r) => r.u64());
}
function scanAnswerName(answer) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(answer, N_tc_scan_answer, true, 'answer');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'scanAnswerName');
  }
  const r = wire.read(11, 0, w);
  return r.text();
}
function scanAnswerSentence(answer) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(answer, N_tc_scan_answer, true, 'answer');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'scanAnswerSentence');
  }
  const r = wire.read(12, 0, w);
  return r.text();
}
function errorClass(code) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.i32(code, 'code');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'errorClass');
  }
  const r = wire.read(18, 0, w);
  return r.i32();
}
function errorName(code) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.i32(code, 'code');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'errorName');
  }
  const r = wire.read(19, 0, w);
  return r.text();
}
function errorSentence(code) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.i32(code, 'code');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'errorSentence');
  }
  const r = wire.read(20, 0, w);
  return r.text();
}
function feedCursorAt(sequence) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.u64(sequence, 'sequence');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'feedCursorAt');
  }
  const r = wire.read(27, 0, w);
  return r.u64();
}
function feedCursorSequence(cursor) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.u64(cursor, 'cursor');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'feedCursorSequence');
  }
  const r = wire.read(28, 0, w);
  return r.u64();
}
function feedTypeName(type) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(type, N_tc_feed_type, true, 'type');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'feedTypeName');
  }
  const r = wire.read(30, 0, w);
  return r.text();
}
function feedEventJson(request = {}) {
  const w = wire.begin();
  try {
    e_tc_feed_event(w, request);
  } catch (e) {
    throw wire.fault(w, e, 'feedEventJson');
  }
  const r = wire.read(31, 0, w);
  return r.text();
}
function accountName(account) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(account, N_tc_account, true, 'account');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'accountName');
  }
  const r = wire.read(41, 0, w);
  return r.text();
}
function postingReasonName(reason) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(reason, N_tc_posting_reason, true, 'reason');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'postingReasonName');
  }
  const r = wire.read(42, 0, w);
  return r.text();
}
async function mapValidate(text, form) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.blob(text, 'text');
    m |= 2; w.number(form, N_tc_map_form, false, 'form');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'mapValidate');
  }
  return wire.readLater(43, null, w, (r) => d_tc_map_report(r));
}
function orderStateName(state) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(state, N_tc_order_state, true, 'state');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'orderStateName');
  }
  const r = wire.read(57, 0, w);
  return r.text();
}
function messageKindName(kind) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(kind, N_tc_message_kind, true, 'kind');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'messageKindName');
  }
  const r = wire.read(58, 0, w);
  return r.text();
}
function messageChannelName(channel) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(channel, N_tc_message_channel, true, 'channel');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'messageChannelName');
  }
  const r = wire.read(59, 0, w);
  return r.text();
}
function messageStateName(state) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(state, N_tc_message_state, true, 'state');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'messageStateName');
  }
  const r = wire.read(60, 0, w);
  return r.text();
}
function webhookSign(secret, id, timestampS, body) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.text(secret, 'secret');
    m |= 2; w.text(id, 'id');
    m |= 4; w.i64(timestampS, 'timestampS');
    m |= 8; w.blob(body, 'body');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'webhookSign');
  }
  const r = wire.read(63, 0, w);
  return r.text();
}
function webhookVerify(secret, id, timestampS, body, signatures, nowS) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.text(secret, 'secret');
    m |= 2; w.text(id, 'id');
    m |= 4; w.i64(timestampS, 'timestampS');
    m |= 8; w.blob(body, 'body');
    m |= 16; w.text(signatures, 'signatures');
    m |= 32; w.i64(nowS, 'nowS');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'webhookVerify');
  }
  wire.read(64, 0, w);
}
function paymentKindName(kind) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.number(kind, N_tc_payment_kind, true, 'kind');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'paymentKindName');
  }
  const r = wire.read(68, 0, w);
  return r.text();
}
function templateRender(text, variables, escaping) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.text(text, 'text');
    m |= 2; w.list(variables, e_tc_variable, 'variables');
    m |= 4; w.number(escaping, N_tc_template_escaping, false, 'escaping');
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'templateRender');
  }
  const r = wire.read(75, 0, w);
  return r.text();
}
function barcodeVerify(keys, text, now) {
  const w = wire.begin();
  try {
    const at = w.begin();
    let m = 0;
    m |= 1; w.list(keys, e_tc_public_key, 'keys');
    m |= 2; w.text(text, 'text');
    if (now != null) { m |= 4; w.time(now, 'now'); }
    w.end(at, m);
  } catch (e) {
    throw wire.fault(w, e, 'barcodeVerify');
  }
  const r = wire.read(82, 0, w);
  return d_tc_barcode(r);
}
exports.functions = {
  version,
  requestIdNew,
  load,
  scanAnswerName,
  scanAnswerSentence,
  errorClass,
  errorName,
  errorSentence,
  feedCursorAt,
  feedCursorSequence,
  feedTypeName,
  feedEventJson,
  accountName,
  postingReasonName,
  mapValidate,
  orderStateName,
  messageKindName,
  messageChannelName,
  messageStateName,
  webhookSign,
  webhookVerify,
  paymentKindName,
  templateRender,
  barcodeVerify,
};

/** Number to code, its class's name, and the name of the class that is under. */
exports.ERRORS = {
  '-1': ['INVALID', 'InvalidError', 'RefusedError', 'refused'],
  '-2': ['LIMIT', 'LimitError', 'RefusedError', 'refused'],
  '-3': ['NOT_FOUND', 'NotFoundError', 'RefusedError', 'refused'],
  '-4': ['EXISTS', 'ExistsError', 'RefusedError', 'refused'],
  '-5': ['STATE', 'StateError', 'RefusedError', 'refused'],
  '-6': ['VERSION', 'VersionError', 'ConflictedError', 'conflict'],
  '-7': ['IN_USE', 'InUseError', 'RefusedError', 'refused'],
  '-8': ['REQUEST_MISMATCH', 'RequestMismatchError', 'RefusedError', 'refused'],
  '-9': ['OVERFLOW', 'OverflowError', 'RefusedError', 'refused'],
  '-10': ['PARSE', 'ParseError', 'RefusedError', 'refused'],
  '-11': ['NOMEM', 'NomemError', 'TryAgainError', 'retry'],
  '-12': ['BUSY', 'BusyError', 'TryAgainError', 'retry'],
  '-13': ['TIMEOUT', 'TimeoutError', 'TryAgainError', 'retry'],
  '-14': ['UNSUPPORTED', 'UnsupportedError', 'RefusedError', 'refused'],
  '-15': ['BUFFER', 'BufferError', 'RefusedError', 'refused'],
  '-30': ['QUEUE_FULL', 'QueueFullError', 'TryAgainError', 'retry'],
  '-31': ['OUTCOME_UNKNOWN', 'OutcomeUnknownError', 'HandleDeadError', 'fatal'],
  '-32': ['POISONED', 'PoisonedError', 'HandleDeadError', 'fatal'],
  '-33': ['FORKED', 'ForkedError', 'HandleDeadError', 'fatal'],
  '-34': ['IO', 'IoError', 'StoreFailedError', 'store'],
  '-35': ['CORRUPT', 'CorruptError', 'StoreFailedError', 'store'],
  '-36': ['NOT_A_STORE', 'NotAStoreError', 'StoreFailedError', 'store'],
  '-37': ['FORMAT_NEWER', 'FormatNewerError', 'StoreFailedError', 'store'],
  '-38': ['FORMAT_FOREIGN', 'FormatForeignError', 'StoreFailedError', 'store'],
  '-39': ['STORE_FULL', 'StoreFullError', 'StoreFailedError', 'store'],
  '-40': ['READ_ONLY', 'ReadOnlyError', 'StoreFailedError', 'store'],
  '-41': ['ALREADY_OPEN', 'AlreadyOpenError', 'StoreFailedError', 'store'],
  '-42': ['FILESYSTEM', 'FilesystemError', 'StoreFailedError', 'store'],
  '-43': ['LOCKED', 'LockedError', 'StoreFailedError', 'store'],
  '-44': ['READERS_FULL', 'ReadersFullError', 'TryAgainError', 'retry'],
  '-45': ['TRUNCATED', 'TruncatedError', 'StoreFailedError', 'store'],
  '-46': ['PERMISSION', 'PermissionError', 'StoreFailedError', 'store'],
  '-47': ['NO_STORE', 'NoStoreError', 'StoreFailedError', 'store'],
  '-48': ['STORE_EXISTS', 'StoreExistsError', 'StoreFailedError', 'store'],
  '-49': ['STORE_CONFLICT', 'StoreConflictError', 'ConflictedError', 'conflict'],
  '-50': ['CLOCK', 'ClockError', 'StoreFailedError', 'store'],
  '-60': ['SEAT_TAKEN', 'SeatTakenError', 'ConflictedError', 'conflict'],
  '-61': ['SEAT_VERSION', 'SeatVersionError', 'ConflictedError', 'conflict'],
  '-62': ['SEAT_STATE', 'SeatStateError', 'RefusedError', 'refused'],
  '-63': ['CHANNEL', 'ChannelError', 'RefusedError', 'refused'],
  '-64': ['POOL_SHORT', 'PoolShortError', 'ConflictedError', 'conflict'],
  '-65': ['POOL_CLOSED', 'PoolClosedError', 'RefusedError', 'refused'],
  '-66': ['NO_SEATS', 'NoSeatsError', 'ConflictedError', 'conflict'],
  '-67': ['ORPHAN', 'OrphanError', 'RefusedError', 'refused'],
  '-68': ['BUYER_LIMIT', 'BuyerLimitError', 'RefusedError', 'refused'],
  '-69': ['HOLD_EXPIRED', 'HoldExpiredError', 'RefusedError', 'refused'],
  '-70': ['HOLD_ENDED', 'HoldEndedError', 'RefusedError', 'refused'],
  '-71': ['HOLD_LIFE', 'HoldLifeError', 'RefusedError', 'refused'],
  '-72': ['SOLD', 'SoldError', 'RefusedError', 'refused'],
  '-73': ['SEATS_IN_USE', 'SeatsInUseError', 'RefusedError', 'refused'],
  '-74': ['NOT_ON_SALE', 'NotOnSaleError', 'RefusedError', 'refused'],
  '-90': ['PRICE', 'PriceError', 'RefusedError', 'refused'],
  '-91': ['AMOUNT', 'AmountError', 'RefusedError', 'refused'],
  '-92': ['CURRENCY', 'CurrencyError', 'RefusedError', 'refused'],
  '-93': ['REFUND', 'RefundError', 'RefusedError', 'refused'],
  '-94': ['LEASE_LOST', 'LeaseLostError', 'ConflictedError', 'conflict'],
  '-110': ['FORGED', 'ForgedError', 'RefusedError', 'refused'],
  '-120': ['TEMPLATE', 'TemplateError', 'RefusedError', 'refused'],
  '-130': ['FEED_PRUNED', 'FeedPrunedError', 'RefusedError', 'refused'],
};

/** The payload of each type of event: names and widths, and of what repeats. */
exports.LAYOUTS = {
  'venue.created': [[], []],
  'venue.updated': [[], []],
  'venue.deleted': [[], []],
  'map.created': [[['mapVersion', 'u32'], ['seats', 'u32']], []],
  'map.published': [[['mapVersion', 'u32'], ['layout', 'u32']], []],
  'map.deleted': [[], []],
  'event.created': [[['layout', 'u32'], ['seats', 'u32'], ['startsAt', 'ms']], []],
  'event.updated': [[['layout', 'u32'], ['status', 'u32'], ['startsAt', 'ms']], []],
  'event.deleted': [[], []],
  'ticket_type.created': [[['priceMinor', 'i64']], []],
  'ticket_type.updated': [[['priceMinor', 'i64']], []],
  'ticket_type.deleted': [[], []],
  'hold.created': [[['expiresAt', 'ms']], [['event', 'u64'], ['target', 'u32'], ['version', 'u32']]],
  'hold.extended': [[['expiresAt', 'ms']], []],
  'hold.released': [[], [['event', 'u64'], ['target', 'u32'], ['version', 'u32']]],
  'hold.expired': [[], [['event', 'u64'], ['target', 'u32'], ['version', 'u32']]],
  'hold.sold': [[['order', 'u64']], [['event', 'u64'], ['target', 'u32'], ['version', 'u32']]],
  'hold.regained': [[['expiresAt', 'ms']], [['event', 'u64'], ['target', 'u32'], ['version', 'u32']]],
  'seat.blocked': [[], [['seat', 'u32'], ['version', 'u32']]],
  'seat.unblocked': [[], [['seat', 'u32'], ['version', 'u32']]],
  'seat.allotted': [[['channel', 'u32']], [['seat', 'u32'], ['version', 'u32']]],
  'seat.returned': [[['seat', 'u32'], ['version', 'u32'], ['ticket', 'u32']], []],
  'pool.created': [[['capacity', 'u32']], []],
  'pool.updated': [[['capacity', 'u32'], ['open', 'u8']], []],
  'pool.returned': [[['quantity', 'u32']], []],
  'order.created': [[['totalMinor', 'i64'], ['lines', 'u32']], []],
  'order.state': [[['from', 'u8'], ['to', 'u8']], []],
  'order.confirmed': [[['totalMinor', 'i64'], ['tickets', 'u32']], []],
  'order.cancelled': [[['reason', 'u8']], []],
  'order.refunded': [[['amountMinor', 'i64']], []],
  'payment.command': [[['command', 'u64'], ['kind', 'u8'], ['amountMinor', 'i64']], []],
  'payment.event': [[['kind', 'u8'], ['amountMinor', 'i64']], []],
  'ledger.posted': [[['debit', 'u16'], ['credit', 'u16'], ['amountMinor', 'i64']], []],
  'ticket.issued': [[['order', 'u64'], ['seat', 'u32'], ['type', 'u32']], []],
  'ticket.voided': [[['order', 'u64']], []],
  'ticket.reissued': [[['serial', 'u32']], []],
  'signing_key.rotated': [[], []],
  'checkin.scanned': [[['answer', 'u8'], ['gate', 'u32']], []],
  'message.queued': [[['kind', 'u16'], ['channel', 'u8']], []],
  'message.sent': [[['attempts', 'u32']], []],
  'message.failed': [[['attempts', 'u32'], ['dead', 'u8']], []],
  'message.cancelled': [[], []],
  'template.changed': [[], []],
};
