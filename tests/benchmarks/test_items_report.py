"""The examiner itself: every check finds a flaw that was planted for it, and passes a sound stream."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.items.attacks import attacks
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.flaws import explanations, importance, schema, truth, writing
from benchmarks.items.report import confirmed, deterministic
from benchmarks.items.responses import problems
from benchmarks.items.spread import coverage, spread
from benchmarks.items.stream import Seen, seen, upper_bound
from trotskyism_cli.items.bank import Wanted, generate
from trotskyism_cli.items.model import Response
from trotskyism_cli.pack.model import Pack
from trotskyism_cli.pack.reader import load_pack

PACK = Path(__file__).parent.parent / "packs" / "french-revolution"
NAMES = [f"{first}{last}" for first in "BDFGKLMNPRSTVZ" for last in ("arnum", "elvis", "idora", "oskin", "ulrik")]
WORDS = [
    f"{first}{last}"
    for first in ("plo", "gra", "tri", "spe", "cla", "bru")
    for last in ("mber", "ndel", "stok", "vant")
]


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
    "C09": (writing, lambda i: _key(i, i.key + " and very much more than that")),
    "C10": (writing, lambda i: _key(i, i.key + " and more")),
    "C12": (writing, lambda i: _key(i, i.key + " (1)")),
    "C13": (writing, lambda i: _key(i, "The " + i.key)),
    "F04": (explanations, lambda i: replace(i, notes=tuple("No." for _ in i.notes))),
    "F06": (explanations, lambda i: replace(i, explanation="Short.")),
    "E07": (spread, lambda i: _key(i, "Danton")),
    "E11": (spread, lambda i: replace(i, difficulty="easy")),
    "E05 ": (spread, lambda i: replace(i, kind="who")),
    "E04": (spread, lambda i: replace(i, stem="Who wrote it?")),
}


def _key(item: Seen, key: str) -> Seen:
    options = tuple(key if place == item.answer else option for place, option in enumerate(item.options))
    return replace(item, options=options)


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


# ---- attacks --------------------------------------------------------------------------------------------------------


def fair(n: int, seed: int = 0) -> list[Seen]:
    """Items whose options and stems tell nothing."""
    rng = random.Random(seed)
    items = []
    for number in range(n):
        options = tuple(rng.sample(NAMES, 4))
        stem = f"Which {rng.choice(WORDS)} of the {rng.choice(WORDS)} met the {rng.choice(WORDS)} there?"
        items.append(made(number, stem, options, rng.randrange(4)))
    return items


def made(number: int, stem: str, options: tuple[str, ...], answer: int) -> Seen:
    return Seen(
        f"i-{number}", "who", stem, options, answer, f"t{number % 5}", (f"f-{number}",), "", ("",) * 4, "easy", ()
    )


def years(n: int, seed: int = 0) -> list[Seen]:
    """Items with years; each rank is as likely."""
    rng = random.Random(seed)
    return [
        made(number, f"When did {rng.choice(WORDS)} meet {rng.choice(WORDS)}?", options, rng.randrange(4))
        for number in range(n)
        for options in [tuple(map(str, sorted(rng.sample(range(1801, 1950), 4))))]
    ]


def tilted(items: list[Seen], score: Callable[[str, Seen], float], share: float = 0.4) -> list[Seen]:
    """A share of items with the key moved to the option with the highest score."""
    rng = random.Random(1)
    return [
        replace(item, answer=max(range(4), key=lambda place, item=item: score(item.options[place], item)))  # type: ignore[misc]
        if rng.random() < share
        else item
        for item in items
    ]


def middle(option: str, item: Seen) -> float:
    return -abs(item.options.index(option) - 1.5)


def spread_of(option: str, item: Seen) -> float:
    return sum(abs(int(option) - int(other)) for other in item.options)


ATTACKED: dict[str, Callable[[], list[Seen]]] = {
    "D01 place": lambda: tilted(fair(900), lambda o, i: -i.options.index(o)),
    "D03 longest": lambda: tilted(lengthened(fair(900)), lambda o, _: len(o)),
    "D03b shortest": lambda: tilted(lengthened(fair(900)), lambda o, _: -len(o)),
    "D03c most words": lambda: tilted(lengthened(fair(900)), lambda o, _: len(o.split())),
    "D04 clang": lambda: [echoing(i, i.key) if n % 3 == 0 else i for n, i in enumerate(fair(900))],
    "D04b anti-clang": lambda: [echoing(i, *i.distractors) if n % 3 == 0 else i for n, i in enumerate(fair(900))],
    "D05 convergence": lambda: [converging(i, odd=False) for i in fair(900)],
    "D06 odd one out": lambda: [converging(i, odd=True) for i in fair(900)],
    "D07 middle": lambda: tilted(years(900), middle),
    "D07b extreme": lambda: tilted(years(900), lambda o, i: -middle(o, i)),
    "D08 closest": lambda: tilted(years(900), lambda o, i: -spread_of(o, i)),
    "D08b farthest": lambda: tilted(years(900), spread_of),
    "D09 not round": lambda: tilted(years(900), lambda o, _: int(o) % 5 != 0, 0.8),
    "D09b not a ten": lambda: tilted(years(900), lambda o, _: int(o) % 10 != 0, 0.95),
    "D10 most precise": lambda: [_key(i, f"{i.key}, 1.") if n % 3 == 0 else i for n, i in enumerate(fair(900))],
    "D11 first by letter": lambda: tilted(fair(900), lambda o, _: -NAMES.index(o)),
    "D11b last by letter": lambda: tilted(fair(900), lambda o, _: NAMES.index(o)),
    "D12 hedged": lambda: [_key(i, f"may {i.key}") if n % 3 == 0 else i for n, i in enumerate(fair(900))],
    "D13 key elsewhere": lambda: tilted(fair(900), lambda o, _: o.startswith("B"), 0.8),
    "D14 never": lambda: tilted(fair(900), lambda o, _: o.startswith(("B", "D", "F", "G")), 1.0),
    "D13b options": lambda: tilted(fair(1200), lambda o, _: o.startswith("B"), 0.9),
    "D15 template": lambda: [replace(_key(i, "Barnum"), stem="Who met them there?") for i in fair(200)],
    "D16 key of the nearest stem": lambda: [_key(i, WORDS[n % 9]) for n, i in enumerate(remembered(900))],
    "D17 most frequent key": lambda: tilted(fair(900), lambda o, i: o.startswith("BDFGK"[int(i.topic[1])]), 0.9),
    "D18 best known": lambda: tilted(fair_in_pack(900), lambda o, _: o == "Maximilien Robespierre", 0.9),
    "D24 learned": lambda: tilted(lengthened(fair(900)), lambda o, _: len(o)),
}


def lengthened(items: list[Seen]) -> list[Seen]:
    """Options of various lengths, at random."""
    rng = random.Random(3)
    return [replace(i, options=tuple(f"{o} {'of it ' * rng.randrange(4)}".strip() for o in i.options)) for i in items]


def echoing(item: Seen, *words: str) -> Seen:
    """Words of options in the stem."""
    return replace(item, stem=f"{item.stem[:-1]} {' '.join(words)}?")


def converging(item: Seen, *, odd: bool) -> Seen:
    """Options that share words: the key with all others, or all others with one another."""
    options = [f"{option} shared" for option in item.options]
    if odd:
        options[item.answer] = f"{item.key} alone"
    else:
        options = [f"{option} word{n}" for n, option in enumerate(options)]
        options[item.answer] += " " + " ".join(f"word{n}" for n in range(4))
    return replace(item, options=tuple(options))


def remembered(n: int) -> list[Seen]:
    """Stems that come back with the same key under other evidence."""
    stems = [f"Which matter of {word} was {word} about?" for word in WORDS[:9]]
    return [replace(item, stem=stems[k % 9]) for k, item in enumerate(fair(n))]


def fair_in_pack(n: int) -> list[Seen]:
    """The same with persons of the pack as options."""
    people = [entry.name for entry in load_pack(PACK).entries.values() if entry.kind == "person"]
    rng = random.Random(4)
    return [replace(item, options=tuple(rng.sample(people, 4))) for item in fair(n)]


@pytest.fixture(scope="module")
def fair_outcomes(pack: Pack) -> list[Outcome]:
    return attacks(Bank(fair(1200, seed=5), Checker(pack)))


@pytest.mark.parametrize("name", ATTACKED)
def test_an_attack_finds_what_was_planted(name: str, pack: Pack, fair_outcomes: list[Outcome]) -> None:
    outcomes = attacks(Bank(ATTACKED[name](), Checker(pack)), name)
    hit = [each for each in outcomes if each.check.startswith(name) and not each.passed]

    assert hit, [each.figure for each in outcomes if each.check.startswith(name)]
    assert all(each.passed for each in fair_outcomes if each.check.startswith(name) and ", who" not in each.check)


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
