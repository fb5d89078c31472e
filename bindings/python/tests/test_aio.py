"""The engine for asyncio: nothing blocks, nothing is lost."""

import asyncio
import gc
from datetime import timedelta

import pytest

import ticketcore as tc


def run(work):
    return asyncio.run(asyncio.wait_for(work, 60))


def test_many_at_once(tmp_path, make_house):
    with tc.Engine(tmp_path / "s", create=True) as plain:
        event = make_house(plain, rows=20, seats=50).event

    async def work():
        async with tc.AsyncEngine(tmp_path / "s") as engine:
            holds = await asyncio.gather(*(engine.hold_create(seats=[(event, n)]) for n in range(500)))
            assert sorted(h.seats[0].seat for h in holds) == list(range(500))
            with pytest.raises(tc.SeatTaken):
                await engine.hold_create(seats=[(event, 0)])
            with pytest.raises(TypeError):
                await engine.hold_create(seats=[(event, "x")])
            with engine.snapshot() as now:
                assert now.availability_get(event).held == 500

    run(work())


def test_more_than_may_be_in_flight_wait_for_their_turn():
    async def work():
        async with tc.AsyncEngine("", memory=True, in_flight=3) as engine:
            venues = await asyncio.gather(*(engine.venue_create(name=f"v{n}") for n in range(200)))
            assert sorted(v.venue for v in venues) == list(range(1, 201))

    run(work())


def test_a_batch():
    async def work():
        async with tc.AsyncEngine("", memory=True) as engine:
            answers = await engine.batch([tc.VenueCreate(name="a"), tc.VenueCreate(name=""), tc.Sweep()])
            assert answers[0].venue == 1 and isinstance(answers[1], tc.Invalid) and answers[2].next_due is None
            assert await engine.batch([]) == []

    run(work())


@pytest.mark.parametrize("told", [True, False])
def test_a_cancelled_await_loses_nothing(tmp_path, make_house, told):
    with tc.Engine(tmp_path / "s", create=True) as plain:
        event = make_house(plain).event
    heard = []

    async def work():
        async with tc.AsyncEngine(tmp_path / "s", on_abandoned=heard.append if told else None) as engine:
            command = engine.named(tc.HoldCreate(seats=[(event, 0)]))
            task = asyncio.create_task(engine.run(command))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            again = await engine.run(command)  # the same hold: it was made once
            assert again.hold == 1
            while not (heard or engine.abandoned):
                await asyncio.sleep(0.001)
            abandoned = (heard or list(engine.abandoned))[0]
            assert abandoned.command == command and abandoned.answer == again and abandoned.error is None
            await engine.hold_release(hold=again.hold, secret=abandoned.answer.secret)

    run(work())


def test_a_refusal_nobody_awaits_is_abandoned_too(tmp_path):
    async def work():
        async with tc.AsyncEngine(tmp_path / "s", create=True) as engine:
            task = asyncio.create_task(engine.venue_create(name=""))
            with pytest.raises(tc.Invalid):
                await task
            task = asyncio.create_task(engine.venue_delete(venue=77))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            while not engine.abandoned:
                await asyncio.sleep(0.001)
            assert isinstance(engine.abandoned[0].error, tc.NotFound)

    run(work())


def test_timeouts_and_a_cancelled_batch(tmp_path):
    async def work():
        async with tc.AsyncEngine(tmp_path / "s", create=True) as engine:
            commands = [engine.named(tc.VenueCreate(name=f"v{n}")) for n in range(50)]
            task = asyncio.create_task(engine.batch(commands))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            answers = await engine.batch(commands)
            with engine.snapshot() as now:
                assert len(list(now.venues())) == 50
            assert len({a.venue for a in answers}) == 50

    run(work())


def test_close_waits_for_what_is_in_flight(tmp_path):
    async def work():
        engine = tc.AsyncEngine(tmp_path / "s", create=True)
        tasks = [asyncio.create_task(engine.venue_create(name=f"v{n}")) for n in range(100)]
        await asyncio.sleep(0)
        with pytest.raises(tc.Busy):
            engine.engine.close()
        await engine.close()
        assert sorted(v.venue for v in await asyncio.gather(*tasks)) == list(range(1, 101))
        with pytest.raises((RuntimeError, tc.Closed)):
            await engine.venue_create(name="late")
        await engine.close()

    run(work())


def test_a_loop_that_ends_with_work_in_flight(tmp_path):
    async def work():
        engine = tc.AsyncEngine(tmp_path / "s", create=True)
        for n in range(50):
            asyncio.ensure_future(engine.venue_create(name=f"v{n}"))
        await asyncio.sleep(0)

    run(work())
    gc.collect()  # the queue waits for the fifty, and lets the store go
    with tc.Engine(tmp_path / "s") as engine, engine.snapshot() as now:
        assert len(list(now.venues())) <= 50


def test_an_engine_is_of_one_loop(tmp_path):
    engine = tc.AsyncEngine(tmp_path / "s", create=True)

    async def use():
        await engine.venue_create(name="x")

    async def close():
        await engine.close()

    loop = asyncio.new_event_loop()
    loop.run_until_complete(use())
    with pytest.raises(RuntimeError):
        run(use())
    loop.run_until_complete(close())
    loop.close()


def test_it_may_stand_beside_a_plain_engine(engine):
    async def work():
        queue = tc.AsyncEngine(engine)
        made = await queue.venue_create(name="x")
        assert engine.venue_update(venue=made.venue, name="y").version == 2
        await queue.close()
        assert not engine.closed

    run(work())


def test_the_feed_is_followed(tmp_path):
    async def work():
        async with tc.AsyncEngine(tmp_path / "s", create=True) as engine:
            async def write():
                for n in range(5):
                    await engine.venue_create(name=f"v{n}")
                    await asyncio.sleep(0.01)

            task = asyncio.create_task(write())
            seen = []
            async for event in engine.feed(follow=timedelta(seconds=20)):
                seen.append(event.name)
                if len(seen) == 5:
                    break
            await task
            assert seen == ["venue.created"] * 5
            assert len([e async for e in engine.feed()]) == 5

    run(work())


def test_the_loop_is_not_blocked(tmp_path, make_house):
    with tc.Engine(tmp_path / "s", create=True) as plain:
        event = make_house(plain, rows=40, seats=50).event

    async def work():
        async with tc.AsyncEngine(tmp_path / "s") as engine:
            ticks = 0

            async def tick():
                nonlocal ticks
                while True:
                    ticks += 1
                    await asyncio.sleep(0)

            ticker = asyncio.create_task(tick())
            for n in range(20):
                await engine.hold_create(seats=[(event, n)])
            ticker.cancel()
            assert ticks > 20

    run(work())
