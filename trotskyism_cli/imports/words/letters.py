"""What options are called: the letters of several scripts in their order, and which of them look alike."""

import string
import unicodedata

# The signs that the letters have above or below are not compared.
LATIN, CYRILLIC, ARABIC, GREEK = string.ascii_lowercase[:12], "абвгдежзик", "ابجدهو", "αβγδεζηθικ"
SERIES = (
    *(LATIN, CYRILLIC, ARABIC, GREEK),
    *("אבגדהוזח", "कखगघङ", "กขคงจ", "가나다라마바", "ㄱㄴㄷㄹㅁ", "アイウエオ", "甲乙丙丁戊"),
    *("աբգդեզ", "აბგდევ", "কখগঘঙ"),
)
LETTERS = "".join(SERIES)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# Letters that look the same in two scripts: those that count the same in both, and those that do not.
SAME = dict(zip("aаbeα", ("аα", "aα", "β", "ε", "aа"), strict=True)) | {"β": "b", "ε": "e", "ا": "أ"}
ALIKE = {"b": "в", "c": "с", "e": "е"}


def counted_in(letters: str, mark: str) -> int:
    """What a letter counts among others, if need be as one that it looks like; 0 if it is none of them."""
    return next((place for place, each in enumerate(letters, start=1) if mark in each + looks_like(each)), 0)


def looks_like(letter: str) -> str:
    """The letters of other scripts that a letter looks like."""
    return (
        SAME.get(letter, "") + ALIKE.get(letter, "") + "".join(one for one, other in ALIKE.items() if other == letter)
    )


def script_of(letter: str) -> str:
    """What the writing is called that a letter belongs to: Latin, Cyrillic, Greek …"""
    return unicodedata.name(letter, "other").split()[0].capitalize()
