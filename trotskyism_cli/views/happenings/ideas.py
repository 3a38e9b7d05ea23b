"""What happened to ideas: who put them forward, which works set them out, who adopted them."""

from collections.abc import Iterable, Iterator
from datetime import date

from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.pack.dates import NAMED_YEAR, Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, join_words
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.wording.margins import until_of
from trotskyism_cli.views.wording.surnames import surname

_BY = " by"  # ends the label of a relation whose object did something with an idea
_BRACKETS = lazy_regex(r"\([^)]*\)")


def happenings_of_ideas(pack: StoredPack, ideas: Iterable[str], start: date, end: date) -> list[Happening]:
    """Origin, works and adoption of each idea within a span; of other ideas, the first dated view on it."""
    found: list[Happening] = []
    for own_id in ideas:
        idea = pack.entries[own_id]
        found += [*stated(pack, idea), *set_out(pack, idea)] or _first_spoken_of(pack, idea)
    return [each for each in found if start <= each.first <= end]


def stated(pack: Pack, idea: Entry) -> Iterator[Happening]:
    """Who put an idea forward, named or adopted it, and when."""
    told = [fact for fact in idea.facts if pack.stands(fact) and not fact.according_to]
    maker = next((fact.target for fact in told if fact.target and pack.relations[fact.relation].functional), "")
    for fact in told:
        label = pack.relations[fact.relation].label
        by = fact.target or (maker if isinstance(fact.object, Date) else "")
        if fact.date and (isinstance(fact.object, Date) or (fact.target and label.endswith(_BY))):
            label = label.removesuffix(_BY)
            text = f"{capital(idea.name)} {label}{f' by {_short(pack.entries[by])}' if by else ''}"
            yield Happening(fact.date, text, idea.id, _rank(idea, fact), fact, appears=True)


def origin_of_idea(pack: Pack, fact: Fact) -> Happening | None:
    """The origin of an idea as a happening, if idea and fact are essential; else None."""
    idea = pack.entries[fact.subject]
    is_known = idea.kind is Kind.CONCEPT and isinstance(fact.object, Date) and _rank(idea, fact) >= ESSENTIAL
    return next((each for each in stated(pack, idea) if each.fact is fact), None) if is_known else None


def set_out(pack: Pack, idea: Entry) -> Iterator[Happening]:
    """Works about an idea, by their first date."""
    for fact in pack.facts_with_object(idea.id):
        work = pack.entries[fact.subject]
        days = [each.object for each in work.facts if isinstance(each.object, Date) and pack.stands(each)]
        if work.kind is Kind.WORK and pack.stands(fact) and days:
            label = pack.relations[fact.relation].inverse_label
            when = beginning(min(days, key=lambda day: day.first))
            yield Happening(when, f"{capital(idea.name)} {label} {work.name}", idea.id, _rank(idea, fact), fact)


def _first_spoken_of(pack: StoredPack, idea: Entry) -> list[Happening]:
    """The first dated view of an idea. A dispute begins with it, or earlier if its summary names an earlier year."""
    voices = [(fact.when, fact) for fact in idea.facts if pack.stands(fact) and fact.according_to and fact.when]
    if not voices:
        return []
    when, first = min(voices, key=lambda each: (each[0].begin, -each[1].importance, each[1].id))
    when, rank = beginning(when), _rank(idea, first)
    if not pack.mentions("about", idea.id):
        holders = join_words([_short(pack.entries[each]) for each in first.according_to])
        return [Happening(when, f"{capital(holders)} on {idea.phrase}", idea.id, rank, first)]
    years = [int(year) for year in NAMED_YEAR.findall(_BRACKETS.sub("", idea.summary))]
    if years and min(years) < when.begin.year:
        when = parse_date(str(min(years)))
    return [Happening(when, capital(idea.name), idea.id, idea.importance, first)]


def beginning(when: Date) -> Date:
    """The date on which a span of several years began; any other date unchanged."""
    if when.start is None or not until_of(when, when.begin.year):
        return when
    return when.beginning


def _rank(idea: Entry, fact: Fact) -> int:
    return min(idea.importance, fact.importance)


def _short(entry: Entry) -> str:
    return surname(entry) if entry.kind is Kind.PERSON else entry.phrase
