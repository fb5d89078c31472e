#!/usr/bin/env python3
"""Make everything of the Python binding that follows from the headers and errors.def: enums, classes of
values and commands, methods, exceptions, constants, the stub of the C module and its tables. --check only
compares. What is written by hand is the ergonomic layer (engine.py, snapshot.py, aio.py …) alone."""
import pathlib
import re
import sys
import textwrap

import api_model
import gen_python_c as c

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "bindings/python/ticketcore"
MADE = "Made by scripts/gen_python.py from the public headers; do not edit."
BUILTIN_NAMES = {"id", "type", "list", "map", "max", "min", "format", "object", "property"}


class Words:
    """The headers' words as Python says them."""

    def __init__(self, model):
        self.model = model
        self.values = {}
        for enum in model["enums"]:
            for short, value in values_of(model, enum):
                self.values[value["name"]] = f"{c.enum_class(enum)}.{short}"
        self.errors = {f"TC_E_{row[0]}": error_class(row[0]) for row in api_model.errors()}
        self.commands = {command["request"]: c.command_class(command["function"])
                         for command in api_model.commands(model)}

    def name(self, match):
        word = match.group(1)
        if word in self.errors:
            return self.errors[word]
        if word in self.values:
            return self.values[word]
        if word in self.model["enums"]:
            return c.enum_class(word)
        if word in self.commands:
            return self.commands[word]
        if api_model.resolve(self.model, word) in self.model["structs"]:
            return c.class_of(api_model.resolve(self.model, word))
        return word[3:]

    def say(self, text):
        text = re.sub(r"(?:::)?\b((?:tc|TC)_\w+)(?:\(\))?", self.name, text)
        text = re.sub(r"\bNULL\b", "None", text)
        text = re.sub(r"@(?:param|p|c|ref) ", "", text)
        return text.replace("\\", "\\\\").replace('"""', "'''")


def values_of(model, enum):
    """Short names of an enum's values; error codes lose their E_."""
    return [(short[2:] if enum == "tc_code" and short.startswith("E_") else short, value)
            for short, value in api_model.short_values(model, enum)]


def error_class(name):
    made = c.camel(name)
    # Names Python has already, and one that is a class of values here.
    return {"Overflow": "SumOverflow", "Io": "StoreIO", "Nomem": "OutOfMemory", "Template": "TemplateFault",
            "Refund": "RefundTooLarge", "Channel": "OtherChannel", "Permission": "NoPermission",
            "Timeout": "TimedOut", "Sold": "TicketsSold", "Price": "NoPrice", "Amount": "OtherAmount",
            "Currency": "OtherCurrency", "State": "WrongState", "Version": "VersionMismatch",
            "Buffer": "BufferTooSmall", "Limit": "LimitExceeded", "Parse": "Malformed",
            "Orphan": "OrphanLeft", "SeatState": "WrongSeatState", "Clock": "ClockAhead",
            "SeatVersion": "SeatVersionMismatch"}.get(made, made)


def wrap(text, indent, width=100):
    pad = " " * indent
    return "\n".join(textwrap.fill(part, width, initial_indent=pad, subsequent_indent=pad,
                                   break_long_words=False, break_on_hyphens=False)
                     for part in text.split("\n"))


def sentence(text):
    text = text[:1].upper() + text[1:]
    return text if not text or text[-1] in ".!?:" else text + "."


# ---------------------------------------------------------------------------------------------
# Types of members

