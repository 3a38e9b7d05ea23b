"""The card of one entry: all its facts in rows, ordered as in a reference work, each row in order of time.

The whole card knows neither width nor medium; `first_look` cuts it to a screen. Claims keep their holder, disputed
facts their mark.
"""

from collections.abc import Iterable, Iterator

from trotskyism_cli.library.card import Card
from trotskyism_cli.pack.model import Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import LEADER, Part, Relation, Role
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.cards.cells import cell_of, inverse_cell_of, leads
from trotskyism_cli.views.cards.order_of_time import in_order_of_time
from trotskyism_cli.views.cards.other_names import names_of
from trotskyism_cli.views.cards.rows import DISPUTED, LED, VIEWS, Cell, EntryView, Row
from trotskyism_cli.views.happenings.offices import who_it_was
from trotskyism_cli.views.wording.years_in_brackets import span_of

IDEAS_FIRST = (Part.IDEAS, Part.LIFE, Part.POLITICS, Part.WORKS)  # the first question about an idea is what it means
# The part of a card for facts about the entry, by the kind of their subject.
PART_OF_KIND = {
    Kind.PERSON: Part.POLITICS,
    Kind.ORGANISATION: Part.POLITICS,
    Kind.EVENT: Part.POLITICS,
    Kind.CONCEPT: Part.IDEAS,
    Kind.WORK: Part.WORKS,
    Kind.PLACE: Part.LIFE,
}


def entry_view(pack: Pack, card: Card) -> EntryView:
    """Everything that the book says of an entry, in rows."""
    entry = card.entry
    rows = [*_rows(pack, card), *_disputes(pack, card)]
    order = _order(pack, entry.kind)
    parts_in_order = IDEAS_FIRST if entry.kind is Kind.CONCEPT else tuple(Part)
    rows.sort(key=lambda row: (parts_in_order.index(Part(row.part)), order.get(row.label, len(pack.relations))))
    return EntryView(
        id=entry.id,
        name=entry.name,
        span=span_of(pack, entry),
        kind=who_it_was(pack, entry),
        names=names_of(pack, entry),
        summary=entry.summary,
        significance=entry.significance,
        rows=tuple(rows),
        is_person=entry.kind is Kind.PERSON,
        is_event=entry.kind is Kind.EVENT,
        is_body=entry.kind is Kind.ORGANISATION,
    )


def _rows(pack: Pack, card: Card) -> list[Row]:
    """Rows of all cells. A row belongs to the part of its first cell."""
    cells: dict[str, list[Cell]] = {}
    parts: dict[str, str] = {}
    for label, part, cell in _placed(pack, card):
        parts.setdefault(label, part)
        cells.setdefault(label, []).append(cell)
    return [_row(label, cells[label], parts[label]) for label in cells]


def _placed(pack: Pack, card: Card) -> Iterator[tuple[str, str, Cell]]:
    """All cells of a card, each with the label and the part of its row."""
    entry = card.entry
    for fact in entry.facts:
        relation = pack.relations[fact.relation]
        if not fact.corrects and fact.id not in pack.corrected:
            label = _label(fact, relation, entry.kind)
            yield label, _part(pack, relation, label), cell_of(pack, fact)
    for fact in card.facts_as_object:
        relation = pack.relations[fact.relation]
        if relation.inverse_row and not fact.negated:
            yield relation.inverse_row, PART_OF_KIND[pack.entries[fact.subject].kind], inverse_cell_of(pack, fact)
    if entry.kind is Kind.ORGANISATION:
        from trotskyism_cli.views.cards.leaders_killed import label_of_course, leaders_killed  # organisations only

        yield from ((label_of_course(pack, entry), Part.POLITICS, cell) for cell in leaders_killed(pack, card))
    yield from _views(pack, card)


def _part(pack: Pack, relation: Relation, label: str) -> str:
    """The part of the card to which a row belongs.

    A label that this relation has only for some kinds of entry takes the part of the relation that always has it.
    """
    own = (each for each in pack.relations.values() if label == each.row) if label in relation.rows.values() else ()
    return next((each.part for each in own), relation.part) or Part.IDEAS


def _label(fact: Fact, relation: Relation, kind: Kind) -> str:
    """The label of a fact's row on its subject's card."""
    return LED if leads(fact, relation) else relation.row_on(kind) or capital(relation.label)


def _views(pack: Pack, card: Card) -> Iterator[tuple[str, str, Cell]]:
    """Claims that the entry makes about other things; those with a row of their own (accusations) go there."""
    for fact in card.facts_held:
        relation = pack.relations[fact.relation]
        if fact.subject != card.entry.id and fact.id not in pack.corrected and relation.claim:
            cell = cell_of(pack, fact)._replace(holder="", entry=fact.subject)
            yield relation.row or VIEWS, relation.part or Part.IDEAS, cell


def _disputes(pack: Pack, card: Card) -> Iterator[Row]:
    """The row of disputes about the entry or with its participation, if any."""
    argued = (fact.about for fact in (*card.facts_held, *card.entry.facts) if fact.about in pack.entries)
    about = dict.fromkeys((*card.entry.disputes, *argued))
    entries = [pack.entries[each] for each in about if each != card.entry.id]
    # An event that two sides quarrelled over has a row of its own.
    others = [each for each in entries if each.kind is Kind.CONCEPT]
    if others:
        # imported late: most entries are in no dispute
        from trotskyism_cli.views.wording.dispute_names import matter_of

        cells = tuple(Cell(text=matter_of(other), entry=other.id, rank=other.importance) for other in others)
        yield Row(DISPUTED, Part.IDEAS, cells, joined=True)


def _row(label: str, cells: Iterable[Cell], part: str) -> Row:
    once: dict[tuple[str, str, str], Cell] = {}
    for cell in cells:
        once.setdefault((cell.text, cell.when, cell.holder), cell)
    ordered = in_order_of_time(once.values())
    in_sentences = any(cell.fact and isinstance(cell.fact.object, str) for cell in ordered)
    return Row(label, part, tuple(ordered), not in_sentences)


def _order(pack: Pack, kind: Kind) -> dict[str, int]:
    """Position of each row label on the card of such an entry, by the order of relations in the pack."""
    found: dict[str, int] = {}
    for place, relation in enumerate(pack.relations.values()):
        if kind in relation.subjects:
            found.setdefault(relation.row_on(kind) or capital(relation.label), place)
        found.setdefault(relation.inverse_row, place)
        if LEADER in relation.words or relation.role == Role.WITHIN:
            found[LED] = place  # after memberships
    return found
