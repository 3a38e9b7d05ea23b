"""Questions on texts and arguments: what makes them right, and what takes them away."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from benchmarks.items.checker import Checker
from benchmarks.items.stream import Seen, seen
from trotskyism_cli.items.bank import Wanted, generate
from trotskyism_cli.items.model import Item
from trotskyism_cli.pack.model import Fact, Pack

KINDS = (
    "content",
    "term",
    "significance",
    "position",
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


@pytest.mark.parametrize("kind", ["content", "decision"])
def test_what_might_be_true_of_others_is_not_asked(kind: str, built_in: Pack) -> None:
    assert made(changed(built_in, lambda fact: replace(fact, unique=False)), kind) == []
