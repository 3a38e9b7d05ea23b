"""Parse dates as people type them: `25 October 1917`, `7.11.1917`, `March 1850`, `1920s`, `1917`."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from trotskyism_cli.errors import DateError
from trotskyism_cli.library.dates.foreign_months import with_english_months
from trotskyism_cli.library.dates.years_typed import with_whole_years
from trotskyism_cli.pack.dates import MONTHS, SEASONS, Calendar, Date, Precision, parse_date
from trotskyism_cli.pack.dates_in_words import date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex

_MONTH = {name[:3].lower(): number for number, name in enumerate(MONTHS) if name}
# Russian names of months in all grammatical cases.
_RUSSIAN = (
    *("январ[ьяею]", "феврал[ьяею]", "март[ауе]?", "апрел[ьяею]", "ма[йяею]", "июн[ьяею]", "июл[ьяею]", "август[ауе]?"),
    *("сентябр[ьяею]", "октябр[ьяею]", "ноябр[ьяею]", "декабр[ьяею]"),
)
_MONTH |= {name[:3]: number for number, name in enumerate(_RUSSIAN, start=1)} | dict.fromkeys(
    ("май", "мая", "мае", "маю"), 5
)
_LATIN = {name[:3].lower(): f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in MONTHS if name}
_LATIN["sep"] = "Sept?(?:ember)?"
_LATIN_FORMS = {form.lower(): name[:3].lower() for name in MONTHS if name for form in (name, name[:3])}
_LATIN_FORMS |= dict.fromkeys(("sept", "sepember"), "sep")
_NAMES = f"{'|'.join(_LATIN.values())}|{'|'.join(_RUSSIAN)}|янв|февр?|апр|авг|сент?|окт|нояб?|дек"
_WORDS = lazy_regex(r"\w+")
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>0[0-9]{3}|1[0-9]{3}|20[0-9]{2})"
_PATTERNS = (
    r"\b(?P<year>[012][0-9]{3})[-/](?P<number>[01]?[0-9])[-/](?P<day>[0-3]?[0-9])\b",
    rf"\b(?P<day>[0-3]?[0-9])[./-](?P<number>[01]?[0-9])[./-]{_YEAR}\b",
    rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{_NAMES})\.?,?\s+{_YEAR}\b",
    rf"\b(?P<month>{_NAMES})\.?\s+(?:the\s+)?{_DAY},?\s+{_YEAR}\b",
    rf"\b(?P<month>{_NAMES})\.?,?\s+(?:of\s+)?{_YEAR}\b",
    r"\b(?P<year>[12][0-9]{3})[-/](?P<number>[01][0-9])\b",
    rf"\b{_DAY}\s+(?:of\s+)?(?P<month>{_NAMES})\b",
    rf"\b(?P<month>{_NAMES})\.?\s+(?:the\s+)?{_DAY}\b",
    r"\b(?P<decade>1[0-9]{2})0(?:'?s|-?(?:ы?е|ы?х))\b(?:\s+год(?:ы|ов|ам|ах)\b)?",
    r"\b(?P<century>1[0-9]|20)th\s+century\b",
    rf"\b{_YEAR}\b",
)

_IN_SHORT = lazy_regex(r"^\s*(\d{1,2})([./-])(\d{1,2})\2(\d{2})\s*$")  # a day without the century
_FIGURES = r"[0-9]{1,4}([./-])[0-9]{1,4}\1[0-9]{1,4}"  # numbers in the form of a date, valid or not

# Dates only as a whole text: in a question, “may” and “fall” are other words.
_SEASONS = {name: number for number, name in SEASONS.items()} | {"fall": 23}
for _number, _forms in enumerate(
    ("весна весны весной весну весне", "лето лета летом лете", "осень осени осенью", "зима зимы зимой зиму зиме"),
    start=21,
):
    _SEASONS |= dict.fromkeys(_forms.split(), _number)
_WHOLE_MONTHS = {name.casefold(): number for number, name in enumerate(MONTHS) if name}
_MONTH_ALONE = rf"(?:in\s+)?(?P<month>{_NAMES})\.?"
_DAY_AND_MONTH = r"(?P<day>[0-3]?[0-9])[./](?P<number>[01]?[0-9])\.?"
# Parts of a year: its first, second and last four months.
_PARTS = dict.fromkeys(("early", "начало", "начале", "начала"), (1, 4)) | dict.fromkeys(
    ("mid", "middle", "середина", "середине", "середины"), (5, 8)
)
_PARTS |= dict.fromkeys(("late", "конец", "конце", "конца"), (9, 12))
_PART = lazy_regex(
    rf"(?:(?:in|в|the)\s+)*(?P<part>{'|'.join(_PARTS)})[\s-]+(?:of\s+)?{_YEAR}(?:\s*(?:года|г\.?))?", re.IGNORECASE
)
_SEASON = rf"(?:(?:in|в)\s+)?(?:the\s+)?(?P<season>{'|'.join(_SEASONS)}),?\s+(?:of\s+)?{_YEAR}(?:\s*(?:года|г\.?))?"
_BETWEEN = lazy_regex(
    r"\s+(?:to|until|till|and|through)\s+|\s*[–—]\s*|\s+-\s+|(?<=[0-9]{4})-(?=[0-9]{4}$)", re.IGNORECASE
)
_FROM = lazy_regex(r"(?:from|between)\s+", re.IGNORECASE)
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_LEAP_YEAR = 2000
LAST_OLD_STYLE = date(1918, 2, 13)  # 31 January 1918 Old Style, the last day of the old calendar in Russia
# A number of three digits is a year only at the end of a date.
_EARLY = lazy_regex(
    r"(?P<rest>(?:.*[^\d./-]\s)?)(?:AD\s+)?(?P<year>[1-9][0-9]{2})(?:\s+(?:AD|CE|год[ау]?|г\.?|н\.?\s?э\.?))?",
    re.IGNORECASE,
)
_STYLE = lazy_regex(
    r"\s*[(,]?\s*(?:(?P<old>O\.?\s?S\.?|old style|по старому стилю|ст\.\s?ст\.)|N\.?\s?S\.?|new style|по новому стилю"
    r"|н\.\s?ст\.)\)?$",
    re.IGNORECASE,
)
_YEAR_IN_RUSSIAN = lazy_regex(r"\s+(?:года?|г)\.?$", re.IGNORECASE)
_BEFORE_1 = lazy_regex(r"-[0-9]{1,4}\b.*|.*[0-9]\s*(?:BCE?|B\.\s?C\.(?:\s?E\.)?|до\s+н\.?\s?э\.?)", re.IGNORECASE)


class ParsedDate(NamedTuple):
    """A date found in a text, and its place there (`start`, `end`).

    `when` is the date; if it is None, a day (or, if `day` is 0, a month) of any year. `is_certain` is set if its
    calendar was named, so that it has only one reading.
    """

    when: Date | None
    month: int
    day: int
    start: int
    end: int
    is_certain: bool = False

    @property
    def words(self) -> str:
        """The date as it was understood: `25 October 1917`, `7 November`, `November`."""
        if self.when is not None:
            return date_words(self.when)
        return f"{self.day or ''} {MONTHS[self.month]}".strip()

    @property
    def is_year(self) -> bool:
        """True if it is one whole year."""
        return self.when is not None and self.when.is_single and self.when.is_year

    @property
    def is_several_years(self) -> bool:
        """True if it is a decade or another span over several years."""
        return self.when is not None and self.when.first.year < self.when.last.year

    @property
    def readings(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each possible meaning.

        As a Gregorian date and, for the time when Russia used it, as an Old Style date.
        """
        if self.when is None:
            return ()
        spans = [(self.when.first, self.when.last)]
        if not self.is_certain and self.when.first <= LAST_OLD_STYLE and "-" in self.when.text:
            old = parse_date(f"{self.when.text} OS")
            spans += [(old.first, min(old.last, LAST_OLD_STYLE))] if old.first <= LAST_OLD_STYLE else []
        return tuple(spans)


