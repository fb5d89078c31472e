#!/usr/bin/env python3
"""Seats, holds, secrets, request ids, availability."""
import time

from house import CONFLICT, REFUSED, RFC3339, SECRET, USAGE, main, test


@test
def seats_shown(h):
    rows = h.rows("seat", "show", 1, "--row", "B", "--state", "free")
    assert [r["label"] for r in rows] == [str(n) for n in range(1, 11)]
    row = h.one("seat", "show", 1, rows[0]["name"])
    assert row["seat"] == rows[0]["seat"] and row["category"] == 1 and row["version"] == 1
    assert len(h.rows("seat", "show", 1)) == 60
    assert len(h.rows("seat", "show", 1, "--category", 2, "--limit", 7)) == 7


@test
def seats_blocked(h):
    changed = h.one("seat", "block", 1, "10-12")
    assert [s["version"] for s in changed["seats"]] == [2, 2, 2]
    error = h.error(CONFLICT, "seat", "block", 1, "12,13")
    assert [(c["seat"], c["state"]) for c in error["conflicts"]] == [(12, "blocked")]
    assert h.one("availability", 1)["blocked"] == 3
    h.run("seat", "unblock", 1, "10-12")
    assert h.error(REFUSED, "seat", "unblock", 1, "10")["error"] == "SEAT_STATE"
    assert "must be of event 1" in h.usage("seat", "block", 1, "2/10")


@test
def seats_allotted(h):
    h.run("seat", "allot", 1, "5,6", "--channel", 3)
    assert h.error(REFUSED, "hold", "create", 1, "--seats", "5")["error"] == "CHANNEL"
    h.run("hold", "create", 1, "--seats", "5", "--channel", 3)
    assert h.one("seat", "show", 1, "6")["channel"] == 3


@test
def holds_by_seat(h):
    made = h.one("hold", "create", 1, "--seats", "0,1@1", "--pool", "1:2", "--buyer", "ada", "--ttl",
                 "5m")
    assert made["hold"] == 1 and SECRET.match(made["secret"]) and RFC3339.match(made["expires_at"])
    assert [(s["seat"], s["version"], s["section"]) for s in made["seats"]] == [
        (0, 2, "Stalls"), (1, 2, "Stalls")]
    assert made["pools"] == [{"event": 1, "pool": 1, "quantity": 2}]
    view = h.one("hold", "get", 1)
    assert view["state"] == "live" and "secret" not in view
    assert h.one("hold", "get", 1, "--secret", made["secret"]) == view
    counts = h.one("availability", 1)
    assert (counts["held"], counts["free"], counts["pool_held"]) == (2, 58, 2)


@test
def seats_in_the_way_are_listed(h):
    h.hold("3,4")
    error = h.error(CONFLICT, "hold", "create", 1, "--seats", "2-5")
    assert error["error"] == "SEAT_TAKEN" and error["conflicts_count"] == 2
    assert [(c["seat"], c["state"], c["actual_version"]) for c in error["conflicts"]] == [
        (3, "held", 2), (4, "held", 2)]
    text = h.refused(CONFLICT, "hold", "create", 1, "--seats", "2-5")
    assert "seat 3 is held at version 2" in text and "seat 4 is held" in text
    assert h.error(CONFLICT, "hold", "create", 1, "--seats", "2@9")["error"] == "SEAT_VERSION"
    assert h.one("availability", 1)["held"] == 2


@test
def seats_that_do_not_exist(h):
    assert "event 1 has no seat 99" in h.refused(REFUSED, "hold", "create", 1, "--seats", "99")
    assert "its name in the map" in h.refused(REFUSED, "hold", "create", 1, "--seats", "nosuch")
    assert "say what to hold" in h.usage("hold", "create", 1)
    assert "POOL:QUANTITY" in h.usage("hold", "create", 1, "--pool", "x")


@test
def seats_by_their_name(h):
    name = h.one("seat", "show", 1, "7")["name"]
    assert h.one("hold", "create", 1, "--seats", name)["seats"][0]["seat"] == 7
    name = h.one("seat", "show", 1, "8")["name"]
    assert h.one("hold", "create", 1, "--seats", "name:" + name)["seats"][0]["seat"] == 8


