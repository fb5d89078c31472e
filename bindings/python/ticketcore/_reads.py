"""Every reading call. Made by scripts/gen_python.py from the public headers; do not edit."""
from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, Iterable, Optional, Tuple, Union

from . import _core
from ._base import Secret
from ._core import EngineHandle, SnapshotHandle
from ._enums import (
    AvailabilityBy,
    EventStatus,
    MapForm,
    OrderState,
    MessageChannel,
    MessageKind,
    MessageState,
    TemplateEscaping,
    TicketState,
    TicketListFlag,
)
from ._values import (
    Availability,
    AvailabilityCount,
    Barcode,
    Consumer,
    Contact,
    EngineStat,
    EventListResult,
    EventView,
    FeedEvent,
    HoldPool,
    HoldSeat,
    HoldView,
    LedgerBalance,
    LedgerEntry,
    MapArea,
    MapCategory,
    MapListResult,
    MapReport,
    MapSeat,
    MapSection,
    MapView,
    Message,
    Order,
    OrderLine,
    OrderQuoteResult,
    Payment,
    PaymentBacklog,
    PoolView,
    PublicKey,
    QuoteItem,
    Refund,
    Revocation,
    ScanEntry,
    SeatChange,
    SeatStatus,
    SeatView,
    Template,
    Ticket,
    TicketCounts,
    TicketTypeListResult,
    TicketTypeView,
    Variable,
    VenueListResult,
    VenueView,
    VerifyReport,
)

__all__ = [
    "EngineReads",
    "SnapshotReads",
    "version",
    "request_id_new",
    "scan_answer_name",
    "scan_answer_sentence",
    "feed_cursor_at",
    "feed_cursor_sequence",
    "feed_type_name",
    "account_name",
    "posting_reason_name",
    "map_validate",
    "order_state_name",
    "message_kind_name",
    "message_channel_name",
    "message_state_name",
    "webhook_sign",
    "webhook_verify",
    "payment_kind_name",
    "template_render",
    "barcode_verify",
]


class EngineReads(EngineHandle):
    """What an engine answers about itself."""

    __slots__ = ()

    def clock(self) -> datetime:
        """The engine's clock: UTC milliseconds, never running backward within a store even when the
        machine's clock does: then time stands still until the machine has caught up, and the log
        says so. A clock that is wrong the other way cannot be taken back, so a command that would
        move the store more than CLOCK_JUMP_MS_MAX on is refused (ClockAhead, from any command)
        unless the host says that it is right (OpenFlag.CLOCK_JUMP, or a manual clock).

        Raises:
            Invalid: None
        """
        return _core.engine_clock(self)

    def set_clock(self, now: datetime) -> None:
        """Move the clock of an engine opened with OpenFlag.MANUAL_CLOCK. A time before the present one
        is refused.

        Args:
            now: see the headers

        Raises:
            Invalid: the clock is not manual, or would run backward; nothing changed
            LimitExceeded: `now_ms` is after TIME_MS_MAX; nothing changed
        """
        _core.engine_set_clock(self, now)

    def stat(self) -> EngineStat:
        """Read the state of the store.

        Raises:
            Invalid: None or a wrong size
        """
        return _core.engine_stat_get(self)

    def metrics(self) -> str:
        """Metrics as OpenMetrics 1.0 text, ending in "# EOF\\n". Families whose names begin with
        ticketcore_store_, ticketcore_payment_ or ticketcore_outbox_ are the store's, the same
        through every handle; the others are this handle's, from its opening on.

        Raises:
            BufferTooSmall: the room is too small; `length` says what is needed
            Invalid: None
        """
        return _core.engine_metrics(self)


