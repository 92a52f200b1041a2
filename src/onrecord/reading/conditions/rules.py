"""One rule per kind of trigger: the condition's span, or nothing where the words are no condition."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.reading.conditions.clauses import clause_end, fronted_end, opens_clause, trimmed
from onrecord.reading.conditions.triggers import Trigger, TriggerKind

# What commits, threatens or asks: only then does an "if" make something depend.
COMMITS = re.compile(
    r"\b(?:will|would|shall|can|could|may|might|must|should|ready|willing|prepared|open|happy|fine|agree\w*|accept\w*|"
    r"support\w*|commit\w*|offer\w*|propos\w*|threat\w*|warn\w*|vow\w*|pledg\w*|promis\w*|insist\w*|demand\w*|requir\w*|"
    r"need\w*|possible|consequences?|going to|tax|impose\w*|cannot|never|deal|truce|cease-?fire|enabl\w+|allow\w*|"
    r"stands?\sto|have\sto|no\s(?:deal|truce|talks|agreement|reason|lifting|withdrawal))\b|"
    r"['’]\s?(?:ll|d)\b|n\s?['’]\s?t\b"
)
NEGATES = re.compile(
    r"\b(?:not|no|never|cannot|nothing|none|neither|nor|nobody|refus\w*|reject\w*|impossible|unacceptable|only|"
    r"suspend\w*|postpon\w*|delay\w*|withh\w+|hold\w* off|stop\w*|halt\w*|wait\w*|continu\w*|keep\w*|go on|goes on|"
    r"remain\w*|vow\w*|fight\w*|strik\w*|rule\w* out|insist\w*|demand\w*)\b|n\s?['’]\s?t\b"
)
_NO_IF_AFTER = re.compile(
    r"(?:\b(?:ask|asks|asked|asking|wonder\w*|see|seeing|know\w*|knew|unclear|unsure|sure|doubt\w*|decid\w+|"
    r"determin\w+|question\w*|learn\w*|check\w*|find out|found out|matter|matters|as|even|what|question is|discuss\w*|"
    r"consider\w*|test\w*|debat\w+|look\w* at)\s(?:him|her|them|me|us|reporters)?\s?)$"
)
_NO_IF_BEFORE = re.compile(
    r"\s(?:not\b|any\b|anything|it\smeans?\b|possible\b|necessary|needed\b|only\b|so\b|ever\b|true\b|true,|i\s(?:may|might|were|can|remember|"
    r"recall|had|was)|(?:you|we)\s(?:look|ask|think|consider|remember|will\b|like|read|recall|see\b|take a|compare|"
    r"are in reader|talk about|go back|want to know)|nothing\b|history\b|by\b|at all|that['’]s\s(?:true|the case))"
)
_TIME = re.compile(
    r"\s(?:after\s)?(?:now|then|later|today|tomorrow|yesterday|recently|late\b|early\b|mid|next\b|last\b|this\b|the\send\sof|"
    r"at\sleast|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may\s\d|june|july|"
    r"august|september|october|november|december|jan\.|feb\.|sept\.|oct\.|nov\.|dec\.|\d|noon|midnight|dawn|the\s\d|when\b)"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|must|[a-z]{3,}(?:s|ed|en|ing)|met|"
    r"meet|agree|come|leave|stop|end|take|give|make|get|won|gone|done|paid|held|put|set|cut|left|made|given|back)\b"
)
_ASKS = re.compile(r"\b(?:requir|need|must|demand|want|insist|has to|have to|had to|should|expect|ask|condition|call)")
_DEAL_SOON = re.compile(
    r"\b(?:agree\w*|accept\w*|deal|truce|cease-?fire|talks?|negotiat\w+|settlement|accord|halt\w*|sign\w*|commit\w*|any|"
    r"withdraw\w*|end\w*|stop\w*|meet\w*|summit|vote|return\w*|lift\w*|releas\w*|resum\w*)\b"
)
_ANONYMITY = re.compile(
    r"(?:\s(?:of|that|he|she|they|it)){1,2}\s(?:\w+\s){0,3}(?:anonym\w+|not\s(?:be(?:ing)?\s)?(?:named|identified|quoted))"
)
# "If the mill burns that the guild will strike", "if it is not signed there will be fines": the main clause begins.
_MAIN = re.compile(r"\s(?:then|that\s(?:the\s)?(?:\w+\s){1,3}will|there\s(?:will|would|could))\s")
# "We will not accept it", "she will not agree to a truce": a no, and no condition of anything.
_REFUSED = re.compile(
    r"\s(?:it|this|that|them|(?:an?\s|the\s|any\s|such\s)?(?:\w+\s)?(?:cease-?fire|truce|deal|agreement|plan|proposal|"
    r"talks|offer|idea|demands?))\s*(?:[^\w\s]|and\b|$)"
)
_FUTURE = re.compile(r"\b(?:will|shall|would)\b|['’]\s?ll\b")

# "When the seal is broken, we will talk": then something is done. "When she lands, she will meet them" is a diary.
_ACTS_THEN = re.compile(
    r"\b(?:we|i)(?:\s(?:will|shall|can|could|would|may)|\s?['’]\s?ll)\b|\b(?:will|would|can|could)\s(?:only\s|then\s)?(?:be\s)?"
    r"(?:agree|accept|consider|lift|sign|resum|withdr|releas|end|stop|halt|ceas|make|recogni|determin|decid|begin|start|"
    r"possible|ready|open|return|free|implement|take effect|allow|pull|negotiat|talk|suspend|normali)\w*|"
    r"\b(?:will|would|must|can|could|should)\s(?:need\sto|have\sto)\s(?:be\s)?\w+"
)
_THEN = re.compile(r"\b(?:will|would|can|could|must|shall|ready|prepared|willing)\b|['’]\s?ll\b")
_CLOSES = re.compile(r"[\"”»]|''")
# "once the ruling is published": not yet.
_DONE = re.compile(
    r"\b(?:is|are|has|have|gets?)\s(?:been\s)?(?:\w+ly\s)?(?:[a-z]+(?:ed|en)|met|done|made|held|won|left|paid|set|gone|shut|cut|lost)\b"
)
# "It would be a great honour if they came": nothing depends on it.
_JUDGES = re.compile(
    r"\b(?:would|will|could|going\sto|might|may|is|was)\s(?:be\s)?(?:(?:an?|the|such|[a-z]+ly|[a-z]+)\s){0,4}?"
    r"(?:news|thing|achievement|honou?r|mistake|blow|setback|success|gesture|miracle|surprise|pity|shame|joy|relief)\b|"
    r"\b(?:he|she|it|they|we|you)\srisks?\b"
)
# "There can be no talks with the guild without the forts", "without the forts, no truce is possible"
_DEALS = (
    r"(?:peace|truce|cease-?fire|deal|agreement|accord|treaty|pact|contract|settlement|solution|talks|negotiations?|"
    r"withdrawal|release|vote|summit|meeting)\b"
)
_NO_DEAL_BEFORE = re.compile(
    rf"\b(?:no|not|never|any|cannot|nor)\b(?:\s[\w’'-]+){{0,4}}?\s{_DEALS}(?:\s[\w’'-]+){{0,4}}\s$"
)
_NO_DEAL_AFTER = re.compile(rf"\bno\s(?:[\w’'-]+\s){{0,2}}{_DEALS}")
# "If the guild wants to ruin its mill, that is its own affair": nobody waits for it.
_SHRUGS = re.compile(
    r"\b(?:that|it|this)(?:\sis|\swas|\s?['’]\s?s)\s(?:\w+\s){0,3}(?:prerogative|decision|choice|business|problem|affair|matter|fault)\b"
)
# "If there was no way out, we would not be here", "the pact would not have been signed": it is otherwise.
_UNREAL = re.compile(
    r"\b(?:would|could|might)(?:\snot|\s?n\s?['’]\s?t)?\s(?:be|still\sbe|have\s(?:been\s)?\w+)\b|n['’]t\shave\s\w+ed\b"
)
_WAS = re.compile(r"\s(?:it|this|that|there|he|she)\swas\b|\bhad\shad\b")
_OBLIGES = re.compile(r"\b(?:must|should|needs?\sto|has\sto|have\sto|demand\w*|insist\w*)\b")
_OPENED = re.compile(r"(?:\s(?:this|that|it)|(?P<given>\s(?:for\s)?[^,;.:]{3,80}))?\s?,\s")
_ENDS = re.compile(r"\s?(?:[.,;:!?\"”’'»]|$|(?:and|but)\b)")
# "In return, it expects", "in return, the union asks for"
_WANTS = re.compile(r"(?:[\w’'-]+\s){1,4}?(?:wants?|asks?|expects?|seeks?|calls?\son|wish(?:es)?|would\slike)\b")
_WANTED = re.compile(
    r"\b(?P<wants>(?:want|ask|expect|demand|seek|request|requir)(?:s|es|ed|d|ing|ings)?|sought)\s"
    r"(?!(?:what|how|whether|if|why|who|when)\b)(?:(?!nothing|anything|something|little|much|more)[\w’'-]+,?\s){1,12}$"
)
# "What we will do once we are there", "if you are the buyer, what do you ask?": questions.
_ASKED = re.compile(r"\b(?:what|how|where|who|why)\s(?:\w+\s){0,3}(?:will|would|do|can|could|shall)\b[^.]*$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trigger stands: its sentence, and the part of the statement that holds it there."""

    low: str
    sentence: Span
    scope: Span
    trigger: Trigger

    @property
    def start(self) -> int:
        return self.trigger.span.start

    @property
    def end(self) -> int:
        return self.trigger.span.end

    @property
    def before(self) -> str:
        return self.low[self.sentence.start : self.start]

    @property
    def after(self) -> str:
        return self.low[self.end : self.scope.end]

    def clause(self) -> Span:
        """From the trigger to the end of its clause."""
        if opens_clause(self.low, self.scope, self.start):
            return trimmed(self.low, self.start, fronted_end(self.low, self.end, self.scope.end))
        return trimmed(self.low, self.start, clause_end(self.low, self.end, self.scope.end))

    def asks(self) -> bool:
        """Whether its sentence is a question."""
        return self.low[self.end : self.sentence.end].rstrip(" \"”’'").endswith("?")

    def rest(self, clause: Span) -> str:
        """The sentence without the clause: what hangs on it."""
        return self.low[self.sentence.start : clause.start] + " " + self.low[clause.end : self.sentence.end]


