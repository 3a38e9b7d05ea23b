"""A part of the build: a wheel holds the library of the built-in pack, and the answers to what is asked first.

So the first look-up after installing waits for nothing, and needs no folder that can be written. Hatchling runs this.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BookHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the two files to a wheel; an editable install reads the pack of its checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "standard":
            return
        sys.path.insert(0, self.root)  # the program that is built makes its own library
        from trotskyism_cli.cli.prebuilt_answers import prebuilt_answers
        from trotskyism_cli.cli.replay import asked
        from trotskyism_cli.library.built_in import ANSWERS, LIBRARY, PACKAGE, SHIPPED, mark_of_answers
        from trotskyism_cli.library.compiled.filling import fill_of
        from trotskyism_cli.library.kept_answers import keep_answers
        from trotskyism_cli.library.library import marks_of, open_library
        from trotskyism_cli.library.store import write_store
        from trotskyism_cli.pack.state import contents_of_files

        self.place = TemporaryDirectory()
        pack, place = Path(self.root, "content"), Path(self.place.name)
        write_store(place / LIBRARY, marks_of(contents_of_files(pack)), fill_of(pack))
        rows = ((list(map(asked, lines)), answer) for lines, answer in prebuilt_answers(open_library(pack, place)))
        keep_answers(place / ANSWERS, mark_of_answers(pack, contents_of_files), rows, most=sys.maxsize)
        build_data["force_include"] |= {
            str(place / name): f"{SHIPPED.relative_to(PACKAGE.parent).as_posix()}/{name}" for name in (LIBRARY, ANSWERS)
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del build_data, artifact_path
        if version == "standard":
            self.place.cleanup()
