"""How much a bank asks: what counts as another question, and as one that needs more than a single fact."""

from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.items.breadth import breadth, needs_more, question
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank
from benchmarks.items.stream import Seen, seen
from tests.every_for_tests import none
from trotskyism_cli.items.making.bank import generate
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack

PACK = Path(__file__).parent.parent / "packs" / "french-revolution"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(PACK)


@pytest.fixture(scope="module")
def sound(pack: Pack) -> list[Seen]:
    return [replace(seen(item.as_json()), asked=item.asked) for item in generate(pack, 100, 1)]


def test_other_wrong_options_make_no_other_question(sound: list[Seen]) -> None:
    item = sound[0]
    others = tuple(option if option == item.key else f"{option} the Younger" for option in item.options)

    assert question(replace(item, options=others)) == question(item)
    assert question(replace(item, kind="other")) != question(item)


def test_the_same_question_over_and_over_is_found(sound: list[Seen], pack: Pack) -> None:
    def passed(items: list[Seen]) -> bool:
        return breadth(Bank(items, Checker(pack)))[0].passed

    assert passed(sound)
    assert not passed(sound[:10] * 10)


def test_items_of_other_responses_count_once_each(sound: list[Seen], pack: Pack) -> None:
    typed: dict[str, object] = {
        "response": "typed",
        "kind": "year",
        "answer_indices": [],
        "accepted": ["1743"],
        "options": [],
        "evidence_ids": ["marat.born"],
    }
    pairs: dict[str, object] = {
        "response": "match",
        "kind": "year",
        "answer_indices": [1, 0],
        "accepted": [],
        "options": ["1743", "1758"],
        "evidence_ids": ["robespierre.born", "marat.born"],
    }

    def found(*others: dict[str, object]) -> int:
        return int(breadth(Bank(sound, Checker(pack), others))[0].figure.partition(",")[0])

    assert found(typed, typed) == found() + 1
    assert found(typed, pairs, {**pairs, "evidence_ids": ["marat.born", "robespierre.born"]}) == found() + 2


def test_a_bank_of_single_facts_is_found(sound: list[Seen], pack: Pack) -> None:
    single = [replace(item, kind="who", asked=1) for item in sound]

    assert none(map(needs_more, single))
    assert not breadth(Bank(single, Checker(pack)))[2].passed
    assert breadth(Bank([replace(item, asked=2) for item in sound], Checker(pack)))[2].passed
