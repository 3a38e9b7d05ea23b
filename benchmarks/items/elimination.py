"""D20: guessing among the options left after eliminating those of the wrong kind, gender, number or time.

Such a guesser knows what the entries are and when people lived, but not what is asked.
"""

import re
from collections.abc import Callable

from benchmarks.items.assault import Ring
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome
from benchmarks.items.cues import Scores
from benchmarks.items.stream import Seen, tokens
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, Kind

QUOTED = re.compile(r"“[^”]*”")
YEARS = re.compile(r"\b(1[5-9]\d\d|20\d\d)(s?)\b")
LIFE = ("born", "died", "birth", "death")  # questions with these words ask for dates of a life, so dates cannot be used
KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(rf"^(?:According to [^,]+, )?(?:Of these \w+, )?{start}\b", re.IGNORECASE), kind)
    for start, kind in (
        (r"who(?:se)?", Kind.PERSON),
        (r"which (?:of these )?(?:persons?|people)", Kind.PERSON),
        (r"(?:in )?which (?:of these )?(?:works?|books?|titles?|pamphlets?)", Kind.WORK),
        (r"which (?:of these )?(?:events?)", Kind.EVENT),
        (r"(?:in )?which (?:of these )?(?:places?|cit(?:y|ies)|towns?|countr(?:y|ies))", Kind.PLACE),
        (r"(?:to )?which (?:of these )?(?:organisations?|part(?:y|ies))", Kind.ORGANISATION),
    )
)
MEN = frozenset("he his him himself father brother husband son bishop monk".split())
WOMEN = frozenset("she her herself mother sister wife daughter nun".split())
SINGULAR = re.compile(r"^(?:who|what|which [\w ]{2,30}?) (?:was|is|has) ", re.IGNORECASE)
PLURAL = re.compile(r"^(?:who|what|which [\w ]{2,30}?) (?:were|are|have) ", re.IGNORECASE)


def wanted_kind(stem: str) -> Kind | None:
    """The kind of entry a stem asks for, if its first words tell."""
    return next((kind for pattern, kind in KINDS if pattern.search(stem)), None)


def wanted_gender(stem: str) -> str:
    """`m` or `f` if the stem refers to a man or a woman; empty if to neither or both."""
    said = set(tokens(QUOTED.sub("", stem)))
    return "" if bool(said & MEN) == bool(said & WOMEN) else "m" if said & MEN else "f"


def lifetime(entry: Entry) -> tuple[int, int]:
    """The first and last year in which a person can have acted; a wide range if unknown."""
    dates = {fact.relation: fact.object for fact in entry.facts if isinstance(fact.object, Date) and not fact.negated}
    born, died = dates.get("born"), dates.get("died")
    return (born.first.year + 15 if born else -(10**6)), (died.last.year if died else 10**6)


def lived(entry: Entry, stem: str) -> bool:
    """Return whether a person can have acted in every year the stem names."""
    if entry.kind is not Kind.PERSON or set(tokens(stem)) & set(LIFE):
        return True
    first, last = lifetime(entry)
    spans = [(int(year), int(year) + (9 if decade else 0)) for year, decade in YEARS.findall(QUOTED.sub("", stem))]
    return all(first <= end and begin <= last for begin, end in spans)


def feasible(checker: Checker, item: Seen) -> list[bool]:
    """For each option whether it is possible, as far as can be judged without knowing the answer."""
    entries = [checker.entry(option) for option in item.options]
    kind, gender = wanted_kind(item.stem), wanted_gender(item.stem)
    tests: tuple[Callable[[Entry], bool], ...] = (
        lambda entry: kind is None or entry.kind is kind,
        lambda entry: not gender or not entry.gender or entry.gender == gender,
        lambda entry: not (SINGULAR.search(item.stem) and entry.plural),
        lambda entry: not (PLURAL.search(item.stem) and not entry.plural and entry.kind is not Kind.PERSON),
        lambda entry: lived(entry, item.stem),
    )
    return [entry is None or all(test(entry) for test in tests) for entry in entries]


def elimination(bank: Bank, ring: Ring) -> list[Outcome]:
    """D20."""

    def attack(item: Seen) -> Scores:
        return [float(each) for each in feasible(bank.checker, item)]

    return ring.assault("D20 elimination", attack, 0.02)
