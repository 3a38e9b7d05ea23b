"""Attacks by someone who knows no history (D): each scores the options of an item and takes the highest.

An attack passes if the Wilson upper bound of its share of right answers is within 3 points of chance (4.5 below 4,000
items); where it speaks on a part of the items only, also if on these it is within 10 points. Kinds with 400 items and
more are attacked by themselves, with 6 points allowed on all their items.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.stream import Seen, chance, content, folds, norm, share_of, tokens, upper_bound

CONDITIONAL = 50  # items on which an attack must speak, for its share among these alone to say anything
Scores = Sequence[float] | None  # None: the attack does not apply
Attack = Callable[[Seen], Scores]

HEDGES = frozenset("may might could often usually generally sometimes partly".split(" "))
ABSOLUTES = frozenset("all always every never none only completely".split(" "))


def points(scores: Sequence[float], answer: int) -> float:
    """What the highest score earns: one point if it is the key, split between equals."""
    best = max(scores)
    tied = [place for place, score in enumerate(scores) if score > best - 1e-9]
    return 1 / len(tied) if answer in tied else 0.0


def assault(name: str, items: Sequence[Seen], attack: Attack) -> list[Outcome]:
    """The outcome of an attack, on all items and on each large kind."""
    spoken = {item.id: scores for item in items if (scores := attack(item)) is not None and max(scores) > min(scores)}
    outcomes = [_outcome(name, items, spoken, _allowance(len(items)))]
    by_kind: dict[str, list[Seen]] = defaultdict(list)
    for item in items:
        by_kind[item.kind].append(item)
    for kind, own in sorted(by_kind.items()):
        if len(own) >= 400:
            outcomes += [
                each for each in [_outcome(f"{name}, {kind}", own, spoken, 0.06, whole=False)] if not each.passed
            ]
    return outcomes


def _allowance(n: int) -> float:
    return 0.03 if n >= 4000 else 0.045 if n >= 1000 else 0.09


def _outcome(
    name: str, items: Sequence[Seen], spoken: dict[str, Sequence[float]], allowed: float, *, whole: bool = True
) -> Outcome:
    applied = [item for item in items if item.id in spoken]
    hits = sum(points(spoken[item.id], item.answer) for item in applied)
    blind = sum(1 / len(item.options) for item in items if item.id not in spoken)
    lift = upper_bound(hits + blind, len(items)) - chance(items)
    passed = lift <= allowed
    figure = f"{(hits + blind) / max(1, len(items)):.3f} against {chance(items):.3f}, bound {lift:+.3f}"
    if whole and CONDITIONAL <= len(applied) < len(items) / 2:
        within = upper_bound(hits, len(applied)) - chance(applied)
        passed = passed and within <= 0.10
        figure += f"; where it speaks ({len(applied)}) {hits / len(applied):.3f}, bound {within:+.3f}"
    return Outcome(name, passed, figure, f"+{allowed}")


# ---- by the options alone -------------------------------------------------------------------------------------------


def _longest(item: Seen) -> Scores:
    return [len(option) for option in item.options]


def _shortest(item: Seen) -> Scores:
    return [-len(option) for option in item.options]


def _most_words(item: Seen) -> Scores:
    return [len(option.split()) for option in item.options]


def _clang(item: Seen) -> Scores:
    said = content(item.stem)
    return [len(said & content(option)) for option in item.options]


def _anti_clang(item: Seen) -> Scores:
    scores = _clang(item)
    return [-score for score in scores] if scores else None


def _convergence(item: Seen) -> Scores:
    words = [content(option) for option in item.options]
    counts = Counter(word for each in words for word in each)
    return [sum(counts[word] - 1 for word in each) for each in words]


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))


def _odd_one_out(item: Seen) -> Scores:
    words = [content(option) for option in item.options]
    return [-sum(_jaccard(one, other) for other in words) for one in words]


def _odd_letters(item: Seen) -> Scores:
    grams = [frozenset(norm(option)[i : i + 3] for i in range(max(1, len(option) - 2))) for option in item.options]
    return [-sum(_jaccard(one, other) for other in grams) for one in grams]


def _middle(item: Seen) -> Scores:
    half = (len(item.options) - 1) / 2
    return [-abs(place - half) for place in range(len(item.options))] if item.numbers else None


def _extreme(item: Seen) -> Scores:
    scores = _middle(item)
    return [-score for score in scores] if scores else None


def _closest(item: Seen) -> Scores:
    numbers = item.numbers
    return [-sum(abs(one - other) for other in numbers) for one in numbers] if numbers else None


def _farthest(item: Seen) -> Scores:
    scores = _closest(item)
    return [-score for score in scores] if scores else None


def _not_round(item: Seen) -> Scores:
    return [float(number % 5 != 0) for number in item.numbers] if item.numbers else None


def _not_ten(item: Seen) -> Scores:
    return [float(number % 10 != 0) for number in item.numbers] if item.numbers else None


def _precise(item: Seen) -> Scores:
    return [float(sum(not letter.isalpha() and letter != " " for letter in option)) for option in item.options]


def _first_by_letter(item: Seen) -> Scores:
    ranks = sorted(norm(option) for option in item.options)
    return [-float(ranks.index(norm(option))) for option in item.options]


def _last_by_letter(item: Seen) -> Scores:
    scores = _first_by_letter(item)
    return [-score for score in scores] if scores else None


def _by_last_name(item: Seen) -> Scores:
    last = [(tokens(option) or [""])[-1] for option in item.options]
    return [-float(sorted(last).index(each)) for each in last]


def _hedged(item: Seen) -> Scores:
    words = [set(tokens(option)) for option in item.options]
    return [float(len(each & HEDGES) - len(each & ABSOLUTES)) for each in words]


OPTIONS_ONLY: dict[str, Attack] = {
    "D03 longest": _longest,
    "D03b shortest": _shortest,
    "D03c most words": _most_words,
    "D04 clang": _clang,
    "D04b anti-clang": _anti_clang,
    "D05 convergence": _convergence,
    "D06 odd one out": _odd_one_out,
    "D06b odd letters": _odd_letters,
    "D07 middle number": _middle,
    "D07b extreme number": _extreme,
    "D08 closest to the others": _closest,
    "D08b farthest": _farthest,
    "D09 not round": _not_round,
    "D09b not a ten": _not_ten,
    "D10 most precise": _precise,
    "D11 first by letter": _first_by_letter,
    "D11b last by letter": _last_by_letter,
    "D11c by last name": _by_last_name,
    "D12 hedged": _hedged,
}


# ---- by what other items tell ---------------------------------------------------------------------------------------


class Memory:
    """What the items of the other fold tell; a fold holds whole clusters of evidence."""

    def __init__(self, items: Sequence[Seen]) -> None:
        self.fold = dict(zip((item.id for item in items), folds(items, 2), strict=True))
        self.keyed: list[Counter[str]] = [Counter(), Counter()]
        self.shown: list[Counter[str]] = [Counter(), Counter()]
        self.by_topic: list[dict[str, Counter[str]]] = [defaultdict(Counter), defaultdict(Counter)]
        self.by_skeleton: list[dict[str, Counter[str]]] = [defaultdict(Counter), defaultdict(Counter)]
        self.stems: list[list[tuple[frozenset[str], str]]] = [[], []]
        self.with_word: list[dict[str, Counter[str]]] = [defaultdict(Counter), defaultdict(Counter)]
        self.options = Counter(norm(option) for item in items for option in item.options)
        for item in items:
            self._learn(item)

    def _learn(self, item: Seen) -> None:
        fold, key = self.fold[item.id], norm(item.key)
        self.keyed[fold][key] += 1
        self.shown[fold].update(map(norm, item.options))
        self.by_topic[fold][item.topic][key] += 1
        self.by_skeleton[fold][skeleton(item)][key] += 1
        self.stems[fold].append((content(item.stem), key))
        for word in content(item.stem):
            self.with_word[fold][word].update(
                word for word in [norm(option) for option in item.options] if word in norm(item.stem)
            )

    def other(self, item: Seen) -> int:
        return 1 - self.fold[item.id]

    def prior(self, item: Seen) -> Scores:
        """How often an option was the key elsewhere, of the times it was shown."""
        keyed, shown = self.keyed[self.other(item)], self.shown[self.other(item)]
        return [(keyed[norm(option)] + 0.5) / (shown[norm(option)] + 2) for option in item.options]

    def never_key(self, item: Seen) -> Scores:
        keyed, shown = self.keyed[self.other(item)], self.shown[self.other(item)]
        labels = [norm(option) for option in item.options]
        return [float(keyed[each] == shown[each] > 0) - float(shown[each] > 0 and not keyed[each]) for each in labels]

    def topic(self, item: Seen) -> Scores:
        counts = self.by_topic[self.other(item)][item.topic]
        return [counts[norm(option)] for option in item.options]

    def template(self, item: Seen) -> Scores:
        counts = self.by_skeleton[self.other(item)][skeleton(item)]
        return [counts[norm(option)] for option in item.options]

    def nearest_stem(self, item: Seen) -> Scores:
        """The key of the most similar stem that has one of the options as key."""
        labels = [norm(option) for option in item.options]
        said = content(item.stem)
        best = dict.fromkeys(labels, 0.0)
        for words, key in self.stems[self.other(item)]:
            if key in best:
                best[key] = max(best[key], _jaccard(said, words))
        return [best[label] for label in labels]

    def frequent(self, item: Seen) -> Scores:
        return [self.options[norm(option)] for option in item.options]


def skeleton(item: Seen) -> str:
    """The stem with names, numbers and quotations taken out."""
    text = re.sub(r"“[^”]*”", "“”", item.stem)
    first, _, rest = text.partition(" ")
    masked = re.sub(r"\b[A-ZÀ-Ž][\w’'-]*|\d+", "~", rest)
    return f"{first} {re.sub(r'~(( of| the| de| and|-)* ~)+', '~', masked)}"


def _learned(items: Sequence[Seen], memory: Memory) -> Outcome:
    """D24: a conditional logit on cues of the options and the prior of the other fold, over five folds."""
    features = {item.id: _features(item, memory) for item in items}
    fold = dict(zip((item.id for item in items), folds(items, 5, seed=11), strict=True))
    hits = 0.0
    for held in range(5):
        weights = _fit([(features[item.id], item.answer) for item in items if fold[item.id] != held])
        for item in items:
            if fold[item.id] == held:
                scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in features[item.id]]
                hits += points(scores, item.answer)
    lift = upper_bound(hits, len(items)) - chance(items)
    allowed = _allowance(len(items))
    figure = f"{hits / max(1, len(items)):.3f} against {chance(items):.3f}, bound {lift:+.3f}"
    return Outcome("D24 learned from the options", lift <= allowed, figure, f"+{allowed}")


def _features(item: Seen, memory: Memory) -> list[list[float]]:
    columns = [attack(item) for attack in OPTIONS_ONLY.values()]
    columns += [memory.prior(item), memory.frequent(item), [float(place) for place in range(len(item.options))]]
    return [list(row) for row in zip(*(_standard(column, len(item.options)) for column in columns), strict=True)]


def _standard(column: Scores, n: int) -> list[float]:
    if column is None:
        return [0.0] * n
    mean = sum(column) / n
    spread = math.sqrt(sum((value - mean) ** 2 for value in column) / n)
    return [(value - mean) / spread if spread > 1e-9 else 0.0 for value in column]


def _fit(rows: Sequence[tuple[list[list[float]], int]], rounds: int = 4, rate: float = 0.02) -> list[float]:
    weights = [0.0] * len(rows[0][0][0])
    for turn in range(rounds):
        step = rate / (1 + turn)
        for options, answer in rows:
            scores = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in options]
            top = max(scores)
            odds = [math.exp(score - top) for score in scores]
            total = sum(odds)
            for place, row in enumerate(options):
                error = (place == answer) - odds[place] / total
                for column, value in enumerate(row):
                    weights[column] += step * (error * value - 0.0002 * weights[column])
    return weights


# ---- positions ------------------------------------------------------------------------------------------------------


def _positions(items: Sequence[Seen]) -> list[Outcome]:
    """D01: no place of the key is more frequent; numbers and names apart."""
    outcomes = []
    for name, own in (
        ("D01 place of the key, names", [item for item in items if not item.numbers]),
        ("D07c rank of the key, numbers", [item for item in items if item.numbers]),
    ):
        for k in (3, 4):
            same = [item for item in own if len(item.options) == k]
            if len(same) >= 100:
                shares = share_of(Counter(item.answer for item in same))
                worst = max(abs(shares.get(place, 0.0) - 1 / k) for place in range(k))
                allowed = 0.03 + 1.96 * math.sqrt(1 / k * (1 - 1 / k) / len(same))
                text = " ".join(f"{shares.get(place, 0.0):.3f}" for place in range(k))
                outcomes.append(Outcome(f"{name}, {k} options", worst <= allowed, text, f"1/{k} ± {allowed:.3f}"))
    return outcomes


def _sequence(items: Sequence[Seen]) -> Outcome:
    """D02: the key's place does not depend on that of the item before."""
    pairs = [(one, other) for one, other in pairwise(items) if len(one.options) == len(other.options)]
    repeats = sum(one.answer == other.answer for one, other in pairs) / max(1, len(pairs))
    wanted = chance([other for _, other in pairs]) if pairs else 0.0
    allowed = 0.02 + 1.96 * math.sqrt(0.2 / max(1, len(pairs)))
    return Outcome(
        "D02 sequence of places", abs(repeats - wanted) <= allowed, f"{repeats:.3f}", f"{wanted:.3f} ± {allowed:.3f}"
    )


