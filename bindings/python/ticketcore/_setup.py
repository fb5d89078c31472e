"""Tells the C module, once at import, which classes its answers are made of and how times are meant."""

from __future__ import annotations

import gc
import uuid
from datetime import datetime, timedelta, timezone
from typing import Any, Dict

from . import _base, _commands, _core, _enums, _failure, _values

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MILLISECOND = timedelta(milliseconds=1)
MICROSECOND = timedelta(microseconds=1)
LATEST = datetime.max.replace(tzinfo=timezone.utc)
EARLIEST = datetime.min.replace(tzinfo=timezone.utc)


def to_ms(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware datetime, the part of a millisecond dropped."""
    return (moment - EPOCH) // MILLISECOND


def from_ms(ms: int) -> datetime:
    """Any number of milliseconds; what Python's calendar has no date for is its last or first."""
    try:
        return EPOCH + timedelta(milliseconds=ms)
    except OverflowError:
        return LATEST if ms > 0 else EARLIEST


def duration_to_ms(duration: timedelta) -> int:
    """Milliseconds of a timedelta; a part of one counts whole, so that little never becomes nothing."""
    return -(-(duration // MICROSECOND) // 1000)


def duration_from_ms(ms: int) -> timedelta:
    """The other way."""
    try:
        return timedelta(milliseconds=ms)
    except OverflowError:
        return timedelta.max


def classes() -> Dict[str, Any]:
    """Every generated class by its name."""
    made: Dict[str, Any] = {}
    for module in (_enums, _values, _commands):
        made.update({name: getattr(module, name) for name in module.__all__})
    return made


_core.setup(
    {
        "classes": classes(),
        "to_ms": to_ms,
        "from_ms": from_ms,
        "duration_to_ms": duration_to_ms,
        "duration_from_ms": duration_from_ms,
        "from_timestamp": datetime.fromtimestamp,
        "utc": timezone.utc,
        "secret": _base.Secret,
        "uuid_from_bytes": lambda raw: uuid.UUID(bytes=raw),
        "gc_is_enabled": gc.isenabled,
        "gc_disable": gc.disable,
        "gc_enable": gc.enable,
        "failure": _failure.make,
        "closed": _failure.Closed,
    }
)
