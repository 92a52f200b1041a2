"""Which stances of a statement are a party's position: what keeps a passage out, kind by kind.

Words that fail here stay in the record as a statement. `positions` leaves them out, because an analyst who reads one
line of it cannot see beside it that a scholar said it, or that its issue stands in another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from onrecord.collating.said import Said
from onrecord.model import IssueStance, Span, envelope

NEAR = 12  # characters beside a statement in which its issue may be named: "On the forts, Ruiz said ..."
FAINT_BLAME = 0.7  # the most confidence of an accusation that a mere noun makes: "aggression"
JUDGED = 0.78  # the confidence of a no that judges: "of no use", "unacceptable"
READ = 0.5  # the least confidence with which a statement was read
APART = 2  # breaks between clauses from which an act and an issue have nothing to do with each other
SENTENCE = 90  # characters behind a name in which it is told who that is

# "according to Velmora's state news agency": who tells news bargains for nobody. A "Velmora Post" may carry letters.
_OUTLET = re.compile(
    r"(?i:\b(?:news|news ?agency|newspaper|daily|gazette|broadcaster|radio|television|wire service|magazine)$|"
    r"\b(?:news agency|state media|state television|newspaper)\b)|"
    r"\w(?:News|Times|Post|TV)$|^(?:The )?\w+ (?:Times|Herald)$"
)
# "Lindholm Economics said the duties would hurt": it looks on. A university or a fund may be a side
# ("the lecturers' union and the University of Aldmoor"), so their words are not here.
_ONLOOKER = re.compile(
    r"\b(?:Economics|Institute|Research|Watch|Think Tank|Analytics|Polling|Polls?|Observatory)\b|"
    r"\b(?:Foundation|Cent(?:er|re)) for\b|\bCouncil on\b|\bAffairs Council\b"
)
_WHO = (
    r"(?:experts?|analysts?|professor|scholar|lecturer|historian|(?:political\s(?:scientist|economist))|economist|"
    r"strategist|pollster|commentator|columnist|blogger|pundit|(?:senior|research|visiting)\sfellow|researcher|correspondent)\b"
)
# "a former adviser" spoke for it once; "the king, a former economist" speaks for it now.
_ART = r"(?:an? |the )?"
_PAST = r"(?:[Ff]ormer|[Rr]etired|[Oo]ne-time)\s"
_ONCE = rf"{_PAST}(?:[\w.’'&/-]+\s){{0,5}}?(?:spokes\w+|advis[eo]rs?|officials?)\b"
# "former ambassador Ana Ruiz" holds the office no more; "the prime minister, a former ambassador" holds another.
_LEFT = (
    rf"{_PAST}(?:[\w.’'&/-]+\s){{0,4}}?(?:ambassador|envoy|negotiator|mediator|diplomat|"
    r"(?:vice[\s-])?(?:president|premier)|(?:prime\s|foreign\s|finance\s|defen[cs]e\s)?minister|chancellor|secretary|"
    r"governor|lawmaker|senator|congress(?:man|woman))\b"
)
# "Ana Ruiz, a Velmora expert at the University of Aldmoor, calls the deal a victory", "Ruiz, a former adviser, said"
_BESIDE = re.compile(
    rf"\s?[,(]\s?(?:who (?:is|was) )?(?:{_ART}{_ONCE}|(?!{_ART}{_PAST}){_ART}(?:[\w.’'&/-]+\s){{0,5}}{_WHO})",
    re.IGNORECASE,
)
# "former spokeswoman Ana Ruiz", "policy analyst Ana Ruiz"
_TITLE = re.compile(rf"(?:{_ONCE}|\b{_LEFT}|\b{_WHO})\s(?:[A-Z][\w.-]*\s)?$")
_CLAUSE = re.compile(
    r"[;:?!]|(?<!\b[A-Z])\.(?=\s)|,\s(?:but|and|while|although)\b|\b(?:but|while|although|however|whereas)\b",
    re.IGNORECASE,
)
# "The king plans to greet them at the port", "hinted that the truce was near": nothing is offered to anybody.
_NO_OFFER = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|hint(?:s|ed)?|announc\w+|aim(?:s|ed|ing)?|take effect|schedul\w+)\b",
    re.IGNORECASE,
)
# "The king plans to open the pass": that is one.
_CONCEDES = re.compile(
    r"\s(?:to\s)?(?:\w+ly\s)?(?:offer|invit|shut|clos|dismantl|releas|free|lift|propos|meet|host|eas|exempt|halt|stop|open|"
    r"suspend|withdraw|pull|hand|return|resum|sign|talk|negotiat|destroy|disarm)",
    re.IGNORECASE,
)
# "hoping Torland will hold back": what another does is not what one offers.
_OF_ANOTHER = re.compile(r"\bhop\w+ (?!it\b|this\b|that\b|we\b|they\b)\w+ will\b", re.IGNORECASE)
# "such a thing would not have been considered", "we do not consider them friends"
_CONSIDERED = re.compile(r"(?:\b(?:been|not|can)|n\s?['’]\s?t)\s+(?:\w+\s){0,2}$", re.IGNORECASE)
# "According to Torland, Ruiz says she is ready": she is, Torland is not.
_SAYS = re.compile(
    r"\b(?!(?:He|She|They|It|We|I|You)\b)[A-Z][\w.’'-]+\s(?:\w+\s)?(?:says?|said|told|promised|pledged)\b"
)
_OWN_ACTS = frozenset({"accepts", "accepts-conditionally", "rejects", "proposes", "threatens", "undecided"})
_ANSWERS = frozenset({"accepts", "accepts-conditionally", "rejects"})
# "The senate, which must approve any deal": it has not.
_NOT_DONE = re.compile(r"(?:also |still )?(?:must|should|would|could|may|might|can|has to|have to|needs? to)\b")
# "Velmora has historically resisted an opening of the pass": nothing is said of today.
_LONG_PAST = re.compile(r"\b(?:historically|traditionally|had (?:been )?(?:\w+ )?(?:opposed|resisted|rejected))\b")
# "Ruiz denied that the talks had failed": she refuses nobody anything.
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\b")
# "Ruiz commended Torland for its part in the talks": praise is no yes.
_PRAISE = re.compile(r"\b(?:commend|prais|thank|hail|appreciat|congratulat|applaud|salut)\w*")
# "Ruiz called the meeting constructive": so she did, and has granted nothing.
_COURTESY = re.compile(
    r"\b(?:talks|negotiations|meetings?|summit|visit|call|conversations?|discussions?|dialogue|session|round|efforts?|"
    r"mediation|atmosphere|gesture|delegation|trip)\b"
)
_COURTEOUS = re.compile(
    r"\b(?:constructive|productive|positive|pleasant|encourag\w+|fruitful|useful|cordial|frank|excellent|great|good|warm|"
    r"grateful|thank\w*|prais\w*|success\w*)\b"
)
_GRANTS = re.compile(
    r"\b(?:agree\w*|accept\w*|support\w*|back(?:s|ed|ing)?|approv\w*|welcom\w*|ready|willing|prepared|commit\w*|sign\w*|"
    r"endors\w*|favou?r|pledg\w*|will|would|satisfied|pleased)\b"
)
# "The accord calls for an end to the siege": that is what it says, whoever tells it.
_PAPER = re.compile(
    r"\b(?:agreement|deal|accord|truce|cease-?fire|treaty|pact|plan|proposal|resolution|text|draft|document|memorandum|"
    r"contract|bill|law|statement|letter)\s(?:also\s|now\s|that\s|which\s)?$",
    re.IGNORECASE,
)
_CALLS_FOR = re.compile(r"(?:calls?|called|asks?|asked|requir\w+|provid\w+|demands?|demanded)\b", re.IGNORECASE)
# "She will go once the senate approves the deal", "an indication that Torland wants talks": it has not yet; who knows.
_NOT_YET = re.compile(r"\b(?:once|until|unless|if|whether|in case|provided)\s(?:that\s)?(?:the\s)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:will|would)\b[^.;]*\bafter\s(?:the\s)?$", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:indications?|signs?|signals?|speculation|rumou?rs?|hopes?|fears?|doubts?|suspicions?|impression|belief|"
    r"assumption|possibility|likelihood|chances?)\s(?:that\s)(?:the\s)?$|\b(?:maybe|perhaps|apparently)\s(?:the\s)?$",
    re.IGNORECASE,
)
# "If they stall, we will walk out": that is no "yes, if".
_MODAL = re.compile(r"(?:will|would|shall|may|might|can|could)\b", re.IGNORECASE)
_HOSTILE = re.compile(
    r"\s(?:\w+ly\s|also\s|then\s|again\s|have\sto\s|be\s)?(?:walk(?:ing)?\s(?:off|out|away)|strike|striking|disengag\w+|"
    r"withdraw(?!\s(?:its|their|our|his|her|the)\s(?:troops|forces|soldiers|tanks|objection|veto))|quit|abandon|suspend|"
    r"impos\w+|retaliat\w+|attack|invade|bomb|sue|seize|cut\soff|shut\sdown|hit\s(?!upon)|pull\sout\sof|break\soff|"
    r"act\salone|respond|fight|destroy|punish)\b",
    re.IGNORECASE,
)
# "They might be ready to sign": who knows.
_MIGHT = re.compile(r"\b(?:might|may|could)\s(?:\w+\s){0,3}$", re.IGNORECASE)
_Rule = Callable[[Said, IssueStance], bool]


def looks_on(name: str) -> bool:
    """Whether whoever goes by this name tells or judges what others bargain about."""
    return _OUTLET.search(name) is not None or _ONLOOKER.search(name) is not None


def speaks_for_party(one: Said) -> bool:
    """Whether the speaker is one who can take a position for the party.

    Not one who looks on, nor who spoke for it once, nor a person whom the reports together put on another side: where
    "the spokesman, Ana Ruiz" stands right behind "Torland", one report may have her speak for it.
    """
    speaker = one.statement.speaker
    if speaker is None:
        return True
    if looks_on(one.party or ""):
        return False
    if speaker.type != "person":
        return not looks_on(speaker.name)
    astray = one.side is not None and one.side != one.party
    return not astray and not is_introduced_as_onlooker(one.text, speaker.name)


@lru_cache(maxsize=1024)
def is_introduced_as_onlooker(text: str, name: str) -> bool:
    """Whether a report somewhere calls a person an expert, or one who held an office before."""
    last = name.split()[-1]
    at = text.find(last)
    while at >= 0:
        end = at + len(last)
        if _BESIDE.match(text, end, end + SENTENCE) or _TITLE.search(text, max(0, at - SENTENCE), at):
            return True
        at = text.find(last, end)
    return False


def stands(one: Said, held: IssueStance) -> bool:
    """Whether what is done on the issue is the party's position; without the report's text, only places tell.

    What a person judged is held against no rule.
    """
    return held.judged or not any(rule(one, held) for rule in (_RULES if one.text else _RULES[:2]))


def _is_elsewhere(one: Said, held: IssueStance) -> bool:
    """'The halls were full of talks. Ruiz said it was a mistake': the issue is named outside of what she said.

    A judgement points back at what was just named: "The truce drags on. 'It is of no use to anybody,' said Ruiz."
    """
    said = one.statement
    if held.stance == "rejects" and held.confidence >= JUDGED and not _is_done_by_cue(one, held):
        return False
    around = envelope((*said.source, *said.cue, *said.content))
    return any(span.end + NEAR < around.start or span.start > around.end + NEAR for span in held.evidence)


def _is_done_by_cue(one: Said, held: IssueStance) -> bool:
    return any(part.overlaps(span) for part in one.statement.cue for span in held.evidence)


def _is_named_by_the_way(one: Said, held: IssueStance) -> bool:
    """'The raids of the rebels must end' blames nobody for raids: what must stop is demanded."""
    return (
        held.stance == "accuses"
        and held.confidence <= FAINT_BLAME
        and any(other.stance == "demands" for other in one.statement.stances)
    )


def _is_far(one: Said, held: IssueStance) -> bool:
    """'We condemn the raid, but the harvest was good; the talks go on': act and issue in clauses of their own."""
    if len(held.evidence) < APART:
        return False
    first, last = held.evidence[0], held.evidence[-1]
    return len(_CLAUSE.findall(one.text[first.end : last.start])) >= APART


def _is_no_offer(one: Said, held: IssueStance) -> bool:
    return held.stance == "proposes" and any(
        _OF_ANOTHER.match(one.text, *span)
        or (_NO_OFFER.match(one.text, *span) and not _CONCEDES.match(one.text, _last_word(one, span)))
        for span in held.evidence
    )


def _last_word(one: Said, span: Span) -> int:
    """Where the words behind the signal begin, its own "to" among them."""
    return span.end - len(" to") if span.text(one.text).endswith(" to") else span.end


def _is_no_doubt(one: Said, held: IssueStance) -> bool:
    return held.stance == "undecided" and any(
        span.text(one.text).lower().startswith("consider")
        and (
            _CONSIDERED.search(_before(one, span)) is not None or any(part.overlaps(span) for part in one.statement.cue)
        )
        for span in held.evidence
    )


def _before(one: Said, span: Span) -> str:
    return one.text[max(0, span.start - 30) : span.start]


def _is_told_of_another(one: Said, held: IssueStance) -> bool:
    if held.stance not in _OWN_ACTS or not one.party:
        return False
    parts = one.statement.content
    acts = (span for span in held.evidence if any(part.covers(span) for part in parts))
    before = (" ".join(_up_to(one, part, span) for part in parts if part.start < span.start) for span in acts)
    return any(one.party not in told.group() for each in before if (told := _SAYS.search(each)) is not None)


def _up_to(one: Said, part: Span, span: Span) -> str:
    return one.text[part.start : min(part.end, span.start)]


def _is_not_done(one: Said, held: IssueStance) -> bool:
    return held.stance in _ANSWERS and any(_NOT_DONE.match(cue) for cue in _cues(one))


def _is_long_past(one: Said, held: IssueStance) -> bool:
    return any(_LONG_PAST.search(cue) for cue in _cues(one)) and _is_done_by_cue(one, held)


def _is_denial(one: Said, held: IssueStance) -> bool:
    return held.stance == "rejects" and any(_DENIES.search(cue) for cue in _cues(one)) and _is_done_by_cue(one, held)


def _is_praise(one: Said, held: IssueStance) -> bool:
    return held.stance in ("accepts", "accepts-conditionally") and any(_PRAISE.search(cue) for cue in _cues(one))


def _is_courtesy(one: Said, held: IssueStance) -> bool:
    if held.stance not in ("accepts", "accepts-conditionally"):
        return False
    words = " ".join(part.text(one.text).lower() for part in (*one.statement.cue, *one.statement.content))
    return all(had.search(words) for had in (_COURTESY, _COURTEOUS)) and not _GRANTS.search(words)


def _is_threat(one: Said, held: IssueStance) -> bool:
    """'If the talks fail, the union will walk out' accepts nothing."""
    return held.stance == "accepts-conditionally" and any(
        _MODAL.fullmatch(span.text(one.text)) and _HOSTILE.match(one.text, span.end) for span in held.evidence
    )


def _is_guess(one: Said, held: IssueStance) -> bool:
    """'Both might yet agree on a truce' guesses at a yes."""
    return held.stance in ("accepts", "accepts-conditionally") and any(
        _GRANTS.match(span.text(one.text).lower()) and _MIGHT.search(_before(one, span)) for span in held.evidence
    )


def _is_on_paper(one: Said, held: IssueStance) -> bool:
    return held.stance == "demands" and any(
        _CALLS_FOR.match(one.text, *span) and _PAPER.search(_before(one, span)) for span in held.evidence
    )


def _is_supposed(one: Said, held: IssueStance) -> bool:
    """What is not done yet, or what others make of it: an answer that "once", "if" or "signs that" opens."""
    if not one.statement.source or held.stance not in _OWN_ACTS or not _is_done_by_cue(one, held):
        return False
    before = one.text[max(0, one.statement.source[0].start - SENTENCE) : one.statement.source[0].start]
    if _SUPPOSED.search(before):
        return True
    return held.stance in _ANSWERS and bool(_NOT_YET.search(before) or _AFTER.search(before))


def _is_faint(one: Said, held: IssueStance) -> bool:
    return one.statement.confidence < READ


def _cues(one: Said) -> list[str]:
    return [span.text(one.text).lower() for span in one.statement.cue]


_RULES: tuple[_Rule, ...] = (
    _is_elsewhere,
    _is_named_by_the_way,
    _is_far,
    _is_no_offer,
    _is_no_doubt,
    _is_told_of_another,
    _is_not_done,
    _is_long_past,
    _is_denial,
    _is_praise,
    _is_courtesy,
    _is_threat,
    _is_guess,
    _is_on_paper,
    _is_supposed,
    _is_faint,
)
