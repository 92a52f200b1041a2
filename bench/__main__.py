"""`python -m bench [PATH]`: speed and memory of the main job, beside peers that read the same texts in the same run."""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.measure import cost
from bench.peers import at_hand, texts
from bench.texts import SEED, varied
from onrecord import pipeline
from onrecord.model import Fault, Reading, Report
from onrecord.reading.reader import load
from onrecord.record import open_record
from onrecord.sources import reports

HOW_MANY = 240
AT_EACH_END = 100
WORKERS = 2


class Remembered:
    """A reader that has read everything already, so that only collating and storing take time."""

    key = "bench"

    def __init__(self, readings: dict[str, Reading]) -> None:
        self._readings = readings

    def __call__(self, report: Report) -> Reading:
        return self._readings[report.id]


def line(what: str, figure: str, ratio: str = "") -> None:
    print(f"{what:<52}{figure:>16}{ratio:>22}", flush=True)


def reading_speed(path: Path, words: int) -> None:
    """Words per CPU second of `onrecord read`, start-up and all threads included."""
    ours = cost([sys.executable, "-m", "onrecord", "read", str(path), "--format", "jsonl"])
    line("onrecord read, words per CPU second", f"{words / ours.cpu:,.0f}")
    line("onrecord read, peak memory, MiB", f"{ours.memory:,.0f}")
    for peer in at_hand():
        theirs = cost([sys.executable, "-m", "bench.peers", peer, str(path)])
        line(
            f"{peer}, words per CPU second", f"{words / theirs.cpu:,.0f}", f"onrecord {theirs.cpu / ours.cpu:.3f} times"
        )
        line(f"{peer}, peak memory, MiB", f"{theirs.memory:,.0f}", f"onrecord {ours.memory / theirs.memory:.2f} times")


def adding(path: Path, words: int, folder: Path) -> None:
    """`onrecord add` with two processes."""
    command = [sys.executable, "-m", "onrecord", "add", str(path), "--record", str(folder / "added.db"), "--quiet"]
    once = cost([*command, "--workers", str(WORKERS)])
    line(f"onrecord add -w {WORKERS}, seconds", f"{once.wall:,.1f}", f"{words / once.wall:,.0f} words/s")
    line(f"onrecord add -w {WORKERS}, peak memory, MiB", f"{once.memory:,.0f}")
    again = cost([*command, "--workers", str(WORKERS)])
    line("the same again, nothing new, seconds", f"{again.wall:,.1f}", f"{again.wall / once.wall:.2f} times the first")


def collating(path: Path, folder: Path) -> None:
    """Collating and storing alone, in a seeded shuffle: does a report cost more when many are there?"""
    found = [one for one in pipeline.read_all(reports([str(path)]), load_reader=load) if not isinstance(one, Fault)]
    random.Random(SEED).shuffle(found)
    readings = {report.id: reading for report, reading in found}
    # What is held here to be added is no part of the work.
    gc.collect()
    gc.freeze()
    with open_record(folder / "collated.db", create=True) as record:
        spent = list(
            _timed(pipeline.add(record, [report for report, _ in found], load_reader=lambda: Remembered(readings)))
        )
    gc.unfreeze()
    sizes = [len(report.text.split()) for report, _ in found]
    each_end = min(AT_EACH_END, len(spent) // 2)
    first = sum(spent[:each_end]) / sum(sizes[:each_end]) * 1000
    last = sum(spent[-each_end:]) / sum(sizes[-each_end:]) * 1000
    line("collate and store, CPU ms per 1,000 words", f"{1000 * sum(spent) / sum(sizes) * 1000:,.1f}")
    line(f"the last {each_end} reports over the first {each_end}", f"{last / first:.2f}")


def _timed(work: Iterator[object]) -> Iterator[float]:
    while True:
        started = time.process_time()
        if next(work, None) is None:
            return
        yield time.process_time() - started


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else varied(HOW_MANY, folder)
        sizes = [len(text.split()) for text in texts([str(path)])]
        line("reports", f"{len(sizes):,}")
        line("words", f"{sum(sizes):,}")
        steps: tuple[Callable[[], None], ...] = (
            lambda: reading_speed(path, sum(sizes)),
            lambda: adding(path, sum(sizes), folder),
            lambda: collating(path, folder),
        )
        for step in steps:
            step()


if __name__ == "__main__":
    main()