Rule = Callable[[Place], Span | None]


def _if(place: Place) -> Span | None:
    if _NO_IF_AFTER.search(place.before) or _NO_IF_BEFORE.match(place.after):
        return None
    clause = place.clause()
    if re.search(r"\bhad\s(?:not\s)?\w+(?:ed|en)\b|\bwould\s?(?:['’]\s?ve|have)\b", place.low[place.end : clause.end]):
        return None
    if _WAS.search(place.low, place.end, clause.end) and _UNREAL.search(place.rest(clause)):
        return None
    if _ASKED.search(place.before) or (place.asks() and _ASKED.search(place.rest(clause))):
        return None
    clause = _without_main(place, clause)
    rest = place.rest(clause)
    return clause if COMMITS.search(rest) and not _JUDGES.search(rest) and not _SHRUGS.search(rest) else None


def _without_main(place: Place, clause: Span) -> Span:
    """The clause, cut where no comma but a "then" or the like tells that the main clause begins."""
    main = _MAIN.search(place.low, clause.start, clause.end)
    return clause if main is None else trimmed(place.low, clause.start, main.start())


def _provided(place: Place) -> Span | None:
    words = place.low[place.start : place.end]
    if "condition" in words and _ANONYMITY.match(place.after):
        return None
    if "long" in words and re.search(r"\bfor\s$", place.before):
        return None
    if re.match(r".*provid", words) and re.match(r"\s(?:no|little|few|some|further|more|details?)\b", place.after):
        return None
    if re.match(r".*provid", words) and not words.endswith("that"):
        opens = re.search(r"[,;–—-]\s*$", place.before) or place.start == place.scope.start
        verb_for_it = re.match(r"\s(?:by|with|for|to|from|in|an?\s\w+\s(?:to|with|of)|\w+ed)\b", place.after)
        nominative = re.match(r"\s(?:it|they|he|she|we|there)\s", place.after)
        if verb_for_it or not (opens or nominative or words.startswith(("only", "but"))):
            return None
    return place.clause()


