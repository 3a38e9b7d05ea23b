"""Answer what something without an entry was by a line about it within another entry: `the sealed train`.

The thing is among the search words of that entry, or is only named in a line.
"""

import re
from collections.abc import Iterable, Sequence

from trotskyism_cli.library.forms import is_cyrillic, plain
from trotskyism_cli.library.names.named_in_text import entries_named, is_only_found_by
from trotskyism_cli.library.query import Query
from trotskyism_cli.library.questions.question_words import IS, STOP_WORDS
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.answers.missing import IN_DOUBT
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import Direct, is_said
from trotskyism_cli.views.questions.doers import WRITING
from trotskyism_cli.views.questions.hits import ShownHit, hit_of, lines_on, shown_hit, whole_line
from trotskyism_cli.views.questions.line_match import Wanted
from trotskyism_cli.views.wording.proper_names import IN_FULL

FEWEST = 2  # words of a thing of its own, at least; one word is only another name of the entry
NEAREST = 2
_AUTHOR = lazy_regex(IN_FULL)
_SENTENCE_OPENING = lazy_regex(r"^(?:[Tt]he|In|On)\b")
# Right before a title: tells who wrote the work.
_WROTE = lazy_regex(r"(?:[A-Z]\w+['’]s? |\b(?:author|described|published|told|wrote)\b[^,;]{0,25})$")
WITHIN = frozenset({Kind.EVENT, Kind.ORGANISATION, Kind.CONCEPT, Kind.PLACE})
# May stand before the subject of a sentence: when, where and whose it was.
_OPENING = (
    r"(?:(?:At|By|During|From|In|On|Under) (?:(?:a|and|at|early|in|late|of|on|the|[A-Z\d][\w’'-]*),? )+?)?"
    r"(?:[Tt]he )?(?:[A-Z][\w-]*['’]s? )?"
)


def told_within(pack: StoredPack, query: Query) -> AnswerView | None:
    """Answer "what was X", if X has no entry and its words only lead to another one, by a line about X."""
    entry = _entry_around(pack, query)
    if entry is None:
        return None
    words = query.words[slice(*query.entries[entry.id])]
    asked = tuple(term for term in query.terms if term.word in words)
    wanted = Wanted(asked, ())
    others = {each: None for word in words for each in entries_named(pack.store, word) if word not in STOP_WORDS}
    hits = [_hit(pack, each, query, wanted) for each in dict.fromkeys((entry.id, *others))]
    telling = next((hit for hit in hits if hit.said.together and (hit.id in others or _speaks_of(words, hit))), None)
    if telling:
        text = whole_line(pack.entries[telling.id], telling.text)
        return AnswerView((_hit(pack, telling.id, query, Wanted((), ()), text),), Direct(text, entries=(telling.id,)))
    best = sorted(hits, key=lambda hit: -hit.said.ideas)
    return AnswerView(tuple(hit for hit in best if hit.said.ideas or hit.id == entry.id)[:NEAREST], untold=IN_DOUBT)


def _speaks_of(words: Sequence[str], hit: ShownHit) -> bool:
    """True if a line begins with what the question asks about; a date and an article may precede."""
    name = r"\W+".join(map(re.escape, words)).removeprefix(r"the\W+")
    return bool(re.match(rf"{_OPENING}(?i:{name})\b", hit.text))


def told_by_name(pack: StoredPack, query: Query, name: str, hits: Iterable[ShownHit]) -> Direct | None:
    """Answer "what was X" by the first line that begins with the name, and not merely mentions it."""
    if query.words[:1] != ("what",):
        return None
    for hit in hits:
        if hit.verb == "show" and re.match(rf"{_OPENING}{re.escape(name)}\b", hit.text):
            return Direct(whole_line(pack.entries[hit.id], hit.text), entries=(hit.id,))
    return None


def told_by_author(pack: StoredPack, query: Query, hits: Iterable[ShownHit]) -> Direct | None:
    """Answer who wrote a work without an entry: `George Orwell's Animal Farm`.

    The line must have exactly one author before the title.
    """
    title = query.words[2:]
    if query.words[:1] != ("who",) or WRITING.isdisjoint(query.words[1:2]) or len(title) < FEWEST:
        return None
    called = re.compile(rf"\b{r'[^.;]{1,2}'.join(map(re.escape, title))}\b", re.IGNORECASE)
    for hit in hits:
        for text in (hit.text, *lines_on(pack, pack.entries[hit.id])) if hit.verb == "show" else ():
            found = called.search(text)
            if found is None or not found[0][0].isupper():
                continue
            before = _SENTENCE_OPENING.sub("", text[: found.start()])
            authors = {each for each in _AUTHOR.findall(before) if not _is_thing(pack, each)}
            if len(authors) == 1 and _WROTE.search(before):
                return Direct(whole_line(pack.entries[hit.id], text), entries=(hit.id,))
    return None


def _is_thing(pack: StoredPack, name: str) -> bool:
    """True if a name belongs to an entry that is no person: the October Revolution."""
    return any(pack.entries[each].kind is not Kind.PERSON for each in entries_named(pack.store, name))


def _entry_around(pack: StoredPack, query: Query) -> Entry | None:
    """Return the entry to which the thing asked leads without being part of its names; None if there is none."""
    if query.words[:1] != ("what",) or IS.isdisjoint(query.words[1:2]) or not query.is_only_names or query.date:
        return None
    for own_id, span in query.entries.items():
        words = query.words[slice(*span)]
        telling = [word for word in words if word not in STOP_WORDS and len(word) > 1]
        entry = pack.entries[own_id]
        if len(telling) < FEWEST or span[1] != len(query.words) or entry.kind not in WITHIN or _is_dispute(pack, entry):
            continue
        if any(map(is_cyrillic, words)) or not is_only_found_by(pack.store, own_id, " ".join(words)):
            continue
        terms = [term for term in query.terms if term.word in telling]
        called = plain(" ".join(entry.names)).split()
        if not any(is_said(term, called) for term in terms):
            return entry
    return None


def _is_dispute(pack: StoredPack, entry: Entry) -> bool:
    return bool(pack.mentions("about", entry.id))


def _hit(pack: StoredPack, own_id: str, query: Query, wanted: Wanted, answered: str = "") -> ShownHit:
    """Show an entry by the line, of all its lines, that says most of what is wanted and is not the answer."""
    facts = tuple(fact.id for fact in pack.known_facts(pack.entries[own_id]))
    return shown_hit(pack, hit_of(pack, own_id, facts, query), wanted, answered)
