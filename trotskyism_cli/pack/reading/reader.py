"""Read the files of a pack into a `Pack`, as far as possible, and collect every problem found."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trotskyism_cli.errors import PackError
from trotskyism_cli.pack.checking.checks import check, check_id
from trotskyism_cli.pack.checking.question_style import check_style
from trotskyism_cli.pack.checking.questions import read_question
from trotskyism_cli.pack.dates import Calendar
from trotskyism_cli.pack.folder import PACK_FILE, folder_of_pack
from trotskyism_cli.pack.model import Entry, Quote, Source, Subject, Topic
from trotskyism_cli.pack.pack import LargePack, Pack
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.reading.disk_backed import DiskBackedRecords
from trotskyism_cli.pack.reading.entries import EntryReader
from trotskyism_cli.pack.reading.part_cache import PartCache
from trotskyism_cli.pack.reading.values import read_quote, read_relation, read_source, read_topic
from trotskyism_cli.pack.relation import Relation
from trotskyism_cli.pack.text import nodes
from trotskyism_cli.pack.text.fields import FILES, RECORDS
from trotskyism_cli.pack.text.files import PackFile, find_files, unreadable
from trotskyism_cli.pack.text.places import Places, identified
from trotskyism_cli.pack.text.problems import Position, Problem, merge_repeated
from trotskyism_cli.pack.text.records import Record, RecordReader

# Finds files that may have the key `relations`, even with escaped letters: relations are read before all else.
_MAY_DECLARE = re.compile(rb"""relations["']?\s*[:#]|\\(?:x|u00|U000000)[67]|\\[\r\n]""")
_Parsed = tuple[nodes.Node | None, list[Problem]]
_Record = Entry | Question | Quote | Relation | Source | Topic


@dataclass(slots=True)
class ReadPack:
    """Result of reading a folder: the pack, the places of its records, and its problems in order.

    `passed_over` are keys that are no longer used.
    """

    pack: Pack
    places: Places
    problems: list[Problem]
    passed_over: list[Problem]

    def warnings(self) -> list[Problem]:
        """Keys no longer used and faults of style, in order.

        In an `edited` pack the latter are problems instead.
        """
        style = set() if self.pack.edited or self.places.incomplete else _style(self.pack, self.places)
        return sorted({*self.passed_over, *style})


def load_pack(folder: Path, kept: PartCache | None = None) -> Pack:
    """Load the pack of a folder. Raises PackError that lists every problem, one a line, if there are any.

    With `kept`, unchanged files come from the cache.
    """
    read = read_pack(folder, kept)
    if read.problems:
        raise PackError("\n".join(map(str, read.problems)))
    return read.pack


def read_pack(folder: Path, kept: PartCache | None = None) -> ReadPack:
    """Read and check a folder.

    Faults in its files are returned, not raised; PackError only if there is no pack.
    """
    files, problems = find_files(folder_of_pack(folder))
    return read_pack_files(files, problems, kept)


def read_pack_files(files: list[PackFile], problems: Iterable[Problem] = (), kept: PartCache | None = None) -> ReadPack:
    """Read and check files in order. `problems` are those found before, about files that are left out."""
    found = list(problems)
    incomplete = bool(found)
    reader = _PackReader(kept, incomplete)
    pack = reader.read(files)
    if reader.places.incomplete > incomplete:
        # An unreadable file may declare relations that others use: read again, knowing that.
        reader = _PackReader(kept, incomplete=True)
        pack = reader.read(files)
    found.extend(reader.records.problems)
    if not reader.places.incomplete:
        found.extend(check(pack, reader.places))
        if pack.edited:
            found.extend(_style(pack, reader.places))
    return ReadPack(pack, reader.places, merge_repeated(found), reader.records.passed_over)


def _style(pack: Pack, places: Places) -> set[Problem]:
    return {*check_style(pack, places), *check_id(pack, places)}