class SnapshotReads(SnapshotHandle):
    """Every reading call, at the one moment the snapshot shows."""

    __slots__ = ()

    def availability_get(self, event: int) -> Availability:
        """Count an event's seats and pool places by state.

        Args:
            event: event id

        Raises:
            Invalid: None or a wrong size
            NotFound: no such event
        """
        return _core.availability_get(self, event)

    def availability_counts(
        self,
        event: int,
        by: Union[AvailabilityBy, int],
    ) -> Tuple[AvailabilityCount, ...]:
        """Count an event's seats by state, for every category, section or channel.

        Args:
            event: event id
            by: a AvailabilityBy

        Raises:
            Invalid: None, or an unknown `by`
            NotFound: no such event
        """
        return _core.availability_counts(self, event, by)

    def availability_map(self, event: int) -> Tuple[bytes, int]:
        """Copy the two-bit map of an event's seats: seat n is at bits 2·(n mod 4) … +1 of byte n div
        4, and reads 0 free, 1 held, 2 sold, 3 blocked or retired. Bits past the last seat are 0.

        Args:
            event: event id

        Raises:
            Invalid: None
            BufferTooSmall: the room is too small; `length` says what is needed
            NotFound: no such event
        """
        return _core.availability_map(self, event)

    def availability_seats(self, event: int, first: int) -> Tuple[Tuple[SeatStatus, ...], int]:
        """Read the state and version of many seats of an event in order of their number.

        Args:
            event: event id
            first: number of the first seat wanted

        Raises:
            Invalid: None
            NotFound: no such event
        """
        return _core.availability_seats(self, event, first)

    def availability_since(self, event: int, since: int) -> Tuple[Tuple[SeatChange, ...], int]:
        """What changed in an event since an inventory version, each seat once, in order of its number.
        The answer holds every seat that changed. While the changes since then are few (about 250)
        it holds no other; when they are more it holds whole neighbourhoods of about 500 seats in
        which something changed, so apply it without counting on a difference. Seats that dead holds
        give back are in it too, again and again until the store is swept.

        Args:
            event: event id
            since: an inventory version had before; 0: every seat

        Raises:
            Invalid: None, or `since` lies in the future of the event
            NotFound: no such event
        """
        return _core.availability_since(self, event, since)

    def verify(self) -> VerifyReport:
        """Walk the whole store of one moment and prove its invariants: every page of the data file in
        use once or free once; every checksum; every seat in one state with one owner; counters
        equal to what they count; every index both ways; money summing to zero; tickets, orders and
        payments agreeing with each other.

        Raises:
            StoreIO: the store could not be read; `report` is untouched
            Invalid: None or a wrong size
            OutOfMemory: memory is out; `report` is untouched
        """
        return _core.verify(self)

    def dump(self, fd: int) -> int:
        """Write a snapshot as newline-delimited JSON, one record a line, every field by name: readable
        by any later disk format. Contains secrets' hashes and signing keys: keep it as safe as the
        store.

        Args:
            fd: open file descriptor, written from its present position; not closed or synced

        Raises:
            StoreIO: writing failed (the sentence has the reason)
            Invalid: None or a bad descriptor
        """
        return _core.dump(self, fd)

    def checkin_list(self, event: int, after: int, limit: int = 1000) -> Tuple[ScanEntry, ...]:
        """List the scans of an event in the order in which they were recorded.

        Args:
            event: event id
            after: 0: from the first; else the `entry` of the last one seen
            limit: most to answer in this page

        Raises:
            Invalid: None or no room
        """
        return _core.checkin_list(self, event, after, limit)

    def event_get(self, event: int) -> EventView:
        """Read an event.

        Args:
            event: id

        Raises:
            NotFound: there is no such event
            Invalid: None or a wrong size
        """
        return _core.event_get(self, event)

    def event_list(
        self,
        *,
        after: Optional[bytes] = None,
        venue: Optional[int] = None,
        starts_from: Optional[datetime] = None,
        starts_until: Optional[datetime] = None,
        category: Optional[str] = None,
        tag: Optional[str] = None,
        text: Optional[str] = None,
        statuses: Optional[Iterable[Union[EventStatus, int]]] = None,
        limit: Optional[int] = None,
    ) -> EventListResult:
        """List or search events, one page a call. Venue, category, tag and time use an index in the
        order of the list; `text` looks through all events that have its longest word.

        Args:
            after: `next` of the page before; None: from the first
            venue: only at this venue; 0: at any
            starts_from: only those that start then or later; None: no bound
            starts_until: only those that start before then; None: no bound
            category: only of this category, compared by bytes; None: of any
            tag: only with this tag, compared by bytes; None: any
            text: only those whose name has, for each word given, a word that begins so. Case does
                not matter for ASCII, Latin-1, Greek and Cyrillic letters; accents do. None: any
            statuses: those EventStatus wanted; None: all
            limit: most entries wanted; 0: as many as there is room for

        Raises:
            Invalid: None, no room, a wrong size or a text without a word
            LimitExceeded: a text is too long or a time is after TIME_MS_MAX
            OutOfMemory: nothing was written
        """
        return _core.event_list(self, after, venue, starts_from, starts_until, category, tag, text,
        statuses, limit)

    def event_svg(self, event: int) -> str:
        """Draw an event's house as SVG 1.1: its map with every seat by its state.

        Args:
            event: id; it must have a map

        Raises:
            BufferTooSmall: the room is too small; `length` says what is needed
            NotFound: there is no such event, or it has no map
            Invalid: None
            OutOfMemory: nothing was written
        """
        return _core.event_svg(self, event)

    def event_seat_find(self, event: int, name: str) -> int:
        """Find a seat of an event by the map's own name for it.

        Args:
            event: id; it must have a map
            name: as in the imported document (`name`, `seat_guid`)

        Raises:
            NotFound: there is no such event or seat, or the seat is retired
            Invalid: None
        """
        return _core.event_seat_find(self, event, name)

    def feed_read(self, cursor: int, limit: int = 1000) -> Tuple[Tuple[FeedEvent, ...], int]:
        """Read events from a cursor on.

        Args:
            cursor: where to begin
            limit: most to answer in this page

        Raises:
            FeedPruned: the cursor points before the oldest event kept; `error->subject` is the
                oldest sequence number, and the oldest cursor all zero
            Invalid: None, no room, or a cursor beyond the end
        """
        return _core.feed_read(self, cursor, limit)

    def feed_ends(self) -> Tuple[int, int]:
        """The two ends of the feed.

        Raises:
            Invalid: None snapshot
        """
        return _core.feed_ends(self)

    def consumer_get(self, name: str) -> Consumer:
        """Read one consumer.

        Args:
            name: its name

        Raises:
            NotFound: there is none of that name
            Invalid: None
        """
        return _core.consumer_get(self, name)

    def consumer_list(self) -> Tuple[Consumer, ...]:
        """List all consumers by name.

        Raises:
            Invalid: None
        """
        return _core.consumer_list(self)

    def hold_get(self, hold: int, secret: bytes) -> HoldView:
        """Read a hold as its owner.

        Args:
            hold: its id
            secret: its secret; not None

        Raises:
            Invalid: None or a wrong size
            NotFound: no such hold, or another secret; also one that ended over a day ago
        """
        return _core.hold_get(self, hold, secret)

    def hold_peek(self, hold: int) -> HoldView:
        """Read a hold as the host, without its secret. Never give buyers a way to it.

        Args:
            hold: its id

        Raises:
            Invalid: None or a wrong size
            NotFound: no such hold; also one that ended over a day ago
        """
        return _core.hold_peek(self, hold)

    def hold_seats(self, hold: int) -> Tuple[HoldSeat, ...]:
        """Read the seats a hold has, or had when it ended.

        Args:
            hold: its id

        Raises:
            Invalid: None
            NotFound: no such hold; also one that ended over a day ago
        """
        return _core.hold_seats(self, hold)

    def hold_pools(self, hold: int) -> Tuple[HoldPool, ...]:
        """Read the quantities a hold draws, or drew when it ended.

        Args:
            hold: its id

        Raises:
            Invalid: None
            NotFound: no such hold; also one that ended over a day ago
        """
        return _core.hold_pools(self, hold)

    def ledger_balances(self) -> Tuple[LedgerBalance, ...]:
        """Read the balances of every currency, in the order of their first posting.

        Raises:
            Invalid: None
        """
        return _core.ledger_balances(self)

    def ledger_entries(self, order: int) -> Tuple[LedgerEntry, ...]:
        """Read an order's postings, newest first.

        Args:
            order: the order

        Raises:
            NotFound: no such order
        """
        return _core.ledger_entries(self, order)

    def ledger_journal(self, after: int, limit: int = 1000) -> Tuple[LedgerEntry, ...]:
        """Read the whole journal in the order of posting.

        Args:
            after: id after which to begin; 0: from the first
            limit: most to answer in this page

        Raises:
            Invalid: None or no room
        """
        return _core.ledger_journal(self, after, limit)

    def map_get(self, map: int, map_version: int) -> MapView:
        """Read one version of a map.

        Args:
            map: id
            map_version: version; 0: the newest

        Raises:
            NotFound: there is no such map or version
            Invalid: None or a wrong size
        """
        return _core.map_get(self, map, map_version)

    def map_list(
        self,
        *,
        after: Optional[int] = None,
        venue: Optional[int] = None,
        limit: Optional[int] = None,
    ) -> MapListResult:
        """List maps in order of id, one page a call.

        Args:
            after: `next` of the page before; 0: from the first
            venue: only of this venue; 0: of any
            limit: most entries wanted; 0: as many as there is room for

        Raises:
            Invalid: None, no room or a wrong size
        """
        return _core.map_list(self, after, venue, limit)

    def map_export(self, map: int, map_version: int) -> str:
        """Write a version of a map in our own JSON form. Imported again it gives the same layout.

        Args:
            map: id
            map_version: version; 0: the newest

        Raises:
            BufferTooSmall: the room is too small; `length` says what is needed
            NotFound: there is no such map or version
            Invalid: None
            OutOfMemory: nothing was written
        """
        return _core.map_export(self, map, map_version)

    def map_svg(self, map: int, map_version: int) -> str:
        """Draw a version of a map as SVG 1.1: seats in their categories' colours, rows, sections,
        legend.

        Args:
            map: id
            map_version: version; 0: the newest

        Raises:
            BufferTooSmall: the room is too small; `length` says what is needed
            NotFound: there is no such map or version
            Invalid: None
            OutOfMemory: nothing was written
        """
        return _core.map_svg(self, map, map_version)

    def map_category_list(self, map: int, map_version: int) -> Tuple[MapCategory, ...]:
        """The price categories of a version of a map, in order of number.

        Args:
            map: id
            map_version: version; 0: the newest

        Raises:
            NotFound: there is no such map or version
            Invalid: None
        """
        return _core.map_category_list(self, map, map_version)

    def map_section_list(self, map: int, map_version: int) -> Tuple[MapSection, ...]:
        """The sections of a version of a map, in order of number.

        Args:
            map: id
            map_version: version; 0: the newest

        Raises:
            NotFound: there is no such map or version
            Invalid: None
        """
        return _core.map_section_list(self, map, map_version)

    def map_area_list(self, map: int, map_version: int) -> Tuple[MapArea, ...]:
        """The standing areas of a version of a map, in order of number. Make pools of them with
        pool_create.

        Args:
            map: id
            map_version: version; 0: the newest

        Raises:
            NotFound: there is no such map or version
            Invalid: None
        """
        return _core.map_area_list(self, map, map_version)

    def map_seat_list(
        self,
        map: int,
        map_version: int,
        first: int,
        limit: int = 1000,
    ) -> Tuple[MapSeat, ...]:
        """Seats of a version of a map, in order of number, from one number on. Retired ones included.

        Args:
            map: id
            map_version: version; 0: the newest
            first: number of the first seat wanted
            limit: most to answer in this page

        Raises:
            NotFound: there is no such map or version
            Invalid: None or no room
        """
        return _core.map_seat_list(self, map, map_version, first, limit)

    def map_seat_find(self, map: int, map_version: int, name: str) -> int:
        """Find a seat by the map's own name for it.

        Args:
            map: id
            map_version: version; 0: the newest
            name: as in the document (`name`, `seat_guid`)

        Raises:
            NotFound: there is no such map, version or seat, or the seat is retired
            Invalid: None
        """
        return _core.map_seat_find(self, map, map_version, name)

    def order_get(self, order: int, secret: Optional[bytes] = None) -> Order:
        """Read an order.

        Args:
            order: its id
            secret: the order's secret; None: on the host's own authority

        Raises:
            NotFound: no such order, or not its secret
            Invalid: None or a wrong size
        """
        return _core.order_get(self, order, secret)

    def order_lines(self, order: int, secret: Optional[bytes] = None) -> Tuple[OrderLine, ...]:
        """Read an order's lines, in the order of its hold's items.

        Args:
            order: its id
            secret: the order's secret; None: on the host's own authority

        Raises:
            NotFound: no such order, or not its secret
        """
        return _core.order_lines(self, order, secret)

    def order_contacts(self, order: int) -> Tuple[Contact, ...]:
        """Read an order's contacts. Personal data: host-side only.

        Args:
            order: its id

        Raises:
            NotFound: no such order
        """
        return _core.order_contacts(self, order)

    def order_list(
        self,
        *,
        event: Optional[int] = None,
        buyer: Optional[str] = None,
        states: Optional[Iterable[Union[OrderState, int]]] = None,
        limit: Optional[int] = None,
        after: Optional[int] = None,
    ) -> Tuple[Tuple[Order, ...], int]:
        """List orders, newest first. A call looks at no more than 100,000 orders, so it may give fewer
        than `limit` and still have a `next`.

        Args:
            event: orders with a line of this event; 0: all
            buyer: orders of this buyer's key; None: all
            states: 1 << OrderState, or-ed; None: all
            limit: orders wanted, 1 … 1,000; 0: 100
            after: `next` of the call before; 0: begin

        Raises:
            Invalid: a field is out of range
            LimitExceeded: limit above 1,000
        """
        return _core.order_list(self, event, buyer, states, limit, after)

    def message_get(self, message: int) -> Message:
        """Read one message with its subject and body rendered now, from its template and from what it
        is about. The snapshot must be opened or refreshed after the lease.

        Args:
            message: its number

        Raises:
            NotFound: there is no such message
            LimitExceeded: the body would be longer than BODY_MAX
            Invalid: None or a wrong size
        """
        return _core.message_get(self, message)

    def message_list(
        self,
        *,
        after: Optional[int] = None,
        order: Optional[int] = None,
        state: Optional[Union[MessageState, int]] = None,
        channel: Optional[Union[MessageChannel, int]] = None,
        limit: Optional[int] = None,
    ) -> Tuple[Tuple[Message, ...], int]:
        """List messages in the order in which they were queued, without subject and body. One call
        looks at 100,000 messages at most, so a page may be short, or empty, and yet not the last.

        Args:
            after: 0: from the first; else `next` of the page before
            order: only of this order; 0: all
            state: only in this MessageState; 0: all
            channel: only on this MessageChannel; 0: all
            limit: most to answer, 1 … 10,000; 0: 100

        Raises:
            LimitExceeded: limit above 10,000
            Invalid: None, a wrong size, an unknown state or channel
        """
        return _core.message_list(self, after, order, state, channel, limit)

    def payment_list(self, order: int) -> Tuple[Payment, ...]:
        """List an order's payments, newest first.

        Args:
            order: the order

        Raises:
            NotFound: no such order
        """
        return _core.payment_list(self, order)

    def refund_list(self, order: int) -> Tuple[Refund, ...]:
        """List an order's refunds, newest first.

        Args:
            order: the order

        Raises:
            NotFound: no such order
        """
        return _core.refund_list(self, order)

    def payment_backlog_get(self) -> PaymentBacklog:
        """Count the payment work that is due, leased, waiting and parked.

        Raises:
            Invalid: None or a wrong size
        """
        return _core.payment_backlog_get(self)

    def pool_get(self, event: int, pool: int) -> PoolView:
        """Read one pool.

        Args:
            event: event id
            pool: number in the event, from 1

        Raises:
            Invalid: None or a wrong size
            NotFound: no such event, or no such pool in it
        """
        return _core.pool_get(self, event, pool)

    def pool_list(self, event: int, after: int, limit: int = 1000) -> Tuple[PoolView, ...]:
        """Read the pools of an event in their order.

        Args:
            event: event id
            after: number of the last pool seen; 0 at first
            limit: most to answer in this page

        Raises:
            Invalid: None or no room
            NotFound: no such event
        """
        return _core.pool_list(self, event, after, limit)

    def order_quote(
        self,
        *,
        items: Iterable[Union[QuoteItem, Tuple[Any, ...]]],
        channel: Optional[int] = None,
    ) -> OrderQuoteResult:
        """What places would cost now. Takes nothing, promises nothing: order_create freezes it.

        Args:
            items: places, in any order
            channel: sales channel, 0 … CHANNELS_MAX - 1

        Raises:
            NotFound: no such event, seat or ticket type
            NoPrice: the ticket type is not for this place
            NotOnSale: the ticket type is not on sale now
            LimitExceeded: more or fewer than an order may have
            OtherCurrency: events of several currencies
            SumOverflow: a sum goes over AMOUNT_MAX
        """
        return _core.order_quote(self, items, channel)

    def seat_get(self, event: int, seat: int) -> SeatView:
        """Read one seat.

        Args:
            event: event id
            seat: number in the event, from 0

        Raises:
            Invalid: None or a wrong size
            NotFound: no such event, or no such seat in it
        """
        return _core.seat_get(self, event, seat)

    def template_get(
        self,
        kind: Union[MessageKind, int],
        channel: Union[MessageChannel, int],
        locale: Optional[str] = None,
    ) -> Template:
        """Find the template a message of this kind, channel and locale is rendered by, fallback
        included.

        Args:
            kind: a MessageKind, or the host's own number
            channel: a MessageChannel
            locale: BCP 47; None or "": the default

        Raises:
            Invalid: None, a wrong size, an unknown kind or channel, a malformed locale
        """
        return _core.template_get(self, kind, channel, locale)

    def template_list(self) -> Tuple[Template, ...]:
        """List the templates that were put, by kind, channel and locale, without their bodies.

        Raises:
            Invalid: None
        """
        return _core.template_list(self)

    def ticket_get(self, ticket: int, secret: Optional[bytes] = None) -> Ticket:
        """Read one ticket.

        Args:
            ticket: ticket id
            secret: the ticket's or its order's secret; None: the host vouches for the reader

        Raises:
            NotFound: there is no such ticket, or the secret is neither of the two
            Invalid: None or a wrong size
        """
        return _core.ticket_get(self, ticket, secret)

    def ticket_list(
        self,
        *,
        flags: Optional[Union[TicketListFlag, int]] = None,
        event: Optional[int] = None,
        order: Optional[int] = None,
        secret: Optional[bytes] = None,
        after: Optional[int] = None,
        limit: Optional[int] = None,
        state: Optional[Union[TicketState, int]] = None,
    ) -> Tuple[Tuple[Ticket, ...], int]:
        """List tickets of an event by number, or of an order in the order they were issued.

        Args:
            flags: TicketListFlag values, or-ed
            event: tickets of this event; 0: of any (then `order` must be set)
            order: tickets of this order; 0: of any (then `event` must be set)
            secret: the order's secret; None: the host vouches for the reader
            after: 0: from the beginning; else `next` of the page before
            limit: most to answer, 1 … 10,000; 0: 100
            state: only this TicketState; 0: all

        Raises:
            NotFound: the event or order does not exist, or the secret is not the order's
            Invalid: None, a wrong size, an unknown flag, neither event nor order
            LimitExceeded: limit above 10,000
        """
        return _core.ticket_list(self, flags, event, order, secret, after, limit, state)

    def ticket_count(self, event: int) -> TicketCounts:
        """Count the tickets of an event.

        Args:
            event: event id

        Raises:
            Invalid: None, a wrong size, or 0 for the event
        """
        return _core.ticket_count(self, event)

    def ticket_secret(self, ticket: int, order_secret: bytes) -> Secret:
        """Derive a ticket's own secret from its order's, to hand the ticket to somebody else. It opens
        this one ticket and nothing of the order; a reissue ends it.

        Args:
            ticket: ticket id
            order_secret: the secret of its order

        Raises:
            NotFound: there is no such ticket, or it is not the order's
            Invalid: None
        """
        return _core.ticket_secret(self, ticket, order_secret)

    def ticket_barcode(self, ticket: int, secret: Optional[bytes] = None) -> str:
        """Make a ticket's barcode: signed by the newest key, for its present serial.

        Args:
            ticket: ticket id
            secret: the ticket's or its order's secret; None: the host vouches for the reader

        Raises:
            NotFound: there is no such ticket, or the secret is neither of the two
            WrongState: the ticket is void
            BufferTooSmall: the room is too small
            Invalid: None
        """
        return _core.ticket_barcode(self, ticket, secret)

    def signing_key_list(self) -> Tuple[PublicKey, ...]:
        """Export the public keys, oldest first: what an offline gate needs to check barcodes.

        Raises:
            Invalid: None
        """
        return _core.signing_key_list(self)

    def revocation_list(
        self,
        event: int,
        after: int,
        limit: int = 1000,
    ) -> Tuple[Tuple[Revocation, ...], int]:
        """Export an event's revocation list: void and reissued tickets, by number. For offline gates.

        Args:
            event: event id
            after: 0: from the beginning; else `next` of the page before
            limit: most to answer in this page

        Raises:
            Invalid: None or no room
        """
        return _core.revocation_list(self, event, after, limit)

    def ticket_type_get(self, event: int, ticket_type: int) -> TicketTypeView:
        """Read a ticket type.

        Args:
            event: id of the event
            ticket_type: its number in the event

        Raises:
            NotFound: there is no such event or ticket type
            Invalid: None or a wrong size
        """
        return _core.ticket_type_get(self, event, ticket_type)

    def ticket_type_list(
        self,
        *,
        event: int,
        after: Optional[int] = None,
        limit: Optional[int] = None,
    ) -> TicketTypeListResult:
        """List an event's ticket types in order of number, one page a call.

        Args:
            event: id of the event
            after: `next` of the page before; 0: from the first
            limit: most entries wanted; 0: as many as there is room for

        Raises:
            NotFound: there is no such event
            Invalid: None, no room or a wrong size
        """
        return _core.ticket_type_list(self, event, after, limit)

    def venue_get(self, venue: int) -> VenueView:
        """Read a venue.

        Args:
            venue: id

        Raises:
            NotFound: there is no such venue
            Invalid: None or a wrong size
        """
        return _core.venue_get(self, venue)

    def venue_list(
        self,
        *,
        after: Optional[int] = None,
        country: Optional[str] = None,
        text: Optional[str] = None,
        limit: Optional[int] = None,
    ) -> VenueListResult:
        """List venues in order of id, one page a call.

        Args:
            after: `next` of the page before; 0: from the first
            country: only of this country; None: of any
            text: only with a word of the name or city that begins so; None: any
            limit: most entries wanted; 0: as many as there is room for

        Raises:
            Invalid: None, no room or a wrong size
        """
        return _core.venue_list(self, after, country, text, limit)


