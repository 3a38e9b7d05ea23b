"""Find the key of a test below all its questions, with a heading or, if it covers all questions, without.

`key_lines` reads its lines, `key_headings` recognises its headings. If anything else stands below, there is no key. A
key on one line with a heading may also stand above the questions.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import dropwhile, pairwise
from typing import NamedTuple

from trotskyism_cli.imports.answers.corrected_answers import speaks_of_mistake
from trotskyism_cli.imports.answers.lettered import ANSWER_LINE, NUMBER, OPTION
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import tidy
from trotskyism_cli.imports.papers.answers_said import EITHER, LETTERS
from trotskyism_cli.imports.papers.key_headings import (
    LETTER_OF_NUMBER,
    ends_with_key,
    heads_letters,
    is_head_of_table,
    is_heading,
    is_name_of_part,
    parted,
)
from trotskyism_cli.imports.papers.key_lines import (
    ANOTHER,
    beside_answer,
    cleaned,
    is_item,
    is_letters,
    numbers_asked,
    plain_number,
    said_in,
    without_row_heads,
)
from trotskyism_cli.imports.papers.page_lines import is_of_page
from trotskyism_cli.pack.lazy_regex import lazy_regex

_PAGE = lazy_regex(r"[-–—]\s*\d{1,3}\s*[-–—]")  # `- 2 -`
_MOST = 2 / 3  # share of a key's numbers that questions must have
_FEWEST = 3  # numbers of a key without heading
_FEWEST_ASKED = 2  # questions without options


class KeyBelow(NamedTuple):
    """The lines of a key, and what it says by question number; empty if there is none."""

    place: range = range(0)
    said: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 -- never changed
    headed: bool = False  # it has a heading
    beyond: tuple[str, ...] = ()  # numbers that no question has
    after: str = ""  # what stands below it

    @property
    def ends(self) -> dict[str, list[str]]:
        """What it says by number, in the form `next_said` uses up."""
        return {number: list(said) for number, said in self.said.items()}

    def told_beyond(self, number: str) -> str:
        """The note on a number that no question has."""
        return f"“{number}. {tidy(self.said[number][0])}” of its key belongs to no question"

    @property
    def told_after(self) -> str:
        """The note on text below the key; empty if there is none."""
        return (
            f"what stands below its key, or the answers in it, was passed over: “{self.after[:60]}”"
            if self.after
            else ""
        )


def next_said(ends: Mapping[str, list[str]], number: str) -> str:
    """What the key says about a number; of a repeated number, the next entry, which is removed."""
    said = ends.get(number, [""])
    return said.pop(0) if len(said) > 1 else said[0]


@lru_cache(maxsize=2)  # used to recognise a format and again to read it
def key_below(text: str) -> KeyBelow:
    """The key below the last question. If it says several things about a number, these are joined by `EITHER`.

    That includes corrections below the key, numbers of two questions, and numbers after a gap if the key goes on beyond
    the last question, as it may be shifted. If questions are in parts with their own numbering, so is the key.
    """
    lines = lines_of(text)
    last = max((at for at, line in enumerate(lines) if OPTION.fullmatch(line)), default=-1)
    found = _key_in(lines, last) if last >= 0 else KeyBelow()
    return found if found.said else _key_above(lines)


def headed_key(lines: Sequence[str]) -> KeyBelow:
    """The key below questions without options, under its first heading that follows some questions.

    If questions have answer lines of their own, a heading with an answer beside it is one of these.
    """
    asked = 0
    answered = False
    for at, line in enumerate(lines):
        answer = ANSWER_LINE.fullmatch(line)
        parts = parted(bare) if asked >= _FEWEST_ASKED and (bare := cleaned(line)) else ()
        if parts and is_heading(parts[0]) and not (answered and len(parts) > 1):
            return _key_in(lines, at - 1)
        asked += NUMBER.match(line) is not None
        answered = answered or bool(answer and answer["said"])
    return KeyBelow()


def _key_in(lines: Sequence[str], last: int) -> KeyBelow:
    """The key in the lines after index `last`."""
    tail = _tail(lines, last)
    headed = _heading_in([line for _, line in tail])
    begun = 0 if headed is None else headed
    above_key = lines[: tail[begun][0]] if tail else lines
    items = [line for _, line in tail[begun + (headed is not None) :]]
    items = _within_page(items if headed is None else _below_heading(items, above_key))
    asked = numbers_asked(above_key)
    items, reasons = _without_reasons(items, asked) if headed is not None else (items, {})
    reasons |= {number: said for number, said in map(beside_answer, lines[last + 1 :]) if said}
    items, after = _parted_from_rest(items)
    letters_alone = is_letters(" ".join(items))
    if not items or (letters_alone and _answers_one(tail[begun:], above_key)):
        return KeyBelow()
    said = said_in(items, asked) if all(map(is_item, items)) or any("\t" in line for line in items) else []
    if letters_alone and tail[begun][0] == tail[-1][0] == last + 1 and _ascend([one for _, one in said]):
        said = [(number, f"{one}{EITHER}{ANOTHER}") for number, one in said]
    numbers = [number for number, _ in said]
    known = sum(number in asked for number in {*numbers})
    if not said or (known < len({*numbers}) * _MOST and not (headed is not None and _goes_beyond(numbers, asked))):
        return KeyBelow()
    if headed is None and (after or len(numbers) < _FEWEST or not {*asked} <= {*numbers}):
        return KeyBelow()
    beyond = tuple(number for number in numbers if number not in asked)
    remark = tidy(" ".join(after))
    if speaks_of_mistake(remark):
        corrected = {*re.findall(r"\d+", remark)} & {*numbers} or {*numbers}
        said += [(number, "what is said below the key") for number in numbers if number in corrected]
    said += [(number, "what is said below it") for number, reason in reasons.items() if speaks_of_mistake(reason)]
    place = range(tail[begun][0], len(lines))
    remark = tidy(" ".join((*reasons.values(), remark)))
    return KeyBelow(place, _settled(said, asked), headed is not None, beyond, remark)


def _heading_in(below: Sequence[str]) -> int | None:
    """The index of the line that heads the key; None if there is none."""
    by_word = (at for at, line in enumerate(below) if is_heading(line))
    by_letters = (at for at, pair in enumerate(pairwise(below)) if heads_letters(*pair))
    return next(by_word, next(by_letters, None))


def _below_heading(below: Sequence[str], above_key: Sequence[str]) -> list[str]:
    """The lines of a key without its headings and part names."""
    names = [tidy(line) for line in above_key]
    above = {*names, *(name.partition(":")[0] for name in names)}
    items = dropwhile(is_head_of_table, below)
    return [line for line in items if not is_name_of_part(line) and (is_item(line) or line not in above)]


def _parted_from_rest(items: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines of a key up to its last entry, and those after."""
    end = len(items)
    while end and not (is_item(items[end - 1]) or (end > 1 and is_item(items[end - 2]) and "\t" in items[end - 1])):
        end -= 1
    return list(items[:end]), list(items[end:])


