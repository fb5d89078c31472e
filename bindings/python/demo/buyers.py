#!/usr/bin/env python3
"""A buyer process of `ticketcore demo` in Python: `./dev demo --lang python` starts it in every second place,
among C processes on the same store. It understands the arguments the parent gives its children, behaves as
src/cli/demo_journey.c does, and keeps the same journal, so that the same audit judges it."""

import argparse
import asyncio
import os
import random
import signal
import sys
from datetime import timedelta

import journal as book
import ticketcore as tc

QUANTITY_OF_100 = (15, 60, 72, 90, 94, 98, 99, 100)
OPEN = (tc.OrderState.AUTHORISING, tc.OrderState.UNKNOWN, tc.OrderState.OVERDUE)
CONFIRMED = (tc.OrderState.CAPTURING, tc.OrderState.SETTLED)
GRACE_MS = 6000


class House:
    """The house as the live page of this process shows it: a little old, brought up to date by differences."""

    def __init__(self, engine, event):
        self.engine, self.event, self.version, self.at = engine, event, 0, 0.0
        with engine.snapshot() as now:
            view = now.event_get(event)
            self.seats = list(now.map_seats(view.map, view.map_version)) if view.map else []
            self.types = list(now.ticket_types(event))
            self.pools = [pool.pool for pool in now.pools(event)]
        odd = tc.SeatFlag.ACCESSIBLE | tc.SeatFlag.COMPANION | tc.SeatFlag.RETIRED
        self.plain = [not seat.seat_flags & odd for seat in self.seats]
        self.categories = max((seat.category for seat in self.seats), default=0)
        self.states = {}
        self.refresh()

    def refresh(self):
        with self.engine.snapshot() as now:
            changes, self.version = now.availability_since(self.event, self.version)
        for change in changes:
            self.states[change.seat] = (change.state, change.version)
        self.at = asyncio.get_running_loop().time()

    def look(self):
        if asyncio.get_running_loop().time() - self.at > 0.12:
            self.refresh()
        return any(state is tc.SeatState.FREE for state, _ in self.states.values())

    def can_take(self, seat):
        return seat is not None and self.plain[seat] and self.states.get(seat, (None,))[0] is tc.SeatState.FREE

    def pick(self, dice, quantity):
        """Free seats side by side with the versions the page shows."""
        self.look()
        tried = [dice.randrange(len(self.seats)) for _ in range(12)]
        free = [seat for seat in tried if self.can_take(seat)]
        if not free:
            free = [seat for seat in range(len(self.seats)) if self.can_take(seat)][:1]
        if not free:
            return []
        seat = min(free, key=lambda one: self.seats[one].focal_distance)
        for _ in range(quantity):
            if not self.can_take(self.seats[seat].left):
                break
            seat = self.seats[seat].left
        taken = []
        while len(taken) < quantity and self.can_take(seat):
            taken.append((seat, self.states[seat][1]))
            seat = self.seats[seat].right
        return taken

    def type_of(self, dice, category, pool):
        fits = [one.ticket_type for one in self.types
                if (one.pool == pool if pool else not one.pool and one.category == category)]
        return 0 if not fits else fits[0] if dice.random() < 0.6 else dice.choice(fits)


class Shop:
    """What all buyers of the process share."""

    def __init__(self, given, engine, house, journal):
        self.given, self.engine, self.house, self.journal = given, engine, house, journal
        self.ttl = timedelta(milliseconds=given.ttl_ms)
        self.leaving = False

    async def send(self, command):
        """Until it is answered for good. A finished handle ends the process: its successor goes on."""
        for _ in range(200):
            try:
                return await self.engine.run(command)
            except tc.TryAgain:
                await asyncio.sleep(0.02)
            except (tc.StoreFailed, tc.HandleDead) as error:
                print(f"demo: a buyer lost the store: {error}", file=sys.stderr)
                os._exit(5)
        return None


