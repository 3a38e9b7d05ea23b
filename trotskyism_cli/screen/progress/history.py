"""Past sessions: a list, one with its answers, and a comparison with the last session on the same topic."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from trotskyism_cli.invocation import command
from trotskyism_cli.items.model import Response
from trotskyism_cli.items.written.passage import passage_of
from trotskyism_cli.learning.answering.quiz_settings import CONFIDENCE_WORDS
from trotskyism_cli.learning.answering.session import Result
from trotskyism_cli.learning.progress.history import Past
from trotskyism_cli.learning.review import Review
from trotskyism_cli.library.forms import plain
from trotskyism_cli.message_text import counted
from trotskyism_cli.pack.dates import MONTHS
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Piped,
    Point,
    Span,
    Table,
    Title,
    line,
    words,
)
from trotskyism_cli.screen.progress.statistics import fact_words, topic_title
from trotskyism_cli.screen.questions.answered import answer_lines, of_review
from trotskyism_cli.screen.questions.feedback import parts_in_words
from trotskyism_cli.screen.questions.passage_view import passage_blocks
from trotskyism_cli.screen.questions.questions import share_words

HEADERS = ("Session", "When", "About", "Right", "Time")
IN_A_PIPE = ("Session", "Begun", "Kind", "Response", "About", "Right", "Answers", "Percent", "Seconds")


def history_document(pack: Pack, sessions: Sequence[Past], zone: tzinfo | None) -> Document:
    """All past sessions, the latest first."""
    rows = tuple(_row(pack, each, zone) for each in reversed(sessions))
    further = Paragraph(line(Span(command("history", str(sessions[-1].number)), "strong")))
    return Document(
        (
            Title("Past sessions", str(len(sessions))),
            Table(
                HEADERS,
                rows,
                alone=True,
                told=tuple(_sentence(*map(words, row)) for row in rows),
                piped=Piped(IN_A_PIPE, tuple(_for_programs(pack, each, zone) for each in reversed(sessions))),
            ),
            Heading("One with its answers"),
            further,
        )
    )


def _sentence(number: str, when: str, about: str, right: str, time: str) -> tuple[str]:
    taken = f", in {time}" if time else ""
    return (f"{number}. {when}: {about}; {right} right{taken}.",)


def _row(pack: Pack, session: Past, zone: tzinfo | None) -> tuple[Line, ...]:
    number, when = Span(str(session.number), "strong"), Span(_moment(session.begin, zone, 3), "date")
    return line(number), line(when), line(_about(pack, session)), line(_score(session)), line(_time(session.seconds))


def _for_programs(pack: Pack, session: Past, zone: tzinfo | None) -> tuple[str, ...]:
    """A session as cells that programs can sort and compute with; the start in ISO 8601."""
    return (
        str(session.number),
        session.begin.astimezone(zone).isoformat(timespec="seconds"),
        session.kind,
        _response(session),
        _chapter(pack, session),
        str(session.right),
        str(session.answers),
        str(session.percent),
        "" if session.seconds is None else str(round(session.seconds)),
    )


def _about(pack: Pack, session: Past) -> str:
    """What a session asked, e.g. `quiz, match: several chapters`; the response is left out if it was a choice."""
    response = _response(session)
    how = ", ".join(filter(None, (session.kind, "" if response == Response.CHOICE else response)))
    told = _chapter(pack, session)
    return f"{how}: {told}" if how else told


def _chapter(pack: Pack, session: Past) -> str:
    return topic_title(pack, session.topic) if session.topic else "several chapters"


def _response(session: Past) -> str:
    """The way a session was answered; empty if in several ways."""
    responses = {review.response for review in session.reviews}
    return "" if len(responses) > 1 else next(iter(responses), "")


def _score(session: Past) -> str:
    return share_words(session.right, session.answers, session.percent)


def _time(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def _moment(moment: datetime, zone: tzinfo | None, letters: int | None = None) -> str:
    """A day and time; month names have all letters or the first `letters`."""
    local = moment.astimezone(zone)
    return f"{local.day} {MONTHS[local.month][:letters]} {local.year}, {local:%H:%M}"


def session_document(pack: Pack, session: Past, zone: tzinfo | None) -> Document:
    """A session with its answers."""
    taken = f", {_time(session.seconds)}" if session.seconds else ""
    head = Paragraph(line(Span(_moment(session.begin, zone), "date"), f" · {_about(pack, session)}"))
    score = Paragraph(line(Span(f"Right: {_score(session)}", "strong"), taken))
    answers = (
        block for number, review in enumerate(session.reviews, start=1) for block in _numbered(pack, review, number)
    )
    return Document((Title(f"Session {session.number}", "history"), head, score, Heading("Answers"), *answers))


def _numbered(pack: Pack, review: Review, number: int) -> Iterator[Block]:
    """An answer under its number, preceded by the passage it was about, if any."""
    if above := passage_blocks(passage_of(pack, review.passage)):
        yield Paragraph(line(Span(f"{number})", "line")))
        yield from above
    yield _answer(pack, review, "" if above else str(number))


def _answer(pack: Pack, review: Review, number: str) -> Point:
    notes = [*_verdict(pack, review)]
    if how := ", ".join(_told(review)):
        notes.append(line(Span(how, "kind")))
    if not review.correct and review.response not in (Response.ORDER, Response.MATCH):
        notes += [line(Span(fact, "note")) for fact in _nearest(pack, review)]
    return Point(line(review.stem), tuple(notes), number=number)


def _nearest(pack: Pack, review: Review) -> list[str]:
    """The statement asked for that shares most words with the answer; none if it is the answer itself."""
    answer = set(plain(_right(review)).split())
    facts = [words for fact in review.facts if (words := fact_words(pack, fact))]
    best = max(facts, key=lambda fact: len(answer.intersection(plain(fact).split())), default="")
    return [best] if best and plain(best) != plain(_right(review)) else []


def _verdict(pack: Pack, review: Review) -> Iterator[Line]:
    """The verdict and the right answer; for an answer in parts one line each, with what was said instead."""
    parts = answer_lines(of_review(pack, review), whole=True)
    is_several = review.response == Response.SEVERAL
    if review.correct:
        in_rows = parts and not is_several
        yield line(Span("✓ ", "sign"), Span("Right:" if in_rows else f"Right: {_right(review)}", "right"))
        yield from parts if in_rows else ()
        return
    sign, told = ("– ", "Passed.") if review.passed else ("✗ ", "Wrong.")
    if 0 < review.credit < 1:
        sign, told = "± ", f"Right in part: {parts_in_words(review.response, review.key, review.chosen)}."
    if parts:
        yield line(Span(sign, "sign"), Span(told, "wrong"), "" if is_several else " The answer:")
        yield from parts
        return
    said = "" if review.passed else f" You said: {review.written or _options(review, review.chosen)}."
    yield line(Span(sign, "sign"), Span(f"{told}{said}", "wrong"), Span(f" The answer: {_right(review)}"))


def _right(review: Review) -> str:
    return _options(review, review.key) or "; ".join(review.accepted[:1])


def _options(review: Review, places: Iterable[int]) -> str:
    mark = ", then " if review.response == "order" else "; "
    return mark.join(review.options[place] for place in places if place < len(review.options))


def _told(review: Review) -> Iterator[str]:
    if review.confidence in CONFIDENCE_WORDS:
        yield CONFIDENCE_WORDS[review.confidence]
    if review.seconds is not None:
        yield _time(review.seconds)


def compared(pack: Pack, last: Past, now: Result, zone: tzinfo | None) -> Block:
    """A comparison of this result with the last session on the same topic."""
    when = last.begin.astimezone(zone)
    day = f"{when.day} {MONTHS[when.month]} {when.year}"
    change = now.percent - last.percent
    told = f"{counted(abs(change), 'point')} {'more' if change > 0 else 'fewer'}" if change else "as much as then"
    before = f"Last time on “{topic_title(pack, last.topic)}”, {day}: {_score(last)}; "
    return Paragraph(line(before, Span(f"now {told}", "right" if change > 0 else "strong"), "."))
