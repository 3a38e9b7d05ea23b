"""What a question is once it is made: its options, why each is right or wrong, and where that stands in the pack."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.stock_phrases import SOURCE

IN_TURN = ", then "  # between the things of an order
WRITTEN = "written"  # the kind of the questions of an author
QUESTION = "question:"  # before the id of such a question, where a certificate rests on it
KNOWN_BY = 6  # words of a quotation that are enough to know it by


class Rule(StrEnum):
    """What licenses calling an option right or wrong. Not being stated is not among them.

    `stated` stands under questions written by hand: an author says that the option is wrong, why, and with what source.
    """

    KEY = "key"
    FUNCTIONAL = "functional"
    INVERSE_FUNCTIONAL = "inverse-functional"
    COMPLETE = "complete"
    EXPLICIT_NOT = "explicit-not"
    INTERVAL = "interval"
    STATED = "stated"


class Response(StrEnum):
    """How a question is answered.

    `choice`: one of the options. `several`: all options that apply. `order`: the options in their order. `match`:
    for each prompt its option. `typed`: a name or a year, written out.
    """

    CHOICE = "choice"
    SEVERAL = "several"
    ORDER = "order"
    MATCH = "match"
    TYPED = "typed"


class Difficulty(StrEnum):
    """How alike the options are, and of what an author wrote also how few must know it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Certificate(NamedTuple):
    """Why one option is right (rule `key`) or provably wrong.

    `option` is its index; `premises` are ids of facts and quotations, `relation:<id>` for a declared logic,
    `complete:<entry>.<relation>` for a declared complete list, or `question:<id>` for what its author says.
    """

    option: int
    rule: Rule
    premises: tuple[str, ...]


class Passage(NamedTuple):
    """A quotation that a question rests on: its id, its words, and whose they are."""

    quote: str
    text: str
    attribution: str

    @property
    def lines(self) -> tuple[str, str]:
        """As it stands above a question, wherever that is shown: the words, and below them whose they are."""
        return f"“{self.text}”", f"({self.attribution})"

    @property
    def in_short(self) -> str:
        """Enough to know it by, where a question is only named again."""
        return f"“{' '.join(self.text.split()[:KNOWN_BY])} …” ({self.attribution})"


_RANGE = lazy_regex(r"(-?[\d.]*\d)\.\.(-?[\d.]*\d)")


def in_words_of_range(accepted: str) -> str:
    """An accepted answer as one says it: `1759 to 1765` for a range; any other as it is."""
    ends = _RANGE.fullmatch(accepted)
    return f"{ends[1]} to {ends[2]}" if ends else accepted


class Item(NamedTuple):
    """One question whose right answer is certain.

    `id` depends on the family, the facts, the direction and the options, not on the run that made it. `option_notes`
    and `certificates` have one element for each option, in the order of the options. `evidence_ids` begins with the
    facts (or quotations) that are asked for, `asked` in number, the ones that a review of this item is about; then come
    those that tell what the other options are. `topic` is the chapter of the whole set of options.

    `answer` holds indices of options: the right one (choice), all right ones (several), every option in its right
    order (order), the option of each of the `prompts` (match). A typed item has no options: `accepted` are the answers
    taken as right, the one to show first (one may be a range of numbers, `1759..1765`); `rivals` are names of other
    things so like them that no slip of the pen may be forgiven that leads there; `mistakes` are wrong answers, and what
    each of them is instead.

    `credits` is the part of the mark, from 0 to 1, that each option of a choice earns; empty if all but the right one
    earn nothing. `passage` stands above the stem, and is no part of it. The options of a choice that is `covered` are
    shown only when the answer was tried without them.
    """

    id: str
    kind: str
    response: Response
    topic: str
    difficulty: str
    stem: str
    options: tuple[str, ...]
    answer: tuple[int, ...]
    explanation: str
    option_notes: tuple[str, ...]
    evidence_ids: tuple[str, ...]
    certificates: tuple[Certificate, ...]
    prompts: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    mistakes: tuple[tuple[str, str], ...] = ()
    asked: int = 1
    credits: tuple[float, ...] = ()
    passage: Passage | None = None
    covered: bool = False

    @property
    def question(self) -> str:
        """The stem, below its passage if it has one: all that is asked, where it is one text."""
        return "\n".join((*self.passage.lines, self.stem)) if self.passage else self.stem

    @property
    def explained(self) -> str:
        """The explanation without its sources."""
        return self.explanation.partition(f" {SOURCE}")[0]

    @property
    def asked_ids(self) -> tuple[str, ...]:
        """The facts or quotations that are asked for: what a review of this item is about."""
        return self.evidence_ids[: self.asked]

    @property
    def asks_together(self) -> bool:
        """Whether several things are asked at once; a choice may rest on several facts, and asks for one."""
        return self.response in (Response.MATCH, Response.ORDER, Response.SEVERAL)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The facts that are asked for, and the passage: of none of them is there another item in the same quiz."""
        return (*self.asked_ids, *([self.passage.quote] if self.passage else []))

    @property
    def written_as(self) -> tuple[str, ...]:
        """The question of an author that this is, as certificates name it: `question:ID`; nothing if it was made."""
        premises = (premise for each in self.certificates for premise in each.premises)
        return tuple(dict.fromkeys(each for each in premises if each.startswith(QUESTION)))

    @property
    def answer_index(self) -> int | None:
        """The right option of a choice; None for any other response."""
        return self.answer[0] if self.response is Response.CHOICE else None

    @property
    def key(self) -> str:
        """The right answer in words."""
        if self.response is Response.TYPED:
            return in_words_of_range(self.accepted[0])
        return self.in_words(self.answer)

    def in_words(self, places: Sequence[int]) -> str:
        """An answer by options in words, right or wrong."""
        chosen = [self.options[place] for place in places]
        if self.response is Response.MATCH:
            chosen = [f"{prompt}: {option}" for prompt, option in zip(self.prompts, chosen, strict=True)]
        return (IN_TURN if self.response is Response.ORDER else "; ").join(chosen)

    def as_json(self) -> dict[str, Any]:
        """The item as programs read it; the keys are a contract.

        Those after `certificates` only if not a choice, `credits` and `passage` only where there are any.
        """
        further = {
            "answer_indices": list(self.answer),
            "prompts": list(self.prompts),
            "accepted": list(self.accepted),
            "asked": self.asked,
        }
        return {
            "id": self.id,
            "kind": self.kind,
            "response": self.response.value,
            "topic": self.topic,
            "difficulty": self.difficulty,
            "stem": self.stem,
            "options": list(self.options),
            "answer_index": self.answer_index,
            "explanation": self.explanation,
            "option_notes": list(self.option_notes),
            "evidence_ids": list(self.evidence_ids),
            "certificates": [
                {"option": each.option, "rule": each.rule.value, "premises": list(each.premises)}
                for each in self.certificates
            ],
            **({} if self.response is Response.CHOICE else further),
            **({"credits": list(self.credits)} if self.credits else {}),
            **({"passage": self.passage._asdict()} if self.passage else {}),
        }
