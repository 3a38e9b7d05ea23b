"""`timeline` as a reader asks for it: a month, the field itself, a year; what happened, and each thing once."""

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("month", "told"),
    [
        ("october 1917", "7 Nov 1917: ★ October Revolution (25 October Old Style)"),
        ("february 1917", "8–12 Mar 1917: ★ February Revolution (23–27 February Old Style)"),
    ],
)
def test_a_month_is_one_of_either_calendar(run: Run, month: str, told: str) -> None:
    shown = run("timeline", *month.split()).out

    assert shown.startswith(f"{month.capitalize()}, in either calendar")
    assert told in shown


def test_of_what_is_only_dated_in_the_new_calendar_a_month_is_that_alone(run: Run) -> None:
    shown = run("timeline", "january", "1919").out

    assert shown.startswith("January 1919 (1919)")
    assert "Feb 1919" not in shown
    assert "Polish–Soviet War" not in shown  # of 1919, and no more is known


def test_the_field_itself_has_its_main_line(run: Run) -> None:
    shown = run("timeline", "trotskyism").out

    assert shown.startswith("Trotskyism (1903–1953)")
    assert "1905: ★ Permanent revolution put forward by Trotsky" in shown
    assert "15 Oct 1923: ★ Left Opposition founded" in shown
    assert "Nov 1953: ★ Split of the Fourth International" in shown


def test_opinions_and_births_are_no_rows_of_a_year_but_with_all(run: Run) -> None:
    for year, told in (("1953", "Isaac Deutscher"), ("1905", "Pierre Frank born"), ("1905", "counts 562 delegates")):
        assert told not in run("timeline", year).out
        assert told in run("timeline", year, "--all").out


def test_one_happening_is_one_row(run: Run) -> None:
    of_1940, mexico, china = (run("timeline", each).out for each in ("1940", "mexico", "china"))

    assert "Apr 1940: Split of the Socialist Workers Party; Workers Party (United States) founded\n" in of_1940
    assert of_1940.count("Apr 1940") == 1
    assert of_1940.count("Workers Party (United States)") == 1
    assert "21 Aug 1940" not in of_1940
    assert mexico.count("Dewey Commission") == 1
    assert china.count("12 Apr 1927") == 1


def test_a_row_stands_at_the_day_of_its_sentence(run: Run) -> None:
    shown = run("timeline", "october", "revolution").out

    assert "23 Oct 1917: Ten members of the Bolshevik Central Committee voted for a rising" in shown


def test_what_was_renamed_has_its_whole_name(run: Run) -> None:
    assert "1933: International Left Opposition renamed International Communist League\n" in run("timeline", "1933").out


def test_an_event_of_which_little_is_told_by_itself_is_the_years_in_which_it_lasted(run: Run) -> None:
    shown = run("timeline", "russian", "civil", "war").out

    assert shown.startswith("Russian Civil War (1918–1920)")
    assert "3 Mar 1918: ★ Peace of Brest-Litovsk" in shown
    assert "condemned the October Revolution" not in shown


def test_a_chapter_is_asked_for_by_its_number(run: Run) -> None:
    (title, *rows), (_, *named) = (
        run("timeline", *words).out.splitlines() for words in (("chapter", "12"), ("legend",))
    )

    assert title.startswith(run("summary", "12").out.splitlines()[0].partition(" (")[0])
    assert rows == named != []


@pytest.mark.parametrize("words", [("1924", "1917"), ("1924-1917",), ("1924", "to", "1917")])
def test_two_years_the_wrong_way_round_are_the_span_between_them(run: Run, words: tuple[str, ...]) -> None:
    assert run("timeline", *words).out == run("timeline", "1917-1924").out


def test_a_policy_has_what_happened_in_its_years(run: Run) -> None:
    shown = run("timeline", "war", "communism").out

    assert shown.startswith("War Communism (1918–1921)")
    assert "Kronstadt rebellion" in shown


def test_an_idea_without_a_date_has_what_its_chapter_has(run: Run) -> None:
    shown = run("timeline", "five", "elements").out

    assert shown.startswith("The five elements (")
    assert "Founding of the Fourth International" in shown


def test_a_place_that_has_no_entry_has_only_what_is_told_of_it(run: Run) -> None:
    shown = run("timeline", "italy").out

    assert "ambassador in Italy" in shown
    assert "Kamenev was born" not in shown


def test_an_event_of_which_little_is_told_has_what_happened_about_its_time(run: Run) -> None:
    shown = run("timeline", "founding", "of", "the", "fourth", "international").out

    assert "3 Sep 1938: ★ Founding of the Fourth International" in shown
    assert "Mar 1938: Trial of the Twenty-One" in shown


def test_a_body_is_founded_before_it_is_led(run: Run) -> None:
    shown = run("timeline", "militant").out

    assert shown.index("Militant founded") < shown.index("Led by Grant")
