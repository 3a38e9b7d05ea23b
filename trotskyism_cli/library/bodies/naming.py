"""Find the names of an entry in texts, and the events that are connected with it or named after it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from trotskyism_cli.library.bodies.lifespan import event_date
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import EVENTS, OF_ENTRY
from trotskyism_cli.library.names.name_table import MOST_NAMED, plain_forms, sound_of_name
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import CALLED, Store
from trotskyism_cli.library.words.substring_search import called_with, passages_having
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence

# Closeness of an event to an entry: named after it or connected by a fact; in its summary or by a holder at the
# time; in a notable fact; only mentioned together.
ITS_OWN, CLOSE, TOLD, NAMED = 4, 3, 2, 0
SHORTEST = 3  # letters of a name to search for
# Marks the end of what a summary says of the entry itself: reasons, opponents and consequences follow.
_ADDED = lazy_regex(r"[.;] |,? (?:against|because|by|on the view|that|to (?=[a-z])|under|which|who|with)\b")
_AFTER_WITH = lazy_regex(_ADDED.pattern.replace("|with", ""))
TREATY = "treaty"  # type of event that belongs to all its parties, wherever it was signed


def connected_events(library: Library, own_id: str, least: int = NAMED) -> Iterator[tuple[str, int]]:
    """Events connected with an entry by a fact, named after it or mentioning it, each with its closeness.

    If `least` is above TOLD, facts are not searched for mentions. Entries other than events are not read.
    """
    pack = library.pack
    entry = pack.entries[own_id]
    yield from ((fact.subject, ITS_OWN) for fact in _of_events(pack, "object", own_id) if not fact.negated)
    own = [fact.target for fact in entry.facts if fact.target and not fact.negated]
    events = pack.of_kind(Kind.EVENT, own)
    yield from ((each, ITS_OWN) for each in own if each in events)
    for fact in _of_events(pack, "holder", own_id):
        when = event_date(pack.entries[fact.subject])
        if when and fact.when and fact.when.first == when.first:
            yield fact.subject, CLOSE
    names = pattern(pack, entry)
    words = _words_for(pack, entry)
    named = [event for event, called in called_with(pack.store, Kind.EVENT, words, EVENTS) if names.search(called)]
    yield from (
        (each.id, ITS_OWN)
        for each in pack.entries.several(sorted(named))
        if names.search(CALLED.join((each.name, *each.aliases)))
    )
    is_place = entry.kind is Kind.PLACE  # facts often mention a place only in passing
    near = [each for each in passages_with(library, entry) if not (each[0] == "fact" and least > TOLD)]
    events = pack.of_kind(Kind.EVENT, {subject for _, subject, _ in near})
    near = [each for each in near if each[1] in events]
    pack.entries.read(subject for _, subject, _ in near)
    for kind, subject, record in near:
        told = pack.entries[subject]
        if kind == "summary" and names.search(defining_words(told) if is_place else told.summary):
            yield subject, CLOSE
        elif kind == "summary" and told.type == TREATY and names.search(_AFTER_WITH.split(told.summary, maxsplit=1)[0]):
            yield subject, TOLD  # not its consequences, which mostly concern others
        elif kind == "fact" and not (fact := pack.facts[record]).negated and names.search(fact_sentence(pack, fact)):
            is_telling = fact.importance >= NOTABLE and not fact.according_to and not is_place
            yield subject, TOLD if is_telling else NAMED


def _of_events(pack: StoredPack, how: str, own_id: str) -> list[Fact]:
    """Facts of events that have an entry as `object` or `holder`."""
    facts = {each: each.partition(".")[0] for each in pack.mentions(how, own_id)}
    events = pack.of_kind(Kind.EVENT, facts.values())
    return [pack.facts[each] for each, subject in facts.items() if subject in events]


def main_event_for(library: Library, word: str) -> str:
    """The most important event with this word in its very name; empty if there is none or a tie.

    E.g. `October` → the October Revolution, not the October Manifesto.
    """
    named = events_called(library.pack, plain(word)) if word.isalnum() else []
    entries = (library.pack.entries[each] for each in named)
    is_year = word.isdecimal()  # a year may be in any of its names
    weights = {each.id: each.importance for each in entries if is_year or plain(word) in plain(each.name).split()}
    first, *further = sorted(weights, key=lambda each: -weights[each]) or [""]
    return "" if further and weights[further[0]] == weights[first] else first


def events_called(pack: StoredPack, form: str) -> list[str]:
    """Events that have these plain words in one of their names. Of very many, the most important."""
    word = max(sound_of_name(form).split(), key=len, default="")
    query = """SELECT entry FROM names CROSS JOIN kinds USING (entry)
        WHERE how = 'word' AND form = ? AND kind = ? ORDER BY weight DESC, entry LIMIT ?"""
    found = pack.entries.several(pack.store.column(query, word, Kind.EVENT, EVENTS))
    return sorted(each.id for each in found if any(f" {form} " in f" {name} " for name in plain_forms(pack, each)))


def defining_words(entry: Entry) -> str:
    """First words of an entry's summary, which say what it was."""
    return _ADDED.split(entry.summary, maxsplit=1)[0]


