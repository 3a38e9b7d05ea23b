"""All direct ties of an entry to any others in one pass: what `ties.direct_ties` finds for each pair."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.names_in_texts import names_in
from trotskyism_cli.library.names.titles import titled_in, titles_with
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties.shared_events import events_with_part, told_of_event
from trotskyism_cli.library.ties.ties import Step, is_named, passages_naming, step_of
from trotskyism_cli.pack.model import Kind


def ties_by_other_entry(library: Library, own: str) -> dict[str, tuple[Step, ...]]:
    """For each other entry, the facts and quotations that name both, in order of time."""
    query = "SELECT kind, record, words FROM passages WHERE record <> '' AND number IN ({})"
    rows = _rows_of(library, query, passages_naming(library, own))
    library.pack.read(record for _, record, _ in rows)
    forms = names_in(library.store, (words for *_, words in rows))
    named_in = [frozenset(forms.named_in(words)) for *_, words in rows]
    library.pack.entries.read(each for named in named_in for each in named)
    held = defaultdict[str, list[tuple[str, str, frozenset[str]]]](list)
    for (kind, record, words), named in zip(rows, named_in, strict=True):
        titled = titled_in(library, words, named)
        for other in named.union(_of_record(library.pack, own, kind, record, words)):
            held[other].append((kind, record, titled))
    library.pack.entries.read(held)
    dull = {own, library.pack.article}
    found = {other: _steps(library, own, other, each) for other, each in held.items() if other not in dull}
    return {other: steps for other, steps in found.items() if steps}


def told_of_events(library: Library, own: str, tied: Iterable[str]) -> dict[str, tuple[Step, ...]]:
    """Ties to people outside `tied` by a fact about an event that one of the two took part in."""
    pack = library.pack
    if pack.entries[own].kind is not Kind.PERSON:
        return {}
    query = "SELECT words FROM passages WHERE kind = 'fact' AND subject = ?"
    texts = [text for event in events_with_part(pack, own) for text in library.store.column(query, event)]
    forms = names_in(library.store, texts)
    people = {each for text in texts for each in forms.named_in(text)}
    rows = _rows_of(
        library,
        "SELECT DISTINCT subject FROM passages WHERE kind = 'fact' AND number IN ({})",
        passages_naming(library, own),
    )
    events = (each for (each,) in rows if each in pack.entries and pack.entries[each].kind is Kind.EVENT)
    people |= {fact.subject for event in events for fact in pack.facts_with_object(event)}
    others = people - {own, *tied}
    found = {each: told_of_event(library, own, each) for each in sorted(others)}
    return {each: steps for each, steps in found.items() if steps}


def _rows_of(library: Library, query: str, numbers: Iterable[int]) -> list[tuple[str, ...]]:
    held = sorted(numbers)
    return library.store.rows(query.format(",".join("?" * len(held))), *held)


def _of_record(pack: StoredPack, own: str, kind: str, record: str, words: str) -> Iterator[str]:
    """The entries that a fact or quotation belongs to and may connect.

    For a fact with its own sentence, only those that the sentence names, unless it states exactly the two.
    """
    if kind == "quote":
        yield pack.quotes[record].speaker
        return
    fact = pack.facts[record]
    target = (fact.target,) if fact.target else ()
    for each in (fact.subject, *fact.according_to, *target):
        if not fact.text or {fact.subject, *target} == {own, each} or is_named(pack.entries[each], words):
            yield each


def _steps(
    library: Library, own: str, other: str, records: Iterable[tuple[str, str, frozenset[str]]]
) -> tuple[Step, ...]:
    steps = (
        step_of(library.pack, own, other, kind, record, titles_with(library, (own, other), titled))
        for kind, record, titled in records
    )
    return tuple(sorted((step for step in steps if step), key=lambda step: step.sort_key))