def _entity_bands(items: Sequence[Seen]) -> Outcome:
    """D13: few options that are shown often are the key much more or less often than chance."""
    keyed = Counter(norm(item.key) for item in items)
    shown = Counter(norm(option) for item in items for option in item.options)
    expected: dict[str, float] = defaultdict(float)
    for item in items:
        for option in item.options:
            expected[norm(option)] += 1 / len(item.options)
    often = [each for each in shown if shown[each] >= 20]
    outside = [
        each for each in often if abs(keyed[each] - expected[each]) > 2.576 * math.sqrt(expected[each] * 0.75) + 0.5
    ]
    share = len(outside) / max(1, len(often))
    return Outcome(
        "D13b options keyed too often or too rarely",
        share <= 0.03,
        f"{len(outside)} of {len(often)}",
        "3 %",
        tuple(outside[:20]),
    )


def _templates(items: Sequence[Seen]) -> Outcome:
    """D15: no key makes up a quarter of a template."""
    by_skeleton: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        by_skeleton[skeleton(item)][norm(item.key)] += 1
    cases = []
    for name, keys in by_skeleton.items():
        total = keys.total()
        key, most = keys.most_common(1)[0]
        if total >= 20 and most / total > 0.25:
            cases.append(f"{name}: {key} {most} of {total}")
    return Outcome("D15 template and key", not cases, str(len(cases)), "0", tuple(cases))


def attacks(bank: Bank, only: str = "") -> list[Outcome]:
    """All attacks, or those whose name begins with `only`."""
    items = bank.items
    memory = Memory(items)
    remembering: dict[str, Attack] = {
        "D13 key elsewhere": memory.prior,
        "D14 never the key elsewhere": memory.never_key,
        "D15b most frequent key of the template": memory.template,
        "D16 key of the nearest stem": memory.nearest_stem,
        "D17 most frequent key of the chapter": memory.topic,
        "D18c most shown": memory.frequent,
        "D18 best known": lambda item: _fame(bank, item),
        "D18b least known": lambda item: [-each for each in _fame(bank, item)],
    }
    outcomes = [*_positions(items), _sequence(items), _entity_bands(items), _templates(items)]
    for name, attack in (OPTIONS_ONLY | remembering).items():
        if name.startswith(only):
            outcomes += assault(name, items, attack)
    if "D24".startswith(only[:3]):
        outcomes.append(_learned(items, memory))
    return [outcome for outcome in outcomes if outcome.check.startswith(only)]


def _fame(bank: Bank, item: Seen) -> list[float]:
    entries = [bank.checker.entry(option) for option in item.options]
    return [float(len(entry.facts)) if entry else 0.0 for entry in entries]
