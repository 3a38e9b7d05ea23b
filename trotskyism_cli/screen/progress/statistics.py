"""A learner's statistics, drawn to be grasped at a glance, and in words for screen readers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from trotskyism_cli.invocation import command
from trotskyism_cli.learning.answering.quiz_settings import CONFIDENCE_WORDS, Level
from trotskyism_cli.learning.days import KNOWN
from trotskyism_cli.learning.progress.diary import Ahead, Day
from trotskyism_cli.learning.progress.mistakes import Confusion, HardFact
from trotskyism_cli.learning.progress.statistics import Coverage, Expected, Firmness, Statistics, Tally
from trotskyism_cli.message_text import MIDDOT, counted
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Picture,
    Point,
    Span,
    Title,
    join,
    line,
)
from trotskyism_cli.screen.progress.charts import (
    Bar,
    Column,
    Pair,
    Part,
    bars,
    calendar,
    columns,
    day_label,
    pairs,
    share_bar,
)
from trotskyism_cli.screen.progress.due import due_line
from trotskyism_cli.screen.questions.kinds import kind_words
from trotskyism_cli.screen.wrapping import wrapped

TELLING = 5  # answers needed for a meaningful share
CALENDAR = 2  # days with answers needed for a calendar
NIGHT = " (today's day ends at 4:00)"
# The share of a chapter that a full bar stands for; above a quarter, the whole chapter.
SCALES = tuple((part, f"A full bar is {said} of a chapter.") for part, said in ((0.1, "a tenth"), (0.25, "a quarter")))
LEGEND = join(
    [
        line(Span(f"█ known for {KNOWN:.0f} days or more", "right")),
        line(Span("▒\xa0learning", "date")),
        line(Span("░\xa0new", "kind")),
    ],
    "  ",
)
COMPARED = 2  # rows needed for a comparison
BUSY = 5  # days with something due needed for a chart
SHOWN_CONFUSIONS = 2  # per fact
MOST_CONFUSIONS = 8  # in total
OTHERS = "in no chapter"  # facts that no chapter covers
LONGEST_QUOTED = 12  # words of a quotation that suffice to recognise it


def statistics_document(
    pack: Pack, found: Statistics, today: date, title: str, returning: int | None = None, *, is_night: bool = False
) -> Document:
    """All statistics, first the answer to "how am I doing, and what is next?".

    `returning` is the number of due facts in today's sitting; by default all. `is_night` is the time before 4:00, when
    the study day is still yesterday by the calendar.
    """
    return Document(
        (
            Title(title, "progress"),
            *_summary(found, found.ahead.today if returning is None else returning),
            *_days(found.days, today),
            *_ahead(found.ahead, is_night=is_night),
            *_coverage(pack, found.coverage),
            *_tallies("chapter", [(topic_title(pack, each.name), each) for each in _telling(found.topics)]),
            *_tallies("kind of question", [(kind_words(each.name), each) for each in _telling(found.families)]),
            *_firmness(found.firmness),
            *_calibration(found.said, found.expected),
            *_hardest(pack, found.hardest),
            *_confusions(pack, found.confusions),
        )
    )


def nothing_yet(title: str, topic: str = "") -> Document:
    """What to show if nothing has been answered, or nothing of the chapter."""
    about = (topic,) if topic else ()
    begin = line(
        "Nothing answered yet. Begin with five questions: ", Span(command("quiz", *about, "-n", "5"), "strong")
    )
    return Document((Title(title, "progress"), Paragraph(begin)))


def topic_title(pack: Pack, topic: str) -> str:
    """The title of a chapter; its id if the book no longer has it."""
    return next((each.title for each in pack.topics if each.id == topic), topic or OTHERS)


def share(part: int, whole: int, nouns: str = "") -> str:
    """A share with its counts, e.g. `3 of 4 facts (75%)`."""
    percent = f" ({round(100 * part / whole)}%)" if whole else ""
    return f"{part} of {whole}{' ' if nouns else ''}{nouns}{percent}"


def _summary(found: Statistics, returning: int) -> Iterator[Block]:
    total, run = found.total, found.streak
    right = Span(share(total.right, total.answers, "answers"), "strong")
    if total.answers:
        yield Paragraph(line("Right: ", right, f", on {counted(len(found.days), 'day')}."))
    if found.too_fast:
        yield Paragraph(line(f"Not counted: {counted(found.too_fast, 'answer')}, faster than one can read."))
    if total.again:
        yield Paragraph(line("Still right after a day or more: ", Span(share(total.kept, total.again), "strong"), "."))
    firm, all_facts = sum(each.known for each in found.coverage), sum(each.facts for each in found.coverage)
    if firm:
        yield Paragraph(line("Known: ", Span(share(firm, all_facts, "facts"), "strong"), "."))
    if run.longest > 1:  # one day is no streak
        now = f"{counted(run.current, 'day')} in a row" if run.current else "none now"
        longest = (
            f"; the longest was {counted(run.longest, 'day')}."
            if run.longest > run.current
            else ", the longest so far."
        )
        yield Paragraph(line("Streak: ", Span(now, "strong"), longest))
    if found.ahead.today:
        yield Paragraph(due_line(found.ahead.today, returning))
    else:
        yield Paragraph(_next(has_errors=total.right < total.answers))


def _next(*, has_errors: bool) -> Line:
    """What to do when nothing is due: something new, or past mistakes."""
    again = (" · what you got wrong: ", Span(command("quiz", "--missed"), "command")) if has_errors else ()
    return line("Next, something new: ", Span(command("study"), "command"), *again)


def _telling(tallies: Iterable[Tally]) -> Iterator[Tally]:
    """The tallies with enough answers for a share to mean something."""
    return (each for each in tallies if each.answers >= TELLING)


def _days(days: Sequence[Day], today: date) -> Iterator[Block]:
    """A calendar of answers, if there are at least two days."""
    if len(days) < CALENDAR:
        return
    yield Heading("Answers a day (days begin at 4:00)")
    words = [
        f"{day.date.day} {day.date:%B} {day.date.year}: {counted(day.answers, 'answer')}, {day.right} right"
        for day in days
    ]
    yield calendar({day.date: day.answers for day in days}, today, words)


def _ahead(ahead: Ahead, *, is_night: bool) -> Iterator[Block]:
    """What falls due, with a chart if enough days have something due."""
    today, tomorrow = ("until 4:00", "from 4:00 on") if is_night else ("today", "tomorrow")
    yield Heading(f"Due in the next {len(ahead.days)} days{NIGHT if is_night else ''}")
    overdue = f" ({ahead.overdue} overdue)" if ahead.overdue else ""
    busy = [day for day in ahead.days if day.facts]
    soon = sum(day.facts for day in busy)
    sums = [
        (ahead.today, f"{today} {ahead.today}{overdue}"),
        (ahead.days[1].facts, f"{tomorrow} {ahead.days[1].facts}"),
        (soon if len(busy) > 1 else 0, f"all {len(ahead.days)} days {soon}"),
        (ahead.later, f"later {ahead.later}"),
    ]
    if len(busy) == 1 and busy[0] not in ahead.days[:2]:
        sums.insert(0, (busy[0].facts, f"{day_label(busy[0].date)} {busy[0].facts}"))
    yield Paragraph(join((line(words) for facts, words in sums if facts), MIDDOT) or line("nothing"))
    if len(busy) >= BUSY:
        words = [f"{day_label(day.date)}: {counted(day.facts, 'fact')}" for day in busy]
        yield columns([Column(day.date, day.facts) for day in ahead.days], words)


def _coverage(pack: Pack, coverage: Sequence[Coverage]) -> Iterator[Block]:
    """How much of each begun chapter is known.

    As long as that is little everywhere, a full bar stands for only part of a chapter, so that small amounts can be
    told apart.
    """
    if not coverage:
        return
    yield Heading("How much of the book you know")
    begun = [each for each in coverage if each.known or each.learning]
    if begun:
        most = max((each.known + each.learning) / each.facts for each in begun)
        end, said = next((scale for scale in SCALES if most <= scale[0]), (1.0, ""))
        scale = (line(Span(said, "kind")),) if said else ()
        yield Picture(lambda width: [*wrapped(LEGEND, width), *scale], ())
        kinds = [any(amounts) for amounts in zip(*map(_amounts, begun), strict=True)]
        yield bars([_covered(topic_title(pack, each.topic), each, end, kinds) for each in begun])
    if untouched := len(coverage) - len(begun):
        facts = sum(each.new for each in coverage if each not in begun)
        which = "further chapter" if begun else "chapter"
        yield Paragraph(line(f"{counted(untouched, which)} not begun: {counted(facts, 'fact')}."))


def _amounts(each: Coverage) -> tuple[int, int, int]:
    return each.known, each.learning, each.new


def _covered(title: str, each: Coverage, end: float, kinds: Sequence[bool]) -> Bar:
    """A chapter's bar, of which a full one is the share `end`; it has a number for each of the `kinds` that occur."""
    parts = (Part(each.known, "█", "right"), Part(each.learning, "▒", "date"), Part(each.new, "░", "kind"))
    told = [part for part, is_any in zip(parts, kinds, strict=True) if is_any]
    note = tuple(Span(f" {part.sign}{part.amount:>4.0f}" if part.amount else " " * 6, part.style) for part in told)
    counts = {"known": each.known, "learning": each.learning, "new": each.new}
    words = f"{title}: {', '.join(f'{count} {name}' for name, count in counts.items() if count)}"
    drawn = parts[2]._replace(amount=end * each.facts - each.known - each.learning)
    return Bar(title, (*parts[:2], drawn), note, words)


