"""The edited view of what an entry is tied to, by kind of thing, and of how it is tied to each."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import groupby

from trotskyism_cli.library.lifespan import day_begun
from trotskyism_cli.library.naming import pattern
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties import LEADS, MADE_BY, MEMBER, Step
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.dates_in_words import date_short
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import Fact, Kind, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Relation
from trotskyism_cli.pack.wording import fill
from trotskyism_cli.views.how_tied import (
    How,
    how_quoted,
    how_told_by,
    how_told_in,
    how_told_together,
    without_names,
)
from trotskyism_cli.views.margins import years_of
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.taking_part import only_compares, only_owns
from trotskyism_cli.views.tie import Tie, TieGroup
from trotskyism_cli.views.tie_weight import weight_of
from trotskyism_cli.views.tied import KINDS, Tied, TiedKind, ToldWith
from trotskyism_cli.views.ties_between import ties_between

SPOKE, WAS_SPOKEN_OF = "spoke", "was spoken of"
_OPEN_END = lazy_regex(r" (?:with|in|from|to)$")  # of a label, which stands behind a name and not before it
FEW = 5  # entries that one is tied to by more than words, below which also words count
PEOPLE = 3  # of people so many rows for each of another kind
MOST_HOWS = 3  # ways in which one is tied to another that are told
MEMBER_OF, FOUNDER = "member of", "founder"  # a tie, and a word by which one asks for it


def ties_of(
    pack: StoredPack, entry_id: str, steps: Iterable[Step], told_with: ToldWith | None = None
) -> tuple[TiedKind, ...]:
    """Everything that an entry is tied to; by words alone only if it is tied to little else.

    People stand in the order of what passed between the two, those who are tied by a body alone last. How it is tied to
    what sentences tell of with it, a clause says, or the name of that does; else it is left out.
    """
    pairs, apart, named, together, is_all = told_with or ToldWith()
    steps, named = list(steps), list(named)
    found: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda step: step.sort_key):
        found.setdefault(step.end, []).append(step)
    deeds = by_deeds(steps, entry_id)
    found = {each: held for each, held in found.items() if each in deeds} if len(deeds) >= FEW else found
    known = {each: _without_asides(pack, held) for each, held in pairs.items()}
    ties = {each: _by_rank(ties_between(pack, entry_id, each, held)) for each, held in known.items()}
    weights = {**together, **{each: weight_of(pack, held, ties[each]) for each, held in known.items()}}
    tied: list[Tied] = []
    said: set[str] = set()
    for each in sorted((each for each in pairs if each in apart and known[each]), key=lambda each: -weights[each]):
        hows, sentence = how_told_together(pack, known[each], ties[each], said)
        if hows:
            said.add(sentence)
            tied.append(replace(_tied(pack, each, hows), sentence=sentence))
    told = {each.entry for each in tied}
    tied += [
        _tied(pack, each, hows)
        for each, held in found.items()
        if each not in told and (hows := _told(pack, entry_id, each, held))
    ]
    further = (_named_with(pack, entry_id, each, is_all=is_all) for each in named if each not in found)
    tied += [each for each in further if each]
    order = {each: place for place, each in enumerate(named)}
    tied.sort(
        key=lambda each: (
            _place(pack, each),
            each.entry in found
            and each.entry not in told
            and all(_is_of_member(pack, step) for step in found[each.entry]),
            -weights.get(each.entry, 0) if pack.entries[each.entry].kind is Kind.PERSON else 0,
            -each.rank,
            not any(_is_leading(pack, step) for step in found.get(each.entry, ())),
            -weights.get(each.entry, 0),
            -len(found.get(each.entry, ())),
            order.get(each.entry, 0),
            each.name,
        )
    )
    kinds = groupby(tied, key=lambda each: pack.entries[each.entry].kind)
    is_of_bodies = pack.entries[entry_id].kind in (Kind.EVENT, Kind.PLACE)  # which matter there as much as people
    shares = {} if is_of_bodies else {Kind.PERSON: PEOPLE}
    return tuple(TiedKind(KINDS[kind], tuple(group), shares.get(kind, 1)) for kind, group in kinds)


def _by_rank(groups: Iterable[TieGroup]) -> list[Tie]:
    return sorted((tie for group in groups for tie in group.ties), key=lambda tie: -tie.rank)


def _without_asides(pack: Pack, steps: Iterable[Step]) -> list[Step]:
    """The ties that tell of both, and do not only compare one with the other or tell of what is his."""
    return [step for step in steps if not (only_compares(pack, step) or only_owns(pack, step))]


def _named_with(pack: StoredPack, one: str, own_id: str, *, is_all: bool) -> Tied | None:
    """What an entry is told of with, by a clause of what is told of that, or of the entry; or by its own name.

    Nothing if none of these tells how they are tied.
    """
    asked, other = pack.entries[one], pack.entries[own_id]
    hows = how_told_in(pack, other, asked, other) or how_told_in(pack, asked, other, other, is_whole=is_all)
    is_named_after = other.kind is Kind.EVENT and bool(pattern(pack, asked).search(other.name))
    if not (hows or is_named_after):
        return None
    return replace(_tied(pack, own_id, hows), sentence=without_names(hows[0].label) if hows else "")


def by_deeds(steps: Iterable[Step], entry_id: str) -> set[str]:
    """To whom or what an entry is tied by more than that one spoke of the other."""
    return {step.end for step in steps if not _is_in_words(step, entry_id)}


def _is_own(pack: Pack, entry_id: str, step: Step) -> bool:
    """Whether a tie says no more than the head of its kind: of a work, that it is one of somebody's works."""
    fact = step.fact
    if fact is None or fact.target != entry_id or step.leading:
        return False
    return pack.relations[fact.relation].inverse_label.casefold() == KINDS[pack.entries[step.end].kind].casefold()


