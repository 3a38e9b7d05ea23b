"""What the facts of other entries tell of somebody, for a card with room left."""

from collections.abc import Iterable, Iterator
from datetime import date
from operator import itemgetter

from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.relation import Part
from trotskyism_cli.pack.wording import capital
from trotskyism_cli.views.cards.first_page import MARGINAL
from trotskyism_cli.views.cards.rows import Cell, Row
from trotskyism_cli.views.ties.connection import How
from trotskyism_cli.views.ties.tied_entry import TiedKind
from trotskyism_cli.views.wording.sentences import AGAIN, TextsTold
from trotskyism_cli.views.wording.surnames import short_name

TIES = "Ties"
MOST = 4  # sentences


def row_of_ties(entry: Entry, kinds: Iterable[TiedKind], told: str) -> Row:
    """Sentences that tie an entry to others and name it, the most important first; none that says what is `told`."""
    texts = TextsTold()
    texts.add(told, "card")
    cells = list[tuple[tuple[int, ...], Cell]]()
    for how in _sentences(kinds):
        text = capital(how.label)
        if len(cells) < MOST and _names(entry, text) and not any(texts.saying(text, AGAIN)):
            texts.add(text, text)
            cells.append((how.first_and_last or (date.max.year,), Cell(text, how.when, rank=MARGINAL)))
    return Row(TIES, Part.POLITICS, tuple(cell for _, cell in sorted(cells, key=itemgetter(0))))


def _sentences(kinds: Iterable[TiedKind]) -> Iterator[How]:
    """The clauses that have a subject; those of ties that are only by the way last."""
    every = [tied for kind in kinds for tied in kind.tied]
    for tied in sorted(every, key=lambda tied: tied.is_by_the_way):
        yield from (how for how in tied.hows if how.is_said and how.label[:1].isupper())


def _names(entry: Entry, text: str) -> bool:
    return any(name in text for name in (short_name(entry), *entry.names))