def hint(model, member, given):
    """The type of a member; `given`: as a caller may give it, else as an answer has it."""
    kind = member["kind"]
    if kind in ("int", "money"):
        return "Optional[int]" if member.get("none") and not given else "int"
    if kind == "cursor":
        return "bytes" if member["type"] == "tc_event_cursor" else "int"
    if kind in ("enum", "flags"):
        name = c.enum_class(member["enum"])
        return f"Union[{name}, int]" if given or member.get("open") else name
    if kind == "mask":
        item = c.enum_class(member["enum"]) if member.get("enum") else "int"
        item = f"Union[{item}, int]" if given and item != "int" else item
        return f"Iterable[{item}]" if given else f"Tuple[{item}, ...]"
    if kind == "time":
        return "datetime" if given else "Optional[datetime]" if member.get("zero") or member.get("max") else "datetime"
    if kind == "list":
        of = member["of"]
        item = "str" if of == "text" else c.class_of(of) if of in model["structs"] else "int"
        if not given:
            return f"Tuple[{item}, ...]"
        return f"Iterable[Union[{item}, Tuple[Any, ...]]]" if of in model["structs"] else f"Iterable[{item}]"
    if kind == "text":
        return "str" if given else "Optional[str]" if member.get("null") else "str"
    if kind == "blob":
        return "Union[str, bytes]" if given else "bytes"
    if kind == "request_id":
        return "Union[uuid.UUID, bytes]" if given else "uuid.UUID"
    if kind in ("secret", "secret_pointer"):
        return "bytes" if given else "Secret"
    return {"bool": "bool", "duration": "timedelta", "chars": "str", "bytes": "bytes",
            "int_list": "Tuple[int, ...]"}[kind]


def signature(model, pairs, part=False):
    """(name, type, default or None, member) of what a caller gives, in order. A part of a request is also
    what answers have, so that its numbers are never None."""
    names = c.names_of([m for m, _ in pairs])
    rows = []
    for member, must in pairs:
        typed = hint(model, member, not part)
        if part and not must and member["kind"] in ("int", "money"):
            rows.append((names[member["name"]], typed, "0", member))
        elif part and not must and member["kind"] == "enum":
            rows.append((names[member["name"]], typed, f"{typed}(0)", member))
        else:
            rows.append((names[member["name"]], typed if must or typed.startswith("Optional") else f"Optional[{typed}]",
                         None if must else "None", member))
    return rows


def doc_of_member(words, member):
    text = words.say(member["doc"])
    text = re.sub(r"may be None with \w+_count 0", "may be left out", text).replace("None with 0:", "None:")
    text = re.sub(r"; [A-Z_]+_INIT says", "; None:", text)
    if member["kind"] == "list":
        text = re.sub(r"^caller's room(?: for \w+ of issued \w+|, or None)?(?:; may be None(?: when \w+ is 0)?)?(?:[:;] )?", "",
                      text.replace("caller's room for the ids of", "the ids of")) or "what there is"
    if member["kind"] in ("time",):
        text = re.sub(r"(^|; |, )(?:UTC milliseconds|UTC)\b", "", text).strip(" ;,")
        text = re.sub(r"(^|\W)(?:0|INT64_MAX):", r"\1None:", text)
    elif member["kind"] == "duration":
        text = re.sub(r"(^|\W)0:", r"\1None:", text)
        text = re.sub(r"\b([A-Z_]+_MS_(?:MAX|DEFAULT))\b", r"\1 (milliseconds)", text)
    elif member["kind"] in ("secret", "request_id", "bytes", "cursor", "chars"):
        text = text.replace("all zero:", "None:")
    elif member["kind"] == "bool":
        text = re.sub(r"\b1:", "True:", re.sub(r"\b0:", "False:", text))
    elif member["kind"] == "mask":
        text = re.sub(r"bits? [`(]1 << \w+[`)]( of (?:the|each)| for each)?", "those", text)
        text = re.sub(r"\b0:", "None:", text)
    elif member.get("none"):
        text = text.replace("UINT32_MAX", "None").replace("TICKET_NO_SEAT", "None")
    return text or "see the headers"


# ---------------------------------------------------------------------------------------------
# Files

