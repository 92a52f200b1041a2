"""What `onrecord evaluate` can score: each task takes the data of a corpus and yields its measures, a line each.

A task imports what it needs when it runs, so that listing the tasks costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import add
from pathlib import Path

DIGITS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: its name and value; shares are in 0..1."""

    name: str
    value: float | int | str


Task = Callable[[Path], Iterator[Line]]


def polnear(data: Path) -> Iterator[Line]:
    """Source, cue and content of statements: the folder of one split of PolNeAR, `text/` and `attributions/`."""
    from onrecord.evaluation.polnear import score
    from onrecord.reading.reader import load

    outermost, everything = score(data, load())
    for which, counted in (("", outermost), (", nested ones too", everything)):
        for name, measure in counted.table().items():
            yield Line(f"{name} F1{which}", round(measure.f1, DIGITS))
            yield Line(f"{name} precision{which}", round(measure.precision, DIGITS))
            yield Line(f"{name} recall{which}", round(measure.recall, DIGITS))
    yield Line("articles", outermost.counts["articles"])
    yield Line("words", outermost.counts["words"])


def record(data: Path) -> Iterator[Line]:
    """All that reading finds in a report: a folder of reports that people annotated."""
    from onrecord.evaluation.gold import read_gold
    from onrecord.evaluation.record import score
    from onrecord.reading.reader import load

    total = score(read_gold(data), load())
    for name, value in total.measures().items():
        yield Line(name, value)
    for name in ("reports", "statement wanted", "dates wanted", "quantities wanted", "conditions wanted"):
        yield Line(name, total.counts[name])


def negotiations(data: Path) -> Iterator[Line]:
    """The same in reports of negotiations that no rule was made for: a folder with the news in which they stand."""
    from onrecord.evaluation.negotiations import lines, score
    from onrecord.reading.reader import load

    for name, value in lines(score(data, load())):
        yield Line(name, value)


def speakers(data: Path) -> Iterator[Line]:
    """Who said it, for whom and when, in many labelled reports: a folder with `news` and `clusters`."""
    from onrecord.evaluation.speakers import score
    from onrecord.reading.reader import load

    for which, found in score(data, load()).items():
        for name, value in found.lines():
            yield Line(f"{which}: {name}", value)


def days(data: Path) -> Iterator[Line]:
    """On which day it was said, where that is hard: a folder with `news` and `clusters`."""
    from onrecord.evaluation.days import score
    from onrecord.reading.reader import load

    for which, found in score(data, load()).items():
        for name, value in found.lines():
            yield Line(f"{which}: {name}", value)


def types(data: Path) -> Iterator[Line]:
    """What was said, apart from what was thought or wanted: a .jsonl of the annotated reports."""
    from onrecord.evaluation.types import score
    from onrecord.reading.reader import load

    for name, value in score(data, load()).items():
        yield Line(name, value)


def timex(data: Path) -> Iterator[Line]:
    """Dates and their values: a folder of TIMEX3 annotation (MEANTIME)."""
    from onrecord.evaluation.timex import run

    for corpus, figures in run(data).items():
        for name, value in figures.items():
            yield Line(f"{corpus}: {name}", value)


def actors(data: Path) -> Iterator[Line]:
    """Pronouns that are sources, resolved: a folder of GUM in CoNLL-U."""
    from onrecord.evaluation.actors import score_actors

    score = score_actors(data)
    yield Line("pronouns asked", score.asked)
    yield Line("resolved", score.accuracy)
    yield Line("left open", score.open)
    yield Line("nearest earlier person would get", score.baseline)
    for slip in score.slips:
        yield Line("slip", slip)


def names(data: Path) -> Iterator[Line]:
    """Spellings of one person's name joined, different people kept apart: RUWA's checked groups."""
    from onrecord.evaluation.names import read_groups, score_names

    score = score_names(read_groups(data))
    yield Line("spellings", score.spellings)
    yield Line("pairs of one person", score.wanted)
    yield Line("precision", score.precision)
    yield Line("recall", score.recall)
    yield Line("F1", score.f1)
    yield Line("joined wrongly", score.wrong_share)
    for slip in score.slips:
        yield Line("slip", slip)


