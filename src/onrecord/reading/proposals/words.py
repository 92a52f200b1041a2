"""The words that proposals are named with."""

from __future__ import annotations

from onrecord.model.proposal import ProposalKind

HEADS: dict[str, ProposalKind] = {
    "ceasefire": "truce",
    "cease fire": "truce",
    "truce": "truce",
    "armistice": "truce",
    "moratorium": "truce",
    "plan": "plan",
    "proposal": "plan",
    "counterproposal": "plan",
    "counter proposal": "plan",
    "initiative": "plan",
    "offer": "plan",
    "formula": "plan",
    "blueprint": "plan",
    "roadmap": "plan",
    "road map": "plan",
    "framework": "plan",
    "term sheet": "memorandum",
    "memorandum": "memorandum",
    "memorandum of understanding": "memorandum",
    "accord": "accord",
    "agreement": "accord",
    "deal": "accord",
    "pact": "accord",
    "treatie": "accord",
    "treaty": "accord",
    "protocol": "accord",
    "declaration": "accord",
    "communique": "accord",
}
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year"})
PARTS = frozenset({"point", "step", "phase", "stage", "page"})
NUMBERS = {
    word: str(value)
    for value, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty""".split(),
        1,
    )
} | {"thirty": "30", "forty": "40", "sixty": "60", "ninety": "90", "hundred": "100"}
DETERMINERS = frozenset(
    """the a an this that these those any no some its his her their our my your another such each every both what which
    whose""".split()
)
# What it is about: it tells one plan from another of the same maker, but not alone.
ABOUT = frozenset(
    """ceasefire cease-fire truce peace nuclear trade energy grain prisoner prisoners prisoner-exchange hostage hostages
    swap exchange withdrawal settlement land sea naval maritime aerial humanitarian aid border reconstruction security
    monitoring peacekeeping disarmament denuclearization denuclearisation sanctions tariff tariffs quota wage pay
    power-sharing autonomy partition demilitarization demilitarisation arms missile missiles evacuation reform
    rare-earth minerals migration asylum fishing fisheries budget pension wages strike arbitration""".split()
)
CEASEFIRE = frozenset({"ceasefire", "cease-fire"})
# What says nothing of which one it is.
ORDINARY = frozenset(
    """temporary partial interim limited immediate unconditional full comprehensive final draft new revised original
    initial joint proposed general latest current existing phased controversial possible potential future earlier
    previous recent first second third last lasting permanent long-term short-term tentative preliminary formal detailed
    own so-called historic landmark old broader wider larger ambitious rival alternative competing written verbal oral
    secret outlined fresh separate bilateral trilateral mutual international regional global national official best
    complete total renewed long-sought fragile shaky tenuous indefinite mediated brokered contested sweeping modest
    basic simple major key overall free big great good bad fair real enforceable workable viable""".split()
)
PREFIXES = {
    "franco": "France",
    "anglo": "United Kingdom",
    "russo": "Russia",
    "sino": "China",
    "indo": "India",
    "greco": "Greece",
    "turco": "Turkey",
    "austro": "Austria",
    "italo": "Italy",
    "luso": "Portugal",
}
TITLES = frozenset(
    """President Minister Mr. Mrs. Ms. Secretary Premier Chancellor General Ambassador Envoy Senator King Queen But And
    If When While Although As In On At For With Under After Before Since Meanwhile However Of To From By Both Is Was
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December""".split()
)
MAKING = (
    "proposed|put forward|put on the table|presented|drafted|drawn up|drew up|suggested|offered|floated|unveiled|"
    "tabled|brokered|mediated|negotiated|sketched out|outlined|submitted|devised|crafted|hammered out|launched|set out|"
    "advanced|worked out|authored|formulated"
)
