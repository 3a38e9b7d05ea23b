"""The checks of a whole pack, beyond the form of single records.

Each yields every problem that it finds.
"""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from trotskyism_cli.pack.checking.edited_checks import check_sources, editing_checks
from trotskyism_cli.pack.checking.entry_checks import (
    Cycles,
    EntryCheck,
    FunctionalRelations,
    HoldersAndSides,
    Kinds,
    Lifetimes,
)
from trotskyism_cli.pack.checking.questions import Questions, Reference, question_references
from trotskyism_cli.pack.links import LINK
from trotskyism_cli.pack.model import Entry, EntryRef, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType
from trotskyism_cli.pack.text.places import Places
from trotskyism_cli.pack.text.problems import Problem
from trotskyism_cli.pack.wording import PLACEHOLDER, knows_placeholder

EXAMPLE_ID = "my-pack"
Check = Callable[[Pack, Places], Iterator[Problem]]


def check(pack: Pack, places: Places) -> list[Problem]:
    """All problems of a pack, in no particular order."""
    return [problem for run in CHECKS for problem in run(pack, places)]


def check_id(pack: Pack, places: Places) -> Iterator[Problem]:
    """Check that a pack does not keep the id of the example, as programs identify a pack by its id."""
    if pack.id == EXAMPLE_ID:
        yield Problem(
            places.at("pack", "id"),
            f"{EXAMPLE_ID!r} is the id of the example, which other packs may have too: Anki and your progress take two "
            "packs with one id for the same; give it its own",
        )


def _syllabus(pack: Pack, places: Places) -> Iterator[Problem]:
    """Check that some question asks about each subject of the syllabus."""
    asked = {fact.partition(".")[0] for question in pack.questions.values() for fact in question.about}
    for subject in pack.syllabus:
        if asked.isdisjoint(subject.entries) and not places.incomplete:
            message = f"no question asks of {subject.name!r}; write one about its entries, or leave the subject out"
            yield Problem(places.at("pack", "syllabus"), message)


def _content(pack: Pack, places: Places) -> Iterator[Problem]:
    if not pack.entries and not places.has_unreadable_entry:
        yield Problem(places.at("pack"), "the pack has no entries; write some, beginning with a file of entries:")
    if pack.article and pack.article not in pack.entries:
        yield Problem(places.at("pack", "article"), _unknown("entry", pack.article, pack.entries))


def _entries(pack: Pack, places: Places) -> Iterator[Problem]:
    """Run all entry checks in one pass over the entries."""
    checks = [*(made(pack, places) for made in ENTRY_CHECKS), *editing_checks(pack, places)]
    for entry in pack.entries.values():
        for each in checks:
            yield from each.of_entry(entry)
    for each in checks:
        yield from each.of_all()


class _References(EntryCheck):
    """Every id that a record mentions exists, and every entry has facts or is mentioned somewhere."""

    def __init__(self, pack: Pack, places: Places) -> None:
        super().__init__(pack, places)
        self._known = _known(pack)
        self._named = {pack.article}
        self._silent: list[str] = []  # entries without facts
        self._ids = cache(lambda kind: [each for ids in self._known[kind] for each in ids])

    def of_entry(self, entry: Entry) -> Iterator[Problem]:
        """Missing ids in an entry."""
        if not entry.facts:
            self._silent.append(entry.id)
        yield from self._missing(_entry_references(entry, self.places.faulty_relations))

    def of_all(self) -> Iterator[Problem]:
        """Missing ids in other records, and entries that cannot be reached."""
        yield from self._missing(_other_references(self.pack))
        for own in self._silent:
            if own not in self._named:
                message = f"nobody can reach {own!r}: it has no facts, and nothing names it; add either, or delete it"
                yield Problem(self.places.at(f"entry:{own}"), message)

    def _missing(self, references: Iterable[Reference]) -> Iterator[Problem]:
        for record, key, kind, wanted in references:
            if kind == "entry":
                self._named.add(wanted)
            if not any(wanted in ids for ids in self._known[kind]) and not self.places.may_be_unreadable(wanted):
                yield Problem(self.places.at(record, key), _unknown(kind, wanted, self._ids(kind)))


def _known(pack: Pack) -> Mapping[str, tuple[Collection[str], ...]]:
    return {
        "entry": (pack.entries,),
        "topic": ([topic.id for topic in pack.topics],),
        "fact": (pack.facts,),
        "fact or quotation": (pack.facts, pack.quotes),
        "source": (pack.sources,),
        "quote": (pack.quotes,),
        "relation": (pack.relations,),
    }


