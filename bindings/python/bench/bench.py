#!/usr/bin/env python3
"""One job of the comparison of bindings, in Python: bench/bench.py JOB FOLDER. The same as bench/binding.c."""
import asyncio
import sys
import time
from datetime import datetime, timedelta, timezone

import ticketcore as tc

ROWS, ROW_SEATS = 200, 250
HOLDS_AN_EVENT = ROWS * ROW_SEATS // 2
SINGLE, BATCH, BATCH_SIZE, ASYNC, IN_FLIGHT, READS = 3000, 100000, 1000, 30000, 64, 300000
TTL = timedelta(minutes=10)


def make_house(engine, events):
    text = "name,section,row,seat,category,x,y\n" + "".join(
        f"{r}-{s},Stalls,{r},{s},All,{s * 50},{r * 90}\n" for r in range(ROWS) for s in range(ROW_SEATS))
    made = engine.map_create(name="House", text=text, form=tc.MapForm.CSV)
    engine.map_publish(map=made.map)
    for _ in range(events):
        engine.event_create(name="Evening", map=made.map, currency="EUR", status=tc.EventStatus.ON_SALE,
                            starts_at=datetime(2100, 1, 1, tzinfo=timezone.utc))


def hold(n):
    event, first = 1 + n // HOLDS_AN_EVENT, n % HOLDS_AN_EVENT * 2
    return tc.HoldCreate(seats=((event, first), (event, first + 1)), ttl=TTL)


def single(engine):
    begin = time.perf_counter()
    for n in range(SINGLE):
        engine.run(hold(n))
    return SINGLE / (time.perf_counter() - begin)


def batch(engine):
    begin = time.perf_counter()
    for n in range(0, BATCH, BATCH_SIZE):
        event, first = 1 + n // HOLDS_AN_EVENT, n % HOLDS_AN_EVENT * 2
        holds = [tc.HoldCreate(seats=((event, seat), (event, seat + 1)), ttl=TTL)
                 for seat in range(first, first + 2 * BATCH_SIZE, 2)]
        for answer in engine.batch(holds):
            if isinstance(answer, Exception):
                raise answer
    return BATCH / (time.perf_counter() - begin)


async def in_flight(plain):
    engine = tc.AsyncEngine(plain)
    numbers = iter(range(ASYNC))

    async def buyer():
        for n in numbers:
            await engine.run(hold(n))

    begin = time.perf_counter()
    await asyncio.gather(*(buyer() for _ in range(IN_FLIGHT)))
    rate = ASYNC / (time.perf_counter() - begin)
    await engine.close()
    return rate


def reads(engine):
    made = engine.run(hold(0))
    with engine.snapshot() as now:
        get, which, secret = now.hold_get, made.hold, made.secret
        begin = time.perf_counter()
        for _ in range(READS):
            get(which, secret)
        return (time.perf_counter() - begin) / READS * 1e9


JOBS = {"single": (1, single), "batch": (BATCH // HOLDS_AN_EVENT, batch),
        "async": (1 + ASYNC // HOLDS_AN_EVENT, lambda engine: asyncio.run(in_flight(engine))), "read": (1, reads)}


def main():
    events, job = JOBS[sys.argv[1]]
    with tc.Engine(sys.argv[2], create=True) as engine:
        make_house(engine, events)
        print(f"{job(engine):.1f}")


main()
