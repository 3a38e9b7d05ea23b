"""Names of a pack's entries: who bears a name, which names a text contains, and how they are spelt."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from trotskyism_cli.items.grounds.words import tokens
from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.pack import Pack

SHORTEST = 4  # letters: a shorter name could be part of another word


class Names:
    """The names of a pack. Each index is built when it is first used."""

    def __init__(self, pack: Pack) -> None:
        self._entries = pack.entries

    @cached_property
    def by_entry(self) -> Mapping[str, frozenset[str]]:
        """All names of each entry, case-folded."""
        return {entry.id: frozenset(name.casefold() for name in entry.names) for entry in self._entries.values()}

    @cached_property
    def ambiguous(self) -> frozenset[str]:
        """Entries whose main name is also a name of another entry, so that a question could mean either."""
        bearers = Counter(name for names in self.by_entry.values() for name in names)
        return frozenset(entry.id for entry in self._entries.values() if bearers[entry.name.casefold()] > 1)

    @cached_property
    def _by_word(self) -> Mapping[str, tuple[str, ...]]:
        """Names of four letters and more, case-folded, by their first word."""
        found: dict[str, list[str]] = defaultdict(list)
        for names in self.by_entry.values():
            for name in names:
                if len(name) >= SHORTEST and (words := tokens(name)):
                    found[words[0]].append(name)
        return {word: tuple(names) for word, names in found.items()}

    def named_in(self, text: str) -> Iterator[str]:
        """Names of entries that occur in a text, case-folded."""
        plain = text.casefold()
        for word in set(tokens(text)):
            yield from (name for name in self._by_word.get(word, ()) if name in plain)

    @cached_property
    def last_names(self) -> Counter[str]:
        """How many people bear each last name, case-folded."""
        people = (entry for entry in self._entries.values() if entry.kind is Kind.PERSON)
        return Counter(entry.name.split()[-1].casefold() for entry in people)

    @cached_property
    def all_pairs(self) -> tuple[tuple[str, str], ...]:
        """All pairs of entry id and name, including people's last names."""
        return tuple(
            (entry.id, name)
            for entry in self._entries.values()
            for name in (*entry.names, *([entry.name.split()[-1]] if entry.kind is Kind.PERSON else []))
        )

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """The names of `all_pairs` as plain texts (`forms.plain`), in the same order."""
        return tuple(plain(name) for _, name in self.all_pairs)

    @cached_property
    def spellings_by_length(self) -> Mapping[int, Mapping[int, str]]:
        """The `spellings` of each length, keyed by their index in `spellings`."""
        found: dict[int, dict[int, str]] = defaultdict(dict)
        for place, spelling in enumerate(self.spellings):
            found[len(spelling)][place] = spelling
        return found

    @cached_property
    def by_plain_name(self) -> Mapping[str, frozenset[str]]:
        """The entries that bear a name, by the plain name without a leading "the"."""
        found: dict[str, set[str]] = defaultdict(set)
        for (entry, _), spelling in zip(self.all_pairs, self.spellings, strict=True):
            found[spelling.removeprefix("the ")].add(entry)
        return {name: frozenset(entries) for name, entries in found.items()}

    @cached_property
    def of_places(self) -> frozenset[str]:
        """All names of places, case-folded."""
        places = (entry for entry in self._entries.values() if entry.kind is Kind.PLACE)
        return frozenset[str]().union(*(self.by_entry[place.id] for place in places))

    @cached_property
    def rivals(self) -> dict[tuple[frozenset[str], tuple[str, ...]], tuple[str, ...]]:
        """Cache of `typed.rivals`, by the entries meant and the accepted answers."""
        return {}
