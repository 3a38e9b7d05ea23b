"""Reviews on their way into the log: what the file keeps of each, made once, whether it was just given or imported."""

import json
from typing import NamedTuple

from trotskyism_cli.learning.recall.reading import signs_of
from trotskyism_cli.learning.recall.signs import Sign
from trotskyism_cli.learning.record.rows import instant
from trotskyism_cli.learning.review import Review


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


def arrival_of(review: Review, data: bytes = b"") -> Arrival:
    """What the file keeps of a review, with its JSON as somebody has written it; empty if nobody has."""
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
