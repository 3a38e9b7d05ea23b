"""The edited views of people and of ideas in a span of time, of the built-in pack."""

from datetime import date
from itertools import pairwise

import pytest

from tests.every_for_tests import every, none
from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.screen.document import words
from trotskyism_cli.screen.time.axis import axis
from trotskyism_cli.views.periods.people_or_ideas import Span, view_of_ideas, view_of_people
from trotskyism_cli.views.periods.period import ALWAYS, PeriodView

YEAR = parse_date("1917")
SPANS: dict[str, Span] = {"always": ALWAYS, "1917": (YEAR.first, YEAR.last), "years": (YEAR.first, date(1924, 12, 31))}


def _people(library: Library, span: Span, *, everything: bool = False) -> PeriodView:
    moments = timeline(library, "", *span)
    return view_of_people(library.pack, library.ids_of_kind(Kind.PERSON), moments, span, everything=everything)


@pytest.mark.parametrize("span", SPANS)
def test_lives_are_in_order_of_birth_and_were_lived_then(library: Library, span: str) -> None:
    start, end = SPANS[span]
    lives = _people(library, (start, end)).lives
    born = [life.first for life in lives if life.first]

    assert born == sorted(born)
    assert every(life.last is None or life.last >= start for life in lives)
    assert {"lenin", "trotsky", "stalin"} <= {life.entry for life in lives}


def test_those_who_did_the_same_at_a_time_stand_in_one_row(library: Library) -> None:
    told = [each.text for each in _people(library, SPANS["1917"]).happenings]

    assert "Lenin and Trotsky led the October Revolution" in told
    assert "Kamenev and Zinoviev opposed the October Revolution" in told
    assert len(told) == len(set(told))


def test_nobody_is_said_to_be_born_in_the_year_of_a_book(library: Library) -> None:
    assert "lih-historian" not in {life.entry for life in _people(library, ALWAYS, everything=True).lives}


def test_everything_has_all_that_is_shown_by_itself(library: Library) -> None:
    some, every = _people(library, ALWAYS), _people(library, ALWAYS, everything=True)

    assert set(some.happenings) < set(every.happenings)
    assert {life.entry for life in some.lives} < {life.entry for life in every.lives}
    assert set(some.happenings) | set(some.rest) == set(every.happenings)


def test_an_idea_has_its_origin_its_works_and_who_took_it_up(library: Library) -> None:
    view = view_of_ideas(library.pack, ["permanent-revolution", "socialism-in-one-country"], ALWAYS)

    assert [(each.year, each.text) for each in view.happenings if each.year < 1928 and each.year != 1918] == [
        (1905, "Permanent revolution put forward by Trotsky"),
        (1906, "Permanent revolution set out in Results and Prospects"),
        (1924, "Socialism in One Country put forward by Stalin"),
        (
            1925,
            "Socialism in One Country adopted by the Fourteenth Conference of the Russian Communist Party",
        ),
    ]


def test_a_dispute_begins_in_the_year_that_the_book_names(library: Library) -> None:
    view = view_of_ideas(library.pack, ["issue-world-revolution"], ALWAYS)

    assert [(each.year, each.text) for each in view.happenings] == [(1924, "Dispute over world revolution")]


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_a_life_is_one_line(library: Library, width: int) -> None:
    view = _people(library, SPANS["years"])
    drawn = [words(each) for each in axis(view).draw(width)]

    assert drawn.index("") == len(view.lives) + 1
    assert every(len(each.rstrip()) <= width for each in drawn)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_within_a_year_lives_have_only_the_days_that_are_known(library: Library, width: int) -> None:
    view = _people(library, SPANS["1917"])
    drawn = [words(each) for each in axis(view).draw(width)]
    lives = drawn[1 : drawn.index("")]

    assert lives
    assert every("●" in each and "━" not in each for each in lives)
    assert none(day == YEAR.first for life in view.lives for day in life.days)


@pytest.mark.parametrize("year", [1905, 1917, 1927, 1940, 1953])
def test_what_is_only_dated_to_the_year_stands_last_or_behind_what_it_followed(library: Library, year: int) -> None:
    view = _people(library, (date(year, 1, 1), date(year, 12, 31)))
    bare = [each.is_bare for each in view.happenings if not (each.is_turn or each.after)]

    assert bare == sorted(bare)
    assert every(each.year == year for each in view.happenings)
    for before, each in pairwise(view.happenings):
        assert before.place <= each.place


def test_a_person_has_the_events_of_a_year_in_which_he_took_part(library: Library) -> None:
    view = _people(library, SPANS["1917"])
    told = [each.text for each in view.happenings]
    months = {life.entry: {day.month for day in life.days} for life in view.lives}

    assert {"Lenin's return to Russia", "Trotsky's return to Russia", "Lenin: the April Theses written"} <= set(told)
    assert "Lenin and Trotsky led the October Revolution" in told
    entered = ("Trotsky's entry into the Bolshevik Party", "Trotsky joined the Bolsheviks")
    assert sum(each in entered for each in told) == 1
    assert {4, 11} <= months["lenin"]
    assert 5 in months["trotsky"]
    assert 10 in months["kamenev"]


@pytest.mark.parametrize("year", [1905, 1917, 1927, 1938, 1940])
def test_every_row_with_a_date_has_its_mark_and_no_death_two_rows(library: Library, year: int) -> None:
    view = _people(library, (date(year, 1, 1), date(year, 12, 31)))
    days = {day for life in view.lives for day in life.days}
    told = [each.text for each in view.happenings]

    assert {each.first for each in view.happenings if each.margin} <= days
    assert none("took part in the assassination" in each or each == "Trotsky died" for each in told)


def test_a_trial_counts_for_the_accused_and_who_was_shot_did_not_just_die(library: Library) -> None:
    view = _people(library, (date(1938, 1, 1), date(1938, 12, 31)))
    marked = {life.entry: len(life.days) for life in view.lives}
    told = [each.text for each in view.happenings]

    assert marked["bukharin"] == 2
    assert {"Trial of the Twenty-One", "Bukharin shot"} <= set(told)
    assert none("born" in each or "member" in each for each in told)


def test_what_is_dated_to_a_year_stands_at_the_day_with_which_its_sentence_begins(library: Library) -> None:
    days = {each.text: each.margin for each in _people(library, SPANS["1917"]).happenings}

    assert days["Trotsky chaired the Petrograd Soviet"] == "8 Oct"
    assert days["Trotsky's entry into the Bolshevik Party"] == "8–16 Aug"
    assert days["Trotsky led the Military Revolutionary Committee"] == ""
