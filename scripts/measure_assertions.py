#!/usr/bin/env python3
"""What do the assertions that stay on in release builds cost? Two release builds of the same commit
are made below build/assertions, one with TCI_ASSERT taken out of its copy of base.h (nothing in the
tree can be built so), and the same jobs of the benchmark are counted (callgrind: instructions an
operation) and timed (processor time, interleaved, medians). Prints the table of docs/proof/assertions.md."""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "build/assertions"
ALWAYS = re.compile(r"#define TCI_ASSERT\(expression\)[^\n]*\\\n[^\n]*\n")
JOBS = [
    ("hold, 512 a batch, memory", ["--job", "hold", "--batch", "512", "--mode", "memory"], 4096),
    ("hold → confirm, 512 a batch, memory", ["--job", "confirm", "--batch", "512", "--mode", "memory"], 4096),
    ("hold, 512 a batch, relaxed", ["--job", "hold", "--batch", "512", "--mode", "relaxed"], 4096),
    ("hold → confirm, 512 a batch, relaxed", ["--job", "confirm", "--batch", "512", "--mode", "relaxed"], 4096),
    ("hold → confirm, one a call, relaxed", ["--job", "confirm", "--batch", "1", "--mode", "relaxed"], 2048),
]


def run(*command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout + done.stderr


def build(name, without):
    """A release build of HEAD; answers its benchmark."""
    tree = OUT / name
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    subprocess.run(["tar", "x"], cwd=tree, input=archive, check=True)
    if without:
        base = tree / "src/base/base.h"
        text, n = ALWAYS.subn("#define TCI_ASSERT(expression) ((void)sizeof(!(expression)))\n", base.read_text())
        if n != 1:
            sys.exit("measure_assertions: TCI_ASSERT is not where it was in base.h")
        base.write_text(text)
    run("meson", "setup", tree / "b", tree, "-Dbuildtype=release", "-Ddebug=true", "-Db_ndebug=true",
        "-Dtests=false", "-Dexamples=false", "-Dcli=false", "-Dwerror=false")
    run("ninja", "-C", tree / "b")
    return tree / "b/bench/bench"


def bench(program, words, ops, before=()):
    return run(*before, program, "--of", "ticketcore", "--clients", "1", "--seconds", "600", "--ops", ops, *words,
               "--dir", os.environ.get("TMPDIR") or ("/dev/shm" if os.access("/dev/shm", os.W_OK) else "/tmp"))


def instructions(program, words, ops):
    """Instructions an operation: of twice as many operations, less those of so many."""
    counts = []
    for n in (ops, 2 * ops):
        text = bench(program, words, n, ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"])
        counts.append(sum(map(int, re.findall(r"Collected : (\d+)", text))))  # of all its processes
    return (counts[1] - counts[0]) / ops


def cpu_us(program, words, ops):
    """Microseconds of processor time an operation, in the program itself."""
    return float(re.search(r"CPU ([\d.]+) \+", bench(program, words, ops))[1])


def main():
    parser = argparse.ArgumentParser(prog="measure_assertions", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15, help="timed runs of each; interleaved")
    options = parser.parse_args()
    programs = {"with": build("with", False), "without": build("without", True)}
    print("| job | instructions an operation, with | without | cost | processor µs an operation, with | without | cost |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, words, ops in JOBS:
        counted = {k: instructions(p, words, ops) for k, p in programs.items()}
        timed = {k: [] for k in programs}
        for _ in range(options.rounds):
            for k, p in programs.items():
                timed[k].append(cpu_us(p, words, 16 * ops))
        us = {k: statistics.median(v) for k, v in timed.items()}
        print(f"| {name} | {counted['with']:,.0f} | {counted['without']:,.0f} | "
              f"{100 * (counted['with'] / counted['without'] - 1):.1f} % | {us['with']:.2f} | "
              f"{us['without']:.2f} | {100 * (us['with'] / us['without'] - 1):.1f} % |", flush=True)


main()
