#!/usr/bin/env python3
"""Run a program in a fresh empty folder and give its exit code: run.py PROGRAM [arguments]."""
import pathlib
import subprocess
import sys
import tempfile

program = pathlib.Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory() as folder:
    sys.exit(subprocess.run([str(program), *sys.argv[2:]], cwd=folder).returncode)
