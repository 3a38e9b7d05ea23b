"""Where a learner's progress is kept: one file in a data folder."""

from pathlib import Path

from trotskyism_cli import PROGRAM
from trotskyism_cli.errors import ProgressError
from trotskyism_cli.library.user_folders import plain_folder

FILE_NAME = "progress.sqlite3"


def path_in(folder: Path) -> Path:
    """The file of progress in a data folder."""
    return folder / FILE_NAME


def user_data() -> Path:
    """The data folder of this user on this system. ProgressError if there is no home folder."""
    if plain := plain_folder("XDG_DATA_HOME", ".local/share"):
        return plain
    from platformdirs import user_data_path  # see there

    try:
        found = user_data_path(PROGRAM)
    except (RuntimeError, OSError, KeyError) as error:
        raise ProgressError(f"There is no home folder ({error}). Name one for your progress: --data-dir DIR") from error
    if not found.is_absolute():  # without a home it is "~/.local/share", literally
        raise ProgressError("There is no home folder. Name a folder for your progress: --data-dir DIR")
    return found
