"""One exception for each error code. Made by scripts/gen_python.py from errors.def; do not edit."""
from __future__ import annotations

from typing import Dict, Type

from ._enums import Code, ErrorClass
from ._failure import TicketcoreError

__all__ = [
    "BY_CODE",
    "Refused",
    "Conflicted",
    "TryAgain",
    "StoreFailed",
    "HandleDead",
    "Invalid",
    "LimitExceeded",
    "NotFound",
    "Exists",
    "WrongState",
    "VersionMismatch",
    "InUse",
    "RequestMismatch",
    "SumOverflow",
    "Malformed",
    "OutOfMemory",
    "Busy",
    "TimedOut",
    "Unsupported",
    "BufferTooSmall",
    "QueueFull",
    "OutcomeUnknown",
    "Poisoned",
    "Forked",
    "StoreIO",
    "Corrupt",
    "NotAStore",
    "FormatNewer",
    "FormatForeign",
    "StoreFull",
    "ReadOnly",
    "AlreadyOpen",
    "Filesystem",
    "Locked",
    "ReadersFull",
    "Truncated",
    "NoPermission",
    "NoStore",
    "StoreExists",
    "StoreConflict",
    "ClockAhead",
    "SeatTaken",
    "SeatVersionMismatch",
    "WrongSeatState",
    "OtherChannel",
    "PoolShort",
    "PoolClosed",
    "NoSeats",
    "OrphanLeft",
    "BuyerLimit",
    "HoldExpired",
    "HoldEnded",
    "HoldLife",
    "TicketsSold",
    "SeatsInUse",
    "NotOnSale",
    "NoPrice",
    "OtherAmount",
    "OtherCurrency",
    "RefundTooLarge",
    "LeaseLost",
    "Forged",
    "TemplateFault",
    "FeedPruned",
]


class Refused(TicketcoreError):
    """The request itself is at fault; sending it again will not help."""

    error_class = ErrorClass.REFUSED
    __slots__ = ()


class Conflicted(TicketcoreError):
    """Somebody was first; read again and decide anew."""

    error_class = ErrorClass.CONFLICT
    __slots__ = ()


class TryAgain(TicketcoreError):
    """Nothing happened; the same request may work a moment later."""

    error_class = ErrorClass.RETRY
    __slots__ = ()


class StoreFailed(TicketcoreError):
    """The store or its disk needs care."""

    error_class = ErrorClass.STORE
    __slots__ = ()


class HandleDead(TicketcoreError):
    """This engine is finished; open the store again."""

    error_class = ErrorClass.FATAL
    __slots__ = ()


class Invalid(Refused):
    """An argument is missing or out of its range. Afterwards: Nothing changed."""

    default_code = Code.INVALID
    __slots__ = ()


class LimitExceeded(Refused):
    """A stated limit is exceeded. Afterwards: Nothing changed."""

    default_code = Code.LIMIT
    __slots__ = ()


class NotFound(Refused):
    """There is no such object, or it is not yours. Afterwards: Nothing changed."""

    default_code = Code.NOT_FOUND
    __slots__ = ()


class Exists(Refused):
    """An object of that name already exists. Afterwards: Nothing changed."""

    default_code = Code.EXISTS
    __slots__ = ()


class WrongState(Refused):
    """The object's state does not allow this. Afterwards: Nothing changed."""

    default_code = Code.STATE
    __slots__ = ()


class VersionMismatch(Conflicted):
    """The object has another version than expected. Afterwards: Nothing changed."""

    default_code = Code.VERSION
    __slots__ = ()


class InUse(Refused):
    """Something else still depends on the object. Afterwards: Nothing changed."""

    default_code = Code.IN_USE
    __slots__ = ()


class RequestMismatch(Refused):
    """The request id was used with another content. Afterwards: Nothing changed."""

    default_code = Code.REQUEST_MISMATCH
    __slots__ = ()


class SumOverflow(Refused):
    """A sum of money or a count would overflow. Afterwards: Nothing changed."""

    default_code = Code.OVERFLOW
    __slots__ = ()


class Malformed(Refused):
    """The text is malformed. Afterwards: Nothing changed."""

    default_code = Code.PARSE
    __slots__ = ()


class OutOfMemory(TryAgain):
    """Memory is exhausted. Afterwards: Nothing changed."""

    default_code = Code.NOMEM
    __slots__ = ()


class Busy(TryAgain):
    """Children are still open or work is in flight. Afterwards: Nothing changed."""

    default_code = Code.BUSY
    __slots__ = ()


class TimedOut(TryAgain):
    """The time given has passed. Afterwards: Nothing changed."""

    default_code = Code.TIMEOUT
    __slots__ = ()


class Unsupported(Refused):
    """This build or store does not support it. Afterwards: Nothing changed."""

    default_code = Code.UNSUPPORTED
    __slots__ = ()


