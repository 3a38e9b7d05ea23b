"""Compare explanations with the pack (F03, F07): nothing in them is from elsewhere, and they agree with the key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.items import authors_questions
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome, every, rate
from benchmarks.items.stream import Seen, norm, tokens
from benchmarks.items.telling import named_by, sources, told
from trotskyism_cli.pack.dates_in_words import date_phrase, date_words
from trotskyism_cli.pack.model import EntryRef, Number

QUOTED = re.compile(r"“([^”]+)”")
YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
NAME = re.compile(r"(?<=[\w,;:’'()“] )[A-ZÀ-ŽА-Я][\w’'-]{2,}")  # a capitalised word not at the beginning of a sentence
MONTHS = {date(2000, month, 1).strftime("%B").casefold() for month in range(1, 13)}
OWN = frozenset({"old", "new", "style", "source", "right", "s"} | MONTHS)  # words explanations always use


def grounded(bank: Bank) -> list[Outcome]:
    """F03 and F07."""
    around = Around(bank.checker)
    return [
        rate("F03 nothing from elsewhere", bank.items, around.strange, 0.002),
        every("F07 the explanation gives the same key", bank.items, lambda item: _another_key(bank.checker, item)),
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """A normalised text, and its words."""

    text: str
    words: frozenset[str]


def _part(*texts: str) -> Part:
    joined = " | ".join(texts)
    return Part(" ".join(joined.casefold().split()), frozenset(tokens(joined)))


class Around:
    """What the pack says within one step of an item's evidence."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._entries: dict[str, Part] = {}
        self._told: dict[str, Part] = {}

    def strange(self, item: Seen) -> str:
        """A year, quotation or name in the explanation that does not occur near the evidence."""
        parts = list(self._parts(item))
        words = OWN.union(*(part.words for part in parts))
        for year in YEAR.findall(item.explanation):
            if year not in words:
                return f"the year {year}"
        for quotation in QUOTED.findall(item.explanation):
            if not any(norm(quotation) in part.text for part in parts):
                return f"the quotation {quotation!r}"
        if item.kind == authors_questions.KIND:
            return ""  # authors answer for names, with the question's sources
        names = NAME.findall(QUOTED.sub("", item.explanation))
        return next((f"the name {name}" for name in names if not words.issuperset(tokens(name))), "")

    def _parts(self, item: Seen) -> Iterator[Part]:
        yield _part(item.question, *item.options)
        near = {each for evidence in item.evidence for each in self._named(evidence)}
        yield from map(self._of, item.evidence)
        yield from map(self._entry, sorted(near))
        if item.kind == authors_questions.KIND and (
            question := authors_questions.question_of(self._checker.pack, item)
        ):
            notes = (option.note for option in question.options)
            yield _part(*notes, *sources(self._checker.pack, question.citations))

    def _of(self, evidence: str) -> Part:
        if evidence not in self._told:
            self._told[evidence] = _part(told(self._checker.pack, evidence))
        return self._told[evidence]

    def _named(self, evidence: str) -> Iterator[str]:
        if fact := self._checker.facts.get(evidence):
            yield from named_by(fact)
        elif quote := self._checker.pack.quotes.get(evidence):
            yield from (each for each in (quote.speaker, quote.work, *quote.about) if each)

    def _entry(self, entry_id: str) -> Part:
        """All that is said about an entry, including facts that name it."""
        if entry_id not in self._entries:
            pack = self._checker.pack
            entry = pack.entries[entry_id]
            facts = [*entry.facts, *pack.facts_with_object(entry_id)]
            self._entries[entry_id] = _part(
                *entry.names, entry.summary, entry.significance, *(self._of(fact.id).text for fact in facts)
            )
        return self._entries[entry_id]


# ---- F07 ------------------------------------------------------------------------------------------------------------


def _another_key(checker: Checker, item: Seen) -> str:
    """What the explanation says, if it does not amount to the key."""
    said = item.explanation.partition(" Source: ")[0]
    if item.kind == authors_questions.KIND:
        return "" if norm(item.key) in norm(said) else "the key is not said"
    missing = [each for each in item.evidence[: item.asked] if not _states(checker, each, said)]
    if missing:
        return f"{missing[0]} is not said: {said}"
    return _first_named(checker, item, said)


def _place(checker: Checker, option: str, said: str) -> int:
    """Where a name of an option first occurs; -1 if nowhere."""
    entry = checker.entry(option)
    found = [_within(said).find(_within(name)) for name in (option, *(entry.names if entry else ()))]
    return min((each for each in found if each >= 0), default=-1)


def _within(text: str) -> str:
    return f" {' '.join(tokens(text))} "


def _states(checker: Checker, evidence: str, said: str) -> bool:
    """Return whether a text states a fact: both its ends, or its own words."""
    plain = _within(said)
    if quote := checker.pack.quotes.get(evidence):
        return _within(quote.text) in plain
    fact = checker.facts[evidence]
    entries = checker.pack.entries
    own = bool(fact.text) and _within(fact.text) in plain
    subject = any(_within(name) in plain for name in entries[fact.subject].names)
    if isinstance(fact.object, EntryRef):
        return own or (subject and any(_within(name) in plain for name in entries[fact.object.id].names))
    if isinstance(fact.object, str):
        return own or _within(fact.object) in plain
    if isinstance(fact.object, Number):
        return own or _within(fact.object.text) in plain
    dated = any(_within(words(fact.object)) in plain for words in (date_words, date_phrase))
    return own or (subject and dated)


def _first_named(checker: Checker, item: Seen, said: str) -> str:
    """Another option that the explanation names, if it does not name the key."""
    if item.numbers:
        named = [option for option in item.options if _within(option) in _within(said)]
        return "" if item.key in named or not named else f"{named[0]} is said"
    if _place(checker, item.key, said) >= 0:
        return ""
    others = [option for option in item.distractors if _place(checker, option, said) >= 0]
    return f"{others[0]} is named, {item.key} is not" if others else ""
