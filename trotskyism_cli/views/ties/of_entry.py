"""The ties of one entry, by kind of the other entry, with the ways in which it is connected with each."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType

from trotskyism_cli.library.bodies.lifespan import event_date
from trotskyism_cli.library.bodies.naming import pattern
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties.commonness import how_common
from trotskyism_cli.library.ties.judgements import HISTORIAN
from trotskyism_cli.library.ties.ties import Step
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.ties.between import OF_OTHERS, TIMES, ties_between
from trotskyism_cli.views.ties.clause import LONGEST
from trotskyism_cli.views.ties.connection import How
from trotskyism_cli.views.ties.label import how_of, is_member, is_of_member
from trotskyism_cli.views.ties.tie import Tie, TieGroup
from trotskyism_cli.views.ties.tie_text import tie_of
from trotskyism_cli.views.ties.tied_entry import KINDS, Tied, TiedKind
from trotskyism_cli.views.ties.ways_in_sentences import (
    how_begun,
    how_quoted,
    how_told_by,
    how_told_in,
    how_told_together,
    office_in,
)
from trotskyism_cli.views.ties.weight import OF_SUMMARY, is_common, is_stated, summed_up, weight_of, weight_of_thing
from trotskyism_cli.views.wording.margins import years_of
from trotskyism_cli.views.wording.surnames import short_name

FEW = 5  # connected entries below which mere words and memberships count too
ACTING = (Kind.PERSON, Kind.ORGANISATION, Kind.EVENT)  # kinds of entry that own the sentences about them
MANY, IN_SHORT = 20, 130  # connected entries from which on clauses have at most so many letters
PEOPLE, BODIES, OTHERS = 8, 3, 2  # shares of lines: people, organisations, each other kind
OF_LIFE = frozenset(("born", "died"))  # words of relations to places of birth and death
MOST_HOWS = 3  # most ways told for one entry
MOST_READ = 12  # most sentences considered for one entry


def ties_of(
    pack: StoredPack,
    entry_id: str,
    steps: Iterable[Step],
    told: Mapping[str, Sequence[Step]] = MappingProxyType({}),
    named: Iterable[str] = (),
    *,
    is_all: bool = False,
) -> tuple[TiedKind, ...]:
    """Everything that an entry is connected with, by kind, the most important first.

    `steps` come from the entry's own facts. `told` are sentences about both, by the other's id: they give a clause, or
    else a whole sentence, which comes last. `named` are entries only mentioned with it, included if a clause says how.
    Mere words, and organisations that one led and the other joined, count only if there is little else.
    """
    found: dict[str, list[Step]] = {}
    for step in sorted(steps, key=lambda step: step.sort_key):
        found.setdefault(step.end, []).append(step)
    stated = _stated(pack, entry_id, found, told)
    named = list(named)
    after = _named_after(pack, entry_id, (*found, *told, *named))
    common = how_common(pack, (each for each in {**found, **told} if pack.entries[each].kind is Kind.CONCEPT))
    ties, weights = _weighed(pack, entry_id, found, told, common, after)
    for each in summed_up(pack, entry_id, weights):
        weights[each] += OF_SUMMARY
    hows = _hows_stated(pack, entry_id, stated, told)
    waiting = [each for each in sorted(told, key=lambda each: (-weights[each], each)) if not hows.get(each)]
    said = {how.sentence for ways in hows.values() for how in ways if how.sentence}
    without = {each: told[each] for each in waiting}
    hows.update(_hows_told(pack, entry_id, without, ties, said, is_many=len(told) > MANY))
    for each in (each for each, ways in hows.items() if not ways):
        held = stated.get(each) or told[each]
        begun = how_begun(held) if all(step.quote for step in held) else ()
        hows[each] = begun or how_told_together(pack, (entry_id, each), held, _in_short(pack, held), said)
    for each in (each for each in named if each not in hows):
        if ways := _named_with(pack, entry_id, each, is_all=is_all, is_named_after=each in after):
            hows[each] = ways
            weights[each] = weight_of_thing(pack, each, (), is_named_after=each in after)

    def steps_of(each: str) -> Sequence[Step]:
        return (*found.get(each, ()), *told.get(each, ()))

    tied = [
        _tied(pack, each, ways, is_by_the_way=_is_by_the_way(pack, (entry_id, each), ways, steps_of(each), common))
        for each, ways in hows.items()
    ]
    return _in_kinds(pack, entry_id, tied, weights)


def _stated(
    pack: Pack, entry_id: str, found: Mapping[str, Sequence[Step]], told: Mapping[str, Sequence[Step]]
) -> dict[str, Sequence[Step]]:
    """Steps from the entry's own facts that are deeds, by the other's id; all steps if there are few."""
    stated = {each: held for each, held in found.items() if any(_is_deed(pack, step, entry_id) for step in held)}
    if len(stated) + len(told) < FEW:
        stated |= {each: held for each, held in found.items() if each not in told}
    return stated


def _hows_stated(
    pack: StoredPack, entry_id: str, stated: Mapping[str, Sequence[Step]], told: Mapping[str, Sequence[Step]]
) -> dict[str, tuple[How, ...]]:
    """Ways from the entry's own facts; an office replaces a mere membership."""
    hows = {each: _told(pack, entry_id, each, held) for each, held in stated.items()}
    for each in (each for each, ways in hows.items() if all(is_member(how) for how in ways)):
        office = next(filter(None, (office_in(pack, step) for step in told.get(each, ()))), None)
        hows[each] = (office,) if office else hows[each]
    return hows


