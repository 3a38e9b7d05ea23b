"""The dates of what an author would have put in order, as far as the facts asked for tell them."""

from collections.abc import Iterator

from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.options.explain import told
from trotskyism_cli.library.dates.when import find_date
from trotskyism_cli.pack.dates import NAMED_YEAR, Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.wording import moment_of

LONGEST = 31  # days that an event may last
_OLD_STYLE = lazy_regex(r" \([^()]* Old Style\)")


def dates_in_order(index: Index, question: Question) -> tuple[Date, ...]:
    """A date for each thing to be put in order; none if not all are known, or if they are in no order of time.

    They are those of the facts asked for, where these are one for each thing. Of several dates that a fact tells, the
    one is meant that is not before that of the thing above it.
    """
    if len(question.about) != len(question.order) or not all(fact in index.facts for fact in question.about):
        return ()
    chosen: list[Date] = []
    for fact in question.about:
        later = (each for each in _dates(index, fact) if not chosen or each.begin >= chosen[-1].begin)
        found = next(later, None)
        if found is None:
            return ()
        chosen.append(found)
    return tuple(chosen)


def _dates(index: Index, fact_id: str) -> Iterator[Date]:
    """The date of a fact, those that its sentence tells, and that of the event that it is told of.

    Of what lasted, as an office does, the day is meant on which it began or ended, if the sentence tells that day.
    """
    fact = index.facts[fact_id]
    lasted = fact.date is not None and not fact.date.is_single and (fact.date.last - fact.date.first).days > LONGEST
    if fact.date and not lasted:
        yield fact.date
    yield from _told_in(told(index, fact_id))
    if fact.date and lasted:
        yield fact.date
    if moment := moment_of(index.pack, fact):
        yield moment


def _told_in(text: str) -> Iterator[Date]:
    """The dates that a sentence tells, each up to its year; a day with its Old Style where that stands beside it."""
    for part, after in _up_to_years(text):
        found = find_date(part)
        if found and found.when:
            in_both = found.when.is_exact_day and _OLD_STYLE.match(after)
            yield parse_date(f"{found.when.first} NS") if in_both else found.when


def _up_to_years(text: str) -> Iterator[tuple[str, str]]:
    """A text in parts that each end with a year, and what comes after each."""
    ends = [found.end() for found in NAMED_YEAR.finditer(text)]
    return ((text[start:end], text[end:]) for start, end in zip([0, *ends], ends, strict=False))
