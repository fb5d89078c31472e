#!/usr/bin/env python3
"""Planted defects: each patch in tests/planted/ breaks the engine in one way, and must be caught by
the test or harness its header names. The tree is copied, built once, and rebuilt for each patch.

A patch's header, before its unified diff against the root:
    Defect: its name, as its file's
    What: one sentence
    Catch: a program below the build folder and its arguments; several lines, cheapest first
`--check` only looks whether every patch still applies; ./dev lint calls it."""
import argparse
import os
import pathlib
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PATCHES = ROOT / "tests/planted"
SECONDS_MAX = 120  # a catcher that takes longer has caught a hang
LEAST = 20


class Defect:
    def __init__(self, path):
        self.path = path
        head = path.read_text().split("\n--- ", 1)[0]
        fields = re.findall(r"^(Defect|What|Catch): (.+)$", head, re.M)
        self.name = next((v for k, v in fields if k == "Defect"), "")
        self.what = next((v for k, v in fields if k == "What"), "")
        self.catchers = [v for k, v in fields if k == "Catch"]
        if self.name != path.stem or not self.what or not self.catchers:
            sys.exit(f"{path.name}: the header must have Defect (the file's name), What and Catch")


def load(only):
    defects = [Defect(path) for path in sorted(PATCHES.glob("*.patch"))]
    chosen = [d for d in defects if only in (None, d.name)]
    if not chosen:
        sys.exit(f"planted: there is no defect {only}; there are: " + ", ".join(d.name for d in defects))
    return chosen


def check(defects):
    failed = 0
    for defect in defects:
        done = subprocess.run(["git", "apply", "--check", str(defect.path)], cwd=ROOT,
                              capture_output=True, text=True)
        if done.returncode:
            failed += 1
            print(f"{defect.path.relative_to(ROOT)} does not apply any more:\n{done.stderr.strip()}")
    print(f"planted: {len(defects)} patches, {failed} do not apply")
    return 1 if failed or len(defects) < LEAST else 0


def files_of_tree():
    """What belongs to the project; outside a repository, all but build folders."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            cwd=ROOT, capture_output=True)
    if listed.returncode == 0:
        return [name for name in listed.stdout.decode().split("\0") if name]
    return [str(path.relative_to(ROOT)) for path in ROOT.rglob("*")
            if not re.match(r"build|\.git$", path.relative_to(ROOT).parts[0])]


def copy_tree(to):
    for name in files_of_tree():
        source = ROOT / name
        if source.is_file():
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def run(command, cwd, seconds=None, env=None):
    """Exit status and output; 124 after the time is over."""
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                               text=True, errors="replace", start_new_session=True, env=env)
    try:
        out, _ = process.communicate(timeout=seconds)
        return process.returncode, out
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return 124, "it took too long"


class Tree:
    """A copy of the project, its build folder, and what is known of its catchers."""

    def __init__(self, folder):
        self.source = folder / "tree"
        self.build = self.source / "build-planted"
        self.scratch = folder / "scratch"
        self.scratch.mkdir(parents=True)
        self.env = dict(os.environ, TMPDIR=str(self.scratch))
        self.sound = {}
        copy_tree(self.source)
        self.must(["meson", "setup", str(self.build), "-Dbuildtype=debug", "-Dwerror=false",
                   "-Dexamples=false", "-Dbench=false", "-Dwarning_level=0"], self.source)

    def must(self, command, cwd):
        status, out = run(command, cwd)
        if status:
            sys.exit(f"planted: {shlex.join(command)} failed\n{out[-3000:]}")

    def ninja(self, targets):
        return run(["ninja", "-C", str(self.build), *sorted(targets)], self.source)

    def catch(self, catcher):
        """Did it fail? None: it could not be built."""
        words = shlex.split(catcher)
        status, out = self.ninja([words[0]])
        if status:
            return None, out
        folder = self.build / pathlib.Path(words[0]).parent
        status, out = run([str(self.build / words[0]), *words[1:]], folder, SECONDS_MAX, self.env)
        return status != 0, out

    def apply(self, defect, reverse=False):
        command = ["patch", "-p1", "--quiet", "--no-backup-if-mismatch", "-i", str(defect.path)]
        self.must(command + (["-R"] if reverse else []), self.source)


def try_defect(tree, defect, say):
    """Name of the catcher that caught it, or None."""
    for catcher in defect.catchers:
        if catcher not in tree.sound:
            failed, out = tree.catch(catcher)
            tree.sound[catcher] = failed is False
            if failed is not False:
                sys.exit(f"planted: {catcher} fails without any defect\n{out[-3000:]}")
    tree.apply(defect)
    try:
        for catcher in defect.catchers:
            failed, out = tree.catch(catcher)
            if failed is None:
                sys.exit(f"planted: {defect.name} does not compile\n{out[-3000:]}")
            if failed:
                say(out)
                return catcher
    finally:
        tree.apply(defect, reverse=True)
    return None


def main():
    parser = argparse.ArgumentParser(prog="planted", description="Plant defects and see them caught.")
    for tier in ("quick", "full", "soak"):
        parser.add_argument(f"--{tier}", action="store_true", help="all tiers are the same here")
    parser.add_argument("--seed", type=int, default=None, help="order of the defects")
    parser.add_argument("--only", metavar="NAME", help="one defect")
    parser.add_argument("--check", action="store_true", help="only: does every patch apply?")
    parser.add_argument("--list", action="store_true", help="the defects and their catchers")
    parser.add_argument("--show", action="store_true", help="print what the catchers say")
    options = parser.parse_args()
    defects = load(options.only)
    if options.check:
        sys.exit(check(defects))
    if options.list:
        for defect in defects:
            print(f"{defect.name}: {defect.what} | {'; '.join(defect.catchers)}")
        return
    seed = options.seed if options.seed is not None else random.randrange(1, 1 << 31)
    random.Random(seed).shuffle(defects)
    began, caught = time.monotonic(), 0
    say = print if options.show else lambda out: None
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        tree = Tree(pathlib.Path(folder))
        programs = {shlex.split(c)[0] for d in defects for c in d.catchers}
        print(f"planted: building {len(programs)} programs for {len(defects)} defects", file=sys.stderr)
        tree.must(["ninja", "-C", str(tree.build), *sorted(programs)], tree.source)
        width = max(len(d.name) for d in defects)
        print(f"{'defect':<{width}} | caught by | seconds", flush=True)
        for defect in defects:
            start = time.monotonic()
            by = try_defect(tree, defect, say)
            caught += by is not None
            print(f"{defect.name:<{width}} | {by or 'NOBODY: ' + defect.what} | "
                  f"{time.monotonic() - start:.1f}", flush=True)
    good = caught == len(defects) and (options.only or len(defects) >= LEAST)
    print(f"prove planted: result={'ok' if good else 'FAILED'} seed={seed} planted={len(defects)} "
          f"caught={caught} seconds={time.monotonic() - began:.0f}")
    sys.exit(0 if good else 1)


main()
