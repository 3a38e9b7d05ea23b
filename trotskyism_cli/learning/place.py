"""Where a learner's progress is kept: one file in a data folder."""

from pathlib import Path

from trotskyism_cli.errors import ProgressError

FILE_NAME = "progress.sqlite3"


def path_in(folder: Path) -> Path:
    """The learner's file in a data folder."""
    return folder / FILE_NAME


def user_data() -> Path:
    """The data folder of this user on this system. ProgressError if there is none."""
    from platformdirs import user_data_path  # not needed where a folder is named

    try:
        found = user_data_path("trotskyism")
    except (RuntimeError, OSError, KeyError) as error:
        raise ProgressError(f"There is no home folder ({error}). Name one for your progress: --data-dir DIR") from error
    if not found.is_absolute():  # "~/.local/share", literally, where nobody has a home
        raise ProgressError("There is no home folder. Name a folder for your progress: --data-dir DIR")
    return found
