#!/usr/bin/env python3
"""Make include/ticketcore/errors.h from src/base/errors.def. --check only compares."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/base/errors.def"
TARGET = ROOT / "include/ticketcore/errors.h"
ENTRY = re.compile(r'^TC_ERROR\((\w+), (-\d+), (\w+), "([^"]*)", "([^"]*)"\)$')

HEAD = '''/**
 * @file errors.h
 * @brief Every error code, its class and the state it leaves. Made by scripts/gen_errors.py from
 * src/base/errors.def; do not edit.
 */
#ifndef TICKETCORE_ERRORS_H
#define TICKETCORE_ERRORS_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a caller can do about an error. */
typedef enum tc_error_class_id {
    TC_CLASS_NONE = 0,     /**< not an error */
    TC_CLASS_REFUSED = 1,  /**< the request itself is at fault; sending it again will not help */
    TC_CLASS_CONFLICT = 2, /**< somebody was first; read again and decide anew */
    TC_CLASS_RETRY = 3,    /**< nothing happened; the same request may work a moment later */
    TC_CLASS_STORE = 4,    /**< the store or its disk needs care */
    TC_CLASS_FATAL = 5     /**< this handle is finished; reopen */
} tc_error_class_id;

/** Answers of every call. Numbers never change their meaning. */
typedef enum tc_code {
    TC_OK = 0, /**< done */
'''

TAIL = '''} tc_code;

#ifndef TC_API
#if defined(__GNUC__)
#define TC_API __attribute__((visibility("default")))
#else
#define TC_API
#endif
#endif

/** Class of a code, a ::tc_error_class_id. An unknown code answers ::TC_CLASS_FATAL. @since 0.1 */
TC_API int32_t tc_error_class(int32_t code);

/** Name of a code without its prefix, like "SEAT_TAKEN"; "UNKNOWN" for others. Static. @since 0.1 */
TC_API const char *tc_error_name(int32_t code);

/** One English sentence for a code. Never NULL; static. @since 0.1 */
TC_API const char *tc_error_sentence(int32_t code);

#ifdef __cplusplus
}
#endif
#endif
'''


def entries():
    for number, line in enumerate(SOURCE.read_text().splitlines(), 1):
        if line.startswith("TC_ERROR("):
            match = ENTRY.match(line)
            if not match:
                sys.exit(f"{SOURCE.name}:{number}: not of the form TC_ERROR(name, -n, CLASS, \"…\", \"…\")")
            yield match.groups()


def main():
    rows = list(entries())
    numbers = [row[1] for row in rows]
    if len(set(numbers)) != len(numbers):
        sys.exit("errors.def: a number stands twice")
    body = "".join(
        f"    TC_E_{name} = {number}{',' if i + 1 < len(rows) else ''} "
        f"/**< {kind.lower()}: {sentence}; afterwards: {state} */\n"
        for i, (name, number, kind, sentence, state) in enumerate(rows)
    )
    text = HEAD + body + TAIL
    if "--check" in sys.argv:
        if not TARGET.exists() or TARGET.read_text() != text:
            sys.exit("include/ticketcore/errors.h is stale: run scripts/gen_errors.py")
    else:
        TARGET.write_text(text)


main()
