"""Where a time expression stands: what it counts from, and whether its clause looks back or ahead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.model import Span

Tense = Literal["past", "future"]

MARKER = re.compile(
    r"""
    (?P<future>\b(?:
        will|won['\u2019]t|shall|would|may|might|could|can|should|must|going[ ]to|upcoming|deadline
        |(?:expected|set|due|scheduled|slated|planned|planning|plans?|likely|agreed|agrees?|hop(?:es?|ed|ing)|want(?:s|ed)?
            |intends?|intended|vow(?:s|ed)|pledge[sd]|promise[sd]|ready|about|aims?|aimed|invited|urged|asked|is|are|be
            |prepar(?:es|ed|ing)|needs?|offer(?:s|ed)|willing)[ ]to(?=[ ][a-z])
        |(?:due|scheduled|slated|set|planned|expected|penciled|pencilled)[ ](?:for|on|in)\b
        |(?:begins|starts|opens|meets|arrives|travels|heads|resumes|visits|hosts|takes[ ]place|expires|faces)\b
        |to[ ](?:meet|hold|visit|host|discuss|resume|begin|start|travel|attend|speak|sign|vote|launch
            |take[ ]place|be[ ]held)
    )\b|['\u2019]ll\b)
    | (?P<past>(?<!\bbe[ ])\b(?:
        said|told|been|was|were|had|did|met|held|came|went|began|spoke|took|made|gave|left|wrote|saw|sent|won|lost|rose|fell
        |struck|hit|flew|cut|bought|paid|sold|built|caught|drew|drove|felt|froze|grew|heard|laid|lent|meant|rode|sank|sought
        |shook|slid|spent|split|stole|swore|swept|swung|threw|withdrew|wore|sued|set(?![ ]to)
        |broke|brought|fought|found|got|kept|knew|led|ran|stood|became|shot|put
        |died|says
        |(?!indeed\b|hundred\b|need\b|speed\b|proceed\b|succeed\b|exceed\b|agreed\sto)[a-z]{2,}ed
    )\b)
    """,
    re.VERBOSE,
)
CLAUSE = re.compile(
    r"[,;:()\u2014\u2013]|\b(?:that|which|who|whom|when|while|where|as|[Aa]fter|[Ff]ollowing|before|and|but|if|because|since|though)\b"
)
# Behind its date such a verb is told itself: "on Thursday agreed to keep it"; before it, what follows is to come.
DONE = re.compile(r"(?:agreed|hoped|wanted|intended|vowed|pledged|promised|invited|urged|asked|offered) to\b")
AHEAD = re.compile(r"\b(?:by|until|till|through|ahead of|next)\s+(?:the\s+)?$", re.IGNORECASE)
BACK = re.compile(r"\b(?:since|ever since|as of)\s+(?:the\s+)?$", re.IGNORECASE)
OPENING = re.compile(
    r"(?:^\W*(?:(?:on|in|at|by|late|earlier|later|from|during)\s+)?|(?-i:\b(?:On|In|At|Late|Early|Earlier|Later)\s+))"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """What a rule may look at: the text, the expression's place and sentence, and the days to count from.

    `published` is the day of the report, `narrative` the last day named before in the reporter's own words, `told` the
    EDTF of the last date of any kind; null where not known. `quoted`: it stands between quotation marks.
    """

    text: str
    start: int
    end: int
    sentence: Span
    published: date | None
    narrative: date | None
    quoted: bool
    told: str | None = None

    @property
    def today(self) -> date | None:
        """The day that "today" means: quoted words were said on the day last told of, if that is a recent one.

        'She spoke on Friday. "Today we begin," she said', printed on Saturday.
        """
        if self.quoted and self.published and self.narrative:
            since = (self.published - self.narrative).days
            if 0 <= since <= 6:
                return self.narrative
        return self.published

    @property
    def day_told_of(self) -> date | None:
        return self.narrative or self.published

    def before(self, width: int = 24) -> str:
        """The characters before the expression, within its line."""
        return self.text[max(self.sentence.start, self.start - width) : self.start]

    def after(self, width: int = 24) -> str:
        return self.text[self.end : min(self.end + width, len(self.text))].split("\n")[0]

    def tense(self) -> Tense | None:
        """Does the sentence look back or ahead? Its clause says; else the nearest verb before, or after.

        "said on Friday it will" looks back, "will meet on Friday, he said" ahead; null where no verb tells.
        """
        head = self.text[self.sentence.start : self.start]
        return self.clause_tense() or _last(head) or _first(self.text[self.end : self.sentence.end])

    def clause_tense(self) -> Tense | None:
        """The same, by its own clause alone: the nearest verb before it, else the first after it."""
        near = self.before(16)
        if AHEAD.search(near):
            return "future"
        if BACK.search(near):
            return "past"
        head = self.text[self.sentence.start : self.start]
        tail = self.text[self.end : self.sentence.end]
        leads = list(CLAUSE.finditer(head))
        cut = leads[-1].end() if leads else 0
        if leads and leads[-1].group().lower() in ("after", "following"):
            return "past"
        opens = OPENING.search(head)
        # The comma of "On Friday, she will sail" ends no clause.
        upto = CLAUSE.search(tail, 3 if opens else 0)
        before = None if opens else _last(head[cut:])
        return before or _first(tail[: upto.start() if upto else len(tail)])


def _last(words: str) -> Tense | None:
    found: Tense | None = None
    for marker in MARKER.finditer(words):
        found = "future" if marker.lastgroup == "future" else "past"
    return found


def _first(words: str) -> Tense | None:
    marker = MARKER.search(words)
    if marker is None:
        return None
    return "past" if marker.lastgroup == "past" or DONE.match(marker.group()) else "future"
