"""One cause is reported once, and what YAML took for a comment is told."""

import shutil
from pathlib import Path

import pytest
import yaml

from trotskyism_cli.pack.reading.reader import read_pack
from trotskyism_cli.pack.text import nodes

PACK = Path(__file__).parent.parent / "packs" / "french-revolution"


def problems(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    """What is wrong with a sound pack after one change in one of its files."""
    folder = tmp_path / "pack"
    shutil.copytree(PACK, folder)
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1))
    return [str(each) for each in read_pack(folder).problems]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("entries.yaml", "summary:", "sumary:", "entries.yaml:8:5: unknown key 'sumary'; did you mean 'summary'?"),
        ("entries.yaml", "kind: person", "kind: persn", "entries.yaml:4:11: 'persn' is not possible"),
        ("entries.yaml", "- id: rob", "- id: X rob", "entries.yaml:3:9: 'X robespierre' is not an id"),
        ("entries.yaml", "    kind", "\tkind", "entries.yaml:4:1: not YAML: a tab; write blanks"),
        ("entries.yaml", "name: ", "name: 'x ", "not YAML"),
        ("sources.yaml", "title: ", "title: 'x ", "not YAML"),
        ("relations.yaml", "label: ", "label: 'x ", "not YAML"),
        ("relations.yaml", "- id: born\n", "- id: bornn\n", "unknown key 'born'; did you mean 'bornn'? (and in 9 more"),
        ("relations.yaml", "    subject:", "    subjct:", "relations.yaml:6:5: unknown key 'subjct'"),
        ("relations.yaml", "    object: date", "    object: dat", "relations.yaml:7:13: 'dat' is not possible"),
        ("sources.yaml", "id: doyle", "id: boyle", "there is no source 'doyle'; did you mean 'boyle'? (and in "),
    ],
)
def test_one_cause_is_reported_once(tmp_path: Path, file: str, old: str, new: str, said: str) -> None:
    (problem,) = problems(tmp_path, file, old, new)
    assert said in problem


SUMMARY = "summary: A politician of the Revolution."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("summary: Wrote in issue #5 of the paper.", "entries.yaml:8:14: to YAML '#5 of the paper.' is a comment"),
        ("summary: #5 of the paper.", "to YAML '#5 of the paper.' is a comment; put the whole text in quotes"),
        ("summary: Wrote\n      in issue #5\n      of it.", "a # after a blank begins a comment"),
        ("summary: Wrote.\n    aliases:\n      - The man #1", "to YAML '#1' is a comment"),
    ],
)
def test_what_yaml_swallowed_is_told(tmp_path: Path, written: str, said: str) -> None:
    (problem,) = problems(tmp_path, "entries.yaml", SUMMARY, written)
    assert said in problem


@pytest.mark.parametrize(
    "written",
    [
        'summary: "Wrote in issue #5."',
        "summary: Wrote in issue#5.",
        "summary: >-\n      Wrote in issue #5.",
        "# a comment of its own\n    summary: Wrote.",
    ],
)
def test_what_yaml_did_not_swallow_is_no_problem(tmp_path: Path, written: str) -> None:
    assert problems(tmp_path, "entries.yaml", SUMMARY, written) == []


@pytest.mark.parametrize("loader", [yaml.SafeLoader, nodes.Loader])
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("summary: Danton: Lawyer", "entries.yaml:8:20: not YAML: a colon in a text; put the whole text in quotes"),
        ("summary:\n      - He said: no: yes", "entries.yaml:9:20: not YAML: a colon in a text"),
        ("summary: 'l'orateur and", "8:17: not YAML: a text goes on behind its quotation marks; put all of it in"),
        ('summary: "No", he said', "a text goes on behind its quotation marks"),
        ('summary: "He was\n    aliases: ["D"]', "a quotation mark above is not closed; close it"),
        ("summary: He was\n\t  a lawyer: he", "entries.yaml:9:1: not YAML: a tab; write blanks in its place"),
        ("summary: @danton", "8:14: not YAML: a text that begins with @; put the whole text in quotes"),
        ("summary: *great* man", "a text that begins with *; put the whole text in quotes"),
        ("summary: &Lawyer", "anchor &Lawyer; put a text that begins with & in quotes"),
        ("summary: !Lawyer", "put a text that begins with ! in quotes"),
        ("summary: x\n     aliases: [y]", "look here and just above for a missing quote, colon, bracket or indent"),
    ],
)
def test_what_is_no_yaml_is_told_with_what_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, loader: type, written: str, said: str
) -> None:
    monkeypatch.setattr(nodes, "Loader", loader)
    (problem,) = problems(tmp_path, "entries.yaml", SUMMARY, written)

    assert said in problem


def test_a_quotation_mark_that_is_never_closed_is_told_where_it_opens(tmp_path: Path) -> None:
    text = (PACK / "pack.yaml").read_text()
    name = next(line for line in text.splitlines() if line.startswith("name:"))
    (problem,) = problems(tmp_path, "pack.yaml", name, "name: “it is\nsubject: 'never closed")

    assert "not YAML: a quotation mark that is never closed; close it" in problem
    assert problem.startswith(f"pack.yaml:{text.splitlines().index(name) + 2}:10:")


@pytest.mark.parametrize("written", ['"6.5.1758"', '"06. 05. 1758"'])
def test_a_day_as_most_people_write_it_is_told_as_it_is_to_be_written(tmp_path: Path, written: str) -> None:
    (problem,) = problems(tmp_path, "entries.yaml", '"1758-05-06"', written)

    assert problem.endswith('is not a date; write "1758-05-06"')


@pytest.mark.parametrize("written", ["“1758-05-06”", "6.5.1758", "„06.05.1758“", "1758-05-06"])
def test_a_date_without_plain_quotes_is_told_with_them(tmp_path: Path, written: str) -> None:
    (problem,) = problems(tmp_path, "entries.yaml", '"1758-05-06"', written)

    assert problem.endswith('a date without quotes; write "1758-05-06"')


def test_a_relation_that_is_not_there_is_told_with_others(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "entries.yaml", "died: ", "executed: ")

    assert (
        "unknown key 'executed'; no relation has this id; add it to relations.yaml, or write another, such" in problem
    )
    assert "born" in problem


def test_one_slip_in_an_option_is_told_once(tmp_path: Path) -> None:
    question = """questions:
  - id: death-of-robespierre
    stem: In which month did Robespierre die?
    options:
      - {text: July, right: yes}
      - {text: June, note: No.}
    explanation: He died in July.
    about: [robespierre.died]
    source: doyle
"""
    (problem,) = problems(tmp_path, "questions.yaml", "questions:\n", question)

    assert "'yes' is neither true nor false; write one of these" in problem
