"""Progress within a sitting, shown above each question; kept small to load fast before the first one."""

from trotskyism_cli.learning.answering.session import Question, Result
from trotskyism_cli.screen.document import Line, Span, line

BAR = 20  # columns of the bar


def progress_line(question: Question, result: Result, width: int, *, exam: bool = False) -> Line:
    """A progress bar with the score so far; in an exam only the number of answers."""
    done, total = result.asked, question.total
    told = f"{done} answered" if exam else f"{result.right} of {done} right so far" if done else ""
    told = question.beyond or told
    place = f" {question.number}/{total}  "
    columns = min(BAR, max(5, width - len(place) - len(told)))
    filled = columns * done // total if total else 0
    bar = Span("█" * filled, "line"), Span("░" * (columns - filled), "kind")
    return line(*bar, place, Span(told, "kind" if exam else "right"))


def time_left(seconds: float) -> str:
    """The time left, e.g. `Time left: 4:05`."""
    whole = max(0, round(seconds))
    return f"Time left: {whole // 60}:{whole % 60:02}"
