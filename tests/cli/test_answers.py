"""`search`, `compare`, `tree`, `links` and `quote` as they are typed, on a made-up field."""

import json

import pytest

from tests.cli.conftest import Run
from tests.cli.terminal_for_tests import AS_STARTED, Terminal
from tests.every_for_tests import every
from tests.printers_for_tests import PRINTERS


@pytest.fixture
def printers(run: Run) -> Run:
    """The program with the pack of the printers."""

    def start(*words: str, **settings: str | None) -> object:
        return run(*words, TROTSKYISM_PACK=str(PRINTERS), **settings)

    return start  # type: ignore[return-value]


def test_a_search_answers_counts_and_says_how_to_read_on(printers: Run) -> None:
    lines = printers("search", "who founded the printers' union").out.splitlines()

    assert lines[0] == "Answer: The Printers' Union was founded by Anna Adler and Emil Ebert."
    assert lines[2].startswith("1) Printers' Union (organisation")
    assert lines[-1] == "1 hit · read one: trotskyism show union"
    assert printers("search", "printers", "-n", "2").out.splitlines()[-1].startswith("2 of 12 hits · more: -n 12 · ")


def test_a_search_for_programs_has_no_answer_line(printers: Run) -> None:
    hits = json.loads(printers("search", "who founded the printers' union", "--json").out)

    assert set(hits[0]) == {"id", "kind", "name", "text", "facts", "score"}


@pytest.mark.parametrize("words", [("adler", "ebert"), ("adler to ebert",), ("ebert", "adler")])
def test_two_entries_win_over_a_title_that_holds_both(printers: Run, words: tuple[str, ...]) -> None:
    shown = printers("links", *words).out

    assert shown.partition(" (direct ties)\n")[0] in ("Anna Adler and Emil Ebert", "Emil Ebert and Anna Adler")
    also, differ = shown.splitlines()[-2:]
    assert also == "Also the title of a book: trotskyism links adler-to-ebert"
    assert differ.startswith("How they differ: trotskyism compare ")


def test_the_whole_title_is_the_work(printers: Run) -> None:
    assert "Otto Kern\tauthor" in printers("links", "from", "adler", "to", "ebert").out


def test_ties_of_two_for_programs_are_steps_from_one_to_the_other(printers: Run) -> None:
    steps = json.loads(printers("links", "adler", "ebert", "--json").out)

    assert {(step["from"], step["to"]) for step in steps} == {("adler", "ebert")}
    assert every(set(step) == {"from", "to", "fact", "event", "quote", "text"} for step in steps)


@pytest.mark.parametrize("name", ["adler", "ebert", "union"])
def test_ties_of_one_for_programs_are_the_rows_of_the_screen(printers: Run, name: str) -> None:
    rows = [line.split("\t") for line in printers("links", name).out.splitlines()[1:]]
    records = json.loads(printers("links", name, "--json").out)
    told = [(each["to"], each["tie"], str(each["first_year"] or ""), str(each["last_year"] or "")) for each in records]

    assert told
    assert sorted(told) == sorted((row[5], row[1], row[2], row[3]) for row in rows)


def test_a_chain_is_shown_only_where_there_is_no_direct_tie(printers: Run) -> None:
    assert printers("links", "adler", "federation").out.startswith(
        "Anna Adler and Federation of Printers (no direct tie · 2 steps)\n"
    )


def test_the_tree_of_a_person_is_that_of_their_body(printers: Run) -> None:
    shown = printers("tree", "adler").out

    assert shown.startswith("Anna Adler (descent)\n▶ founded, led or chaired by Anna Adler\n")
    assert "came from: Printers' League (1840)\n1848 became: ▶ Printers' Union, founded, led 1848–1860\n" in shown
    assert "Union Press" not in shown
    assert "Union Press" in printers("tree", "adler", "--parts").out
    record = json.loads(printers("tree", "adler", "--json").out)
    assert (record["id"], [each["id"] for each in record["further"]]) == ("adler", ["union"])


def test_a_body_without_a_tree_has_its_own_history_and_where_to_read_on(run: Run) -> None:
    shown = run("tree", "german-communist-party").out

    assert shown.startswith("Communist Party of Germany (descent)\n")
    assert "What it was part of: trotskyism tree comintern\n" in shown
    assert "Fourth International" not in shown
    assert "Communist Party of Germany" in run("tree", "german-communist-party", "--parts").out
    assert "Its ties" not in run("tree", "german-communist-party", "--parts").out


def test_no_heading_says_that_nothing_came_before(run: Run) -> None:
    shown = run("tree", "lazimir").out

    assert "came from" not in shown
    assert "1917 ▶ Military Revolutionary Committee, chaired\n" in shown


