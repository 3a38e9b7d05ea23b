"""The words of sentences."""

import re
from calendar import month_name

import pytest

from trotskyism_cli.pack.pack import Pack
from trotskyism_cli.pack.wording import fact_sentence, sentence

MONTH_TWICE = re.compile(rf"(({'|'.join(month_name[1:])}) \d{{4}})\b.*\b\1")


@pytest.mark.parametrize(
    "text", ["It was so.", "焼いた。", "本当？", "यह सच है।", "He said “no.”", "「焼いた。」", "And then …"]
)
def test_what_ends_gets_no_second_full_stop(text: str) -> None:
    assert sentence(text) == text


def test_what_does_not_end_gets_one() -> None:
    assert sentence("it was so") == "It was so."


def test_no_sentence_of_the_book_tells_its_month_twice(built_in: Pack) -> None:
    sentences = [fact_sentence(built_in, fact) for fact in built_in.facts.values()]

    assert [each for each in sentences if MONTH_TWICE.search(each)] == []
