"""Make happenings of dated facts: one for each thing, without repetition, in order of time."""

from collections.abc import Iterable, Sequence
from datetime import date

from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.words.whole_words import stands_whole
from trotskyism_cli.pack.model import NOTABLE, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.happenings.ideas import origin_of_idea
from trotskyism_cli.views.happenings.row import Happening, days_of, happening_of, lasts_some_time
from trotskyism_cli.views.happenings.year_index import Touching


def happenings_of(pack: Pack, moments: Iterable[Moment]) -> list[Happening]:
    """One happening for each entry, by its most exact date; the beginning and the end of an organisation are two."""
    found: dict[tuple[str, str], Happening] = {}
    for moment in moments:
        happening = _happening(pack, moment)
        if happening is None:
            continue
        is_body = pack.entries[happening.entry].kind is Kind.ORGANISATION  # may have two happenings: beginning and end
        key = happening.entry, happening.text if is_body else ""
        if key not in found or days_of(happening.when) < days_of(found[key].when):
            found[key] = happening
    return list(found.values())


def _happening(pack: Pack, moment: Moment) -> Happening | None:
    """The happening of a moment: what its fact dates, or the origin of an essential idea.

    A moment whose fact has no date of its own is a policy with the years from its definition.
    """
    if moment.fact and moment.fact.date is None:
        entry = pack.entries[moment.subject]
        return Happening(moment.when, capital(entry.name), entry.id, NOTABLE, moment.fact)
    return (happening_of(pack, moment.fact) or origin_of_idea(pack, moment.fact)) if moment.fact else None


def in_order(happenings: Iterable[Happening]) -> list[Happening]:
    """Sort by time; on the same day the lasting first, then the shorter, then the higher rank.

    Dates known only to the year come first in it, or after what they are known to follow.
    """
    return sorted(sorted(happenings, key=place_in_time), key=lambda each: each.place)


def place_in_time(happening: Happening) -> tuple[date, bool, int, int, str]:
    """Sort key by date alone, whatever is known of days."""
    is_part = not lasts_some_time(happening.when)
    return happening.first, is_part, days_of(happening.when), -happening.rank, happening.text


def once(pack: Pack, happenings: Sequence[Happening]) -> list[Happening]:
    """Drop the beginning or end of an organisation, or a work, if an event of the same time tells it.

    The event then ranks at least as high. If its name does not contain the organisation's, the text of that is added.
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
    """Return whether an event named after a policy, its introduction, marks the beginning of its years."""
    entry, own, start = pack.entries[event.entry], pack.entries[lasting.entry], lasting.when.start
    is_then = start is not None and start.first <= event.first <= start.last
    are_such = own.kind is Kind.CONCEPT and entry.kind is Kind.EVENT
    return is_then and are_such and _names(entry.names, own.names)


def _is_of(pack: Pack, event: Happening, body: Happening) -> bool:
    """Return whether an event tells of an organisation's beginning or end: by name or, on the same day, by summary."""
    entry, own = pack.entries[event.entry], pack.entries[body.entry]
    is_told = event.when == body.when and _names((*entry.names, entry.summary), own.names)
    return is_told or _names(entry.names, (own.name,))


def _is_made_in(pack: Pack, event: Happening, work: Happening) -> bool:
    """Return whether an event of a work's date is about it: it has its name, or its short name and a tie to it."""
    facts = (*pack.entries[event.entry].facts, *pack.facts_with_object(event.entry))
    is_tied = any(work.entry in fact.ends for fact in facts)
    told = _in_short(pack, work) if is_tied else pack.entries[work.entry].names
    return _names(pack.entries[event.entry].names, told)


def _in_short(pack: Pack, work: Happening) -> tuple[str, ...]:
    """Names of a work, also without the part after "of": `Address` of the Central Committee."""
    names = pack.entries[work.entry].names
    return (*names, *(name.partition(" of ")[0] for name in names))


def _without_tail(text: str, name: str, told: str) -> str:
    """Drop from a text the end of an organisation's name (` of the Fourth International`) that `told` has already."""
    head, of, tail = name.partition(" of ")
    return text.replace(name, head) if of and told.endswith(f"{of}{tail}") else text


def _names(told: Iterable[str], names: Iterable[str]) -> bool:
    text = " / ".join(told)
    return any(stands_whole(name, text) for name in names)