def _hows_told(
    pack: StoredPack,
    entry_id: str,
    told: Mapping[str, Sequence[Step]],
    ties: Mapping[str, Sequence[Tie]],
    said: set[str],
    *,
    is_many: bool,
) -> dict[str, tuple[How, ...]]:
    """Ways from sentences about both, as a clause or a sentence, each used once.

    `said` are sentences used already; those used here are added. With many ties clauses are shorter.
    """
    found: dict[str, tuple[How, ...]] = {}
    is_of_event = pack.entries[entry_id].kind is Kind.EVENT  # one sentence may name many people, who share a row
    longest = IN_SHORT if is_many and not is_of_event else LONGEST
    for each in sorted(told, key=lambda each: (not _is_owned(pack, each, told[each]), _place(pack, each))):
        known = ties[each] if each in ties else _in_short(pack, told[each])
        others = () if is_of_event and pack.entries[each].kind is Kind.PERSON else said
        found[each] = how_told_together(pack, (entry_id, each), told[each], known, others, longest=longest)
        said.update(how.sentence for how in found[each])
    return found


def _weighed(
    pack: Pack,
    entry_id: str,
    found: Mapping[str, Sequence[Step]],
    told: Mapping[str, Sequence[Step]],
    common: Mapping[str, float],
    after: Container[str],
) -> tuple[dict[str, list[Tie]], dict[str, int]]:
    """The ties to each person by rank, and the weight of every other entry for this one."""
    people = [each for each in told if pack.entries[each].kind is Kind.PERSON]
    ties = {each: _by_rank(ties_between(pack, entry_id, each, told[each])) for each in people}
    weights = {
        each: weight_of_thing(
            pack,
            each,
            tuple(dict.fromkeys((*found.get(each, ()), *told.get(each, ())))),
            common.get(each, 0),
            is_named_after=each in after,
        )
        for each in {**found, **told}
        if each not in ties
    }
    return ties, {**weights, **{each: weight_of(pack, told[each], ties[each]) for each in people}}


def _in_kinds(pack: Pack, entry_id: str, tied: list[Tied], weights: Mapping[str, int]) -> tuple[TiedKind, ...]:
    """Group by kind, the most important first, those connected only `is_by_the_way` last."""
    tied.sort(
        key=lambda each: (
            _place(pack, each.entry),
            each.is_by_the_way,
            not (each.how or each.is_own),
            -weights.get(each.entry, 0),
            each.name,
        )
    )
    kinds = groupby(tied, key=lambda each: pack.entries[each.entry].kind)
    # Organisations matter there as much as people.
    is_of_bodies = pack.entries[entry_id].kind in (Kind.EVENT, Kind.PLACE)
    shares = {Kind.PERSON: BODIES if is_of_bodies else PEOPLE, Kind.ORGANISATION: BODIES}
    return tuple(TiedKind(KINDS[kind], tuple(group), shares.get(kind, OTHERS)) for kind, group in kinds)


def _is_by_the_way(
    pack: Pack, ends: tuple[str, str], hows: Iterable[How], steps: Sequence[Step], common: Mapping[str, float]
) -> bool:
    """Return whether only a sentence about a third entry, or one with a very common idea, connects two.

    Also true for the place of somebody's birth or death, and for a historian of an actor.
    """
    own_id, each = ends
    stated = [step for step in steps if is_stated(step)]
    if stated:  # a person's card tells the places of birth and death
        relations = (pack.relations[step.fact.relation] for step in stated if step.fact)
        return pack.entries[each].kind is Kind.PLACE and all(not OF_LIFE.isdisjoint(one.words) for one in relations)
    if pack.entries[own_id].kind in ACTING and HISTORIAN in pack.entries[each].type:
        return True  # a historian of it
    return any(how.is_of_third for how in hows) or is_common(pack, each, steps, common.get(each, 0))


