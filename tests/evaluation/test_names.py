"""evaluation.names: pairs of spellings, joined or not."""

import json
from pathlib import Path

from onrecord.evaluation.names import read_groups, score_names


def test_pairs_are_counted_over_all_groups() -> None:
    score = score_names([["ana kolt", "anna kolt"], ["jake tarrant", "mr unlike him"], ["jacob tarrant"]])
    assert (score.wanted, score.joined, score.right, score.wrong) == (2, 2, 1, 1)
    assert score.f1 == 0.5


def test_groups_are_read_from_a_folder(tmp_path: Path) -> None:
    table = {"most_frq_variant": {"0": "ana kolt"}, "variants": {"0": [" ana kolt", "anna kolt"]}}
    (tmp_path / "checked_personal_name_groups.json").write_text(json.dumps(table), encoding="utf-8")
    assert read_groups(tmp_path) == [["ana kolt", "anna kolt"]]
