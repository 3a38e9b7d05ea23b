"""Matching exercises: numbered things, lettered things, and a key as `1-b, 2-a`.

The two lists stand side by side or one below the other. A file with anything else is not read here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from trotskyism_cli.imports.answers.lettered import LETTER, OPTION
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import ForeignQuestion, Match, Reading, Unfit, matched, tidy
from trotskyism_cli.imports.papers.key_below import KeyBelow, key_below, next_said
from trotskyism_cli.imports.papers.key_lines import plain_number
from trotskyism_cli.imports.sentences import passed_over
from trotskyism_cli.imports.words.letters import SERIES

_ROOM = r"[ \t]*(?:_{2,}|[(\[][ _]*[)\]])?[ \t]*"
_THING = rf"{_ROOM}(?P<number>\d{{1,2}})[ \t]?[.)][ \t]+(?P<thing>\S.*?)"
_NUMBERED = re.compile(rf"{_THING}[ \t.:_]*")
_BESIDE = re.compile(rf"{_THING}(?:[ ]{{2,}}|[ ]*\t|[ ]*\|)[_.\s|]*\(?(?P<letter>{LETTER})[.)][ \t]+(?P<other>\S.*)")
_LETTER_ALONE = re.compile(rf"[(\[]?({LETTER})[)\].]?")
_FEWEST = 2  # of each
_LOOSE = 3  # things, if blank lines stand between them
_STEM = "Match what belongs together."


@dataclass(slots=True)
class _Set:
    """One exercise: numbered things, lettered things that belong to them, and the lines above."""

    above: list[tuple[int, str]] = field(default_factory=list)
    things: list[tuple[int, str, str]] = field(default_factory=list)  # line, number, text
    others: list[tuple[str, str]] = field(default_factory=list)  # letter, text


@dataclass(frozen=True, slots=True)
class _Found:
    """The exercises of a file, and its key."""

    sets: Sequence[_Set] = ()
    key: KeyBelow = KeyBelow()  # noqa: RUF009 -- never changed


def is_matching(text: str) -> bool:
    """Return whether a text consists of matching exercises and their key."""
    return bool(_found(text).sets)


def read_matching(text: str) -> Reading:
    """Read a file's matching exercises. Never fails, whatever the text is."""
    found = _found(text)
    reading = Reading()
    ends = found.key.ends
    for each in found.sets:
        line = each.things[0][0]
        *apart, (_, stem) = each.above or [(line, _STEM)]
        for number, passed in apart:
            reading.change(number, passed_over(passed))
        with reading.leaving_out(line):
            answer = _matched(each, [next_said(ends, number) for _, number, _ in each.things])
            reading.questions.append(ForeignQuestion(line, tidy(stem.lstrip("# ")), answer))
    at = found.key.place.start + 1
    for told in (*map(found.key.told_beyond, found.key.beyond), found.key.told_after):
        if told:
            reading.tell(at, told)
    return reading


def _matched(each: _Set, said: Sequence[str]) -> Match:
    """The pairs according to the key; Unfit if it does not give one letter for each."""
    others = dict(each.others)
    pairs = []
    for (_, number, thing), one in zip(each.things, said, strict=True):
        letter = _LETTER_ALONE.fullmatch(one.strip())
        if letter is None or letter[1].casefold() not in others:
            told = f"the key says “{tidy(one)[:40]}” of {number}, which is none of its letters" if one else ""
            raise Unfit(told or f"the key says nothing of {number}", "write one letter for each number: 1-b, 2-a")
        pairs.append((thing, others[letter[1].casefold()]))
    return matched(pairs, others.values())


@lru_cache(maxsize=2)  # used to recognise the format and again to read it
def _found(text: str) -> _Found:
    arranged = list(_one_below_other([line.replace("**", "") for line in lines_of(text)]))
    if not any(_NUMBERED.fullmatch(line) for _, line in arranged):
        return _Found()
    key = key_below("\n".join(line for _, line in arranged))
    if not key.said:
        return _Found()
    sets = _sets(arranged[: key.place.start])
    return _Found(sets, key) if sets else _Found()


def _one_below_other(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; of two columns first the left one, then the right one by letter."""
    run: list[tuple[int, re.Match[str]]] = []
    for number, line in enumerate([*lines, ""], start=1):
        found = _BESIDE.fullmatch(line)
        begins_anew = found and run and found["letter"].casefold() in {one["letter"].casefold() for _, one in run}
        if run and (not found or begins_anew):
            yield from ((at, f"{one['number']}. {one['thing']}") for at, one in run)
            yield from ((at, f"{one['letter']}) {one['other']}") for at, one in sorted(run, key=_letter_of))
            run = []
        if found:
            run.append((number, found))
        elif number <= len(lines):
            yield number, line


def _letter_of(row: tuple[int, re.Match[str]]) -> str:
    return row[1]["letter"].casefold()


def _sets(arranged: Sequence[tuple[int, str]]) -> list[_Set]:
    """The exercises above a key; empty if anything else stands there."""
    sets = [_Set()]
    blank = False
    for number, line in arranged:
        now = sets[-1]
        if not line.strip():
            blank = True
            continue
        option, thing = OPTION.fullmatch(line), _NUMBERED.fullmatch(line)
        if thing:
            if now.others:
                sets.append(now := _Set())
            now.things.append((number, plain_number(thing["number"]), thing["thing"]))
        elif option and now.things:
            now.others.append((option[1].casefold(), tidy(option[2])))
        elif now.others and blank:
            sets.append(_Set([(number, line)]))
        elif now.things or now.others:
            return []
        else:
            now.above.append((number, line))
        blank = False
    return sets if all(map(_is_whole, sets)) else []


def _is_whole(each: _Set) -> bool:
    """Return whether numbers and letters of an exercise are consecutive, and there are enough of both."""
    if min(len(each.things), len(each.others)) < _FEWEST:
        return False
    numbers = [int(number) for _, number, _ in each.things]
    letters = [letter for letter, _ in each.others]
    in_order = all(two == one + 1 for one, two in pairwise(numbers))
    known = any(list(series[: len(letters)]) == letters for series in SERIES)
    at = [line for line, _, _ in each.things]
    near = len(at) >= _LOOSE or at[-1] - at[0] < len(at)
    return in_order and known and near and all(other for _, other in each.others)