def enums_py(model, words):
    out = [f'"""Numbers with names. {MADE}"""\nfrom __future__ import annotations\n\n'
           "from enum import IntEnum, IntFlag\n\n__all__ = [\n"]
    out += [f'    "{c.enum_class(e)}",\n' for e in model["enums"]] + ["]\n"]
    for enum, body in model["enums"].items():
        flags = api_model.is_flags(model, enum)
        doc = body["doc"] or f"Values of {c.enum_class(enum)}"
        out.append(f"\n\nclass {c.enum_class(enum)}({'IntFlag' if flags else 'IntEnum'}):\n"
                   + wrap(f'"""{sentence(words.say(" ".join(doc.split())))}"""', 4) + "\n")
        for short, value in values_of(model, enum):
            number = hex(value["value"]) if enum in ("tc_feed_type", "tc_command_kind") else value["value"]
            out.append(f"\n    {short} = {number}\n")
            said = words.say(" ".join(value["doc"].split()))
            if said:
                out.append(wrap(f'"""{sentence(said)}"""', 4) + "\n")
    return "".join(out)


def constants_py(model):
    """Limits, with the words above each in the headers."""
    out = [f'"""Stated limits. {MADE}"""\nfrom typing import Final\n\n__all__ = [\n']
    known = {n: v for n, v in api_model.constants(model).items() if not n.startswith("TC_VERSION_")}
    out += [f'    "{name[3:]}",\n' for name in known] + ["]\n\n"]
    for name, value in known.items():
        header = next(p for p in sorted(api_model.HEADERS.glob("*.h")) if f"#define {name} " in p.read_text())
        source = header.read_text()
        said = " ".join(api_model.doc_before(source, source.index(f"#define {name} ")).split())
        out.append(f"{name[3:]}: Final = {value}\n" + (f'"""{sentence(said)}"""\n' if said else ""))
    return re.sub(r"(?:::)?TC_(\w+)", r"\1", "".join(out))


def errors_py(model):
    classes = {"REFUSED": ("Refused", "The request itself is at fault; sending it again will not help."),
               "CONFLICT": ("Conflicted", "Somebody was first; read again and decide anew."),
               "RETRY": ("TryAgain", "Nothing happened; the same request may work a moment later."),
               "STORE": ("StoreFailed", "The store or its disk needs care."),
               "FATAL": ("HandleDead", "This engine is finished; open the store again.")}
    rows = api_model.errors()
    out = [f'"""One exception for each error code. {MADE.replace("the public headers", "errors.def")}"""\n'
           "from __future__ import annotations\n\nfrom typing import Dict, Type\n\n"
           "from ._enums import Code, ErrorClass\nfrom ._failure import TicketcoreError\n\n__all__ = [\n    \"BY_CODE\",\n"]
    out += [f'    "{name}",\n' for name, _ in classes.values()]
    out += [f'    "{error_class(row[0])}",\n' for row in rows] + ["]\n"]
    for kind, (name, said) in classes.items():
        out.append(f'\n\nclass {name}(TicketcoreError):\n    """{said}"""\n\n'
                   f"    error_class = ErrorClass.{kind}\n    __slots__ = ()\n")
    for name, _, kind, said, state in rows:
        out.append(f'\n\nclass {error_class(name)}({classes[kind][0]}):\n'
                   + wrap(f'"""{sentence(said)} Afterwards: {sentence(state)}"""', 4) +
                   f"\n\n    default_code = Code.{name}\n    __slots__ = ()\n")
    out.append("\n\nBY_CODE: Dict[int, Type[TicketcoreError]] = {\n")
    out += [f"    {number}: {error_class(name)},\n" for name, number, *_ in rows] + ["}\n"]
    return "".join(out)


TYPING = ("from __future__ import annotations\n\nimport uuid\nfrom dataclasses import dataclass\n"
          "from datetime import datetime, timedelta\n"
          "from typing import Any, Iterable, List, Optional, Tuple, Union\n\n")


