#!/usr/bin/env python3
"""Sum what meson's test logs say into one closing line: "N passed, N failed".

A cmocka binary counts with its test functions; a binary that crashed, timed out or failed without
naming a test counts as one failure more; any other test counts as one. Failures are listed first.
"""
import json
import pathlib
import re
import sys

PASSED = re.compile(r"^\[  PASSED  \] (\d+) test\(s\)", re.M)
FAILED = re.compile(r"^\[  FAILED  \] (\d+) test\(s\), listed below", re.M)
SKIPPED = re.compile(r"^\[  SKIPPED \] (\d+) test\(s\), listed below", re.M)
DONE = re.compile(r"^\[       OK \] ", re.M)
NAMED = re.compile(r"^\[  (?:FAILED|ERROR)   ?\] ([A-Za-z_]\w*)$", re.M)


def how(test):
    """What happened to a binary that named no failed test."""
    code = test.get("returncode", 0)
    return "timed out" if test["result"] == "TIMEOUT" else \
        f"killed by signal {-code}" if code < 0 else f"ended with code {code}"


def count(test):
    """Answer (passed, failed, skipped, names of failures) of one entry of the log."""
    output = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
    good = test["result"] in ("OK", "EXPECTEDFAIL")
    if test["result"] == "SKIP":
        return 0, 0, 1, []
    passed = sum(map(int, PASSED.findall(output)))
    failed = sum(map(int, FAILED.findall(output)))
    skipped = sum(map(int, SKIPPED.findall(output)))
    cmocka = bool(PASSED.search(output) or DONE.search(output))
    if not cmocka:
        return (1, 0, skipped, []) if good else (0, max(failed, 1), skipped, [how(test)])
    if not PASSED.search(output):
        passed = len(DONE.findall(output))  # it died in the middle
    if not good and failed == 0:
        failed = 1
    names = sorted(set(NAMED.findall(output))) if not good else []
    return passed, failed, skipped, names or ([how(test)] if not good else [])


def main():
    total = [0, 0, 0]
    seen = 0
    for path in map(pathlib.Path, sys.argv[1:]):
        if not path.exists():
            sys.exit(f"count_tests: {path} is missing; no test was run")
        for line in path.read_text(errors="replace").splitlines():
            if not line.strip():
                continue
            test = json.loads(line)
            seen += 1
            passed, failed, skipped, names = count(test)
            for i, n in enumerate((passed, failed, skipped)):
                total[i] += n
            if failed:
                print(f"FAILED {test['name']}: {', '.join(names)}")
                output = (test.get("stdout") or "") + "\n" + (test.get("stderr") or "")
                quiet = [text for text in output.splitlines()
                         if text.strip() and not re.match(r"\[ (RUN     |      OK) \]", text)]
                print("".join(f"    {text}\n" for text in quiet[-40:]), end="")
    if total[2]:
        print(f"{total[2]} skipped")
    print(f"{total[0]} passed, {total[1]} failed")
    sys.exit(1 if total[1] or not seen or not total[0] else 0)


main()
