"""The plain text of Respondus, written as that of text2qti, which has nearly the same.

It has `1)` before a question and `*b.` before what is right. Between a question and its options `~` says something to
those who are right, and `@` to those who are wrong; below an option `@` says something of that.
"""

import re
from collections.abc import Iterator

_IS = re.compile(
    r"^(?:\*[A-Za-z]\.[ \t]+\S|Type:[ \t]*[A-Z]{1,3}[ \t]*$|"
    r"\d+\)[ \t]+\S.*\n(?:(?!\d+[.)]).*\n)*?\*[A-Za-z][.)][ \t]*\S)",
    re.MULTILINE,
)
TYPE = re.compile(r"Type:\s*([A-Z]{1,3})\s*", re.IGNORECASE)
_LETTER = re.compile(r"^[ \t]*(\*?[A-Za-z])(?:\)[ \t]*|\.[ \t]+)(?=\S)")
_NUMBER = re.compile(r"^[ \t]*(\d+)(?:\)[ \t]*|\.[ \t]+)(?=\S)")
_FEEDBACK = re.compile(r"^[ \t]*([@~])[ \t]*(?=\S)")
_RIGHT, _WRONG, _NOTE = "+ ", "- ", "... "  # of text2qti


def is_respondus(text: str) -> bool:
    """Whether a text has what only Respondus writes."""
    return _IS.search(text) is not None


def has_question(text: str) -> bool:
    """Whether a line begins with a number as Respondus has it."""
    return any(map(_NUMBER.match, text.split("\n")))


def as_text2qti(text: str) -> str:
    """The text, line by line, as text2qti has it."""
    return "\n".join(_written(text))


def _written(text: str) -> Iterator[str]:
    """The lines. Feedback below the last option alone may be no word on that, so it is said to be for those who err."""
    waiting: list[str] = []  # what stands below the last option so far, if nothing does below those before it
    options = 0
    noted = False
    for line in text.split("\n"):
        bare = _NUMBER.sub(r"\1. ", _LETTER.sub(r"\1) ", line))
        feedback = _FEEDBACK.match(line)
        is_option = _LETTER.match(line) is not None
        if is_option or _NUMBER.match(line) or TYPE.fullmatch(line):
            yield from (f"{_NOTE if is_option else _WRONG}{each}" for each in waiting)
            noted = (noted or bool(waiting)) and is_option
            options, waiting = (options + 1 if is_option else 0), []
        if feedback is None:
            yield bare
        elif not options:
            yield f"{_RIGHT if feedback[1] == '~' else _WRONG}{line[feedback.end() :]}"
        elif noted or options == 1:
            yield f"{_NOTE}{line[feedback.end() :]}"
            noted = True
        else:
            waiting.append(line[feedback.end() :])
    yield from (f"{_WRONG}{each}" for each in waiting)
