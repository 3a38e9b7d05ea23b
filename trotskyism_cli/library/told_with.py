"""Of whom the sentences of the book tell together with an entry, and how often."""

from collections import Counter
from collections.abc import Container, Iterable, Sized
from datetime import date

from trotskyism_cli.library import naming
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.judgements import HISTORIAN
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.named_in_text import entries_named
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.shared_events import last_day
from trotskyism_cli.library.ties import Step, direct, passages_naming
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.wording import fact_sentence

SEVERAL = 2  # sentences that make a tie of what nobody is known to have met
MOST_WORDS = 5000  # that may be names


def told_together(library: Library, entry_id: str, others: Iterable[str]) -> dict[str, int]:
    """How many sentences of the book name an entry and each of the others."""
    own = passages_naming(library, entry_id)
    names = {word for name in library.pack.entries[entry_id].names for word in plain(name).split()}
    return {other: len(own & passages_naming(library, other, without=names)) for other in others}


def told_of_with(library: Library, entry_id: str, tied: Container[str]) -> dict[str, tuple[Step, ...]]:
    """The people, apart from those who are `tied` to it anyhow, to whom sentences of the book tie an entry.

    Two people are tied by one sentence, if that has a date or the two may have met; anything else by several. An
    historian is told of with all of whom he wrote, and so is tied to none of them from their side. What is told of two
    after the death of either is no tie of theirs.
    """
    pack = library.pack
    own = pack.entries[entry_id]
    others = [each for each in _people_named(library, entry_id) if each not in tied]
    found = {}
    for other in (pack.entries[each] for each in others if pack.entries[each].type != HISTORIAN):
        if _are_of_other_times(own, other):
            continue
        steps = _in_their_time(pack, direct(library, entry_id, other.id))
        is_sure = own.kind is Kind.PERSON and (any(step.when for step in steps) or len(_lives(own, other)) == 2)
        if len(steps) >= (1 if is_sure else SEVERAL):
            found[other.id] = steps
    return found


def events_told_of(library: Library, entry_id: str, tied: Container[str]) -> tuple[str, ...]:
    """The events, apart from those that are `tied` to it anyhow, that are told of an entry or named after it.

    Those that are named after it, or are summed up by it, are first.
    """
    closeness: dict[str, int] = {}
    for event, close in naming.tied(library, entry_id):
        closeness[event] = max(close, closeness.get(event, 0))
    near = (each for each in sorted(closeness, key=lambda each: -closeness[each]) if closeness[each] > naming.NAMED)
    return tuple(each for each in near if each != entry_id and each not in tied)


def people_of_event(library: Library, event: str, tied: Container[str]) -> tuple[str, ...]:
    """The people, apart from those who are `tied` to it anyhow, whom the summary of an event or its facts name."""
    pack = library.pack
    entry = pack.entries[event]
    text = " ".join((entry.name, entry.summary, *(fact_sentence(pack, fact) for fact in pack.known_facts(entry))))
    people = (pack.entries[each] for each in _people_named(library, event) if each not in tied)
    return tuple(each.id for each in people if naming.pattern(pack, each).search(text))


def bodies_told_of_with(library: Library, entry_id: str, tied: Container[str]) -> tuple[str, ...]:
    """The bodies, apart from those that are `tied` to it anyhow, that what is told of an event or a place names."""
    entries = library.pack.entries
    bodies = (each for each in named_with(library, entry_id) if entries[each].kind is Kind.ORGANISATION)
    return tuple(each for each in bodies if each not in tied)


def named_with(library: Library, entry_id: str) -> tuple[str, ...]:
    """What is named in what the book tells of an entry itself: for what is tied to nothing else."""
    pack = library.pack
    entry = pack.entries[entry_id]
    text = " ".join((entry.summary, *(fact_sentence(pack, fact) for fact in pack.known_facts(entry))))
    return tuple(each for each in entries_named(library.store, text) if each not in (entry_id, pack.article))


def _people_named(library: Library, entry_id: str) -> list[str]:
    """The people whom the passages that name an entry name most, of all of them by their surnames."""
    numbers = sorted(passages_naming(library, entry_id))
    texts = library.store.column(f"SELECT words FROM passages WHERE number IN ({_marks(numbers)})", *numbers)
    counts = Counter(word for text in texts for word in {*text.split()})
    names = [name for name, _ in counts.most_common(MOST_WORDS)]
    query = f"""SELECT DISTINCT form, names.entry FROM names JOIN kinds ON kinds.entry = names.entry
        WHERE how = 'plain' AND kinds.kind = ? AND form IN ({_marks(names)})"""
    found = [(-counts[form], each) for form, each in library.store.rows(query, Kind.PERSON, *names) if each != entry_id]
    return list(dict.fromkeys(each for _, each in sorted(found)))


def _marks(values: Sized) -> str:
    return ",".join("?" * len(values))


def _in_their_time(pack: StoredPack, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The ties that are not known to be of a time when either of the two was dead."""
    return tuple(
        step
        for step in steps
        if step.when is None or all(step.when.first <= last_day(pack.entries[end]) for end in (step.start, step.end))
    )


def _are_of_other_times(one: Entry, other: Entry) -> bool:
    """Whether two are known not to have met: the one was dead before the other was born."""
    lives = _lives(one, other)
    return len(lives) == 2 and max(first for first, _ in lives) > min(last for _, last in lives)


def _lives(*people: Entry) -> list[tuple[date, date]]:
    """The first and the last day of those people of whom both are known."""
    return [(days[0], last_day(each)) for each in people if len(days := _days(each)) > 1]


def _days(entry: Entry) -> list[date]:
    """The days of somebody's life, that of birth first."""
    dated = (fact.object.first for fact in entry.facts if isinstance(fact.object, Date))
    return sorted(dated) if entry.kind is Kind.PERSON else []
