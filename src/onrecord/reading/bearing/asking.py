"""Of which stances it is asked whether they are any, and what is kept of the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

ASKED = 0.45  # how sure reading must be of a stance: what is told more faintly is nobody's position


class Judge(Protocol):
    """Tells how likely a stance is right that it is shown."""

    @property
    def key(self) -> str: ...

    def __call__(self, view: View) -> float: ...


Weigh = Callable[[Statement], Statement]


class Bearing:
    """Weighs the stances that a party takes on an issue, by what a network hears and by where the issue stands."""

    def __init__(self, judge: Judge | None = None, asked: float = ASKED) -> None:
        self._judge = judge or shipped()
        self._weights = binding.shipped()
        self._asked = asked
        self._tokenizer = load_tokenizer(FOLDER)

    @property
    def key(self) -> str:
        return identity("bearing", self._judge.key, binding.key())

    def on(self, page: Page, tagged: Tagged, hits: Sequence[IssueHit]) -> Weigh:
        """What weighs the statements of one page."""

        @cache
        def seeing() -> tuple[BearingViewer, binding.Binding]:
            return BearingViewer(page, Viewer(tagged), hits, self._tokenizer), binding.Binding(page, hits)

        def heard(statement: Statement, held: IssueStance) -> IssueStance:
            if held.issue is None or held.confidence < self._asked:
                return held
            viewer, binds = seeing()
            view = viewer(statement, held)
            if view is None:
                return held
            odds = odds_of(binds.marks(statement, held), self._weights)
            return replace(held, heard=round(binding.bound(self._judge(view), odds), 2))

        def weigh(statement: Statement) -> Statement:
            if statement.party is None or not statement.stances:
                return statement
            return replace(statement, stances=tuple(heard(statement, held) for held in statement.stances))

        return weigh
