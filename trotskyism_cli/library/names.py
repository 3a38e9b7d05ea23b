"""From the words somebody types to the entry that is meant: any name, spelling, script or inflection, or none."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trotskyism_cli.counting import repeated
from trotskyism_cli.errors import NotFoundError
from trotskyism_cli.invocation import command
from trotskyism_cli.library.forms import is_cyrillic, plain, sound, without_article, words_of
from trotskyism_cli.library.inflection import named_forms
from trotskyism_cli.library.numerals import numbered, numbers
from trotskyism_cli.library.store import Store
from trotskyism_cli.pack.model import Entry, Kind, ObjectType, Pack

# How well a form names its entry; the better one wins where two entries share a form.
BY_ID, BY_NAME, BY_ALIAS, BY_BIRTH, BY_SEARCH, BY_LAST_WORD = 7, 6, 5, 4, 3, 2
LETTERS_FOR_A_SLIP = 6  # a typing error is forgiven in so many letters
LETTERS_FOR_A_HINT = 4  # and in so many, the name is near enough to be suggested
SHORTEST_BEGINNING = 3  # letters of a name that are enough to suggest it
SHORTEST_TO_MEND = 6
SHORTEST_TO_PART, SHORTEST_PART = 7, 3  # letters of a word that may be two, and of either of them
EDGE = 2  # letters, at the beginning or the end, that a typing error leaves alone
MOST_ALIKE = 2000  # names that a misspelt one is compared with
SEEN = 20  # paragraphs of the chapters in which it is looked up how the book writes a word
MOST_NAMED = 40  # entries of one name that are looked at


class Resolution(NamedTuple):
    """What a name came to. `entry` is the id meant, or None; `reason` says how it was understood, or why it was not.

    `candidates` are the ids that share the name if it is ambiguous, `suggestions` names that are like it, `sought` is
    the text if it is no name. `guessed` says that the name was misspelt, `sure` that it can mean nothing else.
    """

    entry: str | None = None
    candidates: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    reason: str = ""
    sought: str = ""
    guessed: bool = False
    sure: bool = False

    def error(self, *, searched: bool = False) -> NotFoundError:
        """What to say where nothing but an entry will do; never without a way to go on.

        `searched` says that the texts of the book have been searched for it, too.
        """
        if self.suggestions:
            further = ""
        elif not self.sought:
            further = f" See what there is: {command('list')}"
        elif searched:
            further = f" No name is near it, and no text has it. Try other words: {command('search', 'WORDS')}"
        else:
            further = f" No name is near it. Look in all texts: {command('search', *self.sought.split())}"
        return NotFoundError(self.reason + further, self.suggestions)


Row = tuple[str, str, str, int]


def name_rows(pack: Pack, entry: Entry) -> Iterator[Row]:
    """The rows of an entry in the table of names: a form, the entry, how it was made, its weight.

    It is made `plain`, as `sound`, a `word` of that, or `backwards`, which finds names by their ending.
    """
    words: set[str] = set()
    best: dict[tuple[str, str], int] = {}
    for form, weight in _forms(pack, entry):
        flat = without_article(plain(form))
        heard = _heard(form)
        words.update(heard.split())
        for key in (("plain", flat), ("sound", heard)):
            best[key] = max(weight, best.get(key, 0))
    yield from ((form, entry.id, how, weight) for (how, form), weight in best.items() if form)
    yield from ((word, entry.id, "word", entry.importance) for word in sorted(words))
    sounds = {form for how, form in best if how == "sound"}
    yield from ((form[::-1], entry.id, "backwards", entry.importance) for form in sorted(sounds))


def _forms(pack: Pack, entry: Entry) -> Iterator[tuple[str, int]]:
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


def _heard(text: str) -> str:
    """A name as it sounds, with its numbers in figures: `Third International` and `III International` are alike."""
    return sound(without_article(plain(numbered(text))))


def resolve(store: Store, pack: Pack, text: str) -> Resolution:
    """The entry that a name means; never fails, whatever the text. What is not the very name is said to be read so."""
    flat = without_article(plain(text))
    heard = _heard(text)
    text = repeated(text)
    if not flat:
        return Resolution(reason="Nothing to look up; give a name, a date or a few words.")
    weight, entries = _by_form(store, "plain", flat)
    if entries:
        found = _with_event(store, pack, _chosen(pack, entries, text), flat)
        return found if weight > BY_SEARCH or weight == BY_LAST_WORD else _read_as(pack, found, text)
    in_figures = plain(numbered(text))
    for entries in _other_readings(store, flat, heard, in_figures):
        like = [each for each in entries if _is_of_script(pack.entries[each], pack, in_figures)]
        if like := _called_just_so(pack, like, in_figures) or like:
            return _read_as(pack, _chosen(pack, like, text, "It may also mean"), text)
    return _by_likeness(store, pack, text, heard)


def _other_readings(store: Store, flat: str, heard: str, in_figures: str) -> Iterator[list[str]]:
    """The entries that a name may mean though none is called so, by one way of reading it after the other."""
    if singular := _singular(flat):
        yield _by_form(store, "plain", singular)[1]
    yield _by_form(store, "sound", heard)[1]
    yield _by_inflection(store, in_figures) if is_cyrillic(flat) else _by_words(store, heard.split())
    if " " not in flat and len(flat) >= SHORTEST_TO_PART:
        for place in range(SHORTEST_PART, len(flat) - SHORTEST_PART + 1):
            yield _by_form(store, "plain", f"{flat[:place]} {flat[place:]}")[1]


def _is_of_script(entry: Entry, pack: Pack, flat: str) -> bool:
    """Whether what is written in Cyrillic names the entry, and is not only like a Latin word that leads to it."""
    if not is_cyrillic(flat):
        return True
    forms = (form for form, weight in _forms(pack, entry) if weight != BY_SEARCH or is_cyrillic(plain(form)))
    own = {word for form in forms for word in _heard(form).split()}
    words, initials = _with_initials(flat)
    begun = {word[:1] for word in own}
    return all(own.intersection(map(sound, named_forms(word))) for word in words) and begun.issuperset(
        map(sound, initials[:1])
    )


def _with_initials(flat: str) -> tuple[list[str], list[str]]:
    """The words of a name, and its initials apart: of these only the first is sure to be that of a name in the book."""
    words = flat.split()
    whole = [word for word in words if len(word) > 1]
    return (whole, [word for word in words if len(word) == 1]) if whole else (words, [])


def _read_as(pack: Pack, found: Resolution, text: str) -> Resolution:
    if found.entry is None:
        return found
    read = f"Read “{text}” as {pack.entries[found.entry].name}."
    return found._replace(reason=f"{read} {found.reason}".strip())


def _with_event(store: Store, pack: Pack, found: Resolution, flat: str) -> Resolution:
    """A place with a word on the event that is more important and found by its name: most mean that by `Kronstadt`."""
    place = pack.entries[found.entry] if found.entry else None
    if place is None or place.kind is not Kind.PLACE or found.reason:
        return found
    called = store.column("SELECT entry FROM names WHERE form = ? AND how = 'plain' LIMIT ?", flat, MOST_NAMED)
    named = (pack.entries[each] for each in called if pack.entries[each].kind is Kind.EVENT)
    events = [each for each in named if each.importance > place.importance]
    event = max(events, key=lambda each: (each.importance, each.id), default=None)
    return found._replace(reason=f"The event ({event.name}): {command('show', event.id)}") if event else found


def _singular(flat: str) -> str:
    return flat[:-1] if flat.endswith("s") and len(flat) > 4 else ""


def _called_just_so(pack: Pack, entries: Iterable[str], flat: str) -> list[str]:
    """Of the entries that an inflected Cyrillic text may name, those that have a name of just these words."""
    if not is_cyrillic(flat):
        return _numbered_in_order(pack, entries, flat)
    words = [set(map(sound, named_forms(word))) for word in flat.split()]
    heard = {each: [_heard(name).split() for name in pack.entries[each].names] for each in entries}
    return [
        each
        for each, names in heard.items()
        if any(
            len(name) == len(words) and all(own in forms for own, forms in zip(name, words, strict=True))
            for name in names
        )
    ]


def _numbered_in_order(pack: Pack, entries: Iterable[str], flat: str) -> list[str]:
    """Of the entries that a text with a number may name, those that have its words in its order.

    `III Congress` is no congress of the Third International.
    """
    words = _heard(flat).split()
    if not any(word.isdecimal() for word in words):
        return []
    ordered = re.compile(r"\b.*\b".join(map(re.escape, words)))
    return [each for each in entries if any(ordered.search(_heard(name)) for name in pack.entries[each].names)]


def _by_form(store: Store, how: str, form: str) -> tuple[int, list[str]]:
    """The entries with a form, of those that it names best, and how well it does."""
    rows = store.rows("SELECT entry, weight FROM names WHERE form = ? AND how = ? LIMIT ?", form, how, MOST_NAMED)
    top = max((weight for _, weight in rows), default=0)
    return top, [entry for entry, weight in rows if weight == top]


def _chosen(pack: Pack, entries: Iterable[str], text: str, also: str = "Also called so") -> Resolution:
    """The one entry; or the one that comes before the others that share the name, of which `also` tells; or candidates.

    What has the words in its very name comes first, then what is more important.
    """
    words = set(_heard(text).split())

    def rank(entry_id: str) -> tuple[bool, int]:
        entry = pack.entries[entry_id]
        return words <= set(_heard(entry.name).split()), entry.importance

    ranked = sorted(sorted(set(entries)), key=rank, reverse=True)
    if len(ranked) == 1:
        return Resolution(ranked[0], sure=True)
    if rank(ranked[0]) > rank(ranked[1]):
        others = ", ".join(pack.entries[each].name for each in ranked[1:6])
        return Resolution(ranked[0], reason=f"{also}: {others}.")
    names = tuple(pack.entries[each].name for each in ranked)
    return Resolution(
        candidates=tuple(ranked), suggestions=names, reason=f"“{text}” may mean several entries; say more of the name."
    )


def _by_words(store: Store, words: list[str]) -> list[str]:
    """Entries in whose names all the words occur, in any order: `Lev Rozenfeld`, `Miliukov Pavel`."""
    found: list[set[str]] = []
    for word in words:
        found.append(set(store.column("SELECT entry FROM names WHERE form = ? AND how = 'word'", word)))
        if not found[-1]:
            return []
    return sorted(set.intersection(*found)) if len(words) > 1 else []


def _by_inflection(store: Store, flat: str) -> list[str]:
    """Entries in whose names all the words of a Cyrillic text stand in some case: `Милюкова`, `Льву Троцкому`.

    A name that is this one word alone (`большевики`) comes before names in which the word only occurs.
    """
    words, _ = _with_initials(flat)
    if len(words) == 1 and (whole := _in_any_case(store, words[0], "sound")):
        return sorted(whole)
    found = [_in_any_case(store, word, "word") for word in words]
    return sorted(set.intersection(*found)) if all(found) else []


def _in_any_case(store: Store, word: str, how: str) -> set[str]:
    """Entries with a form that the word may be an inflection of."""
    forms = sorted(set(map(sound, named_forms(word))))
    marks = ",".join("?" * len(forms))
    return set(store.column(f"SELECT DISTINCT entry FROM names WHERE how = ? AND form IN ({marks})", how, *forms))


def _by_likeness(store: Store, pack: Pack, text: str, heard: str) -> Resolution:
    """The entry whose name is so like the text that it must be a typing error, or names to suggest."""
    from rapidfuzz.distance import OSA  # only a name that was not found pays for this import

    slips: dict[str, tuple[int, bool, int]] = {}
    begun: set[str] = set()
    is_russian, figures = is_cyrillic(plain(text)), numbers(text)
    for form, entries in _near(store, heard).items():
        if numbers(form) != figures:  # another number is another thing, never a slip
            continue
        for entry in entries:
            if is_russian and not _written_so(pack.entries[entry], form):
                continue
            is_name = any(form == _heard(name) for name in pack.entries[entry].names)
            worth = OSA.distance(heard, form), not is_name, -pack.entries[entry].importance
            slips[entry] = min(worth, slips.get(entry, worth))
            if form.startswith(heard) and len(heard) >= SHORTEST_BEGINNING:
                begun.add(entry)
    ranked = sorted(slips, key=lambda each: (slips[each], each))
    few = len(heard) // LETTERS_FOR_A_SLIP if len(heard) >= SHORTEST_TO_MEND else 0
    clear = [each for each in ranked if slips[each][0] <= few and slips[each] == slips[ranked[0]]]
    if len(clear) == 1:
        return Resolution(clear[0], reason=f"Read “{text}” as {pack.entries[clear[0]].name}.", guessed=True)
    like = [each for each in ranked if slips[each][0] <= len(heard) // LETTERS_FOR_A_HINT or each in begun]
    names = tuple(pack.entries[each].name for each in like[:5])
    return Resolution(suggestions=names, reason=f"Nothing in the book is called “{text}”.", sought=text)


def _written_so(entry: Entry, form: str) -> bool:
    """Whether a name that sounds so is written in Cyrillic: a slip is one within a script."""
    return any(form in (_heard(name), _heard(name.split()[-1])) for name in entry.names if is_cyrillic(plain(name)))


def _near(store: Store, heard: str) -> dict[str, set[str]]:
    """Names that begin or end as this one does and are about as long, with their entries."""
    query = """SELECT form, entry FROM names WHERE how = ? AND form >= ? AND form < ?
        AND length(form) BETWEEN ? AND ? LIMIT ?"""
    found: dict[str, set[str]] = defaultdict(set)
    for how, text, step in (("sound", heard, 1), ("backwards", heard[::-1], -1)):
        edge = text[:EDGE]
        rows = store.rows(query, how, edge, edge + "\uffff", len(heard) - 3, len(heard) + 3, MOST_ALIKE)
        for form, entry in rows:
            found[form[::step]].add(entry)
    return found


def names_in_text(entry: Entry) -> tuple[str, ...]:
    """The plain names by which a text may speak of an entry; of a person also the surname alone."""
    names = [plain(name) for name in entry.names]
    if entry.kind is Kind.PERSON:
        names.append(plain(entry.name.rpartition(" ")[2]))
    return tuple(dict.fromkeys(names))


def entries_named(store: Store, text: str, longest: int = 6) -> dict[str, tuple[int, int]]:
    """The entries that a longer text names, longest names first: the id to the words (from, to) that name it."""
    words = words_of(text)
    taken = [False] * len(words)
    found: dict[str, tuple[int, int]] = {}
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            if any(taken[start : start + size]):
                continue
            phrase = " ".join(words[start : start + size])
            entries = _named(store, phrase)
            is_part = size < len(words)
            if entries and not (is_part and _is_common(store, without_article(phrase), entries)):
                taken[start : start + size] = [True] * size
                found |= dict.fromkeys(entries, (start, start + size))
    return found


def _is_common(store: Store, word: str, entries: Iterable[str]) -> bool:
    """Whether a word is a common one of English, and no name within a text: `struggle`, which is also a newspaper.

    It is if the book writes it small, and it is only another name of a body or a work.
    """
    if " " in word:
        return False
    for entry in entries:
        query = "SELECT kind, max(weight) FROM kinds JOIN names USING (entry) WHERE entry = ? AND form = ?"
        [(kind, weight)] = store.rows(query, entry, word)
        if kind not in (Kind.ORGANISATION, Kind.WORK) or (weight is not None and weight > BY_ALIAS):
            return False
    shown = store.column("SELECT shown FROM passages WHERE shown LIKE ? LIMIT ?", f"% {word}%", SEEN)
    written: list[str] = [each for text in shown for each in re.findall(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]
    return sum(each.islower() for each in written) > len(written) / 2


def _turned(phrase: str) -> str:
    """`lenin testament` for `testament of lenin`, and the other way round; empty for anything else."""
    words = [word for word in phrase.split() if word not in ("the", "s")]
    if "of" in words[1:-1]:
        place = words.index("of")
        return " ".join((*words[place + 1 :], *words[:place]))
    return f"{words[1]} of {words[0]}" if len(words) == 2 else ""


def _named(store: Store, phrase: str) -> list[str]:
    forms = (("plain", without_article(phrase)), ("plain", _singular(phrase)), ("sound", _heard(phrase)))
    for how, form in (*forms, ("plain", _turned(phrase))):
        if len(form) > 1 and (entries := _by_form(store, how, form)[1]):
            return entries
    return _by_inflection(store, phrase) if is_cyrillic(phrase) and " " not in phrase else []
