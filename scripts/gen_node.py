#!/usr/bin/env python3
"""Make everything of the Node binding that follows from the headers, errors.def and types.def: tables of the
C module, what writes and reads their bytes in JavaScript, methods, errors, names, types. --check only
compares. What is written by hand is the ergonomic layer (bindings/node/lib/*.js, index.d.ts) alone."""
import hashlib
import pathlib
import re
import sys
import textwrap

import api_model
import gen_node_c as c
import gen_tables as t

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "bindings/node"
MADE = "Made by scripts/gen_node.py from the public headers; do not edit."
# Numbers that are one of an enum although the header only says "a number".
ENUM_OF = {"tc_scan_answer_name": "tc_scan_answer", "tc_scan_answer_sentence": "tc_scan_answer",
           "tc_order_state_name": "tc_order_state", "tc_message_kind_name": "tc_message_kind",
           "tc_message_channel_name": "tc_message_channel", "tc_message_state_name": "tc_message_state",
           "tc_payment_kind_name": "tc_payment_kind", "tc_feed_type_name": "tc_feed_type",
           "tc_account_name": "tc_account", "tc_posting_reason_name": "tc_posting_reason"}
# Not public under their own name: Engine has them in a fitting form.
HIDDEN = {"tc_engine_clock": "clock", "tc_engine_set_clock": "setClock", "tc_engine_stat_get": "stat",
          "tc_engine_metrics": "metrics"}
RESERVED = {"in", "class", "from", "new", "delete", "default", "with", "function", "enum"}


def method(name):
    return HIDDEN.get(name) or c.camel(name[3:])


def value_names(model, enum):
    """Number to name: lower case, those of the feed as the feed writes them, codes as they are."""
    if enum == "tc_feed_type":
        feed = {number: name for number, name, *_ in api_model.feed_layouts()}
        return {v["value"]: feed.get(v["value"], short.lower()) for short, v in api_model.short_values(model, enum)}
    names = {}
    for short, value in api_model.short_values(model, enum):
        short = short[2:] if enum == "tc_code" and short.startswith("E_") else short
        names[value["value"]] = short if enum == "tc_code" else short.lower()
    return names


class Words:
    """The headers' words as Node says them."""

    def __init__(self, model):
        self.model, self.values = model, {}
        for enum in model["enums"]:
            names = value_names(model, enum)
            for value in model["enums"][enum]["values"]:
                self.values[value["name"]] = f"'{names[value['value']]}'"

    def name(self, match):
        word = match.group(1)
        if word in self.values:
            return self.values[word]
        if word in self.model["enums"]:
            return t.enum_class(word)
        if word in self.model["functions"]:
            return method(word) + "()"
        if api_model.resolve(self.model, word) in self.model["structs"]:
            return t.class_of(api_model.resolve(self.model, word))
        return word[3:]

    def say(self, text):
        text = re.sub(r"(?:::)?\b((?:tc|TC)_\w+)(?:\(\))?", self.name, text)
        text = re.sub(r"\bNULL\b", "undefined", text)
        text = re.sub(r"`(\w+_\w+)`", lambda m: f"`{c.camel(m.group(1))}`", text)
        return re.sub(r"@(?:param|p|c|ref) ", "", text).replace("*/", "* /")


def comment(text, indent=0):
    pad = " " * indent
    lines = []
    for part in text.split("\n"):
        lines += textwrap.wrap(part, 96 - indent, break_long_words=False, break_on_hyphens=False) or [""]
    if len(lines) == 1:
        return f"{pad}/** {lines[0]} */\n"
    return f"{pad}/**\n" + "".join(f"{pad} * {line}".rstrip() + "\n" for line in lines) + f"{pad} */\n"


def sentence(text):
    text = " ".join(text.split())
    text = text[:1].upper() + text[1:]
    return text if not text or text[-1] in ".!?:" else text + "."


def enum_of(name, p):
    """A parameter with the enum it is known to be of."""
    if name in ENUM_OF and p["kind"] == "int":
        return dict(p, kind="enum", enum=ENUM_OF[name], open=True)
    return p


# ---------------------------------------------------------------------------------------------
# Types

