"""Words of stems and options: shared words, the look of an option, and what makes a sound stem."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“[^”]*”")
_DOUBLED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_NEGATIVE = re.compile(
    r"\b(not|except|never|least|incorrect|false|no|nor|nobody|nothing|neither|cannot|without)\b", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does|do|say|says|give|gives|made|held|wrote|[a-z]+ed)\b")
_FRAGMENT = re.compile(r"(?:In|On|At|From|With|By|As|For|After|Before|To)\b[^,;]*[.;]?$")  # a phrase without a clause
_ABSOLUTE = re.compile(r"\b(always|all|only|completely|absolutely|every|none)\b", re.IGNORECASE)
_THE_THE = re.compile(r"\bthe (?:[a-z]+ ){0,2}(?:the|a|an) ")

# A stop before a capital, but not after an initial ("L. Trotsky") or "St." ("St. Petersburg").
_SENTENCE_END = re.compile(r"(?<=[^A-Z][^A-Zt][.!?]|[^S]t[.!?]) (?=[A-Z])")

STOP_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        a about after all also among an and another any are as at be became because been before being between both but
        by can could did do does during each for from had has have he her his how if in into is it its itself more most
        of on one only or other out over own same she should so some such than that the their them then there these
        they this those through to under until up upon was were what when where which while who whom whose why will
        with within would year
        """,
    )
)
_DETERMINERS = ("the", "a", "an")
BLANK = "____"  # marks a gap in a stem
FIRST_LETTERS = 6  # words that share these (Trotsky, Trotskyism) count as the same

# Adjectives that do not begin like their country: `French` would be a cue to `France`.
_COUNTRIES = dict(
    pair.split(":")
    for pair in """
        french:france frenchman:france british:britain english:england scottish:scotland irish:ireland polish:poland
        spanish:spain turkish:turkey turks:turkey greek:greece swiss:switzerland italian:italy danish:denmark
        swedish:sweden norwegian:norway dutch:holland european:europe chinese:china japanese:japan indian:india
        mexican:mexico cuban:cuba parisian:paris muscovite:moscow
        """.split()
)


def tokens(text: str) -> list[str]:
    """The words of a text, case-folded."""
    return [word.casefold() for word in _WORD.findall(text)]


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """Roots of the meaningful words of a text (no stop words, no single letters)."""
    words = {word.casefold() for word in set(_WORD.findall(text))} - STOP_WORDS
    return frozenset([root(word) for word in words if len(word) > 1])


@lru_cache(maxsize=65536)
def all_words(text: str) -> frozenset[str]:
    """Roots of a text's meaningful words and of all other words of four letters and more."""
    return content_words(text) | {root(word) for word in tokens(text) if len(word) >= 4}


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """A word without its ending, cut to its first letters; an adjective of nationality gives its country's root."""
    word = _COUNTRIES.get(word, word)
    for ending in ("ing", "ers", "er", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    return word[:FIRST_LETTERS]


def form_of(label: str) -> str:
    """Code for the look of a label: leading article or number, brackets, digits, quotation marks, final stop.

    Also whether it has a negative or an absolute word ("only", "all").
    """
    first = label.split(" ", 1)[0].casefold()
    marks = (
        "the" if first in _DETERMINERS else "number" if first[:1].isdigit() else "word",
        "(" if "(" in label else "",
        "0" if any(letter.isdigit() for letter in label) else "",
        '"' if any(letter in label for letter in '"“”«') else "",
        label[-1] if label[-1:] in ".!?…" else "",
        "-" if _NEGATIVE.search(label) else "",
        "*" if _ABSOLUTE.search(label) else "",
    )
    return "".join(marks)


def first_sentence(text: str) -> str:
    """The first sentence of a text, with its full stop if others follow."""
    return _SENTENCE_END.split(text, maxsplit=1)[0]


def is_sentence(text: str) -> bool:
    """Guess from its words whether a text is a full sentence: it has a verb and is no mere phrase."""
    return len(text.split()) >= 5 and bool(_VERB.search(text)) and not _FRAGMENT.match(text)


def is_negative(text: str) -> bool:
    """Return whether a text contains a negation."""
    return bool(_NEGATIVE.search(text))


def lengths_fit(labels: list[str]) -> bool:
    """Return whether no label stands out by its length."""
    lengths = sorted(map(len, labels))
    middle = lengths[len(lengths) // 2]
    near = lengths[-1] - lengths[0] < 15 or lengths[-1] < 1.4 * lengths[0]
    return near and (middle < 8 or lengths[-1] < 2.5 * middle)


def is_sound_stem(stem: str) -> bool:
    """Return whether a stem is one closed, affirmative question of 5 to 40 words (quotations not counted).

    It must also have two content words, no unfilled slot and no doubled word or article.
    """
    plain = _QUOTED.sub("", stem)
    return (
        stem.count("?") == 1
        and stem.endswith("?")
        and len(stem.split()) >= 5
        and len(plain.split()) <= 40
        and sum(not word.isdigit() for word in content_words(stem)) >= 2
        and not any(mark in stem.replace(BLANK, "", 1) for mark in "{}_")
        and not _DOUBLED.search(plain)
        and not _THE_THE.search(plain)
        and not is_negative(plain)
    )
