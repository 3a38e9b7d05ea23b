"""Numbered questions without options: statements to judge, gaps to fill, short answers.

The answers stand in a key below all, in an `Answer: …` line below each, or in brackets behind each. Where a file does
not give an answer in one of these ways, nothing is guessed.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from trotskyism_cli.imports.answers.cards import GAP
from trotskyism_cli.imports.answers.lettered import NUMBER, SAID
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.truth_said import bare_statement, pair_beside, truth_of, truths_in
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import ForeignQuestion, Reading, Unfit, tidy, true_or_false
from trotskyism_cli.imports.papers.aiken_blocks import is_first, text_of
from trotskyism_cli.imports.papers.answers_said import EITHER, LETTERS, NOTHING
from trotskyism_cli.imports.papers.key_below import headed_key, next_said
from trotskyism_cli.imports.papers.key_lines import plain_number
from trotskyism_cli.imports.papers.printed_lines import NARROW, plain_lines
from trotskyism_cli.imports.papers.said_in_words import answered_in_words, refuse_unsure
from trotskyism_cli.imports.papers.verdict_lines import with_verdicts
from trotskyism_cli.imports.sentences import passed_over

_HEAD = re.compile(
    r"^[ \t]*(?:_{2,}|[(\[][ _]*[)\]])?[ \t]*"
    r"(?:\((?P<closed>\d{1,3})\)|(?P<number>\d{1,3})(?:[.)]|[ \t]?[-–]))[ \t]+(?=\S)"
)
_WAY = re.compile(r"[^\d]*\d+([.):-]*)")  # the style of a question's number
_BELOW = re.compile(rf"[ \t]*(?:{SAID})[ ]*[:：][ \t]*(?P<said>\S.*?)[ \t]*", re.IGNORECASE)
_BRACKETS = re.compile(r"(?P<stem>.*\S)[ \t]*[(（\[][ \t]*(?P<said>[^()（）\[\]]*\S)[ \t]*[)）\]]\.?[ \t]*")
# A sentence with a word or letter behind or before it.
_VERDICT_BEHIND = re.compile(
    r"(?P<number>)(?P<stem>.*\S[.!。…]|.*\S(?=\s*[-–—=→]\s))\s*[-–—=→]?\s*(?P<said>[^\W\d_]+)\.?"
)
_VERDICT_BEFORE = re.compile(
    rf"(?P<number>{NUMBER.pattern})[(\[]?(?P<said>[^\W\d_]+)(?:[)\]]|\s*[-–—:])[ \t]+(?P<stem>\S.*)"
)
_ROOM = r"[(（\[][\s_]*[)）\]]"
_EMPTY = re.compile(rf"{NUMBER.pattern}(?:{_ROOM}\s*\S.*|.*\S\s*{_ROOM}\.?)", re.IGNORECASE)
_LABEL = re.compile(r"\W*\w{1,4}(?:[.):\]]|\s[-–—])\s")  # an option label of any kind
_GAP = re.compile(r"_{3,}|\.{5,}|…{2,}")
_POINTS = re.compile(r"\d+(?:[.,]\d+)?\s*[^\W\d]{0,8}\.?")  # also found in brackets
_NUMERIC = re.compile(r"[\d\s.,%°/:+-]+")
_FEWEST = 2  # questions; with answers in brackets one more
_FEW_SILENT = 4  # statements with a verdict for each one that may lack it and is left out
_LONGEST = 5  # words in brackets


@dataclass(slots=True)
class _Asked:
    """A numbered question: its lines and its answer."""

    number: str
    lines: list[tuple[int, str]]
    said: str = ""
    below: int = 0  # number of lines directly below that are not part of it

    @property
    def offers(self) -> bool:
        """Return whether unrecognised options may stand below it."""
        return self.below > 1


@dataclass(slots=True)
class _OpenList:
    """The questions of a file, its words for true and false, and notes on the file."""

    asked: list[_Asked] = field(default_factory=list)
    truths: Mapping[str, bool] = field(default_factory=dict)
    told: list[tuple[int, str]] = field(default_factory=list)


def is_open_list(text: str) -> bool:
    """Return whether a text has such questions and answers for at least half of them."""
    found = _listed(text)
    said = sum(bool(each.said) for each in found.asked)
    return said > 0 and said * 2 >= len(found.asked)


def read_open_list(text: str) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is."""
    found = _listed(text)
    reading = Reading(numbered=True)
    for each in found.asked:
        with reading.leaving_out(each.lines[0][0]):
            reading.questions.append(_question(each, found.truths))
    for line, told in found.told:
        reading.change(line, told)
    return reading