def _patterns(text: str, patterns: Iterable[str] = _PATTERNS) -> Iterator[re.Pattern[str]]:
    """Patterns that could match the text, the most exact kinds of dates first."""
    names = _months_in(text)
    return (_compiled(each.replace(_NAMES, names)) for each in patterns if names or _NAMES not in each)


def _months_in(text: str) -> str:
    """Pattern for the months that a text may name; empty if none.

    Compiling one for all months is slow, and most texts have none or one.
    """
    folded = text.casefold()
    if any(beginning in folded for beginning in _MONTH if not beginning.isascii()):
        return _NAMES
    if not any(beginning in folded for beginning in _LATIN):
        return ""
    found = {_LATIN_FORMS[word] for word in _WORDS.findall(folded) if word in _LATIN_FORMS}
    return "|".join(_LATIN[each] for each in (found if len(found) == 1 else _LATIN if found else ()))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def find_date(text: str) -> ParsedDate | None:
    """The first date in a text, in its most exact reading; None if there is none."""
    if not any(letter.isdigit() for letter in text):
        return None
    for pattern in _patterns(text):
        for match in pattern.finditer(text):
            if (asked := _asked(match)) is not None:
                return asked
    return None


def is_only_date(text: str) -> bool:
    """Return whether a text is a date with digits and nothing else."""
    if not any(map(str.isdigit, text)):  # fast exit for nearly every name
        return False
    text = text.strip()
    found = _usual_form(text, seasons=True) or find_date(text)
    return found is not None and not (text[: found.start] + text[found.end :]).strip()


