"""Where the files of a user belong, and the file in the cache folder, which anybody may delete at any time, of a pack.

Each look-up asks for two such folders: where they are plain to see, nothing is loaded to find them.
"""

import os
import sys
import zlib
from pathlib import Path

from trotskyism_cli import PROGRAM

CACHE_VARIABLE = "TROTSKYISM_CACHE"


def plain_folder(variable: str, usual: str) -> Path | None:
    """The folder of the program within the one that a variable names, else within the usual one in the home folder.

    None on other systems than Linux, and where one of these is no whole path: then `platformdirs` is to be asked, which
    takes as long to load as a tenth of a look-up.
    """
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    folder = Path(os.environ.get(variable) or Path(os.environ.get("HOME", ""), usual))
    return folder / PROGRAM if folder.is_absolute() else None


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
    from platformdirs import user_cache_path  # see above

    try:
        found = user_cache_path(PROGRAM)
    except (RuntimeError, OSError, KeyError):
        return None
    return found if found.is_absolute() else None  # "~/.cache", literally, where nobody has a home
