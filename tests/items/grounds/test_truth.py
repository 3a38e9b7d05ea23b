"""Truth: which answers are provably wrong, by what; what is merely not stated is never wrong."""

import pytest

from tests.items.conftest import with_facts
from trotskyism_cli.items.grounds.answers import Answer, entry_answer, year_answer
from trotskyism_cli.items.grounds.index import Index, build_index, can_be_key
from trotskyism_cli.items.grounds.truth import ObjectDuring, ObjectOf, SubjectOf, YearOf, disprove, only_year, sure_year
from trotskyism_cli.items.model import Rule
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Citation, Complete, EntryRef, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation


@pytest.fixture(scope="module")
def index(poisoned: Pack) -> Index:
    return build_index(poisoned)


def entry(index: Index, entry_id: str) -> Answer:
    return entry_answer(index.pack.entries[entry_id], None)


def rule(proof: object) -> Rule | None:
    return getattr(proof, "rule", None)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("france", Rule.COMPLETE),  # he came there from Turkey, in the month in which he left
        ("mexico", Rule.COMPLETE),
        ("turkey", None),
        ("princes-islands", None),  # they lie in Turkey
    ],
)
def test_where_somebody_was_at_another_time(built_in: Pack, place: str, wanted: Rule | None) -> None:
    index = build_index(_with_every_exile(built_in))
    turkey = ObjectDuring(index.facts["trotsky.exile-turkey"])

    assert rule(disprove(index, turkey, entry(index, place))) == wanted
    assert disprove(index, ObjectOf(turkey.fact), entry(index, place)) is None


def _with_every_exile(pack: Pack) -> Pack:
    """The pack, as if its list of Trotsky's places of exile were declared to be complete."""
    trotsky = pack.entries["trotsky"]
    complete = (Complete("exiled-to", trotsky.facts[0].citations),)
    return pack._replace(entries={**pack.entries, "trotsky": trotsky._replace(complete=complete)})


def test_a_place_without_dates_is_never_wrong_at_a_time(built_in: Pack) -> None:
    def undated(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(fact._replace(when=None) if fact.id == "trotsky.exile-france" else fact for fact in facts)

    index = build_index(with_facts(built_in, "trotsky", undated))
    asked = ObjectDuring(index.facts["trotsky.exile-turkey"])

    assert disprove(index, asked, entry(index, "france")) is None


@pytest.mark.parametrize(
    ("fact", "answer", "wanted"),
    [
        ("work-0.author", "bergen", Rule.FUNCTIONAL),
        ("arendal.born-in", "town-1", Rule.FUNCTIONAL),
        ("arendal.born-in", "land", None),  # the town lies in it
        ("trap-nested-birth.born-in", "town-1", None),  # a town is no alternative to a country
        ("trap-negated.author", "gouda", Rule.EXPLICIT_NOT),
        ("trap-founders.founder", "bergen", None),  # not stated is not false
        ("work-4.author", "trap-alias", None),  # Nora Nantes is another name of Emma Elgin
    ],
)
def test_another_object(index: Index, fact: str, answer: str, wanted: Rule | None) -> None:
    assert rule(disprove(index, ObjectOf(index.facts[fact]), entry(index, answer))) == wanted


@pytest.mark.parametrize(
    ("fact", "answer", "wanted"),
    [
        ("work-1.author", "work-2", Rule.FUNCTIONAL),
        ("work-1.author", "trap-coauthored", None),  # in part by Bergen
        ("work-2.author", "trap-doubtful-author", None),  # Dover says that it is by Cadiz
        ("work-0.author", "trap-doubtful-author", None),  # and nothing else is sure
        ("trap-member.member", "arendal", Rule.COMPLETE),
    ],
)
def test_another_subject(index: Index, fact: str, answer: str, wanted: Rule | None) -> None:
    assert rule(disprove(index, SubjectOf(index.facts[fact]), entry(index, answer))) == wanted


@pytest.mark.parametrize(
    ("fact", "year", "wanted"),
    [
        ("arendal.born", 1803, Rule.INTERVAL),
        ("arendal.born", 1802, None),  # too near to be wrong for certain
        ("arendal.born", 1800, None),  # right
        ("trap-disputed-birth.born", 1830, None),  # the other side says so
        ("trap-disputed-birth.born", 1828, None),
        ("trap-disputed-birth.born", 1840, Rule.INTERVAL),
        ("trap-corrected.died-right", 1880, None),  # it was stated once
        ("trap-span.date", 1840, None),  # it lasted that long
    ],
)
def test_another_year(index: Index, fact: str, year: int, wanted: Rule | None) -> None:
    assert rule(disprove(index, YearOf(index.facts[fact]), year_answer(year))) == wanted


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1917", 1917),
        ("1917-12-20", 1917),
        ("1917-12-20 OS", None),
        ("1917?", None),
        ("1917/1919", None),
        ("191X", None),
    ],
)
def test_a_sure_year_is_one_in_both_calendars(text: str, year: int | None) -> None:
    assert sure_year(parse_date(text)) == year


