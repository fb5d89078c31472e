#!/usr/bin/env python3
"""How lines are read: commands, options, times, amounts, help, mistakes."""
import os
import re
import subprocess
import time

from house import TOOL, USAGE, main, test


@test
def overview_without_a_command(h):
    done = h.run(code=USAGE)
    assert "To begin" in done.stderr and done.stdout == ""
    assert "To begin" in h.text("help")
    assert "Exit codes" in h.text("--help")


@test
def wrong_command_names_the_nearest(h):
    assert 'did you mean "event"?' in h.usage("evnt")
    assert 'did you mean "hold"?' in h.usage("hodl")
    assert "ticketcore help" in h.usage("xyzzy")


@test
def wrong_verb_names_the_nearest(h):
    assert 'did you mean "hold best"?' in h.usage("hold", "bst")
    assert "it has create, get, list" in h.usage("venue", "xyzzy")
    assert "needs one of: create" in h.usage("event")


@test
def wrong_option_names_the_nearest(h):
    assert "did you mean --quantity?" in h.usage("hold", "best", 1, "--quantiy", 2)
    assert "see ticketcore help" in h.usage("stat", "--xyzzy")
    assert "must stand after its command" in h.usage("--event", "1", "stat")


@test
def usage_errors_are_json_when_asked(h):
    error = h.error(USAGE, "hold", "bst")
    assert error["error"] == "USAGE" and error["class"] == "usage" and "best" in error["message"]


@test
def missing_words_and_options(h):
    assert "needs EVENT" in h.usage("event", "get")
    assert "needs --quantity" in h.usage("hold", "best", 1)
    assert "needs a value" in h.usage("hold", "best", 1, "--quantity")
    assert "one word too many" in h.usage("event", "get", 1, 2)
    assert "given twice" in h.usage("hold", "best", 1, "-n", 1, "-n", 2)
    assert "takes no value" in h.usage("stat", "--json=yes")


@test
def options_before_and_after_and_joined(h):
    assert h.text("--store", h.store, "event", "get", "1") == h.text("event", "get", "1")
    assert h.text("event", "-s" + h.store, "get", "1") == h.text("event", "get", "1")
    assert h.rows("event", "list", "--limit=1")[0]["event"] == 1
    assert h.rows("event", "list", "--limit", "1", "--text=first")[0]["event"] == 1


@test
def numbers_are_checked(h):
    for wrong in ("abc", "-1", "1x", "", "99999999999999999999999"):
        assert "a whole number" in h.usage("event", "get", wrong) if wrong != "-1" else True
    assert "from 1 to 200" in h.usage("hold", "best", 1, "-n", 201)
    assert "from 1" in h.usage("event", "get", 0)


@test
def times_are_checked(h):
    for wrong in ("tomorrow", "2027-13-01T00:00:00Z", "2027-02-29T00:00:00Z", "2027-01-01",
                  "2027-01-01T25:00:00Z", "2027-01-01T00:00:00", "+2", "+2y", "1969-01-01T00:00:00Z"):
        assert "takes a time" in h.usage("event", "update", 1, "--starts", wrong), wrong


@test
def times_with_offsets_mean_the_same_moment(h):
    for text in ("2030-06-01T19:30:00+02:00", "2030-06-01T17:30:00Z", "2030-06-01 12:30:00.000-05:00",
                 "2030-06-01t17:30Z"):
        h.run("event", "update", 1, "--starts", text)
        assert h.one("event", "get", 1)["starts_at"] == "2030-06-01T17:30:00.000Z", text
    h.run("event", "update", 1, "--starts", "2096-02-29T23:59:59Z")
    assert h.one("event", "get", 1)["starts_at"] == "2096-02-29T23:59:59.000Z"


@test
def relative_times(h):
    h.run("event", "update", 1, "--starts", "+1d12h")
    told = h.one("event", "get", 1)["starts_at"]
    moment = time.mktime(time.strptime(told[:19], "%Y-%m-%dT%H:%M:%S")) - time.timezone
    assert abs(moment - time.time() - 36 * 3600) < 60


