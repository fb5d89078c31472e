#!/usr/bin/env python3
"""Rules of style that no other tool knows: length of files, the sentence each one opens with,
forbidden words, tabs, line ends, paths of somebody's machine, sources the build does not name."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINES_MAX = 600
HEADER_LINES_MAX = 500
TEST_LINES_MAX = 1000  # a table of cases is one story however long
GENERATED = {"include/ticketcore/errors.h", "include/ticketcore/feed_types.h"}
CODE = {".c", ".h", ".cpp", ".hpp", ".py", ".sh", ".js", ".ts", ".mjs"}
LONG_TEXTS = {".md", ".json", ".csv", ".txt", ".svg", ".patch"}
# Put together here so that this file does not find itself.
WORDS = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK"]) + r")\b")
MACHINE = re.compile(r"(?<![\w.])/(?:" + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me"]) + r")/\w")

found = []


def complain(path, line, message):
    found.append(f"{path}:{line}: {message}" if line else f"{path}: {message}")


def tracked():
    out = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"],
                         cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [pathlib.Path(line) for line in sorted(set(out.splitlines())) if (ROOT / line).is_file()]


def opens_with_comment(path, text):
    first = text.lstrip("\ufeff")
    if path.suffix in (".c", ".h", ".cpp", ".hpp", ".js", ".ts", ".mjs"):
        return first.startswith(("/*", "//"))
    if path.suffix == ".py":
        body = first.split("\n", 1)[1] if first.startswith("#!") else first
        return body.lstrip().startswith(('"""', "#"))
    return first.startswith("#")


def check_text(path, text):
    lines = text.split("\n")
    if "\r" in text:
        complain(path, 0, "carriage returns; lines end with a line feed")
    if text and not text.endswith("\n"):
        complain(path, len(lines), "no line feed at the end")
    for number, line in enumerate(lines, 1):
        if "\t" in line and path.name not in (".gitmodules", "Makefile"):
            complain(path, number, "a tab; indent with spaces")
        if line != line.rstrip() and path.suffix not in LONG_TEXTS:
            complain(path, number, "blanks at the end of the line")
        if WORDS.search(line):
            complain(path, number, "a word that marks something unfinished")
        if MACHINE.search(line):
            complain(path, number, "a path of one machine")


def check_code(path, text):
    count = text.count("\n")
    public = path.parts[:2] == ("include", "ticketcore")
    most = HEADER_LINES_MAX if public else TEST_LINES_MAX if path.parts[0] == "tests" else LINES_MAX
    made = str(path) in GENERATED or "generated" in path.parts or " Made by scripts/" in text[:200]
    if count > most and not made:
        complain(path, 0, f"{count} lines; past {most} it is two stories")
    if not opens_with_comment(path, text):
        complain(path, 1, "does not open with a comment that says what lives here")
    if path.suffix == ".h" and not re.search(r"^#ifndef \w+_H\n#define \w+_H$", text, re.M):
        complain(path, 1, "no include guard of the form #ifndef …_H")


def check_build(paths):
    """Every source under src/ and every test is named by its folder's meson.build."""
    for path in paths:
        if path.suffix != ".c" or path.parts[0] not in ("src", "tests", "examples", "bench"):
            continue
        if path.parts[:2] in (("tests", "abi"), ("tests", "support")):
            continue  # compiled by install_check.py; compiled into those who use it
        folder = ROOT / path.parent
        while not (folder / "meson.build").exists() and folder != ROOT:
            folder = folder.parent
        build = (folder / "meson.build").read_text()
        stem = path.stem[5:] if path.stem.startswith("test_") else path.stem
        if f"{path.name}'" not in build and not re.search(rf"'{re.escape(stem)}'", build):
            complain(path, 0, f"is not named in {(folder / 'meson.build').relative_to(ROOT)}")


def main():
    paths = tracked()
    checked = 0
    for path in paths:
        if path.name in ("LICENSE",) or path.parts[0] == "fuzz" and "corpus" in path.parts:
            continue
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a store
        checked += 1
        check_text(path, text)
        if path.suffix in CODE:
            check_code(path, text)
    check_build(paths)
    print("\n".join(found))
    print(f"style: {checked} files, {len(found)} findings")
    sys.exit(1 if found else 0)


main()
