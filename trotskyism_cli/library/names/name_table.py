"""The table of names: every form by which an entry is found."""

from collections.abc import Iterator
from functools import lru_cache

from trotskyism_cli.library.forms import plain, sound, sound_of_plain, without_article
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.inflection import OTHER_NUMBERS, named_forms
from trotskyism_cli.library.words.numerals import numbered
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType

# Weight of a form. If two entries share a form, the higher weight wins.
BY_ID, BY_NAME, BY_ALIAS, BY_BIRTH, BY_SEARCH, BY_LAST_WORD = 7, 6, 5, 4, 3, 2
MOST_NAMED = 40  # entries read for one name
SHORTEST_FIRST_NAME = 3  # letters
SHORTEST_BEGINNING = 2  # letters of an unfinished word
_BEGUN = """SELECT form, entry, weight FROM names CROSS JOIN kinds USING (entry)
    WHERE how = 'plain' AND form >= ? AND form < ? AND weight > ?"""
NameRow = tuple[str, str, str, int]


def name_rows(pack: Pack, entry: Entry) -> Iterator[NameRow]:
    """Rows of an entry in the table of names: form, entry, kind of form (`how`), weight.

    Kinds of form: `plain`; `sound`; `word`, a word of a sound; `backwards`, a sound reversed, to find names by their
    end.
    """
    words: set[str] = set()
    best: dict[tuple[str, str], int] = {}
    for form, weight in forms_of(pack, entry):
        flat = without_article(plain(form))
        heard = sound_of_name(form)
        words.update(heard.split())
        for key in (("plain", flat), ("sound", heard)):
            best[key] = max(weight, best.get(key, 0))
    yield from ((form, entry.id, how, weight) for (how, form), weight in best.items() if form)
    yield from ((word, entry.id, "word", entry.importance) for word in sorted(words))
    sounds = {form for how, form in best if how == "sound"}
    yield from ((form[::-1], entry.id, "backwards", entry.importance) for form in sorted(sounds))


def forms_of(pack: Pack, entry: Entry) -> Iterator[tuple[str, int]]:
    """Every form of an entry's name with its weight, including birth names, nicknames and surnames."""
    yield entry.id, BY_ID
    yield entry.name, BY_NAME
    yield from ((each, BY_ALIAS) for each in (*entry.aliases, *entry.native))
    yield from ((each, BY_SEARCH) for each in entry.search)
    for fact in entry.facts:
        relation = pack.relations[fact.relation]
        named = relation.object_type is ObjectType.TEXT and relation.functional and relation.inverse_functional
        if named and isinstance(fact.object, str) and len(fact.object.split()) <= 4:
            yield fact.object, BY_BIRTH
    if entry.kind is Kind.PERSON:
        for name in (entry.name, *entry.aliases, *entry.native):
            if len(name.split()) > 1:
                yield name.split()[-1], BY_LAST_WORD
        whole = [word for word in entry.name.split() if len(plain(word)) > 1]
        if 1 < len(whole) < len(entry.name.split()):
            yield " ".join(whole), BY_ALIAS  # without the middle initial: James Cannon


def plain_forms(pack: Pack, entry: Entry) -> Iterator[str]:
    """The plain forms by which an entry is found, as in the table."""
    return (without_article(plain(form)) for form, _ in forms_of(pack, entry))


def sound_of_name(text: str) -> str:
    """The `sound` of a name with its numbers in figures: equal for `Third International` and `III International`."""
    return sound_of_plain(without_article(plain(numbered(text))))


def by_form(store: Store, how: str, form: str) -> tuple[int, list[str]]:
    """The entries that a form names best, and its weight for them."""
    rows = store.rows("SELECT entry, weight FROM names WHERE form = ? AND how = ? LIMIT ?", form, how, MOST_NAMED)
    top = max((weight for _, weight in rows), default=0)
    return top, [entry for entry, weight in rows if weight == top]


