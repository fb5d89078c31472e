"""Venues, maps, events, ticket types, pools, seats: made, changed, listed, removed."""

from datetime import timedelta

import pytest

import ticketcore as tc

CSV = "name,section,row,seat,category,x,y\nA1,Stalls,A,1,Front,0,0\nA2,Stalls,A,2,Front,50,0\n"


def test_a_venue_lives(engine):
    made = engine.venue_create(name="Globe", city="London", country="GB", time_zone="Europe/London")
    assert made == tc.VenueResult(venue=1, version=1)
    with engine.snapshot() as now:
        view = now.venue_get(made.venue)
    assert (view.name, view.city, view.country, view.address) == ("Globe", "London", "GB", "")
    assert view.created_at == engine.clock()


def test_an_update_changes_what_was_given_and_nothing_else(engine):
    made = engine.venue_create(name="Globe", city="London")
    assert engine.venue_update(venue=made.venue, city="Leeds", expected_version=1).version == 2
    with engine.snapshot() as now:
        assert (now.venue_get(1).name, now.venue_get(1).city) == ("Globe", "Leeds")
    engine.venue_update(venue=1, fields=tc.VenueField.CITY)  # said to change, and nothing given: emptied
    with engine.snapshot() as now:
        assert now.venue_get(1).city == ""


def test_a_wrong_version_tells_the_actual_one(engine):
    engine.venue_create(name="Globe")
    engine.venue_update(venue=1, name="Rose")
    with pytest.raises(tc.VersionMismatch) as told:
        engine.venue_update(venue=1, name="Swan", expected_version=1)
    assert (told.value.expected_version, told.value.actual_version, told.value.subject) == (1, 2, 1)
    assert isinstance(told.value, tc.Conflicted)


def test_a_venue_is_removed(engine):
    engine.venue_create(name="Globe")
    assert engine.venue_delete(venue=1).version == 0
    with engine.snapshot() as now, pytest.raises(tc.NotFound):
        now.venue_get(1)


def test_venues_are_listed_in_pages(engine):
    engine.batch([tc.VenueCreate(name=f"Hall {n}", country="AT" if n % 2 else "DE") for n in range(250)])
    with engine.snapshot() as now:
        assert [v.venue for v in now.venues()] == list(range(1, 251))
        assert len(list(now.venues(country="AT"))) == 125
        page = now.venue_list(limit=10)
        assert len(page.venues) == 10 and page.next == 10


def test_a_map_from_csv_is_drawn_exported_and_searched(engine):
    report = tc.map_validate(CSV, tc.MapForm.CSV)
    assert (report.seats, report.form) == (2, tc.MapForm.CSV)
    made = engine.map_create(name="Hall", text=CSV)
    engine.map_publish(map=made.map)
    with engine.snapshot() as now:
        assert now.map_get(made.map, 0).status is tc.MapStatus.PUBLISHED
        assert "<svg" in now.map_svg(made.map, 0)
        assert "ticketcore" in now.map_export(made.map, 0)
        assert now.map_seat_find(made.map, 0, "A2") == 1
        assert [c.name for c in now.map_category_list(made.map, 0)] == ["Front"]
        assert [s.name for s in now.map_section_list(made.map, 0)] == ["Stalls"]
        assert now.map_area_list(made.map, 0) == ()
        seats = list(now.map_seats(made.map))
        assert [s.name for s in seats] == ["A1", "A2"]
        assert (seats[0].left, seats[0].right) == (None, 1)
        assert [m.map for m in now.maps()] == [made.map]
        assert now.map_list().maps[0].name == "Hall"


def test_a_map_with_an_error_names_its_line():
    with pytest.raises(tc.Malformed) as told:
        tc.map_validate(CSV + "A3,Stalls\n", tc.MapForm.CSV)
    assert told.value.line == 4


def test_a_map_may_be_bytes(engine):
    assert engine.map_create(name="Hall", text=CSV.encode()).seats == 2


def test_a_map_is_changed_and_removed(engine):
    made = engine.map_create(name="Hall", text=CSV)
    changed = engine.map_update(map=made.map, text=CSV + "A3,Stalls,A,3,Front,100,0\n", form=tc.MapForm.CSV)
    assert (changed.map_version, changed.seats_added) == (2, 1)
    assert engine.map_delete(map=made.map).map_version == 0


def test_an_event_has_times_rules_and_tags(engine, clock):
    made = engine.event_create(
        name="Evening", currency="EUR", starts_at=clock + timedelta(days=1), ends_at=clock + timedelta(days=1, hours=2),
        hold_ttl=timedelta(minutes=3), tags=["a", "b"], rules=tc.EventFlag.ORPHAN_RULE, late_money=tc.LateMoney.VOID,
        description="words", category="concert", limit_per_order=4)
    with engine.snapshot() as now:
        view = now.event_get(made.event)
    assert view.starts_at == clock + timedelta(days=1)
    assert view.ends_at - view.starts_at == timedelta(hours=2)
    assert view.sale_from is None and view.sale_until is None
    assert view.hold_ttl == timedelta(minutes=3)
    assert view.tags == ("a", "b") and view.currency == "EUR"
    assert view.rules is tc.EventFlag.ORPHAN_RULE and view.late_money is tc.LateMoney.VOID
    assert view.status is tc.EventStatus.DRAFT and view.on_sale is False


