"""Facts and quotations worded as answers; and whether one text tells what another does."""

from collections.abc import Iterable, Sequence

from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence, sentence

SHOWN_WORDS = 110  # length of an answer that is read at a glance
LETTERS = 5  # letters compared of a word, to ignore inflection
MISSING = 6  # one word in so many may differ
HALF = 0.45  # share of the shorter sentence's words from which on two sentences say much the same
_WORD = lazy_regex(r"[^\W\d_]{4,}|\d+")


def tells(text: str, sentence: str, missing: int = MISSING) -> bool:
    """Return whether a text contains all numbers and nearly all longer words of a sentence.

    One word of every `missing` may be another.
    """
    there, words = _words(text), _words(sentence)
    untold = words - there
    return not any(each.isdecimal() for each in untold) and len(untold) * missing <= len(words)


def likest(sentences: Sequence[str], sentence: str) -> str:
    """Return the sentence that shares most words with another one."""
    words = _words(sentence)
    return max(sentences, key=lambda each: len(_words(each) & words))


def overlaps(one: str, other: str) -> bool:
    """Return whether two sentences say much the same, judging by the words of the shorter."""
    first, second = _words(one), _words(other)
    return len(first & second) >= HALF * max(1, min(len(first), len(second)))


def _words(text: str) -> set[str]:
    return {word[:LETTERS] for word in _WORD.findall(text.casefold())}


def fact_passage(pack: Pack, fact_id: str) -> str:
    """A fact as an answer: its sentence, its note, and its corrections."""
    fact = pack.facts[fact_id]
    told = [fact_sentence(pack, fact), sentence(fact.note)]
    told += [f"Correction: {fact_sentence(pack, other)}" for other in pack.corrections_of(fact_id)]
    return " ".join(filter(None, told))


def quote_passage(pack: Pack, quote: Quote) -> str:
    """A quotation as an answer: its text, speaker, work and date."""
    told = [pack.entries[quote.speaker].name]
    if quote.work:
        told.append(pack.entries[quote.work].name)
    if quote.when:
        told.append(date_words(quote.when))
    return f"“{quote.text}” — {', '.join(told)}. {sentence(quote.note)}".strip()


def shortened(sentences: Iterable[str]) -> str:
    """As many whole sentences as are read at a glance, at least the first."""
    told: list[str] = []
    length = 0
    for each in sentences:
        length += len(each.split())
        if told and length > SHOWN_WORDS:
            break
        told.append(each)
    return " ".join(" ".join(told).split())
