"""Views over many entries: time, descent, ties, comparison, and a chapter."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trotskyism_cli.counting import counted
from trotskyism_cli.library.walks import Compared, Descent, Moment, Step
from trotskyism_cli.library.when import LAST_OLD_STYLE, Asked
from trotskyism_cli.pack.dates import MONTHS, Precision, date_words, gregorian_to_julian
from trotskyism_cli.pack.model import Fact, Kind, Pack, Topic
from trotskyism_cli.pack.wording import fact_sentence, holder_names, listed, object_label
from trotskyism_cli.screen.axis import axis
from trotskyism_cli.screen.branches import Branch, branches
from trotskyism_cli.screen.cards import quote_block
from trotskyism_cli.screen.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Point,
    Span,
    Table,
    Title,
    join,
    line,
)
from trotskyism_cli.screen.prose import prose_blocks
from trotskyism_cli.views.period import Happening, PeriodView, happening_of

SHOWN_TIES = 12  # other ends of one kind of tie that are named before the rest is counted


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
    return line(Span(f"{date_words(moment.when)}: ", "date"), _what(pack, moment))


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


def tree_document(pack: Pack, root: Descent, sought: str) -> Document:
    """Descent and splits, drawn."""
    return Document((Title(pack.entries[sought].name, "descent"), branches(_branch(pack, root, sought))))


def _branch(pack: Pack, descent: Descent, sought: str) -> Branch:
    fact = descent.fact
    tie = "" if fact is None else _tie(pack, fact, descent.entry)
    when = date_words(fact.when) if fact and fact.when else ""
    further = tuple(_branch(pack, each, sought) for each in descent.further)
    return Branch(pack.entries[descent.entry].name, tie, when, descent.entry == sought, further)


def _tie(pack: Pack, fact: Fact, child: str) -> str:
    """What the member above did: it became its child, or its child split off from it."""
    relation = pack.relations[fact.relation]
    return relation.inverse_label or relation.label if fact.subject == child else relation.label


def chain_document(pack: Pack, steps: Sequence[Step]) -> Document:
    """The shortest chain between two entries, in sentences."""
    names = [pack.entries[steps[0].start].name, *(pack.entries[step.end].name for step in steps)]
    told = tuple(
        Point(line(_said(pack, step)), (line(Span(f"→ {pack.entries[step.end].name}", "strong")),), number=str(number))
        for number, step in enumerate(steps, start=1)
    )
    count = f"{len(steps)} step{'s' if len(steps) > 1 else ''}"
    return Document(
        (Title(f"{names[0]} – {names[-1]}", count), Paragraph(line(Span(" → ".join(names), "strong"))), *told)
    )


def _said(pack: Pack, step: Step) -> str:
    if step.quote:
        return f"{pack.entries[step.quote.speaker].name} said: “{step.quote.text}”"
    return fact_sentence(pack, step.fact) if step.fact else ""


def links_document(pack: Pack, entry_id: str, steps: Iterable[Step]) -> Document:
    """Everything that an entry is tied to, by the kind of tie, as a fan."""
    groups: dict[str, dict[str, None]] = {}
    for step in steps:
        groups.setdefault(_kind_of_tie(pack, entry_id, step), {})[pack.entries[step.end].name] = None
    further = tuple(
        Branch(label, further=tuple(map(Branch, _some(list(names)))))
        for label, names in sorted(groups.items(), key=_size)
    )
    return Document(
        (Title(pack.entries[entry_id].name, "links"), branches(Branch(pack.entries[entry_id].name, further=further)))
    )


def _size(group: tuple[str, dict[str, None]]) -> tuple[int, str]:
    return len(group[1]), group[0]


def _some(names: list[str]) -> list[str]:
    rest = len(names) - SHOWN_TIES
    return names if rest <= 1 else [*names[:SHOWN_TIES], f"and {rest} more"]


def _kind_of_tie(pack: Pack, entry_id: str, step: Step) -> str:
    if step.quote:
        return "spoke of" if step.quote.speaker == entry_id else "was spoken of by"
    if step.fact is None:
        return ""
    relation = pack.relations[step.fact.relation]
    if entry_id in step.fact.according_to:
        return "views on"
    if step.end in step.fact.according_to:
        return "views of it held by"
    return relation.label if step.fact.subject == entry_id else relation.inverse_label or relation.label


def compare_document(pack: Pack, names: tuple[str, str], points: Iterable[Compared]) -> Document:
    """Two entries side by side, matched point by point."""
    rows = tuple((line(Span(each.point, "strong")), _side(pack, each.left), _side(pack, each.right)) for each in points)
    return Document((Title(f"{names[0]} and {names[1]}", "compared"), Table(("", *names), rows)))


def _side(pack: Pack, facts: Iterable[Fact]) -> Line:
    return join((_position(pack, fact) for fact in facts), "\n")


def _position(pack: Pack, fact: Fact) -> Line:
    if pack.relations[fact.relation].claim:
        return line(Span(f"{holder_names(pack, fact)}: ", "holder"), object_label(pack, fact))
    when = f" ({date_words(fact.when)})" if fact.when else ""
    return line(object_label(pack, fact), Span(when, "date"))


def topic_document(pack: Pack, topic: Topic) -> Document:
    """A chapter: prose, then its key people, dates, works and quotations."""
    blocks: list[Block] = [Title(topic.title, "chapter"), Paragraph(line(Span(topic.summary, "note")))]
    blocks += prose_blocks(topic.prose, lambda own_id: pack.entries[own_id].name)
    return Document((*blocks, *_key_entries(pack, topic), *_key_quotes(pack, topic)))


def _key_entries(pack: Pack, topic: Topic) -> Iterator[Block]:
    groups: dict[str, list[str]] = {}
    for entry in sorted((pack.entries[each] for each in topic.entries), key=lambda each: -each.importance):
        groups.setdefault(entry.kind, []).append(entry.name)
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
            yield Paragraph(line(listed(groups[kind])))


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
    told: set[str] = set()
    for moment in sorted(moments, key=lambda each: -_weight(pack, each)):
        text = _said_of_day(pack, moment)
        if text in told:
            continue
        told.add(text)
        when = date_words(moment.when)
        is_same = when.partition(" (")[0] == own
        blocks.append(Point(line(*([] if is_same else [Span(f"{when}: ", "date")]), text)))
    for label, happening in zip(("before", "after"), beside, strict=True):
        if happening:
            when = f"{happening.margin} {happening.year}".strip()
            blocks.append(Paragraph(line(Span(f"{label:<6} ", "kind"), Span(f"{when}  ", "date"), happening.text)))
    return Document(tuple(blocks))


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
        return 10 + happening.rank
    return min(moment.fact.importance, pack.entries[moment.subject].importance) if moment.fact else 1


def _said_of_day(pack: Pack, moment: Moment) -> str:
    fact = moment.fact
    if fact and (happening := happening_of(pack, fact)) and pack.entries[fact.subject].kind is Kind.EVENT:
        return f"{happening.text}: {pack.entries[fact.subject].summary}"
    return _what(pack, moment)
