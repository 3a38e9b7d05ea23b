"""What somebody is called in the title of a card."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.cards.entry import entry_view
from trotskyism_cli.views.happenings.offices import OFFICES, TITLE, office_name, who_it_was


@pytest.mark.parametrize(
    ("person", "title"),
    [
        ("stalin", "General Secretary"),  # weightier than that he was head of the government
        ("khrushchev", "First Secretary"),
        ("kerensky", "leader of the Provisional Government"),
        ("lenin", "revolutionary"),  # no office
        ("brutus", "consul"),
    ],
)
def test_whose_type_is_but_an_office_is_called_by_the_weightiest(library: Library, person: str, title: str) -> None:
    assert who_it_was(library.pack, library.pack.entries[person]) == title


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("first Leader of the Opposition in the parliament of Ceylon", "first Leader of the Opposition"),
        ("General Secretary of the Central Committee of the Communist Party", "General Secretary"),
        ("minister of finance of Ceylon", "minister of finance of Ceylon"),
        (
            "People's Commissar of the Workers' and Peasants' Inspection (Rabkrin)",
            "People's Commissar of the Workers' and Peasants' Inspection",
        ),
        (
            "deputy chairman of the Council of People's Commissars",
            "deputy chairman of the Council of People's Commissars",
        ),
        ("chairman of the Concessions Committee and head of its works", "chairman of the Concessions Committee"),
    ],
)
def test_an_office_is_never_cut_to_another_one(office: str, called: str) -> None:
    assert office_name(office) == called


def test_what_a_card_prints_for_a_sentence_is_whole_but_for_long_offices(library: Library) -> None:
    pack = library.pack
    cells = [
        cell
        for own in pack.entries
        for row in entry_view(pack, library.card(own)).rows
        for cell in row.cells
        if cell.brief and cell.fact and cell.fact.subject == own
    ]
    cut = [cell for cell in cells if cell.fact and cell.brief != cell.fact.object]

    assert len(cells) > 20
    for cell in cut:
        assert cell.fact
        assert not OFFICES.isdisjoint(pack.relations[cell.fact.relation].words)
        assert len(str(cell.fact.object)) > TITLE
        assert str(cell.fact.object).removeprefix(cell.brief).startswith((" of ", " in ", " and ", ",", " ("))
        assert not cell.brief.startswith(("first ", "last ", "only "))
