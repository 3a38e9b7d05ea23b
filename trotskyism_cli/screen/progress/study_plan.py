"""What a study session would ask and why (`study --plan`), as a document and as JSON."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from trotskyism_cli.invocation import command
from trotskyism_cli.learning.days import DAY
from trotskyism_cli.learning.study.asking_level import LEVELS
from trotskyism_cli.learning.study.planned import Planned, Reason
from trotskyism_cli.learning.study.rehearsal import Ready
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Block, Document, Paragraph, Point, Span, Title
from trotskyism_cli.screen.document import line as line_of
from trotskyism_cli.screen.progress.failing import Failing, failing_blocks
from trotskyism_cli.screen.progress.next_due import nothing_line
from trotskyism_cli.screen.questions.passage_view import passage_in_short

FIRST = "All of it is new to you: what everybody should know comes first."
BY_OWN = "The chances are by what your answers show of your memory: "
WAYS = {  # for levels other than the usual one
    "recall": "you answer before the options are shown",
    "reverse": "asked the other way round",
    "order": "to be put in order or matched",
    "typed": "you write the answer",
}


def plan_document(
    pack: Pack, ready: Sequence[Ready], failing: Sequence[Failing], then: datetime | None, now: datetime
) -> Document:
    """Each question that would be asked, without its answer, and why now; then the facts that keep failing.

    If all are new, the reason is given once at the top.
    """
    blocks: list[Block] = [Title("What a study session would ask now", _counts(ready))]
    is_all_new = all(_is_new(each) for each in ready)
    if ready and is_all_new:
        blocks.append(Paragraph(line_of(Span(FIRST, "note"))))
    for number, each in enumerate(ready, start=1):
        why = "" if is_all_new else MIDDOT.join(_why(each, now))
        notes = (*passage_in_short(each.item.passage), *((line_of(Span(why, "note")),) if why else ()))
        blocks.append(Point(line_of(each.item.stem), notes, number=str(number)))
    if not ready:
        blocks.append(Paragraph(nothing_line(then, now)))
    if any(_has_chance(each.planned) for each in ready):
        blocks.append(Paragraph(line_of(Span(BY_OWN, "note"), Span(command("study", "--model"), "command"))))
    blocks += failing_blocks(pack, failing)
    return Document(tuple(blocks))


def _counts(ready: Sequence[Ready]) -> str:
    """The numbers of questions, e.g. `12 due, 5 new`; facts met before but not due are counted separately."""
    new = sum(each.planned.memory is None for each in ready)
    again = sum(
        each.planned.reason in (Reason.LOOKED_UP, Reason.WORTH) and each.planned.memory is not None for each in ready
    )
    counts = {"due": len(ready) - new - again, "met before": again, "new": new}
    return ", ".join(f"{count} {words}" for words, count in counts.items() if count) or "nothing"


def _why(ready: Ready, now: datetime) -> Iterator[str]:
    """Why a question is asked, and what is special about it."""
    planned = ready.planned
    yield from _reasons(planned, now)
    if way := WAYS.get(LEVELS[ready.level][0]):
        yield way
    if planned.beside:
        yield "asked right after one that is often mixed up with it"
    if planned.keeps_failing:
        yield "you keep getting it wrong, so it is asked in another way each time"


def _is_new(ready: Ready) -> bool:
    return ready.planned.reason is Reason.NEW


def _has_chance(planned: Planned) -> bool:
    return planned.memory is not None and planned.reason is not Reason.CHANGED


def _reasons(planned: Planned, now: datetime) -> Iterator[str]:
    if planned.reason is Reason.LOOKED_UP:
        yield "you looked it up"
    elif planned.memory is None:
        yield "new to you"
    if planned.reason is Reason.CHANGED:
        yield "its meaning has changed since you learnt it"
    if planned.memory is None or not _has_chance(planned):
        return
    if planned.reason is Reason.WORTH:
        yield "not due yet, but it lasts longer if it is asked now"
    elif planned.reason is Reason.DUE:
        late = (now - planned.memory.due) // DAY
        yield f"due {counted(late, 'day')} ago" if late > 0 else "due today"
    yield f"you remember it with a chance of {planned.recall or 0:.0%}"


def plan_record(ready: Sequence[Ready], failing: Sequence[Failing], then: datetime | None) -> dict[str, Any]:
    """The plan for JSON. `recall` is a probability from 0 to 1; times are ISO 8601 in UTC."""
    return {
        "next_due": then.isoformat() if then else None,
        "questions": [
            {
                "fact": each.planned.fact,
                "reason": each.planned.reason.value,
                "recall": None if each.planned.recall is None else round(each.planned.recall, 4),
                "due": each.planned.memory.due.isoformat() if each.planned.memory else None,
                "stability": round(each.planned.memory.stability, 3) if each.planned.memory else None,
                "beside": each.planned.beside or None,
                "keeps_failing": each.planned.keeps_failing,
                "item": each.item.id,
                "kind": each.item.kind,
                "response": each.item.response.value,
                "covered": each.item.covered,
                "stem": each.item.stem,
            }
            for each in ready
        ],
        "keep_failing": [
            {
                "fact": case.memory.fact,
                "lapses": case.memory.lapses,
                "taken_for": [{"option": each.said, "for": each.meant, "times": each.times} for each in case.taken_for],
            }
            for case in failing
        ],
    }
