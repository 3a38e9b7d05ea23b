"""What a text tells: its first sentence, and whether another one has told it already."""

import re
from functools import cache

from trotskyism_cli.library.forms import plain, root

SAID = 0.75  # share of the words of a text that another one has, from which on it says nothing new
TELLING = 4  # letters of a word that tells something
# Where a sentence ends, if it is not after an initial or a saint.
_END = re.compile(r"(?<!\bSt)(?<!(?<!-)\b[A-Z])\. (?=[A-Z“\"])")


def first_sentence(text: str) -> str:
    """The first sentence, without its full stop."""
    return _END.split(text, maxsplit=1)[0].removesuffix(".")


def is_said(text: str, told: str) -> bool:
    """Whether almost all that a text tells stands in another one."""
    words = _telling(text)
    return bool(words) and len(words & _telling(told)) >= SAID * len(words)


@cache
def _telling(text: str) -> frozenset[str]:
    return frozenset(root(word) for word in plain(text).split() if len(word) >= TELLING or word.isdigit())
