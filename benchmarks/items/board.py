"""What examiners reject at sight (G): trivia, two questions in one, labels of the pack's own making …

Each check was added after a fault that examiners found in printed samples.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.items.checks import Bank, Outcome, every, rate
from benchmarks.items.stream import Seen, norm, tokens
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import Entry, EntryRef, Fact

HIGHEST = 3  # importance
TRIVIA = 0.05  # share of the items
LIVES = ("born", "died", "name")  # roles of relations that no examiner asks about
SCENE, FAR = 60, 0.1  # greatest gap in years between options; share of items that may have a wider one
QUIZ = 10  # items
AGAIN = 0.2  # share of items in ten quizzes; important facts are asked three times as often
TWO_IN_ONE = re.compile(r",? and (?:who|whom|which|what|where|when|how)\b(?=[^,]* (?:was|were|is|are|did|does)\b)")
EMPTY_NOTE = re.compile(
    r"\b(?:is|are|was|were|does|did|do)(?: not|n't) (?:named|its|the|their|what they|mentioned|one of them)\b"
    r"(?: (?:answer|reason|cause|first|name|one)\b|\.?$)"
)


def board(bank: Bank) -> list[Outcome]:
    """G01 to G08."""
    items = bank.items
    issues = {fact.about for fact in bank.checker.facts.values() if fact.about}
    return [
        rate("G01 trivia", items, lambda item: _trivia(bank, item), TRIVIA),
        every("G02 one question in a stem", items, _twofold),
        every("G03 no label of the pack's own", items, lambda item: _private(bank, item, issues)),
        rate("G05 notes that explain nothing", items, _empty_note, 0.02),
        every("G06 names of the time", items, lambda item: _anachronism(bank, item)),
        rate("G07 options far apart in time", items, lambda item: _far_apart(bank, item), FAR),
    ]


def repeated(quizzes: Sequence[Sequence[Seen]]) -> list[Outcome]:
    """G08: no stem twice in a quiz, and few stems more than once in ten quizzes."""
    within = [stem for quiz in quizzes for stem, times in _stems(quiz).items() if times > 1]
    stems = _stems([item for quiz in quizzes for item in quiz])
    again = sum(times - 1 for times in stems.values())
    most = AGAIN * sum(map(len, quizzes))
    return [
        Outcome("G08 a stem twice in a quiz", not within, str(len(within)), "0", tuple(within)),
        Outcome(
            "G08b stems that come again in ten quizzes",
            again <= most,
            f"{again} of {sum(map(len, quizzes))}",
            f"{most:.0f}",
            tuple(stem for stem, times in stems.most_common(5) if times > 1),
        ),
    ]


def _stems(items: Sequence[Seen]) -> Counter[str]:
    return Counter(norm(item.question) for item in items)


def _trivia(bank: Bank, item: Seen) -> str:
    """The fact, if the item asks for trivia: marked minor by the editors, or births, deaths and birth names."""
    fact = bank.checker.facts.get(item.evidence[0])
    if fact is None:
        return ""
    by_an_author = item.kind == "written"
    weighed = any(each.importance == HIGHEST for each in bank.checker.facts.values())
    life = weighed and not by_an_author and bank.checker.relations[fact.relation].role in LIVES
    asked = [bank.checker.facts[each] for each in item.evidence[: item.asked] if each in bank.checker.facts]
    return fact.id if life or all(each.importance == 1 for each in asked) else ""


def _twofold(item: Seen) -> str:
    """What is wrong if the stem asks two questions, or the options answer two."""
    if TWO_IN_ONE.search(re.sub(r"“[^”]*”", "", item.stem)):
        return "two questions"
    joined = item.kind != "written" and any(re.search(r", then [A-Z]", option) for option in item.options)
    return "two answers" if joined else ""


def _private(bank: Bank, item: Seen, issues: set[str]) -> str:
    """An option that is only a heading under which the pack keeps positions."""
    entries = [bank.checker.entry(option) for option in item.options]
    headings = {norm(entry.name) for entry in entries if entry and entry.id in issues}
    return next((option for option in item.options if norm(option) in headings), "")


def _empty_note(item: Seen) -> str:
    """A note on a wrong option that only says that it is wrong."""
    wrong = (note for place, note in enumerate(item.notes) if place != item.answer)
    return next((note for note in wrong if EMPTY_NOTE.search(note)), "")


def _anachronism(bank: Bank, item: Seen) -> str:
    """A name that its bearer did not have at the date asked about."""
    fact = bank.checker.facts.get(item.evidence[0])
    if fact is None or item.kind == "written":
        return ""
    when = fact.object if isinstance(fact.object, Date) else fact.when
    if when is None or not when.start:
        return ""
    shown = f" {' '.join(tokens(' '.join((item.stem, *item.options))))} "
    return next((name for entry in _ends(bank, fact) for name in _untimely(entry, when) if f" {name} " in shown), "")


def _ends(bank: Bank, fact: Fact) -> Iterator[Entry]:
    entries = bank.checker.pack.entries
    yield entries[fact.subject]
    if isinstance(fact.object, EntryRef):
        yield entries[fact.object.id]
    if fact.where:
        yield entries[fact.where]


def _untimely(entry: Entry, when: Date) -> Iterator[str]:
    """The dated names of an entry that do not fit this date, as words, if others do."""
    fitting = {each.name for each in entry.dated_names if each.when.first <= when.first <= each.when.last}
    if fitting:
        yield from (" ".join(tokens(each.name)) for each in entry.dated_names if each.name not in fitting)


def _far_apart(bank: Bank, item: Seen) -> str:
    """The gap in years, if options are too far apart in time to be confused."""
    times: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for option in item.options:
        entry = bank.checker.entry(option)
        dates = [fact.object if isinstance(fact.object, Date) else fact.when for fact in entry.facts] if entry else []
        years = [date.start.first.year for date in dates if date and date.start]
        if years:
            times[option] = min(years), max(years)
    gaps = [later[0] - earlier[1] for earlier in times.values() for later in times.values()]
    return f"{max(gaps)} years" if gaps and max(gaps) > SCENE else ""
