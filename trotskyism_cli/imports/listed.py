"""Options that stand in one text, each after its letter or number: `Who led? A. Lenin B. Trotsky`."""

import re

from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.head_words import SERIES

_FEWEST = 2
_NUMBERS = "123456789"
_BITS = re.compile(r"[01](?:[\s,;|]*[01])*")


def options_in(text: str) -> tuple[str, list[str]]:
    """What stands before the first option, and the options without their letters; no options if there are not two."""
    for series in (*SERIES, _NUMBERS):
        places = []
        start = 0
        for mark in series:
            found = re.compile(rf"(?:^|(?<=\s))\(?{mark}[.)]\s*(?=\S)", re.IGNORECASE).search(text, start)
            if found is None:
                break
            places.append(found.span())
            start = found.end()
        if len(places) >= _FEWEST:
            ends = [*(begin for begin, _ in places[1:]), len(text)]
            options = [tidy(text[begin:end]) for (_, begin), end in zip(places, ends, strict=True)]
            if all(options):
                return text[: places[0][0]].strip(), options
    return "", []


def is_code(answer: str) -> bool:
    """Whether an answer is one letter, or made of 0 and 1 alone, so that it may stand for others."""
    bare = tidy(answer)
    return (len(bare) == 1 and bare.isalpha()) or _BITS.fullmatch(bare) is not None
