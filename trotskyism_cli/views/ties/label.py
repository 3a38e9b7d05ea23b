"""A tie in a word or two: `led`, `founded it`, `took place there`.

Labels stand behind the other entry's name. Without `it` the subject is the entry whose ties are listed: `Comintern
founded`. With `it`, or that entry's name, the subject is the other: `Max Shachtman  left it`.
"""

from trotskyism_cli.library.bodies.lifespan import FOUNDER, founding_date
from trotskyism_cli.library.ties.ties import LEADS, MADE_BY, MEMBER, Step
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation, Role
from trotskyism_cli.pack.wording import fill
from trotskyism_cli.views.ties.connection import How
from trotskyism_cli.views.ties.tied_entry import KINDS
from trotskyism_cli.views.wording.margins import years_of
from trotskyism_cli.views.wording.surnames import short_name

MEMBER_OF = "member of"
_OPEN_END = lazy_regex(r" (?:with|in|from|to)$")  # dropped from a label behind a name
_TO_PLACE = lazy_regex(r"(?: (?:in|to))$")
_BY, _OF, _THERE = " by", " of", " there"
_PLACES = (Kind.PLACE, Kind.WORK)  # kinds for which "there" is used


def how_of(pack: Pack, entry_id: str, step: Step, fact: Fact) -> How:
    """The tie that a fact makes, as a label with its date: `allied with 1926`."""
    relation = pack.relations[fact.relation]
    is_own = _is_own(pack, entry_id, step)
    label = _led(pack, step, fact, step.leading) if step.leading else _label(pack, relation, step, fact)
    label = relation.label if is_own else label  # `author` of a work: it stands below the heading “Works”
    day = None if is_own else fact.when or _founded(pack, fact)
    when, years = (date_short(day), years_of(day)) if day else ("", "")
    if fact.when and step.leading and label.startswith(MEMBER_OF) and not relation.label.startswith(MEMBER_OF):
        when = years = f"from {fact.when.begin.year}"
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else " (a claim)" if fact.according_to else ""
    return How(f"{label}{mark}", when, years, is_said=bool(step.leading), is_own=is_own)


def is_member(how: How) -> bool:
    """Return whether a label only says that one was a member of the other."""
    return how.label in (MEMBER_OF, MEMBER_OF.partition(" ")[0])


def is_of_member(pack: Pack, step: Step) -> bool:
    """Return whether a step leads from a member to somebody who led or founded the organisation."""
    return bool(step.leading and step.fact and MEMBER in pack.relations[step.fact.relation].words)


def is_leading(pack: Pack, step: Step) -> bool:
    """Return whether a step says that somebody led or made something, which is more than membership."""
    return step.fact is not None and not (LEADS | MADE_BY).isdisjoint(pack.relations[step.fact.relation].words)


def without_preposition(label: str) -> str:
    """A label for use without a name after it: `allied` for `allied with`."""
    return _OPEN_END.sub("", label)


def _is_own(pack: Pack, entry_id: str, step: Step) -> bool:
    """Return whether a label would only repeat its heading, e.g. that a work is one of somebody's works."""
    fact = step.fact
    if fact is None or fact.target != entry_id or step.leading:
        return False
    return pack.relations[fact.relation].inverse_label.casefold() == KINDS[pack.entries[step.end].kind].casefold()


def _label(pack: Pack, relation: Relation, step: Step, fact: Fact) -> str:
    """The label of a relation behind the other entry's name, whichever end of the fact that is."""
    own, other = pack.entries[step.start], pack.entries[step.end]
    if fact.subject == step.start:
        return _behind_object(pack, relation, own, other)
    return _behind_subject(relation, own, other)


def _behind_object(pack: Pack, relation: Relation, own: Entry, other: Entry) -> str:
    """Label behind the object's name: what the entry did to it, or what the object did to the entry."""
    label = relation.label
    if relation.role == Role.AUTHOR:
        return f"its {label}" if label == Role.AUTHOR else "one of its authors"
    if label.endswith(_BY):
        return _did(relation.inverse_label, label, own)
    if other.kind in _PLACES:
        if _TO_PLACE.search(label):
            return _TO_PLACE.sub(_THERE, label)
        said = fill(relation.says, {"subject": "", "object": ""}, {"subject": own.plural})
        if _TO_PLACE.search(said):  # e.g. `took place in` for the label `place`
            return _TO_PLACE.sub(_THERE, said)
    short = without_preposition(label)
    is_another = short != label and any(short == each.label for each in pack.relations.values())  # `led`, `led to`
    if relation.tree or is_another:  # the short form would be ambiguous
        return f"what {fill(relation.says, {'subject': 'it', 'object': ''}, {}).strip()}"
    if relation.symmetric and own.kind is not Kind.PERSON:
        return f"{label} {_called(own)}"
    return short


def _behind_subject(relation: Relation, own: Entry, other: Entry) -> str:
    """Label behind the subject's name: what that did to the entry (`left it`), or what was done to the subject."""
    label, inverse = relation.label, relation.inverse_label or relation.label
    if relation.tree and label.endswith(_BY):
        return _did("", inverse, own)
    if relation.tree:
        return f"{label} {_called(own)}"
    if inverse.endswith(_BY):
        return _did(label, inverse, own)
    if other.kind in _PLACES and _TO_PLACE.search(inverse):  # `set out there`
        return _TO_PLACE.sub(_THERE, inverse)
    if inverse.endswith((_OF, _THERE)) or own.kind is Kind.EVENT:
        said = fill(relation.says, {"subject": "", "object": ""}, {}).strip()
        is_in = own.kind in _PLACES and _TO_PLACE.search(said)
        return _TO_PLACE.sub(_THERE, said) if is_in else f"{said} {_called(own)}"
    if inverse == f"{label.removesuffix(_OF)}s":  # `members` is the heading of a list; this is one
        return inverse[:-1]
    if relation.symmetric and own.kind is not Kind.PERSON:
        return f"{label} {_called(own)}"
    return without_preposition(inverse)


def _did(active: str, passive: str, own: Entry) -> str:
    """`led it` for `led by`; if the label has no active form, the participle (`followed it` for `followed by`)."""
    is_active = active and not active.endswith(_BY)
    return f"{active if is_active else passive.removesuffix(_BY)} {_called(own)}"


def _called(own: Entry) -> str:
    return short_name(own) if own.kind is Kind.PERSON else "them" if own.plural else "it"


def _founded(pack: Pack, fact: Fact) -> Date | None:
    """For a fact that only names a founder: the date of the foundation, if known."""
    is_founder = FOUNDER in pack.relations[fact.relation].words
    return (
        founding_date(pack, fact.subject)
        if is_founder and pack.entries[fact.subject].kind is Kind.ORGANISATION
        else None
    )


def _led(pack: Pack, step: Step, fact: Fact, leading: Fact) -> str:
    """Label for a tie through what one led or made: `led …, which Stalin opposed`, `joined …, which Lenin led`.

    It stands behind the name of the step's end and names the start.
    """
    thing, label = pack.entries[fact.target].phrase_at(fact.when), pack.relations[fact.relation].label
    lead, who = pack.relations[leading.relation], short_name(pack.entries[step.start])
    made = lead.label if leading.target == fact.target else lead.inverse_label.removesuffix(" by") or lead.label
    has_joined = is_of_member(pack, step)
    if fact.subject != step.start:
        return f"{MEMBER_OF if has_joined else label} {thing}, which {who} {made}"
    if has_joined and label.startswith(MEMBER_OF):
        return f"{made} {thing}, of which {who} was a member"
    return f"{made} {thing}, which {who} {without_preposition(label)}"
