"""The logic of questions that rest on more than one fact, or on an argument.

A query here brings its own disproof of other answers; the rules are those of `truth`.
"""

from dataclasses import dataclass

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.index import Index, keyable
from trotskyism_cli.items.model import Rule
from trotskyism_cli.items.truth import (
    DAYS_APART,
    Compound,
    ObjectOf,
    Proof,
    Query,
    dated,
    dates_of,
    disprove,
    other_end,
    stated,
)
from trotskyism_cli.items.words import content_words
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Fact

SAME_THOUGHT = 0.34  # of their words: two reasons, or two views, that share so many may come to the same


@dataclass(frozen=True, slots=True)
class Both(Compound):
    """Which subject is the answer to both of these queries?"""

    first: Query
    second: Query

    def disproof(self, index: Index, answer: Answer) -> Proof | None:
        """An answer is wrong if it is wrong for either."""
        return disprove(index, self.first, answer) or disprove(index, self.second, answer)


@dataclass(frozen=True, slots=True)
class ObjectThen(Compound):
    """Which object did the relation have for the subject in the span of time that the fact gives?"""

    fact: Fact

    def disproof(self, index: Index, answer: Answer) -> Proof | None:
        """Wrong is also what the subject had at other times, if all it had is declared known, and dated."""
        return disprove(index, ObjectOf(self.fact), answer) or self._at_other_times(index, answer)

    def _at_other_times(self, index: Index, answer: Answer) -> Proof | None:
        fact, subject = self.fact, self.fact.subject
        target = other_end(fact, subject)
        every = stated(index, fact.relation, subject)
        own = [each for each in every if index.related(other_end(each, subject), answer.entry)]
        dated_ones = [each for each in own if each.when]
        told = {each.object for each in dated_ones}
        at_other_times = all(
            each.object in told and (each.when is None or _is_before_or_after(fact.when, each.when)) for each in own
        )
        if not (dated_ones and at_other_times and _is_closed(index, subject, fact.relation)):
            return None
        if index.related(target, answer.entry) or not index.same_level(target, answer.entry):
            return None
        shown = dated_ones[0].id
        return Proof(Rule.COMPLETE, (f"complete:{subject}.{fact.relation}", shown), shown)


@dataclass(frozen=True, slots=True)
class SubjectWithin(Compound):
    """Which subject has a date of this relation in these years, the last included?"""

    fact: Fact
    first: int
    last: int

    def disproof(self, index: Index, answer: Answer) -> Proof | None:
        """An answer is wrong if all its own dates lie outside, in either calendar."""
        own = dated(index, self.fact.relation, answer.entry)
        if own is None or index.related(answer.entry, self.fact.subject):
            return None
        outside = all(date.last.year < self.first or date.first.year > self.last for date in dates_of(index, own))
        return Proof(Rule.INTERVAL, (own.id,), own.id) if outside else None


@dataclass(frozen=True, slots=True)
class ReasonFor(Compound):
    """Which reason (step, conclusion) belongs to the view that this fact supports?"""

    fact: Fact

    def disproof(self, index: Index, answer: Answer) -> Proof | None:
        """Wrong is what is given for a quite different view, if all that is given for this one is declared known."""
        other = index.facts[answer.fact]
        if not _apart(index, self.fact, other) or not _is_closed(index, self.fact.subject, other.relation):
            return None
        return Proof(Rule.COMPLETE, (f"complete:{self.fact.subject}.{other.relation}", other.id), other.id)


@dataclass(frozen=True, slots=True)
class ViewWith(Compound):
    """Which view does this reason (step, conclusion) belong to?"""

    fact: Fact

    def disproof(self, index: Index, answer: Answer) -> Proof | None:
        """Wrong is a quite different view, if all that is given for that one is declared known."""
        reasons = [each for each in index.supports.get(answer.fact, ()) if keyable(index, each)]
        other = reasons[0] if reasons else None
        if other is None or not _apart(index, self.fact, other):
            return None
        if not _is_closed(index, other.subject, self.fact.relation):
            return None
        return Proof(Rule.COMPLETE, (f"complete:{other.subject}.{self.fact.relation}", other.id), answer.fact)


@dataclass(frozen=True, slots=True)
class IssueOf(Compound):
    """On which issue is this position?"""

    fact: Fact

    def disproof(self, index: Index, answer: Answer) -> Proof | None:
        """A position is on one issue, and on no other; issues that share anything are kept apart."""
        if not _are_far(index, self.fact.about, answer.entry) or _sounds_like(index, self.fact, answer.entry):
            return None
        own = next((each for each in index.on_issue.get(answer.entry, ()) if keyable(index, each)), None)
        return Proof(Rule.FUNCTIONAL, (f"about:{self.fact.id}",), own.id) if own else None


def _is_before_or_after(one: Date | None, other: Date) -> bool:
    """Whether of two sure spans of time one ends before the other begins; they may share a month."""
    if one is None or not (one.is_sure and other.is_sure):
        return False
    return (min(one.last, other.last) - max(one.first, other.first)).days <= DAYS_APART


def _are_far(index: Index, one: str, other: str) -> bool:
    """Whether two issues are not tied to each other, and no position on the one contradicts one on the other."""
    if index.related(one, other) or (one, other) in index.links:
        return False
    return not any(
        index.facts[against].about == other
        for fact in index.on_issue.get(one, ())
        for against in index.conflicts.get(fact.id, ())
        if against in index.facts
    )


def _sounds_like(index: Index, fact: Fact, issue: str) -> bool:
    return any(_alike(str(fact.object), str(each.object)) for each in index.on_issue.get(issue, ()))


def _is_closed(index: Index, subject: str, relation: str) -> bool:
    return (relation, subject, False) in index.complete


def _apart(index: Index, one: Fact, other: Fact) -> bool:
    """Whether two reasons belong to views about different things, and neither they nor the views sound alike."""
    if (one.supports and one.supports == other.supports) or index.related(one.subject, other.subject):
        return False
    if (one.subject, other.subject) in index.links:
        return False
    views = [index.facts.get(each.supports) for each in (one, other)]
    issues = [[each.about for each in group if each and each.about] for group in zip((one, other), views, strict=True)]
    if not set(issues[0]).isdisjoint(issues[1]):
        return False
    own = [one, *(views[:1]), *index.supports.get(one.supports or "-", ())]
    theirs = [other, *(views[1:])]
    return not any(_alike(str(each.object), str(far.object)) for each in own if each for far in theirs if far)


def _alike(one: str, other: str) -> bool:
    first, second = content_words(one), content_words(other)
    return len(first & second) >= max(2, SAME_THOUGHT * min(len(first), len(second)))
