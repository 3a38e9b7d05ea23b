"""Two things the learner confuses, side by side."""

from trotskyism_cli.learning.progress.mistakes import Confusion
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import sentence
from trotskyism_cli.screen.document import Document, Heading, Line, Span, Table, line, words

MOST_EVENTS = 2  # events named for a year


def contrast_document(pack: Pack, confusion: Confusion) -> Document | None:
    """The right answer beside the one given; None if the pack knows nothing about one of them."""
    meant, said = (_told(pack, label) for label in (confusion.meant, confusion.said))
    if not meant or not said:
        return None
    times = "once" if confusion.times == 1 else f"{confusion.times} times"
    rows = ((line("Right"), *meant), (line(f"What you said, {times}"), *said))
    told = tuple((f"{words(head)}: {words(name)}. {words(text)}",) for head, name, text in rows)
    return Document((Heading("You keep taking one for the other"), Table(("", "Name", "What it is"), rows, told=told)))


def _told(pack: Pack, label: str) -> tuple[Line, Line] | None:
    """A name with what it stands for: an entry's summary, or what happened in a year."""
    wanted = label.casefold()
    text = _year(pack, wanted)
    if not text:
        entry = next((each for each in pack.entries.values() if wanted in map(str.casefold, each.names)), None)
        text = sentence(entry.summary) if entry else ""
    return (line(Span(label, "strong")), line(text)) if text else None


def _year(pack: Pack, text: str) -> str:
    """The most important events of a year; empty if the text is no year or the pack has none."""
    if not (text.isascii() and text.isdecimal()):
        return ""
    events = [entry for entry in pack.entries.values() if entry.kind is Kind.EVENT and _lies_in(entry, int(text))]
    events.sort(key=lambda entry: (-entry.importance, -len(entry.facts), entry.id))
    return sentence("; ".join(entry.name for entry in events[:MOST_EVENTS])) if events else ""


def _lies_in(entry: Entry, year: int) -> bool:
    return any(isinstance(fact.object, Date) and fact.object.year == year for fact in entry.facts)
