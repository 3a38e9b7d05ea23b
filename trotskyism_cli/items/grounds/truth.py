"""The logic of questions: which options are provably wrong, and what proves it.

Not stated is not false. An option is wrong only by a declared rule: one object per subject (functional), one subject
per object (inverse functional), a list declared complete, a fact stated to be false, or a date that excludes it. Every
value stated anywhere, even a doubted or corrected one, counts as possible and is never called wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from trotskyism_cli.items.grounds.answers import Answer
from trotskyism_cli.items.grounds.index import Index, can_be_key
from trotskyism_cli.items.model import Rule
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import EntryRef, Fact

YEARS_APART = 3  # a year is wrong only at this distance from every stated date
DAYS_APART = 31  # more than the 13 days between the calendars, so that an order in time holds in both


@dataclass(frozen=True, slots=True)
class Proof:
    """Why an option is wrong: the rule and the ids it rests on.

    `shows` is the fact that tells what the option really is.
    """

    rule: Rule
    premises: tuple[str, ...]
    shows: str = ""


@dataclass(frozen=True, slots=True)
class ObjectOf:
    """Query: which object does this relation have for this subject? The fact gives the answer."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class SubjectOf:
    """Query: which subject has this relation to this object? The fact gives the answer."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class YearOf:
    """Query: in which year did the happening of this fact take place?"""

    fact: Fact


@dataclass(frozen=True, slots=True)
class ObjectDuring:
    """Query: which object did the relation have for the subject during the time span of this fact?"""

    fact: Fact


Query = ObjectOf | SubjectOf | YearOf | ObjectDuring


def disprove(index: Index, query: Query, answer: Answer) -> Proof | None:
    """Prove that an answer to the query is wrong.

    None if that cannot be proved, which does not make it right.
    """
    match query:
        case ObjectOf():
            return _not_object(index, query.fact, answer)
        case ObjectDuring():
            return _not_object(index, query.fact, answer) or _only_at_other_times(index, query.fact, answer)
        case SubjectOf():
            return _not_subject(index, query.fact, answer)
        case YearOf():
            return _not_year(dates_of(index, query.fact), answer, query.fact.id)


# ---- subjects and objects -------------------------------------------------------------------------------------------


def statements_of(index: Index, relation: str, subject: str) -> Iterator[Fact]:
    """Facts that give this subject an object under this relation, certain or not.

    Symmetric relations count both ways.
    """
    yield from (fact for fact in index.by_subject.get((relation, subject), ()) if not fact.negated)
    if index.relations[relation].symmetric:
        yield from (fact for fact in index.by_object.get((relation, subject), ()) if not fact.negated)


def other_end(fact: Fact, subject: str) -> str:
    """The entry at the other end of a fact; empty if the object is no entry."""
    if not isinstance(fact.object, EntryRef):
        return ""
    return fact.object.id if fact.subject == subject else fact.subject


def _not_object(index: Index, fact: Fact, answer: Answer) -> Proof | None:
    relation = index.relation(fact)
    target = fact.target
    if _possibly_tied(index, fact.relation, fact.subject, answer.entry) or not index.same_level(target, answer.entry):
        return None
    if denied := _denied(index, fact.relation, fact.subject, answer.entry):
        return Proof(Rule.EXPLICIT_NOT, (denied.id,))
    if relation.functional:
        return Proof(Rule.FUNCTIONAL, (fact.id,))
    if (fact.relation, fact.subject, False) in index.complete:
        return Proof(Rule.COMPLETE, (f"complete:{fact.subject}.{fact.relation}", fact.id))
    return None


def _possibly_tied(index: Index, relation: str, subject: str, other: str) -> bool:
    """Return whether the relation between the two may hold.

    It may if a fact says so (of the entry, a part or a whole), or if another relation of the same heading connects
    them.
    """
    if any(index.overlap(other_end(fact, subject), other) for fact in statements_of(index, relation, subject)):
        return True
    heading = index.relations[relation].inverse_label
    return bool(heading) and any(
        index.relation(fact).inverse_label == heading and not fact.negated
        for fact in index.links.get((subject, other), ())
    )


def _denied(index: Index, relation: str, subject: str, target: str) -> Fact | None:
    facts = index.by_subject.get((relation, subject), ())
    return next(
        (fact for fact in facts if fact.negated and fact.target == target and _stands(index, fact, denied=True)),
        None,
    )


def _only_at_other_times(index: Index, fact: Fact, answer: Answer) -> Proof | None:
    """Prove wrong for this time span what the subject had only at other times.

    The subject's list must be declared complete, and each of those times must be dated.
    """
    subject, target = fact.subject, fact.target
    every = statements_of(index, fact.relation, subject)
    own = [each for each in every if index.overlap(other_end(each, subject), answer.entry)]
    dated_ones = [each for each in own if each.when]
    told = {each.object for each in dated_ones}
    at_other_times = all(
        each.object in told and (each.when is None or _is_before_or_after(fact.when, each.when)) for each in own
    )
    if not (dated_ones and at_other_times and (fact.relation, subject, False) in index.complete):
        return None
    if index.overlap(target, answer.entry) or not index.same_level(target, answer.entry):
        return None
    shown = dated_ones[0].id
    return Proof(Rule.COMPLETE, (f"complete:{subject}.{fact.relation}", shown), shown)


def _is_before_or_after(one: Date | None, other: Date) -> bool:
    """Return whether one certain time span ends before the other begins; an overlap of up to a month is allowed."""
    if one is None or not (one.is_sure and other.is_sure):
        return False
    return (min(one.last, other.last) - max(one.first, other.first)).days <= DAYS_APART


def _not_subject(index: Index, fact: Fact, answer: Answer) -> Proof | None:
    relation = index.relation(fact)
    if answer.entry == fact.subject or index.overlap(answer.entry, fact.subject):
        return None
    target = fact.target
    if _possibly_tied(index, fact.relation, answer.entry, target):
        return None
    if denied := _denied(index, fact.relation, answer.entry, target):
        return Proof(Rule.EXPLICIT_NOT, (denied.id,))
    if (fact.relation, target, True) in index.complete:
        return Proof(Rule.COMPLETE, (f"complete:{target}.{fact.relation}", fact.id))
    if relation.functional and (own := _own_value(index, fact, answer.entry)):
        return Proof(Rule.FUNCTIONAL, (own.id,), own.id)
    return Proof(Rule.INVERSE_FUNCTIONAL, (fact.id,)) if relation.inverse_functional or fact.unique else None


def _own_value(index: Index, fact: Fact, subject: str) -> Fact | None:
    """A certain fact that gives another subject, under the same relation, an object that excludes this one."""
    for own in index.by_subject.get((fact.relation, subject), ()):
        sure = can_be_key(index, own) and not own.according_to
        if not sure or type(own.object) is not type(fact.object):
            continue
        if not isinstance(own.object, EntryRef) or index.same_level(own.target, fact.target):
            return own
    return None


# ---- dates -----------------------------------------------------------------------------------------------------------


def dates_of(index: Index, fact: Fact) -> list[Date]:
    """Every date stated anywhere for the happening of this fact."""
    if isinstance(fact.object, Date):
        facts = statements_of(index, fact.relation, fact.subject)
        return [each.object for each in facts if isinstance(each.object, Date)]
    tied = fact.target
    return [
        each.when
        for each in statements_of(index, fact.relation, fact.subject)
        if each.when and (not tied or other_end(each, fact.subject) == tied)
    ]


def sure_year(date: Date | None) -> int | None:
    """Year of a date if it certainly lies in one year in both calendars, else None."""
    if date is None or not date.is_sure or date.year is None:
        return None
    return date.year if date.first.year == date.last.year == date.year else None


def only_year(index: Index, fact: Fact) -> int | None:
    """Year of a fact if it is certain and every other statement of it lies in the same year, else None."""
    year = sure_year(fact.date)
    if any(each.is_uncertain for each in statements_of(index, fact.relation, fact.subject)):
        return None
    return year if all(date.first.year == date.last.year == year for date in dates_of(index, fact)) else None


def _not_year(dates: list[Date], answer: Answer, premise: str) -> Proof | None:
    apart = all(
        answer.value <= date.first.year - YEARS_APART or answer.value >= date.last.year + YEARS_APART for date in dates
    )
    return Proof(Rule.INTERVAL, (premise,)) if dates and apart else None


def certain_dating_fact(index: Index, relation: str, subject: str) -> Fact | None:
    """A certain fact that dates this subject under this relation.

    None if any statement of the date is doubtful.
    """
    facts = index.by_subject.get((relation, subject), ())
    if not all(isinstance(fact.object, Date) and fact.object.is_sure and not fact.is_uncertain for fact in facts):
        return None
    return next((fact for fact in facts if can_be_key(index, fact) and not fact.according_to), None)


def _stands(index: Index, fact: Fact, *, denied: bool = False) -> bool:
    """Return whether a fact affirms (or, if `denied`, negates) its statement, uncorrected and certain."""
    return fact.negated is denied and fact.id not in index.pack.corrected and not fact.is_uncertain
