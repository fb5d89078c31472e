#!/usr/bin/env python3
"""The store itself, venues, maps, events, prices, pools."""
import json
import subprocess

from house import CONFLICT, REFUSED, RFC3339, SECRET, STORE, TOOL, USAGE, main, seats_csv, test


@test
def no_store(h):
    line = h.refused(STORE, "-s", "nowhere", "stat")
    assert "NO_STORE" in line and "ticketcore init" in line
    assert h.error(STORE, "-s", "nowhere", "stat")["error"] == "NO_STORE"
    assert "--store PATH" in h.usage("stat", env={"TICKETCORE_STORE": ""})


@test
def init_refuses_what_is_there(h):
    assert h.error(STORE, "init")["error"] == "STORE_EXISTS"
    made = h.one("init", "other")
    assert made["store"] == "other" and SECRET.match(made["store_id"])
    h.run("-s", "other", "stat")
    # What is missing is not the store that is to be made.
    line = h.refused(STORE, "init", "none/house")
    assert "the folder that is to hold none/house does not exist" in line, line
    assert "ticketcore init" not in line and not (h.folder / "none").exists()


@test
def not_a_store(h):
    (h.folder / "full").mkdir()
    (h.folder / "full" / "file").write_text("mine")
    assert h.error(STORE, "-s", "full", "stat")["class"] == "store"
    assert (h.folder / "full" / "file").read_text() == "mine"


@test
def stat_and_metrics(h):
    stat = h.one("stat")
    assert stat["events"] == 1 and stat["disk_format"] >= 1 and RFC3339.match(stat["created_at"])
    text = h.text("metrics")
    assert text.endswith("# EOF\n")
    # Of the store, not of this run of the tool.
    values = {line.split()[0]: line.split()[1] for line in text.splitlines() if line[0] != "#"}
    assert values["ticketcore_store_commits_total"] == str(stat["commits"]), values
    assert values["ticketcore_store_events_total"] == "1"
    assert all(name.split("_")[1] in ("store", "payment", "outbox") for name in values), values
    types = [line.split()[2] for line in text.splitlines() if line.startswith("# TYPE")]
    assert len(types) == len(set(types)) and len(types) > 10


@test
def standard_output_that_is_full(h):
    with open("/dev/full", "w") as full:
        done = subprocess.run([TOOL, "-s", h.store, "venue", "list"], stdout=full,
                              stderr=subprocess.PIPE, text=True)
    assert done.returncode == STORE and "standard output" in done.stderr


@test
def venues(h):
    assert h.one("venue", "create", "--name", "Hall B", "--country", "DE")["venue"] == 2
    assert [v["name"] for v in h.rows("venue", "list")] == ["Opera", "Hall B"]
    assert [v["venue"] for v in h.rows("venue", "list", "--country", "DE")] == [2]
    assert h.one("venue", "update", 2, "--city", "Bonn")["version"] == 2
    view = h.one("venue", "get", 2)
    assert view["city"] == "Bonn" and view["name"] == "Hall B" and view["version"] == 2
    h.run("venue", "delete", 2)
    assert h.error(REFUSED, "venue", "get", 2)["error"] == "NOT_FOUND"
    assert h.error(REFUSED, "venue", "delete", 1)["error"] == "IN_USE"


@test
def update_needs_something_to_change(h):
    assert "names nothing to change" in h.usage("venue", "update", 1)
    assert "names nothing to change" in h.usage("event", "update", 1)
    assert "names nothing to change" in h.usage("price", "update", 1, 1)
    assert "names nothing to change" in h.usage("pool", "update", 1, 1)


@test
def expected_versions_conflict(h):
    error = h.error(CONFLICT, "venue", "update", 1, "--name", "X", "--if-version", 7)
    assert error["error"] == "VERSION" and error["class"] == "conflict"
    assert error["expected_version"] == 7 and error["actual_version"] == 1
    assert "it has version 1, expected 7" in h.refused(CONFLICT, "venue", "update", 1, "--name", "X",
                                                       "--if-version", 7)
    assert h.one("venue", "get", 1)["name"] == "Opera"


@test
def map_validate(h):
    report = h.one("map", "validate", "hall.csv", "--store", "nowhere")
    assert report["form"] == "csv" and report["seats"] == 60 and report["categories"] == 2
    assert h.one("map", "validate", "-", stdin=seats_csv())["seats"] == 60


@test
def map_malformed(h):
    (h.folder / "bad.csv").write_text("section,row,seat\nStalls,A\n")
    error = h.error(REFUSED, "map", "import", "bad.csv")
    assert error["error"] == "PARSE" and error["line"] == 2
    (h.folder / "bad.json").write_text('{"name":\n')
    assert "line" in h.refused(REFUSED, "map", "validate", "bad.json")
    assert "cannot be read" in h.refused(USAGE, "map", "import", "nothing.json")
    assert len(h.rows("map", "list")) == 1


