"""Stated limits. Made by scripts/gen_python.py from the public headers; do not edit."""
from typing import Final

__all__ = [
    "DISK_FORMAT",
    "CONSUMER_NAME_MAX",
    "CONSUMERS_MAX",
    "HOLD_BEST_MAX",
    "SEATS_MAX",
    "HOLD_SEATS_MAX",
    "HOLD_POOLS_MAX",
    "HOLD_TTL_MS_MAX",
    "HOLD_TTL_MS_DEFAULT",
    "HOLD_LIFE_MS_DEFAULT",
    "POOL_QUANTITY_MAX",
    "POOL_CAPACITY_MAX",
    "POOLS_MAX",
    "CATEGORIES_MAX",
    "SECTIONS_MAX",
    "CHANNELS_MAX",
    "TICKET_TYPES_MAX",
    "NAME_MAX",
    "LABEL_MAX",
    "TEXT_MAX",
    "TAGS_MAX",
    "ADDRESS_MAX",
    "BUYER_MAX",
    "ORDER_TICKETS_MAX",
    "REFERENCE_MAX",
    "IMPORT_BYTES_MAX",
    "JSON_DEPTH_MAX",
    "TEMPLATE_MAX",
    "BODY_MAX",
    "BATCH_MAX",
    "QUEUE_MAX",
    "ATTEMPTS_MAX",
    "LEASE_MS_MAX",
    "TIME_MS_MAX",
    "CLOCK_JUMP_MS_MAX",
    "AMOUNT_MAX",
    "ROWS_MAX",
    "ROW_SEATS_MAX",
    "AREAS_MAX",
    "AREA_POINTS_MAX",
    "SEAT_NAME_MAX",
    "MESSAGE_VARIABLES_MAX",
    "MESSAGE_VARIABLE_BYTES_MAX",
    "DEDUPE_MAX",
    "MESSAGE_LEASE_MAX",
    "MESSAGE_ATTEMPTS_DEFAULT",
    "MESSAGE_RETRY_MS_MAX",
    "WEBHOOK_SIGNATURE_MAX",
    "WEBHOOK_TOLERANCE_S",
    "CHANNEL_PUBLIC",
    "SEAT_CHANGE_MAX",
    "LOCALE_MAX",
    "TEMPLATE_SUBJECT_MAX",
    "BARCODE_MAX",
]

