"""One cause is reported once, and what YAML took for a comment is told."""

import shutil
from pathlib import Path

import pytest

from trotskyism_cli.pack.reader import read_pack

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
        ("entries.yaml", "    kind", "\tkind", "entries.yaml:4:1: not YAML: found a tab"),
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
