#!/usr/bin/env python3
"""Every way to say a seat, a pool, a time, a length of time, a price list, a contact, a cursor: what is
taken, and what is refused by the sentence that names it."""
import json

from house import REFUSED, main, test


@test
def seats_are_numbers_ranges_versions_or_names(h):
    def block(*texts):
        words = [w for t in texts for w in ("--seats", t)]
        return h.rows("hold", "create", 1, *words)

    assert len(block("0-2,5")[0]["seats"]) == 4
    assert len(block("1/10,1/11-12")[0]["seats"]) == 3
    assert len(block("20@1", "21")[0]["seats"]) == 2
    assert len(block("name:Stalls-C-5", "Stalls-C-6")[0]["seats"]) == 2 if named(h) else True


def named(h):
    return h.run("hold", "create", 1, "--seats", "name:Stalls-C-9", code=0 if has_names(h) else REFUSED).returncode == 0


def has_names(h):
    text = h.text("map", "export", 1)
    return "Stalls-C-9" in text


@test
def seats_that_are_none(h):
    for wrong in ("5-3", "0-100000", "7-7-7x", "99999999999", "4294967296", "1/", "1/x", "3@", "3@x", "3-", "-", "@",
                  "1/99999999999", "3@99999999999", "3-99999999999"):
        done = h.run("hold", "create", 1, f"--seats={wrong}", code=h.run_code("hold", "create", 1, f"--seats={wrong}"))
        assert done.returncode in (1, 2), wrong
        assert done.stdout == "" and done.stderr.startswith("ticketcore: "), wrong
    assert "has no seat" in h.refused(REFUSED, "hold", "create", 1, "--seats", "name:nowhere, in no row")
    assert h.one("availability", 1)["held"] == 0


@test
def pools_are_numbers_with_a_quantity(h):
    assert h.one("hold", "create", 1, "--pool", "1")["pools"][0]["quantity"] == 1
    assert h.one("hold", "create", 1, "--pool", "1/1:2")["pools"][0]["quantity"] == 2
    for wrong in ("x", "1:", "1:x", "1/", "1/x", "1:2x", "99999999999", "1:99999999999", "1/1/1"):
        assert "--pool" in h.usage("hold", "create", 1, "--pool", wrong), wrong


@test
def ticket_types_with_their_number(h):
    hold, secret = h.hold("0,1")
    line = ("order", "create", hold, "--secret", secret, "--method", "paid")
    for wrong in ("x", "0", "1x", "1xx", "1x2y", "99999999999", "1x99999999999", "-1", "1 "):
        assert "ticket type like 2" in h.usage(*line, f"--type={wrong}"), wrong
    assert h.one(*line, "--type", "1x1", "--type", "1x1")["total_minor"] == 10000


@test
def contacts_name_their_channel(h):
    hold, secret = h.hold("0")
    line = ("order", "create", hold, "--secret", secret, "--method", "paid")
    for wrong in ("ada@example.org", "fax:1", ":x", "averyveryverylongchannel:x", "email"):
        assert "--contact takes CHANNEL:ADDRESS" in h.usage(*line, "--contact", wrong), wrong
    five = [w for i in range(5) for w in ("--contact", f"email:a{i}@example.org")]
    assert "4 channels at most" in h.usage(*line, *five)
    order = h.one(*line, "--contact", "email:ada@example.org", "--contact", "sms:+431", "--contact", "push:x")
    assert [c["channel"] for c in h.one("order", "get", order["order"])["contacts"]] == ["email", "sms", "push"]


@test
def expected_totals_name_amount_and_currency(h):
    hold, secret = h.hold("0")
    line = ("order", "create", hold, "--secret", secret, "--method", "paid", "--expect-total")
    for wrong in ("50.00", "50.00 EURO", "50.00  EUR", "1" * 50 + " EUR", " EUR", "50.0 EUR", "x EUR"):
        assert "like \"12.50 EUR\"" in h.usage(*line, wrong), wrong
    assert h.error(REFUSED, *line, "50.00 USD")["error"] in ("CURRENCY", "AMOUNT")
    assert h.one(*line, "50.00 EUR")["total_minor"] == 5000


