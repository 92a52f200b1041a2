"""collating.actors: one actor however spelled, and never two taken for one."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collating.actors import cluster, enough, keys, linked, sought
from onrecord.model import ActorType, Cluster, Form, Judgement, identity


def form(name: str, party: str | None = None, kind: ActorType = "person") -> Form:
    return Form(identity("form", name, kind, party), name, kind, party)


def judged(kind: str, subject: Form, other: Form | None = None, value: str | None = None, at: str = "1") -> Judgement:
    return Judgement(kind, subject.id, other.id if other else None, value, "user", "I know them", at)


def together(*forms: Form, judgements: tuple[Judgement, ...] = ()) -> list[set[str]]:
    names = {one.id: one.name for one in forms}
    return [{names[member.form] for member in actor.members} for actor in cluster(forms, judgements)]


def only(actors: tuple[Cluster, ...]) -> Cluster:
    assert len(actors) == 1
    return actors[0]


def test_a_misspelling_is_joined_and_says_why() -> None:
    known, slip = form("Oleksiy Hrynkovskyy", "Ruvania"), form("Oleksiy Hrynkovkiyy", "Ruvania")
    members = {member.form: member.why for member in only(cluster([known, slip])).members}
    assert "misspelled" in members[slip.id] or "misspelled" in members[known.id]


def test_the_name_of_an_actor_is_its_fullest_and_commonest() -> None:
    forms = [form("M. Tarrant"), form("Margaret Tarrant"), form("Margaret A. Tarrant"), form("Margaret A. Tarrantt")]
    assert only(cluster(forms)).name == "Margaret A. Tarrant"
    assert only(cluster([form("Ana Kolt"), form("Anna Kolt", "X"), form("Anna Kolt")])).name == "Anna Kolt"


def test_a_surname_joins_the_only_one_who_bears_it() -> None:
    assert together(form("Kolt", "Ruvania"), form("Ana Kolt", "Ruvania")) == [{"Kolt", "Ana Kolt"}]


def test_a_surname_of_two_joins_neither() -> None:
    assert len(together(form("Tarrant"), form("Jake Tarrant"), form("Lena Tarrant"))) == 3


def test_the_party_tells_whose_surname_it_is() -> None:
    found = together(form("Tarrant", "Sarovia"), form("Jake Tarrant", "Sarovia"), form("Lena Tarrant", "Ruvania"))
    assert {"Tarrant", "Jake Tarrant"} in found


def test_a_person_who_changes_sides_stays_one() -> None:
    assert len(together(form("Ana Kolt", "Ruvania"), form("Ana Kolt", "Sarovia"))) == 1


def test_a_ministry_of_two_states_is_two() -> None:
    forms = [form("Foreign Ministry", state, "organisation") for state in ("Ruvania", "Sarovia")]
    assert len(cluster([*forms, form("Foreign Ministry", None, "organisation")])) >= 2


def test_a_state_is_no_province_of_its_name() -> None:
    assert len(cluster([form("Georgia", "Georgia", "state"), form("Georgia", None, "organisation")])) == 2


def test_unnamed_sources_are_never_one() -> None:
    one = Form("form-1", "officials", "unnamed")
    other = Form("form-2", "officials", "unnamed")
    assert len(cluster([one, other])) == 2


def test_the_user_joins_what_no_rule_would() -> None:
    one, other = form("The Admiral"), form("Ana Kolt")
    assert together(one, other, judgements=(judged("merge", one, other),)) == [{"The Admiral", "Ana Kolt"}]


def test_the_user_tells_two_of_one_name_apart() -> None:
    one, other = form("Ana Kolt", "Ruvania"), form("Ana Kolt", "Sarovia")
    assert len(together(one, other, judgements=(judged("split", one, other),))) == 2


def test_the_later_word_stands() -> None:
    one, other = form("Ana Kolt", "Ruvania"), form("Ana Kolt", "Sarovia")
    said = (judged("merge", one, other, at="2"), judged("split", one, other, at="1"))
    assert len(together(one, other, judgements=said)) == 1


def test_a_judgement_undone_counts_no_more() -> None:
    one, other = form("Ana Kolt"), form("Ana Kolt", "Sarovia")
    undone = Judgement("split", one.id, other.id, None, "user", "slip", "1", None, "2")
    assert len(together(one, other, judgements=(undone,))) == 1


def test_a_form_split_from_all_stands_alone() -> None:
    one, other = form("Ana Kolt"), form("Ana Kolt", "Sarovia")
    assert len(together(one, other, judgements=(judged("split", one),))) == 2


def test_the_user_names_an_actor_and_sets_its_party() -> None:
    one = form("Ana Kolt", "Ruvania")
    said = (judged("rename", one, value="Ana Maria Kolt"), judged("set-party", one, value="Sarovia"))
    actor = only(cluster([one], said))
    assert (actor.name, actor.party, actor.party_judged) == ("Ana Maria Kolt", "Sarovia", True)


NAMES = [
    f"{given} {family}" for given in ("Ana", "Anna", "Oleh", "O.", "Jake") for family in ("Kolt", "Koltov", "Kolltov")
]
FORMS = st.builds(
    form,
    st.sampled_from([*NAMES, "Kolt", "Koltov", "George W. Kolt", "George H. W. Kolt", "George Kolt"]),
    st.sampled_from([None, "Ruvania", "Sarovia"]),
    st.sampled_from(["person", "organisation"]),
)


@given(st.lists(FORMS, max_size=12), st.randoms())
@settings(deadline=None)
def test_the_order_of_the_reports_does_not_matter(forms: list[Form], random: Random) -> None:
    shuffled = list(forms)
    random.shuffle(shuffled)
    assert cluster(forms) == cluster(shuffled)


@given(st.lists(FORMS, max_size=10, unique=True))
@settings(deadline=None)
def test_forms_depend_only_on_those_they_are_linked_to(forms: list[Form]) -> None:
    left, parts = set(forms), []
    while left:
        part, todo = set(), [left.pop()]
        while todo:
            one = todo.pop()
            part.add(one)
            near = {other for other in left if linked(one, other)}
            left -= near
            todo += near
        parts.append(part)
    alone = sorted((actor for part in parts for actor in cluster(part)), key=lambda actor: actor.id)
    assert tuple(alone) == cluster(forms)


@given(st.lists(FORMS, max_size=8, unique=True))
def test_forms_that_are_linked_share_a_key(forms: list[Form]) -> None:
    for one, other in combinations(forms, 2):
        if linked(one, other):
            assert set(sought(one)) & set(keys(other))
            assert set(sought(other)) & set(keys(one))


@given(st.lists(FORMS, max_size=8, unique=True))
def test_each_form_finds_whom_it_is_linked_to_under_what_it_seeks(forms: list[Form]) -> None:
    for a, b in combinations(forms, 2):
        if linked(a, b):
            assert set(sought(a)) & set(keys(b)) and set(sought(b)) & set(keys(a))


def test_a_full_name_does_not_seek_all_who_bear_its_surname() -> None:
    assert not set(sought(form("Ana Tarrant"))) & set(keys(form("Oleksiy Tarrant")))
    assert set(sought(form("Ana Tarrant", "Norland"))) & set(keys(form("Tarrant", "Norland")))


@pytest.mark.parametrize("name", ["", "'", "…", "<script>", "Robert'); DROP TABLE actors;--"])
def test_hostile_names_are_only_names(name: str) -> None:
    assert only(cluster([form(name)])).name == name


@pytest.mark.parametrize("other", ["Norr Inc.", "The Norr Company", "Norr Corp", "Norr Co. Ltd."])
def test_a_brand_is_one_under_its_names(other: str) -> None:
    actor = only(cluster([form("Norr", "Norr", "organisation"), form(other, other, "organisation")]))
    assert actor.party == actor.name


@pytest.mark.parametrize(
    ("one", "other"), [("Norr Inc.", "Norr Bank"), ("Norr Company", "Norr Company of Ships"), ("AG", "Co. AG")]
)
def test_two_bodies_stay_two(one: str, other: str) -> None:
    assert len(cluster([form(one, one, "organisation"), form(other, other, "organisation")])) == 2


@pytest.mark.parametrize(("full", "bare"), [("Aya Kolt", "Ya"), ("Papa Kolt", "Papaya"), ("Sara Kolt", "Zarya")])
def test_a_bare_name_is_no_first_name_that_sounds_alike(full: str, bare: str) -> None:
    assert len(cluster([form(full), form(bare)])) == 2


def test_two_of_a_party_are_enough_to_tell_that_a_bare_name_is_nobodys() -> None:
    bare = Form("bare", "Kolt", "person", "Norland")
    many = {f"a{n:03}": {"Norland"} if n % 2 else set[str]() for n in range(100)} | {"other": {"Velmora"}}
    assert len(enough(bare, many)) == 4
    assert enough(bare, {"other": {"Velmora"}}) == {"other"}
