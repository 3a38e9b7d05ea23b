"""The parts of a full card besides its rows: quotations, objections, chapters, look-alike names, further reading."""

from collections.abc import Collection, Iterator
from textwrap import shorten

from trotskyism_cli.invocation import command
from trotskyism_cli.library.card import Card
from trotskyism_cli.library.quotations import in_order_of_time
from trotskyism_cli.pack.model import Entry, Fact, Kind, Source
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence, join_words
from trotskyism_cli.screen.document import Block, Heading, Line, Paragraph, Point, Span, line
from trotskyism_cli.screen.entries.quotations import quote_block

AGAINST = "Against this: "
FIRST_WORDS = 40  # letters quoted to point to a sentence elsewhere on the card
# By the gender of somebody: `In his own words`, `What was said of him`.
_PRONOUNS = {"m": ("his", "him"), "f": ("her", "her")}
_OF_SEVERAL, _OF_A_THING = ("their", "them"), ("its", "it")


class Against:
    """The objections to the facts of a card. Each is printed in full only once."""

    def __init__(self, pack: Pack, told: Collection[str]) -> None:
        self._pack = pack
        self._told = set(told)

    def notes(self, fact: Fact) -> Iterator[Line]:
        """What contradicts a fact; of statements already on the card, only the opening words."""
        others = [self._pack.facts[each] for each in fact.contradicts]
        for other in others:
            if other.id not in self._told:
                yield line(Span(AGAINST, "strong"), fact_sentence(self._pack, other))
        again = [_first_words(fact_sentence(self._pack, other)) for other in others if other.id in self._told]
        if again:
            yield line(Span(AGAINST, "strong"), f"see {join_words(again)}")
        self._told.update(fact.contradicts)


def _first_words(sentence: str) -> str:
    return f"“{shorten(sentence, FIRST_WORDS, placeholder=' …')}”"


def quotations(pack: Pack, card: Card) -> Iterator[Block]:
    """Quotations by a person or from a work, then quotations about either."""
    whose, whom = _pronouns(card.entry)
    said = {
        f"In {whose} own words": (*card.quotes_by, *card.quotes_from),
        f"What was said of {whom}": [quote for quote in card.quotes_about if quote not in card.quotes_from],
    }
    for title, quotes in said.items():
        if quotes:
            yield Heading(title)
            yield from (quote_block(pack, quote) for quote in in_order_of_time(quotes))


def _pronouns(entry: Entry) -> tuple[str, str]:
    is_several = entry.plural or entry.kind is Kind.PERSON  # their gender is not recorded
    return _PRONOUNS.get(entry.gender, _OF_SEVERAL if is_several else _OF_A_THING)


def ties(pack: Pack, card: Card) -> Iterator[Block]:
    """Entries with confusingly similar names, and the chapters that cover an entry."""
    if names := of_like_names(pack, card.entry):
        yield Heading("Not to be confused with")
        yield Paragraph(line(join_words(names, "or")))
    if card.topics:
        yield Heading("Chapters")
        for topic in card.topics:
            title = Span(topic.title, target=f"#chapter-{topic.id}")
            yield Point(line(title, Span(f"  {command('summary', topic.id)}", "command")))


def of_like_names(pack: Pack, entry: Entry) -> list[str]:
    """Names of the entries whose name is easily confused with this one's.

    Entries confused for another reason are left out; the summary explains those.
    """
    if not entry.confused_with:
        return []
    from trotskyism_cli.views.wording.like_names import are_alike  # most cards do without it

    others = (pack.entries[each] for each in entry.confused_with)
    return [other.name for other in others if are_alike(entry, other)]


def reading(pack: Pack, card: Card) -> Iterator[Block]:
    """The books recommended on an entry."""
    if card.entry.further_reading:
        yield Heading("Further reading")
        for each in card.entry.further_reading:
            yield Point(source_line(pack.sources[each.source], each.locator))


def source_line(source: Source, locator: str = "") -> Line:
    """A source as in a bibliography, with the place in it and where it can be read."""
    read = f" (read in {source.read_in})" if source.read_in else ""
    return line(source.in_full(locator) + read, Span(f"  {source.url}", "source") if source.url else "")
