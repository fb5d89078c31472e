"""Every change as a coroutine. Made by scripts/gen_python.py from the public headers; do not edit."""
from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any, Iterable, Optional, Tuple, Union

from ._base import Command
from ._commands import (
    VenueCreate,
    VenueUpdate,
    VenueDelete,
    MapCreate,
    MapUpdate,
    MapPublish,
    MapDelete,
    EventCreate,
    EventUpdate,
    EventDelete,
    TicketTypeCreate,
    TicketTypeUpdate,
    TicketTypeDelete,
    HoldCreate,
    HoldBest,
    HoldExtend,
    HoldRelease,
    HoldExpire,
    HoldSwap,
    SeatBlock,
    SeatUnblock,
    SeatChannel,
    PoolCreate,
    PoolUpdate,
    Sweep,
    OrderCreate,
    OrderCancel,
    OrderPay,
    OrderSettle,
    OrderRefund,
    PaymentLease,
    PaymentAnswer,
    PaymentEvent,
    TicketVoid,
    TicketReissue,
    SigningKeyRotate,
    CheckinScan,
    MessageCreate,
    MessageLease,
    MessageAnswer,
    MessageRetry,
    MessageCancel,
    TemplatePut,
    TemplateDelete,
    ConsumerSet,
    ConsumerDelete,
    FeedPrune,
)
from ._enums import (
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

__all__ = ["AsyncCommands"]


class AsyncCommands:
    """Every change as a coroutine that ends when it is durable."""

    __slots__ = ()

    async def run(self, command: Command) -> Any:
        """Hand one command over and wait for its answer."""
        raise NotImplementedError

    async def venue_create(
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

        As Engine.venue_create(), without blocking the loop.
        """
        answer: VenueResult = await self.run(
            VenueCreate(name=name, request_id=request_id, address=address, city=city,
                country=country, time_zone=time_zone, capacity_note=capacity_note)
        )
        return answer

    async def venue_update(
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

        As Engine.venue_update(), without blocking the loop.
        """
        answer: VenueResult = await self.run(
            VenueUpdate(venue=venue, request_id=request_id, expected_version=expected_version,
                name=name, address=address, city=city, country=country, time_zone=time_zone,
                capacity_note=capacity_note, fields=fields)
        )
        return answer

    async def venue_delete(
        self,
        *,
        venue: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> VenueResult:
        """Remove a venue that no event and no map uses.

        As Engine.venue_delete(), without blocking the loop.
        """
        answer: VenueResult = await self.run(
            VenueDelete(venue=venue, request_id=request_id, expected_version=expected_version)
        )
        return answer

    async def map_create(
        self,
        *,
        text: Union[str, bytes],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        venue: Optional[int] = None,
        name: Optional[str] = None,
        form: Optional[Union[MapForm, int]] = None,
    ) -> MapResult:
        """Import a document as a new map. Its version 1 is a draft.

        As Engine.map_create(), without blocking the loop.
        """
        answer: MapResult = await self.run(
            MapCreate(text=text, request_id=request_id, venue=venue, name=name, form=form)
        )
        return answer

    async def map_update(
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

        As Engine.map_update(), without blocking the loop.
        """
        answer: MapResult = await self.run(
            MapUpdate(map=map, text=text, request_id=request_id,
                expected_version=expected_version, name=name, form=form)
        )
        return answer

    async def map_publish(
        self,
        *,
        map: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
        map_version: Optional[int] = None,
    ) -> MapResult:
        """Publish a draft, so that events may use it.

        As Engine.map_publish(), without blocking the loop.
        """
        answer: MapResult = await self.run(
            MapPublish(map=map, request_id=request_id, expected_version=expected_version,
                map_version=map_version)
        )
        return answer

    async def map_delete(
        self,
        *,
        map: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> MapResult:
        """Remove a map with all its versions. Refused while an event uses any of them.

        As Engine.map_delete(), without blocking the loop.
        """
        answer: MapResult = await self.run(
            MapDelete(map=map, request_id=request_id, expected_version=expected_version)
        )
        return answer

    async def event_create(
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

        As Engine.event_create(), without blocking the loop.
        """
        answer: EventResult = await self.run(
            EventCreate(starts_at=starts_at, name=name, currency=currency,
                request_id=request_id, venue=venue, map=map, ends_at=ends_at, sale_from=sale_from,
                sale_until=sale_until, hold_ttl=hold_ttl, hold_life=hold_life,
                description=description, category=category, tags=tags, map_version=map_version,
                status=status, rules=rules, late_money=late_money, capture=capture,
                limit_per_buyer=limit_per_buyer, limit_per_order=limit_per_order)
        )
        return answer

    async def event_update(
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

        As Engine.event_update(), without blocking the loop.
        """
        answer: EventResult = await self.run(
            EventUpdate(event=event, request_id=request_id, expected_version=expected_version,
                venue=venue, map=map, starts_at=starts_at, ends_at=ends_at, sale_from=sale_from,
                sale_until=sale_until, hold_ttl=hold_ttl, hold_life=hold_life, name=name,
                description=description, category=category, currency=currency, tags=tags,
                map_version=map_version, status=status, rules=rules, late_money=late_money,
                capture=capture, limit_per_buyer=limit_per_buyer, limit_per_order=limit_per_order,
                fields=fields)
        )
        return answer

    async def event_delete(
        self,
        *,
        event: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> EventResult:
        """Remove an event with its seats, pools and ticket types.

        As Engine.event_delete(), without blocking the loop.
        """
        answer: EventResult = await self.run(
            EventDelete(event=event, request_id=request_id, expected_version=expected_version)
        )
        return answer

    async def ticket_type_create(
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

        As Engine.ticket_type_create(), without blocking the loop.
        """
        answer: TicketTypeResult = await self.run(
            TicketTypeCreate(event=event, price_minor=price_minor, name=name,
                request_id=request_id, fee_minor=fee_minor, sale_from=sale_from,
                sale_until=sale_until, description=description, category=category, pool=pool,
                channels=channels, tax_bp=tax_bp, tax_inclusive=tax_inclusive,
                min_per_order=min_per_order, max_per_order=max_per_order, status=status)
        )
        return answer

    async def ticket_type_update(
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

        As Engine.ticket_type_update(), without blocking the loop.
        """
        answer: TicketTypeResult = await self.run(
            TicketTypeUpdate(event=event, ticket_type=ticket_type, request_id=request_id,
                expected_version=expected_version, price_minor=price_minor, fee_minor=fee_minor,
                sale_from=sale_from, sale_until=sale_until, name=name, description=description,
                category=category, pool=pool, channels=channels, tax_bp=tax_bp,
                tax_inclusive=tax_inclusive, min_per_order=min_per_order,
                max_per_order=max_per_order, status=status, fields=fields)
        )
        return answer

    async def ticket_type_delete(
        self,
        *,
        event: int,
        ticket_type: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> TicketTypeResult:
        """Remove a ticket type of an event of which nothing is held and nothing was ever sold.

        As Engine.ticket_type_delete(), without blocking the loop.
        """
        answer: TicketTypeResult = await self.run(
            TicketTypeDelete(event=event, ticket_type=ticket_type, request_id=request_id,
                expected_version=expected_version)
        )
        return answer

    async def hold_create(
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

        As Engine.hold_create(), without blocking the loop.
        """
        answer: HoldCreateResult = await self.run(
            HoldCreate(flags=flags, request_id=request_id, ttl=ttl, seats=seats, pools=pools,
                buyer=buyer, channel=channel)
        )
        return answer

    async def hold_best(
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

        As Engine.hold_best(), without blocking the loop.
        """
        answer: HoldCreateResult = await self.run(
            HoldBest(event=event, quantity=quantity, flags=flags, request_id=request_id,
                ttl=ttl, categories=categories, sections=sections, buyer=buyer,
                accessible=accessible, channel=channel, max_rows=max_rows)
        )
        return answer

    async def hold_extend(
        self,
        *,
        hold: int,
        secret: bytes,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        ttl: Optional[timedelta] = None,
        expected_version: Optional[int] = None,
    ) -> HoldExtendResult:
        """Let a live hold live until `ttl_ms` from now, up to its events' cap on its whole life.

        As Engine.hold_extend(), without blocking the loop.
        """
        answer: HoldExtendResult = await self.run(
            HoldExtend(hold=hold, secret=secret, request_id=request_id, ttl=ttl,
                expected_version=expected_version)
        )
        return answer

    async def hold_release(
        self,
        *,
        hold: int,
        secret: bytes,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> HoldReleaseResult:
        """Give a live hold back; its seats and places are free.

        As Engine.hold_release(), without blocking the loop.
        """
        answer: HoldReleaseResult = await self.run(
            HoldRelease(hold=hold, secret=secret, request_id=request_id,
                expected_version=expected_version)
        )
        return answer

    async def hold_expire(
        self,
        *,
        hold: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> HoldReleaseResult:
        """End a live hold now, without its secret. For the host alone: never give buyers a way to it.

        As Engine.hold_expire(), without blocking the loop.
        """
        answer: HoldReleaseResult = await self.run(
            HoldExpire(hold=hold, request_id=request_id, expected_version=expected_version)
        )
        return answer

    async def hold_swap(
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

        As Engine.hold_swap(), without blocking the loop.
        """
        answer: HoldCreateResult = await self.run(
            HoldSwap(hold=hold, secret=secret, flags=flags, request_id=request_id, ttl=ttl,
                seats=seats, pools=pools, expected_version=expected_version)
        )
        return answer

    async def seat_block(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> SeatBlockResult:
        """Take free seats off sale, all or none.

        As Engine.seat_block(), without blocking the loop.
        """
        answer: SeatBlockResult = await self.run(
            SeatBlock(event=event, seats=seats, request_id=request_id)
        )
        return answer

    async def seat_unblock(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> SeatBlockResult:
        """Put blocked seats on sale, all or none.

        As Engine.seat_unblock(), without blocking the loop.
        """
        answer: SeatBlockResult = await self.run(
            SeatUnblock(event=event, seats=seats, request_id=request_id)
        )
        return answer

    async def seat_channel(
        self,
        *,
        event: int,
        seats: Iterable[Union[SeatVersion, Tuple[Any, ...]]],
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        channel: Optional[int] = None,
    ) -> SeatBlockResult:
        """Allot free or blocked seats to a channel, all or none. A seat in a channel other than the
        public one is only for holds that name this channel.

        As Engine.seat_channel(), without blocking the loop.
        """
        answer: SeatBlockResult = await self.run(
            SeatChannel(event=event, seats=seats, request_id=request_id, channel=channel)
        )
        return answer

    async def pool_create(
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

        As Engine.pool_create(), without blocking the loop.
        """
        answer: PoolCreateResult = await self.run(
            PoolCreate(event=event, name=name, flags=flags, request_id=request_id,
                capacity=capacity, channel=channel)
        )
        return answer

    async def pool_update(
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

        As Engine.pool_update(), without blocking the loop.
        """
        answer: PoolUpdateResult = await self.run(
            PoolUpdate(event=event, pool=pool, flags=flags, request_id=request_id,
                expected_version=expected_version, name=name, capacity=capacity, open=open,
                channel=channel)
        )
        return answer

    async def sweep(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        limit: Optional[int] = None,
    ) -> SweepResult:
        """Sweep dead holds and tell the feed. Nothing depends on it: every commit sweeps a little, and
        dead holds are dead on every path at once. A host with idle nights may call it now and then
        so that the feed hears of expiries soon.

        As Engine.sweep(), without blocking the loop.
        """
        answer: SweepResult = await self.run(
            Sweep(request_id=request_id, limit=limit)
        )
        return answer

    async def order_create(
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

        As Engine.order_create(), without blocking the loop.
        """
        answer: OrderCreateResult = await self.run(
            OrderCreate(hold=hold, hold_secret=hold_secret, items=items, method=method,
                request_id=request_id, buyer=buyer, contacts=contacts,
                expected_currency=expected_currency, expected_total_minor=expected_total_minor,
                pay_within=pay_within, reference=reference, token=token)
        )
        return answer

    async def order_cancel(
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

        As Engine.order_cancel(), without blocking the loop.
        """
        answer: OrderResult = await self.run(
            OrderCancel(order=order, flags=flags, request_id=request_id, secret=secret,
                expected_version=expected_version)
        )
        return answer

    async def order_pay(
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

        As Engine.order_pay(), without blocking the loop.
        """
        answer: OrderResult = await self.run(
            OrderPay(order=order, method=method, flags=flags, request_id=request_id,
                secret=secret, expected_version=expected_version, token=token,
                expected_total_minor=expected_total_minor, expected_currency=expected_currency,
                pay_within=pay_within)
        )
        return answer

    async def order_settle(
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

        As Engine.order_settle(), without blocking the loop.
        """
        answer: OrderResult = await self.run(
            OrderSettle(order=order, currency=currency, amount_minor=amount_minor,
                request_id=request_id, expected_version=expected_version, reference=reference)
        )
        return answer

    async def order_refund(
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

        As Engine.order_refund(), without blocking the loop.
        """
        answer: OrderResult = await self.run(
            OrderRefund(order=order, flags=flags, request_id=request_id,
                expected_version=expected_version, tickets=tickets, amount_minor=amount_minor,
                reference=reference)
        )
        return answer

    async def payment_lease(
        self,
        *,
        worker: int,
        max: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        lease: Optional[timedelta] = None,
    ) -> PaymentLeaseResult:
        """Lease payment commands that are due, oldest due first. They come back, as queries, when the
        lease runs out unanswered.

        As Engine.payment_lease(), without blocking the loop.
        """
        answer: PaymentLeaseResult = await self.run(
            PaymentLease(worker=worker, max=max, request_id=request_id, lease=lease)
        )
        return answer

    async def payment_answer(
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

        As Engine.payment_answer(), without blocking the loop.
        """
        answer: PaymentResult = await self.run(
            PaymentAnswer(command=command, attempt=attempt, outcome=outcome,
                request_id=request_id, amount_minor=amount_minor, currency=currency,
                reference=reference)
        )
        return answer

    async def payment_event(
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

        As Engine.payment_event(), without blocking the loop.
        """
        answer: PaymentResult = await self.run(
            PaymentEvent(event_id=event_id, kind=kind, request_id=request_id, currency=currency,
                amount_minor=amount_minor, reference=reference, idempotency_key=idempotency_key)
        )
        return answer

    async def ticket_void(
        self,
        *,
        ticket: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> TicketChangeResult:
        """Make a ticket worthless. Its seat stays sold: a refund of the order is what puts it on sale
        again.

        As Engine.ticket_void(), without blocking the loop.
        """
        answer: TicketChangeResult = await self.run(
            TicketVoid(ticket=ticket, request_id=request_id, expected_version=expected_version)
        )
        return answer

    async def ticket_reissue(
        self,
        *,
        ticket: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> TicketChangeResult:
        """Give a ticket a new serial: every barcode and ticket secret handed out before is dead.

        As Engine.ticket_reissue(), without blocking the loop.
        """
        answer: TicketChangeResult = await self.run(
            TicketReissue(ticket=ticket, request_id=request_id,
                expected_version=expected_version)
        )
        return answer

    async def signing_key_rotate(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> SigningKeyRotateResult:
        """Sign barcodes by a new key from now on. Barcodes of older keys stay valid; hand gates the
        new list of public keys.

        As Engine.signing_key_rotate(), without blocking the loop.
        """
        answer: SigningKeyRotateResult = await self.run(
            SigningKeyRotate(request_id=request_id)
        )
        return answer

    async def checkin_scan(
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

        As Engine.checkin_scan(), without blocking the loop.
        """
        answer: CheckinScanResult = await self.run(
            CheckinScan(event=event, gate=gate, request_id=request_id, barcode=barcode,
                ticket=ticket, serial=serial, list=list, nonce=nonce)
        )
        return answer

    async def message_create(
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

        As Engine.message_create(), without blocking the loop.
        """
        answer: MessageCreateResult = await self.run(
            MessageCreate(kind=kind, channel=channel, request_id=request_id, event=event,
                order=order, ticket=ticket, address=address, locale=locale, dedupe_key=dedupe_key,
                variables=variables, attempts_max=attempts_max, not_before=not_before)
        )
        return answer

    async def message_lease(
        self,
        *,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        channels: Optional[Iterable[Union[MessageChannel, int]]] = None,
        max: Optional[int] = None,
        lease: Optional[timedelta] = None,
        worker: Optional[int] = None,
    ) -> MessageLeaseResult:
        """Take messages that are due, oldest first.

        As Engine.message_lease(), without blocking the loop.
        """
        answer: MessageLeaseResult = await self.run(
            MessageLease(request_id=request_id, channels=channels, max=max, lease=lease,
                worker=worker)
        )
        return answer

    async def message_answer(
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

        As Engine.message_answer(), without blocking the loop.
        """
        answer: MessageChangeResult = await self.run(
            MessageAnswer(message=message, lease=lease, outcome=outcome, request_id=request_id,
                retry_after=retry_after, receipt=receipt)
        )
        return answer

    async def message_retry(
        self,
        *,
        message: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> MessageChangeResult:
        """Queue a dead letter again, its attempts counted from 0; or make one that waits for another
        attempt due now.

        As Engine.message_retry(), without blocking the loop.
        """
        answer: MessageChangeResult = await self.run(
            MessageRetry(message=message, request_id=request_id)
        )
        return answer

    async def message_cancel(
        self,
        *,
        message: int,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
    ) -> MessageChangeResult:
        """Give up a message that is queued or dead. One that is leased is cancelled by its answer.

        As Engine.message_cancel(), without blocking the loop.
        """
        answer: MessageChangeResult = await self.run(
            MessageCancel(message=message, request_id=request_id)
        )
        return answer

    async def template_put(
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

        As Engine.template_put(), without blocking the loop.
        """
        answer: TemplatePutResult = await self.run(
            TemplatePut(kind=kind, channel=channel, body=body, flags=flags,
                request_id=request_id, locale=locale, subject=subject,
                expected_version=expected_version)
        )
        return answer

    async def template_delete(
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

        As Engine.template_delete(), without blocking the loop.
        """
        await self.run(
            TemplateDelete(kind=kind, channel=channel, request_id=request_id, locale=locale,
                expected_version=expected_version)
        )

    async def consumer_set(
        self,
        *,
        name: str,
        flags: Optional[Union[ConsumerFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        cursor: Optional[int] = None,
        expected_version: Optional[int] = None,
    ) -> ConsumerSetResult:
        """Create or move a durable consumer. Does not itself appear in the feed.

        As Engine.consumer_set(), without blocking the loop.
        """
        answer: ConsumerSetResult = await self.run(
            ConsumerSet(name=name, flags=flags, request_id=request_id, cursor=cursor,
                expected_version=expected_version)
        )
        return answer

    async def consumer_delete(
        self,
        *,
        name: str,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        expected_version: Optional[int] = None,
    ) -> None:
        """Remove a consumer; pruning no longer waits for it. The command's kind has no result.

        As Engine.consumer_delete(), without blocking the loop.
        """
        await self.run(
            ConsumerDelete(name=name, request_id=request_id, expected_version=expected_version)
        )

    async def feed_prune(
        self,
        *,
        flags: Optional[Union[FeedPruneFlag, int]] = None,
        request_id: Optional[Union[uuid.UUID, bytes]] = None,
        before: Optional[int] = None,
        before_time: Optional[datetime] = None,
    ) -> FeedPruneResult:
        """Drop the feed's oldest events, a bounded piece a call, by whole records (so a few that might
        go stay). Never drops what a named consumer has not read, unless forced.

        As Engine.feed_prune(), without blocking the loop.
        """
        answer: FeedPruneResult = await self.run(
            FeedPrune(flags=flags, request_id=request_id, before=before,
                before_time=before_time)
        )
        return answer
