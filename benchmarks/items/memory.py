"""What other items of a bank reveal to somebody who remembers them but knows no history (D13 to D19, D23)."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from benchmarks.items.checks import Bank
from benchmarks.items.cues import Attack, Scores
from benchmarks.items.stream import Seen, content, fold_of, norm, tokens

LONGEST = 8  # words of an option searched in stems


def skeleton(item: Seen) -> str:
    """The stem without names, numbers and quotations: its template."""
    text = re.sub(r"“[^”]*”", "“”", item.stem)
    first, _, rest = text.partition(" ")
    masked = re.sub(r"\b[A-ZÀ-Ž][\w’'-]*|\d+", "~", rest)
    return f"{first} {re.sub(r'~(( of| the| de| and|-)* ~)+', '~', masked)}"


class Fold:
    """Statistics of one half of the items: those that ask only for facts of this half."""

    def __init__(self, items: Sequence[Seen]) -> None:
        self.keyed = Counter(norm(item.key) for item in items)
        self.shown = Counter(norm(option) for item in items for option in item.options)
        self.by_topic: dict[str, Counter[str]] = defaultdict(Counter)
        self.by_skeleton: dict[str, Counter[str]] = defaultdict(Counter)
        self.stems: dict[str, list[frozenset[str]]] = defaultdict(list)
        for item in items:
            key = norm(item.key)
            self.by_topic[item.topic][key] += 1
            self.by_skeleton[skeleton(item)][key] += 1
            self.stems[key].append(content(item.stem))
        self.all_stems = [(item.stem, content(item.stem)) for item in items]
        self.words = Counter(word for _, words in self.all_stems for word in words)

    def rarity(self, word: str) -> float:
        """The weight of a word in stems: rare words weigh more."""
        return math.log((len(self.all_stems) + 1) / (self.words[word] + 1)) + 0.1

    def beside(self, labels: frozenset[tuple[str, ...]]) -> dict[tuple[str, ...], Counter[str]]:
        """For each label, the words of the stems it occurs in; the empty word counts these stems."""
        found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for stem, words in self.all_stems:
            for label in set(_runs(stem)) & labels:
                found[label].update(words)
                found[label][""] += 1
        return found


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = tokens(text)
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + LONGEST) + 1):
            yield tuple(words[start:end])


class Memory:
    """Both halves of a bank; an item is compared only with the half that asks nothing of its relations.

    Splitting by single facts would reveal the key: an option seen as the key of its own fact in one half cannot be the
    key in the other. So all facts of a relation stay together.
    """

    def __init__(self, bank: Bank) -> None:
        items = self._items = bank.items
        self._facts = bank.checker.facts
        self._quotes = bank.checker.pack.quotes
        halves: tuple[list[Seen], list[Seen]] = ([], [])
        for item in items:
            if (fold := self._fold(item)) is not None:
                halves[fold].append(item)
        self.halves = [Fold(half) for half in halves]
        self.options = Counter(norm(option) for item in items for option in item.options)

    @cached_property
    def _beside(self) -> list[dict[tuple[str, ...], Counter[str]]]:
        labels = frozenset(tuple(tokens(option)) for item in self._items for option in item.options)
        return [half.beside(labels) for half in self.halves]

    def attacks(self) -> dict[str, Attack]:
        """The attacks by memory, except co-occurrence, which has its own threshold."""
        return {
            "D13 key elsewhere": self.prior,
            "D14 never the key elsewhere": self.never_key,
            "D15b most frequent key of the template": self.template,
            "D16 key of the nearest stem": self.nearest_stem,
            "D17 most frequent key of the chapter": self.topic,
            "D18c most shown": self.frequent,
        }

    def group(self, evidence: str) -> str:
        """What is never split: all facts of a relation, and all quotations."""
        fact = self._facts.get(evidence)
        return fact.relation if fact else "quotations" if evidence in self._quotes else evidence

    def _fold(self, item: Seen) -> int | None:
        """The half that all facts asked for belong to; None if they belong to both."""
        found = {fold_of(self.group(each), 2) for each in item.evidence[: item.asked]}
        return found.pop() if len(found) == 1 else None

    def _other(self, item: Seen) -> Fold | None:
        fold = self._fold(item)
        return None if fold is None else self.halves[1 - fold]

    def prior(self, item: Seen) -> Scores:
        """How often an option was the key in the other half, per showing."""
        if (other := self._other(item)) is None:
            return None
        return [(other.keyed[norm(option)] + 0.5) / (other.shown[norm(option)] + 2) for option in item.options]

    def never_key(self, item: Seen) -> Scores:
        """1 if an option was always the key in the other half, -1 if never, else 0."""
        if (other := self._other(item)) is None:
            return None
        keyed, shown = other.keyed, other.shown
        labels = [norm(option) for option in item.options]
        return [float(keyed[each] == shown[each] > 0) - float(shown[each] > 0 and not keyed[each]) for each in labels]

    def topic(self, item: Seen) -> Scores:
        """How often an option was the key in the same chapter."""
        other = self._other(item)
        return [other.by_topic[item.topic][norm(option)] for option in item.options] if other else None

    def template(self, item: Seen) -> Scores:
        """How often an option was the key of the same template."""
        other = self._other(item)
        return [other.by_skeleton[skeleton(item)][norm(option)] for option in item.options] if other else None

    def nearest_stem(self, item: Seen) -> Scores:
        """Similarity of the stem to the nearest stem with the option as key: cosine weighted by rare words."""
        if (other := self._other(item)) is None:
            return None
        said = content(item.stem)
        return [
            max((_cosine(said, words, other) for words in other.stems.get(norm(option), ())), default=0.0)
            for option in item.options
        ]

    def frequent(self, item: Seen) -> Scores:
        """How often an option is shown at all."""
        return [self.options[norm(option)] for option in item.options]

    def company(self, item: Seen) -> Scores:
        """How much more often than by chance an option occurs in stems with this stem's words."""
        if (fold := self._fold(item)) is None:
            return None
        other, beside = self.halves[1 - fold], self._beside[1 - fold]
        said = content(item.stem)
        return [_company(said, beside.get(tuple(tokens(option)), Counter()), other) for option in item.options]


def _cosine(one: frozenset[str], two: frozenset[str], fold: Fold) -> float:
    common = sum(fold.rarity(word) ** 2 for word in one & two)
    if not common:
        return 0.0
    return common / math.sqrt(sum(fold.rarity(w) ** 2 for w in one) * sum(fold.rarity(w) ** 2 for w in two))


def _company(said: frozenset[str], beside: Counter[str], fold: Fold) -> float:
    """Sum of the positive pointwise mutual information."""
    times, total = beside[""], len(fold.all_stems)
    together = [word for word in said if beside[word]]
    return sum(max(0.0, math.log(beside[word] * total / (times * fold.words[word]))) for word in together)
