"""A build hook of Hatchling: a wheel holds the compiled library of the built-in pack, and answers to common look-ups.

So the first look-up after installing needs neither time to compile nor a folder that can be written.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BookHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds both to a wheel, with the mark of the program. An editable install reads the pack of its checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "standard":
            return
        sys.path.insert(0, self.root)  # the program that is built makes its own library
        from trotskyism_cli.cli.prebuilt_answers import prebuilt_answers
        from trotskyism_cli.cli.replay import asked
        from trotskyism_cli.library.answer_cache import keep_answers
        from trotskyism_cli.library.built_in import (
            ANSWERS,
            LIBRARY,
            PACKAGE,
            PROGRAM_MARK,
            SHIPPED,
            mark_of_answers,
            mark_of_program,
        )
        from trotskyism_cli.library.compiled.filling import fill_of
        from trotskyism_cli.library.library import marks_of, open_library
        from trotskyism_cli.library.store import add_pages, write_store
        from trotskyism_cli.pack.fingerprint import content_fingerprint
        from trotskyism_cli.views.ties.kept_ties import pages_of_ties

        self.place = TemporaryDirectory()
        pack, place = Path(self.root, "content"), Path(self.place.name)
        program, files = mark_of_program(content_fingerprint), content_fingerprint(pack)
        (place / PROGRAM_MARK).write_text(program, encoding="ascii")
        write_store(place / LIBRARY, marks_of(files), fill_of(pack))
        library = open_library(pack, place)
        add_pages(place / LIBRARY, pages_of_ties(library))
        rows = ((list(map(asked, lines)), answer) for lines, answer in prebuilt_answers(library))
        keep_answers(place / ANSWERS, mark_of_answers(program, files), rows, most=sys.maxsize)
        build_data["force_include"] |= {
            str(place / name): f"{SHIPPED.relative_to(PACKAGE.parent).as_posix()}/{name}"
            for name in (LIBRARY, ANSWERS, PROGRAM_MARK)
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del build_data, artifact_path
        if version == "standard":
            self.place.cleanup()
