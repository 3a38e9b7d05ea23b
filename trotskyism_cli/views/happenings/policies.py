"""Policies that lasted some years, and the organisations that adopted them."""

from collections.abc import Iterator

from trotskyism_cli.library.dates import dated_facts
from trotskyism_cli.library.dates.dated_facts import Moment
from trotskyism_cli.library.dates.years_typed import whole_year
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.sentences import defines

POLICY = "policy"  # type of concept
ADOPTED = "adopted"  # word of a relation
# A span of years; the second may be short (1928–34).
SPAN = lazy_regex(r"\b(?:of|from) (\d{4})(?:–| to (?:about )?)(?:\d{4}–)?(\d{2,4})\b")


def policies(library: Library) -> Iterator[Moment]:
    """Notable policies with years, each as a moment of its definition."""
    for concept in library.pack.entries.several(dated_facts.all_of_type(library, Kind.CONCEPT, POLICY, NOTABLE)):
        yield from years_of_policy(library.pack, concept)


def adopters(pack: Pack, concept: Entry) -> Iterator[str]:
    """Organisations that adopted a policy."""
    for fact in pack.known_facts(concept):
        is_adoption = ADOPTED in pack.relations[fact.relation].words
        if is_adoption and fact.target and pack.entries[fact.target].kind is Kind.ORGANISATION:
            yield fact.target


def years_of_policy(pack: Pack, concept: Entry) -> Iterator[Moment]:
    """The years of a policy, from its definition or its summary; nothing if the concept is no notable policy."""
    for fact in pack.known_facts(concept) if concept.type == POLICY and concept.importance >= NOTABLE else ():
        if defines(pack, fact) and (found := SPAN.search(fact_sentence(pack, fact)) or SPAN.search(concept.summary)):
            yield Moment(years_between(found[1], found[2]), fact)


def years_between(first: str, last: str) -> Date:
    """A span of years; the second may be short, as in `1928–34`."""
    return parse_date(f"{first}/{whole_year(first, last)}")
