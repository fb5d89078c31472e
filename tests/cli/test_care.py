#!/usr/bin/env python3
"""The feed and its consumers, verify, backup, dump and load."""
import json
import signal
import subprocess
import time

from house import REFUSED, STORE, TOOL, main, test


@test
def feed(h):
    rows = h.rows("feed", "read")
    assert [r["sequence"] for r in rows] == list(range(1, len(rows) + 1))
    assert rows[0]["type"] == "venue.created"
    assert h.rows("feed", "tail", "-n", 2) == rows[-2:]
    assert h.rows("feed", "read", "--from", 3, "--limit", 2) == rows[2:4]
    assert "venue.created" in h.text("feed", "read")


@test
def feed_consumers(h):
    h.run("feed", "consumer", "mirror", "--at", "oldest")
    count = len(h.rows("feed", "read"))
    first = h.rows("feed", "tail", "--consumer", "mirror", "--limit", 2)
    rest = h.rows("feed", "tail", "--consumer", "mirror")
    assert [r["sequence"] for r in first + rest] == list(range(1, count + 1))
    assert h.rows("feed", "tail", "--consumer", "mirror") == []
    view = h.one("feed", "consumer", "mirror")
    assert view["lag"] == 0 and view["next"] == count + 1
    h.run("feed", "prune", "--before", 3)
    assert h.error(REFUSED, "feed", "consumer", "old", "--at", "1")["error"] == "FEED_PRUNED"
    h.run("feed", "consumer", "mirror", "--delete")
    assert h.rows("feed", "consumer") == []
    assert "its limit" in h.usage("feed", "prune")


@test
def feed_follow(h):
    follower = subprocess.Popen([TOOL, "-s", h.store, "feed", "tail", "-n", "0", "--follow", "--json"],
                                stdout=subprocess.PIPE, text=True)
    try:
        time.sleep(1)
        h.run("venue", "create", "--name", "Late")
        line = json.loads(follower.stdout.readline())
        assert line["type"] == "venue.created" and line["venue"] == 2
        follower.send_signal(signal.SIGINT)
        assert follower.wait(timeout=20) == 0
    finally:
        follower.kill()
        follower.wait()
        follower.stdout.close()


@test
def verify(h):
    h.paid("0,1")
    report = h.one("verify")
    assert report["sound"] is True and report["faults"] == [] and report["records"] > 10
    assert "sound" in h.text("verify")


@test
def verify_finds_a_flipped_byte(h):
    h.hold("0-9")
    data = h.folder / "house" / "data.mdb"
    pages = bytearray(data.read_bytes())
    flipped = 0
    for page in range(2, len(pages) // 4096):
        pages[page * 4096 + 2000] ^= 0x40
        flipped += 1
    data.write_bytes(pages)
    done = subprocess.run([TOOL, "-s", h.store, "verify", "--json"], capture_output=True, text=True)
    assert flipped and done.returncode in (REFUSED, STORE), (done.returncode, done.stdout, done.stderr)
    if done.returncode == REFUSED:
        assert json.loads(done.stdout)["faults_count"] > 0


@test
def backup(h):
    h.paid("0")
    h.run("backup", "copy")
    h.run("backup", "small", "--compact")
    for name in ("copy", "small"):
        assert h.one("-s", name, "verify")["sound"] is True
        assert h.one("-s", name, "order", "get", 1) == h.one("order", "get", 1)
    assert h.error(STORE, "backup", "copy")["error"] == "STORE_EXISTS"


@test
def dump_and_load(h):
    h.paid("0")
    h.run("dump", "-o", "house.ndjson")
    lines = (h.folder / "house.ndjson").read_text().splitlines()
    assert len(lines) > 10 and all(json.loads(line) for line in lines)
    assert h.text("dump").splitlines() == lines
    h.run("load", "copy", "-i", "house.ndjson")
    assert h.one("-s", "copy", "verify")["sound"] is True
    assert h.one("-s", "copy", "order", "get", 1) == h.one("order", "get", 1)
    h.refused(REFUSED, "load", "broken", stdin=lines[0] + "\n{\n")
    assert not (h.folder / "broken").exists()
    assert h.error(STORE, "load", "copy", "-i", "house.ndjson")["error"] == "STORE_EXISTS"


@test
def large_ids_are_strings(h):
    """An id above 2^53 is a string, so that no reader of JSON rounds it."""
    error = h.error(REFUSED, "ticket", "get", 2 ** 60)
    assert error["error"] == "NOT_FOUND" and error["subject"] in (None, str(2 ** 60))


main()
