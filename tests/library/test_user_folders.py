"""The folders of a user: found without `platformdirs` where that says the same, and else by it."""

import sys
from pathlib import Path

import pytest
from platformdirs import user_cache_path, user_data_path

from trotskyism_cli.library.user_folders import plain_folder

FOLDERS = {"XDG_CACHE_HOME": (".cache", user_cache_path), "XDG_DATA_HOME": (".local/share", user_data_path)}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have folders of their own")


@pytest.mark.parametrize("variable", FOLDERS)
@pytest.mark.parametrize("named", [None, "", "/srv/kept", "/srv/kept/"])
@pytest.mark.parametrize("home", ["/home/reader", "/home/reader/", "/"])
def test_folders_are_those_of_the_system(
    monkeypatch: pytest.MonkeyPatch, variable: str, named: str | None, home: str
) -> None:
    usual, by_the_system = FOLDERS[variable]
    monkeypatch.setenv("HOME", home)
    monkeypatch.delenv(variable, raising=False)
    if named is not None:
        monkeypatch.setenv(variable, named)

    assert plain_folder(variable, usual) == by_the_system("trotskyism")


@pytest.mark.parametrize(
    "changed",
    [{"HOME": "relative"}, {"HOME": ""}, {"XDG_CACHE_HOME": "relative"}, {"ANDROID_ROOT": "/system"}],
    ids=lambda changed: " ".join(f"{name}={value}" for name, value in changed.items()),
)
def test_what_is_not_plain_is_left_to_the_system(monkeypatch: pytest.MonkeyPatch, changed: dict[str, str]) -> None:
    for name, value in {"HOME": "/home/reader", "XDG_CACHE_HOME": "", **changed}.items():
        monkeypatch.setenv(name, value)

    assert plain_folder("XDG_CACHE_HOME", ".cache") is None


def test_no_home_is_no_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)

    assert plain_folder("XDG_CACHE_HOME", ".cache") is None
