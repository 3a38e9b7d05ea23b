"""Make the rows of an organisation or a country: events, what it did and was, and what others did to it."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from trotskyism_cli.library.bodies.countries import begun_abroad, bodies_of, ended_elsewhere, places_in
from trotskyism_cli.library.bodies.kin import is_split
from trotskyism_cli.library.bodies.lifespan import FOUNDER, LEADING, event_date, founding_date, leaders_of
from trotskyism_cli.library.bodies.naming import CLOSE, ITS_OWN, NAMED, TOLD
from trotskyism_cli.library.dates.date_parsing import ParsedDate, read_date
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import PLACES
from trotskyism_cli.library.store import CALLED
from trotskyism_cli.pack.dates import A_MONTH, NAMED_YEAR, Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import ESSENTIAL, NOTABLE, Entry, Fact, Kind, Number, Voice
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.relation import Part, Relation, Role
from trotskyism_cli.pack.wording import capital, fact_plurals, fact_sentence, fact_values, fill
from trotskyism_cli.views.happenings.deed import deed
from trotskyism_cli.views.happenings.outcomes import with_outcome
from trotskyism_cli.views.happenings.row import Happening, began_or_ended, beside_date, touch
from trotskyism_cli.views.happenings.stays_abroad import is_stay, of_somebody
from trotskyism_cli.views.wording.kept_date import words_with_date
from trotskyism_cli.views.wording.margins import without_year
from trotskyism_cli.views.wording.sentences import ON_A_DAY, WHEN, day_told, exact_date
from trotskyism_cli.views.wording.surnames import surname

BANISHED = 5  # weight of the expulsion of an essential person
LONGEST = 200  # letters of a sentence in a row
_AT_FIRST = lazy_regex(rf"(?:In|On) {WHEN}(?! \(),? (?!and |or |to )")
_PAUSE = lazy_regex("[,;:]")
_CLAUSE_END = lazy_regex("[;:] ")
_WITHIN = lazy_regex(rf" (?:in|on) {WHEN}(?= |, |$)")
_FROM_MONTH = lazy_regex(rf"From (?P<first>{A_MONTH}) to (?P<last>{A_MONTH}) (?P<year>\d{{4}}),? ")
_AFTER = lazy_regex(rf"After (?:the )?[^,;:]* (?:of|in) {WHEN} ")
# Words before a date that make it the date of something else.
_ADDED = lazy_regex(r"\b(?:who|whom|whose|which|where|when|that|after|before|since)\b|, \w+ed\b[^,]*$", re.IGNORECASE)
_DOES = lazy_regex(r"\{subject\} (?!(?:was|were|is|are)\b)[a-z]")  # wordings of a deed, not of a state
_AT_LAST = lazy_regex(rf" (?:in|on) {WHEN}\.$")


class Row(NamedTuple):
    """A happening in the history of an organisation or a country, with its weight.

    `weight` is the importance plus the closeness (see `library.bodies.naming`); `yields` is deducted from it in the
    ordering. `is_sentence`: the text is a sentence. `is_turn`: a turning point of a country. `told`: number of facts
    about an event. `is_course`: tells only of the course of an event, and fills a screen. `is_aside`: shown only where
    all rows are. `is_part`: part of an event in the list that ranks at least as high. `short`: a headline to use where
    there is no room for the sentence.
    """

    happening: Happening
    weight: int
    is_sentence: bool = False
    is_event: bool = False
    yields: int = 0
    is_turn: bool = False
    told: int = 0
    is_course: bool = False
    is_aside: bool = False
    is_part: bool = False
    short: str = ""

    @property
    def is_own(self) -> bool:
        """True for an event closely connected with the organisation or country, not only mentioned of it."""
        return self.is_event and self.weight - self.happening.rank >= CLOSE

    @property
    def is_named(self) -> bool:
        """True for an event named after the organisation or country, or connected with it by a fact."""
        return self.is_event and self.weight - self.happening.rank >= ITS_OWN


def event_rows(pack: Pack, own_id: str, events: Mapping[str, int]) -> Iterator[Row]:
    """Rows for dated events. `events` gives the closeness of each."""
    own_entry = pack.entries[own_id]
    of_it = re.compile(rf"^\w+ of (?:the )?{re.escape(own_entry.name)}$")
    for own, weight in events.items():
        event = pack.entries[own]
        fact = next((fact for fact in event.facts if fact.object == event_date(event)), None)
        if fact and fact.date:
            named = Happening(fact.date, beside_date(event.name, fact.date), own, event.importance, fact)
            happening = with_outcome(pack, named)
            is_turn = own_entry.kind is Kind.PLACE and bool(of_it.search(event.name))  # its foundation or end
            yield Row(happening, event.importance + weight, is_event=True, is_turn=is_turn, told=len(event.facts))


def deed_rows(library: Library, own_id: str) -> Iterator[Row]:
    """What an organisation or a country did and what was done to it; disputed rows are marked."""
    return map(_with_its_mark, _deeds(library, own_id))


def _deeds(library: Library, own_id: str) -> Iterator[Row]:
    """What it did and was, who led it, and what others did to it; for a country also foundations there."""
    pack = library.pack
    entry = pack.entries[own_id]
    for fact in entry.facts:
        yield from _own_deed(pack, entry, fact)
    for fact in _facts_with(pack, entry):
        if pack.is_known(fact) and (when := exact_date(pack, fact)) and (told := _done_to_it(pack, entry, fact)):
            rank = fact.importance if pack.entries[fact.subject].kind is Kind.CONCEPT else min(fact.importance, TOLD)
            happening = Happening(when, capital(told[0]), fact.subject, rank, fact)
            yield Row(happening, fact.importance + told[1])
    if entry.kind is Kind.PLACE:
        abroad = _names_of_others(library, entry)
        bodies = tuple(body for body in bodies_of(library, own_id) if not begun_abroad(library, entry, body))
        yield from _leaders_expelled(pack, bodies)
        for body in bodies:
            yield from _begun_and_ended(library, pack.entries[body], entry)
            own = (row for fact in pack.entries[body].facts for row in _own_deed(pack, pack.entries[body], fact))
            at_home = (row for row in own if row.is_sentence and not abroad.search(row.happening.text))
            yield from (row._replace(weight=row.weight - 1) for row in at_home)


def _names_of_others(library: Library, country: Entry) -> re.Pattern[str]:
    """Pattern for the names of other countries."""
    query = "SELECT called FROM kinds WHERE kind = ? AND type = ? AND entry <> ? ORDER BY importance DESC LIMIT ?"
    called = library.store.column(query, Kind.PLACE, country.type, country.id, PLACES)
    names = [each.partition(CALLED)[0] for each in called]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b" if names else r"(?!)")


def _with_its_mark(row: Row) -> Row:
    fact, text = row.happening.fact, row.happening.text
    if fact.voice is not Voice.DISPUTED or "disputed" in text.casefold():
        return row
    return row._replace(happening=row.happening._replace(text=f"{text} (disputed)"))


def _own_deed(pack: Pack, entry: Entry, fact: Fact) -> Iterator[Row]:
    relation = pack.relations[fact.relation]
    if relation.role == Role.NAME or not pack.is_known(fact):
        return
    if isinstance(fact.object, Date):
        text = f"{capital(entry.name_at(fact.object))} {began_or_ended(pack, fact)}"
        happening = Happening(fact.object, text, entry.id, fact.importance, fact, appears=True)
        yield Row(happening, CLOSE + ESSENTIAL + 1)
    elif fact.target:
        is_line = relation.tree == "child" or is_split(pack, fact)
        # A membership of its whole lifetime has no day of its own.
        is_line |= relation.tree == "parent" and not _was_there(pack, entry, fact)
        is_line |= _is_founding(pack, entry, fact, relation)
        if (when := exact_date(pack, fact)) and not is_line and pack.entries[fact.target].kind is not Kind.EVENT:
            happening = Happening(when, _done_by_it(pack, fact, relation), entry.id, fact.importance, fact)
            yield Row(happening, fact.importance + CLOSE)
    elif relation.part != Part.IDEAS and not isinstance(fact.object, Number) and (told := sentence_of(pack, fact)):
        when, text = told
        if entry.kind is Kind.PLACE:
            happening = Happening(when, text, entry.id, fact.importance, fact)
            yield Row(happening, fact.importance + ITS_OWN, is_sentence=True, is_turn=fact.importance >= NOTABLE)
        else:
            happening = Happening(when, text, entry.id, min(fact.importance, TOLD), fact)
            yield Row(happening, fact.importance + TOLD, is_sentence=True)


def _done_by_it(pack: Pack, fact: Fact, relation: Relation) -> str:
    """What an organisation did, with its name as subject; what it was, without the name."""
    if not _DOES.match(relation.says):
        return deed(pack, fact, relation)
    return capital(fill(relation.says, fact_values(pack, fact), fact_plurals(pack, fact)))


def _is_founding(pack: Pack, body: Entry, fact: Fact, relation: Relation) -> bool:
    """Return whether a fact names the founder at the foundation, which has its own row."""
    begun = founding_date(pack, body.id)
    return FOUNDER in relation.words and bool(begun and fact.when and touch(begun, fact.when))


def sentence_of(pack: Pack, fact: Fact) -> tuple[Date, str] | None:
    """A fact's date and sentence, with a date at the start or end of the sentence removed; None if unsuitable.

    The date of an undated fact may also stand inside its first clause. A sentence over `LONGEST` letters is cut to its
    first clause, and unsuitable if it is still too long.
    """
    text = fact_sentence(pack, fact)
    is_of_its_end = not _PAUSE.search(text) and (fact.when is not None or len(set(NAMED_YEAR.findall(text))) == 1)
    found = _AT_FIRST.match(text) or (_AT_LAST.search(text) if is_of_its_end else None)
    asked = read_date(found["when"].removeprefix("the "), date.max) if found else None
    if found is None and fact.when is None:
        found, asked = _dated_within(text)
    named = asked.when if asked else None
    when = fact.when or named
    if found and named and when and named.first.year == when.first.year:
        text = f"{text[: found.start()]}{text[found.end() :]}".replace(",,", ",")
        when = named if when.is_year and when.is_single else when
    elif when and (day := day_told(text, when)):
        text, when = ON_A_DAY.sub("", text), day
    text = text if len(text) <= LONGEST or when is None else _first_clause(fact_sentence(pack, fact), text, when)
    if when is None or when.start is None or len(text) > LONGEST:
        return None
    begun = parse_date(str(when.first.year)) if when.first.year != when.last.year else when
    return begun, without_year(text.removesuffix("."), str(begun.first.year))


def _first_clause(sentence: str, text: str, when: Date) -> str:
    """The first clause of `text`, if the date in `sentence` belongs to it; else all of `text`."""
    first = _CLAUSE_END.split(text)[0]
    return first if words_with_date(sentence, when) in first else text


def _dated_within(text: str) -> tuple[re.Match[str] | None, ParsedDate | None]:
    """The only date in a sentence's first clause, and the match to cut out (None if the words must stay)."""
    if span := _FROM_MONTH.match(text):
        return span, read_date(f"{span['first']} {span['year']} to {span['last']} {span['year']}", date.max)
    if after := _AFTER.match(text):
        return None, read_date(after["when"], date.max)
    clause = _CLAUSE_END.split(text)[0]
    found = _WITHIN.search(clause)
    if found is None or len(set(NAMED_YEAR.findall(clause))) > 1 or _ADDED.search(clause[: found.start()]):
        return None, None
    return found, read_date(found["when"].removeprefix("the "), date.max)