DISK_FORMAT: Final = 1
"""Number of the disk format this library reads and writes; independent of the library's version."""
CONSUMER_NAME_MAX: Final = 48
"""Bytes of a consumer's name."""
CONSUMERS_MAX: Final = 1000
"""Consumers of one store."""
HOLD_BEST_MAX: Final = 200
"""Persons one best-seats command may seat."""
SEATS_MAX: Final = 1000000
"""Seats in one map, and so in one event."""
HOLD_SEATS_MAX: Final = 1000
"""Seats in one hold, over all its events."""
HOLD_POOLS_MAX: Final = 32
"""Pools one hold may draw on."""
HOLD_TTL_MS_MAX: Final = 604800000
"""Longest time to live of a hold, milliseconds: seven days. An event may set a lower cap."""
HOLD_TTL_MS_DEFAULT: Final = 900000
"""Time to live of a hold when none is given, milliseconds: 15 minutes."""
HOLD_LIFE_MS_DEFAULT: Final = 7200000
"""Total life of a hold with its extensions when the event says nothing, milliseconds: 2 hours."""
POOL_QUANTITY_MAX: Final = 100000
"""Quantity drawn from one pool in one hold."""
POOL_CAPACITY_MAX: Final = 1000000000
"""Capacity of one pool."""
POOLS_MAX: Final = 1000
"""Pools in one event."""
CATEGORIES_MAX: Final = 250
"""Price categories in one map."""
SECTIONS_MAX: Final = 2000
"""Sections in one map."""
CHANNELS_MAX: Final = 16
"""Channels in one event; channel 0 is the public one."""
TICKET_TYPES_MAX: Final = 500
"""Ticket types in one event."""
NAME_MAX: Final = 200
"""Bytes of a name (venue, event, section, ticket type …), UTF-8, without the NUL."""
LABEL_MAX: Final = 63
"""Bytes of a short code: row and seat labels, tags, locales, currency, time zone names."""
TEXT_MAX: Final = 16000
"""Bytes of a free text such as a description."""
TAGS_MAX: Final = 16
"""Tags of one event."""
ADDRESS_MAX: Final = 500
"""Bytes of an address a message goes to: e-mail (RFC 5321), telephone number, token or URL."""
BUYER_MAX: Final = 64
"""Bytes of the buyer's key, the host's own name for a person, under which limits are counted."""
ORDER_TICKETS_MAX: Final = 2000
"""Tickets of one order."""
REFERENCE_MAX: Final = 128
"""Bytes of a payment provider's reference or event id."""
IMPORT_BYTES_MAX: Final = 268435456
"""Bytes of an imported map document."""
JSON_DEPTH_MAX: Final = 32
"""Depth of nesting of imported JSON."""
TEMPLATE_MAX: Final = 65536
"""Bytes of a message template."""
BODY_MAX: Final = 262144
"""Bytes of a rendered message body."""
BATCH_MAX: Final = 65536
"""Commands in one batch call."""
QUEUE_MAX: Final = 1048576
"""Commands a completion queue may hold in flight."""
ATTEMPTS_MAX: Final = 100
"""Attempts at one message or payment command before it is given up."""
LEASE_MS_MAX: Final = 3600000
"""Milliseconds a lease lasts at most: one hour."""
TIME_MS_MAX: Final = 253402300799999
"""The latest moment, UTC milliseconds: the end of the year 9999. The clock and every time that is given stay within it."""
CLOCK_JUMP_MS_MAX: Final = 15552000000
"""How far the machine's clock may be ahead of the store's last commit, milliseconds: 180 days; see OPEN_CLOCK_JUMP."""
AMOUNT_MAX: Final = 1000000000000000
"""The largest amount in minor units; sums over it are refused."""
ROWS_MAX: Final = 250000
"""Rows in one map."""
ROW_SEATS_MAX: Final = 10000
"""Seats in one row."""
AREAS_MAX: Final = 1000
"""Standing areas in one map."""
AREA_POINTS_MAX: Final = 200
"""Points of the polygon of one standing area."""
SEAT_NAME_MAX: Final = 126
"""Bytes of a seat's own name (guid) in a map."""
MESSAGE_VARIABLES_MAX: Final = 64
"""Variables of one message."""
MESSAGE_VARIABLE_BYTES_MAX: Final = 32000
"""Bytes of all variables of one message, names and values."""
DEDUPE_MAX: Final = 128
"""Bytes of a dedupe key."""
MESSAGE_LEASE_MAX: Final = 1000
"""Messages in one lease."""
MESSAGE_ATTEMPTS_DEFAULT: Final = 16
"""Attempts at a message when nothing else is said. With the waiting times between them, two days."""
MESSAGE_RETRY_MS_MAX: Final = 86400000
"""The longest wait between two attempts that the engine chooses, milliseconds: one day."""
WEBHOOK_SIGNATURE_MAX: Final = 64
"""Bytes of a webhook's signature text with its NUL."""
WEBHOOK_TOLERANCE_S: Final = 300
"""Seconds a webhook's timestamp may lie beside the receiver's clock."""
CHANNEL_PUBLIC: Final = 0
"""The channel every seat is in until it is allotted; seats in it are open to holds of any channel."""
SEAT_CHANGE_MAX: Final = 20000
"""Seats one block, unblock or channel command may name."""
LOCALE_MAX: Final = 35
"""Bytes of a locale."""
TEMPLATE_SUBJECT_MAX: Final = 1000
"""Bytes of a template's subject."""
BARCODE_MAX: Final = 192
"""Room for any barcode's text with its NUL, bytes. Longer texts are no barcodes."""
