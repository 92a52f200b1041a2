"""Of which stances it is asked whether they are any, and what is kept of the answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Protocol

from onrecord.model import IssueHit, IssueStance, Statement
from onrecord.reading.attribution.pieces import load_tokenizer
from onrecord.reading.attribution.tagger import FOLDER, Tagged
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
    """Weighs the stances that a party takes on an issue, by what a network hears."""

    def __init__(self, judge: Judge | None = None, asked: float = ASKED) -> None:
        self._judge = judge or shipped()
        self._asked = asked
        self._tokenizer = load_tokenizer(FOLDER)

    @property
    def key(self) -> str:
        return self._judge.key

    def on(self, page: Page, tagged: Tagged, hits: Sequence[IssueHit]) -> Weigh:
        """What weighs the statements of one page."""

        @cache
        def seeing() -> BearingViewer:
            return BearingViewer(page, Viewer(tagged), hits, self._tokenizer)

        def heard(statement: Statement, held: IssueStance) -> IssueStance:
            if held.issue is None or held.confidence < self._asked:
                return held
            view = seeing()(statement, held)
            return held if view is None else replace(held, heard=round(self._judge(view), 2))

        def weigh(statement: Statement) -> Statement:
            if statement.party is None or not statement.stances:
                return statement
            return replace(statement, stances=tuple(heard(statement, held) for held in statement.stances))

        return weigh
