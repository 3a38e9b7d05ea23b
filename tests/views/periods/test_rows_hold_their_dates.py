"""A row of a timeline that is part of a sentence is that part of it which has the date of the row."""

import re
from collections.abc import Sequence
from datetime import date

import pytest

from trotskyism_cli.library.dates.date_parsing import read_date
from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import NAMED_YEAR, parse_date
from trotskyism_cli.pack.relation import Role
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.periods.filling import with_facts
from trotskyism_cli.views.periods.period import period_view
from trotskyism_cli.views.wording.headline import headline_of
from trotskyism_cli.views.wording.kept_date import words_with_date

FIRST, LAST = date(1840, 1, 1), date(2026, 12, 31)


@pytest.fixture(scope="module")
def rows(library: Library) -> Sequence[Happening]:
    """All that happened, each also in short."""
    moments = timeline(library, "", FIRST, LAST)
    view = period_view(library.pack, moments, FIRST, LAST, everything=True)
    view = with_facts(library.pack, view, (FIRST, LAST), moments, everything=True, with_words=True)
    return view.happenings


def _years(text: str) -> set[int]:
    return {int(year) for year in NAMED_YEAR.findall(text)}


def test_a_row_that_is_cut_names_another_year_only_beside_its_own_date(
    library: Library, rows: Sequence[Happening]
) -> None:
    cut = [each for each in rows if each.whole]
    assert len(rows) > 800
    assert len(cut) > 200
    for each in cut:
        own = set(range(each.year, each.when.last.year + 1))
        named, sentence = _years(each.text), fact_sentence(library.pack, each.fact)
        first, kept = NAMED_YEAR.search(sentence), words_with_date(sentence, each.when)
        is_begun_with = first is not None and int(first[0]) in own
        is_beside_it = bool(kept) and kept in each.text
        is_dated = bool(own & _years(sentence))  # else the date is that of the whole
        holds = not named or named & own or is_begun_with or is_beside_it or not is_dated
        assert holds, f"{each.when.text}: {each.text}"


def test_a_row_that_is_cut_has_the_words_beside_its_date(library: Library, rows: Sequence[Happening]) -> None:
    for each in (each for each in rows if each.whole):
        is_death = library.pack.relations[each.fact.relation].role == Role.DIED  # told in words of its own
        kept = words_with_date(fact_sentence(library.pack, each.fact), each.when)
        assert kept in each.text or is_death or each.text.endswith(" died"), f"{each.when.text}: {each.text}"


def test_nobody_is_killed_on_the_day_on_which_he_died_later(rows: Sequence[Happening]) -> None:
    assert [each.text for each in rows if "Stolypin" in each.text and each.when.text == "1911-09-18 NS"] == [
        "Pyotr Stolypin died"
    ]


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("9 Nov 1932", "Nadezhda Alliluyeva"),
        ("18 Oct 1926", "The New York Times"),
        ("27 Dec 1922", "in a note"),
        ("1928", "turned against"),
    ],
)
def test_what_only_the_end_of_a_sentence_dates_is_told_of_that(rows: Sequence[Happening], when: str, told: str) -> None:
    asked = _days_of(when)
    assert any(told in each.text for each in rows if (each.when.first, each.when.last) == asked)


def _days_of(text: str) -> tuple[date, date]:
    asked = read_date(text, date.max)
    assert asked
    assert asked.when
    return asked.when.first, asked.when.last


@pytest.mark.parametrize(
    ("sentence", "when", "kept"),
    [
        ("On 7 November 1917 the Bolsheviks seized power; Kerensky fled.", "1917-11-07", ""),
        (
            "The Bolsheviks seized power on 7 November 1917 (25 October Old Style), and Kerensky fled.",
            "1917-11-07",
            "seized power",
        ),
        ("He led it until 1927; in 1928 he turned against it.", "1928", "he turned"),
        ("He was born in Paris on 9 June 1920, and died on 16 January 2008.", "2008-01-16", "and died"),
        ("After the strikes of 1905 he fled, and came back in 1917.", "1905", ""),
        ("He founded it, and led it.", "1917", ""),
        ("It met on the night of 7–8 November 1917 in Smolny.", "1917-11-08", "It met"),
    ],
)
def test_the_words_that_a_date_goes_with(sentence: str, when: str, kept: str) -> None:
    assert words_with_date(sentence, parse_date(when)) == kept


def test_a_death_is_told_of_the_fact_that_tells_of_a_birth_too(library: Library) -> None:
    told = "The French Trotskyist Pierre Lambert was born in Paris on 9 June 1920, and died on 16 January 2008."
    fact = library.pack.facts["pierre-lambert.life"]._replace(text=told)
    text = fact_sentence(library.pack, fact).removesuffix(".")
    assert headline_of(library.pack, fact, text, parse_date("2008-01-16")) == "Pierre Lambert died"
    assert re.match(r".* born\b", headline_of(library.pack, fact, text, parse_date("1920-06-09")))
