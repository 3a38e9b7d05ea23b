"""Heads of columns that say of a statement whether it is true: `True/False`, `Richtig oder falsch`, `V o F`."""

import re
from collections.abc import Set

from trotskyism_cli.imports.words.truth_words import TRUTH

_OR = r"\s*(?:/|\b(?:or|o|ou|oder|of|eller|lub|nebo|ali|ili|sau|vai|tai|vagy|или|або|veya|atau)\b)\s*"
_WORDS = "|".join(sorted((re.escape(word) for word in TRUTH), key=len, reverse=True))
_NEGATIONS = ("in", "im", "un", "u", "ne", "nie", "non", "не", "არა", "نا", "غير ", "μη ")
_PAIR = re.compile(rf"(?<!\w)({_WORDS}){_OR}({_WORDS})(?!\w)")
_LETTERS = re.compile(rf"(?<!\w)(\w){_OR}(\w)(?!\w)")
# The first letters of such words, those of what is true before those of what is not.
_INITIALS = frozenset("tf rf wf vf sf af pf pn tn yn jn dy ih ov ox вн вл вф вг пн".split())


def negates(head: str, answers: Set[str]) -> bool:
    """Whether a head is one of `answers` but for a negation before one of its words, and a number behind."""
    words = head.rstrip("0123456789 ").split()
    return any(
        " ".join([*words[:at], word.removeprefix(prefix), *words[at + 1 :]]) in answers
        for at, word in enumerate(words)
        for prefix in _NEGATIONS
        if word.startswith(prefix) and word != prefix
    )


def verdicts_named(head: str) -> dict[str, bool]:
    """The words that a head in small letters has for true and for false, and their first letters; empty if it has not.

    Of two letters alone it is known which are those of what is true.
    """
    for found in _PAIR.finditer(head):
        truths = TRUTH[found[1]], TRUTH[found[2]]
        if truths[0] != truths[1]:
            said = dict(zip((found[1], found[2]), truths, strict=True))
            return said | ({word[0]: truth for word, truth in said.items()} if found[1][0] != found[2][0] else {})
    for found in _LETTERS.finditer(head):
        letters = found[1] + found[2]
        if letters in _INITIALS or letters[::-1] in _INITIALS:
            return {letters[0]: letters in _INITIALS, letters[1]: letters not in _INITIALS}
    return {}
