"""What every command needs, made when it is first asked for: where the pack is, and how to show things."""

import os
from dataclasses import dataclass
from pathlib import Path

BUILT_IN = (Path(__file__).parent.parent / "_content", Path(__file__).parent.parent.parent / "content")


@dataclass
class AppContext:
    """The global options of one run."""

    pack_folder: Path | None = None
    plain: bool = False

    @property
    def folder(self) -> Path:
        """The folder of the pack: the one asked for, else the built-in one (in the wheel, or in a checkout)."""
        if self.pack_folder is not None:
            return self.pack_folder
        return next((folder for folder in BUILT_IN if folder.is_dir()), BUILT_IN[0])

    @property
    def accessible(self) -> bool:
        """Whether plain text was asked for, by option or by environment."""
        return self.plain or os.environ.get("ACCESSIBLE", "") not in ("", "0")
