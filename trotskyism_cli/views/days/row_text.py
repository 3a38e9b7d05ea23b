"""The text of a row of a day, a month or a year, and the date before it."""

import re

from trotskyism_cli.library.dates.date_parsing import ParsedDate
from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.pack.dates import MONTHS, Calendar, Date, gregorian_to_julian
from trotskyism_cli.pack.dates_in_words import date_short, date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.days.glosses import gloss_of, told_of_day
from trotskyism_cli.views.days.moments import (
    end_within,
    is_ended,
    is_long,
    is_written,
    weight_of,
)
from trotskyism_cli.views.days.row import DayRow
from trotskyism_cli.views.happenings.row import happening_of, rank_of
from trotskyism_cli.views.wording.beside_date import without_date
from trotskyism_cli.views.wording.headline import headline_of
from trotskyism_cli.views.wording.kept_date import words_with_date
from trotskyism_cli.views.wording.margins import margin_of
from trotskyism_cli.views.wording.sentences import first_sentence, sentences_of

OLD_STYLE = "Old Style"
NO_YEAR = 9999  # differs from every year, so that a date keeps its year
A_LINE = 90  # letters
_BORN_AND = lazy_regex(r"\bborn\b[^;:]*? and (?:came|grew|lived|was|went)\b")  # goes on about later years
_DOUBTS = lazy_regex(r"\bdoubts?\b")
_NIGHT = r"^On the night of (\d{1,2})–(\d{1,2}) ([A-Z][a-z]+ \d{4})(?: \([^()]*\))?,? "


def told_of(pack: Pack, moment: Moment) -> str:
    """The sentence of a moment, without its date."""
    if moment.quote:
        return f"{pack.entries[moment.quote.speaker].name}: “{moment.quote.text}”{doubt_of(moment.quote.doubtful)}"
    fact = moment.fact
    if fact is None:
        return ""
    if not fact.text and (happening := happening_of(pack, fact)):
        return happening.text
    return fact_sentence(pack, fact if fact.text else fact._replace(when=None))


def doubt_of(said: str) -> str:
    """A short note on a doubtful quotation; for a long one only a mark."""
    if not said:
        return ""
    sentences = sentences_of(said)
    best = next((each for each in sentences if _DOUBTS.search(each)), sentences[0])
    return f" Doubtful: {best}." if len(best) <= A_LINE or _DOUBTS.search(best) else " Doubtful in its wording."


def row_of(pack: Pack, asked: ParsedDate, moment: Moment, text: str) -> DayRow:
    """A row without the date in the heading; for a longer time with the rest of its date before it."""
    bare = without_date(text, moment.when)
    if asked.day:
        bare = _from_that_day(text, moment.when) or bare
    if asked.when is None:
        return DayRow(date_short(moment.when), f"{_day_in_old_style(asked, moment, bare)}{bare}")
    if asked.day:
        return DayRow("", _without_head(_that_night(without_date(bare, asked.when), asked.when), asked.when))
    margin = margin_asked(asked, moment)
    is_all_of_it = not asked.is_several_years and margin == margin_of(asked.when, asked.when.first.year)
    kept = words_with_date(fact_sentence(pack, moment.fact), moment.when) if moment.fact else ""
    return DayRow("" if is_all_of_it else margin, bare, kept=kept if kept in bare else "")


def _from_that_day(text: str, day: Date) -> str:
    """Reword "From 3 May 1917 …" as "From that day …"; empty if the sentence begins otherwise or has an end."""
    written = re.escape(date_words(day).partition(" (")[0])
    found = re.match(rf"From {written}(?: \([^()]*\))?,? (?!to\b|until\b)", text)
    return f"From that day {text[found.end() :]}" if found else ""


def _without_head(text: str, day: Date) -> str:
    """A sentence without the day in the heading: `that day` stands for it, at the end nothing. No quotation changes."""
    if "“" in text:
        return text
    written = rf"on {re.escape(date_words(day).partition(' (')[0])}(?: \([^()]*{OLD_STYLE}\))?"
    return re.sub(rf"\b{written}", "that day", re.sub(rf",? {written}(?=[.]?$)", "", text))


