"""Birth, death and names of a person on his card.

Where no fact gives a date or place of its own, the summary or the sentence of another fact does.
"""

from collections.abc import Iterator

from trotskyism_cli.library.words.killing import WAS_KILLED
from trotskyism_cli.pack.dates import A_MONTH, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part, Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.cards.rows import ALWAYS, Cell, Row
from trotskyism_cli.views.wording.margins import birth_and_death_said, year_in_words

_WORD = r"(?:St\. )?[A-ZÀ-Ž][\w’'-]*"
# The place in the verb's own clause, not e.g. that of a trial: `died in exile in Paris on 3 May`.
_THERE = lazy_regex(
    rf"\b(?:born\b|died\b|{WAS_KILLED})[^,;]*? (?:at|in|near) "
    rf"(?!(?:{A_MONTH})\b)(?P<place>{_WORD}(?: {_WORD})*)(?=[,.;]| on\b| in\b| by\b|$)"
)


def with_birth_and_death(pack: Pack, entry: Entry, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows of a person, completed with birth and death from the years in the summary and places in sentences."""
    if entry.kind is not Kind.PERSON:
        return rows
    labels: dict[str, str] = {}
    for relation in pack.relations.values():
        labels.setdefault(relation.role, relation.row or capital(relation.label))
    labels = {role: labels[role] for role in (Role.BORN, Role.DIED) if role in labels}
    years = birth_and_death_said(entry)
    known = {row.label: row for row in rows}
    own = list(_own(pack, labels, known, years))
    return (*own, *(row for row in rows if row.label not in labels.values()))


def with_bare_names(pack: Pack, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows in which further names stand alone, not in the sentence that says whose they are."""
    return tuple(row._replace(cells=tuple(_bare(pack, cell) for cell in row.cells)) for row in rows)


def _bare(pack: Pack, cell: Cell) -> Cell:
    fact = cell.fact
    is_name = fact is not None and pack.relations[fact.relation].role == Role.NAME and not fact.negated
    return cell._replace(text=fact.object) if fact and is_name and isinstance(fact.object, str) else cell


def _own(pack: Pack, labels: dict[str, str], known: dict[str, Row], years: dict[Role, str]) -> Iterator[Row]:
    """The rows of birth and death, if anything is known."""
    for role in (Role.BORN, Role.DIED):
        label = labels.get(role, "")
        if label in known:
            yield _with_place(pack, known[label])
        elif label and (year := years.get(role)):
            cell = Cell(year_in_words(year), rank=ALWAYS)
            yield Row(label, Part.LIFE, (cell,), joined=True)


def _with_place(pack: Pack, row: Row) -> Row:
    """A row that has only a date, with the place that the fact's sentence names."""
    cell = row.cells[0]
    if len(row.cells) > 1 or cell.fact is None or not isinstance(cell.fact.object, Date):
        return row
    place = _place(pack, cell.fact)
    return row._replace(cells=(cell._replace(text=f"{cell.text} · {place}"),)) if place else row


def _place(pack: Pack, fact: Fact) -> str:
    found = _THERE.search(fact_sentence(pack, fact))
    return found["place"] if found else ""
