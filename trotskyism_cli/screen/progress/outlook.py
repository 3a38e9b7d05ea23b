"""The outlook on an exam: the daily load and the recall to expect, as a document and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from textwrap import shorten
from typing import Any

from trotskyism_cli.learning.progress.outlook import Forecast, Load, Outlook
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import Block, Document, Heading, Line, Paragraph, Picture, Span, Title
from trotskyism_cli.screen.document import line as line_of
from trotskyism_cli.screen.progress.charts import BLOCKS, Bar, bars, share_bar
from trotskyism_cli.screen.progress.statistics import OTHERS

SECONDS_A_QUESTION = 20  # with reading the explanation
SHORTEST = 8  # columns left of a title that is cut
DIFFERENT = 0.05  # difference in recall from the whole at which a chapter is named


def outlook_document(pack: Pack, outlook: Outlook, today: date) -> Document:
    """The daily load until the exam and the expected recall by chapter; `today` is the calendar date."""
    titles = {topic.id: topic.title for topic in pack.topics}
    reviews = sum(load.reviews for load in outlook.days)
    a_day = reviews / len(outlook.days) + sum(load.new for load in outlook.days) / len(outlook.days)
    minutes = max(1, round(a_day * SECONDS_A_QUESTION / 60))
    hardest = max(outlook.days, key=_questions)
    whole = outlook.whole
    return Document(
        (
            Title(f"Exam on {outlook.exam.day} {outlook.exam:%B %Y}", _in_days((outlook.exam - today).days)),
            Paragraph(
                line_of(
                    Span(f"About {_rounded(a_day)} a day", "strong"),
                    f", some {counted(minutes, 'minute')}; {outlook.new_a_day} of them new while there are new facts. "
                    f"The busiest day is {_day(hardest)}, with {_questions(hardest):.0f} questions.",
                )
            ),
            Paragraph(
                line_of(
                    "On the day you will remember ",
                    Span(f"{whole.share:.0%}", "strong"),
                    f" of {counted(whole.facts, 'fact')} (nine times in ten, {whole.low:.0%} to {whole.high:.0%}); "
                    f"if you stop now, {whole.stopping:.0%}{_guessing(whole)}.",
                )
            ),
            *_when_today_ends(outlook.days[0].day, today),
            _load_picture(outlook.days),
            *_by_chapter(titles, outlook),
            Paragraph(
                line_of(
                    Span(
                        "An estimate: it takes your memory for an average one, and not for what study --model shows "
                        "of it, widened for how little has been seen of it. Facts never met count as guesses, one "
                        "right in four.",
                        "note",
                    )
                )
            ),
        )
    )


def _in_days(days: int) -> str:
    return {0: "today", 1: "tomorrow"}.get(days, f"in {days} days")


def _when_today_ends(first: date, today: date) -> Iterator[Block]:
    """A note if the first study day began yesterday by the calendar and ends at 4:00."""
    if first < today:
        yield Paragraph(line_of(Span("Today's day ends at 4:00: it is the first one counted.", "note")))


def _questions(load: Load) -> float:
    return load.reviews + load.new


def _day(load: Load) -> str:
    return f"{load.day.day} {load.day:%B}"


def _rounded(questions: float) -> str:
    return counted(round(questions), "question")


def _guessing(whole: Forecast) -> str:
    return ", by guessing alone" if whole.unseen == whole.facts else ""


def _by_chapter(titles: Mapping[str, str], outlook: Outlook) -> Iterator[Block]:
    """The chapters whose expected recall differs from the whole, each with a bar."""
    whole = outlook.whole
    found = [each for each in outlook.topics if abs(each.share - whole.share) >= DIFFERENT]
    names = [titles.get(each.topic, OTHERS) for each in found]

    def rows(width: int) -> list[Bar]:
        return [_row(name, each, width // 2) for name, each in zip(names, found, strict=True)]

    if found:
        yield Heading("Chapters that differ (in brackets: if you stop now)")
        yield Picture(lambda width: bars(rows(width)).draw(width), bars(rows(0)).words)


def _row(title: str, forecast: Forecast, room: int) -> Bar:
    told = f"{forecast.share:.0%} ({forecast.stopping:.0%})"
    words = f"{title}: {told} of {counted(forecast.facts, 'fact')}"
    label = shorten(title.partition(":")[0], max(room, SHORTEST), placeholder="…")
    return share_bar(label, forecast.share, told, words)


def _load_picture(days: Sequence[Load]) -> Picture:
    """The questions of each day as a row of bars, several days per bar if there is little room."""
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


def outlook_record(outlook: Outlook) -> dict[str, Any]:
    """The outlook for JSON: shares from 0 to 1; `low` to `high` is a 90% interval."""
    return {
        "exam": outlook.exam.isoformat(),
        "new_a_day": outlook.new_a_day,
        "days": [
            {"day": load.day.isoformat(), "reviews": round(load.reviews, 2), "new": load.new} for load in outlook.days
        ],
        "whole": _forecast_record(outlook.whole),
        "topics": [_forecast_record(each) for each in outlook.topics],
    }


def _forecast_record(forecast: Forecast) -> dict[str, Any]:
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
