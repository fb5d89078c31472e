#!/usr/bin/env python3
"""The demonstration when the library fails under it: the Nth call of each of its processes fails, for
N over the whole of its setting up and some of what follows. It ends with a code and a sentence, or
with an audit that holds; never by a signal, never with something lost.

failing_demo.py TICKETCORE FAILING_CALLS.so"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TOOL, LIBRARY = map(os.path.abspath, sys.argv[1:3])
HEADERS = pathlib.Path(__file__).resolve().parents[2] / "include/ticketcore/errors.h"
LINE = re.compile(r"double_sold=(\d+) lost=(\d+) money_balance=(-?\d+)")


def code_of(name):
    return re.search(rf"{name} = (-\d+)", HEADERS.read_text())[1]


def one(at, every, code, folder):
    store = os.path.join(folder, f"s{at}-{every}")
    environment = dict(os.environ, LD_PRELOAD=LIBRARY, TC_FAIL_AT=str(at), TC_FAIL_CODE=code, TMPDIR=folder)
    if every:
        environment["TC_FAIL_EVERY"] = "1"
    environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
    done = subprocess.run([TOOL, "demo", "--seats", "100", "--seconds", "2", "--buyers", "2", "--processes", "1",
                           "--store", store, "--out", folder], capture_output=True, text=True, env=environment,
                          timeout=120)
    if done.returncode == 2 and "made to fail" not in done.stderr:
        return f"call {at}: the line was refused\n{done.stderr}"
    if done.returncode < 0:
        return f"call {at}: killed by signal {-done.returncode}\n{done.stderr[-500:]}"
    match = LINE.search(done.stdout)
    if match and any(int(n) for n in match.groups()):
        return f"call {at}: {match[0]}\n{done.stderr[-500:]}"
    if done.returncode == 0 and not match:
        return f"call {at}: it ended well without an audit"
    if done.returncode and not done.stderr.strip():
        return f"call {at}: code {done.returncode}, and not a word"
    return None


def main():
    cases = [(at, False, code_of("TC_E_IO")) for at in (*range(1, 30, 2), 40, 60, 90, 140, 220)]
    cases += [(at, True, code_of("TC_E_QUEUE_FULL")) for at in (23, 71, 301)]
    with tempfile.TemporaryDirectory(prefix="ticketcore-demo-") as folder:
        wrong = [w for w in (one(*case, folder) for case in cases) if w]
    for sentence in wrong:
        print(sentence)
    print(f"demo: {len(cases)} failing calls, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


main()
