"""The compiled pack on disk: made once, made anew when it must be, and never in the way."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ENTRIES, MakePack
from tests.every_for_tests import every
from trotskyism_cli.errors import PackError
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.library.records import stored_pack
from trotskyism_cli.library.user_folders import CACHE_VARIABLE
from trotskyism_cli.pack.pack import Pack


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def compiled(cache: Path) -> list[Path]:
    return sorted(cache.glob("library-*"))


def test_a_pack_is_compiled_once(make_pack: MakePack, cache: Path) -> None:
    folder = make_pack()
    open_library(folder, cache)
    (before,) = compiled(cache)
    state = before.stat()
    assert open_library(folder, cache).pack.entries["marat"].name == "Jean-Paul Marat"
    (after,) = compiled(cache)
    assert (after.stat().st_mtime_ns, after.stat().st_ino) == (state.st_mtime_ns, state.st_ino)


def test_an_edit_is_seen_at_once(make_pack: MakePack, cache: Path) -> None:
    open_library(make_pack(), cache)
    folder = make_pack(entries=ENTRIES.replace("A journalist.", "A journalist and physician."))
    assert open_library(folder, cache).pack.entries["marat"].summary == "A journalist and physician."
    assert len(compiled(cache)) == 1


def test_what_is_looked_up_by_a_key_is_found_by_an_index(make_pack: MakePack, cache: Path) -> None:
    store = open_library(make_pack(), cache).store
    for query in ("SELECT entry FROM names WHERE how = '' AND form = ''", "SELECT fact FROM moments WHERE last > 0"):
        [(*_, plan)] = store.rows(f"EXPLAIN QUERY PLAN {query}")
        assert "USING INDEX" in plan or "USING COVERING INDEX" in plan


def test_a_pack_with_problems_names_them_all_and_leaves_no_file(make_pack: MakePack, cache: Path) -> None:
    folder = make_pack(entries=ENTRIES.replace("author: marat", "author: nobody").replace("1743", "1743-13"))
    with pytest.raises(PackError) as raised:
        open_library(folder, cache)
    assert len(str(raised.value).splitlines()) >= 2
    assert not cache.exists()


@pytest.mark.parametrize("damage", [b"", b"not a database", None], ids=["empty", "text", "cut short"])
def test_a_damaged_file_is_built_anew(make_pack: MakePack, cache: Path, damage: bytes | None) -> None:
    folder = make_pack()
    open_library(folder, cache)
    (file,) = compiled(cache)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert open_library(folder, cache).card("marat").entry.name == "Jean-Paul Marat"
    assert open_library(folder, cache).search("journalist")


def test_damage_that_shows_only_in_the_middle_of_a_look_up_is_mended(make_pack: MakePack, cache: Path) -> None:
    folder = make_pack()
    open_library(folder, cache)
    (file,) = compiled(cache)
    whole = bytearray(file.read_bytes())
    for page in range(4096 * 2, len(whole) - 4096, 4096):
        whole[page : page + 200] = b"\xff" * 200
    file.write_bytes(whole)
    library = open_library(folder, cache)
    assert library.resolve("Marat").entry == "marat"
    assert library.pack.entries["marat"].summary == "A journalist."


def test_a_cache_that_is_a_file_is_done_without(make_pack: MakePack, cache: Path) -> None:
    cache.write_text("in the way")
    assert open_library(make_pack(), cache).resolve("marat").entry == "marat"
    assert cache.read_text() == "in the way"


def test_a_folder_that_cannot_be_written_is_done_without(make_pack: MakePack) -> None:
    # Not even root may make a folder there.
    assert open_library(make_pack(), Path("/proc/trotskyism")).search("journalist")


def test_without_a_home_everything_works(make_pack: MakePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "XDG_CACHE_HOME", CACHE_VARIABLE):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    assert open_library(make_pack()).resolve("marat").entry == "marat"
    assert not (tmp_path / "~").exists()


def test_the_environment_names_the_cache(make_pack: MakePack, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(cache))
    open_library(make_pack())
    assert compiled(cache)


OPEN = "import sys, pathlib; from trotskyism_cli.library.library import open_library\n"
LOOK_UP = OPEN + "print(open_library(*map(pathlib.Path, sys.argv[1:])).resolve('Marat').entry)"


def test_programs_that_compile_at_once_do_not_meet(make_pack: MakePack, cache: Path) -> None:
    command = [sys.executable, "-c", LOOK_UP, str(make_pack()), str(cache)]
    programs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert [program.communicate(timeout=60)[0].strip() for program in programs] == ["marat"] * 4
    assert len(compiled(cache)) == 1


IMPORTS = (
    OPEN
    + """
library = open_library(*map(pathlib.Path, sys.argv[1:]))
library.card(library.resolve("Marat").entry), library.search("journalist")
print(*sorted(sys.modules))
"""
)


def test_a_warm_look_up_imports_neither_the_reader_nor_what_only_compiling_needs(
    make_pack: MakePack, cache: Path
) -> None:
    folder = make_pack()
    open_library(folder, cache)
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS, str(folder), str(cache)], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "trotskyism_cli.library.search" in loaded
    unwanted = {"yaml", "rapidfuzz", "rich", "prompt_toolkit", "tempfile", "trotskyism_cli.pack.reading.reader"}
    assert not loaded & (unwanted | {"trotskyism_cli.library.compiled.compile"})


def test_what_is_stored_is_what_was_read(library: Library, built_in: Pack) -> None:
    assert dict(library.pack.entries) == dict(built_in.entries)
    assert dict(library.pack.quotes) == dict(built_in.quotes)
    assert dict(library.pack.sources) == dict(built_in.sources)
    assert dict(library.pack.relations) == dict(built_in.relations)
    assert tuple(library.pack.topics) == tuple(built_in.topics)
    for entry in built_in.entries:
        assert library.pack.facts_with_object(entry) == built_in.facts_with_object(entry)
    for fact in built_in.corrected:
        assert library.pack.corrections_of(fact) == built_in.corrections_of(fact)


def test_records_are_read_at_once_as_one_by_one(library: Library) -> None:
    ids = ["trotsky", "october-revolution", "nobody", "trotsky"]
    together, alone = stored_pack(library.store), stored_pack(library.store)

    together.read([*ids, "lenin.born", "nobody.born"])

    assert every(together.entries[each] == alone.entries[each] for each in ids if each != "nobody")
    assert "nobody" not in together.entries
