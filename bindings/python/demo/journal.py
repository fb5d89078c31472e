"""What the demonstration's buyers write down outside the store, line for line as src/cli/demo_acks.c has
it: before a request goes out, and right after its acknowledgement came. The audit reads these lines."""

import os
import time
from dataclasses import dataclass, field
from typing import Dict, List

WANTED, HELD, ORDERING, ORDERED, CONFIRMED, REFUNDING, REFUNDED = range(1, 8)


@dataclass
class Journey:
    """Everything one buyer wrote down."""

    id: int
    stage: int = 0
    over: bool = False
    hold_id: bytes = b""
    kind: str = "b"
    quantity: int = 0
    category: int = 0
    pool: int = 0
    seats: List[tuple] = field(default_factory=list)  # (seat, version)
    hold: int = 0
    hold_secret: bytes = b""
    held: List[int] = field(default_factory=list)
    order_id: bytes = b""
    expected: int = 0
    types: List[int] = field(default_factory=list)
    order: int = 0
    order_secret: bytes = b""
    refund_id: bytes = b""
    refund_ticket: int = 0

    @property
    def buyer(self):
        return f"buyer-{self.id}"


class Journal:
    """One append-only file a place; one write a line, so that a kill cuts off the last line at most."""

    def __init__(self, books, slot):
        self.path = os.path.join(books, f"buyers-{slot}.log")
        self.fd = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        os.write(self.fd, b"\n")  # the predecessor's last line may lack its end

    def write(self, journey, text):
        line = f"{time.monotonic_ns() // 1000} {journey.id} {text} ;\n".encode()
        if os.write(self.fd, line) != len(line):
            os._exit(4)  # without its journal a buyer must not go on: the audit would blame the store


def take(journey, word, words):
    """One line into its journey."""
    number = lambda: int(next(words))
    if word == "want":
        journey.hold_id, journey.kind, journey.quantity = bytes.fromhex(next(words)), next(words), number()
        journey.category, journey.pool = number(), number()
        journey.seats = [(number(), number()) for _ in range(number())]
        journey.stage = WANTED
    elif word == "held":
        journey.hold, journey.hold_secret = number(), bytes.fromhex(next(words))
        journey.held = [number() for _ in range(number())]
        journey.stage = HELD
    elif word == "order":
        journey.order_id, journey.expected = bytes.fromhex(next(words)), number()
        journey.types = [number() for _ in range(number())]
        journey.stage = ORDERING
    elif word == "ordered":
        journey.order, journey.order_secret = number(), bytes.fromhex(next(words))
        journey.stage = ORDERED
    elif word == "confirmed":
        journey.stage = CONFIRMED
    elif word == "refund":
        journey.refund_id, journey.refund_ticket = bytes.fromhex(next(words)), number()
        journey.stage = REFUNDING
    elif word == "refunded":
        journey.stage = REFUNDED
    elif word == "over":
        journey.over = True


def read(path):
    """The journeys that were begun and are not over."""
    journeys: Dict[int, Journey] = {}
    try:
        with open(path, encoding="ascii", errors="replace") as file:
            lines = file.read().split("\n")
    except FileNotFoundError:
        return []
    for line in lines:
        if not line.endswith(" ;"):
            continue  # cut off by a kill
        words = iter(line.split()[1:-1])
        try:
            journey = journeys.setdefault(int(next(words)), Journey(0))
            journey.id = int(line.split()[1])
            take(journey, next(words), words)
        except (StopIteration, ValueError, RuntimeError):
            continue
    return [journey for journey in journeys.values() if not journey.over]