def version() -> str:
    """Version of the library linked at run time, as text like "0.1.0". Never None; static.
    """
    return _core.version()


def request_id_new() -> uuid.UUID:
    """Make a time-ordered random request id (UUID version 7, RFC 9562).

        Raises:
            Invalid: `id` is None
    """
    return _core.request_id_new()


def scan_answer_name(answer: int) -> Optional[str]:
    """Name of an answer, like "wrong_event"; "unknown_answer" for others. Static.

        Args:
            answer: see the headers
    """
    return _core.scan_answer_name(answer)


def scan_answer_sentence(answer: int) -> Optional[str]:
    """One English sentence for the person at the gate. Never None; static.

        Args:
            answer: see the headers
    """
    return _core.scan_answer_sentence(answer)


def feed_cursor_at(sequence: int) -> int:
    """Cursor that begins at a sequence number; 0: at the oldest kept.

        Args:
            sequence: see the headers
    """
    return _core.feed_cursor_at(sequence)


def feed_cursor_sequence(cursor: int) -> int:
    """Sequence number of the event a cursor stands before; 0: the oldest kept.

        Args:
            cursor: see the headers
    """
    return _core.feed_cursor_sequence(cursor)


def feed_type_name(type: int) -> Optional[str]:
    """Name of an event type, like "hold.created"; None for an unknown one. Static.

        Args:
            type: see the headers
    """
    return _core.feed_type_name(type)


