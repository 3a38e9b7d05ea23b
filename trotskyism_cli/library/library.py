"""An open library: names, search, entries and quotations. Every look-up starts here."""

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

# Modules that read records are imported on use: a prepared quiz asks its first question without them.
if TYPE_CHECKING:
    from trotskyism_cli.library.card import Card
    from trotskyism_cli.library.names.names import Resolution
    from trotskyism_cli.library.query import Query
    from trotskyism_cli.library.records import StoredPack
    from trotskyism_cli.library.search import Hit, SearchResult
    from trotskyism_cli.library.store import Fill
    from trotskyism_cli.library.words.spelling import Term
    from trotskyism_cli.pack.model import Entry, Kind, Quote, Topic

_HAS_WORD = "' ' || words || ' ' LIKE ?"
SHORTEST_OF_MANY = 4  # letters of a word whose last “s” may be a plural
COMMON = 200  # a word in this many passages counts as common
SHAPE = "7a32791b"  # the result of `codec.shape`, written down to save the imports; a test compares the two


def open_library(
    folder: Path, cache: Path | None = None, *, meanwhile: Meanwhile = nullcontext, files: str = ""
) -> "Library":
    """Open the library of a pack's folder, compiling it if a file has changed.

    Raises PackError if the pack has problems.

    `cache` is the folder to keep it in; else TROTSKYISM_CACHE, else the user's cache folder. The context `meanwhile` is
    entered while it is compiled. `files` is the fingerprint of the folder's files, if it was just taken.
    """
    folder = folder_of_pack(folder)
    marks = marks_of(files or mark_of(folder))
    return Library(open_store(folder, marks, _filling, cache, meanwhile=meanwhile, ready=shipped(folder, LIBRARY)))


def _filling(folder: Path, cache: Path | None) -> "AbstractContextManager[Fill]":
    from trotskyism_cli.library.compiled.filling import filling  # imports YAML, which a warm look-up does not need

    return filling(folder, cache)


def marks_of(files: str) -> dict[str, str]:
    """Marks of a library: version of the program, shape of its records, fingerprint of the pack's files."""
    return {"program": __version__, "shape": SHAPE, "files": files}


