"""Forms of words: what makes two spellings the same word to somebody who looks it up.

`plain` takes away case, accents, stress marks and punctuation; `sound` further takes away what differs between the
usual ways to write Russian names in Latin letters (Milyukov, Miliukov, Milukoff; Zinoviev, Zinovyev), Cyrillic
included.
"""

import re
import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "\u00a0": " "})
_LETTERS = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s\b|'")
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіѣ",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
            "i",
            "e",
        ],
        strict=True,
    )
)
# Applied in order to a transliterated word: each is one disagreement between systems of romanisation.
_SOUNDS = (
    *(("sch", "s"), ("shch", "s"), ("sh", "s"), ("tz", "ts"), ("ce", "tse"), ("ci", "tsi"), ("cy", "tsi")),
    *(("kh", "h"), ("chr", "hr"), ("chl", "hl"), ("ph", "v"), ("w", "v"), ("f", "v"), ("z", "s"), ("x", "ks")),
    *(("ck", "k"), ("q", "k"), ("j", "i"), ("y", "i"), ("iu", "u"), ("ou", "u"), ("ia", "a"), ("ie", "e"), ("io", "e")),
)


def plain(text: str) -> str:
    """Lower case without accents, stress marks, possessives and punctuation; words with one blank between them."""
    bare = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    # й and ё are letters of their own: put their marks back together before the others are dropped.
    whole = unicodedata.normalize("NFC", bare)
    kept = "".join(each for each in whole if not unicodedata.combining(each))
    dropped = "".join(
        each
        if each in "йё"
        else "".join(part for part in unicodedata.normalize("NFD", each) if not unicodedata.combining(part))
        for each in kept
    )
    return " ".join(_LETTERS.findall(_POSSESSIVE.sub("", dropped)))


def words_of(text: str) -> list[str]:
    """The plain words of a text."""
    return plain(text).split()


def transliterate(word: str) -> str:
    """A plain word in Latin letters."""
    return "".join(_CYRILLIC.get(letter, letter) for letter in word)


def is_cyrillic(word: str) -> bool:
    """Whether a plain word is written in Cyrillic."""
    return any(letter in _CYRILLIC for letter in word)


def sound(text: str) -> str:
    """The text as it sounds: equal for the usual romanisations of a name, and for its Cyrillic form."""
    return " ".join(map(_sound_of_word, words_of(text)))


def _sound_of_word(word: str) -> str:
    sounded = transliterate(word)
    for pattern, to in _SOUNDS:
        sounded = sounded.replace(pattern, to)
    return "".join(letter for letter, following in zip(sounded, sounded[1:] + " ", strict=True) if letter != following)


def without_article(text: str) -> str:
    """Plain text without a leading `the`."""
    return text.removeprefix("the ")
