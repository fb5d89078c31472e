#!/usr/bin/env python3
"""Fuzz every target for a stated number of runs and print the line that ./dev prove sums up.

Builds the libFuzzer programs with clang in build/fuzz and runs them, two at a time, each from its
corpus with a seed of its own made from --seed. Without clang the replay programs change the corpus by
chance instead: less clever, but the same targets and the same checks. The canary must die, or the
whole result is worth nothing. What is found stays in build/fuzz/found. See docs/proof/fuzz.md."""
import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build/fuzz"
FOUND = BUILD / "found"
# Runs of the quick tier: as many as each target's speed pays for in about two minutes of one core.
QUICK = {
    "schema": 3_400_000, "barcode": 3_400_000, "template": 1_200_000, "zone": 1_200_000,
    "map_csv": 900_000, "map_ticketcore": 800_000, "map_pretix": 700_000, "decode": 350_000,
    "records": 10_000,
    "commands": 12_000, "store": 20_000, "log": 8_000, "load": 5_000,
}
CANARY_RUNS = 400_000
CANARY_SEEDS = 8
TIMES = {"quick": 1, "full": 12, "soak": 100}
ENVIRONMENT = {
    "ASAN_OPTIONS": "detect_leaks=1:abort_on_error=1:allocator_may_return_null=1",
    "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
}


def say(text):
    print(text, file=sys.stderr, flush=True)


def build():
    """The folder of the programs and whether they are libFuzzer's."""
    clang = shutil.which("clang")
    has_fuzzer = clang and subprocess.run(
        [clang, "-fsanitize=fuzzer", "-x", "c", "-", "-o", os.devnull], cwd="/tmp",
        input="#include <stdint.h>\n#include <stddef.h>\n"
              "int LLVMFuzzerTestOneInput(const uint8_t *d, size_t n) { return d && n ? 0 : 0; }",
        text=True, capture_output=True).returncode == 0
    environment = dict(os.environ, CC=clang) if has_fuzzer else dict(os.environ)
    options = ["-Db_sanitize=address,undefined", "-Db_lundef=false", "-Dtests=false", "-Dcli=false",
               "-Dbindings=false", "-Dexamples=false", "-Dbench=false", "-Doptimization=2",
               "-Dfuzz=true" if has_fuzzer else "-Dtests=true"]
    again = ["--reconfigure"] if (BUILD / "build.ninja").exists() else []
    for command in (["meson", "setup", *again, str(BUILD), *options], ["ninja", "-C", str(BUILD)]):
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"prove fuzz: {' '.join(command)} failed\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
    return bool(has_fuzzer)


def command_of(name, clever, runs, seed, scratch):
    corpus = ROOT / "fuzz/corpus" / name
    if not clever:
        return [str(BUILD / "fuzz" / f"replay_{name}"), f"-runs={runs}", f"-seed={seed}", str(corpus)]
    grown = scratch / name
    grown.mkdir(parents=True, exist_ok=True)
    return [str(BUILD / "fuzz" / f"fuzz_{name}"), f"-runs={runs}", f"-seed={seed}", "-timeout=25",
            "-rss_limit_mb=2048", "-print_final_stats=1", f"-artifact_prefix={FOUND}/{name}-",
            str(grown), *([str(corpus)] if name != "canary" else [])]  # that one must be found


def run_one(name, clever, runs, seed, scratch):
    began = time.monotonic()
    command = command_of(name, clever, runs, seed, scratch)
    environment = dict(os.environ, **ENVIRONMENT, TMPDIR=str(scratch))
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace")
    match = re.search(r"number_of_executed_units: (\d+)|execs=(\d+)", done.stdout)
    execs = int(next(filter(None, match.groups()))) if match else 0
    return name, done.returncode, execs, time.monotonic() - began, done.stdout, command


def canary_dies(clever, seed, scratch):
    """A seed now and then walks past the word; that several do means that nothing is seen."""
    tried = 0
    for attempt in range(CANARY_SEEDS):
        _, code, execs, _, _, _ = run_one("canary", clever, CANARY_RUNS, seed + attempt, scratch)
        tried += execs
        if code:
            break
    for found in FOUND.glob("canary-*"):
        found.unlink()
    say("fuzz: canary: " + (f"died after {tried} runs, as it must" if code
                            else f"LIVES after {tried} runs: this harness is blind"))
    return code != 0


def run_all(names, clever, options, scratch):
    good, counts = True, {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        waiting = []
        # The slowest first, so that the end is not one long run alone.
        for i, name in enumerate(sorted(names, key=lambda n: QUICK[n])):
            runs = QUICK[name] * TIMES[options.tier]
            waiting.append(pool.submit(run_one, name, clever, runs, options.seed * 31 + i + 1, scratch))
        for done in concurrent.futures.as_completed(waiting):
            name, code, count, seconds, output, command = done.result()
            counts[name] = count
            rate = int(count / max(seconds, 0.001))
            say(f"fuzz: {name}: {count:,} runs in {seconds:.0f} s, {rate:,} a second"
                + ("" if code == 0 else ": FAILED"))
            if code != 0:
                good = False
                say(output[-4000:])
                say(f"fuzz: run again: {' '.join(command)}")
                for found in sorted(FOUND.glob(f"{name}-*")):
                    say(f"fuzz: this input alone: {BUILD}/fuzz/replay_{name} {found}")
    return good, counts


def plan_of(names, clever, options):
    """What a seed repeats: each target's runs, its seed, and the corpus it begins with."""
    plan = hashlib.sha256(f"{clever} {options.seed} {options.tier}".encode())
    for name in sorted(names):
        plan.update(f"{name} {QUICK[name]}".encode())
        for path in sorted((ROOT / "fuzz/corpus" / name).glob("*")):
            plan.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return plan.hexdigest()[:16]


def main():
    parser = argparse.ArgumentParser(prog="prove_fuzz", description="Fuzz every target.")
    tiers = parser.add_mutually_exclusive_group()
    for tier in TIMES:
        tiers.add_argument(f"--{tier}", dest="tier", action="store_const", const=tier)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--only", metavar="NAME", choices=sorted(QUICK))
    parser.add_argument("--dir", type=pathlib.Path, help="scratch; removed at the end when not given")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 2)
    options = parser.parse_args()
    options.tier = options.tier or "quick"
    if options.seed is None:
        options.seed = random.randrange(1, 1 << 24)
    options.seed &= (1 << 24) - 1
    began = time.monotonic()
    say(f"fuzz: seed {options.seed}; building in {BUILD.relative_to(ROOT)}")
    clever = build()
    if not clever:
        say("fuzz: no clang with libFuzzer here: the corpus is changed by chance instead")
    FOUND.mkdir(parents=True, exist_ok=True)
    scratch = options.dir or BUILD / f"scratch-{os.getpid()}"
    scratch.mkdir(parents=True, exist_ok=True)
    names = [options.only] if options.only else list(QUICK)
    try:
        good = canary_dies(clever, options.seed + 1, scratch)
        fine, counts = run_all(names, clever, options, scratch)
    finally:
        if not options.dir:
            shutil.rmtree(scratch, ignore_errors=True)
    good &= fine
    print(f"prove fuzz: result={'ok' if good else 'FAILED'} seed={options.seed} "
          f"execs={sum(counts.values())} damaged={counts.get('store', 0)} targets={len(names)} "
          f"plan={plan_of(names, clever, options)} seconds={time.monotonic() - began:.0f}")
    sys.exit(0 if good else 1)


main()
