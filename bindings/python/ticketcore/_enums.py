"""Numbers with names. Made by scripts/gen_python.py from the public headers; do not edit."""
from __future__ import annotations

from enum import IntEnum, IntFlag

__all__ = [
    "AvailabilityBy",
    "BackupFlag",
    "ScanAnswer",
    "CommandKind",
    "OpenFlag",
    "LogLevel",
    "ErrorClass",
    "Code",
    "EventStatus",
    "EventFlag",
    "LateMoney",
    "Capture",
    "EventField",
    "ConsumerFlag",
    "FeedPruneFlag",
    "FeedType",
    "HoldState",
    "HoldFlag",
    "Account",
    "PostingReason",
    "RowKind",
    "MapForm",
    "MapStatus",
    "SeatFlag",
    "OrderState",
    "PayMethod",
    "OrderReason",
    "OrderFlag",
    "MessageChannel",
    "MessageKind",
    "MessageState",
    "MessageOutcome",
    "PaymentKind",
    "PaymentOutcome",
    "PaymentEventKind",
    "PaymentState",
    "RefundState",
    "PoolCreateFlag",
    "PoolUpdateFlag",
    "PlaceKind",
    "SeatState",
    "TemplateFlag",
    "TemplateEscaping",
    "TicketState",
    "TicketListFlag",
    "BarcodeWindow",
    "TicketTypeStatus",
    "TicketTypeField",
    "VenueField",
]


class AvailabilityBy(IntEnum):
    """What availability_counts counts by."""

    CATEGORY = 1
    """One count a category of the map, from 1."""

    SECTION = 2
    """One count a section of the map, from 1."""

    CHANNEL = 3
    """One count a channel, 0 … CHANNELS_MAX - 1."""


class BackupFlag(IntFlag):
    """Flags of backup."""

    COMPACT = 1
    """Leave free pages out: slower, smaller."""


class ScanAnswer(IntEnum):
    """Answers of a scan, in the order in which they are judged; valid when none of the others
    is."""

    VALID = 0
    """Let them in; the ticket is now used."""

    UNKNOWN = 1
    """Not a barcode of ours, or there is no such ticket."""

    FORGED = 2
    """A barcode's form, but its signature or key is wrong."""

    WRONG_EVENT = 3
    """A ticket of another event."""

    VOID = 4
    """The ticket was refunded, cancelled or voided."""

    REISSUED = 5
    """An older barcode: the ticket was reissued since."""

    USED = 6
    """Its holder has entered already; the result says when and where."""


