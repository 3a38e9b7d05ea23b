"""Everything a pack says about a piece of evidence, as normalised text."""

from collections.abc import Iterator

from benchmarks.items.stream import norm
from trotskyism_cli.pack.dates import Date, gregorian_to_julian
from trotskyism_cli.pack.model import Citation, Entry, EntryRef, Fact, Number, Quote
from trotskyism_cli.pack.pack import Pack


def told(pack: Pack, evidence: str) -> str:
    """What a fact or quotation says, with all names of everything it names; empty if it does not exist."""
    if fact := pack.fact_or_significance(evidence):
        return norm(" | ".join(_fact(pack, fact)))
    quote = pack.quotes.get(evidence)
    return norm(" | ".join(_quote(pack, quote))) if quote else ""


def named_by(fact: Fact) -> Iterator[str]:
    """The ids of the entries a fact names."""
    yield fact.subject
    yield from fact.according_to
    yield from (each for each in (fact.about, fact.where) if each)
    if isinstance(fact.object, EntryRef):
        yield fact.object.id


def sources(pack: Pack, citations: tuple[Citation, ...]) -> Iterator[str]:
    """The parts of citations: title, author, publisher, year, section."""
    for each in citations:
        source = pack.sources[each.source]
        yield from (source.title, source.author, source.publisher, source.year, each.locator)


def years(date: Date | None) -> Iterator[str]:
    """The years a date can be shown with, in either calendar."""
    for point in (date.start, date.end) if date else ():
        if point:
            yield from (str(point.first.year), str(point.last.year), str(point.year))
            yield from (str(gregorian_to_julian(day)[0]) for day in (point.first, point.last) if day.year > 1500)


def _fact(pack: Pack, fact: Fact) -> Iterator[str]:
    for entry in named_by(fact):
        yield from _names(pack.entries.get(entry))
    if isinstance(fact.object, str):
        yield fact.object
    if isinstance(fact.object, Number):
        yield from (fact.object.text, f"{fact.object.value:g}", fact.object.unit)
    yield from (fact.text, fact.note, *years(fact.date), *years(fact.when))
    if fact.supports in pack.facts:
        yield str(pack.facts[fact.supports].object)
    yield from sources(pack, fact.citations)


def _quote(pack: Pack, quote: Quote) -> Iterator[str]:
    for entry in (quote.speaker, quote.work, quote.reported_by, *quote.about):
        yield from _names(pack.entries.get(entry))
    yield from (quote.text, quote.note, quote.doubtful, *years(quote.when))
    yield from sources(pack, quote.citations)


def _names(entry: Entry | None) -> tuple[str, ...]:
    return (*entry.names, entry.phrase) if entry else ()
