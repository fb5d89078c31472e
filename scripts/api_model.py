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


# ---------------------------------------------------------------------------------------------
# What the members mean, for bindings: which are plumbing, which are times, money, lists, secrets.

# A member's or parameter's kind, and what else is known of it:
#   size flags0 reserved count capacity length   plumbing: no host of another language sees it
#   bool int money                  "type" is the C integer type; "none": UINT32_MAX means "none"
#   enum flags mask                 "enum" is the tc_… enum, or None; a mask has bits 1 << value; "open":
#                                   numbers outside the enum are fine
#   time duration                   milliseconds; "zero": 0 means "none"; "max": INT64_MAX means "none"
#   text chars bytes secret secret_pointer request_id cursor blob
#   struct list int_list            "of": a struct, "text", or a C integer type; "count", "capacity": the
#                                   members beside it
#   function pointer                C only
DURATIONS = re.compile(r"(^|_)(ttl|life|lease|within|retry_after|timeout)_ms$")
VALUES = {"tc_secret": "secret", "tc_request_id": "request_id", "tc_feed_cursor": "cursor",
          "tc_event_cursor": "cursor"}
INTEGERS = ("uint8_t", "uint16_t", "uint32_t", "int32_t", "uint64_t", "int64_t", "size_t", "int")
# What no rule finds in the words.
ENUM_OF = {("tc_message_lease_request", "channels"): ("mask", "tc_message_channel"),
           ("tc_ticket_type_view", "channels"): ("mask", None),
           ("tc_payment_command", "about"): ("enum", "tc_payment_kind"),
           ("tc_order_refund_request", "flags"): ("flags", "tc_order_flag")}
ZERO_TIMES = {("tc_template", "updated_at_ms")}


def enum_of_constant(model, constant):
    return next((name for name, enum in model["enums"].items()
                 if any(v["name"] == constant for v in enum["values"])), None)


def full_doc(model, struct, field):
    """The member's words; "as in ::tc_other" is followed."""
    doc = " ".join(field["doc"].split())
    match = re.match(r"as in (?:::)?(tc_\w+)$", doc)
    if match and match.group(1) in model["structs"] and match.group(1) != struct:
        for other in model["structs"][match.group(1)]["fields"]:
            if other["name"] == field["name"]:
                return full_doc(model, match.group(1), other)
    return doc


def integer_meaning(model, owner, name, base, doc):
    """Kind and enum of an integer member or parameter, from its name and its words."""
    if (owner, name) in ENUM_OF:
        kind, enum = ENUM_OF[owner, name]
        return {"kind": kind, "enum": enum, "open": True}
    enums = [e for e in re.findall(r"::(tc_\w+)", doc) if e in model["enums"]]
    if not enums:
        enums = [enum_of_constant(model, c) for c in re.findall(r"::(TC_\w+)", doc)]
        enums = [e for e in enums if e and e != "tc_code"] if not re.search(r"\bwith ::", doc) else []
    if "1 <<" in doc:
        return {"kind": "mask", "enum": enums[0] if enums else None, "open": True}
    if enums and (re.search(r"or-ed|a set of", doc) or name in ("flags", "rules")):
        return {"kind": "flags", "enum": enums[0]}
    if name == "flags":
        return {"kind": "flags0"}
    if name.endswith("_minor"):
        return {"kind": "money"}
    if name.endswith("_ms"):
        zero = (owner, name) in ZERO_TIMES or bool(re.search(r"(^|\W)0( ?:| unless)|else 0$", doc))
        end = "INT64_MAX" in doc
        if DURATIONS.search(name):
            return {"kind": "duration", "zero": zero}
        return {"kind": "time", "zero": zero and not end, "max": end}
    if enums and base in ("uint32_t", "int32_t"):
        return {"kind": "enum", "enum": enums[0], "open": "the host's own" in doc}
    if base == "uint32_t" and re.search(r"^1: |: 1 when |: 1 or 0$|^0: it stood so", doc):
        return {"kind": "bool"}
    none = base == "uint32_t" and bool(re.search(r"or UINT32_MAX|UINT32_MAX (?:when|at)|TC_TICKET_NO_SEAT", doc))
    return {"kind": "int", "none": none}


