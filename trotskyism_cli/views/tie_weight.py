"""How much two people, or somebody and a body, were to one another: by what passed between them, not how often told."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from trotskyism_cli.library.judgements import HISTORIAN
from trotskyism_cli.library.lifespan import led
from trotskyism_cli.library.shared_events import last_day
from trotskyism_cli.library.ties import Step
from trotskyism_cli.pack.model import Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.views.how_tied import ROLE
from trotskyism_cli.views.surnames import short_name
from trotskyism_cli.views.tie import Tie

# What a year in which something passed between two counts, and so many of them at most; a statement that puts one
# beside the other, more if the one led the other; that one is known for what he was to the other; that something
# passed between them in the last days of one; and sentences, of which a few are enough.
OF_A_YEAR, MOST_YEARS, BETWEEN, LED, KNOWN_FOR, LAST_DAYS, MOST_TOLD = 1, 8, 5, 20, 12, 20, 12
OF_NOTE = 7  # so many times what counts is how important the other is
A_WEEK = timedelta(days=7)


def weight_of(pack: Pack, steps: Sequence[Step], ties: Iterable[Tie]) -> int:
    """The gravest thing that passed between two, in how many years there was any, and what they are known as."""
    ties = list(ties)
    deeds = [tie for tie in ties if tie.deed]
    years = len({tie.first.year for tie in deeds})
    weight = OF_NOTE * max((pack.entries[step.end].importance for step in steps[:1]), default=0)
    weight += max((tie.deed for tie in deeds), default=0) + OF_A_YEAR * min(years, MOST_YEARS)
    weight += min(sum(tie.rank >= 0 for tie in ties), MOST_TOLD)
    between = [step.fact for step in steps if step.fact and {step.fact.subject, step.fact.target} == _ends(step)]
    weight += max((LED if led(pack, fact) else BETWEEN for fact in between), default=0)
    ends = [pack.entries[end] for step in steps[:1] for end in _ends(step)]
    last, names = [last_day(end) for end in ends], {short_name(end) for end in ends}
    apart = [tie for tie in deeds if not names <= tie.company]  # those who only shared a fate did nothing to each other
    weight += LAST_DAYS * any(day - A_WEEK <= tie.first <= day < date.max for tie in apart for day in last)
    told = sum(HISTORIAN in end.type for end in ends)  # he was tied to them by telling of them
    return weight + KNOWN_FOR * any(_is_known_for(pack, step) for step in steps) - OF_NOTE * told


def _ends(step: Step) -> set[str]:
    return {step.start, step.end}


def _is_known_for(pack: Pack, step: Step) -> bool:
    """Whether what somebody was is said by the other's name: `the companion of Trotsky`."""
    fact = step.fact
    if fact is None or fact.subject not in _ends(step) or not isinstance(fact.object, str):
        return False
    other = step.end if fact.subject == step.start else step.start
    if pack.entries[other].kind is not Kind.PERSON:
        return False
    is_asked = ROLE in pack.relations[fact.relation].words
    return (
        is_asked
        and not fact.according_to
        and bool(re.search(rf"\b{re.escape(short_name(pack.entries[other]))}\b", fact.object))
    )
