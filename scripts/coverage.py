#!/usr/bin/env python3
"""Measure which branches of src/ the tests take, and hold the files that decide to all of them.

Builds with gcc's instrumentation in build/coverage/tree, runs the tests and a short part of every
proof, and writes build/coverage/index.html for people. What stays uncovered in the files of DECIDE
must be in docs/proof/uncovered.def, each with its reason; an entry that is no longer true fails too.
With --write the table in docs/proof/coverage.md is brought up to date. What counts and what does not
is said there. The last line is `prove coverage: result=ok …` for ./dev prove."""
import argparse
import fnmatch
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "build/coverage"
TREE = OUT / "tree"
PAGE = ROOT / "docs/proof/coverage.md"
EXCUSES = ROOT / "docs/proof/uncovered.def"
BEGIN, END = "<!-- made by scripts/coverage.py --write -->", "<!-- end -->"
# Of all branches of src/ at least so many, and so many are wanted (which is told, and not reached
# yet); of the files below all that are not excused.
LEAST, WANTED = 89.0, 95.0
# The files that decide on seats, on money and on secrets, and on who may do what with them.
DECIDE = [
    ("seats", "src/inventory/*.c", "who holds and who gets a seat or a place"),
    ("money", "src/base/money.*", "sums, rounding, currencies"),
    ("money", "src/sales/*.c", "quotes, orders, refunds, the books"),
    ("money", "src/payment/*.c", "the saga, provider events, the ledger"),
    ("secrets", "src/base/secret.*", "random secrets, keyed hashes, comparing"),
    ("secrets", "src/tickets/barcode.c", "what a barcode says and its signature"),
    ("secrets", "src/tickets/key.c", "signing keys and their rotation"),
    ("secrets", "src/tickets/checkin.c", "who is let in"),
    ("secrets", "src/tickets/change.c", "void, reissue, transfer"),
    ("secrets", "src/tickets/ticket.c", "a ticket and its secret"),
    ("secrets", "src/outbox/webhook.c", "signatures of webhooks"),
    ("secrets", "src/engine/requests.c", "a request id takes effect once"),
]
# Left out of the deciding set although the pattern says it: they only look at what others decided.
ONLY_LOOK = ["src/*/verify.c", "src/inventory/availability.c"]
# Meson's suites and, beyond them, programs below the tree with their arguments. Seeds are fixed: what
# is covered must not depend on the day.
SKIPPED_TESTS = ["abi installed tree", "python slow", "node", "node slow"]
PROGRAMS = [
    ["tests/model/prove_simulate", "--short", "--seed", "20260102"],
    ["tests/model/prove_simulate", "--short", "--seed", "20260103"],
    ["tests/fault/prove_inside", "--quick", "--seed", "1"],
    ["tests/fault/prove_faults", "--quick", "--seed", "1", "--only", "engine"],
    ["tests/fault/prove_memory", "--quick", "--seed", "1"],
]
# Fuzz targets, by their corpora changed by chance from a fixed seed: how many changed inputs.
REPLAYS = {"map_csv": 60000, "map_ticketcore": 60000, "map_pretix": 60000, "schema": 60000,
           "template": 20000, "zone": 20000, "barcode": 20000, "decode": 10000, "load": 3000,
           "commands": 2000, "store": 3000}
PROGRAMS += [[f"fuzz/replay_{name}", f"-runs={runs}", "-seed=1", str(ROOT / "fuzz/corpus" / name)]
             for name, runs in REPLAYS.items()]
# Ends that would leave without writing down what was covered write it down first.
FLAGS = ["-fprofile-update=atomic", "-D_exit=exit"]


def say(text):
    print(text, file=sys.stderr, flush=True)


def run(what, command, check=True, **more):
    began = time.monotonic()
    done = subprocess.run([str(c) for c in command], cwd=ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, errors="replace", **more)
    say(f"coverage: {what}: {time.monotonic() - began:.0f} s"
        + ("" if done.returncode == 0 else f", ended with {done.returncode}"))
    if check and done.returncode != 0:
        sys.stdout.write(done.stdout[-4000:])
        sys.exit(f"coverage: {what} failed: {' '.join(map(str, command))}")
    return done


def build():
    again = ["--reconfigure"] if (TREE / "build.ninja").exists() else []
    run("setting up", ["meson", "setup", *again, TREE, "-Dbuildtype=debug", "-Doptimization=0",
                       "-Db_coverage=true", "-Db_lundef=false", "-Dbench=false", "-Dexamples=false",
                       "-Dc_args=" + json.dumps(FLAGS).replace('"', "'")],
        env=dict(os.environ, CC="gcc"))
    run("building", ["ninja", "-C", TREE])


