#!/usr/bin/env python3
"""A scanner at a gate: barcodes come as lines on standard input, answers go out.

    gate.py STORE --event N [--gate N]                  online: each scan is a command
    gate.py STORE --event N --take FILE                 before the show: keys and dead tickets for offline use
    gate.py --offline FILE --journal FILE               offline: signatures are checked, scans are kept
    gate.py STORE --event N --upload FILE               afterwards: the kept scans are handed in, once each

Offline a gate cannot know what another gate saw; the upload says which scans came second."""

import argparse
import json
import os
import sys
from datetime import datetime, timezone

import ticketcore as tc


def show(answer, words):
    print(f"{'GO  ' if answer else 'STOP'} {words}", flush=True)


def online(engine, event, gate):
    for line in sys.stdin:
        scan = engine.checkin_scan(event=event, barcode=line.strip(), gate=gate, nonce=os.urandom(16))
        words = tc.scan_answer_sentence(scan.answer)
        if scan.answer is tc.ScanAnswer.USED and scan.used_at:
            words += f" (gate {scan.used_gate}, {scan.used_at:%H:%M})"
        show(scan.answer is tc.ScanAnswer.VALID, words)


def take(engine, event, path):
    """What a gate needs when it has no store: public keys, and which serials are dead."""
    with engine.snapshot() as now:
        known = {
            "event": event,
            "keys": [[k.id, k.created_at.isoformat(), k.key.hex(), k.current] for k in now.signing_key_list()],
            "dead": {r.ticket: r.min_serial for r in now.revocations(event)},
        }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(known, file)


def offline(path, journal):
    with open(path, encoding="utf-8") as file:
        known = json.load(file)
    keys = [tc.PublicKey(id=number, created_at=datetime.fromisoformat(at), key=bytes.fromhex(key), current=current)
            for number, at, key, current in known["keys"]]
    dead = {int(ticket): serial for ticket, serial in known["dead"].items()}
    seen = set()
    with open(journal, "a", encoding="utf-8") as file:
        for line in sys.stdin:
            try:
                code = tc.barcode_verify(keys, line.strip(), datetime.now(timezone.utc))
            except tc.Refused as error:
                show(False, error.message)
                continue
            if code.event != known["event"]:
                show(False, "for another event")
            elif code.window is not tc.BarcodeWindow.IN_TIME:
                show(False, code.window.name.lower().replace("_", " "))
            elif code.serial < dead.get(code.ticket, 0) or code.ticket in seen:
                show(False, "no longer good" if code.ticket not in seen else "used at this gate")
            else:
                seen.add(code.ticket)
                file.write(json.dumps({"barcode": line.strip(), "nonce": os.urandom(16).hex()}) + "\n")
                file.flush()
                show(True, f"ticket {code.number}")


def upload(engine, event, gate, journal):
    """The nonce makes a repeated upload one entry."""
    with open(journal, encoding="utf-8") as file:
        scans = [json.loads(line) for line in file]
    answers = engine.batch(
        tc.CheckinScan(event=event, barcode=one["barcode"], gate=gate, nonce=bytes.fromhex(one["nonce"])) for one in scans)
    late = sum(isinstance(a, tc.CheckinScanResult) and a.answer is not tc.ScanAnswer.VALID for a in answers)
    print(f"{len(scans)} scans handed in, {late} of them second or void")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", nargs="?")
    parser.add_argument("--event", type=int, default=1)
    parser.add_argument("--gate", type=int, default=1)
    parser.add_argument("--take", metavar="FILE")
    parser.add_argument("--offline", metavar="FILE")
    parser.add_argument("--journal", metavar="FILE", default="scans.jsonl")
    parser.add_argument("--upload", metavar="FILE")
    given = parser.parse_args()
    if given.offline:
        offline(given.offline, given.journal)
        return
    with tc.Engine(given.store) as engine:
        if given.take:
            take(engine, given.event, given.take)
        elif given.upload:
            upload(engine, given.event, given.gate, given.upload)
        else:
            online(engine, given.event, given.gate)


if __name__ == "__main__":
    try:
        main()
    except (tc.TicketcoreError, OSError) as error:
        sys.exit(f"gate: {error}")
