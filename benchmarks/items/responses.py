"""Check the truth of items that are not choices by taking each apart into choices for the independent solver.

Match: each prompt with all options. Typed: the answer against the pack, which must state no other. Authors answer for
what they wrote.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.items import authors_questions
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Outcome, hard
from benchmarks.items.stream import Seen, norm, seen
from benchmarks.items.verdict import Verdict
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import EntryRef, Fact

Record = Mapping[str, Any]


def responses(checker: Checker, records: Sequence[Record]) -> list[Outcome]:
    """R01: the right answers of all items that are not choices are right, and no others are."""
    cases = [f"{record['id']}: {problem}" for record in records for problem in problems(checker, record)]
    return [hard(f"R01 {len(records)} items answered otherwise than by a choice", cases)]


def problems(checker: Checker, record: Record) -> Iterator[str]:
    """Everything wrong with the truth of one item."""
    if record["kind"] == authors_questions.KIND:
        yield from _wrong_but_accepted(checker, record)
    elif record["response"] == "typed":
        yield from _typed(checker, record)
    else:
        for choice in _choices(record):
            verdicts = checker.verdicts(choice)
            wanted = [Verdict.TRUE if place == choice.answer else Verdict.FALSE for place in range(len(choice.options))]
            if verdicts != wanted:
                yield f"{choice.stem} {choice.options} {[each.value for each in verdicts or ()]}"


def _wrong_but_accepted(checker: Checker, record: Record) -> Iterator[str]:
    """Answers an author accepts when typed, but marks wrong as an option of the same question."""
    accepted = set(map(norm, record["accepted"]))
    for question in checker.pack.questions.values():
        if question.stem == record["stem"]:
            for option in question.options:
                if not option.right and norm(option.text) in accepted:
                    yield f"{record['stem']}: {option.text!r} is accepted, and is a wrong option"


def _choices(record: Record) -> Iterator[Seen]:
    """The choices that a match item consists of."""
    whole = seen({**record, "answer_index": 0})
    for place, fact in zip(record["answer_indices"], record["evidence_ids"], strict=False):
        yield replace(whole, answer=place, evidence=(fact,))


def _typed(checker: Checker, record: Record) -> Iterator[str]:
    evidence, accepted = record["evidence_ids"][0], {norm(each) for each in record["accepted"]}
    fact = checker.facts[evidence]
    others = [each for each in checker.of[fact.relation, fact.subject] if each.id != fact.id and not each.negated]
    year = fact.object if isinstance(fact.object, Date) else fact.when
    if record["kind"] == "year":
        sure = year is not None and accepted == {str(year.year)}
        if not sure or any(_year(other, fact) not in (None, year and year.year) for other in others):
            yield f"{record['stem']}: {record['accepted']} is not the only year"
    else:
        yield from _named(checker, record, fact, accepted)


def _year(other: Fact, fact: Fact) -> int | None:
    """The year another fact gives for the same thing; None if it is about something else."""
    if isinstance(fact.object, EntryRef) and other.object != fact.object:
        return None
    date = other.object if isinstance(other.object, Date) else other.when
    return date.year if date else None


def _named(checker: Checker, record: Record, fact: Fact, accepted: set[str]) -> Iterator[str]:
    """Check an entry: the object of a functional relation, or the subject of an inverse functional one."""
    relation = checker.relations[fact.relation]
    target = checker.pack.entries[fact.object.id] if isinstance(fact.object, EntryRef) else None
    if target and relation.functional and not accepted.isdisjoint(map(norm, target.names)):
        return
    subject = checker.pack.entries[fact.subject]
    if relation.inverse_functional and not accepted.isdisjoint(map(norm, subject.names)):
        return
    yield f"{record['stem']}: {record['accepted']} is not proved to be the only answer"
