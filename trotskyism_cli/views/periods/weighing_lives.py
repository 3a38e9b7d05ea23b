"""The order of importance of happenings in one life, for when there is no room for all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.bodies.countries import body_of_congress
from trotskyism_cli.library.bodies.lifespan import founding_date, is_leadership
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Entry, Kind
from trotskyism_cli.views.happenings.entry_history import lifetime
from trotskyism_cli.views.happenings.row import Happening, lasts_long, touch
from trotskyism_cli.views.periods.weighing import CHAPTERS, NUMBERED, OF_WORK, crowded_happenings
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import surname

# Weights: a person's own deed; his work; an event that names him at once; one tied to him, and more for each tie up to
# a number; a turning point; each chapter that tells of it; and the sum of importances at which what the book knows
# counts fully.
ITS_OWN, OWN_WORK, NAMED, TIED, EACH_TIE, MOST_TIES, TURN, TOLD_IN, MUCH = 2.8, 1.5, 0.8, 0.2, 0.1, 6, 0.8, 0.1, 40
# Deductions: after the life; before he mattered; only meanwhile; done by others; work of others; told only by a
# sentence; told by an event as well.
AFTERWARDS, EARLY, MEANWHILE, OF_OTHERS, BY_OTHERS, SAID, AGAIN = 4, 0.5, 1, 2, 1, 1.2, 2
# Deduction for each row told within so many years.
CROWDING = ((0, 0.75), (2, 0.3), (5, 0.15))

ATTITUDES = frozenset(("opposed", "supported"))  # words of relations of opposing and supporting
_WHAT_WAS_BEFORE = lazy_regex(r", after .*")  # what preceded an event, in its summary


def by_weight_in_life(pack: StoredPack, own_id: str, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
    """Birth and death, then by weight; each happening weighs less the more is told of the years near it.

    What somebody did, or is named with, counts more than what only happened meanwhile. Works, mere sentences, and what
    was before he mattered count less; deeds of others and what came after his life least.
    """
    own = pack.entries[own_id]
    ties = Counter(fact.target for fact in own.facts if fact.target and fact.importance >= NOTABLE)
    ties.update(fact.subject for fact in pack.facts_with_object(own_id) if fact.importance >= NOTABLE)
    days = frozenset(fact.object.first for fact in own.facts if isinstance(fact.object, Date))
    known = [each.first for each in happenings if each.entry == own_id and each.fact.importance >= ESSENTIAL]
    lasting = (each for each in happenings if each.entry == own_id and each.fact.target and lasts_long(each.when))
    deeds = frozenset((each.year, pack.entries[each.fact.target].name) for each in lasting)
    events = frozenset((each.year, pack.entries[each.entry].name) for each in happenings if each.entry != own_id)
    weights = _Weights(pack, own, ties, days, min(known, default=date.min), deeds, events)
    return tuple(crowded_happenings(happenings, weights.of, less_beside))


def less_beside(years: int) -> float:
    """Weight that a row loses for another one so many years away."""
    return next((less for within, less in CROWDING if years <= within), 0)


class _Weights(NamedTuple):
    """What the weights in a life depend on.

    `own`: the person. `ties`: number of notable ties to each entry. `days`: birth and death. `begun`: since when he
    mattered. `deeds` and `events`: what he led or did for years, and other happenings, by first year and name.
    """

    pack: StoredPack
    own: Entry
    ties: Mapping[str, int]
    days: frozenset[date]
    begun: date
    deeds: frozenset[tuple[int, str]]
    events: frozenset[tuple[int, str]]

    def of(self, each: Happening) -> tuple[float, float]:
        """Rank and weight of a happening in this life; birth and death have a rank above all others."""
        if each.first in self.days:
            return 1, 0
        return 0, 2 * self._rank(each) + self._closeness(each) + self._more(each) - self._less(each)

    def _is_own(self, each: Happening) -> bool:
        """Return whether it is his deed, is named after him, or begins something that he then led."""
        is_named = each.entry == self.own.id or surname(self.own) in each.text
        return is_named or any(year == each.year and name in each.text for year, name in self.deeds)

    def _rank(self, each: Happening) -> float:
        if each.entry == self.own.id:
            return each.fact.importance
        known = each.fact.importance if self._is_own(each) else 0
        return max(known, (each.rank + self.pack.entries[each.entry].importance) / 2)

    def _closeness(self, each: Happening) -> float:
        """Weight for how far it is his own: done or made by him, naming him, or tied to him."""
        entry = self.pack.entries[each.entry]
        if self._is_own(each):
            return ITS_OWN / (1 if each.fact.importance >= NOTABLE and not self._is_attitude(each) else 2)
        if self._made(entry):
            return OWN_WORK
        if self._founded(each):
            return ITS_OWN
        if surname(self.own) in _WHAT_WAS_BEFORE.sub("", first_sentence(entry.summary)):
            return ITS_OWN if each.is_turn else NAMED  # then it is a turning point of his life
        ties = min(self.ties[entry.id], MOST_TIES)
        return (TIED + EACH_TIE * ties) * bool(ties)

    def _made(self, entry: Entry) -> bool:
        return entry.kind is Kind.WORK and any(fact.target == self.own.id for fact in entry.facts)

    def _founded(self, each: Happening) -> bool:
        """Return whether it is the foundation of an organisation that he founded or led."""
        event = self.pack.entries[each.entry]
        name = event.name if event.kind is Kind.EVENT else ""
        bodies = (fact.subject for fact in self.pack.facts_with_object(self.own.id) if is_leadership(self.pack, fact))
        begun = (founding_date(self.pack, body) for body in bodies if self.pack.entries[body].name in name)
        return any(when and touch(when, each.when) for when in begun)

    def _is_attitude(self, each: Happening) -> bool:
        """Return whether it only says what he was for or against over years."""
        words = self.pack.relations[each.fact.relation].words
        return each.entry == self.own.id and lasts_long(each.when) and not ATTITUDES.isdisjoint(words)

    def _more(self, each: Happening) -> float:
        """Additional weight for what the book knows of it elsewhere, and for a turning point."""
        if self._is_attitude(each):
            return 0
        about = each.fact.target if each.entry == self.own.id and each.fact.target else each.entry
        is_elsewhere = about == self.own.id or self.pack.entries[about].kind is Kind.PLACE
        facts = () if is_elsewhere else (*self.pack.entries[about].facts, *self.pack.facts_with_object(about))
        known = min(sum(fact.importance for fact in facts), MUCH) / MUCH
        told = 0 if is_elsewhere else TOLD_IN * min(len(self.pack.mentions("topic", about)), CHAPTERS)
        return known + told + TURN * (each.is_turn and each.fact.importance >= ESSENTIAL)

    def _less(self, each: Happening) -> float:
        entry, life = self.pack.entries[each.entry], lifetime(self.own)
        is_his = each.entry == self.own.id
        is_tied = self._is_own(each) or self.ties[entry.id] or surname(self.own) in entry.summary
        less: float = AFTERWARDS * (life is not None and each.first > life[1])
        less += OF_WORK * (entry.kind is Kind.WORK) + NUMBERED * bool(body_of_congress(each.text))
        is_by_others = entry.kind is Kind.WORK and not (self._made(entry) or self._is_own(each) or each.is_turn)
        less += BY_OTHERS * is_by_others
        less += MEANWHILE * (not is_tied and lasts_long(each.when))
        less += EARLY * (is_his and each.first < self.begun) + SAID * (is_his and isinstance(each.fact.object, str))
        less += OF_OTHERS * (is_his and each.text.startswith(f"{surname(self.own)}'s "))
        return less + AGAIN * (is_his and self._is_told_again(each))

    def _is_told_again(self, each: Happening) -> bool:
        """Return whether an event of the same year, named after the same thing, tells how a long deed began."""
        target = self.pack.entries[each.fact.target].name if each.fact.target else ""
        is_event = any(year == each.year and target in name for year, name in self.events if target)
        return is_event and lasts_long(each.when)