def class_py(model, words, name, struct, base, given):
    """A frozen class with slots. `given`: one that callers make, by values with defaults."""
    members = c.ordered(model, struct)
    names = c.names_of(members)
    doc = model["structs"][struct]["doc"] or name
    out = [f"\n\n@dataclass(frozen=True{', init=False' if given else ''})\nclass {name}({base}):\n",
           wrap(f'"""{sentence(words.say(" ".join(doc.split())))}', 4) + "\n"]
    if members:
        out.append("\n    Attributes:\n")
        out += [wrap(f"{names[m['name']]}: {doc_of_member(words, m)}", 8).replace("\n        ", "\n            ") + "\n"
                for m in members]
    out.append('    """\n\n')
    slots = ", ".join(f'"{names[m["name"]]}"' for m in members) + ("," if len(members) == 1 else "")
    out.append("\n".join(textwrap.wrap(f"__slots__ = ({slots})", 100, initial_indent="    ",
                                       subsequent_indent="                 ")) + "\n")
    if members and not given:
        out.append("\n")
    for member in members:
        if given:
            break
        out.append(f"    {names[member['name']]}: {hint(model, member, False)}\n")
    if given:
        pairs = [(m, not api_model.optional(model, struct, m)) for m in members]
        rows = signature(model, pairs, base != "Command")
        out += ["\n"] + [f"    {n}: {t}\n" for n, t, _, _ in rows]
        keyword = "*, " if base == "Command" and rows else ""
        out.append(init_py(rows, keyword))
    return "".join(out)


def init_py(rows, keyword):
    parts = [f"{n}: {t}" + (f" = {d}" if d else "") for n, t, d, _ in rows]
    head = f"    def __init__(self, {keyword}{', '.join(parts)}) -> None:" if parts else "    def __init__(self) -> None:"
    if len(head) > 100:
        inner = ",\n        ".join((["*"] if keyword else []) + parts)
        head = f"    def __init__(\n        self,\n        {inner},\n    ) -> None:"
    body = wrap(f"fill(self{''.join(', ' + n for n, *_ in rows)})", 8)
    return f"\n{head}\n{body}\n"


def values_py(model, words):
    structs = [s for s in c.used_structs(model)
               if not s.endswith("_request") and s not in ("tc_engine_options", "tc_feed_event")]
    structs.append("tc_feed_event")
    structs.sort(key=lambda s: s == "tc_feed_event")
    out = [f'"""What the engine answers, and what requests are made of. {MADE}"""\n', TYPING,
           "from ._base import FeedEventBase, Secret, Value\nfrom ._core import fill\nfrom ._enums import (\n"]
    text = "".join(class_py(model, words, c.class_of(s), s, "FeedEventBase" if s == "tc_feed_event" else "Value",
                            c.is_input(model, s) and s not in ("tc_public_key",)) for s in structs)
    out += [f"    {n},\n" for n in enums_in(model, text)] + [")\n\n__all__ = [\n"]
    out += [f'    "{c.class_of(s)}",\n' for s in structs]
    aliases = [(c.camel(a), c.class_of(api_model.resolve(model, a))) for a in model["aliases"]
               if a.endswith("_result")]
    out += [f'    "{a}",\n' for a, _ in aliases] + ["]\n", text, "\n\n"]
    out += [f"{a} = {b}\n" for a, b in aliases]
    return trim(trim("".join(out), "datetime", "timedelta", "Any", "Iterable", "List", "Optional", "Tuple", "Union"))


def enums_in(model, text):
    """Classes of numbers that stand in types or bases, not only in words."""
    code = re.sub(r'"""[^*]*?"""', "", text, flags=re.S)
    return [n for n in (c.enum_class(e) for e in model["enums"]) if re.search(rf"\b{n}\b", code)]


def trim(text, *names):
    """Without imports nobody uses."""
    body = re.sub(r"^(?:from|import) .*$", "", text, flags=re.M)
    body = re.sub(r'""".*?"""', "", body, flags=re.S)
    for module, line in re.findall(r"^from (datetime|typing|dataclasses|\.\w+) import ([\w, ]+)$", text, re.M):
        kept = [n for n in line.split(", ") if re.search(rf"\b{n}\b", body)]
        old = f"from {module} import {line}\n"
        text = text.replace(old, f"from {module} import {', '.join(kept)}\n" if kept else "", 1)
    if not re.search(r"\buuid\.", body):
        text = text.replace("import uuid\n", "", 1)
    return text


