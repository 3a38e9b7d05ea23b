"""Code fences around questions, as chat assistants write them: lines of ``` before and after."""

import re
from typing import NamedTuple

from trotskyism_cli.imports.decoding import LINE

_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})[ \t]*([\w+-]*)[ \t]*")


class Fenced(NamedTuple):
    """The text inside fences and the text outside, each with the rest as empty lines, and the first fence's line."""

    inside: str
    outside: str
    line: int


def fenced(text: str) -> Fenced | None:
    """Split a text at its fences; None if it has none. An unclosed fence goes on to the end."""
    if "```" not in text and "~~~" not in text:
        return None
    inside, outside = [], []
    opened = ""
    first = 0
    for number, line in enumerate(LINE.findall(text), start=1):
        bare = line.rstrip("\r\n")
        end = line[len(bare) :]
        fence = _FENCE.fullmatch(bare)
        if fence and not opened:
            opened, first = fence[1], first or number
            kept = ("", "")
        elif fence and fence[1].startswith(opened) and not fence[2]:
            opened = ""
            kept = ("", "")
        else:
            kept = (bare, "") if opened else ("", bare)
        inside.append(kept[0] + end)
        outside.append(kept[1] + end)
    return Fenced("".join(inside), "".join(outside), first) if first else None
