"""The pack as read from the store: the values that were compiled, each read on first access."""

import json
import re
from abc import abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, overload

from trotskyism_cli.library.compiled.codec import (
    decode_entry,
    decode_question,
    decode_quote,
    decode_relation,
    decode_source,
    decode_topic,
)
from trotskyism_cli.library.limits import ISSUES
from trotskyism_cli.library.store import HOLDING, Store, phrase
from trotskyism_cli.pack.model import Entry, Fact, Kind, Quote, Subject, Topic
from trotskyism_cli.pack.pack import FactsOfEntries, Pack

AT_ONCE = 500  # records per query
Record = TypeVar("Record")
_CALLED = "SELECT entry, called FROM kinds WHERE kind = ?"
_IN_ORDER = "SELECT id FROM records WHERE collection = 'entry' AND id IN ({}) ORDER BY position"
_ARGUED_ABOUT = f"SELECT entry FROM (SELECT * FROM argued_about LIMIT {ISSUES}) ORDER BY position"
_SUMMED_UP = f"""SELECT entry FROM passages JOIN kinds ON entry = owner WHERE passages.kind = 'summary' AND {HOLDING}
    AND kinds.kind IN (SELECT value FROM json_each(?))"""


class ReadTogether(Mapping[str, Record]):
    """Stored records by id, of which several can be read in one query."""

    store: Store

    @abstractmethod
    def read(self, own_ids: Iterable[str]) -> None:
        """Read these records, as far as they exist, in one query before they are accessed."""

    def several(self, own_ids: Collection[str]) -> Iterator[Record]:
        """The records with these ids, in this order, read in one query."""
        self.read(own_ids)
        return map(self.__getitem__, own_ids)


class Records(ReadTogether[Record]):
    """Records of one kind, each read on first access; iteration is in pack order."""

    def __init__(self, store: Store, collection: str, decode: Callable[[str], Record]) -> None:
        self.store = store
        self._collection = collection
        self._decode = decode
        self._read: dict[str, Record] = {}
        self._all_read = False

    def read(self, own_ids: Iterable[str]) -> None:
        """Read these records, as far as they exist, in one query before they are accessed."""
        wanted = [each for each in dict.fromkeys(own_ids) if each not in self._read]
        for start in range(0, len(wanted), AT_ONCE):
            part = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"SELECT id, data FROM records WHERE collection = ? AND id IN ({marks})"
            rows = self.store.rows(query, self._collection, *part)
            self._read.update((own_id, self._decode(data)) for own_id, data in rows)

    def __getitem__(self, own_id: str) -> Record:
        try:
            return self._read[own_id]
        except KeyError:
            self._read[own_id] = self._found(own_id)
            return self._read[own_id]

    def _found(self, own_id: str) -> Record:
        query = "SELECT data FROM records WHERE collection = ? AND id = ?"
        found = self.store.column(query, self._collection, own_id)
        if not found:
            raise KeyError(own_id)
        return self._decode(found[0])

    def __iter__(self) -> Iterator[str]:
        if not self._all_read:
            query = "SELECT id, data FROM records WHERE collection = ? ORDER BY position"
            rows = self.store.rows(query, self._collection)
            self._read = {own_id: self._decode(data) for own_id, data in rows}
            self._all_read = True
        return iter(self._read)

    def __len__(self) -> int:
        return self.store.numbers("SELECT count(*) FROM records WHERE collection = ?", self._collection)[0]


class Topics(Sequence[Topic]):
    """Chapters in reading order, read on first access: all, or those with `ids`."""

    def __init__(self, records: ReadTogether[Topic], ids: Sequence[str] | None = None) -> None:
        self._records = records
        self._ids = ids

    @overload
    def __getitem__(self, index: int) -> Topic: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Topic]: ...
    def __getitem__(self, index: int | slice) -> Topic | Sequence[Topic]:
        return self._all[index]

    def __len__(self) -> int:
        return len(self._records if self._ids is None else self._ids)

    def by_id(self, own_id: str) -> Topic:
        """Any chapter of the pack, also one not among these."""
        return self._records[own_id]

    def some(self, ids: Sequence[str]) -> "Topics":
        """Only the chapters with these ids."""
        return Topics(self._records, ids)

    @cached_property
    def _all(self) -> tuple[Topic, ...]:
        return tuple(self._records.values() if self._ids is None else self._records.several(self._ids))


