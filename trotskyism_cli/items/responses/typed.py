"""Typed items: the answer is a name or a year that is the only right one."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, Levenshtein

from trotskyism_cli.items.grounds.bare_questions import BareQuestion
from trotskyism_cli.items.grounds.index import Index
from trotskyism_cli.items.grounds.truth import ObjectOf, SubjectOf, YearOf
from trotskyism_cli.items.grounds.words import all_words
from trotskyism_cli.items.model import Certificate, Difficulty, Item, Response, Rule
from trotskyism_cli.items.options.explain import explained, sentence_of, sources_sentence
from trotskyism_cli.items.responses.material import Draft, Material, finished
from trotskyism_cli.library.forms import plain
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.relation import Role

LONGEST = 4  # words that a learner can be expected to remember and write
LIKE = 4  # letters: names that differ in so few count as rivals
SHORTEST, LETTERS = 4, 6  # letters of a last name that may stand alone; letters per typing error allowed
_COUNTRY = re.compile(r"\bcountry\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(these|following)\b", re.IGNORECASE)
BANDS = {3: Difficulty.EASY, 2: Difficulty.MEDIUM, 1: Difficulty.HARD}


def items(material: Material) -> Iterator[Item]:
    """One item for each question whose answer is the only right one in the world, not only among options."""
    seen = set()
    for _, ask in material.starting_questions(lambda ask: _only(material.index, ask) is not None):
        if ask.id in seen:
            continue
        seen.add(ask.id)
        stems = [stem for stem in ask.stems if not _POINTS.search(stem)]
        if stems and (names := accepted(material.index, ask)):
            yield finished(_draft(material, ask, material.rng.choice(stems), names))


def _only(index: Index, ask: BareQuestion) -> Rule | None:
    """The rule that makes the answer the only right one; None if none does."""
    query = ask.query
    if isinstance(query, YearOf):
        return Rule.INTERVAL
    if isinstance(query, ObjectOf) and ask.answer.entry and index.relation(query.fact).functional:
        return Rule.FUNCTIONAL
    if isinstance(query, SubjectOf) and index.relation(query.fact).inverse_functional:
        return Rule.INVERSE_FUNCTIONAL
    return None


def accepted(index: Index, ask: BareQuestion) -> tuple[str, ...]:
    """Every way to write the answer, the usual one first.

    Empty if it is too long to remember or the stem tells it.
    """
    if not ask.answer.entry:
        return (ask.answer.label,)
    entry = index.pack.entries[ask.answer.entry]
    said = frozenset[str]().union(*map(all_words, ask.stems))
    if entry.kind is Kind.EVENT or len(entry.name.split()) > LONGEST or said & ask.answer.words:
        return ()
    return _names(index, entry, ask.stems)


def names_of(index: Index, answer: str, stem: str) -> tuple[str, ...]:
    """Every way to write an answer that names exactly one entry; empty if it names none or several."""
    own = entries_named(index, [answer])
    if len(own) != 1:
        return ()
    names = _names(index, index.pack.entries[min(own)], [stem])
    return tuple(name for name in names if entries_named(index, [name]) <= own)


def entries_named(index: Index, names: Iterable[str]) -> frozenset[str]:
    """Entries that bear one of these names, with or without its article."""
    none = frozenset[str]()
    return none.union(*(index.names.by_plain_name.get(_bare(name), none) for name in names))


def _bare(name: str) -> str:
    return plain(name).removeprefix("the ")


def _names(index: Index, entry: Entry, stems: Sequence[str]) -> tuple[str, ...]:
    """Names of an entry that are acceptable answers to these stems, the usual one first."""
    unbracketed = (re.sub(r"\s*\([^)]*\)", "", name) for name in entry.names)
    names = (entry.name, *_last_names(index, entry), *entry.names, *_further(index, stems, entry), *unbracketed)
    return tuple(name for name in dict.fromkeys(names) if _may_be_meant(index, stems, entry, name))


def _last_names(index: Index, entry: Entry) -> Iterator[str]:
    """Last names of a person, also at birth, that nobody else in the pack bears."""
    if entry.kind is not Kind.PERSON:
        return
    born = (str(fact.object) for fact in index.with_role(Role.NAME, entry.id))
    for name in (entry.name, *entry.aliases, *born):
        last = name.split()[-1]
        others = index.names.last_names[last.casefold()] - (last == entry.name.split()[-1])
        if len(last) >= SHORTEST and others == 0 and last[0].isupper():
            yield last


def _further(index: Index, stems: Sequence[str], entry: Entry) -> Iterator[str]:
    """Other names that facts give.

    For a place also the countries and regions it lies in, if the stem asks for a "country".
    """
    yield from (str(fact.object) for fact in index.with_role(Role.NAME, entry.id))
    if entry.kind is Kind.PLACE and any(map(_COUNTRY.search, stems)):
        for whole in sorted(index.containers.get(entry.id, ())):
            yield from index.pack.entries[whole].names


def _may_be_meant(index: Index, stems: Sequence[str], entry: Entry, name: str) -> bool:
    """Return whether a name of an entry is acceptable as an answer.

    Not if the stem contains it (or nearly), nor if it is a place name followed by a name of the entry: "Vienna Pravda"
    is a different paper from "Pravda".
    """
    asked, words = plain(" ".join(stems)).split(), plain(name).split()
    meant, runs = " ".join(words), len(asked) - len(words) + 1
    said = (" ".join(asked[start : start + len(words)]) for start in range(runs))
    slips = len(meant) // LETTERS
    if any(DamerauLevenshtein.distance(each, meant, score_cutoff=slips) <= slips for each in said):
        return False
    first, _, rest = name.partition(" ")
    return not (rest in entry.names and first.casefold() in index.names.of_places)


def rivals(index: Index, own: Collection[str], accepted: tuple[str, ...]) -> tuple[str, ...]:
    """Names of other entries that a typing error could lead to; cached by the entries meant and the accepted names."""
    key = frozenset(own), accepted
    if key not in index.names.rivals:
        index.names.rivals[key] = _like(index, own, accepted)
    return index.names.rivals[key]


def _like(index: Index, own: Collection[str], accepted: tuple[str, ...]) -> tuple[str, ...]:
    found = {
        place: index.names.all_pairs[place][1]
        for each in dict.fromkeys(map(plain, accepted))
        for spelling, place in _near(index, each)
        if 0 < DamerauLevenshtein.distance(each, spelling, score_cutoff=LIKE) <= LIKE
    }
    exact = set(map(plain, accepted))
    return tuple(
        dict.fromkeys(
            name
            for place, name in sorted(found.items())
            if index.names.all_pairs[place][0] not in own and len(name) > LIKE and plain(name) not in exact
        )
    )


def _near(index: Index, name: str) -> Iterator[tuple[str, int]]:
    """Spellings, with their indices, that may be within `LIKE` edits of a plain name.

    Uses Levenshtein, which is several times faster but counts a swap of neighbours as two edits, hence twice the
    cutoff.
    """
    for length in range(len(name) - LIKE, len(name) + LIKE + 1):
        spellings = index.names.spellings_by_length.get(length, {})
        for spelling, _, place in process.extract(
            name, spellings, scorer=Levenshtein.distance, score_cutoff=2 * LIKE, limit=None
        ):
            yield spelling, place


def _draft(material: Material, ask: BareQuestion, stem: str, accepted: tuple[str, ...]) -> Draft:
    index = material.index
    rule = _only(index, ask) or Rule.KEY
    fact = ask.evidence[0]
    entry = index.pack.entries.get(ask.answer.entry)
    importance = (entry or index.pack.entries[index.facts[fact].subject]).importance
    said = sentence_of(index, fact)
    lead = [] if ask.answer.label.casefold() in said.casefold() else [f"{ask.answer.label}."]
    return Draft(
        response=Response.TYPED,
        asks=(ask,),
        difficulty=BANDS[importance],
        stem=stem,
        options=(),
        answer=(),
        explanation=explained(index, fact, [*lead, said], sources_sentence(index, [fact])),
        notes=(),
        certificates=(Certificate(0, rule, ask.evidence),),
        accepted=accepted,
        rivals=rivals(index, [entry.id], accepted) if entry else (),
    )
