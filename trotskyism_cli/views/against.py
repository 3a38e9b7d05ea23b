"""What opponents say of an idea, apart from what those argue whose idea it is."""

from dataclasses import replace

from trotskyism_cli.pack.model import Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.views.entry import VIEWS, Cell, Row
from trotskyism_cli.views.first_page import MARGINAL
from trotskyism_cli.views.margins import years_of

AGAINST = "Against it"
OPPONENTS, SUPPORTERS = "Opponents", "Supporters"  # the rows of those who opposed and supported something
MAKING, OPPOSING = frozenset({"formulated", "founder", "coined"}), "opposed"  # among the words of relations


def with_opponents_apart(pack: Pack, entry: Entry, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of an idea, where the arguments of those who are against it, or its makers, have a row of their own."""
    makers = {fact.target for fact in entry.facts if MAKING.intersection(pack.relations[fact.relation].words)} - {""}
    if entry.kind is not Kind.CONCEPT or not makers:
        return rows
    told: list[Row] = []
    for row in rows:
        against = tuple(cell for cell in row.cells if cell.fact and _is_against(pack, cell.fact, makers))
        if row.label != VIEWS or not against or len(against) == len(row.cells):
            told.append(row)
            continue
        told.append(replace(row, cells=tuple(cell for cell in row.cells if cell not in against)))
        told.append(replace(row, label=AGAINST, cells=against))
    return tuple(told)


def _is_against(pack: Pack, fact: Fact, makers: set[str]) -> bool:
    """Whether an argument is of others than the makers, and contradicts one of theirs, or is of an opponent of them."""
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
    """The rows, with opponents by name among the others in the place of what they say, for which there is no room."""
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
