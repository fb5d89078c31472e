#!/usr/bin/env python3
"""Write a C library to be preloaded in front of libticketcore: each public function that answers a
code is counted, and the Nth fails. Made from the headers' own model. The environment says which:
TC_FAIL_AT=N, TC_FAIL_EVERY=1 for every Nth, TC_FAIL_CODE=the code, TC_FAIL_TOLD=a file that is
written once a call failed. Closing calls are carried out and then fail."""
import sys

import api_model

HEAD = """/* Made by scripts/gen_failing_calls.py. */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ticketcore/ticketcore.h"

static _Atomic long calls_made;

static int number_of(const char *name) {
    const char *text = getenv(name);
    return text ? atoi(text) : 0;
}

static int32_t fails(tc_error *error, const char *function) {
    int at = number_of("TC_FAIL_AT");
    if (!at) return 0;
    long turn = atomic_fetch_add(&calls_made, 1) + 1;
    if (number_of("TC_FAIL_EVERY") ? turn % at : turn != at) return 0;
    const char *told = getenv("TC_FAIL_TOLD");
    int fd = told ? open(told, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    if (fd >= 0 && write(fd, function, strlen(function)) < 0) abort();
    if (fd >= 0) close(fd);
    int32_t code = number_of("TC_FAIL_CODE");
    if (error && error->size >= sizeof *error) {
        error->code = code;
        strcpy(error->message, "made to fail");
    }
    return code;
}
"""


def declare(parameter):
    const = "const " if parameter["const"] else ""
    return f"{const}{parameter['type']} {'*' * parameter['pointers']}{parameter['name']}" + \
        "".join(f"[{a}]" for a in parameter["array"])


def write(function, name):
    parameters = ", ".join(map(declare, function["params"]))
    names = ", ".join(p["name"] for p in function["params"])
    error = "error" if any(p["type"] == "tc_error" and p["name"] == "error" for p in function["params"]) else "NULL"
    closes = name.endswith("_close")
    body = [f"int32_t {name}({parameters}) {{",
            f"    int32_t (*real)({parameters});",
            f"    *(void **)&real = dlsym(RTLD_NEXT, \"{name}\");"]
    body += [f"    int32_t done = real({names});"] if closes else []
    body += [f"    int32_t code = fails({error}, \"{name}\\n\");"]
    body += ["    return code ? code : done;" if closes else f"    return code ? code : real({names});", "}"]
    return "\n".join(body)


def main():
    functions = api_model.load()["functions"]
    chosen = [n for n, f in functions.items() if f["returns"] == "int32_t" and f["params"] and n != "tc_error_class"]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write(HEAD + "\n" + "\n\n".join(write(functions[n], n) for n in chosen) + "\n")


main()
