"""Of whom the sentences of the book tell together with an entry, and how often."""

from collections import Counter
from collections.abc import Container, Iterable, Sized

from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.judgements import HISTORIAN
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.shared_events import last_day
from trotskyism_cli.library.ties import Step, direct, passages_naming
from trotskyism_cli.pack.model import Kind

MOST = 24  # people who are weighed
LEAST = 3  # sentences that make a tie
MOST_WORDS = 5000  # that may be names


def told_together(library: Library, entry_id: str, others: Iterable[str]) -> dict[str, int]:
    """How many sentences of the book name an entry and each of the others."""
    own = passages_naming(library, entry_id)
    names = {word for name in library.pack.entries[entry_id].names for word in plain(name).split()}
    return {other: len(own & passages_naming(library, other, without=names)) for other in others}


def told_of_with(library: Library, entry_id: str, tied: Container[str]) -> dict[str, tuple[Step, ...]]:
    """The people, apart from those who are `tied` to it anyhow, with whom an entry is told of in several sentences.

    An historian is told of with all of whom he wrote, and so is tied to none of them. What is told of two after the
    death of either is no tie of theirs.
    """
    people = _people_named(library, entry_id)
    others = [each for each in people if each not in tied and library.pack.entries[each].type != HISTORIAN]
    several = [each for each, count in told_together(library, entry_id, others).items() if count >= LEAST]
    found = {each: _in_their_time(library.pack, direct(library, entry_id, each)) for each in several}
    return {each: steps for each, steps in found.items() if len(steps) >= LEAST}


def _people_named(library: Library, entry_id: str) -> list[str]:
    """The people whom the passages that name an entry name most, of all of them by their surnames."""
    numbers = sorted(passages_naming(library, entry_id))
    texts = library.store.column(f"SELECT words FROM passages WHERE number IN ({_marks(numbers)})", *numbers)
    counts = Counter(word for text in texts for word in {*text.split()})
    names = [name for name, count in counts.most_common(MOST_WORDS) if count >= LEAST]
    query = f"""SELECT DISTINCT form, names.entry FROM names JOIN kinds ON kinds.entry = names.entry
        WHERE how = 'plain' AND kinds.kind = ? AND form IN ({_marks(names)})"""
    found = [(-counts[form], each) for form, each in library.store.rows(query, Kind.PERSON, *names) if each != entry_id]
    return list(dict.fromkeys(each for _, each in sorted(found)))[:MOST]


def _marks(values: Sized) -> str:
    return ",".join("?" * len(values))


def _in_their_time(pack: StoredPack, steps: Iterable[Step]) -> tuple[Step, ...]:
    """The ties that are not known to be of a time when either of the two was dead."""
    return tuple(
        step
        for step in steps
        if step.when is None or all(step.when.first <= last_day(pack.entries[end]) for end in (step.start, step.end))
    )
