"""The poisoned pack: none of its traps is asked, and what is asked is right."""

from collections.abc import Callable

import pytest

from benchmarks.items.checker import Checker
from benchmarks.items.stream import seen
from trotskyism_cli.items.making.bank import generate
from trotskyism_cli.items.model import Item
from trotskyism_cli.pack.pack import Pack


@pytest.fixture(scope="module")
def items(poisoned: Pack) -> list[Item]:
    return [item for seed in range(8) for item in generate(poisoned, 400, seed)]


def test_everything_asked_is_right(items: list[Item], poisoned: Pack) -> None:
    checker = Checker(poisoned)

    assert len(items) > 200
    assert [problem for item in items for problem in checker.problems(seen(item.as_json()))] == []


def wrong_options(item: Item) -> set[str]:
    return set(item.options) - {item.key}


TRAPS: dict[str, Callable[[Item], bool]] = {
    "disputed birth asked": lambda i: i.evidence_ids[0].startswith("trap-disputed-birth.born"),
    "corrected death asked": lambda i: i.evidence_ids[0] == "trap-corrected.died",
    "year of two calendars": lambda i: i.kind == "year" and i.evidence_ids[0] == "trap-calendar.date",
    "year of a span": lambda i: i.kind == "year" and i.evidence_ids[0].startswith("trap-span."),
    "uncertain date": lambda i: "Silent March" in (*i.options, i.stem),
    "year in the stem": lambda i: i.kind == "year" and "1860" in i.stem,
    "withheld": lambda i: i.evidence_ids[0] == "trap-quiz-false.date",
    "homonyms as options": lambda i: i.options.count("John Smith") > 1,
    "two names of one person": lambda i: {"Nora Nantes", "Emma Elgin"} <= set(i.options),
    "a town for a country": lambda i: i.evidence_ids[0] == "trap-nested-birth.born-in",
    "co-author called wrong": lambda i: (
        i.kind != "both" and "by Bruno Bergen" in i.stem and "Twin Rivers" in wrong_options(i)
    ),
    "co-author called wrong for the work": lambda i: "Twin Rivers" in i.stem and "Bruno Bergen" in wrong_options(i),
    "claimed author called wrong": lambda i: (
        "Pale Morning" in i.stem and {"Clara Cadiz", "Emma Elgin"} <= set(i.options)
    ),
    "claim without holder": lambda i: "Pale Morning" in i.stem and "According to" not in i.stem and i.kind == "who",
    "open list of founders": lambda i: i.evidence_ids[0] == "trap-founders.founder",
    "homonym asked about": lambda i: "John Smith" in (i.stem, *i.options),
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_not_asked(items: list[Item], trap: str) -> None:
    assert [item.stem for item in items if TRAPS[trap](item)] == []
