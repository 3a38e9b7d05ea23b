"""Study as documents: what would be asked and why, how a session ended, and the outlook on an exam."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from textwrap import shorten
from typing import TYPE_CHECKING, Any, NamedTuple

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.learning.days import DAY, end_of_day
from trotskyism_cli.learning.memory import Memory
from trotskyism_cli.learning.mistakes import Confusion
from trotskyism_cli.learning.plan import RUNGS, Planned, Reason
from trotskyism_cli.learning.session import Result
from trotskyism_cli.learning.today import Ready
from trotskyism_cli.pack.model import Entry
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.charts import BLOCKS, Bar, bars, share_bar
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Picture, Point, Span, Title
from trotskyism_cli.screen.document import line as line_of
from trotskyism_cli.screen.feedback import look_up_command
from trotskyism_cli.screen.questions import reading, score_words
from trotskyism_cli.screen.quoted import passage_in_short

if TYPE_CHECKING:
    from trotskyism_cli.learning.outlook import Forecast, Load, Outlook

SECONDS_A_QUESTION = 20  # with reading the explanation
WAYS = {  # that are not the usual one
    "reverse": "asked the other way round",
    "order": "to be put in order or matched",
    "typed": "you write the answer",
}
SHORTEST = 8  # columns of a title that is cut
DIFFERENT = 0.05  # by how much a chapter is expected to differ from the whole to be named


class Leech(NamedTuple):
    """A fact that keeps failing, and what was answered instead, the most frequent first."""

    memory: Memory
    taken_for: tuple[Confusion, ...] = ()


def plan_document(
    pack: Pack, ready: Sequence[Ready], leeches: Sequence[Leech], then: datetime | None, now: datetime
) -> Document:
    """The facts that keep failing; then each question that would be asked, without its answer, and why this one now."""
    blocks: list[Block] = [Title("What a study session would ask now", _counts(ready))]
    blocks += _leeches(pack, leeches)
    blocks += [Heading("Questions")] if leeches and ready else []
    for number, each in enumerate(ready, start=1):
        why = " · ".join(_why(each, now))
        notes = (*passage_in_short(each.item.passage), *((line_of(Span(why, "note")),) if why else ()))
        blocks.append(Point(line_of(each.item.stem), notes, number=str(number)))
    if not ready:
        blocks.append(Paragraph(nothing_line(then, now)))
    return Document(tuple(blocks))


def _counts(ready: Sequence[Ready]) -> str:
    """`12 due, 5 new`, and of what was looked up, how much was met before."""
    new = sum(each.planned.memory is None for each in ready)
    again = sum(
        each.planned.reason in (Reason.LOOKED_UP, Reason.WORTH) and each.planned.memory is not None for each in ready
    )
    counts = {"due": len(ready) - new - again, "met before": again, "new": new}
    return ", ".join(f"{count} {words}" for words, count in counts.items() if count) or "nothing"


def _why(ready: Ready, now: datetime) -> Iterator[str]:
    """What sets a question apart; that it is about something new goes without saying."""
    planned = ready.planned
    yield from _reasons(planned, now)
    if way := WAYS.get(RUNGS[ready.rung][0]):
        yield way
    if planned.beside:
        yield "next to one that is easily taken for it"
    if planned.is_leech:
        yield "you keep getting it wrong, so it is asked in another way each time"


def _reasons(planned: Planned, now: datetime) -> Iterator[str]:
    if planned.reason is Reason.NEW or planned.memory is None:
        return
    if planned.reason is Reason.CHANGED:
        yield "its meaning has changed since you learnt it"
        return
    if planned.reason is Reason.WORTH:
        yield "not due yet, but worth a minute now"
    elif planned.reason is Reason.DUE:
        late = (now - planned.memory.due) // DAY
        yield f"due {counted(late, 'day')} ago" if late > 0 else "due today"
    yield f"you remember it with a chance of {planned.recall or 0:.0%}"


def nothing_line(then: datetime | None, now: datetime) -> Line:
    """That nothing is due, and when the next is."""
    if then is None:
        return line_of("Nothing is due, and there is nothing new to learn here.")
    return line_of("Nothing is due. The next fact is due ", Span(_when(then, now), "date"), ".")


def nothing_looked_up_line() -> Line:
    """That there is nothing to ask about what was looked up."""
    return line_of(
        "Nothing that you looked up in the last two weeks is left to learn. "
        "Look-ups are kept from your first answer on."
    )


def _when(then: datetime, now: datetime) -> str:
    """A day to come, in words: `tomorrow`, `on Friday`, `on 3 March 2027`."""
    days = (end_of_day(then.astimezone(now.tzinfo)) - end_of_day(now)) // DAY
    day = end_of_day(then.astimezone(now.tzinfo)) - DAY
    if days <= 1:
        return ("today", "tomorrow")[max(0, days)]
    return f"on {day:%A}" if days < 7 else f"on {day.day} {day:%B %Y}"


def _leeches(pack: Pack, leeches: Sequence[Leech]) -> Iterator[Block]:
    if leeches:
        yield Heading("Facts you keep getting wrong")
    for leech in leeches:
        notes = [line_of(f"forgotten on {counted(leech.memory.lapses, 'day')}")]
        if leech.taken_for:
            named = ", ".join(f"{each.said} instead of {each.meant}{_times(each.times)}" for each in leech.taken_for)
            notes.append(line_of("you answered ", Span(named, "wrong")))
        notes.append(line_of("read it: ", Span(look_up_command(leech.memory.fact), "kind")))
        yield Point(line_of(_told(pack, leech.memory.fact)), tuple(notes))


def _times(times: int) -> str:
    return f" ({times} times)" if times > 1 else ""


def _told(pack: Pack, fact_id: str) -> str:
    if (quote := pack.quotes.get(fact_id)) is not None:
        return f"“{quote.text}”"
    fact = pack.statement(fact_id)
    return fact_sentence(pack, fact) if fact else ""


class After(NamedTuple):
    """What is to be said after a session: entries to read again, facts that kept failing in it, and what comes next.

    `known` are the facts known before it; `then` says when the next are due, and `due` how many on that day.
    """

    to_read: Sequence[Entry]
    leeches: Sequence[Leech]
    known: Collection[str]
    then: datetime | None
    due: int


def end_document(pack: Pack, result: Result, after: After, now: datetime) -> Document:
    """How a session ended: what was learnt, what to read again, when it goes on, and the score as the last line."""
    star = Span("★ " if result.right else "", "sign")
    blocks: list[Block] = [Paragraph(line_of(star, Span(_achieved(result, after.known), "right" if star.text else "")))]
    blocks += _leeches(pack, after.leeches)
    if after.to_read:
        blocks += [Heading("Read again"), *reading(after.to_read)]
    if after.then is not None:
        facts = f"{counted(after.due, 'fact')} {'is' if after.due == 1 else 'are'}"
        blocks.append(Paragraph(line_of(f"Next: {facts} due ", Span(_when(after.then, now), "date"), ".")))
    return Document((*blocks, Paragraph(line_of(Span(score_words(result), "strong")))))


class Level(NamedTuple):
    """Of the facts of an importance (3 to 1), how many of those asked were right."""

    importance: int
    right: int
    asked: int


LEVELS = {3: "what everybody should know", 2: "what a good student knows", 1: "what one looks up"}


def with_level(ended: Document, levels: Sequence[Level], *, knows_much: bool) -> Document:
    """The end of a session that found the level: that first."""
    told = ", ".join(f"{each.right} of {each.asked} of {LEVELS.get(each.importance, 'the rest')}" for each in levels)
    if knows_much:
        then = "You know much of it: study asks before it shows you anything new."
    else:
        then = "Study begins with what everybody should know, and shows it before it asks."
    return Document((Paragraph(line_of(Span("Your level: ", "strong"), f"{told}. {then}")), *ended.blocks))


def looked_up_line(names: Sequence[str]) -> Line:
    """That what was looked up lately can be learnt."""
    return line_of(
        f"You looked up {', '.join(names)}. To learn that first: ", Span(command("study", "--looked-up"), "command")
    )


def beginning_line(to_read: int, minutes: float, *, further: bool = False) -> Line:
    """How a session goes that begins with what is new: what is to be read before the first question, and how long.

    `further` if a chapter was read already.
    """
    read = f"Now {counted(to_read, 'card')} from it" if further else f"First {counted(to_read, 'thing')} to read"
    first = f"{read}, then the first question; after that they take turns."
    return line_of(f"{first} About {counted(max(1, round(minutes)), 'minute')}.")


def placement_line() -> Line:
    """What somebody who begins may want instead."""
    return line_of(
        "New facts are shown before they are asked. If you know the field, twenty questions find your level: ",
        Span(command("study", "--test"), "command"),
    )


def _achieved(result: Result, known: Collection[str]) -> str:
    """What was done: facts kept, put right and met for the first time, and those that are still wrong."""
    if not result.asked:
        return "No question was answered; nothing has changed."
    last = {fact: each.correct for each in result.answered for fact in each.question.item.asked_ids}
    missed = {fact for each in result.missed for fact in each.question.item.asked_ids}
    counts = Counter(
        "wrong" if not right else "mended" if fact in missed else "new" if fact not in known else "kept"
        for fact, right in last.items()
    )
    words = {
        "kept": "kept in memory",
        "mended": "put right after a mistake",
        "new": "new and right at once",
        "wrong": "not right yet",
    }
    told = [f"{counts[kind]} {text}" for kind, text in words.items() if counts[kind]]
    return f"{counted(result.asked, 'question')} answered. Facts: {', '.join(told)}."


def outlook_document(pack: Pack, outlook: "Outlook", now: datetime) -> Document:
    """The load until the exam and, by chapter, the recall to expect of it."""
    titles = {topic.id: topic.title for topic in pack.topics}
    reviews = sum(load.reviews for load in outlook.days)
    a_day = reviews / len(outlook.days) + sum(load.new for load in outlook.days) / len(outlook.days)
    minutes = max(1, round(a_day * SECONDS_A_QUESTION / 60))
    hardest = max(outlook.days, key=_questions)
    whole = outlook.whole
    return Document(
        (
            Title(f"Exam on {outlook.exam.day} {outlook.exam:%B %Y}", _in_days(len(outlook.days))),
            Paragraph(
                line_of(
                    Span(f"About {_rounded(a_day)} a day", "strong"),
                    f", some {counted(minutes, 'minute')}; {outlook.new_a_day} of them new while there are new facts. "
                    f"The busiest day is {_day(hardest)}, with {_questions(hardest):.0f} questions.",
                )
            ),
            _load_picture(outlook.days),
            Paragraph(
                line_of(
                    "On the day you will remember ",
                    Span(f"{whole.share:.0%}", "strong"),
                    f" of {counted(whole.facts, 'fact')} (nine times in ten, {whole.low:.0%} to {whole.high:.0%}); "
                    f"if you stop now, {whole.stopping:.0%}{_guessing(whole)}.",
                )
            ),
            *_by_chapter(titles, outlook),
            Paragraph(
                line_of(
                    Span(
                        "An estimate: it takes your memory for an average one, widened for how little has been seen of "
                        "it. Facts never met count as guesses, one right in four.",
                        "note",
                    )
                )
            ),
        )
    )


def _in_days(days: int) -> str:
    return "tomorrow" if days == 1 else f"in {days} days"


def _questions(load: "Load") -> float:
    return load.reviews + load.new


def _day(load: "Load") -> str:
    return f"{load.day.day} {load.day:%B}"


def _rounded(questions: float) -> str:
    return counted(round(questions), "question")


def _guessing(whole: "Forecast") -> str:
    return ", by guessing alone" if whole.unseen == whole.facts else ""


def _by_chapter(titles: Mapping[str, str], outlook: "Outlook") -> Iterator[Block]:
    """The chapters of which something else is expected than of the whole, each with a bar in one line."""
    whole = outlook.whole
    found = [each for each in outlook.topics if abs(each.share - whole.share) >= DIFFERENT]
    names = [titles.get(each.topic, "in no chapter") for each in found]

    def rows(width: int) -> list[Bar]:
        return [_row(name, each, width // 2) for name, each in zip(names, found, strict=True)]

    if found:
        yield Heading("Chapters that differ (in brackets: if you stop now)")
        yield Picture(lambda width: bars(rows(width)).draw(width), bars(rows(0)).words)


def _row(title: str, forecast: "Forecast", room: int) -> Bar:
    told = f"{forecast.share:.0%} ({forecast.stopping:.0%})"
    words = f"{title}: {told} of {counted(forecast.facts, 'fact')}"
    label = shorten(title.partition(":")[0], max(room, SHORTEST), placeholder="…")
    return share_bar(label, forecast.share, told, words)


def _load_picture(days: Sequence["Load"]) -> Picture:
    """The questions of each day as a row of bars, several days in one where the row is too narrow."""
    most = max(map(_questions, days), default=0.0)

    def draw(width: int) -> list[Line]:
        columns = max(1, min(width - 2, 60, len(days)))
        parts = [days[len(days) * place // columns : len(days) * (place + 1) // columns] for place in range(columns)]
        heights = [max(map(_questions, part)) / most if most else 0.0 for part in parts]
        bars = "".join(BLOCKS[round(height * (len(BLOCKS) - 1))] for height in heights)
        return [line_of(Span(bars, "line")), line_of(Span("today" + "exam".rjust(max(5, columns - 5)), "kind"))]

    weeks = [days[start : start + 7] for start in range(0, len(days), 7)]
    words = tuple(line_of(f"Week from {_day(week[0])}: {_rounded(sum(map(_questions, week)))}") for week in weeks)
    return Picture(draw, words)


def plan_record(ready: Sequence[Ready], leeches: Sequence[Leech], then: datetime | None) -> dict[str, Any]:
    """The plan as programs read it. `recall` is a chance from 0 to 1; times are ISO 8601, in UTC."""
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
                "keeps_failing": each.planned.is_leech,
                "item": each.item.id,
                "kind": each.item.kind,
                "response": each.item.response.value,
                "stem": each.item.stem,
            }
            for each in ready
        ],
        "keep_failing": [
            {
                "fact": leech.memory.fact,
                "lapses": leech.memory.lapses,
                "taken_for": [
                    {"option": each.said, "for": each.meant, "times": each.times} for each in leech.taken_for
                ],
            }
            for leech in leeches
        ],
    }


def outlook_record(outlook: "Outlook") -> dict[str, Any]:
    """The outlook as programs read it: shares from 0 to 1, `low` to `high` nine times in ten."""
    return {
        "exam": outlook.exam.isoformat(),
        "new_a_day": outlook.new_a_day,
        "days": [
            {"day": load.day.isoformat(), "reviews": round(load.reviews, 2), "new": load.new} for load in outlook.days
        ],
        "whole": _forecast_record(outlook.whole),
        "topics": [_forecast_record(each) for each in outlook.topics],
    }


def _forecast_record(forecast: "Forecast") -> dict[str, Any]:
    return {
        "topic": forecast.topic or None,
        "facts": forecast.facts,
        "unseen": forecast.unseen,
        "unreached": forecast.unreached,
        "share": round(forecast.share, 4),
        "low": round(forecast.low, 4),
        "high": round(forecast.high, 4),
        "if_you_stop": round(forecast.stopping, 4),
    }
