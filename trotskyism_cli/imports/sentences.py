"""What is said of questions that are left out or changed, where several formats have reason to say it."""

from trotskyism_cli.imports.foreign import tidy

# Why a question is left out and what its author can do about it; or the reason alone, where that differs.
NOT_IN_ORDER = "its options are not lettered A, B, C … in order", "letter them so, each once"
NO_ANSWERS = "a description without answers", "nothing needs to be done, unless it is a question"
NOT_MARKED = "an essay, or a file to send", "a pack asks what can be marked; write options or answers"
NO_RIGHT_OPTION = "which option is right is not said"
NO_TRUTH = "a statement of which is not said whether it is true"
ANY_LETTERS = "an answer with a star for any letters"
WRITE_OUT = "write out the answers that are right"

# What a pack has otherwise.
WEIGHED_ALIKE = "its right options had different weights; here each counts the same"
NOTHING_TAKEN = "a wrong option no longer takes marks away"
PICTURE_LOST = "a picture was left out; see that the question can be answered without it"


def not_told(answer: str, said: str) -> str:
    """What is noted where something is said to those who type a wrong answer (any, if empty)."""
    whom = f"those who write “{answer}”" if answer.strip("*") else "those who are wrong"
    return f"what is said to {whom} was left out: “{said}”"


def some_of_order(count: str, whole: int) -> str:
    """What is noted where Moodle asks for some things of an order at a time."""
    return f"of its {whole} things {count} were asked for at a time; here all are"


def passed_over(text: str) -> str:
    """What is noted of a line that stands in no question."""
    return f"“{tidy(text)[:60]}” belongs to no question, and was passed over"


def no_verdict(said: str) -> tuple[str, str]:
    """Why a statement is left out of which something else is said than of most; and what its author can do about it."""
    told = f"“{said[:40]}” does not say whether a statement is true, as most answers of the file do"
    return told, "write true or false as its answer"
