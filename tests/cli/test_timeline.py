"""`timeline` as a reader asks for it: a month, the field itself, a year; what happened, and each thing once."""

import re

import pytest

from tests.cli.conftest import Run
from tests.every_for_tests import none


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

    assert shown.startswith("January 1919\n")
    assert "Feb 1919" not in shown
    assert "Polish–Soviet War" not in shown  # of 1919, and no more is known


def test_a_span_of_which_the_last_year_is_cut_is_titled_by_whole_years(run: Run) -> None:
    assert run("timeline", "1917-24") == run("timeline", "1917-1924")
    assert run("on", "1917-24") == run("on", "1917–1924")
    assert run("timeline", "lenin", "1921–23").out.startswith("Vladimir Lenin (1921–1923)")


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

    assert "Apr 1940: ★ Split of the Socialist Workers Party; Workers Party (United States) founded\n" in of_1940
    assert of_1940.count("Apr 1940") == 1
    assert of_1940.count("Workers Party (United States)") == 1
    assert "21 Aug 1940" not in of_1940
    assert mexico.count("Dewey Commission") == 1
    assert china.count("12 Apr 1927") == 1


def test_a_policy_that_an_event_introduced_is_told_by_that_alone(run: Run) -> None:
    of_1921, of_1928 = (run("timeline", each).out for each in ("1921", "1928"))

    assert of_1921.count("New Economic Policy") == 1
    assert "Mar 1921: Introduction of the New Economic Policy\n" in of_1921
    assert "1921–1929: New Economic Policy\n" in of_1928


def test_what_two_facts_tell_of_one_day_is_one_row(run: Run) -> None:
    for span in ("1923", "1917-1924"):
        assert run("timeline", *span.split()).out.count("Lenin asked Trotsky to defend") == 1


def test_what_begins_alike_on_unlike_days_or_for_years_is_told_of_each(run: Run) -> None:
    shown = run("timeline", "1917-1924").out

    assert re.search(r"\nNov 1917 – 1923: In the Soviet .* Stalin was People's Commissar for Nationalities;", shown)
    assert "1919–1922: Stalin was also People's Commissar of State Control" in shown


def test_what_had_begun_before_some_months_is_no_row_of_them(run: Run) -> None:
    shown = re.sub(r"\x1b\[\d*m", "", run("timeline", "may", "1937", FORCE_COLOR="1", COLUMNS="80").out)
    rows, _, meanwhile = shown.partition("Meanwhile: ")

    assert rows.startswith("May 1937\n")
    assert "May Days of Barcelona" in rows
    assert "Great Purge" not in rows
    assert "Great Purge (1936–1938) · Spanish Civil War (1936–1939)" in " ".join(meanwhile.split())


def test_what_a_body_did_is_told_with_its_name(run: Run) -> None:
    shown = run("timeline", "fourth", "international").out

    assert "Sep 1938: Adopted the Transitional Programme\n" in shown
    assert "1938–1940: Led by Trotsky\n" in shown  # done to it, and not by it
    assert "1903: The Mensheviks broke with the Bolsheviks\n" in run("timeline", "mensheviks").out


def test_a_row_stands_at_the_day_of_its_sentence(run: Run) -> None:
    shown = run("timeline", "october", "revolution").out
    chinese = run("timeline", "1921").out

    assert "23 Jul 1921: The founding congress of the Chinese Communist Party opened in Shanghai\n" in chinese

    assert "23 Oct 1917: Ten members of the Bolshevik Central Committee voted for a rising" in shown


def test_what_was_renamed_has_its_whole_name(run: Run) -> None:
    assert "1933: International Left Opposition renamed International Communist League\n" in run("timeline", "1933").out


def test_an_event_of_which_little_is_told_by_itself_is_the_years_in_which_it_lasted(run: Run) -> None:
    shown = run("timeline", "russian", "civil", "war").out

    assert shown.startswith("Russian Civil War (1918–1920)")
    assert "3 Mar 1918: ★ Peace of Brest-Litovsk" in shown
    assert "condemned the October Revolution" not in shown


