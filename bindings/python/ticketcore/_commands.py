"""Every change of a store, as a value and as a method. Made by scripts/gen_python.py from the public headers; do not edit."""
from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Iterable, Optional, Tuple, Union

from ._base import Command
from ._core import EngineHandle, fill, run
from ._enums import (
    CommandKind,
    EventStatus,
    EventFlag,
    LateMoney,
    Capture,
    EventField,
    ConsumerFlag,
    FeedPruneFlag,
    HoldFlag,
    MapForm,
    PayMethod,
    OrderFlag,
    MessageChannel,
    MessageKind,
    MessageOutcome,
    PaymentOutcome,
    PaymentEventKind,
    PoolCreateFlag,
    PoolUpdateFlag,
    TemplateFlag,
    TicketTypeStatus,
    TicketTypeField,
    VenueField,
)
from ._values import (
    CheckinScanResult,
    ConsumerSetResult,
    Contact,
    EventResult,
    FeedPruneResult,
    HoldCreateResult,
    HoldExtendResult,
    HoldPool,
    HoldReleaseResult,
    HoldSeat,
    MapResult,
    MessageChangeResult,
    MessageCreateResult,
    MessageLeaseResult,
    OrderCreateResult,
    OrderItem,
    OrderResult,
    PaymentLeaseResult,
    PaymentResult,
    PoolCreateResult,
    PoolUpdateResult,
    SeatBlockResult,
    SeatVersion,
    SigningKeyRotateResult,
    SweepResult,
    TemplatePutResult,
    TicketChangeResult,
    TicketTypeResult,
    Variable,
    VenueResult,
)

__all__ = [
    "EngineCommands",
    "VenueCreate",
    "VenueUpdate",
    "VenueDelete",
    "MapCreate",
    "MapUpdate",
    "MapPublish",
    "MapDelete",
    "EventCreate",
    "EventUpdate",
    "EventDelete",
    "TicketTypeCreate",
    "TicketTypeUpdate",
    "TicketTypeDelete",
    "HoldCreate",
    "HoldBest",
    "HoldExtend",
    "HoldRelease",
    "HoldExpire",
    "HoldSwap",
    "SeatBlock",
    "SeatUnblock",
    "SeatChannel",
    "PoolCreate",
    "PoolUpdate",
    "Sweep",
    "OrderCreate",
    "OrderCancel",
    "OrderPay",
    "OrderSettle",
    "OrderRefund",
    "PaymentLease",
    "PaymentAnswer",
    "PaymentEvent",
    "TicketVoid",
    "TicketReissue",
    "SigningKeyRotate",
    "CheckinScan",
    "MessageCreate",
    "MessageLease",
    "MessageAnswer",
    "MessageRetry",
    "MessageCancel",
    "TemplatePut",
    "TemplateDelete",
    "ConsumerSet",
    "ConsumerDelete",
    "FeedPrune",
]


@dataclass(frozen=True, init=False)
class VenueCreate(Command):
    """A new venue.

    Attributes:
        name: 1 … NAME_MAX bytes of UTF-8
        request_id: None: none
        address: street and number, at most ADDRESS_MAX bytes; may be None
        city: at most NAME_MAX bytes; may be None
        country: two capital letters (ISO 3166-1 alpha-2); may be None
        time_zone: IANA time-zone name such as "Europe/Berlin", at most LABEL_MAX bytes; only its
            form is checked; may be None
        capacity_note: free words such as "1,200 seated, 3,000 standing", at most NAME_MAX bytes;
            may be None
    """

    command_kind = CommandKind.VENUE_CREATE
    __slots__ = ("name", "request_id", "address", "city", "country", "time_zone", "capacity_note")

    name: str
    request_id: Optional[Union[uuid.UUID, bytes]]
    address: Optional[str]
    city: Optional[str]
    country: Optional[str]
    time_zone: Optional[str]
    capacity_note: Optional[str]

    def __init__(
        self,
        *,
        name: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        address: Optional[str] = None,
        city: Optional[str] = None,
        country: Optional[str] = None,
        time_zone: Optional[str] = None,
        capacity_note: Optional[str] = None,
    ) -> None:
        fill(self, name, request_id, address, city, country, time_zone, capacity_note)


@dataclass(frozen=True, init=False)
class VenueUpdate(Command):
    """A change of a venue. Only the fields named in `fields` change; of those, None clears.

    Attributes:
        venue: id of the venue
        request_id: None: none
        expected_version: version it must have; 0: any
        name: 1 … NAME_MAX bytes of UTF-8
        address: street and number, at most ADDRESS_MAX bytes; may be None
        city: at most NAME_MAX bytes; may be None
        country: two capital letters (ISO 3166-1 alpha-2); may be None
        time_zone: IANA time-zone name such as "Europe/Berlin", at most LABEL_MAX bytes; only its
            form is checked; may be None
        capacity_note: free words such as "1,200 seated, 3,000 standing", at most NAME_MAX bytes;
            may be None
        fields: VenueField values, or-ed; at least one
    """

    command_kind = CommandKind.VENUE_UPDATE
    __slots__ = ("venue", "request_id", "expected_version", "name", "address", "city", "country",
                 "time_zone", "capacity_note", "fields")

    venue: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    name: Optional[str]
    address: Optional[str]
    city: Optional[str]
    country: Optional[str]
    time_zone: Optional[str]
    capacity_note: Optional[str]
    fields: Optional[Union[VenueField, int]]

    def __init__(
        self,
        *,
        venue: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        name: Optional[str] = None,
        address: Optional[str] = None,
        city: Optional[str] = None,
        country: Optional[str] = None,
        time_zone: Optional[str] = None,
        capacity_note: Optional[str] = None,
        fields: Optional[Union[VenueField, int]] = None,
    ) -> None:
        fill(self, venue, request_id, expected_version, name, address, city, country, time_zone,
        capacity_note, fields)


@dataclass(frozen=True, init=False)
class VenueDelete(Command):
    """Removal of a venue.

    Attributes:
        venue: id of the venue
        request_id: None: none
        expected_version: version it must have; 0: any
    """

    command_kind = CommandKind.VENUE_DELETE
    __slots__ = ("venue", "request_id", "expected_version")

    venue: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        venue: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, venue, request_id, expected_version)


@dataclass(frozen=True, init=False)
class MapCreate(Command):
    """A new map, as a draft, from a document.

    Attributes:
        text: the document, UTF-8; need not end in NUL
        request_id: None: none
        venue: the venue it belongs to; 0: none
        name: at most NAME_MAX bytes; None: the document's own
        form: a MapForm
    """

    command_kind = CommandKind.MAP_CREATE
    __slots__ = ("text", "request_id", "venue", "name", "form")

    text: Union[str, bytes]
    request_id: Optional[Union[uuid.UUID, bytes]]
    venue: Optional[int]
    name: Optional[str]
    form: Optional[Union[MapForm, int]]

    def __init__(
        self,
        *,
        text: Union[str, bytes],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        venue: Optional[int] = None,
        name: Optional[str] = None,
        form: Optional[Union[MapForm, int]] = None,
    ) -> None:
        fill(self, text, request_id, venue, name, form)


@dataclass(frozen=True, init=False)
class MapUpdate(Command):
    """A new draft version of a map, from a document.

    Attributes:
        map: id of the map
        text: the document, UTF-8; need not end in NUL
        request_id: None: none
        expected_version: version the map object must have; 0: any
        name: at most NAME_MAX bytes; None: as it was
        form: a MapForm
    """

    command_kind = CommandKind.MAP_UPDATE
    __slots__ = ("map", "text", "request_id", "expected_version", "name", "form")

    map: int
    text: Union[str, bytes]
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    name: Optional[str]
    form: Optional[Union[MapForm, int]]

    def __init__(
        self,
        *,
        map: int,
        text: Union[str, bytes],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        name: Optional[str] = None,
        form: Optional[Union[MapForm, int]] = None,
    ) -> None:
        fill(self, map, text, request_id, expected_version, name, form)


@dataclass(frozen=True, init=False)
class MapPublish(Command):
    """Publication of a draft.

    Attributes:
        map: id of the map
        request_id: None: none
        expected_version: version the map object must have; 0: any
        map_version: the draft; 0: the newest version
    """

    command_kind = CommandKind.MAP_PUBLISH
    __slots__ = ("map", "request_id", "expected_version", "map_version")

    map: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    map_version: Optional[int]

    def __init__(
        self,
        *,
        map: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        map_version: Optional[int] = None,
    ) -> None:
        fill(self, map, request_id, expected_version, map_version)


@dataclass(frozen=True, init=False)
class MapDelete(Command):
    """Removal of a map with all its versions.

    Attributes:
        map: id of the map
        request_id: None: none
        expected_version: version the map object must have; 0: any
    """

    command_kind = CommandKind.MAP_DELETE
    __slots__ = ("map", "request_id", "expected_version")

    map: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        map: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, map, request_id, expected_version)


@dataclass(frozen=True, init=False)
class EventCreate(Command):
    """A new event.

    Attributes:
        starts_at: at most TIME_MS_MAX as every time; must be given
        name: 1 … NAME_MAX bytes of UTF-8
        currency: three capital letters (ISO 4217); must be given
        request_id: None: none
        venue: where; 0: nowhere yet
        map: seat map; 0: no numbered seats
        ends_at: not before the start; None: not said
        sale_from: None: at once
        sale_until: after `sale_from_ms`; None: until it starts
        hold_ttl: life of a hold when its request says nothing, 1,000 … HOLD_TTL_MS_MAX
            (milliseconds); None: HOLD_TTL_MS_DEFAULT (milliseconds)
        hold_life: life of a hold with all extensions, `hold_ttl_ms` … HOLD_TTL_MS_MAX
            (milliseconds); None: HOLD_LIFE_MS_DEFAULT (milliseconds)
        description: at most TEXT_MAX bytes; may be None
        category: kind or genre such as "concert", at most LABEL_MAX bytes; may be None
        tags: `tags_count` texts of 1 … LABEL_MAX bytes, no two equal
        map_version: published version of the map; 0: the newest published
        status: a EventStatus; 0: EventStatus.DRAFT
        rules: EventFlag values, or-ed
        late_money: a LateMoney
        capture: a Capture
        limit_per_buyer: places one buyer may hold and own; 0: no limit
        limit_per_order: places in one order; 0: no limit
    """

    command_kind = CommandKind.EVENT_CREATE
    __slots__ = ("starts_at", "name", "currency", "request_id", "venue", "map", "ends_at",
                 "sale_from", "sale_until", "hold_ttl", "hold_life", "description", "category",
                 "tags", "map_version", "status", "rules", "late_money", "capture",
                 "limit_per_buyer", "limit_per_order")

    starts_at: datetime
    name: str
    currency: str
    request_id: Optional[Union[uuid.UUID, bytes]]
    venue: Optional[int]
    map: Optional[int]
    ends_at: Optional[datetime]
    sale_from: Optional[datetime]
    sale_until: Optional[datetime]
    hold_ttl: Optional[timedelta]
    hold_life: Optional[timedelta]
    description: Optional[str]
    category: Optional[str]
    tags: Optional[Iterable[str]]
    map_version: Optional[int]
    status: Optional[Union[EventStatus, int]]
    rules: Optional[Union[EventFlag, int]]
    late_money: Optional[Union[LateMoney, int]]
    capture: Optional[Union[Capture, int]]
    limit_per_buyer: Optional[int]
    limit_per_order: Optional[int]

    def __init__(
        self,
        *,
        starts_at: datetime,
        name: str,
        currency: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        venue: Optional[int] = None,
        map: Optional[int] = None,
        ends_at: Optional[datetime] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        hold_ttl: Optional[timedelta] = None,
        hold_life: Optional[timedelta] = None,
        description: Optional[str] = None,
        category: Optional[str] = None,
        tags: Optional[Iterable[str]] = None,
        map_version: Optional[int] = None,
        status: Optional[Union[EventStatus, int]] = None,
        rules: Optional[Union[EventFlag, int]] = None,
        late_money: Optional[Union[LateMoney, int]] = None,
        capture: Optional[Union[Capture, int]] = None,
        limit_per_buyer: Optional[int] = None,
        limit_per_order: Optional[int] = None,
    ) -> None:
        fill(self, starts_at, name, currency, request_id, venue, map, ends_at, sale_from,
        sale_until, hold_ttl, hold_life, description, category, tags, map_version, status, rules,
        late_money, capture, limit_per_buyer, limit_per_order)


