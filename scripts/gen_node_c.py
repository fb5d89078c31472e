#!/usr/bin/env python3
"""How the C tables and reading calls of gen_tables.py are written for the Node module (bindings/node/src):
from bytes to bytes, in any thread. Called by gen_node.py."""
import re

import gen_tables


def camel(name):
    """like_this, likeThis."""
    return re.sub(r"_(\w)", lambda m: m.group(1).upper(), name)


class Node(gen_tables.Host):
    prefix = "tn"
    const = "const "
    head = "/* Made by scripts/gen_node.py from the public headers; do not edit. */\n#include \"../core.h\"\n\n"
    type_tail = ""
    call = "call->"
    give_up = "return TC_E_NOMEM;"

    def name_of(self, member, taken=()):
        """Moments are a Date here, so their names lose the unit; durations keep it."""
        name = member["name"]
        if member.get("kind") == "time" and name.endswith("_ms"):
            name = name[:-3] + ("_time" if name[:-3] in taken else "")
        return camel(name)

    def field_tail(self, enum):
        return ""

    def enum_tables(self, model):
        return []

    def lists(self, model, types):
        return "\n"

    def room(self, of, count):
        return f"tn_call_room(call, &tn_type_{of}, {count})"

    def put_struct(self, of, label):
        return f"tn_decode(&tn_type_{of}, &{label}, call->out)"

    def put_list(self, of, label):
        return f"tn_decode_list(&tn_type_{of}, {label}, count, call->out)"

    def put_text(self, label, length, raw):
        return f"tn_decode_text((const char *){label}, {length}, call->out)"

    def put_field(self, field, label):
        return f"tn_decode_field(&{field}, &{label}, call->out)"

    def opening(self, short, in_type, type_at, over):
        return (f"static int32_t read_{short}(tn_call *call) {{\n    {in_type} in;\n"
                f"    if (!tn_encode({type_at}, &call->in, &in, &call->arena)) return TN_E_BROKEN;")

    def plain_answer(self, name, returns, expression):
        if returns == "const char *":
            return (f"\n    const char *text = {expression};\n"
                    "    tn_decode_text(text, text ? strlen(text) : 0, call->out);\n    return TC_OK;\n}\n")
        if returns in ("tc_feed_cursor", "uint64_t"):
            value = expression + (".position" if returns == "tc_feed_cursor" else "")
            return f"\n    uint64_t value = {value};\n    tn_put(call->out, &value, sizeof value);\n    return TC_OK;\n}}\n"
        if name == "tc_error_class":
            return f"\n    int32_t value = {expression};\n    tn_put(call->out, &value, sizeof value);\n    return TC_OK;\n}}\n"
        return None

    def run(self, statement, released):
        return statement

    def closing(self, pieces, truth):
        head = "    if (code < 0) return code;\n"
        if truth:
            return head + "    tn_put_u32(call->out, code > 0);\n    return TC_OK;\n}\n"
        return head + "".join(f"    {piece};\n" for piece in pieces) + "    return TC_OK;\n}\n"

    def read_row(self, model, name):
        handle = gen_tables.handle_of(gen_tables.api_model.call_shape(model, name))
        over = {"tc_engine": "ENGINE", "tc_snapshot": "SNAPSHOT", None: "NOTHING"}[handle]
        return f'    {{"{name[3:]}", TN_OVER_{over}, read_{name[3:]}}},'

    def reads_table(self, rows):
        return ("const tn_read TN_READS[] = {\n" + "\n".join(rows) + "\n};\n"
                "const size_t TN_READS_COUNT = sizeof TN_READS / sizeof *TN_READS;\n")


HOST = Node()


def tables_c(model):
    return gen_tables.tables_c(HOST, model)
