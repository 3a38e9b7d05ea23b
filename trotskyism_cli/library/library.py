"""An open library: names, search, cards and quotations. What every look-up opens first."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from trotskyism_cli import __version__
from trotskyism_cli.library.built_in import LIBRARY, mark_of, shipped
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.store import Meanwhile, Store, open_store
from trotskyism_cli.pack.folder import folder_of_pack

# What reads records is imported where it is used: a quiz that lies ready asks its first question without any.
if TYPE_CHECKING:
    from trotskyism_cli.library.card import Card
    from trotskyism_cli.library.names.names import Resolution
    from trotskyism_cli.library.query import Query
    from trotskyism_cli.library.records import StoredPack
    from trotskyism_cli.library.search import Found, Hit
    from trotskyism_cli.library.store import Fill
    from trotskyism_cli.library.words.spelling import Term
    from trotskyism_cli.pack.model import Entry, Kind, Quote, Topic

_HAS_WORD = "' ' || words || ' ' LIKE ?"
SHORTEST_OF_MANY = 4  # letters of a word whose last “s” may say that there are many
COMMON = 200  # passages with a word, from which on it is as common as any
SHAPE = "7a32791b"  # of the records: that of `codec.shape`, written down since to work it out takes all of them


def open_library(
    folder: Path, cache: Path | None = None, *, meanwhile: Meanwhile = nullcontext, files: str = ""
) -> "Library":
    """The library of a pack's folder, compiled anew if a file in it has changed; PackError if the pack has problems.

    `cache` is the folder to keep it in; else the environment's TROTSKYISM_CACHE, else the user's cache folder.
    `meanwhile` is entered while it is compiled. `files` is the mark of the folder's files, if it was just taken.
    """
    folder = folder_of_pack(folder)
    marks = marks_of(files or mark_of(folder))
    return Library(open_store(folder, marks, _filling, cache, meanwhile=meanwhile, ready=shipped(folder, LIBRARY)))


def _filling(folder: Path, cache: Path | None) -> "AbstractContextManager[Fill]":
    from trotskyism_cli.library.compiled.filling import filling  # a warm look-up reads no YAML

    return filling(folder, cache)


def marks_of(files: str) -> dict[str, str]:
    """The marks of a library: of the program that made it, the shape of its records, and the pack's files."""
    return {"program": __version__, "shape": SHAPE, "files": files}