@dataclass(frozen=True, init=False)
class EventUpdate(Command):
    """A change of an event. Only the fields named in `fields` change; of those, None and 0 mean
    what they mean at creation.

    Attributes:
        event: id of the event
        request_id: None: none
        expected_version: version it must have; 0: any
        venue: where; 0: nowhere yet
        map: seat map; 0: no numbered seats
        starts_at: at most TIME_MS_MAX as every time; must be given
        ends_at: not before the start; None: not said
        sale_from: None: at once
        sale_until: after `sale_from_ms`; None: until it starts
        hold_ttl: life of a hold when its request says nothing, 1,000 … HOLD_TTL_MS_MAX
            (milliseconds); None: HOLD_TTL_MS_DEFAULT (milliseconds)
        hold_life: life of a hold with all extensions, `hold_ttl_ms` … HOLD_TTL_MS_MAX
            (milliseconds); None: HOLD_LIFE_MS_DEFAULT (milliseconds)
        name: 1 … NAME_MAX bytes of UTF-8
        description: at most TEXT_MAX bytes; may be None
        category: kind or genre such as "concert", at most LABEL_MAX bytes; may be None
        currency: three capital letters (ISO 4217); must be given
        tags: `tags_count` texts of 1 … LABEL_MAX bytes, no two equal
        map_version: published version of the map; 0: the newest published
        status: a EventStatus; 0: EventStatus.DRAFT
        rules: EventFlag values, or-ed
        late_money: a LateMoney
        capture: a Capture
        limit_per_buyer: places one buyer may hold and own; 0: no limit
        limit_per_order: places in one order; 0: no limit
        fields: EventField values, or-ed; at least one
    """

    command_kind = CommandKind.EVENT_UPDATE
    __slots__ = ("event", "request_id", "expected_version", "venue", "map", "starts_at", "ends_at",
                 "sale_from", "sale_until", "hold_ttl", "hold_life", "name", "description",
                 "category", "currency", "tags", "map_version", "status", "rules", "late_money",
                 "capture", "limit_per_buyer", "limit_per_order", "fields")

    event: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    venue: Optional[int]
    map: Optional[int]
    starts_at: Optional[datetime]
    ends_at: Optional[datetime]
    sale_from: Optional[datetime]
    sale_until: Optional[datetime]
    hold_ttl: Optional[timedelta]
    hold_life: Optional[timedelta]
    name: Optional[str]
    description: Optional[str]
    category: Optional[str]
    currency: Optional[str]
    tags: Optional[Iterable[str]]
    map_version: Optional[int]
    status: Optional[Union[EventStatus, int]]
    rules: Optional[Union[EventFlag, int]]
    late_money: Optional[Union[LateMoney, int]]
    capture: Optional[Union[Capture, int]]
    limit_per_buyer: Optional[int]
    limit_per_order: Optional[int]
    fields: Optional[Union[EventField, int]]

    def __init__(
        self,
        *,
        event: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        venue: Optional[int] = None,
        map: Optional[int] = None,
        starts_at: Optional[datetime] = None,
        ends_at: Optional[datetime] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        hold_ttl: Optional[timedelta] = None,
        hold_life: Optional[timedelta] = None,
        name: Optional[str] = None,
        description: Optional[str] = None,
        category: Optional[str] = None,
        currency: Optional[str] = None,
        tags: Optional[Iterable[str]] = None,
        map_version: Optional[int] = None,
        status: Optional[Union[EventStatus, int]] = None,
        rules: Optional[Union[EventFlag, int]] = None,
        late_money: Optional[Union[LateMoney, int]] = None,
        capture: Optional[Union[Capture, int]] = None,
        limit_per_buyer: Optional[int] = None,
        limit_per_order: Optional[int] = None,
        fields: Optional[Union[EventField, int]] = None,
    ) -> None:
        fill(self, event, request_id, expected_version, venue, map, starts_at, ends_at, sale_from,
        sale_until, hold_ttl, hold_life, name, description, category, currency, tags, map_version,
        status, rules, late_money, capture, limit_per_buyer, limit_per_order, fields)


@dataclass(frozen=True, init=False)
class EventDelete(Command):
    """Removal of an event.

    Attributes:
        event: id of the event
        request_id: None: none
        expected_version: version it must have; 0: any
    """

    command_kind = CommandKind.EVENT_DELETE
    __slots__ = ("event", "request_id", "expected_version")

    event: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        event: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, event, request_id, expected_version)


@dataclass(frozen=True, init=False)
class TicketTypeCreate(Command):
    """A new ticket type of an event.

    Attributes:
        event: id of the event
        price_minor: price of one, 0 … AMOUNT_MAX minor units
        name: 1 … NAME_MAX bytes of UTF-8
        request_id: None: none
        fee_minor: fee on top of one, 0 … AMOUNT_MAX minor units
        sale_from: None: with the event
        sale_until: after `sale_from_ms`; None: with the event
        description: at most TEXT_MAX bytes; may be None
        category: number of the map's category it is for, from 1; 0: any. Numbers are those of
            map_category_list
        pool: pool it draws on (general admission); 0: it is for a seat
        channels: those it is sold through, 16 bits; None: all
        tax_bp: tax in basis points, 0 … 100,000 (1,900 is 19 %)
        tax_inclusive: True: price and fee contain the tax; False: it is added
        min_per_order: fewest of it in an order that has any; 0: no such rule
        max_per_order: most of it in an order; 0: no such rule
        status: a TicketTypeStatus; None: on sale
    """

    command_kind = CommandKind.TICKET_TYPE_CREATE
    __slots__ = ("event", "price_minor", "name", "request_id", "fee_minor", "sale_from",
                 "sale_until", "description", "category", "pool", "channels", "tax_bp",
                 "tax_inclusive", "min_per_order", "max_per_order", "status")

    event: int
    price_minor: int
    name: str
    request_id: Optional[Union[uuid.UUID, bytes]]
    fee_minor: Optional[int]
    sale_from: Optional[datetime]
    sale_until: Optional[datetime]
    description: Optional[str]
    category: Optional[int]
    pool: Optional[int]
    channels: Optional[Iterable[int]]
    tax_bp: Optional[int]
    tax_inclusive: Optional[bool]
    min_per_order: Optional[int]
    max_per_order: Optional[int]
    status: Optional[Union[TicketTypeStatus, int]]

    def __init__(
        self,
        *,
        event: int,
        price_minor: int,
        name: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        fee_minor: Optional[int] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        description: Optional[str] = None,
        category: Optional[int] = None,
        pool: Optional[int] = None,
        channels: Optional[Iterable[int]] = None,
        tax_bp: Optional[int] = None,
        tax_inclusive: Optional[bool] = None,
        min_per_order: Optional[int] = None,
        max_per_order: Optional[int] = None,
        status: Optional[Union[TicketTypeStatus, int]] = None,
    ) -> None:
        fill(self, event, price_minor, name, request_id, fee_minor, sale_from, sale_until,
        description, category, pool, channels, tax_bp, tax_inclusive, min_per_order, max_per_order,
        status)


@dataclass(frozen=True, init=False)
class TicketTypeUpdate(Command):
    """A change of a ticket type. Only the fields named in `fields` change. Orders that were made
    keep the price they froze.

    Attributes:
        event: id of the event
        ticket_type: number of the ticket type in the event
        request_id: None: none
        expected_version: version the ticket type must have; 0: any
        price_minor: price of one, 0 … AMOUNT_MAX minor units
        fee_minor: fee on top of one, 0 … AMOUNT_MAX minor units
        sale_from: None: with the event
        sale_until: after `sale_from_ms`; None: with the event
        name: 1 … NAME_MAX bytes of UTF-8
        description: at most TEXT_MAX bytes; may be None
        category: number of the map's category it is for, from 1; 0: any. Numbers are those of
            map_category_list
        pool: pool it draws on (general admission); 0: it is for a seat
        channels: those it is sold through, 16 bits; None: all
        tax_bp: tax in basis points, 0 … 100,000 (1,900 is 19 %)
        tax_inclusive: True: price and fee contain the tax; False: it is added
        min_per_order: fewest of it in an order that has any; 0: no such rule
        max_per_order: most of it in an order; 0: no such rule
        status: a TicketTypeStatus; None: on sale
        fields: TicketTypeField values, or-ed; at least one
    """

    command_kind = CommandKind.TICKET_TYPE_UPDATE
    __slots__ = ("event", "ticket_type", "request_id", "expected_version", "price_minor",
                 "fee_minor", "sale_from", "sale_until", "name", "description", "category", "pool",
                 "channels", "tax_bp", "tax_inclusive", "min_per_order", "max_per_order", "status",
                 "fields")

    event: int
    ticket_type: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    price_minor: Optional[int]
    fee_minor: Optional[int]
    sale_from: Optional[datetime]
    sale_until: Optional[datetime]
    name: Optional[str]
    description: Optional[str]
    category: Optional[int]
    pool: Optional[int]
    channels: Optional[Iterable[int]]
    tax_bp: Optional[int]
    tax_inclusive: Optional[bool]
    min_per_order: Optional[int]
    max_per_order: Optional[int]
    status: Optional[Union[TicketTypeStatus, int]]
    fields: Optional[Union[TicketTypeField, int]]

    def __init__(
        self,
        *,
        event: int,
        ticket_type: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        price_minor: Optional[int] = None,
        fee_minor: Optional[int] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        name: Optional[str] = None,
        description: Optional[str] = None,
        category: Optional[int] = None,
        pool: Optional[int] = None,
        channels: Optional[Iterable[int]] = None,
        tax_bp: Optional[int] = None,
        tax_inclusive: Optional[bool] = None,
        min_per_order: Optional[int] = None,
        max_per_order: Optional[int] = None,
        status: Optional[Union[TicketTypeStatus, int]] = None,
        fields: Optional[Union[TicketTypeField, int]] = None,
    ) -> None:
        fill(self, event, ticket_type, request_id, expected_version, price_minor, fee_minor,
        sale_from, sale_until, name, description, category, pool, channels, tax_bp, tax_inclusive,
        min_per_order, max_per_order, status, fields)


@dataclass(frozen=True, init=False)
class TicketTypeDelete(Command):
    """Removal of a ticket type.

    Attributes:
        event: id of the event
        ticket_type: number of the ticket type in the event
        request_id: None: none
        expected_version: version the ticket type must have; 0: any
    """

    command_kind = CommandKind.TICKET_TYPE_DELETE
    __slots__ = ("event", "ticket_type", "request_id", "expected_version")

    event: int
    ticket_type: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        event: int,
        ticket_type: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, event, ticket_type, request_id, expected_version)


