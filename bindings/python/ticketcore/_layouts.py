"""The payload of each event of record. Made by scripts/gen_python.py from types.def; do not edit."""
from typing import Dict, List, Tuple

__all__ = ["ENGINE_OPTIONS", "LAYOUTS"]

LAYOUTS: Dict[int, Tuple[str, List[str], str, List[str]]] = {
    # type: (struct format, names, format of what repeats, its names)
    0x0101: ("<", [], "<", []),  # venue.created
    0x0102: ("<", [], "<", []),  # venue.updated
    0x0103: ("<", [], "<", []),  # venue.deleted
    0x0111: ("<II", ["map_version", "seats"], "<", []),  # map.created
    0x0112: ("<II", ["map_version", "layout"], "<", []),  # map.published
    0x0113: ("<", [], "<", []),  # map.deleted
    0x0121: ("<IIq", ["layout", "seats", "starts_at_ms"], "<", []),  # event.created
    0x0122: ("<IIq", ["layout", "status", "starts_at_ms"], "<", []),  # event.updated
    0x0123: ("<", [], "<", []),  # event.deleted
    0x0131: ("<q", ["price_minor"], "<", []),  # ticket_type.created
    0x0132: ("<q", ["price_minor"], "<", []),  # ticket_type.updated
    0x0133: ("<", [], "<", []),  # ticket_type.deleted
    0x0201: ("<q", ["expires_at_ms"], "<QII", ["event", "target", "version"]),  # hold.created
    0x0202: ("<q", ["expires_at_ms"], "<", []),  # hold.extended
    0x0203: ("<", [], "<QII", ["event", "target", "version"]),  # hold.released
    0x0204: ("<", [], "<QII", ["event", "target", "version"]),  # hold.expired
    0x0205: ("<Q", ["order"], "<QII", ["event", "target", "version"]),  # hold.sold
    0x0206: ("<q", ["expires_at_ms"], "<QII", ["event", "target", "version"]),  # hold.regained
    0x0211: ("<", [], "<II", ["seat", "version"]),  # seat.blocked
    0x0212: ("<", [], "<II", ["seat", "version"]),  # seat.unblocked
    0x0213: ("<I", ["channel"], "<II", ["seat", "version"]),  # seat.allotted
    0x0214: ("<III", ["seat", "version", "ticket"], "<", []),  # seat.returned
    0x0221: ("<I", ["capacity"], "<", []),  # pool.created
    0x0222: ("<IB", ["capacity", "open"], "<", []),  # pool.updated
    0x0223: ("<I", ["quantity"], "<", []),  # pool.returned
    0x0301: ("<qI", ["total_minor", "lines"], "<", []),  # order.created
    0x0302: ("<BB", ["from", "to"], "<", []),  # order.state
    0x0303: ("<qI", ["total_minor", "tickets"], "<", []),  # order.confirmed
    0x0304: ("<B", ["reason"], "<", []),  # order.cancelled
    0x0305: ("<q", ["amount_minor"], "<", []),  # order.refunded
    0x0401: ("<QBq", ["command", "kind", "amount_minor"], "<", []),  # payment.command
    0x0402: ("<Bq", ["kind", "amount_minor"], "<", []),  # payment.event
    0x0403: ("<HHq", ["debit", "credit", "amount_minor"], "<", []),  # ledger.posted
    0x0501: ("<QII", ["order", "seat", "type"], "<", []),  # ticket.issued
    0x0502: ("<Q", ["order"], "<", []),  # ticket.voided
    0x0503: ("<I", ["serial"], "<", []),  # ticket.reissued
    0x0511: ("<", [], "<", []),  # signing_key.rotated
    0x0521: ("<BI", ["answer", "gate"], "<", []),  # checkin.scanned
    0x0601: ("<HB", ["kind", "channel"], "<", []),  # message.queued
    0x0602: ("<I", ["attempts"], "<", []),  # message.sent
    0x0603: ("<IB", ["attempts", "dead"], "<", []),  # message.failed
    0x0604: ("<", [], "<", []),  # message.cancelled
    0x0611: ("<", [], "<", []),  # template.changed
}

# Members of the engine's options, in the order of the C module's table.
ENGINE_OPTIONS = ("flags", "map_bytes", "max_readers", "queue_depth", "batch_max", "log_level", "clock", "seed")
