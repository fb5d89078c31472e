/* The map of the key space: who owns which keys. A key is partition (8 bytes, big-endian: the event
 * the record belongs to, 0 where there is none), space (1 byte, below), then the space's own part.
 * Numbers are disk format: never reused. Packed arrays put the page number there (8 bytes). */
#ifndef TCI_SPACE_H
#define TCI_SPACE_H

enum tci_space {
    /* engine */
    TCI_SPACE_FORMAT = 0x01,   /* row: magic, disk format, store id, keys; written once */
    TCI_SPACE_HEAD = 0x02,     /* page 0 of a partition: its sequences and counters, 8 bytes each */
    TCI_SPACE_REQUEST = 0x03,  /* row: generation, request id -> stored answer */
    TCI_SPACE_FEED = 0x04,     /* row: first sequence number -> events of record */
    TCI_SPACE_CONSUMER = 0x05, /* row: name -> cursor */
    TCI_SPACE_LOG = 0x06,      /* row of the store itself: which log goes on from here, and where */
    /* catalog */
    TCI_SPACE_VENUE = 0x10,
    TCI_SPACE_MAP = 0x11,          /* row: map, version -> header */
    TCI_SPACE_LAYOUT_SEAT = 0x12,  /* array: layout << 32 | seat -> attributes */
    TCI_SPACE_LAYOUT_TEXT = 0x13,  /* rows: what a layout names (sections, rows, labels) */
    TCI_SPACE_LAYOUT_NAME = 0x14,  /* row: layout, seat guid -> seat */
    TCI_SPACE_LAYOUT_ROW = 0x15,   /* array: layout << 32 | row -> extent, section */
    TCI_SPACE_LAYOUT_ORDER = 0x16, /* array: layout << 32 | place -> seat, rows in order */
    TCI_SPACE_BLOB = 0x17,         /* rows: id, part -> long bytes in pieces */
    TCI_SPACE_EVENT = 0x18,        /* row in the event's partition */
    TCI_SPACE_EVENT_INDEX = 0x19,  /* rows: index, value, event */
    TCI_SPACE_TICKET_TYPE = 0x1A,  /* rows in the event's partition */
    TCI_SPACE_CATALOG_MORE = 0x1B, /* spare of the catalog */
    /* inventory */
    TCI_SPACE_SEAT = 0x30,         /* array: 8 bytes a seat */
    TCI_SPACE_SEAT_BITS = 0x31,    /* pages: two bits a seat */
    TCI_SPACE_SEAT_CHANNEL = 0x32, /* array: one byte a seat, where channels are used */
    TCI_SPACE_STOCK = 0x33,        /* array: counts by state: total, category, section, channel */
    TCI_SPACE_CHANGES = 0x34,      /* pages: ring of the last changed seats */
    TCI_SPACE_POOL = 0x35,         /* array */
    TCI_SPACE_POOL_TEXT = 0x36,    /* rows: names of pools */
    TCI_SPACE_HOLD = 0x37,         /* array */
    TCI_SPACE_HOLD_ITEM = 0x38,    /* array */
    TCI_SPACE_HOLD_DUE = 0x39, /* row: expiry, hold; only holds off the first-in-first-out path */
    TCI_SPACE_BUYER = 0x3A,    /* row: buyer -> held, sold */
    TCI_SPACE_ROW_NEAR = 0x3B, /* array: the layout's rows, nearest the focal point first */
    /* sales and payment */
    TCI_SPACE_ORDER = 0x50,           /* array */
    TCI_SPACE_ORDER_LINE = 0x51,      /* array */
    TCI_SPACE_ORDER_TEXT = 0x52,      /* rows: contact and references of an order */
    TCI_SPACE_ORDER_DUE = 0x53,       /* row: deadline, order */
    TCI_SPACE_PAYMENT = 0x54,         /* array */
    TCI_SPACE_PAYMENT_COMMAND = 0x55, /* array */
    TCI_SPACE_PAYMENT_DUE = 0x56,     /* row: due, payment command */
    TCI_SPACE_PROVIDER_EVENT = 0x57,  /* row: hash of the provider's event id */
    TCI_SPACE_LEDGER = 0x58,          /* array: postings */
    TCI_SPACE_ACCOUNT = 0x59,         /* rows: balances */
    TCI_SPACE_REFUND = 0x5A,          /* array */
    TCI_SPACE_SALES_MORE = 0x5B,      /* spare of sales */
    /* tickets */
    TCI_SPACE_TICKET = 0x60,       /* array in the event's partition */
    TCI_SPACE_SCAN = 0x61,         /* rows: nonces and entries of check-in */
    TCI_SPACE_SIGNING_KEY = 0x62,  /* rows */
    TCI_SPACE_CHECKIN_LIST = 0x63, /* rows */
    TCI_SPACE_TICKET_MORE = 0x64,  /* spare of tickets */
    /* outbox */
    TCI_SPACE_MESSAGE = 0x70,      /* array */
    TCI_SPACE_MESSAGE_TEXT = 0x71, /* rows: address, variables */
    TCI_SPACE_MESSAGE_DUE = 0x72,  /* row: due, message */
    TCI_SPACE_MESSAGE_KEY = 0x73,  /* row: dedupe key */
    TCI_SPACE_TEMPLATE = 0x74      /* rows */
};

