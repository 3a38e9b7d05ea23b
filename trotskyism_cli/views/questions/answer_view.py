"""The view of a search: the direct answer, the hits, and the line that says what the book does not tell."""

from typing import NamedTuple

from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.hits import ShownHit


class Untold(NamedTuple):
    """The line above hits that are no sure answer.

    `may_be_told`: one of the hits may answer all the same, though in other words.
    """

    text: str
    may_be_told: bool = False


class AnswerView(NamedTuple):
    """What a search shows.

    `direct` is the answer, if there is a sure one. `untold` says what the book does not tell, if there is none.
    `notes` say how the words were read. `of` is the number of all hits, if `hits` are only the first of them.
    """

    hits: tuple[ShownHit, ...]
    direct: Direct | None = None
    untold: Untold | None = None
    notes: tuple[str, ...] = ()
    of: int = 0

    @property
    def header(self) -> str:
        """The line above the hits if none is a sure answer, else empty."""
        return self.untold.text if self.untold else ""

    @property
    def is_all(self) -> bool:
        """True for a direct answer of one sentence with at most one hit beside it."""
        return self.direct is not None and not self.direct.further and len(self.hits) <= 1