def members(model, struct):
    """The members of a struct with what they mean. A struct that is an alias answers for its target."""
    struct = resolve(model, struct)
    fields = model["structs"][struct]["fields"]
    names = {f["name"] for f in fields}
    out = []
    for field in fields:
        name, doc = field["name"], full_doc(model, struct, field)
        base = resolve(model, field["type"])
        member = {"name": name, "type": base, "doc": doc, "kind": None}
        counted = next((n for n in (name[:-6], f"{name[:-6]}s") if name.endswith("_count") and n in names), None)
        if name == "size":
            member["kind"] = "size"
        elif name in ("reserved", "reserved_bytes"):
            member["kind"] = "reserved"
        elif counted and any(f["name"] == counted and f["pointers"] for f in fields):
            member.update(kind="count", of=counted)
        elif name.endswith("_capacity") and name[:-9] in names:
            member.update(kind="capacity", of=name[:-9])
        elif name in ("text_bytes", "payload_size"):
            member.update(kind="length", of=name.rsplit("_", 1)[0])
        elif field["array"]:
            member["length"] = field["array"][0]
            member["kind"] = {"char": "chars", "uint8_t": "bytes"}.get(base, "int_list")
            if member["kind"] == "int_list":
                member["of"] = base
        elif field["pointers"] == 0:
            if base in VALUES:
                member["kind"] = VALUES[base]
            elif base in INTEGERS:
                member.update(integer_meaning(model, struct, name, base, doc))
            else:
                member["kind"] = "struct" if base in model["structs"] else "function"
                member["of"] = base
        elif base == "char":
            length = next((n for n in (f"{name}_bytes",) if n in names), None)
            if length:
                member.update(kind="blob", length=length)
            elif field["pointers"] == 2:
                member.update(kind="list", of="text", count=f"{name}_count")
            else:
                member["kind"] = "text"
        elif base == "tc_secret":
            member["kind"] = "secret_pointer"
        elif base == "void":
            member.update({"kind": "blob", "length": f"{name}_size"} if f"{name}_size" in names
                          else {"kind": "pointer"})
        else:
            count = next((n for n in (f"{name}_count", f"{name[:-1]}_count") if n in names), None)
            capacity = f"{name}_capacity" if f"{name}_capacity" in names else None
            member.update(kind="list", of=base, count=count, capacity=capacity)
        if member["kind"] == "text":
            member["null"] = "NULL" in doc
        out.append(member)
    return out


PLUMBING = ("size", "reserved", "count", "capacity", "length", "flags0", "pointer", "function")


def init_of(model, struct):
    """C text that begins a struct: its INIT, that of an alias, its size alone, or None for one that has no
    size to say."""
    own = [struct] + [alias for alias in model["aliases"] if resolve(model, alias) == struct]
    macro = next((f"{name.upper()}_INIT" for name in own if f"{name.upper()}_INIT" in model["inits"]), None)
    fields = model["structs"][struct]["fields"]
    return macro or (f"{{.size = sizeof({struct})}}" if fields and fields[0]["name"] == "size" else None)


def seen(model, struct):
    """The members a host of another language sees."""
    return [m for m in members(model, struct) if m["kind"] not in PLUMBING]


# Requests whose members may be left out although no word says so, and the other way round.
MUST = {"price_minor"}
MAY = {("tc_pool_update_request", "name"), ("tc_pool_update_request", "capacity"),
       ("tc_pool_update_request", "open"), ("tc_pool_update_request", "channel"),
       ("tc_checkin_scan_request", "ticket"), ("tc_message_lease_request", "worker"),
       ("tc_template_delete_request", "locale"), ("tc_engine_options", "clock_ms")}


