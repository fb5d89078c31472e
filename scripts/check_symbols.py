#!/usr/bin/env python3
"""What the library exports is what the headers declare: check_symbols.py BUILD_DIR.

The shared library's symbols equal the TC_API functions of include/ticketcore; every global symbol
of the static library begins with tc_ or tci_.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
FUNCTION = re.compile(r"\bTC_API\b[^;{}()]*?\b(\w+)\s*\(")
# What compilers and sanitizers add to an object by themselves.
FOREIGN = re.compile(r"^(__odr_asan|__asan|__ubsan|__tsan|__sanitizer|_GLOBAL__|__start_|__stop_|asan\.)")


def declared():
    names = set()
    for header in sorted((ROOT / "include/ticketcore").glob("*.h")):
        text = COMMENT.sub("", header.read_text())
        text = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
        names.update(FUNCTION.findall(text))
    return names


def symbols(*command):
    out = subprocess.run(["nm", "--defined-only", *command], capture_output=True, text=True)
    if out.returncode:
        sys.exit(f"nm: {out.stderr.strip()}")
    for line in out.stdout.splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[1].isupper() and not FOREIGN.match(parts[2]):
            yield parts[2].split("@")[0], parts[1]


def main():
    build = pathlib.Path(sys.argv[1]) / "src"
    shared, static = build / "libticketcore.so", build / "libticketcore.a"
    for path in (shared, static):
        if not path.exists():
            sys.exit(f"{path} is not there; build first")
    public = declared()
    exported = {name for name, kind in symbols("-D", str(shared)) if kind != "A"}
    found = [f"{name}: declared in a public header, not exported" for name in sorted(public - exported)]
    found += [f"{name}: exported, declared in no public header" for name in sorted(exported - public)]
    found += [f"{name}: a global symbol that begins with neither tc_ nor tci_"
              for name in sorted({n for n, _ in symbols(str(static))})
              if not name.startswith(("tc_", "tci_"))]
    print("\n".join(found))
    print(f"symbols: {len(public)} declared, {len(exported)} exported, {len(found)} findings")
    sys.exit(1 if found or not exported else 0)


main()
