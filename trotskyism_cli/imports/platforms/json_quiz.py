"""JSON questions as chat assistants write them: a list of objects with a question, options and answer.

The answer is the text, letter or number of an option; several are a list. If numbers may count from 0 or from 1 and the
file does not tell, those questions are left out.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from trotskyism_cli.imports.answers.cards import card
from trotskyism_cli.imports.answers.keys import Offered, key_of
from trotskyism_cli.imports.answers.typed_or_key import offered_as
from trotskyism_cli.imports.foreign import (
    Choice,
    ForeignOption,
    ForeignQuestion,
    Reading,
    Unfit,
    folded,
    tidy,
    true_or_false,
    with_source,
)
from trotskyism_cli.imports.sentences import NO_RIGHT_OPTION
from trotskyism_cli.imports.words.column_words import OFFERING, OTHERS
from trotskyism_cli.imports.words.head_words import CALLED, named, plain
from trotskyism_cli.imports.words.right_words import says_right

_BEGINS = re.compile(r"\s*[\[{]\s*[\"{\]}]")
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|[_-]+")  # between the words of correctAnswer
_INDEX = re.compile(r"\b(?:index|number|id)\b")

_ASKED = frozenset((*named("question"), "q", "stem", "prompt", "text"))
_ANSWERS = frozenset((*named("answer"), "key", "right", "solution"))
_EXPLAINS = frozenset((*named("explanation"), "reason", "why"))
_SOURCES = frozenset(map(plain, OTHERS["source"].split("|")))
_OFFERED = frozenset(OFFERING.split("|")) | frozenset(CALLED) | {"answers", "possible answers"}


class _Object(NamedTuple):
    """A JSON object that may be a question, and its keys by role."""

    said: Mapping[str, object]
    roles: Mapping[str, str]

    def of(self, role: str) -> object:
        """The value for a role; an empty text if there is none."""
        return self.said[self.roles[role]] if role in self.roles else ""


def is_json_quiz(text: str) -> bool:
    """Return whether a text is JSON with questions."""
    return bool(_BEGINS.match(text)) and any("asked" in each.roles for each in _objects(text))


def read_json_quiz(text: str) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    objects = list(_objects(text))
    places = _lines(text, objects)
    from_zero = _first_number(objects)
    for line, each in zip(places, objects, strict=True):
        with reading.leaving_out(line):
            reading.questions.append(_question(line, each, from_zero))
    return reading


def _objects(text: str) -> Iterator[_Object]:
    """The objects that may be questions: those of the top-level list, or of the first list in the top-level object."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(whole, dict) and "asked" not in _roles(whole):
        whole = next((each for each in whole.values() if isinstance(each, list)), [])
    for each in whole if isinstance(whole, list) else [whole]:
        if isinstance(each, dict):
            yield _Object(each, _roles(each))


def _roles(record: Mapping[str, object]) -> dict[str, str]:
    """The keys of an object by their role in a question."""
    roles: dict[str, str] = {}
    for name, said in record.items():
        bare = plain(_JOINED.sub(" ", name))
        if bare in _ASKED and isinstance(said, str):
            roles.setdefault("asked", name)
        elif bare in _OFFERED and isinstance(said, list | dict):
            roles.setdefault("offered", name)
        elif bare in _ANSWERS or says_right(_INDEX.sub("", bare).strip()):
            roles.setdefault("answer", name)
        elif bare in _EXPLAINS and isinstance(said, str):
            roles.setdefault("explains", name)
        elif bare in _SOURCES and isinstance(said, str):
            roles.setdefault("source", name)
    return roles


def _lines(text: str, objects: Sequence[_Object]) -> list[int]:
    """The line of each question, in order; the previous one's if it cannot be found."""
    at, found = 0, []
    for each in objects:
        asked = str(each.of("asked"))
        next_at = max(text.find(json.dumps(asked, ensure_ascii=escaped), at) for escaped in (False, True))
        at = max(at, next_at)
        found.append(at)
    lines, counted, line = [], 0, 1
    for at in found:
        line += text.count("\n", counted, at)
        counted = at
        lines.append(line)
    return lines


def _first_number(objects: Sequence[_Object]) -> int | None:
    """Whether numeric answers count from 0 or from 1; None if both fit."""
    said = [(each.of("answer"), len(_texts(each))) for each in objects]
    numbers = [(one, count) for one, count in said if isinstance(one, int) and not isinstance(one, bool)]
    if any(one == 0 for one, _ in numbers):
        return 0
    return 1 if any(one == count for one, count in numbers) else None


def _texts(each: _Object) -> list[str]:
    """The texts of the options; empty if they are not texts."""
    offered = each.of("offered")
    values = list(offered.values()) if isinstance(offered, dict) else offered if isinstance(offered, list) else []
    return [tidy(str(one)) for one in values if isinstance(one, str | int | float)]


def _question(line: int, each: _Object, from_zero: int | None) -> ForeignQuestion:
    stem = tidy(str(each.of("asked")))
    if not stem:
        raise Unfit("no question in its object", "call it “question”")
    if "answer" not in each.roles:
        raise Unfit(NO_RIGHT_OPTION, "add “answer” with its text")
    explanation = with_source(tidy(str(each.of("explains"))), str(each.of("source")))
    said = each.of("answer")
    texts = _texts(each)
    if isinstance(said, bool) and not texts:
        return ForeignQuestion(line, stem, true_or_false(answer=said), explanation=explanation)
    if not texts:
        return card(line, stem, str(said), explanation=explanation)
    answers = said if isinstance(said, list) else [said]
    offered = each.of("offered")
    called = [*map(str, offered)] if isinstance(offered, dict) else []
    right = [_place(one, texts, called, from_zero) for one in answers]
    options = tuple(ForeignOption(text, at in right) for at, text in enumerate(texts))
    return ForeignQuestion(line, stem, Choice(options, several=isinstance(said, list)), explanation=explanation)


def _place(said: object, texts: Sequence[str], called: Sequence[str], from_zero: int | None) -> int:
    """The index of the option an answer names; Unfit if uncertain."""
    if isinstance(said, bool | dict | list) or said is None:
        raise Unfit("its answer is no text", "write that of an option")
    if isinstance(said, int) and str(said) not in (*texts, *called):
        if from_zero is None or not 0 <= said - from_zero < len(texts):
            raise Unfit(f"the answer {said} may count from 0 or from 1", "write the text of the right option")
        return said - from_zero
    bare = tidy(str(said))
    alike = [folded(text) for text in texts]
    if alike.count(folded(bare)) == 1:
        return alike.index(folded(bare))
    offered = offered_as(texts)
    if called:
        offered = [Offered(one.number, one.text, "", (name,)) for one, name in zip(offered, called, strict=True)]
    place, *others = key_of([bare], offered)
    if others:
        raise Unfit(f"the answer “{bare[:40]}” names several options", "write each as a text of a list")
    return place
