"""Forms of words: what makes two spellings the same word to somebody who looks it up.

`plain` removes case, accents, stress marks and punctuation. `sound` also removes the differences between the usual
romanisations of Russian names (Milyukov, Miliukov, Milukoff), Cyrillic included. `skeleton` keeps only the consonants
of that, which survive most typing errors. `root` removes the endings of an English word (profession, professional).
"""

import unicodedata
from functools import lru_cache

from trotskyism_cli.pack.lazy_regex import lazy_regex

# Signs with an ASCII equivalent. Replacing them one by one is fast, as most texts have one or two.
_PUNCTUATION = tuple(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "“": '"', "”": '"', "…": ".", "\u00a0": " "}.items()
)
_WORDS = lazy_regex(r"[^\W_]+(?:\+\+|#)?")  # C, C++ and C# are three things
_DOUBLED = lazy_regex(r"(\D)\1+")  # not of digits: 1991
_POSSESSIVE = lazy_regex(r"'s\b|'")
_VOWEL_SIGNS = frozenset(("Mn", "Mc"))
_FIRST_MARK = "\u0300"  # the first combining mark in Unicode
_ACCENTS = 200  # combining classes from here on are accents of any alphabet
_POINTS = range(10, 37)  # combining classes of optional Hebrew, Arabic and Syriac vowel points
_SHORT_I = "\u0438\u0306"  # й decomposed; unlike и with a stress mark it is a letter of its own
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіѣ",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i e".split(" "),
        strict=True,
    )
)
# Applied in order to a transliterated word; each evens out one difference between romanisations.
_SOUNDS = (
    *(("dzh", "j"), ("dj", "j"), ("jugh", "jug"), ("sch", "s"), ("shch", "s"), ("sh", "s"), ("tz", "ts")),
    *(("ce", "tse"), ("ci", "tsi"), ("cy", "tsi"), ("ph", "v"), ("kh", "h"), ("chr", "hr"), ("chl", "hl")),
    *(("w", "v"), ("f", "v"), ("z", "s"), ("x", "ks"), ("ck", "k"), ("q", "k"), ("j", "i"), ("y", "i")),
    *(("iu", "u"), ("ou", "u"), ("ia", "a"), ("ie", "e"), ("io", "e")),
)
_VOWELS = frozenset("aeiou")
_ENDINGS = (
    *("izations", "isations", "ization", "isation", "ationally", "ational", "ionists", "ionist", "ionally", "ionals"),
    *("ional", "ations", "ation", "ators", "ator", "ities", "ists", "ions", "isms", "ings", "ors", "ers", "ally"),
    *("ness", "ment", "ments", "ance", "ence", "ive", "ism", "ist", "ity", "ion", "ing", "ies", "ied", "als", "ial"),
    *("al", "ary", "ed", "er", "or", "es", "ly", "y", "e", "s"),
)
_ENDINGS_BY_LETTER = {
    letter: tuple(each for each in _ENDINGS if each[-1] == letter) for letter in {each[-1] for each in _ENDINGS}
}
_SHORTEST_ROOT = 5


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Lower-case words without accents, stress marks, possessives and punctuation, separated by single spaces."""
    text = text.replace("`", "'")
    if not text.isascii():
        for sign, alike in _PUNCTUATION:
            text = text.replace(sign, alike)
    text = text.casefold()
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        whole = apart.replace(_SHORT_I, "й")
        text = "".join(letter for letter in whole if letter < _FIRST_MARK or not _is_accent(letter))
        if any(letter >= _FIRST_MARK and unicodedata.category(letter) in _VOWEL_SIGNS for letter in text):
            return " ".join(_words_with_signs(_without_possessive(text)))
    return " ".join(_WORDS.findall(_without_possessive(text)))


def _without_possessive(text: str) -> str:
    return _POSSESSIVE.sub("", text) if "'" in text else text


def _is_accent(letter: str) -> bool:
    """Return whether a combining mark is a mere accent; Indic vowel signs and kana marks make another letter."""
    above_or_below = unicodedata.combining(letter)
    return above_or_below >= _ACCENTS or above_or_below in _POINTS


def _words_with_signs(text: str) -> list[str]:
    """The words of a text in a script that writes vowels as combining signs."""
    kept = (letter if letter.isalnum() or unicodedata.category(letter) in _VOWEL_SIGNS else " " for letter in text)
    return "".join(kept).split()


def words_of(text: str) -> list[str]:
    """The plain words of a text."""
    return plain(text).split()


def transliterate(word: str) -> str:
    """A plain word in Latin letters."""
    return word if word.isascii() else "".join(_CYRILLIC.get(letter, letter) for letter in word)


def is_cyrillic(word: str) -> bool:
    """Return whether a plain word has a Cyrillic letter."""
    return any(letter in _CYRILLIC for letter in word)


def sound(text: str) -> str:
    """Key that is equal for the usual romanisations of a name and its Cyrillic form."""
    return sound_of_plain(plain(text))


def sound_of_plain(text: str) -> str:
    """The `sound` of a text that is already `plain`."""
    return " ".join(map(_sound_of_word, text.split()))


@lru_cache(maxsize=20_000)
def _sound_of_word(word: str) -> str:
    sounded = transliterate(word)
    for pattern, to in _SOUNDS:
        sounded = sounded.replace(pattern, to)
    return _DOUBLED.sub(r"\1", sounded)


def skeleton(word: str) -> str:
    """First letter and consonants of a word's `sound`: equal for `bureaucracy` and `burocracy`."""
    sounded = _sound_of_word(word)
    return sounded[:1] + "".join(letter for letter in sounded[1:] if letter not in _VOWELS)


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """A plain English word without its endings, or unchanged if too little would be left."""
    for ending in _ENDINGS_BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_ROOT and not word.endswith("ss"):
            return root(word[: -len(ending)])
    return word


def without_article(text: str) -> str:
    """Plain text without a leading `the`."""
    return text.removeprefix("the ")
