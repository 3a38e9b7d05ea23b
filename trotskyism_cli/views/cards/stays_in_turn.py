"""Omit needless years: the end of a stay if the next began then, and a year that a whole row shares."""

from itertools import pairwise

from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.cards.rows import Cell, Row
from trotskyism_cli.views.wording.margins import year_of

BREAK = 62  # most days between consecutive stays (dates are often known only to a month)


def with_runs(row: Row) -> Row:
    """Give consecutive stays in a person's life the rank of the highest of them."""
    if row.part != Part.LIFE or not row.joined:
        return row
    ranks = [cell.rank for cell in row.cells]
    for place in (*range(1, len(ranks)), *reversed(range(1, len(ranks)))):
        if _follows(row.cells[place - 1], row.cells[place]):
            ranks[place - 1 : place + 1] = [max(ranks[place - 1 : place + 1])] * 2
    return row._replace(cells=tuple(cell._replace(rank=rank) for cell, rank in zip(row.cells, ranks, strict=True)))


def as_read(row: Row) -> Row:
    """A row without the end of a stay that the next one tells: `1928 Alma-Ata · 1929–1933 Turkey`."""
    row = year_once(row)
    if row.part != Part.LIFE or not row.joined:
        return row
    begun = [_until_next(one, other) for one, other in pairwise(row.cells)]
    return row._replace(cells=(*begun, *row.cells[-1:]))


def year_once(row: Row) -> Row:
    """A row whose cells all have the same year, with that year only before the first: `1900 Lenin · Martov`."""
    if not row.joined or len({cell.when for cell in row.cells}) > 1:
        return row
    return row._replace(cells=(*row.cells[:1], *(cell._replace(when="") for cell in row.cells[1:])))


def _until_next(cell: Cell, following: Cell) -> Cell:
    if not _follows(cell, following) or cell.since is None or cell.since.start is None:
        return cell
    return cell._replace(when=year_of(cell.since.start))


def _follows(one: Cell, other: Cell) -> bool:
    """Return whether two stays have known beginnings and ends, and no break between them."""
    spans = [cell.since for cell in (one, other) if cell.entry and cell.since and _is_known(cell)]
    return len(spans) == 2 and abs((spans[1].first - spans[0].last).days) <= BREAK


def _is_known(cell: Cell) -> bool:
    when = cell.since
    return when is not None and when.is_span and when.start is not None and when.end is not None
