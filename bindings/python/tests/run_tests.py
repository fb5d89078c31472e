#!/usr/bin/env python3
"""Run the Python binding's tests on the module a build folder has: run_tests.py BUILD [pytest options].

The package is put together beside the module out of links, so nothing is installed. Under a sanitizer the
module's runtime library is loaded before Python's own."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE = HERE.parent / "ticketcore"
ROOT = HERE.parent.parent.parent


def put_together(build):
    """A folder that has the package as it would be installed."""
    site = build / "bindings/python/site"
    folder = site / "ticketcore"
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {path.name: path for path in PACKAGE.iterdir() if path.suffix in (".py", ".pyi", ".typed")}
    wanted["_core.abi3.so"] = build / "bindings/python/_core.abi3.so"
    wanted["py.typed"] = PACKAGE / "py.typed"
    for old in folder.iterdir():
        if old.name not in wanted and old.name != "__pycache__":
            old.unlink()
    for name, path in wanted.items():
        link = folder / name
        if not link.is_symlink() or link.resolve() != path.resolve():
            link.unlink(missing_ok=True)
            link.symlink_to(path)
    return site


def sanitizer(module):
    """What must be loaded first, or nothing."""
    linked = subprocess.run(["ldd", str(module)], capture_output=True, text=True).stdout
    words = [line.split() for line in linked.splitlines()]
    found = [w[2] for w in words if len(w) > 2 and w[0].startswith(("libasan", "libtsan"))]
    if found:  # other modules throw C++ exceptions, which the runtime must have seen the library of
        cpp = subprocess.run(["cc", "-print-file-name=libstdc++.so.6"], capture_output=True, text=True).stdout.strip()
        found += [cpp] if os.path.isabs(cpp) else []
    return found


def environment(build):
    """The environment in which a Python of these tests runs."""
    env = dict(os.environ, PYTHONPATH=str(put_together(build)), PYTHONDONTWRITEBYTECODE="1",
               TICKETCORE_BUILD=str(build), TICKETCORE_ROOT=os.environ.get("TICKETCORE_ROOT", str(ROOT)))
    first = sanitizer(build / "bindings/python/_core.abi3.so")
    if first:
        env["LD_PRELOAD"] = ":".join(first)
        env["ASAN_OPTIONS"] = "detect_leaks=0:abort_on_error=1:allocator_may_return_null=1"
    return env


def python():
    """The Python with the tools of the tests: that of the build, else the one that runs this."""
    own = ROOT / "build/python/bin/python"
    return str(own) if own.exists() else sys.executable


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    where = python()
    if subprocess.run([where, "-c", "import pytest"], capture_output=True).returncode:
        print("pytest is not installed; ./dev setup installs it")
        sys.exit(77)
    given = [os.path.abspath(word) if os.path.exists(word.split("::")[0]) else word for word in sys.argv[2:]]
    if not any(os.path.isabs(word) for word in given):
        given.append(str(HERE))
    sys.exit(subprocess.run([where, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(HERE), *given],
                            env=environment(build), cwd=build).returncode)


if __name__ == "__main__":
    main()
