"""The policies of some years, and the bodies that took them up."""

from collections.abc import Iterator

from trotskyism_cli.library.dates import walks
from trotskyism_cli.library.dates.walks import Moment
from trotskyism_cli.library.dates.years_typed import whole_year
from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.dates import Date, parse_date
from trotskyism_cli.pack.lazy_regex import lazy_regex
from trotskyism_cli.pack.model import NOTABLE, Entry, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.sentences import defines

POLICY = "policy"  # type of an idea
ADOPTED = "adopted"  # among the words by which one asks who took an idea up
# From a year to another one, which may be written in short.
SPAN = lazy_regex(r"\b(?:of|from) (\d{4})(?:–| to (?:about )?)(?:\d{4}–)?(\d{2,4})\b")


def policies(library: Library) -> Iterator[Moment]:
    """The policies of some years, each as its definition for those years."""
    for concept in library.pack.entries.several(walks.all_of_type(library, Kind.CONCEPT, POLICY, NOTABLE)):
        yield from years_of_policy(library.pack, concept)


def adopters(pack: Pack, concept: Entry) -> Iterator[str]:
    """The bodies that took up a policy."""
    for fact in pack.known_facts(concept):
        is_adoption = ADOPTED in pack.relations[fact.relation].words
        if is_adoption and fact.target and pack.entries[fact.target].kind is Kind.ORGANISATION:
            yield fact.target


def years_of_policy(pack: Pack, concept: Entry) -> Iterator[Moment]:
    """A policy for the years that its definition gives it, or else its summary; nothing if the idea is none."""
    for fact in pack.known_facts(concept) if concept.type == POLICY and concept.importance >= NOTABLE else ():
        if defines(pack, fact) and (found := SPAN.search(fact_sentence(pack, fact)) or SPAN.search(concept.summary)):
            yield Moment(years_between(found[1], found[2]), fact)


def years_between(first: str, last: str) -> Date:
    """From year to year: `1928–34`."""
    return parse_date(f"{first}/{whole_year(first, last)}")
