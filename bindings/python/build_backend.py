"""The build backend of pip: setuptools, on a copy of this folder that has the engine's sources with it.

In a checkout they lie two folders up; a source distribution carries them as core/, so that it builds
anywhere. Nothing is written into the checkout."""

import contextlib
import os
import pathlib
import shutil
import tempfile

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F401,F403

# An editable install would have no module to import: it is compiled on a copy.
for _name in ("build_editable", "get_requires_for_build_editable", "prepare_metadata_for_build_editable"):
    globals().pop(_name, None)

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOT_OURS = shutil.ignore_patterns("core", "build", "dist", "tests", "bench", "*.egg-info", "__pycache__", "*.so", "meson.build")


def copy(source, target, suffixes):
    for path in sorted(source.rglob("*")):
        if path.suffix in suffixes and "cli" not in path.relative_to(source).parts:
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


@contextlib.contextmanager
def staged():
    """In a folder as a source distribution has it."""
    if not (ROOT / "src/engine").is_dir():
        yield
        return
    before = os.getcwd()
    with tempfile.TemporaryDirectory(prefix="ticketcore-") as folder:
        place = pathlib.Path(folder) / "ticketcore"
        shutil.copytree(HERE, place, ignore=NOT_OURS)
        copy(ROOT / "include", place / "core/include", {".h"})
        copy(ROOT / "src", place / "core/src", {".c", ".h", ".def"})
        shutil.copyfile(ROOT / "LICENSE", place / "LICENSE")
        os.chdir(place)
        try:
            yield
        finally:
            os.chdir(before)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with staged():
        return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)


def build_sdist(sdist_directory, config_settings=None):
    with staged():
        return build_meta.build_sdist(sdist_directory, config_settings)


def get_requires_for_build_wheel(config_settings=None):
    return []


def get_requires_for_build_sdist(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    with staged():
        return build_meta.prepare_metadata_for_build_wheel(metadata_directory, config_settings)
