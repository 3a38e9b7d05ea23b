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
from trotskyism_cli.pack.model import Entry, Kind, Quote
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.margins import without_year, years_of
from trotskyism_cli.views.namesakes import only_namesakes
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.telling import sentences_of
from trotskyism_cli.views.tie import Tie
from trotskyism_cli.views.tie_clause import LONG, LONGEST, OPINION, SAID, WHOLE, Clause, clause_of

QUOTED = "“"
MOST_TRIED = 12  # ties, the weightiest
# What it counts for a tie that one of the two did it, or both did; and against it for each line that it is longer than
# two, that one of the two stands in a list of others, or in one of some among many, and that both do.
DOES, BOTH_DO, OF_A_LINE, LISTED, AMONG_MANY, ONLY_LISTED = 3, 5, 4, 2, 8, 40
A_LINE = LONG // 2
_NAME = r"[A-ZÀ-Ž][\w.-]*(?: [A-ZÀ-Ž][\w.-]*)*"
_LIST = lazy_regex(rf"{_NAME}(?:, {_NAME})+,? and (?:{_NAME}|(?P<many>others?)\b)")
_ACT = lazy_regex(r" (?!was\b|were\b|had been\b)[a-z]")
_SPAN = lazy_regex(
    rf"\b[Ff]rom (?:[^,;]*? )?{NAMED_YEAR.pattern} (?:to|until) (?:[^,;]*? )?{NAMED_YEAR.pattern}"
    rf"|{NAMED_YEAR.pattern}–{NAMED_YEAR.pattern}"
)
_HE, _IT = lazy_regex(r"(?:He|She|(?P<whose>His|Her))\b"), lazy_regex(r"(?:It|(?P<whose>Its))\b")
_UNTIL = lazy_regex(r"\b(?:from|until|since|after|before|by|when)\b")
_SINCE = lazy_regex(r"(?:from|until|c\.) ")
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

    @property
    def first_and_last(self) -> tuple[int, ...]:
        """The first and the last year of it, which of a clause may stand in that; nothing if it has none."""
        told = self.years or (_SPAN.search(self.label) or NAMED_YEAR.search(self.label) or ("",))[0]
        years = [int(year) for year in NAMED_YEAR.findall(told) if int(year) < date.max.year]
        return (min(years), max(years)) if years else ()


def how_told_together(
    pack: StoredPack, steps: Sequence[Step], ties: Iterable[Tie], told: Container[str] = ()
) -> tuple[tuple[How, ...], str]:
    """What one was to the other; else a clause of one of their `ties`, what one of them did and is short first.

    What tells nothing of the two but that others said something of both is no tie. What is `told` already of another
    is told only if there is nothing else. With it stands its sentence, apart from the names in that; empty if the
    two are tied by what one was to the other.
    """
    if called := next(filter(None, (_called_after(pack, step) for step in steps)), None):
        return (called,), ""
    ends = [pack.entries[each] for each in (steps[0].start, steps[0].end)]
    names = [short_name(each) for each in ends]
    spoken = {_text(pack, step) for step in steps if any(_speaks(step, end.id) for end in ends)}
    found: list[tuple[bool, int, How, str]] = []
    for tie in islice(ties, MOST_TRIED):
        if QUOTED in tie.text or (tie.rank < 0 and not tie.deed and tie.text not in spoken):
            continue
        if any(only_namesakes(pack, end, tie.text) for end in ends):
            continue
        if how := _in_a_clause(tie.text, _year_of(tie), ends, names):
            words = without_names(tie.text)
            found.append((words not in told, tie.rank + _fitness(how.label, names), how, words))
    if not found:
        return (), ""
    *_, how, words = max(found, key=lambda each: each[:2])
    return (how,), words


def without_names(text: str) -> str:
    """The words of a sentence that are no names, by which it is known again however people are called in it."""
    return " ".join(word for word in text.split() if word[0].islower())


