"""How much two people, or somebody and a body, were to one another: by what passed between them, not how often told."""

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

# What it counts for a tie of anything but people that this is important, and what is told; that the book states it, by
# how much that matters; that what is told of the other itself names the one, or that it is named after it; and how much
# the sentences that name both matter, of which a few are enough.
OF_ITSELF, OF_WHAT_IS_TOLD, STATED, OF_ITS_OWN, NAMED_AFTER, MOST_NAMED = 8, 3, 5, 8, 10, 24
OF_OFFICE = 18  # what it counts that somebody had an office there
OF_SUMMARY = 16  # what it counts for a tie of any kind that what sums up an entry names the other
A_DOUBLING = 5  # how much less an idea says that is twice as common
# What a year in which something passed between two counts, and so many of them at most; a statement that puts one
# beside the other, more if the one led the other; that one is known for what he was to the other; that something
# passed between them in the last days of one; and sentences, of which a few are enough.
OF_A_YEAR, MOST_YEARS, BETWEEN, LED, KNOWN_FOR, LAST_DAYS, MOST_TOLD = 1, 8, 12, 24, 20, 26, 12
OF_NOTE = 7  # so many times what counts is how important the other is
A_WEEK = timedelta(days=7)


def weight_of(pack: Pack, steps: Sequence[Step], ties: Iterable[Tie]) -> int:
    """The gravest thing that passed between two, in how many years there was any, and what they are known as.

    What is told of a third and only names both is nothing that passed between them.
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
    apart = [tie for tie in deeds if not names <= tie.company]  # those who only shared a fate did nothing to each other
    weight += LAST_DAYS * any(day - A_WEEK <= tie.first <= day < date.max for tie in apart for day in last)
    told = sum(HISTORIAN in end.type for end in ends)  # he was tied to them by telling of them
    return weight + KNOWN_FOR * any(_is_known_for(pack, step) for step in steps) - OF_NOTE * told


def weight_of_thing(
    pack: Pack, other: str, steps: Sequence[Step], common: float = 0, *, is_named_after: bool = False
) -> int:
    """How much anything but a person is to an entry: by what it is, and what is stated or told of the two.

    An idea that is in every `common`th sentence of the book says the less, the more common it is.
    """
    stated = [step for step in steps if is_stated(step)]
    of_ends = [step for step in steps if step.is_of_end]
    weight = OF_ITSELF * pack.entries[other].importance + NAMED_AFTER * is_named_after
    weight += STATED * max((1 + step.importance for step in stated), default=0)
    led = LED if pack.entries[other].importance >= ESSENTIAL else LED // 2  # to have led what matters less says less
    weight += led * any(is_leading(pack, step) for step in stated)
    weight += OF_OFFICE * any(is_of_office(pack, step) for step in steps)
    weight += OF_ITS_OWN * (not steps or any(_is_its_own(step, other) for step in steps))
    weight += OF_WHAT_IS_TOLD * max((step.importance for step in of_ends or steps), default=1)
    weight += min(sum(step.importance - (not step.is_of_end) for step in steps), MOST_NAMED)
    return weight - (0 if stated else round(A_DOUBLING * log2(1 + common)))


def _is_its_own(step: Step, other: str) -> bool:
    return step.fact is not None and step.fact.subject == other and not step.is_by_third


def summed_up(pack: Pack, own_id: str, others: Iterable[str]) -> set[str]:
    """Those of some entries that are named in what sums up another."""
    text = pack.entries[own_id].summary
    return {each for each in others if is_named(pack.entries[each], text)}


def is_common(pack: Pack, other: str, steps: Iterable[Step], common: float) -> bool:
    """Whether an idea is too common to tie anybody to it whom nothing that is stated or told of it itself names."""
    is_minor = pack.entries[other].importance < ESSENTIAL
    return common >= 1 and is_minor and not any(step.fact and other in step.fact.ends for step in steps)


def is_stated(step: Step) -> bool:
    """Whether a fact has one of two as its subject and the other as its object."""
    fact = step.fact
    return fact is not None and not step.leading and {fact.subject, fact.target} == _ends(step)


def _ends(step: Step) -> set[str]:
    return {step.start, step.end}


def _is_known_for(pack: Pack, step: Step) -> bool:
    """Whether what somebody was is said by the other's name: `the companion of Trotsky`."""
    fact = step.fact
    if fact is None or fact.subject not in _ends(step) or not isinstance(fact.object, str):
        return False
    other = step.other(fact.subject)
    if pack.entries[other].kind is not Kind.PERSON:
        return False
    is_asked = ROLE in pack.relations[fact.relation].words
    return is_asked and not fact.according_to and stands_whole(short_name(pack.entries[other]), fact.object)
