"""What is told too thinly to lean on: by one report, in words that may well do something else.

Measured over 446 positions of twenty negotiations, each read beside its report (docs/readings): neither the confidence
of a statement nor that of its stance tells right from wrong there, and these marks do.
"""

from __future__ import annotations

import re

from onrecord.collating.said import Said
from onrecord.model import IssueStance

FAR = 80  # characters between act and issue
_STOP = re.compile(r"[.!?]\s+[\"“‘'`]*[A-Z]")
ENTANGLED = 3  # breaks between act and issue from which one in two such positions is wrong
_BREAK = re.compile(
    r"[,;:.?!]|``|''|[\"“”]|\b(?:and|but|or|that|which|who|whose|while|as|because|when|where|after|before|if|than)\b",
    re.IGNORECASE,
)


def is_thin(one: Said, held: IssueStance) -> bool:
    """Whether this act alone would make a poor position.

    What the cue itself does ("Velmora rejected the truce") is plain. Else it is thin where the statement does several
    things at once; where one word shows both act and issue, or none shows the act; where a clause or a list stands
    between the two ("we will not let the harvest, the mills and all that our fathers built be talked away"), or they
    are far apart, or in two sentences; and where what would be a refusal stands inside the words and not in the cue
    ("she said nobody wanted the talks to fail").
    """
    if not one.text or _is_done_by_cue(one, held):
        return False
    several = len({other.stance for other in one.statement.stances}) > 1
    return (
        several
        or len(held.evidence) < 2
        or held.stance == "rejects"
        or _breaks(one, held) >= ENTANGLED
        or _is_far(one, held)
    )


def _is_done_by_cue(one: Said, held: IssueStance) -> bool:
    """Whether the cue is the act, and the issue stands in what it governs."""
    shown = [any(part.overlaps(span) for part in one.statement.cue) for span in held.evidence]
    return any(shown) and not all(shown) and _breaks(one, held) < ENTANGLED


def _is_far(one: Said, held: IssueStance) -> bool:
    between = one.text[held.evidence[0].end : held.evidence[-1].start]
    return len(between) > FAR or _STOP.search(between) is not None


def _breaks(one: Said, held: IssueStance) -> int:
    if len(held.evidence) < 2:
        return 0
    return len(_BREAK.findall(one.text, held.evidence[0].end, held.evidence[-1].start))