def raises(words, function, result=True):
    rows = [(code, said) for code, said in api_model.answers(function["doc"]) if code.startswith("TC_E_")]
    lines = [wrap(f"{words.errors[code]}: {words.say(said)}", 12).replace("\n            ", "\n                ")
             for code, said in rows if code in words.errors]
    return ("\n\n        Raises:\n" + "\n".join(lines)) if lines else ""


def arguments(words, rows):
    lines = [wrap(f"{n}: {doc_of_member(words, m)}", 12).replace("\n            ", "\n                ")
             for n, _, _, m in rows]
    return ("\n\n        Args:\n" + "\n".join(lines)) if lines else ""


def method(name, first, keyword, rows, answer, doc, body, indent=4):
    parts = [f"{n}: {t}" + (f" = {d}" if d else "") for n, t, d, *_ in rows]
    given = ([first] if first else []) + (["*"] if keyword and parts else []) + parts
    pad = " " * indent
    head = f"{pad}def {name}({', '.join(given)}) -> {answer}:"
    if len(head) > 100:
        head = f"{pad}def {name}(\n" + "".join(f"{pad}    {g},\n" for g in given) + f"{pad}) -> {answer}:"
    text = f'{head}\n{pad}    """{doc}\n{pad}    """\n{pad}    {body}\n'
    return text if indent else textwrap.dedent(text)


def shown(text, indent=8):
    """A docstring's first paragraph, wrapped as it stands behind the quotes."""
    return wrap(text, indent).lstrip()


def commands_py(model, words):
    commands = api_model.commands(model)
    classes, methods, asyncs = [], [], []
    for row, command in enumerate(commands):
        function = model["functions"][command["function"]]
        name, struct = c.command_class(command["function"]), command["request"]
        classes.append(class_py(model, words, name, struct, "Command", True)
                       .replace("\n    __slots__", f"\n    command_kind = CommandKind.{command['kind'][3:]}\n    __slots__", 1))
        result = c.class_of(command["result"]) if command["result"] else "None"
        members = c.ordered(model, struct)
        rows = signature(model, [(m, not api_model.optional(model, struct, m)) for m in members])
        doc = shown(sentence(words.say(api_model.summary(function["doc"])))) + arguments(words, rows) + \
            raises(words, function)
        values = ", ".join(n for n, *_ in rows) + ("," if len(rows) == 1 else "")
        body = wrap(f"answer: {result} = run(self, {row}, ({values}))", 8).lstrip() + "\n        return answer" \
            if result != "None" else wrap(f"run(self, {row}, ({values}))", 8).lstrip()
        methods.append("\n" + method(command["function"][3:], "self", True, rows, result, doc, body))
        call = wrap(f"{name}({', '.join(f'{n}={n}' for n, *_ in rows)})", 16).strip()
        back = f"answer: {result} = await self.run(\n            {call}\n        )\n        return answer" \
            if result != "None" else f"await self.run(\n            {call}\n        )"
        asyncs.append("\n" + method(command["function"][3:], "self", True, rows, result,
                                    shown(sentence(words.say(api_model.summary(function["doc"])))) +
                                    f"\n\n        As Engine.{command['function'][3:]}(), without blocking the loop.", back)
                      .replace("    def ", "    async def ", 1))
    methods = "".join(methods)
    asyncs = "".join(asyncs)
    text = "".join(classes)
    used = {n for n in words_in(text + methods)}
    values = sorted({c.class_of(api_model.resolve(model, s)) for s in c.used_structs(model)} & used)
    head = f'"""Every change of a store, as a value and as a method. {MADE}"""\n' + TYPING
    head += "from ._base import Command\nfrom ._core import EngineHandle, fill, run\nfrom ._enums import (\n" + \
        "".join(f"    {n},\n" for n in enums_in(model, text + methods)) + ")\nfrom ._values import (\n" + \
        "".join(f"    {n},\n" for n in values) + ")\n\n__all__ = [\n    \"EngineCommands\",\n" + \
        "".join(f'    "{c.command_class(k["function"])}",\n' for k in commands) + "]\n"
    text += "\n\nclass EngineCommands(EngineHandle):\n" \
        '    """Every change as a method that waits until it is durable. The interpreter lock is given up\n' \
        '    meanwhile, so threads share commits."""\n\n    __slots__ = ()\n' + methods
    sync = trim(trim(head + text))
    used = words_in(asyncs)
    values = sorted({c.class_of(api_model.resolve(model, s)) for s in c.used_structs(model)} & used)
    head = f'"""Every change as a coroutine. {MADE}"""\n' + TYPING.replace("from dataclasses import dataclass\n", "")
    head += "from ._base import Command\nfrom ._commands import (\n" + \
        "".join(f"    {c.command_class(k['function'])},\n" for k in commands) + ")\nfrom ._enums import (\n" + \
        "".join(f"    {n},\n" for n in enums_in(model, asyncs)) + ")\nfrom ._values import (\n" + \
        "".join(f"    {n},\n" for n in values) + ")\n\n__all__ = [\"AsyncCommands\"]\n"
    body = "\n\nclass AsyncCommands:\n" \
        '    """Every change as a coroutine that ends when it is durable."""\n\n    __slots__ = ()\n\n' \
        "    async def run(self, command: Command) -> Any:\n" \
        '        """Hand one command over and wait for its answer."""\n        raise NotImplementedError\n' + asyncs
    return sync, trim(trim(head + body))


