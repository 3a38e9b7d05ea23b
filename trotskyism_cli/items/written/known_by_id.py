"""Look up authors' questions by item id, for answer files that hold only ids."""

from collections.abc import Mapping
from typing import NamedTuple

from trotskyism_cli.items.grounds.index import build_index
from trotskyism_cli.items.model import Passage
from trotskyism_cli.items.written.passage import passage_of
from trotskyism_cli.items.written.questions import askable, topics_of
from trotskyism_cli.items.written.written_item import item_id, ways
from trotskyism_cli.pack.pack import Pack


class Known(NamedTuple):
    """Chapter of a question (an id; empty if it has none), and the passage it rests on."""

    topic: str
    passage: Passage | None


def known_by_id(pack: Pack) -> Mapping[str, Known]:
    """For every item that an author's question can give, by item id: its chapter and passage."""
    index = build_index(pack)
    found: dict[str, Known] = {}
    for question in askable(index):
        known = Known(next(iter(topics_of(index, question)), ""), passage_of(pack, question.passage))
        found |= {item_id(question, way): known for way in ways(question)}
    return found
