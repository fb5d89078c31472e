#!/usr/bin/env python3
"""The C tables and reading calls of a binding, from the headers' model. What differs between languages is a
Host (gen_python_c.py, gen_node_c.py); the hand-written C beside the tables knows no struct by name."""
import re

import api_model

# Calls that may take long or wait: made without the interpreter lock.
LONG = {"tc_verify", "tc_dump", "tc_load", "tc_map_export", "tc_map_svg", "tc_event_svg", "tc_map_validate"}
# Made by hand (handles.c, commands.c, queue.c): their arguments are handles, callbacks or any command.
BY_HAND = {"tc_engine_open", "tc_engine_close", "tc_snapshot_open", "tc_snapshot_refresh", "tc_snapshot_time",
           "tc_snapshot_commit", "tc_snapshot_close", "tc_command_run", "tc_command_batch", "tc_command_submit",
           "tc_queue_open", "tc_queue_next", "tc_queue_fd", "tc_queue_in_flight", "tc_queue_close"}
# Kinds and facts of a tp_field, without the host's prefix.
KINDS = {"uint32_t": "U32", "int32_t": "I32", "int": "I32", "uint64_t": "U64", "int64_t": "I64", "size_t": "SIZE"}
MEANINGS = {"bool": "BOOL", "enum": "ENUM", "flags": "FLAGS", "mask": "MASK", "time": "TIME",
            "duration": "DURATION", "text": "TEXT", "chars": "CHARS", "bytes": "BYTES",
            "secret": "SECRET", "secret_pointer": "SECRET_POINTER", "request_id": "REQUEST_ID",
            "blob": "BLOB", "int_list": "ROW_I64"}
LISTS = {"uint32_t": "LIST_U32", "uint64_t": "LIST_U64", "text": "LIST_TEXT"}


class Host:
    """What a language's tables and calls are written with. A subclass fills in what is None."""
    prefix = None       # of C names: "tp"
    head = None         # the first lines of the file
    const = ""          # "const " where no table is written to

    def __init__(self):
        self.upper = self.prefix.upper()

    def name_of(self, member, taken=()):
        """A member's or parameter's name in the language."""
        raise NotImplementedError

    def names_of(self, members):
        """The names of a struct's members."""
        taken = {m["name"] for m in members}
        return {m["name"]: self.name_of(m, taken) for m in members}


def camel(name):
    return "".join(part.capitalize() for part in re.sub(r"^tc_", "", name).split("_"))


def class_of(struct):
    return camel(struct)


def enum_class(enum):
    return {"tc_error_class_id": "ErrorClass"}.get(enum, camel(enum))


def command_class(function):
    return camel(function)


def ordered(model, struct):
    """What a host sees of a struct: in a request or part of one, what must be given comes first."""
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


def field_row(host, model, owner, member, name, required, bit="0"):
    """One row of a table of fields."""
    kind, base = member["kind"], member["type"]
    none = f"{host.upper}_NONE"
    facts, length, count, room, element, numbers = [], "0", none, none, "NULL", None
    at = lambda other: f"offsetof({owner}, {other})"
    if kind in ("int", "money", "cursor"):
        if kind == "cursor" and base == "tc_event_cursor":
            tp, length = "BYTES", "16"
        else:
            tp = "U64" if kind == "cursor" else KINDS[base]
        if member.get("none"):
            facts.append("MAX")
    elif kind == "list":
        tp = LISTS.get(member["of"], "LIST")
        count = at(member["count"]) if member["count"] else none
        if tp == "LIST":
            element = f"&{host.prefix}_type_{member['of']}"
        wide = member.get("wide") or any(m["name"] == member["count"] and m["type"] in ("size_t", "uint64_t")
                                         for m in (api_model.members(model, owner) if owner in model["structs"] else []))
        if wide:
            facts.append("WIDE")
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
                facts.append("WIDE")
        if kind == "duration" and base == "int64_t":
            facts.append("WIDE")
        if member.get("zero"):
            facts.append("ZERO")
        if member.get("max"):
            facts.append("MAX")
        if member.get("enum"):
            numbers = member["enum"]
        if member.get("open"):
            facts.append("OPEN")
    if required:
        facts.append("REQUIRED")
    return (f'    {{"{name}", {host.upper}_{tp}, {" | ".join(f"{host.upper}_{f}" for f in facts) or "0"}, '
            f'{at(member["name"])}, {length}, {count}, {room}, {bit}, {element}{host.field_tail(numbers)}}},')


