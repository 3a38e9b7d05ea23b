"""Dates for the margin of a table and for a place within a line: as short as they can be read."""

import re
from functools import lru_cache

from trotskyism_cli.pack.dates import A_MONTH, Date, Point, Precision, parse_date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital

# Of a life: a year alone may be that of a book.
YEARS = lazy_regex(r"\((?:(?:c\. |about |\d{4} or )?\d{4}–\d{4}|(?:c\. |about |born |died )\d{4})\)")

_SPAN = lazy_regex(r"(?P<born>[^–]*\d)–(?P<died>\d{4})|born (?P<only_born>.*)|died (?P<only_died>.*)")

A_FEW_WEEKS = 40  # days, of which the year of the last one goes without saying
# How a date may begin that is no year in a name: `In 1921`, `The 1953 split`.
_OF_A_DATE = "A|About|After|An|Around|Before|Between|By|During|Early|From|In|Late|Of|On|Since|The|Until"
# A year in a name, such as the title of a book; not when and where one came out: `(New York 1937)`, `in French 1935`.
_OF_A_NAME = lazy_regex(
    rf"(?<!\bin )\b(?!(?:{A_MONTH}|{_OF_A_DATE})\b)"
    r"([A-Z][\w’'-]*) \d{4}\b(?:[–-]\d{2,4}\b)?(?!\))"
)
_EITHER = lazy_regex(r"(\d{4}) or \d\d(\d\d)")
_CLAUSES = lazy_regex("(“[^”]*”|; )")
_ANY_YEAR = lazy_regex(r"\b(?:1[0-9]|20)[0-9]{2}s?\b")
# Stands in a text for its year, so that each pattern is compiled once and not for every year: four figures to `re`, and
# in no text.
_YEAR = "\u0660" * 4
# How a clause may give a year, and what is left of it beside that year.
_WAYS = (
    (rf"\bof ({A_MONTH}) {_YEAR}(?= in )", r"in \1"),
    (rf"(?<!\bof )\b({A_MONTH}) {_YEAR}\b", r"\1"),
    (rf"\b((?:{A_MONTH}) [A-Z]\w+) of {_YEAR}\b", r"\1"),
    (rf"\b(spring|summer|autumn|winter) of {_YEAR}\b", r"\1"),
    (rf"\b(beginning|middle|end) of {_YEAR}\b", r"\1 of the year"),
    (rf"\b(article|crisis|letter|speech|split|text) of {_YEAR}\b", r"\1"),
    (rf"\b([Ee]arly|[Ll]ate) in {_YEAR}\b", r"\1 in the year"),
)

# How a sentence may begin with a year from which something went on, or in which it came after something else.
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
# What goes before a year without which it would say nothing, or something else: a participle that is no verb.
_NEEDED = lazy_regex(
    r"(?:^|[,(] ?)(?:\w+ ){0,2}(?:\w+ed|\w+en|held|made|put|sent|told|built|read|set|written)(?: \w+)?$"
    r"|\bonly$|(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bhad )(?<!\bhas )\b(?:published|written|printed|put together)$"
)


def years_said(person: Entry) -> str:
    """The years of a life that a summary has in brackets: `1859–1952`, `c. 1905–1979`, `born 1938`; empty if none.

    A year alone in brackets is that of a book.
    """
    said = YEARS.search(person.summary)
    years = _EITHER.sub(r"\1/\2", said.group()[1:-1].replace("about", "c.")) if said else ""
    return "" if years.isdecimal() else years


def birth_and_death_said(person: Entry) -> dict[Role, str]:
    """Of these years those in which somebody was born and died, so far as they are said: `c. 1905`, `1879/80`."""
    said = _SPAN.fullmatch(years_said(person))
    years = {Role.BORN: said["born"] or said["only_born"], Role.DIED: said["died"] or said["only_died"]} if said else {}
    return {role: year for role, year in years.items() if year}


def without_years_of_names(text: str) -> str:
    """A text without the years in names, when nothing was: `wrote Kronstadt 1921` tells of no deed of 1921."""
    return _OF_A_NAME.sub(r"\1", text)


def first_year_said(person: Entry) -> int:
    """The first of those years; 0 if there is none."""
    return int(found.group()) if (found := re.search(r"\d{4}", years_said(person))) else 0


def year_in_words(year: str) -> str:
    """One of those years, as a sentence has it: `about 1905`, `1879 or 1880`."""
    return year.replace("c.", "about").replace("/", f" or {year[:2]}")


def date_of_idea(text: str) -> Date | None:
    """The year, or years, of which a sentence says at once that an idea is: `the crisis of 1923`.

    What follows a colon tells of its content, and a year within other things is of these: `as in France in 1789`.
    """
    found = _OF_YEARS.search(re.split("[:;]", text)[0])
    if found is None:
        return None
    first, last = found["of"] or found["from"] or found["in"], found["to"] or found["until"] or ""
    return parse_date(f"{first}/{first[: len(first) - len(last)]}{last}" if last else first)


def years_of(when: Date) -> str:
    """The years alone: `1917`, `1918–1925`, `from 1903`, `until 1907`, `c. 1880`; of a decade or century, its name."""
    if when.year is not None and when.is_single and when.start:
        return year_of(when.start)
    if when.start is None or when.end is None:
        known = when.start or when.end
        return "" if known is None else f"from {year_of(known)}" if when.start else f"until {year_of(known)}"
    if when.is_single:
        return date_short(when)
    years = dict.fromkeys((year_of(when.start), year_of(when.end)))
    return (", " if when.is_pair else "–").join(years)


@lru_cache(maxsize=10_000)  # to fill a screen, its rows are drawn again for each one that may have room
def margin_of(when: Date, year: int) -> str:
    """The date beside its year, which it does not repeat: `8–12 Mar`, `autumn`, `22 Jan–1907`; may be empty.

    Of a few weeks not the year of the last day either: `23 Dec – 4 Jan`.
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
    """From which year to which something went on, if a sentence begins with that: `1923–40`; else empty."""
    if within := _IN_SPAN.match(text):
        return within[1]
    if not (span := first_and_last(text)):
        return ""
    first, last = map(str, span)
    return f"{first}–{last[2:] if last[:2] == first[:2] else last}"


def first_and_last(text: str) -> tuple[int, int] | None:
    """The first and the last year of what went on, if a sentence begins with them."""
    span = _FROM_TO.match(text)
    return (int(span[1]), int(span[2])) if span else None


def without_year(text: str, year: str) -> str:
    """A sentence beside its year, without it: `Zinoviev joined`, `In November expulsion ended`, `in the Testament`.

    Where another year is named in the same clause, and in what is quoted, all stays as it is, but for a year with which
    the sentence begins: `When Lenin was ill`, `After the death in January`. What went from year to year is whole.
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
    """The year in which something ended, if that is a later one."""
    is_later = when.is_span and when.start and when.end and when.end.last.year > year
    return str(when.last.year) if is_later else ""


def year_of(point: Point) -> str:
    """Its year, with a mark if it is only roughly known or doubtful: `c. 1880`, `1923?`."""
    return f"{'c. ' if point.mark in ('~', '%') else ''}{point.first.year}{'?' if point.mark == '?' else ''}"
