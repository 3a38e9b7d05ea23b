"""Text inside XML and HTML: always text, whatever stands in it."""

import re

from trotskyism_cli.pack.lazy_regex import lazy_regex

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'  # of every file of XML
_ESCAPES = ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;")
_ESCAPES_IN_ATTRIBUTES = ('"', "&quot;"), ("\n", "&#10;"), ("\t", "&#9;")  # besides these
_IN_ATTRIBUTES = re.compile(r'[&<>"]')
# What XML 1.0 has no way to write, not even escaped.
_IMPOSSIBLE = lazy_regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def possible(value: str) -> str:
    """Text in which every character that XML cannot hold has become �."""
    return value if value.isprintable() else _IMPOSSIBLE.sub("\ufffd", value)


def text(value: str) -> str:
    """Text as the content of an element."""
    clean = possible(value)
    for sign, written in _ESCAPES:
        if sign in clean:  # mostly it is not, and to look is all that it costs
            clean = clean.replace(sign, written)
    return clean


def attribute(value: str) -> str:
    """Text as the value of an attribute, with its quotation marks."""
    if value.isprintable() and _IN_ATTRIBUTES.search(value) is None:
        return f'"{value}"'
    shown = text(value)
    for sign, written in _ESCAPES_IN_ATTRIBUTES:
        shown = shown.replace(sign, written)
    return f'"{shown}"'


def with_escapes(text: str, signs: str) -> str:
    """Text with a backslash before each of some signs, of which it is the first if it is among them."""
    for sign in signs:
        if sign in text:
            text = text.replace(sign, f"\\{sign}")
    return text


def in_one_line(text: str) -> str:
    """Text whose words have one blank between them."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(text.split())
