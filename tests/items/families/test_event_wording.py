"""The year of an event is asked for as one would say it: with the verb of what its name tells."""

import pytest

from trotskyism_cli.items.families.event_wording import NEUTRAL, with_event_verb
from trotskyism_cli.items.making.bank import Wanted, generate
from trotskyism_cli.items.model import Response
from trotskyism_cli.pack.model import Entry, Kind
from trotskyism_cli.pack.pack import Pack

WORDING = f"In which year {NEUTRAL}?"


@pytest.mark.parametrize(
    ("name", "type_", "asked"),
    [
        ("assassination of Marat", "assassination", "In which year was Marat assassinated?"),
        ("death of Lenin", "death", "In which year did Lenin die?"),
        ("Lenin's return to Russia", "return", "In which year did Lenin return to Russia?"),
        ("Trotsky's expulsion from the party", "", "In which year was Trotsky expelled from the party?"),
        ("Hitler’s coming to power", "", "In which year did Hitler come to power?"),
        ("peace of Tilsit", "treaty", "In which year {was|were} {subject} signed?"),
        ("Reign of Terror", "terror", WORDING),
        ("arrest of Danton and Desmoulins", "arrest", WORDING),  # their verb would be in the plural
        ("expulsion of the Jesuits", "expulsion", WORDING),
    ],
)
def test_the_verb_is_that_of_the_name(name: str, type_: str, asked: str) -> None:
    event = Entry("e", Kind.EVENT, name, "It happened.", type_, article="the" if " of " in name else "")

    assert with_event_verb([WORDING, "When?"], event) == [asked, "When?"]


def test_the_built_in_years_are_asked_for_in_idiomatic_words(built_in: Pack) -> None:
    asked = {item.stem for item in generate(built_in, 40, 1, Wanted(kinds=["year"], responses=[Response.TYPED]))}

    assert "In which year was Trotsky assassinated?" in asked
    assert "In which year was the peace of Brest-Litovsk signed?" in asked
    assert "In which year did the Kronstadt rebellion take place?" in asked
