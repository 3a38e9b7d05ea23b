"""Everything that a pack has on one entry."""

from typing import NamedTuple

from trotskyism_cli.pack.model import Entry, Fact, Quote, Topic


class Card(NamedTuple):
    """An entry with the records that mention it.

    `facts_as_object` have it as their object, `facts_held` as their holder; `quotes_from` are from it, if it is a work.
    """

    entry: Entry
    facts_as_object: tuple[Fact, ...]
    facts_held: tuple[Fact, ...]
    quotes_by: tuple[Quote, ...]
    quotes_about: tuple[Quote, ...]
    quotes_from: tuple[Quote, ...]
    topics: tuple[Topic, ...]
