"""Give critics a row of their own: opponents of an idea, or what others say of a person."""

from collections.abc import Callable

from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.cards.first_page import MARGINAL
from trotskyism_cli.views.cards.rows import VIEWS, Cell, Row
from trotskyism_cli.views.wording.margins import years_of

AGAINST = "Against it"
JUDGED = "Judged"  # row of what others say of a person
OPPONENTS, SUPPORTERS = "Opponents", "Supporters"
MAKING, OPPOSING = frozenset({"formulated", "founder", "coined"}), "opposed"  # words of relations


def with_others_apart(pack: Pack, entry: Entry, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Split off the arguments against an idea or its makers; for a person, split off others' judgements."""
    if entry.kind is Kind.PERSON:
        return _apart(rows, JUDGED, lambda fact: entry.id not in fact.according_to)
    makers = {fact.target for fact in entry.facts if MAKING.intersection(pack.relations[fact.relation].words)} - {""}
    if entry.kind is not Kind.CONCEPT or not makers:
        return rows
    return _apart(rows, AGAINST, lambda fact: _is_against(pack, fact, makers))


def _apart(rows: tuple[Row, ...], label: str, is_apart: Callable[[Fact], bool]) -> tuple[Row, ...]:
    """Split the row of arguments in two: cells for which `is_apart` holds get a row called `label`."""
    told: list[Row] = []
    for row in rows:
        apart = tuple(cell for cell in row.cells if cell.fact and is_apart(cell.fact)) if row.label == VIEWS else ()
        rest = tuple(cell for cell in row.cells if cell not in apart)
        told += [row._replace(cells=rest)] if rest else []
        told += [row._replace(label=label, cells=apart)] if apart else []
    return tuple(told)


def _is_against(pack: Pack, fact: Fact, makers: set[str]) -> bool:
    """Return whether a claim contradicts one by the idea's makers, or is made by an opponent of theirs."""
    if not fact.according_to or makers.intersection(fact.according_to):
        return False
    answered = (pack.facts[each] for each in fact.contradicts if each in pack.facts)
    if any(makers.intersection(each.according_to) for each in answered):
        return True
    return any(_oppose(pack, holder, maker) for holder in fact.according_to for maker in makers)


def _oppose(pack: Pack, one: str, other: str) -> bool:
    return any(
        fact.target in (one, other) and pack.is_known(fact) and OPPOSING in pack.relations[fact.relation].words
        for each in (one, other)
        for fact in pack.entries[each].facts
        if fact.target != each
    )


def with_opponents_named(pack: Pack, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Replace the row of arguments against an idea by names in "Opponents", to save room."""
    said = next((row for row in rows if row.label == AGAINST), None)
    if said is None:
        return rows
    known = next((row for row in rows if row.label == OPPONENTS), None)
    named = {cell.entry for cell in known.cells} if known else set[str]()
    cells = [*(known.cells if known else ())]
    held = [(each, holder) for each in said.cells if each.fact for holder in each.fact.according_to]
    for cell, holder in held:
        if holder not in named:
            named.add(holder)
            when = years_of(cell.since) if cell.since else ""
            cells.append(Cell(pack.entries[holder].name, when, entry=holder, rank=MARGINAL, moment=cell.moment))
    row = Row(OPPONENTS, Part.POLITICS, tuple(cells), joined=True)
    rest = [each for each in rows if each.label not in (AGAINST, OPPONENTS)]
    place = (
        rows.index(known) - 1
        if known
        else next((place for place, each in enumerate(rest) if each.label == SUPPORTERS), len(rest))
    )
    return (*rest[:place], row, *rest[place:])
