"""The independent solver's further families: two conditions, chains, gaps in time, arguments.

Each judge decides for one option, from the pack and the visible stem alone, whether it is right, wrong or open.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from benchmarks.items.stream import Seen, norm
from benchmarks.items.verdict import Verdict
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact

if TYPE_CHECKING:
    from benchmarks.items.checker import Checker

Judge = Callable[[str], Verdict]
DECADE = re.compile(r"\bin the (\d{3}0)s\b")
YEAR = re.compile(r"\b(\d{4})\b")
HALVES = re.compile(r", and (?=(?:\w+ )?wh)")
REASONS = ("reason", "step", "consequence")


def judges() -> Mapping[str, Callable[["Checker", Seen, Fact], Judge | None]]:
    """For each further family, what makes a judge of an item whose first evidence is this fact."""
    return {
        "both": _both,
        "between": _between,
        "same-year": _same_year,
        "chain": _chain,
        "compare": _compare,
        "why": _reason,
        "consequence": _reason,
        "view": _view,
        "dispute": _dispute,
        "cloze": _cloze,
    }


# ---- time -----------------------------------------------------------------------------------------------------------


def _days(checker: "Checker", relation: str, entry_id: str) -> tuple[int, int] | None:
    """The first and the last day stated for an entry under a relation, if every date is sure."""
    dates = [each.object for each in checker.of[relation, entry_id] if isinstance(each.object, Date)]
    if not dates or not all(date.is_sure for date in dates):
        return None
    return min(date.first.toordinal() for date in dates), max(date.last.toordinal() for date in dates)


def _years(checker: "Checker", relation: str, entry_id: str) -> tuple[int, int] | None:
    dates = [each.object for each in checker.of[relation, entry_id] if isinstance(each.object, Date)]
    if not dates or not all(date.is_sure for date in dates):
        return None
    return min(date.first.year for date in dates), max(date.last.year for date in dates)


def _between(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    lower, upper = -(10**9), 10**9
    named = 0
    for each in item.evidence[1:3]:
        mark = checker.facts.get(each)
        span = _days(checker, mark.relation, mark.subject) if mark else None
        if mark is None or span is None:
            continue
        phrase = re.escape(checker.pack.entries[mark.subject].phrase)
        if re.search(rf"\bafter {phrase}( but before |\?$)", item.stem):
            lower, named = span[1], named + 1
        elif re.search(rf"\bbefore {phrase}\?$", item.stem):
            upper, named = span[0], named + 1
    if named != item.stem.count(" after ") + item.stem.count(" before ") or not named:
        return None

    def judge(option: str) -> Verdict:
        entry = checker.entry(option)
        span = _days(checker, fact.relation, entry.id) if entry else None
        if span is None:
            return Verdict.OPEN
        if lower < span[0] and span[1] < upper:
            return Verdict.TRUE
        return Verdict.FALSE if span[1] < lower or span[0] > upper else Verdict.OPEN

    return judge


def _same_year(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    mark = checker.facts.get(item.evidence[1])
    span = _years(checker, mark.relation, mark.subject) if mark else None
    if mark is None or span is None or span[0] != span[1]:
        return None
    if not item.stem.endswith(f"in the same year as {checker.pack.entries[mark.subject].phrase}?"):
        return None

    def judge(option: str) -> Verdict:
        entry = checker.entry(option)
        own = _years(checker, fact.relation, entry.id) if entry else None
        if own is None:
            return Verdict.OPEN
        if own == span:
            return Verdict.TRUE
        return Verdict.FALSE if own[1] < span[0] - 1 or own[0] > span[0] + 1 else Verdict.OPEN

    return judge


# ---- two facts ------------------------------------------------------------------------------------------------------


def _compare(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    """`A or B: who did this, and who did that?`: an option says whose the first is, then whose the second."""
    other = checker.facts.get(item.evidence[1])
    named = [checker.entry(part) for part in item.key.split(", then ")]
    if other is None or len(named) != 2 or None in named or not checker.may_be_key(other):
        return None
    asked = [(each, entry) for each, entry in zip((fact, other), named, strict=True) if entry]
    head, _, halves = item.stem.partition(": ")
    asking = HALVES.split(halves, maxsplit=1)
    if len(asking) != 2 or any(entry.phrase.casefold() not in head.casefold() for _, entry in asked):
        return None
    judges = [_half(checker, each, entry, half) for (each, entry), half in zip(asked, asking, strict=True)]

    def judge(option: str) -> Verdict:
        verdicts = [half(part) for half, part in zip(judges, option.split(", then "), strict=True)]
        if Verdict.FALSE in verdicts:
            return Verdict.FALSE
        return Verdict.TRUE if verdicts == [Verdict.TRUE, Verdict.TRUE] else Verdict.OPEN

    return judge


def _half(checker: "Checker", fact: Fact, key: Entry, text: str) -> Judge:
    if fact.according_to:
        return lambda option: checker.holder(fact, option)
    if isinstance(fact.object, Date):
        year = int(YEAR.findall(text)[-1])
        return lambda option: checker.in_year(fact, year, option)
    if key.id == fact.subject:
        return lambda option: checker.about_subject(fact, option)
    return lambda option: checker.about_object(fact, option)


def _both(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    other = checker.facts.get(item.evidence[1])
    if other is None or other.subject != fact.subject:
        return None
    decades = DECADE.findall(item.stem)

    def judge(option: str) -> Verdict:
        verdicts = [meets(checker, each, option, decades) for each in (fact, other)]
        if Verdict.FALSE in verdicts:
            return Verdict.FALSE
        return Verdict.TRUE if verdicts == [Verdict.TRUE, Verdict.TRUE] else Verdict.OPEN

    return judge


def meets(checker: "Checker", fact: Fact, option: str, decades: list[str]) -> Verdict:
    """Whether what a fact says of its subject is true of an option."""
    entry = checker.entry(option)
    if entry is None:
        return Verdict.OPEN
    if isinstance(fact.object, EntryRef):
        target = fact.object.id
        holds = any(
            isinstance(each.object, EntryRef) and each.object.id == target and not each.negated
            for each in checker.of[fact.relation, entry.id]
        )
        return Verdict.TRUE if holds else checker.about_subject(fact, option)
    own = _years(checker, fact.relation, entry.id)
    if own is None or len(decades) != 1:
        return Verdict.OPEN
    first = int(decades[0])
    if first <= own[0] and own[1] <= first + 9:
        return Verdict.TRUE
    return Verdict.FALSE if own[1] < first or own[0] > first + 9 else Verdict.OPEN


def _chain(checker: "Checker", item: Seen, clue: Fact) -> Judge | None:
    base = checker.facts.get(item.evidence[1])
    if base is None or not checker.may_be_key(base):
        return None
    relation = checker.pack.relations[clue.relation]
    said = norm(item.stem)
    if isinstance(clue.object, EntryRef):
        sole = relation.functional and clue.object.id == base.subject
        told = norm(checker.pack.entries[clue.subject].phrase) in said
    else:
        sole = (relation.inverse_functional or clue.unique) and clue.subject == base.subject
        told = all(part in said for part in norm(str(clue.object)).split(" that "))
    if not sole or not told:
        return None
    if item.numbers:
        return lambda option: checker.about_year(base, int(option))
    return lambda option: checker.about_object(base, option)


# ---- arguments ------------------------------------------------------------------------------------------------------


def _closed(checker: "Checker", subject: str, relation: str) -> bool:
    return any(each.relation == relation and not each.as_object for each in checker.pack.entries[subject].complete)


def _reason(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    if fact.relation not in REASONS:
        return None

    def judge(option: str) -> Verdict:
        owners = [each for each in checker.worded[norm(option)] if each.relation in REASONS]
        if any(each.id == fact.id for each in owners):
            return Verdict.TRUE
        apart = all(each.subject != fact.subject and each.supports != (fact.supports or "-") for each in owners)
        known = all(_closed(checker, fact.subject, each.relation) for each in owners)
        return Verdict.FALSE if owners and apart and known else Verdict.OPEN

    return judge


def _view(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    if fact.relation not in REASONS or not fact.supports:
        return None

    def judge(option: str) -> Verdict:
        views = [each for each in checker.worded[norm(option)] if each.according_to]
        if any(each.id == fact.supports for each in views):
            return Verdict.TRUE
        reasons = [each for each in checker.facts.values() if each.supports in {view.id for view in views}]
        apart = all(each.subject != fact.subject for each in reasons)
        known = all(_closed(checker, each.subject, fact.relation) for each in reasons)
        return Verdict.FALSE if reasons and apart and known else Verdict.OPEN

    return judge


def _tied(checker: "Checker", one: str, other: str) -> bool:
    """Whether two issues are one, or tied by a fact."""
    return one == other or any(
        isinstance(fact.object, EntryRef) and {fact.subject, fact.object.id} == {one, other}
        for end in (one, other)
        for fact in checker.pack.entries[end].facts
    )


def _dispute(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    def judge(option: str) -> Verdict:
        entry = checker.entry(option)
        if entry is None or not fact.about:
            return Verdict.OPEN
        if entry.id == fact.about:
            return Verdict.TRUE
        same = [each for each in checker.worded[norm(str(fact.object))] if each.about == entry.id]
        return Verdict.OPEN if same or _tied(checker, entry.id, fact.about) else Verdict.FALSE

    return judge


def _cloze(checker: "Checker", item: Seen, fact: Fact) -> Judge | None:
    return (lambda option: checker.about_subject(fact, option)) if item.stem.count("____") == 1 else None