class CommandKind(IntEnum):
    """What a command does. The name of its function, request and result follow from it:
    CommandKind.HOLD_CREATE is hold_create with HoldCreate and HoldCreateResult."""

    VENUE_CREATE = 0x101
    """A new venue."""

    VENUE_UPDATE = 0x102
    """Change a venue."""

    VENUE_DELETE = 0x103
    """Remove a venue no event uses."""

    MAP_CREATE = 0x111
    """A new seat map, as a draft, from a document."""

    MAP_UPDATE = 0x112
    """A new draft version of a map."""

    MAP_PUBLISH = 0x113
    """Make a draft usable by events."""

    MAP_DELETE = 0x114
    """Remove a map no event uses."""

    EVENT_CREATE = 0x121
    """A new event."""

    EVENT_UPDATE = 0x122
    """Change an event."""

    EVENT_DELETE = 0x123
    """Remove an event of which nothing is sold."""

    TICKET_TYPE_CREATE = 0x131
    """A new ticket type with its price."""

    TICKET_TYPE_UPDATE = 0x132
    """Change a ticket type."""

    TICKET_TYPE_DELETE = 0x133
    """Remove a ticket type."""

    HOLD_CREATE = 0x201
    """Hold named seats and quantities."""

    HOLD_BEST = 0x202
    """Hold the best seats available."""

    HOLD_EXTEND = 0x203
    """Let a hold live longer."""

    HOLD_RELEASE = 0x204
    """Give a hold back."""

    HOLD_EXPIRE = 0x205
    """End a hold now, without its secret."""

    HOLD_SWAP = 0x206
    """Release one hold and make another, or neither."""

    SEAT_BLOCK = 0x211
    """Take free seats off sale."""

    SEAT_UNBLOCK = 0x212
    """Put blocked seats on sale."""

    SEAT_CHANNEL = 0x213
    """Allot seats to a channel."""

    POOL_CREATE = 0x221
    """A new pool of places without numbers."""

    POOL_UPDATE = 0x222
    """Grow, shrink, open, close a pool."""

    SWEEP = 0x231
    """Tidy expired holds, deadlines and old records."""

    ORDER_CREATE = 0x301
    """An order from holds, its quote frozen."""

    ORDER_CANCEL = 0x302
    """Give up an order that is not yet paid."""

    ORDER_PAY = 0x303
    """Begin, or begin again, an order's payment."""

    ORDER_SETTLE = 0x304
    """An offline payment was received by hand."""

    ORDER_REFUND = 0x305
    """Refund an order whole, by tickets, or by amount."""

    PAYMENT_LEASE = 0x401
    """Take payment commands to carry out."""

    PAYMENT_ANSWER = 0x402
    """What the provider answered to a payment command."""

    PAYMENT_EVENT = 0x403
    """What the provider said by itself (a webhook)."""

    TICKET_VOID = 0x501
    """Make a ticket worthless."""

    TICKET_REISSUE = 0x502
    """A new serial; the old one is dead."""

    SIGNING_KEY_ROTATE = 0x511
    """A new key for barcodes."""

    CHECKIN_SCAN = 0x521
    """One scan at a gate."""

    MESSAGE_CREATE = 0x601
    """Queue a message of the host's own."""

    MESSAGE_LEASE = 0x602
    """Take messages to send."""

    MESSAGE_ANSWER = 0x603
    """What became of a leased message."""

    MESSAGE_RETRY = 0x604
    """Send a dead letter again."""

    MESSAGE_CANCEL = 0x605
    """Give up a message that waits."""

    TEMPLATE_PUT = 0x611
    """Set a message template."""

    TEMPLATE_DELETE = 0x612
    """Remove a message template."""

    CONSUMER_SET = 0x701
    """Create or move a durable consumer of the feed."""

    CONSUMER_DELETE = 0x702
    """Remove a durable consumer of the feed."""

    FEED_PRUNE = 0x703
    """Drop the feed's oldest events."""


class OpenFlag(IntFlag):
    """Flags of EngineOptions."""

    CREATE = 1
    """Make the store when there is none."""

    EXCLUSIVE = 2
    """With CREATE: refuse when there is one (StoreExists)."""

    READ_ONLY = 4
    """No commands; snapshots only. Works where nothing can be written, too, while nobody has the
    store open who can write."""

    RELAXED = 8
    """Acknowledge before the last flush: consistent after any crash, but the last commits may be
    lost in a power cut."""

    MEMORY = 16
    """Keep everything in memory, for tests; `path` is ignored."""

    MANUAL_CLOCK = 32
    """Time stands still until engine_set_clock moves it."""

    CLOCK_JUMP = 64
    """The machine's clock is right: this handle's first commit may be more than CLOCK_JUMP_MS_MAX
    after the store's last one. For a store that nobody wrote to for long."""


class LogLevel(IntEnum):
    """Levels of the log callback."""

    ERROR = 1
    """Something failed."""

    WARN = 2
    """Something needs care soon."""

    INFO = 3
    """Life of the engine: opened, recovered, closed."""

    DEBUG = 4
    """For people who work on the engine."""


class ErrorClass(IntEnum):
    """What a caller can do about an error."""

    NONE = 0
    """Not an error."""

    REFUSED = 1
    """The request itself is at fault; sending it again will not help."""

    CONFLICT = 2
    """Somebody was first; read again and decide anew."""

    RETRY = 3
    """Nothing happened; the same request may work a moment later."""

    STORE = 4
    """The store or its disk needs care."""

    FATAL = 5
    """This handle is finished; reopen."""


