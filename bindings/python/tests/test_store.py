"""The feed and its consumers, batches, and the care of a store: verify, backup, dump, metrics, log."""

import json
import logging
from datetime import timedelta

import pytest

import ticketcore as tc


def test_the_feed_in_every_form(house, engine):
    hold = house.hold(0, 1)
    events = list(engine.feed())
    assert [e.sequence for e in events] == list(range(1, len(events) + 1))
    last = events[-1]
    assert last.type is tc.FeedType.HOLD_CREATED and last.name == "hold.created" and last.subject == hold.hold
    assert last.data["items"][1] == {"event": house.event, "target": 1, "version": 2}
    told = json.loads(last.json())
    assert told == last.as_dict() and told["data"] == last.data and told["sequence"] == last.sequence
    assert last.time == engine.clock()
    with engine.snapshot() as now:
        assert list(now.feed()) == events
        part, after = now.feed_read(0, limit=2)
        assert list(part) == events[:2] and tc.feed_cursor_sequence(after) == 3
        oldest, end = now.feed_ends()
        assert now.feed_read(end)[0] == ()
    assert list(engine.feed(tc.feed_cursor_at(3))) == events[2:]


def test_every_type_of_event_decodes_as_its_json(house, engine):
    order = house.sell(0, method=tc.PayMethod.OFFLINE)
    engine.order_settle(order=order.order, currency="EUR", amount_minor=3000)
    engine.order_refund(order=order.order, flags=tc.OrderFlag.BY_HAND)
    engine.pool_update(event=house.event, pool=1, capacity=7)
    engine.seat_block(event=house.event, seats=[(9,)])
    seen = set()
    for event in engine.feed():
        assert event.as_dict().get("data", {}) == event.data
        assert event.as_dict()["type"] == event.name == tc.feed_type_name(event.type)
        seen.add(event.type)
    assert len(seen) > 12


def test_waiting_for_the_feed(house, engine):
    with engine.snapshot() as now:
        end = now.feed_ends()[1]
    assert engine.feed_wait(end, timedelta(milliseconds=5)) is False
    house.hold(3)
    assert engine.feed_wait(end) is True
    assert len(list(engine.feed(end, follow=timedelta(milliseconds=20)))) == 1


def test_consumers(house, engine):
    made = engine.consumer_set(name="mail", flags=tc.ConsumerFlag.CREATE)
    assert made.created is True
    with pytest.raises(tc.Exists):
        engine.consumer_set(name="mail", flags=tc.ConsumerFlag.CREATE)
    with engine.snapshot() as now:
        assert now.consumer_get("mail").lag > 0
        assert [c.name for c in now.consumer_list()] == ["mail"]
        end = now.feed_ends()[1]
    assert engine.consumer_set(name="mail", cursor=end, expected_version=1).version == 2
    house.hold(0)
    assert engine.feed_prune(before=end).dropped > 0
    with pytest.raises(tc.FeedPruned) as told:
        list(engine.feed(tc.feed_cursor_at(1)))
    assert told.value.subject > 1
    assert engine.consumer_delete(name="mail") is None
    with engine.snapshot() as now, pytest.raises(tc.NotFound):
        now.consumer_get("mail")


def test_a_batch_answers_each(house, engine):
    answers = engine.batch([
        tc.HoldCreate(seats=[(house.event, 0)]),
        tc.HoldCreate(seats=[(house.event, 0)]),
        tc.VenueCreate(name=""),
        tc.ConsumerSet(name="x"),
        tc.ConsumerDelete(name="x"),
        tc.HoldBest(event=house.event, quantity=2),
    ])
    assert isinstance(answers[0], tc.HoldCreateResult)
    assert isinstance(answers[1], tc.SeatTaken) and answers[1].conflicts[0].seat == 0
    assert isinstance(answers[2], tc.Invalid) and answers[2].field == "name"
    assert isinstance(answers[3], tc.ConsumerSetResult) and answers[4] is None
    assert len(answers[5].seats) == 2
    assert engine.batch([]) == []
    assert len(engine.batch(tc.VenueCreate(name="v") for _ in range(3))) == 3


def test_a_batch_of_thousands_on_disk(disk, make_house):
    house = make_house(disk, rows=50, seats=100)
    answers = disk.batch([tc.HoldCreate(seats=[(house.event, 2 * n), (house.event, 2 * n + 1)]) for n in range(2500)])
    assert [a.hold for a in answers] == list(range(1, 2501))
    with pytest.raises(tc.LimitExceeded):
        disk.batch([tc.Sweep()] * (tc.BATCH_MAX + 1))


