r"""Normalise the lines of a printed test: remove Markdown and Word formatting, put letters for boxes and bullets.

`**1.**`, `1\\.` and `### Question 1` are numbers. If a line is only a number, the question is on the next line.
"""

import html
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from trotskyism_cli.imports.answers.lettered import AND, ANSWER_LINE, LETTER, NUMBERED, SAID
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.papers.form_pages import with_forms_lettered
from trotskyism_cli.imports.papers.part_keys import with_keys_gathered
from trotskyism_cli.imports.papers.printed_boxes import with_letters
from trotskyism_cli.imports.papers.printed_bullets import with_bullets_lettered, without_bullets
from trotskyism_cli.imports.papers.printed_columns import with_columns_apart, with_keys_said
from trotskyism_cli.imports.papers.printed_numbers import with_narrow_labels, with_plain_numbers
from trotskyism_cli.imports.papers.printed_romans import with_lists_joined
from trotskyism_cli.imports.papers.printed_unlettered import with_answers_lettered
from trotskyism_cli.imports.papers.review_pages import without_page
from trotskyism_cli.imports.words.signs import ARROWS, TICK, TICKS
from trotskyism_cli.pack.lazy_regex import lazy_regex

_BLANK = lazy_regex(r"[^\S\t\n]")  # blanks of any width
# Markdown headings before a number, escaping backslashes, and bold around a number.
_HEADING = lazy_regex(
    rf"^[ \t]*(?:#{{1,6}}[ \t]+(?=[*_]*(?:{NUMBERED})?[(#№]?\d)|#{{2,6}}[ \t]+(?![(\[]?{LETTER}[ ]?[.)\]]))",
    re.IGNORECASE,
)
# numbers as chat assistants write them
_KEYCAP = lazy_regex("^([ \t#*_]*)(?:([0-9])\ufe0f?\u20e3\ufe0f?|\U0001f51f)[.):]?")
_ESCAPED = lazy_regex(rf"^([ \t]*(?:\d{{1,3}}|\*{{0,2}}{LETTER}))\\(?=[.)])|^([ \t]*)\\(?=[*+#-])")
_BOLD_NUMBER = lazy_regex(rf"^[ \t]*(\*\*|__)(?=(?:{NUMBERED})?[#№]?\d)(.+?)\1", re.IGNORECASE)
# `_b) an option_`, a mark just like bold.
_EMPHASIS = lazy_regex(rf"([ \t]*)(__?)(?=[(\[]?{LETTER}(?:[ ]?[.):\]]|[ \t]+[-–—]|\t))(\S.*?\S)\2[ \t]*")
# Answers below the options other than `Answer: B`: `*Answer: B*`, `The answer is B`, `=> B`, `→ (b)`.
_ONE = rf"[(\[]?(?:{LETTER}|\d)[)\]]?"
_SEVERAL = rf"{_ONE}(?:\s*(?:[,;/&]|\b(?:{AND})\b)\s*{_ONE})*"
_EMPHATIC = lazy_regex(rf"^[ \t]*([*_]{{1,2}})((?:{SAID})s?[ ]*[:：–-].*?)\1[ \t]*$", re.IGNORECASE)
_SAID = lazy_regex(rf"^[ \t]*(?:the[ ]+)?(?:{SAID})(?:[ ]*=|[ ]+is\b:?)[ ]*(?={_ONE})", re.IGNORECASE)
_IN_WORDS = rf"(?:the\s+)?(?:{SAID})s?[*_]*(?:\s*[:：=–—-]|\s+is\b:?|\.?[ \t])"
_BY_SIGN = rf"[=-]>|[{ARROWS}{TICKS}✅]\ufe0f?"  # other ticked boxes stand before options
_ANSWER = lazy_regex(
    rf"\s*[(\[*_]*\s*(?:{_BY_SIGN}|{_IN_WORDS})[*_]*\s*(?P<said>{_SEVERAL})\s*[.)\]*_]*\s*", re.IGNORECASE
)
_BREAK = lazy_regex(r"[ \t]*<br ?/?>[ \t]*$", re.IGNORECASE)
_COPIED = lazy_regex(rf"{_BREAK.pattern}|&nbsp;", re.IGNORECASE)  # copied HTML
_ALEF = lazy_regex(r"^([ \t]*\(?)الف(?=[ \t]*[).]|[ \t]*[-–][ \t])")  # the first letter spelled out, in Persian
# `Ans. (b) its text`.
_SAID_WITH_TEXT = lazy_regex(
    rf"^[ \t]*(?:{SAID})s?(?:\.[ ]*(?=\(?{LETTER}[.)][ ]+\S)|[ ]+(?=\({LETTER}\)[ ]+[^()]*$))", re.IGNORECASE
)
_TICKED_ANSWER = lazy_regex(rf"^[ \t]*{TICK}[ \t]*(?=[*_]*(?:{SAID})s?[*_]*[ ]?[:：])", re.IGNORECASE)
_SUMMARY = lazy_regex(rf"<summary>[^<>]*?(?:{SAID})s?[^<>]*</summary>", re.IGNORECASE)
_DETAILS = lazy_regex(r"</?(?:details|summary)>", re.IGNORECASE)  # hide a key in Markdown
_SAID_BEFORE = lazy_regex(rf"^[ \t]*_+[ \t]*({LETTER})[ \t]*_+[ \t]*(\d{{1,3}}[.)][ \t]+\S.*?)[ \t]*$")  # `__B__ 1. …`
_SAID_ALEF = lazy_regex(rf"^([ \t]*(?:{SAID})s?[ ]*[:：][ \t]*\(?)(?:أ|الف)(?=\)?[ \t]*$)")
_KEY_ALEF = lazy_regex(r"(\d[ \t]*[.):=–-]?[ \t]*\(?)الف(?=\)?(?:[\s,،؛;.]|$))")
# `جـ- …`, a lone letter with a stretching stroke
_STRETCHED = lazy_regex(r"(?<!\w)([ابجدهوأ])ـ+(?=[ \t]*[-–).:]|[ \t]*$)")
_SAID_ALONE = lazy_regex(rf"[ \t]*(?:{SAID})[ ]*[:：][ \t]*", re.IGNORECASE)
_SAID_BELOW = lazy_regex(rf"[ \t]*[(\[]?{LETTER}(?:[.)\]][ \t]*\S.*|[.)\]]?[ \t]*)")
_STRONG = lazy_regex(r"\*\*|__")
_NEAR = 2  # lines from `Answer:` to the answer
_HEAD = lazy_regex(rf"[ \t]*(?:{NUMBERED})?[ \t]*(\d{{1,3}})[ \t]*[.:)]?[ \t]*(\([^()]*\))?[ \t]*", re.IGNORECASE)
_NUMBER_ALONE = lazy_regex(r"\s*\d{1,3}\s*")  # possibly a page number
_FEWEST = 2  # questions
NARROW = 40  # characters; shorter lines were hardly wrapped


