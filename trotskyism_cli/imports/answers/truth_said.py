"""Whether an answer says that a statement is true: by words, or by letters and signs if the file explains them."""

import re
from collections.abc import Iterable, Mapping

from trotskyism_cli.imports.answers.numbering import without_number
from trotskyism_cli.imports.foreign import folded, tidy
from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.imports.words.truth_words import TRUTH
from trotskyism_cli.imports.words.verdict_heads import verdicts_named

_SIGNS = {**dict.fromkeys("✓✔√+○◯✅", True), **dict.fromkeys("✗✘×❌–−-", False)}
_NAMED = re.compile(r"([^\W\d]{2,})\s*[(\[=]\s*([^\W\d_])(?!\w)")  # `True (T), False (F)`
_FIRST = re.compile(r"(\w+|[^\w\s])(?:\s*[-–—:,;.(]\s*(.*?)\)?)?")
_PAIR = r"[(\[]?\s*(?P<pair>[^\W\d]{1,14}\s*/\s*[^\W\d]{1,14})\s*[)\]]?"
_PAIR_BEHIND = re.compile(rf"(?P<stem>.*\S)\s+{_PAIR}[.\s]*")
_LETTERS_BEHIND = re.compile(r"(?P<stem>.*[.!。])\s+(?P<one>[^\W\d_])\s+(?P<other>[^\W\d_])\s*")
_PAIR_BEFORE = re.compile(rf"{_PAIR}\s+(?P<stem>\S.*)")
_LETTERS_BEFORE = re.compile(r"(?P<one>[^\W\d_])\s+(?P<other>[^\W\d_])\s+(?P<stem>\S.*)")
_BOXES_BEHIND = re.compile(r"(?P<stem>.*\S)\s+[(\[]\s*[)\]]\s*(?P<one>[^\W\d]+)\s+[(\[]\s*[)\]]\s*(?P<other>[^\W\d]+)")
_ROOM = re.compile(r"(?P<stem>.*[.!。])\s*(?:_{2,}|[(（\[]\s*[)）\]])\s*")


def truths_in(answers: Iterable[str], above: Iterable[str]) -> dict[str, bool]:
    """The words, letters and signs for true and false in a file.

    Letters are known from lines `above` such as `T / F`, or if the answers are exactly a known pair.
    """
    known = {word: true for word, true in TRUTH.items() if len(word) > 1}
    said = {plain(first) for answer in answers if (first := _first(answer)) and len(first) == 1}
    for line in map(plain, above):
        initials = {found[2]: TRUTH[found[1]] for found in _NAMED.finditer(line) if found[1] in TRUTH}
        named = initials if len({*initials.values()}) > 1 else verdicts_named(line)
        if named := named or pair_beside(without_number(line)):
            return known | named
    if len(said) > 1 and said <= _SIGNS.keys() and {True, False} == {_SIGNS[each] for each in said}:
        return known | _SIGNS
    return known | (verdicts_named("/".join(sorted(said))) if len(said) == 2 else {})


def truth_of(answer: str, known: Mapping[str, bool]) -> tuple[bool | None, str]:
    """Whether an answer says true or false (None: neither), and its remark, e.g. `F – it is the other way round`."""
    whole = known.get(folded(answer), known.get(plain(tidy(answer))))
    if whole is not None:
        return whole, ""
    found = _FIRST.fullmatch(tidy(answer))
    return (known.get(plain(found[1])), found[2] or "") if found else (None, "")


def bare_statement(stem: str) -> str:
    """A statement without words to choose from (`T / F`) and without room for the answer."""
    _, bare = _without_pair(stem)
    found = _ROOM.fullmatch(bare)
    return found["stem"] if found else bare


def pair_beside(stem: str) -> dict[str, bool]:
    """The words or letters for true and false printed beside a statement; empty if there are none."""
    return _without_pair(stem)[0]


def _without_pair(stem: str) -> tuple[dict[str, bool], str]:
    for pattern in (_PAIR_BEHIND, _LETTERS_BEHIND, _PAIR_BEFORE, _LETTERS_BEFORE, _BOXES_BEHIND):
        words = found.groupdict() if (found := pattern.fullmatch(stem)) else {}
        if words and (named := verdicts_named(plain(words.get("pair") or f"{words['one']}/{words['other']}"))):
            return named, words["stem"]
    return {}, stem


def _first(answer: str) -> str:
    found = _FIRST.fullmatch(tidy(answer))
    return found[1] if found else ""
