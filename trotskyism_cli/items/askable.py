"""What a study plan needs to know about each fact that can be asked about."""

from typing import NamedTuple


class Askable(NamedTuple):
    """A fact (or quotation) that can be asked about.

    `ends` are the entries that the fact connects; facts with a common end are siblings. `alike` names the families
    whose answers are easily confused with this fact's. `chapter` counts from 0 in reading order; `importance` is 1 to
    3. `tells` are the facts behind wrong options of questions about it. They are easily confused with it, and the
    feedback tells them.
    """

    fact: str
    topic: str
    chapter: int
    importance: int
    revision: int
    ends: tuple[str, ...]
    alike: tuple[str, ...]
    tells: tuple[str, ...] = ()
