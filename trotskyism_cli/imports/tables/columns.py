"""The roles of a table's columns, and how its keys refer to options."""

from dataclasses import dataclass, field

from trotskyism_cli.imports.answers.keys import Way
from trotskyism_cli.imports.words.letters import LATIN

# Columns whose omission is not worth reporting.
_PASSED_OVER = frozenset(
    {"", "kind", "difficulty", "points", "#", "no", "no.", "nr", "number", "n", "question #", "item #", "q #"}
)


@dataclass(slots=True)
class Heads:
    """Columns by role, as indices. `options` are pairs of index and option number, `wrong` are wrong options."""

    roles: dict[str, list[int]] = field(default_factory=dict)
    options: list[tuple[int, int]] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)
    unknown: dict[int, str] = field(default_factory=dict)
    width: int = 0
    letters: str = LATIN  # option letters in order
    lettered: bool = False  # the headings have these letters
    alike: bool = False  # a key may use a look-alike letter of another script
    # pairs of column and option number: the column says whether the option is right
    verdicts: list[tuple[int, int]] = field(default_factory=list)
    each_right: bool = False  # each of several answer columns names a right option
    judged: bool = False  # the answer is true or false
    initials: dict[str, bool] = field(default_factory=dict)  # initials of true and false given in its heading
    indexed: bool = False  # the heading calls the answer an index, which may count from 0
    keyed: bool = False  # the answer's heading cannot be an option's
    counts: str = ""  # the answer's heading, if its numbers may mean something else
    first: int | None = None  # number of the first option, 0 or 1, if the heading says so
    called: dict[int, tuple[str, ...]] = field(default_factory=dict)  # further names of options, by number
    way: Way = Way.ANY  # how most keys refer to options
    from_zero: bool = False
    uncounted: bool = False  # answers that are numbers may count from 0 or from 1

    def places(self, role: str) -> list[int]:
        """The columns with this role."""
        return self.roles.get(role, [])

    @property
    def lost(self) -> dict[int, str]:
        """The columns not imported, without those that have nothing to do with the question."""
        return {place: name for place, name in self.unknown.items() if name.casefold() not in _PASSED_OVER}

    @property
    def has_options(self) -> bool:
        """Return whether each row is a question with options and a key."""
        return (self.has_answers and bool(self.options or self.wrong)) or self.has_marks

    @property
    def has_answers(self) -> bool:
        """Return whether each row is a question with an answer."""
        said = self.places("answer") or self.places("true") or (self.verdicts and self.options)
        return bool(self.places("question") and said)

    @property
    def has_marks(self) -> bool:
        """Return whether each row is a question whose right options can only be marked themselves."""
        return bool(self.places("question")) and len(self.options) > 1 and not self.has_answers

    @property
    def has_cards(self) -> bool:
        """Return whether each row is a two-sided card."""
        return {"front", "back"} <= self.roles.keys() or {"term", "definition"} <= self.roles.keys()

    @property
    def ours(self) -> bool:
        """Return whether the table is our own export."""
        return {"prompts", "notes", "response", "id"} <= self.roles.keys()
