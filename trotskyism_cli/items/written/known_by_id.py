"""What a pack says of questions that an author wrote, by the ids of their items: for answers that name only those."""

from collections.abc import Mapping
from typing import NamedTuple

from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.model import Passage
from trotskyism_cli.items.written.passage import passage_of
from trotskyism_cli.items.written.questions import askable, topics_of
from trotskyism_cli.items.written.written_item import item_id, ways
from trotskyism_cli.pack.pack import Pack


class Known(NamedTuple):
    """The chapter of a question (an id; empty if it has none), and the passage that it rests on."""

    topic: str
    passage: Passage | None


def known_by_id(pack: Pack) -> Mapping[str, Known]:
    """Of each item of a question that an author wrote, what is known of it."""
    index = build_index(pack)
    found: dict[str, Known] = {}
    for question in askable(index):
        known = Known(next(iter(topics_of(index, question)), ""), passage_of(pack, question.passage))
        found |= {item_id(question, way): known for way in ways(question)}
    return found