def run_tests(jobs):
    """Everything that is to be counted; answers what failed."""
    for old in TREE.rglob("*.gcda"):
        old.unlink()
    tests = json.loads(run("listing the tests", ["meson", "introspect", TREE, "--tests"]).stdout)
    names = [t["name"] for t in tests if t["name"] not in SKIPPED_TESTS]
    done = run(f"{len(names)} tests", ["meson", "test", "-C", TREE, "--no-rebuild",
                                       "--timeout-multiplier", "4", "--num-processes", jobs, *names],
               check=False)
    failed = re.findall(r"^ *\d+/\d+ (?:\S+:)?(.*?)\s+(?:FAIL|TIMEOUT|ERROR)\b", done.stdout, re.M)
    if done.returncode != 0 and not failed:
        failed = ["meson test"]
    for program, *arguments in PROGRAMS:
        if (TREE / program).exists():
            if run(f"{program} {' '.join(arguments)}", [TREE / program, *arguments], check=False).returncode:
                failed.append(program)
    return failed


def assertion_lines(text):
    """The lines over which assertions reach: their failing branch ends the process."""
    lines, inside, depth = set(), False, 0
    for number, line in enumerate(text.splitlines(), 1):
        at = 0
        if not inside and not line.startswith("#"):
            match = re.search(r"\bTCI_(?:DEBUG_)?(?:ASSERT|PROVE)\(", line)
            if match:
                inside, depth, at = True, 0, match.start()
        if inside:
            lines.add(number)
            for mark in re.findall(r"[()]", line[at:]):
                depth += 1 if mark == "(" else -1
                if depth == 0:
                    inside = False
                    break
    return lines


def measure(jobs):
    """What gcov counted, without the branches of assertions."""
    raw = OUT / "raw.json"
    run("reading the counts", ["gcovr", "-r", ROOT, "--object-directory", TREE, "-f", "src/",
                               "--exclude-unreachable-branches", "-j", jobs, "--json", raw, TREE / "src"])
    found = json.loads(raw.read_text())
    for file in found["files"]:
        text = (ROOT / file["file"]).read_text()
        without = assertion_lines(text)
        for line in file["lines"]:
            if line["line_number"] in without:
                line["branches"] = []
    raw.write_text(json.dumps(found))
    run("writing the report", ["gcovr", "-r", ROOT, "-a", raw, "--html-details", OUT / "index.html",
                               "--html-title", "ticketcore: branches taken by the tests"])
    return found["files"]


class File:
    """One file's counts, and its uncovered branches by function."""

    def __init__(self, data):
        self.path = data["file"]
        self.text = (ROOT / self.path).read_text().splitlines()
        starts = sorted((f["lineno"], f["name"]) for f in data["functions"])
        self.branches = self.taken = self.lines = self.run = 0
        self.missed, self.where = {}, {}
        for line in data["lines"]:
            if line.get("gcovr/noncode"):
                continue
            self.lines += 1
            self.run += line["count"] > 0
            without = sum(b["count"] == 0 for b in line["branches"])
            self.branches += len(line["branches"])
            self.taken += len(line["branches"]) - without
            if without:
                name = next((n for at, n in reversed(starts) if at <= line["line_number"]), "?")
                self.missed[name] = self.missed.get(name, 0) + without
                self.where.setdefault(name, []).append(line["line_number"])

    def decides(self):
        if any(fnmatch.fnmatch(self.path, p) for p in ONLY_LOOK):
            return None
        return next((what for what, pattern, _ in DECIDE if fnmatch.fnmatch(self.path, pattern)), None)


