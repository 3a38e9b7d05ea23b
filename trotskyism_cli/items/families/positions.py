"""What somebody held in a dispute: questions about claims, whose other options contradict them."""

from collections.abc import Iterator

from trotskyism_cli.items.answers import statement_answer
from trotskyism_cli.items.asks import Ask, weight_of
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import PositionOf
from trotskyism_cli.items.words import all_words, is_sound_stem
from trotskyism_cli.pack.model import Entry, Fact
from trotskyism_cli.pack.wording import fact_values

LONGEST = 28  # words


def asks(index: Index) -> Iterator[Ask]:
    """For each claim of one holder that another contradicts: what this holder argued."""
    for fact in index.facts.values():
        relation = index.relation(fact)
        contested = fact.id in index.conflicts and relation.claim and isinstance(fact.object, str)
        if not contested or not keyable(index, fact) or len(str(fact.object).split()) > LONGEST:
            continue
        if len(fact.according_to) == 1:
            yield from _position(index, fact)


def _position(index: Index, fact: Fact) -> Iterator[Ask]:
    holder = index.pack.entries[fact.according_to[0]]
    answer = statement_answer(fact.id, str(fact.object), holder, index.eras.get(holder.id))
    stems = tuple(stem for stem in _wordings(index, fact, holder) if is_sound_stem(stem))
    stems = tuple(stem for stem in stems if not all_words(stem) & answer.words) or stems[-1:]
    if stems:
        yield Ask(
            id=f"{fact.id}:position",
            kind="position",
            pool=f"position/{fact.about}",
            template="position",
            subject=holder.name,
            query=PositionOf(fact, holder.id),
            answer=answer,
            evidence=(fact.id,),
            stems=stems,
            topic=index.topic_of(fact),
            weight=weight_of(index, fact),
            moment=fact.when.first.year if fact.when and fact.when.start else None,
        )


def _wordings(index: Index, fact: Fact, holder: Entry) -> tuple[str, ...]:
    """With the dispute named, and the date: what somebody held at one time, they may have given up at another."""
    issue = index.pack.entries.get(fact.about)
    when = fact_values(index.pack, fact)["when"]
    return (f"In {issue.phrase}, what did {holder.phrase} argue {when}".strip() + "?",) if issue else ()