def kind_of(store: Store, entry: str) -> str:
    """Kind of an entry; empty if it does not exist."""
    return next(iter(store.column("SELECT kind FROM kinds WHERE entry = ?", entry)), "")


def entries_called(store: Store, form: str, kind: Kind) -> list[str]:
    """The entries of a kind with this plain name."""
    query = "SELECT entry FROM names JOIN kinds USING (entry) WHERE how = 'plain' AND form = ? AND kind = ?"
    return store.column(query, form, kind)


def by_words(store: Store, words: list[str]) -> list[str]:
    """Entries whose names contain all these words in any order: `Lev Rozenfeld`, `Miliukov Pavel`."""
    longest, *others = sorted(words, key=len, reverse=True)  # the longest word is likely the rarest
    found = _with_word(store, longest) if others else frozenset()
    for word in others:
        if found:
            found &= _with_word(store, word)
    return sorted(found)


@lru_cache(maxsize=500)  # a question tries the same word in several phrases
def _with_word(store: Store, word: str) -> frozenset[str]:
    return frozenset(store.column("SELECT entry FROM names WHERE form = ? AND how = 'word'", word))


def by_prefix(store: Store, flat: str) -> list[str]:
    """Entries with a name that begins with these words, the last of which may be unfinished: `permanent rev`.

    Main names come before aliases.
    """
    last = flat.rpartition(" ")[2]
    if last == flat or len(last) < SHORTEST_BEGINNING:
        return []
    rows = store.rows(f"{_BEGUN} LIMIT ?", flat, f"{flat}\uffff", BY_SEARCH, MOST_NAMED)
    top = max((weight for *_, weight in rows), default=0)
    return list(dict.fromkeys(entry for _, entry, weight in rows if weight == top))


def with_first_name(store: Store, pack: Pack, flat: str) -> list[str]:
    """People known by this first name and their surname: `leon`."""
    if " " in flat or len(flat) < SHORTEST_FIRST_NAME:
        return []
    rows = store.rows(f"{_BEGUN} AND kind = ? LIMIT ?", f"{flat} ", f"{flat}!", BY_SEARCH, Kind.PERSON, MOST_NAMED)
    return sorted({entry for form, entry, _ in rows if form.split()[-1] == plain(pack.entries[entry].name).split()[-1]})


def by_inflection(store: Store, flat: str) -> list[str]:
    """Entries whose names contain all words of a Cyrillic text in some case: `Милюкова`, `Льву Троцкому`.

    For a single word (`большевики`), names of that word alone come before names that contain it.
    """
    words, _ = with_initials(flat)
    if len(words) == 1 and (whole := _in_any_case(store, words[0], "sound")):
        return sorted(whole)
    found = [_in_any_case(store, word, "word") for word in words]
    return sorted(set.intersection(*found)) if all(found) else []


def _in_any_case(store: Store, word: str, how: str) -> set[str]:
    """Entries with a form of which the word may be an inflection."""
    forms = sorted(set(map(sound, named_forms(word))))
    marks = ",".join("?" * len(forms))
    return set(store.column(f"SELECT DISTINCT entry FROM names WHERE how = ? AND form IN ({marks})", how, *forms))


def with_initials(flat: str) -> tuple[list[str], list[str]]:
    """Split a plain name into its words and its initials.

    Only the first initial is sure to be in the book.
    """
    words = flat.split()
    whole = [word for word in words if len(word) > 1]
    return (whole, [word for word in words if len(word) == 1]) if whole else (words, [])


def noun_forms(noun: str) -> tuple[str, ...]:
    """A plain noun and its other number: `army`, `armies`; `theses`, `thesis`."""
    other = f"{noun[:-1]}ies" if noun.endswith("y") else OTHER_NUMBERS.get(noun)
    return noun, f"{noun}s", *filter(None, [other])


def singular(flat: str) -> str:
    """A plain name without a plural "s"; empty if it has none."""
    return flat[:-1] if flat.endswith("s") and len(flat) > 4 else ""