class _PackReader:
    def __init__(self, kept: PartCache | None, incomplete: bool = False) -> None:
        self._kept = kept
        self._of_file: list[tuple[str, _Record]] = []  # records of the last file read, for the cache
        self.records = RecordReader()
        self.places = Places()
        self.places.incomplete = incomplete
        self._head: nodes.Mapping | None = None
        self._synonyms: list[tuple[str, ...]] = []
        self._relations: DiskBackedRecords[Relation] = DiskBackedRecords()
        self._entries: DiskBackedRecords[Entry] = DiskBackedRecords()
        self._quotes: DiskBackedRecords[Quote] = DiskBackedRecords()
        self._questions: DiskBackedRecords[Question] = DiskBackedRecords()
        self._topics: DiskBackedRecords[Topic] = DiskBackedRecords()
        self._sources: DiskBackedRecords[Source] = DiskBackedRecords()
        self._stores: dict[str, DiskBackedRecords[Any]] = {
            "relation": self._relations,
            "entry": self._entries,
            "quote": self._quotes,
            "question": self._questions,
            "topic": self._topics,
            "source": self._sources,
        }
        self._readers: dict[str, Callable[[nodes.Mapping], _Record | None]] = {
            "relation": self._relation,
            "quote": self._quote,
            "question": self._question,
            "topic": self._topic,
            "source": self._source,
        }

    def read(self, files: list[PackFile]) -> Pack:
        declaring = dict(self._read_relations(files))
        entry_reader = EntryReader(self.records, self.places, self._relations)
        self._readers["entry"] = entry_reader.entry
        declared = (self._data(file) for file in files if file.name in declaring)
        relations = self._kept.mark(*declared).encode() if self._kept else b""
        for file in files:
            if file.name in declaring:
                if parsed := declaring.pop(file.name):
                    self._read(file.name, parsed)
            elif self._kept and file.name != PACK_FILE:
                self._read_once(file.name, self._data(file), relations, self._kept)
            else:
                self._read(file.name, nodes.parse(self._data(file), file.name))
        head = self.records.read(self._head, "pack") if self._head else Record(Position(PACK_FILE, 1, 1))
        self.places.note("pack", head)
        entries = self._entries.settled()
        values: dict[str, Any] = {
            "id": head.text("id"),
            "name": head.text("name"),
            "subject": head.text("subject"),
            "version": head.integer("version", 1),
            "language": head.text("language", "en"),
            "licence": head.text("licence"),
            "article": head.text("article"),
            "relations": self._relations.settled(),
            "entries": entries,
            "quotes": self._quotes.settled(),
            "questions": self._questions.settled(),
            "topics": tuple(sorted(self._topics.values(), key=lambda topic: (topic.order, topic.id))),
            "sources": self._sources.settled(),
            "synonyms": tuple(self._synonyms),
            "edited": head.flag("edited"),
            "unfit_sources": head.texts("unfit_sources"),
            "released": self._day(head, "released"),
            "course": head.texts("course"),
            "syllabus": tuple(map(self._subject, head.records("syllabus"))),
        }
        return Pack(**values) if isinstance(entries, dict) else LargePack(**values)

    def _subject(self, node: nodes.Mapping) -> Subject:
        record = self.records.read(node, "subject")
        return Subject(record.text("name"), record.texts("entries"))

    def _day(self, head: Record, key: str) -> str:
        """A single Gregorian day, e.g. `2026-11-28`; empty if missing, or (with a problem) not one day."""
        when = head.date(key)
        if when is None or (when.is_exact_day and when.calendar is Calendar.PLAIN):
            return when.text if when else ""
        self.records.report(head.places[key], f'{when.text!r} is not one day; write it as in "2026-11-28"')
        return ""

    # ---- files ----

    def _read_relations(self, files: list[PackFile]) -> Iterable[tuple[str, _Parsed | None]]:
        """Read the relations of all files.

        Yields the name of each such file with its parsed nodes, for further use. The nodes are None if all of the file
        came from the cache.
        """
        for file in files:
            data = b"" if file.name == PACK_FILE else self._data(file)
            # Two fast tests spare most files the slow pattern.
            if (b"relations" in data or b"\\" in data) and _MAY_DECLARE.search(data):
                name, mark = f"relations:{file.name}", self._kept.mark(data) if self._kept else ""
                if self._kept and self._take_kept(file.name, self._kept.find(name, mark)):
                    yield file.name, None
                    continue
                root, problems = nodes.parse(data, file.name)
                if isinstance(root, nodes.Mapping) and "relations" in root.values:
                    is_all = len(root.values) == 1 and not problems
                    self._declare(root.values["relations"], name, mark, self._kept if is_all else None)
                    yield file.name, (root, problems)

    def _declare(self, relations: nodes.Node, name: str, mark: str, kept: PartCache | None) -> None:
        """Read the relations of a file; cache them under `name` if they have no problem."""
        places, problems = len(self.places), len(self.records.problems)
        self._of_file = []
        self._take(relations, "relation")
        if kept and len(self.records.problems) == problems:
            kept.add(name, mark, (self._of_file, [], self.places.notes(places)))

    def _data(self, file: PackFile) -> bytes:
        try:
            return file.data
        except OSError as error:
            self.records.report(Position(file.name), unreadable(error))
            return b""

    def _read_once(self, file: str, data: bytes, relations: bytes, kept: PartCache) -> None:
        """Take a file from the cache, or read it and cache it if it has no problem."""
        name, mark = f"file:{file}", kept.mark(data, relations)
        if self._take_kept(file, kept.find(name, mark)):
            return
        places, groups, problems = len(self.places), len(self._synonyms), len(self.records.problems)
        self._read(file, nodes.parse(data, file))
        if len(self.records.problems) == problems and not self.places.incomplete:
            kept.add(name, mark, (self._of_file, self._synonyms[groups:], self.places.notes(places)))

    def _take_kept(self, file: str, found: Any | None) -> bool:
        """Take what the cache has of a file. False if it has nothing, or if a record's name is taken already."""
        if found is None or not self.places.take(file, found[-1]):
            return False
        records, synonyms, _ = found
        for kind, record in records:
            self._stores[kind].put(record.id, record)
        self._synonyms.extend(synonyms)
        return True

    def _read(self, file: str, parsed: _Parsed) -> None:
        root, problems = parsed
        self._of_file = []
        self.records.problems.extend(problems)
        self.places.incomplete = self.places.incomplete or (root is None and bool(problems))
        if isinstance(root, nodes.Mapping) and file == PACK_FILE:
            self._head = root
        elif isinstance(root, nodes.Mapping):
            self._read_lists(root)
        elif not problems:
            wanted = "the keys of a pack" if file == PACK_FILE else f"one of {', '.join(FILES)}"
            self.records.report(Position(file, 1, 1), f"nothing to read here; write {wanted}, or delete the file")

    def _read_lists(self, root: nodes.Mapping) -> None:
        for key, value in root.values.items():
            kind = FILES.get(key)
            if kind is None:
                known = ", ".join(FILES)
                self.records.report(root.keys[key], f"unknown key {key!r} at the top of a file; write one of {known}")
            elif kind == "synonym":
                self._synonyms.extend(self._groups(value))
            elif kind != "relation":  # relations are read already
                self._take(value, kind)

    def _take(self, node: nodes.Node, kind: str) -> None:
        read, store = self._readers[kind], self._stores[kind]
        for each in self.records.records(node, kind):
            if (record := read(each)) is not None:
                store.put(record.id, record)
                if self._kept:
                    self._of_file.append((kind, record))

    # ---- records ----

    def _identified(self, record: Record, kind: str) -> str | None:
        return identified(record, kind, self.records, self.places)

    def _relation(self, node: nodes.Mapping) -> Relation | None:
        before = len(self.records.problems)
        record = self.records.read(node, "relation")
        if (own := self._identified(record, "relation")) is None:
            self.places.note_unreadable(node)
            return None
        if own in RECORDS["fact"]:
            self.records.report(record.places["id"], f"{own!r} is a key that every fact may have; choose another id")
            return None
        relation = read_relation(own, record, self.records)
        if len(self.records.problems) > before:
            self.places.faulty_relations.add(own)
        return relation

    def _quote(self, node: nodes.Mapping) -> Quote | None:
        record = self.records.read(node, "quote")
        own = self._identified(record, "quote")
        return None if own is None else read_quote(own, record)

    def _question(self, node: nodes.Mapping) -> Question | None:
        record = self.records.read(node, "question")
        own = self._identified(record, "question")
        return None if own is None else read_question(own, record, self.records, self.places)

    def _topic(self, node: nodes.Mapping) -> Topic | None:
        record = self.records.read(node, "topic")
        own = self._identified(record, "topic")
        return None if own is None else read_topic(own, record)

    def _source(self, node: nodes.Mapping) -> Source | None:
        record = self.records.read(node, "source")
        own = self._identified(record, "source")
        return None if own is None else read_source(own, record)

    def _groups(self, node: nodes.Node) -> Iterable[tuple[str, ...]]:
        """Groups of synonyms."""
        for group in node.items if isinstance(node, nodes.Sequence) else [node]:
            words = group.items if isinstance(group, nodes.Sequence) else [group]
            yield tuple(text for word in words if (text := self.records.text(word, "a word")))
