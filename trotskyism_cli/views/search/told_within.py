"""Answers to what something was that has no entry, and is only told of in one: by the line on it, not by what that is.

So it is with what is among the words by which the entry is found, or is only named in a line: `the sealed train`.
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
from trotskyism_cli.views.answers.untold import IN_DOUBT
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.questions.direct import Direct, is_said
from trotskyism_cli.views.questions.doers import WRITING
from trotskyism_cli.views.questions.hits import ShownHit, hit_of, lines_on, shown_hit, whole_line
from trotskyism_cli.views.questions.said import Wanted
from trotskyism_cli.views.wording.proper_names import IN_FULL

FEWEST = 2  # words of what may be a thing of its own; one word is another name, or a short one
NEAREST = 2
_AUTHOR = lazy_regex(IN_FULL)
_SENTENCE_OPENING = lazy_regex(r"^(?:[Tt]he|In|On)\b")
# How a line tells right before the title of a work who wrote it.
_WROTE = lazy_regex(r"(?:[A-Z]\w+['’]s? |\b(?:author|described|published|told|wrote)\b[^,;]{0,25})$")
WITHIN = frozenset({Kind.EVENT, Kind.ORGANISATION, Kind.CONCEPT, Kind.PLACE})
# What may stand before the name of what a sentence speaks of: when and where it was, and whose.
_OPENING = (
    r"(?:(?:At|By|During|From|In|On|Under) (?:(?:a|and|at|early|in|late|of|on|the|[A-Z\d][\w’'-]*),? )+?)?"
    r"(?:[Tt]he )?(?:[A-Z][\w-]*['’]s? )?"
)


def told_within(pack: StoredPack, query: Query) -> AnswerView | None:
    """The line that tells of the one thing that a question asks to be told, if that is no name of what it leads to."""
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
    """Whether a line begins with what a question asks, but for when it was and an article."""
    name = r"\W+".join(map(re.escape, words)).removeprefix(r"the\W+")
    return bool(re.match(rf"{_OPENING}(?i:{name})\b", hit.text))


def told_by_name(pack: StoredPack, query: Query, name: str, hits: Iterable[ShownHit]) -> Direct | None:
    """The first line that speaks of what a question calls by a name, and does not only name it beside something."""
    if query.words[:1] != ("what",):
        return None
    for hit in hits:
        if hit.verb == "show" and re.match(rf"{_OPENING}{re.escape(name)}\b", hit.text):
            return Direct(whole_line(pack.entries[hit.id], hit.text), entries=(hit.id,))
    return None


def told_by_author(pack: StoredPack, query: Query, hits: Iterable[ShownHit]) -> Direct | None:
    """The line that has the one author of a work that has no entry: `in George Orwell's Animal Farm`."""
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
    """Whether a name is one of an entry, and of nobody: the October Revolution."""
    return any(pack.entries[each].kind is not Kind.PERSON for each in entries_named(pack.store, name))


def _entry_around(pack: StoredPack, query: Query) -> Entry | None:
    """The entry to which the thing that a question asks for leads, if none of it is in a name of that."""
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
    """An entry with the line of it, of all, that says most of what is wanted and is not the answer."""
    facts = tuple(fact.id for fact in pack.known_facts(pack.entries[own_id]))
    return shown_hit(pack, hit_of(pack, own_id, facts, query), wanted, answered)
