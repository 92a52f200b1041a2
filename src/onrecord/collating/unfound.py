"""Quotations that the transcript of their occasion does not have. Pure.

Who speaks twice on one day says two things. So a quotation is sought in a transcript only if it stands, in its report,
among others of the same speaker that are found there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.collating.disagreements import OCCASION
from onrecord.collating.utterances.circumstances import days_apart, same_speaker
from onrecord.collating.utterances.likeness import length
from onrecord.collating.verifying import Transcript, verify
from onrecord.model.disagreement import Beside, Disagreement, Place
from onrecord.model.utterance import Wording

NEAR = 1500  # characters between a quotation and another that the transcript has
ENOUGH_BESIDE = 2
LEAST = 6  # words; of a few words nobody can tell whether they were said there
AROUND = 160
WHY = "not found in the transcript of the same occasion"


def unfound(
    text: str, quotations: Iterable[Wording], beside: Iterable[Beside], transcript: Transcript
) -> Iterator[tuple[str, Disagreement]]:
    """Each direct quotation of a report's text that is not in the transcript, by the utterance next to which it stands.

    `beside` are the wordings of the report that are of one utterance with a passage of the transcript.
    """
    near = sorted(beside, key=lambda one: (one.quoted, one.utterance))
    if len({one.quoted.statement for one in near if one.quoted.kind != "indirect"}) < ENOUGH_BESIDE:
        return
    for one in sorted(quotations):
        nearest = min(
            (each for each in near if _of_one_occasion(one, each)), key=lambda each: _far(one, each), default=None
        )
        if nearest is not None and length(one) >= LEAST and not _said_elsewhere(one, text):
            verdicts = list(verify(text, one.spans, transcript))
            if verdicts and all(verdict.kind == "not found" for verdict in verdicts):
                readings = (_place(one), _place(nearest.spoken))
                yield nearest.utterance, Disagreement("omission", readings[0].text, readings, "serious", WHY)


def _of_one_occasion(one: Wording, beside: Beside) -> bool:
    other = beside.quoted
    return (
        one.kind == "direct"
        and one.statement != other.statement
        and same_speaker(one, other) == "same"
        and same_speaker(one, beside.spoken) in ("same", "same side")
        and days_apart(one, beside.spoken) == 0
        and _far(one, beside)[0] <= NEAR
    )


def _far(one: Wording, beside: Beside) -> tuple[int, str, str]:
    a, b = one.spans[0].start, beside.quoted.spans[0].start
    return abs(a - b), beside.utterance, beside.spoken.id


def _said_elsewhere(one: Wording, text: str) -> bool:
    """Whether the report says that it was said in a post, an interview or in talks: "she wrote on ..." """
    start, end = one.spans[0].start, one.spans[-1].end
    around = OCCASION.finditer(text, max(0, start - AROUND), min(len(text), end + AROUND))
    return any(found.lastgroup in ("post", "interview", "talks") for found in around)


def _place(one: Wording) -> Place:
    return Place(one.report, one.spans, " … ".join(one.slices), one.statement or None)
