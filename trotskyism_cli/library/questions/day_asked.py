"""The day that is all that a question asks of: `what happened on 15 March 1917`, `events of 7 November`."""

from collections.abc import Iterable
from itertools import takewhile

from trotskyism_cli.library.dates.foreign_months import with_english_months
from trotskyism_cli.library.dates.when import is_day
from trotskyism_cli.library.questions.asked_words import as_asked
from trotskyism_cli.pack.lazy_regex import lazy_regex

DAYS = frozenset({"today", "yesterday", "tomorrow"})
# Words by which one asks what there was, as people write and miswrite them; and what may stand among them.
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
    """The words for the day, of this or of any year, of which a text asks what happened on it; else empty."""
    words = text.split()
    before = _asking(words)
    behind = _asking(reversed(words[len(before) :]))
    is_asked = any(map(_HAPPENING.fullmatch, (*before, *behind)))
    words = words[len(before) : len(words) - len(behind)]
    rest = " ".join(words).strip(_SIGNS)
    return rest if is_asked and (rest.casefold() in DAYS or is_day(with_english_months(rest))) else ""


def _asking(words: Iterable[str]) -> list[str]:
    """The words with which others begin by which one asks what there was, or that say nothing."""
    said = (as_asked(word.casefold().strip(_SIGNS)) for word in words)
    return list(takewhile(lambda word: word in _ASKING or word in _FILLING or _HAPPENING.fullmatch(word), said))