def _tallies(noun: str, tallies: Iterable[tuple[str, Tally]]) -> Iterator[Block]:
    """The share of right answers, and the share still right after a day or more."""
    rows = [
        Pair(
            name,
            _share("", tally.right, tally.answers),
            _share("", tally.kept, tally.again, "still right after a day or more") if tally.again else None,
        )
        for name, tally in tallies
    ]
    if len(rows) >= COMPARED:
        yield Heading(f"Right, by {noun}")
        yield pairs(rows, ("right", "a day later")) if any(row.second for row in rows) else _single(rows)


def _single(rows: Iterable[Pair]) -> Picture:
    return bars([row.first._replace(label=row.label, words=f"{row.label}: {row.first.words}") for row in rows])


def _firmness(firmness: Sequence[Firmness]) -> Iterator[Block]:
    if sum(each.facts > 0 for each in firmness) < COMPARED:
        return
    yield Heading("How long you will remember")
    most = max(each.facts for each in firmness)
    yield bars([_firm(each, most) for each in firmness if each.facts])


def _firm(each: Firmness, most: int) -> Bar:
    label = _span_of_days(each.low, each.high)
    sign = Part(each.facts, "█", "right") if each.low >= KNOWN else Part(each.facts, "▒", "date")
    count = counted(each.facts, "fact")
    note = count if each.facts > 1 else f"{count} "  # so that the numbers are aligned
    return Bar(label, (sign, Part(most - each.facts, " ")), line(note), f"{label}: {count}")


