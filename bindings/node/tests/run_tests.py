#!/usr/bin/env python3
"""Run the Node binding's tests on the module a build folder has: run_tests.py BUILD [files].

Under a sanitizer the module's runtime library is loaded before Node. The headers' model is given to the tests as
JSON, so that they know every public call."""
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent


def python_runner():
    """run_tests.py of the Python binding, which knows what a sanitizer needs."""
    spec = importlib.util.spec_from_file_location("python_run_tests", ROOT / "bindings/python/tests/run_tests.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def write_model(build):
    """What scenario.mjs and coverage.mjs need of the headers."""
    sys.path.insert(0, str(ROOT / "scripts"))
    import api_model
    import gen_node
    import gen_node_c
    import gen_tables
    model = api_model.load()
    structs = {}
    for struct in gen_tables.used_structs(model):
        members = gen_tables.ordered(model, struct)
        names = gen_node_c.HOST.names_of(members)
        structs[struct] = [dict(m, js=names[m["name"]], names=m.get("enum") and gen_node.value_names(model, m["enum"]),
                                flags=bool(m.get("enum")) and api_model.is_flags(model, m["enum"])) for m in members]
    reads = {}
    for name in model["functions"]:
        if gen_tables.is_read(model, name):
            shape = api_model.call_shape(model, name)
            reads[name[3:]] = {"method": gen_node.method(name), "handle": gen_tables.handle_of(shape),
                               "request": gen_node.request_of(model, name), "shape": shape,
                               "inputs": [dict(m, js=n, must=must) for n, m, must in gen_node.parameters(model, name)],
                               "pieces": [k for k, *_ in gen_node.answer_pieces(model, name)]}
    document = {"structs": structs, "reads": reads, "functions": list(model["functions"]),
                "aliases": {a: api_model.resolve(model, a) for a in model["aliases"]},
                "commands": {k["function"][3:]: dict(k, method=gen_node.method(k["function"])) for k in api_model.commands(model)},
                "constants": {v["name"]: v["value"] for e in model["enums"].values() for v in e["values"]}}
    place = build / "bindings/node/model.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps(document))
    return place


def environment(build):
    """The environment in which a Node of these tests runs."""
    module = build / "bindings/node/ticketcore.node"
    env = dict(os.environ, TICKETCORE_BUILD=str(build), TICKETCORE_NODE=str(module), TICKETCORE_ROOT=str(ROOT),
               TICKETCORE_MODEL=str(write_model(build)))
    first = python_runner().sanitizer(module)
    if first:
        env["LD_PRELOAD"] = ":".join(first)
        env["ASAN_OPTIONS"] = "detect_leaks=0:abort_on_error=1:allocator_may_return_null=1"
    return env


def run(build, files):
    """The tests' own report, and whether all passed."""
    done = subprocess.run([os.environ.get("NODE", "node"), "--expose-gc", "--test", "--test-reporter=tap", *map(os.path.abspath, files)],
                          env=environment(build), cwd=build, stdout=subprocess.PIPE, text=True)
    print(done.stdout)
    return done.stdout, done.returncode


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    slow = {"packaging.test.mjs", "demo.test.mjs"}
    last = HERE / "z_coverage.test.mjs"
    if sys.argv[2:] == ["slow"]:
        passes = [[path for path in sorted(HERE.glob("*.test.mjs")) if path.name in slow]]
    elif sys.argv[2:]:
        passes = [sys.argv[2:]]
    else:
        shutil.rmtree(build / "bindings/node/calls", ignore_errors=True)
        passes = [[path for path in sorted(HERE.glob("*.test.mjs")) if path.name not in slow | {last.name}], [last]]
    counts, code = {}, 0
    for files in passes:
        told, answer = run(build, files)
        code = code or answer
        for kind, number in re.findall(r"^# (pass|fail|skipped|cancelled) (\d+)$", told, re.M):
            counts[kind] = counts.get(kind, 0) + int(number)
    print(f"[  PASSED  ] {counts.get('pass', 0)} test(s).")
    if counts.get("skipped"):
        print(f"[  SKIPPED ] {counts['skipped']} test(s), listed below:")
    failed = counts.get("fail", 0) + counts.get("cancelled", 0)
    if failed:
        print(f"[  FAILED  ] {failed} test(s), listed below:")
    sys.exit(code)


if __name__ == "__main__":
    main()
