#!/usr/bin/env python3
"""Orders, payments, refunds, the ledger."""
from house import REFUSED, SECRET, main, test


@test
def orders_paid_at_the_till(h):
    order = h.paid("0,20", "--contact", "email:ada@example.org", "--locale", "en", "--reference", "t1")
    assert order["state"] == "settled" and SECRET.match(order["secret"])
    assert order["total_minor"] == 8150 and len(order["tickets"]) == 2
    view = h.one("order", "get", order["order"])
    assert [(l["ticket_type"], l["total_minor"]) for l in view["lines"]] == [(1, 5000), (2, 3150)]
    assert view["contacts"] == [{"channel": "email", "address": "ada@example.org", "locale": "en"}]
    assert view["captured_minor"] == 8150 and view["reference"] == "t1" and "secret" not in view
    assert "81.50 EUR" in h.text("order", "get", order["order"])
    assert h.one("availability", 1)["sold"] == 2
    assert h.rows("order", "list", "--state", "settled")[0]["order"] == order["order"]
    assert h.rows("order", "list", "--state", "pending") == []


@test
def ticket_types_are_chosen_or_named(h):
    h.run("price", "add", 1, "--name", "Gold reduced", "--price", "40.00", "--category", 1)
    hold, secret = h.hold("0,1", "--pool", "1:3")
    line = h.usage("order", "create", hold, "--secret", secret, "--method", "paid")
    assert "1 (Gold), 4 (Gold reduced)" in line
    order = h.one("order", "create", hold, "--secret", secret, "--method", "paid", "--type", "1",
                  "--type", "4", "--type", "3")
    assert order["total_minor"] == 5000 + 4000 + 3000 and len(order["tickets"]) == 5
    assert "ticket type like 2" in h.usage("order", "create", hold, "--secret", secret, "--type", "x")


@test
def no_price_no_order(h):
    h.run("price", "update", 1, 1, "--status", "off")
    hold, secret = h.hold("0")
    text = h.refused(REFUSED, "order", "create", hold, "--secret", secret, "--method", "paid")
    assert "no ticket type is on sale for seat 0" in text


@test
def orders_paid_offline(h):
    hold, secret = h.hold("0")
    line = ("order", "create", hold, "--secret", secret, "--method", "offline", "--expect-total")
    assert h.error(REFUSED, *line, "51.00 EUR")["error"] == "AMOUNT"
    assert "like \"12.50 EUR\"" in h.usage(*line, "50.00")
    order = h.one(*line, "50.00 EUR")
    assert order["state"] == "pending" and order["tickets"] == [] and order["deadline"]
    assert h.error(REFUSED, "order", "settle", 1, "--amount", "49.00")["error"] == "AMOUNT"
    assert h.one("order", "settle", 1, "--amount", "50.00")["state"] == "settled"


@test
def orders_cancelled(h):
    hold, secret = h.hold("0")
    order = h.one("order", "create", hold, "--secret", secret, "--method", "offline")
    wrong = "0" * 32
    assert h.error(REFUSED, "order", "cancel", 1, "--secret", wrong)["error"] == "NOT_FOUND"
    assert h.one("order", "cancel", 1, "--secret", order["secret"])["state"] == "cancelled"
    again = h.one("order", "cancel", 1)
    assert again["changed"] is False
    assert h.one("availability", 1)["free"] == 60


@test
def orders_by_provider(h):
    hold, secret = h.hold("0")
    h.run("order", "create", hold, "--secret", secret, "--token", "tok")
    command = h.one("pay", "lease")
    assert (command["kind"], command["amount_minor"], command["token"]) == ("authorise", 5000, "tok")
    answer = ("pay", "answer", command["command"], "done", "--attempt", 1, "--reference", "pi_1")
    assert h.one(*answer)["state"] == "capturing"
    assert h.one(*answer)["duplicate"] is True
    assert "go together" in h.usage("pay", "event", "e1", "captured", "--reference", "pi_1",
                                    "--amount", "50.00")
    assert "one of them" in h.usage("pay", "event", "e1", "captured")
    event = ("pay", "event", "e1", "captured", "--reference", "pi_1", "--amount", "50.00",
             "--currency", "EUR")
    assert h.one(*event)["state"] == "settled"
    assert h.one(*event)["duplicate"] is True
    assert h.one("pay", "backlog")["parked"] == 0
    assert h.one("order", "get", 1)["payments"][0]["reference"] == "pi_1"


@test
def declined_and_paid_again(h):
    hold, secret = h.hold("0")
    h.run("order", "create", hold, "--secret", secret)
    h.run("pay", "answer", h.one("pay", "lease")["command"], "declined")
    assert h.one("order", "get", 1)["state"] == "declined"
    assert h.one("order", "pay", 1, "--method", "offline")["state"] == "pending"
    assert h.one("order", "settle", 1, "--amount", "50.00")["state"] == "settled"


@test
def orders_refunded(h):
    order = h.paid("0,1")
    part = h.one("order", "refund", 1, "--ticket", order["tickets"][0], "--by-hand")
    assert part["amount_minor"] == 5000 and part["state"] == "partly_refunded"
    whole = h.one("order", "refund", 1, "--by-hand", "--reference", "ill")
    assert whole["state"] == "refunded"
    assert h.one("availability", 1)["free"] == 60
    assert len(h.one("order", "get", 1)["refunds"]) == 2
    assert h.error(REFUSED, "order", "refund", 1)["class"] == "refused"


@test
def ledger(h):
    h.paid("0")
    rows = {r["account"]: r["balance_minor"] for r in h.rows("ledger", "balances")}
    assert rows["cash"] == 5000 and rows["revenue"] == -5000 and sum(rows.values()) == 0
    assert h.rows("ledger", "order", 1)[0]["amount_minor"] == 5000
    assert len(h.rows("ledger", "journal", "--limit", 1)) == 1
    assert "50.00 EUR" in h.text("ledger", "balances")


@test
def quotes_take_nothing(h):
    quote = h.one("order", "quote", 1, "--seats", "0,1", "--pool", "1:2")
    assert (quote["total_minor"], quote["currency"], quote["tickets"]) == (12000, "EUR", 4), quote
    assert [(line["kind"], line["target"], line["ticket_type"], line["total_minor"])
            for line in quote["lines"]] == [("seat", 0, 1, 5000), ("seat", 1, 1, 5000),
                                            ("pool", 1, 3, 2000)], quote
    assert "total    120.00 EUR" in h.text("order", "quote", 1, "--seats", "0,1", "--pool", "1:2")
    assert h.one("availability", 1)["held"] == 0
    assert "say what to quote" in h.usage("order", "quote", 1)
    assert "once is for all" in h.usage("order", "quote", 1, "--seats", "0,1", "--type", 1, "--type",
                                        1, "--type", 1)
    assert "event 1 has no seat 999" in h.refused(REFUSED, "order", "quote", 1, "--seats", 999)
    assert h.one("price", "get", 1, 2)["name"] == "Silver"


main()
