"""The card of one entry: a first look that fits a screen, and the parts that tell everything."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from trotskyism_cli.invocation import command
from trotskyism_cli.library.card import Card
from trotskyism_cli.message_text import MIDDOT
from trotskyism_cli.pack.model import Citation, Fact
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Field,
    Fields,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Span,
    Title,
    join,
    line,
)
from trotskyism_cli.screen.wrapping import wrapped
from trotskyism_cli.views.cards.entry import entry_view
from trotskyism_cli.views.cards.rows import DISPUTED, Cell, EntryView, Row
from trotskyism_cli.views.cards.window import USUAL, Window

if TYPE_CHECKING:
    from trotskyism_cli.screen.entries.card_further import Against
    from trotskyism_cli.screen.entries.numbered_sources import Numbers

WORDS, DISPUTES, TIES, SOURCES, ALL = "words", "disputes", "ties", "sources", "all"
NAMES_LINE, NAMES_WHOLE = 78, 1_000  # columns
PARTS = (*Part, WORDS, DISPUTES, TIES, SOURCES, ALL)


def card_document(
    pack: Pack,
    card: Card,
    below: Sequence[Block] = (),
    *,
    window: Window | None = USUAL,
    ties: Callable[[str], Row] | None = None,
    sources: bool = False,
) -> Document:
    """The first look at an entry: what one should know of it, with the blocks `below` at the end.

    It is composed for a `window`; without one, nothing is left out of the rows. Of what `ties` tells as much is added
    as there is room for.
    """
    from trotskyism_cli.views.cards.birth_and_death import with_bare_names
    from trotskyism_cli.views.cards.first_look import first_look
    from trotskyism_cli.views.cards.first_page import lines_of
    from trotskyism_cli.views.cards.opponents import with_opponents_named  # not needed for quotations
    from trotskyism_cli.views.cards.own_name import by_surname

    whole, _ = _view(pack, card)
    whole = whole._replace(rows=by_surname(pack, card.entry, whole.rows))
    in_short = whole._replace(
        summary=_summary(whole), rows=with_bare_names(pack, with_opponents_named(pack, whole.rows))
    )
    parts = parts_of(pack, card, whole)
    ways = "".join(span.text for span in _further(whole, parts))
    view = first_look(in_short, lines_of(ways) + len(below), window, ties)
    numbers = _numbers_of(pack, view.rows) if sources else None
    blocks = [*_head(view), *_rows(view.rows, numbers)]
    told = {each for each in whole.parts if not _says_more(pack, whole, view, each)}
    blocks.append(Paragraph(_further(view, [each for each in parts if each not in told])))
    return Document((*blocks, *(numbers.list() if numbers else ()), *below))


def _view(pack: Pack, card: Card) -> tuple[EntryView, tuple[Cell, ...]]:
    """An entry's edited view with nothing said twice, and the cells left out for that."""
    from trotskyism_cli.views.cards.birth_and_death import with_birth_and_death
    from trotskyism_cli.views.cards.moved import with_both_places  # see above
    from trotskyism_cli.views.cards.opponents import with_others_apart
    from trotskyism_cli.views.cards.self_description import with_bare_name
    from trotskyism_cli.views.cards.without_repetition import told_once

    view, left_out = told_once(pack, entry_view(pack, card))
    view = with_bare_name(view)
    rows = with_others_apart(pack, card.entry, with_both_places(pack, view.rows))
    return view._replace(rows=with_birth_and_death(pack, card.entry, rows)), left_out


def part_document(pack: Pack, card: Card, part: str, *, links: Sequence[Block] = (), sources: bool = False) -> Document:
    """One part of an entry, or all of it: every fact as a whole sentence, with its notes and source numbers.

    `links` are the blocks about its ties, shown with the part `ties`.
    """
    from trotskyism_cli.screen.entries.card_further import (  # the first look does without
        Against,
        quotations,
        reading,
        ties,
    )
    from trotskyism_cli.screen.entries.numbered_sources import Numbers

    view, left_out = _view(pack, card)
    shown = [row for row in view.rows if part in (row.part, ALL)]
    numbers = Numbers(pack, _cited_in(pack, card, part, view.rows if part == SOURCES else shown, left_out))
    against = Against(pack, {cell.fact.id for row in shown for cell in row.cells if cell.fact})
    blocks: list[Block] = [Title(view.name, "" if part == ALL else part)]
    if part == ALL:
        blocks = list(_head(view, NAMES_WHOLE))
    for row in shown:
        blocks += _whole_row(pack, view, row, numbers, against)
    if part in (WORDS, ALL):
        blocks += quotations(pack, card)
    if part in (DISPUTES, ALL):  # on a whole card, rows name the disputes already
        blocks += [*(_disputes_over(pack, view) if part == DISPUTES else ()), *_disputes(pack, card, numbers)]
    if part in (TIES, ALL):  # a whole card has everything
        blocks += [*ties(pack, card), *links]
    if sources or part in (SOURCES, ALL):
        blocks += reading(pack, card)
        blocks += numbers.list()
    elif numbers.are_used:
        way = Span(command("show", view.id, part, "--sources"), "command")
        blocks.append(Paragraph(line(Span("What the numbers stand for: ", "kind"), way), apart=True))
    return Document((*blocks, *(_what_there_is(view) if len(blocks) == 1 else ())))