@test
def spans_are_checked(h):
    assert "length of time" in h.usage("hold", "best", 1, "-n", 1, "--ttl", "15")
    assert "from 1ms to 7d" in h.usage("hold", "best", 1, "-n", 1, "--ttl", "8d")
    h.run("hold", "best", 1, "-n", 1, "--ttl", "1h30m")


@test
def amounts_are_strict(h):
    for wrong in ("25", "25.00", "0", "0.05"):
        h.run("price", "update", 1, 1, "--price", wrong)
    for wrong in ("25.5", "25.000", "-1.00", "1e3", "1,50", " 5.00", "5.00 ", "+5.00", "005.00", "",
                  ".50", "5."):
        assert "takes an amount of EUR" in h.usage("price", "update", 1, 1, f"--price={wrong}"), wrong


@test
def amounts_by_currency(h):
    h.run("event", "create", "--name", "Tokyo", "--starts", "+1d", "--currency", "JPY")
    h.run("event", "create", "--name", "Kuwait", "--starts", "+1d", "--currency", "KWD")
    assert "like 12," in h.usage("price", "add", 2, "--name", "A", "--price", "12.50")
    h.run("price", "add", 2, "--name", "A", "--price", "1250")
    assert "like 12.500," in h.usage("price", "add", 3, "--name", "A", "--price", "12.50")
    h.run("price", "add", 3, "--name", "A", "--price", "12.500")
    assert "1250 JPY" in h.text("price", "list", 2) and "12.500 KWD" in h.text("price", "list", 3)
    assert h.one("price", "list", 3)["price_minor"] == 12500


@test
def words_take_either_dash(h):
    h.run("event", "update", 1, "--status", "on-sale")
    h.run("event", "update", 1, "--status", "on_sale")
    assert "one of draft, on_sale" in h.usage("event", "update", 1, "--status", "sold")


@test
def every_command_has_help(h):
    nouns = re.findall(r"^  (\w+)  +\w", h.text("help").split("Commands")[1].split("The store is")[0],
                       re.M)
    assert len(nouns) >= 24, nouns
    commands = 0
    for noun in nouns:
        text = h.text("help", noun)
        for verb in re.findall(rf"^  ticketcore {noun} (\w+)  +\w", text, re.M):
            page = h.text("help", noun, verb)
            for part in ("Usage\n  ticketcore " + noun, "Options", "Example", "Exit codes"):
                assert part in page, (noun, verb, part)
            commands += 1
    assert commands >= 65, commands
    assert h.text("help", "hold", "best") == h.text("hold", "best", "--help")
    assert h.text("help", "hold") == h.text("hold", "-h")
    assert h.text("help", "stat") == h.text("stat", "--help")


@test
def help_names_the_nearest(h):
    assert 'did you mean "order"?' in h.usage("help", "oder")
    assert 'did you mean "refund"?' in h.usage("help", "order", "refnd")


@test
def examples_in_help_parse(h):
    """Every example is a line the parser takes: it fails, if at all, for another reason than usage."""
    for noun in ("venue", "event", "price", "pool", "seat", "hold", "order", "pay", "ticket", "feed",
                 "ledger", "template"):
        for verb in re.findall(rf"^  ticketcore {noun} (\w+)  +\w", h.text("help", noun), re.M):
            example = h.text("help", noun, verb).split("Example\n")[1].split("\nExit codes")[0]
            for line in example.replace("\\\n", " ").splitlines():
                if "@" in line.replace("@example", "") or not line.strip() or "--follow" in line:
                    continue
                done = subprocess.run(["sh", "-c", line.replace("ticketcore", TOOL, 1)
                                       if line.strip().startswith("ticketcore")
                                       else line.replace("| ticketcore", "| " + TOOL)],
                                      capture_output=True, text=True, cwd=h.folder,
                                      env={**os.environ, "TICKETCORE_STORE": h.store}, timeout=60)
                assert done.returncode != USAGE, (line, done.stderr)


@test
def version(h):
    assert re.match(r"^\d+\.\d+\.\d+$", h.one("version")["ticketcore"])
    assert "ticketcore" in h.text("--version")


main()
