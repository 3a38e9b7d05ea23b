"""Attacks by somebody who knows no history (D): each scores an item's options and takes the highest.

An attack fails, as it should, if the upper bound of its share of right answers (Wilson's or that of resampled clusters)
is within 3 points of chance (4.5 below 4,000 items). If it speaks on only some items, it must be within 10 points on
these too. Kinds and chapters with 400 or more items are attacked separately, with 6 points allowed.
"""

from benchmarks.items.assault import DEFAULT, Ring
from benchmarks.items.checks import Bank, Outcome, is_meant
from benchmarks.items.cues import OPTIONS_ONLY, Attack
from benchmarks.items.elimination import elimination
from benchmarks.items.learned import best_of, learned
from benchmarks.items.memory import Memory
from benchmarks.items.positions import positions, sequences
from benchmarks.items.stream import Seen

# Higher limits where real association is knowledge, e.g. between what a thing is and why it matters.
ALLOWED = {"D19 company in other stems": 0.06, "D16 key of the nearest stem": 0.06}


def attacks(bank: Bank, only: str = "") -> list[Outcome]:
    """The outcomes of all attacks, or of those whose name begins with `only`."""
    ring, memory = Ring(bank.items), Memory(bank)
    outcomes = positions(bank.items, only)
    single = _single(bank, memory)
    earned = {
        name: ring.earned(attack) for name, attack in single.items() if is_meant(name, only) or only.startswith("D26")
    }
    for name, own in earned.items():
        outcomes += ring.judge(name, own, ALLOWED.get(name, DEFAULT))
    if is_meant("D26", only):
        outcomes += best_of(ring, earned)
    if is_meant("D20", only):
        outcomes += elimination(bank, ring)
    outcomes += learned(ring, memory, only)
    return [outcome for outcome in outcomes if outcome.check.startswith(only)]


def _single(bank: Bank, memory: Memory) -> dict[str, Attack]:
    return {
        **OPTIONS_ONLY,
        **memory.attacks(),
        "D19 company in other stems": memory.company,
        **sequences(bank.items),
        "D18 best known": lambda item: _fame(bank, item),
        "D18b least known": lambda item: [-each for each in _fame(bank, item)],
    }


def _fame(bank: Bank, item: Seen) -> list[float]:
    entries = [bank.checker.entry(option) for option in item.options]
    return [float(len(entry.facts)) if entry else 0.0 for entry in entries]