@test
def best_seats(h):
    made = h.one("hold", "best", 1, "--quantity", 4, "--category", 2)
    assert made["adjacent"] is True and len(made["seats"]) == 4
    assert len({s["row"] for s in made["seats"]}) == 1
    assert h.error(CONFLICT, "hold", "best", 1, "-n", 30, "--max-groups", 1)["error"] == "NO_SEATS"


@test
def hold_life(h):
    hold, secret = h.hold("0")
    assert h.one("hold", "extend", hold, "--secret", secret, "--ttl", "30m")["version"] == 2
    assert h.error(REFUSED, "hold", "extend", hold, "--secret", secret, "--ttl", "3d")["error"] == \
        "HOLD_LIFE"
    swapped = h.one("hold", "swap", hold, "--secret", secret, "--event", 1, "--seats", "0,1")
    assert swapped["hold"] != hold and len(swapped["seats"]) == 2
    assert h.error(REFUSED, "hold", "release", hold, "--secret", secret)["error"] == "HOLD_ENDED"
    h.run("hold", "release", swapped["hold"], "--secret", swapped["secret"])
    assert h.one("availability", 1)["free"] == 60
    hold, secret = h.hold("0")
    h.run("hold", "expire", hold)
    assert h.one("hold", "get", hold)["state"] == "expired"
    h.run("hold", "sweep")


@test
def holds_die_at_their_time(h):
    hold, secret = h.hold("0", "--ttl", "1ms")
    time.sleep(0.05)
    assert h.one("availability", 1)["free"] == 60
    assert h.error(REFUSED, "order", "create", hold, "--secret", secret, "--method", "paid")["error"] \
        == "HOLD_EXPIRED"


@test
def secrets_from_file_and_environment(h):
    hold, secret = h.hold("0")
    (h.folder / "secret").write_text(secret + "\n")
    h.run("hold", "extend", hold, "--secret", "@secret")
    h.run("hold", "extend", hold, "--secret", "@-", stdin=secret)
    h.run("hold", "extend", hold, env={"TICKETCORE_SECRET": secret})
    assert "needs --secret" in h.usage("hold", "extend", hold)
    assert "cannot be read" in h.usage("hold", "extend", hold, "--secret", "@nothing")


@test
def secrets_are_never_in_errors(h):
    hold, secret = h.hold("0")
    wrong = "deadbeef" * 4
    for value in (secret + "0", secret[:-1], wrong):
        for more in ((), ("--json",)):
            done = h.run("hold", "extend", hold, "--secret", value, *more,
                         code=REFUSED if value == wrong else USAGE)
            assert value[:20] not in done.stdout + done.stderr
    (h.folder / "secret").write_text(secret + "zz")
    assert secret not in h.usage("hold", "extend", hold, "--secret", "@secret")
    assert h.error(REFUSED, "hold", "extend", hold, "--secret", wrong)["error"] == "NOT_FOUND"


@test
def environment_secret_does_not_change_authority(h):
    hold, secret = h.hold("0")
    h.run("order", "create", hold, "--secret", secret, "--method", "offline")
    h.run("order", "cancel", 1, env={"TICKETCORE_SECRET": secret})
    assert h.one("order", "get", 1)["state"] == "cancelled"


@test
def request_ids_repeat_the_answer(h):
    line = ("hold", "create", 1, "--seats", "0", "--request-id",
            "018f3a5e-0000-7000-8000-000000000001")
    first = h.one(*line)
    assert h.one(*line) == first
    assert len(h.rows("seat", "show", 1, "--state", "held")) == 1
    other = list(line)
    other[4] = "1"
    assert h.error(REFUSED, *other)["error"] == "REQUEST_MISMATCH"
    assert "like a UUID" in h.usage("hold", "create", 1, "--seats", "0", "--request-id", "7")


@test
def availability(h):
    h.hold("0-2")
    view = h.one("availability", 1, "--by", "category", "--since", 0)
    assert [(c["key"], c["free"], c["held"]) for c in view["counts"]] == [(1, 17, 3), (2, 40, 0)]
    assert len(view["changes"]) == 60
    before = view["inventory_version"]
    h.hold("5")
    changes = h.one("availability", 1, "--since", before)["changes"]
    assert {"seat": 5, "version": 2, "state": "held"} in changes
    assert h.error(REFUSED, "availability", 9)["error"] == "NOT_FOUND"


main()
