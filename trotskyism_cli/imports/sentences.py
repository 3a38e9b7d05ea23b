"""Reasons and notes about left-out or changed questions that several formats share."""

from trotskyism_cli.imports.foreign import tidy

# Reasons for leaving a question out, with the remedy where it is always the same.
NOT_IN_ORDER = "its options are not lettered A, B, C … in order", "letter them so, each once"
NO_ANSWERS = "a description without answers", "nothing needs to be done, unless it is a question"
NOT_MARKED = "an essay, or a file to send", "a pack asks what can be marked; write options or answers"
NO_RIGHT_OPTION = "which option is right is not said"
NO_TRUTH = "a statement of which is not said whether it is true"
ANY_LETTERS = "an answer with a star for any letters"
WRITE_OUT = "write out the answers that are right"

# Changes.
WEIGHED_ALIKE = "its right options had different weights; here each counts the same"
NOTHING_TAKEN = "a wrong option no longer takes marks away"
PICTURE_LOST = "a picture was left out; see that the question can be answered without it"


def not_told(answer: str, said: str) -> str:
    """The note that feedback on a wrong typed answer (on any, if `answer` is empty) was left out."""
    whom = f"those who write “{answer}”" if answer.strip("*") else "those who are wrong"
    return f"what is said to {whom} was left out: “{said}”"


def some_of_order(count: str, whole: int) -> str:
    """The note that Moodle asked for only some things of an order at a time."""
    return f"of its {whole} things {count} were asked for at a time; here all are"


def passed_over(text: str) -> str:
    """The note on a line that belongs to no question."""
    return f"“{tidy(text)[:60]}” belongs to no question, and was passed over"


def no_verdict(said: str) -> tuple[str, str]:
    """Reason and remedy for a statement whose answer says neither true nor false as most others do."""
    told = f"“{said[:40]}” does not say whether a statement is true, as most answers of the file do"
    return told, "write true or false as its answer"
