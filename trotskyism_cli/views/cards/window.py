"""The window that the first screen of a card is composed for."""

from typing import NamedTuple

HEIGHT, SCREEN = 24, 80  # lines and columns of the usual one


class Window(NamedTuple):
    """The size of a terminal, and how many of its lines are taken above a card."""

    lines: int = HEIGHT
    columns: int = SCREEN
    above: int = 0

    @property
    def composed_for(self) -> "Window":
        """The window that a card is composed for: a smaller one, in which one pages on, is taken for the usual one."""
        return self if self.columns >= SCREEN and self.lines >= HEIGHT else self._replace(lines=HEIGHT, columns=SCREEN)


USUAL = Window()
