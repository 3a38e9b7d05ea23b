"""Rows from the cards of two entries, side by side, for those who answer few of the same questions, or none."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from trotskyism_cli.library.library import Library
from trotskyism_cli.message_text import MIDDOT
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, MINOR, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType, Part, Role
from trotskyism_cli.pack.wording import capital, sentence
from trotskyism_cli.views.cards.entry import entry_view
from trotskyism_cli.views.cards.first_look import shortened
from trotskyism_cli.views.cards.opponents import with_others_apart
from trotskyism_cli.views.cards.rows import ALWAYS, LED, VIEWS, Cell, EntryView, Row
from trotskyism_cli.views.comparisons.comparison import (
    LIFE,
    LIFE_ITSELF,
    ONE_SIDED,
    SILENT,
    STATED,
    WHAT_IT_IS,
    Answer,
    ComparedRow,
    in_brief,
)
from trotskyism_cli.views.questions.direct import AGENTS
from trotskyism_cli.views.wording.margins import years_of
from trotskyism_cli.views.wording.sentences import first_sentence, sentence_after

IN_SHORT, FURTHER, WHY = "In short", "In history", "Why it matters"
_OF_SOMEBODY = lazy_regex(r"(?:[A-Z][a-z]+ [\d–]+,? )?(?:he|she|they)\b", re.IGNORECASE)
FIRST = ALWAYS + 1  # rank of a definition
NAMED = 4  # most names in a row
ONE_HAS = 6  # most rows that only one of the two has


class _Told(NamedTuple):
    """What one card says under a label, with its rank.

    `defines`: says what the entry is. `of_life`: a date of birth or death.
    """

    answer: Answer
    rank: int
    defines: bool = False
    of_life: bool = False


def cards_beside(library: Library, left: str, right: str, known: Iterable[ComparedRow] = ()) -> tuple[ComparedRow, ...]:
    """Rows of two cards side by side: first what each is, then labels that both have, the weightiest first.

    Two entries of one kind also get some rows that only one of them has. What the `known` rows say of both is left out.
    """
    pack = library.pack
    told = {answer.text for row in known for answer in row.both}
    sides = [_told(library, own, other, told) for own, other in ((left, right), (right, left))]
    labels = list(dict.fromkeys(label for side in sides for label in side))
    if all(any(each.defines for each in side.values()) for side in sides):
        labels.remove(IN_SHORT)  # their definitions say it
    both = [each for each in labels if all(each in side for side in sides) and not _is_same(sides, each)]
    both.sort(key=lambda label: -min(side[label].rank for side in sides))
    found = [_row(sides, label, WHAT_IT_IS if _rank(sides, label) == FIRST else STATED) for label in both]
    if pack.entries[left].kind is pack.entries[right].kind:
        lone = [each for each in labels if sum(each in side for side in sides) == 1]
        lone.sort(key=lambda label: -_rank(sides, label))
        found += [_row(sides, label, ONE_SIDED) for label in lone[:ONE_HAS]]
    return tuple(found)


def _row(sides: list[dict[str, _Told]], label: str, rank: int) -> ComparedRow:
    one, other = (side[label].answer if label in side else SILENT for side in sides)
    is_of_life = any(side[label].of_life for side in sides if label in side)
    return ComparedRow(0, label, (one,), (other,), rank=LIFE_ITSELF if is_of_life else rank)


def _rank(sides: list[dict[str, _Told]], label: str) -> int:
    return max(side[label].rank for side in sides if label in side)


def _is_same(sides: list[dict[str, _Told]], label: str) -> bool:
    """Return whether both cards say the same under a label."""
    return sides[0][label].answer == sides[1][label].answer


def _told(library: Library, own: str, other: str, known: Collection[str]) -> dict[str, _Told]:
    """What an entry's card says, by label; without its names, mentions of the other entry, and `known` texts."""
    pack, entry = library.pack, library.pack.entries[own]
    view = entry_view(pack, library.card(own))
    found = {IN_SHORT: _Told(Answer(sentence(first_sentence(entry.summary))), FIRST)}
    if entry.kind is Kind.CONCEPT and (further := _by_itself(sentence_after(entry.summary))):
        found[FURTHER] = _Told(Answer(sentence(first_sentence(further))), ESSENTIAL)
    for label, rows in _by_label(pack, entry, view).items():
        cells = tuple(cell for row in rows for cell in row.cells if not _is_told(cell, other, known))
        if cells:
            told = _names(cells) if all(row.joined for row in rows) else _said(cells)
            defines = any(cell.defines for cell in cells)
            is_view = label == VIEWS and entry.kind is not Kind.CONCEPT  # an opinion, no happening
            rank = FIRST if defines else MINOR if is_view else max(cell.rank for cell in cells)
            found[label] = _Told(told, rank, defines, any(_is_of_life(pack, cell) for cell in cells))
    if entry.significance:
        found[WHY] = _Told(Answer(sentence(first_sentence(entry.significance))), ESSENTIAL)
    return found


