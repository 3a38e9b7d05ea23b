"""Weigh how important two entries are to one another: by what passed between them, not by how often it is told."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import log2

from trotskyism_cli.library.ties.judgements import HISTORIAN
from trotskyism_cli.library.ties.shared_events import last_day
from trotskyism_cli.library.ties.ties import Step, is_named
from trotskyism_cli.library.words.whole_words import stands_whole
from trotskyism_cli.pack.model import ESSENTIAL, MINOR, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.ties.label import is_leading
from trotskyism_cli.views.ties.tie import Tie
from trotskyism_cli.views.ties.ways_in_sentences import ROLE, is_of_office
from trotskyism_cli.views.wording.surnames import short_name

# Weights for anything but people: its importance; the weightiest sentence; a fact between the two; a fact about the
# other that names the entry; being named after it; and the most that all sentences count together.
OF_ITSELF, OF_WHAT_IS_TOLD, STATED, OF_ITS_OWN, NAMED_AFTER, MOST_NAMED = 8, 3, 5, 8, 10, 24
OF_OFFICE = 18  # weight of an office there
OF_SUMMARY = 16  # weight of being named in the entry's summary
A_DOUBLING = 5  # deduction for each doubling of how common an idea is
# Weights for people: each year with a deed between the two, up to MOST_YEARS; a fact between them, or one of leading;
# a role named after the other; a deed in the last days of one; and the most that sentences count together.
OF_A_YEAR, MOST_YEARS, BETWEEN, LED, KNOWN_FOR, LAST_DAYS, MOST_TOLD = 1, 8, 12, 24, 20, 26, 12
OF_NOTE = 7  # factor for the other's importance
A_WEEK = timedelta(days=7)


def weight_of(pack: Pack, steps: Sequence[Step], ties: Iterable[Tie]) -> int:
    """Weight of a person for an entry: the gravest deed between them, the years with any, and roles named after one.

    Sentences about a third that only mention both are no deeds between them.
    """
    ties = list(ties)
    years = len({tie.first.year for tie in ties if tie.deed})
    deeds = [tie for tie in ties if tie.deed and tie.is_of_end]
    weight = OF_NOTE * max((pack.entries[step.end].importance for step in steps[:1]), default=0)
    weight += max((tie.deed for tie in deeds), default=0) + OF_A_YEAR * min(years, MOST_YEARS)
    weight += min(sum(tie.rank >= 0 for tie in ties), MOST_TOLD)
    weight += min(sum(step.importance > MINOR for step in steps), MOST_YEARS)
    between = [step for step in steps if is_stated(step)]
    weight += max((LED if is_leading(pack, step) else BETWEEN for step in between), default=0)
    weight += OF_OFFICE * any(is_of_office(pack, step) for step in steps)
    ends = [pack.entries[end] for step in steps[:1] for end in _ends(step)]
    last, names = [last_day(end) for end in ends], {short_name(end) for end in ends}
    apart = [tie for tie in deeds if not names <= tie.company]  # a shared fate is no deed between them
    weight += LAST_DAYS * any(day - A_WEEK <= tie.first <= day < date.max for tie in apart for day in last)
    told = sum(HISTORIAN in end.type for end in ends)  # a historian is connected with people by writing of them
    return weight + KNOWN_FOR * any(_is_known_for(pack, step) for step in steps) - OF_NOTE * told


def weight_of_thing(
    pack: Pack, other: str, steps: Sequence[Step], common: float = 0, *, is_named_after: bool = False
) -> int:
    """Weight of anything but a person for an entry: its importance, and what is stated or told of the two.

    `common` is a measure of how often an idea is mentioned: the commoner, the less it says.
    """
    stated = [step for step in steps if is_stated(step)]
    of_ends = [step for step in steps if step.is_of_end]
    weight = OF_ITSELF * pack.entries[other].importance + NAMED_AFTER * is_named_after
    weight += STATED * max((1 + step.importance for step in stated), default=0)
    led = LED if pack.entries[other].importance >= ESSENTIAL else LED // 2  # leading something minor says less
    weight += led * any(is_leading(pack, step) for step in stated)
    weight += OF_OFFICE * any(is_of_office(pack, step) for step in steps)
    weight += OF_ITS_OWN * (not steps or any(_is_its_own(step, other) for step in steps))
    weight += OF_WHAT_IS_TOLD * max((step.importance for step in of_ends or steps), default=1)
    weight += min(sum(step.importance - (not step.is_of_end) for step in steps), MOST_NAMED)
    return weight - (0 if stated else round(A_DOUBLING * log2(1 + common)))


def _is_its_own(step: Step, other: str) -> bool:
    return step.fact is not None and step.fact.subject == other and not step.is_by_third


def summed_up(pack: Pack, own_id: str, others: Iterable[str]) -> set[str]:
    """Entries among `others` that an entry's summary names."""
    text = pack.entries[own_id].summary
    return {each for each in others if is_named(pack.entries[each], text)}


def is_common(pack: Pack, other: str, steps: Iterable[Step], common: float) -> bool:
    """Return whether a minor idea is too common to connect anything, unless one of the facts has it as an end."""
    is_minor = pack.entries[other].importance < ESSENTIAL
    return common >= 1 and is_minor and not any(step.fact and other in step.fact.ends for step in steps)


def is_stated(step: Step) -> bool:
    """Return whether a fact has one of two as its subject and the other as its object."""
    fact = step.fact
    return fact is not None and not step.leading and {fact.subject, fact.target} == _ends(step)


def _ends(step: Step) -> set[str]:
    return {step.start, step.end}


def _is_known_for(pack: Pack, step: Step) -> bool:
    """Return whether somebody's role has the other's name: `the companion of Trotsky`."""
    fact = step.fact
    if fact is None or fact.subject not in _ends(step) or not isinstance(fact.object, str):
        return False
    other = step.other(fact.subject)
    if pack.entries[other].kind is not Kind.PERSON:
        return False
    is_asked = ROLE in pack.relations[fact.relation].words
    return is_asked and not fact.according_to and stands_whole(short_name(pack.entries[other]), fact.object)
