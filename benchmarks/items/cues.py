"""Cues in an item's options that need no knowledge of history: each scores the options, and the highest is taken."""

from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.items.stream import Seen, content, norm, tokens

Scores = Sequence[float] | None  # None: the cue does not apply
Attack = Callable[[Seen], Scores]

HEDGES = frozenset("may might could often usually generally sometimes partly".split(" "))
ABSOLUTES = frozenset("all always every never none only completely".split(" "))


def _longest(item: Seen) -> Scores:
    return [len(option) for option in item.options]


def _shortest(item: Seen) -> Scores:
    return [-len(option) for option in item.options]


def _most_words(item: Seen) -> Scores:
    return [len(option.split()) for option in item.options]


def _clang(item: Seen) -> Scores:
    said = content(item.stem)
    return [len(said & content(option)) for option in item.options]


def _clang_share(item: Seen) -> Scores:
    said = content(item.stem)
    return [len(said & content(option)) / max(1, len(content(option))) for option in item.options]


def _anti_clang(item: Seen) -> Scores:
    scores = _clang(item)
    return [-score for score in scores] if scores else None


def _convergence(item: Seen) -> Scores:
    words = [content(option) for option in item.options]
    counts = Counter(word for each in words for word in each)
    return [sum(counts[word] - 1 for word in each) for each in words]


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard similarity of two sets of words, from 0 to 1."""
    return len(one & other) / max(1, len(one | other))


def _most_alike(item: Seen) -> Scores:
    words = [content(option) for option in item.options]
    return [sum(jaccard(one, other) for other in words) for one in words]


def _odd_one_out(item: Seen) -> Scores:
    words = [content(option) for option in item.options]
    return [-sum(jaccard(one, other) for other in words) for one in words]


def _odd_letters(item: Seen) -> Scores:
    grams = [frozenset(norm(option)[i : i + 3] for i in range(max(1, len(option) - 2))) for option in item.options]
    return [-sum(jaccard(one, other) for other in grams) for one in grams]


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


def _titled(item: Seen) -> Scores:
    return [float(sum(word[:1].isupper() for word in option.split())) for option in item.options]


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
    "D04c clang, as a share": _clang_share,
    "D05 convergence": _convergence,
    "D05b most like the others": _most_alike,
    "D06 odd one out": _odd_one_out,
    "D06b odd letters": _odd_letters,
    "D07 middle number": _middle,
    "D07b extreme number": _extreme,
    "D08 closest to the others": _closest,
    "D08b farthest": _farthest,
    "D09 not round": _not_round,
    "D09b not a ten": _not_ten,
    "D10 most precise": _precise,
    "D10b most capital letters": _titled,
    "D11 first by letter": _first_by_letter,
    "D11b last by letter": _last_by_letter,
    "D11c by last name": _by_last_name,
    "D12 hedged": _hedged,
}
