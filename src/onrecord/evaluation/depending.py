"""Examples by which a condition is told from a forecast, with the marks of `reading.conditions.depending`.

The labels are those of `evaluation.conditions`; what the rules find in a sentence that was looked at is an example.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.codebook import FieldFinder, Finder, load, on_its_field
from onrecord.evaluation.conditions import Looked, is_looked_at, matched
from onrecord.evaluation.labelled import read_texts
from onrecord.evaluation.likely import Example
from onrecord.reading.attribution.heads import Heads
from onrecord.reading.attribution.tagger import Tagger
from onrecord.reading.conditions.depending import marks
from onrecord.reading.conditions.finding import opened
from onrecord.reading.conditions.setting import Setting
from onrecord.reading.layout import lay_out
from onrecord.reading.reader import Reader


def examples(data: Path, every: Iterable[Looked]) -> Iterator[tuple[Example, str]]:
    """What the rules find where a person looked, each with its report's text.

    Raises FileNotFoundError where none of the reports is under the folder.
    """
    labels = {one.sha256: one for one in every}
    reports = read_texts(data, frozenset(labels))
    if not reports:
        raise FileNotFoundError(f"{data}: none of the labelled reports is in its .jsonl, .txt and .md files")
    tagger, heads = Tagger(), Heads()
    books = {name: load(name) for name in sorted({one.codebook for one in labels.values()})}
    readers = {name: Reader(tagger, heads, book) for name, book in books.items()}
    finders = {name: FieldFinder(book) if book.parts else Finder(book) for name, book in books.items()}
    for key, report in sorted(reports.items()):
        label = labels[key]
        reading, page = readers[label.codebook](report), lay_out(report.text, title=report.title)
        hits = on_its_field(finders[label.codebook](page.text), page.text)
        setting = Setting(page, reading.statements, hits, reading.actors)
        found = [one for one in opened(setting) if is_looked_at(label, one[0])]
        right = set(matched(report.text, label, [span for span, _ in found]))
        for span, trigger in found:
            verdict = "right" if span in right else "wrong"
            yield Example(label.negotiation, label.half, marks(setting, span, trigger), verdict), report.text
