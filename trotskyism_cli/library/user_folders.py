"""The user's folders, and the cache file of a pack, which may be deleted at any time.

Every look-up needs two such folders, so in the usual case nothing is imported to find them.
"""

import os
import sys
import zlib
from pathlib import Path

from trotskyism_cli import PROGRAM

CACHE_VARIABLE = "TROTSKYISM_CACHE"


def plain_folder(variable: str, usual: str) -> Path | None:
    """The program's folder in the one that an environment variable names, else in the usual one under HOME.

    None on systems other than Linux, or if the path is not absolute: then use `platformdirs`, which is slow to import.
    """
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    folder = Path(os.environ.get(variable) or Path(os.environ.get("HOME", ""), usual))
    return folder / PROGRAM if folder.is_absolute() else None


def cache_file(folder: Path, stem: str, cache: Path | None = None) -> Path | None:
    """The file `STEM-….sqlite` for a pack's folder; None if there is no cache folder.

    It is in `cache`, else in TROTSKYISM_CACHE, else in the user's cache folder.
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
    return found if found.is_absolute() else None  # without a home folder the path is "~/.cache" literally
