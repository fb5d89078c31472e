#!/usr/bin/env python3
"""Instructions of the hot operations, counted by callgrind: instructions.py BUILD [--write] [--check].

bench_instructions runs each operation in a function of its own; what is in it and below it is counted,
its preparation is not. The counts beside those kept in bench/instructions.def; --write renews the file,
--check ends with 1 when an operation has grown by more than 5 %, is new, or is gone. Counts hang on the
compiler and the libraries, so with other tools than those the file names they are shown, not judged."""
import argparse
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
KEPT = ROOT / "bench/instructions.def"
GROWTH_MAX = 0.05
STORES = ("memory", "disk")
HEAD = """# Instructions an operation, counted in a release build by callgrind. Written by
# ./dev bench instructions --write; ./dev ci fails when one grows by more than 5 %.
# memory: the store in memory; disk: the store on disk, relaxed.
"""


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:
        return "none"
    return (done.stdout.splitlines() or ["none"])[0].strip()


def tools(build):
    """What the counts hang on besides our own sources."""
    comment = subprocess.run(["readelf", "-p", ".comment", str(build / "bench/bench_instructions")],
                             capture_output=True, text=True).stdout
    compiler = sorted(set(re.findall(r"\]\s+(.+)", comment)))
    versions = [f"{name} {first_line('pkg-config', '--modversion', name)}" for name in ("libsodium", "lmdb", "libxxhash")]
    return "; ".join([*compiler, first_line("ldd", "--version"), *versions, first_line("valgrind", "--version"),
                      os.uname().machine])


def inclusive(text):
    """Cost of every measured_ function with what it calls, from a callgrind file."""
    names, costs, inside = {}, collections.Counter(), None
    for line in text.splitlines():
        found = re.match(r"(c?fn)=\((\d+)\)(?: (.*))?", line)
        if found:
            kind, number, name = found.groups()
            if name:
                names[number] = name
            if kind == "fn":
                inside = names[number] if names[number].startswith("measured_") else None
        elif inside and (cost := re.match(r"[+\-*\d]+ (\d+)$", line)):
            costs[inside.removeprefix("measured_")] += int(cost.group(1))
    total = re.search(r"^summary: (\d+)", text, re.M)
    if not total or sum(costs.values()) != int(total.group(1)):
        sys.exit(f"callgrind counted {total and total.group(1)}, the operations have {sum(costs.values())}")
    return costs


def count(build, store):
    with tempfile.TemporaryDirectory(dir=build) as folder:
        out = pathlib.Path(folder) / "callgrind.out"
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--quiet", "--collect-atstart=no", "--toggle-collect=measured_*",
             f"--callgrind-out-file={out}", str(build / "bench/bench_instructions"), store, f"{folder}/store"],
            capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"bench_instructions {store}: {done.stderr[-2000:]}")
        costs = inclusive(out.read_text())
    found = {}
    for line in done.stdout.splitlines():
        name, operations, what = line.split("\t")
        found[name, store] = (round(costs[name] / int(operations)), what)
    return found


def read_kept(path):
    kept, with_tools = {}, ""
    for line in path.read_text().splitlines() if path.exists() else []:
        if line.startswith("# tools: "):
            with_tools = line.removeprefix("# tools: ")
        elif line and not line.startswith("#"):
            name, store, number = line.split()[:3]
            kept[name, store] = int(number)
    return kept, with_tools


def write(path, found, with_tools):
    lines = [f"{name:22} {store:6} {number:10}  {what}" for (name, store), (number, what) in found.items()]
    path.write_text(HEAD + f"# tools: {with_tools}\n" + "\n".join(lines) + "\n")
    print(f"written: {path.name}, {len(found)} counts")


def compare(found, kept):
    """Prints the counts beside the kept ones; what is wrong, in sentences."""
    wrong = [f"{name} ({store}) is kept but not counted" for name, store in kept if (name, store) not in found]
    print(f"{'operation':22} {'store':6} {'kept':>10} {'now':>10} {'':>8}")
    for (name, store), (number, what) in found.items():
        before = kept.get((name, store))
        if before is None:
            wrong.append(f"{name} ({store}) is counted but not kept")
        elif number > before * (1 + GROWTH_MAX):
            wrong.append(f"{name} ({store}) has grown from {before} to {number} instructions")
        change = f"{(number / before - 1) * 100:+.1f} %" if before else "new"
        print(f"{name:22} {store:6} {before or '':>10} {number:10} {change:>8}  {what}")
    return wrong


def self_test():
    """The comparison can fail: a growth of 6 %, a count that is new and one that is gone are found."""
    found = {("a", "disk"): (106, ""), ("b", "disk"): (105, ""), ("c", "disk"): (1, "")}
    wrong = compare(found, {("a", "disk"): 100, ("b", "disk"): 100, ("d", "disk"): 1})
    if len(wrong) != 3:
        sys.exit(f"the comparison found {wrong}")
    text = "fn=(1) measured_x\n3 10\ncfn=(2) y\ncalls=1 0\n4 90\n\nfn=(2)\n7 90\n"
    if inclusive(text + "summary: 100\n") != {"x": 100}:
        sys.exit("the reader of callgrind's file is wrong")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="keep what is counted now")
    parser.add_argument("--check", action="store_true", help="end with 1 where one has grown")
    parser.add_argument("--self-test", action="store_true", help="only see that the comparison can fail")
    given = parser.parse_args()
    if given.self_test:
        return self_test()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not installed")
    build = given.build.resolve()
    found = {}
    for store in STORES:
        found.update(count(build, store))
    here = tools(build)
    if given.write:
        return write(KEPT, found, here)
    kept, there = read_kept(KEPT)
    wrong = compare(found, kept)
    print("\n".join(wrong))
    if here != there:
        print(f"not judged, for the tools are others\n  kept with {there}\n  now {here}")
        return
    if wrong and given.check:
        sys.exit("more instructions than kept: mend it, or ./dev bench instructions --write and say why")


main()
