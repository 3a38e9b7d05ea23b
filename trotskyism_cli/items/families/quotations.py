"""Who said it, and where it stands: questions about quotations with one sure speaker."""

from collections.abc import Iterator

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.asks import Ask, an_entry
from trotskyism_cli.items.index import Index, sound_quote
from trotskyism_cli.items.truth import SpeakerOf, WorkOf
from trotskyism_cli.items.words import is_sound_stem
from trotskyism_cli.pack.model import Attribution, Kind, Quote

SHORTEST, LONGEST = 6, 60  # words


def asks(index: Index) -> Iterator[Ask]:
    """For each quotation that is surely its speaker's: speaker and work."""
    for quote in index.pack.quotes.values():
        sure = quote.attribution is Attribution.SOLE and not quote.doubtful and not quote.reported_by
        if not sure or not sound_quote(index.pack, quote) or quote.speaker in index.ambiguous:
            continue
        if not SHORTEST <= len(quote.text.split()) <= LONGEST or any(mark in quote.text for mark in "?“”:"):
            continue
        yield from _about(index, quote)


def _about(index: Index, quote: Quote) -> Iterator[Ask]:
    speaker = index.pack.entries[quote.speaker]
    moment = quote.when.first.year if quote.when and quote.when.start else None
    if speaker.kind is Kind.PERSON:
        yield from _ask(index, SpeakerOf(quote), an_entry(index, speaker.id), moment)
    if quote.work:
        yield from _ask(index, WorkOf(quote), an_entry(index, quote.work))


QuoteQuery = SpeakerOf | WorkOf
KINDS: dict[type[QuoteQuery], str] = {
    SpeakerOf: "speaker",
    WorkOf: "quoted-work",
}


def _stems(index: Index, query: QuoteQuery) -> tuple[str, ...]:
    words = f"“{query.quote.text}”"
    match query:
        case SpeakerOf():
            return f"Who wrote or said the following words: {words}?", f"Whose words are these: {words}?"
        case WorkOf():
            return f"In which work do these words stand: {words}?", f"Which work is the source of the words {words}?"


def _ask(index: Index, query: QuoteQuery, answer: Answer, moment: int | None = None) -> Iterator[Ask]:
    quote, kind = query.quote, KINDS[type(query)]
    if stems := tuple(stem for stem in _stems(index, query) if is_sound_stem(stem)):
        yield Ask(
            id=f"{quote.id}:{kind}",
            kind=kind,
            pool=kind,
            template=kind,
            subject=quote.text,
            query=query,
            answer=answer,
            evidence=(quote.id,),
            stems=stems,
            topic=index.pack.topic_of(quote.citations, quote.speaker) or index.topics.get(quote.speaker, ""),
            moment=moment,
        )
