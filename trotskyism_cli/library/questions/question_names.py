"""Find the entries that a question names, and the words that name them."""

from collections.abc import Mapping, Sequence

from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.library.forms import without_article, words_of
from trotskyism_cli.library.names.name_table import by_words, entries_called, kind_of, sound_of_name
from trotskyism_cli.library.names.named_in_text import entries_named, entries_of_name
from trotskyism_cli.library.questions.question_words import INTERROGATIVES, IS, STOP_WORDS, VIEWING, YES_OR_NO
from trotskyism_cli.library.questions.rewriting import OWNING
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.question_terms import ARTICLES
from trotskyism_cli.pack.model import Kind

IDEAS = frozenset("concept doctrine idea policy principle slogan strategy theory".split())
WRITING = frozenset("publish published translated write writes written wrote".split())  # words that ask about a work
OF_WORKS = frozenset("about book pamphlet title".split())  # words that ask about a work
OF_YEAR = ("in", "of")  # before a year in the name of an event: the split of 1953
LONGEST_NOUN = 3  # longest name of something owned, in words
SAYING = 4  # a name of this many stop words counts as one: What Is to Be Done?
POSSESSIVE = frozenset("'’")

Names = dict[str, tuple[int, int]]  # entry → positions of its words (from, to)


def names_in_question(store: Store, text: str, date: ParsedDate | None, words: Sequence[str], mended: str) -> Names:
    """The entries that a question names. `mended` are its words as the book spells them."""
    is_of_one = bool(POSSESSIVE.intersection(text))  # in “Trotsky's Stalin”, Stalin is a title
    found = entries_named(store, mended, are_people_apart=not is_of_one)
    named = {each: span for each, span in found.items() if _says_something(words, span)}
    named = _with_possessions(store, words, _without_views(store, words, named))
    named = _of_country(store, words, _with_shared_noun(store, words, named))
    if _is_question(words) and (OF_WORKS | WRITING | VIEWING).isdisjoint(words):
        named = _with_events(store, words, named)
    if date and date.when:
        of_year = _of_year(store, text, date, words, named) if named else _events_of_year(store, text, date, words)
        named = of_year or named
    is_of_idea = IS.intersection(words[1:2]) and "what" in words[:1]
    if is_of_idea or ("who" in words[:1] and WRITING.isdisjoint(words)):
        named = {idea: span for each, span in named.items() for idea in _idea_meant(store, each, words[slice(*span)])}
    return named


def _without_views(store: Store, words: Sequence[str], named: Names) -> Names:
    """Replace `criticism of Stalin` by Stalin if a holder of the view is named too."""
    found = dict(named)
    for own_id, (start, end) in named.items():
        if words[start] in VIEWING and words[start + 1 : start + 2] == ("of",) and len(set(named.values())) > 1:
            del found[own_id]
            rest = entries_named(store, " ".join(words[start + 2 : end]))
            found |= {each: (first + start + 2, last + start + 2) for each, (first, last) in rest.items()}
    return found


def _with_possessions(store: Store, words: Sequence[str], named: Names) -> Names:
    """Add what `his` and a noun name of the person before: Lenin … `his Testament`."""
    for place, word in enumerate(words):
        owner = max((span for span in named.values() if span[1] <= place), default=None, key=lambda span: span[1])
        if word not in OWNING or owner is None or words[place - 1] == "in":  # the question is about its contents
            continue
        for end in range(min(len(words), place + 1 + LONGEST_NOUN), place + 1, -1):
            phrase = [*words[slice(*owner)], *words[place + 1 : end]]
            of_him = entries_of_name(store, phrase)
            if of_him:
                return {**named, **dict.fromkeys(of_him, (place + 1, end))}
    return named


def _with_shared_noun(store: Store, words: Sequence[str], named: Names) -> Names:
    """Add what shares its noun with the next name: `the Left and the Right Opposition`."""
    found = dict(named)
    for start, end in set(named.values()):
        first = start + (words[start] in ARTICLES)
        place = start - 1 - (words[start - 1] in ARTICLES)  # of `and`
        if place < 1 or words[place] not in ("and", "or") or end - first < len(("right", "opposition")):
            continue
        whole = entries_of_name(store, (words[place - 1], *words[first + 1 : end]))
        found |= dict.fromkeys((each for each in whole if each not in found), (place - 1, place))
    return found


