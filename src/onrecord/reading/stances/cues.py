"""What a cue itself does: "rejected", "vowed to", "insists on"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Stance, Statement
from onrecord.reading.stances.moves import STANCE_OF, Act, Scene
from onrecord.reading.stances.signals import Signal

CUE_WEIGHT = 1.4  # a cue that is itself an act ("rejected") tells more than the same word inside what was said
ANNOUNCED = 1.1  # the weight of a bare "we will"
VERB = 2.4  # the weight of a verb whose complement was looked at
FIRM = 2.0  # the weight from which a cue is an act, whatever it is about
# "It is unlikely that the king would agree to ...": the cue alone would be a yes.
_UNLIKELY = re.compile(r"(?:\b(?:unlikely|doubt\w*|not|never)\b|n\s?['’]\s?t\b)\s(?:[\w.’'-]+\s){0,4}$")
_ANNOUNCES = re.compile(r"\b(?:announc|unveil|schedul|launch|pledg|promis)\w*")
_NEUTRAL_CUE = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|noted|notes|stated|states|asked|asks|reported|reports|stressed|"
    r"according|announc\w+|confirm\w+|express\w+|indicat\w+|signal\w+|claim\w*|believ\w+|think\w*|thought|"
    r"explain\w*|describ\w+|thank\w*|prais\w+|hail\w*|tweeted|wrote|acknowledg\w+|recall\w*|mention\w*)\b"
)
# "The governor was widely criticised": nobody is named who does it.
_PASSIVE = re.compile(r"(?:is|are|was|were|been|(?:has|have|had)\sbeen)\s(?:\w+\s)?\w+ed\b")
_MODAL = re.compile(r"\b(?:must|should|would|could|might|may|will|need\w*|ought|ha[sd] to|have to|be)\b")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|had|have|remains?|does|do|did)\b")
_HARM = re.compile(
    r"\b(?:destroy|retaliat|fight|block|continu|defend|defeat|bomb|strik|revenge|attack|victory|impos|tariff|boycott|"
    r"punish|tough|crush|resist|respon)"
)
_NEVER = re.compile(r"[\s“\"]*(?:that\s)?(?:\w+\s){0,2}(?:not|never)\b|\bnot to\b")
_DOING = re.compile(r"[\s“\"]*(?:(?:\w+\s)?\w+ing\b|(?:whether|what|how|an?)\s|the\s(?:offer|proposal|plan|request))")
_VERB = re.compile(
    r"\b(?:(?P<vow>vow\w*)|(?P<insist>insist\w*)(?!\son)|(?P<suggest>suggest\w*)|(?P<consider>considers?|considered)|"
    r"(?P<deny>den(?:y|ies|ied|ying))|(?P<want>wants?|wanted))$"
)


def cue_act(
    scene: Scene, statement: Statement, cues: Sequence[Signal], done: Sequence[Act], *, touched: bool
) -> Act | None:
    """The act that the cue itself is. `touched` says whether the statement touches an issue: a bare hope or plan that
    touches none is no offer. To warn is to threaten only where one's own measure is announced.
    """
    text = " ".join(scene.low[part.start : part.end] for part in statement.cue)
    if not statement.source and _PASSIVE.match(text):
        return None
    if verb := _VERB.search(text):
        plain = _by_verb(scene, statement, verb)
        return None if plain is None else Act(statement.cue[0], plain, VERB)
    if _NEUTRAL_CUE.search(text):
        cues = [one for one in cues if one.move == "accept" and one.weight >= FIRM]
    if not done and _ANNOUNCES.search(text):
        return Act(statement.cue[0], "proposes", ANNOUNCED)
    told = [one for one in cues if (one.move != "open" or one.weight > 1.5) and (touched or one.weight >= FIRM)]
    if not told:
        return None
    signal = max(told, key=lambda one: one.weight)
    if scene.low.startswith("warn", signal.span.start) and not any(one.stance == "threatens" for one in done):
        return None
    stance: Stance = STANCE_OF[signal.move]
    before = scene.low[max(0, statement.cue[0].start - 45) : statement.cue[0].start]
    if re.search(r"\b(?:not|never|yet to)\b|n\s?['’]\s?t\b", text) or _UNLIKELY.search(before):
        stance = "rejects" if stance in ("accepts", "proposes") else "undecided"
    return Act(signal.span, stance, signal.weight * CUE_WEIGHT)


def _by_verb(scene: Scene, statement: Statement, verb: re.Match[str]) -> Stance | None:
    """What a verb does depends on what follows: who vows to fight threatens, who vows to help offers."""
    if not statement.content:
        return None
    low, part = scene.low, statement.content[0]
    modal, finite = _MODAL.search(low, *part) is not None, _FINITE.search(low, *part) is not None
    match verb.lastgroup:
        case "vow":
            if _NEVER.match(low, *part):
                return "rejects"
            return "threatens" if _HARM.search(low, *part) else "proposes"
        case "insist":  # "insisted that the league is adapting" asks nothing of anybody
            return "demands" if modal or not finite else None
        case "suggest":
            return "proposes" if modal or not finite else None
        case "consider":
            return "undecided" if _DOING.match(low, *part) else None
        case "want":
            return "proposes" if low.startswith("to ", part.start) else "demands"
        case _:
            return "rejects"
