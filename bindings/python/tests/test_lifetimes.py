"""Closing in any order, garbage in any order, threads, and an engine that dies."""

import gc
import os
import pathlib
import subprocess
import sys
import textwrap
import threading
import weakref
from datetime import timedelta

import pytest

import ticketcore as tc


def test_use_after_close(house, engine):
    now = engine.snapshot()
    hold = house.hold(0)
    engine.close()
    engine.close()
    assert engine.closed and now.closed
    for call in (lambda: house.hold(1), engine.snapshot, engine.clock, engine.stat, engine.metrics, engine.sweep,
                 lambda: engine.batch([tc.Sweep()]), lambda: list(engine.feed()), lambda: engine.feed_wait(0),
                 lambda: engine.backup("x"), lambda: now.hold_get(hold.hold, hold.secret), now.refresh,
                 lambda: now.time, lambda: now.commit, now.verify, lambda: now.dump(1)):
        with pytest.raises(tc.Closed):
            call()
    now.close()


def test_a_closed_snapshot(engine):
    with engine.snapshot() as now:
        pass
    with pytest.raises(tc.Closed):
        now.venue_list()
    with pytest.raises(ValueError):  # as a closed file
        now.refresh()


def test_closing_an_engine_closes_its_idle_snapshots(engine):
    held = [engine.snapshot() for _ in range(20)]
    held[7].close()
    engine.close()
    assert all(one.closed for one in held)


def test_a_snapshot_keeps_its_engine(tmp_path):
    engine = tc.Engine(tmp_path / "s", create=True)
    engine.venue_create(name="Globe")
    now = engine.snapshot()
    seen = weakref.ref(engine)
    del engine
    gc.collect()
    assert seen() is not None and now.venue_get(1).name == "Globe"
    del now
    gc.collect()
    assert seen() is None
    tc.Engine(tmp_path / "s").close()  # it was let go of


def test_garbage_in_circles(tmp_path):
    for n in range(30):
        engine = tc.Engine("", memory=True, log=lambda *_: engine)
        pair = [engine, engine.snapshot()]
        pair.append(pair)
        del engine, pair
    gc.collect()


def test_what_an_answer_holds_outlives_the_store(house, engine):
    order = house.sell(0)
    with engine.snapshot() as now:
        view = now.order_get(order.order)
        ticket = next(now.tickets(order=order.order, labels=True))
        events = list(now.feed())
    engine.close()
    gc.collect()
    assert view.currency == "EUR" and ticket.section == "Stalls" and events[-1].data is not None and events[0].json()


def test_a_snapshot_stands_still_and_moves_when_told(house, engine):
    now = engine.snapshot()
    before = now.commit
    house.hold(0)
    assert now.availability_get(house.event).held == 0 and now.commit == before
    assert now.refresh().availability_get(house.event).held == 1 and now.commit > before
    now.close()


