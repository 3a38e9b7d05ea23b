"""Who speaks for an entry in a comparison: whom its facts name, its leaders or supporters, and when."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.model import EntryRef, Fact, Kind
from trotskyism_cli.pack.relation import LEADER

DOCTRINE, FOLLOWERS = "ism", ("", "ists", "ites")  # endings of the name of a doctrine, and of its holders
SUPPORTED = "supported"  # in the `words` of the relation from a supporter to an idea


class Speaker(NamedTuple):
    """An entry whose positions count as those of a side, from `first` to `last`.

    If `wholly`, a position must lie entirely within that time.
    """

    id: str
    first: date = date.min
    last: date = date.max
    wholly: bool = False


def speaks_then(speaker: Speaker, fact: Fact) -> bool:
    """Return whether a fact lies in a speaker's time."""
    if (speaker.first, speaker.last) == (date.min, date.max):
        return True
    if fact.date is None:
        return False
    first, last = fact.date.first, fact.date.last
    if speaker.wholly:
        return speaker.first <= first and last <= speaker.last
    return speaker.first <= last and first <= speaker.last


def leaders(pack: StoredPack, body: str) -> Iterator[Speaker]:
    """The leaders of an organisation, as its speakers during their leadership."""
    return (Speaker(fact.subject, first, last) for fact, first, last in _leads(pack, pack.facts_with_object(body)))


def led_by(pack: StoredPack, person: str) -> Iterator[Speaker]:
    """The organisations that a person led, as his speakers during that time."""
    return (
        Speaker(fact.target, first, last, wholly=True) for fact, first, last in _leads(pack, pack.entries[person].facts)
    )


def _leads(pack: StoredPack, facts: Iterable[Fact]) -> Iterator[tuple[Fact, date, date]]:
    for fact in facts:
        is_known = fact.date is not None and not (fact.negated or fact.according_to)
        if fact.date and is_known and fact.target and LEADER in pack.relations[fact.relation].words:
            yield fact, fact.date.first, fact.date.last


def speakers_of(library: Library, side: str) -> Iterable[Speaker]:
    """The speakers that an entry's facts declare; else an idea's supporters, or those a doctrine is named after."""
    pack = library.pack
    facts = [fact for fact in pack.entries[side].facts if pack.relations[fact.relation].speaks and not fact.negated]
    declared = [fact.object.id for fact in facts if isinstance(fact.object, EntryRef)]
    declared = declared or supporters(pack, side)
    stem = pack.entries[side].name.removesuffix(DOCTRINE)
    if declared or stem == pack.entries[side].name:
        return map(Speaker, declared)
    found = (library.resolve(f"{stem}{ending}") for ending in FOLLOWERS)
    return map(Speaker, dict.fromkeys(each.entry for each in found if each.entry and not each.reason))


def supporters(pack: StoredPack, idea: str) -> list[str]:
    """Supporters of an idea without a known author."""
    entry = pack.entries[idea]
    if entry.kind is not Kind.CONCEPT or any(pack.relations[fact.relation].speaks for fact in entry.facts):
        return []
    told = (fact for fact in pack.facts_with_object(idea) if pack.is_known(fact))
    return [fact.subject for fact in told if SUPPORTED in pack.relations[fact.relation].words]
