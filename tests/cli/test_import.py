"""`import` as a teacher uses it: out of one program, into a pack, and asked."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.imports.reading_for_tests import CASES, key, options
from trotskyism_cli.imports.platforms.gift import read_gift
from trotskyism_cli.imports.tables.table import read_table

FRENCH = ("--pack", str(Path(__file__).parent.parent / "packs" / "french-revolution"))


def test_questions_go_out_as_gift_and_come_back_as_a_pack_that_is_asked(run: Run, tmp_path: Path) -> None:
    choices = ("-n", "20", "--seed", "1", "--response", "choice", "--response", "several")
    run(*FRENCH, "export", "gift", *choices, "-o", "out.gift")
    ended = run("import", "out.gift", "-o", "mine")

    assert ended.code == 0
    assert "20 questions of 20 in mine; 0 left out." in ended.err
    assert "No problems: " in run("pack", "check", "mine").out
    asked = run("--pack", "mine", "quiz", "-n", "3", given="1\n2\n1\n")
    assert asked.out.splitlines()[-1].startswith("Score: ")


def test_gift_and_tables_bring_back_stems_options_and_keys(run: Run, tmp_path: Path) -> None:
    words = ("-n", "30", "--seed", "4", "--response", "choice")
    gift = read_gift(run(*FRENCH, "export", "gift", *words).out)
    text = run(*FRENCH, "export", "csv", *words).out
    table = read_table(text.removeprefix("\ufeff"))
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))

    assert gift.left_out == table.left_out == []
    for one, other, row in zip(gift.questions, table.questions, rows, strict=True):
        assert (one.stem, one.own_id) == (other.stem, other.own_id) == (row["question"], row["id"])
        assert options(one) == options(other)
        assert key(one) == key(other) == [row["answer"]]


def test_nothing_is_written_over_unasked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_text(
        "question,option_1,option_2,option_3,right\nWho wrote this work?,Marx,Kant,Hume,1\n"
    )
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("kept")

    assert run("import", "q.csv", "-o", "mine").code == 2
    assert run("import", "q.csv", "-o", "mine", "--force").code == 0
    assert (tmp_path / "mine" / "notes.txt").read_text() == "kept"


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("q.doc", b"x", 2, "in none of the formats that are known"),
        ("q.gift", "Was ist größer?{=a ~b}".encode("cp1252"), 1, "--encoding: windows-1252"),
        ("none.gift", None, 1, "cannot be read"),
        ("empty.gift", b"", 1, "empty.gift is empty."),
        ("odd.csv", b"\xff\xfe\x00,\x00\n", 1, "No columns question"),
        ("odd.csv", b"a\x00,\x00b\x00\n\x00", 1, "utf-16-le"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_line(
    run: Run, tmp_path: Path, name: str, content: bytes | None, code: int, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ended = run("import", name, "-o", "mine")

    assert ended.code == code
    assert said in ended.err
    assert not (tmp_path / "mine").exists()


def test_the_report_says_what_became_of_each_question(run: Run, tmp_path: Path) -> None:
    ended = run("import", str(CASES / "gift" / "g09-kinds.gift"), "-o", "mine")
    told = json.loads(run("import", str(CASES / "gift" / "g09-kinds.gift"), "-o", "other", "--json").out)

    assert "g09-kinds.gift:11: left out: an essay; a pack asks what can be marked" in ended.out
    assert "4 questions of 7 in mine; 3 left out." in ended.err
    assert "quiz --response choice --response typed --response match" in ended.err
    assert told["found"] == 7
    assert [each["line"] for each in told["read"]] == [1, 5, 7, 9]
    assert [each["line"] for each in told["left_out"]] == [3, 11, 13]
    asked = run("--pack", "mine", "quiz", "--response", "typed", "--seed", "1", given="1760\n1760\n")
    assert asked.out.splitlines()[-1].startswith("Score: 1/2")


def test_partial_credit_counts_in_part(run: Run, tmp_path: Path) -> None:
    run("import", str(CASES / "gift" / "g01-partial-credit.gift"), "-o", "mine")
    asked = run("--pack", "mine", "quiz", given="Spelt\n")
    (item,) = map(json.loads, run("--pack", "mine", "questions", "--json").out.splitlines())

    assert asked.out.splitlines()[-1] == "Score: 0/1 (50% with what was right in part)"
    assert sorted(item["credits"]) == [0.0, 0.0, 0.5, 1.0]


def test_a_mended_bank_keeps_what_was_learnt(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bank.gift").write_bytes((CASES / "reimport" / "bank-v1.gift").read_bytes())
    run("import", "bank.gift", "-o", "mine")
    before = json.loads(run("--pack", "mine", "list", "--json").out)
    (flat,) = (each for each in before["questions"] if each["stem"] == "Which loaf is flat?")
    run("--pack", "mine", "quiz", "-n", "2", "--seed", "1", given="Pita\nChallah\n")
    (tmp_path / "bank.gift").write_bytes((CASES / "reimport" / "bank-v2.gift").read_bytes())
    assert run("import", "bank.gift", "-o", "mine").code == 2
    assert run("import", "bank.gift", "-o", "mine", "--force").code == 0
    after = json.loads(run("--pack", "mine", "list", "--json").out)
    answered = {
        fact
        for session in json.loads(run("--pack", "mine", "history", "--json").out)
        for review in json.loads(run("--pack", "mine", "history", str(session["number"]), "--json").out)["reviews"]
        for fact in review["facts"]
    }

    assert len(after["questions"]) == 3
    assert set(flat["about"]) <= answered
    assert flat["about"] == next(each["about"] for each in after["questions"] if each["id"] == flat["id"])
    new = next(each for each in after["questions"] if each["stem"].startswith("Which grain"))
    assert not answered & set(new["about"])


def test_a_pack_that_is_spoilt_is_not_written_over(run: Run, tmp_path: Path) -> None:
    run("import", str(CASES / "reimport" / "bank-v1.gift"), "-o", "mine")
    (tmp_path / "mine" / "entries.yaml").write_text("entries: []\n")
    ended = run("import", str(CASES / "reimport" / "bank-v2.gift"), "-o", "mine", "--force")

    assert ended.code == 1
    assert "mend it first" in ended.err
    assert (tmp_path / "mine" / "entries.yaml").read_text() == "entries: []\n"


def test_what_was_written_by_hand_is_kept_when_a_mended_bank_is_imported(run: Run, tmp_path: Path) -> None:
    bank = tmp_path / "bank.gift"
    bank.write_text("Which is flat?{=Pita ~Brioche}\n\nWhich is braided?{=Challah ~Baguette}\n")
    run("import", "bank.gift", "-o", "mine")
    written = tmp_path / "mine" / "questions.yaml"
    notes = written.read_text().replace("Marked wrong in the file that it comes from.", "Mine: it is a brioche.", 1)
    written.write_text(
        notes.replace("The file that this question comes from gives no explanation.", "Mine too.", 1) + "# a word\n"
    )
    bank.write_text("Which is plaited?{=Challah ~Baguette}\n\nWhich of these is flat?{=Pita ~Brioche}\n")
    ended = run("import", "bank.gift", "-o", "mine", "--force")

    assert "Mine: it is a brioche." in written.read_text()
    assert "Mine too." in written.read_text()
    assert "# a word" in (tmp_path / "mine" / "questions.yaml.v1").read_text()
    assert "questions.yaml.v1" in ended.err
    assert run("pack", "check", "mine").code == 0


@pytest.mark.parametrize("form", ["gift", "moodle-xml", "mkdocs-quiz", "csv", "qti"])
def test_what_an_import_fills_in_does_not_go_out(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "bank.gift").write_text("Which is flat?{=Pita ~Brioche#It is high ~Challah}\n")
    run("import", "bank.gift", "-o", "mine")
    run("--pack", "mine", "export", form, "-n", "1", "-o", "out")
    out = (tmp_path / "out").read_bytes()

    assert b"Marked wrong" not in out
    assert b"gives no explanation" not in out
    if form != "qti":  # which is compressed
        assert b"It is high" in out


def test_a_refused_file_has_a_report_in_json_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"%PDF-1.7")
    result = run("import", "notes.pdf", "-o", "mine", "--json")
    told = json.loads(result.out)

    assert result.code == 1
    assert "a PDF" in told["error"]
    assert told["error"] in result.err
    assert (told["found"], told["read"], told["left_out"], told["pack"]) == (0, [], [], None)
    assert not (tmp_path / "mine").exists()


def test_what_an_import_fills_in_is_not_told_to_those_who_answer(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bank.gift").write_text("Which is flat?{=Pita ~Brioche#It is high ~Challah}\n")
    run("import", "bank.gift", "-o", "mine")
    told = run("--pack", "mine", "quiz", given="Challah\n").out

    assert "It is high" in told
    assert "Marked wrong" not in told
    assert "gives no explanation" not in told


def test_what_is_left_out_for_one_reason_is_told_in_one_line_where_it_is_much(run: Run, tmp_path: Path) -> None:
    long = " ".join(["word"] * 9)
    rows = [f"What is {number}?,{long}{' more' * (number % 3)}" for number in range(30)]
    (tmp_path / "t.csv").write_text("\n".join(["question,answer", *rows, "What is it?,that", ",nothing"]))
    told = run("import", "t.csv", "-o", "mine").out.splitlines()
    each = json.loads(run("import", "t.csv", "-o", "mine", "--force", "--json").out)["left_out"]

    assert told == [
        "t.csv:2: left out: an answer of 9 words, which nobody would type like that; shorten it to 8 words, or write "
        "options (and 29 more for this reason; --json has each)",
        "t.csv:33: left out: no question in its column; write it",
    ]
    assert len(each) == 31
