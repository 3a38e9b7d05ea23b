"""Items that want four to six events (or lives, or works) in the order of time."""

from collections.abc import Iterator

from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.explain import dated_note, order_told, sources_told
from trotskyism_cli.items.model import Certificate, Response, Rule
from trotskyism_cli.items.pools import Pool
from trotskyism_cli.items.responses.stock import Draft, Made, Stock, made
from trotskyism_cli.items.truth import RankOf
from trotskyism_cli.pack.model import by_time

FEWEST, MOST = 4, 6


def items(stock: Stock) -> Iterator[Made]:
    """Items whose options are certainly one before the other, in whatever calendar."""

    def fits(ask: Ask) -> bool:
        return isinstance(ask.query, RankOf) and bool(stock.index.relation(ask.query.fact).asks.get("order"))

    for pool, ask in stock.beginnings(fits):
        row = _row(stock, pool, ask, stock.rng.randint(FEWEST, MOST))
        if len(row) >= FEWEST:
            yield made(_draft(stock, pool, row))


def _row(stock: Stock, pool: Pool, ask: Ask, size: int) -> list[Ask]:
    row = [ask]
    for other in stock.near(pool, ask, lambda _: True):
        if len(row) < size and all(stock.sets.wrong(each, other.answer) for each in row):
            row.append(other)
    return row


def _draft(stock: Stock, pool: Pool, row: list[Ask]) -> Draft:
    index = stock.index
    ordered = sorted(row, key=lambda ask: by_time(index.facts[ask.evidence[0]]))
    shown = list(row)
    while shown == ordered:
        stock.rng.shuffle(shown)
    places = [ordered.index(ask) for ask in shown]
    facts = [ask.evidence[0] for ask in ordered]
    wordings = index.pack.relations[index.facts[facts[0]].relation].asks["order"]
    return Draft(
        response=Response.ORDER,
        asks=tuple(ordered),
        difficulty=stock.difficulty(pool, [ask.answer for ask in row]),
        stem=stock.rng.choice(wordings),
        options=tuple(ask.answer.label for ask in shown),
        answer=tuple(shown.index(ask) for ask in ordered),
        explanation=f"{order_told(index, ordered)} {sources_told(index, facts)}",
        notes=tuple(dated_note(index, ask.evidence[0]) for ask in shown),
        certificates=tuple(
            Certificate(number, Rule.STRICT_ORDER, tuple(facts[max(0, place - 1) : place + 2]))
            for number, place in enumerate(places)
        ),
    )
