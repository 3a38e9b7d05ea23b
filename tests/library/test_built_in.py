"""Tests of what a wheel holds."""

from pathlib import Path

import pytest

from trotskyism_cli.library import built_in
from trotskyism_cli.library.built_in import PACKAGE, PROGRAM_MARK, mark_of_program
from trotskyism_cli.pack.fingerprint import stat_fingerprint


def test_the_program_of_a_wheel_has_the_mark_that_lies_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built_in, "SHIPPED", tmp_path)

    assert mark_of_program() == stat_fingerprint(PACKAGE, (".py",))

    (tmp_path / PROGRAM_MARK).write_text("715-1-2", encoding="ascii")
    assert mark_of_program() == "715-1-2"
