"""How fast the pages of a record are: `python -m bench.pages RECORD`.

Each kind of page is asked for several times, in one process and without a network. Printed are the median of the time
on the clock and of this process's CPU time, in milliseconds, and the size of the page; the CPU time of the first, which
may make what is then kept, stands apart.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote

from starlette.testclient import TestClient

from onrecord.cli.serving import ServeOptions, site_of
from onrecord.record import Filter, Record, open_record

TIMES = 7
LISTS = (
    "/", "/reports", "/statements", "/positions", "/conditions", "/proposals", "/utterances", "/coverage", "/copies",
    "/disagreements", "/timeline", "/stories", "/actors", "/judgements", "/search",
)  # fmt: skip


def addresses(record: Record) -> Iterator[str]:
    """Each list, and of each kind of thing the one that there is most of."""
    yield from LISTS
    some = Filter(limit=200)
    actor = next(record.actors(Filter(limit=1)))
    yield f"/actor/{actor.id}"
    longest = max(record.reports(some), key=lambda row: row.statements)
    yield f"/report/{longest.id}"
    yield f"/report/{longest.id}/verify"
    yield f"/statement/{next(record.statements(Filter(report=longest.id, limit=1))).statement.id}/corrections"
    yield f"/utterance/{max(record.utterances(some), key=lambda row: len(row.readings)).id}"
    of_parties = (row for row in record.statements(Filter(limit=5000)) if row.party and row.statement.issues)
    often = Counter((row.party or "", row.statement.issues[0]) for row in of_parties).most_common(1)
    for party, issue in (map(quote, pair) for pair, _ in often):
        yield f"/positions?party={party}&issue={issue}"
        yield f"/search?party={party}"
    yield "/search?search=agreement"


def measured(client: TestClient, at: str) -> tuple[float, float, int]:
    """Milliseconds on the clock, milliseconds of CPU time, bytes."""
    clock, cpu = time.perf_counter(), time.process_time()
    answer = client.get(at)
    answer.raise_for_status()
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - cpu), len(answer.content)


def main(path: str) -> None:
    with open_record(path, read_only=True) as record:
        client = TestClient(site_of(record, ServeOptions(record=path), warm=False), base_url="http://127.0.0.1")
        counts = record.counts()
        print(f"{counts.reports:,} reports, {counts.statements:,} statements")
        print(f"{'page':44} {'first':>8} {'median':>8} {'CPU':>8} {'bytes':>9}")
        medians = []
        for at in addresses(record):
            first, *later = (measured(client, at) for _ in range(TIMES + 1))
            clock, cpu = (statistics.median(one[n] for one in later) for n in (0, 1))
            medians.append(cpu)
            print(f"{at[:44]:44} {first[1]:8.0f} {clock:8.0f} {cpu:8.0f} {later[0][2]:9,}", flush=True)
        print(f"median of the pages' CPU time: {statistics.median(medians):.0f} ms; slowest {max(medians):.0f} ms")


if __name__ == "__main__":
    main(*islice(sys.argv, 1, 2))