def fields_table(host, model, struct):
    members = ordered(model, struct)
    names, mask = host.names_of(members), api_model.update_mask(model, struct)
    rows = []
    for member in members:
        must = is_input(model, struct) and not api_model.optional(model, struct, member)
        bit = mask[2].get(member["name"], "0") if mask else "0"
        rows.append(field_row(host, model, struct, member, names[member["name"]], must, bit))
    return f"static {host.const}{host.prefix}_field fields_{struct}[] = {{\n" + "\n".join(rows) + "\n};\n", len(members)


def type_row(host, model, variable, name, struct, count, static=False):
    init = f"&init_{struct}" if api_model.init_of(model, struct) else "NULL"
    mask = api_model.update_mask(model, struct)
    mask_at = f"offsetof({struct}, {mask[0]})" if mask else f"{host.upper}_NONE"
    return (f'{"static " if static else ""}{host.const}{host.prefix}_type {variable} = {{"{name}", {init}, fields_{struct}, '
            f'sizeof({struct}), {count}, {mask_at}{host.type_tail}}};\n')


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


def tables_c(host, model):
    p, upper = host.prefix, host.upper
    out, types = [host.head] + host.enum_tables(model), []
    structs = used_structs(model)
    counts = {}
    for struct in structs:
        init = api_model.init_of(model, struct)
        if init:
            out.append(f"static const {struct} init_{struct} = {init};\n")
        text, counts[struct] = fields_table(host, model, struct)
        out.append(text)
        if not struct.endswith("_request"):
            out.append(type_row(host, model, f"{p}_type_{struct}", class_of(struct), struct, counts[struct]))
            types.append(f"&{p}_type_{struct}")
        elif struct.endswith("_list_request") or struct == "tc_order_quote_request":
            out.append(type_row(host, model, f"{p}_type_{struct}", struct[3:-8], struct, counts[struct]))
    rows = []
    for c in api_model.commands(model):
        variable = f"{p}_command_{c['function']}"
        out.append(type_row(host, model, variable, command_class(c["function"]), c["request"], counts[c["request"]], True))
        types.append(f"&{variable}")
        result = f"&{p}_type_{c['result']}" if c["result"] else "NULL"
        room_from, room_field, constant = f"{upper}_NONE", f"{upper}_NONE", "0"
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
    out.append(host.lists(model, types))
    out.append(f"const {p}_command {upper}_COMMANDS[] = {{\n" + "\n".join(rows) + "\n};\n"
               f"const size_t {upper}_COMMANDS_COUNT = sizeof {upper}_COMMANDS / sizeof *{upper}_COMMANDS;\n")
    return "".join(out) + "\n" + reads_c(host, model)


# ---------------------------------------------------------------------------------------------
# Calls

def is_read(model, name):
    return name not in BY_HAND and name not in {c["function"] for c in api_model.commands(model)}


def inputs_of(model, name):
    """What a caller gives: (member, required) in order; a request's members stand for it."""
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


def in_struct(host, model, name, shape):
    """The table of a call's arguments (with its struct), its type and its table's address."""
    short = name[3:]
    request = next((p for p in shape if p["role"] == "request"), None)
    if request:
        return "", request["of"], f"&{host.prefix}_type_{request['of']}"
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
        rows.append(field_row(host, model, owner, p, host.name_of(p), required))
    if paged(shape):
        limit = {"name": "limit", "type": "uint32_t", "kind": "int"}
        lines.append("    uint32_t limit;")
        rows.append(field_row(host, model, owner, limit, "limit", True))
    lines = lines or ["    uint32_t nothing;"]
    table = (f"typedef struct {owner} {{\n" + "\n".join(lines) + f"\n}} {owner};\n"
             f"static {host.const}{host.prefix}_field fields_{owner}[] = {{\n" + ("\n".join(rows) or "    {0}") + "\n};\n"
             f'static {host.const}{host.prefix}_type type_{owner} = {{"{short}", NULL, fields_{owner}, sizeof({owner}), {len(rows)}, '
             f"{host.upper}_NONE{host.type_tail}}};\n")
    return table, owner, f"&type_{owner}"


