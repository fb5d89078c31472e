"""Holds, orders, payments, the ledger, tickets, gates and messages."""

from datetime import timedelta

import pytest

import ticketcore as tc


def test_a_hold_lives_and_ends(house, engine, clock):
    hold = house.hold(0, 1, ttl=timedelta(minutes=5), buyer="ada")
    assert hold.expires_at == clock + timedelta(minutes=5)
    assert hold.seats == (tc.HoldSeat(house.event, 0, 2), tc.HoldSeat(house.event, 1, 2))
    assert isinstance(hold.secret, tc.Secret) and len(hold.secret) == 16 and repr(hold.secret) not in (hold.secret.hex(),)
    assert engine.hold_extend(hold=hold.hold, secret=hold.secret, ttl=timedelta(minutes=9)).version == 2
    with engine.snapshot() as now:
        view = now.hold_get(hold.hold, hold.secret)
        assert view.state is tc.HoldState.LIVE and view.seats == 2
        assert now.hold_peek(hold.hold) == view
        assert now.hold_seats(hold.hold) == hold.seats and now.hold_pools(hold.hold) == ()
        with pytest.raises(tc.NotFound):
            now.hold_get(hold.hold, bytes(16))
    engine.hold_release(hold=hold.hold, secret=hold.secret)
    with pytest.raises(tc.HoldEnded):
        engine.hold_extend(hold=hold.hold, secret=hold.secret)


def test_a_taken_seat_lists_every_conflict(house):
    house.hold(0, 1, 2)
    with pytest.raises(tc.SeatTaken) as told:
        house.hold(1, 2, 3)
    error = told.value
    assert error.code is tc.Code.SEAT_TAKEN and error.error_class is tc.ErrorClass.CONFLICT
    assert error.conflicts_count == 2 and [c.seat for c in error.conflicts] == [1, 2]
    assert error.conflicts[0].state is tc.SeatState.HELD and error.conflicts[0].actual_version == 2
    assert error.event == house.event and error.subject == 1


def test_more_seats_than_any_small_room(engine, make_house):
    house = make_house(engine, rows=20, seats=50)
    hold = house.hold(*range(1000))
    assert len(hold.seats) == 1000
    with pytest.raises(tc.SeatTaken) as told:
        house.hold(*range(1000))
    assert len(told.value.conflicts) == 1000
    with engine.snapshot() as now:
        assert len(now.hold_seats(hold.hold)) == 1000


def test_an_expected_version_is_kept_to(house):
    with pytest.raises(tc.SeatVersionMismatch) as told:
        house.engine.hold_create(seats=[tc.HoldSeat(house.event, 0, 5)])
    assert (told.value.expected_version, told.value.actual_version) == (5, 1)


def test_the_best_seats(house, engine):
    best = engine.hold_best(event=house.event, quantity=3)
    assert best.adjacent is True and len(best.seats) == 3
    with pytest.raises(tc.NoSeats):
        engine.hold_best(event=house.event, quantity=11, max_rows=1)


def test_a_hold_expires_to_the_millisecond(house, engine, clock):
    hold = house.hold(0, ttl=timedelta(seconds=1))
    engine.set_clock(clock + timedelta(milliseconds=999))
    with engine.snapshot() as now:
        assert now.hold_get(hold.hold, hold.secret).state is tc.HoldState.LIVE
        assert now.time == clock + timedelta(milliseconds=999)
    engine.set_clock(clock + timedelta(seconds=1))
    with engine.snapshot() as now:
        assert now.hold_get(hold.hold, hold.secret).state is tc.HoldState.EXPIRED
    assert engine.sweep().next_due is None


