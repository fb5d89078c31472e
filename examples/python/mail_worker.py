#!/usr/bin/env python3
"""A worker that sends the outbox's e-mail by SMTP: mail_worker.py STORE --smtp HOST:PORT [--once].

A message is leased, sent, answered. If the worker dies in between, its lease runs out and another sends it:
at least once, with the same Message-ID, by which mailboxes know a repetition. Any number may run."""

import argparse
import smtplib
import sys
from datetime import timedelta
from email.message import EmailMessage

import ticketcore as tc


def compose(message, sender, store_id):
    """The mail of a rendered message."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, message.address, message.subject
    mail["Message-ID"] = f"<{message.id}.{store_id.hex()}@{sender.partition('@')[2]}>"
    if message.locale:
        mail["Content-Language"] = message.locale
    mail.set_content(message.body, subtype="html" if message.html else "plain")
    return mail


def send(smtp, mail):
    """What became of it, and a word for the outbox. Never the address: receipts hold no personal data."""
    try:
        smtp.send_message(mail)
        return tc.MessageOutcome.SENT, "250"
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
    except smtplib.SMTPResponseException as error:
        code = error.smtp_code
    except (smtplib.SMTPServerDisconnected, OSError):
        return tc.MessageOutcome.RETRY, "no connection"
    return (tc.MessageOutcome.RETRY if 400 <= code < 500 else tc.MessageOutcome.FAILED), str(code)


def round_of_mail(engine, host, port, sender):
    """Send what is due; answer how many, and when the next falls due."""
    lease = engine.message_lease(channels=[tc.MessageChannel.EMAIL], max=50, lease=timedelta(minutes=2))
    if not lease.messages:
        return 0, lease.next_due
    store_id = engine.stat().store_id
    with smtplib.SMTP(host, port, timeout=30) as smtp, engine.snapshot() as now:
        for leased in lease.messages:
            outcome, receipt = send(smtp, compose(now.message_get(leased.message), sender, store_id))
            try:
                engine.message_answer(message=leased.message, lease=leased.lease, outcome=outcome, receipt=receipt)
            except tc.LeaseLost:
                pass  # it took too long and another worker has it now
            print(f"message {leased.message}: {outcome.name.lower()} ({receipt})", flush=True)
    return len(lease.messages), lease.next_due


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--smtp", default="localhost:25", metavar="HOST:PORT")
    parser.add_argument("--sender", default="tickets@localhost")
    parser.add_argument("--once", action="store_true", help="send what is due, then end")
    given = parser.parse_args()
    host, _, port = given.smtp.partition(":")
    with tc.Engine(given.store) as engine:
        while True:
            with engine.snapshot() as now:
                _, end = now.feed_ends()
            sent, due = round_of_mail(engine, host, int(port or 25), given.sender)
            if sent:
                continue
            if given.once:
                return
            # Nothing is due: wait for something to happen, or for the next retry.
            wait = timedelta(seconds=30) if due is None else min(due - engine.clock(), timedelta(seconds=30))
            engine.feed_wait(end, max(wait, timedelta(milliseconds=10)))


if __name__ == "__main__":
    try:
        main()
    except (tc.TicketcoreError, OSError) as error:
        sys.exit(f"mail_worker: {error}")
