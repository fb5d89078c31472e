"""What the engine answers, and what requests are made of. Made by scripts/gen_python.py from the public headers; do not edit."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Optional, Tuple, Union

from ._base import FeedEventBase, Secret, Value
from ._core import fill
from ._enums import (
    ScanAnswer,
    EventStatus,
    EventFlag,
    LateMoney,
    Capture,
    FeedType,
    HoldState,
    Account,
    PostingReason,
    MapForm,
    MapStatus,
    SeatFlag,
    OrderState,
    PayMethod,
    OrderReason,
    MessageChannel,
    MessageKind,
    MessageState,
    PaymentKind,
    PaymentState,
    RefundState,
    PlaceKind,
    SeatState,
    TemplateFlag,
    TicketState,
    BarcodeWindow,
    TicketTypeStatus,
)

__all__ = [
    "VenueResult",
    "MapResult",
    "EventResult",
    "TicketTypeResult",
    "HoldSeat",
    "HoldPool",
    "HoldCreateResult",
    "HoldExtendResult",
    "HoldReleaseResult",
    "SeatVersion",
    "SeatBlockResult",
    "PoolCreateResult",
    "PoolUpdateResult",
    "SweepResult",
    "OrderItem",
    "Contact",
    "OrderCreateResult",
    "OrderResult",
    "PaymentCommand",
    "PaymentLeaseResult",
    "PaymentResult",
    "TicketChangeResult",
    "SigningKeyRotateResult",
    "CheckinScanResult",
    "Variable",
    "MessageCreateResult",
    "LeasedMessage",
    "MessageLeaseResult",
    "MessageChangeResult",
    "TemplatePutResult",
    "ConsumerSetResult",
    "FeedPruneResult",
    "Availability",
    "AvailabilityCount",
    "SeatStatus",
    "SeatChange",
    "Fault",
    "VerifyReport",
    "ScanEntry",
    "EngineStat",
    "EventView",
    "EventListResult",
    "Consumer",
    "HoldView",
    "LedgerBalance",
    "LedgerEntry",
    "MapReport",
    "MapView",
    "MapListResult",
    "MapCategory",
    "MapSection",
    "MapArea",
    "MapSeat",
    "Order",
    "OrderLine",
    "Message",
    "Payment",
    "Refund",
    "PaymentBacklog",
    "PoolView",
    "QuoteItem",
    "OrderQuoteResult",
    "SeatView",
    "Template",
    "Ticket",
    "TicketCounts",
    "PublicKey",
    "Barcode",
    "Revocation",
    "TicketTypeView",
    "TicketTypeListResult",
    "VenueView",
    "VenueListResult",
    "Conflict",
    "FeedEvent",
    "HoldBestResult",
    "HoldExpireResult",
    "HoldSwapResult",
    "OrderCancelResult",
    "OrderPayResult",
    "OrderSettleResult",
    "OrderRefundResult",
    "MessageAnswerResult",
    "MessageRetryResult",
    "MessageCancelResult",
    "PaymentAnswerResult",
    "PaymentEventResult",
    "SeatUnblockResult",
    "SeatChannelResult",
    "TicketVoidResult",
    "TicketReissueResult",
]


@dataclass(frozen=True)
class VenueResult(Value):
    """What making or changing a venue answers.

    Attributes:
        venue: id of the venue
        version: its version now; 0 when it was deleted
    """

    __slots__ = ("venue", "version")

    venue: int
    version: int


@dataclass(frozen=True)
class MapResult(Value):
    """What importing, publishing or deleting a map answers.

    Attributes:
        map_version: the version it was about, from 1; 0 when the map was deleted
        map: id of the map
        version: version of the map object, for `expected_version`; 0: deleted
        seats: seats in this version
        seats_added: of them, new against the version before
        seats_retired: numbers of seats no longer there, of all versions
        seat_numbers: seats + seats_retired: numbers run from 0 to this, exclusive
    """

    __slots__ = ("map_version", "map", "version", "seats", "seats_added", "seats_retired",
                 "seat_numbers")

    map_version: int
    map: int
    version: int
    seats: int
    seats_added: int
    seats_retired: int
    seat_numbers: int


@dataclass(frozen=True)
class EventResult(Value):
    """What making or changing an event answers.

    Attributes:
        seats: seat numbers of its map, retired ones included; 0 without a map
        event: id of the event
        version: its version now; 0 when it was deleted
        map_version: version of the map it uses; 0 without a map
    """

    __slots__ = ("seats", "event", "version", "map_version")

    seats: int
    event: int
    version: int
    map_version: int


@dataclass(frozen=True)
class TicketTypeResult(Value):
    """What making or changing a ticket type answers.

    Attributes:
        ticket_type: its number in the event, from 1
        event: the event
        version: its version now; 0 when it was deleted
    """

    __slots__ = ("ticket_type", "event", "version")

    ticket_type: int
    event: int
    version: int


@dataclass(frozen=True, init=False)
class HoldSeat(Value):
    """One seat of a hold.

    Attributes:
        event: event id
        seat: number in the event, from 0
        version: asked: the version expected, 0: any. Answered: the version it now has
    """

    __slots__ = ("event", "seat", "version")

    event: int
    seat: int
    version: int

    def __init__(self, event: int, seat: int, version: int = 0) -> None:
        fill(self, event, seat, version)


@dataclass(frozen=True, init=False)
class HoldPool(Value):
    """A quantity from one pool.

    Attributes:
        event: event id
        pool: number in the event, from 1
        quantity: 1 … POOL_QUANTITY_MAX
    """

    __slots__ = ("event", "pool", "quantity")

    event: int
    pool: int
    quantity: int

    def __init__(self, event: int, pool: int, quantity: int) -> None:
        fill(self, event, pool, quantity)


@dataclass(frozen=True)
class HoldCreateResult(Value):
    """The hold that was made.

    Attributes:
        version: 1
        hold: its id
        expires_at: when it dies
        secret: the authority over it
        seats: its seats with the versions they now have, in the order of the request (best seats:
            row by row)
        adjacent: best seats: 1 when all sit next to each other in one row; else 0
    """

    __slots__ = ("version", "hold", "expires_at", "secret", "seats", "adjacent")

    version: int
    hold: int
    expires_at: datetime
    secret: Secret
    seats: Tuple[HoldSeat, ...]
    adjacent: bool


@dataclass(frozen=True)
class HoldExtendResult(Value):
    """The hold after its extension.

    Attributes:
        version: the hold's version now
        expires_at: when it dies
    """

    __slots__ = ("version", "expires_at")

    version: int
    expires_at: datetime


@dataclass(frozen=True)
class HoldReleaseResult(Value):
    """The hold after its end.

    Attributes:
        version: the hold's version now
    """

    __slots__ = ("version",)

    version: int


@dataclass(frozen=True, init=False)
class SeatVersion(Value):
    """A seat of a known event and its version.

    Attributes:
        seat: number in the event, from 0
        version: asked: the version expected, 0: any. Answered: the version it now has
    """

    __slots__ = ("seat", "version")

    seat: int
    version: int

    def __init__(self, seat: int, version: int = 0) -> None:
        fill(self, seat, version)


@dataclass(frozen=True)
class SeatBlockResult(Value):
    """What became of the seats of a block, unblock or channel command.

    Attributes:
        seats: the seats in the order of the request
        inventory_version: of the event, after the change
    """

    __slots__ = ("seats", "inventory_version")

    seats: Tuple[SeatVersion, ...]
    inventory_version: int


@dataclass(frozen=True)
class PoolCreateResult(Value):
    """The pool that was made.

    Attributes:
        pool: number in the event, from 1
        version: 1
    """

    __slots__ = ("pool", "version")

    pool: int
    version: int


@dataclass(frozen=True)
class PoolUpdateResult(Value):
    """The pool after its change.

    Attributes:
        version: the pool's version now
    """

    __slots__ = ("version",)

    version: int


@dataclass(frozen=True)
class SweepResult(Value):
    """What a sweep left.

    Attributes:
        left: 0: every hold due was swept; else sweep again
        next_due: no live hold dies before this moment; None: none lives
    """

    __slots__ = ("left", "next_due")

    left: int
    next_due: Optional[datetime]


@dataclass(frozen=True, init=False)
class OrderItem(Value):
    """What one item of the hold is sold as. The items of a request follow the hold's items in their
    order; a pool's quantity may be split over several consecutive ones.

    Attributes:
        ticket_type: ticket type of the item's event
        quantity: 1 for a seat (0 means 1); places of a pool: 0 means all its hold has
    """

    __slots__ = ("ticket_type", "quantity")

    ticket_type: int
    quantity: int

    def __init__(self, ticket_type: int, quantity: int = 0) -> None:
        fill(self, ticket_type, quantity)


@dataclass(frozen=True, init=False)
class Contact(Value):
    """Where a person can be reached.

    Attributes:
        channel: a MessageChannel
        address: 1 … ADDRESS_MAX bytes
        locale: BCP 47 tag such as "de-AT", up to LABEL_MAX bytes; None: none
    """

    __slots__ = ("channel", "address", "locale")

    channel: MessageChannel
    address: str
    locale: Optional[str]

    def __init__(self, channel: MessageChannel, address: str, locale: Optional[str] = None) -> None:
        fill(self, channel, address, locale)


@dataclass(frozen=True)
class OrderCreateResult(Value):
    """What became of a new order.

    Attributes:
        state: a OrderState
        order: its id
        secret: authority over it; given only here (and to the same request id)
        total_minor: the frozen total
        deadline: when it expires unpaid; None: it is confirmed
        payment: its payment, PROVIDER only; else 0
        currency: of the total
        version: of the order: 1
        tickets: the ids of issued tickets; may be None
    """

    __slots__ = ("state", "order", "secret", "total_minor", "deadline", "payment", "currency",
                 "version", "tickets")

    state: OrderState
    order: int
    secret: Secret
    total_minor: int
    deadline: Optional[datetime]
    payment: int
    currency: str
    version: int
    tickets: Tuple[int, ...]


@dataclass(frozen=True)
class OrderResult(Value):
    """What a change made of an order. Result of cancel, pay, settle and refund.

    Attributes:
        state: a OrderState: where it stands now
        order: its id
        version: its version now
        changed: False: it stood so already
        amount_minor: settle: taken; refund: being refunded; else 0
        payment: the payment begun by order_pay; else 0
        refund: the refund begun by order_refund; else 0
    """

    __slots__ = ("state", "order", "version", "changed", "amount_minor", "payment", "refund")

    state: OrderState
    order: int
    version: int
    changed: bool
    amount_minor: int
    payment: int
    refund: int


@dataclass(frozen=True)
class PaymentCommand(Value):
    """One payment command to carry out.

    Attributes:
        command: its number, for payment_answer
        order: order it is about
        payment: payment of the order
        kind: a PaymentKind
        about: query: kind of the command asked about; else 0
        amount_minor: amount
        currency: of the amount
        attempt: 1 at first; for payment_answer
        idempotency_key: the same for every attempt and query of the command
        lease_until: answer before this time
        deadline: it is not tried again after this time
        reference: the provider's reference of the payment, or ""
        token: authorise: the order's token, or ""
    """

    __slots__ = ("command", "order", "payment", "kind", "about", "amount_minor", "currency",
                 "attempt", "idempotency_key", "lease_until", "deadline", "reference", "token")

    command: int
    order: int
    payment: int
    kind: PaymentKind
    about: Union[PaymentKind, int]
    amount_minor: int
    currency: str
    attempt: int
    idempotency_key: bytes
    lease_until: datetime
    deadline: datetime
    reference: str
    token: str


@dataclass(frozen=True)
class PaymentLeaseResult(Value):
    """What was leased.

    Attributes:
        commands: what there is
        next_due: when work not leased now falls due; None: nothing waits
    """

    __slots__ = ("commands", "next_due")

    commands: Tuple[PaymentCommand, ...]
    next_due: Optional[datetime]


@dataclass(frozen=True)
class PaymentResult(Value):
    """What an answer or an event made of an order.

    Attributes:
        state: a OrderState: where the order stands now
        order: the order
        payment: the payment
        duplicate: True: this was known; nothing changed
    """

    __slots__ = ("state", "order", "payment", "duplicate")

    state: OrderState
    order: int
    payment: int
    duplicate: bool


@dataclass(frozen=True)
class TicketChangeResult(Value):
    """Result of ticket_void and ticket_reissue.

    Attributes:
        version: version of the ticket after the change
        ticket: ticket id
        serial: serial of the ticket after the change
        state: a TicketState
    """

    __slots__ = ("version", "ticket", "serial", "state")

    version: int
    ticket: int
    serial: int
    state: TicketState


@dataclass(frozen=True)
class SigningKeyRotateResult(Value):
    """Result of signing_key_rotate.

    Attributes:
        key: number of the new key
        public_key: its public half
    """

    __slots__ = ("key", "public_key")

    key: int
    public_key: bytes


@dataclass(frozen=True)
class CheckinScanResult(Value):
    """Result of checkin_scan.

    Attributes:
        answer: a ScanAnswer
        entry: number of this scan in the event, from 1
        ticket: ticket id; 0 when unknown or forged
        order: its order; 0 when unknown, forged or of another event
        seat: its seat, or None
        type: its ticket type; 0 when unknown, forged or of another event
        scanned_at: when this scan was taken
        used_at: when the ticket's holder entered; None: not yet
        used_gate: where the ticket's holder entered
        repeated: True: this nonce was uploaded before; this is the answer of then
    """

    __slots__ = ("answer", "entry", "ticket", "order", "seat", "type", "scanned_at", "used_at",
                 "used_gate", "repeated")

    answer: ScanAnswer
    entry: int
    ticket: int
    order: int
    seat: Optional[int]
    type: int
    scanned_at: datetime
    used_at: Optional[datetime]
    used_gate: int
    repeated: bool


@dataclass(frozen=True, init=False)
class Variable(Value):
    """A variable for a template. Its layout is fixed.

    Attributes:
        name: 1 … LABEL_MAX bytes: letters, digits, underscore, dot
        value: UTF-8, at most TEXT_MAX bytes; None: empty
    """

    __slots__ = ("name", "value")

    name: str
    value: Optional[str]

    def __init__(self, name: str, value: Optional[str] = None) -> None:
        fill(self, name, value)


@dataclass(frozen=True)
class MessageCreateResult(Value):
    """Result of message_create.

    Attributes:
        duplicate: True: the dedupe key was there; `message` is the earlier one
        message: its number
    """

    __slots__ = ("duplicate", "message")

    duplicate: bool
    message: int


@dataclass(frozen=True)
class LeasedMessage(Value):
    """A message in a worker's hands. Its layout is fixed.

    Attributes:
        message: its number
        lease: proof of the lease, for message_answer
        event: or 0
        order: or 0
        ticket: or 0
        lease_until: when another worker may take it
        kind: a MessageKind
        channel: a MessageChannel
        attempts: attempts so far, this one counted
    """

    __slots__ = ("message", "lease", "event", "order", "ticket", "lease_until", "kind", "channel",
                 "attempts")

    message: int
    lease: int
    event: int
    order: int
    ticket: int
    lease_until: datetime
    kind: MessageKind
    channel: MessageChannel
    attempts: int


@dataclass(frozen=True)
class MessageLeaseResult(Value):
    """Result of message_lease. Give room for at least `max` entries: what does not fit is leased
    all the same and waits until its lease runs out.

    Attributes:
        messages: what there is
        next_due: no message becomes due before this time; None: more may be due now, None: none
            waits
    """

    __slots__ = ("messages", "next_due")

    messages: Tuple[LeasedMessage, ...]
    next_due: Optional[datetime]


@dataclass(frozen=True)
class MessageChangeResult(Value):
    """Result of message_answer and message_retry.

    Attributes:
        state: a MessageState, after it
        message: its number
        next_due: when it will be tried again; None: never
    """

    __slots__ = ("state", "message", "next_due")

    state: MessageState
    message: int
    next_due: Optional[datetime]


@dataclass(frozen=True)
class TemplatePutResult(Value):
    """Result of template_put.

    Attributes:
        version: version of the template after it
        id: its number; `subject` in the feed's events
    """

    __slots__ = ("version", "id")

    version: int
    id: int


@dataclass(frozen=True)
class ConsumerSetResult(Value):
    """Result of consumer_set.

    Attributes:
        created: True: it did not exist
        version: version of the consumer after it
        cursor: where it stands
    """

    __slots__ = ("created", "version", "cursor")

    created: bool
    version: int
    cursor: int


@dataclass(frozen=True)
class FeedPruneResult(Value):
    """Result of feed_prune.

    Attributes:
        more: True: there is more to drop; call again
        dropped: events dropped
        oldest: the oldest event kept
    """

    __slots__ = ("more", "dropped", "oldest")

    more: bool
    dropped: int
    oldest: int


@dataclass(frozen=True)
class Availability(Value):
    """An event's seats and places, counted by state.

    Attributes:
        seats: seat numbers there are, retired ones included
        event: event id
        inventory_version: of the event
        free: seats free
        held: seats held
        sold: seats sold
        blocked: seats blocked
        pools: pools there are
        pool_capacity: places of all pools
        pool_held: places of pools held
        pool_sold: places of pools sold
    """

    __slots__ = ("seats", "event", "inventory_version", "free", "held", "sold", "blocked", "pools",
                 "pool_capacity", "pool_held", "pool_sold")

    seats: int
    event: int
    inventory_version: int
    free: int
    held: int
    sold: int
    blocked: int
    pools: int
    pool_capacity: int
    pool_held: int
    pool_sold: int


@dataclass(frozen=True)
class AvailabilityCount(Value):
    """Seats of one category, section or channel by state.

    Attributes:
        key: the category, section or channel
        free: seats free
        held: seats held
        sold: seats sold
        blocked: seats blocked
    """

    __slots__ = ("key", "free", "held", "sold", "blocked")

    key: int
    free: int
    held: int
    sold: int
    blocked: int


@dataclass(frozen=True)
class SeatStatus(Value):
    """One seat, decoded. Sixteen bits of state would do; two words make it quick.

    Attributes:
        version: what a command may expect
        state: a SeatState
    """

    __slots__ = ("version", "state")

    version: int
    state: SeatState


@dataclass(frozen=True)
class SeatChange(Value):
    """One seat that changed.

    Attributes:
        seat: number in the event
        version: what it has now
        state: a SeatState, as it is now
    """

    __slots__ = ("seat", "version", "state")

    seat: int
    version: int
    state: SeatState


@dataclass(frozen=True)
class Fault(Value):
    """One thing that is wrong with a store.

    Attributes:
        what: a word for the kind: "checksum", "seat", "hold", "counter", "ledger" …
        sentence: what is wrong, naming the record
        event: event of the record, 0: none
        subject: number of the record
    """

    __slots__ = ("what", "sentence", "event", "subject")

    what: str
    sentence: str
    event: int
    subject: int


@dataclass(frozen=True)
class VerifyReport(Value):
    """What a verification found. `faults` may point at room of the caller's.

    Attributes:
        faults: what there is
        records: records whose checksum was recomputed
        facts: invariants looked at
        commit: number of the commit that was verified
    """

    __slots__ = ("faults", "records", "facts", "commit")

    faults: Tuple[Fault, ...]
    records: int
    facts: int
    commit: int


@dataclass(frozen=True)
class ScanEntry(Value):
    """One recorded scan. Its layout is fixed.

    Attributes:
        entry: number in the event, from 1
        ticket: ticket id; 0 when unknown or forged
        scanned_at: when
        gate: where
        serial: serial that was shown; 0 when unknown or forged
        answer: a ScanAnswer
        list: check-in list; 0
    """

    __slots__ = ("entry", "ticket", "scanned_at", "gate", "serial", "answer", "list")

    entry: int
    ticket: int
    scanned_at: datetime
    gate: int
    serial: int
    answer: ScanAnswer
    list: int


@dataclass(frozen=True)
class EngineStat(Value):
    """State of a store, for people and monitors.

    Attributes:
        disk_format: number of the store's disk format
        store_id: random, made at creation
        created_at: when the store was made
        clock: the engine's clock at the last commit
        commits: commits since creation
        feed_next: sequence number the next event of record will get
        feed_oldest: oldest sequence number kept
        map_bytes: the most the store may grow to
        used_bytes: bytes in use, high-water mark
        file_bytes: size of the data file
        page_bytes: page size of the store
        readers: reader slots in use, all processes
        max_readers: reader slots there are
        snapshots: snapshots open on this handle
        oldest_reader_lag: commits since the oldest snapshot's moment, all processes
        events: events ever made
        holds: holds ever made
        orders: orders ever made
        messages: messages ever queued
        clock_behind: how far the machine's clock is behind `clock_ms`; above None: time stands
            still until it has caught up
    """

    __slots__ = ("disk_format", "store_id", "created_at", "clock", "commits", "feed_next",
                 "feed_oldest", "map_bytes", "used_bytes", "file_bytes", "page_bytes", "readers",
                 "max_readers", "snapshots", "oldest_reader_lag", "events", "holds", "orders",
                 "messages", "clock_behind")

    disk_format: int
    store_id: bytes
    created_at: datetime
    clock: datetime
    commits: int
    feed_next: int
    feed_oldest: int
    map_bytes: int
    used_bytes: int
    file_bytes: int
    page_bytes: int
    readers: int
    max_readers: int
    snapshots: int
    oldest_reader_lag: int
    events: int
    holds: int
    orders: int
    messages: int
    clock_behind: Optional[datetime]


@dataclass(frozen=True)
class EventView(Value):
    """An event as a snapshot shows it. Strings are never None and live as long as the snapshot.

    Attributes:
        status: a EventStatus
        event: id
        version: 1 at birth, +1 a change
        venue: 0: none
        map: 0: none
        created_at: when it was made
        updated_at: when it was last changed
        starts_at: see the headers
        ends_at: None: not said
        sale_from: None: at once
        sale_until: None: until it starts
        hold_ttl: life of a hold when its request says nothing
        hold_life: life of a hold with all extensions
        name: its name
        description: "" when there is none
        category: "" when there is none
        venue_name: "" when there is no venue
        tags: `tags_count` texts, sorted by bytes
        map_version: 0 without a map
        seats: seat numbers of its map, retired ones included
        rules: EventFlag values, or-ed
        late_money: a LateMoney
        capture: a Capture
        limit_per_buyer: 0: no limit
        limit_per_order: 0: no limit
        on_sale: True: on sale at the snapshot's moment by status and sale window
        currency: ISO 4217 code with its NUL
    """

    __slots__ = ("status", "event", "version", "venue", "map", "created_at", "updated_at",
                 "starts_at", "ends_at", "sale_from", "sale_until", "hold_ttl", "hold_life", "name",
                 "description", "category", "venue_name", "tags", "map_version", "seats", "rules",
                 "late_money", "capture", "limit_per_buyer", "limit_per_order", "on_sale",
                 "currency")

    status: EventStatus
    event: int
    version: int
    venue: int
    map: int
    created_at: datetime
    updated_at: datetime
    starts_at: datetime
    ends_at: Optional[datetime]
    sale_from: Optional[datetime]
    sale_until: Optional[datetime]
    hold_ttl: timedelta
    hold_life: timedelta
    name: str
    description: str
    category: str
    venue_name: str
    tags: Tuple[str, ...]
    map_version: int
    seats: int
    rules: EventFlag
    late_money: LateMoney
    capture: Capture
    limit_per_buyer: int
    limit_per_order: int
    on_sale: bool
    currency: str


@dataclass(frozen=True)
class EventListResult(Value):
    """One page of events.

    Attributes:
        more: True: there are more, from `next` on
        next: cursor of the page after
        events: what there is
    """

    __slots__ = ("more", "next", "events")

    more: bool
    next: bytes
    events: Tuple[EventView, ...]


@dataclass(frozen=True)
class Consumer(Value):
    """A durable named consumer. Its layout is fixed.

    Attributes:
        name: its name
        cursor: where it goes on reading; 0: at the oldest kept
        version: 1 at birth, +1 a change
        updated_at: when it last moved
        lag: events from its cursor to the end
        pruned: True: events it had not read are gone
    """

    __slots__ = ("name", "cursor", "version", "updated_at", "lag", "pruned")

    name: str
    cursor: int
    version: int
    updated_at: datetime
    lag: int
    pruned: bool


@dataclass(frozen=True)
class HoldView(Value):
    """A hold as a snapshot shows it.

    Attributes:
        version: what a command may expect
        hold: its id
        state: a HoldState at the snapshot's time
        channel: the channel it named
        seats: seats it has, or had
        pools: pools it draws on, or drew
        order: the order that claims it, or 0
        created_at: when it, or the first hold it was swapped from, was made
        expires_at: when it dies; when it ended, if it has ended
    """

    __slots__ = ("version", "hold", "state", "channel", "seats", "pools", "order", "created_at",
                 "expires_at")

    version: int
    hold: int
    state: HoldState
    channel: int
    seats: int
    pools: int
    order: int
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class LedgerBalance(Value):
    """The balances of one currency.

    Attributes:
        currency: ISO 4217 code
        postings: postings made in it
        debit_minor: sum of debits, by Account
        credit_minor: sum of credits, by Account
    """

    __slots__ = ("currency", "postings", "debit_minor", "credit_minor")

    currency: str
    postings: int
    debit_minor: Tuple[int, ...]
    credit_minor: Tuple[int, ...]


@dataclass(frozen=True)
class LedgerEntry(Value):
    """One posting.

    Attributes:
        id: its number, in order of posting
        order: order it is about
        debit: a Account
        credit: a Account
        amount_minor: amount, above 0
        at: when
        reason: a PostingReason
        currency: of the amount
    """

    __slots__ = ("id", "order", "debit", "credit", "amount_minor", "at", "reason", "currency")

    id: int
    order: int
    debit: Account
    credit: Account
    amount_minor: int
    at: datetime
    reason: PostingReason
    currency: str


@dataclass(frozen=True)
class MapReport(Value):
    """What a document holds, found by map_validate.

    Attributes:
        form: the MapForm it is in
        seats: seats
        rows: rows, tables and booths
        sections: sections
        categories: price categories
        areas: standing areas
        aisles: places in rows where neighbours are parted by an aisle or a gap
        accessible: accessible seats
        companion: companion seats
        restricted_view: seats with restricted view
        area_capacity: places in standing areas together
        min_x: left of the box around everything, map units
        min_y: top of it
        max_x: right of it
        max_y: bottom of it
        name: the document's own name for the map, or ""
    """

    __slots__ = ("form", "seats", "rows", "sections", "categories", "areas", "aisles", "accessible",
                 "companion", "restricted_view", "area_capacity", "min_x", "min_y", "max_x",
                 "max_y", "name")

    form: MapForm
    seats: int
    rows: int
    sections: int
    categories: int
    areas: int
    aisles: int
    accessible: int
    companion: int
    restricted_view: int
    area_capacity: int
    min_x: int
    min_y: int
    max_x: int
    max_y: int
    name: str


@dataclass(frozen=True)
class MapView(Value):
    """One version of a map as a snapshot shows it. Strings are never None and live as long as the
    snapshot. Positions are in map units: the document's numbers times its `scale`, rounded.

    Attributes:
        status: a MapStatus, of this version
        map: id
        version: version of the map object, for `expected_version`
        venue: 0: none
        created_at: when this version was imported
        published_at: when this version was published; None: never
        name: the map's name
        units: what one unit of the document is, such as "cm"; "" when not said
        map_version: this version, from 1
        newest_version: the newest there is
        published_version: the newest published; 0: none
        seats: seats in this version
        seats_retired: numbers of seats no longer there
        seat_numbers: seats + seats_retired
        rows: rows, tables and booths
        categories: price categories
        sections: sections
        areas: standing areas
        min_x: left of the box around all seats and areas
        min_y: top of it
        max_x: right of it
        max_y: bottom of it
        focal_x: focal point of the map, where everyone looks
        focal_y: focal point of the map
    """

    __slots__ = ("status", "map", "version", "venue", "created_at", "published_at", "name", "units",
                 "map_version", "newest_version", "published_version", "seats", "seats_retired",
                 "seat_numbers", "rows", "categories", "sections", "areas", "min_x", "min_y",
                 "max_x", "max_y", "focal_x", "focal_y")

    status: MapStatus
    map: int
    version: int
    venue: int
    created_at: datetime
    published_at: Optional[datetime]
    name: str
    units: str
    map_version: int
    newest_version: int
    published_version: int
    seats: int
    seats_retired: int
    seat_numbers: int
    rows: int
    categories: int
    sections: int
    areas: int
    min_x: int
    min_y: int
    max_x: int
    max_y: int
    focal_x: int
    focal_y: int


@dataclass(frozen=True)
class MapListResult(Value):
    """One page of maps.

    Attributes:
        next: cursor of the page after; 0: this was the last
        maps: what there is
    """

    __slots__ = ("next", "maps")

    next: int
    maps: Tuple[MapView, ...]


@dataclass(frozen=True)
class MapCategory(Value):
    """A price category of a version of a map.

    Attributes:
        category: number, from 1
        name: its name
        color: "#rrggbb"
        seats: seats of it
    """

    __slots__ = ("category", "name", "color", "seats")

    category: int
    name: str
    color: str
    seats: int


@dataclass(frozen=True)
class MapSection(Value):
    """A section of a version of a map.

    Attributes:
        section: number, from 1
        name: its name
        zone: its own id in the document (`zone_id`), or ""
        seats: seats in it
        rows: rows, tables and booths in it
        min_x: left of the box around its seats, map units
        min_y: top of it
        max_x: right of it
        max_y: bottom of it
        focal_x: where its seats look
        focal_y: where its seats look
    """

    __slots__ = ("section", "name", "zone", "seats", "rows", "min_x", "min_y", "max_x", "max_y",
                 "focal_x", "focal_y")

    section: int
    name: str
    zone: str
    seats: int
    rows: int
    min_x: int
    min_y: int
    max_x: int
    max_y: int
    focal_x: int
    focal_y: int


@dataclass(frozen=True)
class MapArea(Value):
    """A standing area of a version of a map: a proposal for a pool.

    Attributes:
        area: number, from 1
        name: its name
        zone: name of the section it lies in, or ""
        capacity: places; 0: not said
        category: price category; 0: none
        x: middle of it, map units
        y: middle of it
    """

    __slots__ = ("area", "name", "zone", "capacity", "category", "x", "y")

    area: int
    name: str
    zone: str
    capacity: int
    category: int
    x: int
    y: int


@dataclass(frozen=True)
class MapSeat(Value):
    """A seat of a version of a map. Strings are never None and live as long as the snapshot.

    Attributes:
        seat: number, from 0: what holds and tickets use
        name: the map's own name for it
        section_label: name of its section; "" when retired
        row_label: label of its row; "" when retired
        seat_label: its label in the row
        category: price category, from 1; 0 when retired
        section: section, from 1; 0 when retired
        row: row, from 0; None when retired
        place: place in its row, from 0
        seat_flags: SeatFlag values, or-ed
        left: neighbour before it; None at an end or aisle
        right: neighbour after it; None at an end or aisle
        focal_distance: to the focal point of its section, map units
        x: position, map units
        y: position, map units, growing downward
    """

    __slots__ = ("seat", "name", "section_label", "row_label", "seat_label", "category", "section",
                 "row", "place", "seat_flags", "left", "right", "focal_distance", "x", "y")

    seat: int
    name: str
    section_label: str
    row_label: str
    seat_label: str
    category: int
    section: int
    row: Optional[int]
    place: int
    seat_flags: SeatFlag
    left: Optional[int]
    right: Optional[int]
    focal_distance: int
    x: int
    y: int


@dataclass(frozen=True)
class Order(Value):
    """An order as it stands.

    Attributes:
        state: a OrderState
        id: its id
        version: 1 at birth, +1 a change
        method: a PayMethod: the present one
        event: event of its first line
        hold: the hold it was made from (or its equivalent, after late money)
        total_minor: the frozen total
        captured_minor: money taken so far
        refunded_minor: money given back so far, chargebacks included
        created_at: see the headers
        confirmed_at: when its seats were sold; None: never
        deadline: when it expires unpaid; None: it does not wait
        currency: of all its amounts
        reason: a OrderReason: why it was given up
        lines: its lines
        tickets: places of all its lines
        refunds_open: refunds not answered yet
        refunds_failed: refunds that failed and wait for a person, those of a second payment too;
            see order_refund
        reference: the host's reference, or ""; lives as long as the snapshot
    """

    __slots__ = ("state", "id", "version", "method", "event", "hold", "total_minor",
                 "captured_minor", "refunded_minor", "created_at", "confirmed_at", "deadline",
                 "currency", "reason", "lines", "tickets", "refunds_open", "refunds_failed",
                 "reference")

    state: OrderState
    id: int
    version: int
    method: PayMethod
    event: int
    hold: int
    total_minor: int
    captured_minor: int
    refunded_minor: int
    created_at: datetime
    confirmed_at: Optional[datetime]
    deadline: Optional[datetime]
    currency: str
    reason: OrderReason
    lines: int
    tickets: int
    refunds_open: int
    refunds_failed: int
    reference: str


@dataclass(frozen=True)
class OrderLine(Value):
    """One line of an order. All amounts are of the whole line.

    Attributes:
        event: event id
        kind: a PlaceKind
        target: seat number, or pool
        quantity: places; 1 for a seat
        ticket_type: ticket type of the event
        price_minor: price, times quantity
        fee_minor: fee, times quantity
        tax_minor: tax, rounded half to even on the line
        total_minor: what the line costs
        ticket_first: id of its first ticket, the others follow; 0: not issued
        tax_bp: basis points of the tax
        tax_inclusive: True: price and fee contain the tax
    """

    __slots__ = ("event", "kind", "target", "quantity", "ticket_type", "price_minor", "fee_minor",
                 "tax_minor", "total_minor", "ticket_first", "tax_bp", "tax_inclusive")

    event: int
    kind: PlaceKind
    target: int
    quantity: int
    ticket_type: int
    price_minor: int
    fee_minor: int
    tax_minor: int
    total_minor: int
    ticket_first: int
    tax_bp: int
    tax_inclusive: bool


@dataclass(frozen=True)
class Message(Value):
    """One message. Strings live as long as the snapshot they came from.

    Attributes:
        state: a MessageState
        id: its number
        event: or 0
        order: or 0
        ticket: or 0
        kind: a MessageKind
        channel: a MessageChannel
        attempts: attempts so far
        attempts_max: attempts after which it is dead
        worker: the worker of the last lease
        html: True: the body is HTML; False: plain text, or JSON for a webhook
        queued_at: when it was queued
        due: queued: earliest next attempt; leased: end of the lease; else 0
        done_at: when it was sent, dead or cancelled; None: it is not
        address: where to; "" when the order has no contact for this channel
        locale: locale asked for; "" for the default
        receipt: of the last answer, or ""
        subject: rendered; "" for SMS and webhooks; None in lists
        body: rendered, at most BODY_MAX bytes; None in lists
        body_length: bytes of `body`
    """

    __slots__ = ("state", "id", "event", "order", "ticket", "kind", "channel", "attempts",
                 "attempts_max", "worker", "html", "queued_at", "due", "done_at", "address",
                 "locale", "receipt", "subject", "body", "body_length")

    state: MessageState
    id: int
    event: int
    order: int
    ticket: int
    kind: MessageKind
    channel: MessageChannel
    attempts: int
    attempts_max: int
    worker: int
    html: bool
    queued_at: datetime
    due: Optional[datetime]
    done_at: Optional[datetime]
    address: str
    locale: str
    receipt: str
    subject: Optional[str]
    body: Optional[str]
    body_length: int


@dataclass(frozen=True)
class Payment(Value):
    """One payment of an order.

    Attributes:
        id: its id; 0: money taken by hand
        order: its order
        method: a PayMethod
        state: a PaymentState
        amount_minor: what it is for
        captured_minor: what was taken
        refunded_minor: what went back, chargebacks included
        created_at: when it began
        currency: of all its amounts
        reference: the provider's reference, or ""; lives as long as the snapshot
    """

    __slots__ = ("id", "order", "method", "state", "amount_minor", "captured_minor",
                 "refunded_minor", "created_at", "currency", "reference")

    id: int
    order: int
    method: PayMethod
    state: PaymentState
    amount_minor: int
    captured_minor: int
    refunded_minor: int
    created_at: datetime
    currency: str
    reference: str


@dataclass(frozen=True)
class Refund(Value):
    """One refund of an order.

    Attributes:
        id: its id
        order: its order
        payment: payment it takes from; 0: by hand
        amount_minor: amount
        created_at: when it was asked for
        state: a RefundState
        beside: True: beside the order's own money: of a second payment, paid out though another
            attempt of the same refund was too, or given back by the provider when the order had nothing
            left to give
    """

    __slots__ = ("id", "order", "payment", "amount_minor", "created_at", "state", "beside")

    id: int
    order: int
    payment: int
    amount_minor: int
    created_at: datetime
    state: RefundState
    beside: bool


@dataclass(frozen=True)
class PaymentBacklog(Value):
    """How much payment work there is.

    Attributes:
        capped: True: more than 100,000 commands wait and the counts stop there
        due: commands that may be leased now
        leased: commands a worker has
        waiting: commands that wait for their retry
        parked: commands given up on: a person must find out (payment_event)
        oldest_due: since when the oldest due command could be leased; None: none
    """

    __slots__ = ("capped", "due", "leased", "waiting", "parked", "oldest_due")

    capped: bool
    due: int
    leased: int
    waiting: int
    parked: int
    oldest_due: Optional[datetime]


@dataclass(frozen=True)
class PoolView(Value):
    """A pool as a snapshot shows it.

    Attributes:
        pool: number in the event, from 1
        event: event id
        version: what an update may expect; held and sold do not change it
        capacity: places there are
        held: places of live holds
        sold: places sold
        free: capacity - held - sold
        open: True: may be held; False: closed
        channel: 0: public; else only holds that name this channel may draw on it
        name: lives as long as the snapshot
    """

    __slots__ = ("pool", "event", "version", "capacity", "held", "sold", "free", "open", "channel",
                 "name")

    pool: int
    event: int
    version: int
    capacity: int
    held: int
    sold: int
    free: int
    open: bool
    channel: int
    name: str


@dataclass(frozen=True, init=False)
class QuoteItem(Value):
    """One place, or places of one pool, to be quoted.

    Attributes:
        event: event id
        target: seat number, or pool
        ticket_type: ticket type of the event
        kind: a PlaceKind
        quantity: places; 1 for a seat (0 means 1)
    """

    __slots__ = ("event", "target", "ticket_type", "kind", "quantity")

    event: int
    target: int
    ticket_type: int
    kind: PlaceKind
    quantity: int

    def __init__(
        self,
        event: int,
        target: int,
        ticket_type: int,
        kind: PlaceKind = PlaceKind(0),
        quantity: int = 0,
    ) -> None:
        fill(self, event, target, ticket_type, kind, quantity)


@dataclass(frozen=True)
class OrderQuoteResult(Value):
    """A quote.

    Attributes:
        lines: one per item, as many as fit are written
        price_minor: sum of the lines' prices
        fee_minor: sum of the lines' fees
        tax_minor: sum of the lines' taxes
        total_minor: what an order of these would cost
        currency: of all amounts
        tickets: places
    """

    __slots__ = ("lines", "price_minor", "fee_minor", "tax_minor", "total_minor", "currency",
                 "tickets")

    lines: Tuple[OrderLine, ...]
    price_minor: int
    fee_minor: int
    tax_minor: int
    total_minor: int
    currency: str
    tickets: int


@dataclass(frozen=True)
class SeatView(Value):
    """One seat as a snapshot shows it.

    Attributes:
        state: a SeatState; the seats of a dead hold are free
        event: event id
        seat: number in the event
        version: what a command may expect
        channel: 0: public; else only holds that name this channel may take it
        ticket: number of its ticket in the event while sold, else 0
        hold: its hold while held, else 0. An id, not an authority
        expires_at: when that hold dies; 0 unless held
        category: category of the map, from 1; 0 for a retired seat
        section: section of the map, from 1; 0 for a retired seat
    """

    __slots__ = ("state", "event", "seat", "version", "channel", "ticket", "hold", "expires_at",
                 "category", "section")

    state: SeatState
    event: int
    seat: int
    version: int
    channel: int
    ticket: int
    hold: int
    expires_at: Optional[datetime]
    category: int
    section: int


@dataclass(frozen=True)
class Template(Value):
    """One template. Strings live as long as the snapshot they came from.

    Attributes:
        flags: TemplateFlag values, or-ed
        id: its number; 0: the engine's own
        kind: a MessageKind, or the host's own number
        channel: a MessageChannel
        version: 1 at birth, +1 a change; 0: the engine's own
        updated_at: when it was put
        locale: "" for the default
        subject: source text; "" for none
        body: source text; None in lists
    """

    __slots__ = ("flags", "id", "kind", "channel", "version", "updated_at", "locale", "subject",
                 "body")

    flags: TemplateFlag
    id: int
    kind: Union[MessageKind, int]
    channel: MessageChannel
    version: int
    updated_at: Optional[datetime]
    locale: str
    subject: str
    body: Optional[str]


@dataclass(frozen=True)
class Ticket(Value):
    """One ticket. Strings live as long as the snapshot they came from.

    Attributes:
        state: a TicketState
        id: event << 32 | number
        event: event id
        order: order id
        number: number in the event, from 1
        line: line of the order, from 0
        version: 1 at birth, +1 a change
        serial: 1 at birth, +1 a reissue; barcodes of older serials are dead
        seat: seat number in the event, or None
        pool: pool of the place, or 0
        type: ticket type in the event
        used_gate: gate of the entry, when used
        price_minor: what was paid for it, fees and taxes in
        issued_at: when it was issued
        used_at: when its holder entered; None: not yet
        voided_at: when it was voided; None: it was not
        section: name of the seat's section, or ""
        row: label of the seat's row, or ""
        label: label of the seat, or ""
        type_name: name of the ticket type, or ""
    """

    __slots__ = ("state", "id", "event", "order", "number", "line", "version", "serial", "seat",
                 "pool", "type", "used_gate", "price_minor", "issued_at", "used_at", "voided_at",
                 "section", "row", "label", "type_name")

    state: TicketState
    id: int
    event: int
    order: int
    number: int
    line: int
    version: int
    serial: int
    seat: Optional[int]
    pool: int
    type: int
    used_gate: int
    price_minor: int
    issued_at: datetime
    used_at: Optional[datetime]
    voided_at: Optional[datetime]
    section: str
    row: str
    label: str
    type_name: str


@dataclass(frozen=True)
class TicketCounts(Value):
    """How many tickets an event has, by state.

    Attributes:
        issued: ever issued
        used: used now
        voided: void now
    """

    __slots__ = ("issued", "used", "voided")

    issued: int
    used: int
    voided: int


@dataclass(frozen=True)
class PublicKey(Value):
    """A public key that barcodes are checked against. Its layout is fixed.

    Attributes:
        id: number of the key, from 1; a barcode names it
        created_at: when it was made
        key: the Ed25519 public key (RFC 8032)
        current: True: new barcodes are signed by it
    """

    __slots__ = ("id", "created_at", "key", "current")

    id: int
    created_at: datetime
    key: bytes
    current: bool


@dataclass(frozen=True)
class Barcode(Value):
    """What a barcode says.

    Attributes:
        key: the key that signed it
        event: event id
        ticket: ticket id
        number: number of the ticket in the event
        serial: serial of the ticket; compare with the revocation list
        seat: seat number, or None
        window: a BarcodeWindow
        valid_from: None: from the beginning
        valid_until: None: for ever
    """

    __slots__ = ("key", "event", "ticket", "number", "serial", "seat", "window", "valid_from",
                 "valid_until")

    key: int
    event: int
    ticket: int
    number: int
    serial: int
    seat: Optional[int]
    window: BarcodeWindow
    valid_from: Optional[datetime]
    valid_until: Optional[datetime]


@dataclass(frozen=True)
class Revocation(Value):
    """A ticket of which some or all barcodes are dead. Its layout is fixed.

    Attributes:
        ticket: ticket id
        min_serial: barcodes of serials below are dead; UINT32_MAX: all are
        state: the ticket's TicketState
    """

    __slots__ = ("ticket", "min_serial", "state")

    ticket: int
    min_serial: int
    state: TicketState


@dataclass(frozen=True)
class TicketTypeView(Value):
    """A ticket type as a snapshot shows it. Strings are never None and live as long as the
    snapshot.

    Attributes:
        ticket_type: number in the event, from 1
        event: the event
        version: 1 at birth, +1 a change
        price_minor: price of one
        fee_minor: fee on top of one
        sale_from: None: with the event
        sale_until: None: with the event
        name: its name
        description: "" when there is none
        category: of the map; 0: any
        pool: 0: it is for a seat
        channels: bits; None: all
        tax_bp: tax in basis points
        tax_inclusive: True: price and fee contain the tax
        min_per_order: 0: no such rule
        max_per_order: 0: no such rule
        status: a TicketTypeStatus
        currency: the event's ISO 4217 code with its NUL
    """

    __slots__ = ("ticket_type", "event", "version", "price_minor", "fee_minor", "sale_from",
                 "sale_until", "name", "description", "category", "pool", "channels", "tax_bp",
                 "tax_inclusive", "min_per_order", "max_per_order", "status", "currency")

    ticket_type: int
    event: int
    version: int
    price_minor: int
    fee_minor: int
    sale_from: Optional[datetime]
    sale_until: Optional[datetime]
    name: str
    description: str
    category: int
    pool: int
    channels: Tuple[int, ...]
    tax_bp: int
    tax_inclusive: bool
    min_per_order: int
    max_per_order: int
    status: TicketTypeStatus
    currency: str


@dataclass(frozen=True)
class TicketTypeListResult(Value):
    """One page of ticket types.

    Attributes:
        next: cursor of the page after; 0: this was the last
        ticket_types: what there is
    """

    __slots__ = ("next", "ticket_types")

    next: int
    ticket_types: Tuple[TicketTypeView, ...]


@dataclass(frozen=True)
class VenueView(Value):
    """A venue as a snapshot shows it. Strings are never None and live as long as the snapshot.

    Attributes:
        venue: id
        version: 1 at birth, +1 a change
        created_at: when it was made
        updated_at: when it was last changed
        name: its name
        address: "" when there is none
        city: "" when there is none
        country: "" when there is none
        time_zone: "" when there is none
        capacity_note: "" when there is none
    """

    __slots__ = ("venue", "version", "created_at", "updated_at", "name", "address", "city",
                 "country", "time_zone", "capacity_note")

    venue: int
    version: int
    created_at: datetime
    updated_at: datetime
    name: str
    address: str
    city: str
    country: str
    time_zone: str
    capacity_note: str


@dataclass(frozen=True)
class VenueListResult(Value):
    """One page of venues.

    Attributes:
        next: cursor of the page after; 0: this was the last
        venues: what there is
    """

    __slots__ = ("next", "venues")

    next: int
    venues: Tuple[VenueView, ...]


@dataclass(frozen=True)
class Conflict(Value):
    """One seat that stood in the way of a command.

    Attributes:
        event: event id
        seat: seat number in the event, from 0
        state: a SeatState, as it is
        expected_version: what the request expected; 0: any
        actual_version: what the seat has
    """

    __slots__ = ("event", "seat", "state", "expected_version", "actual_version")

    event: int
    seat: int
    state: SeatState
    expected_version: int
    actual_version: int


@dataclass(frozen=True)
class FeedEvent(FeedEventBase):
    """One event of record. Its layout is fixed; `payload` lives as long as the snapshot.

    Attributes:
        sequence: number in the feed, from 1, without gaps
        time: the engine's clock at its commit
        commit: number of its batch: events with one number became visible together
        event: the show it is about, or 0
        subject: number of the hold, order, ticket …
        version: the subject's version after it
        payload: as the type's line in feed_types.h says; not aligned
        type: a FeedType
    """

    __slots__ = ("sequence", "time", "commit", "event", "subject", "version", "payload", "type")

    sequence: int
    time: datetime
    commit: int
    event: int
    subject: int
    version: int
    payload: bytes
    type: FeedType


HoldBestResult = HoldCreateResult
HoldExpireResult = HoldReleaseResult
HoldSwapResult = HoldCreateResult
OrderCancelResult = OrderResult
OrderPayResult = OrderResult
OrderSettleResult = OrderResult
OrderRefundResult = OrderResult
MessageAnswerResult = MessageChangeResult
MessageRetryResult = MessageChangeResult
MessageCancelResult = MessageChangeResult
PaymentAnswerResult = PaymentResult
PaymentEventResult = PaymentResult
SeatUnblockResult = SeatBlockResult
SeatChannelResult = SeatBlockResult
TicketVoidResult = TicketChangeResult
TicketReissueResult = TicketChangeResult
