"""Several workers: processes that are started afresh (spawned), each with one thread and one item at a time."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Generic

from onrecord.workers.work import Crash, Make, R, T, Tag, attempt

# How many items each worker may lie ahead of the slowest: enough that none waits, few enough to hold in memory.
AHEAD = 4

GRACE_SECONDS = 5

# An exception that leaves the process is none of the work's, which are all caught: it never got to its work.
FAILED_TO_START = 1
NOT_STARTED = "the reading process could not start; a script asks for workers under: if __name__ == '__main__':"

ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")


class Processes(Generic[T, R]):
    """`count` processes, started when the first item comes. Results come in the order of the items."""

    def __init__(self, make: Make[T, R], count: int) -> None:
        self._hands: list[_Hand[T, R]] = [_Hand(make) for _ in range(count)]
        self._idle: SimpleQueue[_Hand[T, R]] = SimpleQueue()
        for hand in self._hands:
            self._idle.put(hand)
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="onrecord")

    def each(self, items: Iterable[tuple[Tag, T | None]]) -> Iterator[tuple[Tag, R | Crash | None]]:
        ahead = AHEAD * len(self._hands)
        waiting: deque[tuple[Tag, Future[R | Crash] | None]] = deque()
        for tag, item in items:
            waiting.append((tag, None if item is None else self._threads.submit(self._do, item)))
            while waiting and (len(waiting) >= ahead or _is_done(waiting[0][1])):
                yield self._finished(waiting.popleft())
        while waiting:
            yield self._finished(waiting.popleft())

    def _finished(self, one: tuple[Tag, Future[R | Crash] | None]) -> tuple[Tag, R | Crash | None]:
        tag, future = one
        return tag, None if future is None else future.result()

    def _do(self, item: T) -> R | Crash:
        """Runs in a thread, which does nothing but wait for its process."""
        hand = self._idle.get()
        try:
            return hand.do(item)
        finally:
            self._idle.put(hand)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for hand in self._hands:
            hand.stop()
        self._threads.shutdown(wait=True)
        for hand in self._hands:
            hand.wait()


def _is_done(future: Future[R | Crash] | None) -> bool:
    return future is None or future.done()


class _Hand(Generic[T, R]):
    """One process, and the pipe to it. If it dies, the next item gets a new one, unless it could not even start."""

    def __init__(self, make: Make[T, R]) -> None:
        self._make = make
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection[object, R | Crash] | None = None
        self._stopped = False
        self._fails = False

    def do(self, item: T) -> R | Crash:
        if self._fails:
            return Crash(NOT_STARTED)
        pipe = self._pipe or self._start()
        try:
            pipe.send(item)
            return pipe.recv()
        except (EOFError, OSError):
            return Crash(self._bury())

    def _start(self) -> Connection[object, R | Crash]:
        spawning = multiprocessing.get_context("spawn")
        ours, theirs = spawning.Pipe()
        self._process = spawning.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        ours.send(self._make)
        return ours

    def _bury(self) -> str:
        process, self._process, self._pipe = self._process, None, None
        if process is None or self._stopped:
            return "the work was stopped"
        process.join()
        code = process.exitcode or 0
        self._fails = code == FAILED_TO_START
        if self._fails:
            return NOT_STARTED
        return f"the reading process died ({signal.Signals(-code).name if code < 0 else f'exit code {code}'})"

    def stop(self) -> None:
        self._stopped = True
        if self._process is not None:
            self._process.terminate()

    def wait(self) -> None:
        """Until it is gone, so that nobody is left behind."""
        if self._process is not None:
            self._process.join(GRACE_SECONDS)


def _serve(pipe: Connection[R | Crash, T]) -> None:
    """A worker's whole life. It ends when the pipe does: with its parent, however that ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    try:
        function = _made(pipe.recv())
        # What a worker starts with stays to its end: no search for garbage need go through it.
        gc.freeze()
        while True:
            pipe.send(attempt(function, pipe.recv()))
    except (EOFError, OSError):
        return


def _made(make: object) -> Callable[[T], R]:
    if not callable(make):
        raise TypeError(f"{make!r} makes nothing")
    function: Callable[[T], R] = make()
    return function
