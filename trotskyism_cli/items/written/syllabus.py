"""Put something on each subject of a pack's syllabus among the first questions, so that no paper misses one."""

import random
from collections import Counter
from collections.abc import Sequence

from trotskyism_cli.items.written.written_item import Turn
from trotskyism_cli.pack.model import Subject

FIRST = 12  # about the number of authors' questions of thought in a paper of twenty


def with_every_subject(turns: Sequence[Turn], syllabus: Sequence[Subject], rng: random.Random) -> list[Turn]:
    """The questions in order; if none of the first ones is about a subject, the next one that is moves there.

    It changes places at random with one of the first that is not the only one on a subject.
    """
    order = list(turns)
    for subject in syllabus:
        if any(_is_about(each, subject) for each in order[:FIRST]):
            continue
        found = next((place for place, each in enumerate(order) if _is_about(each, subject)), None)
        told = Counter(other.name for each in order[:FIRST] for other in syllabus if _is_about(each, other))
        spare = [
            place
            for place, each in enumerate(order[:FIRST])
            if all(told[other.name] > 1 for other in syllabus if _is_about(each, other))
        ]
        if found is not None and spare:
            place = rng.choice(spare)
            order[place], order[found] = order[found], order[place]
    return order


def _is_about(turn: Turn, subject: Subject) -> bool:
    return any(fact.partition(".")[0] in subject.entries for fact in turn.question.about)
