"""What a first word means that is no command: a synonym, a question, a name, or a typing error."""

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

from trotskyism_cli import PROGRAM
from trotskyism_cli.cli.meaning.kinds import OUR_KINDS
from trotskyism_cli.cli.meaning.pairs import AGAINST, BETWEEN, refuse_three, sure_pair
from trotskyism_cli.errors import NotFoundError, UsageError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.questions.rewriting import DEFINING, OWNED, as_asked
from trotskyism_cli.library.questions.russian import WORDS as RUSSIAN
from trotskyism_cli.message_text import shortened

if TYPE_CHECKING:
    from trotskyism_cli.library.library import Library

# Other programs' words, and a newcomer's, for our commands.
SYNONYMS = {
    "find": ("search",),
    "grep": ("search",),
    "ask": ("search",),
    "read": ("summary",),
    "chapter": ("summary",),
    "chapters": ("summary",),
    "topics": ("summary",),
    "learn": ("study",),
    "flashcards": ("study",),
    "test": ("quiz",),
    "exam": ("quiz", "--exam"),
    "version": ("--version",),
    "random": ("quote", "--random"),
    "quotes": ("quote",),
    "look": ("show",),
    "lookup": ("show",),
    "look-up": ("show",),
    "date": ("on",),
    "vs": ("compare",),
    "versus": ("compare",),
}
KINDS = ("people", "persons", "organisations", "organizations", "events", "concepts", "ideas", "works", "places")
ASKS = frozenset("who whom whose what when where why how which did does do was were is are has have had".split())
ASKS |= frozenset("can could should will would must".split())
ASKS |= frozenset("chto gde kak kogda kto pochemu".split())
ASKS |= frozenset(word for word, english in RUSSIAN.items() if english.split()[0] in ASKS)
PREPOSITIONS = frozenset("after against at before between by for from in of on to under with".split())
LIVES = frozenset({"biography", "biographies"})  # of a person: no name, but a question for works
# How like a command a word must be: to be taken for one, and to be one rather than a name.
LIKE, VERY_LIKE = 0.6, 0.75


def other_word(words: Sequence[str], commands: Collection[str]) -> list[str]:
    """The words of a command, if a synonym of it comes first; else empty."""
    first, rest = words[0].casefold(), list(words[1:])
    if first in ("look", "looking") and rest[:1] == ["up"]:
        rest = rest[1:]
    if first == PROGRAM and rest and rest[0] in commands:  # pasted with the name of the program
        return rest
    if first == "help":
        return [*rest[:1], "--help"] if rest and rest[0] in commands else ["--help"]
    if first in KINDS and all(map(_is_option, rest[:1])):
        return ["list", OUR_KINDS.get(first, first), *rest]
    if first in ("learn", "flashcards") and rest and not _is_option(rest[0]):
        about = " ".join(takewhile(_is_no_option, rest))
        return ["study", "--topic", about, *rest[len(about.split()) :]]
    if first == "date" and PREPOSITIONS.intersection(rest[:1]):  # of something that happened
        return []
    return [*SYNONYMS[first], *rest] if first in SYNONYMS else []


def is_question(words: Sequence[str]) -> bool:
    """Return whether words are a question, by the first word or a question mark."""
    return as_asked(words[0].casefold()) in ASKS or words[-1].endswith("?")


