"""Facts and quotations as they are shown in answer to a search: whole sentences, with notes and corrections."""

from collections.abc import Iterable

from trotskyism_cli.pack.dates import date_words
from trotskyism_cli.pack.model import Pack, Quote
from trotskyism_cli.pack.wording import fact_sentence, sentence

SHOWN_WORDS = 110  # a passage that is read at a glance


def fact_passage(pack: Pack, fact_id: str) -> str:
    """A fact as it is shown as an answer: its sentence, its note, and what corrects it."""
    fact = pack.facts[fact_id]
    told = [fact_sentence(pack, fact), sentence(fact.note)]
    told += [f"Correction: {fact_sentence(pack, other)}" for other in pack.corrections_of(fact_id)]
    return " ".join(filter(None, told))


def quote_passage(pack: Pack, quote: Quote) -> str:
    """A quotation as it is shown as an answer: the words, and who said them where and when."""
    told = [pack.entries[quote.speaker].name]
    if quote.work:
        told.append(pack.entries[quote.work].name)
    if quote.when:
        told.append(date_words(quote.when))
    return f"“{quote.text}” — {', '.join(told)}. {sentence(quote.note)}".strip()


def shortened(sentences: Iterable[str]) -> str:
    """As many sentences as make a passage that is read at a glance; the first is always whole."""
    told: list[str] = []
    length = 0
    for each in sentences:
        length += len(each.split())
        if told and length > SHOWN_WORDS:
            break
        told.append(each)
    return " ".join(" ".join(told).split())
