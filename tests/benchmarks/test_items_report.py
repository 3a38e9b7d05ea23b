"""The examiner itself: every check finds a flaw that was planted for it, and passes a sound stream."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.flaws import explanations, importance, schema, truth, writing
from benchmarks.items.report import confirmed, deterministic
from benchmarks.items.responses import problems
from benchmarks.items.spread import coverage, spread
from benchmarks.items.stream import Seen, seen, upper_bound
from tests.benchmarks.planted import PACK, with_key
from trotskyism_cli.items.bank import Wanted, generate
from trotskyism_cli.items.model import Response
from trotskyism_cli.pack.model import Pack
from trotskyism_cli.pack.reader import load_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(PACK)


@pytest.fixture(scope="module")
def sound(pack: Pack) -> list[Seen]:
    return [seen(item.as_json()) for item in generate(pack, 120, 1)]


def found(outcomes: list[Outcome], name: str) -> Outcome:
    return next(each for each in outcomes if each.check.startswith(name))


def by_kind(items: list[Seen], kind: str) -> Seen:
    return next(item for item in items if item.kind == kind)


Plant = Callable[[Seen], Seen]

PLANTED: dict[str, tuple[Callable[[Bank], list[Outcome]], str, Plant]] = {
    "A01": (schema, "who", lambda i: replace(i, explanation=" ")),
    "A01 notes": (schema, "who", lambda i: replace(i, notes=i.notes[1:])),
    "A03": (schema, "who", lambda i: replace(i, options=i.options[:2])),
    "A04 ": (schema, "who", lambda i: replace(i, options=(i.options[0], i.options[0].upper(), *i.options[2:]))),
    "A05": (schema, "who", lambda i: replace(i, stem=i.stem.replace("?", " {object}?"))),
    "A05 doubled": (schema, "who", lambda i: replace(i, explanation="The the reason. " + i.explanation)),
    "A05 brackets": (schema, "who", lambda i: replace(i, explanation="(" + i.explanation)),
    "A06": (schema, "who", lambda i: replace(i, evidence=("nobody.born",))),
    "B01": (truth, "who", lambda i: replace(i, answer=(i.answer + 1) % len(i.options))),
    "B01 year": (truth, "year", lambda i: replace(i, answer=(i.answer + 1) % len(i.options))),
    "B01 order": (truth, "order", lambda i: replace(i, answer=(i.answer + 1) % len(i.options))),
    "B01 certificate": (truth, "who", lambda i: replace(i, certificates=i.certificates[1:])),
    "C03": (writing, "who", lambda i: replace(i, stem="Who did not write " + i.stem)),
    "C04": (writing, "who", lambda i: replace(i, options=(*i.options[:-1], "None of the above"))),
    "C11": (writing, "year", lambda i: replace(i, options=i.options[::-1])),
    "C14": (writing, "who", lambda i: replace(i, options=(*i.options[:-1], "Arras"))),
    "C15": (writing, "who", lambda i: replace(i, stem="Who wrote a the book?")),
    "C18": (writing, "who", lambda i: replace(i, stem=f"Who, if not {i.key.split()[-1]}?")),
    "C18 year": (writing, "year", lambda i: replace(i, stem=f"In which year, {i.key}, was it?")),
    "F01": (explanations, "who", lambda i: replace(i, explanation="Nobody knows. Source: none at all.")),
    "F02": (explanations, "who", lambda i: replace(i, explanation=i.explanation.partition("Source")[0])),
    "F05": (explanations, "who", lambda i: replace(i, explanation="See option B. " + i.explanation)),
}


@pytest.mark.parametrize("name", PLANTED)
def test_one_planted_flaw_is_found(name: str, sound: list[Seen], pack: Pack) -> None:
    group, kind, plant = PLANTED[name]
    check = name.split()[0]
    victim = by_kind(sound, kind)
    flawed = [plant(item) if item is victim else item for item in sound]

    assert found(group(Bank(sound, Checker(pack))), check).passed
    assert not found(group(Bank(flawed, Checker(pack))), check).passed


EVERYWHERE: dict[str, tuple[Callable[[Bank], list[Outcome]], Plant]] = {
    "C01": (writing, lambda i: replace(i, stem=i.stem + " Why?")),
    "C02": (writing, lambda i: replace(i, stem="Who was it in this?")),
    "C05": (writing, lambda i: replace(i, options=("Always " + i.options[0], *i.options[1:]), kind="who")),
    "C06": (writing, lambda i: replace(i, options=("Often " + i.options[0], *i.options[1:]))),
    "C07": (writing, lambda i: replace(i, stem="Which of these " * 20 + "?")),
    "C08": (writing, lambda i: replace(i, options=("word " * 40, *i.options[1:]))),
    "C09": (writing, lambda i: with_key(i, i.key + " and very much more than that")),
    "C10": (writing, lambda i: with_key(i, i.key + " and more")),
    "C12": (writing, lambda i: with_key(i, i.key + " (1)")),
    "C13": (writing, lambda i: with_key(i, "The " + i.key)),
    "F04": (explanations, lambda i: replace(i, notes=tuple("No." for _ in i.notes))),
    "F06": (explanations, lambda i: replace(i, explanation="Short.")),
    "E07": (spread, lambda i: with_key(i, "Danton")),
    "E11": (spread, lambda i: replace(i, difficulty="easy")),
    "E05 ": (spread, lambda i: replace(i, kind="who")),
    "E04": (spread, lambda i: replace(i, stem="Who wrote it?")),
}


@pytest.mark.parametrize("name", EVERYWHERE)
def test_a_flaw_in_every_item_is_found(name: str, sound: list[Seen], pack: Pack) -> None:
    group, plant = EVERYWHERE[name]

    assert not found(group(Bank([plant(item) for item in sound], Checker(pack))), name.strip()).passed


def test_repeats_are_found(sound: list[Seen], pack: Pack) -> None:
    copied = [replace(item, id=f"copy-{item.id}") for item in sound]
    outcomes = spread(Bank([*sound, *copied], Checker(pack)))

    assert not found(outcomes, "E01").passed
    assert not found(outcomes, "E02").passed
    assert not found(outcomes, "D23").passed
    assert found(spread(Bank(sound, Checker(pack))), "E01").figure.startswith("0 of ")


def test_one_fact_asked_too_often_is_found(sound: list[Seen], pack: Pack) -> None:
    same = [replace(item, evidence=sound[0].evidence) for item in sound]

    assert not found(spread(Bank(same, Checker(pack))), "E03").passed


def test_an_answer_given_away_by_the_item_before_is_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "who")
    teller = replace(item, id="teller", explanation=f"{item.stem} {item.key}")

    assert not found(spread(Bank([each for _ in range(20) for each in (teller, item)], Checker(pack))), "D22").passed


def test_a_key_that_is_a_distractor_of_the_same_question_is_found(sound: list[Seen], pack: Pack) -> None:
    item = by_kind(sound, "who")
    turned = replace(item, id="turned", answer=(item.answer + 1) % len(item.options))

    assert not found(truth(Bank([item, turned], Checker(pack))), "B05").passed


def test_minor_facts_are_counted(sound: list[Seen], pack: Pack) -> None:
    minor = {entry.id: replace(entry, importance=1) for entry in pack.entries.values()}

    assert found(importance(Bank(sound, Checker(pack))), "E08").passed
    assert not found(importance(Bank(sound, Checker(replace(pack, entries=minor)))), "E08").passed


def test_one_direction_only_is_found(sound: list[Seen], pack: Pack) -> None:
    assert not found(coverage(Bank([replace(item, kind="who") for item in sound], Checker(pack))), "E10").passed


def test_the_generator_is_held_to_its_seed(pack: Pack) -> None:
    assert all(outcome.passed for outcome in deterministic(pack, 40, 1))


def test_an_attack_has_to_succeed_twice() -> None:
    once = Outcome("D03 longest", passed=False, figure="", bound="")
    hard = Outcome("A01 schema", passed=False, figure="", bound="")

    assert [each.passed for each in confirmed([once, hard], [replace(once, passed=True), hard])] == [True, False]
    assert [each.passed for each in confirmed([once], [once])] == [False]


@pytest.mark.parametrize(("hits", "n", "bound"), [(0, 100, 0.0264), (250, 1000, 0.2732), (5, 0, 1.0)])
def test_the_upper_bound_of_a_share(hits: int, n: int, bound: float) -> None:
    assert upper_bound(hits, n) == pytest.approx(bound, abs=5e-4)


OTHERWISE = [each for each in Response if each is not Response.CHOICE]


@pytest.mark.parametrize("response", OTHERWISE)
def test_a_wrong_answer_to_an_item_that_is_no_choice_is_found(pack: Pack, response: Response) -> None:
    checker = Checker(pack)
    records = [item.as_json() for item in generate(pack, 12, 1, Wanted(responses=(response,)))]
    flawed = [{**each, **spoilt(each)} for each in records]

    assert records
    assert not [problem for record in records for problem in problems(checker, record)]
    assert all(list(problems(checker, record)) for record in flawed)


def spoilt(record: dict[str, Any]) -> dict[str, Any]:
    """The same item with a wrong answer: another name or year, or the right options in another place."""
    if record["response"] == "typed":
        return {"accepted": ["1066"]}
    right = record["answer_indices"]
    if record["response"] == "several":
        return {"answer_indices": [next(each for each in range(9) if each not in right), *right[1:]]}
    return {"answer_indices": [right[1], right[0], *right[2:]]}