def _tied(pack: Pack, own_id: str, hows: tuple[How, ...]) -> Tied:
    entry = pack.entries[own_id]
    if entry.kind is Kind.WORK:
        dated = pack.day_known(entry)
        years = [dated.begin.year] if dated else []
    else:
        years = [year for how in hows for year in how.first_and_last]
    is_own = all(how.is_own for how in hows)
    years = [year for year in years if year < date.max.year]
    return Tied(
        own_id,
        entry.name,
        hows,
        entry.importance,
        min(years, default=0),
        max(years, default=0),
        is_own,
        short_name(entry),
    )


def by_more_than_members(pack: Pack, steps: Iterable[Step], entry_id: str) -> set[str]:
    """To whom or what an entry is tied by deeds, and not only by a body that one led and the other joined."""
    return by_deeds((step for step in steps if not _is_of_member(pack, step)), entry_id)


def _is_of_member(pack: Pack, step: Step) -> bool:
    """Whether it tells that one was a member of what another led or made."""
    return bool(step.leading and step.fact and MEMBER in pack.relations[step.fact.relation].words)


def _is_leading(pack: Pack, step: Step) -> bool:
    """Whether somebody led or made what it ties, which says more than that he joined it."""
    return step.fact is not None and not (LEADS | MADE_BY).isdisjoint(pack.relations[step.fact.relation].words)


def _is_in_words(step: Step, entry_id: str) -> bool:
    """Whether one of the two only spoke of the other."""
    if step.fact is None:
        return True
    return step.end in step.fact.according_to or (entry_id in step.fact.according_to and step.end == step.fact.subject)


def _place(pack: Pack, tied: Tied) -> int:
    return list(KINDS).index(pack.entries[tied.entry].kind)


def _how(pack: Pack, entry_id: str, step: Step) -> How:
    """The kind of tie and its date: `allied with 1926`."""
    if step.fact is None:
        return How(SPOKE if step.quote and step.quote.speaker == entry_id else WAS_SPOKEN_OF)
    fact = step.fact
    relation = pack.relations[fact.relation]
    if entry_id in fact.according_to and step.end == fact.subject:
        return How(SPOKE)
    if step.end in fact.according_to:
        return How(WAS_SPOKEN_OF)
    is_own = _is_own(pack, entry_id, step)
    label = (
        _led(pack, step, fact, step.leading) if step.leading else _label(pack, relation, is_of=fact.subject == entry_id)
    )
    label = relation.label if is_own else label  # of a work `author`: it stands below the head “Works”
    day = None if is_own else fact.when or _founded(pack, fact)
    when, years = (date_short(day), years_of(day)) if day else ("", "")
    if fact.when and step.leading and label.startswith(MEMBER_OF) and not relation.label.startswith(MEMBER_OF):
        when = years = f"from {fact.when.begin.year}"
    mark = " (disputed)" if fact.voice is Voice.DISPUTED else " (a claim)" if fact.according_to else ""
    return How(f"{label}{mark}", when, years, is_said=bool(step.leading), is_own=is_own)