def test_a_chapter_is_asked_for_by_its_number_and_has_what_happened_to_its_entries(run: Run) -> None:
    title, *rows = run("timeline", "chapter", "13").out.splitlines()

    assert title.startswith(run("summary", "13").out.splitlines()[0].partition(" (")[0])
    assert any(
        row.startswith("19 Nov 1924: Stalin called Trotsky's special part in the October uprising") for row in rows
    )
    assert none("Trotsky lived" in row for row in rows)  # the lives of its people are not its matter


def test_a_chapter_that_has_years_in_its_title_has_these(run: Run) -> None:
    title, *rows = run("timeline", "chapter", "15").out.splitlines()

    assert title == "The road to the Fourth International, 1930–1940"
    for told in ("6 Apr 1930: Founding of the", "3 Sep 1938: ★ Founding", "20 Aug 1940: ★ Assassination"):
        assert any(row.startswith(told) for row in rows)


def test_a_policy_has_its_own_years_and_no_cause_of_a_cause(run: Run) -> None:
    shown = run("timeline", "third period").out

    assert shown.startswith("Third Period (1928–1935)")
    assert "1928–1934: Third Period" in shown
    assert "First World War" not in shown


def test_what_an_idea_brought_about_is_told_by_its_name(run: Run) -> None:
    shown = run("timeline", "stalinism").out

    assert "Led to by" not in shown
    assert "1936–1938: ★ Great Purge" in shown


def test_an_idea_has_what_is_told_first_in_its_chapter(run: Run) -> None:
    shown = run("timeline", "stalinism").out

    assert "Collectivisation of Soviet agriculture" in shown
    assert "Trotsky: The Revolution Betrayed written" in shown


def test_an_event_that_lasted_has_what_happened_in_its_place(run: Run) -> None:
    shown = run("timeline", "spanish civil war").out

    for told in ("17 Jul 1936: The garrisons of", "POUM sat in the government of Catalonia", "Murder of Nin"):
        assert told in shown


@pytest.mark.parametrize(
    ("town", "others"),
    [
        ("petrograd", ("Trotsky's expulsion", "Expulsion of Trotsky", "Halifax")),
        ("moscow", ("International Left Opposition", "German October", "Expulsion of Trotsky")),
    ],
)
def test_a_town_has_only_what_was_there(run: Run, town: str, others: tuple[str, ...]) -> None:
    shown = run("timeline", town, "--all").out

    assert not [each for each in others if each in shown]
    assert ("Moscow rising" if town == "moscow" else "October Revolution") in shown


def test_two_works_are_no_span_of_time(run: Run) -> None:
    shown = run("timeline", "mandel").out

    assert "1962: Marxist Economic Theory published" in shown
    assert "1972: Late Capitalism published" in shown
    assert "1962–1972" not in shown


def test_an_event_and_its_own_sentence_are_one_row(run: Run) -> None:
    assert "convicted under the Smith Act" not in run("timeline", "cannon").out


def test_a_row_does_not_repeat_the_date_in_its_margin(run: Run) -> None:
    assert (
        "27 Feb 1940: Trotsky dated his Testament 27 February and added a last passage" in run("timeline", "1940").out
    )
    assert "2 Sep – 19 Dec 1936: Trotsky was interned in Norway from 2 September" in run("timeline", "1936").out


def test_a_month_tells_nothing_twice(run: Run) -> None:
    of_1927, of_1963, of_1940 = (run("on", *each.split()).out for each in ("november 1927", "june 1963", "august 1940"))

    assert "Also in that time" not in of_1927  # that Trotsky and Zinoviev were expelled
    assert of_1927.count("21 Nov") == 1  # of one letter
    assert of_1963.count("United Secretariat") == 1
    assert "21 Aug" not in of_1940  # he died of what is told of the day before
    assert "museum" not in of_1940  # of 1990


def test_a_day_that_has_nothing_of_its_own_says_so(run: Run) -> None:
    assert "The book has nothing for that day itself." in run("on", "12 july 1935").out
    assert "The book has nothing" not in run("on", "7 november 1917").out


def test_a_sentence_of_a_year_has_the_place_that_it_refers_to(run: Run) -> None:
    assert "Saigon, appeared for the city elections" in " ".join(run("on", "1933").out.split())


