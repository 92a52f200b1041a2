"""The nouns that news has for people, bodies and sources. Lower case; plurals are made where they are regular."""

from __future__ import annotations

from typing import Literal

HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady madam mme sheikh rev reverend hon".split())
MALE = frozenset(
    """mr sir lord king prince man boy father son brother husband gentleman spokesman chairman congressman
    businessman policeman assemblyman councilman salesman fireman emir sheikh pope uncle nephew grandfather
    grandson widower actor fisherman cardinal ayatollah imam priest bishop archbishop""".split()
)
FEMALE = frozenset(
    """mrs ms miss dame lady madam mme queen princess woman girl mother daughter sister wife spokeswoman chairwoman
    congresswoman businesswoman policewoman assemblywoman councilwoman actress aunt niece grandmother widow nun
    granddaughter saleswoman""".split()
)

# Roles whose holders speak for somebody, in families: a "leader" of a state may have been called its president before.
FAMILIES = {
    "ruler": """president premier chancellor king queen emir sultan prince princess ruler leader strongman monarch pm
        taoiseach potus prime-minister dictator caliph pope tsar""",
    "minister": "minister secretary chancellor",
    "envoy": "envoy ambassador negotiator representative diplomat emissary mediator delegate consul rep attache",
    "spokesman": """spokesman spokeswoman spokesperson aide spox""",
    "lawmaker": """lawmaker senator congressman congresswoman legislator parliamentarian mp mk mep deputy representative
        assemblyman assemblywoman rep sen politician speaker lawmakers whip councilman councilwoman councillor peer""",
    "official": """official officer aide adviser advisor undersecretary director administrator commissioner inspector
        counselor councillor attache operative rapporteur bureaucrat staffer appointee ombudsman coordinator""",
    "chief": """chief head chairman chairwoman chair leader boss director secretary-general chairperson commander
        governor president founder co-founder ceo executive cfo coo co-chair superintendent""",
    "counterpart": "counterpart",
    "mayor": "mayor governor gov prefect",
    "soldier": """general commander admiral colonel captain major lieutenant sergeant soldier gen col lt capt maj sgt
        adm         marshal brigadier corporal fighter officer militant rebel warlord""",
    "candidate": "candidate nominee hopeful contender front-runner frontrunner challenger incumbent rival opponent",
    "lawyer": "lawyer attorney prosecutor judge justice counsel solicitor magistrate barrister",
    "police": "sheriff policeman policewoman detective officer constable inspector",
    "manager": "manager consultant organizer organiser campaigner pollster surrogate supporter operative",
    "activist": "activist campaigner dissident protester advocate unionist organizer demonstrator",
    "tycoon": "businessman businesswoman billionaire tycoon mogul magnate entrepreneur developer investor oligarch",
    "scholar": """professor expert analyst economist historian scientist researcher scholar academic strategist fellow
        biologist physicist psychologist sociologist lecturer climatologist epidemiologist teacher specialist
        engineer meteorologist""",
    "journalist": """journalist reporter correspondent editor columnist author writer anchor host blogger commentator
        presenter broadcaster pundit photographer interviewer filmmaker""",
    "cleric": "cleric imam rabbi priest bishop archbishop cardinal pastor ayatollah patriarch mufti pope nun",
    "artist": "actor actress singer musician artist comedian filmmaker player coach athlete star poet novelist",
    "medic": "doctor physician surgeon nurse dentist paramedic medic",
    "dead": "victim survivor witness suspect defendant driver passenger resident neighbor neighbour patient prisoner",
}
# These speak for themselves, whatever country or paper stands before their name.
OWN_VOICE = frozenset("scholar journalist artist medic dead tycoon activist".split())
FAMILY: dict[str, tuple[str, ...]] = {}
for _family, _nouns in FAMILIES.items():
    for _noun in _nouns.split():
        FAMILY[_noun] = (*FAMILY.get(_noun, ()), _family)

