"""Names of other bodies within which that of one stands: there it is not named."""

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.questions.line_match import said_in, wanted_by
from trotskyism_cli.views.wording.longer_names import longer_names

LEFT = "In 1940 a minority left the Socialist Workers Party of the United States"


def test_a_longer_name_of_another_body_is_not_that_of_one(library: Library) -> None:
    wanted = wanted_by(library.pack, library.query("who founded the workers party"))
    assert said_in(wanted, LEFT).names == 0
    assert said_in(wanted, f"{LEFT} and formed the Workers Party").names == 1


def test_the_body_of_the_longer_name_is_named_by_it(library: Library) -> None:
    wanted = wanted_by(library.pack, library.query("who founded the socialist workers party"))
    assert said_in(wanted, LEFT).names == 1


def test_people_of_a_country_are_people_of_the_kind(library: Library) -> None:
    assert longer_names(library.pack, ["trotskyists"], ["trotskyists"]) == ()
