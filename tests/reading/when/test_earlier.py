"""What was said before the news that a report brings has its own day, or none."""

from __future__ import annotations

import pytest

from tests.reading.when.saying import by_rules, said

NEWS = "[Marn] {said} on Thursday <that the talks go on>.\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In a speech earlier this week, [Marn] {acknowledged} <that the dyke leaks>.", "2031-03-10/2031-03-14"),
        ("In a joint letter earlier this month, [Norhaven and Kerrin] {called} <the dues unfair>.", "2031-03"),
        ("In a January interview with the Sel Courier, [Marn] {said} <she would stay>.", "2031-01"),
        ("At last year's harbour summit, [Marn] came late and {called} <Kerrin a debtor>.", "2030"),
        ("Last week, [Marn] met the pilots of Port Sel in the palace and {promised} <an end to the dues>.", None),
        ("Last month, [Ona Kell], who leads the harbour board, {vowed} <to keep the lock shut>.", "2031-02"),
        ("When [Marn] met the pilots last month, [she] {called} <the dues “a farce”>.", "2031-02"),
        ("In January, when the river froze over, [Marn] {called} <the lock safe>.", "2031-01"),
        ("The board raised the stakes last week by {saying} <it would close the lock>.", "2031-03-03/2031-03-09"),
        ("In January — when the river froze over — [Marn] {called} <the lock safe>.", "2031-01"),
        ("In a letter last month that was seen by Dorn, [the board] {said} <it would close>.", "2031-02"),
        ("[Ona Kell] {told} pilots on her board's latest earnings call last month <that the lock is safe>.", "2031-02"),
        ("Speaking on Thursday on the quay, [Dorn] {said} <“we agree”>.", "2031-03-13"),
        ("It comes after [Marn] {said} as recently as late last month <that the lock is safe>.", "2031-02"),
    ],
)
def test_an_occasion_that_opens_a_sentence_dates_it(text: str, day: str | None) -> None:
    assert said(text) == [day or "2031-03-03/2031-03-09"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, <only one ferry sailed>, [Marn] {told} a meeting.",
        "As Kell noted, “March 3 was a good day”, {praising} [] <the pilots>.",
        "Port Sel waited for the ferry on Monday. (Ona Kell) [Marn] {said} <it was late>.",
        "Jailed for a march on the lock in 2019, [Marn] {said} <the board must go>.",
        "[Those who met in the early 2020s] {say} <that it is high time>.",
        "Last month, the board, which [Marn] {called} <a farce>, met again.",
        "At the Port Sel 2031 dyke fair, [Marn] told of floods and {warned} <of more>.",
        "Norhaven raised the dues on Monday after [Kerrin] {claimed} <the lock>.",
        "Dorn resigned on Tuesday, weeks after [he] {promised} <to stay>.",
        "Last week, Marn called Dorn a thief after [he] {answered} <months of strikes>.",
        "The Sel Hour, Monday - Friday, 6:00 PM: [Marn] {said} <the dyke leaks>.",
    ],
)
def test_times_of_other_acts_do_not(text: str) -> None:
    assert said(text, pick=by_rules) == [None]


@pytest.mark.parametrize(
    "second",
    [
        "[Marn] {had promised} <the opposite>.",
        "The board closed the lock weeks after [Marn] {called} <it safe>.",
        "But since [Marn] {announced} <the fair>, the river froze.",
    ],
)
def test_an_earlier_act_has_not_the_day_of_the_news(second: str) -> None:
    assert said(NEWS + second) == ["2031-03-13", None]


@pytest.mark.parametrize(
    "second", ["[Marn] {had promised} <the opposite> hours earlier.", "[Marn] {called} <it safe>."]
)
def test_what_goes_on_has(second: str) -> None:
    assert said(NEWS + second) == ["2031-03-13"] * 2


