"""What a dispute was about: the issue that a position is on."""

from collections.abc import Iterator

from trotskyism_cli.items.asks import Ask, an_entry, is_minor
from trotskyism_cli.items.compound import IssueOf
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.words import is_sound_stem
from trotskyism_cli.pack.wording import holder_names

LONGEST = 28  # words


def asks(index: Index) -> Iterator[Ask]:
    """For each position on an issue: the issue."""
    for fact in index.facts.values():
        if fact.about not in index.pack.entries or not isinstance(fact.object, str) or not keyable(index, fact):
            continue
        if not fact.according_to or not index.relation(fact).claim or len(fact.object.split()) > LONGEST:
            continue
        holder = holder_names(index.pack, fact)
        wordings = (
            f"To which dispute does this view of {holder} belong: {fact.object}?",
            f"In which dispute did {holder} hold that {fact.object}?",
        )
        if stems := tuple(stem for stem in wordings if is_sound_stem(stem)):
            yield Ask(
                id=f"{fact.id}:dispute",
                kind="dispute",
                pool="dispute",
                template="dispute",
                subject=fact.object,
                query=IssueOf(fact),
                answer=an_entry(index, fact.about),
                evidence=(fact.id,),
                stems=stems,
                topic=index.topic_of(fact),
                minor=is_minor(index, fact),
            )
