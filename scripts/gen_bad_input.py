#!/usr/bin/env python3
"""Write a C test that gives every public function bad arguments, from the headers' own model: NULL for
each pointer in turn, each sized struct with a size of 0, too small, and with an unknown field set, and
unknown flags. Expected everywhere: a code, a sentence, the field's name, and nothing changed."""
import re
import sys

import api_model

SKIP = {"tc_engine_open": "opens, so it has tests of its own", "tc_load": "makes a store",
        "tc_backup": "makes a store"}


def may_be_null(function, name):
    match = re.search(rf"@param(?:\[\w+(?:,\w+)?\])?\s+{name}\b(.*?)(?=@param|@retval|@return|@since|@thread|$)",
                      function["doc"], re.S)
    return bool(match and "NULL" in match.group(1))


def is_sized(model, name):
    struct = model["structs"].get(api_model.resolve(model, name))
    return bool(struct and struct["fields"] and struct["fields"][0]["name"] == "size")


def has_flags(model, name):
    struct = model["structs"].get(api_model.resolve(model, name))
    return is_sized(model, name) and len(struct["fields"]) > 1 and struct["fields"][1]["name"] == "flags"


def argument(parameter, index):
    """The C expression of a harmless argument; NULL where the case asks for it."""
    base, pointers = parameter["type"], parameter["pointers"]
    handles = {"tc_engine": "room->engine", "tc_snapshot": "room->snapshot", "tc_queue": "room->queue"}
    if base == "tc_error" and pointers == 1:
        return "error"
    if base in handles and pointers == 1:
        return f"at == {index} ? NULL : {handles[base]}"
    if base == "char" and parameter["const"] and pointers == 1:
        return f'at == {index} ? NULL : "x"'
    if pointers:
        return f"at == {index} ? NULL : (void *)room->bytes[{index}]"
    if base == "tc_feed_cursor":
        return "tc_feed_cursor_at(1)"
    return "-1" if base == "int" else "1"


def cases(model, name, function):
    for index, parameter in enumerate(function["params"]):
        if parameter["type"] == "tc_error" or not parameter["pointers"]:
            continue
        optional = may_be_null(function, parameter["name"])
        yield f"{name}: {parameter['name']} NULL", index, "NULL_ARGUMENT", not optional
        if parameter["pointers"] == 1 and is_sized(model, parameter["type"]):
            # Arrays of sized structs are the caller's room; only single structs have their size read.
            if not parameter["const"] and any(p["name"] in ("capacity", "count") for p in function["params"]):
                continue
            for mutation in ("SIZE_ZERO", "SIZE_SMALL", "UNKNOWN_FIELD"):
                yield f"{name}: {parameter['name']} {mutation.lower()}", index, mutation, True
            if has_flags(model, parameter["type"]) and parameter["const"]:
                yield f"{name}: {parameter['name']} unknown flags", index, "UNKNOWN_FLAGS", True


def main():
    model = api_model.load()
    out = ['/* Made by scripts/gen_bad_input.py from the public headers. */', '#include "bad_input.h"', ""]
    rows = []
    for name, function in model["functions"].items():
        if function["returns"] != "int32_t" or name in SKIP or name.endswith("_close"):
            continue
        if name in ("tc_error_class", "tc_queue_fd", "tc_request_id_new"):
            continue
        listed = list(cases(model, name, function))
        if not listed:
            continue
        out.append(f"static int32_t call_{name}(bad_room *room, int at, tc_error *error) {{")
        for index, parameter in enumerate(function["params"]):
            if parameter["pointers"] == 1 and is_sized(model, parameter["type"]) and parameter["type"] != "tc_error":
                out.append(f"    bad_prepare(room, {index}, sizeof({parameter['type']}));")
        arguments = ", ".join(argument(p, i) for i, p in enumerate(function["params"]))
        has_error = any(p["type"] == "tc_error" for p in function["params"])
        out.append(f"    return {name}({arguments});" if has_error else
                   f"    (void)error;\n    return {name}({arguments});")
        out.append("}")
        for title, index, mutation, refuses in listed:
            rows.append(f'    {{"{title}", call_{name}, {index}, {mutation}, {str(refuses).lower()}, '
                        f'{str(has_error).lower()}}},')
    out += ["", "const bad_case BAD_CASES[] = {"] + rows + ["};", "const size_t BAD_CASE_COUNT = sizeof BAD_CASES / sizeof *BAD_CASES;", ""]
    text = "\n".join(out)
    if len(sys.argv) > 1:
        open(sys.argv[1], "w", encoding="utf-8").write(text)
    else:
        print(text)


main()