@pytest.mark.parametrize(
    "second",
    [
        "[Marn] has repeatedly {defended} <the board>, {calling} it brave.",
        "During the last campaign, [Marn] {called} <the lock a grave>.",
        "[Marn] has often defended the board, {calling} <it brave>.",
        "Kerrin waits for its March 9 answer.\n[Dorn] {said} <it was slow>.",
    ],
)
def test_what_is_said_again_and_again_has_no_day(second: str) -> None:
    assert said(NEWS + second, pick=by_rules)[1] is None


def test_what_follows_talks_has_their_day() -> None:
    text = (
        "Dorn left on Friday.\nThe river rose.\nMarn and Dorn spoke for two hours on Tuesday.\n"
        "Following the call, [Marn] {said} <that she thanked him>."
    )
    assert said(text, pick=by_rules) == ["2031-03-11"]


def test_later_that_day_is_that_day() -> None:
    text = "Marn spoke in Port Sel on Tuesday.\nSpeaking on the radio later that day, [Dorn] {said} <it was late>."
    assert said(text) == ["2031-03-11"]


def test_words_for_the_press_amid_old_times_are_not_of_the_news() -> None:
    text = (
        "Dorn left on Thursday.\nIn 2029 the board moved to Kerrin.\n"
        "<“It was a mistake,”> [Marn] {said} in a statement.\nThe river rose.\nThe ferries stopped.\n"
        "[Kell] {told} reporters <that the lock is shut>."
    )
    assert said(text, pick=by_rules) == [None, "2031-03-13~"]


def test_last_week_does_not_hold_beyond_a_digression() -> None:
    text = (
        "[Marn] {said} last week <that the talks go on>.\nThe river rose.\nThe fish died.\n[She] {said} <it was sad>."
    )
    assert said(text, pick=by_rules, speakers=["Marn", "Marn"]) == ["2031-03-03/2031-03-09", None]


@pytest.mark.parametrize(
    "words",
    [
        "<“Without the dyke he would be alive today,”> [Dorn] {said}.",
        "<“The lock is safer today than in my youth,”> [Dorn] {said}.",
        "Dorn and Kell founded what the board is today.\n[Dorn] {said} <it was hard>.",
    ],
)
def test_a_today_that_means_the_present_is_no_day(words: str) -> None:
    assert said(words) == [None]


def test_words_told_of_in_passing_do_not_move_today() -> None:
    text = (
        "Marn spoke in Port Sel on Friday.\nShe rebuked Kell for comments on Tuesday that the lock leaks.\n"
        "<“She lied tonight,”> [Dorn] {said}."
    )
    assert said(text) == ["2031-03-14"]


@pytest.mark.parametrize(
    "words",
    [
        "[The statement], made the day before, {said} <that the dyke leaks>.",
        "[A letter], published a day earlier, {said} <that the dyke leaks>.",
        "The day before, [Kerrin] {said} <that the dyke leaks>.",
        "The previous day [Kerrin] {said} <that the dyke leaks>.",
        "One day earlier, [Kerrin] {said} <that the dyke leaks>.",
        "[Kerrin] {said} a day earlier <that the dyke leaks>.",
    ],
)
def test_the_day_before_counts_from_the_day_that_is_told_of(words: str) -> None:
    assert said(f"On Thursday the council of Norhaven met.\n{words}", pick=by_rules) == ["2031-03-12"]


def test_a_day_earlier_than_planned_is_none() -> None:
    text = "On Thursday the council of Norhaven met.\n[Kerrin] {said} a day earlier than planned <that the dyke leaks>."
    assert said(text, pick=by_rules) == [None]


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("[Kerrin] has defended the dues and {said} <they will stay>.", None),
        ("[Kerrin] has repeatedly defended the dues and also {said} <they will stay>.", None),
        ("The board has defended the dues, and [Kerrin] {said} <they will stay>.", "2031-03-13"),
    ],
)
def test_one_perfect_for_two_verbs_tells_no_day(second: str, day: str | None) -> None:
    text = f"[Kerrin] {{said}} on Thursday <that it would shut the lock>.\n{second}"
    assert said(text, pick=by_rules, speakers=["Kerrin", "Kerrin"]) == ["2031-03-13", day]
