"""Renumber questions with Roman numerals (I, II, III) or prefixed numbers (А1, А2) as 1, 2, 3, also in the key.

Only if their numbers are consecutive from the first.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from trotskyism_cli.imports.words.letters import ROMAN

_FEWEST = 2  # questions
_ROMANS = {each.upper(): place for place, each in enumerate((*ROMAN, "xi", "xii", "xiii", "xiv", "xv"), start=1)}
_ROMAN_HEAD = re.compile(r"[ \t]*([IVX]{1,4})[.)][ \t]+(?=\S)")
_SMALL_OPTION = re.compile(rf"[ \t]*\(?(?:[a-z]|{'|'.join(ROMAN)})[.)][ \t]*\S")
_ROMAN_IN_KEY = re.compile(r"(?<![^\s,;:|(])([IVX]{1,4})(?=[ \t]*[.):=–-]?[ \t]*\(?[a-z]{1,4}\)?(?:[\s,;.|]|$))")
# `Ａ．`, `問１　` and `正解：Ｂ` of Japanese and Chinese tests.
_WIDE_LABEL = re.compile(
    r"^(?P<before>\s*[問第]?)(?P<mark>[０-９]{1,3}(?=[\s．）、])|[Ａ-Ｚａ-ｚ](?=[．）、]))(?P<end>[．）、]?)\s*"
)
_WIDE_ANSWER = re.compile(r"(?<=[:：])\s*([Ａ-Ｚａ-ｚ])\s*$")
_NUMBER = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+\S")
_NUMBER_OF_QUESTION = re.compile(r"[ \t]*\d{1,3}\.[ \t]+\S")  # `1)` may be an option
_LETTERED_HEAD = re.compile(r"[ \t]*([A-PR-ZА-Я])[ \t]?(\d{1,2})(?:[.):][ \t]*|[ \t]+)(?=\S)")
_LETTERED_IN_KEY = re.compile(r"(?<![^\s,;:|(])([A-PR-ZА-Я])[ \t]?(\d{1,2})(?=[ \t]*(?:[.):=–—-]|[ \t]|$))")


def with_narrow_labels(lines: Sequence[str]) -> list[str]:
    """The lines with full-width letters and digits in labels narrowed: `A. ` for `Ａ．`, `1. ` for `問１`."""
    return [_WIDE_ANSWER.sub(_narrow_answer, _WIDE_LABEL.sub(_narrow_label, line, count=1), count=1) for line in lines]


def _narrow_label(found: re.Match[str]) -> str:
    return f"{found['before']}{unicodedata.normalize('NFKC', found['mark'])}{')' if found['end'] == '）' else '.'} "


def _narrow_answer(found: re.Match[str]) -> str:
    return f" {unicodedata.normalize('NFKC', found[1])}"


def with_plain_numbers(lines: Sequence[str]) -> list[str]:
    """The lines of a test with its questions numbered 1, 2, 3."""
    return _with_letters_off(_with_romans_off(lines))


def _with_romans_off(lines: Sequence[str]) -> list[str]:
    """The lines with 1, 2, 3 for I, II, III, if these stand above options in small letters and no 1, 2 occur."""
    last = max((at for at, line in enumerate(lines) if _is_small(line)), default=-1)
    asked, below = lines[: last + 1], lines[last + 1 :]
    heads = [(at, _ROMANS.get(found[1], 0)) for at, line in enumerate(asked) if (found := _ROMAN_HEAD.match(line))]
    in_order = [number for _, number in heads] == list(range(1, len(heads) + 1))
    if len(heads) < _FEWEST or not in_order or any(map(_NUMBER.match, lines)):
        return list(lines)
    ends = [*(at for at, _ in heads[1:]), len(asked)]
    if any(sum(map(_is_small, asked[at + 1 : end])) < _FEWEST for (at, _), end in zip(heads, ends, strict=True)):
        return list(lines)
    below = [_ROMAN_IN_KEY.sub(lambda found: str(_ROMANS.get(found[1], found[1])), line) for line in below]
    plain = [*asked, *below]
    for at, number in heads:
        plain[at] = _ROMAN_HEAD.sub(f"{number}. ", lines[at], count=1)
    return plain


def _is_small(line: str) -> bool:
    return _SMALL_OPTION.match(line) is not None


def _with_letters_off(lines: Sequence[str]) -> list[str]:
    """The lines with 1, 2 for A1, A2, if the numbers of each letter are consecutive from 1."""
    asked: list[tuple[str, int]] = []
    last = -1
    for at, line in enumerate(lines):
        if head := _LETTERED_HEAD.match(line):
            if (head[1], int(head[2])) in asked:  # the key below begins anew
                break
            asked.append((head[1], int(head[2])))
            last = at
    often = Counter(letter for letter, _ in asked)
    go_on = [(letter, number) for letter, count in often.items() for number in range(1, count + 1)]
    if len(asked) < _FEWEST or asked != go_on or any(map(_NUMBER_OF_QUESTION.match, lines)):
        return list(lines)
    below = (
        _LETTERED_IN_KEY.sub(lambda found: found[2] if found[1] in often else found[0], line)
        for line in lines[last + 1 :]
    )
    return [*(_LETTERED_HEAD.sub(r"\2. ", line, count=1) for line in lines[: last + 1]), *below]