def test_a_swap_a_pool_and_an_end_by_the_host(house, engine):
    first = engine.hold_create(seats=[(house.event, 0)], pools=[tc.HoldPool(house.event, house.pool, 3)])
    with engine.snapshot() as now:
        assert now.hold_pools(first.hold) == (tc.HoldPool(house.event, house.pool, 3),)
    second = engine.hold_swap(hold=first.hold, secret=first.secret, seats=[(house.event, 0), (house.event, 1)])
    assert len(second.seats) == 2 and second.hold != first.hold
    assert engine.hold_expire(hold=second.hold).version == 2


def test_a_request_id_answers_the_same(house, engine):
    name = tc.request_id_new()
    assert name.version == 7
    first = house.hold(0, request_id=name)
    assert house.hold(0, request_id=name) == first
    assert house.hold(0, request_id=name.bytes).secret == first.secret
    with pytest.raises(tc.RequestMismatch):
        house.hold(1, request_id=name)


def test_a_quote_and_an_order(house, engine):
    with engine.snapshot() as now:
        quote = now.order_quote(items=[tc.QuoteItem(house.event, 0, house.type), (house.event, 1, house.type)])
        assert quote.total_minor == 6000 and len(quote.lines) == 2 and quote.currency == "EUR"
    order = house.sell(0, 1, expected_currency="EUR", expected_total_minor=6000, reference="till 4", buyer="ada")
    assert order.state is tc.OrderState.SETTLED and len(order.tickets) == 2 and order.deadline is None
    with engine.snapshot() as now:
        view = now.order_get(order.order, order.secret)
        assert (view.total_minor, view.captured_minor, view.reference) == (6000, 6000, "till 4")
        assert now.order_get(order.order) == view
        assert [line.total_minor for line in now.order_lines(order.order)] == [3000, 3000]
        assert now.order_contacts(order.order)[0].address == "ada@example.org"
        assert [o.id for o in now.orders(event=house.event)] == [order.order]
        assert [o.id for o in now.orders(buyer="ada", states=[tc.OrderState.SETTLED])] == [order.order]
        assert list(now.orders(states=[tc.OrderState.PENDING])) == []
        assert now.order_list(limit=1)[0][0].id == order.order
    with pytest.raises(tc.OtherAmount):
        house.sell(3, expected_currency="EUR", expected_total_minor=1)


def test_money_by_hand(house, engine):
    order = house.sell(0, method=tc.PayMethod.OFFLINE, pay_within=timedelta(minutes=10))
    assert order.state is tc.OrderState.PENDING and order.deadline is not None
    paid = engine.order_settle(order=order.order, currency="EUR", amount_minor=3000)
    assert paid.changed is True and paid.state is tc.OrderState.SETTLED
    back = engine.order_refund(order=order.order, flags=tc.OrderFlag.BY_HAND)
    assert back.amount_minor == 3000
    with engine.snapshot() as now:
        balances = now.ledger_balances()
        assert sum(balances[0].debit_minor) == sum(balances[0].credit_minor) > 0
        entries = now.ledger_entries(order.order)
        journal = list(now.journal())
        assert journal == sorted(entries, key=lambda entry: entry.id)
        assert now.ledger_journal(0, limit=1) == tuple(journal[:1])
        assert isinstance(entries[0].debit, tc.Account) and isinstance(entries[0].reason, tc.PostingReason)
        assert len(now.refund_list(order.order)) == 1


def test_an_order_is_given_up(house, engine):
    order = house.sell(0, method=tc.PayMethod.OFFLINE)
    gone = engine.order_cancel(order=order.order, secret=order.secret)
    assert gone.state is tc.OrderState.CANCELLED
    with pytest.raises(tc.NotFound):
        engine.order_cancel(order=order.order, secret=bytes(16))


