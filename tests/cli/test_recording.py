"""Keeping answers while the file is not always to be had: said once, and tried again."""

import signal
import sqlite3
from pathlib import Path

import pytest

from tests.reviews_for_tests import a_review
from trotskyism_cli.cli.context import AppContext
from trotskyism_cli.cli.recording import Keeper, ending_in_order
from trotskyism_cli.learning import database
from trotskyism_cli.learning.log import open_log
from trotskyism_cli.learning.place import path_in

PACK = Path(__file__).parents[1] / "packs" / "french-revolution"


def test_answers_that_could_not_be_kept_are_kept_with_the_next_and_that_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    monkeypatch.setenv("TROTSKYISM_CACHE", str(tmp_path))
    keeper = Keeper(AppContext(pack_folder=PACK, data_dir=tmp_path))
    other = sqlite3.connect(path_in(tmp_path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    keeper.keep(a_review(1))
    keeper.keep(a_review(2))
    other.execute("ROLLBACK")
    keeper.keep(a_review(3))
    other.execute("BEGIN IMMEDIATE")
    keeper.keep(a_review(4))
    other.execute("ROLLBACK")
    other.close()
    keeper.close()

    with open_log(tmp_path, "tiny") as log:
        assert [review.id for review in log.reviews()] == ["r1", "r2", "r3", "r4"]
    assert capsys.readouterr().err.count("cannot be kept at the moment") == 1


def test_a_signal_to_end_unwinds_and_afterwards_means_what_it_did_before() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit) as ended, ending_in_order():
        signal.raise_signal(signal.SIGTERM)

    assert ended.value.code == 128 + signal.SIGTERM
    assert signal.getsignal(signal.SIGTERM) is before
