"""Names are never another thing in silence: numbers, scripts, inflections, and words that one alphabet keeps apart."""

import pytest

from tests.conftest import ENTRIES, MakePack
from trotskyism_cli.library.library import Library, open_library
from trotskyism_cli.library.names.named_in_text import entries_named
from trotskyism_cli.library.words.inflection import named_forms
from trotskyism_cli.library.words.numerals import numbered

CITY = "  - {{id: {id}, kind: place, type: city, name: '{name}', summary: A city.}}\n"


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("World War I", "first-world-war"),
        ("world war i", "first-world-war"),
        ("World War II", "second-world-war"),
        ("World War 2", "second-world-war"),
        ("World War One", "first-world-war"),
        ("world war two", "second-world-war"),
        ("III International", "comintern"),
        ("3rd International", "comintern"),
        ("II International", "second-international"),
        ("Третьего Интернационала", "comintern"),
        ("Второй мировой войны", "second-world-war"),
        ("Льву Каменеву", "kamenev"),
        ("Льва Троцкого", "trotsky"),
        ("Сталиным", "stalin"),
        ("Красной армии", "red-army"),
    ],
)
def test_numbers_and_cases_name_the_right_entry(library: Library, typed: str, entry: str) -> None:
    assert library.resolve(typed).entry == entry


def test_a_congress_is_found_by_its_own_number_alone(library: Library) -> None:
    twelfth = library.resolve("XII съезд").entry
    assert twelfth == library.resolve("Twelfth Congress").entry == library.resolve("Двенадцатого съезда").entry
    assert twelfth is not None
    assert "Twelfth" in library.pack.entries[twelfth].name
    assert library.resolve("XXXIX съезд").entry is None
    assert library.resolve("VIII Congress").entry is None
    assert library.resolve("IV World War").entry is None


@pytest.mark.parametrize("typed", ["Юденич", "Гучков", "Врангеля", "Гарибальди"])
def test_a_russian_name_that_is_not_in_the_book_is_unknown(library: Library, typed: str) -> None:
    found = library.resolve(typed)
    assert found.entry is None
    assert f"Nothing in the book is called “{typed}”" in found.reason


@pytest.mark.parametrize("typed", ["Троцкого", "Trotzki", "trosky", "III International", "Trotsky Leon", "koltchak"])
def test_whatever_is_not_the_very_name_is_said_to_be_read_so(library: Library, typed: str) -> None:
    found = library.resolve(typed)
    assert found.entry is not None
    assert found.reason.startswith(f"Read “{typed}” as {library.pack.entries[found.entry].name}.")


@pytest.mark.parametrize("typed", ["Leon Trotsky", "trotsky", "Троцкий", "the Comintern"])
def test_of_the_very_name_nothing_is_said(library: Library, typed: str) -> None:
    assert library.resolve(typed).reason == ""


@pytest.mark.parametrize(
    ("one", "other"), [("काली", "कोला"), ("バス", "ハス"), ("C", "C++"), ("C", "C#"), ("が", "か"), ("ไม้", "ไม่")]
)
def test_signs_that_make_another_word_are_letters(make_pack: MakePack, one: str, other: str) -> None:
    cities = CITY.format(id="one", name=one) + CITY.format(id="other", name=other)
    chapter = (
        "topics:\n  - {id: cities, order: 1, title: Cities, summary: Two., prose: Two cities., entries: [one, other]}\n"
    )
    library = open_library(make_pack(entries=ENTRIES + cities, topics=chapter))
    assert library.resolve(one).entry == "one"
    assert library.resolve(other).entry == "other"


@pytest.mark.parametrize(
    ("written", "figures"),
    [
        ("XX съезд", "20 съезд"),
        ("V. I. Lenin", "V. I. Lenin"),
        ("Lenin, V. I.", "Lenin, V. I."),
        ("IIII", "IIII"),
        ("8th Congress", "8 Congress"),
        ("вторник", "вторник"),
        ("Fifth Symphony", "5 Symphony"),
        ("\u017fecond Congress", "2 Congress"),  # in old prints
    ],
)
def test_numerals_become_figures_and_initials_do_not(written: str, figures: str) -> None:
    assert numbered(written) == figures


@pytest.mark.parametrize(
    ("inflected", "named"),
    [
        ("льву", "лев"),
        ("павлом", "павел"),
        ("троцкому", "троцкий"),
        ("войны", "война"),
        ("революцией", "революция"),
        ("большевиков", "большевик"),
        ("временного", "временное"),
    ],
)
def test_an_inflected_word_comes_from_its_nominative(inflected: str, named: str) -> None:
    assert named in named_forms(inflected)


def test_a_numeral_of_one_letter_is_a_number_too(library: Library) -> None:
    entry = library.resolve("X съезд").entry

    assert entry is not None
    assert library.pack.entries[entry].name.startswith("Tenth Congress")


def test_beside_a_place_stands_the_event_that_is_meant_by_its_name(library: Library) -> None:
    found = library.resolve("kronstadt")

    assert found.entry == "kronstadt"
    assert found.reason == "The event (Kronstadt rebellion): trotskyism show kronstadt-rebellion"
    assert not library.resolve("petrograd").reason


@pytest.mark.parametrize(
    ("typed", "entry"), [("stalinsm", "stalinism"), ("leninsm", "leninism"), ("thirdcamp", "third-camp")]
)
def test_a_slip_is_one_of_a_name_before_it_is_one_of_its_other_forms(library: Library, typed: str, entry: str) -> None:
    assert library.resolve(typed).entry == entry


@pytest.mark.parametrize(
    ("words", "entry"),
    [
        ("IV International", "fourth-international"),
        ("4th International", "fourth-international"),
        ("fourths international", "fourth-international"),
        ("world war two", "second-world-war"),
        ("Lenin testament", "lenins-testament"),
        ("kornilovs coup", "kornilov-affair"),
    ],
)
def test_within_a_text_a_name_is_found_though_a_word_of_it_is_another_one(
    library: Library, words: str, entry: str
) -> None:
    named = entries_named(library.store, f"Much is written about {words} even today")

    assert list(named) == [entry]
    assert named[entry] == (4, 4 + len(words.split()))
