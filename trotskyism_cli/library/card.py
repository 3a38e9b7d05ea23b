"""Everything that the pack has on one entry, gathered."""

from typing import NamedTuple

from trotskyism_cli.pack.model import Entry, Fact, Quote, Topic


class Card(NamedTuple):
    """An entry with what other records say of it.

    `facts_as_object` have it as their object, `facts_held` are according to it; `quotes_from` stand in it.
    """

    entry: Entry
    facts_as_object: tuple[Fact, ...]
    facts_held: tuple[Fact, ...]
    quotes_by: tuple[Quote, ...]
    quotes_about: tuple[Quote, ...]
    quotes_from: tuple[Quote, ...]
    topics: tuple[Topic, ...]