class Buyer:
    """One buyer from the wish to the door."""

    def __init__(self, shop, dice, journey):
        self.shop, self.dice, self.journey = shop, dice, journey

    def note(self, text):
        self.shop.journal.write(self.journey, text)

    def percent(self, chance):
        return self.dice.random() * 100 < chance

    async def think(self, least_ms, most_ms):
        await asyncio.sleep(self.dice.uniform(least_ms, most_ms) / 1000)

    async def twice(self, command, answer, name):
        """A few requests are sent again, as after a lost answer: they answer the same."""
        if self.percent(3):
            try:
                again = await self.shop.engine.run(command)
            except tc.TicketcoreError:
                return
            if getattr(again, name) != getattr(answer, name):
                print(f"demo: one request id made two of {name}", file=sys.stderr)
                os._exit(6)

    # ---- the hold

    def wish(self):
        journey, house, dice = self.journey, self.shop.house, self.dice
        journey.hold_id = tc.request_id_new().bytes
        at = dice.randrange(100)
        journey.kind = "g" if at < 12 else "n" if at < 40 else "a" if at < 43 else "b"
        at = dice.randrange(100)
        journey.quantity = 1 + next(n for n, most in enumerate(QUANTITY_OF_100) if at < most)
        journey.pool = journey.category = 0
        journey.seats = []
        if journey.kind == "g":
            journey.pool = dice.choice(house.pools) if house.pools else 0
            journey.kind = "g" if journey.pool else "b"
        if journey.kind == "a":
            journey.quantity = 2
        if journey.kind == "b" and house.categories and self.percent(55):
            journey.category = 1 + dice.randrange(house.categories)
        if journey.kind == "n":
            journey.seats = house.pick(dice, journey.quantity)
            journey.quantity = len(journey.seats)
            if self.percent(50):
                journey.seats = [(seat, 0) for seat, _ in journey.seats]
        return journey.quantity > 0

    def hold_command(self):
        """Made from the wish alone: the same whenever it is sent again."""
        journey, event = self.journey, self.shop.given.event
        if journey.kind in "ba":
            return tc.HoldBest(request_id=journey.hold_id, event=event, ttl=self.shop.ttl, buyer=journey.buyer,
                               quantity=journey.quantity, accessible=int(journey.kind == "a"),
                               categories=[journey.category] if journey.category else None)
        return tc.HoldCreate(request_id=journey.hold_id, ttl=self.shop.ttl, buyer=journey.buyer,
                             seats=[(event, seat, version) for seat, version in journey.seats],
                             pools=[(event, journey.pool, journey.quantity)] if journey.pool else None)

    async def get_hold(self, resume):
        journey = self.journey
        for _ in range(5):
            if not resume:
                if self.shop.leaving or not self.wish():
                    return False
                seats = "".join(f" {seat} {version}" for seat, version in journey.seats)
                self.note(f"want {journey.hold_id.hex()} {journey.kind} {journey.quantity} {journey.category} "
                          f"{journey.pool} {len(journey.seats)}{seats}")
            command = self.hold_command()
            try:
                hold = await self.shop.send(command)
            except tc.TicketcoreError:
                hold = None
            if hold:
                await self.twice(command, hold, "hold")
                journey.hold, journey.hold_secret = hold.hold, bytes(hold.secret)
                journey.held = [seat.seat for seat in hold.seats]
                self.note(f"held {hold.hold} {journey.hold_secret.hex()} {len(journey.held)}"
                          + "".join(f" {seat}" for seat in journey.held))
                return True
            resume = False
            self.shop.house.refresh()
            await self.think(5, 60)
        return False

    # ---- the order

    def items(self):
        made = []
        for one in self.journey.types:
            if self.journey.pool and made and made[-1][0] == one:
                made[-1] = (one, made[-1][1] + 1)
            else:
                made.append((one, 1))
        return made

    def choose_types(self):
        journey, house = self.journey, self.shop.house
        if journey.pool:
            first, second = (house.type_of(self.dice, 0, journey.pool) for _ in range(2))
            journey.types = [first if n <= journey.quantity // 2 else second for n in range(journey.quantity)]
        else:
            journey.types = [house.type_of(self.dice, house.seats[seat].category, 0) for seat in journey.held]
        return bool(journey.types) and all(journey.types)

    def ask_price(self):
        """What the buyer is shown before paying; the order will be held to it."""
        journey, event = self.journey, self.shop.given.event
        places = [(event, journey.pool, one, tc.PlaceKind.POOL, count) for one, count in self.items()] if journey.pool else \
            [(event, seat, one) for seat, one in zip(journey.held, journey.types)]
        with self.shop.engine.snapshot() as now:
            journey.expected = now.order_quote(items=places).total_minor

    async def make_order(self, resume):
        journey = self.journey
        if not resume:
            try:
                if not self.choose_types():
                    return False
                self.ask_price()
            except tc.Refused:
                return False
            journey.order_id = tc.request_id_new().bytes
            self.note(f"order {journey.order_id.hex()} {journey.expected} {len(journey.types)}"
                      + "".join(f" {one}" for one in journey.types))
        command = tc.OrderCreate(
            request_id=journey.order_id, hold=journey.hold, hold_secret=journey.hold_secret, items=self.items(),
            method=tc.PayMethod.PROVIDER, expected_currency="EUR", expected_total_minor=journey.expected,
            contacts=[tc.Contact(tc.MessageChannel.EMAIL, f"{journey.buyer}@example.com",
                                 "de-AT" if journey.id % 3 else "en")],
            pay_within=self.shop.ttl, reference="demo", token=journey.buyer)
        try:
            order = await self.shop.send(command)
        except tc.TicketcoreError:
            return False
        if not order:
            return False
        await self.twice(command, order, "order")
        journey.order, journey.order_secret = order.order, bytes(order.secret)
        self.note(f"ordered {order.order} {journey.order_secret.hex()} {order.total_minor}")
        return True

    # ---- the payment

    def look(self):
        with self.shop.engine.snapshot() as now:
            return now.order_get(self.journey.order, self.journey.order_secret).state

    async def wait_payment(self):
        loop = asyncio.get_running_loop()
        until, pause = loop.time() + (self.shop.given.ttl_ms * 2 + GRACE_MS) / 1000, 0.004
        state = self.look()
        while state in OPEN and loop.time() < until:
            if self.shop.leaving and state is not tc.OrderState.AUTHORISING:
                break
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, 0.06)
            state = self.look()
        return state

    async def pay(self):
        journey = self.journey
        for _ in range(3):
            state = await self.wait_payment()
            if state is not tc.OrderState.DECLINED:
                return state in CONFIRMED
            await self.think(20, 200)
            try:
                if not self.percent(65):
                    if self.percent(50):
                        await self.shop.send(tc.OrderCancel(order=journey.order, secret=journey.order_secret))
                    return False
                await self.shop.send(tc.OrderPay(order=journey.order, secret=journey.order_secret,
                                                 method=tc.PayMethod.PROVIDER, token=journey.buyer))
            except tc.TicketcoreError:
                return False
        return await self.wait_payment() in CONFIRMED

    def note_confirmed(self):
        """What the store says was bought; after late money the seats may be others than those held."""
        with self.shop.engine.snapshot() as now:
            lines = now.order_lines(self.journey.order, self.journey.order_secret)
        if not all(line.ticket_first for line in lines):
            return None  # taken back in the meantime
        seats = [line.target for line in lines if line.kind is tc.PlaceKind.SEAT]
        self.note(f"confirmed {sum(line.quantity for line in lines)} {len(seats)}" + "".join(f" {s}" for s in seats))
        return lines

    # ---- the money back

    async def send_refund(self):
        journey = self.journey
        try:
            back = await self.shop.send(tc.OrderRefund(request_id=journey.refund_id, order=journey.order,
                                                       tickets=[journey.refund_ticket] if journey.refund_ticket else None))
        except tc.TicketcoreError:
            return
        if back:
            self.note(f"refunded {back.amount_minor}")

    async def ask_refund(self, lines):
        journey, seat = self.journey, 0xFFFFFFFF
        await self.think(100, 800)
        if self.shop.leaving or self.look() is not tc.OrderState.SETTLED:
            return
        journey.refund_ticket = 0
        if not self.percent(60):
            line = self.dice.choice(lines)
            journey.refund_ticket = line.ticket_first
            seat = line.target if line.kind is tc.PlaceKind.SEAT else seat
        journey.refund_id = tc.request_id_new().bytes
        self.note(f"refund {journey.refund_id.hex()} {journey.refund_ticket} {seat}")
        await self.send_refund()

    # ---- the whole way

    async def walk(self):
        journey, begun = self.journey, self.journey.stage
        if begun <= book.WANTED:
            if not await self.get_hold(begun == book.WANTED):
                return "no-seats"
            if self.percent(5):
                try:
                    if await self.shop.send(tc.HoldRelease(hold=journey.hold, secret=journey.hold_secret)):
                        self.note("released")
                except tc.TicketcoreError:
                    pass
                return "released"
            if self.percent(6):
                return "left"
            await self.think(10, 300)
        if begun <= book.ORDERING and not await self.make_order(begun == book.ORDERING):
            return "no-order"
        if begun <= book.ORDERED:
            if not await self.pay():
                return "unpaid"
            lines = self.note_confirmed()
            if lines is None:
                return "taken-back"
            if not self.shop.leaving and self.percent(4):
                await self.ask_refund(lines)
        if begun == book.REFUNDING:
            await self.send_refund()
        return "home"

    async def run(self):
        if self.journey.stage:
            self.note("resumed")
        self.note(f"over {await self.walk()}")


