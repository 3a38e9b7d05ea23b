"""Exports, through the real program."""

import csv
import json
import os
import re
import stat
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import ReadyProgram, Run, modules_loaded
from tests.conftest import ROOT
from trotskyism_cli.export.registry import FORMATS

pytestmark = pytest.mark.long

REVOLUTION = str(ROOT / "tests" / "packs" / "french-revolution")
NAMES = [form.name for form in FORMATS]


def needs_its_library(name: str) -> None:
    module = next(form.needs for form in FORMATS if form.name == name)
    if module:
        pytest.importorskip(module, reason=f"{module} is not installed; make readers does")


@pytest.fixture(scope="module")
def exported(shared_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two folders with a file of each format that can be written here: made by programs with other hash seeds."""
    folders = []
    for turn in "12":
        folder = tmp_path_factory.mktemp(turn)
        folders.append(folder)
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TROTSKYISM_CACHE": str(shared_cache)}
        with closing(ReadyProgram(PYTHONHASHSEED=turn)) as program:
            for form in FORMATS:  # by a seed whose questions a small pack has at once: for others it must look long
                if form.needs and find_spec(form.needs) is None:
                    continue
                file = folder / form.name
                words = ["--pack", REVOLUTION, "export", form.name, "-n", "12", "--seed", "2", "-o", str(file)]
                code, out, err = program.run(words, b"", environment, folder)
                assert (code, out) == (0, b"")
                assert err.decode().startswith(f"12 questions written: {file}")
    return folders


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_bytes_whatever_the_clock_and_the_hash_seed(
    exported: list[Path], name: str
) -> None:
    needs_its_library(name)
    one, other = ((folder / name).read_bytes() for folder in exported)

    assert one == other


@pytest.mark.parametrize("name", [*NAMES, "book", "graph", "timeline"])
def test_every_format_has_help_with_two_examples(run: Run, name: str) -> None:
    ended = run("export", name, "--help")

    assert ended.code == 0
    assert ended.out.count(f"trotskyism export {name}") >= 2


def test_questions_are_written_without_what_reads_a_pack_or_draws_the_book(
    run: Run, environment: dict[str, str]
) -> None:
    words = ["--pack", REVOLUTION, "export", "moodle-xml", "-n", "2"]
    assert run(*words).code == 0  # so that the pack is compiled
    program = [sys.executable, "-X", "importtime", "-m", "trotskyism_cli", *words]
    done = subprocess.run(program, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = modules_loaded(done.stderr)

    assert "trotskyism_cli.export.moodle" in loaded
    assert not loaded & {"yaml", "http.client", "trotskyism_cli.export.book", "trotskyism_cli.screen.entries.cards"}


def handed_in(path: Path, name: str, items: list[dict[str, object]], *right: bool) -> None:
    """What the page of a class test gives at its end, as it was before it told topics."""
    answers = [
        {
            "question": item["id"],
            "stem": item["stem"],
            "key": "yes",
            "chosen": "yes" if each else None,
            "right": each,
            "seconds": 90,
        }
        for item, each in zip(items, right, strict=True)
    ]
    head = {"format": "trotskyism class results 1", "pack": "trotskyism", "pseudonym": name, "seed": 3, "taken": ""}
    path.write_text(json.dumps({**head, "answers": answers}))


def test_a_report_on_a_class_test_has_the_marks_and_the_topics_and_names_files_that_do_not_count(
    run: Run, tmp_path: Path
) -> None:
    items = [json.loads(line) for line in run("export", "json", "legend", "-n", "2", "--seed", "3").out.splitlines()]
    handed_in(tmp_path / "a.json", "fox", items, True, True)
    handed_in(tmp_path / "b.json", "owl <b>", items, True, False)
    handed_in(tmp_path / "c.json", "fox", items, False, False)
    handed_in(tmp_path / "d.json", "", items, False, False)
    (tmp_path / "e.json").write_text("{}")
    shown = run("class", "report", *(f"{name}.json" for name in "abcde"))
    page = run("class", "report", "a.json", "b.json", "b.json", "--html")
    none = run("class", "report", "d.json", "e.json")

    assert (shown.code, page.code, none.code) == (1, 0, 1)
    assert "\nfox\t2\t2\t100\t3\t\nowl <b>\t1\t2\t50\t3\t2\n" in shown.out
    assert "The struggle after Lenin, 1922–1929\t4\t75%" in shown.out
    assert "no answer names a topic" not in shown.out
    assert "- fox: c.json and a.json are two papers of one examination; c.json is left out." in shown.out
    assert "- d.json does not say whose it is. Write a name" in shown.out
    assert "- e.json is not what a learner hands in" in shown.out
    assert "<td>owl &lt;b&gt;</td><td>1</td><td>2</td><td>50</td>" in page.out
    assert "owl &lt;b&gt;: b.json and b.json say the same; it counts once." in page.out
    assert none.out == ""
    assert len(none.err.splitlines()) == 2


def test_a_file_is_never_written_over_unasked(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "questions.gift"
    file.write_text("mine")
    words = ("--pack", REVOLUTION, "export", "gift", "-n", "3", "-o", str(file))

    refused = run(*words)
    kept = file.read_text()
    forced = run(*words, "--force")

    assert refused.code == 2
    assert "--force" in refused.err
    assert kept == "mine"
    assert forced.code == 0
    assert file.read_text().startswith("$CATEGORY")


def test_nothing_is_left_behind_when_nothing_fits_or_nothing_can_be_written(run: Run, tmp_path: Path) -> None:
    none = run("--pack", REVOLUTION, "export", "gift", "sourdough", "-o", str(tmp_path / "a.gift"))
    nowhere = run("--pack", REVOLUTION, "export", "gift", "-n", "1", "-o", str(tmp_path / "no" / "a.gift"))
    folder = run("--pack", REVOLUTION, "export", "gift", "-n", "1", "-o", str(tmp_path))

    assert (none.code, nowhere.code, folder.code) == (1, 1, 2)
    assert len(nowhere.err.splitlines()) == 1
    assert [each.name for each in tmp_path.iterdir() if "gift" in each.name or "part" in each.name] == []


@pytest.mark.skipif(not hasattr(os, "umask") or os.name == "nt", reason="permissions are those of Unix")
def test_others_may_read_what_the_user_would_let_them_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.gift"
    run("--pack", REVOLUTION, "export", "gift", "-n", "1", "-o", str(file))
    plain = tmp_path / "plain"
    plain.touch()

    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_topics_kinds_responses_and_difficulty_narrow_an_export(run: Run) -> None:
    ended = run("export", "json", "legend", "-n", "5", "--response", "choice", "--difficulty", "easy")
    items = [json.loads(line) for line in ended.out.splitlines()]

    assert items
    assert {item["response"] for item in items} == {"choice"}
    assert {item["difficulty"] for item in items} == {"easy"}


def test_an_export_has_the_questions_that_the_bank_prints(run: Run) -> None:
    words = ("-n", "20", "--seed", "8")

    assert (
        run("--pack", REVOLUTION, "export", "json", *words).out
        == run("--pack", REVOLUTION, "questions", "--json", *words).out
    )


def test_another_seed_gives_other_questions(run: Run) -> None:
    words = ("--pack", REVOLUTION, "export", "text", "-n", "12", "--seed")

    assert run(*words, "4").out != run(*words, "5").out


def test_fewer_questions_than_were_asked_for_are_said(run: Run) -> None:
    ended = run("--pack", REVOLUTION, "export", "gift", "-n", "10000", "--response", "typed")

    assert ended.err == f"{ended.out.count('::[plain]')} questions written. There are no more that fit.\n"


def test_a_collection_is_the_whole_bank_and_a_test_says_of_how_many_it_is(run: Run) -> None:
    pack = ("--pack", REVOLUTION, "export")
    every = len(run(*pack, "json", "-n", "100000").out.splitlines())

    for form, lines in (("json", every), ("csv", every + 1)):
        ended = run(*pack, form)
        assert len(list(csv.reader(StringIO(ended.out))) if form == "csv" else ended.out.splitlines()) == lines
        assert ended.err == f"All {every} questions written.\n"
    assert run(*pack, "gift").err == f"10 of {every} questions (-n sets how many) written.\n"
    assert run(*pack, "gift", "-n", "10").err == ""
    assert "How many questions; else all." in run("export", "csv", "--help").out
    assert "How many questions; else 10." in run("export", "gift", "--help").out


@pytest.mark.parametrize(
    ("name", "form", "begins"),
    [
        ("book", "markdown", '<a id="book">'),
        ("book", "html", "<!doctype html>"),
        ("book", "json", "{"),
        ("graph", "dot", "digraph"),
        ("graph", "mermaid", "flowchart"),
        ("graph", "json-ld", '{"@context"'),
        ("timeline", "ics", "BEGIN:VCALENDAR"),
        ("timeline", "csv", "\ufeffid,"),
    ],
)
def test_the_reference_is_written_in_every_form(run: Run, tmp_path: Path, name: str, form: str, begins: str) -> None:
    file = tmp_path / "file"
    shown = run("--pack", REVOLUTION, "export", name, "--format", form)
    saved = run("--pack", REVOLUTION, "export", name, "--format", form, "-o", str(file))

    assert (shown.code, saved.code, saved.out) == (0, 0, "")
    assert shown.out.startswith(begins)
    assert file.read_bytes().decode() == shown.out


def test_a_graph_around_an_entry_and_a_timeline_of_some_years_are_smaller(run: Run) -> None:
    whole, part = run("export", "graph").out, run("export", "graph", "miliukov").out
    years = run("export", "timeline", "--from", "1917", "--to", "1917", "--format", "csv").out

    assert 0 < len(part) < len(whole) / 2
    assert '"milyukov"' in part
    assert "1917" in years
    assert run("export", "timeline", "--from", "1990", "--to", "1917").code == 2
    calendar = run("export", "timeline", "--from", "1917", "--to", "1924")
    assert calendar.out.count("BEGIN:VEVENT") > 50
    assert "of what went on for more than a season" in calendar.err
    assert run("export", "graph", "nobody at all").code == 1


def test_only_short_questions_are_taken_as_many_as_were_asked_for(run: Run, tmp_path: Path) -> None:
    reader = pytest.importorskip("openpyxl", reason="openpyxl is not installed; make readers does")
    pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed; make readers does")
    file = tmp_path / "game.xlsx"

    ended = run("export", "kahoot", "-n", "40", "-o", str(file))

    assert ended.code == 0
    assert ended.err.startswith(f"40 questions written: {file}")
    rows = list(reader.load_workbook(file).active.iter_rows(min_row=2, values_only=True))
    assert len({row[0] for row in rows}) > 35
    assert max(len(row[0]) for row in rows) <= 120


def test_a_response_that_a_format_has_no_room_for_is_refused_in_words(run: Run) -> None:
    ended = run("export", "quizizz", "--response", "order")

    assert ended.code == 2
    assert "quizizz has no room" in ended.err
    assert "choice, several" in ended.err


def test_an_option_that_would_do_nothing_is_no_option(run: Run) -> None:
    assert run("export", "gift", "--variants", "2").code == 2
    assert run("export", "html", "--separator", ";").code == 2


def test_tables_are_separated_as_they_are_asked_to_be(run: Run) -> None:
    table = run("--pack", REVOLUTION, "export", "csv", "-n", "3", "--separator", ";", "--no-bom").out
    moments = run("--pack", REVOLUTION, "export", "timeline", "--format", "csv", "--separator", "tab", "--no-bom").out

    assert table.startswith("id;chapter;")
    assert moments.startswith("id\tfirst_day\t")


def test_variants_are_the_same_exam_for_the_same_seed(run: Run) -> None:
    words = ("--pack", REVOLUTION, "export", "typst", "-n", "8", "--seed", "3", "--variants")
    two, again, three = (run(*words, count).out for count in "223")

    assert two == again
    assert (two.count("#variant("), three.count("#variant(")) == (2, 3)


def test_the_key_to_a_test_goes_to_a_file_of_its_own(run: Run, tmp_path: Path) -> None:
    words = ("--pack", REVOLUTION, "export", "text", "-n", "3", "--title", "Week 3", "-o", "test.txt", "--key")
    same, made = run(*words, "test.txt"), run(*words, "key.txt")
    test, key = ((tmp_path / name).read_text() for name in ("test.txt", "key.txt"))

    assert (same.code, made.code) == (2, 0)
    assert "give the key another name" in same.err
    assert made.err.startswith("3 questions written: test.txt; the key: key.txt")
    assert run(*words, "key.txt", "--force").code == 0
    assert run(*words, "key.txt").code == 2
    assert test.startswith("Week 3\n======\n")
    assert key.startswith("Week 3: answers\n")
    assert "answers" not in test


def test_a_test_of_another_pack_names_that_pack_in_the_command_that_asks_the_same(run: Run) -> None:
    written = " ".join(run("--pack", REVOLUTION, "export", "markdown", "-n", "2").out.replace("\\", "").split())

    assert f"in a terminal: trotskyism --pack {REVOLUTION} quiz -n 2 --seed 0 " in written


def test_cards_that_come_with_questions_are_counted(run: Run, tmp_path: Path) -> None:
    words = ("--pack", REVOLUTION, "export", "anki-update", "-n", "2", "-o")
    with_cards, alone = run(*words, "a.tsv"), run(*words, "b.tsv", "--no-cards")
    lines, without = ((tmp_path / name).read_text().splitlines() for name in ("a.tsv", "b.tsv"))

    number = len(lines) - len(without)
    assert number > 20
    assert with_cards.err.startswith(f"2 questions written: a.tsv. Beside them {number} cards of facts and quotations")
    assert alone.err == "2 questions written: b.tsv\n"


@pytest.mark.parametrize(("form", "name", "better"), [("quizizz", "g.xlsx", "g.csv"), ("kahoot", "g.csv", "g.xlsx")])
def test_no_table_is_named_as_a_spreadsheet_or_the_other_way_round(
    run: Run, tmp_path: Path, form: str, name: str, better: str
) -> None:
    ended = run("export", form, "-n", "2", "-o", name)

    assert ended.code == 2
    assert f"name it {better}" in ended.err
    assert not (tmp_path / name).exists()


RANGES = "How many loaves?{#1..3}\n\nHow many rolls?{#1.5..2.5}\n\nHow many in all, in round figures?{#12}\n"


@pytest.mark.parametrize(
    ("form", "told"), [("mkdocs-quiz", "1 question"), ("qti", "2 questions"), ("gift", "3 questions")]
)
def test_a_range_goes_only_where_each_number_of_it_can_be_right(run: Run, tmp_path: Path, form: str, told: str) -> None:
    (tmp_path / "bank.gift").write_text(RANGES)
    run("import", "bank.gift", "-o", "mine")

    assert "unknown" not in run("--pack", "mine", "export", "text").out  # the licence that nobody named
    assert f"{told} written" in run("--pack", "mine", "export", form, "-n", "3", "--response", "typed", "-o", "out").err


def test_a_timeline_of_a_pack_without_events_tells_what_has_a_date(run: Run, tmp_path: Path) -> None:
    run("pack", "new", "mine")
    for path in (tmp_path / "mine").glob("*.yaml"):
        path.write_text(path.read_text().replace('"1759-10-26"', '"0476-09-04"').replace('"1794-04-05"', '"05XX"'))
    ended = run("--pack", "mine", "timeline", "--from", "400", "--to", "1000")

    assert "4 Sep 476" in ended.out
    assert "400–0" not in ended.out


def test_a_second_pack_with_the_id_of_one_that_went_to_anki_is_named(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("pack", "new", name)
        head = tmp_path / name / "pack.yaml"
        head.write_text(re.sub(r"^id: .*$", "id: my-pack", head.read_text(), count=1, flags=re.MULTILINE))
    first, again, other = (
        run("--pack", name, "export", "anki-update", "-n", "2", "-o", file)
        for name, file in (("one", "a.tsv"), ("one", "b.tsv"), ("two", "c.tsv"))
    )

    assert "“my-pack” too" not in first.err + again.err
    assert "has the id “my-pack” too, and went to Anki before" in other.err
    assert (tmp_path / "a.tsv").read_bytes() == (tmp_path / "b.tsv").read_bytes()
    assert "'my-pack' is the id of the example" in run("pack", "check", "two").out


def test_questions_for_which_a_game_has_no_room_are_counted(run: Run, tmp_path: Path) -> None:
    options = [f"option_{number}" for number in range(1, 7)]
    rows = [["question", *options, "right"], ["Which is flat?", "Pita", "Bagel", *"abcd", "1"]]
    rows += [["Which is a ring?", "Bagel", "Pita", "", "", "", "", "1"]]
    (tmp_path / "t.csv").write_text("\n".join(map(",".join, rows)))
    run("import", "t.csv", "-o", "mine")
    few = run("--pack", "mine", "export", "quizizz", "-n", "2", "-o", "g.csv")

    assert few.err.splitlines()[-1] == (
        "1 question written: g.csv. Passed over: 1 question for which quizizz has no room. There are no more that fit."
    )
    written = (tmp_path / "g.csv").read_text()
    assert ("Which is flat?" in written, "Which is a ring?" in written) == (False, True)
