"""A way in which two entries are connected: a label or a clause, with its years unless these are in it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from trotskyism_cli.pack.dates import A_MONTH, NAMED_YEAR
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.views.ties.clause import LONGEST, OPINION, WHOLE, Clause, clause_of, without_description
from trotskyism_cli.views.wording.margins import without_year, without_years_of_names
from trotskyism_cli.views.wording.surnames import short_name

_SPAN = lazy_regex(
    rf"\b[Ff]rom (?:[^,;]*? )?{NAMED_YEAR.pattern} (?:to|until) (?:[^,;]*? )?{NAMED_YEAR.pattern}"
    rf"|{NAMED_YEAR.pattern}–{NAMED_YEAR.pattern}"
)
_SHORT_END = lazy_regex(r"\b(\d\d)(\d\d)–(\d\d)\b(?!\d)")
# A year that clearly dates the deed of a clause: `on 14 November 1927`.
_ITS_YEAR = lazy_regex(
    rf"\b(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ii]n the \w+ of) (?:(?:early|late|the \w+ of) )?(?:\d{{1,2}} )?(?:(?:{A_MONTH}) )?"
    rf"(?P<year>{NAMED_YEAR.pattern[2:-2]})\b(?!–|s)"
)
_UNTIL = lazy_regex(r"\b(?:from|until|since|after|before|by|when)\b")


class How(NamedTuple):
    """One way in which two entries are connected: a label (`allied`) or a clause, and when.

    `is_said`: the label is a clause, so a comma comes before the date. `years`: for a clause also the years in its
    text. `is_own`: says no more than the heading of its kind. `sentence`: key of the sentence it comes from, without
    names. `is_whole`: shown only where there is room for it. `is_of_third`: the sentence only mentions the two.
    `has_no_year`: only the year in which somebody wrote it is known.
    """

    label: str
    when: str = ""
    years: str = ""
    is_said: bool = False
    is_own: bool = False
    sentence: str = ""
    is_whole: bool = False
    is_of_third: bool = False
    has_no_year: bool = False

    @property
    def words(self) -> str:
        """The way with its date: `allied Dec 1936 – 1939`."""
        return f"{self.label}{', ' if self.is_said else ' '}{self.when}" if self.when else self.label

    @property
    def first_and_last(self) -> tuple[int, ...]:
        """First and last year, if need be from the text of a clause; empty if there is none."""
        if self.has_no_year:
            return ()
        label = without_years_of_names(self.label)
        told = self.years or (_SPAN.search(label) or NAMED_YEAR.search(label) or ("",))[0]
        told = _SHORT_END.sub(lambda found: f"{found[1]}{found[2]}–{found[1]}{found[3]}", told)  # `1936–37`
        years = [int(year) for year in NAMED_YEAR.findall(told) if int(year) < date.max.year]
        return (min(years), max(years)) if years else ()


def with_short_names(text: str, ends: Iterable[Entry]) -> str:
    """A text in which people are called by their short names."""
    for entry in ends:
        if entry.kind is Kind.PERSON:
            text = text.replace(entry.name, short_name(entry))
    return text


def without_names(text: str) -> str:
    """The lower-case words of a sentence, a key that recognises it whatever people are called in it."""
    return " ".join(word for word in text.split() if word[0].islower())


def in_a_clause(
    text: str,
    years: str,
    ends: Sequence[Entry],
    names: Sequence[str],
    about: Entry | None = None,
    *,
    longest: int = LONGEST,
) -> How | None:
    """A clause of a sentence, to stand behind the name of the last of `ends`, with its years; None if none fits.

    The years are those at the start of the sentence, else the given ones, unless the text cut off has them.
    """
    text = with_short_names(text, ends)
    bare = without_description(text, [short_name(end) for end in ends if end.kind is Kind.PERSON])
    sentence = without_names(text)
    if any(name in text and name not in bare for name in names):
        return None  # only a description
    text = bare
    is_own = about is not None and about == ends[-1]
    of_person = ends[-1].kind is Kind.PERSON if is_own else None
    subject = names[-1] if about is None and len(names) == len(ends) else short_name(ends[-1])
    found = clause_of(text, names, subject, of_person=of_person, is_gloss=is_own or longest == WHOLE, longest=longest)
    if found is None:
        return None
    told, said = found.text, NAMED_YEAR.findall(found.text)
    if not found.years and len(said) == 1 and said[0] == (years or said[0]):
        bare = _without_its_year(told, said[0])
        if bare != told:
            return How(bare, said[0], said[0], is_said=True, sentence=sentence)
        is_its = years or ((own := _ITS_YEAR.search(told)) and own["year"] == said[0])
        return How(told, "", said[0] if is_its else "", is_said=True, sentence=sentence)
    beside = _years_beside(found, text, years)
    return How(told, beside, beside or _years_in(found, years), is_said=True, sentence=sentence)


def _without_its_year(told: str, year: str) -> str:
    """A clause without its year, if it says as much without it."""
    bare = without_year(told, year)
    if bare.endswith(" only"):  # "only in 1905"
        return told
    is_alone = bare.casefold() == told.replace(f" in {year}", "", 1).casefold()
    before = told[: told.index(year)]
    return told if not is_alone or _UNTIL.search(before) or OPINION.search(before) else told[0] + bare[1:]


def _years_in(found: Clause, years: str) -> str:
    """The years of a tie that its clause contains; else the clause's own, if they clearly date it."""
    said, span = NAMED_YEAR.findall(found.text), _SPAN.search(found.text)
    if span:
        return "–".join(NAMED_YEAR.findall(span[0]))
    if years and set(NAMED_YEAR.findall(years)).intersection(said):
        return years
    own = _ITS_YEAR.findall(found.text)
    return own[0] if len(own) == len(said) == 1 else ""


def _years_beside(found: Clause, text: str, years: str) -> str:
    """The years to show beside a clause: those at the start of its sentence, else the given ones.

    Empty if the clause, or the text cut off, has them.
    """
    if found.years and not years.startswith(f"{found.years.removeprefix('from ')}–"):  # unless the given span says more
        years = found.years
    elif not found.years and set(NAMED_YEAR.findall(text)).intersection(NAMED_YEAR.findall(years)):
        return ""
    is_in_it = f"{years}s" in found.text or set(NAMED_YEAR.findall(found.text)).intersection(NAMED_YEAR.findall(years))
    return "" if is_in_it else years
