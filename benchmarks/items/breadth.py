"""How much of the pack a bank asks (E06, E08, E09, E12), counted without regard to the wrong options.

The bounds grow with the bank up to its full size of 500 items: a short one cannot ask everything.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.items import by_hand
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome, rate
from benchmarks.items.stream import Seen, norm, share_of
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import EntryRef, Fact
from trotskyism_cli.pack.pack import Pack

FULL = 500  # items
DISTINCT = 300  # of a full bank, by facts, direction and family
FACTS = 0.45  # of those that may be asked for
KEYS = 0.28  # of those that may be answers
CARDS = {"object", "when"}  # wordings that flash cards alone may use
HIGHEST = 3  # importance
CHAPTER = 2.0  # times its share of facts
HIGHER = 0.3  # of the items need two facts, or an argument


def breadth(bank: Bank) -> list[Outcome]:
    """Distinct questions, facts asked, the share of chapters, and the share that needs more than one fact."""
    items = bank.items
    wanted = int(DISTINCT * min(1.0, len(items) / FULL) * (1.0 if len(items) >= FULL else 0.9))
    found = len({*map(question, items), *map(question_otherwise, bank.others)})
    higher = sum(needs_more(item) for item in items) / max(1, len(items))
    facts = {each for item in items for each in item.evidence[: item.asked]}
    facts |= {each for record in bank.others for each in record["evidence_ids"][: record.get("asked", 1)]}
    return [
        Outcome("E06 distinct questions", found >= wanted, f"{found}, about {len(facts)} facts", str(wanted)),
        _topics(items, bank.checker.pack),
        Outcome("E12 needs two facts or an argument", higher >= HIGHER, f"{higher:.3f}", str(HIGHER)),
        _facts_asked(bank, facts),
        _keys_used(bank),
    ]


def _eligible(checker: Checker) -> list[Fact]:
    """The facts that may be asked for: not minor, of dates the great ones, and of relations with more than a card."""
    relations = checker.relations
    weighed = any(fact.importance == HIGHEST for fact in checker.facts.values())
    return [
        fact
        for fact in checker.facts.values()
        if fact.importance >= (HIGHEST if weighed and isinstance(fact.object, Date) else 2)
        and checker.may_be_key(fact)
        and relations[fact.relation].asks.keys() - CARDS
    ]


def _facts_asked(bank: Bank, asked: set[str]) -> Outcome:
    """E06b: nearly half of the facts that may be asked for are; fewer in a bank that is too short."""
    able = {fact.id for fact in _eligible(bank.checker)}
    share = len(able & asked) / max(1, len(able))
    bound = round(FACTS * min(1.0, len(bank.items) / FULL), 3)
    return Outcome("E06b facts asked", share >= bound, f"{share:.3f}: {len(able & asked)} of {len(able)}", str(bound))


def _keys_used(bank: Bank) -> Outcome:
    """E07b: more than a quarter of what may be the answer to a question are, by entries, years, numbers and words."""
    checker = bank.checker
    able = {each for fact in _eligible(checker) for each in _answers(checker, fact)}
    used = set()
    for item in bank.items:
        entry = checker.entry(item.key)
        used.add(entry.id if entry else norm(item.key))
    share = len(able & used) / max(1, len(able))
    bound = round(KEYS * min(1.0, len(bank.items) / FULL), 3)
    return Outcome(
        "E07b values used as keys", share >= bound, f"{share:.3f}: {len(able & used)} of {len(able)}", str(bound)
    )


def _answers(checker: Checker, fact: Fact) -> Iterator[str]:
    """What a fact can be the answer with, by what its relation has questions for."""
    asks = checker.relations[fact.relation].asks
    if "subject" in asks:
        yield fact.subject
    if "when" in asks and fact.date and fact.date.year:
        yield str(fact.date.year)
    if "object" in asks and isinstance(fact.object, EntryRef):
        yield fact.object.id


def question(item: Seen) -> tuple[str, tuple[str, ...], str]:
    """What makes two items the same question: family, facts asked for, and direction, seen from what is the answer."""
    return item.kind, item.evidence[: item.asked], norm(item.key)


def question_otherwise(record: Mapping[str, Any]) -> tuple[str, tuple[str, ...], str]:
    """The same for an item that is no choice: its facts, and its right options or what is to be written."""
    right = [record["options"][place] for place in record["answer_indices"]] or record["accepted"][:1]
    asked = tuple(sorted(record["evidence_ids"][: max(1, len(record["answer_indices"]))]))
    return f"{record['response']}/{record['kind']}", asked, "/".join(sorted(map(norm, right)))


def needs_more(item: Seen) -> bool:
    """Whether an item asks for more than one fact, or for an argument."""
    return item.asked > 1 or item.kind == by_hand.KIND


def _topics(items: Sequence[Seen], pack: Pack) -> Outcome:
    """The chapter that is asked about most, for what it tells that one has to know."""
    asked = share_of(Counter(item.topic for item in items))
    told = share_of(
        Counter(
            topic
            for fact in (*pack.facts.values(), *pack.significances.values())
            if fact.importance > 1 and (topic := pack.topic_of(fact.citations, fact.subject))
        )
    )
    ratios = {topic: asked.get(topic, 0.0) / share for topic, share in told.items() if share >= 0.02}
    worst = max(ratios.items(), key=lambda each: each[1], default=("", 0.0))
    figure = f"most {worst[1]:.1f}: {worst[0]}"
    return Outcome("E09 share of a chapter against its share of facts", worst[1] <= CHAPTER, figure, str(CHAPTER))


def importance(bank: Bank) -> list[Outcome]:
    """E08: few questions about what the pack itself calls minor."""
    facts = bank.checker.facts

    def minor(item: Seen) -> str:
        fact = facts.get(item.evidence[0])
        if fact is None or item.kind == by_hand.KIND:
            return ""  # authors weigh their questions themselves
        ends = [fact.subject, *([fact.object.id] if isinstance(fact.object, EntryRef) else [])]
        low = fact.importance == 1 or all(bank.checker.pack.entries[end].importance == 1 for end in ends)
        return fact.id if low else ""

    return [rate("E08 minor facts", bank.items, minor, 0.05)]