def account_name(account: int) -> Optional[str]:
    """An account's name, like "receivable"; "?" for an unknown number. Static.

        Args:
            account: see the headers
    """
    return _core.account_name(account)


def posting_reason_name(reason: int) -> Optional[str]:
    """A posting reason's name, like "sale"; "?" for an unknown number. Static.

        Args:
            reason: see the headers
    """
    return _core.posting_reason_name(reason)


def map_validate(text: Union[str, bytes], form: Union[MapForm, int]) -> MapReport:
    """Check a document without a store: everything map_create checks.

        Args:
            text: the document, UTF-8; need not end in NUL; read only during the call
            form: a MapForm

        Raises:
            Malformed: malformed: `line`, `field` and the reason
            LimitExceeded: a stated limit is exceeded
            Invalid: an argument is missing or out of range
            OutOfMemory: not checked
    """
    return _core.map_validate(text, form)


def order_state_name(state: int) -> Optional[str]:
    """An order state's name, like "authorising"; "?" for an unknown number. Static.

        Args:
            state: see the headers
    """
    return _core.order_state_name(state)


def message_kind_name(kind: int) -> Optional[str]:
    """Name of a kind, like "order_confirmed"; "custom" from 1,000 on, "unknown" for others.
        Static.

        Args:
            kind: see the headers
    """
    return _core.message_kind_name(kind)


