"""All entries of a kind as a list, in the order in which one looks for them, each with its dates (`list`)."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from trotskyism_cli.library.dates.dated_facts import DISTANT
from trotskyism_cli.library.forms import plain, root
from trotskyism_cli.pack.dates import Date, Precision
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.model import Entry, EntryRef, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import ObjectType, Relation
from trotskyism_cli.pack.wording import join_words
from trotskyism_cli.views.list_order import Order
from trotskyism_cli.views.wording.margins import date_of_idea, first_year_said, margin_of, until_of, years_said
from trotskyism_cli.views.wording.sentences import first_sentence
from trotskyism_cli.views.wording.surnames import name_to_find
from trotskyism_cli.views.wording.years_of_body import span_words, years_of_body

WITHOUT_AUTHOR, WITHOUT_DATE = "Without an author", "Without a date"
# Type of people who wrote about the history, and the heading of their group.
HISTORIAN, HISTORIANS = "historian", "Historians"
UNDATED = "where no years stand, the book has none"  # note on people without dates
IN_PASSING = "Named in passing"
# Type of disputes, and the heading of their group.
ISSUE, DISPUTES = "issue", "Disputes"
COINED = "coined"  # word of a relation
LEAST = 1  # lowest importance


USUAL = {Kind.EVENT: Order.TIME, Kind.ORGANISATION: Order.TIME, Kind.WORK: Order.AUTHOR}


class Listed(NamedTuple):
    """An entry in a list; `when` are its dates, the beginning first.

    If only one of two dates is known, `only` is its label and `is_end` says that it is the second. `name` is the name
    it is sorted by: of a person, with the surname first. `authors` are those of a work.
    """

    entry: Entry
    name: str
    when: tuple[Date, ...] = ()
    only: str = ""
    is_end: bool = False
    authors: tuple[str, ...] = ()

    @property
    def first(self) -> date:
        """Day by which it is sorted: the first known, even if that is the end.

        For a person perhaps the first day of a year in the summary; `date.max` if nothing is known.
        """
        if len(self.when) < 2 and self.entry.kind is Kind.PERSON and (year := first_year_said(self.entry)):
            return date(year, 1, 1)
        if not self.when:
            return date.max
        return self.when[0].first if self.when[0].first > DISTANT else self.when[0].last

    @property
    def year(self) -> str:
        """The year under which it stands: `1905`, `17th century`."""
        start = self.when[0].start if self.when else None
        if start and start.precision in (Precision.DECADE, Precision.CENTURY):
            return date_short(self.when[0])
        return str(self.first.year) if self.when else ""

    @property
    def margin(self) -> str:
        """The rest of the date: `22 Jan`, `–1660`, `7 Nov–1922`; empty if only the year is known."""
        if not self.when or date_short(self.when[0]) == self.year:
            return ""
        margin = margin_of(self.when[0], self.first.year)
        return margin.partition("–")[0] if self.until else margin

    @property
    def until(self) -> str:
        """The year in which an event ended, if a later one; else empty."""
        return until_of(self.when[0], self.first.year) if self.when and self.entry.kind is Kind.EVENT else ""

    @property
    def span(self) -> str:
        """First and last year: `1870–1924`, `from 1938`, `until 1991`."""
        if len(self.when) < 2 and self.entry.kind is Kind.PERSON and (said := years_said(self.entry)):
            return said
        if not self.when:
            return ""
        begun, ended = (None, self.when[0]) if self.is_end else (self.when[0], self.when[1] if self.when[1:] else None)
        return span_words(begun, ended, self.only)


class Group(NamedTuple):
    """Entries under one heading; the main group has none."""

    head: str
    rows: tuple[Listed, ...]


class Listing(NamedTuple):
    """All entries of a kind, in groups, in order."""

    kind: Kind
    order: Order
    groups: tuple[Group, ...]

    @property
    def rows(self) -> tuple[Listed, ...]:
        """The entries without the groups."""
        return tuple(row for group in self.groups for row in group.rows)


def listing(pack: Pack, kind: Kind, entries: Iterable[Entry], order: Order | None = None) -> Listing:
    """Make the list of a kind in an order, by default the usual one of the kind."""
    order = order or USUAL.get(kind, Order.NAME)
    relations = [each for each in pack.relations.values() if kind in each.subjects]
    rows = [_listed(pack, entry, relations) for entry in entries]
    if order is Order.AUTHOR:
        groups = tuple(_by_author(pack, rows))
    elif order is Order.TIME:
        rows = sorted((_as_told(pack, row) for row in rows), key=_moment)
        named = [row for row in rows if _is_aside(pack, row)]
        acted = [row for row in rows if row not in named]
        dated = [row for row in acted if row.first < date.max]
        undated = [row for row in acted if row.first == date.max]
        groups = (
            Group("", tuple(dated)),
            Group(WITHOUT_DATE if dated else "", tuple(undated)),
            Group(IN_PASSING if acted else "", tuple(named)),
        )
    else:
        groups = tuple(_by_name(pack, rows))
    return Listing(kind, order, tuple(group for group in groups if group.rows))


def _by_name(pack: Pack, rows: Iterable[Listed]) -> Iterator[Group]:
    """Groups by name: disputes, historians and people named only in passing come after the rest."""
    acted: list[Listed] = []
    disputed: list[Listed] = []
    wrote: list[Listed] = []
    named: list[Listed] = []
    for row in sorted(rows, key=_name):
        is_person = row.entry.kind is Kind.PERSON
        if row.entry.type == ISSUE:
            disputed.append(row)
        elif is_person and row.entry.type == HISTORIAN:
            wrote.append(row)
        else:
            (named if is_person and _is_marginal(pack, row.entry) else acted).append(row)
    yield Group("", tuple(acted))
    yield Group(DISPUTES if acted else "", tuple(disputed))
    note = f" ({UNDATED})" if any(not row.span for row in wrote) else ""
    yield Group(f"{HISTORIANS}{note}" if acted else "", tuple(wrote))
    yield Group(IN_PASSING if acted or wrote else "", tuple(named))


def _is_aside(pack: Pack, row: Listed) -> bool:
    """Return whether a person is only named in passing, or a work is by such a person or has no known author."""
    if row.entry.kind is Kind.PERSON:
        return _is_marginal(pack, row.entry)
    if row.entry.kind is not Kind.WORK:
        return False
    if row.authors:
        return _is_marginal(pack, pack.entries[row.authors[0]])
    return not row.when and row.entry.importance <= LEAST


def _is_marginal(pack: Pack, person: Entry) -> bool:
    """Return whether a person has the lowest importance and no tie to a person, an organisation or the pack's field."""
    if person.importance > LEAST:
        return False
    tied = (pack.entries[fact.object.id].kind for fact in person.facts if isinstance(fact.object, EntryRef))
    is_of_field = root(plain(pack.name)) in plain(first_sentence(person.summary))
    return not is_of_field and not {Kind.PERSON, Kind.ORGANISATION}.intersection(tied)


