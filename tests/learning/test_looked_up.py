"""The file of look-ups: short, forgiving, and about what was looked up lately."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trotskyism_cli.learning.looked_up import LATELY, MOST, NAME, looked_up, note
from trotskyism_cli.learning.place import path_in

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_the_latest_comes_first_and_each_once(tmp_path: Path) -> None:
    path_in(tmp_path).touch()
    for minute, entry in enumerate(("lenin", "trotsky", "lenin")):
        note(tmp_path, "p", entry, NOW.timestamp() + 60 * minute)
    note(tmp_path, "other", "danton", NOW.timestamp())

    assert looked_up(tmp_path, "p", NOW + timedelta(hours=1)) == ("lenin", "trotsky")
    assert looked_up(tmp_path, "p", NOW + LATELY + timedelta(hours=1)) == ()


def test_a_long_file_is_cut(tmp_path: Path) -> None:
    path_in(tmp_path).touch()
    for number in range(6000):
        note(tmp_path, "p", f"entry-{number}", NOW.timestamp())

    assert len(looked_up(tmp_path, "p", NOW)) == 6000
    assert len((tmp_path / NAME).read_text().splitlines()) == MOST
    assert looked_up(tmp_path, "p", NOW)[0] == "entry-5999"


def test_who_does_not_study_leaves_no_trace(tmp_path: Path) -> None:
    note(tmp_path, "p", "lenin")

    assert not list(tmp_path.iterdir())


def test_where_nothing_can_be_written_nothing_happens(tmp_path: Path) -> None:
    note(tmp_path / "no such folder", "p", "lenin")

    assert looked_up(tmp_path / "no such folder", "p", NOW) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_any_file_is_read(tmp_path: Path, data: bytes) -> None:
    (tmp_path / NAME).write_bytes(data)

    looked_up(tmp_path, "p", NOW)