def _without_reasons(items: Sequence[str], asked: Sequence[str]) -> tuple[list[str], dict[str, str]]:
    """The lines of a key without explanations between them, and these by number.

    Only if the remaining lines have a letter for each number `asked`, in order.
    """
    last = max((at for at, line in enumerate(items) if LETTER_OF_NUMBER.match(line)), default=0)
    kept: list[str] = []
    reasons: dict[str, str] = {}
    for line in items[: last + 1]:
        if found := LETTER_OF_NUMBER.match(line):
            kept.append(line)
            number = plain_number(found[1])
        elif kept:
            reasons[number] = f"{reasons.get(number, '')} {line}".strip()
        else:
            return list(items), {}
    numbers = [plain_number(found[1]) for line in kept if (found := LETTER_OF_NUMBER.match(line))]
    return ([*kept, *items[last + 1 :]], reasons) if reasons and numbers == list(asked) else (list(items), {})


def _answers_one(key: Sequence[tuple[int, str]], above: Sequence[str]) -> bool:
    """Return whether `Answer: A, C` on one line is the last question's answer, as others have their own above."""
    return key[0][0] == key[-1][0] and any(map(ANSWER_LINE.fullmatch, above))


def _ascend(letters: Sequence[str]) -> bool:
    """Return whether letters directly below an option may all be right answers of that one question."""
    return all(one < other for one, other in pairwise(letters))