def hint(model, m, given):
    kind = m["kind"]
    wide = m["type"] in ("uint64_t", "int64_t", "size_t")
    if kind in ("int", "money"):
        return ("bigint" if wide else "number") + (" | null" if m.get("none") and not given else "")
    if kind == "cursor":
        return "Uint8Array" if m["type"] == "tc_event_cursor" else "bigint"
    if kind == "enum":
        return t.enum_class(m["enum"]) + (" | number" if m.get("open") else "")
    if kind in ("flags", "mask"):
        item = t.enum_class(m["enum"]) if m.get("enum") else "number"
        item += " | number" if kind == "mask" and m.get("enum") else ""
        return f"readonly ({item})[]" if "|" in item else f"readonly {item}[]"
    if kind == "time":
        return "Date" if given or not (m.get("zero") or m.get("max")) else "Date | null"
    if kind == "list":
        of = m["of"]
        item = "string" if of == "text" else t.class_of(of) if of in model["structs"] else "bigint" if "64" in of else "number"
        return f"readonly {item}[]" if not given else f"Iterable<{item}>"
    if kind == "text":
        return "string" if given or not m.get("null") else "string | null"
    return {"bool": "boolean", "duration": "number", "chars": "string", "bytes": "Uint8Array",
            "blob": "string | Uint8Array" if given else "Uint8Array", "int_list": "readonly bigint[]",
            "request_id": "RequestId" if not given else "string | Uint8Array",
            "secret": "Secret" if not given else "Secret | Uint8Array",
            "secret_pointer": "Secret | Uint8Array"}[kind]


def member_doc(words, m):
    text = words.say(m["doc"])
    if m["kind"] == "time":
        text = re.sub(r"(^|; |, )(?:UTC milliseconds|UTC)\b", "", text).strip(" ;,")
        text = re.sub(r"(^|\W)(?:0|INT64_MAX):", r"\1null:", text)
    if m["kind"] == "duration":
        text = "milliseconds; " + text
    if m["kind"] == "bool":
        text = re.sub(r"\b1:", "true:", re.sub(r"\b0:", "false:", text))
    if m.get("none"):
        text = text.replace("UINT32_MAX", "null")
    return sentence(text)


def interface(model, words, name, struct, given):
    doc = model["structs"][struct]["doc"] or name
    out = [comment(sentence(words.say(doc))), f"export interface {name} {{\n"]
    members = t.ordered(model, struct)
    names = c.HOST.names_of(members)
    for m in members:
        may = given and api_model.optional(model, struct, m)
        out.append(comment(member_doc(words, m), 2) if m["doc"] else "")
        out.append(f"  {'' if given else 'readonly '}{names[m['name']]}{'?' if may else ''}: {hint(model, m, given)};\n")
    return "".join(out) + "}\n"


def raises(words, function):
    rows = [(code, said) for code, said in api_model.answers(function["doc"]) if code.startswith("TC_E_")]
    return "".join(f"\n@throws {error_class(code[5:])}: {words.say(said)}" for code, said in rows)


def error_class(name):
    return t.camel(name.lower()) + "Error"


def parameters(model, name):
    """(name in JavaScript, member, required), in order, of a reading call that takes no request."""
    shape = api_model.call_shape(model, name)
    rows = [(c.HOST.name_of(m), enum_of(name, m), must) for m, must in t.inputs_of(model, name)]
    rows = [(n + "_" if n in RESERVED else n, m, must) for n, m, must in rows]
    if t.paged(shape):
        rows.append(("limit", {"name": "limit", "type": "uint32_t", "kind": "int", "doc": "", "page": True}, False))
    return rows


