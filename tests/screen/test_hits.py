"""The hits of a search, drawn: no line is wider than there is room, so that no word is cut."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.screen.document import Picture
from trotskyism_cli.screen.passages import answer_document
from trotskyism_cli.screen.wrapping import columns
from trotskyism_cli.views.found import AnswerView, answer_view

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
