"""A member of a line of descent, with notes on its origin, memberships and later names."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from trotskyism_cli.library.bodies.descent import Descent, is_origin_or_part, is_part
from trotskyism_cli.library.bodies.lifespan import ENDED, founding_date
from trotskyism_cli.library.bodies.membership import memberships
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Entry, Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation
from trotskyism_cli.pack.wording import fact_sentence, holder_names
from trotskyism_cli.views.wording.margins import years_of

UNTIL = "until"
_DONE_TO_IT = lazy_regex(r"[a-z]+ed")  # labels of an end that others brought about: "banned"
LATER = "the later "  # before the name of an organisation whose founders had left another earlier
_THE = lazy_regex(r"^[Tt]he ")


class Member(NamedTuple):
    """A member of a line: when it began, how it came from the one above (`became`, `split off`), and its forks.

    `note` is the rest: what it was a part of and for how long, its end and later name, whose view this is, and whether
    it is disputed. `again` marks a member whose own line is drawn elsewhere. `short` is its name without the ending
    that repeats a member above it; empty if it has no such ending.
    """

    entry: str
    name: str
    year: str
    tie: str = ""
    note: str = ""
    is_sought: bool = False
    again: bool = False
    forks: tuple[tuple["Member", ...], ...] = ()
    short: str = ""


def member_of(
    pack: Pack, node: Descent, sought: Collection[str], above: Sequence[str], *, is_last: bool = False
) -> Member:
    """Make a member of a tree node, without forks. `above` are its ancestors and, last, the node itself.

    `year` is when it began, or came out of what stands above it. Only a sought member and the last of a line have their
    end and later name noted; others end in the next member.
    """
    entry, fact = pack.entries[node.entry], node.fact
    relation = pack.relations[fact.relation] if fact else None
    when = day_told(pack, node)
    name = _name(pack, entry, when)
    later = _dated_later(pack, entry, when) if relation and not is_part(relation) else ""
    ends = [_later_name(entry, name), *_end(pack, entry, when)] if is_last or node.entry in sought else []
    if later and founding_date(pack, entry.id) == pack.first_known_date(entry):
        name = f"{LATER}{_THE.sub('', name)}"
    return Member(
        entry=node.entry,
        name=name,
        year=year_told(when),
        tie=_tie(relation, fact, entry) if relation and fact else "",
        note=_note(pack, node, above, later, ends),
        is_sought=node.entry in sought and not node.again,
        again=node.again,
        short=_without_end(pack, name, above[:-1]),
    )


def _note(pack: Pack, node: Descent, above: Sequence[str], later: str, ends: Sequence[str]) -> str:
    """Everything told behind a member's name. An end already told by a membership is not repeated."""
    fact = node.fact
    is_body = pack.entries[node.entry].kind is Kind.ORGANISATION
    belonged = list(_memberships(pack, node, above)) if is_body and not node.again else []
    told = [later, *(each for each in ends if not any(other.endswith(each) for other in belonged)), *belonged]
    if fact:
        told += ("" if is_body else _until(fact), _with_others(pack, fact), *_doubts(pack, fact))
    return ", ".join(filter(None, told))


def day_told(pack: Pack, node: Descent) -> Date | None:
    """When a tree node began, or came out of the one above it."""
    began, when = founding_date(pack, node.entry), node.fact.when if node.fact else None
    # A part may be older than the whole, so its own beginning comes first.
    belongs = node.fact is not None and is_part(pack.relations[node.fact.relation])
    return (began or when) if belongs else (when or began)


def with_year(pack: Pack, node: Descent) -> str:
    """A node's name when it began, with the year: `Left Opposition (1923)`."""
    entry = pack.entries[node.entry]
    when = founding_date(pack, entry.id) or (node.fact.when if node.fact else None)
    year = year_told(when)
    return f"{_name(pack, entry, when)} ({year})" if year else entry.name


def joined(pack: Pack, node: Descent, into: str) -> Member:
    """A member for a further origin, or for something absorbed; the note says when that had begun."""
    entry, fact = pack.entries[node.entry], node.fact
    began = year_told(pack.first_known_date(entry))
    relation = pack.relations[fact.relation] if fact else None
    is_own = fact is not None and fact.subject == into
    label = (relation.label if is_own else relation.inverse_label or relation.label) if relation else ""
    note = f"begun {began}" if began else ""
    return Member(entry.id, entry.name, year_told(fact.when if fact else None), label, note)


def year_told(when: Date | None) -> str:
    """The year in which a date begins; empty if there is no date."""
    return str(when.begin.year) if when else ""


def _later_name(entry: Entry, name: str) -> str:
    """The entry's present name and since when, if it differs from `name`."""
    if name == entry.name or not entry.dated_names:
        return ""
    named = [each.when.start for each in entry.dated_names if each.name == entry.name]
    since = named[-1] if named else entry.dated_names[-1].when.end
    return f"from {since.first.year} {entry.name}" if since else f"later {entry.name}"


