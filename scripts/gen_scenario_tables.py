#!/usr/bin/env python3
"""Write the tables by which the scenario runner turns JSON into request structs and results into JSON:
every struct's fields, every command's request and result, a wrapper for every reading call."""
import sys

import api_model

SCALARS = {"uint8_t": "U8", "uint16_t": "U16", "uint32_t": "U32", "int32_t": "I32", "uint64_t": "U64",
           "int64_t": "I64", "size_t": "SIZE"}
VALUES = {"tc_secret": "SECRET", "tc_request_id": "REQUEST_ID"}


class Tables:
    def __init__(self, model):
        self.model = model
        self.types = []  # in an order in which what is named is above

    def struct(self, name):
        name = api_model.resolve(self.model, name)
        if name in self.types or name not in self.model["structs"] or name in VALUES:
            return name
        for field in self.model["structs"][name]["fields"]:
            if field["type"] in self.model["structs"] or field["type"] in self.model["aliases"]:
                self.struct(field["type"])
        self.types.append(name)
        return name

    def field(self, owner, field):
        names = {f["name"] for f in self.model["structs"][owner]["fields"]}
        name, base = field["name"], api_model.resolve(self.model, field["type"])
        count = next((n for n in (f"{name}_count", f"{name[:-1]}_count", f"{name}_bytes") if n in names), None)
        room = f"{name}_capacity" if f"{name}_capacity" in names else None
        at = lambda other: f"offsetof({owner}, {other})" if other else "NO_FIELD"
        kind, element, length = None, "NULL", "0"
        if field["array"]:
            length = f"sizeof((({owner} *)0)->{name})"
            if base == "char":
                kind = "CHARS"
            elif base == "uint8_t":
                kind = "BYTES"
            elif base == "int64_t":
                kind = "I64_LIST"
        elif field["pointers"] == 0:
            kind = SCALARS.get(base) or VALUES.get(base)
            if not kind and base in self.model["structs"]:
                kind, element = "STRUCT", f"&type_{base}"
        elif field["pointers"] == 1:
            if base == "char":
                kind = "TEXT"
            elif base == "tc_secret":
                kind = "SECRET_POINTER"
            elif base in ("uint32_t", "uint64_t"):
                kind = "ARRAY_" + SCALARS[base]
            elif base in self.model["structs"]:
                kind, element = "ARRAY", f"&type_{base}"
        elif field["pointers"] == 2 and base == "char":
            kind = "ARRAY_TEXT"
        if not kind:
            return None
        return f'{{"{name}", {kind}, offsetof({owner}, {name}), {length}, {element}, {at(count)}, {at(room)}}}'


def type_text(tables, name):
    struct = tables.model["structs"][name]
    rows = [row for row in (tables.field(name, f) for f in struct["fields"]) if row]
    sized = struct["fields"] and struct["fields"][0]["name"] == "size"
    init = f"{name.upper()}_INIT"
    has_init = init in tables.model["inits"]
    start = f"static const {name} init_{name} = {init};\n" if has_init else ""
    return (start + f"static const scenario_field fields_{name}[] = {{\n    " + ",\n    ".join(rows) + "};\n"
            f"const scenario_type type_{name} = {{\"{name}\", sizeof({name}), fields_{name}, {len(rows)}, "
            f"{'true' if sized else 'false'}, {f'&init_{name}' if has_init else 'NULL'}}};\n")