def message_channel_name(channel: int) -> Optional[str]:
    """Name of a channel, like "email"; "unknown" for others. Static.

        Args:
            channel: see the headers
    """
    return _core.message_channel_name(channel)


def message_state_name(state: int) -> Optional[str]:
    """Name of a state, like "queued"; "unknown" for others. Static.

        Args:
            state: see the headers
    """
    return _core.message_state_name(state)


def webhook_sign(secret: str, id: str, timestamp_s: int, body: Union[str, bytes]) -> str:
    """Sign a webhook by the Standard Webhooks specification (standardwebhooks.com): HMAC-SHA256
        over "id.timestamp.body", as text "v1,base64". Send it with the headers webhook-id,
        webhook-timestamp and webhook-signature.

        Args:
            secret: "whsec_" and base64 of 24 … 64 bytes
            id: the message's id, without a dot; repetitions of one message keep it
            timestamp_s: UTC seconds
            body: the body's bytes

        Raises:
            Invalid: None, a malformed secret, an empty id or one with a dot, a negative time
            LimitExceeded: a time after the year 9999
    """
    return _core.webhook_sign(secret, id, timestamp_s, body)


def webhook_verify(
    secret: str,
    id: str,
    timestamp_s: int,
    body: Union[str, bytes],
    signatures: str,
    now_s: int,
) -> None:
    """Check a webhook's signature, in constant time. For receivers and tests.

        Args:
            secret: as in webhook_sign
            id: the header webhook-id
            timestamp_s: the header webhook-timestamp
            body: the body's bytes as they came
            signatures: the header webhook-signature: one or more, with spaces between
            now_s: the receiver's clock, UTC seconds

        Raises:
            Forged: none is right, or the timestamp is more than WEBHOOK_TOLERANCE_S away
            Invalid: None, a malformed secret, id or time
            LimitExceeded: a time after the year 9999
    """
    _core.webhook_verify(secret, id, timestamp_s, body, signatures, now_s)


