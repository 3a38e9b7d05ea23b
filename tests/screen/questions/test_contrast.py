"""What is taken for one another, side by side."""

from tests.every_for_tests import every
from trotskyism_cli.learning.progress.mistakes import Confusion
from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.screen.output.plain import plain_text
from trotskyism_cli.screen.questions.contrast import contrast_document


def test_two_people_stand_side_by_side_with_what_they_were(built_in: Pack) -> None:
    shown = contrast_document(built_in, Confusion("Lev Kamenev", "Grigory Zinoviev", 4))

    assert shown is not None
    text = plain_text(shown)
    assert text.index("Grigory Zinoviev") < text.index("Lev Kamenev")
    assert "What you said, 4 times" in text
    assert every(built_in.entries[each].summary[:30] in text for each in ("kamenev", "zinoviev"))


def test_two_years_are_told_by_what_happened_in_them(built_in: Pack) -> None:
    shown = contrast_document(built_in, Confusion("1905", "1917", 2))

    assert shown is not None
    assert "October Revolution" in plain_text(shown)
    assert "1905" in plain_text(shown)


def test_nothing_is_made_up_for_what_the_pack_does_not_know(built_in: Pack) -> None:
    assert contrast_document(built_in, Confusion("1611", "1917", 2)) is None
    assert contrast_document(built_in, Confusion("Nobody at All", "Leon Trotsky", 2)) is None
