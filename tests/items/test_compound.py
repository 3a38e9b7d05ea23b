"""Questions that rest on more than one fact, or on an argument: what they are made of, and what takes them away."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from benchmarks.items.checker import Checker
from benchmarks.items.stream import Seen, seen
from tests.items.conftest import with_entry
from trotskyism_cli.items.bank import Wanted, generate
from trotskyism_cli.items.model import Item, Rule
from trotskyism_cli.pack.model import Fact, Pack

KINDS = (
    "both",
    "compare",
    "between",
    "same-year",
    "chain",
    "content",
    "outcome",
    "cloze",
    "dispute",
)
FEW = 12


def made(pack: Pack, kind: str, n: int = FEW, seed: int = 1) -> list[Item]:
    return list(generate(pack, n, seed, Wanted(kinds=[kind])))


@pytest.fixture(scope="module")
def items(built_in: Pack) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {kind: [] for kind in KINDS}
    for item in generate(built_in, 1000, 1, Wanted(kinds=KINDS)):
        found[item.kind].append(item)
    return {kind: some[:FEW] for kind, some in found.items()}


def changed(pack: Pack, change: Callable[[Fact], Fact]) -> Pack:
    entries = {entry.id: replace(entry, facts=tuple(map(change, entry.facts))) for entry in pack.entries.values()}
    return replace(pack, entries=entries)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_asked_is_right_and_a_wrong_key_is_found(
    kind: str, items: dict[str, list[Item]], built_in: Pack
) -> None:
    checker = Checker(built_in)

    assert len(items[kind]) >= 2
    for item in items[kind]:
        sight = seen(item.as_json())
        assert list(checker.problems(sight)) == []
        assert list(checker.problems(miskeyed(sight))) != []


def miskeyed(item: Seen) -> Seen:
    return replace(item, answer=(item.answer + 1) % len(item.options))


def test_two_conditions_need_two_facts(items: dict[str, list[Item]]) -> None:
    for item in items["both"]:
        assert item.asked == 2
        assert len(item.asked_ids) == 2


def test_a_comparison_offers_all_four_ways_and_names_the_two(items: dict[str, list[Item]]) -> None:
    for item in items["compare"]:
        ways = [tuple(option.split(", then ")) for option in item.options]
        named = sorted({part for way in ways for part in way})
        assert len(named) == 2
        assert sorted(ways) == [(one, two) for one in named for two in named]
        assert all(name.casefold() in item.stem.partition(":")[0].casefold() for name in named)
        assert len(item.asked_ids) == 2


def test_any_of_the_four_ways_can_be_right(built_in: Pack) -> None:
    keys = [len(set(item.options[item.answer[0]].split(", then "))) for item in made(built_in, "compare", 120)]

    assert 0.35 < keys.count(1) / len(keys) < 0.65


def test_a_chain_does_not_name_what_it_describes(items: dict[str, list[Item]], built_in: Pack) -> None:
    for item in items["chain"]:
        described = built_in.entries[built_in.facts[item.evidence_ids[1]].subject]
        assert described.name not in item.stem


def test_a_gap_names_only_events_that_are_no_options(items: dict[str, list[Item]], built_in: Pack) -> None:
    for item in items["between"]:
        marks = [built_in.facts[each] for each in item.asked_ids[1:]]
        assert 1 <= len(marks) <= 2
        for mark in marks:
            event = built_in.entries[mark.subject]
            assert event.phrase in item.stem
            assert event.name not in item.options


@pytest.mark.parametrize("kind", ["content", "outcome", "cloze"])
def test_what_might_be_true_of_others_is_not_asked(kind: str, built_in: Pack) -> None:
    assert made(changed(built_in, lambda fact: replace(fact, unique=False)), kind) == []


def test_a_position_on_no_issue_is_not_asked_about(built_in: Pack) -> None:
    nowhere = changed(built_in, lambda fact: replace(fact, about=""))

    assert made(nowhere, "dispute") == []


def test_an_option_that_meets_both_conditions_after_all_is_no_distractor(
    items: dict[str, list[Item]], built_in: Pack
) -> None:
    checked = 0
    for item in items["both"]:
        first, second = (built_in.facts[each] for each in item.asked_ids)
        label = item.options[item.answer[0] - 1].casefold()
        wrong = next(entry for entry in built_in.entries.values() if label in map(str.casefold, entry.names))
        kept = tuple(fact for fact in wrong.facts if fact.relation not in (first.relation, second.relation))
        own = tuple(replace(fact, id=f"{wrong.id}.{fact.relation}-too", subject=wrong.id) for fact in (first, second))
        also = with_entry(built_in, replace(wrong, facts=(*kept, *own)))
        for each in made(also, "both", 30):
            checked += 1
            assert not (each.stem == item.stem and each.key == item.key and wrong.name in each.options)
        if checked > 60:
            break
    assert checked


def test_each_rule_is_what_it_says(items: dict[str, list[Item]]) -> None:
    rules = {kind: {each.rule for item in found for each in item.certificates} for kind, found in items.items()}

    assert rules["between"] == {Rule.KEY, Rule.STRICT_ORDER}
    assert rules["same-year"] == {Rule.KEY, Rule.INTERVAL}
    assert rules["cloze"] == {Rule.KEY, Rule.INVERSE_FUNCTIONAL}
