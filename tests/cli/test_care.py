#!/usr/bin/env python3
"""The feed and its consumers, verify, backup, dump and load."""
import json
import pathlib
import resource
import shutil
import signal
import struct
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
    """One byte of one page after the other: never a crash, and where a record lies it is named."""
    h.hold("0-9")
    data = h.folder / "house" / "data.mdb"
    whole = data.read_bytes()
    named = 0
    for page in range(2, len(whole) // 4096):
        bad = bytearray(whole)
        bad[page * 4096 + 1500] ^= 1
        data.write_bytes(bad)
        done = subprocess.run([TOOL, "-s", h.store, "verify", "--json"], capture_output=True,
                              text=True)
        assert done.returncode in (0, REFUSED, STORE), (page, done.returncode, done.stderr)
        if done.returncode == REFUSED:
            report = json.loads(done.stdout)
            assert report["sound"] is False and report["faults_count"] > 0
            named += any(f["what"] == "checksum" and "record" in f["sentence"]
                         for f in report["faults"])
        if named >= 3:
            break
    assert named >= 3


@test
def damage_is_never_shown_as_nothing(h):
    """What a damaged page held is an error, not an empty table or a dash."""
    order = h.paid("0,1")["order"]
    hold, secret = h.hold("5,6")
    asks = [("ledger", "balances"), ("hold", "get", hold, "--secret", secret),
            ("ticket", "list", "--order", order)]
    data = h.folder / "house" / "data.mdb"
    whole = data.read_bytes()
    before = [h.text(*ask) for ask in asks]
    refused = [0] * len(asks)
    for page in range(2, min(len(whole) // 4096, 60)):
        bad = bytearray(whole)
        bad[page * 4096 + 40] ^= 1
        data.write_bytes(bad)
        for i, ask in enumerate(asks):
            done = subprocess.run([TOOL, "-s", h.store, *map(str, ask)], capture_output=True,
                                  text=True)
            assert done.returncode in (0, STORE), (page, ask, done.returncode, done.stderr)
            refused[i] += done.returncode == STORE
            if done.returncode == 0:
                assert done.stdout == before[i], (page, ask, done.stdout)
    assert all(count >= 2 for count in refused), refused


def free_list(data):
    """Where the newest free list's page begins in a data file, and where its records do."""
    metas = [struct.unpack_from("<5Q", data, at + 16 + 8 + 16 + 8) for at in (0, 4096)]
    ids = [struct.unpack_from("<Q", data, at + 16 + 8 + 16 + 96 + 8)[0] for at in (0, 4096)]
    page = metas[ids[1] > ids[0]][4] * 4096
    lower = struct.unpack_from("<H", data, page + 12)[0]
    nodes = struct.unpack_from(f"<{(lower - 16) // 2}H", data, page + 16)
    return [page + node + 16 for node in nodes]


@test
def verify_finds_a_lost_page(h):
    """A page that is neither used nor free: the store works on, verify tells it and the rest."""
    for row in "01234567":
        h.hold(row)
    data = bytearray((h.folder / "house" / "data.mdb").read_bytes())
    record = free_list(data)[-1]
    count = struct.unpack_from("<Q", data, record)[0]
    lost = struct.unpack_from("<Q", data, record + 8 * count)[0]
    struct.pack_into("<Q", data, record, count - 1)
    (h.folder / "house" / "data.mdb").write_bytes(data)
    done = h.run("verify", "--json", code=REFUSED)
    report = json.loads(done.stdout)
    assert report["faults_count"] == 1 and report["records"] > 10, report
    assert report["faults"][0]["what"] == "page" and report["faults"][0]["subject"] == lost
    assert "neither" in report["faults"][0]["sentence"]
    h.hold("20")


@test
def verify_finds_a_page_free_twice(h):
    for row in "01234567":
        h.hold(row)
    data = bytearray((h.folder / "house" / "data.mdb").read_bytes())
    record = free_list(data)[-1]
    assert struct.unpack_from("<Q", data, record)[0] > 1
    data[record + 16:record + 24] = data[record + 8:record + 16]
    (h.folder / "house" / "data.mdb").write_bytes(data)
    error = h.error(STORE, "verify")
    assert error["error"] == "CORRUPT" and "twice" in error["message"], error


@test
def a_store_of_long_ago(h):
    kept = pathlib.Path(__file__).resolve().parent.parent / "golden/0.1.0/pools/data.mdb"
    (h.folder / "old").mkdir(mode=0o700)
    shutil.copy(kept, h.folder / "old/data.mdb")
    (h.folder / "old/data.mdb").chmod(0o600)
    old = {"TICKETCORE_STORE": str(h.folder / "old")}
    assert h.one("stat", env=old)["clock_behind_ms"] == 0
    error = h.error(STORE, "venue", "create", "--name", "Hall", env=old)
    assert error["error"] == "CLOCK" and "days" in error["message"]
    h.run("venue", "create", "--name", "Hall", "--clock-jump", env=old)
    h.run("venue", "create", "--name", "Court", env=old)


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


def limited(h, limit, *words):
    """The tool where no file may grow beyond a limit, as on a full disk."""
    def limits():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.run([TOOL, "-s", h.store, *words], capture_output=True, text=True,
                          cwd=h.folder, preexec_fn=limits)


@test
def a_failed_dump_leaves_the_file_that_was(h):
    """And nothing beside it; so do all files the tool writes."""
    h.run("dump", "-o", "house.ndjson")
    before = (h.folder / "house.ndjson").read_bytes()
    assert len(before) > 4000
    names = sorted(p.name for p in h.folder.iterdir())
    h.paid("0")
    done = limited(h, 2000, "dump", "-o", "house.ndjson")
    assert done.returncode == STORE, done
    assert (h.folder / "house.ndjson").read_bytes() == before
    (h.folder / "map.json").write_text("mine")
    done = limited(h, 100, "map", "export", "1", "-o", "map.json")
    assert done.returncode == STORE and "map.json cannot be written" in done.stderr, done
    assert (h.folder / "map.json").read_text() == "mine"
    assert sorted(p.name for p in h.folder.iterdir()) == sorted(names + ["map.json"])
    h.run("dump", "-o", "house.ndjson")
    assert len((h.folder / "house.ndjson").read_bytes()) > len(before)


@test
def files_are_replaced_as_they_are(h):
    """The file a link names, with its mode; devices and pipes are written straight."""
    target = h.folder / "kept.ndjson"
    target.write_text("old")
    target.chmod(0o640)
    (h.folder / "link").symlink_to("kept.ndjson")
    h.run("dump", "-o", "link")
    assert (h.folder / "link").is_symlink() and target.stat().st_mode & 0o777 == 0o640
    assert target.read_text() == h.text("dump")
    h.run("dump", "-o", "new.ndjson")
    assert (h.folder / "new.ndjson").stat().st_mode & 0o777 == 0o600
    assert h.text("dump", "-o", "/dev/stdout").startswith('{"ticketcore":"dump"')
    h.run("map", "export", 1, "-o", "/dev/null")
    assert "nowhere/x cannot be written" in h.refused(STORE, "dump", "-o", "nowhere/x")
    h.refused(STORE, "dump", "-o", ".")


@test
def large_ids_are_strings(h):
    """An id above 2^53 is a string, so that no reader of JSON rounds it."""
    error = h.error(REFUSED, "ticket", "get", 2 ** 60)
    assert error["error"] == "NOT_FOUND" and error["subject"] in (None, str(2 ** 60))


main()
