"""`import` as a teacher uses it: out of one program, into a pack, and asked."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from trotskyism_cli.imports.gift import read_gift
from trotskyism_cli.imports.table import read_table

FRENCH = ("--pack", str(Path(__file__).parent.parent / "packs" / "french-revolution"))


def test_questions_go_out_as_gift_and_come_back_as_a_pack_that_is_asked(run: Run, tmp_path: Path) -> None:
    choices = ("-n", "20", "--seed", "1", "--response", "choice", "--response", "several")
    run(*FRENCH, "export", "gift", *choices, "-o", "out.gift")
    ended = run("import", "out.gift", "-o", "mine")

    assert ended.code == 0
    assert "questions in mine" in ended.err
    assert run("pack", "check", "mine").out.startswith("No problems: ")
    asked = run("--pack", "mine", "quiz", "-n", "3", given="1\n2\n1\n")
    assert asked.out.splitlines()[-1].startswith("Score: ")


def test_gift_and_tables_bring_back_stems_options_and_keys(run: Run, tmp_path: Path) -> None:
    words = ("-n", "30", "--seed", "4", "--response", "choice")
    gift, misfits = read_gift(run(*FRENCH, "export", "gift", *words).out)
    text = run(*FRENCH, "export", "csv", *words).out
    table, odd = read_table(text)
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))

    assert misfits == odd == []
    assert [each.stem for each in gift] == [each.stem for each in table] == [row["question"] for row in rows]
    for one, other, row in zip(gift, table, rows, strict=True):
        assert [(each.text, each.right) for each in one.options] == [(each.text, each.right) for each in other.options]
        assert [each.text for each in one.options if each.right] == [row["answer"]]


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
        ("q.doc", b"x", 2, "neither GIFT"),
        ("none.gift", None, 1, "cannot be read"),
        ("empty.gift", b"", 1, "nothing was written"),
        ("odd.csv", b"\xff\xfe\x00,\x00\n", 1, "nothing was written"),
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
