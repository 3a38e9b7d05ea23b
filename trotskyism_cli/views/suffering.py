"""Answers to what was done to somebody: to whom something was done, and what became of one that is named."""

import re

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.query import IS, Query
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.search import Found
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice, by_time
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.direct import Direct, inside
from trotskyism_cli.views.hits import sentences
from trotskyism_cli.views.of_one import WITH_ENTRIES
from trotskyism_cli.views.statement import fact_with_everything, words_asked_for

# What is done to somebody, and words by which a summary tells what became of what it is of.
SUFFERED = frozenset(
    "shot killed executed murdered assassinated expelled arrested imprisoned jailed exiled deported banished".split()
)
FATE = SUFFERED | frozenset("died banned dissolved suppressed crushed destroyed defeated disbanded".split())
SUFFERERS = 10  # at most


def is_of_sufferers(query: Query) -> bool:
    """Whether it is asked to whom something was done: `who was shot in the Moscow Trials`."""
    return query.words[:1] == ("who",) and bool(IS & set(query.words[1:2]) and SUFFERED & set(query.words))


def sufferers(pack: StoredPack, found: Found) -> Direct | None:
    """The people to whom it was done, each in the sentence that says so."""
    told: dict[str, Fact] = {}
    done = "|".join(SUFFERED & set(found.query.words))
    suffered = re.compile(rf"\b(?:was|were|been)\b[^.;:]* (?:{done})\b(?! by)")
    for each in found.weighed:
        fact = fact_with_everything(pack, found.query, each)
        if fact and pack.entries[fact.subject].kind is Kind.PERSON and fact.subject not in found.query.entries:
            text = fact_sentence(pack, fact)
            states = fact.voice is Voice.FACT and words_asked_for(pack, fact, found.query) > 0
            together = "with" not in found.query.words or "with" in plain(text).split()
            if states and together and (fact.target or suffered.search(text)):
                told.setdefault(fact.subject, fact)
    facts = sorted(told.values(), key=by_time)[:SUFFERERS]
    if not facts:
        return None
    first, *further = (fact_sentence(pack, fact) for fact in facts)
    return Direct(first, " ".join([*further, WITH_ENTRIES]), tuple(fact.id for fact in facts))


def done_to(pack: StoredPack, query: Query) -> Direct | None:
    """What was done to one that a question names after another, if its summary tells what became of it."""
    named = sorted(query.entries, key=lambda each: query.entries[each])
    start = query.entries[named[-1]][0] if len(named) > 1 else 0
    if not query.is_only_names or "do" not in query.words or "to" not in query.words[max(0, start - 2) : start]:
        return None
    fate = fate_of(pack.entries[named[-1]])
    return Direct(fate, entries=(named[-1],)) if fate else None


def fate_of(entry: Entry) -> str:
    """The sentences of a summary that tell what became of what it is of."""
    told = [each for each in sentences(entry.summary) if FATE.intersection(plain(each).split())]
    return f"{capital(entry.name)}: {inside(' '.join(told))}" if told else ""
