"""The spaCy component: statements as spans of a document."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

TEXT = "“We shut the port,” said Ada Norr on Monday. “It stays shut.” Norr added that the crews would vote."


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("en")
    made.add_pipe("onrecord_statements")
    return made


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return nlp(TEXT)


def test_spacy_finds_the_component_by_its_entry_point() -> None:
    (found,) = entry_points(group="spacy_factories", name="onrecord_statements")
    assert found.value == "onrecord.spacy_component:make_statements"


def test_every_part_of_a_statement_is_a_span(doc: Doc) -> None:
    spans = doc.spans["statements"]
    assert [(span.text, span.label_) for span in spans][:2] == [
        ("“We shut the port,”", "direct"),
        ("“It stays shut.”", "direct"),
    ]
    first, second = spans[0]._.onrecord, spans[1]._.onrecord
    assert first.id == second.id == spans[0].id_
    assert [part.text for part in first.content] == [spans[0].text, spans[1].text]


def test_a_span_knows_its_source_cue_and_speaker(doc: Doc) -> None:
    said = doc.spans["statements"][0]._.onrecord
    assert [part.text for part in (*said.source, *said.cue)] == ["Ada Norr", "said"]
    assert (said.speaker, said.kind, said.type) == ("Ada Norr", "direct", "assertion")


def test_days_are_counted_from_the_day_of_publication(nlp: Language, doc: Doc) -> None:
    dated = nlp.make_doc(TEXT)
    dated._.published = "2031-03-05"
    assert nlp(dated).spans["statements"][0]._.onrecord.said_on == "2031-03-03"
    assert doc.spans["statements"][0]._.onrecord.said_on is None


def test_a_content_within_a_token_takes_the_whole_of_it(nlp: Language) -> None:
    words = ["“We", "shut", "the", "port,”", "said", "Ada", "Norr."]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[True] * 6 + [False]))
    said = doc.spans["statements"][0]._.onrecord
    assert [part.text for part in said.source] == ["Norr." if len(said.source[0]) == 1 else "Ada Norr."]


def test_a_span_of_no_statement_has_none(doc: Doc) -> None:
    assert doc[0:2]._.onrecord is None


def test_what_was_found_is_stored_with_the_document(nlp: Language, doc: Doc) -> None:
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (read,) = DocBin(store_user_data=True).from_bytes(stored).get_docs(nlp.vocab)
    assert read.spans["statements"][0]._.onrecord.speaker == "Ada Norr"


def test_texts_are_read_one_by_one(nlp: Language) -> None:
    docs = list(nlp.pipe(["", TEXT, "Nobody spoke."]))
    assert [len(doc.spans["statements"]) > 0 for doc in docs] == [False, True, False]
