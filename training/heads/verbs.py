"""Verbs of each attribution type, after the Penn Discourse Treebank's manual (Prasad et al. 2007, section 5).

Only for training: the classifier sees the encoder's view of a cue in its sentence, and so judges cues that stand in no
list, and the same word in another sense.
"""

from __future__ import annotations

import re

ASSERTION = """
say tell add announce claim state argue warn note insist acknowledge admit report write post tweet explain
confirm deny declare mention stress emphasize emphasise accuse criticize criticise call describe cite respond
reply suggest testify allege denounce praise thank condemn blast slam mock boast remark comment joke quip
reiterate repeat recount reveal disclose assert contend maintain complain concede conclude cry deplore decry
echo estimate express highlight imply indicate inform lament liken caution observe point predict proclaim
publish quote recommend refer relate retort rule shout show speak talk underline underscore utter voice ask
answer question assure attack assail attribute blame brand broadcast compare defend detail dispute dub
forecast greet hail hint joke label list outline portray raise recall refute release remind retweet share sing
sound tout welcome whisper yell chant email text read according title entitle found finds show address discuss
apologize apologise bemoan brief challenge chide clarify counter deride dismiss document elaborate exclaim
record allegedly reportedly purportedly rebuke commend applaud congratulate caption interject joked muse object
opine paint ponder pronounce rail scold signal specify spell summarize swear
""".split()
BELIEF = """
think believe fear expect suspect consider view feel guess assume doubt worry regard figure imagine reckon
presume see suppose anticipate deem perceive judge trust wonder agree disagree confident convinced skeptical
sceptical optimistic pessimistic worried concerned afraid certain sure belief fears expectation opinion seem
appear look interpret
""".split()
FACT = """
know realize realise regret remember forget learn discover notice aware understand recognize recognise hear
watch recollect acquaint unaware remembered saw noticed overhear
""".split()
EVENTUALITY = """
charge detain arrest sue fine
want plan intend order seek refuse urge demand push try threaten decide support oppose offer aim wish hope vow
pledge promise willing ready open reject accept back favor favour pursue advocate endorse propose prefer require
call-for call-on call-upon ask-to ask-for beg plead press encourage persuade request instruct direct command
forbid prohibit ban authorize authorise approve allow permit consent volunteer commit resolve decline desire
yearn long crave need opt choose determine prepare consider-doing vote nominate supporter like love hate loath
reluctant unwilling eager keen determined resist rebuff lobby campaign veto intention plans plan goal bid
""".split()

NAMED = {"assertion": ASSERTION, "belief": BELIEF, "fact": FACT, "eventuality": EVENTUALITY}
DOUBLE = re.compile(r"([bdgklmnprt])\1$")


def forms(verb: str) -> set[str]:
    """The verb's regular inflections; irregular ones stand in `IRREGULAR`."""
    stem = verb[:-1] if verb.endswith("e") else verb
    out = {verb, verb + "s", verb + "es", stem + "ed", stem + "ing", verb + "ed", verb + "ing"}
    if verb.endswith("y"):
        out |= {verb[:-1] + "ies", verb[:-1] + "ied"}
    return out | {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}


IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "thought": "think", "felt": "feel",
    "saw": "see", "seen": "see", "knew": "know", "known": "know", "forgot": "forget", "forgotten": "forget",
    "understood": "understand", "heard": "hear", "sought": "seek", "chose": "choose", "chosen": "choose",
    "spoke": "speak", "spoken": "speak", "swore": "swear", "sworn": "swear", "shown": "show", "forbade": "forbid",
    "sang": "sing", "sung": "sing", "found": "found", "foresaw": "anticipate", "foresees": "anticipate",
}  # fmt: skip


def _table() -> dict[str, str]:
    out: dict[str, str] = {}
    for name in ("eventuality", "fact", "belief", "assertion"):
        for verb in NAMED[name]:
            for form in forms(verb) if "-" not in verb else {verb.replace("-", " ")}:
                out.setdefault(form, name)
    return out | {form: out.get(verb, "assertion") for form, verb in IRREGULAR.items()}


TABLE = _table()
PHRASES = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (
            r"\bcall(?:s|ed|ing)? (?:up)?on\b|\bcall(?:s|ed|ing)? for\b|\bask(?:s|ed|ing)? (?:for\b|.* to$)",
            "eventuality",
        ),
        (r"\bmade? (?:it )?clear\b|\bput(?:s|ting)? it\b|\baccording\b|\bpoint(?:s|ed|ing)? (?:out|to)\b", "assertion"),
        (r"^(?:is|are|was|were) (?:widely )?expected|\bseem|\bappear", "belief"),
        (r"\bagree(?:s|d|ing)? (?:to|on)\b|\bopen to\b|\bwould like\b|\bready to\b|\bwilling\b", "eventuality"),
        (r"\bexpress(?:es|ed|ing)?\b", "assertion"),
        (r"^agree(?:s|d)?$", "assertion"),
    )
)


def type_of(cue: str, following: str) -> str | None:
    """The type that the lists give a cue, or None where they are silent or at odds. `following` is what comes next."""
    lowered = cue.lower()
    for pattern, name in PHRASES:
        if pattern.search(lowered):
            return name
    if lowered in ("ask", "asks", "asked", "asking") and re.match(r"(?:\w+ ){1,6}to\b", following):
        return "eventuality"
    found = {TABLE[w] for w in re.findall(r"[a-z]+", lowered) if w in TABLE}
    if lowered in (":", "—", "-"):
        return "assertion"
    return found.pop() if len(found) == 1 else None
