"""Turn a fact into a cell of a card: text, date, holder and rank."""

from datetime import date

from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short, date_words
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, EntryRef, Fact, Kind, Number, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import LEADER, ObjectType, Part, Relation
from trotskyism_cli.pack.wording import capital, fact_sentence, fill, holder_names, moment_of, object_label
from trotskyism_cli.views.cards.rows import ALWAYS, LINE, Cell
from trotskyism_cli.views.happenings.offices import OFFICES, office_name
from trotskyism_cli.views.wording.until_death import when_of
from trotskyism_cli.views.wording.years_in_brackets import own_dates

LONGEST_TITLE = LINE - len(" 1947")  # letters of a title, beside its year
OUTCOME = 2  # least rank of a successor or a split
GONE = frozenset({"left", "expelled"})  # words of relations of leaving and expulsion
_WORD = lazy_regex(r"\w+")


def cell_of(pack: Pack, fact: Fact) -> Cell:
    """The cell of a fact on the card of its subject."""
    relation = pack.relations[fact.relation]
    is_date = relation.object_type is ObjectType.DATE
    whole = bool(fact.text) and relation.object_type in (ObjectType.TEXT, ObjectType.NUMBER)
    if whole:
        text = fact.text.removesuffix(".")
    else:
        unit = fact.object.unit if isinstance(fact.object, Number) else ""
        brief = "" if leads(fact, relation) else relation.brief
        text = fill(brief or "{object}", {"object": _object(pack, fact, in_words=bool(brief)), "unit": unit}, {})
    if fact.negated:
        text = fact_sentence(pack, fact).removesuffix(".")
    if fact.where and not whole:
        text += f", {pack.entries[fact.where].name}"
    target = pack.entries[fact.target] if fact.target else None
    happened = next(iter(own_dates(pack, target)), None) if target and relation.objects == (Kind.EVENT,) else None
    when = when_of(pack, fact) if fact.when or fact.negated else happened
    is_dated = not is_date and not whole and when is not None and not _names(text, when)
    # A view has its year behind it: in front it would read as the year of the deed discussed.
    year = date_short(when) if when and is_dated else ""
    leads_on = target is not None and target.kind is not Kind.PLACE
    return Cell(
        weight=target.importance if target and leads_on else fact.importance,
        told=len(target.facts) if target and leads_on else 0,
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


def inverse_cell_of(pack: Pack, fact: Fact) -> Cell:
    """The cell of a fact on the card of its object: the subject, and when."""
    subject = pack.entries[fact.subject]
    when = when_of(pack, fact) or (_day_of_event(subject) if subject.kind is Kind.EVENT else None)
    if when is None and subject.kind is Kind.WORK:
        when = pack.first_known_date(subject)
    return Cell(
        text=subject.name_at(fact.when),
        when=date_short(when) if when else "",
        holder=holder_names(pack, fact),
        mark="".join(_doubt(fact)),
        entry=subject.id,
        rank=_inverse_rank(pack, fact),
        weight=subject.importance,
        told=len(subject.facts),
        fact=fact,
        moment=_moment(when),
        since=when,
    )


def leads(fact: Fact, relation: Relation) -> bool:
    """Return whether a fact says that somebody led an organisation."""
    return LEADER in relation.words and bool(fact.target)


def _object(pack: Pack, fact: Fact, *, in_words: bool) -> str:
    if isinstance(fact.object, EntryRef):
        target, moment = pack.entries[fact.object.id], moment_of(pack, fact)
        return target.phrase_at(moment) if in_words else target.name_at(moment)
    if isinstance(fact.object, Number):
        return fact.object.text
    return date_words(fact.object) if isinstance(fact.object, Date) else object_label(pack, fact)


def _title(fact: Fact, relation: Relation) -> str:
    """A short title in place of the fact's sentence, e.g. an office; empty if there is none.

    A long office is shortened to its usual name; any other long title is not cut but dropped.
    """
    if not isinstance(fact.object, str) or relation.part != Part.POLITICS or relation.claim or fact.object == fact.text:
        return ""
    is_office = not OFFICES.isdisjoint(relation.words)
    title = fact.object if len(fact.object) <= LONGEST_TITLE or not is_office else office_name(fact.object)
    return title if len(title) <= LONGEST_TITLE else ""


def _doubt(fact: Fact) -> tuple[str, ...]:
    return ("disputed",) if fact.voice is Voice.DISPUTED else ()


def _names(text: str, when: Date) -> bool:
    """Return whether a text of several words contains the whole date."""
    return " " in text and {*_WORD.findall(date_words(when))} <= {*_WORD.findall(text)}


def _rank(pack: Pack, fact: Fact, relation: Relation) -> int:
    if _says_when_or_where(pack, fact, relation):
        return ALWAYS
    if relation.part == Part.POLITICS and relation.objects == (Kind.EVENT,):
        return max(1, fact.importance - 1)  # presence says less than a deed
    return max(fact.importance, OUTCOME) if relation.tree == "child" else fact.importance


def _says_when_or_where(pack: Pack, fact: Fact, relation: Relation) -> bool:
    if relation.part != Part.LIFE or not relation.functional:
        return False
    to_place = isinstance(fact.object, EntryRef) and pack.entries[fact.object.id].kind is Kind.PLACE
    return relation.object_type is ObjectType.DATE or to_place


def _inverse_rank(pack: Pack, fact: Fact) -> int:
    """Rank on the object's card. A split ranks at least `OUTCOME`; leaving or expulsion ranks lower than membership."""
    rank, relation = min(fact.importance, pack.entries[fact.subject].importance), pack.relations[fact.relation]
    if relation.tree == "parent" and relation.functional:
        return max(rank, OUTCOME)
    return rank if relation.tree or GONE.isdisjoint(relation.words) else max(1, rank - 1)


def _day_of_event(event: Entry) -> Date | None:
    from trotskyism_cli.library.bodies.lifespan import event_date  # imported late: needed only for events

    return event_date(event)


def _moment(when: Date | None) -> date:
    return when.begin if when else date.max
