"""The built-in pack as its editors want it: what pack check cannot see, or sees only where it is asked to."""

import re
from collections import Counter

import pytest

from tests.every_for_tests import every
from trotskyism_cli.pack.model import SOUND_KINDS, Kind
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence

WORKSHOP = re.compile(
    r"\bthe article\b|\bthe audit\b|\bwas not seen\b|\bthe page seen\b|\bexcerpt seen\b", re.IGNORECASE
)
RELATION_PREFIX = re.compile(
    r"^[A-Z][^.:;]{3,60}: [a-z]"
)  # "The dissolution of the Second Duma: the Second Duma was …"


def _texts(pack: Pack) -> dict[str, str]:
    """Everything that a reader sees of the entries, quotations and chapters, by where it stands."""
    found = {f"{entry.id}.summary": entry.summary for entry in pack.entries.values()}
    found |= {f"{entry.id}.significance": entry.significance for entry in pack.entries.values()}
    found |= {fact.id: fact_sentence(pack, fact) for fact in pack.facts.values()}
    found |= {f"{fact.id}.note": f"{fact.note} {fact.uncertain}" for fact in pack.facts.values()}
    found |= {quote.id: f"{quote.note} {quote.doubtful}" for quote in pack.quotes.values()}
    return found | {topic.id: f"{topic.title} {topic.summary} {topic.prose}" for topic in pack.topics}


def test_no_word_of_the_workshop_stands_in_the_book(built_in: Pack) -> None:
    assert {place: text for place, text in _texts(built_in).items() if WORKSHOP.search(text)} == {}


def test_the_weights_are_those_of_the_guide(built_in: Pack) -> None:
    facts = Counter(fact.importance for fact in built_in.facts.values())
    entries = Counter(entry.importance for entry in built_in.entries.values())

    assert 200 <= facts[3] <= 350
    assert 700 <= facts[2] <= 1100
    assert 35 <= entries[3] <= 60


def test_no_fact_is_a_name_with_a_clause_after_a_colon(built_in: Pack) -> None:
    def named(subject: str, text: str) -> bool:
        return text.casefold().startswith(f"{built_in.entries[subject].phrase.casefold()}: ")

    assert [each.id for each in built_in.facts.values() if named(each.subject, fact_sentence(built_in, each))] == []


def test_a_fact_that_one_should_know_rests_on_a_sound_source(built_in: Pack) -> None:
    weak = [
        fact.id
        for fact in built_in.facts.values()
        if fact.importance > 1
        and fact.according_to != (built_in.article,)
        and not any(built_in.sources[each.source].kind in SOUND_KINDS for each in fact.citations)
    ]

    assert weak == []


def test_opponents_and_historians_are_heard_by_name(built_in: Pack) -> None:
    holders = Counter(holder for fact in built_in.facts.values() for holder in fact.according_to)

    assert every(
        holders[each] for each in ("martov", "kautsky", "luxemburg", "emma-goldman", "stalin", "rabinowitch", "pipes")
    )
    assert holders[built_in.article] < 100


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.WORK, Kind.CONCEPT])
def test_what_matters_says_why(built_in: Pack, kind: Kind) -> None:
    silent = [
        entry.id
        for entry in built_in.entries.values()
        if entry.kind is kind and entry.importance > 1 and not entry.significance
    ]

    assert silent == []


def test_every_chapter_is_long_enough_to_be_read_and_links_what_it_tells(built_in: Pack) -> None:
    lengths = {topic.id: len(topic.prose.split()) for topic in built_in.topics}

    assert {name: length for name, length in lengths.items() if not 400 <= length <= 1400} == {}
    assert {entry for topic in built_in.topics for entry in topic.entries} == set(built_in.entries)


def test_no_match_gives_its_last_pair_away(built_in: Pack) -> None:
    """Where every answer is used once, who knows all the others has the last for nothing."""
    matches = [each for each in built_in.questions.values() if each.pairs]

    assert matches
    assert [
        each.id for each in matches if not each.spare and len({pair.answer for pair in each.pairs}) == len(each.pairs)
    ] == []
