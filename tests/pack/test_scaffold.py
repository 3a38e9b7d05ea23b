"""Packs to begin with."""

from pathlib import Path

import pytest

from tests.conftest import PACK, MakePack
from tests.every_for_tests import every
from trotskyism_cli.errors import PackError
from trotskyism_cli.pack.reading.reader import load_pack
from trotskyism_cli.pack.scaffold import write_pack


def test_two_new_packs_of_one_name_have_ids_of_their_own(tmp_path: Path) -> None:
    folders = [tmp_path / "one" / "Old Mills 2", tmp_path / "two" / "Old Mills 2", tmp_path / "1917"]
    for folder in folders:
        write_pack(folder)
    ids = [load_pack(folder).id for folder in folders]
    assert every(list(load_pack(folder).quotes) and load_pack(folder).topics for folder in folders)

    assert len(set(ids)) == 3
    assert every(each.startswith("old-mills-2-") for each in ids[:2])
    assert ids[2].startswith("pack-1917-")


def test_the_day_of_a_release_is_kept(make_pack: MakePack) -> None:
    assert load_pack(make_pack(pack=f'{PACK}released: "2026-11-28"\n')).released == "2026-11-28"
    assert load_pack(make_pack()).released == ""


@pytest.mark.parametrize("day", ["2026-11", "2026-11-28?", "2026-11-27/2026-11-28", "2026-11-28 OS"])
def test_the_day_of_a_release_is_one_day(make_pack: MakePack, day: str) -> None:
    with pytest.raises(PackError, match="is not one day"):
        load_pack(make_pack(pack=f'{PACK}released: "{day}"\n'))
