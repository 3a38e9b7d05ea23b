"""Which name belongs in the gap: sentences of the pack that are true of one entry alone."""

import re
from collections.abc import Iterator

from trotskyism_cli.items.asks import Ask, an_entry, is_minor, moment_of
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.truth import SubjectOf
from trotskyism_cli.items.words import BLANK, is_sound_stem, tokens
from trotskyism_cli.pack.model import Entry, Fact
from trotskyism_cli.pack.wording import fact_sentence

LONGEST = 36  # words


def asks(index: Index) -> Iterator[Ask]:
    """For each sentence that names its subject once, and would be false of any other: the subject."""
    for fact in index.facts.values():
        relation = index.relation(fact)
        if not fact.unique or not isinstance(fact.object, str) or relation.asks.get("subject"):
            continue
        if relation.claim or not keyable(index, fact):
            continue
        entry = index.pack.entries[fact.subject]
        sentence = _blanked(fact_sentence(index.pack, fact), entry)
        if sentence and len(sentence.split()) <= LONGEST:
            yield from _ask(index, fact, entry, sentence)


def _ask(index: Index, fact: Fact, entry: Entry, sentence: str) -> Iterator[Ask]:
    noun = entry.kind.value
    stems = tuple(
        stem
        for stem in (
            f"Which {noun} belongs in the gap: “{sentence}”?",
            f"Of which {noun} is this sentence true: “{sentence}”?",
        )
        if is_sound_stem(stem)
    )
    if stems:
        yield Ask(
            id=f"{fact.id}:gap",
            kind="cloze",
            pool=f"cloze/{noun}",
            template=f"cloze:{noun}",
            subject=sentence,
            query=SubjectOf(fact),
            answer=an_entry(index, entry.id),
            evidence=(fact.id,),
            stems=stems,
            topic=index.topic_of(fact),
            minor=is_minor(index, fact),
            moment=moment_of(index, fact),
        )


def _blanked(sentence: str, entry: Entry) -> str:
    """The sentence with a gap for the name of the entry; empty if that leaves a part of the name."""
    surname = entry.name.split()[-1]
    for name in sorted({entry.phrase, *entry.names, surname}, key=len, reverse=True):
        gapped, found = re.subn(rf"\b{re.escape(name)}\b", BLANK, sentence, flags=re.IGNORECASE)
        if found == 1:
            rest = set(tokens(gapped))
            tells = {word for each in entry.names for word in tokens(each) if len(word) > 3}
            return "" if rest & tells else gapped
        if found:
            return ""
    return ""
