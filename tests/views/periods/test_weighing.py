"""What a screen has of some years and of a life: whose doing it was, and how much the book tells of it."""

import re

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.screen.document import Picture, words
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.time.views import timeline_document
from trotskyism_cli.views.happenings.of_facts import happenings_of
from trotskyism_cli.views.happenings.outcomes import with_outcome
from trotskyism_cli.views.happenings.policies import policies
from trotskyism_cli.views.happenings.row import beside_date
from trotskyism_cli.views.periods.event import view_of_event
from trotskyism_cli.views.periods.filling import facts_between, with_facts
from trotskyism_cli.views.periods.period import PeriodView, period_view
from trotskyism_cli.views.periods.weighing import thirds_of


def _span(library: Library, years: str) -> PeriodView:
    span = parse_date(years)
    moments = (*timeline(library, "", span.first, span.last), *policies(library))
    return period_view(library.pack, moments, span.first, span.last)


def _life(library: Library, name: str) -> PeriodView:
    return period_view(library.pack, timeline(library, name), around=library.resolve(name).entry or "")


def _told(view: PeriodView, width: int = 80) -> str:
    _, picture = timeline_document("It", view).blocks
    assert isinstance(picture, Picture)
    lines = [words(line) for line in picture.draw(width)]
    assert len(lines) < SCREEN
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("trotsky", "Trotsky's entry into the Bolshevik Party"),
        ("trotsky", "Chaired the Petrograd Soviet"),
        ("trotsky", "October Revolution"),
        ("trotsky", "Expulsion of Trotsky and Zinoviev from the party"),
        ("trotsky", "Assassination of Trotsky; died on 21 Aug"),
        ("lenin", "What Is to Be Done? published"),
    ],
)
def test_a_life_has_its_own_doings_and_turning_points(library: Library, name: str, told: str) -> None:
    assert told in _told(_life(library, name))


def test_what_only_happened_in_the_world_makes_room_for_them(library: Library) -> None:
    assert "Hitler's coming to power" not in _told(_life(library, "trotsky"))


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ("1917/1924", "New Economic Policy ─"),
        ("1930/1936", "The Revolution Betrayed published"),
        ("1930/1936", "Popular Front ─"),
        ("1930/1936", "Left Opposition renamed International Communist League"),
    ],
)
def test_some_years_have_what_the_book_tells_most_of(library: Library, years: str, told: str) -> None:
    assert told in _told(_span(library, years))


def test_on_a_narrow_screen_the_bars_are_not_the_shortest(library: Library) -> None:
    told = _told(_span(library, "1930/1936"), 40)

    assert "Norway ◀━" in told
    assert none(f"{each} ─" in told or f"{each} ━" in told for each in ("Great Purge", "Moscow Trials"))  # of one year


def test_what_a_bar_tells_of_has_no_row(library: Library) -> None:
    view = _span(library, "1936")

    assert not {bar.fact for bar in view.bars} & {each.fact.id for each in view.happenings}


def test_an_election_says_what_came_of_it(library: Library) -> None:
    span = parse_date("1930-09-14")
    [election] = happenings_of(library.pack, timeline(library, "reichstag election 1930", span.first, span.last))

    assert with_outcome(library.pack, election).text == "Reichstag election: the Nazis rose from 12 seats to 107"


def test_a_birth_only_fills_a_year_and_is_told_in_short(library: Library) -> None:
    span = parse_date("1923")
    moments = timeline(library, "", span.first, span.last)
    found = [each.text for each in facts_between(library.pack, span.first, span.last, moments)]

    assert "Ernest Mandel born" in found
    assert every("born" in each for each in found[found.index("Ernest Mandel born") :])


def test_an_event_has_what_happened_about_it(library: Library) -> None:
    view = view_of_event(library, "october-revolution", timeline(library, "october revolution"))
    told = [each.text for each in view.happenings]

    assert (view.first_year, view.last_year) == (1917, 1917)
    assert {"October Revolution", "Second All-Russian Congress of Soviets", "Russian Revolution"} <= {*told}
    assert "Mensheviks founded" not in told


