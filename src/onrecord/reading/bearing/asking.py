"""Of which stances it is asked whether they are any, and what is kept of the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol

from onrecord.model import IssueHit, IssueStance, Statement, identity
from onrecord.model.weights import odds_of
from onrecord.reading.attribution.pieces import load_tokenizer
from onrecord.reading.attribution.tagger import FOLDER, Tagged
from onrecord.reading.bearing import binding
from onrecord.reading.bearing.network import shipped
from onrecord.reading.bearing.views import BearingViewer, View
from onrecord.reading.page import Page
from onrecord.reading.stances.views import Viewer

BACKGROUND = 1.0  # how much likelier, in log-odds, another issue must be that leaves one out
ASKED = 0.45  # how sure reading must be of a stance: what is told more faintly is nobody's position


class Judge(Protocol):
    """Tells how likely a stance is right that it is shown."""

    @property
    def key(self) -> str: ...

    def __call__(self, view: View) -> float: ...


Weigh = Callable[[Statement], Statement]


class Bearing:
    """Weighs the stances that a party takes on an issue, by what a network hears and by where the issue stands."""

    def __init__(self, judge: Judge | None = None, asked: float = ASKED, background: float = BACKGROUND) -> None:
        self._judge = judge or shipped()
        self._weights = binding.shipped()
        self._asked = asked
        self._background = background
        self._tokenizer = load_tokenizer(FOLDER)

    @property
    def key(self) -> str:
        return identity("bearing", self._judge.key, binding.key())

    def on(self, page: Page, tagged: Tagged, hits: Sequence[IssueHit]) -> Weigh:
        """What weighs the statements of one page."""

        @cache
        def seeing() -> tuple[BearingViewer, binding.Binding]:
            return BearingViewer(page, Viewer(tagged), hits, self._tokenizer), binding.Binding(page, hits)

        def heard(statement: Statement, held: IssueStance) -> tuple[float, IssueStance]:
            if held.issue is None or held.confidence < self._asked:
                return 0.0, held
            viewer, binds = seeing()
            odds = odds_of(binds.marks(statement, held), self._weights)
            view = viewer(statement, held)
            told = None if view is None else round(binding.bound(self._judge(view), odds), 2)
            return odds, replace(held, heard=told)

        def weigh(statement: Statement) -> Statement:
            if statement.party is None or not statement.stances:
                return statement
            told = (heard(statement, held) for held in statement.stances)
            return replace(statement, stances=_nearest(told, self._background))

        return weigh


def _nearest(told: Iterable[tuple[float, IssueStance]], background: float) -> tuple[IssueStance, ...]:
    """Without those whose issue is but a word of the background beside that of another with the same stance."""
    every = list(told)
    best: dict[str, float] = {}
    for odds, held in every:
        if held.heard is not None:
            best[held.stance] = max(odds, best.get(held.stance, odds))
    return tuple(held for odds, held in every if held.heard is None or odds > best[held.stance] - background)
