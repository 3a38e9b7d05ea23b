"""The order of asking: facts about the same entry apart, and facts that are easily confused side by side."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.items.askable import Askable
from trotskyism_cli.learning.study.planned import Planned, Reason

APART = 3  # questions between two about the same entry, if there are others
LOOKED_AT = 12  # due facts among which the next is chosen: urgency comes first, company second
REACHED = 40  # due facts among which a confusable partner of the last one is sought

Company = tuple[bool, bool, int, bool]
BEST = (False, False, 0, False)


def interleaved(
    planned: Iterable[Planned], known: Mapping[str, Askable], before: Sequence[Planned] = ()
) -> Iterator[Planned]:
    """Yield planned facts in the order of asking: easily confused facts in pairs, other siblings apart.

    Two facts are easily confused if the second stands behind a wrong option of a question about the first. The feedback
    on that question tells the second fact. So the second is asked before the first: neither gives the other away, and
    the learner has to tell them apart. New facts keep the order of learning except for siblings, as one of two things
    must be known before they can be told apart.
    """
    left = list(planned)
    ties = {each.fact: _Ties.of(known[each.fact]) for each in (*before, *left)}
    asked = [each.fact for each in before]
    due = {each.fact for each in left if each.reason is not Reason.NEW}
    while left:
        near = [ties[fact] for fact in asked[-APART:]]
        found = left.pop(_best_next(left, ties, near, due))
        beside = asked[-1] if near and near[-1].goes_before(ties[found.fact]) else ""
        asked.append(found.fact)
        due.discard(found.fact)
        yield found._replace(beside=beside)


def _best_next(
    planned: Sequence[Planned], ties: Mapping[str, "_Ties"], near: Sequence["_Ties"], due: Collection[str]
) -> int:
    """The index of the first of those that go best with what was asked just before."""
    best, least = 0, None
    for place, each in enumerate(planned[:REACHED]):
        own = ties[each.fact]
        if place >= LOOKED_AT and not (near and near[-1].is_offered_by(own)):
            continue
        company = _company(own, near, due, is_new=each.reason is Reason.NEW)
        if least is None or company < least:
            best, least = place, company
        if least == BEST:  # usually found early
            break
    return best


class _Ties(NamedTuple):
    """The entries of a fact (`ends`), its look-alikes (`alike`), and facts that its questions give away (`tells`)."""

    fact: str
    ends: frozenset[str]
    alike: frozenset[str]
    tells: frozenset[str]

    @classmethod
    def of(cls, askable: Askable) -> "_Ties":
        return cls(askable.fact, frozenset(askable.ends), frozenset(askable.alike), frozenset(askable.tells))

    def is_offered_by(self, other: "_Ties") -> bool:
        """Return whether a question about another fact offers this one, and none about this one tells the other."""
        return self.fact in other.tells and other.fact not in self.tells

    def goes_before(self, other: "_Ties") -> bool:
        """Return whether the two are easily confused and this one does not give the other away."""
        return self.is_offered_by(other) or (not self.alike.isdisjoint(other.alike) and other.fact not in self.tells)


def _company(own: _Ties, near: Sequence[_Ties], due: Collection[str], *, is_new: bool) -> Company:
    """Return how badly a fact fits here; the smaller, the better.

    It counts first whether it gives away a due fact, then whether it does not form a pair with the last one, then the
    siblings among the last few, and whether it is unlike the last.
    """
    siblings = len([each for each in near if not own.ends.isdisjoint(each.ends)])
    if is_new:
        return False, True, siblings, False
    gives_away = not own.tells.isdisjoint(due)
    if near and near[-1].is_offered_by(own):
        return gives_away, False, 0, False
    return gives_away, True, siblings, bool(near) and not near[-1].goes_before(own)
