"""A fact or a quotation in relation to the time asked for: whether it lasted, began or ended then, and its weight."""

from datetime import date

from trotskyism_cli.library.dates.date_parsing import ParsedDate, find_date
from trotskyism_cli.library.dates.dated_facts import Moment, lasted_over
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.model import MINOR
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.happenings.row import begun_by, lasts_some_time, rank_of
from trotskyism_cli.views.wording.sentences import exact_date

HAPPENED = 10  # added for a happening, above any importance


def exactly(pack: Pack, moment: Moment) -> Moment:
    """Give a claim that is dated to a year the month or day that its sentence names."""
    fact = moment.fact
    if fact is None or fact.date is None or isinstance(fact.object, Date):
        return moment
    when = exact_date(pack, fact)
    if when and when.is_year and when.is_single and pack.relations[fact.relation].claim:
        said = find_date(fact_sentence(pack, fact))
        when = said.when if said and said.when and said.when.year == when.year else when
    return moment._replace(when=when) if when and when != fact.date else moment


def place(asked: ParsedDate, moment: Moment) -> tuple[bool, date, date, str]:
    """Sort key within a month or a year, by time; something that ended then stands at the last day of its end.

    Dates known only to the month come last in a month; dates known only to the year come first in a year.
    """
    end = end_within(asked, moment) if is_ended(asked, moment) else None
    point = end.start if end else moment.when.start
    is_month = asked.month > 0 and point is not None and point.precision is Precision.MONTH
    is_later = is_month or (asked.is_year and point is not None and point.precision is not Precision.YEAR)
    if end:
        return is_later, end.last, end.last, moment.sort_key[2]
    first, last, own_id = moment.sort_key
    return is_later, begun_by(moment.when) or first, last, own_id


def lasted(asked: ParsedDate, moment: Moment) -> bool:
    """Return whether something lasted beyond both ends of the time asked for."""
    is_over = is_long(moment) and any(lasted_over(moment.when, *days) for days in asked.readings)
    return is_over and end_within(asked, moment) is None


def is_long(moment: Moment) -> bool:
    return moment.fact is not None and lasts_some_time(moment.when)


def is_undated(moment: Moment) -> bool:
    """Return whether only the sentence of a fact has a date."""
    return moment.fact is not None and moment.fact.date is None


def is_written(moment: Moment) -> bool:
    """Return whether the day is only in the sentence of a fact that has another date or none."""
    return moment.fact is not None and moment.when != moment.fact.date and _is_of_days(moment.when)


def _is_of_days(when: Date) -> bool:
    """Return whether a date is a day, or a span from day to day."""
    return all(point and point.precision is Precision.DAY for point in (when.start, when.end))


def weight_of(pack: Pack, moment: Moment) -> int:
    """Weight of a moment: happenings above other facts, each by importance; quotations least."""
    if moment.fact and (rank := rank_of(pack, moment.fact)):
        return HAPPENED + rank
    return min(moment.fact.importance, pack.entries[moment.subject].importance) if moment.fact else MINOR


def end_within(asked: ParsedDate, moment: Moment) -> Date | None:
    """The date at which a long time begins or ends within the time asked for; None if both or neither do."""
    when = moment.when
    only_begins = moment.fact is not None and when.is_span and when.end is None
    if not (is_long(moment) or only_begins) or asked.when is None:
        return None
    first, last = asked.when.first, asked.when.last
    ends = [point for point in (when.start, when.end) if point and first <= point.first and point.last <= last]
    return Date(when.text, ends[0], ends[0], when.calendar) if len(ends) == 1 else None


def is_ended(asked: ParsedDate, moment: Moment) -> bool:
    """Return whether something began before the time asked for and ended within it."""
    end = end_within(asked, moment)
    return end is not None and end.start != moment.when.start
