"""`python -m bench.record [DATA]`: what adding one report costs when many are there. Reading is not timed.

DATA is real reports, read once and varied (see `bench.varying`); without it, the examples. The record is left where
`--record` says, for other work on a large one; where one is there, of the same DATA, it goes on with it.
"""

from __future__ import annotations

import argparse
import gc
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.texts import SEED
from bench.varying import Read as Varied
from bench.varying import varied
from onrecord import pipeline
from onrecord.model import Fault
from onrecord.reading.reader import load
from onrecord.record import Record, open_record
from onrecord.record.saving import Read
from onrecord.record.sweeping import swept_seldom
from onrecord.sources import reports

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
COUNT = 50_000
STOPS = (1_000, 5_000, 10_000, 20_000, 50_000)
AROUND = 500
TOLD_EVERY = 1_000
KEY = "bench"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds: of the processor, and by the clock."""

    cpu: float
    wall: float


def build(record: Record, found: list[Varied], count: int, there: int) -> Iterator[Spent]:
    """Adds varied reports as `pipeline.add` does, up to `count`, to those that are there; making them is not timed."""
    judging = pipeline.who_is_who()
    record.prepare(judging)
    with swept_seldom():
        for report, reading in varied(found, count, SEED, there):
            cpu, wall = time.process_time(), time.perf_counter()
            believed = record.known(report).believed
            record.save(report, Read(believed, reading, KEY, KEY), judging)
            yield Spent(time.process_time() - cpu, time.perf_counter() - wall)


def curve(record: Record, found: list[Varied], count: int) -> None:
    """Prints, at each stop, what the last reports cost, the processor's minutes so far, and how much memory the process
    ever held; the same goes to the error stream every thousand reports.
    """
    head = (
        f"{'reports':>9}{'CPU ms, median':>16}{'mean':>8}{'wall ms, median':>17}{'CPU minutes':>13}{'memory, MiB':>13}"
    )
    for stream in (sys.stdout, sys.stderr):
        print(head, file=stream, flush=True)
    started = time.process_time()
    spent: list[Spent] = []
    there = record.counts().reports
    stops = sorted({stop for stop in STOPS if there + AROUND <= stop < count} | {count})
    medians = {}
    for number, one in enumerate(build(record, found, count, there), there + 1):
        spent = [*spent[1 - AROUND :], one]
        if number in stops:
            medians[number] = statistics.median(1000 * each.cpu for each in spent)
            print(_row(number, spent, started), flush=True)
        if number % TOLD_EVERY == 0:
            print(_row(number, spent, started), file=sys.stderr, flush=True)
    if len(stops) > 1:
        print(f"the last over the first, by the median: {medians[stops[-1]] / medians[stops[0]]:.2f}")


def _row(number: int, spent: list[Spent], started: float) -> str:
    cpu, wall = [1000 * one.cpu for one in spent], [1000 * one.wall for one in spent]
    minutes = (time.process_time() - started) / 60
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    median, mean = statistics.median(cpu), statistics.mean(cpu)
    return f"{number:>9,}{median:>16.1f}{mean:>8.1f}{statistics.median(wall):>17.1f}{minutes:>13.1f}{memory:>13,.0f}"


def _took(since: Spent) -> str:
    cpu, wall = (time.process_time() - since.cpu) / 60, (time.monotonic() - since.wall) / 60
    return f"{cpu:.1f} minutes of the processor, {wall:.1f} by the clock"


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.record")
    asked.add_argument("data", nargs="?", type=Path, default=EXAMPLES)
    asked.add_argument("--count", type=int, default=COUNT)
    asked.add_argument("--record", type=Path)
    given = asked.parse_args()
    started = Spent(time.process_time(), time.monotonic())
    found = [
        one for one in pipeline.read_all(reports([str(given.data)]), load_reader=load) if not isinstance(one, Fault)
    ]
    if not found:
        sys.exit(f"{given.data}: no report that can be read")
    # What is held here to be varied is no part of the record's work.
    gc.collect()
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        path = given.record or Path(folder) / "varied.db"
        with open_record(path, create=True) as record:
            curve(record, found, given.count)
        size = path.stat().st_size / 2**20
    print(f"{len(found):,} readings, varied; {size:,.0f} MiB; in all {_took(started)}")


if __name__ == "__main__":
    main()
