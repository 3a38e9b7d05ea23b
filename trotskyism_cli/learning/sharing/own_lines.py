"""Read lines of a log that have exactly the form in which this program writes them, fast, with one regular expression.

Such a line has its values in the order of `Review`, a space after each comma and colon, and no escaped letters. The
pattern is put together from those of the values (see `soundness`); other lines are left to the caller.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from trotskyism_cli.learning.recall.reading import signs_of
from trotskyism_cli.learning.record.arrivals import Arrival
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.sharing.soundness import KINDS, are_places


def _pattern() -> str:
    values = [rf'"{name}": {kind.pattern}' for name, kind in KINDS.items()]
    always = len(values) - len(Review._field_defaults)
    said = ", ".join(values[:always]) + "".join(f"(?:, {each})?" for each in values[always:])
    return rf"^[ \t\r]*+\{{{said}\}}[ \t\r]*$|^.*$"


@lru_cache(1)
def _lines() -> re.Pattern[str]:
    """The pattern of a line: its groups are the values of a review, all empty if the line has another form."""
    return re.compile(_pattern(), re.ASCII | re.MULTILINE)


def read_own_lines(lines: Sequence[bytes]) -> list[Arrival | None]:
    """The review of each line; None for a line that needs to be checked further."""
    try:
        rows = _lines().findall(b"\n".join(lines).decode())
        written = [line.strip() for line, row in zip(lines, rows, strict=True) if row[0]]
        found = _arrivals([row for row in rows if row[0]], written)
        return [next(found) if row[0] else None for row in rows]
    except ValueError:  # invalid UTF-8, day or index: the caller finds out in which line
        return [None] * len(lines)


def _arrivals(rows: Sequence[tuple[str, ...]], lines: Iterable[bytes]) -> Iterator[Arrival]:
    """The reviews of lines, from the groups of the pattern. ValueError if a day or an index does not exist."""
    if not rows:
        return iter(())
    said = dict(zip(KINDS, zip(*rows, strict=True), strict=True))
    meant = {
        name: texts if KINDS[name].meant is str else [*map(KINDS[name].meant, texts)] for name, texts in said.items()
    }
    if not all(are_places(*each) for each in set(zip(meant["chosen"], meant["key"], meant["options"], strict=True))):
        raise ValueError("chosen and key should be places among the options")
    kept = meant | {
        "time": [text if "." in text else text.replace("+", ".000000+") for text in said["time"]],
        "data": lines,
        "signs": map(signs_of, map(Review._make, zip(*meant.values(), strict=True))),
    }
    return map(Arrival._make, zip(*(kept[name] for name in Arrival._fields), strict=True))
