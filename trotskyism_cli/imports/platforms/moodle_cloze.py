"""A Moodle cloze text with a single gap: `The capital is {1:SHORTANSWER:=Paris#Right!~%50%Lyon}.`

See https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type
"""

import re
from typing import NamedTuple

from trotskyism_cli.imports.answers.cards import GAP
from trotskyism_cli.imports.answers.numbers import numbers_accepted
from trotskyism_cli.imports.foreign import FULL, Answer, Choice, ForeignOption, Typed, Unfit, tidy, typed
from trotskyism_cli.imports.markup import from_html
from trotskyism_cli.imports.sentences import ANY_LETTERS, WRITE_OUT, not_told

_GAP = re.compile(
    r"(?<!\\)\{\d*:(?P<kind>[A-Z]+)(?:_[A-Z]+)?:(?P<answers>(?:\\.|[^{}\\]|(?<=\\)\})*)\}", re.IGNORECASE | re.DOTALL
)
_BETWEEN = re.compile(r"(?<!\\)~")
_ANSWER = re.compile(r"(?:=|%(?P<percent>-?\d+(?:\.\d+)?)%)?(?P<text>(?:\\.|[^#\\])*)(?:#(?P<said>.*))?", re.DOTALL)
_ESCAPED = re.compile(r"\\([}{~#=/\"\\])")
_WRITTEN = frozenset(("SHORTANSWER", "SA", "MW", "SAC", "MWC"))
_CHOSEN = frozenset(("MULTICHOICE", "MC", "MCV", "MCH", "MCS", "MCVS", "MCHS"))
_NUMBER = frozenset(("NUMERICAL", "NM"))
_SEVERAL = "several gaps within a text (cloze)", "ask for one at a time, or leave it out"


class _Given(NamedTuple):
    """An answer of a gap: its text, its percentage of the mark, and its feedback."""

    text: str
    credit: float
    said: str


def one_gap(text: str, changes: list[str]) -> tuple[str, Answer]:
    """The text with a gap, and the gap's answer; Unfit if there are several gaps, or the kind is not supported."""
    gaps = list(_GAP.finditer(text))
    if len(gaps) != 1:
        raise Unfit(*_SEVERAL) if gaps else Unfit("gaps within a text (cloze) of which none is found", "leave it out")
    gap = gaps[0]
    given = [_given(each) for each in _BETWEEN.split(gap["answers"])]
    stem = from_html(f"{text[: gap.start()]}{GAP}{text[gap.end() :]}")
    if stem == GAP:
        raise Unfit("a gap with no text around it (cloze)", "write the text in which it stands")
    kind = gap["kind"].upper()
    if kind in _CHOSEN:
        options = (ForeignOption(each.text, each.credit >= FULL, each.said, _part(each)) for each in given)
        return stem, Choice(tuple(options))
    if kind not in _WRITTEN | _NUMBER:
        raise Unfit(f"a gap of the kind {kind}, which a pack has not", "ask it as a choice, or leave it out")
    full = [each.text for each in given if each.credit >= FULL]
    changes += [f"“{each.text}” earned {each.credit:g} % and is no longer accepted" for each in given if _part(each)]
    changes += [not_told(each.text, each.said) for each in given if each.said and each.credit < FULL]
    if any("*" in each for each in full):
        raise Unfit(ANY_LETTERS, WRITE_OUT)
    return stem, typed(full) if kind in _WRITTEN else _number(full)


def _given(text: str) -> _Given:
    found = _ANSWER.fullmatch(text)
    if found is None:
        raise Unfit(f"an answer of its gap that cannot be read: “{tidy(text)[:40]}”", "ask it as a choice")
    credit = float(found["percent"]) if found["percent"] else FULL * text.startswith("=")
    return _Given(_bare(found["text"]), credit, _bare(found["said"] or ""))


def _part(each: _Given) -> int:
    """The credit of a partly right answer."""
    return max(0, round(each.credit)) if each.credit < FULL else 0


def _bare(text: str) -> str:
    return from_html(_ESCAPED.sub(r"\1", text))


def _number(full: list[str]) -> Typed:
    accepted = [one for each in full for one in numbers_accepted(*each.split(":")[:2])]
    if not accepted:
        raise Unfit("no answer", "write one")
    return Typed(tuple(dict.fromkeys(accepted)))
