"""Dated sentences about a country from anywhere in the book, to fill up where there is little to tell.

A sentence counts if its subject is the country, its people or something of theirs: `the German army opened an
offensive`. What several countries did together does not count, nor what somebody thought.
"""

import re
from collections.abc import Iterator

from trotskyism_cli.library.bodies.naming import passages_with, pattern
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.bodies.event_sentences import LEAST
from trotskyism_cli.views.bodies.rows import Row, sentence_of
from trotskyism_cli.views.happenings.row import Happening, lasts_long, touch
from trotskyism_cli.views.wording.places_named import names_others
from trotskyism_cli.views.wording.surnames import surname

# Verbs of thinking and wanting: no happening.
_THOUGHT = lazy_regex(
    r"\b(?:argued|blamed|called [^,;.]* an? |concluded|found|held (?:that|the)|judged|reproached|regarded|saw|thought"
    r"|wanted|wrote)\b"
)
# A verb, or what looks like one; the subject of a sentence ends before it.
VERB = lazy_regex(
    r"\b(?:are|became|began|broke|came|did|fell|fought|gave|had|has|held|is|kept|lay|led|left|let|lost|made|met|put"
    r"|rose|sat|sent|set|split|stood|took|was|went|were|won|wrote|[a-z]+(?<!unit)(?<!oppos)ed)\b"
)
_BEFORE = "had"  # past perfect: background, no happening
_OF_TELLING = (Kind.EVENT, Kind.CONCEPT)  # kinds of entry whose facts tell about a country


def told_rows(library: Library, own_id: str) -> Iterator[Row]:
    """Rows of dated sentences about a country, except those about an event as a whole, which has its own row."""
    pack, country = library.pack, library.pack.entries[own_id]
    names, seen = pattern(pack, country), set[str]()
    facts = [each for each in passages_with(library, country) if each[0] == "fact"]
    pack.entries.read(subject for _, subject, _ in facts)
    for _, subject, record in facts:
        entry = pack.entries[subject]
        if record not in seen and entry.kind in _OF_TELLING:
            seen.add(record)
            if row := _told(library, entry, pack.facts[record], country, names):
                yield row


def _told(library: Library, entry: Entry, fact: Fact, country: Entry, names: re.Pattern[str]) -> Row | None:
    pack = library.pack
    relation = pack.relations[fact.relation]
    is_plain = isinstance(fact.object, str) and relation.part == Part.POLITICS and not relation.claim
    if not is_plain or not pack.is_known(fact) or fact.voice is not Voice.FACT:
        return None
    told = sentence_of(pack, fact)
    if told is None or _THOUGHT.search(told[1]):
        return None
    when, text = told
    verb = VERB.search(text)
    head = text[: verb.start()] if verb else ""
    is_of_it = bool(names.search(head)) and not names_others(library, country, head)
    if verb is None or verb[0] == _BEFORE or not is_of_it or _is_of_event(entry, when, head):
        return None
    return Row(Happening(when, text, entry.id, LEAST, fact), fact.importance, is_sentence=True, is_course=True)


def _is_of_event(entry: Entry, when: Date, head: str) -> bool:
    """Return whether a sentence is about an event with its own row: dated within a short one, or with it as subject."""
    if entry.kind is not Kind.EVENT:
        return False
    days = [fact.object for fact in entry.facts if isinstance(fact.object, Date)]
    is_part = any(touch(when, day) and not lasts_long(day) and when.is_year <= day.is_year for day in days)
    return is_part or surname(entry).casefold() in head.casefold()
