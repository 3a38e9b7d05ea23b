"""Attacks by programs that learn from other items (D21, D24 to D27): conditional logits, and the best attacks."""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter, mul

from benchmarks.items.assault import Ring, allowance
from benchmarks.items.checks import Outcome, is_meant
from benchmarks.items.cues import OPTIONS_ONLY, Scores
from benchmarks.items.memory import Memory
from benchmarks.items.stream import Seen, content, fold_of, tokens, upper_bound

FOLDS = 5
ROUNDS = 4
RATE = 0.02
SHRINK = 0.0002  # shrinkage of weights per item, so that rare cues weigh little
PLACES = 3  # positions with weights of their own; the last one's follow from these
Rows = list[list[float]]  # the features of each option
Features = Callable[[Seen], list[Scores]]


def learned(ring: Ring, memory: Memory, only: str = "") -> list[Outcome]:
    """D21, D24, D25 and D27, or those whose name begins with `only`."""
    outcomes: list[Outcome] = []
    if is_meant("D24", only) or is_meant("D27", only):
        scores = out_of_fold(ring.items, memory, lambda item: by_options(item, memory))
        outcomes += ring.assault("D24 learned from the options", lambda item: scores[item.id])
        outcomes.append(_collapse(ring.items, scores))
    if is_meant("D25", only):
        full = out_of_fold(ring.items, memory, lambda item: by_options(item, memory) + with_stem(item, memory))
        outcomes += ring.assault("D25 learned from stem and options", lambda item: full[item.id], 0.05)
    if is_meant("D21", only):
        told = out_of_fold(ring.items, memory, metadata)
        outcomes += ring.assault("D21 learned from what surrounds the question", lambda item: told[item.id])
    return outcomes


def by_options(item: Seen, memory: Memory) -> list[Scores]:
    """Features of the options alone: cues, statistics from the other half, and position."""
    columns = [attack(item) for attack in OPTIONS_ONLY.values()]
    return [*columns, memory.prior(item), memory.frequent(item), [float(place) for place in range(len(item.options))]]


def with_stem(item: Seen, memory: Memory) -> list[Scores]:
    """Features that relate options to the stem: common words, co-occurrence, grammatical number, nearby numbers."""
    said = content(item.stem)
    several = [1.0 if option.endswith("s") else -1.0 for option in item.options]
    named = [int(word) for word in tokens(item.stem) if word.isdigit() and len(word) == 4]
    near = [-min(abs(number - year) for year in named) for number in item.numbers] if item.numbers and named else None
    plural = bool({"were", "are", "have"} & set(tokens(item.stem)))
    return [
        [len(said & content(option)) / max(1, len(content(option))) for option in item.options],
        [each if plural else -each for each in several],
        near,
        memory.company(item),
        memory.nearest_stem(item),
        memory.topic(item),
        memory.template(item),
    ]


def metadata(item: Seen) -> list[Scores]:
    """Features of what surrounds the question, crossed with position: id, evidence, chapter, length, difficulty."""
    last = [int(letter, 16) for letter in item.id[-2:] if letter in "0123456789abcdef"]
    topic = sum(map(ord, item.topic))
    marks = [
        True,
        *(each for digit in [*last, 0, 0][:2] for each in (digit > 7, bool(digit % 2))),
        len(item.evidence) > len(item.options),
        len(item.explanation.split()) > 40,
        *(topic >> bit & 1 == 1 for bit in range(4)),
        *(item.difficulty == each for each in ("easy", "hard")),
    ]
    n = len(item.options)
    return [[float(mark and option == place) for option in range(n)] for mark in marks for place in range(PLACES)]


def out_of_fold(items: Sequence[Seen], memory: Memory, features: Features) -> dict[str, list[float]]:
    """For each item the scores of its options, with weights learnt from the four fifths without it."""
    rows = {item.id: _rows(features(item), len(item.options)) for item in items}
    fold = {item.id: fold_of(memory.group(item.evidence[0]), FOLDS, seed=11) for item in items}
    found: dict[str, list[float]] = {}
    for held in range(FOLDS):
        weights = fit([(rows[item.id], item.answer) for item in items if fold[item.id] != held])
        for item in items:
            if fold[item.id] == held:
                found[item.id] = [sum(map(mul, weights, row)) for row in rows[item.id]]
    return found


def _rows(columns: Sequence[Scores], n: int) -> Rows:
    return [list(row) for row in zip(*(_standard(column, n) for column in columns), strict=True)]


def _standard(column: Scores, n: int) -> list[float]:
    """A column standardised among the item's options (mean 0, spread 1); all zeros if it tells nothing."""
    if column is None:
        return [0.0] * n
    mean = sum(column) / n
    spread = math.sqrt(sum((value - mean) ** 2 for value in column) / n)
    return [(value - mean) / spread if spread > 1e-9 else 0.0 for value in column]


def fit(rows: Sequence[tuple[Rows, int]]) -> list[float]:
    """The weights of a conditional logit, fitted by a few rounds of gradient steps."""
    weights = [0.0] * (len(rows[0][0][0]) if rows else 0)
    for turn in range(ROUNDS):
        step = RATE / (1 + turn)
        for options, answer in rows:
            scores = [sum(map(mul, weights, row)) for row in options]
            top = max(scores)
            odds = [math.exp(score - top) for score in scores]
            total = sum(odds)
            errors = [(place == answer) - each / total for place, each in enumerate(odds)]
            for column, values in enumerate(zip(*options, strict=True)):
                pull = sum(map(mul, errors, values))
                weights[column] += step * (pull - SHRINK * weights[column])
    return weights


def _collapse(items: Sequence[Seen], scores: Mapping[str, Sequence[float]]) -> Outcome:
    """D27: how often the key is among the two options D24 scores highest, against chance."""
    hits = 0.0
    for item in items:
        mine = scores[item.id]
        above = sum(each > mine[item.answer] + 1e-9 for each in mine)
        level = sum(abs(each - mine[item.answer]) <= 1e-9 for each in mine)
        hits += min(1.0, max(0, 2 - above) / level)
    wanted = sum(2 / len(item.options) for item in items) / max(1, len(items))
    lift, allowed = upper_bound(hits, len(items)) - wanted, allowance(len(items), 0.04)
    figure = f"{hits / max(1, len(items)):.3f} against {wanted:.3f}, bound {lift:+.3f}"
    return Outcome("D27 two options left", lift <= allowed, figure, f"+{allowed}")


def best_of(ring: Ring, earned: Mapping[str, Mapping[str, float]]) -> list[Outcome]:
    """D26: for each kind, the attack that was best on one half of the facts, applied to the other half."""
    half = {item.id: fold_of(item.evidence[0], 2, seed=17) for item in ring.items}
    gains: dict[tuple[int, str], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for item in ring.items:
        for name, own in earned.items():
            if item.id in own:
                gains[half[item.id], item.kind][name] += own[item.id] - 1 / len(item.options)
    best = {group: max(own.items(), key=itemgetter(1))[0] for group, own in gains.items()}
    together = {}
    for item in ring.items:
        name = best.get((1 - half[item.id], item.kind), "")
        if item.id in earned.get(name, {}):
            together[item.id] = earned[name][item.id]
    return ring.judge("D26 the best attack on each kind", together, 0.04)
