"""The best chain of ties between two entries that no sentence names together.

The sentence of every step names both of its ends; otherwise a reader could not see how one step follows from another.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import heappop, heappush

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties.ties import Step, direct_ties, names_both, neighbours
from trotskyism_cli.pack.model import ESSENTIAL, Kind, Voice

MAX_VISITED = 5000  # entries that a search may visit
LONG_CHAIN, FEW_WAYS = 5, 2  # steps of a long chain; detours through a person that are tried


def chain(library: Library, start: str, end: str) -> tuple[Step, ...]:
    """The best chain of ties between two entries; empty if there is none.

    Fewer ties are better; of equally many, known facts are better than claims. Chains through people, organisations,
    events and works come first, as they read like a story. One through a concept, or else a place or the pack's
    article, is taken only if there is no other.
    """
    places, ideas = (frozenset(library.ids_of_kind(kind)) for kind in (Kind.PLACE, Kind.CONCEPT))
    dull = places | {library.pack.article}
    story = _chain(library, start, end, dull | ideas)
    if not 0 < len(story) <= LONG_CHAIN:
        told = _through_somebody(library, start, end, dull | ideas)
        story = told if told and (len(told) < len(story) or not story) else story
    return story or _chain(library, start, end, dull) or _chain(library, start, end, frozenset())


def _through_somebody(library: Library, start: str, end: str, without: frozenset[str]) -> tuple[Step, ...]:
    """A chain through an essential person who is named in one sentence with either end."""
    pack = library.pack
    known = [each for each in library.ids_of_kind(Kind.PERSON) if pack.entries[each].importance >= ESSENTIAL]
    ways: list[tuple[Step, ...]] = []
    for one, other in ((start, end), (end, start)):
        others = (each for each in sorted(known) if each not in (start, end))
        tied = sorted(filter(None, (_known_ties(library, one, each) for each in others)), key=len, reverse=True)
        for step in (min(steps, key=_length) for steps in tied[:FEW_WAYS]):
            rest = _chain(library, step.end, other, without | {one})
            way = (step, *rest) if rest else ()
            ways.append(way if one == start else _turned(way))
    return min(filter(None, ways), key=len, default=())


def _known_ties(library: Library, one: str, other: str) -> list[Step]:
    """Direct ties of two entries that are known facts and nobody's view."""
    pack = library.pack
    facts = ((step, step.fact) for step in direct_ties(library, one, other) if step.fact)
    return [step for step, fact in facts if not (fact.according_to or pack.relations[fact.relation].claim)]


def _turned(steps: Sequence[Step]) -> tuple[Step, ...]:
    """A chain in reverse."""
    return tuple(step._replace(start=step.end, end=step.start) for step in reversed(steps))


def reads_as_story(library: Library, steps: Sequence[Step]) -> bool:
    """Return whether a chain leads through neither places nor concepts."""
    kinds = (library.pack.entries[step.end].kind for step in steps[:-1])
    return not any(kind in (Kind.PLACE, Kind.CONCEPT) for kind in kinds)


def _chain(library: Library, start: str, end: str, without: frozenset[str]) -> tuple[Step, ...]:
    came: dict[str, Step | None] = {}
    waiting: list[tuple[float, int, str, Step | None]] = [(0.0, 0, start, None)]
    pushed = 0
    while waiting and len(came) < MAX_VISITED:
        cost, _, here, step = heappop(waiting)
        if here in came:
            continue
        came[here] = step
        if here == end:
            return tuple(reversed(list(_back(came, end))))
        for further in neighbours(library, here):
            if further.end in came or (further.end in without and further.end != end):
                continue
            if _is_told(library, further):
                pushed += 1
                heappush(waiting, (cost + _length(further), pushed, further.end, further))
    return ()


def _is_told(library: Library, step: Step) -> bool:
    """Return whether the sentence of a tie names both ends; cached, as every search asks from either end."""
    told = _told_in(library)
    own_id = step.fact.id if step.fact else step.quote.id if step.quote else ""
    key = own_id, frozenset((step.start, step.end))
    if key not in told:
        told[key] = names_both(library.pack, step)
    return told[key]


@lru_cache(maxsize=1)
def _told_in(library: Library) -> dict[tuple[str, frozenset[str]], bool]:
    """Cache of `_is_told` for a library."""
    del library
    return {}


def _length(step: Step) -> float:
    """Length of a tie: about one, more if it is less important or less certain."""
    if step.fact is None:
        return 1.4
    return 1.0 + 0.05 * (3 - step.fact.importance) + (0.0 if step.fact.voice is Voice.FACT else 0.2)


def _back(came: dict[str, Step | None], end: str) -> Iterable[Step]:
    step = came[end]
    while step is not None:
        yield step
        step = came[step.start]
