#!/usr/bin/env python3
"""What the tool says when something is wrong: which object, which field, which limit, what to do; and
that nothing typed, however odd, makes it crash or print what is no JSON."""
import json
import os
import pathlib
import re
import subprocess

from house import CONFLICT, REFUSED, STORE, TOOL, USAGE, main, test

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent / "src/cli"


@test
def what_is_missing_is_named(h):
    for words, object_ in ((("venue", "get", 77), "there is no venue 77"),
                           (("map", "get", 77), "there is no map 77"),
                           (("event", "get", 77), "there is no event 77"),
                           (("event", "delete", 77), "there is no event 77"),
                           (("price", "list", 77), "there is no event 77"),
                           (("price", "update", 1, 77, "--price", "1.00"), "event 1 has no ticket type 77"),
                           (("pool", "list", 77), "there is no event 77"),
                           (("pool", "update", 1, 77, "--capacity", 5), "event 1 has no pool 77"),
                           (("availability", 77), "there is no event 77"),
                           (("seat", "block", 1, 7777), "event 1 has no seat 7777"),
                           (("hold", "create", 1, "--pool", "77:1"), "event 1 has no pool 77"),
                           (("hold", "create", 77, "--pool", "1:1"), "there is no event 77"),
                           (("hold", "get", 77), "there is no hold 77, or it is not yours"),
                           (("order", "get", 77), "there is no order 77, or it is not yours"),
                           (("order", "cancel", 77), "there is no order 77, or it is not yours"),
                           (("ticket", "get", 77), "there is no ticket 77, or it is not yours"),
                           (("ticket", "void", 77), "there is no ticket 77, or it is not yours"),
                           (("outbox", "cancel", 77), "there is no message 77"),
                           (("ledger", "order", 77), "there is no order 77, or it is not yours"),
                           (("checkin", "scan", 77, "x"), "there is no event 77")):
        text = h.refused(REFUSED, *words)
        assert text == f"ticketcore: NOT_FOUND: {object_}\n", (words, text)
        error = h.error(REFUSED, *words)
        assert error["message"] == object_ and error["error"] == "NOT_FOUND", (words, error)
        assert error["subject"] in (77, 7777), (words, error)


@test
def unknown_and_not_yours_are_one_answer(h):
    hold, _ = h.hold("0-1")
    wrong = "--secret=" + "5" * 32
    theirs = h.error(REFUSED, "hold", "get", hold, wrong)
    nobodys = h.error(REFUSED, "hold", "get", 999, wrong)
    assert theirs.pop("subject") == hold and nobodys.pop("subject") == 999
    assert theirs.pop("message").replace(str(hold), "999") == nobodys.pop("message")
    assert theirs == nobodys


@test
def refusals_name_their_object(h):
    hold, secret = h.hold("0-1")
    h.run("hold", "expire", hold)
    assert f"the hold has expired (hold {hold})" in h.refused(REFUSED, "hold", "extend", hold,
                                                              f"--secret={secret}")
    assert "(event 1, pool 1)" in h.refused(CONFLICT, "hold", "create", 1, "--pool", "1:9999")
    assert "seat 2 is named twice" in h.refused(REFUSED, "hold", "create", 1, "--seats", "2,2")
    assert "run backward" in h.usage("hold", "create", 1, "--seats", "3-1")


@test
def advice_is_given(h):
    h.hold("0")
    text = h.refused(CONFLICT, "hold", "create", 1, "--seats", "0")
    assert "event 1 seat 0 is held at version 2" in text
    assert "  what to do: choose other seats" in text.splitlines()[-1]
    error = h.error(CONFLICT, "hold", "create", 1, "--seats", "0")
    assert error["hint"].startswith("choose other seats")
    assert h.error(REFUSED, "event", "get", 77)["hint"] is None


@test
def advice_names_what_exists(h):
    text = (SOURCE / "hints.c").read_text()
    text = re.sub(r'"\s*"', "", text)
    commands = re.findall(r"ticketcore (\w+(?: \w+)?)", text)
    assert len(commands) >= 10, commands
    for command in commands:
        noun, *verb = command.split()
        page = h.text("help", noun)
        if verb and verb[0] in re.findall(rf"^  ticketcore {noun} (\w+)", page, re.M):
            continue
        assert noun in ("verify", "stat", "availability"), command
    options = set(re.findall(r"(--[a-z][a-z-]+)", text))
    pages = "".join(h.text("help", *words) for words in
                    (("hold", "create"), ("hold", "best"), ("backup",), ("init",)))
    for option in options:
        assert option in pages, option


@test
def verbs_of_the_same_sense_are_offered(h):
    assert 'did you mean "seat show"?' in h.usage("seat", "get", 1)
    assert 'did you mean "price add"?' in h.usage("price", "create", 1)
    assert 'did you mean "venue delete"?' in h.usage("venue", "rm", 1)
    assert 'did you mean "event get"?' in h.usage("event", "show", 1)
    assert "it has balances, order, journal" in h.usage("ledger", "xyzzy")


