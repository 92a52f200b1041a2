"""When it was said: the sentence's own date, the occasion, or nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import edtf
from onrecord.reading.when import find_dates, when_said
from tests.reading.when.marked import Marked, marked
from tests.reading.when.saying import FRIDAY, by_rules, said, shown

LINES = [
    "[Marn] {said} on Thursday <that the talks go on>.",
    "<“We agree,”> [she] {added}.",
    "Marn met Dorn on Wednesday.",
    "[Dorn] later {said} <he doubts it>.",
    "Hours after [Marn] {said} <she hopes>, Dorn left.",
    "[Kerrin] has {rejected} <the plan>.",
    "In December, [he] {stated} <the opposite>.",
    "[] {} <“Today we begin.”>",
]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("[Marn] {said} on Thursday <that the talks go on>.", "2031-03-13"),
        ("[Marn] {said} Thursday <the talks go on>.", "2031-03-13"),
        ("[Marn] {said} on Friday <the talks go on>.", "2031-03-14"),
        ("[Marn] {told} reporters in Port Sel on Wednesday <that she would resign>.", "2031-03-12"),
        ("On Tuesday, [he] {warned} <that the truce would end>.", "2031-03-11"),
        ("Speaking in the palace on Thursday, [he] {voiced doubt} <over the treaty with Dorn>.", "2031-03-13"),
        ("On local radio earlier Friday, [Marn] {warned} <of floods on the river>.", "2031-03-14"),
        ("Earlier Thursday, [she] {urged} <her soldiers to hold on>.", "2031-03-13"),
        ("[Dorn] {had said} on the quay on Wednesday <that the ferries would sail>.", "2031-03-12"),
        ("In December, [he] {wrote}, <“The locks stay shut.”>", "2030-12"),
        ("[Marn] {said} last week <that the talks go on>.", "2031-03-03/2031-03-09"),
        ("[Orsk], a judge in Kerrin, last month {found} <“cause” to hold the board in contempt>.", "2031-02"),
        ("Marn left on Tuesday, as [Norhaven] {reviews} <the plan>.", None),
        ("[Marn] {said} earlier this month <that the talks go on>.", "2031-03"),
        ("[Marn] {blamed} <the harbour board on Tuesday for the flood>.", "2031-03-11"),
        ("[Marn] {mocked} <the harbour board> on Tuesday <for the flood>.", "2031-03-11"),
        ("[Marn] {said} following a phone call with Dorn on Wednesday <that it goes on>.", "2031-03-12"),
        ("<“We agree,”> [Marn] {said} in Kessaly on Thursday, after talks with Dorn.", "2031-03-13"),
        ("<The border is open>, [Marn] {said} on Thursday, as envoys arrived in Kessaly.", "2031-03-13"),
        ("[Marn] {warned} in her radio letter Wednesday <about broken locks>.", "2031-03-12"),
        ("Following a phone call with Dorn on Sunday, [Marn] {stated}, <“We begin.”>", "2031-03-09"),
        ("At a meeting with Dorn on Thursday, [Marn] {said} <she hoped for more>.", "2031-03-13"),
        # The day of a thing that is told in a few words is that of the telling; of what will happen it is not.
        ("[Norhaven] {declared} <an aerial blockade> on March 4.", "2031-03-04"),
        ("[Norhaven] {announced} <a meeting> on March 4.", None),
        ("[Norhaven] {announced} <that the port would close> on March 4.", None),
        # A document says what it says on its own day.
        ("[A report by the engineers], published in January, {concluded} <that the dam leaks>.", "2031-01"),
        ("In a letter dated March 3, [Marn] {warned} <that the dam leaks>.", "2031-03-03"),
        ("[The engineers], who buried a report issued in January, {said} <the dam leaks>.", None),
        ("[Norhaven and Kerrin] {confirmed} on Wednesday <that the bridge is open>.", "2031-03-12"),
        ("[Marn] {said Thursday} <that the talks go on>.", "2031-03-13"),
        ("<The talks go on.> — [Ona Marn (@marn)] {} March 13, 2031", "2031-03-13"),
        ("[A spokesman] {announced} yesterday <a halt to the shelling>.", "2031-03-13"),
        ("[The ministry] {said} on 9 March <that it had taken the town>.", "2031-03-09"),
        ("According to a statement published on Monday, [the bank] {cut} <its rate>.", "2031-03-10"),
        ("[She] {said} on state radio late Wednesday <that the port is shut>.", "2031-03-12"),
        ("During a visit to Kerrin on Tuesday, [Dorn] {promised} <new ferries>.", "2031-03-11"),
    ],
)
def test_its_own_sentence_dates_it(text: str, day: str) -> None:
    assert said(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "[Marn], who took office in January, {said} <the talks go on>.",
        "[Marn], who resigned on Monday, {said} <the talks go on>.",
        "[Marn] {said} <the raid on Monday had failed>.",
        "[Marn] {said} <he would sign on Monday>.",
        "[Marn] has {pushed} since January <for a truce>.",
        "[Marn] {said} <the 2027 accords hold>.",
        "[Marn] {blamed} <Dorn for words on Tuesday of some weight>.",
        "[Marn] {said}, as envoys arrived in Kessaly on Thursday, <that the talks go on>.",
        "Since taking office in January, [Marn] {told} <the parties to talk>.",
        "[Marn] {said} <the talks go on>.",
        "Recently, [Marn] {said} <that the talks go on>.",
        "[Marn] {will say} on Monday <that the talks go on>.",
        "[Marn] has repeatedly {said} <that the talks go on>.",
        "[Marn] {wants} <an end to the shelling of last year>.",
        "Before the vote on Monday, [Marn] {said} <that the talks go on>.",
    ],
)
def test_other_dates_do_not(text: str) -> None:
    assert said(text) == [None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "[Marn] {said} on Thursday <that the talks go on>.\n<“We agree,”> [Marn] {said}.\n"
            "[She] {noted} <how hard it was>.",
            ["2031-03-13"] * 3,
        ),
        (
            "[Marn] {said} Wednesday in the palace <that it is over>.\n<“I do not want it,”> [she] {said}.",
            ["2031-03-12"] * 2,
        ),
        (
            "[Marn] {said} on Thursday <that the talks go on>.\n[Dorn] {said} on Wednesday <they had failed>.\n"
            "<“We agree,”> [Marn] {said}.\n<“Never,”> [Dorn] {said}.",
            ["2031-03-13", "2031-03-12", "2031-03-13", "2031-03-12"],
        ),
        (
            "[Kell] {told} Norhaven Radio on Wednesday <that he is tired>.\n<“We want guarantees,”> [he] {added}.",
            ["2031-03-12"] * 2,
        ),
        (
            "In December, [Marn] {stated} <that peace comes first>.\nThe river froze.\nThe fish died.\n"
            "[Marn] {said} <it was sad>.",
            ["2030-12", None],
        ),
    ],
)
def test_an_occasion_carries_on(text: str, days: list[str | None]) -> None:
    assert said(text) == days


def test_a_scene_moves_its_people_to_its_day() -> None:
    text = (
        "[Marn] {said} on Wednesday <that it is over>.\n"
        "Marn met Dorn in the palace on Thursday.\n"
        "[Marn] {said} <she was glad>."
    )
    assert said(text) == ["2031-03-12", "2031-03-13"]


def test_words_of_an_earlier_day_interrupt_an_occasion_and_do_not_end_it() -> None:
    text = (
        "[Marn] {said} on Thursday <that the talks go on>.\n<“We agree,”> [she] {said}.\n"
        "[Marn] {announced} on Wednesday <that Port Sel is out>.\n"
        "The river rose.\nThe ferries stopped.\nThe market closed.\n"
        "[Marn] {hailed} <the gesture>."
    )
    assert said(text) == ["2031-03-13", "2031-03-13", "2031-03-12", "2031-03-13"]


def test_hours_after_words_told_of_before_it_is_their_day() -> None:
    text = (
        "[Marn] {had said} on Wednesday <that she hoped Kerrin would agree to the ferry proposal>.\n"
        "[Dorn] {said} on Thursday <that he agrees>.\n"
        "Hours after [Marn] {said} <she hoped Kerrin would agree to the ferry proposal>, Dorn visited the front.\n"
        "<“We win,”> [Dorn] {said}."
    )
    assert said(text) == ["2031-03-12", "2031-03-13", "2031-03-12", "2031-03-12"]


def test_the_lead_takes_the_day_of_what_it_sums_up() -> None:
    text = (
        "[Marn] {says} <the talks go on>\n"
        "The envoys waited.\nA ferry came.\nIt left again.\n"
        "<“The talks go on,”> [Marn] {said} on Thursday."
    )
    assert said(text) == ["2031-03-13", "2031-03-13"]


def test_also_said_makes_one_occasion() -> None:
    text = (
        "The river rose.\nThe ferries stopped.\nThe market closed.\n"
        "[Dorn] {said} <the leader sets too many conditions>.\n[Dorn] also {said} on Thursday <that help is near>."
    )
    assert said(text) == ["2031-03-13", "2031-03-13"]


def test_an_answer_has_the_day_of_what_it_answers() -> None:
    text = (
        "[Marn] {said} on Thursday <that the talks go on>.\n[Kell] {said} on Friday <that the port is shut>.\n"
        "Responding to Marn's remarks, [Dorn] {said} <that he doubts it>."
    )
    assert said(text) == ["2031-03-13", "2031-03-14", "2031-03-13"]


def test_later_is_the_same_day() -> None:
    text = "[Marn] {said} on Thursday <that the talks go on>.\n[Dorn] later {said} <that this was promising>."
    assert said(text) == ["2031-03-13", "2031-03-13"]


def test_quoted_today_dates_its_words() -> None:
    text = "Marn spoke to the crowd on Wednesday.\n<“Today we begin,”> [Dorn] {said}."
    assert said(text) == ["2031-03-12"]


def test_quoted_today_is_about_the_day_of_the_report_where_no_other_is_told() -> None:
    assert said("<“Today we begin,”> [Dorn] {said}.") == ["2031-03-14~"]


@pytest.mark.parametrize(
    "words", ["<“This is the Kerrin of today,”> [Dorn] {said}.", "<“From the flood until today,”> [Dorn] {said}."]
)
def test_the_present_is_no_day(words: str) -> None:
    assert said(words) == [None]


def test_what_is_said_tells_nothing_of_how_it_was_said() -> None:
    text = "[Marn] {said} on Thursday <that she agrees>.\n<“It will always continue,”> {said} [the envoy], Marn."
    assert said(text, speakers=["Marn", "Marn"]) == ["2031-03-13", "2031-03-13"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Norhaven agreed on Sunday to open the lock, where [pilots] {warned of} <ice>.", [None]),
        ("[Marn] {added} <that it was late>.\nIn 2019, [Marn] {wrote} <of the lock>.", [None, "2019"]),
        ("[Dorn] {said} on Thursday <that it was over>.\n[Dorn] {said} at the time <that it was not>.", None),
        ("Ona Marn, the potter, died Wednesday.\n<“I was late,”> [Marn] {recalled}.", [None]),
        ("Norhaven opened the summit in May 2030.\n[Dorn] {was pleased} <to host the summit>.", [None]),
    ],
)
def test_a_day_of_another_time_is_not_carried(text: str, days: list[str | None] | None) -> None:
    assert said(text) == (days or ["2031-03-13", None])


def test_a_view_within_dated_words_has_their_day() -> None:
    text = "[Marn] {said} on Thursday <that|[Kerrin] {agrees} <to the truce>|>."
    page, passages = marked("[Marn] {said} on Thursday <that Kerrin agrees to the truce>.")
    start = page.text.index("Kerrin")
    kerrin, agrees = (start, start + 6), (start + 7, start + 13)
    inner = Marked(*(tuple(type(passages[0].source[0])(*p) for p in [pair]) for pair in (kerrin, agrees)), ())
    found = when_said(page, [*passages, inner], find_dates(page, FRIDAY), FRIDAY)
    assert [value for value, _ in found] == ["2031-03-13", "2031-03-13"], text


def test_what_he_said_before_has_no_day_of_its_teller() -> None:
    page, passages = marked("[Marn] {said} on Thursday <that Kerrin rejected the truce>.")
    start = page.text.index("Kerrin")
    span = type(passages[0].source[0])
    inner = Marked((span(start, start + 6),), (span(start + 7, start + 15),), ())
    found = when_said(page, [*passages, inner], find_dates(page, FRIDAY), FRIDAY)
    assert [value for value, _ in found] == ["2031-03-13", None]


def test_an_aide_speaks_beside_his_government() -> None:
    text = (
        "The river rose.\nThe ferries stopped.\nThe market closed.\n"
        "<“We will see,”> [palace spokesman Ivo Kell] {answered}.\n[Kerrin] {said} on Friday <that it waits>."
    )
    speakers: list[str | None] = ["kell", "kerrin"]
    assert said(text, speakers=speakers) == [None, "2031-03-14"]
    assert said(text, speakers=speakers, parties=["kerrin", "kerrin"]) == ["2031-03-14~", "2031-03-14"]


def test_the_news_conference_named_with_its_day_dates_what_was_said_there() -> None:
    text = (
        "Ministers gave a news conference in Port Sel on Tuesday.\nThe river rose.\nThe ferries stopped.\n"
        "At the news conference, [Ona Vell] {said} <that help is near>."
    )
    assert said(text) == ["2031-03-11"]


def test_the_evidence_is_the_date_itself() -> None:
    page, passages = marked("[Marn] {said} on Thursday <that the talks go on>.\n<“We agree,”> [she] {said}.")
    found = when_said(page, passages, find_dates(page, FRIDAY), FRIDAY)
    assert [[span.text(page.text) for span in evidence] for _, evidence in found] == [["Thursday"], ["Thursday"]]


def test_without_a_day_of_publication_full_dates_still_stand() -> None:
    text = "[Marn] {said} on Thursday <that the talks go on>.\nOn March 13, 2031, [Dorn] {agreed} <to come>."
    assert said(text, None) == [None, "2031-03-13"]


def test_an_approximate_day_of_publication_makes_approximate_days() -> None:
    assert said("[Marn] {said} on Thursday <that the talks go on>.", "2031-03-14~") == ["2031-03-13~"]


def test_words_for_the_press_are_of_about_the_day_of_the_news() -> None:
    text = (
        "Following a call with Dorn, [Marn] {stated} <that they are near>.\n[She] {emphasized} <that Kerrin waits>.\n"
        "After a meeting on Thursday, [Kell] {wrote}, <“She needs to move.”>\n[Vell] {said} <that he doubts it>."
    )
    assert said(text, pick=by_rules) == ["2031-03-13~", "2031-03-13~", "2031-03-13", None]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Recently, [Marn] {told} reporters <that they are near>. Dorn left on Thursday.", FRIDAY),
        ("[Marn] {told} reporters <that they are near>. Dorn left on Thursday.", "2031-03-24"),
        ("[Marn] {told} reporters <that they are near>.", FRIDAY),
        ("[Marn] {told} reporters <that they are near>. Dorn left on 13 March 2031.", None),
    ],
)
def test_old_news_dates_nothing(text: str, published: str | None) -> None:
    assert said(text, published) == [None]


def test_nothing_was_said_after_its_report() -> None:
    assert said("On Wednesday (photo), [Dorn] {told} the crowd <to wait>, and he will speak.", "2031-03-10") != [
        "2031-03-12"
    ]
    assert said("[Dorn] {said} on March 20, 2031 <that he waits>.") == [None]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from([None, FRIDAY, "2031", "2031-03-14~"]))
def test_days_are_edtf_and_shown_by_the_text(lines: list[str], published: str | None) -> None:
    for value, evidence in shown("\n".join(lines), published):
        assert (value is None) == (evidence == ())
        assert value is None or edtf.is_valid(value)


def test_no_passages_no_days() -> None:
    assert said("The river rose on Thursday.") == []


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("<“The map is old,”> [he] {said}.", "2031-03-13"),
        ("<The map is old>, [the aide] {added}.", "2031-03-13"),
        ("<The map is old>, [the aide] {said}.", None),
        ("Kerrin owes dues, which [it] {said} <had lapsed>.", None),
        ("[Dorn] {rejected} <the demand> within the hour.", "2031-03-13"),
        ("That same evening [Dorn] {rejected} <the demand>.", "2031-03-13"),
        ("<“We sail,”> [a joint statement by the three] {said}.", "2031-03-13"),
        ("<“We sail,”> [the statement] {said}.", "2031-03-13"),
        ("<“We sail,”> [a statement by the pilots] {said}.", None),
        ("<“We sail,”> [the statement of the board] {said}.", None),
    ],
)
def test_words_that_go_on_were_said_with_those_before(second: str, day: str | None) -> None:
    text = f"[Marn] {{said}} on Thursday <that the border is closed>.\n{second}"
    assert said(text, pick=by_rules, speakers=["Marn", "Dorn"]) == ["2031-03-13", day]
