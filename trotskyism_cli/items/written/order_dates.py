"""Dates for an author's "put in order" question, taken from the facts it asks for."""

from collections.abc import Iterator

from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.options.explain import sentence_of
from trotskyism_cli.library.dates.date_parsing import find_date
from trotskyism_cli.pack.dates import NAMED_YEAR, Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.wording import moment_of

LONGEST = 31  # days that an event may last
_OLD_STYLE = lazy_regex(r" \([^()]* Old Style\)")


def dates_in_order(index: Index, question: Question) -> tuple[Date, ...]:
    """A date for each thing to be put in order; empty unless all are known and ascend.

    There must be one fact per thing. If a fact tells several dates, the first that is not before the previous one is
    used.
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
    """Dates of a fact: its own, those told in its sentence, and that of the event it is about.

    For something that lasted, e.g. an office, the sentence's date comes first: the day on which it began or ended.
    """
    fact = index.facts[fact_id]
    lasted = fact.date is not None and not fact.date.is_single and (fact.date.last - fact.date.first).days > LONGEST
    if fact.date and not lasted:
        yield fact.date
    yield from _told_in(sentence_of(index, fact_id))
    if fact.date and lasted:
        yield fact.date
    if moment := moment_of(index.pack, fact):
        yield moment


def _told_in(text: str) -> Iterator[Date]:
    """Dates in a sentence, each up to its year; a day followed by its Old Style date counts as New Style."""
    for part, after in _up_to_years(text):
        found = find_date(part)
        if found and found.when:
            in_both = found.when.is_exact_day and _OLD_STYLE.match(after)
            yield parse_date(f"{found.when.first} NS") if in_both else found.when


def _up_to_years(text: str) -> Iterator[tuple[str, str]]:
    """Split a text into parts that end with a year, each paired with the rest of the text."""
    ends = [found.end() for found in NAMED_YEAR.finditer(text)]
    return ((text[start:end], text[end:]) for start, end in zip([0, *ends], ends, strict=False))
