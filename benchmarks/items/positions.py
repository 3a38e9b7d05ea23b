"""Position of the key, and which options are keys (D01 to D03, D07, D13 to D15, D23): none may be too frequent."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from benchmarks.items.checks import Outcome, is_meant, rate
from benchmarks.items.cues import Attack, Scores
from benchmarks.items.memory import skeleton
from benchmarks.items.stream import Seen, chance, content, norm, share_of

# chi-square values exceeded by chance once in a thousand times, by degrees of freedom
THOUSANDTH = {2: 13.816, 3: 16.266}
OFTEN = 20  # times an option must be shown for its share of keys to be meaningful


def positions(items: Sequence[Seen], only: str = "") -> list[Outcome]:
    """All outcomes that are not attacks, or those whose name begins with `only`."""
    found: dict[tuple[str, ...], Callable[[Sequence[Seen]], list[Outcome]]] = {
        ("D01", "D07c"): _places,
        ("D02",): lambda items: [_sequence(items)],
        ("D03d",): lambda items: [_strictly_longest(items)],
        ("D04d",): lambda items: [rate("D04d a word of the key alone stands in the stem", items, _echo, 0.005)],
        ("D13b",): lambda items: [_entity_bands(items)],
        ("D14b",): lambda items: [_never(items)],
        ("D15",): lambda items: [_templates(items)],
    }
    meant = (of for names, of in found.items() if any(is_meant(name, only) for name in names))
    return [outcome for of in meant for outcome in of(items)]


def sequences(items: Sequence[Seen]) -> dict[str, Attack]:
    """Attacks that use the order of the stream: the last two positions of keys, and option sets used before."""
    return {
        "D02b the place after the last two places": _after_two(items),
        "D23b not yet the key of this set": _not_yet(items),
    }


def _places(items: Sequence[Seen]) -> list[Outcome]:
    """D01: no position of the key is more frequent; numbers and names separately."""
    outcomes = []
    for name, own in (
        ("D01 place of the key, names", [item for item in items if not item.numbers]),
        ("D07c rank of the key, numbers", [item for item in items if item.numbers]),
    ):
        for k in (3, 4):
            same = [item for item in own if len(item.options) == k]
            if len(same) >= 100:
                counts = Counter(item.answer for item in same)
                shares, mean = share_of(counts), len(same) / k
                worst = max(abs(shares.get(place, 0.0) - 1 / k) for place in range(k))
                square = sum((counts[place] - mean) ** 2 / mean for place in range(k))
                allowed = 0.03 + 1.96 * math.sqrt(1 / k * (1 - 1 / k) / len(same))
                text = f"{' '.join(f'{shares.get(place, 0.0):.3f}' for place in range(k))}, chi square {square:.1f}"
                passed = worst <= allowed and square <= THOUSANDTH[k - 1]
                bound = f"1/{k} ± {allowed:.3f}, {THOUSANDTH[k - 1]:.1f}"
                outcomes.append(Outcome(f"{name}, {k} options", passed, text, bound))
    return outcomes


def _sequence(items: Sequence[Seen]) -> Outcome:
    """D02: the key's position does not depend on the previous item's."""
    pairs = [(one, other) for one, other in pairwise(items) if len(one.options) == len(other.options)]
    repeats = sum(one.answer == other.answer for one, other in pairs) / max(1, len(pairs))
    wanted = chance([other for _, other in pairs]) if pairs else 0.0
    allowed = 0.02 + 1.96 * math.sqrt(0.2 / max(1, len(pairs)))
    return Outcome(
        "D02 sequence of places", abs(repeats - wanted) <= allowed, f"{repeats:.3f}", f"{wanted:.3f} ± {allowed:.3f}"
    )


def _after_two(items: Sequence[Seen]) -> Attack:
    """Score positions by how often the key followed the same two positions, in the other half of the stream."""
    before: dict[str, tuple[int, int, int, int]] = {}
    counts: Counter[tuple[int, int, int, int, int]] = Counter()
    for number, item in enumerate(items[2:], start=2):
        half = 2 * number // len(items)
        state = (half, len(item.options), items[number - 2].answer, items[number - 1].answer)
        before[item.id] = state
        counts[*state, item.answer] += 1

    def attack(item: Seen) -> Scores:
        if item.id not in before:
            return None
        half, *state = before[item.id]
        return [float(counts[1 - half, *state, place]) for place in range(len(item.options))]  # type: ignore[index]

    return attack


def _not_yet(items: Sequence[Seen]) -> Attack:
    """For an option set used before: score each option by how rarely it was the key."""
    used: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    scores: dict[str, list[float]] = {}
    for item in items:
        keys = used[tuple(sorted(map(norm, item.options)))]
        if keys:
            scores[item.id] = [-float(keys[norm(option)]) for option in item.options]
        keys[norm(item.key)] += 1
    return lambda item: scores.get(item.id)


def _strictly_longest(items: Sequence[Seen]) -> Outcome:
    """D03d: where one option is the longest, it is the key as often as by chance."""
    single = [item for item in items if sum(len(each) == max(map(len, item.options)) for each in item.options) == 1]
    share = sum(len(item.key) == max(map(len, item.options)) for item in single) / max(1, len(single))
    wanted = chance(single)
    allowed = 0.03 + 1.96 * math.sqrt(0.2 / max(1, len(single))) * (len(items) < 4000)
    return Outcome(
        "D03d the one longest option", abs(share - wanted) <= allowed, f"{share:.3f}", f"{wanted:.3f} ± {allowed:.3f}"
    )


def _echo(item: Seen) -> str:
    others = frozenset().union(*map(content, item.distractors))
    return " ".join(sorted(word for word in (content(item.key) - others) & content(item.stem) if len(word) > 2))


def _tallies(items: Sequence[Seen]) -> Iterator[tuple[str, int, int, float, float]]:
    """For each option: times shown, times key, and mean and variance of the latter by chance."""
    keyed = Counter(norm(item.key) for item in items)
    shown = Counter(norm(option) for item in items for option in item.options)
    mean: dict[str, float] = defaultdict(float)
    variance: dict[str, float] = defaultdict(float)
    for item in items:
        for option in item.options:
            mean[norm(option)] += 1 / len(item.options)
            variance[norm(option)] += (1 - 1 / len(item.options)) / len(item.options)
    yield from ((each, times, keyed[each], mean[each], variance[each]) for each, times in shown.items())


def _entity_bands(items: Sequence[Seen]) -> Outcome:
    """D13b: few frequently shown options are the key far more or less often than by chance."""
    often = [each for each in _tallies(items) if each[1] >= OFTEN]
    outside = [
        f"{name}: {keyed} of {shown}, by chance {mean:.1f}"
        for name, shown, keyed, mean, variance in often
        if abs(keyed - mean) > 2.576 * math.sqrt(variance) + 0.5
    ]
    share, figure = len(outside) / max(1, len(often)), f"{len(outside)} of {len(often)}"
    return Outcome("D13b options keyed too often or too rarely", share <= 0.03, figure, "3 %", tuple(outside[:20]))


def _never(items: Sequence[Seen]) -> Outcome:
    """D14b: frequently shown options are neither always nor never the key."""
    tallies = list(_tallies(items))
    stuck = [(name, shown, keyed) for name, shown, keyed, *_ in tallies if shown >= OFTEN and keyed in (0, shown)]
    share = sum(shown for _, shown, _ in stuck) / max(1, sum(shown for _, shown, *_ in tallies if shown >= OFTEN))
    cases = tuple(f"{name}: {keyed} of {shown}" for name, shown, keyed in stuck[:20])
    return Outcome("D14b shown often, always or never the key", share <= 0.02, f"{share:.4f}", "0.02", cases)


def _templates(items: Sequence[Seen]) -> Outcome:
    """D15: no key is a quarter of a template's keys."""
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
