"""Escaping of text for XML and HTML, and other text helpers."""

import re

from trotskyism_cli.pack.lazy_regex import lazy_regex

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'  # first line of every XML file
_ESCAPES = ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")
_ESCAPES_IN_ATTRIBUTES = ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;")  # in addition
_IN_ATTRIBUTES = re.compile(r'[&<>"]')
# Characters that XML 1.0 cannot represent, not even escaped.
_IMPOSSIBLE = lazy_regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def possible(value: str) -> str:
    """Text with every character that XML cannot represent replaced by �."""
    return value if value.isprintable() else _IMPOSSIBLE.sub("\ufffd", value)


def text(value: str) -> str:
    """Text as the content of an element."""
    clean = possible(value)
    for sign, written in _ESCAPES:
        if sign in clean:  # a quick check: usually it is not
            clean = clean.replace(sign, written)
    return clean


def attribute(value: str) -> str:
    """Text as a quoted attribute value."""
    if value.isprintable() and _IN_ATTRIBUTES.search(value) is None:
        return f'"{value}"'
    shown = text(value)
    for sign, written in _ESCAPES_IN_ATTRIBUTES:
        shown = shown.replace(sign, written)
    return f'"{shown}"'


def with_escapes(text: str, signs: str) -> str:
    """Text with a backslash before each of these signs; if a backslash is among them it must be the first."""
    for sign in signs:
        if sign in text:
            text = text.replace(sign, f"\\{sign}")
    return text


def in_one_line(text: str) -> str:
    """Text with all white space reduced to single blanks."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.split())
