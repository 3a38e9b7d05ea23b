"""Items of several responses in one stream."""

import random
from collections.abc import Callable, Collection, Iterator

from trotskyism_cli.items.ledger import Ledger
from trotskyism_cli.items.model import Difficulty, Item, Response
from trotskyism_cli.items.responses import match, order, several, typed
from trotskyism_cli.items.responses.stock import Made, Stock

MAKERS: dict[Response, Callable[[Stock], Iterator[Made]]] = {
    Response.SEVERAL: several.items,
    Response.ORDER: order.items,
    Response.MATCH: match.items,
    Response.TYPED: typed.items,
}
SHARES = {Response.CHOICE: 6, Response.TYPED: 2, Response.SEVERAL: 1, Response.ORDER: 1, Response.MATCH: 1}


def mix(
    stock: Stock, ledger: Ledger, choices: Iterator[Item], wanted: Collection[Response], band: Difficulty | None
) -> Iterator[Item]:
    """Items of the responses wanted in turns drawn by chance, until each has run out; none twice, none telling one
    that follows.
    """
    streams: dict[Response, Iterator[Item]] = {
        response: choices if response is Response.CHOICE else fresh(MAKERS[response](stock), ledger, band)
        for response in Response
        if response in wanted
    }
    rng = random.Random(stock.rng.random())
    while streams:
        response = rng.choices(list(streams), [SHARES[each] for each in streams])[0]
        item = next(streams[response], None)
        if item is None:
            del streams[response]
        else:
            yield item


def fresh(stream: Iterator[Made], ledger: Ledger, band: Difficulty | None) -> Iterator[Item]:
    """The items of a stream that are new, of the wanted difficulty, and not answered by one of just before."""
    seen: set[str] = set()
    for found in stream:
        item = found.item
        if item.id in seen or (band is not None and item.difficulty != band):
            continue
        shown = " ".join((item.stem, *item.prompts, *item.options))
        if any(ledger.is_told(ask, shown) for ask in found.asks):
            continue
        seen.add(item.id)
        ledger.note(f"{shown} {item.explanation}")
        yield item