@test
def words_offer_the_nearest(h):
    line = h.usage("event", "update", 1, "--status", "onsale")
    assert line.endswith('not "onsale"; did you mean on_sale?\n'), line
    assert "did you mean email?" in h.usage("outbox", "lease", "--channel", "emial")
    assert "did you mean" not in h.usage("outbox", "lease", "--channel", "pigeon")


@test
def numbers_say_their_range(h):
    assert "from 1 to 4294967295" in h.usage("event", "list", "--limit", 5000000000)
    assert "from 1," in h.usage("event", "get", "99999999999999999999")


@test
def a_request_id_of_zeros_is_none(h):
    zero = "00000000-0000-0000-0000-000000000000"
    assert "not all 0" in h.usage("venue", "create", "--name", "A", "--request-id", zero)


@test
def a_price_needs_its_pool(h):
    assert "event 1 has no pool 9" in h.refused(REFUSED, "price", "add", 1, "--name", "X", "--price",
                                                "1.00", "--pool", 9)


@test
def a_currency_stays_while_prices_are_in_it(h):
    error = h.error(REFUSED, "event", "update", 1, "--currency", "JPY")
    assert error["error"] == "IN_USE" and error["field"] == "currency"
    assert "ticket type 1 has its price in the old currency" in error["message"]
    assert h.one("event", "get", 1)["currency"] == "EUR"


@test
def a_refund_says_what_is_left(h):
    hold, secret = h.hold("0")
    total = h.one("order", "create", hold, f"--secret={secret}", "--method", "paid")["total_minor"]
    text = h.refused(REFUSED, "order", "refund", 1, "--amount", "9999.00", "--by-hand")
    assert f"left to give back: {total} minor units" in text


@test
def odd_words_make_no_crash(h):
    long = "x" * 100000
    for word in (long, "", " ", "%s%n%d", "\x1b[31m", "é" * 500, "-", "--", "'; rm", "🎫", "\\", "\n"):
        for words in (("venue", "create", "--name", word), ("event", "get", word), (word,),
                      ("hold", word), ("event", "list", "--text", word), ("hold", "best", word),
                      ("checkin", "scan", "1", word), ("hold", "create", "1", "--seats", word),
                      ("event", "update", "1", "--starts", word), ("feed", "tail", "--consumer", word),
                      ("order", "create", "1", "--secret", word)):
            for more in ((), ("--json",)) if word != "--" else ((),):
                done = subprocess.run([TOOL, *words, *more], capture_output=True, cwd=h.folder,
                                      env={**os.environ, "TICKETCORE_STORE": h.store}, timeout=60)
                assert done.returncode in (0, REFUSED, USAGE, CONFLICT), (words, done)
                assert b"\x1b" not in done.stderr or word == "\x1b[31m", done.stderr
                if more and done.returncode and done.stderr:
                    error = json.loads(done.stderr)
                    assert error["message"], (words, done.stderr)


@test
def bytes_that_are_not_utf8_make_no_bad_json(h):
    for word in (b"\xff", b"a\xc3", b"\xe2\x82", b"ok \xf0\x9f\x8e\xab bad \x80"):
        for words in ((b"event", b"get", word), (b"hold", word), (word,),
                      (b"venue", b"create", b"--name", word), (b"event", b"list", b"--text", word),
                      (b"hold", b"create", b"1", b"--seats", word),
                      (b"map", b"import", word, b"--name", b"x")):
            done = subprocess.run([TOOL.encode(), *words, b"--json"], capture_output=True,
                                  cwd=h.folder, env={**os.environ, "TICKETCORE_STORE": h.store})
            assert done.returncode in (REFUSED, USAGE), (words, done)
            error = json.loads(done.stderr.decode("utf-8"))
            assert error["message"], (words, done.stderr)


@test
def a_reader_that_goes_away_is_no_crash(h):
    for i in range(30):
        h.run("venue", "create", "--name", f"Venue {i}")
    for command in ("venue list", "seat show 1 --json", "feed tail --limit 1000 --json", "dump",
                    "help hold best"):
        done = subprocess.run(["bash", "-c", f"set -o pipefail; '{TOOL}' {command} | head -n 1"],
                              capture_output=True, text=True, cwd=h.folder,
                              env={**os.environ, "TICKETCORE_STORE": h.store}, timeout=60)
        assert done.returncode in (0, STORE, 141), (command, done)
        assert "Sanitizer" not in done.stderr and done.stdout, (command, done)
    h.run("verify")


@test
def a_zone_that_is_not_known_here_is_told(h):
    if not os.path.exists("/usr/share/zoneinfo/zone.tab"):
        return
    done = h.run("venue", "update", 1, "--time-zone", "Europe/Vienne")
    assert "no time zone Europe/Vienne (did you mean Europe/Vienna?)" in done.stderr, done.stderr
    assert h.one("venue", "get", 1)["time_zone"] == "Europe/Vienne"
    assert h.run("venue", "update", 1, "--time-zone", "Europe/Vienna").stderr == ""
    assert h.run("venue", "update", 1, "--name", "Opera").stderr == ""


main()