def _what_there_is(view: EntryView) -> tuple[Paragraph, ...]:
    return Paragraph(line("Nothing is told of this here; there is:")), Paragraph(_further(view, view.parts))


def parts_told(pack: Pack, card: Card) -> tuple[str, ...]:
    """The parts of which this card has something to show."""
    view, _ = _view(pack, card)
    return parts_of(pack, card, view)


def parts_of(pack: Pack, card: Card, view: EntryView) -> tuple[str, ...]:
    """The parts of which an entry has something to show, given its view."""
    has = {
        WORDS: bool(card.quotes_by or card.quotes_from or card.quotes_about),
        DISPUTES: bool(_contested(pack, card)),
        TIES: bool(card.topics) or _has_like_names(pack, card),
        SOURCES: True,
        ALL: True,
    }
    return (*view.parts, *(part for part, given in has.items() if given))


def _says_more(pack: Pack, whole: EntryView, view: EntryView, part: str) -> bool:
    """Return whether a part has a row, note or sentence that the first look lacks."""
    from trotskyism_cli.views.cards.first_look import is_in_title  # what the title says counts as told

    shown = {(row.label, cell.fact.id if cell.fact else cell.text): cell for row in view.rows for cell in row.cells}
    own = [row for row in whole.rows if row.part == part]
    told = {cell.fact.id for row in own if is_in_title(row, whole) for cell in row.cells if cell.fact}
    if any(_is_noted(pack.facts[each]) for each in told):
        return True
    every = [(row.label, cell) for row in own for cell in row.cells]
    cells = [(label, cell) for label, cell in every if not (cell.fact and cell.fact.id in told)]
    seen = [shown.get((label, cell.fact.id if cell.fact else cell.text)) for label, cell in cells]
    if any(
        other is None or cell.text != other.text or (cell.fact and _is_noted(cell.fact))
        for (_, cell), other in zip(cells, seen, strict=True)
    ):
        return True
    from trotskyism_cli.views.cards.in_full import in_full  # slow; most parts have more rows anyway

    return any(in_full(pack, whole, label, cell) for label, cell in every)


def _numbers_of(pack: Pack, rows: Iterable[Row]) -> "Numbers":
    """Numbers for the best sources of the facts in these rows."""
    from trotskyism_cli.screen.entries.numbered_sources import Numbers  # rarely needed

    return Numbers(pack, _best(_facts(rows)))


def _facts(rows: Iterable[Row]) -> Iterator[Fact]:
    return (cell.fact for row in rows for cell in row.cells if cell.fact)


def _best(facts: Iterable[Fact]) -> Iterator[Citation]:
    """The first-named (best) source of each fact."""
    return (citation for fact in facts for citation in fact.citations[:1])


def _cited_in(pack: Pack, card: Card, part: str, rows: Iterable[Row], left_out: Iterable[Cell]) -> Iterator[Citation]:
    """The citations of a part of a card in reading order; cells left out of its rows count for the sources."""
    yield from (citation for fact in _facts(rows) for citation in fact.citations)
    if part in (DISPUTES, ALL):
        for fact in _contested(pack, card):
            yield from _best((*pack.corrections_of(fact.id), fact))
    if part in (SOURCES, ALL):
        yield from (citation for cell in left_out if cell.fact for citation in cell.fact.citations)


def _head(view: EntryView, room: int = NAMES_LINE) -> Iterator[Block]:
    """The title, names, summary and significance of an entry; on the screen the names take one line."""
    yield Title(view.name, MIDDOT.join(filter(None, (view.span, view.kind))))
    if view.names:
        names = _fitting(view.names, room)
        whole = line(Span("; ".join(names), "kind"))
        if room > NAMES_LINE:
            yield Paragraph(whole)
        else:
            yield Picture(lambda w: wrapped(line(Span("; ".join(_fitting(names, w)), "kind")), w), (whole,))
    yield Paragraph(line(view.summary))
    if view.significance:
        from trotskyism_cli.views.cards.first_page import WHY  # quotations do without it

        yield Paragraph(line(Span(WHY, "strong"), view.significance))


