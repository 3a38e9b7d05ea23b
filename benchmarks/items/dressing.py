"""Stems that say more than is asked (C20), or only repeat the pack (C21)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome, rate
from benchmarks.items.further import DECADE, meets
from benchmarks.items.stream import Seen, tokens
from benchmarks.items.telling import told
from benchmarks.items.verdict import Verdict

QUOTED = re.compile(r"“[^”]*”")
GAP = re.compile(r"(after .+) but (before .+)\?$")
RUN = 8  # words in a row that a stem may share with its evidence


def dressing(bank: Bank) -> list[Outcome]:
    """C20, and C21 for information."""
    repeated = rate("C21 words of the evidence", bank.items, lambda item: _repeats(bank, item), 1.0)
    return [
        rate("C20 no condition too many", bank.items, lambda item: _idle(bank, item), 0.02),
        Outcome(repeated.check, True, repeated.figure, "for information, aim 0.05", repeated.cases),
    ]


def _idle(bank: Bank, item: Seen) -> str:
    """Two conditions, each of which the answer would be the same without."""
    alone = list(_each_alone(bank.checker, item))
    wanted = [Verdict.TRUE if place == item.answer else Verdict.FALSE for place in range(len(item.options))]
    idle = sum(verdicts == wanted for verdicts in alone)
    return f"{idle} of {len(alone)} conditions would do" if idle > 1 else ""


def _each_alone(checker: Checker, item: Seen) -> Iterator[list[Verdict] | None]:
    """What the pack says of the options by one condition at a time."""
    facts = [checker.facts.get(each) for each in item.evidence[:2]]
    if item.kind == "both":
        decades = DECADE.findall(item.stem)
        yield from ([meets(checker, fact, option, decades) for option in item.options] for fact in facts if fact)
    if item.kind == "between" and (gap := GAP.search(item.stem)):
        for half in gap.groups():
            yield checker.verdicts(replace(item, stem=f"{item.stem[: gap.start()]}{half}?"))


def _repeats(bank: Bank, item: Seen) -> str:
    """More than eight words in a row, outside quotations, that stand in the evidence too."""
    words = tokens(QUOTED.sub(" ", item.stem))
    runs = _runs(words)
    said = {run for each in item.evidence[: item.asked] for run in _runs(tokens(told(bank.checker.pack, each)))}
    return next((" ".join(run) for run in runs if run in said), "")


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + RUN + 1]) for start in range(len(words) - RUN)]
