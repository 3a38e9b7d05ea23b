"""Screens kept as files, to be looked at by people and compared by tests.

After a change that is meant: `GOLDEN=write pytest tests/screen`, and look at every difference before it is committed.
"""

import os
from pathlib import Path


def check(file: Path, text: str) -> None:
    """Fail unless the text is that of the file; blanks at the ends of lines count for nothing."""
    told = "".join(f"{line.rstrip()}\n" for line in text.splitlines())
    if os.environ.get("GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(told, encoding="utf-8")
    assert told == file.read_text(encoding="utf-8"), f"{file.name} has changed; see {__name__}"
