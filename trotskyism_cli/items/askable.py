"""What can be asked at all, as far as a plan needs to know it."""

from typing import NamedTuple


class Askable(NamedTuple):
    """A fact (or quotation) that something can be asked about.

    `ends` are the entries that it ties together: facts that share one are siblings. `alike` names groups of facts with
    the same kind of answer, which are easily taken for one another. `chapter` counts from 0 in reading order, and
    `importance` is from 1 to 3. `tells` are the facts that stand behind wrong answers to a question about it: these are
    taken for it, and it is told of them when the question is answered.
    """

    fact: str
    topic: str
    chapter: int
    importance: int
    revision: int
    ends: tuple[str, ...]
    alike: tuple[str, ...]
    tells: tuple[str, ...] = ()
