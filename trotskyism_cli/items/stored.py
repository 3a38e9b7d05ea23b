"""Store items as JSON text."""

import json
from typing import Any

from trotskyism_cli.items.model import Certificate, Item, Passage, Response, Rule


def stored(item: Item) -> str:
    """Write an item as JSON."""
    return json.dumps(item, ensure_ascii=False)


def item_from(text: str) -> Item:
    """Read an item written by `stored`."""
    item = Item._make(_tuples(json.loads(text)))
    return item._replace(
        response=Response(item.response),
        certificates=tuple(Certificate(option, Rule(rule), premises) for option, rule, premises in item.certificates),
        passage=Passage._make(item.passage) if item.passage else None,
    )


def _tuples(value: Any) -> Any:
    """Turn lists back into tuples."""
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
