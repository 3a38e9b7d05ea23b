"""How much of the pack a bank asks (E06, E09, E12), counted without regard to the wrong options.

The bounds grow with the bank up to its full size of 5,000 items: a short one cannot ask everything.
"""

from collections import Counter
from collections.abc import Sequence

from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.stream import Seen, norm, share_of
from trotskyism_cli.pack.model import Pack

FULL = 5000  # items
DISTINCT = 3000  # of a full bank, by facts, direction and family
HIGHER = 0.3  # of the items need two facts, or an argument
# Families that ask for a single fact, but for one that is an argument, or compare several by their dates.
ARGUED = {"position", "holder", "why", "consequence", "view", "dispute", "order", "between", "both", "chain"}


def breadth(bank: Bank) -> list[Outcome]:
    """Distinct questions, facts asked, the share of chapters, and the share that needs more than one fact."""
    items = bank.items
    wanted = int(DISTINCT * min(1.0, len(items) / FULL) * (1.0 if len(items) >= FULL else 0.9))
    found = len(set(map(question, items)))
    higher = sum(needs_more(item) for item in items) / max(1, len(items))
    facts = {each for item in items for each in item.evidence[: item.asked]}
    return [
        Outcome("E06 distinct questions", found >= wanted, f"{found}, about {len(facts)} facts", str(wanted)),
        _topics(items, bank.checker.pack),
        Outcome("E12 needs two facts or an argument", higher >= HIGHER, f"{higher:.3f}", str(HIGHER)),
    ]


def question(item: Seen) -> tuple[str, tuple[str, ...], str]:
    """What makes two items the same question: family, facts asked for, and direction, seen from what is the answer."""
    return item.kind, item.evidence[: item.asked], norm(item.key)


def needs_more(item: Seen) -> bool:
    """Whether an item asks for more than one fact, or for an argument."""
    return item.asked > 1 or item.kind in ARGUED


def _topics(items: Sequence[Seen], pack: Pack) -> Outcome:
    """The chapter that is asked about most, for what it tells; for information only."""
    asked = share_of(Counter(item.topic for item in items))
    told = share_of(
        Counter(topic for fact in pack.facts.values() if (topic := pack.topic_of(fact.citations, fact.subject)))
    )
    ratios = {topic: asked.get(topic, 0.0) / share for topic, share in told.items() if share >= 0.02}
    worst = max(ratios.items(), key=lambda each: each[1], default=("", 0.0))
    figure = f"most {worst[1]:.1f}: {worst[0]}"
    return Outcome("E09 share of a chapter against its share of facts", True, figure, "for information")
