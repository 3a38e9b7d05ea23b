"""Forms of words: what makes two spellings the same word to somebody who looks it up.

`plain` takes away case, accents, stress marks and punctuation; `sound` further takes away what differs between the usual
ways to write Russian names in Latin letters (Milyukov, Miliukov, Milukoff; Zinoviev, Zinovyev), Cyrillic included.
"""

import re
import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "–": "-", "—": "-", "\u00a0": " "})
_LETTERS = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"'s\b|s'(?=\s|$)|'")
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
# Applied in order to a transliterated word. Each line is one disagreement between systems of romanisation.
_SOUNDS = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"sch|shch|sh", "s"),
        (r"tz|ts|c(?=[eiy])", "ts"),
        (r"kh|ch(?=[rl])", "h"),
        (r"ff|w|v|f|ph", "v"),
        (r"z|s", "s"),
        (r"x", "ks"),
        (r"ck|k|q", "k"),
        (r"[jy]", "i"),
        (r"iu|ou", "u"),
        (r"ia", "a"),
        (r"ie|io", "e"),
        (r"i+$", "i"),
        (r"(.)\1+", r"\1"),
    )
]


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
        sounded = pattern.sub(to, sounded)
    return sounded


def without_article(text: str) -> str:
    """Plain text without a leading `the`."""
    return text.removeprefix("the ")
