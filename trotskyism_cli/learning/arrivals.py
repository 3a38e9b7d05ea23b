"""Reviews on their way into the log: what the file keeps of each, made once, whether it was just given or imported."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from trotskyism_cli.learning.reading import signs_of
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.rows import instant, is_instant
from trotskyism_cli.learning.signs import Sign

SOME = 500  # reviews, whose values are taken together


class Arrival(NamedTuple):
    """The columns of a review, by which it is found, and last of all what it says of each fact that it asked for.

    `data` is the whole review as JSON, in UTF-8: who has it need not write it again.
    """

    id: str
    pack: str
    time: str
    session: str
    topic: str
    undoes: str
    credit: float
    data: bytes
    signs: tuple[tuple[str, Sign], ...]


COLUMNS = Arrival._fields[:-1]


def arrival_of(review: Review) -> Arrival:
    """What the file keeps of a review."""
    [arrival] = arrivals_of([(review, b"", "")])
    return arrival


def arrivals_of(written: Iterable[tuple[Review, bytes, str]]) -> Iterator[Arrival]:
    """The same of many reviews, each with its JSON and its time as somebody has written them; empty if nobody has."""
    left = iter(written)
    while some := list(islice(left, SOME)):
        reviews, data, times = zip(*some, strict=True)
        columns: dict[str, Iterable[Any]] = dict(zip(Review._fields, zip(*reviews, strict=True), strict=True))
        columns["time"] = [
            time if is_instant(time) else instant(moment) for time, moment in zip(times, columns["time"], strict=True)
        ]
        columns["credit"] = map(float, columns["credit"])
        columns["data"] = [
            text or json.dumps(each.as_json()).encode() for text, each in zip(data, reviews, strict=True)
        ]
        columns["signs"] = map(signs_of, reviews)
        yield from map(Arrival._make, zip(*(columns[name] for name in Arrival._fields), strict=True))