def words_in(text):
    return set(re.findall(r"\b[A-Z]\w+", re.sub(r'"""[^*]*?"""', "", text, flags=re.S)))


RENAMED = {"engine_clock": "clock", "engine_set_clock": "set_clock", "engine_stat_get": "stat",
           "engine_metrics": "metrics"}
# Public only through something more fitting: an exception's members, FeedEvent.json(), Engine.backup().
HIDDEN = {"error_class", "error_name", "error_sentence", "feed_event_json", "feed_wait", "backup", "load"}


def answer_hint(model, name):
    function, shape = model["functions"][name], api_model.call_shape(model, name)
    if function["returns"] == "const char *":
        return "str" if name in ("tc_version", "tc_error_name", "tc_error_sentence") else "Optional[str]"
    if function["returns"] in ("tc_feed_cursor", "uint64_t") or name == "tc_error_class":
        return "int"
    if re.search(r"@retval 1\b", function["doc"]):
        return "bool"
    pieces = []
    for p in shape:
        if p["role"] == "out":
            pieces.append(c.class_of(p["of"]))
        elif p["role"] == "array":
            pieces.append(f"Tuple[{c.class_of(p['of'])}, ...]")
        elif p["role"] in ("text_out", "bytes_out"):
            pieces.append("str" if p["role"] == "text_out" else "bytes")
        elif p["role"] == "out_value":
            pieces.append(hint(model, p, False))
    if not pieces:
        return "None"
    return pieces[0] if len(pieces) == 1 else f"Tuple[{', '.join(pieces)}]"


def read_method(model, words, name, indent=4):
    function, shape = model["functions"][name], api_model.call_shape(model, name)
    rows = signature(model, c.inputs_of(model, name))
    if c.paged(shape):
        rows.append(("limit", "int", "1000", {"doc": "most to answer in this page", "kind": "int"}))
    short = RENAMED.get(name[3:], name[3:])
    must = [r for r in rows if not r[2]]
    may = [r for r in rows if r[2]]
    ordered = must + may
    request = any(p["role"] == "request" for p in shape)
    doc = shown(sentence(words.say(api_model.summary(function["doc"])))) + arguments(words, rows) + \
        raises(words, function)
    handle = c.handle_of(shape)
    given = (["self"] if handle else []) + [n for n, *_ in rows]
    answer = answer_hint(model, name)
    call = f"_core.{name[3:]}({', '.join(given)})"
    body = f"return {call}" if answer != "None" else call
    return method(short, "self" if handle else "", request and bool(rows), ordered, answer, doc,
                  wrap(body, 8).lstrip(), indent), ordered


