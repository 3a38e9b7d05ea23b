"""What lasted for years in an organisation or country: alliances, leaders, doctrines, policies, sub-bodies, offices."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from trotskyism_cli.library.bodies.countries import bodies_of
from trotskyism_cli.library.bodies.descent import is_succession
from trotskyism_cli.library.bodies.lifespan import LEADING, founding_date, joint_foundations, last_led, life_of_body
from trotskyism_cli.library.bodies.naming import passages_with, pattern
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.limits import BODIES
from trotskyism_cli.library.words.substring_search import entries_mentioning
from trotskyism_cli.pack.dates import parse_date
from trotskyism_cli.pack.model import NOTABLE, Entry, Fact, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import capital, fact_sentence
from trotskyism_cli.views.bodies.rows import Row
from trotskyism_cli.views.happenings.offices import is_office, office_name
from trotskyism_cli.views.happenings.policies import SPAN, adopters, policies, years_between
from trotskyism_cli.views.happenings.row import Happening
from trotskyism_cli.views.wording.sentences import defines
from trotskyism_cli.views.wording.surnames import surname


def spans_of(library: Library, own_id: str, rows: Iterable[Row], end: date) -> Iterator[Happening]:
    """What lasted for years in an organisation, up to `end`: the most telling first."""
    pack, rows = library.pack, list(rows)
    yield from _alliances(pack, own_id, end)
    offices = [row.happening for row in rows if LEADING.intersection(pack.relations[row.happening.fact.relation].words)]
    yield from (each for each in offices if pack.entries[each.fact.subject].kind is Kind.PERSON)
    yield from (span for row in rows if (span := _doctrine(pack, row.happening)))
    yield from _halves(library, own_id)


def policies_of(library: Library, country: str) -> Iterator[Happening]:
    """Policies with years whose summary or significance names the country.

    All organisations that adopted such a policy must be of the country.
    """
    pack = library.pack
    names, bodies = pattern(pack, pack.entries[country]), {*bodies_of(library, country)}
    for when, fact, _ in policies(library):
        concept = pack.entries[fact.subject] if fact else None
        is_of_it = concept and bodies.issuperset(adopters(pack, concept))
        if fact and concept and is_of_it and names.search(f"{concept.summary} {concept.significance}"):
            # NOTABLE at most: a policy of one country is no turning point.
            yield Happening(when, capital(concept.name), concept.id, NOTABLE, fact)


def offices_of(library: Library, country: str) -> Iterator[Happening]:
    """Offices with years whose title names a country: `Hitler, Chancellor`."""
    pack, entry = library.pack, library.pack.entries[country]
    names = pattern(pack, entry)
    of_it = re.compile(rf" of {re.escape(entry.phrase)}$")
    for kind, subject, record in passages_with(library, entry):
        person = pack.entries[subject]
        if kind != "fact" or person.kind is not Kind.PERSON or person.importance < NOTABLE:
            continue
        fact = pack.facts[record]
        is_named = isinstance(fact.object, str) and names.search(fact.object)
        if is_office(pack, fact) and fact.date and fact.importance >= NOTABLE and is_named:
            text = f"{surname(person)}, {of_it.sub('', office_name(str(fact.object)))}"
            yield Happening(fact.date, text, person.id, NOTABLE, fact)


def _alliances(pack: Pack, own_id: str, end: date) -> Iterator[Happening]:
    """Organisations that it founded with others while it lived on, up to their end or `end`."""
    for each in joint_foundations(pack, own_id):
        if lived := _lived(pack, each, min(last_led(pack, each), end)):
            yield lived


def _lived(pack: Pack, body: str, last: date) -> Happening | None:
    """An organisation as a happening from its foundation to `last`; None if the foundation is unknown."""
    entry, begun = pack.entries[body], founding_date(pack, body)
    fact = next((fact for fact in entry.facts if fact.object == begun), None)
    if begun is None or fact is None or begun.first >= last:
        return None
    when = parse_date(f"{begun.first.isoformat()}/{last.isoformat()}")
    return Happening(when, capital(entry.name), body, entry.importance, fact)


def _doctrine(pack: Pack, happening: Happening) -> Happening | None:
    """An adopted doctrine or policy, with the years that the book gives it from then on; else None."""
    concept = pack.entries[happening.fact.subject]
    if concept.kind is not Kind.CONCEPT:
        return None
    told = (*(fact_sentence(pack, fact) for fact in pack.known_facts(concept)), concept.summary)
    spans = (years_between(found[1], found[2]) for text in told for found in SPAN.finditer(text))
    when = next((when for when in spans if when.first.year == happening.year), None)
    return happening._replace(when=when, text=capital(concept.name)) if when else None


def _halves(library: Library, own_id: str) -> Iterator[Happening]:
    """Notable organisations named after this one that led it, were part of it, split off, or followed such a one."""
    pack, own = library.pack, library.pack.entries[own_id]
    of_it = f" of {own.phrase}"
    parts = {each.subject for each in pack.facts_with_object(own_id) if _is_part(pack, each)}
    parts |= {fact.target for part in parts for fact in pack.entries[part].facts if is_succession(pack, fact)}
    for child in pack.entries.several(
        entries_mentioning(pack.store, Kind.ORGANISATION, [plain(of_it)], ("summary",), BODIES)
    ):
        is_half = child.name.endswith(of_it) and (child.id in parts or _leads(pack, child, own))
        lived = _lived(pack, child.id, life_of_body(pack, child.id)[1]) if is_half else None
        if lived and lived.rank >= NOTABLE:
            yield lived._replace(text=capital(child.name.removesuffix(of_it)))


def _is_part(pack: Pack, fact: Fact) -> bool:
    return pack.relations[fact.relation].tree == "parent" and pack.is_known(fact)


def _leads(pack: Pack, child: Entry, own: Entry) -> bool:
    """Return whether `child` is defined as the leadership of `own`."""
    defined = (fact for fact in child.facts if defines(pack, fact))
    return any(re.search(rf"\bleadership of {re.escape(own.phrase)}\b", fact_sentence(pack, fact)) for fact in defined)
