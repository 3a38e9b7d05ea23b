"""Aspects of questions as an examiner counts them (thought, names, time), and the quality of families."""

import re
from enum import StrEnum

from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.pack.question import Question


class Aspect(StrEnum):
    """What a question is about.

    Thought: arguments, causes, positions, significance. Names: who and what. Time: dates, order, numbers, places.
    """

    THOUGHT = "thought"
    NAMES = "names"
    TIME = "time"


# For each family: its aspect, and the share of its questions that examiners would print unchanged.
FAMILIES: dict[str, tuple[Aspect, float]] = {
    "who": (Aspect.NAMES, 0.9),
    "organisation": (Aspect.NAMES, 0.4),
    "event": (Aspect.NAMES, 0.3),
    "work": (Aspect.NAMES, 0.9),
    "concept": (Aspect.THOUGHT, 0.5),
    "place": (Aspect.TIME, 0.1),
    "year": (Aspect.TIME, 0.7),
}
_TIME = re.compile(
    r"^(?:[Ii]n|[Oo]n|[Ff]rom|[Tt]o)? ?(?:which|what) (?:year|month|day|date|decade|town|city|country|place)s?\b"
    r"|^(?:when|where|how many|how long|how old)\b|^(?:from|to) where\b",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"^(?:by|with|to|for|against|of|from)? ?"
    r"(?:who|whom|whose|which (?:body|organisation|party|person|people|office|newspaper|book|work)\b)",
    re.IGNORECASE,
)


def aspect_of(kind: str) -> Aspect:
    """The aspect of a family."""
    return FAMILIES[kind][0]


def quality_of(kind: str) -> float:
    """Quality of a family's questions, 0 to 1."""
    return FAMILIES[kind][1]


def aspect_of_question(index: Index, question: Question) -> Aspect:
    """The aspect of an author's question, judged by its first words.

    A question that asks who held a view counts as thought, not as names.
    """
    if _TIME.search(question.stem):
        return Aspect.TIME
    held = any(index.relation(index.facts[each]).claim for each in question.about if each in index.facts)
    return Aspect.NAMES if _NAMES.search(question.stem) and not held else Aspect.THOUGHT
