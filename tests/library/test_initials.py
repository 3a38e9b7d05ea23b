"""People are found by initials and by first names, and names by their beginnings."""

import pytest

from tests.every_for_tests import every
from trotskyism_cli.library.initials import with_whole_names
from trotskyism_cli.library.library import Library


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("N. Sedova", "sedova"),
        ("L.D. Trotsky", "trotsky"),
        ("L. D. Trotsky", "trotsky"),
        ("Trotsky, L. D.", "trotsky"),
        ("Lenin, V. I.", "lenin"),
        ("Plekhanov, G.V.", "plekhanov"),
        ("Stalin J.V.", "stalin"),
        ("R. Luxemburg", "luxemburg"),
        ("E. A. Preobrazhensky", "preobrazhensky"),  # as others write his first name
        ("J. Martov", "martov"),
        ("P. Frank", "pierre-frank"),
        ("G Healy", "healy"),
    ],
)
def test_somebody_is_found_by_initials_and_surname(library: Library, text: str, entry: str) -> None:
    found = library.resolve(text)

    assert found.entry == entry
    assert found.reason.startswith(f"Read “{text}” as ")


@pytest.mark.parametrize("text", ["M. Trotsky", "X. Lenin", "S. Sedov", "K. Serge"])
def test_other_initials_are_those_of_somebody_else(library: Library, text: str) -> None:
    assert library.resolve(text).entry is None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("when did N. Sedova die", "when did Natalia Sedova die"),
        ("who killed L. D. Trotsky", "who killed Leon Trotsky"),
        ("Plekhanov, G. V. and war", "Georgi Plekhanov and war"),
        ("V. I. Lenin", "V. I. Lenin"),  # a name of his
        ("when did M. Trotsky die", "when did M. Trotsky die"),
        ("He left. Trotsky stayed", "He left. Trotsky stayed"),
    ],
)
def test_initials_in_a_question_stand_for_the_name(library: Library, text: str, whole: str) -> None:
    assert with_whole_names(library.store, library.pack, text) == whole


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("leon", "trotsky"),
        ("Vladimir", "lenin"),
        ("natalia", "sedova"),
        ("joseph", "stalin"),
        ("ernest", "mandel"),
        ("the old man", "trotsky"),
        ("permanent rev", "permanent-revolution"),
        ("left oppo", "left-opposition"),
        ("transitional prog", "transitional-programme"),
        ("popular fr", "popular-front"),
        ("what is to be don", "what-is-to-be-done"),
    ],
)
def test_a_first_name_leads_to_its_bearer_and_a_beginning_to_the_name(library: Library, text: str, entry: str) -> None:
    found = library.resolve(text)

    assert found.entry == entry
    assert found.reason.startswith(f"Read “{text}” as ")


@pytest.mark.parametrize("text", ["max", "grigory", "lev"])
def test_of_several_bearers_of_a_first_name_all_are_offered(library: Library, text: str) -> None:
    found = library.resolve(text)

    assert found.entry is None
    assert len(found.candidates) > 1
    assert every(library.pack.entries[each].kind == "person" for each in found.candidates)


@pytest.mark.parametrize("text", ["new", "left", "russian", "permanent r", "the"])
def test_what_is_no_first_name_and_begins_no_name_leads_to_nobody(library: Library, text: str) -> None:
    assert library.resolve(text).entry is None