def _done_to_it(pack: Pack, entry: Entry, fact: Fact) -> tuple[str, int] | None:
    """What others did to it, in words, and the closeness to its history; None if it does not belong there."""
    relation, subject = pack.relations[fact.relation], pack.entries[fact.subject]
    if subject.kind is Kind.EVENT:
        return None
    if entry.kind is Kind.PLACE:
        stay = of_somebody(surname(subject), deed(pack, fact, relation)) if is_stay(relation) else ""
        told = stay or fill(relation.says, fact_values(pack, fact), fact_plurals(pack, fact))
        is_notable = subject.importance == ESSENTIAL or fact.importance >= NOTABLE
        return (told, CLOSE) if subject.kind is Kind.PERSON and is_notable else None
    if LEADING.intersection(relation.words) and subject.kind is Kind.PERSON:
        return f"{relation.inverse_label} {surname(subject)}", TOLD
    if relation.tree:
        if is_split(pack, fact):
            return f"{subject.phrase_at(fact.when)} {relation.inverse_label}", CLOSE
        took_in = relation.functional and not relation.inverse_functional and _was_there(pack, entry, fact)
        return (f"{relation.inverse_label} {subject.phrase_at(fact.when)}", CLOSE) if took_in else None
    if subject.kind is Kind.CONCEPT:
        who = entry.phrase_at(fact.when)
        return f"{who} {relation.inverse_label} {subject.phrase_at(fact.when)}", CLOSE
    is_expelled = _expels(relation)
    if is_expelled or fact.importance == ESSENTIAL:
        return _passive(relation, subject, fact), BANISHED if is_expelled and subject.importance == ESSENTIAL else NAMED
    return None


