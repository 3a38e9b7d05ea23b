"""Items as an examiner sees them, and the statistics used by all checks."""

import math
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

STOP = frozenset(
    re.findall(
        r"\w+",
        """a an the of in on at by for from to with and or but as is are was were be been did do does which who whom
        whose what when where how this that these those it its his her their one into out under than then there they
        them before after because about only while more most both""",
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
    passage: str = ""  # shown above the stem, not part of it

    @property
    def question(self) -> str:
        """Passage and stem: two passages may share a stem."""
        return f"{self.passage} {self.stem}".strip()

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
    """An item from its JSON object; KeyError or TypeError if a field is missing or malformed."""
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
        passage=record["passage"]["text"] if "passage" in record else "",
    )


def tokens(text: str) -> list[str]:
    """Whole words, case-folded."""
    return [word.casefold() for word in _TOKEN.findall(text)]


@lru_cache(maxsize=1 << 16)
def content(text: str) -> frozenset[str]:
    """The content words, without endings."""
    return frozenset(_stem(word) for word in tokens(text) if word not in STOP)


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1 << 16)
def norm(text: str) -> str:
    """The text without regard to case, outer punctuation and spacing."""
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
    """For each item the number of its cluster: the items with the same first evidence.

    Components of all shared evidence would be useless: evidence about wrong options ties nine tenths of a bank
    together.
    """
    numbers: dict[str, int] = {}
    return [numbers.setdefault(item.evidence[0], len(numbers)) for item in items]


def fold_of(group: str, k: int, seed: int = 7) -> int:
    """The fold of a group of facts, independent of the stream."""
    return zlib.crc32(f"{seed}:{group}".encode()) % k


def share_of(counts: Counter[Any]) -> dict[Any, float]:
    """Counts as shares of their sum."""
    total = sum(counts.values()) or 1
    return {key: count / total for key, count in counts.items()}


def chance(items: Iterable[Seen]) -> float:
    """The share of right answers by blind guessing."""
    shares = [1 / len(item.options) for item in items]
    return sum(shares) / len(shares) if shares else 0.0
