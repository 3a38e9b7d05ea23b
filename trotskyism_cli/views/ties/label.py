"""What ties two, in a word or two: `led`, `founded it`, `took place there`.

What stands behind a name without `it` is what that did of whom all ties are told: `Comintern  founded`. What he whose
name stands there did is told with `it`, or by the other's name: `Max Shachtman  left it`.
"""

from trotskyism_cli.library.bodies.lifespan import FOUNDER, day_begun
from trotskyism_cli.library.ties.ties import LEADS, MADE_BY, MEMBER, Step
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation, Role
from trotskyism_cli.pack.wording import fill
from trotskyism_cli.views.ties.tied_entry import KINDS
from trotskyism_cli.views.ties.way import How
from trotskyism_cli.views.wording.margins import years_of
from trotskyism_cli.views.wording.surnames import short_name

MEMBER_OF = "member of"
_OPEN_END = lazy_regex(r" (?:with|in|from|to)$")  # of a label, which stands behind a name and not before it
_TO_PLACE = lazy_regex(r"(?: (?:in|to))$")
_BY, _OF, _THERE = " by", " of", " there"
_PLACES = (Kind.PLACE, Kind.WORK)  # in which something is


def how_of(pack: Pack, entry_id: str, step: Step, fact: Fact) -> How:
    """The kind of tie that a fact makes and its date: `allied with 1926`."""
    relation = pack.relations[fact.relation]
    is_own = _is_own(pack, entry_id, step)
    label = _led(pack, step, fact, step.leading) if step.leading else _label(pack, relation, step, fact)
    label = relation.label if is_own else label  # of a work `author`: it stands below the head “Works”
    day = None if is_own else fact.when or _founded(pack, fact)
    when, years = (date_short(day), years_of(day)) if day else ("", "")
    if fact.when and step.leading and label.startswith(MEMBER_OF) and not relation.label.startswith(MEMBER_OF):
        when = years = f"from {fact.when.begin.year}"
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else " (a claim)" if fact.according_to else ""
    return How(f"{label}{mark}", when, years, is_said=bool(step.leading), is_own=is_own)


def is_member(how: How) -> bool:
    """Whether it says no more than that one was a member of the other."""
    return how.label in (MEMBER_OF, MEMBER_OF.partition(" ")[0])


def is_of_member(pack: Pack, step: Step) -> bool:
    """Whether it tells that one was a member of what another led or made."""
    return bool(step.leading and step.fact and MEMBER in pack.relations[step.fact.relation].words)


def is_leading(pack: Pack, step: Step) -> bool:
    """Whether somebody led or made what it ties, which says more than that he joined it."""
    return step.fact is not None and not (LEADS | MADE_BY).isdisjoint(pack.relations[step.fact.relation].words)


def without_preposition(label: str) -> str:
    """What a relation is called, where no name follows: `allied` for `allied with`."""
    return _OPEN_END.sub("", label)


def _is_own(pack: Pack, entry_id: str, step: Step) -> bool:
    """Whether a tie says no more than the head of its kind: of a work, that it is one of somebody's works."""
    fact = step.fact
    if fact is None or fact.target != entry_id or step.leading:
        return False
    return pack.relations[fact.relation].inverse_label.casefold() == KINDS[pack.entries[step.end].kind].casefold()


def _label(pack: Pack, relation: Relation, step: Step, fact: Fact) -> str:
    """What a relation is called behind the name of its object; or of its subject, if that is another."""
    own, other = pack.entries[step.start], pack.entries[step.end]
    if fact.subject == step.start:
        return _behind_object(pack, relation, own, other)
    return _behind_subject(relation, own, other)


def _behind_object(pack: Pack, relation: Relation, own: Entry, other: Entry) -> str:
    """What somebody or something did to what stands before it, or what that did to him."""
    label = relation.label
    if relation.role == Role.AUTHOR:
        return f"its {label}" if label == Role.AUTHOR else "one of its authors"
    if label.endswith(_BY):
        return _did(relation.inverse_label, label, own)
    if other.kind in _PLACES:
        if _TO_PLACE.search(label):
            return _TO_PLACE.sub(_THERE, label)
        said = fill(relation.says, {"subject": "", "object": ""}, {"subject": own.plural})
        if _TO_PLACE.search(said):  # `place`, of what `took place in` it
            return _TO_PLACE.sub(_THERE, said)
    short = without_preposition(label)
    is_another = short != label and any(short == each.label for each in pack.relations.values())  # `led`, `led to`
    if relation.tree or is_another:  # whatever stands before it is what it did so to
        return f"what {fill(relation.says, {'subject': 'it', 'object': ''}, {}).strip()}"
    if relation.symmetric and own.kind is not Kind.PERSON:
        return f"{label} {_called(own)}"
    return short


def _behind_subject(relation: Relation, own: Entry, other: Entry) -> str:
    """What he or that did which stands before it, to whom or what all ties are of; or what was done to it."""
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
    if inverse == f"{label.removesuffix(_OF)}s":  # `members`, the head of a list, is said of one
        return inverse[:-1]
    if relation.symmetric and own.kind is not Kind.PERSON:
        return f"{label} {_called(own)}"
    return without_preposition(inverse)


def _did(active: str, passive: str, own: Entry) -> str:
    """`led it` for `led by`; of `followed by`, of which there is no other form, what was done."""
    is_active = active and not active.endswith(_BY)
    return f"{active if is_active else passive.removesuffix(_BY)} {_called(own)}"


def _called(own: Entry) -> str:
    return short_name(own) if own.kind is Kind.PERSON else "them" if own.plural else "it"


def _founded(pack: Pack, fact: Fact) -> Date | None:
    """Of a fact that only says who founded a body, when that was, if it is known."""
    is_founder = FOUNDER in pack.relations[fact.relation].words
    return (
        day_begun(pack, fact.subject) if is_founder and pack.entries[fact.subject].kind is Kind.ORGANISATION else None
    )


def _led(pack: Pack, step: Step, fact: Fact, leading: Fact) -> str:
    """What one led or made, and how the other stood to it: `led …, which Stalin opposed`, `joined …, which Lenin led`.

    It stands behind the name of the end of the tie, and of the other it has the name.
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
