"""What is named after an entry or told of it: events that are tied to it, and names in texts."""

import re
from collections.abc import Iterator
from functools import lru_cache

from trotskyism_cli.library.bodies.lifespan import day_of
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.name_table import MOST_NAMED, heard_as, plain_forms
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.room import EVENTS, OF_ENTRY
from trotskyism_cli.library.store import CALLED, Store
from trotskyism_cli.library.words.parts_of_words import called_with, passages_having
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence

# How closely an event belongs: it is named after the body or tied to it by a fact, told of it at once or by one who led
# it, told of it in what one should know, or only named with it.
ITS_OWN, CLOSE, TOLD, NAMED = 4, 3, 2, 0
SHORTEST = 3  # letters of a name that is looked for in a text
# What follows tells of others: why, against or by whom, and what came after.
_ADDED = lazy_regex(r"[.;] |,? (?:against|because|by|on the view|that|to (?=[a-z])|under|which|who|with)\b")
_AFTER_WITH = lazy_regex(_ADDED.pattern.replace("|with", ""))
TREATY = "treaty"  # type of an event that is of all with whom it was made, wherever that was


def tied(library: Library, own_id: str, least: int = NAMED) -> Iterator[tuple[str, int]]:
    """Events that are tied to an entry by a fact on either side, are named after it, or are told of it.

    Each as closely as `least`. Of what is no event, nothing is read.
    """
    pack = library.pack
    entry = pack.entries[own_id]
    yield from ((fact.subject, ITS_OWN) for fact in _of_events(pack, "object", own_id) if not fact.negated)
    own = [fact.target for fact in entry.facts if fact.target and not fact.negated]
    events = pack.of_kind(Kind.EVENT, own)
    yield from ((each, ITS_OWN) for each in own if each in events)
    for fact in _of_events(pack, "holder", own_id):
        when = day_of(pack.entries[fact.subject])
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
    is_place = entry.kind is Kind.PLACE  # where much is only said to be near, or to have come from
    near = [each for each in passages_with(library, entry) if not (each[0] == "fact" and least > TOLD)]
    events = pack.of_kind(Kind.EVENT, {subject for _, subject, _ in near})
    near = [each for each in near if each[1] in events]
    pack.entries.read(subject for _, subject, _ in near)
    for kind, subject, record in near:
        told = pack.entries[subject]
        if kind == "summary" and names.search(opening(told) if is_place else told.summary):
            yield subject, CLOSE
        elif kind == "summary" and told.type == TREATY and names.search(_AFTER_WITH.split(told.summary, maxsplit=1)[0]):
            yield subject, TOLD  # what came of it is mostly that of others
        elif kind == "fact" and not (fact := pack.facts[record]).negated and names.search(fact_sentence(pack, fact)):
            is_telling = fact.importance >= NOTABLE and not fact.according_to and not is_place
            yield subject, TOLD if is_telling else NAMED


def _of_events(pack: StoredPack, how: str, own_id: str) -> list[Fact]:
    """The facts of events that name an entry as their `object` or `holder`."""
    facts = {each: each.partition(".")[0] for each in pack.mentions(how, own_id)}
    events = pack.of_kind(Kind.EVENT, facts.values())
    return [pack.facts[each] for each, subject in facts.items() if subject in events]


def event_with(library: Library, word: str) -> str:
    """The event that a word of its very name leads to, since none that has it matters as much; empty if there is none.

    `October` is the Revolution, and not the Manifesto.
    """
    named = events_called(library.pack, plain(word)) if word.isalnum() else []
    entries = (library.pack.entries[each] for each in named)
    is_year = word.isdecimal()  # which any of its names may have
    weights = {each.id: each.importance for each in entries if is_year or plain(word) in plain(each.name).split()}
    first, *further = sorted(weights, key=lambda each: -weights[each]) or [""]
    return "" if further and weights[further[0]] == weights[first] else first


def events_called(pack: StoredPack, form: str) -> list[str]:
    """The events in one of whose plain names some plain words stand: of very many, what matters most."""
    word = max(heard_as(form).split(), key=len, default="")
    query = """SELECT entry FROM names CROSS JOIN kinds USING (entry)
        WHERE how = 'word' AND form = ? AND kind = ? ORDER BY weight DESC, entry LIMIT ?"""
    found = pack.entries.several(pack.store.column(query, word, Kind.EVENT, EVENTS))
    return sorted(each.id for each in found if any(f" {form} " in f" {name} " for name in plain_forms(pack, each)))