def test_a_payment_by_a_provider(house, engine):
    order = house.sell(0, method=tc.PayMethod.PROVIDER, token="tok_1")
    lease = engine.payment_lease(worker=1, max=10)
    command = lease.commands[0]
    assert command.kind is tc.PaymentKind.AUTHORISE and command.token == "tok_1" and len(command.idempotency_key) == 16
    result = engine.payment_answer(command=command.command, attempt=command.attempt, outcome=tc.PaymentOutcome.DONE,
                                   amount_minor=3000, currency="EUR", reference="auth-1")
    assert result.duplicate is False
    capture = engine.payment_lease(worker=1, max=10).commands[0]
    engine.payment_answer(command=capture.command, attempt=capture.attempt, outcome=tc.PaymentOutcome.DONE,
                          amount_minor=3000, currency="EUR", reference="cap-1")
    told = engine.payment_event(event_id="evt_1", kind=tc.PaymentEventKind.CAPTURED, currency="EUR", amount_minor=3000,
                                idempotency_key=capture.idempotency_key)
    assert told.order == order.order
    with engine.snapshot() as now:
        assert now.order_get(order.order).state is tc.OrderState.SETTLED
        payments = now.payment_list(order.order)
        assert payments[0].captured_minor == 3000 and payments[0].state is tc.PaymentState.CAPTURED
        assert now.payment_backlog_get().due == 0


def test_a_payment_declined_and_begun_again(house, engine):
    order = house.sell(0, method=tc.PayMethod.PROVIDER)
    command = engine.payment_lease(worker=1, max=1, lease=timedelta(seconds=30)).commands[0]
    assert command.lease_until == engine.clock() + timedelta(seconds=30)
    engine.payment_answer(command=command.command, attempt=command.attempt, outcome=tc.PaymentOutcome.DECLINED)
    again = engine.order_pay(order=order.order, secret=order.secret, method=tc.PayMethod.PROVIDER)
    assert again.state is tc.OrderState.AUTHORISING


def test_tickets_barcodes_and_the_gate(house, engine, clock):
    order = house.sell(0, 1)
    with engine.snapshot() as now:
        tickets = list(now.tickets(order=order.order, secret=order.secret, labels=True))
        assert [t.id for t in tickets] == list(order.tickets)
        assert (tickets[0].section, tickets[0].row, tickets[0].label, tickets[0].type_name) == ("Stalls", "1", "1", "Full")
        assert tickets[0].seat == 0 and tickets[0].used_at is None
        secret = now.ticket_secret(order.tickets[0], order.secret)
        assert now.ticket_get(order.tickets[0], secret).state is tc.TicketState.VALID
        barcode = now.ticket_barcode(order.tickets[0], secret)
        keys = now.signing_key_list()
        told = tc.barcode_verify(keys, barcode, engine.clock())
        assert told.ticket == order.tickets[0] and told.seat == 0 and told.window in tuple(tc.BarcodeWindow)
        assert now.ticket_count(house.event).issued == 2
    entry = engine.checkin_scan(event=house.event, barcode=barcode, gate=3)
    assert entry.answer is tc.ScanAnswer.VALID and tc.scan_answer_name(entry.answer) == "valid"
    assert tc.scan_answer_sentence(entry.answer)
    again = engine.checkin_scan(event=house.event, barcode=barcode, gate=4)
    assert again.answer is tc.ScanAnswer.USED and again.used_gate == 3 and again.used_at == clock
    forged = engine.checkin_scan(event=house.event, barcode=barcode[:-4] + "AAAA", gate=4)
    assert forged.answer is tc.ScanAnswer.FORGED and forged.seat is None and forged.ticket == 0
    with engine.snapshot() as now:
        assert [s.gate for s in now.scans(house.event)] == [3, 4, 4]
        assert len(now.checkin_list(house.event, 1, limit=1)) == 1


def test_a_ticket_is_reissued_and_voided(house, engine):
    order = house.sell(0, 1)
    assert engine.ticket_reissue(ticket=order.tickets[0]).serial == 2
    assert engine.ticket_void(ticket=order.tickets[1]).state is tc.TicketState.VOIDED
    with engine.snapshot() as now:
        dead = list(now.revocations(house.event))
        assert {r.ticket for r in dead} == set(order.tickets)
        assert now.ticket_list(event=house.event, state=tc.TicketState.VOIDED)[0][0].id == order.tickets[1]
        assert now.revocation_list(house.event, 0, limit=1)[1] != 0
    rotated = engine.signing_key_rotate()
    assert len(rotated.public_key) == 32
    with engine.snapshot() as now:
        assert [k.current for k in now.signing_key_list()].count(True) == 1
    with pytest.raises(tc.Malformed):
        tc.barcode_verify([], "AAAA", engine.clock())


