"""What happened, out of facts and their dates: one happening for each thing, told once, and in order of time."""

from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.library.dates.walks import Moment
from trotskyism_cli.library.words.whole_words import stands_whole
from trotskyism_cli.pack.model import NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.happenings.by_years import Touching
from trotskyism_cli.views.happenings.ideas import origin_of_idea
from trotskyism_cli.views.happenings.row import Happening, days_of, happening_of, lasts_some_time


def happenings_of(pack: Pack, moments: Iterable[Moment]) -> list[Happening]:
    """One for each entry and what happened to it, by the most exact of its dates."""
    found: dict[tuple[str, str], Happening] = {}
    for moment in moments:
        happening = _happening(pack, moment)
        if happening is None:
            continue
        is_body = pack.entries[happening.entry].kind is Kind.ORGANISATION  # which begins, and ends
        key = happening.entry, happening.text if is_body else ""
        if key not in found or days_of(happening.when) < days_of(found[key].when):
            found[key] = happening
    return list(found.values())


def _happening(pack: Pack, moment: Moment) -> Happening | None:
    """What happened; or that an idea was put forward which one must know.

    Or what was had for some time by a fact that is not dated itself: a policy, by its definition.
    """
    if moment.fact and moment.fact.date is None:
        entry = pack.entries[moment.subject]
        return Happening(moment.when, capital(entry.name), entry.id, NOTABLE, moment.fact)
    return (happening_of(pack, moment.fact) or origin_of_idea(pack, moment.fact)) if moment.fact else None


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """In order of time; of the same day what lasted first, then the shortest, then what matters most.

    What is dated to no more than its year stands first in it, or last if it followed something.
    """
    return sorted(sorted(happenings, key=place_in_time), key=lambda each: each.place)


def place_in_time(happening: Happening) -> tuple[date, bool, int, int, str]:
    """What puts happenings in order of time, whatever is known of their days."""
    is_part = not lasts_some_time(happening.when)
    return happening.first, is_part, days_of(happening.when), -happening.rank, happening.text


def once(pack: Pack, happenings: Sequence[Happening]) -> list[Happening]:
    """Without the beginning or the end of a body, and without a work, that an event of that time is.

    The event then matters as much as the body. One that is not named after the body says what it was.
    """
    events = Touching((each.when, each) for each in happenings if pack.entries[each.entry].kind is Kind.EVENT)
    ranks: dict[str, int] = {}
    more: dict[str, str] = {}
    kept: list[Happening] = []
    for each in happenings:
        entry = pack.entries[each.entry]
        then = events.of(each.when) if entry.kind in (Kind.WORK, Kind.ORGANISATION) else []
        if entry.kind is Kind.WORK and any(_is_made_in(pack, event, each) for event in then):
            continue
        same = [event for event in then if entry.kind is Kind.ORGANISATION and _is_of(pack, event, each)]
        for event in same:
            ranks[event.entry] = max(ranks.get(event.entry, 0), each.rank)
            if not _names(pack.entries[event.entry].names, (entry.name,)):
                more[event.entry] = f"; {_without_tail(each.text, entry.name, event.text)}"
        kept += [] if same else [each]
    return [
        each._replace(rank=max(each.rank, ranks.get(each.entry, 0)), text=f"{each.text}{more.get(each.entry, '')}")
        for each in kept
    ]


def is_begun_by(pack: Pack, lasting: Happening, event: Happening) -> bool:
    """Whether a policy lasted from an event on that is named after it: its introduction."""
    entry, own, start = pack.entries[event.entry], pack.entries[lasting.entry], lasting.when.start
    is_then = start is not None and start.first <= event.first <= start.last
    are_such = own.kind is Kind.CONCEPT and entry.kind is Kind.EVENT
    return is_then and are_such and _names(entry.names, own.names)


def _is_of(pack: Pack, event: Happening, body: Happening) -> bool:
    """Whether an event of when a body began or ended is named after it or, if of that day, tells of it."""
    entry, own = pack.entries[event.entry], pack.entries[body.entry]
    is_told = event.when == body.when and _names((*entry.names, entry.summary), own.names)
    return is_told or _names(entry.names, (own.name,))


def _is_made_in(pack: Pack, event: Happening, work: Happening) -> bool:
    """Whether an event of when a work was written or appeared is what was done with it then: by its name or a tie."""
    facts = (*pack.entries[event.entry].facts, *pack.facts_with_object(event.entry))
    is_tied = any(work.entry in fact.ends for fact in facts)
    told = _in_short(pack, work) if is_tied else pack.entries[work.entry].names
    return _names(pack.entries[event.entry].names, told)


def _in_short(pack: Pack, work: Happening) -> tuple[str, ...]:
    """The names of a work, and what it is before that says of what: `Address` of the Central Committee."""
    names = pack.entries[work.entry].names
    return (*names, *(name.partition(" of ")[0] for name in names))


def _without_tail(text: str, name: str, told: str) -> str:
    """What happened to a body without what its name says last and is told already: ` of the Fourth International`."""
    head, of, tail = name.partition(" of ")
    return text.replace(name, head) if of and told.endswith(f"{of}{tail}") else text


def _names(told: Iterable[str], names: Iterable[str]) -> bool:
    text = " / ".join(told)
    return any(stands_whole(name, text) for name in names)