class BufferTooSmall(Refused):
    """The caller's buffer is too small. Afterwards: Nothing changed."""

    default_code = Code.BUFFER
    __slots__ = ()


class QueueFull(TryAgain):
    """The queue is full. Afterwards: Nothing changed."""

    default_code = Code.QUEUE_FULL
    __slots__ = ()


class OutcomeUnknown(HandleDead):
    """The commit failed and may or may not have landed. Afterwards: Unknown: reopen and send the
    same request id again."""

    default_code = Code.OUTCOME_UNKNOWN
    __slots__ = ()


class Poisoned(HandleDead):
    """An earlier failure closed this handle for good. Afterwards: Nothing changed by this call:
    reopen."""

    default_code = Code.POISONED
    __slots__ = ()


class Forked(HandleDead):
    """The handle was opened before a fork. Afterwards: Nothing changed: open the store in the
    child."""

    default_code = Code.FORKED
    __slots__ = ()


class StoreIO(StoreFailed):
    """Reading or writing the store failed. Afterwards: Nothing changed."""

    default_code = Code.IO
    __slots__ = ()


class Corrupt(StoreFailed):
    """A record's checksum or shape is wrong. Afterwards: Nothing changed."""

    default_code = Code.CORRUPT
    __slots__ = ()


class NotAStore(StoreFailed):
    """The path holds something that is not a ticketcore store. Afterwards: Nothing changed."""

    default_code = Code.NOT_A_STORE
    __slots__ = ()


class FormatNewer(StoreFailed):
    """The store was written by a newer library. Afterwards: Nothing changed."""

    default_code = Code.FORMAT_NEWER
    __slots__ = ()


class FormatForeign(StoreFailed):
    """The store's format or its LMDB's is not one this library reads. Afterwards: Nothing
    changed."""

    default_code = Code.FORMAT_FOREIGN
    __slots__ = ()


class StoreFull(StoreFailed):
    """The disk or the store's map is full. Afterwards: Nothing changed."""

    default_code = Code.STORE_FULL
    __slots__ = ()


class ReadOnly(StoreFailed):
    """The store was opened or lies on a medium for reading only. Afterwards: Nothing changed."""

    default_code = Code.READ_ONLY
    __slots__ = ()


class AlreadyOpen(StoreFailed):
    """This process has the store open with other options. Afterwards: Nothing changed."""

    default_code = Code.ALREADY_OPEN
    __slots__ = ()


class Filesystem(StoreFailed):
    """The file system cannot hold a store safely. Afterwards: Nothing changed."""

    default_code = Code.FILESYSTEM
    __slots__ = ()


class Locked(StoreFailed):
    """The store's lock cannot be had. Afterwards: Nothing changed."""

    default_code = Code.LOCKED
    __slots__ = ()


class ReadersFull(TryAgain):
    """Every reader slot is taken. Afterwards: Nothing changed."""

    default_code = Code.READERS_FULL
    __slots__ = ()


class Truncated(StoreFailed):
    """The store's file is shorter than its contents. Afterwards: Nothing changed."""

    default_code = Code.TRUNCATED
    __slots__ = ()


class NoPermission(StoreFailed):
    """The store's files may not be used by this user. Afterwards: Nothing changed."""

    default_code = Code.PERMISSION
    __slots__ = ()


class NoStore(StoreFailed):
    """There is no store at the path. Afterwards: Nothing changed."""

    default_code = Code.NO_STORE
    __slots__ = ()


class StoreExists(StoreFailed):
    """There is already something at the path. Afterwards: Nothing changed."""

    default_code = Code.STORE_EXISTS
    __slots__ = ()


class StoreConflict(Conflicted):
    """The store met a conflicting writer. Afterwards: Nothing changed."""

    default_code = Code.STORE_CONFLICT
    __slots__ = ()


class ClockAhead(StoreFailed):
    """The machine's clock is too far ahead of the store's last commit. Afterwards: Nothing changed:
    put the clock right, or open with TC_OPEN_CLOCK_JUMP if it is."""

    default_code = Code.CLOCK
    __slots__ = ()


class SeatTaken(Conflicted):
    """A seat is held, sold or blocked. Afterwards: Nothing changed."""

    default_code = Code.SEAT_TAKEN
    __slots__ = ()


class SeatVersionMismatch(Conflicted):
    """A seat has another version than expected. Afterwards: Nothing changed."""

    default_code = Code.SEAT_VERSION
    __slots__ = ()


class WrongSeatState(Refused):
    """A seat's state does not allow this. Afterwards: Nothing changed."""

    default_code = Code.SEAT_STATE
    __slots__ = ()


class OtherChannel(Refused):
    """A seat belongs to another channel. Afterwards: Nothing changed."""

    default_code = Code.CHANNEL
    __slots__ = ()


class PoolShort(Conflicted):
    """A pool has not that many left. Afterwards: Nothing changed."""

    default_code = Code.POOL_SHORT
    __slots__ = ()


