"""What a study session asks, in which order, and why: what is about to be forgotten, then what is new."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from itertools import islice, zip_longest
from math import ceil
from typing import NamedTuple

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.items.model import Item, Response
from trotskyism_cli.learning.days import end_of_day, is_due, is_known
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.schedule import recall

LAPSES_OF_FAILING = 4  # lapses from which on a fact is no longer asked in the same way again
APART = 3  # questions between two about the same entry, as far as there are others
BACK = 7  # of so many questions, one at least is about something met before
SEATED = 120  # due facts whose company is chosen: more than a session asks; the others wait by their risk
CERTAIN = 0.995  # recall that is told as 100%
PLACEMENT = 20  # questions that find the level
BEST, WORST = (0, False), (APART + 1, True)  # of a fact's company
LOOKED_AT = 12  # due facts among which the next is chosen: the risk comes first, company second

# From which stability on, in days, a fact is asked in a harder way.
RUNGS = (("recognise", 0.0), ("reverse", 3.0), ("order", 10.0), ("typed", 30.0))
RECALLED = 1.0  # stability, in days, that only a right answer gives


class Reason(StrEnum):
    """Why a fact is asked."""

    DUE = "due"
    CHANGED = "changed"
    NEW = "new"
    LOOKED_UP = "looked up"
    WORTH = "worth it"


class Planned(NamedTuple):
    """A fact to ask. `recall` is what is expected of it now (0 to 1), `memory` its state; None for both if it is new.

    `beside` is the fact asked just before, if the two are easily taken for one another.
    """

    fact: str
    reason: Reason
    recall: float | None = None
    memory: Memory | None = None
    beside: str = ""

    @property
    def keeps_failing(self) -> bool:
        return self.memory is not None and keeps_failing(self.memory)


def keeps_failing(memory: Memory) -> bool:
    """Whether a fact keeps failing."""
    return memory.lapses >= LAPSES_OF_FAILING


class Choice(NamedTuple):
    """What asking is worth now: each fact met before, by its id, and a new one; both in facts known for a second."""

    gains: Mapping[str, float]
    price: float


def plan_by_gain(
    askables: Sequence[Askable],
    memories: Mapping[str, Memory],
    now: datetime,
    choice: Choice,
    topics: Collection[str] | None = None,
) -> tuple[Planned, ...]:
    """The facts to ask, what gains most first: those met before and new ones on the same scale.

    What is worth less than a new fact comes after all the new ones, but for one question in `BACK`: a day on which
    nothing comes back is no course, whatever it is worth. Of facts whose gain is not known (they were asked today),
    none is asked. Facts whose meaning has changed come first.
    """
    wanted = {each.fact: each for each in askables if topics is None or each.topic in topics}
    end = end_of_day(now)
    changed = [
        _changed(memory)
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
    first = [_met(wanted[fact], memories[fact], now, end) for less, fact in met if -less >= choice.price]
    rest = [_met(wanted[fact], memories[fact], now, end) for less, fact in met if -less < choice.price]
    asked = [*_interleaved([*changed, *first[:SEATED]], wanted), *first[SEATED:]]
    begun = _interleaved(fresh[:SEATED], wanted, asked[-APART:])
    return (*asked, *_mixed((*begun, *fresh[SEATED:]), rest))


def _mixed(new: Sequence[Planned], met: Sequence[Planned]) -> Iterator[Planned]:
    """What is new, and at every BACK-th place something that was met before."""
    left = iter(met)
    for place, each in enumerate(new, start=1):
        yield each
        if place % (BACK - 1) == 0:
            yield from islice(left, 1)
    yield from left


def _met(askable: Askable, memory: Memory, now: datetime, end: datetime) -> Planned:
    reason = Reason.DUE if is_due(memory, now, end) else Reason.WORTH
    return Planned(askable.fact, reason, recall(memory, now), memory)


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


def _changed(memory: Memory) -> Planned:
    return Planned(memory.fact, Reason.CHANGED, 0.0, memory)


def _due(askable: Askable, memory: Memory | None, now: datetime, end: datetime) -> Planned | None:
    if memory is None:
        return None
    if memory.revision != askable.revision:
        return _changed(memory)
    return Planned(askable.fact, Reason.DUE, recall(memory, now), memory) if is_due(memory, now, end) else None


def count_due(askables: Iterable[Askable], memories: Mapping[str, Memory], now: datetime) -> int:
    """How many facts a study session would find due."""
    end = end_of_day(now)
    return sum(_due(each, memories.get(each.fact), now, end) is not None for each in askables)


def _interleaved(
    planned: Iterable[Planned], known: Mapping[str, Askable], before: Sequence[Planned] = ()
) -> Iterator[Planned]:
    """The same facts; siblings a few questions apart, and one that is easily confused with the last rather next.

    What is new keeps the order of learning but for its siblings: to tell two things apart one has to know one.
    """
    left = list(planned)
    ties = {each.fact: _Ties.of(known[each.fact]) for each in (*before, *left)}
    asked = [each.fact for each in before]
    while left:
        near = [ties[fact] for fact in asked[-APART:]]
        found = left.pop(_best_seated(left[:LOOKED_AT], ties, near))
        beside = asked[-1] if near and not near[-1].alike.isdisjoint(ties[found.fact].alike) else ""
        asked.append(found.fact)
        yield found._replace(beside=beside)


def _best_seated(planned: Sequence[Planned], ties: Mapping[str, "_Ties"], near: Sequence["_Ties"]) -> int:
    """The place of the first of those that go best with what was asked just before."""
    best, least = 0, WORST
    for place, each in enumerate(planned):
        company = _company(each, ties, near)
        if company < least:
            best, least = place, company
        if least == BEST:  # as it is soon
            break
    return best


class _Ties(NamedTuple):
    """What a fact shares with its siblings, and with those that it is taken for."""

    ends: frozenset[str]
    alike: frozenset[str]

    @classmethod
    def of(cls, askable: Askable) -> "_Ties":
        return cls(frozenset(askable.ends), frozenset(askable.alike))


def _company(planned: Planned, known: Mapping[str, _Ties], near: Sequence[_Ties]) -> tuple[int, bool]:
    """How badly a fact goes with those asked just before: first siblings, then whether it is unlike the last."""
    ties = known[planned.fact]
    siblings = len([each for each in near if not ties.ends.isdisjoint(each.ends)])
    return siblings, planned.reason is not Reason.NEW and bool(near) and ties.alike.isdisjoint(near[-1].alike)


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


def rung_of(item: Item, first: str) -> int:
    """How hard a way of asking is, as an index of RUNGS; `first` is the family by which the fact is recognised."""
    if item.response is Response.TYPED:
        return 3
    if item.response is not Response.CHOICE:
        return 2
    return int(item.kind != first)


class Form(NamedTuple):
    """How a fact was asked: the family and the response, and by which item."""

    kind: str
    response: str
    item: str

    @classmethod
    def of(cls, item: Item) -> "Form":
        return cls(item.kind, item.response.value, item.id)

    @property
    def way(self) -> tuple[str, str]:
        return self.kind, self.response


def choose_item(items: Sequence[Item], memory: Memory | None, last: Form | None = None) -> Item | None:
    """The item by which a fact is asked: the hardest way that its stability allows, in turns with others of that kind.

    A fact that keeps failing is asked in another way each time. None comes in the form that it had the `last` time, if
    there is another; nothing is to be typed before it was answered right once, unless there is no other way.
    """
    if not items:
        return None
    first = items[0].kind
    stability = memory.stability if memory else 0.0
    able = [item for item in items if stability >= RECALLED or item.response is not Response.TYPED] or items
    allowed = max(place for place, (_, least) in enumerate(RUNGS) if stability >= least)
    is_failing = memory is not None and keeps_failing(memory)
    rungs = sorted({rung_of(item, first) for item in able})
    best = max((rung for rung in rungs if rung <= allowed), default=rungs[0])
    open_to: Sequence[Item] = [item for item in able if is_failing or rung_of(item, first) == best]
    if last is not None:
        open_to = _otherwise(able, open_to, last, lambda item: (rung_of(item, first) - best) % len(RUNGS))
    reviews = memory.reviews if memory else 0
    ways = list(dict.fromkeys(Form.of(item).way for item in open_to))
    of_kind = [item for item in open_to if Form.of(item).way == ways[reviews % len(ways)]]
    return of_kind[(reviews // len(ways)) % len(of_kind)]


def _otherwise(
    items: Sequence[Item], open_to: Sequence[Item], last: Form, steps: Callable[[Item], int]
) -> Sequence[Item]:
    """Of the items open those in another form than the last time; else those of the way that is fewest `steps` on.

    If there is no other form, another item of the same.
    """
    if others := [item for item in open_to if Form.of(item).way != last.way]:
        return others
    if others := [item for item in items if Form.of(item).way != last.way]:
        nearest = min(map(steps, others))
        return [item for item in others if steps(item) == nearest]
    return [item for item in open_to if item.id != last.item] or open_to
