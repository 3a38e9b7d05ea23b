"""The cards of a study session. What was read of an entry before is not shown as new."""

import shutil
import sys
from collections.abc import Callable, Sequence

from trotskyism_cli.cli.sittings.study_setup import StudySetup
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.screen.document import Document


class Cards:
    """The cards of one session.

    What an entry is stands only on its first card of the day, and not at all if its chapter was just read.
    """

    def __init__(self, setup: StudySetup, is_again: Callable[[str], bool]) -> None:
        self._setup = setup
        self._is_again = is_again  # whether a fact is shown since it was missed
        self._told: set[str] | None = None  # entries
        self._met: set[str] = set()

    def __call__(self, fact: str) -> Sequence[Document]:
        """The card of a fact, as one document for each screen."""
        from trotskyism_cli.screen.questions import lesson  # most sessions show no card

        pack = self._setup.library.pack
        if self._told is None:
            setup = self._setup
            answered = setup.log.asked_since(setup.now - DAY)
            self._told = {setup.first, *(lesson.entry_of_lesson(pack, each) for each in answered)}
            self._met = {lesson.entry_of_lesson(pack, each) for each in setup.memories}
        entry = lesson.entry_of_lesson(pack, fact)
        missed = self._is_again(fact)
        again = entry in self._told
        self._told.add(entry)
        screen = lesson.Room(*shutil.get_terminal_size()) if sys.stdout.isatty() else None
        return lesson.lesson_pages(pack, fact, again=again, met=again or entry in self._met, missed=missed, room=screen)
