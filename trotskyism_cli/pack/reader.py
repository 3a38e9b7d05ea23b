"""From the files of a pack to a `Pack`, as much of it as can be read, with every problem found on the way."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from trotskyism_cli.errors import PackError
from trotskyism_cli.pack import nodes
from trotskyism_cli.pack.checks import check, check_id
from trotskyism_cli.pack.dates import Calendar
from trotskyism_cli.pack.fields import FILES, RECORDS
from trotskyism_cli.pack.files import PACK_FILE, PackFile, find_files, folder_of_pack, unreadable
from trotskyism_cli.pack.model import (
    NOTABLE,
    Attribution,
    Complete,
    DatedName,
    Entry,
    EntryRef,
    Fact,
    FactObject,
    Kind,
    Number,
    Origin,
    Quote,
    Source,
    Topic,
    Voice,
)
from trotskyism_cli.pack.pack import LargePack, Pack
from trotskyism_cli.pack.places import Places
from trotskyism_cli.pack.problems import Position, Problem, causes
from trotskyism_cli.pack.question import Question
from trotskyism_cli.pack.question_style import check_style
from trotskyism_cli.pack.questions import read_question
from trotskyism_cli.pack.records import ID, Record, RecordReader, one_line
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.spill import Spill

_NUMBER = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})+|-?[0-9]{1,15}(?:\.[0-9]{1,6})?")
# Whether a file may have `relations` as a key, escapes of its letters included: they are read before all other records.
_MAY_DECLARE = re.compile(rb"""relations["']?\s*[:#]|\\(?:x|u00|U000000)[67]|\\[\r\n]""")
_Parsed = tuple[nodes.Node | None, list[Problem]]
_Identified = TypeVar("_Identified", Entry, Question, Quote, Relation, Source, Topic)


@dataclass(slots=True)
class ReadPack:
    """What came of reading a folder: the pack, where its records stand, and what is wrong with it, in order.

    `warnings` are what could be better in its questions; in a pack that is `edited` that is a problem too.
    """

    pack: Pack
    places: Places
    problems: list[Problem]
    warnings: list[Problem]


def load_pack(folder: Path) -> Pack:
    """The pack of a folder; PackError with every problem, one a line, if there is any."""
    read = read_pack(folder)
    if read.problems:
        raise PackError("\n".join(map(str, read.problems)))
    return read.pack


def read_pack(folder: Path) -> ReadPack:
    """Read and check a folder. Never raises for what is in the files; PackError if there is no pack there."""
    files, problems = find_files(folder_of_pack(folder))
    return read_pack_files(files, problems)


def read_pack_files(files: list[PackFile], problems: Iterable[Problem] = ()) -> ReadPack:
    """Read and check files, one after the other; `problems` are those of files that are not among them."""
    found = list(problems)
    incomplete = bool(found)
    reader = _PackReader(incomplete)
    pack = reader.read(files)
    if reader.places.incomplete > incomplete:  # what cannot be read may declare what others use: only now that is known
        reader = _PackReader(incomplete=True)
        pack = reader.read(files)
    found.extend(reader.records.problems)
    style: set[Problem] = set()
    if not reader.places.incomplete:
        found.extend(check(pack, reader.places))
        style.update([*check_style(pack, reader.places), *check_id(pack, reader.places)])
    warnings = set() if pack.edited else style
    return ReadPack(pack, reader.places, causes({*found, *style} - warnings), sorted(warnings))


