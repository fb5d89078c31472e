"""The examples run: mail through a real SMTP server, a gate, a box office on the web, a picture; and what
README says."""

import asyncio
import os
import pathlib
import re
import subprocess
import sys
import uuid

import pytest

import ticketcore as tc

ROOT = pathlib.Path(os.environ.get("TICKETCORE_ROOT", pathlib.Path(__file__).resolve().parent.parent.parent.parent))
EXAMPLES = ROOT / "examples/python"


def example(name, *given, stdin=""):
    done = subprocess.run([sys.executable, str(EXAMPLES / name), *map(str, given)], input=stdin, capture_output=True,
                          text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture
def store(tmp_path, make_house):
    engine = tc.Engine(tmp_path / "store", create=True)
    house = make_house(engine)
    yield house
    engine.close()


def test_mail_is_sent_to_a_real_server(store):
    pytest.importorskip("aiosmtpd")
    from aiosmtpd.controller import Controller

    class Mailbox:
        def __init__(self):
            self.mails = []

        async def handle_RCPT(self, server, session, envelope, address, options):
            if address.startswith("nobody"):
                return "550 no such mailbox"
            if address.startswith("busy"):
                return "450 try later"
            envelope.rcpt_tos.append(address)
            return "250 fine"

        async def handle_DATA(self, server, session, envelope):
            self.mails.append((envelope.rcpt_tos, envelope.content.decode("utf-8", "replace")))
            return "250 taken"

    mailbox = Mailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=0)
    try:
        controller.start()
    except OSError:  # aiosmtpd asks its own port for a reply; with 0 it must be told
        import socket

        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        controller = Controller(mailbox, hostname="127.0.0.1", port=port)
        controller.start()
    port = controller.server.sockets[0].getsockname()[1]
    for seat, address in enumerate(("ada@example.org", "nobody@example.org", "busy@example.org", "josé@example.org")):
        store.sell(seat, mail=address)
    try:
        out = example("mail_worker.py", store.engine.path, "--smtp", f"127.0.0.1:{port}", "--sender",
                      "tickets@box.example", "--once")
    finally:
        controller.stop()
    with store.engine.snapshot() as now:
        states = {now.message_get(m.id).address: m.state for m in now.messages()}
    assert states["ada@example.org"] is tc.MessageState.SENT
    assert states["nobody@example.org"] is tc.MessageState.DEAD
    assert states["busy@example.org"] is tc.MessageState.QUEUED
    to, text = mailbox.mails[0]
    assert to == ["ada@example.org"] and "Subject:" in text and "Message-ID:" in text
    assert "sent (250)" in out and "failed (550)" in out and "retry (450)" in out


def test_a_gate_online_and_offline(store, tmp_path):
    order = store.sell(0, 1, 2)
    with store.engine.snapshot() as now:
        codes = [now.ticket_barcode(ticket) for ticket in order.tickets]
    path = store.engine.path
    out = example("gate.py", path, "--event", store.event, "--gate", 3, stdin=f"{codes[0]}\n{codes[0]}\nnonsense\n")
    assert [line[:4].strip() for line in out.splitlines()] == ["GO", "STOP", "STOP"]
    assert "gate 3" in out.splitlines()[1]
    example("gate.py", path, "--event", store.event, "--take", tmp_path / "known.json")
    store.engine.ticket_void(ticket=order.tickets[2])
    example("gate.py", path, "--event", store.event, "--take", tmp_path / "later.json")
    out = example("gate.py", "--offline", tmp_path / "later.json", "--journal", tmp_path / "scans",
                  stdin="\n".join([codes[0], codes[1], codes[1], codes[2], codes[1][:-4] + "AAAA"]) + "\n")
    verdicts = [line[:4].strip() for line in out.splitlines()]
    assert verdicts[2:] == ["STOP", "STOP", "STOP"] and len(verdicts) == 5
    out = example("gate.py", path, "--event", store.event, "--gate", 4, "--upload", tmp_path / "scans")
    again = example("gate.py", path, "--event", store.event, "--gate", 4, "--upload", tmp_path / "scans")
    assert "scans handed in" in out and out == again