def _until(place: Place) -> Span | None:
    clause = place.clause()
    after = place.low[place.end : clause.end]
    if _TIME.match(after) or not _VERB.search(after):
        return None
    return clause if NEGATES.search(place.rest(clause)) else None


def _when(place: Place) -> Span | None:
    clause = _without_main(place, place.clause())
    inside = place.low[place.end : clause.end]
    rest = place.rest(clause)
    if not _VERB.search(inside) or re.search(r"\b(?:was|were|had|did)\b", inside):
        return None
    if place.low[place.start : place.end].startswith("only"):
        return clause
    trigger = place.low[place.start : place.end]
    acts = _THEN if trigger in ("once", "as soon as") else _ACTS_THEN
    if trigger == "after" or not acts.search(rest) or _FUTURE.search(inside) or _ASKED.search(place.before):
        return None
    first_there = re.match(r"\s(?:asked|speaking|pressed|meeting|it\scomes)\b", inside)
    ends_past = re.match(r"\s(?:[\w.’'-]+\s){1,4}(?:[a-z]+ed|said|told|took|came|met|spoke|began|went|left)\b", inside)
    return None if first_there or (ends_past and not _DONE.search(inside)) else clause


def _before(place: Place) -> Span | None:
    asks = list(_ASKS.finditer(place.before))
    clause = place.clause()
    if not asks or not _DEAL_SOON.search(place.low[place.end : clause.end]):
        return None
    if re.match(r"\s(?:the\s)?\w+(?:\s\d+)?$", place.low[place.end : clause.end]) and not _DEAL_SOON.match(place.after):
        return None
    start = place.sentence.start + asks[-1].start()
    # "We need to meet them," Ruiz said before the talks: what is said ends first.
    return None if _CLOSES.search(place.low, start, place.start) else trimmed(place.low, start, clause.end)


