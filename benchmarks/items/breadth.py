"""How much of the pack a bank asks (E06, E08, E09, E12), ignoring wrong options.

The bounds grow with the bank up to 500 items, as a short bank cannot ask everything.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.items import authors_questions
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome, rate
from benchmarks.items.stream import Seen, norm, share_of
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import EntryRef, Fact
from trotskyism_cli.pack.pack import Pack

FULL = 500  # items
DISTINCT = 300  # distinct questions of a full bank
FACTS = 0.45  # share of eligible facts
KEYS = 0.28  # share of possible answers
CARDS = {"object", "when"}  # wordings for flashcards only
HIGHEST = 3  # importance
CHAPTER = 2.0  # limit, as a multiple of its share of facts
HIGHER = 0.3  # share of items that need two facts, or an argument


def breadth(bank: Bank) -> list[Outcome]:
    """Distinct questions, facts asked, shares of chapters, keys used, and the share that needs more than one fact."""
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
    """Facts that may be asked: not minor (of dates only major ones), and not for flashcards only."""
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
    """E06b: the share of eligible facts that is asked."""
    able = {fact.id for fact in _eligible(bank.checker)}
    share = len(able & asked) / max(1, len(able))
    bound = round(FACTS * min(1.0, len(bank.items) / FULL), 3)
    return Outcome("E06b facts asked", share >= bound, f"{share:.3f}: {len(able & asked)} of {len(able)}", str(bound))


def _keys_used(bank: Bank) -> Outcome:
    """E07b: the share of possible answers (entries and years) that occur as keys."""
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
    """The answers a fact can give, according to the questions its relation has."""
    asks = checker.relations[fact.relation].asks
    if "subject" in asks:
        yield fact.subject
    if "when" in asks and fact.date and fact.date.year:
        yield str(fact.date.year)
    if "object" in asks and isinstance(fact.object, EntryRef):
        yield fact.object.id


def question(item: Seen) -> tuple[str, tuple[str, ...], str]:
    """What identifies a question: family, facts asked, and the key (which gives the direction)."""
    return item.kind, item.evidence[: item.asked], norm(item.key)


def question_otherwise(record: Mapping[str, Any]) -> tuple[str, tuple[str, ...], str]:
    """The same for an item that is not a choice, as JSON: its response and kind, its facts, its right answers."""
    right = [record["options"][place] for place in record["answer_indices"]] or record["accepted"][:1]
    asked = tuple(sorted(record["evidence_ids"][: max(1, len(record["answer_indices"]))]))
    return f"{record['response']}/{record['kind']}", asked, "/".join(sorted(map(norm, right)))


def needs_more(item: Seen) -> bool:
    """Return whether an item needs more than one fact, or an argument."""
    return item.asked > 1 or item.kind == authors_questions.KIND


def _topics(items: Sequence[Seen], pack: Pack) -> Outcome:
    """E09: the chapter asked most in proportion to its important facts."""
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
    """E08: few questions about what the pack calls minor."""
    facts = bank.checker.facts

    def minor(item: Seen) -> str:
        fact = facts.get(item.evidence[0])
        if fact is None or item.kind == authors_questions.KIND:
            return ""  # authors weigh their questions themselves
        ends = [fact.subject, *([fact.object.id] if isinstance(fact.object, EntryRef) else [])]
        low = fact.importance == 1 or all(bank.checker.pack.entries[end].importance == 1 for end in ends)
        return fact.id if low else ""

    return [rate("E08 minor facts", bank.items, minor, 0.05)]
