"""The responses other than choice, and the relative frequency of each response."""

from collections.abc import Callable, Iterator

from trotskyism_cli.items.model import Difficulty, Item, Response
from trotskyism_cli.items.responses import match, typed
from trotskyism_cli.items.responses.material import Material

MAKERS: dict[Response, Callable[[Material], Iterator[Item]]] = {
    Response.MATCH: match.items,
    Response.TYPED: typed.items,
}
SHARES = {Response.CHOICE: 6, Response.TYPED: 2, Response.ORDER: 1, Response.MATCH: 1}


def fresh(stream: Iterator[Item], band: Difficulty | None) -> Iterator[Item]:
    """Items of a stream that are new and of the wanted difficulty."""
    seen: set[str] = set()
    for item in stream:
        if item.id not in seen and band in (None, item.difficulty):
            seen.add(item.id)
            yield item
