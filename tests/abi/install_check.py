#!/usr/bin/env python3
"""Install the library as a packager would and build hosts against nothing but the installed tree:
install_check.py SOURCE_ROOT.

A C and a C++ host by pkg-config, a C host against the static library, one by CMake's find_package.
Every host runs. The build lies in build/install and is kept, so that the next run is short.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

failed = []


def run(what, command, **more):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **more)
    print(f"{what}: {'ok' if done.returncode == 0 else 'FAILED'}")
    if done.returncode:
        failed.append(what)
        print((done.stdout + done.stderr)[-4000:])
    return done


def install(root, build, prefix):
    if not (build / "build.ninja").exists():
        run("configure", ["meson", "setup", build, root, f"--prefix={prefix}", "--libdir=lib",
                          "-Dbuildtype=release", "-Dtests=false", "-Dbench=false",
                          "-Dexamples=false"])
    else:
        run("configure", ["meson", "setup", "--reconfigure", build])
    run("build", ["ninja", "-C", build])
    shutil.rmtree(prefix, ignore_errors=True)
    run("install", ["meson", "install", "-C", build, "--no-rebuild", "--quiet"])


def hosts(root, prefix, folder):
    """(name, source) of what the hosts compile: the quick start, and a C++ host of our own."""
    env = {**os.environ, "PKG_CONFIG_PATH": f"{prefix}/lib/pkgconfig"}
    env.pop("ASAN_OPTIONS", None)
    flags = {}
    for name, options in (("shared", ["--cflags", "--libs"]),
                          ("static", ["--static", "--cflags", "--libs"])):
        flags[name] = run(f"pkg-config, {name}", ["pkg-config", *options, "ticketcore"],
                          env=env).stdout.split()
    quick = root / "examples/quick_start.c"
    quick = quick if quick.exists() else root / "tests/abi/host.c"
    library = {**env, "LD_LIBRARY_PATH": f"{prefix}/lib"}
    archive = [f"{prefix}/lib/libticketcore.a" if flag == "-lticketcore" else flag
               for flag in flags["static"]]
    jobs = [("C host", ["cc", "-std=c99", quick, "-o", folder / "c", *flags["shared"]], "c"),
            ("C++ host, the same", ["c++", "-std=c++17", "-x", "c++", quick, "-o", folder / "same",
                                    *flags["shared"]], "same"),
            ("C++ host", ["c++", "-std=c++17", root / "tests/abi/host.cpp", "-o", folder / "cpp",
                          *flags["shared"]], "cpp"),
            ("static C host", ["cc", "-std=c99", quick, "-o", folder / "s", *archive], "s")]
    for name, command, binary in jobs:
        if run(f"{name}, compiled", command, env=env).returncode == 0:
            run(f"{name}, run", [folder / binary, folder / f"{binary}.store"], env=library,
                cwd=folder)
    cmake(root, quick, prefix, folder, library)


def cmake(root, quick, prefix, folder, env):
    if not shutil.which("cmake"):
        print("CMake host: skipped, no cmake here")
        return
    source = folder / "cmake"
    source.mkdir()
    shutil.copy(quick, source / "host.c")
    shutil.copy(root / "tests/abi/CMakeLists.txt", source)
    if run("CMake host, configured", ["cmake", "-S", source, "-B", source / "build",
                                      f"-DCMAKE_PREFIX_PATH={prefix}"]).returncode == 0:
        if run("CMake host, built", ["cmake", "--build", source / "build"]).returncode == 0:
            run("CMake host, run", [source / "build/host", folder / "cmake.store"], env=env,
                cwd=folder)


def tool(prefix):
    binary = prefix / "bin/ticketcore"
    if binary.exists():
        env = {**os.environ, "LD_LIBRARY_PATH": f"{prefix}/lib"}
        run("installed tool, --version", [binary, "--version"], env=env)


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    build = root / "build/install"
    prefix = build / "root"
    install(root, build, prefix)
    if not failed:
        with tempfile.TemporaryDirectory() as folder:
            hosts(root, prefix, pathlib.Path(folder))
        tool(prefix)
    sys.exit(1 if failed else 0)


main()
