"""One consistent moment of a store, and iterators over what is longer than a page."""

from __future__ import annotations

import os
import types
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any, Iterable, Iterator, Optional, Tuple, Type, Union

from . import _core
from ._enums import (
    EventStatus,
    MessageChannel,
    MessageState,
    OrderState,
    TicketListFlag,
    TicketState,
)
from ._reads import SnapshotReads
from ._setup import from_ms
from ._values import (
    EventView,
    FeedEvent,
    LedgerEntry,
    MapSeat,
    MapView,
    Message,
    Order,
    PoolView,
    Revocation,
    ScanEntry,
    Ticket,
    TicketTypeView,
    VenueView,
)

if TYPE_CHECKING:
    from .engine import Engine

__all__ = ["Snapshot"]


class Snapshot(SnapshotReads):
    """One consistent moment of the store. Reading never waits for the writer, nor the writer for it. A
    snapshot may go from thread to thread but serves one at a time. What it read stays in its memory until it
    is refreshed or closed.

    Methods with the names of the C interface answer one thing or one page; those in the plural here
    (``orders()``, ``tickets()`` …) go through all pages.

    >>> from ticketcore import Engine
    >>> with Engine("", memory=True) as engine:
    ...     _ = [engine.venue_create(name=f"Hall {n}") for n in range(3)]
    ...     with engine.snapshot() as now:
    ...         [venue.name for venue in now.venues()]
    ['Hall 0', 'Hall 1', 'Hall 2']
    """

    __slots__ = ("__weakref__",)

    def __init__(self, engine: "Engine") -> None:
        _core.snapshot_open(self, engine)

    def close(self) -> None:
        """Let the moment go. Closing twice is fine."""
        _core.snapshot_close(self)

    @property
    def closed(self) -> bool:
        """Whether it was closed, by itself or with its engine."""
        return _core.snapshot_closed(self)

    @property
    def time(self) -> datetime:
        """The moment at which it judges expiry."""
        return from_ms(_core.snapshot_time(self))

    @property
    def commit(self) -> int:
        """The number of the commit it shows."""
        return _core.snapshot_commit(self)

    def refresh(self) -> "Snapshot":
        """Move to the newest commit and the present time; cheaper than a new one."""
        _core.snapshot_refresh(self)
        return self

    def __enter__(self) -> "Snapshot":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[types.TracebackType],
    ) -> None:
        self.close()

    def __reduce__(self) -> Tuple[Any, ...]:
        raise TypeError("a snapshot cannot be pickled")

    def dump_to(self, target: Union[int, IO[bytes]]) -> int:
        """Write the whole store as lines of JSON into an open file; answers the number of lines."""
        if isinstance(target, int):
            return self.dump(target)
        target.flush()
        return self.dump(target.fileno())

    def dump_file(self, path: Union[str, "os.PathLike[str]"]) -> int:
        """The same into a new file."""
        with open(path, "xb") as file:
            return self.dump(file.fileno())

    def venues(self, *, country: Optional[str] = None, text: Optional[str] = None) -> Iterator[VenueView]:
        """Every venue that matches, as venue_list()."""
        after = 0
        while True:
            page = self.venue_list(after=after, country=country, text=text)
            yield from page.venues
            if not page.next:
                return
            after = page.next

    def maps(self, *, venue: int = 0) -> Iterator[MapView]:
        """Every seat map, as map_list()."""
        after = 0
        while True:
            page = self.map_list(after=after, venue=venue)
            yield from page.maps
            if not page.next:
                return
            after = page.next

    def map_seats(self, map: int, map_version: int = 0) -> Iterator[MapSeat]:
        """Every seat of a map, as map_seat_list()."""
        first = 0
        while True:
            seats = self.map_seat_list(map, map_version, first)
            yield from seats
            if len(seats) < 1000:
                return
            first += len(seats)

    def events(
        self,
        *,
        venue: int = 0,
        starts_from: Optional[datetime] = None,
        starts_until: Optional[datetime] = None,
        category: Optional[str] = None,
        tag: Optional[str] = None,
        text: Optional[str] = None,
        statuses: Iterable[EventStatus] = (),
    ) -> Iterator[EventView]:
        """Every event that matches, as event_list()."""
        after: Optional[bytes] = None
        wanted = tuple(statuses)
        while True:
            page = self.event_list(
                after=after,
                venue=venue,
                starts_from=starts_from,
                starts_until=starts_until,
                category=category,
                tag=tag,
                text=text,
                statuses=wanted,
            )
            yield from page.events
            if not page.more:
                return
            after = page.next

    def ticket_types(self, event: int) -> Iterator[TicketTypeView]:
        """Every ticket type of an event."""
        after = 0
        while True:
            page = self.ticket_type_list(event=event, after=after)
            yield from page.ticket_types
            if not page.next:
                return
            after = page.next

    def pools(self, event: int) -> Iterator[PoolView]:
        """Every pool of an event."""
        after = 0
        while True:
            pools = self.pool_list(event, after)
            yield from pools
            if len(pools) < 1000:
                return
            after = pools[-1].pool

    def orders(
        self, *, event: int = 0, buyer: Optional[str] = None, states: Iterable[OrderState] = ()
    ) -> Iterator[Order]:
        """Every order that matches, as order_list()."""
        after, wanted = 0, tuple(states)
        while True:
            orders, after = self.order_list(event=event, buyer=buyer, states=wanted, after=after)
            yield from orders
            if not after:
                return

    def tickets(
        self,
        *,
        event: int = 0,
        order: int = 0,
        secret: Optional[bytes] = None,
        state: Optional[TicketState] = None,
        labels: bool = False,
    ) -> Iterator[Ticket]:
        """Every ticket of an event or an order; with ``labels`` also section, row, label and name of its type."""
        after, flags = 0, TicketListFlag.LABELS if labels else None
        while True:
            tickets, after = self.ticket_list(
                flags=flags, event=event, order=order, secret=secret, after=after, state=state
            )
            yield from tickets
            if not after:
                return

    def revocations(self, event: int) -> Iterator[Revocation]:
        """Every ticket of an event some of whose barcodes are dead: what a gate that works offline needs."""
        after = 0
        while True:
            rows, after = self.revocation_list(event, after)
            yield from rows
            if not after:
                return

    def scans(self, event: int) -> Iterator[ScanEntry]:
        """Every scan of an event, in order."""
        after = 0
        while True:
            entries = self.checkin_list(event, after)
            yield from entries
            if len(entries) < 1000:
                return
            after = entries[-1].entry

    def messages(
        self,
        *,
        order: int = 0,
        state: Optional[MessageState] = None,
        channel: Optional[MessageChannel] = None,
    ) -> Iterator[Message]:
        """Every message that matches, without its text, as message_list()."""
        after = 0
        while True:
            messages, after = self.message_list(after=after, order=order, state=state, channel=channel)
            yield from messages
            if not after:
                return

    def journal(self) -> Iterator[LedgerEntry]:
        """Every posting of the ledger, in order."""
        after = 0
        while True:
            entries = self.ledger_journal(after)
            yield from entries
            if not entries:
                return
            after = entries[-1].id

    def feed(self, cursor: int = 0) -> Iterator[FeedEvent]:
        """Every event of record from a cursor to this moment."""
        while True:
            events, after = self.feed_read(cursor, limit=500)
            yield from events
            if after == cursor:
                return
            cursor = after
