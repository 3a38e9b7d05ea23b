"""What a line says of a question."""

import pytest

from trotskyism_cli.library.words.spelling import Form, Term
from trotskyism_cli.views.questions.direct import is_said
from trotskyism_cli.views.questions.line_match import Named, Wanted, said_in

ADLER = Named(("adler",), "Anna Adler", ("anna adler", "adler"), loosely=False)
UNION = Named(("union",), "Printers' Union", ("printers union",), loosely=False)
FOUND = Term("founded", (Form("founded", 1.0), Form("set up", 0.75)))


@pytest.mark.parametrize(
    ("line", "together"),
    [
        ("Anna Adler founded the Printers' Union.", True),
        ("The Printers' Union was set up by Adler.", True),
        ("Adler wrote of the Printers' Union, and the press was founded later on in another town.", False),
        ("Adler read much; the Founded Word was a book of the Printers' Union.", False),  # a title
        ("The Printers' Union was founded in 1848.", False),
    ],
)
def test_an_idea_is_said_of_what_it_stands_beside(line: str, together: bool) -> None:
    assert said_in(Wanted((FOUND,), (ADLER, UNION)), line).together is together


def test_what_a_line_stands_under_need_not_be_named_in_it() -> None:
    wanted = Wanted((FOUND,), (ADLER,))

    assert said_in(wanted, "She founded a union.", "adler", "Anna Adler").together
    assert said_in(wanted, "She founded a union.", "adler").together
    assert not said_in(wanted, "She founded a union.", "ebert", "Emil Ebert").together


@pytest.mark.parametrize(
    ("line", "counted"),
    [
        ("The Printers' Union had 3,000 members.", True),
        ("The Printers' Union had forty members.", True),
        ("The Printers' Union had members on 2 March 1848.", False),
        ("The Printers' Union had members in 1848–49.", False),
    ],
)
def test_a_number_is_no_date(line: str, counted: bool) -> None:
    members = Term("members", (Form("members", 1.0),))

    assert said_in(Wanted((members,), (UNION,), counts=True), line).together is counted


@pytest.mark.parametrize(
    ("word", "other", "alike"),
    [
        ("signed", "signers", True),
        ("agree", "agreement", True),
        ("bury", "buried", True),
        ("ban", "banned", True),
        ("party", "part", False),
        ("formed", "former", False),
        ("lose", "close", False),
    ],
)
def test_words_that_differ_in_their_endings_are_one(word: str, other: str, alike: bool) -> None:
    assert is_said(Term(word, ()), [other]) is alike


STUDY = Term("study", (Form("study", 1.0),), is_deed=True)
CUT = Term("cut", (Form("cut", 1.0),), is_deed=True)


@pytest.mark.parametrize(
    ("term", "line", "said"),
    [
        (STUDY, "adler studied in trier", True),
        (STUDY, "adler went to trier to study", True),
        (STUDY, "adler did not study", True),
        (STUDY, "adler wanted to study", False),
        (STUDY, "adler died in the study of her house", False),
        (STUDY, "ebert is the author of studies of adler", False),
        (CUT, "adler cut the wire", True),
        (CUT, "adler died of a cut", False),
    ],
)
def test_no_noun_and_no_wish_tells_what_somebody_did(term: Term, line: str, said: bool) -> None:
    assert is_said(term, line.split()) is said
    assert is_said(term._replace(is_deed=False), line.split())


def test_a_clause_that_goes_on_with_a_pronoun_is_of_what_was_named_before() -> None:
    first = Term("first", (Form("first", 1.0),))
    chairman = Term("chairman", (Form("chairman", 1.0),))
    wanted = Wanted((first, chairman), (UNION,))

    assert said_in(
        wanted, "Ebert led the Printers' Union for years; its first chairman had been the weaver Moll."
    ).together
    assert not said_in(
        wanted, "Ebert left the Printers' Union long ago; of the weavers in town Moll was later the first chairman."
    ).together


def test_of_a_place_only_a_line_with_one_tells() -> None:
    wanted = Wanted((FOUND,), (UNION,), places=True)

    assert said_in(wanted, "The Printers' Union was founded in Trier.").together
    assert said_in(wanted, "The Printers' Union was founded in the old Rhenish town of Trier.").together
    assert not said_in(wanted, "The Printers' Union was founded in May 1848.").together


def test_a_number_counts_what_is_asked() -> None:
    congresses = Term("congresses", (Form("congress", 1.0),))
    wanted = Wanted((congresses,), (UNION,), counts=True, counted=(congresses,))

    assert said_in(wanted, "The Printers' Union held seven great congresses.").together
    assert not said_in(wanted, "To the congress of the Printers' Union came fifty delegates.").together
