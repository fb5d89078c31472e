#!/usr/bin/env python3
"""The bindings beside C, in turns on one machine: bindings.py BUILD [--rounds N] [--check].

Jobs: durable holds of two seats one by one, in batches of 1,000, asynchronous with 64 in flight, and a
read. Each language has a program that does one job and prints one number; the middle of the rounds is
shown. --check ends with 1 where a figure of the project is missed (batch ≥ half of C; a read at most
2 µs above C in Python, 1 µs in Node)."""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bindings/python/tests"))
JOBS = ("single", "batch", "async", "read")
READ_ABOVE_NS = {"Python": 2000, "Node": 1000}


def languages(build):
    """Name, command and environment of every program there is."""
    found = [("C", [str(build / "bench/bench_binding")], None)]
    if (build / "bindings/python/_core.abi3.so").exists():
        import run_tests

        found.append(("Python", [sys.executable, str(ROOT / "bindings/python/bench/bench.py")], run_tests.environment(build)))
    node = ROOT / "bindings/node/bench.mjs"
    if node.exists() and shutil.which("node"):
        found.append(("Node", [shutil.which("node"), str(node)], dict(os.environ, TICKETCORE_BUILD=str(build))))
    return found


def one(command, env, job, where):
    with tempfile.TemporaryDirectory(dir=where) as folder:
        done = subprocess.run([*command, job, str(pathlib.Path(folder) / "store")], env=env, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command[-1]} {job}: {done.stderr[-2000:]}")
    return float(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--folder", default=None, help="where the stores lie; the default is the build folder")
    given = parser.parse_args()
    programs = languages(given.build.resolve())
    where = given.folder or given.build.resolve()
    missed = []
    print(f"{'':22}" + "".join(f"{name:>16}" for name, _, _ in programs))
    for job in JOBS:
        rounds = [[one(command, env, job, where) for _, command, env in programs] for _ in range(given.rounds)]
        middle = [statistics.median(column) for column in zip(*rounds)]
        row = f"{job + (' (ns a call)' if job == 'read' else ' (a second)'):22}"
        for (name, _, _), value in zip(programs, middle):
            if job == "read":
                row += f"{value:9.0f} {value - middle[0]:+6.0f}" if name != "C" else f"{value:9.0f}       "
                if name in READ_ABOVE_NS and value - middle[0] > READ_ABOVE_NS[name]:
                    missed.append(f"{name}: a read is {value - middle[0]:.0f} ns above C")
            else:
                row += f"{value:9.0f} {value / middle[0]:5.2f}×" if name != "C" else f"{value:9.0f}       "
                if job == "batch" and value < 0.5 * middle[0]:
                    missed.append(f"{name}: batches at {value / middle[0]:.2f} of C")
        print(row)
    print("\n".join(missed))
    sys.exit(1 if missed and given.check else 0)


main()