def payment_kind_name(kind: int) -> Optional[str]:
    """A payment command kind's name, like "capture"; "?" for an unknown number. Static.

        Args:
            kind: see the headers
    """
    return _core.payment_kind_name(kind)


def template_render(
    text: str,
    variables: Iterable[Union[Variable, Tuple[Any, ...]]],
    escaping: Union[TemplateEscaping, int],
) -> str:
    """Render a template's text without a store: to try one out.

        Args:
            text: the template, at most TEMPLATE_MAX bytes
            variables: may be None with 0
            escaping: a TemplateEscaping

        Raises:
            TemplateFault: malformed: `error->line` is its line, `error->subject` the byte, from 1
            BufferTooSmall: the room is too small
            LimitExceeded: the text is longer than TEMPLATE_MAX or the answer than BODY_MAX
            Invalid: None or an unknown escaping
            OutOfMemory: memory is out
    """
    return _core.template_render(text, variables, escaping)


def barcode_verify(
    keys: Iterable[Union[PublicKey, Tuple[Any, ...]]],
    text: str,
    now: Optional[datetime] = None,
) -> Barcode:
    """Check a barcode offline: no store, no clock of the engine's. Whether the ticket was voided,
        reissued or used is not in it; see revocation_list and checkin_scan.

        Args:
            keys: the public keys, from signing_key_list
            text: the barcode's text; lower case is read too
            now: the time to judge its validity at, 0 … TIME_MS_MAX; None: do not judge

        Raises:
            Malformed: this is not one of our barcodes at all, or of a later version
            Forged: it has a barcode's form, but the signature is wrong or the key unknown
            Invalid: None or a wrong size, or a time before 1970
            LimitExceeded: a time after TIME_MS_MAX
    """
    return _core.barcode_verify(keys, text, now)
