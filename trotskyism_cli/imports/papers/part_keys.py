"""Merge keys that stand below each part of a test into one key at the end."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from trotskyism_cli.imports.answers.lettered import KEY_WORD, LETTER, OPTION
from trotskyism_cli.imports.papers.key_lines import numbers_asked
from trotskyism_cli.pack.lazy_regex import lazy_regex

_PAIR = rf"(\d{{1,3}})\s?[.):=–-]?\s*\(?({LETTER})\)?(?!\w)"
_PAIRS = lazy_regex(rf"(?:{_PAIR}[\s,;.|/–-]*)+")
_SAID = lazy_regex(rf"[\s*_#]*{KEY_WORD}[\s*_]*[:：]?[\s*_]*(?P<said>(?:\d.*)?)", re.IGNORECASE)
_FEWEST = 2


class _Key(NamedTuple):
    """The lines of a key (begin, end) and its pairs of number and letter."""

    begin: int
    end: int
    pairs: tuple[tuple[str, str], ...]


def with_keys_gathered(lines: Sequence[str]) -> list[str]:
    """The lines with all part keys merged at the last one, if each covers all questions of its part."""
    keys = list(_keys(lines))
    if len(keys) < _FEWEST or not _are_of_parts(lines, keys):
        return list(lines)
    found = list(lines)
    for key in keys:
        found[key.begin : key.end] = [""] * (key.end - key.begin)
    found[keys[-1].begin] = "Answers: " + ", ".join(
        f"{number} {letter}" for key in keys for number, letter in key.pairs
    )
    return found


def _keys(lines: Sequence[str]) -> Iterator[_Key]:
    at = 0
    while at < len(lines):
        end = at + 1
        said = _SAID.fullmatch(lines[at])
        if said and said["said"]:
            texts = [said["said"]]
        else:
            while said and end < len(lines) and _PAIRS.fullmatch(lines[end].strip()):
                end += 1
            texts = list(lines[at + 1 : end])
        if said and texts and all(_PAIRS.fullmatch(text.strip()) for text in texts):
            yield _Key(at, end, tuple(pair for text in texts for pair in re.findall(_PAIR, text)))
        at = end


def _are_of_parts(lines: Sequence[str], keys: Sequence[_Key]) -> bool:
    """Return whether each key has the numbers of the questions since the previous key, and none follow the last."""
    begin = 0
    for key in keys:
        asked = [int(number) for number in numbers_asked(lines[begin : key.begin])]
        if not asked or asked != sorted(int(number) for number, _ in key.pairs):
            return False
        if any(two != one + 1 for one, two in pairwise(asked)):
            return False
        begin = key.end
    return not numbers_asked(lines[begin:]) and not any(map(OPTION.fullmatch, lines[begin:]))
