"""Attacks on banks of questions: each finds what was planted for it, and nothing in a fair stream."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from benchmarks.items.assault import Ring
from benchmarks.items.attacks import attacks
from benchmarks.items.bootstrap import Resampled
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.stream import Seen
from tests.benchmarks.planted import NAMES, PACK, WORDS, echoing, fair, lengthened, made, tilted, with_key, years
from tests.every_for_tests import every
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.reader import load_pack

pytestmark = [pytest.mark.long, pytest.mark.sum]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(PACK)


def middle(option: str, item: Seen) -> float:
    return -abs(item.options.index(option) - 1.5)


def spread_of(option: str, item: Seen) -> float:
    return sum(abs(int(option) - int(other)) for other in item.options)


ATTACKED: dict[str, Callable[[], list[Seen]]] = {
    "D01 place": lambda: tilted(fair(600), lambda o, i: -i.options.index(o)),
    "D03 longest": lambda: tilted(lengthened(fair(600)), lambda o, _: len(o)),
    "D03b shortest": lambda: tilted(lengthened(fair(600)), lambda o, _: -len(o)),
    "D03c most words": lambda: tilted(lengthened(fair(600)), lambda o, _: len(o.split())),
    "D04 clang": lambda: [echoing(i, i.key) if n % 3 == 0 else i for n, i in enumerate(fair(600))],
    "D04b anti-clang": lambda: [echoing(i, *i.distractors) if n % 3 == 0 else i for n, i in enumerate(fair(600))],
    "D05 convergence": lambda: [converging(i, odd=False) for i in fair(600)],
    "D06 odd one out": lambda: [converging(i, odd=True) for i in fair(600)],
    "D07 middle": lambda: tilted(years(600), middle),
    "D07b extreme": lambda: tilted(years(600), lambda o, i: -middle(o, i)),
    "D08 closest": lambda: tilted(years(600), lambda o, i: -spread_of(o, i)),
    "D08b farthest": lambda: tilted(years(600), spread_of),
    "D09 not round": lambda: tilted(years(600), lambda o, _: int(o) % 5 != 0, 0.8),
    "D09b not a ten": lambda: tilted(years(600), lambda o, _: int(o) % 10 != 0, 0.95),
    "D10 most precise": lambda: [with_key(i, f"{i.key}, 1.") if n % 3 == 0 else i for n, i in enumerate(fair(600))],
    "D11 first by letter": lambda: tilted(fair(600), lambda o, _: -NAMES.index(o)),
    "D11b last by letter": lambda: tilted(fair(600), lambda o, _: NAMES.index(o)),
    "D12 hedged": lambda: [with_key(i, f"may {i.key}") if n % 3 == 0 else i for n, i in enumerate(fair(600))],
    "D13 key elsewhere": lambda: tilted(fair(600), lambda o, _: o.startswith("B"), 0.8),
    "D14 never": lambda: tilted(fair(600), lambda o, _: o.startswith(("B", "D", "F", "G")), 1.0),
    "D13b options": lambda: tilted(fair(1200), lambda o, _: o.startswith("B"), 0.9),
    "D15 template": lambda: [replace(with_key(i, "Barnum"), stem="Who met them there?") for i in fair(200)],
    "D16 key of the nearest stem": lambda: [with_key(i, WORDS[n % 9]) for n, i in enumerate(remembered(600))],
    "D17 most frequent key": lambda: tilted(fair(600), lambda o, i: o.startswith("BDFGK"[int(i.topic[1])]), 0.9),
    "D18 best known": lambda: tilted(fair_in_pack(600), lambda o, _: o == "Maximilien Robespierre", 0.9),
    "D24 learned": lambda: tilted(lengthened(fair(600)), lambda o, _: len(o)),
    "D02b the place after": lambda: marching(600),
    "D03d the one longest": lambda: tilted(lengthened(fair(600)), lambda o, _: len(o)),
    "D04c clang": lambda: [echoing(i, i.key) if n % 3 == 0 else i for n, i in enumerate(fair(600))],
    "D04d a word of the key": lambda: [echoing(i, i.key) if n % 30 == 0 else i for n, i in enumerate(fair(600))],
    "D05b most like": lambda: [converging(i, odd=False) for i in fair(600)],
    "D10b most capital": lambda: [with_key(i, f"{i.key} Of It") if n % 3 == 0 else i for n, i in enumerate(fair(600))],
    "D14b shown often": lambda: tilted(fair(600), lambda o, _: o not in NAMES[:20], 1.0),
    "D19 company": lambda: accompanied(600),
    "D20 elimination": lambda: [replace(i, stem="Who met them there?", options=mixed(i)) for i in fair_in_pack(600)],
    "D21 learned": lambda: [replace(i, id=f"{i.id}-{5 * i.answer:x}") for i in fair(600)],
    "D23b not yet": lambda: in_turn(600),
    "D25 learned": lambda: [echoing(i, i.key[:4] + " " + i.key) if n % 3 == 0 else i for n, i in enumerate(fair(600))],
    "D26 the best": lambda: tilted(lengthened(fair(600)), lambda o, _: len(o), 0.6),
    "D27 two options": lambda: tilted(lengthened(fair(600)), lambda o, _: len(o)),
}


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


def marching(n: int) -> list[Seen]:
    """Keys that stand one place further on each time, in most items."""
    return [replace(item, answer=k % 4) if k % 5 else item for k, item in enumerate(fair(n))]


def accompanied(n: int) -> list[Seen]:
    """Stems that tell beside which word each name stands, and others that ask for the name by this word."""
    rng = random.Random(6)
    items = []
    for number in range(n):
        options, answer = tuple(rng.sample(NAMES, 4)), rng.randrange(4)
        name = rng.choice(NAMES) if number % 2 else options[answer]
        word = f"mark{NAMES.index(name)}"
        stem = f"Who saw {name} with {word} there?" if number % 2 else f"Who had {word} there?"
        items.append(made(number, stem, options, answer))
    return items


PLACES = ("Arras", "Paris", "Varennes", "Caen")


def mixed(item: Seen) -> tuple[str, ...]:
    """Options of which only the key is a person, though the stem asks who."""
    return tuple(
        item.key if place == item.answer else each for place, each in enumerate(("Arras", "Paris", "Varennes", "Caen"))
    )


def in_turn(n: int) -> list[Seen]:
    """Sets of options that come four times, each time with another key."""
    first = fair(n)
    return [replace(item, options=first[k - k % 4].options, answer=k % 4) for k, item in enumerate(first)]


@pytest.fixture(scope="module")
def fair_outcomes(pack: Pack) -> list[Outcome]:
    return attacks(Bank(fair(800, seed=7), Checker(pack)))


@pytest.mark.parametrize("name", ATTACKED)
def test_an_attack_finds_what_was_planted(name: str, pack: Pack, fair_outcomes: list[Outcome]) -> None:
    outcomes = attacks(Bank(ATTACKED[name](), Checker(pack)), name)
    hit = [each for each in outcomes if each.check.startswith(name) and not each.passed]

    assert hit, [each.figure for each in outcomes if each.check.startswith(name)]
    assert every(each.passed for each in fair_outcomes if each.check.startswith(name) and ", who" not in each.check)


def test_items_about_one_fact_stand_or_fall_together() -> None:
    alone = fair(600)
    together = [replace(item, evidence=(f"f-{number % 6}",)) for number, item in enumerate(alone)]
    gains = {item.id: float(number % 6 == 0) for number, item in enumerate(alone)}

    apart, joint = (Resampled(items).bounds(gains) for items in (alone, together))

    assert apart[1] < 0.2 < joint[1]
    assert joint[0] < apart[0] < 1 / 6


def test_a_leak_in_one_kind_or_one_chapter_is_found_that_the_average_hides() -> None:
    kind = [
        replace(item, kind="rare", topic="t9") if number < 500 else item
        for number, item in enumerate(fair(5000, seed=2))
    ]
    leaky = [*tilted(kind[:500], lambda o, i: -i.options.index(o), 0.2), *kind[500:]]

    def first(item: Seen) -> list[float]:
        return [-float(place) for place in range(len(item.options))]

    assert [each.passed for each in Ring(kind).assault("first", first)] == [True]
    found = [each.check for each in Ring(leaky).assault("first", first) if not each.passed]
    assert found == ["first, chapter t9", "first, rare"]