class Code(IntEnum):
    """Answers of every call. Numbers never change their meaning."""

    OK = 0
    """Done."""

    INVALID = -1
    """Refused: an argument is missing or out of its range; afterwards: nothing changed."""

    LIMIT = -2
    """Refused: a stated limit is exceeded; afterwards: nothing changed."""

    NOT_FOUND = -3
    """Refused: there is no such object, or it is not yours; afterwards: nothing changed."""

    EXISTS = -4
    """Refused: an object of that name already exists; afterwards: nothing changed."""

    STATE = -5
    """Refused: the object's state does not allow this; afterwards: nothing changed."""

    VERSION = -6
    """Conflict: the object has another version than expected; afterwards: nothing changed."""

    IN_USE = -7
    """Refused: something else still depends on the object; afterwards: nothing changed."""

    REQUEST_MISMATCH = -8
    """Refused: the request id was used with another content; afterwards: nothing changed."""

    OVERFLOW = -9
    """Refused: a sum of money or a count would overflow; afterwards: nothing changed."""

    PARSE = -10
    """Refused: the text is malformed; afterwards: nothing changed."""

    NOMEM = -11
    """Retry: memory is exhausted; afterwards: nothing changed."""

    BUSY = -12
    """Retry: children are still open or work is in flight; afterwards: nothing changed."""

    TIMEOUT = -13
    """Retry: the time given has passed; afterwards: nothing changed."""

    UNSUPPORTED = -14
    """Refused: this build or store does not support it; afterwards: nothing changed."""

    BUFFER = -15
    """Refused: the caller's buffer is too small; afterwards: nothing changed."""

    QUEUE_FULL = -30
    """Retry: the queue is full; afterwards: nothing changed."""

    OUTCOME_UNKNOWN = -31
    """Fatal: the commit failed and may or may not have landed; afterwards: unknown: reopen and send
    the same request id again."""

    POISONED = -32
    """Fatal: an earlier failure closed this handle for good; afterwards: nothing changed by this
    call: reopen."""

    FORKED = -33
    """Fatal: the handle was opened before a fork; afterwards: nothing changed: open the store in
    the child."""

    IO = -34
    """Store: reading or writing the store failed; afterwards: nothing changed."""

    CORRUPT = -35
    """Store: a record's checksum or shape is wrong; afterwards: nothing changed."""

    NOT_A_STORE = -36
    """Store: the path holds something that is not a ticketcore store; afterwards: nothing
    changed."""

    FORMAT_NEWER = -37
    """Store: the store was written by a newer library; afterwards: nothing changed."""

    FORMAT_FOREIGN = -38
    """Store: the store's format or its LMDB's is not one this library reads; afterwards: nothing
    changed."""

    STORE_FULL = -39
    """Store: the disk or the store's map is full; afterwards: nothing changed."""

    READ_ONLY = -40
    """Store: the store was opened or lies on a medium for reading only; afterwards: nothing
    changed."""

    ALREADY_OPEN = -41
    """Store: this process has the store open with other options; afterwards: nothing changed."""

    FILESYSTEM = -42
    """Store: the file system cannot hold a store safely; afterwards: nothing changed."""

    LOCKED = -43
    """Store: the store's lock cannot be had; afterwards: nothing changed."""

    READERS_FULL = -44
    """Retry: every reader slot is taken; afterwards: nothing changed."""

    TRUNCATED = -45
    """Store: the store's file is shorter than its contents; afterwards: nothing changed."""

    PERMISSION = -46
    """Store: the store's files may not be used by this user; afterwards: nothing changed."""

    NO_STORE = -47
    """Store: there is no store at the path; afterwards: nothing changed."""

    STORE_EXISTS = -48
    """Store: there is already something at the path; afterwards: nothing changed."""

    STORE_CONFLICT = -49
    """Conflict: the store met a conflicting writer; afterwards: nothing changed."""

    CLOCK = -50
    """Store: the machine's clock is too far ahead of the store's last commit; afterwards: nothing
    changed: put the clock right, or open with OpenFlag.CLOCK_JUMP if it is."""

    SEAT_TAKEN = -60
    """Conflict: a seat is held, sold or blocked; afterwards: nothing changed."""

    SEAT_VERSION = -61
    """Conflict: a seat has another version than expected; afterwards: nothing changed."""

    SEAT_STATE = -62
    """Refused: a seat's state does not allow this; afterwards: nothing changed."""

    CHANNEL = -63
    """Refused: a seat belongs to another channel; afterwards: nothing changed."""

    POOL_SHORT = -64
    """Conflict: a pool has not that many left; afterwards: nothing changed."""

    POOL_CLOSED = -65
    """Refused: the pool is closed; afterwards: nothing changed."""

    NO_SEATS = -66
    """Conflict: no seats satisfy the wish; afterwards: nothing changed."""

    ORPHAN = -67
    """Refused: the take would leave a single seat; afterwards: nothing changed."""

    BUYER_LIMIT = -68
    """Refused: the buyer's limit is reached; afterwards: nothing changed."""

    HOLD_EXPIRED = -69
    """Refused: the hold has expired; afterwards: nothing changed."""

    HOLD_ENDED = -70
    """Refused: the hold was released or turned into an order; afterwards: nothing changed."""

    HOLD_LIFE = -71
    """Refused: the hold would live longer than its cap; afterwards: nothing changed."""

    SOLD = -72
    """Refused: tickets have been sold; afterwards: nothing changed."""

    SEATS_IN_USE = -73
    """Refused: the new map drops seats that are held or sold; afterwards: nothing changed."""

    NOT_ON_SALE = -74
    """Refused: this is not on sale now; afterwards: nothing changed."""

    PRICE = -90
    """Refused: there is no price for this ticket type; afterwards: nothing changed."""

    AMOUNT = -91
    """Refused: the amount is not the frozen quote's; afterwards: nothing changed."""

    CURRENCY = -92
    """Refused: the currency is not the frozen quote's; afterwards: nothing changed."""

    REFUND = -93
    """Refused: the refund is more than what was captured; afterwards: nothing changed."""

    LEASE_LOST = -94
    """Conflict: the lease ran out or was answered already; afterwards: nothing changed."""

    FORGED = -110
    """Refused: the barcode's signature or form is wrong; afterwards: nothing changed."""

    TEMPLATE = -120
    """Refused: the template is malformed or lacks a variable; afterwards: nothing changed."""

    FEED_PRUNED = -130
    """Refused: the cursor points before the oldest event kept; afterwards: nothing changed: start
    from the oldest."""


