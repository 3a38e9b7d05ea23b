"""The columns of a table by what they are, and how its keys name options."""

from dataclasses import dataclass, field

from trotskyism_cli.imports.answers.keys import Way
from trotskyism_cli.imports.words.letters import LATIN

# What is not worth telling that it was not taken over.
_PASSED_OVER = frozenset(
    {"", "kind", "difficulty", "points", "#", "no", "no.", "nr", "number", "n", "question #", "item #", "q #"}
)


@dataclass(slots=True)
class Heads:
    """The columns by what they are: places of cells. `options` have the number of each, `wrong` are wrong options."""

    roles: dict[str, list[int]] = field(default_factory=dict)
    options: list[tuple[int, int]] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    unknown: dict[int, str] = field(default_factory=dict)
    width: int = 0
    letters: str = LATIN  # what the options are called, in order
    lettered: bool = False  # whether the heads themselves have these letters
    alike: bool = False  # whether a key may have the letter of the other script that looks the same
    verdicts: list[tuple[int, int]] = field(default_factory=list)  # columns that say of an option whether it is right
    each_right: bool = False  # whether each of several answers is right
    judged: bool = False  # whether the answer is said to be true or false
    initials: dict[str, bool] = field(default_factory=dict)  # the letters that say so, of the words in its head
    indexed: bool = False  # whether the answer is said to be an index, which may count from 0
    keyed: bool = False  # whether the answer is called otherwise than options may be
    counts: str = ""  # the head of the answers, if what it says besides may mean that numbers count something else
    first: int | None = None  # the number of the first option, 0 or 1, if the head of the answers says it
    called: dict[int, tuple[str, ...]] = field(default_factory=dict)  # what else names options, by their numbers
    way: Way = Way.ANY  # how most keys name options
    from_zero: bool = False
    uncounted: bool = False  # whether numbers in the answers may count from 0 or from 1

    def places(self, role: str) -> list[int]:
        """The columns with this role."""
        return self.roles.get(role, [])

    @property
    def lost(self) -> dict[int, str]:
        """The columns that are not taken over, but for those that say nothing of what is asked."""
        return {place: name for place, name in self.unknown.items() if name.casefold() not in _PASSED_OVER}

    @property
    def has_options(self) -> bool:
        """Whether each row is a question with options and a key."""
        return (self.has_answers and bool(self.options or self.wrong)) or self.has_marks

    @property
    def has_answers(self) -> bool:
        """Whether each row is a question with an answer alone."""
        said = self.places("answer") or self.places("true") or (self.verdicts and self.options)
        return bool(self.places("question") and said)

    @property
    def has_marks(self) -> bool:
        """Whether each row is a question with options of which those that are right can only be marked themselves."""
        return bool(self.places("question")) and len(self.options) > 1 and not self.has_answers

    @property
    def has_cards(self) -> bool:
        """Whether each row is a card with two sides."""
        return {"front", "back"} <= self.roles.keys() or {"term", "definition"} <= self.roles.keys()

    @property
    def ours(self) -> bool:
        """Whether this program's export wrote the table."""
        return {"prompts", "notes", "response", "id"} <= self.roles.keys()