def answer_pieces(model, name):
    """(key, type, expression) of what a reading call answers."""
    function, shape = model["functions"][name], api_model.call_shape(model, name)
    returns = function["returns"]
    if returns == "const char *":
        plain = name in ("tc_version", "tc_error_name", "tc_error_sentence")
        return [("text", "string" if plain else "string | null", "r.text()")]
    if returns in ("tc_feed_cursor", "uint64_t"):
        return [("value", "bigint", "r.u64()")]
    if name == "tc_error_class":
        return [("value", "number", "r.i32()")]
    if re.search(r"@retval 1\b", function["doc"]):
        return [("value", "boolean", "r.u32() !== 0")]
    out = []
    for p in shape:
        if p["role"] == "out":
            out.append((c.camel(p["name"]), t.class_of(p["of"]), f"d_{p['of']}(r)"))
        elif p["role"] == "array":
            out.append((c.camel(p["name"]), f"readonly {t.class_of(p['of'])}[]", f"list(r, d_{p['of']})"))
        elif p["role"] == "text_out":
            out.append(("text", "string", "r.text()"))
        elif p["role"] == "bytes_out":
            out.append((c.camel(p["name"]), "Uint8Array", "r.bytes()"))
        elif p["role"] == "out_value":
            p = enum_of(name, p)
            out.append((c.HOST.name_of(p), hint(model, p, False), getter(model, p)))
    return out


def answer_type(model, name):
    pieces = answer_pieces(model, name)
    if not pieces:
        return "void"
    return pieces[0][1] if len(pieces) == 1 else "{ " + "; ".join(f"readonly {k}: {h}" for k, h, _ in pieces) + " }"


def is_long(name):
    return name in t.LONG or name in ("tc_backup", "tc_feed_wait")


def reads_of(model, handle):
    return [n for n in model["functions"] if t.is_read(model, n) and
            t.handle_of(api_model.call_shape(model, n)) == handle]


def request_of(model, name):
    return next((p["of"] for p in api_model.call_shape(model, name) if p["role"] == "request"), None)


def read_signature(model, name):
    request = request_of(model, name)
    if request == "tc_feed_event":
        return "event: FeedEvent"
    if request:
        free = all(api_model.optional(model, request, m) for m in t.ordered(model, request))
        return f"request{'?' if free else ''}: {t.class_of(request)}"
    rows = parameters(model, name)
    last = max([i for i, (_, _, must) in enumerate(rows) if must], default=-1)
    return ", ".join(f"{n}{'?' if i > last else ''}: {hint(model, m, True)}" + (" | undefined" if not must and i < last else "")
                     for i, (n, m, must) in enumerate(rows))