def is_day(text: str) -> bool:
    """Return whether a text is written as a day, of a certain or of any year; it need not exist."""
    text = _YEAR_IN_RUSSIAN.sub("", _STYLE.sub("", text.strip())).strip()
    asked = read_date(text, date.max) if is_only_date(text) else None
    if asked is None:
        return len(re.findall(r"\w+", text)) > len(("october", "1917")) and is_in_form_of_date(text)
    return asked.day > 0


def read_date(text: str, today: date) -> ParsedDate | None:
    """Read a whole text as a date: also a span, a season, a month, or a day of any year.

    None if it is none. Other words in the text are ignored, other digits are not: “31 february 1917” is not a month.
    """
    text = " ".join(text.split())
    if plain := _usual_form(text, seasons=True):
        return plain
    text = _IN_SHORT.sub(r"\1.\3.19\4", with_whole_years(with_english_months(text)))
    if is_before_year_1(text):
        return None
    if text.casefold() in _DAYS:
        # Who asks whether a text is a date, whatever today is, passes the last day there is, which has no tomorrow.
        day = min(today, date.max - timedelta(days=1)) + timedelta(days=_DAYS[text.casefold()])
        return ParsedDate(None, day.month, day.day, 0, len(text))
    has_words = any(map(str.isalpha, text))
    if has_words and (style := _STYLE.search(text)):
        bare = text[: style.start()]
        return (_old_style(bare) if style["old"] else None) or _in_calendar(read_date(bare, today), "")
    if any(len(each) == 3 and each.isdecimal() for each in text.split()) and (early := _EARLY.fullmatch(text)):
        text = f"{early['rest']}0{early['year']}"
    if has_words and (part := _PART.fullmatch(text)):
        first, last = _PARTS[part["part"].casefold()]
        when = parse_date(f"{part['year']}-{first:02}/{part['year']}-{last:02}")
        return ParsedDate(when, 0, 0, 0, len(text), is_certain=True)
    for pattern in _patterns(text, (_MONTH_ALONE, _DAY_AND_MONTH, _SEASON) if has_words else (_DAY_AND_MONTH,)):
        if match := pattern.fullmatch(text):
            return _asked(match)
    try:
        return _as_written(parse_date(text.upper()), len(text))
    except DateError:
        return _span(text) or _sole_date(text)


def _as_written(when: Date, length: int) -> ParsedDate:
    """A date that was written in EDTF, e.g. `1917-03-15`."""
    point = when.start if when.is_single and when.calendar is Calendar.PLAIN else None
    return ParsedDate(when, point.month if point else 0, point.day if point else 0, 0, length)


def _usual_form(text: str, *, seasons: bool = False) -> ParsedDate | None:
    """Read a date in one of the usual forms, without compiling a pattern; None for other forms.

    `25 October 1917`, `October 1917`, `spring of 1917` (if `seasons`), `1917`.
    """
    *before, year = text.casefold().split() or [""]
    parts: dict[str, str | None] = {"year": year}
    month, day = 0, 0
    if not (text.isascii() and len(year) == len("1917") and year.isdecimal() and year.startswith(("0", "1", "20"))):
        return None
    match before:
        case []:
            pass
        case [name] | [name, "of"] if name in _WHOLE_MONTHS:
            month = _WHOLE_MONTHS[name]
        case [figures, name] if name in _WHOLE_MONTHS and figures.isdecimal() and len(figures) <= len("25"):
            month, day = _WHOLE_MONTHS[name], int(figures)
        case [name] | [name, "of"] if seasons and name in _SEASONS:
            parts["season"] = name
        case _:
            return None
    try:
        return ParsedDate(parse_date(_edtf(parts, month, day)), month, day, 0, len(text))
    except DateError:
        return None