@dataclass(frozen=True, init=False)
class HoldCreate(Command):
    """Hold named seats and quantities.

    Attributes:
        flags: HoldFlag values, or-ed
        request_id: None: none
        ttl: time to live, 1 … HOLD_TTL_MS_MAX (milliseconds) and the cap of each of its events;
            None: the shortest default of its events
        seats: the seats, each once; may be left out
        pools: the quantities, each pool once; may be left out
        buyer: the host's key of the person, 1 … BUYER_MAX bytes, under which limits are counted;
            None or "": nobody in particular (refused where an event has a limit per buyer)
        channel: 0 … CHANNELS_MAX - 1: may take this channel's and the public's seats and pools
    """

    command_kind = CommandKind.HOLD_CREATE
    __slots__ = ("flags", "request_id", "ttl", "seats", "pools", "buyer", "channel")

    flags: Optional[Union[HoldFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    ttl: Optional[timedelta]
    seats: Optional[Iterable[Union[HoldSeat, Tuple[Any, ...]]]]
    pools: Optional[Iterable[Union[HoldPool, Tuple[Any, ...]]]]
    buyer: Optional[str]
    channel: Optional[int]

    def __init__(
        self,
        *,
        flags: Optional[Union[HoldFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        seats: Optional[Iterable[Union[HoldSeat, Tuple[Any, ...]]]] = None,
        pools: Optional[Iterable[Union[HoldPool, Tuple[Any, ...]]]] = None,
        buyer: Optional[str] = None,
        channel: Optional[int] = None,
    ) -> None:
        fill(self, flags, request_id, ttl, seats, pools, buyer, channel)


@dataclass(frozen=True, init=False)
class HoldBest(Command):
    """Hold the best seats available.

    Attributes:
        event: event id
        quantity: persons, 1 … HOLD_BEST_MAX
        flags: HoldFlag values, or-ed; with HoldFlag.ALLOW_ORPHANS a single left-over seat does not
            count against a choice
        request_id: None: none
        ttl: time to live, 1 … HOLD_TTL_MS_MAX (milliseconds) and the cap of each of its events;
            None: the shortest default of its events
        categories: categories wanted, any of them; None: every one
        sections: sections wanted, any of them; None: every one
        buyer: the host's key of the person, 1 … BUYER_MAX bytes, under which limits are counted;
            None or "": nobody in particular (refused where an event has a limit per buyer)
        accessible: how many of them need an accessible seat, 0 … quantity
        channel: 0 … CHANNELS_MAX - 1: may take this channel's and the public's seats and pools
        max_rows: the most groups to split into; 1: together or not at all; 0: any
    """

    command_kind = CommandKind.HOLD_BEST
    __slots__ = ("event", "quantity", "flags", "request_id", "ttl", "categories", "sections",
                 "buyer", "accessible", "channel", "max_rows")

    event: int
    quantity: int
    flags: Optional[Union[HoldFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    ttl: Optional[timedelta]
    categories: Optional[Iterable[int]]
    sections: Optional[Iterable[int]]
    buyer: Optional[str]
    accessible: Optional[int]
    channel: Optional[int]
    max_rows: Optional[int]

    def __init__(
        self,
        *,
        event: int,
        quantity: int,
        flags: Optional[Union[HoldFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        categories: Optional[Iterable[int]] = None,
        sections: Optional[Iterable[int]] = None,
        buyer: Optional[str] = None,
        accessible: Optional[int] = None,
        channel: Optional[int] = None,
        max_rows: Optional[int] = None,
    ) -> None:
        fill(self, event, quantity, flags, request_id, ttl, categories, sections, buyer, accessible,
        channel, max_rows)


@dataclass(frozen=True, init=False)
class HoldExtend(Command):
    """Let a hold live longer.

    Attributes:
        hold: its id
        secret: its secret
        request_id: None: none
        ttl: to live from now on, 1 … HOLD_TTL_MS_MAX (milliseconds); None: the shortest default of
            its events. Never makes it die sooner
        expected_version: of the hold; 0: any
    """

    command_kind = CommandKind.HOLD_EXTEND
    __slots__ = ("hold", "secret", "request_id", "ttl", "expected_version")

    hold: int
    secret: bytes
    request_id: Optional[Union[uuid.UUID, bytes]]
    ttl: Optional[timedelta]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        hold: int,
        secret: bytes,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, hold, secret, request_id, ttl, expected_version)


@dataclass(frozen=True, init=False)
class HoldRelease(Command):
    """Give a hold back.

    Attributes:
        hold: its id
        secret: its secret
        request_id: None: none
        expected_version: of the hold; 0: any
    """

    command_kind = CommandKind.HOLD_RELEASE
    __slots__ = ("hold", "secret", "request_id", "expected_version")

    hold: int
    secret: bytes
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        hold: int,
        secret: bytes,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, hold, secret, request_id, expected_version)


@dataclass(frozen=True, init=False)
class HoldExpire(Command):
    """End a hold now, by the host's right.

    Attributes:
        hold: its id
        request_id: None: none
        expected_version: of the hold; 0: any
    """

    command_kind = CommandKind.HOLD_EXPIRE
    __slots__ = ("hold", "request_id", "expected_version")

    hold: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        hold: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, hold, request_id, expected_version)


@dataclass(frozen=True, init=False)
class HoldSwap(Command):
    """Release one hold and make another, or neither.

    Attributes:
        hold: the old hold
        secret: its secret
        flags: HoldFlag values, or-ed
        request_id: None: none
        ttl: of the new hold from now on; None: until the old one would have died. Its whole life
            counts from the beginning of the old one's
        seats: the new hold's seats, each once; those of the old hold may be among them, with the
            version the old hold gave them or 0
        pools: the new hold's quantities, each pool once
        expected_version: of the old hold; 0: any
    """

    command_kind = CommandKind.HOLD_SWAP
    __slots__ = ("hold", "secret", "flags", "request_id", "ttl", "seats", "pools",
                 "expected_version")

    hold: int
    secret: bytes
    flags: Optional[Union[HoldFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    ttl: Optional[timedelta]
    seats: Optional[Iterable[Union[HoldSeat, Tuple[Any, ...]]]]
    pools: Optional[Iterable[Union[HoldPool, Tuple[Any, ...]]]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        hold: int,
        secret: bytes,
        flags: Optional[Union[HoldFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        seats: Optional[Iterable[Union[HoldSeat, Tuple[Any, ...]]]] = None,
        pools: Optional[Iterable[Union[HoldPool, Tuple[Any, ...]]]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, hold, secret, flags, request_id, ttl, seats, pools, expected_version)


@dataclass(frozen=True, init=False)
class SeatBlock(Command):
    """Change seats of one event: for seat_block and seat_unblock.

    Attributes:
        event: event id
        seats: the seats, each once
        request_id: None: none
    """

    command_kind = CommandKind.SEAT_BLOCK
    __slots__ = ("event", "seats", "request_id")

    event: int
    seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]]
    request_id: Optional[Union[uuid.UUID, bytes]]

    def __init__(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> None:
        fill(self, event, seats, request_id)


@dataclass(frozen=True, init=False)
class SeatUnblock(Command):
    """Change seats of one event: for seat_block and seat_unblock.

    Attributes:
        event: event id
        seats: the seats, each once
        request_id: None: none
    """

    command_kind = CommandKind.SEAT_UNBLOCK
    __slots__ = ("event", "seats", "request_id")

    event: int
    seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]]
    request_id: Optional[Union[uuid.UUID, bytes]]

    def __init__(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> None:
        fill(self, event, seats, request_id)


@dataclass(frozen=True, init=False)
class SeatChannel(Command):
    """Allot seats to a channel, for seat_channel.

    Attributes:
        event: event id
        seats: the seats, each once
        request_id: None: none
        channel: 0 … CHANNELS_MAX - 1; 0 gives them back to the public
    """

    command_kind = CommandKind.SEAT_CHANNEL
    __slots__ = ("event", "seats", "request_id", "channel")

    event: int
    seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    channel: Optional[int]

    def __init__(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        channel: Optional[int] = None,
    ) -> None:
        fill(self, event, seats, request_id, channel)


@dataclass(frozen=True, init=False)
class PoolCreate(Command):
    """A new pool.

    Attributes:
        event: event id
        name: 1 … NAME_MAX bytes of UTF-8
        flags: PoolCreateFlag values, or-ed
        request_id: None: none
        capacity: 0 … POOL_CAPACITY_MAX
        channel: 0 … CHANNELS_MAX - 1; 0: public
    """

    command_kind = CommandKind.POOL_CREATE
    __slots__ = ("event", "name", "flags", "request_id", "capacity", "channel")

    event: int
    name: str
    flags: Optional[Union[PoolCreateFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    capacity: Optional[int]
    channel: Optional[int]

    def __init__(
        self,
        *,
        event: int,
        name: str,
        flags: Optional[Union[PoolCreateFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        capacity: Optional[int] = None,
        channel: Optional[int] = None,
    ) -> None:
        fill(self, event, name, flags, request_id, capacity, channel)


@dataclass(frozen=True, init=False)
class PoolUpdate(Command):
    """A change to a pool.

    Attributes:
        event: event id
        pool: number in the event
        flags: PoolUpdateFlag values, or-ed; the rest stays as it is
        request_id: None: none
        expected_version: 0: any
        name: with PoolUpdateFlag.NAME: 1 … NAME_MAX bytes of UTF-8
        capacity: with PoolUpdateFlag.CAPACITY: held + sold … POOL_CAPACITY_MAX
        open: with PoolUpdateFlag.OPEN: 1 or 0
        channel: with PoolUpdateFlag.CHANNEL: 0 … CHANNELS_MAX - 1
    """

    command_kind = CommandKind.POOL_UPDATE
    __slots__ = ("event", "pool", "flags", "request_id", "expected_version", "name", "capacity",
                 "open", "channel")

    event: int
    pool: int
    flags: Optional[Union[PoolUpdateFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    name: Optional[str]
    capacity: Optional[int]
    open: Optional[bool]
    channel: Optional[int]

    def __init__(
        self,
        *,
        event: int,
        pool: int,
        flags: Optional[Union[PoolUpdateFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        name: Optional[str] = None,
        capacity: Optional[int] = None,
        open: Optional[bool] = None,
        channel: Optional[int] = None,
    ) -> None:
        fill(self, event, pool, flags, request_id, expected_version, name, capacity, open, channel)


@dataclass(frozen=True, init=False)
class Sweep(Command):
    """Tidy what time has ended.

    Attributes:
        request_id: None: none
        limit: holds to expire at most; 0: 10,000
    """

    command_kind = CommandKind.SWEEP
    __slots__ = ("request_id", "limit")

    request_id: Optional[Union[uuid.UUID, bytes]]
    limit: Optional[int]

    def __init__(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        limit: Optional[int] = None,
    ) -> None:
        fill(self, request_id, limit)


@dataclass(frozen=True, init=False)
class OrderCreate(Command):
    """A new order.

    Attributes:
        hold: a live hold
        hold_secret: its secret
        items: one or more per item of the hold, in its order
        method: a PayMethod
        request_id: None: none
        buyer: the host's name for the person, up to BUYER_MAX bytes; None: the hold's
        contacts: at most one per channel; None: none
        expected_currency: ISO 4217 code the buyer saw; "": expect nothing
        expected_total_minor: total the buyer saw; looked at when expected_currency is set
        pay_within: money is awaited this long, 1 … HOLD_TTL_MS_MAX (milliseconds), within the
            hold's life cap; None: until the hold expires
        reference: the host's own or the till's reference, up to REFERENCE_MAX bytes; None: none
        token: PROVIDER: what the payment worker needs to charge the buyer, up to REFERENCE_MAX
            bytes; None: none. Not a card number
    """

    command_kind = CommandKind.ORDER_CREATE
    __slots__ = ("hold", "hold_secret", "items", "method", "request_id", "buyer", "contacts",
                 "expected_currency", "expected_total_minor", "pay_within", "reference", "token")

    hold: int
    hold_secret: bytes
    items: Iterable[Union[OrderItem, Tuple[Any, ...]]]
    method: Union[PayMethod, int]
    request_id: Optional[Union[uuid.UUID, bytes]]
    buyer: Optional[str]
    contacts: Optional[Iterable[Union[Contact, Tuple[Any, ...]]]]
    expected_currency: Optional[str]
    expected_total_minor: Optional[int]
    pay_within: Optional[timedelta]
    reference: Optional[str]
    token: Optional[str]

    def __init__(
        self,
        *,
        hold: int,
        hold_secret: bytes,
        items: Iterable[Union[OrderItem, Tuple[Any, ...]]],
        method: Union[PayMethod, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        buyer: Optional[str] = None,
        contacts: Optional[Iterable[Union[Contact, Tuple[Any, ...]]]] = None,
        expected_currency: Optional[str] = None,
        expected_total_minor: Optional[int] = None,
        pay_within: Optional[timedelta] = None,
        reference: Optional[str] = None,
        token: Optional[str] = None,
    ) -> None:
        fill(self, hold, hold_secret, items, method, request_id, buyer, contacts, expected_currency,
        expected_total_minor, pay_within, reference, token)


@dataclass(frozen=True, init=False)
class OrderCancel(Command):
    """Give an order up.

    Attributes:
        order: the order
        flags: OrderFlag.AS_HOST, OrderFlag.EVENT_GONE, OrderFlag.BY_HAND
        request_id: None: none
        secret: its secret; not looked at with OrderFlag.AS_HOST
        expected_version: 0: any
    """

    command_kind = CommandKind.ORDER_CANCEL
    __slots__ = ("order", "flags", "request_id", "secret", "expected_version")

    order: int
    flags: Optional[Union[OrderFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    secret: Optional[bytes]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        order: int,
        flags: Optional[Union[OrderFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        secret: Optional[bytes] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, order, flags, request_id, secret, expected_version)


@dataclass(frozen=True, init=False)
class OrderPay(Command):
    """Begin an order's payment again, perhaps by another method.

    Attributes:
        order: the order
        method: PayMethod.PROVIDER or PayMethod.OFFLINE
        flags: OrderFlag.AS_HOST
        request_id: None: none
        secret: its secret; not looked at with OrderFlag.AS_HOST
        expected_version: 0: any
        token: PROVIDER: what the payment worker needs to charge the buyer, up to REFERENCE_MAX
            bytes; None: none. Not a card number
        expected_total_minor: looked at when expected_currency is set
        expected_currency: "": expect nothing
        pay_within: a new deadline from now, within the hold's life cap; None: keep it
    """

    command_kind = CommandKind.ORDER_PAY
    __slots__ = ("order", "method", "flags", "request_id", "secret", "expected_version", "token",
                 "expected_total_minor", "expected_currency", "pay_within")

    order: int
    method: Union[PayMethod, int]
    flags: Optional[Union[OrderFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    secret: Optional[bytes]
    expected_version: Optional[int]
    token: Optional[str]
    expected_total_minor: Optional[int]
    expected_currency: Optional[str]
    pay_within: Optional[timedelta]

    def __init__(
        self,
        *,
        order: int,
        method: Union[PayMethod, int],
        flags: Optional[Union[OrderFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        secret: Optional[bytes] = None,
        expected_version: Optional[int] = None,
        token: Optional[str] = None,
        expected_total_minor: Optional[int] = None,
        expected_currency: Optional[str] = None,
        pay_within: Optional[timedelta] = None,
    ) -> None:
        fill(self, order, method, flags, request_id, secret, expected_version, token,
        expected_total_minor, expected_currency, pay_within)


@dataclass(frozen=True, init=False)
class OrderSettle(Command):
    """Money that came by hand.

    Attributes:
        order: the order
        currency: of the amount
        amount_minor: what came; must be the frozen total
        request_id: None: none
        expected_version: 0: any
        reference: of the bank or till, up to REFERENCE_MAX bytes; None: keep
    """

    command_kind = CommandKind.ORDER_SETTLE
    __slots__ = ("order", "currency", "amount_minor", "request_id", "expected_version", "reference")

    order: int
    currency: str
    amount_minor: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    reference: Optional[str]

    def __init__(
        self,
        *,
        order: int,
        currency: str,
        amount_minor: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        reference: Optional[str] = None,
    ) -> None:
        fill(self, order, currency, amount_minor, request_id, expected_version, reference)


@dataclass(frozen=True, init=False)
class OrderRefund(Command):
    """A refund: whole (no tickets, amount 0), by tickets, by amount, or tickets at another amount.

    Attributes:
        order: the order
        flags: OrderFlag.BY_HAND, OrderFlag.EVENT_GONE; always the host's act
        request_id: None: none
        expected_version: 0: any
        tickets: tickets to void; their places go back on sale at once
        amount_minor: 0: what was paid for the tickets, or for everything that is left
        reference: why, or the till's reference, up to REFERENCE_MAX bytes; None
    """

    command_kind = CommandKind.ORDER_REFUND
    __slots__ = ("order", "flags", "request_id", "expected_version", "tickets", "amount_minor",
                 "reference")

    order: int
    flags: Optional[Union[OrderFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]
    tickets: Optional[Iterable[int]]
    amount_minor: Optional[int]
    reference: Optional[str]

    def __init__(
        self,
        *,
        order: int,
        flags: Optional[Union[OrderFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        tickets: Optional[Iterable[int]] = None,
        amount_minor: Optional[int] = None,
        reference: Optional[str] = None,
    ) -> None:
        fill(self, order, flags, request_id, expected_version, tickets, amount_minor, reference)


@dataclass(frozen=True, init=False)
class PaymentLease(Command):
    """Take payment commands to carry out.

    Attributes:
        worker: the worker's own number, for people
        max: commands wanted, 1 … 1,000
        request_id: None: none (a lease needs none)
        lease: how long they are this worker's, 1 … LEASE_MS_MAX (milliseconds); None: 60,000
    """

    command_kind = CommandKind.PAYMENT_LEASE
    __slots__ = ("worker", "max", "request_id", "lease")

    worker: int
    max: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    lease: Optional[timedelta]

    def __init__(
        self,
        *,
        worker: int,
        max: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        lease: Optional[timedelta] = None,
    ) -> None:
        fill(self, worker, max, request_id, lease)


@dataclass(frozen=True, init=False)
class PaymentAnswer(Command):
    """What the provider answered to a leased command.

    Attributes:
        command: the command
        attempt: the attempt that is answered
        outcome: a PaymentOutcome
        request_id: None: none (the command and its outcome suffice)
        amount_minor: what the provider says the amount is; 0: it does not
        currency: of that amount; "": it does not say
        reference: the provider's reference, up to REFERENCE_MAX bytes; None: none
    """

    command_kind = CommandKind.PAYMENT_ANSWER
    __slots__ = ("command", "attempt", "outcome", "request_id", "amount_minor", "currency",
                 "reference")

    command: int
    attempt: int
    outcome: Union[PaymentOutcome, int]
    request_id: Optional[Union[uuid.UUID, bytes]]
    amount_minor: Optional[int]
    currency: Optional[str]
    reference: Optional[str]

    def __init__(
        self,
        *,
        command: int,
        attempt: int,
        outcome: Union[PaymentOutcome, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        amount_minor: Optional[int] = None,
        currency: Optional[str] = None,
        reference: Optional[str] = None,
    ) -> None:
        fill(self, command, attempt, outcome, request_id, amount_minor, currency, reference)


@dataclass(frozen=True, init=False)
class PaymentEvent(Command):
    """What a provider said by itself.

    Attributes:
        event_id: the provider's id of the event, 1 … REFERENCE_MAX bytes
        kind: a PaymentEventKind
        request_id: None: none (the event's id suffices)
        currency: of the amount; "": not said
        amount_minor: 0: not said (a refund or dispute of everything)
        reference: the provider's reference of the payment; None: use the key
        idempotency_key: of the command it is about; None: use the reference
    """

    command_kind = CommandKind.PAYMENT_EVENT
    __slots__ = ("event_id", "kind", "request_id", "currency", "amount_minor", "reference",
                 "idempotency_key")

    event_id: str
    kind: Union[PaymentEventKind, int]
    request_id: Optional[Union[uuid.UUID, bytes]]
    currency: Optional[str]
    amount_minor: Optional[int]
    reference: Optional[str]
    idempotency_key: Optional[bytes]

    def __init__(
        self,
        *,
        event_id: str,
        kind: Union[PaymentEventKind, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        currency: Optional[str] = None,
        amount_minor: Optional[int] = None,
        reference: Optional[str] = None,
        idempotency_key: Optional[bytes] = None,
    ) -> None:
        fill(self, event_id, kind, request_id, currency, amount_minor, reference, idempotency_key)


@dataclass(frozen=True, init=False)
class TicketVoid(Command):
    """Request of ticket_void.

    Attributes:
        ticket: ticket id
        request_id: None: none
        expected_version: 0: any
    """

    command_kind = CommandKind.TICKET_VOID
    __slots__ = ("ticket", "request_id", "expected_version")

    ticket: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        ticket: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, ticket, request_id, expected_version)


@dataclass(frozen=True, init=False)
class TicketReissue(Command):
    """Request of ticket_reissue.

    Attributes:
        ticket: ticket id
        request_id: None: none
        expected_version: 0: any
    """

    command_kind = CommandKind.TICKET_REISSUE
    __slots__ = ("ticket", "request_id", "expected_version")

    ticket: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        ticket: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, ticket, request_id, expected_version)


@dataclass(frozen=True, init=False)
class SigningKeyRotate(Command):
    """Request of signing_key_rotate.

    Attributes:
        request_id: None: none
    """

    command_kind = CommandKind.SIGNING_KEY_ROTATE
    __slots__ = ("request_id",)

    request_id: Optional[Union[uuid.UUID, bytes]]

    def __init__(self, *, request_id: Optional[Union[uuid.UUID, bytes]] = None) -> None:
        fill(self, request_id)


@dataclass(frozen=True, init=False)
class CheckinScan(Command):
    """Request of checkin_scan. Give a barcode, or a ticket with its serial.

    Attributes:
        event: the event this gate lets people into
        gate: number of the gate, the host's own
        request_id: None: none
        barcode: text of the barcode; None: `ticket` and `serial` are given
        ticket: ticket id, when there is no barcode; the host vouches for it
        serial: its serial; 0: the present one
        list: check-in list; must be 0, the list of everybody
        nonce: random, of this scan, so that an upload repeated by a gate is one entry; None: none
    """

    command_kind = CommandKind.CHECKIN_SCAN
    __slots__ = ("event", "gate", "request_id", "barcode", "ticket", "serial", "list", "nonce")

    event: int
    gate: int
    request_id: Optional[Union[uuid.UUID, bytes]]
    barcode: Optional[str]
    ticket: Optional[int]
    serial: Optional[int]
    list: Optional[int]
    nonce: Optional[bytes]

    def __init__(
        self,
        *,
        event: int,
        gate: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        barcode: Optional[str] = None,
        ticket: Optional[int] = None,
        serial: Optional[int] = None,
        list: Optional[int] = None,
        nonce: Optional[bytes] = None,
    ) -> None:
        fill(self, event, gate, request_id, barcode, ticket, serial, list, nonce)


@dataclass(frozen=True, init=False)
class MessageCreate(Command):
    """Request of message_create.

    Attributes:
        kind: a MessageKind, or the host's own number
        channel: a MessageChannel
        request_id: None: none
        event: whose variables to have, or 0
        order: whose variables, contact and locale to have, or 0
        ticket: whose variables to have, or 0
        address: where to; None: the contact of `order`
        locale: BCP 47, like "de-AT"; None: that of `order`, or the default
        dedupe_key: None: none; else a second message with it is not queued
        variables: more variables; they hide the engine's own; may be None
        attempts_max: 1 … ATTEMPTS_MAX; 0: MESSAGE_ATTEMPTS_DEFAULT
        not_before: earliest time to send it; None: at once
    """

    command_kind = CommandKind.MESSAGE_CREATE
    __slots__ = ("kind", "channel", "request_id", "event", "order", "ticket", "address", "locale",
                 "dedupe_key", "variables", "attempts_max", "not_before")

    kind: Union[MessageKind, int]
    channel: Union[MessageChannel, int]
    request_id: Optional[Union[uuid.UUID, bytes]]
    event: Optional[int]
    order: Optional[int]
    ticket: Optional[int]
    address: Optional[str]
    locale: Optional[str]
    dedupe_key: Optional[str]
    variables: Optional[Iterable[Union[Variable, Tuple[Any, ...]]]]
    attempts_max: Optional[int]
    not_before: Optional[datetime]

    def __init__(
        self,
        *,
        kind: Union[MessageKind, int],
        channel: Union[MessageChannel, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        event: Optional[int] = None,
        order: Optional[int] = None,
        ticket: Optional[int] = None,
        address: Optional[str] = None,
        locale: Optional[str] = None,
        dedupe_key: Optional[str] = None,
        variables: Optional[Iterable[Union[Variable, Tuple[Any, ...]]]] = None,
        attempts_max: Optional[int] = None,
        not_before: Optional[datetime] = None,
    ) -> None:
        fill(self, kind, channel, request_id, event, order, ticket, address, locale, dedupe_key,
        variables, attempts_max, not_before)


@dataclass(frozen=True, init=False)
class MessageLease(Command):
    """Request of message_lease.

    Attributes:
        request_id: None: none
        channels: those to take; None: all
        max: most to take, 1 … MESSAGE_LEASE_MAX; 0: 1
        lease: how long it is theirs, 1 … LEASE_MS_MAX (milliseconds); None: 60,000
        worker: the host's own number of the worker, to be seen in the outbox
    """

    command_kind = CommandKind.MESSAGE_LEASE
    __slots__ = ("request_id", "channels", "max", "lease", "worker")

    request_id: Optional[Union[uuid.UUID, bytes]]
    channels: Optional[Iterable[Union[MessageChannel, int]]]
    max: Optional[int]
    lease: Optional[timedelta]
    worker: Optional[int]

    def __init__(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        channels: Optional[Iterable[Union[MessageChannel, int]]] = None,
        max: Optional[int] = None,
        lease: Optional[timedelta] = None,
        worker: Optional[int] = None,
    ) -> None:
        fill(self, request_id, channels, max, lease, worker)


@dataclass(frozen=True, init=False)
class MessageAnswer(Command):
    """Request of message_answer.

    Attributes:
        message: its number
        lease: from the LeasedMessage
        outcome: a MessageOutcome
        request_id: None: none
        retry_after: RETRY: wait this long; None: attempts⁴ seconds ± 10 %, at most
            MESSAGE_RETRY_MS_MAX (milliseconds)
        receipt: provider's reference or reason, at most REFERENCE_MAX bytes; no personal data; may
            be None
    """

    command_kind = CommandKind.MESSAGE_ANSWER
    __slots__ = ("message", "lease", "outcome", "request_id", "retry_after", "receipt")

    message: int
    lease: int
    outcome: Union[MessageOutcome, int]
    request_id: Optional[Union[uuid.UUID, bytes]]
    retry_after: Optional[timedelta]
    receipt: Optional[str]

    def __init__(
        self,
        *,
        message: int,
        lease: int,
        outcome: Union[MessageOutcome, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        retry_after: Optional[timedelta] = None,
        receipt: Optional[str] = None,
    ) -> None:
        fill(self, message, lease, outcome, request_id, retry_after, receipt)


@dataclass(frozen=True, init=False)
class MessageRetry(Command):
    """Request of message_retry.

    Attributes:
        message: its number
        request_id: None: none
    """

    command_kind = CommandKind.MESSAGE_RETRY
    __slots__ = ("message", "request_id")

    message: int
    request_id: Optional[Union[uuid.UUID, bytes]]

    def __init__(
        self,
        *,
        message: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> None:
        fill(self, message, request_id)


@dataclass(frozen=True, init=False)
class MessageCancel(Command):
    """Request of message_cancel.

    Attributes:
        message: its number
        request_id: None: none
    """

    command_kind = CommandKind.MESSAGE_CANCEL
    __slots__ = ("message", "request_id")

    message: int
    request_id: Optional[Union[uuid.UUID, bytes]]

    def __init__(
        self,
        *,
        message: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> None:
        fill(self, message, request_id)


@dataclass(frozen=True, init=False)
class TemplatePut(Command):
    """Request of template_put.

    Attributes:
        kind: a MessageKind, or the host's own number
        channel: a MessageChannel
        body: 1 … TEMPLATE_MAX bytes
        flags: TemplateFlag values, or-ed
        request_id: None: none
        locale: BCP 47, like "de" or "de-AT"; None or "": the default
        subject: at most TEMPLATE_SUBJECT_MAX bytes; may be None
        expected_version: 0: any, and make it when it does not exist
    """

    command_kind = CommandKind.TEMPLATE_PUT
    __slots__ = ("kind", "channel", "body", "flags", "request_id", "locale", "subject",
                 "expected_version")

    kind: Union[MessageKind, int]
    channel: Union[MessageChannel, int]
    body: str
    flags: Optional[Union[TemplateFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    locale: Optional[str]
    subject: Optional[str]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        kind: Union[MessageKind, int],
        channel: Union[MessageChannel, int],
        body: str,
        flags: Optional[Union[TemplateFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        locale: Optional[str] = None,
        subject: Optional[str] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, kind, channel, body, flags, request_id, locale, subject, expected_version)


@dataclass(frozen=True, init=False)
class TemplateDelete(Command):
    """Request of template_delete.

    Attributes:
        kind: a MessageKind, or the host's own number
        channel: a MessageChannel
        request_id: None: none
        locale: as it was put
        expected_version: 0: any
    """

    command_kind = CommandKind.TEMPLATE_DELETE
    __slots__ = ("kind", "channel", "request_id", "locale", "expected_version")

    kind: Union[MessageKind, int]
    channel: Union[MessageChannel, int]
    request_id: Optional[Union[uuid.UUID, bytes]]
    locale: Optional[str]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        kind: Union[MessageKind, int],
        channel: Union[MessageChannel, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        locale: Optional[str] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, kind, channel, request_id, locale, expected_version)


@dataclass(frozen=True, init=False)
class ConsumerSet(Command):
    """Request of consumer_set.

    Attributes:
        name: 1 … CONSUMER_NAME_MAX bytes of UTF-8
        flags: ConsumerFlag values, or-ed
        request_id: None: none
        cursor: where it goes on; None: the oldest kept
        expected_version: 0: any, and make it when it does not exist
    """

    command_kind = CommandKind.CONSUMER_SET
    __slots__ = ("name", "flags", "request_id", "cursor", "expected_version")

    name: str
    flags: Optional[Union[ConsumerFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    cursor: Optional[int]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        name: str,
        flags: Optional[Union[ConsumerFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        cursor: Optional[int] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, name, flags, request_id, cursor, expected_version)


@dataclass(frozen=True, init=False)
class ConsumerDelete(Command):
    """Request of consumer_delete.

    Attributes:
        name: its name
        request_id: None: none
        expected_version: 0: any
    """

    command_kind = CommandKind.CONSUMER_DELETE
    __slots__ = ("name", "request_id", "expected_version")

    name: str
    request_id: Optional[Union[uuid.UUID, bytes]]
    expected_version: Optional[int]

    def __init__(
        self,
        *,
        name: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        fill(self, name, request_id, expected_version)


@dataclass(frozen=True, init=False)
class FeedPrune(Command):
    """Request of feed_prune.

    Attributes:
        flags: FeedPruneFlag values, or-ed
        request_id: None: none
        before: drop what stands before it; None: no such limit
        before_time: drop what is older, at most TIME_MS_MAX; None: no such limit
    """

    command_kind = CommandKind.FEED_PRUNE
    __slots__ = ("flags", "request_id", "before", "before_time")

    flags: Optional[Union[FeedPruneFlag, int]]
    request_id: Optional[Union[uuid.UUID, bytes]]
    before: Optional[int]
    before_time: Optional[datetime]

    def __init__(
        self,
        *,
        flags: Optional[Union[FeedPruneFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        before: Optional[int] = None,
        before_time: Optional[datetime] = None,
    ) -> None:
        fill(self, flags, request_id, before, before_time)


class EngineCommands(EngineHandle):
    """Every change as a method that waits until it is durable. The interpreter lock is given up
    meanwhile, so threads share commits."""

    __slots__ = ()

    def venue_create(
        self,
        *,
        name: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        address: Optional[str] = None,
        city: Optional[str] = None,
        country: Optional[str] = None,
        time_zone: Optional[str] = None,
        capacity_note: Optional[str] = None,
    ) -> VenueResult:
        """Make a venue.

        Args:
            name: 1 … NAME_MAX bytes of UTF-8
            request_id: None: none
            address: street and number, at most ADDRESS_MAX bytes; may be None
            city: at most NAME_MAX bytes; may be None
            country: two capital letters (ISO 3166-1 alpha-2); may be None
            time_zone: IANA time-zone name such as "Europe/Berlin", at most LABEL_MAX bytes; only
                its form is checked; may be None
            capacity_note: free words such as "1,200 seated, 3,000 standing", at most NAME_MAX
                bytes; may be None

        Raises:
            Invalid: a field is missing or malformed; nothing changed
            LimitExceeded: a text is too long; nothing changed
        """
        answer: VenueResult = run(self, 0, (name, request_id, address, city, country, time_zone,
        capacity_note))
        return answer

    def venue_update(
        self,
        *,
        venue: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        name: Optional[str] = None,
        address: Optional[str] = None,
        city: Optional[str] = None,
        country: Optional[str] = None,
        time_zone: Optional[str] = None,
        capacity_note: Optional[str] = None,
        fields: Optional[Union[VenueField, int]] = None,
    ) -> VenueResult:
        """Change a venue.

        Args:
            venue: id of the venue
            request_id: None: none
            expected_version: version it must have; 0: any
            name: 1 … NAME_MAX bytes of UTF-8
            address: street and number, at most ADDRESS_MAX bytes; may be None
            city: at most NAME_MAX bytes; may be None
            country: two capital letters (ISO 3166-1 alpha-2); may be None
            time_zone: IANA time-zone name such as "Europe/Berlin", at most LABEL_MAX bytes; only
                its form is checked; may be None
            capacity_note: free words such as "1,200 seated, 3,000 standing", at most NAME_MAX
                bytes; may be None
            fields: VenueField values, or-ed; at least one

        Raises:
            NotFound: there is no such venue; nothing changed
            VersionMismatch: it has another version, told in the error; nothing changed
            Invalid: a field is malformed or none is named; nothing changed
            LimitExceeded: a text is too long; nothing changed
        """
        answer: VenueResult = run(self, 1, (venue, request_id, expected_version, name, address,
        city, country, time_zone, capacity_note, fields))
        return answer

    def venue_delete(
        self,
        *,
        venue: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> VenueResult:
        """Remove a venue that no event and no map uses.

        Args:
            venue: id of the venue
            request_id: None: none
            expected_version: version it must have; 0: any

        Raises:
            NotFound: there is no such venue; nothing changed
            VersionMismatch: it has another version; nothing changed
            InUse: an event or a map belongs to it, told in the error; nothing changed
        """
        answer: VenueResult = run(self, 2, (venue, request_id, expected_version))
        return answer

    def map_create(
        self,
        *,
        text: Union[str, bytes],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        venue: Optional[int] = None,
        name: Optional[str] = None,
        form: Optional[Union[MapForm, int]] = None,
    ) -> MapResult:
        """Import a document as a new map. Its version 1 is a draft.

        Args:
            text: the document, UTF-8; need not end in NUL
            request_id: None: none
            venue: the venue it belongs to; 0: none
            name: at most NAME_MAX bytes; None: the document's own
            form: a MapForm

        Raises:
            Malformed: the document is malformed: `line`, `field` (where it says so, such as
                "zones[2].rows[5].seats[3].category") and the reason; nothing changed
            LimitExceeded: a stated limit is exceeded, told like that; nothing changed
            NotFound: there is no such venue; nothing changed
            Invalid: an argument is missing or out of range; nothing changed
            OutOfMemory: nothing changed
        """
        answer: MapResult = run(self, 3, (text, request_id, venue, name, form))
        return answer

    def map_update(
        self,
        *,
        map: int,
        text: Union[str, bytes],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        name: Optional[str] = None,
        form: Optional[Union[MapForm, int]] = None,
    ) -> MapResult:
        """Import a document as the next version of a map, a draft. Seats keep their numbers by name.

        Args:
            map: id of the map
            text: the document, UTF-8; need not end in NUL
            request_id: None: none
            expected_version: version the map object must have; 0: any
            name: at most NAME_MAX bytes; None: as it was
            form: a MapForm

        Raises:
            Malformed: as map_create; nothing changed
            LimitExceeded: as map_create, or retired numbers and seats together are more than
                SEATS_MAX; nothing changed
            NotFound: there is no such map; nothing changed
            VersionMismatch: it has another version, told in the error; nothing changed
            Invalid: an argument is missing or out of range; nothing changed
            OutOfMemory: nothing changed
        """
        answer: MapResult = run(self, 4, (map, text, request_id, expected_version, name, form))
        return answer

    def map_publish(
        self,
        *,
        map: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        map_version: Optional[int] = None,
    ) -> MapResult:
        """Publish a draft, so that events may use it.

        Args:
            map: id of the map
            request_id: None: none
            expected_version: version the map object must have; 0: any
            map_version: the draft; 0: the newest version

        Raises:
            NotFound: there is no such map or version; nothing changed
            WrongState: it is published already; nothing changed
            VersionMismatch: the map has another version, told in the error; nothing changed
        """
        answer: MapResult = run(self, 5, (map, request_id, expected_version, map_version))
        return answer

    def map_delete(
        self,
        *,
        map: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> MapResult:
        """Remove a map with all its versions. Refused while an event uses any of them.

        Args:
            map: id of the map
            request_id: None: none
            expected_version: version the map object must have; 0: any

        Raises:
            NotFound: there is no such map; nothing changed
            VersionMismatch: it has another version; nothing changed
            InUse: an event uses it, told in the error; nothing changed
        """
        answer: MapResult = run(self, 6, (map, request_id, expected_version))
        return answer

    def event_create(
        self,
        *,
        starts_at: datetime,
        name: str,
        currency: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        venue: Optional[int] = None,
        map: Optional[int] = None,
        ends_at: Optional[datetime] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        hold_ttl: Optional[timedelta] = None,
        hold_life: Optional[timedelta] = None,
        description: Optional[str] = None,
        category: Optional[str] = None,
        tags: Optional[Iterable[str]] = None,
        map_version: Optional[int] = None,
        status: Optional[Union[EventStatus, int]] = None,
        rules: Optional[Union[EventFlag, int]] = None,
        late_money: Optional[Union[LateMoney, int]] = None,
        capture: Optional[Union[Capture, int]] = None,
        limit_per_buyer: Optional[int] = None,
        limit_per_order: Optional[int] = None,
    ) -> EventResult:
        """Make an event, with all seats of its map free.

        Args:
            starts_at: at most TIME_MS_MAX as every time; must be given
            name: 1 … NAME_MAX bytes of UTF-8
            currency: three capital letters (ISO 4217); must be given
            request_id: None: none
            venue: where; 0: nowhere yet
            map: seat map; 0: no numbered seats
            ends_at: not before the start; None: not said
            sale_from: None: at once
            sale_until: after `sale_from_ms`; None: until it starts
            hold_ttl: life of a hold when its request says nothing, 1,000 … HOLD_TTL_MS_MAX
                (milliseconds); None: HOLD_TTL_MS_DEFAULT (milliseconds)
            hold_life: life of a hold with all extensions, `hold_ttl_ms` … HOLD_TTL_MS_MAX
                (milliseconds); None: HOLD_LIFE_MS_DEFAULT (milliseconds)
            description: at most TEXT_MAX bytes; may be None
            category: kind or genre such as "concert", at most LABEL_MAX bytes; may be None
            tags: `tags_count` texts of 1 … LABEL_MAX bytes, no two equal
            map_version: published version of the map; 0: the newest published
            status: a EventStatus; 0: EventStatus.DRAFT
            rules: EventFlag values, or-ed
            late_money: a LateMoney
            capture: a Capture
            limit_per_buyer: places one buyer may hold and own; 0: no limit
            limit_per_order: places in one order; 0: no limit

        Raises:
            NotFound: there is no such venue, map or version of it; nothing changed
            WrongState: the map's version is a draft, or none is published; nothing changed
            Invalid: a field is missing or out of range; nothing changed
            LimitExceeded: a text is too long, there are too many tags, or a time is after
                TIME_MS_MAX; nothing changed
        """
        answer: EventResult = run(self, 7, (starts_at, name, currency, request_id, venue, map,
        ends_at, sale_from, sale_until, hold_ttl, hold_life, description, category, tags,
        map_version, status, rules, late_money, capture, limit_per_buyer, limit_per_order))
        return answer

    def event_update(
        self,
        *,
        event: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        venue: Optional[int] = None,
        map: Optional[int] = None,
        starts_at: Optional[datetime] = None,
        ends_at: Optional[datetime] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        hold_ttl: Optional[timedelta] = None,
        hold_life: Optional[timedelta] = None,
        name: Optional[str] = None,
        description: Optional[str] = None,
        category: Optional[str] = None,
        currency: Optional[str] = None,
        tags: Optional[Iterable[str]] = None,
        map_version: Optional[int] = None,
        status: Optional[Union[EventStatus, int]] = None,
        rules: Optional[Union[EventFlag, int]] = None,
        late_money: Optional[Union[LateMoney, int]] = None,
        capture: Optional[Union[Capture, int]] = None,
        limit_per_buyer: Optional[int] = None,
        limit_per_order: Optional[int] = None,
        fields: Optional[Union[EventField, int]] = None,
    ) -> EventResult:
        """Change an event. Another map, or another version of it, is taken only if every held and sold
        seat is still there under its name; other seats keep their numbers by name within versions
        of one map.

        Args:
            event: id of the event
            request_id: None: none
            expected_version: version it must have; 0: any
            venue: where; 0: nowhere yet
            map: seat map; 0: no numbered seats
            starts_at: at most TIME_MS_MAX as every time; must be given
            ends_at: not before the start; None: not said
            sale_from: None: at once
            sale_until: after `sale_from_ms`; None: until it starts
            hold_ttl: life of a hold when its request says nothing, 1,000 … HOLD_TTL_MS_MAX
                (milliseconds); None: HOLD_TTL_MS_DEFAULT (milliseconds)
            hold_life: life of a hold with all extensions, `hold_ttl_ms` … HOLD_TTL_MS_MAX
                (milliseconds); None: HOLD_LIFE_MS_DEFAULT (milliseconds)
            name: 1 … NAME_MAX bytes of UTF-8
            description: at most TEXT_MAX bytes; may be None
            category: kind or genre such as "concert", at most LABEL_MAX bytes; may be None
            currency: three capital letters (ISO 4217); must be given
            tags: `tags_count` texts of 1 … LABEL_MAX bytes, no two equal
            map_version: published version of the map; 0: the newest published
            status: a EventStatus; 0: EventStatus.DRAFT
            rules: EventFlag values, or-ed
            late_money: a LateMoney
            capture: a Capture
            limit_per_buyer: places one buyer may hold and own; 0: no limit
            limit_per_order: places in one order; 0: no limit
            fields: EventField values, or-ed; at least one

        Raises:
            NotFound: there is no such event, venue, map or version; nothing changed
            VersionMismatch: it has another version, told in the error; nothing changed
            WrongState: the map's version is a draft; nothing changed
            SeatsInUse: the new map drops held or sold seats; nothing changed
            TicketsSold: the currency cannot change once anything was sold; nothing changed
            InUse: the currency cannot change while holds are live or a ticket type has a price or
                fee in it, or a ticket type is for a category that another map lacks; nothing changed
            Invalid: a field is out of range or none is named; nothing changed
            LimitExceeded: a text is too long, there are too many tags, or a time is after
                TIME_MS_MAX; nothing changed
        """
        answer: EventResult = run(self, 8, (event, request_id, expected_version, venue, map,
        starts_at, ends_at, sale_from, sale_until, hold_ttl, hold_life, name, description, category,
        currency, tags, map_version, status, rules, late_money, capture, limit_per_buyer,
        limit_per_order, fields))
        return answer

    def event_delete(
        self,
        *,
        event: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> EventResult:
        """Remove an event with its seats, pools and ticket types.

        Args:
            event: id of the event
            request_id: None: none
            expected_version: version it must have; 0: any

        Raises:
            NotFound: there is no such event; nothing changed
            VersionMismatch: it has another version; nothing changed
            TicketsSold: something of it was sold, even if returned since: cancel it instead;
                nothing changed
            InUse: holds on it are live; nothing changed
        """
        answer: EventResult = run(self, 9, (event, request_id, expected_version))
        return answer

    def ticket_type_create(
        self,
        *,
        event: int,
        price_minor: int,
        name: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        fee_minor: Optional[int] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        description: Optional[str] = None,
        category: Optional[int] = None,
        pool: Optional[int] = None,
        channels: Optional[Iterable[int]] = None,
        tax_bp: Optional[int] = None,
        tax_inclusive: Optional[bool] = None,
        min_per_order: Optional[int] = None,
        max_per_order: Optional[int] = None,
        status: Optional[Union[TicketTypeStatus, int]] = None,
    ) -> TicketTypeResult:
        """Make a ticket type.

        Args:
            event: id of the event
            price_minor: price of one, 0 … AMOUNT_MAX minor units
            name: 1 … NAME_MAX bytes of UTF-8
            request_id: None: none
            fee_minor: fee on top of one, 0 … AMOUNT_MAX minor units
            sale_from: None: with the event
            sale_until: after `sale_from_ms`; None: with the event
            description: at most TEXT_MAX bytes; may be None
            category: number of the map's category it is for, from 1; 0: any. Numbers are those of
                map_category_list
            pool: pool it draws on (general admission); 0: it is for a seat
            channels: those it is sold through, 16 bits; None: all
            tax_bp: tax in basis points, 0 … 100,000 (1,900 is 19 %)
            tax_inclusive: True: price and fee contain the tax; False: it is added
            min_per_order: fewest of it in an order that has any; 0: no such rule
            max_per_order: most of it in an order; 0: no such rule
            status: a TicketTypeStatus; None: on sale

        Raises:
            NotFound: there is no such event, its map has no such category, or it has no such pool;
                nothing changed
            LimitExceeded: a text is too long, a time after TIME_MS_MAX, or the event has
                TICKET_TYPES_MAX; nothing changed
            Invalid: a field is missing or out of range; nothing changed
        """
        answer: TicketTypeResult = run(self, 10, (event, price_minor, name, request_id, fee_minor,
        sale_from, sale_until, description, category, pool, channels, tax_bp, tax_inclusive,
        min_per_order, max_per_order, status))
        return answer

    def ticket_type_update(
        self,
        *,
        event: int,
        ticket_type: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        price_minor: Optional[int] = None,
        fee_minor: Optional[int] = None,
        sale_from: Optional[datetime] = None,
        sale_until: Optional[datetime] = None,
        name: Optional[str] = None,
        description: Optional[str] = None,
        category: Optional[int] = None,
        pool: Optional[int] = None,
        channels: Optional[Iterable[int]] = None,
        tax_bp: Optional[int] = None,
        tax_inclusive: Optional[bool] = None,
        min_per_order: Optional[int] = None,
        max_per_order: Optional[int] = None,
        status: Optional[Union[TicketTypeStatus, int]] = None,
        fields: Optional[Union[TicketTypeField, int]] = None,
    ) -> TicketTypeResult:
        """Change a ticket type.

        Args:
            event: id of the event
            ticket_type: number of the ticket type in the event
            request_id: None: none
            expected_version: version the ticket type must have; 0: any
            price_minor: price of one, 0 … AMOUNT_MAX minor units
            fee_minor: fee on top of one, 0 … AMOUNT_MAX minor units
            sale_from: None: with the event
            sale_until: after `sale_from_ms`; None: with the event
            name: 1 … NAME_MAX bytes of UTF-8
            description: at most TEXT_MAX bytes; may be None
            category: number of the map's category it is for, from 1; 0: any. Numbers are those of
                map_category_list
            pool: pool it draws on (general admission); 0: it is for a seat
            channels: those it is sold through, 16 bits; None: all
            tax_bp: tax in basis points, 0 … 100,000 (1,900 is 19 %)
            tax_inclusive: True: price and fee contain the tax; False: it is added
            min_per_order: fewest of it in an order that has any; 0: no such rule
            max_per_order: most of it in an order; 0: no such rule
            status: a TicketTypeStatus; None: on sale
            fields: TicketTypeField values, or-ed; at least one

        Raises:
            NotFound: there is no such event, ticket type, category or pool; nothing changed
            VersionMismatch: it has another version, told in the error; nothing changed
            Invalid: a field is out of range or none is named; nothing changed
            LimitExceeded: a text is too long or a time after TIME_MS_MAX; nothing changed
        """
        answer: TicketTypeResult = run(self, 11, (event, ticket_type, request_id, expected_version,
        price_minor, fee_minor, sale_from, sale_until, name, description, category, pool, channels,
        tax_bp, tax_inclusive, min_per_order, max_per_order, status, fields))
        return answer

    def ticket_type_delete(
        self,
        *,
        event: int,
        ticket_type: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> TicketTypeResult:
        """Remove a ticket type of an event of which nothing is held and nothing was ever sold.

        Args:
            event: id of the event
            ticket_type: number of the ticket type in the event
            request_id: None: none
            expected_version: version the ticket type must have; 0: any

        Raises:
            NotFound: there is no such event or ticket type; nothing changed
            VersionMismatch: it has another version; nothing changed
            TicketsSold: the event has sold something: set the status to off; nothing changed
            InUse: holds on the event are live; nothing changed
        """
        answer: TicketTypeResult = run(self, 12, (event, ticket_type, request_id, expected_version))
        return answer

    def hold_create(
        self,
        *,
        flags: Optional[Union[HoldFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        seats: Optional[Iterable[Union[HoldSeat, Tuple[Any, ...]]]] = None,
        pools: Optional[Iterable[Union[HoldPool, Tuple[Any, ...]]]] = None,
        buyer: Optional[str] = None,
        channel: Optional[int] = None,
    ) -> HoldCreateResult:
        """Hold seats and quantities for one buyer, all or none.

        Args:
            flags: HoldFlag values, or-ed
            request_id: None: none
            ttl: time to live, 1 … HOLD_TTL_MS_MAX (milliseconds) and the cap of each of its events;
                None: the shortest default of its events
            seats: the seats, each once; may be left out
            pools: the quantities, each pool once; may be left out
            buyer: the host's key of the person, 1 … BUYER_MAX bytes, under which limits are
                counted; None or "": nobody in particular (refused where an event has a limit per buyer)
            channel: 0 … CHANNELS_MAX - 1: may take this channel's and the public's seats and pools

        Raises:
            Invalid: a field is out of range or a seat or pool is named twice; nothing changed
            LimitExceeded: over a stated limit, or a seat's version has reached its end; nothing
                changed
            NotFound: no such event, seat or pool; nothing changed
            NotOnSale: an event is not on sale now; nothing changed
            SeatTaken: a seat is held, sold, blocked or retired; nothing changed
            SeatVersionMismatch: a seat is free but has another version; nothing changed
            OtherChannel: a seat or pool belongs to another channel; nothing changed
            PoolShort: a pool has not that many left; nothing changed
            PoolClosed: a pool is closed; nothing changed
            OrphanLeft: the event refuses single left-over seats and this leaves one (the subject)
                that another choice in the row avoids; nothing changed
            BuyerLimit: the buyer would have more than the event allows; nothing changed
            HoldLife: ttl_ms is over the cap of an event; nothing changed
            QueueFull: nothing happened, retry
            OutcomeUnknown: reopen and send the same request id again
        """
        answer: HoldCreateResult = run(self, 13, (flags, request_id, ttl, seats, pools, buyer,
        channel))
        return answer

    def hold_best(
        self,
        *,
        event: int,
        quantity: int,
        flags: Optional[Union[HoldFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        categories: Optional[Iterable[int]] = None,
        sections: Optional[Iterable[int]] = None,
        buyer: Optional[str] = None,
        accessible: Optional[int] = None,
        channel: Optional[int] = None,
        max_rows: Optional[int] = None,
    ) -> HoldCreateResult:
        """Hold the best seats available in one event. In this order: seats next to each other in one
        row that leave no single seat, nearest the focal point by their mean distance; next to each
        other; in several groups within a section with nobody alone; the same over sections; any.
        Accessible and companion seats are left out unless `accessible` asks. The same store gives
        the same answer.

        Args:
            event: event id
            quantity: persons, 1 … HOLD_BEST_MAX
            flags: HoldFlag values, or-ed; with HoldFlag.ALLOW_ORPHANS a single left-over seat does
                not count against a choice
            request_id: None: none
            ttl: time to live, 1 … HOLD_TTL_MS_MAX (milliseconds) and the cap of each of its events;
                None: the shortest default of its events
            categories: categories wanted, any of them; None: every one
            sections: sections wanted, any of them; None: every one
            buyer: the host's key of the person, 1 … BUYER_MAX bytes, under which limits are
                counted; None or "": nobody in particular (refused where an event has a limit per buyer)
            accessible: how many of them need an accessible seat, 0 … quantity
            channel: 0 … CHANNELS_MAX - 1: may take this channel's and the public's seats and pools
            max_rows: the most groups to split into; 1: together or not at all; 0: any

        Raises:
            Invalid: a field is out of range; nothing changed
            LimitExceeded: over a stated limit; nothing changed
            NotFound: no such event; nothing changed
            NotOnSale: the event is not on sale now; nothing changed
            NoSeats: no seats satisfy the wish; nothing changed
            BuyerLimit: the buyer would have more than the event allows; nothing changed
            HoldLife: ttl_ms is over the cap of the event; nothing changed
        """
        answer: HoldCreateResult = run(self, 14, (event, quantity, flags, request_id, ttl,
        categories, sections, buyer, accessible, channel, max_rows))
        return answer

    def hold_extend(
        self,
        *,
        hold: int,
        secret: bytes,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        expected_version: Optional[int] = None,
    ) -> HoldExtendResult:
        """Let a live hold live until `ttl_ms` from now, up to its events' cap on its whole life.

        Args:
            hold: its id
            secret: its secret
            request_id: None: none
            ttl: to live from now on, 1 … HOLD_TTL_MS_MAX (milliseconds); None: the shortest default
                of its events. Never makes it die sooner
            expected_version: of the hold; 0: any

        Raises:
            Invalid: a field is out of range; nothing changed
            NotFound: no such hold, or another secret; nothing changed
            VersionMismatch: the hold has another version; nothing changed
            HoldExpired: it is dead; nothing changed
            HoldEnded: it was released or sold; nothing changed
            HoldLife: it would live longer than its cap; nothing changed
        """
        answer: HoldExtendResult = run(self, 15, (hold, secret, request_id, ttl, expected_version))
        return answer

    def hold_release(
        self,
        *,
        hold: int,
        secret: bytes,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> HoldReleaseResult:
        """Give a live hold back; its seats and places are free.

        Args:
            hold: its id
            secret: its secret
            request_id: None: none
            expected_version: of the hold; 0: any

        Raises:
            Invalid: a field is out of range; nothing changed
            NotFound: no such hold, or another secret; nothing changed
            VersionMismatch: the hold has another version; nothing changed
            WrongState: an order has claimed it: cancel the order; nothing changed
            HoldExpired: it is dead already; nothing changed
            HoldEnded: it was released or sold; nothing changed
        """
        answer: HoldReleaseResult = run(self, 16, (hold, secret, request_id, expected_version))
        return answer

    def hold_expire(
        self,
        *,
        hold: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> HoldReleaseResult:
        """End a live hold now, without its secret. For the host alone: never give buyers a way to it.

        Args:
            hold: its id
            request_id: None: none
            expected_version: of the hold; 0: any

        Raises:
            Invalid: a field is out of range; nothing changed
            NotFound: no such hold; nothing changed
            VersionMismatch: the hold has another version; nothing changed
            WrongState: an order has claimed it: cancel the order; nothing changed
            HoldExpired: it is dead already; nothing changed
            HoldEnded: it was released or sold; nothing changed
        """
        answer: HoldReleaseResult = run(self, 17, (hold, request_id, expected_version))
        return answer

    def hold_swap(
        self,
        *,
        hold: int,
        secret: bytes,
        flags: Optional[Union[HoldFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        seats: Optional[Iterable[Union[HoldSeat, Tuple[Any, ...]]]] = None,
        pools: Optional[Iterable[Union[HoldPool, Tuple[Any, ...]]]] = None,
        expected_version: Optional[int] = None,
    ) -> HoldCreateResult:
        """Release one hold and make another for the same buyer and channel in one step, or do neither.
        The new hold has an id and a secret of its own.

        Args:
            hold: the old hold
            secret: its secret
            flags: HoldFlag values, or-ed
            request_id: None: none
            ttl: of the new hold from now on; None: until the old one would have died. Its whole
                life counts from the beginning of the old one's
            seats: the new hold's seats, each once; those of the old hold may be among them, with
                the version the old hold gave them or 0
            pools: the new hold's quantities, each pool once
            expected_version: of the old hold; 0: any

        Raises:
            NotFound: no such hold, or another secret; or no such event, seat or pool; nothing
                changed
            VersionMismatch: the old hold has another version; nothing changed
            WrongState: an order has claimed the old hold; nothing changed
            HoldExpired: the old hold is dead; nothing changed
            HoldEnded: the old hold was released or sold; nothing changed
            HoldLife: the new hold would live longer than the cap; nothing changed
        """
        answer: HoldCreateResult = run(self, 18, (hold, secret, flags, request_id, ttl, seats,
        pools, expected_version))
        return answer

    def seat_block(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> SeatBlockResult:
        """Take free seats off sale, all or none.

        Args:
            event: event id
            seats: the seats, each once
            request_id: None: none

        Raises:
            Invalid: a field is out of range or a seat is named twice; nothing changed
            LimitExceeded: too many seats, or a seat's version has reached its end; nothing changed
            NotFound: no such event or seat; nothing changed
            SeatTaken: a seat is held, sold or blocked already; nothing changed
            SeatVersionMismatch: a seat has another version; nothing changed
        """
        answer: SeatBlockResult = run(self, 19, (event, seats, request_id))
        return answer

    def seat_unblock(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> SeatBlockResult:
        """Put blocked seats on sale, all or none.

        Args:
            event: event id
            seats: the seats, each once
            request_id: None: none

        Raises:
            Invalid: a field is out of range or a seat is named twice; nothing changed
            LimitExceeded: too many seats, or a seat's version has reached its end; nothing changed
            NotFound: no such event or seat; nothing changed
            WrongSeatState: a seat is not blocked; nothing changed
            SeatVersionMismatch: a seat has another version; nothing changed
        """
        answer: SeatBlockResult = run(self, 20, (event, seats, request_id))
        return answer

    def seat_channel(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        channel: Optional[int] = None,
    ) -> SeatBlockResult:
        """Allot free or blocked seats to a channel, all or none. A seat in a channel other than the
        public one is only for holds that name this channel.

        Args:
            event: event id
            seats: the seats, each once
            request_id: None: none
            channel: 0 … CHANNELS_MAX - 1; 0 gives them back to the public

        Raises:
            Invalid: a field is out of range or a seat is named twice; nothing changed
            LimitExceeded: too many seats, or a seat's version has reached its end; nothing changed
            NotFound: no such event or seat; nothing changed
            SeatTaken: a seat is held or sold; nothing changed
            SeatVersionMismatch: a seat has another version; nothing changed
        """
        answer: SeatBlockResult = run(self, 21, (event, seats, request_id, channel))
        return answer

    def pool_create(
        self,
        *,
        event: int,
        name: str,
        flags: Optional[Union[PoolCreateFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        capacity: Optional[int] = None,
        channel: Optional[int] = None,
    ) -> PoolCreateResult:
        """Make a pool in an event.

        Args:
            event: event id
            name: 1 … NAME_MAX bytes of UTF-8
            flags: PoolCreateFlag values, or-ed
            request_id: None: none
            capacity: 0 … POOL_CAPACITY_MAX
            channel: 0 … CHANNELS_MAX - 1; 0: public

        Raises:
            Invalid: a field is out of range; nothing changed
            LimitExceeded: over a stated limit, or POOLS_MAX pools there are; nothing changed
            NotFound: no such event; nothing changed
        """
        answer: PoolCreateResult = run(self, 22, (event, name, flags, request_id, capacity,
        channel))
        return answer

    def pool_update(
        self,
        *,
        event: int,
        pool: int,
        flags: Optional[Union[PoolUpdateFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        name: Optional[str] = None,
        capacity: Optional[int] = None,
        open: Optional[bool] = None,
        channel: Optional[int] = None,
    ) -> PoolUpdateResult:
        """Grow, shrink, open, close, rename a pool.

        Args:
            event: event id
            pool: number in the event
            flags: PoolUpdateFlag values, or-ed; the rest stays as it is
            request_id: None: none
            expected_version: 0: any
            name: with PoolUpdateFlag.NAME: 1 … NAME_MAX bytes of UTF-8
            capacity: with PoolUpdateFlag.CAPACITY: held + sold … POOL_CAPACITY_MAX
            open: with PoolUpdateFlag.OPEN: 1 or 0
            channel: with PoolUpdateFlag.CHANNEL: 0 … CHANNELS_MAX - 1

        Raises:
            Invalid: a field is out of range; nothing changed
            LimitExceeded: over a stated limit; nothing changed
            NotFound: no such pool; nothing changed
            VersionMismatch: the pool has another version; nothing changed
            PoolShort: the capacity would fall below what is held and sold; nothing changed
        """
        answer: PoolUpdateResult = run(self, 23, (event, pool, flags, request_id, expected_version,
        name, capacity, open, channel))
        return answer

    def sweep(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        limit: Optional[int] = None,
    ) -> SweepResult:
        """Sweep dead holds and tell the feed. Nothing depends on it: every commit sweeps a little, and
        dead holds are dead on every path at once. A host with idle nights may call it now and then
        so that the feed hears of expiries soon.

        Args:
            request_id: None: none
            limit: holds to expire at most; 0: 10,000

        Raises:
            Invalid: a field is out of range; nothing changed
        """
        answer: SweepResult = run(self, 24, (request_id, limit))
        return answer

    def order_create(
        self,
        *,
        hold: int,
        hold_secret: bytes,
        items: Iterable[Union[OrderItem, Tuple[Any, ...]]],
        method: Union[PayMethod, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        buyer: Optional[str] = None,
        contacts: Optional[Iterable[Union[Contact, Tuple[Any, ...]]]] = None,
        expected_currency: Optional[str] = None,
        expected_total_minor: Optional[int] = None,
        pay_within: Optional[timedelta] = None,
        reference: Optional[str] = None,
        token: Optional[str] = None,
    ) -> OrderCreateResult:
        """Turn a live hold into an order: check what its places may be sold as, freeze the quote,
        claim the hold, begin its payment. PAID and FREE orders are confirmed in the same commit:
        seats sold, tickets issued, ledger posted, messages queued.

        Args:
            hold: a live hold
            hold_secret: its secret
            items: one or more per item of the hold, in its order
            method: a PayMethod
            request_id: None: none
            buyer: the host's name for the person, up to BUYER_MAX bytes; None: the hold's
            contacts: at most one per channel; None: none
            expected_currency: ISO 4217 code the buyer saw; "": expect nothing
            expected_total_minor: total the buyer saw; looked at when expected_currency is set
            pay_within: money is awaited this long, 1 … HOLD_TTL_MS_MAX (milliseconds), within the
                hold's life cap; None: until the hold expires
            reference: the host's own or the till's reference, up to REFERENCE_MAX bytes; None: none
            token: PROVIDER: what the payment worker needs to charge the buyer, up to REFERENCE_MAX
                bytes; None: none. Not a card number

        Raises:
            Invalid: a field is missing or out of range; nothing changed
            NotFound: no such hold or not its secret, no such event or ticket type; nothing changed
            HoldExpired: the hold is dead; nothing changed
            HoldEnded: the hold was released or sold; nothing changed
            WrongState: another order has the hold; nothing changed
            HoldLife: pay_within_ms goes beyond the hold's life cap; nothing changed
            NoPrice: the ticket type is not for this place (category, channel, pool); nothing
                changed
            NotOnSale: the ticket type is not on sale now; nothing changed
            LimitExceeded: more or fewer than an order may have; nothing changed
            OtherAmount: the total is not the expected one, or FREE and not 0; nothing changed, and
                `actual_version` of the error is the total
            OtherCurrency: another currency than expected, or events of several; nothing changed
            SumOverflow: a sum goes over AMOUNT_MAX; nothing changed
        """
        answer: OrderCreateResult = run(self, 25, (hold, hold_secret, items, method, request_id,
        buyer, contacts, expected_currency, expected_total_minor, pay_within, reference, token))
        return answer

    def order_cancel(
        self,
        *,
        order: int,
        flags: Optional[Union[OrderFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        secret: Optional[bytes] = None,
        expected_version: Optional[int] = None,
    ) -> OrderResult:
        """Cancel an order that is not confirmed. Its seats are free at once; money that is under way
        is voided when its answer comes. In OrderState.VOID_FAILED it tries the void again, or, with
        OrderFlag.BY_HAND, records that it was voided outside.

        Args:
            order: the order
            flags: OrderFlag.AS_HOST, OrderFlag.EVENT_GONE, OrderFlag.BY_HAND
            request_id: None: none
            secret: its secret; not looked at with OrderFlag.AS_HOST
            expected_version: 0: any

        Raises:
            NotFound: no such order or not its secret; nothing changed
            VersionMismatch: another version; nothing changed
            WrongState: it is confirmed: refund it; nothing changed
        """
        answer: OrderResult = run(self, 26, (order, flags, request_id, secret, expected_version))
        return answer

    def order_pay(
        self,
        *,
        order: int,
        method: Union[PayMethod, int],
        flags: Optional[Union[OrderFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        secret: Optional[bytes] = None,
        expected_version: Optional[int] = None,
        token: Optional[str] = None,
        expected_total_minor: Optional[int] = None,
        expected_currency: Optional[str] = None,
        pay_within: Optional[timedelta] = None,
    ) -> OrderResult:
        """Pay a pending or declined order, by another payment of its own.

        Args:
            order: the order
            method: PayMethod.PROVIDER or PayMethod.OFFLINE
            flags: OrderFlag.AS_HOST
            request_id: None: none
            secret: its secret; not looked at with OrderFlag.AS_HOST
            expected_version: 0: any
            token: PROVIDER: what the payment worker needs to charge the buyer, up to REFERENCE_MAX
                bytes; None: none. Not a card number
            expected_total_minor: looked at when expected_currency is set
            expected_currency: "": expect nothing
            pay_within: a new deadline from now, within the hold's life cap; None: keep it

        Raises:
            NotFound: no such order or not its secret; nothing changed
            VersionMismatch: another version; nothing changed
            WrongState: a payment is under way, or the order is over; nothing changed
            HoldExpired: its seats are no longer held; nothing changed
            HoldLife: pay_within_ms goes beyond the hold's life cap; nothing changed
            OtherAmount: not the frozen total; nothing changed
            OtherCurrency: not the frozen currency; nothing changed
        """
        answer: OrderResult = run(self, 27, (order, method, flags, request_id, secret,
        expected_version, token, expected_total_minor, expected_currency, pay_within))
        return answer

    def order_settle(
        self,
        *,
        order: int,
        currency: str,
        amount_minor: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        reference: Optional[str] = None,
    ) -> OrderResult:
        """Record that an offline payment was received, and confirm the order. After the deadline the
        event's late-money rule decides: the same seats, equivalent ones, or the money must be given
        back by hand (OrderState.REFUND_FAILED until order_refund with OrderFlag.BY_HAND).

        Args:
            order: the order
            currency: of the amount
            amount_minor: what came; must be the frozen total
            request_id: None: none
            expected_version: 0: any
            reference: of the bank or till, up to REFERENCE_MAX bytes; None: keep

        Raises:
            NotFound: no such order; nothing changed
            VersionMismatch: another version; nothing changed
            WrongState: it does not wait for money by hand; nothing changed
            OtherAmount: not the frozen total; nothing changed
            OtherCurrency: not the frozen currency; nothing changed
        """
        answer: OrderResult = run(self, 28, (order, currency, amount_minor, request_id,
        expected_version, reference))
        return answer

    def order_refund(
        self,
        *,
        order: int,
        flags: Optional[Union[OrderFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        tickets: Optional[Iterable[int]] = None,
        amount_minor: Optional[int] = None,
        reference: Optional[str] = None,
    ) -> OrderResult:
        """Refund an order whole, by tickets, or by amount. Tickets are void and places on sale again
        at once; the money follows through a leased refund command, or by hand (PAID, OFFLINE, or
        OrderFlag.BY_HAND). A whole refund of an order whose capture is under way waits for that
        answer. In OrderState.REFUND_FAILED, without tickets and amount, it tries what failed again;
        so it does in any state that nothing can be refunded in, where the refund of a second
        payment failed.

        Args:
            order: the order
            flags: OrderFlag.BY_HAND, OrderFlag.EVENT_GONE; always the host's act
            request_id: None: none
            expected_version: 0: any
            tickets: tickets to void; their places go back on sale at once
            amount_minor: 0: what was paid for the tickets, or for everything that is left
            reference: why, or the till's reference, up to REFERENCE_MAX bytes; None

        Raises:
            NotFound: no such order, or a ticket is not of it; nothing changed
            VersionMismatch: another version; nothing changed
            WrongState: no money was taken, all went back, or a ticket is void; nothing changed
            RefundTooLarge: more than what was captured and not yet refunded; nothing changed
            LimitExceeded: too many tickets; nothing changed
        """
        answer: OrderResult = run(self, 29, (order, flags, request_id, expected_version, tickets,
        amount_minor, reference))
        return answer

    def payment_lease(
        self,
        *,
        worker: int,
        max: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        lease: Optional[timedelta] = None,
    ) -> PaymentLeaseResult:
        """Lease payment commands that are due, oldest due first. They come back, as queries, when the
        lease runs out unanswered.

        Args:
            worker: the worker's own number, for people
            max: commands wanted, 1 … 1,000
            request_id: None: none (a lease needs none)
            lease: how long they are this worker's, 1 … LEASE_MS_MAX (milliseconds); None: 60,000

        Raises:
            Invalid: a field is out of range; nothing changed
            LimitExceeded: max or lease_ms above its limit; nothing changed
        """
        answer: PaymentLeaseResult = run(self, 30, (worker, max, request_id, lease))
        return answer

    def payment_answer(
        self,
        *,
        command: int,
        attempt: int,
        outcome: Union[PaymentOutcome, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        amount_minor: Optional[int] = None,
        currency: Optional[str] = None,
        reference: Optional[str] = None,
    ) -> PaymentResult:
        """Answer a leased command. DONE and DECLINED are facts and are taken even when the lease has
        run out; the same answer again is a duplicate. FAILED and UNKNOWN count only while the lease
        is the answerer's.

        Args:
            command: the command
            attempt: the attempt that is answered
            outcome: a PaymentOutcome
            request_id: None: none (the command and its outcome suffice)
            amount_minor: what the provider says the amount is; 0: it does not
            currency: of that amount; "": it does not say
            reference: the provider's reference, up to REFERENCE_MAX bytes; None: none

        Raises:
            NotFound: no such command; nothing changed
            LeaseLost: FAILED or UNKNOWN of a lease that is over, or an answer that contradicts the
                one known; nothing changed
            OtherAmount: not the command's amount; nothing changed
            OtherCurrency: not the command's currency; nothing changed
        """
        answer: PaymentResult = run(self, 31, (command, attempt, outcome, request_id, amount_minor,
        currency, reference))
        return answer

    def payment_event(
        self,
        *,
        event_id: str,
        kind: Union[PaymentEventKind, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        currency: Optional[str] = None,
        amount_minor: Optional[int] = None,
        reference: Optional[str] = None,
        idempotency_key: Optional[bytes] = None,
    ) -> PaymentResult:
        """Take a provider's event. Its id is kept in the transaction of its effect: the same id again
        is a duplicate, whatever else it says.

        Args:
            event_id: the provider's id of the event, 1 … REFERENCE_MAX bytes
            kind: a PaymentEventKind
            request_id: None: none (the event's id suffices)
            currency: of the amount; "": not said
            amount_minor: 0: not said (a refund or dispute of everything)
            reference: the provider's reference of the payment; None: use the key
            idempotency_key: of the command it is about; None: use the reference

        Raises:
            NotFound: no payment has that reference or key (yet: an event may overtake the answer
                that brings the reference); nothing changed, have it sent again
            OtherAmount: another amount than the payment's; nothing changed
            OtherCurrency: another currency than the payment's; nothing changed
            WrongState: it contradicts what is known (for instance a dispute of what was never
                captured); nothing changed
        """
        answer: PaymentResult = run(self, 32, (event_id, kind, request_id, currency, amount_minor,
        reference, idempotency_key))
        return answer

    def ticket_void(
        self,
        *,
        ticket: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> TicketChangeResult:
        """Make a ticket worthless. Its seat stays sold: a refund of the order is what puts it on sale
        again.

        Args:
            ticket: ticket id
            request_id: None: none
            expected_version: 0: any

        Raises:
            NotFound: there is no such ticket; nothing changed
            WrongState: it is void already; nothing changed
            VersionMismatch: another version than expected; nothing changed
            Invalid: None, a wrong size or flag; nothing changed
        """
        answer: TicketChangeResult = run(self, 33, (ticket, request_id, expected_version))
        return answer

    def ticket_reissue(
        self,
        *,
        ticket: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> TicketChangeResult:
        """Give a ticket a new serial: every barcode and ticket secret handed out before is dead.

        Args:
            ticket: ticket id
            request_id: None: none
            expected_version: 0: any

        Raises:
            NotFound: there is no such ticket; nothing changed
            WrongState: it is void or used; nothing changed
            VersionMismatch: another version than expected; nothing changed
            Invalid: None, a wrong size or flag; nothing changed
        """
        answer: TicketChangeResult = run(self, 34, (ticket, request_id, expected_version))
        return answer

    def signing_key_rotate(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> SigningKeyRotateResult:
        """Sign barcodes by a new key from now on. Barcodes of older keys stay valid; hand gates the
        new list of public keys.

        Args:
            request_id: None: none

        Raises:
            LimitExceeded: there are 10,000 keys already; nothing changed
            Invalid: None, a wrong size or flag; nothing changed
        """
        answer: SigningKeyRotateResult = run(self, 35, (request_id,))
        return answer

    def checkin_scan(
        self,
        *,
        event: int,
        gate: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        barcode: Optional[str] = None,
        ticket: Optional[int] = None,
        serial: Optional[int] = None,
        list: Optional[int] = None,
        nonce: Optional[bytes] = None,
    ) -> CheckinScanResult:
        """Judge one scan at a gate and record it. The time of the scan is the engine's clock.

        Args:
            event: the event this gate lets people into
            gate: number of the gate, the host's own
            request_id: None: none
            barcode: text of the barcode; None: `ticket` and `serial` are given
            ticket: ticket id, when there is no barcode; the host vouches for it
            serial: its serial; 0: the present one
            list: check-in list; must be 0, the list of everybody
            nonce: random, of this scan, so that an upload repeated by a gate is one entry; None:
                none

        Raises:
            NotFound: there is no such event; nothing changed
            RequestMismatch: the nonce was used for another ticket or gate; nothing changed
            Invalid: None, a wrong size or flag, neither barcode nor ticket; nothing changed
        """
        answer: CheckinScanResult = run(self, 36, (event, gate, request_id, barcode, ticket, serial,
        list, nonce))
        return answer

    def message_create(
        self,
        *,
        kind: Union[MessageKind, int],
        channel: Union[MessageChannel, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        event: Optional[int] = None,
        order: Optional[int] = None,
        ticket: Optional[int] = None,
        address: Optional[str] = None,
        locale: Optional[str] = None,
        dedupe_key: Optional[str] = None,
        variables: Optional[Iterable[Union[Variable, Tuple[Any, ...]]]] = None,
        attempts_max: Optional[int] = None,
        not_before: Optional[datetime] = None,
    ) -> MessageCreateResult:
        """Queue a message of the host's own. Those of orders are queued by the engine.

        Args:
            kind: a MessageKind, or the host's own number
            channel: a MessageChannel
            request_id: None: none
            event: whose variables to have, or 0
            order: whose variables, contact and locale to have, or 0
            ticket: whose variables to have, or 0
            address: where to; None: the contact of `order`
            locale: BCP 47, like "de-AT"; None: that of `order`, or the default
            dedupe_key: None: none; else a second message with it is not queued
            variables: more variables; they hide the engine's own; may be None
            attempts_max: 1 … ATTEMPTS_MAX; 0: MESSAGE_ATTEMPTS_DEFAULT
            not_before: earliest time to send it; None: at once

        Raises:
            NotFound: event, order or ticket does not exist; nothing changed
            LimitExceeded: too many or too long variables, or a time after TIME_MS_MAX; nothing
                changed
            Invalid: None, a wrong size or flag, an unknown kind or channel, neither address nor
                order, a malformed variable name; nothing changed
        """
        answer: MessageCreateResult = run(self, 37, (kind, channel, request_id, event, order,
        ticket, address, locale, dedupe_key, variables, attempts_max, not_before))
        return answer

    def message_lease(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        channels: Optional[Iterable[Union[MessageChannel, int]]] = None,
        max: Optional[int] = None,
        lease: Optional[timedelta] = None,
        worker: Optional[int] = None,
    ) -> MessageLeaseResult:
        """Take messages that are due, oldest first.

        Args:
            request_id: None: none
            channels: those to take; None: all
            max: most to take, 1 … MESSAGE_LEASE_MAX; 0: 1
            lease: how long it is theirs, 1 … LEASE_MS_MAX (milliseconds); None: 60,000
            worker: the host's own number of the worker, to be seen in the outbox

        Raises:
            LimitExceeded: max or lease_ms above its limit; nothing changed
            Invalid: None, a wrong size or flag, an unknown channel; nothing changed
        """
        answer: MessageLeaseResult = run(self, 38, (request_id, channels, max, lease, worker))
        return answer

    def message_answer(
        self,
        *,
        message: int,
        lease: int,
        outcome: Union[MessageOutcome, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        retry_after: Optional[timedelta] = None,
        receipt: Optional[str] = None,
    ) -> MessageChangeResult:
        """Say what became of a leased message. An answer that comes after the lease ran out still
        counts, as long as nobody else has taken the message since.

        Args:
            message: its number
            lease: from the LeasedMessage
            outcome: a MessageOutcome
            request_id: None: none
            retry_after: RETRY: wait this long; None: attempts⁴ seconds ± 10 %, at most
                MESSAGE_RETRY_MS_MAX (milliseconds)
            receipt: provider's reference or reason, at most REFERENCE_MAX bytes; no personal data;
                may be None

        Raises:
            NotFound: there is no such message; nothing changed
            LeaseLost: answered before, or somebody else has it now; nothing changed
            Invalid: None, a wrong size or flag, an unknown outcome; nothing changed
        """
        answer: MessageChangeResult = run(self, 39, (message, lease, outcome, request_id,
        retry_after, receipt))
        return answer

    def message_retry(
        self,
        *,
        message: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> MessageChangeResult:
        """Queue a dead letter again, its attempts counted from 0; or make one that waits for another
        attempt due now.

        Args:
            message: its number
            request_id: None: none

        Raises:
            NotFound: there is no such message; nothing changed
            WrongState: it is leased, sent or cancelled; nothing changed
            Invalid: None, a wrong size or flag; nothing changed
        """
        answer: MessageChangeResult = run(self, 40, (message, request_id))
        return answer

    def message_cancel(
        self,
        *,
        message: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> MessageChangeResult:
        """Give up a message that is queued or dead. One that is leased is cancelled by its answer.

        Args:
            message: its number
            request_id: None: none

        Raises:
            NotFound: there is no such message; nothing changed
            WrongState: it is leased, sent or cancelled; nothing changed
            Invalid: None, a wrong size or flag; nothing changed
        """
        answer: MessageChangeResult = run(self, 41, (message, request_id))
        return answer

    def template_put(
        self,
        *,
        kind: Union[MessageKind, int],
        channel: Union[MessageChannel, int],
        body: str,
        flags: Optional[Union[TemplateFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        locale: Optional[str] = None,
        subject: Optional[str] = None,
        expected_version: Optional[int] = None,
    ) -> TemplatePutResult:
        """Set a template. Messages that are queued already are rendered by it too.

        Args:
            kind: a MessageKind, or the host's own number
            channel: a MessageChannel
            body: 1 … TEMPLATE_MAX bytes
            flags: TemplateFlag values, or-ed
            request_id: None: none
            locale: BCP 47, like "de" or "de-AT"; None or "": the default
            subject: at most TEMPLATE_SUBJECT_MAX bytes; may be None
            expected_version: 0: any, and make it when it does not exist

        Raises:
            TemplateFault: malformed: `error->field` is "subject" or "body", `error->line` its line
                and `error->subject` the byte, from 1; nothing changed
            NotFound: it does not exist and a version was expected; nothing changed
            VersionMismatch: another version than expected; nothing changed
            LimitExceeded: subject or body too long; nothing changed
            Invalid: None, a wrong size, flag, kind, channel or locale; nothing changed
        """
        answer: TemplatePutResult = run(self, 42, (kind, channel, body, flags, request_id, locale,
        subject, expected_version))
        return answer

    def template_delete(
        self,
        *,
        kind: Union[MessageKind, int],
        channel: Union[MessageChannel, int],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        locale: Optional[str] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        """Remove a template; the next one of the fallback takes its place. The command's kind has no
        result.

        Args:
            kind: a MessageKind, or the host's own number
            channel: a MessageChannel
            request_id: None: none
            locale: as it was put
            expected_version: 0: any

        Raises:
            NotFound: there is none; nothing changed
            VersionMismatch: another version than expected; nothing changed
            Invalid: None, a wrong size, flag, kind, channel or locale; nothing changed
        """
        run(self, 43, (kind, channel, request_id, locale, expected_version))

    def consumer_set(
        self,
        *,
        name: str,
        flags: Optional[Union[ConsumerFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        cursor: Optional[int] = None,
        expected_version: Optional[int] = None,
    ) -> ConsumerSetResult:
        """Create or move a durable consumer. Does not itself appear in the feed.

        Args:
            name: 1 … CONSUMER_NAME_MAX bytes of UTF-8
            flags: ConsumerFlag values, or-ed
            request_id: None: none
            cursor: where it goes on; None: the oldest kept
            expected_version: 0: any, and make it when it does not exist

        Raises:
            Exists: it exists and ConsumerFlag.CREATE was given; nothing changed
            NotFound: it does not exist and a version was expected; nothing changed
            VersionMismatch: another version than expected: somebody else moved it; nothing changed
            FeedPruned: the cursor points before the oldest event kept; nothing changed
            LimitExceeded: more than CONSUMERS_MAX; nothing changed
            Invalid: None, a wrong size, flag or name, a cursor beyond the end; nothing changed
        """
        answer: ConsumerSetResult = run(self, 44, (name, flags, request_id, cursor,
        expected_version))
        return answer

    def consumer_delete(
        self,
        *,
        name: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        """Remove a consumer; pruning no longer waits for it. The command's kind has no result.

        Args:
            name: its name
            request_id: None: none
            expected_version: 0: any

        Raises:
            NotFound: there is none of that name; nothing changed
            VersionMismatch: another version than expected; nothing changed
            Invalid: None, a wrong size, flag or name; nothing changed
        """
        run(self, 45, (name, request_id, expected_version))

    def feed_prune(
        self,
        *,
        flags: Optional[Union[FeedPruneFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        before: Optional[int] = None,
        before_time: Optional[datetime] = None,
    ) -> FeedPruneResult:
        """Drop the feed's oldest events, a bounded piece a call, by whole records (so a few that might
        go stay). Never drops what a named consumer has not read, unless forced.

        Args:
            flags: FeedPruneFlag values, or-ed
            request_id: None: none
            before: drop what stands before it; None: no such limit
            before_time: drop what is older, at most TIME_MS_MAX; None: no such limit

        Raises:
            Invalid: None, a wrong size or flag, no limit, a cursor beyond the end; nothing changed
        """
        answer: FeedPruneResult = run(self, 46, (flags, request_id, before, before_time))
        return answer