class EventStatus(IntEnum):
    """Where an event is in its life. Seats can be held only while it is on sale."""

    DRAFT = 1
    """Being prepared."""

    ON_SALE = 2
    """On sale within its sale window."""

    PAUSED = 3
    """No new holds; live holds may still be paid."""

    CANCELLED = 4
    """It will not take place."""

    ENDED = 5
    """It is over."""


class EventFlag(IntFlag):
    """Rules of an event that are on or off."""

    ORPHAN_RULE = 1
    """Buyers' own picks may not leave a single seat either."""


class LateMoney(IntEnum):
    """What becomes of money that was authorised after its hold had died."""

    EQUIVALENT = 0
    """The same seats if still free, else equivalent ones, else void or refund."""

    SAME_SEATS = 1
    """The same seats if still free, else void or refund."""

    VOID = 2
    """Void or refund at once."""


class Capture(IntEnum):
    """How payments of an event are taken."""

    AFTER = 0
    """Authorise, sell the seats, then capture."""

    AT_ONCE = 1
    """One charge: authorised and captured together."""


class EventField(IntFlag):
    """Which fields an update changes; others stay."""

    NAME = 1
    """`name`."""

    DESCRIPTION = 2
    """`description`."""

    CATEGORY = 4
    """`category`."""

    TAGS = 8
    """`tags` and `tags_count`: the whole set."""

    VENUE = 16
    """`venue`."""

    MAP = 32
    """`map` and `map_version`."""

    TIMES = 64
    """`starts_at_ms` and `ends_at_ms`."""

    SALE_WINDOW = 128
    """`sale_from_ms` and `sale_until_ms`."""

    CURRENCY = 256
    """`currency`."""

    STATUS = 512
    """`status`."""

    RULES = 1024
    """`rules`, a set of EventFlag."""

    HOLD_TIMES = 2048
    """`hold_ttl_ms` and `hold_life_ms`."""

    LIMIT_PER_BUYER = 4096
    """`limit_per_buyer`."""

    LIMIT_PER_ORDER = 8192
    """`limit_per_order`."""

    LATE_MONEY = 16384
    """`late_money`."""

    CAPTURE = 32768
    """`capture`."""