def _listed(pack: Pack, entry: Entry, relations: Iterable[Relation]) -> Listed:
    dates: dict[str, Date] = {}
    authors: dict[str, None] = {}
    for fact in entry.facts:
        if fact.negated or fact.corrects or fact.according_to or fact.id in pack.corrected:
            continue
        if isinstance(fact.object, Date):
            dates.setdefault(fact.relation, fact.object)
        elif isinstance(fact.object, EntryRef) and _is_authorship(pack.relations[fact.relation]):
            authors[fact.object.id] = None
    ranked = [each.id for each in relations if each.object_type is ObjectType.DATE]
    held = sorted(dates, key=ranked.index)
    when = tuple(dates[each] for each in held)
    if entry.kind in (Kind.EVENT, Kind.WORK):
        when = tuple(sorted(when, key=_first)[:1])
    name = name_to_find(entry) if entry.kind is Kind.PERSON else entry.name
    if entry.kind is Kind.ORGANISATION:
        begun, ended, told = years_of_body(pack, entry)
        when = tuple(filter(None, (begun, ended)))
        return Listed(entry, name, when, only=told if len(when) == 1 else "", is_end=begun is None and bool(ended))
    single = held[0] if entry.kind is Kind.PERSON and len(held) == 1 else ""
    return Listed(
        entry=entry,
        name=name,
        when=when,
        only=pack.relations[single].label if single else "",
        is_end=bool(single) and single != ranked[0],
        authors=tuple(authors),
    )


def _as_told(pack: Pack, row: Listed) -> Listed:
    """A row; an idea without a date gets that of its name, else the first in its summary."""
    if row.when or row.entry.kind is not Kind.CONCEPT or row.entry.type == ISSUE:
        return row
    when = _coined(pack, row.entry) or date_of_idea(first_sentence(row.entry.summary))
    return row._replace(when=(when,)) if when else row


def _coined(pack: Pack, idea: Entry) -> Date | None:
    """When an idea got its name, if stated; else None."""
    named = (fact for fact in idea.facts if fact.date and COINED in pack.relations[fact.relation].words)
    return next((fact.date for fact in named if not (fact.negated or fact.according_to or fact.corrects)), None)


def _is_authorship(relation: Relation) -> bool:
    return relation.subjects == (Kind.WORK,) and relation.objects == (Kind.PERSON,)


def _by_author(pack: Pack, rows: Iterable[Listed]) -> Iterator[Group]:
    groups: dict[str, list[Listed]] = {}
    for row in sorted(rows, key=_moment):
        groups.setdefault(row.authors[0] if row.authors else "", []).append(row)
    without = groups.pop("", [])
    aside = [row for row in (*chain(*groups.values()), *without) if _is_aside(pack, row)]
    heads = {author: name_to_find(pack.entries[author]) for author in groups}
    for author in sorted(groups, key=lambda each: plain(heads[each])):
        if not _is_marginal(pack, pack.entries[author]):
            yield Group(heads[author], tuple(groups[author]))
    known = [row for row in without if row not in aside]
    yield Group(WITHOUT_AUTHOR if groups else "", tuple(known))
    yield Group(IN_PASSING if groups or known else "", tuple(sorted(aside, key=_moment)))


def with_others(pack: Pack, row: Listed) -> str:
    """`with Friedrich Engels`: the authors after the first; empty if there are none."""
    return f"with {join_words([pack.entries[each].name for each in row.authors[1:]])}" if row.authors[1:] else ""


def _moment(row: Listed) -> tuple[date, int, str]:
    length = (row.when[0].last - row.first).days if row.when else 0
    return row.first, length, plain(row.name)


def _name(row: Listed) -> str:
    return plain(row.name)


def _first(when: Date) -> date:
    return when.first