@pytest.mark.parametrize(("body", "whose"), [("lssp", "it"), ("militant", "its forebear")])
def test_a_section_has_its_own_tree_and_history_and_the_way_to_its_whole(run: Run, body: str, whose: str) -> None:
    first, *shown = run("tree", body).out.splitlines()[1:]

    assert "part of the Fourth International" in first
    assert "Its history:" in shown
    assert f"What {whose} was part of: trotskyism tree fourth-international" in shown


def test_who_has_no_tree_is_told_so(printers: Run) -> None:
    ended = printers("tree", "blank")

    assert ended.code == 1
    assert ended.err == (
        "The book tells of no body that Bruno Blank founded, led or joined. "
        "See whom and what they are tied to: trotskyism links blank\n"
    )


def test_three_names_are_too_many(printers: Run) -> None:
    ended = printers("compare", "adler", "ebert", "kern")
    pairs = [f"trotskyism compare {pair}" for pair in ("adler ebert", "adler kern", "ebert kern")]

    assert (ended.code, ended.err) == (2, f"Two names at a time: {', '.join(pairs[:2])} or {pairs[2]}\n")


def test_one_row_of_a_comparison_is_asked_for_by_its_number(printers: Run) -> None:
    whole = printers("compare", "adler", "and", "ebert").out.splitlines()
    one = printers("compare", "adler", "and", "ebert", "2").out.splitlines()

    assert [row.partition("\t")[0] for row in one] == ["Question", "Each other"]
    assert one[1].split("\t")[:3] == whole[2].split("\t")[:3]
    assert len(json.loads(printers("compare", "adler", "ebert", "2", "--json").out)["points"]) == 1


def test_a_row_that_is_not_there_is_refused(printers: Run) -> None:
    ended = printers("compare", "adler", "ebert", "99")

    assert ended.code == 1
    assert ended.err == "There is no row 99; the last one is 7: trotskyism compare adler ebert\n"


def test_no_fragment_is_quoted_by_chance(printers: Run) -> None:
    assert every("ink and bread" not in printers("quote", "adler", "--random").out for _ in range(8))
    assert "ink and bread" in printers("quote", "adler").out


@pytest.mark.parametrize("columns", [80, 40])
def test_on_a_terminal_the_number_of_a_hit_opens_it(environment: dict[str, str], columns: int) -> None:
    settings = {**environment, "TROTSKYISM_PACK": str(PRINTERS), "PAGER": "cat"}
    terminal = Terminal(["search", "printers", "union"], settings, columns)
    terminal.wait_for("Enter leaves: ")
    terminal.press("1\r")
    shown = terminal.wait_for("Enter leaves: ")
    terminal.press("\r")
    terminal.end()

    assert "show union words" in shown.replace("\n", " ")
    assert terminal.process.exitstatus == 0


def test_escape_leaves_the_question_which_hit_to_read(environment: dict[str, str]) -> None:
    settings = {**environment, "TROTSKYISM_PACK": str(PRINTERS), "PAGER": "cat"}
    terminal = Terminal(["search", "printers", "union"], settings, 80, program=AS_STARTED)
    terminal.wait_for("Enter leaves: ")
    terminal.press("\x1b")
    terminal.end()

    assert terminal.process.exitstatus == 0


def test_nothing_is_asked_after_an_answer_of_one_line(environment: dict[str, str]) -> None:
    settings = {**environment, "TROTSKYISM_PACK": str(PRINTERS), "PAGER": "cat"}
    terminal = Terminal(["search", "who", "shot", "adler"], settings, 80)
    terminal.see("masked man")
    terminal.end()

    assert terminal.process.exitstatus == 0


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("who shot adler", "masked man"),
        ("trotskyism show ebert", "Emil Ebert"),
        ("9", "There is no hit 9"),
        ("ls -la", "no command"),
    ],
)
def test_what_is_typed_after_hits_is_not_lost(environment: dict[str, str], typed: str, shown: str) -> None:
    settings = {**environment, "PAGER": "cat"}
    words = ["--pack", str(PRINTERS), "search", "printers", "union"]
    terminal = Terminal(words, settings, 80)
    terminal.wait_for("Enter leaves: ")
    terminal.press(f"{typed}\r")
    assert shown in terminal.wait_for("Enter leaves: ")  # also after words
    terminal.press("\r")
    terminal.end()


def test_hits_that_take_the_place_of_others_are_left_at_once(environment: dict[str, str]) -> None:
    settings = {**environment, "TROTSKYISM_PACK": str(PRINTERS), "PAGER": "cat"}
    terminal = Terminal(["search", "printers", "union"], settings, 80)
    terminal.wait_for("Enter leaves: ")
    terminal.press("search machines hands\r")
    terminal.wait_for("Enter leaves: ")
    terminal.press("\r")
    terminal.end()

    assert terminal.process.exitstatus == 0
