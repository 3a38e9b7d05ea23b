"""Encode the records of a pack as JSON, and decode them.

Each record is the list of its fields in order; the object of a fact has its type in front.
"""

import json
import zlib
from typing import Any

from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.model import (
    Attribution,
    Citation,
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
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Option, Pair, Question
from trotskyism_cli.pack.relation import ObjectType, Relation

Json = Any
_RECORDS = (
    *(Entry, Fact, Relation, Pack, Source, Quote, Question),
    *(Topic, Complete, Citation, Number, Option, DatedName, Pair),
)
# Fields that need no decoding of their own.
_NAMES_OF_VALUES = {
    Entry: Entry._fields[2:-5],
    Relation: Relation._fields[5:-2],
}
# Faster than calling the enum class for thousands of facts.
_VOICES, _ORIGINS = {each.value: each for each in Voice}, {each.value: each for each in Origin}
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
Stored = Entry | Quote | Question | Source | Relation | Topic


def shape() -> str:
    """Hash of all record fields. If it changes, stored records can no longer be decoded."""
    described = (f"{record.__name__}:{','.join(record._fields)}" for record in _RECORDS)
    return f"{zlib.crc32(';'.join(described).encode()):08x}"


def encode(record: Stored) -> str:
    """Encode a record as one line of JSON."""
    return _ENCODER.encode(_plain(record))


def _plain(record: Stored) -> Json:
    """A record with its dates and the objects of its facts as plain values, ready for the JSON encoder."""
    match record:
        case Entry():
            plain = list[Json](record)
            *_, dated, facts, _ = plain
            plain[-3] = [(name, when.text) for name, when in dated]
            plain[-2] = list(map(_plain_fact, facts))
            return plain
        case Quote():
            own_id, speaker, words, cited, work, when, *rest = record
            return own_id, speaker, words, cited, work, when and when.text, *rest
        case _:
            return record


def _plain_fact(fact: Fact) -> Json:
    own_id, subject, relation, target, cited, when, *rest = fact
    return own_id, subject, relation, _plain_object(target), cited, when and when.text, *rest


def _plain_object(value: FactObject) -> Json:
    match value:
        case EntryRef():
            return "entry", value.id
        case Date():
            return "date", value.text
        case Number():
            return "number", *value
        case text:
            return "text", text


def decode_entry(text: str) -> Entry:
    """Decode an entry with its facts."""
    (own_id, kind, *values, significance_cited, reading, dated, facts, complete) = json.loads(text)
    plain = dict(zip(_NAMES_OF_VALUES[Entry], map(_tuples, values), strict=True))
    return Entry(
        own_id,
        Kind(kind),
        **plain,
        significance_citations=_citations(significance_cited),
        further_reading=_citations(reading),
        dated_names=tuple(DatedName(name, parse_date(when)) for name, when in dated),
        facts=tuple(map(_fact, facts)),
        complete=tuple(map(_complete, complete)),
    )


def decode_quote(text: str) -> Quote:
    """Decode a quotation."""
    (own_id, speaker, words, cited, work, when, about, by, attribution, origin, *rest) = json.loads(text)
    named = work, _date(when), tuple(about), by, Attribution(attribution), Origin(origin)
    return Quote(own_id, speaker, words, _citations(cited), *named, *rest)


def decode_question(text: str) -> Question:
    """Decode a question."""
    (own_id, stem, options, explanation, about, cited, *plain, accepted, pairs, spare, order, passage) = json.loads(
        text
    )
    offered = tuple(Option(*map(_tuples, option)) for option in options)
    topic, several, importance = plain
    pairs = tuple(Pair(*pair) for pair in pairs)
    first = own_id, stem, offered, explanation, tuple(about), _citations(cited)
    return Question(*first, topic, several, importance, tuple(accepted), pairs, tuple(spare), tuple(order), passage)


def decode_source(text: str) -> Source:
    """Decode a source."""
    return Source(*json.loads(text))


def decode_topic(text: str) -> Topic:
    """Decode a chapter."""
    return Topic(*map(_tuples, json.loads(text)))


def decode_relation(text: str) -> Relation:
    """Decode a relation."""
    (own_id, label, subjects, objects, object_type, *logic, asks, words) = json.loads(text)
    return Relation(
        own_id,
        label,
        tuple(map(Kind, subjects)),
        tuple(map(Kind, objects)),
        ObjectType(object_type) if object_type else None,
        **dict(zip(_NAMES_OF_VALUES[Relation], logic, strict=True)),
        asks={asked: tuple(wordings) for asked, wordings in asks.items()},
        words=tuple(words),
    )


def _fact(plain: Json) -> Fact:
    (own_id, subject, relation, target, cited, when, where, voice, origin, holders, about, supports, *rest) = plain
    contradicts, *further, formerly = rest
    return Fact(
        own_id,
        subject,
        relation,
        _object(target),
        _citations(cited),
        None if when is None else parse_date(when),
        where,
        _VOICES[voice],
        _ORIGINS[origin],
        tuple(holders),
        about,
        supports,
        *(tuple(contradicts), *further, tuple(formerly)),
    )


def _object(plain: Json) -> FactObject:
    mark, value, *further = plain
    if mark == "entry":
        return EntryRef(value)
    if mark == "date":
        return parse_date(value)
    if mark == "number":
        return Number(value, *further)
    return str(value)


def _complete(plain: Json) -> Complete:
    relation, cited, as_object = plain
    return Complete(relation, _citations(cited), as_object)


def _citations(plain: Json) -> tuple[Citation, ...]:
    return tuple([Citation(*each) for each in plain])


def _date(text: str | None) -> Date | None:
    return None if text is None else parse_date(text)


def _tuples(value: Json) -> Json:
    return tuple(value) if isinstance(value, list) else value
