"""The edited view of one entry: rows of facts in the order of a companion, each row in order of time.

A view knows no width and no medium. What is said by somebody keeps its holder, and what is disputed its mark.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from trotskyism_cli.library.card import Card
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short, date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Number, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import LEADER, ObjectType, Part, Relation, Role
from trotskyism_cli.pack.wording import capital, fact_sentence, fill, holder_names, moment_of, object_label
from trotskyism_cli.views.cards.order_of_time import in_order_of_time
from trotskyism_cli.views.cards.other_names import names_of
from trotskyism_cli.views.happenings.offices import OFFICES, office_name, who_it_was
from trotskyism_cli.views.wording.until_death import when_of
from trotskyism_cli.views.wording.years_in_brackets import own_dates, span_of

LINE = 65  # columns of a row beside its label; words that do not fit make it a little less
LONGEST_TITLE = LINE - len(" 1947")  # of an office that is told with its year
OUTCOME = 2  # least rank of what something turned into
ALWAYS = 4  # rank of what says when and where: above every importance
IDEAS_FIRST = (Part.IDEAS, Part.LIFE, Part.POLITICS, Part.WORKS)  # of an idea one asks first what it means
# The part of a card in which the entries stand that say something of it, by their kind.
PART_OF_KIND = {
    Kind.PERSON: Part.POLITICS,
    Kind.ORGANISATION: Part.POLITICS,
    Kind.EVENT: Part.POLITICS,
    Kind.CONCEPT: Part.IDEAS,
    Kind.WORK: Part.WORKS,
    Kind.PLACE: Part.LIFE,
}
_WORD = lazy_regex(r"\w+")
VIEWS = "Argued"  # the row of what somebody holds of other things
LED = "Led"  # the row of what somebody led: that is no office
# Among the words by which one asks who went, or had to.
GONE = frozenset({"left", "expelled"})
DISPUTED = "Disputed"


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: to fill a screen, thousands of them are compared
class Cell:
    """One happening in a row. `when` is empty where the text says it; `holder` is whose view it is, if anybody's.

    Behind both stands the `mark`: of when a view is, or that something is disputed. `entry` is what it leads to, empty
    if nothing in the book; `rank` is its importance, `weight` that of the entry. `since` is its date, `brief` what it
    says in two or three words, where the text is a sentence. It `defines`, if it says what the entry is. What it leads
    to `is_agent`, if that is a person or a body.
    """

    text: str
    when: str = ""
    holder: str = ""
    mark: str = ""
    entry: str = ""
    rank: int = 2
    weight: int = 0
    fact: Fact | None = None
    moment: date = date.max
    since: Date | None = None
    brief: str = ""
    defines: bool = False
    is_agent: bool = False

    @property
    def words(self) -> str:
        """The cell as text, to measure it."""
        return " ".join(filter(None, (self.when, self.text, self.holder, self.mark)))

    @property
    def is_long(self) -> bool:
        """Whether it takes more than a line of a screen of 80 columns."""
        return len(self.words) > LINE


@dataclass(frozen=True, slots=True)
class Row:
    """Cells under one label, in order of time. `joined` cells stand in one line, the others in a line each.

    `further` is how many more there are that are not shown.
    """

    label: str
    part: str
    cells: tuple[Cell, ...]
    joined: bool = False
    further: int = 0


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry as it is read: what it is, when, why it matters, and its rows in order."""

    id: str
    name: str
    span: str
    kind: str
    names: tuple[str, ...]
    summary: str
    significance: str
    rows: tuple[Row, ...]
    is_person: bool = False
    is_event: bool = False
    is_body: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that have rows, in the order of reading."""
        return tuple(dict.fromkeys(row.part for row in self.rows))


def entry_view(pack: Pack, card: Card) -> EntryView:
    """Everything that the book states of an entry, in rows."""
    entry = card.entry
    found: dict[str, list[Cell]] = {}
    parts: dict[str, str] = {}
    for fact in entry.facts:
        relation = pack.relations[fact.relation]
        if not fact.corrects and fact.id not in pack.corrected:
            label = _label(fact, relation, entry.kind)
            parts.setdefault(label, _part(pack, relation, label))
            found.setdefault(label, []).append(_cell(pack, fact, relation))
    for fact in card.facts_as_object:
        relation = pack.relations[fact.relation]
        if relation.inverse_row and not fact.negated:
            parts.setdefault(relation.inverse_row, PART_OF_KIND[pack.entries[fact.subject].kind])
            found.setdefault(relation.inverse_row, []).append(_inverse_cell(pack, fact))
    if entry.kind is Kind.ORGANISATION:
        from trotskyism_cli.views.cards.leaders_killed import label_of_course, leaders_killed  # of bodies alone

        if killed := leaders_killed(pack, card):
            label = label_of_course(pack, entry)
            parts.setdefault(label, Part.POLITICS)
            found.setdefault(label, []).extend(killed)
    if views := _views(pack, card):
        parts.setdefault(VIEWS, Part.IDEAS)
        found.setdefault(VIEWS, []).extend(views)
    rows = [_row(label, cells, parts[label]) for label, cells in found.items()]
    rows += _disputes(pack, card)
    order = _order(pack, entry.kind)
    parts_in_order = IDEAS_FIRST if entry.kind is Kind.CONCEPT else tuple(Part)
    rows.sort(key=lambda row: (parts_in_order.index(Part(row.part)), order.get(row.label, len(pack.relations))))
    return EntryView(
        id=entry.id,
        name=entry.name,
        span=span_of(pack, entry),
        kind=who_it_was(pack, entry),
        names=names_of(pack, entry),
        summary=entry.summary,
        significance=entry.significance,
        rows=tuple(rows),
        is_person=entry.kind is Kind.PERSON,
        is_event=entry.kind is Kind.EVENT,
        is_body=entry.kind is Kind.ORGANISATION,
    )


def _part(pack: Pack, relation: Relation, label: str) -> str:
    """The part of a row: what stands there only on the cards of some kinds goes to what does on those of any."""
    own = (each for each in pack.relations.values() if label == each.row) if label in relation.rows.values() else ()
    return next((each.part for each in own), relation.part) or Part.IDEAS


def _label(fact: Fact, relation: Relation, kind: Kind) -> str:
    """The row in which a fact stands on the card of its subject, an entry of this kind."""
    return LED if _leads(fact, relation) else relation.row_on(kind) or capital(relation.label)


def _leads(fact: Fact, relation: Relation) -> bool:
    return LEADER in relation.words and bool(fact.target)


def _cell(pack: Pack, fact: Fact, relation: Relation) -> Cell:
    is_date = relation.object_type is ObjectType.DATE
    whole = bool(fact.text) and relation.object_type in (ObjectType.TEXT, ObjectType.NUMBER)
    if whole:
        text = fact.text.removesuffix(".")
    else:
        unit = fact.object.unit if isinstance(fact.object, Number) else ""
        brief = "" if _leads(fact, relation) else relation.brief
        text = fill(brief or "{object}", {"object": _object(pack, fact, in_words=bool(brief)), "unit": unit}, {})
    if fact.negated:
        text = fact_sentence(pack, fact).removesuffix(".")
    if fact.where and not whole:
        text += f", {pack.entries[fact.where].name}"
    target = pack.entries[fact.target] if fact.target else None
    happened = next(iter(own_dates(pack, target)), None) if target and relation.objects == (Kind.EVENT,) else None
    when = when_of(pack, fact) if fact.when or fact.negated else happened
    is_dated = not is_date and not whole and when is not None and not _names(text, when)
    # That of a view stands behind it: before the deed that is spoken of it would be that of the deed.
    year = date_short(when) if when and is_dated else ""
    return Cell(
        weight=target.importance if target and target.kind is not Kind.PLACE else fact.importance,
        text=capital(text) if relation.object_type is ObjectType.TEXT else text,
        when="" if relation.claim else year,
        holder="" if fact.according_to == (fact.subject,) else holder_names(pack, fact),
        mark=", ".join((*([year] if year and relation.claim else ()), *_doubt(fact))),
        entry=target.id if target else "",
        rank=_rank(pack, fact, relation),
        fact=fact,
        moment=_moment(fact.date or happened),
        since=None if is_date else when,
        brief=_title(fact, relation) if whole else "",
        is_agent=target is not None and target.kind in (Kind.PERSON, Kind.ORGANISATION),
        defines=relation.object_type is ObjectType.TEXT and relation.functional and relation.inverse_functional,
    )


def _doubt(fact: Fact) -> tuple[str, ...]:
    return ("disputed",) if fact.voice is Voice.DISPUTED else ()


def _names(text: str, when: Date) -> bool:
    """Whether a sentence says when it was, to the day if that is known."""
    return " " in text and {*_WORD.findall(date_words(when))} <= {*_WORD.findall(text)}


def _rank(pack: Pack, fact: Fact, relation: Relation) -> int:
    if _says_when_or_where(pack, fact, relation):
        return ALWAYS
    if relation.part == Part.POLITICS and relation.objects == (Kind.EVENT,):
        return max(1, fact.importance - 1)  # that somebody was there says less than what he did
    return max(fact.importance, OUTCOME) if relation.tree == "child" else fact.importance


def _inverse_rank(pack: Pack, fact: Fact) -> int:
    """How much it matters to what a fact has for its object; a split much, and who went less than who was there."""
    rank, relation = min(fact.importance, pack.entries[fact.subject].importance), pack.relations[fact.relation]
    if relation.tree == "parent" and relation.functional:
        return max(rank, OUTCOME)
    return rank if relation.tree or GONE.isdisjoint(relation.words) else max(1, rank - 1)


def _title(fact: Fact, relation: Relation) -> str:
    """A word or two for something, of which the sentence of the fact tells more; empty if there is none.

    Of a long office what it is called; of what happened nothing that is cut.
    """
    if not isinstance(fact.object, str) or relation.part != Part.POLITICS or relation.claim or fact.object == fact.text:
        return ""
    is_office = not OFFICES.isdisjoint(relation.words)
    title = fact.object if len(fact.object) <= LONGEST_TITLE or not is_office else office_name(fact.object)
    return title if len(title) <= LONGEST_TITLE else ""


def _says_when_or_where(pack: Pack, fact: Fact, relation: Relation) -> bool:
    if relation.part != Part.LIFE or not relation.functional:
        return False
    to_place = isinstance(fact.object, EntryRef) and pack.entries[fact.object.id].kind is Kind.PLACE
    return relation.object_type is ObjectType.DATE or to_place


def _object(pack: Pack, fact: Fact, *, in_words: bool) -> str:
    if isinstance(fact.object, EntryRef):
        target, moment = pack.entries[fact.object.id], moment_of(pack, fact)
        return target.phrase_at(moment) if in_words else target.name_at(moment)
    if isinstance(fact.object, Number):
        return fact.object.text
    return date_words(fact.object) if isinstance(fact.object, Date) else object_label(pack, fact)


def _day_of_event(event: Entry) -> Date | None:
    from trotskyism_cli.library.lifespan import day_of  # a card whose rows name no event does without it

    return day_of(event)


def _inverse_cell(pack: Pack, fact: Fact) -> Cell:
    subject = pack.entries[fact.subject]
    when = when_of(pack, fact) or (_day_of_event(subject) if subject.kind is Kind.EVENT else None)
    if when is None and subject.kind is Kind.WORK:
        when = pack.day_known(subject)
    return Cell(
        text=subject.name_at(fact.when),
        when=date_short(when) if when else "",
        holder=holder_names(pack, fact),
        mark="".join(_doubt(fact)),
        entry=subject.id,
        rank=_inverse_rank(pack, fact),
        weight=subject.importance,
        fact=fact,
        moment=_moment(when),
        since=when,
    )


def _views(pack: Pack, card: Card) -> list[Cell]:
    """What the entry is said to hold of other things."""
    return [
        replace(_cell(pack, fact, pack.relations[fact.relation]), holder="", entry=fact.subject)
        for fact in card.facts_held
        if fact.subject != card.entry.id and fact.id not in pack.corrected and pack.relations[fact.relation].claim
    ]


def _disputes(pack: Pack, card: Card) -> Iterator[Row]:
    """The disputes over the entry, and those in which it takes part."""
    argued = (fact.about for fact in (*card.facts_held, *card.entry.facts) if fact.about in pack.entries)
    about = dict.fromkeys((*card.entry.disputes, *argued))
    entries = [pack.entries[each] for each in about if each != card.entry.id]
    others = [each for each in entries if each.kind is Kind.CONCEPT]  # an event over which two sides fell out is told
    if others:
        from trotskyism_cli.views.wording.dispute_names import matter_of  # most entries are in no dispute

        cells = tuple(Cell(text=matter_of(other), entry=other.id, rank=other.importance) for other in others)
        yield Row(DISPUTED, Part.IDEAS, cells, joined=True)


def _row(label: str, cells: Iterable[Cell], part: str) -> Row:
    once: dict[tuple[str, str, str], Cell] = {}
    for cell in cells:
        once.setdefault((cell.text, cell.when, cell.holder), cell)
    ordered = in_order_of_time(once.values())
    in_sentences = any(cell.fact and isinstance(cell.fact.object, str) for cell in ordered)
    return Row(label, part, tuple(ordered), not in_sentences)


def _order(pack: Pack, kind: Kind) -> dict[str, int]:
    """The places of rows on the card of such an entry: those of the relations that they are of, in the pack's order."""
    found: dict[str, int] = {}
    for place, relation in enumerate(pack.relations.values()):
        if kind in relation.subjects:
            found.setdefault(relation.row_on(kind) or capital(relation.label), place)
        found.setdefault(relation.inverse_row, place)
        if LEADER in relation.words or relation.role == Role.WITHIN:
            found[LED] = place  # behind the bodies that somebody was of
    return found


def _moment(when: Date | None) -> date:
    return when.begin if when else date.max