def _is_owned(pack: Pack, own_id: str, steps: Iterable[Step]) -> bool:
    """Return whether a sentence is about this actor, or is his own, so that it belongs to him rather than to others."""
    facts = (step.fact for step in steps if step.fact)
    return pack.entries[own_id].kind in ACTING and any(own_id in (*each.ends, *each.according_to) for each in facts)


def _in_short(pack: Pack, steps: Iterable[Step]) -> list[Tie]:
    """The weightiest sentences that connect an entry with anything but a person, those about one of the two first."""
    heavy = sorted(steps, key=lambda step: (not step.is_of_end, -step.importance))[:MOST_READ]
    ties = [
        tie_of(pack, step)._replace(
            first=step.when.begin if step.when else date.max,
            rank=_rank(step),
            is_of_end=step.is_of_end,
            is_by_third=step.is_by_third,
        )
        for step in heavy
    ]
    return sorted(ties, key=lambda tie: -tie.rank)


def _rank(step: Step) -> int:
    is_said = step.fact is None or bool(step.fact.according_to)
    return TIMES * step.importance - OF_OTHERS * is_said


def _by_rank(groups: Iterable[TieGroup]) -> list[Tie]:
    return sorted((tie for group in groups for tie in group.ties), key=lambda tie: -tie.rank)


def _named_with(pack: StoredPack, one: str, own_id: str, *, is_all: bool, is_named_after: bool) -> tuple[How, ...]:
    """Ways for an entry that is only mentioned with another: a clause from the text of either; empty if none fits.

    For an event named after the entry its name says enough, so only the year is given.
    """
    asked, other = pack.entries[one], pack.entries[own_id]
    hows = how_told_in(pack, other, asked, other) or how_told_in(pack, asked, other, other, is_whole=is_all)
    day = event_date(other) if is_named_after else None
    years = years_of(day) if day else ""
    return hows or ((How("", years, years),) if is_named_after else ())


def _named_after(pack: StoredPack, own_id: str, others: Iterable[str]) -> set[str]:
    """Events among `others` that are named after an entry."""
    names = pattern(pack, pack.entries[own_id])
    events = (pack.entries[each] for each in others if pack.entries[each].kind is Kind.EVENT)
    return {event.id for event in events if names.search(event.name)}


def _is_deed(pack: Pack, step: Step, entry_id: str) -> bool:
    """Return whether a step is more than words about the other or membership in what the other led."""
    return not (_is_in_words(step, entry_id) or is_of_member(pack, step))


def _tied(pack: Pack, own_id: str, hows: tuple[How, ...], *, is_by_the_way: bool) -> Tied:
    entry = pack.entries[own_id]
    years = _years_of_work(pack, entry) or [year for how in hows for year in how.first_and_last]
    years = [year for year in years if year < date.max.year]
    is_own = bool(hows) and all(how.is_own for how in hows)
    return Tied(
        own_id,
        entry.name,
        hows,
        entry.importance,
        min(years, default=0),
        max(years, default=0),
        is_own,
        short_name(entry),
        is_by_the_way,
    )


def _years_of_work(pack: Pack, entry: Entry) -> list[int]:
    dated = pack.first_known_date(entry) if entry.kind is Kind.WORK else None
    return [dated.begin.year] if dated else []


def _is_in_words(step: Step, entry_id: str) -> bool:
    """Return whether one of the two only spoke of the other."""
    if step.fact is None:
        return True
    return step.end in step.fact.according_to or (entry_id in step.fact.according_to and step.end == step.fact.subject)


def _place(pack: Pack, own_id: str) -> int:
    return list(KINDS).index(pack.entries[own_id].kind)


def _told(pack: StoredPack, one: str, other: str, steps: Iterable[Step]) -> tuple[How, ...]:
    """`allied 1926; broke 1928`, in order of time; for a single fact between people, or for words alone, a clause.

    Empty if one only spoke of the other and no clause is short enough.
    """
    held = list(steps)
    deeds = [step for step in held if not _is_in_words(step, one)]
    if not deeds:
        said = how_told_by(pack, (one, other), held, is_said=True) or how_quoted(pack, held)
        return (said,) if said else ()
    deeds = [step for step in deeds if not step.leading] or deeds
    are_people = pack.entries[other].kind is pack.entries[one].kind is Kind.PERSON
    if len(deeds) == 1 and are_people and (how := how_told_by(pack, (one, other), deeds, is_said=False)):
        return (how,)
    told = _merged(dict.fromkeys(how_of(pack, one, step, step.fact) for step in deeds if step.fact))
    return tuple(sorted(told, key=lambda how: how.first_and_last or (date.max.year,)))


def _merged(hows: Iterable[How]) -> Iterable[How]:
    """Drop ways that another repeats: `member of` beside `member of 1917`."""
    told = list(hows)
    told = [how for how in told if not any(other.words.startswith(f"{how.words} ") for other in told)]
    return told[:MOST_HOWS]
