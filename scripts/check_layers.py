#!/usr/bin/env python3
"""Includes point downward only. The rules are docs/ARCHITECTURE.md's, "Layers":

base < store < engine < domain < api in src/; a domain folder sees another one only through its
face, <folder>/<folder>.h; lmdb.h is included by src/store/store_lmdb* only; public headers include
public headers; hosts (src/cli, examples, tests/api, bench) see public headers only; no circles.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PUBLIC = ROOT / "include/ticketcore"
DOMAIN = ["feed", "catalog", "inventory", "sales", "payment", "tickets", "outbox"]
RANK = {"base": 0, "store": 1, "engine": 2, **{name: 3 for name in DOMAIN}, "api": 4}
# Faces beside <folder>/<folder>.h: parts of one that would otherwise make a circle.
MORE_FACES = {"sales/contact.h"}
HOSTS = ["src/cli", "examples", "tests/api", "tests/abi", "tests/support", "bench"]
SUPPORT = ROOT / "tests/support"  # what hosts of the tests share; public headers only, too
PUBLIC_SYSTEM = {"stddef.h", "stdint.h"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.M)

found = []


def complain(source, message):
    found.append(f"{source.relative_to(ROOT)}: {message}")


def resolve(source, name):
    """The project file an include names, or None for a system header."""
    for folder in (source.parent, ROOT / "src", ROOT / "include"):
        path = (folder / name).resolve()
        if path.is_file() and ROOT in path.parents:
            return path
    return None


def includes(source):
    for kind, name in INCLUDE.findall(source.read_text(errors="replace")):
        yield kind, name, resolve(source, name)


def is_public(path):
    return path.parent == PUBLIC


def check_public(source):
    for _, name, target in includes(source):
        if target is None and name not in PUBLIC_SYSTEM:
            complain(source, f"a public header includes <{name}>; only {sorted(PUBLIC_SYSTEM)}")
        if target is not None and not is_public(target):
            complain(source, f"a public header includes the internal \"{name}\"")


def check_host(source, folder):
    for _, name, target in includes(source):
        if target is None or is_public(target) or {ROOT / folder, SUPPORT} & {*target.parents}:
            continue
        complain(source, f"a host includes \"{name}\"; it sees public headers only")


def check_internal(source):
    parts = source.relative_to(ROOT / "src").parts
    own = parts[0]
    if own not in RANK:
        complain(source, f"src/{own} has no place in the list of layers")
        return
    for _, name, target in includes(source):
        if name == "lmdb.h" and not (own == "store" and source.name.startswith("store_lmdb")):
            complain(source, "lmdb.h belongs to src/store/store_lmdb* alone")
        if target is None or ROOT / "src" not in target.parents:
            continue
        other = target.relative_to(ROOT / "src").parts[0]
        if other == own:
            continue
        if other not in RANK:
            complain(source, f"includes \"{name}\" of a folder without a place in the layers")
        elif RANK[other] > RANK[own]:
            complain(source, f"includes \"{name}\": {own} is below {other}")
        elif RANK[other] == RANK[own] == RANK["sales"]:
            face = f"{other}/{target.name}"
            if target.suffix == ".h" and face not in MORE_FACES | {f"{other}/{other}.h"}:
                complain(source, f"includes \"{name}\": another domain folder is seen only "
                                 f"through {other}/{other}.h")


def check_circles(sources):
    graph = {s: [t for _, _, t in includes(s) if t] for s in sources}
    done, path = set(), []

    def walk(node):
        if node in path:
            circle = path[path.index(node):] + [node]
            complain(node, "a circle: " + " -> ".join(str(p.relative_to(ROOT)) for p in circle))
            return
        if node in done or node not in graph:
            return
        path.append(node)
        for target in graph[node]:
            walk(target)
        path.pop()
        done.add(node)

    for source in sources:
        walk(source)


def c_files(folder):
    return [p for suffix in ("*.c", "*.h", "*.cpp", "*.def") for p in sorted((ROOT / folder).rglob(suffix))]


def main():
    for source in c_files("include"):
        check_public(source)
    internal = [p for p in c_files("src") if "cli" not in p.relative_to(ROOT / "src").parts[:1]]
    for source in internal:
        check_internal(source)
    hosts = 0
    for folder in HOSTS:
        for source in c_files(folder):
            hosts += 1
            check_host(source, folder)
    check_circles([p for p in c_files("src") + c_files("include") if p.suffix == ".h"])
    for line in found:
        print(line)
    print(f"layers: {len(internal)} internal files, {hosts} of hosts, {len(found)} findings")
    sys.exit(1 if found else 0)


main()