class Library:
    """An open library. `pack` is the pack it was made from, read as it is touched."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def pack(self) -> "StoredPack":
        """The pack."""
        from trotskyism_cli.library.records import stored_pack

        return stored_pack(self.store)

    @cached_property
    def pack_id(self) -> str:
        """The id of the pack."""
        return str(self.store.head["id"])

    def resolve(self, name: str) -> "Resolution":
        """The entry that a name means."""
        from trotskyism_cli.library.names.names import resolve

        return resolve(self.store, self.pack, name)

    def named_just(self, name: str) -> "list[Entry]":
        """The entries with this very name, not only found by it."""
        flat = plain(name)
        query = "SELECT DISTINCT entry FROM names WHERE form = ? AND how = 'plain'"
        found = (self.pack.entries[each] for each in self.store.column(query, flat)) if flat else ()
        return [each for each in found if plain(each.name) == flat]

    def need(self, name: str, tell: Callable[[str], None] = lambda _: None) -> str:
        """The id of the entry that a name means; NotFoundError, with suggestions, if it means none or several.

        `tell` is told how it was understood, if it is not the very name.
        """
        found = self.resolve(name)
        if found.entry is None:
            raise found.error()
        tell(found.reason)
        return found.entry

    def search(self, text: str, limit: int = 5) -> list["Hit"]:
        """The passages that answer a question, best first."""
        return list(self.find(text, limit).hits)

    def find(self, text: str, limit: int = 5, of_question: int | None = None) -> "Found":
        """What answers a question, with what that was taken for and all that was weighed.

        Of words that ask something no more than `of_question`, if that is given.
        """
        from trotskyism_cli.library.search import search  # a look-up by name does without it

        return search(self.store, self.pack, text, limit, of_question)

    def query(self, text: str) -> "Query":
        """What a question was taken for, without a look for what answers it."""
        from trotskyism_cli.library.search import query_of  # see above

        return query_of(self.store, self.pack, text)

    def has_word(self, word: str) -> bool:
        """Whether a plain word is in the texts of the book."""
        return bool(self.store.column("SELECT 1 FROM vocabulary WHERE word = ?", word))

    def rarest(self, terms: "Iterable[Term]") -> list[str]:
        """The words that are in the book, those that the fewest passages have first."""
        found = {term.word: len(self.store.matches(term.known_as, COMMON)) for term in terms if term.forms}
        return sorted(found, key=lambda word: (found[word], word))

    def card(self, entry_id: str) -> "Card":
        """Everything on one entry."""
        from trotskyism_cli.library.card import Card

        pack = self.pack
        return Card(
            entry=pack.entries[entry_id],
            facts_as_object=pack.facts_with_object(entry_id),
            facts_held=pack.facts_that("holder", entry_id),
            quotes_by=tuple(pack.quotes[each] for each in pack.mentions("speaker", entry_id)),
            quotes_about=tuple(pack.quotes[each] for each in pack.mentions("quote-about", entry_id)),
            quotes_from=tuple(pack.quotes[each] for each in pack.mentions("quote-from", entry_id)),
            topics=tuple(pack.topic(each) for each in pack.mentions("topic", entry_id)),
        )

    def counts(self) -> "dict[Kind, int]":
        """How many entries there are of each kind."""
        from trotskyism_cli.pack.model import Kind

        found: dict[str, int] = dict(self.store.rows("SELECT kind, count(*) FROM kinds GROUP BY kind"))
        return {kind: found.get(kind, 0) for kind in Kind}

    def foremost(self) -> str:
        """The id of the most important entry; empty if there is none."""
        query = """SELECT names.entry FROM names JOIN kinds ON kinds.entry = names.entry
            WHERE how = 'word' ORDER BY weight DESC, kind <> 'person', names.entry LIMIT 1"""
        return next(iter(self.store.column(query)), "")

    def ids_of_kind(self, kind: "Kind") -> list[str]:
        """The ids of the entries of a kind; none is read."""
        return self.store.column("SELECT entry FROM kinds WHERE kind = ?", kind)

    def entries(self, kind: "Kind") -> "tuple[Entry, ...]":
        """The entries of a kind, by name."""
        return tuple(sorted(self.pack.entries.several(self.ids_of_kind(kind)), key=lambda entry: plain(entry.name)))

    def quotes(self, text: str = "", by: str = "") -> "tuple[Quote, ...]":
        """The quotations by a speaker (an entry's id) in which all the words stand, or which the words name."""
        if text and text in self.pack.quotes and not by:
            return (self.pack.quotes[text],)
        wanted = plain(text).split()
        if not wanted and text.strip():  # signs alone, such as “%”, are not in any quotation
            return ()
        if not wanted:
            return tuple(
                self.pack.quotes[each] for each in (self.pack.mentions("speaker", by) if by else self.pack.quotes)
            )
        found = self._with_phrase(wanted) or [hit.id for hit in self.search(text, limit=30) if hit.kind == "quote"]
        quotes = [quote for quote in self.pack.quotes.several(found) if by in ("", quote.speaker)]
        self.pack.entries.read(each for quote in quotes for each in (quote.speaker, quote.work) if each)
        return tuple(quotes)

    def _with_phrase(self, words: list[str]) -> list[str]:
        """Ids of the quotations in which all the words stand, one or many of each, in the order of the pack."""
        forms = [_one_or_many(word) for word in words]
        holding = " AND ".join(f"({' OR '.join([_HAS_WORD] * len(each))})" for each in forms)
        query = f"SELECT owner FROM passages WHERE kind = 'quote' AND {holding} ORDER BY number LIMIT 200"
        return self.store.column(query, *(f"% {form} %" for each in forms for form in each))

    def topic(self, name: str) -> "Topic | None":
        """The chapter meant by its number in the list of chapters, a title, an id, or part of either; None if none is.

        By an entry, the chapter that has most to say of it is meant.
        """
        if found := self._topic_named(name):
            return found
        from trotskyism_cli.library.main_topic import main_topic  # a look-up by name does without it

        entry = self.resolve(name).entry if plain(name) else ""
        return main_topic(self.pack, entry) if entry else None

    def entry_of_chapter(self, name: str) -> str:
        """The entry through which a name means a chapter; empty if it is the name of the chapter itself."""
        return "" if self._topic_named(name) else self.resolve(name).entry or ""

    def told_under(self, entry: str) -> tuple[str, ...]:
        """An entry, and, of a place, the events that it is known for."""
        from trotskyism_cli.pack.model import Kind

        if self.pack.entries[entry].kind is not Kind.PLACE:
            return (entry,)
        there = [fact.subject for how in ("object", "where") for fact in self.pack.facts_that(how, entry)]
        return (entry, *(each for each in dict.fromkeys(there) if self.pack.entries[each].kind is Kind.EVENT))

    def asked_of(self, entry: str) -> frozenset[str]:
        """The facts that an author's questions ask for which name an entry."""
        from trotskyism_cli.library.main_topic import asked_of  # see above

        return asked_of(self.pack, entry)

    def sections(self, topic: "Topic", entry: str) -> str:
        """Of the prose of a chapter the sections that name an entry."""
        from trotskyism_cli.library.main_topic import sections  # see above

        return sections(self.pack, topic, entry)

    def paragraphs(self, entry: str) -> dict[str, tuple[str, ...]]:
        """What the chapters say of an entry that is the matter of none of them: their paragraphs that name it."""
        if not entry:
            return {}
        from trotskyism_cli.library.main_topic import paragraphs  # see above

        return paragraphs(self.pack, entry)

    def _topic_named(self, name: str) -> "Topic | None":
        wanted = plain(name)
        topics = list(self.pack.topics)
        if not wanted:
            return None
        if wanted.isdecimal() and 1 <= int(wanted[:9]) <= len(topics):
            return topics[int(wanted) - 1]
        named = [topic for topic in topics if wanted in (plain(topic.id), plain(topic.title))]
        parts = [] if wanted.isdecimal() else _with_words(topics, wanted, whole=False)  # 0 does not mean 1905
        for found in (named, _with_words(topics, wanted, whole=True), parts):
            if found:
                return found[0]
        from trotskyism_cli.library.words.numerals import NUMERALS  # a title that is known is found without

        rest = " ".join(word for word in wanted.split() if word not in NUMERALS)
        alike = _with_words(topics, rest, whole=True) if rest and rest != wanted else []
        return alike[0] if len(alike) == 1 else None  # the title was only remembered with another number


def _one_or_many(word: str) -> tuple[str, ...]:
    """A plain word, and the same of many, or of one: `war`, `wars`."""
    one = word.removesuffix("s") if len(word) >= SHORTEST_OF_MANY else word
    return tuple(dict.fromkeys((word, one, f"{one}s")))


def _with_words(topics: "list[Topic]", words: str, *, whole: bool) -> "list[Topic]":
    """The chapters in whose id or title all the words stand, as whole words or within words."""
    titles = ((topic, plain(f"{topic.id} {topic.title}")) for topic in topics)
    return [
        topic for topic, title in titles if all(word in (title.split() if whole else title) for word in words.split())
    ]
