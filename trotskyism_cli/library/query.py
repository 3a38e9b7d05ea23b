"""A parsed question: its content words, the entries and the date it names, and what it asks for."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.library.dates.date_parsing import ParsedDate, find_date
from trotskyism_cli.library.dates.foreign_months import with_english_months
from trotskyism_cli.library.dates.years_typed import whole_year
from trotskyism_cli.library.forms import words_of
from trotskyism_cli.library.questions.question_names import names_in_question
from trotskyism_cli.library.questions.question_words import (
    ASKED_FOR,
    INTERROGATIVES,
    IS,
    KINDS_OF_PLACE,
    LASTING,
    OR,
    QUESTION_WORDS,
    STOP_WORDS,
    VIEWING,
    YES_OR_NO,
)
from trotskyism_cli.library.questions.rewriting import asked_words
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.adjectives import ADJECTIVES
from trotskyism_cli.library.words.irregular import ALSO_VERBS, OTHER_FORMS
from trotskyism_cli.library.words.question_terms import ARTICLES
from trotskyism_cli.library.words.spelling import RELATED, Form, Synonyms, Term, read_word
from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex

ENDING = "end"
_TIMES = frozenset({"date", "year"})  # words that ask for a time, unlike a clause that begins with `when`
DID = frozenset({"did", "do", "does"})
# A word with such an ending is essential to a question: the youngest; the Hungarian revolution.
NARROWING = ("est", "ian", "ish", "ese")
_END_OF_SPAN = lazy_regex(r"[-–—/](\d\d)\b")  # after a year: 1932-33


class Query(NamedTuple):
    """A parsed question. `entries` maps the ids it names to the positions of their words (from, to)."""

    words: tuple[str, ...]
    terms: tuple[Term, ...]
    entries: dict[str, tuple[int, int]]
    date: ParsedDate | None
    asks: frozenset[str]
    place_kind: str = ""  # kind of place asked for: `country` in `which countries`

    @property
    def named(self) -> list[str]:
        """The ids it names, in order."""
        return sorted(self.entries, key=lambda each: self.entries[each])

    @property
    def when(self) -> Date | None:
        """The date it names; None if there is none, or for a day of any year."""
        return self.date.when if self.date else None

    @property
    def is_empty(self) -> bool:
        """True if it has nothing to search for."""
        return not self.terms and not self.date and not self.entries

    @property
    def is_question(self) -> bool:
        """True if it asks something, rather than being keywords."""
        return self.is_yes_or_no or bool(INTERROGATIVES.intersection(self.words))

    @property
    def is_yes_or_no(self) -> bool:
        """True if yes or no would answer it."""
        return bool(YES_OR_NO.intersection(self.words[:1]))

    @property
    def begins_with_be(self) -> bool:
        """True if it begins with "is" or "was": `was Stalin a Georgian`."""
        return not IS.isdisjoint(self.words[:1])

    @property
    def is_either_or(self) -> bool:
        """True if it offers two answers: `was he for it or against it`."""
        return self.is_yes_or_no and OR in self.words

    @property
    def asks_for(self) -> str:
        """The one thing it asks for: `who`, `when`, `where`, `number`, `why`, `what`, `how` or empty."""
        if LASTING.issubset(self.words):
            return "when"
        first = QUESTION_WORDS.get(self.words[0], "") if self.words else ""
        # the first word counts, not one in a clause: where he was when it was done
        if first in ("who", "where", "why"):
            return first
        if self.words[:1] == ("what",) and DID.intersection(self.words[1:2]):  # `what did he say when it was done`
            return "what"
        if self.is_yes_or_no and "the" in self.words[1:2] and "who" in self.words:  # `was the man who wrote it a poet`
            return ""
        asks = self.asks - {"when"} if self.is_yes_or_no and not _TIMES.intersection(self.words) else self.asks
        return next((each for each in ASKED_FOR if each in asks), "how" if "how" in self.words else "")

    @property
    def asks_nothing(self) -> bool:
        """True for a yes-or-no question, or one with nothing left but names: `who was Trotsky's (mother)`.

        What remains of such a question after a word was left out must not be answered.
        """
        return self.is_yes_or_no or (self.is_question and not self.further_terms(VIEWING))

    @property
    def is_only_names(self) -> bool:
        """True if all its content words belong to names of entries."""
        covered = {position for start, end in self.entries.values() for position in range(start, end)}
        content = {place for place, word in enumerate(self.words) if word not in STOP_WORDS}
        return bool(self.entries) and content <= covered

    def is_only_names_or(self, asking: frozenset[str]) -> bool:
        """Return whether all its content words name entries or are among `asking`."""
        return all(term.word in self.naming or term.word in asking for term in self.terms)

    @property
    def naming(self) -> frozenset[str]:
        """Its words that name entries."""
        places = {place for start, end in self.entries.values() for place in range(start, min(end, len(self.words)))}
        return frozenset(self.words[place] for place in places if self.words[place] not in STOP_WORDS)

    def further_terms(self, asking: frozenset[str]) -> list[Term]:
        """Its content words that neither name an entry or the year nor are among `asking`."""
        dated = {str(self.when.first.year)} if self.when else set()
        return [term for term in self.terms if term.word not in {*self.naming, *asking, *dated}]

    @property
    def forms(self) -> frozenset[str]:
        """All words and phrases that may stand for its words in a passage."""
        return frozenset(form for term in self.terms for form in (term.word, *(each.text for each in term.forms)))

    @property
    def is_phrase(self) -> bool:
        """True for two or more content words that may name something but no entry; not for questions or dates."""
        asks = self.asks or self.date or self.entries
        return not asks and len(self.terms) > 1 and not STOP_WORDS.intersection(self.words)

    @property
    def only_unknown(self) -> str:
        """Its only word that the book does not have.

        Empty if there are several, or if the rest says too little. A question of two content words is most likely about
        the unknown one.
        """
        unknown = [term.word for term in self.terms if not term.forms]
        if self.is_question and len(unknown) == 1 and unknown[0].endswith(NARROWING):
            return ""  # without it, it would be another question
        is_about_more = bool(self.entries) or len(self.terms) > 2 or not self.asks
        return unknown[0] if len(unknown) == 1 < len(self.terms) and is_about_more else ""

    @property
    def misspelt(self) -> tuple[tuple[str, str], ...]:
        """Its words that the book has only in another spelling, each with that spelling."""
        return tuple((term.word, term.known_as) for term in self.terms if term.is_misspelt)

    @property
    def is_all_misspelt(self) -> bool:
        """True if the book has all its words only in other spellings; then it is probably a misspelt name."""
        return bool(self.terms) and all(term.is_misspelt for term in self.terms)

    @property
    def read_as(self) -> tuple[str, ...]:
        """A message for each misspelt word: `Read “mural” as “moral”.`"""
        return tuple(f"Read “{word}” as “{read}”." for word, read in self.misspelt)

    @property
    def is_only_date(self) -> bool:
        """True if it is a date without content words."""
        return self.date is not None and not self.terms


def parse_question(store: Store, text: str, synonyms: Synonyms, called: Callable[[str], str]) -> Query:
    """Parse a question with the words and names of the book.

    `called` gives the name by which the texts usually mean an entry.
    """
    text = with_english_months(text)
    date = find_date(text)
    date = _with_end(date, text) if date and date.is_year else date
    rest = f"{text[: date.start]} {text[date.end :]}" if date else text
    words = asked_words(store, rest, called)
    place_kind = next((KINDS_OF_PLACE[word] for word in words_of(rest) if word in KINDS_OF_PLACE), "")
    content = [word for word in dict.fromkeys(words) if word not in STOP_WORDS]
    if content and date and date.when:
        content.append(str(date.when.first.year))  # what is shown must mention the year
    terms = {word: read_word(store, word, synonyms) for word in content}
    mended = " ".join(terms[word].known_as if word in terms else word for word in words)
    named = names_in_question(store, text, date, words, mended)
    if INTERROGATIVES.intersection(words):
        terms |= {word: _with_adjective(terms[word]) for word in ADJECTIVES.keys() & terms.keys()}
    if DID.intersection(words[:1]):
        terms |= {word: _as_infinitive(terms[word]) for word in ALSO_VERBS & terms.keys()}
    if deed := _main_verb(words, terms, named):
        terms[deed] = terms[deed]._replace(is_deed=True)
    return Query(
        words=words,
        terms=tuple(terms.values()),
        entries=named,
        date=date,
        asks=frozenset(QUESTION_WORDS[word] for word in words if word in QUESTION_WORDS),
        place_kind=place_kind,
    )


def _with_end(date: ParsedDate, text: str) -> ParsedDate:
    """Extend a year to the span typed: `1932-33`."""
    found = _END_OF_SPAN.match(text[date.end :])
    first = date.when.first.year if date.when else 0
    last = int(whole_year(str(first), found[1])) if found else 0
    if found is None or last <= first:
        return date
    return date._replace(when=parse_date(f"{first}/{last}"), end=date.end + found.end())


def _with_adjective(term: Term) -> Term:
    """The name of a country with its adjective as a further form."""
    return term._replace(forms=(*term.forms, Form(ADJECTIVES[term.word], RELATED)))


def _as_infinitive(term: Term) -> Term:
    """A verb after `did` without the verb whose past looks the same: `found` is not `find` here."""
    others = OTHER_FORMS[term.word]
    return term._replace(forms=tuple(form for form in term.forms if form.text not in others), is_deed=True)


def _main_verb(words: Sequence[str], terms: Collection[str], named: Mapping[str, tuple[int, int]]) -> str:
    """The verb of a question such as `why did he leave`; empty if there is none.

    Yes-or-no questions have none, nor has `end`, which a noun may tell as well, nor a verb without weight (`take
    part`).
    """
    places = {place for span in named.values() for place in range(*span)}
    did = next((place for place, word in enumerate(words) if word in DID and place), len(words))
    for place in range(did + 1, len(words)):
        is_last = place + 1 in places or words[place + 1 : place + 2] == () or words[place + 1] not in terms
        if place in places or words[place] in ARTICLES:
            continue
        if words[place] not in terms:
            return ""
        if is_last:
            is_past = words[place].endswith("ed")  # a past form is no noun either: `did he killed`
            return words[place] if words[place] != ENDING and not is_past else ""
    return ""