def optional(model, struct, member):
    """Whether a request's member may be left out: its zero means a default."""
    struct, name, doc = resolve(model, struct), member["name"], member["doc"]
    if (struct, name) in MAY or re.search(r"_update_request$", struct) and \
            struct + "." + name not in (f"{struct}.{n}" for n in update_keys(struct)):
        return True
    if name in MUST or re.search(r"must be given", doc):
        return False
    if member["kind"] in ("flags", "mask", "request_id", "cursor", "bool") or "_INIT" in doc:
        return True
    if member["kind"] == "enum" and any(v["value"] == 0 and "NONE" not in v["name"]
                                        for v in model["enums"][member["enum"]]["values"]):
        return True
    if re.search(r'\bNULL|""', doc):
        return True
    if member["kind"] == "list":
        return bool(re.search(r"may be NULL|the old hold's|tags|to void|variables", doc)) or name in ("pools", "tags", "seats") \
            and struct == "tc_hold_swap_request"
    if member["kind"] in ("bytes", "struct"):
        return "all zero" in doc
    return bool(re.search(r"(^|\W)0( ?:| …| means)|\b0: any|; 0\b|or 0$|must be 0|not looked at|looked at when", doc))


def update_keys(struct):
    """The members by which an update finds its object; all others may be left out."""
    noun = re.sub(r"^tc_|_update_request$", "", struct)
    return {"event": ["event"], "venue": ["venue"], "ticket_type": ["event", "ticket_type"],
            "pool": ["event", "pool"], "map": ["map", "text"]}.get(noun, [])


def update_mask(model, struct):
    """Member that says what an update changes, its enum, and which bit stands for which members; or None."""
    for member in members(model, struct):
        if member["kind"] != "flags" or not struct.endswith("_update_request"):
            continue
        bits = {}
        for value in model["enums"][member["enum"]]["values"]:
            names = [n for n in re.findall(r"`(\w+)`", value["doc"]) if not n.endswith("_count")]
            for name in names or [value["name"].rsplit("_", 1)[1].lower()]:
                bits[name] = value["name"]
        if any(m["name"] in bits for m in members(model, struct)):
            return member["name"], member["enum"], bits
    return None


# How much room an answer's list needs: a member of the request, or a constant.
ROOM = {("tc_hold_create", "seats"): "seats_count", ("tc_hold_swap", "seats"): "seats_count",
        ("tc_hold_best", "seats"): "quantity", ("tc_seat_block", "seats"): "seats_count",
        ("tc_seat_unblock", "seats"): "seats_count", ("tc_seat_channel", "seats"): "seats_count",
        ("tc_message_lease", "messages"): "max", ("tc_payment_lease", "commands"): "max",
        ("tc_order_create", "tickets"): "TC_ORDER_TICKETS_MAX", ("tc_order_quote", "lines"): "items_count"}


def short_values(model, enum):
    """An enum's values as (short name, value): without what all of them begin with."""
    values = model["enums"][enum]["values"]
    if len(values) > 1:
        parts = [v["name"].split("_") for v in values]
        shared = 0
        while all(len(p) > shared + 1 and p[shared] == parts[0][shared] for p in parts):
            shared += 1
    else:
        own = enum.upper().rsplit("_", 1)[0].split("_")
        shared = next((n for n in range(len(own), 0, -1)
                       if values[0]["name"].split("_")[:n] == own[:n]), 1)
    return [("_".join(v["name"].split("_")[shared:]), v) for v in values]


def is_flags(model, enum):
    """Whether an enum's values are or-ed."""
    return enum.endswith(("_flag", "_field"))


def constants(model):
    """Every integer constant with its value."""
    known = {}
    for _ in range(4):  # constants may be sums of others, in any order
        for name, text in model["constants"].items():
            try:
                known[name] = eval(text, {"__builtins__": {}}, dict(known))  # headers of our own
            except NameError:
                continue
    return known