@test
def moments_of_every_form(h):
    good = {
        "2031-02-28T23:59Z": "2031-02-28T23:59:00.000Z", "2031-02-28T23:59:59.5Z": "2031-02-28T23:59:59.500Z",
        "2031-02-28 23:59:59.123456789z": "2031-02-28T23:59:59.123Z",
        "2400-02-29T00:00:00+00:00": "2400-02-29T00:00:00.000Z", "2031-01-01T00:30:00+01:00": "2030-12-31T23:30:00.000Z",
        "2031-12-31T23:30:00-23:59": "2032-01-01T23:29:00.000Z",
    }
    for text, meant in good.items():
        h.run("event", "update", 1, "--starts", text)
        assert h.one("event", "get", 1)["starts_at"] == meant, text
    for wrong in ("2031-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2031-00-01T00:00Z", "2031-01-00T00:00Z",
                  "2031-01-32T00:00Z", "2031-04-31T00:00Z", "2031-01-01X00:00Z", "2031-01-01T00:60Z",
                  "2031-01-01T00:00:60Z", "2031-01-01T00:00:Z", "2031-01-01T00:00:00.Z", "2031-01-01T00:00:00+1:00",
                  "2031-01-01T00:00:00+01:60", "2031-01-01T00:00:00+0100", "2031-01-01T00:00:00+24:00",
                  "2031-01-01T00:00:00Zx", "2031-01-01T00:00:00", "203-01-01T00:00Z", "2031-1-01T00:00Z",
                  "2031-01-1T00:00Z", "2031-01-01T0:00Z", "2031-01-01T00-00Z", "2031/01-01T00:00Z", "1970-01-01T00:30+01:00",
                  "now+", "+", "+1", "+99999999999999999999d", "+1dd", "+1d2", "-1x", "+x", ""):
        assert "takes a time" in h.usage("event", "update", 1, f"--starts={wrong}"), wrong


@test
def lengths_of_time_of_every_form(h):
    for text in ("1ms", "1500ms", "2s", "1m30s", "1h", "0d1h", "0w1s"):
        h.run("hold", "best", 1, "-n", 1, "--ttl", text)
    for wrong in ("", "1", "s", "1x", "1h x", "1h30", "-1s", "1.5h", "99999999999999999999s", "9223372036854775807ms",
                  "999999999999999w", "1 h"):
        assert "length of time" in h.usage("hold", "best", 1, "-n", 1, f"--ttl={wrong}"), wrong
    assert "from 1ms to 7d" in h.usage("hold", "best", 1, "-n", 1, "--ttl", "0")


@test
def currencies_have_their_own_digits(h):
    for currency, good, wrong in (("JPY", "500", "500.00"), ("KWD", "1.250", "1.25"), ("CLF", "1.2500", "1.25")):
        event = h.one("event", "create", "--name", currency, "--starts", "+9d", "--currency", currency, "--map", 1,
                      "--status", "on-sale")["event"]
        assert f"takes an amount of {currency}" in h.usage("price", "add", event, "--name", "A", f"--price={wrong}")
        h.run("price", "add", event, "--name", "A", "--price", good)
        assert f"{good} {currency}" in h.text("price", "list", event) or good in h.text("price", "list", event)
    assert "takes an amount of EUR" in h.usage("price", "update", 1, 1, "--price=" + "9" * 30)


