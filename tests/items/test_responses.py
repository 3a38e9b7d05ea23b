"""Items that are not answered by one choice: each is certain, explains itself, and comes again for the same seed."""

import pytest

from tests.every_for_tests import every
from tests.items.conftest import with_entry, with_facts
from trotskyism_cli.items.families import entries
from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Item, Response, Rule
from trotskyism_cli.items.responses.typed import rivals
from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.model import EntryRef, Kind
from trotskyism_cli.pack.pack import Pack

ALL_RESPONSES = tuple(Response)


def items_of(pack: Pack, response: Response, n: int = 60, seed: int = 1) -> list[Item]:
    return list(generate(pack, n, seed, Wanted(responses=(response,))))


@pytest.mark.parametrize("response", [each for each in Response if each not in (Response.CHOICE, Response.SEVERAL)])
def test_each_response_gives_items_that_differ_and_come_again(revolution: Pack, response: Response) -> None:
    items = items_of(revolution, response)

    assert len(items) >= 3
    assert every(item.response is response for item in items)
    assert len({item.id for item in items}) == len(items)
    assert items == items_of(revolution, response)
    assert items != items_of(revolution, response, seed=2)


def test_responses_mix_and_choices_are_the_most(revolution: Pack) -> None:
    found = [item.response for item in generate(revolution, 90, 3, Wanted(responses=ALL_RESPONSES))]

    assert set(found) == set(Response) - {Response.SEVERAL}
    assert max(Response, key=found[:50].count) is Response.CHOICE  # few are left later on


def test_each_is_matched_with_its_own_and_one_is_left_over(revolution: Pack) -> None:
    for item in items_of(revolution, Response.MATCH):
        assert len(item.options) == len(item.prompts) + 1
        assert len(item.prompts) in (3, 4)
        assert len(set(item.answer)) == len(item.prompts)
        assert list(item.answer) != sorted(item.answer)
        [spare] = set(range(len(item.options))).difference(item.answer)
        others = {certificate.rule for certificate in item.certificates if certificate.option != spare}
        assert others == {Rule.KEY} != {item.certificates[spare].rule}
        assert f"“{item.options[spare]}” belongs to none of them" in item.option_notes[spare]
        for fact_id, place in zip(item.asked_ids, item.answer, strict=True):
            assert item.options[place].casefold() in value_of(revolution, fact_id).casefold()


def value_of(pack: Pack, fact_id: str) -> str:
    """The object of a fact in words, with its subject for texts and claims: what a match is checked against."""
    fact = pack.facts[fact_id]
    if isinstance(fact.object, EntryRef):
        return pack.entries[fact.object.id].name
    if isinstance(fact.object, Date):
        return str(fact.object.year)
    return " ".join(pack.entries[each].name for each in (fact.subject, *fact.according_to))


def test_a_typed_answer_is_not_given_away(revolution: Pack) -> None:
    for item in items_of(revolution, Response.TYPED):
        assert not item.options
        assert item.key.casefold() not in item.stem.casefold()
        assert "these" not in item.stem
        assert not {name.casefold() for name in item.accepted} & {name.casefold() for name in item.rivals}


def test_names_with_neighbouring_letters_swapped_are_rivals(revolution: Pack) -> None:
    author = next(entry for entry in revolution.entries.values() if entry.name == "Camille Desmoulins")
    swapped = with_entry(revolution, author._replace(id="swapped", name="aCimlle eDsmoulnis", aliases=()))

    assert "aCimlle eDsmoulnis" in rivals(build_index(swapped), [author.id], ("Camille Desmoulins",))
    assert not rivals(build_index(swapped), [author.id, "swapped"], ("Camille Desmoulins",))


def test_a_name_that_stands_in_the_question_is_no_answer_to_it(revolution: Pack) -> None:
    author = next(entry for entry in revolution.entries.values() if entry.name == "Camille Desmoulins")
    copied = with_entry(revolution, author._replace(aliases=("Old Cordelier", "Vieux Cordelier")))

    item = next(item for item in items_of(copied, Response.TYPED) if item.accepted[0] == author.name)

    assert item.accepted == ("Camille Desmoulins", "Desmoulins", "Old Cordelier")


def test_a_work_printed_after_its_authors_death_bears_the_years_of_writing_and_of_print(revolution: Pack) -> None:
    def dated_in(pack: Pack) -> str:
        return next(ask.subject for ask in entries.asks(build_index(pack)) if ask.evidence == ("sketch.author",))

    written = revolution.facts["sketch.published"]._replace(id="sketch.written", object=parse_date("1794"))
    both = with_facts(revolution, "sketch", lambda facts: (*facts, written))

    assert dated_in(revolution).endswith(" (1795)")  # a year after Condorcet's death: nothing better is known
    assert dated_in(both).endswith(" (written in 1794, published in 1795)")


def test_authors_side_by_side_wrote_at_the_time_of_the_work(built_in: Pack) -> None:
    """Who has only written at another time is no candidate."""
    authors = {fact.id: fact for fact in built_in.facts.values() if fact.relation == "author"}
    works: dict[str, list[int]] = {}
    for fact in authors.values():
        dates = (each.object for each in built_in.entries[fact.subject].facts)
        works.setdefault(fact.target, []).extend(date.first.year for date in dates if isinstance(date, Date))
    names = {built_in.entries[each].name: years for each, years in works.items()}

    asked = list(generate(built_in, 40, 1, Wanted(kinds=["who"], trivia=True)))
    assert len(asked) >= 5
    for item in asked:
        [years] = [names[item.key]]
        assert every(any(abs(one - other) <= 5 for one in years for other in names[each]) for each in item.options)


def test_authors_side_by_side_had_to_do_with_the_same_bodies(built_in: Pack) -> None:
    """A German Social Democrat is no candidate for what a Bolshevik wrote."""
    index = build_index(built_in)
    bodies = {
        entry.name: {each for each in index.neighbours[entry.id] if built_in.entries[each].kind is Kind.ORGANISATION}
        for entry in built_in.entries.values()
        if entry.kind is Kind.PERSON and entry.id in index.neighbours
    }

    asked = list(generate(built_in, 40, 1, Wanted(kinds=["who"], trivia=True)))
    assert asked
    for item in asked:
        assert every(bodies[item.key] & bodies[each] for each in item.options)
