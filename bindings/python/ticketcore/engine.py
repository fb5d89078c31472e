"""An open store. Everything else begins here."""

from __future__ import annotations

import logging
import os
import types
from datetime import datetime, timedelta
from typing import IO, Any, Callable, Iterable, Iterator, List, Optional, Tuple, Type, Union

from . import _core
from ._base import Command
from ._commands import EngineCommands
from ._enums import BackupFlag, LogLevel, OpenFlag
from ._failure import TicketcoreError
from ._layouts import ENGINE_OPTIONS
from ._reads import EngineReads
from ._setup import duration_to_ms
from ._values import FeedEvent
from .snapshot import Snapshot

__all__ = ["Engine", "load"]

Path = Union[str, "os.PathLike[str]"]
Answer = Any

_LEVELS = {
    LogLevel.ERROR: logging.ERROR,
    LogLevel.WARN: logging.WARNING,
    LogLevel.INFO: logging.INFO,
    LogLevel.DEBUG: logging.DEBUG,
}


def _log(level: int, area: str, sentence: str) -> None:
    logging.getLogger(f"ticketcore.{area}").log(_LEVELS.get(LogLevel(level), logging.ERROR), "%s", sentence)


class Engine(EngineCommands, EngineReads):
    """A store, open for reading and changing. Many engines, threads and processes may have one store open.

    Changes are methods by the names of the C interface (``hold_create``, ``order_create`` …) and wait until
    they are durable; ``batch`` runs many at once. Reading goes through ``snapshot()``.

    >>> engine = Engine("", memory=True)
    >>> venue = engine.venue_create(name="Globe")
    >>> with engine.snapshot() as now:
    ...     now.venue_get(venue.venue).name
    'Globe'
    >>> engine.close()

    Args:
        path: folder of the store
        create: make the store when there is none
        exclusive: with ``create``: refuse when there is one (StoreExists)
        read_only: no commands, snapshots only
        relaxed: acknowledge before the last flush: consistent after any crash, but the last commits may be
            lost in a power cut
        memory: keep everything in memory, for tests; ``path`` is ignored
        clock: time stands still at this moment until ``set_clock()`` moves it, for tests
        map_bytes: bytes the store may grow to; None: 32 GiB
        max_readers: snapshots open at once, over all processes; None: 1,024
        queue_depth: commands that may wait, then QueueFull; None: 65,536
        batch_max: commands in one commit; None: 4,096
        seed: repeats the engine's random choices, for tests
        clock_jump: the machine's clock is right although it is far ahead of the store's last commit
        log: called with (level, area, sentence); None: the standard loggers ``ticketcore.<area>``. Called
            after a call of this engine, in its thread
        log_level: the highest level to report; None: WARN
    """

    __slots__ = ("__weakref__", "path", "_pid")

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        exclusive: bool = False,
        read_only: bool = False,
        relaxed: bool = False,
        memory: bool = False,
        clock: Optional[datetime] = None,
        map_bytes: Optional[int] = None,
        max_readers: Optional[int] = None,
        queue_depth: Optional[int] = None,
        batch_max: Optional[int] = None,
        seed: Optional[int] = None,
        clock_jump: bool = False,
        log: Optional[Callable[[int, str, str], Any]] = None,
        log_level: Optional[LogLevel] = None,
    ) -> None:
        self.path = os.fspath(path)
        flags = OpenFlag(0)
        for wanted, flag in (
            (create, OpenFlag.CREATE),
            (exclusive, OpenFlag.EXCLUSIVE),
            (read_only, OpenFlag.READ_ONLY),
            (relaxed, OpenFlag.RELAXED),
            (memory, OpenFlag.MEMORY),
            (clock is not None, OpenFlag.MANUAL_CLOCK),
            (clock_jump, OpenFlag.CLOCK_JUMP),
        ):
            if wanted:
                flags |= flag
        given = {
            "flags": flags,
            "map_bytes": map_bytes,
            "max_readers": max_readers,
            "queue_depth": queue_depth,
            "batch_max": batch_max,
            "log_level": log_level,
            "clock": clock,
            "seed": seed,
        }
        folder = os.fsencode(self.path)
        if b"\0" in folder:
            raise ValueError("path: must not contain a NUL")
        _core.engine_open(self, folder, tuple(given[name] for name in ENGINE_OPTIONS), log or _log)

    def close(self) -> None:
        """Close the store; everything acknowledged is kept. Snapshots nobody reads at this moment are closed
        with it. Closing twice is fine.

        Raises:
            Busy: a call runs in another thread, or submitted commands are in flight; nothing happened
        """
        _core.engine_close(self)

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return _core.engine_closed(self)

    def __enter__(self) -> "Engine":
        return self

    def __exit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[types.TracebackType],
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Engine {self.path!r}{' closed' if self.closed else ''}>"

    def __reduce__(self) -> Tuple[Any, ...]:
        raise TypeError("an engine cannot be pickled; open the store in the other process")

    def snapshot(self) -> Snapshot:
        """One consistent moment of the store, for reading. Keep it short: space that an open snapshot might
        still see is not used again.

        Raises:
            ReadersFull: every reader slot of the store is taken; retry
        """
        return Snapshot(self)

    def run(self, command: Command) -> Answer:
        """Run one command and wait for it: what the method of its name does with the same values."""
        return _core.run(self, _ANY, command)

    def batch(self, commands: Iterable[Command]) -> List[Union[Answer, TicketcoreError]]:
        """Run many commands in one call, in their order, in as few commits as possible. Each stands alone:
        its place in the list answered has its result, or the exception it would have raised.

        >>> from ticketcore import VenueCreate
        >>> with Engine("", memory=True) as engine:
        ...     [made.venue for made in engine.batch([VenueCreate(name="Globe"), VenueCreate(name="Rose")])]
        [1, 2]

        Raises:
            LimitExceeded: more than BATCH_MAX; no command ran
        """
        return _core.run_batch(self, commands)

    def feed(self, cursor: int = 0, *, follow: Optional[timedelta] = None, page: int = 500) -> Iterator[FeedEvent]:
        """The events of record from a cursor on. Ends at the newest; with ``follow`` goes on waiting for more
        until that long passes without one.

        A cursor to go on from is the number of the last event + 1, by ``feed_cursor_at()``.

        Raises:
            FeedPruned: the cursor points before the oldest event kept
        """
        while True:
            with self.snapshot() as now:
                events, after = now.feed_read(cursor, limit=page)
            yield from events
            if after != cursor:
                cursor = after
            elif follow is None or not self.feed_wait(cursor, follow):
                return

    def feed_wait(self, cursor: int, timeout: Optional[timedelta] = None) -> bool:
        """Wait until there is something to read at a cursor, whichever process commits it.

        Args:
            cursor: from feed_read()
            timeout: how long at most; None: for ever
        """
        left = -1 if timeout is None else max(0, duration_to_ms(timeout))
        while True:  # in pieces, so that a signal such as Ctrl-C is seen
            piece = 250 if left < 0 else min(left, 250)
            if _core.feed_wait(self, cursor, timedelta(milliseconds=piece)):
                return True
            left = left - piece if left > 0 else left
            if left == 0:
                return False

    def backup(self, path: Path, *, compact: bool = False) -> None:
        """Copy the store, as it is at this moment, into a new folder while work goes on."""
        _core.backup(self, os.fspath(path), BackupFlag.COMPACT if compact else None)


_ANY = 0xFFFF  # run(): the command's own class says which it is


def load(path: Path, source: Union[int, IO[bytes]]) -> int:
    """Make a store from a dump.

    Args:
        path: folder to make
        source: a file open for reading bytes, or its descriptor

    Returns:
        Lines read.
    """
    return _core.load(os.fspath(path), source if isinstance(source, int) else source.fileno())
