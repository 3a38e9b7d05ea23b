"""How an entry is tied to another of whom sentences tell with it: what one was to the other, or a clause of these."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from trotskyism_cli.library.lifespan import day_of
from trotskyism_cli.library.naming import pattern
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties import Step
from trotskyism_cli.pack.dates import NAMED_YEAR, Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.margins import without_year
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.telling import sentences_of
from trotskyism_cli.views.tie import Tie
from trotskyism_cli.views.tie_clause import LONG, clause_of

NAMED_WITH = "named with it"
EACH_OF_THE_OTHER = "each wrote or spoke of the other"
QUOTED = "“"
MOST_TRIED = 12  # ties, the weightiest
# What it counts for a tie that one of the two did it, and against it that it is long, or is told of another already.
DOES, TOO_LONG, AGAIN = 3, 9, 12
_CALLED = lazy_regex(r"[a-z][\w-]*(?: [a-z][\w-]*)?(?P<when>(?: (?:from|until) \d{4}|,? \d{4}–\d{4})?)")  # in few words


class How(NamedTuple):
    """One way in which two are tied: `allied`, when, and in which years; behind what is said stands a comma.

    It `is_own` if it says no more than the kind under which the other stands: of a work, that it is one of somebody's.
    """

    label: str
    when: str = ""
    years: str = ""
    is_said: bool = False
    is_own: bool = False

    @property
    def words(self) -> str:
        """The way with its date: `allied Dec 1936 – 1939`."""
        return f"{self.label}{', ' if self.is_said else ' '}{self.when}" if self.when else self.label


def how_told_together(
    pack: Pack, steps: Sequence[Step], ties: Iterable[Tie], told: Container[str] = ()
) -> tuple[How, ...]:
    """What one was to the other; else a clause of one of their `ties`, what one of them did and is short first.

    What tells nothing of the two but that others said something of both is no tie. What is `told` already of another
    is told only if there is nothing else.
    """
    if called := next(filter(None, (_called_after(pack, step) for step in steps)), None):
        return (called,)
    ends = [pack.entries[each] for each in (steps[0].start, steps[0].end)]
    names = [short_name(each) for each in ends]
    spoken = {_text(pack, step) for step in steps if any(_speaks(step, end.id) for end in ends)}
    found: list[tuple[int, How]] = []
    for tie in islice(ties, MOST_TRIED):
        if QUOTED in tie.text or (tie.rank < 0 and not tie.deed and tie.text not in spoken):
            continue
        if how := _in_a_clause(tie.text, tie.first, ends, names):
            does = DOES * (how.label[0].islower() or how.label.startswith(f"{names[0]} "))
            found.append((tie.rank + does - TOO_LONG * (len(how.label) > LONG) - AGAIN * (how.label in told), how))
    return (max(found, key=lambda each: each[0])[1],) if found else ()


def how_told_by(pack: StoredPack, ends: tuple[str, str], steps: Iterable[Step], how: How, room: int) -> How | None:
    """A clause of a statement that ties two, or of what one of them said; with the years of `how`, if it has any.

    Nothing if none has so much room. Of two people it names both.
    """
    entries = [pack.entries[each] for each in ends]
    needed = [each for each in entries if each.kind is Kind.PERSON] or entries[:1]
    for step in (step for step in steps if step.fact and (step.fact.text or step.fact.according_to)):
        told = _text(pack, step)
        first = step.when.begin if step.when else _first_year(told)
        found = _in_a_clause(told, first, entries, [short_name(each) for each in needed])
        if found and len(found.label) <= room and QUOTED not in found.label:
            is_said = how.years in found.label or (NAMED_YEAR.search(found.label) and "–" not in how.years)
            return found if is_said else found._replace(when=how.years, years=how.years)
    return None


def how_told_in(pack: StoredPack, about: Entry, other: Entry, row: Entry) -> tuple[How, ...]:
    """A clause of what is told of an entry that names another; of an event, with its year; nothing if there is none.

    It stands behind the name of one of the two: the `row`.
    """
    names, when = pattern(pack, other), day_of(about) if about.kind is Kind.EVENT else None
    for text in _told_of(pack, about):
        found = names.search(text)
        first = when.begin if when else _first_year(text)
        if found and (how := _in_a_clause(text, first, (about, other, row), (found[0],))):
            return (how,)
    return ()


def _told_of(pack: StoredPack, about: Entry) -> Iterator[str]:
    """What is told of an entry: its statements, what matters most first, then the sentences of its summary."""
    known = sorted(pack.known_facts(about), key=lambda fact: -fact.importance)
    told = (fact for fact in known if not (fact.according_to or isinstance(fact.object, Date)))
    yield from (fact_sentence(pack, fact) for fact in told)
    yield from sentences_of(about.summary)


def _in_a_clause(text: str, first: date, ends: Sequence[Entry], names: Sequence[str]) -> How | None:
    """A clause of a sentence behind the name of the second of two, with its year where that is not in it."""
    for entry in ends:
        if entry.kind is Kind.PERSON:
            text = text.replace(entry.name, short_name(entry))
    year = "" if first == date.max else str(first.year)
    told = clause_of(text, names, short_name(ends[-1]))
    if not told:
        return None
    bare = without_year(told, year) if year in told else told
    told = told[0] + bare[1:] if bare[0].lower() == told[0] else bare
    year = "" if NAMED_YEAR.search(told) else year
    return How(told, year, year, is_said=True)


def _first_year(text: str) -> date:
    found = NAMED_YEAR.search(text)
    return date(int(found[0]), 1, 1) if found else date.max


def _text(pack: Pack, step: Step) -> str:
    return fact_sentence(pack, step.fact) if step.fact else ""


def _called_after(pack: Pack, step: Step) -> How | None:
    """What one of two was to the other, if he is called after him: `Lenin's wife`, from 1898."""
    fact = step.fact
    if fact is None or not isinstance(fact.object, str) or {fact.subject} - {step.start, step.end}:
        return None
    whose = step.end if fact.subject == step.start else step.start
    found = _CALLED.fullmatch(fact.object.removeprefix(f"{short_name(pack.entries[whose])}'s "))
    if found is None or found[0] == fact.object:
        return None
    return How(fact.object.removesuffix(found["when"]), found["when"].strip(), found["when"].strip())


def in_words(entry: Entry, *, is_its_own: bool) -> str:
    """That an entry spoke of another, or that spoke of it."""
    is_person = entry.kind is Kind.PERSON
    if is_its_own:
        return f"in {short_name(entry)}'s words" if is_person else "in its words"
    return f"spoke of {short_name(entry) if is_person else 'it'}"


def _speaks(step: Step, end: str) -> bool:
    """Whether it is what somebody said or held."""
    return bool(step.fact and end in step.fact.according_to) or bool(step.quote and step.quote.speaker == end)


def from_to(first: int, last: int) -> str:
    """Some years: `1912–1923`, or the one that it is."""
    return f"{first}–{last}" if first != last else str(first)
