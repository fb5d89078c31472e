#!/usr/bin/env python3
"""How the C tables and reading calls of gen_tables.py are written for the Python module (bindings/python/src).
Called by gen_python.py."""
import gen_tables
from gen_tables import (camel, class_of, command_class, enum_class, handle_of, inputs_of, is_input, is_read,  # noqa: F401
                        ordered, paged, used_structs)


class Python(gen_tables.Host):
    prefix = "tp"
    head = "/* Made by scripts/gen_python.py from the public headers; do not edit. */\n#include \"../core.h\"\n\n"
    type_tail = ", 0, NULL, NULL"
    call = "call."
    give_up = "return tp_call_end(&call, NULL);"

    def name_of(self, member, taken=()):
        """Milliseconds are datetimes and timedeltas here, so names lose their unit."""
        name = member["name"]
        short = name[:-3] if name.endswith("_ms") else name
        if taken and short == name:
            return name
        if short in taken:
            short += "_time"
        return short + "_" if short in ("from", "class", "is", "in") else short

    def field_tail(self, enum):
        return f", {f'&tp_enum_{enum}' if enum else 'NULL'}, NULL"

    def enum_tables(self, model):
        return [f'static tp_enum tp_enum_{e} = {{"{enum_class(e)}", NULL, {{NULL}}}};\n' for e in model["enums"]]

    def lists(self, model, types):
        return ("\ntp_type *const TP_TYPES[] = {\n    " + ",\n    ".join(types) + "};\n"
                "const size_t TP_TYPES_COUNT = sizeof TP_TYPES / sizeof *TP_TYPES;\n"
                "tp_enum *const TP_ENUMS[] = {\n    " + ",\n    ".join(f"&tp_enum_{e}" for e in model["enums"]) + "};\n"
                "const size_t TP_ENUMS_COUNT = sizeof TP_ENUMS / sizeof *TP_ENUMS;\n")

    def room(self, of, count):
        return f"tp_call_room(&call, &tp_type_{of}, {count})"

    def put_struct(self, of, label):
        return f"tp_decode(&tp_type_{of}, &{label})"

    def put_list(self, of, label):
        return f"tp_decode_list(&tp_type_{of}, {label}, count)"

    def put_text(self, label, length, raw):
        return f"PyBytes_FromStringAndSize((const char *){label}, (Py_ssize_t){length})" if raw else \
            f"tp_decode_text({label}, {length})"

    def put_field(self, field, label):
        return f"tp_decode_field(&{field}, &{label})"

    def opening(self, short, in_type, type_at, over):
        return (f"static PyObject *read_{short}(PyObject *self, PyObject *args) {{\n    (void)self;\n"
                f"    tp_call call;\n    {in_type} in;\n"
                f"    if (!tp_call_begin(&call, args, {over}, {type_at}, &in)) return tp_call_end(&call, NULL);")

    def plain_answer(self, name, returns, expression):
        if returns == "const char *":
            return (f"\n    const char *text = {expression};\n"
                    "    if (!text) Py_INCREF(Py_None);\n"
                    "    return tp_call_end(&call, text ? tp_decode_text(text, strlen(text)) : Py_None);\n}\n")
        if returns == "tc_feed_cursor":
            return f"\n    return tp_call_end(&call, PyLong_FromUnsignedLongLong({expression}.position));\n}}\n"
        if returns == "uint64_t":
            return f"\n    return tp_call_end(&call, PyLong_FromUnsignedLongLong({expression}));\n}}\n"
        if name == "tc_error_class":
            return f"\n    return tp_call_end(&call, PyLong_FromLong({expression}));\n}}\n"
        return None

    def run(self, statement, released):
        return f"tp_call_release(&call);\n        {statement}\n        tp_call_acquire(&call);" if released else statement

    def closing(self, pieces, truth):
        head = "    if (code < 0) return tp_call_end(&call, tp_raise(code, &call.error));\n"
        if truth:
            return head + "    return tp_call_end(&call, PyBool_FromLong(code));\n}\n"
        if not pieces:
            return head + "    Py_INCREF(Py_None);\n    return tp_call_end(&call, Py_None);\n}\n"
        if len(pieces) == 1:
            return head + f"    return tp_call_end(&call, {pieces[0]});\n}}\n"
        return head + f"    return tp_call_end(&call, tp_pack({len(pieces)}, {', '.join(pieces)}));\n}}\n"

    def read_row(self, model, name):
        return f'    {{"{name[3:]}", read_{name[3:]}, METH_VARARGS, NULL}},'

    def reads_table(self, rows):
        return "PyMethodDef TP_READS[] = {\n" + "\n".join(rows) + "\n    {NULL, NULL, 0, NULL}};\n"


HOST = Python()
names_of = HOST.names_of


def python_name(name, taken=()):
    """A parameter's name in Python."""
    return HOST.name_of({"name": name}, taken)


def tables_c(model):
    return gen_tables.tables_c(HOST, model)