@lru_cache(maxsize=2)  # used to recognise the format and again to read it
def _listed(text: str) -> _OpenList:
    raw = with_verdicts(lines_of(text))
    if any(map(is_first, raw)):
        return _OpenList()
    plain = [
        _HEAD.sub(lambda found: f"{found['closed'] or found['number']}. ", line or "", count=1)
        for line in plain_lines("\n".join(raw))
    ]
    if any(map(is_first, plain)):
        return _OpenList()
    key = headed_key(plain)
    above = plain[: key.place.start] if key.said else plain
    found = _OpenList()
    found.asked = list(_asked(above, found.told))
    numbers = [int(each.number) for each in found.asked]
    offering = sum(each.offers for each in found.asked) * 2 > len(numbers)
    ways = {way[1] for each in found.asked if (way := _WAY.match(raw[each.lines[0][0] - 1]))}
    if (
        offering
        or len(ways) > 1
        or len(numbers) < _FEWEST
        or not all(two in (1, one + 1) for one, two in pairwise(numbers))
    ):
        return _OpenList()
    if key.said and key.headed:
        ends = key.ends
        for each in found.asked:
            each.said = next_said(ends, each.number)
        at = key.place.start + 1
        found.told += [(at, key.told_beyond(number)) for number in key.beyond]
        if key.told_after:
            found.told.append((at, key.told_after))
    elif not _take_below(found):
        _take_brackets(found)
    _take_beside(found)
    found.truths = truths_in([each.said for each in found.asked], above)
    return found


def _asked(above: Sequence[str], told: list[tuple[int, str]]) -> Iterator[_Asked]:
    """The numbered questions; other lines above and between them are reported."""
    each: _Asked | None = None
    apart: list[tuple[int, str]] = []
    for number, line in enumerate(above, start=1):
        found = NUMBER.match(line)
        if found and found.end() < len(line):
            if each:
                yield each
            each = _Asked(plain_number(found[1]), [(number, line.strip())])
        elif line.strip() and each and (_goes_on(each.lines[-1], number, line) or _BELOW.fullmatch(line)):
            each.lines.append((number, line.strip()))
        elif line.strip():
            apart.append((number, line))
            if each and number == each.lines[-1][0] + each.below + 1:
                each.below += 1
    if each:
        yield each
    told += [(number, passed_over(line)) for number, line in apart]


def _goes_on(above: tuple[int, str], number: int, line: str) -> bool:
    """Return whether a line continues the line above."""
    is_next = above[0] == number - 1 and not _BELOW.fullmatch(above[1]) and not above[1].endswith((*ASKS, ".", ":"))
    return (
        is_next
        and not _LABEL.match(line)
        and (line.strip()[:1].islower() or (len(above[1]) >= NARROW and line[:1].isspace()))
    )


def _take_below(found: _OpenList) -> bool:
    """Take answers from lines below the questions; return whether there were any."""
    for each in found.asked:
        below = [one["said"] for _, line in each.lines if (one := _BELOW.fullmatch(line))]
        each.said = EITHER.join(dict.fromkeys(below))
        each.lines = [(number, line) for number, line in each.lines if not _BELOW.fullmatch(line)]
    return any(each.said for each in found.asked)


