"""Whether a text tells what others have told, among many that are told."""

import pytest

from trotskyism_cli.library.library import Library
from trotskyism_cli.pack.wording import fact_sentence
from trotskyism_cli.views.wording.sentences import AGAIN, SAID, TextsTold, saying


@pytest.mark.parametrize("share", [SAID, AGAIN])
def test_texts_found_by_their_words_are_those_found_by_comparing_all(library: Library, share: float) -> None:
    pack = library.pack
    summaries = {entry.id: entry.summary for entry in pack.entries.values()}
    told = TextsTold()
    for own_id, text in summaries.items():
        told.add(text, of=own_id)
    texts = [fact_sentence(pack, fact) for entry in pack.entries.values() for fact in entry.facts[:1]]

    found = {text: {*told.saying(text, share)} for text in texts}

    assert found == {text: {*saying(text, summaries.values(), share)} for text in texts}
    assert any(found.values())


def test_of_one_thing_the_first_text_is_told() -> None:
    told = TextsTold()
    told.add("Workers struck in Petrograd", of="strike")
    told.add("Sailors rose at Kronstadt", of="strike")

    assert [*told] == ["strike"]
    assert [*told.saying("Workers struck")] == ["Workers struck in Petrograd"]
    assert not [*told.saying("Sailors rose")]