class ConsumerFlag(IntFlag):
    """Flags of a ConsumerSet."""

    CREATE = 1
    """Refuse when it exists (Exists)."""

    AT_END = 2
    """Put it at the end of the feed, whatever `cursor` says."""


class FeedPruneFlag(IntFlag):
    """Flags of a FeedPrune."""

    FORCE = 1
    """Also what named consumers have not read; they will be told."""


class FeedType(IntEnum):
    """Types of events of record. Numbers never change their meaning."""

    VENUE_CREATED = 0x101

    VENUE_UPDATED = 0x102

    VENUE_DELETED = 0x103

    MAP_CREATED = 0x111

    MAP_PUBLISHED = 0x112

    MAP_DELETED = 0x113

    EVENT_CREATED = 0x121

    EVENT_UPDATED = 0x122

    EVENT_DELETED = 0x123

    TICKET_TYPE_CREATED = 0x131

    TICKET_TYPE_UPDATED = 0x132

    TICKET_TYPE_DELETED = 0x133

    HOLD_CREATED = 0x201

    HOLD_EXTENDED = 0x202

    HOLD_RELEASED = 0x203

    HOLD_EXPIRED = 0x204

    HOLD_SOLD = 0x205

    HOLD_REGAINED = 0x206

    SEAT_BLOCKED = 0x211

    SEAT_UNBLOCKED = 0x212

    SEAT_ALLOTTED = 0x213

    SEAT_RETURNED = 0x214

    POOL_CREATED = 0x221

    POOL_UPDATED = 0x222

    POOL_RETURNED = 0x223

    ORDER_CREATED = 0x301

    ORDER_STATE = 0x302

    ORDER_CONFIRMED = 0x303

    ORDER_CANCELLED = 0x304

    ORDER_REFUNDED = 0x305

    PAYMENT_COMMAND = 0x401

    PAYMENT_EVENT = 0x402

    LEDGER_POSTED = 0x403

    TICKET_ISSUED = 0x501

    TICKET_VOIDED = 0x502

    TICKET_REISSUED = 0x503

    SIGNING_KEY_ROTATED = 0x511

    CHECKIN_SCANNED = 0x521

    MESSAGE_QUEUED = 0x601

    MESSAGE_SENT = 0x602

    MESSAGE_FAILED = 0x603

    MESSAGE_CANCELLED = 0x604

    TEMPLATE_CHANGED = 0x611


class HoldState(IntEnum):
    """What a hold is."""

    LIVE = 1
    """Its seats and places are its own."""

    RELEASED = 2
    """Given back by its owner, or swapped for another."""

    EXPIRED = 3
    """Its time ran out, or the host ended it."""

    SOLD = 4
    """Its seats and places were sold."""


class HoldFlag(IntFlag):
    """Flags of the requests that make a hold. Both are for the host's own office, not for the
    public."""

    ANY_TIME = 1
    """Also outside the event's sale window."""

    ALLOW_ORPHANS = 2
    """A single left-over seat is no reason to refuse."""


class Account(IntEnum):
    """The chart of accounts. Disk format. A balance is debits minus credits."""

    NONE = 0
    """None."""

    RECEIVABLE = 1
    """Buyers owe us: sold and not yet captured."""

    CLEARING = 2
    """The payment provider owes us: captured."""

    CASH = 3
    """Taken by hand: till, bank."""

    REVENUE = 4
    """Price of tickets sold, without tax."""

    FEES = 5
    """Fees on tickets sold, without tax."""

    TAX = 6
    """Tax on tickets sold."""

    REFUNDS = 7
    """Sold, then refunded."""

    OWED = 8
    """We owe buyers: refunds under way, money that came without seats."""

    DISPUTES = 9
    """Kept back by the provider while a dispute is open."""

    CHARGEBACKS = 10
    """Lost in disputes."""

    COUNT = 11
    """Accounts there are, with NONE."""