class _PackReader:
    def __init__(self, incomplete: bool = False) -> None:
        self.records = RecordReader()
        self.places = Places()
        self.places.incomplete = incomplete
        self._head: nodes.Mapping | None = None
        self._synonyms: list[tuple[str, ...]] = []
        self._relations: Spill[Relation] = Spill()
        self._declared: frozenset[str] = frozenset()  # their ids
        self._entries: Spill[Entry] = Spill()
        self._quotes: Spill[Quote] = Spill()
        self._questions: Spill[Question] = Spill()
        self._topics: Spill[Topic] = Spill()
        self._sources: Spill[Source] = Spill()
        self._takers: dict[str, Callable[[nodes.Mapping], None]] = {
            "relation": lambda node: _put(self._relations, self._relation(node)),
            "entry": lambda node: _put(self._entries, self._entry(node)),
            "quote": lambda node: _put(self._quotes, self._quote(node)),
            "question": lambda node: _put(self._questions, self._question(node)),
            "topic": lambda node: _put(self._topics, self._topic(node)),
            "source": lambda node: _put(self._sources, self._source(node)),
        }

    def read(self, files: list[PackFile]) -> Pack:
        declaring = dict(self._read_relations(files))
        self._declared = frozenset(self._relations)
        for file in files:
            self._read(file, declaring.pop(file.name, None))
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
        }
        return Pack(**values) if isinstance(entries, dict) else LargePack(**values)

    def _day(self, head: Record, key: str) -> str:
        """A day of the calendar of today, as `2026-11-28`; empty if there is none."""
        when = head.date(key)
        if when is None or (when.is_exact_day and when.calendar is Calendar.PLAIN):
            return when.text if when else ""
        self.records.report(head.places[key], f'{when.text!r} is not one day; write it as in "2026-11-28"')
        return ""

    # ---- files ----

    def _read_relations(self, files: list[PackFile]) -> Iterable[tuple[str, _Parsed]]:
        """Read the relations of all files. Yields what was parsed for that, by the name of the file."""
        for file in files:
            if file.name != PACK_FILE and _MAY_DECLARE.search(self._data(file)):
                root, problems = nodes.parse(self._data(file), file.name)
                if isinstance(root, nodes.Mapping) and "relations" in root.values:
                    self._take(root.values["relations"], "relation")
                    yield file.name, (root, problems)

    def _data(self, file: PackFile) -> bytes:
        try:
            return file.data
        except OSError as error:
            self.records.report(Position(file.name), unreadable(error))
            return b""

    def _read(self, file: PackFile, parsed: _Parsed | None) -> None:
        root, problems = parsed or nodes.parse(self._data(file), file.name)
        self.records.problems.extend(problems)
        self.places.incomplete = self.places.incomplete or (root is None and bool(problems))
        if isinstance(root, nodes.Mapping) and file.name == PACK_FILE:
            self._head = root
        elif isinstance(root, nodes.Mapping):
            self._read_lists(root)
        elif not problems:
            wanted = "the keys of a pack" if file.name == PACK_FILE else f"one of {', '.join(FILES)}"
            self.records.report(Position(file.name, 1, 1), f"nothing to read here; write {wanted}, or delete the file")

    def _read_lists(self, root: nodes.Mapping) -> None:
        for key, value in root.values.items():
            kind = FILES.get(key)
            if kind is None:
                known = ", ".join(FILES)
                self.records.report(root.keys[key], f"unknown key {key!r} at the top of a file; write one of {known}")
            elif kind == "synonym":
                self._synonyms.extend(self._groups(value))
            elif kind != "relation":  # these are read already
                self._take(value, kind)

    def _take(self, node: nodes.Node, kind: str) -> None:
        take = self._takers[kind]
        for each in self.records.records(node, kind):
            take(each)

    # ---- records ----

    def _identify(self, record: Record, kind: str, name: str | None = None) -> str | None:
        """The id of a record, noted with its place; None (and a problem) if it has none, or one used before."""
        own = record.text("id")
        if not own:
            return None
        if not ID.fullmatch(own):
            self.records.report(record.places["id"], f"{own!r} is not an id of its own; write it without a dot")
            return None
        key = name or own
        earlier = self.places.of(kind, key)
        if earlier:
            self.records.report(
                record.places["id"], f"the {kind} {key!r} is here a second time (first {earlier}); rename one"
            )
            return None
        self.places.note(f"{kind}:{key}", record)
        return key

    def _lose(self, node: nodes.Mapping) -> None:
        """Note that there is a record that cannot be read, with its words: one may be the id that others name."""
        texts = (value.text for value in node.values.values() if isinstance(value, nodes.Scalar))
        self.places.lost.update(word for text in texts for word in text.split())

    def _relation(self, node: nodes.Mapping) -> Relation | None:
        before = len(self.records.problems)
        record = self.records.read(node, "relation")
        if (own := self._identify(record, "relation")) is None:
            self._lose(node)
            return None
        if own in RECORDS["fact"]:
            self.records.report(record.places["id"], f"{own!r} is a key that every fact may have; choose another id")
            return None
        objects = record.texts("object")
        kinds = tuple(Kind(each) for each in objects if each in tuple(Kind))
        types = [ObjectType(each) for each in objects if each in tuple(ObjectType)]
        if types and (kinds or len(types) > 1):
            self.records.report(record.places["object"], "either kinds of entry, or one of date, number, text")
        if len(self.records.problems) > before:
            self.places.spoilt.add(own)
        return Relation(
            id=own,
            label=record.text("label"),
            inverse_label=record.text("inverse_label"),
            subjects=tuple(Kind(each) for each in record.texts("subject")),
            objects=kinds,
            object_type=types[0] if types else None,
            says=record.text("says"),
            functional=record.flag("functional"),
            inverse_functional=record.flag("inverse_functional"),
            symmetric=record.flag("symmetric"),
            tree=record.text("tree"),
            claim=record.flag("claim"),
            speaks=record.flag("speaks"),
            part=record.text("part"),
            row=record.text("row"),
            inverse_row=record.text("inverse_row"),
            brief=record.text("brief"),
            role=record.text("role"),
            asks=record.wordings(),
            words=record.texts("words"),
        )

    def _entry(self, node: nodes.Mapping) -> Entry | None:
        record = self.records.read(node, "entry")
        own = self._identify(record, "entry")
        kind = record.text("kind")
        if own is None or not kind:
            self._lose(node)
            return None
        facts = [self._fact(each, own) for each in record.records("facts")]
        complete = [self._complete(each, own) for each in record.records("complete")]
        return Entry(
            id=own,
            kind=Kind(kind),
            type=record.text("type"),
            name=one_line(record.text("name")),
            article=record.text("article"),
            plural=record.flag("plural"),
            gender=record.text("gender"),
            aliases=record.texts("aliases"),
            native=record.texts("native"),
            search=record.texts("search"),
            summary=one_line(record.text("summary")),
            confused_with=record.texts("confused_with"),
            importance=record.integer("importance", NOTABLE),
            significance=one_line(record.text("significance")),
            significance_citations=record.citations("significance_source"),
            further_reading=record.citations("further_reading"),
            dated_names=tuple(self._dated_names(record.records("names"))),
            facts=tuple(fact for fact in facts if fact),
            complete=tuple(each for each in complete if each),
        )

    def _dated_names(self, records: list[nodes.Mapping]) -> Iterable[DatedName]:
        for node in records:
            record = self.records.read(node, "dated name")
            name, when = record.text("name"), record.date("when")
            if name and when:
                yield DatedName(one_line(name), when)

    def _fact(self, node: nodes.Mapping, subject: str) -> Fact | None:
        unknown = {key for key in node.values if key not in RECORDS["fact"] and key not in self._declared}
        untold = unknown if self.places.incomplete else unknown & self.places.lost
        record = self.records.read(node, "fact", further=self._declared | untold if untold else self._declared)
        local = record.text("id")
        self.places.lost.update([f"{subject}.{local}"] if unknown else ())
        own = self._identify(record, "fact", f"{subject}.{local}") if local else None
        if own is None or untold or (unknown and not record.rest):
            return None
        if len(record.rest) != 1:
            self.records.report(
                record.position,
                f"a fact has exactly one relation as a key, this one has {len(record.rest)}; see relations.yaml",
            )
            return None
        [(relation, value)] = record.rest.items()
        target = self._object(value, self._relations[relation], record.text("unit"))
        if target is None:
            return None
        holders = record.texts("according_to")
        voice = record.text("voice", Voice.CLAIM if holders else Voice.FACT)
        return Fact(
            id=own,
            subject=subject,
            relation=relation,
            object=target,
            citations=record.citations(),
            when=record.date("when"),
            where=record.text("where"),
            voice=Voice(voice),
            origin=Origin(record.text("origin", Origin.ARTICLE)),
            according_to=holders,
            about=record.text("about"),
            supports=record.text("for"),
            contradicts=record.texts("contradicts"),
            corrects=record.text("corrects"),
            negated=record.flag("not"),
            text=one_line(record.text("text")),
            note=one_line(record.text("note")),
            quiz=record.flag("quiz", default=True),
            importance=record.integer("importance", NOTABLE),
            revision=record.integer("revision", 1),
            unique=record.flag("unique"),
            uncertain=one_line(record.text("uncertain")),
            formerly=record.texts("formerly"),
        )

    def _object(self, node: nodes.Node, relation: Relation, unit: str) -> FactObject | None:
        if relation.object_type is ObjectType.DATE:
            return self.records.date(node)
        if relation.object_type is ObjectType.TEXT:
            text = self.records.text(node)
            return None if text is None else one_line(text)
        scalar = self.records.scalar(node, "a number" if relation.object_type else "an id")
        if scalar is None:
            return None
        if relation.object_type is ObjectType.NUMBER:
            if not _NUMBER.fullmatch(scalar.text):
                self.records.report(
                    scalar.position, f"{scalar.text!r} is not a number; write digits, as in 12000 or 12,000"
                )
                return None
            value = float(scalar.text.replace(",", ""))
            return Number(value, f"{value:,.0f}" if value.is_integer() else scalar.text, unit)
        if not ID.fullmatch(scalar.text):
            self.records.report(scalar.position, f"{scalar.text!r} is not the id of an entry; {relation.id} needs one")
            return None
        return EntryRef(scalar.text)

    def _complete(self, node: nodes.Mapping, entry: str) -> Complete | None:
        record = self.records.read(node, "complete")
        relation = record.text("relation")
        if not relation:
            return None
        self.places.note(f"complete:{entry}.{relation}", record)
        return Complete(relation, record.citations(), as_object=record.text("as") == "object")

    def _quote(self, node: nodes.Mapping) -> Quote | None:
        record = self.records.read(node, "quote")
        if (own := self._identify(record, "quote")) is None:
            return None
        return Quote(
            id=own,
            speaker=record.text("speaker"),
            text=one_line(record.text("text")),
            citations=record.citations(),
            work=record.text("work"),
            when=record.date("when"),
            about=record.texts("about"),
            reported_by=record.text("reported_by"),
            attribution=Attribution(record.text("attribution", Attribution.SOLE)),
            origin=Origin(record.text("origin", Origin.ARTICLE)),
            doubtful=one_line(record.text("doubtful")),
            note=one_line(record.text("note")),
        )

    def _question(self, node: nodes.Mapping) -> Question | None:
        record = self.records.read(node, "question")
        own = self._identify(record, "question")
        return None if own is None else read_question(own, record, self.records, self.places)

    def _topic(self, node: nodes.Mapping) -> Topic | None:
        record = self.records.read(node, "topic")
        if (own := self._identify(record, "topic")) is None:
            return None
        return Topic(
            id=own,
            title=one_line(record.text("title")),
            order=record.integer("order", 0),
            summary=one_line(record.text("summary")),
            prose=record.text("prose"),
            sections=record.texts("sections"),
            entries=record.texts("entries"),
            quotes=record.texts("quotes"),
        )

    def _source(self, node: nodes.Mapping) -> Source | None:
        record = self.records.read(node, "source")
        if (own := self._identify(record, "source")) is None:
            return None
        return Source(
            id=own,
            title=one_line(record.text("title")),
            author=record.text("author"),
            publisher=record.text("publisher"),
            year=record.text("year"),
            url=record.text("url"),
            lines=record.text("lines"),
            section=record.flag("section"),
            seen=one_line(record.text("seen")),
            kind=record.text("kind"),
            read_in=one_line(record.text("read_in")),
        )

    def _groups(self, node: nodes.Node) -> Iterable[tuple[str, ...]]:
        """Groups of synonyms."""
        for group in node.items if isinstance(node, nodes.Sequence) else [node]:
            words = group.items if isinstance(group, nodes.Sequence) else [group]
            yield tuple(text for word in words if (text := self.records.text(word, "a word")))


def _put(records: Spill[_Identified], record: _Identified | None) -> None:
    if record is not None:
        records.put(record.id, record)
