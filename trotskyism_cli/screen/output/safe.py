"""Text from packs and learners is data: control characters in it are shown, never obeyed by the terminal."""

from trotskyism_cli.pack.lazy_regex import lazy_regex

_CONTROL = lazy_regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with every control and direction character in a visible form, as in `\\x1b`."""
    return _CONTROL.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)
