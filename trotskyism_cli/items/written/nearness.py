"""How near authors' questions are to given entries: a quiz about an entry asks the nearest first."""

from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.library.main_topic import asked, contains_any_name, plain_names_of
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.question import Question


class Near(IntEnum):
    """How a question relates to an entry, from far to near."""

    MENTIONED = 1  # its options, notes or explanation touch on the entry, or the entry is its answer
    CONNECTED = 2  # it asks about something connected with the entry, or about an organisation of that place
    ABOUT = 3  # it asks about the entry, or names it


class _Sought(NamedTuple):
    """The wanted entries, their names, the organisations of wanted places, and facts asked by name.

    `facts` are those asked for, alone, by questions that name the entries.
    """

    entries: frozenset[str]
    names: Collection[str]
    bodies: frozenset[str]
    facts: frozenset[str]


def nearness_of(index: Index, questions: Collection[Question], entries: Collection[str]) -> Mapping[str, Near]:
    """Those questions that have to do with any of these entries, by id."""
    names = plain_names_of(index.pack, entries)
    named = [each for each in questions if contains_any_name(f"{asked(each)} / {_placed(each)}", names)]
    sought = _Sought(
        entries=frozenset(entries),
        names=names,
        bodies=frozenset(body for place in entries for body in _bodies(index, place)),
        facts=frozenset(each.about[0] for each in named if len(each.about) == 1),
    )
    found = dict.fromkeys((each.id for each in named), Near.ABOUT)
    for each in questions:
        if each.id not in found and (near := _near(index, each, sought)):
            found[each.id] = near
    # Their answer is obvious in a quiz about the entry, and a cue to its other questions.
    return found | {each.id: Near.MENTIONED for each in questions if contains_any_name(_right(each), names)}


def _bodies(index: Index, place: str) -> Iterator[str]:
    """Organisations connected with a place; none for other kinds of entries."""
    entries = index.pack.entries
    if entries[place].kind is Kind.PLACE:
        yield from (each for each in index.neighbours.get(place, ()) if entries[each].kind is Kind.ORGANISATION)


def _near(index: Index, question: Question, sought: _Sought) -> Near | None:
    """Nearness of a question that does not name the entries."""
    ends = [_ends(index, each) for each in question.about]
    subjects = {own[0] for own in ends}
    if not sought.entries.isdisjoint(subjects):
        return Near.ABOUT
    wholes = (whole for each in subjects for whole in index.containers.get(each, ()))
    if not sought.entries.isdisjoint((*(end for own in ends for end in own), *wholes)):
        return Near.CONNECTED
    if not (sought.bodies.isdisjoint(subjects) and sought.facts.isdisjoint(question.about)):
        return Near.CONNECTED
    if not sought.entries.isdisjoint(end for each in question.evidence for end in _ends(index, each)):
        return Near.MENTIONED
    told = (question.explanation, *(text for option in question.options for text in (option.text, option.note)))
    return Near.MENTIONED if contains_any_name(" / ".join(told), sought.names) else None


def _right(question: Question) -> str:
    """The right answers of a question, to choose or to type."""
    return " / ".join((*question.accepted, *(option.text for option in question.options if option.right)))


def _placed(question: Question) -> str:
    """What is to be matched or put in order."""
    return " / ".join((*(text for pair in question.pairs for text in pair), *question.order))


def _ends(index: Index, own_id: str) -> tuple[str, ...]:
    """The entries that a fact or a quotation is about, its subject (or speaker) first."""
    if fact := index.facts.get(own_id):
        return (*fact.ends, *fact.according_to)
    quote = index.pack.quotes[own_id]
    return (quote.speaker, *filter(None, [quote.work]), *quote.about)
