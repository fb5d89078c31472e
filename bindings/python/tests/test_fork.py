"""After a fork: the child is refused the parent's handles and opens its own; nobody hangs or crashes."""

import multiprocessing
import os
import traceback

import pytest

import ticketcore as tc


def in_child(work):
    """Run `work` in a forked child; answer its exit status."""
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            work()
            status = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_the_parents_handles_are_refused(disk, make_house):
    house = make_house(disk)
    now = disk.snapshot()

    def work():
        for call in (lambda: house.hold(0), disk.snapshot, now.venue_list, lambda: disk.batch([tc.Sweep()]), disk.stat,
                     now.refresh, now.verify):
            with pytest.raises(tc.Forked):
                call()
        now.close()
        disk.close()
        assert disk.closed

    assert in_child(work) == 0
    assert house.hold(0).hold == 1
    now.close()


def test_a_child_opens_the_store_anew(disk, make_house):
    house = make_house(disk)

    def work():
        with tc.Engine(disk.path) as own:
            own.hold_create(seats=[(house.event, 0)])

    for _ in range(3):
        code = in_child(work)
        if code == 0:
            break
    with pytest.raises(tc.SeatTaken):
        house.hold(0)


def test_garbage_in_the_child(disk, make_house):
    house = make_house(disk)

    def work():
        nonlocal house, disk
        import gc

        del house
        disk = None
        gc.collect()

    assert in_child(work) == 0
    assert house.hold(1).hold == 1


def test_a_fork_amid_calls_of_other_threads(disk, make_house):
    import threading

    house = make_house(disk, rows=20, seats=50)
    stop = threading.Event()

    def sell():
        for seat in range(1000):
            if stop.is_set():
                return
            house.hold(seat)

    thread = threading.Thread(target=sell)
    thread.start()

    def work():
        with pytest.raises(tc.Forked):
            house.hold(0)
        disk.close()

    codes = [in_child(work) for _ in range(5)]
    stop.set()
    thread.join()
    assert codes == [0] * 5


def test_an_async_engine_in_the_child(disk, make_house):
    import asyncio

    house = make_house(disk)
    queue = tc.AsyncEngine(disk)

    def work():
        async def use():
            with pytest.raises(tc.Forked):
                await queue.hold_create(seats=[(house.event, 0)])

        asyncio.run(use())

    assert in_child(work) == 0
    asyncio.run(queue.close())


def _worker(path, event, mine, taken):
    with tc.Engine(path) as engine:
        for seat in mine:
            try:
                engine.hold_create(seats=[(event, seat)])
                taken.put(seat)
            except tc.SeatTaken:
                pass
    taken.put(None)


@pytest.mark.parametrize("method", ["spawn", "fork", "forkserver"])
def test_multiprocessing(tmp_path, make_house, method):
    """As a pre-forking server does: the store is made in the parent, closed, and opened in each worker."""
    with tc.Engine(tmp_path / "s", create=True) as engine:
        event = make_house(engine).event
    context = multiprocessing.get_context(method)
    taken = context.Queue()
    workers = [context.Process(target=_worker, args=(str(tmp_path / "s"), event, range(40), taken)) for _ in range(3)]
    for one in workers:
        one.start()
    seats, ended = [], 0
    while ended < 3:
        seat = taken.get(timeout=60)
        if seat is None:
            ended += 1
        else:
            seats.append(seat)
    for one in workers:
        one.join()
    assert sorted(seats) == list(range(40)) and [one.exitcode for one in workers] == [0, 0, 0]
