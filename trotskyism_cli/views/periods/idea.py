"""The timeline of one idea: its origin, adoption, opponents, works and events.

Arguments and quotations are only counted, unless everything is asked for.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from trotskyism_cli.library.bodies.descent import parts_of
from trotskyism_cli.library.bodies.events_of_body import events_of
from trotskyism_cli.library.bodies.lifespan import event_date, founding_date
from trotskyism_cli.library.bodies.naming import CLOSE, ITS_OWN, TOLD, name_pattern, passages_with
from trotskyism_cli.library.dates.dated_facts import SHORT, Moment
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.store import CALLED
from trotskyism_cli.library.words.whole_words import stands_whole
from trotskyism_cli.pack.dates import Date
from trotskyism_cli.pack.model import ESSENTIAL, MINOR, NOTABLE, Entry, Kind
from trotskyism_cli.pack.wording import capital, fact_sentence, join_words
from trotskyism_cli.views.happenings.entry_history import ALLIANCE
from trotskyism_cli.views.happenings.ideas import beginning, set_out, stated
from trotskyism_cli.views.happenings.of_facts import in_order
from trotskyism_cli.views.happenings.placing import placed
from trotskyism_cli.views.happenings.policies import policies, years_of_policy
from trotskyism_cli.views.happenings.row import Happening, beside_date, days_of, last_day, touch
from trotskyism_cli.views.periods.bars import Bar, bar_of
from trotskyism_cli.views.periods.period import PeriodView
from trotskyism_cli.views.wording.sentences import exact_date
from trotskyism_cli.views.wording.surnames import surname

JUST_BEFORE = timedelta(days=365)  # what ended earlier did not lead to a policy
LETTERS = 5  # least letters of a name to search for

Row = tuple[Happening, int]  # with its closeness to the idea


def is_idea(pack: StoredPack, own_id: str) -> bool:
    """Return whether an entry is a concept with a history, not a dispute (whose history is what was said)."""
    return bool(own_id) and pack.entries[own_id].kind is Kind.CONCEPT and not pack.mentions("about", own_id)


def view_of_idea(
    library: Library,
    own_id: str,
    moments: Iterable[Moment],
    start: date = date.min,
    end: date = date.max,
    *,
    everything: bool = False,
) -> tuple[PeriodView, tuple[Moment, ...]]:
    """The timeline of an idea within a span, and the arguments and quotations about it."""
    pack, idea = library.pack, library.pack.entries[own_id]
    own = [*_own(pack, idea), *_works(library, idea), *_meanwhile(library, idea)]
    lasted = next((bar for each in years_of_policy(pack, idea) if (bar := _bar(idea, each, start, end))), None)
    events = [each for each in _events(library, idea, own) if lasted is None or _is_near(each[0].when, lasted.when)]
    rows = [(each, weight) for each, weight in (*own, *events) if start <= each.first <= end]
    told = placed(pack, (each for each, _ in rows))
    weights = {each.fact.id: weight for each, weight in rows}
    minor = [each for each in told if each.rank == MINOR and weights[each.fact.id] < ITS_OWN]
    seen = {each.fact.id for each in told}
    said = tuple(each for each in moments if start <= each.when.first <= end and _is_said(each, seen))
    shown = in_order(told if everything else [each for each in told if each not in minor])
    bars = (lasted,) if lasted else ()
    years = [year for each in (*told, *bars) for year in (each.first.year, last_day(each.when).year)]
    first = start.year if start > date.min else min(years, default=0)
    last = end.year if end < date.max else max(years, default=first)
    view = PeriodView(first, last, bars, tuple(shown), is_crowded=True)
    if everything:
        return view, said
    ordered = sorted(told, key=lambda each: (each.rank + weights[each.fact.id], each.rank), reverse=True)
    by_weight = tuple(each for each in ordered if each not in minor)
    view = view._replace(filling=tuple(minor), by_weight=by_weight, weighty_bars=bars, words=len(said))
    return view, said


def _bar(idea: Entry, lasted: Moment, start: date, end: date) -> Bar | None:
    """A policy's years as a bar within a span; None if they lie outside."""
    if lasted.fact is None or not (lasted.when.first <= end and start <= lasted.when.last):
        return None
    return bar_of(Happening(lasted.when, capital(idea.name), idea.id, idea.importance, lasted.fact), start, end)


def _is_near(when: Date, lasted: Date) -> bool:
    """Return whether something fell in a policy's years or shortly before; older events did not lead to it."""
    return when.first <= lasted.last and lasted.first - JUST_BEFORE <= last_day(when)


def _is_said(moment: Moment, told: Collection[str]) -> bool:
    """Return whether a moment is an argument or a quotation."""
    fact = moment.fact
    return fact is None or not (fact.id in told or isinstance(fact.object, Date))


def _own(pack: StoredPack, idea: Entry) -> Iterator[Row]:
    """Who put an idea forward, adopted, supported or opposed it, and what was put forward against it."""
    own = list(stated(pack, idea))
    first = min((each.first for each in own), default=date.min)
    makers = {fact.target for fact in idea.facts if fact.target and pack.relations[fact.relation].functional}
    for each in own:
        when = exact_date(pack, each.fact) or each.when
        text = capital(each.text.removeprefix(capital(idea.name)).strip())
        yield each._replace(when=when, text=text), ITS_OWN
    tied = pack.facts_with_object(idea.id)
    for fact in tied:
        relation, subject = pack.relations[fact.relation], pack.entries[fact.subject]
        is_of_other = subject.kind in (Kind.PERSON, Kind.ORGANISATION) and subject.id not in makers
        if is_of_other and fact.date and pack.is_known(fact):
            who = surname(subject) if subject.kind is Kind.PERSON else subject.phrase
            text = capital(f"{relation.inverse_label} {who}")
            yield Happening(fact.date, text, idea.id, min(subject.importance, fact.importance), fact), CLOSE
    others = {fact.subject for fact in tied} | {fact.target for fact in idea.facts if fact.target}
    for other in (pack.entries[each] for each in sorted(others)):
        if is_idea(pack, other.id):
            yield from ((each, CLOSE) for each in stated(pack, other) if each.first > first)


