"""Answer which of two came first: who was older, died first or lived longer; which event was before."""

from typing import NamedTuple

from trotskyism_cli.library.query import Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.answers.people.life import BEING_BORN, Bounds, Lifetime, lifetime_of
from trotskyism_cli.views.questions.direct import Direct

OLDER, YOUNGER, LONGER = frozenset({"elder", "older"}), frozenset({"younger"}), frozenset({"longer"})
FIRST = frozenset({"before", "earlier", "first"})
DYING, LIVING = frozenset({"die", "died"}), frozenset({"live", "lived"})
COMING = frozenset("came come happen happened".split())
ASKING = OLDER | YOUNGER | LONGER | FIRST | DYING | LIVING | COMING | BEING_BORN


class _Compared(NamedTuple):
    """One of two to compare.

    `bounds` are the least and the greatest number it may have (a day, a length); the lower comes first. `told` is the
    sentence that says so.
    """

    entry: Entry
    bounds: Bounds | None
    told: str


def elder_asked(pack: StoredPack, query: Query) -> Direct | None:
    """Answer which of two came first, if nothing else is asked and their dates are known."""
    named = [pack.entries[each] for each in query.named]
    is_of_two = len(named) == len({*query.entries.values()}) == 2 and len({each.kind for each in named}) == 1
    if not is_of_two or query.date or not query.is_only_names_or(ASKING):
        return None
    words = {*query.words}
    if named[0].kind is Kind.EVENT and COMING & words and FIRST & words:
        return _told([_by_day(pack, each) for each in named], "came before")
    lives = [(each, lifetime_of(pack, each)) for each in named if each.kind is Kind.PERSON]
    known = [(each, life) for each, life in lives if life]
    if OLDER & words or (FIRST & words and BEING_BORN & words):
        return _told([_Compared(each, life.born, life.of_birth) for each, life in known], "was older than")
    if YOUNGER & words:
        return _told([_Compared(each, _turned(life.born), life.of_birth) for each, life in known], "was younger than")
    if FIRST & words and DYING & words:
        return _told([_Compared(each, life.died, life.of_death) for each, life in known], "died before")
    if LONGER & words and LIVING & words:
        return _told([_Compared(each, _turned(_length(life)), life.told) for each, life in known], "lived longer than")
    return None


def _by_day(pack: StoredPack, event: Entry) -> _Compared:
    day = pack.first_known_date(event)
    bounds = (day.first.toordinal(), day.last.toordinal()) if day else None
    told = f"{capital(event.phrase)}: {date_words(day)}." if day else ""
    return _Compared(event, bounds, told)


def _length(life: Lifetime) -> Bounds | None:
    """Return the least and the greatest number of days that somebody may have lived."""
    return (life.died[0] - life.born[1], life.died[1] - life.born[0]) if life.born and life.died else None


def _turned(bounds: Bounds | None) -> Bounds | None:
    """Negate bounds, so that the latest or the longest comes first."""
    return (-bounds[1], -bounds[0]) if bounds else None


def _told(two: list[_Compared], said: str) -> Direct | None:
    """Tell which of two comes first, and the dates of both; None if the bounds overlap."""
    known = sorted((each.bounds, place) for place, each in enumerate(two) if each.bounds)
    if len(known) != 2 or known[0][0][1] >= known[1][0][0]:
        return None
    first, other = (two[place] for _, place in known)
    text = f"{capital(first.entry.phrase)} {said} {other.entry.phrase}."
    return Direct(text, f"{first.told} {other.told}", entries=(first.entry.id, other.entry.id))