def read_c(host, model, name):
    """One reading call: its arguments' table and its function."""
    function, shape = model["functions"][name], api_model.call_shape(model, name)
    short, handle, pre = name[3:], handle_of(shape), host.prefix
    over = {"tc_engine": "OVER_ENGINE", "tc_snapshot": "OVER_SNAPSHOT", None: "OVER_NOTHING"}[handle]
    table, in_type, type_at = in_struct(host, model, name, shape)
    before, call, pieces, loop = [], [], [], None
    request = next((p for p in shape if p["role"] == "request"), None)
    for i, p in enumerate(shape):
        role, label = p["role"], p["name"]
        if role == "handle":
            call.append(host.call + ("engine" if handle == "tc_engine" else "snapshot"))
        elif role == "error":
            call.append(f"&{host.call}error")
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
                                  f"    {label}.{member['name']} = {host.room(member['of'], 'room')};\n"
                                  f"    if (!{label}.{member['name']}) {host.give_up}")
            call.append(f"&{label}")
            pieces.append(host.put_struct(of, label))
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
            loop = (f"        {label} = {host.room(of, 'room')};\n"
                    f"        if (!{label}) {host.give_up}",
                    "code < 0 || count <= room" if whole else None, "room = count;")
            call.append(label)
            pieces.append(host.put_list(of, label))
        elif role == "capacity":
            call.append("room")
        elif role == "count":
            call.append("&count")
        elif role in ("text_out", "bytes_out"):
            sized = any(q["role"] == "capacity" for q in shape)
            c_type = "char" if role == "text_out" else "uint8_t"
            before.append(f"    {c_type} *{label};\n    size_t room = {'4096' if sized else 'TC_WEBHOOK_SIGNATURE_MAX'};"
                          + ("\n    size_t length = 0;" if sized else ""))
            loop = (f"        {label} = {pre}_arena_take(&{host.call}arena, room, 1);\n"
                    f"        if (!{label}) {host.give_up}",
                    "code != TC_E_BUFFER" if sized else None, "room = length + 1;")
            call.append(label)
            pieces.append(host.put_text(label, "length" if sized else f"strlen({label})", role == "bytes_out"))
        elif role == "length":
            call.append("&length")
        elif role == "out_value":
            before.append(f"    {p['type']} {label} = {{0}};" if p["type"] in model["structs"] else
                          f"    {p['type']} {label} = 0;")
            call.append(f"&{label}")
            table += f"typedef struct out_{short}_{label} {{\n    {p['type']} {label};\n}} out_{short}_{label};\n" \
                     f"static const {pre}_field field_{short}_{label} =\n" + \
                     field_row(host, model, f"out_{short}_{label}", p, host.name_of(p), False).rstrip(",") + ";\n"
            pieces.append(host.put_field(f"field_{short}_{label}", label))
    expression = f"{name}({', '.join(call)})"
    body = [table, host.opening(short, in_type, type_at, f"{host.upper}_{over}")] + before
    plain = host.plain_answer(name, function["returns"], expression)
    if plain:
        return "\n".join(body) + plain
    body.append("    int32_t code;")
    run = host.run(f"code = {expression};", name in LONG or handle == "tc_engine")
    if loop:
        take, done, more = loop
        body.append("    for (;;) {\n" + take + f"\n        {run}\n" +
                    (f"        if ({done}) break;\n        {more}" if done else "        break;") + "\n    }")
    else:
        body.append(f"    {run}")
    body.append(host.closing(pieces, bool(re.search(r"@retval 1\b", function["doc"]))))
    return "\n".join(body)


def reads_c(host, model):
    out, rows = ["#include <string.h>\n\n"], []
    for name in model["functions"]:
        if is_read(model, name):
            out.append(read_c(host, model, name) + "\n")
            rows.append(host.read_row(model, name))
    out.append(host.reads_table(rows))
    return "".join(out)
