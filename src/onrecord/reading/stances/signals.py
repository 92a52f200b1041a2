"""Words that accept, propose, demand, reject, threaten, accuse or leave open, found in one pass over a text."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.model import Span

Move = Literal["accept", "propose", "demand", "reject", "threaten", "accuse", "open"]


class Signal(NamedTuple):
    """`weight` says how much the words alone tell, from 0 to 3."""

    span: Span
    move: Move
    weight: float


JUDGES = 2.41  # the weight of words that judge ("out of the question"): whoever the subject is, it is the speaker's no
_MEASURE = (
    r"(?:strike|retaliate|respond|hit|attack|destroy|crush|obliterate|punish|impose|slap|bomb|invade|escalate|resume "
    r"(?:the )?(?:war|strikes|fighting|attacks)|fight|target|tax|"
    r"reimpose|re-impose|intensify|walk (?:out|off)|go on strike|down tools|stop work|shut down|cut off|"
    r"hold (?:them|him|her|it) responsible|make (?:them|him|it|you) pay|use force|"
    r"walk away|step aside|pull out|(?:withdraw from|abandon|quit|leave) (?:the )?(?:\w+ )?(?:talks|negotiations|"
    r"process|deal|agreement)|take (?:military|concrete|further|tough|all necessary) )"
)
_YES_VERB = (
    r"(?:accept|agree|allow|negotiate|recogni[sz]e|support|sign|compromise|withdraw|stop|halt|cede|talk|meet|attend|"
    r"join|participate|permit|tolerate|consider|give (?:up|in)|back down|surrender|yield|abandon|release|take part|"
    r"renegotiate|get involved|"
    r"rush|pay|discuss|go along|lift|bow|return|let|end)"
)
_NOT = (
    r"(?:(?:do|does|did|is|are|was|were|am|be|been|would|will|can|could|shall) ?(?:not|n ?['’] ?t)|never|won ?['’] ?t|"
    r"wo n['’]t)"
)
_BE = r"(?:is|are|was|were|be|been|am|['’]re|['’]m|still|remains?|also|express\w*|as|seems?|appears?)"
_PATTERNS: tuple[tuple[Move, float, str], ...] = (
    # threats that look like readiness
    ("threaten", 2.4, rf"""(?:{_BE} )?(?:\w+ )?(?:ready|willing|prepared|free|determined) to {_MEASURE}\w*"""),
    # no
    ("reject", 2.6, r"""reject\w*|rebuff\w*|spurn\w*|rul(?:e|es|ed|ing) out|turn(?:s|ed|ing)? down|scoff\w*"""),
    ("reject", 2.4, r"""refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing) to|oppos(?:e|es|ed|ing|ition)|
        dismiss(?:es|ed|ing)?|no intention of"""),
    ("reject", 2.41, r"""unacceptable|out of the question|off the table|non-?starter|not enough|too (?:long|
        late|little)|not an option|red line|
        of no use|not (?:acceptable|negotiable)|(?:is|are|was|were|be) (?:dead|unlikely|impossible|unrealistic)"""),
    ("reject", 2.2, r"""abandon(?:s|ed|ing)?|scrap(?:s|ped|ping)?|call(?:s|ed|ing)? off|cancel\w*|
        pull(?:s|ed|ing)? (?:back|out) (?:of|from)|call(?:s|ed|ing)? (?:\w+ ){1,3}off|withdr(?:ew|awn) from|
        walk(?:s|ed|ing)? away|renege\w*|
        suspend(?:s|ed|ing)? (?:talks|negotiations)"""),
    ("reject", 2.4, rf"""{_NOT} (?:ever |be |yet )?{_YES_VERB}\w*|(?:cannot|no longer) (?:be |
        ever )?{_YES_VERB}\w*"""),
    ("reject", 2.2, r"""no (?:deal|talks|negotiations|truce|ceasefire|cease-fire|concessions?|compromise|
        need (?:for|to)|
        plans? to|reason to|way|interest in|point in)"""),
    ("reject", 2.2, rf"""{_NOT} (?:\w+ )?(?:need|want|ready|willing|prepared|open|interested|in favou?r|
        going to (?:accept|agree|negotiate|allow|happen))|not (?:ready|willing|prepared|open|interested)"""),
    ("reject", 2.2, r"""balk(?:s|ed|ing)?(?= at\b)|resist(?:s|ed|ing)?|shun(?:s|ned|ning)?"""),
    ("reject", 1.6, r"""(?:is|are|was|were|be) against|stand(?:s|ing)? firm"""),
    # yes
    ("accept", 2.4, r"""offer(?:s|ed|ing)? (?:\w+ )?support|accept(?:s|ed|ing|ance)?|agree(?:s|d|ing)?(?: to|
         with| on| that)?|consent(?:s|ed)?|endors\w+|
        embrac\w+"""),
    ("accept", 2.2, r"""in favou?r(?: of)?|approv(?:e|es|ed|al)|on board|no objections?|sa(?:id|ys|y) yes|green light|
        fine with|happy (?:to|with)|abid(?:e|es|ed|ing) by|adher\w+ to|
        honou?r(?:s|ed|ing)? (?:the|its|our|this|that|any)|in agreement"""),
    ("accept", 2.0, r"""support(?:s|ed|ing)?(?= (?:the|a|an|any|this|that|it|for|of|such|efforts|his|her|their|
        its|peace)\b)|
        back(?:s|ed|ing)(?= (?:the|a|an|any|this|that|it|such|his|her|their|its)\b)|welcom\w+|
        put (?:its|his|her|their|our) (?:support|weight) behind|
        (?:would|will|['’]ll|certainly|fully|strongly|we|they|also|also fully) support(?:s|ed)?"""),
    ("accept", 2.0, rf"""{_BE} (?:\w+ )?(?:ready|willing|prepared|open)(?: to| for)?|willingness|readiness|
        openness|open to|
        ready to|willing to|prepared to|ready for"""),
    ("accept", 1.8, r"""defend(?:s|ed)(?= (?:the|his|her|its|their|a|an)\b)|satisfied with|(?:pleased|proud|
        glad) (?:to|that|with)|
        commit(?:s|ted|ment)? to|commitment|correct idea|idea (?:itself )?is (?:correct|right|good)|
        (?:form|serve as|be|as) (?:the|a) (?:\w+ )?(?:basis|foundation|starting point|partner)|
        acknowledg\w+ the possibility|reach(?:es|ed)? an? (?:\w+ )?(?:agreement|deal|understanding)|sign(?:s|
        ed) (?:the|an?)|
        struck an?|look(?:s|ing)? forward to"""),
    # offer
    ("propose", 2.2, r"""propos(?:e|es|ed|ing)|offer(?:s|ed|ing)?|put(?:s|ting)? forward|float(?:s|ed|ing)|
        invit(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|tabled|volunteer\w*"""),
    ("propose", 1.6, r"""(?:would|['’]d) (?:like|love|be happy|be honou?red|be glad) to(?! see)|
        hop(?:e|es|ed|ing) (?:to|for|that|\w+ will)|hopes?|hoped|plans? to|planned to|planning to|aims? to|
        intends? to|the goal of|
        present a proposal|(?:might|may|could) (?:call|meet|visit|speak|host|talk|exempt|lift|ease)|
        will (?:present|offer|propose)|interested in hosting|let['’]?s|eager to|keen to|working (?:on|to|toward)"""),
    ("propose", 1.2, r"""hint(?:s|ed)|announc(?:es|ed|ing) (?:plans|a|an|that|the)|take effect|want(?:s|ed)? to|
        seek(?:s|ing)? to"""),
    # demand
    ("demand", 2.4, r"""demand(?:s|ed|ing)?|insist(?:s|ed|ing|ence)?|urg(?:e|es|ed|ing)|call(?:s|ed|ing)? (?:on|
        for|upon)|
        appeal(?:s|ed)? (?:to|for)|requir(?:e|es|ed|ing|ement)|ultimatum|
        (?:key|main|central|chief|core) (?:point|demand|condition|priority|requirement)"""),
    ("demand", 1.95, r"""must|(?<!than he )(?<!than she )(?:needs? to (?!think)|needed to|ha(?:s|ve|d) to)|ought to|
        press(?:es|ed|ing)? for|push(?:es|ed|ing)? for|ask(?:s|ed|ing)? (?:\w+ ){1,2}to|(?<!in )order(?:s|ed|
        ing)?(?= (?:\w+ ){0,4}to\b| the\b| an?\b)|
        want(?:s|ed)? (?!to)(?:\w+ ){1,4}to|want(?:s|ed)? (?!to)|expect(?:s|ed)? (?:\w+ ){1,3}to|
        we (?:need|want) (?!to)|(?:['’]d|would) (?:like|love) to see|difficulty in|raised the issue"""),
    ("demand", 2.0, r"""lobb(?:y|ies|ied|ying)(?= )|agitat(?:e|es|ed|ing) for|
        (?:push|press)(?:es|ed|ing)?(?= (?:\w+ ){1,4}to\b)"""),
    ("demand", 1.3, r"""goal (?:is|was|must)|best path|time to|should|needs?|our (?:task|priority|goal|position|
        demand) (?:is|remains)|the key is|
        (?:crucial|essential|important|necessary|vital) (?:to|that|for)|as soon as possible|
        seek(?:s|ing)?|
        advocat\w+|preconditions?"""),
    # threat
    ("threaten", 2.6, r"""threaten(?:s|ed|ing)?|threats? (?:to|of|that)|
        (?:serious|severe|grave|dire|heavy|big|unspecified) (?:\w+ )?(?:consequences|price|costs)|
        pay (?:a|the) (?:\w+ )?price|or else|all hell|hell to pay|totally destroy"""),
    ("threaten", 2.3, rf"""(?:will|would|could|shall|may|might|can|going to|ready to|prepared to|['’]ll)
         (?:also |now |then |be forced to |have to |again |severely |soon |continue to )?{_MEASURE}\w*"""),
    ("threaten", 1.6, r"""retaliat(?:ion|ory)|to defend (?:its|our|the|them)\w*|whatever (?:is necessary|
        it takes|action)|warn(?:s|ed|ing)?|no choice but|(?:be|get) hurt|very bad for|vow(?:s|ed|ing)? (?:to|
        revenge|that)|
        (?:military|harsh|forceful|strong|crushing|decisive|firm|tough) (?:\w+ )?(?:action|response|strike)|
        further (?:\w+ )?(?:action|measures|sanctions)|defeat the enemy|decisively defeat|
        will be (?:liberated|destroyed|defeated|met with)"""),
    # blame
    ("accuse", 2.5, r"""accus(?:e|es|ed|ing|ation|ations)|blam(?:e|es|ed|ing)|condemn(?:s|ed|ing|ation)?|denounc\w+|
        decr(?:y|ies|ied)|slam(?:s|med|ming)?|blast(?:s|ed|ing)|lambast\w+|critici[sz]\w+|rebuk\w+"""),
    ("accuse", 2.2, r"""complain(?:s|ed|ing)?|lament(?:s|ed|ing)?|lash(?:es|ed|ing)? out|bemoan\w*|brand(?:s|ed|ing)|
        assail\w*|mock(?:s|ed|ing)|ridicul\w+|deplor\w+|taunt(?:s|ed|ing)?|scold\w*"""),
    ("accuse", 2.0, r"""rail(?:s|ed)? against|frustrat\w+|criminal|murder\w*|detached from|backed out|
        violat(?:e|es|ed|ing)|breach(?:ed|es|ing)|br(?:eak|oke|eaking|oken) (?:the|its|his|
        their|of|a)|
        sabotag\w+|undermin\w+|provoc\w+|provok\w+|aggress\w+|terroris[mt]s?|war crimes?|genocid\w+|massacr\w+|
        atrocit\w+|barbaric|lie[sd]?|lying|liars?|deceiv\w+|deceit|cheat\w+|bad faith|hypocri\w+|responsible for|
        guilty|to blame"""),
    ("accuse", 1.4, r"""violations?|breach|unfair\w*|unjust\w*|illegal\w*|rip(?:ped|ping)? off|took advantage|
        taking advantage|obstruct\w*|stall(?:s|ed|ing)|delay(?:s|ed|ing)?|dishonest\w*|fail(?:s|ed|ing)? to|
        failure to|
        disgrac\w+|outrag\w+|shame\w*|
        hurts?|harm(?:s|ed|ful)?|jeopardi[sz]\w+|false\w*|innocent|excessive|
        disproportionate|nonsense|insult\w*|mistake|bad deal|cynical\w*|imitat\w+|nothing (?:more|else|other)|
        bombing|kill(?:s|ed|ing)|
        occupiers?|stab(?:bed)?|betray\w+|dangerous|reckless\w*|bullying"""),
    # neither
    ("open", 1.8, r"""consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|stud(?:y|ies|ied|ying)|review(?:s|ed|ing)?|
        mull\w*|examin\w+|
        no decision|undecided|remains? to be seen|too early|premature|see what happens|find out|going to see|
        see whether|
        wait and see|time will tell|not (?:yet )?decided|think(?:ing)? about"""),
)  # fmt: skip

_FIND = re.compile(
    re.sub(
        r"\n\s{8}",
        "",
        "(?<![\\w-])(?:"
        + "|".join(f"(?P<s{i}>{source})" for i, (_, _, source) in enumerate(_PATTERNS))
        + r")(?![\w-])",
    ).replace(" ", r"\s")
)


def find_signals(low: str, start: int = 0, end: int | None = None) -> list[Signal]:
    """Signals in the order of the text. `low` is the text in lower case, letter for letter."""
    found = []
    for match in _FIND.finditer(low, start, len(low) if end is None else end):
        name = match.lastgroup
        if name is not None:
            move, weight, _ = _PATTERNS[int(name[1:])]
            found.append(Signal(Span(*match.span()), move, weight))
    return found
