#!/usr/bin/env python3
"""Sizes of public structs and values of public constants against sizes.txt, as recorded for 64-bit
machines: sizes.py CC SOURCE_ROOT [--update].

Structs only grow at their end and constants never change; record an addition with --update.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

STRUCT = re.compile(r"^typedef struct (tc_\w+) \{", re.M)
ENUM = re.compile(r"typedef enum tc_\w+ \{(.*?)\}", re.S)
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)


def program(include):
    headers = sorted(include.glob("ticketcore/*.h"))
    lines = ["#include <stdio.h>", *(f'#include "ticketcore/{header.name}"' for header in headers),
             "int main(void) {", "    if (sizeof(void *) != 8) return 77;"]
    for header in headers:
        text = COMMENT.sub("", header.read_text())
        for name in STRUCT.findall(text):
            lines.append(f'    printf("{name} %zu\\n", sizeof({name}));')
        for body in ENUM.findall(text):
            for value in re.findall(r"\b(TC_\w+)\s*(?:=|,|$)", body):
                lines.append(f'    printf("{value} %lld\\n", (long long){value});')
    return "\n".join([*lines, "    return 0;", "}", ""])


def main():
    cc, root = sys.argv[1].split(), pathlib.Path(sys.argv[2])
    record = root / "tests/abi/sizes.txt"
    with tempfile.TemporaryDirectory() as folder:
        source, binary = pathlib.Path(folder) / "sizes.c", pathlib.Path(folder) / "sizes"
        source.write_text(program(root / "include"))
        done = subprocess.run([*cc, "-std=c11", f"-I{root / 'include'}", str(source), "-o",
                               str(binary)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr[-4000:])
        done = subprocess.run([str(binary)], capture_output=True, text=True)
    if done.returncode == 77:
        sys.exit(77)
    now = dict(line.split() for line in done.stdout.splitlines())
    if "--update" in sys.argv:
        record.write_text("".join(f"{name} {value}\n" for name, value in sorted(now.items())))
        print(f"recorded {len(now)} sizes and values")
        return
    then = dict(line.split() for line in record.read_text().splitlines()) if record.exists() else {}
    found = [f"{name}: was {then.get(name, 'not recorded')}, is {now.get(name, 'gone')}"
             for name in sorted(set(then) | set(now)) if then.get(name) != now.get(name)]
    print("\n".join(found))
    print(f"sizes: {len(now)} sizes and values, {len(found)} differ"
          + ("; tests/abi/sizes.py CC ROOT --update records them" if found else ""))
    sys.exit(1 if found or not now else 0)


main()