def read_text(tables, name, function):
    """A wrapper, or None where the call's shape is not one of plain values, one request, one answer."""
    model, lines, call, after = tables.model, [], ["snapshot"], []
    params = function["params"][1:]
    for i, p in enumerate(params):
        base, label = api_model.resolve(model, p["type"]), p["name"]
        following = params[i + 1]["name"] if i + 1 < len(params) else ""
        if base == "tc_error":
            call.append("error")
        elif base in SCALARS and p["pointers"] == 0 and label != "capacity":
            lines.append(f'    {base} {label} = ({base})scenario_number(with, "{label}");')
            call.append(label)
        elif base == "char" and p["const"]:
            lines.append(f'    const char *{label} = scenario_text(with, "{label}");')
            call.append(label)
        elif base == "tc_secret" and p["const"]:
            lines.append(f"    tc_secret {label};")
            call.append(f'scenario_secret(with, "{label}", &{label})')
        elif base == "tc_secret":
            lines.append(f"    tc_secret {label};")
            call.append(f"&{label}")
            after.append(f'    json_object_set_new(shown, "{label}", scenario_hex({label}.bytes, 16));')
        elif base in model["structs"] and p["const"]:
            tables.struct(base)
            lines.append(f"    {base} *{label} = scenario_make(&type_{base}, with);")
            call.append(label)
        elif base in SCALARS and p["pointers"] == 1:
            lines.append(f"    {base} {label} = 0;")
            call.append(f"&{label}")
            after.append(f'    json_object_set_new(shown, "{label}", json_integer((json_int_t){label}));')
        elif base in model["structs"] and p["pointers"] == 1 and following == "capacity":
            tables.struct(base)
            lines.append(f"    {base} *{label} = scenario_room(&type_{base});")
            call.append(f"{label}, SCENARIO_ROOM")
            after.append(f'    json_object_set_new(shown, "{label}", scenario_list(&type_{base}, {label}, count));')
        elif label == "capacity" and params[i - 1]["pointers"] == 1 and api_model.resolve(model, params[i - 1]["type"]) in model["structs"]:
            continue
        elif base in model["structs"] and p["pointers"] == 1:
            tables.struct(base)
            lines.append(f"    {base} *{label} = scenario_make(&type_{base}, NULL);")
            call.append(label)
            after.append(f"    scenario_show(&type_{base}, {label}, shown);")
        else:
            return None
    return (f"static int32_t read_{name}(tc_snapshot *snapshot, json_t *with, json_t *shown, tc_error *error) {{\n"
            "    (void)with, (void)shown;\n" + "\n".join(lines) +
            f"\n    int32_t code = {name}({', '.join(call)});\n    if (code != TC_OK) return code;\n" +
            "\n".join(after) + "\n    return code;\n}\n")


def main():
    model = api_model.load()
    tables = Tables(model)
    commands = api_model.commands(model)
    for command in commands:
        for struct in (command["request"], command["result"]):
            if struct:
                tables.struct(struct)
    reads = []
    for name, function in model["functions"].items():
        params = function["params"]
        if params and params[0]["type"] == "tc_snapshot" and function["returns"] == "int32_t" and \
                name not in ("tc_snapshot_refresh", "tc_verify", "tc_dump"):
            text = read_text(tables, name, function)
            if text:
                reads.append((name, text))
    out = ["/* Made by scripts/gen_scenario_tables.py from the public headers. */", '#include "scenario.h"', ""]
    out += [type_text(tables, name) for name in tables.types]
    out += [text for _, text in reads]
    out.append("const scenario_command SCENARIO_COMMANDS[] = {")
    for c in commands:
        request = f"&type_{c['request']}" if c["request"] else "NULL"
        result = f"&type_{c['result']}" if c["result"] else "NULL"
        out.append(f'    {{"{c["function"][3:]}", {c["kind"]}, {request}, {result}}},')
    out.append("    {NULL, 0, NULL, NULL}};")
    out.append("const scenario_read SCENARIO_READS[] = {")
    out += [f'    {{"{name[3:]}", read_{name}}},' for name, _ in reads]
    out.append("    {NULL, NULL}};")
    out.append("const scenario_constant SCENARIO_CONSTANTS[] = {")
    for enum in model["enums"].values():
        out += [f'    {{"{v["name"]}", {v["name"]}}},' for v in enum["values"]]
    out.append("    {NULL, 0}};\n")
    text = "\n".join(out)
    if len(sys.argv) > 1:
        open(sys.argv[1], "w", encoding="utf-8").write(text)
    else:
        print(text)


main()
