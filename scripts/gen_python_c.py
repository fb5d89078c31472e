#!/usr/bin/env python3
"""Make the C tables and reading calls of the Python module from the headers' model. Called by
gen_python.py; the hand-written C beside them (bindings/python/src) knows no struct by name."""
import re

import api_model

# Calls that may take long or wait: made without the interpreter lock.
LONG = {"tc_verify", "tc_dump", "tc_load", "tc_map_export", "tc_map_svg", "tc_event_svg", "tc_map_validate"}
# Made by hand (handles.c, commands.c, queue.c): their arguments are handles, callbacks or any command.
BY_HAND = {"tc_engine_open", "tc_engine_close", "tc_snapshot_open", "tc_snapshot_refresh", "tc_snapshot_time",
           "tc_snapshot_commit", "tc_snapshot_close", "tc_command_run", "tc_command_batch", "tc_command_submit",
           "tc_queue_open", "tc_queue_next", "tc_queue_fd", "tc_queue_in_flight", "tc_queue_close"}
# Never asked for by name: they are what errors.py and enums are made of.
KINDS = {"uint32_t": "TP_U32", "int32_t": "TP_I32", "int": "TP_I32", "uint64_t": "TP_U64", "int64_t": "TP_I64",
         "size_t": "TP_SIZE"}
MEANINGS = {"bool": "TP_BOOL", "enum": "TP_ENUM", "flags": "TP_FLAGS", "mask": "TP_MASK", "time": "TP_TIME",
            "duration": "TP_DURATION", "text": "TP_TEXT", "chars": "TP_CHARS", "bytes": "TP_BYTES",
            "secret": "TP_SECRET", "secret_pointer": "TP_SECRET_POINTER", "request_id": "TP_REQUEST_ID",
            "blob": "TP_BLOB", "int_list": "TP_ROW_I64"}
LISTS = {"uint32_t": "TP_LIST_U32", "uint64_t": "TP_LIST_U64", "text": "TP_LIST_TEXT"}
HEAD = "/* Made by scripts/gen_python.py from the public headers; do not edit. */\n#include \"../core.h\"\n\n"


def camel(name):
    return "".join(part.capitalize() for part in re.sub(r"^tc_", "", name).split("_"))


def class_of(struct):
    return camel(struct)


def enum_class(enum):
    return {"tc_error_class_id": "ErrorClass"}.get(enum, camel(enum))


def command_class(function):
    return camel(function)


def python_name(name, taken=()):
    """Milliseconds are datetimes and timedeltas here, so names lose their unit."""
    short = name[:-3] if name.endswith("_ms") else name
    if short in taken:
        short += "_time"
    return short + "_" if short in ("from", "class", "is", "in") else short


def names_of(members):
    taken = {m["name"] for m in members}
    return {m["name"]: python_name(m["name"], taken) if m["name"].endswith("_ms") else m["name"] for m in members}


def ordered(model, struct):
    """What Python sees of a struct: in a request or part of one, what must be given comes first."""
    return sorted(api_model.seen(model, struct), key=lambda m: api_model.optional(model, struct, m)) \
        if is_input(model, struct) else api_model.seen(model, struct)


def is_input(model, struct):
    """Whether callers make such structs: requests, and what their lists are of."""
    struct = api_model.resolve(model, struct)
    return struct in model.setdefault("inputs", find_inputs(model))


def find_inputs(model):
    found, todo = set(), {api_model.resolve(model, c["request"]) for c in api_model.commands(model)}
    todo |= {n for n in model["structs"] if n.endswith("_request")} | {"tc_engine_options"}
    for name in model["functions"]:
        todo |= {p["of"] for p in api_model.call_shape(model, name) if p["role"] == "in" and p["kind"] == "list"}
    while todo:
        struct = todo.pop()
        found.add(struct)
        todo |= {m["of"] for m in api_model.members(model, struct)
                 if m["kind"] == "list" and m["of"] in model["structs"]} - found
    return found - {"tc_error"}


