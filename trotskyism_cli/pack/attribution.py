"""Attribution of quotations, worded the same wherever a quotation is shown."""

from collections.abc import Iterable

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.model import Entry, EntryRef, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import join_words

DOUBTFUL = " (wording doubtful)"
WROTE = "wrote"  # in the `words` of the relation from a work to its writer


def attribution_of(pack: Pack, quote: Quote) -> str:
    """Attribution of a quotation: `Leon Trotsky, Our Political Tasks, 1904`.

    Names the speaker, the work, who reported it, and the date. A work with several writers is attributed to all of
    them.
    """
    speaker = pack.entries[quote.speaker]
    work = pack.entries[quote.work] if quote.work else None
    title = work.name.removeprefix(f"{speaker.name.rpartition(' ')[2]}'s ") if work else ""
    is_own = work is not None and any(fact.object == EntryRef(speaker.id) for fact in work.facts)
    parts = [join_words([pack.entries[each].name for each in _writers(pack, quote.speaker, work)])]
    if quote.reported_by:
        parts += [title] if is_own else []
        parts.append(f"quoted by {pack.entries[quote.reported_by].name}{'' if is_own or not title else f' in {title}'}")
    elif title:
        parts.append(title)
    if quote.when and not _tells_date(parts, quote.when):
        parts.append(date_words(quote.when))
    return ", ".join(parts)


def _writers(pack: Pack, speaker: str, work: Entry | None) -> list[str]:
    """The speaker and the co-writers of the work; the speaker alone if somebody else wrote it."""
    told = [(fact.relation, fact.object.id) for fact in work.facts if isinstance(fact.object, EntryRef)] if work else []
    wrote = {relation for relation, writer in told if writer == speaker and WROTE in pack.relations[relation].words}
    return [writer for relation, writer in told if relation in wrote] or [speaker]


def _tells_date(parts: Iterable[str], when: Date) -> bool:
    said = " ".join(parts)
    return date_words(when) in said or date_words(when).partition(" (")[0] in said