class PoolClosed(Refused):
    """The pool is closed. Afterwards: Nothing changed."""

    default_code = Code.POOL_CLOSED
    __slots__ = ()


class NoSeats(Conflicted):
    """No seats satisfy the wish. Afterwards: Nothing changed."""

    default_code = Code.NO_SEATS
    __slots__ = ()


class OrphanLeft(Refused):
    """The take would leave a single seat. Afterwards: Nothing changed."""

    default_code = Code.ORPHAN
    __slots__ = ()


class BuyerLimit(Refused):
    """The buyer's limit is reached. Afterwards: Nothing changed."""

    default_code = Code.BUYER_LIMIT
    __slots__ = ()


class HoldExpired(Refused):
    """The hold has expired. Afterwards: Nothing changed."""

    default_code = Code.HOLD_EXPIRED
    __slots__ = ()


class HoldEnded(Refused):
    """The hold was released or turned into an order. Afterwards: Nothing changed."""

    default_code = Code.HOLD_ENDED
    __slots__ = ()


class HoldLife(Refused):
    """The hold would live longer than its cap. Afterwards: Nothing changed."""

    default_code = Code.HOLD_LIFE
    __slots__ = ()


class TicketsSold(Refused):
    """Tickets have been sold. Afterwards: Nothing changed."""

    default_code = Code.SOLD
    __slots__ = ()


class SeatsInUse(Refused):
    """The new map drops seats that are held or sold. Afterwards: Nothing changed."""

    default_code = Code.SEATS_IN_USE
    __slots__ = ()


class NotOnSale(Refused):
    """This is not on sale now. Afterwards: Nothing changed."""

    default_code = Code.NOT_ON_SALE
    __slots__ = ()


class NoPrice(Refused):
    """There is no price for this ticket type. Afterwards: Nothing changed."""

    default_code = Code.PRICE
    __slots__ = ()


class OtherAmount(Refused):
    """The amount is not the frozen quote's. Afterwards: Nothing changed."""

    default_code = Code.AMOUNT
    __slots__ = ()


class OtherCurrency(Refused):
    """The currency is not the frozen quote's. Afterwards: Nothing changed."""

    default_code = Code.CURRENCY
    __slots__ = ()


class RefundTooLarge(Refused):
    """The refund is more than what was captured. Afterwards: Nothing changed."""

    default_code = Code.REFUND
    __slots__ = ()


class LeaseLost(Conflicted):
    """The lease ran out or was answered already. Afterwards: Nothing changed."""

    default_code = Code.LEASE_LOST
    __slots__ = ()


class Forged(Refused):
    """The barcode's signature or form is wrong. Afterwards: Nothing changed."""

    default_code = Code.FORGED
    __slots__ = ()


class TemplateFault(Refused):
    """The template is malformed or lacks a variable. Afterwards: Nothing changed."""

    default_code = Code.TEMPLATE
    __slots__ = ()


class FeedPruned(Refused):
    """The cursor points before the oldest event kept. Afterwards: Nothing changed: start from the
    oldest."""

    default_code = Code.FEED_PRUNED
    __slots__ = ()


BY_CODE: Dict[int, Type[TicketcoreError]] = {
    -1: Invalid,
    -2: LimitExceeded,
    -3: NotFound,
    -4: Exists,
    -5: WrongState,
    -6: VersionMismatch,
    -7: InUse,
    -8: RequestMismatch,
    -9: SumOverflow,
    -10: Malformed,
    -11: OutOfMemory,
    -12: Busy,
    -13: TimedOut,
    -14: Unsupported,
    -15: BufferTooSmall,
    -30: QueueFull,
    -31: OutcomeUnknown,
    -32: Poisoned,
    -33: Forked,
    -34: StoreIO,
    -35: Corrupt,
    -36: NotAStore,
    -37: FormatNewer,
    -38: FormatForeign,
    -39: StoreFull,
    -40: ReadOnly,
    -41: AlreadyOpen,
    -42: Filesystem,
    -43: Locked,
    -44: ReadersFull,
    -45: Truncated,
    -46: NoPermission,
    -47: NoStore,
    -48: StoreExists,
    -49: StoreConflict,
    -50: ClockAhead,
    -60: SeatTaken,
    -61: SeatVersionMismatch,
    -62: WrongSeatState,
    -63: OtherChannel,
    -64: PoolShort,
    -65: PoolClosed,
    -66: NoSeats,
    -67: OrphanLeft,
    -68: BuyerLimit,
    -69: HoldExpired,
    -70: HoldEnded,
    -71: HoldLife,
    -72: TicketsSold,
    -73: SeatsInUse,
    -74: NotOnSale,
    -90: NoPrice,
    -91: OtherAmount,
    -92: OtherCurrency,
    -93: RefundTooLarge,
    -94: LeaseLost,
    -110: Forged,
    -120: TemplateFault,
    -130: FeedPruned,
}
