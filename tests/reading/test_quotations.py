"""Quotations: passages between quotation marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reading.quotations import quotations
from onrecord.reading.sentences import paragraphs


def quoted(text: str) -> list[str]:
    return [span.text(text) for span in quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text, found",
    [
        ("“We will sign,” the envoy said.", ["“We will sign,”"]),
        ('"We will sign," the envoy said.', ['"We will sign,"']),
        ("«We will sign», the envoy said.", ["«We will sign»"]),
        ("»We will sign«, the envoy said.", ["»We will sign«"]),
        ("„We will sign“, the envoy said.", ["„We will sign“"]),
        ("„We will sign”, the envoy said.", ["„We will sign”"]),
        ("``We will sign,'' the envoy said.", ["``We will sign,''"]),
        ("''We will sign,'' the envoy said.", ["''We will sign,''"]),
        ("‘We will sign,’ the envoy said.", ["‘We will sign,’"]),
        ("'We will sign,' the envoy said.", ["'We will sign,'"]),
        ("”We will sign,” the envoy said.", ["”We will sign,”"]),
        ("“We will sign,“ the envoy said.", ["“We will sign,“"]),
        ('“We will sign," the envoy said.', ['“We will sign,"']),
    ],
)
def test_every_kind_of_mark(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("“No,” he said, “not yet.”", ["“No,”", "“not yet.”"]),
        ("'No,' he said, 'not yet.'", ["'No,'", "'not yet.'"]),
        ('The word was—"never"—and no other.', ['"never"']),
        ('She said:"Not yet."Then she left.', ['"Not yet."']),
        ('("Not yet," she said.)', ['"Not yet,"']),
    ],
)
def test_several_on_a_line(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The ministers’ dog and the envoys’ ball weren’t there.",
        "The ministers' dog and the envoys' ball weren't there.",
        "In the ’90s and the ‘60s, rock ’n’ roll told ‘em so.",
        "Norland ’ s army and Esk 's army did n't meet.",
        'The pipe is 12" wide and he is 6\'2" tall.',
        "Across the 3' gap and the 6' wall.",
        'The plan was over."',
        "No marks at all.",
        "",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    "text, found",
    [
        ("“What counts is the dockers’ patience,” he said.", ["“What counts is the dockers’ patience,”"]),
        ("‘What counts is the dockers’ patience,’ he said.", ["‘What counts is the dockers’ patience,’"]),
        ("'I don't trust the dockers' union,' he said.", ["'I don't trust the dockers' union,'"]),
        ("She saw 'good signs' in the text.", ["'good signs'"]),
        ("The 'hawks' and the 'doves' met the dockers' union.", ["'hawks'", "'doves'"]),
        ('"He is 6\'2" tall," she said.', ['"He is 6\'2" tall,"']),
    ],
)
def test_an_apostrophe_closes_nothing(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("“He told me ‘go home’ and left,” she said.", ["“He told me ‘go home’ and left,”"]),
        ("‘He told me “go home” and left,’ she said.", ["‘He told me “go home” and left,’"]),
        ("“He told me “go home” and left,” she said.", ["“He told me “go home” and left,”"]),
        (
            "“They call me “too loud” or “too slow” or “too old,”” she said.",
            ["“They call me “too loud” or “too slow” or “too old,””"],
        ),
        ('"He told me "go home" and left," she said. "So."', ['"He told me "go home" and left,"', '"So."']),
    ],
)
def test_only_the_outermost_counts(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("“One.\n“Two.\n“Three,” he said.", ["“One.", "“Two.", "“Three,”"]),
        ('"One.\n\n"Two," he said.', ['"One.', '"Two,"']),
        ("‘One.\n‘Two,’ he said.", ["‘One.", "‘Two,’"]),
        ("“One.\nTwo,” he said. “Three.”", ["“One.", "Two,”", "“Three.”"]),
        ("“One. “Two,” he said.", ["“One.", "“Two,”"]),
    ],
)
def test_quotations_over_several_paragraphs(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("He said: “We stay.\nThe talks go on.", ["“We stay."]),
        ("“We stay, she said.\nThe talks go on.", ["“We stay"]),
        ('"We stay, she said. "But they go," she said.', ['"We stay', '"But they go,"']),
        ('A plan." Then he left. "We stay," she said.', ['"We stay,"']),
        ("“We stay. Later the envoy told them: “But they go.”", ["“We stay.", "“But they go.”"]),
        ("“Go.” He left. " + "They talked. " * 90 + "“No. " + "They met again. " * 90, ["“Go.”", "“No."]),
    ],
)
def test_a_lost_mark_spoils_one_quotation_only(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("`` Not yet , '' he said .", ["`` Not yet , ''"]),
        ("“ Not yet , ” he said .", ["“ Not yet , ”"]),
        ('" Not yet , " he said .', ['" Not yet , "']),
        ("'It 's too early , ' he said .", ["'It 's too early , '"]),
    ],
)
def test_words_spaced_apart_from_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


@settings(deadline=None)
@given(st.text(alphabet="“”„«»\"'‘’` \n.,sSaA-(6—\u2028", max_size=80) | st.text(max_size=80))
def test_any_text_gives_spans_inside_it_and_in_order(text: str) -> None:
    lines = paragraphs(text)
    found = quotations(text, lines)
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    assert all(any(line.covers(span) for line in lines) and span.start < span.end for span in found)
