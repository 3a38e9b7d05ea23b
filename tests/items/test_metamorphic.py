"""What a change in the pack must change: an item whose proof is gone is gone, or has another key."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pytest

from benchmarks.items.checker import Checker
from benchmarks.items.stream import seen
from tests.every_for_tests import every, none
from tests.items.conftest import with_entry, with_facts, without_fact
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Item, Rule
from trotskyism_cli.pack.model import EntryRef
from trotskyism_cli.pack.pack import Pack

pytestmark = [pytest.mark.long, pytest.mark.sum]

SEEDS = range(2)
MUTANTS = 6


def bank(pack: Pack, kinds: Iterable[str] | None = None) -> Iterator[Item]:
    for seed in SEEDS:
        yield from generate(pack, 120, seed, Wanted(kinds=list(kinds) if kinds else None))


def entry_of(pack: Pack, label: str) -> str:
    return next(entry.id for entry in pack.entries.values() if entry.name.casefold() == label.casefold())


def test_without_the_fact_there_is_no_such_question(revolution: Pack) -> None:
    for item in islice(generate(revolution, 200, 1), MUTANTS):
        changed = without_fact(revolution, item.evidence_ids[0])

        assert every(each.evidence_ids[0] != item.evidence_ids[0] for each in bank(changed, [item.kind]))


def test_a_distractor_that_is_stated_true_is_no_distractor(revolution: Pack) -> None:
    tried = 0
    for item in generate(revolution, 200, 2, Wanted(kinds=["who", "work", "place"])):
        fact = revolution.facts[item.evidence_ids[0]]
        if not isinstance(fact.object, EntryRef):
            continue
        if tried == MUTANTS:
            break
        tried += 1
        wrong = entry_of(revolution, item.options[item.answer[0] - 1])
        asked_for_subject = entry_of(revolution, item.key) == fact.subject
        also = (
            fact._replace(id=f"{wrong}.also", subject=wrong)
            if asked_for_subject
            else fact._replace(id=f"{fact.subject}.also", object=EntryRef(wrong))
        )
        changed = with_facts(revolution, also.subject, lambda facts, also=also: (*facts, also))  # type: ignore[misc]

        assert none(
            each.stem == item.stem and item.options[item.answer[0] - 1] in each.options and each.key == item.key
            for each in bank(changed, [item.kind])
        )
    assert tried >= 5


def test_two_names_of_one_thing_do_not_stand_side_by_side(revolution: Pack) -> None:
    for item in islice(generate(revolution, 200, 3, Wanted(kinds=["who", "work"])), MUTANTS):
        key, wrong = (entry_of(revolution, label) for label in (item.key, item.options[item.answer[0] - 1]))
        other = revolution.entries[wrong]
        changed = with_entry(revolution, other._replace(aliases=(revolution.entries[key].name,)))
        labels = {item.key, item.options[item.answer[0] - 1]}

        assert none(labels <= set(each.options) for each in bank(changed, [item.kind]))


@pytest.mark.parametrize(
    ("relation", "flag", "kind"),
    [
        ("author", {"functional": False}, "who"),
        ("born-in", {"functional": False}, "place"),
    ],
)
def test_without_the_logic_there_is_no_proof(revolution: Pack, relation: str, flag: dict[str, bool], kind: str) -> None:
    weaker = revolution.relations[relation]._replace(**flag)  # type: ignore[arg-type]
    changed = revolution._replace(relations={**revolution.relations, relation: weaker})

    assert any(revolution.facts[item.evidence_ids[0]].relation == relation for item in bank(revolution, [kind]))
    assert relation not in {changed.facts[item.evidence_ids[0]].relation for item in bank(changed, [kind])}


def test_without_the_declared_list_nobody_is_no_member(revolution: Pack) -> None:
    committee = revolution.entries["committee"]
    changed = with_entry(revolution, committee._replace(complete=()))
    rules = {each.rule for item in bank(changed) for each in item.certificates}

    assert Rule.COMPLETE not in rules


def test_what_is_withheld_is_never_called_wrong(built_in: Pack) -> None:
    """A fifth of the facts that are not functional are hidden; by the whole pack no distractor is right."""
    hidden = {
        fact.id
        for number, fact in enumerate(built_in.facts.values())
        if number % 5 == 0 and not built_in.relations[fact.relation].functional and not fact.contradicts
    }
    entries = {
        entry.id: entry._replace(
            facts=tuple(fact for fact in entry.facts if fact.id not in hidden),
            complete=(),
        )
        for entry in built_in.entries.values()
    }
    checker = Checker(built_in)
    for item in generate(built_in._replace(entries=entries), 400, 4):
        assert not list(checker.right_distractors(seen(item.as_json())))