def test_a_year_is_asked_only_where_all_statements_agree(index: Index) -> None:
    assert only_year(index, index.facts["event-0.date"]) == 1810
    assert only_year(index, index.facts["trap-span.date"]) is None


@pytest.mark.parametrize(
    ("fact", "may"),
    [
        ("arendal.born", True),
        ("trap-disputed-birth.born", False),
        ("trap-corrected.died", False),
        ("trap-negated.not-by", False),
        ("trap-quiz-false.date", False),
        ("trap-doubtful-author.author", True),  # with its holder
    ],
)
def test_what_may_be_a_key(index: Index, fact: str, may: bool) -> None:
    assert can_be_key(index, index.facts[fact]) is may


def test_a_fact_without_a_known_source_is_no_key(poisoned: Pack) -> None:
    pack = poisoned._replace(sources={})
    index = build_index(pack)

    assert not can_be_key(index, index.facts["arendal.born"])


# ---- what each condition of a proof keeps out ------------------------------------------------------------------------


def with_relation(pack: Pack, relation: Relation, *facts: Fact) -> Index:
    """The pack with one relation more, and facts of it."""
    pack = pack._replace(relations={**pack.relations, relation.id: relation})
    for fact in facts:
        pack = with_facts(pack, fact.subject, lambda own, fact=fact: (*own, fact))  # type: ignore[misc]
    return build_index(pack)


@pytest.mark.parametrize(("symmetric", "wanted"), [(True, None), (False, Rule.FUNCTIONAL)])
def test_what_holds_both_ways_is_stated_both_ways(poisoned: Pack, symmetric: bool, wanted: Rule | None) -> None:
    ally = poisoned.relations["born-in"]._replace(
        id="ally", objects=(Kind.PERSON,), inverse_label="", symmetric=symmetric
    )
    one = Fact("arendal.a", "arendal", "ally", EntryRef("bergen"), (Citation("book"),))
    other = Fact("cadiz.a", "cadiz", "ally", EntryRef("arendal"), (Citation("book"),))
    index = with_relation(poisoned, ally, one, other)

    assert rule(disprove(index, ObjectOf(one), entry(index, "cadiz"))) == wanted
    assert rule(disprove(index, ObjectOf(one), entry(index, "faro"))) == Rule.FUNCTIONAL


def test_who_shares_a_name_with_the_subject_is_never_wrong(poisoned: Pack) -> None:
    """Nora Nantes is another name of Emma Elgin."""
    born = Fact("trap-alias.b", "trap-alias", "born-in", EntryRef("town-1"), (Citation("book"),))
    elsewhere = Fact("elgin.b", "elgin", "born-in", EntryRef("town-2"), (Citation("book"),))
    bergen = Fact("bergen.b", "bergen", "born-in", EntryRef("town-1"), (Citation("book"),))
    pack = poisoned
    for fact in (born, elsewhere, bergen):
        others = lambda own, fact=fact: (*(each for each in own if each.relation != "born-in"), fact)  # noqa: E731
        pack = with_facts(pack, fact.subject, others)
    index = build_index(pack)

    assert disprove(index, SubjectOf(index.facts["elgin.b"]), entry(index, "trap-alias")) is None
    assert disprove(index, SubjectOf(index.facts["elgin.b"]), entry(index, "elgin")) is None
    assert rule(disprove(index, SubjectOf(index.facts["elgin.b"]), entry(index, "bergen"))) == Rule.FUNCTIONAL


def test_a_town_is_no_alternative_to_a_country(index: Index) -> None:
    """Wherever the town lies: who was born in a country may have been born in it."""
    fact = index.facts["trap-nested-birth.born-in"]
    country = index.pack.entries[fact.object.id if isinstance(fact.object, EntryRef) else ""]
    other = country._replace(id="elsewhere", name="Elsewhere", aliases=(), facts=())
    town = other._replace(id="far-town", name="Far Town", type="city")
    entries = {**index.pack.entries, other.id: other, town.id: town}
    wider = build_index(index.pack._replace(entries=entries))

    assert disprove(wider, ObjectOf(fact), entry(wider, "far-town")) is None
    assert rule(disprove(wider, ObjectOf(fact), entry(wider, "elsewhere"))) == Rule.FUNCTIONAL


def test_no_relation_is_known_by_its_name(revolution: Pack) -> None:
    """What lies in what is told by the declared tree, and who lived when by roles, whatever a pack calls them."""
    names = {each: f"x-{each}" for each in revolution.relations}
    renamed = {names[each.id]: each._replace(id=names[each.id]) for each in revolution.relations.values()}
    entries = {
        entry.id: entry._replace(
            facts=tuple(fact._replace(relation=names[fact.relation]) for fact in entry.facts),
            complete=tuple(each._replace(relation=names[each.relation]) for each in entry.complete),
        )
        for entry in revolution.entries.values()
    }
    one, other = build_index(revolution), build_index(revolution._replace(relations=renamed, entries=entries))

    assert one.containers
    assert one.lives
    assert (one.containers, one.lives, one.spans) == (other.containers, other.lives, other.spans)