class PostingReason(IntEnum):
    """Why a posting was made. Disk format."""

    SALE = 1
    """An order was confirmed."""

    CAPTURE = 2
    """A payment was captured."""

    BY_HAND = 3
    """Money was taken by hand."""

    REVERSAL = 4
    """A confirmed order was taken back before money was taken."""

    LATE = 5
    """Money came for which there are no seats."""

    REFUND = 6
    """A refund was asked for."""

    REFUNDED = 7
    """A refund was carried out."""

    DISPUTE = 8
    """A dispute was opened."""

    DISPUTE_WON = 9
    """A dispute was won."""

    DISPUTE_LOST = 10
    """A dispute was lost."""


class RowKind(IntEnum):
    """What the seats of a row stand along."""

    LINE = 0
    """A line or curve with two ends."""

    TABLE = 1
    """Around a table."""

    BOOTH = 2
    """Around the table of a booth."""


class MapForm(IntEnum):
    """The form of a map document."""

    AUTO = 0
    """JSON with `zones`: seating plan; other JSON: ours; else CSV."""

    TICKETCORE = 1
    """Our own JSON form."""

    PRETIX = 2
    """The seating-plan JSON of pretix."""

    CSV = 3
    """Comma-separated values (RFC 4180) with a header line."""


class MapStatus(IntEnum):
    """Where a version of a map is in its life."""

    DRAFT = 1
    """Not yet for events."""

    PUBLISHED = 2
    """Events may use it; it never changes again."""


class SeatFlag(IntFlag):
    """Attributes of a seat."""

    ACCESSIBLE = 1
    """A wheelchair place, or reachable without steps."""

    COMPANION = 2
    """For who comes with the person on an accessible seat."""

    RESTRICTED_VIEW = 4
    """One does not see everything from it."""

    AISLE_LEFT = 8
    """An aisle, or a gap as wide as one, before it in its row."""

    AISLE_RIGHT = 16
    """The same after it in its row."""

    TABLE = 32
    """At a table or in a booth: its neighbours go round."""

    RETIRED = 32768
    """The map no longer has it; its number is kept."""


class OrderState(IntEnum):
    """Where an order stands. Disk format."""

    NONE = 0
    """Not begun; never seen in an order."""

    PENDING = 1
    """Seats held, money awaited by hand until the deadline."""

    AUTHORISING = 2
    """Seats held, an authorisation is under way."""

    UNKNOWN = 3
    """Seats held, the authorisation's outcome is being queried."""

    DECLINED = 4
    """Seats held, the payment failed; pay again before the deadline."""

    CANCELLING = 5
    """Cancelled while the authorisation's answer is still open."""

    OVERDUE = 6
    """Deadline passed while the authorisation's answer is still open."""

    VOIDING = 7
    """No seats; the authorisation is being voided."""

    VOID_FAILED = 8
    """No seats; the void failed: cancel again, or void by hand."""

    CANCELLED = 9
    """No seats, no money: given up."""

    EXPIRED = 10
    """No seats, no money: not paid in time."""

    CAPTURING = 11
    """Confirmed: seats sold, tickets issued; the capture is under way."""

    UNWINDING = 12
    """Taken back after confirming, while the capture's answer is open."""

    SETTLED = 13
    """Confirmed: seats sold, tickets issued, money taken (or none due)."""

    REFUNDING = 14
    """One or more refunds are under way."""

    PARTLY_REFUNDED = 15
    """Settled, a part of the money went back or was lost in a dispute."""

    REFUND_FAILED = 16
    """A refund failed: refund again, or by hand."""

    REFUNDED = 17
    """No seats; all the money went back."""

    DISPUTED = 18
    """The buyer disputes the payment at the bank."""

    CHARGED_BACK = 19
    """No seats; the dispute was lost and the money is gone."""


class PayMethod(IntEnum):
    """How an order is paid. Disk format."""

    NONE = 0
    """Not said; refused where a method is asked for."""

    PROVIDER = 1
    """Authorised and captured through leased payment commands."""

    OFFLINE = 2
    """Pending until order_settle says that the money came."""

    PAID = 3
    """Taken already (box office): confirmed in this very command."""

    FREE = 4
    """Nothing to pay: the total must be 0; confirmed in this very command."""


