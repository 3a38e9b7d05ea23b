"""Column headings that ask whether a statement is true: `True/False`, `Richtig oder falsch`, `V o F`."""

import re
from collections.abc import Set

from trotskyism_cli.imports.words.truth_words import TRUTH

_OR = r"\s*(?:/|\b(?:or|o|ou|oder|of|eller|lub|nebo|ali|ili|sau|vai|tai|vagy|или|або|veya|atau)\b)\s*"
_WORDS = "|".join(sorted((re.escape(word) for word in TRUTH), key=len, reverse=True))
_NEGATIONS = ("in", "im", "un", "u", "ne", "nie", "non", "не", "არა", "نا", "غير ", "μη ")
_PAIR = re.compile(rf"(?<!\w)({_WORDS}){_OR}({_WORDS})(?!\w)")
_LETTERS = re.compile(rf"(?<!\w)(\w){_OR}(\w)(?!\w)")
# Initials of such words in pairs: true, false.
_INITIALS = frozenset("tf rf wf vf sf af pf pn tn yn jn dy ih ov ox вн вл вф вг пн".split())


def negates(head: str, answers: Set[str]) -> bool:
    """Return whether a heading is one of `answers` with a negating prefix and perhaps a number, e.g. `incorrect 2`."""
    words = head.rstrip("0123456789 ").split()
    return any(
        " ".join([*words[:at], word.removeprefix(prefix), *words[at + 1 :]]) in answers
        for at, word in enumerate(words)
        for prefix in _NEGATIONS
        if word.startswith(prefix) and word != prefix
    )


def verdicts_named(head: str) -> dict[str, bool]:
    """The words for true and false in a lower-case heading, with their initials; empty if there are none.

    Of two single letters, the known initials tell which means true.
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
