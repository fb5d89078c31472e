#!/usr/bin/env python3
"""Tickets, barcodes, check-in, messages, templates."""
import re
import subprocess

from house import CONFLICT, REFUSED, TOOL, main, test


@test
def tickets(h):
    order = h.paid("0,1")
    rows = h.rows("ticket", "list", "--order", 1)
    assert [t["ticket"] for t in rows] == order["tickets"]
    assert rows[0]["section"] == "Stalls" and rows[0]["price_minor"] == 5000
    assert h.rows("ticket", "list", "--event", 1) == rows
    ticket = order["tickets"][0]
    assert h.one("ticket", "get", ticket, "--secret", order["secret"])["state"] == "valid"
    assert h.error(REFUSED, "ticket", "get", ticket, "--secret", "0" * 32)["error"] == "NOT_FOUND"
    own = h.one("ticket", "secret", ticket, "--secret", order["secret"])["secret"]
    assert own != order["secret"] and h.one("ticket", "get", ticket, "--secret", own)
    assert "--event or --order" in h.usage("ticket", "list")


@test
def tickets_void_and_reissued(h):
    order = h.paid("0,1")
    first, second = order["tickets"]
    old = h.text("ticket", "barcode", first).strip()
    assert h.one("ticket", "reissue", first)["serial"] == 2
    assert h.one("checkin", "scan", 1, old, code=REFUSED)["answer"] == "reissued"
    assert h.one("ticket", "void", second)["state"] == "void"
    assert h.error(REFUSED, "ticket", "barcode", second)["error"] == "STATE"
    assert [(r["ticket"], r["min_serial"], r["state"]) for r in h.rows("ticket", "revoked", 1)] == [
        (first, 2, "valid"), (second, None, "void")]
    assert h.one("ticket", "keys")["current"] is True
    assert [k["current"] for k in h.rows("ticket", "keys", "--rotate")] == [False, True]
    assert h.one("checkin", "scan", 1, h.text("ticket", "barcode", first).strip())["answer"] == "valid"


@test
def barcodes(h):
    ticket = h.paid("0")["tickets"][0]
    text = h.text("ticket", "barcode", ticket)
    assert re.match(r"^[A-Z2-7]+\n$", text)
    assert h.one("ticket", "barcode", ticket)["barcode"] + "\n" == text
    done = h.run("ticket", "barcode", ticket, "--as", "svg", "-o", "code.svg",
                 code=0 if has_qr(h, ticket) else REFUSED)
    if done.returncode == 0:
        assert "<svg" in (h.folder / "code.svg").read_text()
        lines = h.text("ticket", "barcode", ticket, "--as", "qr").splitlines()
        assert len(lines) > 15 and len({len(line) for line in lines}) == 1


def has_qr(h, ticket):
    done = subprocess.run([TOOL, "-s", h.store, "ticket", "barcode", str(ticket), "--as", "qr"],
                          capture_output=True, text=True)
    return "UNSUPPORTED" not in done.stderr


@test
def checkin(h):
    ticket = h.paid("0")["tickets"][0]
    barcode = h.text("ticket", "barcode", ticket).strip()
    first = h.one("checkin", "scan", 1, barcode, "--gate", 3)
    assert first["answer"] == "valid" and first["ticket"] == ticket
    again = h.one("checkin", "scan", 1, barcode, "--gate", 4, code=REFUSED)
    assert again["answer"] == "used" and again["used_gate"] == 3
    assert h.one("checkin", "scan", 1, "HELLO", code=REFUSED)["answer"] == "unknown"
    forged = barcode[:-1] + ("A" if barcode[-1] != "A" else "B")
    assert h.one("checkin", "scan", 1, forged, code=REFUSED)["answer"] in ("forged", "unknown")
    assert [s["answer"] for s in h.rows("checkin", "list", 1)][:2] == ["valid", "used"]
    assert "one of them" in h.usage("checkin", "scan", 1)


@test
def checkin_repeated_upload(h):
    ticket = h.paid("0")["tickets"][0]
    line = ("checkin", "scan", 1, "--ticket", ticket, "--gate", 2, "--nonce", "ab" * 16)
    assert h.one(*line)["repeated"] is False
    assert h.one(*line)["repeated"] is True
    assert len(h.rows("checkin", "list", 1)) == 1


@test
def outbox(h):
    h.paid("0", "--contact", "email:ada@example.org")
    message = h.one("outbox", "list")
    assert message["kind"] == "order_confirmed" and message["state"] == "queued"
    shown = h.one("outbox", "show", 1)
    assert "First night" in shown["subject"] + shown["body"]
    leased = h.one("outbox", "lease", "--channel", "email", "--for", "5m")
    assert leased["body"] == shown["body"] and leased["address"] == "ada@example.org"
    wrong = h.error(CONFLICT, "outbox", "answer", 1, "sent", "--lease", leased["lease"] + 1)
    assert wrong["error"] == "LEASE_LOST"
    sent = h.one("outbox", "answer", 1, "sent", "--lease", leased["lease"], "--receipt", "250")
    assert sent["state"] == "sent"
    assert h.rows("outbox", "lease") == []


@test
def outbox_dead_letter(h):
    h.run("outbox", "add", "--channel", "sms", "--to", "+431", "--var", "note=Hi", "--dedupe", "k")
    assert h.one("outbox", "add", "--channel", "sms", "--to", "+431", "--dedupe", "k")["duplicate"]
    lease = h.one("outbox", "lease")["lease"]
    assert h.one("outbox", "answer", 1, "failed", "--lease", lease)["state"] == "dead"
    assert [m["message"] for m in h.rows("outbox", "list", "--state", "dead")] == [1]
    assert h.one("outbox", "retry", 1)["state"] == "queued"
    assert h.one("outbox", "cancel", 1)["state"] == "cancelled"
    assert "NAME=VALUE" in h.usage("outbox", "add", "--channel", "sms", "--to", "+431", "--var", "x")


@test
def templates(h):
    h.run("template", "put", "order-confirmed", "email", "--subject", "Order {{order_id}}", "--body",
          "-", stdin="Seats: {{seats}}\n")
    assert h.one("template", "list")["version"] == 1
    h.paid("0", "--contact", "email:ada@example.org")
    shown = h.one("outbox", "show", 1)
    assert shown["subject"] == "Order 1" and shown["body"].startswith("Seats: Stalls")
    error = h.error(REFUSED, "template", "put", "order-confirmed", "email", "--body", "-",
                    stdin="a\n{{x\n")
    assert error["error"] == "TEMPLATE" and error["line"] == 2
    h.run("template", "delete", "order-confirmed", "email")
    assert h.rows("template", "list") == []
    assert h.one("template", "get", "order-confirmed", "email", "--locale", "de-AT")["version"] is None


main()