def _other_references(pack: Pack) -> Iterator[Reference]:
    """Every mention of an id in a record other than an entry."""
    yield from (("pack", "course", "fact", each) for each in pack.course)
    yield from (("pack", "syllabus", "entry", each) for subject in pack.syllabus for each in subject.entries)
    for quote in pack.quotes.values():
        name = f"quote:{quote.id}"
        yield name, "speaker", "entry", quote.speaker
        for key, ids in (
            ("work", [quote.work]),
            ("reported_by", [quote.reported_by]),
            ("about", quote.about),
        ):
            yield from ((name, key, "entry", each) for each in ids if each)
        yield from ((name, "source", "source", each.source) for each in quote.citations)
    for question in pack.questions.values():
        yield from question_references(question)
    for topic in pack.topics:
        name = f"topic:{topic.id}"
        yield from ((name, "sections", "source", each) for each in topic.sections)
        yield from ((name, "entries", "entry", each) for each in topic.entries)
        yield from ((name, "quotes", "quote", each) for each in topic.quotes)
        yield from ((name, "prose", "entry", link[1]) for link in LINK.finditer(topic.prose))


def _entry_references(entry: Entry, faulty: Collection[str]) -> Iterator[Reference]:
    """Every mention of an id in an entry, except the objects of `faulty` relations."""
    name = f"entry:{entry.id}"
    yield from ((name, "confused_with", "entry", each) for each in entry.confused_with)
    yield from ((name, "disputes", "entry", each) for each in entry.disputes)
    yield from ((name, "significance_source", "source", each.source) for each in entry.significance_citations)
    yield from ((name, "further_reading", "source", each.source) for each in entry.further_reading)
    for complete in entry.complete:
        name = f"complete:{entry.id}.{complete.relation}"
        yield name, "relation", "relation", complete.relation
        yield from ((name, "source", "source", each.source) for each in complete.citations)
    for fact in entry.facts:
        name = f"fact:{fact.id}"
        if isinstance(fact.object, EntryRef) and fact.relation not in faulty:
            yield name, fact.relation, "entry", fact.object.id
        for key, ids in (
            ("where", [fact.where]),
            ("about", [fact.about]),
            ("according_to", fact.according_to),
        ):
            yield from ((name, key, "entry", each) for each in ids if each)
        for key, ids in (
            ("for", [fact.supports]),
            ("corrects", [fact.corrects]),
            ("contradicts", fact.contradicts),
        ):
            yield from ((name, key, "fact", each) for each in ids if each)
        yield from ((name, "source", "source", each.source) for each in fact.citations)


def _unknown(kind: str, wanted: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.75) if len(known) < 20_000 else []
    hint = f"did you mean {near[0]!r}?" if near else "add it, or correct the id"
    return f"there is no {kind} {wanted!r}; {hint}"


def _speakers(pack: Pack, places: Places) -> Iterator[Problem]:
    for quote in pack.quotes.values():
        speaker = pack.entries.get(quote.speaker)
        if speaker and speaker.kind not in (Kind.PERSON, Kind.ORGANISATION, Kind.EVENT):
            yield Problem(places.at(f"quote:{quote.id}", "speaker"), f"a {speaker.kind} cannot speak; name who did")


def _wordings(pack: Pack, places: Places) -> Iterator[Problem]:
    for relation in pack.relations.values():
        name = f"relation:{relation.id}"
        wordings: Iterable[tuple[str, str]] = [("says", relation.says), ("brief", relation.brief)]
        wordings = [*wordings, *(("asks", each) for group in relation.asks.values() for each in group)]
        for key, wording in wordings:
            for match in PLACEHOLDER.finditer(wording):
                if not knows_placeholder(match.group(1)):
                    message = (
                        f"{match.group()} is unknown in a wording; use {{subject}}, {{object}}, {{when}} or {{holder}}"
                    )
                    yield Problem(places.at(name, key), message)
        if "object" in relation.asks and relation.object_type is ObjectType.DATE:
            yield Problem(places.at(name, "asks"), "a date is asked for by when:, not by object:; rename the key")


ENTRY_CHECKS: tuple[type[EntryCheck], ...] = (
    _References,
    Kinds,
    HoldersAndSides,
    FunctionalRelations,
    Lifetimes,
    Cycles,
    Questions,
)
CHECKS: tuple[Check, ...] = (_content, _syllabus, _entries, _speakers, _wordings, check_sources)
