"""The formats that are read: by which names and signs a file is known to be in one, and what reads it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from trotskyism_cli.errors import UsageError
from trotskyism_cli.imports.decoding import decoded
from trotskyism_cli.imports.foreign import Reading, UnreadableError
from trotskyism_cli.imports.gift import is_gift, read_gift
from trotskyism_cli.imports.table import is_table, read_table

_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|quiz\b|questestinterop|assessment)")


class Source:
    """A file that was read: its bytes, its name, and the encoding that its text is said to have."""

    def __init__(self, data: bytes, name: str, encoding: str = "") -> None:
        self.data = data
        self.name = name
        self.encoding = encoding

    @cached_property
    def text(self) -> str:
        """The text; an error of the user if it is none."""
        return decoded(self.data, self.name, self.encoding)


@dataclass(frozen=True, slots=True)
class Format:
    """A format. `suffixes` are those of its own; `known` says whether a file looks like it."""

    name: str
    says: str
    suffixes: tuple[str, ...]
    known: Callable[[Source], bool]
    read: Callable[[Source], Reading]


def _of_text(read: Callable[[str], Reading]) -> Callable[[Source], Reading]:
    return lambda source: read(source.text)


def _text_like(known: Callable[[str], bool]) -> Callable[[Source], bool]:
    return lambda source: not _is_binary(source) and known(source.text)


def _is_binary(source: Source) -> bool:
    return source.data.startswith((b"PK\x03\x04", b"SQLite format 3")) or _is_xml(source)


def _is_xml(source: Source) -> bool:
    return _XML.match(source.data) is not None


# In the order in which a file is looked at: the surer signs first.
FORMATS: tuple[Format, ...] = (
    Format("gift", "GIFT, of Moodle", (".gift",), _text_like(is_gift), _of_text(read_gift)),
    Format("table", "a table: CSV, TSV", (".csv", ".tsv", ".tab"), _text_like(is_table), _of_text(read_table)),
)
NAMES = tuple(each.name for each in FORMATS)


def format_of(source: Source, suffix: str, wanted: str = "") -> Format:
    """The format that is wanted, or that a file has by its name and its signs; an error of the user if it has none."""
    if wanted:
        found = next((each for each in FORMATS if each.name == wanted), None)
        if found is None:
            raise UsageError(f"There is no format {wanted!r}; choose one of {', '.join(NAMES)}.")
        return found
    by_name = next((each for each in FORMATS if suffix in each.suffixes), None)
    if by_name is not None and (by_name.known(source) or _is_text(by_name, source)):
        return by_name
    by_signs = next((each for each in FORMATS if each.known(source)), by_name)
    if by_signs is None:
        if not source.data.strip():
            raise UnreadableError(f"{source.name} is empty.")
        raise UsageError(
            f"{source.name} is in none of the formats that are known; name one: --format {'|'.join(NAMES)}."
        )
    return by_signs


def _is_text(found: Format, source: Source) -> bool:
    """Whether a file that is named like text, and shows no sign of another format, may be what its name says."""
    return not any(each.known(source) for each in FORMATS if each is not found)
