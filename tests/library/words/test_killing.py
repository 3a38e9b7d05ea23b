"""The words of a killing: whichever of them a sentence has, all that tells of it knows it."""

import re

import pytest

from trotskyism_cli.library.words.killing import BY_OWN_HAND, KILLED, KILLED_WORDS, WAS_KILLED
from trotskyism_cli.views.happenings.deed import VIOLENT
from trotskyism_cli.views.wording.headline import death_in_short


@pytest.mark.parametrize("how", KILLED)
def test_a_death_is_told_by_each_word_for_it(how: str) -> None:
    told = VIOLENT.search(f"Georges Danton was {how} on 5 April 1794.")

    assert told
    assert told[1] == how
    assert death_in_short(f"Georges Danton was {how} in Paris").endswith(" of Georges Danton")


def test_what_only_begins_so_is_no_killing() -> None:
    assert not re.search(rf"\b{WAS_KILLED}", "a shotgun, the executedness, a skilled man put to shame")


def test_nobody_who_took_his_life_was_killed_by_another() -> None:
    assert re.fullmatch(BY_OWN_HAND, "took his own life")
    assert re.fullmatch(BY_OWN_HAND, "shot herself")
    assert not re.search(BY_OWN_HAND, "shot him")


def test_a_question_has_the_single_words() -> None:
    assert set(KILLED) - KILLED_WORDS == {"put to death"}
