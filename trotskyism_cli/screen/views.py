"""Views over many entries: time, and a chapter."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from trotskyism_cli.counting import counted
from trotskyism_cli.invocation import command
from trotskyism_cli.library.walks import Moment
from trotskyism_cli.library.when import LAST_OLD_STYLE, Asked
from trotskyism_cli.pack.dates import MONTHS, Date, Precision, date_words, gregorian_to_julian
from trotskyism_cli.pack.model import EntryRef, Kind, Pack, Topic
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.screen.axis import axis
from trotskyism_cli.screen.cards import quote_block
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Point,
    Span,
    Title,
    join,
    line,
)
from trotskyism_cli.screen.prose import linked_ids, prose_blocks
from trotskyism_cli.views.happening import Happening, happening_of
from trotskyism_cli.views.margins import margin_of
from trotskyism_cli.views.period import PeriodView
from trotskyism_cli.views.telling import first_sentence, is_said

MEASURE = 90  # columns of a line of prose
KEY_ENTRIES = 6  # of one kind that a chapter names

HAPPENED = 10  # what happened weighs more than anything that was said or was so
AT_A_GLANCE = 20  # happenings of a year that are told whatever their weight


def timeline_document(title: str, view: PeriodView) -> Document:
    """A span of time, drawn."""
    years = f"{view.first_year}–{view.last_year}" if view.first_year != view.last_year else str(view.first_year)
    blocks: list[Block] = [Title(title, "" if title == years else years), axis(view)]
    if view.further:
        blocks.append(
            Paragraph(line(Span(f"{counted(view.further, 'more happening')}: --all, or a shorter span", "command")))
        )
    return Document(tuple(blocks))


def moments_document(pack: Pack, title: str, moments: Iterable[Moment]) -> Document:
    """Everything that has a date, in whole sentences."""
    return Document((Title(title), *(Point(_dated(pack, moment)) for moment in moments)))


def _dated(pack: Pack, moment: Moment) -> Line:
    return _with_date(moment, _what(pack, moment))


def _with_date(moment: Moment, text: str) -> Line:
    """A text with its date before it, unless the text says it itself."""
    when = date_words(moment.when)
    plain = when.partition(" (")[0]
    is_told = plain in text or bool(moment.when.year and str(moment.when.year) in text)
    return line(text) if is_told else line(Span(f"{when}: ", "date"), text)


def _what(pack: Pack, moment: Moment) -> str:
    """What happened, without the date that stands beside it."""
    if moment.quote:
        doubt = f" Doubtful: {moment.quote.doubtful}" if moment.quote.doubtful else ""
        return f"{pack.entries[moment.quote.speaker].name}: “{moment.quote.text}”{doubt}"
    fact = moment.fact
    if fact is None:
        return ""
    if (happening := happening_of(pack, fact)) and not fact.text:
        return happening.text
    return fact_sentence(pack, fact if fact.text else replace(fact, when=None))


def topic_document(pack: Pack, topic: Topic, sought: str = "") -> Document:
    """A chapter: prose, then its key people, dates, works and quotations. `sought` is the entry that led to it."""
    prose = prose_blocks(topic.prose, lambda own_id: pack.entries[own_id].name)
    return Document(
        (
            Title(topic.title, f"for: {pack.entries[sought].name}" if sought else "chapter"),
            Paragraph(line(Span(topic.summary, "note"))),
            *(block._replace(apart=True) if isinstance(block, Paragraph) else block for block in prose),
            *_key_entries(pack, topic),
            *_key_quotes(pack, topic),
        ),
        MEASURE,
    )


def _key_entries(pack: Pack, topic: Topic) -> Iterator[Block]:
    """What one must know of a chapter, kind by kind: what matters most, and of that what the prose names first."""
    linked = [link for link in linked_ids(topic.prose) if link in pack.entries]
    found = [pack.entries[each] for each in dict.fromkeys((*linked, *topic.entries))]
    groups: dict[str, list[Line]] = {}
    for entry in sorted(found, key=lambda each: -each.importance):
        groups.setdefault(entry.kind, []).append(line(Span(entry.name, "", entry.id)))
    heads = {
        "person": "People",
        "organisation": "Organisations",
        "event": "Events",
        "work": "Works",
        "concept": "Ideas",
    }
    for kind, head in heads.items():
        if kind in groups:
            yield Heading(head)
            yield Paragraph(join(groups[kind][:KEY_ENTRIES]))


def _key_quotes(pack: Pack, topic: Topic) -> Iterator[Block]:
    if topic.quotes:
        yield Heading("In their own words")
        yield from (quote_block(pack, pack.quotes[each]) for each in topic.quotes)


def day_document(
    pack: Pack, asked: Asked, moments: Sequence[Moment], beside: tuple[Happening | None, Happening | None]
) -> Document:
    """What happened on a day, in a month or in a year, the most important first; and what came before and after."""
    own = asked.words
    blocks: list[Block] = [Title(own, _in_old_style(asked))]
    told: dict[str, str] = {}
    more: set[str] = set()
    for moment in _in_order(pack, asked, moments):
        text = _said_of_day(pack, moment, whole=bool(asked.day))
        if any(is_said(text, other) for other in told.values()) or _leads_to(moment, told):
            continue
        if asked.day and moment.subject in told:  # one line a matter
            more.add(moment.subject)
            continue
        told.setdefault(moment.subject, text)
        blocks.append(Point(_line_of_day(asked, moment, text)))
    if further := sorted(more - {""}):
        seen = " · ".join(command("show", each) for each in further)
        blocks.append(Paragraph(line("more: ", Span(seen, "command"))))
    for label, happening in zip(("before", "after"), beside, strict=True):
        if happening:
            when = f"{happening.margin} {happening.year}".strip()
            blocks.append(Paragraph(line(Span(f"{label:<6} ", "kind"), Span(f"{when}  ", "date"), happening.text)))
    return Document(tuple(blocks))


def _leads_to(moment: Moment, told: Collection[str]) -> bool:
    """Whether a fact only says that somebody took part in what is told."""
    target = moment.fact.object if moment.fact else None
    return isinstance(target, EntryRef) and target.id in told


def _line_of_day(asked: Asked, moment: Moment, text: str) -> Line:
    """A line without the date that stands above it; of a longer time with the rest of its date before it."""
    bare = _without(text, date_words(moment.when).partition(" (")[0])
    bare = _without(bare, asked.words) if asked.day else bare
    if asked.day or asked.when is None:
        return line(bare) if asked.when else _with_date(moment, text)
    margin = margin_of(moment.when, moment.when.first.year)
    return line(Span(f"{margin}  ", "date"), bare) if margin else line(bare)


def _without(text: str, when: str) -> str:
    """A text without a date and what leads to it: `Petrograd, on 7 November 1917 (25 October Old Style), fell`."""
    style = r"(?: \([^)]*Old Style\))?"
    text = re.sub(rf"^(?:(?:On|In) )?{re.escape(when)}{style}[:,]? ", "", text)
    return capital(
        re.sub(
            rf",? (?:on|in) {re.escape(when)}{style}(?:, (?=[a-z]))?",
            lambda found: " " if found[0].endswith(" ") else "",
            text,
        )
    )


def _in_order(pack: Pack, asked: Asked, moments: Sequence[Moment]) -> list[Moment]:
    """Of one day the most important first; of a month or a year what happened, in order of time, then what matters."""
    if asked.day:
        return sorted(
            moments, key=lambda each: (each.quote is None and _weight(pack, each) < HAPPENED, -_weight(pack, each))
        )
    many = len(moments) > AT_A_GLANCE
    kept = [each for each in moments if not many or _weight(pack, each) > 1] or list(moments)
    return sorted(kept, key=lambda each: _weight(pack, each) < HAPPENED)


def _in_old_style(asked: Asked) -> str:
    if asked.when is None or asked.when.start is None or asked.when.first.year > LAST_OLD_STYLE:
        return ""
    if asked.when.is_span or asked.when.start.precision is not Precision.DAY:
        return ""
    _, month, day = gregorian_to_julian(asked.when.first)
    return f"{day} {MONTHS[month]} in Old Style"


def _weight(pack: Pack, moment: Moment) -> int:
    """What happened before what was said and where somebody was; of each, the most important first."""
    happening = happening_of(pack, moment.fact) if moment.fact else None
    if happening:
        return HAPPENED + happening.rank
    return min(moment.fact.importance, pack.entries[moment.subject].importance) if moment.fact else 1


def _said_of_day(pack: Pack, moment: Moment, *, whole: bool) -> str:
    """What happened, and what that was: of a day in all sentences of its summary, of a longer time in the first."""
    fact = moment.fact
    entry = pack.entries[fact.subject] if fact else None
    if fact and entry and (happening := happening_of(pack, fact)) and entry.kind is Kind.EVENT:
        return f"{happening.text}: {entry.summary if whole else f'{first_sentence(entry.summary)}.'}"
    if fact and entry and isinstance(fact.object, Date) and not fact.text and entry.kind is Kind.PERSON:
        return f"{_what(pack, moment).removesuffix('.')}: {first_sentence(entry.summary)}."
    return _what(pack, moment)
