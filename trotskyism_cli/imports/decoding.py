"""Decode a file: as UTF-8, as UTF-16 with a byte order mark, or in a named encoding. No character is guessed."""

import codecs
import re

from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.foreign import UnreadableError

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")  # with its end
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
USUAL = (
    "windows-1252 (Western Europe), windows-1251 (Cyrillic), windows-1250 (Central Europe), gb18030 (Chinese) or "
    "cp932 (Japanese)"
)


def decoded(data: bytes, name: str, encoding: str = "") -> str:
    """The text; UnreadableError if the bytes do not fit the encoding, UsageError if the encoding is unknown."""
    mark, marked = next(((mark, each) for mark, each in _MARKS if data.startswith(mark)), (b"", ""))
    wanted = encoding or marked or "utf-8"
    try:
        known = codecs.lookup(wanted)
    except LookupError:
        raise UsageError(f"There is no encoding {encoding!r}; name {USUAL}, or utf-8.") from None
    if not known._is_text_encoding:
        raise UsageError(f"{encoding!r} is no encoding of text; name {USUAL}, or utf-8.")
    if not encoding and not marked and (guess := _of_two_bytes(data[:1000])):
        raise UnreadableError(f"{name} seems to be UTF-16 without its mark; add --encoding {guess}.")
    if b"\0" in data and not encoding and not marked:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise UnreadableError(f"{name}:{line}: a byte that no text has; export the file as text, or delete that byte.")
    try:
        text = data.removeprefix(mark).decode(wanted)
    except UnicodeError as error:
        start = error.start if isinstance(error, UnicodeDecodeError) else 0
        line = data.count(b"\n", 0, start) + 1
        remedy = f"choose another --encoding: {USUAL}" if encoding else f"save it so, or add --encoding: {USUAL}"
        raise UnreadableError(f"{name}:{line}: not {wanted.upper()}; {remedy}.") from None
    if _encoded_twice(text):
        told = "its letters were encoded twice, as Ã© for é; let the program that made it save it anew, or mend them"
        raise UnreadableError(f"{name}: {told}.")
    return text.removeprefix("\ufeff")


def _encoded_twice(text: str) -> bool:
    """Return whether all non-ASCII characters are UTF-8 bytes that were misread as Western European letters."""
    if text.isascii():
        return False
    for taken in ("latin-1", "cp1252"):
        try:
            text.encode(taken).decode("utf-8")
        except UnicodeError:
            continue
        return True
    return False


def _of_two_bytes(beginning: bytes) -> str:
    """The two-byte encoding a text seems to have, because every other byte is zero; else empty."""
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if beginning[first::2].count(0) > len(beginning) / 4 and 0 not in beginning[1 - first :: 2]:
            return name
    return ""


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends (CRLF, LF or CR)."""
    return re.split(r"\r\n|\r|\n", text)


def filled_lines(text: str) -> list[str]:
    """The lines of a text that are not blank."""
    return [line for line in lines_of(text) if line.strip()]
