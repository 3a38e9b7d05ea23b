"""What an event, an idea or a work did in history: the deed that makes it matter is told, the doer is asked for."""

import re
from collections.abc import Iterator

from trotskyism_cli.items.asks import Ask, an_entry, lent, moment_of, weight_of
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import SubjectOf
from trotskyism_cli.items.words import is_sound_stem, tells_name
from trotskyism_cli.pack.model import SIGNIFICANCE, Fact, Kind

KIND = "significance"
GROUPS = {Kind.EVENT: "events", Kind.WORK: "works", Kind.ORGANISATION: "organisations"}
FEWEST_WORDS = 9  # fewer may be said of other things as well
_DEED = re.compile(r"It (?!is counted)(.+)")
_ASIDE = re.compile(r"; .*|, and is .*")


def asks(index: Index) -> Iterator[Ask]:
    """A question for each thing whose significance tells what it did; of people one asks who they were."""
    for fact in index.facts.values():
        entry = index.pack.entries[fact.subject]
        if fact.relation != SIGNIFICANCE.id or entry.kind is Kind.PERSON or entry.id in index.issues:
            continue
        if not keyable(index, fact):
            continue
        deed = _deed(fact)
        stem = f"Which of these {GROUPS.get(entry.kind, '')} {deed}?".replace("  ", " ")
        pool = f"{KIND}/{entry.kind}"
        if deed and not entry.plural and is_sound_stem(stem) and not tells_name(entry.names, deed):
            yield Ask(
                id=f"{fact.id}:subject",
                kind=KIND,
                pool=pool,
                template=pool,
                subject=deed,
                query=SubjectOf(fact),
                answer=an_entry(index, fact.subject),
                evidence=(fact.id,),
                stems=(stem,),
                topic=index.topic_of(fact),
                weight=weight_of(index, fact),
                moment=moment_of(index, fact),
            )
        elif not entry.plural:
            yield from lent(index, KIND, pool, entry.id)


def _deed(fact: Fact) -> str:
    """What it did, as a predicate, without what follows a semicolon; empty if that is too little to know it by."""
    found = _DEED.fullmatch(str(fact.object).rstrip("."))
    deed = _ASIDE.sub("", found[1]) if found else ""
    return deed if len(deed.split()) >= FEWEST_WORDS and ":" not in deed else ""
