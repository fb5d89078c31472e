#!/usr/bin/env python3
"""Run a part of the tests under valgrind's memcheck: what no sanitizer sees, bytes read before they
were written, also inside LMDB, libsodium and jansson. Any finding in our code fails; those of others
are in tests/support/valgrind.supp, each with its reason."""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SUPPRESSIONS = ROOT / "tests/support/valgrind.supp"
VALGRIND = ["valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full", "--show-leak-kinds=definite",
            "--errors-for-leak-kinds=definite", "--trace-children=no", "--num-callers=24",
            f"--suppressions={SUPPRESSIONS}"]
# Programs below the build folder, with their arguments: quick ones, over every layer.
PROGRAMS = [
    ["tests/api/test_api_hold"],
    ["tests/api/test_api_order"],
    ["tests/api/test_api_payment"],
    ["tests/api/test_api_checkin"],
    ["tests/unit/test_unit_view"],
    ["tests/unit/test_unit_store"],
    ["tests/unit/test_unit_money"],
    ["tests/unit/test_unit_map_json"],
    ["tests/unit/test_unit_barcode"],
    ["tests/unit/test_unit_template"],
    ["tests/unit/test_unit_ledger"],
    ["tests/scenarios/run_scenarios", "SOURCE/tests/scenarios/hold-and-buy.json",
     "SOURCE/tests/scenarios/refund.json", "SOURCE/tests/scenarios/check-in.json"],
]
# One short sale with the tool, line by line on one store.
LINES = [
    "init", "venue create --name Opera --city Wien", "map import hall.csv --name Hall --venue 1",
    "map publish 1", "event create --name Gala --starts +30d --currency EUR --map 1 --venue 1 --status on-sale",
    "price add 1 --name Gold --price 50.00 --category 1", "hold create 1 --seats 0,1 --json",
    "order list", "availability 1", "map list", "event list", "venue list", "price list 1", "pool list 1", "feed read", "verify", "metrics", "dump -o house.ndjson", "load copy -i house.ndjson",
]
HALL = "section,row,seat,category\n" + "".join(f"Stalls,A,{n},Gold\n" for n in range(1, 9))


def run(command, **more):
    began = time.monotonic()
    done = subprocess.run([*VALGRIND, *map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", **more)
    found = len(re.findall(r"^==\d+== (?:Invalid|Conditional|Use of|Syscall param|Source and dest|"
                           r"Mismatched|[\d,]+ (?:\([^)]*\) )?bytes in .* definitely)", done.stdout, re.M))
    return command, done, found, time.monotonic() - began


def run_program(build, program, scratch):
    words = [str(build / program[0])] + [w.replace("SOURCE", str(ROOT)) for w in program[1:]]
    return run(words, cwd=scratch)


def run_tool(build, scratch):
    """All lines; the first that is not clean, or the last."""
    (scratch / "hall.csv").write_text(HALL)
    done = None
    for line in LINES:
        done = run([build / "src/cli/ticketcore", "-s", scratch / "house", *line.split()], cwd=scratch)
        if done[1].returncode:
            return done
    return done


def main():
    parser = argparse.ArgumentParser(prog="prove_valgrind", description=__doc__.splitlines()[0])
    for tier in ("quick", "full", "soak"):
        parser.add_argument(f"--{tier}", action="store_true", help="all the same here")
    parser.add_argument("--seed", default="0", help="taken and not used: what is run is fixed")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/release")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("prove_valgrind: valgrind is not installed; ./dev setup installs what is needed")
    build, began, findings, failed = options.build.resolve(), time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="ticketcore-valgrind-") as folder, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        waiting = []
        for i, program in enumerate(PROGRAMS):
            scratch = pathlib.Path(folder) / str(i)
            scratch.mkdir()
            waiting.append(pool.submit(run_program, build, program, scratch))
        scratch = pathlib.Path(folder) / "tool"
        scratch.mkdir()
        waiting.append(pool.submit(run_tool, build, scratch))
        for done in concurrent.futures.as_completed(waiting):
            command, process, found, seconds = done.result()
            name = pathlib.Path(str(command[0])).name
            print(f"valgrind: {name}: {'clean' if process.returncode == 0 else 'FAILED'}, {seconds:.0f} s",
                  file=sys.stderr, flush=True)
            findings += found
            if process.returncode:
                failed += 1
                print(process.stdout[-6000:])
                print(f"valgrind: run again: {' '.join([*VALGRIND, *map(str, command)])}")
    good = not failed and not findings
    print(f"prove valgrind: result={'ok' if good else 'FAILED'} seed=0 programs={len(PROGRAMS)} "
          f"lines={len(LINES)} findings={findings} seconds={time.monotonic() - began:.0f}")
    sys.exit(0 if good else 1)


main()
