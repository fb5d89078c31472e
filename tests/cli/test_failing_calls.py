#!/usr/bin/env python3
"""The tool when the library fails: every command line of the other tests, once for each of its calls
of the library, with that call failing on a copy of the house. The tool says so and ends with a code
of its own, whichever call it was; it never ends well, never by a signal.

test_failing_calls.py TICKETCORE FAILING_CALLS.so"""
import importlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

LIBRARY = os.path.abspath(sys.argv.pop(2))

import house  # noqa: E402

CODES = []
# Calls whose failure may pass, by noun: what they add to an answer that stands is a help (a seat's
# name beside its number, a mail's subject beside its lease), and the effect is there already.
PASSED_OVER = {
    "hold": {"tc_event_get", "tc_map_seat_list"},
    "seat": {"tc_event_get", "tc_map_seat_list"},
    "ticket": {"tc_event_get", "tc_map_seat_list"},
    "order": {"tc_event_get", "tc_map_seat_list"},
    "metrics": {"tc_snapshot_open", "tc_payment_backlog_get", "tc_engine_stat_get"},
    "outbox": {"tc_snapshot_open", "tc_message_get"},
    "load": {"tc_engine_close"},
}
MOST_CALLS = 40
PLAIN_RUN = house.House.run
seen = set()
cases = 0


def shape(words):
    """What two lines have in common that go the same way: their words, without values."""
    words = [str(w) for w in words]
    return tuple(words[:2]) + tuple(sorted({w for w in words if w.startswith("-")}))


def complaint(done, words, told):
    if done.returncode < 0:
        return f"{words}: {told} failed: killed by signal {-done.returncode}\n{done.stderr}"
    if done.returncode == 0:
        return f"{words}: {told} failed, and the tool ended well:\n{done.stdout}"
    if not done.stderr.strip():
        return f"{words}: {told} failed: code {done.returncode}, and not a word"
    return None


def fail_each(h, words, env, stdin):
    global cases
    wrong = []
    for at in range(1, MOST_CALLS):
        copy = h.folder.with_name(h.folder.name + "-copy")
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(h.folder, copy)
        told = copy / "told"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TICKETCORE_")}
        environment.update(env or {})
        environment.update(TICKETCORE_STORE=str(copy / "house"), LD_PRELOAD=LIBRARY, TC_FAIL_AT=str(at),
                           TC_FAIL_CODE=str(CODES[at % len(CODES)]), TC_FAIL_TOLD=str(told))
        environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
        done = subprocess.run([house.TOOL, *map(str, words)], capture_output=True, text=True, errors="replace",
                              env=environment, input=stdin, cwd=copy, timeout=120)
        reached = told.exists() and told.read_text().strip()
        shutil.rmtree(copy)
        if not reached:
            break
        cases += 1
        if reached not in PASSED_OVER.get(words[0], ()) or done.returncode < 0:
            wrong.append(complaint(done, words, reached))
    return [w for w in wrong if w]


def run(self, *words, code=0, env=None, stdin=None):
    key = shape(words)
    if key not in seen and code == 0 and words and "--follow" not in words:
        seen.add(key)
        for sentence in fail_each(self, words, env, stdin):
            print(f"WRONG {sentence}", flush=True)
            self.wrong = getattr(self, "wrong", 0) + 1
    return PLAIN_RUN(self, *words, code=code, env=env, stdin=stdin)


def held_to_it(function):
    def of(h):
        function(h)
        assert not getattr(h, "wrong", 0), f"{h.wrong} failing calls were not told"
    of.__name__ = function.__name__
    return of


def error_codes():
    """The numbers of a store's, a refused and a retry error, from errors.h."""
    text = (pathlib.Path(__file__).resolve().parents[2] / "include/ticketcore/errors.h").read_text()
    return [int(re.search(rf"{name} = (-\d+)", text)[1]) for name in ("TC_E_IO", "TC_E_NOMEM", "TC_E_CORRUPT")]


def main():
    CODES.extend(error_codes())
    whole, house.main = house.main, lambda: None
    for name in ("command_line", "catalog", "seats", "orders", "tickets", "care"):
        importlib.import_module(f"test_{name}")
    house.TESTS[:] = [held_to_it(t) for t in house.TESTS]
    prepare = house.prepare
    house.prepare = lambda folder: (prepare(folder), setattr(house.House, "run", run))
    try:
        whole()
    finally:
        print(f"failing calls: {cases} cases of {len(seen)} lines")


main()
