#!/usr/bin/env python3
"""The documents hold together: links lead somewhere, every public function states its errors and
since when it exists, and the umbrella header and its install list name every public header."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PUBLIC = ROOT / "include/ticketcore"
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
SNIPPET = re.compile(r"[@\\]snippet\s+(\S+)\s+([^\n]+)")
FUNCTION = re.compile(r"(/\*\*(?:[^*]|\*(?!/))*\*/)?\s*TC_API\s+([^;{}()]*?)\b(tc_\w+)\s*\(([^;]*)\)\s*;")

found = []


def complain(path, message):
    found.append(f"{path.relative_to(ROOT)}: {message}")


def documents():
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").rglob("*.md"),
                 *(ROOT / "examples").rglob("*.md"), *(ROOT / "bindings").glob("*/*.md")]:
        yield path


def check_links(path):
    text = re.sub(r"```.*?```", "", path.read_text(), flags=re.S)
    for target in LINK.findall(text):
        if re.match(r"[a-z]+:", target) or target.startswith("#"):
            continue
        if not (path.parent / target.split("#")[0]).exists():
            complain(path, f"the link to {target} leads nowhere")
    for name, tag in SNIPPET.findall(text):
        source = ROOT / "examples" / pathlib.Path(name).name
        if not source.exists():
            complain(path, f"@snippet names {name}, which is not in examples/")
        elif source.read_text().count(f"[{tag}]") != 2:
            complain(path, f"@snippet wants the marker [{tag}] twice in {source.name}")


def check_readme_example():
    """The example a newcomer reads is the one that the tests build and run."""
    source = (ROOT / "examples/quick_start.c").read_text()
    readme = ROOT / "README.md"
    marked = source.split("/* [quick start] */")
    if len(marked) != 3 or marked[1].strip() not in readme.read_text():
        complain(readme, "its example is not the marked part of examples/quick_start.c")


def check_functions(path):
    text = "\n".join(l for l in path.read_text().splitlines() if not l.lstrip().startswith("#"))
    for comment, answer, name, arguments in FUNCTION.findall(text):
        if not comment:
            complain(path, f"{name} has no comment")
            continue
        if "@since" not in comment:
            complain(path, f"{name} does not say @since when it exists")
        fallible = answer.split() == ["int32_t"] and "error" in arguments
        if fallible and "@retval" not in comment and "@copydoc" not in comment:
            complain(path, f"{name} states no @retval")


def check_umbrella():
    umbrella = PUBLIC / "ticketcore.h"
    if not umbrella.exists():
        complain(PUBLIC, "there is no ticketcore.h")
        return
    text = umbrella.read_text()
    build = (PUBLIC / "meson.build").read_text()
    for header in sorted(PUBLIC.glob("*.h")):
        if header != umbrella and f'#include "{header.name}"' not in text:
            complain(umbrella, f"does not include {header.name}")
        if f"'{header.name}'" not in build:
            complain(PUBLIC / "meson.build", f"does not install {header.name}")
        if "@file" not in header.read_text():
            complain(header, "has no @file")


def main():
    for path in documents():
        check_links(path)
    for header in sorted(PUBLIC.glob("*.h")):
        check_functions(header)
    check_umbrella()
    check_readme_example()
    print("\n".join(found))
    print(f"documents: {len(found)} findings")
    sys.exit(1 if found else 0)


main()
