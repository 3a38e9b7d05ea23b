"""What holds a pack together: each fault is found, and what only looks like one is let pass."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from trotskyism_cli.pack.checking.checks import check
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Citation, EntryRef, Fact, Kind, Quote, Subject, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.pack.relation import ObjectType
from trotskyism_cli.pack.text.places import Places

FRENCH = Path(__file__).parents[2] / "packs" / "french-revolution"
BOOK = (Citation("book"),)


@pytest.fixture(scope="module")
def pack() -> Pack:
    pack = load_pack(FRENCH)
    return pack._replace(sources={**pack.sources, "book": next(iter(pack.sources.values()))})


def told(pack: Pack) -> list[str]:
    return [str(problem) for problem in check(pack, Places())]


def having(pack: Pack, *facts: Fact) -> Pack:
    """The pack with these facts more."""
    entries = dict(pack.entries)
    for fact in facts:
        entry = entries[fact.subject]
        entries[entry.id] = entry._replace(facts=(*entry.facts, fact))
    return pack._replace(entries=entries)


def born(text: str, **values: Any) -> Fact:
    """Another birth of Danton, who was born on 26 October 1759."""
    return Fact("danton.again", "danton", "born", parse_date(text), BOOK, **values)


def known(pack: Pack) -> Fact:
    return next(fact for fact in pack.entries["danton"].facts if fact.relation == "born")


def test_the_pack_of_these_tests_is_sound(pack: Pack) -> None:
    assert told(pack) == []


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("1759-10-26", False),  # the same
        ("1759", False),  # less exact
        ("1750/1760", False),  # a span that has it
        ("1760", True),
        ("1758", True),
        ("1750/1758", True),
        ("1760/1770", True),
    ],
)
def test_two_dates_that_exclude_one_another_are_a_conflict(pack: Pack, text: str, is_found: bool) -> None:
    problems = told(having(pack, born(text)))

    assert ["born is functional" in problem for problem in problems] == [True] * is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("1749-04-05", True), ("1758/1759-09", True), ("1759", False), ("1759-10-26", False), ("../1759-11", False)],
)
def test_nobody_dies_before_he_is_born(pack: Pack, text: str, is_found: bool) -> None:
    known = next(fact for fact in pack.entries["danton"].facts if fact.relation == "died")
    died = Fact("danton.late", "danton", "died", parse_date(text), BOOK, contradicts=(known.id,))
    message = f"died {text!r} is before danton.born, '1759-10-26'; correct one of the two"

    assert [each.endswith(message) for each in told(having(pack, died))] == [True] * is_found


def test_nothing_ends_before_it_begins(pack: Pack) -> None:
    founded = next(fact for fact in pack.facts.values() if fact.relation == "founded")
    ended = pack.relations["founded"]._replace(id="ended", words=("ended",))
    known = pack._replace(relations={**pack.relations, "ended": ended})
    end = Fact(f"{founded.subject}.end", founded.subject, "ended", parse_date("1588"), BOOK)

    assert [f"is before {founded.id}" in each for each in told(having(known, end))] == [True]
    assert told(having(known, end._replace(object=parse_date("1800")))) == []
    assert told(having(known, end._replace(negated=True))) == []


@pytest.mark.parametrize("how", ["contradicts", "corrects", "contradicted", "corrected"])
def test_a_conflict_that_is_declared_on_either_side_is_none(pack: Pack, how: str) -> None:
    fact = known(pack)
    if how in ("contradicts", "corrects"):
        value = (fact.id,) if how == "contradicts" else fact.id
        changed = having(pack, born("1760", **{how: value}))
    else:
        again = born("1760")
        named = fact._replace(contradicts=(again.id,)) if how == "contradicted" else fact._replace(corrects=again.id)
        danton = pack.entries["danton"]
        own = tuple(named if each is fact else each for each in danton.facts)
        changed = having(pack._replace(entries={**pack.entries, "danton": danton._replace(facts=own)}), again)

    assert told(changed) == []


def test_one_subject_of_an_inverse_functional_relation(pack: Pack) -> None:
    relation = pack.relations["author"]._replace(inverse_functional=True)
    changed = pack._replace(relations={**pack.relations, "author": relation})
    works = [fact for fact in pack.facts.values() if fact.relation == "author"]
    twice = [fact for fact in works if [each.object for each in works].count(fact.object) > 1]

    assert bool(told(changed)) is bool(twice)
    work = next(fact for fact in works)
    other = next(fact.subject for fact in works if fact.subject != work.subject)
    again = Fact(f"{other}.again", other, "author", work.object, BOOK)
    assert any("inverse functional" in problem for problem in told(having(changed, again)))


@pytest.mark.parametrize(
    ("values", "is_found"),
    [
        ({}, True),
        ({"note": "Others say so."}, False),
        ({"contradicts": ("danton.born",)}, False),
    ],
)
def test_a_disputed_fact_has_two_sides(pack: Pack, values: dict[str, Any], is_found: bool) -> None:
    problems = told(having(pack, born("1759", voice=Voice.DISPUTED, **values)))

    assert any("both sides" in problem for problem in problems) is is_found


@pytest.mark.parametrize(("kind", "may"), [(each, each in ("person", "organisation", "event")) for each in Kind])
def test_who_may_speak(pack: Pack, kind: Kind, may: bool) -> None:
    """Of whatever kind the entry were."""
    entry = pack.entries["tithe"]._replace(kind=kind, facts=())
    quote = Quote("quote-x", entry.id, "We need audacity.", BOOK)
    problems = told(pack._replace(entries={**pack.entries, entry.id: entry}, quotes={quote.id: quote}))

    assert any("cannot speak" in problem for problem in problems) is not may


def test_a_date_is_asked_for_by_when(pack: Pack) -> None:
    def asking(relation_id: str) -> Pack:
        relation = pack.relations[relation_id]
        asks = {**relation.asks, "object": ("When was it?",)}
        return pack._replace(relations={**pack.relations, relation_id: relation._replace(asks=asks)})

    assert pack.relations["born"].object_type is ObjectType.DATE
    assert any("asked for by when:" in problem for problem in told(asking("born")))
    assert told(asking("born-in")) == []


@pytest.mark.parametrize(("article", "is_found"), [("", False), ("danton", False), ("nobody", True)])
def test_the_article_is_an_entry(pack: Pack, article: str, is_found: bool) -> None:
    assert any("nobody" in problem for problem in told(pack._replace(article=article))) is is_found


Plant = Callable[[Pack], Pack]
FAULTS: dict[str, Plant] = {
    "a claim without a holder": lambda pack: having(pack, born("1759", voice=Voice.CLAIM)),
    "leave voice: out": lambda pack: having(pack, born("1759", according_to=("marat",))),
    "refers to itself": lambda pack: having(pack, born("1759", contradicts=("danton.again",))),
    "is said of a person, not of a place": lambda pack: having(
        pack, Fact("arras.b", "arras", "born", parse_date("1759"), BOOK)
    ),
    "needs a place, and marat is a person": lambda pack: having(
        pack, Fact("danton.b", "danton", "born-in", EntryRef("marat"), BOOK, contradicts=("danton.born-in",))
    ),
    "delete its full stop": lambda pack: having(
        pack, Fact("tithe.b", "tithe", "defined-as", "a tenth.", BOOK, contradicts=("tithe.definition",))
    ),
}


@pytest.mark.parametrize("words", FAULTS)
def test_a_fault_is_found(pack: Pack, words: str) -> None:
    assert any(words in problem for problem in told(FAULTS[words](pack)))


def test_a_subject_of_the_syllabus_of_which_nothing_is_asked_is_told(pack: Pack) -> None:
    asked = next(iter(pack.questions.values())).about[0].partition(".")[0]
    untold = next(
        each for each in pack.entries if not any(each in fact for q in pack.questions.values() for fact in q.about)
    )

    assert told(pack._replace(syllabus=(Subject("what is asked", (asked,)),))) == told(pack)
    assert any(
        "no question asks of 'chess'" in each for each in told(pack._replace(syllabus=(Subject("chess", (untold,)),)))
    )
    assert any(
        "there is no entry 'whist'" in each for each in told(pack._replace(syllabus=(Subject("chess", ("whist",)),)))
    )
