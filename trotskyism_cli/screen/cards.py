"""One entry as a card: names, dates, what is stated and by whom, quotations, ties, and where it all comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator

from trotskyism_cli.invocation import command
from trotskyism_cli.library.card import Card
from trotskyism_cli.pack.dates import date_words
from trotskyism_cli.pack.model import Citation, Fact, Pack, Quote, Voice
from trotskyism_cli.pack.wording import fact_sentence, holder_names, listed, object_label
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Point,
    Quotation,
    Span,
    Title,
    join,
    line,
)


def card_document(pack: Pack, card: Card) -> Document:
    """The whole card."""
    return Document(
        (
            *_head(card),
            *_facts(pack, card),
            *_inverse(pack, card),
            *_views(pack, card),
            *_quotes(pack, card),
            *_ties(pack, card),
            *_sources(pack, card),
        )
    )


def _head(card: Card) -> Iterator[Block]:
    entry = card.entry
    yield Title(entry.name, entry.type or entry.kind)
    if entry.native:
        yield Paragraph(line(Span(" · ".join(entry.native), "strong")))
    if entry.aliases:
        yield Paragraph(line(Span("also: ", "kind"), ", ".join(entry.aliases)))
    yield Paragraph(line(entry.summary))


def _facts(pack: Pack, card: Card) -> Iterator[Block]:
    """Relations with one fact in a list at the top, then a list for each relation with several."""
    groups: dict[str, list[Fact]] = {}
    for fact in card.entry.facts:
        if not fact.corrects:
            groups.setdefault(pack.relations[fact.relation].label, []).append(fact)
    single = [(label, facts[0]) for label, facts in groups.items() if len(facts) == 1]
    if single:
        yield Heading("Facts")
        yield from (_fact_point(pack, fact, label) for label, fact in single)
    for label, facts in groups.items():
        if len(facts) > 1:
            yield Heading(label[0].upper() + label[1:])
            yield from (_fact_point(pack, fact) for fact in facts)


def _fact_point(pack: Pack, fact: Fact, label: str = "") -> Point:
    head = (Span(f"{label}: ", "strong"),) if label else ()
    return Point((*head, *fact_line(pack, fact)), tuple(_notes(pack, fact)))


def fact_line(pack: Pack, fact: Fact) -> Line:
    """A fact without its subject: what, when, where, who says so, and the source."""
    parts: list[str | Span] = [Span("not: ", "wrong")] if fact.negated else []
    if fact.text:  # a whole sentence, that says when and where by itself
        parts.append(fact.text.removesuffix("."))
    else:
        parts.append(object_label(pack, fact))
        parts += [", ", Span(date_words(fact.when), "date")] if fact.when else []
        parts += [f", {pack.entries[fact.where].name}"] if fact.where else []
    if fact.according_to:
        parts += [" — ", Span(holder_names(pack, fact), "holder")]
    if fact.voice is Voice.DISPUTED:
        parts.append(Span(" (disputed)", "holder"))
    return (*line(*parts), Span(f" [{citations_words(pack, fact.citations)}]", "source"))


def _notes(pack: Pack, fact: Fact) -> Iterator[Line]:
    if fact.note:
        yield line(Span("Note: ", "note"), Span(fact.note, "note"))
    for other in pack.corrections_of(fact.id):
        cited = Span(f" [{citations_words(pack, other.citations)}]", "source")
        yield line(Span("Correction: ", "strong"), fact_sentence(pack, other), cited)
        if other.note:
            yield line(Span(other.note, "note"))
    for other_id in fact.contradicts:
        yield line(Span("Against this: ", "strong"), fact_sentence(pack, pack.facts[other_id]))


def _inverse(pack: Pack, card: Card) -> Iterator[Block]:
    groups: dict[str, list[Fact]] = {}
    for fact in card.facts_as_object:
        relation = pack.relations[fact.relation]
        if relation.inverse_label and not fact.negated:
            groups.setdefault(relation.inverse_label, []).append(fact)
    if groups:
        yield Heading("Ties")
    for label, facts in groups.items():
        yield Point((Span(f"{label}: ", "strong"), *join(_subject(pack, fact) for fact in facts)))


def _subject(pack: Pack, fact: Fact) -> Line:
    when = (Span(f" ({date_words(fact.when)})", "date"),) if fact.when else ()
    return (Span(pack.entries[fact.subject].name), *when)


def _views(pack: Pack, card: Card) -> Iterator[Block]:
    """Where the views of this entry are reported: too many to repeat, so counted by what they are about."""
    counted = Counter(fact.subject for fact in card.facts_held if fact.subject != card.entry.id)
    if counted:
        yield Heading("Views reported under")
        named = (line(pack.entries[entry].name, Span(f" ({count})", "kind")) for entry, count in counted.most_common())
        yield Paragraph(join(named))


def _quotes(pack: Pack, card: Card) -> Iterator[Block]:
    for title, quotes in (("In their own words", card.quotes_by), ("What was said of it", card.quotes_about)):
        if quotes:
            yield Heading(title)
            yield from (quote_block(pack, quote) for quote in quotes)


def quote_block(pack: Pack, quote: Quote, match: Line | None = None) -> Quotation:
    """A quotation with its full attribution; `match` is its text with the words found marked."""
    return Quotation(match or line(Span(quote.text, "quote")), quote_attribution(pack, quote))


def quote_attribution(pack: Pack, quote: Quote) -> str:
    """Who said it, in what, when, by whose report, from which source; and what is doubtful about it."""
    parts = [pack.entries[quote.speaker].name]
    if quote.work:
        parts.append(pack.entries[quote.work].name)
    if quote.when:
        parts.append(date_words(quote.when))
    if quote.reported_by:
        parts.append(f"as reported by {pack.entries[quote.reported_by].name}")
    words = f"{', '.join(parts)} [{citations_words(pack, quote.citations)}]"
    further = [f"Doubtful: {quote.doubtful}" if quote.doubtful else "", quote.note]
    return " ".join([words, *(each for each in further if each)])


def _ties(pack: Pack, card: Card) -> Iterator[Block]:
    if card.entry.confused_with:
        names = listed([pack.entries[each].name for each in card.entry.confused_with], "or")
        yield Heading("Not to be confused with")
        yield Paragraph(line(names))
    if card.topics:
        yield Heading("Chapters")
        for topic in card.topics:
            title = Span(topic.title, target=f"#chapter-{topic.id}")
            yield Point(line(title, Span(f"  {command('summary', topic.id)}", "command")))


def _sources(pack: Pack, card: Card) -> Iterator[Block]:
    cited = dict.fromkeys(each.source for fact in _all_facts(card) for each in fact.citations)
    cited |= dict.fromkeys(each.source for quote in (*card.quotes_by, *card.quotes_about) for each in quote.citations)
    outside = [source for source in cited if not pack.sources[source].section]
    if any(pack.sources[source].section for source in cited) or outside:
        yield Heading("Sources")
    sections = [pack.sources[source].title for source in cited if pack.sources[source].section]
    if sections:
        yield Point(line("The article, sections: ", "; ".join(sections)))
    for source_id in outside:
        source = pack.sources[source_id]
        whole = ", ".join(part for part in (source.author, source.title, source.publisher, source.year) if part)
        yield Point(line(whole, Span(f"  {source.url}", "source") if source.url else ""))


def _all_facts(card: Card) -> Iterable[Fact]:
    return (*card.entry.facts, *card.facts_as_object)


def citations_words(pack: Pack, citations: Iterable[Citation]) -> str:
    """Where a statement comes from, short enough to stand behind it."""
    return "; ".join(dict.fromkeys(_citation_words(pack, citation) for citation in citations))


def _citation_words(pack: Pack, citation: Citation) -> str:
    source = pack.sources[citation.source]
    by = f"{source.author}, " if source.author else ""
    at = f", {source.publisher}" if source.publisher and not source.author else ""
    title = f"article: {source.title}" if source.section else f"{by}{source.title}{at}"
    locator = f"l. {citation.locator}" if source.section and citation.locator else citation.locator
    return f"{title}, {locator}" if locator else title