def meant(words: Sequence[str], commands: Collection[str], library: "Library") -> list[str]:
    """The words of the command that is meant, if none comes first.

    UsageError, with the right command, if the first word is a misspelt command; NotFoundError if nothing is meant.
    """
    from trotskyism_cli.cli.actions.show import entry_and_part  # who names a command needs none of it

    said = list(takewhile(_is_no_option, words))
    text = " ".join(said)
    if dated := _dated(text) or _of_time(text):
        return [*dated, *words[len(said) :]]
    found, _ = entry_and_part(library, text)
    is_asked = _asks(said) or (not found.sure and bool(LIVES.intersection(said)))
    is_asked |= len(said) > 1 and (found.read or not found.sure) and not OWNED.keys().isdisjoint(plain(text).split())
    between = frozenset() if is_asked else frozenset(BETWEEN).intersection(map(str.casefold, said[1:-1]))
    if between and not found.sure:
        refuse_three(library, said, "compare")
    if between and sure_pair(library, said, found.entry, lambda reason: None):
        return ["compare" if between.issubset(AGAINST) else "links", *words]
    if (is_asked and not _is_named_so(library, said, found.entry)) or _are_two_people(library, said, found.entry):
        return ["search", *words]
    if (found.entry and not found.guessed) or found.candidates:
        return ["search" if found.read and _is_bare_name(library, text) else "show", *words]
    near, likeness = _nearest(words[0], commands)
    if is_asked or ((is_question(said) or _is_of_something(said)) and likeness < VERY_LIKE):
        return ["search", *words]
    is_of_book = len(said) > 1 and library.has_word(plain(said[0])) and likeness <= VERY_LIKE
    if likeness >= (LIKE if found.entry is None else VERY_LIKE) and not is_of_book:
        again = command(near, *words[1:])
        raise UsageError(f"There is no command “{shortened(words[0])}”. Did you mean: {again}")
    nearest = library.find(text, limit=1)
    if found.entry or nearest.hits or text.isdecimal():  # of a number alone `show` says what it may be
        return ["show", *words]
    if is_of_book or nearest.query.entries:  # a name or a word that the book has is never nothing
        return ["search", *words]
    raise NotFoundError(
        f"There is no command “{shortened(words[0])}”, and nothing in the book is called “{shortened(text)}”. "
        f"See the commands: {command('--help')}",
        found.suggestions,
    )


def _dated(text: str) -> list[str]:
    """The words of the command for a date or a span of years, also as words that ask what happened then."""
    from trotskyism_cli.library.dates.date_parsing import is_in_form_of_date
    from trotskyism_cli.library.dates.open_ended_spans import open_span
    from trotskyism_cli.library.dates.years_typed import span_as_typed

    if is_in_form_of_date(text):
        return ["on", *text.split(" ")]
    span = span_as_typed(text)
    is_open = not span and (begun := open_span(text)) is not None and not begun.name
    return ["timeline", span or text] if span or is_open else []


def _of_time(text: str) -> list[str]:
    """The words of the command that tells what happened on a day or in some years, if that is asked."""
    from trotskyism_cli.library.questions.time_questions import day_asked, span_asked

    if day := day_asked(text):
        return ["on", *day.split()]
    return ["timeline", span] if (span := span_asked(text)) else []


def _is_bare_name(library: "Library", text: str) -> bool:
    """Return whether the book knows a text as a name, but has no entry for it."""
    from trotskyism_cli.library.questions.person_meant import bare_name

    return bool(bare_name(library.store, library.pack, library.query(text)))


def _is_named_so(library: "Library", said: Sequence[str], entry: str | None) -> bool:
    """Return whether the words are a name of the entry that they were taken for."""
    return entry is not None and plain(" ".join(said)) in map(plain, library.pack.entries[entry].names)


def _are_two_people(library: "Library", said: Sequence[str], entry: str | None) -> bool:
    """Return whether words taken for a title only name two people, each of whom may be meant: `trotsky stalin`."""
    if entry is None or len(said) != 2 or any(not word.isalpha() for word in said):
        return False
    from trotskyism_cli.library.names.named_in_text import are_two_people

    return are_two_people(library.store, [plain(word) for word in said], [entry])


def _asks(words: Sequence[str]) -> bool:
    """Return whether words begin like a question: `who`, `in what year`."""
    first, second = (*(word.casefold() for word in words[:2]), "", "")[:2]
    if first in DEFINING and len(words) > 1:
        return True
    if first == "according" and ASKS.intersection(map(str.casefold, words)):
        return True
    return as_asked(first) in ASKS or (first in PREPOSITIONS and second in ("what", "which", "whom", "whose"))


def _is_of_something(words: Sequence[str]) -> bool:
    """Return whether words begin with a noun that asks: `causes of the February Revolution`."""
    return len(words) > 2 and words[1].casefold() == "of"


def _nearest(word: str, commands: Collection[str]) -> tuple[str, float]:
    """The command most like a word, and the likeness from 0 to 1."""
    likeness, near = max((SequenceMatcher(None, each, word).ratio(), each) for each in commands)
    return near, likeness


def _is_option(word: str) -> bool:
    return word.startswith("-")


def _is_no_option(word: str) -> bool:
    return not word.startswith("-")
