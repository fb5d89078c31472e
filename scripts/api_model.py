#!/usr/bin/env python3
"""Read the public headers into a model: enums, structs, functions, with their documentation.

The one place that understands the headers' C, so that whatever is generated from them (the scenario
runner's tables, the bindings) comes from the same reading. Prints the model as JSON."""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADERS = ROOT / "include/ticketcore"

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)


def clean_doc(text):
    lines = [re.sub(r"^\s*\*? ?", "", line) for line in text.split("\n")]
    return "\n".join(lines).strip().lstrip("<").strip()


def strip(text):
    return COMMENT.sub(" ", text)


def doc_before(source, at):
    head = source[:at].rstrip()
    if not head.endswith("*/"):
        return ""
    begin = head.rfind("/**")
    return clean_doc(head[begin + 3:-2]) if begin >= 0 else ""


def parse_declarator(text):
    """'const tc_hold_seat *seats' or 'char currency[4]' into type, pointers, name, array."""
    text = " ".join(text.split())
    match = re.match(r"^(const )?(?:struct )?(\w+)((?: ?\*(?: ?const)?)*) ?(\w+)((?:\[[^\]]*\])*)$", text)
    if not match:
        raise ValueError(f"cannot read declaration: {text}")
    const, base, stars, name, array = match.groups()
    return {"const": bool(const), "type": base, "pointers": stars.count("*"), "name": name,
            "array": re.findall(r"\[([^\]]*)\]", array)}


def parse_fields(body):
    fields = []
    for match in re.finditer(r"([^;]+);\s*(/\*\*<.*?\*/)?", body, re.S):
        declaration = strip(match.group(1)).strip()
        if not declaration:
            continue
        field = parse_declarator(declaration)
        field["doc"] = clean_doc(match.group(2)[3:-2]) if match.group(2) else ""
        fields.append(field)
    return fields


def parse_enum(body):
    values = []
    for match in re.finditer(r"(\w+)\s*(?:=\s*(-?\w+))?\s*,?\s*(/\*\*<.*?\*/)?", strip_keep_docs(body), re.S):
        name, value, doc = match.groups()
        values.append({"name": name, "value": int(value, 0) if value else
                       (values[-1]["value"] + 1 if values else 0),
                       "doc": clean_doc(doc[3:-2]) if doc else ""})
    return values


def strip_keep_docs(body):
    return re.sub(r"/\*(?!\*<).*?\*/", " ", body, flags=re.S)


def parse_header(path, model):
    source = path.read_text()
    for match in re.finditer(r"typedef enum (\w+) \{(.*?)\} (\w+);", source, re.S):
        model["enums"][match.group(3)] = {"header": path.name, "values": parse_enum(match.group(2)),
                                          "doc": doc_before(source, match.start())}
    for match in re.finditer(r"typedef struct (\w+) \{(.*?)\n?\} ?(\w+);", source, re.S):
        model["structs"][match.group(3)] = {"header": path.name, "fields": parse_fields(match.group(2)),
                                            "doc": doc_before(source, match.start())}
    bare = COMMENT.sub(lambda m: re.sub(r"[^\n]", " ", m.group(0)), source)
    for match in re.finditer(r"typedef (tc_\w+) (tc_\w+);", bare):
        model["aliases"][match.group(2)] = match.group(1)
    for match in re.finditer(r"TC_API\s+([\w ]+?[ \*]+)(tc_\w+)\(([^)]*)\);", bare, re.S):
        result, name, parameters = match.groups()
        parsed = [] if parameters.strip() in ("void", "") else [
            parse_declarator(p) for p in parameters.split(",")]
        model["functions"][name] = {"header": path.name, "returns": " ".join(result.split()),
                                    "params": parsed, "doc": doc_before(source, match.start())}
    model["inits"] += re.findall(r"#define (TC_\w+_INIT)\b", bare)
    for match in re.finditer(r"#define (TC_\w+) (\(?-?\d[\w \*\(\)\+]*)", bare):
        model["constants"][match.group(1)] = match.group(2).strip()


def load():
    model = {"enums": {}, "structs": {}, "aliases": {}, "functions": {}, "constants": {}, "inits": []}
    for path in sorted(HEADERS.glob("*.h")):
        parse_header(path, model)
    return model


def resolve(model, name):
    while name in model["aliases"]:
        name = model["aliases"][name]
    return name


def commands(model):
    """Every command kind with its function, request and result struct (None: none)."""
    out = []
    for value in model["enums"]["tc_command_kind"]["values"]:
        name = value["name"].lower()
        function = model["functions"].get(name)
        if not function:
            sys.exit(f"{value['name']}: there is no function {name}()")
        request, result = None, None
        for parameter in function["params"]:
            if parameter["name"] == "request":
                request = resolve(model, parameter["type"])
            if parameter["name"] == "result":
                result = resolve(model, parameter["type"])
        out.append({"kind": value["name"], "function": name, "request": request, "result": result,
                    "verb": name[3:].replace("_", ".", 1) if name.count("_") == 2 else name[3:]})
    return out


if __name__ == "__main__":
    model = load()
    model["commands"] = commands(model)
    json.dump(model, sys.stdout, indent=1)