@test
def map_parts_and_versions(h):
    view = h.one("map", "get", 1)
    assert view["status"] == "published" and view["seats"] == 60
    assert [(c["name"], c["seats"]) for c in view["categories"]] == [("Gold", 20), ("Silver", 40)]
    assert view["sections"][0]["name"] == "Stalls"
    (h.folder / "less.csv").write_text("\n".join(seats_csv().splitlines()[:-1]) + "\n")
    made = h.one("map", "import", "less.csv", "--map", 1)
    assert (made["map_version"], made["seats"], made["seats_retired"]) == (2, 59, 1)
    assert h.one("map", "get", 1)["status"] == "draft"
    assert h.one("map", "get", 1, "--map-version", 1)["seats"] == 60
    assert "do not go together" in h.usage("map", "import", "less.csv", "--map", 1, "--venue", 1)


@test
def map_export_is_imported_again(h):
    h.run("map", "export", 1, "-o", "out.json")
    report = h.one("map", "validate", "out.json")
    assert report["form"] == "ticketcore" and report["seats"] == 60
    assert json.loads(h.text("map", "export", 1)) == json.loads((h.folder / "out.json").read_text())


@test
def pictures(h):
    assert "<svg" in h.text("map", "svg", 1)
    h.run("event", "svg", 1, "--output", "house.svg")
    assert "</svg>" in (h.folder / "house.svg").read_text()
    assert "cannot be written" in h.refused(STORE, "map", "svg", 1, "-o", "no/such/folder.svg")


@test
def events(h):
    view = h.one("event", "get", 1)
    assert view["name"] == "First night" and view["status"] == "on_sale" and view["on_sale"] is True
    assert view["tags"] == ["new", "opera"] and view["venue_name"] == "Opera"
    assert view["hold_ttl_ms"] == 900000 and view["limit_per_buyer"] is None
    assert view["ends_at"] is None and RFC3339.match(view["starts_at"])
    h.run("event", "update", 1, "--ends", "+31d", "--limit-per-buyer", 4, "--rules", "orphan-rule")
    later = h.one("event", "get", 1)
    assert later["starts_at"] == view["starts_at"] and later["ends_at"] is not None
    assert later["limit_per_buyer"] == 4 and later["rules"] == ["orphan_rule"]
    h.run("event", "update", 1, "--ends", "none", "--tag", "", "--rules", "none")
    last = h.one("event", "get", 1)
    assert last["ends_at"] is None and last["tags"] == [] and last["rules"] == []


@test
def event_lists(h):
    for day, name in ((3, "Third"), (1, "First day"), (2, "Second")):
        h.run("event", "create", "--name", name, "--starts", f"+{day}d", "--currency", "EUR",
              "--category", "talk", "--status", "on-sale" if day != 2 else "draft")
    names = [e["name"] for e in h.rows("event", "list")]
    assert names == ["First day", "Second", "Third", "First night"]
    assert [e["name"] for e in h.rows("event", "list", "--limit", 2)] == names[:2]
    assert [e["name"] for e in h.rows("event", "list", "--text", "first")] == ["First day",
                                                                              "First night"]
    assert len(h.rows("event", "list", "--category", "talk")) == 3
    assert [e["name"] for e in h.rows("event", "list", "--tag", "opera")] == ["First night"]
    assert [e["name"] for e in h.rows("event", "upcoming", "--until", "+5d")] == ["First day",
                                                                                 "Third"]
    assert [e["name"] for e in h.rows("event", "list", "--status", "draft")] == ["Second"]
    assert h.text("event", "list", "--text", "nothing") == "(none)\n"
    assert h.rows("event", "list", "--text", "nothing") == []


@test
def long_lists_are_whole(h):
    for n in range(2, 103):
        h.run("venue", "create", "--name", f"Venue {n}")
    assert [v["venue"] for v in h.rows("venue", "list")] == list(range(1, 103))
    assert len(h.text("venue", "list").splitlines()) == 103


@test
def event_delete(h):
    h.run("event", "create", "--name", "Gone", "--starts", "+1d", "--currency", "EUR")
    h.run("event", "delete", 2)
    assert h.error(REFUSED, "event", "get", 2)["error"] == "NOT_FOUND"
    h.paid("0")
    assert h.error(REFUSED, "event", "delete", 1)["error"] == "SOLD"


@test
def prices(h):
    rows = h.rows("price", "list", 1)
    assert [(r["name"], r["price_minor"], r["fee_minor"]) for r in rows] == [
        ("Gold", 5000, 0), ("Silver", 3000, 150), ("Standing", 1000, 0)]
    assert "30.00 EUR" in h.text("price", "list", 1) and "1.50 EUR" in h.text("price", "list", 1)
    h.run("price", "update", 1, 2, "--fee", "2.00")
    row = h.rows("price", "list", 1)[1]
    assert (row["price_minor"], row["fee_minor"], row["version"]) == (3000, 200, 2)
    h.run("price", "remove", 1, 3)
    assert len(h.rows("price", "list", 1)) == 2
    assert h.error(REFUSED, "price", "add", 9, "--name", "X", "--price", "1")["error"] == "NOT_FOUND"


@test
def pools(h):
    h.run("pool", "update", 1, 1, "--capacity", 60)
    row = h.one("pool", "list", 1)
    assert (row["capacity"], row["free"], row["state"]) == (60, 60, "open")
    h.run("pool", "update", 1, 1, "--state", "closed")
    assert h.error(REFUSED, "hold", "create", 1, "--pool", "1:2")["error"] == "POOL_CLOSED"


main()