class OrderReason(IntEnum):
    """Why an order was given up. Disk format."""

    NONE = 0
    """It was not."""

    BUYER = 1
    """Cancelled with the order's secret."""

    HOST = 2
    """Cancelled by the host."""

    DEADLINE = 3
    """Not paid in time."""

    CAPTURE = 4
    """The capture failed after it was confirmed."""

    SEATS = 5
    """The money came late and its seats were gone."""

    EVENT = 6
    """The event was cancelled."""

    DISPUTE = 7
    """A dispute was lost."""

    PROVIDER = 8
    """The provider voided or refunded it by itself."""


class OrderFlag(IntFlag):
    """Flags of the requests of this header."""

    AS_HOST = 1
    """Act without the order's secret, on the host's own authority."""

    BY_HAND = 2
    """Order_refund: the money was given back outside the engine."""

    EVENT_GONE = 4
    """Cancel, refund: because the event does not take place."""


class MessageChannel(IntEnum):
    """Ways a message goes."""

    EMAIL = 1
    """To an e-mail address; subject and body."""

    SMS = 2
    """To a telephone number; body only."""

    PUSH = 3
    """To a device token; subject and body."""

    WEBHOOK = 4
    """To a URL; a JSON body, signed by webhook_sign."""


class MessageKind(IntEnum):
    """What a message is about: the name of its template. Numbers from 1,000 on are the host's
    own."""

    ORDER_CONFIRMED = 1
    """Paid, tickets issued."""

    ORDER_PENDING = 2
    """Made, to be paid offline."""

    ORDER_CANCELLED = 3
    """Given up, by whomever."""

    ORDER_REFUNDED = 4
    """Money returned, whole or in part."""

    PAYMENT_FAILED = 5
    """The payment was declined."""

    LATE_PAYMENT = 6
    """Paid after the hold had died; voided or refunded."""

    TICKET_REISSUED = 7
    """A ticket has a new barcode."""

    EVENT_REMINDER = 8
    """The show is near."""

    EVENT_CHANGED = 9
    """Time or place changed."""

    EVENT_CANCELLED = 10
    """The show is off."""

    OFFER = 11
    """Seats for somebody on the waiting list."""

    CUSTOM = 1000
    """The first of the host's own, 1,000 … 65,535."""


class MessageState(IntEnum):
    """States of a message."""

    QUEUED = 1
    """Waits for its first or next attempt."""

    LEASED = 2
    """With a worker."""

    SENT = 3
    """Sent, with a receipt."""

    DEAD = 4
    """Given up: too many attempts, or failed for good."""

    CANCELLED = 5
    """Not to be sent any more."""


class MessageOutcome(IntEnum):
    """What became of a leased message."""

    SENT = 1
    """Sent."""

    RETRY = 2
    """Failed; may work later."""

    FAILED = 3
    """Failed for good: the address does not exist …."""

    CANCEL = 4
    """Not sent and not wanted any more."""


class PaymentKind(IntEnum):
    """What a payment command asks for. Disk format."""

    AUTHORISE = 1
    """Reserve the amount on the buyer's side."""

    CAPTURE = 2
    """Take the amount that was authorised."""

    VOID = 3
    """Let go of what was authorised."""

    REFUND = 4
    """Give an amount that was captured back."""

    QUERY = 5
    """Find out what became of the command with this idempotency key."""

    CHARGE = 6
    """Authorise and capture in one (events with Capture.AT_ONCE)."""


class PaymentOutcome(IntEnum):
    """What became of a payment command at the provider."""

    DONE = 1
    """It happened. Query: the command asked about happened."""

    DECLINED = 2
    """It did not happen and will not under this key."""

    FAILED = 3
    """It did not happen; try again later. Query: no answer, ask again."""

    UNKNOWN = 4
    """It may have happened: the engine will query."""

    ABSENT = 5
    """Query only: the provider never saw the command; it is done anew."""


class PaymentEventKind(IntEnum):
    """What a provider reports by itself (webhook). Disk format."""

    AUTHORISED = 1
    """An amount is reserved."""

    DECLINED = 2
    """The authorisation was refused."""

    CAPTURED = 3
    """The amount was taken."""

    CAPTURE_FAILED = 4
    """The amount could not be taken."""

    VOIDED = 5
    """The reservation is gone: voided, or lapsed."""

    VOID_FAILED = 6
    """The reservation could not be voided."""

    REFUNDED = 7
    """An amount went back."""

    REFUND_FAILED = 8
    """An amount could not be given back."""

    DISPUTE_OPENED = 9
    """The buyer disputes; the provider keeps the amount back."""

    DISPUTE_WON = 10
    """The amount is ours again."""

    DISPUTE_LOST = 11
    """The amount is gone."""


