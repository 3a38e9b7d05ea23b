"""A direct answer: the right fact in its own words, or none."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.views.answer import answer_view, direct_answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who founded the printers' union", "The Printers' Union was founded by Anna Adler and Emil Ebert."),
        ("who led the northern union", "Emil Ebert led the Northern Union from 1852 to 1871."),
        ("who shot adler", "Adler was shot dead by a masked man called Viktor Blum."),
        ("who was anna adler", "Anna Adler: Founder of the union and its first leader."),
        ("what is piecework", "Piecework: Pay by the sheet."),
        ("when was adler born", "Anna Adler was born on 3 February 1810."),
        ("in which year did the northern union split", "The Northern Union split from the Printers' Union in 1852."),
        ("where did adler die", "Anna Adler died in Gutenhain."),
        ("how many members did the printers' union have", "The Printers' Union had 3,000 members in 1850."),
        ("should machines be welcome", "Disputed. Adler first said no and later yes, Ebert said no."),
    ],
)
def test_a_question_has_its_answer(printers: Library, question: str, answer: str) -> None:
    direct = direct_answer(printers.pack, printers.find(question))

    assert direct is not None
    assert direct.text == answer
    assert set(direct.facts) <= set(printers.pack.facts)


@pytest.mark.parametrize(
    "question",
    [
        "printers",
        "anna adler",
        "who wrote the northern union",
        "when did adler die",
        "where was adler born",
        "how many members did the northern union have",
        "who was born in 1815",
        "why did adler die",
        "?!",
        "1852",
    ],
)
def test_a_half_answer_is_none(printers: Library, question: str) -> None:
    assert direct_answer(printers.pack, printers.find(question)) is None


def test_what_has_two_values_is_told_with_both(printers: Library) -> None:
    direct = direct_answer(printers.pack, printers.find("how many members did the printers' union have"))

    assert direct is not None
    assert direct.further == "The Printers' Union had 9,000 members in 1870."


def test_a_claim_keeps_its_holder(printers: Library) -> None:
    direct = direct_answer(printers.pack, printers.find("when did the northern union merge into the federation"))

    assert direct is not None
    assert direct.text.startswith("According to Otto Kern, ")


def test_what_is_disputed_keeps_its_mark(printers: Library) -> None:
    direct = direct_answer(printers.pack, printers.find("when did the free union split from the printers' union"))

    assert direct is not None
    assert direct.text.startswith("Disputed: ")
    assert direct.further == "Others say that it was never more than a club."


def test_a_hit_is_one_sentence_and_stands_once(printers: Library) -> None:
    hits = answer_view(printers.pack, printers.find("union press")).hits

    assert hits[0].text == "The press of the union."
    assert hits[0].tag == "organisation"
    assert len({hit.id for hit in hits}) == len(hits)


def test_what_only_shares_a_word_is_not_found(printers: Library) -> None:
    assert [hit.id for hit in printers.search("masked man")] == ["adler"]
    assert printers.search("masked congress") == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who killed kirov", "by Leonid Nikolayev"),  # not the historian who holds that Stalin planned it
        ("who founded the red army", "The Council of People's Commissars decreed"),
    ],
)
def test_who_did_it_comes_before_who_held_it(library: Library, question: str, said: str) -> None:
    direct = answer_view(library.pack, library.find(question)).direct

    assert direct is not None
    assert said in direct.text


def test_the_very_words_of_a_quotation_find_it_first(library: Library) -> None:
    assert answer_view(library.pack, library.find("dustbin of history")).hits[0].verb == "quote"
