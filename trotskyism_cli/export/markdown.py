"""Escaping of text for Markdown."""

import re

from trotskyism_cli.export.markup import with_escapes

_SIGNS = "\\`*_{}[]<>#&|~!$^@"
# What starts a list or heading at the beginning of a line. In pandoc, letters and Roman numerals are numbers too,
# also in round brackets.
_BEGINNING = re.compile(r"^(?:[-+=:%>](?=\s|[-+=]|$)|(?P<number>\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)])|\((?=\w+\)))")
_LINES = re.compile(r"\s*[\r\n\x0b\x0c\x85\u2028\u2029]\s*")


def escaped(text: str, indent: str = "") -> str:
    """Text with every special Markdown character escaped; line breaks are kept, blank lines dropped."""
    text = text.strip()
    if text.isprintable():
        return _line(text)
    return f"\\\n{indent}".join(map(_line, _LINES.split(text)))


def _line(text: str) -> str:
    safe = with_escapes(text, _SIGNS)
    found = _BEGINNING.match(safe)
    if found is None:
        return safe
    return (f"{found['number']}\\" if found["number"] else f"\\{found[0]}") + safe[found.end() :]
