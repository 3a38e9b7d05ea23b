"""A stream of items as an examiner sees it, and the statistics that every check uses."""

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

STOP = frozenset(
    re.findall(
        r"\w+",
        """a an the of in on at by for from to with and or but as is are was were be been did do does which who whom
        whose what when where how this that these those it its his her their one into out under than then there""",
    )
)
_TOKEN = re.compile(r"[^\W_]+")
ONE_SIDED = 1.645


@dataclass(frozen=True)
class Seen:
    """One item, parsed from its JSON line."""

    id: str
    kind: str
    stem: str
    options: tuple[str, ...]
    answer: int
    topic: str
    evidence: tuple[str, ...]
    explanation: str
    notes: tuple[str, ...]
    difficulty: str
    certificates: tuple[Mapping[str, Any], ...]
    asked: int = 1

    @property
    def key(self) -> str:
        return self.options[self.answer]

    @property
    def distractors(self) -> tuple[str, ...]:
        return tuple(option for place, option in enumerate(self.options) if place != self.answer)

    @cached_property
    def numbers(self) -> tuple[float, ...] | None:
        """The options as numbers, if all are."""
        plain = [option.replace(",", "") for option in self.options]
        return tuple(map(float, plain)) if all(re.fullmatch(r"\d+(\.\d+)?", each) for each in plain) else None


def seen(record: Mapping[str, Any]) -> Seen:
    """An item from its JSON object; KeyError or TypeError if a field is missing or of the wrong shape."""
    return Seen(
        id=record["id"],
        kind=record["kind"],
        stem=record["stem"],
        options=tuple(record["options"]),
        answer=record["answer_index"],
        topic=record["topic"],
        evidence=tuple(record["evidence_ids"]),
        explanation=record["explanation"],
        notes=tuple(record["option_notes"]),
        difficulty=record["difficulty"],
        certificates=tuple(record["certificates"]),
    )


def tokens(text: str) -> list[str]:
    """Whole words, case-folded."""
    return [word.casefold() for word in _TOKEN.findall(text)]


def content(text: str) -> frozenset[str]:
    """Words that carry meaning, without their endings."""
    return frozenset(_stem(word) for word in tokens(text) if word not in STOP)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def norm(text: str) -> str:
    """A text without regard to case, outer marks and spacing."""
    return " ".join(text.casefold().split()).strip("“”\"'.,;: ")


def upper_bound(hits: float, n: float, z: float = ONE_SIDED) -> float:
    """The upper end of the Wilson interval of a share."""
    if n <= 0:
        return 1.0
    share = hits / n
    centre = share + z * z / (2 * n)
    half = z * math.sqrt(max(0.0, share * (1 - share)) / n + z * z / (4 * n * n))
    return (centre + half) / (1 + z * z / n)


def clusters(items: Sequence[Seen]) -> list[int]:
    """For each item the number of its cluster: items that share evidence, directly or through others."""
    parent: dict[str, str] = {}

    def find(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for item in items:
        for other in item.evidence[1:]:
            parent[find(other)] = find(item.evidence[0])
    numbers: dict[str, int] = {}
    return [numbers.setdefault(find(item.evidence[0]), len(numbers)) for item in items]


def folds(items: Sequence[Seen], k: int, seed: int = 7) -> list[int]:
    """A fold for each item, whole clusters together."""
    rng = random.Random(seed)
    of_cluster: dict[int, int] = defaultdict(lambda: rng.randrange(k))
    return [of_cluster[cluster] for cluster in clusters(items)]


def share_of(counts: Counter[Any]) -> dict[Any, float]:
    """Counts as shares of their sum."""
    total = sum(counts.values()) or 1
    return {key: count / total for key, count in counts.items()}


def chance(items: Iterable[Seen]) -> float:
    """The share of right answers that blind guessing gives."""
    shares = [1 / len(item.options) for item in items]
    return sum(shares) / len(shares) if shares else 0.0
