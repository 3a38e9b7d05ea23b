"""Read entries and their facts from records."""

from collections.abc import Iterable, Mapping

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import (
    NOTABLE,
    Complete,
    DatedName,
    Entry,
    EntryRef,
    Fact,
    FactObject,
    Kind,
    Number,
    Origin,
    Voice,
)
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.text import nodes
from trotskyism_cli.pack.text.fields import RECORDS
from trotskyism_cli.pack.text.places import Places, identified
from trotskyism_cli.pack.text.records import ID, Record, RecordReader, one_line

_NUMBER = lazy_regex(r"-?[0-9]{1,3}(?:,[0-9]{3})+|-?[0-9]{1,15}(?:\.[0-9]{1,6})?")


class EntryReader:
    """Reads entries. The `relations` must be known before, as each fact has one of them as a key."""

    def __init__(self, records: RecordReader, places: Places, relations: Mapping[str, Relation]) -> None:
        self._records = records
        self._places = places
        self._relations = relations
        self._declared = frozenset(relations)

    def entry(self, node: nodes.Mapping) -> Entry | None:
        """Read an entry with its readable facts. None, with a problem reported, if its id or kind is missing."""
        record = self._records.read(node, "entry")
        own = identified(record, "entry", self._records, self._places)
        kind = record.text("kind")
        if own is None or not kind:
            self._places.note_unreadable(node)
            self._places.has_unreadable_entry = True
            self._check_facts(record)
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
            disputes=record.texts("disputes"),
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
            record = self._records.read(node, "dated name")
            name, when = record.text("name"), record.date("when")
            if name and when:
                yield DatedName(one_line(name), when)

    def _check_facts(self, record: Record) -> None:
        """Report problems in the facts of an unreadable entry, so that an author can mend all at once."""
        list(self._dated_names(record.records("names")))
        for node in record.records("facts"):
            fact, _, _ = self._read_fact(node)
            for relation, value in fact.rest.items():
                if relation in self._relations:
                    self._object(value, self._relations[relation], fact.text("unit"))

    def _read_fact(self, node: nodes.Mapping) -> tuple[Record, set[str], set[str]]:
        """The record of a fact, its unknown keys, and those of them that may be relations in an unreadable record."""
        unknown = {key for key in node.values if key not in RECORDS["fact"] and key not in self._declared}
        untold = unknown if self._places.incomplete else unknown & self._places.unreadable_words
        further = self._declared | untold if untold else self._declared
        return self._records.read(node, "fact", further=further), unknown, untold

    def _fact(self, node: nodes.Mapping, subject: str) -> Fact | None:
        record, unknown, untold = self._read_fact(node)
        local = record.text("id")
        self._places.unreadable_words.update([f"{subject}.{local}"] if unknown else ())
        own = identified(record, "fact", self._records, self._places, f"{subject}.{local}") if local else None
        if own is None or untold or (unknown and not record.rest):
            return None
        if len(record.rest) != 1:
            self._records.report(
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
            return self._records.date(node)
        if relation.object_type is ObjectType.TEXT:
            text = self._records.text(node)
            return None if text is None else one_line(text)
        scalar = self._records.scalar(node, "a number" if relation.object_type else "an id")
        if scalar is None:
            return None
        if relation.object_type is ObjectType.NUMBER:
            if not _NUMBER.fullmatch(scalar.text):
                self._records.report(
                    scalar.position, f"{scalar.text!r} is not a number; write digits, as in 12000 or 12,000"
                )
                return None
            value = float(scalar.text.replace(",", ""))
            return Number(value, f"{value:,.0f}" if value.is_integer() else scalar.text, unit)
        if not ID.fullmatch(scalar.text):
            self._records.report(scalar.position, f"{scalar.text!r} is not the id of an entry; {relation.id} needs one")
            return None
        return EntryRef(scalar.text)

    def _complete(self, node: nodes.Mapping, entry: str) -> Complete | None:
        record = self._records.read(node, "complete")
        relation = record.text("relation")
        if not relation:
            return None
        self._places.note(f"complete:{entry}.{relation}", record)
        return Complete(relation, record.citations(), as_object=record.text("as") == "object")
