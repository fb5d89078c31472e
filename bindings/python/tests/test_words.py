"""What is written about the binding runs: doctests of the package, types as the checkers see them, and at
the very end the list of public calls no test made."""

import doctest
import importlib
import os
import pathlib
import pkgutil
import subprocess
import sys

import pytest

import calls
import ticketcore as tc

MODULES = [name for _, name, _ in pkgutil.iter_modules(tc.__path__, "ticketcore.") if not name.endswith("._core")]


@pytest.mark.parametrize("name", ["ticketcore", *MODULES])
def test_examples_in_docstrings(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


def test_some_examples_exist():
    found = sum(len(test.examples) for name in ["ticketcore", *MODULES]
                for test in doctest.DocTestFinder().find(importlib.import_module(name)))
    assert found >= 10


TYPED = '''
import asyncio
from datetime import datetime, timedelta, timezone
from typing import List, Optional, Tuple, Union
import ticketcore as tc

def use(engine: tc.Engine) -> int:
    hold: tc.HoldCreateResult = engine.hold_create(seats=[(1, 2), tc.HoldSeat(1, 3)], ttl=timedelta(minutes=3))
    version: int = hold.seats[0].version
    with engine.snapshot() as now:
        view = now.event_get(1)
        when: Optional[datetime] = view.ends_at
        start: datetime = view.starts_at
        for order in now.orders(event=1, states=[tc.OrderState.SETTLED]):
            total: int = order.total_minor
        answers = engine.batch([tc.Sweep(), tc.HoldBest(event=1, quantity=2)])
        failed = [one for one in answers if isinstance(one, tc.TicketcoreError)]
        page, after = now.feed_read(0)
        data = page[0].data["items"]
    try:
        engine.sweep()
    except tc.SeatTaken as error:
        return error.conflicts_count + int(error.code)
    return version

async def later(engine: tc.AsyncEngine) -> tc.OrderCreateResult:
    async for event in engine.feed(follow=timedelta(seconds=1)):
        name: str = event.name
    return await engine.order_create(hold=1, hold_secret=tc.Secret(bytes(16)), items=[tc.OrderItem(1)], method=tc.PayMethod.PAID)
'''
WRONG = '''
import ticketcore as tc
def use(engine: tc.Engine) -> None:
    engine.hold_create(seats=3)
    engine.venue_create()
    engine.venue_create(name=None)
    engine.event_create(name="x", currency="EUR", starts_at=3)
'''


def checker(name, *given):
    if subprocess.run([sys.executable, "-m", name, "--version"], capture_output=True).returncode:
        pytest.skip(f"{name} is not installed")
    env = {k: v for k, v in os.environ.items() if k not in ("LD_PRELOAD", "ASAN_OPTIONS")}
    return subprocess.run([sys.executable, "-m", name, *map(str, given)], capture_output=True, text=True, env=env)


@pytest.mark.slow
def test_mypy(tmp_path):
    (tmp_path / "typed.py").write_text(TYPED)
    (tmp_path / "wrong.py").write_text(WRONG)
    options = ("--strict", "--cache-dir", tmp_path / "cache")
    package = pathlib.Path(tc.__file__).resolve().parent
    good = checker("mypy", *options, package, tmp_path / "typed.py")
    assert good.returncode == 0, good.stdout
    bad = checker("mypy", *options, tmp_path / "wrong.py")
    assert bad.stdout.count(": error:") == 4, bad.stdout


@pytest.mark.slow
def test_pyright(tmp_path):
    (tmp_path / "typed.py").write_text(TYPED)
    site = pathlib.Path(tc.__file__).parent.parent
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "extraPaths": ["%s"], '
                                                 '"reportMissingModuleSource": false, "reportUnusedVariable": false, '
                                                 '"reportUnusedImport": false}' % site)
    good = checker("pyright", "-p", tmp_path)
    if "error:" in good.stdout or good.returncode == 0:
        assert good.returncode == 0, good.stdout
    else:
        pytest.skip(f"pyright cannot run here: {good.stderr[-200:]}")


def test_no_public_call_is_uncovered(request):
    """Only when the whole suite ran."""
    if len({item.path for item in request.session.items}) < 9 or request.config.option.keyword:
        pytest.skip("a part of the suite")
    assert calls.uncovered() == []
