"""What must hold in a pack beyond the form of its records. Each check yields every problem that it finds."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache

from trotskyism_cli.pack.editing import check_editing
from trotskyism_cli.pack.links import LINK
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.places import Places
from trotskyism_cli.pack.problems import Problem
from trotskyism_cli.pack.questions import Reference, check_questions, question_references
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.wording import PLACEHOLDER, knows_placeholder

EXAMPLE_ID = "my-pack"
Check = Callable[[Pack, Places], Iterator[Problem]]


def check(pack: Pack, places: Places) -> list[Problem]:
    """All problems of a pack, in no particular order."""
    return [problem for run in CHECKS for problem in run(pack, places)]


def check_id(pack: Pack, places: Places) -> Iterator[Problem]:
    """That a pack has not the id of the example, which programs that know packs by it would take for another."""
    if pack.id == EXAMPLE_ID:
        yield Problem(
            places.at("pack", "id"),
            f"{EXAMPLE_ID!r} is the id of the example, which other packs may have too: Anki and your progress take two "
            "packs with one id for the same; give it its own",
        )


def _content(pack: Pack, places: Places) -> Iterator[Problem]:
    if not pack.entries and not places.has_lost_entry:
        yield Problem(places.at("pack"), "the pack has no entries; write some, beginning with a file of entries:")
    if pack.article and pack.article not in pack.entries:
        yield Problem(places.at("pack", "article"), _unknown("entry", pack.article, pack.entries))


def _references(pack: Pack, places: Places) -> Iterator[Problem]:
    """Whatever a record names is there; and every entry says something, or is named by something."""
    known = _known(pack)
    named = {pack.article}

    @cache
    def ids(kind: str) -> list[str]:
        return [each for ids in known[kind] for each in ids]

    for record, key, kind, wanted in _all_references(pack, places.spoilt):
        if kind == "entry":
            named.add(wanted)
        if not any(wanted in ids for ids in known[kind]) and not places.is_lost(wanted):
            yield Problem(places.at(record, key), _unknown(kind, wanted, ids(kind)))
    for entry in pack.entries.values():
        if not entry.facts and entry.id not in named:
            message = f"nobody can reach {entry.id!r}: it has no facts, and nothing names it; add either, or delete it"
            yield Problem(places.at(f"entry:{entry.id}"), message)


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


def _all_references(pack: Pack, spoilt: Collection[str]) -> Iterator[Reference]:
    """Every mention of an id in a record; the objects of relations that are `spoilt` are none."""
    for entry in pack.entries.values():
        yield from _entry_references(entry, spoilt)
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


def _entry_references(entry: Entry, spoilt: Collection[str]) -> Iterator[Reference]:
    name = f"entry:{entry.id}"
    yield from ((name, "confused_with", "entry", each) for each in entry.confused_with)
    yield from ((name, "significance_source", "source", each.source) for each in entry.significance_citations)
    yield from ((name, "further_reading", "source", each.source) for each in entry.further_reading)
    for complete in entry.complete:
        name = f"complete:{entry.id}.{complete.relation}"
        yield name, "relation", "relation", complete.relation
        yield from ((name, "source", "source", each.source) for each in complete.citations)
    for fact in entry.facts:
        name = f"fact:{fact.id}"
        if isinstance(fact.object, EntryRef) and fact.relation not in spoilt:
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


def _kinds(pack: Pack, places: Places) -> Iterator[Problem]:
    for fact, relation in _facts_with_relations(pack, places):
        name = f"fact:{fact.id}"
        subject = pack.entries[fact.subject]
        if subject.kind not in relation.subjects:
            allowed = " or ".join(relation.subjects)
            yield Problem(
                places.at(name, fact.relation),
                f"{relation.id} is said of a {allowed}, not of a {subject.kind}",
            )
        target = pack.entries.get(fact.target)
        if target and target.kind not in relation.objects:
            allowed = " or ".join(relation.objects)
            message = (
                f"{relation.id} needs a {allowed}, and {target.id} is a {target.kind}; correct the id or the relation"
            )
            yield Problem(places.at(name, fact.relation), message)
    for quote in pack.quotes.values():
        speaker = pack.entries.get(quote.speaker)
        if speaker and speaker.kind not in (Kind.PERSON, Kind.ORGANISATION, Kind.EVENT):
            yield Problem(places.at(f"quote:{quote.id}", "speaker"), f"a {speaker.kind} cannot speak; name who did")


def _facts_with_relations(pack: Pack, places: Places) -> Iterator[tuple[Fact, Relation]]:
    facts = (fact for fact in pack.facts.values() if fact.relation not in places.spoilt)
    return ((fact, pack.relations[fact.relation]) for fact in facts)


def _voices(pack: Pack, places: Places) -> Iterator[Problem]:
    for fact, relation in _facts_with_relations(pack, places):
        for message in _unsaid(fact, relation):
            yield Problem(places.at(f"fact:{fact.id}", fact.relation), message)


def _unsaid(fact: Fact, relation: Relation) -> Iterator[str]:
    if (relation.claim or fact.voice is Voice.CLAIM) and not fact.according_to:
        yield "a claim without a holder; add according_to: and whose view it is"
    if fact.voice is Voice.FACT and fact.according_to:
        yield "a fact that somebody holds is a claim; leave voice: out"
    if fact.voice is Voice.DISPUTED and not (fact.note or fact.contradicts):
        yield "a disputed fact needs both sides; say the other in note: or name it in contradicts:"
    if fact.id in (*fact.contradicts, fact.corrects, fact.supports):
        yield f"{fact.id} refers to itself; name another fact"
    if isinstance(fact.object, str) and fact.object.endswith(".") and not fact.object.endswith(("…", "...")):
        yield "the text of a fact is part of a sentence; delete its full stop"


def _logic(pack: Pack, places: Places) -> Iterator[Problem]:
    """A functional relation has one object, an inverse functional one one subject, unless a conflict is declared."""
    by_object: dict[tuple[str, str], list[str]] = defaultdict(list)  # ids: there may be very many facts
    for entry in pack.entries.values():
        by_subject: dict[str, list[Fact]] = defaultdict(list)
        for fact in entry.facts:
            relation = pack.relations[fact.relation]
            if relation.id in places.spoilt or fact.negated or fact.voice is not Voice.FACT:
                continue
            if relation.functional:
                by_subject[relation.id].append(fact)
            if relation.inverse_functional:
                by_object[relation.id, _key_of_object(fact)].append(fact.id)
        for relation_id, facts in by_subject.items():
            message = f"{relation_id} is functional, and this is another {relation_id} than in"
            yield from _conflicts(facts, places, message, _same_object)
    for (relation_id, _), ids in by_object.items():
        if len(ids) > 1:
            message = f"{relation_id} is inverse functional, and this is another subject than in"
            facts = [pack.facts[each] for each in ids]
            yield from _conflicts(facts, places, message, lambda one, other: one.subject == other.subject)


def _conflicts(
    facts: list[Fact], places: Places, message: str, agree: Callable[[Fact, Fact], bool]
) -> Iterator[Problem]:
    for index, fact in enumerate(facts):
        for earlier in facts[:index]:
            if agree(earlier, fact) or _declared_conflict(fact, earlier):
                continue
            place = places.at(f"fact:{fact.id}", fact.relation)
            yield Problem(place, f"{message} {earlier.id}; correct one, or add contradicts: or corrects:")


def _declared_conflict(one: Fact, other: Fact) -> bool:
    return other.id in (*one.contradicts, one.corrects) or one.id in (*other.contradicts, other.corrects)


def _key_of_object(fact: Fact) -> str:
    return fact.target or str(fact.object).casefold()


def _same_object(one: Fact, other: Fact) -> bool:
    if one.date and other.date and not isinstance(one.object, (EntryRef, str)):
        return one.date.first <= other.date.last and other.date.first <= one.date.last
    return _key_of_object(one) == _key_of_object(other)


def _circles(pack: Pack, places: Places) -> Iterator[Problem]:
    trees: dict[str, dict[str, list[str]]] = {each.id: {} for each in pack.relations.values() if each.tree}
    links: dict[str, dict[str, list[str]]] = {"for": {}, "corrects": {}}
    for fact in pack.facts.values():
        if fact.relation in trees and isinstance(fact.object, EntryRef) and not fact.negated:
            trees[fact.relation].setdefault(fact.subject, []).append(fact.object.id)
        for key, other in (("for", fact.supports), ("corrects", fact.corrects)):
            if other:
                links[key][fact.id] = [other]
    for tree, steps in trees.items():
        for member in _in_circles(steps):
            yield Problem(
                places.at(f"entry:{member}"), f"{tree} runs in a circle through {member!r}; take one step out"
            )
    for key, steps in links.items():
        for member in _in_circles(steps):
            yield Problem(
                places.at(f"fact:{member}", key),
                f"{key}: runs in a circle through {member!r}; take one step out",
            )


def _in_circles(steps: Mapping[str, list[str]]) -> Iterator[str]:
    """One member of each circle (iterative depth-first search: a chain of any length is safe)."""
    state: dict[str, bool] = {}  # False while on the path, True when done
    for start in steps:
        if start in state:
            continue
        state[start] = False
        path: list[tuple[str, Iterator[str]]] = [(start, iter(steps[start]))]
        while path:
            member, further = path[-1]
            following = next(further, None)
            if following is None:
                state[member] = True
                path.pop()
            elif following not in state:
                state[following] = False
                path.append((following, iter(steps.get(following, ()))))
            elif not state[following]:
                yield following


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


CHECKS: tuple[Check, ...] = (
    _content,
    _references,
    _kinds,
    _voices,
    _logic,
    _circles,
    _wordings,
    check_questions,
    check_editing,
)
