"""Random calls with random values: good ones, wrong ones, huge ones. Whatever comes, it is an answer or an
exception of a stated kind, and the store stays whole. TC_TEST_SEED and TC_TEST_LEVEL=soak say more."""

import asyncio
import gc
import os
import random
import time
import uuid
from datetime import datetime, timedelta, timezone

import pytest

import api_model
import gen_python_c
import ticketcore as tc

MODEL = api_model.load()
COMMANDS = api_model.commands(MODEL)
READS = [name for name in MODEL["functions"] if gen_python_c.is_read(MODEL, name)
         and gen_python_c.handle_of(api_model.call_shape(MODEL, name)) == "tc_snapshot"]
PLAIN = [name for name in MODEL["functions"] if gen_python_c.is_read(MODEL, name)
         and gen_python_c.handle_of(api_model.call_shape(MODEL, name)) is None
         and hasattr(tc, name[3:]) and name not in ("tc_load",)]
NOT_HERE = {"tc_dump"}
INPUTS = {name: [m for m, _ in gen_python_c.inputs_of(MODEL, name)] for name in READS + PLAIN}
ODD = [None, -1, 0, 1, 2**31, 2**32 - 1, 2**32, 2**63, 2**64 - 1, 2**64, 10**30, 1.5, float("nan"), "", "x", "é" * 40,
       "\ud800", "a\0b", "x" * 70000, b"", b"0" * 16, b"\xff" * 16, [], [1], [None], [()], [(1, 2)], [(1,) * 9], {}, {"a": 1},
       object(), uuid.UUID(int=5), datetime(2026, 1, 1), datetime.max.replace(tzinfo=timezone.utc), timedelta.max,
       timedelta.min, timedelta(0), True, tc.Sweep(), tc.HoldSeat(1, 1), range(3), (n for n in range(3)), int, ...]
FINE = (tc.TicketcoreError, TypeError, ValueError)