@pytest.mark.parametrize("words", [("1924", "1917"), ("1924-1917",), ("1924", "to", "1917")])
def test_two_years_the_wrong_way_round_are_the_span_between_them(run: Run, words: tuple[str, ...]) -> None:
    ended = run("timeline", *words)

    assert ended.out == run("timeline", "1917-1924").out
    assert ended.err == "Read “1924–1917” as 1917–1924.\n"


def test_years_the_wrong_way_round_without_a_command_are_told_of_too(run: Run) -> None:
    assert run("1924-1917").err == "Read “1924–1917” as 1917–1924.\n"
    assert run("1917-1924").err == ""


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


def test_a_day_is_told_once_also_where_something_stands_before_who_did_it(run: Run) -> None:
    joffe, farms = run("on", "november", "1927").out, run("on", "february", "1930").out

    assert "16 Nov: Gravely ill, the Soviet diplomat Adolf Joffe shot himself in protest" in joffe
    assert "half of all peasant farms in the Soviet Union had been collectivised by that day" in farms


def test_the_birth_of_a_historian_is_no_neighbour_of_what_happened(run: Run) -> None:
    shown = run("on", "august", "1940").out

    assert "after 22 Jun 1941: German attack on the Soviet Union" in shown
    assert "Fitzpatrick" not in shown


@pytest.mark.parametrize(
    ("words", "title", "last"),
    [
        ("1917-", "1917–2024", "Jun 2024: "),
        ("since 1938", "1938–2024", "Jun 2024: "),
        ("--from 1953", "1953–2024", "Jun 2024: "),
        ("until 1905", "1613–1905", "20–31 Dec 1905: "),
        ("before 1848", "1613–1847", "Jun 1847: "),
        ("trotsky since 1929", "Leon Trotsky (1929–", ""),
    ],
)
def test_a_span_with_one_end_goes_as_far_as_the_book(run: Run, words: str, title: str, last: str) -> None:
    shown = run("timeline", *words.split()).out

    assert shown.startswith(title)
    assert f"\n{last}" in shown
    assert "1917: ★ October" not in shown or title.startswith(("1917", "1613"))


@pytest.mark.parametrize("years", ["9999", "2100", "since 2050", "--from 2100"])
def test_what_has_no_end_is_nothing_of_a_time_of_which_the_book_knows_nothing(run: Run, years: str) -> None:
    ended = run("timeline", *years.split())

    assert ended.code == 1
    assert ended.err.startswith("The book has nothing for ")
    assert "Before: June 2024" in ended.err


@pytest.mark.parametrize(
    ("asked", "same"),
    [
        ("what happened between 1923 and 1927", "1923-1927"),
        ("what happened from 1905 to 1907", "1905-1907"),
        ("what happened after 1953", "after 1953"),
    ],
)
def test_what_happened_in_some_years_is_their_timeline(run: Run, asked: str, same: str) -> None:
    assert run(*asked.split()) == run("search", *asked.split()) == run("timeline", *same.split())


@pytest.mark.parametrize(
    ("years", "cause", "effect"),
    [
        ("1903-1907", "★ Split of the Russian Social Democrats", "chief founder of the Mensheviks"),
        ("1905-1906", "26 Oct 1905: St. Petersburg Soviet founded", "16 Dec 1905: Arrest of the St. Petersburg Soviet"),
    ],
)
def test_what_came_of_an_event_stands_behind_it(run: Run, years: str, cause: str, effect: str) -> None:
    shown = run("timeline", years).out

    assert 0 < shown.index(cause) < shown.index(effect)


def test_a_month_of_which_little_is_told_has_what_only_began_or_ended_in_it(run: Run) -> None:
    shown = run("timeline", "july", "1917").out

    days = re.findall(r"\n(\S+) Jul 1917: ", shown)
    assert days == ["1", "16–18", "20", "21"]
    assert "Prince Georgy Lvov" in shown
    assert run("timeline", "january", "1924").out.count("Lenin's body was laid in a tomb") == 1


def test_in_a_pipe_the_whole_has_all_that_is_dated(run: Run) -> None:
    for way in ((), ("--all",)):
        rows = re.findall(r"\n(?:\S+ )*(\d{4}): ", run("timeline", *way).out)
        assert max(map(int, rows)) > 2020
