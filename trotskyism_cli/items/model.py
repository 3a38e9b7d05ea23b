"""What a question is once it is made: its options, why each is right or wrong, and where that stands in the pack."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Rule(StrEnum):
    """What licenses calling an option right or wrong. Not being stated is not among them."""

    KEY = "key"
    FUNCTIONAL = "functional"
    INVERSE_FUNCTIONAL = "inverse-functional"
    COMPLETE = "complete"
    EXPLICIT_NOT = "explicit-not"
    CONTRADICTION = "contradiction"
    INTERVAL = "interval"
    STRICT_ORDER = "strict-order"
    SOLE_ATTRIBUTION = "sole-attribution"


class Difficulty(StrEnum):
    """How alike the options are: what makes a question hard that knowledge alone can answer."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Certificate:
    """Why one option is right (rule `key`) or provably wrong.

    `option` is its index; `premises` are ids of facts and quotations, `relation:<id>` for a declared logic, or
    `complete:<entry>.<relation>` for a declared complete list.
    """

    option: int
    rule: Rule
    premises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One question with exactly one right option.

    `id` depends on the family, the facts, the direction and the options, not on the run that made it. `option_notes`
    and `certificates` have one element for each option, in the order of the options. `evidence_ids` begins with the
    fact (or quotation) that is asked for, the one that a review of this item is about; then come those that tell what
    the other options are. `topic` is the chapter of the whole set of options.
    """

    id: str
    kind: str
    response: str
    topic: str
    difficulty: str
    stem: str
    options: tuple[str, ...]
    answer_index: int
    explanation: str
    option_notes: tuple[str, ...]
    evidence_ids: tuple[str, ...]
    certificates: tuple[Certificate, ...]

    @property
    def key(self) -> str:
        """The right option."""
        return self.options[self.answer_index]

    def as_json(self) -> dict[str, Any]:
        """The item as programs read it; the keys are a contract."""
        return {
            "id": self.id,
            "kind": self.kind,
            "response": self.response,
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
        }