def pages(data: Path) -> Iterator[Line]:
    """Text, title and day of web pages: a folder of `NAME_day.html` and `NAME.expected.json`."""
    from onrecord.evaluation.pages import Tally, evaluate

    tallies = evaluate(data)
    if not tallies:
        raise FileNotFoundError(f"{data}: no page with an .expected.json beside it")
    for name, value in reduce(add, tallies.values(), Tally()).measures().items():
        yield Line(name.replace("_", " "), value)
    for page, tally in sorted(tallies.items()):
        yield Line(f"{page}: word recall", tally.measures()["word_recall"])


def positions(data: Path) -> Iterator[Line]:
    """Issues, stances and yes-buts on negotiations held out, and conditions: a folder with the reports whose
    statements were labelled."""
    from onrecord.evaluation import conditions
    from onrecord.evaluation.labelled import read_annotations
    from onrecord.evaluation.positions import agreement, between, by_negotiation, see, total

    annotations = read_annotations()
    seen = see(data, annotations)
    apart = [one for one in seen if one.labels[0][0].held_out]
    scores, every = by_negotiation(apart), total(one.score() for one in seen)
    whole, rules = total(scores.values()), total(one.score(rules=True) for one in apart)
    yield Line("statements labelled, held out", sum(whole.stances.values()))
    yield Line("of these found by reading", whole.found)
    for name, value in (*every.of_issues(), *whole.of_stances()):
        yield Line(name, round(value, DIGITS))
    yield Line("acceptances with a condition", whole.conditional)
    yield Line("of these shown as plain", whole.plain)
    for name, value in rules.of_stances():
        if name.startswith("stance m"):
            yield Line(f"rules alone: {name}", round(value, DIGITS))
    for negotiation, score in scores.items():
        count = sum(score.stances.values())
        yield Line(f"{negotiation} (n={count}): stance micro F1", round(score.stance_micro(), DIGITS))
        if names := score.labelled():
            yield Line(f"{negotiation}: issue micro F1", round(score.issue_f1(names), DIGITS))
    for name, value in between(annotations).of_stances():
        yield Line(f"another annotator: {name}", round(value, DIGITS))
    again = agreement(annotations)
    for name, value in (*again.of_issues(), *again.of_stances()):
        yield Line(f"second pass: {name}", round(value, DIGITS))
    for half, one in conditions.score(data, conditions.read_looked()).items():
        yield Line(f"conditions, {half} (n={one.wanted}): precision", round(one.precision, DIGITS))
        yield Line(f"conditions, {half}: recall", round(one.recall, DIGITS))
        yield Line(f"conditions, {half}: F1", round(one.f1, DIGITS))


def stories(data: Path) -> Iterator[Line]:
    """Negotiations kept apart, and not shattered: a folder with `clusters.tsv` and the .jsonl of its reports."""
    from onrecord.evaluation.stories import score
    from onrecord.reading.reader import load

    found = score(data, load())
    yield Line("reports", found.reports)
    yield Line("groups", found.groups)
    yield Line("affairs", found.affairs)
    yield Line("stories", found.stories)
    yield Line("purity, by affair", round(found.purity, DIGITS))
    yield Line("completeness, by group", round(found.completeness, DIGITS))
    for mixed in found.mixed:
        yield Line("in one story", mixed)
    for group in found.shattered:
        yield Line("in several stories", f"group {group}")


def copies(data: Path) -> Iterator[Line]:
    """Copies told, stories kept apart: reports in any format, among which rewrites of some are planted."""
    from onrecord.evaluation.copies import lines, score

    for name, value in lines(score(data)):
        yield Line(name, value)


def verify(data: Path) -> Iterator[Line]:
    """Quotations held against transcripts: transcripts in any format, of which sentences are quoted and altered."""
    from onrecord.evaluation.verifying import lines, score

    for name, value in lines(score(data)):
        yield Line(name, value)


def utterances(data: Path) -> Iterator[Line]:
    """One act of speaking or two: a folder with the reports whose pairs of wordings were judged."""
    from onrecord.evaluation.utterances import read_pairs, score
    from onrecord.reading.reader import load

    for which, found in score(data, read_pairs(), load()).items():
        yield Line(f"{which}: pairs", found.pairs)
        yield Line(f"{which}: precision", round(found.precision, DIGITS))
        yield Line(f"{which}: recall", round(found.recall, DIGITS))
        yield Line(f"{which}: F1", round(found.f1, DIGITS))
        yield Line(f"{which}: wrongly joined", found.wrong)
        yield Line(f"{which}: not joined", found.missed)
        yield Line(f"{which}: where reading finds no statement", found.unread)


