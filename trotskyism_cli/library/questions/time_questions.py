"""Questions about nothing but a time: `what happened on 15 March 1917`, `events between 1923 and 1927`."""

from collections.abc import Iterable
from itertools import takewhile

from trotskyism_cli.library.dates.date_parsing import is_day
from trotskyism_cli.library.dates.foreign_months import with_english_months
from trotskyism_cli.library.dates.open_ended_spans import open_span
from trotskyism_cli.library.dates.years_typed import span_as_typed
from trotskyism_cli.library.questions.rewriting import as_asked
from trotskyism_cli.pack.lazy_regex import lazy_regex

DAYS = frozenset({"today", "yesterday", "tomorrow"})
# Words that ask what happened, with misspellings; then fillers that may stand among them.
_HAPPENING = lazy_regex(
    r"(?:h[ae]pp?[ei]n+(?:e?d|ing|s)?|occurr?(?:ed|ing|s)?|events?|tak(?:e|es|en|ing)|took|go(?:ing|es)?|went|did|was|were"
    r"|is|случилось|случились|произошло|произошли|происходило|было|событи[еяй]|sluchilos|proizoshlo|bylo|sobytiya)"
)
_ASKING = frozenset("что what which chto shto".split())
_FILLING = frozenset(
    """
    a about all and any anything are at can could day date do does else ever for found has have historical history
    important in interesting know me might night of on one or place please show some something tell that the there these
    thing things this to us want whether you ли в во на за день дня какие какое
    """.split()
)
_SIGNS = "?!.,;:"


def day_asked(text: str) -> str:
    """The words for a day if a text only asks what happened on it; else empty."""
    rest = _time_of(text)
    return rest if rest.casefold() in DAYS or is_day(with_english_months(rest)) else ""


def span_asked(text: str) -> str:
    """The words for a span of years (one end may be open) if a text only asks what happened in it.

    Else empty.
    """
    rest = _time_of(text)
    return rest if span_as_typed(rest) or ((span := open_span(rest)) and not span.name) else ""


def _time_of(text: str) -> str:
    """The rest of a text without the words that ask what happened; empty if it does not ask that."""
    words = text.split()
    before = _asking(words)
    behind = _asking(reversed(words[len(before) :]))
    is_asked = any(map(_HAPPENING.fullmatch, (*before, *behind)))
    return " ".join(words[len(before) : len(words) - len(behind)]).strip(_SIGNS) if is_asked else ""


def _asking(words: Iterable[str]) -> list[str]:
    """Leading words that ask what happened or are fillers."""
    said = (as_asked(word.casefold().strip(_SIGNS)) for word in words)
    return list(takewhile(lambda word: word in _ASKING or word in _FILLING or _HAPPENING.fullmatch(word), said))
