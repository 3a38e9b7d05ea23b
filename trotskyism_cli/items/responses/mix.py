"""The ways of answering that are not a choice, and how often each has its turn."""

from collections.abc import Callable, Iterator

from trotskyism_cli.items.model import Difficulty, Item, Response
from trotskyism_cli.items.responses import match, typed
from trotskyism_cli.items.responses.stock import Made, Stock

MAKERS: dict[Response, Callable[[Stock], Iterator[Made]]] = {
    Response.MATCH: match.items,
    Response.TYPED: typed.items,
}
SHARES = {Response.CHOICE: 6, Response.TYPED: 2, Response.ORDER: 1, Response.MATCH: 1}


def fresh(stream: Iterator[Made], band: Difficulty | None) -> Iterator[Item]:
    """The items of a stream that are new, and of the wanted difficulty."""
    seen: set[str] = set()
    for each in stream:
        if each.item.id not in seen and band in (None, each.item.difficulty):
            seen.add(each.item.id)
            yield each.item
