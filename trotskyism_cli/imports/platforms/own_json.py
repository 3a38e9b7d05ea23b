"""JSON lines written by `export json` and `questions --json`: one question per line, with its key."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import (
    Answer,
    Choice,
    ForeignOption,
    ForeignQuestion,
    Order,
    Reading,
    Typed,
    Unfit,
    bare_note,
    matched,
    tidy,
)

_KEYS = {"id", "response", "stem", "options", "answer_index", "explanation"}


def is_own_json(text: str) -> bool:
    """Return whether the first non-blank line is a question in this form."""
    return _object(next(filter(str.strip, lines_of(text)), "")).keys() >= _KEYS


def read_own_json(text: str) -> Reading:
    """Read a file's questions, in order. Never fails, whatever the text is."""
    reading = Reading()
    for number, line in enumerate(lines_of(text), start=1):
        if not line.strip():
            continue
        try:
            reading.questions.append(_question(number, _object(line)))
        except Unfit as unfit:
            reading.leave(number, unfit)
        except (TypeError, ValueError, IndexError, KeyError):
            reading.leave(number, Unfit("no whole question in this line", "export it anew"))
    return reading


def _object(line: str) -> Mapping[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _question(line: int, said: Mapping[str, Any]) -> ForeignQuestion:
    passage = said.get("passage") or {}
    shown = [f"“{passage['text']}” ({passage['attribution']})"] if passage else []
    return ForeignQuestion(
        line,
        tidy(" ".join([*shown, said["stem"]])),
        _answer(said),
        category=tidy(said["topic"]),
        explanation=tidy(said["explanation"]),
        own_id=tidy(said["id"]),
    )


def _answer(said: Mapping[str, Any]) -> Answer:
    texts: Sequence[str] = [tidy(each) for each in said["options"]]
    key: Sequence[int] = said.get("answer_indices") or [said["answer_index"]]
    if said["response"] == "typed":
        return Typed(tuple(map(tidy, said["accepted"])))
    if any(not 0 <= at < len(texts) for at in key):
        raise Unfit("its answer names no option", "export it anew")
    if said["response"] == "order":
        return Order(tuple(texts[place] for place in key))
    if said["response"] == "match":
        return matched([(tidy(prompt), texts[at]) for prompt, at in zip(said["prompts"], key, strict=True)], texts)
    notes, earned = said["option_notes"], said.get("credits") or [0] * len(texts)
    options = (
        ForeignOption(text, at in key, bare_note(text, tidy(note)), 0 if at in key else round(100 * credit))
        for at, (text, note, credit) in enumerate(zip(texts, notes, earned, strict=True))
    )
    return Choice(tuple(options), several=said["response"] == "several")
