"""A card read whole tells once what is said against something, dates and names, and says whose quotations are."""

from pathlib import Path

import pytest

from tests.conftest import RELATIONS, MakePack
from tests.screen.test_document import drawn
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.screen.entries.card_further import AGAINST
from trotskyism_cli.screen.entries.cards import ALL, WORDS, card_document, part_document
from trotskyism_cli.screen.output.plain import plain_text

TOLD = f"""{RELATIONS}
  - {{id: told, label: further, subject: [person, work], object: text, says: "{{object}}", part: politics, row: Course}}
"""
SPLIT = """\
entries:
  - {id: lenin, kind: person, name: Lenin, summary: A man.}
  - id: martov
    kind: person
    name: Martov
    summary: Another.
    facts:
      - {id: a, argument: "In 1903 Martov wrote yes", according_to: martov, contradicts: [lenin-card.b], source: book}
      - {id: c, argument: "In 1904 Martov wrote so", according_to: martov, contradicts: [lenin-card.b], source: book}
  - id: lenin-card
    kind: work
    name: A Card
    summary: It.
    facts:
      - {id: b, argument: "it was not so", when: "1903", according_to: lenin, source: book}
"""


def _whole(library: Library, own_id: str) -> str:
    return plain_text(part_document(library.pack, library.card(own_id), ALL))


def test_what_is_said_against_several_things_is_told_once(make_pack: MakePack, tmp_path: Path) -> None:
    told = _whole(open_library(make_pack(entries=SPLIT), tmp_path / "cache"), "martov")

    assert told.count("that it was not so") == 1
    assert f"{AGAINST}see “In 1903, Lenin argued that it was not …”" in told


def test_two_rows_that_contradict_each_other_point_to_each_other(library: Library) -> None:
    told = _whole(library, "trotskyism")

    assert f"{AGAINST}see “On 19 November 1924 Stalin called …”" in told
    assert told.count("called Trotskyism a peculiar ideology") == 1


@pytest.mark.parametrize(
    ("fact", "row"),
    [
        pytest.param(
            'told: "In October 1919 he fought", when: "1919-10"', "In October 1919 he fought", id="in the words"
        ),
        pytest.param('told: "In autumn he fought", when: "1919-10"', "Oct 1919 In autumn he fought", id="not in them"),
        pytest.param('told: "In 1919 he fought", when: "1919-10"', "Oct 1919 In 1919 he fought", id="not the month"),
    ],
)
def test_a_sentence_that_says_when_has_no_date_before_it(
    make_pack: MakePack, tmp_path: Path, fact: str, row: str
) -> None:
    entries = f"""\
entries:
  - id: own
    kind: person
    name: Own
    summary: A man.
    facts: [{{id: a, {fact}, source: book}}]
"""
    library = open_library(make_pack(relations=TOLD, entries=entries), tmp_path / "cache")

    assert f"- {row}\n" in plain_text(part_document(library.pack, library.card("own"), "politics")).replace(" [1]", "")


def test_the_year_of_a_view_stands_behind_it_and_not_before_the_deed_of_another(library: Library) -> None:
    told = drawn(card_document(library.pack, library.card("knei-paz")), 400)

    assert "In his study of Trotsky (1978) Knei-Paz argued that Stalin misrepresented" in told
    assert "1978 Stalin" not in told


def test_a_card_does_not_explain_its_own_name(library: Library) -> None:
    poum, james = _whole(library, "poum"), _whole(library, "clr-james")

    assert "the POUM sat in the government of Catalonia" in poum
    assert "The Spanish Republic" not in poum.partition("Course")[0]
    assert "C. L. R. James wrote The Black Jacobins (1938)" in james


def test_a_word_that_tells_an_idea_from_another_stays_before_its_name(library: Library) -> None:
    assert "the Soviet Thermidor" in _whole(library, "thermidor")


@pytest.mark.parametrize(
    ("own_id", "heading"),
    [
        ("trotsky", "In his own words"),
        ("luxemburg", "In her own words"),
        ("results-and-prospects", "In its own words"),
        ("trotsky", "What was said of him"),
        ("bolsheviks", "What was said of them"),
    ],
)
def test_words_are_of_him_or_her_or_them(library: Library, own_id: str, heading: str) -> None:
    assert f"\n{heading}:\n" in plain_text(part_document(library.pack, library.card(own_id), WORDS))
