"""The exception every refusal and failure of the engine is, and how one is made from an error."""

from __future__ import annotations

from typing import Any, ClassVar, Tuple, Type

from ._enums import Code, ErrorClass

__all__ = ["Closed", "TicketcoreError", "make"]


class TicketcoreError(Exception):
    """What went wrong, in full. Catch a class of errors (``Refused``, ``Conflicted``, ``TryAgain``,
    ``StoreFailed``, ``HandleDead``) or one error (``SeatTaken``).

    Attributes:
        code: the Code
        event: event of the subject, or 0
        subject: number of what it is about: a seat, a hold, an order …
        expected_version: the version the caller expected, or 0
        actual_version: the version found, or 0
        line: line of a malformed text input, from 1, or 0
        conflicts: seats that stood in the way; as many as there was room for
        conflicts_count: how many seats there were
        field: name of the offending field, or ""
        message: one English sentence
    """

    error_class: ClassVar[ErrorClass] = ErrorClass.NONE
    default_code: ClassVar[Code] = Code.OK
    __slots__ = (
        "code",
        "event",
        "subject",
        "expected_version",
        "actual_version",
        "line",
        "conflicts",
        "conflicts_count",
        "field",
        "message",
    )

    def __init__(
        self,
        message: str = "",
        *,
        code: int = 0,
        event: int = 0,
        subject: int = 0,
        expected_version: int = 0,
        actual_version: int = 0,
        line: int = 0,
        conflicts: Tuple[Any, ...] = (),
        conflicts_count: int = 0,
        field: str = "",
    ) -> None:
        super().__init__(message)
        self.code = Code(code) if code in Code._value2member_map_ else self.default_code
        self.event = event
        self.subject = subject
        self.expected_version = expected_version
        self.actual_version = actual_version
        self.line = line
        self.conflicts = conflicts
        self.conflicts_count = conflicts_count
        self.field = field
        self.message = message

    def __reduce__(self) -> Tuple[Any, ...]:
        return make, (
            int(self.code),
            self.event,
            self.subject,
            self.expected_version,
            self.actual_version,
            self.line,
            self.conflicts,
            self.conflicts_count,
            self.field,
            self.message,
        )


class Closed(TicketcoreError, ValueError):
    """The engine, snapshot or queue was closed before this call."""

    default_code = Code.INVALID
    __slots__ = ()

    def __reduce__(self) -> Tuple[Any, ...]:
        return Closed, (self.message,)


def make(
    code: int,
    event: int,
    subject: int,
    expected_version: int,
    actual_version: int,
    line: int,
    conflicts: Tuple[Any, ...],
    conflicts_count: int,
    field: str,
    message: str,
) -> TicketcoreError:
    """The exception of a code with its detail. A code this package does not know is a HandleDead, as
    tc_error_class() has it."""
    from ._errors import BY_CODE, HandleDead

    kind: Type[TicketcoreError] = BY_CODE.get(code, HandleDead)
    return kind(
        message,
        code=code,
        event=event,
        subject=subject,
        expected_version=expected_version,
        actual_version=actual_version,
        line=line,
        conflicts=conflicts,
        conflicts_count=conflicts_count,
        field=field,
    )