ROLES = frozenset(FAMILY) | frozenset("vice-president first-lady chief-of-staff ex-president deputy leader".split())
PEOPLE = frozenset(
    """man woman boy girl mother father son daughter brother sister husband wife friend teacher student citizen
    voter veteran migrant refugee worker employee member parent child person teenager colleague nephew niece
    cousin uncle aunt grandmother grandfather lady gentleman owner farmer client participant traveler visitor
    partner boyfriend girlfriend guest terrorist insurgent homeopath informant insider source figure
    whistleblower observer bystander shopper tourist fan guy kid widow bride pilot sailor programmer designer
    artist hacker""".split()
)
KIN = frozenset("lady wife husband son daughter brother sister nephew niece father mother".split())
# "The president's son", "a cousin of the minister": who is told of as a relative holds no office by that.
RELATIVES = (KIN - {"lady"}) | frozenset(
    """grandson granddaughter grandfather grandmother uncle aunt cousin stepson stepdaughter half-brother half-sister
    son-in-law daughter-in-law brother-in-law sister-in-law father-in-law mother-in-law widow widower child parent
    boyfriend girlfriend fiance""".split()
)
PLURAL_PEOPLE = frozenset(
    """people men women children police officials authorities troops persons others politicians many some critics
    opponents supporters parents lawmakers those experts sources leaders residents aides families media staff
    forces everyone nobody everybody allies locals advocates americans""".split()
)
BODIES = frozenset(
    """government administration ministry department agency office bureau army military navy force forces police
    party parliament congress senate cabinet council committee commission court embassy bank company firm
    corporation union university school church group organization organisation team campaign delegation movement
    militia alliance coalition association federation foundation institute network board panel side regime state
    country nation house service command fund authority airline club league union hospital newspaper magazine
    channel broadcaster station watchdog think-tank center centre assembly duma junta leadership presidency
    embassy consulate directorate guard tribunal secretariat bloc nations society staff rebels faction kremlin
    body""".split()
)
# A body of this kind, with a state's name before it, is the state's.
STATE_BODIES = frozenset(
    """government administration ministry department army military navy force forces police parliament congress
    senate cabinet embassy delegation duma regime presidency consulate junta troops intelligence council court
    leadership authorities bank guard command secretariat assembly side treasury office agency""".split()
)
DOCUMENTS = frozenset(
    """report statement document letter study poll survey article memo interview tweet post email emails documents
    reports statements transcript indictment complaint filing lawsuit book video advisory release comment
    comments remark remarks announcement data audit footage figures records readout text communique declaration
    website ad""".split()
)
MODIFIERS = frozenset(
    """special senior top deputy foreign prime vice acting chief national security former ex then-president new old
    outgoing incoming interim general assistant associate defense defence interior finance treasury press state
    military political economic presidential vice-presidential republican democratic conservative liberal
    retired veteran high-ranking longtime long-time lead current first second third late supreme opposition
    regional local federal permanent middle east trade commerce energy justice home health labor labour
    education environment transport agriculture culture intelligence police communications campaign policy legal
    human rights principal european african asian arab western public affairs relations parliamentary senate
    congressional executive managing co founding regional chief-of-staff real estate media billionaire
    presumptive under so-called far-right left-wing right-wing self-proclaimed de facto party union company
    group city county district great attorney financial operating major lieutenant brigadier peace nuclear climate
    chairman""".split()
)
PRINTED = frozenset("newspaper paper magazine outlet website daily weekly".split())
OUTLETS = PRINTED | frozenset("broadcaster channel station".split())
FORMER = frozenset("former ex then late onetime one-time retired erstwhile".split())
Number = Literal["one", "many"]


def singular(noun: str) -> str | None:
    """The singular of a plural noun that names people or bodies, or null where it is none."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    for ending, instead in (("ies", "y"), ("ses", "s"), ("s", "")):
        if noun.endswith(ending) and (stem := noun[: -len(ending)] + instead) in KNOWN:
            return stem
    return None


KNOWN = ROLES | PEOPLE | BODIES | DOCUMENTS
IRREGULAR = {
    **{noun: f"{noun[:-3]}man" for noun in "spokesmen congressmen businessmen policemen chairmen".split()},
    **{noun: f"{noun[:-5]}woman" for noun in "spokeswomen congresswomen businesswomen".split()},
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
}
