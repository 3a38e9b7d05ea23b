"""What a study session asks, in which order, and why: what is about to be forgotten, then what is new."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice, zip_longest
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.learning.days import end_of_day, is_due, is_known
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.recall.schedule import recall
from trotskyism_cli.learning.study.asking_order import APART, interleaved
from trotskyism_cli.learning.study.planned import Planned, Reason, keeps_failing

BACK = 7  # of so many questions, one at least is about something met before
ARRANGED = 120  # due facts whose company is chosen: more than a session asks; the others wait by their risk
CERTAIN = 0.995  # recall that is told as 100%
PLACEMENT = 20  # questions that find the level


class Choice(NamedTuple):
    """What asking is worth now: each fact met before, by its id, and a new one; both in facts known for a second.

    `recalls` are the chances by which that was found that the learner remembers each of them.
    """

    gains: Mapping[str, float]
    price: float
    recalls: Mapping[str, float] = MappingProxyType({})


def plan_by_gain(
    askables: Sequence[Askable],
    memories: Mapping[str, Memory],
    now: datetime,
    choice: Choice,
) -> tuple[Planned, ...]:
    """The facts to ask, what gains most first: those met before and new ones on the same scale.

    Of those met before what is due comes first, whatever it gains: who is told that facts are due wants to see them. It
    costs nothing that the laboratory of `benchmarks.study` can tell. What is worth less than a new fact comes after all
    the new ones, but for one question in `BACK`: a day on which nothing comes back is no course, whatever it is worth.
    Of facts whose gain is not known (they were asked today), none is asked. Facts whose meaning has changed come first.
    """
    wanted = {each.fact: each for each in askables}
    end = end_of_day(now)
    changed = [
        Planned(fact, Reason.CHANGED, 0.0, memory)
        for fact, each in wanted.items()
        if (memory := memories.get(fact)) and memory.revision != each.revision
    ]
    skipped = {each.fact for each in changed}
    met = sorted(
        (-choice.gains[fact], fact)
        for fact in wanted
        if fact in choice.gains and fact in memories and fact not in skipped
    )
    fresh = [Planned(fact, Reason.NEW) for fact in wanted if fact not in memories]
    first = [
        _met(wanted[fact], memories[fact], now, end, choice.recalls) for less, fact in met if -less >= choice.price
    ]
    rest = [_met(wanted[fact], memories[fact], now, end, choice.recalls) for less, fact in met if -less < choice.price]
    due, not_due = _parted(first)
    asked = [*interleaved([*changed, *due[:ARRANGED]], wanted), *due[ARRANGED:]]
    asked += [*interleaved(not_due[:ARRANGED], wanted, asked[-APART:]), *not_due[ARRANGED:]]
    begun = interleaved(fresh[:ARRANGED], wanted, asked[-APART:])
    return (*asked, *_mixed((*begun, *fresh[ARRANGED:]), [each for part in _parted(rest) for each in part]))


def _parted(planned: Iterable[Planned]) -> tuple[list[Planned], list[Planned]]:
    """What is due, and what is not, each in its order."""
    every = list(planned)
    return [each for each in every if each.reason is Reason.DUE], [
        each for each in every if each.reason is Reason.WORTH
    ]


def _mixed(new: Sequence[Planned], met: Sequence[Planned]) -> Iterator[Planned]:
    """What is new, and at every BACK-th place something that was met before."""
    left = iter(met)
    for place, each in enumerate(new, start=1):
        yield each
        if place % (BACK - 1) == 0:
            yield from islice(left, 1)
    yield from left


def _met(askable: Askable, memory: Memory, now: datetime, end: datetime, recalls: Mapping[str, float]) -> Planned:
    reason = Reason.DUE if is_due(memory, now, end) else Reason.WORTH
    return Planned(askable.fact, reason, recalls.get(askable.fact, recall(memory, now)), memory)


def plan_of_looked_up(
    askables: Sequence[Askable], memories: Mapping[str, Memory], now: datetime, entries: Sequence[str], most: int
) -> tuple[Planned, ...]:
    """The facts about these entries that are not known yet, those of the first entries first, no more than `most`.

    What was answered so lately that it is certain to be remembered waits.
    """
    places = {entry: place for place, entry in enumerate(entries)}
    found = []
    for each in askables:
        memory = memories.get(each.fact)
        place = min((places[end] for end in each.ends if end in places), default=None)
        if place is not None and not (memory and (is_known(memory, now) or recall(memory, now) > CERTAIN)):
            planned = Planned(each.fact, Reason.LOOKED_UP, recall(memory, now) if memory else None, memory)
            found.append((place, -each.importance, each.fact, planned))
    return tuple(planned for *_, planned in sorted(found, key=lambda each: each[:3])[:most])


def placement(askables: Sequence[Askable], memories: Mapping[str, Memory]) -> tuple[Planned, ...]:
    """The questions that find the level of a learner: of each importance as many, from all over the book.

    Those that everybody should know come first; the chapters take turns. More are planned than are asked, in the place
    of those about which nothing can be asked.
    """
    fresh = [each for each in askables if each.fact not in memories]
    found: list[Askable] = []
    for importance in sorted({each.importance for each in fresh}, reverse=True):
        alike = [each for each in fresh if each.importance == importance]
        chapters: dict[str, list[Askable]] = {}
        for each in alike:
            chapters.setdefault(each.topic, []).append(each)
        turns = [each for turn in zip_longest(*chapters.values()) for each in turn if each is not None]
        found += turns[: ceil(PLACEMENT / 3)]
    chosen = {each.fact for each in found}
    spare = [each for each in fresh if each.fact not in chosen]
    return tuple(Planned(each.fact, Reason.NEW) for each in (*found[:PLACEMENT], *spare))


def count_due(askables: Iterable[Askable], memories: Mapping[str, Memory], now: datetime) -> int:
    """How many facts a study session would find due."""
    end = end_of_day(now)
    met = ((memory, each) for each in askables if (memory := memories.get(each.fact)))
    return sum(memory.revision != each.revision or is_due(memory, now, end) for memory, each in met)


def due_together(
    askables: Iterable[Askable], memories: Mapping[str, Memory], now: datetime
) -> tuple[datetime | None, int]:
    """When it goes on, and with how many facts on that day: today, if some are still due."""
    known = [memories[each.fact] for each in askables if each.fact in memories]
    if due := sum(is_due(memory, now) for memory in known):
        return now, due
    then = min((memory.due for memory in known), default=None)
    return then, sum(memory.due < end_of_day(then.astimezone(now.tzinfo)) for memory in known) if then else 0


def failing(askables: Iterable[Askable], memories: Mapping[str, Memory]) -> tuple[Memory, ...]:
    """The facts that keep failing, the worst first."""
    known = (memories[each.fact] for each in askables if each.fact in memories)
    return tuple(sorted(filter(keeps_failing, known), key=lambda memory: (-memory.lapses, memory.fact)))
