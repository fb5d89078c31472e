"""Runs a scenario file (tests/scenarios/README.md) through the Python binding: its fields have the names
and units of C, so this turns them into the binding's values and answers back."""

import functools
import json
from datetime import datetime, timedelta, timezone

import api_model
import gen_python_c
import ticketcore as tc
from ticketcore import _setup

MODEL = api_model.load()
COMMANDS = {c["function"][3:]: c for c in api_model.commands(MODEL)}
CONSTANTS = {v["name"]: v["value"] for enum in MODEL["enums"].values() for v in enum["values"]}


@functools.lru_cache(maxsize=None)
def members_of(struct):
    """The members Python sees and their names there."""
    members = gen_python_c.ordered(MODEL, struct)
    return members, gen_python_c.names_of(members)


def number(value):
    """A number, or constants by name joined by |."""
    if isinstance(value, str):
        total = 0
        for name in value.split("|"):
            total |= CONSTANTS[name]
        return total
    return int(value)


def value_of(member, given):
    """What JSON gives, as the binding takes it."""
    kind = member["kind"]
    if kind == "time":
        return _setup.from_ms(number(given)) if number(given) else None
    if kind == "duration":
        return timedelta(milliseconds=number(given)) if number(given) else None
    if kind == "request_id":
        return given.encode().ljust(16, b"\0")
    if kind in ("secret", "secret_pointer", "bytes"):
        return bytes.fromhex(given)
    if kind == "mask":
        return [bit for bit in range(32) if number(given) >> bit & 1]
    if kind == "list":
        if member["of"] not in MODEL["structs"]:
            return given if member["of"] == "text" else [number(one) for one in given]
        return [made_of(member["of"], one) for one in given]
    if kind in ("text", "chars", "blob"):
        return given
    if kind == "bool":
        return bool(number(given))
    return number(given)


def given_to(struct, with_):
    """The keyword arguments of a request."""
    members, names = members_of(struct)
    unknown = set(with_) - {m["name"] for m in members}
    assert not unknown, f"{struct} has no {unknown}"
    return {names[m["name"]]: value_of(m, with_[m["name"]]) for m in members if m["name"] in with_}


def made_of(struct, given):
    return getattr(tc, gen_python_c.class_of(struct))(**given_to(struct, given))


def shown(member, value):
    """The other way, as the C runner shows it."""
    kind = member["kind"]
    if kind == "time":
        if value is None:
            return 0 if not member.get("max") else (1 << 63) - 1
        return _setup.to_ms(value)
    if kind == "duration":
        return _setup.duration_to_ms(value)
    if kind in ("secret", "bytes"):
        return value.hex()
    if kind == "mask":
        return sum(1 << bit for bit in value)
    if kind == "list":
        return [show(member["of"], one) if member["of"] in MODEL["structs"] else one for one in value]
    if value is None and member.get("none"):
        return (1 << 32) - 1
    return list(value) if isinstance(value, tuple) else int(value) if isinstance(value, (int, bool)) else value


def show(struct, value):
    """An answer as JSON with the names of C; a list also says how long it is."""
    struct = api_model.resolve(MODEL, struct)
    members, names = members_of(struct)
    out = {m["name"]: shown(m, getattr(value, names[m["name"]])) for m in members}
    for m in members:
        if m["kind"] == "list" and m["count"]:
            out[m["count"]] = len(out[m["name"]])
    return out


def agrees(expected, actual):
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(agrees(v, actual.get(k)) for k, v in expected.items())
    if isinstance(expected, list):
        return isinstance(actual, list) and len(expected) == len(actual) and all(map(agrees, expected, actual))
    if isinstance(actual, int):
        return number(expected) == actual
    return expected == actual


@functools.lru_cache(maxsize=None)
def shape_of(name):
    return api_model.call_shape(MODEL, name)


class Run:
    """One scenario on one store."""

    def __init__(self, path, folder, memory):
        self.document = json.loads(path.read_text())
        self.folder, self.memory, self.saved = folder, memory, {}
        self.engine = self.open()

    def open(self):
        clock = datetime.fromtimestamp(self.document["clock_ms"] / 1000, timezone.utc)
        return tc.Engine(self.folder, create=True, memory=self.memory, clock=clock, seed=1)

    def substitute(self, value):
        if isinstance(value, dict):
            return {k: self.substitute(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self.substitute(v) for v in value]
        return self.saved[value[1:]] if isinstance(value, str) and value.startswith("$") else value

    def command(self, name, with_):
        command = COMMANDS[name]
        answer = getattr(self.engine, name)(**given_to(command["request"], with_))
        return show(command["result"], answer) if command["result"] else {}

    def read(self, name, with_):
        shape = shape_of(f"tc_{name}")
        request = next((p for p in shape if p["role"] == "request"), None)
        with self.engine.snapshot() as now:
            call = getattr(now, name)
            if request:
                answer = call(**given_to(request["of"], with_))
            else:
                given = {p["name"]: value_of(p, with_.get(p["name"])) if p["name"] in with_ else
                         None if p.get("null") else 0 for p in shape if p["role"] == "in"}
                answer = call(**{gen_python_c.python_name(k): v for k, v in given.items()})
        outs = [p for p in shape if p["role"] in ("out", "array", "out_value", "text_out", "bytes_out")]
        parts = answer if len(outs) > 1 else (answer,)
        out = {}
        for p, part in zip(outs, parts):
            if p["role"] == "out":
                out.update(show(p["of"], part))
            elif p["role"] == "array":
                out[p["name"]] = [show(p["of"], one) for one in part]
                out["count"] = len(part)
            else:
                out[p["name"]] = shown(p, part)
        return out

    def clock(self, by):
        if isinstance(by, str):
            self.engine.set_clock(self.engine.clock() + timedelta(milliseconds=int(by)))
        else:
            self.engine.set_clock(_setup.from_ms(by))

    def reopen(self):
        if not self.memory:
            now = self.engine.clock()
            self.engine.close()
            self.engine = self.open()
            self.engine.set_clock(now)

    def verify(self):
        with self.engine.snapshot() as now:
            report = now.verify()
        assert not report.faults and report.facts > 0, report

    def step(self, step):
        with_ = self.substitute(step.get("with", {}))
        if "do" in step or "read" in step:
            code = "OK"
            try:
                answer = self.command(step["do"], with_) if "do" in step else self.read(step["read"], with_)
            except tc.TicketcoreError as error:
                code = error.code.name
                answer = {"field": error.field, "subject": error.subject, "expected_version": error.expected_version,
                          "actual_version": error.actual_version, "conflicts": error.conflicts_count}
                assert code == step.get("error", "OK"), error
            assert code == step.get("error", "OK"), step
            wanted = self.substitute(step.get("expect", {}))
            assert agrees(wanted, answer), f"expected {wanted}, got {answer}"
            for name, at in step.get("save", {}).items():
                value = answer
                for part in at.split("."):
                    value = value[int(part)] if isinstance(value, list) else value[part]
                self.saved[name] = value
        elif "clock" in step:
            self.clock(step["clock"])
        elif "reopen" in step:
            self.reopen()
        elif "verify" in step:
            self.verify()
        else:
            assert "note" in step, step

    def run(self):
        for at, step in enumerate(self.document["steps"]):
            try:
                self.step(step)
            except AssertionError as error:
                raise AssertionError(f"step {at}: {error}") from error
        self.verify()