def field_row(model, owner, member, name, required, bit="0"):
    """One tp_field."""
    kind, base = member["kind"], member["type"]
    facts, length, count, room, element, numbers = [], "0", "TP_NONE", "TP_NONE", "NULL", "NULL"
    at = lambda other: f"offsetof({owner}, {other})"
    if kind in ("int", "money", "cursor"):
        if kind == "cursor" and base == "tc_event_cursor":
            tp, length = "TP_BYTES", "16"
        else:
            tp = "TP_U64" if kind == "cursor" else KINDS[base]
        if member.get("none"):
            facts.append("TP_MAX")
    elif kind == "list":
        tp = LISTS.get(member["of"], "TP_LIST")
        count = at(member["count"]) if member["count"] else "TP_NONE"
        if tp == "TP_LIST":
            element = f"&tp_type_{member['of']}"
        wide = member.get("wide") or any(m["name"] == member["count"] and m["type"] in ("size_t", "uint64_t")
                                         for m in (api_model.members(model, owner) if owner in model["structs"] else []))
        if wide:
            facts.append("TP_WIDE")
        if member.get("capacity"):
            room = at(member["capacity"])
    else:
        tp = MEANINGS[kind]
        if kind in ("chars", "bytes", "int_list"):
            length = f"sizeof((({owner} *)0)->{member['name']})"
        if kind in ("secret", "request_id"):
            length = "16"
        if kind == "blob":
            count = at(member["length"])
            if member["length"] != "payload_size":
                facts.append("TP_WIDE")
        if kind == "duration" and base == "int64_t":
            facts.append("TP_WIDE")
        if member.get("zero"):
            facts.append("TP_ZERO")
        if member.get("max"):
            facts.append("TP_MAX")
        if member.get("enum"):
            numbers = f"&tp_enum_{member['enum']}"
        if member.get("open"):
            facts.append("TP_OPEN")
    if required:
        facts.append("TP_REQUIRED")
    return (f'    {{"{name}", {tp}, {" | ".join(facts) or "0"}, {at(member["name"])}, {length}, {count}, {room}, '
            f'{bit}, {element}, {numbers}, NULL}},')


def fields_table(model, struct):
    members = ordered(model, struct)
    names, mask = names_of(members), api_model.update_mask(model, struct)
    rows = []
    for member in members:
        must = is_input(model, struct) and not api_model.optional(model, struct, member)
        bit = mask[2].get(member["name"], "0") if mask else "0"
        rows.append(field_row(model, struct, member, names[member["name"]], must, bit))
    return f"static tp_field fields_{struct}[] = {{\n" + "\n".join(rows) + "\n};\n", len(members)


def type_row(model, variable, python, struct, count, static=False):
    init = f"&init_{struct}" if api_model.init_of(model, struct) else "NULL"
    mask = api_model.update_mask(model, struct)
    mask_at = f"offsetof({struct}, {mask[0]})" if mask else "TP_NONE"
    return (f'{"static " if static else ""}tp_type {variable} = {{"{python}", {init}, fields_{struct}, '
            f'sizeof({struct}), {count}, {mask_at}, 0, NULL, NULL}};\n')


def used_structs(model):
    """Every struct that a host sees, those that others contain first."""
    out = []

    def add(struct):
        struct = api_model.resolve(model, struct)
        if struct in out or struct not in model["structs"] or struct in api_model.VALUES:
            return
        for member in api_model.seen(model, struct):
            if member["kind"] in ("list", "struct"):
                add(member["of"])
        out.append(struct)

    for command in api_model.commands(model):
        for struct in (command["request"], command["result"]):
            if struct:
                add(struct)
    for name in model["functions"]:
        if name in BY_HAND:
            continue
        for p in api_model.call_shape(model, name):
            if p.get("of"):
                add(p["of"])
    add("tc_conflict")
    add("tc_engine_options")
    return [s for s in out if s not in ("tc_error", "tc_command", "tc_completion")]


