"""Which entry `show` opens for what somebody typed."""

import pytest

from tests.cli.conftest import Run
from tests.every_for_tests import every
from trotskyism_cli.cli.meaning.entry_to_show import entry_to_show
from trotskyism_cli.library.library import Library
from trotskyism_cli.library.names.names import Resolution


def _opened(library: Library, words: str) -> Resolution:
    return entry_to_show(library, words, library.resolve(words))


@pytest.mark.parametrize(
    ("words", "entry", "reason"),
    [
        ("kronstadt", "kronstadt-rebellion", "The town: trotskyism show kronstadt town"),
        ("zimmerwald", "zimmerwald-conference", "The village: trotskyism show zimmerwald village"),
        ("britain", "britain", "The event (revolutions in Britain): trotskyism show revolutions-in-britain"),
        ("saigon", "saigon", "The event (Saigon rising): trotskyism show saigon-rising"),
        ("kronstadt town", "kronstadt", ""),
        ("zimmerwald village", "zimmerwald", ""),
        ("pravda newspaper", "pravda", ""),
        ("petrograd", "petrograd", ""),  # no event is called so
        ("trotsky", "trotsky", ""),
        ("1905", "book-1905", "The event (first Russian Revolution): trotskyism show revolution-of-1905"),
        ("october", "october-revolution", "Read “october” as October Revolution."),
    ],
)
def test_a_bare_name_of_a_place_opens_it_or_the_event_that_the_pack_calls_so(
    library: Library, words: str, entry: str, reason: str
) -> None:
    found = _opened(library, words)

    assert (found.entry, found.reason) == (entry, reason)


def test_a_name_with_a_word_behind_it_that_is_no_part_has_the_parts(run: Run) -> None:
    ended = run("show", "trotsky", "childhood")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("Leon Trotsky has no part “childhood”; there are: life, politics, ")
    assert ended.err.endswith(" and all.\n")


@pytest.mark.parametrize("name", ["Alexander Mendeleev", "M. N. Pokrovsky"])
def test_a_forename_or_initials_are_not_read_as_somebody_else(run: Run, name: str) -> None:
    ended = run("show", *name.split())

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"Nothing in the book is called “{name}”.")


@pytest.mark.parametrize("words", [("show", "lenin", "5"), ("trotzky", "books")])
def test_passages_for_what_is_no_name_end_as_a_search_without_an_answer(run: Run, words: tuple[str, ...]) -> None:
    ended = run(*words)

    assert ended.code == 1
    assert ended.out.startswith("Nothing in the book is called ")


def test_no_event_is_told_of_a_place_that_is_not_in_its_name(library: Library) -> None:
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
    assert "Leon Trotsky\tTrotsky's second wife from 1902\t" in run("show", "sedova", "ties").out


def test_passages_with_a_word_that_is_only_like_the_one_typed_say_so(run: Run) -> None:
    assert "Read “mutany” as “mutiny”. These passages come nearest:" in run("show", "mutany").out
    assert run("mutany") == run("show", "mutany")


def test_a_name_that_is_near_comes_before_passages_with_a_word_that_is(run: Run) -> None:
    ended = run("show", "lenn")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines()[-1] == "Did you mean: Vladimir Lenin?"


def test_at_most_five_names_are_suggested(run: Run) -> None:
    suggested = run(*["trotsky"] * 50).err.splitlines()[-1]

    assert suggested.startswith("Did you mean: ")
    assert suggested.count(",") == 4


def test_nothing_to_look_up_is_said_in_a_plain_line(run: Run) -> None:
    said = "Nothing to look up; give a name, a date or a few words. See what there is: trotskyism list\n"

    assert [run(word).err for word in ("", " ", "?")] == [said] * 3


def test_a_part_is_of_the_entry_that_the_name_alone_opens(run: Run) -> None:
    whole = run("show", "kronstadt", "all").out

    assert whole.startswith("Kronstadt rebellion")
    assert run("show", "kronstadt").out.splitlines()[0] == whole.splitlines()[0]
    assert run("show", "kronstadt", "town", "all").out.startswith("Kronstadt (town)")


def test_two_names_in_a_row_lead_to_what_is_told_of_both(run: Run) -> None:
    ended = run("show", "lenin", "trotsky")

    assert ended.code == 1
    assert "are two names" in ended.err
    assert every(f"trotskyism {verb} lenin trotsky" in ended.err for verb in ("compare", "links"))