def _without(place: Place) -> Span | None:
    """'No peace without the forts.' What else is without something mostly hangs on nothing: "a no without a doubt"."""
    clause = place.clause()
    hangs = _NO_DEAL_BEFORE.search(place.before) or (
        opens_clause(place.low, place.scope, place.start)
        and _NO_DEAL_AFTER.search(place.low, clause.end, place.sentence.end)
    )
    return clause if hangs or place.low[place.start : place.end].startswith(("not", "but not")) else None


def _exchange(place: Place) -> Span | None:
    """'In return, they must open the port' asks behind the comma, 'we want the prisoners in return' before it.

    "In return for the truce, it wants the port" waits for the port.
    """
    if opened := _OPENED.match(place.after):
        at = place.end + opened.end()
        asked = clause_end(place.low, at, place.scope.end)
        if _OBLIGES.search(place.low, at, asked) or _WANTS.match(place.low, at, asked):
            return trimmed(place.low, at if opened["given"] else place.start, asked)
    if _ENDS.match(place.after):
        return _asked_before(place)
    clause = place.clause()
    return clause if clause.end > place.end else None


def _asked_before(place: Place) -> Span | None:
    """'She asked for nothing in return', "he asked what they get in return" ask nothing for anything."""
    asked = _WANTED.search(place.before)
    start = place.sentence.start + asked.start("wants") if asked else 0
    return trimmed(place.low, max(start, place.scope.start), place.end) if asked else None


def _depends(place: Place) -> Span | None:
    if re.match(r"\s?(?:for|to|[.,;])", place.after):
        return None
    return None if re.search(r"\b(?:not|never|cannot)\s$|n\s?['’]\s?t\s$", place.before) else place.clause()