def types_ts(model, words):
    out = [f"// {MADE}\nimport type {{ FeedEvent, RequestId, Secret, CommandOptions, TicketcoreError }} from '../../index.js';\n\n"]
    for enum, body in model["enums"].items():
        names = value_names(model, enum)
        out.append(comment(sentence(words.say(body["doc"] or t.enum_class(enum)))))
        out.append(f"export type {t.enum_class(enum)} =\n" +
                   "".join(f"  /** {sentence(words.say(v['doc']))} */\n  | '{names[v['value']]}'\n" for v in body["values"]).rstrip() + ";\n\n")
        key = lambda v: names[v["value"]].upper().replace(".", "_")
        out.append(f"export const {t.enum_class(enum)}: {{\n" +
                   "".join(f"  readonly {key(v)}: '{names[v['value']]}';\n" for v in body["values"]) + "};\n\n")
    for name, value in node_constants(model).items():
        out.append(f"export const {name}: {'bigint' if value > 2**53 else 'number'};\n")
    out.append("\n")
    results = {}
    for struct in t.used_structs(model):
        if struct in ("tc_feed_event", "tc_engine_options"):
            continue
        given = struct.endswith("_request") or t.is_input(model, struct) and struct != "tc_public_key"
        out.append(interface(model, words, t.class_of(struct), struct, given) + "\n")
    for alias in model["aliases"]:
        if alias.endswith(("_result", "_request")) and api_model.resolve(model, alias) in t.used_structs(model):
            out.append(f"export type {t.camel(alias)} = {t.class_of(api_model.resolve(model, alias))};\n")
    out.append("\n/** One change: a plain value that may be run, put in a batch, kept and sent again. */\n"
               "export interface Command<Answer = unknown> {\n  readonly name: string;\n  readonly request: object;\n"
               "  /** Only of its type: what it answers. */\n  readonly answers?: Answer;\n}\n\n")
    makers, methods = [], []
    for command in api_model.commands(model):
        function = model["functions"][command["function"]]
        answer = t.class_of(command["result"]) if command["result"] else "void"
        members = t.ordered(model, command["request"])
        free = all(api_model.optional(model, command["request"], m) for m in members)
        request = f"request{'?' if free else ''}: {t.class_of(command['request'])}"
        doc = sentence(words.say(api_model.summary(function["doc"])))
        makers.append(f"  /** {doc} */\n" if len(doc) < 90 else comment(doc, 2))
        makers.append(f"  {method(command['function'])}({request}): Command<{answer}>;\n")
        methods.append(comment(doc + raises(words, function), 2))
        methods.append(f"  {method(command['function'])}({request}, options?: CommandOptions): Promise<{answer}>;\n")
    out.append("/** Every command as a value. */\nexport const command: {\n" + "".join(makers) + "};\n\n")
    out.append("/** Every change as a method whose promise is resolved when it is durable. */\n"
               "export declare class EngineCommands {\n" + "".join(methods) + "}\n\n")
    for handle, name, said in (("tc_engine", "EngineReads", "What an engine answers about itself."),
                               ("tc_snapshot", "SnapshotReads", "Every reading call, at the one moment the snapshot shows.")):
        rows = []
        for read in reads_of(model, handle):
            if read in ("tc_feed_wait", "tc_backup", "tc_dump"):
                continue
            answer = answer_type(model, read)
            rows.append(comment(sentence(words.say(api_model.summary(model["functions"][read]["doc"]))) +
                                raises(words, model["functions"][read]), 2))
            rows.append(f"  {method(read)}({read_signature(model, read)}): {f'Promise<{answer}>' if is_long(read) else answer};\n")
        out.append(f"/** {said} */\nexport declare class {name} {{\n" + "".join(rows) + "}\n\n")
    for read in reads_of(model, None):
        if read in ("tc_load", "tc_feed_event_json"):
            continue
        answer = answer_type(model, read)
        out.append(comment(sentence(words.say(api_model.summary(model["functions"][read]["doc"]))) +
                           raises(words, model["functions"][read])))
        out.append(f"export function {method(read)}({read_signature(model, read)}): "
                   f"{f'Promise<{answer}>' if is_long(read) else answer};\n")
    out.append("\n")
    kinds = {"REFUSED": ("RefusedError", "The request itself is at fault; sending it again will not help."),
             "CONFLICT": ("ConflictedError", "Somebody was first; read again and decide anew."),
             "RETRY": ("TryAgainError", "Nothing happened; the same request may work a moment later."),
             "STORE": ("StoreFailedError", "The store or its disk needs care."),
             "FATAL": ("HandleDeadError", "This engine is finished; open the store again.")}
    for kind, (name, said) in kinds.items():
        out.append(f"/** {said} */\nexport class {name} extends TicketcoreError {{}}\n")
    for name, number, kind, said, state in api_model.errors():
        out.append(comment(f"{sentence(said)} Afterwards: {sentence(state)}"))
        out.append(f"export class {error_class(name)} extends {kinds[kind][0]} {{}}\n")
    return "".join(out).replace("import type { FeedEvent", "import { FeedEvent") + feed_ts()


def feed_type(name, kind):
    return "Date" if name.endswith("_ms") else "bigint" if kind in ("u64", "i64") else "number"


def feed_name(name):
    return c.camel(name[:-3] if name.endswith("_ms") else name)


def feed_ts():
    """What each event's payload holds, by its type."""
    rows = []
    for number, name, _, head, tail in api_model.feed_layouts():
        members = [f"readonly {feed_name(n)}: {feed_type(n, k)}" for n, k in head]
        if tail:
            members.append("readonly items: readonly { " + "; ".join(
                f"readonly {feed_name(n)}: {feed_type(n, k)}" for n, k in tail) + " }[]")
        rows.append(f"  '{name}': {{ {'; '.join(members)} }};\n" if members else f"  '{name}': Record<string, never>;\n")
    return "\n/** The payload of each type of event. */\nexport interface FeedData {\n" + "".join(rows) + "}\n"


def node_constants(model):
    return {n[3:]: v for n, v in api_model.constants(model).items() if not n.startswith("TC_VERSION_")}


# ---------------------------------------------------------------------------------------------
# JavaScript