def _fitness(clause: str, names: Sequence[str]) -> int:
    """How much more, or less, a clause tells of two than its sentence matters."""
    one, other = names
    is_of_both = clause.startswith((f"{one} and {other} ", f"{other} and {one} "))
    fitness = DOES * (clause[0].islower() or clause.startswith(f"{one} ")) + BOTH_DO * is_of_both
    fitness -= OF_A_LINE * -(-max(0, len(clause) - LONG) // A_LINE)
    for found in _LIST.finditer(clause):
        listed = [name for name in names if name in found[0]]
        is_theirs = not found.start() and bool(_ACT.match(clause, found.end()))  # what all of them did
        of_one = AMONG_MANY if found["many"] else LISTED
        fitness -= 0 if is_theirs else ONLY_LISTED if len(listed) > 1 else of_one * len(listed)
    return fitness


def how_told_by(pack: StoredPack, ends: tuple[str, str], steps: Iterable[Step], *, is_said: bool) -> How | None:
    """A short clause of a statement that ties two; or if it `is_said`, of what one of them said, which may be longer.

    Of two people a statement names both. What is said is said of the other, if it names one of the two.
    """
    entries = [pack.entries[each] for each in ends]
    people = [each for each in entries if each.kind is Kind.PERSON] or entries[:1]
    for step in (step for step in steps if step.fact and (step.fact.text or step.fact.according_to)):
        text = _text(pack, step)
        names = _names_in(pack, entries, text) if is_said else [short_name(each) for each in people]
        years = years_of(step.when) if step.when else ""
        found = _in_a_clause(text, years, entries, names, longest=SAID if is_said else LONG) if names else None
        if found:
            return found
    return None


def _names_in(pack: StoredPack, entries: Iterable[Entry], text: str) -> list[str]:
    """By which names entries are spoken of in a text, somebody by his short one."""
    found = ((each, pattern(pack, each).search(text)) for each in entries)
    return [short_name(each) if each.kind is Kind.PERSON else name[0] for each, name in found if name]


def how_quoted(pack: StoredPack, steps: Iterable[Step]) -> How | None:
    """What one of two said of the other, in as few of his own words as there are."""
    quotes = [
        step.quote
        for step in steps
        if step.quote and len(step.quote.text) <= LONGEST and _is_named_in_it(pack, step, step.quote)
    ]
    if not quotes:
        return None
    quote = min(quotes, key=lambda quote: len(quote.text))
    years = years_of(quote.when) if quote.when else ""
    return How(f"“{quote.text}”", years, years, is_said=True)


def _is_named_in_it(pack: StoredPack, step: Step, quote: Quote) -> bool:
    """Whether the one who does not speak is named in what the other says."""
    other = step.end if quote.speaker == step.start else step.start
    return bool(pattern(pack, pack.entries[other]).search(quote.text))


def how_told_in(pack: StoredPack, about: Entry, other: Entry, row: Entry, *, is_whole: bool = False) -> tuple[How, ...]:
    """A clause of what is told of an entry that names another, with its own year; nothing if there is none.

    It stands behind the name of one of the two: the `row`. If it may be `is_whole`, it is so
    however long it is.
    """
    longest = WHOLE if is_whole else LONGEST
    names = pattern(pack, other)
    for text, years in _told_of(pack, about):
        found = names.search(text)
        text = text if about == row else _with_name(about, text)
        if found and only_namesakes(pack, other, text):
            continue
        if found and (how := _in_a_clause(text, years, (about, other, row), (found[0],), about, longest=longest)):
            return (how,)
    return ()


def _told_of(pack: StoredPack, about: Entry) -> Iterator[tuple[str, str]]:
    """What is told of an entry and when that was: its statements, what matters most first, then its summary.

    Of a summary only the first sentence is sure to tell of the time of what it sums up.
    """
    known = sorted(pack.known_facts(about), key=lambda fact: -fact.importance)
    told = (fact for fact in known if not (fact.according_to or isinstance(fact.object, Date)))
    yield from ((fact_sentence(pack, fact), years_of(fact.when) if fact.when else "") for fact in told)
    when = day_of(about) if about.kind is Kind.EVENT else None
    for place, text in enumerate(sentences_of(about.summary)):
        yield text, years_of(when) if when and not place else ""


def _with_name(entry: Entry, text: str) -> str:
    """What is told of an entry, by its name instead of the pronoun with which it begins."""
    is_person = entry.kind is Kind.PERSON
    found = (_HE if is_person else _IT).match(text)
    if found is None:
        return text
    name = short_name(entry) if is_person else capital(entry.phrase)
    return f"{name}'s{text[found.end() :]}" if found["whose"] else f"{name}{text[found.end() :]}"


def _in_a_clause(
    text: str,
    years: str,
    ends: Sequence[Entry],
    names: Sequence[str],
    about: Entry | None = None,
    *,
    longest: int = LONGEST,
) -> How | None:
    """A clause of a sentence behind the name of the second of two, with its years where these are not in it.

    The years are those with which the sentence begins, else its own; if it has them in what is left out, none.
    """
    for entry in ends:
        if entry.kind is Kind.PERSON:
            text = text.replace(entry.name, short_name(entry))
    is_own = about is not None and about == ends[-1]
    of_person = ends[-1].kind is Kind.PERSON if is_own else None
    found = clause_of(
        text, names, short_name(ends[-1]), of_person=of_person, is_gloss=is_own or longest == WHOLE, longest=longest
    )
    if found is None:
        return None
    told, said = found.text, NAMED_YEAR.findall(found.text)
    if not found.years and len(said) == 1 and said[0] == (years or said[0]):
        bare = _without_its_year(told, said[0])
        return How(bare, said[0], said[0], is_said=True) if bare != told else How(told, is_said=True)
    years = _years_beside(found, text, years)
    return How(told, years, years, is_said=True)


def _without_its_year(told: str, year: str) -> str:
    """A clause beside its year, if it says as much without it."""
    bare = without_year(told, year)
    is_alone = bare.casefold() == told.replace(f" in {year}", "", 1).casefold()
    before = told[: told.index(year)]
    return told if not is_alone or _UNTIL.search(before) or OPINION.search(before) else told[0] + bare[1:]


def _years_beside(found: Clause, text: str, years: str) -> str:
    """The years beside a clause: those with which its sentence begins, else its own.

    None where these stand in it, or in what is left out of it.
    """
    if found.years and not years.startswith(f"{found.years.removeprefix('from ')}–"):  # else its own say more
        years = found.years
    elif not found.years and set(NAMED_YEAR.findall(text)).intersection(NAMED_YEAR.findall(years)):
        return ""
    is_in_it = f"{years}s" in found.text or set(NAMED_YEAR.findall(found.text)).intersection(NAMED_YEAR.findall(years))
    return "" if is_in_it else years


def _year_of(tie: Tie) -> str:
    """Its year, or from when to when it was."""
    years = NAMED_YEAR.findall(tie.when)
    since = _SINCE.match(tie.when)
    if len(years) > 1:
        return f"{years[0]}–{years[-1]}"
    return f"{since[0] if since else ''}{tie.first.year}" if tie.first < date.max else ""


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


def _speaks(step: Step, end: str) -> bool:
    """Whether it is what somebody said or held."""
    return bool(step.fact and end in step.fact.according_to) or bool(step.quote and step.quote.speaker == end)
