"""How a quotation ends: its last words, among the last words of others that would fit its grammar."""

import re
from collections.abc import Iterator

from trotskyism_cli.items.answers import Answer, statement_answer
from trotskyism_cli.items.asks import Ask
from trotskyism_cli.items.compound import EndOf
from trotskyism_cli.items.index import Index, sound_quote
from trotskyism_cli.items.words import is_sound_stem
from trotskyism_cli.pack.model import Attribution, Quote

FEWEST_BEFORE, FEWEST_AFTER, MOST_AFTER, MOST = 5, 4, 16, 60  # words
# After these words any of the ends goes on in the same way: with a noun phrase that has an article.
_BREAK = re.compile(r"\b(?:of|for|in|by|into|against|to|from|with|under|and|on) (?=(?:the|a|an|his|its|their|which) )")
USUAL = 8  # words of an end: those that are alike in length can stand side by side


def asks(index: Index) -> Iterator[Ask]:
    """For each quotation that is surely its speaker's and can be broken before a noun phrase: its end."""
    for quote in index.pack.quotes.values():
        sure = quote.attribution is Attribution.SOLE and not quote.doubtful and not quote.reported_by
        if sure and sound_quote(index.pack, quote) and quote.speaker not in index.ambiguous:
            yield from _ask(index, quote)


def _ask(index: Index, quote: Quote) -> Iterator[Ask]:
    parts = _broken(quote.text)
    if parts is None:
        return
    begun, end = parts
    speaker = index.pack.entries[quote.speaker]
    answer: Answer = statement_answer(quote.id, f"… {end}", speaker, None)
    stem = f"How do these words of {speaker.phrase} go on: “{begun} …”?"
    other = f"With which words does {speaker.phrase} go on after “{begun} …”?"
    if stems := tuple(each for each in (stem, other) if is_sound_stem(each)):
        yield Ask(
            id=f"{quote.id}:end",
            kind="completion",
            pool="completion",
            template="completion",
            subject=begun,
            query=EndOf(quote),
            answer=answer,
            evidence=(quote.id,),
            stems=stems,
            topic=index.pack.topic_of(quote.citations, quote.speaker) or index.topics.get(quote.speaker, ""),
        )


def _broken(text: str) -> tuple[str, str] | None:
    """A quotation in two parts; None if it cannot be broken."""
    words = text.split()
    if len(words) > MOST or any(mark in text for mark in "?“”:"):
        return None
    for found in sorted(_BREAK.finditer(text), key=lambda match: abs(len(text[match.end() :].split()) - USUAL)):
        begun, end = text[: found.end()].strip(), text[found.end() :].strip()
        if len(begun.split()) >= FEWEST_BEFORE and FEWEST_AFTER <= len(end.split()) <= MOST_AFTER:
            return begun, end
    return None