def putter(model, m, value, name):
    """The statement that writes a member that was given."""
    kind, q = m["kind"], f"'{name}'"
    if kind in ("int", "money"):
        return {"uint32_t": f"w.u32({value}, {q})", "int32_t": f"w.i32({value}, {q})", "int": f"w.i32({value}, {q})",
                "int64_t": f"w.i64({value}, {q})"}.get(m["type"], f"w.u64({value}, {q})")
    if kind == "cursor":
        return f"w.raw({value}, 16, {q})" if m["type"] == "tc_event_cursor" else f"w.u64({value}, {q})"
    if kind == "enum":
        return f"w.number({value}, N_{m['enum']}, {'true' if m.get('open') else 'false'}, {q})"
    if kind == "flags":
        return f"w.flags({value}, N_{m['enum']}, {q})"
    if kind == "mask":
        return f"w.mask({value}, {'N_' + m['enum'] if m.get('enum') else 'null'}, {q})"
    if kind == "duration":
        return f"w.duration({value}, {'true' if m['type'] == 'int64_t' else 'false'}, {'true' if m.get('zero') else 'false'}, {q})"
    if kind == "list":
        of = m["of"]
        if of in model["structs"]:
            return f"w.list({value}, e_{of}, {q})"
        return f"w.list({value}, {'item_text' if of == 'text' else 'item_u64' if '64' in of else 'item_u32'}, {q})"
    if kind == "chars":
        return f"w.chars({value}, {m['length_max']}, {q})"
    if kind == "bytes":
        return f"w.raw({value}, {m['length_max']}, {q})"
    return {"bool": f"w.bool({value}, {q})", "time": f"w.time({value}, {q})", "text": f"w.text({value}, {q})",
            "blob": f"w.blob({value}, {q})", "request_id": f"w.requestId({value}, {q})",
            "secret": f"w.secret({value}, {q})", "secret_pointer": f"w.secret({value}, {q})"}[kind]


def getter(model, m):
    kind = m["kind"]
    if kind in ("int", "money"):
        plain = {"uint32_t": "r.u32()", "int32_t": "r.i32()", "int": "r.i32()", "int64_t": "r.i64()"}.get(m["type"], "r.u64()")
        return "r.u32OrNull()" if m.get("none") else plain
    if kind == "cursor":
        return "r.bytes()" if m["type"] == "tc_event_cursor" else "r.u64()"
    if kind == "enum":
        return f"named(V_{m['enum']}, r.u32())"
    if kind == "flags":
        return f"flags(V_{m['enum']}, r.u32())"
    if kind == "mask":
        return f"mask({'V_' + m['enum'] if m.get('enum') else 'null'}, r.u32())"
    if kind == "list":
        of = m["of"]
        return f"list(r, {'d_' + of if of in model['structs'] else 'read_text' if of == 'text' else 'read_u64' if '64' in of else 'read_u32'})"
    return {"bool": "r.u32() !== 0", "time": "r.time()", "duration": "r.f64()", "text": "r.text()", "chars": "r.text()",
            "bytes": "r.bytes()", "blob": "r.bytes()", "request_id": "r.requestId()", "secret": "r.secret()",
            "int_list": "r.row()"}[kind]


def with_lengths(model, struct, members):
    """Members with the bytes their arrays have."""
    known = dict(api_model.constants(model))
    for m in members:
        if m.get("length"):
            m["length_max"] = eval(m["length"], {"__builtins__": {}}, known) if m["kind"] in ("chars", "bytes") else 0  # headers of our own
    return members


def encoder(model, struct):
    members = with_lengths(model, struct, t.ordered(model, struct))
    names = c.HOST.names_of(members)
    keys = ", ".join(f"'{names[m['name']]}'" for m in members)
    out = [f"const K_{struct} = new Set([{keys}]);\nfunction e_{struct}(w, o) {{\n  w.object(o);\n  const at = w.begin();\n  let m = 0, n = 0, v;\n"]
    for bit, m in enumerate(members):
        name = names[m["name"]]
        must = not api_model.optional(model, struct, m)
        out.append(f"  v = o.{name};\n  if (v != null) {{ n++; m |= {1 << bit}; {putter(model, m, 'v', name)}; }}"
                   + (f" else w.missing('{name}');\n" if must else f" else if (v === null) n++;\n"))
    return "".join(out) + f"  w.end(at, m);\n  w.known(o, n, K_{struct});\n}}\n"