async def crowd(given):
    loop = asyncio.get_running_loop()
    async with tc.AsyncEngine(given.store) as engine:
        shop = Shop(given, engine, House(engine, given.event), book.Journal(given.books, given.slot))
        loop.add_signal_handler(signal.SIGTERM, lambda: setattr(shop, "leaving", True))
        parent, begun = os.getppid(), iter(book.read(shop.journal.path))
        life = (given.slot + 1) * 10000 + given.incarnation % 10000
        journeys = iter(range(life * 10000000 + 1, (life + 1) * 10000000))

        async def buyer(number):
            dice = random.Random(given.seed * 1000003 + ((given.slot << 32 | given.incarnation) * 1000 + number))
            for journey in begun:
                await Buyer(shop, dice, journey).run()
            await asyncio.sleep(dice.uniform(0, 0.15))
            while not shop.leaving:
                await Buyer(shop, dice, book.Journey(next(journeys))).run()
                if not shop.house.look():
                    await asyncio.sleep(0.04)

        async def watch():
            while os.getppid() == parent:
                await asyncio.sleep(0.2)
            os._exit(1)  # the parent is gone

        watcher = asyncio.ensure_future(watch())
        await asyncio.gather(*(buyer(number) for number in range(given.buyers)))
        watcher.cancel()


def main():
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl-C is the parent's to answer
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("demo", nargs="?")
    parser.add_argument("--role", choices=["buyers"])
    for name in ("slot", "incarnation", "event", "ttl-ms", "seed", "buyers"):
        parser.add_argument(f"--{name}", type=int, required=True)
    for name in ("store", "books"):
        parser.add_argument(f"--{name}", required=True)
    asyncio.run(crowd(parser.parse_args()))


if __name__ == "__main__":
    main()