def passages_with(library: Library, entry: Entry) -> list[tuple[str, str, str]]:
    """Facts and summaries that may name an entry: kind of passage, subject and record."""
    return _passages_with(library.store, _words_for(library.pack, entry))


def may_name(pack: StoredPack, entry: Entry, text: str) -> bool:
    """Return whether a text may name an entry (a fast test; `pattern` is exact)."""
    words = plain(text)
    return any(each in words for each in _words_for(pack, entry))


def _words_for(pack: StoredPack, entry: Entry) -> tuple[str, ...]:
    """Plain strings, one of which a text must contain to name the entry."""
    is_place = entry.kind is Kind.PLACE
    return tuple(plain(_root(name) if is_place else name) for name in _names(pack, entry))


@lru_cache(maxsize=32)  # several rows of one screen need it
def _passages_with(store: Store, words: tuple[str, ...]) -> list[tuple[str, str, str]]:
    found = passages_having(store, "kind, subject, record", ("fact", "summary"), words, OF_ENTRY)
    return [(str(kind), str(subject), str(record)) for kind, subject, record in found]


def pattern(pack: StoredPack, entry: Entry) -> re.Pattern[str]:
    """Pattern that finds the names of an entry as written; for a place, also those of its people.

    After “in”, the latter are part of another place's name: “in French Indochina”.
    """
    if entry.id not in pack.patterns:
        pack.patterns[entry.id] = _pattern(pack, entry)
    return pack.patterns[entry.id]


def _pattern(pack: StoredPack, entry: Entry) -> re.Pattern[str]:
    found = sorted(_names(pack, entry), key=len, reverse=True)
    if entry.kind is not Kind.PLACE:
        further = "" if entry.kind is not Kind.PERSON else r"| [A-Z]\. [A-Z]"  # `James`, of `James P. Cannon`
        return re.compile(rf"\b(?:{'|'.join(map(name_pattern, found))})(?!\w{further})")
    own = [name for name in found if name in entry.names]
    people = [re.escape(name) for name in found if name not in own]
    people += [f"{re.escape(_root(name))}(?:ese|ians?|ans?|s)?" for name in found]
    return re.compile(
        rf"\b(?:{'|'.join(map(name_pattern, own))}|(?<!\bin )(?:{'|'.join(people)}))(?!\w| border| frontier)"
    )


def name_pattern(name: str) -> str:
    """Pattern for a name; one of several words may begin with a small letter inside a sentence."""
    first = rf"[{name[0]}{name[0].lower()}]" if " " in name and name[0].isalpha() else re.escape(name[0])
    return first + re.escape(name[1:])


def _names(pack: StoredPack, entry: Entry) -> list[str]:
    """Names by which a text may mean an entry, without those that end a longer name of another entry."""
    if entry.kind is Kind.PERSON:
        return [entry.name.rpartition(" ")[2]]
    # texts mostly leave out the country or faction in brackets
    bare = (name.partition(" (")[0] for name in entry.names)
    more = map(capital, entry.search) if entry.kind is Kind.PLACE else ()
    return [
        name
        for name in dict.fromkeys((*entry.names, *bare, *more))
        if name == entry.name or (len(name) >= SHORTEST and not _ends_another(pack, plain(name), entry))
    ]


def _ends_another(pack: StoredPack, name: str, entry: Entry) -> bool:
    """Return whether a plain name ends a name of another entry of the same kind, or is a single word of one."""
    others = "FROM names CROSS JOIN kinds USING (entry) WHERE entry <> ? AND kind = ?"
    asked, ending = (entry.id, entry.kind), sound_of_name(name)[::-1]
    if pack.store.rows(f"SELECT 1 {others} AND how = 'word' AND form = ? LIMIT 1", *asked, name):
        return True
    query = f"SELECT entry {others} AND how = 'backwards' AND form >= ? AND form < ? LIMIT ?"
    found = pack.store.column(query, *asked, ending, f"{ending}!", MOST_NAMED)
    return any(f" {form}".endswith(f" {name}") for each in found for form in plain_forms(pack, pack.entries[each]))


def _root(name: str) -> str:
    """The name of a country cut to what it shares with the name of its people."""
    return name.rstrip("aeiouy") if name.isascii() and " " not in name else name
