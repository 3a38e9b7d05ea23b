"""Compare two entries point by point: issues on which both hold positions, then what is stated of both."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from trotskyism_cli.library.dates.dates_in_sentences import end_in_words
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.named_in_text import names_in_text
from trotskyism_cli.library.records import StoredPack
from trotskyism_cli.library.ties.judgements import judgements, people_by_surname
from trotskyism_cli.library.ties.speakers import Speaker, leaders, led_by, speakers_of, speaks_then, supporters
from trotskyism_cli.pack.model import ESSENTIAL, EntryRef, Fact, Kind, Quote, by_time
from trotskyism_cli.pack.relation import LEADER, ObjectType, Part, Relation
from trotskyism_cli.pack.wording import fact_sentence, object_label

SHOWN_VALUES = 4  # facts shown of a relation
EACH_OTHER = "each other"  # the point about the relation of the two sides
YEARS = 10  # a gap of so many years counts as one step of importance; after it, somebody may have changed his mind
UNDATED = 50  # years assumed between two positions if one has no date
DAYS = 365.25


class ComparisonPoint(NamedTuple):
    """One point of a comparison, with the facts of either side.

    `point` is an issue, an entry, or the label of a relation. On an issue, each side has its position first, then its
    other positions that contradict it at another time; `evidence` are facts and historians' judgements on it; `words`
    are later statements of either side. `issue` and `matter` are ids: of the issue, or of an entry to which the sides
    stood in different relations. `more` is the number of facts of either side that are left out.
    """

    point: str
    left: tuple[Fact, ...]
    right: tuple[Fact, ...]
    issue: str = ""
    evidence: tuple[Fact, ...] = ()
    matter: str = ""
    words: tuple[Quote | None, Quote | None] = (None, None)
    more: tuple[int, int] = (0, 0)

    @property
    def is_opposed(self) -> bool:
        """True if a fact of one side contradicts one of the other."""
        return any(_contradict(fact, against) for fact in self.left for against in self.right)

    @property
    def is_answered(self) -> bool:
        """True if each side has a fact that contradicts something, i.e. takes a stand."""
        return all(any(fact.contradicts for fact in side) for side in (self.left, self.right))


_Facts = tuple[Fact, ...]


def compare(library: Library, left: str, right: str) -> tuple[ComparisonPoint, ...]:
    """Compare two entries point by point.

    Issues on which both hold positions, their relation to each other, their relations to the same third entry, other
    facts.
    """
    return (
        *_issues(library, left, right),
        *_between(library.pack, left, right),
        *_third_parties(library.pack, left, right),
        *_relations(library.pack, left, right),
    )


def main_disputes(pack: StoredPack, points: Iterable[ComparisonPoint]) -> frozenset[str]:
    """Issues on which the sides oppose each other in essential positions, and the concepts about these."""
    found = set[str]()
    for each in points:
        answers = (*each.left[:1], *each.right[:1])
        if each.issue and each.is_opposed and all(fact.importance >= ESSENTIAL for fact in answers):
            ideas = (pack.entries[fact.subject] for fact in pack.facts_that("about", each.issue))
            found |= {each.issue, *(idea.id for idea in ideas if idea.kind is Kind.CONCEPT)}
    return frozenset(found)


# ---- issues --------------------------------------------------------------------------------------------------------


def _issues(library: Library, left: str, right: str) -> list[ComparisonPoint]:
    pack = library.pack
    own = [[Speaker(side), *speakers_of(library, side)] for side in (left, right)]
    led = [[other for each in side for other in (*leaders(pack, each.id), *led_by(pack, each.id))] for side in own]
    of_both = {each.id for each in led[0]} & {each.id for each in led[1]} | {left, right}
    speakers = [
        [*side, *(each for each in others if each.id not in of_both)] for side, others in zip(own, led, strict=True)
    ]
    mine, theirs = (_positions(pack, each) for each in speakers)
    sides = {each.id for each in speakers[0]} | {left}, {each.id for each in speakers[1]} | {right}
    asked = _asked_of_ideas(pack, left, right) or _asked_of_supporters(pack, (left, mine), (right, theirs))
    people = people_by_surname(library)
    return [
        ComparisonPoint(
            pack.entries[issue].name,
            *_dispute(one, other),
            issue,
            judgements(pack, issue, sides, people),
            words=(_words_after(pack, left, issue), _words_after(pack, right, issue)),
        )
        for issue in mine
        if issue in asked
        and (one := _without(mine[issue], theirs.get(issue, ())))
        and (other := _without(theirs.get(issue, ()), mine[issue]))
    ]


def _asked_of_ideas(pack: StoredPack, *sides: str) -> set[str]:
    """Issues on which compared ideas of one author take positions; the author may have views on many others."""
    authored = [
        pack.entries[side]
        for side in sides
        if any(pack.relations[each.relation].speaks and _is_sole(pack, each) for each in pack.entries[side].facts)
    ]
    return {fact.about for idea in authored for fact in idea.facts if fact.about}


def _asked_of_supporters(pack: StoredPack, *sides: tuple[str, Mapping[str, _Facts]]) -> set[str]:
    """All issues; if supporters speak for an idea, only those on which their position names it."""
    named = {
        issue
        for side, positions in sides
        if supporters(pack, side)
        for issue, facts in positions.items()
        if any(_names(pack, fact, side) for fact in facts)
    }
    return named or {issue for _, positions in sides for issue in positions}


def _names(pack: StoredPack, fact: Fact, own_id: str) -> bool:
    text = f" {plain(fact_sentence(pack, fact))} "
    return any(f" {name} " in text for name in names_in_text(pack.entries[own_id]))


def _is_sole(pack: StoredPack, fact: Fact) -> bool:
    return pack.relations[fact.relation].functional and pack.is_known(fact)


def _without(side: _Facts, other: _Facts) -> _Facts:
    """The positions of one side that the other does not share."""
    both = {fact.id for fact in side} & {fact.id for fact in other}
    return tuple(fact for fact in side if fact.id not in both)


def _dispute(mine: _Facts, theirs: _Facts) -> tuple[_Facts, _Facts]:
    """The two positions that answer each other best, each followed by contradictory ones of the same holder."""
    one, other = max(product(mine, theirs), key=_answering)
    return (one, *_changes(one, mine)), (other, *_changes(other, theirs))


def _answering(pair: tuple[Fact, Fact]) -> tuple[bool, int, float]:
    """Key for how well two positions answer each other: contradiction, stands, importance, nearness in time."""
    one, other = pair
    stands = sum(bool(each.contradicts) for each in pair)
    return _contradict(one, other), stands, one.importance + other.importance - _years_between(one, other) / YEARS


def _words_after(pack: StoredPack, person: str, issue: str) -> Quote | None:
    """A quotation in which a person speaks of an issue years after all his positions on it.

    None if there is none.
    """
    held = [fact.date for fact in pack.facts_that("holder", person) if fact.about == issue]
    days = [when.last for when in held if when]
    if not days or len(days) < len(held):
        return None
    quotes = (pack.quotes[each] for each in pack.mentions("speaker", person))
    known = [quote for quote in quotes if issue in quote.about and quote.when and not quote.doubtful]
    later = [quote for quote in known if quote.when and (quote.when.first - max(days)).days > YEARS * DAYS]
    return max(later, key=lambda quote: quote.importance, default=None)


def _years_between(one: Fact, other: Fact) -> float:
    if one.date is None or other.date is None:
        return UNDATED
    days = max(one.date.first - other.date.last, other.date.first - one.date.last).days
    return max(0, days) / DAYS


def _changes(told: Fact, side: _Facts) -> _Facts:
    """What the holders of a position said against it at another time, in order of time."""
    changes = (fact for fact in side if fact.according_to == told.according_to and _contradict(fact, told))
    return tuple(sorted(changes, key=by_time))


def _contradict(one: Fact, other: Fact) -> bool:
    return one.id in other.contradicts or other.id in one.contradicts


def _positions(pack: StoredPack, speakers: Iterable[Speaker]) -> dict[str, _Facts]:
    """Positions of these speakers on each issue."""
    found: dict[str, dict[str, Fact]] = {}
    for speaker in speakers:
        for fact in pack.facts_that("holder", speaker.id):
            if fact.about and speaks_then(speaker, fact) and fact.id not in pack.corrected:
                found.setdefault(fact.about, {})[fact.id] = fact
    return {issue: tuple(facts.values()) for issue, facts in found.items()}


# ---- stands --------------------------------------------------------------------------------------------------------


def _between(pack: StoredPack, left: str, right: str) -> Iterator[ComparisonPoint]:
    """The known relations of the two sides to each other; the same facts for both sides."""
    if known := [*_by_matter(pack, left).get(right, ()), *_by_matter(pack, right).get(left, ())]:
        yield ComparisonPoint(EACH_OTHER, _chosen(known), _chosen(known))


def _third_parties(pack: StoredPack, left: str, right: str) -> Iterator[ComparisonPoint]:
    """Entries to which both sides stood in different relations, e.g. one led what the other opposed."""
    mine, theirs = _by_matter(pack, left), _by_matter(pack, right)
    for matter in (each for each in mine if each in theirs and each not in (left, right)):
        is_other = {fact.relation for fact in mine[matter]}.isdisjoint(fact.relation for fact in theirs[matter])
        if is_other and not _are_of_unlike_times(pack, matter, mine[matter], theirs[matter]):
            yield ComparisonPoint(
                pack.entries[matter].name, _chosen(mine[matter]), _chosen(theirs[matter]), matter=matter
            )


def _are_of_unlike_times(pack: StoredPack, matter: str, mine: Iterable[Fact], theirs: Iterable[Fact]) -> bool:
    """Return whether only one side's relation to a person is dated.

    The other's would seem to be of that time too. But allies became opponents: beside “opposed 1940”, an undated
    “allied” would mislead.
    """
    if pack.entries[matter].kind is not Kind.PERSON:
        return False
    known = [all(fact.when or end_in_words(pack, fact) for fact in side) for side in (mine, theirs)]
    return known[0] != known[1]


def _by_matter(pack: StoredPack, side: str) -> dict[str, list[Fact]]:
    """Known facts of a side's political relations, by the other entry."""
    found: dict[str, list[Fact]] = {}
    for fact in pack.entries[side].facts:
        relation = pack.relations[fact.relation]
        is_plain = pack.is_known(fact)
        is_stand = relation.part == Part.POLITICS and not relation.tree and not _is_presence(relation)
        if is_plain and is_stand and isinstance(fact.object, EntryRef):
            found.setdefault(fact.object.id, []).append(fact)
    return found


