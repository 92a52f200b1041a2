"""The trained tagger: a small encoder in ONNX that looks at one report's words and scores what each may be.

A six-layer MiniLM (Wang et al. 2020) fine-tuned on PolNeAR (Newell et al. 2018); its card is
docs/models/attribution.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.reading.attribution.labels import LINK_WIDTH, NAME_TAGS, ROLE_TAGS
from onrecord.reading.attribution.pieces import Ints, Window, Words, load_tokenizer, windows, words
from onrecord.reading.models import key_of, opened
from onrecord.reading.page import Page

Floats = npt.NDArray[np.float32]

FOLDER = Path(__file__).parent / "model"


@dataclass(frozen=True)
class Tagged:
    """The scores of one page's words, one row a word.

    `roles` and `inner` [words, 7] and `names` [words, 9] are log-probabilities; `link` [words, 4, 64] are the four
    vectors by which contents point to cues and cues to sources; `window` [words] numbers the window that each word was
    seen in, and `mark` [windows, 64] stands for "no source" there; `hidden` [words, size] is what the encoder saw.
    """

    words: Words
    roles: Floats
    inner: Floats
    names: Floats
    link: Floats
    window: Ints
    mark: Floats
    hidden: Floats


class Tagger:
    """Scores the words of a page. Deterministic: one thread, one window at a time, no padding."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._model = folder / "attribution.onnx"
        self._session = opened(self._model)
        self._tokenizer = load_tokenizer(folder)

    @cached_property
    def key(self) -> str:
        """A hash of the weights, which a reading's key takes in."""
        return key_of(self._model)

    def __call__(self, page: Page) -> Tagged:
        of = words(page.text, page.prose, page.paragraphs, self._tokenizer)
        seen = list(windows(of))
        scored = [self._score(window) for window in seen]
        tags = _stack([tags for tags, _, _, _ in scored], sum(map(len, (ROLE_TAGS, ROLE_TAGS, NAME_TAGS))))
        roles, inner, names = np.split(tags, [len(ROLE_TAGS), 2 * len(ROLE_TAGS)], axis=1)
        link = _stack([link for _, link, _, _ in scored], 4 * LINK_WIDTH).reshape(-1, 4, LINK_WIDTH)
        return Tagged(
            words=of,
            roles=_log_softmax(roles),
            inner=_log_softmax(inner),
            names=_log_softmax(names),
            link=link,
            window=np.repeat(np.arange(len(seen)), [w.end - w.start for w in seen]),
            mark=_stack([mark for _, _, mark, _ in scored], LINK_WIDTH),
            hidden=np.concatenate([hidden for _, _, _, hidden in scored]) if scored else np.zeros((0, 1), np.float32),
        )

    def _score(self, window: Window) -> tuple[Floats, Floats, Floats, Floats]:
        tags, link, hidden = self._session.run(None, {"ids": window.ids[None], "shapes": window.shapes[None]})
        at = window.position
        return tags[0, at], link[0, at], link[0, :1, 3 * LINK_WIDTH :], hidden[0, at]


def _stack(parts: list[Floats], width: int) -> Floats:
    return np.concatenate(parts) if parts else np.zeros((0, width), np.float32)


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return out