def _take_brackets(found: _OpenList) -> None:
    """Take answers from brackets behind the questions, if all have them and they can be nothing else."""
    texts = [text_of(asked.lines) for asked in found.asked]
    bracketed = [_BRACKETS.fullmatch(text) for text in texts]
    said = [one["said"] for one in bracketed if one]
    if len(said) + sum(map(_is_left_empty, texts)) < len(bracketed) or len(said) <= _FEWEST:
        return
    truths = truths_in(said, [])
    judged = all(truth_of(one, truths)[0] is not None for one in said)
    often = Counter(map(tidy, said)).most_common(1)[0][1]
    answered = all(
        one and one["stem"].endswith(ASKS) and _may_answer(one["said"]) for one in bracketed
    ) and often * 2 <= len(said)
    if not (judged or answered):
        return
    for asked, one in zip(found.asked, bracketed, strict=True):
        if one:
            asked.said, asked.lines = one["said"], [(asked.lines[0][0], one["stem"])]
    found.told.append(
        (found.asked[0].lines[0][0], "what stands in brackets behind its questions was taken for their answers")
    )


def _take_beside(found: _OpenList) -> None:
    """Take verdicts behind or before the statements, if each says true or false.

    A statement with other answers too becomes uncertain.
    """
    texts = [text_of(asked.lines) for asked in found.asked]
    for pattern in (_VERDICT_BEHIND, _VERDICT_BEFORE):
        judging = [
            (asked, one) for asked, text in zip(found.asked, texts, strict=True) if (one := pattern.fullmatch(text))
        ]
        truths = truths_in([one["said"] for _, one in judging], [])
        judged = {truth_of(one["said"], truths)[0] for _, one in judging}
        empty = sum(map(_is_left_empty, texts)) if pattern is _VERDICT_BEFORE else 0
        silent = len(texts) - len(judging) - empty
        if silent * _FEW_SILENT <= len(judging) and len(judging) > _FEWEST and judged == {True, False}:
            for asked, one in judging:
                asked.said = EITHER.join(dict.fromkeys(filter(None, (asked.said, one["said"]))))
                asked.lines = [(asked.lines[0][0], f"{one['number']}{one['stem']}")]
            at = found.asked[0].lines[0][0]
            found.told.append((at, "what stands beside its statements was taken for whether they are true"))
            return


def _is_left_empty(text: str) -> bool:
    """Return whether a statement has empty brackets for the answer."""
    return _EMPTY.fullmatch(text) is not None


def _may_answer(said: str) -> bool:
    """Return whether words in brackets may be an answer: few, not points, not an option mark."""
    if said[0].islower() or ":" in said or len(said.split()) > _LONGEST:  # it may be an instruction
        return False
    return _NUMERIC.fullmatch(said) is not None or not (_POINTS.fullmatch(said) or LETTERS.fullmatch(said))


def _question(each: _Asked, truths: Mapping[str, bool]) -> ForeignQuestion:
    line = each.lines[0][0]
    stem = text_of(each.lines)
    begun = head.end() if (head := NUMBER.match(stem)) else 0
    bare = f"{stem[:begun]}{bare_statement(stem[begun:])}"
    if each.said in ("", NOTHING):
        raise Unfit("what is right is not said", "write it in the key")
    truth, besides = truth_of(each.said, truths)
    refuse_unsure(each.said if truth is None else besides)
    gaps = len(_GAP.findall(bare))
    if truth is not None and not gaps and not bare.endswith(ASKS):
        return ForeignQuestion(line, bare, true_or_false(answer=truth), explanation=besides)
    if truth is not None:
        raise Unfit(
            f"the answer “{each.said[:40]}” does not fit its question",
            "write a statement, or the words that fill the gap",
        )
    if pair_beside(stem[begun:]):
        raise Unfit(f"the answer “{each.said[:40]}” is neither true nor false", "write which of the two is right")
    if gaps > 1:
        raise Unfit("several gaps, so it is not certain what fills each", "ask for one at a time")
    if each.offers:
        raise Unfit("lines below it may be options", "begin each with A. or A), from A on")
    return answered_in_words(line, _GAP.sub(GAP, bare), each.said)