def test_an_event_of_years_is_a_bar_with_its_parts_below(library: Library) -> None:
    view = view_of_event(library, "moscow-trials", timeline(library, "moscow trials"))

    assert [bar.text for bar in view.bars] == ["Moscow Trials"]
    assert "Moscow Trials" not in [each.text for each in view.happenings]
    assert "Trial of the Seventeen" in [each.text for each in view.happenings]


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ("1938/1963", "1963 Jun Reunification congress of the Fourth International"),
        ("1938/1963", "1951 Aug – Sep Third World Congress of the Fourth International"),
        ("1938/1963", "1938 Mar – Apr Transitional Programme written"),
    ],
)
def test_a_span_has_its_two_ends_and_what_the_chief_bodies_did(library: Library, years: str, told: str) -> None:
    assert told in _told(_span(library, years))


@pytest.mark.parametrize(("year", "told"), [("1914", "First World War"), ("1848", "Springtime of the Peoples")])
@pytest.mark.parametrize("width", [40, 80])
def test_where_no_axis_is_drawn_what_lasted_is_a_row(library: Library, year: str, told: str, width: int) -> None:
    assert _told(_span(library, year), width).count(told) == 1


def test_what_is_only_known_to_end_in_a_year_says_in_which(library: Library) -> None:
    assert "War Communism, until 1921" in [bar.text for bar in _span(library, "1921").bars]


def test_what_is_only_known_to_begin_in_a_year_is_no_bar_of_it(library: Library) -> None:
    view = _span(library, "1917")

    assert none("editor of Pravda" in bar.note for bar in view.bars)
    told = [each.text for each in view.happenings]
    assert told.index("Bukharin, editor of Pravda") > told.index("October Revolution")  # from the end of the year on


def test_beside_its_years_no_bar_says_again_when_it_ended(library: Library) -> None:
    narrow = _told(_span(library, "1921"), 40)

    assert "War Communism" in narrow
    assert "War Communism, until" not in narrow


@pytest.mark.parametrize("years", ["1933/1940", "1930/1940", "1935/1938"])
def test_of_what_has_a_bar_the_first_part_comes_before_the_others(library: Library, years: str) -> None:
    texts = [each.text for each in _span(library, years).by_weight]

    assert texts.index("Trial of the Sixteen") < texts.index("Trial of the Twenty-One")


@pytest.mark.parametrize("years", ["1933/1940", "1930/1939", "1935/1941"])
def test_some_years_have_the_outbreak_of_a_war_that_outlasted_them(library: Library, years: str) -> None:
    assert "Second World War" in _told(_span(library, years))


def _filled(library: Library, years: str) -> str:
    """What a screen has of some years, with facts that are no happenings."""
    span = parse_date(years).first, parse_date(years).last
    moments = timeline(library, "", *span, everything=False)
    view = period_view(library.pack, (*moments, *policies(library)), *span)
    return _told(with_facts(library.pack, view, span, moments, everything=False, with_words=False))


@pytest.mark.parametrize("years", ["1953/2020", "1900/1960", "1930/2000"])
def test_each_third_of_more_than_a_generation_has_something(library: Library, years: str) -> None:
    begin, last = map(int, years.split("/"))
    rows = _filled(library, years).partition("turning point")[2]
    told = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", rows)]

    assert every(any(first <= year < end for year in told) for first, end in thirds_of((begin, last)))


def test_no_fact_of_a_day_takes_the_room_of_a_turning_point(library: Library) -> None:
    assert "7 Nov October Revolution" in _filled(library, "1900/1960")


@pytest.mark.parametrize(
    ("name", "when", "told"),
    [
        ("Solidarity in Poland, 1980–81", "1980-08/1981-12", "Solidarity in Poland"),
        ("Portuguese Revolution of 1974–75", "1974/1975", "Portuguese Revolution"),
        ("rehabilitations of 1988", "1988", "Rehabilitations"),
        ("crisis of 1923", "1923", "Crisis of 1923"),
        ("Solidarity in Poland, 1980–81", "1989", "Solidarity in Poland, 1980–81"),
    ],
)
def test_no_year_stands_twice_in_a_row(name: str, when: str, told: str) -> None:
    assert beside_date(name, parse_date(when)) == told