def is_in_form_of_date(text: str) -> bool:
    """Return whether a whole text has the form of a date, even if it does not exist: `31 February 1917`."""
    if not any(map(str.isdigit, text)):  # fast exit for nearly every name
        return False
    text = with_english_months(text.strip())
    is_plain = _usual_form(text, seasons=True) is not None
    return is_plain or any(each.fullmatch(text) for each in (_compiled(_FIGURES), *_patterns(text)))


def is_in_short(text: str) -> bool:
    """Return whether a text is a day without the century, e.g. `7/11/17`. It is read as twentieth century."""
    return bool(_IN_SHORT.match(text))


def is_before_year_1(text: str) -> bool:
    """Return whether a text is a date before the year 1, which cannot be represented."""
    return bool(_BEFORE_1.fullmatch(text.strip()))


def _old_style(text: str) -> ParsedDate | None:
    """Read a whole text as an Old Style date, which may be a 29 February that the new calendar lacks."""
    for pattern in _patterns(text):
        match = pattern.fullmatch(text.strip())
        if not match or not match.groupdict().get("year"):
            continue
        parts = match.groupdict()
        month, day = _month_and_day(parts)
        written = _edtf(parts, month, day)
        if "-" not in written:
            return None
        try:
            when = parse_date(f"{written} OS")
        except DateError:
            continue
        in_new_style = parse_date(when.first.isoformat()) if day else when
        return ParsedDate(in_new_style, month, day, *match.span(), is_certain=True)
    return None


def _in_calendar(asked: ParsedDate | None, style: str) -> ParsedDate | None:
    """The date in the calendar that was named with it."""
    if asked is None or asked.when is None or "-" not in asked.when.text:
        return asked
    try:
        when = parse_date(f"{asked.when.text} {style}".strip())
    except DateError:
        return None
    if when.start and when.start == when.end and when.start.precision is Precision.DAY:
        when = parse_date(when.first.isoformat())
    return asked._replace(when=when, is_certain=True)


def _sole_date(text: str) -> ParsedDate | None:
    asked = _usual_form(text) or find_date(text)
    if asked is None or any(sign.isdigit() for sign in text[: asked.start] + text[asked.end :]):
        return None
    return asked


def _span(text: str) -> ParsedDate | None:
    ends = [_sole_date(part) for part in _BETWEEN.split(_FROM.sub("", text, count=1))]
    points = [each.when for each in ends if each and each.when]
    if len(ends) != 2 or len(points) != 2:
        return None
    points.sort(key=lambda point: point.first)
    try:
        return ParsedDate(parse_date("/".join(point.text for point in points)), 0, 0, 0, len(text))
    except DateError:
        return None


def _asked(match: re.Match[str]) -> ParsedDate | None:
    parts = match.groupdict()
    month, day = _month_and_day(parts)
    if not parts.get("year") and not parts.get("decade") and not parts.get("century"):
        exists = _exists(month, day or 1) and (day or not parts.get("day"))
        return ParsedDate(None, month, day, *match.span()) if exists else None
    try:
        return ParsedDate(parse_date(_edtf(parts, month, day)), month, day, *match.span())
    except DateError:
        return None


def _exists(month: int, day: int) -> bool:
    """Return whether a month ever has this day."""
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _month_and_day(parts: dict[str, str | None]) -> tuple[int, int]:
    month = int(parts.get("number") or 0) or _MONTH.get((parts.get("month") or "")[:3].lower(), 0)
    return month, int(parts.get("day") or 0)


def _edtf(parts: dict[str, str | None], month: int, day: int) -> str:
    if decade := parts.get("decade"):
        return f"{decade}X"
    if century := parts.get("century"):
        return f"{int(century) - 1}XX"
    year = parts.get("year")
    if season := parts.get("season"):
        return f"{year}-{_SEASONS[season.lower()]}"
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}" if month else str(year)