def test_events_are_found(engine, clock):
    for n in range(12):
        engine.event_create(name=f"Night {n}", currency="EUR", starts_at=clock + timedelta(days=n + 1),
                            tags=["even"] if n % 2 == 0 else [],
                            status=tc.EventStatus.ON_SALE if n < 6 else tc.EventStatus.DRAFT)
    with engine.snapshot() as now:
        assert len(list(now.events())) == 12
        assert len(list(now.events(tag="even"))) == 6
        assert len(list(now.events(statuses=[tc.EventStatus.ON_SALE]))) == 6
        assert len(list(now.events(starts_from=clock + timedelta(days=10)))) == 3
        page = now.event_list(limit=5)
        assert page.more and len(page.events) == 5
        rest = now.event_list(after=page.next)
        assert [e.event for e in page.events + rest.events] == list(range(1, 13))


def test_an_event_changes(house, engine, clock):
    result = engine.event_update(event=house.event, starts_at=clock + timedelta(days=9), tags=["new"])
    assert result.version == 2
    with engine.snapshot() as now:
        view = now.event_get(house.event)
        assert view.starts_at == clock + timedelta(days=9) and view.name == "Evening" and view.tags == ("new",)
        assert now.event_seat_find(house.event, "1-2") == 1
        assert "<svg" in now.event_svg(house.event)


def test_an_event_is_removed(engine, clock):
    made = engine.event_create(name="x", currency="EUR", starts_at=clock + timedelta(days=1))
    engine.event_delete(event=made.event)
    with engine.snapshot() as now, pytest.raises(tc.NotFound):
        now.event_get(made.event)


def test_a_ticket_type_lives(house, engine):
    made = engine.ticket_type_create(event=house.event, name="Half", price_minor=1500, fee_minor=100, tax_bp=1900,
                                     tax_inclusive=True, channels=[0, 3])
    with engine.snapshot() as now:
        view = now.ticket_type_get(house.event, made.ticket_type)
    assert view.channels == (0, 3) and view.tax_inclusive is True and view.status is tc.TicketTypeStatus.ON_SALE
    assert view.fee_minor == 100
    engine.ticket_type_update(event=house.event, ticket_type=made.ticket_type, price_minor=1400, fee_minor=0,
                              status=tc.TicketTypeStatus.OFF)
    with engine.snapshot() as now:
        view = now.ticket_type_get(house.event, made.ticket_type)
        assert (view.price_minor, view.fee_minor, view.status) == (1400, 0, tc.TicketTypeStatus.OFF)
        assert [t.name for t in now.ticket_types(house.event)] == ["Full", "Standing", "Half"]
        assert now.ticket_type_list(event=house.event, limit=1).next == 1
    engine.ticket_type_delete(event=house.event, ticket_type=made.ticket_type)


def test_a_pool_lives(house, engine):
    assert engine.pool_update(event=house.event, pool=house.pool, capacity=50, open=False, name="Pit").version == 2
    with engine.snapshot() as now:
        view = now.pool_get(house.event, house.pool)
        assert (view.name, view.capacity, view.open, view.free) == ("Pit", 50, False, 50)
        assert [p.pool for p in now.pools(house.event)] == [house.pool]
        assert now.pool_list(house.event, 0, limit=1) == (view,)


def test_seats_are_blocked_and_allotted(house, engine):
    blocked = engine.seat_block(event=house.event, seats=[(0,), tc.SeatVersion(1, 1)])
    assert blocked.seats == (tc.SeatVersion(0, 2), tc.SeatVersion(1, 2))
    with engine.snapshot() as now:
        assert now.seat_get(house.event, 0).state is tc.SeatState.BLOCKED
    engine.seat_unblock(event=house.event, seats=[(0, 2)])
    engine.seat_channel(event=house.event, seats=[(5,)], channel=2)
    with engine.snapshot() as now:
        view = now.seat_get(house.event, 5)
        assert view.channel == 2 and view.expires_at is None
    with pytest.raises(tc.OtherChannel):
        house.hold(5)


def test_availability_in_every_form(house, engine):
    house.hold(0, 1)
    house.sell(4)
    with engine.snapshot() as now:
        whole = now.availability_get(house.event)
        assert (whole.free, whole.held, whole.sold, whole.pool_capacity) == (37, 2, 1, 100)
        assert now.availability_counts(house.event, tc.AvailabilityBy.SECTION)[0].sold == 1
        bits, version = now.availability_map(house.event)
        assert len(bits) == 10 and version == whole.inventory_version
        seats, version = now.availability_seats(house.event, 0)
        assert len(seats) == 40 and seats[0].state is tc.SeatState.HELD and version == whole.inventory_version
        changes, version = now.availability_since(house.event, 0)
        assert {c.seat for c in changes} >= {0, 1, 4}
    house.hold(9)
    with engine.snapshot() as now:
        assert [c.seat for c in now.availability_since(house.event, version)[0]] == [9]
