"""Workers: items in, results out in their order, whatever happens to one of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator

import pytest

from onrecord.workers import Crash, workers
from onrecord.workers.processes import NOT_STARTED


def make_root() -> Callable[[int], float]:
    return root


def make_sleeper() -> Callable[[int], float]:
    return sleeper


def sleeper(seconds: int) -> float:
    time.sleep(seconds)
    return 0.0


def root(of: int) -> float:
    if of == 13:
        os._exit(7)
    if of % 2:
        time.sleep(0.02)
    return float(of**0.5) if of >= 0 else float(1 / 0)


COUNTS = pytest.mark.parametrize("count", [1, 2])


@COUNTS
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    hands = workers(make_root, count)
    assert list(hands.each((n, n * n) for n in range(12))) == [(n, float(n)) for n in range(12)]
    hands.close()


@COUNTS
def test_no_item_asks_for_no_work(count: int) -> None:
    hands = workers(make_root, count)
    assert list(hands.each([("a", None), ("b", 4), ("c", None)])) == [("a", None), ("b", 2.0), ("c", None)]
    hands.close()


@COUNTS
def test_a_failure_is_told_and_the_rest_goes_on(count: int) -> None:
    hands = workers(make_root, count)
    found = [result for _, result in hands.each(enumerate([4, -1, 9]))]
    assert found == [2.0, Crash("ZeroDivisionError: division by zero"), 3.0]
    hands.close()


def test_a_dead_process_is_told_and_replaced() -> None:
    hands = workers(make_root, 2)
    found = [result for _, result in hands.each(enumerate([4, 13, 9, 16, 25]))]
    assert found == [2.0, Crash("the reading process died (exit code 7)"), 3.0, 4.0, 5.0]
    hands.close()


def make_nothing() -> Callable[[int], float]:
    raise RuntimeError("no model here")


def test_what_cannot_start_is_started_once_and_says_what_is_wrong() -> None:
    hands = workers(make_nothing, 2)
    began = time.monotonic()
    found = {result for _, result in hands.each(enumerate(range(400)))}
    assert found == {Crash(NOT_STARTED)}
    assert time.monotonic() - began < 60
    hands.close()


def test_no_more_is_taken_ahead_than_the_hands_can_use() -> None:
    taken = 0

    def endless() -> Iterator[tuple[int, int]]:
        nonlocal taken
        while True:
            taken += 1
            yield taken, taken % 9

    hands = workers(make_root, 2)
    results = hands.each(endless())
    for _ in range(20):
        next(results)
    assert taken <= 20 + 8
    hands.close()


def test_closing_does_not_wait_for_what_was_not_asked_for() -> None:
    hands = workers(make_sleeper, 2)
    results = hands.each((n, 60 if n else 0) for n in range(100))
    next(results)
    began = time.monotonic()
    hands.close()
    assert time.monotonic() - began < 30
