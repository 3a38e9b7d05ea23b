"""Where what can be made again is kept: the user's cache folder, which anybody may delete at any time."""

import os
import zlib
from pathlib import Path

from trotskyism_cli import PROGRAM
from trotskyism_cli.library.user_folders import plain_folder

CACHE_VARIABLE = "TROTSKYISM_CACHE"


def cache_file(folder: Path, stem: str, cache: Path | None = None) -> Path | None:
    """The file `STEM-….sqlite` of a pack's folder; None if there is no place for it (no home folder).

    It is in `cache`, else in the environment's TROTSKYISM_CACHE, else in the user's cache folder.
    """
    chosen = cache or os.environ.get(CACHE_VARIABLE) or _user_cache()
    named = zlib.crc32(os.fsencode(folder.resolve()))
    return Path(chosen).absolute() / f"{stem}-{named:08x}.sqlite" if chosen else None


def _user_cache() -> Path | None:
    if plain := plain_folder("XDG_CACHE_HOME", ".cache"):
        return plain
    from platformdirs import user_cache_path  # see there

    try:
        found = user_cache_path(PROGRAM)
    except (RuntimeError, OSError, KeyError):
        return None
    return found if found.is_absolute() else None  # "~/.cache", literally, where nobody has a home
