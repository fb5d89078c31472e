"""What every generated class is built on."""

from __future__ import annotations

import json
import struct
from datetime import datetime
from typing import Any, ClassVar, Dict, Tuple, Type, TypeVar

from . import _core
from ._enums import CommandKind, FeedType
from ._layouts import LAYOUTS

__all__ = ["Command", "FeedEventBase", "Secret", "Value"]

T = TypeVar("T")


class Secret(bytes):
    """The 128-bit authority over a hold, an order or a ticket. It is bytes, but does not show itself in
    logs and tracebacks; ``hex()`` does, where it must be told.

    >>> Secret(bytes(16))
    Secret(…)
    >>> Secret(bytes(16)).hex()
    '00000000000000000000000000000000'
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret(…)"

    __str__ = __repr__


def _restore(made_of: Type[T], values: Tuple[Any, ...]) -> T:
    made = object.__new__(made_of)
    _core.fill(made, *values)
    return made


class Value:
    """A frozen value of the engine. Copies, pickles, compares and hashes by what it holds."""

    __slots__ = ()

    def __reduce__(self) -> Tuple[Any, ...]:
        names: Dict[str, Any] = getattr(type(self), "__dataclass_fields__")
        return _restore, (type(self), tuple(getattr(self, name) for name in names))


class Command(Value):
    """One change: a plain value that may be run, submitted, put in a batch, kept and sent again."""

    __slots__ = ()
    command_kind: ClassVar[CommandKind]


class FeedEventBase(Value):
    """What an event of record knows of itself besides its members."""

    __slots__ = ()
    sequence: int
    time: datetime
    commit: int
    event: int
    subject: int
    version: int
    payload: bytes
    type: FeedType

    @property
    def name(self) -> str:
        """Its type in words, like ``"hold.created"``."""
        return _core.feed_type_name(self.type) or f"type {int(self.type)}"

    @property
    def data(self) -> Dict[str, Any]:
        """Its payload by name; what repeats is a list under ``"items"``. Times are milliseconds."""
        layout = LAYOUTS.get(int(self.type))
        if layout is None:
            return {}
        head, names, tail, repeated = layout
        at = struct.calcsize(head)
        made: Dict[str, Any] = dict(zip(names, struct.unpack_from(head, self.payload)))
        if repeated:
            made["items"] = [dict(zip(repeated, row)) for row in struct.iter_unpack(tail, self.payload[at:])]
        return made

    def json(self) -> str:
        """The event as one line of JSON, as the command line and every other language write it."""
        return _core.feed_event_json(
            self.sequence, self.time, self.commit, self.event, self.subject, self.version, self.payload, self.type
        )

    def as_dict(self) -> Dict[str, Any]:
        """What ``json()`` says, as a dict."""
        made: Dict[str, Any] = json.loads(self.json())
        return made