def _summary(view: EntryView) -> str:
    """The summary; of a person without the years of life, which the title has."""
    return view.summary.replace(f" ({view.span})", "", 1) if view.is_person else view.summary


def _fitting(names: Sequence[str], width: int) -> list[str]:
    """As many names as fit on one line, but at least the first."""
    found = list(names[:1])
    for name in names[1:]:
        if len("; ".join([*found, name])) <= width:
            found.append(name)
    return found


def _rows(rows: Iterable[Row], numbers: "Numbers | None") -> Iterator[Block]:
    fields = tuple(Field(row.label, row_lines(row, numbers)) for row in rows)
    if fields:
        yield Fields(fields)


def row_lines(row: Row, numbers: "Numbers | None") -> tuple[Line, ...]:
    """The lines of a row (one if its cells are joined); the last says how many cells were left out."""
    lines = [_cell_line(cell, numbers) for cell in row.cells]
    more = (Span(f"and {row.further} more", "kind"),)
    if row.joined:
        return (join([*lines, more] if row.further else lines, MIDDOT),)
    if not row.further:
        return tuple(lines)
    return (*lines[:-1], join([*lines[-1:], more], MIDDOT))


def _cell_line(cell: Cell, numbers: "Numbers | None") -> Line:
    parts: list[str | Span] = [Span(f"{cell.when} ", "date")] if cell.when else []
    parts.append(Span(cell.text, "", cell.entry))
    parts += [cell.whose.removesuffix(cell.holder), Span(cell.holder, "holder")] if cell.whose else []
    parts += [Span(f" ({cell.mark})", "holder")] if cell.mark else []
    parts += [numbers.of(cell.fact)] if numbers and cell.fact else []
    return line(*parts)


def _further(view: EntryView, parts: Sequence[str]) -> Line:
    return line(Span(f"{command('show', view.id)} {', '.join(parts)}", "command"))


def _whole_row(pack: Pack, view: EntryView, row: Row, numbers: "Numbers", against: "Against") -> Iterator[Block]:
    from trotskyism_cli.views.cards.in_full import in_full  # the first look at an entry does without it

    yield Heading(row.label)
    for cell in row.cells:
        told = in_full(pack, view, row.label, cell)
        notes = (*_notes(cell.fact), *against.notes(cell.fact)) if cell.fact else ()
        cited = numbers.all_of(cell.fact) if cell.fact else Span("")
        yield Point((*_cell_line(cell, None), cited), (line(told), *notes) if told else notes)


def _notes(fact: Fact) -> Iterator[Line]:
    if fact.uncertain:
        yield line(Span(f"Uncertain: {fact.uncertain}", "note"))
    if fact.note:
        yield line(Span(fact.note, "note"))


def _is_noted(fact: Fact) -> bool:
    return bool(fact.uncertain or fact.note or fact.contradicts)


def _has_like_names(pack: Pack, card: Card) -> bool:
    if not card.entry.confused_with:
        return False
    from trotskyism_cli.screen.entries.card_further import of_like_names  # most cards do without it

    return bool(of_like_names(pack, card.entry))


def _contested(pack: Pack, card: Card) -> list[Fact]:
    return [fact for fact in (*card.entry.facts, *card.facts_as_object) if fact.id in pack.corrected or fact.corrects]


def _disputes_over(pack: Pack, view: EntryView) -> Iterator[Block]:
    """The disputes about an entry, each with its summary and the command that shows more."""
    disputed = [cell for row in view.rows if row.label == DISPUTED for cell in row.cells]
    if disputed:
        yield Heading(DISPUTED)
    for cell in disputed:
        way = Span(f"  {command('show', cell.entry)}", "command")
        yield Point(line(Span(cell.text, "", cell.entry), way), (line(pack.entries[cell.entry].summary),))


def _disputes(pack: Pack, card: Card, numbers: "Numbers") -> Iterator[Block]:
    """Wrong or contested statements about an entry, each with its correction."""
    contested = _contested(pack, card)
    if contested:
        yield Heading("Corrections")
    for fact in contested:
        corrections = pack.corrections_of(fact.id)
        notes = tuple(
            line(Span("Correction: ", "strong"), fact_sentence(pack, other), numbers.of(other)) for other in corrections
        )
        if corrections or not fact.corrects:
            yield Point(line(fact_sentence(pack, fact), numbers.of(fact)), notes)
