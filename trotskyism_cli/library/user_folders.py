"""Where the files of a user belong, wherever that is plain to see: each look-up asks for two such folders."""

import os
import sys
from pathlib import Path

from trotskyism_cli import PROGRAM


def plain_folder(variable: str, usual: str) -> Path | None:
    """The folder of the program within the one that a variable names, else within the usual one in the home folder.

    None on other systems than Linux, and where one of these is no whole path: then `platformdirs` is to be asked, which
    takes as long to load as a tenth of a look-up.
    """
    if sys.platform != "linux" or "ANDROID_ROOT" in os.environ:
        return None
    folder = Path(os.environ.get(variable) or Path(os.environ.get("HOME", ""), usual))
    return folder / PROGRAM if folder.is_absolute() else None
