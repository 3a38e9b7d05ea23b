"""Answers in words to questions without options, accepted only if they can be nothing else."""

import re
from dataclasses import replace

from trotskyism_cli.imports.answers.cards import card
from trotskyism_cli.imports.answers.corrected_answers import speaks_of_mistake
from trotskyism_cli.imports.answers.lettered import LETTER
from trotskyism_cli.imports.answers.listed import ASKS
from trotskyism_cli.imports.answers.numbering import without_number
from trotskyism_cli.imports.answers.written import written
from trotskyism_cli.imports.foreign import ForeignQuestion, Typed, Unfit, folded, tidy
from trotskyism_cli.imports.papers.answers_said import EITHER
from trotskyism_cli.imports.words.letters import ROMAN

_PARTS = re.compile(rf"[(\[]?(?:{LETTER}|{'|'.join(ROMAN)})(?:[.)\]]\s|[.)\]]?\s*$)", re.IGNORECASE)
_PAIR = re.compile(r"\d\s*[-–—=:]\s*[^\W\d_](?!\w)")  # a pair to match, `1-b`
_IN_DOUBT = re.compile(r"[?!？！][)\]]?$")


def answered_in_words(line: int, stem: str, said: str) -> ForeignQuestion:
    """The question with a typed answer; Unfit if that may name an option, is uncertain, or is in the stem."""
    refuse_unsure(said)
    answer = written(said)
    for each in answer.accepted:
        _refuse_other(stem, each)
    question = card(line, stem, answer.accepted[0], explanation=answer.remark)
    if isinstance(question.answer, Typed):
        question = replace(question, answer=Typed(answer.accepted))
    return replace(question, changes=(answer.told,)) if answer.told else question


def _refuse_other(stem: str, said: str) -> None:
    """Raise Unfit if an answer may not be meant to be typed, or can be read in its stem."""
    asks_number = said.isdecimal() and (stem.endswith(ASKS) or "___" in stem)
    if _PARTS.match(said) or _PAIR.search(said) or (len(said) == 1 and not asks_number):
        raise Unfit(f"the answer “{said[:40]}” may name an option, or have parts", "write its words")
    if re.search(rf"(?<!\w){re.escape(folded(said))}(?!\w)", folded(without_number(stem))):
        raise Unfit(f"the answer “{said[:40]}” stands in the question", "write its options with A. B. C. before them")


def refuse_unsure(said: str) -> None:
    """Raise Unfit if the file gives several answers, or says that the answer is wrong."""
    if EITHER in said:
        raise Unfit(f"its answer is not certain: “{tidy(said)[:60]}”", "say one thing of each number")
    if speaks_of_mistake(said) or _IN_DOUBT.search(said):
        raise Unfit(f"its answer seems to be in doubt: “{said[:60]}”", "write what is right, and nothing else")
