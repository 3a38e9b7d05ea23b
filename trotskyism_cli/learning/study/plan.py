"""What a study session asks, in which order, and why: facts about to be forgotten, then new ones."""

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

BACK = 7  # one of so many questions at least is about a fact met before
ARRANGED = 120  # facts arranged by `interleaved`: more than a session asks
CERTAIN = 0.995  # retrievability that is shown as 100 %
PLACEMENT = 20  # questions of a placement test


class Choice(NamedTuple):
    """What asking is worth now: for each fact met before (by id), and for a new one; in facts known per second.

    `recalls` are the retrievabilities from which that was computed.
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
    """The facts to ask: changed ones, then those met before that gain more than a new one, new ones, and the rest.

    Each group of facts met before is in the order of gain, but begins with those due, as a learner who is told that
    facts are due wants to see them; `benchmarks.study` shows no loss from it. The rest is worth less than a new fact,
    but one question in BACK is about it even while there are new facts, so that something comes back every day. Facts
    without a known gain (asked today) are not asked.
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
    """The due facts, and those that are not due, each in order."""
    every = list(planned)
    return [each for each in every if each.reason is Reason.DUE], [
        each for each in every if each.reason is Reason.WORTH
    ]


def _mixed(new: Sequence[Planned], met: Sequence[Planned]) -> Iterator[Planned]:
    """The new facts, with a fact met before at every BACK-th place."""
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
    """The facts about these entries that are not known yet, first entries first, at most `most`.

    Facts answered so recently that they are certainly remembered are left out.
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
    """The questions of a placement test: equally many of each importance, from all over the book.

    The most important come first; chapters take turns. More are planned than are asked, as spares for facts about which
    nothing can be asked.
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
    """The number of facts that a study session would find due."""
    end = end_of_day(now)
    met = ((memory, each) for each in askables if (memory := memories.get(each.fact)))
    return sum(memory.revision != each.revision or is_due(memory, now, end) for memory, each in met)


def due_together(
    askables: Iterable[Askable], memories: Mapping[str, Memory], now: datetime
) -> tuple[datetime | None, int]:
    """When facts are next due, and how many on that day: now, if some are still due today."""
    known = [memories[each.fact] for each in askables if each.fact in memories]
    if due := sum(is_due(memory, now) for memory in known):
        return now, due
    then = min((memory.due for memory in known), default=None)
    return then, sum(memory.due < end_of_day(then.astimezone(now.tzinfo)) for memory in known) if then else 0


def failing(askables: Iterable[Askable], memories: Mapping[str, Memory]) -> tuple[Memory, ...]:
    """The memories of facts that keep failing, worst first."""
    known = (memories[each.fact] for each in askables if each.fact in memories)
    return tuple(sorted(filter(keeps_failing, known), key=lambda memory: (-memory.lapses, memory.fact)))
