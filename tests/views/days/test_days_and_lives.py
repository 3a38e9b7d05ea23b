"""Bodies of a year as bars, what began in a month, and births beside what came of somebody."""

from datetime import date

from tests.every_for_tests import none
from trotskyism_cli.library.dates.date_parsing import read_date
from trotskyism_cli.library.dates.dated_facts import on_date, timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.views.days.day import day_view
from trotskyism_cli.views.periods.period import period_view


def test_a_body_that_lived_for_a_good_part_of_a_year_has_a_bar_before_a_new_office(library: Library) -> None:
    span = date(1917, 1, 1), date(1917, 12, 31)
    bars = period_view(library.pack, timeline(library, "", *span), *span).bars

    assert [bar.entry for bar in bars] == ["first-world-war", "provisional-government"]


def test_what_lasted_from_a_month_on_stands_behind_the_days_of_that(library: Library) -> None:
    asked = read_date("1917", date.max)
    assert asked
    groups = dict(day_view(library.pack, asked, on_date(library, asked)).groups)
    margins = [row.margin for row in groups["Month by month"]]

    assert margins.index("12 Mar") < margins.index("15 Mar") < margins.index("Mar – May")


def test_a_birth_tells_nothing_of_what_came_later(library: Library) -> None:
    asked = read_date("18 march 1940", date.max)
    assert asked
    groups = dict(day_view(library.pack, asked, on_date(library, asked)).groups)

    assert any("was born" in row.text for row in groups[""])
    assert none("grew up" in row.text for row in groups[""])