def tables_c(model):
    out, types = [HEAD], []
    enums = list(model["enums"])
    out += [f'static tp_enum tp_enum_{e} = {{"{enum_class(e)}", NULL, {{NULL}}}};\n' for e in enums]
    structs = used_structs(model)
    counts = {}
    for struct in structs:
        init = api_model.init_of(model, struct)
        if init:
            out.append(f"static const {struct} init_{struct} = {init};\n")
        text, counts[struct] = fields_table(model, struct)
        out.append(text)
        if not struct.endswith("_request"):
            out.append(type_row(model, f"tp_type_{struct}", class_of(struct), struct, counts[struct]))
            types.append(f"&tp_type_{struct}")
        elif struct.endswith("_list_request") or struct == "tc_order_quote_request":
            out.append(type_row(model, f"tp_type_{struct}", struct[3:-8], struct, counts[struct]))
    commands = api_model.commands(model)
    rows = []
    for c in commands:
        variable = f"tp_command_{c['function']}"
        out.append(type_row(model, variable, command_class(c["function"]), c["request"], counts[c["request"]], True))
        types.append(f"&{variable}")
        result = f"&tp_type_{c['result']}" if c["result"] else "NULL"
        room_from, room_field, constant = "TP_NONE", "TP_NONE", "0"
        if c["result"]:
            seen = api_model.seen(model, c["result"])
            for i, member in enumerate(seen):
                if member["kind"] == "list" and member.get("capacity"):
                    room = api_model.ROOM[c["function"], member["name"]]
                    room_field = str(i)
                    if room.startswith("TC_"):
                        constant = room
                    else:
                        room_from = f"offsetof({c['request']}, {room})"
        rows.append(f'    {{"{c["function"][3:]}", {c["kind"]}, &{variable}, {result}, {room_from}, {room_field}, '
                    f'{constant}}},')
    out.append("\ntp_type *const TP_TYPES[] = {\n    " + ",\n    ".join(types) + "};\n"
               "const size_t TP_TYPES_COUNT = sizeof TP_TYPES / sizeof *TP_TYPES;\n")
    out.append("tp_enum *const TP_ENUMS[] = {\n    " + ",\n    ".join(f"&tp_enum_{e}" for e in enums) + "};\n"
               "const size_t TP_ENUMS_COUNT = sizeof TP_ENUMS / sizeof *TP_ENUMS;\n")
    out.append("const tp_command TP_COMMANDS[] = {\n" + "\n".join(rows) + "\n};\n"
               "const size_t TP_COMMANDS_COUNT = sizeof TP_COMMANDS / sizeof *TP_COMMANDS;\n")
    return "".join(out) + "\n" + reads_c(model, structs)


# ---------------------------------------------------------------------------------------------
# Calls

def is_read(model, name):
    return name not in BY_HAND and name not in {c["function"] for c in api_model.commands(model)}


def inputs_of(model, name):
    """What Python gives: (member, required) in order; a request's members stand for it."""
    shape = api_model.call_shape(model, name)
    out = []
    for p in shape:
        if p["role"] == "request":
            out += [(m, is_input(model, p["of"]) and not api_model.optional(model, p["of"], m))
                    for m in ordered(model, p["of"])]
        elif p["role"] == "in":
            out.append((p, not (p.get("null") or p["kind"] == "flags" or
                                p["kind"] == "time" and p.get("zero"))))
    return out


def paged(shape):
    """A list whose count says what was written, not what there is: the caller says how many."""
    return any(p["role"] == "count" and not p["whole"] for p in shape) and any(p["role"] == "capacity" for p in shape)


def handle_of(shape):
    return next((p["type"] for p in shape if p["role"] == "handle"), None)


C_TYPES = {"text": "const char *", "secret_pointer": "const tc_secret *", "blob": "const void *"}


