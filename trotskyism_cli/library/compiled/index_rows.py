"""Names and passages that each entry is found by, cached until the entry or one it mentions changes."""

from functools import cache
from operator import attrgetter

from trotskyism_cli.library.compiled.codec import encode
from trotskyism_cli.library.compiled.passages import Passage, Passages, named_in
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.names.name_table import NameRow, name_rows
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.reading.part_cache import PartCache

# The fields of an entry that appear in other entries' sentences or help to find them.
_HEAD = attrgetter(*"kind type name article plural gender aliases native search importance dated_names".split())
InWords = tuple[str, str, str, str, str, str, float, str, str, str]
Rows = tuple[list[NameRow], list[InWords]]


def in_words(passage: Passage) -> InWords:
    """A passage as a row of the table `unsorted`."""
    kind, owner, text, weight, record, subject, names, hints, answers = passage
    shown = text if kind == "topic" else ""
    return kind, owner, record, subject, plain(text), " ".join(answers), weight, shown, names, hints


class IndexRows:
    """Makes, or takes from the cache, the name rows and passages of entries."""

    def __init__(self, pack: Pack, passages: Passages, kept: PartCache | None) -> None:
        self._pack, self._passages, self._kept = pack, passages, kept
        self._relations = (
            kept.mark(*(encode(each).encode() for each in pack.relations.values())).encode() if kept else b""
        )
        self._head = cache(lambda entry: repr(_HEAD(pack.entries[entry])).encode())

    def of_entry(self, entry: Entry, encoded: str) -> Rows:
        """Rows of an entry; `encoded` is the whole entry as text."""
        if not self._kept or self._kept.is_full:
            return self._made(entry)
        named = dict.fromkeys(each for fact in entry.facts for each in named_in(fact))
        name, mark = f"entry:{entry.id}", self._kept.mark(self._relations, encoded.encode(), *map(self._head, named))
        rows: Rows | None = self._kept.find(name, mark)
        if rows is None:
            rows = self._made(entry)
            self._kept.add(name, mark, rows)
        return rows

    def _made(self, entry: Entry) -> Rows:
        return list(name_rows(self._pack, entry)), list(map(in_words, self._passages.of_entry(entry)))
