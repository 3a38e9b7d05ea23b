"""The pack that comes with the program."""

from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_PLACES = (_PACKAGE / "_content", _PACKAGE.parent / "content")  # in a wheel, in a checkout


def built_in_folder() -> Path:
    """The folder of the built-in pack."""
    return next((folder for folder in _PLACES if folder.is_dir()), _PLACES[0])
