"""What an event was, in a sentence for a list of a day, a month or a year."""

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.beside_date import without_date
from trotskyism_cli.views.wording.sentences import first_sentence, sentences_of

MEETINGS = frozenset(("conference", "congress"))  # types of events
_IT = "It "  # begins a sentence on what a meeting did
_ELSEWHERE = lazy_regex(r"(?:He|Her|His|In it|She|Their|They|This)\b")  # begins a sentence that needs the one before
_DONE = lazy_regex(r"\b(?:that|which|who|whom)\b")  # followed by what a meeting did


def gloss_of(event: Entry) -> str:
    """First sentence on an event; of a meeting the second, if only that tells what it did."""
    first, *further = sentences_of(event.summary)
    if event.type not in MEETINGS or _DONE.search(first) or not further or _ELSEWHERE.match(further[0]):
        return first
    return further[0].removeprefix(_IT)


def told_of_day(pack: Pack, event: Entry, day: Date) -> str:
    """A notable fact about the first or last day (or month) of a long event; empty if there is none."""
    if day.is_year:
        return ""
    written = date_words(day).partition(" (")[0]
    for fact in event.facts:
        said = fact_sentence(pack, fact)
        if fact.importance >= NOTABLE and not isinstance(fact.object, Date) and pack.is_known(fact) and written in said:
            return first_sentence(without_date(said, day))
    return ""
