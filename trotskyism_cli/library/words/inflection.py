"""Nominatives of inflected Russian words: `Троцкого` → `троцкий`. Also irregular English plurals."""

from collections.abc import Iterator

_ADJECTIVES = ("ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ую", "юю", "ых", "их")
_ADJECTIVES_NAMED = ("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
_NOUNS = (
    *("иями", "иях", "иям", "ами", "ями", "ией", "ием", "иею", "ах", "ях", "ам", "ям", "ов", "ев", "ой", "ою", "ей"),
    *("ею", "ом", "ем", "ым", "ии", "ию", "ий", "а", "я", "у", "ю", "е", "и", "ы", "ь", ""),
)
_NOUNS_NAMED = ("", "а", "я", "о", "е", "ь", "й", "ы", "и", "ия", "ие", "ий")
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")
_SHORTEST_STEM = 2
OTHER_NUMBERS = {
    "child": "children",
    "children": "child",
    "woman": "women",
    "women": "woman",
    "thesis": "theses",
    "theses": "thesis",
}
"""English nouns with an irregular plural: singular and plural, each by the other."""
# Endings of women's surnames in Latin letters, and those of the men's.
_OF_WOMEN = {"ova": "ov", "eva": "ev", "ina": "in", "skaya": "sky"}


def named_forms(word: str) -> frozenset[str]:
    """All nominatives, right or merely possible, of which a plain Cyrillic word may be an inflection."""
    return frozenset(_forms(word.replace("ё", "е")))


def surname_of_man(word: str) -> str:
    """The man's form of a woman's plain surname: `kameneva` → `kamenev`; else empty."""
    ending = next((each for each in _OF_WOMEN if word.endswith(each)), "")
    return f"{word.removesuffix(ending)}{_OF_WOMEN[ending]}" if ending and len(word) > len(ending) + 1 else ""


def _forms(word: str) -> Iterator[str]:
    yield word
    for endings, named in ((_ADJECTIVES, _ADJECTIVES_NAMED), (_NOUNS, _NOUNS_NAMED)):
        for ending in endings:
            stem = word.removesuffix(ending) if word.endswith(ending) else ""
            if len(stem) >= _SHORTEST_STEM:
                yield from (f"{stem}{each}" for each in named)
                yield from _with_vowel(stem)


def _with_vowel(stem: str) -> Iterator[str]:
    """The stem with a vowel that only the nominative has: `льв` → `лев`, `павл` → `павел`."""
    head, last = stem[:-1].removesuffix("ь"), stem[-1]
    if last in _CONSONANTS and head and head[-1] in _CONSONANTS:
        yield from (f"{head}{vowel}{last}" for vowel in "ео")