@test
def secrets_and_ids_are_hexadecimal(h):
    hold, secret = h.hold("0")
    for wrong in (secret[:-1], secret + "0", "g" * 32, "", secret[:31] + " "):
        assert "32 hexadecimal digits" in h.usage("hold", "get", hold, f"--secret={wrong}"), wrong
    dashed = "-".join((secret[:8], secret[8:12], secret[12:16], secret[16:20], secret[20:]))
    assert h.one("hold", "get", hold, "--secret", secret.upper())["hold"] == hold
    done = h.run("hold", "get", hold, "--secret", dashed, code=h.run_code("hold", "get", hold, "--secret", dashed))
    assert done.returncode in (0, 2)


@test
def words_of_a_kind(h):
    assert "one of" in h.usage("event", "update", 1, "--status", "open")
    assert "one of" in h.usage("order", "create", 1, "--secret", "0" * 32, "--method", "barter")
    assert h.one("event", "update", 1, "--status", "on_sale") or True
    assert "did you mean" in h.usage("event", "update", 1, "--stauts", "on-sale")
    assert "needs a value" in h.usage("event", "update", 1, "--name")


@test
def consumers_stand_at_a_number_the_oldest_or_the_end(h):
    for wrong in ("x", "-1", "1x", "", "start"):
        assert "--at takes a sequence number" in h.usage("feed", "consumer", "m", f"--at={wrong}"), wrong
    h.run("feed", "consumer", "m", "--at", "end")
    end = h.one("feed", "consumer", "m")["next"]
    h.run("feed", "consumer", "m", "--at", "oldest")
    assert h.one("feed", "consumer", "m")["next"] < end
    h.run("feed", "consumer", "m", "--at", "2")
    assert h.one("feed", "consumer", "m")["next"] == 2
    assert [c["name"] for c in h.rows("feed", "consumer")] == ["m"]
    assert "m" in h.text("feed", "consumer")
    assert "needs the NAME" in h.usage("feed", "consumer", "--at", "end")
    assert "needs the NAME" in h.usage("feed", "consumer", "--delete")
    assert "needs --before or --older" in h.usage("feed", "prune")
    dropped = h.one("feed", "prune", "--before", end, "--force")
    assert dropped["dropped"] > 0
    assert h.error(REFUSED, "feed", "consumer", "nobody")["error"] == "NOT_FOUND"
    h.run("feed", "consumer", "m", "--delete")
    assert h.rows("feed", "consumer") == []


@test
def the_feed_in_words_and_as_json(h):
    h.paid("0,1", "--contact", "email:ada@example.org")
    lines = h.text("feed", "read").splitlines()
    assert any("order.confirmed" in line for line in lines)
    rows = h.rows("feed", "read")
    assert len(rows) == len([line for line in lines if line.strip()]) or len(rows) > 5
    assert len(h.rows("feed", "read", "--limit", 3)) == 3
    from_three = h.rows("feed", "read", "--from", 3)
    assert json.dumps(from_three[0]) == json.dumps(rows[2])


@test
def limits_end_every_list(h):
    for i in range(3):
        h.run("venue", "create", "--name", f"V{i}")
        h.hold(f"{i + 30}")
        h.paid(f"{i + 20}", "--contact", "email:a@example.org")
    for line in (("venue", "list"), ("event", "list"), ("order", "list"), ("ticket", "list", "--event", 1),
                 ("price", "list", 1), ("outbox", "list"), ("map", "list"), ("pool", "list", 1)):
        whole = h.rows(*line)
        assert h.rows(*line, "--limit", 1) == whole[:1], line
        assert h.text(*line, "--limit", 1) and h.text(*line), line


@test
def messages_are_shown_with_their_body(h):
    h.paid("0", "--contact", "email:ada@example.org")
    first = h.rows("outbox", "list")[0]["message"]
    assert "ada@example.org" in h.text("outbox", "show", first)
    assert h.one("outbox", "show", first)["body"]
    many = [w for i in range(100) for w in ("--var", f"k{i}=v")]
    h.usage("outbox", "add", "--channel", "sms", "--to", "+431", *many)
    for wrong in ("note", ""):
        h.usage("outbox", "add", "--channel", "sms", "--to", "+431", f"--var={wrong}")


main()
