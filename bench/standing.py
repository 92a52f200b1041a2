"""`python -m bench.standing RECORD`: what it costs to ask a record where the parties stand.

RECORD is one that `python -m bench.record --record RECORD` left, or any other. Each question is asked three times; the
least is printed. Without `--all`, nothing is asked that reads every statement.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sized

from onrecord import standing
from onrecord.record import Filter, Record, open_record

TIMES = 3
Question = tuple[str, Callable[[], Sized]]


def questions(record: Record, *, everything: bool) -> Iterator[Question]:
    """Each question by a name that says what is asked."""
    leading = standing.leading(record)
    yield "agreement", lambda: standing.leading(record)
    if leading:
        party = max((one.position for one in leading), key=lambda one: len(one.evidence)).party
        issue = next(one.position.issue for one in leading if one.position.party == party)
        last = max((one.position.as_of or "")[:10] for one in leading)
        both, alone = Filter(party=party, issue=issue), Filter(party=party)
        yield "positions of a party on an issue, in force", lambda: standing.positions(record, both, as_of=last)
        yield "positions of a party, in force", lambda: standing.positions(record, alone, as_of=last)
        yield "positions of a party on an issue, ever", lambda: standing.positions(record, both)
        yield "positions in force", lambda: standing.positions(record, as_of=last)
    if everything:
        yield "positions ever", lambda: standing.positions(record)
        yield "changes", lambda: standing.changes(record)
        yield "proposals", lambda: standing.proposals(record)


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.standing")
    asked.add_argument("record")
    asked.add_argument("--all", action="store_true")
    given = asked.parse_args()
    with open_record(given.record) as record:
        print(f"{record.counts().reports:,} reports")
        print(f"{'question':<45}{'rows':>8}{'CPU ms':>9}")
        for name, ask in questions(record, everything=given.all):
            spent, rows = [], 0
            for _ in range(TIMES):
                started = time.process_time()
                rows = len(ask())
                spent.append(time.process_time() - started)
            print(f"{name:<45}{rows:>8,}{1000 * min(spent):>9.0f}", flush=True)


if __name__ == "__main__":
    main()