def _by_itself(text: str) -> str:
    """A sentence that continues about an idea; empty if it begins with a pronoun for somebody named before."""
    return "" if _OF_SOMEBODY.match(text) else text


def _by_label(pack: Pack, entry: Entry, view: EntryView) -> Mapping[str, list[Row]]:
    """Rows of a card by label, for a comparison: organisations that somebody led are listed among his offices."""
    found: dict[str, list[Row]] = {}
    for whole in with_others_apart(pack, entry, view.rows):
        row = shortened(whole, "", view) if whole.joined else whole
        facts = [cell.fact for cell in row.cells if cell.fact]
        is_of_others = whole.label == VIEWS and entry.kind in AGENTS  # their claims about other things
        if facts and not is_of_others and not any(_is_name(pack, each) for each in facts):
            label = pack.relations[facts[0].relation].row or whole.label if whole.label == LED else whole.label
            found.setdefault(label, []).append(row if label == whole.label else _as_offices(pack, row))
    return found


def _as_offices(pack: Pack, led: Row) -> Row:
    """Reword a row of organisations led as offices: `leader of the Makhnovists`."""
    cells = (cell._replace(text=in_brief(pack, cell.fact)) if cell.fact else cell for cell in led.cells)
    return led._replace(cells=tuple(cells))


def _is_of_life(pack: Pack, cell: Cell) -> bool:
    return cell.fact is not None and pack.relations[cell.fact.relation].role in LIFE


def _is_name(pack: Pack, fact: Fact) -> bool:
    relation = pack.relations[fact.relation]
    is_text = relation.object_type is ObjectType.TEXT and relation.part == Part.LIFE
    return relation.role == Role.NAME or (is_text and relation.inverse_functional)


def _is_told(cell: Cell, other: str, known: Collection[str]) -> bool:
    """Return whether a cell mentions the other entry or says what is known already."""
    ends = (cell.fact.subject, cell.fact.target) if cell.fact else ()
    return other in (cell.entry, *ends) or sentence(cell.text) in known


def _names(cells: tuple[Cell, ...]) -> Answer:
    """The weightiest names of a row, with years, in order of time."""
    best = sorted(cells, key=lambda cell: (-cell.rank, -cell.weight))[:NAMED]
    named = [f"{cell.text} ({cell.when})" if cell.when else cell.text for cell in cells if cell in best]
    more = [f"{len(cells) - len(best)} more"] if len(cells) > len(best) else []
    return Answer(MIDDOT.join((*named, *more)))


def _said(cells: tuple[Cell, ...]) -> Answer:
    """The weightiest sentence of a row, with holder, year and mark."""
    best = max(cells, key=lambda cell: cell.rank)
    text = sentence(first_sentence(capital(best.text)))
    when = years_of(best.since) if best.since else ""
    said = (each for each in (best.holder, when, best.mark) if each not in text)
    return Answer(text, ", ".join(filter(None, said)))
