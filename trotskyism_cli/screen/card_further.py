"""What a card read whole has beside its rows: quotations, corrections, chapters, and what there is to read."""

from collections.abc import Collection, Iterator

from trotskyism_cli.invocation import command
from trotskyism_cli.library.card import Card
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Entry, Fact, Kind, Source
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence, holder_names, listed
from trotskyism_cli.screen.document import Block, Heading, Line, Paragraph, Point, Span, line
from trotskyism_cli.screen.quotations import quote_block
from trotskyism_cli.views.alike import are_alike

AGAINST = "Against this: "
# By the gender of somebody: `In his own words`, `What was said of him`.
_PRONOUNS = {"m": ("his", "him"), "f": ("her", "her")}
_OF_SEVERAL, _OF_A_THING = ("their", "them"), ("its", "it")


class Against:
    """What is said against the sentences of a card: each time whole, unless it stands there already."""

    def __init__(self, pack: Pack, told: Collection[str]) -> None:
        self._pack = pack
        self._told = set(told)

    def notes(self, fact: Fact) -> Iterator[Line]:
        """What contradicts a fact; of what is told elsewhere on the card only whose it is, and of when."""
        others = [self._pack.facts[each] for each in fact.contradicts]
        for other in others:
            if other.id not in self._told:
                yield line(Span(AGAINST, "strong"), fact_sentence(self._pack, other))
        again = dict.fromkeys(self._whose(other) for other in others if other.id in self._told)
        if again:
            yield line(Span(AGAINST, "strong"), f"see {listed(list(again))}")
        self._told.update(fact.contradicts)

    def _whose(self, fact: Fact) -> str:
        holder = holder_names(self._pack, fact) or self._pack.entries[fact.subject].name
        return f"{holder} ({date_short(fact.date)})" if fact.date else holder


def quotations(pack: Pack, card: Card) -> Iterator[Block]:
    """What somebody said, what stands in a work, and what was said of either."""
    whose, whom = _pronouns(card.entry)
    said = {
        f"In {whose} own words": (*card.quotes_by, *card.quotes_from),
        f"What was said of {whom}": [quote for quote in card.quotes_about if quote not in card.quotes_from],
    }
    for title, quotes in said.items():
        if quotes:
            yield Heading(title)
            yield from (quote_block(pack, quote) for quote in quotes)


def _pronouns(entry: Entry) -> tuple[str, str]:
    is_several = entry.plural or entry.kind is Kind.PERSON  # of whom it is not said whether they are he or she
    return _PRONOUNS.get(entry.gender, _OF_SEVERAL if is_several else _OF_A_THING)


def ties(pack: Pack, card: Card) -> Iterator[Block]:
    """With what an entry is mixed up by its name, and the chapters that tell of it."""
    if names := of_like_names(pack, card.entry):
        yield Heading("Not to be confused with")
        yield Paragraph(line(listed(names, "or")))
    if card.topics:
        yield Heading("Chapters")
        for topic in card.topics:
            title = Span(topic.title, target=f"#chapter-{topic.id}")
            yield Point(line(title, Span(f"  {command('summary', topic.id)}", "command")))


def of_like_names(pack: Pack, entry: Entry) -> list[str]:
    """The names with which that of an entry is mixed up; what else a learner takes for it is told in its summary."""
    others = (pack.entries[each] for each in entry.confused_with)
    return [other.name for other in others if are_alike(entry, other)]


def reading(pack: Pack, card: Card) -> Iterator[Block]:
    """The books to read on an entry."""
    if card.entry.further_reading:
        yield Heading("Further reading")
        for each in card.entry.further_reading:
            yield Point(source_line(pack.sources[each.source], each.locator))


def source_line(source: Source, locator: str = "") -> Line:
    """A source as a bibliography gives it, with the place in it and where it can be read."""
    whole = ", ".join(part for part in (source.author, source.title, source.publisher, source.year, locator) if part)
    read = f" (read in {source.read_in})" if source.read_in else ""
    return line(whole + read, Span(f"  {source.url}", "source") if source.url else "")
