"""Every scenario of tests/scenarios through Python, and the store it leaves against the one C leaves."""

import os
import pathlib
import re
import subprocess

import pytest

import scenario
import ticketcore as tc

ROOT = pathlib.Path(os.environ.get("TICKETCORE_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent.parent))
FILES = sorted((ROOT / "tests/scenarios").glob("*.json"))
RUNNER = pathlib.Path(os.environ.get("TICKETCORE_BUILD", ".")) / "tests/scenarios/run_scenarios"


@pytest.fixture(scope="session")
def by_c(tmp_path_factory):
    """Folder with the store every scenario left when C ran it."""
    if not RUNNER.exists():
        pytest.skip("the C runner was not built")
    folder = tmp_path_factory.mktemp("by-c")
    env = dict(os.environ, TC_SCENARIO_KEEP=str(folder))
    env.pop("LD_PRELOAD", None)
    subprocess.run([str(RUNNER), *map(str, FILES)], cwd=folder, env=env, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_in_memory(path, tmp_path):
    run = scenario.Run(path, tmp_path / "store", True)
    run.run()
    run.engine.close()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_on_disk_with_the_same_dump_as_c(path, tmp_path, by_c):
    run = scenario.Run(path, tmp_path / "store", False)
    run.run()
    with run.engine.snapshot() as now:
        now.dump_file(tmp_path / "mine")
    run.engine.close()
    with tc.Engine(by_c / path.stem, read_only=True) as engine, engine.snapshot() as now:
        now.dump_file(tmp_path / "theirs")
    assert plain(tmp_path / "mine", run.document) == plain(tmp_path / "theirs", run.document)


def plain(path, document):
    """A dump as it is; where a hold or order has no request id, its secret is random, so its hash is left out."""
    lines = path.read_text().splitlines()
    secrets = [step for step in document["steps"] if step.get("do") in ("hold_create", "hold_best", "hold_swap", "order_create")]
    if all("request_id" in step["with"] for step in secrets):
        return lines
    return [re.sub(r'"secret":"[0-9a-f]+"', "", line) for line in lines if '"checksum"' not in line]


def test_there_are_scenarios():
    assert len(FILES) >= 18
