"""What the tests share: engines, a house to sell, and the count of public calls that were made."""

import os
import pathlib
import sys
from datetime import datetime, timedelta, timezone

import pytest

import ticketcore as tc
from ticketcore import _commands, _core

HERE = pathlib.Path(__file__).resolve().parent
ROOT = pathlib.Path(os.environ.get("TICKETCORE_ROOT", HERE.parent.parent.parent))
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(ROOT / "scripts"))

import calls  # noqa: E402

NOW = datetime(2026, 5, 1, 12, tzinfo=timezone.utc)

calls.watch(_core, _commands)


@pytest.fixture
def clock():
    return NOW


@pytest.fixture
def engine():
    """In memory, at a moment that stands still."""
    made = tc.Engine("", memory=True, clock=NOW, seed=7)
    yield made
    made.close()


@pytest.fixture
def disk(tmp_path):
    """On disk, in a fresh folder."""
    made = tc.Engine(tmp_path / "store", create=True)
    yield made
    made.close()


class House:
    """An event with rows × seats seats, a pool and two ticket types."""

    def __init__(self, engine, rows=4, seats=10, **event):
        lines = ["name,section,row,seat,category,x,y"]
        lines += [f"{r}-{s},Stalls,{r},{s},All,{s * 50},{r * 90}" for r in range(1, rows + 1) for s in range(1, seats + 1)]
        self.engine = engine
        made = engine.map_create(name="Hall", text="\n".join(lines) + "\n", form=tc.MapForm.CSV)
        engine.map_publish(map=made.map)
        self.map = made.map
        event.setdefault("starts_at", NOW + timedelta(days=30) if engine.clock() < NOW + timedelta(days=1)
                         else datetime(2099, 1, 1, tzinfo=timezone.utc))
        self.event = engine.event_create(name=event.pop("name", "Evening"), map=made.map, currency="EUR",
                                         status=tc.EventStatus.ON_SALE, **event).event
        self.type = engine.ticket_type_create(event=self.event, name="Full", price_minor=3000).ticket_type
        self.pool = engine.pool_create(event=self.event, name="Standing", capacity=100).pool
        self.standing = engine.ticket_type_create(event=self.event, name="Standing", price_minor=1000,
                                                  pool=self.pool).ticket_type

    def hold(self, *seats, **more):
        return self.engine.hold_create(seats=[(self.event, seat) for seat in seats], **more)

    def sell(self, *seats, method=tc.PayMethod.PAID, mail="ada@example.org", **more):
        hold = self.hold(*seats)
        contacts = [tc.Contact(tc.MessageChannel.EMAIL, mail, "en")] if mail else None
        return self.engine.order_create(hold=hold.hold, hold_secret=hold.secret, method=method,
                                        items=[(self.type,)] * len(seats), contacts=contacts, **more)


@pytest.fixture
def house(engine):
    return House(engine)


@pytest.fixture
def make_house():
    return House


def pytest_collection_modifyitems(items):
    """The test that asks what was never called comes last."""
    items.sort(key=lambda item: "uncovered" in item.name)


def pytest_terminal_summary(terminalreporter):
    """The closing lines scripts/count_tests.py reads."""
    counted = {kind: len(terminalreporter.getreports(kind)) for kind in ("passed", "failed", "error", "skipped")}
    failed = counted["failed"] + counted["error"]
    terminalreporter.write_line(f"[  PASSED  ] {counted['passed']} test(s).")
    if counted["skipped"]:
        terminalreporter.write_line(f"[  SKIPPED ] {counted['skipped']} test(s), listed below:")
    if failed:
        terminalreporter.write_line(f"[  FAILED  ] {failed} test(s), listed below:")