def utterances_read(data: Path) -> Iterator[Line]:
    """How sure utterances are told to be, and how many are right: a folder with the reports of those that were read."""
    from onrecord.evaluation.utterances_read import made, read_judged, score, with_confidence

    for half, told in score(with_confidence(made(data, read_judged()))).items():
        for name, counted in (("all", told.sure + told.doubtful), ("sure", told.sure), ("doubtful", told.doubtful)):
            yield Line(f"{half}: {name}", counted.total())
            yield Line(f"{half}: {name}: share right", round(counted[True] / max(1, counted.total()), DIGITS))
        for least, counted in told.bands.items():
            yield Line(f"{half}: confidence {least:.1f} and more, up to the next", counted.total())
            share = round(counted[True] / max(1, counted.total()), DIGITS)
            yield Line(f"{half}: confidence {least:.1f} and more: share right", share)
        yield Line(f"{half}: made otherwise or no more", told.other.total())
        yield Line(f"{half}: of these, right as they were", told.other[True])


def proposals(data: Path) -> Iterator[Line]:
    """Proposals found, whose they are, which reports name one and the same: a folder with the reports that were
    marked."""
    from onrecord.evaluation.proposals import read_labelled, score

    found = score(data, read_labelled())
    yield Line("mentions of proposals", found.wanted)
    yield Line("precision", round(found.precision, DIGITS))
    yield Line("recall", round(found.recall, DIGITS))
    yield Line("with a maker that is told", found.makers)
    yield Line("of these the right one", found.makers_right)
    yield Line("with a maker that nobody tells", found.makers_invented)
    yield Line("pairs of mentions of one proposal", found.pairs)
    yield Line("of these joined", found.pairs_joined)
    yield Line("wrongly joined", found.pairs_wrong)


def standing(data: Path) -> Iterator[Line]:
    """Positions that were judged beside their reports, by half and verdict: a folder with those reports."""
    from onrecord.evaluation.standing import HALVES, NEW, VERDICTS, read_judged, score

    scores = score(data, [one for one in read_judged() if one.half in HALVES])
    for half in HALVES:
        told = scores[half]
        for name, counted in (("made", told.firm + told.thin), ("firm", told.firm), ("thin", told.thin)):
            every = sum(counted[verdict] for verdict in VERDICTS)
            for verdict in VERDICTS:
                yield Line(f"{half}: {name}, {verdict}", counted[verdict])
            yield Line(f"{half}: {name}: share right", round(counted["right"] / max(1, every), DIGITS))
            yield Line(f"{half}: {name}, {NEW}", counted[NEW])
        for verdict in VERDICTS:
            yield Line(f"{half}: no longer made, {verdict}", told.gone[verdict])
        for least, counted in told.bands.items():
            every = sum(counted[verdict] for verdict in VERDICTS)
            band = f"{half}: confidence {least:.1f} and more, up to the next"
            yield Line(f"{band}: judged", every)
            yield Line(f"{band}: share right", round(counted["right"] / max(1, every), DIGITS))
            yield Line(f"{band}: share wrong", round(counted["wrong"] / max(1, every), DIGITS))


def across(data: Path) -> Iterator[Line]:
    """Positions, shared sentences and disagreements of annotated stories: a folder with their reports."""
    from onrecord.evaluation.across import score

    for name, value in score(data):
        yield Line(name, value)


TASKS: dict[str, Task] = {
    "polnear": polnear,
    "record": record,
    "negotiations": negotiations,
    "speakers": speakers,
    "days": days,
    "types": types,
    "timex": timex,
    "actors": actors,
    "names": names,
    "pages": pages,
    "positions": positions,
    "standing": standing,
    "proposals": proposals,
    "stories": stories,
    "across": across,
    "utterances": utterances,
    "utterances-read": utterances_read,
    "copies": copies,
    "verify": verify,
}