@lru_cache(maxsize=2)  # several formats are recognised by them
def plain_lines(text: str) -> Sequence[str | None]:
    """The lines as `1. question`, `a) option`, `ANSWER: B`; None for one joined to the line above."""
    bare = _with_answers_joined([_without_marks(_BLANK.sub(" ", line)) for line in _as_written(lines_of(text))])
    found: list[str | None] = list(bare)
    for at, below in _heads(bare):
        head = _HEAD.fullmatch(bare[at])
        found[at] = " ".join(filter(None, (f"{head[1]}.", head[2], bare[below].strip()))) if head else bare[at]
        found[at + 1 : below + 1] = [None] * (below - at)
    return tuple(with_lists_joined(with_letters(with_bullets_lettered(with_answers_lettered(without_bullets(found))))))


def _as_written(lines: Sequence[str]) -> list[str]:
    """The lines with keys merged, and numbers and columns in the form the readers know."""
    if sum(map(bool, map(_COPIED.search, lines))) >= _FEWEST:
        lines = [html.unescape(_BREAK.sub("", line)) for line in lines]
    lines = with_forms_lettered(without_page(with_narrow_labels(lines)))
    return with_keys_said(with_columns_apart(with_plain_numbers(with_keys_gathered(lines))))


def _with_answers_joined(lines: list[str]) -> list[str]:
    """The lines with `Answer:` and an answer on the next line joined, if this occurs more than once."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    alone = [(at, below) for at, below in pairwise(filled) if _SAID_ALONE.fullmatch(lines[at])]
    doubled = [at for at, below in alone if ANSWER_LINE.fullmatch(lines[below])]
    places = [
        (at, below)
        for at, below in alone
        if below - at <= _NEAR and _SAID_BELOW.fullmatch(_STRONG.sub("", lines[below]))
    ]
    if len(places) + len(doubled) < _FEWEST:
        return lines
    found = list(lines)
    for at in doubled:
        found[at] = ""
    for at, below in places:
        found[at], found[below] = f"ANSWER: {_STRONG.sub('', lines[below]).strip()}", ""
    return found


def _without_marks(line: str) -> str:
    line = _KEYCAP.sub(lambda found: f"{found[1]}{found[2] or 10}.", line)
    line = _TICKED_ANSWER.sub("", _DETAILS.sub("", _SUMMARY.sub("Answer:", line)), count=1)
    line = _SAID_BEFORE.sub(r"\2 (\1)", _with_alef(line))
    line = _SAID.sub("ANSWER: ", _EMPHATIC.sub(r"\2", line))
    line = _SAID_WITH_TEXT.sub("ANSWER: ", line, count=1)
    if (said := _ANSWER.fullmatch(line)) and not line.startswith("\t"):
        return f"ANSWER: {said['said']}"
    line = _ESCAPED.sub(lambda found: found[1] or found[2] or "", line)
    line = _BOLD_NUMBER.sub(r"\2", _HEADING.sub("", line, count=1), count=1)
    return _EMPHASIS.sub(r"\1**\3**", line) if _EMPHASIS.fullmatch(line) else line


def _with_alef(line: str) -> str:
    """A line with the first Arabic letter as in option labels: without hamza, not spelled out."""
    line = _STRETCHED.sub(r"\1", line)
    if "الف" in line or "أ" in line:
        for pattern in (_ALEF, _KEY_ALEF, _SAID_ALEF):
            line = pattern.sub(r"\1ا", line)
    return line


def _heads(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines with only a number, each with the line it numbers; empty if there is just one."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    found = [(at, below) for at, below in pairwise(filled) if _is_head(lines[at]) and not _is_head(lines[below])]
    numbers = [int(head[1]) for at, _ in found if (head := _HEAD.fullmatch(lines[at]))]
    if len(numbers) >= _FEWEST and numbers[:_FEWEST] == [numbers[0], numbers[0] + 1]:
        yield from found


def _is_head(line: str) -> bool:
    return _HEAD.fullmatch(line) is not None and not _NUMBER_ALONE.fullmatch(line)