class Library:
    """An open library. `pack` is the pack it was made from; records are read on access."""

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
        """Find the entry that a name means."""
        from trotskyism_cli.library.names.names import resolve

        return resolve(self.store, self.pack, name)

    def with_exact_name(self, name: str) -> "list[Entry]":
        """The entries with exactly this main name."""
        flat = plain(name)
        query = "SELECT DISTINCT entry FROM names WHERE form = ? AND how = 'plain'"
        found = (self.pack.entries[each] for each in self.store.column(query, flat)) if flat else ()
        return [each for each in found if plain(each.name) == flat]

    def resolve_or_raise(self, name: str, tell: Callable[[str], None] = lambda _: None) -> str:
        """Id of the entry that a name means.

        Raises NotFoundError, with suggestions, if it means none or several. If the name was not exact, `tell` is called
        with how it was understood.
        """
        found = self.resolve(name)
        if found.entry is None:
            raise found.error()
        tell(found.reason)
        return found.entry

    def search(self, text: str, limit: int = 5) -> list["Hit"]:
        """The passages that answer a question, best first."""
        return list(self.find(text, limit).hits)

    def find(self, text: str, limit: int = 5, of_question: int | None = None) -> "SearchResult":
        """Answers to a question, the parsed question, and all passages that were weighed.

        If `of_question` is given, it is the limit for a real question, as opposed to keywords.
        """
        from trotskyism_cli.library.search import search  # not needed to look up a name

        return search(self.store, self.pack, text, limit, of_question)

    def query(self, text: str) -> "Query":
        """Parse a question without searching for answers."""
        from trotskyism_cli.library.search import query_of  # see above

        return query_of(self.store, self.pack, text)

    def has_word(self, word: str) -> bool:
        """Return whether a plain word occurs in the texts of the book."""
        return bool(self.store.column("SELECT 1 FROM vocabulary WHERE word = ?", word))

    def rarest(self, terms: "Iterable[Term]") -> list[str]:
        """The words that occur in the book, the rarest first."""
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
        """Number of entries of each kind."""
        from trotskyism_cli.pack.model import Kind

        found: dict[str, int] = dict(self.store.rows("SELECT kind, count(*) FROM kinds GROUP BY kind"))
        return {kind: found.get(kind, 0) for kind in Kind}

    def most_important(self) -> str:
        """Id of the most important entry (of several, a person); empty if the pack has none."""
        query = """SELECT names.entry FROM names JOIN kinds ON kinds.entry = names.entry
            WHERE how = 'word' ORDER BY weight DESC, kind <> 'person', names.entry LIMIT 1"""
        return next(iter(self.store.column(query)), "")

    def ids_of_kind(self, kind: "Kind") -> list[str]:
        """Ids of the entries of a kind, without reading them."""
        return self.store.column("SELECT entry FROM kinds WHERE kind = ?", kind)

    def entries(self, kind: "Kind") -> "tuple[Entry, ...]":
        """The entries of a kind, sorted by name."""
        return tuple(sorted(self.pack.entries.several(self.ids_of_kind(kind)), key=lambda entry: plain(entry.name)))

    def quotes(self, text: str = "", by: str = "") -> "tuple[Quote, ...]":
        """Quotations by a speaker (an entry id), with the words in `text`.

        The quotation with this id, else those that contain all the words, else those that a search finds.
        """
        if text and text in self.pack.quotes and not by:
            return (self.pack.quotes[text],)
        wanted = plain(text).split()
        if not wanted and text.strip():  # punctuation alone, such as “%”
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
        """Ids of the quotations with all these words, singular or plural, in pack order."""
        forms = [_one_or_many(word) for word in words]
        holding = " AND ".join(f"({' OR '.join([_HAS_WORD] * len(each))})" for each in forms)
        query = f"SELECT owner FROM passages WHERE kind = 'quote' AND {holding} ORDER BY number LIMIT 200"
        return self.store.column(query, *(f"% {form} %" for each in forms for form in each))

    def topic(self, name: str) -> "Topic | None":
        """The chapter meant by its number, title, id or part of either; None if there is none.

        If the name means an entry, the chapter that says most about it.
        """
        if found := self._topic_named(name):
            return found
        from trotskyism_cli.library.main_topic import main_topic  # not needed to look up a name

        entry = self.resolve(name).entry if plain(name) else ""
        return main_topic(self.pack, entry) if entry else None

    def entry_of_chapter(self, name: str) -> str:
        """The entry through which `topic` understands a name; empty if the name is that of a chapter."""
        return "" if self._topic_named(name) else self.resolve(name).entry or ""

    def with_its_events(self, entry: str) -> tuple[str, ...]:
        """An entry and, for a place, the events that took place there."""
        from trotskyism_cli.pack.model import Kind

        if self.pack.entries[entry].kind is not Kind.PLACE:
            return (entry,)
        there = [fact.subject for how in ("object", "where") for fact in self.pack.facts_that(how, entry)]
        return (entry, *(each for each in dict.fromkeys(there) if self.pack.entries[each].kind is Kind.EVENT))

    def facts_asked_about(self, entry: str) -> frozenset[str]:
        """Facts that authors' questions naming an entry ask for."""
        from trotskyism_cli.library.main_topic import facts_asked_about  # see above

        return facts_asked_about(self.pack, entry)

    def sections(self, topic: "Topic", entry: str) -> str:
        """The sections of a chapter that name an entry."""
        from trotskyism_cli.library.main_topic import sections  # see above

        return sections(self.pack, topic, entry)

    def paragraphs(self, entry: str) -> dict[str, tuple[str, ...]]:
        """The paragraphs that name an entry, by chapter; empty if a chapter is mainly about it."""
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
        parts = [] if wanted.isdecimal() else _with_words(topics, wanted, whole=False)  # so that 0 does not mean 1905
        for found in (named, _with_words(topics, wanted, whole=True), parts):
            if found:
                return found[0]
        from trotskyism_cli.library.words.numerals import NUMERALS  # not needed for a known title

        rest = " ".join(word for word in wanted.split() if word not in NUMERALS)
        alike = _with_words(topics, rest, whole=True) if rest and rest != wanted else []
        return alike[0] if len(alike) == 1 else None  # a title with a misremembered number


def _one_or_many(word: str) -> tuple[str, ...]:
    """A plain word with its singular and plural: `war`, `wars`."""
    one = word.removesuffix("s") if len(word) >= SHORTEST_OF_MANY else word
    return tuple(dict.fromkeys((word, one, f"{one}s")))


def _with_words(topics: "list[Topic]", words: str, *, whole: bool) -> "list[Topic]":
    """The chapters whose id or title has all these words, as whole words or as parts of words."""
    titles = ((topic, plain(f"{topic.id} {topic.title}")) for topic in topics)
    return [
        topic for topic, title in titles if all(word in (title.split() if whole else title) for word in words.split())
    ]
