"""Reports with made asides: titles and first sentences of other outlets' reports, set behind the body of a report.

The teasers of one outlet teach its manner; made ones, that an aside is about something else. Each is drawn by a fixed
seed, half of them from those whose title shares most with the report's.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SEED = 7
NOTICE = "All rights reserved."
SHOUTED = re.compile(r"\n|\b[A-Z]{4,}\b")
WORDS = re.compile(r"[^\W\d_]{4,}")
DRAWN, SHORTEST, LONGEST = 60, 5, 28  # reports that teasers are drawn from; words of one


@dataclass(frozen=True)
class Body:
    """A report without its asides: outlet, title, the body, and its first sentences."""

    outlet: str
    title: str
    text: str
    opening: tuple[str, ...]

    @property
    def leads(self) -> list[str]:
        """Those that could be teasers."""
        return [
            one
            for one in self.opening
            if SHORTEST <= len(one.split()) <= LONGEST and not SHOUTED.search(one) and one.endswith((".", "?"))
        ]


def made(bodies: Sequence[Body]) -> Iterator[tuple[Body, str, int]]:
    """Each body with a page made of it, and where the asides begin in the page."""
    chance = random.Random(SEED)  # noqa: S311 - a drawing, no secret
    for body in bodies:
        others = [one for one in chance.sample(bodies, min(DRAWN, len(bodies))) if _is_other(one, body)]
        if chance.random() < 0.5:
            others.sort(key=lambda one: -len(_words(body.title) & _words(one.title)))
        titles, between = chance.random() < 0.35, "\n" if chance.random() < 0.2 else " "
        teasers = [one.title if titles else chance.choice(one.leads) for one in others if titles or one.leads]
        page = between.join([body.text, *teasers[: chance.randint(2, 5)]])
        yield body, (page + between + NOTICE if chance.random() < 0.6 else page), len(body.text)


def _is_other(one: Body, body: Body) -> bool:
    return one.outlet != body.outlet and one.title != body.title


def _words(title: str) -> set[str]:
    return set(map(str.lower, WORDS.findall(title)))