def _goes_beyond(numbers: Sequence[str], asked: Sequence[str]) -> bool:
    """Return whether a key has the numbers of all questions, once each, and then others, no more than these."""
    beyond = numbers[len(asked) :]
    return len(asked) > 1 and list(numbers[: len(asked)]) == list(asked) and len(beyond) <= len(asked)


def _within_page(items: Sequence[str]) -> list[str]:
    """The lines of a key without page numbers in between."""
    last = max((at for at, line in enumerate(items) if is_item(line)), default=-1)
    return [
        line
        for at, line in enumerate(items)
        if at > last or is_item(line) or not (is_of_page(line) or _PAGE.fullmatch(line))
    ]


def _tail(lines: Sequence[str], last: int) -> list[tuple[int, str]]:
    """The cleaned parts of lines below an index, each with its line index."""
    parts = [
        (at, part) for at, line in enumerate(lines) if at > last and (bare := cleaned(line)) for part in parted(bare)
    ]
    return list(zip((at for at, _ in parts), without_row_heads([part for _, part in parts]), strict=True))


def _settled(said: Sequence[tuple[str, str]], asked: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The answers by number; one after the other if the key has the same parts as the questions."""
    numbers = [number for number, _ in said]
    if numbers == list(asked) and _are_parts(asked):
        of_parts: dict[str, list[str]] = {}
        for number, one in said:
            of_parts.setdefault(number, []).append(one)
        return {number: tuple(each) for number, each in of_parts.items()}
    answers = list(said)
    missing = [place for place, number in enumerate(asked) if number not in numbers]
    beyond = [int(number) for number in numbers if number not in asked]
    doubled = [place for place, number in enumerate(asked) if number in asked[:place]]
    if (missing or doubled) and beyond:  # the key may be shifted, or numbered throughout
        after = [place for place, number in enumerate(asked) if int(number) > min(beyond)]
        answers += [(number, ANOTHER) for number in asked[min(missing + doubled + after) :] if number in numbers]
    answers += [(number, "that of another question") for number, often in Counter(asked).items() if often > 1]
    return {
        number: (EITHER.join(dict.fromkeys(one for other, one in answers if other == number)),)
        for number in dict.fromkeys(numbers)
    }


def _are_parts(asked: Sequence[str]) -> bool:
    """Return whether numbers start again at 1 and are otherwise consecutive."""
    return len({*asked}) < len(asked) and all(
        int(after) - int(before) == 1 or after == "1" for before, after in pairwise(asked)
    )


def _key_above(lines: Sequence[str]) -> KeyBelow:
    """The key on one line above the questions, if it covers all of them; else empty."""
    first = next((at for at, line in enumerate(lines) if OPTION.fullmatch(line)), 0)
    for at, line in enumerate(lines[:first]):
        parts = parted(cleaned(line))
        if not (is_heading(parts[0]) or ends_with_key(parts[0])):
            continue
        end = at + 1
        if not parts[1:]:
            begun = next((below for below in range(end, first) if lines[below].strip()), first)
            end = next((below for below in range(begun, first) if not lines[below].strip()), first)
        items = [*parts[1:], *filter(None, map(cleaned, lines[at + 1 : end]))]
        items = [*dropwhile(is_head_of_table, items)]
        asked = numbers_asked(lines[end:])
        said = said_in(items, asked) if items and all(map(is_item, items)) else []
        if _is_certain(said, asked):
            return KeyBelow(range(at, end), _settled(said, asked), headed=True)
    return KeyBelow()


def _is_certain(said: Sequence[tuple[str, str]], asked: Sequence[str]) -> bool:
    """Return whether a list above the questions is their key: most numbers, in order, each with letters."""
    numbers = [number for number, _ in said]
    in_order = [number for number in asked if number in numbers] == numbers
    return (
        in_order
        and len(asked) > 1
        and len(said) >= len(asked) * _MOST
        and all(LETTERS.fullmatch(one) for _, one in said)
    )
