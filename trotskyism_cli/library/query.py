"""A question taken apart: the words that carry it, the entries and the date it names, and what it asks for."""

from collections.abc import Iterable
from math import log
from typing import NamedTuple

from trotskyism_cli.library.forms import is_cyrillic, plain, sound, words_of
from trotskyism_cli.library.names import entries_named
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.when import Asked, find_date

# Words that say nothing about what is sought; what is asked for (who, when) is read from them before they are dropped.
STOP_WORDS = frozenset(
    """
    a about again all also am among an and another answer any are as at be became because become been before
    being between both but by call called came can come could define definition describe did do does doing done
    during each either ever every exactly explain for from full gave get give given go goes going had happen
    happened happens has have having he her here him himself his how i if in into is it its itself just kind
    know known last long lot made main make makes many may me mean meaning means meant might more most much must
    my name named names need no nor not of off on one only or other our out over own part people per play please
    put question really regarding say says she should so some someone something sort still such take taken tell
    than that the their them then there these they thing things think this those thought through to together too
    took toward towards under until up upon use used very via view want was was's way we were what when where
    whether which while who whom whose why will with within word would year you your
    """.split()
)
ASKS = {
    "who": "who",
    "whom": "who",
    "whose": "who",
    "when": "when",
    "year": "when",
    "date": "when",
    "where": "where",
    "why": "why",
    "many": "number",
    "number": "number",
    "what": "what",
    "said": "quote",
    "quote": "quote",
    "wrote": "quote",
}
UNKNOWN = 1.0  # how much rarer than the rarest word a word counts that the book does not have
LONG = 6  # letters from which words that sound alike are taken for one
NEAR = 84  # how like a word of the book must be, of 100, to be a misspelling of it


class Term(NamedTuple):
    """One word of a question with everything that may stand for it in a passage; `weight` is how much it tells.

    `forms` are plain words, the word itself first; empty if the book has nothing like it.
    """

    word: str
    forms: tuple[str, ...]
    weight: float


class Query(NamedTuple):
    """A question taken apart."""

    text: str
    words: tuple[str, ...]
    terms: tuple[Term, ...]
    entries: dict[str, tuple[int, int]]
    date: Asked | None
    asks: frozenset[str]

    @property
    def weight(self) -> float:
        """How much all its words tell together."""
        return sum(term.weight for term in self.terms)

    @property
    def is_only_names(self) -> bool:
        """Whether every word of it belongs to the name of an entry."""
        covered = {position for start, end in self.entries.values() for position in range(start, end)}
        content = {place for place, word in enumerate(self.words) if word not in STOP_WORDS}
        return bool(self.entries) and content <= covered

    @property
    def is_only_date(self) -> bool:
        """Whether a date is all that it names."""
        return self.date is not None and not self.terms


def take_apart(store: Store, text: str, synonyms: dict[str, tuple[str, ...]]) -> Query:
    """Read a question against the words and names of the book."""
    date = find_date(text)
    rest = f"{text[: date.start]} {text[date.end :]}" if date else text
    words = tuple(words_of(rest))
    asks = frozenset(ASKS[word] for word in words if word in ASKS)
    content = [word for word in dict.fromkeys(words) if word not in STOP_WORDS]
    total = int(store.column("SELECT count(*) FROM passages")[0]) or 1
    corrected = {word: _known_forms(store, word, synonyms) for word in content}
    mended = " ".join(corrected[word][0] if corrected.get(word) else word for word in words)
    terms = tuple(_term(store, word, forms, total) for word, forms in corrected.items())
    return Query(text, words, terms, entries_named(store, mended), date, asks)


def _term(store: Store, word: str, forms: tuple[str, ...], total: int) -> Term:
    if not forms:
        return Term(word, (), log(1 + total) * UNKNOWN)
    passages = sum(_frequency(store, form) for form in forms[:3])
    return Term(word, forms, log(1 + total / max(1, passages)))


def _frequency(store: Store, word: str) -> int:
    found = store.column("SELECT passages FROM vocabulary WHERE word = ?", word)
    return int(found[0]) if found else 0


def _known_forms(store: Store, word: str, synonyms: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The word if the book has it (in any inflection), or else what it was meant to be; and its synonyms."""
    base = _in_book(store, word) or _as_heard(store, word) or _corrected(store, word)
    same = synonyms.get(word, ()) or next((synonyms[form] for form in base if form in synonyms), ())
    return tuple(dict.fromkeys((*base, *same)))


def _in_book(store: Store, word: str) -> tuple[str, ...]:
    if _frequency(store, word):
        return (word,)
    stemmed = store.column("SELECT 1 FROM passage_index WHERE passage_index MATCH ? LIMIT 1", f'"{word}"')
    return (word,) if stemmed else ()


def _as_heard(store: Store, word: str) -> tuple[str, ...]:
    """Words of the book that sound the same: another romanisation, or Cyrillic in any inflection."""
    found = store.column("SELECT word FROM vocabulary WHERE sound = ? ORDER BY passages DESC LIMIT 3", sound(word))
    if not is_cyrillic(word):
        # Short words sound alike by chance: `wife` and `five`.
        return tuple(each for each in found if each[0] == word[0] or len(word) >= LONG)
    if found:
        return tuple(found)
    for cut in range(1, 4):
        stem = sound(word[:-cut])
        if len(stem) < 4:
            break
        query = "SELECT word FROM vocabulary WHERE sound >= ? AND sound < ? ORDER BY passages DESC LIMIT 3"
        if found := store.column(query, stem, stem + "\uffff"):
            return tuple(found)
    return ()


def _corrected(store: Store, word: str) -> tuple[str, ...]:
    """The word of the book that this one is a misspelling of; empty if none is like enough."""
    if len(word) < 4 or not word.isalpha():
        return ()
    from rapidfuzz import fuzz, process  # only a word that the book does not have pays for this import

    near = store.column("SELECT word FROM vocabulary WHERE length(word) BETWEEN ? AND ?", len(word) - 2, len(word) + 2)
    alike = process.extract(word, near, scorer=fuzz.ratio, limit=8, score_cutoff=NEAR)
    sure = [(score, _frequency(store, found), found) for found, score, _ in alike if found[0] == word[0]]
    return (max(sure)[2],) if sure else ()


def synonym_table(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Each single word of the declared groups, to the plain forms of the others."""
    table: dict[str, tuple[str, ...]] = {}
    for group in groups:
        forms = tuple(dict.fromkeys(map(plain, group)))
        for form in forms:
            others = tuple(other for other in forms if other != form)
            table[form] = tuple(dict.fromkeys((*table.get(form, ()), *others)))
    return table