class Values:
    """Random values for a member."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.secrets = [tc.Secret(bytes(16))]
        self.parts = {s: gen_python_c.ordered(MODEL, s) for s in gen_python_c.used_structs(MODEL)}

    def one(self, member, depth=0):
        pick = self.random.random()
        if pick < 0.08:
            return self.random.choice(ODD)
        if pick < 0.25 and depth == 0:
            return None
        kind = member["kind"]
        if kind in ("int", "money", "cursor") and member["type"] != "tc_event_cursor":
            return self.random.choice([0, 1, 1, 1, 2, 3, 5, 40, 1000, self.random.randrange(1 << 32)])
        if kind == "enum":
            return self.random.choice([v["value"] for v in MODEL["enums"][member["enum"]]["values"]])
        if kind == "flags":
            return self.random.randrange(8)
        if kind == "time":
            return datetime(2026, 5, 1, tzinfo=timezone.utc) + timedelta(hours=self.random.randrange(-50, 3000))
        if kind == "duration":
            return timedelta(seconds=self.random.randrange(1, 4000))
        if kind in ("text", "chars", "blob"):
            return self.random.choice(["EUR", "Ada", "ada@example.org", "de-AT", "{{order}}", "name,section,row,seat\n",
                                       "".join(chr(self.random.randrange(32, 900)) for _ in range(30))])
        if kind in ("secret", "secret_pointer"):
            return self.random.choice(self.secrets)
        if kind in ("request_id", "bytes", "cursor"):
            return bytes(self.random.choices(range(3), k=16))
        if kind == "mask":
            return self.random.sample(range(8), self.random.randrange(4))
        if kind == "bool":
            return self.random.random() < 0.5
        if kind == "list":
            of = member["of"]
            item = (lambda: tuple(self.one(m, depth + 1) for m in self.parts[of])) if of in self.parts else \
                (lambda: self.one({"kind": "text" if of == "text" else "int", "type": "uint32_t"}, depth + 1))
            return [item() for _ in range(self.random.randrange(5))]
        return self.random.choice(ODD)

    def given(self, members):
        names = gen_python_c.names_of(members)
        return {names[m["name"]]: self.one(m) for m in members}


def life(seed, calls, folder=None):
    values = Values(seed)
    engine = tc.Engine(folder or "", create=True, memory=folder is None, clock=datetime(2026, 5, 1, tzinfo=timezone.utc), seed=1)
    lines = "name,section,row,seat,category,x,y\n" + "".join(f"{n},S,1,{n},C,{n},0\n" for n in range(40))
    engine.map_publish(map=engine.map_create(name="m", text=lines, form=tc.MapForm.CSV).map)
    engine.event_create(name="e", map=1, currency="EUR", starts_at=datetime(2026, 8, 1, tzinfo=timezone.utc),
                        status=tc.EventStatus.ON_SALE)
    engine.ticket_type_create(event=1, name="t", price_minor=100)
    engine.pool_create(event=1, name="p", capacity=50)
    members = {c["function"]: gen_python_c.ordered(MODEL, c["request"]) for c in COMMANDS}
    answered = 0
    snapshot = engine.snapshot()
    for _ in range(calls):
        choice = values.random.random()
        try:
            if choice < 0.5:
                name = values.random.choice(COMMANDS)["function"]
                answer = getattr(engine, name[3:])(**values.given(members[name]))
                if getattr(answer, "secret", None):
                    values.secrets.append(answer.secret)
            elif choice < 0.6:
                batch = []
                for _ in range(values.random.randrange(6)):
                    command = values.random.choice(COMMANDS)["function"]
                    batch.append(getattr(tc, gen_python_c.command_class(command))(**values.given(members[command])))
                assert len(engine.batch(batch)) == len(batch)
            elif choice < 0.9:
                if values.random.random() < 0.2:
                    snapshot.close()
                    snapshot = engine.snapshot()
                name = values.random.choice([r for r in READS if r not in NOT_HERE])
                given = values.given(INPUTS[name])
                getattr(snapshot, name[3:])(**given)
            elif choice < 0.97:
                name = values.random.choice(PLAIN)
                given = values.given(INPUTS[name])
                getattr(tc, name[3:])(**given)
            else:
                engine.set_clock(engine.clock() + timedelta(seconds=values.random.randrange(600)))
            answered += 1
        except FINE:
            pass
    snapshot.close()
    with engine.snapshot() as now:
        assert now.verify().faults == ()
    engine.close()
    gc.collect()
    return answered


SEED = int(os.environ.get("TC_TEST_SEED", "1"))


@pytest.mark.parametrize("seed", range(SEED, SEED + 3))
def test_random_lives(seed, tmp_path):
    assert life(seed, 1500, tmp_path / "store" if seed % 3 == 0 else None) > 200


async def coroutines(seed, folder):
    """Random commands, awaited or cancelled at random, and an end in the middle."""
    values = Values(seed)
    members = {c["function"]: gen_python_c.ordered(MODEL, c["request"]) for c in COMMANDS}
    engine = tc.AsyncEngine(folder, create=True, in_flight=values.random.choice([1, 7, 4096]))
    tasks = []

    async def one(name):
        try:
            await getattr(engine, name[3:])(**values.given(members[name]))
        except (*FINE, RuntimeError):
            pass  # RuntimeError: the engine is being closed

    for _ in range(300):
        tasks.append(asyncio.ensure_future(one(values.random.choice(COMMANDS)["function"])))
        if values.random.random() < 0.3:
            values.random.choice(tasks).cancel()
        if values.random.random() < 0.1:
            await asyncio.sleep(0.001)
    closing = asyncio.ensure_future(engine.close())
    for _ in range(20):
        values.random.choice(tasks).cancel()
    await closing
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.parametrize("seed", range(SEED, SEED + 3))
def test_random_coroutines(seed, tmp_path):
    asyncio.run(asyncio.wait_for(coroutines(seed, tmp_path / "store"), 120))
    gc.collect()
    with tc.Engine(tmp_path / "store") as engine, engine.snapshot() as now:
        assert now.verify().faults == ()


@pytest.mark.skipif(os.environ.get("TC_TEST_LEVEL") != "soak", reason="soak only")
def test_random_lives_for_minutes(tmp_path):
    until, seed = time.monotonic() + 600, SEED
    while time.monotonic() < until:
        life(seed, 5000, None if seed % 3 else tmp_path / str(seed))
        seed += 1