def _is_question(words: Sequence[str]) -> bool:
    return bool(INTERROGATIVES.intersection(words) or YES_OR_NO.intersection(words[:1]))


def _with_events(store: Store, words: Sequence[str], named: Names) -> Names:
    """Replace a work by an event of the same name and at least its importance: the Russian Revolution.

    After a possible author's name, the work is meant.
    """
    found = dict(named)
    for span in set(named.values()):
        title = without_article(" ".join(words[slice(*span)]))
        works = [] if any(end == span[0] for _, end in named.values()) else entries_called(store, title, Kind.WORK)
        events = entries_called(store, title, Kind.EVENT) if works else []
        if events and _weight(store, events) >= _weight(store, works):
            found = {each: its for each, its in found.items() if its != span} | dict.fromkeys(events, span)
    return found


def _weight(store: Store, entries: Sequence[str]) -> int:
    """Highest importance of these entries."""
    query = "SELECT importance FROM kinds WHERE entry = ?"
    return max(importance for each in entries for importance in store.numbers(query, each))


def _of_country(store: Store, words: Sequence[str], named: Names) -> Names:
    """Replace people and the country they are in by its organisation: `the Trotskyists in Bolivia`."""
    if not _is_question(words):
        return named  # keywords search for both
    spans = set(named.values())
    for start, end in spans:
        where = next((each for each in spans if each[0] == end + 1 and words[end] == "in"), None)
        if where is None or not words[end - 1].endswith("s"):
            continue
        bodies = by_words(store, sound_of_name(" ".join((*words[start:end], *words[slice(*where)]))).split())
        if [kind_of(store, each) for each in bodies] == [Kind.ORGANISATION]:
            rest = {each: span for each, span in named.items() if span not in ((start, end), where)}
            return {**rest, bodies[0]: (start, where[1])}
    return named


def _idea_meant(store: Store, entry: str, words: Sequence[str]) -> list[str]:
    """The idea for a work, in `the theory of permanent revolution`; else the entry."""
    place = words.index("of") + 1 if "of" in words else 0
    if not IDEAS.intersection(words[:place]):
        return [entry]
    ideas = [each for each in entries_of_name(store, words[place:]) if kind_of(store, each) == Kind.CONCEPT]
    return ideas if ideas and kind_of(store, entry) == Kind.WORK else [entry]


def _says_something(words: Sequence[str], span: tuple[int, int]) -> bool:
    """Return whether words that may be a name are more than stop words."""
    start, end = span
    return end - start >= SAYING or not STOP_WORDS.issuperset(words[start:end])


def _events_of_year(store: Store, text: str, date: ParsedDate, words: Sequence[str]) -> Names:
    """Entries named by words and the date after them: `a split in 1953`."""
    *before, last = ("", *words_of(text[: date.start]))
    when = text[date.start : date.end].strip()
    for size in range(min(LONGEST_NOUN, len(before)), 0, -1) if last in OF_YEAR else ():
        called = tuple(before[-size:])
        place = next((each for each in range(len(words)) if tuple(words[each : each + size]) == called), None)
        if place is None or called[0] in STOP_WORDS:
            continue
        # The year alone may be a name that is not meant.
        if named := entries_of_name(store, (*called, "of", *when.split())):
            return dict.fromkeys(named, (place, place + size))
    return {}


def _of_year(
    store: Store, text: str, date: ParsedDate, words: Sequence[str], named: Mapping[str, tuple[int, int]]
) -> Names:
    """Replace a name by one with the year after it: `the Russian Revolution of 1905` is not the book."""
    last = ("", *words_of(text[: date.start]))[-1]
    year = text[date.start : date.end].strip()
    if last not in OF_YEAR or not year.isdecimal():
        return {}
    for span in set(named.values()):
        phrase = words[slice(*span)]
        of_year = entries_named(store, f"{' '.join(phrase)} of {year}")
        full = [each for each, (start, end) in of_year.items() if end - start > len(phrase) and each not in named]
        if full:
            return {**{each: its for each, its in named.items() if its != span}, **dict.fromkeys(full, span)}
    return {}
