"""Text inside Markdown: always text, whatever stands in it."""

import re

_SIGN = re.compile(r"[\\`*_{}\[\]<>#&|~!$^@]")
# What makes a list or a heading at the beginning of a line only; pandoc numbers with letters and Roman figures, too,
# and also in round brackets.
_BEGINNING = re.compile(r"^(?:[-+=:%>](?=\s|[-+=]|$)|(?P<number>\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)])|\((?=\w+\)))")
_LINES = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")


def escaped(text: str, indent: str = "") -> str:
    """Text with a backslash before every sign that Markdown would obey; lines stay lines, blank ones are left out."""
    lines = (_line(line) for line in _LINES.split(text.strip()))
    return f"\\\n{indent}".join(lines)


def _line(text: str) -> str:
    safe = _SIGN.sub(r"\\\g<0>", text)
    return _BEGINNING.sub(lambda found: f"{found['number']}\\" if found["number"] else f"\\{found[0]}", safe)
