"""An engine for asyncio: commands are handed over and their answers come through a file descriptor the
event loop watches. No thread of Python waits for a commit."""

from __future__ import annotations

import asyncio
import dataclasses
import types
from collections import deque
from datetime import timedelta
from typing import Any, AsyncIterator, Callable, Deque, List, Iterable, NamedTuple, Optional, Type, Union

from . import _core
from ._aio_commands import AsyncCommands
from ._base import Command
from ._errors import QueueFull
from ._failure import TicketcoreError
from ._reads import request_id_new
from ._values import FeedEvent
from .engine import Engine
from .snapshot import Snapshot

__all__ = ["Abandoned", "AsyncEngine"]


class Abandoned(NamedTuple):
    """A command whose await was cancelled, and what became of it all the same."""

    command: Command
    answer: Any
    error: Optional[TicketcoreError]


class _Queue(_core.QueueHandle):
    __slots__ = ("__weakref__",)


class AsyncEngine(AsyncCommands):
    """An engine whose commands are coroutines.

    A command that was handed over is carried out, whether or not somebody still awaits it: cancelling an
    ``await`` takes nothing back and loses nothing. Its answer then goes to ``on_abandoned`` (or is kept in
    ``abandoned``), and as every command gets a request id here, running the same command object again
    answers the same without a second effect.

    >>> import asyncio
    >>> async def main():
    ...     async with AsyncEngine("", memory=True) as engine:
    ...         venue = await engine.venue_create(name="Globe")
    ...         with engine.snapshot() as now:
    ...             return now.venue_get(venue.venue).name
    >>> asyncio.run(main())
    'Globe'

    Args:
        path: as for Engine, or an open Engine to be used (and then not closed) by this
        in_flight: commands under way at once; more wait for their turn
        on_abandoned: called in the loop with an Abandoned
        options: those of Engine
    """

    def __init__(
        self,
        path: Any,
        *,
        in_flight: int = 4096,
        on_abandoned: Optional[Callable[[Abandoned], Any]] = None,
        **options: Any,
    ) -> None:
        self._own = not isinstance(path, Engine)
        self.engine: Engine = Engine(path, **options) if self._own else path
        self.abandoned: Deque[Abandoned] = deque(maxlen=10000)
        self._on_abandoned = on_abandoned
        self._queue = _Queue()
        try:
            _core.queue_open(self._queue, self.engine, in_flight)
        except BaseException:
            if self._own:
                self.engine.close()
            raise
        self._fd = _core.queue_fd(self._queue)
        self._loop: Optional[asyncio.AbstractEventLoop] = None
        self._room: Deque["asyncio.Future[None]"] = deque()
        self._closing = False
        self._idle: Optional["asyncio.Future[None]"] = None

    # ---- commands

    async def run(self, command: Command) -> Any:
        """Hand one command over and wait for its answer."""
        future = await self._submit(self._named(command))
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            self._let_go(future)
            raise

    async def batch(self, commands: Iterable[Command]) -> List[Union[Any, TicketcoreError]]:
        """Hand many commands over at once; each place of the answer has its result or its exception."""
        under_way: List[Union[_Answer, TicketcoreError]] = []
        try:
            for command in commands:
                try:
                    under_way.append(await self._submit(self._named(command)))
                except TicketcoreError as refused:
                    under_way.append(refused)
            futures = [one for one in under_way if isinstance(one, _Answer)]
            answers = iter(await asyncio.shield(asyncio.gather(*futures, return_exceptions=True)))
            return [next(answers) if isinstance(one, _Answer) else one for one in under_way]
        except BaseException:
            for one in under_way:
                if isinstance(one, _Answer):
                    self._let_go(one)
            raise

    def _let_go(self, future: "_Answer") -> None:
        if future.done():
            self._abandon(future)
        else:
            future.add_done_callback(self._abandon)

    @staticmethod
    def named(command: Command) -> Command:
        """The command with a request id, so that it may be run again after a cancellation or a crash."""
        if getattr(command, "request_id", None) is not None:
            return command
        return dataclasses.replace(command, request_id=request_id_new())  # type: ignore[type-var]

    _named = named

    async def _submit(self, command: Command) -> "_Answer":
        loop = self._watch()
        if self._closing:
            raise RuntimeError("the engine is being closed")
        future = _Answer(loop=loop)
        future.command = command
        while True:
            try:
                _core.submit(self._queue, command, future)
                return future
            except QueueFull:
                if not _core.queue_in_flight(self._queue):
                    raise  # the engine's own queue is full of others' commands
                turn: "asyncio.Future[None]" = loop.create_future()
                self._room.append(turn)
                try:
                    await turn
                finally:
                    if turn in self._room:
                        self._room.remove(turn)

    def _watch(self) -> asyncio.AbstractEventLoop:
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
            loop.add_reader(self._fd, self._take)
        elif self._loop is not loop:
            raise RuntimeError("an AsyncEngine belongs to the event loop it was first used in")
        return loop

    def _take(self) -> None:
        """Answers are here: one crossing for all of them."""
        for future, answer, error in _core.queue_take(self._queue, 1024, 0):
            if future.cancelled():
                continue
            if error is None:
                future.set_result(answer)
            else:
                future.set_exception(error)
        while self._room:
            turn = self._room.popleft()
            if not turn.done():
                turn.set_result(None)
        if self._idle is not None and not self._idle.done() and not _core.queue_in_flight(self._queue):
            self._idle.set_result(None)

    def _abandon(self, future: "_Answer") -> None:
        if future.cancelled():
            return
        error = future.exception()
        told = Abandoned(
            future.command,
            None if error else future.result(),
            error if isinstance(error, TicketcoreError) else None,
        )
        if self._on_abandoned is not None:
            self._on_abandoned(told)
        else:
            self.abandoned.append(told)

    # ---- reading

    def snapshot(self) -> Snapshot:
        """As Engine.snapshot(): reading waits for nobody, so it needs no await."""
        return self.engine.snapshot()

    async def feed(
        self, cursor: int = 0, *, follow: Optional[timedelta] = None, page: int = 500
    ) -> AsyncIterator[FeedEvent]:
        """The events of record from a cursor on, as Engine.feed(); with ``follow`` it waits for more, in a
        thread of the loop's executor."""
        loop = asyncio.get_running_loop()
        while True:
            with self.snapshot() as now:
                events, after = now.feed_read(cursor, limit=page)
            for event in events:
                yield event
            if after != cursor:
                cursor = after
                continue
            if follow is None:
                return
            left = follow
            while True:
                piece = min(left, timedelta(milliseconds=100))
                if await loop.run_in_executor(None, self.engine.feed_wait, cursor, piece):
                    break
                left -= piece
                if left <= timedelta(0):
                    return

    # ---- the end

    async def close(self) -> None:
        """Wait for what is in flight, then close. Its answers reach whoever awaits them."""
        if self._closing:
            return
        self._closing = True
        if self._loop is not None:
            while not self.engine.closed and _core.queue_in_flight(self._queue):
                self._idle = self._loop.create_future()
                await self._idle
            self._loop.remove_reader(self._fd)
        if not self.engine.closed:
            _core.queue_close(self._queue)
            if self._own:
                self.engine.close()

    async def __aenter__(self) -> "AsyncEngine":
        self._watch()
        return self

    async def __aexit__(
        self,
        kind: Optional[Type[BaseException]],
        error: Optional[BaseException],
        trace: Optional[types.TracebackType],
    ) -> None:
        await self.close()


class _Answer(asyncio.Future):  # type: ignore[type-arg]
    """The future of one command, which knows the command."""

    command: Command
