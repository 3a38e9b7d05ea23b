"""Option letters of several scripts in order, and which letters look alike."""

import string
import unicodedata

# Diacritics are ignored in comparisons.
LATIN, CYRILLIC, ARABIC, GREEK = string.ascii_lowercase[:12], "абвгдежзик", "ابجدهو", "αβγδεζηθικ"
SERIES = (
    *(LATIN, CYRILLIC, ARABIC, GREEK),
    *("אבגדהוזח", "कखगघङ", "กขคงจ", "가나다라마바", "ㄱㄴㄷㄹㅁ", "アイウエオ", "甲乙丙丁戊"),
    *("աբգդեզ", "აბგდევ", "কখগঘঙ"),
)
LETTERS = "".join(SERIES)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
# Look-alikes in other scripts: at the same place of their series (SAME), and at another place (ALIKE).
SAME = dict(zip("aаbeα", ("аα", "aα", "β", "ε", "aа"), strict=True)) | {"β": "b", "ε": "e", "ا": "أ"}
ALIKE = {"b": "в", "c": "с", "e": "е"}


def counted_in(letters: str, mark: str) -> int:
    """The number of a letter in a series, also by a look-alike of it; 0 if it is not in it."""
    return next((place for place, each in enumerate(letters, start=1) if mark in each + looks_like(each)), 0)


def looks_like(letter: str) -> str:
    """The look-alikes of a letter in other scripts."""
    return (
        SAME.get(letter, "") + ALIKE.get(letter, "") + "".join(one for one, other in ALIKE.items() if other == letter)
    )


def script_of(letter: str) -> str:
    """The script of a letter: Latin, Cyrillic, Greek …"""
    return unicodedata.name(letter, "other").split()[0].capitalize()
