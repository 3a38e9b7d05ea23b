"""Short forms of dates, for the margin of a table or within a line."""

import re
from functools import lru_cache

from trotskyism_cli.pack.dates import A_MONTH, Date, Point, Precision, parse_date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital

# Years of a life; a single year may be that of a book.
YEARS = lazy_regex(r"\((?:(?:c\. |about |\d{4} or )?\d{4}–\d{4}|(?:c\. |about |born |died )\d{4})\)")

_SPAN = lazy_regex(r"(?P<born>[^–]*\d)–(?P<died>\d{4})|born (?P<only_born>.*)|died (?P<only_died>.*)")

A_FEW_WEEKS = 40  # days, at most, of a span whose second year is not given
# Words before a year that is not part of a name: `In 1921`, `The 1953 split`.
_OF_A_DATE = "A|About|After|An|Around|Before|Between|By|During|Early|From|In|Late|Of|On|Since|The|Until"
# A year in a name, e.g. a title; not place and year of publication: `(New York 1937)`, `in French 1935`.
_OF_A_NAME = lazy_regex(
    rf"(?<!\bin )\b(?!(?:{A_MONTH}|{_OF_A_DATE})\b)"
    r"([A-Z][\w’'-]*) \d{4}\b(?:[–-]\d{2,4}\b)?(?!\))"
)
_EITHER = lazy_regex(r"(\d{4}) or \d\d(\d\d)")
_CLAUSES = lazy_regex("(“[^”]*”|; )")
_ANY_YEAR = lazy_regex(r"\b(?:1[0-9]|20)[0-9]{2}s?\b")
# Placeholder for the year, so that patterns are compiled once for all years: four digits that occur in no text.
_YEAR = "\u0660" * 4
# Phrases with a year, and what is left of them beside that year.
_WAYS = (
    (rf"\bof ({A_MONTH}) {_YEAR}(?= in )", r"in \1"),
    (rf"(?<!\bof )\b({A_MONTH}) {_YEAR}\b", r"\1"),
    (rf"\b((?:{A_MONTH}) [A-Z]\w+) of {_YEAR}\b", r"\1"),
    (rf"\b(spring|summer|autumn|winter) of {_YEAR}\b", r"\1"),
    (rf"\b(beginning|middle|end) of {_YEAR}\b", r"\1 of the year"),
    (rf"\b(article|crisis|letter|speech|split|text) of {_YEAR}\b", r"\1"),
    (rf"\b([Ee]arly|[Ll]ate) in {_YEAR}\b", r"\1 in the year"),
)

# The same at the beginning of a sentence, for what went on from a year or came after something.
_BEGINNINGS = (
    (rf"^From {_YEAR}, when (?=\w)", "When "),
    (rf"^From ({A_MONTH}) {_YEAR}(?=,? )", r"From \1"),
    (rf"^From {_YEAR}(?=,? (?!and |or )\w)", "From then on"),
    (rf"^((?:After|At|Before|Soon after|With) [^,;:\d]*? in (?:{A_MONTH})) {_YEAR}(?=,? (?!and |or |to )\w)", r"\1"),
)
_OF_YEARS = lazy_regex(
    r"(?:^[^,]*?\bof (?P<of>\d{4})\b|\bfrom (?P<from>\d{4})\b|\bin (?P<in>\d{4})(?=[–/]\d))"
    r"(?:[–/](?P<to>\d{2,4})\b| (?:to|until) (?:[A-Z]\w+ )?(?P<until>\d{4})\b)?"
)
_FROM_TO = lazy_regex(r"From (?:[A-Z]\w+ )?(\d{4})\b[^;]*? to (?:[^;,]*? )?(\d{4})\b")
_IN_SPAN = lazy_regex(r"In (\d{4}–\d{2,4})\b,? (?!and |or )")
_ALONE = rf"(?<=\w) in {_YEAR}(?=[ ,.:)]|$)(?! (?:and|or|to) (?:in )?\d)"
# Words before a year that need it: participles that are not the verb, and "only".
_NEEDED = lazy_regex(
    r"(?:^|[,(] ?)(?:\w+ ){0,2}(?:\w+ed|\w+en|held|made|put|sent|told|built|read|set|written)(?: \w+)?$"
    r"|\bonly$|(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bhad )(?<!\bhas )\b(?:published|written|printed|put together)$"
)


def years_said(person: Entry) -> str:
    """Years of a life in brackets in the summary: `1859–1952`, `c. 1905–1979`, `born 1938`; empty if none.

    A single year in brackets is that of a book and does not count.
    """
    said = YEARS.search(person.summary)
    years = _EITHER.sub(r"\1/\2", said.group()[1:-1].replace("about", "c.")) if said else ""
    return "" if years.isdecimal() else years


def birth_and_death_said(person: Entry) -> dict[Role, str]:
    """The years of birth and death among `years_said`, as far as given: `c. 1905`, `1879/80`."""
    said = _SPAN.fullmatch(years_said(person))
    years = {Role.BORN: said["born"] or said["only_born"], Role.DIED: said["died"] or said["only_died"]} if said else {}
    return {role: year for role, year in years.items() if year}


