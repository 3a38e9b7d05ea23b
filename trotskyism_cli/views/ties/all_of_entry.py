"""Collect everything that connects one entry with others: its facts, sentences that name both, and common events."""

from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.ties import ties
from trotskyism_cli.library.ties.mentions import events_named_after, events_told_of, named_with
from trotskyism_cli.library.ties.name_sense import is_told_in
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.views.ties.of_entry import FEW, ties_of
from trotskyism_cli.views.ties.steps import steps_to_all
from trotskyism_cli.views.ties.tied_entry import TiedKind


class TiesOfOne(NamedTuple):
    """What an entry is connected with, by kind, and the steps that connect it."""

    kinds: tuple[TiedKind, ...]
    steps: tuple[ties.Step, ...]


def ties_of_one(library: Library, entry: str) -> TiesOfOne:
    """All ties of an entry; if there are few, also entries that are named in sentences about it."""
    pack = library.pack
    own = ties.neighbours(library, entry)
    steps = (*own, *(ties.follower_ties(library, entry) if pack.entries[entry].kind is Kind.PERSON else ()))
    told = steps_to_all(library, entry)
    ends = {*told, *(step.end for step in steps)}
    is_little = len(ends) <= FEW
    named = [*(events_told_of(library, entry, ends) if is_little else events_named_after(library, entry))]
    named += named_with(library, entry) if is_little or pack.entries[entry].kind is Kind.EVENT else ()
    further = (each for each in dict.fromkeys(named) if each not in ends and _is_named(library, entry, each))
    kinds = ties_of(pack, entry, steps, told, further)
    kinds = kinds or ties_of(pack, entry, (), named=named_with(library, entry), is_all=True)
    return TiesOfOne(kinds, tuple(dict.fromkeys((*own, *(step for held in told.values() for step in held)))))


def _is_named(library: Library, one: str, other: str) -> bool:
    """Return whether the text of one of two entries names the other, and means it rather than a namesake."""
    pack = library.pack
    entries = pack.entries[one], pack.entries[other]
    return is_told_in(pack, *entries) and is_told_in(pack, *reversed(entries))
