"""Reviews made by hand, for tests of what is done with reviews."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.reading import taken_in
from trotskyism_cli.learning.recall.schedule import DEFAULTS, Settings
from trotskyism_cli.learning.review import Review

BEGAN = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def a_review(number: int = 1, **values: Any) -> Review:
    """A review with sensible values for whatever the test does not care about; a minute after the one before."""
    defaults: dict[str, Any] = {
        "id": f"r{number}",
        "time": BEGAN + timedelta(minutes=number),
        "pack": "tiny",
        "session": "s1",
        "item": "author:results-and-prospects.author:1",
        "facts": ("results-and-prospects.author",),
        "revisions": (1,),
        "family": "author",
        "response": "choice",
        "topic": "theory",
        "stem": "Who wrote Results and Prospects?",
        "options": ("Karl Marx", "Leon Trotsky", "Vladimir Lenin"),
        "chosen": (1,),
        "key": (1,),
        "credit": 1.0,
    }
    return Review(**{**defaults, **values})


def replay(reviews: Iterable[Review], settings: Settings = DEFAULTS) -> dict[str, Memory]:
    """The memory of each fact after reviews in the order of the log, without those that a later one undoes."""
    every = list(reviews)
    undone = {review.undoes for review in every if review.undoes}
    memories: dict[str, Memory] = {}
    for review in every:
        if review.id not in undone:
            memories |= taken_in(memories, review, settings)
    return memories
