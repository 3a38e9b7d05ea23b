"""Call the person of a card by his surname in its sentences, or by no name where one begins with it and a verb."""

import re

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.cards.rows import Cell, Row
from trotskyism_cli.views.wording.surnames import surname

_DID = lazy_regex(
    r" (?=(?:\w+ed|became|began|broke|built|came|drew|fell|fled|fought|gave|held|kept|knew|led|left|lost|made|met|put"
    r"|sat|saw|sent|spent|spoke|stood|took|went|won|wrote)\b)"
)


def by_surname(pack: Pack, entry: Entry, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of a person's card with his name shortened in every sentence; of anything else as they are."""
    if entry.kind is not Kind.PERSON:
        return rows
    return tuple(row._replace(cells=tuple(_shortened(pack, entry, cell) for cell in row.cells)) for row in rows)


def _shortened(pack: Pack, person: Entry, cell: Cell) -> Cell:
    if person.name not in cell.text or cell.fact is None:
        return cell
    begun = _DID.match(cell.text, len(person.name)) if cell.text.startswith(person.name) else None
    if begun and not pack.relations[cell.fact.relation].claim:  # whose a claim is, is said
        return cell._replace(text=capital(cell.text[begun.end() :]))
    short = surname(person)
    is_of_two = re.search(rf"[A-ZÀ-Ž][\w.’'-]* {re.escape(short)}\b", cell.text.replace(person.name, ""))
    return cell if is_of_two else cell._replace(text=cell.text.replace(person.name, short))
