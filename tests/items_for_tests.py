"""Items made by hand, for tests of what is done with items."""

from typing import Any

from trotskyism_cli.items.model import Item, Response


def an_item(**values: Any) -> Item:
    """An item with sensible values for whatever the test does not care about."""
    options = values.get("options", ("Karl Marx", "Leon Trotsky", "Vladimir Lenin"))
    defaults: dict[str, Any] = {
        "id": "author:results-and-prospects.author:1",
        "kind": "author",
        "response": Response.CHOICE,
        "topic": "theory",
        "difficulty": "easy",
        "stem": "Who wrote Results and Prospects?",
        "options": options,
        "answer": (1,),
        "explanation": "Results and Prospects is by Leon Trotsky. Source: the article.",
        "option_notes": tuple(f"{option} wrote other works." for option in options),
        "evidence_ids": ("results-and-prospects.author",),
        "certificates": (),
    }
    return Item(**{**defaults, **values})
