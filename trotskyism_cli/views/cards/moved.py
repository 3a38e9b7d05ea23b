"""The second place of an event that moved, from the sentence that tells where it was."""

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import EntryRef, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.cards.rows import Cell, Row

_NAME = r"[A-ZÀ-Ž][\w’'-]*(?: [A-ZÀ-Ž][\w’'-]*)*"
_MOVED = lazy_regex(
    rf"\bopened (?:at|in) (?P<first>{_NAME})\b[^.;]*? and (?:moved to|went on in|continued in) (?P<then>{_NAME})"
)


def with_both_places(pack: Pack, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows in which an event that opened in one place and went on in another has both: `Brussels, then London`."""
    return tuple(row._replace(cells=tuple(_with_both(pack, cell) for cell in row.cells)) for row in rows)


def _with_both(pack: Pack, cell: Cell) -> Cell:
    fact = cell.fact
    found = _MOVED.search(fact.text) if fact and _is_place_of_event(pack, fact) and cell.entry == fact.target else None
    if found is None or cell.text not in (found["first"], found["then"]):
        return cell
    return cell._replace(text=f"{found['first']}, then {found['then']}")


def _is_place_of_event(pack: Pack, fact: Fact) -> bool:
    is_entry = isinstance(fact.object, EntryRef)
    return is_entry and pack.entries[fact.subject].kind is Kind.EVENT and pack.entries[fact.target].kind is Kind.PLACE
