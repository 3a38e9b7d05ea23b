"""Items as text, for where they are kept."""

import json
from typing import Any

from trotskyism_cli.items.model import Certificate, Item, Passage, Response, Rule


def stored(record: Any) -> str:
    """An item, or another record of the same sort (slots that hold texts, numbers and tuples), as JSON."""
    return json.dumps({name: getattr(record, name) for name in record.__slots__}, default=_plain, ensure_ascii=False)


def item_from(text: str) -> Item:
    """The item that `stored` wrote."""
    values = json.loads(text)
    proofs = tuple(
        Certificate(each["option"], Rule(each["rule"]), tuple(each["premises"])) for each in values["certificates"]
    )
    passage = Passage(**values["passage"]) if values.get("passage") else None
    own = {"response": Response(values["response"]), "certificates": proofs, "passage": passage}
    return Item(**{**tuples(values), **own})


def tuples(values: dict[str, Any]) -> dict[str, Any]:
    """The same with tuples for lists, as they were before they were written."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def _plain(value: Any) -> Any:
    return {name: getattr(value, name) for name in value.__slots__}
