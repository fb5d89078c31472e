"""How the module is compiled: the binding and the whole engine into one file for every CPython from 3.9
on (the stable ABI), with the shared libraries it needs laid beside it in the package."""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

HERE = pathlib.Path(__file__).resolve().parent
SYSTEM = re.compile(r"^(linux-vdso|ld-linux|lib(c|m|dl|rt|pthread|gcc_s)\.)")
NEEDS = {"lmdb": "liblmdb-dev", "libsodium": "libsodium-dev", "jansson": "libjansson-dev", "libxxhash": "libxxhash-dev"}


def pkg_config(*options):
    done = subprocess.run([os.environ.get("PKG_CONFIG", "pkg-config"), *options, *NEEDS], capture_output=True, text=True)
    if done.returncode:
        sys.exit("ticketcore: to build from source, a C compiler, pkg-config and the development files of LMDB 0.9, "
                 f"libsodium, jansson and xxHash are needed (Debian: {' '.join(NEEDS.values())}).\n{done.stderr}")
    return done.stdout.split()


def version():
    text = (HERE / "core/include/ticketcore/base.h").read_text()
    return re.search(r'TC_VERSION_TEXT "([^"]+)"', text).group(1)


def sources():
    found = [*HERE.glob("src/*.c"), *HERE.glob("src/generated/*.c"), *HERE.glob("core/src/*/*.c")]
    return sorted(str(path.relative_to(HERE)) for path in found)


class Build(build_ext):
    """Compiles several files at once, and takes along what the module is linked with."""

    def build_extension(self, extension):
        plain = self.compiler.compile

        def compile_all(files, **given):
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
                made = list(pool.map(lambda one: plain([one], **given), files))
            return [one for several in made for one in several]

        self.compiler.compile = compile_all
        extension.extra_compile_args += pkg_config("--cflags")
        # xxHash is compiled in; the others are linked.
        extension.extra_link_args += [word for word in pkg_config("--libs") if word != "-lxxhash"]
        super().build_extension(extension)
        self.compiler.compile = plain
        self.take_along(pathlib.Path(self.get_ext_fullpath(extension.name)))

    def take_along(self, module):
        if sys.platform != "linux":
            return
        listed = subprocess.run(["ldd", str(module)], capture_output=True, text=True).stdout
        for name, path in re.findall(r"^\s*(\S+) => (/\S+)", listed, re.M):
            if not SYSTEM.match(name):
                shutil.copyfile(path, module.parent / name)


setup(
    version=version(),
    ext_modules=[
        Extension(
            "ticketcore._core",
            sources(),
            include_dirs=["core/include", "core/src"],
            define_macros=[("_GNU_SOURCE", None), ("NDEBUG", None)],
            extra_compile_args=["-std=c11", "-O3", "-fvisibility=hidden", "-fno-strict-aliasing", "-pthread"],
            extra_link_args=["-pthread"] + (
                ["-Wl,-rpath,$ORIGIN", "-Wl,--version-script=src/module.map", "-Wl,--as-needed", "-s"]
                if sys.platform == "linux" else []),
            depends=["src/core.h", "src/module.map"],
            py_limited_api=True,
        )
    ],
    cmdclass={"build_ext": Build},
    options={"bdist_wheel": {"py_limited_api": "cp39"}},
)