def test_run_takes_a_command_as_a_value(engine):
    command = tc.VenueCreate(name="Globe", request_id=tc.request_id_new())
    assert engine.run(command) == engine.run(command) == tc.VenueResult(1, 1)


def test_verify_backup_dump_and_load(disk, make_house, tmp_path):
    house = make_house(disk)
    house.sell(0)
    with disk.snapshot() as now:
        report = now.verify()
        assert report.faults == () and report.facts > 0
        lines = now.dump_file(tmp_path / "dump")
    assert len((tmp_path / "dump").read_bytes().splitlines()) == lines
    disk.backup(tmp_path / "copy")
    disk.backup(tmp_path / "small", compact=True)
    with open(tmp_path / "dump", "rb") as source:
        assert tc.load(tmp_path / "loaded", source) == lines
    for folder in ("copy", "small", "loaded"):
        with tc.Engine(tmp_path / folder) as other, other.snapshot() as now:
            assert now.order_get(1).total_minor == 3000
            with open(tmp_path / f"{folder}.dump", "wb") as target:
                now.dump_to(target)
    assert (tmp_path / "loaded.dump").read_bytes() == (tmp_path / "dump").read_bytes()


def test_state_and_numbers(house, engine):
    stat = engine.stat()
    assert stat.events == 1 and len(stat.store_id) == 16 and stat.created_at == engine.clock()
    text = engine.metrics()
    assert text.endswith("# EOF\n") and "ticketcore" in text


def test_what_opens_and_what_does_not(tmp_path):
    with pytest.raises(tc.NoStore):
        tc.Engine(tmp_path / "none")
    tc.Engine(tmp_path / "one", create=True).close()
    with pytest.raises(tc.StoreExists):
        tc.Engine(tmp_path / "one", create=True, exclusive=True)
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "file").write_text("x")
    with pytest.raises(tc.StoreFailed):
        tc.Engine(tmp_path / "two", create=True)
    with tc.Engine(tmp_path / "one", read_only=True) as engine:
        with pytest.raises(tc.ReadOnly):
            engine.venue_create(name="x")
    with tc.Engine(str(tmp_path / "one"), relaxed=True, map_bytes=1 << 28, max_readers=64, batch_max=16,
                   queue_depth=100) as engine:
        assert engine.stat().max_readers in (64, 1024)
        assert "one" in repr(engine)


def test_the_log_goes_to_the_standard_loggers(tmp_path, caplog):
    with caplog.at_level(logging.DEBUG, logger="ticketcore"):
        tc.Engine(tmp_path / "store", create=True, log_level=tc.LogLevel.DEBUG).close()
    assert any(record.name.startswith("ticketcore.") for record in caplog.records)


def test_the_log_goes_where_one_says(tmp_path, capsys):
    lines = []
    tc.Engine(tmp_path / "store", create=True, log_level=tc.LogLevel.DEBUG, log=lambda *line: lines.append(line)).close()
    assert lines and all(isinstance(level, int) and area and sentence for level, area, sentence in lines)


def test_an_exception_in_the_log_callback_harms_nobody(tmp_path):
    import sys

    heard = []
    before, sys.unraisablehook = sys.unraisablehook, heard.append
    try:
        def shout(*line):
            raise RuntimeError("no")

        engine = tc.Engine(tmp_path / "store", create=True, log_level=tc.LogLevel.DEBUG, log=shout)
        engine.venue_create(name="x")
        engine.close()
    finally:
        sys.unraisablehook = before
    assert heard and isinstance(heard[0].exc_value, RuntimeError)


def test_names_of_numbers():
    assert tc.order_state_name(tc.OrderState.SETTLED) == "settled"
    assert tc.order_state_name(999) == "?" and tc.feed_type_name(999) is None
    assert tc.account_name(tc.Account.CASH) and tc.posting_reason_name(tc.PostingReason.SALE)
    assert tc.message_kind_name(tc.MessageKind.OFFER) and tc.message_channel_name(tc.MessageChannel.SMS)
    assert tc.message_state_name(tc.MessageState.DEAD) and tc.payment_kind_name(tc.PaymentKind.VOID)
    assert tc.version() == tc.__version__
