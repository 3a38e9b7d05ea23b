"""The truth of single items (B): every option re-derived from the pack, and the given visible in the stem."""

from collections import defaultdict
from collections.abc import Iterator

from benchmarks.items import authors_questions
from benchmarks.items.checker import Checker
from benchmarks.items.checks import Bank, Outcome, every, hard
from benchmarks.items.stream import Seen, norm, tokens
from trotskyism_cli.pack.dates import Date, gregorian_to_julian
from trotskyism_cli.pack.model import Entry, EntryRef, Fact


def truth(bank: Bank) -> list[Outcome]:
    """B01 to B06: options re-derived, certificates, antichain, gaps in time, no conflicts, given visible."""
    wrong = [f"{item.id}: {each}" for item in bank.items for each in bank.checker.problems(item)]
    return [
        hard("B01-B03 re-derived from the pack", wrong),
        every("B04 years lie apart from the right one", bank.items, lambda item: _too_near(bank.checker, item)),
        hard("B05 bank is consistent", list(_conflicts(bank))),
        hard("B05b one key for each stem that asks for a year or a number", list(_several_keys(bank))),
        every("B06 what is asked stands in the stem", bank.items, lambda item: _invisible(bank.checker, item)),
    ]


def _conflicts(bank: Bank) -> Iterator[str]:
    keys: dict[str, set[str]] = defaultdict(set)
    wrong: dict[str, set[str]] = defaultdict(set)
    for item in bank.items:
        keys[item.question].add(norm(item.key))
        wrong[item.question].update(map(norm, item.distractors))
    for group, found in keys.items():
        yield from (f"{each} is right and wrong: {group}" for each in sorted(found & wrong[group]))


def _several_keys(bank: Bank) -> Iterator[str]:
    keys: dict[str, set[str]] = defaultdict(set)
    for item in bank.items:
        if item.numbers:
            keys[norm(item.question)].add(item.key)
    yield from (f"{stem}: {sorted(found)}" for stem, found in keys.items() if len(found) > 1)


# ---- B04 ------------------------------------------------------------------------------------------------------------


def _too_near(checker: Checker, item: Seen) -> str:
    """A wrong year too near a right one: within two years, or within the span of the key's date."""
    facts = [checker.facts[each] for each in item.evidence[: item.asked] if each in checker.facts]
    spans = [span for fact in facts for span in _spans(checker, fact)]
    if not item.numbers or item.kind == authors_questions.KIND or not spans:
        return ""
    right = [span for span in spans if span[0] <= int(item.key) <= span[1]]
    for option in item.distractors:
        for lower, upper in right:
            gap = max(lower - int(option), int(option) - upper)
            if gap <= 0 or gap < max(2, upper - lower):
                return f"{option} is too near to {lower} to {upper}"
    return ""


def _spans(checker: Checker, fact: Fact) -> Iterator[tuple[int, int]]:
    """The years of a fact and of everything the pack has against it, in both calendars."""
    rivals = [checker.facts[each] for each in checker.against[fact.id] if each in checker.facts]
    rivals += [each for each in checker.facts.values() if fact.corrects == each.id or each.corrects == fact.id]
    for each in (fact, *rivals):
        if (date := each.date) and date.start and date.end:
            years = {date.first.year, date.last.year, *_other_calendar(date)}
            yield min(years), max(years)


def _other_calendar(date: Date) -> set[int]:
    """The years of the same days in the other calendar, if the date has a calendar."""
    if not date.calendar:
        return set()
    return {gregorian_to_julian(day)[0] for day in (date.first, date.last)}


# ---- B06 ------------------------------------------------------------------------------------------------------------


def _invisible(checker: Checker, item: Seen) -> str:
    """What is wrong if nothing given by the fact stands in the stem, so that others might satisfy it."""
    if item.kind == authors_questions.KIND:
        return ""
    said = f" {' '.join(tokens(item.stem))} "
    if quote := checker.pack.quotes.get(item.evidence[0]):
        shown = f" {' '.join(tokens(quote.text))} " in said
        return "" if shown or _names_any(checker, (quote.speaker, quote.work), said) else "neither words nor speaker"
    fact = checker.facts.get(item.evidence[0])
    if fact is None:
        return ""
    given = list(_given(checker, item, fact))
    return "" if any(f" {' '.join(tokens(each))} " in said for each in given) else f"none of {given[:4]} in {item.stem}"


def _given(checker: Checker, item: Seen, fact: Fact) -> Iterator[str]:
    """The forms of what is given: the ends of the fact other than the key."""
    words = isinstance(fact.object, str) and norm(fact.object) == norm(item.key)
    key = None if words else checker.entry(item.key)
    ends = [fact.subject, *fact.according_to, *([fact.about] if fact.about else [])]
    ends += [fact.object.id] if isinstance(fact.object, EntryRef) else []
    for end in ends:
        if key is None or end != key.id:
            yield from checker.pack.entries[end].names
    if isinstance(fact.object, str) and not words:
        yield fact.object


def _names_any(checker: Checker, ids: tuple[str, ...], said: str) -> bool:
    entries: list[Entry] = [checker.pack.entries[each] for each in ids if each]
    return any(f" {' '.join(tokens(name))} " in said for entry in entries for name in entry.names)
