"""The numbers before the questions of a numbered list, which say nothing once the questions stand apart."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trotskyism_cli.imports.foreign import ForeignQuestion
from trotskyism_cli.imports.head_words import LANGUAGES

_ASKED = "|".join(words.question for words in LANGUAGES.values())
_NUMBERED = re.compile(
    rf"((?:#|№|(?:{_ASKED})\s?)?(\d{{1,4}})\s?(?:[.):](?=\s)|[、．]))\s*(\S.*)", re.IGNORECASE | re.DOTALL
)


def without_numbers(questions: Sequence[ForeignQuestion], found: int) -> tuple[list[ForeignQuestion], str]:
    """The questions without their numbers, and what is to be said of that: empty if they are no numbered list.

    They are one if all have a number, these grow within each category, and none is beyond the count of what was found
    in the file, so that no year is taken for one.
    """
    numbered = [_NUMBERED.fullmatch(each.stem.strip()) for each in questions]
    if len(questions) < 2 or not all(numbered):
        return list(questions), ""
    whole = [each for each in numbered if each]
    last: dict[str, int] = {}
    for question, each in zip(questions, whole, strict=True):
        if not last.get(question.category, 0) < int(each[2]) <= found:
            return list(questions), ""
        last[question.category] = int(each[2])
    bare = [replace(question, stem=each[3]) for question, each in zip(questions, whole, strict=True)]
    return bare, f"the numbers before its questions, “{whole[0][1]}” to “{whole[-1][1]}”, were left out"