def opening(entry: Entry) -> str:
    """The first words on what an entry was, without what is added to them."""
    return _ADDED.split(entry.summary, maxsplit=1)[0]


def passages_with(library: Library, entry: Entry) -> list[tuple[str, str, str]]:
    """The facts and summaries that may name an entry: the kind of passage, its subject and its record."""
    return _passages_with(library.store, _words_for(library.pack, entry))


def may_name(pack: StoredPack, entry: Entry, text: str) -> bool:
    """Whether a text is one of those that may name an entry."""
    words = plain(text)
    return any(each in words for each in _words_for(pack, entry))


def _words_for(pack: StoredPack, entry: Entry) -> tuple[str, ...]:
    """What a plain text has, be it within its words, that names an entry."""
    is_place = entry.kind is Kind.PLACE
    return tuple(plain(_root(name) if is_place else name) for name in _names(pack, entry))


@lru_cache(maxsize=32)  # several rows of one screen ask for it
def _passages_with(store: Store, words: tuple[str, ...]) -> list[tuple[str, str, str]]:
    found = passages_having(store, "kind, subject, record", ("fact", "summary"), words, OF_ENTRY)
    return [(str(kind), str(subject), str(record)) for kind, subject, record in found]


def pattern(pack: StoredPack, entry: Entry) -> re.Pattern[str]:
    """What finds the names of an entry in a text, as they are written; of a country also those of its people.

    After “in” these are only a part of the name of another place: “in French Indochina”.
    """
    if entry.id not in pack.patterns:
        pack.patterns[entry.id] = _pattern(pack, entry)
    return pack.patterns[entry.id]


def _pattern(pack: StoredPack, entry: Entry) -> re.Pattern[str]:
    found = sorted(_names(pack, entry), key=len, reverse=True)
    if entry.kind is not Kind.PLACE:
        further = "" if entry.kind is not Kind.PERSON else r"| [A-Z]\. [A-Z]"  # `James`, of `James P. Cannon`
        return re.compile(rf"\b(?:{'|'.join(map(in_any_place, found))})(?!\w{further})")
    own = [name for name in found if name in entry.names]
    people = [re.escape(name) for name in found if name not in own]
    people += [f"{re.escape(_root(name))}(?:ese|ians?|ans?|s)?" for name in found]
    return re.compile(
        rf"\b(?:{'|'.join(map(in_any_place, own))}|(?<!\bin )(?:{'|'.join(people)}))(?!\w| border| frontier)"
    )


def in_any_place(name: str) -> str:
    """A name of several words may begin small within a sentence."""
    first = rf"[{name[0]}{name[0].lower()}]" if " " in name and name[0].isalpha() else re.escape(name[0])
    return first + re.escape(name[1:])


def _names(pack: StoredPack, entry: Entry) -> list[str]:
    """The names by which a text may speak of an entry; of a body without those in which another one has its own."""
    if entry.kind is Kind.PERSON:
        return [entry.name.rpartition(" ")[2]]
    bare = (name.partition(" (")[0] for name in entry.names)  # of which country or faction it is, few say
    more = map(capital, entry.search) if entry.kind is Kind.PLACE else ()
    return [
        name
        for name in dict.fromkeys((*entry.names, *bare, *more))
        if name == entry.name or (len(name) >= SHORTEST and not _ends_another(pack, plain(name), entry))
    ]


def _ends_another(pack: StoredPack, name: str, entry: Entry) -> bool:
    """Whether another entry of the same kind has a name that ends with a plain one, or a single word as one of it."""
    others = "FROM names CROSS JOIN kinds USING (entry) WHERE entry <> ? AND kind = ?"
    asked, ending = (entry.id, entry.kind), heard_as(name)[::-1]
    if pack.store.rows(f"SELECT 1 {others} AND how = 'word' AND form = ? LIMIT 1", *asked, name):
        return True
    query = f"SELECT entry {others} AND how = 'backwards' AND form >= ? AND form < ? LIMIT ?"
    found = pack.store.column(query, *asked, ending, f"{ending}!", MOST_NAMED)
    return any(f" {form}".endswith(f" {name}") for each in found for form in plain_forms(pack, pack.entries[each]))


def _root(name: str) -> str:
    """The name of a country without what the name of its people has not."""
    return name.rstrip("aeiouy") if name.isascii() and " " not in name else name
