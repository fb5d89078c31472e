"""The on-sale of `ticketcore demo` with buyers in Python among buyers in C, on one store."""

import os
import pathlib
import re
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).resolve().parent
TOOL = pathlib.Path(os.environ.get("TICKETCORE_BUILD", ".")) / "src/cli/ticketcore"


@pytest.mark.slow
def test_an_on_sale_in_two_languages(tmp_path):
    if not TOOL.exists():
        pytest.skip("the tool was not built")
    program = tmp_path / "buyers"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{HERE.parent / "demo/buyers.py"}" "$@"\n')
    program.chmod(0o755)
    done = subprocess.run([str(TOOL), "demo", "--quick", "--seats", "400", "--seconds", "8", "--buyers", "6",
                           "--lang", "python", "--store", str(tmp_path / "store"), "--out", str(tmp_path)],
                          env=dict(os.environ, TICKETCORE_DEMO_BUYERS=str(program)), capture_output=True, text=True,
                          timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.strip().splitlines()[-1].endswith("double_sold=0 lost=0 money_balance=0")
    for slot in (0, 1):  # both languages sold
        assert re.search(r" confirmed \d", (tmp_path / f"store.books/buyers-{slot}.log").read_text())
