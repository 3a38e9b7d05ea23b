"""The cards of a study session. What was read of an entry before is not shown as new."""

import shutil
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from trotskyism_cli.cli.sittings.study_setup import StudySetup
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.study.study import AGAIN
from trotskyism_cli.screen.document import Document

if TYPE_CHECKING:
    from trotskyism_cli.items.model import Item


class Cards:
    """The cards of one session.

    What an entry is stands only on its first card of the day, and not at all if its chapter was just read.
    """

    def __init__(
        self, setup: StudySetup, asked: Callable[[str], "Item | None"], is_again: Callable[[str], bool]
    ) -> None:
        self._setup = setup
        self._asked = asked  # the question about a fact
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
        asked = self._asked(fact)
        tag = AGAIN if missed else lesson.MORE if again or entry in self._met else lesson.NEW
        return lesson.lesson_pages(pack, fact, asked=asked, again=again, tag=tag, room=screen)