def reads_py(model, words):
    groups = {"tc_engine": [], "tc_snapshot": [], None: []}
    plain = []
    for name in model["functions"]:
        if not c.is_read(model, name) or name[3:] in HIDDEN:
            continue
        handle = c.handle_of(api_model.call_shape(model, name))
        text, _ = read_method(model, words, name, 4 if handle else 0)
        groups[handle].append(text)
        if not handle:
            plain.append(name[3:])
    text = "\n\nclass EngineReads(EngineHandle):\n" \
           '    """What an engine answers about itself."""\n\n    __slots__ = ()\n\n' + "\n".join(groups["tc_engine"]) + \
           "\n\nclass SnapshotReads(SnapshotHandle):\n" \
           '    """Every reading call, at the one moment the snapshot shows."""\n\n    __slots__ = ()\n\n' + \
           "\n".join(groups["tc_snapshot"]) + "".join("\n\n" + t for t in groups[None])
    used = words_in(text)
    values = sorted({c.class_of(s) for s in c.used_structs(model)} & used)
    head = f'"""Every reading call. {MADE}"""\n' + TYPING.replace("from dataclasses import dataclass\n", "") + \
        "from . import _core\nfrom ._base import Secret\nfrom ._core import EngineHandle, SnapshotHandle\n" \
        "from ._enums import (\n" + "".join(f"    {n},\n" for n in enums_in(model, text)) + ")\nfrom ._values import (\n" + \
        "".join(f"    {n},\n" for n in values) + ")\n\n__all__ = [\n" + \
        "".join(f'    "{n}",\n' for n in ["EngineReads", "SnapshotReads"] + plain) + "]\n"
    return trim(trim(head + text))


def stub_py(model):
    reads = [n for n in model["functions"] if c.is_read(model, n)]
    rows = []
    for name in reads:
        shape = api_model.call_shape(model, name)
        handle = {"tc_engine": ["engine: EngineHandle"], "tc_snapshot": ["snapshot: SnapshotHandle"], None: []}[
            c.handle_of(shape)]
        given = [f"{n}: {t}" for n, t, _, _ in signature(model, c.inputs_of(model, name))]
        if c.paged(shape):
            given.append("limit: int")
        rows.append(f"def {name[3:]}({', '.join(handle + given)}, /) -> {answer_hint(model, name)}: ..."
                    .replace("(, /)", "()"))
    text = "\n".join(rows)
    used = words_in(text)
    values = sorted({c.class_of(s) for s in c.used_structs(model)} & used)
    head = f'"""The C module. {MADE}"""\nimport uuid\nfrom datetime import datetime, timedelta\n' \
           "from typing import Any, Callable, Dict, Iterable, List, Optional, Sequence, Tuple, Union\n\n" \
           "from ._base import Command, Secret\n" \
           "from ._enums import " + ", ".join(enums_in(model, text)) + "\nfrom ._values import " + ", ".join(values) + "\n\n"
    hand = """class EngineHandle: ...
class SnapshotHandle: ...
class QueueHandle: ...

def setup(what: Dict[str, Any], /) -> None: ...
def fill(made: object, /, *values: Any) -> None: ...
def engine_open(
    engine: EngineHandle, path: bytes, options: Tuple[Any, ...], log: Optional[Callable[[int, str, str], Any]], /
) -> None: ...
def engine_close(engine: EngineHandle, /) -> None: ...
def engine_closed(engine: EngineHandle, /) -> bool: ...
def snapshot_open(snapshot: SnapshotHandle, engine: EngineHandle, /) -> None: ...
def snapshot_refresh(snapshot: SnapshotHandle, /) -> None: ...
def snapshot_time(snapshot: SnapshotHandle, /) -> int: ...
def snapshot_commit(snapshot: SnapshotHandle, /) -> int: ...
def snapshot_close(snapshot: SnapshotHandle, /) -> None: ...
def snapshot_closed(snapshot: SnapshotHandle, /) -> bool: ...
def run(engine: EngineHandle, number: int, values: Any, /) -> Any: ...
def run_batch(engine: EngineHandle, commands: Iterable[Command], /) -> List[Any]: ...
def queue_open(queue: QueueHandle, engine: EngineHandle, capacity: int, /) -> None: ...
def submit(queue: QueueHandle, command: Command, token: object, /) -> None: ...
def queue_take(
    queue: QueueHandle, most: int, timeout_ms: int, /
) -> List[Tuple[Any, Any, Optional[Exception]]]: ...
def queue_fd(queue: QueueHandle, /) -> int: ...
def queue_in_flight(queue: QueueHandle, /) -> int: ...
def queue_close(queue: QueueHandle, /) -> None: ...
"""
    return head + hand + text + "\n"


