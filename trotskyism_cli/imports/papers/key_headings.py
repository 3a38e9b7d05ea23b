"""Recognise headings of a key (alone, before its answers, or at the end of a title) and part headings in it."""

import re

from trotskyism_cli.imports.answers.lettered import KEY_WORD, LETTER
from trotskyism_cli.imports.papers.instructions import divides
from trotskyism_cli.imports.papers.key_lines import divided, is_item, is_letters
from trotskyism_cli.imports.words.head_words import plain
from trotskyism_cli.imports.words.right_words import says_right
from trotskyism_cli.pack.lazy_regex import lazy_regex

LETTER_OF_NUMBER = lazy_regex(rf"\(?(\d{{1,3}})\s?[.):=–—-]?\s*\(?{LETTER}(?!\w)")  # `1. B`, `(2) c`
_HEADING = lazy_regex(rf"{KEY_WORD}\s*[:：]?", re.IGNORECASE)  # `Answers:`
# `Answers: 1b 2c`: a heading, or any few words with a colon, then text from a digit on.
_WITH_HEADING = lazy_regex(rf"({_HEADING.pattern}|[^\W\d][^\d:：]{{1,40}}[:：])\s*(\(?\d.*)", re.IGNORECASE)
_WITH_LETTERS = lazy_regex(rf"({KEY_WORD}\s*[:：])\s*(\D+)", re.IGNORECASE)  # `Key: A C B`, without numbers
_WORD_ALONE = lazy_regex(KEY_WORD, re.IGNORECASE)
# Words before the letter of a test version, which is not an answer: `Answers, form B`.
_VERSIONS = frozenset(
    "form version versión variant variante вариант варіант test set group gruppe groupe grupo grupa".split()
)
_MOST_WORDS = 5  # of a heading


def is_heading(line: str) -> bool:
    """Return whether a line, or a cell of it, is a heading of a key, e.g. `Answers:` or `Correct answer`."""
    if is_item(line) or line.endswith("?"):
        return False
    is_part = divides(line)  # `Part B: correct or incorrect`
    return any(
        _HEADING.fullmatch(cell) is not None or (not is_part and says_right(plain(cell))) or _names_key(cell)
        for cell in (cell.strip("-=*_#~ ") for cell in line.split("\t"))
    )


def _names_key(line: str) -> bool:
    """Return whether a few words begin with one for a key, e.g. `Answers (for the teacher)`."""
    words = re.findall(r"[^\W\d_]+", line)
    is_version = len(words) > 2 and words[-2].casefold() in _VERSIONS
    says_one = re.search(r"[:：]\s*\S", line) or (words and len(words[-1]) == 1 and not is_version)
    if says_one or line.endswith(("?", ".")):
        return False
    return 0 < len(words) <= _MOST_WORDS and _WORD_ALONE.fullmatch(words[0]) is not None


def ends_with_key(line: str) -> bool:
    """Return whether a few words end with one for a key, e.g. `Teacher's copy - answers`."""
    words = re.findall(r"[^\W\d_]+", line)
    return 1 < len(words) <= _MOST_WORDS and _WORD_ALONE.fullmatch(words[-1]) is not None


def heads_letters(line: str, below: str) -> bool:
    """Return whether a line like `Quiz 5 Answer Key` is followed by a number with a letter."""
    bare = line.strip("-=*_#:~ ")
    names_test = bare.casefold().endswith("key") or any(map(str.isdecimal, bare))  # but not `My answers`
    return not is_item(line) and names_test and ends_with_key(bare) and LETTER_OF_NUMBER.match(below) is not None


def is_head_of_table(line: str) -> bool:
    """Return whether a line below the heading is the header of a table."""
    return "\t" in line and not any(map(str.isdecimal, line)) and not is_letters(line)


def is_name_of_part(line: str) -> bool:
    """Return whether a line in a key is the name of a part."""
    named = line.endswith((":", "：")) or (line.isupper() and "\t" not in line and len(line) > 1)
    return named and not any(map(str.isdecimal, line)) and not is_letters(line)


def parted(line: str) -> tuple[str, ...]:
    """The parts of a line, with the heading separated from answers after it: `Answers: 1b 2c`."""
    found = _WITH_HEADING.fullmatch(line)
    if found and (is_item(found[2]) or len(divided(found[2])) > 1):
        return found[1], *divided(found[2])
    alone = _WITH_LETTERS.fullmatch(line)
    return (alone[1], alone[2]) if alone and is_letters(alone[2]) else (*divided(line),)
