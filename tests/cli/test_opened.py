"""Which entry `show` opens for what somebody typed."""

import pytest

from tests.cli.conftest import Run
from trotskyism_cli.cli.opened import opened
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names import Resolution


def _opened(library: Library, words: str) -> Resolution:
    return opened(library, words, library.resolve(words))


@pytest.mark.parametrize(
    ("words", "entry", "reason"),
    [
        ("kronstadt", "kronstadt-rebellion", "The town: trotskyism show kronstadt town"),
        ("zimmerwald", "zimmerwald-conference", "The village: trotskyism show zimmerwald village"),
        ("kronstadt town", "kronstadt", ""),
        ("zimmerwald village", "zimmerwald", ""),
        ("pravda newspaper", "pravda", ""),
        ("petrograd", "petrograd", ""),  # no event is called so
        ("trotsky", "trotsky", ""),
        ("1905", "book-1905", "The event (first Russian Revolution): trotskyism show revolution-of-1905"),
        ("october", "october-revolution", "Read “october” as October Revolution."),
    ],
)
def test_the_event_of_a_name_comes_before_its_place(library: Library, words: str, entry: str, reason: str) -> None:
    found = _opened(library, words)

    assert (found.entry, found.reason) == (entry, reason)


def test_an_event_is_opened_for_a_place_only_if_it_is_in_its_name(library: Library) -> None:
    assert _opened(library, "alma-ata").entry == "alma-ata"


def test_a_word_without_an_entry_opens_what_tells_of_it(library: Library) -> None:
    found = _opened(library, "substitutionism")

    assert found.entry == "issue-party-organisation"
    assert found.reason.startswith("“substitutionism” has no entry of its own; it is told in ")
    assert found.reason.endswith("; see also Our Political Tasks.")


def test_the_card_of_an_id_for_programs_is_its_own(run: Run) -> None:
    assert '"id": "kronstadt"' in run("show", "kronstadt", "--json").out
    shown = run("show", "kronstadt")
    assert shown.out.startswith("Kronstadt rebellion ")
    assert shown.err == "The town: trotskyism show kronstadt town\n"


def test_the_ties_of_a_card_lead_to_the_people(run: Run) -> None:
    assert "trotskyism links sedova" in run("show", "sedova", "ties").out
