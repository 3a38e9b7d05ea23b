"""The bank: the same for the same seed, fair by construction, silent where it cannot prove."""

import json
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import MakePack
from tests.every_for_tests import every
from trotskyism_cli.items.making.bank import KINDS, Wanted, generate, kinds
from trotskyism_cli.items.model import Difficulty, Item, Response
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack

pytestmark = pytest.mark.long

KEYS = [
    "id",
    "kind",
    "response",
    "topic",
    "difficulty",
    "stem",
    "options",
    "answer_index",
    "explanation",
    "option_notes",
    "evidence_ids",
    "certificates",
]


@pytest.fixture(scope="module")
def items(revolution: Pack) -> list[Item]:
    return list(generate(revolution, 200, 1))


def test_the_same_seed_gives_the_same_bytes(revolution: Pack) -> None:
    one, two, other = (json.dumps([item.as_json() for item in generate(revolution, 60, seed)]) for seed in (7, 7, 8))

    assert one == two
    assert one != other


def test_one_family_alone_gives_as_many_as_are_wanted(built_in: Pack) -> None:
    every = tuple(Response)
    assert len(list(generate(built_in, 40, 3, Wanted(kinds=["who"], responses=every, trivia=True)))) == 40


def test_a_longer_bank_begins_with_the_shorter(revolution: Pack) -> None:
    assert list(generate(revolution, 40, 3))[:10] == list(generate(revolution, 10, 3))


def test_the_contract(items: list[Item]) -> None:
    record = items[0].as_json()

    assert list(record) == KEYS
    assert record["response"] == "choice"
    assert {"option", "rule", "premises"} == set(record["certificates"][0])
    assert json.loads(json.dumps(record)) == record


def test_the_id_is_that_of_the_question_and_its_options_in_whatever_run(revolution: Pack) -> None:
    told: dict[str, tuple[object, ...]] = {}
    for seed in range(6):
        for item in generate(revolution, 150, seed):
            question = item.stem, item.evidence_ids[0], tuple(sorted(item.options))
            assert told.setdefault(item.id, question)[1:] == question[1:]


def test_every_item_is_whole(items: list[Item], revolution: Pack) -> None:
    known = revolution.facts.keys() | revolution.quotes.keys()
    for item in items:
        assert len(item.options) in (3, 4)
        assert len(set(item.options)) == len(item.options) == len(item.option_notes) == len(item.certificates)
        assert [each.option for each in item.certificates] == list(range(len(item.options)))
        assert [each.rule == "key" for each in item.certificates].index(True) == item.answer_index
        assert known >= set(item.evidence_ids)
        assert item.stem.count("?") == 1
        assert item.stem.endswith("?")
        assert 15 <= len(item.explanation.split()) <= 120
        assert "Source: " in item.explanation
        assert item.key.casefold() in item.explanation.casefold()


def test_a_small_pack_gives_several_families(revolution: Pack) -> None:
    given = kinds(revolution)

    assert {"who", "place", "year"} <= set(given)
    responses = tuple(Response)
    assert every(
        any(generate(revolution, 1, 0, Wanted(kinds=[kind], responses=responses))) == (kind in given) for kind in KINDS
    )


def test_years_ascend_and_lie_apart(items: list[Item]) -> None:
    years = [list(map(int, item.options)) for item in items if item.kind == "year"]

    assert years
    for options in years:
        assert options == sorted(options)
        assert every(later - earlier >= 3 for earlier, later in pairwise(options))


def test_only_what_is_wanted(revolution: Pack) -> None:
    wanted = list(generate(revolution, 30, 1, Wanted(kinds=["year", "place"], difficulty=Difficulty.EASY)))
    about = list(generate(revolution, 30, 1, Wanted(topics=["revolution"])))

    assert wanted
    assert {item.kind for item in wanted} <= {"year", "place"}
    assert {item.difficulty for item in wanted} == {"easy"}
    assert about
    assert {item.topic for item in about} == {"revolution"}
    assert not list(generate(revolution, 30, 1, Wanted(topics=["no such chapter"])))


def test_a_pack_with_too_few_candidates_gives_nothing(make_pack: MakePack) -> None:
    assert list(generate(load_pack(make_pack()), 10, 1)) == []


def test_two_candidates_are_not_padded_to_three(make_pack: MakePack) -> None:
    entries = "entries:\n" + "".join(
        f"  - id: p{n}\n    kind: person\n    name: Person {n}\n    summary: One.\n"
        f'    facts: [{{id: born, born: "{1700 + 20 * n}", source: book}}]\n'
        for n in range(2)
    )
    assert list(generate(load_pack(make_pack(entries=entries)), 10, 1)) == []


def test_facts_take_turns(revolution: Pack) -> None:
    asked = Counter((item.kind, item.evidence_ids[0]) for item in generate(revolution, 60, 5))

    assert max(asked.values()) <= 3


@settings(max_examples=12)
@given(st.integers(0, 10_000))
def test_whatever_the_seed_the_key_is_anywhere(revolution: Pack, seed: int) -> None:
    places = Counter(item.answer_index for item in generate(revolution, 60, seed) if len(item.options) == 4)

    assert places.total() == 0 or max(places.values()) <= 0.7 * places.total() + 4


def test_the_built_in_pack_gives_items_of_every_good_family_and_most_are_written(built_in: Pack) -> None:
    found = [item.kind for item in generate(built_in, 300, 2, Wanted(responses=tuple(Response)))]

    assert len(found) == 300
    assert {"written", "who", "year"} == set(found) <= set(KINDS)
    assert 0.7 <= found[:80].count("written") / 80 < 1


def test_no_written_question_comes_twice_and_an_export_has_no_twins(built_in: Pack) -> None:
    bank = list(generate(built_in, 600, 2, Wanted(responses=tuple(Response))))
    stems = Counter(item.stem for item in bank if item.kind == "written")
    passages = {item.passage.quote for item in bank if item.passage}  # of one several questions may be asked
    facts = Counter(each for item in bank[:80] for each in item.asked_ids if each not in passages)

    assert max(stems.values()) == 1
    assert max(facts.values()) == 1
    framed = (Response.MATCH, Response.ORDER)
    assert max(Counter(item.stem for item in bank[:80] if item.response not in framed).values()) == 1


def test_an_export_has_something_of_most_chapters(built_in: Pack) -> None:
    found = {item.topic for item in generate(built_in, 80, 3, Wanted(responses=tuple(Response)))}

    assert len(found) >= 0.7 * len(built_in.topics)


def test_every_chapter_can_be_asked_about(built_in: Pack) -> None:
    for topic in built_in.topics:
        found = list(generate(built_in, 4, 1, Wanted(topics=[topic.id])))

        assert len(found) == 4, topic.id
        assert {item.topic for item in found} == {topic.id}
