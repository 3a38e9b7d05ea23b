"""The logic of questions that rest on more than one fact; the rules are those of `truth`."""

from dataclasses import dataclass

from trotskyism_cli.items.answers import Answer
from trotskyism_cli.items.index import Index
from trotskyism_cli.items.model import Rule
from trotskyism_cli.items.truth import (
    DAYS_APART,
    Compound,
    ObjectOf,
    Proof,
    disprove,
    other_end,
    stated,
)
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Fact


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


def _is_before_or_after(one: Date | None, other: Date) -> bool:
    """Whether of two sure spans of time one ends before the other begins; they may share a month."""
    if one is None or not (one.is_sure and other.is_sure):
        return False
    return (min(one.last, other.last) - max(one.first, other.first)).days <= DAYS_APART


def _is_closed(index: Index, subject: str, relation: str) -> bool:
    return (relation, subject, False) in index.complete
