"""Items about makes facts: sound like those of the bank, about what was asked for, the same for the same seed."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.every_for_tests import every
from trotskyism_cli.items.making.on_demand import WantedItems
from trotskyism_cli.items.model import Response
from trotskyism_cli.learning.study.plan import Choice, plan_by_gain
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack

SMALL = Path(__file__).parents[2] / "packs" / "french-revolution"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(SMALL)


@pytest.fixture(scope="module")
def makes(pack: Pack) -> WantedItems:
    return WantedItems(pack)


def test_every_item_asks_for_the_wanted_fact(makes: WantedItems) -> None:
    assert every(
        askable.fact in item.asked_ids for askable in makes.askables() for item in makes.about([askable.fact], 1)
    )


def test_most_of_what_can_be_asked_gives_items_and_each_only_as_many_as_wanted(makes: WantedItems) -> None:
    facts = [askable.fact for askable in makes.askables()]
    made = {fact: list(makes.about([fact], 1, 1)) for fact in facts}

    assert sum(map(bool, made.values())) > 0.8 * len(facts)
    for items in made.values():
        assert len({(item.kind, item.response) for item in items}) == len(items)


def test_what_is_made_for_a_fact_does_not_depend_on_what_was_made_before(pack: Pack, makes: WantedItems) -> None:
    facts = [askable.fact for askable in makes.askables()][:6]
    together = list(makes.about(facts, 5))
    alone = [item for fact in facts for item in WantedItems(pack).about([fact], 5)]

    assert together == alone
    assert together != list(makes.about(facts, 6))


def test_items_have_a_certificate_and_a_note_for_every_option(makes: WantedItems) -> None:
    for item in makes.about([askable.fact for askable in makes.askables()], 1):
        typed = item.response is Response.TYPED
        assert len(item.options) == len(set(item.options)) >= (0 if typed else 3)
        assert len(item.options) == len(item.option_notes)
        assert len(item.certificates) == (1 if typed else len(item.options))


def test_facts_are_asked_in_every_way_of_answering(makes: WantedItems) -> None:
    items = makes.about([askable.fact for askable in makes.askables()], 1)

    assert {item.response for item in items} == {Response.CHOICE, Response.MATCH, Response.TYPED}


def test_the_place_of_the_key_among_years_tells_nothing(makes: WantedItems) -> None:
    years = [askable.fact for askable in makes.askables() if any(name.startswith("year") for name in askable.alike)]
    items = [
        item
        for item in makes.about(years[:70], 3, 1)
        if item.kind == "year" and item.response is Response.CHOICE and len(item.options) == 3
    ]
    middle = sum(item.answer_index == 1 for item in items) / len(items)

    assert len(items) > 15
    assert 0.1 < middle < 0.6


def test_the_most_important_facts_come_first_and_entries_take_turns_in_the_order_of_the_chapters(
    pack: Pack, makes: WantedItems
) -> None:
    askables = makes.askables()
    chapters = {topic.id: place for place, topic in enumerate(pack.topics)}
    homes = {entry: place for place, topic in reversed(list(enumerate(pack.topics))) for entry in topic.entries}
    turns: Counter[tuple[int, str]] = Counter()
    order = []
    for each in askables:
        subject = each.ends[0]
        order.append((-each.importance, homes.get(subject, each.chapter), turns[each.importance, subject]))
        turns[each.importance, subject] += 1

    assert order == sorted(order)
    assert every(each.chapter == chapters.get(each.topic, len(chapters)) for each in askables)
    assert len({each.fact for each in askables}) == len(askables)


def test_whoever_begins_learns_the_course_of_the_pack_in_its_order(built_in: Pack) -> None:
    plan = plan_by_gain(WantedItems(built_in).askables(), {}, datetime.now(UTC), Choice({}, 0.0))

    begun = [each.fact for each in plan[: len(built_in.course)]]  # but for a place or two, that none is beside its like

    assert sorted(begun) == sorted(built_in.course)
    assert every(abs(begun.index(fact) - place) <= 3 for place, fact in enumerate(built_in.course))
    assert len(built_in.course) >= 30
    assert {built_in.facts[fact].importance for fact in built_in.course} == {3}


def test_the_first_weeks_ask_no_details(built_in: Pack) -> None:
    facts = [each.fact for each in WantedItems(built_in).askables()[:50]]
    asking = {fact: [each for each in built_in.questions.values() if fact in each.about] for fact in facts}

    assert every(any(each.importance == 3 for each in found) for found in asking.values())
    assert every(any(fact in each.about[:2] for each in asking[fact]) for fact in built_in.course)


def test_what_no_course_names_keeps_its_order(pack: Pack) -> None:
    first = WantedItems(pack._replace(course=())).askables()
    last = first[-1].fact
    begun = WantedItems(pack._replace(course=(last,))).askables()

    assert [each.fact for each in begun] == [last, *(each.fact for each in first[:-1])]


def test_of_the_questions_about_a_fact_the_weightier_and_those_about_it_alone_come_first(built_in: Pack) -> None:
    makes = WantedItems(built_in)
    fact = "permanent-revolution.cannot-hold-out"
    items = [item for item in makes.authors_items if fact in item.asked_ids]
    ranked = sorted(items, key=lambda item: makes.rank_of(item, item.asked_ids.index(fact)))

    assert ranked[0].stem.startswith("On what would the victors of a Russian revolution depend")
    assert len(ranked) > 2


def test_an_unknown_fact_gives_no_items(makes: WantedItems) -> None:
    assert list(makes.about(["nobody.nothing"], 1)) == []


def test_what_one_has_to_know_is_learnt_before_what_one_only_looks_up(built_in: Pack) -> None:
    askables = WantedItems(built_in).askables()
    weights = [each.importance for each in askables]

    assert weights == sorted(weights, reverse=True)
    assert set(weights) == {1, 2, 3}
    relations = {built_in.facts[each.fact].relation for each in askables[:100] if each.fact in built_in.facts}
    assert not {"born", "born-in", "died-in", "founded-in", "native-name"} & relations
