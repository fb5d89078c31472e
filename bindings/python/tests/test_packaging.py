"""What pip builds: a wheel and a source distribution that work in a clean virtual environment, with nothing
of the source tree in reach. Needs a network or an index for setuptools; says so where there is none."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest

ROOT = pathlib.Path(os.environ.get("TICKETCORE_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent.parent))
SOURCE = ROOT / "bindings/python"
pytestmark = pytest.mark.slow


def clean():
    """An environment without this test's own paths and preloads."""
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "LD_PRELOAD", "ASAN_OPTIONS", "UBSAN_OPTIONS")}


def run(*words, cwd=None, fine=True):
    done = subprocess.run([str(w) for w in words], cwd=cwd, env=clean(), capture_output=True, text=True, timeout=1500)
    assert not fine or done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    if run(sys.executable, "-c", "import setuptools, wheel", fine=False).returncode:
        pytest.skip("setuptools and wheel are not installed")
    before = {path.name for path in SOURCE.iterdir()}
    run(sys.executable, "-c", "import build_backend, sys; build_backend.build_sdist(sys.argv[1])", folder, cwd=SOURCE)
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", folder, SOURCE)
    assert {path.name for path in SOURCE.iterdir()} - {"__pycache__"} <= before | {"build", "ticketcore.egg-info"}
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


def venv(folder):
    run(sys.executable, "-m", "venv", folder)
    return folder / "bin/python"


def use(python, folder):
    """The README's example, far from the source tree, and where the module comes from."""
    folder.mkdir()
    code = re.search(r"```python\n(.*?)```", (SOURCE / "README.md").read_text(), re.S).group(1)
    assert "tickets in the feed" in run(python, "-c", code, cwd=folder).stdout
    where = pathlib.Path(run(python, "-c", "import ticketcore._core as c; print(c.__file__)", cwd=folder).stdout.strip())
    linked = run("ldd", where).stdout
    for name in ("liblmdb", "libsodium", "libjansson"):
        assert re.search(rf"{name}\S* => {re.escape(str(where.parent))}/", linked), linked
    assert (where.parent / "py.typed").exists()


def test_a_wheel_has_everything_inside(built, tmp_path):
    wheel, _ = built
    assert re.fullmatch(r"ticketcore-[\d.]+-cp39-abi3-\w+\.whl", wheel.name)
    names = zipfile.ZipFile(wheel).namelist()
    assert not [n for n in names if n.endswith((".c", ".h")) or "test" in n]
    python = venv(tmp_path / "venv")
    run(python, "-m", "pip", "install", "--no-index", wheel)
    use(python, tmp_path / "far")


def test_a_source_distribution_builds_without_the_tree(built, tmp_path):
    _, sdist = built
    with tarfile.open(sdist) as archive:
        names = archive.getnames()
    assert any(n.endswith("core/src/engine/writer.c") for n in names) and any(n.endswith("LICENSE") for n in names)
    assert not [n for n in names if "/cli/" in n or "/tests/" in n]
    python = venv(tmp_path / "venv")
    if run(python, "-m", "pip", "install", "-q", "setuptools>=68", "wheel", fine=False).returncode:
        pytest.skip("no index to install setuptools from")
    run(python, "-m", "pip", "install", "--no-build-isolation", "--no-deps", sdist)
    use(python, tmp_path / "far")


@pytest.mark.parametrize("version", ["3.9", "3.10", "3.12", "3.13"])
def test_one_wheel_serves_other_pythons(built, tmp_path, version):
    places = [shutil.which(f"python{version}"),  # and beside this one, as pyenv has them
              *pathlib.Path(sys.base_prefix).parent.glob(f"{version}.*/bin/python{version}")]
    found = next((p for p in places if p and not run(p, "-c", "import venv, ensurepip", fine=False).returncode), None)
    if not found:
        pytest.skip(f"no Python {version} here")
    run(found, "-m", "venv", tmp_path / "venv")
    run(tmp_path / "venv/bin/python", "-m", "pip", "install", "--no-index", built[0])
    use(tmp_path / "venv/bin/python", tmp_path / "far")
