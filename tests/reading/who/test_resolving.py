"""reading.who.resolving: whose words each passage gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.reading.who import Resolved, resolve
from onrecord.reading.who.naming.names import Label, NameSpan
from tests.reading.who.marked import Passage, actor, last, page, read, speakers


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("⟦Norwegian President Ana Kolt⟧ said so.", "Ana Kolt"),
        ("Norwegian President Ana Kolt left. ⟦Kolt⟧ said so.", "Ana Kolt"),
        ("Ana Kolt met Oleh Drach. ⟦Mrs. Kolt⟧ said so.", "Ana Kolt"),
        ("Norwegian President Ana Kolt met Oleh Drach. ⟦The Norwegian leader⟧ said so.", "Ana Kolt"),
        ("Norwegian foreign minister Ana Kolt came. ⟦The top Norwegian diplomat⟧ said so.", "Ana Kolt"),
        ("Envoy Oleh Drach came. He met nobody. ⟦The envoy⟧ said so.", "Oleh Drach"),
        ("Ana Kolt, a docker from the port, spoke. ⟦The docker⟧ said so.", "docker"),
        ("⟦A docker, Ana Kolt,⟧ said so.", "Ana Kolt"),
        ("Ana Kolt came late. ⟦She⟧ said so.", "Ana Kolt"),
        ("⟦Kolt⟧ said it was late. ⟦The foreign minister⟧ said so.", "Kolt"),
        ("Ana Kolt met Oleh Drach. ⟦She⟧ said so.", "Ana Kolt"),
        ("Oleh Drach met Ana Kolt, ⟦who⟧ says it is over.", "Ana Kolt"),
        ("⟦Officials⟧ said so.", "Officials"),
        ("⟦people familiar with the matter⟧ said so.", "people familiar with the matter"),
        ("⟦a spokesman for Ana Kolt⟧ said so.", "spokesman for Ana Kolt"),
        ("⟦Ana Kolt's lawyer⟧ said so.", "Ana Kolt's lawyer"),
        ("⟦The Kolt administration⟧ said so.", "Kolt administration"),
    ],
)
def test_people_by_name_title_and_pronoun(marked: str, speaker: str) -> None:
    assert speakers(marked, Ana_Kolt="person", Oleh_Drach="person", Kolt="person")[-1] == speaker


@pytest.mark.parametrize(
    ("source", "state"),
    [
        ("Oslo", "Norway"),
        ("Washington", "United States"),
        ("The U.S.", "United States"),
        ("Turkiye", "Turkey"),
        ("the UK", "United Kingdom"),
    ],
)
def test_a_place_that_speaks_is_its_state(source: str, state: str) -> None:
    found = last(f"⟦{source}⟧ rejected the offer.")
    assert found.speaker is not None
    assert (found.speaker.name, found.speaker.type, found.party) == (state, "state", state)


@pytest.mark.parametrize(("source", "state"), [("The White House", "United States"), ("the Kremlin", "Russia")])
def test_a_house_speaks_under_its_own_name_for_its_state(source: str, state: str) -> None:
    found = last(f"⟦{source}⟧ rejected the offer.")
    assert found.speaker is not None
    assert (found.speaker.name, found.party) == (source.split(maxsplit=1)[1], state)


@pytest.mark.parametrize(
    ("source", "states"),
    [
        ("The Norwegian government", ["Norway"]),
        ("The Norwegian and Polish governments", ["Norway", "Poland"]),
        ("The Norwegian government spokesman", ["Norwegian government spokesman"]),
    ],
)
def test_the_government_of_a_people_is_its_state(source: str, states: list[str]) -> None:
    assert [one.name for one in last(f"⟦{source}⟧ rejected the offer.").speakers] == states


def test_a_presidents_wife_is_not_the_president() -> None:
    names: dict[str, Label] = {"Kolt": "person", "Ana_Kolt": "person"}
    marked = "⟦President Kolt⟧ said so. First lady Ana Kolt left. ⟦Kolt⟧ waited. ⟦Mrs. Kolt⟧ said no."
    assert speakers(marked, **names) == ["Kolt", "Kolt", "Ana Kolt"]


@pytest.mark.parametrize("later", ["Al-Drach", "Drach"])
def test_an_article_before_a_surname_may_be_left_out(later: str) -> None:
    names: dict[str, Label] = {"Omar_bin_Said_Al_Drach": "person", later: "person"}
    assert speakers(f"Omar bin Said Al Drach left. ⟦{later}⟧ said so.", **names) == ["Omar bin Said Al Drach"]


def test_a_joint_source_has_several_speakers_and_no_party() -> None:
    found = last("⟦Norway and Poland⟧ agreed.")
    assert [one.name for one in found.speakers] == ["Norway", "Poland"]
    assert found.speaker is not None
    assert (found.speaker.name, found.party) == ("Norway and Poland", None)


def test_officials_of_two_states_are_no_joint_source() -> None:
    assert speakers("⟦officials from Norway and Poland⟧ agreed.") == ["officials from Norway and Poland"]


def test_two_of_one_surname_are_both_told_and_neither_chosen() -> None:
    found = last("Jake Tarrant met Lena Tarrant. ⟦Tarrant⟧ said so.", Jake_Tarrant="person", Lena_Tarrant="person")
    assert found.speaker is None
    assert {one.name for one in found.candidates} == {"Jake Tarrant", "Lena Tarrant"}


def test_a_title_tells_which_of_two_it_is() -> None:
    names: dict[str, Label] = {"Jake_Tarrant": "person", "Lena_Tarrant": "person"}
    assert speakers("Jake Tarrant met Lena Tarrant. ⟦Mrs. Tarrant⟧ said so.", **names) == ["Lena Tarrant"]


def test_a_name_in_brackets_tells_whom_the_pronoun_means() -> None:
    names: dict[str, Label] = {"Oleh_Drach": "person", "Jake_Tarrant": "person"}
    marked = 'Jake Tarrant met Oleh Drach. Tarrant said: "⟦He⟧ (Drach) wants more."'
    assert speakers(marked, **names) == ["Oleh Drach"]


def test_us_the_state_is_not_us_the_pronoun() -> None:
    assert speakers("Ana Kolt rejected the ⟦US⟧ proposal.", Ana_Kolt="person") == ["United States"]


def test_a_quotation_goes_on_with_its_speaker() -> None:
    text = '"We agree," Ana Kolt said. "But not today."\n"And not tomorrow."\nOleh Drach left.'
    parts = [text.index('"We'), text.index('"But'), text.index('"And')]
    ends = [text.index(" Ana"), text.index("\n"), text.index("\nOleh")]
    content = [Span(a, b) for a, b in zip(parts, ends, strict=True)]
    kolt = Span(text.index("Ana"), text.index(" said"))
    passages = [Passage((kolt,), (), (content[0],)), Passage((), (), (content[1],)), Passage((), (), (content[2],))]
    found = resolve(page(text), [NameSpan(kolt, "person")], passages)
    assert [one.speaker.name if one.speaker else None for one in found.readings] == ["Ana Kolt"] * 3


def test_a_passive_without_source_has_no_speaker() -> None:
    text = "Ana Kolt left. It was announced that talks go on."
    cue = Span(text.index("announced"), text.index(" that"))
    content = Span(text.index("that"), len(text) - 1)
    assert resolve(page(text), [], [Passage((), (cue,), (content,))]).readings[0].speaker is None


def test_who_relays_a_statement_is_told() -> None:
    text = "Ana Kolt said that Norway rejects the plan."
    outer = Passage((Span(0, 8),), (), (Span(text.index("that"), len(text) - 1),))
    norway = Span(text.index("Norway"), text.index(" rejects"))
    inner = Passage((norway,), (), (Span(text.index("the plan"), len(text) - 1),), 0)
    found = resolve(page(text), [NameSpan(Span(0, 8), "person")], [outer, inner]).readings[1]
    assert found.relayed_by is not None
    assert found.relayed_by.name == "Ana Kolt"


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = 'Ana Kolt said: "I want peace."'
    outer = Passage((Span(0, 8),), (), (Span(text.index('"I'), len(text)),))
    inner = Passage(
        (Span(text.index("I want"), text.index(" want")),), (), (Span(text.index("peace"), len(text) - 2),), 0
    )
    assert resolve(page(text), [NameSpan(Span(0, 8), "person")], [outer, inner]).readings[1].speaker is not None


def test_the_name_is_the_fullest_that_is_printed_without_title() -> None:
    _, found = read("Kolt left. ⟦President Ana Maria Kolt⟧ spoke.", Ana_Maria_Kolt="person", Kolt="person")
    assert [one.name for one in found.actors] == ["Ana Maria Kolt"]


def test_mentions_are_slices_of_the_text() -> None:
    text, found = read("⟦Ana Kolt⟧ left. Kolt spoke. She smiled.", Ana_Kolt="person")
    assert [span.text(text) for span in actor(found, "Ana Kolt").mentions] == ["Ana Kolt", "Kolt"]


def test_unnamed_sources_of_two_reports_have_two_ids() -> None:
    text = "Officials said so."
    ids = [resolve(page(text), [], [Passage((Span(0, 9),))], report=one).readings[0].speaker for one in ("a", "b")]
    assert ids[0] is not None
    assert ids[1] is not None
    assert ids[0].id != ids[1].id


def test_no_text_no_actors() -> None:
    assert resolve(page(""), [], []) == Resolved((), ())


@given(st.text(alphabet="Ana Kolt'’s,.\"“”() U.S. he who Mr\n-/@", max_size=80), st.data())
@settings(deadline=None, max_examples=60)
def test_whatever_is_printed_spans_lie_inside_it(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = [Span(*sorted(data.draw(st.tuples(places, places)))) for _ in range(3)]
    names = [NameSpan(span, label) for span, label in zip(spans, ("person", "place", "organisation"), strict=True)]
    found = resolve(page(text), names, [Passage((span,)) for span in spans if span.start < span.end])
    assert all(0 <= span.start < span.end <= len(text) for one in found.actors for span in one.mentions)
    assert len(found.readings) == sum(span.start < span.end for span in spans)


def test_a_surname_goes_with_its_article_or_without() -> None:
    assert speakers("Envoy Tamir al-Korvi left. ⟦Korvi⟧ said so.", **{"Tamir_al-Korvi": "person"}) == ["Tamir al-Korvi"]


def test_of_one_family_the_president_goes_by_the_surname() -> None:
    names: dict[str, Label] = {"President_Jake_Tarrant": "person", "Lena_Tarrant": "person", "Tarrant": "person"}
    marked = "President Jake Tarrant came. Lena Tarrant waited. ⟦Tarrant⟧ said so."
    assert speakers(marked, **names) == ["Jake Tarrant"]


def test_those_who_are_included_speak() -> None:
    found = last("⟦Countries including Norway, Poland and Estonia⟧ agreed.")
    assert [one.name for one in found.speakers] == ["Norway", "Poland", "Estonia"]


def test_a_statement_is_not_the_outlets_that_reports_of_it() -> None:
    marked = "⟦The Dockers Union⟧ said no. ⟦Reuters⟧ said so. ⟦The statement⟧ said more."
    names: dict[str, Label] = {"Dockers_Union": "organisation", "Reuters": "organisation"}
    assert speakers(marked, **names)[-1] == "Dockers Union"


@pytest.mark.parametrize(
    ("source", "states"),
    [("The two", ["Ana Kolt", "Oleh Drach"]), ("The two Western nations", ["Norway", "Poland"])],
)
def test_two_told_of_together(source: str, states: list[str]) -> None:
    names: dict[str, Label] = {"Ana_Kolt": "person", "Oleh_Drach": "person", "Western": "demonym"}
    marked = f"Norway and Poland sent Ana Kolt and Oleh Drach. ⟦{source}⟧ agreed."
    assert [one.name for one in last(marked, **names).speakers] == states


@pytest.mark.parametrize(
    ("said", "asker", "cue", "speaker"),
    [
        ("replying to a question by Max Orm whether he would row", "Max Orm", "question", "Oleh Drach"),
        ("replying to Max Orm's question whether he would row", "Max Orm", "question", "Oleh Drach"),
        ("and others left. Max Orm questions whether he would row", "Max Orm", "questions", "Max Orm"),
    ],
)
def test_who_answers_a_question_goes_on(said: str, asker: str, cue: str, speaker: str) -> None:
    text = f"“Maybe,” Oleh Drach said, {said}. “I like it,” he added."

    def span(words: str, after: int = 0) -> tuple[Span]:
        at = text.index(words, after)
        return (Span(at, at + len(words)),)

    people = [NameSpan(span(name)[0], "person") for name in ("Oleh Drach", "Max Orm")]
    asked = Passage(span(asker), span(cue), span("whether he would row"))
    after = text.index("row")
    passages = [
        Passage(span("Oleh Drach"), span("said"), span("“Maybe,”")),
        asked,
        Passage(span("he", after), span("added"), span("“I like it,”")),
    ]
    last_said = resolve(page(text), people, passages, report="r").readings[-1]
    assert last_said.speaker is not None
    assert last_said.speaker.name == speaker
