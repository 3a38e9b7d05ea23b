"""The file that a learner hands in to a class: written from the log, and read with checks."""

import json
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from trotskyism_cli.errors import AppError
from trotskyism_cli.learning.progress.history import seed_of
from trotskyism_cli.learning.review import Review
from trotskyism_cli.learning.sharing.papers import Given, Paper

FORMAT = "trotskyism class results 1"
SEED_NAMES = ("exam seed", "exam_seed", "seed")
LARGEST = 100_000_000  # bytes


def written(reviews: Iterable[Review], pack: str, pseudonym: str) -> Iterator[str]:
    """The answers about a pack, under a pseudonym, without the ids of sessions and answers."""
    answers = [_answer(review) for review in reviews if review.pack == pack and not review.undoes]
    head = {"format": FORMAT, "pack": pack, "pseudonym": pseudonym, "exam seed": None, "taken": None}
    yield json.dumps({**head, "answers": answers}, ensure_ascii=False) + "\n"


def _answer(review: Review) -> dict[str, Any]:
    return {
        "question": review.item,
        "stem": review.stem,
        "key": _words(review, review.key) or ", ".join(review.accepted[:1]),
        "chosen": review.written or _words(review, review.chosen),
        "right": review.correct,
        "seconds": review.seconds,
        "topic": review.topic,
        **({} if (seed := seed_of(review.session)) is None else {SEED_NAMES[0]: seed}),
    }


def _words(review: Review, places: Iterable[int]) -> str:
    return "; ".join(review.options[place] for place in places if place < len(review.options))


def read(path: Path, pack: str) -> Paper:
    """Read a file that was handed in. AppError, which names the file and what is wrong, if it is none."""
    try:
        if path.stat().st_size > LARGEST:
            raise AppError(f"{path} is larger than {LARGEST // 1_000_000} MB; nobody's answers are so many.")
        values = json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise AppError(f"{path} cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise AppError(f"{path} holds no JSON. Ask for the file of `progress export --class` again.") from error
    if not is_handed_in(values):
        raise AppError(
            f"{path} is not what a learner hands in: its format should be “{FORMAT}”. Ask for the file that a class "
            "test gives at its end, or that of `progress export --class`."
        )
    if values.get("pack") != pack:
        other = values.get("pack")
        raise AppError(
            f"{path} has answers about the book “{other}”, not about “{pack}”. For a report on that, name its folder "
            "with --pack."
        )
    answers = values.get("answers")
    if not isinstance(values.get("pseudonym"), str) or not isinstance(answers, list):
        raise AppError(f"{path} should have a pseudonym, and a list of answers. Ask for the file again.")
    name = " ".join(values["pseudonym"].split())
    if not name:
        raise AppError(f"{path} does not say whose it is. Write a name between the quotes behind “pseudonym” in it.")
    given = (_given(each, number, path) for number, each in enumerate(answers, start=1))
    return Paper(name, _seed(values), tuple(given), str(path))


def was_handed_in(path: Path) -> bool:
    """Whether a file is one that a learner hands in, however damaged its answers may be."""
    try:
        return path.stat().st_size <= LARGEST and is_handed_in(json.loads(path.read_bytes().decode("utf-8-sig")))
    except (OSError, ValueError, RecursionError):
        return False


def is_handed_in(values: object) -> bool:
    """Whether JSON values have the format of a file that a learner hands in."""
    return isinstance(values, dict) and values.get("format") == FORMAT


def _seed(values: dict[str, Any]) -> int | None:
    found = next((values[name] for name in SEED_NAMES if values.get(name) is not None), None)
    return int(found) if isinstance(found, int | str) and str(found).lstrip("-").isdecimal() else None


def _given(values: Any, number: int, path: Path) -> Given:
    try:
        key, chosen = values["key"], values["chosen"]
        return Given(
            question=str(values["question"]),
            stem=str(values["stem"]),
            key=_text(key),
            chosen=_text(chosen),
            right=bool(values["right"]),
            topic=str(values.get("topic") or ""),
            seconds=_seconds(values.get("seconds")),
            seed=_seed(values),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise AppError(f"{path}: answer {number} lacks its question, stem, key, chosen or right.") from error


def _seconds(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value < math.inf else None


def _text(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