def test_messages_are_leased_answered_retried(house, engine, clock):
    order = house.sell(0)
    lease = engine.message_lease(channels=[tc.MessageChannel.EMAIL], max=10, worker=4)
    message = lease.messages[0]
    assert message.order == order.order and message.kind is tc.MessageKind.ORDER_CONFIRMED
    with engine.snapshot() as now:
        whole = now.message_get(message.message)
        assert whole.address == "ada@example.org" and "Evening" in whole.body and whole.state is tc.MessageState.LEASED
        listed = next(now.messages(state=tc.MessageState.LEASED))
        assert listed.body is None and listed.id == message.message
        assert now.message_list(limit=1)[0][0].id == message.message
    later = engine.message_answer(message=message.message, lease=message.lease, outcome=tc.MessageOutcome.RETRY,
                                  retry_after=timedelta(seconds=5))
    assert later.next_due == clock + timedelta(seconds=5)
    with pytest.raises(tc.LeaseLost):
        engine.message_answer(message=message.message, lease=message.lease, outcome=tc.MessageOutcome.SENT)
    engine.set_clock(clock + timedelta(seconds=6))
    message = engine.message_lease().messages[0]
    dead = engine.message_answer(message=message.message, lease=message.lease, outcome=tc.MessageOutcome.FAILED,
                                 receipt="550 no such user")
    assert dead.state is tc.MessageState.DEAD and dead.next_due is None
    assert engine.message_retry(message=message.message).state is tc.MessageState.QUEUED
    assert engine.message_cancel(message=message.message).state is tc.MessageState.CANCELLED


def test_a_message_of_the_hosts_own(engine):
    engine.template_put(kind=2000, channel=tc.MessageChannel.SMS, body="Hello {{name}}")
    made = engine.message_create(kind=2000, channel=tc.MessageChannel.SMS, address="+43 1 234", dedupe_key="once",
                                 variables=[tc.Variable("name", "Ada")])
    assert engine.message_create(kind=2000, channel=tc.MessageChannel.SMS, address="+43 1 234",
                                 dedupe_key="once").duplicate is True
    with engine.snapshot() as now:
        message = now.message_get(made.message)
        assert message.body == "Hello Ada" and message.kind == 2000
        assert now.template_get(2000, tc.MessageChannel.SMS, None).body == "Hello {{name}}"
        assert 2000 in [t.kind for t in now.template_list()]
    assert engine.template_delete(kind=2000, channel=tc.MessageChannel.SMS) is None


def test_templates_and_webhooks_without_an_engine():
    text = tc.template_render("{{a}} {{{a}}}", [("a", "<b>")], tc.TemplateEscaping.HTML)
    assert text == "&lt;b&gt; <b>"
    assert tc.template_render("x", [], tc.TemplateEscaping.NONE) == "x"
    assert len(tc.template_render("{{a}}" * 900, [("a", "0123456789")], tc.TemplateEscaping.NONE)) == 9000
    with pytest.raises(tc.TemplateFault):
        tc.template_render("{{#a}}", [], tc.TemplateEscaping.NONE)
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    signed = tc.webhook_sign(secret, "msg_1", 1614265330, b'{"a":1}')
    assert signed.startswith("v1,")
    assert tc.webhook_verify(secret, "msg_1", 1614265330, b'{"a":1}', signed, 1614265331) is None
    with pytest.raises(tc.Forged):
        tc.webhook_verify(secret, "msg_1", 1614265330, b'{"a":2}', signed, 1614265331)
