"""The facts a learner keeps getting wrong, and the answers given instead."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.progress.mistakes import Confusion
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import Block, Heading, Point, Span
from trotskyism_cli.screen.document import line as line_of
from trotskyism_cli.screen.questions.feedback import look_up_command


class Failing(NamedTuple):
    """A fact that keeps failing, and the wrong answers given, most frequent first."""

    memory: Memory
    taken_for: tuple[Confusion, ...] = ()


def failing_blocks(pack: Pack, failing: Sequence[Failing]) -> Iterator[Block]:
    if failing:
        yield Heading("Facts you keep getting wrong")
    for case in failing:
        notes = [line_of(f"forgotten on {counted(case.memory.lapses, 'day')}")]
        if case.taken_for:
            named = ", ".join(f"{each.said} instead of {each.meant}{_times(each.times)}" for each in case.taken_for)
            notes.append(line_of("you answered ", Span(named, "wrong")))
        notes.append(line_of("read it: ", Span(look_up_command(case.memory.fact), "kind")))
        yield Point(line_of(_told(pack, case.memory.fact)), tuple(notes))


def _times(times: int) -> str:
    return f" ({times} times)" if times > 1 else ""


def _told(pack: Pack, fact_id: str) -> str:
    if (quote := pack.quotes.get(fact_id)) is not None:
        return f"“{quote.text}”"
    fact = pack.fact_or_significance(fact_id)
    return fact_sentence(pack, fact) if fact else ""