class StoredPack(Pack):
    """A pack whose records are read from the store on access, with the values that were compiled."""

    entries: ReadTogether[Entry]
    quotes: ReadTogether[Quote]
    topics: Topics

    @property
    def store(self) -> Store:
        """The store of its records."""
        return self.entries.store

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """All facts by id."""
        return FactsOfEntries(self.entries)

    @cached_property
    def merged_into(self) -> Mapping[str, str]:
        """For each former fact id, the fact that it was merged into."""
        return self.store.merged_into

    @cached_property
    def corrected(self) -> frozenset[str]:
        """Ids of the facts that another fact corrects."""
        return frozenset(self.store.column("SELECT DISTINCT \"to\" FROM mentions WHERE how = 'corrects'"))

    def facts_with_object(self, entry_id: str) -> tuple[Fact, ...]:
        """The facts that have this entry as their object."""
        return self.facts_that("object", entry_id)

    def corrections_of(self, fact_id: str) -> tuple[Fact, ...]:
        """The facts that correct this one."""
        return self.facts_that("corrects", fact_id) if fact_id in self.corrected else ()

    def facts_that(self, how: str, target: str) -> tuple[Fact, ...]:
        """The facts that mention `target` as their `object`, `holder`, `about` or `where`, or in `corrects`."""
        found = self.mentions(how, target)
        self.read(found)
        return tuple(self.facts[each] for each in found)

    def read(self, ids: Iterable[str]) -> None:
        """Read the entries of these facts and these quotations in few queries before they are accessed."""
        facts, quotes = list[str](), list[str]()
        for each in ids:
            (facts if "." in each else quotes).append(each)
        self.entries.read(each.partition(".")[0] for each in facts)
        self.quotes.read(quotes)

    def topic(self, own_id: str) -> Topic:
        """A chapter by id."""
        return self.topics.by_id(own_id)

    def mentions(self, how: str, target: str) -> list[str]:
        """Ids of the records that mention `target` in this way, in pack order."""
        return self.store.column('SELECT "from" FROM mentions WHERE how = ? AND "to" = ? ORDER BY rowid', how, target)

    def mentioned(self, how: str, targets: Sequence[str]) -> frozenset[str]:
        """Those of the ids that some record mentions in this way."""
        marks = ",".join("?" * len(targets))
        query = f'SELECT DISTINCT "to" FROM mentions WHERE how = ? AND "to" IN ({marks})'
        return frozenset(self.store.column(query, how, *targets))

    def in_order(self, own_ids: Iterable[str]) -> list[str]:
        """Those of the ids that are entries, in pack order, without reading them."""
        return self.store.column(_IN_ORDER.format("SELECT value FROM json_each(?)"), json.dumps(list(own_ids)))

    def argued_about(self) -> Iterator[Entry]:
        """The entries that a fact is `about`, in pack order; in a very large pack, the most important of them."""
        return self.entries.several(self.store.column(_ARGUED_ABOUT))

    def summed_up_with(self, words: str, kinds: Iterable[Kind]) -> Iterator[Entry]:
        """Entries of these kinds whose summary contains these words in a row, in any inflection, in pack order.

        May include a few that are only found by these words.
        """
        return self.entries.several(
            self.store.column(_IN_ORDER.format(_SUMMED_UP), phrase(words), json.dumps(list(kinds)))
        )

    def of_kind(self, kind: Kind, own_ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that are entries of a kind, without reading them."""
        wanted = json.dumps(list(own_ids))
        query = "SELECT entry FROM json_each(?) CROSS JOIN kinds ON entry = value AND kind = ?"
        return frozenset(self.store.column(query, wanted, kind))

    def called(self, kind: Kind) -> Mapping[str, str]:
        """All entries of a kind by id, each with all its names in one text; reads nothing else."""
        if kind not in self._called:
            self._called[kind] = {str(own_id): str(names) for own_id, names in self.store.rows(_CALLED, kind)}
        return self._called[kind]

    def names_of(self, own_ids: Sequence[str]) -> list[tuple[str, str]]:
        """Those of the ids that are entries, each with all its names in one text; reads nothing else."""
        marks = ",".join("?" * len(own_ids))
        return self.store.rows(f"SELECT entry, called FROM kinds WHERE entry IN ({marks})", *own_ids)

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Cache of `naming.pattern`, by entry id."""
        return {}

    @cached_property
    def _called(self) -> dict[Kind, Mapping[str, str]]:
        return {}


def stored_pack(store: Store) -> StoredPack:
    """The pack that a store was compiled from."""
    # JSON turned tuples into lists
    synonyms, course = tuple(map(tuple, store.head["synonyms"])), tuple(store.head["course"])
    syllabus = tuple(Subject(name, tuple(entries)) for name, entries in store.head["syllabus"])
    return StoredPack(
        **{**store.head, "synonyms": synonyms, "course": course, "syllabus": syllabus},
        relations=Records(store, "relation", decode_relation),
        entries=Records(store, "entry", decode_entry),
        quotes=Records(store, "quote", decode_quote),
        questions=Records(store, "question", decode_question),
        sources=Records(store, "source", decode_source),
        topics=Topics(Records(store, "topic", decode_topic)),
    )
