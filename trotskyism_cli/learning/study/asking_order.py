"""Which facts are asked one after the other: siblings apart, and what is easily confused side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.learning.study.planned import Planned, Reason

APART = 3  # questions between two about the same entry, as far as there are others
BEST, WORST = (0, False), (APART + 1, True)  # of a fact's company
LOOKED_AT = 12  # due facts among which the next is chosen: the risk comes first, company second


def interleaved(
    planned: Iterable[Planned], known: Mapping[str, Askable], before: Sequence[Planned] = ()
) -> Iterator[Planned]:
    """Planned facts as they are to be asked: siblings apart, what is easily confused with the last rather next.

    What is new keeps the order of learning but for its siblings: to tell two things apart one has to know one.
    """
    left = list(planned)
    ties = {each.fact: _Ties.of(known[each.fact]) for each in (*before, *left)}
    asked = [each.fact for each in before]
    while left:
        near = [ties[fact] for fact in asked[-APART:]]
        found = left.pop(_best_next(left[:LOOKED_AT], ties, near))
        beside = asked[-1] if near and not near[-1].alike.isdisjoint(ties[found.fact].alike) else ""
        asked.append(found.fact)
        yield found._replace(beside=beside)


def _best_next(planned: Sequence[Planned], ties: Mapping[str, "_Ties"], near: Sequence["_Ties"]) -> int:
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
