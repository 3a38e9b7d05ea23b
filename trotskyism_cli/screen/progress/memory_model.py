"""The learner's memory model (`study --model`): the forgetting curve, how well it predicted answers, and its use."""

from collections.abc import Iterator
from math import exp

from trotskyism_cli.learning.recall.fitting import FEWEST
from trotskyism_cli.learning.recall.gain import WORDS_A_CARD
from trotskyism_cli.learning.recall.learner_model import Pupil
from trotskyism_cli.learning.recall.traces import Nature
from trotskyism_cli.learning.recall.trial import TENTHS, Band, Trial, count_telling
from trotskyism_cli.message_text import counted
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Span, Table, Title, line
from trotskyism_cli.screen.progress.charts import Bar, Part, bars

WHAT_FOR = (
    "By this, study chooses what to ask and says what is due. What --exam foretells goes by the average memory of FSRS."
)
FIRM, FIRMER = 0.9, 0.95  # recall levels other programs schedule by
DAYS = (1, 3, 7, 14, 30, 60)


def model_document(pupil: Pupil, answers: int) -> Document:
    """A learner's forgetting curve beside the average one, and how well each predicted the latest answers."""
    return Document((Title("Your memory", counted(answers, "answer")), *_blocks(pupil)))


def _blocks(pupil: Pupil) -> Iterator[Block]:
    trial = pupil.trial
    if trial is None:
        telling = counted(count_telling(pupil.histories.values()), "answer")
        yield Paragraph(
            line(f"There is too little to tell yet: {telling} about facts met days before, of {FEWEST} needed.")
        )
        yield Paragraph(line("Until then you are taken for the usual learner."))
    else:
        yield from _curve(pupil.nature if trial.holds else trial.found)
    yield Paragraph(line("Of new facts you knew before: ", Span(f"{pupil.known_before():.0%}", "strong"), "."))
    if trial is not None:
        yield from _judged(trial)
    yield from _asked_again(pupil)
    yield Paragraph(line(Span(WHAT_FOR, "note")))


def _asked_again(pupil: Pupil) -> Iterator[Block]:
    """The recall level at which facts are due, why, and what a higher one would cost."""
    pace, level = pupil.pace, pupil.asked_at()
    yield Heading("When you are asked again")
    yield Paragraph(
        line(
            f"A right answer takes you {pace.right:.0f} seconds, a wrong one with what is read then {pace.wrong:.0f}, "
            f"and the card of a new fact {pace.card:.0f} ({60 * WORDS_A_CARD / pace.card:.0f} words a minute)."
        )
    )
    yield Paragraph(
        line(
            "You are asked again when your chance to know a fact has fallen to about ",
            Span(f"{level:.0%}", "strong"),
            ": by your memory and your pace, that gains most for your minutes.",
        )
    )
    if not pupil.traces:
        return
    now, firm = pupil.minutes_a_day(level), FIRM if level < FIRM - 0.02 else FIRMER
    more = pupil.minutes_a_day(firm) - now
    yield Paragraph(
        line(
            f"At that, the {counted(len(pupil.traces), 'fact')} you have met take {_minutes(now)} a day. To keep "
            f"all of them at {firm:.0%} would take {_minutes(more)} a day more."
        )
    )


def _minutes(minutes: float) -> str:
    return f"about {counted(round(minutes), 'minute')}" if minutes >= 1 else "less than a minute"


def _curve(nature: Nature) -> Iterator[Block]:
    usual = Nature()
    yield Heading("How much of what you read once you remember")
    yield bars([_remembered(days, nature, usual) for days in DAYS])
    grown = Span(f"{nature.recalled(1, 1.0, 0.5):.1f}", "strong")
    yield Paragraph(line("Each time you recall a fact that was half forgotten, you keep it ", grown, " times as long."))


def _remembered(days: int, nature: Nature, usual: Nature) -> Bar:
    own, other = nature.recall(nature.life, days), usual.recall(usual.life, days)
    label = f"after {counted(days, 'day')}"
    words = f"{label}: {own:.0%}, the usual learner {other:.0%}"
    return Bar(label, (Part(own, "█", "right"), Part(1 - own, " ")), line(f"{own:.0%}, usual {other:.0%}"), words)


def _judged(trial: Trial) -> Iterator[Block]:
    """How well both models predicted the later answers, and what follows."""
    yield Heading("How well your answers were foretold")
    yield Paragraph(
        line(
            f"Your memory was worked out from your earlier answers, and tried on the last {trial.answers}, beside that "
            "of the usual learner. Guesses that hit are counted in."
        )
    )
    found = [
        (place, own, other)
        for place, (own, other) in enumerate(zip(trial.own.bands, trial.usual.bands, strict=True))
        if own.answers or other.answers
    ]
    rows = tuple((line(_times(place)), _right(own), _right(other)) for place, own, other in found)
    told = tuple((f"{_in_words(place, own)}; by the usual memory {_in_brief(other)}.",) for place, own, other in found)
    yield Table(("To be right", "By your memory", "By the usual one"), rows, told=told)
    own, other = (f"{exp(-each.loss):.0%}" for each in (trial.own, trial.usual))
    yield Paragraph(line(f"What you answered had a chance of {own} by your memory, and of {other} by the usual one."))
    yield Paragraph(line(_verdict(trial)))


def _times(place: int) -> str:
    if place == 0:
        return "almost never"
    return "almost always" if place == TENTHS - 1 else f"{place} times in 10" if place > 1 else "once in 10"


def _right(band: Band) -> Line:
    return line(f"{band.right} of {band.answers}" if band.answers else "none")


def _in_words(place: int, band: Band) -> str:
    to_be = f"to be right {_times(place)}"
    if band.answers < 2:
        return (
            f"One answer was {to_be}, and {'was' if band.right else 'was not'}" if band.answers else f"None was {to_be}"
        )
    return f"Of {band.answers} answers that were {to_be}, {band.right} {'was' if band.right == 1 else 'were'}"


def _in_brief(band: Band) -> str:
    return f"{band.right} of {band.answers}" if band.answers else "there were none"


def _verdict(trial: Trial) -> str:
    """Which model study uses, and why."""
    if not trial.holds:
        return "That is worse, so study takes you for the usual learner. It is tried again when there are more answers."
    if trial.own.loss < trial.usual.loss:
        return "Your own memory foretold them better, so study goes by it."
    return "So few answers do not tell them apart. Study goes by your own memory as long as it is not clearly worse."
