"""The examiner's view of questions written by hand: found by their words, judged by their author's statements."""

from collections.abc import Sequence

from benchmarks.items.stream import Seen, norm
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.question import Option, Question

KIND = "written"


def question_of(pack: Pack, item: Seen) -> Question | None:
    """The only question of the pack with this stem, passage and facts; None if there is none or several."""
    found = [
        each
        for each in pack.questions.values()
        if norm(each.stem) == norm(item.stem) and _passage(pack, each) == item.passage
    ]
    if len(found) != 1 or item.evidence[: len(found[0].about)] != found[0].about:
        return None
    return found[0]


def _passage(pack: Pack, question: Question) -> str:
    return pack.quotes[question.passage].text if question.passage in pack.quotes else ""


def option_of(question: Question, text: str) -> Option | None:
    """The option with this text."""
    return next((option for option in question.options if norm(option.text) == norm(text)), None)


def is_licensed(pack: Pack, premises: Sequence[str], text: str) -> bool:
    """Return whether the author says, with a reason and a source, that this option is wrong."""
    question = pack.questions.get(premises[0].removeprefix("question:")) if premises else None
    option = option_of(question, text) if question else None
    if question is None or option is None or option.right or not option.note:
        return False
    return bool(question.citations) and all(each.source in pack.sources for each in question.citations)
