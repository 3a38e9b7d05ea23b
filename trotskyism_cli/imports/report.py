"""The import report: for each question whether it was taken over, changed or left out, and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from trotskyism_cli.imports.foreign import Answer, Change, Choice, Misfit, Order, Reading, Typed
from trotskyism_cli.imports.new_pack import NewPack

MOST_ALIKE = 20  # left-out questions listed one by one per reason
_PARTICULAR = re.compile(r"“[^”]*”|\d+")  # the variable parts of otherwise equal reasons
RESPONSES = ("choice", "several", "typed", "match", "order")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything to report after an import; each list is in the order of the file."""

    made: NewPack
    left_out: tuple[Misfit, ...]
    changes: tuple[Change, ...]
    items: Mapping[int, str] = field(default_factory=dict)

    @property
    def found(self) -> int:
        """Number of questions, or possible questions, in the file."""
        return len(self.made.questions) + len(self.left_out)

    @property
    def reasons(self) -> list[tuple[Misfit, int]]:
        """What was left out; if very many have the same reason, only the first, with the number of the others."""
        alike: dict[str, list[Misfit]] = {}
        for each in self.left_out:
            alike.setdefault(_PARTICULAR.sub("", each.reason), []).append(each)
        told = [
            [(each[0], len(each) - 1)] if len(each) > MOST_ALIKE else [(one, 0) for one in each]
            for each in alike.values()
        ]
        return sorted((each for group in told for each in group), key=lambda each: each[0].line)

    @property
    def changed(self) -> int:
        """Number of questions that were changed."""
        own = {Change(each.line, what) for each in self.made.questions for what in each.changes}
        lines = {each.line for each in self.changes if each not in own}
        return sum(bool(each.changes) or each.line in lines for each in self.made.questions)

    @property
    def responses(self) -> list[str]:
        """The kinds of response the questions have."""
        used = {response_of(question.answer) for question in self.made.questions}
        return [each for each in RESPONSES if each in used]

    def place(self, line: int) -> str:
        """Where something stands: its line, or its name in a package."""
        return self.items.get(line) or str(line)

    def as_json(self, file: str, form: str, pack: str) -> dict[str, Any]:
        """The report for JSON. The keys are stable; `found` equals `read` plus `left_out`."""
        return {
            "file": file,
            "format": form,
            "pack": pack if self.made.questions else None,
            "found": self.found,
            "read": [
                {**self._where(each.line), "id": own, "response": response_of(each.answer), "stem": each.stem}
                for each, own in zip(self.made.questions, self.made.ids, strict=True)
            ],
            "changed": [{**self._where(each.line), "what": each.what} for each in self.changes],
            "left_out": [
                {**self._where(each.line), "reason": each.reason, "remedy": each.remedy or None}
                for each in self.left_out
            ],
            "warnings": [
                {"file": position.file, "line": position.line, "message": message}
                for position, message in self.made.warnings
            ],
            "error": None,
        }

    def _where(self, line: int) -> dict[str, Any]:
        return {"line": line, "item": self.items.get(line) or None}


def refused_as_json(file: str, error: str) -> dict[str, Any]:
    """The report on a file that cannot be read, with the same keys."""
    empty: dict[str, Any] = {key: [] for key in ("read", "changed", "left_out", "warnings")}
    return {"file": file, "format": None, "pack": None, "found": 0, **empty, "error": error}


def report_of(reading: Reading, made: NewPack) -> Report:
    """The report of an import; for a question that did not fit in the end, nothing else is reported."""
    left_out = sorted([*reading.left_out, *made.misfits], key=lambda each: each.line)
    gone = {each.line for each in made.misfits} - {each.line for each in made.questions}
    own = [Change(each.line, what) for each in made.questions for what in each.changes]
    told = [each for each in reading.told if each.of_file or each.line not in gone]
    changes = sorted([*told, *own, *made.changes], key=lambda each: each.line)
    return Report(made, tuple(left_out), tuple(changes), reading.items)


def response_of(answer: Answer) -> str:
    """The response type of an answer, named as in `quiz --response`."""
    if isinstance(answer, Choice):
        return "several" if answer.several else "choice"
    return "typed" if isinstance(answer, Typed) else "order" if isinstance(answer, Order) else "match"