/* Slots of a HEAD page. Those of partition 0 first; then those every event has of its own. */
enum tci_slot {
    TCI_SLOT_BATCH = 0,       /* commits so far */
    TCI_SLOT_CLOCK = 1,       /* the engine's clock at the last commit: never runs backward */
    TCI_SLOT_FEED_NEXT = 2,   /* next sequence number of the feed */
    TCI_SLOT_FEED_OLDEST = 3, /* oldest kept */
    TCI_SLOT_NEXT_DUE = 4,    /* no live hold expires before this millisecond */
    TCI_SLOT_REQUEST_GENERATION = 5, /* request ids are kept by generation of 24 hours */
    TCI_SLOT_REQUEST_SINCE = 6,      /* when the present one began */
    TCI_SLOT_REQUEST_OLDEST = 7,     /* oldest generation that still has rows */
    TCI_SLOT_VENUE_NEXT = 16,
    TCI_SLOT_MAP_NEXT = 17,
    TCI_SLOT_LAYOUT_NEXT = 18,
    TCI_SLOT_EVENT_NEXT = 19,
    TCI_SLOT_HOLD_NEXT = 32,
    TCI_SLOT_HOLD_ITEM_NEXT = 33,
    TCI_SLOT_HOLD_OLDEST = 34,      /* holds before this one were trimmed */
    TCI_SLOT_HOLD_IRREGULAR = 35,   /* rows of TCI_SPACE_HOLD_DUE */
    TCI_SLOT_HOLD_ITEM_OLDEST = 36, /* items before this one were trimmed */
    TCI_SLOT_HOLD_CLASS = 40,       /* + class: 16 × ttl_ms */
    TCI_SLOT_HOLD_HEAD = 56,        /* + class: 16 × first hold of the class's queue */
    TCI_SLOT_HOLD_TAIL = 72,        /* + class: 16 × last */
    TCI_SLOT_ORDER_NEXT = 96,
    TCI_SLOT_ORDER_LINE_NEXT = 97,
    TCI_SLOT_PAYMENT_NEXT = 98,
    TCI_SLOT_PAYMENT_COMMAND_NEXT = 99,
    TCI_SLOT_PAYMENT_COMMAND_HEAD = 100,
    TCI_SLOT_LEDGER_NEXT = 101,
    TCI_SLOT_REFUND_NEXT = 102,
    TCI_SLOT_SALES = 103, /* 103 … 127 spare of sales */
    TCI_SLOT_MESSAGE_NEXT = 128,
    TCI_SLOT_MESSAGE_HEAD = 129,
    TCI_SLOT_TEMPLATE_NEXT = 130,
    TCI_SLOT_OUTBOX = 131, /* 131 … 143 spare of the outbox */
    TCI_SLOT_SIGNING_KEY_NEXT = 144,
    TCI_SLOT_TICKETS = 145, /* 145 … 159 spare of tickets */
    /* in an event's partition */
    TCI_SLOT_EVENT_INVENTORY = 0, /* the event's inventory version: +1 a changed seat */
    TCI_SLOT_EVENT_SEATS = 1,
    TCI_SLOT_EVENT_POOLS = 2,
    TCI_SLOT_EVENT_TICKET_NEXT = 3,
    TCI_SLOT_EVENT_SOLD = 4, /* seats and pool places sold, ever-so-far minus returned */
    TCI_SLOT_EVENT_HELD = 5,
    TCI_SLOT_EVENT_LAYOUT = 6,
    TCI_SLOT_EVENT_FLAGS = 7,
    TCI_SLOT_EVENT_TYPE_NEXT = 8,
    TCI_SLOT_EVENT_MORE = 9,          /* 9 … 31, 52 … 63 spare */
    TCI_SLOT_EVENT_CHANNELS = 32,     /* bit per channel that was ever allotted seats */
    TCI_SLOT_EVENT_SECTION_BASE = 33, /* counter of section 1 */
    TCI_SLOT_EVENT_EVER_SOLD = 34,    /* seats and places ever sold, returned ones included */
    TCI_SLOT_EVENT_ROWS = 35, /* records of TCI_SPACE_ROW_NEAR; 36 … 47 spare of the inventory */
    TCI_SLOT_EVENT_TICKETS_USED = 48, /* tickets in this state now */
    TCI_SLOT_EVENT_TICKETS_VOID = 49,
    TCI_SLOT_EVENT_SCAN_NEXT = 50, /* entries of check-in */
    TCI_SLOT_EVENT_LAST_LINE = 51, /* newest order line of the event */
    TCI_SLOT_EVENT_RING = 128,     /* 128 … 255: 256 × u32, the seats changed last */
    TCI_SLOT_EVENT_STOCK = 256     /* 256 … 507: 126 × 16 bytes, the first counters by state */
};

/* The space's name in words, for people: "seat", "hold"; "unknown" for others. */
const char *tci_space_name(unsigned space);

#endif
