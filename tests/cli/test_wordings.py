"""What single commands say: of a date, of an export, of names that nothing ties."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.every_for_tests import none


def test_of_a_day_no_line_repeats_its_date_and_nobody_has_two(run: Run) -> None:
    told = run("on", "7", "november", "1917").out.splitlines()

    assert told[0].startswith("7 November 1917 (25 October")
    points = [each for each in told if each.startswith("- ")]
    assert points[0].startswith("- October Revolution: ")
    assert none(re.search(r"\b[Oo]n 7 November 1917", each) for each in points)
    assert sum("Martov" in each[:40] for each in points) <= 1


def test_of_a_year_each_happening_has_one_row_and_each_date_stands_once(run: Run) -> None:
    happened, _, said = run("on", "1905").out.partition("\nSaid and argued:\n")
    rows = happened.splitlines()

    assert sum("St. Petersburg Soviet" in each and "arrest" in each.casefold() for each in rows) == 1
    bloody = next(each for each in rows if "Bloody Sunday. " in each)
    assert bloody.startswith("22 Jan: Bloody Sunday. Troops in St. Petersburg fired")
    assert none(re.match(r"(\d+) (\w{3}): .*\b\1 \2\w* 1905", each) for each in rows)
    assert "argued that" not in happened
    assert "Parvus wrote that" in said
    assert "after Apr 1939: C. L. R. James and Trotsky discussed" in run("on", "1938").out


def test_of_a_day_without_anything_the_days_beside_it_are_told(run: Run) -> None:
    ended = run("on", "3", "may", "1922")

    assert ended.code != 0
    assert ended.out.startswith("3 May 1922\nThe book has nothing for that day itself.\n")
    assert "\nbefore 27 Mar 1922: Lenin called the New Economic Policy a retreat, and told the Eleventh" in ended.out
    assert "\nafter 8 Jun – 7 Aug 1922: Trial of the Socialist Revolutionaries\n" in ended.out


def test_of_names_without_a_direct_tie_is_told_where_they_meet_all_the_same(run: Run) -> None:
    told = run("links", "lenin", "kadets").out

    assert told.startswith("Vladimir Lenin and Constitutional Democratic Party (no direct tie)\n")
    assert "In common: Council of People's Commissars:\n" in told
    assert "On 11 December 1917 (28 November Old Style) the Soviet government declared the Kadets" in told
    far = run("links", "petrichenko", "kornilov").out
    assert re.search(r"Nearest in time:\n- .*Kornilov.*\n- Stepan Petrichenko, a clerk", far)
    assert "--chain" not in far  # it would take many steps, which is no story beside what they have in common
    assert "1) " in run("links", "lenin", "kadets", "--chain").out


def test_the_quotations_are_a_list_too(run: Run) -> None:
    told = run("list", "quotations").out

    assert told == run("quote").out
    assert re.match(r"\d+ quotations \(in order of time · one by chance: trotskyism quote --random\)\n", told)
    assert "[V. I. Lenin, " not in told


def test_an_export_says_what_it_wrote_and_a_wrong_format_which_are_like_it(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "book.md"
    ended = run("export", "book", "-o", str(file))

    assert re.fullmatch(rf"\d\.\d MB written: {re.escape(str(file))}\n", ended.err)
    wrong = run("export", "mood")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err.startswith("There is no format “mood”. Did you mean: moodle-xml")
    assert run("export", "foo").err == "There is no format “foo”. All: trotskyism export --help\n"  # no word is like it


@pytest.mark.parametrize(
    ("words", "read", "title"),
    [
        ("trotsky polotics", "Read “polotics” as “politics”.", "Leon Trotsky (politics)"),
        ("trotsky work", "Read “work” as “works”.", "Leon Trotsky (works)"),
        ("trotskys lif", "Read “trotskys” as Leon Trotsky. Read “lif” as “life”.", "Leon Trotsky (life)"),
        ("left opposition", "", "Left Opposition (1923–1938 · faction)"),
    ],
)
def test_a_misspelt_part_of_a_card_is_read_as_one(run: Run, words: str, read: str, title: str) -> None:
    shown = run("show", *words.split())

    assert shown.err.strip() == read
    assert shown.out.startswith(title)


def test_questions_on_paper_name_no_kinds_of_the_program(run: Run) -> None:
    told = run("questions", "-n", "3").out

    assert told.startswith("3 questions\n")
    assert re.search(r"^(easy|medium|hard)$", told, re.MULTILINE)  # of what an author wrote, no kind
    made = run("questions", "-n", "3", "--kind", "who").out
    assert len(re.findall(r"^people · (?:easy|medium|hard)$", made, re.MULTILINE)) == 3


def test_a_plan_is_its_questions_in_their_order(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", str(tmp_path), "study", "--plan").out

    assert re.search(r"^What a study session would ask now \(\d+ new\)\nAll of it is new to you: .*\n1\) ", told)
    assert "asked to recognise" not in told
    assert "chapter: " not in told


def test_a_slip_in_a_kind_or_a_month_is_answered_with_what_was_meant(run: Run) -> None:
    assert "Did you mean: trotskyism list people" in run("list", "peple").err
    assert "Did you mean: trotskyism on 7 november" in run("on", "7", "novmber").err
    assert "Did you mean" not in run("on", "31", "febuary").err  # there is no such day either


def test_what_is_like_no_name_has_no_hint(run: Run) -> None:
    assert "Did you mean" not in run("show", "xyzzy").err


def test_a_chapter_is_found_by_a_title_with_another_number(run: Run) -> None:
    assert run("summary", "two", "minutes").out == run("summary", "five", "minutes").out != ""
