"""The table of names: every form by which an entry is found, and the entries that have one."""

from collections.abc import Iterator

from trotskyism_cli.library.forms import plain, sound, sound_of_plain, without_article
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.inflection import OTHER_NUMBERS, named_forms
from trotskyism_cli.library.words.numerals import numbered
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType

# How well a form names its entry; the better one wins where two entries share a form.
BY_ID, BY_NAME, BY_ALIAS, BY_BIRTH, BY_SEARCH, BY_LAST_WORD = 7, 6, 5, 4, 3, 2
MOST_NAMED = 40  # entries of one name that are looked at
NameRow = tuple[str, str, str, int]


def name_rows(pack: Pack, entry: Entry) -> Iterator[NameRow]:
    """The rows of an entry in the table of names: a form, the entry, how it was made, its weight.

    It is made `plain`, as `sound`, a `word` of that, or `backwards`, which finds names by their ending.
    """
    words: set[str] = set()
    best: dict[tuple[str, str], int] = {}
    for form, weight in forms_of(pack, entry):
        flat = without_article(plain(form))
        heard = heard_as(form)
        words.update(heard.split())
        for key in (("plain", flat), ("sound", heard)):
            best[key] = max(weight, best.get(key, 0))
    yield from ((form, entry.id, how, weight) for (how, form), weight in best.items() if form)
    yield from ((word, entry.id, "word", entry.importance) for word in sorted(words))
    sounds = {form for how, form in best if how == "sound"}
    yield from ((form[::-1], entry.id, "backwards", entry.importance) for form in sorted(sounds))


def forms_of(pack: Pack, entry: Entry) -> Iterator[tuple[str, int]]:
    """Every form of an entry's name with its weight; the name it was born under or known by for short among them."""
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
            yield " ".join(whole), BY_ALIAS  # few say the initial in the middle: James Cannon


def plain_forms(pack: Pack, entry: Entry) -> Iterator[str]:
    """The forms by which an entry is found, plain, as they stand in the table."""
    return (without_article(plain(form)) for form, _ in forms_of(pack, entry))


def heard_as(text: str) -> str:
    """A name as it sounds, with its numbers in figures: `Third International` and `III International` are alike."""
    return sound_of_plain(without_article(plain(numbered(text))))


def by_form(store: Store, how: str, form: str) -> tuple[int, list[str]]:
    """The entries with a form, of those that it names best, and how well it does."""
    rows = store.rows("SELECT entry, weight FROM names WHERE form = ? AND how = ? LIMIT ?", form, how, MOST_NAMED)
    top = max((weight for _, weight in rows), default=0)
    return top, [entry for entry, weight in rows if weight == top]


def kind_of(store: Store, entry: str) -> str:
    """The kind of an entry; empty if there is no such entry."""
    return next(iter(store.column("SELECT kind FROM kinds WHERE entry = ?", entry)), "")


def entries_called(store: Store, form: str, kind: Kind) -> list[str]:
    """The entries of a kind that have a plain name."""
    query = "SELECT entry FROM names JOIN kinds USING (entry) WHERE how = 'plain' AND form = ? AND kind = ?"
    return store.column(query, form, kind)


def by_words(store: Store, words: list[str]) -> list[str]:
    """Entries in whose names all the words occur, in any order: `Lev Rozenfeld`, `Miliukov Pavel`."""
    found: list[set[str]] = []
    for word in words:
        found.append(set(store.column("SELECT entry FROM names WHERE form = ? AND how = 'word'", word)))
        if not found[-1]:
            return []
    return sorted(set.intersection(*found)) if len(words) > 1 else []


def by_inflection(store: Store, flat: str) -> list[str]:
    """Entries in whose names all the words of a Cyrillic text stand in some case: `Милюкова`, `Льву Троцкому`.

    A name that is this one word alone (`большевики`) comes before names in which the word only occurs.
    """
    words, _ = with_initials(flat)
    if len(words) == 1 and (whole := _in_any_case(store, words[0], "sound")):
        return sorted(whole)
    found = [_in_any_case(store, word, "word") for word in words]
    return sorted(set.intersection(*found)) if all(found) else []


def _in_any_case(store: Store, word: str, how: str) -> set[str]:
    """Entries with a form that the word may be an inflection of."""
    forms = sorted(set(map(sound, named_forms(word))))
    marks = ",".join("?" * len(forms))
    return set(store.column(f"SELECT DISTINCT entry FROM names WHERE how = ? AND form IN ({marks})", how, *forms))


def with_initials(flat: str) -> tuple[list[str], list[str]]:
    """The words of a name, and its initials apart: of these only the first is sure to be that of a name in the book."""
    words = flat.split()
    whole = [word for word in words if len(word) > 1]
    return (whole, [word for word in words if len(word) == 1]) if whole else (words, [])


def noun_forms(noun: str) -> tuple[str, ...]:
    """A plain noun and its plural: `army`, `armies`; `theses`, `thesis`."""
    other = f"{noun[:-1]}ies" if noun.endswith("y") else OTHER_NUMBERS.get(noun)
    return noun, f"{noun}s", *filter(None, [other])


def singular(flat: str) -> str:
    """A plain name without the ending of a plural; empty if it has none."""
    return flat[:-1] if flat.endswith("s") and len(flat) > 4 else ""
