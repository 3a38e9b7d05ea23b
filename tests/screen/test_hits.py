"""The hits of a search, drawn: no line is wider than there is room, so that no word is cut."""

import re

import pytest

from tests.every_for_tests import every
from trotskyism_cli.library.forms import plain
from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.document import Picture
from trotskyism_cli.screen.entries.passages import answer_document, fitting
from trotskyism_cli.screen.wrapping import columns
from trotskyism_cli.views.questions.answer_view import AnswerView
from trotskyism_cli.views.search.answer_or_hits import answer_view

QUESTIONS = ["vietnam", "who killed kirov", "five key elements", "women", "fascism", "peasants", "united front"]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_of_a_hit_is_too_wide(library: Library, question: str, width: int) -> None:
    document = answer_document(answer_view(library.pack, library.find(question)))
    pictures = [block for block in document.blocks if isinstance(block, Picture)]

    assert pictures
    for picture in pictures:
        assert max(map(columns, picture.draw(width))) <= width


@pytest.mark.parametrize("width", [30, 40, *range(70, 90)])
def test_a_sentence_that_is_cut_ends_with_an_ellipsis(library: Library, width: int) -> None:
    view = answer_view(library.pack, library.find("did trotsky support the kronstadt rebellion"))

    for hit in view.hits:
        document = answer_document(AnswerView((hit,)))
        (picture,) = (block for block in document.blocks if isinstance(block, Picture))
        last = "".join(span.text for span in picture.draw(width)[-1])
        assert last.endswith(("…", hit.text.split()[-1]))
        assert columns(picture.draw(width)[-1]) <= width


@pytest.mark.parametrize("question", ["kronstadt", "women", "deutscher", "lenin"])
def test_a_narrow_screen_has_as_many_hits_as_fit_on_it(library: Library, question: str) -> None:
    view = answer_view(library.pack, library.find(question, limit=10))
    shown = fitting(view, 40, 23)
    lines = [line for block in answer_document(shown).blocks if isinstance(block, Picture) for line in block.draw(40)]

    assert fitting(view, 80, 23) == view
    assert shown.hits == view.hits[: len(shown.hits)]
    assert len(shown.hits) == 3 or len(lines) <= 20
    assert len(shown.hits) >= 3


def test_a_quotation_is_cut_round_the_words_that_were_sought(library: Library) -> None:
    quote = library.pack.quotes["quote-refutation-of-socialism-in-one-country"]
    hits = answer_view(library.pack, library.find("socialism in one country", limit=10)).hits
    text = next(hit.text for hit in hits if hit.id == quote.id)

    assert "socialism in one country" in text
    assert text.startswith("“… ")
    assert len(text.split()) < len(quote.text.split())


@pytest.mark.parametrize("words", ["socialism in one country", "dual power", "united front", "kronstadt", "peasants"])
def test_what_is_called_so_comes_first(library: Library, words: str) -> None:
    first = answer_view(library.pack, library.find(words, limit=10)).hits[0]

    assert plain(words) in map(plain, library.pack.entries[first.id].names)


def test_women_are_found_by_a_woman_and_in_no_tag(library: Library) -> None:
    one, many = (answer_view(library.pack, library.find(each, limit=10)).hits for each in ("woman", "women"))

    assert {hit.id for hit in one} == {hit.id for hit in many}
    assert every(re.search(r"\bwom[ae]n", f"{hit.name} {hit.text}", re.IGNORECASE) for hit in many)


def test_one_matter_is_found_once(library: Library) -> None:
    hits = answer_view(library.pack, library.find("women", limit=10)).hits

    assert sum("sexual abuse" in hit.text for hit in hits) == 1