class PaymentState(IntEnum):
    """Where a payment stands. Disk format."""

    OPEN = 1
    """Its authorisation is under way."""

    AUTHORISED = 2
    """Reserved, not taken."""

    CAPTURED = 3
    """Taken."""

    DECLINED = 4
    """Refused, or given up before it began; no money."""

    VOIDED = 5
    """Reserved once, let go."""

    DISPUTED = 6
    """Taken, and disputed."""

    CHARGED_BACK = 7
    """Taken, disputed, lost."""


class RefundState(IntEnum):
    """Where a refund stands. Disk format."""

    OPEN = 1
    """Its command is under way."""

    DONE = 2
    """The money went back."""

    FAILED = 3
    """It failed; see order_refund."""


class PoolCreateFlag(IntFlag):
    """Flags of PoolCreate."""

    CLOSED = 1
    """The pool begins closed."""


class PoolUpdateFlag(IntFlag):
    """What a PoolUpdate sets."""

    CAPACITY = 1
    """Set the capacity."""

    OPEN = 2
    """Open or close it."""

    NAME = 4
    """Set the name."""

    CHANNEL = 8
    """Set the channel."""


class PlaceKind(IntEnum):
    """Kinds of places a line may sell."""

    SEAT = 0
    """A numbered seat."""

    POOL = 1
    """Places of a pool."""


class SeatState(IntEnum):
    """What a seat is."""

    FREE = 0
    """May be held."""

    HELD = 1
    """Belongs to one live hold."""

    SOLD = 2
    """Belongs to one ticket."""

    BLOCKED = 3
    """Not for sale."""

    RETIRED = 4
    """The event's present map no longer has it."""


class TemplateFlag(IntFlag):
    """Flags of a template."""

    HTML = 1
    """The body is HTML: `{{name}}` is escaped for it."""


class TemplateEscaping(IntEnum):
    """How template_render escapes `{{name}}`."""

    NONE = 0
    """As it is."""

    HTML = 1
    """& < > " ' as character references."""

    JSON = 2
    """As inside a JSON string (RFC 8259)."""


class TicketState(IntEnum):
    """States of a ticket."""

    VALID = 1
    """Good for entry."""

    USED = 2
    """Its holder has entered."""

    VOIDED = 3
    """Worthless: refunded, cancelled or voided by hand."""


class TicketListFlag(IntFlag):
    """Flags of a TicketListRequest."""

    LABELS = 1
    """Fill section, row, label and type_name; else they are None."""


class BarcodeWindow(IntEnum):
    """How a barcode's validity lies to a time."""

    IN_TIME = 1
    """Within its validity, or no time was given."""

    TOO_EARLY = 2
    """Before it."""

    TOO_LATE = 3
    """After it."""


class TicketTypeStatus(IntEnum):
    """Whether a ticket type can be bought."""

    OFF = 0
    """Not for sale; what was sold stays good."""

    ON_SALE = 1
    """For sale within its window."""


class TicketTypeField(IntFlag):
    """Which fields an update changes; others stay."""

    NAME = 1
    """`name`."""

    DESCRIPTION = 2
    """`description`."""

    PLACE = 4
    """`category` and `pool`."""

    CHANNELS = 8
    """`channels`."""

    PRICE = 16
    """`price_minor` and `fee_minor`."""

    TAX = 32
    """`tax_bp` and `tax_inclusive`."""

    SALE_WINDOW = 64
    """`sale_from_ms` and `sale_until_ms`."""

    PER_ORDER = 128
    """`min_per_order` and `max_per_order`."""

    STATUS = 256
    """`status`."""


class VenueField(IntFlag):
    """Which fields an update changes; others stay."""

    NAME = 1
    """`name`."""

    ADDRESS = 2
    """`address`."""

    CITY = 4
    """`city`."""

    COUNTRY = 8
    """`country`."""

    TIME_ZONE = 16
    """`time_zone`."""

    CAPACITY_NOTE = 32
    """`capacity_note`."""
