"""How likely it is that anything hangs on what a trigger opens, by what a reader found of others.

"We will sign if the port opens" waits for the port; "prices will rise if the port shuts" waits for nothing. A logistic
score over plain marks: the trigger, where its clause stands, who speaks, the modal verbs and the words around.
`depending.tsv` has the weights, a mark and its weight in hundredths a line; `python -m training.conditions` fits them
to labelled sentences of half of the negotiations. No weight hangs on who is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.model import Span, Statement
from onrecord.model import weights as tables
from onrecord.model.weights import Weights, chance_of
from onrecord.reading.conditions.setting import Setting
from onrecord.reading.conditions.triggers import Trigger

LEAST = 0.24  # the chance under which nothing hangs on it; a plain "it will, if they do the same" has more
# What opens forecasts as well; of other triggers ("only after", "on condition that", "but first") few are none.
_JUDGED = re.compile(r"\bif\b|\bunless\b|\blong\sas\b")
STEM = 7  # letters by which a word goes
NEAR, INSIDE = 5, 4  # words before and behind the clause, and of its beginning, that are looked at
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")
_MODAL = re.compile(
    r"\b(?:will|would|wo|can|ca|could|may|might|must|should|shall|cannot|need|have to|has to|going to|ready|willing|"
    r"prepared|only|never|no|not|until|again)\b|['’]ll\b|n['’]t\b"
)
_FIRST, _YOU = re.compile(r"\b(?:we|i|our|us)\b"), re.compile(r"\byou(?:['’]re|r)?\b")
_PAST = re.compile(r"\b(?:was|were|had|did|been|have been|would have|could have)\b")
_PLEDGES = re.compile(r"\b(?:warn|threat|vow|pledg|promis|offer|agree|insist|demand|refus|prepared|ready)\w*")
# What parties do for one another: "if the rebels free the hostages", "unless the league signs".
_DOES = re.compile(
    r"\b(?:agree|accept|sign|stop|end(?:s|ed|ing)?\b|halt|ceas|free[sd]?\b|releas|return|withdr|pull|lift|remov|open|allow|"
    r"compl(?:y|ie)|refus|reject|fail|continu|cooperat|negotiat|commit|recogni|stay|leave|leaving|give|gave|hand|pay|paid|"
    r"impos|attack|strik|invad|violat|breach|break|met\b|meet|guarant|implement|ratif|disarm|surrender|reform|deal\b)\w*"
)
# What only comes about: "if the rains fail", "if he is elected".
_COMES = re.compile(
    r"\b(?:happen|occur|chang|becom|turn|elected|wins?\b|won\b|lose|lost|prove|confirm|true|correct|successful|popular|"
    r"possible|necessary|needed|want|need|feel|think|thought|believ|see\b|look|know|ask|talk|speak)\w*"
)
_HARMS = re.compile(
    r"\b(?:die|dead|death|spread|collaps|suffer|rise|rises|fall|worse|better|great|terrible|danger|risk|nice|easy|hard|"
    r"difficult|problem|good|bad|fine|happy|chaos|disaster)\w*"
)
_WILL_WE = re.compile(r"\b(?:we|i)(?:['’]ll|\s(?:will|would|shall|can|could|may|might|must|are|am|['’]ll))\b")
_WILL_NOT = re.compile(
    r"\b(?:will|would|can|could|shall|do|does|did|wo|ca|must)\s?(?:not|never|n['’]t)\b|\bcannot\b|n['’]t\b"
)
_KINDS = (
    ("we", _FIRST),
    ("you", _YOU),
    ("past", _PAST),
    ("pledges", _PLEDGES),
    ("does", _DOES),
    ("comes", _COMES),
    ("harms", _HARMS),
    ("we will", _WILL_WE),
    ("will not", _WILL_NOT),
)


def waits(setting: Setting, span: Span, trigger: Trigger) -> bool:
    """Whether something hangs on this clause, rather than that it tells a forecast or a background."""
    if not _JUDGED.search(setting.low, *trigger.span):
        return True
    return chance_of(marks(setting, span, trigger), shipped()) >= LEAST


def shipped() -> Weights:
    """The weights that ship in the package."""
    return tables.shipped("onrecord.reading.conditions", "depending.tsv")


def marks(setting: Setting, span: Span, trigger: Trigger) -> frozenset[str]:
    """What is told of a clause. Words go by their stems: `w:` inside, `b:` before, `s:` behind it or of the cue."""
    sentence = setting.sentence(trigger.span.start) or span
    return frozenset(
        (
            *_trigger(setting, span, sentence, trigger),
            *_who(setting, trigger),
            *_around(setting, span, sentence),
            *_issues(setting, span, sentence),
        )
    )


def _trigger(setting: Setting, span: Span, sentence: Span, trigger: Trigger) -> Iterator[str]:
    words = _WORD.findall(setting.low, *trigger.span)
    yield f"kind:{trigger.kind}"
    yield f"opens:{' '.join(words)}"
    leads = not _WORD.search(setting.low, sentence.start, span.start)
    yield f"place:{'first' if leads else 'behind'}"
    yield f"place:{trigger.kind}:{'first' if leads else 'behind'}"
    yield f"long:{_step(len(_WORD.findall(setting.low, *span)), (4, 7, 11, 18))}"
    if setting.low[sentence.start : sentence.end].rstrip(" \"”’'").endswith("?"):
        yield "question"


def _who(setting: Setting, trigger: Trigger) -> Iterator[str]:
    held = setting.statement_at(trigger.span.start)
    if held is None:
        yield "held:no"
        return
    said, _ = held
    yield f"held:{said.kind}"
    yield f"type:{said.type}"
    yield f"speaker:{said.speaker.type if said.speaker else 'none'}"
    yield f"party:{'known' if said.party else 'none'}"
    yield f"office:{setting.holds_office(said)}"
    yield from (f"s:{stem(word)}" for word in _cue(setting.low, said))


def _cue(low: str, said: Statement) -> list[str]:
    return [word for span in said.cue for word in _WORD.findall(low, *span)]


def _around(setting: Setting, span: Span, sentence: Span) -> Iterator[str]:
    low = setting.low
    inside, before, behind = low[span.start : span.end], low[sentence.start : span.start], low[span.end : sentence.end]
    rest = f"{before} {behind}"
    yield from (f"main:{word}" for word in _MODAL.findall(rest))
    for name, pattern in _KINDS:
        for place, text in (("main", rest), ("clause", inside)):
            if pattern.search(text):
                yield f"{place}:{name}"
    yield from (f"b:{stem(word)}" for word in _WORD.findall(before)[-NEAR:])
    yield from (f"s:{stem(word)}" for word in _WORD.findall(behind)[:NEAR])
    yield from (f"w:{stem(word)}" for word in _WORD.findall(inside)[1 : INSIDE + 1])


def _issues(setting: Setting, span: Span, sentence: Span) -> Iterator[str]:
    here = [hit for hit in setting.hits_in(sentence.start, sentence.end) if not hit.hint]
    inside = sum(span.covers(hit.span) for hit in here)
    yield f"issues inside:{min(inside, 2)}"
    yield f"issues outside:{min(len(here) - inside, 2)}"


def stem(word: str) -> str:
    return word.lower().replace("’", "'")[:STEM]


def _step(value: float, steps: tuple[float, ...]) -> int:
    """How many of the steps a value has reached."""
    return bisect_right(steps, value)
