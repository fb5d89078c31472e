#!/usr/bin/env python3
"""Runs the tool's demonstration small and quick and holds its last line to what it promises: a house
sold out exactly, processes killed, nothing sold twice, lost or out of balance. Also its refusals."""
import json
import os
import re
import subprocess
import sys
import tempfile

TOOL = sys.argv[1]
LINE = re.compile(
    r"demo: seats=(?P<seats>\d+) sold=(?P<sold>\d+) held=(?P<held>\d+) free=(?P<free>\d+) "
    r"orders=(?P<orders>\d+) refunded=(?P<refunded>\d+) messages=(?P<messages>\d+) "
    r"kills=(?P<kills>\d+) holds_per_s=(?P<holds_per_s>\d+) double_sold=(?P<double_sold>\d+) "
    r"lost=(?P<lost>\d+) money_balance=(?P<money_balance>-?\d+)")


def run(*arguments, code=0):
    """The finished process; complains when it answers another exit code."""
    done = subprocess.run([TOOL, "demo", *arguments], capture_output=True, text=True, timeout=240)
    if done.returncode != code:
        sys.exit(f"demo {' '.join(arguments)}: exit code {done.returncode}, not {code}\n"
                 f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done


def want(truth, sentence):
    if not truth:
        sys.exit(f"demo: {sentence}")


def check_numbers(n, seats):
    want(n["seats"] == seats, f"seats={n['seats']}, not {seats}")
    want(n["sold"] == seats and n["held"] == 0 and n["free"] == 0, f"the house is not sold out: {n}")
    want(n["kills"] >= 5, f"only {n['kills']} kills")
    want(n["orders"] > 0 and n["messages"] >= n["orders"], f"orders without messages: {n}")
    want(n["holds_per_s"] > 0, f"no holds: {n}")
    want(n["double_sold"] == 0 and n["lost"] == 0 and n["money_balance"] == 0, f"not exact: {n}")


def small_sale(folder):
    """The whole evening, the store kept: last line, pictures, and nothing left running."""
    store = os.path.join(folder, "store")
    out = os.path.join(folder, "pictures", "deep")
    done = run("--seats", "600", "--seconds", "5", "--buyers", "8", "--store", store, "--out", out,
               "--seed", "7")
    last = done.stdout.rstrip("\n").split("\n")[-1]
    match = LINE.fullmatch(last)
    want(match, f"the last line is \"{last}\"")
    check_numbers({key: int(value) for key, value in match.groupdict().items()}, 600)
    svg = os.path.join(out, "house.svg")
    want(os.path.exists(svg), "there is no picture")
    with open(svg, encoding="utf-8") as file:
        want("<svg" in file.read(400), "the picture is no SVG")
    want(os.path.isdir(store + ".books"), "the books are not beside the store")
    again = run("--seats", "600", "--store", store, code=2)
    want("exists" in again.stderr, f"an existing store is refused without a reason: {again.stderr}")
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout
    want(store not in listing, "a process of the demonstration is still running")


def small_map(folder):
    """A map from a file, in CSV, and the answer as JSON."""
    path = os.path.join(folder, "map.csv")
    rows = [f"Hall,{row},{seat},{seat * 60},{row * 100},{'Front' if row < 5 else 'Back'}"
            for row in range(1, 13) for seat in range(1, 21)]
    with open(path, "w", encoding="utf-8") as file:
        file.write("section,row,seat,x,y,category\n" + "\n".join(rows) + "\n")
    out = os.path.join(folder, "map-pictures")
    done = run("--map", path, "--seconds", "4", "--buyers", "4", "--processes", "2", "--out", out,
               "--json")
    numbers = json.loads(done.stdout)
    check_numbers(numbers, 240)
    want(numbers["verified"] is True, "the store does not verify")


def edit(path, pattern, replacement):
    """Replace the first match in a file of the books; the match."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    match = re.search(pattern, text, re.M)
    want(match, f"{path} has nothing like {pattern}")
    text = text[:match.start()] + match.expand(replacement) + text[match.end():]
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return match


def audit_finds(folder):
    """The audit of a kept store is good, and each planted falsehood in the books is found."""
    store = os.path.join(folder, "kept")
    books = store + ".books"
    run("--seats", "300", "--seconds", "4", "--buyers", "6", "--store", store, "--out", folder)
    good = run("--audit", store)
    want(LINE.fullmatch(good.stdout.rstrip("\n").split("\n")[-1]), "the audit has no last line")
    with open(os.path.join(books, "buyers-1.log"), encoding="utf-8") as file:
        seat = re.search(r" confirmed 1 1 (\d+) ;", file.read())
    want(seat, "nobody bought a single seat")
    plants = [
        ("lost", "buyers-0.log", r"\Z",
         "1 1 want %s b 1 0 0 0 ;\n2 1 held 999999 %s 1 0 ;\n" % ("0" * 32, "0" * 32)),
        ("lost", "mail.log", r"^1 .*\n", ""),
        ("lost", "buyers-0.log", r" confirmed 1 1 \d+ ;", f" confirmed 1 1 {seat[1]} ;"),
        ("double_sold", "buyers-0.log", r" confirmed 1 1 \d+ ;", f" confirmed 1 1 {seat[1]} ;"),
        ("money_balance", "provider.log", r"^(\w+ 2) 1 ", r"\1 2 "),
    ]
    for number, name, pattern, replacement in plants:
        path = os.path.join(books, name)
        with open(path, "rb") as file:
            before = file.read()
        edit(path, pattern, replacement)
        done = run("--audit", store, "--json", code=1)
        want(json.loads(done.stdout)[number] != 0, f"{number} stays 0 with {name} falsified")
        want("audit: " in done.stderr, "a finding is not explained")
        with open(path, "wb") as file:
            file.write(before)
    run("--audit", store)


def refusals(folder):
    for arguments, word in [(["--seats", "7"], "100"), (["--lang", "python"], "TICKETCORE_DEMO_BUYERS"),
                            (["--lang", "latin"], "latin"), (["--frob"], "--help"),
                            (["--map", os.path.join(folder, "none.json")], "none.json"),
                            (["--map", "x", "--seats", "500"], "--seats"),
                            (["--seconds", "soon"], "soon"), (["stray"], "stray"),
                            (["--audit", os.path.join(folder, "none")], "books")]:
        done = run(*arguments, code=2)
        want(word in done.stderr, f"{arguments}: \"{done.stderr.strip()}\" does not say {word}")
    want("--map FILE" in run("--help").stdout, "--help does not help")


CASES = {"sale": small_sale, "map": small_map, "audit": audit_finds, "refusals": refusals}


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TMPDIR"] = folder
        CASES[sys.argv[2]](folder)
    print(f"demo {sys.argv[2]}: good")


main()