def _span_of_days(low: float, high: float | None) -> str:
    if high is None:
        return f"over {low:.0f} days"
    return f"{low:.0f}–{high:.0f} days" if low else "under a day"


def _calibration(said: Sequence[Level], expected: Sequence[Expected]) -> Iterator[Block]:
    said = [each for each in said if each.answers >= TELLING]
    if len(said) >= COMPARED:
        yield Heading("How sure you were, and what was right")
        yield bars([_share(CONFIDENCE_WORDS[each.confidence], each.right, each.answers) for each in said])
    if len(expected) >= COMPARED:
        yield Heading("What was expected, and what was right")
        yield Picture(lambda _: [(Span("┃", "wrong"), Span(" what was expected", "kind"))], ())
        yield bars([_foretold(each) for each in expected])


def _foretold(each: Expected) -> Bar:
    label = f"{100 * each.low:.0f}–{100 * each.high:.0f}%"
    said = f"right, {100 * each.mean:.0f}% expected"
    return _share(label, each.right, each.answers, said, each.mean)


def _share(label: str, right: int, answers: int, said: str = "right", mark: float | None = None) -> Bar:
    part = right / answers
    note = f"{right}/{answers} {100 * part:>3.0f}%"
    head = f"{label}: " if label else ""
    return share_bar(label, part, note, f"{head}{share(right, answers)} {said}", mark)


def _hardest(pack: Pack, hardest: Iterable[HardFact]) -> Iterator[Block]:
    found = [(words, each) for each in hardest if (words := fact_words(pack, each.fact))]
    if found:
        yield Heading("Hardest facts")
    for place, (words, each) in enumerate(found, start=1):
        missed = line(Span(f"wrong {each.wrong} of {counted(each.answers, 'time')}", "wrong"))
        taken = (_taken(pack, confusion) for confusion in each.confusions[:SHOWN_CONFUSIONS])
        look = line(Span(command("show", _entry_of(pack, each.fact)), "command"))
        yield Point(line(words), (missed, *taken, look), number=str(place))


def fact_words(pack: Pack, fact_id: str) -> str:
    """A fact or quotation in words; empty if the book no longer has it."""
    if fact := pack.fact_or_significance(fact_id):
        return fact_sentence(pack, fact)
    if quote := pack.quotes.get(fact_id):
        words = quote.text.split()
        text = " ".join(words[:LONGEST_QUOTED]) + (" …" if len(words) > LONGEST_QUOTED else "")
        return f"{pack.entries[quote.speaker].name}: “{text}”"
    return ""


def _entry_of(pack: Pack, fact_id: str) -> str:
    quote = pack.quotes.get(fact_id)
    return quote.speaker if quote else fact_id.partition(".")[0]


def _confusions(pack: Pack, confusions: Iterable[Confusion]) -> Iterator[Block]:
    """Names confused repeatedly. Whole statements are left out: a mix-up of those says nothing by itself."""
    named = [each for each in confusions if _are_names(pack, each)]
    if named:
        yield Heading("Taken for one another")
    yield from (Point(_taken(pack, each)) for each in named[:MOST_CONFUSIONS])


def _are_names(pack: Pack, each: Confusion) -> bool:
    """Return whether both are names in the book, not e.g. years or misspellings."""
    names = {name.casefold() for entry in pack.entries.values() for name in entry.names}
    return each.said.casefold() in names and each.meant.casefold() in names


def _taken(pack: Pack, each: Confusion) -> Line:
    often = Span(f" ({each.times} times)" if each.times > 1 else "", "kind")
    if _are_names(pack, each):
        return line("you answered ", Span(each.said, "strong"), " instead of ", Span(each.meant, "strong"), often)
    return line("you said: ", each.said, often)
