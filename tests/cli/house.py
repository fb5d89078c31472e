"""What the tests of the command-line tool share: test_<what>.py TICKETCORE [name…].

Every test gets a copy of one prepared house: a published map of 60 seats in two categories, an event
on sale, three prices, a pool. Closing lines: cmocka's, which the counter of tests reads, and
"N passed, N failed".
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

TOOL = os.path.abspath(sys.argv[1])
REFUSED, USAGE, CONFLICT, STORE = 1, 2, 3, 5
SECRET = re.compile(r"^[0-9a-f]{32}$")
RFC3339 = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
TESTS = []


def test(function):
    TESTS.append(function)
    return function


class House:
    """A store and the tool on it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.store = str(self.folder / "house")

    def run(self, *words, code=0, env=None, stdin=None):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("TICKETCORE_")}
        environment["TICKETCORE_STORE"] = self.store
        environment.update(env or {})
        done = subprocess.run([TOOL, *map(str, words)], capture_output=True, text=True,
                              env=environment, input=stdin, cwd=self.folder, timeout=120)
        assert done.returncode == code, \
            f"{words}: exit code {done.returncode}, wanted {code}\n{done.stdout}{done.stderr}"
        return done

    def run_code(self, *words):
        """The exit code alone, where more than one is right."""
        done = subprocess.run([TOOL, "-s", self.store, *map(str, words)], capture_output=True,
                              cwd=self.folder, timeout=120)
        return done.returncode

    def text(self, *words, **more):
        return self.run(*words, **more).stdout

    def rows(self, *words, **more):
        return [json.loads(line) for line in self.run(*words, "--json", **more).stdout.splitlines()]

    def one(self, *words, **more):
        rows = self.rows(*words, **more)
        assert len(rows) == 1, rows
        return rows[0]

    def refused(self, code, *words, **more):
        """The error as people read it, one line at least, and nothing on standard output."""
        done = self.run(*words, code=code, **more)
        assert done.stdout == "", done.stdout
        assert done.stderr.startswith("ticketcore: "), done.stderr
        return done.stderr

    def usage(self, *words, **more):
        line = self.refused(USAGE, *words, **more)
        assert line.count("\n") == 1, line
        return line

    def error(self, code, *words, **more):
        """The error as JSON."""
        done = self.run(*words, "--json", code=code, **more)
        assert done.stdout == "", done.stdout
        lines = done.stderr.splitlines()
        assert len(lines) == 1, lines
        return json.loads(lines[0])

    def hold(self, seats, *more):
        hold = self.one("hold", "create", 1, "--seats", seats, *more)
        return hold["hold"], hold["secret"]

    def paid(self, seats, *more):
        hold, secret = self.hold(seats)
        return self.one("order", "create", hold, "--secret", secret, "--method", "paid", *more)


def seats_csv():
    lines = ["section,row,seat,category"]
    for row in "ABCDEF":
        for seat in range(1, 11):
            lines.append(f"Stalls,{row},{seat},{'Gold' if row < 'C' else 'Silver'}")
    return "\n".join(lines) + "\n"


def prepare(folder):
    house = House(folder)
    (house.folder / "hall.csv").write_text(seats_csv())
    house.run("init")
    house.run("venue", "create", "--name", "Opera", "--city", "Wien", "--country", "AT",
              "--time-zone", "Europe/Vienna")
    house.run("map", "import", "hall.csv", "--name", "Hall", "--venue", 1)
    house.run("map", "publish", 1)
    house.run("event", "create", "--name", "First night", "--starts", "+30d", "--currency", "EUR",
              "--map", 1, "--venue", 1, "--status", "on-sale", "--tag", "opera", "--tag", "new")
    house.run("pool", "create", 1, "--name", "Standing", "--capacity", 50)
    house.run("price", "add", 1, "--name", "Gold", "--price", "50.00", "--category", 1)
    house.run("price", "add", 1, "--name", "Silver", "--price", "30.00", "--category", 2,
              "--fee", "1.50")
    house.run("price", "add", 1, "--name", "Standing", "--price", "10.00", "--pool", 1)


def main():
    """Run the tests that were defined; answer the exit code."""
    wanted = sys.argv[2:]
    chosen = [t for t in TESTS if not wanted or t.__name__ in wanted]
    failed = []
    with tempfile.TemporaryDirectory(prefix="ticketcore-cli-") as folder:
        prepare(folder)
        for function in chosen:
            copy = folder + "-" + function.__name__
            shutil.copytree(folder, copy)
            print(f"[ RUN      ] {function.__name__}", flush=True)
            try:
                function(House(copy))
                print(f"[       OK ] {function.__name__}", flush=True)
            except Exception:  # a test may fail in any way; the others still run
                traceback.print_exc(file=sys.stdout)
                failed.append(function.__name__)
            finally:
                shutil.rmtree(copy, ignore_errors=True)
    passed = len(chosen) - len(failed)
    print(f"[  PASSED  ] {passed} test(s).")
    if failed:
        print(f"[  FAILED  ] {len(failed)} test(s), listed below:")
        for name in failed:
            print(f"[  FAILED  ] {name}")
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)
