"""The bank as a whole (E): facts, keys, kinds and wordings are spread, and nothing is repeated."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.items import authors_questions
from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.memory import skeleton
from benchmarks.items.stream import Seen, norm, share_of, tokens, upper_bound

QUIZ = 10  # items asked together


def spread(bank: Bank) -> list[Outcome]:
    """E01 to E05, E07, E09 to E11, E13, D22 and D23."""
    items, leaks = bank.items, Leaks(bank)
    return [
        _share("E01 the same stem with the same key and two equal distractors", items, set(_repeats(items)), 0.01),
        _share("E02 near duplicates", items, set(_twins(items)), 0.05),
        *_facts(items),
        *_wordings(items),
        *_kinds(items),
        *_keys(items),
        _difficulty(items),
        _share("E13 a stem or a fact twice in ten", items, set(_twice_in_ten(items)), 0.02),
        _share("D23 repeated option sets", items, set(_same_sets(items)), 0.05),
        _share("D22 answered by a question of the same ten", items, set(leaks.by_questions()), 0.01),
        _share("D22b answered by an explanation of the nine before", items, set(leaks.by_explanations()), 0.03),
    ]


def _share(name: str, items: Sequence[Seen], found: set[str], bound: float) -> Outcome:
    high = upper_bound(len(found), len(items))
    return Outcome(
        name,
        high <= bound,
        f"{len(found)} of {len(items)}, upper bound {high:.4f}",
        f"{bound}",
        tuple(sorted(found)[:20]),
    )


def _repeats(items: Sequence[Seen]) -> Iterator[str]:
    groups: dict[tuple[str, str], list[Seen]] = defaultdict(list)
    for item in items:
        group = norm(item.question), norm(item.key)
        if any(len(set(item.distractors) & set(earlier.distractors)) >= 2 for earlier in groups[group]):
            yield item.id
        groups[group].append(item)


def _twins(items: Sequence[Seen]) -> Iterator[str]:
    """Items that share the first words and at least 85% of the word triples with another."""
    groups: dict[tuple[str, ...], list[tuple[str, frozenset[tuple[str, ...]]]]] = defaultdict(list)
    for item in items:
        words = tokens(" ".join((item.question, *sorted(item.options))))
        grams = frozenset(zip(words, words[1:], words[2:], strict=False))
        group = groups[item.kind, *words[:4]]
        for other, theirs in group:
            if len(grams & theirs) >= 0.85 * len(grams | theirs):
                yield from (item.id, other)
        group.append((item.id, grams))


def _facts(items: Sequence[Seen]) -> list[Outcome]:
    """Concentration on single facts, by the first evidence of each item."""
    counts = Counter(item.evidence[0] for item in items)
    most = max(counts.values()) / len(items)
    ordered = sorted(counts.values())
    n, total = len(ordered), sum(ordered)
    gini = sum((2 * place - n + 1) * count for place, count in enumerate(ordered)) / (n * total)
    return [
        Outcome("E03 share of one fact", most <= 0.01, f"{most:.4f}", "0.01"),
        Outcome("E03b Gini over facts", gini <= 0.6, f"{gini:.3f}", "0.6"),
    ]


def _wordings(items: Sequence[Seen]) -> list[Outcome]:
    shares = share_of(Counter(map(skeleton, items)))
    top, most = max(shares.items(), key=lambda each: each[1])
    entropy = -sum(share * math.log2(share) for share in shares.values())
    return [
        Outcome("E04 wordings", len(shares) >= 30, str(len(shares)), "30"),
        Outcome("E04b largest wording", most <= 0.12, f"{most:.3f} {top}", "0.12"),
        Outcome("E04c entropy of wordings", entropy >= 3.5, f"{entropy:.2f} bits", "3.5"),
    ]


def _kinds(items: Sequence[Seen]) -> list[Outcome]:
    shares = share_of(Counter(item.kind for item in items))
    # written questions may be of any kind
    made = {kind: share for kind, share in shares.items() if kind != authors_questions.KIND}
    by_authors = shares.get(authors_questions.KIND, 0.0)
    text = ", ".join(f"{kind} {share:.2f}" for kind, share in sorted(shares.items(), key=lambda each: -each[1]))
    return [
        Outcome("E05 largest kind", max(made.values(), default=0.0) <= 0.35, text, "0.35"),
        Outcome("E05b written by authors", by_authors >= 0.7 or not by_authors, f"{by_authors:.2f}", "0.70"),
    ]


def _keys(items: Sequence[Seen]) -> list[Outcome]:
    shares = share_of(Counter(norm(item.key) for item in items))
    top, most = max(shares.items(), key=lambda each: each[1])
    return [Outcome("E07 share of one key", most <= 0.02, f"{most:.4f} {top}; {len(shares)} keys", "0.02")]


def _difficulty(items: Sequence[Seen]) -> Outcome:
    shares = share_of(Counter(item.difficulty for item in items))
    low = min(shares.get(each, 0.0) for each in ("easy", "medium", "hard"))
    return Outcome("E11 thirds of difficulty", low >= 0.2, f"least {low:.2f}", "0.20")


def _same_sets(items: Sequence[Seen]) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for item in items:
        options = tuple(sorted(map(norm, item.options)))
        if options in seen:
            yield item.id
        seen.add(options)


def _twice_in_ten(items: Sequence[Seen]) -> Iterator[str]:
    """Items with a stem, passage or fact already used in the same ten."""
    for begin in range(0, len(items), QUIZ):
        seen: set[str] = set()
        for item in items[begin : begin + QUIZ]:
            marks = {norm(item.question), *filter(None, [norm(item.passage)]), *item.evidence[: item.asked]}
            if marks & seen:
                yield item.id
            seen |= marks


class Leaks:
    """Items answered by another in the same quiz, where the key occurs together with what is asked about."""

    def __init__(self, bank: Bank) -> None:
        self._items = bank.items
        names = {norm(name) for entry in bank.checker.pack.entries.values() for name in entry.names if len(name) >= 4}
        stems = [norm(item.stem) for item in bank.items]
        self._subjects = [
            {name for name in names if name in stem} | set(re.findall(r"\b\d{4}\b", stem)) for stem in stems
        ]

    def by_questions(self) -> Iterator[str]:
        """Items answered by the stem or options of another in the same ten."""
        shown = [norm(" ".join((item.question, *item.options))) for item in self._items]
        for place, item in enumerate(self._items):
            begin = place - place % QUIZ
            near = [shown[each] for each in range(begin, min(begin + QUIZ, len(shown))) if each != place]
            if self._told(place, near):
                yield item.id

    def by_explanations(self) -> Iterator[str]:
        """Items answered by the explanation of one of the nine before."""
        shown = [norm(item.explanation) for item in self._items]
        for place, item in enumerate(self._items):
            if self._told(place, shown[max(0, place - QUIZ + 1) : place]):
                yield item.id

    def _told(self, place: int, near: Sequence[str]) -> bool:
        key = norm(self._items[place].key)
        telling = [text for text in near if len(key) >= 4 and key in text]
        return any(subject in text for text in telling for subject in self._subjects[place])


def coverage(bank: Bank) -> list[Outcome]:
    """E10: functional facts that can be asked in two directions, or answered in two ways, are."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for item in bank.items:
        kinds[item.evidence[0]].add(item.kind)
    for record in bank.others:
        kinds[record["evidence_ids"][0]].add(f"{record['kind']} {record['response']}")
    facts = bank.checker.facts
    relations = {each: bank.checker.relations[facts[each].relation] for each in kinds if each in facts}
    able = [each for each, relation in relations.items() if relation.functional and len(relation.asks) > 1]
    both = sum(len(kinds[each]) > 1 for each in able)
    share = both / max(1, len(able))
    return [Outcome("E10 facts asked in more than one way", share >= 0.4, f"{both} of {len(able)}", "0.40")]