def test_threads_share_one_engine(disk, make_house):
    house = make_house(disk, rows=40, seats=50)
    won, lost = [], []

    def buy(which):
        for seat in range(0, 400):
            try:
                won.append(house.hold(seat).seats[0].seat)
            except tc.SeatTaken as error:
                lost.append(error.subject)

    threads = [threading.Thread(target=buy, args=(n,)) for n in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(won) == list(range(400)) and len(won) + len(lost) == 2400


def test_the_interpreter_lock_is_given_up(disk, make_house):
    make_house(disk)
    with disk.snapshot() as now:
        end = now.feed_ends()[1]
    ticks = []
    done = threading.Event()

    def tick():
        while not done.wait(0.005):
            ticks.append(1)

    thread = threading.Thread(target=tick)
    thread.start()
    assert disk.feed_wait(end, timedelta(milliseconds=200)) is False
    done.set()
    thread.join()
    assert len(ticks) > 5


def test_close_while_a_thread_waits(disk, make_house):
    make_house(disk)
    with disk.snapshot() as now:
        end = now.feed_ends()[1]
    waits = threading.Thread(target=lambda: disk.feed_wait(end, timedelta(seconds=1)))
    waits.start()
    refused = 0
    while waits.is_alive() and not refused:
        try:
            with pytest.raises(tc.Busy):
                disk.close()
            refused = 1
        except BaseException:
            if disk.closed:
                break
    waits.join()
    assert refused and not disk.closed
    disk.close()


def test_one_snapshot_serves_one_thread_at_a_time(tmp_path, make_house):
    engine = tc.Engine(tmp_path / "s", create=True)
    house = make_house(engine, rows=50, seats=100)
    engine.batch([tc.HoldCreate(seats=[(house.event, n)]) for n in range(5000)])
    now = engine.snapshot()
    thread = threading.Thread(target=lambda: [now.verify() for _ in range(5)])
    thread.start()
    met = 0
    while thread.is_alive():
        try:
            now.venue_list()
        except tc.Busy:
            met += 1
            with pytest.raises(tc.Busy):
                now.close()
            break
    thread.join()
    assert met
    engine.close()


def run_python(code, *given, **env):
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(code), *map(str, given)], capture_output=True, text=True,
                          timeout=120, env=dict(os.environ, **env))
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_an_end_of_the_interpreter_with_everything_open(tmp_path):
    out = run_python("""
        import sys, threading
        import ticketcore as tc
        engine = tc.Engine(sys.argv[1], create=True)
        engine.venue_create(name="x")
        now = engine.snapshot()
        queue = tc.AsyncEngine(engine)
        threading.Thread(target=lambda: engine.feed_wait(99), daemon=True).start()
        print("fine")
    """, tmp_path / "s")
    assert out == "fine\n"


SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
static int broken(void) { const char *path = getenv("TC_SHIM"); return path && access(path, F_OK) == 0; }
int fdatasync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    if (broken()) { errno = EIO; return -1; }
    return real(fd);
}
int fsync(int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    if (broken()) { errno = EIO; return -1; }
    return real(fd);
}
"""


def test_a_disk_that_fails_makes_the_outcome_unknown(tmp_path):
    source = tmp_path / "shim.c"
    source.write_text(SHIM)
    built = subprocess.run(["cc", "-shared", "-fPIC", "-o", str(tmp_path / "shim.so"), str(source), "-ldl"],
                           capture_output=True)
    if built.returncode:
        pytest.skip("no C compiler")
    first = os.environ.get("LD_PRELOAD", "")
    out = run_python("""
        import asyncio, pathlib, sys
        import ticketcore as tc
        engine = tc.Engine(sys.argv[1], create=True)
        engine.venue_create(name="before")
        command = tc.VenueCreate(name="x", request_id=tc.request_id_new())
        queue = tc.AsyncEngine(engine)
        pathlib.Path(sys.argv[2]).write_text("")
        try:
            engine.run(command)
        except tc.OutcomeUnknown as error:
            assert error.error_class is tc.ErrorClass.FATAL
            print("unknown")
        for again in (lambda: engine.run(command), lambda: engine.batch([command])[0]):
            try:
                answer = again()
            except tc.TicketcoreError as error:
                answer = error
            assert isinstance(answer, tc.HandleDead), answer
        async def later():
            try:
                await queue.run(command)
            except tc.HandleDead as error:
                print("dead")
            await queue.close()
        asyncio.run(later())
        pathlib.Path(sys.argv[2]).unlink()
        engine.close()
        with tc.Engine(sys.argv[1]) as engine:
            first = engine.run(command)
            assert engine.run(command) == first
            with engine.snapshot() as now:
                assert [v.name for v in now.venues()] == ["before", "x"]
        print("once")
    """, tmp_path / "s", tmp_path / "broken", TC_SHIM=str(tmp_path / "broken"),
        LD_PRELOAD=":".join(filter(None, [first, str(tmp_path / "shim.so")])))
    assert out.split() == ["unknown", "dead", "once"]