def read_excuses():
    """{(file, function): (count, reason)} of docs/proof/uncovered.def."""
    found = {}
    for number, line in enumerate(EXCUSES.read_text().splitlines() if EXCUSES.exists() else [], 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = re.fullmatch(r"(\S+):(\w+)\s+(\d+)\s+(\S.*)", line)
        if not match:
            sys.exit(f"{EXCUSES.name}:{number}: want FILE:FUNCTION BRANCHES REASON")
        found[match[1], match[2]] = int(match[3]), match[4]
    return found


def judge(files):
    """Answers (sentences about what is wrong, excused branches by file)."""
    wrong, excused = [], {}
    excuses = read_excuses()
    for file in files:
        for name, count in file.missed.items():
            allowed, reason = excuses.get((file.path, name), (0, ""))
            if reason:
                excused[file.path] = excused.get(file.path, 0) + min(count, allowed)
            if file.decides() and count > allowed:
                at = ", ".join(map(str, file.where[name]))
                wrong.append(f"{file.path}:{name}: {count} branches not taken, {allowed} excused (lines {at})")
    missed = {(f.path, n): c for f in files for n, c in f.missed.items()}
    for key, (allowed, _) in excuses.items():
        if key not in missed:
            wrong.append(f"{EXCUSES.name}: {':'.join(key)}: every branch is taken, or it is gone: stale")
        elif missed[key] < allowed:
            say(f"coverage: {EXCUSES.name}: {':'.join(key)}: {allowed} excused, {missed[key]} not taken")
    return wrong, excused


def percent(part, whole):
    return 100.0 * part / whole if whole else 100.0


def row(name, files, excused):
    branches, taken = sum(f.branches for f in files), sum(f.taken for f in files)
    lines, ran = sum(f.lines for f in files), sum(f.run for f in files)
    return (f"| {name} | {branches} | {percent(taken, branches):.1f} | {branches - taken} | "
            f"{sum(excused.get(f.path, 0) for f in files)} | {percent(ran, lines):.1f} |")


def table(files, excused):
    head = "| what | branches | taken, % | not taken | of these excused | lines run, % |\n| --- | --- | --- | --- | --- | --- |"
    deciding = [f for f in files if f.decides()]
    rows = [head, row("**all of src/**", files, excused),
            row("**the library** (without `src/cli`)", [f for f in files if "/cli/" not in f.path], excused),
            row("**what decides**", deciding, excused)]
    for what in dict.fromkeys(w for w, _, _ in DECIDE):
        rows.append(row(f"what decides on {what}", [f for f in deciding if f.decides() == what], excused))
    for folder in sorted({f.path.split("/")[1] for f in files}):
        rows.append(row(f"`src/{folder}`", [f for f in files if f.path.split("/")[1] == folder], excused))
    rows += ["", "By file; a star marks the files that decide.", "", head]
    rows += [row(f"`{f.path}`{' *' if f.decides() else ''}", [f], excused) for f in files if f.branches]
    return "\n".join(rows)


def write_page(files, excused):
    text = PAGE.read_text()
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    PAGE.write_text(f"{before}{BEGIN}\n{table(files, excused)}\n{END}{after}")
    say(f"coverage: the table in {PAGE.relative_to(ROOT)} is up to date")


def show(files, pattern):
    """The branches not taken, line by line, of files whose path contains the text."""
    counts = json.loads((OUT / "raw.json").read_text())["files"]
    for data in counts:
        if pattern not in data["file"]:
            continue
        text = (ROOT / data["file"]).read_text().splitlines()
        for line in data["lines"]:
            if any(b["count"] == 0 for b in line["branches"]):
                marks = "".join("+" if b["count"] else "-" for b in line["branches"])
                print(f"{data['file']}:{line['line_number']}: {marks:8} {text[line['line_number'] - 1].strip()}")


def main():
    parser = argparse.ArgumentParser(prog="coverage", description=__doc__.splitlines()[0])
    for tier in ("quick", "full", "soak"):
        parser.add_argument(f"--{tier}", action="store_true", help="all the same here")
    parser.add_argument("--seed", default="0", help="taken and not used: what is run is fixed")
    parser.add_argument("--again", action="store_true", help="judge the counts of the last run")
    parser.add_argument("--write", action="store_true", help="bring docs/proof/coverage.md up to date")
    parser.add_argument("--show", metavar="TEXT", help="list what is not taken in files named like this")
    parser.add_argument("--jobs", default=str(os.cpu_count() or 2))
    options = parser.parse_args()
    began, failed = time.monotonic(), []
    for tool in ("gcovr", "gcc", "meson", "ninja"):
        if not shutil.which(tool):
            sys.exit(f"coverage: {tool} is not installed; ./dev setup installs what is needed")
    OUT.mkdir(parents=True, exist_ok=True)
    if not options.again:
        build()
        failed = run_tests(options.jobs)
    found = measure(options.jobs)
    files = sorted((File(f) for f in found), key=lambda f: f.path)
    if options.show:
        show(files, options.show)
    wrong, excused = judge(files)
    if options.write:
        write_page(files, excused)
    branches, taken = sum(f.branches for f in files), sum(f.taken for f in files)
    lines, ran = sum(f.lines for f in files), sum(f.run for f in files)
    deciding = [f for f in files if f.decides()]
    sound = sum(f.branches for f in deciding)
    decided = sum(f.taken for f in deciding)
    settled = sum(f.taken + min(excused.get(f.path, 0), f.branches - f.taken) for f in deciding)
    if percent(taken, branches) < LEAST:
        wrong.append(f"{percent(taken, branches):.1f} % of the branches of src/ are taken, under {LEAST}")
    if percent(taken, branches) < WANTED:
        print(f"coverage: {percent(taken, branches):.1f} % of the branches of src/ are taken; {WANTED} are wanted")
    for sentence in wrong:
        print(f"coverage: {sentence}")
    for name in failed:
        print(f"coverage: the test \"{name}\" failed under the measurement")
    print(f"coverage: the report is {OUT.relative_to(ROOT)}/index.html", flush=True)
    print(f"prove coverage: result={'FAILED' if wrong or failed else 'ok'} seed=0 "
          f"branches={percent(taken, branches):.1f} lines={percent(ran, lines):.1f} "
          f"deciding={percent(decided, sound):.1f} unexcused={sound - settled} missed={branches - taken} "
          f"excused={sum(excused.values())} seconds={time.monotonic() - began:.0f}")
    sys.exit(1 if wrong or failed else 0)


if __name__ == "__main__":
    main()
