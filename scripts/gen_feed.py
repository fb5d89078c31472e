#!/usr/bin/env python3
"""Make include/ticketcore/feed_types.h from src/feed/types.def. --check only compares."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/feed/types.def"
TARGET = ROOT / "include/ticketcore/feed_types.h"
ENTRY = re.compile(r'^TC_FEED\((\w+), (0x[0-9A-F]{4}), "([a-z_.]+)", (\w+), "([^"]*)"\)$')
FIELD = re.compile(r"^[a-z_]+:(u8|u16|u32|u64|i64)$")

HEAD = '''/**
 * @file feed_types.h
 * @brief Every event of record of the feed: its number, name, subject and payload. Made by
 * scripts/gen_feed.py from src/feed/types.def; do not edit.
 *
 * Payload fields stand in the order given, little-endian, without padding; `*( … )` repeats to the
 * end. In events of holds `target` is a seat number, or 0x80000000 | pool for a pool.
 */
#ifndef TICKETCORE_FEED_TYPES_H
#define TICKETCORE_FEED_TYPES_H

/** Types of events of record. Numbers never change their meaning. */
typedef enum tc_feed_type {
'''

TAIL = '''} tc_feed_type;

#endif
'''


def check_payload(name, payload):
    fixed, _, repeat = payload.partition("*(")
    fields = fixed.split()
    if repeat:
        if not repeat.endswith(")"):
            sys.exit(f"{SOURCE.name}: {name}: the repeated part must end the payload")
        fields += repeat[:-1].split()
    for field in fields:
        if not FIELD.match(field):
            sys.exit(f"{SOURCE.name}: {name}: '{field}' is not name:type")


def entries():
    for number, line in enumerate(SOURCE.read_text().splitlines(), 1):
        if line.startswith("TC_FEED("):
            match = ENTRY.match(line)
            if not match:
                sys.exit(f'{SOURCE.name}:{number}: not TC_FEED(NAME, 0xNNNN, "name", subject, "payload")')
            check_payload(match.group(1), match.group(5))
            yield match.groups()


def render(rows):
    lines = []
    for name, number, text, subject, payload in rows:
        what = f"payload `{payload}`" if payload else "no payload"
        comma = "" if name == rows[-1][0] else ","
        doc = f'    /** "{text}": the subject is the {subject.replace("_", " ")}; {what} */'
        if len(doc) > 100:
            doc = doc.replace("; payload ", ";\n     * payload ")
        lines.append(f"{doc}\n    TC_FEED_{name} = {number}{comma}\n")
    return HEAD + "".join(lines) + TAIL


def main():
    rows = list(entries())
    for column, what in ((0, "name"), (1, "number"), (2, "text")):
        values = [row[column] for row in rows]
        if len(set(values)) != len(values):
            sys.exit(f"{SOURCE.name}: a {what} stands twice")
    text = render(rows)
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text() != text:
            sys.exit(f"{TARGET.relative_to(ROOT)} is not what {SOURCE.name} says; run scripts/gen_feed.py")
    else:
        TARGET.write_text(text)


if __name__ == "__main__":
    main()