def in_struct(model, name, shape):
    """The struct of a call's arguments, its table, and the expressions of the call."""
    short = name[3:]
    request = next((p for p in shape if p["role"] == "request"), None)
    if request and not request["of"].endswith("_request"):  # given member by member, like an event of the feed
        return "", f"{request['of']} in;", f"&tp_type_{request['of']}"
    if request:
        return "", f"{request['of']} in;", f"&tp_type_{request['of']}"
    lines, rows, owner = [], [], f"in_{short}"
    for p in shape:
        if p["role"] != "in":
            continue
        if p["kind"] == "list":
            lines.append(f"    const {p['of']} *{p['name']};\n    uint32_t {p['name']}_count;")
            p["count"], p["capacity"] = f"{p['name']}_count", None
        elif p["kind"] == "blob":
            p["length"] = f"{p['name']}_length"
            lines.append(f"    const void *{p['name']};\n    size_t {p['length']};")
        else:
            lines.append(f"    {C_TYPES.get(p['kind'], p['type'] + ' ')}{p['name']};")
        required = not (p.get("null") or p["kind"] == "flags" or p["kind"] == "time" and p.get("zero"))
        rows.append(field_row(model, owner, p, python_name(p["name"]), required))
    if paged(shape):
        lines.append("    uint32_t limit;")
        rows.append(field_row(model, owner, {"name": "limit", "type": "uint32_t", "kind": "int"}, "limit", True))
    lines = lines or ["    uint32_t nothing;"]
    table = (f"typedef struct {owner} {{\n" + "\n".join(lines) + f"\n}} {owner};\n"
             f"static tp_field fields_{owner}[] = {{\n" + ("\n".join(rows) or "    {0}") + "\n};\n"
             f'static tp_type type_{owner} = {{"{short}", NULL, fields_{owner}, sizeof({owner}), {len(rows)}, '
             "TP_NONE, 0, NULL, NULL};\n")
    return table, f"{owner} in;", f"&type_{owner}"