def _works(library: Library, idea: Entry) -> Iterator[Row]:
    """Works that set an idea out, are named in its text, are about it, or speak of it."""
    pack = library.pack
    closely: dict[str, int] = {each.fact.subject: ITS_OWN for each in set_out(pack, idea)}
    about = _pattern(idea)
    for kind, subject, _ in passages_with(library, idea):
        if (
            kind == "summary"
            and pack.entries[subject].kind is Kind.WORK
            and about.search(pack.entries[subject].summary)
        ):
            closely.setdefault(subject, CLOSE)
    for quote in (pack.quotes[each] for each in pack.mentions("quote-about", idea.id)):
        if quote.work and all(word in quote.text.casefold() for word in idea.name.casefold().split()):
            closely.setdefault(quote.work, TOLD)
    for each in _named(library, idea, Kind.WORK):
        closely.setdefault(each, CLOSE)
    for own_id, weight in closely.items():
        if happening := appeared(pack, pack.entries[own_id]):
            yield happening, weight


def appeared(pack: StoredPack, work: Entry, *, is_own: bool = False) -> Happening | None:
    """A work as one row, with its authors unless named already, and both writing and publication."""
    days = sorted(pack.known_dates(work), key=lambda each: each[1].begin)
    if not days:
        return None
    (first, when), (last, later) = days[0], days[-1]
    makers = [pack.entries[author] for author in pack.authors(work)]
    names = [surname(maker) for maker in makers if surname(maker) not in work.name and not is_own]
    whose = f"{join_words(names)}: " if names else ""
    begun = when if days_of(when) < SHORT else beginning(when)
    text = f"{whose}{beside_date(work.name, begun)} {pack.relations[first.relation].label}"
    if later.begin.year > begun.begin.year:
        text += f", {pack.relations[last.relation].label} {later.begin.year}"
    return Happening(begun, text, work.id, work.importance, first)


def _meanwhile(library: Library, idea: Entry) -> Iterator[Row]:
    """Policies named in an idea's summary."""
    named = {*_named(library, idea, Kind.CONCEPT, ESSENTIAL + 1)} - {idea.id}
    for each in policies(library):
        if each.fact and each.subject in named:
            policy = library.pack.entries[each.subject]
            rank = min(policy.importance, NOTABLE)
            yield Happening(each.when, capital(policy.name), policy.id, rank, each.fact), TOLD


def _events(library: Library, idea: Entry, own: Sequence[Row]) -> Iterator[Row]:
    """Events connected with an idea or named in its text, unless a row tells them already."""
    pack = library.pack
    closely = events_of(library, idea.id)
    for each in _named(library, idea, Kind.EVENT, NOTABLE):
        closely[each] = max(CLOSE, closely.get(each, 0))
    begun = min((each.first for each, weight in own if weight == ITS_OWN), default=date.max)
    for each in _founded(library, idea, begun):
        closely.setdefault(each, TOLD)
    told = {happening.fact.target for happening, _ in own}
    for own_id in [*closely]:
        event = pack.entries[own_id]
        turns = [each for each in parts_of(pack, own_id) if pack.entries[each].importance >= ESSENTIAL]
        if turns and event.importance < ESSENTIAL:  # the essential parts tell what happened
            closely.update((each, TOLD) for each in turns if each not in closely)
            closely.pop(own_id)
    for own_id, weight in closely.items():
        event = pack.entries[own_id]
        if event.type == ALLIANCE and weight < CLOSE:  # an alliance is of people, whatever it was against
            continue
        fact, when = next(iter(pack.known_dates(event)), (None, None))
        if fact and when and own_id not in told:
            rank = event.importance if weight >= TOLD else min(event.importance, NOTABLE)
            yield Happening(when, beside_date(event.name, when), own_id, rank, fact), weight


def _founded(library: Library, idea: Entry, begun: date) -> Iterator[str]:
    """Foundations, after the idea's origin, of the organisations named in its summary."""
    for body in _named(library, idea, Kind.ORGANISATION, ESSENTIAL + 1):
        for each, weight in events_of(library, body).items():
            when, founded = event_date(library.pack.entries[each]), founding_date(library.pack, body)
            if weight == ITS_OWN and when and founded and touch(when, founded) and when.first > begun:
                yield each


def _named(library: Library, idea: Entry, kind: Kind, rank: int = MINOR) -> Iterator[str]:
    """Entries of a kind that are named in an idea's summary, or in its facts of at least `rank`."""
    facts = (fact_sentence(library.pack, fact) for fact in idea.facts if fact.importance >= rank)
    told = " / ".join((idea.summary, *facts))
    called = library.pack.called(kind)
    for each in (own_id for own_id, names in called.items() if any(name in told for name in names.split(CALLED))):
        names = (name for name in library.pack.entries[each].names if len(name) >= LETTERS)
        if any(stands_whole(name, told) for name in names):
            yield each


def _pattern(idea: Entry) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(name_pattern, idea.names))})\b")