def _end(pack: Pack, entry: Entry, begun: Date | None) -> Iterator[str]:
    """`until 1928`, if the end is known and not in the year in which it began.

    Something suppressed may have gone on elsewhere, so its year is told with the relation's label: `suppressed 1928`.
    """
    ends = _ends(pack, entry)
    if ends and str(ends[-1][1].last.year) != year_told(begun):
        fact, when = ends[-1]
        label = pack.relations[fact.relation].label
        yield f"{label if _DONE_TO_IT.fullmatch(label) else UNTIL} {when.last.year}"


def _memberships(pack: Pack, node: Descent, above: Sequence[str]) -> Iterator[str]:
    """What a node belonged to, with years: its parent, and others that are not among its ancestors."""
    for fact in memberships(pack, node.entry):
        is_parent = node.fact is not None and fact.id == node.fact.id
        if not fact.target or (fact.target in above and not is_parent):
            continue
        phrase = pack.entries[fact.target].phrase
        if fact.when is None and pack.entries[node.entry].name.endswith(f" of {phrase}"):
            continue  # its name says so
        whole = "it" if is_parent and above else pack.entries[fact.target].phrase_at(fact.when)
        words = f"{pack.relations[fact.relation].label} {whole}"
        yield " ".join(filter(None, (words, _how_long(founding_date(pack, node.entry), fact.when))))


def _how_long(began: Date | None, when: Date | None) -> str:
    """Years of a membership; only its end if it began with the member itself."""
    if when is None or (when.start and when.end and not when.is_span):
        return ""
    if began and when.start and when.begin.year <= began.begin.year:
        return f"{UNTIL} {when.end.last.year}" if when.end else ""
    return years_of(when)


def _without_end(pack: Pack, name: str, above: Iterable[str]) -> str:
    """A name without an ending that repeats an ancestor ("of the Fourth International"); empty if it has none."""
    tails = (f" of {pack.entries[each].phrase}" for each in above)
    return next((name.removesuffix(tail) for tail in tails if name.endswith(tail)), "")


def _name(pack: Pack, entry: Entry, when: Date | None) -> str:
    """The name at a date, the last of several; the usual name if that is a general term for all of them."""
    names = [each.name for each in entry.dated_names if when and each.when.first <= when.last <= each.when.last]
    return names[-1] if names and not _is_general(pack, entry) else entry.name


def _is_general(pack: Pack, entry: Entry) -> bool:
    """Return whether the usual name was never its own: it ends with the type, or the dated names last until the end."""
    if entry.name in (each.name for each in entry.dated_names):
        return False
    if entry.name.endswith(f" {entry.type}"):
        return True
    last = entry.dated_names[-1].when.last
    return any(when.first <= last <= when.last for _, when in _ends(pack, entry))


def _ends(pack: Pack, entry: Entry) -> list[tuple[Fact, Date]]:
    """Known dates of an end, with the facts that give them."""
    return [each for each in pack.known_dates(entry) if not ENDED.isdisjoint(pack.relations[each[0].relation].words)]


def _tie(relation: Relation, fact: Fact, child: Entry) -> str:
    """How the member above led to this one: turned into it, or lost it by a split. Empty for a part."""
    if is_part(relation):
        return "" if child.kind is Kind.ORGANISATION else f"{relation.label} it"
    return relation.inverse_label or relation.label if fact.subject == child.id else relation.label


def _until(fact: Fact) -> str:
    """Until when a fact held, for entries other than organisations."""
    return f"{UNTIL} {fact.when.end.year}" if fact.when and fact.when.is_span and fact.when.end else ""


def _doubts(pack: Pack, fact: Fact) -> Iterator[str]:
    if fact.according_to:
        yield f"according to {holder_names(pack, fact)}"
    if fact.voice is Voice.DISPUTED:
        yield "disputed"


def _dated_later(pack: Pack, entry: Entry, when: Date | None) -> str:
    """When an organisation was founded, if in a later year than that in which its people left another."""
    fact = next((fact for fact in entry.facts if fact.object == pack.first_known_date(entry)), None)
    is_later = fact and fact.date and when and fact.date.begin.year > when.begin.year
    return f"{pack.relations[fact.relation].label} {year_told(fact.date)}" if is_later and fact else ""


def _with_others(pack: Pack, fact: Fact) -> str:
    """`with some of X`: the other group in a merger. It was part of the same whole and the sentence names it."""
    if pack.relations[fact.relation].tree != "child" or not fact.target:
        return ""
    said = fact_sentence(pack, fact)
    for whole in _wholes(pack, fact.subject):
        tail = f" of {pack.entries[whole].phrase}"
        for other in (
            pack.entries[each.subject] for each in pack.facts_with_object(whole) if is_origin_or_part(pack, each)
        ):
            is_named = any(name in said for name in (other.name.removesuffix(tail), *other.names))
            if is_named and other.id not in fact.ends and whole not in _wholes(pack, other.id):
                return f"with some of {other.phrase.removesuffix(tail)}"
    return ""


def _wholes(pack: Pack, own_id: str) -> list[str]:
    """Entries of which something was a part."""
    return [fact.target for fact in memberships(pack, own_id) if fact.target]
