"""From a typed word to the words of the book that may be meant: inflected, misspelt or synonymous."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from trotskyism_cli.library.forms import is_cyrillic, plain, root, skeleton, sound
from trotskyism_cli.library.store import Store
from trotskyism_cli.library.words.everyday import is_everyday
from trotskyism_cli.library.words.everyday_synonyms import SAME_SENSE
from trotskyism_cli.library.words.inflection import OTHER_NUMBERS, named_forms, surname_of_man
from trotskyism_cli.library.words.irregular import OTHER_FORMS
from trotskyism_cli.library.words.numerals import ordinal

SYNONYM, MISSPELT, RELATED = 0.75, 0.95, 0.6  # worth of another word in place of the one typed
DOCTRINE = "ism"  # ending of the name of a doctrine
LONG = 6  # letters from which words that sound alike count as the same
SHORTEST_TO_MEND = 4
SHORTEST_TO_HEAR = 4
RARE = 12  # with fewer index rows, related words are used too
EDGE = 3  # letters at the beginning or end that must be right
PAST = "ed"  # ending of a past verb
MOST_ALIKE = 400  # words compared with a misspelt one


class Form(NamedTuple):
    """A plain word or phrase that may stand for a word of a question, and its worth."""

    text: str
    worth: float


class Term(NamedTuple):
    """A word of a question with all forms that may stand for it in a passage; no forms if the book has none.

    `is_deed`: it is a verb after `did`, which a noun of the same letters does not answer.
    """

    word: str
    forms: tuple[Form, ...]
    is_deed: bool = False

    @property
    def known_as(self) -> str:
        """The word as the book has it."""
        return self.forms[0].text if self.forms else self.word

    @property
    def is_misspelt(self) -> bool:
        """True if the book has the word only in another spelling."""
        return bool(self.forms) and self.forms[0].worth == MISSPELT

    @property
    def itself(self) -> "Term":
        """The term without related words, and with only those synonyms that are phrases."""
        return self._replace(forms=tuple(form for form in self.forms if form.worth >= MISSPELT or " " in form.text))


Synonyms = Mapping[str, tuple[str, ...]]


def read_word(store: Store, word: str, synonyms: Synonyms) -> Term:
    """Find the forms of a plain word in the book: its own, then related words, then synonyms, each with its worth."""
    base = _in_book(store, word)
    if not is_everyday(word):
        base = base or _as_ordinal(store, word) or _of_family(store, word)
        base = base or _as_heard(store, word) or _mended(store, word)
    if base and not is_everyday(word) and not _has(store, word):
        # The book has only its stem: `imposible` shares one with `imposed`, but may be meant for `impossible`.
        base = tuple(dict.fromkeys((*base, *_mended(store, word))))
    if len(store.matches(word, RARE)) < RARE and word.isalpha():
        base += tuple(each for each in _related(store, word) if each.text != word)
    if word.endswith(DOCTRINE):  # a doctrine is also told of through its holders
        base += tuple(Form(each, RELATED) for each in (f"{word.removesuffix(DOCTRINE)}ist",) if store.matches(each, 1))
    inflected = (f"{word}ed", f"{word}d", f"{word}{word[-1:]}ed", f"{word}s")
    same = next((synonyms[each] for each in (word, *(form.text for form in base), *inflected) if each in synonyms), ())
    same = (*same, *SAME_SENSE.get(word, ()))
    best: dict[str, float] = {}
    for form in (*base, *(Form(each, SYNONYM) for each in same)):
        best[form.text] = max(form.worth, best.get(form.text, 0.0))
    return Term(word, tuple(Form(text, worth) for text, worth in best.items()))


@lru_cache(maxsize=2)  # a question is searched for in several wordings
def synonym_table(groups: tuple[tuple[str, ...], ...]) -> Synonyms:
    """For each word of the declared groups, the plain forms of the others."""
    table: dict[str, tuple[str, ...]] = {}
    for group in groups:
        forms = tuple(dict.fromkeys(map(plain, group)))
        for form in forms:
            others = (other for other in forms if other != form)
            table[form] = tuple(dict.fromkeys((*table.get(form, ()), *others)))
    return table


def _in_book(store: Store, word: str) -> tuple[Form, ...]:
    """The word itself and its other forms that the stemmer keeps apart (`die`, `died`; `meet`, `met`)."""
    endings = (f"{word}d", f"{word}s") if word.endswith("e") else ()
    forms = (word, *endings, *OTHER_FORMS.get(word, ()), *filter(None, [OTHER_NUMBERS.get(word)]))
    return tuple(Form(form, 1.0) for form in forms if store.matches(form, 1))


def _as_ordinal(store: Store, word: str) -> tuple[Form, ...]:
    """The ordinal for a number in digits or Roman numerals, so that it is not corrected to another number."""
    return _in_book(store, told) if (told := ordinal(word)) else ()


def _of_family(store: Store, word: str) -> tuple[Form, ...]:
    """The man's form of a woman's surname, if the book has only that; counts as misspelt."""
    of_man = surname_of_man(word)
    return (Form(of_man, MISSPELT),) if of_man and _has(store, of_man) else ()


def _has(store: Store, word: str) -> bool:
    """Return whether the book has a word exactly."""
    return bool(store.column("SELECT 1 FROM vocabulary WHERE word = ?", word))


def _as_heard(store: Store, word: str) -> tuple[Form, ...]:
    """Words of the book with the same sound: another romanisation, or Cyrillic in any inflection."""
    found = store.column("SELECT word FROM vocabulary WHERE sound = ? ORDER BY passages DESC LIMIT 4", sound(word))
    if not is_cyrillic(word):
        # Short words sound alike by chance: `wife` and `five`; so do `aaaaaaaa` and `a`.
        like = (each for each in found if 2 * len(each) >= len(word))
        sure = (each for each in like if each[0] == word[0] or len(word) >= LONG)
        return tuple(Form(each, MISSPELT) for each in sure if len(word) >= SHORTEST_TO_HEAR)
    if not found:
        sounds = sorted(set(map(sound, named_forms(word))))
        marks = ",".join("?" * len(sounds))
        query = f"SELECT word FROM vocabulary WHERE sound IN ({marks}) ORDER BY passages DESC LIMIT 4"
        found = store.column(query, *sounds)
    return tuple(Form(each, 1.0) for each in found)


def _mended(store: Store, word: str) -> tuple[Form, ...]:
    """Words of the book that this one may be a misspelling of; none if none is similar enough.

    In six letters or more: one slip, or several in vowels and doubled letters. In a shorter word, a slip among the
    consonants gives another word (film, firm), so it is not corrected.
    """
    if len(word) < SHORTEST_TO_MEND or not word.isalpha():
        return ()
    from rapidfuzz.distance import OSA  # imported only for a word that the book lacks

    bones = skeleton(word)
    alike: list[tuple[int, bool, int, str]] = []
    for other, other_bones, passages in _near(store, word, bones):
        slips = OSA.distance(word, other)
        if other[0] == word[0] and _is_slip(word, other, slips, same_bones=bones == other_bones):
            alike.append((slips, not _is_name(store, other), -passages, other))
    fewest = min(alike, default=(0,))[0]
    return tuple(Form(other, MISSPELT) for slips, *_, other in sorted(alike)[:2] if slips == fewest)


def _is_name(store: Store, word: str) -> bool:
    """Return whether a word is exactly the name of an entry."""
    return bool(store.column("SELECT 1 FROM names WHERE form = ? AND how = 'plain' LIMIT 1", word))


def _is_slip(word: str, other: str, slips: int, *, same_bones: bool) -> bool:
    if other.endswith(PAST) and not word.endswith(PAST) and len(word) == len(other):
        return False  # a name is no misspelt verb: Freud, freed
    if len(word) >= LONG:
        return slips == 1 or (same_bones and slips <= 1 + len(word) // 4)
    # In a short word only a missing letter is certain, or, in one of five letters, a wrong vowel.
    left_out = len(other) > len(word) or len(word) > SHORTEST_TO_MEND
    return same_bones and slips == 1 and left_out and len(skeleton(word)) >= EDGE


def _near(store: Store, word: str, bones: str) -> list[tuple[str, str, int]]:
    """Words with the same beginning, end or skeleton: word, skeleton, number of passages."""
    ranges = (
        ("word >= ? AND word < ?", word[:EDGE]),
        ("backwards >= ? AND backwards < ?", word[: -EDGE - 1 : -1]),
        ("skeleton >= ? AND skeleton <= ?", bones),
    )
    found: dict[str, tuple[str, str, int]] = {}
    for place, edge in ranges:
        query = (
            f"SELECT word, skeleton, passages FROM vocabulary WHERE {place} AND length(word) BETWEEN ? AND ? LIMIT ?"
        )
        last = edge if "skeleton >=" in place else edge + "\uffff"
        for row in store.rows(query, edge, last, len(word) - 3, len(word) + 3, MOST_ALIKE):
            found[row[0]] = (row[0], row[1], row[2])
    return list(found.values())


def _related(store: Store, word: str) -> tuple[Form, ...]:
    """Words of the book with the same root: `professors` for `professions`."""
    if len(root(word)) < LONG:
        return ()
    query = "SELECT word FROM vocabulary WHERE root = ? ORDER BY passages DESC LIMIT 4"
    return tuple(Form(each, RELATED) for each in store.column(query, root(word)))