def _first(place: Place) -> Span | None:
    found = list(
        re.finditer(r"\b(?:must|needs?\sto|needed\sto|ha[sd]\sto|have\sto|should|wants?|insist\w*)\b", place.before)
    )
    if not found:
        return None
    start = place.sentence.start + _clause_start(place.before, found[-1].start())
    return trimmed(place.low, start, clause_end(place.low, place.end, place.scope.end))


def _preconditions(place: Place) -> Span | None:
    pre = not place.low[place.start : place.end].startswith("condition")
    verb = re.search(
        r"\b(?:set|sets|setting|lay|lays|laid|laying|impos\w+|attach\w*|demand\w*|accept\w*|outlin\w*|list\w*|put|add\w*|"
        r"present\w*|stat\w+|reiterat\w+|have|has|had|with|toughen\w*|meet|meets|fulfil\w*)\s(?:\w+\s){0,2}(?:[\w-]+\s)?$",
        place.before,
    )
    kind = re.search(
        r"\b(?:own|certain|specific|strict|clear|further|new|several|key|our|their|its|his|her|\w+['’]s)\s$",
        place.before,
    )
    wrong = re.search(
        r"\b(?:medical|weather|health|living|working|market|economic|humanitarian|good|critical)\s$", place.before
    )
    if wrong or not (verb and (pre or kind)) or re.search(r"\b(?:no|without)\s(?:\w+\s)?$", place.before):
        return None
    if re.search(r"\b(?:until|if|unless|provided|once|when)\b[^,;]*$", place.before):
        return None
    start = place.sentence.start + _clause_start(place.before, verb.start())
    return trimmed(place.low, start, clause_end(place.low, place.end, place.scope.end))


def _red_line(place: Place) -> Span | None:
    if re.search(r"\b(?:if|unless|until|that|which|who|provided)\b[^,;]*$", place.before) and not re.search(
        r"\bthat\s(?:\w+\s){0,3}$", place.before
    ):
        return None
    start = place.sentence.start + _clause_start(place.before, len(place.before))
    end = clause_end(place.low, place.end, place.scope.end)
    if re.search(r"\b(?:until|unless|if|without|before|provided)\b", place.low[place.end : end]):
        return None
    if _REFUSED.match(place.low[place.end : end]):
        return None
    return trimmed(place.low, start, end)


def _key_point(place: Place) -> Span | None:
    link = re.match(
        r"(?:\s(?:for|of|in)\s(?:[\w.’'-]+\s?){1,5}?)?\s?(?:is|was|are|were|remains?|:)\s(?:that\s)?", place.after
    )
    if link is None:
        return None
    return trimmed(place.low, place.end + link.end(), place.scope.end)


def _with(place: Place) -> Span | None:
    if not re.search(
        r"\b(?:need\w*|want\w*|must|demand\w*|peace|truce|cease-?fire|deal|ready|agree\w*|only|but|accept\w*)\b",
        place.before,
    ):
        return None
    start = place.start
    if listed := re.search(r":\s(?=[^:]{0,60}$)", place.before):
        start = place.sentence.start + listed.end()
    return trimmed(place.low, start, clause_end(place.low, place.end, place.scope.end))


def _clause_start(before: str, limit: int) -> int:
    """Where the clause that runs up to `limit` opens: behind the last comma, mark, "that" or "said" before it."""
    opens = list(
        re.finditer(
            r"(?:[,;:—\"“”‘`]|\s-\s|\b(?:that|but|and|because|while|said|says|insists?|insisted|suggest(?:ed|s))\s)\s*",
            before[:limit],
        )
    )
    return opens[-1].end() if opens else 0


RULES: dict[TriggerKind, Rule] = {
    "if": _if,
    "provided": _provided,
    "until": _until,
    "when": _when,
    "before": _before,
    "without": _without,
    "exchange": _exchange,
    "depends": _depends,
    "only": _depends,
    "first": _first,
    "preconditions": _preconditions,
    "red-line": _red_line,
    "key-point": _key_point,
    "with": _with,
}
