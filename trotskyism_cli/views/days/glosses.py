"""What an event was, beside the day, month or year in which it was: not what it was in all its years."""

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.beside_date import without_date
from trotskyism_cli.views.wording.sentences import first_sentence, sentences_of

MEETINGS = frozenset(("conference", "congress"))  # types of events
_IT = "It "  # how a sentence begins that tells what a meeting did
_ELSEWHERE = lazy_regex(r"(?:He|Her|His|In it|She|Their|They|This)\b")  # how one begins that needs the one before it
_DONE = lazy_regex(r"\b(?:that|which|who|whom)\b")  # what leads to what a meeting did


def gloss_of(event: Entry) -> str:
    """What an event was, in a sentence; of a meeting rather what it did, as its name says what it was."""
    first, *further = sentences_of(event.summary)
    if event.type not in MEETINGS or _DONE.search(first) or not further or _ELSEWHERE.match(further[0]):
        return first
    return further[0].removeprefix(_IT)


def told_of_day(pack: Pack, event: Entry, day: Date) -> str:
    """What one should know happened on the first or the last day, or in that month, of what lasted; may be empty."""
    if day.is_year:
        return ""
    written = date_words(day).partition(" (")[0]
    for fact in event.facts:
        said = fact_sentence(pack, fact)
        if fact.importance >= NOTABLE and not isinstance(fact.object, Date) and pack.is_known(fact) and written in said:
            return first_sentence(without_date(said, day))
    return ""
