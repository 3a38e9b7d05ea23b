"""Checks of explanations (F): they state key and source, cover every option, name no position, are not too long."""

import re

from benchmarks.items import authors_questions
from benchmarks.items.checks import Bank, Outcome, every, rate
from benchmarks.items.stream import Seen, norm

QUOTED = re.compile(r"“[^”]*”")
POSITIONS = re.compile(
    r"\boptions? [A-D1-4]\b|\bthe (first|second|third|last) (answer|option)\b|(?<!\bfrom )\b(above|below)\b",
    re.IGNORECASE,
)


def explanations(bank: Bank) -> list[Outcome]:
    """F01, F02, F03, F04, F05, F06."""
    items = bank.items
    return [
        every(
            "F01 states the key",
            items,
            lambda item: "" if _states_key(bank, item) else f"{item.key} / {item.explanation}",
        ),
        every("F02 names a source", items, lambda item: "" if _names_source(bank, item) else item.explanation),
        rate("F04 every option explained", items, lambda item: _unexplained(bank, item), 0.1),
        every(
            "F05 points at no place",
            items,
            lambda i: m.group() if (m := POSITIONS.search(QUOTED.sub("", i.explanation))) else "",
        ),
        rate("F06 15 to 120 words", items, lambda i: "" if 15 <= len(i.explanation.split()) <= 120 else "length", 0.02),
    ]


def _states_key(bank: Bank, item: Seen) -> bool:
    entry = bank.checker.entry(item.key)
    names = [item.key, *(entry.names if entry else ())]
    said = norm(item.explanation)
    return any(norm(name) in said for name in names)


def _names_source(bank: Bank, item: Seen) -> bool:
    question = authors_questions.question_of(bank.checker.pack, item) if item.kind == authors_questions.KIND else None
    record = question or bank.checker.facts.get(item.evidence[0]) or bank.checker.pack.quotes[item.evidence[0]]
    return any(bank.checker.pack.sources[each.source].title in item.explanation for each in record.citations)


def _unexplained(bank: Bank, item: Seen) -> str:
    for option, note in zip(item.options, item.notes, strict=True):
        entry = bank.checker.entry(option)
        names = [option, *(entry.names if entry else ())]
        if not any(norm(name) in norm(note) for name in names):
            return f"{option}: {note}"
    return ""
