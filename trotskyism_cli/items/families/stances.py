"""What a dispute was about: the issue that a position is on, and the position that somebody took on an issue."""

from collections.abc import Iterator

from trotskyism_cli.items.answers import Answer, clause_answer
from trotskyism_cli.items.asks import Ask, an_entry, is_minor
from trotskyism_cli.items.compound import IssueOf, PositionOn
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import Query
from trotskyism_cli.items.words import is_sound_stem
from trotskyism_cli.pack.model import Fact
from trotskyism_cli.pack.wording import holder_names

LONGEST = 28  # words


def asks(index: Index) -> Iterator[Ask]:
    """For each position on an issue: the issue, and the position."""
    for fact in index.facts.values():
        if fact.about not in index.pack.entries or not isinstance(fact.object, str) or not keyable(index, fact):
            continue
        if fact.according_to and index.relation(fact).claim and len(fact.object.split()) <= LONGEST:
            yield from _both_ways(index, fact, fact.object)


def _both_ways(index: Index, fact: Fact, text: str) -> Iterator[Ask]:
    issue = index.pack.entries[fact.about]
    holder = holder_names(index.pack, fact)
    on_what = (
        f"To which dispute does this view of {holder} belong: {text}?",
        f"In which dispute did {holder} hold that {text}?",
    )
    yield from _ask(index, fact, "dispute", IssueOf(fact), an_entry(index, issue.id), on_what)
    answer = clause_answer(fact.id, text, issue)
    held = (f"Which position did {holder} take in {issue.phrase}?", f"What was the view of {holder} in {issue.phrase}?")
    yield from _ask(index, fact, "stance", PositionOn(fact), answer, held)


def _ask(index: Index, fact: Fact, kind: str, query: Query, answer: Answer, wordings: tuple[str, ...]) -> Iterator[Ask]:
    if stems := tuple(stem for stem in wordings if is_sound_stem(stem)):
        yield Ask(
            id=f"{fact.id}:{kind}",
            kind=kind,
            pool=kind,
            template=kind,
            subject=str(fact.object) if kind == "dispute" else index.pack.entries[fact.about].name,
            query=query,
            answer=answer,
            evidence=(fact.id,),
            stems=stems,
            topic=index.topic_of(fact),
            minor=is_minor(index, fact),
        )
