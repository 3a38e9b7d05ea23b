"""A card tells nothing twice: not what its summary has, nor what a longer sentence of it has."""

from pathlib import Path

import pytest

from tests.conftest import RELATIONS, MakePack
from tests.every_for_tests import every
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.screen.entries.cards import ALL, SOURCES, card_document, part_document
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.views.cards.entry import entry_view
from trotskyism_cli.views.cards.without_repetition import told_once

TOLD = f"""{RELATIONS}
  - {{id: told, label: further, subject: person, object: text, says: "{{object}}", part: politics, row: Course}}
"""
SUMMARY = "A French journalist of the Revolution, murdered in Paris in 1793 by Charlotte Corday, who was no Jacobin."


def _left_out(make_pack: MakePack, folder: Path, *told: str) -> list[str]:
    facts = "".join(f"      - {{id: a{place}, source: book, {each}}}\n" for place, each in enumerate(told))
    head = f'    name: Jean-Paul Marat\n    summary: "{SUMMARY}"\n'
    entries = f"entries:\n  - id: marat\n    kind: person\n{head}    facts:\n{facts}"
    library = open_library(make_pack(relations=TOLD, entries=entries), folder / "cache")
    return [cell.text for cell in told_once(library.pack, entry_view(library.pack, library.card("marat")))[1]]


@pytest.mark.parametrize(
    ("told", "is_told"),
    [
        pytest.param("Marat was a journalist in the French Revolution", True, id="in other words"),
        pytest.param(
            "The journalist was murdered by Charlotte Corday of France", True, id="a country for what is of it"
        ),
        pytest.param("Marat was murdered in Paris in July 1793", False, id="a month more"),
        pytest.param("Marat, a journalist, was murdered in 1973", False, id="another year"),
        pytest.param("Marat, a journalist, was murdered by Corday of Caen", False, id="a name more"),
        pytest.param("Marat was never a journalist of the Revolution", False, id="the contrary"),
        pytest.param("Marat the journalist sold papers, wrote daily and owed money", False, id="much that is new"),
    ],
)
def test_what_the_summary_tells_is_not_told_again(
    make_pack: MakePack, tmp_path: Path, told: str, *, is_told: bool
) -> None:
    assert _left_out(make_pack, tmp_path, f'told: "{told}"') == [told] * is_told


def test_of_two_sentences_the_longer_one_is_kept(make_pack: MakePack, tmp_path: Path) -> None:
    short = "In 1789 he founded a paper"
    long = "In September 1789 he founded a daily paper, The Friend of the People"

    assert _left_out(make_pack, tmp_path, f'told: "{short}"', f'told: "{long}"') == [short]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("21", "12", id="numbers"),
        pytest.param("Nobody among", "All", id="a denial"),
    ],
)
def test_what_a_sentence_begins_with_counts(make_pack: MakePack, tmp_path: Path, one: str, other: str) -> None:
    rest = "deputies from the Gironde signed his long petition against war, hunger, taxes and courts"

    assert not _left_out(make_pack, tmp_path, f'told: "{one} {rest}"', f'told: "{other} {rest}"')


def test_what_has_a_note_is_kept(make_pack: MakePack, tmp_path: Path) -> None:
    assert not _left_out(make_pack, tmp_path, 'told: "Marat was a journalist", note: He was a doctor first.')


def test_a_historian_is_told_of_once_and_with_all_sources(library: Library) -> None:
    card = library.card("volkogonov")
    first, whole = card_document(library.pack, card), part_document(library.pack, card, ALL)

    assert plain_text(first).count("archives then closed") == 1
    assert plain_text(whole).partition("Sources:")[0].count("archives then closed") == 1
    for part in (ALL, SOURCES):
        told = plain_text(part_document(library.pack, card, part)).partition("Sources:")[2]
        cited = {each.source for fact in card.entry.facts for each in fact.citations}
        assert every(library.pack.sources[each].title in told for each in cited)


def test_few_of_all_sentences_are_told_already_and_none_with_a_name_or_year_of_its_own(library: Library) -> None:
    cards = {
        entry: told_once(library.pack, entry_view(library.pack, library.card(entry))) for entry in library.pack.entries
    }
    left_out = [(entry, cell) for entry, (_, cells) in cards.items() for cell in cells]

    assert 50 < len(left_out) < 200
    for entry, cell in left_out:
        view, _ = cards[entry]
        told = " ".join((view.summary, view.significance, *(each.words for row in view.rows for each in row.cells)))
        title = " ".join((view.name, *view.names))
        years = {word for word in cell.text.split() if word.isdecimal()}
        assert {year for year in years if year not in f"{told} {title}"} == set()