def read_c(model, name):
    function, shape = model["functions"][name], api_model.call_shape(model, name)
    short, handle = name[3:], handle_of(api_model.call_shape(model, name))
    over = {"tc_engine": "TP_OVER_ENGINE", "tc_snapshot": "TP_OVER_SNAPSHOT", None: "TP_OVER_NOTHING"}[handle]
    table, declared, type_at = in_struct(model, name, shape)
    before, call, pieces, loop = [], [], [], None
    request = next((p for p in shape if p["role"] == "request"), None)
    own_list = any(p["role"] == "array" for p in shape)
    for i, p in enumerate(shape):
        role, label = p["role"], p["name"]
        if role == "handle":
            call.append("call.engine" if handle == "tc_engine" else "call.snapshot")
        elif role == "error":
            call.append("&call.error")
        elif role == "request":
            call.append("&in")
        elif role == "in":
            call.append(f"(tc_feed_cursor){{in.{label}.position}}" if p["kind"] == "cursor" else
                        f"in.{label}")
        elif role == "in_count":
            of = shape[i - 1]
            call.append(f"in.{of['count']}" if of["kind"] == "list" else f"in.{of['length']}")
        elif role == "out":
            of = p["of"]
            before.append(f"    {of} {label} = {api_model.init_of(model, of) or '{0}'};")
            for member in api_model.members(model, of):
                if member["kind"] == "list" and member.get("capacity"):
                    room = ("in.items_count" if name == "tc_order_quote" else "100" if not request else
                            "in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit")
                    before.append(f"    uint32_t room = {room};\n    {label}.{member['capacity']} = room;\n"
                                  f"    {label}.{member['name']} = tp_call_room(&call, &tp_type_{member['of']}, room);\n"
                                  f"    if (!{label}.{member['name']}) return tp_call_end(&call, NULL);")
            call.append(f"&{label}")
            pieces.append(f"tp_decode(&tp_type_{of}, &{label})")
        elif role == "array":
            of = p["of"]
            before.append(f"    {of} *{label};\n    uint32_t count = 0;")
            if request:
                room = "in.limit == 0 ? 100 : in.limit > 10000 ? 10000 : in.limit"
            elif paged(shape):
                room = "in.limit == 0 ? 1 : in.limit > 100000 ? 100000 : in.limit"
            else:
                room = "32"
            before.append(f"    uint32_t room = {room};")
            whole = any(q["role"] == "count" and q["whole"] for q in shape)
            loop = (f"        {label} = tp_call_room(&call, &tp_type_{of}, room);\n"
                    f"        if (!{label}) return tp_call_end(&call, NULL);",
                    "code < 0 || count <= room" if whole else None, "room = count;")
            call.append(label)
            pieces.append(f"tp_decode_list(&tp_type_{of}, {label}, count)")
        elif role == "capacity":
            call.append("room")
        elif role == "count":
            call.append("&count")
        elif role in ("text_out", "bytes_out"):
            sized = any(q["role"] == "capacity" for q in shape)
            c_type = "char" if role == "text_out" else "uint8_t"
            before.append(f"    {c_type} *{label};\n    size_t room = {'4096' if sized else 'TC_WEBHOOK_SIGNATURE_MAX'};"
                          + ("\n    size_t length = 0;" if sized else ""))
            loop = (f"        {label} = tp_arena_take(&call.arena, room, 1);\n"
                    f"        if (!{label}) return tp_call_end(&call, NULL);",
                    "code != TC_E_BUFFER" if sized else None, "room = length + 1;")
            call.append(label)
            length = "length" if sized else f"strlen({label})"
            pieces.append(f"tp_decode_text({label}, {length})" if role == "text_out" else
                          f"PyBytes_FromStringAndSize((const char *){label}, (Py_ssize_t)length)")
        elif role == "length":
            call.append("&length")
        elif role == "out_value":
            before.append(f"    {p['type']} {label} = {{0}};" if p["type"] in model["structs"] else
                          f"    {p['type']} {label} = 0;")
            call.append(f"&{label}")
            table += f"typedef struct out_{short}_{label} {{\n    {p['type']} {label};\n}} out_{short}_{label};\n" \
                     f"static const tp_field field_{short}_{label} =\n" + \
                     field_row(model, f"out_{short}_{label}", p, python_name(label), False).rstrip(",") + ";\n"
            pieces.append(f"tp_decode_field(&field_{short}_{label}, &{label})")
    released = name in LONG or handle == "tc_engine"
    expression = f"{name}({', '.join(call)})"
    body = [table, f"static PyObject *read_{short}(PyObject *self, PyObject *args) {{", "    (void)self;",
            f"    tp_call call;\n    {declared}",
            f"    if (!tp_call_begin(&call, args, {over}, {type_at}, &in)) return tp_call_end(&call, NULL);"]
    body += before
    returns = function["returns"]
    if returns == "const char *":
        return "\n".join(body) + (f"\n    const char *text = {expression};\n"
                                  "    if (!text) Py_INCREF(Py_None);\n"
                                  "    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);\n}\n")
    if returns == "tc_feed_cursor":
        return "\n".join(body) + f"\n    return tp_call_end(&call, PyLong_FromUnsignedLongLong({expression}.position));\n}}\n"
    if returns == "uint64_t":
        return "\n".join(body) + f"\n    return tp_call_end(&call, PyLong_FromUnsignedLongLong({expression}));\n}}\n"
    if name == "tc_error_class":
        return "\n".join(body) + f"\n    return tp_call_end(&call, PyLong_FromLong({expression}));\n}}\n"
    body.append("    int32_t code;")
    run = f"code = {expression};"
    if released:
        run = f"tp_call_release(&call);\n        {run}\n        tp_call_acquire(&call);"
    if loop:
        take, done, more = loop
        body.append("    for (;;) {\n" + take + f"\n        {run}\n" +
                    (f"        if ({done}) break;\n        {more}" if done else "        break;") + "\n    }")
    else:
        body.append(f"    {run}")
    body.append("    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));")
    if re.search(r"@retval 1\b", function["doc"]):
        body.append("    return tp_call_end(&call, PyBool_FromLong(code));\n}\n")
    elif not pieces:
        body.append("    Py_INCREF(Py_None);\n    return tp_call_end(&call, Py_None);\n}\n")
    elif len(pieces) == 1:
        body.append(f"    return tp_call_end(&call, {pieces[0]});\n}}\n")
    else:
        parts = ", ".join(pieces)
        body.append(f"    return tp_call_end(&call, tp_pack({len(pieces)}, {parts}));\n}}\n")
    return "\n".join(body)


def reads_c(model, structs):
    out, methods = ["#include <string.h>\n\n"], []
    for name in model["functions"]:
        if is_read(model, name):
            out.append(read_c(model, name) + "\n")
            methods.append(f'    {{"{name[3:]}", read_{name[3:]}, METH_VARARGS, NULL}},')
    out.append("PyMethodDef TP_READS[] = {\n" + "\n".join(methods) + "\n    {NULL, NULL, 0, NULL}};\n")
    return "".join(out)
