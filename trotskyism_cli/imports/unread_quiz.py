"""Explain why a text that seems to be a quiz is in no known format, and what to change."""

import re

from trotskyism_cli.imports.answers.lettered import NUMBER, SAID
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.truth_said import truth_of, truths_in
from trotskyism_cli.imports.decoding import lines_of
from trotskyism_cli.imports.foreign import tidy

_FEWEST = 2  # questions
_LONGEST = 200  # characters of a question
_KEY = re.compile(rf"\W*(?:{SAID})s?\W*[:：].*", re.IGNORECASE)
_VERDICT = re.compile(r".*[(（\[]\s*(?P<said>[^\W\d_]{1,12})\s*[)）\]].*")
_SHOWN = 40


def what_stands_in_the_way(text: str) -> str:
    """Why the questions in a text cannot be read, with a remedy; empty if it seems to have none."""
    lines = list(enumerate(lines_of(text), start=1))
    numbered = [(at, line) for at, line in lines if NUMBER.match(line.strip(" \t*_"))]
    asked = numbered if len(numbered) >= _FEWEST else [(at, line) for at, line in lines if _asks(line)]
    verdicts = [(at, found["said"]) for at, line in lines if (found := _VERDICT.fullmatch(line))]
    truths = truths_in([said for _, said in verdicts], [])
    judged = [at for at, said in verdicts if truth_of(said, truths)[0] is not None]
    if len(judged) >= _FEWEST and len(judged) * 2 >= len(asked):
        first = min({at for at, _ in asked if at > judged[0]}.difference(judged), default=0)
        why = (
            f"line {first} does not say as the others whether it is true"
            if first
            else f"its statements, from line {judged[0]} on, are in no list with numbers"
        )
        return f"{why}. Number the statements, and write behind each what it is, as 1. The earth is round. (T)"
    if len(asked) < _FEWEST:
        return ""
    key = next(((at, line) for at, line in lines if at > asked[0][0] and _KEY.fullmatch(line)), None)
    if key is None:
        at, line = asked[0]
        return (
            f"nothing is found that says what is right of “{tidy(line)[:_SHOWN]}” in line {at}. Write below it "
            "its options as A) … and B) …, and then a line Answer: B; or Answer: and words, or true or false"
        )
    below = " ".join([re.split("[:：]", key[1], maxsplit=1)[1], *(line for at, line in lines if at > key[0])])
    if not re.match(r"\W*\d", below):
        return f"the answers from line {key[0]} on have no numbers. Write before each that of its question"
    return (
        f"what “{tidy(key[1])[:_SHOWN]}” in line {key[0]} says belongs to no options that are seen. Write these as "
        "A) …, B) …, each in a line, and the key as Answers: 1. B 2. A"
    )


def _asks(line: str) -> bool:
    """Return whether a line ends like a question."""
    bare = line.strip(" \t*_")
    return 0 < len(bare) <= _LONGEST and bare.endswith(ASKS)