def feed_py(model):
    """How each event's payload is laid out."""
    out = [f'"""The payload of each event of record. {MADE.replace("the public headers", "types.def")}"""\n'
           "from typing import Dict, List, Tuple\n\n__all__ = [\"ENGINE_OPTIONS\", \"LAYOUTS\"]\n\n"
           "LAYOUTS: Dict[int, Tuple[str, List[str], str, List[str]]] = {\n"
           "    # type: (struct format, names, format of what repeats, its names)\n"]
    codes = {"u8": "B", "u16": "H", "u32": "I", "u64": "Q", "i64": "q"}
    for number, name, _, head, tail in api_model.feed_layouts():
        fmt = lambda fields: "<" + "".join(codes[t] for _, t in fields)
        names = lambda fields: "[" + ", ".join(f'"{n}"' for n, _ in fields) + "]"
        out.append(f'    0x{number:04X}: ("{fmt(head)}", {names(head)}, "{fmt(tail)}", {names(tail)}),  # {name}\n')
    options = c.names_of(c.ordered(model, "tc_engine_options")).values()
    return "".join(out) + "}\n\n# Members of the engine's options, in the order of the C module's table.\n" \
        "ENGINE_OPTIONS = (" + ", ".join(f'"{n}"' for n in options) + ")\n"


def files(model):
    words = Words(model)
    sync, asynchronous = commands_py(model, words)
    return {PACKAGE / "_enums.py": enums_py(model, words), PACKAGE / "_constants.py": constants_py(model),
            PACKAGE / "_errors.py": errors_py(model), PACKAGE / "_values.py": values_py(model, words),
            PACKAGE / "_commands.py": sync, PACKAGE / "_aio_commands.py": asynchronous,
            PACKAGE / "_reads.py": reads_py(model, words), PACKAGE / "_core.pyi": stub_py(model),
            PACKAGE / "_layouts.py": feed_py(model),
            ROOT / "bindings/python/src/generated/tables.c": c.tables_c(model)}


def check_names(model):
    """No two classes of the package have one name."""
    names = [c.enum_class(e) for e in model["enums"]] + [error_class(row[0]) for row in api_model.errors()] + \
        [c.class_of(s) for s in c.used_structs(model) if not s.endswith("_request")] + \
        [c.command_class(k["function"]) for k in api_model.commands(model)]
    twice = {n for n in names if names.count(n) > 1}
    if twice:
        sys.exit(f"gen_python: two classes are named {', '.join(sorted(twice))}")


def main():
    stale = []
    check_names(api_model.load())
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
        sys.exit(f"stale: {', '.join(stale)}; run scripts/gen_python.py")


if __name__ == "__main__":
    main()
