"""The full sentence of a fact, where it says more than its row: number of votes, reasons, people involved."""

from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.model import NOTABLE, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import sentence
from trotskyism_cli.views.cards.rows import ALWAYS, Cell, EntryView
from trotskyism_cli.views.cards.self_description import without_own_gloss
from trotskyism_cli.views.wording.sentences import AGAIN, is_said, words_more

FEWEST = 4  # additional words that make a sentence worth giving
FEWEST_OF_WHEN = 8  # the same for a row of dates or places, whose sentence mostly repeats other rows


def in_full(pack: Pack, view: EntryView, label: str, cell: Cell) -> str:
    """The sentence of a cell, or empty if the row or the head of the card says as much.

    If the fact has a note, the sentence that it explains is always given.
    """
    fact = cell.fact
    text = without_own_gloss(view, fact.text) if fact else ""
    if fact is None or not text or sentence(cell.text) == sentence(text):
        return ""
    if fact.note or fact.uncertain:
        return text
    if fact.subject != view.id and not _is_told_of_both(pack, fact):
        return ""
    ends = " ".join(name for each in (fact.subject, fact.target) if each for name in pack.entries[each].names)
    when = date_words(fact.date) if fact.date else ""
    is_in_head = is_said(fact.text, f"{view.summary} {view.significance}", AGAIN)
    fewest = FEWEST_OF_WHEN if cell.rank == ALWAYS else FEWEST
    return "" if is_in_head or words_more(fact.text, label, cell.words, when, ends) < fewest else text


def _is_told_of_both(pack: Pack, fact: Fact) -> bool:
    """Return whether a fact matters on the object's card too: it is notable and its subject is not a work."""
    return fact.importance >= NOTABLE and pack.entries[fact.subject].kind is not Kind.WORK