def _label(pack: Pack, relation: Relation, *, is_of: bool) -> str:
    """What a relation is called behind the name of its object, or if it `is_of` somebody else, of its subject.

    `members`, the head of a list, is said of one: `member`. What came from another thing is told by `split from it`,
    and what that came from by `what it split from`.
    """
    label = relation.label if is_of else relation.inverse_label or relation.label
    own = relation.label.removesuffix(" of")
    if not is_of and label == f"{own}s":
        return own
    short = without_preposition(label)
    is_another = label.endswith(" to") and any(
        short == each.label for each in pack.relations.values()
    )  # `led`, `led to`
    if not (is_another or (relation.tree and label == relation.label)):
        return short
    if is_of:  # whatever stands before it is what it did so to
        return f"what {fill(relation.says, {'subject': 'it', 'object': ''}, {}).strip()}"
    return f"{label} it"


def _founded(pack: Pack, fact: Fact) -> Date | None:
    """Of a fact that only says who founded a body, when that was, if it is known."""
    is_founder = FOUNDER in pack.relations[fact.relation].words
    return (
        day_begun(pack, fact.subject) if is_founder and pack.entries[fact.subject].kind is Kind.ORGANISATION else None
    )


def without_preposition(label: str) -> str:
    """What a relation is called, where no name follows: `allied` for `allied with`."""
    return _OPEN_END.sub("", label)


def _led(pack: Pack, step: Step, fact: Fact, leading: Fact) -> str:
    """What one led or made, and how the other stood to it: `led …, which Stalin opposed`, `joined …, which Lenin led`.

    It stands behind the name of the end of the tie, and of the other it has the name.
    """
    thing, label = pack.entries[fact.target].phrase_at(fact.when), pack.relations[fact.relation].label
    lead, who = pack.relations[leading.relation], short_name(pack.entries[step.start])
    made = lead.label if leading.target == fact.target else lead.inverse_label.removesuffix(" by") or lead.label
    is_member = MEMBER in pack.relations[fact.relation].words and label.startswith(MEMBER_OF)
    if fact.subject != step.start:
        return f"{MEMBER_OF if MEMBER in pack.relations[fact.relation].words else label} {thing}, which {who} {made}"
    if is_member:
        return f"{made} {thing}, of which {who} was a member"
    return f"{made} {thing}, which {who} {without_preposition(label)}"


def _told(pack: StoredPack, one: str, other: str, steps: Iterable[Step]) -> tuple[How, ...]:
    """`allied 1926; broke 1928`, in order of time; of what is tied by one statement, or by words alone, a clause.

    Nothing of what one only said of the other, if no clause has room for it.
    """
    held = list(steps)
    held = [step for step in held if step.fact and not step.leading and not _is_in_words(step, one)] or held
    held = [step for step in held if not _is_in_words(step, one)] or held
    told = list(_merged(dict.fromkeys(_how(pack, one, step) for step in held)))
    is_said = {SPOKE, WAS_SPOKEN_OF}.issuperset(each.label for each in told)
    are_people = pack.entries[other].kind is pack.entries[one].kind is Kind.PERSON
    is_told = is_said or (len(held) == 1 and are_people)
    if is_told and (how := how_told_by(pack, (one, other), held, is_said=is_said)):
        return (how,)
    if is_said:
        return (quoted,) if (quoted := how_quoted(pack, held)) else ()
    return tuple(sorted(told, key=lambda how: how.first_and_last or (date.max.year,)))


def _merged(hows: Iterable[How]) -> Iterable[How]:
    """Without what another says too (`member of` beside `member of 1917`), and without words where there are deeds."""
    told = list(hows)
    told = [how for how in told if how.label not in (SPOKE, WAS_SPOKEN_OF)] or told
    told = [how for how in told if not any(other.words.startswith(f"{how.words} ") for other in told)]
    return told[:MOST_HOWS]