def decoder(model, struct):
    members = t.ordered(model, struct)
    names = c.HOST.names_of(members)
    body = "".join(f"    {names[m['name']]}: {getter(model, m)},\n" for m in members)
    if struct == "tc_feed_event":
        return f"function d_{struct}(r) {{\n  return new FeedEvent({{\n{body}  }});\n}}\n"
    return f"function d_{struct}(r) {{\n  return {{\n{body}  }};\n}}\n"


def read_js(model, row, name, indent):
    """One reading call as a method or a function."""
    handle = t.handle_of(api_model.call_shape(model, name))
    request, short = request_of(model, name), method(name)
    target = "this[HANDLE]" if handle else "0"
    pad = " " * indent
    lines = []
    if request:
        given, keep = "request = {}", [f"e_{request}(w, request);"]
    else:
        rows = parameters(model, name)
        with_lengths(model, None, [m for _, m, _ in rows])
        given = ", ".join(n + (" = 1000" if m.get("page") else "") for n, m, _ in rows)
        keep = ["const at = w.begin();", "let m = 0;"]
        for bit, (n, m, must) in enumerate(rows):
            put = f"m |= {1 << bit}; {putter(model, m, n, n)};"
            keep.append(f"{put}" if must or m.get("page") else f"if ({n} != null) {{ {put} }}")
        keep.append("w.end(at, m);")
    later = is_long(name)
    pieces = answer_pieces(model, name)
    answer = "undefined" if not pieces else pieces[0][2] if len(pieces) == 1 else \
        "({ " + ", ".join(f"{k}: {e}" for k, _, e in pieces) + " })"
    begin = f"{pad}{'async ' if later else ''}{'' if handle else 'function '}{short}({given}) {{\n"
    body = "".join(f"{pad}    {line}\n" for line in keep)
    encode = f"{pad}  const w = wire.begin();\n{pad}  try {{\n{body}{pad}  }} catch (e) {{\n{pad}    throw wire.fault(w, e, '{short}');\n{pad}  }}\n"
    if later:
        who = "this" if handle else "null"
        tail = f"{pad}  return wire.readLater({row}, {who}, w, (r) => {answer});\n"
    elif not pieces:
        tail = f"{pad}  wire.read({row}, {target}, w);\n"
    else:
        tail = f"{pad}  const r = wire.read({row}, {target}, w);\n{pad}  return {answer};\n"
    return begin + encode + tail + f"{pad}}}\n"


