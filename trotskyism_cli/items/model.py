"""An item: a finished question with its options, why each is right or wrong, and the facts behind it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.stock_phrases import SOURCE

IN_TURN = ", then "  # joins the elements of an order
WRITTEN = "written"  # the `kind` of authors' questions
QUESTION = "question:"  # prefix of an author's question id in the premises of a certificate
KNOWN_BY = 6  # words that identify a quotation


class Rule(StrEnum):
    """What proves an option right or wrong. Not being stated is no proof.

    `stated` is for authors' questions: the author says that the option is wrong, why, and by what source.
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

    `choice`: one of the options. `several`: all options that apply. `order`: the options in their order. `match`: an
    option for each prompt. `typed`: a name or a year, written out.
    """

    CHOICE = "choice"
    SEVERAL = "several"
    ORDER = "order"
    MATCH = "match"
    TYPED = "typed"


class Difficulty(StrEnum):
    """How alike the options are; for authors' questions also how few people must know the answer."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Certificate(NamedTuple):
    """Why one option is right (rule `key`) or provably wrong.

    `option` is its index. `premises` are ids of facts and quotations, `complete:<entry>.<relation>` for a list declared
    complete, or `question:<id>` for the word of the question's author.
    """

    option: int
    rule: Rule
    premises: tuple[str, ...]


class Passage(NamedTuple):
    """A quotation that a question rests on: its id, its text and its attribution."""

    quote: str
    text: str
    attribution: str

    @property
    def lines(self) -> tuple[str, str]:
        """The quotation and its attribution, as shown above the question."""
        return f"“{self.text}”", f"({self.attribution})"

    @property
    def in_short(self) -> str:
        """The first words and the attribution, for where a question is only mentioned."""
        return f"“{' '.join(self.text.split()[:KNOWN_BY])} …” ({self.attribution})"


_RANGE = lazy_regex(r"(-?[\d.]*\d)\.\.(-?[\d.]*\d)")


def in_words_of_range(accepted: str) -> str:
    """An accepted answer in words: a range as `1759 to 1765`, any other unchanged."""
    ends = _RANGE.fullmatch(accepted)
    return f"{ends[1]} to {ends[2]}" if ends else accepted


class Item(NamedTuple):
    """One question with a provably right answer.

    `id` depends on the family, the facts, the direction and the options, not on the run that made it. `option_notes`
    and `certificates` have one element per option, in order. The first `asked` elements of `evidence_ids` are the facts
    (or quotations) asked for, which a review is about; the rest tell what the other options are. `topic` is the chapter
    of the whole set of options.

    `answer` holds indices of options: the right one (choice), all right ones (several), all options in the right order
    (order), or the option for each of the `prompts` (match). A typed item has no options. Its `accepted` are the right
    answers, the one to show first (one may be a range of numbers, `1759..1765`). `rivals` are similar names of other
    things: no typing error that leads to one is forgiven. `mistakes` pairs wrong answers with what each of them is.

    `credits` is the part of the mark (0 to 1) that each option of a choice earns; empty if only the right one earns
    any. `passage` is shown above the stem and is no part of it. The options of a `covered` choice are shown only after
    the learner has tried to answer without them.
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
        """Passage (if any) and stem, as one text."""
        return "\n".join((*self.passage.lines, self.stem)) if self.passage else self.stem

    @property
    def explained(self) -> str:
        """The explanation without its sources."""
        return self.explanation.partition(f" {SOURCE}")[0]

    @property
    def asked_ids(self) -> tuple[str, ...]:
        """The facts or quotations asked for: what a review of this item is about."""
        return self.evidence_ids[: self.asked]

    @property
    def asks_together(self) -> bool:
        """Return whether the item asks for several things at once.

        A choice never does, even if it rests on several facts.
        """
        return self.response in (Response.MATCH, Response.ORDER, Response.SEVERAL)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The facts asked for and the passage. A quiz has no second item on any of these."""
        return (*self.asked_ids, *([self.passage.quote] if self.passage else []))

    @property
    def written_as(self) -> tuple[str, ...]:
        """The author's question behind the item, as certificates name it (`question:ID`).

        Empty if made from facts.
        """
        premises = (premise for each in self.certificates for premise in each.premises)
        return tuple(dict.fromkeys(each for each in premises if each.startswith(QUESTION)))

    @property
    def answer_index(self) -> int | None:
        """Index of the right option of a choice; None for other responses."""
        return self.answer[0] if self.response is Response.CHOICE else None

    @property
    def key(self) -> str:
        """The right answer in words."""
        if self.response is Response.TYPED:
            return in_words_of_range(self.accepted[0])
        return self.in_words(self.answer)

    def in_words(self, places: Sequence[int]) -> str:
        """Put an answer, given as option indices, into words."""
        chosen = [self.options[place] for place in places]
        if self.response is Response.MATCH:
            chosen = [f"{prompt}: {option}" for prompt, option in zip(self.prompts, chosen, strict=True)]
        return (IN_TURN if self.response is Response.ORDER else "; ").join(chosen)

    def as_json(self) -> dict[str, Any]:
        """The item for other programs; the keys are a stable contract.

        The keys after `certificates` are there only for responses other than choice; `credits` and `passage` only if
        not empty.
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
