"""The families whose answer is an entry: who, or which organisation, event, work, concept or place."""

from collections.abc import Iterator, Sequence

from trotskyism_cli.items.grounds.bare_questions import (
    BareQuestion,
    entry_option,
    importance_of,
    moment_of,
    names_year,
    own_dates,
    stems_of,
    which_for_who,
)
from trotskyism_cli.items.grounds.index import Index, can_be_key
from trotskyism_cli.items.grounds.truth import ObjectDuring, ObjectOf, Query, SubjectOf
from trotskyism_cli.items.options.likeness import SORTS
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import EntryRef, Fact, Kind
from trotskyism_cli.pack.relation import Role

KIND_NAMES = {Kind.PERSON: "who"}


def asks(index: Index) -> Iterator[BareQuestion]:
    """Ask about facts that connect two entries, in each direction where other answers can be disproved."""
    for fact in index.facts.values():
        relation = index.relation(fact)
        if not isinstance(fact.object, EntryRef) or relation.claim or not can_be_key(index, fact):
            continue
        if relation.role == Role.AUTHOR and index.pack.entries[fact.subject].type in SORTS["address"]:
            continue  # speakers would be no plausible distractors for authors
        if relation.asks.get("object") and _has_exclusion_rule(index, fact, "object"):
            yield from _asked_for(index, fact, "object", fact.object.id)
        if relation.asks.get("subject") and _has_exclusion_rule(index, fact, "subject"):
            yield from _asked_for(index, fact, "subject", fact.subject)


def _has_exclusion_rule(index: Index, fact: Fact, asked: str) -> bool:
    """Return whether any rule can prove another answer wrong."""
    relation = index.relation(fact)
    if relation.functional or any(each.negated for each in index.by_object[fact.relation, fact.target]):
        return True
    if asked == "object":
        return (fact.relation, fact.subject, False) in index.complete
    return relation.inverse_functional or (fact.relation, fact.target, True) in index.complete


def _asked_for(index: Index, fact: Fact, asked: str, answer: str) -> Iterator[BareQuestion]:
    if index.pack.entries[answer].name_at(fact.date) != index.pack.entries[answer].name:
        return  # options show current names, so a former name would be a cue
    kind = index.pack.entries[answer].kind
    wordings = [which_for_who(wording, kind) for wording in index.relation(fact).asks[asked]]
    subject = index.pack.entries[fact.subject if asked == "object" else fact.target].name
    if asked == "object" and (years := _years_of_work(index, fact)):
        stems = stems_of(index, fact, wordings, asked, subject=f"{index.pack.entries[fact.subject].phrase} ({years})")
        subject = f"{subject} ({years})"  # the year tells works of the same title apart
    else:
        stems = stems_of(index, fact, wordings, asked)
    name = KIND_NAMES.get(kind, kind.value)
    if stems:
        yield BareQuestion(
            id=f"{fact.id}:{asked}",
            kind=name,
            template=f"{fact.relation}:{asked}",
            subject=subject,
            query=_query(fact, asked, wordings),
            answer=entry_option(index, answer),
            evidence=(fact.id,),
            stems=stems,
            topic=index.topic_of(fact),
            weight=importance_of(index, fact),
            moment=moment_of(index, fact),
        )


def _years_of_work(index: Index, fact: Fact) -> str:
    """Year of a work, e.g. "1923" or "1930–32"; empty if unknown or already in the title.

    A work published after its author's death gets both: "written in 1917, published in 1926".
    """
    work = index.pack.entries[fact.subject]
    if work.kind is not Kind.WORK or names_year(work.name):
        return ""
    dates = own_dates(work)
    _, died = index.lives.get(fact.target, (None, None))
    known = [date for date in dates if died is None or date.first.year <= died]
    left = [date for date in dates if date not in known]
    if known and left:
        return f"written in {_years(known)}, published in {min(date.first.year for date in left)}"
    return _years(dates) if dates else ""


def _years(dates: Sequence[Date]) -> str:
    """The year of these dates, or the range from first to last, e.g. `1930–32`."""
    first, last = min(date.first.year for date in dates), max(date.last.year for date in dates)
    return str(first) if first == last else f"{first}–{str(last)[-2:] if first // 100 == last // 100 else last}"


def _query(fact: Fact, asked: str, wordings: list[str]) -> Query:
    if asked == "subject":
        return SubjectOf(fact)
    says_when = fact.when is not None and not fact.when.is_single and all("{when}" in wording for wording in wordings)
    return ObjectDuring(fact) if says_when else ObjectOf(fact)
