"""What a search shows: an answer, hits, and what is not told."""

from typing import NamedTuple

from trotskyism_cli.views.questions.direct import Direct
from trotskyism_cli.views.questions.hits import ShownHit


class Untold(NamedTuple):
    """What is said above hits that are no sure answer; `may_be_told` if only the words, or the kind of thing, lack."""

    text: str
    may_be_told: bool = False


class AnswerView(NamedTuple):
    """What a search found; `untold` says of what nothing tells, where the book has no answer to a question.

    `notes` say how the words were read, `of` how many hits there are of which these are the first.
    """

    hits: tuple[ShownHit, ...]
    direct: Direct | None = None
    untold: Untold | None = None
    notes: tuple[str, ...] = ()
    of: int = 0

    @property
    def header(self) -> str:
        """What is said above the hits where none is a sure answer; else nothing."""
        return self.untold.text if self.untold else ""

    @property
    def is_all(self) -> bool:
        """Whether it is a short answer beside which there is nothing to choose from."""
        return self.direct is not None and not self.direct.further and len(self.hits) <= 1