def test_a_box_office_on_the_web(store):
    pytest.importorskip("fastapi")
    httpx = pytest.importorskip("httpx")
    sys.path.insert(0, str(EXAMPLES))
    import box_office

    app = box_office.make_app(store.engine.path)

    async def visit():
        async with app.router.lifespan_context(app):
            transport = httpx.ASGITransport(app=app)
            async with httpx.AsyncClient(transport=transport, base_url="http://box") as web:
                shows = (await web.get("/events")).json()
                assert shows[0]["name"] == "Evening"
                where = f"/events/{store.event}"
                prices = (await web.get(where)).json()["prices"]
                key = {"Idempotency-Key": str(uuid.uuid4())}
                hold = await web.post(f"{where}/holds", json={"seats": [4, 5], "buyer": "ada"}, headers=key)
                assert hold.status_code == 201
                assert (await web.post(f"{where}/holds", json={"seats": [4, 5], "buyer": "ada"}, headers=key)).json() == hold.json()
                taken = await web.post(f"{where}/holds", json={"seats": [5, 6]})
                assert taken.status_code == 409 and taken.json()["subject"] == 5
                assert (await web.post(f"{where}/holds", json={"quantity": 500})).status_code == 422
                assert (await web.post("/events/99/holds", json={"quantity": 2})).status_code == 404
                held = hold.json()
                bought = await web.post("/orders", json={
                    "hold": held["hold"], "secret": held["secret"], "ticket_type": prices[0]["ticket_type"], "places": 2,
                    "expected_total_minor": 6000, "email": "ada@example.org"}, headers=key)
                assert bought.status_code == 422  # the key belongs to another request
                bought = (await web.post("/orders", json={
                    "hold": held["hold"], "secret": held["secret"], "ticket_type": prices[0]["ticket_type"], "places": 2,
                    "expected_total_minor": 6000, "email": "ada@example.org"})).json()
                tickets = (await web.get(f"/orders/{bought['order']}/tickets", params={"secret": bought["secret"]})).json()
                assert len(tickets) == 2 and tickets[0]["barcode"]
                assert (await web.get(f"/orders/{bought['order']}/tickets", params={"secret": "00" * 16})).status_code == 404
                best = (await web.post(f"{where}/holds", json={"quantity": 2})).json()
                gone = await web.delete(f"/holds/{best['hold']}", params={"secret": best["secret"]})
                assert gone.status_code == 204
                crowd = await asyncio.gather(*(web.post(f"{where}/holds", json={"seats": [20]}) for _ in range(30)))
                assert sorted(r.status_code for r in crowd) == [201] + [409] * 29

    asyncio.run(visit())


def test_a_picture_of_the_sale(store, tmp_path):
    pytest.importorskip("matplotlib")
    store.hold(30)
    for seat in range(6):
        store.sell(seat)
    store.engine.close()
    out = example("sales_plot.py", store.engine.path, tmp_path / "sale.svg")
    assert "6 tickets in 6 orders, 180.00 in all" in out and "Evening: Full" in out
    assert "<svg" in (tmp_path / "sale.svg").read_text()


def runs(code, folder):
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def blocks(path):
    return re.findall(r"```python\n(.*?)```", path.read_text(), re.S)


@pytest.mark.parametrize("readme", ["README.md", "bindings/python/README.md"])
def test_the_readmes_example_runs(tmp_path, readme):
    for code in blocks(ROOT / readme):
        assert "tickets in the feed" in runs(code, tmp_path)


def test_the_guide_runs_from_top_to_bottom(tmp_path):
    out = runs("".join(blocks(ROOT / "docs/guides/python.md")), tmp_path)
    for words in ("(1, 'HELD', 1, 2)", "AUTHORISING", "SETTLED", "IN_TIME", "VALID", "USED", "ada@example.org |",
                  "ticket.issued", "4 "):
        assert words in out, f"{words!r} is missing in {out}"