def _that_night(text: str, day: Date) -> str:
    """Reword "On the night of 3–4 May 1917 …": `That night …` on the 3rd; on the 4th only without the year."""
    found = re.match(_NIGHT, text)
    if found is None:
        return text
    first, last, month = found.groups()
    if date_words(day).startswith(f"{first} {month}"):
        return f"That night {text[found.end() :]}"
    if date_words(day).startswith(f"{last} {month}"):
        return f"On the night of {first}–{last} {month.partition(' ')[0]} {text[found.end() :]}"
    return text


def with_name(pack: Pack, moment: Moment, row: DayRow) -> DayRow:
    """The row of an event with its name set apart."""
    if pack.entries[moment.subject].kind is not Kind.EVENT or not (moment.fact and rank_of(pack, moment.fact)):
        return row
    return row._replace(name=row.text.partition(": ")[0], weight=weight_of(pack, moment))


def margin_asked(asked: ParsedDate, moment: Moment) -> str:
    """The date before a row, without the part that was asked for."""
    when = end_within(asked, moment) or moment.when
    if asked.when is None:
        return ""
    return margin_of(when, NO_YEAR if asked.is_several_years else asked.when.first.year)


def _day_in_old_style(asked: ParsedDate, moment: Moment, text: str) -> str:
    """`(28 November Old Style) ` for a happening that matches the day asked for only in Old Style.

    For one that matches in New Style and has both dates, the Old Style day, unless the text gives it.
    """
    days = moment.when.first, moment.when.last
    if asked.day and any((day.month, day.day) == (asked.month, asked.day) for day in days):
        return _also_in_old_style(moment.when, text)
    if not asked.day:
        return ""
    if all(gregorian_to_julian(day)[1:] != (asked.month, asked.day) for day in days):
        return ""
    return f"({asked.day} {MONTHS[asked.month]} Old Style) "


def _also_in_old_style(when: Date, text: str) -> str:
    if when.calendar is Calendar.PLAIN or when.is_span or OLD_STYLE in text:
        return ""
    _, month, day = gregorian_to_julian(when.first)
    return f"({day} {MONTHS[month]} {OLD_STYLE}) "


def _lasted_to_or_from(when: Date, told: Date) -> str:
    """` (until 1 April 1939)` or ` (from 17 July 1936)`: the end of a span other than `told`."""
    word, point = ("until", when.end) if told.start == when.start else ("from", when.start)
    return f" ({word} {date_words(told._replace(start=point, end=point)).partition(' (')[0]})"


def said_of_day(pack: Pack, asked: ParsedDate, moment: Moment, *, is_alone: bool) -> str:
    """What happened and what it was: the whole summary for the only event of a day (`is_alone`), else one sentence.

    For something that began or ended then, also how long it lasted and what happened on that day.
    """
    fact, whole = moment.fact, is_alone and bool(asked.day and asked.when)
    if fact and is_written(moment):
        return fact_sentence(pack, fact)
    entry = pack.entries[fact.subject] if fact else None
    if fact and pack.relations[fact.relation].role == Role.BORN and _BORN_AND.search(fact.text):
        fact = fact._replace(text="")
        moment = moment._replace(fact=fact)
    if fact and entry and entry.kind is Kind.EVENT and (happening := happening_of(pack, fact)):
        if (end := end_within(asked, moment)) and is_long(moment):
            which = "End" if is_ended(asked, moment) else "Beginning"
            text = f"{which} of {entry.phrase}{_lasted_to_or_from(moment.when, end)}"
            told = told_of_day(pack, entry, end)
            return f"{text}: {told}." if told else f"{text}: {entry.summary}" if whole else text
        return f"{happening.text}: {entry.summary if whole else f'{gloss_of(entry)}.'}"
    if fact and entry and isinstance(fact.object, Date) and not fact.text and entry.kind is Kind.PERSON:
        return f"{told_of(pack, moment).removesuffix('.')}: {first_sentence(entry.summary)}."
    text = capital(told_of(pack, moment))
    if fact and asked.is_year and pack.relations[fact.relation].role == Role.DIED and len(text) > A_LINE:
        return headline_of(pack, fact, text.removesuffix("."), moment.when)
    happening = happening_of(pack, fact) if fact and (asked.is_year or asked.is_several_years) else None
    has_date = happening is not None and str(happening.year) in without_date(text, moment.when)
    return happening.text if happening and has_date else text
