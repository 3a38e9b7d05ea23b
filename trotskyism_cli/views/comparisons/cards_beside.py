"""What the cards of two entries say, row beside row: for those who answer few of the same questions, or none."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from trotskyism_cli.counting import MIDDOT
from trotskyism_cli.library.library import Library
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
FIRST = ALWAYS + 1  # rank of what says what something is
NAMED = 4  # of a row of names
ONE_HAS = 6  # rows that only one of the two has


class _Told(NamedTuple):
    """What one card says under a label, and how much that matters.

    It `defines`, if it says what the entry is; it is `of_life`, if it is when somebody was born, or died.
    """

    answer: Answer
    rank: int
    defines: bool = False
    of_life: bool = False


def cards_beside(library: Library, left: str, right: str, known: Iterable[ComparedRow] = ()) -> tuple[ComparedRow, ...]:
    """The rows of two cards side by side: what either is, then what both have, the weightiest first.

    Of two of one kind, behind these some that only one of them has. What the rows that are `known` tell of both is not
    told again.
    """
    pack = library.pack
    told = {answer.text for row in known for answer in row.both}
    sides = [_told(library, own, other, told) for own, other in ((left, right), (right, left))]
    labels = list(dict.fromkeys(label for side in sides for label in side))
    if all(any(each.defines for each in side.values()) for side in sides):
        labels.remove(IN_SHORT)  # what they mean says what they are
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
    """Whether both cards say the same under a label, in which the two do not differ."""
    return sides[0][label].answer == sides[1][label].answer


def _told(library: Library, own: str, other: str, known: Collection[str]) -> dict[str, _Told]:
    """What the card of an entry says, by its labels, without its names, what leads to the other one or is known."""
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
            is_view = label == VIEWS and entry.kind is not Kind.CONCEPT  # not what happened, but what is thought of it
            rank = FIRST if defines else MINOR if is_view else max(cell.rank for cell in cells)
            found[label] = _Told(told, rank, defines, any(_is_of_life(pack, cell) for cell in cells))
    if entry.significance:
        found[WHY] = _Told(Answer(sentence(first_sentence(entry.significance))), ESSENTIAL)
    return found


def _by_itself(text: str) -> str:
    """A sentence that goes on about an idea; empty if it goes on about somebody named before it."""
    return "" if _OF_SOMEBODY.match(text) else text


def _by_label(pack: Pack, entry: Entry, view: EntryView) -> Mapping[str, list[Row]]:
    """The rows of a card, what somebody led among his offices, as a comparison has it."""
    found: dict[str, list[Row]] = {}
    for whole in with_others_apart(pack, entry, view.rows):
        row = shortened(whole, "", view) if whole.joined else whole
        facts = [cell.fact for cell in row.cells if cell.fact]
        is_of_others = whole.label == VIEWS and entry.kind in AGENTS  # what they hold of other things
        if facts and not is_of_others and not any(_is_name(pack, each) for each in facts):
            label = pack.relations[facts[0].relation].row or whole.label if whole.label == LED else whole.label
            found.setdefault(label, []).append(row if label == whole.label else _as_offices(pack, row))
    return found


def _as_offices(pack: Pack, led: Row) -> Row:
    """What somebody led, as what he was of it: `leader of the Makhnovists`."""
    cells = (cell._replace(text=in_brief(pack, cell.fact)) if cell.fact else cell for cell in led.cells)
    return led._replace(cells=tuple(cells))


def _is_of_life(pack: Pack, cell: Cell) -> bool:
    return cell.fact is not None and pack.relations[cell.fact.relation].role in LIFE


def _is_name(pack: Pack, fact: Fact) -> bool:
    relation = pack.relations[fact.relation]
    is_text = relation.object_type is ObjectType.TEXT and relation.part == Part.LIFE
    return relation.role == Role.NAME or (is_text and relation.inverse_functional)


def _is_told(cell: Cell, other: str, known: Collection[str]) -> bool:
    """Whether a cell leads to the other entry, or says what is known already."""
    ends = (cell.fact.subject, cell.fact.target) if cell.fact else ()
    return other in (cell.entry, *ends) or sentence(cell.text) in known


def _names(cells: tuple[Cell, ...]) -> Answer:
    """The weightiest names of a row, each with its years, in order of time."""
    best = sorted(cells, key=lambda cell: (-cell.rank, -cell.weight))[:NAMED]
    named = [f"{cell.text} ({cell.when})" if cell.when else cell.text for cell in cells if cell in best]
    more = [f"{len(cells) - len(best)} more"] if len(cells) > len(best) else []
    return Answer(MIDDOT.join((*named, *more)))


def _said(cells: tuple[Cell, ...]) -> Answer:
    """The weightiest sentence of a row, with whose it is and when."""
    best = max(cells, key=lambda cell: cell.rank)
    text = sentence(first_sentence(capital(best.text)))
    when = years_of(best.since) if best.since else ""
    said = (each for each in (best.holder, when, best.mark) if each not in text)
    return Answer(text, ", ".join(filter(None, said)))
