"""Who somebody was, in one line of a list."""

import pytest

from trotskyism_cli.views.wording.person_in_a_line import in_a_line

ROOM = 41


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        ("Baker of Gutenhain.", "Baker of Gutenhain"),
        (
            "Bohemian politician of some kind, commander in chief in the summer of 1917, whose march failed.",
            "Bohemian politician of some kind",
        ),
        (
            "Bavarian revolutionary, founder and leader of the Printers.",
            "Founder and leader of the Printers",
        ),
        (  # one of several is not the only one
            "Spanish revolutionary, a founder of the union with Andreu Nin and before it leader of another one.",
            "A founder of the union with Andreu Nin",
        ),
        (  # whose theorist, the line would not say
            "Russian leader of the Lithographers, a founder of their union and its theorist, minister in 1917.",
            "Leader of the Lithographers, minister",
        ),
        (  # a word that only a whole phrase makes a noun of
            "Best-known of those printers who stayed at home when all the others went abroad, a Belgian economist.",
            "A Belgian economist",
        ),
        ("Engraver, she met Adler at the port of the town of Gutenhain and was his friend for years.", "Engraver"),
        (  # a title is not cut into another one
            "Canadian historian of printing, author of Leon Adler and the Politics of Typographical Isolation (1973).",
            "Canadian historian of printing",
        ),
        (  # nor an enumeration of names
            "British historian at Oxford, author of lives of Lenin, Stalin and Trotsky in 1,500 pages.",
            "British historian at Oxford",
        ),
        (
            "Printer, head of the government of his country after 1930 for more years than any man had been before.",
            "Head of the government of his country",
        ),
    ],
)
def test_the_phrases_that_say_most_are_told_whole(summary: str, told: str) -> None:
    assert in_a_line(summary, ROOM, "") == told


def test_what_has_to_do_with_the_field_says_more() -> None:
    summary = (
        "Writer of the old school, friend of Trotsky in exile, companion of all the poets of the coast of Normandy."
    )

    assert "riend of Trotsky" in in_a_line(summary, ROOM, "trotsk")


def test_where_no_phrase_fits_nothing_is_said_rather_than_half_of_one() -> None:
    assert in_a_line("Irish-born leader of those Britons who stayed where all others left for good.", 30, "") == ""


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        (  # no verb of a relative clause that an aside parts from it
            "Historian of the printers, long at Gutenhain, who, against the old school, asked who had gained by it.",
            "Historian of the printers",
        ),
        ("Printer, head of the chamber's new library; gravely ill, she left it in 1850.", "Printer"),
        ("Engraver and printer, in 1848 in charge of the union's money, press and arms.", "Engraver and printer"),
        (  # nobody's companion
            "Adler's second wife, his companion for nearly forty years, a printer by trade.",
            "Adler's second wife",
        ),
    ],
)
def test_what_only_the_words_around_it_explain_is_left_out(summary: str, told: str) -> None:
    assert in_a_line(summary, 30, "") == told
