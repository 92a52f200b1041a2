"""Joins sources, cues and contents into passages: each content points to its cue, each cue to its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from onrecord.reading.attribution.decoding import Run
from onrecord.reading.attribution.pieces import CLOSING, OPENING, Ints
from onrecord.reading.attribution.tagger import Floats, Tagged

ELSEWHERE = 0.7  # the best on PolNeAR dev
FROM_CONTENT, TO_CUE, FROM_CUE, TO_SOURCE = range(4)
CLOSE = 6  # words
ChooseCue = Callable[[Run], tuple[Run, float] | None]


@dataclass(frozen=True)
class Linked:
    """One cue with its source and its contents; without a cue, a content alone. `score` is in 0..1, uncalibrated."""

    source: Run | None
    cue: Run | None
    contents: tuple[Run, ...]
    score: float


def link(tagged: Tagged, found: list[Run]) -> list[Linked]:
    """Passages in the order of their cues. A quotation that no cue claims stands alone; the like unquoted is left."""
    cues = [run for run in found if run.label == "cue"]
    sources = [run for run in found if run.label == "source"]
    claimed: dict[Run, list[Run]] = {cue: [] for cue in cues}
    alone: list[Run] = []
    sure: dict[Run, float] = {}
    choose = _own_cue_first(tagged, cues, _cue_chooser(tagged, cues))
    for content in (run for run in found if run.label == "content"):
        best = choose(content)
        if best is None:
            alone.append(content)
        else:
            claimed[best[0]].append(content)
            sure[content] = best[1]
    out = []
    for cue in cues:
        if claimed[cue]:
            source, certainty = _source_of(tagged, cue, sources)
            contents, rest = _running_on(tagged, cue, claimed[cue])
            alone += rest
            scores = [c.score * sure[c] for c in contents]
            out.append(Linked(source, cue, contents, cue.score * max(scores) * certainty))
    out += [Linked(None, None, (run,), run.score * 0.5) for run in alone if _is_quoted(tagged, run)]
    return sorted(out, key=lambda one: (one.cue or one.contents[0]).start)


def _own_cue_first(tagged: Tagged, cues: list[Run], choose: ChooseCue) -> ChooseCue:
    """A cue close behind a content goes before one of another paragraph: “Will you go?” a deckhand asked."""
    paragraph = tagged.words.paragraph

    def chosen(content: Run) -> tuple[Run, float] | None:
        best = choose(content)
        if best is None or paragraph[best[0].start] == paragraph[content.start]:
            return best
        behind = (cue for cue in cues if 0 <= cue.start - content.end <= CLOSE)
        own = next((cue for cue in behind if paragraph[cue.start] == paragraph[content.end - 1]), best[0])
        return own, best[1]

    return chosen


def _cue_chooser(tagged: Tagged, cues: list[Run]) -> ChooseCue:
    """Which cue a content hangs on: the encoder's opinion within a window, the nearest in the paragraph beyond it."""
    windows = np.array([tagged.window[c.start] for c in cues], np.int64)
    keys = tagged.link[[c.start for c in cues], TO_CUE] if cues else np.zeros((0, tagged.link.shape[2]), np.float32)

    def choose(content: Run) -> tuple[Run, float] | None:
        for edge in (content.start, content.end - 1):
            here = np.flatnonzero(windows == tagged.window[edge])
            if len(here):
                asking = _in_window(tagged, content, edge)
                opinion = _softmax(_scaled(tagged.link[asking, FROM_CONTENT] @ keys[here].T)).mean(axis=0)
                opinion = opinion * [_near(tagged, content, cues[i]) for i in here]
                best = int(opinion.argmax())
                if opinion[best] > 0:
                    return cues[here[best]], float(opinion[best])
        near = [c for c in cues if tagged.words.paragraph[c.start] == tagged.words.paragraph[content.start]]
        if not near:
            return None
        return min(near, key=lambda c: _gap(c, content)), 0.5

    return choose


def _source_of(tagged: Tagged, cue: Run, sources: list[Run]) -> tuple[Run | None, float]:
    """The source that a cue points to within its window, or none; two cues may share one."""
    window = tagged.window[cue.start]
    near = [s for s in sources if tagged.window[s.start] == window]
    inside = np.flatnonzero(tagged.window == window)
    asking = tagged.link[cue.start, FROM_CUE]
    offered = np.concatenate([tagged.mark[window][None], tagged.link[inside, TO_SOURCE]])
    opinion = _softmax(_scaled(offered @ asking)[None])[0]
    weight = [float(opinion[1 + s.start - inside[0] : 1 + s.end - inside[0]].sum()) for s in near]
    if not weight or max(weight) < opinion[0]:
        return None, float(opinion[0])
    best = int(np.argmax(weight))
    return near[best], weight[best]


def _running_on(tagged: Tagged, cue: Run, contents: list[Run]) -> tuple[tuple[Run, ...], list[Run]]:
    """Which contents are one statement: those of the cue's sentence, and a quotation that runs on in others.

    "The port is shut, she said. That will change." has one content: what is not quoted does not run on.
    """
    sentence = tagged.words.sentence
    own, earlier = _introduced(tagged, cue, contents)
    nearest = min(own, key=lambda c: _gap(c, cue))
    quoted = _is_quoted(tagged, nearest)
    kept: list[Run] = []
    rest: list[Run] = earlier
    for content in own:
        with_cue = content is nearest or sentence[content.start] == sentence[cue.start]
        (kept if with_cue or (quoted and _is_quoted(tagged, content)) else rest).append(content)
    return tuple(kept), rest


def _introduced(tagged: Tagged, cue: Run, contents: list[Run]) -> tuple[list[Run], list[Run]]:
    """Without the quotations of sentences before a cue right before one: 'Kolt responded, saying, "No."'

    What was quoted before belongs to whoever spoke before.
    """
    sentence = tagged.words.sentence
    following = (c for c in contents if 0 <= c.start - cue.end <= 2 and sentence[c.start] == sentence[cue.end - 1])
    opens = any(_is_quoted(tagged, c) for c in following)
    earlier = [c for c in contents if opens and _is_quoted(tagged, c) and sentence[c.end - 1] < sentence[cue.start]]
    return [c for c in contents if c not in earlier], earlier


def _is_quoted(tagged: Tagged, run: Run) -> bool:
    """Whether a quotation mark stands at its beginning."""
    words = tagged.words
    at = words.first[max(run.start - 1, 0) : run.start + 1]
    shapes: list[int] = words.shapes[at].tolist()
    return OPENING in shapes or CLOSING in shapes


def _in_window(tagged: Tagged, run: Run, edge: int) -> Ints:
    inside = np.arange(run.start, run.end)
    out: Ints = inside[tagged.window[inside] == tagged.window[edge]]
    return out


def _near(tagged: Tagged, content: Run, cue: Run) -> float:
    """How much an opinion weighs: what tells of a content rather stands in its paragraph, and never far from it."""
    apart = abs(int(tagged.words.paragraph[cue.start]) - int(tagged.words.paragraph[content.start]))
    return 1.0 if not apart else ELSEWHERE if apart <= 2 else 0.0


def _gap(a: Run, b: Run) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def _scaled(scores: Floats) -> Floats:
    return scores / np.float32(np.sqrt(scores.dtype.type(64)))


def _softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    out: Floats = shifted / shifted.sum(axis=1, keepdims=True)
    return out
