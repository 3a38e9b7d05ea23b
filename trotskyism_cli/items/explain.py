"""What is said after the answer: why the key is right and where that stands, and what every other option really was."""

from collections.abc import Sequence

from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.sets import Draw
from trotskyism_cli.items.words import first_sentence
from trotskyism_cli.pack.dates import date_phrase, date_words
from trotskyism_cli.pack.model import Citation, Fact, Quote
from trotskyism_cli.pack.wording import POINTS, fact_sentence, listed, sentence

FEWEST_WORDS, MOST_WORDS = 15, 120


def explainable(index: Index, ask: Ask) -> bool:
    """Whether the fact behind a question can be told without words that seem to point at options."""
    return not POINTS.search(told(index, ask.evidence[0]))


def explanation(index: Index, draw: Draw) -> str:
    """Why the key is right: the key, the fact with its holder, what a reader should know beside it, and the source."""
    evidence = draw.ask.evidence[0]
    record = index.facts.get(evidence) or index.pack.quotes[evidence]
    first = told(index, evidence)
    key = draw.answers[draw.key].label
    parts = [first] if key.casefold() in first.casefold() else [sentence(key), first]
    source = source_of(index, record.citations)
    if record.note and not POINTS.search(record.note):
        parts.append(sentence(record.note))
    if len(f"{' '.join(parts)} {source}".split()) < FEWEST_WORDS:
        parts.append(_summary(index, draw))
    while len(parts) > 1 and len(f"{' '.join(parts)} {source}".split()) > MOST_WORDS:
        parts.pop()
    return " ".join([*filter(None, parts), source])


def option_notes(index: Index, draw: Draw) -> tuple[str, ...]:
    """A sentence for each option: that it is right, or what it really was."""
    return tuple(
        f"Right: {_key_note(index, draw)}" if place == draw.key else _note(index, draw, place)
        for place in range(len(draw.answers))
    )


def _key_note(index: Index, draw: Draw) -> str:
    label, fact = draw.answers[draw.key].label, told(index, draw.ask.evidence[0])
    return fact if label.casefold() in fact.casefold() else f"{sentence(label)} {fact}"


def _note(index: Index, draw: Draw, place: int) -> str:
    answer, proof = draw.answers[place], draw.proofs[place]
    own = draw.own[place]
    fact = told(index, proof.shows if proof and proof.shows else own.evidence[0])
    if answer.label.casefold() in fact.casefold():
        return fact
    return f"{answer.label}: {fact}"


def told(index: Index, evidence: str) -> str:
    """A fact, or whose a quotation is, as a sentence."""
    if evidence not in index.sentences:
        fact = index.facts.get(evidence)
        made = fact_sentence(index.pack, fact) if fact else _attribution(index, index.pack.quotes[evidence])
        index.sentences[evidence] = made
    return index.sentences[evidence]


def _attribution(index: Index, quote: Quote) -> str:
    entries = index.pack.entries
    where = f", in {entries[quote.work].phrase}" if quote.work else ""
    when = f" {date_phrase(quote.when)}" if quote.when else ""
    return f"“{quote.text}” are words of {entries[quote.speaker].phrase}{where}{when}."


def order_told(index: Index, asks: Sequence[Ask]) -> str:
    """What the questions are about in the order of time, each with its date."""
    rows = [(index.facts[ask.evidence[0]], ask.answer.label) for ask in asks]
    ordered = sorted(rows, key=lambda row: by_time(row[0]))
    return f"In order of time: {listed([f'{label} ({_date(fact)})' for fact, label in ordered])}."


def by_time(fact: Fact) -> tuple[int, str]:
    """What sorts facts by their first day."""
    return (fact.date.first.toordinal() if fact.date else 0), fact.id


def _date(fact: Fact) -> str:
    return date_words(fact.date) if fact.date else ""


def _summary(index: Index, draw: Draw) -> str:
    """The summary of what the question is about, if it is short enough to help."""
    evidence = draw.ask.evidence[0]
    owner = index.facts[evidence].subject if evidence in index.facts else index.pack.quotes[evidence].speaker
    entry = index.pack.entries[owner]
    first = first_sentence(entry.summary)
    return "" if POINTS.search(first) else sentence(f"{entry.name}: {first}")


def sources_told(index: Index, evidence: Sequence[str]) -> str:
    """The first source of each of several facts or quotations, in one sentence."""
    records = [index.facts.get(each) or index.pack.quotes[each] for each in evidence]
    first = [record.citations[0] for record in records if record.citations]
    return source_of(index, tuple(dict.fromkeys(first)), most=len(first))


def source_of(index: Index, citations: Sequence[Citation], most: int = 2) -> str:
    """`Source: the article, section “Introduction”, line 19.`"""
    named = dict.fromkeys(_citation(index, citation) for citation in citations[:most])
    return f"Source: {'; '.join(named)}."


def _citation(index: Index, citation: Citation) -> str:
    source = index.pack.sources[citation.source]
    if source.section:
        article = index.pack.entries.get(index.pack.article)
        lines = f", {'lines' if '-' in citation.locator else 'line'} {citation.locator}" if citation.locator else ""
        return f"{article.phrase if article else 'the article'}, section “{source.title}”{lines}"
    made = ", ".join(filter(None, (source.author, source.publisher, source.year)))
    return f"“{source.title}”{f' ({made})' if made else ''}{f', {citation.locator}' if citation.locator else ''}"
