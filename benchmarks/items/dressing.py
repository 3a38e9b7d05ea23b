"""Stems that merely repeat the pack's words (C21)."""

import re
from collections.abc import Sequence

from benchmarks.items.checks import Bank, Outcome, rate
from benchmarks.items.stream import Seen, tokens
from benchmarks.items.telling import told

QUOTED = re.compile(r"“[^”]*”")
RUN = 8  # consecutive words a stem may share with its evidence


def dressing(bank: Bank) -> list[Outcome]:
    """C21, for information only."""
    repeated = rate("C21 words of the evidence", bank.items, lambda item: _repeats(bank, item), 1.0)
    return [Outcome(repeated.check, True, repeated.figure, "for information, aim 0.05", repeated.cases)]


def _repeats(bank: Bank, item: Seen) -> str:
    """A run of more than eight words, outside quotations, that the stem shares with the evidence."""
    words = tokens(QUOTED.sub(" ", item.stem))
    runs = _runs(words)
    said = {run for each in item.evidence[: item.asked] for run in _runs(tokens(told(bank.checker.pack, each)))}
    return next((" ".join(run) for run in runs if run in said), "")


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + RUN + 1]) for start in range(len(words) - RUN)]
