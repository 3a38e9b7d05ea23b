"""Text inside XML and HTML: always text, whatever stands in it."""

import re
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0 has no way to write, not even escaped.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def possible(value: str) -> str:
    """Text in which every character that XML cannot hold has become �."""
    return _IMPOSSIBLE.sub("\ufffd", value)


def text(value: str) -> str:
    """Text as the content of an element."""
    return escape(possible(value), {"\r": "&#13;"})


def attribute(value: str) -> str:
    """Text as the value of an attribute, with its quotation marks."""
    return quoteattr(possible(value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
