#!/usr/bin/env python3
"""Run the proof harnesses and sum up what they found: one table, one line for scripts.

Every harness is a program of its own (see docs/PROOF.md) that prints its progress on stderr and, as
its last line on stdout, `prove NAME: result=ok seed=N seconds=N key=N …`."""
import argparse
import pathlib
import random
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Name, program below the build folder (or a script), what it is about.
HARNESSES = [
    ("simulate", "tests/model/prove_simulate", "seeded lives beside a plain model"),
    ("sagas", "tests/model/prove_sagas", "every interleaving of an order's events"),
    ("history", "tests/model/prove_history", "histories of several processes, per seat"),
    ("powercut", "tests/crash/prove_powercut", "images a power cut could leave"),
    ("kill", "tests/crash/prove_kill", "kill -9 anywhere"),
    ("faults", "tests/fault/prove_faults", "every system call fails once"),
    ("memory", "tests/fault/prove_memory", "every allocation fails once"),
    ("inside", "tests/fault/prove_inside", "scratch memory, reads, commands nobody encoded"),
    ("fuzz", "scripts/prove_fuzz.py", "hostile input, documents, commands and stores"),
    ("planted", "scripts/planted.py", "defects put in on purpose"),
    ("valgrind", "scripts/prove_valgrind.py", "a part of the tests under memcheck"),
    ("coverage", "scripts/coverage.py", "which branches the tests take"),
]
# Not in the quick tier, which has a limit of time; asked for by name they run in any.
NOT_QUICK = {"valgrind", "coverage"}
COUNTS = ["images", "kills", "faults", "commands", "histories", "execs", "planted", "caught"]
LOSSES = ["lost", "double_sold", "money_drift"]
LAST = re.compile(r"^prove (\w+): (.*)$")


def run_one(name, program, tier, seed):
    command = [sys.executable, str(program)] if program.suffix == ".py" else [str(program)]
    command += [f"--{tier}", "--seed", str(seed)]
    began = time.monotonic()
    process = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    found = {}
    for line in process.stdout.splitlines():
        match = LAST.match(line)
        if match and match.group(1) == name:
            found = dict(part.split("=", 1) for part in match.group(2).split() if "=" in part)
    good = process.returncode == 0 and found.get("result") == "ok"
    if not good:
        sys.stdout.write(process.stdout[-2000:])
        print(f"prove: {name} FAILED; run again exactly: {' '.join(command)}", flush=True)
    return good, found, time.monotonic() - began


def main():
    parser = argparse.ArgumentParser(prog="prove", description="Prove what the project promises.")
    tiers = parser.add_mutually_exclusive_group()
    for tier in ("quick", "full", "soak"):
        tiers.add_argument(f"--{tier}", dest="tier", action="store_const", const=tier)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--only", metavar="NAME", help=", ".join(h[0] for h in HARNESSES))
    parser.add_argument("--build", default="build/release", help="folder of the build")
    options = parser.parse_args()
    tier = options.tier or "quick"
    seed = options.seed if options.seed is not None else random.randrange(1, 1 << 31)
    chosen = [h for h in HARNESSES if options.only in (None, h[0])
              and (options.only or tier != "quick" or h[0] not in NOT_QUICK)]
    if not chosen:
        parser.error(f"there is no harness {options.only}; there are {', '.join(h[0] for h in HARNESSES)}")
    traces = []
    rows, totals, good = [], dict.fromkeys(COUNTS + LOSSES, 0), True
    print(f"prove: tier {tier}, seed {seed} (--seed {seed} repeats it)", flush=True)
    for i, (name, path, about) in enumerate(chosen, 1):
        program = ROOT / path if path.endswith(".py") else ROOT / options.build / path
        if not program.exists():
            print(f"prove: {name}: {path} is not built", flush=True)
            good = False
            continue
        print(f"[{i}/{len(chosen)}] {name}: {about}", flush=True)
        fine, found, seconds = run_one(name, program, tier, seed)
        good &= fine
        for key in totals:
            totals[key] += int(found.get(key, 0))
        # A trace: what was tried and answered. A plan: what was tried, where the answers are a race's.
        traces += [f"{name} {key}={found[key]}" for key in ("trace", "plan") if key in found]
        counted = " ".join(f"{k}={v}" for k, v in found.items() if k not in ("result", "seconds"))
        rows.append((name, "ok" if fine else "FAILED", f"{seconds:.0f} s", counted))
    for row in rows:
        print(f"{row[0]:<10} {row[1]:<7} {row[2]:>7}  {row[3]}")
    if traces:
        print(f"prove: seed {seed} gave: {', '.join(traces)}")
    losses = any(totals[key] for key in LOSSES)
    print("prove: " + " ".join(f"{key}={totals[key]}" for key in COUNTS + LOSSES))
    sys.exit(0 if good and not losses else 1)


main()