def without_years_of_names(text: str) -> str:
    """A text without years in names: `wrote Kronstadt 1921` tells of no deed of 1921."""
    return _OF_A_NAME.sub(r"\1", text)


def first_year_said(person: Entry) -> int:
    """The first year in `years_said`; 0 if there is none."""
    return int(found.group()) if (found := re.search(r"\d{4}", years_said(person))) else 0


def year_in_words(year: str) -> str:
    """One of these years for a sentence: `about 1905`, `1879 or 1880`."""
    return year.replace("c.", "about").replace("/", f" or {year[:2]}")


def date_of_idea(text: str) -> Date | None:
    """The year or years that the beginning of a sentence gives an idea: `the crisis of 1923`; else None.

    What follows a colon is its content. A year inside another phrase belongs to that: `as in France in 1789`.
    """
    found = _OF_YEARS.search(re.split("[:;]", text)[0])
    if found is None:
        return None
    first, last = found["of"] or found["from"] or found["in"], found["to"] or found["until"] or ""
    return parse_date(f"{first}/{first[: len(first) - len(last)]}{last}" if last else first)


def years_of(when: Date) -> str:
    """Years of a date: `1917`, `1918–1925`, `from 1903`, `until 1907`, `c. 1880`; of a decade or century its name."""
    if when.year is not None and when.is_single and when.start:
        return year_of(when.start)
    if when.start is None or when.end is None:
        known = when.start or when.end
        return "" if known is None else f"from {year_of(known)}" if when.start else f"until {year_of(known)}"
    if when.is_single:
        return date_short(when)
    years = dict.fromkeys((year_of(when.start), year_of(when.end)))
    return (", " if when.is_pair else "–").join(years)


@lru_cache(maxsize=10_000)  # filling a screen draws its rows many times
def margin_of(when: Date, year: int) -> str:
    """A date without the year it stands beside: `8–12 Mar`, `autumn`, `22 Jan–1907`; may be empty.

    A span of a few weeks does not give a later year either: `23 Dec – 4 Jan`.
    """
    short = date_short(when)
    if when.is_pair and when.year is None:
        return re.sub(r"^,", "and", re.sub(rf" ?{year}", "", short, count=1))
    if when.is_span and when.start and when.end and when.start.first.year != when.end.last.year:
        begin, _, end = (part.strip() for part in short.partition("–"))
        begin, later = begin.replace(str(year), "", 1).strip(), when.end.last.year
        if (when.length < A_FEW_WEEKS) and when.end.precision is Precision.DAY:
            return f"{begin} – {end.removesuffix(str(later)).strip()}"
        return f"{begin}–{later}"
    return " ".join(short.replace(str(year), "", 1).removeprefix("from ").split())


def from_to(text: str) -> str:
    """The span with which a sentence begins: `1923–40`; else empty."""
    if within := _IN_SPAN.match(text):
        return within[1]
    if not (span := first_and_last(text)):
        return ""
    first, last = map(str, span)
    return f"{first}–{last[2:] if last[:2] == first[:2] else last}"


def first_and_last(text: str) -> tuple[int, int] | None:
    """First and last year, if a sentence begins with "From … to …"; else None."""
    span = _FROM_TO.match(text)
    return (int(span[1]), int(span[2])) if span else None


def without_year(text: str, year: str) -> str:
    """A sentence without the year it stands beside: `Zinoviev joined`, `In November expulsion ended`.

    Quotations, and clauses with another year, stay as they are, except for a year at the very beginning: `When Lenin
    was ill`. A span at the beginning stays too.
    """
    if not year or from_to(text):
        return text
    text = text.replace(f" ({year})", "") if "“" not in text else text
    bare = year.removesuffix("?")
    if bare not in text:
        return capital(text)
    text = re.sub(rf"^In {_YEAR},? (?!and |or |to )(?=\w)", "", text.replace(bare, _YEAR))
    text = re.sub(rf"^((?:In|On) (?:\d{{1,2}} )?[A-Z][a-z]+) {_YEAR}(?=,? (?!and |or |to )\w)", r"\1", text)
    for written, left in _BEGINNINGS:
        text = re.sub(written, left, text)
    return capital("".join(_clause(part, year) for part in _CLAUSES.split(text)).replace(_YEAR, bare))


def _clause(text: str, year: str) -> str:
    is_range = re.search(rf"{_YEAR}[–/-]|[–/-]{_YEAR}", text)
    if text.startswith("“") or is_range or set(_ANY_YEAR.findall(text.replace(_YEAR, year))) != {year}:
        return text
    for written, left in _WAYS:
        text = re.sub(written, left, text)
    return re.sub(_ALONE, lambda found: found[0] if _NEEDED.search(text[: found.start()]) else "", text)


def until_of(when: Date, year: int) -> str:
    """The year in which a date ended, if later than `year`; else empty."""
    is_later = when.is_span and when.start and when.end and when.end.last.year > year
    return str(when.last.year) if is_later else ""


def year_of(point: Point) -> str:
    """The year, marked if approximate or doubtful: `c. 1880`, `1923?`."""
    return f"{'c. ' if point.mark in ('~', '%') else ''}{point.first.year}{'?' if point.mark == '?' else ''}"