def _is_presence(relation: Relation) -> bool:
    """Return whether a relation only says that somebody was at an event."""
    return relation.objects == (Kind.EVENT,)


# ---- relations -----------------------------------------------------------------------------------------------------


def _relations(pack: StoredPack, left: str, right: str) -> Iterator[ComparisonPoint]:
    """What is stated of both sides and differs."""
    mine, theirs = _by_label(pack, left, right), _by_label(pack, right, left)
    for label in (each for each in _labels(pack) if each in mine and each in theirs):
        sides = mine[label], theirs[label]
        both = set(_values(pack, sides[0])) & set(_values(pack, sides[1]))
        own = [[fact for fact in side if _value(pack, fact) not in both] for side in sides]
        one, other = map(_chosen, own)
        if one and other:
            yield ComparisonPoint(label, one, other, more=(len(own[0]) - len(one), len(own[1]) - len(other)))


def _labels(pack: StoredPack) -> Iterable[str]:
    """Labels of points in the order of the relations."""
    return dict.fromkeys(relation.row or relation.label for relation in pack.relations.values())


def _values(pack: StoredPack, facts: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    return (_value(pack, fact) for fact in facts)


def _value(pack: StoredPack, fact: Fact) -> tuple[str, str]:
    """What a fact states; for a place also when, as living in one town at different times is no common point."""
    is_place = pack.relations[fact.relation].objects == (Kind.PLACE,)
    return object_label(pack, fact), fact.when.text if fact.when and is_place else ""


def _chosen(facts: list[Fact]) -> _Facts:
    """The most important facts, in order of time."""
    return tuple(sorted(sorted(facts, key=lambda fact: -fact.importance)[:SHOWN_VALUES], key=by_time))


def _by_label(pack: StoredPack, side: str, other: str) -> dict[str, list[Fact]]:
    """Facts of a side by label: no names, free texts (unless functional), political stands or the other side."""
    found: dict[str, list[Fact]] = {}
    for fact in pack.entries[side].facts:
        relation = pack.relations[fact.relation]
        is_text = relation.object_type is ObjectType.TEXT
        is_name = is_text and relation.part == Part.LIFE and relation.inverse_functional
        is_stand = relation.part == Part.POLITICS and (Kind.CONCEPT in relation.objects or _is_presence(relation))
        if is_name or is_stand or (is_text and not relation.functional) or fact.negated or fact.id in pack.corrected:
            continue
        # a leader of his own followers holds no office
        if LEADER in relation.words and _is_named_after(pack, fact.target, side):
            continue
        if fact.object != EntryRef(other):
            found.setdefault(relation.row or relation.label, []).append(fact)
    return found


def _is_named_after(pack: StoredPack, body: str, person: str) -> bool:
    return bool(body) and pack.entries[person].name.rpartition(" ")[2] in pack.entries[body].name