def _expels(relation: Relation) -> bool:
    """Return whether a relation is an expulsion: its inverse is `expelled` and its label `expelled from`."""
    return relation.inverse_label == relation.label.partition(" ")[0]


def _passive(relation: Relation, subject: Entry, fact: Fact) -> str:
    return f"{relation.inverse_label or relation.label} {subject.phrase_at(fact.when)}"


def _was_there(pack: Pack, entry: Entry, fact: Fact) -> bool:
    begun = founding_date(pack, entry.id)
    return bool(begun and fact.date and begun.first.year < fact.date.first.year)


def _facts_with(pack: Pack, entry: Entry) -> Iterator[Fact]:
    """Facts whose object is an entry; for a country also those about places in it, while they lay there."""
    places = places_in(pack, entry.id) if entry.kind is Kind.PLACE else {entry.id: (date.min, date.max)}
    for each, (first, last) in places.items():
        facts = pack.facts_with_object(each)
        yield from (fact for fact in facts if fact.when is None or first <= fact.when.first <= last)


def _leaders_expelled(pack: Pack, bodies: Collection[str]) -> Iterator[Row]:
    """Expulsions of leaders by a country's organisations."""
    leaders = {leader for body in bodies for leader in leaders_of(pack, body)}
    for fact in (fact for body in bodies for fact in pack.facts_with_object(body)):
        is_expelled = _expels(pack.relations[fact.relation]) and pack.is_known(fact)
        if fact.subject in leaders and is_expelled and (when := exact_date(pack, fact)):
            relation, leader = pack.relations[fact.relation], pack.entries[fact.subject]
            text = f"{surname(leader)} {relation.label} {pack.entries[fact.target].phrase_at(fact.when)}"
            yield Row(Happening(when, text, leader.id, min(fact.importance, TOLD), fact), fact.importance + TOLD)


def _begun_and_ended(library: Library, body: Entry, place: Entry) -> Iterator[Row]:
    """Foundation, end and splits of an organisation in a place. An end may weigh less than the organisation."""
    pack = library.pack
    begun = founding_date(pack, body.id)
    for fact, when in pack.known_dates(body):
        if when != begun and ended_elsewhere(library, place, fact):
            continue
        weight = body.importance + TOLD + 1 if when == begun else min(body.importance, fact.importance) + NAMED + 1
        text = f"{capital(body.name_at(when))} {began_or_ended(pack, fact)}"
        yield Row(Happening(when, text, body.id, min(body.importance, TOLD), fact, appears=True), weight)
    for fact in pack.facts_with_object(body.id):
        child = pack.entries[fact.subject]
        if is_split(pack, fact) and fact.date and founding_date(pack, child.id) is None:
            text = capital(fill(pack.relations[fact.relation].says, fact_values(pack, fact), fact_plurals(pack, fact)))
            yield Row(Happening(fact.date, text, child.id, min(child.importance, TOLD), fact), child.importance + TOLD)