def code_js(model, signature):
    reads = [n for n in model["functions"] if t.is_read(model, n)]
    commands = api_model.commands(model)
    out = [f"// {MADE}\n'use strict';\nconst wire = require('../wire.js');\n"
           "const { FeedEvent, HANDLE, RUN, flags, item_text, item_u32, item_u64, list, mask, named, read_text, read_u32, read_u64 } = wire;\n\n",
           f"exports.signature = '{signature}';\n\n"]
    for enum in model["enums"]:
        names = value_names(model, enum)
        out.append(f"const V_{enum} = {{ {', '.join(f'{v if v >= 0 else repr(str(v))}: {chr(39)}{n}{chr(39)}' for v, n in names.items())} }};\n"
                   f"const N_{enum} = new Map(Object.entries(V_{enum}).map(([v, n]) => [n, Number(v)]));\n")
    out.append("exports.enums = {\n" + "".join(
        f"  {t.enum_class(e)}: Object.freeze({{ " + ", ".join(
            f"{n.upper().replace('.', '_')}: '{n}'" for n in value_names(model, e).values()) + " }),\n" for e in model["enums"]) + "};\n"
        "exports.FEED_TYPES = V_tc_feed_type;\nexports.CODES = V_tc_code;\n\n")
    out.append("exports.constants = {\n" + "".join(
        f"  {n}: {v}{'n' if v > 2**53 else ''},\n" for n, v in node_constants(model).items()) + "};\n\n")
    structs = t.used_structs(model)
    for struct in structs:
        if t.is_input(model, struct) or struct == "tc_feed_event":
            out.append(encoder(model, struct))
        if not struct.endswith("_request"):
            out.append(decoder(model, struct))
    out.append("exports.options = e_tc_engine_options;\nexports.conflict = d_tc_conflict;\n\n")
    out.append("/** Row by row: name, what writes the request, what reads the answer. */\nconst COMMANDS = [\n" + "".join(
        f"  {{ row: {i}, name: '{method(k['function'])}', encode: e_{k['request']}, decode: {'d_' + k['result'] if k['result'] else 'null'} }},\n"
        for i, k in enumerate(commands)) + "];\nexports.COMMANDS = COMMANDS;\n\n")
    out.append("class EngineCommands {\n" + "".join(
        f"  {method(k['function'])}(request = {{}}, options) {{\n    return this[RUN](COMMANDS[{i}], request, options);\n  }}\n"
        for i, k in enumerate(commands)) + "}\nexports.EngineCommands = EngineCommands;\n\n")
    for handle, name, base in (("tc_engine", "EngineReads", " extends EngineCommands"), ("tc_snapshot", "SnapshotReads", "")):
        out.append(f"class {name}{base} {{\n" + "".join(
            read_js(model, i, n, 2) for i, n in enumerate(reads) if n in reads_of(model, handle)) +
            f"}}\nexports.{name} = {name};\n\n")
    out += [read_js(model, i, n, 0) for i, n in enumerate(reads) if n in reads_of(model, None)]
    out.append("exports.functions = {\n" + "".join(f"  {method(n)},\n" for n in reads_of(model, None)) + "};\n\n")
    classes = {"REFUSED": "RefusedError", "CONFLICT": "ConflictedError", "RETRY": "TryAgainError",
               "STORE": "StoreFailedError", "FATAL": "HandleDeadError"}
    out.append("/** Number to code, its class's name, and the name of the class that is under. */\nexports.ERRORS = {\n" + "".join(
        f"  '{number}': ['{name}', '{error_class(name)}', '{classes[kind]}', '{kind.lower()}'],\n"
        for name, number, kind, *_ in api_model.errors()) + "};\n\n")
    out.append("/** The payload of each type of event: names and widths, and of what repeats. */\nexports.LAYOUTS = {\n" + "".join(
        f"  '{name}': [{rows(head)}, {rows(tail)}],\n" for _, name, _, head, tail in api_model.feed_layouts()) + "};\n")
    return "".join(out)


def rows(fields):
    return "[" + ", ".join(f"['{feed_name(n)}', '{'ms' if n.endswith('_ms') else k}']" for n, k in fields) + "]"


def exports_of(model):
    """Names that index.mjs hands on, of what is generated."""
    functions = [method(n) for n in reads_of(model, None) if n not in ("tc_load", "tc_feed_event_json")]
    errors = ["RefusedError", "ConflictedError", "TryAgainError", "StoreFailedError", "HandleDeadError"] + \
        [error_class(row[0]) for row in api_model.errors()]
    return [t.enum_class(e) for e in model["enums"]] + list(node_constants(model)) + functions + errors


def index_mjs(model):
    hand = ["AbortedError", "ClosedError", "Engine", "FeedEvent", "Secret", "Snapshot", "TicketcoreError", "command", "load"]
    names = sorted(hand + exports_of(model))
    return f"// {MADE}\nimport ticketcore from './index.js';\n\nexport const {{\n" + "".join(f"  {n},\n" for n in names) + \
        "} = ticketcore;\nexport default ticketcore;\n"


def files(model):
    words = Words(model)
    tables = c.tables_c(model)
    shape = tables + code_js(model, "")
    signature = hashlib.sha256(shape.encode()).hexdigest()[:16]
    return {PACKAGE / "src/generated/tables.c": tables + f'\nconst char TN_SIGNATURE[] = "{signature}";\n',
            PACKAGE / "lib/generated/code.js": code_js(model, signature),
            PACKAGE / "lib/generated/types.d.ts": types_ts(model, words),
            PACKAGE / "index.mjs": index_mjs(model)}


def main():
    stale = []
    for path, text in files(api_model.load()).items():
        text = "\n".join(line.rstrip() for line in text.split("\n"))
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text() != text:
                stale.append(str(path.relative_to(ROOT)))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text() != text:
                path.write_text(text)
    if stale:
        sys.exit(f"stale: {', '.join(stale)}; run scripts/gen_node.py")


if __name__ == "__main__":
    main()
