"""Convert Respondus plain text to text2qti's, which is nearly the same.

Respondus writes `1)` before a question and `*b.` before a right option. Between a question and its options, `~` is
feedback for right answers and `@` for wrong ones; below an option, `@` is feedback on that option.
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
_RIGHT, _WRONG, _NOTE = "+ ", "- ", "... "  # text2qti's signs


def is_respondus(text: str) -> bool:
    """Return whether a text has features only Respondus writes."""
    return _IS.search(text) is not None


def has_question(text: str) -> bool:
    """Return whether a line begins with a number in Respondus style."""
    return any(map(_NUMBER.match, text.split("\n")))


def as_text2qti(text: str) -> str:
    """The text converted line by line."""
    return "\n".join(_written(text))


def _written(text: str) -> Iterator[str]:
    """The converted lines.

    Feedback below the last option only may not be about it, so it is written for wrong answers.
    """
    waiting: list[str] = []  # feedback below the latest option, while earlier options have none
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
