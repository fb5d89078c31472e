"""Whatever is given: a clear exception that names the member, nothing changed, never a crash."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

import ticketcore as tc


def refused(call, kind, words):
    with pytest.raises(kind) as told:
        call()
    assert words in str(told.value), str(told.value)


@pytest.mark.parametrize("given, kind, words", [
    ({"seats": 3}, TypeError, "hold_create: seats: must be a list"),
    ({"seats": "12"}, TypeError, "seats: must be a list"),
    ({"seats": b"12"}, TypeError, "seats: must be a list"),
    ({"seats": [3]}, TypeError, "seats[0]: has a wrong class"),
    ({"seats": [(1, 2, 3, 4)]}, TypeError, "seats[0]: has too many values"),
    ({"seats": [(1,)]}, TypeError, "seats[0].seat: must be given"),
    ({"seats": [(1, 0), (1, -1)]}, ValueError, "seats[1].seat: must be in 0 … 4294967295"),
    ({"seats": [(1, 1 << 32)]}, ValueError, "seats[0].seat"),
    ({"seats": [(1 << 64, 1)]}, ValueError, "seats[0].event: must be in 0 … 18446744073709551615"),
    ({"seats": [(1, 1.5)]}, TypeError, "seats[0].seat: must be an int"),
    ({"seats": [(1, "1")]}, TypeError, "seats[0].seat: must be an int"),
    ({"seats": [(1, Decimal(1))]}, TypeError, "must be an int"),
    ({"seats": [tc.HoldPool(1, 2, 3)]}, TypeError, "seats[0]: has a wrong class"),
    ({"buyer": 5}, TypeError, "buyer: must be a str"),
    ({"buyer": "\ud800"}, ValueError, "buyer: has surrogates"),
    ({"buyer": "a\0b"}, ValueError, "buyer: must not contain a NUL"),
    ({"ttl": 5}, TypeError, "ttl: must be a timedelta"),
    ({"ttl": timedelta(0)}, ValueError, "ttl: must not be zero"),
    ({"request_id": b"short"}, ValueError, "request_id: must have 16 bytes"),
    ({"request_id": 5}, TypeError, "request_id: must be bytes"),
    ({"request_id": "0123456789abcdef"}, TypeError, "request_id: must be bytes"),
    ({"channel": -1}, ValueError, "channel: must be in"),
    ({"channel": 10**40}, ValueError, "channel: must be in"),
    ({"flags": object()}, TypeError, "flags: must be an int"),
])
def test_a_hold_of_nonsense(house, given, kind, words):
    refused(lambda: house.engine.hold_create(**given), kind, words)
    refused(lambda: house.engine.batch([tc.HoldCreate(seats=[(house.event, 0)]), tc.HoldCreate(**given)]), kind,
            words.replace("hold_create: ", "batch[1]."))
    with house.engine.snapshot() as now:
        assert now.availability_get(house.event).free == 40  # not even the good half of the batch


@pytest.mark.parametrize("given, kind, words", [
    ({"starts_at": datetime(2026, 1, 1)}, TypeError, "starts_at: must be an aware datetime"),
    ({"starts_at": 1700000000000}, TypeError, "starts_at: must be an aware datetime"),
    ({"starts_at": None}, TypeError, "starts_at: must be given"),
    ({"name": None}, TypeError, "name: must be given"),
    ({"tags": "ab"}, TypeError, "tags: must be a list"),
    ({"tags": ["a", 3]}, TypeError, "tags[1]: must be a str"),
    ({"tags": ["a", "\udfff"]}, ValueError, "tags[1]: has surrogates"),
    ({"map": True + 0.5}, TypeError, "map: must be an int"),
])
def test_an_event_of_nonsense(engine, given, kind, words):
    plain = {"name": "x", "currency": "EUR", "starts_at": datetime(2099, 1, 1, tzinfo=timezone.utc)}
    refused(lambda: engine.event_create(**{**plain, **given}), kind, words)


def test_other_nonsense(house, engine):
    refused(lambda: engine.order_create(hold=1, hold_secret=b"", items=[(1,)], method=3), ValueError, "hold_secret: must have 16")
    refused(lambda: engine.order_create(hold=1, hold_secret=bytes(16), items=[(1,)], method=3, expected_currency="EURO"),
            ValueError, "expected_currency: is too long")
    refused(lambda: engine.ticket_type_create(event=1, name="x", price_minor=1 << 63), ValueError, "price_minor: is out of range")
    refused(lambda: engine.ticket_type_create(event=1, name="x", price_minor=1, channels=[32]), ValueError, "channels[0]")
    refused(lambda: engine.ticket_type_create(event=1, name="x", price_minor=1, tax_inclusive="yes"), TypeError,
            "tax_inclusive: must be a bool")
    refused(lambda: engine.message_lease(lease=timedelta(days=400)), ValueError, "lease: is out of range")
    refused(lambda: engine.message_lease(lease=timedelta(seconds=-1)), ValueError, "lease: is out of range")
    refused(lambda: engine.map_create(text=4), TypeError, "text: must be str or bytes")
    refused(lambda: engine.batch([3]), TypeError, "a command is needed")
    refused(lambda: engine.batch(3), TypeError, "")
    refused(lambda: engine.run("hold"), TypeError, "a command is needed")
    refused(lambda: engine.hold_create(nothing=3), TypeError, "nothing")
    with engine.snapshot() as now:
        refused(lambda: now.hold_get("1", bytes(16)), TypeError, "hold_get: hold: must be an int")
        refused(lambda: now.hold_get(1, None), TypeError, "secret: must be given")
        refused(lambda: now.hold_get(1 << 70, bytes(16)), ValueError, "hold_get: hold: must be in")
        refused(lambda: now.consumer_get("\udead"), ValueError, "surrogates")
        refused(lambda: now.orders(states=["x"]).__next__(), TypeError, "states[0]: must be an int")
        refused(lambda: now.event_list(after=b"x"), ValueError, "after: must have 16 bytes")
        refused(lambda: now.map_seat_list(1, 1, 1, limit=-1), ValueError, "limit")


def test_what_is_too_large_for_the_engine_is_its_own_answer(house, engine):
    with pytest.raises(tc.LimitExceeded) as told:
        house.hold(0, buyer="x" * 65)
    assert told.value.field == "buyer"
    with pytest.raises(tc.TicketcoreError):
        house.hold(*range(1001))
    with pytest.raises(tc.TicketcoreError):
        engine.hold_create(seats=[(house.event, 0)] * 200_000)
    with pytest.raises(tc.TicketcoreError):
        house.hold(0, ttl=timedelta(days=8))
    with pytest.raises(tc.TicketcoreError):
        house.hold(0, ttl=timedelta.max)
    with pytest.raises(tc.TicketcoreError):
        engine.event_create(name="x", currency="EUR", starts_at=datetime.max.replace(tzinfo=timezone.utc),
                            ends_at=datetime(1900, 1, 1, tzinfo=timezone.utc))
    with pytest.raises(tc.TicketcoreError):
        engine.venue_create(name="x" * 10_000_000)
    with engine.snapshot() as now, pytest.raises(tc.TicketcoreError):
        now.order_list(limit=4_000_000_000)


def test_lists_that_change_while_they_are_read(house):
    seats = [(house.event, n) for n in range(10)]

    class Evil:
        def __index__(self):
            seats.clear()
            return 1

    seats.insert(0, (house.event, Evil()))
    with pytest.raises((IndexError, TypeError, ValueError)):
        house.engine.hold_create(seats=seats)


def test_values_that_close_the_engine_under_the_call(house):
    class Evil:
        def __index__(self):
            house.engine.close()
            return 1

    with pytest.raises(tc.Closed):
        house.engine.hold_create(seats=[(house.event, Evil())])


def test_a_value_that_raises_is_told_as_a_wrong_value(house):
    class Evil:
        def __index__(self):
            raise RuntimeError("no")

    with pytest.raises(TypeError):
        house.engine.hold_create(seats=[(house.event, Evil())])


def test_a_value_made_without_its_members(engine):
    half = object.__new__(tc.VenueCreate)
    with pytest.raises(AttributeError):
        engine.run(half)


def test_handles_of_another_kind(engine):
    from ticketcore import _core

    for wrong in (None, 3, object(), engine.snapshot()):
        with pytest.raises(TypeError):
            _core.run(wrong, 0, ("x",))
        with pytest.raises(TypeError):
            _core.engine_close(wrong)
    with pytest.raises(TypeError):
        _core.hold_get(engine, 1, bytes(16))
    with pytest.raises(TypeError):
        _core.hold_get()
    with pytest.raises(TypeError):
        _core.fill(3, 4)
    with pytest.raises((TypeError, tc.Closed)):
        _core.run(_core.EngineHandle(), 0, ("x",))
