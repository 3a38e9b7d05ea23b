"""Who somebody was, on his card: a birth and a death wherever they are told, and names alone."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.cards.birth_and_death import with_bare_names, with_birth_and_death
from trotskyism_cli.views.cards.entry import entry_view


def told(library: Library, own_id: str) -> list[tuple[str, str]]:
    """The first two rows of a card."""
    card = library.card(own_id)
    rows = with_birth_and_death(library.pack, card.entry, entry_view(library.pack, card).rows)
    return [(row.label, " · ".join(cell.text for cell in row.cells)) for row in rows[:2]]


@pytest.mark.parametrize(
    ("own_id", "born", "died"),
    [
        ("pablo", "24 August 1911 · Alexandria", "17 February 1996 · Athens"),  # in the sentence of the day
        ("posadas", "1911 or 1912", "1981"),  # in the summary alone
        ("perera", "about 1905", "1979"),
        ("dunayevskaya", "1910", "9 June 1987"),
        ("lev-sedov", "24 February 1906 · St. Petersburg", "16 February 1938 · Paris"),
        ("bukharin", "9 October 1888 (27 September Old Style) · Moscow", "15 March 1938 · Moscow"),
        ("pyatakov", "18 August 1890 (6 August Old Style)", "30 January 1937 · Moscow"),
        ("ivan-smirnov", "1881", "25 August 1936"),  # condemned in Moscow
        ("luxemburg", "5 March 1871 (21 February Old Style) · Zamość", "15 January 1919 · Berlin"),
    ],
)
def test_a_card_begins_with_a_birth_and_a_death(library: Library, own_id: str, born: str, died: str) -> None:
    assert told(library, own_id) == [("Born", born), ("Died", died)]


def test_who_is_not_told_to_have_been_born_has_no_such_row(library: Library) -> None:
    assert not {"Born", "Died"} & dict(told(library, "rabinowitch")).keys()


def test_what_is_nobody_keeps_its_rows(library: Library) -> None:
    card = library.card("october-revolution")
    rows = entry_view(library.pack, card).rows

    assert with_birth_and_death(library.pack, card.entry, rows) == rows


def test_the_victim_of_an_attack_took_no_part_in_it(library: Library) -> None:
    views = {each: entry_view(library.pack, library.card(each)) for each in ("sedova", "attack-of-may-1940")}
    rows = {each: {row.label: [cell.text for cell in row.cells] for row in view.rows} for each, view in views.items()}

    assert rows["sedova"]["Attacked in"] == ["attack of May 1940"]
    assert rows["attack-of-may-1940"]["Attacked"] == ["Leon Trotsky", "Natalia Sedova"]
    assert "Took part" not in rows["sedova"]
    assert "People" not in rows["attack-of-may-1940"]


def test_a_further_name_stands_alone(library: Library) -> None:
    rows = with_bare_names(library.pack, entry_view(library.pack, library.card("pablo")).rows)

    assert "Jean-Paul Martin" in next([cell.text for cell in row.cells] for row in rows if row.label == "Names")
