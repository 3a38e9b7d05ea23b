"""Reviews on their way into the log: the columns of each, computed once for new and imported reviews alike."""

import json
from typing import NamedTuple

from trotskyism_cli.learning.recall.reading import signs_of
from trotskyism_cli.learning.recall.signs import Sign
from trotskyism_cli.learning.record.rows import instant
from trotskyism_cli.learning.review import Review


class Arrival(NamedTuple):
    """The columns of a review, which are used to find it, and what it says about each of its facts (`signs`).

    `data` is the whole review as JSON in UTF-8; where it was read as JSON, it is stored as it came.
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


def arrival_of(review: Review, data: bytes = b"") -> Arrival:
    """The columns of a review; `data` is its JSON as it came, or empty to write it anew."""
    return Arrival(
        review.id,
        review.pack,
        instant(review.time),
        review.session,
        review.topic,
        review.undoes,
        float(review.credit),
        data or json.dumps(review.as_json()).encode(),
        signs_of(review),
    )