# Reading calls and the calls that are no command, by the shape of their parameters.
def call_shape(model, name):
    """Parameters of a function as a list of {name, role, …}. Roles: handle (engine, snapshot, queue), in
    (a value; with the keys of members()), request (a struct by pointer), out (a struct), out_value (an
    integer, cursor or secret by pointer), array (of structs or integers, with its capacity), room (of the
    array before it), count (entries of the array), text_out (characters, with capacity and length),
    bytes_out, capacity, length, in_count (of the input before it), out_handle, pointer, error."""
    function = model["functions"][name]
    params, out = function["params"], []
    names = [p["name"] for p in params]
    for i, p in enumerate(params):
        base, label = resolve(model, p["type"]), p["name"]
        doc = param_doc(function, label)
        item = {"name": label, "type": base, "doc": doc, "kind": None}
        if base == "tc_error":
            item["role"] = "error"
        elif base in ("tc_engine", "tc_snapshot", "tc_queue"):
            item["role"] = "handle" if p["pointers"] == 1 else "out_handle"
        elif p["pointers"] == 0 and base in VALUES:
            item.update(role="in", kind=VALUES[base])
        elif p["pointers"] == 0 and base in INTEGERS:
            if label == "capacity":
                item["role"] = "capacity"
            elif label == "count" or label.endswith(("_bytes", "_length")):
                item["role"] = "in_count"
            else:
                item.update(role="in", **integer_meaning(model, name, label, base, doc))
        elif base == "char" and p["const"]:
            item.update(role="in", kind="blob" if f"{label}_bytes" in names else "text",
                        null=bool(re.search(r"\bNULL", doc)))
        elif base == "void" and p["const"]:
            item.update(role="in", kind="blob")
        elif base in ("char", "uint8_t") and p["pointers"] == 1:
            item["role"] = "text_out" if base == "char" else "bytes_out"
        elif base == "tc_secret" and p["const"]:
            item.update(role="in", kind="secret_pointer", null=bool(re.search(r"(?<!not )NULL", doc)))
        elif base in model["structs"] and p["const"]:
            counted = i + 1 < len(params) and names[i + 1] == "count"
            item.update(role="in" if counted else "request", kind="list" if counted else "struct", of=base)
        elif p["pointers"] == 1 and label == "count":
            item.update(role="count", whole=bool(re.search(r"however many fitted|how many there are", doc)))
        elif p["pointers"] == 1 and label == "length":
            item["role"] = "length"
        elif p["pointers"] == 1 and (base in INTEGERS or base in VALUES):
            item["role"] = "out_value"
            item.update({"kind": VALUES[base]} if base in VALUES else
                        integer_meaning(model, name, label, base, doc))
        elif base in model["structs"] and p["pointers"] == 1:
            several = any(q["name"] == "count" and q["pointers"] for q in params)
            item.update(role="array" if several else "out", of=base)
        elif base == "void":
            item["role"] = "pointer"
        else:
            raise ValueError(f"{name}: parameter {label} has no known role")
        out.append(item)
    return out


def param_doc(function, label):
    match = re.search(rf"@param(?:\[\w+(?:,\w+)?\])?\s+{label}\b(.*?)(?=\n@|$)", function["doc"], re.S)
    return " ".join(match.group(1).split()) if match else ""


def summary(doc):
    """A comment's words before its first @tag."""
    return " ".join(re.split(r"(?:^|\s)@(?:param|retval|return|since|thread)\b", doc)[0].split())


def answers(doc):
    """The (code, words) of a comment's @retval lines."""
    return [(code, " ".join(words.split())) for code, words in
            re.findall(r"@retval\s+(\S+)\s+(.*?)(?=\n@|\s@since|$)", doc, re.S)]


def errors():
    """The rows of errors.def: (name, number, class, sentence, state afterwards)."""
    text = (ROOT / "src/base/errors.def").read_text()
    return [(name, int(number), kind, sentence, state) for name, number, kind, sentence, state in
            re.findall(r'^TC_ERROR\((\w+), (-\d+), (\w+), "([^"]*)", "([^"]*)"\)$', text, re.M)]


def feed_layouts():
    """The rows of types.def: (number, "name", subject, fields, repeated fields), fields as (name, type)."""
    text = (ROOT / "src/feed/types.def").read_text()
    rows = []
    for number, name, subject, payload in re.findall(
            r'^TC_FEED\(\w+, (0x\w+), "([^"]+)", (\w+), "([^"]*)"\)$', text, re.M):
        head, _, tail = payload.partition("*(")
        fields = lambda part: [tuple(word.split(":")) for word in part.rstrip(")").split()]
        rows.append((int(number, 16), name, subject, fields(head), fields(tail)))
    return rows


if __name__ == "__main__":
    model = load()
    model["commands"] = commands(model)
    json.dump(model, sys.stdout, indent=1)
