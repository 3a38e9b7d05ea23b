"""What the answers tell of a memory: how fast it forgets, by how much it grows, and how well that foretold answers."""

from collections.abc import Iterator
from math import exp, log

from trotskyism_cli.counting import counted
from trotskyism_cli.learning.recall.fitting import FEWEST, likelihoods
from trotskyism_cli.learning.recall.pupil import Pupil
from trotskyism_cli.learning.recall.traces import Nature
from trotskyism_cli.screen.document import Block, Document, Heading, Paragraph, Span, Title, line
from trotskyism_cli.screen.progress.charts import Bar, Part, bars

WHAT_FOR = (
    "By this memory study chooses what to ask. On which day a fact is due, and what --exam foretells, goes by the "
    "average memory of FSRS."
)
DAYS = (1, 3, 7, 14, 30, 60)


def model_document(pupil: Pupil, answers: int) -> Document:
    """The forgetting curve of a learner beside the usual one, and what either made of so many answers."""
    return Document((Title("Your memory", counted(answers, "answer")), *_blocks(pupil)))


def _blocks(pupil: Pupil) -> Iterator[Block]:
    nature, usual = pupil.nature, Nature()
    foretold = sum(any(likelihoods(usual, each)) for each in pupil.histories.values())
    if foretold < FEWEST:
        yield Paragraph(
            line(f"There is too little to tell yet: {counted(foretold, 'fact')} met again later, of {FEWEST} needed.")
        )
        yield Paragraph(line("Until then you are taken for the usual learner."))
    else:
        yield Heading("How much of what you read once you remember")
        yield bars([_remembered(days, nature, usual) for days in DAYS])
        grown = nature.recalled(1, 1.0, 0.5)
        yield Paragraph(
            line(
                "Each time you recall a fact that was half forgotten, you keep it ",
                Span(f"{grown:.1f}", "strong"),
                " times as long.",
            )
        )
    yield Paragraph(line("Of new facts you knew before: ", Span(f"{nature.known:.0%}", "strong"), "."))
    if foretold >= FEWEST:
        yield Heading("How well your answers were foretold")
        own, other = _foretold(pupil, nature), _foretold(pupil, usual._replace(known=nature.known))
        yield Paragraph(
            line(f"By your own memory {own:.1%} an answer, by the usual one {other:.1%} (100% would be certainty).")
        )
        yield Paragraph(line(Span(WHAT_FOR, "note")))
    pace = pupil.pace
    yield Paragraph(
        line(f"A right answer takes you {pace.right:.0f} seconds, a wrong one with what is read then {pace.wrong:.0f}.")
    )


def _remembered(days: int, nature: Nature, usual: Nature) -> Bar:
    own, other = nature.recall(nature.life, days), usual.recall(usual.life, days)
    label = f"after {counted(days, 'day')}"
    words = f"{label}: {own:.0%}, the usual learner {other:.0%}"
    return Bar(label, (Part(own, "█", "right"), Part(1 - own, " ")), line(f"{own:.0%}, usual {other:.0%}"), words)


def _foretold(pupil: Pupil, nature: Nature) -> float:
    """The chance that was given to the answers that came, in the geometric mean."""
    chances = [chance for history in pupil.histories.values() for _, chance in likelihoods(nature, history)]
    return exp(sum(map(log, chances)) / len(chances))
