"""The edited view of an idea, of the built-in pack: a row for each work and event, what was said only with `--all`."""

import re

import pytest

from tests.every_for_tests import none
from trotskyism_cli.library.dates.dated_facts import timeline
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.document import Picture, words
from trotskyism_cli.screen.lines import SCREEN
from trotskyism_cli.screen.time.views import idea_document
from trotskyism_cli.views.periods.idea import is_idea, view_of_idea

IDEAS = ("permanent revolution", "socialism in one country", "entrism", "united front", "trotskyism")


def _told(library: Library, name: str) -> list[str]:
    view, _ = view_of_idea(library, library.resolve(name).entry or "", timeline(library, name))
    return [f"{each.year} {each.text}" for each in view.happenings]


@pytest.mark.parametrize("width", [40, 80])
@pytest.mark.parametrize("name", IDEAS)
def test_the_history_of_an_idea_is_one_screen(library: Library, name: str, width: int) -> None:
    view, said = view_of_idea(library, library.resolve(name).entry or "", timeline(library, name))
    _, picture = idea_document(library.pack, name, view, (), SCREEN).blocks
    assert isinstance(picture, Picture)
    lines = [words(each) for each in picture.draw(width)]

    assert len(lines) < SCREEN
    assert max(map(len, lines)) <= width
    assert said
    assert "--all" in lines[-1]
    assert none(re.search(r"“\D", each) for each in lines)  # a title that is a number has these signs


def test_it_has_the_works_that_set_it_out_and_what_was_put_forward_against_it(library: Library) -> None:
    told = _told(library, "permanent revolution")

    assert "1905 Put forward by Trotsky" in told
    assert "1906 Trotsky: Results and Prospects written" in told
    assert "1924 Socialism in One Country put forward by Stalin" in told
    assert [each for each in told if "The Permanent Revolution" in each] == [
        "1928 Trotsky: The Permanent Revolution written, published 1930"
    ]


def test_it_has_who_took_it_up_and_the_bodies_that_were_founded_against_it(library: Library) -> None:
    told = _told(library, "socialism in one country")

    assert "1925 Adopted by the Fourteenth Conference of the Russian Communist Party" in told
    assert "1924 Stalin: Foundations of Leninism published" in told
    assert none("Permanent revolution" in each for each in told)


def test_all_of_it_has_what_was_said(library: Library) -> None:
    own_id = library.resolve("permanent revolution").entry or ""
    moments = timeline(library, "permanent revolution")
    view, said = view_of_idea(library, own_id, moments, everything=True)

    assert not view.rest
    assert any(each.quote for each in said)
    assert len(idea_document(library.pack, "It", view, said, SCREEN).blocks) == 4


def test_a_dispute_is_no_idea(library: Library) -> None:
    assert not is_idea(library.pack, "issue-socialism-in-one-country")
    assert is_idea(library.pack, "permanent-revolution")
