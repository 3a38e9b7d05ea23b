"""Everything that ties one entry to others: its facts, the sentences that name it with somebody, and its events."""

from typing import NamedTuple

from trotskyism_cli.library import ties
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.told_with import (
    bodies_told_of_with,
    events_told_of,
    named_with,
    people_of_event,
    told_of_with,
    told_together,
)
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.tied import TiedKind, ToldWith
from trotskyism_cli.views.ties import by_more_than_members, ties_of


class TiesOfOne(NamedTuple):
    """What an entry is tied to by kind of thing, and the facts and quotations that tie it."""

    kinds: tuple[TiedKind, ...]
    steps: tuple[ties.Step, ...]


def ties_of_one(library: Library, entry: str) -> TiesOfOne:
    """All ties of an entry; of what has none, only what is named in the sentences about it."""
    pack = library.pack
    kind = pack.entries[entry].kind
    own = ties.neighbours(library, entry)
    steps = (*own, *(ties.following(library, entry) if kind is Kind.PERSON else ()))
    by_deed = by_more_than_members(pack, steps, entry)
    told_with = told_of_with(library, entry, by_deed)
    ends = {step.end for step in steps}
    people = {each for each in ends if pack.entries[each].kind is Kind.PERSON}
    pairs = {**{each: ties.direct(library, entry, each) for each in people - {*told_with}}, **told_with}
    named = events_told_of(library, entry, ends)
    named += people_of_event(library, entry, {*ends, *told_with}) if kind is Kind.EVENT else ()
    named += bodies_told_of_with(library, entry, ends) if kind in (Kind.EVENT, Kind.PLACE) else ()
    together = told_together(library, entry, {*ends, *(() if kind is Kind.PERSON else named)} - people)
    kinds = ties_of(pack, entry, steps, ToldWith(pairs, told_with, named, together))
    kinds = kinds or ties_of(pack, entry, (), ToldWith(named=named_with(library, entry), is_all=True))
    return TiesOfOne(kinds, tuple(dict.fromkeys((*own, *(step for held in told_with.values() for step in held)))))
