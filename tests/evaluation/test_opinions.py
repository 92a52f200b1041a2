"""Tests onrecord.evaluation.opinions: the network's kept opinions belong to the labels, the code and the tagger."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from onrecord.evaluation import opinions
from onrecord.evaluation.labelled import read_annotations
from onrecord.evaluation.opinions import FOLDS, folds, made_by, read_opinions
from onrecord.reading.attribution.tagger import FOLDER

ROOT = Path(__file__).parents[2]
ANNOTATIONS = read_annotations()


def test_nearly_every_labelled_statement_has_one() -> None:
    assert len(read_opinions(ANNOTATIONS)) > 0.93 * len(ANNOTATIONS)


def test_they_are_chances() -> None:
    for row in read_opinions(ANNOTATIONS).values():
        assert np.exp(row).sum() == pytest.approx(1.0, abs=0.02)


def test_other_labels_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinions, "labels_key", lambda: "of others")
    with pytest.raises(ValueError, match="makes them anew"):
        read_opinions(ANNOTATIONS)


def test_they_were_made_by_the_code_and_the_tagger_that_stand_here() -> None:
    made = ROOT / "training" / "stances"
    seen = ROOT / "src/onrecord/reading/stances/views.py"
    files = (made / "network.py", made / "fit.py", seen, FOLDER / "attribution.onnx")
    digests = (hashlib.sha256(file.read_bytes()).digest() for file in files)
    assert made_by() == hashlib.sha256(b"".join(digests)).hexdigest()


def test_a_negotiation_is_in_one_fold() -> None:
    fold = folds([one.negotiation for one in ANNOTATIONS])
    assert set(fold) == {one.negotiation for one in ANNOTATIONS}
    assert set(fold.values()) == set(range(FOLDS))
