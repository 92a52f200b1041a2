"""evaluation.actors and evaluation.gum: pronouns that are sources, against coreference chains."""

from pathlib import Path

import pytest

from onrecord.evaluation.actors import score_actors, score_documents
from onrecord.evaluation.gum import read_document, read_gum

# Two invented sentences, as GUM marks them: "Ana Kolt left the harbour. She said it was shut."
CONLLU = """# newpar
# text = Ana Kolt left the harbour.
1\tAna\tAna\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-cf1-1-coref
2\tKolt\tKolt\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\tEntity=(2-place-new-cf2-2-coref
5\tharbour\tharbour\tNOUN\tNN\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# text = She said it was shut.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-cf1-1-ana)
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
3\tit\tit\tPRON\tPRP\t_\t5\tnsubj:pass\t_\tEntity=(2-place-giv:act-cf2-1-ana)
4\twas\tbe\tAUX\tVBD\t_\t5\taux:pass\t_\t_
5\tshut\tshut\tVERB\tVBN\t_\t2\tccomp\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def test_a_document_is_read_with_its_chains() -> None:
    document = read_document("GUM_news_harbour", CONLLU)
    text = document.page.text
    assert text == "Ana Kolt left the harbour. She said it was shut."
    assert [name.span.text(text) for name in document.names()] == ["Ana Kolt"]
    assert [(document.words[one.head].form, one.chain) for one in document.marked] == [
        ("Ana", "1"),
        ("harbour", "2"),
        ("She", "1"),
        ("it", "2"),
    ]


def test_pronouns_that_speak_are_asked_for() -> None:
    document = read_document("GUM_news_harbour", CONLLU)
    assert [document.words[pronoun].form for pronoun, _ in document.sources()] == ["She"]


def test_a_pronoun_is_resolved_to_its_chain() -> None:
    score = score_documents([read_document("GUM_news_harbour", CONLLU)])
    assert (score.asked, score.resolved, score.nearest, score.accuracy) == (1, 1, 1, 1.0)


def test_only_the_wanted_genres_are_scored(tmp_path: Path) -> None:
    (tmp_path / "GUM_news_harbour.conllu").write_text(CONLLU, encoding="utf-8")
    (tmp_path / "GUM_court_harbour.conllu").write_text(CONLLU, encoding="utf-8")
    assert score_actors(tmp_path).asked == 1


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="GUM"):
        list(read_gum(tmp_path))
