"""Make a tie of a step: its sentence, a brief form, and its date."""

from datetime import date
from functools import lru_cache

from trotskyism_cli.library.bodies.lifespan import event_date
from trotskyism_cli.library.dates.date_parsing import ParsedDate, find_date
from trotskyism_cli.library.ties.ties import Step
from trotskyism_cli.pack.dates import Precision
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.ties.tie import Tie
from trotskyism_cli.views.wording.margins import without_years_of_names
from trotskyism_cli.views.wording.sentences import sentence_after
from trotskyism_cli.views.wording.surnames import short_name
from trotskyism_cli.views.wording.until_death import when_of

_YEAR = lazy_regex(r"\b(1[0-9]{3}|20[0-9]{2})s?\b")  # also a decade
_AS_WRITTEN = lazy_regex(r"\bas [A-Z][^,;()]* \(\d{4}\)")  # the year of a judgement, not of the deed
_ACCOUNT_FIRST = lazy_regex(
    r"By (?P<account>[^,]*?\baccount(?: of (?:(?:the )?[A-Z]\w+|\d{4}))?)(?! of)"
    r"(?: (?P<when>in (?:[A-Z]\w+ )?\d{4}))?,? (?P<deed>[A-Za-z].+)\.$"
)
# An aside on an earlier alliance.
_ASIDE = lazy_regex(r", (?:[A-Z]\w+'s|his) ally until \d{4},")
_SMALL = frozenset(("A", "After", "An", "At", "Both", "For", "From", "His", "In", "It", "Its", "On", "The", "This"))


def tie_of(pack: Pack, step: Step) -> Tie:
    """The tie of a step: its sentence, with its date unless the sentence says it."""
    if step.quote:
        quote = step.quote
        return Tie(f"{pack.entries[quote.speaker].name}: “{quote.text}”", date_short(quote.when) if quote.when else "")
    fact = step.fact
    if fact is None:
        return Tie("")
    text = fact_sentence(pack, fact)
    if fact.when is None or (fact.text and any(str(day.year) in text for day in (fact.when.first, fact.when.last))):
        return Tie(text)
    return Tie(
        text if fact.text else fact_sentence(pack, fact._replace(when=None)),
        date_short(when_of(pack, fact) or fact.when),
    )


def by_surnames(pack: Pack, ends: tuple[str, str], step: Step) -> Tie:
    """The tie of a step; in a sentence about both in an event they are called by their short names."""
    tie = tie_of(pack, step)
    if not step.event or "; " not in tie.text:
        return tie
    text = tie.text
    for end in (pack.entries[end] for end in ends):
        text = text.replace(end.name, short_name(end))
    return tie._replace(text=text)


def in_brief(pack: Pack, ends: tuple[str, str], step: Step, text: str) -> str:
    """A shorter text for a tie: an event's name with the sentence of its summary that names both.

    For other ties the sentence without an aside on an earlier alliance; empty if that is no shorter.
    """
    names = [short_name(pack.entries[end]) for end in ends]
    event = pack.entries[step.event] if step.event else None
    if event is None or step.fact is None or step.fact.text != event.summary:
        short = _ASIDE.sub("", text)
        return short if short != text and all(name in short for name in names) else ""
    told = _sentence_of_both(pack, ends, event)
    return f"{capital(event.name)}: {told[:1].lower() if told.split()[0] in _SMALL else told[:1]}{told[1:]}"


def _sentence_of_both(pack: Pack, ends: tuple[str, str], event: Entry) -> str:
    """An event's summary from the last sentence on that names both; all of it if none does."""
    names = [short_name(pack.entries[end]) for end in ends]
    told = event.summary
    while all(name in (further := sentence_after(told)) for name in names):
        told = further
    return told


def deed_first(text: str) -> str:
    """Put the deed before its source: `…, by X's account.`"""
    if not (found := _ACCOUNT_FIRST.match(text)):
        return text
    return f"{capital(' '.join(filter(None, (found['when'], found['deed']))))}, by {found['account']}."


def moment_told(pack: Pack, ends: tuple[str, str], step: Step) -> date:
    """First day of a tie; what a summary tells after its first sentence counts as the event's end."""
    event = pack.entries[step.event] if step.event else None
    first = moment_of_tie(pack, step)[0]
    if event is None or step.fact is None or not step.fact.date or step.fact.text != event.summary:
        return first
    is_after = _sentence_of_both(pack, ends, event) != event.summary
    return step.fact.date.end.first if is_after and step.fact.date.end else first


def moment_of_tie(pack: Pack, step: Step) -> tuple[date, str]:
    """Sort key of a tie: its date, made more exact by its sentence, or the first date named there; and an id."""
    first, own_id = step.sort_key
    if step.fact and step.fact.date and step.fact.date.start and step.fact.date.start.precision is Precision.MONTH:
        named = _named_date(fact_sentence(pack, step.fact))
        is_in_it = named and named.when and named.when.begin.replace(day=1) == first
        return (named.when.begin if named and named.when and is_in_it else first), own_id
    if step.fact is None or (first < date.max and (first.month, first.day) != (1, 1)):
        return first, own_id
    text = (
        _clause_of(pack, step, fact_sentence(pack, step.fact)) if first == date.max else fact_sentence(pack, step.fact)
    )
    found = _YEAR.search(without_years_of_names(_AS_WRITTEN.sub("", text)))
    events = [pack.entries[each] for each in (step.fact.subject, step.fact.target) if each]
    days = [when for each in events if each.kind is Kind.EVENT and (when := event_date(each))]
    if found:
        first = date(int(found[1]), 1, 1) if first == date.max else first
        days = [named.when, *days] if (named := _named_date(text)) and named.when else days
        days = [when for when in days if when.begin.year == first.year and when.begin > first]
    return (days[0].begin if days and (found or first == date.max) else first), own_id


@lru_cache(maxsize=5_000)  # asked many times for the same sentences
def _named_date(text: str) -> ParsedDate | None:
    return find_date(text)


def _clause_of(pack: Pack, step: Step, text: str) -> str:
    """The clause by which both are named, if it has a year; else the whole sentence."""
    missing = {step.start, step.end}
    for clause in text.split("; "):
        missing -= {end for end in missing if short_name(pack.entries[end]) in clause}
        if not missing:
            return clause if _YEAR.search(clause) else text
    return text
