#!/usr/bin/env python3
"""One public header compiles by itself: headers.py CC CXX HEADER.

As C99 -pedantic, as C11 without implicit padding, as C++17; and every TC_…_INIT fills its struct.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

WARNINGS = ["-Wall", "-Wextra", "-Werror", "-pedantic"]
INIT = re.compile(r"^#define (TC_(\w+)_INIT)\b", re.M)


def source_for(header):
    text = header.read_text()
    lines = [f'#include "ticketcore/{header.name}"', f'#include "ticketcore/{header.name}"']
    for macro, name in INIT.findall(text):
        kind = "tc_" + name.lower()
        lines += [f"extern {kind} make_{kind}(void);", f"{kind} make_{kind}(void) {{",
                  f"    {kind} value = {macro};", "    return value;", "}"]
    return "\n".join(lines) + "\nextern int end_of_header;\n"


def main():
    cc, cxx, header = sys.argv[1].split(), sys.argv[2], pathlib.Path(sys.argv[3])
    include = f"-I{header.parent.parent}"
    text = source_for(header)
    runs = [("C99", [*cc, "-std=c99", *WARNINGS, "-Wstrict-prototypes", "-Wundef"], ".c"),
            ("C11, no padding", [*cc, "-std=c11", *WARNINGS, "-Wpadded"], ".c")]
    if cxx:
        runs.append(("C++17", [cxx, "-std=c++17", *WARNINGS], ".cpp"))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, command, suffix in runs:
            path = pathlib.Path(folder) / ("alone" + suffix)
            path.write_text(text)
            done = subprocess.run([*command, include, "-fsyntax-only", str(path)],
                                  capture_output=True, text=True)
            print(f"{header.name} as {name}: {'ok' if done.returncode == 0 else 'FAILED'}")
            if done.returncode:
                failed += 1
                print(done.stderr)
    sys.exit(1 if failed else 0)


main()
